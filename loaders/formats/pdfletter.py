"""The letterhead and the signature of an official letter on a PDF page: two cells beside each other, without rules.

The cells have steps and type sizes of their own, so that their lines stand at odds, and either may wrap anywhere: white
strips and steps tell little. What tells is the words that both begin with, and that the lines of a cell share their
middle or their left edge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.formats import official
from loaders.formats.pdfchars import Page, Run
from loaders.formats.pdfgrid import Line, Row, Slot, Table
from loaders.formats.pdflines import text

_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
_RECIPIENTS = re.compile(r"Nơi nhận\b")
_NUMBER = re.compile(r"(?:Luật\s+)?[Ss]ố\s*(?::|\d)")
_DAY = re.compile(r",\s*[Nn]gày\b")
_WHOLE_DAY = re.compile(r",\s*[Nn]gày\b.{0,20}tháng.{0,20}năm\s*\d{4}")
_SUBJECT = re.compile(r"\(?V/v\b", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)\b(?!.*[;,]$)")  # what follows the recipients on the same page
_LIST = re.compile(r"[-–+•*]")
_SLANT = 45.0  # points that a line of a list may stand in from its first
_ALIKE = 30.0  # points by which the middles of one cell's lines differ, where they are set by spaces
_TRUE = 8.0  # the same where they are set by the program
_ROOM = 10.0  # type sizes that a signature takes
_STEP = 3.6  # type sizes between the lines of one cell at the most


@dataclass(slots=True)
class _Cell:
    lines: list[Line] = field(default_factory=list)

    def fits(self, line: Line, tolerance: float) -> bool:
        """Whether the line stands below the others as the lines of a cell do: by its middle or its left edge."""
        first = self.lines[0]
        return abs(_middle(line) - _middle(first)) <= tolerance or any(abs(line.x0 - o.x0) <= 3 for o in self.lines)

    def step(self, line: Line) -> float:
        """How far below its last line the line stands, in type sizes."""
        return (line.y - self.lines[-1].y) / max(line.size, 1)


@dataclass(slots=True)
class Signature:
    """The recipients and the signature beside them; `open` where they reach the foot of the page."""

    left: _Cell
    right: _Cell
    table: Table
    open: bool = False

    @property
    def reach(self) -> float:
        """Where the recipients' lines end at the right."""
        return max(line.x1 for line in self.left.lines)

    @property
    def edge(self) -> float:
        """Where the signature's lines begin."""
        return min((line.x0 for line in self.right.lines), default=float("inf"))


def tables(page: Page, found: list[Line], above: Signature | None) -> tuple[list[Table], list[Line], Signature | None]:
    """The letterhead and the signature among the lines of a page, the other lines, and the signature for overleaf.

    `above` is the signature of the page before; what goes on with it is put into its cells.
    """
    rest = _goes_on(page, found, above) if above is not None and above.open else found
    made: list[Table] = []
    head = _letterhead(page, rest)
    if head is not None:
        made.append(head[0])
        rest = head[1]
    signed = _signature(page, rest)
    if signed is None:
        still = above if above is not None and above.open and not rest else None
        return made, rest, still
    made.append(signed[0].table)
    return made, signed[1], signed[0]


# ── the letterhead ───────────────────────────────────────────────────────────────────────────────────────────────────


def _letterhead(page: Page, found: list[Line]) -> tuple[Table, list[Line]] | None:
    """The issuer and its number on the left, the motto and the day on the right; None where a day is not found so."""
    at = next((i for i, line in enumerate(found) if line.y < page.height / 2 and _motto(line, page)), None)
    if at is None:
        return None
    motto = next(run for run in found[at].runs if _MOTTO.match(run.text))
    left, right = _Cell(), _Cell()
    edge, reach = motto.x0, 0.0
    taken: set[int] = set()
    above = [line for line in found[:at] if line.x1 < edge and motto.y - line.y < 1.5 * motto.size]
    for line in [*above, *found[at:]]:
        sides = _sides(line, edge, reach)
        if sides is None or not _goes_below(sides, left, right, page):
            break
        for cell, part in zip((left, right), sides, strict=True):
            if part is not None:
                cell.lines.append(part)
        edge = min([edge, *(part.x0 for part in right.lines)])
        reach = max([reach, *(part.x1 for part in left.lines)])
        taken.add(id(line))
    if not left.lines or not _WHOLE_DAY.search(text(right.lines)):
        return None
    table = _cells(page, left, right, edge)
    upper, lower = Row(table.rows[0].slots, page.number), Row([Slot(0, right=edge), Slot(1)], page.number)
    for number, begins in enumerate((_NUMBER.match, _DAY.search)):
        slot = upper.slots[number]
        cut = next((i for i, line in enumerate(slot.lines) if begins(line.text)), len(slot.lines))
        lower.slots[number].lines = slot.lines[cut:]
        slot.lines = slot.lines[:cut]
    table.rows = [upper, lower]
    return table, [line for line in found if id(line) not in taken]


def _motto(line: Line, page: Page) -> bool:
    return any(_MOTTO.match(run.text) and run.x0 > 0.25 * page.width for run in line.runs)


def _sides(line: Line, edge: float, reach: float) -> tuple[Line | None, Line | None] | None:
    """The parts of a line left and right of the strip between `reach` and `edge`; None where a run lies across it."""
    left: list[Run] = []
    right: list[Run] = []
    for run in line.runs:
        if run.x1 < edge - 2 and (run.x0 < reach or edge - run.x1 > run.x0 - reach or not reach):
            left.append(run)
        elif run.x0 > reach + 2:
            right.append(run)
        else:
            return None
    return Line(left, line.y) if left else None, Line(right, line.y) if right else None


