"""By when a task is due and on whose word, wherever its sentence says so."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

HEAD = "Tỉnh đôn đốc chuyển đổi số\n(Ngày 12/9/2024)\n"


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes((HEAD + text + "\n").encode(), "thu.txt")).tasks


BETWEEN = [  # the time stands between the order and who has to act, with or without commas
    ("Chủ tịch UBND tỉnh yêu cầu từ nay đến hết tháng 10 các xã hoàn tất số hóa sổ hộ tịch.", "các xã", "2024-10"),
    (
        "Chủ tịch UBND tỉnh yêu cầu, chậm nhất ngày 15/10, các sở phải nộp báo cáo.",
        "các sở",
        "2024-10-15",
    ),
    ("Chủ tịch UBND tỉnh yêu cầu trong tháng 10 Sở Y tế trình phương án thuê máy chủ.", "Sở Y tế", "2024-10"),
    ("Thủ tướng đề nghị ngay trong tuần tới Bộ Công Thương trình phương án giá.", "Bộ Công Thương", None),
    ("Chủ tịch UBND tỉnh yêu cầu trong quý IV hoàn thành việc sắp xếp lại các trang tin.", None, "2024-Q4"),
]


@pytest.mark.parametrize(("text", "who", "due"), BETWEEN)
def test_a_time_between_an_order_and_who_acts(text: str, who: str | None, due: str | None) -> None:
    (task,) = tasks(text)
    assert (task.assignees, task.deadline) == ((who,) if who else (), due)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sở Xây dựng phải công khai quy hoạch theo chỉ đạo của Chủ tịch UBND tỉnh Trần Văn Bình.", "Trần Văn Bình"),
        ("Cục Thuế đang hoàn thiện cổng hóa đơn theo yêu cầu của Bộ Tài chính.", "Bộ Tài chính"),
    ],
)
def test_on_whose_word_at_the_end(text: str, who: str) -> None:
    assert [task.directed_by for task in tasks(text)] == [who]


def test_the_line_above_a_list_gives_its_time() -> None:
    lead = "UBND tỉnh yêu cầu hoàn thành các nhiệm vụ sau trước ngày 30/11:"
    text = f"{lead}\n- Sở Y tế kết nối giấy chứng sinh;\n- Sở Tư pháp số hóa sổ hộ tịch."
    assert [(task.assignees, task.deadline) for task in tasks(text)] == [
        (("Sở Y tế",), "2024-11-30"),
        (("Sở Tư pháp",), "2024-11-30"),
    ]


def test_the_day_from_which_is_no_deadline() -> None:
    (task,) = tasks("Thủ tướng yêu cầu Bộ Y tế gửi danh sách các trạm trong vòng 10 ngày, kể từ ngày 12/9.")
    assert task.deadline is None
