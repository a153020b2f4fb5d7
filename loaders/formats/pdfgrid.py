"""The lines of a PDF page, and the table, row and cell that readers of tables make of them.

A table says nothing of paragraphs: its cells hold lines of runs, joined later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.formats.pdfchars import Run

SNAP = 3.0  # points within which two positions are one
_ALONE = re.compile(r"(?:\d{1,3}[.)/]?|[a-zđ][.)]|\([\da-zđivx]{1,3}\)|[IVX]{1,5}[./)-]?|[-–•*+●▪o\uf0b7\uf02d\uf0a7])")


@dataclass(slots=True)
class Line:
    """The runs on one baseline, from left to right."""

    runs: list[Run]
    y: float

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return self.runs[-1].x1

    @property
    def size(self) -> float:
        """Its type size in points."""
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        """Its text, runs apart by a space."""
        return " ".join(run.text for run in self.runs)


@dataclass(slots=True)
class Slot:
    """A cell: the columns that it covers and its lines; `continued` where it began in a row above."""

    column: int
    colspan: int = 1
    lines: list[Line] = field(default_factory=list)
    continued: bool = False
    right: float = 0.0  # where its paper ends


@dataclass(slots=True)
class Row:
    """A row of cells, from left to right."""

    slots: list[Slot]
    page: int
    header: bool = False


@dataclass(slots=True)
class Table:
    """A table on one page; `columns` are the left edges of its columns, `top` and `bottom` its extent."""

    page: int
    columns: list[float]
    rows: list[Row]
    top: float
    bottom: float
    ruled: bool
    head: Row | None = None  # the names of its columns, of a piece of a table those above an earlier piece
    seen: int = 0  # how many rows loaders.formats.pdf has looked at
    blank: set[int] = field(default_factory=set)  # the columns that one of those leaves blank
    whole: bool = False  # a letterhead or a signature, with which no other table goes on


def lines(runs: Iterable[Run]) -> list[Line]:
    """Runs as lines, from the top; runs whose baselines differ by less than a third of their size are one line."""
    found: list[Line] = []
    for run in sorted(runs, key=lambda r: (r.y, r.x0)):
        last = found[-1] if found else None
        if last is not None and abs(run.y - last.y) <= 0.35 * max(run.size, last.runs[0].size):
            last.runs.append(run)
        else:
            found.append(Line([run], run.y))
    for line in found:
        line.runs.sort(key=lambda r: r.x0)
        line.runs = _list_marks_joined(line.runs)
    return found


def _list_marks_joined(runs: list[Run]) -> list[Run]:
    """A list mark and the text that a tab sets apart from it are one run, where nothing else stands on the line."""
    if len(runs) == 2 and _ALONE.fullmatch(runs[0].text) and runs[1].x0 - runs[0].x1 < 45:
        first, second = runs
        edges = [*first.edges, (first.x1, second.x0), *second.edges]
        return [Run(f"{first.text} {second.text}", first.x0, second.x1, second.y, second.size, edges)]
    return runs
