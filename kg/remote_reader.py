"""Queries over a server, for kg.reader: answered there, cut and written here as those over a folder are."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import LimitError, QueryError
from kg.guard import check_query
from kg.remote import ANYTHING, GRAPHS, Endpoint, broken, parsed, prologue
from kg.remote_release import RemoteRelease, current

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.remote_address import Server

FRESH = 5.0  # seconds for which what a server was found to hold is taken to be so


class RemotePool:
    """Puts queries to a server, `workers` at once."""

    def __init__(self, server: Server, data: Path, base: str, *, workers: int, patience: float) -> None:
        self._endpoint, self._data, self._base = Endpoint(server), data, base
        self._turns, self._patience = threading.BoundedSemaphore(workers), patience
        self._release: RemoteRelease | None = None
        self._looked = 0.0
        self._look = threading.Lock()

    @property
    def release(self) -> RemoteRelease:
        """What the server shows, looked up again every few seconds."""
        with self._look:
            if self._release is None or time.monotonic() - self._looked > FRESH:
                self._release = current(self._endpoint, self._data, self._base)
                self._looked = time.monotonic()
            return self._release

    def ask(self, request: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes, int]:
        """The answer to a request as kg.worker takes them: its description, its bytes, the number of the release."""
        text = request["query"]
        if request["check"]:
            check_query(text)
        if not self._turns.acquire(timeout=self._patience):
            raise LimitError("as many queries as may run at once are under way; try again in a moment", "busy")
        try:
            head, content = self._answer(prologue(text, request["prefixes"], request["base"]) + text, request, deadline)
        finally:
            self._turns.release()
        return head, content, self._release.number if self._release else 0

    def _answer(self, text: str, request: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes]:
        import pyoxigraph as ox

        from kg import worker

        default, named = ([worker.graph(iri).value for iri in request[n]] for n in ("default_graph", "named_graphs"))
        asked = self._endpoint.ask(
            text,
            ANYTHING,
            seconds=deadline,
            default_graphs=default,
            named_graphs=named,
        )
        with asked as answer:
            try:
                if answer.media_type in GRAPHS:
                    quads = ox.parse(answer, getattr(ox.RdfFormat, GRAPHS[answer.media_type]))  # type: ignore[arg-type]
                    return worker.triples((quad.triple for quad in quads), request)
                return worker.answered(parsed(self._endpoint.server.url, answer), request)
            except SyntaxError as error:
                raise broken(self._endpoint.server.url, error) from error
            except ValueError as error:
                raise QueryError(str(error)) from error

    @contextmanager
    def snapshot(self) -> Iterator[ox.Store]:
        """All that the server holds, copied into a store that is deleted afterwards."""
        import pyoxigraph as ox

        with tempfile.TemporaryDirectory(prefix="kg-server-") as folder:
            self._endpoint.snapshot(Path(folder, "store"))
            store = ox.Store.read_only(str(Path(folder, "store")))
            yield store
            del store

    def close(self) -> None:
        """Nothing that stays open."""
