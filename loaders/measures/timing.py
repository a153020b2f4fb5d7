"""Of what time a number is: what its sentence says, else what the text so far says for what follows."""

from __future__ import annotations

import re

from kg.periods import first_day, last_day
from loaders.layout.outline import above
from loaders.measures import moments, own_times
from loaders.measures.courses import ANOTHER_TIME, FAR, Course, stages
from loaders.measures.indicators import is_its_own
from loaders.measures.own_times import AT_HOUR, COMPARED, FOR_A_GOAL
from loaders.measures.statements import Statement
from loaders.measures.stretches import body
from loaders.measures.sums import is_money
from loaders.reading import Period
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_CLOSES = re.compile(r"(?:ngay\s+)?(?:trong|vao|tinh den)\b")
_AGAINST_THAT = ("so voi", "cao hon", "thap hon", "hon")
_AGAINST = re.compile(r"\bso voi\s*\Z")
_SINCE = re.compile(r"(?:ke )?tu (?:nam|thang|quy|ngay|dau|giua|cuoi)\b")  # "từ năm 2021 đã cấp …": until now
_CONTRAST = Pattern(r"\b(?:song|nhưng|tuy nhiên|đến nay)\b")
_PROMISED = Pattern(
    r"[,;]\s*(?:(?:dự kiến|sẽ|phấn đấu|mục tiêu|kế hoạch)\b|(?:\w+\s){1,6}?(?:cam kết|hứa|hẹn|phải|yêu cầu|đề nghị)\b)"
)
_SEASON = 92  # days after which a text no more goes on with a time that is over
_YEAR = len("2025")
_HEADED = Pattern(r"\s*(?:các )?(?:mục tiêu|chỉ tiêu|kế hoạch)\b[^:;.]{0,60}:")
_STEPS = Pattern(r"\b(?:phấn đấu|tiến tới|hướng tới|nâng lên)\b")
_STILL = Pattern(r"\bvẫn còn\b[^;.]{0,60}$")
_GOES_ON = ("va", "con", "nhung", "song")
_NOW = ("hien", "den nay", "toi nay", "nay", "tinh den nay")
_OF_AN_INDEX = ("điểm", "hạng", "bậc")
_NEAREST = 12  # times before a number among which its own is looked for


def own_time(sentence: Sentence, said: Statement, since: int | None = None) -> Period | None:
    """The time that the sentence gives to a number: before it in its clause, right after it, or since `since`."""
    if not sentence.periods:
        return None
    number, clause = said.number, said.clause
    if beside := _in_a_bracket(sentence, number.end):
        return beside
    begin = clause.outer[0] if clause.outer else clause.left[0]
    following = _following_time(sentence, said)
    if following and FOR_A_GOAL.match(sentence.folded, following.start):
        return following
    named = [] if is_money(number) else [own_times.name_of(sentence, p) for p in sentence.programmes if not p.anaphor]
    since = since if since is not None else body(sentence)
    near = list(sentence.times(min(begin, since), number.start))[-_NEAREST:]
    near = [p for p in near if not moments.is_aside(sentence, p, number.start)]
    times = [p for p in near if not _contrasted(sentence, p, number.start)]
    times = [p for p in times if not any(a <= p.start < b for a, b in named)]
    before = [p for p in times if p.start >= begin]
    local = [period for period in before if own_times.is_its(sentence, begin, period, COMPARED)]
    touching = [
        p for p in before if p.value and p.end + 1 >= said.link.start and not own_times.is_another(sentence, begin, p)
    ]
    if local or touching or following:
        return local[-1] if local else touching[-1] if touching else following
    same = said.vague and said.link.kind in ("change", "ratio")  # "đạt 7 tỷ USD trong năm 2023, tăng 12%"
    others = [other.end for other in sentence.numbers if other.end <= begin] if not same else []
    earlier = [
        period
        for period in times
        if since <= period.start < begin
        and own_times.is_its(sentence, since, period, ANOTHER_TIME)
        and not _of_an_entry_before(sentence, period, begin)
        and (
            AT_HOUR.search(sentence.folded, since, period.start)
            or not any(end <= period.start and not sentence.folded[end : period.start].strip() for end in others)
        )
    ]
    return earlier[-1] if earlier else _closing_time(sentence, number.end)


