"""Mentions in order of their start, asked by stretch: a long document is not gone through for each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Anything with a start."""

    @property
    def start(self) -> int:
        """Its first character's offset."""
        ...


_P = TypeVar("_P", bound=Placed)
_START = attrgetter("start")


def within(items: Sequence[_P], start: int, end: int) -> Sequence[_P]:
    """Those of `items`, which stand in order, that start at or after `start` and before `end`."""
    if not items:
        return items
    return items[bisect_left(items, start, key=_START) : bisect_left(items, end, key=_START)]


def before(items: Sequence[_P], position: int) -> Iterator[_P]:
    """Those that start before `position`, the nearest first."""
    for index in range(bisect_left(items, position, key=_START) - 1, -1, -1):
        yield items[index]


def after(items: Sequence[_P], position: int) -> Iterator[_P]:
    """Those that start at or after `position`, in order."""
    for index in range(bisect_left(items, position, key=_START), len(items)):
        yield items[index]
