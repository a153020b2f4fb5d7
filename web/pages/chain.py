"""The links of a chain as the audit desk lays them out, long runs of one relation folded."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.trace_gather import Evidence
from web.links import Ref
from web.tables import Badge

_AT_ONCE, _SPARED = 12, 5


def at_once(count: int) -> int:
    """How many of a long row are shown before the others are folded; folding a few would save no room.

    >>> at_once(8), at_once(17), at_once(400)
    (8, 17, 12)
    """
    return count if count <= _AT_ONCE + _SPARED else _AT_ONCE


@dataclass(frozen=True, slots=True)
class Item:
    """A link of the chain: what it leads to, what is remarkable, and the links below it."""

    key: str  # what addresses name it by: its relation and resource, and what it hangs on below the first level
    code: str  # of its relation
    relation: str  # in words
    ref: Ref
    note: str
    badges: tuple[Badge, ...]
    evidence: tuple[Evidence, ...]
    items: tuple[Item, ...]
    seen: bool
    chosen: bool = False
    reason: str = ""  # what was weighed, where linking found the link
    said: tuple[Evidence, ...] = ()  # the sentences that tell how a task stands

    @property
    def stated(self) -> tuple[Evidence, ...]:
        """The sentences that state the link, but for those that tell how a task stands."""
        return tuple(quote for quote in self.evidence if quote.iri not in {one.iri for one in self.said})

    @property
    def runs(self) -> tuple[Run, ...]:
        """The links below it, many of one relation folded."""
        return runs(self.items)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring links of one relation: those that are shown at once, and those that are folded away."""

    relation: str
    shown: tuple[Item, ...]
    folded: tuple[Item, ...]

    @property
    def open(self) -> bool:
        """Whether the chosen link is among the folded ones."""
        return any(item.chosen for item in walk(self.folded))


def runs(items: Iterable[Item]) -> tuple[Run, ...]:
    """Neighbouring links by their relation."""
    found = []
    for relation, group in itertools.groupby(items, key=lambda item: item.relation):
        of = tuple(group)
        most = at_once(len(of))
        found.append(Run(relation, of[:most], of[most:]))
    return tuple(found)


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Each link with those below it, in order."""
    for item in items:
        yield item
        yield from walk(item.items)
