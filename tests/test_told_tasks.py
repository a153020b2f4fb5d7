"""Tasks as portals and papers pass them on: what a document says, a leader's words in a letter, work that is given."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

Row = tuple[str, tuple[str, ...], str | None, str | None, str | None]  # text, who, by what, on whose word, by when


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


def rows(text: str) -> list[Row]:
    return [(one.text, one.assignees, one.mandate, one.directed_by, one.deadline) for one in tasks(text)]


LAO_CAI = "Ủy ban nhân dân tỉnh Lào Cai"
LETTER = (
    "Văn phòng UBND tỉnh Lạng Sơn truyền đạt ý kiến của đồng chí Lê Văn An, Phó Chủ tịch UBND tỉnh Lạng Sơn chỉ đạo gỡ "
    "vướng trong số hóa tại Công văn số 310/VP-KGVX ngày 5/3/2026.\n"
)
STATED = [
    # what a document says that a body does, by whatever verb of saying
    (
        "Kế hoạch số 120/KH-UBND của UBND tỉnh Lào Cai nêu rõ: mỗi xã lập ít nhất một tổ công nghệ số cộng đồng; Sở "
        "Nội vụ rà soát biên chế công nghệ thông tin.",
        [
            ("lập ít nhất một tổ công nghệ số cộng đồng", ("mỗi xã",), "120/KH-UBND", LAO_CAI, None),
            ("rà soát biên chế công nghệ thông tin", ("Sở Nội vụ",), "120/KH-UBND", LAO_CAI, None),
        ],
    ),
    # a law says otherwise what there is, and a report what was done
    ("Luật Dữ liệu quy định Bộ Công an quản lý Trung tâm Dữ liệu quốc gia.", []),
    ("Báo cáo số 15/BC-SYT nêu rõ các trạm y tế triển khai phần mềm còn lúng túng.", []),
    # what words passed on are about is no letter that passes them on
    (
        "Văn phòng Chính phủ thông báo ý kiến của Phó Thủ tướng Lê Văn An về vướng mắc trong Nghị quyết số 57-NQ/TW. "
        "Yêu cầu Bộ Y tế rà soát quy định về bệnh án điện tử.",
        [("rà soát quy định về bệnh án điện tử", ("Bộ Y tế",), None, "Lê Văn An", None)],
    ),
    # "nếu" is no "nêu"
    ("Theo kế hoạch nếu Sở Y tế rà soát xong thì tỉnh mới mua máy.", []),
    # a letter that passes on a leader's words; what it cites is no mandate, and no time of a title is a deadline
    (
        f"{LETTER}Theo đó, yêu cầu Sở Y tế rà soát các nội dung nêu tại Báo cáo số 15/BC-SYT. Rà soát kết quả thực "
        "hiện các mục tiêu tại Nghị quyết số 49-NQ/TU ngày 28/9/2021 về chuyển đổi số tỉnh Lạng Sơn đến năm 2030. "
        "Thống kê các nhiệm vụ UBND tỉnh đã giao cho các xã; báo cáo UBND tỉnh kết quả đối với từng nhiệm vụ cụ thể.",
        [
            ("rà soát các nội dung nêu tại Báo cáo số 15/BC-SYT", ("Sở Y tế",), "310/VP-KGVX", "Lê Văn An", None),
            (
                "Rà soát kết quả thực hiện các mục tiêu tại Nghị quyết số 49-NQ/TU ngày 28/9/2021 về chuyển đổi số "
                "tỉnh Lạng Sơn đến năm 2030",
                ("Sở Y tế",), "310/VP-KGVX", "Lê Văn An", None,
            ),
            (
                "Thống kê các nhiệm vụ UBND tỉnh đã giao cho các xã",
                ("Sở Y tế",), "310/VP-KGVX", "Lê Văn An", None,
            ),
            (
                "báo cáo UBND tỉnh kết quả đối với từng nhiệm vụ cụ thể",
                ("Sở Y tế",), "310/VP-KGVX", "Lê Văn An", None,
            ),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_what_a_document_says(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


def test_a_title_is_cut_by_nothing() -> None:
    (one,) = tasks(
        "Thủ tướng yêu cầu các bộ thực hiện Nghị quyết số 19/NQ-CP ngày 6/2/2027 của Chính phủ về cải thiện môi trường "
        "kinh doanh, nâng cao năng lực cạnh tranh quốc gia năm 2028."
    )
    assert (one.mandate, one.deadline) == ("19/NQ-CP", None)
    assert one.text.endswith("nâng cao năng lực cạnh tranh quốc gia năm 2028")


def test_how_it_is_to_be_done_is_no_work_of_its_own() -> None:
    found = tasks(
        "Thủ tướng yêu cầu thúc đẩy chuyển đổi số với phương châm: quyết liệt trong hành động; đồng bộ trong triển "
        "khai; phát triển dữ liệu thành tài sản."
    )
    assert [one.text for one in found] == ["thúc đẩy chuyển đổi số"]


@pytest.mark.parametrize(
    "text",
    [
        "Các xã, phường được giao kiểm tra việc số hóa hồ sơ.",
        "Các sở được giao chủ trì kiểm tra việc số hóa hồ sơ.",
        "Chủ tịch các xã, phường được giao kiểm tra việc số hóa hồ sơ.",
    ],
)
def test_a_group_is_given_work(text: str) -> None:
    who = text.partition(" được giao")[0]
    ((work, bearers),) = [(one.text, one.assignees) for one in tasks(text)]
    assert (work.removeprefix("chủ trì "), bearers) == ("kiểm tra việc số hóa hồ sơ", (who,))


def test_groups_are_given_work_in_each_clause() -> None:
    found = tasks("Trong tháng 8/2026, các sở được giao rà soát thủ tục; các xã được giao mở điểm hỗ trợ.")
    assert [(one.text, one.assignees) for one in found] == [
        ("rà soát thủ tục", ("các sở",)),
        ("mở điểm hỗ trợ", ("các xã",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Lào Cai yêu cầu các đơn vị được giao chủ trì khẩn trương rà soát thủ tục.",
        "Các đơn vị được giao chủ trì soạn thảo văn bản có trách nhiệm rà soát thủ tục.",
    ],
)
def test_who_is_given_something_is_told_apart_so(text: str) -> None:
    ((who,),) = [one.assignees for one in tasks(text)]
    assert who.lower().startswith("các đơn vị được giao chủ trì")


@pytest.mark.parametrize("opening", ["Về tiến độ, bà Hoa", "Bà Hoa"])
def test_a_time_between_the_verb_and_the_must(opening: str) -> None:
    found = tasks(
        f"Bộ trưởng Bộ Nội vụ Lê Thị Hoa chủ trì họp.\n\n{opening} yêu cầu trong năm 2027 phải hoàn thành kho hồ sơ "
        "điện tử."
    )
    assert [(one.text, one.deadline) for one in found] == [("hoàn thành kho hồ sơ điện tử", "2027")]


@pytest.mark.parametrize(
    "rest", ["; các đơn vị khác không chậm hơn quý II/2027", ", các đơn vị khác chậm nhất quý II/2027"]
)
def test_the_others_have_a_time_of_their_own(rest: str) -> None:
    found = tasks(f"Cục trưởng yêu cầu Vụ Tổ chức cán bộ hoàn thành số hóa hồ sơ trong quý I/2027{rest}.")
    assert [(one.assignees, one.deadline) for one in found] == [
        (("Vụ Tổ chức cán bộ",), "2027-Q1"),
        (("các đơn vị khác",), "2027-Q2"),
    ]


def test_to_whom_a_thing_is_sent_has_no_time_of_its_own() -> None:
    (one,) = tasks("UBND tỉnh yêu cầu các xã gửi báo cáo về Sở Y tế, UBND tỉnh trước 31/12/2026.")
    assert (one.assignees, one.deadline) == (("các xã",), "2026-12-31")


def test_the_second_body_behind_a_semicolon() -> None:
    found = tasks("Các xã phải mua đủ máy quét; Sở Tài chính bố trí kinh phí, Sở Y tế hướng dẫn cấu hình kỹ thuật.")
    assert [(one.text, one.assignees) for one in found] == [
        ("mua đủ máy quét", ("Các xã",)),
        ("bố trí kinh phí", ("Sở Tài chính",)),
        ("hướng dẫn cấu hình kỹ thuật", ("Sở Y tế",)),
    ]


def test_a_thing_called_day_is_no_time() -> None:
    found = tasks(
        "UBND tỉnh Lào Cai vừa ban hành Quyết định số 26/QĐ-UBND về ngày chuyển đổi số.\n\nNgày chuyển đổi số được "
        "tổ chức hằng năm nhằm nâng cao nhận thức, thực hiện hiệu quả các chương trình của tỉnh."
    )
    assert all(not one.text.startswith("thực hiện") for one in found)


@pytest.mark.parametrize("day", ["ngày 25.11", "25.11"])
def test_a_day_with_a_full_stop(day: str) -> None:
    (one,) = tasks(f"Ngày 15/11/2026, Thủ tướng yêu cầu Bộ Y tế ban hành chiến lược dữ liệu trước {day}.")
    assert one.deadline == "2026-11-25"


def test_money_that_the_committee_gives_out_is_an_order() -> None:
    found = tasks("Về kinh phí UBND tỉnh giao Sở Tài chính bố trí 20 tỷ đồng cho trung tâm dữ liệu.")
    assert [one.assignees for one in found] == [("Sở Tài chính",)]


def test_points_are_no_day() -> None:
    found = tasks("Ngày 15/11/2026, Thủ tướng yêu cầu Bộ Y tế nâng chỉ số hài lòng lên 25.11 điểm.")
    assert [one.deadline for one in found] == [None]


def test_who_is_told_to_lead_others_gives_no_order_behind_it() -> None:
    found = tasks(
        "Thứ trưởng Bộ Y tế Lê Văn An cho biết Bộ Y tế sẽ phối hợp với Bộ Công Thương chỉ đạo Tập đoàn EVN lập phương "
        "án cấp điện và giao các doanh nghiệp viễn thông khảo sát hạ tầng."
    )
    assert [(one.assignees, one.directed_by) for one in found] == [
        (("Bộ Y tế",), "Lê Văn An"),
        (("các doanh nghiệp viễn thông",), "Lê Văn An"),
    ]


def test_whom_an_order_goes_through_has_no_work() -> None:
    found = tasks(
        "Bí thư Tỉnh ủy Nghệ An Lê Văn An đề nghị Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh chỉ đạo Sở Y tế rà soát các "
        "trạm y tế."
    )
    assert [(one.text, one.assignees) for one in found] == [("rà soát các trạm y tế", ("Sở Y tế",))]


def test_striving_for_work_is_work() -> None:
    found = tasks("Bộ Y tế yêu cầu các bệnh viện phấn đấu hoàn thành bệnh án điện tử trước 30/9/2027.")
    assert [(one.assignees, one.deadline) for one in found] == [(("các bệnh viện",), "2027-09-30")]


def test_a_demand_that_was_put_forward_in_a_month() -> None:
    found = tasks("Tháng 3/2027, Thủ tướng đã đưa ra yêu cầu Bộ Y tế đẩy mạnh thương mại hóa thiết bị.")
    assert [(one.text, one.deadline) for one in found] == [("đẩy mạnh thương mại hóa thiết bị", None)]


def test_decisions_that_are_counted_decide_nothing() -> None:
    assert not tasks("Năm nay Tỉnh ủy đã ra 2 quyết định thành lập tổ giúp việc về dữ liệu.")


def test_the_week_of_a_month_is_no_day() -> None:
    (one,) = tasks("Bộ Y tế yêu cầu các bệnh viện báo cáo chậm nhất trong tuần thứ 2 tháng 9/2027.")
    assert one.deadline == "2027-09"
