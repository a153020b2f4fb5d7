"""Posts as a text writes them: role, further roles, and the body ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ").

A post names its body in full ("Thứ trưởng Bộ Công an"), by the body's field alone ("Bộ trưởng Nội vụ"), by a place
("Chủ tịch Hà Nội"), or implies it ("Thống đốc").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.folding import UPPER
from loaders import tables
from loaders.agencies import bodies, known, registered
from loaders.agencies.bodies import Body, Head
from loaders.agencies.places import Spot
from loaders.agencies.tails import Tails
from loaders.officials import persons
from loaders.words import marks
from loaders.words.flat import Flat, Pattern, Stretches, fold_name, steady

_FORMER = re.compile(r"(?:nguyen|cuu|quyen) $")
_JOINT = re.compile(r"(?:, ?| - | kiêm | kiem |, kiêm )")
_JOINT_ROLES = frozenset(
    (("Bộ trưởng", "Chủ nhiệm"), ("Chủ nhiệm", "Bộ trưởng"), ("Bộ trưởng", "Tổng Thanh tra"),
     ("Chủ tịch", "Tổng giám đốc"), ("Chủ tịch", "Tổng Giám đốc"), ("Chủ tịch", "CEO"))
)  # fmt: skip
_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
_CLOSING = re.compile(r"[^()\n]{0,20}\)")  # "(Bộ Thông tin và Truyền thông - TT&TT)"
_PARENT = re.compile(r"(?:, ?| - | – | thuộc | thuoc |\(| \(| của | cua )")
_HEADS: tuple[tuple[str, str, bodies.Rule], ...] = (
    ("tong cuc", "Tổng cục", "unit"), ("bo truong", "Bộ", "ministry"), ("thu truong", "Bộ", "ministry"),
    ("cuc", "Cục", "unit"), ("vu", "Vụ", "unit"), ("vien", "Viện", "centre"), ("giam doc so", "Sở", "unit"),
    ("truong phong", "Phòng", "unit"), ("pho phong", "Phòng", "unit"),
)  # fmt: skip
_NEEDS_BOARD = frozenset(("Trưởng", "Phó Trưởng", "Phó trưởng"))
_STANDING = re.compile(r" (?:ban )?(?:thuong vu|chap hanh)(?= ?[,;.)])")  # of a body named elsewhere
_PARTY = re.compile(r" (?P<of>dang uy|dang bo|chi bo)(?= ?[,;.)\[])")  # of the body that the other posts name
_CAPITALISED = re.compile(rf" (?P<word>[{UPPER}][^\W\d_]+)")
_CAPITAL = re.compile(rf" [{UPPER}]")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a flat text, before anything is read around it."""

    start: int
    end: int
    name: str
    implied: str | None  # the body that it implies
    unique: bool  # the country has one: "Thủ tướng"
    general: bool = False  # a post only beside a person's name: "chuyên gia"


@dataclass(frozen=True, slots=True)
class Post:
    """A role with its body; `agency` is None where this place does not tell it, `stated` whether it does in words."""

    start: int
    end: int
    role: str
    agency: str | None
    stated: bool = False
    foreign: bool = False
    unique: bool = False
    general: bool = False


@cache
def _roles() -> Mapping[str, tuple[str, str]]:
    """The roles by their lower-case spelling: as written, and the body that they imply."""
    found: dict[str, tuple[str, str]] = {}
    for role, implied in tables.printed_values("roles").items():
        found.setdefault(steady(role).lower(), (role, implied))
    return found


def roles(flat: Flat) -> list[Role]:
    """The roles in the text, from left to right."""
    found = []
    for start, end, spelling in marks.find(flat)[marks.ROLES]:
        if spelling == "vụ phó" and flat.folded.endswith("chuc ", 0, start):
            start, end, spelling = _longest_role(flat, flat.text.rfind(" ", start, end) + 1)
            if not spelling:
                continue
        name, implied = _roles()[spelling]
        if known.in_number(flat, start, end) or (name in _NEEDS_BOARD and _ends_another_word(flat, start)):
            continue
        former = _FORMER.search(flat.folded, max(0, start - 8), start)
        if former:
            start, name = former.start(), f"{flat.text[former.start() : former.end()]}{name}"
            name = name[0].upper() + name[1:]
        found.append(Role(start, end, name, implied.lstrip("*-") or None, implied.startswith("*"), implied == "-"))
    return found


