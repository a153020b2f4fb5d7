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
}


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
    found = {stem: to_json(facts) for stem, (_, facts) in extracted(name).items()}
    return evaluate.score(evaluate.gold_files(SETS[name][0]), found).result()


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


def _rounded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _rounded(inner) for key, inner in value.items()}
    return round(value, 4) if isinstance(value, float) else value
