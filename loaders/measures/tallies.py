"""Counts that a sentence gives without naming again what is counted: "tiếp nhận 642 hồ sơ; đã giải quyết 601"."""

from __future__ import annotations

import re

from loaders.measures.counting import counted
from loaders.measures.links import Link
from loaders.measures.statements import Statement, joined, noun_start
from loaders.measures.stretches import Clause, body
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_LEAD = Pattern(
    r"(?:(?:trong đó|có|và|nhưng|song|mà|còn|số|riêng|chỉ|để|đến nay|tới nay|nay|hiện|mới(?! (?:xong|được)))(?:\s+|$))+"
)
_ASPECT = Pattern(r"\b(?:đã|đang|chưa|mới|bị|được)\s")
_MARK = re.compile(r"[,;(:]|\b(?:va|nhung|song)\b")
_ENDS = re.compile(r"[,;.)(]|\b(?:va|nhung|song)\b|\Z")


def is_one(sentence: Sentence, number: Number) -> bool:
    """Whether a figure counts without naming what."""
    return counted(number) and number.total is None and noun_start(sentence.reading, number) >= number.end


def read(sentence: Sentence, clause: Clause) -> Statement:
    """What such a figure says: "hồ sơ đã giải quyết"; by the words before it, else those behind it."""
    number, folded = clause.number, sentence.folded
    since = max((other.end for other in sentence.numbers if other.end <= number.start), default=body(sentence))
    for mark in _MARK.finditer(folded, since, number.start):
        since = mark.end()
    start, end, stop = sentence.content(since, number.start), number.start, number.end
    lead = sentence.match(_LEAD, start, end)
    start = lead.end() if lead else start
    aspect = sentence.search(_ASPECT, start, end)
    start = aspect.start() if aspect else start
    if not folded[start:end].strip():
        ends = _ENDS.search(folded, number.end, sentence.unit.end)
        start, end = number.end, ends.start() if ends else sentence.unit.end
        stop = end
    indicator = joined(number.unit or "", sentence.printed(start, end))
    shown = min(start, number.start)
    return Statement(number, clause, Link("", number.start, number.start), indicator, indicator, shown, stop)
