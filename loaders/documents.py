"""The documents that a text names, by number or by name, in every spelling, each once however often it is named.

Five passes, each on what the one before has left: numbers in full, laws by name, numbers alone, other documents by
name, words that refer back. Then the citations of one article are put together: short forms are completed by full
ones, a law's name by its number, and two documents that share a number are told apart by their day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.folding import key
from kg.model import Document, DocumentStatus, DocumentType, Evidence
from loaders import citations, laws, named_documents, numbering, short_forms, structure
from loaders.cited import Cited, Units, numbered
from loaders.heads import full_head, occurrences
from loaders.reading import DocumentMention, Reading, Unit

_FRAMEWORK = "khung"
_LINK = re.compile(r"[\s,(]*(?:so\s*:?\s*)?$")
_STRENGTH: dict[DocumentStatus, int] = {"issued": 0, "proposed": 1, "draft": 2}
_IN_FORCE = re.compile(
    r"\s+(?:nay\s+)?(?:da\s+|chinh\s+thuc\s+)?co\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu\s+(?P<day>ngay\s+(?:ky|\d))"
)
_OUT_OF_FORCE = re.compile(r"\s+(?:nay\s+)?het\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu\s+(?P<day>ngay\s+\d)")


def find(reading: Reading) -> tuple[DocumentMention, ...]:
    """Every mention of a document, in order of its start; mentions do not overlap."""
    units = Units(reading)
    full = numbered(reading, units)
    taken = _Stretches((cited.start, cited.end) for cited in full)
    flat = reading.folded.replace("\n", " ")
    places = [(start, end, head) for start, end, head in occurrences(flat) if not taken.hold(start)]
    others: list[Cited] = []
    for start, end, head in places:
        unit = units.at(start)
        if head in laws.HEADS and unit and end <= unit.end:
            for cited in laws.read(reading, unit, start, end, head):
                if taken.hold(start):
                    cited.status = "issued"  # a law that the one around it amends
                others.append(cited)
                taken.add(cited.start, cited.end)
    backs: list[tuple[int, int, Unit, str, bool]] = []
    own_text = bool(full) and full[0].unit.role == "letterhead"
    for start, end, head in places:
        unit = units.at(start)
        if unit is None or end > unit.end or taken.hold(start) or (own_text and unit.role == "title"):
            continue
        found = list(short_forms.read(reading, unit, start, end, head))
        if not found and head not in laws.HEADS:
            kept = [(c.start, c.reach) for c in full + others if unit.start <= c.start < unit.end]
            kept += [(m.start, m.end) for m in reading.agencies if unit.start <= m.start < unit.end]
            found = list(named_documents.read(reading, unit, start, end, full_head(head), kept))
        for cited in found:
            others.append(cited)
            taken.add(cited.start, cited.end)
        reach = None if found else short_forms.back(reading, unit, start, end, head)
        if reach:
            backs.append((start, reach[0], unit, head, reach[1]))
    others += _frameworks(reading, units, taken, flat)
    cites = _together(reading, full, others)
    cites += _referring(reading, cites, backs)
    cites.sort(key=lambda cited: (cited.start, -cited.end))
    return tuple(_mention(reading, cited) for cited in _apart(cites))


def _frameworks(reading: Reading, units: Units, taken: _Stretches, flat: str) -> list[Cited]:
    found: list[Cited] = []
    position = flat.find(_FRAMEWORK)
    while position >= 0:
        unit = units.at(position)
        if unit and not taken.hold(position):
            found.extend(named_documents.frameworks(reading, unit, position))
        position = flat.find(_FRAMEWORK, position + 1)
    return found


class _Stretches:
    """Stretches of the text that are already read."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)

    def add(self, start: int, end: int) -> None:
        self._stretches.insert(bisect_left(self._stretches, (start, end)), (start, end))

    def hold(self, position: int) -> bool:
        """Whether a stretch holds the position."""
        index = bisect_left(self._stretches, (position + 1, 0)) - 1
        return index >= 0 and self._stretches[index][0] <= position < self._stretches[index][1]


