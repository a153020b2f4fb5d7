"""A text as the rules read it: plain single spaces, a paragraph on one line, no characters that nobody sees.

Texts come wrapped, justified with double spaces, with no-break or thin spaces, with one before a comma, and with soft
hyphens or zero-width characters between their letters. The rules see none of that; what they find is told in offsets of
the text as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.model import Block, Cell, Evidence, Facts, Source
from loaders.layout.proofs import with_evidence
from loaders.words.flat import even_spaces

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u2060\ufeff"
_UNSEEN_RUN = re.compile(f"[{_UNSEEN}][{_UNSEEN}]*")
_GAP = rf"[ {_UNSEEN}]*[{_UNSEEN}][ {_UNSEEN}]*|(?<! )  (?! )|(?<=\w) (?=[,;] )"  # three spaces and more part columns
_UNEVEN_ROW = re.compile(_GAP)
_UNEVEN = re.compile(rf"[ {_UNSEEN}]*\n[ \n{_UNSEEN}]*|{_GAP}")


@dataclass(frozen=True, slots=True)
class Offsets:
    """From the offsets of a text with stretches left out to those of the text as it came."""

    _begins: list[int] = field(default_factory=list)  # where, in the shorter text, another shift begins to hold
    _shifts: list[int] = field(default_factory=list)

    def add(self, begin: int, shift: int) -> None:
        """From `begin` on, `shift` is to be added; calls come in order."""
        self._begins.append(begin)
        self._shifts.append(shift)

    def original(self, offset: int) -> int:
        """Where the character stood that stands at an offset."""
        place = bisect_right(self._begins, offset) - 1
        return offset + self._shifts[place] if place >= 0 else offset

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stood, from its first character to its last."""
        begin = self.original(start)
        return begin, self.original(end - 1) + 1 if end > start else begin


# ── characters that nobody sees ──────────────────────────────────────────────────────────────────────────────────────


def seen(text: str) -> str:
    """`text` without soft hyphens and zero-width characters.

    >>> seen("Quyết\\u00ad định\\u200b số 12")
    'Quyết định số 12'
    """
    return text if text.isascii() else _UNSEEN_RUN.sub("", text)


def plainly_spaced(text: str) -> tuple[str, Offsets]:
    """The same with every single space a plain one, and the way back to the offsets of `text`."""
    offsets = Offsets()
    if text.isascii():
        return text, offsets
    left_out = 0
    for run in _UNSEEN_RUN.finditer(text):
        left_out += len(run[0])
        offsets.add(run.end() - left_out, left_out)
    text = seen(text)
    return even_spaces(text), offsets


def put_back(source: Source, text: str, offsets: Offsets) -> Source:
    """The source of a plainly spaced text as one of `text`: the same blocks, where they stand there."""

    def cell(one: Cell) -> Cell:
        start, end = offsets.stretch(one.start, one.end)
        return replace(one, start=start, end=end)

    def block(one: Block) -> Block:
        start, end = offsets.stretch(one.start, one.end)
        return replace(one, start=start, end=end, cells=tuple(map(cell, one.cells)))

    return replace(source, text=text, blocks=tuple(map(block, source.blocks)))


# ── even text ────────────────────────────────────────────────────────────────────────────────────────────────────────


def even(source: Source) -> tuple[Source, Offsets]:
    """The source with each block's text even, and the way back; between blocks everything stays.

    >>> from loaders.read import from_text
    >>> given = from_text("Bộ  Tài\\u00ad chính báo\\u00a0cáo.", "tin.txt")
    >>> found, offsets = even(given)
    >>> found.text, given.text[slice(*offsets.stretch(3, 12))]
    ('Bộ Tài chính báo cáo.', 'Tài\\xad chính')
    """
    text = source.text
    text = even_spaces(text)
    offsets = Offsets()
    if not _is_uneven(text, source.blocks):
        return (source if text is source.text else replace(source, text=text)), offsets
    blocks: list[Block] = []
    parts: list[str] = []
    upto = left_out = 0
    for block in source.blocks:
        cuts = [(block.start, block.start - left_out)]  # where a piece of the block begins, and where it comes to stand
        for run in _runs(text, block):
            start, end = run.span()
            spaced = (" " in run[0] or "\n" in run[0]) and not (run[0] == " " and text[end] in ",;")
            gap = _tabs(block, start, end) or (" " if spaced else "")
            parts += (text[upto:start], gap)
            upto = end
            left_out += end - start - len(gap)
            offsets.add(end - left_out, left_out)
            cuts.append((end, end - left_out))
        blocks.append(_placed(block, cuts))
    return replace(source, text="".join((*parts, text[upto:])), blocks=tuple(blocks)), offsets


def _runs(text: str, block: Block) -> Iterator[re.Match[str]]:
    drawn = block.cells and text.find("\n", block.start, block.end) < 0
    return (_UNEVEN_ROW if drawn else _UNEVEN).finditer(text, block.start, block.end)


def _tabs(block: Block, start: int, end: int) -> str:
    """A tab for each cell that begins below the one before it, on a line of its own."""
    return "\t" * sum(start < cell.start <= end for cell in block.cells)


def _is_uneven(text: str, blocks: Iterable[Block]) -> bool:
    if "  " in text or " , " in text or " ; " in text or (not text.isascii() and _UNSEEN_RUN.search(text)):
        return True
    return any(text.find("\n", block.start, block.end) >= 0 for block in blocks)


def _placed(block: Block, cuts: list[tuple[int, int]]) -> Block:
    """The block where it comes to stand; a cell neither begins nor ends inside what was left out."""

    def at(offset: int) -> int:
        begin, new = cuts[bisect_right(cuts, offset, key=lambda cut: cut[0]) - 1]
        return new + offset - begin

    cells = tuple(replace(cell, start=at(cell.start), end=at(cell.end)) for cell in block.cells)
    return replace(block, start=at(block.start), end=at(block.end), cells=cells)


def found_in(source: Source, offsets: Offsets, found: Facts) -> Facts:
    """What was found in the even text, with its evidence as it stands in the source as given."""
    return with_evidence(found, lambda one: _evidence(one, source.text, offsets))


def _evidence(found: Evidence, text: str, offsets: Offsets) -> Evidence:
    start, end = offsets.stretch(found.start, found.end)
    return replace(found, start=start, end=end, quote=text[start:end])
