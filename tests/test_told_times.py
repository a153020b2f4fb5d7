"""By when a task is due and on whose word, wherever its sentence says so."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

HEAD = "Tỉnh đôn đốc chuyển đổi số\n(Ngày 12/9/2024)\n"


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes((HEAD + text + "\n").encode(), "thu.txt")).tasks


BETWEEN = [  # the time stands between the order and who has to act, with or without commas
    ("Chủ tịch UBND tỉnh yêu cầu từ nay đến hết tháng 10 các xã hoàn tất số hóa sổ hộ tịch.", "các xã", "2024-10"),
    (
        "Chủ tịch UBND tỉnh yêu cầu, chậm nhất ngày 15/10, các sở phải nộp báo cáo.",
        "các sở",
        "2024-10-15",
    ),
    ("Chủ tịch UBND tỉnh yêu cầu trong tháng 10 Sở Y tế trình phương án thuê máy chủ.", "Sở Y tế", "2024-10"),
    ("Thủ tướng đề nghị ngay trong tuần tới Bộ Công Thương trình phương án giá.", "Bộ Công Thương", None),
    ("Chủ tịch UBND tỉnh yêu cầu trong quý IV hoàn thành việc sắp xếp lại các trang tin.", None, "2024-Q4"),
]


@pytest.mark.parametrize(("text", "who", "due"), BETWEEN)
def test_a_time_between_an_order_and_who_acts(text: str, who: str | None, due: str | None) -> None:
    (task,) = tasks(text)
    assert (task.assignees, task.deadline) == ((who,) if who else (), due)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sở Xây dựng phải công khai quy hoạch theo chỉ đạo của Chủ tịch UBND tỉnh Trần Văn Bình.", "Trần Văn Bình"),
        ("Cục Thuế đang hoàn thiện cổng hóa đơn theo yêu cầu của Bộ Tài chính.", "Bộ Tài chính"),
    ],
)
def test_on_whose_word_at_the_end(text: str, who: str) -> None:
    assert [task.directed_by for task in tasks(text)] == [who]


def test_the_line_above_a_list_gives_its_time() -> None:
    lead = "UBND tỉnh yêu cầu hoàn thành các nhiệm vụ sau trước ngày 30/11:"
    text = f"{lead}\n- Sở Y tế kết nối giấy chứng sinh;\n- Sở Tư pháp số hóa sổ hộ tịch."
    assert [(task.assignees, task.deadline) for task in tasks(text)] == [
        (("Sở Y tế",), "2024-11-30"),
        (("Sở Tư pháp",), "2024-11-30"),
    ]


def test_the_day_from_which_is_no_deadline() -> None:
    (task,) = tasks("Thủ tướng yêu cầu Bộ Y tế gửi danh sách các trạm trong vòng 10 ngày, kể từ ngày 12/9.")
    assert task.deadline is None


HEARD = [
    # who opens a sentence is heard by its second verb, and is who asks, not the object of the first
    (
        "Ông Đặng Văn Sáu, Phó Chủ tịch UBND tỉnh, khen doanh nghiệp nhưng lưu ý hồ sơ bệnh nhân phải mã hóa toàn bộ.",
        "Đặng Văn Sáu",
        None,
    ),
    (
        "Dự lễ, bà Lê Thị Hoa, Phó Chủ tịch UBND thành phố, chúc mừng đơn vị và đề nghị mở thêm điểm hỗ trợ ở chợ.",
        "Lê Thị Hoa",
        None,
    ),
    # the document whose clause says it
    (
        "Quyết định 749/QĐ-TTg của Thủ tướng bắt mọi tỉnh phải có danh mục dữ liệu mở.",
        "Thủ tướng Chính phủ",
        "749/QĐ-TTg",
    ),
    # and the sentence after it
    (
        "Nghị định 61/2018/NĐ-CP quy định bộ phận một cửa phải trả lời ngay. Người đứng đầu phải xin lỗi bằng văn bản.",
        "Chính phủ",
        "61/2018/NĐ-CP",
    ),
]


@pytest.mark.parametrize(("text", "who", "by"), HEARD)
def test_who_is_heard_and_by_what(text: str, who: str, by: str | None) -> None:
    task = tasks(text)[-1]
    assert (task.directed_by, task.mandate) == (who, by)


def test_what_is_left_to_others_ends_the_work_before() -> None:
    text = "Sở Nội vụ được giao chủ trì rà soát dự thảo; riêng kinh phí thì Sở Tài chính phải trình phương án."
    assert [(task.text, task.assignees) for task in tasks(text)] == [
        ("chủ trì rà soát dự thảo", ("Sở Nội vụ",)),
        ("trình phương án", ("Sở Tài chính",)),
    ]


def test_work_that_is_left_to_somebody() -> None:
    text = "Sở Y tế mở lớp, còn việc thuê máy chủ thì Sở Tài chính lo trong tháng 10."
    assert ("việc thuê máy chủ thì Sở Tài chính lo trong tháng 10", ("Sở Tài chính",), "2024-10") in [
        (task.text, task.assignees, task.deadline) for task in tasks(text)
    ]


EACH_ITS_TIME = [
    # a clause that opens with its time, and the body that acts
    (
        "Chủ tịch UBND tỉnh yêu cầu các huyện nộp dữ liệu trước 20/10; chậm nhất 30/10, Sở Tư pháp nghiệm thu từng xã.",
        [("các huyện", "2024-10-20"), ("Sở Tư pháp", "2024-10-30")],
    ),
    # two verbs each with a day without its noun
    (
        "Chủ tịch UBND tỉnh yêu cầu các sở xử lý hồ sơ tồn trước 30/9 và công khai xin lỗi người dân trước 5/10.",
        [("các sở", "2024-09-30"), ("các sở", "2024-10-05")],
    ),
    # a time in commas behind the body
    (
        "Phó Thủ tướng yêu cầu Bộ Y tế, chậm nhất là ngày 30/9/2024, trình quy chế chia sẻ bệnh án.",
        [("Bộ Y tế", "2024-09-30")],
    ),
    # who promises, told in full before a comma
    (
        "Ông Trần Văn Bảy, Chủ tịch UBND huyện Lâm Bình, cam kết sẽ hoàn thành phủ sóng 7 thôn trước 31/12.",
        [("Ủy ban nhân dân huyện Lâm Bình", "2024-12-31")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), EACH_ITS_TIME)
def test_each_clause_has_its_own_time(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(*task.assignees, task.deadline) for task in tasks(text)] == wanted


def test_whom_a_letter_goes_to_gives_no_order() -> None:
    text = "Công ty Minh Tâm gửi Phó Thủ tướng Lê Văn Thành, đề nghị sớm sửa quy định về hóa đơn."
    assert not tasks(text)


NOUNS = [
    ("Hạn cuối để các nhà mạng hoàn tất chuẩn hóa thông tin thuê bao là ngày 31/10.", "các nhà mạng", "2024-10-31"),
    (
        "Thời hạn hoàn thành việc chuẩn hóa dữ liệu của Sở Giáo dục và Đào tạo là 15/10.",
        "Sở Giáo dục và Đào tạo",
        "2024-10-15",
    ),
    ("Lãnh đạo tỉnh chốt mốc 20/10 để Sở Xây dựng bàn giao bản đồ quy hoạch.", "Sở Xây dựng", "2024-10-20"),
    ("Chủ tịch UBND tỉnh ấn định ngày 20/10 là hạn cuối để các sở nộp báo cáo.", "các sở", "2024-10-20"),
    ("Chủ tịch UBND tỉnh cho Sở Y tế thời hạn đến 20/10 để sửa lỗi phần mềm.", "Sở Y tế", "2024-10-20"),
    ("Bộ Công an đặt mốc 1/7 năm sau để công an các tỉnh cấp xong thẻ.", "công an các tỉnh", "2025-07-01"),
    # a day by which somebody without a name must do something
    ("Đến trước ngày 1/1/2025, tất cả bệnh viện phải dừng in phim.", "tất cả bệnh viện", "2025-01-01"),
]


@pytest.mark.parametrize(("text", "who", "due"), NOUNS)
def test_a_deadline_by_its_noun(text: str, who: str, due: str) -> None:
    assert [(*task.assignees, task.deadline) for task in tasks(text)] == [(who, due)]


NO_DEADLINES = [
    "Đã quá thời hạn để Sở Nội vụ nộp báo cáo, ngày 30/8.",
    "Người dân còn thời hạn đến 31/12 để đổi giấy phép lái xe.",
    "Trong năm nay, nhiều gia đình phải vay tiền mua điện thoại cho con học trực tuyến.",
    "Đến tháng 12, nhiều tỉnh phải xếp hàng chờ cấp phép.",
]


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_a_time_that_gives_no_work(text: str) -> None:
    assert not tasks(text)


STANDING = [
    # given with a day that is over, and not done
    (
        "Theo Kế hoạch 45/KH-UBND, Sở Nội vụ phải ban hành quy chế trước 30/6; đến nay Sở mới có dự thảo.",
        ("ban hành quy chế trước 30/6", "Sở Nội vụ", "2024-06-30", "overdue"),
    ),
    (
        "Kế hoạch 45/KH-UBND giao Sở Nội vụ ban hành quy chế, hạn 30/6 nhưng đến nay chưa xong.",
        ("ban hành quy chế, hạn 30/6", "Sở Nội vụ", "2024-06-30", "overdue"),
    ),
    # given with a day that is over, and no more said
    (
        "UBND tỉnh giao Sở Nội vụ ban hành quy chế, hạn 30/6.",
        ("ban hành quy chế, hạn 30/6", "Sở Nội vụ", "2024-06-30", None),
    ),
    (
        "Sở Nội vụ chậm ban hành quy chế so với Kế hoạch 45/KH-UBND.",
        ("ban hành quy chế", "Sở Nội vụ", None, "overdue"),
    ),
    (
        "Sở Nội vụ chưa ban hành quy chế dù hạn chót đã qua từ 31/8.",
        ("ban hành quy chế", "Sở Nội vụ", "2024-08-31", "overdue"),
    ),
    # expected at a time, then the body
    (
        "Dự kiến đầu quý I/2025, Sở Y tế đưa kho dữ liệu vào vận hành.",
        ("đưa kho dữ liệu vào vận hành", "Sở Y tế", "2025-Q1", "planned"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STANDING)
def test_how_dated_work_stands(text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    assert [(task.text, *task.assignees, task.deadline, task.status) for task in tasks(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sở Nội vụ được giao chủ trì, cùng Sở Tư pháp và Sở Y tế soạn quy chế số.", ("Sở Tư pháp", "Sở Y tế")),
        ("UBND tỉnh giao Sở Y tế, có sự phối hợp của Công an tỉnh, làm sạch dữ liệu thẻ.", ("Công an tỉnh",)),
    ],
)
def test_who_helps_in_an_aside(text: str, who: tuple[str, ...]) -> None:
    assert [task.cooperators for task in tasks(text)] == [who]


def test_a_time_alone_before_the_modal() -> None:
    (task,) = tasks("Đến 30/9 phải hoàn thành việc cấp thẻ, Giám đốc Công an tỉnh Lê Văn Sao chỉ đạo.")
    assert (task.text, task.directed_by, task.deadline) == ("hoàn thành việc cấp thẻ", "Lê Văn Sao", "2024-09-30")


def test_who_is_to_answer_for_it_is_no_work() -> None:
    assert not tasks("Đơn vị chịu trách nhiệm: Sở Công Thương. Thời hạn: 30/10/2024.")


def test_the_first_of_what_is_counted_off_has_its_own_body() -> None:
    said = "một là, các sở số hóa hồ sơ tồn; hai là, Công an tỉnh rà soát dữ liệu."
    text = f"Chủ tịch UBND tỉnh Trần Văn Hải chỉ rõ hai việc: {said}"
    assert [task.assignees for task in tasks(text)] == [("các sở",), ("Công an tỉnh",)]


def test_a_time_ends_the_name_of_what_is_drawn_up() -> None:
    (task,) = tasks("Bộ Khoa học và Công nghệ sẽ trình Chính phủ nghị định về sandbox ngay trong tháng 10.")
    assert task.deadline == "2024-10"


OFFICIAL = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 812/QĐ-UBND
Hà Nam, ngày 12 tháng 9 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Danh mục dữ liệu mở của tỉnh

Điều 2. Tổ chức thực hiện
1. Ủy ban nhân dân các huyện, thị xã, thành phố (hoàn thành trong quý I/2025):
a) Phân công đầu mối;
b) Bồi dưỡng kỹ năng cho công chức cấp xã.
2. Hoàn thành Cổng dữ liệu trước ngày 15/10/2024 (Sở Thông tin và Truyền thông).
"""


