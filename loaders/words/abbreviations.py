"""Abbreviations that an article defines for itself, "chuyển đổi số (CĐS)", and their spelling out.

A definition holds for its article only. What an article leaves undefined comes from the registry's table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg import registry
from kg.folding import fold

_BRACKET = re.compile(
    r"\(\s*(?:(?:sau đây |dưới đây )?(?:gọi|viết)(?: gọn| tắt| chung)? (?:tắt )?là:? |gọi tắt:? |viết tắt:? )?"
    r"[\"“']?(?P<short>[A-ZĐÀ-Ỹ][A-Za-zĐđÀ-ỹ0-9&.-]{1,11})[\"”']?\s*\)"
)
_LINKS = frozenset(("va", "cua", "ve", "cho", "trong", "tren", "tai", "o", "cac", "cap", "-", "&"))  # often skipped
_WORD = re.compile(r"[^\W_]+|[-&](?=\s)")
_STOP = re.compile(r"[.;:!?()\"“”\n]")
_LONGEST = 160  # characters of a long form


def defined(text: str, folded: str) -> dict[str, str]:
    """The abbreviations that `text` defines, each with its long form as printed; the first definition counts.

    >>> from kg.folding import fold
    >>> text = "Bộ Thông tin và Truyền thông (TT&TT) thúc đẩy chuyển đổi số (CĐS) của doanh nghiệp nhỏ và vừa (DNNVV)."
    >>> defined(text, fold(text))
    {'TT&TT': 'Thông tin và Truyền thông', 'CĐS': 'chuyển đổi số', 'DNNVV': 'doanh nghiệp nhỏ và vừa'}
    """
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        short = match["short"].rstrip(".")
        letters = fold("".join(char for char in short if char.isupper()))
        if len(letters) < 2 or short in found:
            continue
        end = match.start()
        begin = max(0, end - _LONGEST)
        for stop in _STOP.finditer(text, begin, end):
            begin = stop.end()
        words = [(word.start(), word.end()) for word in _WORD.finditer(folded, begin, end)]
        start = _align(folded, words, letters)
        if start is not None:
            long = re.sub(r"\s+", " ", text[start:end]).strip()
            if long.casefold() != short.casefold():
                found[short] = long
    return found


def _align(folded: str, words: list[tuple[int, int]], letters: str) -> int | None:
    """Where the long form begins whose initials are `letters`, read from the right; linking words may be skipped."""
    if not words:
        return None
    start, end = words[-1]
    word = folded[start:end]
    if word in _LINKS:
        skipped = _align(folded, words[:-1], letters)
        if skipped is not None:
            return skipped
    if word[0] != letters[-1]:
        return None
    return start if len(letters) == 1 else _align(folded, words[:-1], letters[:-1])


@cache
def _known() -> Mapping[str, str]:
    """The registry's abbreviations that stand for one thing."""
    return {row.short: row.long for row in registry.load().abbreviations}


@cache
def _stripped() -> Mapping[str, str]:
    """The same by their capitals without diacritics, as texts without diacritics print them: "CPDT"."""
    return {fold(short).upper(): long for short, long in _known().items() if fold(short).upper() != short}


def spell_out(name: str, own: Mapping[str, str]) -> str:
    """`name` with its abbreviations in full: first those that the article defines, then the registry's.

    >>> spell_out("Chương trình CĐS quốc gia", {"CĐS": "chuyển đổi số"})
    'Chương trình chuyển đổi số quốc gia'
    """
    if not any(char.isupper() for char in name):
        return name

    def long(token: re.Match[str]) -> str:
        short = token.group()
        full = own.get(short) or _known().get(short) or (_stripped().get(short) if len(short) > 2 else None)
        if full:
            return full
        parts = [own.get(part) or _known().get(part) for part in short.split("-")]
        return " - ".join(part for part in parts if part) if all(parts) else short

    return _TOKEN.sub(long, name)


_TOKEN = re.compile(r"[A-ZĐÀ-Ỹ](?<![\w/&-].)[A-Za-zĐđÀ-ỹ0-9]*(?:[&-][A-ZĐ][A-Za-zĐđ]*)*(?![\w/&])")