def _in_a_bracket(sentence: Sentence, end: int) -> Period | None:
    """The time that is all of a bracket right behind a number that ends at `end`: "95,8% (năm 2024)"."""
    opened = sentence.folded.find("(", end, end + 2)
    if opened < 0 or sentence.folded[end:opened].strip():
        return None
    told = next((one for one in sentence.periods if one.value and opened < one.start <= opened + 2), None)
    return told if told and sentence.folded.startswith(")", told.end) else None


def _of_an_entry_before(sentence: Sentence, period: Period, number: int) -> bool:
    """Whether a time is that of an entry before the number's, in a sentence that lists: "…: A trước 30/11; B"."""
    if sentence.folded.find(";", period.end, number) < 0:
        return False
    return _ENTRY.search(sentence.folded, sentence.unit.start, period.start) is not None


def _closing_time(sentence: Sentence, since: int) -> Period | None:
    """The one time of a sentence where it ends it: "… tăng 30%, đạt 71 điểm, xếp thứ 43 trong tháng 10"."""
    told = [period for period in sentence.periods if period.value]
    if len(told) != 1 or told[0].start < since or sentence.folded[told[0].end : sentence.unit.end].strip(" .…"):
        return None
    its = _CLOSES.match(sentence.folded, told[0].start) is not None
    its = its and ANOTHER_TIME.search(sentence.folded, since, told[0].start) is None  # "…, còn xa mục tiêu 70%"
    its = its and not any(sentence.search(pattern, since, told[0].start) for pattern in (_STEPS, _PROMISED))
    return told[0] if its and own_times.is_its(sentence, since, told[0], ANOTHER_TIME) else None


def _says_now(sentence: Sentence, said: Statement, own: Period | None) -> bool:
    """Whether a number is told for now ("hiện", "đến nay"), in a source that does not tell when that is."""
    since = own.start if own is not None else -1
    return any(
        period.value is None
        and since < period.start < said.number.start
        and sentence.folded.startswith(_NOW, period.start)
        for period in sentence.periods
    )


def observed_time(sentence: Sentence, said: Statement, own: Period | None, index: int, course: Course) -> str | None:
    """The time of a measured value: now, its own, that of the index or the ranking, or what the text reports on."""
    if _says_now(sentence, said, own) or _is_now(sentence, said, own, course):
        return course.today
    if own is None and (year := moments.years_ago(sentence, sentence.unit.start, said.number.start, course.today)):
        return year
    if before := _year_before(sentence, said, course):
        return before
    if not is_ranked(said):
        return report_time(own, index, course)
    if own is None or not own.value:
        return course.indexed or report_time(own, index, course)
    if course.indexed is None or last_day(own.value) >= last_day(course.indexed):
        against = _AGAINST.search(sentence.folded, said.clause.left[0], said.number.start)
        course.indexed = course.indexed if against else own.value
    return own.value


def _year_before(sentence: Sentence, said: Statement, course: Course) -> str | None:
    """The time a year before that of which the text tells, where a clause says so: "năm trước đó chỉ có 3 tỉnh"."""
    since = max((one.end for one in sentence.numbers if one.end <= said.number.start), default=body(sentence))
    since = max(since, said.clause.left[0]) if said.clause.bracket is not None else since
    told = [one.value for one in sentence.times(sentence.unit.start, since) if one.value]
    base = told[-1] if told else course.report or course.article or course.observed or course.today
    return moments.year_before(sentence, since, said.number.start, base)


