"""The rows of bodies, of targets and of measured values, as the store tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.folding import key
from kg.standards import ELI, SCHEMA, SDMX, SKOS
from kg.vocabulary import VP
from web import bodies as names_of_bodies
from web.rows import BodyRow, MeasureRow

if TYPE_CHECKING:
    from web.catalogue import Catalogue


def bodies(of: Catalogue) -> tuple[BodyRow, ...]:
    """All agencies, offices and groups by name."""
    once = "SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{0}> ?x MINUS {{ ?t <{1}> ?p . ?p <{0}> ?x }} }} GROUP BY ?x"
    led = of.stored.counted(once.format(VP.leadAgency, VP.principalTask))
    helped = of.stored.counted(once.format(VP.cooperatingAgency, VP.principalTask))
    issued = of.stored.counted(f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{ELI.passed_by}> ?x }} GROUP BY ?x")
    rows = []
    for cls, kind in ((VP.Agency, "agency"), (VP.Office, "office"), (VP.AgencyGroup, "group")):
        fields = of.stored.fields(cls, (SKOS.altLabel, SCHEMA.foundingDate, SCHEMA.dissolutionDate))
        told = {
            row["x"]
            for row in of.stored.rows(f"SELECT DISTINCT ?x {{ GRAPH ?s {{ ?s a <{VP.Source}> . ?x a <{cls}> }} }}")
        }
        for iri in fields.of:
            ref = of.ref(iri)
            names = " ".join([ref.label, *fields.all(iri, SKOS.altLabel)])
            rows.append(
                BodyRow(
                    ref=ref,
                    kind=kind,
                    general=kind == "group" or (iri in of.coined and names_of_bodies.general(ref.label)),
                    led=led.get(iri, 0),
                    helped=helped.get(iri, 0),
                    issued=issued.get(iri, 0),
                    since=fields.one(iri, SCHEMA.foundingDate),
                    until=fields.one(iri, SCHEMA.dissolutionDate),
                    told=iri in told,
                    words=key(names),
                )
            )
    return tuple(sorted(rows, key=lambda row: key(row.ref.label)))


def measures(of: Catalogue) -> tuple[MeasureRow, ...]:
    """All targets and measured values, by period."""
    properties = (
        VP.indicator, SDMX.obsValue, SDMX.unitMeasure, SDMX.refPeriod, VP.comparator, VP.upper, VP.total,
        VP.valueText, VP.scope, VP.setBy, VP.responsible, VP.ofAgency, VP.statedIn,
    )  # fmt: skip
    rows = []
    for cls, target in ((VP.Target, True), (VP.Observation, False)):
        fields = of.stored.fields(cls, properties)
        for iri in fields.of:
            indicator = fields.one(iri, VP.indicator)
            if indicator is None:
                continue
            set_by, source = fields.one(iri, VP.setBy), fields.one(iri, VP.statedIn)
            rows.append(
                MeasureRow(
                    iri=iri,
                    target=target,
                    indicator=of.ref(indicator),
                    value=fields.one(iri, SDMX.obsValue),
                    unit=fields.one(iri, SDMX.unitMeasure),
                    period=fields.one(iri, SDMX.refPeriod),
                    comparator=fields.one(iri, VP.comparator),
                    upper=fields.one(iri, VP.upper),
                    total=fields.one(iri, VP.total),
                    printed=fields.one(iri, VP.valueText),
                    scope=fields.one(iri, VP.scope),
                    set_by=of.ref(set_by) if set_by else None,
                    agency=of.refs(fields.all(iri, VP.responsible if target else VP.ofAgency)),
                    source=of.ref(source) if source else None,
                )
            )
    return tuple(sorted(rows, key=lambda row: (row.period or "", row.iri)))
