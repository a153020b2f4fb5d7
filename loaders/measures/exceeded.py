"""By how much a result exceeds what was set: "có 1.245 trạm, vượt chỉ tiêu được giao 10,2%"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.measures.links import Link
from loaders.measures.statements import Context, Statement, joined
from loaders.measures.stretches import Clause
from loaders.words.flat import Pattern

_BEYOND = Pattern(
    r"\b(?P<how>(?:vượt|hụt)\s+(?:mức\s+)?(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán)"
    r"(?:\s[^\d,;.:()]{0,60}\b(?:giao|đề ra|đặt ra)|\s+(?:cả |của )?năm(?:\s+20\d\d)?)?)"
    r"(?:\s+(?:tới|đến|gần|hơn|trên|khoảng|được))*\s*$"
)
_ANOTHER = re.compile(r"[;:()]|\.(?!\d)|, (?!vuot|hut)\S[^,]*, |\bva\b(?! vuot| hut)")
_POINTS = ("điểm phần trăm", "điểm %")
_LESS = 2  # what is more than one part in so many of the result is rather what was set


def read(context: Context, clause: Clause) -> Statement | None:
    """What a number says that stands behind a goal without a value; None where the number is the goal's value.

    It is the excess where it measures in per cent what the result before it counts, or is small beside the result:
    "đạt 81%, vượt mục tiêu đề ra 11%", but "đạt 81%, vượt mục tiêu đề ra 70%".
    """
    previous, number = context.previous, clause.number
    if previous is None or not previous.base or previous.beside or previous.number.unit is None:
        return None
    told = context.sentence.search(_BEYOND, *clause.left)
    if told is None or _ANOTHER.search(context.sentence.folded, previous.number.end, told.start()):
        return None
    whole = previous.number.unit.lower()
    alike = number.unit is not None and whole.startswith(number.unit.lower())
    by_share = number.unit in _POINTS or (number.unit == "%" and whole not in ("%", "điểm", "lần"))
    if not by_share and not (alike and number.value * _LESS < previous.number.value):
        return None
    start = told.start("how")
    how = context.name(*told.span("how"))
    number = replace(number, unit=previous.number.unit) if alike and not by_share else number
    number = replace(number, comparator="=" if by_share else number.comparator)
    tie, name = Link("change", start, start), joined(previous.base, how)
    return Statement(number, clause, tie, name, previous.base, start, number.end, vague=True, exceeds=True)
