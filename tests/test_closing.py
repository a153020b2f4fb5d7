"""Who does the work and by when, in brackets behind it, in the line above it, between its bearer and its verb."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def plan(body: str) -> tuple[Task, ...]:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 77/KH-UBND\n"
        f"Hà Nam, ngày 21 tháng 11 năm 2025\nKẾ HOẠCH\nVề dữ liệu cây xanh đô thị\nI. NHIỆM VỤ\n{body}\n"
    )
    return extract(read_bytes(text.encode(), "ke-hoach.txt")).tasks


def said(task: Task) -> tuple[str, list[str], list[str], str | None]:
    def names(found: tuple[str, ...]) -> list[str]:
        return [name.replace("Ủy ban nhân dân", "UBND").removesuffix(" tỉnh Hà Nam") for name in found]

    return task.text, names(task.assignees), names(task.cooperators), task.deadline or task.recurrence


@pytest.mark.parametrize(
    ("item", "work", "who", "beside", "due"),
    [
        (
            "Lập hồ sơ cây cổ thụ, gắn mã tra cứu (Sở Xây dựng chủ trì, phối hợp với Sở Tư pháp và UBND các huyện thực "
            "hiện, hoàn thành trong quý II/2026).",
            "Lập hồ sơ cây cổ thụ, gắn mã tra cứu", ["Sở Xây dựng"], ["Sở Tư pháp", "UBND các huyện"], "2026-Q2",
        ),
        (
            "Mở cổng tra cứu cây xanh (Sở Xây dựng phối hợp với UBND các xã thực hiện thường xuyên).",
            "Mở cổng tra cứu cây xanh", ["Sở Xây dựng"], ["UBND các xã"], "thường xuyên",
        ),
        (
            "Rà soát quy trình cấp phép chặt cây (Sở Nội vụ chủ trì, phối hợp Sở Y tế và các sở, ngành liên quan).",
            "Rà soát quy trình cấp phép chặt cây", ["Sở Nội vụ"], ["Sở Y tế", "các sở, ngành liên quan"], None,
        ),
        (
            "Số hóa bản đồ cây xanh (giao Sở Xây dựng chủ trì, UBND các huyện phối hợp; hoàn thành quý I/2026).",
            "Số hóa bản đồ cây xanh", ["Sở Xây dựng"], ["UBND các huyện"], "2026-Q1",
        ),
        (
            "Ban hành quy chế cập nhật hồ sơ cây (xong trước 30/12/2025);",
            "Ban hành quy chế cập nhật hồ sơ cây", [], [], "2025-12-30",
        ),
        ("Tổ chức tập huấn cho cán bộ xã (tháng 6 năm 2026).", "Tổ chức tập huấn cho cán bộ xã", [], [], "2026-06"),
        ("Lập đề án vườn ươm (Sở Xây dựng, quý I/2026).", "Lập đề án vườn ươm", ["Sở Xây dựng"], [], "2026-Q1"),
        (
            "Kiểm tra hồ sơ cây (Sở Y tế, Sở Nội vụ; hằng năm).",
            "Kiểm tra hồ sơ cây", ["Sở Y tế", "Sở Nội vụ"], [], "hằng năm",
        ),
        (
            "Kiểm tra tán cây bằng máy bay (thí điểm tại 3 phường).",
            "Kiểm tra tán cây bằng máy bay (thí điểm tại 3 phường)", [], [], None,
        ),
        (
            "Xây dựng kho dữ liệu cây (tổng mức dự kiến 86 tỷ đồng) trong tháng 12/2025.",
            "Xây dựng kho dữ liệu cây (tổng mức dự kiến 86 tỷ đồng) trong tháng 12/2025", [], [], "2025-12",
        ),
    ],
)  # fmt: skip
def test_closing_brackets_say_who_and_when(
    item: str, work: str, who: list[str], beside: list[str], due: str | None
) -> None:
    (task,) = plan(f"a) {item}")
    assert said(task) == (work, who, beside, due)


@pytest.mark.parametrize(
    ("item", "work", "who", "beside", "due"),
    [
        # a sentence of its own: to whom the result goes, who helps
        (
            "Nghiên cứu, đề xuất cơ chế thuê dữ liệu cây. Sở Xây dựng chủ trì, trình UBND tỉnh trong quý II/2026.",
            "Nghiên cứu, đề xuất cơ chế thuê dữ liệu cây", ["Sở Xây dựng"], [], "2026-Q2",
        ),
        (
            "Xây dựng quy chế chăm cây. Sở Nội vụ chủ trì, phối hợp với Sở Y tế thực hiện, hoàn thành trong năm 2026.",
            "Xây dựng quy chế chăm cây", ["Sở Nội vụ"], ["Sở Y tế"], "2026",
        ),
        ("Lập kho ảnh cây di sản. Giao Sở Xây dựng chủ trì.", "Lập kho ảnh cây di sản", ["Sở Xây dựng"], [], None),
        (
            "Xây dựng bản đồ vườn ươm. Nhiệm vụ này do Sở Xây dựng chủ trì, thời hạn quý IV/2026.",
            "Xây dựng bản đồ vườn ươm", ["Sở Xây dựng"], [], "2026-Q4",
        ),
        (
            "Xây dựng bản đồ vườn ươm. Cơ quan chủ trì là Sở Xây dựng.",
            "Xây dựng bản đồ vườn ươm", ["Sở Xây dựng"], [], None,
        ),
        # behind a semicolon
        (
            "Nâng cấp cổng tra cứu cây; Sở Xây dựng chủ trì, hoàn thành trong quý I/2026.",
            "Nâng cấp cổng tra cứu cây", ["Sở Xây dựng"], [], "2026-Q1",
        ),
    ],
)  # fmt: skip
def test_a_last_clause_says_who_and_when(
    item: str, work: str, who: list[str], beside: list[str], due: str | None
) -> None:
    (task,) = plan(f"a) {item}")
    assert said(task) == (work, who, beside, due)


def test_a_last_clause_with_work_of_its_own_is_a_task() -> None:
    # another's work; an item that names its own doer
    first, second = plan("a) Xây dựng bản đồ cây. Sở Xây dựng chủ trì, phối hợp với Sở Y tế lập kho ảnh cây di sản.")
    assert (first.assignees, second.assignees) == ((), ("Sở Xây dựng",))
    own = plan("a) Sở Y tế xây dựng bản đồ cây thuốc. Sở Nội vụ chủ trì, hoàn thành trong năm 2026.")
    assert own[0].assignees == ("Sở Y tế",)


def test_brackets_within_an_item_are_of_the_piece_before_them() -> None:
    found = plan(
        "a) Xây dựng bản đồ cây xanh (giao Sở Y tế thực hiện trong quý III/2026); nâng cấp kho dữ liệu cây (Sở Nội vụ)."
    )
    assert [said(task) for task in found] == [
        ("Xây dựng bản đồ cây xanh", ["Sở Y tế"], [], "2026-Q3"),
        ("nâng cấp kho dữ liệu cây (Sở Nội vụ)", [], [], None),  # a name alone may be of the thing
    ]


@pytest.mark.parametrize(
    ("line", "who", "beside"),
    [
        ("Sở Xây dựng chủ trì, phối hợp với Sở Y tế, Sở Nội vụ:", ["Sở Xây dựng"], ["Sở Y tế", "Sở Nội vụ"]),
        ("Giao Sở Tư pháp chủ trì, phối hợp với Sở Y tế:", ["Sở Tư pháp"], ["Sở Y tế"]),
        ("Sở Nội vụ phối hợp Sở Tư pháp:", ["Sở Nội vụ"], ["Sở Tư pháp"]),
        (
            "Giao Sở Y tế làm đầu mối, phối hợp chặt chẽ với Sở Tư pháp và UBND các xã:",
            ["Sở Y tế"],
            ["Sở Tư pháp", "UBND các xã"],
        ),
        ("Sở Tài chính:", ["Sở Tài chính"], []),
    ],
)
def test_a_line_gives_its_list_a_lead_and_those_beside_it(line: str, who: list[str], beside: list[str]) -> None:
    found = plan(f"1. {line}\na) Lập hồ sơ cây cổ thụ;\nb) Công an tỉnh kiểm tra hồ sơ cây.")
    assert [said(task)[1:3] for task in found] == [(who, beside), (["Công an"], [])]


@pytest.mark.parametrize(
    "item",
    [
        "Sở Nội vụ căn cứ Kế hoạch này lập danh sách cây quý.",
        "Sở Nội vụ, trên cơ sở đề xuất của UBND các xã, lập danh sách cây quý.",
        "Sở Nội vụ căn cứ tình hình thực tế lập danh sách cây quý.",
        "Sở Nội vụ bám sát Quyết định số 12/QĐ-TTg ngày 03/01/2025 của Thủ tướng Chính phủ lập danh sách cây quý.",
        "Sở Nội vụ trên cơ sở đề nghị của Sở Y tế lập danh sách cây quý.",
        "Trên cơ sở kết quả rà soát, Sở Nội vụ lập danh sách cây quý.",
    ],
)
def test_the_ground_may_stand_between_a_bearer_and_its_work(item: str) -> None:
    assert [said(task)[:2] for task in plan(f"1. {item}")] == [("lập danh sách cây quý", ["Sở Nội vụ"])]


@pytest.mark.parametrize("heading", ["PHẦN II. CHỈ TIÊU NĂM 2026", "Mục 2. Một số chỉ tiêu", "II. CÁC CHỈ TIÊU CỤ THỂ"])
def test_what_stands_below_a_heading_of_targets_is_no_task(heading: str) -> None:
    found = plan(f"1. Lập hồ sơ cây cổ thụ.\n{heading}\n+ 85% xã có hồ sơ cây.\n+ Mỗi xã trồng ít nhất 200 cây xanh.")
    assert [task.text for task in found] == ["Lập hồ sơ cây cổ thụ"]


def test_to_report_is_work_where_it_opens_a_clause() -> None:
    found = plan(
        "1. Sở Y tế:\n- Lập hồ sơ cây cổ thụ; báo cáo giải trình nguyên nhân chậm, gửi Sở Nội vụ trước 28/11/2025."
    )
    assert [said(task)[0] for task in found] == [
        "Lập hồ sơ cây cổ thụ",
        "báo cáo giải trình nguyên nhân chậm, gửi Sở Nội vụ trước 28/11/2025",
    ]


def test_a_month_without_its_year_in_brackets_is_ahead() -> None:
    (task,) = plan("a) Tổ chức hai đợt trồng cây (Sở Xây dựng chủ trì; đợt 1 trong tháng 2, đợt 2 trong tháng 8).")
    assert said(task)[3] == "2026-08"
