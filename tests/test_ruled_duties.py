"""Duties that a document lays on a kind of body or person, orders by two verbs, and where the words of work end."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks_of(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Tin về dữ liệu\n28/11/2025\n{text}\n".encode(), "tin.txt")).tasks


@pytest.mark.parametrize(
    ("text", "who", "work", "mandate"),
    [
        # the verb is in no table, the document says that it is a duty
        (
            "Theo Nghị định 70/2025/NĐ-CP, doanh nghiệp phải xuất hóa đơn điện tử từng lần bán.",
            "doanh nghiệp",
            "xuất hóa đơn điện tử từng lần bán",
            "70/2025/NĐ-CP",
        ),
        # which of them are meant
        (
            "Theo Nghị định 70/2025/NĐ-CP, doanh nghiệp bán lẻ xăng dầu phải xuất hóa đơn điện tử từng lần bán.",
            "doanh nghiệp bán lẻ xăng dầu",
            "xuất hóa đơn điện tử từng lần bán",
            "70/2025/NĐ-CP",
        ),
        (
            "Nghị định 70/2025/NĐ-CP quy định hộ kinh doanh có sạp ở chợ đầu mối phải dùng hóa đơn từ máy tính tiền.",
            "hộ kinh doanh có sạp ở chợ đầu mối",
            "dùng hóa đơn từ máy tính tiền",
            "70/2025/NĐ-CP",
        ),
        (
            "Theo Thông tư 20/2025/TT-NHNN, khách hàng mở tài khoản trực tuyến phải xác thực sinh trắc học.",
            "khách hàng mở tài khoản trực tuyến",
            "xác thực sinh trắc học",
            "20/2025/TT-NHNN",
        ),
        (
            "Luật Dữ liệu quy định chủ quản dữ liệu gốc phải cập nhật dữ liệu hằng ngày.",
            "chủ quản dữ liệu gốc",
            "cập nhật dữ liệu hằng ngày",
            "Luật Dữ liệu",
        ),
        (
            "Thông tư 23/2019/TT-BNNPTNT yêu cầu tổ chức, cá nhân nuôi tôm phải kê khai diện tích trên cổng dịch vụ.",
            "tổ chức, cá nhân nuôi tôm",
            "kê khai diện tích trên cổng dịch vụ",
            "23/2019/TT-BNNPTNT",
        ),
    ],
)
def test_a_document_rules_for_a_kind(text: str, who: str, work: str, mandate: str) -> None:
    assert [(task.assignees, task.text, task.mandate) for task in tasks_of(text)] == [((who,), work, mandate)]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định 70/2025/NĐ-CP, nhiều doanh nghiệp phải thay đổi cách làm.",  # how things are
        "Nghị định 70/2025/NĐ-CP khiến hộ kinh doanh phải chịu thêm chi phí.",
        "Theo ông An, doanh nghiệp bán lẻ phải đối mặt nhiều khó khăn.",
        "Nghị định 70/2025/NĐ-CP được ban hành khi người dân phải đi lại nhiều lần.",
    ],
)
def test_what_befalls_somebody_is_no_duty(text: str) -> None:
    assert tasks_of(text) == ()


@pytest.mark.parametrize(
    "verbs", ["chỉ đạo, giao", "chỉ đạo và giao", "đã quán triệt, yêu cầu", "cũng nhắc nhở, đề nghị"]
)
def test_one_giver_orders_by_two_verbs(verbs: str) -> None:
    found = tasks_of(f"Thủ tướng {verbs} Bộ Y tế xây dựng kho dữ liệu bệnh án.")
    assert [(task.text, task.assignees, task.directed_by) for task in found] == [
        ("xây dựng kho dữ liệu bệnh án", ("Bộ Y tế",), "Thủ tướng Chính phủ")
    ]


def test_who_is_told_to_hand_work_on_has_no_task_of_that() -> None:
    found = tasks_of(
        "Bộ Y tế đề nghị Ủy ban nhân dân các tỉnh chỉ đạo, giao Sở Y tế chủ trì xây dựng kho dữ liệu bệnh án."
    )
    assert [(task.text, task.assignees) for task in found] == [("chủ trì xây dựng kho dữ liệu bệnh án", ("Sở Y tế",))]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Bộ Y tế cần sớm ban hành hướng dẫn, theo Phó Thủ tướng Lê Thành Long.", "sớm ban hành hướng dẫn"),
        ("Bộ Y tế phải mở kho dữ liệu trong tháng 12, đây là nhiệm vụ trọng tâm.", "mở kho dữ liệu trong tháng 12"),
        ("Thủ tướng giao Bộ Y tế mở kho dữ liệu, coi đây là nhiệm vụ trọng tâm.", "mở kho dữ liệu"),
        ("Bộ Y tế đang mở kho dữ liệu; hơn 2 triệu người đã có sổ sức khỏe.", "mở kho dữ liệu"),
        ("Bộ Y tế đang mở kho dữ liệu, 12 tỉnh đã kết nối xong.", "mở kho dữ liệu"),
        ("Ngành y tế đang tích cực triển khai bệnh án điện tử.", "tích cực triển khai bệnh án điện tử"),
    ],
)
def test_where_the_words_of_work_end(text: str, work: str) -> None:
    assert [task.text for task in tasks_of(text)] == [work]


@pytest.mark.parametrize("when", ["Tại hội nghị", "Trong khuôn khổ sự kiện", "Sáng 28/6", "Chiều cùng ngày"])
def test_what_happens_at_a_meeting_is_no_order(when: str) -> None:
    found = tasks_of(
        "Thủ tướng Phạm Minh Chính yêu cầu Hà Nội đi đầu. Thành phố cũng cần đẩy nhanh việc tạo lập dữ liệu. "
        f"{when}, Ủy ban nhân dân thành phố Hà Nội công bố vận hành một số nền tảng."
    )
    assert [task.text for task in found] == ["đẩy nhanh việc tạo lập dữ liệu"]
