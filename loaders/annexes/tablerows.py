"""The rows of tables that assign work or set targets, each cell by what its column holds.

Headings are matched against `loaders/tables/columns.txt`; they may stand in two rows, and again after a page break. A
row with nothing but a title groups the rows below it; a merged cell counts for every row that it covers; a row without
a number of its own, cut off by a page break, goes on with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.folding import fold
from kg.model import Block, Cell
from loaders.annexes import columns
from loaders.annexes.columns import folded, period, text
from loaders.formats.blocks import MARKER
from loaders.reading import Reading, Unit
from loaders.words.ordered import within

_LONGEST_TITLE = 8  # units
_ROMAN = re.compile(r"(?P<n>[ivxl]+|[a-h])[.)]?")
_ARABIC = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3})*)[.)]?")
_MARKED = re.compile(r"(?P<n>[IVXL]+|[A-H]|\d{1,3})[.)]\s+(?=\S)")
_TITLED = re.compile(r"(?P<n>[IVXL]+|[A-H])[.)]?\s+(?=\S)")
_MARK = re.compile(r"[\divxlcab.)]+")
_BULLET = re.compile(r"[-+*•–]+")
_DITTO = re.compile(r"[-–\s]*(?:n\.?t\.?|nhu tren|//|[\"”″]|'')[-–\s]*")


@dataclass(slots=True)
class Table:
    """A table being read: what its columns hold, and what the group rows above the current one say."""

    columns: dict[int, str]
    periods: dict[int, str]  # of the columns headed by a time
    headings: dict[int, str]  # the columns by the first row of headings alone
    width: int
    place: str | None  # the annex that it stands in
    fresh: bool = True  # whether the row above was a row of headings
    last: int = 0  # the index of its latest unit
    titles: list[str] = field(default_factory=list)  # of the group that the rows are in, the outermost first
    group_period: str | None = None
    group_lead: tuple[str, ...] = ()
    group_mark: str = ""
    merged: dict[int, Cell] = field(default_factory=dict)  # by column: the cell that later rows continue
    said: dict[int, Cell] = field(default_factory=dict)  # by column: the last cell, which "nt" (như trên) repeats
    position: int = 0
    number: str = ""  # of the latest row
    bullets: int = 0  # rows with a bare dash below it
    seen: set[str] = field(default_factory=set)

    @property
    def kinds(self) -> frozenset[str]:
        """All that its columns hold."""
        return frozenset(self.columns.values())

    @property
    def main(self) -> int | None:
        """The column of the task or the indicator."""
        return next((c for c, kind in self.columns.items() if kind in ("task", "indicator")), None)

    @property
    def of_targets(self) -> bool:
        """Whether its rows are indicators, not tasks."""
        return "indicator" in self.kinds and "task" not in self.kinds


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its unit and, by column kind, its cells.

    `values` are the cells of all columns of values, `measured` those of the columns of what was reached.
    """

    unit: Unit
    cells: dict[str, Cell]
    values: tuple[tuple[int, Cell], ...]
    measured: tuple[tuple[int, Cell], ...]
    rest: bool  # whether it goes on with the row above


def rows(reading: Reading) -> Iterator[tuple[Table, Row]]:
    """The rows that assign something, each with its table; tables without known headings are passed over."""
    table: Table | None = None
    before: Table | None = None  # the table that ended last
    number: int | None = None
    units = [(index, unit) for index, unit in enumerate(reading.units) if _is_row(reading, unit)]
    read = 0  # how many units are dealt with
    for order, (index, unit) in enumerate(units):
        block = reading.block(unit)
        title = _title_between(reading, read, index) if block.table != number else None
        read = index + 1
        if block.table != number:
            before, table, number = table or before, None, block.table
        kinds, periods = columns.named(reading, block)
        if columns.assign(kinds):
            known = table or before
            same = known is not None and known.headings == kinds and known.place == unit.place.annex
            if same and known and (title or _touches(reading, known, index)):
                table = known  # the same headings again, overleaf
                table.fresh = True
                if title:
                    _enter_titled(reading, title, table)
            else:
                table = Table(kinds, periods, dict(kinds), _width(block), unit.place.annex)
            table.last = index
            continue
        if table is None and before is not None and _goes_on(block, unit, before):
            table = before  # the table runs on over a page break, without its headings
            if title:
                _enter_titled(reading, title, table)
        if table is None:
            continue
        table.last = index
        if block.header or table.fresh:
            table.fresh = block.header
            if _part(table, columns.parted(reading, block)) or block.header:
                continue
        if unit.role == "boilerplate":
            continue
        following = reading.block(units[order + 1][1]) if order + 1 < len(units) else None
        if _is_group(reading, block, table, following):
            _enter_group(reading, block, table)
            continue
        yield table, _row(reading, unit, block, table)


