"""Who answers for what, after bodies merged, split and took new names."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.entries import Succession


@dataclass(frozen=True, slots=True)
class Heir:
    """An agency that answers for a predecessor's work, and the changes that led to it, first to last.

    No change: the agency itself still answers. What it answers for is the narrowest scope on the way, which `scopes`
    lists; whether a given task falls within them is not told by the table.
    """

    agency: str  # id
    changes: tuple[Succession, ...] = ()

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scope of each change on the way."""
        return tuple(change.scope for change in self.changes)


def heirs(identity: str, on: datetime.date, changes_of: Callable[[str], Iterable[Succession]]) -> tuple[Heir, ...]:
    """The agencies that answer on a day for what `identity` was charged with, main successors first.

    A body that split only hands on a part of its work and stays its own heir, unless it also ended by a merger, a
    succession or a new name.
    """
    found: list[Heir] = []
    _follow(identity, (), on, changes_of, found)
    return tuple(found)


def _follow(
    identity: str,
    path: tuple[Succession, ...],
    on: datetime.date,
    changes_of: Callable[[str], Iterable[Succession]],
    found: list[Heir],
) -> None:
    since = path[-1].date if path else datetime.date.min  # what left on the day of arrival was not what arrived
    made = [change for change in changes_of(identity) if since < change.date <= on]
    ends = [change for change in made if change.relation != "split"]
    if not ends:
        found.append(Heir(identity, path))
    for change in ends + [change for change in made if change.relation == "split"]:
        _follow(change.successor, (*path, change), on, changes_of, found)
