"""One document written in every format: the same paragraphs and tables as DOCX, HTML, PDF and tabbed text.

The writers are our own and write as office programs do: cells that are merged, tables that run over page breaks with
their head repeated or not, rows cut in the middle, annexes on turned pages. `parts_of` takes a DOCX apart again, so
that a real one can be had in the other formats.
"""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pdf_making import Paper


@dataclass(frozen=True)
class Box:
    """A cell with the columns and rows that it covers."""

    text: str
    across: int = 1
    down: int = 1


Row = tuple[Box, ...]


@dataclass(frozen=True)
class Sheet:
    """A table: of each row the cells that begin in it, from the left; the first `heads` rows name the columns."""

    rows: tuple[Row, ...]
    heads: int = 1

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(box.across + column for row in self.placed() for column, box in row)

    def placed(self) -> list[list[tuple[int, Box]]]:
        """Of each row its cells with their columns, those that reach down from above skipped."""
        busy: dict[int, int] = {}  # column → rows that are still covered
        found = []
        for row in self.rows:
            here: list[tuple[int, Box]] = []
            below: dict[int, int] = {}
            column = 0
            for box in row:
                while busy.get(column, 0) > 0:
                    column += 1
                here.append((column, box))
                for covered in range(column, column + box.across):
                    below[covered] = box.down
                column += box.across
            busy = {column: left - 1 for column, left in (busy | below).items() if left > 1}
            found.append(here)
        return found


Part = str | Sheet


def sheet(*rows: Sequence[str | Box], heads: int = 1) -> Sheet:
    """A table by its rows; a text is a cell of one column and row."""
    return Sheet(tuple(tuple(Box(c) if isinstance(c, str) else c for c in row) for row in rows), heads)


def parts_of(path: Path) -> list[Part]:
    """The paragraphs and tables of a DOCX without merged cells, line breaks within a paragraph as new lines."""
    import docx
    from docx.table import Table

    parts: list[Part] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if not isinstance(block, Table):
            parts.append(block.text)
            continue
        # one question a row: `table.cell(row, column)` looks through the whole table each time
        parts.append(sheet(*[[" ".join(cell.text.split()) for cell in row.cells] for row in block.rows]))
    return parts


def merged(table: Sheet, *, titles: bool = True, down: Sequence[int] = ()) -> Sheet:
    """The table as a clerk would have it: rows with one title over all columns, like cells below each other as one.

    `down` names the columns whose neighbours of one text become one cell.
    """
    width = table.width
    rows = [list(row) for row in table.rows]
    kept = [dict(enumerate(row)) for row in rows]
    is_title = [len(row) == width and not any(box.text for box in row[2:]) and bool(row[1].text) for row in rows]
    for number, row in enumerate(rows):
        if titles and is_title[number] and row[0].text.rstrip(".").isalpha():
            kept[number] = {0: row[0], 1: Box(row[1].text, width - 1)}
    for column in down:
        above: int | None = None
        for number in range(table.heads, len(rows)):
            text = rows[number][column].text
            if is_title[number] or not text or not rows[number][0].text:
                above = None
            elif above is not None and rows[above][column].text == text:
                kept[above][column] = Box(text, 1, number - above + 1)
                del kept[number][column]
            else:
                above = number
    return Sheet(tuple(tuple(row[column] for column in sorted(row)) for row in kept), table.heads)


# ── DOCX ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def as_docx(parts: Sequence[Part]) -> bytes:
    """The document as Word saves it; merged cells are gridSpan and vMerge."""
    import docx

    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        made = document.add_table(len(part.rows), part.width)
        cells = [list(row.cells) for row in made.rows]
        for number, row in enumerate(part.placed()):
            for column, box in row:
                cell = cells[number][column]
                if box.across > 1 or box.down > 1:
                    cell = cell.merge(cells[number + box.down - 1][column + box.across - 1])
                cell.text = box.text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