def test_brackets_of_a_line_and_of_an_item() -> None:
    found = extract(read_bytes(OFFICIAL.encode(), "thu.txt")).tasks
    assert [(*task.assignees, task.deadline) for task in found] == [
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", "2025-Q1"),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", "2025-Q1"),
        ("Sở Thông tin và Truyền thông", "2024-10-15"),
    ]


def test_brackets_tell_whose_dated_work_is() -> None:
    (task,) = tasks("Tài liệu tập huấn sẽ được biên soạn trong tháng 10 (Sở Giáo dục và Đào tạo).")
    assert (task.assignees, task.deadline) == (("Sở Giáo dục và Đào tạo",), "2024-10")


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("TRƯỜNG THCS KIM ĐÔNG", "Trường THCS Kim Đông"),
        ("CÔNG TY CỔ PHẦN SAO VIỆT", "Công ty cổ phần Sao Việt"),
        ("THÔNG TIN NỘI BỘ", None),
    ],
)
def test_who_issues_a_notice_directs_its_work(line: str, issuer: str | None) -> None:
    text = (
        f"{line}\nSố: 47/TB-ABC\nKim Sơn, ngày 26 tháng 8 năm 2024\n\nTHÔNG BÁO\nVề việc triển khai học bạ số\n\n"
        "Kế toán công khai số thu trên trang tin trước ngày 10/9.\n"
    )
    assert [task.directed_by for task in extract(read_bytes(text.encode(), "thu.txt")).tasks] == [issuer]


