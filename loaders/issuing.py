"""A document whose issue the news reports, and the sentences after it that tell what it orders.

"Thủ tướng vừa ký Quyết định 12/QĐ-TTg … Theo đó, Bộ X chủ trì …": from "theo đó" on the work is the document's, until
somebody else is heard or another document is named. What an article announces in its opening is what it is about: the
orders below it that name no other document are of that one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.clauses import DOCUMENT, PROGRAMME, WHO
from loaders.masked import Masked
from loaders.reading import DocumentMention, Unit
from loaders.wording import between

_ISSUES = re.compile(  # what stands between who issues and the document
    rf"(?:{WHO})[^.;:\"{DOCUMENT}]*\b(?:ky|ban hanh|phe duyet|thong qua|cong bo|phat hanh|ra)\b"
    rf"[^.;:\"{DOCUMENT}]{{0,60}}$"
)
_STATES = (
    re.compile(  # "Kế hoạch số 45/KH-UBND của UBND tỉnh đặt mục tiêu …", "Tại Kế hoạch số 45, UBND tỉnh yêu cầu …"
        rf"\s*(?:(?:tai|theo|trong)\s+)?(?P<what>[{DOCUMENT}]+)(?:\s+ngay\s+[\d/.-]+)?(?:(?:\s+cua|,)\s+{WHO})?\s*,?\s+"
        r"(?:(?:da|cung)\s+)?(?:dat (?:ra )?muc tieu|dat ra|de ra|xac dinh|neu ro|dat chi tieu|huong toi)\b"
    )
)
_THEREBY = re.compile(
    rf"\s*(?:(?:theo do|cu the)\b|theo (?:[{PROGRAMME}]{{5,13}}(?![{PROGRAMME}])"
    r"|(?:noi dung|quyet dinh|nghi quyet|ke hoach|chi thi|cong dien|van ban|de an)\b))"
    r"[^,.;:]{0,40},?\s+"
)
_ORDERING = frozenset(
    ("decision", "resolution", "directive", "plan", "dispatch", "official-letter", "notice", "conclusion")
)
_WHO = re.compile(WHO)
_BEFORE = 160  # characters before the document where its issuer stands
_OF_TASKS = re.compile(  # the headings of what a document orders
    r"(?:\W|\d|[ivx]+\.)*(?:cac |mot so |nhung )?(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem)\b"
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
        document = next((one for one in names if one.type in _ORDERING), None)
        if document is not None and document.status == "issued" and _reported(page, unit, document):
            last, tells = (index, document), False
            continue
        states = _STATES.match(page.mask, unit.start, unit.end) if document is not None else None
        if states and document is not None and document.status == "issued" and index not in heard:
            last, tells = (index, document), True
            continue
        under = unit.heading is not None and _OF_TASKS.match(reading.folded, reading.units[unit.heading].start)
        if last is None or (index - last[0] > _FAR and not under) or any(name.id != last[1].id for name in names):
            last = None
            continue
        again = any(
            one.anaphor and one.id == last[1].id for one in between(reading.documents, unit.start, unit.start + 30)
        )
        if again or under or _THEREBY.match(page.mask, unit.start, unit.end):
            tells = True
        speaker = heard.get(index)
        if speaker is not None and speaker != last[1].issuer and not _THEREBY.match(page.mask, unit.start, unit.end):
            tells = False
        if tells:
            found[index] = last[1]
    return found


def _reported(page: Masked, unit: Unit, document: DocumentMention) -> bool:
    """Whether the sentence says that somebody issued the document."""
    begin = max(unit.start, document.start - _BEFORE)
    whose = _WHO.search(page.mask, begin, document.start)
    return whose is not None and _ISSUES.match(page.mask, whose.start(), document.start) is not None


_OPENING = 3  # sentences in which an article says what it is about
_EARLIER = re.compile(r"\s*(?:truoc do|truoc day|cung ngay|duoc biet|trong khi do)\b")


@dataclass(frozen=True, slots=True)
class Announced:
    """The document that an article is about, and those in whose words its orders are given."""

    document: DocumentMention
    givers: frozenset[str]


def announced(page: Masked, heard: Mapping[int, str]) -> Mapping[int, Announced]:
    """What an article announces in its opening, by the index of each unit below it that nobody else is heard in."""
    reading = page.reading
    if reading.own is not None:
        return {}
    found: dict[int, Announced] = {}
    about: Announced | None = None
    told = 0
    for index, unit in enumerate(reading.units):
        named = between(reading.documents, unit.start, unit.end)
        document = next((one for one in named if one.type in _ORDERING and not one.anaphor), None)
        if document is not None and document.status == "issued" and _reported(page, unit, document):
            signers = (one.name for one in between(reading.officials, unit.start, document.start))
            issuer = (document.issuer,) if document.issuer else ()
            about = Announced(document, frozenset((*issuer, *signers))) if told < _OPENING else None
        elif about is not None and _EARLIER.match(page.mask, unit.start, unit.end):
            about = None
        elif about is not None and heard.get(index) in (None, *about.givers):
            found[index] = about
        told += unit.role in ("sentence", "lead")
    return found


def thereby(page: Masked, start: int, end: int) -> int | None:
    """Where the sentence begins that "theo đó" opens."""
    found = _THEREBY.match(page.mask, start, end)
    return found.end() if found else None