# ── HTML ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def as_html(parts: Sequence[Part], *, thead: bool = False, paragraphs: bool = False) -> bytes:
    """The document as a page: tables as <table> with colspan and rowspan.

    `thead` sets the heads apart as <thead> with <th>; `paragraphs` puts the text of a cell into <p>, as Word does.
    """
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" if part.strip() else "<p>&nbsp;</p>")
            continue
        rows = []
        for number, row in enumerate(part.rows):
            tag = "th" if thead and number < part.heads else "td"
            cells = []
            for box in row:
                spans = f' colspan="{box.across}"' * (box.across > 1) + f' rowspan="{box.down}"' * (box.down > 1)
                text = html.escape(box.text)
                cells.append(f"<{tag}{spans}>{f'<p>{text}</p>' if paragraphs else text}</{tag}>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        head = f"<thead>{''.join(rows[: part.heads])}</thead>" if thead else ""
        rest = rows[part.heads :] if thead else rows
        body.append(f'<table border="1">{head}<tbody>{chr(10).join(rest)}</tbody></table>')
    page = "\n".join(body)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title></head>'
        f"<body><main>{page}</main></body></html>"
    ).encode()


# ── tabbed text ──────────────────────────────────────────────────────────────────────────────────────────────────────


def as_text(parts: Sequence[Part]) -> bytes:
    """The document as plain text: a row is a line with a tab between its cells; what is merged below stays empty."""
    lines = []
    for part in parts:
        if isinstance(part, str):
            lines += [part, ""]
            continue
        for row in part.placed():
            cells = [""] * part.width
            for column, box in row:
                cells[column] = box.text
            lines.append("\t".join(cells))
        lines.append("")
    return "\n".join(lines).encode()


def as_stacked_text(parts: Sequence[Part]) -> bytes:
    """The document as an office program saves it as text: a line a cell, a title alone."""
    lines = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
            continue
        for row in part.placed():
            titled = any(box.across > 1 for _, box in row)
            cells = {column: box.text for column, box in row}
            lines += [cells.get(column, "") for column in (cells if titled else range(part.width))]
        lines.append("")
    return "\n".join(lines).encode()


# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

_LEFT, _TOP, _MARGIN = 72.0, 76.0, 60.0
_SIZE, _SMALL = 12.0, 10.0
_PAD = 4.0


def as_pdf(
    parts: Sequence[Part],
    *,
    head_again: bool = False,
    ruled: bool = True,
    cut_rows: bool = True,
    turned: bool = False,
    numbered: bool = True,
    foot: float = 0.0,
) -> bytes:
    """The document as a word processor prints it.

    `head_again` repeats the heads of a table on each page, `cut_rows` lets a row break between two lines, `turned` puts
    tables on pages of their own in landscape, `numbered` prints page numbers, `foot` makes pages shorter.
    """
    return _Print(head_again, ruled, cut_rows, turned, numbered, foot).whole(parts)


@dataclass
class _Print:
    head_again: bool
    ruled: bool
    cut_rows: bool
    turned: bool
    numbered: bool
    foot: float

    def whole(self, parts: Sequence[Part]) -> bytes:
        self.paper = Paper()
        self.y = 0.0
        self._page(turned=False)
        for part in parts:
            if isinstance(part, str):
                if self.paper.width > self.paper.height:
                    self._page(turned=False)
                self._paragraph(part)
            else:
                if self.turned:
                    self._page(turned=True)
                _Table(self, part).put()
                self.y += 14
        return self.paper.bytes()

    def page(self) -> None:
        """Begins a page like the one at hand."""
        self._page(turned=self.paper.width > self.paper.height)

    def _page(self, *, turned: bool) -> None:
        self.paper.page(turned=turned)
        if self.numbered and len(self.paper.pages) > 1:
            self.paper.text(self.paper.width / 2 - 6, 40, str(len(self.paper.pages)), 11)
        self.y = _TOP

    @property
    def bottom(self) -> float:
        """The lowest baseline of a page."""
        return self.paper.height - _MARGIN - self.foot

    def _paragraph(self, text: str) -> None:
        room = int((self.paper.width - 2 * _LEFT) / (_SIZE / 2))
        for line in text.split("\n"):
            for piece in _wrapped(line, room):
                if self.y > self.bottom:
                    self.page()
                self.paper.text(_LEFT, self.y, piece, _SIZE)
                self.y += 1.4 * _SIZE
            self.y += 7


