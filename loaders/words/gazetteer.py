"""Names of a table found in a text by one pass of an Aho-Corasick automaton over the folded text.

The longest name wins, at the border of words only. Folding merges what diacritics and capitals tell apart (Đảng, Đặng,
đang; NHNN), so that a hit is then held against the text as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.folding import fold
from loaders.words.flat import Flat, steady

_SEPARATOR = re.compile(r"\s*(?:,| - |&|\bvà\b)\s*")
_SHORT = re.compile(r"(?:[^\W\d_a-zà-ỹđ]|[&\d-])+")  # a word of capitals only: an abbreviation
_CAPITALS = 2  # from so many capitals on a word is an abbreviation ("TTg")


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling, and what it stands for."""

    spelling: str
    value: str  # the full name
    kind: str = ""
    any_case: bool = True  # may be written without a capital


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a flat text."""

    start: int
    end: int
    name: Name


@dataclass
class _Spelling:
    name: Name
    judged: dict[tuple[str, bool], bool] = field(default_factory=dict)

    @cached_property
    def plain(self) -> str:
        """In lower case with diacritics, tone marks steady."""
        return steady(self.name.spelling).lower()

    @cached_property
    def capitals(self) -> tuple[tuple[int, int], ...]:
        """The stretches that have to be in capitals."""
        return _exact(self.name.spelling)

    def fits(self, printed: str, accented: bool) -> bool:
        """Whether the printed stretch is this spelling, not merely its fold."""
        known = self.judged.get((printed, accented))
        if known is None:
            known = self._fits(printed, accented)
            if len(self.judged) < 64:
                self.judged[(printed, accented)] = known
        return known

    def _fits(self, printed: str, accented: bool) -> bool:
        if any(_latin(printed[start:end]) != _latin(self.name.spelling[start:end]) for start, end in self.capitals):
            return False
        capital = any(char.isupper() for char in printed)
        if not capital and not self.name.any_case:
            return False
        if not accented:
            return True
        lower = steady(printed).lower()
        if lower == self.plain or (self.capitals and _latin(lower.upper()) == _latin(self.plain.upper())):
            return True
        if printed.isascii() and capital and self.plain.count(" ") > 1:
            return True  # a name without its marks within a text that has them
        # a misprint in one syllable of a long name is forgiven, and a syllable without its marks
        said, meant = lower.split(), self.plain.split()
        return len(meant) >= 4 and sum(a != b for a, b in zip(said, meant, strict=True)) <= 1 and capital


def _latin(short: str) -> str:
    """An abbreviation as a keyboard without Đ writes it."""
    return short.replace("Đ", "D").replace("Ð", "D")


class Gazetteer:
    """The names of a table, ready to be found."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._spellings: dict[str, list[_Spelling]] = {}
        for name in names:
            self._spellings.setdefault(fold(name.spelling), []).append(_Spelling(name))
        self._keys = tuple(self._spellings)
        self._automaton = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest) if self._keys else None

    def find(self, flat: Flat) -> Iterator[Hit]:
        """The names in the text, from left to right, none within another."""
        if self._automaton is None:
            return
        after = 0
        for pattern, start, end in self._automaton.find_matches_as_indexes(flat.folded):
            if start < after:
                continue
            hit = self._judge(flat, self._keys[pattern], start, end) or self._shorter(flat, start, end)
            if hit:
                after = hit.end
                yield hit

    def _judge(self, flat: Flat, key: str, start: int, end: int) -> Hit | None:
        if not _is_border(flat, start, end):
            return None
        printed = flat.text[start:end]
        accented = flat.accented[flat.line(start)]
        for spelling in self._spellings[key]:
            if spelling.fits(printed, accented):
                return Hit(start, end, spelling.name)
        return None

    def _shorter(self, flat: Flat, start: int, end: int) -> Hit | None:
        """The longest name that begins here or later within a stretch whose whole is none."""
        folded = flat.folded
        begin = start
        while begin < end:
            stop = end if begin > start else end - 1
            while stop > begin:
                if (stop == len(folded) or not folded[stop].isalnum()) and folded[begin:stop] in self._spellings:
                    hit = self._judge(flat, folded[begin:stop], begin, stop)
                    if hit:
                        return hit
                stop -= 1
            begin = folded.find(" ", begin, end) + 1 or end
        return None


def _is_border(flat: Flat, start: int, end: int) -> bool:
    """Whether words begin and end here; a capital after a small letter begins a word ("khai thácCơ sở")."""
    text = flat.text
    if start and (before := text[start - 1]).isalnum() and not (before.islower() and text[start].isupper()):
        return False
    if end < len(text) and (after := text[end]).isalnum():
        return after.isupper() and text[end - 1].islower()
    return True


def _exact(spelling: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a spelling that are abbreviations."""
    return tuple(
        word.span()
        for word in re.finditer(r"\S+", spelling)
        if _SHORT.fullmatch(word.group()) or sum(char.isupper() for char in word.group()) >= _CAPITALS
    )


@cache
def variants(spelling: str) -> tuple[str, ...]:
    """The ways in which a name with "và", "&", "-" or commas between its parts is written.

    >>> variants("Bộ Thông tin và Truyền thông")[:3]
    ('Bộ Thông tin và Truyền thông', 'Bộ Thông tin & Truyền thông', 'Bộ Thông tin - Truyền thông')
    """
    parts = _SEPARATOR.split(spelling)
    if not 2 <= len(parts) <= 4:
        return (spelling,)
    last = (" và ", " & ", " - ", "-", " ", ", ", "&")
    inner = (", ", " - ", "-", " ", " và ") if len(parts) > 2 else ("",)
    found = [spelling]
    for between, final in product(inner, last):
        found.append((between.join(parts[:-1]) if len(parts) > 2 else parts[0]) + final + parts[-1])
    return tuple(dict.fromkeys(found))
