"""What the graph says of one resource, both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.reader import Reader
from kg.standards import RDF

if TYPE_CHECKING:
    import pyoxigraph as ox

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

MOST = 100_000  # triples that point to a resource: a body that much is said of is named as often
_OUT = "SELECT ?p ?o {{ <{0}> ?p ?o }} ORDER BY ?p"
_IN = "SELECT ?p ?o {{ ?o ?p <{0}> }} LIMIT {1}"


@dataclass(slots=True)
class Description:
    """The properties of a resource and the resources that point to it, by property."""

    iri: str
    out: dict[str, list[Term]] = field(default_factory=dict)
    into: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.out or self.into)

    def one(self, predicate: str) -> str | None:
        """A value of a property, the same one always."""
        values = [str(getattr(term, "value", term)) for term in self.out.get(predicate, ())]
        return min(values) if values else None

    def texts(self, predicate: str) -> list[str]:
        """The values of a property as text."""
        return sorted(str(getattr(term, "value", term)) for term in self.out.get(predicate, ()))

    def text(self, predicate: str, lang: str) -> str | None:
        """The value of a property in a language, else any."""
        of = {
            getattr(term, "language", None): str(getattr(term, "value", term)) for term in self.out.get(predicate, ())
        }
        return of.get(lang) or self.one(predicate)

    def iris(self, predicate: str) -> list[str]:
        """The resources that a property leads to."""
        import pyoxigraph as ox

        return sorted(term.value for term in self.out.get(predicate, ()) if isinstance(term, ox.NamedNode))

    def types(self) -> list[str]:
        """Its classes."""
        return self.iris(RDF.type)


def describe(reader: Reader, iri: str) -> Description:
    """What is said of a resource; empty where the graph does not know it. The IRI is one of ours, already checked."""
    import pyoxigraph as ox

    node = str(ox.NamedNode(iri))[1:-1]
    found = Description(iri)
    for predicate, value in reader.table(_OUT.format(node), trusted=True).rows:
        assert isinstance(predicate, ox.NamedNode) and value is not None
        found.out.setdefault(predicate.value, []).append(value)
    for predicate, subject in reader.table(_IN.format(node, MOST), trusted=True).rows:
        if isinstance(predicate, ox.NamedNode) and isinstance(subject, ox.NamedNode):
            found.into.setdefault(predicate.value, []).append(subject.value)
    return found
