"""Tasks whose particulars stand in labelled lines below them.

"2. Xây dựng nền tảng …" then "- Cơ quan chủ trì: …", "- Cơ quan phối hợp: …", "- Thời hạn: …", "- Sản phẩm: …": what a
table would give in columns, a plan often gives so, each on its line, all on one ("Chủ trì: …; Phối hợp: …; Thời gian:
…"), or in brackets behind the task. Labels are the column names of `loaders/tables/columns.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kg.model import Task
from loaders.layout import structure
from loaders.reading import AgencyMention, Period, Reading, Unit
from loaders.tables import values
from loaders.tasks import closing
from loaders.times import cited, periods
from loaders.words import ordered
from loaders.words.clauses import begins_work

_LABEL = re.compile(
    r"[\s*+\u2022\u25aa\u25cf\u00b7-]*(?:\(?[a-z0-9]{1,2}[.)]\s*)?(?P<name>[a-z][a-z ,/]{3,50}?)\s*:\s*(?=\S)"
)
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)[.)/-]\s")
_PLACE = re.compile(r"\s*(\d{1,2})[.)/-]\s")
_BULLET = re.compile(r"\s*[-*+\u2022\u25aa\u25cf\u00b7\uf0b7]")
_DUTY = {"lead", "deadline"}  # one of them says that the lines are about a task
_FIELDS = {"lead", "help", "deadline", "result", "mandate"}
_WORK = re.compile(r"(?:hoan thanh|phoi hop|phan cong) (?!(?:thoi|truoc|trong|ngay|voi|thuc)\b)")
_DONE_BY = re.compile(r"[;.,]\s*(?=(?:can |phai )?(?:hoan thanh|xong|trinh|ban hanh)\b)")  # a deadline without a label
_HELPS = re.compile(r",?\s+(?:chu tri\s*,?\s*)?(?:va\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)\s+(?=\S)")
_YEAR = re.compile(r"\b20\d\d\b")
_WHICH = re.compile(r" (?:co )?(?:lien quan|truc thuoc)\b")
_BRACKETS = re.compile(r"\([^()]*:[^()]*\)(?=[\s.;/]*$)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelled lines tell: whole tasks, the units that they take up, and what they add to the tasks of others."""

    tasks: tuple[Task, ...]
    taken: frozenset[int]  # units that no other rule reads
    shared: Mapping[int, Task]  # by unit: a task of which only the particulars are meant
    closed: Mapping[int, int] = field(default_factory=dict)  # by unit: where the brackets with them begin

    def complete(self, index: int, task: Task) -> Task:
        """A task that the prose of a unit states, with what the labelled lines below its list add."""
        told = self.shared.get(index)
        return completed(task, told) if told else task


def completed(task: Task, told: Task) -> Task:
    """A task with the particulars that another tells of it."""
    assignees = told.assignees or task.assignees
    said = task.deadline_text is None or any(task.deadline_text in one.quote for one in task.evidence)
    if told.deadline and not said:  # the time of its part only
        task = replace(task, deadline=None, deadline_text=None, recurrence=None)
    return replace(
        task,
        assignees=assignees,
        cooperators=tuple(dict.fromkeys(c for c in (*task.cooperators, *told.cooperators) if c not in assignees)),
        mandate=told.mandate or task.mandate,
        deadline=task.deadline or told.deadline,
        deadline_text=task.deadline_text or told.deadline_text,
        recurrence=task.recurrence or (None if task.deadline else told.recurrence),
        deliverable=task.deliverable or told.deliverable,
        evidence=(*task.evidence, *told.evidence),
    )


def of_brackets(reading: Reading, start: int, end: int, *, whose: bool) -> tuple[int, Task] | None:
    """What brackets that close a stretch say of the work in it, and where they begin; names alone only if `whose`."""
    said = closing.particulars(reading, start, end, whose=whose)
    return (said.start, replace(_told(reading, list(said.fields), []), mandate=None)) if said else None


