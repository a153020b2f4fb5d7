"""A cheap search before a dear one: where a text has one of a few words, and an anchored pattern tried only there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick


class Trigger:
    """A pattern all of whose matches begin with one of some phrases, in a lower-case text."""

    def __init__(self, pattern: str | re.Pattern[str], phrases: Iterable[str]) -> None:
        """`phrases` are of whole words, but that a number goes on after a digit."""
        self.pattern = re.compile(pattern)
        self.phrases = frozenset(phrases)
        self._alone: Triggers | None = None

    def over(self, text: str) -> Occurrences:
        """The pattern made ready for one text."""
        self._alone = self._alone or Triggers(self)
        return self._alone.over(text)[self]


class Triggers:
    """Triggers whose phrases are sought together, in one pass over a text."""

    def __init__(self, *triggers: Trigger) -> None:
        self._all = list(triggers)
        self._sought: dict[bool, tuple[AhoCorasick, list[list[int]]]] = {}

    def add(self, pattern: str | re.Pattern[str], phrases: Iterable[str]) -> Trigger:
        """One more trigger, sought with the others."""
        self._all.append(Trigger(pattern, phrases))
        self._sought.clear()
        return self._all[-1]

    def over(self, text: str) -> dict[Trigger, Occurrences]:
        """The triggers made ready for one text."""
        line = f"{text} ".replace("\n", " ")  # with a border behind it, which is also the one before it
        whole = not ("  " in text or "\t" in text or " \n" in text or "\n " in text)  # but for an empty line
        if whole not in self._sought:
            self._sought[whole] = self._automaton(whole=whole)
        automaton, owners = self._sought[whole]
        starts: list[list[int]] = [[] for _ in self._all]
        for phrase, start, end in automaton.find_matches_as_indexes(line, overlapping=True):
            if not (line[start - 1].isalnum() or line[end].isalpha()):
                for owner in owners[phrase]:
                    starts[owner].append(start)
        return {
            trigger: Occurrences(trigger.pattern, text, sorted(frozenset(found)) if found else found)
            for trigger, found in zip(self._all, starts, strict=True)
        }

    def _automaton(self, *, whole: bool) -> tuple[AhoCorasick, list[list[int]]]:
        """The phrases, or where spaces are doubled their first words; and the triggers that each of them begins."""
        owners: dict[str, list[int]] = {}
        for index, trigger in enumerate(self._all):
            for said in trigger.phrases if whole else {phrase.split()[0] for phrase in trigger.phrases}:
                owners.setdefault(said, []).append(index)
        return AhoCorasick(list(owners)), list(owners.values())


SOURCE = Triggers()
"""Those of the rules that read a source's folded text as it is."""


@lru_cache(maxsize=1)  # the rules read one source after the other
def in_source(folded: str) -> dict[Trigger, Occurrences]:
    """Where those stand in a source's folded text."""
    return SOURCE.over(folded)


class Occurrences:
    """Where a pattern may match in one text."""

    __slots__ = ("_match", "_starts", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str, starts: list[int]) -> None:
        self._match = pattern.match
        self._text = text
        self._starts = starts

    def within(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that lie in a stretch, from left to right, none over another: as `finditer` gives them.

        The stretch does not end within a word.
        """
        starts = self._starts
        first = bisect_left(starts, start) if starts else 0
        if first == len(starts) or starts[first] >= end:
            return iter(())
        return self._matches(starts[first : bisect_left(starts, end, first)], end)

    def _matches(self, starts: list[int], end: int) -> Iterator[re.Match[str]]:
        reach = 0
        for at in starts:
            if at >= reach and (match := self._match(self._text, at, end)):
                yield match
                reach = match.end()

    def first(self, start: int, end: int) -> re.Match[str] | None:
        """The first match in a stretch: as `search` gives it."""
        starts = self._starts
        index = bisect_left(starts, start) if starts else 0
        while index < len(starts) and starts[index] < end:
            if match := self._match(self._text, starts[index], end):
                return match
            index += 1
        return None
