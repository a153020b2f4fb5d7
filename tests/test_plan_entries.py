"""Points, labels, brackets and groups in the entries of a plan: whose they are, and by when they are due."""

from __future__ import annotations

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def plan(body: str) -> tuple[Task, ...]:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 77/KH-UBND\n"
        f"Ninh Bình, ngày 04 tháng 8 năm 2025\nKẾ HOẠCH\nTrồng vườn thuốc nam\n{body}"
    )
    return extract(read_bytes(text.encode(), "ke-hoach.txt")).tasks


def test_letters_with_a_stroke_or_a_stop_open_points() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Trung tâm Y tế khu vực Tam Điệp\na/ Lập sổ theo dõi vườn thuốc;\n"
        "b/ Trình Sở trước ngày 20/8/2025.\n"
        "2. Sở Y tế\na. Rà soát vườn thuốc;\nb. Lập danh sách cây quý.\n"
    )
    assert [(task.text, task.assignees, task.provision) for task in found] == [
        ("Lập sổ theo dõi vườn thuốc", ("Trung tâm Y tế khu vực Tam Điệp",), "điểm a khoản 1 Mục I"),
        ("Trình Sở trước ngày 20/8/2025", ("Trung tâm Y tế khu vực Tam Điệp",), "điểm b khoản 1 Mục I"),
        ("Rà soát vườn thuốc", ("Sở Y tế",), "điểm a khoản 2 Mục I"),
        ("Lập danh sách cây quý", ("Sở Y tế",), "điểm b khoản 2 Mục I"),
    ]


def test_which_of_a_group_acts_is_told_behind_its_name() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Các bệnh viện công lập trên địa bàn tỉnh hoàn thành vườn thuốc trước ngày 30/9/2025.\n"
        "2. Các bệnh viện công lập là đối tượng áp dụng.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("hoàn thành vườn thuốc trước ngày 30/9/2025", ("Các bệnh viện công lập trên địa bàn tỉnh",))
    ]


def test_whose_a_body_is_stands_in_brackets_and_bears_nothing() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Cục Kiểm lâm (Bộ Nông nghiệp và Môi trường) và Sở Y tế có trách nhiệm thẩm định đề án.\n"
        "2. Các bộ (Bộ Y tế, Bộ Tài chính) rà soát kinh phí.\n"
    )
    assert found[0].assignees == ("Cục Kiểm lâm", "Sở Y tế")
    assert {"Bộ Y tế", "Bộ Tài chính"} & {*found[1].assignees} or found[1].assignees == ("Các bộ",)


def test_an_entry_with_a_label_gives_nothing_to_the_one_before_it() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Sở Y tế lập sổ vườn thuốc trước ngày 30/9/2025.\n"
        "2. Thời hạn báo cáo: 16 giờ thứ Sáu hằng tuần.\n"
    )
    assert [(task.text, task.deadline, task.recurrence) for task in found] == [
        ("lập sổ vườn thuốc trước ngày 30/9/2025", "2025-09-30", None)
    ]


def test_a_time_in_brackets_goes_before_that_of_the_part() -> None:
    found = plan("II. NHIỆM VỤ QUÝ IV/2025\n1. Mỗi trạm y tế lập 01 vườn thuốc (hoàn thành trước 20/10/2025).\n")
    assert [(task.text, task.deadline) for task in found] == [("lập 01 vườn thuốc", "2025-10-20")]