def state(reading: Reading) -> Labelled:
    """The tasks told by labelled lines: of the item right above them, or of all bullets of the list that they close."""
    tasks: list[Task] = []
    taken: set[int] = set()
    shared: dict[int, Task] = {}
    closed: dict[int, int] = {}
    if reading.own is None:
        return Labelled((), frozenset(), {})
    labels = {index: kind for index, unit in enumerate(reading.units) if (kind := _kind(reading, unit))}
    for index in labels:
        if index - 1 in labels or index in taken or index == 0 or _is_next(reading, index):
            continue
        lines = list(_following(reading, labels, index))
        if not {kind for i in lines if i in labels for kind, _, _ in _fields(reading, reading.units[i])} & _DUTY:
            continue
        heads = list(_bullets(reading, labels, index - 1))
        told = _particulars(reading, labels, lines)
        if heads and _is_numbered(reading, min(heads) - 1):
            taken.add(min(heads) - 1)  # the title of the list
        if heads == [] and closing.names_its_doer(reading, reading.units[index - 1]):
            heads = [index - 1]  # "5. Sở Y tế tổng kết …. Thời hạn: …": prose tells the task
        if len(heads) > 1 or (heads and closing.names_its_doer(reading, reading.units[heads[0]])):
            taken.update(lines)
            shared.update(dict.fromkeys(heads, told))
        elif reading.units[index - 1].role in ("item", "heading", "sentence"):
            task = _task(reading, reading.units[index - 1], told, _content(reading, labels, lines))
            if task:
                tasks.append(task)
                taken.update([index - 1, *lines])
    for index, unit in enumerate(reading.units):
        if index not in taken and index not in shared and unit.role in ("item", "sentence"):
            fields = _bracketed(reading, unit)
            if {kind for kind, _, _ in fields} & _DUTY:
                shared[index] = _told(reading, fields, [])
            elif said := closing.particulars(reading, unit.start, unit.end):
                shared[index] = _told(reading, list(said.fields), [])
                closed[index] = said.start
            elif led := closing.led(reading, index):
                last, first = led
                if first < index:
                    taken.add(index)
                else:
                    closed[index] = last.start
                shared.update(dict.fromkeys(range(first, max(first + 1, index)), _told(reading, list(last.fields), [])))
    return Labelled(tuple(tasks), frozenset(taken), shared, closed)


def _bullets(reading: Reading, labels: Mapping[int, str], last: int) -> Iterator[int]:
    """The bullets of one list, and the sentences in them, that end with the unit `last`, from there back."""
    index = last
    while index >= 0 and index not in labels and reading.units[index].role in ("item", "sentence", "lead"):
        block = reading.units[index].block
        first = index
        while first and reading.units[first - 1].block == block:
            first -= 1
        if not _BULLET.match(reading.folded, reading.units[first].start):
            return
        yield from range(index, first - 1, -1)
        index = first - 1


def _is_next(reading: Reading, index: int) -> bool:
    """Whether a line is an entry beside the one before it, by its number: "2. Thời hạn báo cáo: …" behind "1. …"."""
    before, here = (_PLACE.match(reading.folded, unit.start) for unit in reading.units[index - 1 : index + 1])
    return before is not None and here is not None and int(here[1]) == int(before[1]) + 1


def _is_numbered(reading: Reading, index: int) -> bool:
    unit = reading.units[index] if index >= 0 else None
    return unit is not None and _NUMBER.match(reading.folded, unit.start, unit.end) is not None


def _kind(reading: Reading, unit: Unit) -> str | None:
    """What a labelled line gives, by its label."""
    if unit.role not in ("item", "sentence", "heading"):
        return None
    label = _LABEL.match(reading.folded, unit.start, unit.end)
    known = values("columns")
    if not label:
        return None
    name = " ".join(label["name"].split())
    begun = name not in known and not _WORK.match(name)  # "Thời hạn trình", not "Hoàn thành bản đồ: …"
    phrase = max(
        (p for p in known if name == p or (begun and len(p) > 5 and name.startswith(p))), key=len, default=None
    )
    return known[phrase] if phrase and known[phrase] != "number" else None


