"""HTML tables as rows of cells with their columns, and the depth and number of list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from loaders.blocks import MARKER, CellText, roman
from loaders.mainpart import BLOCK_TAGS

_WIDEST = 200  # columns; a page that says colspan="10000" means "all"
_LONGEST_ROWSPAN = 10_000
_LONG_CELL = 1500
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
    if sum(map(len, rows)) <= 1:
        return True
    for cells in rows:
        for cell in cells:
            inner = [t for t in cell.iter("table") if sum(1 for _ in t.iter("tr")) > 1]
            if inner and len(rows) <= 3:
                return True
            if len(cell) >= 3 and len(rows) <= 3:
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
            parts.append(list_number(node))
        if node.text:
            parts.append(node.text)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return " ".join("".join(parts).split())


# ── list items ───────────────────────────────────────────────────────────────────────────────────────────────────────


def list_depth(item: HtmlElement) -> int:
    """How many lists the item stands in."""
    return max(1, sum(ancestor.tag in ("ul", "ol") for ancestor in item.iterancestors()))


def list_number(item: HtmlElement) -> str:
    """The number that a browser shows before an item of a numbered list, "" where the text has its own."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or MARKER.match(item.text_content().lstrip()[:20]):
        return ""
    number = _number(parent.get("start"), 100_000) if parent.get("start") else 1
    for sibling in parent:
        if sibling.tag != "li":
            continue
        if sibling.get("value"):
            number = _number(sibling.get("value"), 100_000)
        if sibling is item:
            break
        number += 1
    return f"{_numeral(number, parent.get('type') or '1')}. "


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
