"""Annexes, plans and regulations that are filed without the document that puts them into force."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes
from tests.effort import seconds


def facts_of(text: str) -> Facts:
    return extract(read_bytes(text.encode(), "phu-luc.txt"))


TASK = "1. Sở Y tế kết nối bệnh án điện tử với cơ sở dữ liệu dân cư trước ngày 30/6/2026.\n"


@pytest.mark.parametrize(
    ("head", "number", "day", "title", "place"),
    [
        # an annex by its number
        (
            "PHỤ LỤC II\nDANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026\n"
            "(Kèm theo Quyết định số 315/QĐ-UBND ngày 12/3/2026 của Ủy ban nhân dân tỉnh Lào Cai)\n",
            "315/QĐ-UBND",
            "2026-03-12",
            "PHỤ LỤC II DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026",
            "khoản 1 Phụ lục II",
        ),
        # a programme whose title runs over two paragraphs and cites what it carries out
        (
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nTHỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 CỦA BỘ CHÍNH TRỊ\n"
            "(Ban hành kèm theo Quyết định số 44/QĐ-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai)\n",
            "44/QĐ-UBND",
            "2026-01-09",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 CỦA BỘ CHÍNH TRỊ",
            "khoản 1 Chương trình",
        ),
        # a plan with the motto and a subject in small letters, sent with a letter
        (
            "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\n"
            "Phổ cập kỹ năng số cho người cao tuổi\n"
            "(Kèm theo Công văn số 77/UBND-VX ngày 05/01/2026 của Ủy ban nhân dân tỉnh Lào Cai)\n",
            "77/UBND-VX",
            "2026-01-05",
            "KẾ HOẠCH Phổ cập kỹ năng số cho người cao tuổi",
            "khoản 1 Kế hoạch",
        ),
        # the bracket runs over two lines
        (
            "KẾ HOẠCH\nVẬN HÀNH CỔNG DỮ LIỆU MỞ\n(Ban hành kèm theo Quyết định số 18/2026/QĐ-UBND\n"
            "ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai)\n",
            "18/2026/QĐ-UBND",
            "2026-03-12",
            "KẾ HOẠCH VẬN HÀNH CỔNG DỮ LIỆU MỞ",
            "khoản 1 Kế hoạch",
        ),
    ],
)
def test_an_annex_alone_is_text_of_what_puts_it_into_force(
    head: str, number: str, day: str, title: str, place: str
) -> None:
    found = facts_of(head + TASK)
    assert (found.article.text_of, found.article.published, found.article.title) == (number, day, title)
    assert [(task.text, task.mandate, task.directed_by, task.provision) for task in found.tasks] == [
        (TASK[len("1. Sở Y tế ") : -2], number, "Ủy ban nhân dân tỉnh Lào Cai", place)
    ]
    own = next(document for document in found.documents if document.id == number)
    assert (own.date, own.issuer, own.title) == (day, "Ủy ban nhân dân tỉnh Lào Cai", None)


def test_an_item_of_an_annex_puts_nothing_into_force() -> None:
    found = facts_of(
        "KẾ HOẠCH\nCHUYỂN ĐỔI SỐ NGÀNH Y TẾ\n(Kèm theo Quyết định số 315/QĐ-UBND ngày 12/3/2026 của Ủy ban nhân dân"
        " tỉnh Lào Cai)\nI. NHIỆM VỤ\n- Sở Y tế lập và ban hành kế hoạch triển khai Nghị quyết số 57-NQ/TW.\n"
    )
    assert not [link for link in found.relations if link.relation == "approves"]


@pytest.mark.parametrize(
    "text",
    [
        # an article tells of it
        "Lào Cai ban hành quy chế dữ liệu mở\nỦy ban nhân dân tỉnh vừa ban hành Quy chế vận hành cổng dữ liệu mở\n"
        "(kèm theo Quyết định số 18/2026/QĐ-UBND ngày 12/3/2026 của Ủy ban nhân dân tỉnh Lào Cai)\n" + TASK,
        # a draft has no number yet
        "QUY CHẾ\nVẬN HÀNH CỔNG DỮ LIỆU MỞ\n(Kèm theo Quyết định số    /2026/QĐ-UBND của Ủy ban nhân dân tỉnh)\n"
        + TASK,
        # the bracket stands far from any title
        "DỮ LIỆU MỞ\n" + "Cổng dữ liệu có nhiều người dùng.\n" * 6 + "(Kèm theo Quyết định số 18/QĐ-UBND)\n" + TASK,
    ],
)
def test_what_is_no_annex(text: str) -> None:
    assert facts_of(text).article.text_of is None


def test_the_title_of_an_enclosed_text_is_no_task() -> None:
    found = facts_of(
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 44/QĐ-UBND\nLào Cai, ngày 09 tháng 01 năm 2026\nQUYẾT ĐỊNH\nBan hành Chương trình phát triển dữ liệu\n"
        "Điều 1. Ban hành kèm theo Quyết định này Chương trình phát triển dữ liệu.\n"
        "Điều 2. Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\nCHƯƠNG TRÌNH PHÁT TRIỂN DỮ LIỆU\n\n"
        "TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 CỦA BỘ CHÍNH TRỊ ĐẾN NĂM 2030\n"
        "(Ban hành kèm theo Quyết định số 44/QĐ-UBND ngày 09 tháng 01 năm 2026)\n" + TASK
    )
    assert not [task for task in found.tasks if task.text.isupper()]


def test_a_line_that_looks_like_an_annex_s_is_read_in_one_way() -> None:
    """Letters behind the number were parted in every way before: a line of some thousands was never read to its end."""
    text = "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Quyết định số 1/" + "a" * 6000 + "\n"
    assert seconds(lambda: facts_of(text), below=3) < 3
