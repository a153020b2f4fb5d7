"""HTML tables as rows of cells with their columns, and the depth and number of list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from loaders.formats.blocks import MARKER, CellText, roman
from loaders.formats.mainpart import BLOCK_TAGS

_WIDEST = 200  # columns; a page that says colspan="10000" means "all"
_LONGEST_ROWSPAN = 10_000
_LONGEST_LIST = 100_000
_LONG_CELL = 1500
_FEW_ROWS = 3  # that a table which lays the page out has at most
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|photocms_?caption|image-?caption|img-?caption|chu-?thich|desc_?cation|wp-caption-text)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `links` counts the characters of its text inside links."""

    cells: tuple[CellText, ...]
    header: bool
    links: int


def _trs(table: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """The rows of the table itself, in the order in which they are shown, and whether they stand in its head."""
    sections: dict[str, list[HtmlElement]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        if child.tag == "tr":
            sections["tbody"].append(child)
        elif child.tag in sections:
            sections[child.tag].extend(row for row in child if row.tag == "tr")
    for name, rows in sections.items():
        for row in rows:
            yield row, name == "thead"


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_layout(table: HtmlElement) -> bool:
    """Whether the table only lays the page out: one cell in all, another table or whole paragraphs inside its cells."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [_cells(row) for row, _ in _trs(table)]
    if all(len(cells) <= 1 for cells in rows):  # one cell, or one column: a frame, a menu
        return True
    few = len(rows) <= _FEW_ROWS
    for cells in rows:
        for cell in cells:
            if few and any(sum(1 for _ in islice(t.iter("tr"), 2)) > 1 for t in cell.iter("table")):
                return True
            if len(cell) >= 3 and few:
                paragraphs = [child for child in cell if child.tag in BLOCK_TAGS]
                if len(paragraphs) >= 3 and sum(len(p.text_content()) for p in paragraphs) > _LONG_CELL:
                    return True
            if cell.find(".//h1") is not None:
                return True
    return False


def rows(table: HtmlElement) -> Iterator[Row]:
    """The rows with a cell for every column that they cover; of a merged cell, the rows below have an empty one."""
    below: dict[int, tuple[int, int]] = {}  # column → (rows still covered, columns covered)
    for row, in_head in _trs(table):
        found: list[CellText] = []
        links = column = 0
        here = _cells(row)
        spans, below = below, {}
        for cell in here:
            column = _skip(spans, below, column, found)
            width = _number(cell.get("colspan"), _WIDEST)
            height = _number(cell.get("rowspan"), _LONGEST_ROWSPAN)
            found.append(CellText(text_of(cell), column, width))
            links += sum(len(" ".join(a.text_content().split())) for a in cell.iter("a"))
            if height > 1:
                below[column] = (height - 1, width)
            column += width
        while spans:
            column = _skip(spans, below, min(spans), found)
        if found:
            header = bool(here) and (in_head or all(cell.tag == "th" for cell in here))
            yield Row(tuple(sorted(found, key=lambda c: c.column)), header, links)


def _skip(
    spans: dict[int, tuple[int, int]], below: dict[int, tuple[int, int]], column: int, found: list[CellText]
) -> int:
    """The first free column from `column` on; the cells that reach down into those before it are noted."""
    while column in spans:
        left, width = spans.pop(column)
        found.append(CellText("", column, width, continued=True))
        if left > 1:
            below[column] = (left - 1, width)
        column += width
    return column


def _number(value: str | None, most: int) -> int:
    match = re.match(r"\s*(\d{1,6})", value or "")
    number = int(match[1]) if match else 1
    return most if number == 0 else min(number, most)


def text_of(element: HtmlElement) -> str:
    """The text of a cell on one line: what blocks and breaks set apart is set apart by a space."""
    parts: list[str] = []
    numbers = ListNumbers()
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        block = node.tag in BLOCK_TAGS or node.tag == "br"
        if leaving:
            if block:
                parts.append(" ")
            if node is not element and node.tail:
                parts.append(node.tail)
            continue
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "noscript", "template"):
            parts.append(node.tail or "")
            continue
        if block:
            parts.append(" ")
        if node.tag == "li":
            parts.append(numbers.of(node))
        if node.text:
            parts.append(node.text)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return " ".join("".join(parts).split())


# ── list items ───────────────────────────────────────────────────────────────────────────────────────────────────────


class ListNumbers:
    """The numbers that a browser shows before the items of numbered lists, counted as the items come in order."""

    def __init__(self) -> None:
        self._counts: dict[HtmlElement, int] = {}

    def of(self, item: HtmlElement) -> str:
        """The number of an item with its stop, "" where it has none or its text brings one."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        count = self._counts.get(parent)
        if count is None:
            count = _number(parent.get("start"), _LONGEST_LIST) - 1 if parent.get("start") else 0
        count = _number(item.get("value"), _LONGEST_LIST) if item.get("value") else count + 1
        self._counts[parent] = count
        begin = next((text.strip() for text in item.itertext() if text.strip()), "")
        return "" if MARKER.match(begin[:20] + " ") else f"{_numeral(count, parent.get('type') or '1')}. "


def _numeral(number: int, style: str) -> str:
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in ("i", "I"):
        return roman(number) if style == "I" else roman(number).lower()
    return str(number)


def is_caption_class(element: HtmlElement) -> bool:
    """Whether the element's class says that it is what stands under a picture."""
    named = element.get("class")
    return bool(named) and _CAPTION_CLASS.search(named) is not None
