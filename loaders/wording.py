"""Phrases of a table found in a stretch of text, with their spelling checked where the text has its accents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.clauses import alternation
from loaders.reading import Reading, Unit
from loaders.tables import printed, spellings, values

_OLD_TONES = dict(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)
_OLD_TONE = re.compile("|".join(_OLD_TONES))


def canonical(phrase: str) -> str:
    """A phrase in lower case with single spaces and every tone mark on one vowel, so that spellings compare.

    >>> canonical("Luỹ  kế"), canonical("số hoá")
    ('lũy kế', 'số hóa')
    """
    return _OLD_TONE.sub(lambda old: _OLD_TONES[old[0]], " ".join(phrase.lower().split()))


@cache
def spelled(table: str) -> frozenset[str]:
    """All phrases of a table in canonical spelling."""
    return frozenset(canonical(phrase) for phrase in printed(table))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(table)})(?!\w)")


# Words of two syllables of which one is a phrase of a table: "thực hiện", "đổi mới", "chỉ số", "hiện đại".
_AFTER = {"hien": ("thuc ", "the ", "xuat ", "phat ", "bieu ", "tai ", "dien "), "moi": ("doi ", "cai ")}
_BEFORE = {
    "hien": (" dai", " truong", " trang", " vat", " dien", " thuc", " hanh"),
    "chi": (" so", " tieu", " dao", " dan", " thi", " huy", " phi", " nhanh", " bo", " cuc"),
    "moi": (" truong", " gioi"),
    "co": (" quan", " so", " cau", " che", " ban", " khi"),
    "dang": (" ky", " cap"),
    "muc": (" luc",),
}


def _is_spelled(table: str, reading: Reading, unit: Unit, start: int, end: int) -> bool:
    word = reading.folded[start:end]
    if word in _AFTER and reading.folded.endswith(_AFTER[word], unit.start, start):
        return False
    if word in _BEFORE and reading.folded.startswith(_BEFORE[word], end):
        return False
    return not unit.accented or canonical(reading.source.text[start:end]) in spelled(table)


def occurrences(table: str, reading: Reading, unit: Unit, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where the phrases of a table stand in a stretch of a unit, with what the table says of each."""
    for match in _pattern(table).finditer(reading.folded, start, end):
        if _is_spelled(table, reading, unit, match.start(), match.end()):
            yield match.start(), match.end(), values(table)[" ".join(match[0].split())]


def at(table: str, reading: Reading, unit: Unit, start: int, end: int) -> str | None:
    """What the table says of the phrase that is exactly this stretch; None where the table has it not."""
    told = values(table).get(" ".join(reading.folded[start:end].split()))
    return told if told is not None and _is_spelled(table, reading, unit, start, end) else None


def first(table: str, reading: Reading, unit: Unit, start: int, end: int) -> int | None:
    """Where the phrase of the table ends that begins the stretch; None where none does."""
    match = _pattern(table).match(reading.folded, start, end)
    if match is None or not _is_spelled(table, reading, unit, match.start(), match.end()):
        return None
    return match.end()


def last(table: str, reading: Reading, unit: Unit, start: int, end: int, most: int = 3) -> int | None:
    """Where the longest phrase of the table begins that ends the stretch; None where none does."""
    words = last_words(reading.folded, start, end, most)
    begins = (begin for begin, _ in words if at(table, reading, unit, begin, words[-1][1]) is not None)
    return next(begins, None)


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


def spoken(table: str, phrase: str, *, accented: bool) -> bool:
    """Whether a table has the phrase, as spelled where the text has its accents, else as folded."""
    if accented:
        return canonical(phrase) in spelled(table)
    return " ".join(phrase.lower().split()) in spellings(table)
