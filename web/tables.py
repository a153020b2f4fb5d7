"""Tables as values: what a page lays out, and what an export writes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kg.trace_gather import Evidence
from web.links import Ref

FIRST = 50  # rows that a section of a page shows before it is asked for all
Tone = Literal["red", "caution", "fine", "muted"]
Width = Literal["narrow", "normal", "wide", "number"]


@dataclass(frozen=True, slots=True)
class Badge:
    """A word that says a state or a finding; its tone is never alone in saying it."""

    text: str
    tone: Tone = "muted"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table. `value` is what a spreadsheet calculates with."""

    text: str = ""
    refs: tuple[Ref, ...] = ()
    note: str = ""
    badges: tuple[Badge, ...] = ()
    to: str | None = None  # the IRI that the text leads to
    value: datetime.date | Decimal | int | None = None
    quiet: bool = False  # says that something is not there

    @property
    def says_nothing(self) -> bool:
        """Whether it is empty, or a dash that only holds the place."""
        return not (self.refs or self.badges or self.note) and self.text in ("", "–")

    def plain(self) -> str:
        """All of it as one text."""
        parts = [self.text, "; ".join(ref.label for ref in self.refs), *(badge.text for badge in self.badges)]
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the reader's language, and the name that the address sorts by."""

    label: str
    width: Width = "normal"
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row, the resource that it is about, the quotes that state it, and those that say how it stands."""

    cells: tuple[Cell, ...]
    iri: str | None = None
    evidence: tuple[Evidence, ...] = ()
    said: tuple[Evidence, ...] = ()
    above: str = ""  # a heading over it, where rows of another sort begin


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name in addresses and exports. `empty` says why there is nothing and what to do."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    empty: str = ""
    notes: tuple[str, ...] = field(default=())
    numbered: int | None = 1  # of the first row; None for a table without numbers

    def first(self, most: int, whole: bool) -> tuple[Row, ...]:
        """The rows to show: all where that is asked for, or where few would be left out."""
        return self.rows if whole or len(self.rows) <= most + most // 5 else self.rows[:most]

    @property
    def bare(self) -> frozenset[int]:
        """The columns in which no row says anything."""
        every = range(len(self.columns))
        return frozenset(at for at in every if self.rows and all(row.cells[at].says_nothing for row in self.rows))
