"""Releases: immutable snapshots of the store with their search index and counts, which readers open.

`data/releases/N/` holds `store/`, `search.db`, `sources.jsonl`, `void.ttl` and `counts.json`, which also lists every
file with its size, so that a release that lost one is known at once. `data/current` names the one that readers open;
it is replaced in one step once the release is complete. A reader holds a lock of its own under `readers/` while it has
the release open, and a release with a living reader is never deleted.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from kg.errors import StoreError, UsageError
from kg.locks import Lock, hold
from kg.sources import Record, Sources, dump, parse
from kg.store import Store
from kg.store_files import claim, swap, write

KEEP = 5
_REMEDY = "`kg rollback` goes back to an older release, `kg rebuild` makes a new one from sources/"


@dataclass(frozen=True, slots=True)
class Release:
    """A complete release: its number, folder and counts."""

    number: int
    folder: Path
    quads: int
    sequence: int  # of the store's last change that is in it
    created: str  # time, ISO 8601
    counts: Mapping[str, int] = field(default_factory=dict)  # by kind of resource

    @property
    def store(self) -> Path:
        """The folder that readers open."""
        return self.folder / "store"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.folder / "search.db"

    @property
    def void(self) -> Path:
        """The VoID description, Turtle."""
        return self.folder / "void.ttl"

    def records(self) -> list[Record]:
        """The sources that it was made of."""
        with (self.folder / "sources.jsonl").open(encoding="utf-8") as lines:
            return parse(lines)


def current(data: Path) -> Release:
    """The release that readers open. Raises StoreError where there is none, or where it is damaged."""
    path = data / "current"
    try:
        text = path.read_text("utf-8").strip()
    except FileNotFoundError:
        if numbers(data) or any((data / "sources" / "records").glob("*.json")):
            raise StoreError(f"{path}: missing; {_REMEDY}") from None
        raise StoreError(f"{data}: no store here; `kg build SOURCE…` makes one") from None
    except NotADirectoryError:
        raise StoreError(f"{data}: a file, where the folder of a store is wanted; give another --store") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: not readable ({error}); {_REMEDY}") from error
    if not text.isdecimal() or not text.isascii():
        raise StoreError(f"{path}: should hold the number of a release, holds {text[:40]!r}; {_REMEDY}")
    return get(data, int(text))


def get(data: Path, number: int) -> Release:
    """One release. Raises StoreError where it is missing, or any file of it is missing or has another size."""
    return whole(data / "releases" / str(number), number)


def whole(folder: Path, number: int) -> Release:
    """The release in a folder. Raises StoreError where it is missing, or any file of it is missing or cut."""
    try:
        counts = json.loads((folder / "counts.json").read_text("utf-8"))
        release = Release(number, folder, counts["quads"], counts["sequence"], counts["created"], counts["kinds"])
        files: dict[str, int] = counts["files"]
    except FileNotFoundError as error:
        raise StoreError(f"{folder}: the release is missing or not whole; {_REMEDY}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder}/counts.json: not readable ({error}); {_REMEDY}") from error
    for name, size in files.items():
        try:
            found = (folder / name).stat().st_size
        except OSError as error:
            raise StoreError(f"{folder}: the release is damaged: {name} is missing; {_REMEDY}") from error
        if found != size:
            raise StoreError(f"{folder}: the release is damaged: {name} has {found} bytes of {size}; {_REMEDY}")
    return release


def numbers(data: Path) -> list[int]:
    """The numbers of the releases that are there, oldest first."""
    folder = data / "releases"
    return sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal()) if folder.is_dir() else []


def publish(
    store: Store,
    created: str,
    describe: Callable[[Path, int], Mapping[str, int]],
    keep: int = KEEP,
) -> Release:
    """Makes a release of the store as it is, and makes it the current one; then deletes old ones.

    `describe` is given the release's folder with its `store/`, and its number; it writes the index and the description
    beside it, and returns the counts by kind. A kill at any moment leaves the former release current and whole.
    """
    data = store.data
    number = max(numbers(data), default=0) + 1
    making = data / "releases" / f".{number}.making"
    try:
        _clear(data)
        making.mkdir(parents=True)
        quads = store.snapshot(making / "store")
        kinds = dict(describe(making, number))
        with (making / "sources.jsonl").open("w", encoding="utf-8") as lines:
            lines.writelines(dump(Sources(data).records()))
        files = {str(p.relative_to(making)): p.stat().st_size for p in sorted(making.rglob("*")) if p.is_file()}
        _sync(making)
        counts = {"quads": quads, "sequence": store.sequence, "created": created, "kinds": kinds, "files": files}
        write(making / "counts.json", json.dumps(counts, ensure_ascii=False, indent=1).encode())
        folder = data / "releases" / str(number)
        making.rename(folder)
        point(data, number)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise StoreError(f"{data}: cannot publish a release: {error.strerror or error}; free some space") from error
    except StoreError:
        shutil.rmtree(making, ignore_errors=True)
        raise
    prune(data, keep)
    return Release(number, folder, quads, store.sequence, created, kinds)


def tidy(data: Path) -> None:
    """Deletes the sources' files that neither the sources nor a release needs; none where a release cannot tell."""
    named: list[Record] = []
    for number in numbers(data):
        try:
            with (data / "releases" / str(number) / "sources.jsonl").open(encoding="utf-8") as lines:
                named += parse(lines)
        except (OSError, ValueError, TypeError):
            return
    Sources(data).tidy(named)


