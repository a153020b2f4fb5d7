"""The lists of documents, tasks, bodies and indicators: filtered, sorted and paged as the address says."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg import standing
from kg.errors import UsageError
from kg.folding import key
from kg.periods import first_day, last_day
from web import findings, formats
from web.links import short
from web.listed import number_key
from web.pages import cells
from web.pages.body_list import agencies
from web.pages.filters import Facet, Filter, choose, holding, meant
from web.pages.listing import ListPage, in_order, page
from web.rows import DocumentRow, IndicatorRow, MeasureRow, TaskRow
from web.tables import Cell, Row, Table
from web.view import View, read_day


def documents(view: View, asked: Mapping[str, str], *, every: bool = False) -> ListPage:
    """The list of documents."""
    t, catalogue = view.wording, view.catalogue
    assigned: dict[str, set[str]] = {}
    for task in catalogue.tasks:
        if task.mandate:
            assigned.setdefault(task.mandate.iri, set()).update(ref.iri for ref in (*task.leads, *task.helpers))
    facets: list[Facet[DocumentRow]] = [
        Facet("type", t("column.type"), lambda r: [r.type] if r.type else [], lambda v: t.of("type", v)),
        Facet("issuer", t("column.issuer"), lambda r: [_short(view, r.issuer.iri)] if r.issuer else [], _named(view)),
        Facet("year", t("column.year"), lambda r: [r.year] if r.year else [], str),
        Facet(
            "status", t("column.status"), lambda r: [r.status] if r.status else [], lambda v: t.of("document-status", v)
        ),
        Facet(
            "agency",
            t("filter.assigns"),
            lambda r: [_short(view, i) for i in assigned.get(r.ref.iri, ())],
            _named(view),
        ),
        Facet("has", t("filter.has"), _document_has, lambda v: t.of("has", v), ("tasks", "targets", "undated")),
    ]
    rows = holding(catalogue.documents, lambda r: r.words, asked.get("q", ""))
    asked = meant(rows, facets, asked)
    rows, filters = choose(rows, facets, asked)
    filters[2] = replace(filters[2], options=tuple(reversed(filters[2].options)))
    sort, rows = in_order(
        rows,
        asked.get("sort", "-date"),
        {
            "number": lambda r: r.name,
            "date": lambda r: (r.date or r.year, r.name) if r.date or r.year else None,
            "issuer": lambda r: [key(ref.label) for ref in view.own(r.issuer)] or None,
            "tasks": lambda r: (r.tasks, r.date or ""),
            "cited": lambda r: (r.cited, r.date or ""),
        },
    )
    columns = cells.columns(
        view,
        "number normal number",
        "title wide",
        "issuer normal issuer",
        "signed narrow date",
        "tasks number tasks",
        "cited number cited",
        "validity",
    )

    def line(row: DocumentRow) -> Row:
        title = Cell(row.title[:1].upper() + row.title[1:]) if row.title else Cell(t("none.title"), quiet=True)
        return Row(
            (
                Cell(refs=(view.ref(row.ref.iri),), note=t.of("type", row.type)),
                title,
                Cell(refs=view.own(row.issuer)) if row.issuer else cells.none(t("none.issuer")),
                cells.day(view, row.date) if row.date else cells.none(row.year or t("none.date")),
                cells.count(view, row.tasks),
                cells.count(view, row.cited),
                Cell(badges=(cells.validity(view, row),)),
            ),
            iri=row.ref.iri,
        )

    return page(view, "documents", columns, rows, line, filters, asked, sort, every)


def _document_has(row: DocumentRow) -> list[str]:
    found = ["tasks"] if row.tasks else []
    found += ["targets"] if row.targets else []
    return found + ([] if row.date else ["undated"])


def tasks(view: View, asked: Mapping[str, str], *, every: bool = False) -> ListPage:
    """The list of tasks."""
    t, catalogue = view.wording, view.catalogue
    rows = holding(catalogue.tasks, lambda r: r.words, asked.get("q", ""))
    told: dict[str, list[str]] = {row.iri: findings.of_row(row, view.as_of) for row in rows}
    said = {name: asked.get(name, "").strip() for name in ("from", "to")}
    first, last = (read_day(text) for text in said.values())
    rows = [r for r in rows if not first or (r.due and r.due >= first)]
    rows = [r for r in rows if not last or (r.due and r.due <= last)]

    def bodies(row: TaskRow, role: str = "") -> list[str]:
        lead = [_short(view, ref.iri) for ref in row.leads]
        help_ = [_short(view, ref.iri) for ref in row.helpers]
        return {"lead": lead, "help": help_}.get(role, lead + help_)

    quarters = _quarters(view.as_of)
    facets: list[Facet[TaskRow]] = [
        Facet(
            "agency",
            t("column.agency"),
            bodies,
            _named(view),
            counted=lambda r: bodies(r, asked.get("role", "")),
            within="role",
        ),
        Facet(
            "role",
            t("filter.role"),
            lambda r: _roles(r, asked.get("agency", ""), view),
            lambda v: t.of("role", v),
            ("lead", "help"),
        ),
        Facet("due", t("filter.due"), lambda r: _when(r, quarters, told[r.iri]), lambda v: t.of("due", v), _WHEN),
        Facet("status", t("column.state"), lambda r: _state(r, view.as_of), lambda v: t.of("status", v)),
        Facet("told", t("filter.told"), lambda r: _told(r, view), lambda v: t.of("told", v), ("original", "press")),
        Facet(
            "mandate", t("column.mandate"), lambda r: [_short(view, r.mandate.iri)] if r.mandate else [], _named(view)
        ),
        Facet("pillar", t("column.pillar"), lambda r: [_short(view, ref.iri) for ref in r.pillars], _named(view)),
        Facet(
            "finding", t("filter.finding"), lambda r: told[r.iri], lambda v: t.of("finding", v), tuple(findings.TONES)
        ),
    ]
    asked = meant(rows, facets, asked)
    rows, filters = choose(rows, facets, asked)
    for name, day in (("from", first), ("to", last)):
        unknown = bool(said[name]) and day is None
        filters.append(Filter(name, t(f"filter.{name}"), "date", view.day(day) or said[name], unknown=unknown))
        rows = [] if unknown else rows
    sort, rows = in_order(
        rows,
        asked.get("sort", "due"),
        {
            "due": lambda r: (r.due, r.position) if r.due else None,
            "task": lambda r: r.words,
            "lead": lambda r: [key(ref.label) for ref in view.several(r.leads)] or None,
            "mandate": lambda r: number_key(r.mandate.label) if r.mandate else None,
        },
    )

    def line(row: TaskRow) -> Row:
        return cells.task_row(view, row, told[row.iri])

    return page(view, "tasks", cells.task_columns(view, sortable=True), rows, line, filters, asked, sort, every)


def _told(row: TaskRow, view: View) -> list[str]:
    """Whether an official text states a task, its own or a reprint, or only the press."""
    kind = view.catalogue.source_kinds.get(row.source.iri) if row.source else None
    return [] if kind is None else ["press" if kind == "press" else "original"]


_WHEN = ("quarter", "next", "past", "none", "recurring")


def _quarters(as_of: datetime.date) -> dict[str, tuple[datetime.date, datetime.date]]:
    """The first and last day of the quarter that a day lies in, and of the next."""
    this = formats.quarter(as_of)
    day = datetime.timedelta(days=1)
    following = formats.quarter(min(last_day(this), datetime.date.max - day) + day)
    return {name: (first_day(of), last_day(of)) for name, of in (("quarter", this), ("next", following))}


def _when(row: TaskRow, quarters: Mapping[str, tuple[datetime.date, datetime.date]], found: Sequence[str]) -> list[str]:
    if row.recurrence:
        return ["recurring"]
    if not row.due:
        return ["none"]
    said = ["past"] if "past-due" in found else []
    return said + [name for name, (first, last) in quarters.items() if first <= row.due <= last]


def _state(row: TaskRow, as_of: datetime.date) -> list[str]:
    now = standing.at(row.statuses, as_of)
    return [now.status] if now else []


def _roles(row: TaskRow, agency: str, view: View) -> list[str]:
    lead = any(not agency or _short(view, ref.iri) == agency for ref in row.leads)
    help_ = any(not agency or _short(view, ref.iri) == agency for ref in row.helpers)
    return (["lead"] if lead else []) + (["help"] if help_ else [])


def indicators(view: View, asked: Mapping[str, str], *, every: bool = False) -> ListPage:
    """The list of indicators, with what was wanted beside what was measured."""
    t, catalogue = view.wording, view.catalogue
    year = asked.get("year", "")

    def years(row: IndicatorRow) -> list[str]:
        return [m.period[:4] for m in (*row.targets, *row.observations) if m.period]

    def of_year(found: Sequence[MeasureRow]) -> list[MeasureRow]:
        return [m for m in found if not year or (m.period or "")[:4] == year]

    def has(row: IndicatorRow) -> list[str]:
        wanted, measured = bool(of_year(row.targets)), bool(of_year(row.observations))
        said = (["target"] if wanted else []) + (["observation"] if measured else [])
        return [*said, "both"] if wanted and measured else said

    facets: list[Facet[IndicatorRow]] = [
        Facet("year", t("column.period"), years, str),
        Facet("has", t("filter.has"), has, lambda v: t.of("has", v), ("target", "observation", "both")),
        Facet(
            "mandate",
            t("column.set_by"),
            lambda r: {_short(view, m.set_by.iri) for m in r.targets if m.set_by},
            _named(view),
        ),
    ]
    rows = holding(catalogue.indicators, lambda r: r.words, asked.get("q", ""))
    asked = meant(rows, facets, asked)
    rows, filters = choose(rows, facets, asked)
    filters[0] = replace(filters[0], options=tuple(reversed(filters[0].options)))
    sort, rows = in_order(
        rows,
        asked.get("sort", "name"),
        {
            "name": lambda r: r.words,
            "target": lambda r: max((m.period or "" for m in of_year(r.targets)), default=None),
            "result": lambda r: max((m.period or "" for m in of_year(r.observations)), default=None),
        },
    )
    columns = cells.columns(
        view,
        "indicator wide name",
        "target normal target",
        "target_period narrow",
        "set_by",
        "result normal result",
        "result_period narrow",
        "source",
    )

    def line(row: IndicatorRow) -> Row:
        target = next(iter(reversed(of_year(row.targets))), None)
        result = next(iter(reversed(of_year(row.observations))), None)
        return Row(
            (
                Cell(refs=(view.ref(row.ref.iri),)),
                cells.measure(view, target, len(of_year(row.targets))) if target else cells.none("–"),
                Cell(view.period(target.period)) if target else Cell(),
                Cell(refs=view.own(target.set_by)) if target else Cell(),
                cells.measure(view, result, len(of_year(row.observations))) if result else cells.none("–"),
                Cell(view.period(result.period)) if result else Cell(),
                Cell(refs=view.own(result.source)) if result else Cell(),
            ),
            iri=row.ref.iri,
        )

    return page(view, "indicators", columns, rows, line, filters, asked, sort, every)


LISTS: dict[str, Callable[..., ListPage]] = {
    "documents": documents,
    "tasks": tasks,
    "agencies": agencies,
    "indicators": indicators,
}


def export(view: View, name: str, asked: Mapping[str, str]) -> tuple[Table, list[tuple[str, str]]]:
    """The whole filtered list, each task with its quotes, and the filters in words."""
    page = LISTS[name](view, asked, every=True)
    if page.unheard:
        raise UsageError("; ".join(page.unheard))
    return page.table, [(f.label, f.said) for f in page.filters if f.value]


def _named(view: View) -> Callable[[str], str]:
    return lambda value: view.ref(f"{view.site.base}id/{value}").label


def _short(view: View, iri: str) -> str:
    return short(iri, view.site.base)
