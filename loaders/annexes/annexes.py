"""Tasks and targets in tables: each row of an annex assigns one, its columns told by their headings.

`loaders.annexes.tablerows` tells the rows and what their cells hold; here cells become the fields of facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.folding import UPPER, fold
from kg.model import Cell, Comparator, Observation, Provision, Target, Task, TaskStatus
from loaders.annexes import columns, tablerows
from loaders.annexes.named import bodies, evidence_of, mandate_of, parted, without_plural
from loaders.annexes.tablerows import Row, Table
from loaders.documents import reviewed
from loaders.layout import structure
from loaders.reading import Period, Reading
from loaders.tables import values
from loaders.times import periods
from loaders.words.figures import FIGURE, number
from loaders.words.ordered import within


def state(reading: Reading) -> tuple[tuple[Task, ...], tuple[Target, ...], tuple[Observation, ...]]:
    """The tasks and the targets that the tables of the source assign, and what they report beside these, by rows."""
    tasks: list[Task] = []
    targets: list[Target] = []
    observations: list[Observation] = []
    whole = 0  # how many targets the latest whole row gave
    for table, row in tablerows.rows(reading):
        if table.of_targets:
            if row.rest and whole:
                targets[-whole:] = [_longer(target, reading, row) for target in targets[-whole:]]
            elif not row.rest:
                given = list(_targets(reading, table, row))
                whole = len(given) or whole
                targets.extend(given)
                observations.extend(_reached(reading, table, row))
        elif row.rest and tasks:
            tasks[-1] = _joined(tasks[-1], reading, row)
        elif "task" in row.cells:
            task = _task(reading, table, row)
            if task:
                tasks.append(task)
    return tuple(replace(task, text=task.text.rstrip(" .;")) for task in tasks), tuple(targets), tuple(observations)


def provisions(tasks: Iterable[Task], targets: Iterable[Target]) -> tuple[Provision, ...]:
    """The rows of the document's own tables as its subdivisions, below their annex: "Phụ lục II / STT 14"."""
    found: dict[str, Provision] = {}
    titled = [(task.text, task.evidence) for task in tasks] + [
        (target.indicator, target.evidence) for target in targets
    ]
    for title, evidence in titled:
        place = evidence[0].place
        if place and place.row:
            name = f"{place.annex or 'Bảng'} / STT {place.row}"
            found.setdefault(name, Provision(path=name, title=title[:300], evidence=evidence[:1]))
    return tuple(found.values())


# ── tasks ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _task(reading: Reading, table: Table, row: Row) -> Task | None:
    text = columns.text(reading, row.cells["task"])
    if len(text.split()) < 2:
        return None
    own = reading.own
    due = row.cells.get("deadline")
    period = columns.period(reading, due) if due else None
    recurrence = columns.text(reading, due) if due and period and period.recurrence and not period.value else None
    status = _status(reading, row.cells.get("status"))
    leads, beside = parted(reading, row.cells.get("lead"))
    lead = bodies(reading, leads) or table.group_lead
    helps = (*bodies(reading, row.cells.get("help")), *bodies(reading, beside))
    looked_at = reviewed.mandate(reading) if status and "mandate" not in row.cells else None
    return Task(
        text=text,
        assignees=lead,
        cooperators=tuple(dict.fromkeys(body for body in helps if body not in lead)),
        mandate=looked_at or mandate_of(reading, row),
        provision=None if looked_at else structure.provision(row.unit.place),
        directed_by=reviewed.issuer(reading, looked_at) if looked_at else own.issuer if own else None,
        deadline=period.value if period and not recurrence and not periods.begins(reading, period) else None,
        deadline_text=columns.text(reading, due) if due else None,
        recurrence=recurrence,
        deliverable=columns.text(reading, row.cells["result"]) if "result" in row.cells else None,
        status=status,
        status_date=reviewed.of_table(reading, row.unit.start) if status else None,
        about=_about(table),
        evidence=evidence_of(reading, row),
        confidence=0.97,
    )


