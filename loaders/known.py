"""Bodies that the registry knows, found by their names long and short, and those that one of them has abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.entries import Agency, LocalBody
from kg.folding import UPPER, fold, key
from loaders import persons, tables
from loaders.flat import Flat, Pattern, steady
from loaders.gazetteer import Gazetteer, Hit, Name, variants

_SHORT = re.compile(r"[^\W\d_a-zà-ỹ]{2,3}")  # "BTC", "CP": too short to mean one thing in prose
# what "Chính phủ" begins without meaning the Government: e-government, a paperless government
_CONCEPT = re.compile(
    r" (?:dien tu|so(?!\w)(?! (?:\d|ra))|kien tao|liem chinh|phi giay to|khong giay to|thong minh|hanh dong|"
    r"mo(?= )(?! (?:rong|ra))|phuc vu|\d\.\d|di dong|truc tuyen(?! voi))"
)
_TOGETHER = re.compile(rf",? (?:và|va|&) [\w&]+(?: (?!của|cua)[\w&]+){{0,3}}? (?=[{UPPER}])")
# first halves of words whose second half looks like a head: "dịch vụ CNTT", "đồng bộ Xây dựng"
_COMPOUND = re.compile(r"\b(?:dich|nhiem|chuc|phuc|nghiep|cong|can|dong|toan|noi|tien|so|co|tru|ket|cuc) $")
_SYMBOL = re.compile(r"(?:/[\w&]{1,8} ?[-–] ?|[/-])$")
_CREDIT = re.compile(r"(?:anh|nguon|photo) ?: ?(?:[\w ]{0,8}/)?$")
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
                    bodies[row.name] = (spelling, kind, row.valid_to is None)
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
            Name(variant, name, kind, any_case=max(parts, len(variant.split())) > 2 and not _SHORT_HEAD.match(name))
            for variant in written
        )
    return tuple(names)


_COMMON = frozenset(("Cổng Thông tin điện tử", "Cổng TTĐT", "KSTT"))  # every body has one
_CLEAR = frozenset(("FPT", "EVN", "ADB", "CMC", "ITU", "UPU", "VNG", "VTV", "VOV"))


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
                name = f"{name} {flat.text[end + 1 : more.end() - 1]}"
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
    if match is None:
        return None
    person = persons.vietnamese(flat, at + 1)
    if person is not None and person > match.end():
        return None
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
    return _CREDIT.search(flat.folded, max(0, start - 12), start) is not None


def in_number(flat: Flat, start: int, end: int) -> bool:
    """Whether the name is an issuer's symbol within a document's number: "17/NQ-CP"."""
    text = flat.text
    if not text[start + 1 : start + 2].isupper():
        return False
    printed = text[start:end]
    if " " in printed or not (printed.isupper() or printed == "TTg"):
        return False
    if _SYMBOL.search(text, max(0, start - 12), start):
        return True
    return text[end : end + 1] in ("/", "-") and text[end + 1 : end + 2] != " "
