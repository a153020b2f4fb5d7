"""Search by name, number or word, accents or not: a full-text index of a release, and its hits, best first.

Texts are folded before they are indexed, since SQLite folds no đ, and digits are parted from letters, so that
"142/QĐ-TTg", "142/qdttg" and "QD 142" ask for the same.
"""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError, UsageError
from kg.folding import fold
from kg.snippets import TOKEN, Sought, snippet, sought
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from kg.releases import Release
    from kg.stats import Asked

# the kinds that are found, in the order in which equal hits are shown, and how much each counts beside the words
KINDS: dict[str, float] = {
    "document": 3.0,
    "programme": 2.6,
    "agency": 2.6,
    "office": 2.4,
    "official": 2.4,
    "indicator": 2.0,
    "pillar": 2.0,
    "group": 1.2,
    "task": 1.4,
    "target": 1.2,
    "observation": 1.2,
    "source": 1.0,
    "quote": 0.0,
}
_CANDIDATES = 300  # hits of the index that are ranked

# Each gives ?iri, ?label and may give ?name (further names), ?text, ?detail (one line beside the label), ?weight.
_DOCUMENTS = """
SELECT ?iri (SAMPLE(?l) AS ?label) (GROUP_CONCAT(DISTINCT ?n; separator=" | ") AS ?name) (SAMPLE(?t) AS ?text)
       (SAMPLE(?d) AS ?detail) (COUNT(DISTINCT ?m) AS ?weight)
WHERE {
  ?iri a vp:Document .
  OPTIONAL { ?iri eli:id_local ?number } OPTIONAL { ?iri skos:altLabel ?alt }
  BIND(COALESCE(?number, ?alt) AS ?l) BIND(COALESCE(?alt, ?number) AS ?n)
  OPTIONAL { ?iri dcterms:title ?t } OPTIONAL { ?iri eli:date_document ?date . BIND(STR(?date) AS ?d) }
  OPTIONAL { ?m vp:refersTo ?iri }
} GROUP BY ?iri
"""
_NAMED = """
SELECT ?iri (SAMPLE(?p) AS ?label) (GROUP_CONCAT(DISTINCT ?n; separator=" | ") AS ?name)
       (COUNT(DISTINCT ?m) AS ?weight)
WHERE {
  ?iri a <%s> ; %s ?n . OPTIONAL { ?iri skos:prefLabel ?q FILTER(LANG(?q) IN ("", "vi")) } BIND(COALESCE(?q, ?n) AS ?p)
  OPTIONAL { ?m vp:refersTo ?iri }
} GROUP BY ?iri
"""
_BODIES = """
SELECT ?iri (SAMPLE(?q) AS ?label) (GROUP_CONCAT(DISTINCT ?n; separator=" | ") AS ?name)
       (COUNT(DISTINCT ?m) AS ?weight) (SAMPLE(?years) AS ?detail)
WHERE {
  ?iri a vp:Agency ; (skos:prefLabel|skos:altLabel) ?n .
  OPTIONAL { ?iri skos:prefLabel ?chosen FILTER(LANG(?chosen) = "vi") } BIND(COALESCE(?chosen, ?n) AS ?q)
  OPTIONAL { ?iri schema:foundingDate ?from } OPTIONAL { ?iri schema:dissolutionDate ?to }
  BIND(CONCAT(COALESCE(STR(?from), "…"), " – ", COALESCE(STR(?to), "…")) AS ?span)
  BIND(IF(BOUND(?from) || BOUND(?to), ?span, "") AS ?years)
  OPTIONAL { ?m vp:refersTo ?iri }
} GROUP BY ?iri
"""
_TASKS = """
SELECT ?iri ?label ?text (SAMPLE(?d) AS ?detail)
WHERE {
  ?iri a vp:Task ; dcterms:description ?label .
  OPTIONAL { ?iri vp:deliverable ?text } OPTIONAL { ?iri vp:deadline ?d }
} GROUP BY ?iri ?label ?text
"""
_MEASURES = """
SELECT ?iri ?label ?detail
WHERE {
  ?iri a <%s> ; vp:indicator ?indicator . ?indicator skos:altLabel|skos:prefLabel ?label .
  OPTIONAL { ?iri vp:valueText ?value } OPTIONAL { ?iri sdmx-attribute:unitMeasure ?unit }
  OPTIONAL { ?iri sdmx-dimension:refPeriod ?period }
  BIND(CONCAT(COALESCE(?value, ""), IF(BOUND(?period), CONCAT(" (", ?period, ")"), "")) AS ?detail)
}
"""
_SOURCES = """
SELECT ?iri ?label (SAMPLE(?d) AS ?detail) (SAMPLE(?p) AS ?text)
WHERE {
  ?iri a vp:Source ; vp:sourceName ?name . OPTIONAL { ?iri schema:headline ?headline }
  BIND(COALESCE(?headline, ?name) AS ?label)
  OPTIONAL { ?iri schema:datePublished ?date . BIND(STR(?date) AS ?d) }
  OPTIONAL { ?iri schema:publisher ?publisher . ?publisher schema:name ?p }
} GROUP BY ?iri ?label
"""
_QUOTES = """
SELECT ?iri ?label ?text
WHERE {
  ?iri a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?selector . ?selector oa:exact ?text .
  FILTER(STRLEN(?text) >= 30)  # a shorter one only names something that is found by its name
  ?source vp:sourceName ?name . OPTIONAL { ?source schema:headline ?headline }
  BIND(COALESCE(?headline, ?name) AS ?label)
}
"""
_VP = PREFIXES["vp"]
_LABEL = "(skos:prefLabel|skos:altLabel)"
_QUERIES: tuple[tuple[str, str], ...] = (
    ("document", _DOCUMENTS),
    ("programme", _NAMED % (f"{_VP}Programme", "dcterms:title")),
    ("agency", _BODIES),
    ("office", _NAMED % (f"{_VP}Office", _LABEL)),
    ("group", _NAMED % (f"{_VP}AgencyGroup", _LABEL)),
    ("official", _NAMED % (f"{_VP}Official", "foaf:name")),
    ("indicator", _NAMED % (f"{_VP}Indicator", _LABEL)),
    ("pillar", _NAMED % (f"{_VP}Pillar", _LABEL)),
    ("task", _TASKS),
    ("target", _MEASURES % f"{_VP}Target"),
    ("observation", _MEASURES % f"{_VP}Observation"),
    ("source", _SOURCES),
    ("quote", _QUOTES),
)
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE item (
  id INTEGER PRIMARY KEY, kind TEXT, iri TEXT, label TEXT, names TEXT, text TEXT, detail TEXT, weight REAL
);
CREATE VIRTUAL TABLE words USING fts5(name, text, content='', columnsize=1, prefix='2 3', tokenize='unicode61');
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `snippet` is the stretch of its text that fits, `marks` are the asked-for words in it."""

    kind: str
    iri: str
    label: str
    detail: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float


def make_index(store: Asked, path: Path) -> int:
    """Writes the index of a store's default graph; how many things it holds."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as index:
        index.executescript(_SCHEMA)
        count = 0
        for kind, query in _QUERIES:
            count += _fill(index, kind, _rows(store, query))
        index.execute("INSERT INTO words(words) VALUES ('optimize')")
        index.execute("CREATE INDEX by_iri ON item(iri)")
        index.commit()
    return count