_ONLY_TIME = re.compile(  # a group's title that is no subject: "Đến năm 2030", "Giai đoạn 2026-2030"
    r"(?:(?:den|tu|trong|giai doan|nam|quy|thang|tam nhin|dinh huong|het|va)\s+|[\divx]+[\s,./-]+)+"
)


def _about(table: Table) -> tuple[str, ...]:
    """What the rows of a group are about, as its titles say it."""
    return tuple(title for title in table.titles if not _ONLY_TIME.fullmatch(f"{fold(title)} "))


def _joined(task: Task, reading: Reading, row: Row) -> Task:
    """A task whose row was broken in two, with both rows as its evidence."""
    rest = {kind: columns.text(reading, cell) for kind, cell in row.cells.items()}
    lead = task.assignees + tuple(b for b in bodies(reading, row.cells.get("lead")) if b not in task.assignees)
    known = {*lead, *task.cooperators}
    return replace(
        task,
        text=f"{task.text} {rest['task']}" if "task" in rest else task.text,
        assignees=lead,
        cooperators=task.cooperators + tuple(b for b in bodies(reading, row.cells.get("help")) if b not in known),
        deliverable=" ".join(filter(None, (task.deliverable, rest.get("result")))) or None,
        evidence=(*task.evidence, reading.evidence(row.unit.start, row.unit.end, row.unit.place)),
    )


def _status(reading: Reading, cell: Cell | None) -> TaskStatus | None:
    if cell is None:
        return None
    known = values("task_status")
    text = columns.folded(reading, cell)
    phrase = max((p for p in known if p in text), key=len, default=None)
    return known[phrase] if phrase else None  # type: ignore[return-value]


# ── targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

# a value as a target's cell prints it: comparator, number, perhaps a second one, unit, scope
_VALUE = re.compile(
    r"(?P<cmp>[≥≤<>=]=?|tren|duoi|it nhat|toi thieu|toi da|khong qua|hon|dat|top|nhom)?\s*"
    rf"(?<![\w.,/])(?P<n>{FIGURE})(?!\.?\d)\s*(?P<pct>%)?(?:\s*/\s*\d[\d.]*)?"
    rf"(?:\s*-\s*(?P<up>{FIGURE})(?!\.?\d)\s*%?)?(?!g\b|\w*\d)\s*(?P<rest>[^;\d≥≤<>]*)"
)
_COMPARATORS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "it nhat": ">=", "toi thieu": ">=", "≤": "<=", "<=": "<=", "toi da": "<=", "khong qua": "<=",
    ">": ">", "tren": ">", "hon": ">", "<": "<", "duoi": "<", "top": "<=", "nhom": "<=",
}  # fmt: skip
_SCOPE = re.compile(r"(?:tren\s+|cua\s+)?(?:dong nam a|asean|the gioi|toan cau|chau a|khu vuc|ca nuoc|toan quoc)\b")
_UNIT_WORDS = 4


def _targets(reading: Reading, table: Table, row: Row) -> Iterator[Target]:
    """The targets of a row: one for each value that its cells print, one without a value where they print none."""
    indicator = row.cells.get("indicator")
    if indicator is None or len(columns.text(reading, indicator).split()) < 2:
        return
    base = Target(
        indicator=columns.text(reading, indicator).rstrip(" .;"),
        unit=columns.text(reading, row.cells["unit"]) if "unit" in row.cells else None,
        period=table.group_period,
        responsible=bodies(reading, row.cells.get("lead")) or table.group_lead,
        set_by=mandate_of(reading, row),
        provision=structure.provision(row.unit.place),
        about=_about(table),
        evidence=evidence_of(reading, row),
        confidence=0.97,
    )
    if not row.values:
        yield base
    for column, cell in row.values:
        headed = table.periods.get(column, base.period)
        yield from _valued(reading, cell, replace(base, value_text=columns.text(reading, cell), period=headed))


