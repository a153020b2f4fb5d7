"""The documents that a text names, by number or by name, in every spelling, each once however often it is named.

Five passes, each on what the one before has left: numbers in full, laws by name, numbers alone, other documents by
name, words that refer back. Then `one_article` puts the citations together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Document, Evidence
from kg.periods import iso_day
from loaders import tables
from loaders.documents import citations, laws, named_documents, one_article, rarer_documents, short_forms, titles
from loaders.documents.cited import Cited, Units, numbered
from loaders.documents.heads import abbreviated, full_head, occurrences
from loaders.documents.one_article import Back
from loaders.layout import structure
from loaders.reading import DocumentMention, Reading
from loaders.words import ordered

_FRAMEWORK_WORDS = ("khung ", "kien truc chinh")
_FRAMEWORK = re.compile(r"\bkhung\b|(?<!khung )\bkien truc chinh\b")
_JOINED = re.compile(r"\s*[;,]?\s*(?:va\s+)?(?:cac\s+)?")
_PASSED = re.compile(
    r"\bnay\s+(?:da\s+)?duoc\s+(?:uy\s+ban\s+thuong\s+vu\s+)?quoc\s+hoi\b[^.]{0,120}?\bthong\s+qua\s+ngay\s+"
    r"(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})\s+nam\s+(?P<y>\d{4})"
)
_IN_FORCE = re.compile(
    r"(?:\s+gom\s+\d[^.;:]{0,40},)?"  # "… gồm 5 chương, 46 điều, có hiệu lực từ …"
    r"[\s,]*(?:(?:(?:da|vua)\s+)?(?:duoc\s+)?(?:[^.;:,]{0,60}?\s)?(?:thong\s+qua|ban\s+hanh|cong\s+bo)"
    r"(?:\s+(?:ngay|tai|vao|o)\s[^.;:,]{1,60})?,?\s+(?:va\s+)?)?"  # "được Quốc hội thông qua ngày …, có hiệu lực từ …"
    r"(?:(?:va|nay|da|se|chinh\s+thuc|bat\s+dau)\s+)*co\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?(?:tu|vao)\s+"
    r"(?P<day>(?:ngay\s+)?(?:ky|\d))"
)
_OUT_OF_FORCE = re.compile(
    r"\s+(?:nay\s+)?(?:het\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu"
    r"|(?:co\s+hieu\s+luc|duoc\s+ap\s+dung|ap\s+dung|co\s+gia\s+tri)(?:\s+thi\s+hanh)?"
    r"(?:\s+(?:tu|ke\s+tu)\s+[^.;:]{4,40}?)?\s+den(?:\s+het)?)\s+(?P<day>ngay\s+\d)"
)

_IN_ROW = re.compile(r"\s*(?:,|;|,?\s*va)\s+(?:du\s+(?:an|thao)\s+)?")


def find(reading: Reading) -> tuple[DocumentMention, ...]:
    """Every mention of a document, in order of its start; one inside another's name or subject is its own mention."""
    units = Units(reading)
    flat = reading.folded.replace("\n", " ")
    full = numbered(reading, units)
    taken = _Stretches((cited.start, cited.end) for cited in full)
    named = sorted([*occurrences(flat), *abbreviated(reading.source.text)])
    places = [place for place in named if not taken.hold(place[0])]
    by_name = _laws(reading, units, places, taken)
    shorter, backs = _others(reading, units, places, taken, full, by_name)
    frames = _frameworks(reading, units, flat, taken)
    standards = [cited for cited in rarer_documents.standards(reading, units) if not taken.hold(cited.start)]
    cites = one_article.together(reading, units, full, by_name + shorter + frames + standards, backs)
    return tuple(_mention(reading, cited) for cited in _apart(cites))


def _laws(reading: Reading, units: Units, places: Iterable[tuple[int, int, str]], taken: _Stretches) -> list[Cited]:
    found: list[Cited] = []
    for start, end, head in places:
        unit = units.at(start) if head in laws.HEADS else None
        if unit is None or end > unit.end:
            continue
        for cited in laws.read(reading, unit, start, end, head):
            if taken.hold(start):
                cited.status = "issued"  # a law that the one around it amends
            found.append(cited)
            taken.add(cited.start, cited.end)
    for before, law, after in zip(found, found[1:], found[2:], strict=False):
        if (before.status, law.status, after.status) == ("draft", "issued", "draft") and law.date is None:
            joined = (_IN_ROW.fullmatch(reading.folded, a.end, b.start) for a, b in ((before, law), (law, after)))
            law.status = "draft" if all(joined) else law.status  # "hoàn thiện dự án Luật A, Luật B, Luật C (sửa đổi)"
    return found


