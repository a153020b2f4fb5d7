"""The store that a command writes: a folder of this machine (kg.store), or a SPARQL 1.1 server (kg.remote_store)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.remote_address import Server
from kg.remote_store import RemoteStore
from kg.store import Store
from kg.store_making import Load

if TYPE_CHECKING:
    from kg.config import Config
    from kg.locks import WriterLock


class GraphStore(Protocol):
    """What loading needs of a store.

    In each, the default graph holds every triple once, a named graph what its source states, and a triple leaves the
    default graph with the last named graph that holds it.
    """

    @property
    def sequence(self) -> int:
        """The number of its last change."""

    def __len__(self) -> int:
        """How many quads it holds, its own notes left out."""

    def digests(self) -> dict[str, str]:
        """Of each graph that was written here, the digest of what it was made from."""

    def replace(self, loads: Iterable[Load], remove: Iterable[str] = ()) -> object:
        """Writes each graph whole in place of what it held, and takes those of `remove` out."""

    def fill(self, loads: Iterable[Load]) -> object:
        """Writes these graphs where there is nothing yet."""

    def snapshot(self, target: Path) -> int:
        """Copies all that it holds into a new store in the folder `target`; how many quads."""

    def flush(self) -> None:
        """Returns once all that was written will stay."""

    def optimize(self) -> None:
        """Has it put in order what was written."""


def opened(config: Config, *, lock: WriterLock | None = None) -> Store | RemoteStore:
    """The store of the settings, for writing. Raises StoreError where it cannot be had."""
    if isinstance(config.store, Server):
        return RemoteStore(config.store, config.data, lock=lock)
    return Store(config.store, lock=lock)
