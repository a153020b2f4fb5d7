"""What every request shares: the readers of the store, the sources' texts, and the current release's catalogue."""

from __future__ import annotations

import threading
from pathlib import Path

from flask import current_app

from kg.config import Config
from kg.iris import Iris
from kg.reader import Reader
from kg.releases import Release
from kg.search import Search
from kg.sources import Record, Sources
from kg.vocabulary import PREFIXES
from web.catalogue import Catalogue
from web.terms import Terms

PAGE_DEADLINE = 20.0  # seconds for a query of a page


class Site:
    """The data that the pages are made of. Pages and people's queries have query processes of their own."""

    def __init__(self, config: Config, *, query_timeout: float, workers: int) -> None:
        self.config = config
        self.base = config.base_iri
        self.iris = Iris(config.base_iri)
        self.query_timeout = query_timeout
        self.pages, self.endpoint = (
            Reader(
                config.store,
                workers=workers,
                deadline=deadline,
                prefixes=PREFIXES,
                base_iri=config.base_iri,
                data=config.data,
            )
            for deadline in (PAGE_DEADLINE, query_timeout)
        )
        self.sources = Sources(config.data)
        self.terms = Terms()
        self._catalogue: Catalogue | None = None
        self._records: tuple[int, dict[str, Record]] | None = None
        self._making = threading.Lock()

    @property
    def release(self) -> Release:
        """The release that answers are given over."""
        return self.pages.release

    def catalogue(self) -> Catalogue:
        """The lists and labels of the current release, made once for it."""
        with self._making:
            release = self.release
            if self._catalogue is None or self._catalogue.release.folder != release.folder:
                self._catalogue = Catalogue(self.pages, release, self.iris)
            return self._catalogue

    def search(self) -> Search:
        """The search index of the current release."""
        return Search(self.release)

    def record(self, slug: str) -> Record | None:
        """The record of a source of the current release."""
        release = self.release
        if self._records is None or self._records[0] != release.number:
            self._records = release.number, {record.slug: record for record in release.records()}
        return self._records[1].get(slug)

    def close(self) -> None:
        """Ends the query processes."""
        self.pages.close()
        self.endpoint.close()


def site() -> Site:
    """The site of the application that is serving."""
    found = current_app.extensions["site"]
    assert isinstance(found, Site)
    return found


def folder() -> Path:
    """The folder of this package."""
    return Path(__file__).parent
