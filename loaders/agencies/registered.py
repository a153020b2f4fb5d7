"""The names of the bodies that the registry knows, by each spelling that means one body only, and of countries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg import registry
from kg.entries import Agency, LocalBody
from kg.folding import fold, key
from loaders import tables
from loaders.words.flat import Pattern, steady
from loaders.words.gazetteer import Gazetteer, Name, variants

_SHORT = re.compile(r"[^\W\d_a-zà-ỹ]{2,3}")  # "BTC", "CP": too short to mean one thing in prose
LOCAL = "provincial-body"
_SHORT_HEAD = re.compile(r"(?:Bộ|Sở|Vụ|Cục|Ban|Viện) ")
_READ_ELSEWHERE = ("province", "office")  # places, posts
_COMMON = frozenset(("Cổng Thông tin điện tử", "Cổng TTĐT", "KSTT"))  # every body has one
_CLEAR = frozenset(("FPT", "EVN", "ACB", "ADB", "CMC", "ITU", "UPU", "VNG", "VTV", "VOV", "WB", "WHO", "IMF", "WTO"))
_LINKING = re.compile(r"(?: (?:cua|va|ve|-|&)(?= ))+ ")
_LEAST = 6  # words of a name that its other spellings are known by


@cache
def countries() -> Mapping[str, str]:
    """The names of countries by their lower-case spellings."""
    return {steady(said).lower(): name or said for said, name in tables.printed_values("countries").items()}


@cache
def country() -> Pattern:
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


def _small_doubtful(name: str, kind: str) -> bool:
    """Whether a name in small letters may be other words: "vụ án", "ban ngành", "các bộ xây dựng kho dữ liệu"."""
    if kind in ("ministry", LOCAL):
        return name.partition(" ")[2].lower() in tables.printed("action_verbs")
    return _SHORT_HEAD.match(name) is not None


@cache
def gazetteer() -> Gazetteer:
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


@cache
def _by_loose_key() -> Mapping[str, Name]:
    found: dict[str, Name] = {}
    for name in _names():
        if name.spelling.count(" ") >= _LEAST:
            found.setdefault(_loose(name.spelling), name)
    return found


@cache
def country_name(said: str) -> str:
    """The name to use for a country by the spelling that was found, with diacritics or without."""
    known = countries()
    return known.get(said) or next(name for spelling, name in known.items() if fold(spelling) == said)
