"""How a task stood on a day, by what sources reported of it until then: one rule for lists, pages and traces.

The saved queries tasks-past-due-without-result and tasks-reported-overdue say the same in SPARQL. A report holds on
the day that it names, else on its source's. The last one holds; of two on one day the graver: what one source says
is late is not settled by another that says it is done.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeVar

GRAVITY: Final = ("planned", "in-progress", "extended", "done", "stopped", "overdue")
CLOSED: Final = ("done", "stopped")


class Report(Protocol):
    """A report of a task's state."""

    @property
    def status(self) -> str:
        """One of GRAVITY."""
        ...

    @property
    def as_of(self) -> str | None:
        """The day of the report, ISO 8601; None where nobody tells it."""
        ...


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


@dataclass(frozen=True, slots=True)
class Signed:
    """Whether the first document that surely came of a task was signed in time, and its day as far as that is known."""

    when: Literal["in-time", "undated", "late"]  # undated: the day is not known well enough to tell
    day: str


def first_signed(signed: Iterable[str], due: datetime.date, day: datetime.date) -> Signed | None:
    """What is known on a day of when the documents that surely came of a task were signed: each as a day, a month, a
    year, or "" where nothing tells it. None where none was signed by then.

    It closes nothing: that the task is done is for a report to say.

    >>> due, now = datetime.date(2024, 6, 30), datetime.date(2025, 1, 1)
    >>> [(one.when, one.day) for told in ("2024-07-01", "2023", "2024", "") if (one := first_signed([told], due, now))]
    [('late', '2024-07-01'), ('in-time', '2023'), ('undated', '2024'), ('undated', '')]
    >>> first_signed(["2025-01-02"], due, now) is None
    True
    """
    known = sorted(one for one in signed if _from(one) <= day.isoformat())
    ends_month = due.day == calendar.monthrange(due.year, due.month)[1]
    last = f"{due.isoformat()[:7]}-31" if ends_month else due.isoformat()
    in_time = [one for one in known if _until(one) <= last]
    open_ = [one for one in known if _from(one) <= last]
    if not known:
        return None
    return Signed("in-time", in_time[0]) if in_time else Signed("undated" if open_ else "late", (open_ or known)[0])


def _from(told: str) -> str:
    """The first day that a day, month or year may be."""
    return told + "0000-01-01"[len(told) :]


def _until(told: str) -> str:
    """The last day that it may be, every month having 31."""
    return told + "9999-12-31"[len(told) :]


def past_due(due: datetime.date | None, reports: Iterable[Report], day: datetime.date) -> bool:
    """Whether a task's last day is over and no report says that it is done or stopped."""
    return due is not None and due < day and not closed(reports, day)
