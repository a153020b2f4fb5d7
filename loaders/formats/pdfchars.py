"""A PDF page: its characters as runs of text with their places, and the ruled lines drawn on it.

Coordinates are those of the page as it is shown: x to the right, y down from the top, in points.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any

from loaders.formats import legacy, pdforder
from loaders.formats.pdfdrawn import Rule, View, drawn
from loaders.formats.pdforder import Glyph

_SOFT_HYPHEN = "\u00ad"
_BROKEN_HYPHENS = ("\ufffe", "\x02")  # PDFium's marks for a hyphen at the end of a line


@dataclass(slots=True)
class Run:
    """Text that stands without a wide gap on one baseline; `edges` are the left and right of each character."""

    text: str
    x0: float
    x1: float
    y: float  # of the baseline
    size: float
    edges: list[tuple[float, float]] = field(default_factory=list)

    def clipped(self, first: int, last: int) -> Run:
        """The run of some of its characters."""
        return Run(
            self.text[first:last],
            self.edges[first][0],
            self.edges[last - 1][1],
            self.y,
            self.size,
            self.edges[first:last],
        )


@dataclass(slots=True)
class Page:
    """What a page shows: its runs in the order of the file, its rules, and whether a picture fills it."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    picture: bool = False


def page(document: Any, index: int) -> Page:
    """The characters and rules of one page of an open pypdfium2 document."""
    source = document[index]
    try:
        view = View(source)
        textpage = source.get_textpage()
        try:
            runs = _runs(textpage.raw, pdforder.put_right(_glyphs(textpage, view)))
        finally:
            textpage.close()
        rules, picture = drawn(source, view)
        return Page(index + 1, view.width, view.height, runs, rules, picture)
    finally:
        source.close()


def _glyphs(textpage: Any, view: View) -> list[Glyph]:
    """The characters in the order of the file; spaces that PDFium guesses and its line ends are none."""
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    spaced, high = False, 0
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (10, 13, 0):
            continue
        if 0xD800 <= code < 0xDC00:  # the first of two halves of a character
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not high:
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        char = "-" if chr(code) in _BROKEN_HYPHENS else chr(code)
        if char == " " and pdfium.FPDFText_IsGenerated(raw, index) == 1:
            spaced = True
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box) or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
            continue
        left, _, right, _ = view.box(box.left, box.bottom, box.right, box.top)
        height = abs(box.top - box.bottom)
        if char.isspace() and glyphs:  # its box may be flat
            height = max(height, glyphs[-1].height)
        glyphs.append(Glyph(char, left, right, view.point(x.value, y.value)[1], height, index, spaced))
        spaced = False
    return glyphs


def _runs(raw: Any, glyphs: list[Glyph]) -> list[Run]:
    runs: list[Run] = []
    letters: list[str] = []
    edges: list[tuple[float, float]] = []
    base = size = end = 0.0
    font_at = 0

    def close() -> None:
        while letters and letters[-1] == " ":
            letters.pop()
            edges.pop()
        if letters:
            text = legacy.by_font(_font(raw, font_at), "".join(letters))
            places = edges[: len(text)] if len(text) == len(letters) else _spread(edges, len(text))
            runs.append(Run(text, edges[0][0], edges[-1][1], base, size, places))
        letters.clear()
        edges.clear()

    for char, left, right, baseline, height, index, spaced in glyphs:
        if letters:
            gap = left - end
            blank = letters[-1] == " "
            if abs(baseline - base) > 0.45 * size or gap < -0.5 * size or gap > (0.6 if blank else 0.7) * size:
                close()
            elif gap > (0.08 if spaced else 0.17) * size and not blank and char != " ":
                letters.append(" ")
                edges.append((end, left))
        if not letters:
            if char.isspace():
                continue
            base, font_at = baseline, index
            size = _size(raw, index) or height / 1.15
        if char == _SOFT_HYPHEN:
            continue
        if char.isspace():
            char = " "
            if letters[-2:] == [" ", " "]:  # three spaces in a row set two columns apart
                close()
                continue
        letters.append(char)
        edges.append((left, right))
        end = right
    close()
    return runs


def _size(raw: Any, index: int) -> float:
    """The type size as shown: the font's size times the scale of its text."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(raw, index))
    if not pdfium.FPDFText_GetMatrix(raw, index, matrix):
        return size
    return size * math.hypot(matrix.c, matrix.d)


def _spread(edges: list[tuple[float, float]], length: int) -> list[tuple[float, float]]:
    """Places for a text that a font's map made longer or shorter than its characters."""
    left, right = edges[0][0], edges[-1][1]
    step = (right - left) / max(1, length)
    return [(left + step * i, left + step * (i + 1)) for i in range(length)]


def _font(raw: Any, index: int) -> str:
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(raw, index, buffer, 128, flags)
    return buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "ignore") if length else ""
