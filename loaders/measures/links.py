"""How a number is linked to the words before it: "đạt", "là", "tăng", "gấp", a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.words.wording import Sentence

_WAYS = ("len", "xuong")
_THAT_IS = re.compile(r"\b(?:tuong ung|tuong duong|tuc(?: la)?)\s+\Z")


@dataclass(frozen=True, slots=True)
class Link:
    """A kind of link_words.txt ("" where nothing links), and where the linking words begin."""

    kind: str
    start: int
    verb: int  # where the linking phrase itself begins, after its adverbs


def link(sentence: Sentence, start: int, end: int) -> Link:
    """The link that ends a stretch: "đã đạt", "hiện chiếm", "tăng từ", ":"."""
    folded = sentence.folded
    end = start + len(folded[start:end].rstrip())
    if end > start and folded[end - 1] == ":":
        return Link("equal", end - 1, end - 1)
    after = _past_adverbs(sentence, start, end)
    kind, verb = _longest(sentence, start, after)
    if not kind:
        return Link("", after, after)
    opens = _past_adverbs(sentence, start, verb)
    even = _THAT_IS.search(folded, start, opens) if kind == "change" else None  # "…, tương ứng giảm 1,84%"
    return Link(kind, even.start() if even else opens, verb)


def _longest(sentence: Sentence, start: int, end: int) -> tuple[str, int]:
    """The longest linking phrase that ends at `end`, by its kind and beginning."""
    words = sentence.last_words(start, end, 4)  # "so với con số"
    for begin, _ in words:
        kind = sentence.at("link_words", begin, words[-1][1])
        if kind == "verb":
            break
        if kind and kind != "adverb":
            loads = sentence.folded.endswith("tai ", start, begin) and sentence.folded.startswith(_WAYS, begin)
            return ("", end) if loads else (kind, begin)  # "tốc độ tải lên 20 Mbps"
    return "", end


def _past_adverbs(sentence: Sentence, start: int, end: int) -> int:
    """Where the adverbs begin that end at `end`."""
    while words := sentence.last_words(start, end, 2):
        stop = words[-1][1]
        begins = (begin for begin, _ in words if sentence.at("link_words", begin, stop) == "adverb")
        begin = next(begins, None)
        if begin is None:
            break
        end = begin
    return end
