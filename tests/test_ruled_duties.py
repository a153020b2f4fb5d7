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
            "Thông tư 16/2025/TT-BNNMT yêu cầu tổ chức, cá nhân nuôi tôm phải kê khai diện tích trên cổng dịch vụ.",
            "tổ chức, cá nhân nuôi tôm",
            "kê khai diện tích trên cổng dịch vụ",
            "16/2025/TT-BNNMT",
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
        f"{when}, Ủy ban nhân dân thành phố Hà Nội khai trương kho dữ liệu mở."
    )
    assert [task.text for task in found] == ["đẩy nhanh việc tạo lập dữ liệu"]


@pytest.mark.parametrize(
    ("text", "who", "due", "status"),
    [
        ("Đề án phải được Bộ Y tế trình trước ngày 15/12.", "Bộ Y tế", "2025-12-15", None),
        ("Đến 30/6/2026, kho dữ liệu bệnh án phải được Bộ Y tế hoàn thành.", "Bộ Y tế", "2026-06-30", None),
        ("Đề án sẽ được Bộ Y tế trình Chính phủ trong tháng 12.", "Bộ Y tế", "2025-12", "planned"),
        ("Các kho dữ liệu cần được các sở rà soát xong trong quý I/2026.", "các sở", "2026-Q1", None),
    ],
)
def test_a_thing_is_worked_on_by_a_body_that_is_named(text: str, who: str, due: str, status: str | None) -> None:
    (task,) = tasks_of(text)
    assert (task.assignees, task.deadline, task.status) == ((who,), due, status)
    assert task.deliverable in (None, "Đề án", "kho dữ liệu bệnh án")


@pytest.mark.parametrize(
    "text",
    [
        "Dự án phải được Ủy ban nhân dân tỉnh chấp thuận trước khi thi công.",  # on what condition
        "Người dân sẽ được Bộ Y tế hỗ trợ miễn phí.",  # who gains by it
        "Trạm y tế đang được các sở khai thác dữ liệu.",  # how things are
    ],
)
def test_what_only_names_who_does_something(text: str) -> None:
    assert tasks_of(text) == ()


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "Kế hoạch 77/KH-UBND phân công: Sở Y tế xây dựng kho dữ liệu; Sở Nội vụ tuyển kỹ sư; các xã cử người học.",
            [("Sở Y tế", "xây dựng kho dữ liệu"), ("Sở Nội vụ", "tuyển kỹ sư"), ("các xã", "cử người học")],
        ),
        (
            "UBND tỉnh yêu cầu Sở Y tế rà soát nhân lực, Sở Nội vụ tuyển kỹ sư, Công an tỉnh cấp tài khoản.",
            [("Sở Y tế", "rà soát nhân lực"), ("Sở Nội vụ", "tuyển kỹ sư"), ("Công an tỉnh", "cấp tài khoản")],
        ),
        # with whom it is done, not who does more
        (
            "Bộ Y tế giao các vụ phối hợp với Sở Nội vụ, Sở Tài chính tuyển kỹ sư.",
            [("các vụ", "phối hợp với Sở Nội vụ, Sở Tài chính tuyển kỹ sư")],
        ),
        (
            "Bộ Y tế yêu cầu các vụ gửi số liệu cho Sở Nội vụ, Sở Tài chính trước ngày 5 hằng tháng.",
            [("các vụ", "gửi số liệu cho Sở Nội vụ, Sở Tài chính trước ngày 5 hằng tháng")],
        ),
    ],
)
def test_a_further_body_does_what_follows_by_whatever_verb(text: str, given: list[tuple[str, str]]) -> None:
    assert [(*task.assignees, task.text) for task in tasks_of(text)] == given


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 71/NQ-CP nêu rõ Bộ Y tế có trách nhiệm hoàn thành kho dữ liệu bệnh án.",
        "Nghị quyết 71/NQ-CP xác định Bộ Y tế là cơ quan chủ trì xây dựng kho dữ liệu bệnh án.",
        "Nghị quyết 71/NQ-CP quy định Bộ Y tế được giao xây dựng kho dữ liệu bệnh án.",
        "Nghị quyết 71/NQ-CP giao trách nhiệm cho Bộ Y tế xây dựng kho dữ liệu bệnh án.",
        "Theo phân công tại Nghị quyết 71/NQ-CP, Bộ Y tế xây dựng kho dữ liệu bệnh án.",
    ],
)
def test_the_document_that_says_whose_a_task_is_mandates_it(text: str) -> None:
    assert [(task.assignees, task.mandate) for task in tasks_of(text)] == [(("Bộ Y tế",), "71/NQ-CP")]


