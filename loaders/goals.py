"""Whether a number is one wanted or one measured: the words of its clause, then its sentence, its section, its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.folding import fold
from loaders.outline import above
from loaders.reading import Period, Reading, Unit
from loaders.statements import Statement, counted
from loaders.stretches import body
from loaders.wording import Sentence, between, spoken

Sense = Literal["target", "observation"]

_NORMATIVE = frozenset(
    ("law", "code", "constitution", "ordinance", "decree", "circular", "regulation", "consolidated-text")
)
_PLANNING = frozenset(("plan", "programme", "scheme", "resolution", "decision", "directive", "guideline", "dispatch"))
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau|tam nhin)\b")
_RESULTS = re.compile(
    r"\b(?:ket qua|danh gia|thuc trang|tinh hinh|boi canh|ton tai|han che|tong ket|hien trang|noi bat)\b"
)
_RULED = re.compile(r"\bquy dinh\b.*\bnhu sau\s*:", re.DOTALL)
_WITH_YEAR = re.compile(r"[\d.]+/\d{4}/")
_GOAL_TIME = ("den", "vao", "trong", "tinh den")
_MEETING = re.compile(r"\bgiua\b[^,;]*\bvoi\s*\Z")
_PARTITIVE = re.compile(r"\s*trong\s*\Z")
_PREDICATE = re.compile(
    r"\s*(?:[a-z]+\s+){0,4}?(?:da|dang|chua|duoc|se|khong|co|phai|can|ket noi|ban hanh|trien khai|hoan thanh|dat)\b"
)
_NAMED_WORK = re.compile(r"\b(?:chuong trinh|de an|du an|ke hoach|nhiem vu|viec|hop dong)\s+(?:\w+\s+){1,2}\Z")
_QUOTED = re.compile(r"\"[^\"]{0,120}\Z")
_ANNOUNCED = re.compile(r"\b(?:nhu sau|sau day|sau|gom|bao gom)\s*:\s*\Z")  # "quy định 4 chỉ tiêu như sau:"
_DURATION = re.compile(r"(?:[a-z]+ ){0,3}thoi gian\b")
_VERB = re.compile(r"(?:phat trien|hinh thanh|nang|dua)\b")  # verbs of goals, else parts of names
_REACHED = re.compile(r"\b(?:dat|vuot|hoan thanh)\s+\Z")
_AGAINST = re.compile(r"\b(?:cao|thap|it|nhieu|lon|nho)\s+hon\b[^,;]*\bmuc\s*\Z")  # "thấp hơn mức 2% của …"
_WHOSE = ("cua ", "gom ", "bao gom ")  # "thị phần của 4 doanh nghiệp", "gồm 25 đơn vị" count no result
_EVERY_YEAR = re.compile(r"\b(?:moi|hang)\s+(?:nam|thang|ngay|quy)\b")
_LONGEST_HEADING = 400
_SHORT_HEADING = 80
_FEW = 100  # a plain count below this needs words that say it is a result
_TIMES = frozenset(("tháng", "ngày", "ngày làm việc", "năm", "giờ", "phút", "giây", "tuần", "quý", "thập kỷ"))
_FEE = re.compile(r"đồng/(?:hồ sơ|trường hợp|lần|bản|giấy|thẻ|trang)", re.IGNORECASE)
_BARE = 10**5  # a number without unit below this measures nothing unless a link says so
_SMALLEST_WHOLE = 5  # "1/3 email": a fraction, no count


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number is, and how sure that is."""

    sense: Sense
    confidence: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence: goals or results, rules, a plan; and what the numbers before it are."""

    section: Sense | None  # what the lines above promise
    rules: bool  # the sentence states or quotes a regulation, or asks
    planning: bool  # the source is a plan's own text
    earlier: Sense | None  # of the last number in the sentence before
    year: int | None  # the source's


def surroundings(sentence: Sentence, earlier: Sense | None, year: int | None) -> Surroundings:
    """What the lines above a sentence, and the source that it stands in, make of its numbers."""
    reading, unit = sentence.reading, sentence.unit
    own = reading.own.type if reading.own else None
    section: Sense | None = None
    ruled = own in _NORMATIVE or (reading.own is not None and own != "resolution" and _has_year(reading.own.id))
    for other in above(reading, unit):
        text = sentence.folded[other.start : other.end]
        ruled = ruled or _RULED.search(text) is not None
        if section is None and len(text) <= _LONGEST_HEADING:
            if _GOALS.search(text):
                section = "target"
            elif _RESULTS.search(text):
                section = "observation"
            elif len(text) < _SHORT_HEADING and _looks_ahead(reading, other, year):
                section = "target"
    odd = sentence.folded.count("|", unit.start, unit.end) > 1 or sentence.folded.endswith("?", unit.start, unit.end)
    return Surroundings(section, odd or (ruled and section != "target"), own in _PLANNING, earlier, year)


def _has_year(identity: str) -> bool:
    """Whether a number is of the form that the law keeps for documents with rules for all: with its year in it."""
    return _WITH_YEAR.match(identity) is not None


def _looks_ahead(reading: Reading, unit: Unit, year: int | None) -> bool:
    return any(_ahead(year, period) for period in between(reading.periods, unit.start, unit.end))


def judge(
    sentence: Sentence, said: Statement, surroundings: Surroundings, before: Sense | None, when: Period | None
) -> Verdict | None:
    """What a statement's number is; None where it is neither: a rule, a price, a forecast, a count of no account.

    `before` is what the number before it in its sentence is, `when` its own time where the sentence tells it.
    """
    if _passed_over(sentence, said):
        return None
    if said.beside:
        return Verdict("target", 0.9)
    opening = body(sentence)
    start, end = said.clause.left[0], said.number.start
    goal = _strength("goal_words", sentence, start, end)
    measured = _strength("measured_words", sentence, start, end)
    if said.clause.outer and not goal[0]:
        start = said.clause.outer[0]
        goal = _strength("goal_words", sentence, start, end)
        measured = max(measured, _strength("measured_words", sentence, start, end))
    section = surroundings.section
    happened = not said.clause.outer and _happened(sentence, said)
    if goal[0] == 2 and (measured[0] < 2 or goal[1] >= measured[1]):
        usual = not section and _EVERY_YEAR.search(sentence.folded, opening, end) is not None
        return _unless_few(sentence, said, Verdict("observation", 0.6) if usual else Verdict("target", 0.93))
    if _demanded(sentence, said, when):
        return Verdict("target", 0.88)
    if measured[0] == 2 or (happened and section != "target"):
        between = sentence.folded[measured[1] : said.start if said.verb else end].split()
        told = len(between) <= (1 if said.verb else 2) or (happened and said.verb == "")
        return _unless_few(sentence, said, Verdict("observation", 0.93), told=told)
    ahead = _ahead(surroundings.year, when)
    if before and (ahead is None or ahead == (before == "target")):
        return _unless_few(sentence, said, Verdict(before, 0.88), told=said.verb != "")
    wide_goal = _strength("goal_words", sentence, opening, start)
    wide_measured = _strength("measured_words", sentence, opening, start)
    if wide_goal[0] == 2 and (wide_measured[0] < 2 or wide_goal[1] > wide_measured[1]):
        return _unless_few(sentence, said, Verdict("target", 0.9))
    earlier = surroundings.earlier
    if earlier and (ahead is None or ahead == (earlier == "target")):
        return _unless_few(sentence, said, Verdict(earlier, 0.82))
    if ahead is False and not goal[0]:
        return _unless_few(sentence, said, Verdict("observation", 0.85))
    if section:
        verdict = Verdict(section, 0.92 if section == "target" else 0.8)
        sized = said.link.kind != "" or said.verb != "" or said.number.comparator != "="
        return _unless_few(sentence, said, verdict, told=section == "target" and sized)
    if ahead and when is not None:
        preposed = sentence.folded.startswith(_GOAL_TIME, when.start)
        return _unless_few(sentence, said, Verdict("target", 0.85)) if preposed or goal[0] or wide_goal[0] else None
    if surroundings.planning and wide_measured[0] < 2:
        bounded = said.number.comparator in (">=", "<=")
        return Verdict("target", 0.8) if (goal[0] or bounded) and not _is_few(said) else None
    if goal[0] == 1 and wide_measured[0] < 2:
        return _unless_few(sentence, said, Verdict("target", 0.7)) if said.link.kind or said.verb else None
    if said.verb and not measured[0] and not wide_measured[0] and (sentence.unit.lead is not None or _is_few(said)):
        return None  # work to be done, with its size
    if said.number.comparator in (">=", "<="):
        return None  # a bound that nobody is said to have reached
    return _unless_few(sentence, said, Verdict("observation", 0.85 if measured[0] else 0.7))


def _strength(table: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """How strongly a stretch speaks the words of a table (0, 1, 2), and where the last strongest stands."""
    best = (0, -1)
    for begin, _, strength in sentence.occurrences(table, start, end):
        if sentence.folded.endswith("chuong trinh ", start, begin):
            continue  # a "chương trình mục tiêu" is a programme
        if table == "goal_words" and _says_no_goal(sentence, start, begin, end):
            continue
        best = max(best, (2 if strength == "strong" else 1, begin))
    return best


def _says_no_goal(sentence: Sentence, start: int, begin: int, end: int) -> bool:
    """Whether a word of goals that begins at `begin` is part of a name, or of a result: "chưa đạt chỉ tiêu, như …"."""
    folded = sentence.folded
    if _VERB.match(folded, begin):
        return sentence.content(start, begin) < begin and folded[:begin].rstrip()[-1:] not in (",", ";", ":")
    reached = _REACHED.search(folded, start, begin)
    return reached is not None and "," in folded[begin:end] and sentence.printed(*reached.span()).lower() != "đặt"


def _happened(sentence: Sentence, said: Statement) -> bool:
    """Whether what follows a number in its clause says that it is so: "06 bộ chưa ban hành", "77% đã hoàn thành"."""
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("measured_words", begin, comma if comma >= 0 else end)
    return any(sentence.folded[start:stop] in ("da", "dang", "chua") for start, stop, _ in words)


def _demanded(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether what follows a number says that it must be so by a time: "đến cuối năm, 50% hồ sơ phải số hóa"."""
    if when is None or not sentence.folded.startswith((*_GOAL_TIME, "truoc"), when.start):
        return False
    if counted(said.number) and said.number.comparator != ">=":
        return False
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("goal_words", begin, comma if comma >= 0 else end)
    return any(sentence.folded[start:stop] in ("phai", "can", "can phai") for start, stop, _ in words)


