"""The list of agencies, offices and groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.folding import key
from web import findings
from web.pages import cells
from web.pages.filters import Facet, choose, holding, meant
from web.pages.listing import ListPage, in_order, page
from web.rows import BodyRow
from web.tables import Cell, Row
from web.view import View


def agencies(view: View, asked: Mapping[str, str], *, every: bool = False) -> ListPage:
    """The list of agencies, offices and groups."""
    t, catalogue = view.wording, view.catalogue
    late: dict[str, int] = {}
    for task in catalogue.tasks:
        if {"past-due", "reported-overdue"} & set(findings.of_row(task, view.as_of)):
            for ref in task.leads:
                late[ref.iri] = late.get(ref.iri, 0) + 1
    facets: list[Facet[BodyRow]] = [
        Facet(
            "scope",
            t("filter.scope"),
            lambda r: ["sources" if r.told else "registry"],
            lambda v: t.of("scope", v),
            ("sources", "registry"),
        ),
        Facet(
            "kind",
            t("column.kind"),
            lambda r: ["group" if r.general else r.kind],
            lambda v: t.of("kinds", v),
            ("agency", "office", "group"),
        ),
        Facet(
            "has",
            t("filter.has"),
            lambda r: _body_has(r, late),
            lambda v: t.of("has", v),
            ("led", "helped", "late", "issued"),
        ),
    ]
    rows = holding(catalogue.bodies, lambda r: r.words, asked.get("q", ""))
    asked = meant(rows, facets, asked)
    rows, filters = choose(rows, facets, asked)
    sort, rows = in_order(
        rows,
        asked.get("sort", "-led"),
        {
            "name": lambda r: key(view.ref(r.ref.iri).label),
            "led": lambda r: (r.led, r.helped, r.issued),
            "helped": lambda r: (r.helped, r.led),
            "late": lambda r: (late.get(r.ref.iri, 0), r.led),
            "issued": lambda r: (r.issued, r.led),
        },
    )
    rows.sort(key=lambda r: r.general)  # whatever the order, groups stand apart from those that are one body
    columns = cells.columns(
        view,
        "agency wide name",
        "kind",
        "led number led",
        "helped number helped",
        "late number late",
        "issued number issued",
        "lifetime",
    )

    def line(row: BodyRow) -> Row:
        first, last = view.day(row.since), view.day(row.until)
        life = f"{first} – {last}" if first and last else t("life.since", day=first) if first else ""
        life = life or (t("life.until", day=last) if last else "")
        behind = late.get(row.ref.iri, 0)
        return Row(
            (
                Cell(refs=(view.ref(row.ref.iri),)),
                Cell(t("kind.general" if row.general and row.kind != "group" else f"kind.{row.kind}")),
                cells.count(view, row.led),
                cells.count(view, row.helped),
                replace(cells.count(view, behind), badges=(), note=""),
                cells.count(view, row.issued),
                Cell(life) if life else cells.none("–"),
            ),
            iri=row.ref.iri,
        )

    found = replace(page(view, "agencies", columns, rows, line, filters, asked, sort, every), tabs="kind")
    general = {row.ref.iri for row in rows if row.general}
    first = next((at for at, made in enumerate(found.table.rows) if made.iri in general), None)
    if first is None:
        return found
    lines = list(found.table.rows)
    lines[first] = replace(lines[first], above=t("agencies.general"))
    return replace(found, table=replace(found.table, rows=tuple(lines)))


def _body_has(row: BodyRow, late: Mapping[str, int]) -> list[str]:
    told = {"led": row.led, "helped": row.helped, "late": late.get(row.ref.iri, 0), "issued": row.issued}
    return [name for name, count in told.items() if count]
