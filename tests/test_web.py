"""The site's pages by address: what they answer, in which form, with which headers."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urldefrag, urljoin, urlsplit

import openpyxl
import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.config import BASE_IRI, Config
from kg.errors import StoreError
from web import export
from web.app import close, create_app
from web.links import Ref
from web.pages.chain import Item, runs
from web.tables import Cell, Column, Row, Table
from web.view import current
from web.wording import table as wordings

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
DECISION = "/id/document/2024/142-qd-ttg"
AS_OF = "as_of=2025-06-01"


@pytest.fixture(scope="module")
def client(gold_store: Path) -> Iterator[FlaskClient]:
    app = create_app(Config(store=gold_store))
    app.testing = True
    yield app.test_client(use_cookies=False)
    close(app)


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200, (address, answer.status_code, answer.get_data(as_text=True)[:500])
    return html.fromstring(answer.get_data(as_text=True))


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# ── forms of a resource ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "accept", "status", "kind"),
    [
        # a browser
        (DECISION, HTML["Accept"], 200, "text/html"),
        # a program by Accept
        (DECISION, "text/turtle", 200, "text/turtle"),
        (DECISION, "application/ld+json", 200, "application/ld+json"),
        (DECISION, "application/n-triples", 200, "application/n-triples"),
        (DECISION, "application/rdf+xml", 200, "application/rdf+xml"),
        # quality values count
        (DECISION, "text/html;q=0.5, text/turtle;q=0.9", 200, "text/turtle"),
        # by suffix, whatever is accepted
        (f"{DECISION}.ttl", HTML["Accept"], 200, "text/turtle"),
        (f"{DECISION}.jsonld", "*/*", 200, "application/ld+json"),
        (f"{DECISION}.nt", "*/*", 200, "application/n-triples"),
        (f"{DECISION}.rdf", "*/*", 200, "application/rdf+xml"),
        # nothing that is offered
        (DECISION, "image/png", 406, "application/problem+json"),
        # a source's IRI leads to its page, for a browser
        ("/id/source/2025-11-viec-qua-han", HTML["Accept"], 303, "text/html"),
        ("/id/source/2025-11-viec-qua-han", "text/turtle", 200, "text/turtle"),
        # a document that nobody names
        ("/id/document/2024/9999-qd-ttg", HTML["Accept"], 404, "text/html"),
        ("/id/document/2024/9999-qd-ttg", "text/turtle", 404, "application/problem+json"),
        # a slug that cannot be part of an IRI of ours
        ("/id/document/%3E%7D", "text/turtle", 404, "application/problem+json"),
    ],
)
def test_forms_of_a_resource(client: FlaskClient, address: str, accept: str, status: int, kind: str) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (status, kind)
    if status == 200 and kind != "text/html":
        form = {
            "text/turtle": ox.RdfFormat.TURTLE,
            "application/ld+json": ox.RdfFormat.JSON_LD,
            "application/n-triples": ox.RdfFormat.N_TRIPLES,
            "application/rdf+xml": ox.RdfFormat.RDF_XML,
        }[kind]
        iri = BASE_IRI + address.split(".")[0].lstrip("/")
        assert any(quad.subject.value == iri for quad in ox.parse(answer.data, form))


@pytest.mark.parametrize(
    "address",
    [
        DECISION,
        "/id/programme/chien-luoc-du-lieu-quoc-gia-den-nam-2030-cc24ba",
        "/id/agency/bo-cong-an",
        "/id/office/thu-tuong-chinh-phu",
        "/id/group/cac-bo-nganh-dia-phuong",
        "/id/official/tran-luu-quang-b6679e",
        "/id/provision/2024/142-qd-ttg/phu-luc",
        "/id/pillar/kinh-te-so",
        "/id/change/2025-03-01-bo-thong-tin-va-truyen-thong-bo-cong-an",
    ],
)
def test_every_kind_of_resource_has_its_page(client: FlaskClient, address: str) -> None:
    assert text_of(page(client, address).cssselect("h1")[0])


def test_records_have_pages_too(client: FlaskClient) -> None:
    """Tasks, targets, statements, mentions and the rest: one of each kind that the store holds."""
    query = "SELECT (SAMPLE(?x) AS ?one) { ?x a ?class } GROUP BY ?class"
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": "text/csv"})
    iris = [line for line in answer.get_data(as_text=True).splitlines() if line.startswith(f"{BASE_IRI}id/")]
    assert len(iris) > 12
    for iri in iris:
        address = iri.removeprefix(BASE_IRI).replace("#", "%23")
        answer = client.get(f"/{address}", headers=HTML)
        assert answer.status_code in (200, 303) or "#char=" in iri, iri


# ── what pages say ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_decision_tells_its_tasks_with_their_sentences(client: FlaskClient) -> None:
    found = page(client, DECISION)
    assert text_of(found.cssselect("h1")[0]) == "Quyết định 142/QĐ-TTg"
    heads = [text_of(head) for head in found.cssselect("#tasks th")]
    order = ["no", "task", "lead", "helpers", "deadline", "product", "mandate", "state"]
    assert heads == [wordings()[f"column.{name}"]["vi"] for name in order]
    row = next(row for row in found.cssselect("#tasks tbody tr") if "Trung tâm dữ liệu quốc gia" in text_of(row))
    assert "Bộ Công an" in text_of(row) and "quý IV/2025" in text_of(row)
    quote = row.cssselect("blockquote")[0]
    link = row.cssselect("figcaption a")[0].get("href")
    marked = page(client, link)
    lit = "".join(part.text_content() for part in marked.cssselect(".text .lit"))
    assert "".join(lit.split()) == "".join(quote.text_content().split())


def test_a_mention_says_why_it_was_taken_for_this_document(client: FlaskClient) -> None:
    for lang, why in (
        ("vi", "Cùng số, ký hiệu: ban hành 02/02/2024, văn bản duy nhất đã biết còn phù hợp."),
        ("en", "The same number: signed 2 Feb 2024, the only known one that fits."),
    ):
        notes = page(client, f"{DECISION}?lang={lang}").cssselect("#mentions .note")
        assert why in [text_of(note) for note in notes]


def test_life_of_a_document(client: FlaskClient) -> None:
    found = page(client, DECISION)
    assert "52-NQ/TW" in text_of(found.cssselect(".life .before")[0])
    assert "Chiến lược dữ liệu quốc gia đến năm 2030" in text_of(found.cssselect(".life .after")[0])


def test_numbers_that_two_documents_bear_are_told_apart(client: FlaskClient) -> None:
    texts = {text_of(link) for link in page(client, DECISION).cssselect(".life a.ref")}
    assert {"50/NQ-CP (17/04/2020)", "50/NQ-CP (20/05/2021)"} <= texts
    line = next(li for li in page(client, DECISION).cssselect(".life li") if "50/NQ-CP" in text_of(li))
    assert text_of(line).count("17/04/2020") == 1  # the date stands in the name


def test_bodies_of_one_name_are_told_apart_by_their_years(client: FlaskClient) -> None:
    """In a list to choose from there is nothing but the name."""
    for lang, years in (("vi", {"2022–2025", "từ 2025"}), ("en", {"2022–2025", "from 2025"})):
        name = {"vi": "Cục Chuyển đổi số quốc gia", "en": "National Digital Transformation Authority"}[lang]
        rows = page(client, f"/agencies?q=cuc+chuyen+doi+so+quoc+gia&lang={lang}").cssselect("td a.ref")
        assert {text_of(row) for row in rows} >= {f"{name} ({said})" for said in years}


def test_a_body_of_which_one_day_is_known_says_which(client: FlaskClient) -> None:
    lives = [text_of(cell) for cell in page(client, "/agencies").cssselect("tbody td:last-child")]
    said = {re.sub(r"\d\d/\d\d/\d{4}", "D", life) for life in lives}
    assert {"từ D", "đến D", "D – D"} <= said <= {"từ D", "đến D", "D – D", "–"}


def test_dates_in_names_follow_the_language(client: FlaskClient) -> None:
    texts = {text_of(link) for link in page(client, f"{DECISION}?lang=en").cssselect(".life a.ref")}
    assert {"50/NQ-CP (17 Apr 2020)", "50/NQ-CP (20 May 2021)"} <= texts


def test_the_title_of_a_document_is_that_of_documents_before_that_of_the_press(client: FlaskClient) -> None:
    """A press report has it shorter; the decision that rests on the decree cites it whole."""
    found = page(client, "/id/document/2020/47-2020-nd-cp")
    assert text_of(found.cssselect(".subject")[0]) == "Quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước"


def test_succession_of_a_ministry_with_its_legal_source(client: FlaskClient) -> None:
    found = page(client, "/id/agency/bo-thong-tin-va-truyen-thong")
    table = text_of(found.cssselect("#changes")[0])
    assert "01/03/2025" in table and "Bộ Khoa học và Công nghệ" in table and "an toàn thông tin mạng" in table


def test_a_missing_page_offers_what_comes_near(client: FlaskClient) -> None:
    answer = client.get("/id/document/2023/142-qd-ttg", headers=HTML)
    assert answer.status_code == 404
    assert DECISION in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # the number as it is printed, without accents, without marks, turned round
        ("142/QĐ-TTg", "142/QĐ-TTg"),
        ("142/qd-ttg", "142/QĐ-TTg"),
        ("qd 142", "142/QĐ-TTg"),
        # a name begun, without accents
        ("bo cong", "Bộ Công an"),
    ],
)
def test_search_answers_while_typing(client: FlaskClient, text: str, first: str) -> None:
    hits = client.get("/api/search", query_string={"q": text}).get_json()["hits"]
    assert hits[0]["label"] == first
    assert client.get(hits[0]["href"], headers=HTML).status_code == 200
    assert first in text_of(page(client, f"/search?q={text}").cssselect("main")[0])


def test_the_search_page_counts_what_it_finds_by_kind(client: FlaskClient) -> None:
    found = page(client, "/search?q=du+lieu")
    heads = [text_of(head) for head in found.cssselect(".found h2")]
    assert len(heads) == len(set(heads)) > 4 and heads[-1].startswith("Câu trong nguồn")
    counts = [int(head.rpartition(" ")[2].replace(".", "")) for head in heads]
    assert text_of(found.cssselect("p.intro")[0]).startswith(f"{sum(counts)} kết quả")
    tasks = page(client, "/search?q=du+lieu&kind=task")
    assert [text_of(head) for head in tasks.cssselect(".found h2")] == [head for head in heads if "Nhiệm vụ" in head]
    assert len(tasks.cssselect(".hit")) == counts[[head.startswith("Nhiệm vụ") for head in heads].index(True)]
    english = text_of(page(client, "/search?q=du+lieu&lang=en").cssselect("main")[0])
    assert "Sentences in sources" in english and "Câu trong nguồn" not in english


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


def test_an_empty_list_says_what_to_do(client: FlaskClient) -> None:
    assert "Hãy bỏ bớt điều kiện" in text_of(page(client, "/tasks?q=xyzzy").cssselect("p.empty")[0])


@pytest.mark.parametrize("name", ["documents", "tasks", "agencies", "indicators"])
def test_exports_hold_the_whole_list(client: FlaskClient, name: str) -> None:
    total = int(text_of(page(client, f"/{name}").cssselect(".list-head strong")[0]).replace(".", ""))
    content = client.get(f"/{name}?format=csv&page=2").data
    assert content.startswith(b"\xef\xbb\xbf")  # without it a spreadsheet spoils Vietnamese letters
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][0] == "STT" and rows[0][-1] == "Địa chỉ" and len(set(rows[0])) == len(rows[0])
    cited = ["Trích dẫn nguồn", "Nguồn", "SHA-256 của tệp gốc", "SHA-256 của phần chữ đã đọc"]
    assert (rows[0][-5:-1] == cited) == (name == "tasks")  # the others say nothing of their own
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


# ── language and date ────────────────────────────────────────────────────────────────────────────────────────────────


def test_language_is_vietnamese_and_english_keeps_the_page(client: FlaskClient) -> None:
    found = page(client, "/tasks?due=past&sort=lead")
    assert found.get("lang") == "vi"
    switch = next(a.get("href") for a in found.cssselect(".langs a") if a.get("hreflang") == "en")
    assert "due=past" in switch and "sort=lead" in switch
    english = page(client, switch)
    assert english.get("lang") == "en" and text_of(english.cssselect("h1")[0]) == "Tasks"


def test_an_address_with_several_values_of_one_name_keeps_them_all(client: FlaskClient) -> None:
    state = "node=document/2024/142-qd-ttg&hide=task&hide=official&open=document/2019/52-nq-tw~implements.in"
    found = page(client, f"/graph?{state}")
    switch = next(a.get("href") for a in found.cssselect(".langs a") if a.get("hreflang") == "en")
    assert parse_qs(urlsplit(switch).query) == parse_qs(f"{state}&lang=en")
    hidden = [(box.get("name"), box.get("value")) for box in found.cssselect(".as-of input[type=hidden]")]
    assert sorted(hidden) == sorted(parse_qsl(state))


def test_a_choice_of_language_is_remembered(client: FlaskClient) -> None:
    with client.application.test_client() as reader:
        reader.get("/?lang=en", headers=HTML)
        assert html.fromstring(reader.get("/tasks", headers=HTML).get_data(as_text=True)).get("lang") == "en"


def test_states_are_told_as_of_a_day(client: FlaskClient) -> None:
    before = text_of(page(client, f"{DECISION}?as_of=2024-01-01").cssselect("#tasks")[0])
    after = text_of(page(client, f"{DECISION}?as_of=1/6/2025").cssselect("#tasks")[0])
    assert "Đã qua thời hạn" not in before and "Đã qua thời hạn" in after


def test_every_wording_has_both_languages() -> None:
    assert all(texts["vi"].strip() and texts["en"].strip() for texts in wordings().values())
    places = {key: [set(re.findall(r"\{\w+\}", text)) for text in texts.values()] for key, texts in wordings().items()}
    assert [key for key, found in places.items() if found[0] != found[1]] == []


def test_every_wording_that_pages_ask_for_exists() -> None:
    keys = set()
    folder = Path(__file__).resolve().parents[1] / "web"
    for path in [*folder.rglob("*.py"), *folder.rglob("*.html")]:
        keys |= set(re.findall(r"\bt\(\s*[\"']([\w.-]+)[\"'](?!\s*~)", path.read_text("utf-8")))
    assert {key for key in keys if not key.endswith(".")} - wordings().keys() == set()


# ── the audit desk, the diagram, the queries ─────────────────────────────────────────────────────────────────────────


def test_the_audit_desk_shows_the_chain_and_the_evidence_of_a_link(client: FlaskClient) -> None:
    link = "task~task/2024-02-quyet-dinh-142-tom-luoc"
    whole = page(client, f"/audit?id=142/qd-ttg&{AS_OF}")
    (begun,) = whole.cssselect(".chain .chosen > .line a.what")  # the first link is open at once
    assert text_of(begun) in text_of(whole.cssselect(".proof")[0]) and whole.cssselect(".proof mark")
    english = text_of(page(client, f"/audit?id=142/qd-ttg&{AS_OF}&lang=en").cssselect(".audit-head")[0])
    assert re.search(r"\b13 documents · 20 tasks · 4 targets · 1 programme\b", english), english
    address = next(a for a in whole.cssselect(".chain a.what") if "Trung tâm dữ liệu quốc gia" in text_of(a)).get(
        "href"
    )
    assert link in unquote(address)
    found = page(client, address)
    assert "Trung tâm dữ liệu quốc gia" in text_of(found.cssselect(".chain .chosen > .line")[0])
    chain = text_of(found.cssselect(".chain")[0])
    assert "52-NQ/TW" in chain and "Chiến lược dữ liệu quốc gia" in chain
    assert found.cssselect(".proof mark")
    assert "Đã qua thời hạn" in text_of(found.cssselect("#findings")[0])
    assert len(found.cssselect(".findings li")) == int(text_of(found.cssselect("#findings h2 .quiet")[0]))


def test_a_link_of_the_chain_keeps_its_address_whatever_else_is_shown(client: FlaskClient) -> None:
    """The address names the link itself: another depth, filter or day shows the same evidence."""

    def proof(query: str) -> str:
        return text_of(page(client, f"/audit?id=142/QĐ-TTg{query}").cssselect(".proof")[0])

    link = next(
        a.get("href")
        for a in page(client, "/audit?id=142/QĐ-TTg").cssselect(".chain a.what")
        if "Hoàn thiện Cơ sở dữ liệu quốc gia về đất đai" in text_of(a)
    )
    asked = "&" + urlsplit(link).query.partition("&")[2]
    assert "đất đai" in proof(asked)
    assert len({proof(f"{asked}{more}") for more in ("", "&depth=1", "&show=tasks", "&agency=tai+nguyen")}) == 1
    assert "không có trong chuỗi" in proof(f"{asked}&show=targets")
    # a link below another names what it hangs on
    nested = [a.get("href") for a in page(client, "/audit?id=142/QĐ-TTg").cssselect(".chain ol ol a.what")]
    assert nested and all(unquote(one).count("~") == 2 for one in nested if "link=" in one)


def test_citations_name_their_source_and_its_whole_digest(client: FlaskClient) -> None:
    found = page(client, "/audit?id=142/QĐ-TTg")
    told = text_of(found.cssselect("#citations")[0])
    digests = re.findall(r"SHA-256 của tệp gốc: ([0-9a-f]{64})", told)
    texts = re.findall(r"SHA-256 của phần chữ đã đọc: ([0-9a-f]{64})", told)
    records = client.application.extensions["site"].release.records()
    files = {hashlib.sha256(client.application.extensions["site"].sources.original(r)).hexdigest() for r in records}
    assert digests and set(digests) <= files
    assert len(texts) == len(digests) and set(texts) <= {record.text for record in records}
    sources = {re.search(r"nguồn (\d+)", text_of(one))[1] for one in found.cssselect("#citations [id]")}  # type: ignore[index]
    assert sources == {str(number) for number in range(1, len(digests) + 1)}


def test_a_source_offers_the_file_as_it_came_with_the_digest_that_it_has(client: FlaskClient) -> None:
    slug = client.application.extensions["site"].release.records()[0].slug
    shown = page(client, f"/source/{slug}")
    link = next(a.get("href") for a in shown.cssselect("a[download]") if a.get("href", "").endswith("/original"))
    answer = client.get(link)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert (answer.mimetype, answer.headers["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert hashlib.sha256(answer.data).hexdigest() in text_of(shown.cssselect("main")[0])
    assert client.get("/source/khong-co/original").status_code == 404


def test_many_links_of_one_relation_are_folded() -> None:
    def item(number: int, relation: str, chosen: bool = False) -> Item:
        ref = Ref(f"https://example.org/{number}", str(number), "task")
        return Item(str(number), relation, relation, ref, "", (), (), (), seen=False, chosen=chosen)

    many = [item(n, "task", chosen=n == 30) for n in range(40)]
    one, two = runs([*many, item(90, "target")])
    assert [len(one.shown), len(one.folded), one.open] == [12, 28, True]
    assert [len(two.shown), len(two.folded), two.open] == [1, 0, False]
    assert not runs(many[:17])[0].folded  # a few more than fit are shown


@pytest.mark.parametrize("show", ["tasks", "targets", "findings"])
def test_the_basis_is_shown_whatever_is_asked_about_what_rests_on_it(client: FlaskClient, show: str) -> None:
    found = page(client, f"/audit?id=142/qd-ttg&show={show}&{AS_OF}")
    assert "52-NQ/TW" in text_of(found.cssselect(".chain > ol")[0])


def test_an_ambiguous_number_lists_its_candidates(client: FlaskClient) -> None:
    answer = client.get("/audit?id=50/NQ-CP", headers=HTML)
    assert answer.status_code == 300
    assert client.get("/audit?id=9999/QĐ-TTg", headers=HTML).status_code == 404
    for address in ("/audit?id=nope", "/queries/tasks-of-document?document=nope"):
        found = html.fromstring(client.get(address, headers=HTML).text)
        assert "Gần giống" not in text_of(found.cssselect(".notice")[0])
    assert "17/04/2020" in answer.get_data(as_text=True) and "20/05/2021" in answer.get_data(as_text=True)


def test_the_chain_is_exported(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/audit?id=142/QĐ-TTg&format=csv").data.decode("utf-8-sig"))))
    assert {row["Phía"] for row in rows} == {"Dựa trên", "Giao và triển khai"}
    assert all(row["Trích dẫn nguồn"] for row in rows if row["Loại"] == "Nhiệm vụ")


def test_a_workbook_may_have_more_columns_than_letters(client: FlaskClient) -> None:
    with client.application.test_request_context("/tasks"):
        wide = Table("wide", "Rộng", tuple(Column(f"Cột {n}") for n in range(40)), (Row((Cell("x"),) * 40),))
        book = openpyxl.load_workbook(io.BytesIO(export.xlsx(wide, current())))
    assert book.worksheets[0].auto_filter.ref == "A1:AP2"


def test_an_address_of_the_diagram_gives_the_same_view(client: FlaskClient) -> None:
    address = "/api/graph?node=document/2024/142-qd-ttg&hide=task&open=document/2019/52-nq-tw~implements.in"
    one, two = (client.get(address).get_json() for _ in range(2))
    assert one == two
    kinds = {node["kind"] for node in one["nodes"]}
    assert "task" not in kinds and "document" in kinds
    places = [(node["x"], node["y"]) for node in one["nodes"]]
    assert len(set(places)) == len(places)  # no node on another


def test_the_diagram_puts_what_is_rested_on_above(client: FlaskClient) -> None:
    view = client.get("/api/graph?node=document/2024/142-qd-ttg").get_json()
    y = {node["id"]: node["y"] for node in view["nodes"]}
    rests = [edge for edge in view["edges"] if edge["relation"] == "based_on"]
    assert rests and all(y[edge["to"]] < y[edge["from"]] for edge in rests)


def test_the_diagram_as_a_list_and_with_a_way(client: FlaskClient) -> None:
    found = page(client, "/graph?node=document/2024/142-qd-ttg")
    assert len(found.cssselect("#list li")) == int(text_of(found.cssselect("#list-count")[0]))
    view = client.get("/api/graph?node=agency/bo-cong-an&to=52-NQ/TW").get_json()
    assert view["path"][0] == "agency/bo-cong-an" and view["path"][-1] == "document/2019/52-nq-tw"


def test_the_diagram_says_what_became_of_a_way(client: FlaskClient) -> None:
    found = page(client, "/graph?node=agency/bo-cong-an&to=52-NQ/TW")
    steps = len(client.get("/api/graph?node=agency/bo-cong-an&to=52-NQ/TW").get_json()["path"]) - 1
    assert text_of(found.cssselect("#way-said")[0]) == f"Đường nối gồm {steps} bước."
    assert (
        page(client, "/graph").cssselect("#share")[0].get("href").startswith("/graph?node=")
    )  # also of a bare address


def test_the_exported_diagram_fetches_nothing(client: FlaskClient) -> None:
    text = client.get("/graph/export.html?node=document/2024/142-qd-ttg").get_data(as_text=True)
    found = html.fromstring(text)
    assert not found.xpath("//link | //script[@src] | //img | //iframe")
    assert "142/QĐ-TTg" in text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/graph?node=document/2024/9999-qd-ttg", 404),
        ("/api/graph?node=http://example.org/x%3E", 404),
        ("/api/queries/tasks-of-document", 400),  # its parameter is wanted
        ("/api/queries/tasks-of-document?document=50/NQ-CP", 400),  # two documents bear the number
        ("/api/queries/tasks-of-document?document=142/QĐ-TTg&nope=1", 400),
        ("/api/queries/nope", 404),
        ("/api/queries/counts-by-kind?format=pdf", 400),
    ],
)
def test_the_api_says_what_is_wrong(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["detail"]


def test_answers_are_exported_under_distinct_vietnamese_names(client: FlaskClient) -> None:
    for query in client.get("/api/queries").get_json()["queries"]:
        given = {**query["example"], "format": "csv"}
        answer = client.get(f"/queries/{query['name']}", query_string=given, headers=HTML).data.decode("utf-8-sig")
        head = next(csv.reader(io.StringIO(answer)))
        assert len(set(head)) == len(head) and head[-1] == "Địa chỉ", (query["name"], head)


def test_a_source_is_named_once_in_an_answer(client: FlaskClient) -> None:
    """A column of resources and one of their names are one, also where a name is missing."""
    found = page(client, "/queries/source-coverage")
    assert len(found.cssselect("tbody tr:first-child td.w-number")) == 5
    head = [text_of(cell) for cell in found.cssselect("thead th")]
    assert head[:3] == ["STT", "Tiêu đề", "Ngày đăng"]


def test_every_saved_query_answers_its_example(client: FlaskClient) -> None:
    library = client.get("/api/queries").get_json()["queries"]
    assert len(library) >= 15
    for query in library:
        for address in (query["href"], f"/queries/{query['name']}"):
            answer = client.get(address, query_string=query["example"], headers={"Accept": "text/csv, text/html"})
            assert answer.status_code == 200, (address, answer.get_data(as_text=True)[:300])


def test_words_that_queries_give_are_in_the_language_of_the_page(client: FlaskClient) -> None:
    """States, roles, relations and kinds are Vietnamese words in the queries themselves."""
    asked, told = {"Kind", "Relation", "Role", "State", "State of progress"}, set()
    for query in client.get("/api/queries").get_json()["queries"]:
        given = {**query["example"], "lang": "en"}
        if query["name"] in ("officials-at-date", "source-coverage"):  # roles as printed; numbers of relations
            continue
        found = html.fromstring(client.get(f"/queries/{query['name']}", query_string=given, headers=HTML).text)
        heads = [text_of(head) for head in found.cssselect("thead th")]
        for row in found.cssselect("tbody tr"):
            for head, cell in zip(heads, row.cssselect("td"), strict=True):
                if head in asked:
                    told.add(text_of(cell))
                if head == "Comparator":
                    assert text_of(cell) in ("=", "≥", "≤", ">", "<")
    assert told >= {"Leads", "Based on", "Draft", "Task", "Overdue"} and any("Merged into" in one for one in told)
    assert all(word.isascii() for word in told), told


def test_the_api_is_described(client: FlaskClient) -> None:
    described = client.get("/api/openapi.json").get_json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        needed = {p["name"]: p.get("example", "142") for p in methods["get"].get("parameters", []) if p["required"]}
        if path == "/api/graph":
            needed["node"] = "agency/bo-cong-an"
        answer = client.get(path, query_string=needed, headers={"Accept": "application/json, text/csv, text/turtle"})
        assert answer.status_code == 200, path


def test_dumps_hold_the_whole_graph(client: FlaskClient) -> None:
    triples = client.get("/data/graph.nt").data
    release = client.application.extensions["site"].release
    assert sum(1 for _ in ox.parse(triples, ox.RdfFormat.N_TRIPLES)) == release.counts["triples"]
    quads = {quad.graph_name.value for quad in ox.parse(client.get("/data/graph.nq").data, ox.RdfFormat.N_QUADS)}
    assert f"{BASE_IRI}id/source/2025-11-viec-qua-han" in quads
    assert client.get("/.well-known/void", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
    assert client.get("/healthz").get_json()["status"] == "ok"


# ── all pages ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_link_of_every_page_resolves(client: FlaskClient) -> None:
    """From the first page on, each address of the site once per shape; fragments stand on their page."""
    waiting, seen, failed = ["/"], set(), []
    shapes: dict[str, int] = {}
    while waiting:
        address = waiting.pop()
        answer = client.get(address, headers=HTML)
        if answer.status_code not in (200, 303):
            failed.append((address, answer.status_code))
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        found = html.fromstring(answer.get_data(as_text=True))
        ids = set(found.xpath("//@id"))
        for link in found.xpath("//a/@href"):
            target, fragment = urldefrag(urljoin(f"http://localhost{address}", link))
            if not target.startswith("http://localhost/"):
                assert re.match(r"https?://", target), link
                continue
            path = target.removeprefix("http://localhost")
            if path == address and fragment and fragment not in ids:
                failed.append((address, f"#{fragment}"))
            parts = urlsplit(path)
            shape = re.sub(r"[0-9a-f]{6,}|\d+", "0", "/".join(parts.path.split("/")[:3]))
            shape += "?" + "&".join(sorted({p.split("=")[0] for p in parts.query.split("&")}))
            if path not in seen and shapes.get(shape, 0) < 2:
                shapes[shape] = shapes.get(shape, 0) + 1
                seen.add(path)
                waiting.append(path)
    assert failed == []
    assert len(seen) > 100


@pytest.mark.parametrize(
    "address", ["/", "/tasks", DECISION, "/source/2025-11-viec-qua-han", "/graph", "/sparql", "/nope"]
)
def test_pages_keep_to_themselves(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    found = html.fromstring(answer.get_data(as_text=True))
    assert not found.xpath("//script[not(@src) and not(@type='application/json')]")
    assert not found.xpath("//@style | //*[@onclick or @onload or @onchange]")
    fetched = found.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
    assert fetched and all(one.startswith("/") and not one.startswith("//") for one in fetched)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    for box in found.cssselect("input:not([type=hidden]), select, textarea"):
        labelled = box.get("aria-label") or found.xpath(f"//label[@for='{box.get('id')}']")
        assert labelled, html.tostring(box)


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        create_app(Config(store=tmp_path))


def test_the_first_page_offers_only_bodies_that_some_document_gives_tasks(client: FlaskClient) -> None:
    first = page(client, "/")
    offered = first.xpath("//select[@id='assigns']/option[@value!='']/@value")
    [asked] = first.xpath("//a[contains(@href, '/documents?agency=')]/@href")
    assert offered and asked.partition("=")[2] in offered
    for body in offered:
        assert page(client, f"/documents?agency={body}").xpath("//tbody/tr"), body


def test_the_data_page_offers_each_thing_once_with_its_forms(client: FlaskClient) -> None:
    rows = page(client, "/data").xpath("//ul[contains(@class, 'dumps')]/li")
    names = [text_of(row.find(".//strong")) for row in rows]
    assert len(names) == len(set(names)) == 8
    for row in rows:
        for address in row.xpath(".//a/@href"):
            assert client.get(address).status_code == 200, address


# ── what an address asks for that cannot be done ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/tasks?due=xx", "“Thời hạn” không có giá trị “xx”"),
        ("/tasks?finding=zz", "“Điểm cần làm rõ” không có giá trị “zz”"),
        ("/tasks?role=zz", "“Vai trò” không có giá trị “zz”"),
        ("/tasks?agency=zz", "“Cơ quan” không có giá trị “zz”"),
        ("/documents?has=zz", "“Có” không có giá trị “zz”"),
        ("/indicators?has=zz", "“Có” không có giá trị “zz”"),
        ("/agencies?kind=zz", "“Loại” không có giá trị “zz”"),
        ("/tasks?from=31/2/2025", "Hạn từ ngày: “31/2/2025” không phải là ngày"),
        ("/tasks?to=zz&lang=en", "Due to: “zz” is not a date"),
    ],
)
def test_a_filter_says_what_is_no_value_of_it(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(address, headers=HTML)
    told = html.fromstring(answer.get_data(as_text=True))
    assert answer.status_code == 400
    assert said in text_of(told.cssselect(".notice")[0])
    assert not told.cssselect("tbody tr")
    assert client.get(f"{address}&format=csv", headers=HTML).status_code == 400


def test_a_filter_that_there_is_not_is_told(client: FlaskClient) -> None:
    told = page(client, "/tasks?document=zz")
    assert "không có bộ lọc “document”" in text_of(told.cssselect(".notice")[0])
    assert told.cssselect("tbody tr")
    assert client.get("/tasks?document=zz&format=csv", headers=HTML).status_code == 400
    for address in ("/tasks?sort=-due&page=1&q=", "/documents?year=2099", "/documents?issuer=agency/bo-xay-dung"):
        assert not page(client, address).cssselect(".notice"), address


def test_a_day_that_is_none_is_told_on_every_page(client: FlaskClient) -> None:
    for address in ("/?as_of=2025-99-99", f"{DECISION}?as_of=31/2/2025", "/tasks?as_of=x"):
        answer = client.get(address, headers=HTML)
        told = html.fromstring(answer.get_data(as_text=True)).cssselect(".notice")
        assert answer.status_code == 400 and "không phải là ngày" in text_of(told[0]), address
    assert not page(client, "/?as_of=2025-09-09").cssselect(".notice")
    assert client.get("/tasks?as_of=2025-99-99&format=csv", headers=HTML).status_code == 400


def test_the_count_of_bodies_leads_to_as_many(client: FlaskClient) -> None:
    link = page(client, "/").cssselect(".counts .k-agency a")[0]
    wanted = text_of(link.cssselect("strong")[0])
    assert text_of(page(client, link.get("href")).cssselect(".list-head strong")[0]) == wanted


def test_the_diagram_takes_a_name(client: FlaskClient) -> None:
    answer = client.get("/graph?id=142/QĐ-TTg", headers=HTML)
    assert (answer.status_code, answer.location) == (302, "/graph?node=document%2F2024%2F142-qd-ttg")
    assert client.get("/graph?id=xyzzy", headers=HTML).status_code == 404
    assert client.get("/graph?id=50/NQ-CP", headers=HTML).status_code == 300


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/tasks.csv", ["Nhiệm vụ", "Nhiệm vụ, CSV"]),
        ("/document", ["Văn bản"]),
        ("/id/agency/bo-cong-ann", ["Cơ quanBộ Công an"]),  # a name mistyped
        ("/142-qd-ttg", ["Văn bản142/QĐ-TTg"]),
        ("/id/document/2024/999-x", []),  # another number of the same year is not near
        ("/id/agency/zz", []),  # nothing is near it: not each body that has the word for its kind in its name
    ],
)
def test_what_is_not_there_leads_to_what_is_near(client: FlaskClient, address: str, near: list[str]) -> None:
    answer = client.get(address, headers=HTML)
    told = html.fromstring(answer.get_data(as_text=True))
    assert answer.status_code == 404
    assert [text_of(row) for row in told.cssselect(".error .rows li")] == near
    assert told.cssselect(".error form[action='/search'] input[name=q]")


@pytest.mark.parametrize(
    ("address", "status", "title", "detail"),
    [
        ("/api/khong-co", 404, "Not Found", "there is nothing at /api/khong-co; /api/openapi.json describes"),
        ("/api/queries/tasks-due-of-agency", 400, "Values not understood", "an agency, as agency="),
        (
            "/api/queries/tasks-due-of-agency?agency=xyzzy",
            400,
            "Values not understood",
            "; /api/search?q=… finds what the store holds",
        ),
        ("/api/queries/counts-by-kind?format=foo", 400, "Unknown format", "json, xml, csv, tsv; not 'foo'"),
        ("/sparql?query=ASK{}&format=foo", 406, "Not acceptable", "format=json, xml, csv, tsv; not 'foo'"),
        (
            "/sparql?query=%0ASELEC * {?s",
            400,
            "Query not understood",
            "line 2, column 1, before 'SELEC': expected SELECT, ASK, CONSTRUCT or DESCRIBE",
        ),
        ("/sparql?query=SELECT * {SERVICE <http://x/> {}}", 400, "Query refused", "SERVICE is not served here"),
    ],
)
def test_programs_are_told_in_their_own_words(
    client: FlaskClient, address: str, status: int, title: str, detail: str
) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.get_json()["title"]) == (status, title)
    assert detail in answer.get_json()["detail"]
    assert not re.search(r"`kg|-p |manually", answer.get_json()["detail"])


def test_the_head_of_an_answer_can_be_asked_for(client: FlaskClient) -> None:
    asked, head = (method("/sparql?query=ASK{}", headers={"Accept": "*/*"}) for method in (client.get, client.head))
    assert (head.status_code, head.content_type, head.data) == (200, asked.content_type, b"")
