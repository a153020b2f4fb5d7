"""Linguistic lists that the rules use, one file a list: a line a phrase, `#` begins a comment.

Phrases are compared folded (kg.folding), so that one line serves accented and stripped text.
"""

import re
from functools import cache
from importlib import resources

from kg.folding import fold
from loaders.words.flat import OLD_TONES

_MOVED = OLD_TONES | {new: old for old, new in OLD_TONES.items()}
_MOVABLE = re.compile(rf"(?<!q)(?:{'|'.join(_MOVED)})\b")


def _lines(name: str) -> list[str]:
    text = resources.files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


@cache
def printed(name: str) -> tuple[str, ...]:
    """The phrases of `loaders/tables/<name>.txt` as printed, in the file's order; a value after `=` is left out."""
    return tuple(line.partition("=")[0].strip() for line in _lines(name))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The same phrases folded."""
    return tuple(fold(phrase) for phrase in printed(name))


@cache
def spellings(name: str) -> dict[str, frozenset[str]]:
    """Each folded phrase of a table with its accented spellings, lower case: to tell "cần" from "căn" and "cán"."""
    found: dict[str, set[str]] = {}
    for phrase in printed(name):
        found.setdefault(fold(phrase), set()).update(_both_ways(phrase.lower()))
    return {folded: frozenset(accented) for folded, accented in found.items()}


def _both_ways(phrase: str) -> tuple[str, str]:
    """A phrase with its tone marks where the table has them, and on the other vowel."""
    return phrase, _MOVABLE.sub(lambda syllable: _MOVED[syllable[0]], phrase)


@cache
def values(name: str) -> dict[str, str]:
    """A table of lines `phrase = value`: each folded phrase with its value."""
    pairs = (line.partition("=") for line in _lines(name))
    return {fold(phrase.strip()): value.strip() for phrase, _, value in pairs}


@cache
def printed_values(name: str) -> dict[str, str]:
    """A table of lines `phrase = value`: each phrase as printed with its value."""
    pairs = (line.partition("=") for line in _lines(name))
    return {phrase.strip(): value.strip() for phrase, _, value in pairs}