@pytest.mark.parametrize(
    ("text", "recurs"),
    [
        # work that comes again has a day of its own, which its wording tells apart from its rhythm
        ("Sở Y tế có trách nhiệm định kỳ hằng năm tổng hợp, báo cáo UBND tỉnh trước ngày 15 tháng 12.",
         "định kỳ hằng năm, trước ngày 15 tháng 12"),
        ("Hằng năm, Sở Y tế có trách nhiệm báo cáo kết quả trước ngày 11/12.", "hằng năm, trước ngày 11/12"),
        ("Sở Y tế có trách nhiệm hằng năm báo cáo kết quả chuyển đổi số.", "hằng năm"),
        ("Sở Y tế có trách nhiệm công bố danh mục trước ngày 30 tháng 6 hằng năm.", "trước ngày 30 tháng 6 hằng năm"),
        # recurrent expenditure is a kind of money, not a rhythm
        ("Chủ tịch UBND tỉnh giao Sở Tài chính bố trí kinh phí chi thường xuyên để thuê đường truyền.", None),
        ("Chủ tịch UBND tỉnh giao Sở Tài chính thường xuyên rà soát các khoản chi.", "thường xuyên"),
    ],
)  # fmt: skip
def test_what_comes_again(text: str, recurs: str | None) -> None:
    (task,) = tasks(text)
    assert (task.deadline, task.recurrence) == (None, recurs)
    assert (task.deadline_text or "").lower() == (recurs or "")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Sở Y tế phải ban hành Khung năng lực số trước ngày 30/10/2024, song nay chưa xong.", "Khung năng lực số"),
        ("Chủ tịch UBND tỉnh giao Sở Y tế xây dựng hệ thống đặt lịch khám và đưa vào dùng trong tháng 11/2024.",
         "hệ thống đặt lịch khám"),
        ("Chủ tịch UBND tỉnh giao Sở Y tế xây dựng kế hoạch số hóa trong ngành y.", "kế hoạch số hóa trong ngành y"),
    ],
)  # fmt: skip
def test_what_is_handed_over_has_neither_its_time_nor_the_next_verb(text: str, thing: str) -> None:
    assert tasks(text)[0].deliverable == thing


