"""What the lines of a text so far say of the time of what follows: the report's, the goals', an index's, a plan's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from loaders.measures import moments
from loaders.measures.senses import strength
from loaders.measures.stretches import body
from loaders.measures.surroundings import Sense
from loaders.reading import Period, Reading, Role
from loaders.times import dating
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

READ: frozenset[Role] = frozenset(("title", "lead", "heading", "sentence", "item"))

ANOTHER_TIME = re.compile(
    r"(?:so\s+voi|cung\s+ky|ke\s+hoach|muc\s+tieu|du\s+toan|chi\s+tieu|nghi\s+quyet|quyet\s+dinh|de\s+an|chien\s+luoc|"
    r"chuong\s+trinh)\b(?:[^,;:()]|(?<=\d),(?=\d))*\Z|\bhon\s*\Z"
)
_REPORTS = re.compile(r"\b(?:ket qua|noi bat|tinh hinh|danh gia|tong ket|so ket|bao cao)\b")
_SETS = re.compile(r"(?P<mark>[,;:(])\s*\Z|\b(?:trong|qua|sau|het|ket thuc|cho biet|cho thay)\s*\Z")
_SPAN = re.compile(r"\d{4}-(?:Q|S|01-01/P)")
_INDEX = re.compile(r"\b(?:chi so|xep hang|thu hang)\b[^,;.:\d]{0,100}\Z")
_SUMS_UP = re.compile(r"\b(?:tong ket|so ket|ket qua|nhin lai)\b[^,;.:\d]{0,80}\Z")
_PUBLISHES = re.compile(
    r"\b(?:cong bo|phat hanh|ra mat)\b[^;.:]{0,30}\b(?:chi so|xep hang|bao cao)\b[^,;.:\d]{0,100}\Z"
)
_PLAN = re.compile(r"(?:ke hoach|chuong trinh|de an|du an|chien luoc|nghi quyet|quyet dinh)\b[^,;.:]{0,200}\Z")
_SETS_GOALS = Pattern(
    r"\b(?:đặt ra|đề ra|đưa ra|xác định|gồm|có)\s(?:\w+\s)?(?:nhóm\s)?(?:mục tiêu|chỉ tiêu)\b[^:]*$",
    "mục tiêu|chỉ tiêu",
)
_LOOKS_BACK = re.compile(
    r"[^\w(]*(?:truoc do|nhin lai|thoi gian qua|nhung nam qua|nam qua|thuc te|den nay|toi nay|hien nay|hien tai"
    r"|tinh den|theo (?:thong ke|bao cao)|(?:ve )?ket qua)\b"
)
FAR = 6  # how many units back a text still goes on with a subject
_OPENING = 4  # the units that tell what the whole source is about
_DAY, _YEAR = len("2025-12-31"), len("2025")
_SHORT_LINE = 80
_WORDS_BESIDE = 2


@dataclass(slots=True)
class Course:
    """What the text so far says for what follows: the time it reports on, and the goals that it is listing."""

    year: int | None  # the source's own, as far as it can be told
    today: str | None  # its month, else its year
    title_time: str | None  # of a document's own text: the time in its title
    opening: int  # the unit with which the opening ends
    named: Counter[str]  # how often the source names each document
    article: str | None = None  # the time that the whole source reports on
    report: str | None = None  # the time that this section reports on
    stage: str | None = None  # the time of the goals that a short line announces: "1. Đến năm 2030"
    stage_at: int = -1  # where the last line that is nothing but a time stands: "(2) Năm 2026"
    sense: Sense | None = None  # of the last numbers
    period: str | None = None  # of the last target
    period_in: int = -1  # the paragraph of that
    indexes: list[tuple[int, int, str]] = field(
        default_factory=list
    )  # so far named, with offset and unit: rankings too
    indexed: str | None = None  # the year of which the text gives an index or a ranking
    plan_time: str | None = None  # the year, or the last one, of the plan that the text last named
    plan_at: int = -10  # the unit that named it
    observed: str | None = None  # the latest time that the last observations themselves gave
    observed_in: int = -1  # the paragraph of these
    paragraph: int = -1  # the one that is read
    set_by: str | None = None  # of the last target
    announced: int = -10  # the unit that told of a plan's issue
    quoted: str | None = None  # the time of the goals that an article is quoting, "" before it gives one
    sets_goals: int = -10  # the unit that said how many goals a plan sets: "Kế hoạch đặt ra 6 mục tiêu"
    looks_back: bool = False  # whether an article has turned from goals to what was reached: "Trước đó, …"
    aims: bool = False  # whether a section of goals has been opened
    base: str = ""  # what the last number measured
    last: int = -10  # the unit that had them
    foremost: list[str | None] = field(default_factory=list)  # loaders.measures.attribution's: of the first n documents
    foremost_programmes: list[str | None] = field(default_factory=list)  # its own: of the first n programmes


def course(reading: Reading) -> Course:
    """The course of a text before its first unit."""
    read = [index for index, unit in enumerate(reading.units) if unit.role in READ]
    reference = reading.told
    return Course(
        year=reference.year,
        today=dating.now(reference),
        title_time=moments.of_the_title(reading, READ, _OPENING),
        opening=read[_OPENING] if len(read) > _OPENING else len(reading.units),
        named=Counter(document.id for document in reading.documents),
    )


def follow(sentence: Sentence, index: int, course: Course) -> None:
    """Take note of the time that a heading or a sentence says the text reports on."""
    unit, opening = sentence.unit, index < course.opening
    _follow_direction(sentence, course)
    course.paragraph = unit.block
    if sentence.search(_SETS_GOALS, unit.start, unit.end):
        course.sets_goals = index
    if sentence.folded.endswith("?", unit.start, unit.end):  # what was told before is not asked for again
        course.report, course.observed = course.article, None
    times = (
        p
        for p in sentence.periods
        if p.value and (opening or _opens(sentence, p)) and not moments.is_to_come(p, course.today)
    )
    told = next(
        (period.value for period in times if _is_report(sentence, period, course.year if opening else None)), None
    )
    if unit.role == "heading":
        course.report = told or course.article
        course.observed = None
        course.stage = None
    elif told and (course.report is None or told[:4] >= course.report[:4]):
        course.report = told
        if opening:
            course.article = course.article or told
    _follow_names(sentence, index, course)
    if unit.end - unit.start <= _SHORT_LINE and not sentence.numbers:
        told_here = stages(sentence, course)
        course.stage = told_here[-1] if told_here else course.stage
        if told_here and _only_a_time(sentence):
            course.stage_at = unit.start


def _follow_direction(sentence: Sentence, course: Course) -> None:
    """Take note of the paragraph with which an article turns to what was reached, and of the goals that follow."""
    if sentence.reading.own is not None:
        return
    if strength("goal_words", sentence, sentence.unit.start, sentence.unit.end)[0] == 2:
        course.looks_back = False
    elif course.paragraph != sentence.unit.block and _LOOKS_BACK.match(
        sentence.folded, sentence.reading.source.blocks[sentence.unit.block].start
    ):
        course.looks_back = True
        course.sense = None if course.sense == "target" else course.sense
        years = (one for one in sentence.periods if _SUMS_UP.search(sentence.folded, sentence.unit.start, one.start))
        told = next((one.value for one in years if one.value), None)
        if told and not (course.observed or course.report or course.today or "").startswith(told):
            course.report, course.observed = told, None


def _follow_names(sentence: Sentence, index: int, course: Course) -> None:
    """Take note of the year in the name of an index ("chỉ số … năm 2022") and of a plan ("Kế hoạch … năm 2026")."""
    folded, since = sentence.folded, sentence.unit.start
    for period in sentence.periods:
        if len(period.value or "") != _YEAR:
            continue
        if _INDEX.search(folded, since, period.start) and not moments.is_to_come(period, course.today):
            course.indexed = period.value
        plans = [one.start for one in (*sentence.documents, *sentence.programmes) if one.start <= period.start]
        carried_out = index < course.opening and course.title_time is not None  # by the plan that the source is
        if (
            plans
            and not carried_out
            and _PLAN.search(folded, max(plans), period.start)
            and not _is_over(period, course)
        ):
            course.plan_time, course.plan_at = period.value, index


def _is_over(period: Period, course: Course) -> bool:
    """Whether a time ended before the source's own year."""
    assert period.value is not None
    return course.year is not None and int(period.value[:4]) < course.year


