"""What pages say of tasks that an order and a newspaper tell: in both languages, each thing apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg import build
from kg.config import Config
from kg.folding import key
from kg.queries import saved
from kg.trace_gather import Evidence
from tests.site_pages import page, text_of
from web.frame import told
from web.links import Ref
from web.pages.chain import Item
from web.wording import table

DIRECTIVE = """THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/CT-TTg
Hà Nội, ngày 05 tháng 5 năm 2026

CHỈ THỊ
Về việc dùng chung dữ liệu hộ tịch

Đến hết tháng 3 năm 2026, cả nước có 1.906 đơn vị cấp xã số hóa xong sổ hộ tịch, đạt 57,4%.

Thủ tướng Chính phủ yêu cầu:
1. Bộ Tư pháp chủ trì, phối hợp với các cơ quan, đơn vị có liên quan:
a) Hoàn thành nâng cấp Hệ thống thông tin đăng ký hộ tịch trước ngày 31 tháng 7 năm 2026;
b) Báo cáo Thủ tướng Chính phủ kết quả thực hiện trước ngày 20 hằng tháng.
2. Các sở, ban, ngành bố trí nhân lực số hóa sổ hộ tịch trong quý III năm 2026.
3. Bộ trưởng Bộ Tư pháp chịu trách nhiệm kiểm tra việc thực hiện Chỉ thị này.

THỦ TƯỚNG

