"""The saved queries: each has its header, parses, takes its parameters, and gives its golden rows on the gold facts.

After a change that is meant: python tests/golden/gold_graph.py, and read the difference against the articles.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from golden.gold_graph import GOLDEN, release, rows

from kg import binding, guard, queries
from kg.config import BASE_IRI
from kg.reader import Reader

QUERIES = queries.saved()
NAMES = sorted(QUERIES)
OF_LINKS = {"results-of-tasks"}  # asks what linking finds, of which the golden graph has nothing: see test_results.py
OF_FACTS = [name for name in NAMES if name not in OF_LINKS]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(release(tmp_path_factory.mktemp("gold"))) as opened:
        yield opened


def test_there_are_questions_and_each_has_its_golden_rows() -> None:
    assert len(NAMES) >= 20
    assert sorted(path.stem for path in GOLDEN.glob("*.csv")) == OF_FACTS


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    query = QUERIES[name]
    for text in (query.summary, query.description):
        assert set(text) == {"vi", "en"} and all(text.values())
    assert query.tags
    for parameter in query.parameters:
        assert set(parameter.label) == {"vi", "en"}, parameter.name
        if parameter.required:
            assert parameter.example and parameter.name in (query.example or {}), parameter.name
    assert set(query.example or {}) <= set(queries.variables(query))


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str) -> None:
    """It parses, asks no other server, has a block for each parameter, and columns that a spreadsheet can name."""
    query = QUERIES[name]
    guard.check_query(query.text)
    assert sorted(binding.parameters(query.text)) == sorted(queries.variables(query))
    assert "SELECT *" not in query.text
    assert query.text.isprintable() or all(char.isprintable() or char == "\n" for char in query.text)
    assert max(map(len, query.text.splitlines())) <= 120


@pytest.mark.parametrize("name", OF_FACTS)
def test_golden_rows(name: str, reader: Reader) -> None:
    found = rows(reader, QUERIES[name])
    assert found == (GOLDEN / f"{name}.csv").read_text("utf-8")
    assert len(list(csv.reader(io.StringIO(found)))) > 1, "no rows: the sample does not show what it asks"


@pytest.mark.parametrize("name", NAMES)
def test_columns(name: str, reader: Reader) -> None:
    header = queries.table(reader, QUERIES[name], QUERIES[name].example or {}).variables
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in header), header


@pytest.mark.parametrize("name", [name for name in NAMES if not all(p.required for p in QUERIES[name].parameters)])
def test_optional_parameters_may_be_left_out(name: str, reader: Reader) -> None:
    """Without them a query gives all that it gives with them, and more or as much."""
    query = QUERIES[name]
    needed = {p.name: (query.example or {})[p.name] for p in query.parameters if p.required}
    everything = queries.table(reader, query, needed)
    assert len(everything) >= len(queries.table(reader, query, query.example or {}))


TELECOM = "example-org-chinh-sach-so-2022-vien-thong-cong-ich"
TTTT, TNMT = "Bộ Thông tin và Truyền thông", "Bộ Tài nguyên và Môi trường"
# one row: a query, a value that narrows it, and a column with what it must then hold in every row
NARROWED = [
    ("tasks-of-document", {"document": "03/NQ-CP"}, "dieu_khoan", {"Phụ lục"}),
    # the year that sites invent in a number; the tasks of the programme that it approves as well
    ("tasks-of-document", {"document": "2269/2021/QĐ-TTg"}, "nguon", {TELECOM, "2024-05-quy-i-2024"}),
    ("tasks-due-of-agency", {"agency": TTTT, "from": "2024-12-01", "to": "2024-12-31"}, "han_cuoi", {"2024-12-31"}),
    ("targets-in-period", {"from": "2024", "to": "2024"}, "ky", {"2024"}),
    ("tasks-by-pillar", {"pillar": "chính phủ số"}, "tru_cot", {"chính phủ số"}),
    ("drafts-and-their-drafters", {"agency": "Bộ Nội vụ"}, "soan_thao", {"Bộ Nội vụ"}),
    ("officials-at-date", {"agency": "Bộ Khoa học và Công nghệ"}, "ho_ten", {"Nguyễn Mạnh Hùng"}),
    ("officials-at-date", {"date": "2019-12-31"}, "ho_ten", {"Nguyễn Xuân Phúc", "Mai Tiến Dũng", "Nguyễn Phú Trọng"}),
    # a ministry of before 1 March 2025
    ("tasks-of-predecessor-agencies", {"agency": TNMT}, "co_quan_moi", {"Bộ Nông nghiệp và Môi trường"}),
]


@pytest.mark.parametrize(("name", "given", "column", "wanted"), NARROWED)
def test_parameters_narrow(name: str, given: dict[str, str], column: str, wanted: set[str], reader: Reader) -> None:
    table = queries.table(reader, QUERIES[name], given)
    assert {row[column].value.removeprefix(f"{BASE_IRI}id/source/") for row in table} == wanted


def test_tasks_rest_on_no_draft(reader: Reader) -> None:
    """A decree that a draft would replace is still in force."""
    table = queries.table(reader, QUERIES["tasks-on-replaced-documents"], {})
    assert all(row["van_ban_het_hieu_luc"].value != "130/2018/NĐ-CP" for row in table)


def test_past_due_leaves_out_what_is_done(reader: Reader) -> None:
    table = queries.table(reader, QUERIES["tasks-past-due-without-result"], {"date": "2026-01-01"})
    texts = {row["nhiem_vu"].value for row in table}
    assert not any("2844/VPCP-KSTT" in text for text in texts)  # reported as done
    assert any("Trung tâm dữ liệu quốc gia" in text for text in texts)
