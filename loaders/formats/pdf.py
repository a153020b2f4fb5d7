"""PDF files with a text layer: paragraphs in reading order with their pages, tables as rows, over page breaks.

A scanned PDF has no text to read and is refused; so is one that needs a password.
"""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from kg.errors import SourceError
from kg.model import Block, Source
from loaders.formats import headlines, legacy, pdfchars, pdfcolumns, pdfgrid, pdfletter, pdflines, pdfruled, scattered
from loaders.formats.blocks import CellText, Composer, is_unfinished
from loaders.formats.pdfchars import Page
from loaders.formats.pdfgrid import Line, Row, Slot, Table
from loaders.formats.pdflines import Measure
from loaders.read import described

MEDIA_TYPE = "application/pdf"
_FEWEST_CHARACTERS = 20  # on a page that is more than a picture
_TELLING_WORDS = 8  # letters from which the first run of a line is taken for the words of that page alone
_HEAD_MARK = re.compile(r"S?TT|Số TT|Số thứ tự", re.IGNORECASE)
_TELLING = 5  # rows from which a column that none leaves blank is one that always says something
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVXLC]{1,6}|[A-H])[.)]?")

_Item = Line | Table


def read(data: bytes, where: str) -> Source:
    """The source of a PDF; digests are left to the caller.

    Raises SourceError where it is damaged, cut off, needs a password, is scanned (pictures of pages without text), or
    has its letters in an order that tells no words.
    """
    with _opened(data, where) as document:
        pages = [pdfchars.page(document, index) for index in range(len(document))]
        title = (document.get_metadata_dict().get("Title") or "").strip()
    _refuse_scanned(pages, where)
    pdflines.without_running_heads(pages)
    pdflines.without_spills(pages)
    composer = Composer()
    _compose(_joined_tables(list(_items(pages))), pages, composer)
    text, blocks = composer.finish()
    if not blocks:
        raise SourceError(f"{where}: there is no text in the PDF, only page numbers; give a version with text")
    scattered.refuse(text, where)
    found = described(Source(where, text, blocks, MEDIA_TYPE, page_starts=tuple(_page_starts(pages, text, blocks))))
    if found.title is None and headlines.is_headline(title):
        from dataclasses import replace

        return replace(found, title=" ".join(title.split()))
    return found


def _page_starts(pages: list[Page], text: str, blocks: tuple[Block, ...]) -> Iterator[int]:
    """Where each page but the first begins in the text: with a block of it, or inside one that began a page before.

    Inside a block it is at the first words from the page's top that the text has there.
    """
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    letters = "".join(text[at] for at in solid)
    above = 0
    for page in pages[1:]:
        first = next((block.start for block in blocks if (block.page or 1) >= page.number), len(text))
        last = max([above, *(block.start for block in blocks if (block.page or 1) < page.number)])
        begin, end = bisect_right(solid, last), bisect_right(solid, first)
        tops = ("".join(line.runs[0].text.split()) for line in pdfgrid.lines(page.runs))
        places = (letters.find(words, begin, end) for words in tops if len(words) >= _TELLING_WORDS)
        above = next((solid[place] for place in places if place >= 0), first)
        yield above


@contextlib.contextmanager
def _opened(data: bytes, where: str) -> Iterator[Any]:
    import pypdfium2

    if b"%%EOF" not in data:
        raise SourceError(f"{where}: the PDF is truncated: its end (%%EOF) is missing; get the file again")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise SourceError(f"{where}: the PDF needs a password; save a copy without one") from None
        raise SourceError(f"{where}: the PDF is damaged ({error}); get the file again") from None
    try:
        if not len(document):
            raise SourceError(f"{where}: the PDF has no pages; get the file again")
        yield document
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{where}: a page of the PDF is damaged ({error}); get the file again") from None
    finally:
        document.close()


