"""The citations of one article put together: which of them are of one document, and by what id it goes.

A short form is completed by a full one, a law's name by its number, a name by its fullest form; two documents that
share a number are told apart by their day; words that refer back stand for the document named before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import DocumentType
from loaders.documents import citations, laws, numbering, short_forms, spoken_drafts, statuses
from loaders.documents.by_name import give_ids, not_own
from loaders.documents.cited import Cited, Units
from loaders.documents.heads import type_of_head
from loaders.reading import Reading, Unit
from loaders.words import ordered

_REPLACED = re.compile(
    r"\b(?:thay\s+the|bai\s+bo|cu\s+the\s+hoa|trien\s+khai|thuc\s+hien|thi\s+hanh|huong\s+dan)(?:\s+(?:cho|thuc\s+hien|thi\s+hanh))?\s+$"
    r"|\b(?:giao|neu|dat\s+ra|de\s+ra|quy\s+dinh|xac\s+dinh|yeu\s+cau)\s+(?:tai|theo|trong)\s+$"  # said by the way
)
_LINK = re.compile(r"[\s,(]*(?:so\s*:?\s*)?$")
_LOCAL = re.compile(
    r"\b(?:Hội đồng|Ủy ban) nhân dân (?P<place>(?:tỉnh|[Tt]hành phố|huyện|quận|thị xã|xã|phường|đặc khu) .+)"
)
_WHOLE = re.compile(r"(?P<number>[^/]+)/(?:19|20)\d\d/(?P<symbol>.+)")


@dataclass(frozen=True, slots=True)
class Back:
    """Words that may refer back to a document; `explicit` where they say so ("này", "nói trên")."""

    start: int
    end: int
    unit: Unit
    head: str
    explicit: bool


def together(
    reading: Reading, units: Units, full: list[Cited], others: list[Cited], backs: Iterable[Back]
) -> list[Cited]:
    """All citations with their ids, in order of their start; what is one document has one id."""
    others = _with_law_names(reading, full, others)
    by_number: defaultdict[tuple[DocumentType | None, str], list[Cited]] = defaultdict(list)
    for cited in full:
        by_number[cited.type, numbering.whole(cited.number or "")].append(cited)
    for cited in others:
        if cited.number and not cited.name:
            whole = numbering.whole(cited.number)
            lost = by_number.get((cited.type, f"{whole}.{cited.rest}"), ())
            same = by_number.get((cited.type, whole), ()) or lost
            cited.id = short_forms.complete(cited, same) if same or not cited.known_only else ""
    others = [cited for cited in others if cited.id or cited.name]
    _completed(others)
    known = [cited for cited in full + others if cited.number]
    _one_spelling(known)
    _two_of_one_number(known)
    named = [cited for cited in others if cited.name and not cited.number]
    give_ids(reading, not_own(reading, named, known), known)
    cites = sorted(full + others, key=lambda cited: (cited.start, -cited.end))
    again = [*_referring(reading, cites, backs), *spoken_drafts.mentions(reading, units, cites)]
    return sorted(cites + again, key=lambda cited: (cited.start, -cited.end))


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _with_law_names(reading: Reading, full: list[Cited], others: list[Cited]) -> list[Cited]:
    """A law's name right before its number becomes one citation, known under both; the others that are left."""
    by_name = sorted((cited for cited in others if cited.name), key=lambda cited: cited.start)
    merged = set()
    for cited in full:
        if cited.symbol is None or cited.symbol.kind not in (None, "PL"):
            continue
        for law in ordered.within(by_name, cited.start - 300, cited.start):
            if law.end <= cited.start and _LINK.fullmatch(reading.folded, law.end, cited.start):
                cited.start, cited.name = law.start, law.name
                cited.type = law.type if cited.type == "law" or law.type == "ordinance" else cited.type
                cited.date = cited.date or law.date or citations.before(reading, law.start, cited.unit.start)[0]
                merged.add(id(law))
                break
    return [cited for cited in others if id(cited) not in merged]


