"""Reads the rows of the store that lists are made of, by a few plain queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.reader import Reader
from kg.standards import RDF

MOST = 100_000  # rows of one query


@dataclass(slots=True)
class Fields:
    """What a query of properties found, by subject and property."""

    of: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def one(self, subject: str, predicate: str) -> str | None:
        """A value of a property, the same one always."""
        values = self.of[subject].get(predicate)
        return min(values) if values else None

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of a property."""
        return sorted(self.of[subject].get(predicate, ()))


class Stored:
    """The rows of a release. `truncated` says whether some query had more than it may give."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.truncated = False

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a query, by the names of its variables."""
        table = self.reader.table(query, max_rows=MOST, trusted=True)
        self.truncated = self.truncated or table.truncated
        return [{name: term.value for name, term in row.items()} for row in table]  # type: ignore[union-attr]

    def terms(self, query: str) -> Iterable[tuple[str, str, str, str]]:
        """Rows of subject, predicate, text and its language."""
        table = self.reader.table(query, max_rows=MOST, trusted=True)
        self.truncated = self.truncated or table.truncated
        for subject, predicate, label in table.rows:
            if subject is not None and predicate is not None and label is not None:
                lang = getattr(label, "language", None) or ""
                yield subject.value, predicate.value, label.value, lang  # type: ignore[union-attr]

    def fields(self, cls: str, properties: tuple[str, ...]) -> Fields:
        """Some properties of all resources of a class."""
        found = Fields()
        for row in self.rows(f"SELECT ?x {{ ?x <{RDF.type}> <{cls}> }}"):
            found.of[row["x"]] = defaultdict(list)
        for predicate in properties:  # one plain join each: the fastest way through the store
            for row in self.rows(f"SELECT ?x ?o {{ ?x <{RDF.type}> <{cls}> . ?x <{predicate}> ?o }}"):
                found.of[row["x"]][predicate].append(row["o"])
        return found

    def counted(self, query: str) -> dict[str, int]:
        """The number ?n of each ?x."""
        return {row["x"]: int(row["n"]) for row in self.rows(query) if "x" in row}


def code(iri: str | None, prefix: str) -> str | None:
    """The code of a concept of the ontology: "decision" of vp:type-decision."""
    return iri.rpartition("#")[2].removeprefix(prefix) if iri else None
