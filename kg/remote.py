"""A server's SPARQL: where under its address it answers, queries, updates, and what loading has noted in it.

The notes stand in the graph that a store in a folder has them in (kg.store.STATE). Each change puts a new mark of its
own there in place of the one that it found, and does nothing where that is gone: so of two writers one has to begin
again, and none writes over the other's work unseen.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.errors import LimitError, QueryError, StoreError
from kg.remote_http import Answer, Http, RefusedError
from kg.store_making import STATE

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.remote_address import Server

SECONDS = 60.0  # for one of our own queries
FIRST = 15.0  # until an address has answered the first question, which asks for nothing
LONG = 1800.0  # for an update, or a query over all that there is
_FORM = "application/x-www-form-urlencoded"
RESULTS = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
}
GRAPHS = {
    "application/n-triples": "N_TRIPLES",
    "text/turtle": "TURTLE",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD",
}
_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
ANYTHING = f"{_ROWS}, application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.7"
CHANGE, SEQUENCE, DIGEST, RELEASE, PUBLISHED, CREATED = (
    f"<{STATE.value}#{name}>" for name in ("change", "sequence", "digest", "release", "published", "created")
)
_NOTES = f"""SELECT ?in ?p ?o {{
  {{ GRAPH {STATE} {{ {STATE} ?p ?o }} BIND("graph" AS ?in) }} UNION {{ {STATE} ?p ?o BIND("default" AS ?in) }} }}"""
_ALL = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_MERGED = (
    "its default graph is the union of all graphs, so that what two sources say would count twice; "
    "have it keep the default graph apart (Oxigraph: without --union-default-graph)"
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What loading has noted in a server; `change` is None where nothing was loaded by this program."""

    change: str | None = None  # the mark of the last change
    sequence: int = 0  # the number of changes
    release: int = 0  # how often a load was brought to its end
    published: str | None = None  # the mark of the change that ended the last one
    created: str = ""  # when it ended


class Rows:
    """The rows of a SELECT, read as they come, once. Raises StoreError where they break off."""

    def __init__(self, url: str, results: ox.QuerySolutions, answer: Answer) -> None:
        self._url, self._results, self._answer = url, results, answer
        self.variables = results.variables

    def __iter__(self) -> Iterator[ox.QuerySolution]:
        with self._answer:
            try:
                yield from self._results
            except SyntaxError as error:
                raise broken(self._url, error) from error


