"""The graph in the formats that others read; the same release always gives the same bytes."""

from __future__ import annotations

import csv
import heapq
import itertools
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.export_tables import TABLES
from kg.store_making import STATE
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.reader import Reader

RDF_FORMATS = ("nquads", "trig", "turtle", "jsonld")
FORMATS = (*RDF_FORMATS, "graphml", "csv")
SUFFIXES = {"nquads": ".nq", "trig": ".trig", "turtle": ".ttl", "jsonld": ".jsonld", "graphml": ".graphml", "csv": ""}
_CHUNK = 500_000  # lines sorted at once


def rdf(reader: Reader, format: str, out: IO[bytes]) -> None:
    """Writes the store as RDF: all graphs as N-Quads or TriG, the default graph as Turtle or JSON-LD."""
    import pyoxigraph as ox

    with reader.snapshot() as store, tempfile.TemporaryDirectory() as folder:
        if format in ("turtle", "jsonld"):
            quads = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        else:
            quads = iter(store)
        lines = _sorted((_line(quad, format) for quad in quads if quad.graph_name != STATE), Path(folder))
        if format == "nquads":
            out.writelines(f"{line}\n".encode() for line in lines)
            return
        text = (line.partition("\t")[2] if format == "trig" else line for line in lines)
        parsed = (quad for chunk in _chunks(text) for quad in ox.parse(chunk, ox.RdfFormat.N_QUADS))
        if format == "trig":
            ox.serialize(parsed, out, ox.RdfFormat.TRIG, prefixes=PREFIXES)
        else:
            target = ox.RdfFormat.TURTLE if format == "turtle" else ox.RdfFormat.JSON_LD
            ox.serialize((quad.triple for quad in parsed), out, target, prefixes=PREFIXES)


def _line(quad: ox.Quad, format: str) -> str:
    """A quad as it sorts: TriG by graph, the others by subject."""
    return f"{quad.graph_name}\t{quad} ." if format == "trig" else f"{quad} ."


def _sorted(lines: Iterator[str], folder: Path) -> Iterator[str]:
    """The lines in order, of which no more than a chunk is held in memory."""
    first = sorted(itertools.islice(lines, _CHUNK))
    files: list[Path] = []
    while chunk := sorted(itertools.islice(lines, _CHUNK)):
        path = folder / f"{len(files)}.lines"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in chunk)
        files.append(path)
    return heapq.merge(first, *map(_lines, files))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line[:-1]


def _chunks(lines: Iterable[str]) -> Iterator[bytes]:
    lines = iter(lines)
    while chunk := list(itertools.islice(lines, 10_000)):
        yield ("\n".join(chunk) + "\n").encode()


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def tables(reader: Reader, folder: Path) -> dict[str, int]:
    """Writes one CSV file a kind of record, UTF-8, and `nodes.csv` and `edges.csv`; how many rows each has."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for name, table in TABLES.items():
        rows = reader.all_rows(table.query)
        written[name] = write_table(folder / f"{name}.csv", table.columns, rows)
    return written | _edges(reader, folder)


def _edges(reader: Reader, folder: Path) -> dict[str, int]:
    from kg.analytics import graph

    whole = graph(reader)
    nodes = ({"id": iri, **attributes} for iri, attributes in sorted(whole.nodes(data=True)))
    edges = ({"source": s, "target": t, "relation": r} for s, t, r in sorted(whole.edges(keys=True)))
    return {
        "nodes": write_table(folder / "nodes.csv", ("id", "kind", "label", "date"), nodes),
        "edges": write_table(folder / "edges.csv", ("source", "relation", "target"), edges),
    }


def write_table(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> int:
    """Writes rows as CSV; how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="", extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
