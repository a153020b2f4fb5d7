"""Duties and no duties in regulations: whose they are where a verb tells who is meant, and lists of something else."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def regulation(body: str, kind: str = "QUYẾT ĐỊNH", number: str = "15/2026/QĐ-UBND") -> tuple[Task, ...]:
    text = (
        f"ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n"
        f"Hà Nam, ngày 04 tháng 3 năm 2026\n{kind}\nBan hành Quy chế sử dụng kho bản đồ số\n{body}"
    )
    return extract(read_bytes(text.encode(), "quy-che.txt")).tasks


def told(body: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(task.text, task.assignees) for task in regulation(f"Điều 7. Trách nhiệm thực hiện\n{body}\n")]


BEARERS = [
    # the modal ends the name of who has the duty
    ("1. Bộ phận trực kho phải có trách nhiệm đối chiếu bản đồ mỗi tuần.",
     [("đối chiếu bản đồ mỗi tuần", ("Bộ phận trực kho",))]),
    # a verb that only tells which one is meant, before the verb of duty
    ("1. Người được giao trông coi máy chủ, thiết bị mạng phải ghi sổ và chịu trách nhiệm về số liệu đã sao.",
     [("ghi sổ và chịu trách nhiệm về số liệu đã sao", ("Người được giao trông coi máy chủ, thiết bị mạng",))]),
    # behind the clause that says when
    ("1. Khi được cấp thẻ công vụ, cá nhân phải cập nhật ngay số điện thoại.",
     [("cập nhật ngay số điện thoại", ("cá nhân",))]),
    ("1. Đối với bản in, trường hợp nhận thông báo hủy, bên nhận có trách nhiệm gửi lại bản in đã nhận.",
     [("gửi lại bản in đã nhận", ("bên nhận",))]),
    # who is to do it stands in another clause than whom they hand it to
    ("1. Thủ trưởng đơn vị có trách nhiệm phân loại bản đồ và giao cán bộ thư viện trông việc sao chép.",
     [("phân loại bản đồ và giao cán bộ thư viện trông việc sao chép", ("Thủ trưởng đơn vị",))]),
    # a clause with commas of its own before the body
    ("1. Trên cơ sở Quy chế này, Kế hoạch hằng năm của tỉnh, Sở Xây dựng tổng hợp danh mục bản đồ cần số hóa.",
     [("tổng hợp danh mục bản đồ cần số hóa", ("Sở Xây dựng",))]),
    ("1. Trong quá trình thực hiện, nếu có vướng mắc, khó khăn, các cơ quan, đơn vị báo cáo Sở Xây dựng để xử lý.",
     [("báo cáo Sở Xây dựng để xử lý", ("các cơ quan, đơn vị",))]),
    # a body that no table knows, by its capitals
    ("1. Nhà hát và Bảo tàng Sao Mai chủ động mở kho bản đồ cho học sinh.",
     [("chủ động mở kho bản đồ cho học sinh", ("Nhà hát và Bảo tàng Sao Mai",))]),
    # a verb before the comma that no table knows; what somebody may do before what they must
    ("1. Cá nhân truy cập, kiểm tra kho bản đồ mỗi tuần và chịu trách nhiệm về số liệu đã sao.",
     [("chịu trách nhiệm về số liệu đã sao", ("Cá nhân",))]),
    ("1. Tổ chức, cá nhân có quyền chọn nơi nhận bản đồ và có trách nhiệm tuân thủ nội quy kho.",
     [("tuân thủ nội quy kho", ("Tổ chức, cá nhân",))]),
    # a noun that only folds like a verb
    ("1. Yêu cầu chủ đầu tư hạ tầng cảng cá bố trí chỗ đặt trạm đo.",
     [("bố trí chỗ đặt trạm đo", ("chủ đầu tư hạ tầng cảng cá",))]),
    # before what else the work is to be done
    ("1. Trường hợp đổi vị trí trạm đo, doanh nghiệp phải thực hiện điều chỉnh bản vẽ trước khi đề nghị cấp phép.",
     [("thực hiện điều chỉnh bản vẽ trước khi đề nghị cấp phép", ("doanh nghiệp",))]),
    # … but not by those of a committee's name; an order within a list is one
    ("1. Yêu cầu Chủ tịch 07 xã chưa lập Ban Chỉ đạo số hóa báo cáo Sở Xây dựng.\n2. Sổ mượn bản đồ phải đóng dấu.",
     [("Yêu cầu Chủ tịch 07 xã chưa lập Ban Chỉ đạo số hóa báo cáo Sở Xây dựng", ()),
      ("Sổ mượn bản đồ phải đóng dấu", ())]),
    # for whom, before the work
    ("1. Đối với bản vùng cao, hải đảo, phối hợp với trạm biên phòng đo lại ranh giới.",
     [("Đối với bản vùng cao, hải đảo, phối hợp với trạm biên phòng đo lại ranh giới", ())]),
    # a line that opens a list, and says by which measure
    ("1. Đơn vị giữ bản đồ phải phân loại bản đồ dựa trên nhu cầu tra cứu, bao gồm:\na) Phân loại theo tỷ lệ;\n"
     "b) Phân loại theo năm vẽ.",
     [("Phân loại theo tỷ lệ", ("Đơn vị giữ bản đồ",)), ("Phân loại theo năm vẽ", ("Đơn vị giữ bản đồ",))]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), BEARERS, ids=[body[3:40] for body, _ in BEARERS])
def test_whose_a_duty_is(body: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told(body) == wanted


NO_WORK = [
    # cases, kinds and uses
    "1. Tổ chức được sao bản đồ mà không cần chủ kho cho phép trong các trường hợp sau đây:\n"
    "a) Ứng cứu sự cố;\nb) Phòng, chống thiên tai.",
    "1. Bản đồ không được phép sao chép gồm:\na) Bản đồ gây lộ bí mật nhà nước;\nb) Bản đồ chưa được chủ kho cho xem.",
    "1. Tiền thu được sử dụng cho các khoản sau:\na) Mua sắm máy quét;\nb) Bảo đảm điện nước của kho.",
    # nouns in a part that ends the document
    "1. Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2026.\n- Văn phòng Tỉnh ủy;\n- Lưu: VT.",
    # what a law changes in another
    "1. Sửa đổi, bổ sung điểm c khoản 2 Điều 9 như sau:\n2. Bãi bỏ khoản 4 Điều 12 và Điều 13.",
    # when the figures are taken
    "1. Thời điểm khóa sổ mượn là cuối tháng 11, kể cả sổ bản in.",
    # what is got otherwise, where it comes from, what stands beside
    "1. Nguồn tiền thường xuyên chi để thực hiện nhiệm vụ: thuê máy chủ.",
    "1. Bản đồ khác do người dân tặng.",
    # a scan that could not be read
    "1. Cấp lại thẻ kho: 35.000đ | Theo mức cũ | đã nộp qua mạng\n2. Nộp h k tờ khai _ số hóa bản đồ",
]


@pytest.mark.parametrize("body", NO_WORK, ids=[body[3:40] for body in NO_WORK])
def test_lists_of_something_else_and_scraps_are_no_work(body: str) -> None:
    assert told(body) == []


def test_who_signs_a_decision_has_no_duty_of_the_plan_behind_it() -> None:
    found = regulation(
        "Điều 1. Phê duyệt Kế hoạch số hóa bản đồ.\nĐiều 2. Quyết định này có hiệu lực từ ngày "
        "ký.\nNơi nhận:\n- Sở Xây dựng;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Bình\nKẾ HOẠCH\nSố hóa bản đồ\n"
        "I. TỔ CHỨC THỰC HIỆN\n1. Hằng quý báo cáo kết quả số hóa về Sở Xây dựng.\n"
    )
    assert [task.assignees for task in found] == [()]


TRAPS = [
    # where something stands, and who asks for it, are no thing that it is done to
    "Trong dự thảo quy chế đang được lấy ý kiến, Bộ Xây dựng đề xuất số hóa bản đồ.",
    "Sở Y tế kiến nghị dùng chung một mẫu bản đồ và thống nhất với Sở Xây dựng và sẽ được tích hợp trên cổng bản đồ.",
    # who says yes and goes on
    "Giám đốc Sở Xây dựng Trần Văn An nhận lời và hẹn ngày gặp bà con.",
]


@pytest.mark.parametrize("text", TRAPS, ids=[text[:40] for text in TRAPS])
def test_reports_without_work(text: str) -> None:
    page = f"Tin kho bản đồ số\n{text}\n"
    found = [task.text for task in extract(read_bytes(page.encode(), "tin.txt")).tasks]
    assert not [said for said in found if said.startswith(("Trong", "Sở", "và"))]


def test_who_speaks_at_a_meeting_after_an_order() -> None:
    page = (
        "Kho bản đồ số\nBộ Xây dựng yêu cầu các sở rà soát kho bản đồ. Tham gia thảo luận, đại diện Sở Y tế, "
        "Bộ Y tế, vài trạm đo thuộc Bộ Xây dựng đã nêu ý kiến về cách chia ô, chia mảnh.\n"
    )
    assert [task.text for task in extract(read_bytes(page.encode(), "tin.txt")).tasks] == ["rà soát kho bản đồ"]


def test_a_name_in_quotation_marks_is_closed() -> None:
    assert told("1. Sở Xây dựng vận hành nền tảng “Sổ bản đồ”.") == [
        ("vận hành nền tảng “Sổ bản đồ”", ("Sở Xây dựng",))
    ]


def test_owners_in_a_list_do_no_work() -> None:
    found = regulation(
        "I. NHIỆM VỤ\n- Mở rộng kho bản đồ của tỉnh, bản đồ của bộ, ngành, địa phương đọc được lẫn nhau.\n",
        "KẾ HOẠCH",
        "15/KH-UBND",
    )
    assert [task.text for task in found] == [
        "Mở rộng kho bản đồ của tỉnh, bản đồ của bộ, ngành, địa phương đọc được lẫn nhau"
    ]


def test_a_yearly_report_has_no_one_deadline() -> None:
    (task,) = regulation(
        "Điều 7. Trách nhiệm thực hiện\n1. Hằng năm, các cơ quan gửi báo cáo kho bản đồ (trước ngày 11/12) về Sở Xây "
        "dựng.\n"
    )
    assert (task.deadline, task.recurrence) == (None, "hằng năm, trước ngày 11/12")


PAGES = [
    # when another aim is reached
    ("Ngân hàng Sao Mai cam kết hỗ trợ tỉnh Hà Nam số hóa kho bản đồ phù hợp với mục tiêu trở thành đô thị loại I vào "
     "năm 2030.",
     [("hỗ trợ tỉnh Hà Nam số hóa kho bản đồ phù hợp với mục tiêu trở thành đô thị loại I vào năm 2030", None)]),
    # "song phương" is no "song"
    ("Bộ Xây dựng yêu cầu các sở mở rộng hợp tác đa phương, song phương về bản đồ số.",
     [("mở rộng hợp tác đa phương, song phương về bản đồ số", None)]),
    # a contrast is no beginning, a conjunction no end
    ("Bộ Xây dựng cho biết đến hết năm 2027 kho bản đồ sẽ được xây dựng xong nhưng \"còn nhiều việc phải làm nữa mới "
     "dùng được\".",
     [("đến hết năm 2027 kho bản đồ sẽ được xây dựng xong", "2027")]),
    ("Thay vì người dân phải nộp bản đồ giấy thì từ nay chỉ cần gửi số thửa.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PAGES, ids=[text[:40] for text, _ in PAGES])
def test_where_the_words_of_a_task_begin_and_end(text: str, wanted: list[tuple[str, str | None]]) -> None:
    page = f"Tin kho bản đồ số\n{text}\n"
    assert [(task.text, task.deadline) for task in extract(read_bytes(page.encode(), "tin.txt")).tasks] == wanted


def test_headings_that_end_in_a_full_stop_or_in_words_of_duty_name_bearers() -> None:
    assert told(
        "2. Văn phòng Ủy ban nhân dân tỉnh.\na) Trông coi máy chủ;\nb) Sao lưu bản đồ mỗi tuần.\n3. Sở Xây dựng.\n"
        "a) Số hóa bản đồ giấy.\n4. Thủ kho có nhiệm vụ\na) Ghi sổ mượn bản đồ;\nb) Kiểm kê kho."
    ) == [
        ("Trông coi máy chủ", ("Văn phòng Ủy ban nhân dân tỉnh Hà Nam",)),
        ("Sao lưu bản đồ mỗi tuần", ("Văn phòng Ủy ban nhân dân tỉnh Hà Nam",)),
        ("Số hóa bản đồ giấy", ("Sở Xây dựng",)),
        ("Ghi sổ mượn bản đồ", ("Thủ kho",)),
        ("Kiểm kê kho", ("Thủ kho",)),
    ]
