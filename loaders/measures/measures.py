"""Targets and observations in prose: an indicator with a value wanted, or measured, its time and who set it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.folding import fold
from kg.model import Evidence, Observation, Target
from kg.periods import last_day
from loaders.layout import structure
from loaders.measures import (
    aims,
    announced,
    attribution,
    carried_names,
    courses,
    goals,
    once,
    own_times,
    piped,
    profiles,
    surroundings,
    timing,
    unnumbered,
)
from loaders.measures.courses import READ, Course
from loaders.measures.indicators import LOOSE_END, name, shortened
from loaders.measures.numbered import read
from loaders.measures.once import TITLES, Measured
from loaders.measures.statements import Statement, lowered
from loaders.reading import Period, Reading
from loaders.words import ordered
from loaders.words.abbreviations import defined
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, on_one_line

_GOES_ON = 3  # how many units back the last number stands whose indicator a sentence may go on with
_VAGUE = 0.85  # what a borrowed indicator leaves of the confidence
_PROMISED = Pattern(r"\bphấn đấu\b")  # a goal in the midst of rules
_LEAST_WORDS = 3  # of a goal without a number
_SAME_AS_BELOW = re.compile(
    r"(?:dat |hoan thanh )?(?:duoc )?(?:cac |nhung |mot so )?(?:muc tieu|chi tieu|noi dung|nhiem vu) .*\bsau"
)
_GLANCE = 500  # characters of evidence that are read at a glance
_PARTS = re.compile(r"[;.](?:(?<=;)|(?:(?<=[a-z]{3}\.)|(?<=%\.))(?=[a-z]{2}))")
_HEADED_BY_MARK = re.compile(r"(?:\[[^\]\n]{0,40}\])?[^\w#]{0,4}#")  # a heading of Markdown: "### Kết quả"
_OF_THESE = re.compile(r"\btrong (?:tong )?so (?:do|nay|ay|tren)\b")  # "15 bộ trong số đó": a part of what was told
_WHICH = re.compile(r"(?:trong do|cu the|bao gom|gom|nhu)\b")
_STILL = re.compile(r"[\s(]*(?:hien|con|moi|nay)\b")
_NEAR = 60  # characters in which who is heard stands
_PERSONS = ("theo ong ", "theo ba ", "ong ", "ba ")
_THEN_SAYS = ("theo ", "ong ", "ba ")


def state(reading: Reading) -> tuple[tuple[Target, ...], tuple[Observation, ...]]:
    """The targets and the observations of the source's prose, in their order; tables are read elsewhere."""
    short = defined(reading.source.text, reading.folded)
    course = courses.course(reading)
    carried_names.opening(reading, on_one_line(reading.folded), course)
    told: list[Measured] = []
    headed: list[Measured] = []
    for index, sentence in _sentences(reading, course):
        courses.follow(sentence, index, course)
        carried_names.follow(sentence, index, course)
        course.aims = course.aims or aims.opens(sentence)
        aims.follow(sentence, course)
        plan = announced.tells(sentence, index, course)
        facts = (*_numbered(sentence, index, short, course, plan), *_bare(sentence, index, short, course))
        titled = sentence.unit.role in TITLES or _HEADED_BY_MARK.match(sentence.folded, sentence.unit.start)
        (headed if titled else told).extend(facts)
    told.extend(piped.targets(reading, course))
    told.extend(profiles.figures(reading))
    found = once.with_headings(once.once(told), headed, once.values(reading))
    targets = tuple(fact for fact in found if isinstance(fact, Target))
    return targets, tuple(fact for fact in found if isinstance(fact, Observation))