def test_a_post_before_a_quotation_speaks() -> None:
    (task,) = tasks_of('Phó Thủ tướng: "Bộ Y tế phải xong kho dữ liệu trong tháng 12".')
    assert task.directed_by == "Phó Thủ tướng Chính phủ"


def test_a_branch_acts_behind_a_time() -> None:
    (task,) = tasks_of("Thời gian tới, ngành y tế tiếp tục hoàn thiện kho dữ liệu bệnh án.")
    assert (task.assignees, task.status) == (("ngành y tế",), "planned")


def test_who_issues_a_plan_directs_what_it_gives() -> None:
    (task,) = tasks_of("UBND tỉnh Lào Cai vừa ban hành Kế hoạch số 102/KH-UBND, trong đó giao Sở Y tế lập kho dữ liệu.")
    assert (task.mandate, task.directed_by) == ("102/KH-UBND", "Ủy ban nhân dân tỉnh Lào Cai")


def test_tasks_are_counted_in_a_row() -> None:
    found = tasks_of(
        "Thủ tướng nhấn mạnh 3 nhiệm vụ: một là hoàn thiện thể chế, hai là phát triển hạ tầng số, ba là đào tạo kỹ sư."
    )
    assert [task.text for task in found] == ["hoàn thiện thể chế", "phát triển hạ tầng số", "đào tạo kỹ sư"]


def test_what_is_demanded_of_a_body_is_its_task() -> None:
    (task,) = tasks_of("Yêu cầu đặt ra đối với Bộ Tài chính là hoàn thành cơ sở dữ liệu đất đai trong năm 2025.")
    assert (task.assignees, task.deadline) == (("Bộ Tài chính",), "2025")


def test_a_task_that_is_only_named_by_where_it_was_given_is_none() -> None:
    assert tasks_of("Đây là nhiệm vụ được Thủ tướng giao Bộ Công an thực hiện tại Chỉ thị 07/CT-TTg.") == ()


@pytest.mark.parametrize(
    ("text", "mandate"),
    [
        (
            "Chính phủ ban hành Nghị quyết 214/NQ-CP về dữ liệu, trong đó Bộ Công an có trách nhiệm làm sạch dữ liệu.",
            "214/NQ-CP",
        ),
        ("Thủ tướng ký ban hành Công điện số 90/CĐ-TTg yêu cầu các bộ, ngành đẩy nhanh giải ngân.", "90/CĐ-TTg"),
        ("Sau khi có Quyết định 142/QĐ-TTg, Bộ Y tế yêu cầu các sở lập kế hoạch dữ liệu.", None),
    ],
)
def test_the_document_whose_issue_is_told_mandates(text: str, mandate: str | None) -> None:
    assert [task.mandate for task in tasks_of(text)] == [mandate]


def test_how_many_tasks_are_given_is_no_task() -> None:
    assert tasks_of("Nghị quyết giao Bộ Nội vụ 12 nhiệm vụ, Bộ Tư pháp 8 nhiệm vụ.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Xây dựng chậm trình Nghị định về dữ liệu nhà ở 45 ngày so với thời hạn được giao.",
        "Bộ Xây dựng chậm ban hành thông tư hướng dẫn về nhà ở 2 tháng.",
    ],
)
def test_how_late_a_document_is_is_no_part_of_its_name(text: str) -> None:
    found = extract(read_bytes(f"Tin về dữ liệu\n28/11/2025\n{text}\n".encode(), "tin.txt"))
    assert [(task.assignees, task.status) for task in found.tasks] == [(("Bộ Xây dựng",), "overdue")]
    assert all("nhà ở" in document.id and not document.id[-1].isdigit() for document in found.documents)
    assert not any(word in document.id for document in found.documents for word in ("ngày", "tháng"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nhiệm vụ mà Thủ tướng giao Bộ Y tế là hoàn thành kho dữ liệu.", ("Bộ Y tế",)),
        ("Thủ tướng giao Bộ trưởng các Bộ Y tế, Nội vụ hoàn thành kho dữ liệu.", ("Bộ Y tế", "Bộ Nội vụ")),
    ],
)
def test_whose_the_work_is_by_a_noun_or_by_the_heads_of_several(text: str, who: tuple[str, ...]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks_of(text)] == [
        ("hoàn thành kho dữ liệu", who, "Thủ tướng Chính phủ")
    ]
