"""Provinces, districts and communes as a text names them: "tỉnh Phú Thọ", "TP.HCM", "xã Yên Hòa", "Đà Nẵng"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.folding import UPPER, fold
from loaders import tables
from loaders.officials import persons
from loaders.officials.persons import is_syllable
from loaders.words import marks
from loaders.words.flat import Flat, Stretches, fold_name, steady
from loaders.words.gazetteer import Gazetteer, Name

_SYLLABLE = (
    rf"[{UPPER}](?:['’][{UPPER}]|[^\W\d_{UPPER}])*(?:['’][{UPPER}][^\W\d_{UPPER}]*)?"  # also "N'Jang", "Ea H'Leo"
)
_NAME = re.compile(rf" ?(?P<name>(?:{_SYLLABLE}(?: {_SYLLABLE}){{0,2}}(?: \d{{1,2}})?|\d{{1,2}})(?!\w))")
_WORDS = re.compile(rf" ?(?P<name>[{UPPER}](?:['’]?[^\W\d_])*(?:(?: - |-| )[{UPPER}][^\W\d_]*){{0,4}})")
# what follows a level without being a name: bodies ("Tỉnh ủy"), other levels, and "Thông tấn xã Việt Nam"
_NEVER_FIRST = frozenset(
    ("đảng", "ủy", "uỷ", "đoàn", "mặt", "bộ", "sở", "cục", "ubnd", "hđnd", "công", "địa", "hội", "mttq", "tỉnh",
     "thành", "xã", "phường", "huyện", "quận", "việt", "ubmttq", "các")
)  # fmt: skip
_NEVER_FIRST_PLAIN = frozenset(map(fold, _NEVER_FIRST))
# such words begin names of communes as well ("xã Thanh Bình", "phường Thành Công"), but with these behind them never
_OF_BODIES = re.compile(
    r" ?(?:thanh (?:uy|doan|pho|vien|lap|tra|nien)|doan (?:thanh|tncs|dai|dbqh|the|kiem|cong|giam)|"
    r"hoi (?:dong|nong|lien|lhpn|cuu|ccb|phu nu|nghi|chu|nguoi|doanh|nha|luat|khuyen|khoa)|"
    r"cong (?:an|doan|ty|chuc|thuong|trinh|vien|dien|ngh))\b"
)
_EITHER = ("thanh", "doan", "hoi", "cong")
_OF_CITY = re.compile(r" [-–] (?:Đà Lạt|Da Lat|Quốc Tử Giám|Quoc Tu Giam)(?!\w)")  # wards that bear a second name
_LEVEL = re.compile(r"^(?:thanh pho |tp\.? ?|tinh |thu do )")
_OFFICER = re.compile(r"\b(?:chu tich|bi thu|truong|giam doc)\b[^.,;:\n]{0,32}$")
_TOWN = re.compile(r"(?:ubnd|hdnd|nhan dan|cong an|dang uy|tram y te|mttq)[\s,]+$")  # elsewhere "TT" is much else
_CAPITALS = re.compile(rf" (?P<name>[{UPPER}\d]+(?: [{UPPER}\d’']+){{0,3}})(?= ?(?:[\n\t|*]|$))")
_EVER = datetime.date.min
_OTHER = ("Thái Bình Dương", "Hồ Chí Minh toàn tập")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named in a flat text; `level` is None where the text names a province without its level."""

    start: int
    end: int
    name: str  # without its level
    level: str | None
    province: bool
    usual: str = ""  # the level that a province had when the text was written

    @property
    def rank(self) -> str:
        """Its level, printed or that of its province."""
        return self.level or self.usual or level_of(self.name)

    @property
    def agency(self) -> str:
        """Its name as that of a body: "Tỉnh Phú Thọ"."""
        named = f"{self.rank} {self.name}"
        return named[0].upper() + named[1:]

    @property
    def suffix(self) -> str:
        """Its name after that of a body that is its own: "tỉnh Phú Thọ"; a province without level as printed."""
        return f"{self.level} {self.name}" if self.level else self.name


@cache
def provinces() -> Mapping[str, tuple[str, str]]:
    """The provinces by the folded spellings of their names: name and level, those of today before those of the past."""
    found: dict[str, tuple[str, str]] = {}
    for row in sorted(registry.load().provinces, key=lambda row: row.valid_to is not None):
        for spelling in (row.name, *row.short_names):
            found.setdefault(fold_name(spelling), (row.name, row.unit))
            found.setdefault(_LEVEL.sub("", fold_name(spelling)), (row.name, row.unit))
            found.setdefault(fold_name(spelling).replace(" - ", " "), (row.name, row.unit))
    return found


