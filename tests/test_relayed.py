"""Duties in a page that explains a document: whose they are, and where the document's part ends."""

from __future__ import annotations

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

PAGE = """Ai phải báo cáo sự cố mạng theo Nghị định 85/2016/NĐ-CP?
Trách nhiệm báo cáo được quy định tại Điều 22 Nghị định 85/2016/NĐ-CP như sau:
- Bộ Công an tổng hợp báo cáo về sự cố mạng của các cơ quan.
- Bộ Quốc phòng cũng có thể cử người tham gia.
- Doanh nghiệp viễn thông có trách nhiệm sau đây:
+ Báo ngay cho khách hàng khi mất liên lạc;
+ Lưu nhật ký hệ thống ít nhất ba tháng.
Yêu cầu kỹ thuật
- Rà soát lỗ hổng của hệ thống mỗi quý.
Bộ Y tế có được miễn không?
- Bộ Y tế hướng dẫn người bệnh dùng sổ sức khỏe điện tử.
"""


def tasks(text: str) -> list[Task]:
    return list(extract(read_bytes(text.encode(), "hoi-dap.txt")).tasks)


def test_duties_are_the_documents_that_the_page_gives() -> None:
    found = {task.text: task for task in tasks(PAGE)}
    assert {text: task.assignees for text, task in found.items()} == {
        "tổng hợp báo cáo về sự cố mạng của các cơ quan": ("Bộ Công an",),
        "Báo ngay cho khách hàng khi mất liên lạc": ("Doanh nghiệp viễn thông",),
        "Lưu nhật ký hệ thống ít nhất ba tháng": ("Doanh nghiệp viễn thông",),
        "Rà soát lỗ hổng của hệ thống mỗi quý": (),
    }
    assert {(task.mandate, task.directed_by) for task in found.values()} == {("85/2016/NĐ-CP", "Chính phủ")}


def test_a_page_without_a_question_relays_nothing() -> None:
    lines = PAGE.replace("?", ".").splitlines()
    assert not [task for task in tasks("\n".join(lines[1:4])) if task.mandate]


LIST = """Lộ trình làm kho dữ liệu hợp tác xã thế nào?
Lộ trình theo Quyết định 2074/QĐ-TTg ngày 20/9/2025 cụ thể như sau:
Năm 2026:
- Kết nối kho dữ liệu hợp tác xã với cổng thuế.
Ai được hưởng ưu đãi?
Điều kiện hưởng ưu đãi theo Quyết định 2074/QĐ-TTg như sau:
- Nộp báo cáo tài chính đúng hạn cho cơ quan thuế.
"""


def test_a_list_is_work_unless_its_line_says_what_else_it_lists() -> None:
    (task,) = tasks(LIST)
    assert task.text == "Kết nối kho dữ liệu hợp tác xã với cổng thuế"
    assert (task.mandate, task.deadline) == ("2074/QĐ-TTg", "2026")


def test_a_time_alone_opens_a_plan_below_whatever_the_line_above_lists() -> None:
    page = LIST.replace("Lộ trình theo", "Mục tiêu theo")
    assert [task.deadline for task in tasks(page)] == ["2026"]


def test_verbs_that_fold_like_particles_are_duties() -> None:
    page = PAGE.replace("- Bộ Công an tổng hợp", "- Bộ Nội vụ cung cấp chữ ký số.\n- Bộ Công an tổng hợp")
    assert "cung cấp chữ ký số" in [task.text for task in tasks(page)]
