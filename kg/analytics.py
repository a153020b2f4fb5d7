"""The graph of policy as networkx sees it: what rests on what, cycles, what is central, how two things are joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.iris import Iris
from kg.standards import DCTERMS, ELI, ORG, PPLAN
from kg.vocabulary import DECLARED, VP

if TYPE_CHECKING:
    import networkx as nx

    from kg.reader import Reader

# each predicate that is an edge, its name, and whether the subject rests on the object (1), the object on it (-1)
EDGES: dict[str, tuple[str, int]] = {
    ELI.based_on: ("based_on", 1),
    VP.implements: ("implements", 1),
    VP.guides: ("guides", 1),
    VP.reviews: ("reviews", 1),
    VP.approves: ("approves", -1),
    VP.mandatedBy: ("mandated_by", 1),
    PPLAN.isStepOfPlan: ("step_of", 1),
    VP.setBy: ("set_by", 1),
    ELI.amends: ("amends", 0),
    DCTERMS.replaces: ("replaces", 0),
    ELI.repeals: ("repeals", 0),
    ELI.cites: ("cites", 0),
    ELI.passed_by: ("issued_by", 0),
    VP.leadAgency: ("led_by", 0),
    VP.cooperatingAgency: ("helped_by", 0),
    VP.directedBy: ("directed_by", 0),
    VP.responsible: ("answered_by", 0),
    VP.draftedBy: ("drafted_by", 0),
    VP.about: ("about", 0),
    VP.indicator: ("measures", 0),
    VP.succeeds: ("succeeds", 0),
    VP.mergedInto: ("merged_into", 0),
    VP.sameTaskAs: ("same_as", 0),
    VP.carriesOut: ("carries_out", 1),
    ORG.subOrganizationOf: ("part_of", 0),
}
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EDGES = f"""{DECLARED}
SELECT ?s ?p ?o {{ VALUES ?p {{ {" ".join(f"<{iri}>" for iri in EDGES)} }} ?s ?p ?o }} ORDER BY ?s ?p ?o
"""
_NODES = f"""{DECLARED}
SELECT ?s (MIN(?l) AS ?label) (MIN(?d) AS ?date) {{
  {{ ?s skos:prefLabel|vp:indicator/skos:prefLabel ?l FILTER(LANG(?l) = "vi") }}
  UNION {{ ?s a vp:Task ; dcterms:description ?l }}
  OPTIONAL {{ ?s eli:date_document ?d }}
}} GROUP BY ?s ORDER BY ?s
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path, read along it: `forward` where it goes from the first to the second."""

    source: str
    relation: str
    target: str
    forward: bool


def graph(reader: Reader) -> nx.MultiDiGraph:
    """The resources and their links; nodes have `kind`, `label`, `date`, edges their relation as key and attribute."""
    import networkx as nx

    found = nx.MultiDiGraph()
    iris = Iris(reader.base_iri) if reader.base_iri else Iris()
    for row in reader.all_rows(_EDGES):
        relation, _ = EDGES[row["p"]]
        found.add_edge(row["s"], row["o"], key=relation, relation=relation)
    for row in reader.all_rows(_NODES):
        if row["s"] in found:
            found.nodes[row["s"]].update({name: row[name] for name in ("label", "date") if name in row})
    for iri, attributes in found.nodes(data=True):
        attributes.setdefault("label", iri)
        attributes["kind"] = iris.kind(iri) or "resource"
    return found


def dependencies(whole: nx.MultiDiGraph) -> nx.DiGraph:
    """Who rests on whom: an edge from each resource to what it rests on."""
    import networkx as nx

    signs = dict(EDGES.values())
    found = nx.DiGraph()
    for source, target, relation in whole.edges(keys=True):
        if sign := signs[relation]:
            ends = (source, target) if sign > 0 else (target, source)
            found.add_edge(*ends, relation=relation)
    found.add_nodes_from((iri, whole.nodes[iri]) for iri in found)
    return found


def order(whole: nx.MultiDiGraph) -> list[list[str]]:
    """The resources by level: the first rest on nothing, each of the others on some of the level before.

    Those of a cycle share a level.
    """
    import networkx as nx

    resting = dependencies(whole)
    groups = nx.condensation(resting)
    level: dict[int, int] = {}
    for group in reversed(list(nx.topological_sort(groups))):
        level[group] = 1 + max((level[below] for below in groups.successors(group)), default=-1)
    levels: list[list[str]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for group, members in groups.nodes(data="members"):
        levels[level[group]].extend(members)
    return [sorted(members, key=lambda iri: (str(whole.nodes[iri].get("date", "9")), iri)) for members in levels]


def cycles(whole: nx.MultiDiGraph) -> list[list[str]]:
    """The cycles among what rests on what: the shortest of each knot, from its first resource on."""
    import networkx as nx

    resting = dependencies(whole)
    found = []
    for members in nx.strongly_connected_components(resting):
        if len(members) > 1 or any(resting.has_edge(iri, iri) for iri in members):
            knot = resting.subgraph(members)
            rings = [_ring(knot, iri) for iri in sorted(members)]
            found.append(min(rings, key=lambda ring: (len(ring), ring)))
    return sorted(found)


def _ring(knot: nx.DiGraph, start: str) -> list[str]:
    import networkx as nx

    if knot.has_edge(start, start):
        return [start]
    back = nx.single_source_shortest_path(knot.reverse(copy=False), start)
    after = min(
        (back[iri] for iri in sorted(knot.successors(start)) if iri in back), key=lambda path: (len(path), path)
    )
    return [start, *reversed(after[1:])]


def central(whole: nx.MultiDiGraph, kinds: Sequence[str] = ()) -> list[tuple[str, float, int]]:
    """The resources that most leads to: IRI, PageRank over all links, and how many links come in; highest first."""
    ranks = pagerank(whole)
    rows = [
        (iri, ranks[iri], whole.in_degree(iri)) for iri, kind in whole.nodes(data="kind") if not kinds or kind in kinds
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def pagerank(whole: nx.MultiDiGraph, damping: float = 0.85) -> dict[str, float]:
    """PageRank by power iteration (networkx's own needs scipy)."""
    import numpy as np

    nodes = sorted(whole)
    if not nodes:
        return {}
    place = {iri: i for i, iri in enumerate(nodes)}
    edges = np.array([(place[a], place[b]) for a, b in whole.edges()], dtype=np.int64).reshape(-1, 2)
    out = np.bincount(edges[:, 0], minlength=len(nodes)).astype(float)
    rank = np.full(len(nodes), 1 / len(nodes))
    for _ in range(200):
        share = np.divide(rank, out, out=np.zeros_like(rank), where=out > 0)
        flow = np.bincount(edges[:, 1], weights=share[edges[:, 0]], minlength=len(nodes))
        new = (1 - damping) / len(nodes) + damping * (flow + rank[out == 0].sum() / len(nodes))
        if np.abs(new - rank).sum() < 1e-12:
            break
        rank = new
    return dict(zip(nodes, map(float, rank), strict=True))


def path(whole: nx.MultiDiGraph, start: str, end: str) -> list[Step]:
    """The shortest way between two resources, along links in either direction; empty where there is none."""
    import networkx as nx

    if start not in whole or end not in whole:
        return []
    try:
        nodes = nx.bidirectional_shortest_path(whole.to_undirected(as_view=True), start, end)
    except nx.NetworkXNoPath:
        return []
    return [_step(whole, a, b) for a, b in itertools.pairwise(nodes)]


def _step(whole: nx.MultiDiGraph, a: str, b: str) -> Step:
    forward = whole.has_edge(a, b)
    relation = min(whole[a][b] if forward else whole[b][a])
    return Step(a, relation, b, forward)


def graphml(whole: nx.MultiDiGraph) -> bytes:
    """The graph as GraphML, nodes and edges in a fixed order."""
    import io

    import networkx as nx

    ordered = nx.MultiDiGraph()
    ordered.add_nodes_from(sorted(whole.nodes(data=True), key=lambda node: str(node[0])))
    ordered.add_edges_from(sorted(whole.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    for _, attributes in ordered.nodes(data=True):
        for name, value in list(attributes.items()):
            attributes[name] = _xml(value)
    out = io.BytesIO()
    nx.write_graphml(ordered, out, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return out.getvalue()


def _xml(value: Any) -> Any:
    """A text without the characters that XML cannot hold."""
    if not isinstance(value, str):
        return value
    return _NO_XML.sub("", value)
