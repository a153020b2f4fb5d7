"""What an auditor relies on: states with their source and day, deadlines to the day, chains, roles, exports that cite.

The store holds two sources whose facts are written here, so that each date and offset is known.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg import trace_view
from kg.config import BASE_IRI
from kg.model import Article, Document, Evidence, Facts, Relation, Task
from kg.reader import Reader
from kg.standards import OA
from kg.trace import Link, Trace, trace
from kg.vocabulary import VP
from tests import written

TEXTS = {
    "quyet-dinh.txt": (
        "Thủ tướng Chính phủ ban hành Quyết định số 10/QĐ-TTg ngày 10/01/2025.\n"
        "Căn cứ Nghị quyết số 5-NQ/TW ngày 03/02/2024 của Bộ Chính trị, vốn triển khai Nghị quyết số 4-NQ/TW.\n"
        "Bộ Công an chủ trì, phối hợp với Bộ Tài chính xây dựng kho dữ liệu dùng chung trước ngày 30/6/2025.\n"
        "Việc xây dựng kho dữ liệu dùng chung được nhắc lại tại khoản 2.\n"
        "Bộ Tài chính chủ trì, phối hợp với Bộ Công an báo cáo kết quả hằng năm.\n"
        "Kế hoạch số 11/KH-BCA triển khai Quyết định số 10/QĐ-TTg; Kế hoạch số 12/KH-BCA triển khai Kế hoạch số "
        "11/KH-BCA; Kế hoạch số 13/KH-BCA triển khai Kế hoạch số 12/KH-BCA.\n"
        "Quyết định số 10/QĐ-TTg sửa đổi Quyết định số 9/QĐ-TTg, thay thế Quyết định số 8/QĐ-TTg và bãi bỏ Quyết định "
        "số 7/QĐ-TTg.\n"
    ),
    "ban-tin.txt": (
        "Bộ Công an còn nợ việc ban hành quy chế khai thác dữ liệu, đến nay đã quá hạn.\n"
        "Bộ Công an đã dừng việc thuê máy chủ từ ngày 15/8/2025.\n"
    ),
}
PUBLISHED = {"quyet-dinh.txt": "2025-01-12", "ban-tin.txt": "2025-08-01"}


def said(name: str, *quotes: str) -> tuple[Evidence, ...]:
    text = TEXTS[name]
    return tuple(Evidence(text.index(quote), text.index(quote) + len(quote), quote) for quote in quotes)


DECISION, NEWS = "quyet-dinh.txt", "ban-tin.txt"
SHARED_STORE = "xây dựng kho dữ liệu dùng chung"
RULES = "ban hành quy chế khai thác dữ liệu"
STORE_QUOTES = (
    "Bộ Công an chủ trì, phối hợp với Bộ Tài chính xây dựng kho dữ liệu dùng chung trước ngày 30/6/2025.",
    "Việc xây dựng kho dữ liệu dùng chung được nhắc lại tại khoản 2.",
)


def document(number: str, kind: str = "decision", date: str | None = None, **more: str) -> Document:
    return Document(number, kind, date, evidence=said(DECISION, f"số {number}"), **more)


def relation(subject: str, name: str, other: str, quote: str) -> Relation:
    return Relation(subject, name, other, evidence=said(DECISION, quote))


FACTS = {
    DECISION: Facts(
        DECISION,
        "",
        Article("Quyết định về dữ liệu dùng chung", PUBLISHED[DECISION]),
        documents=(
            document(
                "10/QĐ-TTg", date="2025-01-10", status="issued", effective="2025-02-01", expires="2025-12-31",
                issuer="Thủ tướng Chính phủ",
            ),
            document("5-NQ/TW", "resolution", "2024-02-03"),
            document("4-NQ/TW", "resolution"),
            *(document(f"{n}/KH-BCA", "plan") for n in (11, 12, 13)),
            *(document(f"{n}/QĐ-TTg") for n in (9, 8, 7)),
        ),
        relations=(
            relation("10/QĐ-TTg", "based_on", "5-NQ/TW", "Căn cứ Nghị quyết số 5-NQ/TW"),
            relation("5-NQ/TW", "implements", "4-NQ/TW", "triển khai Nghị quyết số 4-NQ/TW"),
            relation("11/KH-BCA", "implements", "10/QĐ-TTg", "triển khai Quyết định số 10/QĐ-TTg"),
            relation("12/KH-BCA", "implements", "11/KH-BCA", "triển khai Kế hoạch số 11/KH-BCA"),
            relation("13/KH-BCA", "implements", "12/KH-BCA", "triển khai Kế hoạch số 12/KH-BCA"),
            relation("10/QĐ-TTg", "amends", "9/QĐ-TTg", "sửa đổi Quyết định số 9/QĐ-TTg"),
            relation("10/QĐ-TTg", "replaces", "8/QĐ-TTg", "thay thế Quyết định số 8/QĐ-TTg"),
            relation("10/QĐ-TTg", "repeals", "7/QĐ-TTg", "bãi bỏ Quyết định số 7/QĐ-TTg"),
        ),
        tasks=(
            Task(
                SHARED_STORE, ("Bộ Công an",), ("Bộ Tài chính",), "10/QĐ-TTg", deadline="2025-06-30",
                deadline_text="trước ngày 30/6/2025", evidence=said(DECISION, *STORE_QUOTES),
            ),
            Task(
                "báo cáo kết quả", ("Bộ Tài chính",), ("Bộ Công an",), "10/QĐ-TTg", recurrence="hằng năm",
                evidence=said(DECISION, "phối hợp với Bộ Công an báo cáo kết quả hằng năm"),
            ),
        ),
    ),
    NEWS: Facts(
        NEWS,
        "",
        Article("Việc còn nợ", PUBLISHED[NEWS]),
        tasks=(
            Task(RULES, ("Bộ Công an",), status="overdue", evidence=said(NEWS, TEXTS[NEWS].split("\n")[0])),
            Task(
                "thuê máy chủ", ("Bộ Công an",), status="stopped", status_date="2025-08-15",
                evidence=said(NEWS, TEXTS[NEWS].split("\n")[1]),
            ),
        ),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written.store(tmp_path_factory.mktemp("audit"), TEXTS, FACTS)


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 200, (address, answer.status_code)
    return html.fromstring(answer.get_data(as_text=True))


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def tasks(client: FlaskClient, query: str) -> list[str]:
    """The texts of the tasks that the list shows."""
    return [text_of(link) for link in page(client, f"/tasks?{query}").cssselect("tbody a.in-cell")]


def exported(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).data.decode("utf-8-sig"))))


def task_address(client: FlaskClient, text: str) -> str:
    (link,) = [a for a in page(client, "/tasks").cssselect("tbody a.in-cell") if text_of(a) == text]
    return str(link.get("href"))


# ── states ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_state_stands_with_its_source_and_the_day_of_that_source(client: FlaskClient) -> None:
    (row,) = page(client, task_address(client, RULES)).cssselect("#states tbody tr")
    assert [text_of(cell) for cell in row.cssselect("td")][1] == "01/08/2025"
    assert "Quá hạn" in text_of(row)
    assert [text_of(link) for link in row.cssselect("a.ref")] == ["Việc còn nợ"]
    assert row.cssselect("blockquote")


def test_a_state_is_known_from_the_day_of_its_source_on(client: FlaskClient) -> None:
    assert tasks(client, "status=overdue&as_of=2025-08-01") == [RULES]
    assert tasks(client, "status=overdue&as_of=2025-07-31") == []
    assert "Quá hạn (01/08/2025)" in text_of(page(client, "/tasks?as_of=2025-08-01").cssselect("tbody")[0])
    assert tasks(client, "status=stopped&as_of=2025-08-14") == []
    assert tasks(client, "status=stopped&as_of=2025-08-15") == ["thuê máy chủ"]


def test_the_command_tells_a_state_with_its_day(reader: Reader) -> None:
    found = trace(reader, "Bộ Công an", base=BASE_IRI)
    told = list(trace_view.tree(found, "vi"))
    stopped = "đã dừng (tính đến 15/08/2025), theo Việc còn nợ: “Bộ Công an đã dừng việc thuê máy chủ"
    assert any(f"tình trạng thực hiện: {stopped}" in line for line in told)
    assert any("tình trạng thực hiện: quá hạn (tính đến 01/08/2025), theo Việc còn nợ: “" in line for line in told)
    rows = {row["Số/ký hiệu, tên hoặc nội dung"]: row["Tình trạng thực hiện"] for row in rows_of(found)}
    assert rows["thuê máy chủ"] == "đã dừng (tính đến 15/08/2025), theo Việc còn nợ"
    assert rows[SHARED_STORE] == ""


# ── deadlines, roles, validity ───────────────────────────────────────────────────────────────────────────────────────


def test_the_last_day_belongs_to_the_time_given(client: FlaskClient) -> None:
    assert tasks(client, "from=30/6/2025&to=30/6/2025") == [SHARED_STORE]
    assert tasks(client, "from=1/7/2025") == tasks(client, "to=29/6/2025") == []
    assert tasks(client, "due=past&as_of=2025-06-30") == []
    assert tasks(client, "due=past&as_of=2025-07-01") == [SHARED_STORE]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("role=lead", [SHARED_STORE, RULES, "thuê máy chủ"]),
        ("role=help", ["báo cáo kết quả"]),
        ("", [SHARED_STORE, "báo cáo kết quả", RULES, "thuê máy chủ"]),
    ],
)
def test_tasks_of_a_body_by_its_role(client: FlaskClient, query: str, wanted: list[str]) -> None:
    address = f"agency=agency/bo-cong-an&{query}"
    assert sorted(tasks(client, address)) == sorted(wanted)
    options = page(client, f"/tasks?{address}").cssselect("#f-role option")
    assert [text_of(option) for option in options] == ["Tất cả", "Chủ trì (3)", "Phối hợp (1)"]


def test_bodies_are_counted_in_the_role_that_is_asked_for(client: FlaskClient) -> None:
    for role, counts in (
        ("lead", {"Bộ Công an (3)", "Bộ Tài chính (1)"}),
        ("help", {"Bộ Công an (1)", "Bộ Tài chính (1)"}),
    ):
        for agency in ("", "agency/bo-cong-an"):
            options = page(client, f"/tasks?role={role}&agency={agency}").cssselect("#f-agency option")
            assert {text_of(option) for option in options} - {"Tất cả"} == counts


def test_only_the_lead_is_behind(client: FlaskClient) -> None:
    late = {
        text_of(row.cssselect("a.ref")[0]): text_of(row.cssselect("td")[5])
        for row in page(client, "/agencies?has=led&as_of=2025-07-01").cssselect("tbody tr")
    }
    assert late == {"Bộ Công an": "1", "Bộ Tài chính": "–"}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-01-31", "Có hiệu lực từ 01/02/2025 (chưa đến)"),
        ("2025-02-01", "Có hiệu lực từ 01/02/2025"),
        ("2025-12-30", "Có hiệu lực từ 01/02/2025"),
        ("2025-12-31", "Hết hiệu lực từ 31/12/2025"),
    ],
)
def test_validity_changes_on_its_day(client: FlaskClient, day: str, said: str) -> None:
    rows = page(client, f"/documents?as_of={day}").cssselect("tbody tr")
    (row,) = [row for row in rows if "10/QĐ-TTg" in text_of(row.cssselect("td")[1])]
    assert text_of(row.cssselect(".badge")[0]) == said


def test_an_answer_writes_deadlines_as_the_language_does(client: FlaskClient) -> None:
    for lang, day in (("vi", "30/06/2025"), ("en", "30 Jun 2025")):
        found = page(client, f"/queries/tasks-due-of-agency?agency=Bộ Công an&lang={lang}")
        (row,) = found.cssselect("tbody tr")
        assert text_of(row).count(day) == 2 and "2025-06-30" not in text_of(row)  # as it is given, and its last day


# ── chains ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def rows_of(found: Trace) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(trace_view.as_csv(found, "vi").removeprefix("\ufeff"), newline="")))


def chain(links: tuple[Link, ...], relation: str) -> list[str]:
    """The labels along one relation, down or up."""
    found = []
    while on := [link for link in links if link.relation == relation]:
        (link,) = on
        found.append(link.node.label)
        links = link.links
    return found


@pytest.mark.parametrize(
    ("depth", "plans"), [(0, []), (1, ["11"]), (2, ["11", "12"]), (3, ["11", "12", "13"]), (5, ["11", "12", "13"])]
)
def test_a_chain_goes_down_as_many_levels_as_asked(reader: Reader, depth: int, plans: list[str]) -> None:
    found = trace(reader, "10/QĐ-TTg", base=BASE_IRI, depth=depth)
    assert chain(found.below, "implemented_by") == [f"{plan}/KH-BCA" for plan in plans]


def test_a_chain_goes_up_to_the_top_from_a_document_and_from_its_task(reader: Reader) -> None:
    (task,) = [link.node for link in trace(reader, "10/QĐ-TTg", base=BASE_IRI).below if link.node.label == SHARED_STORE]
    (mandate,) = trace(reader, task.iri, base=BASE_IRI).above
    for links in (trace(reader, "10/QĐ-TTg", base=BASE_IRI).above, mandate.links):
        assert chain(links, "based_on") == ["5-NQ/TW"]
        (resolution,) = [link for link in links if link.relation == "based_on"]
        assert chain(resolution.links, "implements") == ["4-NQ/TW"]


@pytest.mark.parametrize(
    ("number", "one", "other"),
    [("9", "amends", "amended_by"), ("8", "replaces", "replaced_by"), ("7", "repeals", "repealed_by")],
)
def test_a_change_is_told_from_both_ends(reader: Reader, number: str, one: str, other: str) -> None:
    new, old = trace(reader, "10/QĐ-TTg", base=BASE_IRI), trace(reader, f"{number}/QĐ-TTg", base=BASE_IRI)
    assert [link.node.label for link in new.above if link.relation == one] == [f"{number}/QĐ-TTg"]
    assert [link.node.label for link in old.below if link.relation == other] == ["10/QĐ-TTg"]
    assert one not in {link.relation for link in old.above} and other not in {link.relation for link in new.below}


def test_predecessors_and_successors_of_a_body_are_told(reader: Reader) -> None:
    new = {(link.relation, link.node.label) for link in trace(reader, "Bộ Khoa học và Công nghệ", base=BASE_IRI).above}
    old = {
        (link.relation, link.node.label) for link in trace(reader, "Bộ Thông tin và Truyền thông", base=BASE_IRI).below
    }
    assert ("merged_from", "Bộ Thông tin và Truyền thông") in new
    assert ("merged_into", "Bộ Khoa học và Công nghệ") in old


def test_positions_of_a_trace_are_those_of_its_quotes(reader: Reader) -> None:
    found = trace(reader, "10/QĐ-TTg", base=BASE_IRI)
    rows = [row for row in rows_of(found) if row["Trích dẫn nguồn"]]
    assert {row["Trích dẫn nguồn"] for row in rows} >= set(STORE_QUOTES)
    for row in rows:
        assert TEXTS[DECISION][int(row["Từ ký tự"]) : int(row["Đến ký tự"])] == row["Trích dẫn nguồn"]
    quoted = re.compile(r"“(?P<quote>.+)” — .*\[ký tự (?P<start>\d+)–(?P<end>\d+)\]$")
    told = [match for line in trace_view.tree(found, "vi") if (match := quoted.search(line))]
    assert len(told) == len(rows)
    for match in told:
        assert TEXTS[DECISION][int(match["start"]) : int(match["end"])] == match["quote"]


# ── the audit desk ───────────────────────────────────────────────────────────────────────────────────────────────────


def desk(client: FlaskClient, query: str) -> dict[str, str]:
    """The lines of the chain below, by the task's text."""
    found = page(client, f"/audit?{query}")
    lines = found.xpath("//*[@class='chain']/h3[2]/following-sibling::ol//*[@class='line']")
    return {text_of(line.cssselect(".what")[0]).casefold(): text_of(line) for line in lines}