def _completed(others: list[Cited]) -> None:
    """Gives a bare short form ("Nghị định 147") the number that another one was completed to."""
    whole: defaultdict[tuple[DocumentType | None, str | None], set[str]] = defaultdict(set)
    short = [cited for cited in others if cited.number and not cited.name]
    for cited in short:
        if "-" in cited.id:
            whole[cited.type, cited.number].add(cited.id)
    for cited in short:
        known = whole[cited.type, cited.number]
        if "-" not in cited.id and len(known) == 1:
            cited.id = next(iter(known))


def _one_spelling(known: list[Cited]) -> None:
    """One id for "4/2020/TT-BNV" and "04/2020/TT-BNV", for "47/NĐ-CP" and "47/2020/NĐ-CP", for "142/2024/QĐ-TTg"."""
    printed = Counter(cited.id for cited in known)
    by_bare: dict[str, str] = {}
    for identity in sorted(printed, key=lambda identity: (-printed[identity], -len(identity))):
        by_bare.setdefault(numbering.bare(identity), identity)
    years: defaultdict[str, set[str | None]] = defaultdict(set)
    whole: defaultdict[str, set[str]] = defaultdict(set)  # the ids with a year, by the id without it
    for cited in known:
        cited.id = by_bare[numbering.bare(cited.id)]
        years[cited.id].add(cited.year)
        with_year = _WHOLE.fullmatch(cited.id)
        if with_year:
            whole[f"{with_year['number']}/{with_year['symbol']}"].add(cited.id)
    for cited in known:
        if cited.symbol is None or cited.symbol.kind is None or cited.number is None:
            continue
        without = cited.symbol.number(numbering.padded(cited.number), None)
        if cited.id == without and numbering.always_carries_year(cited.symbol):
            if len(whole[without]) == 1:
                cited.id = next(iter(whole[without]))
            elif cited.year and not whole[without]:
                cited.id = cited.symbol.number(numbering.padded(cited.number), cited.year)
        elif cited.id != without and without in years and not numbering.always_carries_year(cited.symbol):
            printed_year = cited.id.partition("/")[2][:4]
            cited.id = without if years[without] <= {None, printed_year} else cited.id


def _two_of_one_number(known: list[Cited]) -> None:
    """Ids with their day where one number stands for documents of two years, or of two issuers that their symbol fits.

    A second day of one year, and of one issuer, is a misprint.
    """
    by_id: defaultdict[str, list[Cited]] = defaultdict(list)
    for cited in known:
        by_id[cited.id].append(cited)
    for identity, same in by_id.items():
        days = Counter(cited.date for cited in same if cited.date)
        if len(days) < 2:
            continue
        if _two_issuers(same):
            _by_issuer(same)
            continue
        years = {day[:4] for day in days}
        if len(years) == 1 or _WHOLE.fullmatch(identity):
            usual = days.most_common(1)[0][0]
            for cited in same:
                if cited.date and cited.date != usual:
                    cited.confidence = min(cited.confidence, 0.7)
            continue
        day_of = {year: max((day for day in days if day.startswith(year)), key=lambda day: days[day]) for year in years}
        last: str | None = None
        for cited in sorted(same, key=lambda cited: cited.start):
            year = cited.date[:4] if cited.date else cited.year
            if year in day_of:
                last = day_of[year]
            else:
                cited.confidence = min(cited.confidence, 0.6)
            cited.id = f"{identity}@{last or day_of[min(day_of)]}"


def _two_issuers(same: Iterable[Cited]) -> bool:
    """Whether the text gives a number to bodies of two places, each with its own day: "17/QĐ-UBND" of two provinces."""
    days = _days_of_issuers(same)
    return len(days) > 1 and len({next(iter(own)) for own in days.values()}) == len(days)


def _by_issuer(same: Iterable[Cited]) -> None:
    """Ids with the day of the issuer that stands at the citation, else with its own day, else with the last one."""
    days = _days_of_issuers(same)
    last: str | None = None
    for cited in sorted(same, key=lambda cited: cited.start):
        own = days.get(place_of(cited.issuer))
        if own is None and cited.date not in {day for other in days.values() for day in other}:
            cited.confidence = min(cited.confidence, 0.6)
        else:
            last = own.most_common(1)[0][0] if own else cited.date
        cited.id = f"{cited.id}@{last or min(min(other) for other in days.values())}"


