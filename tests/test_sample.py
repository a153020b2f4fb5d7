"""The bundled sample and its gold facts: complete, well formed, and exact about where each fact is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from kg import facts, model, periods
from kg.facts import RECORDS
from kg.model import Source
from loaders import read
from loaders.layout import units

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "kg" / "sample"
GOLD = ROOT / "tests" / "gold" / "sample"
STEMS = sorted(path.stem for path in GOLD.glob("*.json"))
KINDS = ("documents", "programmes", "agencies", "officials", "relations", "tasks", "targets", "observations")
SCORED = {"tasks", "targets", "observations"}  # the kinds whose evidence the scorer reads


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    return {item.stem: read.read(item) for item in read.expand([SAMPLE])}


def gold(stem: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads((GOLD / f"{stem}.json").read_text("utf-8"))
    return written


def evidences(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key == "evidence" else evidences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidences(inner)


def test_every_source_has_its_gold_and_every_gold_its_source(sources: dict[str, Source]) -> None:
    assert sorted(sources) == STEMS
    assert len(STEMS) >= 13
    formats = {source.media_type for source in sources.values()}
    assert {"text/plain", "text/html"} < formats and len(formats) == 3  # and the decision in Word's format


def test_the_articles_are_short(sources: dict[str, Source]) -> None:
    for stem, source in sources.items():
        assert 200 <= len(source.text.split()) <= 1100, stem


@pytest.mark.parametrize("stem", STEMS)
def test_gold_reads_as_facts(stem: str, sources: dict[str, Source]) -> None:
    written = gold(stem)
    read_back = facts.from_json(written)  # raises where a type, a status or a comparator is none of the format's
    assert read_back.source == sources[stem].name
    assert read_back.text_sha256 == sources[stem].text_digest
    assert read_back.article.published and read_back.article.title


@pytest.mark.parametrize("stem", STEMS)
def test_gold_has_only_fields_of_the_format(stem: str) -> None:
    """A misspelt field would be passed over in silence."""
    written = gold(stem)
    assert set(written) <= {"source", "text_sha256", "article", "pillars", "candidates", *KINDS}
    assert set(KINDS) <= set(written)
    for kind in KINDS:
        known = {"optional", "accept", "accept_quotes", "accept_values", "evidence", *RECORDS[kind].__slots__}
        known |= set(model.Measure.__slots__) if kind in {"targets", "observations"} else set()
        for record in written[kind]:
            for name in record:
                assert name in known or (name.startswith("accept_") and name[7:] in known), f"{stem} {kind}: {name}"


@pytest.mark.parametrize("stem", STEMS)
def test_quotes_are_exact_and_within_their_sentence(stem: str, sources: dict[str, Source]) -> None:
    text = sources[stem].text
    stretches = [(unit.start, unit.end) for unit in units.units(sources[stem])]
    written = gold(stem)
    for kind in KINDS:
        for record in written[kind]:
            assert record["evidence"], f"{stem} {kind}: no evidence: {record}"
    for entry in evidences(written):
        start, end, quote = entry["start"], entry["end"], entry["quote"]
        assert text[start:end] == quote
        assert any(a <= start and end <= b for a, b in stretches), f"{stem}: leaves its sentence: {quote}"


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_is_read_in_menus_and_repetitions(stem: str, sources: dict[str, Source]) -> None:
    clutter = [unit for unit in units.units(sources[stem]) if unit.role == "boilerplate"]
    for entry in evidences(gold(stem)):
        assert not any(unit.start <= entry["start"] < unit.end for unit in clutter), entry["quote"]


@pytest.mark.parametrize("stem", STEMS)
def test_references_lead_to_records_of_the_same_file(stem: str) -> None:
    """Mandates, setters and ends of relations are documents, programmes or agencies that the gold lists."""
    written = gold(stem)
    known = {record["id"] for record in written["documents"]}
    known |= {record["name"] for kind in ("programmes", "agencies") for record in written[kind]}
    people = {record["name"] for record in written["officials"]}
    for relation in written["relations"]:
        assert {relation["subject"], relation["object"]} <= known, relation
    for task in written["tasks"]:
        assert task["mandate"] is None or task["mandate"] in known, task["text"]
        assert task["directed_by"] is None or task["directed_by"] in known | people, task["text"]
    for target in written["targets"]:
        assert target["set_by"] is None or target["set_by"] in known, target["indicator"]


@pytest.mark.parametrize("stem", STEMS)
def test_periods_dates_and_values(stem: str) -> None:
    written = gold(stem)
    for task in written["tasks"]:
        if task["deadline"]:
            assert periods.last_day(task["deadline"])
            assert not task.get("recurrence"), f"recurs and has a deadline: {task['text']}"
    for kind in ("targets", "observations"):
        for record in written[kind]:
            if record["period"]:
                assert periods.last_day(record["period"])
            if record.get("upper") is not None:
                assert record["upper"] > record["value"]
            if record.get("total") is not None:
                assert record["value"] <= record["total"]
    for document in written["documents"]:
        assert document["date"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", document["date"])


def every(kind: str) -> list[dict[str, Any]]:
    return [record for stem in STEMS for record in gold(stem)[kind]]


def test_the_hard_forms_occur() -> None:
    """What the sample is for: a form that no longer occurs would no longer be tested."""
    tasks, targets, observations = every("tasks"), every("targets"), every("observations")
    deadlines = {task["deadline"] for task in tasks if task["deadline"]}
    for form in (r"\d{4}", r"\d{4}-Q\d", r"\d{4}-\d\d", r"\d{4}-\d\d-\d\d"):
        assert any(re.fullmatch(form, deadline) for deadline in deadlines), form
    assert {"overdue", "done", "in-progress", "planned", "extended"} <= {task.get("status") for task in tasks}
    assert any(task.get("recurrence") for task in tasks)
    assert any(task["cooperators"] for task in tasks)
    assert any(task.get("deliverable") for task in tasks)
    assert any(not task["assignees"] for task in tasks)
    assert any(record.get("upper") for record in targets) and any(record.get("upper") for record in observations)
    assert any(record.get("total") for record in observations)
    assert any(record["value"] is None for record in targets)
    assert {record["comparator"] for record in targets} == {"=", ">", ">=", "<="}
    relations = {record["relation"] for record in every("relations")}
    assert relations == set(get_args(model.RelationName)) - {"repeals", "reviews"}
    assert {record["status"] for record in every("documents")} == {"issued", "draft", "proposed"}
    ids = [record["id"] for stem in STEMS for record in gold(stem)["documents"]]
    assert {"50/NQ-CP@2020-04-17", "50/NQ-CP@2021-05-20"} <= set(ids)
    assert any(gold(stem).get("candidates") for stem in STEMS)


def test_kinds_are_all_there() -> None:
    for kind, least in (("documents", 60), ("agencies", 100), ("officials", 25), ("relations", 50), ("tasks", 90)):
        assert len(every(kind)) >= least, kind
    assert len(every("targets")) >= 45 and len(every("observations")) >= 50
    assert {name for stem in STEMS for name in gold(stem)["pillars"]} >= {"chính phủ số", "kinh tế số", "xã hội số"}
