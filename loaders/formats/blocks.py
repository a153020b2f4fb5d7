"""The text of a source put together from its pieces, and what a line says of itself: item, heading, caption.

HTML, DOCX and PDF readers hand their paragraphs and rows over in reading order; the text is the blocks, one a line, the
cells of a row with a tab between them. So a piece has neither newline nor tab inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.folding import UPPER
from kg.model import Block, BlockKind, Cell
from loaders.layout.evenness import seen

# what a list item begins with; a number needs a stop and a space, so that "2.361 thuê bao" and "30/11" are none
MARKER = re.compile(
    rf"""(?P<bullet>[-–—*•·∙●○◦▪▫■□►▶➢➤✓✔→⁃\uf02d\uf0a7\uf0b7\uf0d8\uf0fc]\s|\+\s|-(?=[{UPPER}]))
    |(?P<number>\d{{1,3}}(?:[.)](?=\s)|[-/](?=\s)))
    |(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)-]?(?=\s+[{UPPER}]))
    |(?P<letter>[a-zđ]\d?[)](?=\s)|[a-zđ][./-](?=\s+[{UPPER}]))
    |(?P<bracket>\((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)(?=\s))
    |(?P<roman>[IVX]{{1,5}}(?:[.)]|\s*[-/–])(?=\s))
    |(?P<capital>[A-H][.)](?=\s+[{UPPER}]{{2}}))""",
    re.VERBOSE,
)
_DEPTHS = {"capital": 1, "roman": 1, "number": 2, "decimal": 3, "letter": 3, "bracket": 3, "bullet": 4}
_DIVISION = re.compile(
    r"(?:PHẦN|CHƯƠNG|MỤC|TIỂU MỤC|PHỤ LỤC|Phần|Chương|Mục|Tiểu mục|Phụ lục)\s+"
    r"(?:[IVXLC]+|\d{1,2}|thứ\s+\w+|THỨ\s+\w+)\b[.:]?"
)
_DIVISION_LEVELS = {"phần": 1, "phụ": 1, "chương": 2, "mục": 3, "tiểu": 4}
_CAPTION = re.compile(
    r"(?:Ảnh|Ảnh minh họa|Ảnh minh hoạ|Nguồn ảnh|Nguồn ảnh|Hình|Biểu đồ|Infographic)\s*(?:\d+\s*)?[:.]\s*\S"
)
_CAPTION_WORD = re.compile("[Ảả]nh|ẢNH|Photo|Hình|Biểu đồ|Infographic")
_CAPTION_END = re.compile(r"[-–—.(]\s*(?:Ảnh|ẢNH|Nguồn ảnh|Photo)\s*[:;]\s*[^.]{0,60}\.?\)?$")
_CLOSERS = "\"'”’»)]"
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def collapse(text: str) -> str:
    """`text` with every run of white space as one space, none at its ends."""
    return " ".join(text.split())


def is_unfinished(text: str) -> bool:
    """Whether the line ends without a mark that ends a sentence, a clause of a list or a lead."""
    last = text[-1]
    if last in ".!?…:;":
        return False
    return last not in _CLOSERS or _TERMINAL.search(text[-4:]) is None


_CLOSED_SHARE = re.compile(r"\d[\d.,]*\s?%[;,.)]")


def continues(text: str) -> bool:
    """Whether the line can only go on from the one before: it begins with a small letter and is no list item.

    >>> [continues(line) for line in ("dữ liệu số", "a) Kinh phí", "100% thủ tục", "80%; 100% kết quả")]
    [True, False, False, True]
    """
    if _CLOSED_SHARE.match(text):
        return True
    return (text[0].islower() or text[0] == "&") and MARKER.match(text) is None


def joined_lines(lines: Iterable[str]) -> list[str]:
    """Lines of one paragraph, set apart by forced breaks, as paragraphs: a break in mid-sentence joins with a space.

    >>> joined_lines(["Số: 12/KH-UBND", "Căn cứ Luật Tổ chức chính quyền", "địa phương;", "- Lưu: VT."])
    ['Số: 12/KH-UBND', 'Căn cứ Luật Tổ chức chính quyền địa phương;', '- Lưu: VT.']
    """
    paragraphs: list[str] = []
    for line in map(collapse, lines):
        if not line:
            continue
        if paragraphs and is_unfinished(paragraphs[-1]) and continues(line):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs


def classify(text: str) -> tuple[BlockKind, int]:
    """What a paragraph is by its own words, and its level: a numbered division, a list item, a caption, or plain.

    >>> classify("Chương II"), classify("a) Rà soát dữ liệu;"), classify("2.361 hồ sơ"), classify("II. NHIỆM VỤ")
    (('heading', 2), ('item', 3), ('paragraph', 0), ('heading', 1))
    """
    marker = MARKER.match(text)
    if marker:
        kind = marker.lastgroup or ""
        rest = text[marker.end() :]
        if kind in ("roman", "capital", "number", "decimal") and rest.isupper() and len(text) < 300:
            return "heading", _DEPTHS[kind]
        return "item", _DEPTHS[kind]
    if text[0] in "PCMTpcmt":
        division = _DIVISION.match(text)
        if division and len(text) < 300 and (division.end() == len(text) or is_unfinished(text)):
            rest = text[division.end() :].lstrip(" .:-–")
            if not rest or not rest[0].islower():
                return "heading", _DIVISION_LEVELS[division[0].split()[0].lower()]
    if is_caption(text):
        return "caption", 0
    return "paragraph", 0


def is_caption(text: str) -> bool:
    """Whether a short line is what stands under a picture: it names the photographer or the source."""
    if len(text) > 300 or not _CAPTION_WORD.search(text):
        return False
    return _CAPTION.match(text) is not None or _CAPTION_END.search(text) is not None


_ROMAN_LETTERS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")


def roman(number: int) -> str:
    """A Roman numeral, for numbers up to a few thousand.

    >>> roman(4), roman(19)
    ('IV', 'XIX')
    """
    numeral = ""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    for value, letters in zip(values, _ROMAN_LETTERS, strict=True):
        numeral += letters * (number // value)
        number %= value
    return numeral


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell as a reader finds it: its text, the columns that it covers, and whether it began in an earlier row."""

    text: str
    column: int
    colspan: int = 1
    continued: bool = False