def point(data: Path, number: int) -> None:
    """Makes a release the current one."""
    write(data / "current", f"{number}\n".encode())


def prune(data: Path, keep: int = KEEP) -> list[int]:
    """Deletes all but the newest `keep` releases, sparing the current one and those with living readers."""
    spared = current(data).number
    gone = []
    for number in numbers(data)[:-keep]:
        folder = data / "releases" / str(number)
        trash = folder.with_name(f".{number}.deleting")
        if number == spared or _read(folder):
            continue
        folder.rename(trash)
        if _read(trash):  # a reader came in between
            trash.rename(folder)
            continue
        shutil.rmtree(trash, ignore_errors=True)
        gone.append(number)
    return gone


@contextmanager
def reading(release: Release) -> Iterator[None]:
    """Keeps the release from being deleted while it is open."""
    lock = hold(release.folder)
    try:
        yield
    finally:
        lock.release()
        with suppress(OSError):
            lock.path.unlink()


def rollback(data: Path, number: int | None = None) -> Release:
    """Puts the sources, the store and `current` back to a release, by default the one before the current one.

    The store need not be readable. Where this is interrupted, the next opening of the store finishes it.
    """
    there = numbers(data)
    if number is None:
        try:
            now = current(data).number
        except StoreError:
            now = max(there, default=0) + 1
        number = max((n for n in there if n < now), default=None)
        if number is None:
            raise UsageError(f"{data}: there is no release before the current one")
    if number not in there:
        raise UsageError(f"{data}: no release {number}; there are {', '.join(map(str, there)) or 'none'}")
    release = get(data, number)
    with claim(data):
        write(data / "rollback", f"{number}\n".encode())
        recover(data)
    return release


def recover(data: Path) -> None:
    """Does what `rollback` planned; nothing where there is no plan. The caller holds the store's lock."""
    plan = data / "rollback"
    if not plan.is_file():
        return
    release = get(data, int(plan.read_text("utf-8")))
    Sources(data).reset(release.records())
    making = data / "store.making"
    shutil.rmtree(making, ignore_errors=True)
    pyoxigraph.Store.read_only(str(release.store)).backup(str(making))
    (data / "store.json").unlink(missing_ok=True)  # its count of changes is that of the store that goes
    swap(data, making)
    point(data, release.number)
    plan.unlink()


def _read(folder: Path) -> bool:
    """Whether a living process has the release open; forgets the dead ones."""
    readers = folder / "readers"
    alive = False
    for path in readers.iterdir() if readers.is_dir() else ():
        lock = Lock(path)
        if lock.acquire():
            lock.release()
            path.unlink(missing_ok=True)
        else:
            alive = True
    return alive


def _clear(data: Path) -> None:
    """Deletes what interrupted runs left."""
    for path in (data / "releases").glob(".*"):
        if path.name.endswith(".making") or (path.name.endswith(".deleting") and not _read(path)):
            shutil.rmtree(path, ignore_errors=True)


def _sync(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
