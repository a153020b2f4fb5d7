"""Details of the site's pages that a second reading found wrong or slow."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg import build
from kg.config import BASE_IRI, Config
from kg.standards import ELI
from kg.vocabulary import VP
from tests.effort import seconds
from tests.site_pages import HTML, client, page, text_of
from tests.test_page_words import DIRECTIVE
from web import provisions
from web.app import close, create_app
from web.pages import describe, sources
from web.pages.instruments import _capacity
from web.wording import Wording

__all__ = ["client"]


def test_a_part_is_spoken_of_as_documents_write_it() -> None:
    assert [provisions.spoken(f"p/{last}") for last in ("phu-luc-ii", "muc-iv", "diem-dd", "dong-3")] == [
        "Phụ lục II", "Mục IV", "Điểm đ", "STT 3",
    ]  # fmt: skip


@pytest.mark.parametrize("address", ["/tasks", "/documents", "/queries/tasks-of-document", "/audit", "/graph"])
def test_forms_stay_below_the_path_that_the_site_is_served_under(client: FlaskClient, address: str) -> None:
    found = html.fromstring(client.get(address, environ_overrides={"SCRIPT_NAME": "/do-thi"}).data)
    actions = [form.get("action") for form in found.cssselect("form")]
    assert len(actions) > 2 and all(action.startswith("/do-thi/") for action in actions)


def test_addresses_of_the_api_stay_below_that_path_too(client: FlaskClient) -> None:
    found = client.get("/api/queries", environ_overrides={"SCRIPT_NAME": "/do-thi"}).get_json()["queries"]
    assert all(query["href"] == f"/do-thi/api/queries/{query['name']}" for query in found)


def test_what_is_said_of_a_body_is_not_lost_among_its_mentions() -> None:
    store, body = ox.Store(), ox.NamedNode(f"{BASE_IRI}id/agency/bo-y-te")
    for at in range(5_000):
        store.add(ox.Quad(ox.NamedNode(f"{BASE_IRI}id/mention/{at:05}"), ox.NamedNode(VP.refersTo), body))
    issued = ox.NamedNode(f"{BASE_IRI}id/document/2026/1-qd-byt")
    store.add(ox.Quad(issued, ox.NamedNode(ELI.passed_by), body))
    reader = SimpleNamespace(
        table=lambda query, trusted: SimpleNamespace(rows=[list(row) for row in store.query(query)])
    )
    found = describe.describe(reader, body.value)  # type: ignore[arg-type]
    assert found.into[ELI.passed_by] == [issued.value] and len(found.into[VP.refersTo]) == 5_000


def _marks(count: int, length: int) -> list[sources.Mark]:
    chance = random.Random(11)
    spans = [(start, start + chance.randint(1, 90)) for start in (chance.randrange(length) for _ in range(count))]
    return [sources.Mark(at, "task", f"f{at}", "to", "", (span,)) for at, span in enumerate(spans, 1)]


def test_a_text_is_cut_where_marks_begin_and_end() -> None:
    text = "".join("\n\t"[at % 2] if at % 37 == 0 else "a" for at in range(4_000))
    marks = _marks(60, 3_900)
    place = 0
    for line in sources._lines(text, marks, [(100, 140)]):
        for segment in (segment for cell in line.cells for segment in cell):
            at = text.index(segment.text, place) if not segment.anchors else int(segment.anchors[0][5:].split(",")[0])
            over = {
                mark.fact for mark in marks if mark.spans[0][0] <= at and at + len(segment.text) <= mark.spans[0][1]
            }
            assert {mark.fact for mark in segment.marks} == over
            assert segment.lit == (at >= 100 and at + len(segment.text) <= 140)
            place = at + len(segment.text)


def test_the_page_of_a_long_text_takes_time_by_its_length() -> None:
    text = ("a" * 49 + "\n") * 20_000
    marks = _marks(20_000, len(text))
    assert sum(1 for _ in sources._lines(text, marks, [])) == 20_000
    assert seconds(lambda: sum(1 for _ in sources._lines(text, marks, [])), below=10) < 10


def test_the_exported_chain_names_bodies_in_the_language_of_the_page(client: FlaskClient) -> None:
    content = client.get("/audit?id=142/QĐ-TTg&format=csv&lang=en").data.decode("utf-8-sig")
    leads = {row["Lead agency"] for row in csv.DictReader(io.StringIO(content))}
    assert "Ministry of Public Security" in leads and "Bộ Công an" not in leads


def test_what_is_found_says_its_language(client: FlaskClient) -> None:
    found = page(client, "/search?q=bo cong an&lang=en")
    names = {text_of(link): link.get("lang") for link in found.cssselect(".hit-name")}
    assert names["Ministry of Public Security"] == "en" and set(names.values()) == {"en", "vi"}


def test_a_list_is_searched_in_both_languages(client: FlaskClient) -> None:
    rows = page(client, "/tasks?q=public security").cssselect("table.t-tasks tbody tr")
    assert rows and all("Bộ Công an" in text_of(row) for row in rows)


def test_the_question_of_the_first_page_is_of_one_body(tmp_path: Path) -> None:
    """And not of "các bộ, ngành, địa phương", which most documents give tasks."""
    other = (
        DIRECTIVE.replace("31/CT-TTg", "32/CT-TTg").replace("05 tháng 5", "06 tháng 6").replace("hộ tịch", "đất đai")
    )
    for at, text in enumerate((DIRECTIVE, re.sub(r"1\. .*(?=2\. Các)|3\. .*\n", "", other, flags=re.DOTALL))):
        (tmp_path / f"{at}.txt").write_text(text, "utf-8")
    build.build(Config(tmp_path / "data"), sorted(tmp_path.glob("*.txt")), workers=1)
    app = create_app(Config(store=tmp_path / "data"))
    asked = [text_of(link) for link in page(app.test_client(), "/").cssselect(".questions a")]
    close(app)
    assert any("Văn bản nào giao nhiệm vụ cho Bộ Tư pháp?" in one for one in asked), asked


def test_an_english_page_says_that_words_of_sources_are_vietnamese(client: FlaskClient) -> None:
    said = "Words of the sources stand in Vietnamese"
    assert said in text_of(page(client, "/tasks?lang=en").cssselect("footer")[0])
    assert said not in text_of(page(client, "/tasks").cssselect("footer")[0])


@pytest.mark.parametrize(
    ("to", "said"),
    [("9999/QĐ-TTg", "Không có mục nào mang tên này"), ("50/NQ-CP", "Có nhiều mục cùng mang tên này")],
)
def test_a_way_to_what_is_not_known_says_so(client: FlaskClient, to: str, said: str) -> None:
    found = page(client, f"/graph?node=agency/bo-cong-an&to={to}")
    assert text_of(found.cssselect("#way-said")[0]).startswith(said)


def test_links_of_the_diagram_are_named_at_both_ends(client: FlaskClient) -> None:
    ends = [text_of(one) for one in page(client, "/graph?node=document/2024/142-qd-ttg").cssselect("#edges li")]
    assert ends and all(one.partition("–")[0].strip() and one.rpartition("→")[2].strip() for one in ends)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Two articles of one day about a body of a name that two have borne, and an official of whom both tell."""
    folder = tmp_path_factory.mktemp("told")
    said = "Ông Lê Văn Cảng, Phó Chủ tịch Ủy ban nhân dân thành phố Hải Phòng, đã nói về bến tàu số tại hội nghị."
    for at, title in enumerate(("Bến tàu số ở cửa biển", "Chuyện những con tàu")):
        (folder / f"{at}.txt").write_text(f"{title}\n{said}\n", "utf-8")
    build.build(Config(folder / "data"), sorted(folder.glob("*.txt")), workers=1)
    app = create_app(Config(store=folder / "data"))
    yield app.test_client(use_cookies=False)
    close(app)


