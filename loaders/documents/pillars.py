"""The pillars of the policy: the three that every text means, and those that a text itself lists as its pillars."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.folding import fold, key
from kg.model import Evidence, Pillar
from loaders.documents import titles
from loaders.documents.cited import Units
from loaders.reading import Reading, Unit
from loaders.words import ordered
from loaders.words.keyed import Keyed

_CORE = {"chinh phu so": "chính phủ số", "kinh te so": "kinh tế số", "xa hoi so": "xã hội số"}
_BESIDE = {"chinh quyen so": "chính quyền số", "cong dan so": "công dân số"}  # pillars where they stand beside one
_OF_A_BODY = re.compile(  # "Vụ Kinh tế số và Xã hội số" is a body
    r"\b(?:vu|cuc|phong|trung tam|vien|khoa|hiep hoi)\s+(?:quan ly\s+)?(?:\w+(?:\s\w+){0,2}\s+va\s+)?\Z"
)
_TO_BUILD = re.compile(
    r"\b(?:xay dung|phat trien|hinh thanh|thuc day|huong toi|hoan thien)\s+"
    r"(?:chinh quyen dien tu(?:,|\s+va|\s+huong toi)\s*)?\Z"
)
_AMONG = re.compile(
    r"(?:,| va| -)\s+(?P<name>(?:[a-z]+ ){1,4}?so)(?=[,.;:)]|\s+(?:va|dat|tren|cua|o|tai|phuc vu|gop)\b|\s*\Z)"
)
_NO_STRANDS = ("ha tang", "nen tang", "ky nang", "cong nghe", "chuyen doi", "dich vu", "du lieu", "moi truong", "mot")
_NUMBER = re.compile(r"\s*(?:\(?[\divx]{1,4}(?:\.\d+)*[.)/]?|[a-d][.)])\s+")
_SERIES = 3  # members after which another one is a pillar by its place
_NEAR = 60  # characters between the members of an enumeration
_LONGEST = max(map(len, _CORE))
_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6}
_LIST = Keyed(
    r"(?:\b(?P<n>\d{1,2}|hai|ba|bon|nam|sau)\s+)?tru\s+cot\b(?:\s+(?:chinh|chu\s+yeu|quan\s+trong|cot\s+loi|phat\s+trien|kinh\s+te))?"
    r"(?:\s+cua\s+[^:;.,]{2,40}(?=:))?"
    r"\s*(?P<lead>:|la\s*:?|gom\s*:?|bao\s+gom\s*:?|\(|-|(?=chinh\s+phu\s+so|chinh\s+quyen\s+so|kinh\s+te\s+so))\s*",
    "cot",
)
_STOP = re.compile(
    r"[.;!?()\"“”\[\]]|\s(?:nhằm|hướng\s+tới|để|trong\s+đó|được|trên\s+cơ\s+sở|của|với|nham|huong\s+toi|duoc)\s|$"
)
_OF_AN_INDEX = re.compile(r"\b(?:chi so|xep hang|index|bang diem|thang diem)\b")
_SCORE = re.compile(r"\b(?:hang|thu|dat|diem|bac|top)\s+\d|\d(?:[.,]\d+)?\s*(?:%|diem\b|bac\b)")
_ITEM = re.compile(r"\(\d\)\s*")
_COMMAS = re.compile(r"\s*,(?!\d)\s*(?:va\s+)?|\s+va\s+")
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+)?")
_MEASURED = re.compile(  # what is said of a pillar behind its name
    r"\s+(?:dat|la|chiem|tang|giam|xep|dung|co|duoc|voi|gom|(?:cua|tai)\s|\(?\d)|(?<=\bso)\s+(?=[a-z]+(?:\s[a-z]+)?\s+(?:dat|xep|la|tang|giam)\b)"
)
_NUMBERED = re.compile(r"\s*:?\s*\d")
_POINTS = re.compile(r"\s*:?\s*\d[,.]\d")
_OF_PILLARS = re.compile(r"\b(?:\d|hai|ba|bon) tru cot\b")
_STRAND = re.compile(r"(?:\w+ ){1,4}so$")  # "kinh tế số"
_DASHES = re.compile(r"\s+-\s+")
_MOST_WORDS = 8
_MOST_WORDS_NUMBERED = 12


def named_in(folded: str) -> tuple[str, ...]:
    """The pillars that every text means which a folded stretch names, in their own order.

    >>> named_in("ty trong kinh te so trong grdp"), named_in("ho so truc tuyen")
    (('kinh tế số',), ())
    """
    return tuple(name for term, name in _CORE.items() if term in folded)


def find(reading: Reading) -> tuple[Pillar, ...]:
    """The pillars that the text names, each with every place, in order of their first.

    >>> from loaders.extract import read
    >>> from loaders.read import read_bytes
    >>> text = "Tỉnh chọn 03 trụ cột: chính phủ số, kinh tế số và xã hội số."
    >>> [pillar.name for pillar in find(read(read_bytes(text.encode(), "vi-du.txt"))[0])]
    ['chính phủ số', 'kinh tế số', 'xã hội số']
    """
    units = Units(reading)
    flat = reading.folded.replace("\n", " ")
    places: dict[str, list[tuple[int, int, str, float]]] = {}
    core = sorted(place for term in _CORE for place in _named(reading, units, flat, term, _CORE))
    national = any(place[2] == "chính phủ số" for place in core)
    beside = [
        place
        for term in _BESIDE
        for place in _named(reading, units, flat, term, _BESIDE)
        if (not national and _to_be_built(flat, place))
        or _is_heading(units, flat, place)
        or _among_pillars(units, flat, place)
        or any(not _parted(flat, place, other) for other in _near(place, core))
    ]
    beside += _going_on(reading, flat, sorted(core + beside))
    listed = [place for match in _LIST.finditer(flat) for place in _listed(reading, units, flat, match)]
    for place in sorted(core + beside + listed):
        places.setdefault(key(place[2]), []).append(place)
    return tuple(
        Pillar(
            name=stretches[0][2],
            evidence=tuple(_evidence(reading, units, start, end) for start, end, _, _ in stretches),
            confidence=max(confidence for _, _, _, confidence in stretches),
        )
        for stretches in sorted(places.values())
    )


def _evidence(reading: Reading, units: Units, start: int, end: int) -> Evidence:
    unit = units.at(start)
    return reading.evidence(start, end, unit.place if unit else None)


def _named(
    reading: Reading, units: Units, flat: str, term: str, names: dict[str, str]
) -> Iterator[tuple[int, int, str, float]]:
    position = flat.find(term)
    while position >= 0:
        end = position + len(term)
        unit = units.at(position)
        around = ordered.within(reading.documents, position - 60, position)
        law = any(position < d.end and d.type in ("law", "code") for d in around)  # "Luật Chính phủ số"
        if (
            unit
            and not law
            and not _of_a_body(reading, flat, position)
            and end <= unit.end
            and _whole(reading, unit, flat, position, end, names[term])
        ):
            yield position, end, names[term], 0.97
        position = flat.find(term, end)


def _of_a_body(reading: Reading, flat: str, start: int) -> bool:
    """Whether a term is part of a body's name: "Vụ Kinh tế số và Xã hội số"."""
    return reading.source.text[start].isupper() and _OF_A_BODY.search(flat, max(0, start - _NEAR), start) is not None


