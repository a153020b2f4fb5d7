"""Cells and rows that several pages show alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from kg import places, standing
from kg.trace_gather import Evidence
from web import findings, formats
from web.rows import DocumentRow, MeasureRow, Status, TaskRow
from web.tables import Badge, Cell, Column, Row
from web.view import View


def none(text: str) -> Cell:
    """A cell that says that there is nothing."""
    return Cell(text, quiet=True)


def count(view: View, number: int) -> Cell:
    """A count; zero is a quiet dash."""
    return Cell(view.number(number), value=number) if number else Cell("–", value=0, quiet=True)


def day(view: View, value: str | None) -> Cell:
    """A date, as a spreadsheet knows it where it is a whole day."""
    import datetime

    try:
        return Cell(view.day(value), value=datetime.date.fromisoformat(value or ""))
    except ValueError:
        return Cell(view.day(value))


def measure(view: View, row: MeasureRow, several: int = 1) -> Cell:
    """A value with its comparator and unit, leading to its own page."""
    t = view.wording
    text = formats.amount(row.value, row.unit, view.lang, comparator=row.comparator, upper=row.upper, total=row.total)
    note = t("measure.more", n=several - 1) if several > 1 else ""
    if row.scope:
        note = f"{row.scope}{f' · {note}' if note else ''}"
    return Cell(text or row.printed or t("measure.no_value"), note=note, to=row.iri)


def value(text: str | None) -> Decimal | None:
    """A number of the store as a spreadsheet calculates with it."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def validity(view: View, row: DocumentRow) -> Badge:
    """Whether a document is in force on the as-of date, as far as the sources tell."""
    t, today = view.wording, view.as_of.isoformat()
    if row.status in ("draft", "proposed"):
        return Badge(t(f"document-status.{row.status}"), "caution")
    if row.expires and row.expires <= today:
        return Badge(t("validity.expired", day=view.day(row.expires)), "red")
    if row.effective and row.effective > today:
        return Badge(t("validity.future", day=view.day(row.effective)), "caution")
    if row.effective:
        return Badge(t("validity.since", day=view.day(row.effective)), "fine")
    return Badge(t("validity.unknown"), "muted")


def law_name(row: DocumentRow | None) -> str:
    """The name of a law, by which people know it rather than by its number."""
    of_parliament = row is not None and row.type in ("law", "code", "ordinance")
    return row.title or "" if row is not None and of_parliament and row.title != row.ref.label else ""


def columns(view: View, *named: str) -> tuple[Column, ...]:
    """Columns by their name in the wording, width and, where rows are sorted by it, the name of their order.

    "deadline narrow due" is the column "Thời hạn", narrow, that `sort=due` sorts by; the width may be left out.
    """
    made = []
    for one in named:
        name, width, sort = (*one.split(), "", "")[:3]
        made.append(Column(view.wording(f"column.{name}"), width or "normal", sort or None))  # type: ignore[arg-type]
    return tuple(made)


def task_columns(view: View, *, sortable: bool = False, mandate: bool = True) -> tuple[Column, ...]:
    """The columns of every table of tasks, in the order that civil servants know."""
    made = columns(
        view,
        "task wide task",
        "lead normal lead",
        "helpers",
        "deadline narrow due",
        "product",
        *(["mandate normal mandate"] if mandate else []),
        "state",
    )
    return made if sortable else tuple(replace(column, sort=None) for column in made)


def told_by(view: View, status: Status) -> str:
    """Who says how a task stands, in a few words: the document whose text it is, else who published it."""
    if status.source is None:
        return ""
    catalogue = view.catalogue
    document = catalogue.document_rows.get(catalogue.texts.get(status.source.iri, ""))
    if document is not None:
        kind = view.wording.of("type", document.type)
        return f"{kind} {view.ref(document.ref.iri).label}".strip()
    return catalogue.publishers.get(status.source.iri) or view.ref(status.source.iri).label


def told(view: View, status: Status) -> Badge:
    """How a task stands, by which source and as of when."""
    return findings.status_badge(status, view.wording, view.day(status.as_of), told_by(view, status))


def of_share(view: View, share: TaskRow, badge: Badge) -> Badge:
    """A state as that of what a part of a group does."""
    who = "; ".join(ref.label for ref in view.several(share.leads))
    return Badge(view.wording("state.share", status=badge.text, who=who), badge.tone)


def finding_badges(view: View, row: TaskRow, codes: Sequence[str]) -> tuple[Badge, ...]:
    """What is to be cleared up about a task."""
    return findings.badges(codes, view.wording, _signed(view, row))


def _signed(view: View, row: TaskRow) -> str:
    """When the first document that surely came of a task was signed, as far as that is known."""
    first = standing.first_signed(row.signed, row.due, view.as_of) if row.due else None
    return view.day(first.day) if first else ""


def task_row(
    view: View, row: TaskRow, found: Sequence[str], evidence: tuple[Evidence, ...] = (), *, mandate: bool = True
) -> Row:
    """A task in a table; `found` are the codes of its findings."""
    t = view.wording
    now = standing.at(row.statuses, view.as_of)
    badges = []
    note = ""
    if now:
        badges.append(findings.status_badge(now, t, view.day(now.as_of)))
        note = t("status.by", source=told_by(view, now)) if told_by(view, now) else ""
    late = "past-due" in found and "reported-overdue" not in found
    if result := findings.result(found):
        badges.append(Badge(t(f"finding.{result}.short", day=_signed(view, row)), findings.TONES[result]))
    elif late:
        badges.append(Badge(t("finding.past-due.short"), "red"))
    order = (
        Cell(refs=view.own(row.mandate), note=places.read_aloud(row.provision or "", view.lang))
        if row.mandate
        else none(t("none.mandate"))
    )
    line = (
        Cell(row.text, to=row.iri, note=_told_only(view, row)),
        Cell(refs=view.several(row.leads)) if row.leads else none(t("none.lead")),
        Cell(refs=view.several(row.helpers)) if row.helpers else none("–"),
        deadline(view, row),
        Cell(row.deliverable) if row.deliverable else none("–"),
        *([order] if mandate else []),
        Cell(badges=tuple(badges), note=t("finding.past-due.note") if late else note)
        if badges
        else none(t("none.state")),
    )
    return Row(line, iri=row.iri, evidence=evidence)


def _told_only(view: View, row: TaskRow) -> str:
    """Whether a task stands in no order of its own: it tells of another, is the share of a part of a group, or only the
    press tells of it."""
    if row.principal:
        return view.wording("task.tells_of")
    if row.share_of:
        return view.wording("task.share")
    catalogue = view.catalogue
    if row.source is None or catalogue.source_kinds.get(row.source.iri) != "press":
        return ""
    by = catalogue.publishers.get(row.source.iri) or view.ref(row.source.iri).label
    return view.wording("task.press_only", source=by)


def _bare(text: str) -> str:
    """A period without what is only form: 3/2025 and 03/2025 are one, "in 2025" says no more than 2025."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", text).casefold().removeprefix("in ")


def deadline(view: View, row: TaskRow) -> Cell:
    """A deadline as the period that it is, and as printed where that says more."""
    t = view.wording
    if row.deadline:
        text = view.period(row.deadline)
        printed = view.time(row.deadline_text or "")
        return Cell(text, note="" if _bare(printed) == _bare(text) else printed, value=row.due)
    if row.recurrence:
        return Cell(view.time(row.recurrence), note=t("deadline.recurring"))
    return Cell(view.time(row.deadline_text)) if row.deadline_text else none(t("none.deadline"))
