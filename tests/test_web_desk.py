"""The audit desk, the link diagram and the saved queries on the site."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from urllib.parse import unquote, urlsplit

import openpyxl
import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.config import BASE_IRI
from tests.site_pages import AS_OF, HTML, client, page, text_of
from web import export
from web.links import Ref
from web.pages.chain import Item, runs
from web.tables import Cell, Column, Row, Table
from web.view import current

__all__ = ["client"]


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
        if query["name"] in ("officials-at-date", "source-coverage"):  # roles in Vietnamese; numbers
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
