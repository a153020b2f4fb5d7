"""Targets and observations in prose: an indicator with a value wanted, or measured, its time and who set it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.folding import key
from kg.model import Evidence, Observation, Place, Target
from loaders import dating, goals, unnumbered
from loaders.abbreviations import defined, spell_out
from loaders.indicators import periods_in
from loaders.outline import above
from loaders.reading import Mention, Number, Period, Reading, Role, Unit
from loaders.statements import Statement, read
from loaders.stretches import body

_READ: frozenset[Role] = frozenset(("title", "lead", "heading", "sentence", "item"))
_COMPARED = re.compile(r"(?:so\s+voi|cung\s+ky)\b[^,;:()]*\Z|(?:ke\s+hoach|du\s+toan|dau tu cong)\s*\Z")
_ANOTHER_TIME = re.compile(
    r"(?:so\s+voi|cung\s+ky|ke\s+hoach|muc\s+tieu|du\s+toan|chi\s+tieu|nghi\s+quyet|quyet\s+dinh|de\s+an|chien\s+luoc|"
    r"chuong\s+trinh)\b[^,;:()]*\Z"
)
_FOR_A_GOAL = re.compile(r"(?:den|vao|trong|tinh den)\b")
_UNTIL = re.compile(r"(?:tinh\s+)?(?:den|toi)\b|truoc\b")
_REPORTS = re.compile(r"\b(?:ket qua|noi bat|tinh hinh|danh gia|tong ket|so ket|bao cao)\b")
_SPAN = re.compile(r"\d{4}-(?:Q|S|01-01/P)")
_SCOPE = re.compile(
    r"\b(?:tren dia ban\s+[^,;.()]{2,40}|ca nuoc|toan quoc|toan cau|the gioi|dong nam a|chau a|asean|"
    r"toan (?:tinh|thanh pho|nganh))\b"
)
_SETTERS = frozenset(
    (
        "resolution",
        "decision",
        "directive",
        "plan",
        "programme",
        "scheme",
        "conclusion",
        "notice",
        "dispatch",
        "agreement",
    )
)
_FAR = 6  # how many units back the document may stand that sets a target
_M = TypeVar("_M", bound=Mention)


@dataclass(slots=True)
class _Course:
    """What the text so far says for what follows: the time it reports on, and the goals that it is listing."""

    article: str | None = None  # the time that the whole source reports on
    report: str | None = None  # the time that this section reports on
    sense: goals.Sense | None = None  # of the last numbers
    period: str | None = None  # of the last target
    observed: str | None = None  # the latest time that the last observations themselves gave
    set_by: str | None = None
    base: str = ""  # what the last number measured
    last: int = -10  # the unit that had them


def state(reading: Reading) -> tuple[tuple[Target, ...], tuple[Observation, ...]]:
    """The targets and the observations of the source's prose, in their order; tables are read elsewhere."""
    short = defined(reading.source.text, reading.folded)
    course = _Course()
    found: list[Target | Observation] = []
    headed: list[Target | Observation] = []
    for index, unit in enumerate(reading.units):
        if unit.role not in _READ:
            continue
        _follow(reading, unit, index, course)
        numbers = [number for number in _within(reading.numbers, unit) if number.unit != "tuổi"]
        facts = (*_numbered(reading, index, numbers, short, course), *_bare(reading, index, short, course))
        (headed if unit.role in ("title", "heading") else found).extend(facts)
    found = _with_headings(reading, _once(found), headed)
    targets = tuple(fact for fact in found if isinstance(fact, Target))
    return targets, tuple(fact for fact in found if isinstance(fact, Observation))


def _within(mentions: Sequence[_M], unit: Unit) -> list[_M]:
    first = bisect_left(mentions, unit.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, unit.end, key=lambda mention: mention.start)
    return list(mentions[first:last])


