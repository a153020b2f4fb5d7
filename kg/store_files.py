"""The files of a data folder around the store: the writer's lock, the note of its last change, a new store's way in.

A new store takes the old one's place in two renames; where a kill comes between, the next opening finishes it.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.locks import WriterLock


def swap(data: Path, folder: Path) -> None:
    """Puts a complete store folder in the place of `data`/store. The caller holds the lock."""
    folder.rename(data / "store.new")  # from here on the next opening would finish it
    finish_swap(data)


def finish_swap(data: Path) -> None:
    """Puts a complete new store into the old one's place, where `swap` was interrupted; clears what is half made."""
    new, old, store = data / "store.new", data / "store.old", data / "store"
    shutil.rmtree(data / "store.making", ignore_errors=True)
    if new.is_dir():
        if store.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            store.rename(old)
        new.rename(store)
    shutil.rmtree(old, ignore_errors=True)


def claim(data: Path) -> WriterLock:
    """The writer's lock of a data folder, taken. Raises StoreError where another process holds it."""
    lock = WriterLock(data)
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"{data}: a file, where the folder of a store is wanted; give another --store") from None
    except OSError as error:
        raise StoreError(
            f"{data}: cannot be used as a store: {obstacle(data, error)}; give another folder with --store"
        ) from error
    return lock


def obstacle(path: Path, error: OSError) -> str:
    """Why a path cannot be written: the folder that is missing or takes nothing, else what the system says."""
    there = next((folder for folder in path.absolute().parents if folder.is_dir()), path)
    if path.is_dir():
        there = path
    elif error.errno == errno.ENOENT and there != path.absolute().parent:
        return f"there is no folder {path.parent}"
    if error.errno in (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS):
        return f"nothing can be written in {there}"
    return error.strerror or str(error)


@contextmanager
def written(out: Path | None) -> Iterator[None]:
    """Turns what the system says of a file or folder that cannot be written into a StoreError that names it; None is
    standard output."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (FileExistsError, NotADirectoryError):
        raise StoreError(f"{out}: cannot be written: a file is in the way where a folder is wanted") from None
    except OSError as error:
        why = obstacle(out, error) if out else error.strerror or str(error)
        raise StoreError(f"{out or 'standard output'}: cannot be written: {why}") from error


def last_change(data: Path) -> dict[str, int]:
    """The last change that surely reached the disk, or nothing where the store is new."""
    try:
        note = json.loads((data / "store.json").read_text("utf-8"))
        return {"sequence": int(note["sequence"])}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{data}/store.json: not readable ({error}); delete it, then run `kg rebuild`") from error


def write_note(data: Path, sequence: int) -> None:
    """Notes the last change that surely is on the disk."""
    write(data / "store.json", json.dumps({"sequence": sequence}).encode())


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, through to the disk."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def telling(data: Path) -> Iterator[None]:
    """Turns what RocksDB or the system says into a StoreError with the way out."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        if isinstance(error, SyntaxError):
            raise
        text = str(error)
        if "No space left" in text or "File too large" in text or "quota" in text.lower():
            raise StoreError(f"{data}: the disk is full; nothing of this change was kept; free some space") from error
        raise StoreError(f"{data}: the store cannot be written: {text}; nothing of this change was kept") from error
