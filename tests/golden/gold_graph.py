"""A release made of the sample's gold facts, and the golden rows of the saved queries over it.

usage: python tests/golden/gold_graph.py     rewrites tests/golden/*.csv; read the difference against the articles

The facts are those written by hand (what they mark optional is left out), the references are resolved as links.json
says: so the rows do not depend on how well texts are read or linked. No registry stands in this graph.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a script, the project need not be installed

from kg import queries, rdf  # noqa: E402
from kg.build import publish  # noqa: E402
from kg.config import BASE_IRI, Config  # noqa: E402
from kg.facts import from_json  # noqa: E402
from kg.iris import Iris  # noqa: E402
from kg.model import Facts  # noqa: E402
from kg.names import Choice, NameKind, Names, Option, Resolution  # noqa: E402
from kg.queries import SavedQuery  # noqa: E402
from kg.reader import Reader  # noqa: E402
from kg.releases import Release  # noqa: E402
from kg.store import Store  # noqa: E402
from kg.store_making import Load  # noqa: E402

GOLD = ROOT / "tests" / "gold" / "sample"
GOLDEN = ROOT / "tests" / "golden"


def gold_facts() -> Iterator[Facts]:
    """The facts of each sample source, without those that a reader may leave out."""
    for path in sorted(GOLD.glob("*.json")):
        written: dict[str, Any] = json.loads(path.read_text("utf-8"))
        for name, records in written.items():
            if isinstance(records, list):
                written[name] = [r for r in records if not (isinstance(r, dict) and r.get("optional"))]
        yield from_json(written)


def resolution(facts: Facts) -> Resolution:
    """What links.json says of one source's references."""
    iris = Iris(BASE_IRI)
    names = Names(facts, iris)

    def iri(kind: NameKind, name: str) -> str:
        return iris.document(name) if kind == "document" else iris.programme(name)

    choices = {}
    for link in json.loads((GOLDEN / "links.json").read_text("utf-8")):
        if link["source"] == facts.source:
            kind, chosen = link["kind"], link["is"]
            options = tuple(Option(iri(kind, name), link["reason"]) for name in link.get("options", [chosen]))
            choices[names.own(kind, link["name"])] = Choice(iri(kind, chosen) if chosen else None, options)
    return Resolution(choices)


def release(folder: Path) -> Release:
    """A release of the gold facts under `folder`."""
    loads = []
    for facts in gold_facts():
        quads = list(rdf.quads(facts, resolution(facts)))
        loads.append(Load(quads[0].graph_name.value, [quad.triple for quad in quads], facts.text_sha256))
    with Store(folder) as store:
        store.fill(loads)
        made = publish(Config(store=folder), store)
    assert made
    return made


def rows(reader: Reader, query: SavedQuery) -> str:
    """The rows that a query gives for its example, as CSV in a fixed order; lists within a cell are sorted too."""
    table = queries.table(reader, query, query.example or {})
    lists = set(re.findall(r"GROUP_CONCAT\([^()]*\) AS \?(\w+)", query.text))
    found = [
        [_cell(term, name in lists) for name, term in zip(table.variables, row, strict=True)] for row in table.rows
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.variables)
    writer.writerows(sorted(found))
    return out.getvalue()


def _cell(term: Any, is_list: bool) -> str:
    text = "" if term is None else str(term.value).removeprefix(f"{BASE_IRI}id/")
    return "; ".join(sorted(text.split("; "))) if is_list else text


def main() -> None:
    """Rewrites the golden rows of every saved query."""
    with tempfile.TemporaryDirectory() as folder, Reader(release(Path(folder))) as reader:
        for name, query in queries.saved().items():
            if (told := rows(reader, query)).count("\n") > 1:  # an answer without rows holds nothing to compare
                (GOLDEN / f"{name}.csv").write_text(told, "utf-8")


if __name__ == "__main__":
    main()
