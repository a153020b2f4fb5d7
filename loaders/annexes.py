"""Tasks and targets in tables: each row of an annex assigns one, its columns told by their headings.

Headings are matched against `loaders/tables/columns.txt`. A row with nothing but a number and a title groups the rows
below it; a merged cell counts for every row that it covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.model import Block, Cell, Comparator, Target, Task, TaskStatus
from loaders import structure
from loaders.reading import Period, Reading, Unit
from loaders.tables import values


@dataclass(slots=True)
class Table:
    """A table being read: what its columns hold, and what the group rows above the current one say."""

    columns: dict[int, str]
    group: str | None = None
    group_period: str | None = None
    group_lead: tuple[str, ...] = ()
    merged: dict[int, Cell] = field(default_factory=dict)  # by column: the cell that later rows continue
    position: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its unit and, by column kind, its cells."""

    unit: Unit
    cells: dict[str, Cell]
    number: str


def state(reading: Reading) -> tuple[tuple[Task, ...], tuple[Target, ...]]:
    """The tasks and the targets that the tables of the source assign, in the order of their rows."""
    tasks: list[Task] = []
    targets: list[Target] = []
    for table, row in _rows(reading):
        kinds = set(table.columns.values())
        if "indicator" in kinds and "task" not in kinds:
            targets.extend(_targets(reading, table, row))
        elif "task" in row.cells:
            task = _task(reading, table, row)
            if task and tasks and "number" in kinds and "number" not in row.cells and "deadline" not in row.cells:
                tasks[-1] = _joined(tasks[-1], task)
            elif task:
                tasks.append(task)
    return tuple(tasks), tuple(targets)


def _joined(task: Task, rest: Task) -> Task:
    """A task whose row was broken in two, with both rows as its evidence."""
    return replace(
        task,
        text=f"{task.text} {rest.text}",
        assignees=task.assignees + tuple(a for a in rest.assignees if a not in task.assignees),
        cooperators=task.cooperators + tuple(c for c in rest.cooperators if c not in task.cooperators),
        deliverable=task.deliverable or rest.deliverable,
        evidence=task.evidence + rest.evidence,
    )


def _rows(reading: Reading) -> Iterator[tuple[Table, Row]]:
    """The rows that assign something, each with its table; tables without known headings are passed over."""
    table: Table | None = None
    number: int | None = None
    for unit in reading.units:
        if unit.role not in ("row", "header-row"):
            continue
        block = reading.block(unit)
        if block.table != number:
            previous, table, number = table, None, block.table
        else:
            previous = None
        columns = _columns(reading, block)
        if _assigns(columns):
            table = Table(columns)
            continue
        if table is None and previous is not None and _goes_on(reading, block, previous):
            table = previous  # the table runs on over a page break, without its headings
        if table is None or block.header:
            continue
        if _is_group(reading, block, table):
            _enter_group(reading, block, table)
            continue
        yield table, _row(reading, unit, block, table)


_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?|[ivxl]+[.)]?")


_ROMAN = re.compile(r"(?:[ivxl]+|[a-h])[.)]?")
_MARK = re.compile(r"[\divxlcab.)]+")


def _text(reading: Reading, cell: Cell) -> str:
    return " ".join(reading.source.text[cell.start : cell.end].split())


def _folded(reading: Reading, cell: Cell) -> str:
    return " ".join(reading.folded[cell.start : cell.end].split())


def _columns(reading: Reading, block: Block) -> dict[int, str]:
    """What each column holds, by its heading; empty where the row is no row of headings."""
    known = values("columns")
    found: dict[int, str] = {}
    filled = named = 0
    for cell in block.cells:
        heading = re.sub(r"\s*/\s*", ", ", _folded(reading, cell).strip(" .:*"))
        if not heading:
            continue
        if len(heading) > 90 or _NUMBERED.fullmatch(heading):
            return {}  # a row of a long text, or one that is numbered, names no columns
        filled += 1
        phrase = max((p for p in known if _holds(heading, p)), key=len, default=None)
        if phrase:
            found[cell.column] = known[phrase]
            named += 1
        elif re.search(r"\b20\d\d\b", heading):
            found[cell.column] = "value"
    if "indicator" in found.values() and "task" not in found.values():
        found = {c: "value" if kind == "result" else kind for c, kind in found.items()}
    return found if named >= 2 and 2 * named >= filled else {}


def _holds(heading: str, phrase: str) -> bool:
    if heading == phrase:
        return True
    return 3 < len(phrase) >= 0.3 * len(heading) and re.search(rf"\b{re.escape(phrase)}\b", heading) is not None