# ── one fact ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _numbered(
    reading: Reading, index: int, numbers: list[Number], short: Mapping[str, str], course: _Course
) -> Iterator[Target | Observation]:
    unit = reading.units[index]
    if not numbers:
        return
    sense: goals.Sense | None = None
    near = index - course.last <= 1
    told: list[str] = []
    last: Period | None = None  # the time of the number before
    for said in read(reading, unit, numbers, short, course.base if index - course.last <= 3 else ""):
        aside = said.beside or said.clause.outer is not None
        own = _own_time(reading, unit, said, since=said.clause.left[0] if aside else None)
        own = own or (last if aside else None)
        verdict = goals.judge(reading, unit, said, sense, course.sense if near else None, own)
        if verdict is None:
            continue
        last = own
        sense = sense if aside else verdict.sense
        evidence = _evidence(reading, unit, said.start, said.end)
        number = said.number
        confidence = round(verdict.confidence * (0.85 if said.vague else 1), 3)
        scope = _scope(reading, said)
        if verdict.sense == "target":
            period = (own.value if own else None) or _goal_time(reading, unit, course)
            yield Target(
                indicator=said.indicator, value=number.value, value_text=number.text, unit=number.unit, period=period,
                comparator=number.comparator, upper=number.upper, scope=scope, responsible=(),
                set_by=_set_by(reading, index, said.start, said.clause.right[1], course),
                provision=_provision(unit.place), evidence=(evidence,), confidence=confidence,
            )  # fmt: skip
            course.period = period
        else:
            if own is not None and own.value:
                told.append(own.value)
            yield Observation(
                indicator=said.indicator, value=number.value, value_text=number.text, unit=number.unit,
                period=_report_time(reading, own, index, course), comparator=number.comparator, upper=number.upper,
                total=number.total, scope=scope, agency=_doer(reading, unit, said), evidence=(evidence,),
                confidence=confidence,
            )  # fmt: skip
        if not aside:
            course.last, course.sense, course.base = index, verdict.sense, said.base
    if told:
        course.observed = max(told)


def _bare(reading: Reading, index: int, short: Mapping[str, str], course: _Course) -> Iterator[Target]:
    """The targets of a unit that have a time and no number."""
    unit = reading.units[index]
    listed = course.sense == "target" and index - course.last <= 1
    for goal in unnumbered.find(reading, unit, listed=listed):
        indicator = " ".join(reading.source.text[goal.start : goal.end].split()).strip(' ,;."')
        yield Target(
            indicator=spell_out(indicator, short), period=goal.period,
            set_by=_set_by(reading, index, goal.shown, goal.end, course), provision=_provision(unit.place),
            evidence=(_evidence(reading, unit, goal.shown, goal.end),), confidence=0.8,
        )  # fmt: skip
        course.last, course.sense, course.period = index, "target", goal.period


def _evidence(reading: Reading, unit: Unit, start: int, end: int) -> Evidence:
    return reading.evidence(max(unit.start, start), min(unit.end, end), unit.place)


def _provision(place: Place) -> str | None:
    """Where in its document a target stands, the smallest part first: "điểm a khoản 1 Mục II"."""
    parts = [
        f"điểm {place.point}" if place.point else None,
        f"khoản {place.clause}" if place.clause else None,
        f"Điều {place.article}" if place.article else None,
        place.part if not place.article else None,
        place.annex,
    ]
    return " ".join(part for part in parts if part) or None


def _scope(reading: Reading, said: Statement) -> str | None:
    match = _SCOPE.search(reading.folded, said.clause.left[0], max(said.clause.right[1], said.number.end))
    return " ".join(reading.source.text[match.start() : match.end()].split()) if match else None


def _doer(reading: Reading, unit: Unit, said: Statement) -> str | None:
    """The agency whose figure it is: the subject of the sentence, not who reports it."""
    for agency in reversed(_within(reading.agencies, unit)):
        if agency.end <= said.number.start and agency.kind == "agency":
            before = reading.folded[max(unit.start, agency.start - 12) : agency.start].split()
            return None if before and before[-1] in ("theo", "cua", "tai", "voi", "boi") else agency.name
    return None


# ── its time ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _follow(reading: Reading, unit: Unit, index: int, course: _Course) -> None:
    """Take note of the time that a heading or an opening sentence says the text reports on."""
    told = next((p for p in _within(reading.periods, unit) if p.value and _is_report(reading, unit, p)), None)
    if unit.role == "heading":
        course.report = told.value if told else course.article
    elif told and told.value and (course.report is None or told.value[:4] >= course.report[:4]):
        course.report = told.value
        if sum(other.role in _READ for other in reading.units[:index]) < 4:
            course.article = course.article or told.value


