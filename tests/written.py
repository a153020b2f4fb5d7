"""A store whose sources have facts written by a test, so that each date and offset is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import build
from kg.config import Config
from kg.extraction import Extracted, described
from kg.model import Facts
from loaders.read import Input, content, read


def store(folder: Path, texts: Mapping[str, str], facts: Mapping[str, Facts]) -> Path:
    """The data folder of a store built in `folder` from the texts and the facts, both by the name of the source."""

    def extract(source: Input) -> Extracted:
        found, text = described(source), read(source)
        told = replace(facts[source.name], text_sha256=text.text_digest)
        return replace(found, original=content(source), source=replace(text, blocks=()), facts=told)

    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.extraction.extract", extract)
        patch.setattr("kg.extraction.extractor", lambda: "written")
        build(Config(folder / "data"), [folder / name for name in texts], workers=1)
    return folder / "data"
