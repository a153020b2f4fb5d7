"""Goals without a number in a plan's section of goals that has a time: "Mục tiêu đến năm 2030", the lines below it.

Only a document's own text is read so: an article that quotes a plan does not keep its sections apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.outline import above
from loaders.stretches import body
from loaders.timing import Course, stages
from loaders.unnumbered import Goal
from loaders.wording import Sentence

_OPENS = re.compile(
    r"\W*(?:[ivxlc\d]{1,5}(?:\.\d+)*[.)/-]?\s+|[a-z][.)]\s*)?(?:(?:cac|mot so|nhung|dinh huong|he thong)\s+)*"
    r"(?:muc tieu|chi tieu|tam nhin)\b"
)
_GENERAL = re.compile(r"\b(?:muc tieu (?:chung|tong quat)|quan diem)\b")
_WORK = re.compile(r"\b(?:nhiem vu|giai phap|to chuc thuc hien|kinh phi|nguyen tac|lo trinh|trach nhiem|du toan)\b")
_REACHED = re.compile(r"\b(?:duoc|tro thanh|thuoc nhom|phu song|dat (?:muc|chuan|trinh do|tieu chuan))\b")
_PART = re.compile(r"[^;]+")
_LEAST = 4  # words that a goal has at least


def opens(sentence: Sentence) -> bool:
    """Whether a line opens a section of goals: a heading in a document's own text."""
    unit = sentence.unit
    own = unit.role == "heading" and sentence.reading.own is not None
    return own and _OPENS.match(sentence.folded, unit.start, unit.end) is not None


def find(sentence: Sentence, course: Course) -> Iterator[Goal]:
    """The goals of a line without numbers and times that stands in a section of goals; none where that has no time."""
    unit, folded = sentence.unit, sentence.folded
    if unit.role not in ("item", "sentence") or sentence.numbers or sentence.periods:
        return
    if folded[unit.start : unit.end].rstrip()[-1:] not in (".", ";", "…"):
        return  # the name of what follows
    period = _time(sentence, course)
    if period is None:
        return
    for part in _PART.finditer(folded, body(sentence), unit.end):
        start = sentence.content(*part.span())
        end = next((begin for begin, _, _ in sentence.occurrences("phrase_ends", start, part.end())), part.end())
        end = start + len(folded[start:end].rstrip(" ,.…"))
        if len(folded[start:end].split()) >= _LEAST and _is_goal(sentence, start, end):
            yield Goal(start, end, start, period)


def _is_goal(sentence: Sentence, start: int, end: int) -> bool:
    begins = any(sentence.first(table, start, end) is not None for table in ("goal_verbs", "action_verbs"))
    return begins or _REACHED.search(sentence.folded, start, end) is not None


def _time(sentence: Sentence, course: Course) -> str | None:
    """The time of the goals that a line stands among; None where it stands among none, or among general ones."""
    named, times = False, []
    for other in above(sentence.reading, sentence.unit):
        line = Sentence(sentence.reading, other, sentence.folded)
        goals = opens(line)
        if _GENERAL.search(line.folded, other.start, other.end):
            return None
        if not goals and _WORK.search(line.folded, other.start, other.end):
            return None
        named = named or goals
        times += stages(line, course)
        if named and times:
            return times[0]
    return course.stage if named else None
