"""Scores of the extraction on sources with gold facts, and the figures that they are measured against.

The figures kept in this folder say how good the extraction was when they were last renewed; `make test` prints what was
gained and lost since, and fails where too much was lost. To renew them, once a change is meant to stay:

    python -m tests.scores
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg import evaluate
from kg.facts import to_json
from kg.model import Facts, Source
from loaders.extract import extract
from loaders.read import expand, read

KEPT = Path(__file__).resolve().parent
ROOT = KEPT.parents[1]
SHARED = ROOT.parent / "shared"
SETS = {  # by name: the folder of gold facts, and the folder of the sources
    "sample": (ROOT / "tests" / "gold" / "sample", ROOT / "kg" / "sample"),
    "articles": (SHARED / "gold", SHARED / "articles"),
    "corpus": (SHARED / "gold" / "corpus", SHARED / "corpus"),
    "tuning": (ROOT / "tests" / "gold" / "tuning", SHARED / "corpus"),
    "checking": (ROOT / "tests" / "gold" / "checking", SHARED / "corpus"),
    "measuring-1": (ROOT / "tests" / "gold" / "measuring" / "reader1", SHARED / "corpus"),
    "measuring-2": (ROOT / "tests" / "gold" / "measuring" / "reader2", SHARED / "corpus"),
}
UNTIL = "annotated_until"  # where the part of a long text that was annotated ends


def there() -> list[str]:
    """The sets whose files are here."""
    return [name for name, folders in SETS.items() if all(folder.is_dir() for folder in folders)]


@cache
def extracted(name: str) -> Mapping[str, tuple[Source, Facts]]:
    """The sources of a set that have gold facts, with what the extraction reads in them, by their stem."""
    gold, folder = SETS[name]
    wanted = {Path(facts["source"]).stem for facts in evaluate.gold_files(gold).values()}
    sources = {item.stem: read(item) for item in expand([folder]) if item.stem in wanted}
    if missing := wanted - sources.keys():
        raise FileNotFoundError(f"{folder}: holds no {', '.join(sorted(missing))}, of which there are gold facts")
    return {stem: (source, extract(source)) for stem, source in sources.items()}


@cache
def measured(name: str) -> Mapping[str, Any]:
    """The figures of a set, as `kg evaluate` gives them."""
    gold, found = {}, {}
    for key, facts in evaluate.gold_files(SETS[name][0]).items():
        stem = Path(facts["source"]).stem
        source, read_facts = extracted(name)[stem]
        gold[key] = filled(facts, source)
        found[stem] = until(facts.get(UNTIL), to_json(read_facts))
    return evaluate.score(gold, found).result()


def kept(name: str) -> Mapping[str, Any]:
    """The figures kept of a set."""
    figures: Mapping[str, Any] = json.loads((KEPT / f"{name}.json").read_text("utf-8"))
    return figures


def renew(name: str) -> None:
    """Keeps the figures of now."""
    text = json.dumps(_rounded(measured(name)), ensure_ascii=False, indent=1)
    (KEPT / f"{name}.json").write_text(text + "\n", "utf-8")


def table(name: str) -> Iterator[str]:
    """The figures of now, with what was gained and lost."""
    yield f"{name}: {len(extracted(name))} sources"
    yield from evaluate.report(measured(name), kept(name) if (KEPT / f"{name}.json").is_file() else None)


def filled(facts: Mapping[str, Any], source: Source) -> dict[str, Any]:
    """Gold facts that stand beside no text, with their strings put back from the source's text."""
    if facts.get("text_sha256", source.text_digest) != source.text_digest:
        raise ValueError(f"{facts['source']}: its text is not the one that its gold facts were marked in")

    def fill(value: Any) -> Any:
        if isinstance(value, list):
            return [fill(inner) for inner in value]
        if not isinstance(value, dict):
            return value
        if value.keys() == {"@"}:
            return source.text[slice(*value["@"])]
        filled = {key: fill(inner) for key, inner in value.items()}
        if "start" in filled and filled.get("quote") is None:
            filled["quote"] = source.text[filled["start"] : filled["end"]]
        return filled

    return {key: fill(value) for key, value in facts.items()}


def until(end: int | None, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that some evidence before `end` states."""

    def stated(record: Any) -> bool:
        return "evidence" not in record or any(one["start"] < end for one in record["evidence"])

    return {
        key: [record for record in value if stated(record)] if end and isinstance(value, list) else value
        for key, value in facts.items()
    }


def _rounded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _rounded(inner) for key, inner in value.items()}
    return round(value, 4) if isinstance(value, float) else value
