"""The registry's tables as triples of graph/registry, each row with its legal source (dcterms:source).

Agencies, provinces, groups, pillars and roles are the resources that facts link to; units, abbreviations, kinds of
document, issuers' symbols and local bodies are concepts of their schemes. A change of agencies is an org:ChangeEvent
with its date and scope: "same as" would be wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.config import BASE_IRI
from kg.entries import Agency, Entry, Group, Succession
from kg.iris import Iris
from kg.same_names import agency_iri
from kg.standards import DCTERMS, ORG, RDF, SCHEMA, SKOS, XSD
from kg.vocabulary import VP, agency_kind, document_type, node

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.registry import Registry


def triples(base: str = BASE_IRI, registry: Registry | None = None) -> Iterator[ox.Triple]:
    """All that the tables say, each triple once, in a fixed order."""
    from kg.registry import load

    registry = registry or load()
    rows = _Rows(Iris(base), registry)
    for agency in registry.agencies:
        rows.agency(agency)
    for province in registry.provinces:
        rows.text(rows.iris.of("agency", province.id), SKOS.notation, province.code)
    for change in registry.successions:
        rows.change(change)
    for group in registry.groups:
        rows.group(group, registry.agencies)
    for pillar in registry.pillars:
        iri = rows.iris.of("pillar", pillar.id)
        rows.link(iri, RDF.type, VP.Pillar)
        rows.named(iri, pillar, pillar.name, pillar.name_en, pillar.short_names)
        if pillar.broader:
            rows.link(iri, SKOS.broader, rows.iris.of("pillar", pillar.broader))
    for role in registry.roles:
        iri = rows.iris.role(role.name)
        rows.link(iri, RDF.type, ORG.Role)
        rows.named(iri, role, role.name, role.name_en, role.other_names)
    rows.lists(registry)
    return iter(rows.found)


def agency_triples(agency: Agency, base: str, registry: Registry) -> Iterator[ox.Triple]:
    """What the registry tells of one agency: for the bodies of provinces, which are made from two tables when named."""
    rows = _Rows(Iris(base), registry)
    rows.agency(agency)
    return iter(rows.found)


class _Rows:
    """Collects triples, each once."""

    def __init__(self, iris: Iris, registry: Registry) -> None:
        self.iris = iris
        self.registry = registry
        self.found: dict[ox.Triple, None] = {}

    def agency(self, agency: Agency) -> None:
        iri = agency_iri(agency, self.iris)
        self.link(iri, RDF.type, VP.Office if agency.kind == "office" else VP.Agency)
        self.named(iri, agency, agency.name, agency.name_en, agency.short_names)
        self.link(iri, ORG.classification, agency_kind(agency.kind))
        if agency.parent:
            self.link(iri, ORG.subOrganizationOf, self.body(agency.parent))
        self.day(iri, SCHEMA.foundingDate, agency.valid_from)
        self.day(iri, SCHEMA.dissolutionDate, agency.valid_to)

    def body(self, identity: str) -> str:
        """The IRI of an agency by its id."""
        found = self.registry.by_id(identity)
        return agency_iri(found, self.iris) if found else self.iris.of("agency", identity)

    def change(self, change: Succession) -> None:
        """A change of agencies; the direct triple only where all of the predecessor went one way."""
        before, after = self.body(change.predecessor), self.body(change.successor)
        event = self.iris.of("change", f"{change.date}-{change.predecessor}-{change.successor}")
        self.link(event, RDF.type, ORG.ChangeEvent)
        self.link(event, ORG.originalOrganization, before)
        self.link(event, ORG.resultingOrganization, after)
        self.day(event, DCTERMS.date, change.date)
        self.text(event, VP.changeKind, change.relation)
        self.text(event, VP.scope, change.scope, "vi")
        self.text(event, VP.scope, change.scope_en, "en")
        self.text(event, DCTERMS.source, change.source)
        self.link(before, ORG.changedBy, event)
        self.link(after, ORG.resultedFrom, event)
        if change.relation != "split":
            self.link(after, VP.succeeds, before)
        if change.relation == "merged_into":
            self.link(before, VP.mergedInto, after)

    def group(self, group: Group, agencies: Iterable[Agency]) -> None:
        """A group with all agencies that were ever of its kinds: each holds for its own time."""
        iri = self.iris.of("group", group.id)
        self.link(iri, RDF.type, VP.AgencyGroup)
        self.named(iri, group, group.name, group.name_en, group.other_names)
        for agency in agencies:
            if agency.kind in group.members:
                self.link(iri, ORG.hasMember, agency_iri(agency, self.iris))

    def lists(self, registry: Registry) -> None:
        """The lists that no fact links to, as concepts of their schemes."""
        for unit in registry.units:
            self.concept("unit", unit.name, VP.Units, unit, unit.name, unit.name_en, unit.other_names)
        for row in registry.abbreviations:
            iri = self.concept("abbreviation", f"{row.short} {row.long}", VP.Abbreviations, row, row.long, "", ())
            self.text(iri, SKOS.notation, row.short)
        for form in registry.forms:
            iri = self.concept(
                "form", f"{form.name} {form.system}", VP.DocumentForms, form, form.name, form.name_en, form.other_names
            )
            for symbol in form.symbols:
                self.text(iri, SKOS.notation, symbol)
            if form.type:
                self.link(iri, SKOS.broader, document_type(form.type))
        for issuer in registry.issuers:
            name = " ".join((issuer.symbol, *issuer.types, issuer.name))
            iri = self.concept("symbol", name, VP.IssuerSymbols, issuer, issuer.name, "", ())
            self.text(iri, SKOS.notation, issuer.symbol)
            if issuer.agency:
                self.link(iri, VP.symbolOf, self.body(issuer.agency))
        for local in registry.local_bodies:
            self.concept("local-body", local.id, VP.LocalBodies, local, local.name, local.name_en, local.short_names)

    def concept(self, kind: str, key: str, scheme: str, entry: Entry, vi: str, en: str, others: Iterable[str]) -> str:
        iri = self.iris.term(kind, key)
        self.link(iri, RDF.type, SKOS.Concept)
        self.link(iri, SKOS.inScheme, scheme)
        self.named(iri, entry, vi, en, others)
        return iri

    def named(self, iri: str, entry: Entry, vi: str, en: str, others: Iterable[str]) -> None:
        """Its names, and the legal source that the row rests on."""
        self.text(iri, SKOS.prefLabel, vi, "vi")
        if en:
            self.text(iri, SKOS.prefLabel, en, "en")
        for other in others:
            self.text(iri, SKOS.altLabel, other)
        self.text(iri, DCTERMS.source, entry.source)

    def link(self, subject: str, predicate: str, object_: str) -> None:
        self._add(subject, predicate, node(object_))

    def text(self, subject: str, predicate: str, text: str, language: str | None = None) -> None:
        import pyoxigraph as ox

        self._add(subject, predicate, ox.Literal(text, language=language) if language else ox.Literal(text))

    def day(self, subject: str, predicate: str, day: datetime.date | None) -> None:
        import pyoxigraph as ox

        if day:
            self._add(subject, predicate, ox.Literal(day.isoformat(), datatype=node(XSD.date)))

    def _add(self, subject: str, predicate: str, object_: ox.NamedNode | ox.Literal) -> None:
        import pyoxigraph as ox

        self.found[ox.Triple(node(subject), node(predicate), object_)] = None