def _assigns(columns: dict[int, str]) -> bool:
    kinds = set(columns.values())
    return ("task" in kinds and bool(kinds & {"lead", "deadline", "help"})) or (
        "indicator" in kinds and bool(kinds & {"unit", "value", "lead"})
    )


def _goes_on(reading: Reading, block: Block, table: Table) -> bool:
    return bool(block.cells) and max(c.column for c in block.cells) == max(table.columns)


def _is_group(reading: Reading, block: Block, table: Table) -> bool:
    """Whether the row is a title for the rows below: one text, alone or repeated by the merge of all its cells.

    A row numbered in Roman figures is one even where a cell of the row above runs on into it.
    """
    cells = [c for c in block.cells if _folded(reading, c) and not c.continued]
    if not cells:
        return False
    roman = _ROMAN.fullmatch(_folded(reading, cells[0])) is not None
    titled = [c for c in cells if not _MARK.fullmatch(_folded(reading, c))]
    main = next((c for c, kind in table.columns.items() if kind in ("task", "indicator")), None)
    assigned = {table.columns.get(c.column) for c in titled} & {"lead", "help"}
    if roman and any(c.column == main for c in titled) and not assigned:
        return True
    if len({_folded(reading, c) for c in titled}) != 1:
        return False
    if len(titled) > 1 or titled[0].colspan > 1 or roman:
        return True
    alone = titled[0].column in (main, 0)
    continued = any(c.continued for c in block.cells)
    unnumbered = "number" in table.columns.values() and len(cells) == len(titled) and table.position > 0
    if unnumbered and titled[0].column == main and not _capital(reading, titled[0]):
        return False  # a title stands in capitals, or is numbered; a row without either goes on with the one above
    return alone and not continued and not any(_merged(table, kind) for kind in ("lead", "deadline"))


def _capital(reading: Reading, cell: Cell) -> bool:
    """Whether the cell is printed in capitals."""
    return reading.source.text[cell.start : cell.end].isupper()


def _merged(table: Table, kind: str) -> bool:
    return any(table.columns.get(column) == kind for column in table.merged)


def _enter_group(reading: Reading, block: Block, table: Table) -> None:
    texts = [c for c in block.cells if _folded(reading, c)]
    title = texts[-1]
    table.group = _text(reading, title)
    period = _period(reading, title)
    table.group_period = period.value if period else None
    names = _names(reading, title)
    table.group_lead = names if names and sum(map(len, names)) > 0.6 * len(table.group) else ()
    table.merged.clear()


def _row(reading: Reading, unit: Unit, block: Block, table: Table) -> Row:
    table.position += 1
    cells: dict[str, Cell] = {}
    for cell in block.cells:
        kind = table.columns.get(cell.column)
        if kind is None:
            continue
        if cell.continued or (cell.start >= cell.end and cell.column in table.merged and _continues(block, cell)):
            cell = table.merged.get(cell.column, cell)
        elif cell.end > cell.start:
            table.merged[cell.column] = cell
        if cell.end > cell.start and kind not in cells:
            cells[kind] = cell
    number = _text(reading, cells["number"]).strip(" .)") if "number" in cells else str(table.position)
    return Row(replace(unit, place=replace(unit.place, row=number)), cells, number)


def _continues(block: Block, cell: Cell) -> bool:
    return cell.continued


def _names(reading: Reading, cell: Cell) -> tuple[str, ...]:
    """The bodies that a cell names; the cell as printed where none is known."""
    names = [m.name for m in reading.agencies if cell.start <= m.start < cell.end]
    return tuple(dict.fromkeys(names))


def _bodies(reading: Reading, cell: Cell | None) -> tuple[str, ...]:
    if cell is None:
        return ()
    names = _names(reading, cell)
    if names:
        return names
    printed = _text(reading, cell).strip(" -./")
    return (printed,) if printed else ()


_BARE_YEARS = re.compile(r"(?:nam\s+)?(20\d\d)(?:\s*-\s*(20\d\d))?")


def _period(reading: Reading, cell: Cell) -> Period | None:
    inside = [p for p in reading.periods if cell.start <= p.start and p.end <= cell.end]
    valued = [p for p in inside if p.value and not p.recurrence]
    if valued:
        return valued[-1]
    if inside:
        return inside[-1]
    years = _BARE_YEARS.search(reading.folded, cell.start, cell.end)
    if years:
        return Period(years.start(), years.end(), years[2] or years[1], years[1] if years[2] else None)
    return None


