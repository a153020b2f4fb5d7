"""A whole new store made of graphs; the SPARQL Update and the notes of its own that each change to a store writes."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store_files import finish_swap, last_change, swap, telling, write_note

STATE = ox.NamedNode("urn:vnpolicy:state")  # the writer's own notes, in a graph of this name; no fact stands there
SEQUENCE = ox.NamedNode("urn:vnpolicy:state#sequence")
QUADS = ox.NamedNode("urn:vnpolicy:state#quads")
DIGEST = ox.NamedNode("urn:vnpolicy:state#digest")
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
MAKING = "store.making"  # the folder of a store that is to take the old one's place; left half made, it is cleared
_PART = 50_000  # triples that RocksDB is given at once; it takes 2 GB of memory for a million


@dataclass(frozen=True, slots=True)
class Load:
    """A named graph to be written: its triples, and the digest of what they were made from."""

    graph: str
    triples: Iterable[ox.Triple]
    digest: str


def create(data: Path, loads: Iterable[Load], by_hand: Iterable[ox.Quad] = ()) -> int:
    """Makes a new store of these graphs in the place of the one under `data`; how many quads it holds.

    Until the new one is complete the old one stays as it is, and it need not be readable. The caller holds the lock.
    """
    finish_swap(data)
    folder = data / MAKING
    shutil.rmtree(folder, ignore_errors=True)
    sequence = last_change(data).get("sequence", 0) + 1
    digests: list[ox.Triple] = []
    with telling(data):
        store = ox.Store(str(folder))
        pour(store, itertools.chain(_lines(loads, digests), (f"{quad} .\n" for quad in by_hand)))
        quads = len(store) + len(digests) + 2
        sequence_of, count = ox.Triple(STATE, SEQUENCE, integer(sequence)), ox.Triple(STATE, QUADS, integer(quads))
        store.extend([ox.Quad(t.subject, t.predicate, t.object, STATE) for t in (*digests, sequence_of, count)])
        store.optimize()
        store.flush()
        del store
        swap(data, folder)
        write_note(data, sequence)
    return quads


def _lines(loads: Iterable[Load], digests: list[ox.Triple]) -> Iterator[str]:
    """The graphs as N-Quads; their digests go on the list."""
    for load in loads:
        digests.append(digest_note(load.graph, load.digest))
        yield from lines(load.graph, load.triples)


def lines(graph: str, triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Triples as N-Quads, each in its graph and in the default graph."""
    name = ox.NamedNode(graph)
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            raise ValueError("a blank node: every resource has its IRI")
        yield f"{triple} .\n{triple} {name} .\n"


def pour(store: ox.Store, lines: Iterable[str]) -> None:
    """Writes N-Quads part by part: fast and in little memory, but no transaction."""
    rest = iter(lines)
    while part := "".join(itertools.islice(rest, _PART)):
        store.bulk_load(part, ox.RdfFormat.N_QUADS)


@contextmanager
def branched(data: Path, store: ox.Store) -> Iterator[ox.Store]:
    """A copy of the store beside it (hard links, where the file system has them), gone again where what is done to it
    fails; else for `swap` to put in its place."""
    folder = data / MAKING
    shutil.rmtree(folder, ignore_errors=True)
    try:
        store.backup(str(folder))
        yield ox.Store(str(folder))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def open_store(folder: Path) -> ox.Store:
    """The store in a folder, for writing. Raises StoreError where another process has it, or where it is damaged."""
    try:
        return ox.Store(str(folder))
    except (RuntimeError, OSError) as error:
        if "lock hold by" in str(error) or "LOCK" in str(error):
            raise StoreError(f"{folder}: the store is in use by another process; wait or stop it") from error
        raise StoreError(
            f"{folder}: the store is damaged: {error}; `kg rebuild` makes it again from sources/"
        ) from error


def data_update(verb: str, graph: str | None, triples: Iterable[ox.Triple]) -> str:
    """The update that inserts or deletes (`verb`) triples in a graph (None: the default one); "" without triples."""
    body = " .\n".join(sorted(map(str, triples)))
    if not body:
        return ""
    return (
        f"{verb} DATA {{ {body} }}" if graph is None else f"{verb} DATA {{ GRAPH {ox.NamedNode(graph)} {{ {body} }} }}"
    )


def joined(operations: Iterable[str]) -> str:
    """The operations as one update."""
    return " ;\n".join(filter(None, operations))


def counted(sequence: int, quads: int | None) -> tuple[str, str]:
    """The operations that note the number of a change, and how many quads there are after it, where that is known."""
    note = [ox.Triple(STATE, SEQUENCE, integer(sequence))]
    if quads is not None:
        note.append(ox.Triple(STATE, QUADS, integer(quads)))
    return f"DELETE WHERE {{ GRAPH {STATE} {{ {STATE} ?p ?o }} }}", data_update("INSERT", STATE.value, note)


def digest_note(graph: str, digest: str) -> ox.Triple:
    """The note of what a graph was made from."""
    return ox.Triple(ox.NamedNode(graph), DIGEST, ox.Literal(digest))


def integer(number: int) -> ox.Literal:
    """A whole number as a term."""
    return ox.Literal(str(number), datatype=_INTEGER)
