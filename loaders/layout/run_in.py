"""Paragraphs that run a document's provisions, or a list, together, cut apart at their markers.

Pages and converters often put a whole regulation into one paragraph or table cell; "Điều 5. …", "2. …", "a) …" then
stand in the middle of it, and in an article the entries of a list: "… như sau: - … - …". Offsets and text stay as they
are, only the blocks get finer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.folding import cased
from kg.model import Block, Source

_LONG = 500  # characters from which a paragraph may hold several provisions
_LONG_CELL = 1500  # characters from which a table cell is no cell but a stretch of the document
_LONGEST_CELL = 6000  # the same for a table that has as many rows alike, with as many cells each:
_ROWS, _COLUMNS = 3, 3
# a single sign may stand before a marker that a scan was read to: "; l b) Chủ trì …"
# all patterns read the fold with the capitals of the text
_CITED = re.compile(r"(?:tai|theo|cua|va|hoac|voi|o|tu|den|quy dinh|khoan \w+|diem \w+|muc \w+|,)$", re.IGNORECASE)
_LABELS = (
    "Co quan|Don vi|Thoi gian|Thoi han|Noi dung|San pham|Ket qua|Kinh phi|Chu tri|Phoi hop|Tien do|Lo trinh|Hoan thanh"
)
_PROVISION = re.compile(
    r"\s+(?=(?:(?P<title>(?:Chuong|CHUONG|Phan|PHAN|Muc|MUC|Phu luc|PHU LUC)\s+(?:[IVXL]+|\d{1,2})\b"
    r"|[IVX]{1,4}\.\s+[A-Z]{2,})"
    r"|(?P<article>Dieu\s+\d{1,3}[a-z]?\s*[.:]\s+[A-Z])"
    rf"|(?P<label>[-+]\s+(?:{_LABELS})\b[^.;:]{{0,40}}:)"
    r"|(?:(?<=[.;:]\s)|(?<=[.;:]\s[^\s\d()]\s))(?P<clause>\d{1,2}\.\s+[A-Z]|[a-z]\)\s+\S|[-+]\s+[A-Z])"
    r"|(?<=[A-Z]{2}\s)(?P<under>\d{1,2}\.\s+[A-Z])"
    r"))"
)
_LABELLED = re.compile(rf"\s+(?=[-+–]\s+(?:{_LABELS})\b[^.;:]{{0,40}}:)", re.IGNORECASE)  # "Lập kho - Chủ trì: … - …"
_ENTRY = re.compile(r"(?<=[.;:,…])\s+(?=[-–+•*]\s+[A-Z0-9])")
_ENTRIES = 3  # as many make a list
_COUNTED = re.compile(
    r"(?:(?<=[.;:,…])\s+(?:va\s+)?|\s+va\s+)(?=\(?(?P<mark>i{1,3}|iv|v|vi{1,3}|ix|x|\d{1,2}|[a-h])\)\s*[a-zA-Z])"
)
_FIRSTS = ("i", "1", "a")
_SEVERAL = 2
_OPEN_LIST = re.compile(r":[ \t]+(?:\(?(?:i|1|a)\)|[-–+•*][ \t])")
_SENTENCE = re.compile(r"(?:[.;!…]|(?P<asks>\?))[\"')]*\s+(?=[\"'(]?[A-Z])")
_FIRST_CLAUSE = re.compile(r"(?<!Dieu)(?<![.;:])\s+(?=1\.\s+[A-Z])")


def apart(source: Source) -> Source:
    """`source` with its long paragraphs cut into the provisions that they hold."""
    filled = Counter(_shape(block) for block in source.blocks if sum(c.end > c.start for c in block.cells) >= _COLUMNS)
    tables = {shape for shape, rows in filled.items() if rows >= _ROWS}
    text = cased(source.text)
    return replace(source, blocks=tuple(piece for block in source.blocks for piece in _pieces(text, block, tables)))


def listed(source: Source) -> Source:
    """`source` with the paragraphs cut that run a list on: at its entries, and before the line that opens it."""
    if _OPEN_LIST.search(source.text) is None:
        return source
    text = cased(source.text)
    cut = (piece for block in source.blocks for piece in _entries(text, block))
    return replace(source, blocks=tuple(piece for block in cut for piece in _counted(text, block)))


def _counted(text: str, block: Block) -> Iterator[Block]:
    """A paragraph cut at the entries that it numbers: "… gồm: (i) …; (ii) …"; what follows them is apart."""
    marks: list[re.Match[str]] = []
    for mark in _COUNTED.finditer(text, block.start, block.end) if block.kind in ("paragraph", "item") else ():
        if mark["mark"] in _FIRSTS and text[mark.start() - 1] == ":" and len(marks) < _SEVERAL:
            marks = [mark]
        elif marks and mark["mark"] not in _FIRSTS:
            marks.append(mark)
    if len(marks) < _SEVERAL:
        yield block
        return
    begin = block.start
    for mark in marks:
        yield replace(block, start=begin, end=mark.start())
        begin = mark.end()
    after = _SENTENCE.search(text, begin, block.end)
    yield replace(block, start=begin, end=after.end() if after else block.end)
    if after:
        yield replace(block, start=after.end())


def _entries(text: str, block: Block) -> Iterator[Block]:
    marks = list(_ENTRY.finditer(text, block.start, block.end)) if block.kind == "paragraph" else []
    if len(marks) < _ENTRIES or block.end - block.start <= _LONG or not any(text[m.start() - 1] == ":" for m in marks):
        yield block
        return
    begin = block.start
    for mark in marks:
        if text[mark.start() - 1] == ":":
            yield from _opening(text, replace(block, start=begin, end=mark.start()))
        else:
            yield replace(block, start=begin, end=mark.start())
        begin = mark.end()
    yield replace(block, start=begin, end=block.end)


def _opening(text: str, block: Block) -> Iterator[Block]:
    """What stands before a list: its last sentence opens the list, a question before that opens a part of the page."""
    ends = list(_SENTENCE.finditer(text, block.start, block.end))
    cuts = {end.end() for end in ends[-1:]}
    if ends and ends[-1]["asks"]:
        cuts |= {end.end() for end in ends[-2:-1]}
    begin = block.start
    for cut in sorted(cuts):
        yield replace(block, start=begin, end=cut)
        begin = cut
    yield replace(block, start=begin, end=block.end)


def _shape(block: Block) -> tuple[int | None, int]:
    """The table of a row and how many columns the row has."""
    return block.table, sum(cell.colspan for cell in block.cells)


def _pieces(text: str, block: Block, tables: set[tuple[int | None, int]]) -> Iterator[Block]:
    if block.kind == "row":
        longest = max((cell.end - cell.start for cell in block.cells), default=0)
        if longest <= (_LONGEST_CELL if _shape(block) in tables else _LONG_CELL):
            yield block
            return
        for cell in block.cells:
            if cell.end > cell.start:
                yield from _cut(text, Block("paragraph", cell.start, cell.end, page=block.page))
    elif block.kind in ("paragraph", "item") and block.end - block.start > _LONG:
        yield from _cut(text, block)
    elif block.kind in ("paragraph", "item"):
        yield from _particulars(text, block)
    else:
        yield block


def _particulars(text: str, block: Block) -> Iterator[Block]:
    """A paragraph cut before each of the labels that dashes part in it: who does the work, with whom, by when."""
    labels = (
        list(_LABELLED.finditer(text, block.start, block.end)) if text.find(":", block.start, block.end) > 0 else []
    )
    begin = block.start
    for label in labels if len(labels) >= _SEVERAL else ():
        yield replace(block, start=begin, end=label.start())
        begin = label.end()
    yield replace(block, start=begin)


def _cut(text: str, block: Block) -> Iterator[Block]:
    for piece in _provisions(text, block):
        first = _FIRST_CLAUSE.search(text, piece.start, piece.end) if text.startswith("Dieu ", piece.start) else None
        if first and first.start() - piece.start < 260:  # the article's title runs into its first clause
            yield replace(piece, end=first.start())
            yield from _provisions(text, replace(piece, start=first.end()))
        else:
            yield piece


def _provisions(text: str, block: Block) -> Iterator[Block]:
    begin = block.start
    for match in _PROVISION.finditer(text, block.start, block.end):
        if match.lastgroup in ("title", "article") and _CITED.search(
            text[max(begin, match.start() - 12) : match.start()]
        ):
            continue
        if match.start() > begin:
            yield replace(block, start=begin, end=match.start())
            begin = match.end()
    yield replace(block, start=begin, end=block.end)
