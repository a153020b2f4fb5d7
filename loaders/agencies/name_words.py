"""The words that end the name of a body, and those that names are made of though they end others.

The lists are tables/name_ends.txt, name_keeps.txt (phrases of names), name_verbs.txt and name_objects.txt.
"""

from __future__ import annotations

import re
from functools import cache

from kg import registry
from loaders import tables
from loaders.words import compounds
from loaders.words.flat import Flat, fold_name, steady

LETTERS = re.compile(r"[\w&]+")
_LAST_WORDS = (re.compile(r"(?P<first>[^\W\d_]+)$"), re.compile(r"\b(?P<first>[^\W\d_]+) [^\W\d_]+$"))
# without diacritics these could be syllables of names ("Đảng"), but most often are what ends one
_PLAIN_ENDS = frozenset(
    ("cua", "da", "dang", "se", "can", "duoc", "cho", "vua", "cung", "phai", "la", "cac", "nhung", "theo", "trong",
     "tai", "voi")
)  # fmt: skip


class NameWords:
    """What the words of one flat text can be in the name of a body."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat

    def ends(self, start: int, word: str) -> bool:
        """Whether the word at `start` begins the verb or another phrase of the sentence."""
        lower = self.flat.lower
        spelt, plain, phrases = _ends()
        accented = self.flat.is_accented or self.flat.accented[self.flat.line(start)]
        if word in (spelt if accented else plain):
            return True
        second = LETTERS.match(lower, start + len(word) + 1)
        return second is not None and f"{word} {second.group()}" in phrases

    def closes(self, start: int, word: str) -> bool:
        """Whether the word at `start` ends the name before it, being in no phrase of names."""
        return self.ends(start, word) and not self.is_kept(start)

    def is_kept(self, start: int) -> bool:
        """Whether the word at `start` is part of a longer one, or of a phrase of names, up to two words before it."""
        lower = self.flat.lower
        alone = LETTERS.match(lower, start)
        accented = self.flat.is_accented or self.flat.accented[self.flat.line(start)]
        if alone:
            second = LETTERS.match(lower, alone.end() + 1)
            ends = second is not None and f"{alone.group()} {second.group()}" in _ends()[2]  # "Hội X đề nghị …"
            if compounds.holds(lower, self.flat.folded, start, alone.end(), accented=accented, behind=not ends):
                return True
        begin = start
        for _ in range(3):
            word = LETTERS.match(lower, begin)
            for phrase in _keeps().get(word.group(), ()) if word else ():
                end = begin + len(phrase)
                if end > start and lower.startswith(phrase, begin) and not lower[end : end + 1].isalnum():
                    return True
            before = lower[max(0, begin - 16) : max(0, begin - 1)]
            if begin == 0 or lower[begin - 1] != " " or not before:
                return False
            begin -= 1 + len(before) - (max(before.rfind(" "), before.rfind("\n")) + 1)
        return False

    def is_spanned(self, at: int) -> bool:
        """Whether a comma or dash at a position stands within a phrase of names: "Khám, chữa bệnh"."""
        lower = self.flat.lower
        for before in _LAST_WORDS:
            match = before.search(lower, max(0, at - 18), at)
            for phrase in _keeps().get(match["first"], ()) if match else ():
                if match and ("," in phrase or " - " in phrase) and lower.startswith(phrase, match.start()):
                    return True
        return False


@cache
def _ends() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that end a name, spelt; those that do so without diacritics; the phrases of two words, in both."""
    spelt = {steady(word).lower() for word in tables.printed("name_ends")}
    words = frozenset(word for word in spelt if " " not in word)
    syllables = {fold_name(syllable) for row in registry.load().agencies for syllable in row.name.lower().split()}
    phrases = frozenset(spelt - words)
    plain = frozenset(map(fold_name, words)) - syllables | _PLAIN_ENDS
    return words, plain, phrases | frozenset(map(fold_name, phrases))


@cache
def verbs() -> frozenset[str]:
    """The verbs that names of bodies open with, spelt and folded."""
    spelt = frozenset(steady(verb).lower() for verb in tables.printed("name_verbs"))
    return spelt | frozenset(map(fold_name, spelt))


@cache
def objects() -> frozenset[str]:
    """What such a verb has for its object though it ends other names, spelt and folded."""
    spelt = frozenset(steady(word).lower() for word in tables.printed("name_objects"))
    return spelt | frozenset(map(fold_name, spelt))


@cache
def _keeps() -> dict[str, tuple[str, ...]]:
    """The phrases that names are made of, spelt and folded, by their first word."""
    found: dict[str, dict[str, None]] = {}
    for phrase in map(str.lower, map(steady, tables.printed("name_keeps"))):
        for said in (phrase, fold_name(phrase)):
            found.setdefault(said.partition(" ")[0].rstrip(","), {})[said] = None
    return {first: tuple(phrases) for first, phrases in found.items()}
