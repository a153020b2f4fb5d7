"""The pages of agencies, offices, groups and officials."""

from __future__ import annotations

from collections.abc import Sequence

from kg.standards import DCTERMS, ELI, ORG, SCHEMA, SKOS
from kg.vocabulary import VP
from web import evidence, frame
from web.pages import cells
from web.pages.describe import Description
from web.pages.measures import measure_part
from web.pages.parts import Part, ResourcePage
from web.pages.resources import Links, fact, mentions, triples
from web.pages.task_tables import task_part
from web.tables import Cell, Column, Row, Table
from web.view import View

_MEMBERSHIPS = f"""SELECT DISTINCT ?m ?who ?role ?body ?day WHERE {{
  VALUES ?x {{ UNDEF }} {{ ?m <{ORG.organization}> ?x }} UNION {{ ?m <{ORG.member}> ?x }}
  ?m <{ORG.member}> ?who OPTIONAL {{ ?m <{ORG.role}> ?role }} OPTIONAL {{ ?m <{ORG.organization}> ?body }}
  OPTIONAL {{ ?m <{VP.asOf}> ?day }} }}"""


def body(view: View, found: Description) -> ResourcePage:
    """The page of an agency, office or group: its tasks, documents, people, and what came before and after it."""
    t = view.wording
    ref = view.ref(found.iri)
    kind = view.site.iris.kind(found.iri) or "agency"
    catalogue = view.catalogue
    links = Links(view, found)
    led = [row for row in catalogue.tasks if any(lead.iri == found.iri for lead in row.leads)]
    helped = [row for row in catalogue.tasks if any(helper.iri == found.iri for helper in row.helpers)]
    measures = [row for row in catalogue.measures if any(agency.iri == found.iri for agency in row.agency)]
    names = sorted({*found.texts(SKOS.altLabel), *found.texts(SKOS.prefLabel)} - {ref.label})
    facts = [
        *fact(t("fact.names"), Cell("; ".join(names))),
        *fact(t("fact.parent"), Cell(refs=view.refs(found.iris(ORG.subOrganizationOf)))),
        *fact(t("fact.since"), Cell(view.day(found.one(SCHEMA.foundingDate)))),
        *fact(t("fact.until"), Cell(view.day(found.one(SCHEMA.dissolutionDate)))),
    ]
    parts: list[Part] = [task_part(view, "led", t("part.led"), led)]
    if helped:
        parts.append(task_part(view, "helped", t("part.helped"), helped))
    parts += [_documents(view, found), _people(view, found, t("part.officials")), _changes(view, found)]
    if measures:
        parts.append(measure_part(view, "measures", t("nav.indicators"), measures, indicator=True))
    parts.append(mentions(view, found))
    return ResourcePage(
        iri=found.iri,
        kind=kind,
        title=ref.label[:1].upper() + ref.label[1:],
        label=ref.label,
        lang=ref.lang,
        facts=tuple(facts),
        life=links.life(ref.label),
        parts=tuple(part for part in parts if part.count or part.name == "led"),
        triples=triples(view, found),
        above=((t("nav.agencies"), frame.at("/agencies")),),
        traceable=True,
    )


def _changes(view: View, found: Description) -> Part:
    """What went to other bodies and came from them, each with the legal source."""
    t = view.wording
    query = f"""SELECT ?x ?day ?a ?b ?scope ?lang ?source WHERE {{
      VALUES ?x {{ UNDEF }} ?x <{ORG.originalOrganization}> ?a ; <{ORG.resultingOrganization}> ?b .
      OPTIONAL {{ ?x <{DCTERMS.BASE}date> ?day }} OPTIONAL {{ ?x <{DCTERMS.source}> ?source }}
      OPTIONAL {{ ?x <{VP.scope}> ?scope BIND(LANG(?scope) AS ?lang) }} }}"""
    events = found.iris(ORG.resultedFrom) + found.iris(ORG.changedBy)
    rows: dict[str, dict[str, str]] = {}
    for row in evidence.asked(view.site.pages, query, events):
        if row["x"] not in rows or row.get("lang") == view.lang:
            rows[row["x"]] = row
    lines = [
        Row(
            (
                cells.day(view, row.get("day")),
                Cell(refs=(view.ref(row["a"]),)),
                Cell(refs=(view.ref(row["b"]),)),
                Cell(row.get("scope", "")),
                Cell(row.get("source", "")),
            ),
            iri=row["x"],
        )
        for row in sorted(rows.values(), key=lambda row: (row.get("day", ""), row["x"]))
    ]
    columns = cells.columns(view, "date narrow", "from_body", "to_body", "scope", "legal_source wide")
    table = Table("changes", t("fact.changes"), columns, tuple(lines), t("empty.section"))
    return Part("changes", t("fact.changes"), table, count=len(lines))