def _only_a_time(sentence: Sentence) -> bool:
    """Whether a line says a time and nothing else, but its own number and a word or two: "(2) Năm 2026"."""
    period = sentence.periods[0]
    before = sentence.folded[body(sentence) : period.start].split()
    return len(before) + len(sentence.folded[period.end : sentence.unit.end].strip(" :.;,").split()) <= _WORDS_BESIDE


def stages(sentence: Sentence, course: Course) -> list[str]:
    """The times that a line gives to the goals below it: its years ahead, but no document's year."""
    found: list[str] = []
    for period in moments.goals_own(sentence, sentence.periods):
        named = any(document.start <= period.start <= document.end + 2 for document in sentence.documents)
        past = period.value is not None and course.year is not None and int(period.value[:4]) < course.year
        dated = any(char.isdigit() for char in sentence.folded[period.start : period.end])  # not "hiện", "nay"
        if period.value is not None and dated and len(period.value) < _DAY and not named and not past:
            found.append(period.value)
    return found


def _is_report(sentence: Sentence, period: Period, year: int | None) -> bool:
    """Whether a time is that on which the text reports; `year` is the source's own where its opening is read."""
    assert period.value is not None
    folded, unit = sentence.folded, sentence.unit
    if folded[period.start : period.end].startswith(("den", "toi")):
        return False
    span = _SPAN.match(period.value) is not None
    if year and _is_of_last_year(sentence, period, year):
        return True
    if unit.role != "heading" and not span:
        return False
    if ANOTHER_TIME.search(folded, unit.start, period.start):
        return False
    return span or _REPORTS.search(folded, unit.start, unit.end) is not None


def _is_of_last_year(sentence: Sentence, period: Period, year: int) -> bool:
    """Whether a past year is that of what the opening tells of: of work summed up, or of an index that is published.

    "tổng kết công tác năm 2023", "công bố Chỉ số cải cách hành chính năm 2023", "PAPI 2023: …".
    """
    told = period.value or ""
    if len(told) != _YEAR or int(told) >= year:
        return False
    folded, since = sentence.folded, sentence.unit.start
    if _SUMS_UP.search(folded, since, period.start):
        return True
    if sentence.unit.role in ("title", "heading"):
        word = sentence.reading.source.text[since : period.start].split()[-1:]
        return bool(_INDEX.search(folded, since, period.start) or (word and word[0].isupper() and len(word[0]) > 1))
    return _PUBLISHES.search(folded, since, period.start) is not None


def _opens(sentence: Sentence, period: Period) -> bool:
    """Whether a time stands where it holds for all that follows: at the head of a clause, or in a heading."""
    folded, unit = sentence.folded, sentence.unit
    if unit.role == "heading" or not folded[body(sentence) : period.start].strip():
        return True
    sets = _SETS.search(folded, unit.start, period.start)
    return sets is not None and (sets["mark"] is None or folded[period.end : period.end + 1] == ",")