def _is_heading(units: Units, flat: str, place: tuple[int, int, str, float]) -> bool:
    """Whether a line is nothing but a term, with its number: "1. Chính quyền số"."""
    unit = units.at(place[0])
    if unit is None or unit.role == "row":
        return False
    return bool(_NUMBER.fullmatch(flat, unit.start, place[0])) and not flat[place[1] : unit.end].strip(" .:;")


def _among_pillars(units: Units, flat: str, place: tuple[int, int, str, float]) -> bool:
    """Whether a sentence speaks of pillars before it names one: "Trong 3 trụ cột, chính quyền số cao nhất"."""
    unit = units.at(place[0])
    return unit is not None and _OF_PILLARS.search(flat, unit.start, place[0]) is not None


def _to_be_built(flat: str, place: tuple[int, int, str, float]) -> bool:
    """Whether "chính quyền số", what a province builds, is to be built, and no part of a product's name."""
    return place[2] == "chính quyền số" and _TO_BUILD.search(flat, max(0, place[0] - _NEAR), place[0]) is not None


def _going_on(
    reading: Reading, flat: str, found: list[tuple[int, int, str, float]]
) -> Iterator[tuple[int, int, str, float]]:
    """What goes on with a series of pillars: "chính phủ số, kinh tế số, xã hội số, công nghiệp văn hóa số"."""
    length, reach = 0, -1
    for index, (start, end, _, _) in enumerate(found):
        length = length + 1 if flat[reach:start].strip() in (",", "va", ", va", "-") and reach >= 0 else 1
        reach = end
        following = found[index + 1][0] if index + 1 < len(found) else len(flat)
        while length >= _SERIES and (match := _AMONG.match(flat, reach)) and match.end() <= following:
            if not match["name"].startswith(_NO_STRANDS):
                name = " ".join(reading.source.text[slice(*match.span("name"))].split())
                yield *match.span("name"), name[:1].lower() + name[1:], 0.8
            reach = match.end()


