"""How a task stood on a day, by what sources reported of it until then: one rule for lists, pages and traces.

The saved queries tasks-past-due-without-result and tasks-reported-overdue say the same in SPARQL. A report holds on
the day that it names, else on its source's. The last one holds; of two on one day the graver: what one source says
is late is not settled by another that says it is done.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

GRAVITY: Final = ("planned", "in-progress", "extended", "done", "stopped", "overdue")
CLOSED: Final = ("done", "stopped")


class Report(Protocol):
    """A report of a task's state."""

    @property
    def status(self) -> str: ...

    @property
    def as_of(self) -> str | None: ...


R = TypeVar("R", bound=Report)


def rank(report: Report) -> tuple[str, int]:
    """Where a report stands among others: the later after the earlier, of one day the graver last."""
    return (report.as_of or "")[:10], GRAVITY.index(report.status)


def in_order(reports: Iterable[R]) -> list[R]:
    """Reports from the first to the one that holds."""
    return sorted(reports, key=rank)


def at(reports: Iterable[R], day: datetime.date) -> R | None:
    """The report that holds on a day; None where nothing was reported until then."""
    told = in_order(report for report in reports if (report.as_of or "")[:10] <= day.isoformat())
    return told[-1] if told else None


def closed(reports: Iterable[Report], day: datetime.date) -> bool:
    """Whether a task is reported done or stopped: by when and by whom is no longer open."""
    now = at(reports, day)
    return now is not None and now.status in CLOSED


def signed_by(signed: Iterable[datetime.date], day: datetime.date) -> datetime.date | None:
    """When the first of the documents that surely came of a task was signed, as of a day; None where none was by then.

    It closes nothing: that the task is done is for a report to say.
    """
    return min((one for one in signed if one <= day), default=None)


def past_due(due: datetime.date | None, reports: Iterable[Report], day: datetime.date) -> bool:
    """Whether a task's last day is over and no report says that it is done or stopped."""
    return due is not None and due < day and not closed(reports, day)
