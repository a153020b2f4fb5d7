"""Tables of tasks on the pages of others: each task once, with what other sources tell of it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from kg import standing
from web import evidence, findings
from web.links import Ref
from web.pages import cells
from web.pages.parts import Part
from web.pages.resources import parted
from web.rows import TaskRow
from web.tables import FIRST, Row, Table
from web.view import View


def task_part(
    view: View, name: str, title: str, rows: list[TaskRow], *, mandate: bool = True, texts: Set[str] = frozenset()
) -> Part:
    """A section of tasks, each with its quotes; what only tells of another of them stands with it, and so does what a
    part of the group that bears it is reported to do. `texts` are the sources that hold the document's own text; what
    another source tells says so.
    """
    t = view.wording
    listed = {row.iri for row in rows}
    tellings: dict[str | None, list[TaskRow]] = {}
    for row in rows:
        for of in {row.principal, row.share_of} & listed:
            tellings.setdefault(of, []).append(row)
    rows = [row for row in rows if not {row.principal, row.share_of} & listed]
    shown = rows if view.whole(name) else rows[: 2 * FIRST]
    asked = [one.iri for row in shown for one in (row, *tellings.get(row.iri, ()))]
    found = evidence.of(view.site.pages, asked)
    quotes = {
        row.iri: tuple(quote for one in (row, *tellings.get(row.iri, ())) for quote in found.get(one.iri, ()))
        for row in shown
    }
    lines = tuple(
        _with_shares(
            view,
            _told(
                view,
                cells.task_row(view, row, findings.of_row(row, view.as_of), quotes.get(row.iri, ()), mandate=mandate),
                row.source if texts and row.source and row.source.iri not in texts else None,
            ),
            [one for one in tellings.get(row.iri, ()) if one.share_of],
        )
        for row in rows
    )
    columns = cells.task_columns(view, mandate=mandate)
    return parted(name, title, Table(name, title, columns, lines, t("empty.section")))


def _told(view: View, line: Row, source: Ref | None) -> Row:
    if source is None:
        return line
    first, *others = line.cells
    note = view.wording("task.told_by", source=view.ref(source.iri).label)
    return replace(line, cells=(replace(first, note=note), *others))


def _with_shares(view: View, line: Row, shares: Sequence[TaskRow]) -> Row:
    """The row with the states of the shares beside its own: of whom, by which source and as of when."""
    badges = [
        badge for share in shares for now in [standing.at(share.statuses, view.as_of)] if now
        for badge in [cells.of_share(view, share, cells.told(view, now))]
    ]  # fmt: skip
    if not badges:
        return line
    *others, state = line.cells
    return replace(line, cells=(*others, replace(state, text="", badges=(*state.badges, *badges), quiet=False)))