def _refuse_scanned(pages: list[Page], where: str) -> None:
    lengths = [sum(len(run.text) for run in page.runs) for page in pages]
    pictures = [
        page.number for page, length in zip(pages, lengths, strict=True) if page.picture and length < _FEWEST_CHARACTERS
    ]
    if not sum(lengths) or (pictures and sum(lengths) < _FEWEST_CHARACTERS):
        how = "it is scanned" if pictures else "its letters are drawings"
        raise SourceError(
            f"{where}: no text in the PDF, {how} ({len(pages)} pages); run text recognition over it (for example "
            "ocrmypdf -l vie) or give the DOCX or HTML of the document"
        )
    inner = [number for number in pictures if 1 < number < len(pages)]
    if inner:
        listed = ", ".join(map(str, inner[:8]))
        raise SourceError(
            f"{where}: pages {listed} are scanned pictures without text, their facts would be missing; run text "
            "recognition over the PDF (for example ocrmypdf -l vie --skip-text)"
        )


# ── from pages to tables and lines ───────────────────────────────────────────────────────────────────────────────────


def _items(pages: list[Page]) -> Iterator[list[_Item]]:
    """Of each page its lines and tables, from the top."""
    above: Table | None = None
    piece: Table | None = None  # the latest table without rules
    signed: pdfletter.Signature | None = None
    for page in pages:
        tables, runs = pdfruled.tables(page)
        letter, free, signed = pdfletter.tables(page, pdfgrid.lines(runs), signed)
        found: list[_Item] = [*tables, *letter]
        # lines on both sides of a whole table are no region of columns together
        borders = [table.top for table in [*tables, *letter]]
        stretches: dict[int, list[Line]] = {}
        for line in free:
            stretches.setdefault(sum(top < line.y for top in borders), []).append(line)
        for place, lines in sorted(stretches.items()):
            in_columns, rest = pdfcolumns.tables(page.number, lines, above, at_top=place == 0)
            found.extend(in_columns)
            found.extend(rest)
        found.sort(key=lambda item: item.y if isinstance(item, Line) else item.top)
        for item in found:
            if isinstance(item, Table) and not item.ruled and not item.whole:
                _know_head(item, piece)
                piece = item
        last = found[-1] if found else None
        above = last if isinstance(last, Table) and not last.whole else None
        yield found


def _joined_tables(pages: list[list[_Item]]) -> list[list[_Item]]:
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


def _know_head(table: Table, before: Table | None) -> None:
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


# ── into the text ────────────────────────────────────────────────────────────────────────────────────────────────────


def _compose(pages: list[list[_Item]], sources: list[Page], composer: Composer) -> None:
    body = [[item for item in items if isinstance(item, Line)] for items in pages]
    measures = pdflines.measures(sources, body)
    indents = _indents(body, measures)
    open_paragraph: list[Line] = []
    began = 0

    def close() -> None:
        if open_paragraph:
            composer.paragraph(_unicode(pdflines.text(open_paragraph)), page=began)
            open_paragraph.clear()

    for source, items, measured in zip(sources, pages, measures, strict=True):
        stretch: list[Line] = []
        for item in [*items, None]:
            if isinstance(item, Line):
                stretch.append(item)
                continue
            for number, paragraph in enumerate(pdflines.paragraphs(stretch, measured)):
                overleaf = number == 0 and open_paragraph and began != source.number and items[0] is paragraph[0]
                if overleaf and pdflines.goes_on_overleaf(open_paragraph[-1], paragraph[0], measured, indents):
                    open_paragraph.extend(paragraph)
                    continue
                close()
                open_paragraph.extend(paragraph)
                began = source.number
            stretch = []
            if item is not None:
                close()
                _put_table(item, composer)
    close()


def _indents(body: list[list[Line]], measures: list[Measure]) -> bool:
    """Whether the document's paragraphs begin with an indent: a good part of its lines do."""
    places = [line.x0 - measured.left for lines, measured in zip(body, measures, strict=True) for line in lines]
    return sum(12 < place < 60 for place in places) > 0.12 * len(places)


def _put_table(table: Table, composer: Composer) -> None:
    number = composer.table()
    for row in table.rows:
        cells = [
            CellText(_unicode(pdflines.text(slot.lines)), slot.column, slot.colspan, slot.continued)
            for slot in row.slots
        ]
        composer.row(cells, number, header=row.header, page=row.page)


def _unicode(text: str) -> str:
    return legacy.repair(text)[0]
