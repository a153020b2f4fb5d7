"""Orders of official texts by their clauses: fronted work, cases, papers handed in, others' orders, late work."""

from __future__ import annotations

import pytest

from kg.model import Facts, Task
from loaders.extract import extract
from loaders.read import read_bytes


def document(kind: str, number: str, body: str, issuer: str = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM") -> Facts:
    text = (
        f"{issuer}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n"
        f"Hà Nam, ngày 04 tháng 3 năm 2024\n{kind}\nVề bản đồ số của tỉnh\n{body}"
    )
    return extract(read_bytes(text.encode(), "van-ban.txt"))


def directive(body: str) -> tuple[Task, ...]:
    return document("CHỈ THỊ", "19/CT-UBND", f"Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:\n{body}").tasks


def decision(body: str) -> tuple[Task, ...]:
    articles = f"QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án Bản đồ số tỉnh Hà Nam.\nĐiều 2. Tổ chức thực hiện\n{body}"
    return document("QUYẾT ĐỊNH", "12/QĐ-UBND", articles).tasks


def letter(body: str) -> tuple[Task, ...]:
    text = (
        "BỘ NỘI VỤ\nSố: 863/BNV-VP\nHà Nội, ngày 04 tháng 9 năm 2023\n\n"
        f"Kính gửi: Sở Nội vụ các tỉnh, thành phố.\n\n{body}\n"
    )
    return extract(read_bytes(text.encode(), "cong-van.txt")).tasks


ASKED = "Bộ Nội vụ đề nghị Quý cơ quan:\n\n"


@pytest.mark.parametrize(
    ("item", "who", "due"),
    [
        ("Việc nghiệm thu phần mềm giao Sở Nội vụ làm xong trong tháng 6/2024.", ("Sở Nội vụ",), "2024-06"),
        ("Việc giữ kho sau khi nhận, giao cho Sở Xây dựng đảm nhận.", ("Sở Xây dựng",), None),
        ("Phần kinh phí giao Sở Tài chính và Sở Xây dựng cân đối.", ("Sở Tài chính", "Sở Xây dựng"), None),
        ("Khâu kiểm thử phân công Sở Nội vụ thực hiện, xong trước 30/9/2024.", ("Sở Nội vụ",), "2024-09-30"),
        ("Nội dung tập huấn đề nghị giao Sở Nội vụ tổ chức.", ("Sở Nội vụ",), None),
    ],
)
def test_work_named_first_is_given_behind_it(item: str, who: tuple[str, ...], due: str | None) -> None:
    (task,) = decision(f"1. {item}\n")
    assert (task.text, task.assignees, task.deadline) == (item.rstrip("."), who, due)


def test_a_list_of_what_was_given_is_the_object_of_another_verb() -> None:
    (task,) = decision("1. Sở Y tế rà soát danh mục nhiệm vụ giao các trạm y tế.\n")
    assert (task.text, task.assignees) == ("rà soát danh mục nhiệm vụ giao các trạm y tế", ("Sở Y tế",))


@pytest.mark.parametrize(
    ("item", "who"),
    [
        (
            "Các sở, ngành còn lại và UBND các huyện cử người phụ trách bản đồ.",
            ("Các sở, ngành còn lại", "UBND các huyện"),
        ),
        ("Các xã, phường, thị trấn còn lại phân công người nhập số liệu.", ("Các xã, phường, thị trấn còn lại",)),
        ("Yêu cầu các đơn vị khác cập nhật số liệu hằng tuần.", ("các đơn vị khác",)),
        ("Các sở khắc phục lỗi phần mềm.", ("Các sở",)),
    ],
)
def test_a_group_is_told_with_which_of_them_are_meant(item: str, who: tuple[str, ...]) -> None:
    assert [task.assignees for task in decision(f"1. {item}\n")] == [who]


@pytest.mark.parametrize(
    "item",
    [
        "Chỉ thị này thay thế Chỉ thị số 06/CT-UBND ngày 25/4/2016 của UBND tỉnh.",
        "Quyết định này bãi bỏ Quyết định số 44/QĐ-UBND ngày 25/4/2013 của UBND tỉnh.",
        "Chỉ thị này có hiệu lực từ ngày ký, thay thế Chỉ thị số 02/CT-UBND ngày 25/4/2012 của UBND tỉnh.",
    ],
)
def test_what_a_text_does_to_another_is_nobody_s_work(item: str) -> None:
    found = directive(f"1. Các cơ quan gửi số liệu về Sở Nội vụ. {item}\n")
    assert [task.text for task in found] == ["gửi số liệu về Sở Nội vụ"]


def test_what_a_decision_approves_is_no_task() -> None:
    assert [task.text for task in decision("1. Sở Nội vụ mở lớp bản đồ.\n")] == ["mở lớp bản đồ"]


@pytest.mark.parametrize(
    ("entry", "due"),
    [
        ("Từ ngày 01 tháng 8 năm 2024, không phát hành bản đồ giấy", "2024-08-01"),
        ("Kể từ 01/5/2024 không nhận bản vẽ tay", "2024-05-01"),
        ("Theo dõi, hằng tuần công khai danh sách xã còn dùng giấy", None),
        ("Kiểm tra, mỗi quý báo cáo UBND tỉnh kết quả", None),
    ],
)
def test_entries_that_open_with_a_day_or_with_a_verb_like_a_preposition(entry: str, due: str | None) -> None:
    (task,) = directive(f"1. Sở Nội vụ\n- {entry}.\n")
    assert (task.text, task.assignees, task.deadline) == (entry, ("Sở Nội vụ",), due)
    assert (task.recurrence is None) == (due is not None)


def test_late_work_that_is_ordered_again_is_the_order_with_its_state() -> None:
    found = directive(
        "1. Văn phòng UBND tỉnh khẩn trương hoàn tất việc nâng cấp cổng dữ liệu đã được giao tại Quyết định số "
        "411/QĐ-TTg ngày 24/3/2020 của Thủ tướng Chính phủ mà đến nay đã quá hạn; báo cáo kết quả trong tháng 4/2024.\n"
        "2. Sở Nội vụ tập trung giải quyết dứt điểm nhiệm vụ số hóa hồ sơ đang chậm tiến độ, xong trước 30/6/2024.\n"
        "3. Yêu cầu Sở Y tế làm rõ nguyên nhân việc nối mạng bệnh viện đến nay chưa hoàn thành.\n"
    )
    assert [(task.text, task.mandate, task.deadline, task.status) for task in found] == [
        ("khẩn trương hoàn tất việc nâng cấp cổng dữ liệu", "411/QĐ-TTg", None, "overdue"),
        ("báo cáo kết quả trong tháng 4/2024", "19/CT-UBND", "2024-04", None),
        ("tập trung giải quyết dứt điểm nhiệm vụ số hóa hồ sơ", "19/CT-UBND", "2024-06-30", "overdue"),
        ("làm rõ nguyên nhân việc nối mạng bệnh viện", "19/CT-UBND", None, None),
    ]
    assert {task.directed_by for task in found} == {"Ủy ban nhân dân tỉnh Hà Nam"}


@pytest.mark.parametrize(
    ("item", "due"),
    [
        ("Hồ sơ cấp độ 3 mà chưa được duyệt thì gửi về Công an tỉnh thẩm định trong tháng 5/2024", "2024-05"),
        ("Bản vẽ thiếu tọa độ thì trả lại nơi gửi", None),
    ],
)
def test_what_is_done_with_a_thing_in_a_case(item: str, due: str | None) -> None:
    found = directive(f"1. Sở Xây dựng\n- {item}.\n- Nếu mạng hỏng thì dịch vụ ngừng chạy.\n")
    assert [(task.text, task.assignees, task.deadline) for task in found] == [(item, ("Sở Xây dựng",), due)]


def test_the_post_of_a_place_bears_work() -> None:
    (task,) = directive("1. Bưu điện tỉnh được đề nghị cử người giúp dân nộp hồ sơ qua mạng.\n")
    assert task.assignees == ("Bưu điện tỉnh Hà Nam",)


# ── letters ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "mandate", "by"),
    [
        (
            "Ngày 07/3/2023, Chính phủ ban hành Nghị quyết số 27/NQ-CP về lưu trữ số giai đoạn 2023 - 2025, định hướng "
            "đến 2030, theo đó mỗi sở phải có kho lưu trữ số.",
            "27/NQ-CP",
            "Chính phủ",
        ),
        (
            "Theo Quyết định số 458/QĐ-TTg của Thủ tướng Chính phủ, các bộ, ngành hoàn thành số hóa tài liệu.",
            "458/QĐ-TTg",
            "Thủ tướng Chính phủ",
        ),
    ],
)
def test_the_preamble_of_a_letter_tells_what_another_document_orders(sentence: str, mandate: str, by: str) -> None:
    task, other = letter(f"{sentence}\n\n{ASKED}1. Rà soát kho tài liệu.\n")
    assert (task.mandate, task.directed_by, task.deadline) == (mandate, by, None)
    assert (other.mandate, other.directed_by) == ("863/BNV-VP", "Bộ Nội vụ")


