"""Goals without a number in a section of goals that has a time: "Mục tiêu đến năm 2030", and the lines below it.

A document's own text keeps its sections apart by headings; an article that quotes one, by the lines that introduce.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.layout.outline import above
from loaders.measures.courses import Course, stages
from loaders.measures.stretches import body
from loaders.measures.unnumbered import Goal
from loaders.words.keyed import Keyed
from loaders.words.wording import Sentence

_OPENS = re.compile(
    r"\W*(?:[ivxlc\d]{1,5}(?:\.\d+)*[.)/-]?\s+|[a-z][.)]\s*)?(?:(?:cac|mot so|nhung|dinh huong|he thong)\s+)*"
    r"(?:muc tieu|chi tieu|tam nhin)\b"
)
_QUOTES = Keyed(r"\b(?:muc tieu|chi tieu)\b[^.?]*(?:nhu sau|sau day|sau|gom|cu the)\s*:\s*\Z", ":", "muc tieu|chi tieu")
_UNTIL = ("den", "tam nhin", "giai doan")
_SHORT = 12  # words of a line that only gives a time
_CLOSES = re.compile(
    r"[:?]\s*\Z|\A\W*(?:[ivx\d]{1,4}[.)]\s*)?(?:can cu|theo do|nhu vay|tren day|quy khach|ngoai ra|nhiem vu|giai phap|"
    r"to chuc thuc hien|xem them)\b"
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


def follow(sentence: Sentence, course: Course) -> None:
    """Take note of where an article begins and ends to quote a document's goals with their time.

    "Mục 2 Nghị quyết 57 nêu rõ mục tiêu đến năm 2030 như sau:" opens such a part; the next line that introduces or asks
    something, or that names work, closes it. A short line with a time, "Đến năm 2045:", gives it to what follows.
    """
    unit, folded = sentence.unit, sentence.folded
    if sentence.reading.own is not None:
        return
    times = [p.value for p in sentence.periods if p.value and folded.startswith(_UNTIL, p.start)]
    if _QUOTES.search(folded, unit.start, unit.end):
        course.quoted = times[-1] if times else ""
        course.aims = True
    elif course.quoted is None:
        return
    elif times and not sentence.numbers and len(folded[unit.start : unit.end].split()) <= _SHORT:
        course.quoted = times[-1]
    elif (unit.role == "heading" and not _OPENS.match(folded, unit.start, unit.end)) or _CLOSES.search(
        folded[unit.start : unit.end]
    ):
        course.quoted = None


def find(sentence: Sentence, course: Course) -> Iterator[Goal]:
    """The goals of a line without numbers and times that stands in a section of goals; none where that has no time."""
    unit, folded = sentence.unit, sentence.folded
    if unit.role not in ("item", "sentence") or sentence.numbers or sentence.periods:
        return
    if folded[unit.start : unit.end].rstrip()[-1:] not in (".", ";", "…"):
        return  # the name of what follows
    period = course.quoted or None if sentence.reading.own is None else _time(sentence, course)
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
