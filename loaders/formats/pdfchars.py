"""The characters of a PDF page as runs of text with their places, and the ruled lines drawn on it.

Coordinates are those of the page as it is shown: x to the right, y down from the top, in points.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from loaders.formats import legacy

_SOFT_HYPHEN = "\u00ad"
_BROKEN_HYPHENS = ("\ufffe", "\x02")  # PDFium's marks for a hyphen at the end of a line
_THIN = 3.0  # points; a filled box as thin as this is a drawn line
_SHORTEST_RULE = 4.0


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


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, horizontal or vertical."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs across the page."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Page:
    """What a page shows: its runs in the order of the file, its rules, and whether a picture fills it."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    picture: bool = False


class _View:
    """From the page's own coordinates to those as shown: turned, and from the top."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom = left, bottom
        self.across, self.up = right - left, top - bottom
        self.turn = page.get_rotation() % 360
        self.width, self.height = (self.up, self.across) if self.turn in (90, 270) else (self.across, self.up)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.turn == 90:
            return y, x
        if self.turn == 180:
            return self.across - x, y
        if self.turn == 270:
            return self.up - y, self.across - x
        return x, self.up - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def page(document: Any, index: int) -> Page:
    """The characters and rules of one page of an open pypdfium2 document."""
    source = document[index]
    try:
        view = _View(source)
        textpage = source.get_textpage()
        try:
            runs = _runs(textpage, view)
        finally:
            textpage.close()
        rules, picture = _drawn(source, view)
        return Page(index + 1, view.width, view.height, runs, rules, picture)
    finally:
        source.close()


def _runs(textpage: Any, view: _View) -> list[Run]:
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    runs: list[Run] = []
    letters: list[str] = []
    edges: list[tuple[float, float]] = []
    base = size = end = 0.0
    font_at = 0
    spaced = False  # PDFium has put a space between two pieces of text

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

    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (10, 13, 0):
            continue
        char = "-" if chr(code) in _BROKEN_HYPHENS else chr(code)
        if char == " " and pdfium.FPDFText_IsGenerated(raw, index) == 1:
            spaced = True
            continue
        if not letters and char.isspace():
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box) or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
            continue
        left, _, right, _ = view.box(box.left, box.bottom, box.right, box.top)
        baseline = view.point(x.value, y.value)[1]
        if letters:
            gap = left - end
            blank = letters[-1] == " "
            if abs(baseline - base) > 0.45 * size or gap < -0.5 * size or gap > (0.6 if blank else 0.7) * size:
                close()
            elif gap > (0.08 if spaced else 0.17) * size and not blank and char != " ":
                letters.append(" ")
                edges.append((end, left))
        spaced = False
        if not letters:
            if char.isspace():
                continue
            base, font_at = baseline, index
            size = _size(raw, index) or abs(box.top - box.bottom) / 1.15
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


# ── what is drawn ────────────────────────────────────────────────────────────────────────────────────────────────────

_Matrix = tuple[float, float, float, float, float, float]


def _drawn(source: Any, view: _View) -> tuple[list[Rule], bool]:
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    picture = False
    for thing in source.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = thing.get_bounds()
            picture = picture or (x1 - x0) * (y1 - y0) > 0.4 * view.width * view.height
            continue
        rules.extend(_path(thing, view))
    return rules, picture


def _path(thing: Any, view: _View) -> list[Rule]:
    """The rules of a path: its straight sides, and thin boxes as one line each."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
    if not fill.value and not stroke.value:  # a clipping path
        return []
    matrix: _Matrix = thing.get_matrix().get()
    x, y = ctypes.c_float(), ctypes.c_float()
    outlines: list[list[tuple[float, float]]] = []
    for number in range(pdfium.FPDFPath_CountSegments(thing.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(thing.raw, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        at = view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([at])
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            outlines[-1].append(at)
        else:
            outlines.append([at])  # a curve is no rule
        if pdfium.FPDFPathSegment_GetClose(segment) and len(outlines[-1]) > 2:
            outlines[-1].append(outlines[-1][0])
    rules: list[Rule] = []
    for points in outlines:
        rules.extend(_sides(points))
    return rules


def _sides(points: list[tuple[float, float]]) -> list[Rule]:
    if len(points) < 2:
        return []
    x0, x1 = min(p[0] for p in points), max(p[0] for p in points)
    y0, y1 = min(p[1] for p in points), max(p[1] for p in points)
    if len(points) > 2 and (x1 - x0 <= _THIN or y1 - y0 <= _THIN):  # a line drawn as a filled box
        if max(x1 - x0, y1 - y0) < _SHORTEST_RULE:
            return []
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        return [Rule(x0, middle_y, x1, middle_y)] if x1 - x0 >= y1 - y0 else [Rule(middle_x, y0, middle_x, y1)]
    rules = []
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= 1 and abs(ax - bx) >= _SHORTEST_RULE:
            rules.append(Rule(min(ax, bx), (ay + by) / 2, max(ax, bx), (ay + by) / 2))
        elif abs(ax - bx) <= 1 and abs(ay - by) >= _SHORTEST_RULE:
            rules.append(Rule((ax + bx) / 2, min(ay, by), (ax + bx) / 2, max(ay, by)))
    return rules
