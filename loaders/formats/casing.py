"""Headlines that a page prints all in capitals, as they would be written elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from kg import registry

_WORD = re.compile(r"[^\W_]+")
_SHOUTED = 0.9  # of the letters
_FEWEST = 4  # words; shorter ones may be abbreviations
_SAMPLE = 20_000  # characters of the text are looked at
_OPENS = re.compile(r"(?:^|[.!?…:;\n\t“\"'(–•*+-])[\s“\"'(]*$")


def is_shouted(title: str) -> bool:
    """Whether a title is all in capitals, but for a word or so.

    >>> is_shouted("CHUYỂN ĐỔI SỐ Ở VÙNG CAO"), is_shouted("UBND tỉnh và VNPT ký kết"), is_shouted("VNPT, EVN")
    (True, False, False)
    """
    letters = [char for char in title if char.isalpha()]
    small = sum(char.islower() for char in letters)
    return len(_WORD.findall(title)) >= _FEWEST and small <= (1 - _SHOUTED) * len(letters)


def written(title: str, text: str) -> str:
    """The title in small letters: names, abbreviations and the like as the text below it writes them.

    One that is not in capitals stays as it is.

    >>> written("BẮC NINH: CĐS CẦN NHANH HƠN", "Ông An nói việc CĐS cần nhanh. Ở Bắc Ninh, CĐS chậm.")
    'Bắc Ninh: CĐS cần nhanh hơn'
    """
    if not is_shouted(title):
        return title
    words = list(_WORD.finditer(title))
    alone, joined = _spellings(text[:_SAMPLE])
    told: list[str] = []
    names = _names(title)
    for at, word in enumerate(words):
        lower = word.group().lower()
        votes: Counter[str] = Counter()
        if at:
            votes += joined[(words[at - 1].group().lower(), lower), 1]
        if at + 1 < len(words):
            votes += joined[(lower, words[at + 1].group().lower()), 0]
        votes = votes or alone[lower]
        form = votes.most_common(1)[0][0] if votes else lower
        if not votes and any(begin <= word.start() < end for begin, end in names):
            form = lower[:1].upper() + lower[1:]
        opens = _OPENS.search(title, 0, word.start()) and not re.search(r"[-–:;]\s*$", title[: word.start()])
        told.append(form[:1].upper() + form[1:] if opens else form)
    out, end = "", 0
    for word, form in zip(words, told, strict=True):
        out += title[end : word.start()] + form
        end = word.end()
    return out + title[end:]


def _spellings(
    text: str,
) -> tuple[dict[str, Counter[str]], dict[tuple[tuple[str, str], int], Counter[str]]]:
    """How the text writes each word where no sentence begins, and each of two words that stand beside each other."""
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    joined: dict[tuple[tuple[str, str], int], Counter[str]] = defaultdict(Counter)
    for line in text.split("\n"):
        if line.isupper() or is_shouted(line):
            continue
        before: re.Match[str] | None = None
        for word in _WORD.finditer(line):
            form = word.group()
            opens = (before is None or _OPENS.search(line, before.end(), word.start())) and not form.isupper()
            if not opens:
                alone[form.lower()][form] += 1
            if before is not None and line[before.end() : word.start()] == " ":
                pair = (before.group().lower(), form.lower())
                joined[pair, 1][form] += 1
                if not _begins(line, before):
                    joined[pair, 0][before.group()] += 1
            before = word
    return alone, joined


def _begins(line: str, word: re.Match[str]) -> bool:
    return _OPENS.search(line, max(0, word.start() - 3), word.start()) is not None and not word.group().isupper()


@cache
def _places() -> re.Pattern[str]:
    names = {row.name for row in registry.load().provinces} | {"Việt Nam"}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b", re.IGNORECASE)


def _names(title: str) -> list[tuple[int, int]]:
    """Where the title has the names of provinces, which begin with capitals everywhere."""
    return [found.span() for found in _places().finditer(title)]