def _rows(store: Asked, query: str) -> Iterator[dict[str, str]]:
    solutions = store.query(query, prefixes=PREFIXES)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: solution[name].value for name in names if solution[name] is not None}


def _fill(index: sqlite3.Connection, kind: str, rows: Iterable[dict[str, str]]) -> int:
    seen: set[str] = set()
    for row in rows:
        if "label" not in row or row["iri"] in seen:
            continue
        seen.add(row["iri"])
        names = " | ".join(dict.fromkeys([row["label"], *row.get("name", "").split(" | ")])).removesuffix(" | ")
        text, detail, weight = row.get("text", ""), row.get("detail", ""), float(row.get("weight", 0))
        done = index.execute(
            "INSERT INTO item(kind, iri, label, names, text, detail, weight) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (kind, row["iri"], row["label"], names, text, detail, weight),
        )
        name_words = "" if kind == "quote" else indexed(names, kind == "document")
        index.execute(
            "INSERT INTO words(rowid, name, text) VALUES (?, ?, ?)", (done.lastrowid, name_words, indexed(text))
        )
    return len(seen)


def words(text: str) -> list[str]:
    """The words of a text as they are searched: folded, digits parted from letters.

    >>> words("142/QĐ-TTg"), words("QD142")
    (['142', 'qd', 'ttg'], ['qd', '142'])
    """
    return TOKEN.findall(fold(unicodedata.normalize("NFC", text)))


