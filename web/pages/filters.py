"""Filters that an address holds: what was asked, and what is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.folding import key

T = TypeVar("T")
MOST_OPTIONS = 400


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a filter offers, with how many rows have it."""

    value: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A control of the filter line and its state."""

    name: str
    label: str
    kind: str  # "search", "select", "date"
    value: str = ""
    options: tuple[Option, ...] = ()
    unknown: bool = False  # whether the value is none that it could have

    @property
    def said(self) -> str:
        """The chosen value in words."""
        return next((option.label for option in self.options if option.value == self.value), self.value)


@dataclass(frozen=True, slots=True)
class Facet(Generic[T]):
    """How a filter chooses rows: the values that a row has, and their names."""

    name: str
    label: str
    values: Callable[[T], Iterable[str]]
    naming: Callable[[str], str]
    order: Sequence[str] = ()  # of the values; without it by name
    counted: Callable[[T], Iterable[str]] | None = None  # the values that are offered, where not all that rows have
    within: str = ""  # the facet that `counted` heeds itself


def meant(rows: Sequence[T], facets: Sequence[Facet[T]], asked: Mapping[str, str]) -> dict[str, str]:
    """What was asked, where a facet's value is given by its name with the value of that name.

    So an address that people write themselves, "agency=Bộ Công an", does what it says.
    """
    found = {name: asked[name] for name in asked}
    for facet in facets:
        value = found.get(facet.name)
        if value:
            there = {one for row in rows for one in facet.values(row)}
            named = [one for one in there if key(facet.naming(one)) == key(value)] if value not in there else []
            if len(named) == 1:
                found[facet.name] = named[0]
    return found


def _knows(facet: Facet[T], value: str, rows: Sequence[T]) -> bool:
    """Whether a value is one that rows have or could have: a year, a code of the facet's, one that has a name."""
    if value in facet.order:
        return True
    if not facet.order and (value.isdecimal() or facet.naming(value) != value):
        return True
    return any(value in facet.values(row) for row in rows)


def choose(rows: Sequence[T], facets: Sequence[Facet[T]], asked: Mapping[str, str]) -> tuple[list[T], list[Filter]]:
    """The rows that have all values asked for, and the filters with their counts.

    A filter counts the rows that the other filters leave, so that each offered value gives what it says.
    """
    wanted = {facet.name: asked.get(facet.name, "") for facet in facets}

    def fits(row: T, *besides: str) -> bool:
        return all(
            not wanted[facet.name] or facet.name in besides or wanted[facet.name] in facet.values(row)
            for facet in facets
        )

    filters = []
    for facet in facets:
        values = facet.counted or facet.values
        counts = Counter(value for row in rows if fits(row, facet.name, facet.within) for value in set(values(row)))
        if wanted[facet.name]:
            counts.setdefault(wanted[facet.name], 0)
        options = [Option(value, facet.naming(value), count) for value, count in counts.items()]
        if facet.order:
            options.sort(key=lambda option: facet.order.index(option.value) if option.value in facet.order else 99)
        else:
            options.sort(key=lambda option: key(option.label))
        if len(options) > MOST_OPTIONS:
            kept = {value for value, _ in counts.most_common(MOST_OPTIONS)} | {wanted[facet.name]}
            options = [option for option in options if option.value in kept]
        value = wanted[facet.name]
        unknown = bool(value) and not _knows(facet, value, rows)
        filters.append(Filter(facet.name, facet.label, "select", value, tuple(options), unknown))
    return [row for row in rows if fits(row)], filters


def holding(rows: Sequence[T], words: Callable[[T], str], text: str) -> list[T]:
    """The rows whose folded words hold every word of the text."""
    asked = key(text).split()
    return [row for row in rows if all(word in words(row) for word in asked)] if asked else list(rows)
