"""The registry as a graph: every row with its legal source, every name once, changes with date and scope."""

from __future__ import annotations

import datetime
from collections import Counter

import pyoxigraph as ox
import pytest

from kg import registry_graph
from kg.iris import Iris, actor_kind
from kg.registry import load
from kg.same_names import agency_iri
from kg.standards import DCTERMS, ORG, RDF, SCHEMA, SKOS
from kg.validate import validate
from kg.vocabulary import VP, node

BASE = "https://w3id.org/vnpolicy/id/"


@pytest.fixture(scope="module")
def triples():
    return list(registry_graph.triples())


@pytest.fixture(scope="module")
def graph(triples):
    found = {}
    for triple in triples:
        key = triple.subject.value.removeprefix(BASE), triple.predicate.value
        found.setdefault(key, set()).add(triple.object.value.removeprefix(BASE))
    return found


def test_each_triple_once_in_a_fixed_order(triples):
    assert len(set(triples)) == len(triples)
    assert triples == list(registry_graph.triples())
    assert not any(isinstance(term, ox.BlankNode) for triple in triples for term in (triple.subject, triple.object))


def test_every_row_is_there_with_its_source(triples):
    registry = load()
    sourced = {triple.subject for triple in triples if triple.predicate.value == DCTERMS.source}
    kinds = Counter(subject.value.removeprefix(BASE).partition("/")[0] for subject in sourced)
    assert kinds["agency"] + kinds["office"] == len(registry.agencies)
    assert kinds["change"] == len(registry.successions)
    assert kinds["group"] == len(registry.groups) and kinds["pillar"] == len(registry.pillars)
    assert kinds["role"] == len({role.name for role in registry.roles})
    assert kinds["unit"] == len(registry.units) and kinds["form"] == len(registry.forms)
    assert kinds["symbol"] == len(registry.issuers) and kinds["local-body"] == len(registry.local_bodies)
    assert kinds["abbreviation"] == len(registry.abbreviations)
    classed = {triple.subject for triple in triples if triple.predicate.value == RDF.type}
    assert sourced == classed


def test_links_lead_to_resources_that_are_there(triples):
    there = {triple.subject for triple in triples}
    ours = {t.object for t in triples if isinstance(t.object, ox.NamedNode) and t.object.value.startswith(BASE)}
    assert ours - there == set()


def test_a_ministry(graph):
    iri = "agency/bo-thong-tin-va-truyen-thong"
    assert "Bộ Thông tin và Truyền thông" in graph[iri, SKOS.prefLabel] and "Bộ TT&TT" in graph[iri, SKOS.altLabel]
    assert graph[iri, ORG.subOrganizationOf] == {"agency/chinh-phu"}
    assert graph[iri, ORG.classification] == {VP.BASE + "agency-ministry"}
    assert graph[iri, SCHEMA.dissolutionDate] == {"2025-02-28"}


def test_a_change_has_its_date_scope_and_source(graph):
    event = "change/2025-03-01-bo-thong-tin-va-truyen-thong-bo-khoa-hoc-va-cong-nghe"
    assert graph[event, RDF.type] == {ORG.ChangeEvent}
    assert graph[event, ORG.originalOrganization] == {"agency/bo-thong-tin-va-truyen-thong"}
    assert graph[event, ORG.resultingOrganization] == {"agency/bo-khoa-hoc-va-cong-nghe"}
    assert graph[event, DCTERMS.date] == {"2025-03-01"} and graph[event, VP.scope] and graph[event, DCTERMS.source]
    assert event in graph["agency/bo-khoa-hoc-va-cong-nghe", ORG.resultedFrom]
    assert "agency/bo-khoa-hoc-va-cong-nghe" in graph["agency/bo-thong-tin-va-truyen-thong", VP.mergedInto]
    # what took only a part over does not succeed it without its scope
    part = "change/2025-03-01-bo-thong-tin-va-truyen-thong-bo-cong-an"
    assert graph[part, VP.changeKind] == {"split"}
    assert "agency/bo-thong-tin-va-truyen-thong" not in graph.get(("agency/bo-cong-an", VP.succeeds), set())


def test_a_group_has_its_members(graph):
    members = graph["group/cac-bo-nganh", ORG.hasMember]
    assert {"agency/bo-cong-an", "agency/bo-thong-tin-va-truyen-thong"} <= members
    assert (
        "agency/tinh-phu-tho" not in members and "agency/tinh-phu-tho" in graph["group/cac-dia-phuong", ORG.hasMember]
    )


def test_a_full_name_tells_the_kind_that_the_table_says():
    """The IRI that a source alone gives a body is of the registry's kind: names are read as their table means them."""
    registry, iris = load(), Iris()
    for agency in registry.agencies:
        assert actor_kind(agency.name) == iris.kind(agency_iri(agency, iris)), agency.name
    for group in registry.groups:
        for name in (group.name, *group.other_names):
            assert actor_kind(name) == "group", name


def test_a_body_of_a_province_is_described_when_named():
    (agency,) = load().agencies_named("UBND tỉnh Phú Thọ", datetime.date(2025, 8, 1))
    told = {t.predicate.value: t.object.value for t in registry_graph.agency_triples(agency, BASE[:-3], load())}
    assert told[ORG.subOrganizationOf] == f"{BASE}agency/tinh-phu-tho-2025" and told[DCTERMS.source]


def test_the_registry_satisfies_the_shapes(triples):
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    assert validate(store.quads_for_pattern) == ()
    # and would not, were an agency part of a unit of measure
    unit = next(t.subject for t in triples if "/id/unit/" in t.subject.value)
    store.add(ox.Quad(node(f"{BASE}agency/bo-cong-an"), node(ORG.subOrganizationOf), unit))
    assert [finding.focus for finding in validate(store.quads_for_pattern)] == [unit.value]
