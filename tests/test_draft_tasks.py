"""What a draft provides, as the news reports it clause by clause; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes


def facts(text: str) -> Facts:
    return extract(read_bytes(f"Tin về chuyển đổi số\n15/05/2026 08:30\n{text}".encode(), "thu.txt"))


Duty = tuple[str, list[str]]
CAMERA = "Sở Tư pháp tỉnh Nam Định đăng tải dự thảo Quyết định ban hành Quy chế quản lý camera công cộng. "
RECORDS = "Bộ Y tế vừa công bố dự thảo Thông tư quy định về hồ sơ bệnh án điện tử. "
INVOICES = "Bộ Tài chính lấy ý kiến dự thảo Nghị định về hóa đơn điện tử. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the word alone, and each clause with a body of its own
        (
            f"{CAMERA}Dự thảo quy định Công an tỉnh quản lý tài khoản truy cập; Sở Xây dựng rà soát vị trí lắp đặt.",
            [
                ("quản lý tài khoản truy cập", ["Công an tỉnh Nam Định"]),
                ("rà soát vị trí lắp đặt", ["Sở Xây dựng"]),
            ],
        ),
        (
            f"{RECORDS}Theo dự thảo, bệnh viện hạng I phải hoàn thành liên thông dữ liệu. Sở Y tế kiểm tra hằng quý.",
            [
                ("hoàn thành liên thông dữ liệu", ["bệnh viện hạng I"]),
                ("kiểm tra hằng quý", ["Sở Y tế"]),
            ],
        ),
        # a section of it, whose words name who has to do all that follows
        (
            f"{INVOICES}Dự thảo gồm 5 chương. Điều 9 đặt ra trách nhiệm đối với Cục Thuế: công khai danh sách rủi ro;"
            " công bố biểu mẫu mới.",
            [
                ("công khai danh sách rủi ro", ["Cục Thuế"]),
                ("công bố biểu mẫu mới", ["Cục Thuế"]),
            ],
        ),
        # a sentence ends behind the number of a chapter
        (
            f"{INVOICES}Trách nhiệm của các cơ quan được nêu tại Chương III. Cụ thể, Cục Thuế vận hành cổng tra cứu.",
            [("vận hành cổng tra cứu", ["Cục Thuế"])],
        ),
        # those who wrote it have duties too
        (
            f"{INVOICES}Dự thảo quy định trách nhiệm của các bên. Bộ Tài chính công bố danh sách sàn vi phạm hằng quý.",
            [("công bố danh sách sàn vi phạm hằng quý", ["Bộ Tài chính"])],
        ),
        (
            f"{INVOICES}Khoản 2 Điều 8 dự thảo quy định cơ quan thuế có trách nhiệm công bố doanh thu hằng quý.",
            [("công bố doanh thu hằng quý", ["cơ quan thuế"])],
        ),
        # what nobody may do
        (
            f"{INVOICES}Cũng tại Điều 7, phần mềm do Bộ Tài chính công bố thì địa phương không được đầu tư trùng.",
            [("không được đầu tư trùng", ["địa phương"])],
        ),
        # the work first, then to whom the draft gives it
        (
            f"{INVOICES}Việc đối soát định danh, dự thảo giao Bộ Công an thực hiện hằng tháng, Cục Thuế kiểm tra mẫu.",
            [
                (
                    "Việc đối soát định danh, dự thảo giao Bộ Công an thực hiện hằng tháng",
                    ["Bộ Công an"],
                ),
                ("kiểm tra mẫu", ["Cục Thuế"]),
            ],
        ),
    ],
)
def test_what_a_draft_provides(text: str, expected: list[Duty]) -> None:
    found = facts(text)
    (draft,) = [document.id for document in found.documents if document.status == "draft"]
    told = [task for task in found.tasks if task.status is None]
    assert [(task.text, list(task.assignees)) for task in told] == expected
    assert {task.mandate for task in told} == {draft}


@pytest.mark.parametrize(
    "text",
    [
        # how it stands, what is said of it, what its writers do meanwhile
        f"{RECORDS}Dự thảo đang được Bộ Khoa học và Công nghệ góp ý. Bộ Tư pháp cho rằng dự thảo còn chung chung.",
        f"{RECORDS}Dự thảo gồm 5 chương. Bộ Y tế có thể tổ chức hội thảo. Hiện nay Bộ Công an quản lý kho căn cước.",
        # how many chapters it has, what others do or think
        f"{RECORDS}Dự thảo gồm 5 chương. Bộ Tài chính quản lý quỹ bảo hiểm y tế.",
        f"{RECORDS}Theo dự thảo, hồ sơ giấy bị bãi bỏ. Đại biểu Trần Văn Thân lo ngại bệnh viện phải thêm chi phí.",
        # no draft is named
        "Dự thảo gồm 5 chương. Theo dự thảo, Cục Thuế quản lý kho hóa đơn.",
    ],
)
def test_what_it_does_not(text: str) -> None:
    assert [task.mandate for task in facts(text).tasks if task.mandate] == []


def test_work_given_behind_its_name() -> None:
    (task,) = facts(
        "Thứ trưởng Bộ Tài chính Nguyễn Đức Chi kết luận cuộc họp. Riêng việc hướng dẫn giá thuê máy chủ, Thứ trưởng"
        " giao Vụ Ngân sách nhà nước phối hợp với Bộ Khoa học và Công nghệ xử lý."
    ).tasks
    assert task.assignees == ("Vụ Ngân sách nhà nước",)
    assert task.cooperators == ("Bộ Khoa học và Công nghệ",)
    assert task.directed_by == "Nguyễn Đức Chi"
    assert task.text.startswith("việc hướng dẫn giá thuê máy chủ")


QUESTIONS = """Hỏi đáp: Đổi giấy phép lái xe theo Nghị định 12 thế nào?

Nghị định số 12/2025/NĐ-CP ngày 05/3/2025 của Chính phủ có hiệu lực từ ngày 20/4/2025. Luật sư trả lời bạn đọc.

Tôi nộp ở tỉnh khác được không?

Được. Các sở có trách nhiệm công bố danh mục nơi nhận. Phòng Cảnh sát giao thông niêm yết tại trụ sở.

Hồ sơ bị mất thì sao?

Chậm nhất hai ngày sau khi được báo, bên tiếp nhận phải gửi thông báo kèm ngày hẹn mới.

Ai kiểm tra việc này?

Bộ Công an giúp Chính phủ theo dõi. Theo Thông tư số 7/2024/TT-BTC ngày 2/2/2024, Bộ Tài chính quản lý phí.
"""


def test_the_answers_of_a_page_are_of_the_document_that_its_title_names() -> None:
    found = extract(read_bytes(QUESTIONS.encode(), "hoi.txt")).tasks
    assert [(task.text, task.assignees, task.mandate) for task in found] == [
        ("công bố danh mục nơi nhận", ("Các sở",), "12/2025/NĐ-CP"),
        ("niêm yết tại trụ sở", ("Phòng Cảnh sát giao thông",), "12/2025/NĐ-CP"),
        ("gửi thông báo kèm ngày hẹn mới", ("bên tiếp nhận",), "12/2025/NĐ-CP"),
        ("giúp Chính phủ theo dõi", ("Bộ Công an",), "12/2025/NĐ-CP"),
        ("quản lý phí", ("Bộ Tài chính",), "07/2024/TT-BTC"),
    ]
