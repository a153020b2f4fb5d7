"""Facts as quads and back, and the shape of the graph."""

from __future__ import annotations

import pyoxigraph as ox
import strategies
from hypothesis import given

from kg import facts as facts_format
from kg import rdf
from kg.vocabulary import RDF, VP, node

BASE = "https://w3id.org/vnpolicy/"


def link(iri):
    return node(BASE + "id/" + iri)


# ── round trips ──────────────────────────────────────────────────────────────────────────────────────────────────────


@given(strategies.facts())
def test_quads_give_back_the_facts(facts):
    assert rdf.facts(rdf.quads(facts)) == facts_format.settled(facts)


@given(strategies.facts())
def test_a_store_gives_back_the_facts(facts):
    # a store writes numbers and dates its own way
    store = ox.Store()
    store.extend(rdf.quads(facts))
    assert rdf.facts(store) == facts_format.settled(facts)


@given(strategies.facts(), strategies.facts())
def test_every_triple_once_in_the_sources_graph_without_blank_nodes(facts, other):
    quads = list(rdf.quads(facts))
    assert len(set(quads)) == len(quads)
    assert quads == list(rdf.quads(facts))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    (graph,) = {quad.graph_name for quad in quads}
    assert ox.Triple(graph, node(RDF.type), node(VP.Source)) in {quad.triple for quad in quads}


@given(strategies.facts())
def test_every_link_leads_to_a_resource_with_a_class(facts):
    quads = list(rdf.quads(facts))
    typed = {quad.subject for quad in quads if quad.predicate.value == RDF.type}
    ours = {q.object for q in quads if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(BASE + "id/")}
    assert ours <= typed
