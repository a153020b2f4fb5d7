"""Exports, analysis and counts of the sample."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import analytics, export, stats
from kg.config import BASE_IRI
from kg.reader import Reader
from kg.store_making import STATE

_ID = f"{BASE_IRI}id/"


def written(reader: Reader, form: str) -> bytes:
    out = io.BytesIO()
    export.rdf(reader, form, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def quads(gold_reader: Reader) -> set[ox.Quad]:
    return {quad for quad in ox.Store.read_only(str(gold_reader.release.store)) if quad.graph_name != STATE}


FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("form", FORMATS)
def test_rdf_holds_all_and_is_always_the_same(gold_reader: Reader, quads: set[ox.Quad], form: str) -> None:
    content = written(gold_reader, form)
    whole = form in ("nquads", "trig")
    expected = quads if whole else {quad for quad in quads if quad.graph_name == ox.DefaultGraph()}
    assert set(ox.parse(content, FORMATS[form])) == expected
    assert written(gold_reader, form) == content


def test_large_exports_are_sorted_in_pieces(
    gold_reader: Reader, quads: set[ox.Quad], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = written(gold_reader, "nquads")
    monkeypatch.setattr(export, "_CHUNK", 5000)
    assert written(gold_reader, "nquads") == at_once
    assert at_once.count(b"\n") == len(quads)


def test_tables_for_spreadsheets(gold_reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = export.tables(gold_reader, tmp_path)
    release = gold_reader.release.counts
    for kind in ("tasks", "targets", "observations", "documents", "programmes", "officials", "sources"):
        assert counts[kind] == release[kind]
    with (tmp_path / "tasks.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["text"]: row for row in csv.DictReader(file)}
    row = rows["Ban hành nguyên tắc sử dụng dữ liệu và trí tuệ nhân tạo có trách nhiệm trong khu vực công"]
    assert row["assignees"] == "Bộ Thông tin và Truyền thông"
    assert row["cooperators"] == "Bộ Công an | Bộ Khoa học và Công nghệ"
    assert (row["mandate_name"], row["deadline"], row["due"]) == ("142/QĐ-TTg", "2024-12", "2024-12-31")
    assert row["quotes"]
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(gold_reader, "max_rows", 80)  # asked for in many pages
    export.tables(gold_reader, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first


# ── analysis ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def whole(gold_reader: Reader) -> nx.MultiDiGraph:
    return analytics.graph(gold_reader)


def test_the_graph_has_its_labels(whole: nx.MultiDiGraph) -> None:
    node = whole.nodes[f"{_ID}document/2024/142-qd-ttg"]
    assert node == {"label": "142/QĐ-TTg", "kind": "document", "date": "2024-02-02"}
    assert all(attributes["label"] != iri for iri, attributes in whole.nodes(data=True))


def test_what_rests_on_something_comes_after_it(whole: nx.MultiDiGraph) -> None:
    level = {iri: i for i, iris in enumerate(analytics.order(whole)) for iri in iris}
    assert level[f"{_ID}document/2019/52-nq-tw"] < level[f"{_ID}document/2024/142-qd-ttg"]
    for source, target in analytics.dependencies(whole).edges():
        assert level[source] > level[target]


def test_cycles_are_found() -> None:
    graph = nx.MultiDiGraph()
    for a, b in ("ab", "bc", "ca", "cd", "de", "ed", "ff", "xa"):
        graph.add_edge(a, b, key="based_on")
    graph.add_edge("p", "d", key="approves")  # d rests on p
    nx.set_node_attributes(graph, "document", "kind")
    assert analytics.cycles(graph) == [["a", "b", "c"], ["d", "e"], ["f"]]
    level = {iri: i for i, iris in enumerate(analytics.order(graph)) for iri in iris}
    assert level["p"] < level["d"] == level["e"] < level["a"] == level["b"] == level["c"] < level["x"]


def test_rank_is_that_of_the_definition() -> None:
    graph = nx.MultiDiGraph([("a", "b"), ("a", "c"), ("b", "c"), ("c", "a"), ("d", "c")])
    ranks = analytics.pagerank(graph)
    assert sum(ranks.values()) == pytest.approx(1)
    assert ranks["d"] == pytest.approx(0.15 / 4)
    assert ranks["c"] == pytest.approx(0.15 / 4 + 0.85 * (ranks["a"] / 2 + ranks["b"] + ranks["d"]))
    assert analytics.pagerank(nx.MultiDiGraph()) == {}


def test_what_is_central(whole: nx.MultiDiGraph) -> None:
    labels = [whole.nodes[iri]["label"] for iri, _, _ in analytics.central(whole, ["document"])[:5]]
    assert "52-NQ/TW" in labels
    assert "142/QĐ-TTg" in labels


def test_paths_go_along_links_either_way(whole: nx.MultiDiGraph) -> None:
    start, end = f"{_ID}programme/", f"{_ID}document/2019/52-nq-tw"
    start = next(iri for iri in sorted(whole) if iri.startswith(f"{_ID}programme/chien-luoc-du-lieu"))
    steps = analytics.path(whole, start, end)
    assert [(step.relation, step.forward) for step in steps] == [("approves", False), ("based_on", True)]
    assert (steps[0].source, steps[-1].target) == (start, end)
    assert analytics.path(whole, start, "http://x/none") == []


def test_graphml_is_read_by_networkx(whole: nx.MultiDiGraph) -> None:
    content = analytics.graphml(whole)
    read = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    assert (len(read), read.number_of_edges()) == (len(whole), whole.number_of_edges())
    assert read.nodes[f"{_ID}document/2024/142-qd-ttg"]["label"] == "142/QĐ-TTg"
    assert analytics.graphml(whole) == content


# ── counts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_known_gaps_are_counted(gold_reader: Reader) -> None:
    gaps = stats.gaps(gold_reader)
    tasks = gold_reader.rows("SELECT ?t { ?t a vp:Task }")
    without = [row for row in tasks if not gold_reader.ask(f"ASK {{ <{row['t']}> vp:mandatedBy ?m }}")]
    assert gaps["tasks_without_mandate"] == len(without) > 0


def test_the_description_counts_classes_and_properties(gold_reader: Reader) -> None:
    triples = list(ox.parse(gold_reader.release.void.read_bytes(), ox.RdfFormat.TURTLE))
    void = {(t.subject.value, t.predicate.value.partition("#")[2]): t.object.value for t in triples}  # type: ignore[union-attr]
    assert void[f"{BASE_IRI}dataset", "triples"] == str(gold_reader.release.counts["triples"])
    assert void[f"{BASE_IRI}dataset#class-vp-Task", "entities"] == str(gold_reader.release.counts["tasks"])
    dates = gold_reader.rows("SELECT (COUNT(*) AS ?n) { ?s eli:date_document ?o }")[0]["n"]
    assert void[f"{BASE_IRI}dataset#property-eli-date_document", "triples"] == dates