def _others(
    reading: Reading,
    units: Units,
    places: Iterable[tuple[int, int, str]],
    taken: _Stretches,
    full: list[Cited],
    by_name: list[Cited],
) -> tuple[list[Cited], list[Back]]:
    """The documents by number alone and by name, and the words that may refer back."""
    own_text = bool(full) and full[0].unit.role == "letterhead"
    known = sorted(full + by_name, key=lambda cited: cited.start)
    found: list[Cited] = []
    backs: list[Back] = []
    names = _Stretches(())  # those read by name here, which may cite others
    for start, end, head in places:
        unit = units.at(start)
        within = names.hold(start)
        held = taken.hold(start) and not within
        if unit is None or end > unit.end or held or (own_text and unit.role == "title"):
            continue
        read = list(short_forms.read(reading, unit, start, end, head))
        if within:
            found.extend(read)
            continue
        if not read and head not in laws.HEADS:
            keep = [(cited.start, cited.reach) for cited in ordered.within(known, unit.start, unit.end)]
            keep += [(m.start, m.end) for m in ordered.within(reading.agencies, unit.start, unit.end)]
            read = list(named_documents.read(reading, unit, start, end, full_head(head), keep))
        for cited in read:
            before = found[-1] if found else None
            if cited.name and cited.status == "issued" and before and before.name and before.unit is unit:
                joined = _JOINED.fullmatch(reading.folded, before.end, cited.start)
                cited.status = before.status if joined else cited.status  # "trình Nghị định …; Quy chế …"
            found.append(cited)
            taken.add(cited.start, cited.end)
            if cited.name:
                names.add(cited.start, cited.end)
        reach = None if read else short_forms.back(reading, unit, start, end, head)
        if reach:
            backs.append(Back(start, reach[0], unit, head, reach[1]))
    return found, backs


def _frameworks(reading: Reading, units: Units, flat: str, taken: _Stretches) -> list[Cited]:
    found: list[Cited] = []
    if not any(word in flat for word in _FRAMEWORK_WORDS):
        return found
    for match in _FRAMEWORK.finditer(flat):
        unit = units.at(match.start())
        if unit and not taken.hold(match.start()):
            found.extend(rarer_documents.frameworks(reading, unit, match.start()))
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
        inside = kept and cited.start < kept[-1].end and cited.end <= kept[-1].end
        if inside and kept[-1].symbol and not cited.symbol and not (kept[-1].name and cited.name):
            continue  # but a law that the name of another says to be amended is cited
        kept.append(cited)
    return kept


def _mention(reading: Reading, cited: Cited) -> DocumentMention:
    title = citations.title(reading, cited.subject) if cited.subject and not cited.name else None
    return DocumentMention(
        cited.start, cited.end, cited.id, cited.type, cited.status, cited.date, cited.issuer, title,
        cited.confidence, cited.subject, cited.anaphor,
    )  # fmt: skip


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def undecided(mention: DocumentMention) -> bool:
    """Whether the mention is of a number that two documents of the source bear, without the date that tells which."""
    return "@" in mention.id and mention.date is None and mention.confidence <= 0.6


def facts(reading: Reading) -> tuple[Document, ...]:
    """The documents that the source names, in order of their first mention; its own with signer and title."""
    mentions: dict[str, list[DocumentMention]] = {}
    for mention in reading.documents:
        if not mention.anaphor and not undecided(mention):
            mentions.setdefault(mention.id, []).append(mention)
    units = Units(reading)
    everywhere: dict[str, list[DocumentMention]] = defaultdict(list)
    for mention in reading.documents:
        everywhere[mention.id].append(mention)
    found = []
    for identity, places in mentions.items():
        own = reading.own if reading.own and reading.own.id == identity else None
        signer, capacity = structure.signature(reading.units, reading.source) if own else (None, None)
        effective, expires = _validity(reading, everywhere[identity], own)
        found.append(
            Document(
                id=identity,
                type=own.type if own else next((m.type for m in places if m.type), None),
                date=(own and (own.date or _passed(reading, own))) or _usual([m.date for m in everywhere[identity]]),
                issuer=own.issuer if own and own.issuer else _usual([m.issuer for m in places]) or _passed_by(identity),
                status=own.status if own else places[0].status,
                title=own.title if own and own.title else _title(reading, places),
                signer=signer,
                signed_for=capacity,
                effective=effective,
                expires=expires,
                issued_at=structure.issued_at(reading.units, reading.source) if own else None,
                evidence=tuple(_evidence(reading, units, mention) for mention in places),
                confidence=max(mention.confidence for mention in places),
            )
        )
    return tuple(found)