def _ends_another_word(flat: Flat, start: int) -> bool:
    """Whether a small letter begins here, right behind a word: "lớp trưởng", "nhóm trưởng"."""
    return flat.text[start].islower() and flat.text[start - 1 : start] == " " and flat.text[start - 2].isalpha()


def _longest_role(flat: Flat, start: int) -> tuple[int, int, str]:
    """The role that begins at a position which another hid: "chức vụ Phó Chủ nhiệm"."""
    words = flat.lower[start : start + 40].split(" ")
    for count in range(min(5, len(words)), 0, -1):
        said = " ".join(words[:count])
        if said in _roles():
            return start, start + len(said), said
    return start, start, ""


def read(flat: Flat, found_roles: Iterable[Role], named: Mapping[int, Body], spots: Mapping[int, Spot]) -> list[Post]:
    """The posts in the text, from left to right; `named` are its bodies and `spots` its places, by their start."""
    taken = Stretches((body.start + 1, body.end) for body in named.values())
    found: list[Post] = []
    pending = [role for role in found_roles if not taken.holds(role.start)]
    skip = -1
    for index, role in enumerate(pending):
        if role.start < skip:
            continue
        name, end = role.name, role.end
        following = pending[index + 1] if index + 1 < len(pending) else None
        if following and (name, following.name) in _JOINT_ROLES and _JOINT.fullmatch(flat.text, end, following.start):
            name, end = f"{name}, {following.name}", following.end
        post = _post(flat, replace_end(role, name, end), named, spots)
        if post:
            found.append(post)
            skip = post.end
    return found


def replace_end(role: Role, name: str, end: int) -> Role:
    """The role with those that go with it."""
    return Role(role.start, end, name, role.implied, role.unique, role.general)


def _post(flat: Flat, role: Role, named: Mapping[int, Body], spots: Mapping[int, Spot]) -> Post | None:
    end = role.end
    at = max(role.start, flat.text.rfind(" ", role.start, end) + 1)
    at = at if at in named else flat.text.rfind(" ", role.start, max(role.start, at - 1)) + 1
    within = named.get(at) if at > role.start and at in named and named[at].end > end else None
    if within and not within.head:  # "Chánh Văn phòng Nội các", "Tổng Kiểm toán nhà nước"
        return Post(role.start, within.end, role.name, within.name, True, within.type == "foreign")
    if flat.text[end : end + 1] == " ":
        body = named.get(end + 1) or named.get(_before_body(flat, end))
        if body and not body.head:
            if role.name in _NEEDS_BOARD:
                role = replace_end(role, f"{role.name} {_board(body.name)}", end)
            if body.kind == "agency" and not (role.unique and body.name not in ("Chính phủ",)):
                foreign = body.type == "foreign"
                return Post(role.start, body.end, role.name, body.name, True, foreign, general=role.general)
        spot = spots.get(end + 1)
        if spot and spot.province and (seat := _seat(role.name, spot)):
            return Post(role.start, spot.end, role.name, seat, True)
        country = known.country_at(flat, end)
        if country:
            agency = f"Chính phủ {country[1]}" if "Thủ tướng" in role.name else None
            return Post(role.start, country[0], role.name, agency, True, True)
        field = _by_field(flat, role, named, spots)
        if field:
            return field
    if role.name in _NEEDS_BOARD:
        return None
    standing = _STANDING.match(flat.folded, end) if role.name == "Ủy viên" else None
    if standing:
        role = replace_end(role, f"{role.name}{steady(flat.text[end : standing.end()])}", standing.end())
        end = role.end
    party = _PARTY.match(flat.folded, end) if "í thư" in role.name else None
    if party:  # "Phó Bí thư Đảng ủy, Giám đốc Sở Y tế"
        return Post(role.start, party.end(), role.name, steady(flat.text[party.start("of") : party.end()]), True)
    foreign = role.unique and _foreigner(flat, end, named, spots)
    implied = None if foreign else role.implied
    return Post(role.start, end, role.name, implied, False, foreign, role.unique and not foreign, role.general)


def _board(name: str) -> str:
    """The kind of body whose head has no other name: "Trưởng ban", "Trưởng Công an"."""
    return "Công an" if name.startswith("Công an ") else name.split()[0].lower()


@cache
def _qualified() -> Pattern:
    words = "|".join(sorted((steady(word).lower() for word in tables.printed("tenure_words")), key=len, reverse=True))
    return Pattern(rf"(?: (?:{words}))?(?: (?:của|thuộc|tại|phụ trách|điều hành))? ")


