"""A source's units, one a line and with single spaces: what the patterns for names run over.

Names are broken over lines, spaced with no-break or doubled spaces; cells and units stand next to each other without
being one text. Here a name has one spelling of its spaces, and a newline is always a border.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from kg.folding import cased, fold
from kg.model import Source
from loaders.reading import Reading, Role, Unit
from loaders.words.keyed import Keyed

FURNITURE: frozenset[Role] = frozenset({"boilerplate"})
_COLUMNS: frozenset[Role] = frozenset({"letterhead", "recipients", "signature"})  # where wide spaces part columns
_WIDE = 4

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_EVEN_SPACES = dict.fromkeys(map(ord, _SPACES), " ")
_OTHER_SPACE = re.compile(f"[{_SPACES}]")
_UNEVEN = re.compile(r"[\n\r\f\v]|\s\s")
_RUN = re.compile(r"\S+")
_DIGITS = re.compile(r"\d\d*")  # found faster so than by `\d+`
OLD_TONES = {  # the tone mark of an open syllable stands on either vowel: "hoá", "hóa"
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_MOVED = {cast(old): cast(new) for cast in (str, str.upper, str.capitalize) for old, new in OLD_TONES.items()}
_OPEN_SYLLABLE = re.compile(f"[oOuU](?<![qQ].)[{''.join(sorted({pair[1] for pair in _MOVED}))}]")


def steady(text: str) -> str:
    """The text with its tone marks on the first of two vowels, as the tables write it; of the same length.

    >>> steady("Uỷ ban, Cục Tin học hoá, quý, toàn")
    'Ủy ban, Cục Tin học hóa, quý, toàn'
    """
    return _OPEN_SYLLABLE.sub(_steadied, text)


def _steadied(found: re.Match[str]) -> str:
    end = found.end()
    is_open = not found.string[end : end + 1].isalpha()
    return _MOVED.get(found[0], found[0]) if is_open else found[0]


def lowered(text: str) -> str:
    """A text in lower case, its tone marks steady, of the same length."""
    text = steady(text)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@lru_cache(maxsize=1)  # masked, and read sentence by sentence
def lowered_source(text: str) -> str:
    """The same of a whole source, kept while it is read."""
    return lowered(text)


def even_spaces(text: str) -> str:
    """A text with plain spaces in the place of all others, of the same length."""
    return text.translate(_EVEN_SPACES) if _OTHER_SPACE.search(text) else text


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """The fold of a short text, kept since names recur."""
    return fold(name)


class Stretches:
    """Stretches of a text, asked whether one of them holds a position."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, at: int) -> bool:
        """Whether a stretch holds the position; its end is not part of it."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and self._reach[index] > at


class Pattern:
    """A pattern in lower-case Vietnamese that is also read without diacritics, where a paragraph has none.

    Classes that fold with their case (`\\W`, `\\S`, `\\B`) have no place in it. `keys` are those of `Keyed`.
    """

    def __init__(self, pattern: str, *keys: str) -> None:
        self.accented = Keyed(pattern, *keys)
        self._written = pattern, *keys

    @cached_property
    def plain(self) -> Keyed:
        """The same for a text without diacritics."""
        pattern, *keys = self._written
        folded = "\\".join(map(fold, pattern.split("\\")))  # the fold takes a backslash for a converter's leftover
        return Keyed(folded.replace("(?p", "(?P"), *map(fold, keys))

    def finditer(self, flat: Flat) -> Iterator[re.Match[str]]:
        """The matches in the text, from left to right."""
        for start, end, accented in flat.stretches:
            pattern, text = (self.accented, flat.lower) if accented else (self.plain, flat.folded)
            yield from pattern.finditer(text, start, end)

    def match(self, flat: Flat, at: int) -> re.Match[str] | None:
        """The match that begins at a position."""
        if flat.is_accented or flat.accented[flat.line(at)]:
            return self.accented.match(flat.lower, at)
        return self.plain.match(flat.folded, at)

    def search(self, text: str, folded: str, start: int, end: int, *, accented: bool) -> re.Match[str] | None:
        """The first match in a short stretch of a printed text, or of its fold where that has no accents."""
        if accented:
            return self.accented.search(lowered(text[start:end]))
        return self.plain.search(folded[start:end])


Mark = tuple[int, int, str]  # a phrase of a table in a flat text: start, end, its spelling in lower case


@dataclass(frozen=True)
class Flat:
    """The text of the units and its fold, of one length; `place` leads back to the source's offsets."""

    text: str
    folded: str
    units: tuple[int, ...]  # the unit of each line
    roles: tuple[Role, ...]  # its role
    accented: tuple[bool, ...]  # whether its paragraph carries diacritics
    _starts: tuple[int, ...]  # where each line begins here
    _origins: tuple[int, ...]  # where it begins in the source
    _uneven: dict[int, tuple[int, ...]]  # of a line whose spaces were merged: each character's offset in the source
    day: datetime.date | None = None  # of the source
    marks: dict[str, list[Mark]] = field(
        default_factory=dict, compare=False
    )  # by table, once loaders.words.marks has found them

    @cached_property
    def cased(self) -> str:
        """The fold with the capitals of the text: "Cuc Tin hoc hoa"."""
        return cased(self.text)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, its tone marks steady, of the same length."""
        return lowered(self.text)

    @cached_property
    def digits(self) -> tuple[re.Match[str], ...]:
        """The runs of digits."""
        return tuple(_DIGITS.finditer(self.folded))

    @cached_property
    def is_accented(self) -> bool:
        """Whether every line carries diacritics."""
        return all(self.accented)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int, bool], ...]:
        """The lines that carry diacritics, and those that do not, as long stretches."""
        if self.is_accented:
            return ((0, len(self.text), True),)
        found: list[tuple[int, int, bool]] = []
        for line, accented in enumerate(self.accented):
            start, end = self.border(line)
            if found and found[-1][2] is accented:
                start = found.pop()[0]
            found.append((start, end, accented))
        return tuple(found)

    def line(self, at: int) -> int:
        """The index of the line that holds the position."""
        return bisect_right(self._starts, at) - 1

    def border(self, line: int) -> tuple[int, int]:
        """Where a line begins and ends here."""
        following = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line], following

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends here."""
        return zip(self._starts, (*(start - 1 for start in self._starts[1:]), len(self.text)), strict=False)

    def at(self, offset: int) -> int | None:
        """The position here of an offset in the source; None where no line holds it."""
        line = bisect_right(self._origins, offset) - 1
        if line < 0:
            return None
        begin, end = self.border(line)
        uneven = self._uneven.get(line)
        at = begin + (offset - self._origins[line] if uneven is None else bisect_left(uneven, offset))
        return at if at <= end else None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The source's offsets of a stretch."""
        line = self.line(start)
        if line in self._uneven or (line + 1 < len(self._starts) and end > self._starts[line + 1]):
            return self._offset(start), self._offset(end - 1) + 1
        moved = self._origins[line] - self._starts[line]
        return start + moved, end + moved

    def _offset(self, at: int) -> int:
        line = self.line(at)
        uneven = self._uneven.get(line)
        return at - self._starts[line] + self._origins[line] if uneven is None else uneven[at - self._starts[line]]