def is_ranked(said: Statement) -> bool:
    return (
        said.link.kind == "rank"
        or (said.number.unit or "").lower() in _OF_AN_INDEX
        or said.indicator.startswith(("thứ hạng", "xếp hạng", "điểm chỉ số"))
    )


def wanted_by(sentence: Sentence, period: Period | None) -> Period | None:
    """A time as that of a wanted value: None where it is the present one, or where something only begins with it.

    "…, hiện mới là 17%; ít nhất 90% …"
    """
    return None if _is_told_now(sentence, period) or _is_since(sentence, period) else period


def measured_at(sentence: Sentence, said: Statement, period: Period | None, course: Course) -> Period | None:
    """A time as that of a measured value: None where what was counted only begins with it, or where it is to come.

    "từ năm 2021 đã cấp 4 triệu thẻ"; "còn 900 thuê bao chưa khớp, nhà mạng hẹn xử lý xong trong quý I/2025".
    """
    if period is None or _is_since(sentence, period):
        return None
    return None if moments.is_to_come(period, course.today) and not is_money(said.number) else period


def goes_on(sentence: Sentence, said: Statement, period: Period | None) -> bool:
    """Whether what follows may take over a measured value's time.

    Not that of a ranking or of what a bracket adds, nor one that tells which things are meant: "của năm 2023".
    """
    if period is None or not period.value or is_ranked(said) or said.clause.outer is not None:
        return False
    if said.link.kind == "from" and sentence.folded.startswith(_AGAINST_THAT, said.link.verb):
        return False
    return not sentence.folded.endswith("cua ", sentence.unit.start, period.start)


def _is_since(sentence: Sentence, period: Period | None) -> bool:
    """Whether something only begins at a time: "từ năm 2021"."""
    return period is not None and period.first is None and _SINCE.match(sentence.folded, period.start) is not None


def _is_told_now(sentence: Sentence, own: Period | None) -> bool:
    """Whether a time is said as the present one: "hiện", "nay"."""
    return own is not None and sentence.folded.startswith(_NOW, own.start)


def _is_now(sentence: Sentence, said: Statement, own: Period | None, course: Course) -> bool:
    """Whether a number is told for the source's own day: "hiện", "đến nay", "hiện có"."""
    if course.today is None or len(course.today) <= _YEAR:
        return False
    report = course.report or course.article
    if report is not None and last_day(report) == last_day(course.today):
        return False  # in December, of the whole year
    if own is not None and own.value == course.today and sentence.folded.startswith(_NOW, own.start):
        return True
    if own is None and sentence.search(_STILL, sentence.unit.start, said.number.start):
        return True
    since = said.clause.outer[0] if said.clause.outer else said.clause.left[0]
    before = max((other.end for other in sentence.numbers if other.end <= said.number.start), default=since)
    since = min(since, before)
    since = max(since, own.end) if own is not None and own.start < said.number.start else since
    return moments.is_present(sentence, since, said.number.start)


def _contrasted(sentence: Sentence, period: Period, number: int) -> bool:
    """Whether a number is set against what a time is of: "hẹn xong trong tháng 6, song mới đạt 41%"."""
    opens = len(sentence.folded[body(sentence) : period.start].split()) <= 1
    return not opens and sentence.search(_CONTRAST, period.end, number) is not None


def _following_time(sentence: Sentence, said: Statement) -> Period | None:
    """The time right after a number, or at the end of its clause with a preposition: "đạt 20% vào năm 2025"."""
    number, right = said.number, said.clause.right
    if said.link.kind == "ratio":
        return None
    for period in [period for period in sentence.periods if period.start >= number.end][:2]:
        if period.value is None:
            break
        gap = sentence.folded[number.end : period.start]
        close = len(gap.split()) <= 1 and gap.strip() not in _GOES_ON and not any(mark in gap for mark in ",;:.")
        at_end = right[1] - 1 <= period.end <= right[1] + 1
        for_a_goal = FOR_A_GOAL.match(sentence.folded, period.start) is not None
        reached = (for_a_goal and period.end <= right[1] + 1) or (at_end and is_its_own(sentence, number.end, period))
        if sentence.search(_PROMISED, number.end, period.start):
            break
        if (close or reached) and own_times.is_its(sentence, number.end, period, ANOTHER_TIME):
            return period
    return None