class Endpoint:
    """The SPARQL of a server, found under its address at the first query. Safe across threads."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._http = Http(server)
        self._found = threading.Lock()
        self._query_url: str | None = None
        self._update_url: str | None = server.update_url

    # ── queries ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def ask(
        self,
        text: str,
        accept: str = ANYTHING,
        *,
        seconds: float = SECONDS,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """The answer to a query, to be read and closed. Raises QueryError where the server cannot read the query."""
        form = [("query", text), *(("default-graph-uri", iri) for iri in default_graphs)]
        form += [("named-graph-uri", iri) for iri in named_graphs]
        try:
            return self._http.post(
                self._query_at(), urlencode(form).encode(), _FORM, accept=accept, seconds=seconds, again=True
            )
        except RefusedError as error:
            if error.status == 400:
                raise QueryError(f"the query cannot be read: {error.said or 'the server says no more'}") from error
            raise

    def select(self, text: str, seconds: float = SECONDS) -> Rows:
        """The rows of a SELECT, as they come."""
        import pyoxigraph as ox

        answer = self.ask(text, _ROWS, seconds=seconds)
        try:
            results = parsed(self._at(), answer)
            if not isinstance(results, ox.QuerySolutions):
                raise StoreError(f"{self._at()}: answers a SELECT with no rows; it is no SPARQL 1.1 endpoint")
        except BaseException:
            answer.close()
            raise
        return Rows(self._at(), results, answer)

    def query(self, text: str, *, prefixes: Mapping[str, str] | None = None) -> Rows:
        """The rows of one of our own SELECTs, however long they take: as a pyoxigraph store gives them."""
        return self.select(prologue(text, prefixes or {}, None) + text, LONG)

    def count(self, graph: str | None = None) -> int:
        """How many triples a named graph or the default graph holds."""
        where = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        return self._number(f"SELECT (COUNT(*) AS ?n) {where}")

    def quads(self) -> int:
        """How many quads it holds in all."""
        return self._number(f"SELECT (COUNT(*) AS ?n) {_ALL}")

    def _number(self, query: str) -> int:
        rows = list(self.select(query, LONG))
        if len(rows) != 1:
            raise StoreError(f"{self._at()}: gives no count; it is no SPARQL 1.1 endpoint")
        return int(rows[0]["n"].value)

    def notes(self) -> Notes:
        """What loading has noted. Raises StoreError where the server takes all graphs for the default graph."""
        return self._read_notes(self.select(_NOTES))

    def _read_notes(self, rows: Iterable[ox.QuerySolution]) -> Notes:
        found: dict[str, str] = {}
        for row in rows:
            if row["in"].value == "default":
                raise StoreError(f"{self.server}: {_MERGED}")
            found[f"<{row['p'].value}>"] = row["o"].value
        return Notes(
            change=found.get(CHANGE),
            sequence=int(found.get(SEQUENCE, 0)),
            release=int(found.get(RELEASE, 0)),
            published=found.get(PUBLISHED),
            created=found.get(CREATED, ""),
        )

    def snapshot(self, target: Path) -> int:
        """Copies all that it holds into a new store in the folder `target`; how many quads.

        One query, so that no change comes in between where the server answers a query from one state. Raises StoreError
        where it gives less than it counts.
        """
        import pyoxigraph as ox

        store = ox.Store(str(target))
        before, wanted, got = self.notes(), self.quads(), 0

        def quads() -> Iterator[ox.Quad]:
            nonlocal got
            for row in self.select(f"SELECT ?g ?s ?p ?o {_ALL}", LONG):
                got += 1
                yield ox.Quad(row["s"], row["p"], row["o"], row["g"] or ox.DefaultGraph())

        store.bulk_extend(quads())
        store.flush()
        if got != wanted:
            if self.notes() != before:
                raise StoreError(f"{self.server}: was changed while it was read; ask again")
            raise StoreError(f"{self.server}: gave {got} of {wanted} quads; raise the limit of rows at the server")
        return len(store)

    # ── updates ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def update(self, text: str, seconds: float = LONG) -> None:
        """Runs a SPARQL Update, once. Raises BrokenError where it is not known whether it was done."""
        url = self._update_at()
        try:
            self._http.post(url, text.encode(), "application/sparql-update", seconds=seconds).end()
        except RefusedError as error:
            raise _refused(error) from error

    # ── finding it ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _at(self) -> str:
        return self._query_url or self.server.url

    def _query_at(self) -> str:
        """The address that answers queries. Raises StoreError where none does."""
        with self._found:
            if self._query_url is None:
                self._query_url = self._find_query()
            return self._query_url

    def _find_query(self) -> str:
        given = self.server.url.rstrip("/")
        last = given.rpartition("/")[2]
        candidates = [self.server.url] if last in ("query", "sparql") else [f"{given}/query", f"{given}/sparql", given]
        refusals: list[StoreError] = []
        for url in candidates:
            try:
                body = urlencode({"query": "ASK { }"}).encode()
                with self._http.post(url, body, _FORM, accept=_ROWS, seconds=FIRST, again=True) as answer:
                    parsed(url, answer)
                    return url
            except LimitError as error:
                raise StoreError(
                    f"{url}: takes the connection, but has answered nothing within {FIRST:g} s; see that a SPARQL "
                    "server runs there and is not overloaded"
                ) from error
            except RefusedError as error:
                if error.status not in (400, 404, 405, 406, 410, 415, 501):
                    raise
                refusals.append(error.with_traceback(None))  # which would keep its callers' rows alive
            except _NoSparqlError as error:
                refusals.append(error.with_traceback(None))
        tried = f"; tried {', '.join(candidates)}" if len(candidates) > 1 else ""
        told = next((error for error in refusals if isinstance(error, _NoSparqlError)), refusals[-1])
        raise StoreError(f"{told}{tried}") from told

    def _update_at(self) -> str:
        """The address that takes updates. Raises StoreError where none does."""
        query = self._query_at()
        with self._found:
            if self._update_url is None:
                self._update_url = self._find_update(query)
            return self._update_url

    def _find_update(self, query: str) -> str:
        """Asked with an update that does nothing."""
        base, _, last = query.rpartition("/")
        beside = f"{base}/update" if last in ("query", "sparql") else f"{query}/update"
        refusals: list[RefusedError] = []
        for url in (beside, query) if last == "query" else (query, beside):
            try:
                self._http.post(url, b"INSERT DATA { }", "application/sparql-update", seconds=SECONDS).end()
                return url
            except RefusedError as error:
                if error.status == 401 or error.status >= 500:
                    raise
                refusals.append(error.with_traceback(None))
        told = next((error for error in refusals if error.status not in (404, 405, 415)), refusals[0])
        raise _refused(told) from told


class _NoSparqlError(StoreError):
    """What answers is no SPARQL endpoint."""


def _no_sparql(url: str, media_type: str) -> _NoSparqlError:
    return _NoSparqlError(
        f"{url}: answers a query with {media_type or 'no media type'}, so it is no SPARQL endpoint; "
        "give the address of one, as http://localhost:7878 for an Oxigraph server"
    )


def broken(url: str, error: SyntaxError) -> StoreError:
    """What to say of an answer that cannot be read to its end."""
    return StoreError(
        f"{url}: the answer is cut off or damaged ({error.msg}); the server may have stopped the query at a limit "
        "of its own: ask for less, or raise it there"
    )


def _refused(error: RefusedError) -> StoreError:
    """What to say of an update that a server does not take."""
    url, words = error.url, f": {error.said}" if error.said else ""
    if error.status == 401:
        return error
    if error.status in (403, 404, 405, 415, 501):
        return StoreError(
            f"{url}: the server takes no updates ({error.status}){words}; have it allow them, "
            "or name their address in KG_STORE_UPDATE"
        )
    if error.status in (429, 503):
        return error
    return StoreError(f"{url}: the server refused the update ({error.status}){words}; nothing of it was written")


def parsed(url: str, answer: Answer) -> ox.QuerySolutions | ox.QueryBoolean:
    """The rows or the truth value that an answer holds; rows are read as they are asked for."""
    import pyoxigraph as ox

    if answer.media_type not in RESULTS:
        raise _no_sparql(url, answer.media_type)
    form = getattr(ox.QueryResultsFormat, RESULTS[answer.media_type])
    try:
        return ox.parse_query_results(answer, format=form)  # type: ignore[arg-type]
    except SyntaxError as error:
        raise _NoSparqlError(f"{url}: answers with JSON or XML that holds no SPARQL results ({error.msg})") from error


def prologue(text: str, prefixes: Mapping[str, str], base: str | None) -> str:
    """On one line, the declarations that a query relies on: a server knows none of our prefixes."""
    declared = set(re.findall(r"(?i)\bprefix\s+([\w.-]*):", text))
    used = [f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items() if name not in declared and f"{name}:" in text]
    return "".join([f"BASE <{base}> " if base else "", *used])
