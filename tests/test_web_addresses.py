"""All pages of the site: their links and headers, and what an address asks for that cannot be done."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.config import Config
from kg.errors import StoreError
from tests.site_pages import DECISION, HTML, client, page, text_of
from web.app import create_app

__all__ = ["client"]


# ── all pages ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_link_of_every_page_resolves(client: FlaskClient) -> None:
    """From the first page on, two addresses of each shape, one where parameters are joined; fragments stand there.

    The language is no part of a shape but where it is all that is asked for.
    """
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
            shape = "/source/…" if shape.startswith("/source/") else shape
            asked = sorted({p.split("=")[0] for p in parts.query.split("&")})
            shape += "?" + "&".join([p for p in asked if p != "lang"] or asked)
            if path not in seen and shapes.get(shape, 0) < (1 if "&" in shape else 2):
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
        ("/api/queries/targets-in-period?from=2030&from=2031", 400, "Values not understood", "from is given twice"),
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


@pytest.mark.parametrize(
    ("address", "status"),
    [
        # what can be no part of an IRI
        ("/graph?source=a b", 404),
        ("/graph?source=<b>", 404),
        ("/graph?source=%00", 404),
        ("/graph?source=2024-02-quyet-dinh-142", 404),  # the beginning of a source's name
        # the last and the first day that there is
        ("/tasks?as_of=9999-12-31", 200),
        ("/tasks?as_of=0001-01-01", 200),
        ("/tasks?as_of=9999-12-31&due=next", 200),
    ],
)
def test_odd_values_break_no_page(client: FlaskClient, address: str, status: int) -> None:
    assert client.get(address, headers=HTML).status_code == status


def test_the_head_of_an_answer_can_be_asked_for(client: FlaskClient) -> None:
    asked, head = (method("/sparql?query=ASK{}", headers={"Accept": "*/*"}) for method in (client.get, client.head))
    assert (head.status_code, head.content_type, head.data) == (200, asked.content_type, b"")
