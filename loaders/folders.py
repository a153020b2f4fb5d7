"""The files of folders, and what a path leads to where not everything may be looked into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def files(root: Path, known: Callable[[Path], bool], ignored: list[Path] | None) -> Iterator[Path]:
    """The files under a folder that are `known` by their names, by folder and name; the root itself where it is none.

    A folder that may not be read comes as well: reading it tells why. Files of other names, and pipes, are put on the
    list `ignored`. Hidden files, and the folder of a store, are passed over.
    """
    if not is_folder(root):
        yield root
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        if _is_store(Path(folder)):
            folders.clear()
            continue
        yield from _taken(closed)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_hidden(name):
                continue
            path = Path(folder, name)
            if known(path) and not is_pipe(path):
                yield path
            elif ignored is not None:
                ignored.append(path)
    yield from _taken(closed)


def is_hidden(name: str) -> bool:
    """Whether a file's name is that of a hidden file, or of one that Word keeps beside an open document."""
    return name.startswith((".", "~$"))


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; not where that may not be seen."""
    try:
        return path.is_dir()
    except PermissionError:
        return False


def is_file(path: Path) -> bool:
    """Whether a path leads to a file; not where that may not be seen."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def is_pipe(path: Path) -> bool:
    """Whether a path leads to a pipe or a device; not where that may not be seen."""
    try:
        return path.exists() and not path.is_file()
    except PermissionError:
        return False


def _taken(closed: list[OSError]) -> Iterator[Path]:
    """The folders of these errors, which are taken off the list."""
    while closed:
        yield Path(closed.pop(0).filename)


def _is_store(folder: Path) -> bool:
    """Whether a folder is one that sources are kept in, with a store or beside a server."""
    return is_file(folder / "lock") and any(map(is_folder, (folder / "store", folder / "sources" / "originals")))