def test_a_body_that_is_only_offered_has_its_name(told: FlaskClient) -> None:
    rows = page(told, "/queries/unresolved-references").cssselect("tbody tr")
    offered = {text_of(row.cssselect("td")[2]) for row in rows if "Hải Phòng" in text_of(row)}
    assert len(offered) == 2 and all(one.startswith("Ủy ban nhân dân thành phố Hải Phòng (") for one in offered)


def test_an_office_that_several_sources_tell_of_is_one_row_with_the_sentences_of_all(told: FlaskClient) -> None:
    link = page(told, "/search?q=Lê Văn Cảng&kind=official").cssselect(".hit-name")[0].get("href")
    (row,) = page(told, link).cssselect("#officials tbody tr")
    assert len(row.cssselect("figure.quote")) == 2


def test_a_role_told_on_many_days_is_one_row_from_the_first_day_to_the_last(client: FlaskClient) -> None:
    link = page(client, "/search?q=Phạm Minh Chính&kind=official").cssselect(".hit-name")[0].get("href")
    rows = page(client, link).cssselect("#officials tbody tr")
    offices = [tuple(a.get("href") for a in row.cssselect("td.wide a, a.ref")) for row in rows]
    assert len(offices) > 1 and len(offices) == len(set(offices))
    told_on = [text_of(row.cssselect("td")[-1]) for row in rows]
    assert any(re.fullmatch(r"\d\d/\d\d/\d{4} – \d\d/\d\d/\d{4}", one) for one in told_on)
    assert any(re.fullmatch(r"\d\d/\d\d/\d{4}", one) for one in told_on)