def _task(reading: Reading, table: Table, row: Row) -> Task | None:
    cell = row.cells["task"]
    text = reading.source.text[cell.start : cell.end].strip()
    if len(text.split()) < 2:
        return None
    due = row.cells.get("deadline")
    period = _period(reading, due) if due else None
    own = reading.own
    mandate = own.id if own else None
    if "mandate" in row.cells:
        named = row.cells["mandate"]
        mandate = next((d.id for d in reading.documents if named.start <= d.start < named.end), mandate)
    lead = _bodies(reading, row.cells.get("lead")) or table.group_lead
    recurrence = _text(reading, due) if due and period and period.recurrence and not period.value else None
    if due and not period and _folded(reading, due):
        recurrence = None
    return Task(
        text=text.rstrip(" .;"),
        assignees=lead,
        cooperators=tuple(b for b in _bodies(reading, row.cells.get("help")) if b not in lead),
        mandate=mandate,
        provision=structure.provision(row.unit.place),
        directed_by=own.issuer if own else None,
        deadline=period.value if period and not recurrence else None,
        deadline_text=_text(reading, due) if due else None,
        recurrence=recurrence,
        deliverable=_text(reading, row.cells["result"]) if "result" in row.cells else None,
        status=_status(reading, row.cells.get("status")),
        status_date=reading.today.isoformat() if reading.today and _status(reading, row.cells.get("status")) else None,
        about=(table.group,) if table.group else (),
        evidence=(reading.evidence(row.unit.start, row.unit.end, row.unit.place),),
        confidence=0.97,
    )


def _status(reading: Reading, cell: Cell | None) -> TaskStatus | None:
    if cell is None:
        return None
    known = values("task_status")
    text = _folded(reading, cell)
    phrase = max((p for p in known if p in text), key=len, default=None)
    return known[phrase] if phrase else None  # type: ignore[return-value]


# a value as a target's cell prints it: comparator, number, perhaps a second one, unit, scope
_VALUE = re.compile(
    r"(?P<cmp>[≥≤<>=]|>=|<=|tren|duoi|it nhat|toi thieu|toi da|khong qua|hon|dat)?\s*"
    r"(?P<n>\d[\d.]*(?:,\d+)?)\s*(?P<pct>%)?(?:\s*-\s*(?P<up>\d[\d.]*(?:,\d+)?)\s*%?)?\s*(?P<rest>[^;\d≥≤<>]*)"
)
_COMPARATORS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "it nhat": ">=", "toi thieu": ">=", "≤": "<=", "<=": "<=", "toi da": "<=", "khong qua": "<=",
    ">": ">", "tren": ">", "hon": ">", "<": "<", "duoi": "<",
}  # fmt: skip


def _decimal(printed: str) -> Decimal:
    """A Vietnamese number: "." groups thousands, "," marks decimals.

    >>> _decimal("2.361"), _decimal("30,08"), _decimal("0.5")
    (Decimal('2361'), Decimal('30.08'), Decimal('0.5'))
    """
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return Decimal(printed.replace(",", ".").rstrip("."))


def _targets(reading: Reading, table: Table, row: Row) -> Iterator[Target]:
    indicator = row.cells.get("indicator")
    if indicator is None or len(_text(reading, indicator).split()) < 2:
        return
    printed = row.cells.get("value")
    unit = _text(reading, row.cells["unit"]) if "unit" in row.cells else None
    base = Target(
        indicator=_text(reading, indicator).rstrip(" .;"),
        value_text=_text(reading, printed) if printed else None,
        unit=unit,
        period=table.group_period,
        responsible=_bodies(reading, row.cells.get("lead")),
        set_by=reading.own.id if reading.own else None,
        provision=structure.provision(row.unit.place),
        about=(table.group,) if table.group else (),
        evidence=(reading.evidence(row.unit.start, row.unit.end, row.unit.place),),
        confidence=0.97,
    )
    found = list(_VALUE.finditer(reading.folded, printed.start, printed.end)) if printed else []
    if not found:
        yield base
        return
    for match in found:
        scope = " ".join(reading.source.text[match.start("rest") : match.end("rest")].split()).strip(" ;,.")
        yield replace(
            base,
            value=_decimal(match["n"]),
            upper=_decimal(match["up"]) if match["up"] else None,
            unit="%" if match["pct"] else unit,
            comparator=_COMPARATORS.get(match["cmp"] or "", "="),
            scope=scope or None,
        )
