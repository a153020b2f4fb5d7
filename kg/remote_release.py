"""What readers of a server need beside it, as a release in a folder has it: the index of names, counts, VoID.

It is made from the server's answers and kept in the user's cache, under the mark of the load that it shows. A server
whose graph was loaded by other means has no mark; there the number of its triples stands for it.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.releases import Release
from kg.sources import Record, Sources
from kg.vocabulary import VP

if TYPE_CHECKING:
    from kg.remote import Endpoint

_KEEP = 2  # that are kept of a server
_TEXTS = f"SELECT ?source ?text {{ ?source a <{VP.Source}> ; <{VP.textDigest}> ?text }}"


@dataclass(frozen=True, slots=True)
class RemoteRelease(Release):
    """A server's graph as it was last loaded; `folder` is in the cache, `data` is where sources are kept here."""

    data: Path = field(default=Path("data"))

    def records(self) -> list[Record]:
        """The sources whose texts are kept on this machine, and are those that the server's facts were read from."""
        texts = json.loads((self.folder / "texts.json").read_text("utf-8"))
        return [record for record in Sources(self.data).records() if texts.get(record.iri) == record.text]


def current(endpoint: Endpoint, data: Path, base: str) -> RemoteRelease:
    """The release that a server shows, its index made where there is none yet.

    Raises StoreError where the server holds nothing.
    """
    notes = endpoint.notes()
    mark = notes.published or f"triples-{_held(endpoint)}"
    folder = _cache() / _digest(f"{endpoint.server.url} {base}") / f"{mark}-{_maker()}"
    if not (folder / "counts.json").is_file():
        _make(endpoint, folder, notes.release, notes.created, base)
    counts = json.loads((folder / "counts.json").read_text("utf-8"))
    return RemoteRelease(
        notes.release, folder, counts["quads"], notes.sequence, counts["created"], counts["kinds"], data
    )


def _held(endpoint: Endpoint) -> int:
    count = endpoint.count()
    if not count:
        raise StoreError(
            f"{endpoint.server}: the default graph there is empty; `kg --store URL build SOURCE…` fills it"
        )
    return count


def _make(endpoint: Endpoint, folder: Path, number: int, created: str, base: str) -> None:
    from kg import search, stats

    created = created or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        making = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    except OSError as error:
        raise StoreError(f"{folder.parent}: cannot keep the index of names: {error.strerror or error}") from error
    try:
        _tell(endpoint, folder)
        search.make_index(endpoint, making / "search.db")
        counts = {"quads": endpoint.quads(), "created": created, "kinds": stats.counts(endpoint)}
        (making / "void.ttl").write_bytes(stats.void(endpoint, base, number, created))
        texts = {row["source"].value: row["text"].value for row in endpoint.query(_TEXTS)}
        (making / "texts.json").write_text(json.dumps(texts), "utf-8")
        (making / "counts.json").write_text(json.dumps(counts, ensure_ascii=False, indent=1), "utf-8")
        try:
            making.rename(folder)
        except OSError:
            if not (folder / "counts.json").is_file():  # else another process was first
                raise
    except OSError as error:
        raise StoreError(f"{folder}: cannot keep the index of names: {error.strerror or error}") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _tidy(folder.parent)


def _tell(endpoint: Endpoint, folder: Path) -> None:
    """Says on standard error what is read now, since it may take a while."""
    import click

    from kg.help import language
    from kg.wording import word

    reading = word("reading names", language(click.get_current_context(silent=True), []))
    print(f"kg: {reading}: {endpoint.server} → {folder}", file=sys.stderr)


def _tidy(folder: Path) -> None:
    """Deletes what older loads left; a reader that has one open keeps its files until it closes them."""
    kept = sorted((path for path in folder.glob("[!.]*")), key=lambda path: path.stat().st_mtime)
    for path in kept[:-_KEEP]:
        shutil.rmtree(path, ignore_errors=True)


def _cache() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("vn-policy-kg") / "servers"


@cache
def _maker() -> str:
    """The digest of the modules that make it: another version of them makes it anew."""
    from kg import search, stats

    return _digest("".join(Path(module.__file__ or "").read_text("utf-8") for module in (search, stats)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