def _apart(cites: Sequence[Cited]) -> list[Cited]:
    """Citations in order, the longer first; one inside another's stretch that is not its subject is dropped."""
    kept: list[Cited] = []
    for cited in cites:
        if kept and cited.start < kept[-1].end and cited.end <= kept[-1].end and kept[-1].symbol and not cited.symbol:
            continue
        kept.append(cited)
    return kept


def _mention(reading: Reading, cited: Cited) -> DocumentMention:
    title = citations.title(reading, cited.subject) if cited.subject and not cited.name else None
    return DocumentMention(
        cited.start, cited.end, cited.id, cited.type, cited.status, cited.date, cited.issuer, title,
        cited.confidence, cited.subject, cited.anaphor,
    )  # fmt: skip


# ── the citations of one article, put together ───────────────────────────────────────────────────────────────────────


def _together(reading: Reading, full: list[Cited], others: list[Cited]) -> list[Cited]:
    """The citations with their ids: what is one document has one id."""
    full = _with_law_names(reading, full, others)
    for cited in others:
        if cited.number and not cited.name:
            cited.id = short_forms.complete(cited, full)
    known = [cited for cited in full + others if cited.number]
    _one_spelling(known)
    _two_of_one_number(known)
    named = [cited for cited in others if cited.name]
    own = _of_own_title(reading, named, known)
    _named(reading, [cited for cited in named if cited not in own], known)
    return full + others


def _of_own_title(reading: Reading, named: list[Cited], known: list[Cited]) -> list[Cited]:
    """Citations without a number of the document whose text this is, or of what it puts into force: by its title."""
    own = next((cited for cited in known if cited.unit.role == "letterhead"), None)
    title = " ".join(key(reading.text(unit)) for unit in reading.units if unit.role == "title")
    found = []
    for cited in named:
        about = _about(reading, cited)
        if (
            own
            and cited.type in (own.type, "regulation")
            and len(about.split()) >= 4
            and about in title.replace(" nam ", " ")
        ):
            cited.id, cited.anaphor, cited.confidence = own.id, True, 0.75
            found.append(cited)
    return found


def _with_law_names(reading: Reading, full: list[Cited], others: list[Cited]) -> list[Cited]:
    """A law's name right before its number becomes one citation, known under both."""
    for cited in full:
        if cited.symbol is None or cited.symbol.kind:
            continue
        for law in others:
            if law.name and law.end <= cited.start and _LINK.fullmatch(reading.folded, law.end, cited.start):
                cited.start, cited.name = law.start, law.name
                cited.type = law.type if cited.type == "law" else cited.type
                cited.date = cited.date or law.date
                others.remove(law)
                break
    return full


def _one_spelling(known: list[Cited]) -> None:
    """One id for "4/2020/TT-BNV" and "04/2020/TT-BNV", for "47/NĐ-CP" and "47/2020/NĐ-CP", for "142/2024/QĐ-TTg"."""
    printed = Counter(cited.id for cited in known)
    by_bare: dict[str, str] = {}
    for identity in sorted(printed, key=lambda identity: (-printed[identity], -len(identity))):
        by_bare.setdefault(numbering.bare(identity), identity)
    for cited in known:
        cited.id = by_bare[numbering.bare(cited.id)]
    ids = set(by_bare.values())
    for cited in known:
        if cited.symbol is None or cited.symbol.kind is None or cited.number is None:
            continue
        number = numbering.padded(cited.number)
        without = cited.symbol.number(number, None)
        if cited.id == without and numbering.always_carries_year(cited.symbol):
            whole = [other for other in ids if re.fullmatch(re.escape(number) + r"/\d{4}/.+", other)
                     and other.partition("/")[2].partition("/")[2] == without.partition("/")[2]]  # fmt: skip
            if len(whole) == 1:
                cited.id = whole[0]
            elif cited.year and not whole:
                cited.id = cited.symbol.number(number, cited.year)
        elif cited.id != without and without in ids and not numbering.always_carries_year(cited.symbol):
            year = cited.id.partition("/")[2][:4]
            if all(other.year in (None, year) for other in known if other.id == without):
                cited.id = without