_SAID_WITHIN = 180  # characters behind a document in which it is told from when it is in force
_UNDER = re.compile(r"\b(?:theo|tai|trong|cua|bang)\s+$")  # "Mức phí theo Quyết định số … áp dụng đến ngày …"
_SUBJECT_FIRST = re.compile(r"\W*(?:ve|phe duyet|ban hanh|sua doi)\b")


def _title(reading: Reading, places: list[DocumentMention]) -> str | None:
    """The subject that most mentions give, one after "về", "phê duyệt", "ban hành" first, then the longest.

    A law has its name, said before its number, rather than a subject ("Luật số 60/2024/QH15 về dữ liệu").
    """
    law = _usual([_law_name(reading.source.text[m.start : m.end]) for m in places if m.type in _OF_PARLIAMENT])
    if law:
        return law
    printed = Counter(mention.title for mention in places if mention.title)
    about = {m.title for m in places if m.subject and _SUBJECT_FIRST.match(reading.folded, *m.subject)}
    return max(printed, key=lambda title: (title in about, printed[title], len(title)), default=None)


_OF_PARLIAMENT = ("law", "code", "ordinance")
_LAW_NAME = re.compile(
    r"((?:bộ\s+)?luật|pháp\s+lệnh)\s+(?!số\b)((?:(?!\bngày\b)\D){3,120}?)[\s,(]+(?:(?:số|luật\s+số)\s*:?\s*)?\d+/",
    re.IGNORECASE,
)


def _law_name(printed: str) -> str | None:
    """The name that a law has before its number.

    >>> _law_name("Luật Dữ liệu số 60/2024/QH15 ngày 30 tháng 11 năm 2024"), _law_name("Luật số 60/2024/QH15")
    ('Luật Dữ liệu', None)
    """
    named = _LAW_NAME.match(printed)
    return titles.capital(f"{named[1]} {named[2]}") if named else None


def _passed(reading: Reading, own: DocumentMention) -> str | None:
    """The day on which the National Assembly passed the law whose text this is, as its last line says."""
    if own.type not in ("law", "code", "ordinance", "resolution"):
        return None
    said = next(reversed([*_PASSED.finditer(reading.folded)]), None)
    return iso_day(int(said["y"]), int(said["m"]), int(said["d"])) if said else None


def _passed_by(identity: str) -> str | None:
    """The organ that passed a resolution of the Party whose number alone every text cites."""
    return tables.printed_values("party_resolutions").get(identity)


def _usual(values: list[str | None]) -> str | None:
    """The value that most mentions give, the first of equals."""
    given = Counter(value for value in values if value)
    return given.most_common(1)[0][0] if given else None


def _evidence(reading: Reading, units: Units, mention: DocumentMention) -> Evidence:
    unit = units.at(mention.start)
    return reading.evidence(mention.start, mention.end, unit.place if unit else None)


def _validity(
    reading: Reading, mentions: Iterable[DocumentMention], own: DocumentMention | None
) -> tuple[str | None, str | None]:
    """From when a document is in force, and until when, where the text says so of it."""
    effective = expires = None
    for mention in mentions:
        reach = min(len(reading.folded), mention.end + _SAID_WITHIN)
        match = _IN_FORCE.match(reading.folded, mention.end, reach)
        if match:
            signed = match["day"].endswith("ky")
            effective = (own.date if own and signed else _day(reading, match.start("day"), reach)) or effective
        match = _OUT_OF_FORCE.match(reading.folded, mention.end, reach)
        if match and not _UNDER.search(reading.folded, max(0, mention.start - len(" trong ")), mention.start):
            expires = _day(reading, match.start("day"), reach) or expires
    return effective, expires


def _day(reading: Reading, position: int, limit: int) -> str | None:
    told = citations.tail(reading, position, limit).date
    near = ordered.within(reading.periods, position - len("từ ngày "), position + 1)
    bare = (period.value or "" for period in near if period.end > position)  # "từ 1/7/2026"
    return told or next((value for value in bare if len(value) == len("2026-07-01")), None)
