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

from loaders.formats import official
from loaders.formats.blocks import MARKER, continues, is_unfinished
from loaders.formats.pdfchars import Page, Run
from loaders.formats.pdfgrid import Line

_HEAD_ZONE = 0.1  # of the page's height; running heads and page numbers stand in it, above and below
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:Trang\s+|Page\s+|Tr\.\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4}|\s+of\s+\d+)?(?:\s*-)?", re.I
)
_DIGITS = re.compile(r"\d+")
_NUMBER_HEAD = re.compile(r"(?:^|\s)\d{1,5}(?:/\d{4})?/[A-ZĐ]{1,8}$")
_DAY_HEAD = re.compile(r"(?<![\d/])(?:\d{1,2}/)?\d{1,2}/((?:19|20)\d?|[12])$")
_DAY_REST = re.compile(r"(\d{1,3})(?!\d)")
_PART = re.compile(r"(?:Điều|Chương|Phần|Phụ lục) (?:\d{1,3}|[IVXL]{1,6})\b")
_NUMBER_REST = re.compile(r"[A-ZĐ]{1,8}-[A-ZĐ]")
_BROKEN = 24  # characters of a line's end that hold a broken day or number
_SPILLED = 2  # letters
_INDENT = 8.0  # points
_WIDEST_INDENT = 60.0
_HEADING = 4  # words in capitals that no sentence goes on with
_CLEAR = 1.8  # type sizes between a running head and the text


@dataclass(frozen=True, slots=True)
class Measure:
    """The text area of pages in points, and the ordinary step between lines in parts of the type size."""

    left: float
    right: float
    step: float


def without_running_heads(pages: list[Page]) -> None:
    """Takes out of the pages what recurs on most of them at head or foot, page numbers there, and what lies beyond."""
    zones = [[run for run in page.runs if _in_zone(run, page)] for page in pages]
    doomed: set[int] = set()
    if len(pages) > 1:
        counts = Counter(key for runs in zones for key in {_key(run) for run in runs})
        often = {key for key, count in counts.items() if count >= 2 and count > 0.5 * len(pages)}
        for page, runs in zip(pages, zones, strict=True):
            recurring = [run for run in runs if _key(run) in often and not _is_table_head(run, runs, page)]
            doomed.update(map(id, _set_apart(recurring, page)))
    doomed.update(_page_numbers(pages, zones))
    for page, runs in zip(pages, zones, strict=True):
        heads = [run.y for run in runs if id(run) in doomed and run.y < page.height / 2]
        feet = [run.y for run in runs if id(run) in doomed and run.y > page.height / 2]
        top, foot = max(heads, default=-1.0), min(feet, default=page.height + 1)
        page.runs = [run for run in page.runs if id(run) not in doomed and top + 2 < run.y < foot - 2]


def without_spills(pages: list[Page]) -> None:
    """Takes out what a browser prints twice where a page ends: the accents of the next page's first line stand out."""
    for page, following in pairwise(pages):
        foot = max(page.runs, key=lambda run: run.y, default=None)
        if foot is None or len(foot.text) > _SPILLED or not following.runs:
            continue
        first = min(run.y for run in following.runs)
        for run in following.runs:
            at = next((i for i, edge in enumerate(run.edges) if abs(edge[0] - foot.x0) < 0.5), None)
            if run.y - first < run.size and at is not None and run.text.startswith(foot.text, at):
                page.runs.remove(foot)
                break


def _in_zone(run: Run, page: Page) -> bool:
    return not _HEAD_ZONE * page.height < run.y < (1 - _HEAD_ZONE) * page.height


def _key(run: Run) -> tuple[str, int]:
    # a page number within it may differ; whole lines of text have to be alike
    return _DIGITS.sub("#", run.text) if len(run.text) < 40 else run.text, round(run.y / 12)


def _set_apart(recurring: list[Run], page: Page) -> list[Run]:
    """Those of the recurring runs that stand clear of the text: a line that goes on without a gap belongs to it."""
    found: list[Run] = []
    for toward in (1, -1):  # heads look down to the text, feet up
        side = [run for run in recurring if (run.y < page.height / 2) == (toward == 1)]
        side.sort(key=lambda run: -toward * run.y)  # the nearest to the text first
        while side:
            beyond = min(
                (toward * (o.y - side[0].y) for o in page.runs if toward * (o.y - side[0].y) > 3), default=99.0
            )
            if beyond >= _CLEAR * side[0].size:
                found.extend(side)
                break
            side = [run for run in side if abs(run.y - side[0].y) > 3]
    return found


def _is_table_head(run: Run, runs: list[Run], page: Page) -> bool:
    """Whether a line that recurs may be the head of a table repeated overleaf: it has several columns, and the text
    area may already begin there."""
    beside = [
        other for other in runs if abs(other.y - run.y) < 0.5 * run.size and not _PAGE_NUMBER.fullmatch(other.text)
    ]
    return len(beside) > 2 and 0.05 * page.height < run.y < 0.93 * page.height


