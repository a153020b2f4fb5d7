"""Rows as text for people: in columns, folded to the width that there is, or one below the other."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

_NARROWEST = 16  # characters that a column keeps, where the cells of a table are folded
_RULE = 40


def table(names: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """The lines of a table, nothing left out: a line for each row, or within the width that there is.

    The width is that of the terminal unless it is given; in a pipe there is none, and a row is a line. A cell that
    is too wide goes on below in its column; where the columns would become too narrow to read, each row is told as a
    list of its cells.
    """
    shown = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in shown)]) for i, name in enumerate(names)]
    if width is None and sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
    if width is not None and sum(widths) + 2 * (len(widths) - 1) > width:
        least = [_least(name, [row[i] for row in shown]) for i, name in enumerate(names)]
        narrowed = _narrowed(widths, least, width - 2 * (len(widths) - 1))
        if narrowed is None:
            yield from _listed(names, shown, width)
            return
        widths = narrowed
    yield from _in_columns(names, widths)
    yield "  ".join("─" * width for width in widths)
    for row in shown:
        yield from _in_columns(row, widths)


def _least(name: str, cells: Sequence[str]) -> int:
    """What a column cannot do without: an id is not broken, text may be."""
    whole = max([len(name), *(len(cell) for cell in cells if " " not in cell)])
    return max(whole, min(_NARROWEST, max(map(len, cells), default=0)))


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that fit into the room, the widest columns giving way; None where some would be too narrow to read."""
    for most in range(max(widths), 0, -1):
        found = [max(low, min(width, most)) for width, low in zip(widths, least, strict=True)]
        if sum(found) <= room:
            return found
    return None


def _in_columns(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """A row, on as many lines as its longest cell takes."""
    folded = [_folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*folded, fillvalue=""):
        yield "  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()


def _listed(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Each row as its cells one below the other, empty ones left out."""
    label = max(map(len, names))
    for number, row in enumerate(rows, 1):
        yield f"─── {number} ".ljust(_RULE, "─")
        for name, cell in zip(names, row, strict=True):
            for i, part in enumerate(_folded(cell, max(_NARROWEST, width - label - 2)) if cell else []):
                yield f"{'' if i else name:<{label}}  {part}"


def _folded(text: str, width: int) -> list[str]:
    """A cell's lines, broken between words; only a word that is longer than a line is broken itself."""
    return textwrap.wrap(text, width, break_on_hyphens=False) if len(text) > width else [text]
