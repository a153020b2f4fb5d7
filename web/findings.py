"""Points about a task that a reader may want cleared up, as of a day. Judging them is the reader's work."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

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
CLOSED = ("done", "stopped")


def at(statuses: Sequence[Status], as_of: datetime.date) -> Status | None:
    """The last state that was reported up to a day."""
    told = [status for status in statuses if (status.day or "")[:10] <= as_of.isoformat()]
    return told[-1] if told else None


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
    now = at(statuses, as_of)
    if not (now and now.code in CLOSED):
        if now and now.code == "overdue":
            found.append("reported-overdue")
        elif due and due < as_of:
            found.append("past-due")
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
    """The findings on a task of the catalogue."""
    return of(
        leads=[ref.label for ref in row.leads],
        mandated=row.mandate is not None,
        deadline=bool(row.deadline or row.recurrence),
        due=row.due,
        statuses=row.statuses,
        as_of=as_of,
    )


def badges(codes: Sequence[str], wording: Wording) -> tuple[Badge, ...]:
    """The findings in words."""
    return tuple(Badge(wording(f"finding.{code}"), TONES[code]) for code in codes)


def status_badge(status: Status, wording: Wording, day: str) -> Badge:
    """A reported state in words, with its day."""
    text = wording.of("status", status.code)
    return Badge(f"{text} ({day})" if day else text, _STATUS_TONES.get(status.code, "muted"))
