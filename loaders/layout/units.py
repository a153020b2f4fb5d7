"""A source cut into the units that evidence may not leave: sentences, list items and table rows.

Each unit knows its role, its place in an official document (Điều, Khoản, Điểm, Mục, Phụ lục: Decree 30/2020/NĐ-CP,
Annex I), the line that introduces it and the heading above it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import UPPER, fold
from kg.model import NOWHERE, Source
from loaders.formats import datelines
from loaders.layout import markers, repeats, sentences, site_lines
from loaders.layout.markers import Marker
from loaders.layout.nesting import HEADING_LEVEL, Nesting
from loaders.reading import Role, Unit
from loaders.words.keyed import Keyed

_HEAD = 12  # blocks at the head of a text in which its dateline stands
_QUESTION = 300  # characters that a question has at most
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\|?\s*$")
_ENCLOSED = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\b[^()]*\)\s*$", re.IGNORECASE)  # below an annex's title
_DASHED = re.compile(r"\s*[-+*\u2022]\s")
_NAME_LINE = re.compile(rf"(?:[{UPPER}]\w*\s*){{2,4}}")
_CAPTION = Keyed(r"(?s)^.{0,240}(?:[-.(|]\s*|^)anh(?:\s*:|\s+minh hoa)[^.]{0,40}$", ":|minh hoa")
_DIACRITIC = re.compile("[À-ÖØ-öø-ỹ]")


def units(source: Source, folded: str | None = None, *, official: bool = False) -> tuple[Unit, ...]:
    """The units of `source` in order of their start; they do not overlap, and every block has at least one.

    `official` says that the source is a document's own text: then repeated clauses are kept, since two agencies may be
    given the same duty in the same words; elsewhere a paragraph that repeats an earlier one is furniture.
    """
    cutter = _Cutter(source, fold(source.text) if folded is None else folded, official=official)
    for index in range(len(source.blocks)):
        cutter.cut(index)
    return tuple(cutter.found)


class _Cutter:
    """Cuts the blocks of a source from its top; what is open above and the place reached are carried from one on."""

    def __init__(self, source: Source, folded: str, *, official: bool) -> None:
        self.found: list[Unit] = []
        self._source, self._folded, self._official = source, folded, official
        self._repeated = frozenset() if official else repeats.find(source, folded)
        self._beside = site_lines.Beside()
        self._nesting = Nesting()
        self._place = NOWHERE

    def cut(self, index: int) -> None:
        """Adds the units of the block at `index`, the next one."""
        block = self._source.blocks[index]
        start, end = _trim(self._folded, block.start, block.end)
        if start >= end:
            return
        text = self._folded[start:end]
        if self._place.page != block.page:
            self._place = replace(self._place, page=block.page)
        if (
            block.kind == "boilerplate"
            or index in self._repeated
            or self._beside.is_line(text, official=self._official)
        ):
            self._add_aside("boilerplate", index, start, end)
            if _asks(text):
                self._nesting.close_for_question()
                self._nesting.open(len(self.found) - 1, HEADING_LEVEL, heading=False, colon=False)
        elif block.kind == "row":
            # a row belongs to the annex or section that it stands in
            self._add("header-row" if block.header else "row", index, [(start, end)])
        else:
            self._cut_paragraph(index, start, end, text)

    def _cut_paragraph(self, index: int, start: int, end: int, text: str) -> None:
        source, block = self._source, self._source.blocks[index]
        marker = markers.find(source.text, text, start)
        named = _is_name(source.text, start, end)
        line = source.text[start:end]
        dateline = (not self._official and index < _HEAD and datelines.is_dateline(line)) or datelines.is_placed(line)
        if dateline or block.kind == "caption" or _CAPTION.search(text) or (marker is None and named):
            self._add_aside("byline" if named or dateline else "caption", index, start, end)
            return
        heading = _is_heading(source, self._folded, index, marker)
        colon, asks = text.rstrip().endswith(":"), marker is None and _asks(text)
        level: float | None = None
        if marker is not None:
            level = marker.level
            self._place = markers.place(self._place, marker)
            self._nesting.close_for_marked(level, len(self.found) - 1, first=marker.is_first)
        elif heading:
            level = HEADING_LEVEL if block.level == 0 else min(HEADING_LEVEL, block.level)
            self._nesting.close_for_heading(level)
        elif asks:
            level = HEADING_LEVEL
            self._nesting.close_for_question()
        elif not _continues(source, self._folded, index):
            self._nesting.close_for_paragraph()
        first = len(self.found)
        if heading:
            self._add("heading", index, [(start, end)])
        else:
            role: Role = "item" if marker is not None or block.kind == "item" else "sentence"
            self._add(role, index, sentences.split(source.text, start, end))
        if level is not None or colon:
            self._nesting.open(len(self.found) - 1 if colon else first, level, heading=heading, colon=colon)

    def _add(self, role: Role, index: int, stretches: list[tuple[int, int]]) -> None:
        """Units of the text, below what is open."""
        accented = self._is_accented(stretches[0][0], stretches[-1][1])
        lead, heading = self._nesting.lead, self._nesting.heading
        for start, end in stretches:
            self.found.append(Unit(role, start, end, index, self._place, lead, heading, accented))

    def _add_aside(self, role: Role, index: int, start: int, end: int) -> None:
        """A unit beside the text."""
        self.found.append(Unit(role, start, end, index, self._place, accented=self._is_accented(start, end)))

    def _is_accented(self, start: int, end: int) -> bool:
        return _DIACRITIC.search(self._source.text, start, end) is not None


def _asks(text: str) -> bool:
    """Whether an unmarked line is a question, under which its answer stands."""
    return text.rstrip().endswith("?") and len(text) < _QUESTION


def _continues(source: Source, folded: str, index: int) -> bool:
    """Whether an unmarked block goes on with the list of the block before it."""
    if index == 0:
        return False
    before = source.blocks[index - 1]
    return folded[before.start : before.end].rstrip().endswith((":", ";", ","))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but a name, as below an article or a signature."""
    return end - start < 40 and _NAME_LINE.fullmatch(text, start, end) is not None and not text[start:end].isupper()


