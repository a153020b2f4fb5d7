"""The quotes that state facts, for many facts at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.reader import Reader
from kg.trace_gather import Evidence, evidence
from kg.trace_queries import EVIDENCE, STATED

_AT_ONCE = 400


def of(reader: Reader, facts: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """The quotes of each fact, in the order of their text."""
    return evidence(asked(reader, EVIDENCE, facts))


def statements(reader: Reader, iris: Iterable[str]) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """The statements about resources, by subject, predicate and object."""
    found: dict[tuple[str, str, str], dict[str, None]] = {}
    for row in asked(reader, STATED, iris):
        found.setdefault((row["s"], row["p"], row["o"]), {})[row["fact"]] = None
    return {key: tuple(facts) for key, facts in found.items()}


def asked(reader: Reader, query: str, iris: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a query that is asked of many resources ?x."""
    import pyoxigraph as ox

    wanted = sorted(set(iris))
    rows: list[dict[str, str]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        nodes: list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = [
            ox.NamedNode(iri) for iri in wanted[start : start + _AT_ONCE]
        ]
        rows += reader.rows(query, {"x": nodes})
    return rows


def merged(found: Mapping[str, tuple[Evidence, ...]], facts: Iterable[str]) -> tuple[Evidence, ...]:
    """The quotes of several facts, each once."""
    return tuple({quote.iri: quote for fact in facts for quote in found.get(fact, ())}.values())
