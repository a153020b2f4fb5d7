"""The process that answers queries over one release, so that a query can be killed at its deadline.

Started by kg.reader with `-S`, so it imports little. It reads requests from standard input and writes answers to
standard output, each a length and JSON, the answer followed by its bytes. It ends with its standard input, at its own
alarm should its parent be gone by then, and at its memory limit.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.guard import check_query, unreadable
from kg.locks import hold

GRACE = 1.0  # seconds after the deadline at which the process ends itself
_MAX_RSS = 600_000_000  # bytes in use after an answer, from which on a fresh process is better

RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "n3": ox.RdfFormat.N3,
}


class _Full(Exception):
    """The answer has reached its cap."""


class _Lines:
    """Takes a line-based answer until it has `rows` lines or `size` bytes."""

    def __init__(self, rows: int, size: int) -> None:
        self.rows, self.size = rows, size
        self.parts: list[bytes] = []
        self.seen_rows = self.seen_bytes = 0

    def write(self, part: bytes) -> int:
        """Takes a part of the answer, its length in bytes. Raises _Full once the caps on rows or bytes are passed."""
        self.parts.append(bytes(part))
        self.seen_rows += part.count(b"\n")
        self.seen_bytes += len(part)
        if self.seen_rows > self.rows or self.seen_bytes > self.size:
            raise _Full
        return len(part)

    def flush(self) -> None:
        """Nothing: the answer stays in memory."""

    def lines(self) -> tuple[list[bytes], bool]:
        """The lines within the caps, and whether some were cut off."""
        content = b"".join(self.parts)
        cut = len(content) > self.size
        lines = content[: self.size].split(b"\n")[:-1]
        return lines[: self.rows], cut or len(lines) > self.rows


def answer(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The answer to one request: its description and its bytes. Raises QueryError on a query that cannot be read."""
    text = request["query"]
    if request["check"]:
        check_query(text)
    try:
        results = store.query(
            text,
            base_iri=request["base"],
            prefixes=request["prefixes"],
            default_graph=[graph(iri) for iri in request["default_graph"]] or None,
            named_graphs=[graph(iri) for iri in request["named_graphs"]] or None,
        )
    except SyntaxError as error:
        raise QueryError(unreadable(text, str(error.msg or error), request["prefixes"] or ())) from error
    if isinstance(results, ox.QueryTriples):
        return triples(results, request)
    return answered(results, request)


def answered(results: ox.QuerySolutions | ox.QueryBoolean, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Rows or a truth value in the form asked for, the rows within the caps."""
    if isinstance(results, ox.QueryBoolean):
        form = request["format"] if request["format"] in ("json", "xml", "csv", "tsv") else "json"
        head = {"kind": "boolean", "format": form, "rows": 1, "truncated": False}
        return head, results.serialize(format=RESULTS[form]) or b""
    return _solutions(results, request)


def _solutions(results: ox.QuerySolutions, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    form = request["format"] if request["format"] in RESULTS else "json"
    sink = _Lines(request["max_rows"] + 1, request["max_bytes"])
    with suppress(_Full):
        results.serialize(sink, format=ox.QueryResultsFormat.TSV)  # type: ignore[arg-type]
    lines, truncated = sink.lines()
    content = b"\n".join([*lines, b""])
    if form != "tsv":
        read = ox.parse_query_results(content, format=RESULTS["tsv"])
        content = read.serialize(format=RESULTS[form]) or b""
    return {"kind": "solutions", "format": form, "rows": len(lines) - 1, "truncated": truncated}, content


def triples(results: Iterable[ox.Triple], request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Triples in the form asked for, within the caps."""
    form = request["format"] if request["format"] in GRAPHS else "turtle"
    sink = _Lines(request["max_rows"], request["max_bytes"])
    with suppress(_Full):
        ox.serialize(results, sink, format=ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]
    lines, truncated = sink.lines()
    lines = sorted(set(lines))
    content = b"\n".join([*lines, b""]) if lines else b""
    if form != "ntriples":
        kept = (quad.triple for quad in ox.parse(content, ox.RdfFormat.N_TRIPLES))
        prefixes = request["prefixes"] if form in ("turtle", "trig", "n3", "rdfxml", "jsonld") else None
        out = BytesIO()
        ox.serialize(kept, out, GRAPHS[form], prefixes=prefixes)
        content = out.getvalue()
    return {"kind": "triples", "format": form, "rows": len(lines), "truncated": truncated}, content


def graph(iri: str) -> ox.NamedNode:
    """The IRI of a graph that a request names. Raises QueryError where it is none."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is not an IRI: {error}") from error


def main() -> None:
    """Serves requests until standard input ends. Arguments: the release's folder, the memory limit in bytes."""
    folder, memory = Path(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing but answers may reach the pipe
    _lock = hold(folder)  # until the process ends
    try:
        store = ox.Store.read_only(str(folder / "store"))
    except (RuntimeError, OSError) as error:
        send(answers, {"error": "store", "message": f"{folder}: the release is damaged: {error}"})
        return
    send(answers, {"ready": True})
    while (request := receive(requests)) is not None:
        _alarm(request[0]["seconds"] + GRACE)
        head, content = _attempt(store, request[0])
        _alarm(0)
        send(answers, head | {"worn": _resident() > _MAX_RSS}, content)


def _attempt(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        return answer(store, request)
    except QueryError as error:
        return {"error": "query", "message": str(error)}, b""
    except MemoryError:
        return {"error": "memory", "message": ""}, b""
    except (ValueError, TypeError) as error:
        return {"error": "query", "message": str(error)}, b""
    except (RuntimeError, OSError) as error:
        return {"error": "store", "message": str(error)}, b""


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _resident() -> int:
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def send(stream: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    """Writes one message."""
    text = json.dumps(head).encode()
    stream.write(struct.pack(">IQ", len(text), len(content)) + text)
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Reads one message, or None where the stream has ended, be it within a message."""
    start = stream.read(12)
    if len(start) < 12:
        return None
    head, content = struct.unpack(">IQ", start)
    text = stream.read(head)
    body = stream.read(content)
    return (json.loads(text), body) if len(text) == head and len(body) == content else None
