"""Scores of the extraction against gold facts, printed at the end of the run; tests.scores tells how to renew them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg import facts as facts_format
from kg.model import Evidence, Facts
from loaders.extract import read as mentions_of
from tests import scores

FALL = 0.005  # that a change may cost, as measuring it on few sources is coarse
LEAST = 0.85
LEAST_OF = {
    f"{kind}.{name}": 0.80
    for kind, names in {
        "tasks": ("assignees", "mandate", "directed_by", "deadline"),
        "targets": ("set_by",),
        "observations": ("period",),
    }.items()
    for name in names
}

sets = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name == "sample" else pytest.mark.shared) for name in scores.SETS]
)


@pytest.fixture(autouse=True)
def _set_is_here(request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.params["name"] if hasattr(request.node, "callspec") else "articles"
    if name not in scores.there():
        pytest.skip(f"no gold facts or sources here: {', '.join(map(str, scores.SETS[name]))}")


@sets
def test_scores_do_not_fall(name: str, record_property: Callable[[str, object], None]) -> None:
    record_property("scores", list(scores.table(name)))
    now, before = scores.measured(name), scores.kept(name)
    assert now["kinds"].keys() == before["kinds"].keys()
    for figure in ("macro_f1", "attribute_accuracy"):
        assert now[figure] >= before[figure] - FALL, f"{figure} fell from {before[figure]} to {now[figure]:.4f}"


@pytest.mark.shared
def test_the_bars_on_real_articles() -> None:
    figures = scores.measured("articles")
    got = {name: figures["attributes"][name]["accuracy"] for name in LEAST_OF}
    got |= {name: figures[name] for name in ("macro_f1", "attribute_accuracy")}
    least = LEAST_OF | {"macro_f1": LEAST, "attribute_accuracy": LEAST}
    assert not {name: (value, least[name]) for name, value in got.items() if value < least[name]}


@sets
def test_quotes_are_exact_and_within_one_unit(name: str) -> None:
    """A sentence, a list item or a table row."""
    wrong = []
    for stem, (source, facts) in scores.extracted(name).items():
        units = [(unit.start, unit.end) for unit in mentions_of(source)[0].units]
        assert evidence(facts), stem
        for one in evidence(facts):
            if source.text[one.start : one.end] != one.quote or not one.quote.strip():
                wrong.append(f"{stem} {one.start}-{one.end}: not the text there: {one.quote!r}")
            elif not any(start <= one.start and one.end <= end for start, end in units):
                wrong.append(f"{stem} {one.start}-{one.end}: leaves its unit: {one.quote!r}")
    assert not wrong, "\n".join(wrong)


@sets
def test_every_fact_has_its_evidence(name: str) -> None:
    for stem, (_, facts) in scores.extracted(name).items():
        for record in facts_format.records(facts):
            assert record.evidence, f"{stem}: {record}"
            assert 0 < record.confidence <= 1, f"{stem}: {record}"


def evidence(facts: Facts) -> list[Evidence]:
    """All evidence of a source's facts."""
    holders = [*facts_format.records(facts), *facts.candidates]
    return [one for holder in holders for one in holder.evidence]
