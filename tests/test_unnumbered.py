"""Documents whose number is not given yet, or whose letterhead is left out: known by their names."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import from_text

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
NAME = "Kế hoạch nâng cao chất lượng mạng di động tỉnh Cà Mau đến năm 2027"
BODY = """Căn cứ Kế hoạch số 45/KH-UBND ngày 10/2/2026 của UBND tỉnh Cà Mau;

I. MỤC TIÊU
- 100% các xã có sóng 5G.

II. GIẢI PHÁP
- Đo kiểm chất lượng mạng của từng nhà mạng.

III. TỔ CHỨC THỰC HIỆN
3.1 Sở Khoa học và Công nghệ (giao Phòng Bưu chính)
- Đôn đốc việc thực hiện Kế hoạch này.
3.2 Đề nghị UBND các xã, phường
- Hỗ trợ các nhà mạng xây dựng trạm.
3.3 Các doanh nghiệp viễn thông
Chủ động bố trí nguồn lực.
"""
PREAMBLE = f"""Căn cứ Kế hoạch số 45/KH-UBND ngày 10/2/2026 của UBND tỉnh Cà Mau; Sở Khoa học và Công nghệ ban hành \
{NAME}, với những nội dung sau:

1. MỤC TIÊU

- 100% các xã có sóng 5G.

2. TỔ CHỨC THỰC HIỆN

2.1 Sở Khoa học và Công nghệ

