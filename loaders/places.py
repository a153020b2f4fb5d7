"""Provinces, districts and communes as a text names them: "tỉnh Phú Thọ", "TP.HCM", "xã Yên Hòa", "Đà Nẵng"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.folding import UPPER, fold
from loaders.flat import Flat, steady
from loaders.gazetteer import Gazetteer, Name, Phrases
from loaders.persons import is_syllable

_LEVELS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp.": "thành phố", "tp": "thành phố", "thủ đô": "thành phố", "huyện": "huyện",
    "quận": "quận", "q.": "quận", "thị xã": "thị xã", "tx.": "thị xã", "thị trấn": "thị trấn", "phường": "phường",
    "p.": "phường", "xã": "xã", "đặc khu": "đặc khu",
}  # fmt: skip
_SYLLABLE = rf"[{UPPER}][^\W\d_{UPPER}]*"
_NAME = re.compile(rf" ?(?P<name>(?:{_SYLLABLE}(?: {_SYLLABLE}){{0,2}}(?: \d{{1,2}})?|\d{{1,2}})(?!\w))")
_WORDS = re.compile(rf" ?(?P<name>[{UPPER}][^\W\d_]*(?:(?: - |-| )[{UPPER}][^\W\d_]*){{0,4}})")
# what follows a level without being a name: bodies ("Tỉnh ủy"), other levels, and "Thông tấn xã Việt Nam"
_NEVER_FIRST = frozenset(
    "dang uy doan mat bo so cuc ubnd hdnd cong dia hoi mttq tinh thanh xa phuong huyen quan viet ubmttq cac".split()
)
_LEVEL = re.compile(r"^(?:thanh pho |tp\.? ?|tinh |thu do )")
_OTHER = ("Thái Bình Dương", "Hồ Chí Minh toàn tập")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named in a flat text; `level` is None where the text names a province without its level."""

    start: int
    end: int
    name: str  # without its level
    level: str | None
    province: bool

    @property
    def agency(self) -> str:
        """Its name as that of a body: "Tỉnh Phú Thọ"."""
        named = f"{self.level or level_of(self.name)} {self.name}"
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
            found.setdefault(fold(spelling), (row.name, row.unit))
            found.setdefault(_LEVEL.sub("", fold(spelling)), (row.name, row.unit))
            found.setdefault(fold(spelling).replace(" - ", " "), (row.name, row.unit))
    return found


def level_of(name: str) -> str:
    """Whether a province is a "tỉnh" or a "thành phố"; a name that is no province's counts as "tỉnh"."""
    return provinces().get(fold(name), ("", "tỉnh"))[1]


@cache
def levels_of(name: str) -> frozenset[str]:
    """The levels that a province of this name has had: Huế was a city of a province before it was one itself."""
    return frozenset(row.unit for row in registry.load().provinces if row.name == name)


@cache
def _gazetteer() -> Gazetteer:
    names = [Name(spelling, row.name, "province", any_case=False)
             for row in registry.load().provinces for spelling in (row.name, *row.short_names)]
    return Gazetteer((*names, *(Name(other, other, "other") for other in _OTHER)))


@cache
def _levels() -> Phrases:
    return Phrases(_LEVELS)


def find(flat: Flat) -> tuple[Spot, ...]:
    """All places, in order; none within another."""
    found: list[Spot] = []
    for start, end, level in _levels().find(flat):
        spot = _named(flat, start, end, _LEVELS[level])
        if spot and not (found and spot.start < found[-1].end):
            found.append(spot)
    taken = {at for spot in found for at in range(spot.start, spot.end)}
    for hit in _gazetteer().find(flat):
        if hit.name.kind == "province" and hit.start not in taken and hit.name.value != "Hồ Chí Minh":
            found.append(Spot(hit.start, hit.end, hit.name.value, None, province=True))
        elif hit.start not in taken and hit.name.kind == "province" and len(flat.text[hit.start : hit.end]) < 7:
            found.append(Spot(hit.start, hit.end, hit.name.value, "thành phố", province=True))
    return tuple(sorted(found, key=lambda spot: spot.start))


def _named(flat: Flat, start: int, end: int, level: str) -> Spot | None:
    """The place whose level stands here and whose name follows."""
    text = flat.text
    words = _WORDS.match(text, end)
    if not words:
        numbered = _NAME.match(text, end) if level in ("quận", "phường") else None
        return Spot(start, numbered.end("name"), numbered["name"], level, province=False) if numbered else None
    known = _known(words["name"])
    if known and level in ("tỉnh", "thành phố"):
        name, length = known
        return Spot(start, words.start("name") + length, name, level, province=level in levels_of(name))
    name_found = _NAME.match(text, end)
    if not name_found or level == "tỉnh" or text[start:end].isupper() and end - start > 3:
        return None
    name = name_found["name"]
    if level == "thành phố" and (
        flat.folded.startswith("thu do", start) or not all(map(is_syllable, name.split()[:2])) or flat.text[name_found.end() : name_found.end() + 2] in (" -", "-")
    ):
        return None
    if fold(name.split()[0]) in _NEVER_FIRST:
        return None
    return Spot(start, name_found.end("name"), steady(name), level, province=False)


def _known(words: str) -> tuple[str, int] | None:
    """The province whose name the words begin with, and the length of the name there."""
    stop = len(words)
    while stop > 0:
        found = provinces().get(fold(words[:stop]))
        if found:
            return found[0], stop
        stop = max(words.rfind(" ", 0, stop), words.rfind("-", 0, stop))
    return None
