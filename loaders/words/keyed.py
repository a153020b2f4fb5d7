"""Patterns that are tried only where a text has the words without which they cannot match.

To look for a word is some thirty times cheaper than to search a pattern, and most sentences have none of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

_NONE: tuple[re.Match[str], ...] = ()


class Keyed:
    """A pattern with its keys: of each of them, a choice of words ("viec|nhiem vu"), every match has one word.

    Of a pattern whose matches end where the stretch ends `ends` are the words that stand there, before spaces.
    """

    __slots__ = ("ends", "fullmatch", "keys", "match", "pattern")

    def __init__(self, pattern: str | re.Pattern[str], *keys: str, ends: Iterable[str] = ()) -> None:
        self.pattern = re.compile(pattern)
        self.match = self.pattern.match
        self.fullmatch = self.pattern.fullmatch
        self.keys = tuple(tuple(key.split("|")) for key in keys)
        self.ends = tuple(ends)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch."""
        return self.pattern.search(text, start, end) if self.is_open(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a stretch, from left to right."""
        return self.pattern.finditer(text, start, end) if self.is_open(text, start, end) else iter(_NONE)

    def is_open(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a stretch has a word of each key, and ends as it has to."""
        if self.ends and not text[start:end].rstrip().endswith(self.ends):
            return False
        for words in self.keys:
            for word in words:
                if text.find(word, start, end) >= 0:
                    break
            else:
                return False
        return True