@cache
def level_of(name: str, day: datetime.date | None = None) -> str:
    """Whether a province was a "tỉnh" or a "thành phố" on a day; without one what it was first.

    A name that is no province's counts as "tỉnh".
    """
    rows = sorted(
        (row for row in registry.load().provinces if row.name == name), key=lambda row: row.valid_from or _EVER
    )
    if len({row.unit for row in rows}) < 2:
        return rows[0].unit if rows else provinces().get(fold_name(name), ("", "tỉnh"))[1]
    since = [row.unit for row in rows if day is not None and (row.valid_from or _EVER) <= day]
    return since[-1] if since else rows[0].unit


@cache
def levels_of(name: str) -> frozenset[str]:
    """The levels that a province of this name has had: Huế was a city of a province before it was one itself."""
    return frozenset(row.unit for row in registry.load().provinces if row.name == name)


@cache
def _gazetteer() -> Gazetteer:
    names = [
        Name(spelling, row.name, "province", any_case=False)
        for row in registry.load().provinces
        for spelling in (row.name, *row.short_names)
    ]
    return Gazetteer((*names, *(Name(other, other, "other") for other in _OTHER)))


_FAR = 2000  # characters over which the place is remembered whose officer is named


def find(flat: Flat) -> tuple[tuple[Spot, ...], list[tuple[int, int, str]]]:
    """All places in order, none within another, and where a level stands without a name ("tỉnh", "thành phố")."""
    found: list[Spot] = []
    bare: list[tuple[int, int, str]] = []
    levels = tables.printed_values("levels")
    for start, end, said in marks.find(flat)[marks.LEVELS]:
        level = levels[said]
        if said[:2] == "tt" and not _is_town(flat, start, end):
            continue
        spot = _named(flat, start, end, level)
        if spot is None and said[:2] in ("tt", "tx"):
            continue
        if spot is None or _is_anothers(flat, spot, found):
            bare.append((start, end, level))
        elif not (found and spot.start < found[-1].end):
            found.append(spot)
    taken = Stretches((spot.start, spot.end) for spot in found)
    for hit in _gazetteer().find(flat):
        if hit.name.kind != "province" or taken.holds(hit.start) or _is_given_name(flat, hit.start, hit.end):
            continue
        if hit.name.value != "Hồ Chí Minh":
            name = hit.name.value
            found.append(Spot(hit.start, hit.end, name, None, province=True, usual=level_of(name, flat.day)))
        elif hit.end - hit.start < 7:  # "TPHCM"; the full name may be the man's
            found.append(Spot(hit.start, hit.end, hit.name.value, "thành phố", province=True))
    return tuple(sorted(found, key=lambda spot: spot.start)), bare


def _is_given_name(flat: Flat, start: int, end: int) -> bool:
    """Whether a province's name is what a person is called: "Phó Thủ tướng Trương Hòa Bình", "Lê Thị Hà Nam"."""
    before = _CALLED.search(flat.text, max(0, start - _LONGEST_CALLED), start)
    if before is None or before["level"]:
        return False
    second = before.start("second")
    return any(at >= 0 and persons.vietnamese(flat, at) == end for at in (before.start("first"), second))


_CALLED = re.compile(
    r"(?P<level>[Hh]uyện |[Tt]hị xã |[Xx]ã |[Pp]hường |[Qq]uận |\bTP |\bTX )?"
    r"(?:(?P<second>\b[^\W\d_]+) )?(?P<first>\b[^\W\d_]+) \Z"
)
_LONGEST_CALLED = 24  # characters of a level, a family name and a middle name


def _is_town(flat: Flat, start: int, end: int) -> bool:
    """Whether "TT" stands for a town: behind a body that one has, before no province's name ("UBND TT Huế")."""
    return _TOWN.search(flat.folded, max(0, start - 20), start) is not None and province_at(flat, end) is None


