"""The parts of a DOCX's XML: what a body, table and row hold, what a property says, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSEEN = frozenset(
    {f"{W}{tag}" for tag in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "rt")}
    | {_FALLBACK}
)


def content_of(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a container, those inside content controls and insertions included."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif isinstance(element.tag, str) and element.tag not in UNSEEN and element.tag != f"{W}tcPr":
            stack.extend(reversed(element))


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, but those whose deletion is tracked."""
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells_of(row: Any) -> Iterator[Any]:
    """The cells of a row."""
    return _children(row, "tc")


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The elements of one name, those inside content controls and insertions included."""
    for element in parent:
        if element.tag == f"{W}{tag}":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _children(element, tag)


def is_continued(cell: Any) -> bool:
    """Whether a cell is the lower part of a merged one."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def value_of(element: Any, default: int) -> int:
    """The number that a property has, at most 200; `default` where the property is not there or no number."""
    value = element.get(f"{W}val") if element is not None else None
    return min(int(value), 200) if value and re.fullmatch(r"\d{1,4}", value) else default


def is_on(element: Any) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and element.get(f"{W}val", "true") not in ("0", "false", "off")


def is_hidden(run: Any) -> bool:
    """Whether a run is hidden text."""
    return is_on(run.find(f"{W}rPr/{W}vanish"))


def symbol(element: Any) -> str:
    """The character of a symbol; a bullet for one of a symbol font, "" for what is no character."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    # symbol fonts sit in the private use area: an arrow or a bullet, no letter; half a surrogate pair is no character
    return chr(code) if 31 < code < 0xD800 else "•"
