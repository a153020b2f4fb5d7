"""Bodies that the registry knows, found by their names long and short, and those that one of them has abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.folding import UPPER
from loaders import tables
from loaders.agencies.registered import LOCAL, country, country_name, fields, gazetteer
from loaders.officials import persons
from loaders.words import compounds
from loaders.words.flat import Flat, Pattern, fold_name, steady
from loaders.words.gazetteer import Hit

# what "Chính phủ" begins without meaning the Government: e-government, a paperless government
_CONCEPT = re.compile(
    r" (?:nhan dan|dien tu|so(?!\w)(?! (?:\d|ra))|kien tao|liem chinh|phi giay to|khong giay to|thong minh|hanh dong|"
    r"mo(?= )(?! (?:rong|ra))|phuc vu|\d\.\d|di dong|truc tuyen(?! voi))"
)
_NO_COUNTRY = re.compile(  # "Ủy ban Pháp luật", "Hội Mỹ thuật"
    r"(?:phap (?:luat|ly|che|lenh|quy|nhan|y)|my (?:thuat|pham)|y (?:te|kien|tuong|hoc)|"
    r"anh (?:hung|ninh)|nhat (?:bao|ky)|duc (?:tin|duc))\b"
)
_OTHER_HEADS = (  # "Bộ Công an và Đại sứ quán Nhật Bản": two bodies
    r"(?:Đại sứ|Cơ quan|Chính phủ|Quốc hội|Tổng|Ủy ban|Uỷ ban|Hội|Hiệp hội|Cục|Viện|Tập đoàn|Công ty|Trường|Ngân hàng"
    r"|Liên|Thủ tướng|Phái đoàn|Bộ|Cảnh sát|Đại học|Quỹ)\b"
)
_TOGETHER = re.compile(rf",? (?:và|va|&) (?!{_OTHER_HEADS})[\w&]+(?: (?!của|cua)[\w&]+){{0,3}}? (?=[{UPPER}])")
_SMALL_HEADS = re.compile(r"(?:bo|so|vu|cuc)(?= )")
_SYMBOL = re.compile(r"(?:/[\w&]{1,8} ?[-–] ?|[/-])$")
_CREDIT = re.compile(
    r"\b(?:anh|nguon|photo|video|clip|do hoa)(?: (?:minh hoa|tu lieu|chup man hinh|anh|tin|cung cap))? ?: ?"
    r"(?:[\w ]{0,8}/)?$"
)
_CHANNEL = re.compile(r"\bkenh $")  # a broadcaster's channel


@dataclass(frozen=True, slots=True)
class Known:
    """A body of the registry in a flat text; `type` is its kind there."""

    start: int
    end: int
    name: str
    type: str


_JOINT = re.compile(r",? (?:và|va|&) |, | - | – |-")
_PLAN = re.compile(r"ke hoach(?! (?:va|&) |,)")  # "… của Bộ Y tế và Kế hoạch 149"
_CHANGES = re.compile(
    r"\b(?:doi ten|doi thanh|sap nhap|sat nhap|hop nhat|tach|thanh lap|tien than|tai lap|giai the|truc thuoc|bai bo)\b"
)
_YEAR = re.compile(r"(?<![\w/-])(?:\d{1,2}[/.-]){0,2}(?P<year>(?:19|20)\d\d)(?![/\w]|-[^\W\d])")
_LAST_OF_OLD = 2007  # the year in which the ministries of today's names were formed


@cache
def _further_fields() -> Pattern:
    """Fields of ministries, in any case, the longest first."""
    said = sorted((steady(field).lower() for field in tables.printed("ministry_fields")), key=len, reverse=True)
    return Pattern(rf"(?:{'|'.join(map(re.escape, said))})(?!\w)")


def ministry(flat: Flat, end: int, *, any_case: bool = False) -> int | None:
    """Where the name of a ministry ends that the registry does not know, whose head ends at a position.

    None where no field follows that ministries have had.
    """
    field = _further_fields().match(flat, end + 1) if flat.text[end : end + 1] == " " else None
    if field is None or not (any_case or flat.text[field.start()].isupper()):
        return None
    return longer(flat, _small_fields(flat, field.end()), listed=True)


def longer(flat: Flat, end: int, *, listed: bool = False) -> int:
    """Where the name of a ministry ends that goes on after a known one: "Bộ Khoa học, Công nghệ và Môi trường".

    A field that a ministry of today has alone begins another one of a list: "Bộ Nội vụ, Tài chính". A comma goes on
    with a name only where "và" closes it, or where `listed` allows it.
    """
    text = flat.text
    at = sure = end
    while text[at : at + 1] in (" ", ",", "-") and (joint := _JOINT.match(text, at)):
        start = joint.end()
        field = _further_fields().match(flat, start)
        last = joint.group().endswith(("và ", "va ", "& "))
        if field is None or not (text[start].isupper() or last) or _PLAN.match(flat.folded, start):
            break
        own = fields()["Bộ"].match(flat, start)
        if own is not None and (own.end() >= field.end() or last or "," in joint.group()):
            break
        at = _small_fields(flat, field.end())
        if listed or last or "-" in joint.group() or "–" in joint.group():
            sure = at
    return sure


def _small_fields(flat: Flat, at: int) -> int:
    """Where the words in small letters end that go on with a field: "Công nghiệp thực phẩm"."""
    while (more := _further_fields().match(flat, at + 1)) and flat.text[at] == " " and flat.text[at + 1].islower():
        at = more.end()
    return at


def as_printed(flat: Flat, start: int, end: int, name: str) -> bool:
    """Whether a name is that of another body of the past, since the sentence tells how bodies of that time changed."""
    printed = flat.text[start:end]
    same = re.findall(r"\w+", fold_name(printed)) == re.findall(r"\w+", fold_name(name))
    if same or any(word[1:2].isupper() for word in printed.split()):
        return False
    begin, stop = flat.border(flat.line(start))
    if _CHANGES.search(flat.folded, begin, stop) is None:
        return False
    years = [(match.start(), int(match["year"])) for match in _YEAR.finditer(flat.folded, begin, stop)]
    if not years:
        return False
    before = [year for at, year in years if at < start]
    return (before[-1] if before else years[0][1]) <= _LAST_OF_OLD


def find(flat: Flat) -> Iterator[Known]:
    """The bodies of the registry in the text, from left to right; "Chính phủ điện tử" is none."""
    for hit in gazetteer().find(flat):
        if not _is_meant(flat, hit):
            continue
        name, end = hit.name.value, hit.end
        abroad = country_at(flat, end)
        if abroad is None and hit.name.kind == "ministry" and (more := _TOGETHER.match(flat.text, end)):
            abroad = country_at(flat, more.end() - 1)
            if abroad:
                name = steady(flat.text[hit.start : more.end() - 1])  # not by our names of ministries
        if hit.name.kind == "ministry" and abroad is None:
            further = longer(flat, end)
            if further > end:
                name, end = steady(flat.text[hit.start : further]), further
                abroad = country_at(flat, end)
            elif as_printed(flat, hit.start, end, name):
                name = steady(flat.text[hit.start : end])
        if abroad and hit.name.kind != "international":
            yield Known(hit.start, abroad[0], f"{name} {abroad[1]}", "foreign")
        else:
            yield Known(hit.start, end, name, hit.name.kind)


def _is_meant(flat: Flat, hit: Hit) -> bool:
    """Whether the name stands for the body here, not for a concept, a symbol, a credit or a part of another word."""
    start, name = hit.start, hit.name
    if _CHANNEL.search(flat.folded, max(0, start - 6), start):
        return False
    if in_number(flat, start, hit.end) or is_credit(flat, start):
        return False
    if flat.folded.startswith("thanh uy ban ", start):
        return False  # "… thành Ủy ban …"
    if name.value == "Chính phủ":
        return (flat.text[start].isupper() or " " in flat.text[start + 10 : hit.end]) and _CONCEPT.match(
            flat.folded, hit.end
        ) is None
    if flat.text[start].isupper():
        return True
    if name.kind == LOCAL and name.value.count(" ") < 2:
        return False
    head = _SMALL_HEADS.match(flat.folded, start)  # "dịch vụ CNTT", "đồng bộ Xây dựng"
    accented = flat.is_accented or flat.accented[flat.line(start)]
    return head is None or not compounds.holds(
        flat.text, flat.folded, start, head.end(), accented=accented, behind=False
    )


def country_at(flat: Flat, at: int) -> tuple[int, str] | None:
    """The country that is named right after a position, with where its name ends; "Phan Lan Tú" is no country."""
    text = flat.text
    if text[at : at + 1] != " " or not text[at + 1 : at + 2].isupper():
        return None
    match = country().match(flat, at)
    if match is None or _NO_COUNTRY.match(flat.folded, at + 1) or persons.begins_province(flat, at + 1):
        return None  # "Tỉnh ủy Lào Cai"
    person = persons.vietnamese(flat, at + 1)
    if person is not None and person > match.end() and persons.any_name(flat, match.end() + 1) is None:
        return None  # but "Bộ trưởng Quốc phòng Hàn Quốc Kim Yong-hyun"
    return match.end(), country_name(match["name"])


def is_credit(flat: Flat, start: int) -> bool:
    """Whether a photograph's credit begins at a position: "Ảnh: TTXVN"."""
    if ":" not in flat.text[max(0, start - 2) : start]:
        return False
    return _CREDIT.search(flat.folded, max(0, start - 26), start) is not None


def in_number(flat: Flat, start: int, end: int) -> bool:
    """Whether the name is an issuer's symbol within a document's number: "17/NQ-CP"."""
    text = flat.text
    if text[start + 1 : start + 2].islower():
        return False
    printed = text[start:end]
    if " " in printed or not (printed.isupper() or printed == "TTg"):
        return False
    if _SYMBOL.search(text, max(0, start - 12), start):
        return True
    return text[end : end + 1] in ("/", "-") and text[end + 1 : end + 2] != " "