def _ahead(this_year: int | None, when: Period | None) -> bool | None:
    """Whether a time lies after the source's year; None where either is not known, or they are the same."""
    if when is None or when.value is None or this_year is None:
        return None
    year = int(when.value[:4])
    return year > this_year if year != this_year else None


def _passed_over(sentence: Sentence, said: Statement) -> bool:
    """Whether a number states a rule, a price, a forecast, or says where or with whom instead of how many."""
    number, folded = said.number, sentence.folded
    start, name = said.clause.left[0], (said.number.unit or "").lower()
    if _forecast(sentence, said, money=number.unit is not None and name.split("/")[0] in ("đồng", "usd", "eur")):
        return True
    if name == "tuổi" or (name in _TIMES and not _lasts(said)):
        return True
    if name == "lần" and not (said.link.kind in ("ratio", "change") or number.text.lower().startswith(("gấp", "gần"))):
        return True
    if number.total is not None and number.total <= _SMALLEST_WHOLE:
        return True
    if _AGAINST.search(folded, start, number.start):
        return True
    bare = number.unit is None and number.total is None and number.value < _BARE
    if bare and said.link.kind in ("", "have"):
        return True
    if not counted(number):
        return False
    if number.total is None and number.value < 1000 and spoken("not_measured", name, accented=sentence.unit.accented):
        return True
    if number.value <= 1 and number.total is None and number.comparator == "=":
        return True
    if number.comparator != "<=" and (said.where or _MEETING.search(folded, start, number.start)):
        return True
    if _NAMED_WORK.search(folded, start, number.start) or _PARTITIVE.fullmatch(folded, start, number.start):
        return True
    if number.value < _FEW and _ANNOUNCED.search(folded, number.end, sentence.unit.end):
        return True
    return number.value < _FEW and bool(
        _QUOTED.search(folded, max(sentence.unit.start, number.start - 120), number.start)
    )


