"""Mentions in order of their start, asked by stretch: a long document is not gone through for each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from loaders.reading import InOrder


class Placed(Protocol):
    """Anything with a start."""

    @property
    def start(self) -> int:
        """Its first character's offset."""
        ...


_P = TypeVar("_P", bound=Placed)
_START = attrgetter("start")


def index(items: Sequence[_P], position: int) -> int:
    """How many of `items`, which stand in order, start before `position`."""
    if isinstance(items, InOrder):
        return bisect_left(items.starts, position)
    return bisect_left(items, position, key=_START)


def within(items: Sequence[_P], start: int, end: int) -> Sequence[_P]:
    """Those of `items`, which stand in order, that start at or after `start` and before `end`."""
    if not items:
        return items
    if isinstance(items, InOrder):
        starts = items.starts
        first = bisect_left(starts, start)
        return items[first : bisect_left(starts, end, first)] if first < len(starts) and starts[first] < end else ()
    return items[bisect_left(items, start, key=_START) : bisect_left(items, end, key=_START)]


def before(items: Sequence[_P], position: int) -> Iterator[_P]:
    """Those that start before `position`, the nearest first."""
    for at in range(index(items, position) - 1, -1, -1):
        yield items[at]


def after(items: Sequence[_P], position: int) -> Iterator[_P]:
    """Those that start at or after `position`, in order."""
    for at in range(index(items, position), len(items)):
        yield items[at]
