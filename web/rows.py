"""What the lists hold of each document, task, body and indicator."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from web.links import Ref


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the list."""

    ref: Ref
    name: str  # number or name, folded, to sort and find by
    type: str | None
    title: str | None
    issuer: Ref | None
    date: str | None
    year: str | None
    status: str | None
    effective: str | None
    expires: str | None
    cited: int  # sources and documents that name it
    tasks: int
    targets: int
    words: str  # folded, to filter by


@dataclass(frozen=True, slots=True)
class Status:
    """How a task stood on a day, as a source reports it."""

    status: str
    as_of: str | None
    source: Ref | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in the list."""

    iri: str
    text: str
    leads: tuple[Ref, ...]
    helpers: tuple[Ref, ...]
    mandate: Ref | None
    provision: str | None
    director: Ref | None
    deadline: str | None
    deadline_text: str | None
    due: datetime.date | None
    recurrence: str | None
    deliverable: str | None
    statuses: tuple[Status, ...]
    pillars: tuple[Ref, ...]
    source: Ref | None
    principal: str | None  # the task that this one only tells of
    share_of: str | None  # the task of a group of which this one is what a part does
    signed: tuple[str, ...]  # when the documents that surely came of it were signed, "" where that is not known
    position: tuple[str, int]
    words: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """An agency, office or group in the list."""

    ref: Ref
    kind: str
    general: bool  # a group, or named in general words: "các đơn vị", "cấp ủy, chính quyền"
    led: int
    helped: int
    issued: int
    since: str | None
    until: str | None
    told: bool  # whether a source names it; else it stands in the registry only
    words: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A target or a measured value."""

    iri: str
    target: bool
    indicator: Ref
    value: str | None
    unit: str | None
    period: str | None
    comparator: str | None
    upper: str | None
    total: str | None
    printed: str | None
    scope: str | None
    set_by: Ref | None
    agency: tuple[Ref, ...]
    source: Ref | None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with what was wanted and what was measured, oldest first."""

    ref: Ref
    targets: tuple[MeasureRow, ...]
    observations: tuple[MeasureRow, ...]
    words: str
