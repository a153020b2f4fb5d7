"""Lines of an official document's frame that stand beside or under each other: columns, and names over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.folding import fold
from kg.model import Source
from loaders import tables
from loaders.reading import Unit

_GAP = re.compile(r"\t|(?<=\S) {4,}(?=\S)")
_HEAD = re.compile(
    r"(?:" + "|".join(sorted(map(re.escape, tables.phrases("body_heads")), key=len, reverse=True)) + r")(?!\w)"
)
_FRONT = "mat tran to quoc"  # begins a name, or goes on with "ỦY BAN TRUNG ƯƠNG"
_ALONE = re.compile(  # what no name goes on with: the mottoes, a number, a place and a day
    r"cong hoa xa hoi|dang cong san|doc lap|so\s*[:.\d]|\W|(?:van phong|uy ban|ban|hoi dong|bo|cuc|so|phong|doan)(?!\w)"
)


def last_cell(text: str, start: int, end: int) -> int:
    """Where the cell begins that stands rightmost in a line: the signature is beside the recipients.

    >>> last_cell("- Lưu: VT.        GIÁM ĐỐC", 0, 26), last_cell("- Lưu: VT, KT.", 0, 14)
    (18, 0)
    """
    gaps = [gap.end() for gap in _GAP.finditer(text, start, end)]
    return gaps[-1] if gaps else start


def with_whole_names(units: Sequence[Unit], source: Source) -> tuple[Unit, ...]:
    """The units, each of a letterhead to the end of the body's name that it begins: "SỞ KHOA HỌC", "VÀ CÔNG NGHỆ".

    Of the line that the name goes on with an empty unit is left: units refer to each other by their place.
    """
    found = list(units)
    for index in range(len(found) - 1, 0, -1):
        above, unit = found[index - 1], found[index]
        if above.role == unit.role == "letterhead" and _goes_on(source.text, above, unit):
            found[index - 1 : index + 1] = replace(above, end=unit.end), replace(unit, start=unit.end)
    return tuple(found)


def _goes_on(text: str, above: Unit, unit: Unit) -> bool:
    """Whether a line of capitals goes on with the body's name that the line above it, right there, begins."""
    head, rest = text[above.start : above.end], text[unit.start : unit.end]
    if not (head.isupper() and rest.isupper()) or _GAP.search(head) or _GAP.search(rest):
        return False
    line = fold(rest)
    begins = _HEAD.match(fold(head)) is not None or fold(head).startswith(_FRONT)
    below = text[above.end : unit.start].strip(" ") == "\n"
    return begins and below and _ALONE.match(line) is None and _HEAD.match(line) is None
