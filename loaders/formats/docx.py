"""DOCX files: paragraphs and tables in reading order, as Word shows them.

Automatic numbers are worked out, deleted text of tracked changes and hidden text are left out, inserted text is read.
Text boxes follow the paragraph that they hang on, footnotes stand at the end with their number. Headers and footers
are page furniture and are not read. Text in legacy fonts (.VnTime, VNI) is converted run by run.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.errors import SourceError
from kg.model import Source
from loaders.formats import legacy
from loaders.formats.blocks import CellText, Composer, classify, joined_lines
from loaders.formats.docxnumbers import Numbers
from loaders.formats.docxparts import (
    UNSEEN,
    W,
    cells_of,
    content_of,
    is_continued,
    is_hidden,
    is_on,
    rows_of,
    symbol,
    value_of,
)
from loaders.read import LARGEST_MEMBER, UNPACKING_ERRORS, described

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONG_CELL = 1500
_BREAK = "\x1e"
_OTHER_PACKAGES = (
    ("xl/workbook.xml", "a spreadsheet (XLSX)"),
    ("ppt/presentation.xml", "a presentation (PPTX)"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("word/document.bin", "a binary Word package"),
)


def read(data: bytes, where: str) -> Source:
    """The source of a DOCX; digests are left to the caller.

    Raises SourceError where it is another kind of archive, damaged, protected by a password, or has no text.
    """
    document, notes = _open(data, where)
    reader = _Reader(document, notes)
    reader.body(document.element.body)
    reader.footnotes()
    text, blocks = reader.composer.finish()
    if not blocks:
        raise SourceError(f"{where}: there is no text in the document (pictures only?); give a version with text")
    title = (document.core_properties.title or "").strip() or None
    found = described(Source(where, text, blocks, MEDIA_TYPE))
    if found.title is None and title and len(title.split()) > 2:
        return replace(found, title=" ".join(title.split()))
    return found


Notes = dict[tuple[str, str | None], list[Any]]  # by their kind, "footnote" or "endnote", and their id


def _open(data: bytes, where: str) -> tuple[Any, Notes]:
    """The document, and its notes."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except UNPACKING_ERRORS:
        raise SourceError(
            f"{where}: the file is damaged or cut off (no readable archive inside); get it again"
        ) from None
    names = {info.filename for info in members}
    if not any(name.startswith("word/") and name.endswith(".xml") for name in names):
        kind = next((kind for name, kind in _OTHER_PACKAGES if name in names), "an archive")
        raise SourceError(f"{where}: this is {kind}, not a DOCX; unpack it, or save the document as DOCX or PDF")
    unpacked = sum(info.file_size for info in members)
    if unpacked > LARGEST_MEMBER:
        raise SourceError(f"{where}: {unpacked} bytes unpacked is more than one source may have")
    try:
        document = docx.Document(io.BytesIO(data))
        return document, _parts(document)
    except (*UNPACKING_ERRORS, OpcError, XMLSyntaxError, AttributeError) as error:
        raise SourceError(f"{where}: the DOCX is damaged ({error}); get it again or save it anew in Word") from None


def _parts(document: Any) -> Notes:
    """The notes of a document, once each part that is read has shown to be what the package says.

    Raises AttributeError, KeyError or XMLSyntaxError of one that is given out for something else.
    """
    from docx.opc.oxml import parse_xml

    if document.element.body is None or document.styles.element is None or document.core_properties is None:
        raise KeyError("a part is missing")
    notes: Notes = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if relation.is_external:
            continue
        if kind in ("footnote", "endnote"):
            for note in parse_xml(relation.target_part.blob):
                notes.setdefault((kind, note.get(f"{W}id")), []).append(note)
        elif kind == "numbering" and not hasattr(relation.target_part, "element"):
            raise KeyError("the list numbers are no XML")
    return notes