@pytest.mark.parametrize(("lang", "said"), [("vi", "không có mục nào mang IRI này"), ("en", "has this IRI")])
def test_a_fact_that_is_not_there_is_not_answered_with_an_empty_table(
    client: FlaskClient, lang: str, said: str
) -> None:
    address = f"/queries/evidence-of-fact?lang={lang}&fact={BASE_IRI}id/task/bai/0"
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 400 and not html.fromstring(answer.data).cssselect("table.data")
    assert said in text_of(html.fromstring(answer.data).cssselect(".notice")[0])
    assert client.get(f"/api{address}").status_code == 400
    there = page(client, "/tasks").cssselect("table.data tbody a.in-cell")[0].get("href")
    assert page(client, f"/queries/evidence-of-fact?fact={BASE_IRI}{there.lstrip('/')}").cssselect(
        "table.data tbody tr"
    )


def test_what_is_opened_in_the_diagram_is_hidden_no_longer(client: FlaskClient) -> None:
    found = page(client, "/graph?node=document/2024/142-qd-ttg&hide=task&hide=source&bare=1")
    links = [a.get("href") for a in found.cssselect(".opens a")]
    tasks = next(link for link in links if re.search(r"open=[^&]*142-qd-ttg~?(%7E)?mandat", link))
    assert "hide=task" not in tasks and "hide=source" in tasks
    assert any("/task/" in node["id"] or node["kind"] == "task" for node in _nodes(client, tasks))
    issuer = next(link for link in links if "passed" in link or "issued" in link or "issue" in link)
    assert "hide=task" in issuer


def _nodes(client: FlaskClient, address: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = client.get(f"/api{address}").get_json()["nodes"]
    return found


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("TM. Chính phủ, KT. Thủ tướng", "TM. Chính phủ, KT. Thủ tướng (thay mặt; ký thay)"),
        ("Q. Cục trưởng", "Q. Cục trưởng (quyền)"),
        ("Bộ trưởng", "Bộ trưởng"),
    ],
)
def test_each_abbreviation_of_a_signature_is_said(printed: str, said: str) -> None:
    assert _capacity(SimpleNamespace(wording=Wording("vi")), printed) == said  # type: ignore[arg-type]


def test_a_name_that_several_bear_is_chosen_for_the_question(client: FlaskClient) -> None:
    answer = client.get("/queries/tasks-of-document?document=50/NQ-CP", headers=HTML)
    links = html.fromstring(answer.data).cssselect("main .rows a")
    assert len(links) == 2
    for link in links:
        assert link.get("href").startswith("/queries/tasks-of-document?document=document%2F")
        assert not page(client, link.get("href")).cssselect(".notice")
    assert '<span class="number">50/NQ-CP@2020-04-17</span>' in answer.get_data(as_text=True)


