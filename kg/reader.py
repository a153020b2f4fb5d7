"""Queries over a store: over the release of a folder, answered by worker processes, or over a server.

An answer comes whole, or whole up to a cap that it tells of, or not at all.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.config import BASE_IRI
from kg.errors import LimitError, QueryError
from kg.reader_pool import MEMORY, Pool, ProcessPool
from kg.releases import Release
from kg.remote_address import Server

if TYPE_CHECKING:
    import pyoxigraph as ox

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

DEADLINE = 30.0  # seconds
MAX_ROWS = 100_000
MAX_BYTES = 64 << 20
MEDIA_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples; charset=utf-8",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "nquads": "application/n-quads; charset=utf-8",
    "trig": "application/trig; charset=utf-8",
    "n3": "text/n3; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Result:
    """A query's answer in the form asked for. `rows` counts its rows or triples; `truncated` says that a cap cut it."""

    content: bytes
    media_type: str
    format: str
    kind: str  # "solutions", "boolean" or "triples"
    rows: int
    truncated: bool
    release: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a SELECT as terms; None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool

    def __iter__(self) -> Iterator[dict[str, Term]]:
        """Each row as a mapping of its bound variables."""
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}

    def __len__(self) -> int:
        return len(self.rows)


class Reader:
    """Answers queries over a data folder's current release, following it, over one release, or over a server.

    Safe to use from several threads: `workers` queries run at once, others wait for up to `patience` seconds. Close it,
    or use it as a context manager: its processes hold the release.
    """

    def __init__(
        self,
        over: Path | Release | Server,
        *,
        workers: int = 1,
        deadline: float = DEADLINE,
        patience: float = 5.0,
        memory: int = MEMORY,
        max_rows: int = MAX_ROWS,
        max_bytes: int = MAX_BYTES,
        prefixes: Mapping[str, str] | None = None,
        base_iri: str | None = None,
        data: Path = Path("data"),
    ) -> None:
        """`data` is where the sources of a server are kept, should they be."""
        self.deadline, self.max_rows, self.max_bytes = deadline, max_rows, max_bytes
        self._prefixes, self.base_iri = dict(prefixes or {}), base_iri
        self._pool: Pool
        if isinstance(over, Server):
            from kg.remote_reader import RemotePool

            self._pool = RemotePool(over, data, base_iri or BASE_IRI, workers=workers, patience=patience)
        else:
            self._pool = ProcessPool(over, workers=workers, patience=patience, memory=memory)

    @property
    def release(self) -> Release:
        """The release that the next query is answered over."""
        return self._pool.release

    def query(
        self,
        text: str,
        format: str = "json",
        params: Mapping[str, Sequence[Term] | Term] | None = None,
        *,
        deadline: float | None = None,
        max_rows: int | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        trusted: bool = False,
    ) -> Result:
        """The answer to a SPARQL query, with `params` bound as kg.binding does it.

        `format` is a name of MEDIA_TYPES; where it does not fit the kind of answer, that kind's first is taken. A
        `trusted` query, our own, is not searched for SERVICE. Raises QueryError, LimitError or StoreError.
        """
        if params:
            from kg.binding import bind

            text = bind(text, params)
        request = {
            "query": text,
            "format": format,
            "check": not trusted,
            "base": self.base_iri,
            "prefixes": self._prefixes,
            "default_graph": list(default_graphs),
            "named_graphs": list(named_graphs),
            "max_rows": min(self.max_rows, max_rows or self.max_rows),
            "max_bytes": self.max_bytes,
        }
        start = time.monotonic()
        head, content, release = self._pool.ask(request, deadline or self.deadline)
        return Result(
            content=content,
            media_type=MEDIA_TYPES[head["format"]],
            format=head["format"],
            kind=head["kind"],
            rows=head["rows"],
            truncated=head["truncated"],
            release=release,
            seconds=time.monotonic() - start,
        )

    def table(self, text: str, params: Mapping[str, Sequence[Term] | Term] | None = None, **options: Any) -> Table:
        """The rows of a SELECT as terms."""
        import pyoxigraph as ox

        result = self.query(text, "tsv", params, **options)
        if result.kind != "solutions":
            raise QueryError("a SELECT query was expected")
        solutions = ox.parse_query_results(result.content, format=ox.QueryResultsFormat.TSV)
        assert isinstance(solutions, ox.QuerySolutions)
        names = tuple(variable.value for variable in solutions.variables)
        rows = tuple(tuple(solution[i] for i in range(len(names))) for solution in solutions)
        return Table(names, rows, result.truncated)

    def rows(
        self, text: str, params: Mapping[str, Sequence[Term] | Term] | None = None, **options: Any
    ) -> list[dict[str, str]]:
        """All rows of one of our own SELECTs, each value as text; an unbound variable is absent.

        Raises LimitError where there are more than may be had at once.
        """
        table = self.table(text, params, trusted=True, **options)
        if table.truncated:
            raise LimitError(f"there are more than {len(table)} rows; ask for less at once", "size")
        return [{name: _text(term) for name, term in row.items()} for row in table]

    def all_rows(self, text: str) -> Iterator[dict[str, str]]:
        """All rows of one of our own ordered SELECTs, however many, asked for in pages of what may be had at once."""
        offset = 0
        while True:
            table = self.table(f"{text} OFFSET {offset} LIMIT {self.max_rows}", trusted=True)
            yield from ({name: _text(term) for name, term in row.items()} for row in table)
            offset += len(table)
            if len(table) < self.max_rows and not table.truncated:
                return

    def ask(self, text: str, params: Mapping[str, Sequence[Term] | Term] | None = None, **options: Any) -> bool:
        """The answer to an ASK."""
        result = self.query(text, "csv", params, **options)
        if result.kind != "boolean":
            raise QueryError("an ASK query was expected")
        return result.content.strip() == b"true"

    def snapshot(self) -> AbstractContextManager[ox.Store]:
        """All that the next query is answered over, as a store that stays as it is until the context ends."""
        return self._pool.snapshot()

    def close(self) -> None:
        """Ends the processes; waits for queries that are under way."""
        self._pool.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _text(term: Term) -> str:
    import pyoxigraph as ox

    return str(term) if isinstance(term, ox.Triple) else term.value