def _named(flat: Flat, start: int, end: int, level: str) -> Spot | None:
    """The place whose level stands here and whose name follows."""
    text = flat.text
    if (
        level not in ("tỉnh", "thành phố")
        and text[start:end].isupper()
        and flat.roles[flat.line(start)] == "letterhead"
    ):
        return _in_letterhead(flat, start, end, level)
    words = _WORDS.match(text, end)
    if not words:
        numbered = _NAME.match(text, end) if level in ("quận", "phường") else None
        return Spot(start, numbered.end("name"), numbered["name"], level, province=False) if numbered else None
    known = _known(words["name"])
    if known and level in ("tỉnh", "thành phố"):
        name, length = known
        return Spot(start, words.start("name") + length, name, level, province=level in levels_of(name))
    name_found = _NAME.match(text, end)
    if not name_found or level == "tỉnh" or (text[start:end].isupper() and end - start > 3):
        return None
    name = name_found["name"]
    name = _without_person(flat, name_found.start("name"), name)
    if _is_persons(flat, start, name_found.start("name")):
        return None
    if text[start:end] in ("P.", "p.") and not name[0].isdigit() and " " not in name:
        return None  # an initial
    if level == "thành phố" and (
        flat.folded.startswith("thu do", start)
        or not all(map(is_syllable, name.split()[:2]))
        or flat.text[name_found.end() : name_found.end() + 2] in (" -", "-")
    ):
        return None
    if _is_bodys(flat, name_found.start("name"), name):
        return None
    end = name_found.start("name") + len(name)
    second = _OF_CITY.match(text, end) if level == "phường" else None
    end = second.end() if second else end
    return Spot(start, end, steady(text[name_found.start("name") : end]), level, province=False)


def _is_bodys(flat: Flat, start: int, name: str) -> bool:
    """Whether what stands behind a level begins with a word of a body or of another level: "phường Đoàn Thanh niên"."""
    first = name.split()[0]
    if fold_name(first) in _EITHER and (" " in name or first.lower() == "thanh"):
        return _OF_BODIES.match(flat.folded, start) is not None
    accented = flat.is_accented or flat.accented[flat.line(start)]
    return first.lower() in _NEVER_FIRST if accented else fold_name(first) in _NEVER_FIRST_PLAIN


def _in_letterhead(flat: Flat, start: int, end: int, level: str) -> Spot | None:
    """The commune or district in whose name a letterhead speaks, in capitals to its line's end: "XÃ BÌNH MINH"."""
    name = _CAPITALS.match(flat.text, end)
    if name is None:
        return None
    words = " ".join(word.capitalize() for word in name["name"].split())
    return Spot(start, name.end("name"), steady(words), level, province=False)


def province_at(flat: Flat, at: int) -> tuple[str, str, int] | None:
    """The province whose name, without its level, begins at a position: its name, its level, where the name ends."""
    words = _WORDS.match(flat.text, at)
    known = _known(words["name"]) if words else None
    if words is None or known is None:
        return None
    name, length = known
    return name, level_of(name, flat.day), words.start("name") + length


def _without_person(flat: Flat, start: int, name: str) -> str:
    """A place's name without that of the person who follows: "xã Yên Hòa Nguyễn Văn Bình" goes on with its chairman."""
    shorter = []
    officer = (
        _OFFICER.search(flat.folded, max(0, start - 50), start) is not None
    )  # "Chủ tịch UBND TP Thủ Đức Hoàng Tùng"
    for syllable in re.finditer(r" (?=\S)", name):
        begin = start + syllable.end()
        person = persons.vietnamese(flat, begin)
        if person is None:
            continue
        long = flat.text.count(" ", begin, person) > 1
        if long or (officer and persons.is_common(flat, begin) and name.count(" ", 0, syllable.start()) >= 1):
            shorter.append((not persons.is_common(flat, begin), syllable.start()))
    return name[: min(shorter)[1]] if shorter else name


def _is_persons(flat: Flat, level: int, start: int) -> bool:
    """Whether a name behind a level is its officer's, the place being named elsewhere: "Chủ tịch UBND xã Lê Văn An"."""
    if not _OFFICER.search(flat.folded, max(0, level - 40), level) or not persons.is_common(flat, start):
        return False
    person = persons.vietnamese(flat, start)
    words = flat.folded[start : person or start].split()
    if flat.folded.startswith(("tp", "thanh pho"), level):
        return len(words) in (3, 4)  # no city is called like that
    return len(words) in (3, 4) and words[1] in ("van", "thi")


def _is_anothers(flat: Flat, spot: Spot, before: Sequence[Spot]) -> bool:
    """Whether a name is the officer's whose place is named before: "Chủ tịch UBND phường Lê Tấn An"."""
    if spot.level in (None, "tỉnh", "thành phố") or len(spot.name.split()) not in (3, 4):
        return False
    start = spot.end - len(spot.name)
    if not _OFFICER.search(flat.folded, max(0, spot.start - 40), spot.start) or not persons.is_common(flat, start):
        return False
    for other in reversed(before):
        if spot.start - other.end >= _FAR:
            return False
        if other.level == spot.level:
            return other.name != spot.name
    return False


def _known(words: str) -> tuple[str, int] | None:
    """The province whose name the words begin with, and the length of the name there."""
    stop = len(words)
    while stop > 0:
        found = provinces().get(fold_name(words[:stop]))
        if found:
            return found[0], stop
        stop = max(words.rfind(" ", 0, stop), words.rfind("-", 0, stop))
    return None
