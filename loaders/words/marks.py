"""Where the words stand that the readings of names start from, found in one pass: heads, posts, levels, groups.

One phrase may open several readings ("chủ tịch" a post and a group), and so may its first words ("văn phòng ubnd"
begins as the head "văn phòng").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.folding import fold
from loaders import tables
from loaders.words.flat import Flat, Mark, steady

HEADS, ROLES, LEVELS, GROUPS, HONORIFICS = _TABLES = ("body_heads", "roles", "levels", "group_starts", "honorifics")


_HIDING = ("thành ủy ban",)  # words that together are a phrase of a table but hide a head: "đổi tên thành Ủy ban"


class _Phrases:
    """All phrases of the tables, ready to be found as they are spelt, or without diacritics where a line has none."""

    def __init__(self) -> None:
        opens: dict[str, list[tuple[int, str]]] = {}
        for index, table in enumerate(_TABLES):
            for phrase in tables.printed(table):
                opens.setdefault(steady(phrase).lower(), []).append((index, steady(phrase).lower()))
        for phrase in _HIDING:
            opens.setdefault(phrase, [])
        self._spelt = tuple(opens)
        self._readings: list[tuple[tuple[int, str, int, int], ...]] = []
        for phrase in self._spelt:
            readings: dict[int, tuple[int, str, int, int]] = {}
            words = "" if phrase in _HIDING else phrase
            while words:  # the longest phrase of each table that these words are or begin with
                for index, said in opens.get(words, ()):
                    readings.setdefault(index, (index, said, 0, len(said)))
                words = words.rpartition(" ")[0]
            words = phrase.partition(" ")[2]
            while words and 0 not in readings:  # and the head that they end with: "chánh văn phòng"
                for index, said in opens.get(words, ()):
                    if index == 0:
                        readings[0] = (0, said, len(phrase) - len(said), len(phrase))
                words = words.partition(" ")[2]
            self._readings.append(tuple(readings.values()))
        self._accented = AhoCorasick(self._spelt, matchkind=MatchKind.LeftmostLongest)
        self._plain = AhoCorasick([fold(phrase) for phrase in self._spelt], matchkind=MatchKind.LeftmostLongest)

    def find(self, flat: Flat) -> tuple[list[Mark], ...]:
        """The marks of each table, from left to right."""
        found: tuple[list[Mark], ...] = tuple([] for _ in _TABLES)
        text = flat.text
        size = len(text)
        for offset, stop, accented in flat.stretches:
            automaton, searched = (self._accented, flat.lower) if accented else (self._plain, flat.folded)
            whole = offset == 0 and stop == size
            for pattern, start, end in automaton.find_matches_as_indexes(searched if whole else searched[offset:stop]):
                start, end = start + offset, end + offset
                if start and text[start - 1].isalnum() and not (text[start - 1].islower() and text[start].isupper()):
                    continue
                if end < size and text[end].isalnum() and not (text[end - 1].islower() and text[end].isupper()):
                    continue
                for index, phrase, begin, finish in self._readings[pattern]:
                    found[index].append((start + begin, start + finish, phrase))
        return found


@cache
def _phrases() -> _Phrases:
    return _Phrases()


def find(flat: Flat) -> Mapping[str, list[Mark]]:
    """The marks in the text by the table that they are of, from left to right."""
    if not flat.marks:
        flat.marks.update(zip(_TABLES, _phrases().find(flat), strict=True))
    return flat.marks
