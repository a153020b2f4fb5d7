"""Links that a text states between bodies: whose unit one is, what it succeeds, what it was merged into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import registry
from kg.folding import UPPER, fold
from kg.model import Relation, RelationName
from loaders import structure_lists
from loaders.cited import Units
from loaders.reading import AgencyMention, Reading, Unit

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
)
_FIRMS = ("cong ty ", "tong cong ty ", "chi nhanh ")
_OWNERS = ("tap doan ", "tong cong ty ", "cong ty ", "ngan hang ")
_PARENTS = (
    "bo ", "uy ban ", "ngan hang nha nuoc", "van phong ", "tong cuc ", "thanh tra chinh phu", "so ", "hoi dong ",
    "tap doan ",
    "dai hoc ", "thong tan xa", "tinh uy", "thanh uy", "cuc ",
)  # fmt: skip
_SHORT = r"(?:\s*\([^()]{2,14}\))?"
_BELONGS = re.compile(
    rf"{_SHORT}\s*,?\s+(?:(?:la\s+)?(?:don\s+vi\s+|co\s+quan\s+)?(?:truc\s+)?thuoc|cua|giup\s+viec)\s+|\s*\(\s*"
)
_BESIDE = re.compile(rf"{_SHORT}\s*(?:,|-)\s*")
_JUXTAPOSED = re.compile(rf"{_SHORT}\s+")  # "Cục Viễn thông Bộ Khoa học và Công nghệ"
_WITHIN = re.compile(r"\s*\(\s*")  # "Bộ Công an (Cục An ninh mạng)"
_SAYS = re.compile(r"\b(?:dai\s+dien|lanh\s+dao|ong|ba|can\s+bo|chuyen\s+gia|theo|truong|pho|doc)\s+$")
_NAMED_BEFORE = re.compile(
    rf"(?:[{UPPER}][^\W\d_{UPPER}]+\s+){{1,4}}[{UPPER}][^\W\d_{UPPER}]+,\s+$"
)  # "ông Lê Văn An, Cục …"
_NEAR = 4  # characters up to the abbreviation in brackets
_GOES_ON = re.compile(r"\s*(?:,|va\b|;)\s*$")
_DASHED = re.compile(r"\w\s+-\s+$")  # in a row of bodies that dashes part
_OF_OFFICE = re.compile(r"\s*(?:,|\(|-|\bthuoc\b|\bcua\b)\s*(?P<parent>[^,()]+?)\s*\)?$")
_FROM = re.compile(
    r"[^.;:]{0,60}?\b(?:duoc\s+)?(?:kien\s+toan|doi\s+ten|nang\s+cap|thanh\s+lap|hinh\s+thanh|to\s+chuc\s+lai|chuyen\s+doi)\s+(?:lai\s+)?"
    r"(?:tu|tren\s+co\s+so(?:\s+(?:hop\s+nhat|sap\s+nhap|to\s+chuc\s+lai|sat\s+nhap|nang\s+cap))?)\s+(?:cac\s+)?$"
)
_FOUNDED = re.compile(r"\b(?:thanh\s+lap|hinh\s+thanh|kien\s+toan|to\s+chuc\s+lai)\s+(?:moi\s+)?$")
_OUT_OF = re.compile(
    r"[\s,]+(?:tren\s+co\s+so|tu)\s+(?:viec\s+)?"
    r"(?:kien\s+toan|hop\s+nhat|sap\s+nhap|sat\s+nhap|to\s+chuc\s+lai|nang\s+cap|chuyen\s+doi|doi\s+ten)\s+(?:cac\s+)?"
)
_RENAMING = re.compile(r"\b(?:doi\s+ten|nang\s+cap|chuyen\s+doi)\s+$")
_BECAME = re.compile(
    r"\s*\(?\s*(?:,\s*)?(?:da\s+|duoc\s+)*(?:doi\s+ten|kien\s+toan|nang\s+cap)\s+(?:lai\s+)?(?:thanh|la)\s+$|\s*[(,]\s*nay\s+la\s+$"
)
_SPLIT = re.compile(
    r"\s+(?:da\s+|duoc\s+)*(?:tach|chia\s+tach|chia)\s+(?:ra\s+)?thanh\s+(?:(?:\d|hai|ba)\s+)?(?:(?:co\s+quan|don\s+vi|bo)\b)?\s*:?\s*"
)
_MERGED_WITH = re.compile(
    r"\s+(?:da\s+|duoc\s+|se\s+)*(?:sap\s+nhap|hop\s+nhat|sat\s+nhap)(?:\s*,\s*(?:sap\s+nhap|hop\s+nhat))?\s+(?:voi|cung)\s+"
)
_OF_GOVERNMENT = re.compile(r"\s+la\s+(?:co\s+quan|bo)\s+(?:cua|thuoc)\s+")
_FORMERLY = re.compile(r"\s*[(,]\s*(?:truoc\s+(?:day|kia)|tien\s+than)\s+(?:la\s+)?$")
_INTO = re.compile(
    r"\s+(?:da\s+|duoc\s+|se\s+)*(?:sap\s+nhap|hop\s+nhat|sat\s+nhap)\s+(?:vao|ve)\s+$|\s+vao\s+$|\s+ve\s+$"
)
_MERGING = re.compile(r"\b(?:sap\s+nhap|sat\s+nhap|hop\s+nhat)\s+(?:cac\s+)?$")
_MAKING = re.compile(r"\s+thanh\s+(?:lap\s+)?$")
_INHERITS = re.compile(
    r"\s+(?:da\s+|se\s+)?(?:ke\s+thua|thay\s+cho|thay\s+the|tiep\s+noi)(?:\s+(?:chuc\s+nang|nhiem\s+vu)[^.;:]{0,40}\s+cua)?\s+"
)
_WITH = re.compile(r"\s+(?:(?:da\s+|duoc\s+)?(?:hop\s+nhat|sap\s+nhap)\s+)?(?:cung|voi|va)(?:\s+voi)?\s+")
_NAMED = re.compile(r"(?:\s+cu)?\s*,?\s*(?:lay\s+ten\s+(?:moi\s+)?(?:la|thanh)|thanh(?:\s+lap)?|de\s+thanh\s+lap)\s+")
_AND = re.compile(r"\s*(?:,|va|voi)\s+(?:va\s+)?$")


def state(reading: Reading) -> Iterator[Relation]:
    """The relations between bodies, each with the stretch that says it."""
    units = Units(reading)
    yield from _offices(reading, units)
    yield from structure_lists.state(reading)
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
            yield _relation(reading, unit, mention.start, other.end, other.name, "part_of", mention.name, 0.9)
        elif _part(reading, unit, mention, other, third):
            yield _relation(reading, unit, mention.start, other.end, _body(mention), "part_of", other.name, 0.93)
    bodies = [m for m in reading.agencies if m.kind == "agency"]
    for mention in bodies:
        unit = units.at(mention.start)
        if unit is not None and mention.name.endswith(" của Quốc hội"):
            yield _relation(reading, unit, mention.start, mention.end, mention.name, "part_of", "Quốc hội", 0.95)
    for index, mention in enumerate(bodies[:-1]):
        unit = units.at(mention.start)
        if unit is not None and bodies[index + 1].end <= unit.end:
            yield from _changes(reading, unit, bodies, index)


def _body(mention: AgencyMention) -> str:
    """The body that a mention names, or whose office it is."""
    return mention.agency or mention.name


def _holds(reading: Reading, mention: AgencyMention, other: AgencyMention) -> bool:
    """Whether the first body names in brackets the unit of it that acts: "Bộ Công an (Cục An ninh mạng) chủ trì"."""
    if (
        mention.kind != "agency"
        or not fold(mention.name).startswith(_PARENTS)
        or not fold(other.name).startswith(_UNITS)
    ):
        return False
    if fold(mention.name).split()[0] == fold(other.name).split()[0] or fold(other.name).startswith("so "):
        return False
    closed = reading.folded[other.end :][:1] == ")"
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
    if fold(name).startswith("uy ban ") and other.name == "Quốc hội" and between.strip() == "cua":
        return True
    if other.name == "Chính phủ":
        return fold(name).startswith("bo ") and _OF_GOVERNMENT.fullmatch(between) is not None
    if fold(name).startswith(_FIRMS) and mention.kind == "agency":
        owner = fold(other.name).startswith(_OWNERS) and fold(other.name).split()[0] != fold(name).split()[0]
        return owner and _BELONGS.fullmatch(between) is not None and "(" not in between
    if not fold(name).startswith(_UNITS):
        return False
    if not fold(other.name).startswith(_PARENTS) or fold(other.name).split()[0] == fold(name).split()[0]:
        return False
    if fold(name).startswith("so ") and not fold(other.name).startswith("uy ban"):
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
        committee = fold(mention.agency).startswith("uy ban ")
        if unit and committee and reading.folded.endswith("cua quoc hoi", mention.start, mention.end):
            yield _relation(reading, unit, mention.start, mention.end, mention.agency, "part_of", "Quốc hội", 0.95)
        if not fold(mention.agency).startswith(_UNITS):
            continue
        tail = _OF_OFFICE.search(reading.folded, mention.start, mention.end)
        if unit is None or tail is None:
            continue
        printed = reading.source.text[tail.start("parent") : tail.end("parent")]
        parent = registry.load().full_name(printed, reading.today) or registry.load().full_name(printed)
        if parent and parent != mention.agency and fold(parent).startswith(_PARENTS):
            yield _relation(reading, unit, mention.start, mention.end, mention.agency, "part_of", parent, 0.95)


def _changes(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> Iterator[Relation]:
    """What the words between a body and the next say of their change."""
    mention, other = mentions[index], mentions[index + 1]
    if mention.name == other.name:
        return
    between = reading.folded[mention.end : other.start]
    before = reading.folded[max(unit.start, mention.start - 24) : mention.start]
    if len(between) > 120:
        return
    if _FROM.fullmatch(between) or (_FOUNDED.search(before) and _OUT_OF.fullmatch(between)):
        merging = re.search(r"\b(?:hop\s+nhat|sap\s+nhap|sat\s+nhap)\b", between)
        for source in _row(reading, unit, mentions, index + 1):
            if source.name == mention.name:
                continue
            if merging:
                yield _relation(reading, unit, mention.start, source.end, source.name, "merged_into", mention.name, 0.9)
            else:
                yield _relation(reading, unit, mention.start, source.end, mention.name, "succeeds", source.name, 0.9)
    elif _RENAMING.search(before) and _MAKING.fullmatch(between):
        yield _relation(reading, unit, mention.start, other.end, other.name, "succeeds", mention.name, 0.9)
    elif _SPLIT.fullmatch(between):
        for part in _row(reading, unit, mentions, index + 1):
            yield _relation(reading, unit, mention.start, part.end, part.name, "succeeds", mention.name, 0.85)
    elif _INHERITS.fullmatch(between):
        yield _relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.9)
    elif _WITH.fullmatch(between) or _MERGED_WITH.fullmatch(between):
        yield from _joined(reading, unit, mentions, index)
    elif _BECAME.fullmatch(between):
        yield _relation(reading, unit, mention.start, other.end, other.name, "succeeds", mention.name, 0.9)
    elif _FORMERLY.fullmatch(between):
        yield _relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.9)
    elif _MERGING.search(before):
        row = _row(reading, unit, mentions, index)
        last = mentions.index(row[-1], index)
        result = mentions[last + 1] if last + 1 < len(mentions) and mentions[last + 1].end <= unit.end else None
        if result is None:
            return
        joint = reading.folded[row[-1].end : result.start]
        if _MAKING.fullmatch(joint) or _INTO.fullmatch(joint):
            for one in row:
                yield _relation(reading, unit, one.start, result.end, one.name, "merged_into", result.name, 0.9)
    elif _INTO.fullmatch(between) and re.search(r"nhap|nhat", between):
        yield _relation(reading, unit, mention.start, other.end, mention.name, "merged_into", other.name, 0.9)


def _joined(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> Iterator[Relation]:
    """ "Bộ A hợp nhất với Bộ B, lấy tên là Bộ C"; "Bộ A cùng Bộ B thành Bộ C" where the sentence speaks of mergers."""
    first, second = mentions[index], mentions[index + 1]
    third = mentions[index + 2] if index + 2 < len(mentions) and mentions[index + 2].end <= unit.end else None
    merging = re.search(r"\b(?:hop|sap|sat)\s+nhap\b|\bhop\s+nhat\b", reading.folded[unit.start : second.start])
    alone = third is None or not _NAMED.fullmatch(reading.folded[second.end : third.start])
    if alone and _MERGED_WITH.fullmatch(reading.folded[first.end : second.start]):
        yield _relation(reading, unit, first.start, second.end, first.name, "merged_into", second.name, 0.8)
        return
    if third is None or not merging or not _NAMED.fullmatch(reading.folded[second.end : third.start]):
        return
    for one in (first, second):
        if one.name != third.name:
            yield _relation(reading, unit, first.start, third.end, one.name, "merged_into", third.name, 0.85)


def _row(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> list[AgencyMention]:
    """The bodies from `index` on that "và" and commas join."""
    row = [mentions[index]]
    for following in mentions[index + 1 :]:
        if following.end > unit.end or not _AND.fullmatch(reading.folded[row[-1].end : following.start]):
            break
        row.append(following)
    return row


def _relation(
    reading: Reading,
    unit: Unit,
    start: int,
    end: int,
    subject: str,
    name: RelationName,
    object_: str,
    confidence: float,
) -> Relation:
    return Relation(
        subject=subject,
        relation=name,
        object=object_,
        evidence=(reading.evidence(start, end, unit.place),),
        confidence=confidence,
    )
