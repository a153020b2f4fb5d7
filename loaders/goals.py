"""Whether a number is one wanted or one measured: the words of its clause, then its sentence, its section, its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders import wording
from loaders.indicators import body, periods_in
from loaders.reading import Period, Reading, Unit
from loaders.statements import Statement, counted
from loaders.tables import printed

Sense = Literal["target", "observation"]

_NORMATIVE = frozenset(
    ("law", "code", "constitution", "ordinance", "decree", "circular", "regulation", "consolidated-text")
)
_PLANNING = frozenset(("plan", "programme", "scheme", "resolution", "decision", "directive", "guideline", "dispatch"))
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau|tam nhin)\b")
_RESULTS = re.compile(
    r"\b(?:ket qua|danh gia|thuc trang|tinh hinh|boi canh|ton tai|han che|tong ket|hien trang|noi bat)\b"
)
_WHERE = re.compile(
    r"\b(?:tai|o|tren|thuoc|trong so|cho|giua|cua cac|doi voi|den|tu|khap|tham du cua|tham gia cua|hon|lan thu)\s*\Z"
)
_PREDICATE = re.compile(
    r"\s*(?:[a-z]+\s+){0,4}?(?:da|dang|chua|duoc|se|khong|co|phai|can|ket noi|ban hanh|trien khai|hoan thanh|dat)\b"
)
_QUOTED = re.compile(r"[\"“][^\"”]{0,120}\Z")
_NAMED_WORK = re.compile(r"\b(?:chuong trinh|de an|du an|ke hoach|nhiem vu|viec|hop dong)\s+(?:\w+\s+){1,2}\Z")
_FEW = 100  # a plain count below this needs words that say it is a result


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number is, and how sure that is."""

    sense: Sense
    confidence: float


def judge(
    reading: Reading, unit: Unit, said: Statement, before: Sense | None, earlier: Sense | None, when: Period | None
) -> Verdict | None:
    """What a statement's number is; None where it is neither: a rule, a price, a forecast, a count of no account.

    `before` is what the number before it in its sentence is, `earlier` that of the sentence before, `when` its own time
    where the sentence tells it.
    """
    if _passed_over(reading, unit, said):
        return None
    if said.beside:
        return Verdict("target", 0.9)
    opening = body(reading, unit)
    start, end = said.clause.left[0], said.number.start
    goal = _strength("goal_words", reading, unit, start, end)
    measured = _strength("measured_words", reading, unit, start, end)
    if said.clause.outer and not goal[0]:
        start = said.clause.outer[0]
        goal = _strength("goal_words", reading, unit, start, end)
        measured = max(measured, _strength("measured_words", reading, unit, start, end))
    elif _happened(reading, unit, said):
        measured = max(measured, (2, said.number.start))
    if goal[0] == 2 and (measured[0] < 2 or goal[1] >= measured[1]):
        return Verdict("target", 0.93)
    if measured[0] == 2:
        told = len(reading.folded[measured[1] : said.number.start].split()) <= 2
        return _unless_few(reading, said, Verdict("observation", 0.93), told=told)
    ahead = _ahead(reading, when)
    if before and (ahead is None or ahead == (before == "target")):
        return _unless_few(reading, said, Verdict(before, 0.88))
    wide_goal = _strength("goal_words", reading, unit, opening, start)
    wide_measured = _strength("measured_words", reading, unit, opening, start)
    if wide_goal[0] == 2 and (wide_measured[0] < 2 or wide_goal[1] > wide_measured[1]):
        return _unless_few(reading, said, Verdict("target", 0.9))
    if earlier and (ahead is None or ahead == (earlier == "target")):
        return _unless_few(reading, said, Verdict(earlier, 0.82))
    if ahead is False and not goal[0]:
        return _unless_few(reading, said, Verdict("observation", 0.85))
    section = _section(reading, unit)
    if section:
        return _unless_few(reading, said, Verdict(section, 0.9 if section == "target" else 0.8))
    if ahead and when is not None:
        preposed = reading.folded[when.start : when.end].startswith(("den", "vao", "trong", "tinh den"))
        return _unless_few(reading, said, Verdict("target", 0.85)) if preposed or goal[0] or wide_goal[0] else None
    if reading.own is not None and reading.own.type in _PLANNING and wide_measured[0] < 2:
        return Verdict("target", 0.75) if goal[0] and not counted(said.number) else None
    if goal[0] == 1 and measured[0] < 2 and wide_measured[0] < 2:
        return _unless_few(reading, said, Verdict("target", 0.7)) if said.link.kind or said.verb else None
    if said.verb and not measured[0] and not wide_measured[0] and (unit.lead is not None or _is_small(said)):
        return None  # work to be done, with its size
    return _unless_few(reading, said, Verdict("observation", 0.85 if measured[0] or ahead is False else 0.7))


