"""Tables of a PDF that run over a page break: a head repeated overleaf, a row cut by the break, merged cells."""

from __future__ import annotations

import re

from loaders.formats import pdflines
from loaders.formats.blocks import is_unfinished
from loaders.formats.pdfgrid import Line, Row, Slot, Table

_HEAD_MARK = re.compile(r"S?TT|Số TT|Số thứ tự", re.IGNORECASE)
_TELLING = 5  # rows from which a column that none leaves blank is one that always says something
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVXLC]{1,6}|[A-H])[.)]?")


def joined(pages: list[list[Line | Table]]) -> list[list[Line | Table]]:
    """Tables that run over a page break as one: a head repeated overleaf dropped, a row cut by the break mended."""
    open_table: Table | None = None
    for items in pages:
        first = items[0] if items else None
        if open_table is not None and isinstance(first, Table) and not first.whole and _same_columns(open_table, first):
            _append(open_table, first)
            items.pop(0)
            if not items:
                continue  # the table fills the page, and may go on
        last = items[-1] if items else None
        open_table = last if isinstance(last, Table) and not last.whole else None
    return pages


def _same_columns(table: Table, following: Table) -> bool:
    if table.ruled != following.ruled or len(table.columns) != len(following.columns):
        # the foot of a table may have a column whose cells are all blank
        return table.ruled and following.ruled and _are_columns_of(following.columns, table.columns)
    return all(abs(a - b) <= 12 for a, b in zip(table.columns, following.columns, strict=True))


def _are_columns_of(columns: list[float], others: list[float]) -> bool:
    return len(columns) > 1 and all(any(abs(a - b) <= 4 for b in others) for a in columns)


def know_head(table: Table, before: Table | None) -> None:
    """Notes the names of a table's columns; titles between its rows part a table without rules into pieces."""
    if _HEAD_MARK.fullmatch(pdflines.text(table.rows[0].slots[0].lines)):
        table.head = table.rows[0]
    elif before is not None and _same_columns(before, table):
        table.head = before.head


def _append(table: Table, following: Table) -> None:
    if not table.seen:
        _tally(table, table.rows)
    if len(following.columns) != len(table.columns):
        _renumber(following, table.columns)
    rows = following.rows
    head = 0
    while head < min(len(rows), len(table.rows), 3) and _words(rows[head]) == _words(table.rows[head]) != []:
        table.rows[head].header = True
        head += 1
    if not head and rows and table.head is not None and _words(rows[0]) == _words(table.head):
        head = 1  # above the first piece, not above this one
    rows = rows[head:]
    if rows and table.rows and _is_rest_of(table.rows[-1], rows[0]):
        for slot in rows[0].slots:
            own = next((s for s in table.rows[-1].slots if s.column == slot.column), None)
            if own is None:
                table.rows[-1].slots.append(slot)
            else:
                own.lines.extend(slot.lines)
        rows = rows[1:]
    elif rows and table.rows and table.ruled:
        _continue_merged(table, rows)
    table.rows.extend(rows)
    _tally(table, rows)


def _continue_merged(table: Table, rows: list[Row]) -> None:
    """Marks the blank cells of a page's first row that belong to merged cells of the page before.

    One that covers several rows, here or there, does, and one in a column that no other row leaves blank. Of other
    blank cells nothing tells; they are taken to be blank, since a wrong agency is worse than none.
    """
    above = {slot.column for slot in table.rows[-1].slots if slot.continued}
    below = {slot.column for slot in rows[1].slots if slot.continued} if len(rows) > 1 else set()
    for slot in rows[0].slots:
        if not slot.lines:
            never = table.seen >= _TELLING and slot.column not in table.blank
            slot.continued = slot.continued or slot.column in above | below or never


def _tally(table: Table, rows: list[Row]) -> None:
    """Notes which columns the rows leave blank; a row that begins with a blank cell is the rest of another."""
    for row in rows:
        if row.slots[0].lines:
            table.seen += 1
            table.blank.update(slot.column for slot in row.slots if not slot.lines and not slot.continued)


def _renumber(table: Table, columns: list[float]) -> None:
    places = [min(range(len(columns)), key=lambda i: abs(columns[i] - own)) for own in table.columns]
    for row in table.rows:
        for slot in row.slots:
            end = slot.column + slot.colspan
            stop = places[end] if end < len(places) else len(columns)
            slot.column = places[slot.column]
            slot.colspan = max(1, stop - slot.column)


def _words(row: Row) -> list[str]:
    return [words for words in (pdflines.text(slot.lines) for slot in row.slots) if words]


def _is_rest_of(row: Row, following: Row) -> bool:
    """Whether the first row of a page is the rest of the row that the page before ended with.

    It has no number of its own, and some cell of it goes on in mid-sentence: with a small letter, or where the cell
    above ended with a full line.
    """
    first = following.slots[0]
    if first.column == 0 and _NUMBERED.fullmatch(pdflines.text(first.lines)):
        return False
    above = {slot.column: slot for slot in row.slots}
    filled = [slot for slot in following.slots if slot.lines]
    votes = 1 if not first.lines and 2 * len(filled) <= len(row.slots) else 0
    for slot in filled:
        own = above.get(slot.column)
        if own is None or not own.lines:
            votes -= 1
        elif slot.lines[0].text[0].islower():
            votes += 2
        elif _is_full(own, slot):
            votes += 2 if is_unfinished(own.lines[-1].text) else 1
    return votes > (1 if first.lines else 0)


def _is_full(slot: Slot, following: Slot) -> bool:
    """Whether the first word of a cell's next line had no room left on its last line."""
    line = slot.lines[-1]
    return slot.right - line.x1 < pdflines.first_word(following.lines[0]) + 0.3 * line.size + 6