def _lasts(said: Statement) -> bool:
    """Whether a number of days or months is how long something takes: "thời gian giải quyết giảm còn 5 ngày"."""
    return said.link.kind in ("from", "equal", "change") and _DURATION.match(fold(said.indicator)) is not None


def _forecast(sentence: Sentence, said: Statement, *, money: bool) -> bool:
    """Whether the sentence guesses, sets a condition or names a price."""
    if money and _FEE.match(said.number.unit or ""):
        return True
    start, end = said.clause.left[0], said.number.end
    for begin, _, scope in sentence.occurrences("forecast_words", sentence.unit.start, end):
        own = begin >= start
        if scope == "sentence" or (scope == "" and own) or (scope == "fee" and money):
            return True
        if scope == "money" and money and own and _strength("measured_words", sentence, start, end)[0] != 2:
            return True
    summed = said.indicator.startswith(("tổng ", "số tiền"))
    return money and said.link.kind in ("", "have") and not said.verb and not summed


def _is_few(said: Statement) -> bool:
    """Whether a number counts fewer things than a text would give as a result without saying so."""
    number = said.number
    return counted(number) and number.value < _FEW and number.total is None and number.comparator in ("=", ">")


def _unless_few(sentence: Sentence, said: Statement, verdict: Verdict, *, told: bool = False) -> Verdict | None:
    """The verdict, unless the number is a small plain count that no word makes a result; `told`: some word does."""
    if told or not _is_few(said) or (verdict.sense == "target" and said.number.upper is not None):
        return verdict
    whose = sentence.folded.startswith(_WHOSE, said.link.verb)
    done = _strength("measured_words", sentence, body(sentence), said.number.start)[0] == 2
    if said.link.kind in ("have", "equal") and (done or not whose):
        return verdict
    return verdict if _PREDICATE.match(sentence.folded, *said.clause.right) else None
