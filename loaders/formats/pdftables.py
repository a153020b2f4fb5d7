"""Tables of a PDF page: those drawn with rules, and those that only stand in columns.

Ruled cells come from the drawn lines (pdfplumber's cell finder); columns without rules from the strips of paper that
stay white from line to line. A table says nothing of paragraphs: its cells hold lines of runs, joined later.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kg.folding import UPPER
from loaders.formats import metadata
from loaders.formats.pdfchars import Page, Rule, Run

_SNAP = 3.0  # points within which two rules are one
_MOST_RULES = 3000  # more is a drawing or a map
_WHOLE = 4  # columns from which a table is more than two or three texts beside each other
_GUTTER = 5.0  # the narrowest white strip between two columns
_ROW_GAP = 1.3  # a step to the next line wider than this many ordinary steps begins a row
_MARKER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|[IVXLC]{1,6}[.)]?|[A-H][.)]?|[a-zđ][.)]|STT|TT|Stt)")
_ALONE = re.compile(r"(?:\d{1,3}[.)/]?|[a-zđ][.)]|\([\da-zđivx]{1,3}\)|[IVX]{1,5}[./)-]?|[-–•*+●▪o\uf0b7\uf02d\uf0a7])")
_NAME = re.compile(rf"(?:[{UPPER}]\w+\s?){{2,5}}")
_WORD = re.compile(r"\S+")
_NUMBERED_LINE = re.compile(r"(\d{1,3}[.)]?)\s+(?=\S)")
_NUMBER_LINE = re.compile(r"(?:Luật\s+)?[Ss]ố\s*:")


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


# ── ruled tables ─────────────────────────────────────────────────────────────────────────────────────────────────────

_Box = tuple[float, float, float, float]


def ruled(page: Page) -> tuple[list[Table], list[Run]]:
    """The tables whose cells are drawn, and the runs that stand in none of them."""
    runs = page.runs
    if not 4 <= len(page.rules) <= _MOST_RULES:
        return [], runs
    tables: list[Table] = []
    for boxes in _cell_groups([*page.rules, *_page_ends(page)]):
        table, runs = _ruled(page, boxes, runs)
        if table:
            tables.append(table)
    return sorted(tables, key=lambda t: t.top), runs


def _page_ends(page: Page) -> list[Rule]:
    """The rules that close the cells which a page break leaves open: at the ends of the outermost upright rules.

    All cells may be open there, or only a merged one whose rows go on overleaf.
    """
    upright = [rule for rule in page.rules if not rule.horizontal and rule.y1 - rule.y0 > 6]
    found: list[Rule] = []
    if not upright:
        return found
    for end in (min(rule.y0 for rule in upright), max(rule.y1 for rule in upright)):
        meeting = [rule for rule in upright if rule.y0 - _SNAP <= end <= rule.y1 + _SNAP]
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
    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
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
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _index(values: list[float], value: float) -> int:
    return max(0, bisect_right(values, value + _SNAP) - 1)


# ── columns without rules ────────────────────────────────────────────────────────────────────────────────────────────

_Span = tuple[float, float]


def in_columns(
    page: int, found: list[Line], above: Table | None, *, at_top: bool = True
) -> tuple[list[Table], list[Line]]:
    """The tables that stand in columns among lines of a page, and the lines that stand in none.

    `above` is a table that reached the foot of the page before: what stands in its columns at the top goes on with it.
    """
    tables: list[Table] = []
    rest: list[Line] = []
    at = 0
    while at < len(found):
        spans: list[_Span] = []
        goes_on = above is not None and not above.ruled and at == 0 and at_top
        if goes_on and above is not None and _fits_above(found, above):
            spans = [(left, left + 1) for left in above.columns]
        elif len(found[at].runs) < 2:
            rest.append(found[at])
            at += 1
            continue
        elif tables and len(tables[-1].columns) >= _WHOLE and _fits_above(found[at : at + 1], tables[-1]):
            spans = [(left, left + 1) for left in tables[-1].columns]  # below a title between its rows
        end, spans = _region(found, at, spans)
        region = found[at:end]
        if spans and (len(region) > 1 or _wide_apart(region[0])):
            tables.append(
                _columns(page, region, spans, above.head or above.rows[0] if goes_on and above is not None else None)
            )
            at = end
        else:
            rest.append(found[at])
            at += 1
    return tables, rest


def _fits_above(found: list[Line], above: Table) -> bool:
    """Whether the first lines of a page stand in the columns of the table that the page before ended with."""
    lefts = above.columns
    for line in found[:3]:
        for index, run in enumerate(line.runs):
            column = max(0, bisect_right(lefts, run.x0 + _SNAP) - 1)
            beyond = lefts[column + 1] if column + 1 < len(lefts) else float("inf")
            if abs(run.x0 - lefts[column]) > 12 or run.x1 > beyond:
                return False
            if index == 0 and len(line.runs) > 1:
                return True
    return bool(found) and found[0].x0 > lefts[0] + 12


def _region(found: list[Line], start: int, spans: list[_Span]) -> tuple[int, list[_Span]]:
    """Where the lines that keep the white strips of the line at `start` end, and the columns between the strips."""
    spans = _merged([*spans, *((run.x0, run.x1) for run in found[start].runs)])
    if len(spans) < 2:
        return start, []
    step = _step(found[start : start + 12])
    at = start + 1
    while at < len(found):
        line, previous = found[at], found[at - 1]
        _part_number(line, spans)
        gap = line.y - previous.y
        if gap > 4 * step and not (len(spans) == 2 and gap < 9 * step and _is_signature(line, spans)):
            break
        joined = _merged([*spans, *((run.x0, run.x1) for run in line.runs)])
        if len(joined) < len(spans) or (len(line.runs) > 1 and not _apart(line, joined)):
            break
        if len(joined) > len(spans) and len(line.runs) == 1:
            break  # a line of its own between the columns
        if len(line.runs) == 1 and gap > _ROW_GAP * step and not _goes_on(found, at, spans, step):
            break
        spans = joined
        at += 1
    while at - 1 > start and len(found[at - 1].runs) == 1 and _is_body(found[at - 1], spans):
        at -= 1
    return at, spans


def _part_number(line: Line, spans: list[_Span]) -> None:
    """Takes a number and the text that stands in the next column apart again, where a table says that they are two."""
    marked = _NUMBERED_LINE.match(line.runs[0].text) if len(line.runs) == 1 and len(spans) > 2 else None
    if marked and abs(line.runs[0].edges[marked.end()][0] - spans[1][0]) <= 2:
        run = line.runs[0]
        line.runs = [run.clipped(0, marked.end(1)), run.clipped(marked.end(), len(run.text))]


def _is_signature(line: Line, spans: list[_Span]) -> bool:
    """Whether a line far below is the name under the room for a signature, in the right column."""
    return len(line.runs) == 1 and line.x0 >= spans[1][0] - 1 and _NAME.fullmatch(line.text) is not None


def _goes_on(found: list[Line], at: int, spans: list[_Span], step: float) -> bool:
    """Whether a single run after a wide step is still of the table: a paragraph of a cell, or a row begins below."""
    line = found[at]
    if abs(line.size - found[at - 1].size) > 0.1 * line.size or metadata.is_document_type(line.text):
        return False  # the title below a letterhead
    # of few columns only what was seen in them counts, of a whole table all the room up to the next column
    rights = [x1 for _, x1 in spans] if len(spans) < _WHOLE else [_right(i, spans) for i in range(len(spans))]
    if any(
        x0 - 1 <= line.x0 and line.x1 <= right + _SNAP for (x0, _), right in list(zip(spans, rights, strict=True))[1:]
    ):
        return True
    return any(
        len(line.runs) > 1
        and line.y - found[at].y < 3 * step
        and len(_merged([*spans, *((r.x0, r.x1) for r in line.runs)])) >= len(spans)
        for line in found[at + 1 : at + 3]
    )


def _is_body(line: Line, spans: list[_Span]) -> bool:
    """Whether the last line taken is no cell: alone in the first column, it is wider than the column's other lines."""
    return line.x0 <= spans[0][0] + 1 and line.x1 >= spans[0][1] - 0.5 and line.x1 - line.x0 > 200


