"""Locks between processes, held by the operating system, so that a killed process leaves none behind."""

from __future__ import annotations

import itertools
import json
import os
import platform
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from kg.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _try(file: IO[str]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """An exclusive lock on a file; `acquire` says whether it was free. Held until `release` or the process ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def acquire(self) -> bool:
        """Takes the lock; False where another holds it. Raises OSError where the file cannot be opened."""
        file = self.path.open("a+", encoding="utf-8")
        if _try(file):
            self._file = file
            return True
        file.close()
        return False

    def release(self) -> None:
        """Gives the lock back, if it is held."""
        if self._file is not None:
            self._file.close()
            self._file = None


_numbers = itertools.count()


def hold(folder: Path) -> Lock:
    """A reader's lock on a release; it ends with the process. Where nothing can be written, a lock of no effect."""
    lock = Lock(folder / "readers" / f"{os.getpid()}-{next(_numbers)}")
    with suppress(OSError):
        lock.path.parent.mkdir(exist_ok=True)
        lock.acquire()
    return lock


class WriterLock:
    """The lock of a store's one writer, with a note of who holds it beside it.

    The note is read only to say who is in the way; whether the store is free is the operating system's answer.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = Lock(folder / "lock")
        self._note = folder / "lock.json"

    def acquire(self) -> None:
        """Takes the lock. Raises StoreError that names the holder where it is not free."""
        if not self._lock.acquire():
            folder = self._lock.path.parent
            raise StoreError(f"{folder}: the store is in use{self._holder()}; wait or stop that process")
        note = {"pid": os.getpid(), "host": platform.node(), "since": time.strftime("%Y-%m-%dT%H:%M:%S%z")}
        self._note.write_text(json.dumps(note), "utf-8")

    def release(self) -> None:
        """Gives the lock back, and takes away the note of who holds it."""
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _holder(self) -> str:
        try:
            note = json.loads(self._note.read_text("utf-8"))
            return f" by process {note['pid']} on {note['host']} since {note['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            return " by another process"

    def __enter__(self) -> WriterLock:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()
