"""Reports and notices that look back on a document: what they tell was given there, and is done or late as of a day."""

from __future__ import annotations

import pytest

from kg.model import Facts, Task
from loaders.extract import extract
from loaders.read import read_bytes

ORDER = "Quyết định số 31/QĐ-TTg ngày 03 tháng 02 năm 2025 của Thủ tướng Chính phủ"


def report(body: str, title: str = f"Tình hình thực hiện {ORDER}") -> Facts:
    text = (
        "BỘ XÂY DỰNG\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
        f"Số: 88/BC-BXD\nHà Nội, ngày 18 tháng 11 năm 2025\n\nBÁO CÁO\n{title}\n\n{body}\n"
    )
    return extract(read_bytes(text.encode(), "bao-cao.txt"))


def notice(body: str) -> Facts:
    text = (
        "VĂN PHÒNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n"
        "Số: 77/TB-VPCP\nHà Nội, ngày 20 tháng 10 năm 2025\n\nTHÔNG BÁO\nVề cây xanh đô thị\n\n"
        f"Ngày 14 tháng 10 năm 2025, Văn phòng Chính phủ đã họp kiểm điểm tình hình triển khai {ORDER}.\n{body}\n"
    )
    return extract(read_bytes(text.encode(), "thong-bao.txt"))


def told(task: Task) -> tuple[str, tuple[str, ...], str | None, str | None, str | None]:
    return task.text, task.assignees, task.mandate, task.status, task.status_date


@pytest.mark.parametrize(
    ("sentence", "text", "day"),
    [
        # the document that came of it is no mandate; the day that opens the sentence is when it was done
        (
            "Ngày 06 tháng 11 năm 2025, Bộ Xây dựng đã ban hành Quy chế lập bản đồ cây xanh tại Quyết định số "
            "915/QĐ-BXD.",
            "ban hành Quy chế lập bản đồ cây xanh",
            "2025-11-06",
        ),
        ("Bộ Xây dựng đã hoàn thành bản đồ cây xanh đô thị.", "hoàn thành bản đồ cây xanh đô thị", "2025-11-18"),
        (
            "Bộ Xây dựng đã trình Chính phủ đề án vườn ươm quốc gia, góp phần giữ giống cây quý.",
            "trình Chính phủ đề án vườn ươm quốc gia",
            "2025-11-18",
        ),
    ],
)
def test_what_a_report_on_a_document_says_is_done(sentence: str, text: str, day: str) -> None:
    found = [told(task) for task in report(f"I. KẾT QUẢ\n1. {sentence}").tasks]
    assert found == [(text, ("Bộ Xây dựng",), "31/QĐ-TTg", "done", day)]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("1. Bộ Xây dựng đã ban hành Quy chế lập bản đồ cây xanh.", "Công tác trồng cây năm 2025"),  # on no document
        ("1. Bộ Xây dựng đã nhận thức rõ vai trò của cây xanh.", f"Kết quả thực hiện {ORDER}"),  # nothing is done
        ("1. Các địa phương đã trồng 12.000 cây.", f"Kết quả thực hiện {ORDER}"),  # a figure
    ],
)
def test_what_is_no_finished_task(body: str, title: str) -> None:
    assert not report(f"I. KẾT QUẢ\n{body}", title).tasks


@pytest.mark.parametrize("title", ["Tình hình triển khai", "Sơ kết 06 tháng thực hiện", "Kết quả thực hiện"])
def test_a_report_on_a_document_does_not_carry_it_out(title: str) -> None:
    body = f"Thực hiện {ORDER}, Bộ Xây dựng báo cáo như sau:\n1. Bộ Xây dựng đã hoàn thành bản đồ cây xanh đô thị."
    assert not [r for r in report(body, f"{title} {ORDER}").relations if r.relation == "implements"]


@pytest.mark.parametrize("title", ["Tình hình triển khai", "Sơ kết 06 tháng thực hiện", "Kết quả thực hiện"])
def test_a_report_looks_back_on_the_document(title: str) -> None:
    found = report("1. Bộ Xây dựng đã hoàn thành bản đồ cây xanh đô thị.", f"{title} {ORDER}")
    (link,) = [r for r in found.relations if r.relation == "reviews"]
    assert (link.subject, link.object) == ("88/BC-BXD", "31/QĐ-TTg")
    assert link.evidence[0].quote.startswith(title) and "31/QĐ-TTg" in link.evidence[0].quote


def test_a_notice_looks_back_on_the_document_that_it_is_held_on() -> None:
    relations = {
        (r.subject, r.relation, r.object) for r in notice("1. Bộ Y tế báo cáo trước ngày 30/12/2025.").relations
    }
    assert relations == {("77/TB-VPCP", "reviews", "31/QĐ-TTg")}


def test_an_order_looks_back_on_nothing() -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 9/CT-TTg\nHà Nội, ngày 03 tháng 02 năm 2026\nCHỈ THỊ\nVề cây xanh\n"
        f"Qua tình hình thực hiện {ORDER}, Thủ tướng yêu cầu:\n1. Bộ Y tế báo cáo trước ngày 30/12/2026.\n"
    )
    assert not [r for r in extract(read_bytes(text.encode(), "ct.txt")).relations if r.relation == "reviews"]


def test_late_work_of_a_notice_is_that_of_the_document_it_looks_back_on() -> None:
    found = notice(
        "1. Tính đến ngày 12 tháng 10 năm 2025, còn 02 nhiệm vụ quá hạn, cụ thể:\n"
        "a) Bộ Y tế chưa hoàn thành việc ban hành danh mục cây thuốc nam (thời hạn 30/6/2025);\n"
        "b) Bộ Tài chính chậm hướng dẫn mức chi chăm sóc cây cổ thụ (thời hạn quý II/2025).\n"
    )
    assert [told(task) for task in found.tasks if task.status] == [
        ("ban hành danh mục cây thuốc nam", ("Bộ Y tế",), "31/QĐ-TTg", "overdue", "2025-10-12"),
        ("hướng dẫn mức chi chăm sóc cây cổ thụ", ("Bộ Tài chính",), "31/QĐ-TTg", "overdue", "2025-10-12"),
    ]


def test_the_rows_of_a_notice_that_tell_states_were_given_by_the_document_it_looks_back_on() -> None:
    found = notice(
        "1. Tính đến ngày 12 tháng 10 năm 2025, còn nhiệm vụ chậm tiến độ theo bảng kèm theo.\n\n"
        "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\tTình trạng\n"
        "1\tBan hành danh mục cây thuốc nam\tBộ Y tế\t30/6/2025\tQuá hạn\n"
        "2\tLập bản đồ cây xanh đô thị\tBộ Xây dựng\tTháng 8/2025\tĐã hoàn thành\n"
    )
    rows = [task for task in found.tasks if task.evidence[0].place and task.evidence[0].place.row]
    assert [told(task) for task in rows] == [
        ("Ban hành danh mục cây thuốc nam", ("Bộ Y tế",), "31/QĐ-TTg", "overdue", "2025-10-12"),
        ("Lập bản đồ cây xanh đô thị", ("Bộ Xây dựng",), "31/QĐ-TTg", "done", "2025-10-12"),
    ]
    assert {(task.provision, task.directed_by) for task in rows} == {(None, "Thủ tướng Chính phủ")}