def test_a_body_that_reported_in_another_paragraph_gave_no_order_here() -> None:
    (task,) = tasks(
        "Bộ Công an cho biết trung tâm dữ liệu đã nối với 21 nền tảng.\n"
        "Chủ tịch UBND tỉnh Lào Cai được giao kiểm điểm trách nhiệm người đứng đầu trước ngày 10/11/2024."
    )
    assert (task.assignees, task.directed_by) == (("Chủ tịch UBND tỉnh Lào Cai",), None)


def test_how_often_at_the_most_is_no_time_that_recurs() -> None:
    found = tasks(
        "Chủ tịch UBND tỉnh giao Sở Nội vụ bố trí cán bộ, không luân chuyển quá 2 lần/năm; "
        "yêu cầu Sở Y tế báo cáo 2 lần/năm."
    )
    assert [task.recurrence for task in found] == [None, "2 lần/năm"]


def test_the_year_of_money_is_no_deadline() -> None:
    found = tasks(
        "Chủ tịch UBND tỉnh giao Sở Tài chính bố trí kinh phí năm 2025 cho các xã; phân bổ vốn đầu tư công năm 2025 "
        "trước ngày 31/12/2024."
    )
    assert [task.deadline for task in found] == [None, "2024-12-31"]


@pytest.mark.parametrize(
    ("work", "due"),
    [
        ("đưa việc số hóa vào tiêu chí xếp loại mức độ hoàn thành nhiệm vụ năm 2025 của người đứng đầu", None),
        ("ghi nội dung này vào đánh giá, xếp loại hoàn thành nhiệm vụ năm 2025", None),
        ("rút ngắn 30% thời gian trả kết quả so với năm 2025", None),
        ("cắt giảm 30% chi phí in ấn so với cùng kỳ năm 2025, hoàn thành trong quý I/2026", "2026-Q1"),
        ("hoàn thành việc số hóa hồ sơ năm 2025", "2025"),
        ("hướng dẫn sử dụng kinh phí khoa học, chuyển đổi số năm 2025", None),
        ("lập tổ công tác để hoàn thành các chỉ tiêu năm 2025", None),
    ],
)
def test_a_year_that_work_is_judged_or_compared_by_is_no_deadline(work: str, due: str | None) -> None:
    (task,) = tasks(f"Chủ tịch UBND tỉnh giao Sở Nội vụ {work}.")
    assert task.deadline == due


