"""Quantities that a text tells by words: "gấp đôi", "gấp ba lần", "đứng thứ nhất", "vị trí thứ hai"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.folding import fold
from kg.model import Comparator
from loaders.measures import figure_rows
from loaders.measures.quantities import Figure, Unit, unit
from loaders.words.flat import Flat

_MULTIPLE = re.compile(
    r"gap (?:(?P<word>doi|ba|bon|ruoi)\b|(?P<how>hon |gan |khoang )?"
    r"(?P<times>hai|ba|bon|nam|sau|bay|tam|chin|muoi) lan\b)"
)
_TIMES = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_MET = re.compile(r" (?:[A-ZĐ]|tac\b)")  # behind "gap ba", "gap doi" without accents: "gặp bà Lan", "gặp đối tác"
_NEARLY = ("gan ", "hon ", "khoang ")  # "tăng gần gấp đôi"
_ABOUT: dict[str, Comparator] = {"hon ": ">", "gan ": "<"}
_MULTIPLES = {"doi": Decimal(2), "ba": Decimal(3), "bon": Decimal(4), "ruoi": Decimal("1.5")}
_WORDED_RANKS = {
    "thứ nhất": 1, "thứ nhì": 2, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "thứ năm": 5, "thứ sáu": 6, "thứ bảy": 7,
    "thứ tám": 8, "thứ chín": 9, "thứ mười": 10,
}  # fmt: skip
_PLACES_BY_WORD = {fold(phrase).split()[1]: place for phrase, place in _WORDED_RANKS.items()}
_WORDED_RANK = re.compile(rf"thu (?P<word>{'|'.join(_PLACES_BY_WORD)})\b(?! (?:la|\d))")
_PART_OF = re.compile(  # "hai phần ba số xã", "gần một nửa tổng số trường"
    r"(?:(?P<part>mot|hai|ba) phan (?P<whole>hai|ba|tu|nam)|mot nua)(?P<of> (?:tong )?so)(?= [a-z])"
)
_PART_SPELLED = re.compile(r"(?:(?:một|hai|ba) phần (?:hai|ba|tư|năm)|một nửa)")
_PARTS = {"mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}
_RANKED = re.compile(r"\b(?:dung|xep|vi tri|hang|xep hang)\Z")


def multiples(flat: Flat, accented: list[bool]) -> Iterator[Figure]:
    """ "gấp đôi", "gấp ba": 2 and 3 "lần"; not "gặp bà Lan", "gặp đối tác"."""
    at = flat.folded.find("gap ")
    while at >= 0:
        match = _MULTIPLE.match(flat.folded, at)
        at = flat.folded.find("gap ", at + 4)
        if match is None or flat.folded[match.start() - 1 : match.start()].isalnum():
            continue
        if accented[flat.line(match.start())]:
            if flat.text[match.start() : match.start() + 3].lower() != "gấp":
                continue
        elif _MET.match(flat.text, match.end()):
            continue
        end = match.end() + (4 if flat.folded.startswith(" lan", match.end()) else 0)
        value = _MULTIPLES[match["word"]] if match["word"] else Decimal(_TIMES[match["times"]])
        start = match.start()
        how = next((word for word in _NEARLY if flat.folded.endswith(word, 0, start)), match["how"] or "")
        start -= len(how) if not match["how"] else 0
        about = _ABOUT.get(how, "=")
        yield Figure(start, end, end, value, Unit("lần", "ratio", end), about)


def shares(flat: Flat, accented: list[bool]) -> Iterator[Figure]:
    """ "hai phần ba số xã", "một nửa số hộ": as "2/3", "1/2", of all that there are."""
    for match in _PART_OF.finditer(flat.folded):
        start, end = match.start(), match.start("of")
        if flat.folded[start - 1 : start].isalnum():
            continue
        if not accented[flat.line(start)] or not _PART_SPELLED.fullmatch(flat.text[start:end].lower()):
            continue
        part, whole = _PARTS[match["part"] or "mot"], _PARTS[match["whole"] or "hai"]
        noun = unit(flat, match.end(), accented=True)
        if part >= whole or noun.kind != "counted":
            continue
        how = next((word for word in _NEARLY if flat.folded.endswith(word, 0, start)), "")
        yield Figure(start - len(how), end, noun.end, Decimal(part), noun, _ABOUT.get(how, "="), total=Decimal(whole))


def _next(flat: Flat, last: int, at: int) -> bool:
    """Whether another's place follows in the same line: "Bộ X đứng thứ nhất, Bộ Y thứ hai"."""
    return flat.line(last) == flat.line(at) and figure_rows.next_place(flat.folded, last, at + len(" thu "))


def ranks(flat: Flat, accented: list[bool]) -> Iterator[Figure]:
    """ "đứng thứ nhất", "vị trí thứ hai": a place in a ranking, told by a word."""
    at = flat.folded.find(" thu ")
    last = -1  # where the last such place ends
    while at >= 0:
        match = _WORDED_RANK.match(flat.folded, at + 1)
        listed = last >= 0 and (flat.folded[last:at] in (" va", ",", ", va") or _next(flat, last, at))
        if match and (listed or _RANKED.search(flat.folded, max(0, at - 12), at)):
            start, end = match.span("word")
            printed = flat.text[at + 1 : end].lower()
            if not accented[flat.line(at)] or printed in _WORDED_RANKS:
                value = Decimal(_PLACES_BY_WORD[match["word"]])
                yield Figure(start, end, end, value, Unit("hạng", "rank", end))
                last = end
        at = flat.folded.find(" thu ", at + 5)
