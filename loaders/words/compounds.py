"""Words that only are a part of a longer one: "bị" in "thiết bị", "hiện" in "thực hiện" and "hiện đại".

The longer words are tables/compounds.txt.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.folding import fold
from loaders import tables
from loaders.words.flat import even_spaces, lowered, steady

_LONGEST = 16  # characters that a longer word has before the part, with room for uneven spaces


class _Longer(NamedTuple):
    """The longer words of one part: what they have before it and behind it, folded, and the words as spelt."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _longer() -> dict[str, _Longer]:
    """The longer words by their folded part."""
    found = {}
    for part, listed in tables.values("compounds").items():
        words = tuple(word.strip() for word in steady(listed).split(","))
        folds = [fold(word) for word in words]
        before = tuple(word.removesuffix(part) for word in folds if word.endswith(f" {part}"))
        behind = tuple(word.removeprefix(part) for word in folds if word.startswith(f"{part} "))
        found[part] = _Longer(before, behind, words)
    return found


def holds(text: str, folded: str, start: int, stop: int, *, accented: bool, behind: bool = True) -> bool:
    """Whether a longer word stands around a stretch; with `behind` false, one that the stretch ends.

    `accented` says whether the text has its diacritics, so that they have to be those of the longer word.

    >>> text = "mua trang bị mới"
    >>> holds(text, fold(text), 10, 12, accented=True)
    True
    """
    longer = _longer().get(folded[start:stop])
    if longer is None:
        return False
    if longer.before and folded.endswith(longer.before, max(0, start - _LONGEST), start):
        return not accented or _printed(text, start - _LONGEST, stop).endswith(longer.words)
    if not behind or not longer.behind or not folded.startswith(longer.behind, stop):
        return False
    return not accented or _printed(text, start, stop + _LONGEST).startswith(longer.words)


def _printed(text: str, start: int, stop: int) -> str:
    """A stretch as the table's words are spelt: in lower case, tone marks steady, with plain spaces."""
    return lowered(even_spaces(text[max(0, start) : stop])).replace("\n", " ")
