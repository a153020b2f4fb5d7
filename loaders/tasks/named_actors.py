"""The bodies and persons that a text may give work to, as its lists name them."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import AgencyMention, Reading

_HEADS = frozenset(
    ("cac bo", "cac so", "cac vu", "cac cuc", "cac ban", "cac bo truong", "bo truong cac bo", "cac dong chi bo truong")
)
_WHICH = re.compile(r"\s+(?:còn lại|khác|con lai|khac(?! phuc))(?!\w)")


def listed(reading: Reading, found: list[AgencyMention]) -> tuple[AgencyMention, ...]:
    """The mentions, of "các Bộ: Công an, Tài chính" only the named ones: the first begins with the common head."""
    kept: list[AgencyMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind == "group"
            and mention.kind == "agency"
            and reading.folded[before.end : mention.start] in (":", ": ")
            and reading.folded[before.start : before.end] in _HEADS
        ):
            kept[-1] = replace(mention, start=before.start)
        else:
            kept.append(mention)
    return tuple(kept)


def telling(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """The mention, that of a group with the words that tell which of them are meant: "các sở còn lại"."""
    more = _WHICH.match(reading.source.text, mention.end) if mention.kind == "group" else None
    if more is None:
        return mention
    return replace(mention, end=more.end(), name=" ".join(f"{mention.name} {more[0]}".split()))