@dataclass(slots=True)
class Composer:
    """Puts a source's text and blocks together; every paragraph and row given stands on a line of its own."""

    page: int | None = None  # of what is added next
    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0
    _tables: int = 0

    def paragraph(self, text: str, kind: BlockKind | None = None, level: int = 0, page: int | None = None) -> None:
        """Adds a paragraph, its kind told from its words where `kind` is None; nothing where it is blank."""
        text = collapse(seen(text))
        if not text:
            return
        if kind is None:
            kind, level = classify(text)
        self._blocks.append(Block(kind, self._length, self._length + len(text), level, page or self.page))
        self._put(text)

    def table(self) -> int:
        """The number of a new table."""
        self._tables += 1
        return self._tables - 1

    def row(self, cells: Iterable[CellText], table: int, *, header: bool = False, page: int | None = None) -> None:
        """Adds a row of a table; nothing where all its cells are blank."""
        begin = self._length
        at = begin
        placed: list[Cell] = []
        texts: list[str] = []
        for cell in cells:
            text = collapse(seen(cell.text))
            placed.append(Cell(at, at + len(text), cell.column, cell.colspan, cell.continued))
            texts.append(text)
            at += len(text) + 1
        line = "\t".join(texts)
        if not line.strip():
            return
        self._blocks.append(
            Block("row", begin, begin + len(line), 0, page or self.page, table, tuple(placed), header=header)
        )
        self._put(line)

    def _put(self, line: str) -> None:
        self._parts.append(line)
        self._length += len(line) + 1

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text, each block with a newline after it, and the blocks."""
        self._parts.append("")
        return "\n".join(self._parts), tuple(self._blocks)
