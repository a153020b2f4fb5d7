"""All that a text has of bodies: those known, those told by head and name, places, groups, and offices around them.

The steps go from what is sure to what only its neighbours tell. What an earlier step has read a later one only joins:
"Văn phòng" to "Ủy ban nhân dân tỉnh Phú Thọ", "Bộ trưởng" to "Bộ Công an".
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders import tables
from loaders.agencies import boards, bodies, homes, known, name_closes, registered
from loaders.agencies.bodies import Body, Head
from loaders.agencies.homes import LEVEL_WORDS
from loaders.agencies.known import Known
from loaders.agencies.places import Spot
from loaders.agencies.placing import PLACELESS, Placed, Placing
from loaders.agencies.registered import LOCAL
from loaders.agencies.signs import Signs
from loaders.agencies.tails import Tails
from loaders.officials import persons
from loaders.words.abbreviations import spell_out
from loaders.words.flat import Flat, fold_name, steady

_SHARING = re.compile(r"(?:, ?| và | va |/|; ?|, và | - |-)$")
_STANDING = "Thường trực "
_OFFICER_OF = re.compile(r"\b(?:bi thu|chu tich|uy vien) $")
_LED_BY = re.compile(r"\b(?:pho )?(?:chu tich|bi thu) $")
_AND_COUNCIL = re.compile(r"(?:,| va|;|/) ?(?:hdnd|ubnd|hoi dong nhan dan|uy ban nhan dan)\b")
_COUNTRY = re.compile(r"\bVN\b")
_OF_EACH = re.compile(
    r" (?:cac cap|cap (?:xa|co so|uy)|(?:cua|o) (?:cap minh|minh|moi|tung|cac)|o (?:cac )?(?:cap|thon))\b"
)
_SHORT = re.compile(r" \([A-ZĐ][\w&-]{1,9}\)(?= )")
_AND = re.compile(r" va $|& $")
_SEVERAL = re.compile(
    r" (?:[:.] )?(?:tat ca )?(?:(?:cac|nhung|moi|tung)\b|\d+ (?:tinh|thanh pho|xa|phuong|huyen|quan|dac khu|don vi)\b)"
)
_OF = re.compile(r" (?:cua )?")  # between a board and whose it is
_CENTRAL = re.compile(
    r"(?:trung uong|quoc gia|chinh phu|thu tuong(?: chinh phu)?|quoc hoi|tong thong(?: (?!ve )\w+){0,2})\b"
)
_SCHOOLS = ("truong trung hoc", "truong tieu hoc", "truong mam non", "truong cao dang")
_AFTER_PERSONS = (*_SCHOOLS, "truong dai hoc", "dai hoc")
_COMMITTEES = ("tinh uy ", "thanh uy ", "dang uy ", "huyen uy ", "quan uy ")  # "Ban Chỉ đạo 57 của Thành ủy Huế"
_MISSIONS = ("Đại sứ quán", "Tổng Lãnh sự quán", "Phái đoàn")
_CALLED_AFTER = frozenset(("Bệnh viện", "Trường"))
_HELPERS = frozenset(
    ("Đảng bộ", "Ban Chấp hành Đảng bộ", "Tổ giúp việc", "Tổ Giúp việc", "Tổ thường trực", "Tổ Thường trực")
)
_BETWEEN = re.compile(r" (?:(?P<own>co quan|so \d{1,3})|cua) ")  # a part and what it is part of
_DASH = re.compile(r" [-–] ")
_PROJECT = re.compile(r"\b(?:du an|cong trinh) $")


class Survey(Signs):
    """One flat text with what each step has found in it."""

    def __init__(self, flat: Flat) -> None:
        super().__init__(flat)
        self._placing = Placing(flat, self.spots, self.homes)
        self.found: dict[int, Body] = {}
        self._firm = False
        self._tails = Tails(flat, self._other, self._at_place, name_closes.printed_alone(flat))
        self.spot_of: dict[int, Spot] = {}  # the place of each local body, by its start

    def bodies(self) -> dict[int, Body]:
        """The named bodies by their start; places as bodies are not among them."""
        marks: list[Known | Head] = [*self.known, *self.heads]
        for mark in sorted(marks, key=lambda mark: -mark.start):  # what a part is part of stands to its right
            body = self._known(mark) if isinstance(mark, Known) else self._headed(mark)
            if body:
                self.found[body.start] = body
        return self.found

    # ── one body ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _known(self, mark: Known) -> Body | None:
        """A registered body with what its name goes on with: a region, branch or place, the body it is part of."""
        if mark.name.startswith(_STANDING) and _OFFICER_OF.search(self.flat.folded, max(0, mark.start - 9), mark.start):
            whole = mark.name.removeprefix(_STANDING)  # "Phó Bí thư Thường trực Thành ủy"
            mark = replace(mark, start=mark.start + len(_STANDING), name=whole)
        regional = self._placing.regional(mark)
        if regional:
            return self._body(mark.start, regional, mark.type)
        part_of = self.found.get(mark.end + 1) if self.flat.text[mark.end : mark.end + 1] == " " else None
        return self._local(mark, part_of) if mark.type == LOCAL else self._central(mark, part_of)

    def _central(self, mark: Known, part_of: Body | None) -> Body:
        """A body that there is once, or its branch, its firm's daughter, its counterpart in a place or ministry."""
        name, end = mark.name, mark.end
        branch = self._placing.branch(name, end) or self._placing.branch_in(mark) or self._placing.daughter(mark)
        if branch:
            return Body(mark.start, branch.end, branch.name, type=mark.type)
        if part_of and mark.type == "mass-organisation" and part_of.type in ("ministry", "ministerial-agency"):
            return Body(mark.start, part_of.end, f"{name} {part_of.name}", type="part")
        if mark.type == "committee":
            own = name.removesuffix(" của Chính phủ")
            placed = self._placing.at(own, end)
            if placed:
                return self._body(mark.start, placed, "board")  # "Tổ công tác Đề án 06 xã"
            other = self._of_another(name, end)
            if other:
                return Body(mark.start, other.end, f"{own} của {other.name}", type="board")
        placed = self._placing.at(name, end) if mark.type in ("mass-organisation", "department") else None
        return self._body(mark.start, placed, mark.type) if placed else Body(mark.start, end, name, type=mark.type)

    def _local(self, mark: Known, part_of: Body | None) -> Body | None:
        """A body that each place has, with the place whose it is; None where those of many places are meant."""
        name, end = mark.name, mark.end
        if part_of and not part_of.head:
            return Body(mark.start, part_of.end, f"{name} {part_of.name}", type="part")
        if name.startswith(_STANDING) and _AND_COUNCIL.match(self.flat.folded, end):
            name = name.removeprefix(_STANDING)  # "Thường trực Tỉnh ủy, HĐND, UBND tỉnh": of each
        governs = homes.governs(name)
        if governs and _SEVERAL.match(self.flat.folded, end):
            return None
        placed = self._placing.at(name, end) or (self._shared(name, end) if governs else None)
        if placed:
            return self._body(mark.start, placed, LOCAL)
        lower = self.flat.text[end + 2 : end + 3].islower()  # no line of capitals
        if (
            lower
            and fold_name(name).endswith("thanh uy")
            and (city := self._tails.end(Head(mark.start, end, name, "local")))
        ):
            return Body(mark.start, city, f"{name}{steady(self.flat.text[end:city])}", type=LOCAL)
        if governs:
            level = self.homes.level_at(end)
            if level:  # "UBND xã": any commune's
                end = level.end("level")
                led = _LED_BY.search(self.flat.folded, max(0, mark.start - 16), mark.start)
                start = led.start() if led else mark.start  # who has to act is its chairman
                return Body(start, end, self.flat.text[start:end], "group")
            return Body(mark.start, end, name, type=LOCAL, head=name)
        if fold_name(name) in PLACELESS and not self._beside_its_own(end):
            return None
        return Body(mark.start, end, name, type=LOCAL)

    def _shared(self, name: str, end: int) -> Placed | None:
        """A body with the place of the next one of a list: "Tỉnh ủy, HĐND, UBND tỉnh Phú Thọ"."""
        for start in range(end + 1, end + 5):
            spot = self.spot_of.get(start)
            if spot and self.found[start].type == LOCAL and _SHARING.fullmatch(self.flat.text[end:start]):
                spot = replace(spot, level=spot.rank)
                return Placed(end, f"{name} {homes.suffix(name, spot)}", spot)
        return None

    def _of_another(self, name: str, end: int) -> Body | None:
        """The body whose own a board is that the Government has, too: "Tổ công tác triển khai Đề án 06 của Bộ Y tế"."""
        of = _OF.match(self.flat.folded, end) if name.endswith(" của Chính phủ") else None
        other = self.found.get(of.end()) if of else None
        return other if other and not other.head and other.name != "Chính phủ" else None

    def _beside_its_own(self, end: int) -> bool:
        """Whether the committee whose body it is stands next: "Trung tâm Phục vụ hành chính công, UBND phường …"."""
        beside = self.found.get(end + 2) if self.flat.text[end : end + 2] == ", " else None
        return beside is not None and beside.type == LOCAL and beside.start in self.spot_of

    def _body(self, start: int, placed: Placed, kind: str) -> Body:
        """A body with its place, which is kept for the bodies that share it."""
        if placed.spot:
            self.spot_of[start] = placed.spot
        return Body(start, placed.end, placed.name, type=kind)

    def _headed(self, mark: Head) -> Body | None:
        flat = self.flat
        part_of = self.found.get(mark.end + 1) if flat.text[mark.end : mark.end + 1] == " " else None
        if mark.rule == "press":
            return None
        belongs = mark.rule == "part" or mark.name in _HELPERS
        if belongs:
            short = _SHORT.match(flat.text, mark.end)  # "Ủy ban Kiểm tra (UBKT) Tỉnh ủy"
            between = _BETWEEN.match(flat.folded, mark.end)
            after = between.end() if between else short.end() + 1 if short else None
            part_of = self.found.get(after) if after else part_of
            if between and between["own"]:  # "Chi nhánh số 3 …", "Đảng ủy cơ quan …"
                mark = replace(mark, name=f"{mark.name} {flat.text[between.start('own') : between.end('own')]}")
        if belongs and part_of and part_of.type != "foreign" and not part_of.head:
            name = f"{mark.name} {part_of.name}"
            there = self._placing.at(name, part_of.end) if mark.name == "Chi nhánh" else None
            return self._body(mark.start, there, "part") if there else Body(mark.start, part_of.end, name, type="part")
        placed = self._placing.at(mark.name, mark.end) if mark.rule == "local" or self._of_commune(mark) else None
        if placed:
            return self._body(mark.start, placed, LOCAL)
        if bodies.in_capitals(flat, mark):
            return self._of_letterhead(mark) if mark.rule != "part" else None  # a line of capitals
        end = self._tail(mark)
        if end is None and (town := self._university(mark)):
            return Body(mark.start, town, f"{mark.name}{steady(flat.text[mark.end : town])}", type=mark.rule)
        country = known.country_at(flat, mark.end) if end is None and mark.rule == "local" else None
        if country:  # "Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam"
            return Body(mark.start, country[0], f"{mark.name} {country[1]}", type="foreign")
        if end is None:
            if mark.rule == "local":
                lone = flat.text[mark.start].isupper() and fold_name(mark.name) not in PLACELESS
                return Body(mark.start, mark.end, mark.name, type=LOCAL) if lone else None
            return Body(mark.start, mark.end, mark.name, type=mark.rule, head=mark.name)
        if name_closes.is_example(flat, mark, end) or (mark.rule == "board" and _OF_EACH.match(flat.folded, end)):
            return None
        end = self._between_places(mark, end)
        project = _PROJECT.search(flat.folded, max(0, mark.start - 12), mark.start)
        if mark.rule == "centre" and (project or flat.folded.startswith(" phuc vu chi dao", end)):
            return None  # what a project builds; a system
        return self._finished(mark, end)

    def _university(self, mark: Head) -> int | None:
        """Where the name of a school ends that is called after its place or a person: "Trường Đại học Cần Thơ"."""
        name = fold_name(mark.name)
        spot = self.spots.get(mark.end + 1) if mark.rule == "centre" else None
        called = spot and ((spot.province and "dai hoc" in name) or name.startswith(_SCHOOLS))
        if spot and called and self.flat.text[mark.end + 1].isupper():
            return spot.end
        person = persons.vietnamese(self.flat, mark.end + 1) if name.startswith(_AFTER_PERSONS) else None
        post = mark.start - 1 in self.role_ends  # "Hiệu trưởng Trường Đại học Lê Văn Tám", whose name is told elsewhere
        return person if person and not post and self.flat.text[mark.end] == " " else None

    def _of_letterhead(self, mark: Head) -> Body | None:
        """The body that a letterhead prints in capitals on a line of its own, by its name elsewhere in the text.

        A board that the text does not name elsewhere is that of the place in whose name the text speaks.
        """
        flat = self.flat
        begin, end = flat.border(flat.line(mark.start))
        if flat.roles[flat.line(mark.start)] != "letterhead" or mark.start != begin:
            return None
        wanted = flat.folded[begin:end].strip(" -_*")
        at = flat.folded.find(wanted, end)
        while at >= 0 and flat.text[at : at + len(wanted)].isupper():
            at = flat.folded.find(wanted, at + 1)
        if at < 0:
            home = self.homes.speaks_for if mark.rule == "board" and begin + len(wanted) > mark.end else None
            if home is None:
                return None
            field = steady(flat.text[mark.end : begin + len(wanted)]).lower().replace(" đề án ", " Đề án ")
            return Body(begin, begin + len(wanted), f"{mark.name}{field} {home.suffix}", type=mark.rule)
        return Body(begin, begin + len(wanted), steady(flat.text[at : at + len(wanted)]), type=mark.rule)

    def _tail(self, mark: Head) -> int | None:
        """Where the name ends that goes on after a head; None where none does."""
        flat = self.flat
        self._firm = mark.rule == "firm" or mark.name in _CALLED_AFTER  # these are called after persons
        end = None
        if flat.text[mark.start].isupper() or bodies.is_named(flat, mark):
            owner = self._owner(mark) if mark.rule == "board" else None
            if owner:
                end = self._tails.end(replace(mark, end=owner))
            else:
                end = self._tails.end(mark, small=self._names_post(mark))
            end = self._after_person(mark, end) or end
            if mark.rule == "ministry":
                end = max(end or 0, known.ministry(flat, mark.end) or 0) or None
        self._firm = False
        return end

    def _finished(self, mark: Head, end: int) -> Body:
        """The body whose name is read, with what stands behind it: its country, council, branch or place."""
        flat = self.flat
        printed = boards.SHORT.sub("", flat.text[mark.end : end]) if mark.rule == "board" else flat.text[mark.end : end]
        name = f"{mark.name}{steady(printed)}"
        country = known.country_at(flat, end)
        if country:
            return Body(mark.start, country[0], f"{name} {country[1]}", type=mark.rule)
        there = (
            known.country_at(flat, end + 4) if mark.name in _MISSIONS and flat.text.startswith(" tại ", end) else None
        )
        if there:  # "Đại sứ quán Việt Nam tại Hàn Quốc"
            return Body(mark.start, there[0], f"{name} tại {there[1]}", type=mark.rule)
        pair = known.country_at(flat, end + 2) if name.endswith(" Việt Nam") and _DASH.match(flat.text, end) else None
        if pair:  # "Viện Khoa học và Công nghệ Việt Nam - Hàn Quốc", "… Việt Nam - Đức - Nghệ An"
            dash = _DASH.match(flat.text, pair[0])
            at = self.spots.get(dash.end()) if dash else None
            where = f" - {at.suffix}" if at and at.province else ""
            return Body(mark.start, at.end if at and where else pair[0], f"{name} - {pair[1]}{where}", type=mark.rule)
        firm = registered.named(flat.text[mark.end + 1 : end]) if mark.rule == "firm" else None
        name = _department(name)
        listed = registered.alike(name) or firm
        name = listed.value if listed else _COUNTRY.sub("Việt Nam", _in_full(name, mark.name))
        council = self.found.get(end + 1) if name.startswith("Ban ") and flat.text.startswith(" ", end) else None
        if council and council.name.startswith("Hội đồng nhân dân "):  # "Ban Pháp chế HĐND tỉnh …"
            return Body(mark.start, council.end, f"{name} {council.name}", type="part")
        branch = self._placing.branch(name, end) if mark.rule == "firm" else None
        if branch:
            return Body(mark.start, branch.end, branch.name, type=mark.rule)
        short = _SHORT.match(flat.text, end)  # "Ban Chỉ đạo phát triển chính quyền điện tử (CQĐT) TP Đà Nẵng"
        placed = self._placing.at(name, end) or (self._placing.at(name, short.end()) if short else None)
        if placed is None and mark.rule == "board" and name.removeprefix(f"{mark.name} ").isdigit():
            of = _OF.match(flat.folded, end)
            committee = self.found.get(of.end()) if of else None
            if committee and not committee.head and fold_name(committee.name).startswith(_COMMITTEES):
                return Body(mark.start, committee.end, f"{name} {committee.name}", type="part")
            placed = self._placing.of_its_own(name, end)
        return self._body(mark.start, placed, mark.rule) if placed else Body(mark.start, end, name, type=mark.rule)

    def _owner(self, mark: Head) -> int | None:
        """Where the owner ends that a board's subject follows: "Ban Chỉ đạo của Chính phủ về chuyển đổi số"."""
        of = _OF.match(self.flat.folded, mark.end)
        own = self.homes.level_at(of.end() - 1) if of else None
        body = self.found.get(of.end()) if of else None
        place = self.spots.get(of.end()) if of else None
        central = _CENTRAL.match(self.flat.folded, of.end()) if of else None
        ends = (own.end("level") if own else 0, body.end if body else 0, place.end if place else 0,
                central.end() if central else 0)  # fmt: skip
        end = max(ends)
        return end if end and self.flat.folded.startswith(" ve ", end) else None

    def _of_commune(self, mark: Head) -> bool:
        """Whether a Party committee is a commune's or district's by the place behind it: "Đảng ủy xã Phú An"."""
        if fold_name(mark.name) != "dang uy":
            return False
        spot = self.spots.get(mark.end + 1)
        own = self.homes.level_at(mark.end)
        spot = spot or (self.homes.meant(mark.end, LEVEL_WORDS[own["level"]]) if own else None)
        return spot is not None and spot.level is not None and not spot.province

    def _between_places(self, mark: Head, end: int) -> int:
        """Where a name ends that two places close: "Ban Quản lý Khu kinh tế Đông Đăng - Lạng Sơn"."""
        dash = _DASH.match(self.flat.text, end) if mark.rule in ("board", "centre") else None
        spot = self.spots.get(dash.end()) if dash else None
        last = self.flat.text.rfind(" ", 0, end) + 1
        own = spot is not None and spot.province and spot.level is None and self.flat.text[last].isupper()
        return spot.end if spot and own else end

    def _after_person(self, mark: Head, end: int | None) -> int | None:
        """Where a school's name ends that goes on with that of a person: "Trường Chính trị Tô Hiệu"."""
        if end is None or not fold_name(mark.name).startswith("truong") or mark.start - 1 in self.role_ends:
            return None
        return persons.vietnamese(self.flat, end + 1) if self.flat.text.startswith(" ", end) else None

    def _names_post(self, mark: Head) -> bool:
        """Whether the head stands after a post that it belongs to, so that small letters go on with its name."""
        return (mark.rule == "unit" or mark.name == "Ủy ban") and mark.start - 1 in self.role_ends

    def _other(self, at: int) -> bool:
        """Whether a body, person, place or post begins at a position within a name."""
        if (
            at in self.firms
            and self.flat.text[at - 2 : at - 1].isalnum()
            and not _AND.search(self.flat.folded, at - 5, at)
        ):
            return False  # "Công ty Đầu tư quốc tế VNPT"
        return (
            at in self.starts
            or at in self.spots
            or (not self._firm and (persons.vietnamese(self.flat, at) is not None or persons.foreign(self.flat, at)))
            or self.homes.level_at(at - 1) is not None
            or homes.abroad(self.flat, at - 1) is not None
            or homes.levels(self.flat, at)
        )

    def _at_place(self, at: int) -> bool:
        return at in self.spots or self.homes.level_at(at - 1) is not None


def _in_full(name: str, head: str) -> str:
    """A name with its abbreviations in full, one right behind the head with a capital: "Viện CNTT"."""
    field = name.removeprefix(f"{head} ")
    full = spell_out(field, {})
    return f"{head} {full[:1].upper()}{full[1:]}" if field[:2].isupper() and full != field else spell_out(name, {})


def _department(name: str) -> str:
    """A department's name with its field in full: "Sở TC" is "Sở Tài chính"."""
    head, _, field = name.partition(" ")
    return f"{head} {tables.printed_values('department_shorts').get(field, field)}" if head == "Sở" else name
