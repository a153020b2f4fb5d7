"""A SPARQL Update over the data set that a request names beside it (SPARQL 1.1 Protocol, section 2.2.3)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from web.query_form import TOKEN


def over(update: str, graphs: Sequence[str], named: Sequence[str]) -> str:
    """The update with `using-graph-uri` and `using-named-graph-uri` as USING clauses of each of its operations.

    Raises QueryError where it has a data set of its own (USING, WITH), or where an address is no IRI.

    >>> over("INSERT { ?s a <x:C> } WHERE { ?s a <x:B> }", ["x:g"], ["x:h"])
    'INSERT { ?s a <x:C> } USING <x:g> USING NAMED <x:h> WHERE { ?s a <x:B> }'
    >>> over("DELETE WHERE { ?s ?p 'WHERE' }", ["x:g"], [])
    "DELETE { ?s ?p 'WHERE' } USING <x:g> WHERE { ?s ?p 'WHERE' }"
    """
    if not graphs and not named:
        return update
    clauses = "".join(f"USING {_iri(iri)} " for iri in graphs) + "".join(f"USING NAMED {_iri(iri)} " for iri in named)
    parts: list[str] = []
    depth = kept = start = 0
    short = False  # within DELETE WHERE { … }, whose pattern is its template as well
    last = ""
    for match in TOKEN.finditer(update):
        token = match[0]
        if token.isspace() or token.startswith("#"):
            continue
        if token == "{":
            start = match.start() if depth == 0 else start
            depth += 1
        elif token == "}":
            depth -= 1
            if short and depth == 0:
                pattern = update[start : match.end()]
                parts += [f"{pattern} {clauses}WHERE {pattern}"]
                kept, short = match.end(), False
        elif depth == 0 and match["word"]:
            word = token.upper()
            if word in ("USING", "WITH"):
                raise QueryError(f"the update has a data set of its own ({word}); send no using-graph-uri with it")
            if word == "WHERE":
                parts.append(update[kept : match.start()])
                kept, short = match.start(), last == "DELETE"
                if not short:
                    parts.append(clauses)
        last = token.upper()
    return "".join([*parts, update[kept:]])


def _iri(text: str) -> str:
    import pyoxigraph as ox

    try:
        return str(ox.NamedNode(text))
    except ValueError as error:
        raise QueryError(f"{text!r} is not an IRI: {error}") from error