def _sentences(reading: Reading, course: Course) -> Iterator[tuple[int, Sentence]]:
    """The units of prose in which a number or a time stands, each with its index; all headings and questions; once
    `course.aims` says that the text has come to its goals, every unit."""
    folded = on_one_line(reading.folded)
    number = period = 0
    numbers, periods = reading.numbers, reading.periods
    for index, unit in enumerate(reading.units):
        while number < len(numbers) and numbers[number].start < unit.start:
            number += 1
        while period < len(periods) and periods[period].start < unit.start:
            period += 1
        told = number < len(numbers) and numbers[number].start < unit.end
        told = told or (period < len(periods) and periods[period].start < unit.end)
        told = told or folded.endswith("?", unit.start, unit.end)
        if unit.role in READ and (told or course.aims or unit.role == "heading"):
            yield index, Sentence(reading, unit, folded)


def _numbered(
    sentence: Sentence, index: int, short: Mapping[str, str], course: Course, plan: bool
) -> Iterator[Measured]:
    """The targets and observations that a sentence gives with a number."""
    if not sentence.numbers:
        return
    sense_before = course.sense if index - course.last <= 1 and not _is_of_another(sentence) else None
    if index - course.sets_goals == 1 and _WHICH.match(sentence.folded, sentence.unit.start):
        sense_before = "target"  # "Kế hoạch đặt ra 6 mục tiêu. Trong đó: …"
    around = surroundings.of(
        sentence,
        sense_before,
        course.year,
        course.period,
        looks_back=course.looks_back,
    )
    promised = sentence.search(_PROMISED, sentence.unit.start, sentence.unit.end) if around.rules else None
    if around.rules and (promised is None or not sentence.periods):
        return
    around = replace(around, plan=plan, rules=False) if plan or promised else around
    sense: surroundings.Sense | None = None
    times: list[str] = []
    last: Period | None = None  # the time of the number before
    goal = False  # whether a number before is wanted
    numbers = [one for one in sentence.numbers if promised is None or one.start > promised.start()]
    for said in read(sentence, numbers, short, course.base if index - course.last <= _GOES_ON else ""):
        aside = said.beside or said.clause.outer is not None
        own = said.when or timing.own_time(sentence, said, said.clause.left[0] if aside else None)
        if (
            own
            and around.planning
            and around.section == "target"
            and own_times.is_of_what_follows(sentence, said.number, own)
        ):
            own = None
        own = own or (last if aside else None)
        wanted = goal and said.number.comparator in (">=", "<=") and said.link.kind == ""
        verdict = goals.judge(sentence, said, around, "target" if wanted else sense, own)
        if verdict is None:
            continue
        if verdict.sense == "target" and _was_so(sentence, said, own, course):
            verdict = replace(verdict, sense="observation")
            own = own if own and own.start >= said.clause.left[0] else None  # the time before is the goal's
        goal = goal or verdict.sense == "target"  # "80% …, nay mới đạt 17%; ít nhất 90% …"
        last = own
        sense = "target" if verdict.baseline else sense if aside else verdict.sense
        said = carried_names.completed(sentence, said, index, course)
        number = said.number
        fact = Target if verdict.sense == "target" else Observation
        base = fact(
            indicator=shortened(said.indicator),
            value=number.value,
            value_text=number.text,
            unit=number.unit,
            comparator=number.comparator,
            upper=number.upper,
            scope=attribution.scope(sentence, said),
            evidence=(_shown(sentence, said),),
            confidence=round(verdict.confidence * (_VAGUE if said.vague else 1), 3),
        )
        doer = attribution.doer(sentence, said)
        if isinstance(base, Target):
            own = timing.wanted_by(sentence, own)
            course.period = (own.value if own else None) or timing.goal_time(sentence, said, course)
            course.period_in = sentence.unit.block
            yield replace(
                base,
                period=course.period,
                responsible=attribution.doers(sentence, said),
                set_by=attribution.set_by(sentence, index, said.start, said.clause.right[1], course),
                provision=_provision(sentence),
                about=attribution.about(sentence, base.indicator),
            )
        else:
            own = timing.measured_at(sentence, said, own, course)
            times += [own.value] if own and own.value and timing.goes_on(sentence, said, own) else []
            period = timing.observed_time(sentence, said, own, index, course)
            yield replace(base, period=period, total=number.total, agency=doer)
        if not aside:
            course.last, course.sense = index, verdict.sense
            course.base = course.base if course.base and _OF_THESE.search(fold(said.base)) else said.base
    if times:
        course.observed, course.observed_in = max(times, key=last_day), sentence.unit.block