def report_time(own: Period | None, index: int, course: Course) -> str | None:
    """The time of a measured value: its own, else what the text reports on, else the source's date."""
    today, value = course.today, own.value if own else None
    if own is not None and value != today:
        return value
    report = course.report or course.article
    if report and (today is None or today[:4] == report[:4] or value is None):
        return report
    recent = course.observed if index - course.last <= FAR else None
    if recent and today and course.paragraph != course.observed_in:
        past = (first_day(today) - last_day(recent)).days > _SEASON
        recent = None if past else recent  # what is long past is told of in one paragraph
    if value is None and recent and (today is None or int(today[:4]) - int(recent[:4]) <= 1):
        return recent
    return value or today


_LISTS = re.compile(r":[^:]*;")
_ENTRY = re.compile(r":\s(?:[^:;]*;)*[^:;]{12,}\Z")  # of a list behind a colon, which does not begin with the time
_OPENS = 16  # characters before a time that opens a sentence: "Trong vòng "


def goal_time(sentence: Sentence, said: Statement, course: Course) -> str | None:
    """The time of a wanted value that its clause does not give: of the lines above, the goals before, the title."""
    headed = sentence.match(_HEADED, body(sentence), said.number.start)
    if headed and (own := [period.value for period in sentence.times(*headed.span()) if period.value]):
        return own[-1]  # "Chỉ tiêu năm 2025: (1) … 85%; (2) … 90%"
    last = sentence.numbers[-1].end if sentence.numbers else sentence.unit.end
    later = sentence.search(_STEPS, said.number.end, last) is not None  # "trên 80% …, phấn đấu đạt 100% vào năm 2035"
    for period in sentence.periods if not later else ():
        named = any(one.start <= period.start < one.end for one in (*sentence.programmes, *sentence.documents))
        stage = sentence.folded.startswith("giai doan ", period.start) and not named
        goal = stage or FOR_A_GOAL.match(sentence.folded, period.start) is not None
        if period.start >= last and goal and period.value:
            return period.value
    of_a_plan = [
        one for one in sentence.times(sentence.unit.start, said.number.start) if own_times.is_of_a_plan(sentence, one)
    ]
    if of_a_plan:
        return of_a_plan[-1].value
    if course.plan_at > course.last and course.plan_time and not course.stage:
        return course.plan_time
    for other in above(sentence.reading, sentence.unit):
        told = stages(Sentence(sentence.reading, other, sentence.folded), course)
        if told and other.start >= course.stage_at:
            return told[-1]
        if other.start < course.stage_at and course.stage:
            return course.stage
    return (
        course.stage
        or _listed_time(sentence, said)
        or _last_time(sentence, course)
        or course.title_time
        or course.plan_time
    )


def _listed_time(sentence: Sentence, said: Statement) -> str | None:
    """The time that opens a sentence which lists goals: "Trong quý IV, tỉnh tập trung 3 việc: A; B trước 30/11; C"."""
    opening = next(iter(sentence.times(sentence.unit.start, said.number.start)), None)
    if opening is None or opening.start - sentence.content(sentence.unit.start, sentence.unit.end) > _OPENS:
        return None
    listed = _LISTS.search(sentence.folded, opening.end, said.number.start)
    return opening.value if listed else None


def _last_time(sentence: Sentence, course: Course) -> str | None:
    """The time of the goal before: in a list, or in prose in its paragraph and the one after it."""
    prose = sentence.unit.role == "sentence" and sentence.reading.own is None
    return None if prose and sentence.unit.block - course.period_in > 1 else course.period
