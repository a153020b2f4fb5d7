"""Texts that the news reports without their number, and what they order; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Chuyện số hóa ở tỉnh\n\n{text}".encode(), "thu.txt")).tasks


TOLD = [
    (  # a letter, what it wants first, who does what beside whom
        "UBND tỉnh Hưng Yên vừa có văn bản gửi các sở về việc bàn giao thiết bị tin học. Trước hết yêu cầu bảo đảm "
        "đường truyền thông suốt tại trụ sở mới.\n\n"
        "Cụ thể, Sở Nội vụ cấp tài khoản cho cán bộ xã, trong khi Sở Tài chính bố trí kinh phí mua máy quét.",
        [
            ((), "Ủy ban nhân dân tỉnh Hưng Yên"),
            (("Sở Nội vụ",), "Ủy ban nhân dân tỉnh Hưng Yên"),
            (("Sở Tài chính",), "Ủy ban nhân dân tỉnh Hưng Yên"),
        ],
    ),
    (  # who signs acts for the body; the next sentence needs no "theo đó"
        "Phó Chủ tịch UBND thành phố Hải Phòng Nguyễn Đức Thọ vừa ký công văn tăng cường bảo mật. Theo đó, Công an "
        "thành phố rà quét lỗ hổng của các cổng thông tin. Sở Tài chính cân đối ngân sách cho việc này.",
        [
            (("Công an thành phố Hải Phòng",), "Ủy ban nhân dân thành phố Hải Phòng"),
            (("Sở Tài chính",), "Ủy ban nhân dân thành phố Hải Phòng"),
        ],
    ),
    (  # a plan without a number; work without a subject
        "UBND huyện Kim Động đã ban hành kế hoạch triển khai dữ liệu đất đai. Lập bản đồ số cho 17 xã và thị trấn.",
        [((), "Ủy ban nhân dân huyện Kim Động")],
    ),
    (  # an office's notice of what a leader concluded
        "Văn phòng Chính phủ vừa phát đi thông báo kết luận của Phó Thủ tướng Lê Văn Hòa. Theo đó, Bộ Công an hoàn "
        "thiện quy trình cấp tài khoản.",
        [(("Bộ Công an",), "Lê Văn Hòa")],
    ),
    (  # what a modal leaves unsaid
        "Bộ Y tế mới có công văn hướng dẫn bệnh án điện tử. Ngoài ra, cần kiểm tra hạ tầng của từng khoa.",
        [((), "Bộ Y tế")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_a_letter_orders(text: str, wanted: list[tuple[tuple[str, ...], str]]) -> None:
    assert [(task.assignees, task.directed_by) for task in tasks(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        # what was done, and how well
        "Bộ Y tế đã có công văn về bệnh án điện tử. Trong quý I, Sở Y tế Nghệ An thực hiện tốt việc nối mạng.",
        "UBND tỉnh Hưng Yên vừa ban hành kế hoạch về dữ liệu. Quý II, Sở Nội vụ vận hành hiệu quả cổng cán bộ.",
        # who asks a superior orders nothing
        "Sở Y tế vừa có văn bản xin ý kiến UBND tỉnh. Bệnh viện Bạch Mai vận hành kho phim từ lâu.",
        # what the body itself does is told, not ordered
        "Bộ Y tế vừa có công văn về thuốc giả. Bộ Y tế tổ chức họp báo tại Hà Nội.",
    ],
)
def test_what_is_no_order_of_a_letter(text: str) -> None:
    assert tasks(text) == ()


@pytest.mark.parametrize(
    "due",
    [
        "Những việc trên phải xong trước ngày 15/9/2027.",
        "Các phần việc này cần hoàn thành trước ngày 15/9/2027.",
        "Toàn bộ công việc nêu trên phải được hoàn tất trước ngày 15/9/2027.",
        "Tất cả các nội dung này hoàn thành trước ngày 15/9/2027.",
        "Yêu cầu nói trên được thực hiện xong trước ngày 15/9/2027.",
    ],
)
def test_a_sentence_that_dates_all_the_work_before(due: str) -> None:
    found = tasks(
        "Bộ Nội vụ yêu cầu Sở Nội vụ các tỉnh cập nhật hồ sơ cán bộ. Cục Văn thư và Lưu trữ nhà nước cần kiểm tra kho "
        f"dữ liệu. {due}"
    )
    assert [task.deadline for task in found] == ["2027-09-15", "2027-09-15"]


def test_what_a_letter_orders_may_open_with_in_particular() -> None:
    text = "UBND tỉnh Hà Nam vừa có văn bản chỉ đạo về an toàn thông tin. Cụ thể, Sở Y tế rà soát các máy chủ."
    (task,) = extract(read_bytes(text.encode(), "bai.txt")).tasks
    assert (task.assignees, task.directed_by) == (("Sở Y tế",), "Ủy ban nhân dân tỉnh Hà Nam")