def test_a_diagram_of_nothing_says_where_to_start(client: FlaskClient) -> None:
    answer = client.get("/graph?node=document/x", headers=HTML)
    found = html.fromstring(answer.data)
    assert answer.status_code == 404 and found.cssselect(".empty") and not found.cssselect("#canvas, #fit, #list")
    form = found.cssselect("form.way")[0]
    started = client.get(f"{form.get('action')}?{form.cssselect('input')[0].get('name')}=142/QĐ-TTg")
    assert started.headers["Location"].endswith("node=document%2F2024%2F142-qd-ttg")


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "không đọc được truy vấn"), ("en", "the query cannot be read"), ("", None), ("fr", None)]
)
def test_the_endpoint_tells_people_what_is_wrong_where_it_is_asked_to(
    client: FlaskClient, lang: str, said: str | None
) -> None:
    problem = client.post(f"/sparql?lang={lang}", data={"query": "SELECT * { ?s ?p"}).get_json()
    assert problem["detail"].startswith("the query cannot be read")
    assert problem.get("said", "").startswith(said) if said else "said" not in problem


def test_numbers_of_the_first_page_are_those_of_the_lists_that_they_lead_to(
    client: FlaskClient, told: FlaskClient, done: FlaskClient
) -> None:
    for site in (client, told, done):
        for row in page(site, "/").cssselect(".counts-rows li, .counts li"):
            href = row.cssselect("a")[0].get("href")
            if href.startswith(("/documents", "/tasks", "/agencies")):
                listed = page(site, href).cssselect(".list-head strong")[0]
                assert text_of(row.cssselect("strong, .when")[0]) == text_of(listed), href


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A task of which nobody says who leads it, but that it is done."""
    folder = tmp_path_factory.mktemp("done")
    said = "Việc số hóa sổ hộ tịch phải xong trước ngày 30/6/2026. Đến nay, việc số hóa sổ hộ tịch đã hoàn thành."
    (folder / "bao.txt").write_text(f"Sổ hộ tịch số\n02/09/2026 08:00\n{said}\n", "utf-8")
    build.build(Config(folder / "data"), [folder / "bao.txt"], workers=1)
    app = create_app(Config(store=folder / "data"))
    yield app.test_client(use_cookies=False)
    close(app)


def test_an_official_of_whom_only_undated_sources_tell_is_listed_without_a_day(told: FlaskClient) -> None:
    (row,) = page(told, "/queries/officials-at-date?as_of=2026-01-01").cssselect("tbody tr")
    assert "Lê Văn Cảng" in text_of(row) and not re.search(r"\d{4}", text_of(row).replace("(đến 2025)", ""))


def test_who_held_which_office_tells_when_sources_name_them_and_the_role_in_the_language(client: FlaskClient) -> None:
    for lang, role, heads in (
        ("vi", "Bộ trưởng", ["Nêu lần đầu", "Nêu lần cuối"]),
        ("en", "Minister", ["First named", "Last named"]),
    ):
        found = page(client, f"/queries/officials-at-date?lang={lang}")
        assert [text_of(head) for head in found.cssselect("thead th")][-2:] == heads
        roles = {text_of(row.cssselect("td")[2]) for row in found.cssselect("tbody tr") if "Tô Lâm" in text_of(row)}
        assert roles == {role}


def test_the_margin_of_a_source_tells_at_least_from_exactly(client: FlaskClient) -> None:
    links = page(client, "/source/2024-02-quyet-dinh-142-tom-luoc").cssselect(".margin .k-target .to-mark")
    assert {text_of(link).rpartition(": ")[2] for link in links} == {"100 %", "≥ 80 %", "≥ 90 %"}


def test_a_target_without_a_number_tells_its_words_once_and_a_unit_begins_small(tmp_path: Path) -> None:
    head = ("CHÍNH PHỦ", "Số: 91/NQ-CP", "Hà Nội, ngày 05 tháng 5 năm 2025", "NGHỊ QUYẾT", "Về dữ liệu mở", "PHỤ LỤC")
    rows = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu đến năm 2030"),
        ("1", "Chất lượng kho dữ liệu mở", "", "Ngang tầm các nước tiên tiến"),
        ("2", "Số bộ dữ liệu được mở", "Bộ dữ liệu", "500"),
    )
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = f"{''.join(f'<p>{line}</p>' for line in head)}<table>{table}</table>"
    (tmp_path / "nq.html").write_text(f"<html><body>{text}</body></html>", "utf-8")
    build.build(Config(tmp_path / "data"), [tmp_path / "nq.html"], workers=1)
    app = create_app(Config(store=tmp_path / "data"))
    found = page(app.test_client(), "/id/document/2025/91-nq-cp").cssselect("#targets tbody tr")
    close(app)
    assert {text_of(row.cssselect("td")[2]) for row in found} == {"Ngang tầm các nước tiên tiến", "500 bộ dữ liệu"}


def test_the_panel_of_the_diagram_says_the_language_of_a_name(client: FlaskClient) -> None:
    heads = [
        page(client, f"/graph/panel?node=agency/bo-cong-an&lang={lang}").cssselect("h3")[0] for lang in ("vi", "en")
    ]
    assert [(text_of(head), head.get("lang")) for head in heads] == [
        ("Bộ Công an", "vi"), ("Ministry of Public Security", "en"),
    ]  # fmt: skip


def test_times_and_places_of_an_answer_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "lenh.txt").write_text(DIRECTIVE, "utf-8")
    build.build(Config(tmp_path / "data"), [tmp_path / "lenh.txt"], workers=1)
    app = create_app(Config(store=tmp_path / "data"))
    asked = "/queries/tasks-of-document?document=31/CT-TTg&lang="
    told = {
        lang: {text_of(cell) for cell in page(app.test_client(), f"{asked}{lang}").cssselect("tbody td")}
        for lang in ("vi", "en")
    }
    close(app)
    assert {"before the 20th of each month", "clause 1, point b"} <= told["en"]
    assert {"trước ngày 20 hằng tháng", "điểm b khoản 1"} <= told["vi"]


# ── words of the vocabulary ──────────────────────────────────────────────────────────────────────────────────────────


def addresses(client: FlaskClient, kind: str) -> list[str]:
    """The pages of all resources of a kind."""
    return sorted(set(re.findall(rf"/id/{kind}/[^> ]+(?=>)", client.get("/data/graph.nt").get_data(as_text=True))))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_resource_shows_codes_for_words(client: FlaskClient, lang: str) -> None:
    kinds = ("change", "candidate", "membership")
    shown = [
        (address, text_of(page(client, f"{address}?lang={lang}").cssselect("main")[0]))
        for kind in kinds
        for address in addresses(client, kind)[::9]
    ]
    assert len(shown) > 15
    raw = re.compile(r"(?i)dcterms:|merged_into|\btrue\b|\bfalse\b|\b(?:membership|mention)/\w")
    assert [(address, raw.findall(text)) for address, text in shown if raw.search(text)] == []


def test_what_a_change_is_of_is_told_in_one_language(client: FlaskClient) -> None:
    found = [text_of(page(client, f"{one}?lang=en").cssselect("main")[0]) for one in addresses(client, "change")]
    assert sum("all functions" in text for text in found) > 3
    assert not any("toàn bộ chức năng" in text for text in found)


def test_where_a_value_stands_is_no_document_that_sets_it(client: FlaskClient) -> None:
    """Beside a target stand results, which an article tells and no document sets."""
    told = page(client, "/id/target/2020-12-tong-ket-chinh-phu-dien-tu/c540e328c739")
    heads = [text_of(head) for head in told.cssselect("#same th")]
    assert "Văn bản giao, nguồn" in heads and "Văn bản giao" not in heads


def test_the_cells_of_a_quoted_row_are_told_apart(client: FlaskClient) -> None:
    told = page(client, "/queries/tasks-of-document?document=142/QĐ-TTg")
    quotes = [cell for cell in told.cssselect("tbody td") if cell.get("data-label") == "Trích dẫn nguồn"]
    rows = [cell for cell in quotes if "\t" in cell.text_content()]
    assert len(rows) > 5
    assert all(len(cell.cssselect(".cell-end")) == cell.text_content().count("\t") for cell in rows)


def test_tasks_of_a_document_by_their_time_and_then_as_it_has_them(client: FlaskClient) -> None:
    content = client.get("/queries/tasks-of-document?document=142/QĐ-TTg&format=csv").data.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content))
    days = [row[head.index("Hạn cuối")] for row in rows]
    dated = [day for day in days if day]
    assert 3 < len(dated) < len(days) and days == [*sorted(dated), *[""] * (len(days) - len(dated))]