class _Reader:
    """Walks the document's XML: python-docx leaves out content controls and tracked insertions."""

    def __init__(self, document: Any, notes: Notes) -> None:
        self.written = notes
        self.composer = Composer()
        self.numbers = Numbers(document)
        self.notes: dict[tuple[str, str | None], None] = {}  # kinds and ids, in order of their first marks
        self.fonts: dict[str, str | None] = {}

    # ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def body(self, container: Any) -> None:
        """Adds the paragraphs and tables of a container to the text."""
        for element in content_of(container):
            if element.tag == f"{W}p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, element: Any) -> None:
        text, boxes = self._text(element)
        label = self.numbers.label(element) if text.strip(_BREAK + " ") else None
        style_kind, level = self.numbers.heading(element)
        lines = joined_lines(text.split(_BREAK)) if style_kind is None else [text.replace(_BREAK, " ")]
        for index, line in enumerate(lines):
            if not line.strip():
                continue
            if index == 0 and label is not None and label.text:
                line = f"{label.text} {line}"
            if style_kind is not None:
                self.composer.paragraph(line, style_kind, level)
            elif index == 0 and label is not None:
                kind, depth = classify(" ".join(line.split()))
                self.composer.paragraph(line, "heading" if kind == "heading" else "item", depth or label.level + 1)
            else:
                self.composer.paragraph(line)
        for box in boxes:
            self.body(box)

    def _table(self, element: Any) -> None:
        rows = list(rows_of(element))
        cells = [cell for row in rows for cell in cells_of(row)]
        if len(cells) <= 1 or any(self._is_layout(cell, len(rows)) for cell in cells):
            for cell in cells:
                if not is_continued(cell):
                    self.body(cell)
            return
        number = self.composer.table()
        for row in rows:
            header = row.find(f"{W}trPr/{W}tblHeader") is not None and is_on(row.find(f"{W}trPr/{W}tblHeader"))
            self.composer.row(self._row(row), number, header=header)

    def _is_layout(self, cell: Any, rows: int) -> bool:
        if rows > 3:
            return False
        inner = list(content_of(cell))
        if any(element.tag == f"{W}tbl" and len(list(rows_of(element))) > 1 for element in inner):
            return True
        paragraphs = [self._text(element)[0] for element in inner if element.tag == f"{W}p"]
        filled = [text for text in paragraphs if text.strip()]
        return len(filled) >= 3 and sum(map(len, filled)) > _LONG_CELL

    def _row(self, row: Any) -> Iterator[CellText]:
        column = value_of(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in cells_of(row):
            width = value_of(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            continued = is_continued(cell)
            yield CellText("" if continued else self._cell_text(cell), column, width, continued)
            column += width

    def _cell_text(self, cell: Any) -> str:
        parts: list[str] = []
        for element in content_of(cell):
            if element.tag == f"{W}tbl":  # a table within a cell: its cells one after the other
                parts.extend(self._cell_text(inner) for row in rows_of(element) for inner in cells_of(row))
                continue
            text, boxes = self._text(element)
            if text.strip():
                label = self.numbers.label(element)
                parts.append(f"{label.text} {text}" if label and label.text else text)
            parts.extend(self._cell_text(box) for box in boxes)
        return " ".join(" ".join(parts).replace(_BREAK, " ").split())

    def footnotes(self) -> None:
        """Adds the footnotes and endnotes that the text refers to, each with its number, at the end."""
        for number, note in enumerate(tuple(self.notes), 1):
            for element in self.written.get(note, ()):
                text = " ".join(self._text(p)[0].replace(_BREAK, " ") for p in element.iter(f"{W}p"))
                if text.strip():
                    self.composer.paragraph(f"[{number}] {text}", "paragraph")

    # ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _text(self, paragraph: Any) -> tuple[str, list[Any]]:
        """The visible text of a paragraph, forced breaks as a control character, and the text boxes in it."""
        parts: list[str] = []
        boxes: list[Any] = []
        stack = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in UNSEEN or not isinstance(tag, str):
                continue
            if tag == f"{W}txbxContent":
                boxes.append(element)
            elif tag == f"{W}r":
                if not is_hidden(element):
                    run, inner = self._run(element)
                    parts.append(run)
                    stack.extend(reversed(inner))
            else:
                stack.extend(reversed(element))
        return "".join(parts), boxes

    def _run(self, run: Any) -> tuple[str, list[Any]]:
        parts: list[str] = []
        inner: list[Any] = []
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                parts.append(element.text or "")
            elif tag in (f"{W}tab", f"{W}ptab"):
                parts.append(" ")
            elif tag == f"{W}br":
                parts.append(" " if element.get(f"{W}type") in ("page", "column") else _BREAK)
            elif tag == f"{W}cr":
                parts.append(_BREAK)
            elif tag == f"{W}noBreakHyphen":
                parts.append("-")
            elif tag == f"{W}sym":
                parts.append(symbol(element))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag.removeprefix(W).removesuffix("Reference")
                self.notes.setdefault((kind, element.get(f"{W}id")))
            elif tag not in UNSEEN and len(element):
                inner.append(element)  # a drawing, perhaps with a text box
        text = "".join(parts)
        return (legacy.by_font(self._font(run), text) if text and not text.isspace() else text), inner

    def _font(self, run: Any) -> str | None:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        name = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        if name:
            return str(name)
        style = run.getparent().find(f"{W}pPr/{W}pStyle") if run.getparent() is not None else None
        identity = style.get(f"{W}val") if style is not None else ""
        if identity not in self.fonts:
            self.fonts[identity] = self.numbers.style_font(identity or None)
        return self.fonts[identity]
