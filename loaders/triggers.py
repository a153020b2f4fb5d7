"""A cheap search before a dear one: where a text has one of a few words, and an anchored pattern tried only there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind


class Trigger:
    """A pattern all of whose matches begin with one of some words, in a lower-case text."""

    def __init__(self, pattern: str | re.Pattern[str], words: Iterable[str]) -> None:
        """`words` begin every match of the pattern: whole phrases, or their first words."""
        self.pattern = re.compile(pattern)
        self.words = frozenset(word.split()[0].rstrip(",") for word in words)
        if not all(word.isalnum() for word in self.words):
            raise ValueError(f"a trigger begins with a word of letters: {sorted(self.words)}")
        self._alone: Triggers | None = None

    def over(self, text: str) -> Occurrences:
        """The pattern made ready for one text."""
        self._alone = self._alone or Triggers(self)
        return self._alone.over(text)[self]


class Triggers:
    """Triggers whose words are sought together, in one pass over a text."""

    def __init__(self, *triggers: Trigger) -> None:
        self._all = list(triggers)
        self._automaton: AhoCorasick | None = None
        self._owners: list[list[int]] = []  # of each word: the triggers that begin with it, or with its beginning

    def add(self, pattern: str | re.Pattern[str], words: Iterable[str]) -> Trigger:
        """One more trigger, sought with the others."""
        self._all.append(Trigger(pattern, words))
        self._automaton = None
        return self._all[-1]

    def over(self, text: str) -> dict[Trigger, Occurrences]:
        """The triggers made ready for one text."""
        automaton = self._automaton or self._built()
        starts: list[list[int]] = [[] for _ in self._all]
        for word, start, _ in automaton.find_matches_as_indexes(text):
            if start == 0 or not text[start - 1].isalnum():
                for owner in self._owners[word]:
                    starts[owner].append(start)
        return {
            trigger: Occurrences(trigger.pattern, text, found) for trigger, found in zip(self._all, starts, strict=True)
        }

    def _built(self) -> AhoCorasick:
        words = sorted(frozenset().union(*(trigger.words for trigger in self._all)))
        self._owners = [
            [i for i, trigger in enumerate(self._all) if any(map(word.startswith, trigger.words))] for word in words
        ]
        self._automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        return self._automaton


class Occurrences:
    """Where a pattern may match in one text."""

    __slots__ = ("_match", "_starts", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str, starts: list[int]) -> None:
        self._match = pattern.match
        self._text = text
        self._starts = starts

    def within(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that lie in a stretch, from left to right, none over another: as `finditer` gives them."""
        starts, reach = self._starts, start
        first = bisect_left(starts, start)
        for at in starts[first : bisect_left(starts, end, first)]:
            if at >= reach and (match := self._match(self._text, at, end)):
                yield match
                reach = match.end()

    def first(self, start: int, end: int) -> re.Match[str] | None:
        """The first match in a stretch: as `search` gives it."""
        return next(self.within(start, end), None)