def _whole(reading: Reading, unit: Unit, flat: str, start: int, end: int, name: str) -> bool:
    """Whether the folded term is the pillar's name: whole words, its accents, and no number after "số"."""
    if (start and flat[start - 1].isalnum()) or flat[end : end + 1].isalnum():
        return False
    if _NUMBERED.match(flat, end) and not _POINTS.match(flat, end):
        return False  # "Nghị quyết của Chính phủ số 17/NQ-CP", but "xã hội số 0,4958"
    printed = " ".join(reading.source.text[start:end].lower().split())
    return not unit.accented or printed == name


def _near(place: tuple[int, int, str, float], core: list[tuple[int, int, str, float]]) -> Iterator[tuple[int, int]]:
    """Where the pillars stand that are near a term; `core` is in order."""
    first = bisect_left(core, (place[0] - _NEAR - _LONGEST,))
    for start, end, _, _ in core[first : bisect_left(core, (place[1] + _NEAR,))]:
        if place[0] - end < _NEAR:
            yield start, end


def _parted(flat: str, place: tuple[int, int, str, float], other: tuple[int, int]) -> bool:
    """Whether a sentence ends between a term and a pillar."""
    return re.search(r"[.;!?]", flat[min(place[1], other[1]) : max(place[0], other[0])]) is not None


def _listed(reading: Reading, units: Units, flat: str, match: re.Match[str]) -> Iterator[tuple[int, int, str, float]]:
    """The members of a list that the text introduces as its pillars: "04 trụ cột: … - … - …"."""
    unit = units.at(match.start())
    if unit is None:
        return
    wanted = _count(match["n"])
    start = match.end()
    text = reading.source.text
    numbered = list(_ITEM.finditer(flat, start, unit.end))
    if numbered and numbered[0].start() == start:
        ends = [later.start() for later in numbered[1:]] + [unit.end]
        spans = [(one.end(), _first(";.", text, one.end(), end)) for one, end in zip(numbered, ends, strict=True)]
    else:
        if parted := _by_semicolon(flat, start, unit.end):
            yield from ((*span, name, 0.85) for span, name in _parts(reading, flat, parted))
            return
        stop = _STOP.search(text, start, unit.end)
        end = stop.start() if stop else unit.end
        dashes, commas = _split(flat, start, end, _DASHES), _split(flat, start, end, _COMMAS)
        spans = dashes if len(dashes) > 1 and (wanted is None or len(dashes) == wanted) else commas
        numbered = []
    if wanted is not None and len(spans) > wanted:
        spans = spans[:wanted] if match["lead"] else []
    if len(spans) < 2 or (wanted is not None and len(spans) < wanted):
        return
    index = _OF_AN_INDEX.search(flat, max(unit.start, match.start() - _NEAR), match.end()) is not None
    if any(_SCORE.search(flat, *span) for span in spans):
        return  # "bốn trụ cột: công nghệ hạng 38, …" tells how an index comes out
    for begin, end in spans:
        name = titles.clean(text[begin:end])
        if any(fold(name).startswith(term) for term in _CORE) or (index and not _STRAND.fullmatch(fold(name))):
            continue
        if not 2 <= len(name.split()) <= (_MOST_WORDS_NUMBERED if numbered else _MOST_WORDS):
            continue
        lower = name[1:2].islower() and name[:1].isupper()
        yield begin, end, name[:1].lower() + name[1:] if lower else name, 0.85


def _by_semicolon(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of an enumeration with figures that semicolons separate, up to its sentence's end."""
    stop = re.compile(r"\.(?=\s|$)").search(flat, start, end)
    limit = stop.start() if stop else end
    return _split(flat, start, limit, _SEMICOLON) if ";" in flat[start:limit] else []


def _parts(reading: Reading, flat: str, parts: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The strands that such parts speak of: "chính quyền số Phú Thọ đạt 0,66 điểm; …"."""
    for begin, end in parts:
        said = _MEASURED.search(flat, begin, end)
        stop = said.start() if said else end
        if _STRAND.fullmatch(flat, begin, stop) and not any(flat.startswith(term, begin) for term in _CORE):
            name = " ".join(reading.source.text[begin:stop].split())
            yield (begin, stop), name[:1].lower() + name[1:]


def _first(marks: str, text: str, start: int, end: int) -> int:
    """Where the first of some marks stands, else the end."""
    return min((place for mark in marks if (place := text.find(mark, start, end)) >= 0), default=end)


def _count(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if printed.isdigit() else _NUMBERS.get(printed)


def _split(flat: str, start: int, end: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = []
    for found in separator.finditer(flat, start, end):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, end))
    return [(begin, stop) for begin, stop in spans if flat[begin:stop].strip()]