def official(view: View, found: Description) -> ResourcePage:
    """The page of an official: the offices held, as sources tell, and what was directed and signed."""
    t = view.wording
    ref = view.ref(found.iri)
    directed = [row for row in view.catalogue.tasks if row.director and row.director.iri == found.iri]
    led = [row for row in view.catalogue.tasks if any(lead.iri == found.iri for lead in row.leads)]
    parts = [
        _people(view, found, t("part.offices")),
        task_part(view, "directed", t("part.directed"), directed),
        task_part(view, "led", t("part.led"), led),
        _documents(view, found, VP.signer, t("part.signed")),
        mentions(view, found),
    ]
    return ResourcePage(
        iri=found.iri,
        kind="official",
        title=ref.label,
        label=ref.label,
        lang=ref.lang,
        parts=tuple(part for part in parts if part.count),
        triples=triples(view, found),
        above=((t("counted.officials"), frame.at("/queries/officials-at-date")),),
    )


def _people(view: View, found: Description, title: str) -> Part:
    t = view.wording
    rows = evidence.asked(view.site.pages, _MEMBERSHIPS, [found.iri])
    quotes = evidence.of(view.site.pages, (row["m"] for row in rows))
    person = view.site.iris.kind(found.iri) == "official"
    told: dict[tuple[str | None, ...], list[dict[str, str]]] = {}  # one office, on however many days it is told
    for row in sorted(rows, key=lambda row: (row.get("day", ""), row["m"]), reverse=True):
        told.setdefault(tuple(map(row.get, ("who", "role", "body"))), []).append(row)
    lines = []
    for row, *others in told.values():
        lines.append(
            Row(
                (
                    Cell(refs=view.refs([row["role"]]) if "role" in row else ()),
                    Cell(refs=view.refs([row["body"]]) if "body" in row else ())
                    if person
                    else Cell(refs=view.refs([row["who"]])),
                    _told_on(view, [one["day"] for one in (row, *others) if "day" in one]),
                ),
                iri=row["m"],
                evidence=evidence.merged(quotes, (one["m"] for one in (row, *others))),
            )
        )
    columns = (
        Column(t("column.role"), "normal"),
        Column(t("column.agency") if person else t("column.official"), "wide"),
        Column(t("column.told"), "narrow"),
    )
    table = Table("officials", title, columns, tuple(lines), t("empty.section"))
    return Part("officials", title, table, count=len(lines))


def _told_on(view: View, days: Sequence[str]) -> Cell:
    """The day on which sources tell of something, or the first and the last of several."""
    if not days or min(days) == max(days):
        return cells.day(view, days[0] if days else None)
    return Cell(f"{view.day(min(days))} – {view.day(max(days))}")


def _documents(view: View, found: Description, predicate: str = ELI.passed_by, title: str = "") -> Part:
    t = view.wording
    title = title or t("part.issued")
    issued = set(found.into.get(predicate, ()))
    drafted = set(found.into.get(VP.draftedBy, ()))
    lines = []
    for row in view.catalogue.documents:
        if row.ref.iri in issued | drafted:
            name = t("relation.issued") if row.ref.iri in issued else t("relation.drafts")
            lines.append(
                Row(
                    (
                        Cell(refs=(view.ref(row.ref.iri),), note=t.of("type", row.type)),
                        Cell((row.title or "")[:1].upper() + (row.title or "")[1:]),
                        cells.day(view, row.date) if row.date else cells.none(row.year or t("none.date")),
                        cells.count(view, row.tasks),
                        Cell(name),
                    ),
                    iri=row.ref.iri,
                )
            )
    columns = cells.columns(view, "number", "title wide", "signed narrow", "tasks number", "role narrow")
    table = Table("issued", title, columns, tuple(lines), t("empty.section"))
    return Part("issued", title, table, count=len(lines))