def _following(reading: Reading, labels: Mapping[int, str], index: int) -> Iterator[int]:
    """The labelled lines from `index` on, with what goes on from them: in their paragraph, or after a broken line."""
    block = reading.units[index].block
    while index < len(reading.units):
        unit = reading.units[index]
        broken = index + 1 in labels and reading.source.text[unit.start].islower() and unit.role == "sentence"
        if index not in labels and unit.block != block and not broken:
            return
        if index not in labels and closing.names_its_doer(reading, unit):
            return  # "Thời hạn: quý I. Giao Sở Y thẩm định …"
        block = unit.block
        yield index
        index += 1


def _fields(reading: Reading, unit: Unit) -> Iterator[tuple[str, int, int]]:
    """What the labels of a labelled line give, and where: the label that begins it, and those after it on the line."""
    label = _LABEL.match(reading.folded, unit.start, unit.end)
    kind = _kind(reading, unit)
    if label is None or kind is None:
        return
    yield from _split(reading, kind, label.end(), unit.end)


def _bracketed(reading: Reading, unit: Unit) -> list[tuple[str, int, int]]:
    """What labels give in brackets that close a unit."""
    opened = reading.folded.rfind("(", unit.start, unit.end)
    brackets = _BRACKETS.search(reading.folded, opened, unit.end) if opened >= 0 else None
    return list(_split(reading, None, opened, brackets.end() - 1)) if brackets else []


@cache
def _labels() -> re.Pattern[str]:
    names = sorted((name for name, kind in values("columns").items() if kind in _FIELDS), key=len, reverse=True)
    return re.compile(rf"[;.,(]\s*(?:[-+]\s*)?(?P<name>{'|'.join(map(re.escape, names))})\s*:\s*(?=\S)")


