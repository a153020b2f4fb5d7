"""The characters of a PDF page in the order in which they are read.

A program that lacks a letter in its font takes that letter from another one, and some (LibreOffice) write these letters
behind the rest of their line, each at its place: "B n Ninh" and then "ắc" between. Only the places tell the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

_BACK = 0.1  # heights by which a character stands left of the one before that it does not go on with
_LINE = 0.4  # heights by which the baselines of one line differ
_TOUCH = 0.15  # heights between two letters of one word at the most
_APART = 0.12  # heights from one letter's left to the next one's at the least: less is one over the other
_OVERLAP = 0.5  # heights by which the boxes of two letters beside each other overlap at the most


class Glyph(NamedTuple):
    """A character with its place; `spaced` where PDFium sees a space before it that is not written."""

    char: str
    left: float
    right: float
    base: float  # y of its baseline
    height: float
    place: int  # in PDFium's text page
    spaced: bool


def put_right(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters with those that were written later put into the gaps of the line that they belong to.

    Texts that lie over each other, and cells written in another order, stay as they are.
    """
    found: list[Glyph] = []
    line: list[Glyph] = []
    for stretch in _stretches(glyphs):
        if line and _goes_between(line, stretch):
            line = sorted([*line, *stretch], key=attrgetter("left"))
        else:
            found.extend(line)
            line = stretch
    found.extend(line)
    return found


def _stretches(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Parts in which each character stands on the line of the one before, right of it."""
    begin = 0
    for at in range(1, len(glyphs)):
        last, glyph = glyphs[at - 1], glyphs[at]
        if glyph.left < last.left - _BACK * last.height or abs(glyph.base - last.base) > _LINE * last.height:
            yield glyphs[begin:at]
            begin = at
    if glyphs:
        yield glyphs[begin:]


def _goes_between(line: list[Glyph], stretch: list[Glyph]) -> bool:
    """Whether letters of the stretch stand in gaps of the line, over none of its letters, and touch one of them."""
    first, height = stretch[0], line[-1].height
    if abs(first.base - line[-1].base) > _LINE * height or first.left >= line[-1].left:
        return False
    touching = False
    merged = sorted([*((glyph, True) for glyph in line), *((glyph, False) for glyph in stretch)], key=_left)
    for (glyph, own), (following, is_own) in pairwise(merged):
        if own is is_own:
            continue
        gap = following.left - glyph.right
        if gap < -_OVERLAP * height or following.left - glyph.left < _APART * height:
            return False
        letters = not glyph.char.isspace() and not following.char.isspace()
        touching = touching or (letters and gap < _TOUCH * height and following.left < line[-1].right)
    return touching


def _left(glyph: tuple[Glyph, bool]) -> float:
    return glyph[0].left
