"""The paragraphs and table rows under an element of a page, in reading order."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from kg.model import BlockKind
from loaders.formats import htmltable, plain
from loaders.formats.blocks import CellText, joined_lines
from loaders.formats.mainpart import BLOCK_TAGS

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
_BREAK = "\x1e"  # a forced line break within a paragraph; control characters do not occur in HTML text
_WITHOUT_TEXT = frozenset({"script", "style", "noscript", "template", "select", "button", "title", "head", "textarea"})


@dataclass(slots=True)
class Piece:
    """A paragraph or a row on its way into the text; `links` counts its characters inside links."""

    text: str = ""
    kind: BlockKind | None = None
    level: int = 0
    links: int = 0
    cells: tuple[CellText, ...] | None = None
    table: int = 0
    header: bool = False


@dataclass(slots=True)
class _Open:
    """A block element being walked: what its text is, and how deep its list."""

    kind: BlockKind | None = None
    level: int = 0
    prefix: str = ""


def pieces(main: HtmlElement) -> list[Piece]:
    """The paragraphs and rows under an element, in order. Walks without recursion: pages nest without a limit."""
    return _Walk().walk(main)


class _Walk:
    """One pass over a tree; text gathers until a block element begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.gathered: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.tables = 0
        self.lists = 0  # how many are open
        self.numbers = htmltable.ListNumbers()
        self.open: list[_Open] = [_Open()]

    def walk(self, main: HtmlElement) -> list[Piece]:
        """The pieces under an element, in order."""
        stack: list[tuple[HtmlElement, bool]] = [(main, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                if element is not main:
                    self._say(element.tail)
                continue
            if not isinstance(element.tag, str) or element.tag in _WITHOUT_TEXT:
                self._say(element.tail if element is not main else None)
                continue
            stack.append((element, True))
            if self._enter(element):
                stack.extend((child, False) for child in reversed(element))
        self._flush()
        return self.pieces

    def _say(self, text: str | None) -> None:
        if text:
            self.gathered.append(text)
            if self.in_link:
                self.linked += len(text.strip())

    def _enter(self, element: HtmlElement) -> bool:
        """Takes up an element; False where its children are dealt with."""
        tag = element.tag
        if tag == "br":
            self.gathered.append(_BREAK)
            return False
        if tag == "a":
            self.in_link += 1
        if tag not in BLOCK_TAGS:
            self._say(element.text)
            return True
        self._flush()
        if tag == "table" and not htmltable.is_layout(element):
            self._table(element)
            self.open.append(_Open())
            return False
        if tag == "pre":
            self._preformatted(element)
            self.open.append(_Open())
            return False
        self.lists += tag in ("ul", "ol")
        self.open.append(self._opened(element))
        self._say(element.text)
        return True

    def _opened(self, element: HtmlElement) -> _Open:
        tag, above = element.tag, self.open[-1]
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return _Open("heading", int(tag[1]))
        if tag == "li":
            return _Open("item", max(1, self.lists), self.numbers.of(element))
        if tag in ("figcaption", "caption") or htmltable.is_caption_class(element):
            return _Open("caption")
        if tag == "figure":
            return _Open("caption")
        if above.kind in ("heading", "item", "caption") and tag in ("div", "p", "span", "center"):
            opened = _Open(above.kind, above.level, above.prefix)
            above.prefix = ""
            return opened
        return _Open()

    def _leave(self, element: HtmlElement) -> None:
        if element.tag == "a":
            self.in_link = max(0, self.in_link - 1)
        if element.tag in BLOCK_TAGS:
            self._flush()
            self.open.pop()
            self.lists -= element.tag in ("ul", "ol")

    def _flush(self) -> None:
        if not self.gathered:
            return
        text = "".join(self.gathered)
        linked, self.linked = self.linked, 0
        self.gathered.clear()
        now = self.open[-1]
        if now.kind == "heading":
            lines = [" ".join(text.replace(_BREAK, " ").split())]
        else:
            lines = joined_lines(text.split(_BREAK))
        for line in lines:
            if not line:
                continue
            kind = now.kind
            if now.prefix:
                line, now.prefix = now.prefix + line, ""
            # in an item the lines below its first may be items of their own: "- …<br>- …"
            self.pieces.append(Piece(decoded(line), kind, now.level, linked // len(lines)))

    def _table(self, element: HtmlElement) -> None:
        caption = element.find("caption")
        if caption is not None:
            self.pieces.append(Piece(decoded(" ".join(caption.text_content().split())), "caption"))
        number, self.tables = self.tables, self.tables + 1
        for row in htmltable.rows(element):
            cells = tuple(CellText(decoded(c.text), c.column, c.colspan, c.continued) for c in row.cells)
            text = " ".join(cell.text for cell in cells)
            self.pieces.append(Piece(text, "row", 0, row.links, cells, number, row.header))

    def _preformatted(self, element: HtmlElement) -> None:
        text = element.text_content()
        first, last = self.tables, -1
        for block in plain.blocks(text):
            if block.kind == "row":
                last = max(last, block.table or 0)
                cells = tuple(CellText(text[c.start : c.end], c.column, c.colspan) for c in block.cells)
                row = Piece(
                    " ".join(c.text for c in cells), "row", cells=cells, table=first + last, header=block.header
                )
                self.pieces.append(row)
            else:
                self.pieces.append(Piece(" ".join(text[block.start : block.end].split()), block.kind, block.level))
        self.tables = first + last + 1


def decoded(text: str) -> str:
    """`text` with entities decoded that were escaped twice ("KH&amp;amp;CN")."""
    return entities.unescape(text) if "&" in text and _ENTITY.search(text) else text
