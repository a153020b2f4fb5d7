"""A data folder made of the sample's gold facts with their texts, as the site's tests need it.

usage: python tests/gold_site.py FOLDER     makes it there, to look at the site with
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "golden")]  # run as a script, the project need not be installed

import gold_graph  # noqa: E402

from kg.build import load, publish  # noqa: E402
from kg.config import BASE_IRI, Config  # noqa: E402
from kg.extraction import dump  # noqa: E402
from kg.iris import Iris, source_slug  # noqa: E402
from kg.releases import Release  # noqa: E402
from kg.sources import Sources, describe  # noqa: E402
from kg.store import Store  # noqa: E402
from loaders.read import content, expand, read  # noqa: E402

SAMPLE = ROOT / "kg" / "sample"


def make(folder: Path) -> Release:
    """Keeps each sample text with its gold facts, links and loads them, and publishes a release under `folder`."""
    facts_of = {facts.source: facts for facts in gold_graph.gold_facts()}
    sources = Sources(folder)
    for source in expand([SAMPLE]):
        facts = facts_of.get(source.name) or facts_of.get(source.stem)
        if facts is None:
            continue
        text = read(source)
        slug = source_slug(facts.source, facts.article.url)
        record = describe(
            text,
            facts,
            slug=slug,
            iri=Iris(BASE_IRI).of("source", slug),
            origin=f"/{source.name}",
            suffix=Path(source.name).suffix,
            version="gold",
            today="2026-01-15",
        )
        sources.put(record, content(source), text.text, dump(facts))
    config = Config(store=folder)
    with Store(folder) as store:
        load(config, store)
        made = publish(config, store)
    assert made
    return made


if __name__ == "__main__":
    print(json.dumps(dict(make(Path(sys.argv[1])).counts), indent=1))
