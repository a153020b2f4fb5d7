"""Lines of PDF pages as paragraphs: running heads and page numbers dropped, soft line ends joined.

A line ends softly where the first word of the next one had no room left. A step wider than usual, a first-line indent
or a list mark begins a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.blocks import MARKER, is_unfinished
from loaders.pdfchars import Page, Run
from loaders.pdftables import Line

_HEAD_ZONE = 0.1  # of the page's height; running heads and page numbers stand in it, above and below
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:Trang\s+|Page\s+|Tr\.\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4}|\s+of\s+\d+)?(?:\s*-)?", re.I
)
_DIGITS = re.compile(r"\d+")
_NUMBER_HEAD = re.compile(r"(?:^|\s)\d{1,5}(?:/\d{4})?/[A-ZĐ]{1,8}$")
_NUMBER_REST = re.compile(r"[A-ZĐ]{1,8}-[A-ZĐ]")
_INDENT = 8.0  # points


@dataclass(frozen=True, slots=True)
class Measure:
    """The text area of a document's pages and the ordinary step between its lines, in points."""

    left: float
    right: float
    step: float


def without_running_heads(pages: list[Page]) -> None:
    """Takes out of the pages the lines that recur on most of them at head or foot, and the page numbers there."""
    edges: list[list[tuple[Page, str, float, list[Run]]]] = []
    for page in pages:
        zone: dict[tuple[bool, int], list[Run]] = {}
        for run in page.runs:
            if run.y < _HEAD_ZONE * page.height or run.y > (1 - _HEAD_ZONE) * page.height:
                zone.setdefault((run.y < page.height / 2, round(run.y / 3)), []).append(run)
        edges.append(
            [
                (page, " ".join(r.text for r in sorted(runs, key=lambda r: r.x0)), runs[0].y, runs)
                for runs in zone.values()
            ]
        )
    doomed: set[int] = set()
    if len(pages) > 1:
        counts = Counter(key for found in edges for key in {_key(text, y) for _, text, y, _ in found})
        often = {key for key, count in counts.items() if count >= 2 and count > 0.5 * len(pages)}
        for found in edges:
            for _, text, y, runs in found:
                if _key(text, y) in often and (_is_outermost(found, y) or _DIGITS.sub("", text).strip(" -|/") == ""):
                    doomed.update(map(id, runs))
    for number, found in _numbers(edges, len(pages)):
        if number:
            doomed.update(map(id, found))
    for page in pages:
        page.runs = [run for run in page.runs if id(run) not in doomed]


def _key(text: str, y: float) -> tuple[str, int]:
    return _DIGITS.sub("#", text), round(y / 12)


def _is_outermost(found: list[tuple[Page, str, float, list[Run]]], y: float) -> bool:
    """Whether the line is one of the two nearest to the paper's edge: a table's head repeated on each page is not."""
    page = found[0][0]
    side = sorted(
        abs(page.height / 2 - other) for _, _, other, _ in found if (other < page.height / 2) == (y < page.height / 2)
    )
    return abs(page.height / 2 - y) >= side[-2:][0] and not 0.075 * page.height < y < 0.925 * page.height


def _numbers(edges: list[list[tuple[Page, str, float, list[Run]]]], total: int) -> Iterable[tuple[bool, list[Run]]]:
    """The lines that are a bare number, and whether it counts the pages: most differ from the page by one constant."""
    bare = []
    for found in edges:
        for page, text, _, runs in found:
            match = _PAGE_NUMBER.fullmatch(text.strip())
            if match:
                bare.append((int(match[1]) - page.number, runs))
    shifts = Counter(shift for shift, _ in bare)
    shift, count = shifts.most_common(1)[0] if shifts else (0, 0)
    counts_pages = count >= 2 and count >= 0.5 * (total - 1)
    return [(counts_pages and own == shift, runs) for own, runs in bare]


