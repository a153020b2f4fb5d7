"""Whether a number is one wanted or one measured: the words of its clause, then its sentence, its section, its time."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from kg.periods import first_day, last_day
from loaders.layout.outline import above
from loaders.measures.counting import counted
from loaders.measures.dismissals import REACH, TIMES, dismissed
from loaders.measures.senses import strength
from loaders.measures.small_counts import FEW, is_few, narrated, tells
from loaders.measures.statements import Statement
from loaders.measures.stretches import body
from loaders.measures.sums import GAIN, is_money, is_sum
from loaders.reading import Period, Reading, Unit
from loaders.words import ordered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

Sense = Literal["target", "observation"]

_NORMATIVE = frozenset(
    ("law", "code", "constitution", "ordinance", "decree", "circular", "regulation", "consolidated-text")
)
_PLANNING = frozenset(("plan", "programme", "scheme", "resolution", "decision", "directive", "guideline", "dispatch"))
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau|tam nhin)\b")
_RESULTS = re.compile(
    r"\W*(?!(?:can cu|tren co so|theo|de)\b)"
    r"(?:[ivxlc\d]{1,5}(?:\.\d+)*[.)/-]?\s+|[a-z][.)]\s*)?(?:[a-z]+\s+){0,4}?(?:ket qua|thuc trang|tinh hinh|"
    r"boi canh|ton tai|han che|tong ket|hien trang|noi bat|danh gia (?:chung|thuc trang|ket qua|tinh hinh))\b"
)
_ORDERS = Pattern(r"\b(?:yêu cầu|giao(?! dịch| tiếp| thông| lưu)|nhiệm vụ|đề nghị|phân công|phương án|triển khai)\b")
_SET_ASIDE = Pattern(r"\b(?:bố trí|dành|phân bổ|cấp|chi|huy động)(?: được| thêm| khoảng| hơn| gần| trên)*\s*$")
_TELLS = Pattern(r"\b(?:giao|yêu cầu|chỉ đạo|đề nghị|phân công)(?:\s+(?:nhiệm vụ\s+)?cho)?\s*$")
_LATER = ("cham", "tre")
_IS_TOLD = Pattern(r"\bđược (?:giao|đề nghị|yêu cầu|phân công)\b")
_RULED = re.compile(r"\bquy dinh\b.*\bnhu sau\s*:", re.DOTALL)
_WITH_YEAR = re.compile(r"[\d.]+/\d{4}/")
_GOAL_TIME = ("den", "vao", "trong", "tinh den", "truoc", "cham nhat", "muon nhat")
_ASSURED = re.compile(r"\b(?:bao dam|dam bao)\s+\Z")  # "bảo đảm 100% thông tin đã số hóa không phải cung cấp lại"
_EXPECTED = re.compile(r"(?:du kien|ky vong)\b")
_WILL = Pattern(r"\b(?:sẽ|dự kiến|kế hoạch)\b")
_NEEDS = re.compile(r"(?:can|phai)\b")
_MONEY = ("đồng", "usd", "dong")
_WORK = ("nhiệm vụ", "việc", "công việc", "đầu việc", "nội dung", "chỉ tiêu", "mục tiêu")
_DONE = Pattern(r"\b(?:hoàn thành|đang thực hiện|quá hạn|trong hạn|đúng tiến độ|chậm)\b")
_REPORTED = re.compile(  # "Thống kê của Cục X cho thấy, …"
    r"\b(?:thong ke|so lieu|bao cao|khao sat|du lieu|ket qua|danh gia|ghi nhan)\b[^.;:\d]{0,100}"
    r"\b(?:cho thay|cho biet|ghi nhan|chi ra)\b"
)
_AIMED = re.compile(r"\b(?:muc tieu|chi tieu)\s+\Z")
_BY = Pattern(r"\s*(?:theo|tại|trong|với|thực hiện)\s")
_NEAR = 8  # how many words after a number the "sẽ" of its own clause stands at most
_EVERY_YEAR = re.compile(r"\b(?:moi|hang)\s+(?:nam|thang|ngay|quy)\b")
_LONGEST_HEADING = 400
_SHORT_HEADING = 80
_YEAR_ONLY = len("2025")
_GOAL_YEARS = 5  # goals are set for years that end in 0 or 5
_UNTIL = ("den nam", "den het nam", "den cuoi nam", "toi nam")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number is, and how sure that is."""

    sense: Sense
    confidence: float
    baseline: bool = False  # what a wanted value is to rise or fall from: the numbers after it are still wanted


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence: goals or results, rules, a plan; and what the numbers before it are."""

    section: Sense | None  # what the lines above promise
    rules: bool  # the sentence states or quotes a regulation, or asks
    planning: bool  # the source is a plan's own text
    earlier: Sense | None  # of the last number in the sentence before
    year: int | None  # the source's
    today: datetime.date | None = None  # the source's day
    goal: str | None = None  # the time of the last target
    work: bool = False  # the line above gives orders


def surroundings(sentence: Sentence, earlier: Sense | None, year: int | None, goal: str | None) -> Surroundings:
    """What the lines above a sentence, and the source that it stands in, make of its numbers."""
    reading, unit = sentence.reading, sentence.unit
    own = reading.own.type if reading.own else None
    section: Sense | None = None
    work = False
    ruled = own in _NORMATIVE or (reading.own is not None and own != "resolution" and _has_year(reading.own.id))
    for other in above(reading, unit):
        text = sentence.folded[other.start : other.end]
        ruled = ruled or (_RULED.search(text) is not None and not _plans(reading, other))
        if section is None and not work and len(text) <= _LONGEST_HEADING:
            if _GOALS.search(text):
                section = "target"
            elif _RESULTS.match(text):
                section = "observation"
            elif reading.source.blocks[other.block].kind == "title":
                continue  # the year that a headline looks to is not that of all the article
            elif len(text) < _SHORT_HEADING and _looks_ahead(reading, other, year):
                section = "target"
            else:
                work = text.endswith(":") and sentence.search(_ORDERS, other.start, other.end) is not None
    odd = sentence.folded.count("|", unit.start, unit.end) > 1 or sentence.folded.endswith("?", unit.start, unit.end)
    rules = odd or (ruled and section != "target")
    return Surroundings(section, rules, own in _PLANNING, earlier, year, reading.today, goal, work)


def _has_year(identity: str) -> bool:
    """Whether a number is of the form that the law keeps for documents with rules for all: with its year in it."""
    return _WITH_YEAR.match(identity) is not None


def _plans(reading: Reading, unit: Unit) -> bool:
    """Whether the documents that a line names set goals, not rules for all: "Nghị quyết 03/NQ-CP quy định như sau:"."""
    named = ordered.within(reading.documents, unit.start, unit.end)
    return bool(named) and all(d.type in _PLANNING and not _has_year(d.id) for d in named)


def _looks_ahead(reading: Reading, unit: Unit, year: int | None) -> bool:
    periods = ordered.within(reading.periods, unit.start, unit.end)
    return year is not None and any(period.value and int(period.value[:4]) > year for period in periods)


def judge(
    sentence: Sentence, said: Statement, surroundings: Surroundings, before: Sense | None, when: Period | None
) -> Verdict | None:
    """What a statement's number is; None where it is neither: a rule, a price, a forecast, a count of no account.

    `before` is what the number before it in its sentence is, `when` its own time where the sentence tells it.
    """
    ahead = _ahead(surroundings, when)
    if ahead is None and surroundings.year is None and _is_goal_year(sentence, said, when):
        ahead = True
    coming = ahead or (ahead is None and _is_set(sentence, said, when))
    if _AIMED.search(sentence.folded, said.clause.left[0], said.number.start) and said.number.unit == "%":
        return Verdict("target", 0.85)  # "cho rằng mục tiêu 80% hồ sơ được số hóa là khó đạt"
    if dismissed(sentence, said, past=ahead is False, ahead=coming):
        return None
    if said.beside:
        return Verdict("target", 0.9)
    opening = body(sentence)
    start, end = said.clause.left[0], said.number.start
    if said.where and said.number.total is None:
        return Verdict("target", 0.75) if coming else Verdict("observation", 0.7)
    goal = strength("goal_words", sentence, start, end)
    measured = strength("measured_words", sentence, start, end)
    if said.clause.outer and not goal[0]:
        start = said.clause.outer[0]
        goal = strength("goal_words", sentence, start, end)
        measured = max(measured, strength("measured_words", sentence, start, end))
    section = surroundings.section
    needs = goal[0] == 2 and _NEEDS.match(sentence.folded, goal[1]) is not None
    if goal[0] < 2 and _is_whole(sentence, said):
        return Verdict("observation", 0.8)
    if section != "target" and (goal[0] < 2 or needs) and is_sum(said, accented=sentence.unit.accented):
        if before == "target" and said.vague:
            return Verdict("target", 0.8)  # "tạo 1.000 công ty trị giá 10 tỷ USD"
        return Verdict("observation", 0.8)
    listed = section == "target" and sentence.unit.role == "item"
    if is_money(said.number) and goal[0] < 2 and not listed and sentence.search(_SET_ASIDE, start, said.number.start):
        return Verdict("observation", 0.75)
    if GAIN.search(sentence.folded, start, end) and goal[0] < 2 and not ahead and not listed and is_money(said.number):
        return Verdict("observation", 0.75)
    if before is None and said.vague and not said.verb and not goal[0] and is_few(said) and not section:
        return None
    assured = _ASSURED.search(sentence.folded, start, end) is not None
    happened = not said.clause.outer and not assured and _happened(sentence, said)
    if said.link.kind == "from" and (goal[0] or before == "target" or section == "target") and not ahead:
        return Verdict("observation", 0.7, baseline=True)
    if goal[0] == 2 and (measured[0] < 2 or goal[1] >= measured[1]):
        usual = not section and _EVERY_YEAR.search(sentence.folded, opening, end) is not None
        return _unless_few(sentence, said, Verdict("observation", 0.6) if usual else Verdict("target", 0.93))
    if (
        said.number.unit in TIMES
        and said.link.kind == "change"
        and goal[0] < 2
        and sentence.folded.startswith(_LATER, said.link.verb)
    ):
        return Verdict("observation", 0.75)  # "tiến độ chậm 6 tháng"
    if _ordered(sentence, said):
        return Verdict("target", 0.7)
    if _demanded(sentence, said, when):
        return Verdict("target", 0.88)
    set_for = when is not None and sentence.folded.startswith(_GOAL_TIME, when.start)
    if _planned(sentence, said, goal[1], measured[1] if measured[0] == 2 or not set_for else -1):
        reached = said.link.kind in ("equal", "change") and not said.number.text.lower().endswith(_MONEY)
        return Verdict("target", 0.7) if set_for or reached else None
    if goal[0] < 2 and _REPORTED.search(sentence.folded, opening, said.number.start) and ahead is not True:
        measured = (2, max(measured[1], start))
    if measured[0] == 2 or (happened and section != "target"):
        between = sentence.folded[measured[1] : said.start if said.verb else end].split()
        done = "hoan thanh" in sentence.folded[measured[1] : said.start]
        told = len(between) <= (3 if done or not said.verb else 1) or (happened and said.verb == "")
        return _unless_few(sentence, said, Verdict("observation", 0.93), told=told)
    opens = said.link.kind == "change" and sentence.content(opening, end) == said.link.verb
    if opens and not goal[0] and before is None and not section:
        return None  # "Giảm 30% chi phí": work to be done
    if when is None and measured[0] < 2 and _by_a_plan(sentence, surroundings, start):
        return _unless_few(sentence, said, Verdict("target", 0.75), told=said.verb != "")
    if before and (ahead is None or ahead == (before == "target")):
        return _unless_few(sentence, said, Verdict(before, 0.88), told=said.verb != "")
    wide_goal = strength("goal_words", sentence, opening, start)
    wide_measured = strength("measured_words", sentence, opening, start)
    if _REPORTED.search(sentence.folded, opening, start):
        wide_measured = (2, start)
    if wide_goal[0] == 2 and (wide_measured[0] < 2 or wide_goal[1] > wide_measured[1]):
        return _unless_few(sentence, said, Verdict("target", 0.9))
    asked = surroundings.planning and said.verb != "" and not measured[0] and not wide_measured[0] and ahead is None
    if asked and section is None and said.number.value >= FEW and counted(said.number):
        return Verdict("target", 0.7)  # "tập trung giúp hơn 900 hộ"
    earlier = surroundings.earlier
    if earlier == "target" and not goal[0] and _before_the_goal(surroundings, said, when):
        return Verdict("observation", 0.8)
    another = listed and earlier == "observation"  # a new line among goals
    another = another or (earlier == "target" and not goal[0] and _of_an_earlier_time(sentence, surroundings, when))
    if earlier and not another and (ahead is None or ahead == (earlier == "target")):
        return _unless_few(sentence, said, Verdict(earlier, 0.82))
    if ahead is False and not goal[0]:
        return _unless_few(sentence, said, Verdict("observation", 0.85))
    if section:
        verdict = Verdict(section, 0.92 if section == "target" else 0.8)
        sized = said.link.kind != "" or said.verb != "" or said.number.comparator != "="
        return _unless_few(sentence, said, verdict, told=section == "target" and sized)
    if ahead and when is not None:
        preposed = sentence.folded.startswith((*_GOAL_TIME, "tu "), when.start)
        stated = preposed or goal[0] or wide_goal[0] or said.link.kind in ("equal", "from")
        return _unless_few(sentence, said, Verdict("target", 0.85 if preposed else 0.75)) if stated else None
    if surroundings.planning and wide_measured[0] < 2:
        bounded = said.number.comparator in (">=", "<=")
        return Verdict("target", 0.8) if (goal[0] or bounded) and not is_few(said) else None
    if goal[0] == 1 and wide_measured[0] < 2 and said.number.comparator == ">=" and said.number.unit == "%":
        return Verdict("target", 0.75)  # "bảo đảm đến năm 2027 sáp nhập tối thiểu 5% đối với …"
    if goal[0] == 1 and wide_measured[0] < 2:
        return _unless_few(sentence, said, Verdict("target", 0.7)) if said.link.kind or said.verb else None
    if surroundings.work and said.number.comparator == ">=" and said.number.unit == "%" and wide_measured[0] < 2:
        return Verdict("target", 0.7)  # under "Yêu cầu các sở:": "Cung cấp ít nhất 40% dịch vụ công trực tuyến"
    undone = said.verb and not measured[0] and not wide_measured[0] and not narrated(sentence, said)
    if undone and (sentence.unit.lead is not None or is_few(said)):
        return None  # work to be done, with its size
    if surroundings.work and measured[0] < 2 and wide_measured[0] < 2:
        share = said.number.unit == "%" and not said.clause.outer
        return Verdict("target", 0.7) if share else None
    promised = said.number.comparator == ">=" and said.number.unit == "%" and measured[0] < 2
    if promised and sentence.search(_SET_ASIDE, start, said.number.start):
        return Verdict("target", 0.7)  # "Bố trí ít nhất 15% ngân sách cho …"
    if said.number.comparator in (">=", "<=") and not said.indicator.startswith("thứ hạng"):
        return Verdict("target", 0.7) if said.link.kind == "equal" else None  # a bound that nobody has reached yet
    return _unless_few(sentence, said, Verdict("observation", 0.85 if measured[0] else 0.7))


def _by_a_plan(sentence: Sentence, surroundings: Surroundings, start: int) -> bool:
    """Whether a clause tells what a plan wants by its last year: "Theo Đề án … đến năm 2030, tỷ trọng đạt 30%"."""
    if sentence.match(_BY, start, sentence.unit.end) is None:
        return False
    for plan in (*sentence.programmes, *(d for d in sentence.documents if d.type in _PLANNING)):
        for period in sentence.periods:
            near = (
                start <= plan.start
                and plan.start - start <= _NEAR
                and plan.start < period.start <= plan.end + _SHORT_HEADING
            )
            if near and "," not in sentence.folded[plan.end : period.start] and period.value:
                last = int(period.value[:4])
                return last > surroundings.year if surroundings.year else last % _GOAL_YEARS == 0
    return False


def _is_whole(sentence: Sentence, said: Statement) -> bool:
    """Whether a count of work is one of which the text tells how much is done: "giao 71 nhiệm vụ; đã hoàn thành 52"."""
    number = said.number
    if not counted(number) or (number.unit or "").lower() not in _WORK:
        return False
    for other in sentence.numbers:
        if (
            number.end <= other.start
            and other.value <= number.value
            and (other.unit or "việc").lower() in (*_WORK, number.unit)
        ):
            return (
                strength("measured_words", sentence, number.end, other.start)[0] == 2
                or sentence.search(_DONE, number.end, min(other.end + _SHORT_HEADING, sentence.unit.end)) is not None
            )
    return False


def _is_set(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether a sentence says of a time that something will be so by then, in a source that has no date."""
    if when is None or not sentence.folded.startswith(_GOAL_TIME, when.start):
        return False
    return sentence.search(_WILL, sentence.unit.start, said.number.start) is not None


