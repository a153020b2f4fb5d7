"""The parts of a quantity: figures as printed, magnitudes, units and comparators, read at a place in a flat text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from kg.folding import fold
from kg.model import Comparator
from loaders.tables import printed, spellings, values
from loaders.words.flat import Flat

_WORDS = re.compile(r" ?(?P<words>[a-z]+[23]?(?:[,/]? ?[a-z]+[23]?){0,6})")
_WORD = re.compile(r"[a-z]+[23]?")
_INITIALS = re.compile(r" (?P<unit>[A-Z]{1,4}(?:/[A-Z]{1,4})+)(?![\w/-])")  # "15.536 C/O"
_SIGN = re.compile(r" ?(?P<sign>%|\$)")
_POINTS = re.compile(r" ?(?:điểm|diem) ?%")  # "3,1 điểm %"
_PER = re.compile(r" ?/ ?(?P<per>(?P<first>[a-z]+)(?: [a-z]+)?)\b")
_SYMBOL = re.compile(r"(?P<symbol>[<>≥≤]=?|=[<>]) ?\Z")
_SYMBOLS: dict[str, Comparator] = {
    ">": ">", "<": "<", "≥": ">=", "≤": "<=", ">=": ">=", "=>": ">=", "<=": "<=", "=<": "<=",
}  # fmt: skip
_ONWARDS = re.compile(r" (?:(?P<up>tro len)|tro xuong)\b")
_FILLERS = ("gap ", "dat ", "tu ", "la ", "co ")  # between a comparator and its figure
_LONGEST_NOUN = 7
_ALSO_NOUNS = frozenset(("van", "ngan"))  # "văn bản", "ngân hàng" without their accents
_PLACES = ("the gioi", "chau a", "chau au")  # "top 40 thế giới": no cards
_OTHER_WORDS = frozenset(("qua",))  # "hiệu quả 2 dự án" without its accents
_YEAR = re.compile(r" ?nam (?:19|20)\d\d\b")
_TOP = re.compile(r"\btop ?\Z")
_AMONG = re.compile(r"\b(?:nhom|thuoc|trong|vao|trong so|thuoc nhom|trong nhom|vao nhom) \Z")
_LEADERS = re.compile(
    r"(?: [a-z]+){0,3}? (?:dan dau|dung dau|hang dau|tot nhat|cao nhat|phat trien nhat|nhat)\b"
    r"| (?:co|voi) (?:[a-z]+ ){1,12}?(?:dan dau|dung dau|hang dau|(?:cao|tot|lon|nhanh|manh|phat trien) nhat)\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands after a figure: its one form, its kind and where it ends.

    `kind` is that of the table of measures ("share", "money", "ratio", "time" …), "counted" for a noun that the table
    of counted nouns has, "" for any other noun.
    """

    name: str | None
    kind: str
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what belongs to it; offsets in the flat text."""

    start: int
    figure_end: int  # of the printed number with its magnitude and measure: the value's text
    end: int
    value: Decimal
    unit: Unit
    comparator: Comparator = "="
    upper: Decimal | None = None
    total: Decimal | None = None
    printed: str = ""  # the figure alone


@cache
def _magnitudes() -> re.Pattern[str]:
    words = sorted(set(values("magnitudes")), key=len, reverse=True)
    return re.compile(rf" ?(?P<word>{'|'.join(words)})\b")


def magnitude(flat: Flat, at: int, *, accented: bool) -> tuple[int, int]:
    """By how much the word at a place multiplies the figure before it, and where it ends; 1 where there is none."""
    match = _magnitudes().match(flat.folded, at)
    if match is None:
        return 1, at
    word = match["word"]
    if not accented and word == "tram":
        return 1, at  # nobody prints "3 trăm": rather "trạm"
    if not accented and word in _ALSO_NOUNS:
        noun = unit(flat, at, accented=False)
        if noun.kind == "counted" and noun.end > match.end():
            return 1, at  # "2.361 van ban": "văn bản", not "vạn"
    if accented and flat.text[match.start("word") : match.end()].lower() not in spellings("magnitudes")[word]:
        return 1, at
    return int(values("magnitudes")[word]), match.end()


@dataclass(frozen=True, slots=True)
class _Noun:
    spelled: str
    kind: str
    name: str | None  # its one form, where that is another


@cache
def _nouns() -> dict[str, tuple[_Noun, ...]]:
    """Measures and counted nouns by their folded form, the measures first: "đồng" and "dòng"."""
    found: dict[str, tuple[_Noun, ...]] = {}
    for phrase in printed("measure_units"):
        name, _, kind = values("measure_units")[fold(phrase)].rpartition(" ")
        found[fold(phrase)] = (*found.get(fold(phrase), ()), _Noun(phrase.lower(), kind, name))
    for phrase in printed("counted_nouns"):
        full = values("counted_nouns")[fold(phrase)] or None
        found[fold(phrase)] = (*found.get(fold(phrase), ()), _Noun(phrase.lower(), "counted", full))
    return found


def unit(flat: Flat, at: int, *, accented: bool) -> Unit:
    """The unit at a place; its `name` is None and it ends where it would begin where none stands there."""
    folded = flat.folded
    sign = _SIGN.match(folded, at)
    if sign:
        return Unit("%", "share", sign.end()) if sign["sign"] == "%" else Unit("USD", "money", sign.end())
    points = _POINTS.match(flat.text, at)
    if points:
        return Unit("điểm phần trăm", "share", points.end())
    initials = _INITIALS.match(flat.text, at)
    if initials:
        return Unit(initials["unit"], "counted", initials.end())
    match = _WORDS.match(folded, at)
    if match is None or _YEAR.match(folded, at):
        return Unit(None, "", at)
    start = match.start("words")
    if not accented and match["words"].startswith(_PLACES):
        return Unit(None, "", at)
    words = [(word.start(), word.end()) for word in _WORD.finditer(match["words"])]
    for _, stop in reversed(words[:_LONGEST_NOUN]):
        phrase = match["words"][:stop]
        as_printed = flat.text[start : start + stop]
        known = _nouns().get(phrase, ())
        noun = next((noun for noun in known if not accented or noun.spelled == as_printed.lower()), None)
        if noun is None:
            continue
        kind, name, end = noun.kind, noun.name, start + stop
        if kind == "counted":
            return Unit(name or as_printed, kind, end)
        if kind in ("money", "size", "share"):
            while per := _PER.match(folded, end):
                words_after = folded[per.start("per") : per.end()]
                stop = per.end() if words_after in _nouns() else per.start("per") + len(per["first"])
                name, end = f"{name}/{flat.text[per.start('per') : stop]}", stop
        return Unit(name, kind, end)
    if start == at or words[0][1] == 1 or _is_no_noun(flat, start, start + words[0][1], accented=accented):
        return Unit(None, "", at)  # also of a letter, "900 g", which names no counted thing
    last = words[0][1]
    if len(words) > 1 and match["words"][last : words[1][0]] == " ":
        second = start + words[1][0], start + words[1][1]
        last = last if _is_no_noun(flat, *second, accented=accented) else words[1][1]
    return Unit(flat.text[start : start + last], "", start + last)


def _is_no_noun(flat: Flat, start: int, end: int, *, accented: bool) -> bool:
    spelled = spellings("no_nouns").get(flat.folded[start:end])
    return spelled is not None and (not accented or flat.text[start:end].lower() in spelled)


_AT_MOST = re.compile(r"\bkhong (?:de|duoc(?: phep)?|cho(?: phep)?)\s[^,;.:\n]{0,40}$")  # "không để mất sóng quá 1 km"
_DENIED = 60


def comparator(flat: Flat, at: int, *, accented: bool) -> tuple[Comparator, int]:
    """How the figure at a place compares, told by the words or the sign before it, and where these begin."""
    folded = flat.folded
    symbol = _SYMBOL.search(folded, max(0, at - 4), at)
    if symbol:
        return _SYMBOLS.get(symbol["symbol"], "="), symbol.start()
    stop = at
    while (filler := next((word for word in _FILLERS if folded.endswith(word, 0, stop)), None)) and stop > at - 12:
        stop -= len(filler)
    for end in (at, stop) if stop != at else (at,):
        stretch = folded[max(0, end - 28) : end].rpartition("\n")[2]
        if not stretch.endswith(" "):
            continue
        words = stretch.split(" ")[-5:-1]
        for first in range(len(words)):
            phrase = " ".join(words[first:])
            told = values("comparators").get(phrase)
            begin = end - 1 - len(phrase)
            if told is None:
                continue
            if accented and flat.text[begin : end - 1].lower() not in spellings("comparators")[phrase]:
                continue
            if not accented and phrase in _OTHER_WORDS:
                continue
            denied = told == ">" and _AT_MOST.search(folded, max(0, begin - _DENIED), begin)
            return cast(Comparator, "<=" if denied else told), begin
    if folded.endswith("gap ", 0, at):
        return "=", at - 4
    return "=", at


def ranked(folded: str, start: int, noun: Unit) -> bool:
    """Whether a number says how many lead a ranking, of whom one is meant: "top 3", "thuộc nhóm 50 nước dẫn đầu"."""
    if _TOP.search(folded, max(0, start - 8), start):
        return True
    return bool(_AMONG.search(folded, max(0, start - 16), start) and _LEADERS.match(folded, noun.end))


def onwards(folded: str, at: int) -> tuple[Comparator | None, int]:
    """What "trở lên" or "trở xuống" at a place makes of a comparator, and where the quantity then ends."""
    match = _ONWARDS.match(folded, at)
    if match is None:
        return None, at
    return (">=" if match["up"] else "<="), match.end()
