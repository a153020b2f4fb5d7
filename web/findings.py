"""Points about a task that a reader may want cleared up, as of a day. Judging them is the reader's work."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from kg import standing
from kg.iris import actor_kind
from web.rows import Status, TaskRow
from web.tables import Badge, Tone
from web.wording import Wording

TONES: dict[str, Tone] = {
    "past-due": "red",
    "result-in-time": "caution",
    "result-undated": "caution",
    "result-late": "caution",
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
    signed: Iterable[str] = (),
) -> list[str]:
    """The codes of the findings on a task. `deadline` says whether it has one, or recurs; `signed` are the days on
    which documents that surely came of it were signed, as far as they are known.

    A task that is reported done or stopped is asked only for its mandate: by when and by whom is no longer open.
    """
    found = []
    now = standing.at(statuses, as_of)
    if not standing.closed(statuses, as_of):
        if due and standing.past_due(due, statuses, as_of):
            found.append("past-due")
            if first := standing.first_signed(signed, due, as_of):
                found.append(f"result-{first.when}")
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
    """The findings on a task of the catalogue; what only tells of another task has none of its own, and who ordered the
    share of a part of a group, and by when, stands with the task of the group."""
    if row.principal is not None:
        return []
    share = row.share_of is not None
    return of(
        leads=[ref.label for ref in row.leads],
        mandated=share or row.mandate is not None,
        deadline=share or bool(row.deadline or row.recurrence),
        due=row.due,
        statuses=row.statuses,
        as_of=as_of,
        signed=row.signed,
    )


def result(codes: Sequence[str]) -> str | None:
    """The finding that a document came of a task whose time is over, though no report says that it is done."""
    return next((code for code in codes if code.startswith("result-")), None)


def badges(codes: Sequence[str], wording: Wording, signed: str) -> tuple[Badge, ...]:
    """The findings in words. What is reported overdue stands as the report itself, and is past its time anyhow; what
    brought forth a document is not late in silence: the day on which that was `signed` is told instead.
    """
    hidden = {"reported-overdue"} | ({"past-due"} if "reported-overdue" in codes or result(codes) else set())
    return tuple(
        Badge(
            wording(f"finding.{code}.told", day=signed) if result([code]) else wording(f"finding.{code}"), TONES[code]
        )
        for code in codes
        if code not in hidden
    )


def status_badge(status: Status, wording: Wording, day: str, source: str = "") -> Badge:
    """A reported state in words, with its day and the source that says so."""
    text = wording.of("status", status.status)
    if source and day:
        text = wording("status.told", status=text, source=source, day=day)
    elif day:
        text = f"{text} ({day})"
    return Badge(text, _STATUS_TONES.get(status.status, "muted"))
