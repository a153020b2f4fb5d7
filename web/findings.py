"""Points about a task that a reader may want cleared up, as of a day. Judging them is the reader's work."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from kg import standing
from kg.iris import actor_kind
from web.rows import Status, TaskRow
from web.tables import Badge, Tone
from web.wording import Wording

TONES: dict[str, Tone] = {
    "past-due": "red",
    "reported-overdue": "red",
    "no-lead": "caution",
    "group-lead": "caution",
    "no-deadline": "caution",
    "no-mandate": "caution",
}
_STATUS_TONES: dict[str, Tone] = {"overdue": "red", "done": "fine", "stopped": "caution", "extended": "caution"}


def of(
    *,
    leads: Sequence[str],
    mandated: bool,
    deadline: bool,
    due: datetime.date | None,
    statuses: Sequence[Status],
    as_of: datetime.date,
) -> list[str]:
    """The codes of the findings on a task. `deadline` says whether it has one, or recurs.

    A task that is reported done or stopped is asked only for its mandate: by when and by whom is no longer open.
    """
    found = []
    now = standing.at(statuses, as_of)
    if not standing.closed(statuses, as_of):
        if standing.past_due(due, statuses, as_of):
            found.append("past-due")
        if now and now.status == "overdue":
            found.append("reported-overdue")
        if not deadline:
            found.append("no-deadline")
        if not leads:
            found.append("no-lead")
        elif all(actor_kind(name) == "group" for name in leads):
            found.append("group-lead")
    if not mandated:
        found.append("no-mandate")
    return found


def of_row(row: TaskRow, as_of: datetime.date) -> list[str]:
    """The findings on a task of the catalogue; what only tells of another task has none of its own."""
    if row.principal is not None:
        return []
    return of(
        leads=[ref.label for ref in row.leads],
        mandated=row.mandate is not None,
        deadline=bool(row.deadline or row.recurrence),
        due=row.due,
        statuses=row.statuses,
        as_of=as_of,
    )


def badges(codes: Sequence[str], wording: Wording) -> tuple[Badge, ...]:
    """The findings in words. What is reported overdue stands as the report itself, and is past its time anyhow."""
    told = [code for code in codes if code != "reported-overdue"]
    told = [code for code in told if code != "past-due" or "reported-overdue" not in codes]
    return tuple(Badge(wording(f"finding.{code}"), TONES[code]) for code in told)


def status_badge(status: Status, wording: Wording, day: str, source: str = "") -> Badge:
    """A reported state in words, with its day and the source that says so."""
    text = wording.of("status", status.status)
    if source and day:
        text = wording("status.told", status=text, source=source, day=day)
    elif day:
        text = f"{text} ({day})"
    return Badge(text, _STATUS_TONES.get(status.status, "muted"))
