"""Links that a text states between bodies: whose unit one is, what it succeeds, what it was merged into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import registry
from kg.folding import UPPER
from kg.model import Relation
from loaders.agencies import structure_lists
from loaders.documents.cited import Units
from loaders.reading import AgencyMention, Reading, Unit
from loaders.relations import successions, working_groups
from loaders.relations.successions import relation
from loaders.words.flat import fold_name

_UNITS = (
    "cuc ",
    "vu ",
    "trung tam ",
    "vien ",
    "phong ",
    "tong cuc ",
    "hoc vien ",
    "chi cuc ",
    "thanh tra ",
    "so ",
    "cong thong tin",
    "nha ",
    "khoi ",
    "truong ",
    "bao tang ",
    "ban quan ly ",
    "nha xuat ban ",
    "quy ",
)
_CENTRAL_UNITS = ("tong cuc ", "cuc ", "vu ", "hoc vien ")  # no department of a province has these
_ALSO_UNITS = ("ban ", "tap chi ", "bao ", "dai hoc ", "benh vien ", "kho bac nha nuoc")  # where "trực thuộc" says so
_DIRECTLY = re.compile(r"\btruc\s+thuoc\b")
_FIRMS = ("cong ty ", "tong cong ty ", "chi nhanh ")
_OWNERS = ("tap doan ", "tong cong ty ", "cong ty ", "ngan hang ")
_PARENTS = (
    "bo ", "uy ban ", "ngan hang nha nuoc", "van phong ", "tong cuc ", "thanh tra chinh phu", "so ", "hoi dong ",
    "tap doan ",
    "phu thu tuong", "phu chu tich",
    "dai hoc ", "thong tan xa", "tinh uy", "thanh uy", "cuc ",
)  # fmt: skip
_SHORT = r"(?:\s*\([^()]{2,14}\))?"
_BELONGS = re.compile(
    rf"{_SHORT}\s*(?:,?\s+|\(\s*)(?:(?:(?:(?:la|tro\s+thanh)\s+|va\s+(?:cac\s+)?)?(?:don\s+vi|co\s+quan|to\s+chuc)\s+(?:[^,.;:()]{{1,40}}?\s)?)?(?:(?:nay|hien|truc)\s+)*thuoc"
    r"|cua|giup\s+viec)\s+|\s*\(\s*"
)
_BESIDE = re.compile(rf"{_SHORT}\s*(?:,|-)\s*")
_JUXTAPOSED = re.compile(rf"{_SHORT}\s+")  # "Cục Viễn thông Bộ Khoa học và Công nghệ"
_WITHIN = re.compile(r"\s*\(\s*")  # "Bộ Công an (Cục An ninh mạng)"
_SAYS = re.compile(r"\b(?:dai\s+dien|lanh\s+dao|ong|ba|can\s+bo|chuyen\s+gia|theo|truong|pho|doc)\s+$")
_NAMED_BEFORE = re.compile(
    rf"(?:[{UPPER}][^\W\d_{UPPER}]+\s+){{1,4}}[{UPPER}][^\W\d_{UPPER}]+,\s+$"
)  # "ông Lê Văn An, Cục …"
_NEAR = 4  # characters up to the abbreviation in brackets
_LISTED = re.compile(r"\s*(?:\([^()]{2,14}\)\s*)?(?:,|va|,\s*va)\s+")
_GOES_ON = re.compile(r"\s*(?:,|va\b|;)\s*$")
_DASHED = re.compile(r"\w\s+-\s+$")  # in a row of bodies that dashes part
_OF_OFFICE = re.compile(r"\s*(?:,|\(|-|\bthuoc\b|\bcua\b)\s*(?P<parent>[^,()]+?)\s*\)?$")
_OF_GOVERNMENT = re.compile(r"\s+la\s+(?:co\s+quan|bo)\s+(?:cua|thuoc)\s+")


def state(reading: Reading) -> Iterator[Relation]:
    """The relations between bodies, each with the stretch that says it."""
    units = Units(reading)
    yield from _offices(reading, units)
    yield from structure_lists.state(reading)
    yield from working_groups.state(reading, units)
    named = [m for m in reading.agencies if m.kind == "agency" or (m.kind == "office" and m.agency)]
    for index, mention in enumerate(named[:-1]):
        unit = units.at(mention.start)
        other = named[index + 1]
        if other.name == _body(mention) and index + 2 < len(named) and other.start - mention.end < _NEAR:
            other = named[index + 2]  # its abbreviation in brackets stands between
        if unit is None or other.end > unit.end or other.kind == "office" or unit.role == "recipients":
            continue  # those who only get a copy
        third = next((m for m in named[index + 2 : index + 4] if m.start >= other.end), None)
        if _holds(reading, mention, other):
            yield relation(reading, unit, mention.start, other.end, other.name, "part_of", mention.name, 0.9)
        elif _part(reading, unit, mention, other, third):
            yield relation(reading, unit, mention.start, other.end, _body(mention), "part_of", other.name, 0.93)
            if mention.kind == "agency" and _BELONGS.fullmatch(reading.folded, mention.end, other.start):
                yield from _sharing(reading, unit, named, index, other)
    bodies = [m for m in reading.agencies if m.kind == "agency"]
    for mention in bodies:
        unit = units.at(mention.start)
        if unit is not None and mention.name.endswith(" của Quốc hội"):
            yield relation(reading, unit, mention.start, mention.end, mention.name, "part_of", "Quốc hội", 0.95)
    yield from successions.state(reading, units, bodies)


def _sharing(
    reading: Reading, unit: Unit, named: list[AgencyMention], index: int, whole: AgencyMention
) -> Iterator[Relation]:
    """The bodies of one kind listed before one that is said to be part of a body: "Cục A, Cục B thuộc Bộ C"."""
    head = fold_name(named[index].name).split()[0]
    for at in range(index - 1, -1, -1):
        one, following = named[at], named[at + 1]
        listed = one.start >= unit.start and _LISTED.fullmatch(reading.folded, one.end, following.start)
        if not listed or one.kind != "agency" or fold_name(one.name).split()[0] != head:
            return
        yield relation(reading, unit, one.start, whole.end, one.name, "part_of", whole.name, 0.85)


def _body(mention: AgencyMention) -> str:
    """The body that a mention names, or whose office it is."""
    return mention.agency or mention.name


def _holds(reading: Reading, mention: AgencyMention, other: AgencyMention) -> bool:
    """Whether the first body names in brackets the unit of it that acts: "Bộ Công an (Cục An ninh mạng) chủ trì"."""
    whole, part = fold_name(mention.name), fold_name(other.name)
    if mention.kind != "agency" or not whole.startswith(_PARENTS) or not part.startswith(_UNITS):
        return False
    if whole.split()[0] == part.split()[0] or part.startswith("so "):
        return False
    closed = reading.folded.startswith(")", other.end)
    return closed and _WITHIN.fullmatch(reading.folded, mention.end, other.start) is not None


def _part(
    reading: Reading, unit: Unit, mention: AgencyMention, other: AgencyMention, third: AgencyMention | None
) -> bool:
    """Whether the first body is said to be a unit of the second."""
    folded = reading.folded
    name = _body(mention)
    if name == other.name:
        return False
    between = folded[mention.end : other.start]
    part, whole = fold_name(name), fold_name(other.name)
    if part.startswith("uy ban ") and other.name == "Quốc hội" and between.strip() == "cua":
        return True
    if other.name == "Chính phủ":
        return part.startswith("bo ") and _OF_GOVERNMENT.fullmatch(between) is not None
    if part.startswith(_FIRMS) and mention.kind == "agency":
        owner = whole.startswith(_OWNERS) and whole.split()[0] != part.split()[0]
        return owner and _BELONGS.fullmatch(between) is not None and "(" not in between
    told = _DIRECTLY.search(between) is not None
    if not part.startswith((*_UNITS, *_ALSO_UNITS) if told else _UNITS):
        return False
    if not whole.startswith((*_PARENTS, "ban ") if told else _PARENTS) or whole.split()[0] == part.split()[0]:
        return False
    if part.startswith("so ") and not whole.startswith("uy ban"):
        return False
    if whole.startswith("so ") and part.startswith(_CENTRAL_UNITS):
        return False
    if _BELONGS.fullmatch(between) or _JUXTAPOSED.fullmatch(between):
        return True
    if not _BESIDE.fullmatch(between):
        return False
    if _known_parent(name) == other.name:
        return True
    if between.strip() == "-":
        return not _DASHED.search(folded, max(unit.start, mention.start - 4), mention.start) and not (
            third is not None and third.start < unit.end and folded[other.end : third.start].strip() == "-"
        )
    said = (
        mention.kind == "office"
        or _NAMED_BEFORE.search(reading.source.text, max(unit.start, mention.start - 40), mention.start) is not None
        or _SAYS.search(folded, max(unit.start, mention.start - 20), mention.start) is not None
    )
    listed = third is not None and third.start < unit.end and _GOES_ON.fullmatch(folded[other.end : third.start])
    return said and not listed


@cache
def _known_parent(name: str) -> str | None:
    found = registry.load().agencies_named(name)
    parent = registry.load().by_id(found[0].parent) if len(found) == 1 and found[0].parent else None
    return parent.name if parent else None


def _offices(reading: Reading, units: Units) -> Iterator[Relation]:
    """The body that an office's words add to its own: "Chánh Thanh tra Cục Xuất bản, Bộ TT&TT"."""
    for mention in reading.agencies:
        if mention.kind != "office" or not mention.agency:
            continue
        unit = units.at(mention.start)
        committee = fold_name(mention.agency).startswith("uy ban ")
        if unit and committee and reading.folded.endswith("cua quoc hoi", mention.start, mention.end):
            yield relation(reading, unit, mention.start, mention.end, mention.agency, "part_of", "Quốc hội", 0.95)
        if not fold_name(mention.agency).startswith(_UNITS):
            continue
        tail = _OF_OFFICE.search(reading.folded, mention.start, mention.end)
        if unit is None or tail is None:
            continue
        printed = reading.source.text[tail.start("parent") : tail.end("parent")]
        parent = registry.load().full_name(printed, reading.today) or registry.load().full_name(printed)
        if parent and parent != mention.agency and fold_name(parent).startswith(_PARENTS):
            yield relation(reading, unit, mention.start, mention.end, mention.agency, "part_of", parent, 0.95)
