"""The writer's store: Oxigraph in one folder, one process at a time, each source's graph replaced whole or not at all.

The default graph holds every triple once; each named graph holds the triples that it alone is answerable for. A triple
stays in the default graph as long as one named graph holds it.

Two things that RocksDB does not tell are watched here. A store that lost its write-ahead log opens without a word and
with less in it: so every change counts up a sequence kept inside the store, in the change's own transaction, and the
last one that surely reached the disk is noted beside it (store.json). And a whole new store (`create`) takes the old
one's place in two renames, which the next opening finishes where a kill came between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from kg.errors import StoreError
from kg.locks import WriterLock
from kg.store_changes import LARGEST, Change, Difference, difference
from kg.store_files import claim, finish_swap, last_change, swap, telling, write_note
from kg.store_making import (
    DIGEST,
    MAKING,
    QUADS,
    SEQUENCE,
    STATE,
    Load,
    branched,
    counted,
    create,
    data_update,
    digest_note,
    joined,
    open_store,
)
from kg.vocabulary import PREFIXES

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Store:
    """A store opened for writing. Use as a context manager, or `close` it: it holds the folder's lock."""

    def __init__(self, data: Path, *, lock: WriterLock | None = None) -> None:
        """Opens the store under `data`, making an empty one where there is nothing yet.

        `lock` is the writer's, where the caller holds it already. Raises StoreError where another process holds it, or
        where the store is damaged.
        """
        self.data = data
        self._lock = None if lock else claim(data)
        try:
            if (data / "rollback").is_file():
                from kg.releases import recover

                recover(data)
            finish_swap(data)
            note = last_change(data)
            if note and not (data / "store").is_dir():
                raise StoreError(f"{data}: the folder store/ is missing; `kg rebuild` makes it again from sources/")
            self._store = open_store(data / "store")
            self._sequence, quads = self._state()
            self._quads = self._verify(note, quads)
        except BaseException:
            self._let_go()
            raise

    def _state(self) -> tuple[int, int | None]:
        found: dict[ox.NamedNode, int] = {}
        for quad in self._store.quads_for_pattern(STATE, None, None, STATE):
            if isinstance(quad.object, ox.Literal):
                found[quad.predicate] = int(quad.object.value)
        return found.get(SEQUENCE, 0), found.get(QUADS)

    def _verify(self, note: Mapping[str, int], quads: int | None) -> int:
        """The count of quads, found and as noted."""
        remedy = "; `kg rebuild` makes it again from sources/"
        try:
            found = len(self._store)
        except (RuntimeError, OSError) as error:
            raise StoreError(f"{self.data}: the store is damaged: {error}{remedy}") from error
        if self._sequence < note.get("sequence", 0):
            raise StoreError(
                f"{self.data}: the store is damaged: its last changes are lost (it is at change {self._sequence}, "
                f"{note['sequence']} had been written){remedy}"
            )
        if quads is not None and quads != found:
            raise StoreError(f"{self.data}: the store is damaged: it holds {found} quads of {quads}{remedy}")
        return found

    @property
    def sequence(self) -> int:
        """The number of its last change."""
        return self._sequence

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def __len__(self) -> int:
        """How many quads it holds, its own notes left out."""
        return self._quads - sum(1 for _ in self._store.quads_for_pattern(None, None, None, STATE))

    def quads(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Object | None = None,
        graph: ox.NamedNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern."""
        return self._store.quads_for_pattern(subject, predicate, object, graph)

    def triples(self, graph: str) -> set[ox.Triple]:
        """What a named graph holds."""
        return {quad.triple for quad in self.quads(graph=ox.NamedNode(graph))}

    def digests(self) -> dict[str, str]:
        """Of each graph written by `replace`, the digest of what it was made from."""
        return {q.subject.value: q.object.value for q in self.quads(None, DIGEST, None, STATE)}  # type: ignore[union-attr]

    def select(self, query: str) -> ox.QuerySolutions:
        """The solutions of one of our own SELECT queries. People's queries go through kg.reader."""
        solutions = self._store.query(query)
        assert isinstance(solutions, ox.QuerySolutions)
        return solutions

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def replace(self, loads: Iterable[Load], remove: Iterable[str] = ()) -> Change:
        """Writes each graph whole in place of what it held, and drops those of `remove`, in one transaction.

        Raises StoreError, with nothing changed, where the disk is full or broken.
        """
        new = {load.graph: (set(load.triples), load.digest) for load in loads}
        gone = set(remove) - new.keys()
        asked = {graph: triples for graph, (triples, _) in new.items()} | {graph: set[ox.Triple]() for graph in gone}
        if any(isinstance(term, ox.BlankNode) for ts in asked.values() for t in ts for term in (t.subject, t.object)):
            raise ValueError("a blank node: every resource has its IRI")
        parting = difference(self._store, asked)
        digests = self.digests()
        notes_out = {g: digests[g] for g in asked if g in digests}
        notes_in = {graph: digest for graph, (_, digest) in new.items()}
        if notes_in == notes_out and not parting.size:
            return parting.change
        operations = [
            *(f"DROP SILENT GRAPH {ox.NamedNode(graph)}" for graph in gone),
            data_update("DELETE", STATE.value, (digest_note(*note) for note in notes_out.items())),
            data_update("INSERT", STATE.value, (digest_note(*note) for note in notes_in.items())),
        ]
        notes = len(notes_in) - len(notes_out) + 2 - self._notes()
        if parting.size > LARGEST:
            self._stage(parting, operations, notes)
        else:
            parts, quads = parting.update(self._store)
            self._commit([*parts, *operations], self._quads + quads + notes)
        return parting.change

    def _stage(self, parting: Difference, operations: list[str], notes: int) -> None:
        """Applies what is too much for one transaction to a copy of the store, which then takes its place."""
        self.flush()
        with telling(self.data), branched(self.data, self._store) as copy:
            parting.apply(copy)
            sequence, quads = self._sequence + 1, len(copy) + notes
            copy.update(joined([*operations, *counted(sequence, quads)]))
            copy.flush()
        del copy, self._store
        with telling(self.data):
            swap(self.data, self.data / MAKING)
        self._store = open_store(self.data / "store")
        self._sequence, self._quads = sequence, quads

    def fill(self, loads: Iterable[Load]) -> int:
        """Makes these graphs all that the store holds; much faster than `replace` for many. How many quads it holds."""
        del self._store
        quads = create(self.data, loads)
        self._store = open_store(self.data / "store")
        self._sequence, _ = self._state()
        self._quads = quads
        return quads

    def update(self, update: str, base_iri: str | None = None) -> None:
        """Runs a person's SPARQL Update, which the caller has checked (kg.guard), in a transaction of its own.

        Whatever it does to the writer's own notes is undone; only the digests of graphs that it emptied go.
        """
        digests = self.digests()
        self._commit([], None)  # from here to the end the count is not known, whenever a kill may come
        try:
            with telling(self.data):
                self._store.update(update, base_iri=base_iri, prefixes=PREFIXES)
        finally:
            with telling(self.data):
                kept = [digest_note(*note) for note in digests.items() if self._holds(note[0])]
                notes = sum(1 for _ in self.quads(graph=STATE))
                renewed = [f"DROP SILENT GRAPH {STATE}", data_update("INSERT", STATE.value, kept)]
                self._commit(renewed, len(self._store) - notes + len(kept) + 2)

    def _holds(self, graph: str) -> bool:
        return next(self.quads(graph=ox.NamedNode(graph)), None) is not None

    def _notes(self) -> int:
        return sum(1 for _ in self._store.quads_for_pattern(STATE, None, None, STATE))

    def _commit(self, operations: list[str], quads: int | None) -> None:
        """Applies the operations and counts the change up, all or nothing."""
        sequence = self._sequence + 1
        with telling(self.data):
            self._store.update(joined([*operations, *counted(sequence, quads)]))
        self._sequence, self._quads = sequence, len(self._store) if quads is None else quads

    def flush(self) -> None:
        """Returns once all that was committed is on the disk."""
        with telling(self.data):
            self._store.flush()
            write_note(self.data, self._sequence)

    def snapshot(self, target: Path) -> int:
        """Copies the store into `target` (hard links, where the file system has them); how many quads it holds."""
        self.flush()
        with telling(self.data):
            self._store.backup(str(target))
        return self._quads

    def optimize(self) -> None:
        """Puts the files into the order that queries like best; worth it after much was written."""
        with telling(self.data):
            self._store.optimize()

    def by_hand(self) -> Iterator[ox.Quad]:
        """What people wrote: the named graphs that no `replace` made, and what stands in the default graph alone.

        Reads the whole default graph.
        """
        made = {STATE.value, *self.digests()}
        for graph in self._store.named_graphs():
            if graph.value not in made:
                yield from self._store.quads_for_pattern(None, None, None, graph)
        for row in self.select("SELECT ?s ?p ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"):
            yield ox.Quad(row[0], row[1], row[2])

    def close(self) -> None:
        """Brings everything to the disk and gives the store back."""
        try:
            self.flush()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if hasattr(self, "_store"):
            del self._store  # RocksDB closes its files when the last reference goes
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None:
            self.close()
        else:
            self._let_go()