def _happened(reading: Reading, unit: Unit, said: Statement) -> bool:
    """Whether what follows a number in its clause says that it is so: "06 bộ chưa ban hành", "77% đã hoàn thành"."""
    begin, end = said.clause.right
    comma = reading.folded.find(",", begin, end)
    end = comma if comma >= 0 else end
    return any(
        reading.folded[start:stop] in ("da", "dang", "chua")
        for start, stop, _ in wording.occurrences("measured_words", reading, unit, begin, end)
    )


def _strength(table: str, reading: Reading, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """How strongly a stretch speaks the words of a table (0, 1, 2), and where the last strongest stands."""
    best = (0, -1)
    for begin, _, strength in wording.occurrences(table, reading, unit, start, end):
        best = max(best, (2 if strength == "strong" else 1, begin))
    return best


def _ahead(reading: Reading, when: Period | None) -> bool | None:
    """Whether a time lies after the source's year; None where either is not known."""
    if when is None or when.value is None or reading.today is None:
        return None
    year = int(when.value[:4])
    return year > reading.today.year if year != reading.today.year else None


def _section(reading: Reading, unit: Unit) -> Sense | None:
    """What the lines above a unit promise: goals, or results."""
    seen: set[int] = set()
    queue = [unit.lead, unit.heading]
    while queue:
        index = queue.pop(0)
        if index is None or index in seen:
            continue
        seen.add(index)
        above = reading.units[index]
        text = reading.folded[above.start : above.end]
        if above.role != "title" and len(text) < 400:
            if _GOALS.search(text):
                return "target"
            if _RESULTS.search(text):
                return "observation"
            if len(text) < 80 and any(_ahead(reading, p) for p in periods_in(reading, above.start, above.end)):
                return "target"
        queue += [above.lead, above.heading]
    return None


def _passed_over(reading: Reading, unit: Unit, said: Statement) -> bool:
    """Whether a number states a rule, a price, a forecast, or says where or with whom instead of how many."""
    own, number = reading.own, said.number
    folded, start = reading.folded, said.clause.left[0]
    name = (number.unit or "").lower()
    if own is not None and own.type in _NORMATIVE and _section(reading, unit) != "target":
        return True
    if any(wording.occurrences("forecast_words", reading, unit, start, number.end)):
        return True
    if name in _TIMES and said.link.kind not in ("equal", "from", "change"):
        return True
    if not counted(number):
        return False
    if number.total is None and number.value < 1000 and name in _as_printed("not_measured"):
        return True
    if number.comparator != "<=" and _WHERE.search(folded, max(start, number.start - 20), number.start):
        return True
    if _NAMED_WORK.search(folded, start, number.start):
        return True
    return number.value < _FEW and bool(_QUOTED.search(folded, max(unit.start, number.start - 120), number.start))


_TIMES = frozenset(("tháng", "ngày", "năm", "giờ", "phút", "giây", "tuần", "quý", "tuổi", "thập kỷ"))


@cache
def _as_printed(table: str) -> frozenset[str]:
    return frozenset(phrase.lower() for phrase in printed(table))


def _is_small(said: Statement) -> bool:
    """Whether a number counts fewer things than a text would give as a result without saying so."""
    return counted(said.number) and said.number.value < _FEW


def _unless_few(reading: Reading, said: Statement, verdict: Verdict, *, told: bool = False) -> Verdict | None:
    """The verdict, unless the number is a small plain count that no word makes a result; `told`: some word does."""
    number = said.number
    if told or not counted(number) or number.value >= _FEW or number.total is not None or number.comparator == "<=":
        return verdict
    folded = reading.folded
    return verdict if said.link.kind in ("have", "equal") or _PREDICATE.match(folded, *said.clause.right) else None