def _before_body(flat: Flat, end: int) -> int:
    """Where the body may begin that a post belongs to: "Bộ trưởng đầu tiên của Bộ Tài chính"."""
    match = _qualified().match(flat, end)
    return match.end() if match else end + 1


def whole(flat: Flat, end: int, bodies_at: Mapping[int, int]) -> int:
    """Where a post ends with the body above its own: "Cục trưởng Cục Tin học hóa, Bộ TT&TT", "… (VPCP)".

    `bodies_at` are the ends of the bodies by their start.
    """
    joint = _PARENT.match(flat.text, end)
    above = bodies_at.get(joint.end()) if joint else None
    if joint and above:
        closing = _CLOSING.match(flat.text, above) if "(" in joint.group() else None
        return closing.end() if closing else above
    bracket = _BRACKET.match(flat.text, end)
    return bracket.end() if bracket else end


def _seat(role: str, spot: Spot) -> str | None:
    """The body that a chairman or secretary "of" a province heads."""
    level = spot.rank
    if "hủ tịch" in role:
        return f"Ủy ban nhân dân {level} {spot.name}"
    if "í thư" in role:
        return f"{'Thành' if level == 'thành phố' else 'Tỉnh'} ủy {spot.name}"
    return None


def _by_field(flat: Flat, role: Role, named: Mapping[int, Body], spots: Mapping[int, Spot]) -> Post | None:
    """A post whose body is named without its head: "Bộ trưởng Nội vụ", "Phó cục trưởng Thương mại điện tử"."""
    folded = fold_name(role.name)
    head = next((head for head in _HEADS if head[0] in folded), None)
    pattern = registered.fields().get(head[1]) if head else None
    at = role.end + 1
    if head and head[1] == "Bộ" and flat.text[role.end : at] == " " and (abroad := _abroad(flat, at)):
        return Post(role.start, abroad[0], role.name, abroad[1], True, True)
    match = pattern.match(flat, at) if pattern and flat.text[role.end : at] == " " else None
    if head is None or not (_CAPITAL.match(flat.text, role.end) or (match and match.group().count(" ") > 2)):
        return None
    if match and not _goes_on(flat, match.end()):
        body = registered.named(f"{head[1]} {flat.text[at : match.end()]}")
        if body:
            return Post(role.start, match.end(), role.name, body.value, True)
    if persons.any_name(flat, at) and not match:
        return None

    def other(position: int) -> bool:
        return position in named or position in spots or persons.vietnamese(flat, position) is not None

    end = Tails(flat, other, lambda _: False).end(Head(role.end, role.end, head[1], head[2]))
    if end is None or " " not in flat.text[at:end]:
        return None
    name = f"{head[1]} {steady(flat.text[at:end])}"
    spot = spots.get(end + 1) if head[1] == "Phòng" and flat.text[end] == " " else None
    if spot and not spot.province:
        return Post(role.start, spot.end, role.name, f"{name} {spot.suffix}", True)
    alike = next((b.name for b in named.values() if fold_name(b.name).startswith(fold_name(name))), None)
    listed = registered.named(name)
    agency = alike or (listed.value if listed else name if head[1] == "Phòng" else None)
    return Post(role.start, end, role.name, agency, True) if agency else None


def _abroad(flat: Flat, at: int) -> tuple[int, str] | None:
    """Another country's ministry by its field: "bộ trưởng ngoại giao Malaysia"; where it ends, and its name."""
    field = registered.fields()["Bộ"].match(flat, at)
    end = field.end() if field else known.ministry(flat, at - 1, any_case=True)
    country = known.country_at(flat, end) if end else None
    if country is None:
        return None
    said = steady(flat.text[at:end])
    return country[0], f"Bộ {said[0].upper()}{said[1:]} {country[1]}"


def _goes_on(flat: Flat, end: int) -> bool:
    """Whether the field's name goes on in small letters ("Nội vụ và truyền thông")."""
    return re.match(r" (?:và|va|&) (?!(?:các|cac|cho|nêu|neu)\b)[^\W\d_]+", flat.lower[end : end + 20]) is not None


def _foreigner(flat: Flat, end: int, named: Mapping[int, Body], spots: Mapping[int, Spot]) -> bool:
    """Whether a name that is not Vietnamese follows: "Thủ tướng Mahathir Mohamad"."""
    match = _CAPITALISED.match(flat.text, end)
    if not match or end + 1 in named or end + 1 in spots:
        return False
    return persons.vietnamese(flat, end + 1) is None and not persons.is_syllable(match["word"])
