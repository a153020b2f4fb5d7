"""The parts that pages of resources are put together from."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.trace_gather import Evidence
from web.links import Ref
from web.tables import Badge, Cell, Table


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts: its name, and what it says."""

    label: str
    cell: Cell
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to another resource, with the quotes that state it."""

    ref: Ref
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """The links of one relation."""

    label: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """What a resource rests on, and what came of it."""

    before: tuple[Ties, ...]
    itself: str
    after: tuple[Ties, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a structure."""

    ref: Ref
    note: str
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a page: a table, links, a structure, or quotes."""

    name: str
    title: str
    table: Table | None = None
    ties: tuple[Ties, ...] = ()
    tree: tuple[Branch, ...] = ()
    quotes: tuple[Evidence, ...] = ()
    empty: str = ""
    count: int = 0

    @property
    def bare(self) -> bool:
        """Whether it has nothing to show, and nothing to say of that but that there is nothing."""
        return not (self.count or self.ties or self.tree or self.quotes) and self.name != "states"


@dataclass(frozen=True, slots=True)
class ResourcePage:
    """All that the page of a resource shows."""

    iri: str
    kind: str
    title: str
    label: str  # in the trail
    subject: str = ""
    lang: str = "vi"
    badges: tuple[Badge, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Evidence, ...] = ()
    life: Life | None = None
    parts: tuple[Part, ...] = ()
    triples: tuple[Fact, ...] = ()
    above: tuple[tuple[str, str], ...] = field(default=())  # label and address of the trail's steps
    traceable: bool = False

    @property
    def long(self) -> bool:
        """Whether the title is a sentence rather than a name."""
        return len(self.title) > 90

    @property
    def told(self) -> tuple[Part, ...]:
        """The sections that have something to show, or something of their own to say of having nothing."""
        return tuple(part for part in self.parts if not part.bare)

    @property
    def untold(self) -> tuple[Part, ...]:
        """The sections that the sources say nothing of."""
        return tuple(part for part in self.parts if part.bare)

    def table(self, name: str) -> Table | None:
        """One of its tables by name."""
        return next((part.table for part in self.parts if part.table and part.table.name == name), None)
