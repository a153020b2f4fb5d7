"""The lists of the site: search, filters, order, pages and exports."""

from __future__ import annotations

import csv
import datetime
import io
import re
from urllib.parse import urlsplit

import openpyxl
import pytest
from flask.testing import FlaskClient
from lxml import html

from tests.site_pages import AS_OF, DECISION, HTML, client, page, text_of

__all__ = ["client"]


# ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        # by text, without accents, in any of a task's names
        ("/tasks?q=trung+tam+du+lieu+quoc+gia&agency=agency/bo-cong-an", ["Trung tâm dữ liệu quốc gia"]),
        # by a body's name instead of its id
        ("/tasks?q=trung+tam+du+lieu+quoc+gia&agency=Bộ+Công+an&role=lead", ["Trung tâm dữ liệu quốc gia"]),
        # by mandate
        ("/tasks?mandate=document/2024/142-qd-ttg&due=recurring", ["Hằng năm", "danh mục dữ liệu mở"]),
        # by deadline between two days, written as people write them
        ("/tasks?from=1/10/2025&to=31/12/2025&mandate=document/2024/142-qd-ttg", ["Trung tâm dữ liệu quốc gia"]),
        # by the quarter of the as-of day
        ("/tasks?due=quarter&as_of=2024-05-01", ["quý II/2024"]),
        # by year and type
        ("/documents?year=2024&type=decision", ["142/QĐ-TTg"]),
        # documents that order tasks of one body
        ("/documents?agency=agency/bo-cong-an", ["142/QĐ-TTg"]),
        ("/agencies?kind=office", ["Thủ tướng Chính phủ"]),
        ("/indicators?has=both", ["kinh tế số"]),
    ],
)
def test_filters_live_in_the_address(client: FlaskClient, address: str, rows: list[str]) -> None:
    found = page(client, address)
    whole = page(client, urlsplit(address).path)
    shown = found.cssselect("table.data tbody tr")
    assert 0 < len(shown) < int(text_of(whole.cssselect(".list-head strong")[0]).replace(".", ""))
    text = text_of(found.cssselect("table.data")[0])
    for row in rows:
        assert row.casefold() in text.casefold()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("from=1/12/2025&to=2025-10-01", "Ngày bắt đầu 01/12/2025 muộn hơn ngày kết thúc 01/10/2025"),
        ("from=1/12/2025&to=2025-10-01&lang=en", "The first day, 1 Dec 2025, lies after the last, 1 Oct 2025"),
        ("from=2025-10-01&to=1/10/2025", ""),
        ("to=2025-10-01", ""),
    ],
)
def test_a_time_that_ends_before_it_begins_is_told(client: FlaskClient, days: str, said: str) -> None:
    notices = [text_of(one) for one in page(client, f"/tasks?{days}").cssselect("main .notice")]
    assert any(said in one for one in notices) if said else not notices


def test_a_body_is_meant_by_its_name(client: FlaskClient) -> None:
    named, by_id = (page(client, f"/tasks?agency={one}") for one in ("bo+cong+an", "agency/bo-cong-an"))
    for select in ("f-agency", "f-role"):
        offered = [[text_of(o) for o in one.cssselect(f"#{select} option")] for one in (named, by_id)]
        assert offered[0] == offered[1]
    assert named.cssselect("#f-agency option[selected]")[0].get("value") == "agency/bo-cong-an"
    unknown = html.fromstring(client.get("/tasks?agency=Bộ+Không+có", headers=HTML).get_data(as_text=True))
    assert text_of(unknown.cssselect("#f-agency option[selected]")[0]) == "Bộ Không có (0)"


def test_each_filter_gives_as_many_rows_as_it_says(client: FlaskClient) -> None:
    for name in ("documents", "tasks", "agencies", "indicators"):
        for select in page(client, f"/{name}?{AS_OF}").cssselect("form.filters select"):
            for option in select.cssselect("option")[1:4]:
                count = int(re.search(r"\(([\d.]+)\)$", text_of(option))[1].replace(".", ""))  # type: ignore[index]
                query = {select.get("name"): option.get("value"), "as_of": "2025-06-01"}
                answer = client.get(f"/{name}", query_string=query, headers=HTML)
                total = html.fromstring(answer.get_data(as_text=True)).cssselect(".list-head strong")[0]
                assert int(text_of(total).replace(".", "")) == count, (name, query)


def test_sorting_and_pages(client: FlaskClient) -> None:
    falling = page(client, "/documents?sort=-number")
    rising = page(client, "/documents?sort=number")
    first = [text_of(found.cssselect("tbody tr td:nth-child(2) a")[0]) for found in (rising, falling)]
    assert first[0] == "02/NQ-CP" and first[0] != first[1]
    second = page(client, "/tasks?page=2")
    assert text_of(second.cssselect("tbody tr td")[0]) == "51"
    assert second.cssselect(".pager a[rel=prev]") and second.cssselect(".pager a[rel=next]")


NOTHING = ("Không nêu", "Chưa rõ", "Chưa xác định", "–")


@pytest.mark.parametrize(
    ("name", "order", "column"),
    [
        ("tasks", "due", "Thời hạn"),
        ("tasks", "lead", "Cơ quan chủ trì"),
        ("tasks", "mandate", "Văn bản giao nhiệm vụ"),
        ("documents", "date", "Ngày ký"),
        ("documents", "issuer", "Cơ quan ban hành"),
        ("indicators", "target", "Mức giao"),
        ("indicators", "result", "Kết quả thực hiện"),
    ],
)
def test_what_an_order_has_nothing_to_go_by_comes_last(client: FlaskClient, name: str, order: str, column: str) -> None:
    for way in ("", "-"):
        content = client.get(f"/{name}?sort={way}{order}&format=csv").data.decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(content))
        values = [row[head.index(column)] for row in rows]
        said = [one[:4].isdigit() if order == "due" else one not in NOTHING for one in values]  # "hằng năm" is no day
        assert said[0] and not said[-1] and said == sorted(said, reverse=True), (way, said.index(False))


