"""SPARQL Update by people: all or nothing, published at once, kept over rebuilds, ended at the deadline."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg import build, rebuilding, releases, writing
from kg.config import Config
from kg.errors import LimitError, QueryError, StoreError
from kg.reader import Reader
from kg.store import Store

CURATION = "https://w3id.org/vnpolicy/graph/curation"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Config]:
    """A store of one article, without the registry, which takes its time."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "bai.txt").write_text("Bộ Công an trình Chính phủ Nghị định về dữ liệu trước ngày 30/6/2024.", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.registry_graph.triples", lambda *given: iter(()))
        config = Config(folder / "data")
        build.build(config, [folder / "bai.txt"])
        yield config


def ask(config: Config, text: str) -> bool:
    with Reader(config.store) as reader:
        return reader.ask(text)


def test_a_change_is_published_and_outlives_a_rebuild(config: Config) -> None:
    text = f"INSERT DATA {{ GRAPH <{CURATION}> {{ <x:a> <x:b> 'người sửa' }} }}"
    before = releases.current(config.store).number
    assert writing.update(config, text) == before + 1
    wanted = f"ASK {{ GRAPH <{CURATION}> {{ ?s ?p 'người sửa' }} }}"
    assert ask(config, wanted)
    rebuilding.rebuild(config)
    assert ask(config, wanted)


WRONG = [
    ("INSERT DATA { <x:a> }", "cannot be read"),
    ("LOAD <file:///etc/passwd>", "LOAD is not served"),
    ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not served"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_refused_changes_nothing(config: Config, text: str, message: str) -> None:
    before = releases.current(config.store).number
    with pytest.raises(QueryError, match=message):
        writing.update(config, text)
    assert releases.current(config.store).number == before


def test_a_long_change_is_stopped_and_leaves_nothing(config: Config) -> None:
    text = "INSERT { GRAPH <x:g> { ?a ?b ?f } } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?d) }"
    with pytest.raises(LimitError, match=r"stopped after 1 s; nothing was changed"):
        writing.update(config, text, deadline=1)
    with Store(config.store) as store:
        assert not list(store.quads(graph=ox.NamedNode("x:g")))


def test_a_store_in_use_is_told(config: Config) -> None:
    with Store(config.store), pytest.raises(StoreError, match="in use by process"):
        writing.update(config, "INSERT DATA { <x:a> <x:b> <x:c> }")


def test_graphs_are_put_posted_and_deleted(config: Config) -> None:
    writing.update(config, writing.graph_update("PUT", "http://g/1", b"<x:a> <x:b> 'm\xe1\xbb\x99t', \"hai\\n\" ."))
    writing.update(config, writing.graph_update("POST", "http://g/1", b"<x:a> <x:b> 'ba' ."))
    assert ask(config, "ASK { GRAPH <http://g/1> { ?s ?p 'một', 'hai\\n', 'ba' } }")
    writing.update(config, writing.graph_update("PUT", "http://g/1", b"<x:a> <x:b> 'm\xe1\xbb\x9bi' ."))
    assert ask(
        config, "ASK { GRAPH <http://g/1> { ?s ?p 'mới' } FILTER NOT EXISTS { GRAPH <http://g/1> { ?s ?p 'ba' } } }"
    )
    writing.update(config, writing.graph_update("DELETE", "http://g/1"))
    assert not ask(config, "ASK { GRAPH <http://g/1> { ?s ?p ?o } }")


def test_graphs_that_cannot_be_read() -> None:
    for graph, content in (("http://g/1", b"<x:a> <x:b>"), ("no iri", b""), ("http://g/>", b"")):
        with pytest.raises(QueryError, match="cannot be read"):
            writing.graph_update("PUT", graph, content)
