"""Blocks of a plain text: paragraphs (hard-wrapped lines are one), list items, table rows, captions.

The text itself is never changed: blocks are stretches of it, and a wrapped paragraph spans its newlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Block, BlockKind, Cell
from loaders.formats import stacked
from loaders.formats.blocks import MARKER, classify, continues, is_caption, is_unfinished

_WIDEST_WRAP = 130  # columns; a text whose lines run longer is not hard-wrapped
_NARROWEST_WRAP = 40
_RAGGED = 12  # the part of the width by which lines broken by hand fall short
_RULE = re.compile(r"[\s|:+=_–—-]*[-=_–—]{3}[\s|:+=_–—-]*")  # the line under a table's head, or an underline
_MAYBE_MARKED = frozenset("-–—−+*•·∙●○◦▪▫■□►▶➢➤✓✔→⁃\uf02d\uf0a7\uf0b7\uf0d8\uf0fc(0123456789IVXABCDEFGH")
_MAYBE_DIVISION = ("Ph", "PH", "Ch", "CH", "Mụ", "MỤ", "Ti", "TI")
_GAP = re.compile(r"\t+|(?<=\S) {4,}(?=\S)")

_Line = tuple[int, int, str]  # start, end, and the text without the white space around it


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order; blank lines belong to none.

    >>> [b.kind for b in blocks("Bộ Tài chính chủ trì:\\n- rà soát dữ liệu;\\n- báo cáo\\ntrước 30/6.")]
    ['paragraph', 'item', 'item']
    """
    width = _wrap_width(text)
    found: list[Block] = []
    tables = 0
    pending: list[_Line] = []  # the lines of a paragraph not yet closed
    rows: list[_Line] = []
    may_have_rows = "|" in text or "\t" in text or "    " in text

    def close_paragraph() -> None:
        if pending:
            found.append(_paragraph(pending))
            pending.clear()

    def close_rows() -> None:
        nonlocal tables
        if rows:
            if any(line[2] and not _RULE.fullmatch(line[2]) for line in rows):
                found.extend(_rows(text, rows, tables))
                tables += 1
            rows.clear()

    lines = list(_lines(text))
    below_each_other = stacked.tables(lines)
    skipped = 0
    for number, line in enumerate(lines):
        words = line[2]
        if number < skipped:
            continue
        if number in below_each_other:
            close_paragraph()
            close_rows()
            skipped, stack = below_each_other[number]
            found.extend(stacked.blocks(stack, tables))
            tables += 1
            continue
        if not words:
            close_paragraph()
            if rows and not _next_is_row(text, line[1]):
                close_rows()
            continue
        if may_have_rows and (_is_row(text, line) or (rows and _is_row_of(text, rows[-1], line))):
            close_paragraph()
            rows.append(line)
            continue
        if rows:
            close_rows()
        if pending and not _goes_on(pending[-1][2], words, width):
            close_paragraph()
        pending.append(line)
    close_paragraph()
    close_rows()
    return tuple(found)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = at + (0 if words[0] == line[0] else len(line) - len(line.lstrip()))
            yield begin, begin + len(words), words
        else:
            yield at, at, ""
        at += len(line) + 1


# ── paragraphs ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _paragraph(lines: list[_Line]) -> Block:
    start, first_end, first = lines[0]
    end = lines[-1][1]
    kind: BlockKind = "paragraph"
    level = 0
    if (
        first[0] in _MAYBE_MARKED
        or first[1:2] in (")", ".", "/", "-")
        or first[2:3] == ")"
        or first[:2] in _MAYBE_DIVISION
    ):
        whole = first if end == first_end else " ".join(line[2] for line in lines)
        kind, level = classify(whole)
    elif end - start < 300:
        whole = first if end == first_end else " ".join(line[2] for line in lines)
        if is_caption(whole):
            kind = "caption"
    return Block(kind, start, end, level)


def _wrap_width(text: str) -> int:
    """The column at which the text was hard-wrapped, 0 where it was not.

    In wrapped text a line ends where the next word would have passed the margin. Lines that break in mid-sentence with
    room for that word are the author's own.
    """
    sample = text[:200_000].split("\n")
    lengths = sorted(len(line) for line in sample if line and "\t" not in line)
    if len(lengths) < 2:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    ragged = width - width // _RAGGED  # where the author's eye was the margin
    return next((margin for margin in (width, ragged) if _is_margin(sample, margin)), 0)


