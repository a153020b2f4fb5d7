"""Blocks that say again what others of their source say: furniture, unless the source is a document's own text."""

from __future__ import annotations

import re

from kg.model import Source
from loaders.layout import markers

_WORD = re.compile(r"\w+")
_DIACRITIC = re.compile("[À-ÖØ-öø-ỹ]")


def find(source: Source, folded: str) -> frozenset[int]:
    """The blocks that say again what others say; of an accented and a stripped copy, the stripped one.

    A block that gives another number ("80% cán bộ …", a year later "100% cán bộ …") says something new, and so does an
    entry of a list with a word of its own. Only a text in which some line stands twice word for word is compared
    further, by shingles of four words.
    """
    long = [
        i
        for i, block in enumerate(source.blocks)
        if block.kind != "row"
        and block.end - block.start > 40
        and not folded[block.start : block.end].rstrip().endswith(":")  # it opens what follows
    ]
    lines = {folded[source.blocks[i].start : source.blocks[i].end].strip() for i in long}
    if len(lines) == len(long):
        return frozenset()
    seen: set[tuple[str, ...]] = set()
    repeats: set[int] = set()
    for index in sorted(long, key=lambda i: (not _accented(source, i), i)):
        block = source.blocks[index]
        words = _WORD.findall(folded, block.start, block.end)
        own: list[tuple[str, ...]] = list(zip(words, words[1:], words[2:], words[3:], strict=False)) or [tuple(words)]
        new = [shingle for shingle in own if shingle not in seen]
        if len(new) <= 0.2 * len(own) and (not new or not _distinct(source, folded, index, new)):
            repeats.add(index)
        seen.update(own)
    return frozenset(repeats)


def _distinct(source: Source, folded: str, index: int, new: list[tuple[str, ...]]) -> bool:
    """Whether a line that is much like others says something else; never a copy without accents."""
    block = source.blocks[index]
    if not _accented(source, index) and _DIACRITIC.search(source.text):
        return False
    text = folded[block.start : block.end].strip()
    counts = any(char.isdigit() for shingle in new for word in shingle for char in word)
    return counts or markers.find(source.text, text, block.start) is not None


def _accented(source: Source, index: int) -> bool:
    block = source.blocks[index]
    return _DIACRITIC.search(source.text, block.start, block.end) is not None
