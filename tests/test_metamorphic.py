"""However a text is printed, it states the same facts.

Each source is read as it is and changed in one way that leaves what it says as it was: other spaces, line ends, tone
marks, normal form, characters nobody sees, character references, wrapped lines, a page for a plain text, and the menu,
the other news and the imprint of a site around it. All nine kinds of facts have to be the same in what they state.

Without diacritics some words are one with others, so there the facts have to agree as far as EQUAL_WITHOUT_MARKS says;
the agreement of all kinds is printed.

The bundled sample is always read, of the real texts a spread; with KG_WHOLE_CORPUS=1 all of them.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.folding import key
from kg.model import Facts
from loaders.extract import extract
from loaders.read import content, expand, read_bytes
from tests import texts
from tests.conftest import SHARED

KINDS = (
    "documents", "programmes", "agencies", "officials", "relations", "tasks", "targets", "observations", "pillars",
)  # fmt: skip
BLIND = re.compile(r"D(?:08|11|17|19|20|30|48|112|121|124|133|136|156)-")  # kept for measuring only
SAMPLE = Path(__file__).resolve().parents[1] / "kg" / "sample"
FOLDERS = ("articles", "corpus/news", "corpus/explainers", "corpus/official", "corpus/portal")
WHOLE = bool(os.environ.get("KG_WHOLE_CORPUS"))
EVERY = 7  # of the real texts one in so many is read
LARGEST = 40_000  # bytes; a longer one says little more

Change = Callable[[str], str]
ANY: tuple[Change, ...] = (
    texts.decomposed,
    texts.spaces_kept,
    texts.thinly_spaced,
    texts.doubly_spaced,
    texts.tones_moved,
    texts.hyphenated,
    texts.with_zero_widths,
)
PLAIN: tuple[Change, ...] = (
    *ANY,
    texts.windows_lines,
    texts.lines_wrapped,
    texts.in_paragraphs,
    texts.above_an_imprint,
)
PAGE: tuple[Change, ...] = (*ANY, texts.numeric_references, texts.named_references, texts.lines_broken, texts.in_a_site)
EQUAL_WITHOUT_MARKS = {"documents": 0.97, "agencies": 0.97}
NAMED_BY = {"documents": ("id", "type", "date", "issuer", "status")}  # a subject ends elsewhere without its diacritics


def _files(folder: Path) -> list[Path]:
    return [
        item.path
        for item in expand([folder])
        if item.path.suffix in (".txt", ".html") and not BLIND.match(item.path.name)
    ]


def _chosen() -> list[Path]:
    """The real texts to read: all, or a spread over the folders."""
    files = [path for folder in FOLDERS for path in _files(SHARED / folder)]
    return files if WHOLE else [path for path in files if path.stat().st_size < LARGEST][::EVERY]


@cache
def _text(path: Path) -> str:
    return content(next(iter(expand([path])))).decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


def _facts(text: str, name: str) -> Facts:
    return extract(read_bytes(text.encode("utf-8"), name))


@cache
def _as_it_is(path: Path) -> Facts:
    return _facts(_text(path), path.name)


def _changed(path: Path, change: Change) -> Facts:
    if path.suffix == ".html":
        whole = change is texts.in_a_site
        return _facts((change if whole else texts.between_tags(change))(_text(path)), path.name)
    name = f"{path.stem}.html" if change is texts.in_paragraphs else path.name
    return _facts(change(_text(path)), name)


# ── what facts state ─────────────────────────────────────────────────────────────────────────────────────────────────


def _said(value: Any) -> Any:
    if isinstance(value, str):
        return key(value)
    return tuple(map(_said, value)) if isinstance(value, tuple) else value


def _stated(facts: Facts, kind: str, only: tuple[str, ...] = ()) -> Counter[tuple[tuple[str, Any], ...]]:
    """The records of a kind with what they say, whatever the spelling, without where it stands and how sure it is."""
    return Counter(
        tuple(
            (one.name, _said(getattr(record, one.name)))
            for one in fields(record)
            if (one.name in only if only else one.name not in ("evidence", "confidence"))
        )
        for record in getattr(facts, kind)
    )


def _breaches(paths: list[Path], changes: Mapping[str, tuple[Change, ...]]) -> Iterator[str]:
    """What a change adds or takes away, source by source."""
    for path in paths:
        for change in changes[path.suffix]:
            given, changed = _as_it_is(path), _changed(path, change)
            for kind in KINDS:
                before, after = _stated(given, kind), _stated(changed, kind)
                for sign, some in (("-", before - after), ("+", after - before)):
                    yield from (f"{path.name}: {change.__name__}: {sign} {kind} {record}" for record in some)


# ── the laws ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", _files(SAMPLE), ids=lambda path: path.stem)
def test_the_sample_states_the_same_however_it_is_printed(path: Path) -> None:
    assert not list(_breaches([path], {".txt": PLAIN, ".html": PAGE}))


@pytest.mark.shared
@pytest.mark.parametrize("change", dict.fromkeys((*PLAIN, *PAGE)), ids=lambda change: change.__name__)
def test_real_texts_state_the_same_however_they_are_printed(shared: Path, change: Change) -> None:
    paths = _chosen()
    assert len(paths) >= 10
    changes = {suffix: (change,) if change in all_ else () for suffix, all_ in ((".txt", PLAIN), (".html", PAGE))}
    assert not list(_breaches(paths, changes))


def test_without_diacritics_documents_and_agencies_are_the_same(record_property: Callable[[str, object], None]) -> None:
    paths = [*_files(SAMPLE), *(_chosen() if SHARED.is_dir() else ())]
    agreed = {kind: _agreement(paths, kind) for kind in KINDS}
    lines = (f"{kind:15} {f1:.3f} of {count}" for kind, (f1, count) in agreed.items())
    record_property("scores", [f"agreement (F1) of {len(paths)} sources with themselves without diacritics", *lines])
    for kind, least in EQUAL_WITHOUT_MARKS.items():
        f1, count = agreed[kind]
        assert count >= 20
        assert f1 >= least, f"{kind}: {f1:.3f} of {count} agree"


def _agreement(paths: list[Path], kind: str) -> tuple[float, int]:
    """The share (F1) of a kind's facts that are stated with diacritics and without, and how many there are."""
    both = with_marks = without = 0
    for path in paths:
        before = _stated(_as_it_is(path), kind, NAMED_BY.get(kind, ()))
        after = _stated(_stripped(path), kind, NAMED_BY.get(kind, ()))
        both += (before & after).total()
        with_marks += before.total()
        without += after.total()
    return 2 * both / max(1, with_marks + without), with_marks


@cache
def _stripped(path: Path) -> Facts:
    return _changed(path, texts.stripped)