def _is_goal_year(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether a number, in a source without a date, is for a year such as goals are set for: "đến năm 2030 đạt 2%"."""
    if when is None or when.value is None or len(when.value) != _YEAR_ONLY or int(when.value) % _GOAL_YEARS:
        return False
    if not sentence.folded.startswith(_UNTIL, when.start) or said.number.start < when.start:
        return False
    return strength("measured_words", sentence, sentence.unit.start, said.number.start)[0] < 2


def _happened(sentence: Sentence, said: Statement) -> bool:
    """Whether what follows a number in its clause says that it is so: "06 bộ chưa ban hành", "77% đã hoàn thành"."""
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("measured_words", begin, comma if comma >= 0 else end)
    return any(sentence.folded[start:stop] in ("da", "dang", "chua") for start, stop, _ in words)


def _demanded(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether what follows a number says that it must be so by a time: "đến cuối năm, 50% hồ sơ phải số hóa"."""
    if when is None or not sentence.folded.startswith(_GOAL_TIME, when.start):
        return False
    if counted(said.number) and said.number.comparator != ">=":
        return False
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("goal_words", begin, comma if comma >= 0 else end)
    return any(sentence.folded[start:stop] in ("phai", "can", "can phai") for start, stop, _ in words)


def _ordered(sentence: Sentence, said: Statement) -> bool:
    """Whether a number is what a body was told to reach: "thành phố đã giao Sở X triển khai thêm 275 dịch vụ"."""
    end = said.number.start
    since = max(sentence.unit.start, end - REACH)
    told = sentence.search(_IS_TOLD, since, end)
    if told and any(body.end + 1 >= told.start() >= body.end for body in sentence.agencies):
        return strength("measured_words", sentence, told.end(), end)[0] < 2
    for body_told in reversed(sentence.agencies):
        if since <= body_told.start and body_told.end <= end and sentence.search(_TELLS, since, body_told.start):
            return said.verb != "" and strength("measured_words", sentence, body_told.end, end)[0] < 2
    return False


def _planned(sentence: Sentence, said: Statement, goal: int, measured: int) -> bool:
    """Whether a number is expected and not measured: "dự kiến giảm còn 12 ngày", "4 triệu hộ sẽ được phát thẻ"."""
    folded, (begin, end) = sentence.folded, said.clause.right
    if goal > measured and _EXPECTED.match(folded, goal):
        return True
    words = sentence.occurrences("goal_words", begin, end)
    return any(folded[start:stop] == "se" and len(folded[begin:start].split()) <= _NEAR for start, stop, _ in words)


def _before_the_goal(surroundings: Surroundings, said: Statement, when: Period | None) -> bool:
    """Whether a number is what was reached on the way to the goal before it: "Năm 2023, tỷ lệ này là 47,5%"."""
    if not said.again or surroundings.goal is None:
        return False
    return when is None or when.value is None or when.value[:4] < surroundings.goal[:4]


def _of_an_earlier_time(sentence: Sentence, surroundings: Surroundings, when: Period | None) -> bool:
    """Whether a number is of a time before that of the last goal, and no step on the way: "năm 2022 giữ vị trí 86"."""
    if when is None or when.value is None or surroundings.goal is None or surroundings.today is None:
        return False
    step = sentence.folded.startswith(_GOAL_TIME, when.start)
    now = surroundings.today.year
    return not step and int(when.value[:4]) <= now and when.value[:4] < surroundings.goal[:4]


def _ahead(surroundings: Surroundings, when: Period | None) -> bool | None:
    """Whether a time lies after the source's day, or its year; None where either is not known, or they are the same."""
    if when is None or when.value is None:
        return None
    if surroundings.today is not None and len(when.value) > _YEAR_ONLY:
        if last_day(when.value) <= surroundings.today:
            return False
        return True if first_day(when.value) > surroundings.today else None
    if surroundings.year is None:
        return None
    year = int(when.value[:4])
    return year > surroundings.year if year != surroundings.year else None


def _unless_few(sentence: Sentence, said: Statement, verdict: Verdict, *, told: bool = False) -> Verdict | None:
    """The verdict, unless the number is a small plain count that no word makes a goal or a result."""
    return verdict if tells(sentence, said, wanted=verdict.sense == "target", told=told) else None