- Đôn đốc việc thực hiện Kế hoạch này.
"""


def plan(number: str, more: str = "") -> Facts:
    head = (
        f"{more}UBND TỈNH CÀ MAU\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: {number}\n{MOTTO}\nCà Mau, ngày     tháng 11 năm 2026\n"
    )
    title = "\nKẾ HOẠCH\nNâng cao chất lượng mạng di động tỉnh Cà Mau đến năm 2027\n\n"
    return extract(from_text(f"{head}{title}{BODY}", "ke-hoach.txt"))


@pytest.mark.parametrize(
    "number",
    ["        /KH-SKHCN", "……/KH-SKHCN", "_____ /KH-SKHCN", "/KH-SKHCN", "      /2026/KH-SKHCN", "       -KH/TU"],
)
def test_a_plan_that_waits_for_its_number_is_its_own_document(number: str) -> None:
    found = plan(number)
    own = next(one for one in found.documents if one.id == NAME)
    assert (own.type, own.status, own.issuer, found.article.text_of) == (
        "plan", "issued", "Sở Khoa học và Công nghệ", NAME,
    )  # fmt: skip
    assert [(task.text, task.assignees) for task in found.tasks] == [
        ("Đo kiểm chất lượng mạng của từng nhà mạng", ()),
        ("Đôn đốc việc thực hiện Kế hoạch này", ("Sở Khoa học và Công nghệ", "Phòng Bưu chính")),
        ("Hỗ trợ các nhà mạng xây dựng trạm", ("UBND các xã, phường",)),
        ("Chủ động bố trí nguồn lực", ("Các doanh nghiệp viễn thông",)),
    ]
    assert {task.mandate for task in found.tasks} == {NAME} == {target.set_by for target in found.targets}
    assert [(one.subject, one.relation, one.object) for one in found.relations] == [(NAME, "based_on", "45/KH-UBND")]


def test_a_draft_says_so() -> None:
    own = next(one for one in plan("      /KH-SKHCN", "DỰ THẢO\n").documents if one.id == NAME)
    assert own.status == "draft"


def test_a_number_that_is_given_names_the_document() -> None:
    found = plan("15/KH-SKHCN")
    assert found.article.text_of == "15/KH-SKHCN"
    assert {task.mandate for task in found.tasks} == {"15/KH-SKHCN"}


def test_a_letter_that_waits_for_its_number() -> None:
    found = extract(
        from_text(
            f"UBND TỈNH CÀ MAU\nSỞ Y TẾ\nSố:        /SYT-NVY\nV/v đẩy nhanh bệnh án điện tử\n{MOTTO}\n"
            "Cà Mau, ngày     tháng 11 năm 2026\n\nKính gửi: Các bệnh viện trên địa bàn tỉnh.\n\n"
            "Sở Y tế đề nghị các bệnh viện hoàn thành bệnh án điện tử trước ngày 30/12/2026.\n",
            "cong-van.txt",
        )
    )
    name = "Công văn đẩy nhanh bệnh án điện tử"
    assert [(one.id, one.type, one.issuer) for one in found.documents] == [(name, "official-letter", "Sở Y tế")]
    assert [(task.mandate, task.directed_by, task.deadline) for task in found.tasks] == [
        (name, "Sở Y tế", "2026-12-30")
    ]


def test_a_preamble_names_the_document_whose_letterhead_is_left_out() -> None:
    found = extract(from_text(PREAMBLE, "ke-hoach.txt"))
    assert found.article.text_of == NAME
    assert [(task.text, task.assignees, task.mandate, task.directed_by) for task in found.tasks] == [
        ("Đôn đốc việc thực hiện Kế hoạch này", ("Sở Khoa học và Công nghệ",), NAME, "Sở Khoa học và Công nghệ")
    ]


def test_news_that_tells_of_a_plan_is_none() -> None:
    found = extract(from_text(PREAMBLE.replace("TỔ CHỨC THỰC HIỆN", "KẾT QUẢ"), "tin.txt"))
    assert found.article.text_of is None


def test_a_number_left_out_without_a_colon() -> None:
    text = f"CHÍNH PHỦ\nSố      /2026/NĐ-CP\n{MOTTO}\nHà Nội, ngày     tháng     năm 2026\n\nNGHỊ ĐỊNH\n\
Quy định về định danh điện tử\n\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định về định danh điện tử.\n"
    found = extract(from_text(text, "nghi-dinh.txt"))
    assert [(one.id, one.type, one.issuer) for one in found.documents] == [
        ("Nghị định quy định về định danh điện tử", "decree", "Chính phủ")
    ]


def test_an_acronym_that_begins_a_subject_keeps_its_capitals() -> None:
    head = f"UBND TỈNH CÀ MAU\nSố:      /KH-UBND\n{MOTTO}\nCà Mau, ngày     tháng 11 năm 2026\n\nKẾ HOẠCH\n"
    found = extract(from_text(f"{head}CCHC tỉnh Cà Mau năm 2027\n\nI. MỤC TIÊU\n- 100% các xã có sóng 5G.\n", "k.txt"))
    assert found.article.text_of == "Kế hoạch CCHC tỉnh Cà Mau năm 2027"


def test_whether_it_is_signed_is_left_open_where_no_number_is_printed() -> None:
    def open_questions(found: Facts) -> list[tuple[str, str]]:
        return [(one.text, one.reason) for one in found.candidates if one.kind == "documents"]

    asked = [(NAME, "The source prints this document without a number: it may not have been signed yet.")]
    assert open_questions(plan("      /KH-SKHCN")) == asked
    assert open_questions(extract(from_text(PREAMBLE, "ke-hoach.txt"))) == asked
    assert open_questions(plan("15/KH-SKHCN")) == []
    assert open_questions(plan("      /KH-SKHCN", "DỰ THẢO\n")) == []  # it says so itself


def test_what_a_page_reprints_is_signed() -> None:
    text = "Toàn văn Luật Dữ liệu được Quốc hội thông qua ngày 30/11/2024 như sau:\n\nĐiều 1. Phạm vi điều chỉnh\n\
Luật này quy định về dữ liệu số.\n\nĐiều 2. Bộ Công an\nBộ Công an xây dựng Trung tâm dữ liệu quốc gia.\n"
    found = extract(from_text(text, "luat.txt"))
    assert found.article.text_of == "Luật Dữ liệu"
    assert found.candidates == ()


@pytest.mark.parametrize("above", ["Kế hoạch mạng di động\n", "Kế hoạch mạng di động\n20/11/2026 10:30\n\n"])
def test_titles_of_a_page_may_stand_above_the_preamble(above: str) -> None:
    assert extract(from_text(f"{above}{PREAMBLE}", "ke-hoach.txt")).article.text_of == NAME