def test_a_paper_is_handed_in_by_the_day_that_the_next_sentence_tells() -> None:
    found = letter(
        f"{ASKED}1. Báo cáo tình hình nhân lực lưu trữ năm 2022. Báo cáo xin gửi về Bộ Nội vụ chậm nhất ngày "
        "15/10/2023, đồng thời gửi tệp mềm qua hộp thư.\n\n2. Lập danh sách kho. Danh sách gửi về Cục Văn thư và Lưu "
        "trữ nhà nước trước ngày 20/10/2023.\n\n3. Mua máy quét.\n"
    )
    assert [(task.text, task.deadline) for task in found] == [
        ("Báo cáo tình hình nhân lực lưu trữ năm 2022", "2023-10-15"),
        ("gửi tệp mềm qua hộp thư", "2023-10-15"),
        ("Lập danh sách kho", "2023-10-20"),
        ("Mua máy quét", None),
    ]


def test_what_the_sender_of_a_letter_does_himself() -> None:
    found = letter(
        f"{ASKED}1. Báo cáo tình hình kho tài liệu.\n\nVề phía Bộ Nội vụ, Cục Văn thư và Lưu trữ nhà nước sẽ mở 02 lớp "
        "tại Huế trong tháng 10/2023; Bộ cũng đang hoàn thiện dự thảo Thông tư về kho số.\n"
    )
    assert [(task.assignees, task.status, task.deadline, task.directed_by) for task in found[1:]] == [
        (("Cục Văn thư và Lưu trữ nhà nước",), "planned", "2023-10", "Bộ Nội vụ"),
        (("Bộ Nội vụ",), "in-progress", None, "Bộ Nội vụ"),
    ]


