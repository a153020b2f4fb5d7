"""What should have been done by a time that is over: "Dự thảo X lẽ ra phải trình từ tháng 6, đến nay vẫn lấy ý kiến".

A sentence of this kind states a task that is overdue: by when it was due it says itself, or that it is still not done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Task
from loaders.documents import reviewed
from loaders.reading import Period, Unit
from loaders.tasks import late_bearers, subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern

_OUGHT = TRIGGERS.add(
    r"(?P<sure>le ra|dang le(?: ra)?|dung ra|dang ra)\b"
    rf"|theo (?:(?:ke hoach|lo trinh|tien do|cam ket)\b|(?P<what>[{DOCUMENT}{PROGRAMME}]++))",
    (
        f"theo {DOCUMENT}",
        f"theo {PROGRAMME}",
        "le ra",
        "dang le",
        "dung ra",
        "dang ra",
        "theo ke hoach",
        "theo lo trinh",
        "theo tien do",
        "theo cam ket",
    ),
)
_MUST = re.compile(
    rf"(?:\s+(?:tai|cua|trong)\s+[{ACTOR}{DOCUMENT}{PROGRAMME}]++)?\s*,?\s*(?:thi\s+)?(?:(?P<who>{WHOEVER})\s+)?"
    r"(?:da\s+)?(?P<must>phai)\s+(?:duoc\s+)?(?=\w)"
)
_BEHIND = TRIGGERS.add(  # "Bản đồ ngập trễ ba tháng so với hạn 30/6"
    r"(?:tre|cham)\s+(?:(?:hon|gan|toi|khoang)\s+)?(?:\w+\s+(?:ngay|tuan|thang|quy|nam)\s+)?so voi\s+"
    r"(?:thoi han|han|moc|ke hoach|tien do|cam ket)\s+(?=\w)",
    ("tre", "cham"),
)
_WHICH_DAY = re.compile(r"(?:[^\s,.;:()]+\s+){0,6}")  # "so với hạn chót đã cam kết là ngày …"
_WORDS_BEHIND = Pattern(r"(?:trễ|chậm)\s")
_STILL = Pattern(
    r"\b(?:đến nay|tới nay|đến giờ|tới giờ|hiện nay|hiện|nay|nhưng|song|tuy nhiên|thế mà|vậy mà|đến|tới)\b[^.;]{0,80}?"
    r"\b(?:chưa|vẫn|mới (?:chỉ|xong|đạt|có|ở)|còn (?:nằm|dừng|ở|đang|phải|thiếu))\b"
)
_BROKEN = Pattern(
    r"\s*,?\s+(?:nhưng|song|tuy nhiên|thế mà|vậy mà|đến nay|tới nay|đến giờ|tới giờ|hiện|nay|mà)\b|\s*[,(]\s*(?=\w)"
)
_LATER = Pattern(r"\b(?:lùi|gia hạn|dời|hoãn|đã (?:xong|hoàn thành|trình|ban hành|nộp))\b")
_NOT_DONE = re.compile(rf"(?P<who>{WHOEVER})\s+(?:(?:den nay|van|hien|cung)\s+)*(?:chua|moi)\b")
_OWNER = re.compile(rf"\s+(?:cua|do)\s+(?P<who>{WHOEVER})(?:\s+(?:chu tri|phu trach|lam|thuc hien))?\s+(?:\w+\s+)?$")
_COMPARED = Pattern(r"\b(?:không|chưa|nếu|tăng|giảm|sẽ|có thể|vì|bị)\b")
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?:con|rieng|trong khi)\s+|\b(?:rang|nhung|song|va)\s+")
_STOP = re.compile(r"[.;](?=\s|$)")
_LEAST = 2  # words of work


def state(page: Masked) -> Iterator[Task]:
    """The tasks that the prose says to have lapsed, in the order of the text."""
    if page.reading.own is not None:
        return
    ought, behind = page.occurrences(_OUGHT), page.occurrences(_BEHIND)
    for unit in page.reading.units:
        if unit.role not in ("sentence", "item", "lead"):
            continue
        told = (_task(page, unit, match) for match in ought.within(unit.start, unit.end))
        late = (_behind(page, unit, match) for match in behind.within(unit.start, unit.end))
        if task := next(filter(None, (*told, *late)), None):
            yield task


def _task(page: Masked, unit: Unit, match: re.Match[str]) -> Task | None:
    """The task of one such word, up to the end of its clause."""
    must = _MUST.match(page.mask, match.end(), unit.end)
    if must is None:
        return None
    stop = _STOP.search(page.mask, must.end(), unit.end)
    end = stop.start() if stop else unit.end
    broken = page.search(_BROKEN, must.end(), end)
    until = broken.start() if broken else end
    still = page.search(_STILL, until, end) is not None
    due = _due(page, must.end(), until)
    if page.search(_LATER, until, end) or len(page.mask[must.end() : until].split()) < _LEAST:
        return None
    if not (still or (match["sure"] and due and page.past(due))) or (due and not page.past(due)):
        return None
    names, start = _whose(page, unit, match, must)
    whose = None if names else _NOT_DONE.search(page.mask, until, end)
    names = page.names(*whose.span("who")) if whose else names
    cited = page.cited(match.start("what")) if match["what"] else None
    if not (due or names):
        return None
    late, status = late_bearers.share(page, names, until, end)
    return Task(
        text=page.text[start:until].strip(" ,"),
        assignees=late,
        mandate=cited or reviewed.mandate(page.reading),
        deadline=due.value if due else None,
        deadline_text=page.text[due.start : due.end] if due else None,
        status=status,
        status_date=reviewed.as_of(page.reading, unit),
        evidence=(page.reading.evidence(min(start, match.start()), end if still else until, unit.place),),
        confidence=0.6,
    )


def _behind(page: Masked, unit: Unit, match: re.Match[str]) -> Task | None:
    """The thing that is so much later than its day, with whose it is: "Bản đồ của Sở X trễ so với hạn 30/6"."""
    if not page.match(_WORDS_BEHIND, match.start(), match.end()):
        return None
    stop = _STOP.search(page.mask, match.end(), unit.end)
    due = _due(page, match.end() - 1, stop.start() if stop else unit.end)
    begin = _clause(page, unit, match.start())
    if due is None or not page.past(due) or not _WHICH_DAY.fullmatch(page.mask, match.end(), due.start):
        return None
    said = page.mask[begin : match.start()].rstrip()
    if len(said.split()) < _LEAST or said[0] in (ACTOR, PERSON) or page.search(_COMPARED, begin, match.start()):
        return None
    owner = _OWNER.search(page.mask, begin, match.start())
    return Task(
        text=page.text[begin : owner.start() if owner else begin + len(said)],
        assignees=page.names(*owner.span("who")) if owner else (),
        mandate=reviewed.mandate(page.reading),
        deadline=due.value,
        deadline_text=page.text[due.start : due.end],
        status="overdue",
        status_date=reviewed.as_of(page.reading, unit),
        evidence=(page.reading.evidence(begin, due.end, unit.place),),
        confidence=0.6,
    )


def _clause(page: Masked, unit: Unit, at: int) -> int:
    """Where the clause begins that stands before a word."""
    begin = page.after_marker(unit)
    for found in _CLAUSE.finditer(page.mask, begin, at):
        begin = found.end()
    return begin


def _whose(page: Masked, unit: Unit, match: re.Match[str], must: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """Who should have done it, and where the words of the work begin: of a thing, with the thing."""
    if must["who"]:
        if PERSON in must["who"]:
            return (), must.end()
        return page.names(*must.span("who")), must.end()
    subject = subjects.of_clause(page, unit, match.start())
    if subject and PERSON not in subject["who"]:
        return page.names(subject.start("who"), subject.end("who"), subject.end("more")), must.end()
    begin = _clause(page, unit, match.start())
    said = page.mask[begin : match.start()].split()
    return (), begin if len(said) >= _LEAST or (said and said[0][0] in (DOCUMENT, PROGRAMME)) else must.end()


def _due(page: Masked, start: int, end: int) -> Period | None:
    """The time by which it should have been done."""
    for period in ordered.within(page.reading.periods, start, end):
        if period.end <= end and period.value and page.mask[period.end - 1] not in (DOCUMENT, ACTOR, PERSON, PROGRAMME):
            return period
    return None
