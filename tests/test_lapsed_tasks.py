"""What should have been done, and more time that is given or refused; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Tỉnh đôn đốc chuyển đổi số\n15/10/2024 08:30\n{text}".encode(), "thu.txt")).tasks


Wanted = tuple[str, tuple[str, ...], str | None, str | None]
LED = "Chủ tịch UBND tỉnh Lê Văn Bình yêu cầu các sở làm xong việc nợ. "


def told(found: tuple[Task, ...]) -> list[Wanted]:
    return [(task.text, task.assignees, task.deadline, task.status) for task in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a thing, with its name up to "lẽ ra"
        (
            "Dự thảo Nghị định về định danh điện tử lẽ ra phải trình từ tháng 6/2024, đến nay vẫn lấy ý kiến.",
            (
                "Dự thảo Nghị định về định danh điện tử lẽ ra phải trình từ tháng 6/2024",
                (),
                "2024-06",
                "overdue",
            ),
        ),
        # who has not done it stands behind
        (
            "Đề án số hóa ngành nước đáng lẽ phải xong từ quý II/2024 nhưng đến nay Sở Xây dựng vẫn chưa trình.",
            ("Đề án số hóa ngành nước đáng lẽ phải xong từ quý II/2024", ("Sở Xây dựng",), "2024-Q2", "overdue"),
        ),
        # a body
        (
            "Đáng ra Sở Tài chính phải nộp báo cáo kiểm kê từ ngày 15/5/2024.",
            ("nộp báo cáo kiểm kê từ ngày 15/5/2024", ("Sở Tài chính",), "2024-05-15", "overdue"),
        ),
        (
            "Sở Y tế theo cam kết phải nối máy đo trước tháng 3/2024, song đến nay mới xong một nửa.",
            ("nối máy đo trước tháng 3/2024", ("Sở Y tế",), "2024-03", "overdue"),
        ),
        # what one has not got, which a document ordered by a day
        (
            "Sở Nội vụ chưa có quy chế khai thác kho dữ liệu, việc mà Kế hoạch số 45/KH-UBND giao hoàn thành trước"
            " 30/6/2024.",
            ("có quy chế khai thác kho dữ liệu", ("Sở Nội vụ",), "2024-06-30", "overdue"),
        ),
        (
            "Bộ Y tế còn nợ hai thông tư hướng dẫn bệnh án điện tử, hạn chót 30/6/2024.",
            ("hai thông tư hướng dẫn bệnh án điện tử", ("Bộ Y tế",), "2024-06-30", "overdue"),
        ),
        # so much later than its day
        (
            "Trong 9 việc, Sở Xây dựng xong 4; bản đồ ngập của Sở Tài nguyên và Môi trường trễ ba tháng so với hạn"
            " 30/6.",
            ("bản đồ ngập", ("Sở Tài nguyên và Môi trường",), "2024-06-30", "overdue"),
        ),
        # no time by which it was due
        (
            "Việc làm sạch thuê bao do Sở Thông tin và Truyền thông chủ trì có nhúc nhích, song đến giữa tháng 9 vẫn"
            " còn 900 số chưa khớp.",
            ("làm sạch thuê bao", ("Sở Thông tin và Truyền thông",), None, "in-progress"),
        ),
    ],
)
def test_what_should_have_been_done(text: str, wanted: Wanted) -> None:
    assert told(tasks(text)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Lẽ ra người dân phải được trả kết quả ngay trong ngày.",
        "Đáng lẽ Sở Y tế phải mừng vì tỷ lệ hồ sơ số tăng gấp đôi.",
        "Theo kế hoạch, mọi việc phải xong trong năm 2025.",
        "Doanh nghiệp được gia hạn nộp thuế đến 31/12/2024. Người dân có thêm ba tháng để đổi thẻ.",
        "Sở Tài chính xin gia hạn, ban hành quyết định trước 31/12.",
        "Ngân hàng có thêm hai chi nhánh. Bộ Y tế có thêm ba tháng kinh nghiệm.",
    ],
)
def test_what_is_no_lapsed_work_and_no_more_time(text: str) -> None:
    assert [task for task in tasks(text) if task.status in ("overdue", "extended")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sở Xây dựng được gia hạn đến hết quý I/2025 để hoàn thành bản đồ ngập.",
            ("hoàn thành bản đồ ngập", ("Sở Xây dựng",), "2025-Q1", "extended"),
        ),
        (
            "Sở Y tế được gia hạn lần cuối, ban hành quy chế trước 30/11.",
            ("ban hành quy chế trước 30/11", ("Sở Y tế",), "2024-11-30", "extended"),
        ),
        (
            "Với phần việc còn lại, Sở Nội vụ có thêm hai tháng, tức là phải xong trước 31/12.",
            (
                "Với phần việc còn lại, Sở Nội vụ có thêm hai tháng, tức là phải xong trước 31/12",
                ("Sở Nội vụ",),
                "2024-12-31",
                "extended",
            ),
        ),
        # no more time: an order
        (
            "Riêng đề án cấp nước không lùi nữa mà trình luôn trong tháng 11, trách nhiệm thuộc Sở Xây dựng.",
            ("đề án cấp nước không lùi nữa mà trình luôn trong tháng 11", ("Sở Xây dựng",), "2024-11", None),
        ),
        (
            "Sở Xây dựng không được lùi thời hạn nữa mà phải hoàn thiện bản đồ cây trước ngày 30/11.",
            ("hoàn thiện bản đồ cây trước ngày 30/11", ("Sở Xây dựng",), "2024-11-30", None),
        ),
        (
            "Các phường không được kéo dài thời hạn nữa, phải nộp danh sách cây trước ngày 30/11.",
            ("nộp danh sách cây trước ngày 30/11", ("Các phường",), "2024-11-30", None),
        ),
        # so long, from a day that is not told
        (
            "Sở Xây dựng được gia hạn thêm hai tháng để hoàn thiện bản đồ cây.",
            ("hoàn thiện bản đồ cây", ("Sở Xây dựng",), None, "extended"),
        ),
        # whoever is in a case
        (
            "Huyện nào chưa nộp báo cáo phải giải trình trước ngày 30/10.",
            ("giải trình trước ngày 30/10", ("Huyện nào chưa nộp báo cáo",), "2024-10-30", None),
        ),
    ],
)
def test_more_time_and_none(text: str, wanted: Wanted) -> None:
    found = tasks(LED + text)[1:]
    assert told(found) == [wanted]
    assert found[0].directed_by == "Lê Văn Bình"


def test_what_a_document_has_done_again_and_again() -> None:
    (task,) = tasks("Hằng quý, danh sách dự án chậm được công bố trên cổng thông tin theo Chỉ thị số 12/CT-TTg.")
    assert (task.mandate, task.directed_by, task.assignees) == ("12/CT-TTg", "Thủ tướng Chính phủ", ())
    assert task.recurrence == "hằng quý"


def test_whose_words_an_office_passes_on() -> None:
    (task,) = tasks(
        "Đầu tuần này, tại Thông báo số 93/TB-VPCP, Văn phòng Chính phủ truyền đạt ý kiến của Phó Thủ tướng Trần Hồng"
        " Hà: bộ, ngành nào còn việc quá hạn phải kiểm điểm cá nhân có liên quan."
    )
    assert (task.directed_by, task.mandate) == ("Trần Hồng Hà", "93/TB-VPCP")
    assert task.assignees == ("bộ, ngành nào còn việc quá hạn",)


@pytest.mark.parametrize(
    ("text", "who", "due", "ends"),
    [
        (
            "Thủ tướng Phạm Minh Chính lưu ý bộ chỉ số cần được sửa theo hướng gọn hơn; việc này do Bộ Nội vụ làm,"
            " xong trong tháng 12.",
            ("Bộ Nội vụ",),
            "2024-12",
            "gọn hơn",
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình yêu cầu rà soát trang tin của các xã. Việc này giao Sở Văn hóa và Thể thao"
            " thực hiện, hoàn thành trước ngày 20/12.",
            ("Sở Văn hóa và Thể thao",),
            "2024-12-20",
            "của các xã",
        ),
        (
            "Phó Chủ tịch UBND tỉnh Trần Thị Mai đề nghị mở lớp tập huấn cho cán bộ thôn. Bà giao việc này cho Sở Nội"
            " vụ, phải xong trong quý I/2025.",
            ("Sở Nội vụ",),
            "2025-Q1",
            "cán bộ thôn",
        ),
        (
            "Phó Chủ tịch UBND tỉnh Trần Thị Mai đề nghị lập sổ cây di sản của từng xã. Phần việc đó thuộc trách nhiệm"
            " của Sở Nội vụ, hạn chót ngày 20/12.",
            ("Sở Nội vụ",),
            "2024-12-20",
            "từng xã",
        ),
        (
            "Cục Chuyển đổi số quốc gia đang xây dựng cổng dữ liệu mở. Công việc dự kiến hoàn tất vào cuối năm.",
            ("Cục Chuyển đổi số quốc gia",),
            "2024",
            "dữ liệu mở",
        ),
        # behind the order, of one who has it already; by the verb of the work
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình đề nghị Sở Nội vụ mời các hội góp ý cho bộ câu hỏi; việc này cần xong trong"
            " tháng 11/2024.",
            ("Sở Nội vụ",),
            "2024-11",
            "bộ câu hỏi",
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình giao Sở Nội vụ dán mã tra cứu tại từng phòng, công việc phải xong trong quý"
            " I/2025.",
            ("Sở Nội vụ",),
            "2025-Q1",
            "từng phòng",
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình giao Sở Nội vụ lập sổ theo dõi thiết bị và yêu cầu việc này phải hoàn thành"
            " trong quý I/2025.",
            ("Sở Nội vụ",),
            "2025-Q1",
            "thiết bị",
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình giao Sở Nội vụ kiểm đếm máy quét của các xã. Việc kiểm đếm phải hoàn thành"
            " trước ngày 20/12.",
            ("Sở Nội vụ",),
            "2024-12-20",
            "các xã",
        ),
        # what only then comes of it
        (
            "“Chúng tôi phải trình Chính phủ trong tháng 12 thì mới kịp”, ông Trần Quốc Tuấn, Phó Cục trưởng Cục Chuyển"
            " đổi số quốc gia chia sẻ.",
            ("Cục Chuyển đổi số quốc gia",),
            "2024-12",
            "tháng 12",
        ),
        # what others may do
        (
            "Các trường được yêu cầu nộp danh sách thiết bị trước 5/11; phụ huynh có thể góp ý trên trang của sở.",
            ("Các trường",),
            "2024-11-05",
            "5/11",
        ),
    ],
)
def test_what_is_said_of_the_work_just_told(text: str, who: tuple[str, ...], due: str, ends: str) -> None:
    (task,) = tasks(text)
    assert (task.assignees, task.deadline) == (who, due)
    assert task.text.endswith(ends)


@pytest.mark.parametrize(
    "day",
    [
        "hạn chót 30/6/2024",
        "kế hoạch đã được phê duyệt là 30/6/2024",
        "mốc mà tỉnh đề ra 30/6/2024",
    ],
)
def test_the_day_that_a_thing_is_behind(day: str) -> None:
    (task,) = tasks(f"Bản đồ cây của Sở Xây dựng trễ hơn hai tháng so với {day}.")
    assert told((task,)) == [("Bản đồ cây", ("Sở Xây dựng",), "2024-06-30", "overdue")]


@pytest.mark.parametrize("against", ["kế hoạch, nhất là từ 30/6/2024", "tiến độ của dự án khác", "hạn 30/6/2030"])
def test_what_is_behind_no_day_that_is_over(against: str) -> None:
    assert tasks(f"Bản đồ cây của Sở Xây dựng trễ hơn hai tháng so với {against}.") == ()


def test_work_due_at_the_time_of_the_one_before() -> None:
    found = tasks(
        "Với các Sở KH&CN, Thứ trưởng Phạm Đức Long đề nghị lập tổ hỗ trợ ở mỗi xã trước 30/11. Cùng mốc này, các tỉnh"
        " sau sáp nhập cần hoàn thành hợp nhất hệ thống một cửa."
    )
    assert [(task.assignees, task.deadline) for task in found] == [
        (("Sở Khoa học và Công nghệ",), "2024-11-30"),
        (("các tỉnh sau sáp nhập",), "2024-11-30"),
    ]


def test_what_one_had_to_do_before_is_no_work() -> None:
    assert tasks("Trước đây chúng tôi phải nhập tay từng hồ sơ, bà Lê Thị Hoa, Giám đốc Sở Y tế Hà Nam nói.") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Bộ trưởng Nguyễn Mạnh Hùng giao Cục Viễn thông trong tháng 10 rà soát trạm phát, Cục Tần số vô tuyến điện"
            " trong tháng 11 lập bản đồ sóng.",
            [(("Cục Viễn thông",), "2024-10"), (("Cục Tần số vô tuyến điện",), "2024-11")],
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình yêu cầu Sở Y tế chậm nhất 30/11 nối máy đo; Sở Nội vụ trước 15/12 nộp danh"
            " sách.",
            [(("Sở Y tế",), "2024-11-30"), (("Sở Nội vụ",), "2024-12-15")],
        ),
        ("Thủ tướng chốt hạn 31/12 cho các bộ công bố dữ liệu mở.", [(("các bộ",), "2024-12-31")]),
    ],
)
def test_each_body_has_its_own_time(text: str, wanted: list[tuple[tuple[str, ...], str]]) -> None:
    assert [(task.assignees, task.deadline) for task in tasks(text)] == wanted


@pytest.mark.parametrize(
    ("due", "said", "who", "status"),
    [
        ("Theo Kế hoạch số 12/KH-UBND, các địa phương phải", "song đến nay vẫn còn 6 xã chưa gửi", "6 xã", "overdue"),
        ("Theo lộ trình, các sở phải", "đến nay một số sở vẫn chưa gửi", "một số sở", "overdue"),
        ("Lẽ ra các trường phải", "thế nhưng tới nay còn ba trường chưa gửi", "ba trường", "overdue"),
        ("Theo Kế hoạch số 12/KH-UBND, các sở phải", "nhưng đến nay Sở Y tế vẫn chưa gửi", "Sở Y tế", "overdue"),
        ("Theo kế hoạch, các sở phải", "tuy nhiên đến nay mới có 8/20 sở gửi", "các sở", "in-progress"),
        # all of them, and one whose work they are
        ("Theo lộ trình, các sở phải", "song đến nay tất cả các sở đều chưa gửi", "các sở", "overdue"),
        ("Theo lộ trình, Sở Y tế phải", "song đến nay vẫn còn 6 xã chưa có máy", "Sở Y tế", "overdue"),
    ],
)
def test_what_some_of_a_group_have_not_done_is_their_share(due: str, said: str, who: str, status: str) -> None:
    (task,) = tasks(f"{due} gửi danh sách cây cổ thụ trước ngày 15/8/2024, {said}.")
    assert (task.assignees, task.status) == ((who,), status)
    assert task.evidence[0].quote.endswith(said)