def _is_row(reading: Reading, unit: Unit) -> bool:
    """Whether a unit is a row; one of bare numbers, which says nothing elsewhere, may part a heading by years."""
    if unit.role == "boilerplate":
        return reading.block(unit).kind == "row" and not re.search(r"[^\W\d_]", reading.text(unit))
    return unit.role in ("row", "header-row")


def _touches(reading: Reading, table: Table, index: int) -> bool:
    """Whether nothing but furniture stands between a table's latest row and a unit."""
    between = reading.units[table.last + 1 : index]
    return all(other.role in ("boilerplate", "header-row") for other in between)


def _goes_on(block: Block, unit: Unit, table: Table) -> bool:
    if not block.cells or table.place != unit.place.annex:
        return False
    return _width(block) == table.width


def _width(block: Block) -> int:
    """How many columns a row has."""
    return max(c.column + c.colspan for c in block.cells)


def _part(table: Table, found: dict[int, tuple[str, str | None]]) -> bool:
    """Takes over what a second row of headings says; False where there was none."""
    for column, (kind, year) in found.items():
        table.columns[column] = "value" if kind == "result" and table.of_targets else kind
        if year:
            table.periods[column] = year
    return bool(found)


# ── groups ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_group(reading: Reading, block: Block, table: Table, following: Block | None) -> bool:
    """Whether the row is a title for the rows below: one text, alone or repeated by the merge of all its cells.

    A row numbered in Roman figures is one even where a cell of the row above runs on into it; of a row numbered "2" the
    rows "2.1", "2.2" below it say so.
    """
    cells = [c for c in block.cells if c.end > c.start and not c.continued]
    if not cells:
        return False
    mark = _mark(reading, block, table)
    roman = _ROMAN.fullmatch(mark) is not None
    titled = [c for c in cells if not _MARK.fullmatch(folded(reading, c))]
    assigned = {table.columns.get(c.column) for c in titled} & {"lead", "help"}
    if roman and any(c.column == table.main for c in titled) and not assigned:
        return True
    if len({folded(reading, c) for c in titled}) != 1:
        return False
    if len(titled) > 1 or titled[0].colspan > 1 or roman:
        return True
    if titled[0].column not in (table.main, 0) or any(c.continued for c in block.cells):
        return False
    if mark:
        below = _mark(reading, following, table) if following and following.table == block.table else ""
        return not table.of_targets and below.startswith(f"{mark.strip('.)')}.") and below != mark
    if "number" in table.columns.values() and table.position > 0:
        # a title stands in capitals, or is numbered; a row without either goes on with the one above
        return titled[0].column != table.main or reading.source.text[titled[0].start : titled[0].end].isupper()
    return not any(c.end > c.start and table.columns.get(n) in ("lead", "deadline") for n, c in table.merged.items())


def _mark(reading: Reading, block: Block, table: Table) -> str:
    """The number that a row begins with, folded; "" where it has none."""
    first = next((c for c in block.cells if c.end > c.start), None)
    if first is None or first.continued:
        return ""
    mark = folded(reading, first)
    if _ROMAN.fullmatch(mark) or _ARABIC.fullmatch(mark):
        return mark
    return ""


def _title_between(reading: Reading, start: int, end: int) -> Unit | None:
    """The line that alone stands between two pieces of a table, where it is numbered as titles of groups are."""
    between = [unit for unit in reading.units[start:end] if unit.role != "boilerplate"]
    if not between or len({unit.block for unit in between}) > 1 or end - start > _LONGEST_TITLE:
        return None
    block = reading.block(between[0])
    marked = _TITLED.match(reading.source.text, block.start, block.end)
    return replace(between[0], end=block.end) if marked else None