def _split(reading: Reading, kind: str | None, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The words of a label, and those of the labels that follow it within its line."""
    for label in _labels().finditer(reading.folded, start, end):
        if kind:
            yield from _dated(reading, kind, start, label.start())
        kind, start = values("columns")[label["name"]], label.end()
    if kind:
        yield from _dated(reading, kind, start, end)


def _dated(reading: Reading, kind: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A label's words, less what says at their end by when: "Phối hợp: Sở Nội vụ; hoàn thành trong tháng 9"."""
    done = _DONE_BY.search(reading.folded, start, end) if kind in ("lead", "help") else None
    yield kind, start, done.start() if done else end
    if done:
        yield "deadline", done.end(), end


def _particulars(reading: Reading, labels: Mapping[int, str], lines: list[int]) -> Task:
    """What the labelled lines say of a task, without the task's own words."""
    fields: list[tuple[str, int, int]] = []
    for index in lines:
        if index in labels:
            fields.extend(_fields(reading, reading.units[index]))
        elif fields and reading.units[index].block != reading.units[index - 1].block:  # a broken line goes on
            kind, start, _ = fields.pop()
            fields.append((kind, start, reading.units[index].end))
    return _told(reading, fields, lines)


def _told(reading: Reading, fields: list[tuple[str, int, int]], lines: list[int]) -> Task:
    found: dict[str, tuple[int, int]] = {}
    for kind, start, end in fields:
        if kind in _FIELDS:
            found.setdefault(kind, (start, end))
    leads, helps = _apart(reading, found.get("lead"))
    lead = _bodies(reading, leads)
    due = _due(reading, found.get("deadline"))
    own = reading.own
    return Task(
        text="",
        assignees=lead,
        cooperators=tuple(
            name for name in (*_bodies(reading, found.get("help")), *_bodies(reading, helps)) if name not in lead
        ),
        mandate=_mandate(reading, found.get("mandate")) or (own.id if own else None),
        directed_by=own.issuer if own else None,
        deadline=due.value if due and not due.recurrence and not periods.begins(reading, due) else None,
        deadline_text=_printed(reading, found.get("deadline")),
        recurrence=due.recurrence if due else None,
        deliverable=_printed(reading, found.get("result")),
        evidence=tuple(
            reading.evidence(reading.units[i].start, reading.units[i].end, reading.units[i].place) for i in lines
        ),
        confidence=0.95,
    )


def _content(reading: Reading, labels: Mapping[int, str], lines: list[int]) -> tuple[int, int] | None:
    """What the labelled lines themselves call the work: "a) Nội dung: Số hóa hồ sơ …"."""
    fields = (field for index in lines if index in labels for field in _fields(reading, reading.units[index]))
    said = next(((start, end) for kind, start, end in fields if kind == "task"), None)
    return said if said and begins_work(reading.folded, *said) else None


def _task(reading: Reading, head: Unit, told: Task, content: tuple[int, int] | None) -> Task | None:
    """The task that an item names and the lines below it particularise; None where it names too little.

    Where the item only says what it is about, "1. Về hạ tầng số", its `content` names the task.
    """
    marker = closing.MARKER.match(reading.folded, head.start, head.end)
    start, end = marker.end() if marker else head.start, head.end
    if content and not begins_work(reading.folded, start, end):
        start, end = content
    text = reading.source.text[start:end].rstrip(" .;:")
    if len(text.split()) < 3 or (head.role == "heading" and text.isupper()):
        return None  # "II. NỘI DUNG VÀ TỔ CHỨC" names a part
    evidence = (reading.evidence(start, start + len(text), head.place), *told.evidence)
    return replace(told, text=text, provision=structure.provision(head.place), evidence=evidence)


def _printed(reading: Reading, span: tuple[int, int] | None) -> str | None:
    return " ".join(reading.source.text[slice(*span)].split()).strip(" .;") if span else None


def _bodies(reading: Reading, span: tuple[int, int] | None) -> tuple[str, ...]:
    if span is None:
        return ()
    names = dict.fromkeys(_called(reading, m, span[1]) for m in ordered.within(reading.agencies, *span))
    printed = _printed(reading, span)
    return tuple(names) or ((printed,) if printed else ())


def _apart(reading: Reading, span: tuple[int, int] | None) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Who leads and who helps, where one label tells both: "Sở A chủ trì, phối hợp với Sở B"."""
    helps = _HELPS.search(reading.folded, *span) if span else None
    return ((span[0], helps.start()), (helps.end(), span[1])) if span and helps else (span, None)


def _called(reading: Reading, mention: AgencyMention, end: int) -> str:
    """A body's name; a group as printed with the words that tell which: "các sở, ngành liên quan"."""
    more = _WHICH.match(reading.folded, mention.end, end) if mention.kind == "group" else None
    return f"{mention.name}{reading.source.text[mention.end : more.end()]}" if more else mention.name


def _due(reading: Reading, span: tuple[int, int] | None) -> Period | None:
    if span is None:
        return None
    names = cited.names(reading.folded, *span)
    inside = [
        p
        for p in ordered.within(reading.periods, *span)
        if p.end <= span[1] and not cited.inside(names, p.start, p.end)
    ]
    found = next((p for p in reversed(inside) if p.value), inside[-1] if inside else None)
    return _to_come(reading, found) if found else None


def _to_come(reading: Reading, due: Period) -> Period:
    """A month or quarter without its year that would be over is the next one: a plan tells what is ahead."""
    own = reading.today
    month = due.value is not None and len(due.value) == len("2025-09") and "Q" not in due.value
    if own is None or due.value is None or not month or _YEAR.search(reading.folded, due.start, due.end):
        return due
    over = due.value < own.isoformat()[: len(due.value)]
    return replace(due, value=f"{own.year + (due.value[5:] < own.isoformat()[5:7])}{due.value[4:]}") if over else due


def _mandate(reading: Reading, span: tuple[int, int] | None) -> str | None:
    return next((d.id for d in ordered.within(reading.documents, *span)), None) if span else None