def _two_of_one_number(known: list[Cited]) -> None:
    """Ids with their day where one number stands for documents of two years; a second day of one year is a misprint."""
    for identity in {cited.id for cited in known}:
        same = sorted((cited for cited in known if cited.id == identity), key=lambda cited: cited.start)
        days = Counter(cited.date for cited in same if cited.date)
        years = {day[:4] for day in days}
        if len(days) < 2:
            continue
        if len(years) == 1 or re.search(r"/(?:19|20)\d\d/", identity):
            usual = days.most_common(1)[0][0]
            for cited in same:
                if cited.date and cited.date != usual:
                    cited.confidence = min(cited.confidence, 0.7)
            continue
        usual_of = {
            year: max((day for day in days if day.startswith(year)), key=lambda day: days[day]) for year in years
        }
        last: str | None = None
        for cited in same:
            year = cited.date[:4] if cited.date else cited.year
            if year in usual_of:
                last = usual_of[year]
            else:
                cited.confidence = min(cited.confidence, 0.6)
            cited.id = f"{identity}@{last or usual_of[min(usual_of)]}"


def _named(reading: Reading, named: list[Cited], known: list[Cited]) -> None:
    """Ids of documents by name: a law's number where the article gives it, else the fullest form of the name."""
    by_law = {key(cited.name): cited.id for cited in known if cited.name}
    titles = [(cited.type, _subject_key(citations.title(reading, cited.subject)), cited.id)
              for cited in known if cited.subject]  # fmt: skip
    groups: list[list[Cited]] = []
    for cited in sorted(named, key=lambda cited: -len(cited.name or "")):
        assert cited.name is not None
        law = by_law.get(key(cited.name))
        if law:
            cited.id, cited.status = law, "issued"
            continue
        about = _about(reading, cited)
        numbered_one = next(
            (i for kind, title, i in titles if kind == cited.type and _same_subject(about, title)), None
        )
        if numbered_one and cited.status != "proposed":
            cited.id, cited.status = numbered_one, "issued"
            continue
        for group in groups:
            first = group[0]
            if first.type == cited.type and _same_name(reading, first, cited):
                group.append(cited)
                break
        else:
            groups.append([cited])
    for group in groups:
        name = group[0].name or ""
        year = next((cited.year for cited in group if cited.year and not cited.date), None)
        if group[0].type in ("law", "code", "ordinance", "constitution") and year and not any(c.date for c in group):
            name = f"{name} năm {year}"
        status = max((cited.status for cited in group), key=lambda status: _STRENGTH[status])
        issuer = next((cited.issuer for cited in group if cited.issuer), None)
        for cited in group:
            cited.id, cited.status, cited.issuer = name, status, cited.issuer or issuer


def _subject_key(title: str) -> str:
    subject = re.sub(r"^(?:ve viec|ve|quy dinh(?: chi tiet)?(?: ve)?|ban hanh|phe duyet) ", "", key(title))
    return subject.replace(" nam ", " ")


def _about(reading: Reading, cited: Cited) -> str:
    if cited.subject:
        return _subject_key(citations.title(reading, cited.subject))
    return key(cited.name or "")


def _same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one, the shorter being how the longer begins; too short a one says nothing."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= 4 and (longer == shorter or longer.startswith(f"{shorter} "))


def _same_name(reading: Reading, longer: Cited, shorter: Cited) -> bool:
    if longer.type in ("law", "code", "ordinance", "constitution"):
        same = key(longer.name or "") == key(shorter.name or "")
        years = {cited.year for cited in (longer, shorter) if cited.year}
        return same and len(years) < 2
    one, other = _about(reading, longer), _about(reading, shorter)
    words = [word for word in other.split() if word not in ("ve", "cua", "quy", "dinh", "va")]
    part = len(words) >= 2 and longer.status != "issued" and set(words) <= set(one.split())
    return key(longer.name or "") == key(shorter.name or "") or _same_subject(one, other) or part


# ── words that refer back ────────────────────────────────────────────────────────────────────────────────────────────


