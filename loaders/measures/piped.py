"""Targets in tables that a page prints run together, with bars between the cells: "1 | Tỷ lệ … | % | ≥ 80 | 2 | …".

Such a stretch has lost its rows, and often its headings too. Rows are told by their numbers, which go on by one; what a
cell holds is told by what stands in it: values, a unit, a body, and the name of the indicator before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Comparator, Target
from loaders.measures.courses import Course
from loaders.measures.indicators import shortened
from loaders.measures.statements import lowered
from loaders.reading import Reading
from loaders.words import ordered
from loaders.words.figures import number

_CELL = re.compile(r"[^|\n]*")
_LEAST_BARS = 4
_SEVERAL = 2
_NUMBER = re.compile(r"\s*(?P<major>\d{1,3})(?:\.(?P<minor>\d{1,2}))?[.)]?\s*")
_VALUE = re.compile(
    r"\s*(?P<how>>=|<=|≥|≤|>|<|=|toi thieu|it nhat|tren|duoi|toi da|khong qua|khoang|dat)?\s*"
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)(?:\s*-\s*(?P<upper>\d+(?:[.,]\d+)?))?\s*(?P<unit>%?[^\d;|]{0,40}?)\s*(?:;|\Z)"
)
_HOW: dict[str, Comparator] = {
    ">=": ">=", "≥": ">=", "<=": "<=", "≤": "<=", ">": ">", "<": "<", "toi thieu": ">=", "it nhat": ">=", "tren": ">",
    "duoi": "<", "toi da": "<=", "khong qua": "<=",
}  # fmt: skip
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu)\b")
_BACK = 6  # units above a table in which it is announced
_LONGEST_UNIT = 5  # words
_YEAR = len("2030")
_LEAST_NAME = 2


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[int, int], ...]  # without the one of its number

    @property
    def start(self) -> int:
        return self.cells[0][0]


def targets(reading: Reading, course: Course) -> Iterator[Target]:
    """The targets of the run-together tables of a source, in their order; tables that no goal announces are left."""
    if "|" not in reading.folded:
        return
    for block in reading.source.blocks:
        if reading.folded.count("|", block.start, block.end) < _LEAST_BARS:
            continue
        rows = _rows(reading, block.start, block.end)
        if block.kind == "row" and len(rows) < _SEVERAL:
            continue  # a row that has kept its cells: its table's headings say what they hold
        times = _announced(reading, rows[0].start) if rows else None
        set_by = _setter(reading, rows[0].start, course) if times is not None else None
        for row in rows if times is not None else ():
            yield from _of_row(reading, row, times or [], set_by)


def _rows(reading: Reading, start: int, end: int) -> list[_Row]:
    """The rows of a stretch, each from the cell after its number on."""
    cells = [cell.span() for cell in _CELL.finditer(reading.source.text, start, end) if cell[0].strip()]
    starts: list[int] = []
    last: tuple[int, int] | None = None
    for index, (begin, stop) in enumerate(cells):
        found = _NUMBER.fullmatch(reading.source.text, begin, stop)
        if found is None:
            continue
        mark = int(found["major"]), int(found["minor"] or 0)
        if last is None or mark in ((last[0] + 1, 0), (last[0], last[1] + 1)):
            if starts and index - starts[-1] <= _LEAST_NAME and not mark[1]:
                continue  # a value that happens to be the next number
            starts.append(index)
            last = mark
    if not starts:
        return []
    ends = [*starts[1:], len(cells)]
    return [_Row(tuple(cells[a + 1 : b])) for a, b in zip(starts, ends, strict=True) if b - a > _LEAST_NAME]


def _announced(reading: Reading, start: int) -> list[str] | None:
    """The times that the lines above a table give, the nearest line first; None where none of them speaks of goals."""
    index = ordered.index(reading.units, start + 1) - 1
    above = [unit for unit in reading.units[max(0, index - _BACK) : index] if unit.end <= start]
    if not any(_GOALS.search(reading.folded, unit.start, unit.end) for unit in above):
        return None
    others: list[str] = []
    for unit in reversed(above):
        documents = ordered.within(reading.documents, unit.start, unit.end)
        periods = [
            period
            for period in ordered.within(reading.periods, unit.start, unit.end)
            if not any(document.start <= period.start < document.end for document in documents)
        ]
        times = sorted({period.value for period in periods if period.value and len(period.value) == _YEAR})
        if times and any(reading.folded.startswith(("den", "giai doan"), period.start) for period in periods):
            return times
        others = others or times
    return others


def _setter(reading: Reading, start: int, course: Course) -> str | None:
    """What sets the targets of a table: the source's own document, else the one named last above the table."""
    if reading.own is not None:
        return reading.own.id
    index = ordered.index(reading.units, start + 1) - 1
    begin = reading.units[max(0, index - _BACK)].start
    above = ordered.within(reading.documents, begin, start)
    return above[-1].id if above else course.set_by


def _of_row(reading: Reading, row: _Row, times: list[str], set_by: str | None) -> Iterator[Target]:
    """The targets of a row: one for each value, one without a value where it says in words what is to be."""
    text, folded = reading.source.text, reading.folded
    name, *rest = row.cells
    found = [(span, list(_VALUE.finditer(folded, *span))) for span in rest]
    columns = [(span, values) for span, values in found if values and _covers(folded, span, values)]
    before = columns[0][0][0] if columns else rest[1][0] if len(rest) > 1 else 0
    unit = next((" ".join(text[a:b].split()) for a, b in rest if _is_unit(reading, a, b, before)), None)
    if len(text[slice(*name)].split()) < _LEAST_NAME or not (columns or (unit and len(rest) > _LEAST_NAME)):
        return
    begin = name[1] - len(text[slice(*name)].lstrip())
    end = columns[-1][0][1] if columns else rest[1][1]
    base = Target(
        indicator=shortened(lowered(" ".join(text[slice(*name)].split()).rstrip(" .;"))),
        unit=unit,
        period=times[-1] if times and len(columns) <= 1 else None,
        responsible=tuple(agency.name for agency in ordered.within(reading.agencies, *rest[-1])),
        set_by=set_by,
        evidence=(reading.evidence(begin, begin + len(text[begin:end].rstrip())),),
        confidence=0.85,
    )
    if not columns:
        yield replace(base, value_text=" ".join(text[slice(*rest[1])].split()))
    for column, (_, values) in enumerate(columns):
        headed = replace(base, period=times[column] if len(times) == len(columns) else base.period)
        yield from (_valued(reading, match, headed) for match in values)


def _valued(reading: Reading, match: re.Match[str], base: Target) -> Target:
    printed = reading.source.text[match.start("unit") : match.end("unit")].strip()
    scope = printed if printed[:1].isupper() else None
    return replace(
        base,
        value=number(match["value"]),
        value_text=reading.source.text[match.start() : match.end("unit")].strip(),
        unit=base.unit if scope or not printed else printed,
        comparator=_HOW.get(match["how"] or "", "="),
        upper=number(match["upper"]) if match["upper"] else None,
        scope=scope,
    )


def _covers(folded: str, span: tuple[int, int], found: list[re.Match[str]]) -> bool:
    """Whether a cell holds values and nothing else."""
    return sum(match.end() - match.start() for match in found) >= len(folded[slice(*span)].rstrip())


def _is_unit(reading: Reading, start: int, end: int, before: int) -> bool:
    """Whether a cell before the values holds a unit: short, without a figure and without a body."""
    words = reading.source.text[start:end].split()
    return end <= before and 0 < len(words) <= _LONGEST_UNIT and _VALUE.match(reading.folded, start, end) is None
