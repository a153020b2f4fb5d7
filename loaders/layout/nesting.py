"""The headings and introducing lines that stay open while a source is cut into units from its top."""

from __future__ import annotations

from dataclasses import dataclass

HEADING_LEVEL = 3.5  # of a heading without a marker, and of a question
_PAGE_TITLE = 1
_SENTENCE_LEVEL = 5.0  # of an introducing line with nothing above it
_JUST_ABOVE = 0.05


@dataclass(frozen=True, slots=True)
class _Line:
    """An open line: a heading, or one whose colon introduces others; `level` as of markers, `unit` its index."""

    level: float
    unit: int
    heading: bool
    colon: bool

    @property
    def introduces(self) -> bool:
        """Whether it is an unmarked line that opens a list."""
        return self.colon and bool(self.level % 1)


class Nesting:
    """The open lines, outermost first, at the place that has been reached."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []

    @property
    def lead(self) -> int | None:
        """The unit whose colon introduces what stands here."""
        return self._lines[-1].unit if self._lines and self._lines[-1].colon else None

    @property
    def heading(self) -> int | None:
        """The unit right above what stands here: a heading, or a line that introduces it."""
        return self._lines[-1].unit if self._lines else None

    def close_for_marked(self, level: float, before: int, *, first: bool) -> None:
        """A marked line of `level` comes, `before` being the unit ahead of it: what it does not stand below is closed.

        "Sở X làm những việc sau:" right above a dash opens the list, also where it stands among the dashes of another.
        """
        opening = self._lines[-1] if self._lines and first and self._lines[-1].unit == before else None
        above = [line for line in self._lines if line.level < level]
        if opening and opening.introduces and not opening.heading and opening.level >= level:
            above = [line for line in above if line.level != level - _JUST_ABOVE]
            above.append(_Line(level - _JUST_ABOVE, opening.unit, heading=False, colon=True))
        self._lines = above

    def close_for_heading(self, level: float) -> None:
        """An unmarked heading of `level` comes."""
        self._lines = [line for line in self._lines if line.level < level]

    def close_for_question(self) -> None:
        """A page asks anew: what stood above is answered."""
        self._lines = [line for line in self._lines if line.level <= _PAGE_TITLE]

    def close_for_paragraph(self) -> None:
        """An unmarked paragraph comes that goes on with no list."""
        while self._lines and self._lines[-1].introduces:
            self._lines.pop()

    def open(self, unit: int, level: float | None, *, heading: bool, colon: bool) -> None:
        """A line opens, below those that are open; `level` is None for one that only introduces others."""
        if level is None:
            above = self._lines[-1].level if self._lines else _SENTENCE_LEVEL
            level = above + (0.1 if above % 1 == 0 else 0.01)
        self._lines.append(_Line(level, unit, heading, colon))
