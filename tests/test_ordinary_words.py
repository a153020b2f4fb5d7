"""Tasks in ordinary words: bearers that are nouns, duties told by a noun, promises, what goes to whom by when."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

Row = tuple[str, tuple[str, ...], str | None]


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Tin cải cách hành chính\n{text}\n".encode(), "tin.txt")).tasks


NOUNS: list[tuple[str, list[Row]]] = [
    (  # of each of two
        "Chủ tịch UBND tỉnh Nguyễn Văn Hải kết luận: Sở Y tế và Sở Nội vụ, mỗi nơi phải bố trí thêm một máy quét.",
        [("bố trí thêm một máy quét", ("Sở Y tế", "Sở Nội vụ"), "Nguyễn Văn Hải")],
    ),
    (  # what has to be there
        "Thứ trưởng Bộ Nội vụ Trần Thị Hoa nhấn mạnh mọi sở, huyện phải có danh mục thủ tục cắt giảm.",
        [("có danh mục thủ tục cắt giảm", ("mọi sở, huyện",), "Trần Thị Hoa")],
    ),
    (  # by a document that the sentence opens with, by a verb that no table knows
        "Theo Nghị định 61/2018/NĐ-CP, cơ quan giải quyết hồ sơ phải tự tra cứu dữ liệu dân cư.",
        [("tự tra cứu dữ liệu dân cư", ("cơ quan giải quyết hồ sơ",), "Chính phủ")],
    ),
    (  # counted
        "12 huyện chậm được yêu cầu dừng in bản giấy.",
        [("dừng in bản giấy", ("12 huyện chậm",), None)],
    ),
    ("Doanh nghiệp phải xếp hàng từ sáng sớm để nộp tờ khai.", []),  # how things are, where nobody orders
]


@pytest.mark.parametrize(("text", "wanted"), NOUNS)
def test_bearers_by_a_noun(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


FALLING: list[tuple[str, list[tuple[str, tuple[str, ...], str | None]]]] = [
    (
        "Chủ tịch UBND tỉnh Lê Văn Nam kết luận: Trách nhiệm hướng dẫn các xã thuộc về Sở Nội vụ.",
        [("Trách nhiệm hướng dẫn các xã thuộc về Sở Nội vụ", ("Sở Nội vụ",), None)],
    ),
    (
        "Theo đề cương, việc nhập sổ cũ do Sở Tư pháp thực hiện, hoàn thành trước ngày 30/11/2031.",
        [
            (
                "việc nhập sổ cũ do Sở Tư pháp thực hiện, hoàn thành trước ngày 30/11/2031",
                ("Sở Tư pháp",),
                "2031-11-30",
            )
        ],
    ),
    (
        "Giám đốc Sở Y tế Lê Văn Nam yêu cầu các bệnh viện đổi máy quét. Phần việc đào tạo là trách nhiệm của VNPT.",
        [
            ("đổi máy quét", ("các bệnh viện",), None),
            (
                "Phần việc đào tạo là trách nhiệm của VNPT",
                ("Tập đoàn Bưu chính Viễn thông Việt Nam",),
                None,
            ),
        ],
    ),
    (
        "Hạ tầng đường truyền do Viettel lắp đặt trước ngày 30/9/2031.",
        [
            (
                "Hạ tầng đường truyền do Viettel lắp đặt trước ngày 30/9/2031",
                ("Tập đoàn Công nghiệp - Viễn thông Quân đội",),
                "2031-09-30",
            )
        ],
    ),
    (
        "Giám đốc Sở Y tế Lê Văn Nam yêu cầu các bệnh viện đổi máy quét. Kinh phí do Kho bạc Nhà nước cân đối. "
        "Công an tỉnh thì lo khâu đối soát dữ liệu.",
        [
            ("đổi máy quét", ("các bệnh viện",), None),
            ("Kinh phí do Kho bạc Nhà nước cân đối", ("Kho bạc Nhà nước",), None),
            ("lo khâu đối soát dữ liệu", ("Công an tỉnh",), None),
        ],
    ),
    (  # which thing it is
        "Giám đốc Sở Y tế Lê Văn Nam yêu cầu các bệnh viện đổi máy quét. Hệ thống do Viettel triển khai chạy chậm.",
        [("đổi máy quét", ("các bệnh viện",), None)],
    ),
    *(  # on whose shoulders it lies, and who it is that has to do it
        (
            f"Giám đốc Sở Y tế Lê Văn Nam yêu cầu các bệnh viện đổi máy quét. {said}",
            [("đổi máy quét", ("các bệnh viện",), None), (said.rstrip("."), (who,), due)],
        )
        for said, who, due in (
            ("Gánh nặng lập hồ sơ cũ giờ đặt lên vai Sở Nội vụ.", "Sở Nội vụ", None),
            ("Trách nhiệm kiểm đếm máy hỏng nằm trên vai Sở Tài chính.", "Sở Tài chính", None),
            ("Phần việc còn lại, gồm lắp đặt cột sóng và sơn vạch, được giao cho Sở Xây dựng.", "Sở Xây dựng", None),
            ("Đầu mối tổng hợp báo cáo là Sở Nội vụ, chậm nhất ngày 30/9/2031.", "Sở Nội vụ", "2031-09-30"),
            ("Đơn vị phải lập danh sách hộ nghèo là Sở Nội vụ.", "Sở Nội vụ", None),
            ("Chủ trì rà soát đất công là Sở Tài chính.", "Sở Tài chính", None),
        )
    ),
    *(  # whom one calls, what is held, how things are
        (
            f"Giám đốc Sở Y tế Lê Văn Nam yêu cầu các bệnh viện đổi máy quét. {said}",
            [("đổi máy quét", ("các bệnh viện",), None)],
        )
        for said in (
            "Đầu mối liên hệ là Sở Nội vụ.",
            "Cơ quan chủ trì hội thảo là Sở Tài chính.",
            "Gánh nặng đã nằm trên vai Sở Tài chính nhiều năm.",
        )
    ),
    ("Đầu mối tổng hợp báo cáo là Sở Nội vụ.", []),
    ("Việc cấp hộ chiếu do Bộ Công an đảm nhiệm.", []),  # how things are
    ("Trước đây việc thu phí đã do Sở Tài chính thực hiện, xong trước năm 2031.", []),  # how they were
]


@pytest.mark.parametrize(("text", "wanted"), FALLING)
def test_work_falls_to_a_body(text: str, wanted: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    assert [(task.text, task.assignees, task.deadline) for task in tasks(text)] == wanted


UNDER_WAY = [  # by any verb; but what a body stands at, has or uses is no work
    ("Bộ Tài chính đang soạn nghị định về giá dữ liệu.", ["soạn nghị định về giá dữ liệu"]),
    ("Cục Tin học hóa đang thử phần mềm chấm điểm.", ["thử phần mềm chấm điểm"]),
    ("Cục Tin học hóa đang đứng đầu bảng xếp hạng của bộ.", []),
    ("Sở Tài chính đang giữ hai phần mềm kế toán cũ.", []),
]


@pytest.mark.parametrize(("text", "wanted"), UNDER_WAY)
def test_under_way_by_any_verb(text: str, wanted: list[str]) -> None:
    found = tasks(text)
    assert [task.text for task in found] == wanted
    assert all(task.status == "in-progress" for task in found)


PROMISED: list[tuple[str, list[tuple[str, tuple[str, ...], str | None]]]] = [
    (
        "Bộ trưởng Bộ Y tế Trần Thị Hoa hứa kho bệnh án sẽ đi vào hoạt động muộn nhất quý III/2031.",
        [("kho bệnh án sẽ đi vào hoạt động muộn nhất quý III/2031", ("Bộ Y tế",), "2031-Q3")],
    ),
    (
        "VNPT hứa đưa tuyến cáp thứ hai vào khai thác trong tháng 11/2031.",
        [
            (
                "đưa tuyến cáp thứ hai vào khai thác trong tháng 11/2031",
                ("Tập đoàn Bưu chính Viễn thông Việt Nam",),
                "2031-11",
            )
        ],
    ),
    (
        "Bộ Công an nhận phần việc đưa sổ khám bệnh của các tỉnh lên VNeID.",
        [("đưa sổ khám bệnh của các tỉnh lên VNeID", ("Bộ Công an",), None)],
    ),
    (  # a further verb of who begins the sentence
        "Bộ trưởng Bộ Y tế Trần Thị Hoa nhận lỗi, đồng thời hứa kho bệnh án chạy thử trước tháng 9/2031.",
        [("kho bệnh án chạy thử trước tháng 9/2031", ("Bộ Y tế",), "2031-09")],
    ),
    ("Bộ Y tế nhận lời mời dự triển lãm máy đo huyết áp.", []),
    ("VNPT đã hứa đưa tuyến cáp thứ hai vào khai thác nhưng rồi thất hứa.", []),
]


@pytest.mark.parametrize(("text", "wanted"), PROMISED)
def test_promises(text: str, wanted: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    found = tasks(text)
    assert [(task.text, task.assignees, task.deadline) for task in found] == wanted
    assert all(task.status == "planned" for task in found)


def test_what_goes_to_another_by_a_time() -> None:
    found = tasks("Định kỳ ngày 25 hằng tháng, UBND các xã gửi số liệu về Sở Nội vụ.")
    assert [(task.text, task.assignees, task.deadline) for task in found] == [
        ("gửi số liệu về Sở Nội vụ", ("UBND các xã",), None)
    ]
    assert found[0].recurrence
    found = tasks(
        "Phó Chủ tịch UBND tỉnh Lê Văn Nam yêu cầu các xã đổi mẫu đơn. Sở Nội vụ gửi báo cáo UBND tỉnh trước 30/9/2031."
    )
    assert [(task.assignees, task.deadline) for task in found] == [
        (("các xã",), None),
        (("Sở Nội vụ",), "2031-09-30"),
    ]
    assert not tasks("Hằng tháng, Sở Nội vụ đã gửi số liệu cho các xã.")


FURTHER = [  # what is banned and what must become of a thing, in reported words; what else has to be there
    ("Thứ trưởng Trần Đình Long lưu ý không được làm qua loa rồi ghi đã xong.", 1),
    ("Phó Chủ tịch UBND tỉnh Lê Văn Nam nhấn mạnh sổ đỏ điện tử phải lưu tại máy chủ của tỉnh.", 1),
    ("Chủ tịch UBND tỉnh đề nghị Sở Y tế bổ sung máy chủ, đồng thời trước ngày 20/11 phải có phương án dự phòng.", 2),
    ("Theo phân công, Văn phòng UBND tỉnh làm đầu mối giải đáp thắc mắc của các thôn.", 1),
    ("Phó Chủ tịch UBND tỉnh giao Sở Nội vụ lập danh sách. Văn phòng UBND tỉnh đầu mối giải đáp thắc mắc.", 2),
    ("Công ty FPT cam kết đến 30/6/2031 đào tạo xong cho cán bộ các xã vùng cao.", 1),
    ("Lãnh đạo VNPT cam kết không thu phí hai năm đầu, đồng hành cùng các xã vùng cao.", 1),
]


@pytest.mark.parametrize(("text", "count"), FURTHER)
def test_further_orders(text: str, count: int) -> None:
    assert len(tasks(text)) == count


DATED = [  # the words for times that orders use, against the source's day
    ("trước tháng 8 năm sau", "2026-08"),
    ("ngay trong năm", "2025"),
    ("giữa năm tới", "2026"),
    ("hạn 15/8", "2025-08-15"),
    ("hạn chót là 15/8", "2025-08-15"),
]


@pytest.mark.parametrize(("when", "value"), DATED)
def test_times_of_orders(when: str, value: str) -> None:
    text = f"Tin cải cách hành chính\n\n12/05/2025\n\nSở Y tế được yêu cầu ban hành sổ tay, {when}.\n"
    (task,) = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert task.deadline == value


def test_all_of_it_is_due() -> None:
    text = (
        "Tin cải cách hành chính\n\n12/05/2025\n\nChủ tịch UBND tỉnh yêu cầu Sở Y tế ban hành sổ tay và Sở Nội vụ "
        "rà soát biên chế. Tất cả phải xong trước 30/9.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [task.deadline for task in found] == ["2025-09-30", "2025-09-30"]


EXPLAINED: list[tuple[str, list[Row]]] = [
    (  # what a document forbids, and how long it gives
        "Theo Nghị định 61/2018/NĐ-CP, cán bộ trực quầy không được trả lại đơn vì thiếu sổ hộ khẩu. "
        "Cơ quan thuế có không quá 5 ngày để giải quyết đơn xin hoàn.",
        [
            ("không được trả lại đơn vì thiếu sổ hộ khẩu", ("cán bộ trực quầy",), "Chính phủ"),
            ("có không quá 5 ngày để giải quyết đơn xin hoàn", ("Cơ quan thuế",), "Chính phủ"),
        ],
    ),
    ("Công chức xã không được hỗ trợ tiền xăng xe.", []),
    ("Cơ quan có 8 phòng để tiếp dân.", []),
    (  # whom "đơn vị này" means, and by whatever verb
        "Sở Nội vụ Sơn La báo còn thiếu mã. Phó Chủ tịch UBND tỉnh Lê Văn Nam đề nghị đơn vị này cấp nốt mã còn thiếu.",
        [("cấp nốt mã còn thiếu", ("Sở Nội vụ Sơn La",), "Lê Văn Nam")],
    ),
    ("Giám đốc Sở Y tế Lê Văn Nam giao cho từng trạm chứ không khoán cả huyện.", []),
    (  # demands that a sentence lists, with who has to meet them
        "Phó Chủ tịch UBND tỉnh Lê Văn Nam ra hai yêu cầu: Sở Tài chính cấp đủ vốn; Sở Nội vụ rà soát biên chế.",
        [
            ("cấp đủ vốn", ("Sở Tài chính",), "Lê Văn Nam"),
            ("rà soát biên chế", ("Sở Nội vụ",), "Lê Văn Nam"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), EXPLAINED)
def test_bans_and_further_orders(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_by_a_plan() -> None:
    found = tasks("Theo chương trình, Quốc hội biểu quyết thông qua luật ngày 26/6/2031.")
    assert [(task.text, task.assignees, task.deadline, task.status) for task in found] == [
        ("biểu quyết thông qua luật ngày 26/6/2031", ("Quốc hội",), "2031-06-26", "planned")
    ]
    found = tasks("Trước mắt Sở Y tế cùng Sở Nội vụ chọn ba huyện làm điểm.")
    assert [(task.text, task.assignees) for task in found] == [("chọn ba huyện làm điểm", ("Sở Y tế", "Sở Nội vụ"))]


def test_a_line_that_concludes_opens_orders() -> None:
    found = tasks(
        "\nÔng Lò Văn Bình, Giám đốc Trung tâm Y tế Mộc Châu, chủ trì buổi họp.\n\n"
        "Cuối buổi, đồng chí Giám đốc kết luận:\n"
        "1. Đổi mẫu phiếu hẹn ở các quầy.\n"
        "2. Từ nay không thu bản sao giấy tờ đã có trên VNeID.\n"
    )
    assert [(task.text, task.directed_by) for task in found] == [
        ("Đổi mẫu phiếu hẹn ở các quầy", "Lò Văn Bình"),
        ("Từ nay không thu bản sao giấy tờ đã có trên VNeID", "Lò Văn Bình"),
    ]


SAID_OTHERWISE: list[tuple[str, list[tuple[str, tuple[str, ...], str | None, str | None]]]] = [
    (  # behind a colon, each with who has to do it
        "Kết luận phiên họp, Phó Chủ tịch UBND tỉnh Lê Văn Nam phân công: Sở Nội vụ lo nhân sự, Sở Tài chính lo kinh "
        "phí, Văn phòng UBND tỉnh theo dõi chung.",
        [
            ("lo nhân sự", ("Sở Nội vụ",), "Lê Văn Nam", None),
            ("lo kinh phí", ("Sở Tài chính",), "Lê Văn Nam", None),
            ("theo dõi chung", ("Văn phòng Ủy ban nhân dân tỉnh",), "Lê Văn Nam", None),
        ],
    ),
    (
        "Ông Lê Văn Nam, Phó Chủ tịch UBND tỉnh, chốt: Sở Nội vụ nộp danh sách trước 30/9/2031.",
        [("nộp danh sách trước 30/9/2031", ("Sở Nội vụ",), "Lê Văn Nam", "2031-09-30")],
    ),
    ("Chủ tịch UBND tỉnh Lê Văn Nam quyết định: Sở Y tế là cơ quan thường trực.", []),
    (  # with the time between the promise and the work
        "Sở Y tế hẹn cuối tháng 9/2031 sẽ mở cổng tra cứu phim chụp.",
        [("mở cổng tra cứu phim chụp", ("Sở Y tế",), None, "2031-09")],
    ),
    (
        "Công an tỉnh đặt mục tiêu hết tháng 6/2031 cấp xong thẻ cho người già.",
        [("hết tháng 6/2031 cấp xong thẻ cho người già", ("Công an tỉnh",), None, "2031-06")],
    ),
    (
        "Công an tỉnh quyết tâm làm sạch dữ liệu trước 30/9/2031.",
        [("làm sạch dữ liệu trước 30/9/2031", ("Công an tỉnh",), None, "2031-09-30")],
    ),
    (  # what a thing will do by a time
        "Thứ trưởng Bộ Y tế Trần Thị Hoa cho biết hệ thống bệnh án sẽ chạy chính thức từ tháng 7/2031.",
        [("hệ thống bệnh án sẽ chạy chính thức từ tháng 7/2031", (), "Trần Thị Hoa", "2031-07")],
    ),
    (  # the speaker's own body with a second verb
        "Bộ trưởng Bộ Công an Trần Văn An khẳng định không vội. Bộ xin nghe lời khuyên của các nhà báo, "
        "sẽ chỉnh lý Chương II của dự thảo.",
        [("chỉnh lý Chương II của dự thảo", ("Bộ Công an",), "Trần Văn An", None)],
    ),
    (  # given by whom, by whatever verb
        "Sở Tư pháp đã được UBND tỉnh Sơn La giao dựng thử kho bản quét, hoàn thành trong tháng 6/2031.",
        [
            (
                "dựng thử kho bản quét, hoàn thành trong tháng 6/2031",
                ("Sở Tư pháp",),
                "Ủy ban nhân dân tỉnh Sơn La",
                "2031-06",
            )
        ],
    ),
    (  # how things are, as somebody tells
        "Ông Lê Văn Nam, Giám đốc Sở Y tế, cho biết điện yếu. Cán bộ phải gùi máy lên bản vùng cao.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SAID_OTHERWISE)
def test_said_otherwise(text: str, wanted: list[tuple[str, tuple[str, ...], str | None, str | None]]) -> None:
    found = [(task.text, task.assignees, task.directed_by, task.deadline) for task in tasks(text)]
    assert found == wanted


NO_ORDERS = [
    "Hằng tháng, Sở Tài chính nhận được hơn 200 phản ánh.",
    "Kho dữ liệu do Bộ Công an quản lý đang vận hành ổn định.",
    "Luật quy định cơ quan nhà nước không được yêu cầu người dân nộp lại giấy tờ đã có.",
    "Phần mềm do VNPT cung cấp đã được nhiều tỉnh dùng, lỗi thuộc về nhà thầu.",
    "Trước đó, chậm nhất ngày 30/4/2025, các xã đã gửi danh sách.",
    "Người dân muốn nộp qua mạng phải có tài khoản, doanh nghiệp phải trả phí mỗi năm.",
]


@pytest.mark.parametrize("text", NO_ORDERS)
def test_how_things_are_is_no_order(text: str) -> None:
    assert tasks(text) == ()
