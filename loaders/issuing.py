"""A document whose issue the news reports, and the sentences after it that tell what it orders.

"Thủ tướng vừa ký Quyết định 12/QĐ-TTg … Theo đó, Bộ X chủ trì …": from "theo đó" on the work is the document's, until
somebody else is heard or another document is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.clauses import DOCUMENT, WHO
from loaders.masked import Masked
from loaders.reading import DocumentMention
from loaders.wording import between

_ISSUES = re.compile(
    rf"{WHO}[^.;:\"{DOCUMENT}]{{0,80}}?\b(?:ky|ban hanh|phe duyet|thong qua|cong bo|phat hanh|ra)\b"
    rf"[^.;:\"{DOCUMENT}]{{0,60}}(?P<what>[{DOCUMENT}]+)"
)
_THEREBY = re.compile(
    r"\s*(?:theo do|cu the|theo (?:noi dung|quyet dinh|nghi quyet|ke hoach|chi thi|cong dien|van ban|de an))\b"
    r"[^,.;:]{0,40},?\s+"
)
_ORDERING = frozenset(
    ("decision", "resolution", "directive", "plan", "dispatch", "official-letter", "notice", "conclusion")
)
_FAR = 8  # units over which the sentences go on with the document


def issued(page: Masked, heard: Mapping[int, str]) -> Mapping[int, DocumentMention]:
    """The document that the news reports on, by the index of each unit that tells what it orders."""
    reading = page.reading
    if reading.own is not None:
        return {}
    found: dict[int, DocumentMention] = {}
    last: tuple[int, DocumentMention] | None = None
    tells = False
    for index, unit in enumerate(reading.units):
        names = [one for one in between(reading.documents, unit.start, unit.end) if not one.anaphor]
        reported = _ISSUES.search(page.mask, unit.start, unit.end) if names else None
        document = page.document(reported.start("what")) if reported else None
        if document is not None and document.type in _ORDERING and not document.anaphor and document.status == "issued":
            last, tells = (index, document), False
            continue
        if last is None or index - last[0] > _FAR or any(name.id != last[1].id for name in names):
            last = None
            continue
        again = any(
            one.anaphor and one.id == last[1].id for one in between(reading.documents, unit.start, unit.start + 30)
        )
        if again or _THEREBY.match(page.mask, unit.start, unit.end):
            tells = True
        speaker = heard.get(index)
        if speaker is not None and speaker != last[1].issuer and not _THEREBY.match(page.mask, unit.start, unit.end):
            tells = False
        if tells:
            found[index] = last[1]
    return found


def thereby(page: Masked, start: int, end: int) -> int | None:
    """Where the sentence begins that "theo đó" opens."""
    found = _THEREBY.match(page.mask, start, end)
    return found.end() if found else None
