"""Tasks whose particulars stand in labelled lines below them.

"2. Xây dựng nền tảng …" then "- Cơ quan chủ trì: …", "- Cơ quan phối hợp: …", "- Thời hạn: …", "- Sản phẩm: …": what a
table would give in columns, a plan often gives so. Labels are the column names of `loaders/tables/columns.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Task
from loaders import structure
from loaders.reading import Period, Reading, Unit
from loaders.tables import values

_LABEL = re.compile(
    r"[\s*+\u2022\u25aa\u25cf\u00b7-]*(?:\(?[a-z0-9]{1,2}[.)]\s*)?(?P<name>[a-z][a-z ,/]{3,50}?)\s*:\s*(?=\S)"
)
_MARKER = re.compile(r"\s*(?:[-*+\u2022\u25aa\u25cf\u00b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)[.)/])\s*")
_FIELDS = {"lead", "help", "deadline", "result", "mandate"}


def state(reading: Reading) -> tuple[tuple[Task, ...], frozenset[int]]:
    """The tasks told by labelled lines, and the units that they take up: no other rule reads those."""
    tasks: list[Task] = []
    taken: set[int] = set()
    if reading.own is None:
        return (), frozenset()
    labels = {index: kind for index, unit in enumerate(reading.units) if (kind := _kind(reading, unit))}
    for index in labels:
        if index - 1 in labels or index - 1 in taken or index == 0:
            continue
        lines = list(_following(reading, labels, index))
        head = reading.units[index - 1]
        if head.role in ("item", "heading", "sentence") and {labels[i] for i in lines if i in labels} & {
            "lead",
            "deadline",
        }:
            task = _task(reading, head, labels, lines)
            if task:
                tasks.append(task)
                taken.update([index - 1, *lines])
    return tuple(tasks), frozenset(taken)


def _kind(reading: Reading, unit: Unit) -> str | None:
    """What a labelled line gives, by its label."""
    if unit.role not in ("item", "sentence", "heading"):
        return None
    label = _LABEL.match(reading.folded, unit.start, unit.end)
    known = values("columns")
    if not label:
        return None
    name = " ".join(label["name"].split())
    phrase = max((p for p in known if name == p or (len(p) > 5 and name.startswith(p))), key=len, default=None)
    return known[phrase] if phrase and known[phrase] != "number" else None


def _following(reading: Reading, labels: dict[int, str], index: int) -> Iterator[int]:
    """The labelled lines from `index` on, with the sentences that go on from them in the same paragraph."""
    block = reading.units[index].block
    while index < len(reading.units) and (index in labels or reading.units[index].block == block):
        block = reading.units[index].block
        yield index
        index += 1


def _task(reading: Reading, head: Unit, labels: dict[int, str], lines: list[int]) -> Task | None:
    marker = _MARKER.match(reading.folded, head.start, head.end)
    start = marker.end() if marker else head.start
    text = reading.source.text[start : head.end].rstrip(" .;:")
    if len(text.split()) < 3:
        return None
    found: dict[str, tuple[int, int]] = {}
    for index in lines:
        unit = reading.units[index]
        label = _LABEL.match(reading.folded, unit.start, unit.end) if index in labels else None
        if label and labels[index] in _FIELDS:
            found.setdefault(labels[index], (label.end(), unit.end))
    lead = _bodies(reading, found.get("lead"))
    due = _due(reading, found.get("deadline"))
    own = reading.own
    return Task(
        text=text,
        assignees=lead,
        cooperators=tuple(name for name in _bodies(reading, found.get("help")) if name not in lead),
        mandate=_mandate(reading, found.get("mandate")) or (own.id if own else None),
        provision=structure.provision(head.place),
        directed_by=own.issuer if own else None,
        deadline=due.value if due and not due.recurrence else None,
        deadline_text=_printed(reading, found.get("deadline")),
        recurrence=due.recurrence if due else None,
        deliverable=_printed(reading, found.get("result")),
        evidence=(
            reading.evidence(start, start + len(text), head.place),
            *(reading.evidence(reading.units[i].start, reading.units[i].end, reading.units[i].place) for i in lines),
        ),
        confidence=0.95,
    )


def _printed(reading: Reading, span: tuple[int, int] | None) -> str | None:
    return " ".join(reading.source.text[slice(*span)].split()).strip(" .;") if span else None


def _bodies(reading: Reading, span: tuple[int, int] | None) -> tuple[str, ...]:
    if span is None:
        return ()
    names = dict.fromkeys(m.name for m in reading.agencies if span[0] <= m.start < span[1])
    printed = _printed(reading, span)
    return tuple(names) or ((printed,) if printed else ())


def _due(reading: Reading, span: tuple[int, int] | None) -> Period | None:
    inside = [p for p in reading.periods if span and span[0] <= p.start and p.end <= span[1]]
    return next((p for p in reversed(inside) if p.value), inside[-1] if inside else None)


def _mandate(reading: Reading, span: tuple[int, int] | None) -> str | None:
    return next((d.id for d in reading.documents if span and span[0] <= d.start < span[1]), None)
