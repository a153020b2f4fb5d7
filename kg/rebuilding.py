"""The store made again from the kept sources, with what people wrote into it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import extraction
from kg.build import publish
from kg.config import Config
from kg.errors import SourceError, StoreError
from kg.graphs import graphs, load
from kg.iris import Iris
from kg.releases import numbers
from kg.remote_address import Server
from kg.remote_store import RemoteStore
from kg.sources import Record, Sources, describe
from kg.store import Store
from kg.store_files import claim
from kg.store_making import create

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.releases import Release
    from loaders.read import Input


def rebuild(config: Config, *, extract: bool = False, workers: int | None = None) -> Release | None:
    """Makes the store again from the sources and publishes a release; the old one need not be readable.

    With `extract` the kept originals are read again as well. What people wrote into the graph is carried over.
    """
    data, sources = config.data, Sources(config.data)
    if isinstance(config.store, Server):
        return _rebuild_server(config, config.store, extract, workers)
    if not sources.records() and not numbers(data):
        raise StoreError(f"{data}: no store here; `kg build SOURCE…` makes one")
    with claim(data) as lock:
        if extract:
            _extract_again(config, sources, workers)
        try:
            with Store(data, lock=lock) as store:
                save_by_hand(store, sources)
        except StoreError:  # damaged: what was saved when it was written counts
            (data / "store.json").unlink(missing_ok=True)
        create(data, (graph.load() for graph in graphs(config)), _by_hand(sources))
        with Store(data, lock=lock) as store:
            return publish(config, store)


def _rebuild_server(config: Config, server: Server, extract: bool, workers: int | None) -> Release | None:
    """Writes every graph of the sources anew at the server, and takes the sources out that are not kept here.

    What people wrote there stays: it is in no graph of ours.
    """
    sources = Sources(config.data)
    if not sources.records():
        raise StoreError(f"{config.data}: no sources are kept here; name the folder that keeps them with --data")
    with claim(config.data) as lock, RemoteStore(server, config.data, lock=lock) as store:
        if extract:
            _extract_again(config, sources, workers)
        iris = Iris(config.base_iri)
        gone = store.sources() - {iris.of("source", record.slug) for record in sources.records()}
        if gone:
            store.replace([], remove=gone)
        load(config, store, anew=True)
        return publish(config, store)


def save_by_hand(store: Store, sources: Sources) -> None:
    """Keeps what people wrote into the graph where `rebuild` finds it."""
    lines = b"".join(sorted(f"{quad} .\n".encode() for quad in store.by_hand()))
    if lines != sources.by_hand():
        sources.put_by_hand(lines)


def _by_hand(sources: Sources) -> Iterator[ox.Quad]:
    import pyoxigraph as ox

    return iter(ox.parse(sources.by_hand(), ox.RdfFormat.N_QUADS))


def _extract_again(config: Config, sources: Sources, workers: int | None) -> None:
    version = extraction.extractor()
    records = [record for record in sources.records() if record.extractor != version]
    inputs = (_input(sources, record) for record in records)
    for record, found in zip(records, extraction.extract_all(inputs, workers=workers), strict=True):
        if found.error is not None:
            raise SourceError(f"{found.error}; it was readable before: keep the old facts with `kg rebuild` alone")
        assert found.source and found.facts
        again = describe(
            found.source,
            found.facts,
            slug=record.slug,
            iri=record.iri,
            origin=record.origin,
            suffix=found.suffix,
            version=version,
            today=datetime.date.today().isoformat(),
        )
        sources.put(again, found.original, found.source.text, extraction.dump(found.facts), record)


def _input(sources: Sources, record: Record) -> Input:
    """A kept original as an input."""
    from loaders.read import Input

    line = record.original.endswith(".jsonl")
    path = sources.folder / "originals" / record.original
    return Input(record.name, path, line=1 if line else None, data=sources.original(record) if line else None)
