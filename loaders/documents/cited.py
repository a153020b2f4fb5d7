"""A document as one place of the text cites it, before it is known which document of the article it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from kg import registry
from kg.model import DocumentStatus, DocumentType
from loaders.documents import citations, numbering, references
from loaders.documents.heads import head_before, type_of_head
from loaders.documents.references import Reference
from loaders.documents.symbols import Symbol
from loaders.reading import Reading, Unit
from loaders.words import ordered

_LIST = re.compile(r"(?:(?<![\w/.,-])\d{1,5}(?:/(?:19|20)\d\d)?\s*(?:,|;|va|&)\s*(?:so\s+)?)+$")
_BARE = re.compile(r"\s*(?:so\s*:?\s*)?\d")
_ITEM = re.compile(r"(?P<n>\d{1,5})(?:/(?P<y>(?:19|20)\d\d))?")
_JOINED = re.compile(r"\s*(?:,|va|;|&)\s*(?:so\s+)?$")
_OF_PLACE = re.compile(r"(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường) ")
_COUNCILS = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_LOCAL_HEADS = {code: (f"{head} ",) for code, head in _COUNCILS.items()} | {"TU": ("Tỉnh ủy ", "Thành ủy ")}
_OF_ANY_PLACE = ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố")  # the one that the text names elsewhere
_CHAIRMAN = re.compile(r"(?:Phó )?Chủ tịch (?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) ")
_OF_THE_COMMITTEE = ("KH", "BC", "TB", "CTr", "CTR", "TTr", "ĐA")  # what a chairman signs for the whole committee
_PURPOSE = re.compile(
    r"(?:thuc\s+hien|trien\s+khai|huong\s+dan|sua\s+doi|bo\s+sung|dieu\s+chinh|thay\s+the|bai\s+bo|huy\s+bo|theo|can\s+cu)\b"
)


@dataclass(slots=True)
class Cited:
    """One citation. A number in full has its `symbol`, a short one ("Nghị quyết 17") none, a name its `name`."""

    start: int
    end: int
    unit: Unit
    type: DocumentType | None
    number: str | None = None
    rest: str | None = None  # digits after the number that a lost point may have cut off
    symbol: Symbol | None = None
    name: str | None = None
    year: str | None = None
    year_printed: bool = False  # in the number of a short form, not beside it
    date: str | None = None
    issuer: str | None = None
    subject: tuple[int, int] | None = None
    status: DocumentStatus = "issued"
    id: str = ""
    confidence: float = 1.0
    anaphor: bool = False
    known_only: bool = False  # too short a form to stand unless the article has the number in full

    @property
    def reach(self) -> int:
        """Where the citation ends with its subject."""
        return self.subject[1] if self.subject else self.end


class Units:
    """The units of a reading by place; boilerplate holds no citation."""

    def __init__(self, reading: Reading) -> None:
        self._units = reading.units
        self._starts = [unit.start for unit in reading.units]
        self._text = reading.source.text
        self._cells: dict[tuple[int, int], Unit] = {}

    def at(self, position: int) -> Unit | None:
        """The unit that `position` stands in, of a table row its cell; None in boilerplate and between units."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        unit = self._units[index]
        if position >= unit.end or unit.role == "boilerplate":
            return None
        return self._cell(unit, position) if unit.role in ("row", "header-row") else unit

    def _cell(self, row: Unit, position: int) -> Unit:
        start = self._text.rfind("\t", row.start, position) + 1 or row.start
        end = self._text.find("\t", position, row.end)
        span = (start, row.end if end < 0 else end)
        if span not in self._cells:
            self._cells[span] = replace(row, start=span[0], end=span[1])
        return self._cells[span]


def numbered(reading: Reading, units: Units) -> list[Cited]:
    """The citations by number, with what stands around each, in order of their start."""
    found: list[Cited] = []
    references_ = list(references.scan(reading.source.text, reading.folded))
    following: Cited | None = None
    beside: list[Cited] = []  # the citations after it in its unit
    keep: list[tuple[int, int]] = []
    for reference in reversed(references_):  # from the right: a subject may contain the citations after it
        unit = units.at(reference.number_start)
        if unit is None:
            continue
        if following is None or following.unit is not unit:
            beside = []
            following, keep = None, [(m.start, m.end) for m in ordered.within(reading.agencies, unit.start, unit.end)]
        cited = _cited(reading, unit, reference)
        if following and reference.end <= following.start:
            _share(reading, cited, following)
        subject = citations.subject(reading, unit, cited.end, keep, cited.type)
        if subject and not (following and subject[0] >= following.start):
            cited.subject = _with_coordinates(reading, subject, beside)
            if cited.date is None:  # "… về An ninh mạng, được Quốc hội thông qua ngày 12/6/2018"
                cited.date = citations.tail(reading, cited.subject[1], unit.end).date
        found.append(cited)
        beside.append(cited)
        keep.append((cited.start, cited.reach))
        for item in _listed(reading, cited):
            found.append(item)
        following = cited
    found.sort(key=lambda cited: cited.start)
    _of_one_council(reading, found)
    return found


