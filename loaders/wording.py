"""Phrases of a table found in a stretch of text, with their spelling checked where the text has its accents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.clauses import alternation
from loaders.reading import Reading, Unit
from loaders.tables import spellings, values


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(table)})(?!\w)")


def _spelled(table: str, reading: Reading, unit: Unit, start: int, end: int) -> bool:
    if not unit.accented:
        return True
    phrase = " ".join(reading.folded[start:end].split())
    return " ".join(reading.source.text[start:end].lower().split()) in spellings(table).get(phrase, ())


def occurrences(table: str, reading: Reading, unit: Unit, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where the phrases of a table stand in a stretch of a unit, with what the table says of each."""
    for match in _pattern(table).finditer(reading.folded, start, end):
        if _spelled(table, reading, unit, match.start(), match.end()):
            yield match.start(), match.end(), values(table)[" ".join(match[0].split())]


def at(table: str, reading: Reading, unit: Unit, start: int, end: int) -> str | None:
    """What the table says of the phrase that is exactly this stretch; None where the table has it not."""
    told = values(table).get(" ".join(reading.folded[start:end].split()))
    return told if told is not None and _spelled(table, reading, unit, start, end) else None


def last_words(folded: str, start: int, end: int, most: int) -> list[tuple[int, int]]:
    """The stretches of the last words before `end`, at most `most`, nothing but spaces between and after them."""
    words: list[tuple[int, int]] = []
    stop = end
    while len(words) < most:
        while stop > start and folded[stop - 1].isspace():
            stop -= 1
        begin = stop
        while begin > start and not folded[begin - 1].isspace() and folded[begin - 1] not in ",;:()\"'…":
            begin -= 1
        if begin == stop:
            break
        words.insert(0, (begin, stop))
        stop = begin
    return words