def _reached(reading: Reading, table: Table, row: Row) -> Iterator[Observation]:
    """What a row reports as reached, in the columns beside its aims."""
    for column, cell in row.measured:
        for told in _targets(reading, table, replace(row, values=((column, cell),))):
            if told.value is not None:
                yield Observation(
                    indicator=told.indicator,
                    value=told.value,
                    value_text=told.value_text,
                    unit=told.unit,
                    period=told.period or str(reading.told.year or "") or None,
                    comparator=told.comparator,
                    upper=told.upper,
                    scope=told.scope,
                    evidence=told.evidence,
                    confidence=told.confidence,
                )


def _valued(reading: Reading, cell: Cell, base: Target) -> Iterator[Target]:
    """The targets that one cell of values prints."""
    times = [p for p in within(reading.periods, cell.start, cell.end) if p.value and p.end <= cell.end]
    found = [m for m in _VALUE.finditer(reading.folded, cell.start, cell.end) if not _in_time(m, times)]
    for match in found:
        before = [time.value for time in times if time.end <= match.start("n")]
        yield _measured(reading, match, replace(base, period=before[-1] if before else base.period))
    if not found:
        yield replace(base, period=times[-1].value if times else base.period)


def _in_time(match: re.Match[str], times: list[Period]) -> bool:
    """Whether a number is of a date: "hoàn thành trước năm 2027"."""
    return any(time.start <= match.start("n") < time.end for time in times)


def _measured(reading: Reading, match: re.Match[str], base: Target) -> Target:
    rest = " ".join(reading.source.text[match.start("rest") : match.end("rest")].split()).strip(" ;,.")
    told = " ".join(match["rest"].split()).strip(" ;,.")
    unit = base.unit
    if match["pct"] and not (unit or "").startswith("%"):
        unit = "%"
    value, upper = number(match["n"]), number(match["up"]) if match["up"] else None
    scope = None
    if _SCOPE.match(told) or re.match(rf"[{UPPER}]", rest):
        scope = rest
    elif rest and unit is None and len(rest.split()) <= _UNIT_WORDS:
        unit = rest
    times, unit = _magnitude(unit)
    return replace(
        base,
        value=_counted(value, times),
        upper=_counted(upper, times) if upper is not None else None,
        unit=unit,
        comparator=_COMPARATORS.get(match["cmp"] or "", "="),
        scope=scope,
    )


def _counted(value: Decimal, times: int) -> Decimal:
    """A value in ones, without the zeros that a magnitude leaves behind the point."""
    return value if times == 1 else (value * times).normalize() + Decimal(0)


def _magnitude(unit: str | None) -> tuple[int, str | None]:
    """What a unit that counts in thousands or millions multiplies by, and the unit itself.

    >>> _magnitude("Tỷ đồng"), _magnitude("triệu thuê bao"), _magnitude("% GDP")
    ((1000000000, 'đồng'), (1000000, 'thuê bao'), (1, '% GDP'))
    """
    known = values("magnitudes")
    words = without_plural(unit or "").split()
    for length in (2, 1):
        head = " ".join(words[:length])
        if head in known and len(words) > length and unit:
            return int(known[head]), " ".join(unit.split()[length:])
    return 1, unit


def _longer(target: Target, reading: Reading, row: Row) -> Target:
    """A target whose row was broken in two, with both rows as its evidence."""
    rest = columns.text(reading, row.cells["indicator"]) if "indicator" in row.cells else ""
    lead = target.responsible + tuple(b for b in bodies(reading, row.cells.get("lead")) if b not in target.responsible)
    return replace(
        target,
        indicator=f"{target.indicator} {rest}".rstrip(" .;"),
        responsible=lead,
        evidence=(*target.evidence, reading.evidence(row.unit.start, row.unit.end, row.unit.place)),
    )
