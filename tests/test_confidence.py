"""How sure a fact is said to be: rising with the rules' own number, and true on texts that no rule was made from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.confidence import KINDS, share
from loaders.extract import extract, facts
from loaders.read import read_bytes
from tests import calibration, scores

SURE = 0.9
RIGHT = 0.95


@pytest.mark.parametrize("kind", KINDS)
def test_the_share_rises_with_what_the_rules_say(kind: str) -> None:
    shares = [share(kind, said / 100) for said in range(101)]
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] < 1


def test_the_facts_carry_the_share_and_differ_in_nothing_else() -> None:
    source = read_bytes("Chính phủ giao Bộ Y tế xây dựng kho dữ liệu tiêm chủng trước năm 2030.".encode(), "y-te.txt")
    (said,), (given,) = facts(source).tasks, extract(source).tasks
    assert given.confidence == share("tasks", said.confidence)
    assert (given.text, given.assignees, given.evidence) == (said.text, said.assignees, said.evidence)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["measuring-1", "measuring-2"])
def test_who_is_said_to_be_sure_is_right(name: str, record_property: Callable[[str, object], None]) -> None:
    """Of the facts said to be surer than 0.9, at least 95 of 100 are in the gold facts of the measuring split."""
    if name not in scores.there():
        pytest.skip(f"no gold facts or sources here: {', '.join(map(str, scores.SETS[name]))}")
    record_property("scores", list(calibration.reliability(name)))
    sure = [outcome.right for outcome in calibration.outcomes(name, raw=False) if outcome.said > SURE]
    assert len(sure) >= 50
    assert sum(sure) >= RIGHT * len(sure)
