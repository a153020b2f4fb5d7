"""PDF files with a text layer: paragraphs in reading order with their pages, tables as rows, over page breaks.

A scanned PDF has no text to read and is refused; so is one that needs a password.
"""

from __future__ import annotations

import contextlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

from kg.errors import SourceError
from kg.model import Block, Source
from loaders.formats import (
    headlines,
    legacy,
    pdfchars,
    pdfcolumns,
    pdfgrid,
    pdfletter,
    pdflines,
    pdfoverleaf,
    pdfruled,
    scattered,
)
from loaders.formats.blocks import CellText, Composer
from loaders.formats.pdfchars import Page
from loaders.formats.pdfgrid import Line, Table
from loaders.formats.pdflines import Measure
from loaders.read import described

MEDIA_TYPE = "application/pdf"
_FEWEST_CHARACTERS = 20  # on a page that is more than a picture
_TELLING_WORDS = 8  # letters from which the first run of a line is taken for the words of that page alone

_Item = Line | Table


def read(data: bytes, where: str) -> Source:
    """The source of a PDF; digests are left to the caller.

    Raises SourceError where it is damaged, cut off, needs a password, is scanned (pictures of pages without text), or
    has its letters in an order that tells no words.
    """
    with _opened(data, where) as document:
        pages = [pdfchars.page(document, index) for index in range(len(document))]
        title = _title(document)
    _refuse_scanned(pages, where)
    pdflines.without_running_heads(pages)
    pdflines.without_spills(pages)
    composer = Composer()
    _compose(pdfoverleaf.joined(list(_items(pages))), pages, composer)
    text, blocks = composer.finish()
    if not blocks:
        raise SourceError(f"{where}: there is no text in the PDF, only page numbers; give a version with text")
    scattered.refuse(text, where)
    found = described(Source(where, text, blocks, MEDIA_TYPE, page_starts=tuple(_page_starts(pages, text, blocks))))
    if found.title is None and headlines.is_headline(title):
        return replace(found, title=" ".join(title.split()))
    return found


def _title(document: Any) -> str:
    """The title that the file tells; "" where it tells none, or half characters."""
    try:
        return str(document.get_metadata_value("Title")).strip()
    except UnicodeDecodeError:
        return ""


def _page_starts(pages: list[Page], text: str, blocks: tuple[Block, ...]) -> Iterator[int]:
    """Where each page but the first begins in the text: with a block of it, or inside one that began a page before.

    Inside a block it is at the first words from the page's top that the text has there.
    """
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    letters = "".join(text[at] for at in solid)
    highest = list(accumulate((block.page or 1 for block in blocks), max))
    lowest = list(accumulate((block.page or 1 for block in reversed(blocks)), min))[::-1]
    above = 0
    for page in pages[1:]:
        after, before = bisect_left(highest, page.number), bisect_left(lowest, page.number)
        first = blocks[after].start if after < len(blocks) else len(text)
        last = max(above, blocks[before - 1].start if before else 0)
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
                pdfoverleaf.know_head(item, piece)
                piece = item
        last = found[-1] if found else None
        above = last if isinstance(last, Table) and not last.whole else None
        yield found


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
