"""Facts as quads of their source's named graph, and back.

`quads` gives what one source states, in the graph of the source's IRI; the store puts each triple into the default
graph as well. The triples of each record (ontology/vnpolicy.ttl defines the terms):

- every resource that is named: `a` its class, its name as the source has it (eli:id_local of a numbered document,
  dcterms:title of a programme, foaf:name of a person, else skos:altLabel)
- source: a vp:Source (and schema:NewsArticle), vp:sourceName, vp:sourceKind, vp:textDigest, vp:extractor,
  schema:headline, schema:datePublished, schema:publisher, schema:url, vp:textOf, vp:recipients
- document, programme, agency, official, pillar, provision: a vp:Mention with vp:refersTo the resource and vp:name; a
  document's fields stand on the document; an official's role and agency on an org:Membership
- relation: the direct triple, and a vp:Statement with rdf:subject, rdf:predicate, rdf:object
- task, target, observation: the resource with its fields; a status is a vp:StatusReport of its own
- every record: vp:evidence, vp:confidence, vp:extractor, vp:order (its position in the list of its kind)
- evidence: an oa:SpecificResource `<source>#char=start,end` with its place, and one selector that is both an
  oa:TextQuoteSelector and an oa:TextPositionSelector; records share it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg import facts as facts_format
from kg import periods
from kg.config import BASE_IRI
from kg.iris import Iris
from kg.literals import join, time_literal
from kg.mapping import NODES, SOURCE, STATUS, Property
from kg.model import Candidate, Fact, Facts, Measure, Observation, Relation, Task
from kg.names import Resolution, ends
from kg.rdf_mentions import Mentions
from kg.rdf_reading import facts
from kg.standards import DCTERMS, PPLAN, QB, RDF, SCHEMA, SDMX
from kg.vocabulary import RELATIONS, VP, node, source_kind

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import Source

__all__ = ["facts", "quads"]

_OFFICIAL_HOST = re.compile(r"(?:^|\.)(?:gov\.vn|dangcongsan\.vn|dcs\.vn|quochoi\.vn)$")


def quads(
    facts: Facts,
    resolution: Resolution | None = None,
    base: str = BASE_IRI,
    *,
    source: Source | None = None,
    retrieved: str | None = None,
) -> Iterator[Quad]:
    """The quads of one source's named graph, each once, in a fixed order.

    `resolution` is what linking found for the source's references; without it they stand as the source has them.
    `source`, where given, adds what the facts do not hold: the text around each quote, the digest of the original
    bytes; `retrieved` the day on which it was read. Facts are taken as `kg.facts.settled` gives them.

    Raises SourceError where one stretch of the text is quoted in two ways.
    """
    from pyoxigraph import Quad

    writer = _Writer(facts_format.settled(facts), resolution, Iris(base), source)
    writer.write(retrieved)
    graph = node(writer.source)
    return (Quad(node(s), node(p), o, graph) for s, p, o in writer.triples)


class _Writer(Mentions):
    """Writes the records of one source."""

    def write(self, retrieved: str | None) -> None:
        """Writes all records in order; `retrieved` is the day on which the source was read, YYYY-MM-DD."""
        facts = self.facts
        self._about_source(retrieved)
        for iri, label in self.names.labels():
            self._named(iri, label)
        for order, document in enumerate(facts.documents):
            self._document(document, order)
        for order, programme in enumerate(facts.programmes):
            self._mention(programme, self.names.own("programme", programme.name), programme.name, order)
        for order, agency in enumerate(facts.agencies):
            self._mention(agency, self.names.own("actor", agency.name), agency.name, order)
        for order, official in enumerate(facts.officials):
            self._official(official, order)
        for order, pillar in enumerate(facts.pillars):
            self._mention(pillar, self.names.own("pillar", pillar.name), pillar.name, order)
        for order, provision in enumerate(facts.provisions):
            self._provision(provision, order)
        for order, relation in enumerate(facts.relations):
            self._relation(relation, order)
        for order, task in enumerate(facts.tasks):
            self._task(task, order)
        for measures in (facts.targets, facts.observations):
            for order, measure in enumerate(measures):
                self._measure(measure, order)
        for order, candidate in enumerate(facts.candidates):
            iri = self.records.of("undecided", candidate.evidence)
            self.link(iri, RDF.type, VP.UndecidedReading)
            self.text(iri, VP.readingKind, candidate.kind)
            self._reason(iri, candidate)
            self.text(iri, DCTERMS.description, candidate.text)
            self.value(iri, VP.order, order)
            self.evidence(iri, candidate.evidence)

    def _reason(self, iri: str, candidate: Candidate) -> None:
        """Why a reading stays undecided, in both languages where both are told."""
        from pyoxigraph import Literal

        if not candidate.reason_vi:
            self.text(iri, VP.reason, candidate.reason)
            return
        self.add(iri, VP.reason, Literal(candidate.reason_vi, language="vi"))
        self.add(iri, VP.reason, Literal(candidate.reason, language="en"))

    # ── the source ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _about_source(self, retrieved: str | None) -> None:
        facts, iri = self.facts, self.source
        kind = _source_kind(facts)
        self.link(iri, RDF.type, VP.Source)
        if kind == "press":
            self.link(iri, RDF.type, SCHEMA.NewsArticle)
        self.link(iri, VP.sourceKind, source_kind(kind))
        self.text(iri, VP.sourceName, facts.source)
        self.text(iri, VP.textDigest, facts.text_sha256)
        self.text(iri, VP.extractor, facts.extractor)
        self.fields(iri, facts.article, SOURCE)
        if facts.recipients:
            self.text(iri, VP.recipients, join(facts.recipients))
        if self.origin:
            self.text(iri, SCHEMA.encodingFormat, self.origin.media_type)
            if self.origin.file_digest:
                self.text(iri, VP.fileDigest, self.origin.file_digest)
        if retrieved:
            self.add(iri, VP.retrievedOn, time_literal(retrieved))

    # ── what is stated ───────────────────────────────────────────────────────────────────────────────────────────────

    def _relation(self, relation: Relation, order: int) -> None:
        predicate = RELATIONS[relation.relation]
        subject_kind, object_kind = ends(relation.relation)
        subject, object_ = self.names.iri(subject_kind, relation.subject), self.names.iri(object_kind, relation.object)
        what = f"{relation.subject} {relation.relation} {relation.object}"
        iri = self.records.of("statement", relation.evidence, what)
        self.link(subject, predicate, object_)
        self.link(iri, RDF.type, VP.Statement)
        self.named(iri, Property("subject", RDF.subject, "name", subject_kind), (relation.subject,))
        self.link(iri, RDF.predicate, predicate)
        self.named(iri, Property("object", RDF.object, "name", object_kind), (relation.object,))
        self.value(iri, VP.order, order)
        self.stated(iri, relation)

    def _task(self, task: Task, order: int) -> None:
        iri = self._node(task, order)
        if task.deadline is not None and periods.check(task.deadline):
            self.add(iri, VP.due, time_literal(periods.last_day(task.deadline).isoformat()))
        if task.mandate is not None:
            mandate = self.names.iri("instrument", task.mandate)
            if self.iris.kind(mandate) == "programme":
                self.link(iri, PPLAN.isStepOfPlan, mandate)
        self._in_provision(iri, task.provision, task.mandate)
        if task.status is not None or task.status_date is not None:
            report = self.iris.record("status", self.source, iri)
            self.link(iri, VP.hasStatus, report)
            self.link(report, RDF.type, VP.StatusReport)
            self.fields(report, task, STATUS)
            self.stated(report, task)

    def _measure(self, measure: Measure, order: int) -> None:
        iri = self._node(measure, order)
        observation = isinstance(measure, Observation)
        self.link(iri, VP.statedIn, self.source)
        if measure.value is not None and measure.period is not None:
            self.link(iri, RDF.type, QB.Observation)
            self.link(iri, QB.dataSet, VP.MeasurementDataSet if observation else VP.TargetDataSet)
        if isinstance(measure, Observation):
            if measure.agency is not None and re.match(r"(?:Tỉnh|Thành phố|TP)\b", measure.agency, re.I):
                self.link(iri, SDMX.refArea, self.names.iri("doer", measure.agency))
        else:
            self._in_provision(iri, getattr(measure, "provision", None), getattr(measure, "set_by", None))
        if measure.unit is not None:
            self.text(self.names.iri("indicator", measure.indicator), SDMX.unitMeasure, measure.unit)
        own = self.names.own("indicator", measure.indicator)
        if own in self.names.resolution.choices:
            self._candidates(iri, own, self.names.resolution.choices[own])

    def _node(self, record: Fact, order: int) -> str:
        kind, cls, properties = NODES[type(record)]
        iri = self.records.of(kind, record.evidence)
        self.link(iri, RDF.type, cls)
        self.fields(iri, record, properties)
        self.value(iri, VP.order, order)
        self.stated(iri, record)
        return iri

    def _in_provision(self, iri: str, provision: str | None, instrument: str | None) -> None:
        """The subdivision that orders a task or sets a target: of the document named, else of the one at hand."""
        if provision is None:
            return
        document = self.names.iri("instrument", instrument) if instrument is not None else self._own_document()
        if document and self.iris.kind(document) == "programme":
            document = self._own_document()
        if document:
            self.link(iri, VP.inProvision, self._subdivision(document, provision))


def _source_kind(facts: Facts) -> str:
    """Original text of a document, its reprint on a page that is not the State's or the Party's, or press."""
    if facts.article.text_of is None:
        return "press"
    url = facts.article.url
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return "reprint"
    return "original" if not url or (host and _OFFICIAL_HOST.search(host)) else "reprint"