def _was_so(sentence: Sentence, said: Statement, own: Period | None, course: Course) -> bool:
    """Whether brackets tell beside a goal how things are, or were: "lọt tốp 15 (năm 2024 xếp thứ 22)", "(còn 870)"."""
    if said.clause.outer is None:
        return False
    if (own is None or own.start < said.clause.left[0]) and _STILL.match(
        sentence.folded, said.clause.left[0], said.number.start
    ):
        return True
    if own is None or not own.value or course.year is None:
        return False
    return own.start >= said.clause.left[0] and int(own.value[:4]) < course.year


def _is_of_another(sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody says: what the one before wanted does not go on ("Theo ông X, …")."""
    since = sentence.unit.start
    if not sentence.folded.startswith(_THEN_SAYS, since):
        return False
    officials = ordered.within(sentence.reading.officials, since, since + _NEAR)
    return bool(officials) or sentence.folded.startswith(_PERSONS, since)


def _bare(sentence: Sentence, index: int, short: Mapping[str, str], course: Course) -> Iterator[Target]:
    """The targets of a sentence that have a time and no number."""
    reading, unit = sentence.reading, sentence.unit
    listed = course.sense == "target" and index - course.last <= 1
    told = [(goal, 0.8) for goal in unnumbered.find(sentence, listed=listed)]
    told += [(goal, 0.7) for goal in aims.find(sentence, course)] if course.aims else []
    if not told and sentence.numbers and course.last == index and course.sense == "target" and course.period:
        told = [(goal, 0.75) for goal in unnumbered.after(sentence, sentence.numbers[-1].end, course.period)]
    for goal, confidence in told:
        indicator = shortened(lowered(name(sentence, goal.start, goal.end, short)))
        if len(indicator.split()) < _LEAST_WORDS or _SAME_AS_BELOW.fullmatch(fold(indicator)):
            continue
        yield Target(
            indicator=indicator,
            period=goal.period,
            about=attribution.about(sentence, indicator),
            set_by=attribution.set_by(sentence, index, goal.shown, goal.end, course),
            provision=_provision(sentence),
            evidence=(reading.evidence(goal.shown, goal.end, unit.place),),
            confidence=confidence,
        )
        course.last, course.sense, course.period = index, "target", goal.period
        course.period_in = sentence.unit.block


def _provision(sentence: Sentence) -> str | None:
    """The provision that sets a target: of the text's own document, or one with its part that the text quotes.

    The number of an article's own list is none.
    """
    place = sentence.unit.place
    return structure.provision(place) if sentence.reading.own or place.part or place.article else None


def _shown(sentence: Sentence, said: Statement) -> Evidence:
    """The stretch of the sentence that shows a number with its indicator: its part between semicolons.

    Of a part that is too long to be read at a glance, only what belongs to the number.
    """
    unit, number = sentence.unit, said.number
    begin = unit.start
    end = unit.end
    for mark in _PARTS.finditer(sentence.folded, unit.start, unit.end):
        if mark.end() <= number.start:
            begin = mark.end()
        elif mark.start() >= number.end:
            end = mark.start()
            break
    begin = sentence.content(begin, number.start)
    if end - begin > _GLANCE or said.beside:
        begin, end = max(unit.start, said.start), min(unit.end, said.end)
    printed = LOOSE_END.sub("", sentence.reading.source.text[number.end : end].rstrip())
    return sentence.reading.evidence(begin, number.end + len(printed.rstrip(" .,;:")), unit.place)
