"""Triples of one source's graph as they are collected, each once: fields, links to names, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from kg.errors import SourceError
from kg.iris import Iris, RecordIris
from kg.literals import confidence_literal, join, literal, shortest, time_literal
from kg.mapping import PLACE, Property
from kg.model import Evidence, Fact, Facts
from kg.names import Names, Resolution
from kg.standards import OA, RDF, XSD
from kg.vocabulary import VP, as_text, node

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    from kg.model import Source

CONTEXT: Final = 32  # code points before and after a quote, in its selector's prefix and suffix


class Statements:
    """The triples of one source, each once, in the order in which they come."""

    def __init__(self, facts: Facts, resolution: Resolution | None, iris: Iris, origin: Source | None) -> None:
        self.facts = facts
        self.iris = iris
        self.names = Names(facts, iris, resolution)
        self.origin = origin
        self.source = iris.source(facts.source, facts.article.url)
        self.records = RecordIris(iris, self.source)
        self.triples: dict[tuple[str, str, NamedNode | Literal], None] = {}
        self._quotes: dict[tuple[int, int], str] = {}

    def stated(self, iri: str, record: Fact) -> None:
        """Where it is stated, how sure the reading is, and what read it."""
        self.evidence(iri, record.evidence)
        self.add(iri, VP.confidence, confidence_literal(record.confidence))
        if self.facts.extractor:
            self.text(iri, VP.extractor, self.facts.extractor)

    def evidence(self, iri: str, found: tuple[Evidence, ...]) -> None:
        """The stretches that say it; each is described once. Raises SourceError on one that is quoted in two ways."""
        spans = [(evidence.start, evidence.end) for evidence in found]
        if spans != sorted(set(spans)):
            self.text(iri, as_text(VP.evidence), " ".join(f"{start}-{end}" for start, end in spans))
        for span, evidence in zip(spans, found, strict=True):
            self.link(iri, VP.evidence, self.iris.evidence(self.source, *span))
            known = self._quotes.get(span)
            if known is None:
                self._quotes[span] = evidence.quote
                self._stretch(evidence)
            elif known != evidence.quote:
                where = f"{self.facts.source}: {evidence.start}-{evidence.end}"
                raise SourceError(f"{where} has two quotes: {known!r} and {evidence.quote!r}")

    def _stretch(self, evidence: Evidence) -> None:
        """A stretch of the text, with its place, and what selects it."""
        iri = self.iris.evidence(self.source, evidence.start, evidence.end)
        selector = self.iris.selector(self.source, evidence.start, evidence.end)
        self.link(iri, RDF.type, OA.SpecificResource)
        self.link(iri, OA.hasSource, self.source)
        self.link(iri, OA.hasSelector, selector)
        for part, predicate in PLACE:
            value = getattr(evidence.place, part, None)
            if value is not None:
                self.value(iri, predicate, value)
        self.link(selector, RDF.type, OA.TextQuoteSelector)
        self.link(selector, RDF.type, OA.TextPositionSelector)
        self.text(selector, OA.exact, evidence.quote)
        self.value(selector, OA.start, evidence.start)
        self.value(selector, OA.end, evidence.end)
        if self.origin:
            text = self.origin.text
            self.text(selector, OA.prefix, text[max(0, evidence.start - CONTEXT) : evidence.start])
            self.text(selector, OA.suffix, text[evidence.end : evidence.end + CONTEXT])

    def fields(self, iri: str, record: object, properties: Iterable[Property]) -> None:
        """The fields of a record, as the table of its kind says; those that are None are left out."""
        for prop in properties:
            value: Any = getattr(record, prop.field)
            if value is None:
                continue
            match prop.form:
                case "text":
                    self.text(iri, prop.predicate, value)
                case "uri":
                    self.add(iri, prop.predicate, literal(value, XSD.anyURI))
                case "time":
                    self.add(iri, prop.predicate, time_literal(value))
                case "number":
                    self.add(iri, prop.predicate, literal(shortest(value), XSD.decimal))
                case "concept":
                    self.link(iri, prop.predicate, prop.concept + value)
                case "name":
                    self.named(iri, prop, (value,))
                case "names":
                    self.named(iri, prop, value)

    def named(self, iri: str, prop: Property, names: tuple[str, ...]) -> None:
        """Links to what names stand for, and the names as text where the resources' labels do not give them back."""
        assert prop.of
        found = {self.names.iri(prop.of, name) for name in names}
        for target in sorted(found):
            self.link(iri, prop.predicate, target)
        if not self.names.plain(names, found):
            self.text(iri, as_text(prop.predicate), join(names))

    def link(self, subject: str, predicate: str, object_: str) -> None:
        """A triple whose object is a resource."""
        self.add(subject, predicate, node(object_))

    def text(self, subject: str, predicate: str, text: str) -> None:
        """A triple whose object is a string."""
        self.add(subject, predicate, literal(text))

    def value(self, subject: str, predicate: str, value: str | int | bool) -> None:
        """A triple whose object is a string, xsd:integer or xsd:boolean."""
        from pyoxigraph import Literal

        self.add(subject, predicate, Literal(value))

    def add(self, subject: str, predicate: str, object_: NamedNode | Literal) -> None:
        """A triple; one that is there already stays where it is."""
        self.triples[subject, predicate, object_] = None
