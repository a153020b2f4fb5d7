"""The graphs that a store should hold: made from sources and tables, linked, and written where they changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import Config
from kg.iris import Iris
from kg.sources import Record, Sources
from kg.store_making import Load
from kg.stores import GraphStore

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.names import Resolution

_BATCH = 16  # sources in one transaction
_FULL = 20_000  # triples with which a transaction takes no further source
_MANY = 100_000  # triples after which the store is put in order


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph that the store should hold: how to make its triples, and the digest of what they are made from."""

    iri: str
    digest: str
    make: Callable[[], Iterable[ox.Triple]]

    def load(self) -> Load:
        """The graph for a store, its triples made while they are read."""
        return Load(self.iri, self.make(), self.digest)


def load(config: Config, store: GraphStore, *, anew: bool = False) -> None:
    """Brings the store to what the sources say: links them, writes each graph that is to change, drops the others.

    `anew` writes them all.
    """
    present = store.digests()
    if not anew and _is_loaded(config, present):
        return
    wanted = list(graphs(config))
    if not present and not len(store):
        store.fill(graph.load() for graph in wanted)
        return
    changed = [graph for graph in wanted if anew or present.get(graph.iri) != graph.digest]
    written = 0
    for batch, triples in _batches(changed):
        store.replace(batch)
        written += triples
    gone = present.keys() - {graph.iri for graph in wanted}
    if gone:
        store.replace([], remove=gone)
    if len(changed) > 100 or written > _MANY:
        store.optimize()
    store.flush()


def _batches(changed: Iterable[Graph]) -> Iterator[tuple[list[Load], int]]:
    """The graphs to be written together, and how many triples they hold: few sources, or one that is large."""
    batch: list[Load] = []
    size = 0
    for graph in changed:
        triples = list(graph.make())
        if batch and (len(batch) == _BATCH or size + len(triples) > _FULL):
            yield batch, size
            batch, size = [], 0
        batch.append(Load(graph.iri, triples, graph.digest))
        size += len(triples)
    if batch:
        yield batch, size


def _is_loaded(config: Config, present: Mapping[str, str]) -> bool:
    """Whether the graphs are all there, made from the sources as they are: told without making them."""
    iris = Iris(config.base_iri)
    records = Sources(config.data).records()
    wanted = {iris.of("source", record.slug) for record in records}
    wanted |= {iris.graph(name) for name in ("ontology", "registry", "links")}
    return wanted == present.keys() and present[iris.graph("links")] == _digest_of_all(config, records)


def _digest_of_all(config: Config, records: Iterable[Record]) -> str:
    """The digest of all that graphs are made from."""
    return _digest(_program(), config.base_iri, [(r.slug, r.original, r.facts, r.added) for r in records])


def graphs(config: Config) -> Iterator[Graph]:
    """All graphs that are made from sources and tables, in a fixed order; the links, which hang on all, come last."""
    from kg import linking, registry_graph
    from kg.linking import link

    base, iris, sources, program = config.base_iri, Iris(config.base_iri), Sources(config.data), _program()
    yield Graph(iris.graph("ontology"), program, _ontology)
    yield Graph(iris.graph("registry"), _digest(program, base), partial(registry_graph.triples, base))
    records = {iris.of("source", record.slug): record for record in sources.records()}
    links = link((sources.facts(record) for record in records.values()), base)
    for iri, record in records.items():
        resolution = links.get(iri)
        made_from = (program, base, record.original, record.facts, record.added, repr(resolution))
        yield Graph(iri, _digest(*made_from), partial(_triples, config, sources, record, resolution))
    yield Graph(iris.graph("links"), _digest_of_all(config, records.values()), partial(linking.triples, links, base))


@cache
def _program() -> str:
    """The digest of what makes graphs from facts: the modules, the ontology and the registry's tables."""
    import kg
    import ontology

    roots = [Path(package.__path__[0]) for package in (kg, ontology)]
    files = [path for root in roots for path in sorted(root.rglob("*")) if path.suffix in (".py", ".ttl", ".csv")]
    return _digest(*((path.name, path.read_bytes()) for path in files))


def _ontology() -> Iterator[ox.Triple]:
    """The terms of the graph, with their labels."""
    import pyoxigraph as ox

    import ontology

    path = Path(ontology.__path__[0], "vnpolicy.ttl")
    return (quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def _triples(config: Config, sources: Sources, record: Record, resolution: Resolution | None) -> Iterator[ox.Triple]:
    """What one source states, its references as they were linked."""
    from kg.model import Source
    from kg.rdf import quads

    source = Source(
        record.name,
        sources.text(record),
        (),
        media_type=record.media_type,
        file_digest=record.file_digest,
        text_digest=record.text,
    )
    facts = sources.facts(record)
    return (q.triple for q in quads(facts, resolution, config.base_iri, source=source, retrieved=record.added))


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
