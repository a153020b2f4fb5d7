"""Who answers a reader's queries: worker processes over a release, which are killed at the deadline.

A running query cannot be stopped from within its process, so it runs in one that can be ended.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import LimitError, QueryError, StoreError
from kg.reader_process import Process
from kg.releases import Release, current, reading

if TYPE_CHECKING:
    import pyoxigraph as ox

MEMORY = 2 << 30  # bytes of address space for a worker; 400 MB is too little for RocksDB itself
_HEAVY = "the query needed more memory than it may have, or is nested too deeply; ask for less"


class Pool(Protocol):
    """What a reader asks. Safe across threads."""

    @property
    def release(self) -> Release:
        """The release that the next query is answered over."""

    def ask(self, request: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes, int]:
        """The answer to a request of kg.worker: its description, its bytes, the number of the release.

        Raises QueryError, LimitError or StoreError.
        """

    def snapshot(self) -> AbstractContextManager[ox.Store]:
        """All that there is, as a store that stays as it is until the context ends."""

    def close(self) -> None:
        """Ends what it has running."""


class ProcessPool:
    """Up to `workers` processes over a data folder's current release, which is followed, or over one release.

    Where all are busy a query waits for up to `patience` seconds.
    """

    def __init__(self, over: Path | Release, *, workers: int, patience: float, memory: int = MEMORY) -> None:
        self._data = over if isinstance(over, Path) else None
        self._release = current(over) if isinstance(over, Path) else over
        self._patience, self._memory, self._workers = patience, memory, workers
        self.places: queue.LifoQueue[Process | None] = queue.LifoQueue()
        for _ in range(workers):
            self.places.put(None)
        self._follow = threading.Lock()

    @property
    def release(self) -> Release:
        """The release that the next query is answered over."""
        if self._data is None:
            return self._release
        with self._follow:
            if _number(self._data) != self._release.number:
                self._release = current(self._data)
            return self._release

    def ask(self, request: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes, int]:
        """The answer to a request: its description, its bytes, the number of the release."""
        try:
            process = self.places.get(timeout=self._patience)
        except queue.Empty:
            raise LimitError("all query processes are busy; try again in a moment", "busy") from None
        try:
            process = self._fit(process)
            try:
                head, content = process.ask(request, deadline)
            except (
                BrokenPipeError,
                ConnectionResetError,
            ):  # it had ended before it was asked: once more, with a new one
                process.kill()
                process = Process(self.release, self._memory)
                head, content = process.ask(request, deadline)
        except BaseException as error:
            if process is not None:
                process.kill()
            self.places.put(None)
            if isinstance(error, TimeoutError):
                raise LimitError(f"the query was stopped after {deadline:g} s; ask for less, or add a LIMIT") from None
            if isinstance(error, EOFError):
                raise LimitError(_HEAVY, "memory") from None
            if isinstance(error, OSError):
                raise StoreError(f"the query process cannot run: {error}") from error
            raise
        release = process.release.number
        spent = head.pop("worn", False) or head.get("error") in ("memory", "store")
        if spent:
            process.kill()
        self.places.put(None if spent else process)
        self._raise(head)
        return head, content, release

    def _fit(self, process: Process | None) -> Process:
        """A process over the current release: this one, or a new one in its place."""
        release = self.release
        if process is not None and process.release.folder == release.folder:
            return process
        if process is not None:
            process.kill()
        return Process(release, self._memory)

    def _raise(self, head: Mapping[str, Any]) -> None:
        match head.get("error"):
            case "query":
                raise QueryError(head["message"])
            case "memory":
                raise LimitError(_HEAVY, "memory")
            case "store":
                raise StoreError(
                    f"{self._release.folder}: cannot be read: {head['message']}; `kg rebuild` makes it again"
                )

    @contextmanager
    def snapshot(self) -> Iterator[ox.Store]:
        """The release's store, which is not deleted until the context ends."""
        import pyoxigraph as ox

        release = self.release
        with reading(release):
            store = ox.Store.read_only(str(release.store))
            yield store
            del store

    def close(self) -> None:
        """Ends the processes; waits for queries that are under way."""
        for _ in range(self._workers):
            process = self.places.get()
            if process is not None:
                process.kill()
        for _ in range(self._workers):
            self.places.put(None)


def _number(data: Path) -> int | None:
    try:
        return int((data / "current").read_text("utf-8"))
    except (OSError, ValueError):
        return None