Lê Văn An
"""
ARTICLE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Hộ tịch số chậm tiến độ</title>
<meta property="article:published_time" content="2026-09-02T07:00:00+07:00">
<meta property="og:site_name" content="Báo Ven Sông"></head><body><article><h1>Hộ tịch số chậm tiến độ</h1>
<p>Bộ Tư pháp phải công bố danh mục dữ liệu hộ tịch dùng chung trước ngày 15/8/2026.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ho-tich")
    (folder / "ct-31.txt").write_text(DIRECTIVE, "utf-8")
    (folder / "bao.html").write_text(ARTICLE, "utf-8")
    build.build(Config(store=folder / "data"), [folder / "ct-31.txt", folder / "bao.html"])
    return folder / "data"


def test_what_was_measured_is_found_with_value_and_time_as_the_language_writes_them(client: FlaskClient) -> None:
    for lang, value in (("vi", "57,4 % (03/2026)"), ("en", "57.4% (Mar 2026)")):
        hits = [
            text_of(hit) for hit in page(client, f"/search?q=so+ho+tich&lang={lang}").cssselect("#observation .hit")
        ]
        assert any(value in hit for hit in hits), hits
    assert "2026-03" not in client.get("/api/search?q=so+ho+tich").get_data(as_text=True)


def test_one_thing_is_told_as_one(client: FlaskClient) -> None:
    assert text_of(page(client, "/tasks?q=danh+muc+du+lieu&lang=en").cssselect(".list-head p")[0]) == "1 row"
    assert "1 rows" not in text_of(page(client, "/search?q=danh+muc&lang=en").cssselect("main")[0])


def test_bodies_that_only_a_text_names_have_an_english_name_put_together_from_its_words(client: FlaskClient) -> None:
    named = [text_of(ref) for ref in page(client, "/tasks?lang=en").cssselect("td a.ref")]
    assert {"agencies and units concerned", "departments, boards and agencies", "Minister of Justice"} <= set(named)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_groups_stand_apart_from_bodies_whatever_the_order(client: FlaskClient, lang: str) -> None:
    for sort in ("-led", "name"):
        found = page(client, f"/agencies?scope=sources&sort={sort}&lang={lang}")
        rows = found.cssselect("tbody tr")
        (apart,) = [at for at, row in enumerate(rows) if row.get("class") == "sort-of"]
        assert (
            text_of(rows[apart])
            == {"vi": "Nhóm cơ quan, tên gọi chung", "en": "Groups of agencies, general names"}[lang]
        )
        before, after = (" ".join(map(text_of, part)) for part in (rows[:apart], rows[apart:]))
        assert {"vi": "Bộ Tư pháp", "en": "Ministry of Justice"}[lang] in before
        assert {"vi": "Các sở, ban, ngành", "en": "departments, boards and agencies"}[lang] in after
    (group,) = [text_of(tab.cssselect(".n")[0]) for tab in found.cssselect("main .jump a")[-1:]]
    assert len(page(client, "/agencies?scope=sources&kind=group").cssselect("td.w-no")) == int(group)


def test_bodies_stand_in_the_order_of_the_names_that_the_page_shows(client: FlaskClient) -> None:
    for lang in ("vi", "en"):
        rows = page(client, f"/agencies?scope=sources&kind=agency&sort=name&lang={lang}").cssselect("td a.ref")
        names = [key(text_of(row)) for row in rows]
        assert len(names) > 1 and names == sorted(names)
    leads = [text_of(row.cssselect("td")[2]) for row in page(client, "/tasks?sort=lead&lang=en").cssselect("tbody tr")]
    assert leads == sorted(leads, key=key) and len(set(leads)) > 2


def test_when_something_recurs_or_is_due_is_told_in_english(client: FlaskClient) -> None:
    said = text_of(page(client, "/tasks?lang=en&agency=agency/bo-tu-phap").cssselect("tbody")[0])
    assert "before the 20th of each month" in said and "before 31 Jul 2026" in said
    assert "hằng tháng" in text_of(page(client, "/tasks?agency=agency/bo-tu-phap").cssselect("tbody")[0])


def test_what_only_the_press_tells_says_so_and_can_be_left_out(client: FlaskClient) -> None:
    def rows(query: str) -> list[str]:
        return [
            text_of(row)
            for row in page(client, f"/tasks?finding=past-due&as_of=2026-11-22{query}").cssselect("tbody tr")
        ]

    whole, official, press = rows(""), rows("&told=original"), rows("&told=press")
    assert len(press) == 1 and "chỉ báo chí nêu: Báo Ven Sông" in press[0]
    assert official and len(whole) == len(official) + 1 and "báo chí" not in " ".join(official)


def test_answers_of_queries_name_bodies_and_columns_in_the_language_of_the_page(client: FlaskClient) -> None:
    found = page(client, "/queries/tasks-past-due-without-result?date=2026-11-22&lang=en")
    assert "Ministry of Justice" in [text_of(ref) for ref in found.cssselect("td a.ref")]
    assert "Resulting document" in [text_of(head) for head in found.cssselect("th")]
    assert "Đã qua thời hạn" not in text_of(found.cssselect("table")[0])


def test_every_column_of_an_answer_has_a_name() -> None:
    for query in saved().values():
        chosen = re.split(r"\bWHERE\b", query.text.partition("\nSELECT")[2])[0]
        named = re.findall(r"AS \?(\w+)\)", chosen) + re.findall(r"\?(\w+)", re.sub(r"\(.*?AS \?\w+\)", "", chosen))
        assert [name for name in named if f"variable.{name}" not in table()] == [], query.name


def test_the_evidence_of_a_link_tells_no_sentence_twice() -> None:
    order, report = (Evidence(f"x#{n}", "Câu.", 0, 4, "x", "X", None) for n in (1, 2))
    item = Item("k", "task", "Giao nhiệm vụ", Ref("t", "T", "task"), "", (), (order, report), (), False, said=(report,))
    assert item.stated == (order,)


def test_what_an_english_page_leaves_as_it_was_printed_is_marked_as_vietnamese(client: FlaskClient) -> None:
    title = page(client, "/documents?lang=en&q=31/CT-TTg").cssselect("td.w-wide span[lang=vi]")
    assert [text_of(one) for one in title] == ["Về việc dùng chung dữ liệu hộ tịch"]
    assert not page(client, "/documents?q=31/CT-TTg").cssselect("td.w-wide span[lang]")


def test_units_are_told_in_english(client: FlaskClient) -> None:
    assert "1,906" in (said := text_of(page(client, "/search?q=so+ho+tich&lang=en").cssselect("#observation")[0]))
    assert "xã" not in said.partition("1,906")[2].partition("(")[0], said


def test_a_title_in_capitals_is_set_smaller() -> None:
    assert (
        told("KẾT LUẬN VỀ DỮ LIỆU HỘ TỊCH ĐIỆN TỬ")
        == '<span class="shouted">KẾT LUẬN VỀ DỮ LIỆU HỘ TỊCH ĐIỆN TỬ</span>'
    )
    assert told("142/QĐ-TTg") == '<span class="number">142/QĐ-TTg</span>'