# ── reports ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def report(body: str) -> tuple[Task, ...]:
    return document("BÁO CÁO", "77/BC-UBND", body).tasks


def test_the_day_on_which_a_paper_is_sent_is_that_of_the_work_before_it() -> None:
    found = decision(
        "1. Các sở cử người phụ trách bản đồ của ngành, gửi danh sách về Sở Xây dựng chậm nhất ngày 15/4/2024.\n"
        "2. Sở Y tế lập danh sách trạm y tế chưa có máy, gửi Sở Xây dựng trước ngày 20/4/2024.\n"
        "3. Sở Nội vụ xây dựng giáo trình bản đồ số, tổ chức tập huấn cho công chức cấp xã trong quý II/2024.\n"
        "4. Công an tỉnh xây dựng kho ảnh phố của tỉnh, tổ chức tập huấn cho công an cấp xã từ ngày 01/7/2024.\n"
    )
    assert [(task.text.split(" ")[0], task.deadline) for task in found] == [
        ("cử", "2024-04-15"),
        ("gửi", "2024-04-15"),
        ("lập", "2024-04-20"),
        ("xây", "2024-Q2"),
        ("tổ", "2024-Q2"),
        ("xây", None),
        ("tổ", "2024-07-01"),
    ]


def test_what_a_report_tells_as_a_result_is_no_task() -> None:
    assert not report(
        "I. KẾT QUẢ\n1. Công tác chỉ đạo\nNgày 18/02/2024, UBND tỉnh ban hành Kế hoạch số 31/KH-UBND, giao 46 việc; "
        "đến nay hoàn thành 29 nhiệm vụ (đạt 63%).\n2. Phân công trách nhiệm\nCông an tỉnh chỉ đạo các xã cấp 12.000 "
        "tài khoản.\n"
    )


