"""Tasks as journalists report them: what is work, whose it is, and what is none; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


@pytest.mark.parametrize(
    "text",
    [
        # a name inside another noun phrase does nothing
        "Doanh thu của ASEAN sẽ tăng nhanh nhờ dịch vụ số.",
        "Nhiều cửa hàng không đăng ký tại Việt Nam đang cung cấp phim cho người xem trong nước.",
        "Khoản phí thuộc thẩm quyền của Bộ Tài chính sẽ giảm một nửa sau khi đổi cách tính.",
        # what can be reached is no work
        "Bộ Y tế sẽ tiết kiệm được hàng chục tỷ đồng tiền in phim X-quang.",
        "Với nền tảng này, tỉnh Thanh Hóa sẽ rút ngắn được thời gian trả kết quả.",
        "Không thể chắc rằng ngay năm đầu Bộ Tài chính sẽ triển khai đầy đủ ở mọi nơi.",
        # what something is for
        "Mức thu mới nhằm giảm giấy tờ, khuyến khích các doanh nghiệp nộp hồ sơ qua mạng.",
        # an opinion without anybody behind it
        "Bài toán còn dài. Cần phát triển thêm nhiều ứng dụng hữu ích.",
        # a clause that only tells which
        "Đó là một trong ba nhiệm vụ Bộ Nội vụ sẽ thực hiện trong quý tới.",
        # what a province, a firm or those without a name ask of their superiors, to the end of the request
        "Lãnh đạo Cần Thơ kiến nghị Thủ tướng chỉ đạo các bộ gỡ vướng về thuê mạng; Chính phủ sớm ra nghị định.",
        "Chủ tịch UBND tỉnh Hà Nam đề nghị Bộ Tài chính bố trí vốn cho trung tâm dữ liệu.",
        "Các doanh nghiệp đề xuất Chính phủ xây dựng khung thử nghiệm cho tài sản số.",
        "Nhiều địa phương kiến nghị Bộ Nội vụ cần xây dựng quy định về vị trí việc làm số.",
    ],
)
def test_what_is_no_task(text: str) -> None:
    assert not tasks(text)


WORK = [
    # a time to come before the verb, nobody named
    ("Theo lộ trình đã công bố, từ quý III/2026 sẽ cấp thẻ mới cho học sinh.", "cấp thẻ mới cho học sinh", ()),
    # a purpose that opens the sentence is no condition
    (
        "Để giảm giấy tờ, Bộ Nội vụ sẽ xây dựng kho hồ sơ điện tử cán bộ.",
        "xây dựng kho hồ sơ điện tử cán bộ",
        ("Bộ Nội vụ",),
    ),
    # a second verb of the same subject, which stands before what was said
    (
        "Giám đốc Sở Y tế cho biết Bộ Y tế đã mở kho dữ liệu tiêm chủng, sắp tới sẽ kết nối các trạm y tế xã.",
        "kết nối các trạm y tế xã",
        ("Bộ Y tế",),
    ),
    # work named by a noun
    (
        "Nhiệm vụ trọng tâm của Bộ Nội vụ trong năm tới là hoàn thiện cơ sở dữ liệu cán bộ.",
        "hoàn thiện cơ sở dữ liệu cán bộ",
        ("Bộ Nội vụ",),
    ),
    (
        "Thứ trưởng nhắc lại cam kết của Bộ Y tế là rà soát toàn bộ biểu mẫu đang dùng.",
        "rà soát toàn bộ biểu mẫu đang dùng",
        ("Bộ Y tế",),
    ),
    # work as the subject, carried out
    (
        "Sở Tài chính cho biết việc thu học phí sẽ thực hiện hoàn toàn qua ví điện tử.",
        "việc thu học phí sẽ thực hiện hoàn toàn qua ví điện tử",
        (),
    ),
]


@pytest.mark.parametrize(("text", "work", "who"), WORK, ids=[work for _, work, _ in WORK])
def test_work(text: str, work: str, who: tuple[str, ...]) -> None:
    assert [(task.text, task.assignees) for task in tasks(text) if task.text == work] == [(work, who)]


def test_announced_tasks_are_counted_off() -> None:
    found = tasks(
        "Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà cho biết có ba nhiệm vụ Bộ Nội vụ sẽ thực hiện trong năm 2027. "
        "Một là hoàn thiện hồ sơ điện tử của viên chức. Hai là kết nối kho lưu trữ của các tỉnh. "
        "Và ba là xây dựng trợ lý ảo cho cán bộ xã."
    )
    assert [(task.text, task.assignees, task.deadline, task.status) for task in found] == [
        ("hoàn thiện hồ sơ điện tử của viên chức", ("Bộ Nội vụ",), "2027", "planned"),
        ("kết nối kho lưu trữ của các tỉnh", ("Bộ Nội vụ",), "2027", "planned"),
        ("xây dựng trợ lý ảo cho cán bộ xã", ("Bộ Nội vụ",), "2027", "planned"),
    ]


def test_we_are_the_speakers_body() -> None:
    (task,) = tasks(
        'Ông Lê Văn Hà, Giám đốc Sở Y tế tỉnh Hà Nam, cho biết: "Chúng tôi sẽ nối mạng các trạm y tế xã trong tháng".'
    )
    assert task.assignees == ("Sở Y tế tỉnh Hà Nam",)


def test_who_works_together_is_a_cooperator() -> None:
    (task,) = tasks("Bộ Y tế đang hợp tác với Bộ Công an làm sạch dữ liệu tiêm chủng toàn quốc.")
    assert (task.assignees, task.cooperators) == (("Bộ Y tế",), ("Bộ Công an",))
