"""The bundled sample with its gold facts in the place of extracted ones: a store whose content is known."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from kg import build, extraction
from kg.build import Report
from kg.config import Config
from kg.errors import SourceError
from kg.extraction import Extracted
from kg.facts import from_json
from loaders.read import Input, content, read

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "kg" / "sample"
GOLD = ROOT / "tests" / "gold" / "sample"


def extract(source: Input) -> Extracted:
    """As kg.extraction.extract, the facts read from the gold file of the source's stem; none has no facts."""
    found = extraction.described(source)
    try:
        original = content(source)
        text = read(source)
    except SourceError as error:
        return replace(found, error=str(error))
    gold = GOLD / f"{source.stem}.json"
    facts = from_json(json.loads(gold.read_text("utf-8")) if gold.is_file() else {"source": source.name})
    facts = replace(facts, source=source.name, text_sha256=text.text_digest, extractor="gold")
    return replace(found, original=original, source=replace(text, blocks=()), facts=facts)


def use_gold() -> None:
    """Makes this process take gold facts for extracted ones."""
    extraction.extract = extract
    extraction.extractor = lambda: "gold"  # type: ignore[assignment]


def load(data: Path, *paths: Path, base_iri: str | None = None) -> Report:
    """Builds a store of these sources, by default of the whole sample."""
    config = Config(data) if base_iri is None else Config(data, base_iri)
    return build.build(config, list(paths or (SAMPLE,)), workers=1)