def test_the_desk_of_a_body_names_what_orders_each_task_or_that_nothing_does(client: FlaskClient) -> None:
    lines = desk(client, "id=Bộ Công an&as_of=2025-07-01")
    assert "10/QĐ-TTg" in lines[SHARED_STORE] and "Chưa rõ văn bản giao" not in lines[SHARED_STORE]
    assert "Chưa rõ văn bản giao" in lines[RULES]
    rows = {row["Mục"].casefold(): row for row in exported(client, "/audit?id=Bộ Công an&format=csv")}
    assert rows[SHARED_STORE]["Văn bản giao nhiệm vụ"] == "10/QĐ-TTg"
    assert "Chưa rõ văn bản giao" in rows[RULES]["Điểm cần làm rõ"]


def test_the_desk_keeps_what_a_body_leads(client: FlaskClient) -> None:
    assert desk(client, "id=10/QĐ-TTg&agency=tai+chinh").keys() == {"báo cáo kết quả"}
    assert desk(client, "id=10/QĐ-TTg&agency=Bộ Công an").keys() == {SHARED_STORE}
    assert desk(client, "id=10/QĐ-TTg&agency=10/QĐ").keys() == set()


def test_the_desk_shows_findings_alone_with_what_they_hang_on(client: FlaskClient) -> None:
    assert desk(client, "id=10/QĐ-TTg&show=findings&as_of=2025-07-01").keys() == {SHARED_STORE}
    assert desk(client, "id=10/QĐ-TTg&show=findings&as_of=2025-06-30").keys() == set()
    # a task that the resolution's decision orders hangs on the decision
    kept = desk(client, "id=5-NQ/TW&show=findings&as_of=2025-07-01").keys()
    assert kept == {"10/qđ-ttg", SHARED_STORE}


