"""The pages of a decision whose own text is loaded beside an article about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from kg import build
from kg.config import Config
from tests.site_pages import page, text_of
from web.app import close, create_app

DECISION = """THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 512/QĐ-TTg
Hà Nội, ngày 03 tháng 3 năm 2025

QUYẾT ĐỊNH
Phê duyệt Đề án số hóa hồ sơ lưu trữ

Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024;

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Đề án số hóa hồ sơ lưu trữ.
Điều 2. Tổ chức thực hiện
1. Bộ Nội vụ chủ trì, phối hợp với các bộ, ngành liên quan xây dựng Cổng lưu trữ quốc gia, hoàn thành trước ngày 30 \
tháng 6 năm 2026.
2. Bộ Tài chính bố trí kinh phí thực hiện Đề án.

KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Trần Văn Bình
"""
ARTICLE = """Số hóa hồ sơ lưu trữ

Ngày 10/3/2025. Theo Quyết định số 512/QĐ-TTg ngày 03/3/2025 của Thủ tướng Chính phủ, Bộ Công an phải cung cấp dữ \
liệu dân cư cho Cổng lưu trữ quốc gia trong năm 2025.
"""
ANNEX = """DANH MỤC HỒ SƠ ĐƯỢC SỐ HÓA
(Kèm theo Quyết định số 512/QĐ-TTg ngày 03 tháng 3 năm 2025 của Thủ tướng Chính phủ)

1. Hồ sơ hộ tịch.
"""
CITING = """Mục tiêu của ngành lưu trữ

Căn cứ Mục II Nghị quyết 71-NQ/TW năm 2025 quy định như sau:
II. MỤC TIÊU
4. Đến năm 2030
- Tỷ lệ hồ sơ lưu trữ được số hóa đạt 80%.
"""
OF_DECISION = "/id/document/2025/512-qd-ttg"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("van-ban")
    (folder / "qd-512.txt").write_text(DECISION, "utf-8")
    (folder / "bao.txt").write_text(ARTICLE, "utf-8")
    (folder / "phu-luc-512.txt").write_text(ANNEX, "utf-8")
    (folder / "nganh.txt").write_text(CITING, "utf-8")
    config = Config(store=folder / "data")
    build.build(config, sorted(folder.glob("*.txt")))
    app = create_app(config)
    yield app.test_client(use_cookies=False)
    close(app)


def test_its_own_tasks_come_first_and_what_the_press_tells_says_so(client: FlaskClient) -> None:
    rows = page(client, OF_DECISION).cssselect("#tasks tbody tr")
    notes = [[text_of(note) for note in row.cssselect("td:nth-child(2) > .note")] for row in rows]
    assert len(notes) > 2
    assert notes == [[]] * (len(notes) - 1) + [["theo Số hóa hồ sơ lưu trữ"]]
    below = [text_of(item) for item in page(client, f"/audit?id={OF_DECISION[4:]}").cssselect(".chain .what")]
    tasks = [text for text in below if "Cổng lưu trữ" in text]
    assert tasks[-1].startswith("Cung cấp")


def test_a_law_is_told_by_its_name_beside_its_number(client: FlaskClient) -> None:
    assert "33/2024/QH15 Luật Lưu trữ, 21/06/2024" in text_of(page(client, OF_DECISION).cssselect(".life .before")[0])
    assert "Luật Lưu trữ · 21/06/2024" in text_of(page(client, "/audit?id=512/QĐ-TTg").cssselect(".chain")[0])


def test_for_whom_somebody_signs_is_explained(client: FlaskClient) -> None:
    for lang, said in (("vi", "KT. Thủ tướng (ký thay)"), ("en", "KT. Thủ tướng (signed in place of the head)")):
        assert said in text_of(page(client, f"{OF_DECISION}?lang={lang}").cssselect(".facts")[0])


def test_what_is_not_told_is_said_once(client: FlaskClient) -> None:
    law = page(client, "/id/document/2024/33-2024-qh15")
    assert [text_of(said) for said in law.cssselect(".empty")] == [
        "Các nguồn đã nạp không nêu: Nhiệm vụ; Chỉ tiêu; Cấu trúc."
    ]


def test_the_desk_names_a_document_as_people_do(client: FlaskClient) -> None:
    desk = page(client, f"/audit?id={OF_DECISION[4:]}")
    assert desk.cssselect("#f-id")[0].get("value") == "512/QĐ-TTg"


def test_groups_that_a_text_names_have_an_english_name(client: FlaskClient) -> None:
    assert "ministries and agencies concerned" in [
        text_of(ref) for ref in page(client, f"{OF_DECISION}?lang=en").cssselect("#tasks td a.ref")
    ]


def test_a_link_to_a_task_is_its_text(client: FlaskClient) -> None:
    app = client.application
    (task, *_) = [row for row in app.extensions["site"].catalogue().tasks if row.text.startswith("bố trí")]
    assert app.extensions["site"].catalogue().ref(task.iri).label == "Bố trí kinh phí thực hiện Đề án"


def test_its_annexes_stand_below_the_decision_itself(client: FlaskClient) -> None:
    texts = page(client, OF_DECISION).cssselect(".facts a[href^='/source/']")
    assert [text_of(link).split()[0] for link in texts] == ["QUYẾT", "DANH"]


def test_a_provision_of_a_document_that_is_not_there_is_told_in_words(client: FlaskClient) -> None:
    address = "/id/provision/undated/71-nq-tw/muc-ii/khoan-4"
    for lang, title, above in (
        ("vi", "Mục II / Khoản 4", "Mục II"),
        ("en", "Section II / Clause 4", "Mục II"),
    ):
        found = page(client, f"{address}?lang={lang}")
        assert text_of(found.cssselect("h1")[0]) == title
        assert [text_of(link) for link in found.cssselect(".facts a")] == [above, "71-NQ/TW"]
    assert "Tỷ lệ hồ sơ lưu trữ được số hóa" in text_of(page(client, address).cssselect("#targets tbody tr")[0])


def test_a_provision_tells_its_heading_once(client: FlaskClient) -> None:
    found = page(client, "/id/provision/2025/512-qd-ttg/dieu-2?lang=en")
    assert [text_of(found.cssselect(one)[0]) for one in ("h1", ".subject")] == ["Article 2", "Tổ chức thực hiện"]
    tree = page(client, f"{OF_DECISION}?lang=en").cssselect(".tree a")
    assert "Clause 1" in [text_of(link) for link in tree]
