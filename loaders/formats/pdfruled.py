"""Tables of a PDF page that are drawn with rules: their cells lie between the lines (pdfplumber's cell finder)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from loaders.formats.pdfchars import Page, Run
from loaders.formats.pdfdrawn import Rule
from loaders.formats.pdfgrid import SNAP, Row, Slot, Table, lines

_MOST_RULES = 3000  # more is a drawing or a map
_WORD = re.compile(r"\S+")

_Box = tuple[float, float, float, float]


def tables(page: Page) -> tuple[list[Table], list[Run]]:
    """The tables whose cells are drawn, and the runs that stand in none of them."""
    runs = page.runs
    if not 4 <= len(page.rules) <= _MOST_RULES:
        return [], runs
    found: list[Table] = []
    for boxes in _cell_groups([*page.rules, *_page_ends(page)]):
        table, runs = _ruled(page, boxes, runs)
        if table:
            found.append(table)
    return sorted(found, key=lambda t: t.top), runs


def _page_ends(page: Page) -> list[Rule]:
    """The rules that close the cells which a page break leaves open: at the ends of the outermost upright rules.

    All cells may be open there, or only a merged one whose rows go on overleaf.
    """
    upright = [rule for rule in page.rules if not rule.horizontal and rule.y1 - rule.y0 > 6]
    found: list[Rule] = []
    if not upright:
        return found
    for end in (min(rule.y0 for rule in upright), max(rule.y1 for rule in upright)):
        meeting = [rule for rule in upright if rule.y0 - SNAP <= end <= rule.y1 + SNAP]
        if len(meeting) > 1:
            found.append(Rule(min(r.x0 for r in meeting), end, max(r.x1 for r in meeting), end))
    return found


def _cell_groups(rules: list[Rule]) -> list[list[_Box]]:
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = [
        {
            "x0": rule.x0,
            "x1": rule.x1,
            "top": rule.y0,
            "bottom": rule.y1,
            "width": rule.x1 - rule.x0,
            "height": rule.y1 - rule.y0,
            "orientation": "h" if rule.horizontal else "v",
        }
        for rule in rules
    ]
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, SNAP, SNAP))
    return [[(x0, y0, x1, y1) for x0, y0, x1, y1 in group] for group in cells_to_tables(cells)]


def _ruled(page: Page, boxes: list[_Box], runs: list[Run]) -> tuple[Table | None, list[Run]]:
    boxes = [box for box in boxes if box[2] - box[0] > 4 and box[3] - box[1] > 4]
    xs = _clustered(x for box in boxes for x in (box[0], box[2]))
    ys = _clustered(y for box in boxes for y in (box[1], box[3]))
    if len(xs) < 3 or len(boxes) < 2:  # a frame around text, or a column of boxes: no table
        return None, runs
    by_row: dict[int, list[_Box]] = {}
    for box in boxes:
        by_row.setdefault(_index(ys, box[1]), []).append(box)
    inside: dict[_Box, list[Run]] = {box: [] for box in boxes}
    rest: list[Run] = []
    left, top, right, bottom = xs[0], ys[0], xs[-1], ys[-1]
    for run in runs:
        middle = run.y - 0.3 * run.size
        if not (top < middle < bottom and run.x1 > left and run.x0 < right):
            rest.append(run)
            continue
        here = [box for box in boxes if box[1] <= middle <= box[3]]
        for place, piece in _pieces(run, here):
            if place is None:
                rest.append(piece)
            else:
                inside[place].append(piece)
    rows: list[Row] = []
    reach: dict[int, tuple[int, int]] = {}  # column → (row where its merged cell ends, columns covered)
    for at in range(len(ys) - 1):
        slots = [Slot(column, width, [], True) for column, (end, width) in reach.items() if end > at]
        reach = {column: (end, width) for column, (end, width) in reach.items() if end > at + 1}
        for box in by_row.get(at, ()):
            column, last, end = _index(xs, box[0]), _index(xs, box[2]), _index(ys, box[3])
            slots.append(Slot(column, max(1, last - column), lines(inside[box]), right=box[2]))
            if end > at + 1:
                reach[column] = (end, max(1, last - column))
        if slots:
            rows.append(Row(sorted(slots, key=lambda s: s.column), page.number))
    return Table(page.number, xs[:-1], rows, top, bottom, True), rest


def _pieces(run: Run, boxes: list[_Box]) -> list[tuple[_Box | None, Run]]:
    """The run cut where it passes from one cell into the next; a word belongs to the cell that holds its middle."""
    found: list[tuple[_Box | None, Run]] = []
    begin = 0
    last: _Box | None = None
    for word in _WORD.finditer(run.text):
        first, end = word.span()
        middle = (run.edges[first][0] + run.edges[end - 1][1]) / 2
        place = next((box for box in boxes if box[0] <= middle <= box[2]), None)
        if first and place != last and run.text[begin:first].strip():
            found.append((last, run.clipped(begin, first)))
            begin = first
        last = place
    if run.text[begin:].strip():
        found.append((last, run.clipped(begin, len(run.text))))
    return found


def _clustered(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _index(values: list[float], value: float) -> int:
    return max(0, bisect_right(values, value + SNAP) - 1)