def test_citations_of_the_desk_are_numbered_each_once(client: FlaskClient) -> None:
    found = page(client, "/audit?id=10/QĐ-TTg&as_of=2025-07-01")
    cited = {one.get("id"): text_of(one.cssselect("q")[0]) for one in found.cssselect("#citations [id]")}
    assert list(cited) == [f"c{number}" for number in range(1, len(cited) + 1)]
    (finding,) = found.cssselect("#findings li")
    assert {cited[a.get("href")[1:]] for a in finding.cssselect("a.cite")} == set(STORE_QUOTES)


# ── what is taken away ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_exported_task_brings_all_its_quotes_and_its_dated_source(client: FlaskClient) -> None:
    rows = {row["Nhiệm vụ"]: row for row in exported(client, "/id/document/2025/10-qd-ttg?table=tasks&format=csv")}
    row = rows[SHARED_STORE]
    assert row["Trích dẫn nguồn"] == " … ".join(STORE_QUOTES)
    assert row["Nguồn"] == "Quyết định về dữ liệu dùng chung (12/01/2025)"
    assert row["Địa chỉ"] == f"http://localhost{urlsplit(task_address(client, SHARED_STORE)).path}"


def test_a_workbook_says_as_of_which_day_and_how_it_was_filtered(client: FlaskClient) -> None:
    answer = client.get("/tasks?agency=agency/bo-cong-an&role=lead&as_of=2025-07-01&format=xlsx")
    about = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[1]
    told = {name.value: value.value for name, value in about.iter_rows(max_col=2)}
    assert told["Tính đến ngày"] == "01/07/2025"
    assert (told["Cơ quan"], told["Vai trò"], told["Số dòng"]) == ("Bộ Công an", "Chủ trì", 3)


@pytest.mark.parametrize(
    ("accept", "form"), [("text/turtle", ox.RdfFormat.TURTLE), ("application/ld+json", ox.RdfFormat.JSON_LD)]
)
def test_the_data_of_a_task_hold_its_state_and_its_quote(client: FlaskClient, accept: str, form: ox.RdfFormat) -> None:
    answer = client.get(task_address(client, RULES), headers={"Accept": accept})
    assert "Accept" in answer.headers["Vary"]  # a cache must not give a program the page
    found = {
        (quad.predicate.value, quad.object.value)
        for quad in ox.parse(answer.data, form)
        if hasattr(quad.object, "value")
    }
    assert (OA.exact, TEXTS[NEWS].split("\n")[0]) in found
    assert (VP.status, f"{VP.BASE}status-overdue") in found