def _apart(line: Line, spans: list[_Span]) -> bool:
    """Whether each run of the line stands in a column of its own."""
    columns = [_column(run, spans) for run in line.runs]
    return len(set(columns)) == len(columns)


def _wide_apart(line: Line) -> bool:
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.runs)]
    return bool(gaps) and max(gaps) > 3 * line.size


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for x0, x1 in sorted(spans):
        if found and x0 - found[-1][1] < _GUTTER:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _column(run: Run, spans: list[_Span]) -> int:
    return max(0, bisect_right([x0 for x0, _ in spans], run.x0 + 1) - 1)


def _step(found: list[Line]) -> float:
    """The distance between the baselines of one paragraph: the smallest that is no mere shift within a line."""
    gaps = [b.y - a.y for a, b in pairwise(found) if b.y - a.y > 0.9 * min(a.size, b.size)]
    return min([*gaps, 2.0 * found[0].size])


def _columns(page: int, region: list[Line], spans: list[_Span], head: Row | None) -> Table:
    head_words = _words(head) if head is not None else None
    step = _step(region)
    numbered = sum(1 for line in region if _column(line.runs[0], spans) == 0 and _MARKER.fullmatch(line.runs[0].text))
    first = sum(1 for line in region if _column(line.runs[0], spans) == 0)
    is_numbered = len(spans) > 2 and numbered >= 1 and numbered >= 0.6 * first
    rows: list[Row] = []
    previous: Line | None = None
    for line in region:
        columns = [_column(run, spans) for run in line.runs]
        wide = previous is None or line.y - previous.y > _ROW_GAP * step
        marked = is_numbered and columns[0] == 0 and _MARKER.fullmatch(line.runs[0].text) is not None
        letterhead = _NUMBER_LINE.match(line.runs[0].text) is not None
        begins = marked or letterhead or (wide and (not is_numbered or columns[0] == 0))
        if head_words and len(rows) == 1 and _words(rows[0]) == head_words:
            begins = True  # the head again overleaf; below it the rest of the row that the break cut
        if previous is None or begins:
            rows.append(Row([Slot(i, right=_right(i, spans)) for i in range(len(spans))], page))
        for column, run in zip(columns, line.runs, strict=True):
            rows[-1].slots[column].lines.append(Line([run], line.y))
        previous = line
    return Table(page, [x0 for x0, _ in spans], rows, region[0].y, region[-1].y, False)


def _words(row: Row) -> list[str]:
    return [run.text for slot in row.slots for line in slot.lines for run in line.runs]


def _right(column: int, spans: list[_Span]) -> float:
    return spans[column + 1][0] - _GUTTER if column + 1 < len(spans) else spans[column][1]
