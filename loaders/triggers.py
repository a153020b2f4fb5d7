"""A cheap search before a dear one: where a text has one of a few words, and an anchored pattern tried only there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick


class Trigger:
    """A pattern all of whose matches begin with one of some words, in a lower-case text."""

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        """`words` begin every match of the pattern: whole phrases, or their first words."""
        self.pattern = pattern
        self._automaton = AhoCorasick(sorted({word.split()[0] for word in words}))

    def over(self, text: str) -> Occurrences:
        """The pattern made ready for one text."""
        return Occurrences(self.pattern, text, self._starts(text))

    def _starts(self, text: str) -> list[int]:
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted({start for _, start, _ in hits if start == 0 or not text[start - 1].isalnum()})


class Occurrences:
    """Where a pattern may match in one text."""

    __slots__ = ("_pattern", "_starts", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str, starts: list[int]) -> None:
        self._pattern = pattern
        self._text = text
        self._starts = starts

    def within(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that lie in a stretch, from left to right, none over another: as `finditer` gives them."""
        index = bisect_left(self._starts, start)
        while index < len(self._starts) and self._starts[index] < end:
            match = self._pattern.match(self._text, self._starts[index], end)
            if match:
                yield match
                index = bisect_left(self._starts, max(match.end(), match.start() + 1), index)
            else:
                index += 1

    def first(self, start: int, end: int) -> re.Match[str] | None:
        """The first match in a stretch: as `search` gives it."""
        return next(self.within(start, end), None)