def test_late_and_current_work_among_the_shortcomings_of_a_report() -> None:
    found = report(
        "II. TỒN TẠI, NGUYÊN NHÂN\n"
        "- Sở Y tế chưa hoàn thành bản đồ trạm y tế, lẽ ra xong từ 31/01/2024; nguyên nhân do phần mềm khác nhau.\n"
        "- Sở Giáo dục và Đào tạo chậm bàn giao dữ liệu trường tiểu học.\n"
        "- Sở Nông nghiệp mới đo được 118/177 xã, đang thuê tư vấn làm tiếp phần còn lại.\n"
        "- Sở Xây dựng còn nợ bản đồ quy hoạch phường Lam Hạ, đáng lẽ phải nộp trước ngày 15/02/2024.\n"
        "- Công an tỉnh đang tích hợp dữ liệu cư trú với bản đồ.\n"
        "- Công chức xã đang vận hành 12 hệ thống. Một số sở chậm đổi mới. Máy trạm chậm, xuống cấp.\n"
    )
    assert [(task.text, task.deadline, task.status) for task in found] == [
        ("hoàn thành bản đồ trạm y tế", "2024-01-31", "overdue"),
        ("bàn giao dữ liệu trường tiểu học", None, "overdue"),
        ("thuê tư vấn làm tiếp phần còn lại", None, "in-progress"),
        ("bản đồ quy hoạch phường Lam Hạ", "2024-02-15", "overdue"),
        ("tích hợp dữ liệu cư trú với bản đồ", None, "in-progress"),
    ]


def test_the_late_tasks_of_a_report_are_given_a_new_day_and_work_is_done_with_another() -> None:
    found = report(
        "III. NHIỆM VỤ TRỌNG TÂM\n1. Ba nhiệm vụ chậm nêu trên phải dứt điểm trong tháng 7/2024.\n"
        "2. Sở Nội vụ mở 5 lớp bản đồ; cùng Viettel Hà Nam bố trí 02 kỹ sư hỗ trợ mỗi xã.\n"
    )
    assert [(task.text, task.assignees, task.cooperators, task.deadline) for task in found] == [
        ("Ba nhiệm vụ chậm nêu trên phải dứt điểm trong tháng 7/2024", (), (), "2024-07"),
        ("mở 5 lớp bản đồ", ("Sở Nội vụ",), (), None),
        ("cùng Viettel Hà Nam bố trí 02 kỹ sư hỗ trợ mỗi xã", ("Sở Nội vụ",), ("Viettel Hà Nam",), None),
    ]


def test_what_a_province_asks_of_bodies_of_the_whole_country_is_a_proposal() -> None:
    (task,) = report(
        "IV. KIẾN NGHỊ\nĐề nghị Bộ Y tế sớm ban hành chuẩn dữ liệu; đề nghị Trung tâm Dữ liệu quốc gia hướng dẫn khai "
        "thác dữ liệu; kiến nghị Cục Bản đồ cấp tài khoản. Đề nghị UBND các huyện gửi số liệu trước ngày 5/7/2024.\n"
    )
    assert task.assignees == ("UBND các huyện",)


# ── a commune's pages ────────────────────────────────────────────────────────────────────────────────────────────────