_latest: tuple[Source, tuple[Unit, ...], Flat] | None = (
    None  # agencies and officials read the same text one after the other
)


def flatten(reading: Reading) -> Flat:
    """The flat text of a reading's units, furniture left out; that of the latest reading is kept for the next stage."""
    global _latest
    kept = _latest
    if kept is not None and kept[0] is reading.source and kept[1] is reading.units:
        return kept[2]
    flat = _flatten(reading)
    _latest = (reading.source, reading.units, flat)
    return flat


def _flatten(reading: Reading) -> Flat:
    texts: list[str] = []
    folds: list[str] = []
    units: list[int] = []
    starts: list[int] = []
    origins: list[int] = []
    uneven: dict[int, tuple[int, ...]] = {}
    at = 0
    source = reading.source.text
    for index, unit in enumerate(reading.units):
        if unit.role in FURNITURE or unit.start >= unit.end:
            continue
        text, fold = source[unit.start : unit.end], reading.folded[unit.start : unit.end]
        if _is_uneven(fold) or "\t" in text:
            text, fold, uneven[len(units)] = _even(text, fold, unit)
        texts.append(text)
        folds.append(fold)
        units.append(index)
        starts.append(at)
        origins.append(unit.start)
        at += len(text) + 1
    whole = "\n".join(texts)
    whole = even_spaces(whole)
    roles = tuple(reading.units[index].role for index in units)
    accented = tuple(
        reading.units[index].accented and _has_marks(text) for index, text in zip(units, texts, strict=True)
    )
    return Flat(
        whole, "\n".join(folds), tuple(units), roles, accented, tuple(starts), tuple(origins), uneven, reading.today
    )  # fmt: skip


def _is_uneven(fold: str) -> bool:
    """Whether a folded text has a line end, or spaces next to each other."""
    return "  " in fold or (not fold.isprintable() and _UNEVEN.search(fold) is not None)


def _has_marks(text: str) -> bool:
    """Whether a text carries as many letters with diacritics as Vietnamese does, not just a stray one."""
    return len(text) < 40 or len(text.encode("utf-8", "surrogatepass")) - len(text) > len(text) // 25


def _even(text: str, fold: str, unit: Unit) -> tuple[str, str, tuple[int, ...]]:
    """A unit's text with single spaces, a newline for the border between cells, and each character's offset."""
    parts: list[str] = []
    folds: list[str] = []
    offsets: list[int] = []
    last = 0
    columns = unit.role in _COLUMNS
    for run in _RUN.finditer(text):
        start, end = run.span()
        if parts:
            between = text[last:start]
            apart = "\t" in between or (columns and len(between) >= _WIDE and "\n" not in between)
            gap = "\n" if apart else " "
            parts.append(gap)
            folds.append(gap)
            offsets.append(unit.start + last)
        parts.append(run.group())
        folds.append(fold[start:end])
        offsets.extend(range(unit.start + start, unit.start + end))
        last = end
    return "".join(parts), "".join(folds), tuple(offsets)
