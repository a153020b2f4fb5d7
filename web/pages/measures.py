"""The pages of indicators, targets and measured values."""

from __future__ import annotations

from collections.abc import Sequence

from web import evidence, frame
from web.pages import cells
from web.pages.describe import Description
from web.pages.parts import Part, ResourcePage
from web.pages.resources import concept_facts, fact, other, parted, triples
from web.rows import MeasureRow
from web.tables import FIRST, Cell, Row, Table
from web.view import View


def _table(view: View, name: str, title: str, rows: Sequence[MeasureRow], *, indicator: bool) -> Table:
    """Targets and measured values as a table, each with its quotes; with the indicator where they are of several."""
    t = view.wording
    quotes = evidence.of(view.site.pages, (row.iri for row in (rows if view.whole(name) else rows[: 2 * FIRST])))
    mixed, scoped = len({row.target for row in rows}) > 1, any(row.scope for row in rows)
    whose = "agency" if mixed else "responsible" if any(row.target for row in rows) else "measured_by"
    columns = cells.columns(
        view,
        *(["indicator wide"] if indicator else []),
        *(["kind narrow"] if mixed else []),
        "value",
        "period narrow",
        *(["scope"] if scoped else []),
        "set_by_or_source" if mixed else "set_by" if any(row.set_by for row in rows) else "source",
        whose,
    )
    lines = []
    for row in rows:
        by = Cell(refs=view.own(row.set_by)) if row.set_by else Cell(refs=view.own(row.source))
        line = [
            *([Cell(refs=view.own(row.indicator))] if indicator else []),
            *([Cell(t("kind.target") if row.target else t("kind.observation"))] if mixed else []),
            Cell(cells.measure(view, row).text, to=row.iri),
            Cell(view.period(row.period)) if row.period else cells.none("–"),
            *([Cell(row.scope or "")] if scoped else []),
            by,
            Cell(refs=view.several(row.agency)) if row.agency else cells.none("–"),
        ]
        lines.append(Row(tuple(line), iri=row.iri, evidence=quotes.get(row.iri, ())))
    return Table(name, title, columns, tuple(lines), t("empty.section"))


def measure_part(view: View, name: str, title: str, rows: Sequence[MeasureRow], *, indicator: bool) -> Part:
    """A section of targets and measured values."""
    return parted(name, title, _table(view, name, title, rows, indicator=indicator))


def indicator(view: View, found: Description) -> ResourcePage:
    """The page of an indicator: what was wanted and what was measured, by period."""
    t = view.wording
    ref = view.ref(found.iri)
    rows = [row for row in view.catalogue.measures if row.indicator.iri == found.iri]
    targets, results = [r for r in rows if r.target], [r for r in rows if not r.target]
    title = ref.label[:1].upper() + ref.label[1:]
    units = sorted({row.unit for row in rows if row.unit})
    facts = [
        *fact(t("fact.unit"), Cell("; ".join(units))),
        *concept_facts(view, found),
    ]
    parts = [
        measure_part(view, "targets", t("counted.targets"), targets, indicator=False),
        measure_part(view, "results", t("counted.observations"), results, indicator=False),
    ]
    return ResourcePage(
        iri=found.iri,
        kind="indicator",
        title=title,
        label=title,
        lang=ref.lang,
        facts=tuple(facts),
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("nav.indicators"), frame.at("/indicators")),),
    )


def measure(view: View, found: Description) -> ResourcePage:
    """The page of a target or a measured value."""
    t = view.wording
    row = view.catalogue.measure_rows.get(found.iri)
    if row is None:
        return other(view, found)
    quotes = evidence.of(view.site.pages, [found.iri]).get(found.iri, ())
    value = cells.measure(view, row)
    kind = "target" if row.target else "observation"
    facts = [
        *fact(t("column.indicator"), Cell(refs=view.own(row.indicator))),
        *fact(t(f"kind.{kind}"), Cell(value.text)),
        *fact(t("column.printed"), Cell(row.printed or "")),
        *fact(t("column.period"), Cell(view.period(row.period))),
        *fact(t("column.scope"), Cell(row.scope or "")),
        *fact(t("column.set_by"), Cell(refs=view.own(row.set_by))),
        *fact(t("column.responsible") if row.target else t("column.measured_by"), Cell(refs=view.several(row.agency))),
        *fact(t("column.source"), Cell(refs=view.own(row.source))),
    ]
    same = [r for r in view.catalogue.measures if r.indicator.iri == row.indicator.iri and r.iri != row.iri]
    label = row.indicator.label[:1].upper() + row.indicator.label[1:]
    title = f"{label}: {value.text}{f' ({view.period(row.period)})' if row.period else ''}"
    parts = [measure_part(view, "same", t("part.same"), same, indicator=False)]
    return ResourcePage(
        iri=found.iri,
        kind=kind,
        title=title,
        label=value.text if row.value is not None else t(f"kind.{kind}"),
        facts=tuple(facts),
        quotes=quotes,
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("nav.indicators"), frame.at("/indicators")), (label, frame.href(row.indicator))),
    )
