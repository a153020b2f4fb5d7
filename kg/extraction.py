"""Facts of many inputs, in order, by one process or several, with no more in memory than is being worked on.

Extraction is pure, so the number of processes does not change what comes out.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
    from loaders.extract import EXTRACTOR

    rules = hashlib.sha256()
    roots = [Path(package.__path__[0]) for package in (loaders, ontology)]
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.suffix in (".py", ".csv", ".txt") and path.is_file():
                rules.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return f"{EXTRACTOR}+{rules.hexdigest()[:8]}"


def origin(source: Input) -> str:
    """Where an input lies: the real path, and the member or the record in it."""
    path = os.path.realpath(source.path)
    if source.line is not None:
        return f"{path}#{source.name}"
    return f"{path}!{source.member}" if source.member else path


def digest(original: bytes) -> str:
    """The sha-256 of a source's bytes."""
    return hashlib.sha256(original).hexdigest()


def extract(source: Input, known: Mapping[str, str]) -> Extracted:
    """What one input states. `known` holds the sha-256 of the bytes of inputs that need no reading, by their origin.

    What goes wrong with one input is told in its result, so that the others go on.
    """
    from loaders.extract import extract as facts_of
    from loaders.read import content, read

    suffix = ".jsonl" if source.line is not None else Path(source.name).suffix.lower()
    found = Extracted(source.name, source.stem, source.where, origin(source), suffix)
    try:
        original = content(source)
        if known.get(found.origin) == digest(original):
            return found
        text = read(source)
        return replace(found, original=original, source=replace(text, blocks=()), facts=facts_of(text))
    except SourceError as error:
        return replace(found, error=str(error))
    except Exception as error:  # a fault of ours on this one source: counted and named, and the others go on
        return replace(found, error=f"{source.where}: a fault in the program: {type(error).__name__}: {error}")


def extract_all(
    inputs: Iterable[Input], known: Mapping[str, str] | None = None, workers: int | None = None
) -> Iterator[Extracted]:
    """What each input states, in the order of the inputs. `workers` is by default the number of processors.

    A few inputs are always read in this process.
    """
    known = known or {}
    inputs = iter(inputs)
    few = list(itertools.islice(inputs, _FEW))
    count = workers or os.cpu_count() or 1
    rest = next(inputs, None)
    if count == 1 or rest is None:
        rest_of = itertools.chain(few, () if rest is None else (rest,), inputs)
        yield from (extract(source, known) for source in rest_of)
        return
    yield from _in_processes(itertools.chain(few, (rest,), inputs), known, count)


def _in_processes(inputs: Iterable[Input], known: Mapping[str, str], count: int) -> Iterator[Extracted]:
    chunks = _chunks(inputs)
    waiting: deque[tuple[list[Input], Future[list[Extracted]]]] = deque()
    pool = _pool(count)
    try:
        while True:
            for chunk in itertools.islice(chunks, 3 * count - len(waiting)):
                waiting.append((chunk, pool.submit(_extract_chunk, chunk, _of(chunk, known))))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from (_alone(source, known) for source in chunk)
                pool = _pool(count)
                again = [c for c, _ in waiting]
                waiting = deque((c, pool.submit(_extract_chunk, c, _of(c, known))) for c in again)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(count: int) -> ProcessPoolExecutor:
    """Processes that share nothing with this one: it may hold a store open."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _extract_chunk(chunk: list[Input], known: Mapping[str, str]) -> list[Extracted]:
    return [extract(source, known) for source in chunk]


def _alone(source: Input, known: Mapping[str, str]) -> Extracted:
    """What an input states, read in a process of its own, since one among several ended theirs."""
    with _pool(1) as pool:
        try:
            return pool.submit(extract, source, known).result()
        except BrokenProcessPool:
            message = f"{source.where}: reading it ended the process, by a fault or for want of memory"
            return Extracted(source.name, source.stem, source.where, origin(source), error=message)


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    chunk: list[Input] = []
    size = 0
    for source in inputs:
        chunk.append(source)
        size += len(source.data) if source.data is not None else _size(source.path)
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


def _of(chunk: list[Input], known: Mapping[str, str]) -> dict[str, str]:
    """The part of `known` that a chunk needs."""
    return {o: known[o] for o in map(origin, chunk) if o in known}


def dump(facts: Facts) -> str:
    """Facts as one line of JSON."""
    from kg.facts import to_json

    return json.dumps(to_json(facts), ensure_ascii=False)
