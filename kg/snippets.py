"""The words of a search, and the stretch of a text that shows them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kg.folding import fold

TOKEN = re.compile(r"[a-z]+|\d+|[^\W\d_]+")
_ASKED = 100  # different words of a text that are searched; a sentence has fewer
_SNIPPET = 160  # characters


@dataclass(frozen=True, slots=True)
class Sought:
    """The words that are searched: folded, and as they were written, in small letters."""

    words: tuple[str, ...]
    spelt: tuple[str, ...]


def sought(text: str) -> Sought:
    """The words of a text; of one with more than can be asked for at once, the first different ones."""
    text = unicodedata.normalize("NFC", text)
    found = [(one[0], text[one.start() : one.end()].lower()) for one in TOKEN.finditer(fold(text))]
    found = found if len(found) <= _ASKED else list(dict(reversed(found)).items())[::-1][:_ASKED]
    return Sought(tuple(word for word, _ in found), tuple(spelt for _, spelt in found))


def _word(word: str, *, begun: bool) -> str:
    """The pattern of a word of the text, or of one that begins so: the last one may still be being typed."""
    alike = r"\d" if word.isdecimal() else "[a-z]"
    return rf"(?<!{alike}){re.escape(word)}{f'{alike}*' if begun else f'(?!{alike})'}"


def snippet(text: str, asked: Sought) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of a text around the first of the words, with where the words stand in it."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    folded = fold(text)
    lit = _lit(text, folded, asked)
    start = 0
    if lit and lit[0][0] > _SNIPPET // 2:
        start = folded.rfind(" ", 0, lit[0][0] - _SNIPPET // 3) + 1
    end = len(text) if len(text) - start <= _SNIPPET else folded.rfind(" ", start, start + _SNIPPET)
    end = end if end > start else start + _SNIPPET
    before = "… " if start else ""
    shown = f"{before}{text[start:end]}{' …' if end < len(text) else ''}"
    shift = len(before) - start
    return shown, tuple((first + shift, last + shift) for first, last in lit if start <= first and last <= end)


def _lit(text: str, folded: str, asked: Sought) -> list[tuple[int, int]]:
    """Where the words stand in a text: together in their order where they do, else each for itself.

    A word asked for with its marks is not one that is written with others, where the text has it as it was asked.
    """
    if not asked.words:
        return []
    patterns = [_word(word, begun=at == len(asked.words) - 1) for at, word in enumerate(asked.words)]
    each = re.compile("|".join(dict.fromkeys(sorted(patterns, key=len, reverse=True))))
    found = [one.span() for one in each.finditer(folded)]
    wrong: set[tuple[int, int]] = set()
    for word, spelt in zip(asked.words, asked.spelt, strict=True):
        if spelt != word:
            alike = {span for span in found if folded.startswith(word, span[0])}
            so = {span for span in alike if text[span[0] : span[1]].lower().startswith(spelt)}
            wrong |= alike - so if so else set()
    found = [span for span in found if span not in wrong]
    runs = re.finditer(r"[^a-z\d]{0,3}".join(patterns), folded) if len(patterns) > 1 else ()
    together = [run.span() for run in runs if not any(run.start() <= first < run.end() for first, _ in wrong)]
    return [one for one in found if any(a <= one[0] and one[1] <= b for a, b in together)] if together else found
