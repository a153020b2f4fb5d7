"""The IRIs of resources."""

from __future__ import annotations

import re

import pytest
import strategies
from hypothesis import given

from kg.iris import Iris, RecordIris, actor_kind, is_number, provision_slug, source_slug, tells_issuer
from kg.model import Evidence

IRIS = Iris("")

NUMBERS = [
    # (text, whether it is a document's number, whether its symbol belongs to one body)
    ("17/NQ-CP", True, True),
    ("30/2020/NĐ-CP", True, True),
    ("52-NQ/TW", True, True),
    ("24/2018/QH14", True, True),
    ("66.7/2025/NQ-CP", True, True),
    ("1925/QĐ-BTTTT", True, True),
    ("26/VBHN-NHNN", True, True),
    ("1528/QĐ-UBND", True, False),
    ("3954/UBND-VX", True, False),
    ("141/KH-BCĐTKNQ18", True, False),
    ("45/KH", True, False),
    ("Luật Chính phủ số", False, False),
    ("Đề án 06", False, False),
    ("2021-2025", False, False),
    ("30/11", False, False),
    ("24/7 hỗ trợ", False, False),
    ("", False, False),
]


@pytest.mark.parametrize(("text", "number", "one_body"), NUMBERS)
def test_numbers(text, number, one_body):
    assert is_number(text) == number
    assert tells_issuer(text) == one_body


