"""The site's pages by address: in which form they answer, what they say, in which language."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.config import BASE_IRI
from tests.site_pages import DECISION, HTML, client, page, text_of
from web.wording import table as wordings

__all__ = ["client"]


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