def measure(found: list[list[Line]]) -> Measure:
    """The text area and line step of a document, from the body lines of its pages."""
    body = [line for page in found for line in page]
    if not body:
        return Measure(72, 540, 16)
    rights = sorted(line.x1 for line in body)
    lefts = sorted(line.x0 for line in body)
    right = rights[min(len(rights) - 1, int(0.97 * len(rights)))]
    left = lefts[int(0.05 * len(lefts))]
    steps = [
        (b.y - a.y) / max(a.size, 1)
        for page in found
        for a, b in pairwise(page)
        if 0.8 * a.size < b.y - a.y < 3 * a.size and is_full(a, b, left, right)
    ]
    step = median(steps) if steps else 1.4
    return Measure(left, right, step)


def first_word(line: Line) -> float:
    """The width of the first word of a line."""
    run = line.runs[0]
    blank = run.text.find(" ")
    last = (blank if blank > 0 else len(run.text)) - 1
    return run.edges[min(last, len(run.edges) - 1)][1] - run.x0


def is_full(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether the first word of the following line had no room left on this one."""
    room = right - line.x1
    middle = (line.x0 + line.x1) / 2
    if line.x0 > left + 20 and abs(middle - (left + right) / 2) < 12:  # centred
        room = (right - left) - (line.x1 - line.x0)
    return room < first_word(following) + 0.3 * line.size + 1


def paragraphs(found: list[Line], measured: Measure) -> list[list[Line]]:
    """Lines of one page, or of a stretch between tables, gathered into paragraphs."""
    gathered: list[list[Line]] = []
    for line in found:
        if gathered and _same_paragraph(gathered[-1], line, measured):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    return gathered


def _same_paragraph(paragraph: list[Line], line: Line, measured: Measure) -> bool:
    last = paragraph[-1]
    if abs(last.size - line.size) > 0.15 * last.size:
        return False
    if line.y - last.y > 1.25 * measured.step * last.size or line.y <= last.y:
        return False
    if not is_full(last, line, measured.left, measured.right):
        return False
    marked = MARKER.match(line.text) is not None
    if marked and not is_unfinished(last.text):
        return False
    hanging = len(paragraph) == 1 and MARKER.match(paragraph[0].text) is not None
    if line.x0 > last.x0 + _INDENT and not hanging and not _is_centred(line, measured):
        return is_unfinished(last.text) and line.text[:1].islower()
    return not (marked and abs(line.x0 - paragraph[0].x0) < 2 and line.x0 > measured.left + _INDENT)


def _is_centred(line: Line, measured: Measure) -> bool:
    return abs((line.x0 + line.x1) / 2 - (measured.left + measured.right) / 2) < 12


def goes_on_overleaf(last: Line, line: Line, measured: Measure, indents: bool) -> bool:
    """Whether a paragraph that stands at the foot of a page goes on with the first line of the next page."""
    if abs(last.size - line.size) > 0.15 * last.size or MARKER.match(line.text):
        return False
    if not is_full(last, line, measured.left, measured.right):
        return False
    return is_unfinished(last.text) or (indents and line.x0 <= measured.left + _INDENT / 2)


def text(found: Iterable[Line]) -> str:
    """The lines of a paragraph or a cell as one: a space between them, none after a hyphen or slash in mid-word.

    Vietnamese breaks no word, so a hyphen at a line's end is the text's own ("2021-", "QĐ-").
    """
    whole = ""
    for line in found:
        words = line.text.strip()
        if not words:
            continue
        if whole and not _is_one_word(whole, words):
            whole += " "
        whole += words
    return whole


def _is_one_word(line: str, following: str) -> bool:
    if line[-1] in "-/" and line[-2:-1].isalnum() and following[0].isalnum():
        return True
    # a narrow cell breaks a document's number anywhere: "37/2018/Q" "Đ-TTg"
    return _NUMBER_HEAD.search(line) is not None and _NUMBER_REST.match(following) is not None