DOCUMENTS = [
    # (reason, arguments, slug)
    ("the year of signing", ("142/QĐ-TTg", "2024-02-02"), "2024/142-qd-ttg"),
    ("the year in the number", ("47/2020/NĐ-CP",), "2020/47-2020-nd-cp"),
    ("another letter Đ", ("142/QÐ-TTg", "2024-02-02"), "2024/142-qd-ttg"),
    ("the day that the id tells", ("50/NQ-CP@2020-04-17",), "2020/50-nq-cp"),
    ("a year alone", ("17/NQ-CP", "2019"), "2019/17-nq-cp"),
    ("no year", ("17/NQ-CP",), "undated/17-nq-cp"),
    ("a date that is none", ("17/NQ-CP", "năm ngoái"), "undated/17-nq-cp"),
    ("the issuer where the symbol does not tell it", ("17/KH-UBND", "2025-01-20", "Ủy ban nhân dân tỉnh Hà Nam"),
     "2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-ha-nam"),
    ("not where it does", ("142/QĐ-TTg", "2024-02-02", "Thủ tướng Chính phủ"), "2024/142-qd-ttg"),
    ("a name", ("Luật Chính phủ số",), "undated/luat-chinh-phu-so"),
    ("a law named by its year", ("Luật An ninh mạng năm 2018",), "2018/luat-an-ninh-mang"),
    ("a name with a year", ("Luật Giao dịch điện tử", "2005-11-29"), "2005/luat-giao-dich-dien-tu"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "arguments", "slug"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_documents(why, arguments, slug):
    assert IRIS.document(*arguments) == f"id/document/{slug}", why


def test_the_day_where_one_year_has_two():
    assert IRIS.document("01/QĐ-TW", "2021-02-20", day=True) == "id/document/2021/01-qd-tw-2021-02-20"


def test_names_that_folding_merges():
    assert IRIS.official("Nguyễn Mạnh Hùng") != IRIS.official("Nguyễn Mạnh Hưng")
    assert re.fullmatch(r"id/official/nguyen-manh-hung-[0-9a-f]{6}", IRIS.official("Nguyễn Mạnh Hùng"))
    # NFD and NFC are one name
    assert IRIS.official("Nguyễn Hùng") == IRIS.official("Nguye\u0302\u0303n Hu\u0300ng")
    assert IRIS.actor("Cục Tin học hoá") == IRIS.actor("Cục Tin học hóa")


def test_a_long_name_is_cut_and_kept_apart():
    one, other = (IRIS.document("Nghị quyết về " + "phát triển " * 30 + end) for end in ("một", "hai"))
    assert one != other and len(one) < 160


ACTORS = [
    ("Bộ Công an", "agency"),
    ("Ban Quản lý các khu công nghiệp tỉnh Đồng Nai", "agency"),
    ("Sở Tài chính tỉnh Phú Thọ", "agency"),
    ("Thủ tướng Chính phủ", "office"),
    ("Bộ trưởng Bộ Tài chính", "office"),
    ("Chủ tịch Ủy ban nhân dân tỉnh Hà Nam", "office"),
    ("Phó Thủ tướng", "office"),
    ("các bộ, ngành, địa phương", "group"),
    ("Các Sở, ban, ngành", "group"),
    ("bộ, ngành", "group"),
    ("UBND các tỉnh, thành phố", "group"),
    ("Ủy ban nhân dân cấp xã", "group"),
    ("địa phương", "group"),
    ("Thủ trưởng các cơ quan, đơn vị", "group"),
    ("Thứ trưởng Bộ Nội vụ", "office"),
    ("Quyền Bộ trưởng", "office"),
    ("Cơ quan Hợp tác quốc tế Nhật Bản", "agency"),
    ("Tổ chức Y tế Thế giới", "agency"),
    ("cơ quan, tổ chức, cá nhân có liên quan", "group"),
    ("cơ quan thuộc Chính phủ", "group"),
    ("tỉnh ủy, thành ủy", "group"),
    ("Tỉnh ủy Phú Thọ", "agency"),
    ("doanh nghiệp", "group"),
    ("Đoàn đại biểu Quốc hội tỉnh Hà Nam", "agency"),
    ("Chủ tịch UBND các tỉnh, thành phố", "group"),
]


@pytest.mark.parametrize(("name", "kind"), ACTORS)
def test_actors(name, kind):
    assert actor_kind(name) == kind


PROVISIONS = [
    # (path, slug): from the top, from the bottom, with chapters, in annexes
    ("Điều 2 / Khoản 1 / Điểm a", "dieu-2/khoan-1/diem-a"),
    ("điểm a khoản 1 Điều 2", "dieu-2/khoan-1/diem-a"),
    ("Điều 5a", "dieu-5a"),
    ("Điểm d", "diem-d"),
    ("Điểm đ", "diem-dd"),
    ("Chương II / Mục 1 / Điều 9", "dieu-9"),
    ("Mục III", "muc-iii"),
    ("Phụ lục II / 14", "phu-luc-ii/dong-14"),
    ("Phụ lục / Mục I / 3", "phu-luc/muc-i/dong-3"),
    ("STT 14, Phụ lục II", "phu-luc-ii/dong-14"),
    ("Lời nói đầu", "loi-noi-dau"),
]


@pytest.mark.parametrize(("path", "slug"), PROVISIONS)
def test_provisions(path, slug):
    assert provision_slug(path) == slug


SOURCES = [
    # (name, URL, slug)
    ("tin.txt", None, "tin"),
    ("thu-muc/Quyết định 142.docx", None, "quyet-dinh-142"),
    ("tin.txt", "https://www.vi-du.vn/chuyen-doi-so/bai-1.html", "vi-du-vn-chuyen-doi-so-bai-1-html"),
    ("https://vi-du.vn/tin?id=12&utm_source=x#dau", None, "vi-du-vn-tin-id-12"),
    ("https://vi-du.vn/tin/", None, "vi-du-vn-tin"),
    ("HTTP://VI-DU.VN/tin", None, "vi-du-vn-tin"),
]


@pytest.mark.parametrize(("name", "url", "slug"), SOURCES)
def test_sources(name, url, slug):
    assert source_slug(name, url) == slug


def test_records_alike_are_counted():
    records = RecordIris(IRIS, "id/source/a")
    here = (Evidence(3, 9, "chữ đây"),)
    one, two = records.of("task", here), records.of("task", here)
    assert one != two and one.startswith("id/task/a/")
    again = RecordIris(IRIS, "id/source/a")
    assert [again.of("task", here), again.of("task", here)] == [one, two]
    assert records.of("target", here) not in (one, two)


@given(strategies.NAMES)
def test_any_name_gives_an_iri(name):
    for make in (IRIS.actor, IRIS.programme, IRIS.official, IRIS.indicator, IRIS.pillar, IRIS.document, IRIS.source):
        iri = make(name)
        assert re.fullmatch(r"id/[a-z]+/[a-z0-9/-]+", iri) and not iri.endswith(("/", "-"))
        assert make(name) == iri
    assert re.fullmatch(r"[a-z0-9/-]+", provision_slug(name))
    assert Iris("http://a/").kind("http://a/" + IRIS.actor(name)) in ("agency", "office", "group")