@pytest.mark.parametrize("text", ["10 tháng năm 2025\n- phủ sóng các xã;", "10 tháng năm 2025 - phủ sóng các xã;"])
def test_a_year_with_a_dash_behind_it(text: str) -> None:
    assert not extract(read_bytes(text.encode(), "thu.txt")).tasks


@pytest.mark.parametrize(
    ("work", "due"),
    [
        ("hoàn thành kết nối bệnh án trong tháng 2", "2025-02"),  # told in August 2024: of the year to come
        ("trình đề án trong tháng 3, song đề án chậm tiến độ", None),  # over, and late
        ("hoàn thành kết nối bệnh án trong tháng 2 nhưng đến nay chưa xong", None),
    ],
)
def test_a_month_long_over_is_the_next_one_unless_the_work_is_late(work: str, due: str | None) -> None:
    text = f"Chuyện y tế\n15/08/2024\nThủ tướng yêu cầu Bộ Y tế {work}.\n"
    (task,) = extract(read_bytes(text.encode(), "thu.txt")).tasks
    assert task.deadline == due


@pytest.mark.parametrize(
    ("work", "due"),
    [
        ("mở cổng tra cứu trong tháng 11, miễn là các xã nộp bảng kê trước ngày 25/10", "2024-11"),
        ("mở cổng tra cứu trước ngày 30/11 nếu nhận được bảng kê trước ngày 25/10", "2024-11-30"),
        ("mở cổng tra cứu trước ngày 30/11 với điều kiện các xã nộp bảng kê trước ngày 25/10", "2024-11-30"),
        ("mở cổng tra cứu trước ngày 30/11, trường hợp đường truyền hỏng kéo dài đến ngày 15/12", "2024-11-30"),
    ],
)
def test_the_time_of_a_condition_is_no_deadline(work: str, due: str) -> None:
    assert [task.deadline for task in tasks(f"Chủ tịch UBND tỉnh yêu cầu Sở Y tế {work}.")][:1] == [due]