def _enter_titled(reading: Reading, unit: Unit, table: Table) -> None:
    cell = Cell(unit.start, unit.end, 0, table.width)
    _enter_group(reading, replace(reading.block(unit), cells=(cell,)), table)


def _enter_group(reading: Reading, block: Block, table: Table) -> None:
    cells = [c for c in block.cells if c.end > c.start and not c.continued]
    title = next((c for c in cells if c.column == table.main), cells[-1])
    said = text(reading, title)
    mark = _mark(reading, block, table).strip(".)")
    marked = _MARKED.match(said) or (_TITLED.match(said) if len(cells) == 1 else None)
    if marked and not mark:  # "I. Thể chế" in one cell
        mark, said = fold(marked["n"]), said[marked.end() :]
    inner = _ARABIC.fullmatch(mark) is not None
    table.titles = [*table.titles[:1], said] if inner and table.titles else [said]
    if not inner:
        found = period(reading, title)
        table.group_period = found.value if found else None
        table.group_mark = mark.upper() if _ROMAN.fullmatch(mark) else ""
    names = tuple(m.name for m in within(reading.agencies, title.start, title.end))
    table.group_lead = names if names and sum(map(len, names)) > 0.6 * len(said) else ()
    running = {c.column for c in block.cells if c.continued}
    table.merged = {column: cell for column, cell in table.merged.items() if column in running}


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _row(reading: Reading, unit: Unit, block: Block, table: Table) -> Row:
    cells: dict[str, Cell] = {}
    found: dict[str, list[tuple[int, Cell]]] = {"value": [], "measured": []}
    own: set[str] = set()  # the kinds of cells that begin in this row
    for cell in block.cells:
        kind = table.columns.get(cell.column)
        if kind is None:
            continue
        if cell.continued:
            cell = table.merged.get(cell.column, cell)
        else:
            table.merged[cell.column] = cell
            if cell.end > cell.start:
                own.add(kind)
        if cell.end <= cell.start:
            continue
        if _DITTO.fullmatch(folded(reading, cell)):
            cell = table.said.get(cell.column, cell)
        table.said[cell.column] = cell
        if kind in found:
            found[kind].append((cell.column, cell))
        cells.setdefault(kind, cell)
    rest = _is_rest(reading, table, cells, own)
    if not rest:
        table.position += 1
        table.number = _number(reading, table, cells.get("number"))
    return Row(
        replace(unit, place=replace(unit.place, row=table.number)),
        cells,
        tuple(found["value"]),
        tuple(found["measured"]),
        rest,
    )


def _is_rest(reading: Reading, table: Table, cells: dict[str, Cell], own: set[str]) -> bool:
    """Whether a row goes on with the one above: it has no number where others have, and what it says is no whole."""
    if "number" not in table.kinds or "number" in cells or not table.position:
        return False
    main = "indicator" if table.of_targets else "task"
    if main not in own:
        return True
    if _continues(reading, cells[main]):
        return not {"lead", "deadline"} <= own or _continues(reading, cells["lead"])
    return not cells.keys() & ({"value", "unit"} if table.of_targets else {"deadline"})


def _continues(reading: Reading, cell: Cell) -> bool:
    begin = reading.source.text[cell.start : cell.start + 12]
    return begin[0].islower() and MARKER.match(begin) is None


def _number(reading: Reading, table: Table, cell: Cell | None) -> str:
    """The row's number, unlike that of every other row of its table.

    Under a bare dash rows are counted below the last number; numbers that begin anew in each group get the group's.
    """
    number = text(reading, cell).strip(" .)") if cell else ""
    if _BULLET.fullmatch(number) and table.number:
        table.bullets += 1
        above = table.number.partition(",")[0]
        return f"{above}, gạch đầu dòng {table.bullets}"
    table.bullets = 0
    number = number or str(table.position)
    if number in table.seen and table.group_mark:
        number = f"{table.group_mark}.{number}"
    table.seen.add(number)
    return number
