"""Counts that a sentence gives without naming again what is counted: "tiếp nhận 642 hồ sơ; đã giải quyết 601"."""

from __future__ import annotations

import re

from loaders.measures.counting import counted
from loaders.measures.links import Link
from loaders.measures.statements import Statement, joined, noun_start
from loaders.measures.stretches import Clause
from loaders.reading import Number
from loaders.words.wording import Sentence

_LEAD = re.compile(r"^(?:(?:trong đó|có|và|nhưng|song|còn|số|riêng|trong do|co|va|nhung|con|so|rieng)\s+)+")


def is_one(sentence: Sentence, number: Number) -> bool:
    """Whether a figure counts without naming what."""
    return counted(number) and number.total is None and noun_start(sentence.reading, number) >= number.end


def read(sentence: Sentence, clause: Clause) -> Statement:
    """What such a figure says: "hồ sơ đã giải quyết"."""
    number, folded = clause.number, sentence.folded
    since = max(folded.rfind(mark, sentence.unit.start, number.start) for mark in ",;(") + 1
    begin = sentence.content(since, number.start)
    said = _LEAD.sub("", sentence.printed(begin, number.start))
    indicator = joined(number.unit or "", said)
    return Statement(number, clause, Link("", number.start, number.start), indicator, indicator, begin, number.end)