def _page_numbers(pages: list[Page], zones: list[list[Run]]) -> set[int]:
    """The runs that are a bare number and count the pages: most differ from the page's place by one constant.

    They stand at one height on all pages and in no table, where rows may be counted across a page break.
    """
    bare: list[tuple[tuple[int, int], Run]] = []
    for page, runs in zip(pages, zones, strict=True):
        for run in runs:
            match = _PAGE_NUMBER.fullmatch(run.text.strip())
            alone = not any(other is not run and abs(other.y - run.y) < 0.5 * run.size for other in runs)
            if match and (alone or match[1] != run.text.strip()) and not _in_table(run, page):
                bare.append(((int(match[1]) - page.number, round(run.y / 12)), run))
    shifts = Counter(shift for shift, _ in bare)
    shift, count = shifts.most_common(1)[0] if shifts else ((0, 0), 0)
    if count < 2 or count < 0.5 * (len(pages) - 1):
        return set()
    return {id(run) for own, run in bare if own == shift}


def _in_table(run: Run, page: Page) -> bool:
    return any(not rule.horizontal and rule.y0 - 2 <= run.y <= rule.y1 + 2 for rule in page.rules)


def measures(pages: list[Page], found: list[list[Line]]) -> list[Measure]:
    """The text area and line step of each page, from the body lines of all pages that are as wide."""
    by_width: dict[int, list[list[Line]]] = {}
    for page, lines in zip(pages, found, strict=True):
        by_width.setdefault(round(page.width), []).append(lines)
    measured = {width: _measure(width, lines) for width, lines in by_width.items()}
    return [measured[round(page.width)] for page in pages]


def _measure(width: float, found: list[list[Line]]) -> Measure:
    body = [line for page in found for line in page]
    if not body:
        return Measure(0.12 * width, 0.88 * width, 1.4)
    rights = sorted(line.x1 for line in body)
    lefts = sorted(line.x0 for line in body)
    right = rights[min(len(rights) - 1, int(0.97 * len(rights)))]
    left = lefts[int(0.05 * len(lefts))]
    if right < 0.72 * width or len(body) < 12:  # too little to tell by: the margins are taken to be alike
        right = max(right, width - left)
    steps = sorted(
        (b.y - a.y) / max(a.size, 1)
        for page in found
        for a, b in pairwise(page)
        if 0.8 * a.size < b.y - a.y < 3 * a.size and is_unfinished(a.text) and is_full(a, b, left, right)
    )
    # steps within paragraphs and, where a heading happens to be full, below it: the smaller ones count
    return Measure(left, right, steps[len(steps) // 4] if steps else 1.4)


def first_word(line: Line) -> float:
    """The width of the first word of a line."""
    run = line.runs[0]
    blank = run.text.find(" ")
    last = (blank if blank > 0 else len(run.text)) - 1
    return run.edges[min(last, len(run.edges) - 1)][1] - run.x0


def is_full(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether the first word of the following line had no room left on this one."""
    room = right - line.x1
    if _is_centred(line, left, right):
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
    if abs(last.size - line.size) > 0.15 * last.size or official.is_document_type(last.text):
        return False
    if line.y - last.y > 1.25 * measured.step * last.size or line.y <= last.y:
        return False
    if not is_full(last, line, measured.left, measured.right):
        return is_unfinished(last.text) and continues(line.text)
    if line.text.isupper() and not last.text.isupper() and len(line.text.split()) >= _HEADING:
        return False  # "HỘI ĐỒNG NHÂN DÂN TỈNH …" below a full line that no stop ends
    marked = MARKER.match(line.text) is not None
    if not is_unfinished(last.text) and (marked or _begins_part(last, line)):
        return False
    hanging = len(paragraph) == 1 and MARKER.match(paragraph[0].text) is not None
    if line.x0 > last.x0 + _INDENT and not hanging and not _is_centred(line, measured.left, measured.right):
        return is_unfinished(last.text) and line.text[:1].islower()
    return not (marked and abs(line.x0 - paragraph[0].x0) < 2 and line.x0 > measured.left + _INDENT)


def _begins_part(last: Line, line: Line) -> bool:
    """Whether a line is an article's or chapter's first, or one in capitals below one that is not."""
    return _PART.match(line.text) is not None or (line.text.isupper() and not last.text.isupper())


def _is_centred(line: Line, left: float, right: float) -> bool:
    """Whether the line stands in the middle with more room at its left than a first-line indent has."""
    return line.x0 > left + _WIDEST_INDENT and abs((line.x0 + line.x1) / 2 - (left + right) / 2) < 12


def goes_on_overleaf(last: Line, line: Line, measured: Measure, indents: bool) -> bool:
    """Whether a paragraph that stands at the foot of a page goes on with the first line of the next page."""
    if abs(last.size - line.size) > 0.15 * last.size or MARKER.match(line.text):
        return False
    unfinished = is_unfinished(last.text) or (last.text.endswith(";") and continues(line.text))
    if not is_full(last, line, measured.left, measured.right):
        return unfinished and continues(line.text)
    return unfinished or (indents and line.x0 <= measured.left + _INDENT / 2)


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
    if following[0] in ".,;:)?!" or (line[-1] in "-/" and line[-2:-1].isalnum() and following[0].isalnum()):
        return True
    # a narrow cell breaks a day and a document's number anywhere: "31/12/202" "6", "06/202" "6", "37/2018/Q" "Đ-TTg"
    end = line[-_BROKEN:]
    day, rest = _DAY_HEAD.search(end), _DAY_REST.match(following)
    if day and rest and len(day[1]) + len(rest[1]) == 4:
        return True
    return _NUMBER_HEAD.search(end) is not None and _NUMBER_REST.match(following) is not None
