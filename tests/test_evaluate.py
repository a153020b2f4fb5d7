"""Scores: equal to the scorer's of the facts format, on real gold and on gold that was bent in every way."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg import evaluate, pairing
from kg.comparison import same_name
from kg.errors import UsageError

TASK = {"text": "Bộ Công an trình Nghị định về định danh điện tử", "assignees": ["Bộ Công an"], "mandate": "17/NQ-CP"}

PAIRS = [
    # one number in two spellings, zero in front, hyphens and dashes
    ("17/NQ-CP", "số 17/NQ–CP", True),
    ("06/2022/QĐ-TTg", "6/2022/QĐ-TTg", True),
    ("142/QĐ-TTg", "142/NQ-CP", False),
    # days after @ must agree where both tell one
    ("50/NQ-CP@2020-04-17", "50/NQ-CP@2021-05-20", False),
    ("50/NQ-CP@2020-04-17", "50/NQ-CP", True),
    # names: tone marks and short forms, three words of four
    ("Chiến lược hoá dữ liệu", "Chiến lược hóa dữ liệu", True),
    ("Chương trình CĐS quốc gia", "Chương trình chuyển đổi số quốc gia", True),
    ("Chương trình chuyển đổi số", "Đề án 06", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_when_two_names_are_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def score(gold: list[dict[str, Any]], found: list[dict[str, Any]], kind: str = "tasks") -> dict[str, Any]:
    total = evaluate.Score()
    total.add("a", {"source": "a", "article": {}, kind: gold}, {kind: found})
    return total.result()


def test_a_record_that_may_be_left_out_costs_nothing() -> None:
    assert score([TASK, TASK | {"text": "việc khác hẳn", "optional": True}], [TASK])["kinds"]["tasks"]["recall"] == 1.0


def test_an_attribute_is_right_by_its_accepted_values() -> None:
    gold = TASK | {"accept_mandate": [None]}
    result = score([gold], [TASK | {"mandate": None, "assignees": ["bộ công an", "Bộ Y tế"]}])
    assert result["attributes"]["tasks.mandate"]["right"] == 1
    assert result["attributes"]["tasks.assignees"]["right"] == 0


@pytest.mark.parametrize(
    ("accepted", "right"),
    [
        ("17/NQ-CP", 1),  # one alone, which is no list of its letters
        (["5", "17/NQ-CP"], 1),
        (None, 0),
        ("1", 0),
    ],
)
def test_one_further_answer_needs_no_list(accepted: object, right: int) -> None:
    gold = TASK | {"mandate": "142/QĐ-TTg", "accept_mandate": accepted}
    assert score([gold], [TASK])["attributes"]["tasks.mandate"]["right"] == right
    named = TASK | {"text": "việc khác hẳn", "accept": TASK["text"] if right else None}
    assert score([named], [TASK])["kinds"]["tasks"]["recall"] == right


def test_evidence_that_is_none_shows_nothing() -> None:
    target = {"indicator": "tỷ lệ hồ sơ số", "value": 80, "accept_values": None, "evidence": ["x", {"quote": 5}]}
    assert score([target], [target], "targets")["kinds"]["targets"]["recall"] == 1.0


def test_a_kind_that_the_gold_leaves_out_is_not_scored() -> None:
    assert "targets" not in score([TASK], [TASK])["kinds"]


def test_gains_and_losses_are_told() -> None:
    before, after = score([TASK], []), score([TASK], [TASK | {"mandate": "142/QĐ-TTg"}])
    lines = list(evaluate.report(after, before))
    assert any(line.startswith("tasks") and line.endswith("+1.000") for line in lines)
    assert any("tasks.mandate" in line and line.endswith("(new)") for line in lines)
    assert list(evaluate.report(after, after)) == list(evaluate.report(after))


def test_what_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        evaluate.gold_files(tmp_path / "none")
    with pytest.raises(UsageError, match="holds no gold"):
        evaluate.gold_files(tmp_path)
    for content, says in (
        (b"[]", "no facts"),
        (b'{"source": 5}', "no facts"),
        (b'{"source": "\xff"}', "cannot be read"),
        (b'{"source": "a", "tasks": {"text": "x"}}', "`tasks` is no list of records"),
        (b'{"source": "a", "documents": ["1/TB"]}', "`documents` is no list of records"),
    ):
        (tmp_path / "a.json").write_bytes(content)
        with pytest.raises(UsageError, match=rf"a\.json: {says}"):
            evaluate.gold_files(tmp_path)


def test_what_gold_files_leave_out_or_write_as_text(tmp_path: Path) -> None:
    measure = {"indicator": "Tỷ lệ hồ sơ trực tuyến", "value": 5.5}
    gold = {"source": "a", "tasks": None, "documents": [{}], "targets": [measure]}
    (tmp_path / "a.json").write_text(json.dumps(gold), "utf-8")
    found = {"a": {"documents": [{"id": "1/TB"}], "targets": [measure | {"value": "5.5000000000000000001"}]}}
    kinds = evaluate.score(evaluate.gold_files(tmp_path), found).result()["kinds"]
    assert {kind: figures["f1"] for kind, figures in kinds.items()} == {"documents": 0.0, "targets": 1.0}


def bent(facts: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The gold facts as a careless extractor would give them: records lost, doubled and changed."""
    found: dict[str, Any] = {"source": facts["source"], "article": dict(facts["article"])}
    if chance.random() < 0.3:
        found["article"]["title"] = None
    for kind in pairing.KINDS:
        records = []
        for record in facts.get(kind, []):
            if chance.random() < 0.15:
                continue
            if isinstance(record, dict):
                record = dict(record)
                for name, value in list(record.items()):
                    if chance.random() < 0.2:
                        record[name] = {
                            str: lambda v: " ".join(v.split()[: max(1, len(v.split()) - 1)]),
                            list: lambda v: v[1:],
                            int: lambda v: v + chance.choice([0, 1]),
                        }.get(type(value), lambda v: None)(value)
                record.setdefault("id" if kind == "documents" else "name", None)
            records.append(record)
            if chance.random() < 0.1:
                records.append(record)
        chance.shuffle(records)
        found[kind] = records
    return found


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["gold", "gold/corpus"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_figures_are_the_scorers(shared: Path, tmp_path: Path, folder: str, seed: int) -> None:
    chance = random.Random(seed)
    gold = evaluate.gold_files(shared / folder)
    for name, facts in gold.items():
        if chance.random() < 0.9:
            (tmp_path / f"{name}.json").write_text(json.dumps(bent(dict(facts), chance), ensure_ascii=False))
    scorer = [sys.executable, str(shared / "scoring" / "score.py"), str(shared / folder), str(tmp_path), "--json"]
    expected = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    total = evaluate.score(gold, evaluate.predicted_files(tmp_path))
    assert total.result() == expected
    assert len(total.misses) > 20