def _is_heading(source: Source, folded: str, index: int, marker: Marker | None) -> bool:
    block = source.blocks[index]
    text = source.text[block.start : block.end].strip()
    if block.kind in ("title", "heading"):
        return True
    name = marker.name if marker else None
    if name in ("annex", "part", "chapter", "section"):
        return len(text) < 200
    if name == "article":
        return len(text) < 200 and not _TERMINAL.search(text)
    if block.kind == "item" and name is None:
        return False
    if name in ("dash", "plus", "point", "bracket") or len(text) > 160 or _TERMINAL.search(text):
        return False
    letters = [char for char in _ENCLOSED.sub("", text) if char.isalpha()]
    if letters and all(char.isupper() for char in letters):
        return True
    if name in ("roman", "letter", "number", "decimal"):
        return len(text.split()) <= 25 and not text.endswith(",")
    following = source.blocks[index + 1] if index + 1 < len(source.blocks) else None
    return (
        following is not None
        and len(text) <= 110
        and text[0].isupper()
        and not text.endswith(",")
        and following.kind in ("paragraph", "item")
        and (following.end - following.start > 1.4 * len(text) or _opens_dashes(source, folded, index))
    )


def _opens_dashes(source: Source, folded: str, index: int) -> bool:
    """Whether a line stands between a closed one and a dash: it heads the dashes, as long as they may be."""
    before, after = source.blocks[index - 1] if index else None, source.blocks[index + 1]
    closed = before is not None and folded[before.start : before.end].rstrip().endswith((".", ";", ":", "?"))
    return closed and _DASHED.match(folded, after.start, after.end) is not None
