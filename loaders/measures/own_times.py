"""Whether a time that stands beside a number can be the number's: not a document's, a plan's, or one compared with."""

from __future__ import annotations

import re

from loaders.measures import moments
from loaders.reading import Number, Period, ProgrammeMention
from loaders.words.wording import Sentence

_ISSUED = re.compile(r"\b(?:ban hanh|ky|thong qua|phe duyet|hieu luc)(?: (?:tu|vao|trong|ngay))*\s*\Z")
_MORE_THAN = re.compile(r"\bhon\s*\Z")
_VALUE = re.compile(r"\s*(?::|la|dat)\s*\d")
_DAY, _YEAR = len("2025-12-31"), len("2025")
COMPARED = re.compile(
    r"(?:so\s+voi|cung\s+ky)\b(?:[^,;:()]|(?<=\d),(?=\d))*\Z|\bhon\s*\Z|(?:ke\s+hoach|du\s+toan|dau tu cong)\s*\Z"
)
FOR_A_GOAL = re.compile(r"(?:den|vao|trong|tinh den|truoc|cham nhat|muon nhat)\b")
AT_HOUR = re.compile(r"\b(?:den|toi|tinh den)\s+(?:luc\s+)?\d{1,2}\s?(?:h|g|gio|:)\s?\d{0,2}(?:\s?phut)?,?\s*\Z")
_UNTIL = re.compile(r"(?:tinh\s+)?(?:den|toi)\b|truoc\b")
_GOALS_OF = re.compile(r"\b(?:ke hoach|muc tieu|chi tieu)(?: (?:cua|cho|trong))*\s*\Z")


def is_of_what_follows(sentence: Sentence, number: Number, period: Period) -> bool:
    """Whether a time behind a value opens a bracket that gives another value for it: "12% (năm 2024: 9,8%)"."""
    opens = sentence.folded[number.end : period.start].strip() == "("
    return opens and _VALUE.match(sentence.folded, period.end) is not None


def is_its(sentence: Sentence, begin: int, period: Period, not_its: re.Pattern[str]) -> bool:
    """Whether a time can be that of a number: not a document's, a plan's, or what the number is compared with."""
    if period.value is None:
        return False
    if in_a_name(sentence, period) or is_of_a_paper(sentence, begin, period):
        return False
    if moments.is_of_an_event(sentence, begin, period):
        return False
    until = _UNTIL.match(sentence.folded, period.start)
    until = until or AT_HOUR.search(sentence.folded, sentence.unit.start, period.start)
    if len(period.value) == _DAY and not until and not period.first:
        return False  # the day of an event
    if FOR_A_GOAL.match(sentence.folded, period.start):
        not_its = COMPARED
    return not_its.search(sentence.folded, begin, period.start) is None


def is_of_a_paper(sentence: Sentence, begin: int, period: Period) -> bool:
    """Whether a time is that at which a named paper was issued: "Quyết định 942/QĐ-TTg ban hành tháng 6/2021"."""
    issued = _ISSUED.search(sentence.folded, begin, period.start)
    return issued is not None and any(begin <= d.start and d.end <= issued.start() + 1 for d in sentence.documents)


def name_of(sentence: Sentence, programme: ProgrammeMention) -> tuple[int, int]:
    """Where a programme's name stands, without a time past a comma: "Theo dự thảo Đề án, đến năm 2028, …"."""
    comma = sentence.folded.find(", den nam", programme.start, programme.end)
    return programme.start, comma if comma >= 0 else programme.end


def is_another(sentence: Sentence, begin: int, period: Period) -> bool:
    """Whether a time is one in a name, or one that something is more than in: "nhiều hơn quý trước 6 xã"."""
    return in_a_name(sentence, period) or _MORE_THAN.search(sentence.folded, begin, period.start) is not None


def in_a_name(sentence: Sentence, period: Period) -> bool:
    """Whether a time belongs to a document's name: "Luật Giao dịch điện tử 2023"."""
    if sentence.folded.startswith("den ", period.start) and sentence.folded.endswith(", ", 0, period.start):
        return False  # "Theo dự thảo Đề án, đến năm 2028, …"
    beside = 2 if sentence.folded[period.start].isdigit() else 0
    return any(document.start <= period.start < document.end + beside for document in sentence.documents)


def is_of_a_plan(sentence: Sentence, period: Period) -> bool:
    """Whether a year is that of goals named before it: "Kế hoạch năm 2024 đặt mục tiêu 80%"."""
    return (
        len(period.value or "") == _YEAR
        and _GOALS_OF.search(sentence.folded, sentence.unit.start, period.start) is not None
    )
