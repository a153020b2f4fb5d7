"""Bodies that the registry knows, found by their names long and short, and those that one of them has abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.entries import Agency, LocalBody
from kg.folding import UPPER, fold, key
from loaders import tables
from loaders.officials import persons
from loaders.words.flat import Flat, Pattern, fold_name, steady
from loaders.words.gazetteer import Gazetteer, Hit, Name, variants

_SHORT = re.compile(r"[^\W\d_a-zà-ỹ]{2,3}")  # "BTC", "CP": too short to mean one thing in prose
# what "Chính phủ" begins without meaning the Government: e-government, a paperless government
_CONCEPT = re.compile(
    r" (?:dien tu|so(?!\w)(?! (?:\d|ra))|kien tao|liem chinh|phi giay to|khong giay to|thong minh|hanh dong|"
    r"mo(?= )(?! (?:rong|ra))|phuc vu|\d\.\d|di dong|truc tuyen(?! voi))"
)
_NO_COUNTRY = re.compile(  # "Ủy ban Pháp luật", "Hội Mỹ thuật"
    r"(?:phap (?:luat|ly|che|lenh|quy|nhan|y)|my (?:thuat|pham)|y (?:te|kien|tuong|hoc)|"
    r"anh (?:hung|ninh)|nhat (?:bao|ky)|duc (?:tin|duc))\b"
)
_TOGETHER = re.compile(rf",? (?:và|va|&) [\w&]+(?: (?!của|cua)[\w&]+){{0,3}}? (?=[{UPPER}])")
# first halves of words whose second half looks like a head: "dịch vụ CNTT", "đồng bộ Xây dựng"
_COMPOUND = re.compile(r"\b(?:dich|nhiem|chuc|phuc|nghiep|cong|can|dong|toan|noi|tien|so|co|tru|ket|cuc) $")
_SYMBOL = re.compile(r"(?:/[\w&]{1,8} ?[-–] ?|[/-])$")
_CREDIT = re.compile(
    r"\b(?:anh|nguon|photo|video|clip|do hoa)(?: (?:minh hoa|tu lieu|chup man hinh|anh|tin|cung cap))? ?: ?"
    r"(?:[\w ]{0,8}/)?$"
)
_CHANNEL = re.compile(r"\bkenh $")  # a broadcaster's channel
LOCAL = "provincial-body"
_SHORT_HEAD = re.compile(r"(?:Bộ|Sở|Vụ|Cục|Ban|Viện) ")
_READ_ELSEWHERE = ("province", "office")  # places, posts


@dataclass(frozen=True, slots=True)
class Known:
    """A body of the registry in a flat text; `type` is its kind there."""

    start: int
    end: int
    name: str
    type: str


@cache
def countries() -> Mapping[str, str]:
    """The names of countries by their lower-case spellings."""
    return {steady(said).lower(): name or said for said, name in tables.printed_values("countries").items()}


@cache
def _country() -> Pattern:
    names = sorted(countries(), key=len, reverse=True)
    return Pattern(rf" (?P<name>{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _names() -> tuple[Name, ...]:
    """Every spelling that means one body only, or that is one's full name."""
    load = registry.load()
    meant: dict[str, dict[str, tuple[str, str, bool]]] = {}
    rows: list[tuple[Agency | LocalBody, str]] = [
        (row, row.kind) for row in load.agencies if row.kind not in _READ_ELSEWHERE
    ]
    rows += [(row, LOCAL) for row in load.local_bodies]
    for row, kind in rows:
        for spelling in (row.name, *row.short_names):
            if spelling not in _COMMON and (not _SHORT.fullmatch(spelling) or spelling in _CLEAR):
                bodies = meant.setdefault(key(spelling), {})
                if row.name not in bodies or row.valid_to is None:
                    first = bodies[row.name][0] if row.name in bodies else spelling  # the full name
                    bodies[row.name] = (first, kind, row.valid_to is None)
    found = []
    for spelling_key, said in meant.items():
        full = {name for name in said if key(name) == spelling_key}
        lasting = {name for name, (_, _, lasts) in said.items() if lasts}
        fit = full or lasting or set(said)
        if len(fit) == 1:
            name = fit.pop()
            found.append((said[name][0], name, said[name][1]))
    names: list[Name] = []
    for spelling, name, kind in found:
        parts = len(name.split())
        written = (*variants(spelling), spelling.replace("TT", "T T")) if "TT&TT" in spelling else variants(spelling)
        names.extend(
            Name(variant, name, kind, any_case=max(parts, len(variant.split())) > 2 and not _small_doubtful(name, kind))
            for variant in written
        )
    return tuple(names)


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


