"""The ruled lines drawn on a PDF page, and how its coordinates become those of the page as it is shown.

Coordinates are those of the page as it is shown: x to the right, y down from the top, in points.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_THIN = 3.0  # points; a filled box as thin as this is a drawn line
_SHORTEST_RULE = 4.0
_Matrix = tuple[float, float, float, float, float, float]


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


class View:
    """From the page's own coordinates to those as shown: turned, and from the top."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom = left, bottom
        self.across, self.up = right - left, top - bottom
        self.turn = page.get_rotation() % 360
        self.width, self.height = (self.up, self.across) if self.turn in (90, 270) else (self.across, self.up)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's own axes on the page as shown, in points from its upper left."""
        x, y = x - self.left, y - self.bottom
        if self.turn == 90:
            return y, x
        if self.turn == 180:
            return self.across - x, y
        if self.turn == 270:
            return self.up - y, self.across - x
        return x, self.up - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box likewise: its left, top, right and bottom."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def drawn(source: Any, view: View) -> tuple[list[Rule], bool]:
    """The rules of a page, and whether a picture fills it."""
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


def _path(thing: Any, view: View) -> list[Rule]:
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
