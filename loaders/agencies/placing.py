"""Bodies with the places that tell them from others of their name: their own, their branch's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from loaders.agencies import homes
from loaders.agencies.homes import LEVEL_WORDS, Homes
from loaders.agencies.known import Known
from loaders.agencies.places import Spot
from loaders.officials.persons import is_syllable
from loaders.words.flat import Flat, fold_name, steady

PLACELESS = frozenset(
    ("cong an", "thanh tra", "doan thanh nien", "toa an nhan dan", "vien kiem sat nhan dan", "ban dan toc", "dang bo",
     "thue", "hai quan", "kho bac nha nuoc", "bao hiem xa hoi", "trung tam phuc vu hanh chinh cong",
     "trung tam hanh chinh cong", "tram y te", "thi hanh an dan su", "bo doi bien phong",
     "vien thong", "dien luc", "buu dien")
)  # fmt: skip
_COINED = re.compile(r" (?P<word>[A-Z][a-z]{3,}|[A-Z]{2,5})(?![\w&-])")
_TECHNICAL = frozenset(("IDC", "CEO", "CTO"))
_REGIONAL = re.compile(
    r"(?:(?:,| -| –)? (?:chi nhánh|chi nhanh))? (?:khu vực|khu vuc|cơ sở|co so) (?:\d{1,2}|[ivx]{1,5})(?![\w/])"
)
_OF = " cua "
_DASH = re.compile(r" [-–] ")
_BRANCH = re.compile(r",?(?: -| –)? (?:chi nhánh|chi nhanh) (?:tại |tai )?")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a body's name ends with its place, the name with it, and the place."""

    end: int
    name: str
    spot: Spot | None


class Placing:
    """The places of one flat text, and its homes: those that it speaks of without their names."""

    def __init__(self, flat: Flat, spots: Mapping[int, Spot], told: Homes) -> None:
        self._flat = flat
        self._spots = spots
        self._homes = told

    def at(self, name: str, end: int) -> Placed | None:
        """A body with the place that follows it, where one does."""
        if self._flat.text[end : end + 1] != " ":
            return None
        spot = self._spots.get(end + 1)
        ward = spot is not None and spot.level == "phường" and spot.name.isdigit()
        around = self._spots.get(spot.end + 2) if spot and ward else None
        if spot and around and self._flat.text[spot.end : spot.end + 2] == ", ":  # "UBND P. 11, Q. Gò Vấp"
            return Placed(around.end, f"{name} {homes.suffix(name, spot)}, {around.suffix}", spot)
        if spot:
            return Placed(spot.end, f"{name} {homes.suffix(name, spot)}", spot)
        there = homes.abroad(self._flat, end)
        if there:
            return Placed(there, f"{name}{self._flat.text[end:there]}", None)
        own = self._homes.level_at(end)
        if own:
            home = self._homes.meant(end, LEVEL_WORDS[own["level"]])
            if home:
                home = replace(home, level=home.level or LEVEL_WORDS[own["level"]])
                return Placed(own.end("level"), f"{name} {homes.suffix(name, home)}", home)
            return self._of_no_name(name, own)
        return None

    def of_its_own(self, name: str, end: int) -> Placed | None:
        """A board with the place whose it is said to be: "Ban Chỉ đạo 57 của tỉnh"."""
        at = end + len(_OF) - 1
        if not self._flat.folded.startswith(_OF, end):
            return None
        spot = self._spots.get(at + 1)
        return self.at(name, at) if self._homes.level_at(at) or (spot and spot.level) else None

    def _of_no_name(self, name: str, own: re.Match[str]) -> Placed | None:
        """A body of the province that the text speaks of and never names: "UBND tỉnh", "Công an tỉnh"."""
        level, governs = LEVEL_WORDS[own["level"]], homes.governs(name)
        if governs and not self._homes.tells_of_one(level):
            return None
        levelled = governs or fold_name(name) in PLACELESS or not fold_name(name).startswith("so ")
        return Placed(own.end("level"), f"{name} {level}" if levelled else name, None)

    def regional(self, mark: Known) -> Placed | None:
        """The office of a body for some provinces or communes: "Tòa án nhân dân khu vực 4 - Hà Nội"."""
        region = _REGIONAL.match(self._flat.lower, mark.end)
        if region is None:
            return None
        name = (
            f"{mark.name.removesuffix(' Việt Nam')} {steady(self._flat.text[mark.end : region.end()]).lstrip(' ,-–')}"
        )
        dash = _DASH.match(self._flat.text, region.end())
        spot = self._spots.get(dash.end()) if dash else None
        if spot and spot.province:
            return Placed(spot.end, f"{name} - {spot.name}", spot)
        return self.at(name, region.end()) or Placed(region.end(), name, None)

    def branch(self, name: str, end: int) -> Placed | None:
        """A bank or firm with the place that its branch has: "Ngân hàng Nhà nước chi nhánh tỉnh Đồng Nai"."""
        branch = _BRANCH.match(self._flat.lower, end)
        spot = self._spots.get(branch.end()) if branch else None
        own = self._homes.level_at(branch.end() - 1) if branch and spot is None else None
        if own:
            spot = self._homes.meant(own.start(), LEVEL_WORDS[own["level"]])
            spot = replace(spot, end=own.end("level")) if spot else None
        if spot is None:
            return None
        return Placed(spot.end, f"{name} chi nhánh {spot.rank[0].upper()}{spot.rank[1:]} {spot.name}", spot)

    def branch_in(self, mark: Known) -> Placed | None:
        """A firm by its short name with the province that it works in: "VNPT Lâm Đồng"."""
        spot = self._spots.get(mark.end + 1) if mark.type == "enterprise" else None
        printed = self._flat.text[mark.start : mark.end]
        if spot is None or not spot.province or spot.level is not None or " " in printed:
            return None
        return Placed(spot.end, f"{printed} {spot.name}", spot) if self._flat.text.startswith(" ", mark.end) else None

    def daughter(self, mark: Known) -> Placed | None:
        """A firm whose name goes on after its mother's: "FPT Semiconductor", "Viettel Solutions"."""
        more = _COINED.match(self._flat.text, mark.end) if mark.type == "enterprise" else None
        printed = self._flat.text[mark.start : mark.end]
        if more is None or " " in printed or is_syllable(more["word"]) or more["word"] in _TECHNICAL:
            return None
        return Placed(more.end(), f"{printed}{more.group()}", None)