def _small_doubtful(name: str, kind: str) -> bool:
    """Whether a name in small letters may be other words: "vụ án", "ban ngành", "các bộ xây dựng kho dữ liệu"."""
    if kind in ("ministry", LOCAL):
        return name.partition(" ")[2].lower() in tables.printed("action_verbs")
    return _SHORT_HEAD.match(name) is not None


_COMMON = frozenset(("Cổng Thông tin điện tử", "Cổng TTĐT", "KSTT"))  # every body has one
_CLEAR = frozenset(("FPT", "EVN", "ADB", "CMC", "ITU", "UPU", "VNG", "VTV", "VOV", "WB", "WHO", "IMF", "WTO"))


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(_names())


@cache
def fields() -> Mapping[str, Pattern]:
    """How the bodies that share a head go on after it ("Bộ": "Công an", "TC"), for lists that name it once."""
    tails: dict[str, dict[str, None]] = {"Bộ": {}, "Sở": {}, "Vụ": {}, "Cục": {}}
    for name in _names():
        head, _, tail = name.spelling.partition(" ")
        if head in tails and tail and name.kind in ("ministry", LOCAL, "department"):
            tails[head][steady(tail).lower()] = None
    return {
        head: Pattern(rf"(?:{'|'.join(re.escape(tail) for tail in sorted(found, key=len, reverse=True))})(?![\w&])")
        for head, found in tails.items()
    }


@cache
def _by_key() -> Mapping[str, Name]:
    found: dict[str, Name] = {}
    for name in _names():
        found.setdefault(key(name.spelling), name)
    return found


def named(name: str) -> Name | None:
    """The body of the registry that bears a name."""
    return _by_key().get(key(name))


def alike(name: str) -> Name | None:
    """The body of the registry that bears a name but for its linking words and marks: "Ban Chỉ đạo Chính phủ về …"."""
    return named(name) or _by_loose_key().get(_loose(name))


@cache
def _loose(name: str) -> str:
    return _LINKING.sub(" ", f" {key(name)} ")


_LINKING = re.compile(r"(?: (?:cua|va|ve|-|&)(?= ))+ ")
_LEAST = 6  # words of a name that its other spellings are known by


@cache
def _by_loose_key() -> Mapping[str, Name]:
    found: dict[str, Name] = {}
    for name in _names():
        if name.spelling.count(" ") >= _LEAST:
            found.setdefault(_loose(name.spelling), name)
    return found


def find(flat: Flat) -> Iterator[Known]:
    """The bodies of the registry in the text, from left to right; "Chính phủ điện tử" is none."""
    for hit in _gazetteer().find(flat):
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
    return not (
        flat.folded.startswith(("bo ", "so ", "vu ", "cuc "), start)
        and _COMPOUND.search(flat.folded, max(0, start - 8), start)
    )


def country_at(flat: Flat, at: int) -> tuple[int, str] | None:
    """The country that is named right after a position, with where its name ends; "Phan Lan Tú" is no country."""
    text = flat.text
    if text[at : at + 1] != " " or not text[at + 1 : at + 2].isupper():
        return None
    match = _country().match(flat, at)
    if match is None or _NO_COUNTRY.match(flat.folded, at + 1) or persons.begins_province(flat, at + 1):
        return None  # "Tỉnh ủy Lào Cai"
    person = persons.vietnamese(flat, at + 1)
    if person is not None and person > match.end() and persons.any_name(flat, match.end() + 1) is None:
        return None  # but "Bộ trưởng Quốc phòng Hàn Quốc Kim Yong-hyun"
    return match.end(), _country_name(match["name"])


@cache
def _country_name(said: str) -> str:
    """The name to use for a country by the spelling that was found, with diacritics or without."""
    known = countries()
    return known.get(said) or next(name for spelling, name in known.items() if fold(spelling) == said)


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
