"""Facts as JSON and back."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
import strategies
from hypothesis import given

from kg import facts as facts_format
from kg.errors import SourceError
from kg.model import Agency, Evidence, Facts, Observation, Pillar, Place, Task


@given(strategies.facts())
def test_json_gives_back_the_facts(facts):
    written = json.loads(json.dumps(facts_format.to_json(facts)))
    assert facts_format.from_json(written) == facts


@given(strategies.facts())
def test_settled_facts_have_one_place_a_stretch(facts):
    settled = facts_format.settled(facts)
    assert facts_format.settled(settled) == settled
    found = {}
    for record in facts_format.records(settled):
        for evidence in record.evidence:
            assert found.setdefault((evidence.start, evidence.end), evidence.place) == evidence.place


def test_every_field_is_written_even_when_absent():
    written = facts_format.to_json(Facts("a.txt", "", tasks=(Task("Xây dựng đề án"),)))
    (task,) = written["tasks"]
    assert task["mandate"] is None and task["assignees"] == [] and task["confidence"] == 1.0 and task["evidence"] == []
    assert written["article"] == {"title": None, "published": None, "publisher": None, "text_of": None, "url": None}


NUMBERS = [
    # (decimal, in JSON)
    (Decimal("86000000"), 86000000),
    (Decimal("8.6E+7"), 86000000),
    (Decimal("30.080"), 30.08),
    (Decimal("0"), 0),
    # more digits than a float tells apart
    (Decimal("0.12345678901234567890"), "0.1234567890123456789"),
]


@pytest.mark.parametrize(("number", "written"), NUMBERS)
def test_numbers(number, written):
    facts = Facts("a.txt", "", observations=(Observation("thuê bao", number),))
    in_json = facts_format.to_json(facts)
    assert in_json["observations"][0]["value"] == written
    assert type(in_json["observations"][0]["value"]) is type(written)
    assert facts_format.from_json(json.loads(json.dumps(in_json))) == facts


def test_pillars_are_names_with_their_evidence_apart():
    stretch = Evidence(3, 15, "chính phủ số")
    facts = Facts(
        "a.txt", "", pillars=(Pillar("chính phủ số", evidence=(stretch,), confidence=0.9), Pillar("xã hội số"))
    )
    written = facts_format.to_json(facts)
    assert written["pillars"] == ["chính phủ số", "xã hội số"]
    assert written["pillar_evidence"]["chính phủ số"]["confidence"] == 0.9
    assert facts_format.from_json(written) == facts


def test_what_people_write_by_hand_is_read():
    # gold files give one evidence as an object, leave fields out and add keys of their own
    written = {
        "source": "a.txt",
        "agencies": [{"name": "Bộ Công an", "accept": ["BCA"], "optional": True}],
        "tasks": [{"text": "cấp thẻ", "evidence": {"start": 0, "end": 7, "quote": "cấp thẻ"}, "deadline": None}],
        "pillars": ["kinh tế số"],
    }
    facts = facts_format.from_json(written)
    assert facts.agencies == (Agency("Bộ Công an"),)
    assert facts.tasks == (Task("cấp thẻ", evidence=(Evidence(0, 7, "cấp thẻ"),)),)
    assert facts.pillars == (Pillar("kinh tế số"),)


def test_a_place_without_parts_is_none():
    assert Evidence(0, 1, "a", Place()) == Evidence(0, 1, "a")


WRONG = [
    # (what is written, what the message names)
    ({"tasks": [{"text": None}]}, "tasks[0].text"),
    ({"tasks": [{"text": "a", "status": "late"}]}, "tasks[0].status is 'late', not one of overdue"),
    ({"tasks": [{"text": "a", "assignees": "Bộ Công an"}]}, "tasks[0].assignees"),
    ({"tasks": "a"}, "tasks is 'a', not a list"),
    ({"documents": [{"id": "1/QĐ-TTg", "type": "edict"}]}, "documents[0].type"),
    ({"targets": [{"indicator": "a", "value": "nhiều"}]}, "targets[0].value is 'nhiều', not a number"),
    ({"targets": [{"indicator": "a", "value": "NaN"}]}, "targets[0].value"),
    ({"targets": [{"indicator": "a", "confidence": "cao"}]}, "targets[0].confidence"),
    ({"agencies": [{"name": "a", "evidence": [{"start": "0", "end": 1}]}]}, "agencies[0].evidence[0].start"),
    ({"agencies": [{"name": "a", "evidence": [{"start": 0, "end": 1, "place": {"page": "1"}}]}]}, "place.page"),
    ({"article": ["tiêu đề"]}, "article is ['tiêu đề'], not an object"),
]


@pytest.mark.parametrize(("written", "named"), WRONG)
def test_what_is_wrong_is_named(written, named):
    with pytest.raises(SourceError) as error:
        facts_format.from_json({"source": "a.txt", **written})
    assert "a.txt" in str(error.value) and named in str(error.value)


@pytest.mark.shared
def test_gold_files_are_read_and_kept(shared):
    for path in sorted((shared / "gold").rglob("*.json")):
        facts = facts_format.from_json(json.loads(path.read_text("utf-8")))
        assert facts_format.from_json(json.loads(json.dumps(facts_format.to_json(facts)))) == facts, path.name
        assert facts.tasks or facts.agencies, path.name
