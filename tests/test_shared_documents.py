"""On the real texts beside the project, where they are: numbers found whole, and alike in every printing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.folding import key
from loaders import extract, read
from loaders.documents import documents
from loaders.reading import Reading
from tests.texts import CHANGES, reading

_MEASURING = re.compile(r"D(08|11|17|19|20|30|48|112|121|124|133|136|156)-")  # kept apart, never looked at

pytestmark = pytest.mark.shared


def _named(read_: Reading) -> set[str]:
    return {document.id for document in documents.facts(read_)}


def _gold(shared: Path) -> list[tuple[Path, set[str]]]:
    """Texts with the numbered documents that people found in them."""
    found = []
    for path in sorted((shared / "gold").rglob("*.json")):
        (text,) = [*shared.rglob(f"articles/{path.stem}.*"), *shared.rglob(f"corpus/*/{path.stem}.*")]
        records = json.loads(path.read_text("utf-8"))["documents"]
        found.append((text, {record["id"] for record in records if record["id"][0].isdigit()}))
    return found


def test_numbers_that_people_found(shared: Path) -> None:
    missed = {}
    for path, wanted in _gold(shared):
        lost = wanted - _named(extract.read(read.read(path))[0])
        if lost:
            missed[path.stem] = lost
    assert not missed


def test_news_in_every_printing(shared: Path) -> None:
    texts = [path for path in sorted((shared / "corpus" / "news").glob("*.txt")) if not _MEASURING.search(path.name)]
    for path in texts[::8]:
        text = path.read_text("utf-8")
        numbered = {key(name) for name in _named(reading(text)) if name[0].isdigit()}
        for change in CHANGES:
            changed = {key(name) for name in _named(reading(change(text))) if name[0].isdigit()}
            assert changed == numbered, (path.name, change.__name__)