def _is_margin(sample: list[str], width: int) -> bool:
    full = loose = lower = 0
    for line, following in pairwise(sample):
        line, words = line.rstrip(), following.split(None, 1)
        if not line or not words or not is_unfinished(line) or _GAP.search(line.strip()):
            continue
        if len(line) + 1 + len(words[0]) > width:
            full += 1
            lower += words[0][0].islower()
        elif len(line) >= width / 2:  # shorter ones are those of letterheads and headings
            loose += 1
    # few words begin with a capital: of breaks that the margin made, a good part stands before one of the others
    return lower > 0 and lower >= 0.3 * full and full >= 1.5 * loose


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether `following` belongs to the paragraph of `line`, the line above it."""
    unfinished = is_unfinished(line)
    if width and len(line) + 1 + len(following.split(None, 1)[0]) > width:
        # a full line: the paragraph goes on, unless a sentence ends just here and a list item begins
        return unfinished or not MARKER.match(following)
    if not unfinished or MARKER.match(following):
        return False
    # "… trình trong quý" and below it, alone, "III."
    rest = len(line) >= _NARROWEST_WRAP and following[-1] in ".;" and following.count(" ") < 3
    return line[-1] == "," or continues(following) or rest


# ── tables drawn with "|", tabs or wide gaps ─────────────────────────────────────────────────────────────────────────


def _is_row_of(text: str, above: _Line, line: _Line) -> bool:
    """Whether a line right below a row has tabs at its ends: a row whose first or last cells are blank."""
    tabbed = "\t" in line[2] or text[line[0] - 1 : line[0]] == "\t" or text[line[1] : line[1] + 1] == "\t"
    return tabbed and "\t" in above[2]


def _is_row(text: str, line: _Line) -> bool:
    words = line[2]
    if words[0] == "|" and words.count("|") > 1:
        return True
    if "|" in words and words.count(" | ") + words.count("\t|") >= 2:
        return True
    if _RULE.fullmatch(words):
        return "|" in words or "+" in words
    gaps = len(_GAP.findall(words))
    if not gaps:
        return False
    if gaps == 1 and MARKER.match(words) and _GAP.search(words, 0, 8):  # "1.<tab>Nội dung"
        return False
    if gaps > 1 or "\t" in words:
        return True
    return _gap_beside(text, line)


def _gap_beside(text: str, line: _Line) -> bool:
    """Whether the line above or below has a wide gap as well: the letterhead's two columns."""
    below_from = text.find("\n", line[1])
    below = text[below_from + 1 : below_from + 400].split("\n", 1)[0] if below_from >= 0 else ""
    above_to = text.rfind("\n", 0, line[0])
    above = text[max(0, above_to - 400) : above_to].rsplit("\n", 1)[-1] if above_to > 0 else ""
    return bool(_GAP.search(below.strip()) or _GAP.search(above.strip()))


def _next_is_row(text: str, at: int) -> bool:
    """Whether the text after a blank line goes on with a drawn row (some exports put blank lines between rows)."""
    following = text[at : at + 400].lstrip("\n ")
    return following.startswith("|")


def _rows(text: str, lines: list[_Line], table: int) -> Iterator[Block]:
    header = _heads(lines)
    for index, (start, end, words) in enumerate(lines):
        if _RULE.fullmatch(words):
            continue
        cells = _piped(text, start, end) if "|" in words else _gapped(text, start, end)
        yield Block("row", start, end, table=table, cells=tuple(cells), header=index < header)


def _heads(lines: list[_Line]) -> int:
    """How many rows stand above the ruled line that closes a table's head."""
    for index, (_, _, words) in enumerate(lines[:4]):
        if index and _RULE.fullmatch(words):
            return index
    return 0


def _piped(text: str, start: int, end: int) -> Iterator[Cell]:
    at = start + 1 if text[start] == "|" else start
    stop = end - 1 if text[end - 1] == "|" and text[end - 2] != "\\" else end
    column = 0
    while True:
        bar = text.find("|", at, stop)
        while bar > 0 and text[bar - 1] == "\\":
            bar = text.find("|", bar + 1, stop)
        upto = stop if bar < 0 else bar
        yield _cell(text, at, upto, column)
        if bar < 0:
            return
        at, column = bar + 1, column + 1


def _gapped(text: str, start: int, end: int) -> Iterator[Cell]:
    at, column = start, _blank_before(text, start)
    for gap in _GAP.finditer(text, start, end):
        tabs = max(1, gap[0].count("\t")) if text[start:end].count("\t") else 1
        yield _cell(text, at, gap.start(), column)
        for empty in range(1, tabs):
            yield Cell(gap.start() + empty, gap.start() + empty, column + empty)
        at, column = gap.end(), column + tabs
    yield _cell(text, at, end, column)


def _blank_before(text: str, start: int) -> int:
    """How many blank cells stand before the first word of a tabbed row."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count("\t")


def _cell(text: str, start: int, end: int, column: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Cell(start, max(start, end), column)  # of a lone bar nothing is left
