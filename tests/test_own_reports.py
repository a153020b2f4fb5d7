"""What a report on its author's own tasks lists as done, under way or late, and what it only asks for."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def report(body: str) -> tuple[Task, ...]:
    text = (
        "BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 44/BC-BXD\n"
        f"Hà Nội, ngày 20 tháng 10 năm 2025\nBÁO CÁO\nKết quả thực hiện các nhiệm vụ được giao năm 2025\n{body}"
    )
    return extract(read_bytes(text.encode(), "bao-cao.txt")).tasks


LISTED = [
    ("đã hoàn thành", "Lập bản đồ hồ nước: đã trình Chính phủ tại Tờ trình số 9/TTr-BXD ngày 3/6/2025.", "done"),
    ("đã hoàn thành", "Lập bản đồ hồ nước (hoàn thành tháng 9/2025).", "done"),
    ("đã hoàn thành", "Lập bản đồ hồ nước; đã bàn giao cho các thôn.", "done"),
    ("đang thực hiện", "Lập bản đồ hồ nước: đạt 60% khối lượng.", "in-progress"),
    ("quá hạn", "Lập bản đồ hồ nước: Viện Quy hoạch chậm ký hợp đồng.", "overdue"),
]


@pytest.mark.parametrize(("standing", "entry", "status"), LISTED)
def test_an_entry_of_listed_work_is_a_task_without_a_name(standing: str, entry: str, status: str) -> None:
    (task,) = report(f"I. KẾT QUẢ\na) Nhiệm vụ {standing}:\n- {entry}\n- Nguyên nhân: thiếu kinh phí.\n")
    assert task.text.partition(": Viện")[0] == "Lập bản đồ hồ nước"
    assert (task.status, task.mandate, task.status_date) == (status, None, "2025-10-20")


def test_finished_work_that_no_line_calls_a_task_is_none() -> None:
    assert report("I. KẾT QUẢ\n1. Về hạ tầng\n- Lập bản đồ hồ nước: đã bàn giao cho các thôn.\n") == ()


def test_more_time_that_a_superior_is_asked_for_is_not_granted() -> None:
    asked = "Đề nghị Thủ tướng Chính phủ cho phép gia hạn thời gian ban hành Thông tư đến ngày 30/11/2025."
    granted = "Đồng ý cho Viện Quy hoạch gia hạn ban hành Thông tư đến ngày 30/11/2025."
    assert report(f"III. KIẾN NGHỊ\n1. {asked}\n") == ()
    (task,) = report(f"III. KẾT LUẬN\n1. {granted}\n")
    assert (task.text, task.status, task.deadline) == ("ban hành Thông tư", "extended", "2025-11-30")


def test_work_to_be_finished_is_no_label() -> None:
    found = report("II. NHIỆM VỤ QUÝ IV\n1. Nhiệm vụ về bản đồ\n- Hoàn thành bản đồ hồ nước: xong trước 30/11/2025.\n")
    assert [task.text for task in found] != ["Nhiệm vụ về bản đồ"]
