"""Cells of table rows, and what a column holds by its heading.

Headings are matched against `loaders/tables/columns.txt`; a column may also be headed by a year.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.model import Block, Cell
from loaders.reading import Period, Reading
from loaders.tables import values
from loaders.times import cited
from loaders.words.ordered import within

_LONGEST_HEADING = 90
_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxl]+)[.)]?")
_YEARS = re.compile(r"\b(?:nam\s+)?(20\d\d)(?:\s*-\s*(20\d\d))?\b")
_ACHIEVED = re.compile(r"(?:uoc\s+)?(?:thuc hien|hien trang|ket qua (?:thuc hien|dat duoc)|da dat)\b")
_MEASURED = re.compile(  # beside a column of aims: what was reached, "Ước thực hiện 2025"
    r"(?:uoc )?(?:ket qua )?(?:thuc hien|dat duoc|da dat|hien trang|ket qua|luy ke|thuc te)\b"
    r"(?! (?:nhiem vu|don vi|co quan|dau ra|san pham))"
)
_MONTHS = re.compile(r"\b(?P<n>\d{1,2}) thang\b")
_PLANNED = re.compile(
    r"(?:ke hoach|muc tieu|chi tieu|muc) (?:giao|duoc giao|nam|de ra|dat ra|20\d\d)\b|ke hoach|muc tieu"
)
_OF_TIME = re.compile(r"\b(?:nam|den|giai doan|thoi ky|thuc hien|trong|quy|thang|nhiem vu|muc tieu|chi tieu|cac)\b")


def text(reading: Reading, cell: Cell) -> str:
    """What a cell prints, white space as single spaces."""
    return " ".join(reading.source.text[cell.start : cell.end].split())


def folded(reading: Reading, cell: Cell) -> str:
    """The same, folded."""
    return " ".join(reading.folded[cell.start : cell.end].split())


def period(reading: Reading, cell: Cell) -> Period | None:
    """The time that a cell names: one that recurs where it begins with that, else the last."""
    names = cited.names(reading.folded, cell.start, cell.end)
    found = [
        p
        for p in within(reading.periods, cell.start, cell.end)
        if p.end <= cell.end and not cited.inside(names, p.start, p.end)
    ]
    if found and found[0].recurrence and not found[0].value:
        return found[0]
    valued = [p for p in found if p.value and not p.recurrence]
    if found:
        return valued[-1] if valued else found[-1]
    others = _YEARS.finditer(reading.folded, cell.start, cell.end)
    years = next((one for one in others if not cited.inside(names, *one.span())), None)
    if years:
        return Period(years.start(), years.end(), years[2] or years[1], years[1] if years[2] else None)
    return None


def named(reading: Reading, block: Block) -> tuple[dict[int, str], dict[int, str]]:
    """What each column holds, by its heading, and the year that one is headed by; empty where it is no such row."""
    found: dict[int, str] = {}
    periods: dict[int, str] = {}
    filled = known = 0
    planned: set[int] = set()
    reached: set[int] = set()
    for cell in block.cells:
        said = heading(reading, cell)
        if not said:
            continue
        if len(said) > _LONGEST_HEADING or _NUMBERED.fullmatch(said):
            return {}, {}  # a row of a long text, or one that is numbered, names no columns
        filled += 1
        kind, year = _kind(said)
        reach = range(cell.column, cell.column + cell.colspan)
        if _MEASURED.match(said):
            reached |= {*reach}
            year = year or _measured_in(reading, cell)
        elif _PLANNED.match(said):
            planned |= {*reach}
        known += kind is not None and (kind != "value" or year is None)
        for column in reach:
            if kind:
                found[column] = kind
            if year:
                periods[column] = year
    if "indicator" in found.values() and "task" not in found.values():
        found = _of_targets(found, planned, reached)
    if known < 2 or 2 * len(found) < filled:
        return {}, {}
    return found, {column: year for column, year in periods.items() if found.get(column) in ("value", "measured")}


def _measured_in(reading: Reading, cell: Cell) -> str | None:
    """The time that the heading of a column of results names: "6 tháng" is of the year in which the source reports."""
    told = period(reading, cell)
    if told is not None and told.value:
        return told.value
    months, year = _MONTHS.search(reading.folded, cell.start, cell.end), reading.told.year
    count = int(months["n"]) if months else 0
    if not year or not 0 < count < 12:
        return None
    half = {3: f"{year}-Q1", 6: f"{year}-S1"}
    return half.get(count, f"{year}-01-01/P{count}M")


def _of_targets(found: dict[int, str], planned: set[int], reached: set[int]) -> dict[int, str]:
    """The columns of a table of targets: what stands beside the indicator's column as result or aim is its value.

    Beside a column of aims, those of `reached` hold what was measured.
    """
    main = min(column for column, kind in found.items() if kind == "indicator")
    aims = {column for column, kind in found.items() if kind in ("value", "indicator")} | planned
    if aims - reached - {main} and reached - {main}:
        found = found | dict.fromkeys(planned - {main}, "value") | dict.fromkeys(reached - {main}, "measured")
    other = "result" if "value" not in found.values() else None
    return {
        column: "value" if kind == other or (kind == "indicator" and column != main) else kind
        for column, kind in found.items()
    }


def heading(reading: Reading, cell: Cell) -> str:
    return re.sub(r"\s*/\s*", ", ", folded(reading, cell).strip(" .:*"))


@lru_cache(maxsize=1024)
def _kind(heading: str) -> tuple[str | None, str | None]:
    """What a column with this heading holds, and the year in it."""
    known = values("columns")
    years = _YEARS.search(heading)
    year = (years[2] or years[1]) if years else None
    if year and _ACHIEVED.match(heading):
        return None, None  # what was reached in that year is no aim
    found = _known_heading().findall(heading)
    phrases = [p for p in found if p == heading or 3 < len(p) >= 0.3 * len(heading)]
    if phrases:
        return known[max(phrases, key=len)], year
    return ("value" if year else None), year


@cache
def _known_heading() -> re.Pattern[str]:
    """Finds the phrases of the table of headings at each word of a heading, of several the longest."""
    longest_first = sorted(values("columns"), key=len, reverse=True)
    return re.compile(rf"\b(?=({'|'.join(map(re.escape, longest_first))})\b)")


def assign(columns: dict[int, str]) -> bool:
    kinds = set(columns.values())
    return ("task" in kinds and bool(kinds & {"lead", "deadline", "help"})) or (
        "indicator" in kinds and bool(kinds & {"unit", "value", "lead"})
    )


def _is_time(heading: str) -> bool:
    """Whether a heading is nothing but a year, with the words around it."""
    return not re.search(r"\w", _OF_TIME.sub("", _YEARS.sub("", heading)))


def parted(reading: Reading, block: Block) -> dict[int, tuple[str, str | None]]:
    """What the columns hold by a row right below the headings that parts one of them; empty where it is no such row.

    "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", "Lộ trình" over "2026", "2027" and "2030": kind and year.
    """
    found: dict[int, tuple[str, str | None]] = {}
    for cell in block.cells:
        said = heading(reading, cell)
        if cell.continued or not said:
            continue
        kind, year = _kind(said) if len(said) <= _LONGEST_HEADING else (None, None)
        if kind is None or kind in ("number", "task", "indicator") or (year and not _is_time(said)):
            return {}
        for column in range(cell.column, cell.column + cell.colspan):
            found[column] = (kind, year)
    return found if len(found) > 1 else {}
