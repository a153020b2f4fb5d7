"""Facts of many inputs, in order, by one process or several, with no more in memory than is being worked on.

Extraction is pure, so the number of processes does not change what comes out.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SourceError

if TYPE_CHECKING:
    from kg.model import Facts, Source
    from loaders.read import Input

_FEW = 48  # inputs that one process reads sooner than others start
_CHUNK = 16  # inputs handed over at once
_CHUNK_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Extracted:
    """One input and what came of it: its source and facts, or why it failed; neither where it is `known`."""

    name: str
    stem: str
    where: str
    origin: str  # the same input, wherever the command is run from
    suffix: str = ""  # that the original bytes' file has
    original: bytes = b""
    source: Source | None = None  # without its blocks
    facts: Facts | None = None
    error: str | None = None


@cache
def extractor() -> str:
    """Name and version of what extracts, with a digest of its rules and tables: where it differs, facts may."""
    import loaders
    import ontology

    rules = hashlib.sha256()
    roots = [Path(package.__path__[0]) for package in (loaders, ontology)]
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.suffix in (".py", ".csv", ".txt") and path.is_file():
                rules.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return f"{loaders.EXTRACTOR}+{rules.hexdigest()[:8]}"


def origin(source: Input) -> str:
    """Where an input lies: the real path, what is no UTF-8 in it escaped, and the member or the record in it."""
    path = os.path.realpath(source.path).encode("utf-8", "backslashreplace").decode("utf-8")
    if source.line is not None:
        return f"{path}#{source.name}"
    return f"{path}!{source.member}" if source.member else path


def digest(original: bytes) -> str:
    """The sha-256 of a source's bytes."""
    return hashlib.sha256(original).hexdigest()


def extract(source: Input) -> Extracted:
    """What one input states. What goes wrong with it is told in the result, so that the others go on."""
    from loaders.extract import extract as facts_of
    from loaders.read import content, read

    found = described(source)
    try:
        original = content(source)
        text = read(source)
        return replace(found, original=original, source=replace(text, blocks=()), facts=facts_of(text))
    except SourceError as error:
        return replace(found, error=str(error))
    except Exception as error:  # a fault of ours on this one source: counted and named, and the others go on
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(at.filename).name}, line {at.lineno}"
        return replace(
            found, error=f"{source.where}: a fault in the program: {type(error).__name__}: {error} ({place})"
        )


def described(source: Input) -> Extracted:
    """An input before it is read."""
    suffix = ".jsonl" if source.line is not None else Path(source.name).suffix.lower()
    return Extracted(source.name, source.stem, source.where, origin(source), suffix)


def extract_all(
    inputs: Iterable[Input], known: Mapping[str, str] | None = None, workers: int | None = None
) -> Iterator[Extracted]:
    """What each input states, in the order of the inputs. `workers` is by default the number of processors.

    `known` holds the sha-256 of the bytes of inputs that need no reading, by their origin. A few inputs are always read
    in this process.
    """
    found = (_unless_known(source, known or {}) for source in inputs)
    count = workers or os.cpu_count() or 1
    few: list[Input | Extracted] = []
    for one in found:
        few.append(one)
        if count > 1 and sum(not isinstance(entry, Extracted) for entry in few) > _FEW:
            yield from _in_processes(itertools.chain(few, found), count)
            return
        if len(few) > 1000 or count == 1:
            yield from map(_here, few)
            few = []
    yield from map(_here, few)


def _unless_known(source: Input, known: Mapping[str, str]) -> Input | Extracted:
    """The input, or where its bytes are known what stands for it."""
    from loaders.read import content

    before = known.get(origin(source))
    if before is not None:
        with suppress(SourceError):
            if digest(content(source)) == before:
                return described(source)
    return source


def _here(one: Input | Extracted) -> Extracted:
    return one if isinstance(one, Extracted) else extract(one)


def _in_processes(inputs: Iterable[Input | Extracted], count: int) -> Iterator[Extracted]:
    chunks = _chunks(inputs)
    waiting: deque[tuple[list[Input | Extracted], Future[list[Extracted]]]] = deque()
    pool = _pool(count)
    try:
        while True:
            for chunk in itertools.islice(chunks, 3 * count - len(waiting)):
                waiting.append((chunk, pool.submit(_extract_chunk, _unread(chunk))))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                read = iter(future.result())
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                read = map(_alone, _unread(chunk))
                pool = _pool(count)
                again = [c for c, _ in waiting]
                waiting = deque((c, pool.submit(_extract_chunk, _unread(c))) for c in again)
            yield from (one if isinstance(one, Extracted) else next(read) for one in chunk)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _unread(chunk: list[Input | Extracted]) -> list[Input]:
    return [one for one in chunk if not isinstance(one, Extracted)]


def _pool(count: int) -> ProcessPoolExecutor:
    """Processes that share nothing with this one: it may hold a store open."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _extract_chunk(chunk: list[Input]) -> list[Extracted]:
    return [extract(source) for source in chunk]


def _alone(source: Input) -> Extracted:
    """What an input states, read in a process of its own, since one among several ended theirs."""
    with _pool(1) as pool:
        try:
            return pool.submit(extract, source).result()
        except BrokenProcessPool:
            message = f"{source.where}: reading it ended the process, by a fault or for want of memory"
            return replace(described(source), error=message)


def _chunks(inputs: Iterable[Input | Extracted]) -> Iterator[list[Input | Extracted]]:
    chunk: list[Input | Extracted] = []
    size = 0
    for one in inputs:
        chunk.append(one)
        if not isinstance(one, Extracted):
            size += len(one.data) if one.data is not None else _size(one.path)
        if len(chunk) >= _CHUNK or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def dump(facts: Facts) -> str:
    """Facts as one line of JSON."""
    from kg.facts import to_json

    return json.dumps(to_json(facts), ensure_ascii=False)
