"""What a replacement of graphs takes out of a store and puts in, and its way in: as one update, or in parts.

The default graph follows the named ones: it takes each triple that one of them begins to hold, and gives one up with
the last that held it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.store_making import data_update, joined, lines, pour

LARGEST = 20_000  # triples that one transaction takes in a second and in 100 MB; both grow with them
_PART = 5_000  # triples that are taken out at once where it is done in parts

Triples = Mapping[str, set[ox.Triple]]  # by the IRI of their named graph


@dataclass(frozen=True, slots=True)
class Change:
    """How many triples a replacement took out of its graphs and put in."""

    removed: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """The triples that go from named graphs and those that come."""

    removed: Triples
    added: Triples

    @property
    def change(self) -> Change:
        """How many they are."""
        return Change(sum(map(len, self.removed.values())), sum(map(len, self.added.values())))

    @property
    def size(self) -> int:
        """How many go and come together."""
        return self.change.removed + self.change.added

    def update(self, store: ox.Store) -> tuple[list[str], int]:
        """The operations that make the difference in one transaction, and by how many quads the store grows."""
        come = {t for ts in self.added.values() for t in ts if ox.Quad(t.subject, t.predicate, t.object) not in store}
        gone = set(self._merged_out(store))
        operations = [
            data_update("DELETE", None, gone),
            *(data_update("DELETE", graph, triples) for graph, triples in self.removed.items()),
            data_update("INSERT", None, come),
            *(data_update("INSERT", graph, triples) for graph, triples in self.added.items()),
        ]
        return operations, self.change.added - self.change.removed + len(come) - len(gone)

    def apply(self, store: ox.Store) -> None:
        """Makes the difference in parts: a store in which that breaks off holds only a piece of it."""
        gone: list[tuple[str | None, Iterable[ox.Triple]]] = [(None, list(self._merged_out(store)))]
        for graph, triples in itertools.chain(gone, self.removed.items()):
            left = iter(triples)
            while part := list(itertools.islice(left, _PART)):
                store.update(joined([data_update("DELETE", graph, part)]))
        pour(store, (line for graph, triples in self.added.items() for line in lines(graph, triples)))

    def _merged_out(self, store: ox.Store) -> Iterator[ox.Triple]:
        """What the default graph gives up: no other named graph holds it, and none begins to."""
        for triple in set[ox.Triple]().union(*self.removed.values()):
            if not any(triple in triples for triples in self.added.values()) and not self._held(store, triple):
                yield triple

    def _held(self, store: ox.Store, triple: ox.Triple) -> bool:
        """Whether a named graph that keeps the triple holds it."""
        return any(
            isinstance(quad.graph_name, ox.NamedNode) and triple not in self.removed.get(quad.graph_name.value, ())
            for quad in store.quads_for_pattern(triple.subject, triple.predicate, triple.object)
        )


def difference(store: ox.Store, wanted: Triples) -> Difference:
    """What is to change for each of these graphs to hold just these triples; uses up the sets that it is given."""
    removed: dict[str, set[ox.Triple]] = {graph: set() for graph in wanted}
    for graph, triples in wanted.items():
        for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
            triple = quad.triple
            if triple in triples:
                triples.remove(triple)
            else:
                removed[graph].add(triple)
    return Difference(removed, wanted)