def _is_report(reading: Reading, unit: Unit, period: Period) -> bool:
    assert period.value is not None
    text = reading.folded
    if _ANOTHER_TIME.search(text, unit.start, period.start) or text[period.start : period.end].startswith(
        ("den", "toi")
    ):
        return False
    if unit.role == "heading":
        return bool(_REPORTS.search(text, unit.start, unit.end)) or bool(_SPAN.match(period.value))
    return bool(_SPAN.match(period.value))


def _own_time(reading: Reading, unit: Unit, said: Statement, since: int | None = None) -> Period | None:
    """The time that the sentence gives to a number: before it in its clause, right after it, or since `since`."""
    number, clause = said.number, said.clause
    begin = clause.outer[0] if clause.outer else clause.left[0]
    following = _following_time(reading, unit, said)
    if following and _FOR_A_GOAL.match(reading.folded, following.start):
        return following
    before = periods_in(reading, begin, number.start)
    local = [period for period in before if _is_its(reading, begin, period, _COMPARED)]
    touching = [period for period in before if period.value and period.end + 1 >= said.link.start]
    if local or touching or following:
        return local[-1] if local else touching[-1] if touching else following
    opening = body(reading, unit) if since is None else since
    earlier = [p for p in periods_in(reading, opening, begin) if _is_its(reading, opening, p, _ANOTHER_TIME)]
    return earlier[-1] if earlier else None


def _following_time(reading: Reading, unit: Unit, said: Statement) -> Period | None:
    """The time right after a number, or at the end of its clause with a preposition: "đạt 20% vào năm 2025"."""
    number, right = said.number, said.clause.right
    if said.link.kind == "ratio":
        return None
    index = bisect_left(reading.periods, number.end, key=lambda period: period.start)
    for period in reading.periods[index : index + 2]:
        if period.start >= unit.end or period.value is None:
            break
        gap = reading.folded[number.end : period.start]
        close = len(gap.split()) <= 1 and "," not in gap
        reached = period.end <= right[1] + 1 and _FOR_A_GOAL.match(reading.folded, period.start)
        if (close or reached) and _is_its(reading, number.end, period, _ANOTHER_TIME):
            return period
    return None


def _is_its(reading: Reading, begin: int, period: Period, not_its: re.Pattern[str]) -> bool:
    """Whether a time can be that of a number: not a document's, a plan's, or what the number is compared with."""
    if period.value is None:
        return False
    index = bisect_right(reading.documents, period.start, key=lambda document: document.start) - 1
    if index >= 0 and reading.documents[index].end > period.start:
        return False
    if len(period.value) == len("2025-12-31") and not _UNTIL.match(reading.folded, period.start):
        return False  # the day of an event
    if _FOR_A_GOAL.match(reading.folded, period.start):
        not_its = _COMPARED
    return not_its.search(reading.folded, begin, period.start) is None


def _report_time(reading: Reading, own: Period | None, index: int, course: _Course) -> str | None:
    """The time of a measured value: its own, else what the text reports on, else the source's date."""
    today = dating.now(dating.reference(reading))
    value = own.value if own else None
    if own is not None and value != today:
        return value
    report = course.report or course.article
    if report and (today is None or today[:4] == report[:4] or value is None):
        return report
    recent = course.observed if index - course.last <= _FAR else None
    if value is None and recent and (today is None or int(today[:4]) - int(recent[:4]) <= 1):
        return recent
    return value or today


def _goal_time(reading: Reading, unit: Unit, course: _Course) -> str | None:
    """The time of a wanted value that its sentence does not give: of the lines above, the goals before, the title."""
    for other in above(reading, unit):
        told = [period.value for period in _within(reading.periods, other) if period.value]
        if told and len(told[-1]) <= len("2025-12"):
            return told[-1]
    if course.period:
        return course.period
    titles = (other for other in reading.units if other.role in ("title", "heading") and other.start < unit.start)
    named = [period.value for other in titles for period in _within(reading.periods, other) if period.first]
    return named[0] if named and reading.own is not None else None


