"""Words for staff, which are posts only beside a name: what they do, and the body that they belong to."""

from __future__ import annotations

import re

from kg.folding import UPPER
from loaders.words.flat import Flat

_SMALL = re.compile(rf"[^\W\d_{UPPER}]+(?!\w)")
_CLOSED = re.compile(r"[,.;)\n|]|$| [-–]")
_PREPOSITION = re.compile(r" (?:của|thuộc|tại|cua|thuoc|tai)$")


def body_after(flat: Flat, end: int, bodies: dict[int, tuple[int, str]]) -> tuple[int, int, str] | None:
    """The body that a word for staff belongs to, with up to three words of what they do between: start, end, name."""
    at = end
    for _ in range(5):
        if flat.text[at : at + 2] == ", " and at + 2 in bodies and _CLOSED.match(flat.text, bodies[at + 2][0]):
            return at + 2, *bodies[at + 2]  # "chuyên gia kinh tế, Đại học …,"
        if flat.text[at : at + 1] != " ":
            return None
        if at + 1 in bodies:
            return at + 1, *bodies[at + 1]
        word = _SMALL.match(flat.text, at + 1)
        if word is None:
            return None
        at = word.end()
    return None


def duty(between: str) -> str:
    """What somebody does there, from the words between the word for staff and the body.

    >>> duty(" tư vấn của "), duty(" ")
    (' tư vấn', '')
    """
    return _PREPOSITION.sub("", between.rstrip(" ,"))