def page(sentence: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Tin xã Thanh Bình\n{sentence}\n".encode(), "trang.txt")).tasks


@pytest.mark.parametrize(
    ("opening", "by"),
    [
        ("Ủy ban MTTQ xã Thanh Bình đã triển khai kế hoạch tới các chi hội, với trọng tâm", "Ủy ban Mặt trận Tổ quốc"),
        ("Huyện đoàn Bình Lục đã phát động chiến dịch hè số, với các nội dung chính", "Huyện đoàn Bình Lục"),
        ("Sáng 5/6, Sở Nội vụ đã tổ chức đợt ra quân cấp mã, tập trung vào các việc", "Sở Nội vụ"),
    ],
)
def test_a_campaign_that_was_started_sets_what_is_done_in_it(opening: str, by: str) -> None:
    found = page(f"{opening}: hướng dẫn người dân nộp hồ sơ qua mạng; mở điểm hỗ trợ tại nhà văn hóa thôn.")
    assert [task.text.split(" ")[0] for task in found] == ["hướng", "mở"]
    assert {str(task.directed_by).startswith(by) for task in found} == {True}


def test_what_a_campaign_has_reached_is_no_task() -> None:
    assert not page("Năm qua, UBND xã đã tổ chức phong trào thi đua với nhiều kết quả: 100% thôn có wifi; 80% có mã.")


def test_steps_for_learners_and_circumstances_are_no_tasks() -> None:
    found = document(
        "KẾ HOẠCH",
        "49/KH-UBND",
        "II. NỘI DUNG VÀ TỔ CHỨC:\n- Thời gian: Tổ chức lớp từ ngày 16/7/2024 đến 24/7/2024 tại các thôn.\n"
        "- Địa điểm: Nhà văn hóa các thôn.\n- Hình thức: Tập huấn trực tiếp cho người cao tuổi.\n"
        "PHẦN HƯỚNG DẪN THỰC HÀNH NỀN TẢNG HỌC SỐ:\n1. Đăng nhập hệ thống:\n- Cách 1: Mở ứng dụng VNeID, quét mã.\n"
        "2. Cập nhật thông tin:\n- Kiểm tra họ tên, khai báo thư điện tử.\n- Truy cập khóa học về dữ liệu.\n",
        "ỦY BAN NHÂN DÂN XÃ THANH BÌNH",
    ).tasks
    assert [(task.text, task.deadline) for task in found] == [
        ("Tổ chức lớp từ ngày 16/7/2024 đến 24/7/2024 tại các thôn", "2024-07-24")
    ]


def test_praise_of_nobody_by_name_tells_no_finished_task() -> None:
    assert not directive("1. Đánh giá cao các sở đã nộp báo cáo năm 2023 đúng hạn.\n")


def test_a_deadline_with_its_work_and_work_on_the_ground_of_the_clause_before() -> None:
    found = directive(
        "1. Hạn chót gửi danh sách người trực bản đồ: ngày 12/6/2024.\n"
        "2. Sở Tư pháp góp ý hợp đồng thuê máy; trên cơ sở đó Sở Tài chính ký hợp đồng trong tháng 6/2024.\n"
    )
    assert [(task.text, task.assignees, task.deadline) for task in found] == [
        ("gửi danh sách người trực bản đồ", (), "2024-06-12"),
        ("góp ý hợp đồng thuê máy", ("Sở Tư pháp",), None),
        ("ký hợp đồng trong tháng 6/2024", ("Sở Tài chính",), "2024-06"),
    ]


NOTICE = (
    "TỔNG CỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 15/TB-TCT\n"
    "Hà Nội, ngày 14 tháng 01 năm 2022\nTHÔNG BÁO\nPhân công thực hiện Thỏa thuận phối hợp về dữ liệu\n"
    "Triển khai Thỏa thuận ký ngày 05/10/2021 và Kế hoạch hóa đơn điện tử tại Quyết định số "
    "903/QĐ-TCT ngày 02/12/2021, Tổng cục Thuế giao các Vụ, đơn vị những việc như sau:\n"
)


@pytest.mark.parametrize(
    ("entry", "work", "who", "helpers"),
    [
        (
            "2.1. Đối với nội dung tại điểm 1: “Phối hợp xây dựng văn bản về dữ liệu lớn.” - giao Vụ Pháp chế chủ trì,"
            " phối hợp với các đơn vị liên quan triển khai thực hiện.",
            "Phối hợp xây dựng văn bản về dữ liệu lớn",
            ("Vụ Pháp chế",),
            ("các đơn vị liên quan",),
        ),
        (
            "2.2. Về an toàn thông tin: Bảo đảm an toàn cho các hệ thống thuế, giao Cục Công nghệ thông tin chủ trì"
            " thực hiện.",
            "Bảo đảm an toàn cho các hệ thống thuế",
            ("Cục Công nghệ thông tin",),
            (),
        ),
        # the lead is told by what it answers for
        (
            "1. Giao Vụ Kê khai là đầu mối của Tổng cục Thuế chịu trách nhiệm tổng hợp số liệu hằng quý.",
            "chịu trách nhiệm tổng hợp số liệu hằng quý",
            ("Vụ Kê khai",),
            (),
        ),
    ],
)
def test_a_notice_that_shares_out_work(entry: str, work: str, who: tuple[str, ...], helpers: tuple[str, ...]) -> None:
    found = extract(read_bytes(f"{NOTICE}{entry}\n".encode(), "thong-bao.txt"))
    assert found.article.title == "THÔNG BÁO Phân công thực hiện Thỏa thuận phối hợp về dữ liệu"
    assert [(task.text, task.assignees, task.cooperators) for task in found.tasks] == [(work, who, helpers)]
