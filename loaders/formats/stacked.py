"""Tables of a plain text whose cells stand below each other, a line each, as office programs save them as text.

Such a table begins with a line that names the column of numbers ("STT") above lines that name other known columns; a
row begins with the next number alone on its line. A blank line is a blank cell, unless blank lines part all cells. A
row with more or fewer lines than cells gives only what is sure: its number, its first cell and its time.

A table of indicators may go without numbers: below "Chỉ tiêu" and headings of values each row has as many lines, with
figures where these headings stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.folding import fold
from kg.model import Block, Cell
from loaders.tables import values

_HEAD_MARK = re.compile(r"(?:S?TT|Stt|Số TT|Số thứ tự)\.?")
_COUNT = re.compile(r"(\d{1,3})[.)]?")
_PART = re.compile(r"(\d{1,3})(?:\.\d{1,2}){1,2}[.)]?")
_SECTION = re.compile(r"([IVXL]{1,6}|[A-H])[.)]?")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_TIME = re.compile(
    r"(?:(?:trong|trước|đến|hết|từ) )*(?:(?:ngày|tháng|quý|năm|giai đoạn)\b|\d{1,2}/|20\d\d\b|thường xuyên|h[ằà]ng )",
    re.IGNORECASE,
)
_INDICATORS = re.compile(r"(?:tên )?(?:chỉ tiêu|chỉ số)(?: chủ yếu)?", re.IGNORECASE)
_VALUES = re.compile(  # what heads a column of figures
    r"(?:(?:uoc )?thuc hien|ke hoach|muc tieu|ket qua|dat duoc|gia tri|muc giao|chi tieu|hien trang|luy ke|nam)\b"
)
_FEWEST_ROWS = 2
_MOST_COLUMNS = 12
_LONGEST_HEAD = 60
_MOST_LINES = 40  # of one row
_FEWEST_KNOWN = 3  # columns, with that of the numbers

Line = tuple[int, int, str]  # start, end, and the text without the white space around it
Cells = list[tuple[int, Line]]  # each with its column


def tables(lines: Sequence[Line]) -> dict[int, tuple[int, list[Cells]]]:
    """Of each table the place of its first line → the place after its last one, and its rows, the heads first."""
    found: dict[int, tuple[int, list[Cells]]] = {}
    filled: list[int] = []  # where lines that are not blank stand
    end = 0
    for at, line in enumerate(lines):
        numbered = at >= end and _HEAD_MARK.fullmatch(line[2])
        if numbered or (at >= end and _INDICATORS.fullmatch(line[2])):
            filled = filled or [place for place, (_, _, words) in enumerate(lines) if words]
            table = _table(lines, filled, at) if numbered else _figures(lines, filled, at)
            if table is not None:
                found[at] = table
                end = table[0]
    return found


def blocks(rows: Sequence[Cells], table: int) -> Iterator[Block]:
    """The rows as blocks; one that is a number and a title reaches over all columns."""
    width = len(rows[0])
    for number, row in enumerate(rows):
        title = len(row) == 2
        cells = [
            Cell(start, end, column, width - 1 if title and column else 1) for column, (start, end, _) in row
        ]  # fmt: skip
        yield Block("row", row[0][1][0], row[-1][1][1], table=table, cells=tuple(cells), header=number == 0)


def _table(lines: Sequence[Line], filled: list[int], start: int) -> tuple[int, list[Cells]] | None:
    spaced = start + 1 < len(lines) and not lines[start + 1][2]  # blank lines part the cells
    places = filled[bisect_left(filled, start) :] if spaced else range(start, len(lines))
    width = next((i for i, at in enumerate(places[: _MOST_COLUMNS + 1]) if i and _is_first(lines[at][2])), 0)
    head = [lines[at] for at in places[:width]]
    kinds = [_kind(line[2]) for line in head]
    if len({*kinds} - {None}) < _FEWEST_KNOWN or any(not 0 < len(line[2]) <= _LONGEST_HEAD for line in head):
        return None
    due = kinds.index("deadline") if "deadline" in kinds else None
    rows: list[Cells] = [list(enumerate(head))]
    at, count, section = width, 0, 0
    end = places[width]
    while at < len(places):
        count, section = _counted(lines[places[at]][2], count, section)
        reach = range(at + 1, min(len(places), at + _MOST_LINES))
        stop = next((i for i in reach if _ends(lines[places[i]][2], count, section)), None)
        goes_on = stop is not None and _HEAD_MARK.fullmatch(lines[places[stop]][2]) is None
        own = [lines[i] for i in places[at : stop if stop is not None else reach.stop]]
        row, used = _row(own, width, due, last=not goes_on)
        rows.append(row)
        end = places[at + used - 1] + 1
        if not goes_on or stop is None:
            break
        at = stop
    return (end, rows) if any(len(row) == width for row in rows[1:]) else None


def _figures(lines: Sequence[Line], filled: list[int], start: int) -> tuple[int, list[Cells]] | None:
    """The table of indicators without numbers that begins at a line."""
    spaced = start + 1 < len(lines) and not lines[start + 1][2]
    places = filled[bisect_left(filled, start) :] if spaced else range(start, len(lines))
    heads = [fold(lines[at][2]) for at in places[:_MOST_COLUMNS]]
    for width in range(_FEWEST_KNOWN, len(heads) + 1):
        if len(heads[width - 1]) > _LONGEST_HEAD or not (_VALUES.match(heads[width - 1]) or _kind(heads[width - 1])):
            return None
        figures = [column for column in range(1, width) if _VALUES.match(heads[column])]
        rows: list[Cells] = []
        for at in range(width, len(places) - width + 1, width):
            row = [lines[place] for place in places[at : at + width]]
            if not all(line[2] for line in row) or not all(any(map(str.isdigit, row[c][2])) for c in figures):
                break
            rows.append(list(enumerate(row)))
        if figures and len(rows) >= _FEWEST_ROWS and any(char.isalpha() for char in rows[0][0][1][2]):
            end = places[width * (len(rows) + 1) - 1] + 1
            return end, [list(enumerate(lines[at] for at in places[:width])), *rows]
    return None


def _is_first(words: str) -> bool:
    return words.rstrip(".)") in ("1", "I", "A")


def _counted(words: str, count: int, section: int) -> tuple[int, int]:
    """How many rows and sections there are with the one that begins with these words."""
    number = _COUNT.fullmatch(words)
    if number:
        return int(number[1]), section
    return (count, section) if _PART.fullmatch(words) else (count, section + 1)


def _ends(words: str, count: int, section: int) -> bool:
    """Whether a line begins the next row or section, or another table."""
    number, part, title = _COUNT.fullmatch(words), _PART.fullmatch(words), _SECTION.fullmatch(words)
    if number:
        return int(number[1]) == count + 1 or (int(number[1]) == 1 and section > 0)
    if part:
        return int(part[1]) in (count, count + 1)
    if title and section + 1 < len(_ROMAN):
        return title[1] in (_ROMAN[section + 1], "ABCDEFGH"[section : section + 1])
    return _HEAD_MARK.fullmatch(words) is not None


def _row(own: list[Line], width: int, due: int | None, *, last: bool) -> tuple[Cells, int]:
    """The cells of a row and how many lines they take; below the last row other text may follow."""
    filled = [line for line in own if line[2]]
    if (not last and len(filled) == 2) or _SECTION.fullmatch(own[0][2]):
        return list(enumerate(filled[:2])), own.index(filled[min(1, len(filled) - 1)]) + 1
    taken = len(own)
    while taken > width and not own[taken - 1][2]:
        taken -= 1
    if taken == width and _in_place(own[:width], due):
        return list(enumerate(own[:width])), taken
    joined: list[Line] = []
    used = 0
    for line in own:
        if joined[1:] and line[2] and _goes_on(joined[-1][2], line[2]):
            joined[-1] = (joined[-1][0], line[1], line[2])
        elif last and len(joined) == width:
            break
        else:
            joined.append(line)
        used += 1
    while len(joined) > width and not joined[-1][2]:
        joined.pop()
    times = _times(joined)
    if len(joined) == width and _in_place(joined, due):
        return list(enumerate(joined)), used
    if len(joined) < width and due is not None and times[:1] == [due]:
        return list(enumerate(joined)), used  # the blank cells at its end are left out
    sure: Cells = list(enumerate(joined[:2]))
    if due is not None and len(times) == 1:
        sure.append((due, joined[times[0]]))
    return sure, used


def _in_place(cells: Sequence[Line], due: int | None) -> bool:
    """Whether the cells are each in its column, as far as times tell."""
    times = _times(cells)
    return due is None or not times or due in times


def _times(cells: Sequence[Line]) -> list[int]:
    """Which of the cells right of the first name a time."""
    return [column for column, cell in enumerate(cells) if column > 1 and _TIME.match(cell[2])]


def _goes_on(cell: str, line: str) -> bool:
    """Whether a cell that has ended with a line so far goes on with the next one."""
    return bool(cell) and (cell[-1] in ";," or line[0].islower() or line[0] in "-+–")


@lru_cache(maxsize=1024)
def _kind(heading: str) -> str | None:
    said = fold(heading)
    return next((kind for phrase, kind in _longest_first() if phrase in said), None)


@cache
def _longest_first() -> list[tuple[str, str]]:
    return sorted(values("columns").items(), key=lambda pair: -len(pair[0]))