def _goes_below(sides: tuple[Line | None, Line | None], left: _Cell, right: _Cell, page: Page) -> bool:
    """Whether a line below is of the letterhead: any until number and day are told, then what is set like them."""
    told = _WHOLE_DAY.search(text(right.lines)) is not None
    numbered = any(_NUMBER.match(line.text) for line in left.lines)
    alone = sides[0] is None or sides[1] is None
    last = max((line.y for cell in (left, right) for line in cell.lines), default=0.0)
    for cell, part in zip((left, right), sides, strict=True):
        if part is None or not cell.lines:
            continue
        if alone and official.is_document_type(part.text):
            return False
        centred = abs(_middle(part) - page.width / 2) < _TRUE < abs(_middle(cell.lines[0]) - page.width / 2)
        if (alone and centred) or part.y - last > 1.5 * _STEP * part.size:
            return False
        step = 3 if _SUBJECT.match(part.text) else 2  # a letter's subject may stand apart from its number
        if told and numbered and not (cell.fits(part, _TRUE) and cell.step(part) < step):
            return False
    return True


# ── the signature ────────────────────────────────────────────────────────────────────────────────────────────────────


def _signature(page: Page, found: list[Line]) -> tuple[Signature, list[Line]] | None:
    """The recipients on the left and the signature on the right; None where nothing stands beside the recipients."""
    at = next((i for i, line in enumerate(found) if _begins_recipients(line, page)), None)
    if at is None:
        return None
    signed = Signature(_Cell(), _Cell(), Table(page.number, [], [], found[at].y, found[at].y, False))
    taken: set[int] = set()
    last = at
    for last in range(at, len(found)):
        told = _take(page, found[last], signed)
        if told is None:
            return None
        if not told:
            break
        taken.add(id(found[last]))
    else:
        last = len(found)
    if not signed.right.lines:
        return None
    before: list[Line] = []
    for line in reversed(found[max(0, at - 3) : at]):  # its first lines may stand a little higher
        below = [*before, *signed.right.lines][0]
        if line.x0 < signed.reach or not signed.right.fits(line, _TRUE) or below.y - line.y > 2 * line.size:
            break
        if not line.text.isupper() or line.x0 < page.width / 3:
            break
        before.insert(0, line)
    signed.right.lines[:0] = before
    taken.update(map(id, before))
    signed.open = last == len(found)
    made = _cells(page, signed.left, signed.right, signed.edge)
    signed.table = made
    return signed, [line for line in found if id(line) not in taken]


def _begins_recipients(line: Line, page: Page) -> bool:
    return _RECIPIENTS.match(line.runs[0].text) is not None and line.x0 < 0.4 * page.width


def _take(page: Page, line: Line, signed: Signature) -> bool | None:
    """Puts the parts of a line into the cells; False where it belongs to neither, None where there are more cells."""
    left, right = signed.left, signed.right
    first = left.lines[0] if left.lines else line
    own = [run for run in line.runs if run.x0 <= first.x0 + _SLANT or _is_beside_mark(run, line)]
    others = [run for run in line.runs if run not in own]
    if own:
        part = Line(own, line.y)
        if _ANNEX.match(part.text) or part.x1 >= signed.edge or (left.lines and left.step(part) > _STEP):
            return False
    if others:
        part = Line(others, line.y)
        reach = max([run.x1 for run in own] + [o.x1 for o in left.lines])
        if part.x0 <= reach + 2:
            return False
        if len(others) > 1:
            return None
        if right.lines:
            centred = abs(_middle(part) - page.width / 2) < _TRUE and not right.fits(part, _TRUE)
            if centred or not right.fits(part, _ALIKE) or right.step(part) > _ROOM:
                return False
        elif (part.y - first.y) > 4 * part.size:
            return False
        right.lines.append(part)
    if own:
        left.lines.append(Line(own, line.y))
    return True


def _is_beside_mark(run: Run, line: Line) -> bool:
    """Whether the run is what a tab sets apart from the mark of a list."""
    first = line.runs[0]
    return run is not first and len(first.text) == 1 and bool(_LIST.match(first.text)) and run is line.runs[1]


def _goes_on(page: Page, found: list[Line], above: Signature) -> list[Line]:
    """The lines of a page without those at its top that go on with the signature of the page before."""
    rest = list(found)
    top = True
    while rest and _continues(page, rest[0], above, top=top):
        line = rest.pop(0)
        for run in line.runs:
            cell = above.right if run.x0 > above.reach else above.left
            cell.lines.append(Line([run], line.y))
        top = False
    for slot, cell in zip(above.table.rows[0].slots, (above.left, above.right), strict=True):
        slot.lines = list(cell.lines)
    return rest


def _continues(page: Page, line: Line, above: Signature, *, top: bool) -> bool:
    first = above.left.lines[0]
    for run in line.runs:
        part = Line([run], line.y)
        if run.x0 <= first.x0 + _SLANT and run.x1 < above.edge:
            if not top and above.left.lines[-1].y < line.y and above.left.step(part) > _STEP:
                return False
        elif run.x0 > above.reach and above.right.fits(part, _TRUE):
            if abs(_middle(part) - page.width / 2) < _TRUE:
                return False
        else:
            return False
    return True


# ── both ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _cells(page: Page, left: _Cell, right: _Cell, edge: float) -> Table:
    every = [*left.lines, *right.lines]
    slots = [Slot(0, lines=list(left.lines), right=edge), Slot(1, lines=list(right.lines), right=page.width)]
    columns = [min(line.x0 for line in left.lines), edge]
    return Table(
        page.number,
        columns,
        [Row(slots, page.number)],
        min(line.y for line in every),
        max(line.y for line in every),
        ruled=False,
        whole=True,
    )


def _middle(line: Line) -> float:
    return (line.x0 + line.x1) / 2
