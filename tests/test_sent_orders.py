"""Orders that letters carry: who sends them, to whom, by which letter; also where an official text reports one."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


Row = tuple[str, tuple[str, ...], str | None, str | None]

SENT: list[tuple[str, Row]] = [
    (  # without its number
        "Bộ Nội vụ vừa có công văn gửi các bộ, ngành đề nghị rà soát vị trí việc làm số.",
        ("rà soát vị trí việc làm số", ("các bộ, ngành",), "Bộ Nội vụ", None),
    ),
    (
        "Cục Thuế đã gửi công văn tới các chi cục thuế khu vực, yêu cầu hoàn thành đối soát mã số thuế.",
        ("hoàn thành đối soát mã số thuế", ("các chi cục thuế khu vực",), "Cục Thuế", None),
    ),
    (  # with it
        "Ngày 5/3, Bộ Y tế có văn bản số 1200/BYT-CNTT gửi Sở Y tế các tỉnh yêu cầu khẩn trương số hóa bệnh án.",
        ("khẩn trương số hóa bệnh án", ("Sở Y tế các tỉnh",), "Bộ Y tế", "1200/BYT-CNTT"),
    ),
    (
        "Văn phòng Chính phủ có Công văn số 88/VPCP-KSTT gửi Bộ Tài chính, Bộ Công an, đề nghị chuẩn hóa mã hồ sơ.",
        ("chuẩn hóa mã hồ sơ", ("Bộ Tài chính", "Bộ Công an"), "Văn phòng Chính phủ", "88/VPCP-KSTT"),
    ),
    (
        "Thủ tướng vừa ký Công điện số 12/CĐ-TTg ngày 3/3/2027 gửi Bộ trưởng các bộ, Chủ tịch UBND các tỉnh yêu cầu "
        "tập trung xử lý tin nhắn lừa đảo.",
        (
            "tập trung xử lý tin nhắn lừa đảo",
            ("Bộ trưởng các bộ", "Chủ tịch UBND các tỉnh"),
            "Thủ tướng Chính phủ",
            "12/CĐ-TTg",
        ),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SENT)
def test_a_letter_and_what_it_asks(text: str, wanted: Row) -> None:
    (task,) = tasks(text)
    assert (task.text, task.assignees, task.directed_by, task.mandate) == wanted


PLAN = """ĐẢNG CỘNG SẢN VIỆT NAM

ĐẢNG ỦY BỘ Y TẾ

Số 120-KH/ĐU

Hà Nội, ngày 20 tháng 1 năm 2027

KẾ HOẠCH

triển khai Nghị quyết số 91-NQ/TW về dữ liệu quốc gia

Ngày 5/1/2027, Bộ Chính trị đã ban hành Nghị quyết số 91-NQ/TW, theo đó Bộ Chính trị giao Đảng ủy Bộ Y tế chỉ đạo \
hoàn thiện kho bệnh án.

Thực hiện chỉ đạo của Bộ Chính trị, Đảng ủy Bộ Y tế ban hành Kế hoạch như sau.

Thực hiện Công văn số 7-CV/TW, Đảng ủy Bộ Y tế đã rà soát các phòng máy.

I. NHIỆM VỤ

1. Vụ Pháp chế rà soát quy chế của các bệnh viện.

2. Kiến nghị Chính phủ bố trí 200 tỷ đồng.

3. Bãi bỏ Kế hoạch số 15-KH/ĐU ngày 3/2/2024.
"""


def test_whose_order_an_official_text_reports() -> None:
    assert [(task.text, task.assignees, task.directed_by, task.mandate) for task in tasks(PLAN)] == [
        ("chỉ đạo hoàn thiện kho bệnh án", ("Đảng ủy Bộ Y tế",), "Bộ Chính trị", "91-NQ/TW"),
        ("rà soát quy chế của các bệnh viện", ("Vụ Pháp chế",), "Đảng ủy Bộ Y tế", "120-KH/ĐU"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # a goal with its number, finished work that answers no task, a count of tasks
        "Mục tiêu là phục vụ người bệnh. Trong đó, 100% trạm y tế xã sẽ được trang bị máy siêu âm vào năm 2028.",
        "80% hộ kinh doanh sẽ dùng chữ ký số vào năm 2028.",
        "Đối với việc nối mạng kho sách, đến nay, tỉnh Hà Nam đã hoàn thành với 20 thư viện.",
        "Bộ Y tế được giao chủ trì thực hiện có hạn đến tháng 6 là 25 nhiệm vụ.",
    ],
)
def test_what_is_told_and_gives_no_task(text: str) -> None:
    assert not tasks(text)


BY_NOUN = [
    (  # by a noun only
        "Sở Tư pháp Hưng Yên vừa có văn bản gửi các phòng công chứng đề nghị rà soát hồ sơ còn tồn.",
        ("các phòng công chứng",),
        "Sở Tư pháp Hưng Yên",
        None,
    ),
    (  # by name, in a letter with its number
        "Bộ Y tế đã có Công văn số 512/BYT-K2ĐT gửi Sở Y tế Nghệ An đề nghị báo cáo việc nối mạng của các trạm.",
        ("Sở Y tế Nghệ An",),
        "Bộ Y tế",
        "512/BYT-K2ĐT",
    ),
    (  # the verb before the letter; "hàng không" denies nothing
        "Cục Hàng không Việt Nam gửi công văn tới các cảng hàng không yêu cầu thí điểm làn tự động.",
        ("các cảng hàng không",),
        "Cục Hàng không Việt Nam",
        None,
    ),
    (  # several
        "UBND tỉnh Hưng Yên ban hành công điện gửi Sở Y tế, Sở Tài chính yêu cầu kiểm tra máy chủ dự phòng.",
        ("Sở Y tế", "Sở Tài chính"),
        "Ủy ban nhân dân tỉnh Hưng Yên",
        None,
    ),
    (  # whom the verb itself names goes before
        "Bộ Y tế có thông báo gửi các tỉnh đề nghị Sở Y tế Nghệ An kiểm tra máy chủ dự phòng.",
        ("Sở Y tế Nghệ An",),
        "Bộ Y tế",
        None,
    ),
]


@pytest.mark.parametrize(("text", "who", "giver", "mandate"), BY_NOUN)
def test_whom_a_letter_tells_what_to_do(text: str, who: tuple[str, ...], giver: str, mandate: str | None) -> None:
    (task,) = tasks(text)
    assert (task.assignees, task.directed_by, task.mandate) == (who, giver, mandate)


def test_a_letter_to_a_superior_only_asks() -> None:
    assert tasks("UBND tỉnh Hưng Yên vừa có văn bản gửi Thủ tướng Chính phủ đề nghị bổ sung kinh phí số hóa.") == ()
