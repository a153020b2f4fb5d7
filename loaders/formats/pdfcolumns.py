"""Tables of a PDF page that only stand in columns: the strips of paper between these stay white from line to line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from kg.folding import UPPER
from loaders.formats import official
from loaders.formats.pdfchars import Run
from loaders.formats.pdfgrid import SNAP, Line, Row, Slot, Table

_WHOLE = 4  # columns from which a table is more than two or three texts beside each other
_GUTTER = 5.0  # the narrowest white strip between two columns
_ROW_GAP = 1.3  # a step to the next line wider than this many ordinary steps begins a row
_MARKER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|[IVXLC]{1,6}[.)]?|[A-H][.)]?|[a-zđ][.)]|STT|TT|Stt)")
_NAME = re.compile(rf"(?:[{UPPER}]\w+\s?){{2,5}}")
_NUMBERED_LINE = re.compile(r"(\d{1,3}[.)]?)\s+(?=\S)")
_NUMBER_LINE = re.compile(r"(?:Luật\s+)?[Ss]ố\s*:")

_Span = tuple[float, float]


def tables(page: int, found: list[Line], above: Table | None, *, at_top: bool = True) -> tuple[list[Table], list[Line]]:
    """The tables that stand in columns among lines of a page, and the lines that stand in none.

    `above` is a table that reached the foot of the page before: what stands in its columns at the top goes on with it.
    """
    done: list[Table] = []
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
        elif done and len(done[-1].columns) >= _WHOLE and _fits_above(found[at : at + 1], done[-1]):
            spans = [(left, left + 1) for left in done[-1].columns]  # below a title between its rows
        end, spans = _region(found, at, spans)
        region = found[at:end]
        if spans and (len(region) > 1 or _wide_apart(region[0])):
            done.append(
                _columns(page, region, spans, above.head or above.rows[0] if goes_on and above is not None else None)
            )
            at = end
        else:
            rest.append(found[at])
            at += 1
    return done, rest


def _fits_above(found: list[Line], above: Table) -> bool:
    """Whether the first lines of a page stand in the columns of the table that the page before ended with."""
    lefts = above.columns
    for line in found[:3]:
        for index, run in enumerate(line.runs):
            column = max(0, bisect_right(lefts, run.x0 + SNAP) - 1)
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
    if abs(line.size - found[at - 1].size) > 0.1 * line.size or official.is_document_type(line.text):
        return False  # the title below a letterhead
    # of few columns only what was seen in them counts, of a whole table all the room up to the next column
    rights = [x1 for _, x1 in spans] if len(spans) < _WHOLE else [_right(i, spans) for i in range(len(spans))]
    if any(
        x0 - 1 <= line.x0 and line.x1 <= right + SNAP for (x0, _), right in list(zip(spans, rights, strict=True))[1:]
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