def _of_one_council(reading: Reading, found: list[Cited]) -> None:
    """Gives the number of a council or committee that is not told that of the others, where they have but one.

    Where they have none it is the one body of the kind that the text names. Not where a letterhead has such a number:
    it is of the body printed there, and the others may be of either.
    """
    for code, heads in _LOCAL_HEADS.items():
        own = [cited for cited in found if cited.symbol and cited.symbol.kind and cited.symbol.issuer == code]
        if not own or any(cited.unit.role == "letterhead" for cited in own):
            continue
        issuers = {cited.issuer for cited in own if cited.issuer}
        named = (mention.agency or mention.name for mention in reading.agencies if mention.kind != "group")
        issuers = issuers or {name for name in named if name.startswith(heads)}
        for cited in own if len(issuers) == 1 else ():
            cited.issuer = cited.issuer or next(iter(issuers))


def _cited(reading: Reading, unit: Unit, reference: Reference) -> Cited:
    after = citations.tail(reading, reference.end, unit.end)
    date, issuer = after.date, after.issuer
    if date is None or issuer is None:
        earlier_date, earlier_issuer = citations.before(reading, reference.start, unit.start)
        if date is None and after.year in (None, (earlier_date or "")[:4]):
            date = earlier_date
        issuer = issuer or earlier_issuer
    end = after.end
    if date is None and reference.year:
        date, end = citations.day_in_year(reading, end, unit.end, reference.year)
    symbol = reference.symbol
    return Cited(
        start=max(unit.start, reference.start),
        end=end,
        unit=unit,
        type=type_of(symbol, reference.head),
        number=reference.number,
        symbol=symbol,
        year=reference.year or after.year,
        date=date,
        issuer=issuer_of(symbol, issuer),
        id=numbering.canonical(symbol, reference.number, reference.year),
    )


def _share(reading: Reading, cited: Cited, following: Cited) -> None:
    """Two numbers under one head share the date and issuer after the last: "số 31/CV-SYT và số 32/CV-SYT ngày"."""
    between = reading.folded[cited.end : following.start]
    if _JOINED.fullmatch(between) and cited.symbol == following.symbol:
        cited.date = cited.date or following.date
        cited.issuer = cited.issuer or following.issuer


def _with_coordinates(reading: Reading, subject: tuple[int, int], found: list[Cited]) -> tuple[int, int]:
    """A subject that says what is carried out goes on over several: "thực hiện Nghị quyết … và Chương trình …"."""
    start, end = subject
    if not _PURPOSE.search(reading.folded, start, min(end, start + 40)):
        return subject
    for cited in reversed(found):
        if cited.start >= end and re.fullmatch(r"\s*(?:,|va|;)?\s*(?:cac\s+)?", reading.folded[end : cited.start]):
            if not any(inner.start < end and inner.reach >= end - 2 and not inner.subject for inner in found):
                break
            end = cited.reach
    return start, end


def _listed(reading: Reading, cited: Cited) -> list[Cited]:
    """The numbers before a full one that share its symbol: "các Nghị định số 29, 33, 62/2021/NĐ-CP"."""
    if cited.symbol is None or not _BARE.match(reading.folded, cited.start):
        return []  # one with a kind of its own shares no symbol: "Nghị quyết 57; Chỉ thị 34/CT-TTg"
    floor = max(cited.unit.start, cited.start - 100)
    match = _LIST.search(reading.folded, floor, cited.start)
    if not match or head_before(reading.source.text, reading.folded, match.start())[1] is None:
        return []
    items = []
    for item in _ITEM.finditer(reading.folded, match.start(), match.end()):
        year = item["y"] or (cited.year if numbering.always_carries_year(cited.symbol) else None)
        items.append(
            Cited(item.start(), item.end(), cited.unit, cited.type, item["n"], symbol=cited.symbol, year=year,
                  issuer=cited.issuer, id=numbering.canonical(cited.symbol, item["n"], year))
        )  # fmt: skip
    return items


def type_of(symbol: Symbol, head: str | None) -> DocumentType | None:
    """The type that a symbol tells, the words before the number where it tells several."""
    word = type_of_head(head) if head else None
    if symbol.kind is None:
        if symbol.issuer.startswith("UBTVQH"):
            return word or "resolution"
        return (word or "law") if symbol.issuer.startswith("QH") else "official-letter"
    kind = symbol.kind.removesuffix("PH") or symbol.kind
    types = {form.type for form in registry.load().forms_by_symbol(kind, party=symbol.party) if form.type}
    if word in types:
        return word
    if len(types) > 1:  # QĐ of the Party: a decision, unless the text calls it a "quy định"
        return "decision" if "decision" in types else sorted(types)[0]
    return next(iter(types), word)


def issuer_of(symbol: Symbol, said: str | None) -> str | None:
    """The issuer by the number where it names one body, else the body that the text names, where that may be it."""
    if said and (of_place := _OF_PLACE.match(said)) and symbol.issuer in _COUNCILS:
        said = f"{_COUNCILS[symbol.issuer]} {of_place.group().lower()}{said[of_place.end() :]}"
    if said and symbol.issuer == "UBND" and (symbol.kind in _OF_THE_COMMITTEE or said.startswith("Phó ")):
        said = _CHAIRMAN.sub("Ủy ban nhân dân ", said)  # a deputy signs for the committee
        said = None if said in _OF_ANY_PLACE else said
    names = []
    for part in symbol.issuer.split("-") if symbol.kind else symbol.issuer.split("-")[:1]:
        rows = registry.load().issuers_of(part, symbol.kind)
        if not rows:
            break
        if len(rows) == 1 and rows[0].agency and not rows[0].decided_by:
            names.append(rows[0].name)
        elif said and any(row.name == said for row in rows):
            return said
        else:
            return said if any(row.agency is None or row.decided_by for row in rows) else None
    return ", ".join(names) or said