def indexed(text: str, numbers: bool = False) -> str:
    """The words of a text as they are indexed; of document numbers also the letters run together."""
    found = words(text)
    if numbers:
        found += [run.replace(" ", "") for run in re.findall(r"(?<![a-z])[a-z]+(?: [a-z]+)+(?![a-z])", " ".join(found))]
    return " ".join(found)


def opened(release: Release) -> sqlite3.Connection:
    """The index of a release, for reading. Raises StoreError where it cannot be opened."""
    try:
        return sqlite3.connect(f"{release.index.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise StoreError(f"{release.index}: cannot be opened ({error}); `kg rebuild` makes it again") from error


class Search:
    """Searches the index of a release. Safe to use from several threads."""

    def __init__(self, release: Release) -> None:
        self.release = release

    def find(self, text: str, *, kinds: Sequence[str] = (), limit: int = 20) -> list[Hit]:
        """The best hits for a text: all its words, the last perhaps begun only; without one, any of its words.

        `kinds` keeps those of KINDS. Raises UsageError for an unknown kind.
        """
        for kind in kinds:
            if kind not in KINDS:
                raise UsageError(f"unknown kind {kind!r}; allowed are {', '.join(KINDS)}")
        asked = sought(text)
        with closing(opened(self.release)) as index:
            for expression in _expressions(asked.words):
                hits = self._ranked(index, expression, asked, kinds)
                if hits:
                    return hits[:limit]
        return []

    def by_kind(self, text: str, *, limit: int = 6) -> list[tuple[str, int, list[Hit]]]:
        """Each kind that a text finds, with how many it finds of it and the best of them.

        The kind of the best hit comes first, then the others in the order of KINDS; quotes always last.
        """
        asked = sought(text)
        with closing(opened(self.release)) as index:
            for expression in _expressions(asked.words):
                counts = dict(
                    index.execute(
                        "SELECT item.kind, COUNT(*) FROM words JOIN item ON item.id = words.rowid "
                        "WHERE words MATCH ? GROUP BY item.kind",
                        (expression,),
                    ).fetchall()
                )
                found = {kind: self._ranked(index, expression, asked, (kind,)) for kind in KINDS if kind in counts}
                if found:
                    best = max(found, key=lambda kind: (kind != "quote", found[kind][0].score))
                    order = [best, *(kind for kind in found if kind != best)]
                    return [(kind, counts[kind], found[kind][:limit]) for kind in order]
        return []

    def _ranked(self, index: sqlite3.Connection, expression: str, asked: Sought, kinds: Sequence[str]) -> list[Hit]:
        of_kinds = f"AND item.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        found = index.execute(
            "SELECT item.kind, item.iri, item.label, item.names, item.text, item.detail, item.weight, rank FROM words "
            f"JOIN item ON item.id = words.rowid WHERE words MATCH ? {of_kinds} "
            "AND rank MATCH 'bm25(6.0, 1.0)' ORDER BY rank LIMIT ?",
            (expression, *kinds, _CANDIDATES),
        ).fetchall()
        hits = [self._hit(row, asked) for row in found]
        order = list(KINDS)
        return sorted(hits, key=lambda hit: (-hit.score, order.index(hit.kind), hit.label, hit.iri))

    def _hit(self, row: tuple[str, str, str, str, str, str, float, float], asked: Sought) -> Hit:
        kind, iri, label, names, text, detail, weight, rank = row
        score = (
            -rank + KINDS[kind] + math.log1p(weight) / 2 + _fit(names if kind != "quote" else "", " ".join(asked.words))
        )
        body = text or names.removeprefix(f"{label} | ")
        shown, marks = snippet(body, asked)
        return Hit(kind, iri, label, detail, shown, marks, score)


def _expressions(words: Sequence[str]) -> list[str]:
    """What the index is asked for, one after the other until something is found."""
    if not words:
        return []
    quoted = [f'"{word}"' for word in words]
    expressions = [" AND ".join([*quoted[:-1], f"{quoted[-1]}*"])]
    if len(words) > 1:
        expressions.append(" OR ".join([*(word for word in quoted if len(word) > 3), f"{quoted[-1]}*"]))
    return expressions


def _fit(names: str, wanted: str) -> float:
    """What a name that is just what was asked for, or begins so, is worth."""
    joined = wanted.replace(" ", "")
    best = 0.0
    for name in names.split(" | "):
        folded = " ".join(words(name))
        if folded == wanted or folded.replace(" ", "") == joined:
            return 12.0
        if folded.startswith(wanted + " "):
            best = max(best, 5.0)
        elif f" {wanted} " in f" {folded} ":
            best = max(best, 3.0)
    return best