def _days_of_issuers(same: Iterable[Cited]) -> dict[str, Counter[str]]:
    """The days that the citations give to the documents of each place."""
    days: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cited in same:
        if cited.date and (place := place_of(cited.issuer)):
            days[place][cited.date] += 1
    return days


def place_of(issuer: str | None) -> str:
    """The place whose council, committee or chairman an issuer is: "tỉnh Lào Cai"; "" where it is none, or not told."""
    named = _LOCAL.search(issuer or "")
    return named["place"] if named else ""


# ── words that refer back ────────────────────────────────────────────────────────────────────────────────────────────


_ANY_KIND = "van ban"  # "Cũng theo văn bản này, …": whatever its kind
_PASSED: tuple[DocumentType, ...] = ("law", "code", "ordinance")


def _referring(reading: Reading, cites: Sequence[Cited], backs: Iterable[Back]) -> list[Cited]:
    """The mentions by "Nghị quyết này", "Quyết định trên", "Nghị định": of the last document of their kind."""
    own = next((cited for cited in cites if cited.unit.role == "letterhead" and cited.symbol), None)
    of_kind = _outer_by_kind(reading, cites)
    found = []
    for back in backs:
        any_kind = back.head == _ANY_KIND and back.explicit
        kind = kind_of(back.head)
        if kind is None and not any_kind:
            continue
        this = reading.folded[back.start : back.end].endswith("nay")
        target: Cited | None
        if own and (any_kind or (own.type == kind and (this or not back.explicit))):
            target = own if this or not any_kind else None
        elif any_kind:
            target = next((cited for cited in ordered.before(cites, back.start) if cited.number), None)
        elif own and this:
            target = None  # "Kế hoạch này" in the decision that issues it: the attached plan
        else:
            same = of_kind.get(kind, ())
            target = next(ordered.before(same, back.start), None)
            if target and statuses.drafted(reading, back.unit, back.start):  # "dự thảo Nghị định"
                draft = next((cited for cited in ordered.before(same, back.start) if cited.status != "issued"), target)
                beside = this and target.unit.block == back.unit.block  # the draft of what the paragraph is about
                target = target if beside and draft.unit.block != back.unit.block else draft
        if target is not None:
            day = citations.tail(reading, back.end, back.unit.end).date if target.date is None else None
            told = replace(target, date=day) if day and kind in _PASSED else target  # "Luật này được thông qua ngày …"
            found.append(
                replace(
                    told, start=back.start, end=back.end, unit=back.unit, subject=None, anaphor=True, confidence=0.75
                )
            )
    return found


_NEAR = 60  # characters between two of a row
_AND_TOO = re.compile(  # "thay thế Nghị định A, Nghị định B và khoản 3 Điều 1 Nghị định C"
    r"\s*(?:,|;|va)\s+(?:va\s+)?(?:(?:mot\s+so\s+|cac\s+)?(?:diem|khoan|dieu)\s+\w{1,4}(?:\s*,\s*|\s+va\s+|\s+)(?:cua\s+)?)*"
)


def _outer_by_kind(reading: Reading, cites: Sequence[Cited]) -> dict[DocumentType | None, list[Cited]]:
    """The citations of each kind in order, but those in the subject of another of their kind: that one is spoken of;
    nor one that another of its kind replaces or carries out."""
    found: defaultdict[DocumentType | None, list[Cited]] = defaultdict(list)
    reach: dict[DocumentType | None, int] = {}
    ended = 0  # where the last of those that another replaces ends
    for cited in cites:
        gone = cited.type in found and (
            _REPLACED.search(reading.folded, max(cited.unit.start, cited.start - 30), cited.start)
            or (0 < cited.start - ended < _NEAR and _AND_TOO.fullmatch(reading.folded, ended, cited.start))
        )
        ended = max(ended, cited.reach) if gone else ended
        if cited.start >= reach.get(cited.type, 0) and not gone:
            found[cited.type].append(cited)
        if cited.subject:
            reach[cited.type] = max(reach.get(cited.type, 0), cited.subject[1])
    return found


def kind_of(head: str) -> DocumentType | None:
    """The type that a head says: "luat", "ke hoach hanh dong"."""
    return laws.HEADS.get(head) or type_of_head(head)
