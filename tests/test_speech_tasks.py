"""Tasks as speeches and reports of meetings give them: by whom, to whom, in what other words than an order's."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

Row = tuple[str, tuple[str, ...], str | None]


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


PASSED_ON: list[tuple[str, list[Row]]] = [
    (  # what a body is told it hands on: its duty, no order of its own
        "Thủ tướng Phạm Minh Chính yêu cầu các tỉnh rà soát kho giấy tờ. "
        "Theo đó, Bộ Y tế chỉ đạo các bệnh viện số hóa bệnh án cũ. Bộ Tài chính bố trí kinh phí cho việc quét.",
        [
            ("rà soát kho giấy tờ", ("các tỉnh",), "Phạm Minh Chính"),
            ("chỉ đạo các bệnh viện số hóa bệnh án cũ", ("Bộ Y tế",), "Phạm Minh Chính"),
            ("bố trí kinh phí cho việc quét", ("Bộ Tài chính",), "Phạm Minh Chính"),
        ],
    ),
    (  # told in the speech itself
        "Phó Thủ tướng Hồ Đức Phớc nêu rõ, Bộ Xây dựng đôn đốc các chủ đầu tư nộp bản vẽ điện tử.",
        [("đôn đốc các chủ đầu tư nộp bản vẽ điện tử", ("Bộ Xây dựng",), "Hồ Đức Phớc")],
    ),
    (  # who has done so before reports
        "Sở Y tế Hà Nội đã chỉ đạo Bệnh viện Tim triển khai kê đơn điện tử.",
        [("triển khai kê đơn điện tử", ("Bệnh viện Tim",), "Sở Y tế Hà Nội")],
    ),
    (  # behind what it is for, and behind a caption
        "Thủ tướng yêu cầu sớm ban hành chiến lược dữ liệu y tế.\n\nQuang cảnh cuộc họp. Ảnh: T.L\n\n"
        "Để người bệnh bớt chờ, các bệnh viện, khẩn trương nối phần mềm với quầy thuốc.",
        [
            ("sớm ban hành chiến lược dữ liệu y tế", (), "Thủ tướng Chính phủ"),
            ("khẩn trương nối phần mềm với quầy thuốc", ("các bệnh viện",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # how, where the verb is none that the tables know
        "Bộ trưởng Bộ Y tế yêu cầu mạnh dạn “xé rào” trong mua sắm phần mềm dùng chung.",
        [("mạnh dạn “xé rào” trong mua sắm phần mềm dùng chung", (), "Bộ trưởng Bộ Y tế")],
    ),
    (  # what must become of a thing
        "Thủ tướng lưu ý thành phần tổ thẩm định phải có đại diện bệnh nhân.",
        [("thành phần tổ thẩm định phải có đại diện bệnh nhân", (), "Thủ tướng Chính phủ")],
    ),
    (  # when, between the verb of ordering and the work
        "Bộ trưởng Bộ Y tế đề nghị khi triển khai, các đơn vị bám sát quy trình đã ban hành.",
        [("bám sát quy trình đã ban hành", ("các đơn vị",), "Bộ trưởng Bộ Y tế")],
    ),
    (  # in which case, between the subject and its modal; by whatever verb
        "Thủ tướng yêu cầu các tỉnh rà soát máy in. Các bộ, ngành khi mua sắm máy móc cần trao đổi với Bộ Tài chính.",
        [
            ("rà soát máy in", ("các tỉnh",), "Thủ tướng Chính phủ"),
            ("trao đổi với Bộ Tài chính", ("Các bộ, ngành",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # a proposal that is praised is a noun
        "Thủ tướng đánh giá cao đề xuất mở kho sách nói cho người khiếm thị.",
        [],
    ),
    (  # what somebody needs to have
        "Thủ tướng yêu cầu các tỉnh rà soát máy in. Các bộ, ngành cần cơ chế riêng và thêm kinh phí.",
        [("rà soát máy in", ("các tỉnh",), "Thủ tướng Chính phủ")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PASSED_ON)
def test_what_is_handed_on_and_how_it_is_told(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_what_a_body_has_planned_goes_on_without_its_time() -> None:
    found = tasks(
        "Theo Sở Y tế tỉnh Hà Nam, để giảm giấy tờ, thời gian tới, bên cạnh việc tập huấn, tỉnh tiếp tục mở quầy tự "
        "động. Tỉnh ưu tiên bố trí máy quét cho trạm xá. Đẩy mạnh tuyên truyền tại chợ."
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("tiếp tục mở quầy tự động", ("Tỉnh Hà Nam",)),
        ("ưu tiên bố trí máy quét cho trạm xá", ("Tỉnh Hà Nam",)),
        ("Đẩy mạnh tuyên truyền tại chợ", ("Tỉnh Hà Nam",)),
    ]


COUNTED: list[tuple[str, list[Row]]] = [
    (  # counted off in one sentence
        "Thủ tướng yêu cầu: Thứ nhất, rà soát biểu mẫu thừa; thứ hai, bố trí đủ máy in; thứ ba, kiểm tra trạm xá.",
        [
            ("rà soát biểu mẫu thừa", (), "Thủ tướng Chính phủ"),
            ("bố trí đủ máy in", (), "Thủ tướng Chính phủ"),
            ("kiểm tra trạm xá", (), "Thủ tướng Chính phủ"),
        ],
    ),
    (
        "Bộ trưởng Bộ Y tế đề nghị các bệnh viện tập trung hai việc: một là hoàn thành sổ mổ điện tử; hai là kết nối "
        "máy xét nghiệm.",
        [
            ("hoàn thành sổ mổ điện tử", ("các bệnh viện",), "Bộ trưởng Bộ Y tế"),
            ("kết nối máy xét nghiệm", ("các bệnh viện",), "Bộ trưởng Bộ Y tế"),
        ],
    ),
    (  # behind a noun for the order
        "Chủ tịch UBND tỉnh Hà Nam có ý kiến chỉ đạo như sau: Sở Y tế bố trí máy quét; Sở Nội vụ hoàn thành sổ kho.",
        [
            ("bố trí máy quét", ("Sở Y tế",), "Chủ tịch UBND tỉnh Hà Nam"),
            ("hoàn thành sổ kho", ("Sở Nội vụ",), "Chủ tịch UBND tỉnh Hà Nam"),
        ],
    ),
    (  # on whose word
        "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh Hà Nam tại buổi họp, các sở, ngành khẩn trương cập nhật danh bạ số.",
        [("khẩn trương cập nhật danh bạ số", ("các sở, ngành",), "Chủ tịch UBND tỉnh Hà Nam")],
    ),
    (  # "thủ tục" is no "thứ tư"
        "Thủ tướng yêu cầu thủ tục cấp phép phải gọn hơn.",
        [("thủ tục cấp phép phải gọn hơn", (), "Thủ tướng Chính phủ")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED)
def test_orders_counted_off_and_on_whose_word(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_branches_that_a_noun_names_and_speakers_who_agree_in_the_main() -> None:
    (branch,) = tasks("Sắp tới, lực lượng công an sẽ kiểm tra việc cấp thẻ tại các trường học.")
    assert (branch.assignees, branch.status) == (("lực lượng công an",), "planned")
    (asked,) = tasks(
        "Tổng Bí thư Tô Lâm cơ bản nhất trí với bản kê việc mà Văn phòng Trung ương Đảng soạn; "
        "đề nghị trong quá trình làm, tiếp tục bổ sung các việc phát sinh."
    )
    assert (asked.text, asked.directed_by) == ("tiếp tục bổ sung các việc phát sinh", "Tô Lâm")
