"""What one source names, as quads: the resources, their mentions, and what each was weighed against."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kg.iris import Iris, provision_slug
from kg.literals import time_literal
from kg.mapping import MEMBERSHIP, NAMED_CLASSES, SHARED
from kg.model import Document, Fact, Facts, Official, Provision
from kg.names import Choice, Resolution, label_property
from kg.standards import DCTERMS, ELI, ORG, RDF
from kg.statements import Statements
from kg.vocabulary import VP, node

if TYPE_CHECKING:
    from kg.model import Source

_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\bđến\s+(?:năm\s+|hết\s+năm\s+)?((?:19|20)\d\d)\b", re.I)


class Mentions(Statements):
    """Writes the resources that a source names and its mentions of them."""

    def __init__(self, facts: Facts, resolution: Resolution | None, iris: Iris, origin: Source | None) -> None:
        super().__init__(facts, resolution, iris, origin)
        self._divergent = _divergent(facts, self)

    def _named(self, iri: str, label: str) -> None:
        kind = self.iris.kind(iri)
        self.link(iri, RDF.type, NAMED_CLASSES[kind or ""])
        self.text(iri, label_property(kind, label), label)
        years = _years(label) if kind == "programme" else None
        if years:
            self.text(iri, VP.period, years)

    def _document(self, document: Document, order: int) -> None:
        own = self.names.document(document)
        mention = self._mention(document, own, document.id, order)
        iri = self.names.resolution.iri(own)
        self._described(document, iri, mention)
        citing = self._own_document()
        if citing and citing != iri:
            self.link(citing, ELI.cites, iri)

    def _described(self, record: Fact, iri: str, mention: str) -> None:
        """The fields of a record on its resource; on the mention as well, where two records describe it differently."""
        self.fields(iri, record, SHARED[type(record)])
        if (type(record), iri) in self._divergent:
            from pyoxigraph import Literal

            stated = {p.field: getattr(record, p.field) for p in SHARED[type(record)]}
            text = json.dumps(stated, ensure_ascii=True, sort_keys=True)
            self.add(mention, VP.asStated, Literal(text, datatype=node(RDF.JSON)))

    def _official(self, official: Official, order: int) -> None:
        mention = self._mention(official, self.names.own("official", official.name), official.name, order)
        if official.role is None and official.agency is None:
            return
        person = self.names.iri("official", official.name)
        iri = self.iris.record("membership", self.source, mention)
        self.link(mention, VP.statesMembership, iri)
        self.link(person, ORG.hasMembership, iri)
        self.link(iri, RDF.type, ORG.Membership)
        self.link(iri, ORG.member, person)
        self.fields(iri, official, MEMBERSHIP)
        if self.facts.article.published is not None:
            self.add(iri, VP.asOf, time_literal(self.facts.article.published))
        self.stated(iri, official)

    def _provision(self, provision: Provision, order: int) -> None:
        """A subdivision of the document whose text this is, with those that it stands in."""
        iri = self._subdivision(self._own_document() or self.source, provision.path)
        self.text(iri, VP.provisionPath, provision.path)
        self._described(provision, iri, self._mention(provision, iri, provision.path, order))

    def _subdivision(self, document: str, path: str) -> str:
        iri = self.iris.provision(document, path)
        inner = iri
        for _ in range(provision_slug(path).count("/")):
            outer = inner.rpartition("/")[0]
            self.link(outer, ELI.has_part, inner)
            self.link(inner, RDF.type, ELI.LegalResourceSubdivision)
            inner = outer
        self.link(inner, RDF.type, ELI.LegalResourceSubdivision)
        self.link(document, ELI.has_part if document != self.source else DCTERMS.hasPart, inner)
        return iri

    def _own_document(self) -> str | None:
        own = self.facts.article.text_of
        return None if own is None else self.names.iri("document", own)

    def _mention(self, record: Fact, own: str, name: str, order: int) -> str:
        """The mention that a record is. `own` is the resource as the source alone names it."""
        kind = type(record).__name__.lower()
        iri = self.records.of("mention", record.evidence, f"{kind} {name}")
        self.link(iri, RDF.type, VP.Mention)
        self.link(iri, VP.refersTo, self.names.resolution.iri(own))
        self.text(iri, VP.name, name)
        self.value(iri, VP.order, order)
        self.stated(iri, record)
        if own in self.names.resolution.choices:
            self._candidates(iri, own, self.names.resolution.choices[own])
        return iri

    def _candidates(self, iri: str, own: str, choice: Choice) -> None:
        """The resources that a reference was weighed between, each with what speaks for or against it."""
        from pyoxigraph import Literal

        for option in choice.options:
            candidate = self.iris.record("candidate", self.source, f"{own} {option.iri}")
            self.link(iri, VP.candidate, candidate)
            self.link(candidate, RDF.type, VP.Candidate)
            self.link(candidate, VP.option, option.iri)
            self.value(candidate, VP.chosen, option.iri == choice.iri)
            self.add(candidate, VP.reason, Literal(option.reason, language="vi"))
            if option.reason_en:
                self.add(candidate, VP.reason, Literal(option.reason_en, language="en"))


def _divergent(facts: Facts, writer: Mentions) -> set[tuple[type[Fact], str]]:
    """The resources that several records of the source describe, and not alike."""
    described: dict[tuple[type[Fact], str], set[tuple[object, ...]]] = {}
    own = writer._own_document() or writer.source
    records: list[tuple[Fact, str]] = [
        (d, writer.names.resolution.iri(writer.names.document(d))) for d in facts.documents
    ]
    records += [(provision, writer.iris.provision(own, provision.path)) for provision in facts.provisions]
    for record, iri in records:
        values = tuple(getattr(record, prop.field) for prop in SHARED[type(record)])
        described.setdefault((type(record), iri), set()).add(values)
    return {key for key, values in described.items() if len(values) > 1}


def _years(name: str) -> str | None:
    """The years that a programme's name gives, as an ISO 8601 interval.

    >>> _years("Chương trình viễn thông công ích giai đoạn 2021 - 2025"), _years("Chiến lược dữ liệu đến năm 2030")
    ('2021/2025', '../2030')
    """
    both = _SPAN.search(name)
    if both:
        return f"{both[1]}/{both[2]}"
    last = _UNTIL.search(name)
    return f"../{last[1]}" if last else None
