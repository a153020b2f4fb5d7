"""The trace: what an id rests on, what it orders, each link with its quote; as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg import trace_view
from kg.config import BASE_IRI
from kg.reader import Reader
from kg.trace import Link, Trace, trace
from kg.trace_gather import Node

_ID = f"{BASE_IRI}id/"


def links(found: Trace, side: str) -> dict[tuple[str, str], Link]:
    return {(link.relation, link.node.label): link for where, _, link in found.rows() if where == side}


@pytest.fixture(scope="module")
def decision(gold_reader: Reader) -> Trace:
    return trace(gold_reader, "142/QĐ-TTg", base=BASE_IRI, date="2024-02-02")


def test_what_a_decision_rests_on(decision: Trace) -> None:
    above = links(decision, "above")
    assert ("based_on", "52-NQ/TW") in above
    assert ("based_on", "47/2020/NĐ-CP") in above
    link = above["based_on", "175/NQ-CP"]
    assert link.evidence[0].quote.startswith("Căn cứ Nghị quyết số 175/NQ-CP ngày 30 tháng 10 năm 2023")
    assert link.evidence[0].source == f"{_ID}source/2024-02-quyet-dinh-142-tom-luoc"


def test_the_chain_goes_on_upwards_and_ends_at_what_was_met_before(decision: Trace) -> None:
    resolution = next(link for link in decision.above if link.node.iri.endswith("2020/50-nq-cp"))
    (on,) = [link for link in resolution.links if link.relation == "implements"]
    assert on.node.label == "52-NQ/TW"
    assert on.seen
    assert not on.links


def test_what_a_decision_orders(decision: Trace) -> None:
    below = links(decision, "below")
    assert ("approves", "Chiến lược dữ liệu quốc gia đến năm 2030") in below
    task = below["task", "Sửa đổi, bổ sung Nghị định số 47/2020/NĐ-CP"].node
    assert task.fields["assignees"] == ("Bộ Thông tin và Truyền thông",)
    assert task.fields["cooperators"] == ("các bộ, ngành, địa phương",)
    assert (task.fields["deadline"], task.fields["due"]) == ("2024-Q4", "2024-12-31")
    assert task.fields["deliverable"] == "Nghị định của Chính phủ"


def test_documents_that_carry_the_programme_out_stand_below_it(decision: Trace) -> None:
    (approved,) = [link for link in decision.below if link.relation == "approves"]
    (plan,) = [link for link in approved.links if link.relation == "implemented_by"]
    assert plan.node.label == "200/KH-UBND"
    assert [link.relation for link in plan.links] == ["task"]


def test_every_link_has_its_quote(decision: Trace) -> None:
    for _, _, link in decision.rows():
        assert link.evidence, link.node.label
        assert all(
            evidence.quote and evidence.end - evidence.start == len(evidence.quote) for evidence in link.evidence
        )


def test_depth_ends_the_way_down_only(gold_reader: Reader) -> None:
    shallow = trace(gold_reader, "142/QĐ-TTg", base=BASE_IRI, date="2024", depth=0)
    assert ("based_on", "52-NQ/TW") in links(shallow, "above")
    assert {link.relation for link in shallow.below} == {"task", "target"}


def test_targets_stand_with_what_was_measured(gold_reader: Reader) -> None:
    found = [
        link
        for text in ("749/QĐ-TTg", "942/QĐ-TTg", "17/NQ-CP")
        for link in trace(gold_reader, text, base=BASE_IRI).below
        if link.relation == "target" and link.links
    ]
    assert found
    for link in found:
        assert {inner.relation for inner in link.links} == {"observation"}
        assert {inner.node.label for inner in link.links} == {link.node.label}


def test_a_body_leads_and_helps(gold_reader: Reader) -> None:
    below = trace(gold_reader, "bo cong an", base=BASE_IRI).below
    assert {"leads", "cooperates"} <= {link.relation for link in below}
    task = next(link.node for link in below if link.node.label == "Xây dựng Trung tâm dữ liệu quốc gia")
    assert task.fields["mandate"] == "142/QĐ-TTg"


def test_a_task_goes_up_to_what_its_mandate_rests_on(gold_reader: Reader, decision: Trace) -> None:
    task = next(link for link in decision.below if link.node.label == "Thí điểm sàn dữ liệu")
    for name in (task.node.iri, task.node.iri.removeprefix(_ID)):
        found = trace(gold_reader, name, base=BASE_IRI)
        (mandate,) = found.above
        assert (mandate.relation, mandate.node.label) == ("mandate", "142/QĐ-TTg")
        assert ("based_on", "52-NQ/TW") in {(link.relation, link.node.label) for link in mandate.links}


def test_states_of_tasks_are_dated(gold_reader: Reader) -> None:
    nodes = [link.node for _, _, link in trace(gold_reader, "Đề án 06", base=BASE_IRI).rows() if link.node.statuses]
    assert nodes
    for node in nodes:
        assert all(status.as_of and status.evidence for status in node.statuses)


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value_text": "tối thiểu 20%", "unit": "% GRDP"}, "tối thiểu 20% GRDP"),  # not "20% % GRDP"
        ({"value_text": "12,63%", "unit": "%"}, "12,63%"),
        ({"value": "12.8", "unit": "% GRDP"}, "12,8 % GRDP"),
        ({"value_text": "64 triệu", "unit": "tài khoản"}, "64 triệu tài khoản"),
    ],
)
def test_a_value_has_its_unit_once(fields: dict[str, str], shown: str) -> None:
    assert trace_view.value(Node("target", "x:a", "", fields), "vi") == shown


def test_as_text_in_vietnamese_and_english(decision: Trace) -> None:
    vietnamese = list(trace_view.tree(decision, "vi"))
    assert vietnamese[0].startswith("142/QĐ-TTg – phê duyệt Chiến lược dữ liệu")
    assert vietnamese[0].endswith("(02/02/2024, Thủ tướng Chính phủ)")
    assert "CĂN CỨ (bên trên)" in vietnamese
    assert any("cơ quan chủ trì: Bộ Công an" in line for line in vietnamese)
    english = list(trace_view.tree(decision, "en"))
    assert english[0].endswith("(2 Feb 2024, Thủ tướng Chính phủ)")
    assert any("├─ based on: 52-NQ/TW" in line for line in english)
    assert len(english) == len(vietnamese)


def test_as_json(decision: Trace) -> None:
    told = json.loads(trace_view.as_json(decision))
    assert told["iri"] == f"{_ID}document/2024/142-qd-ttg"
    first = told["above"][0]
    assert first["evidence"][0].keys() >= {"quote", "start", "end", "source", "source_title", "source_date"}
    assert {link["relation"] for link in told["below"]} == {"task", "target", "approves", "guided_by"}


def test_as_csv(decision: Trace) -> None:
    text = trace_view.as_csv(decision, "vi")
    assert text.startswith("\ufeffHướng,Cấp,Quan hệ")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == sum(len(link.evidence) for _, _, link in decision.rows())
    task = next(row for row in rows if row["Sản phẩm"] == "Bộ nguyên tắc")
    assert task["Cơ quan phối hợp"] == "Bộ Công an; Bộ Khoa học và Công nghệ"
    assert task["Trích dẫn nguồn"]
    assert next(csv.reader([trace_view.as_csv(decision, "en").removeprefix("\ufeff").splitlines()[0]]))[0] == "Side"


def test_no_cell_is_a_formula() -> None:
    assert [trace_view._cell(text) for text in ("=1+1", "-5", "@a", "a")] == ["'=1+1", "'-5", "'@a", "a"]


VALUES = [
    ({"value": "2361"}, "2.361", "2,361"),
    ({"value": "30.08", "unit": "%"}, "30,08%", "30.08%"),
    ({"value": "86000000", "unit": "thẻ", "comparator": ">="}, "ít nhất 86.000.000 thẻ", "at least 86,000,000 thẻ"),
    ({"value": "50", "value_text": "50/193 quốc gia", "unit": "quốc gia"}, "50/193 quốc gia", "50/193 quốc gia"),
    ({"value": "-1.50"}, "-1,50", "-1.50"),
    ({}, "", ""),
]


@pytest.mark.parametrize(("fields", "vi", "en"), VALUES)
def test_a_value_is_written_as_the_language_does(fields: dict[str, str], vi: str, en: str) -> None:
    from kg.trace_gather import Node

    node = Node("target", "x", "x", fields)
    assert (trace_view.value(node, "vi"), trace_view.value(node, "en")) == (vi, en)


def test_a_period_is_written_in_words() -> None:
    from kg.trace import Link, Trace
    from kg.trace_gather import Node

    measured = Node("observation", "y", "Tỷ lệ hồ sơ", {"value": "61.7", "unit": "%", "period": "2026-01-01/P10M"})
    told = Trace(Node("document", "x", "1/QĐ-TTg"), (), (Link("observation", measured, ()),), 1)
    assert "└─ kết quả thực hiện: Tỷ lệ hồ sơ: 61,7% (10 tháng đầu năm 2026)" in list(trace_view.tree(told, "vi"))
