"""Checks of the graph against ontology/shapes.ttl (SHACL, by pySHACL), and of what SHACL's core cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from kg.standards import OA, XSD
from kg.vocabulary import node

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib

ONTOLOGY: Final = Path(__file__).resolve().parent.parent / "ontology"

Severity = Literal["violation", "warning", "info"]

_UNSEEN: Final = frozenset({OA.prefix, OA.suffix})  # what no shape looks at


class Quads(Protocol):
    """How a store gives the quads of a pattern; None stands for any term."""

    def __call__(
        self, subject: Any, predicate: Any, object: Any, graph_name: Any, /
    ) -> Iterable[ox.Quad]: ...  # pragma: no cover


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in the graph that is not as it should be."""

    severity: Severity
    focus: str  # the resource that it is about
    path: str | None  # the property, where it is about one
    value: str | None  # what is there
    vi: str
    en: str
    sources: tuple[str, ...]  # the graphs that speak of the resource: sources, links, registry, curation

    @property
    def violation(self) -> bool:
        """Whether the graph is wrong, not only worth a look."""
        return self.severity == "violation"


def validate(quads: Quads) -> tuple[Finding, ...]:
    """What is wrong in a store's default graph, violations before warnings. `quads` gives the quads of a pattern.

    Takes `Store.quads` or `pyoxigraph.Store.quads_for_pattern`. The result does not depend on the order of the quads.
    """
    import pyoxigraph as ox

    findings = {*_shacl(quads(None, None, None, ox.DefaultGraph())), *_spans(quads)}
    with_sources = (
        Finding(f.severity, f.focus, f.path, f.value, f.vi, f.en, _graphs(quads, f.focus)) for f in findings
    )
    ranks = {"violation": 0, "warning": 1, "info": 2}
    return tuple(sorted(with_sources, key=lambda f: (ranks[f.severity], f.focus, f.path or "", f.value or "", f.vi)))


def conforms(findings: Iterable[Finding]) -> bool:
    """Whether no finding is a violation."""
    return not any(finding.violation for finding in findings)


# ── SHACL ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _shacl(quads: Iterable[ox.Quad]) -> Iterator[Finding]:
    """The results of pySHACL on the triples, the classes of the ontology known to it."""
    import pyshacl
    import rdflib
    from rdflib.namespace import RDF as RDFLIB_RDF
    from rdflib.namespace import RDFS, SH

    data = rdflib.Graph()
    for triple in _triples(quads):
        data.add(triple)
    for triple in _parsed("vnpolicy.ttl").triples((None, RDFS.subClassOf, None)):
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=_parsed("shapes.ttl"), inplace=True, advanced=False)
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDFLIB_RDF.type, SH.ValidationResult):
        messages = {
            m.language: str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, rdflib.Literal)
        }
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
        yield Finding(
            severity if severity in ("violation", "warning") else "info",  # type: ignore[arg-type]
            str(report.value(result, SH.focusNode)),
            None if path is None else str(path),
            None if value is None else str(value),
            messages.get("vi", ""),
            messages.get("en", ""),
            (),
        )


@cache
def _parsed(name: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(ONTOLOGY / name)


def _triples(quads: Iterable[ox.Quad]) -> Iterator[tuple[Any, Any, Any]]:
    """Quads as rdflib's triples, those that no shape looks at left out."""
    import pyoxigraph as ox
    from rdflib import Literal, URIRef

    iris: dict[str, URIRef] = {}

    def iri(term: ox.NamedNode) -> URIRef:
        found = iris.get(term.value)
        if found is None:
            found = iris[term.value] = URIRef(term.value)
        return found

    for quad in quads:
        if quad.predicate.value in _UNSEEN or not isinstance(quad.subject, ox.NamedNode):
            continue
        if isinstance(quad.object, ox.NamedNode):
            yield iri(quad.subject), iri(quad.predicate), iri(quad.object)
        elif isinstance(quad.object, ox.Literal):
            if quad.object.language:
                text = Literal(quad.object.value, lang=quad.object.language)
            elif quad.object.datatype.value == XSD.string:
                text = Literal(quad.object.value)  # as the shapes write it
            else:
                text = Literal(quad.object.value, datatype=iri(quad.object.datatype))
            yield iri(quad.subject), iri(quad.predicate), text


# ── spans ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _spans(quads: Quads) -> Iterator[Finding]:
    """Quotes that are not as long as their position says, and evidence whose IRI says another position."""
    import pyoxigraph as ox

    default = ox.DefaultGraph()

    def values(predicate: str) -> dict[str, str]:
        found = quads(None, node(predicate), None, default)
        return {quad.subject.value: quad.object.value for quad in found}  # type: ignore[union-attr]

    starts, ends, quotes = values(OA.start), values(OA.end), values(OA.exact)
    spans: dict[str, tuple[int, int]] = {}
    for selector in starts.keys() & ends.keys():
        if starts[selector].isdecimal() and ends[selector].isdecimal():
            spans[selector] = int(starts[selector]), int(ends[selector])
    for selector, (start, end) in spans.items():
        quote = quotes.get(selector)
        if quote is not None and len(quote) != end - start:
            yield Finding(
                "violation",
                selector,
                OA.exact,
                quote,
                f"Câu trích dài {len(quote)} ký tự, vị trí {start}-{end} là {end - start}.",
                f"The quote has {len(quote)} characters, its position {start}-{end} {end - start}.",
                (),
            )
    for quad in quads(None, node(OA.hasSelector), None, default):
        evidence, selector = quad.subject.value, quad.object.value  # type: ignore[union-attr]
        span = spans.get(selector)
        if span and not evidence.endswith(f"#char={span[0]},{span[1]}"):
            yield Finding(
                "violation",
                evidence,
                OA.hasSelector,
                selector,
                f"IRI của trích dẫn không nói cùng vị trí {span[0]}-{span[1]}.",
                f"The evidence's IRI does not say the same position {span[0]}-{span[1]}.",
                (),
            )


def _graphs(quads: Quads, focus: str) -> tuple[str, ...]:
    """The named graphs in which a resource is a subject."""
    import pyoxigraph as ox

    try:
        found = {quad.graph_name for quad in quads(node(focus), None, None, None)}
    except ValueError:  # a literal where a resource is wanted
        return ()
    return tuple(sorted(graph.value for graph in found if isinstance(graph, ox.NamedNode)))