def _referring(reading: Reading, cites: list[Cited], backs: list[tuple[int, int, Unit, str, bool]]) -> list[Cited]:
    """The mentions by "Nghị quyết này", "Quyết định trên", "Nghị định": of the last document of their kind."""
    own = next((c for c in sorted(cites, key=lambda c: c.start) if c.unit.role == "letterhead" and c.symbol), None)
    ordered = sorted(cites, key=lambda cited: cited.start)
    starts = [cited.start for cited in ordered]
    found = []
    for start, end, unit, head, explicit in backs:
        kind = _kind_of(head)
        if kind is None:
            continue
        this = reading.folded[start:end].endswith("nay")
        if own and own.type == kind and (this or not explicit):
            target: Cited | None = own
        elif own and this:
            target = None  # "Kế hoạch này" in the decision that issues it: the attached plan
        else:
            before = ordered[: bisect_left(starts, start)]
            target = next((c for c in reversed(before) if c.type == kind and not _inner(before, c)), None)
        if target is not None:
            found.append(replace(target, start=start, end=end, unit=unit, subject=None, anaphor=True, confidence=0.75))
    return found


def _inner(cites: Sequence[Cited], cited: Cited) -> bool:
    """Whether a citation stands in the subject of another of its kind, so that what follows speaks of the other."""
    return any(
        other.subject and other.subject[0] <= cited.start < other.subject[1] and other.type == cited.type
        for other in cites
    )


def _kind_of(head: str) -> DocumentType | None:
    if head in laws.HEADS:
        return laws.HEADS[head]
    from kg import registry

    return registry.load().type_of_word(full_head(head))


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def facts(reading: Reading) -> tuple[Document, ...]:
    """The documents that the source names, in order of their first mention; its own with signer and title."""
    mentions: dict[str, list[DocumentMention]] = {}
    for mention in reading.documents:
        if not mention.anaphor:
            mentions.setdefault(mention.id, []).append(mention)
    found = []
    for identity, places in mentions.items():
        own = reading.own if reading.own and reading.own.id == identity else None
        signer, capacity = structure.signature(reading.units, reading.source) if own else (None, None)
        effective, expires = _validity(reading, identity, own)
        found.append(
            Document(
                id=identity,
                type=own.type if own else next((m.type for m in places if m.type), None),
                date=own.date if own and own.date else _usual([m.date for m in places]),
                issuer=own.issuer if own and own.issuer else _usual([m.issuer for m in places]),
                status=own.status if own else places[0].status,
                title=own.title if own and own.title else _title(reading, places),
                signer=signer,
                signed_for=capacity,
                effective=effective,
                expires=expires,
                evidence=tuple(_evidence(reading, mention) for mention in places),
                confidence=max(mention.confidence for mention in places),
            )
        )
    return tuple(found)


_SUBJECT_FIRST = re.compile(r"\W*(?:ve|phe duyet|ban hanh|sua doi)\b")


def _title(reading: Reading, places: list[DocumentMention]) -> str | None:
    """The subject that most mentions give, one after "về", "phê duyệt", "ban hành" first, then the longest."""
    printed = Counter(mention.title for mention in places if mention.title)
    about = {m.title for m in places if m.subject and _SUBJECT_FIRST.match(reading.folded, *m.subject)}
    return max(printed, key=lambda title: (title in about, printed[title], len(title)), default=None)


def _usual(values: list[str | None]) -> str | None:
    """The value that most mentions give, the first of equals."""
    given = Counter(value for value in values if value)
    return given.most_common(1)[0][0] if given else None


def _evidence(reading: Reading, mention: DocumentMention) -> Evidence:
    unit = Units(reading).at(mention.start)
    return reading.evidence(mention.start, mention.end, unit.place if unit else None)


def _validity(reading: Reading, identity: str, own: DocumentMention | None) -> tuple[str | None, str | None]:
    """From when a document is in force, and until when, where the text says so of it."""
    effective = expires = None
    for mention in reading.documents:
        if mention.id != identity:
            continue
        reach = min(len(reading.folded), mention.end + 120)
        match = _IN_FORCE.match(reading.folded, mention.end, reach)
        if match:
            signed = match["day"].endswith("ky")
            effective = (own.date if own and signed else _day(reading, match.start("day"), reach)) or effective
        match = _OUT_OF_FORCE.match(reading.folded, mention.end, reach)
        if match:
            expires = _day(reading, match.start("day"), reach) or expires
    return effective, expires


def _day(reading: Reading, position: int, limit: int) -> str | None:
    return citations.tail(reading, position, limit).date