def test_tasks_sort_by_the_number_of_their_document(client: FlaskClient) -> None:
    content = client.get("/tasks?sort=mandate&format=csv").data.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content))
    numbers = [row[head.index("Văn bản giao nhiệm vụ")] for row in rows]
    begin = [int(found[0]) for number in numbers if (found := re.match(r"\d+", number))]
    assert begin == sorted(begin) and len(set(begin)) > 5


def test_an_empty_list_says_what_to_do(client: FlaskClient) -> None:
    assert "Hãy bỏ bớt điều kiện" in text_of(page(client, "/tasks?q=xyzzy").cssselect("p.empty")[0])


@pytest.mark.parametrize("name", ["documents", "tasks", "agencies", "indicators"])
def test_exports_hold_the_whole_list(client: FlaskClient, name: str) -> None:
    total = int(text_of(page(client, f"/{name}").cssselect(".list-head strong")[0]).replace(".", ""))
    content = client.get(f"/{name}?format=csv&page=2").data
    assert content.startswith(b"\xef\xbb\xbf")  # without it a spreadsheet spoils Vietnamese letters
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][0] == "STT" and rows[0][-1] == "Địa chỉ" and len(set(rows[0])) == len(rows[0])
    cited = ["Trích dẫn nguồn", "Vị trí", "Nguồn", "SHA-256 của tệp gốc", "SHA-256 của phần chữ đã đọc"]
    assert (rows[0][-6:-1] == cited) == (name == "tasks")  # the others say nothing of their own
    assert len(rows) - 1 == total
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/{name}?format=xlsx").data))
    assert [cell.value for cell in book.worksheets[0][1]] == rows[0]
    assert book.worksheets[0].max_row - 1 == total
    assert book.worksheets[1]["B2"].value == total


def test_a_list_of_tasks_is_exported_with_its_sentences_and_typed_dates(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{DECISION}?table=tasks&format=xlsx").data))
    sheet = book.worksheets[0]
    head = {cell.value: at for at, cell in enumerate(sheet[1])}
    row = next(r for r in sheet.iter_rows(min_row=2, values_only=True) if r[1] == "Xây dựng Trung tâm dữ liệu quốc gia")
    assert row[head["Thời hạn"]] == datetime.datetime(2025, 12, 31)
    assert "Trung tâm dữ liệu quốc gia" in row[head["Trích dẫn nguồn"]]
    assert row[head["Vị trí"]] == "Phụ lục, STT 4"
    assert row[head["Địa chỉ"]].startswith("http://localhost/id/task/")


def test_a_long_table_shows_its_first_rows_and_exports_all(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.tables.FIRST", 5)
    found = page(client, "/id/agency/bo-cong-an")
    counts = {
        name: int(text_of(found.cssselect(f".jump a[href='#{name}'] .n")[0])) for name in ("led", "changes", "mentions")
    }
    shown = {name: len(found.cssselect(f"#{name} tbody tr")) for name in counts}
    assert shown == {"led": 5, "changes": counts["changes"], "mentions": 5} and counts["changes"] == 5
    for name in ("led", "mentions"):
        (link,) = found.cssselect(f"#{name} .all-rows a")
        whole = page(client, link.get("href")).cssselect(f"#{name} tbody tr")
        assert len(whole) == counts[name] and all(row.cssselect("blockquote") for row in whole)
        exported = client.get(f"/id/agency/bo-cong-an?table={name}&format=csv").data.decode("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(exported)))) == counts[name] + 1


@pytest.mark.parametrize("name", ["tasks", "targets"])
def test_an_export_brings_the_quote_of_every_row(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for module in ("task_tables", "measures"):
        monkeypatch.setattr(f"web.pages.{module}.FIRST", 1)  # the page itself asks for the quotes of a few rows only
    exported = client.get(f"{DECISION}?table={name}&format=csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(exported)))
    assert len(rows) > 2 and all(row["Trích dẫn nguồn"] for row in rows)


def test_tasks_of_the_list_bring_their_sentence(client: FlaskClient) -> None:
    rows = page(client, "/tasks").cssselect("table.data tbody tr")
    assert all(row.cssselect("details.evidence blockquote") for row in rows)


@pytest.mark.parametrize(
    ("address", "column"),
    [
        ("/id/indicator/{target}", "Trách nhiệm"),
        ("/id/indicator/{observation}", "Cơ quan thực hiện"),
    ],
)
def test_who_must_reach_a_target_and_who_measured(client: FlaskClient, address: str, column: str) -> None:
    measures = client.application.extensions["site"].catalogue().measures
    both = {row.indicator.iri: {m.target for m in measures if m.indicator == row.indicator} for row in measures}
    one = {
        "target": next(iri for iri, kinds in both.items() if kinds == {True}),
        "observation": next(iri for iri, kinds in both.items() if kinds == {False}),
    }
    found = page(client, address.format(**{kind: iri.rpartition("/")[2] for kind, iri in one.items()}))
    assert [text_of(head) for head in found.cssselect("thead th")][-1] == column


def test_a_query_that_is_not_asked_yet_leads_to_its_example_in_the_api(client: FlaskClient) -> None:
    found = page(client, "/queries/tasks-of-document")
    address = next(a.get("href") for a in found.cssselect(".tools a") if text_of(a) == "API")
    assert client.get(address).status_code == 200
