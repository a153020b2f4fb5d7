"""Which numbered document one that is cited by name means, and which document a draft became."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kg.citations import Citation, Found, Known
from kg.likeness import Wording, likeness
from kg.names import Choice, Option

_SAME_SUBJECT: Final = 0.85
_IN_TIME: Final = datetime.timedelta(days=3 * 365)  # within which a draft becomes a document


class BySubject:
    """The numbered documents that have a title, found by its words."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._holding: dict[str, list[tuple[Known, tuple[str, ...]]]] = defaultdict(list)
        for entry in known:
            for title in sorted(entry.titles):
                for word in set(title):
                    self._holding[word].append((entry, title))

    def about(self, subject: tuple[str, ...], kind: str | None) -> list[Known]:
        """The documents of a kind whose title says this subject."""
        words = sorted(
            (word for word in set(subject) if word in self._holding), key=lambda w: (len(self._holding[w]), w)
        )
        entries: dict[str, Known] = {}
        for word in words[:2]:
            for entry, title in self._holding[word]:
                if kind in (None, entry.type) and _same_subject(subject, title):
                    entries[entry.iri] = entry
        return [entries[iri] for iri in sorted(entries)]


def _same_subject(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    numbers = [{word for word in words if word.isdecimal()} for words in (one, other)]
    amends = ["sua doi" in " ".join(words) for words in (one, other)]
    return numbers[0] == numbers[1] and amends[0] == amends[1] and likeness(one, other) >= _SAME_SUBJECT


def decide(citation: Citation, known: BySubject, wording: Wording, found: Found) -> bool:
    """Decides a citation by name where numbered documents have its kind and subject; whether there were any."""
    subject = wording.subject(citation.id)
    entries = known.about(subject, citation.type) if len(subject) > 1 else []
    if not entries:
        return False
    draft = citation.status != "issued"
    left = [entry for entry in entries if not (citation.published and _too(draft, citation.published, entry.first))]
    if citation.year and not draft:
        left = [entry for entry in left if entry.year == citation.year]
    chosen = left[0] if len(left) == 1 else None
    if chosen and draft and citation.published and chosen.first - citation.published > _IN_TIME:
        chosen = None
    options = tuple(_named_option(entry, entry in left, draft, entry is chosen) for entry in entries)
    if not draft:
        found.add(citation, Choice(chosen.iri if chosen else None, options))
    elif left:
        found.add(citation, Choice(citation.own, options))
        if chosen:
            found.drafts[citation.own] = next(option for option in options if option.iri == chosen.iri)
    return not draft


def _too(draft: bool, published: datetime.date, signed: datetime.date) -> bool:
    """Whether the time rules it out: a draft becomes a document later, a cited one was signed before."""
    return signed < published if draft else signed > published


def _named_option(entry: Known, fits: bool, draft: bool, chosen: bool) -> Option:
    vi, en = (
        f"Cùng loại và chủ đề với {entry.number}, ban hành {entry.said}",
        f"{entry.number} has its kind and subject",
    )
    if not fits:
        return Option(
            entry.iri, f"Loại trừ: {vi}, nhưng thời gian không phù hợp.", f"Ruled out: {en}, but not the time."
        )
    if not chosen:
        return Option(entry.iri, f"{vi}; chưa đủ căn cứ để chọn.", f"{en}; not enough to choose it.")
    later = ("; dự thảo có trước.", "; the draft came before.") if draft else (".", ".")
    return Option(entry.iri, vi + later[0], en + later[1])
