"""How a number is linked to the words before it: "đạt", "là", "tăng", "gấp", a colon."""

from __future__ import annotations

from dataclasses import dataclass

from loaders import wording
from loaders.reading import Reading, Unit


@dataclass(frozen=True, slots=True)
class Link:
    """A kind of link_words.txt ("" where nothing links), and where the linking words begin."""

    kind: str
    start: int
    verb: int  # where the linking phrase itself begins, after its adverbs


def link(reading: Reading, unit: Unit, start: int, end: int) -> Link:
    """The link that ends a stretch: "đã đạt", "hiện chiếm", "tăng từ", ":"."""
    folded = reading.folded
    end = start + len(folded[start:end].rstrip())
    if end > start and folded[end - 1] == ":":
        return Link("equal", end - 1, end - 1)
    after = _past_adverbs(reading, unit, start, end)
    kind, verb = _longest(reading, unit, start, after)
    if not kind:
        return Link("", after, after)
    return Link(kind, _past_adverbs(reading, unit, start, verb), verb)


def _longest(reading: Reading, unit: Unit, start: int, end: int) -> tuple[str, int]:
    """The longest linking phrase that ends at `end`, by its kind and beginning."""
    words = wording.last_words(reading.folded, start, end, 3)
    for begin, _ in words:
        kind = wording.at("link_words", reading, unit, begin, words[-1][1])
        if kind and kind != "adverb":
            return kind, begin
    return "", end


def _past_adverbs(reading: Reading, unit: Unit, start: int, end: int) -> int:
    """Where the adverbs begin that end at `end`."""
    while words := wording.last_words(reading.folded, start, end, 2):
        stop = words[-1][1]
        begins = (begin for begin, _ in words if wording.at("link_words", reading, unit, begin, stop) == "adverb")
        begin = next(begins, None)
        if begin is None:
            break
        end = begin
    return end
