"""Patterns that are tried only where a text has the words without which they cannot match.

To look for a word is some thirty times cheaper than to search a pattern, and most sentences have none of them. What no
text has asked for yet is not compiled either: for one short text that would take longer than to read it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

_NONE: tuple[re.Match[str], ...] = ()
_Anchored = Callable[..., re.Match[str] | None]


class Keyed:
    """A pattern with its keys: of each of them, a choice of words ("viec|nhiem vu"), every match has one word.

    Of a pattern whose matches end where the stretch ends `ends` are the words that stand there, before spaces.
    """

    def __init__(self, pattern: str | re.Pattern[str], *keys: str, ends: Iterable[str] = ()) -> None:
        self._written = pattern
        self.keys = tuple(tuple(key.split("|")) for key in keys)
        self.ends = tuple(ends)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._written)

    @cached_property
    def match(self) -> _Anchored:
        """Its match that begins a stretch, as `re.Pattern.match` gives it."""
        return self.pattern.match

    @cached_property
    def fullmatch(self) -> _Anchored:
        """Its match that is a whole stretch, likewise."""
        return self.pattern.fullmatch

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch."""
        return self.pattern.search(text, start, end) if self.is_open(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a stretch, from left to right."""
        return self.pattern.finditer(text, start, end) if self.is_open(text, start, end) else iter(_NONE)

    def is_open(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a stretch has a word of each key, and ends as it has to."""
        stretch = text[start:end]
        if self.ends and not stretch.rstrip().endswith(self.ends):
            return False
        for words in self.keys:
            for word in words:
                if word in stretch:
                    break
            else:
                return False
        return True
