"""A body as a letterhead prints it, all in capitals, where it is none that the rules for names know there."""

from __future__ import annotations

from kg.folding import fold
from loaders import tables
from loaders.words.abbreviations import spell_out

_LEVELS = frozenset(("tỉnh", "huyện", "quận", "xã", "phường", "thị", "trấn"))
_VOWELS = frozenset("aeiouy")


def above(text: str, number: int) -> str | None:
    """The body in the last line above a document's number, as it is written elsewhere; None where that names none.

    >>> above("PHÒNG GD&ĐT HUYỆN KIM SƠN\\nTRƯỜNG THCS KIM ĐÔNG\\nSố: 7/TB-THCS", 47)
    'Trường THCS Kim Đông'
    """
    lines = [line.split("\t")[0].strip(" *_-") for line in text[:number].split("\n")[:-1]]
    last = next((line for line in reversed(lines) if line), "")
    heads = (head for head in tables.printed("body_heads") if last.lower().startswith(f"{head.lower()} "))
    head = max(heads, key=len, default=None)
    if head is None or not last.isupper():
        return None
    return spell_out(" ".join((head, *map(_written, last[len(head) :].split()))), {})


def _written(word: str) -> str:
    """A word in capitals as a name has it: an abbreviation as it is, a level of places small."""
    if word.lower() in _LEVELS:
        return word.lower()
    return word.capitalize() if _VOWELS & set(fold(word)) and "&" not in word else word