# ── who set it ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _set_by(reading: Reading, index: int, start: int, end: int, course: _Course) -> str | None:
    """What sets a target: see `_setter`; a sentence that goes on with the goals before it has their setter."""
    near = index - course.last <= 1 and course.sense == "target"
    unit = reading.units[index]
    if near and course.set_by and not _within(reading.documents, unit) and not _within(reading.programmes, unit):
        return course.set_by
    course.set_by = _setter(reading, index, start, end)
    return course.set_by


def _setter(reading: Reading, index: int, start: int, end: int) -> str | None:
    """The document, else the programme, that sets a target: the nearest in its sentence or before it."""
    unit = reading.units[index]
    inside = [document for document in _within(reading.documents, unit) if document.type != "report"]
    after = [document for document in inside if start <= document.start <= end + 80]
    before = [document for document in inside if document.end <= start]
    if before:
        return before[-1].id
    if after:
        return after[0].id
    if reading.own is not None:
        return reading.own.id
    approved = next((p for p in _within(reading.programmes, unit) if p.anaphor and p.start <= end), None)
    if approved and (approving := _approving(reading, approved.name)):
        return approving
    named_here = (p for p in _within(reading.programmes, unit) if p.start <= end and not p.anaphor)
    programme = next((p.name for p in named_here), None)
    if programme:
        return programme
    paragraph = [other for other in reading.units[max(0, index - _FAR) : index] if other.block == unit.block]
    for other in (*reversed(paragraph), *above(reading, unit)):
        named = _within(reading.documents, other) if other.role in _READ else []
        if named:
            return named[-1].id
    known = Counter(document.id for document in reading.documents)
    setters = [d for d in reading.documents if d.start < unit.start and d.type in _SETTERS and d.status == "issued"]
    return max(setters, key=lambda document: known[document.id]).id if setters else None


def _approving(reading: Reading, programme: str) -> str | None:
    """The document that the text names together with a programme when it first names it."""
    first = next((mention for mention in reading.programmes if mention.name == programme), None)
    if first is None:
        return None
    index = bisect_left(reading.documents, first.end, key=lambda document: document.start) - 1
    document = reading.documents[index] if index >= 0 else None
    near = document is not None and first.start - document.start < 300
    return document.id if near and document is not None and document.type in _SETTERS else None


# ── once each ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _with_headings(
    reading: Reading, found: list[Target | Observation], headed: list[Target | Observation]
) -> list[Target | Observation]:
    """The facts with those of titles and headings: these repeat the text below, and say more than it only rarely."""
    joined = list(found)
    for fact in headed:
        same = [i for i, other in enumerate(joined) if (other.value, other.unit) == (fact.value, fact.unit)]
        alike = next((i for i in same if type(joined[i]) is type(fact) and _overlap(joined[i], fact) >= 0.5), None)
        if alike is not None:
            other = joined[alike]
            joined[alike] = replace(other, evidence=(*other.evidence, *fact.evidence))
        elif not same and not found and "?" not in fact.evidence[0].quote:
            joined.append(replace(fact, confidence=round(fact.confidence * 0.8, 3)))
    return joined


def _once(facts: list[Target | Observation]) -> list[Target | Observation]:
    """The facts, those that say the same thing again joined to the fullest, with all evidence."""
    kept: list[Target | Observation] = []
    places: dict[object, list[int]] = {}
    for fact in facts:
        alike = places.setdefault((type(fact), fact.value, fact.upper), [])
        index = next((i for i in alike if _same(fact, kept[i])), None)
        if index is None:
            alike.append(len(kept))
            kept.append(fact)
            continue
        kept[index] = _fuller(kept[index], fact)
    return kept


def _fuller(one: Target | Observation, other: Target | Observation) -> Target | Observation:
    best = max((one, other), key=lambda fact: (fact.confidence, len(fact.indicator)))
    return replace(best, evidence=(*one.evidence, *other.evidence))


def _same(one: Target | Observation, other: Target | Observation) -> bool:
    if one.period and other.period and one.period != other.period:
        return False
    short, long = sorted((one.unit or "", other.unit or ""), key=len)
    return long.startswith(short) and _overlap(one, other) >= (0.8 if short == long else 0.6)


def _overlap(one: Target | Observation, other: Target | Observation) -> float:
    first, second = set(key(one.indicator).split()), set(key(other.indicator).split())
    return len(first & second) / max(len(first), len(second), 1)
