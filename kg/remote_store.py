"""The store at a SPARQL 1.1 server, written as the store in a folder is: each source's graph replaced whole or not.

The default graph holds every triple once, a named graph the triples that its source states; a triple leaves the default
graph with the last named graph that holds it. All of that is done at the server, in one request a group of sources, so
that it holds whoever else writes there. Atomic is what the server makes of a request: one transaction in Oxigraph and
Fuseki, as SPARQL 1.1 Update (section 2.2) asks of a server.
"""

from __future__ import annotations

import datetime
import itertools
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from kg.errors import LimitError, StoreError
from kg.locks import WriterLock
from kg.remote import CHANGE, CREATED, DIGEST, PUBLISHED, RELEASE, SEQUENCE, Endpoint, Notes
from kg.remote_address import Server
from kg.remote_http import BrokenError
from kg.store_files import claim
from kg.store_making import STATE, Load
from kg.vocabulary import VP

LARGEST = 4 << 20  # characters of a request that holds several sources
_NOTED = f"{STATE} {CHANGE} "


class RemoteStore:
    """A server opened for writing. Holds the lock of the folder beside it: its sources have one writer."""

    def __init__(self, server: Server, data: Path, *, lock: WriterLock | None = None) -> None:
        """Opens the store at `server`, whose sources are kept under `data`.

        Raises StoreError where it cannot be reached or written, or where its default graph is the union of the others.
        """
        self.server, self.data = server, data
        self._end = Endpoint(server)
        self._end.notes()  # before anything is made here: is it there, and is it what it is to be?
        self._lock = None if lock else claim(data)
        try:
            self._notes = self._begin()
        except BaseException:
            self._let_go()
            raise

    def _begin(self) -> Notes:
        notes = self._end.notes()
        if notes.change is None:
            first = f"{_NOTED} {_text(secrets.token_hex(16))} ; {SEQUENCE} 0"
            none = f"FILTER NOT EXISTS {{ GRAPH {STATE} {{ {_NOTED} ?any }} }}"
            self._end.update(f"INSERT {{ GRAPH {STATE} {{ {first} }} }} WHERE {{ {none} }}")
            notes = self._end.notes()
        if notes.change is None:
            raise StoreError(
                f"{self.server}: took an update but shows nothing of it; "
                "see that queries and updates (KG_STORE_UPDATE) go to one and the same data set"
            )
        return notes

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def sequence(self) -> int:
        """The number of its last change."""
        return self._notes.sequence

    @property
    def notes(self) -> Notes:
        """What loading has noted there."""
        return self._notes

    @property
    def endpoint(self) -> Endpoint:
        """The server's SPARQL."""
        return self._end

    def __len__(self) -> int:
        """How many quads it holds, the notes left out."""
        return self._end.quads() - self._end.count(STATE.value)

    def digests(self) -> dict[str, str]:
        """Of each graph that was written here, the digest of what it was made from."""
        rows = self._end.select(f"SELECT ?g ?d {{ GRAPH {STATE} {{ ?g {DIGEST} ?d }} }}")
        return {row["g"].value: row["d"].value for row in rows}

    def sources(self) -> set[str]:
        """The sources whose graphs stand there, whoever wrote them."""
        rows = self._end.select(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g a <{VP.Source}> }} }}")
        return {row["g"].value for row in rows}

    def check_owner(self, kept: Iterable[str]) -> None:
        """Raises StoreError where sources stand there that are not among those kept here."""
        others = sorted(self.sources() - set(kept))
        if others:
            raise StoreError(
                f"{self.server}: holds {len(others)} sources that are not kept in {self.data} ({others[0]} …); "
                "name the folder that it was loaded from with --data (KG_DATA), "
                "or have it hold what this folder keeps, and nothing else, with `kg rebuild`"
            )

    def snapshot(self, target: Path) -> int:
        """Copies what it holds into a new store in a folder; how many quads."""
        return self._end.snapshot(target)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def replace(self, loads: Iterable[Load], remove: Iterable[str] = ()) -> None:
        """Writes each graph whole in place of what it held, and takes those of `remove` out.

        Each graph changes whole or not at all, and so does the default graph with it. Raises StoreError where somebody
        else wrote meanwhile.
        """
        for group in _groups(itertools.chain(((graph, "", None) for graph in sorted(remove)), map(_body, loads))):
            self._change([operation for item in group for operation in self._operations(*item)])

    def fill(self, loads: Iterable[Load]) -> None:
        """Writes these graphs into a server that holds none yet."""
        self.replace(loads)

    def _operations(self, graph: str, body: str, digest: str | None) -> Iterator[str]:
        """What puts `body` into the place of a graph; its notes with it, unless it goes."""
        named, now = ox.NamedNode(graph), self._now()
        held = f"{now} GRAPH {named} {{ ?s ?p ?o }}"
        elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {named})"
        yield f"DELETE {{ ?s ?p ?o }} WHERE {{ {held} FILTER NOT EXISTS {{ {elsewhere} }} }}"
        yield f"DELETE {{ GRAPH {named} {{ ?s ?p ?o }} }} WHERE {{ {held} }}"
        if body:
            yield f"INSERT {{ GRAPH {named} {{ {body} }} }} WHERE {{ {now} }}"
            yield f"INSERT {{ ?s ?p ?o }} WHERE {{ {held} }}"
        note = f"GRAPH {STATE} {{ {named} {DIGEST} ?digest }}"
        yield f"DELETE {{ {note} }} WHERE {{ {now} {note} }}"
        if digest is not None:
            yield f"INSERT {{ GRAPH {STATE} {{ {named} {DIGEST} {_text(digest)} }} }} WHERE {{ {now} }}"

    def _now(self) -> str:
        """The pattern that holds as long as nobody else has written."""
        assert self._notes.change is not None
        return f"GRAPH {STATE} {{ {_NOTED} {_text(self._notes.change)} }}"

    def _change(self, operations: Iterable[str], *notes: tuple[str, str]) -> None:
        """Applies the operations if the notes are still as they were read, and marks the change, all in one request."""
        new = secrets.token_hex(16)
        told = ((CHANGE, _text(new)), (SEQUENCE, str(self._notes.sequence + 1)), *notes)
        replaced = " ".join(f"<{name.strip('<>')}>" for name, _ in told)
        old = f"GRAPH {STATE} {{ {STATE} ?note ?was }}"
        mark = " ; ".join(f"{name} {value if name != PUBLISHED else _text(new)}" for name, value in told)
        # the new notes go in while the old mark still stands, then the old ones go: both need the old one
        text = [
            *operations,
            f"DELETE {{ {old} }} INSERT {{ GRAPH {STATE} {{ {STATE} {mark} }} }} "
            f"WHERE {{ {self._now()} OPTIONAL {{ VALUES ?note {{ {replaced} }} {old} }} }}",
        ]
        try:
            self._end.update(" ;\n".join(text))
        except (BrokenError, LimitError):
            if self._end.notes().change != new:  # the answer was lost, and the change with it
                raise
        self._notes = self._end.notes()
        if self._notes.change != new:
            raise StoreError(
                f"{self.server}: was changed by somebody else meanwhile; what came last is not kept: run again"
            )

    def publish(self) -> None:
        """Notes that a load came to its end: from here on readers look for names anew."""
        created = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self._change([], (RELEASE, str(self._notes.release + 1)), (PUBLISHED, ""), (CREATED, _text(created)))

    def flush(self) -> None:
        """Nothing: what a server has answered it keeps."""

    def optimize(self) -> None:
        """Nothing: how its files lie is the server's own affair."""

    def close(self) -> None:
        """Gives the folder of sources back."""
        self._let_go()

    def _let_go(self) -> None:
        if self._lock:
            self._lock.release()

    def __enter__(self) -> RemoteStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._let_go()


_Item = tuple[str, str, str | None]  # a graph, its triples, the digest of what they were made from


def _body(load: Load) -> _Item:
    triples = set(load.triples)
    if any(isinstance(term, ox.BlankNode) for t in triples for term in (t.subject, t.object)):
        raise ValueError("a blank node: every resource has its IRI")
    return load.graph, " .\n".join(sorted(map(str, triples))), load.digest


def _groups(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The items in groups for one request each, none of more than LARGEST characters but for one that is larger."""
    group: list[_Item] = []
    size = 0
    for item in items:
        if group and size + len(item[1]) > LARGEST:
            yield group
            group, size = [], 0
        group.append(item)
        size += len(item[1])
    if group:
        yield group


def _text(text: str) -> str:
    return str(ox.Literal(text))