class _Table:
    """A table being set: rows of lines, with a rule around each cell."""

    def __init__(self, print_: _Print, table: Sheet) -> None:
        self.print = print_
        self.table = table
        self.placed = table.placed()
        self.step = 1.3 * _SMALL
        self.xs = self._columns()

    def _columns(self) -> list[float]:
        """The left edges of the columns and the right end: as wide as what stands in them, each word whole."""
        room = self.print.paper.width - _LEFT - 40
        least = [30.0] * self.table.width
        wish = [30.0] * self.table.width
        for row in self.placed:
            for column, box in row:
                if box.across == 1:
                    longest = max(map(len, box.text.split()), default=1)
                    least[column] = max(least[column], longest * _SMALL / 2 + 2 * _PAD + 1)
                    wish[column] += len(box.text)
        spare = room - sum(least)
        assert spare > 0, "the longest words do not fit beside each other"
        xs = [40.0]
        for width, own in zip(least, wish, strict=True):
            xs.append(xs[-1] + width + spare * own / sum(wish))
        return xs

    def put(self) -> None:
        """Sets all rows, over as many pages as they need."""
        self.open: dict[int, tuple[int, int]] = {}  # column → (rows that its merged cell still covers, columns)
        if self.print.y + 3 * self.step > self.print.bottom:
            self.print.page()
        for number in range(len(self.placed)):
            self._row(number)

    def _row(self, number: int) -> None:
        cells = {
            column: (box, _wrapped(box.text, int((self.xs[column + box.across] - self.xs[column] - 2 * _PAD) / 5)))
            for column, box in self.placed[number]
        }
        waiting = {column: list(lines) for column, (_, lines) in cells.items()}
        tall = max((len(lines) for lines in waiting.values()), default=1)
        whole = not self.print.cut_rows and tall * self.step < 0.6 * self.print.bottom
        if self.print.y + (tall if whole else 1) * self.step + 6 > self.print.bottom:
            self._overleaf(number)
        first = True
        while first or any(waiting.values()):
            if not first:
                self._overleaf(number)
            fits = max(1, int((self.print.bottom - self.print.y - 6) / self.step))
            taken = min(fits, max((len(lines) for lines in waiting.values()), default=1) or 1)
            top = self.print.y
            for column, lines in waiting.items():
                for order, words in enumerate(lines[:taken]):
                    self.print.paper.text(self.xs[column] + _PAD, top + (order + 1) * self.step, words, _SMALL)
                del lines[:taken]
            self.print.y = top + taken * self.step + 6
            last = not any(waiting.values())
            self._rules(number, top, self.print.y, begins=first, ends=last)
            first = False
        self.open = {column: (left - 1, across) for column, (left, across) in self.open.items() if left > 1}
        for column, (box, _) in cells.items():
            if box.down > 1:
                self.open[column] = (box.down - 1, box.across)

    def _rules(self, number: int, top: float, bottom: float, *, begins: bool, ends: bool) -> None:
        if not self.print.ruled:
            self.print.y += 5
            return
        spans = {column: (box.across, box.down) for column, box in self.placed[number]}
        spans |= {column: (across, left) for column, (left, across) in self.open.items()}
        for column, (across, down) in spans.items():
            x0, x1 = self.xs[column], self.xs[column + across]
            self.print.paper.line(x0, top, x0, bottom).line(x1, top, x1, bottom)
            if column not in self.open or not begins or top == self.top_of_page:
                self.print.paper.line(x0, top, x1, top)
            if (ends and down == 1) or not ends or bottom + self.step > self.print.bottom:
                self.print.paper.line(x0, bottom, x1, bottom)

    top_of_page = _TOP

    def _overleaf(self, number: int) -> None:
        self.print.page()
        self.top_of_page = _TOP
        if self.print.head_again and number >= self.table.heads:
            kept, self.open = self.open, {}
            for head in range(self.table.heads):
                self._row(head)
            self.open = kept
            self.top_of_page = self.print.y


def _wrapped(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, max(4, room), break_on_hyphens=False)


def written(parts: Sequence[Part]) -> Iterator[tuple[str, bytes]]:
    """The document in each format, with the name of its file."""
    yield "van-ban.docx", as_docx(parts)
    yield "van-ban.html", as_html(parts)
    yield "van-ban.pdf", as_pdf(parts)
    yield "van-ban.txt", as_text(parts)
