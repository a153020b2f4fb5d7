"""Which place a body without its place is of: the one that the text speaks for, named last before, or never names.

"Tỉnh", "thành phố" without a name mean the province of the letterhead, else the last one named; in news that names none
they still mean one ("UBND tỉnh"), in a statute they mean any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property

from loaders import tables
from loaders.agencies.places import Spot
from loaders.officials import persons
from loaders.words import ordered
from loaders.words.flat import Flat, Pattern, fold_name, steady

_OWN_LEVEL = re.compile(
    r" (?P<level>tinh|thanh pho|tp|huyen|quan|thi xa|phuong|xa|dac khu)(?!\w)"
    r"(?! (?:uy|doan|truc thuoc|thanh|thuoc|hoi)\b)"
    r"(?!(?:,|/| va| -) ?(?:tinh|thanh pho|xa|phuong|huyen|quan|thi xa|thi tran|thanh|dac khu)\b(?! (?:uy|doan)\b))"
)
LEVEL_WORDS = {"tp": "thành phố", "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "quan": "quận",
                "thi xa": "thị xã", "phuong": "phường", "xa": "xã",
                "dac khu": "đặc khu"}  # fmt: skip
_PROVINCIAL = frozenset(("tỉnh", "thành phố"))
_STATUTE = frozenset(("letterhead", "basis", "preamble", "recipients"))  # lines that only a document's own text has
_RULES = re.compile(r"(?:^|\n)dieu \d{1,3}[.:] ")
_GOVERNING = frozenset(
    ("uy ban nhan dan", "hoi dong nhan dan", "tinh uy", "thanh uy", "ban thuong vu tinh uy", "ban thuong vu thanh uy",
     "doan dai bieu quoc hoi", "van phong uy ban nhan dan", "thuong truc hoi dong nhan dan")
)  # fmt: skip
_COMMITTEE = re.compile(r"(?:^|.* )(?:tinh|thanh) uy$")  # a Party committee, or a body of one
_OF_MANY = re.compile(r"\b(?:cac|nhung|tung|moi) (?:so|tinh|dia phuong)\b(?! (?:tren|thuoc|cua|vua)\b)[^.;]*\Z")
_NO_MORE = re.compile(r" \(?(?:cu|truoc day)\b")
_TAKEN_IN = re.compile(
    r"\b(?:hop nhat|sap nhap|sat nhap|nhap) (?:(?:voi|cung|tu|cac|hai|ba|tinh) )*"
    r"(?P<other>[^.;:()]{2,30}?(?:, | va ))?\Z"
)
_NEAR = 60  # characters in which what takes in a place stands before it
_DATELINE = re.compile(r",? ngay")
_OFFICER = re.compile(
    r"\b(?:pho )?(?:chu tich|bi thu)(?: thuong truc)? (?:ubnd|uy ban nhan dan|hdnd|dang uy|huyen uy) "
    r"(?P<level>huyen|quan|thi xa|phuong|xa)\b"
)


def governs(name: str) -> bool:
    """Whether each province has a body of this name, so that without its place it is that of the one spoken of."""
    folded = fold_name(name)
    return folded in _GOVERNING or _COMMITTEE.match(folded) is not None


def suffix(name: str, spot: Spot) -> str:
    """What a place adds to the name of its body: "tỉnh Phú Thọ"; to that of a Party committee its name alone."""
    folded = fold_name(name)
    if folded.endswith("uy") and not folded.endswith("dang uy"):
        return "Thành phố Hồ Chí Minh" if spot.name == "Hồ Chí Minh" else spot.name
    if spot.level is None and folded in _GOVERNING:
        return f"{spot.rank} {spot.name}"
    return spot.suffix


@cache
def _provinces_abroad() -> Pattern:
    return Pattern(rf" tỉnh (?:{'|'.join(steady(name).lower() for name in tables.printed('provinces_abroad'))})(?!\w)")


def abroad(flat: Flat, at: int) -> int | None:
    """Where the name of another country's province ends that begins at a position: "Sở Thương mại tỉnh Vân Nam"."""
    if not flat.folded.startswith(" tinh ", at) or flat.text[at + 6 : at + 7].islower():
        return None
    found = _provinces_abroad().match(flat, at)
    return found.end() if found else None


_LEVEL = r"(?:tinh|thanh pho|thi xa|thi tran|dac khu|huyen|quan|phuong|xa)"
_LEVELS = re.compile(rf"{_LEVEL}(?:, ?| va |/){_LEVEL}(?! hoi\b)\b")


def levels(flat: Flat, at: int) -> bool:
    """Whether levels of any places stand in a row at a position: "phòng văn hóa xã, phường"."""
    return flat.folded[at : at + 1] in "tdhqpx" and _LEVELS.match(flat.folded, at) is not None


class Homes:
    """The places of one flat text, asked for the one that is meant."""

    def __init__(self, flat: Flat, spots: Mapping[int, Spot]) -> None:
        self.flat = flat
        self.spots = spots

    def level_at(self, at: int) -> re.Match[str] | None:
        """The "tỉnh" or "thành phố" without a name that stands at a position."""
        own = _OWN_LEVEL.match(self.flat.folded, at)
        return own if own and self._is_level(own) and not abroad(self.flat, at) else None

    def meant(self, at: int, level: str | None) -> Spot | None:
        """The place that "tỉnh" or "UBND" means at a position: the letterhead's, else the last one named before it."""
        own = self.speaks_for
        if own and (level is None or own.level in (level, None) or (level == "tỉnh" and own.province)):
            return own
        if _OF_MANY.search(self.flat.folded, self.flat.border(self.flat.line(at))[0], at):
            return None  # "đề nghị các Sở tham mưu UBND tỉnh": each its own
        fit = self._of_level.get(level, [])
        if level in ("huyện", "quận", "xã", "phường", "thị xã", "đặc khu") and len({spot.name for spot in fit}) > 1:
            return None  # any of them
        index = ordered.index(fit, at)
        return fit[index - 1] if index else fit[0] if fit else None

    @cached_property
    def _of_level(self) -> dict[str | None, list[Spot]]:
        """The places by level in order; under None the provinces."""
        found: dict[str | None, list[Spot]] = {}
        for spot in self.spots.values():
            if self._is_former(spot):
                continue
            found.setdefault(spot.rank, []).append(spot)
            if spot.province and not _DATELINE.match(self.flat.folded, spot.end):
                found.setdefault(None, []).append(spot)
        return found

    def _is_former(self, spot: Spot) -> bool:
        """Whether a place is one that another has taken in: "tỉnh Đắk Nông cũ", "sau hợp nhất với Bình Thuận"."""
        folded = self.flat.folded
        if _NO_MORE.match(folded, spot.end):
            return True
        begin = self.flat.border(self.flat.line(spot.start))[0]
        taken = _TAKEN_IN.search(folded, max(begin, spot.start - _NEAR), spot.start)
        return taken is not None and (taken["other"] is None or spot.level is None)

    @cached_property
    def speaks_for(self) -> Spot | None:
        """The province, or the commune or district, in whose name a document's own text speaks."""
        flat = self.flat
        province = None
        for spot in self.spots.values():
            of_committee = flat.folded.endswith(" uy ", 0, spot.start)  # "THÀNH ỦY HẢI PHÒNG"
            if flat.roles[flat.line(spot.start)] != "letterhead" or _DATELINE.match(flat.folded, spot.end):
                continue
            if spot.province and (spot.level or of_committee):
                province = province or replace(spot, level=spot.rank)
            if not spot.province and flat.text[spot.start : spot.end].isupper():
                return spot  # its province stands above it
        return province

    def tells_of_one(self, level: str) -> bool:
        """Whether a "tỉnh" or "thành phố" without a name is one: in news, which no statute's "UBND tỉnh" stands in."""
        if self._is_statute:
            return False
        return level in _PROVINCIAL or level in self._led

    @cached_property
    def _led(self) -> frozenset[str]:
        """The levels below the province whose one officer the text names: "Chủ tịch UBND huyện Lê Văn An"."""
        ends = {end for _, end in persons.scan(self.flat)} if _OFFICER.search(self.flat.folded) else set()
        found = set()
        for officer in _OFFICER.finditer(self.flat.folded):
            after = persons.vietnamese(self.flat, officer.end() + 1)
            before = self.flat.text[officer.start() - 2 : officer.start()] in (", ", "- ", "– ")
            if after or (before and (officer.start() - 2 in ends or officer.start() - 3 in ends)):
                found.add(LEVEL_WORDS[officer["level"]])
        return frozenset(found)

    @cached_property
    def _is_statute(self) -> bool:
        """Whether the text is a document's own, which may rule for every province."""
        return not _STATUTE.isdisjoint(self.flat.roles) or _RULES.search(self.flat.folded) is not None

    def unnamed(self, ends: Iterable[int]) -> str | None:
        """The level of the province that the text never names, printed behind one of the bodies that end there."""
        if self._of_level.get(None):
            return None
        printed = (_OWN_LEVEL.match(self.flat.folded, end) for end in ends)
        levels = (LEVEL_WORDS[own["level"]] for own in printed if own and self._is_level(own))
        return next((level for level in levels if self.tells_of_one(level)), None)

    def _is_level(self, own: re.Match[str]) -> bool:
        spelt = self.flat.lower[own.start("level") : own.end("level")]
        if not self.flat.accented[self.flat.line(own.start())]:
            return own["level"] not in ("quan", "huyen", "xa", "phuong")  # these may be quản, huyền, xa, phương
        return spelt in (LEVEL_WORDS[own["level"]], "tp")
