"""What the news tells that assigns nothing in the words of orders, and work that reads like something else."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

ORDERED = "Chủ tịch UBND tỉnh Hà Nam Lê Văn An yêu cầu Sở Y tế rà soát thiết bị."


def tasks(text: str, head: str = "Tin chuyển đổi số\n15/05/2025 08:30\n") -> tuple[Task, ...]:
    return extract(read_bytes(f"{head}{text}\n".encode(), "tin.txt")).tasks


@pytest.mark.parametrize(
    "text",
    [
        # what is only supposed, asked, denied
        "Giả sử Sở Xây dựng được giao quản lý dữ liệu quy hoạch, việc tra cứu dễ hơn nhiều.",
        "Giá như Bộ Y tế yêu cầu các bệnh viện số hóa hồ sơ sớm hơn.",
        "Các chuyên gia tranh luận về việc có nên giao Bộ Công an quản lý dữ liệu dân cư.",
        "Không ai yêu cầu doanh nghiệp phải mua phần mềm của một hãng.",
        "Chưa có quy định nào buộc các trường phải nộp báo cáo giấy, và không cơ quan nào yêu cầu các trường làm thế.",
        "Bộ Giáo dục và Đào tạo bác bỏ tin yêu cầu các trường dừng dạy học trực tuyến.",
        "Tin đồn các trường phải nộp lại học bạ giấy trong tháng 6 là không đúng.",
        "Không đồng ý cho Sở Y tế lùi thời hạn trình đề án từ tháng 10/2025 sang tháng 01/2026.",
        # what a firm asks of a body of the state, or lets it do; what patients wish
        "Công ty Phần mềm Sông Hồng đề nghị Sở Y tế rà soát kho dữ liệu trước ngày 5/12/2025.",
        "Công ty Phần mềm Sông Hồng đồng ý Sở Y tế dùng thử phần mềm.",
        "Hiệp hội Phần mềm đề nghị Công an tỉnh Hà Nam mở rộng kho dữ liệu cư trú.",
        "Yêu cầu của bệnh nhân đối với Sở Y tế là rà soát hồ sơ bệnh án.",
        # a post that somebody is given
        "Thủ tướng phân công Phó Thủ tướng Lê Văn An giữ chức Trưởng ban Chỉ đạo.",
        "Thủ tướng giao Bộ trưởng Bộ Y tế làm Trưởng ban Chỉ đạo về dữ liệu.",
        "Phó Thủ tướng được Thủ tướng phân công làm Trưởng ban.",
        # what a body need not have done, or should have
        "Hệ thống bệnh án không phải được Sở Y tế lắp đặt trước ngày 1/12/2025.",
        "Hệ thống bệnh án lẽ ra phải được Sở Y tế lắp đặt trước ngày 1/12/2025.",
        # which work is meant, and how much of it is done; what was made known the other night
        "Trong số 88 việc mà Nghị quyết số 12/NQ-CP giao các bộ, 40 việc đã xong, 30 việc còn hạn; số còn lại quá hạn.",
        "Báo cáo an toàn mạng do Viện Nghiên cứu mạng công bố đêm 13/5 xếp Việt Nam ở vị trí 17 trong 194 nước.",
        # a field of work; how much was issued, and no document
        "Cải cách thủ tục hành chính là một trong những nhiệm vụ trọng tâm của Văn phòng UBND tỉnh nhằm phục vụ dân.",
        "Thực hiện Nghị quyết số 36-NQ/TW, UBND tỉnh đã ban hành nhiều chủ trương, tạo thuận lợi cho doanh nghiệp.",
        # a meeting by its sort; what is forbidden is not asked for
        "Thứ trưởng Bộ Y tế Lê Văn An chủ trì hội nghị giao ban quản lý dược quý III.",
        "Chỉ thị số 9/CT-UBND nghiêm cấm việc yêu cầu người dân nộp lại giấy khai sinh.",
        # who is no authority; what a body did, or thinks of
        "Nhóm lừa đảo giả danh công an yêu cầu người dân cài đặt ứng dụng, cung cấp mã OTP.",
        "Sở Tư pháp đã rà soát 300 văn bản, kiến nghị bãi bỏ 12 văn bản.",
        "Bộ Công an cho rằng giao Bộ Nội vụ quản lý kho dữ liệu là phù hợp với thực tiễn.",
        # how it stands, with no work before it
        "Đề nghị Sở Y tế đến nay chưa có trả lời.",
        # what seldom was, why it is so, what happened when
        "Hiếm khi Thủ tướng yêu cầu các bộ trưởng giải trình trước truyền hình.",
        "Chưa bao giờ Chính phủ yêu cầu các bộ báo cáo nhiều như năm nay.",
        "Vì sao Bộ Y tế phải mua máy chủ mới là điều nhiều người thắc mắc.",
        "Câu chuyện bắt đầu khi Sở Y tế được giao quản lý 12 trạm y tế cũ.",
        "Ông Hải, người từng được Bộ Y tế giao xây dựng phần mềm tiêm chủng, nay làm giảng viên.",
        # a question in quotation marks
        'Cử tri hỏi: "Có phải Sở Y tế phải hoàn thành sổ tiêm chủng điện tử trước tháng 6?"',
        'Nhiều người hỏi: "Sở Y tế sẽ mở điểm tiêm ở các xã trước tháng 6 chứ?"',
        # what becomes of a body, who is given a post
        "Từ ngày 1/7/2025, Sở Y tế sáp nhập vào Sở Nội vụ.",
        "Nghị quyết số 202/2025/QH15 nêu rõ, từ ngày 1/7/2025, tỉnh Bến Tre sáp nhập thành tỉnh mới với Vĩnh Long.",
        "Từ ngày 1/7/2025, Bộ Thủy sản chấm dứt hoạt động, chuyển kho dữ liệu về Bộ Y tế.",
        "UBND tỉnh trao quyết định bổ nhiệm ông Lê Văn Tám giữ chức Phó Giám đốc Sở Tư pháp.",
        # what was issued, by its day or by the year in its number
        "Cụ thể hóa Nghị quyết số 17/NQ-CP, Bộ Y tế trình Thủ tướng ký Quyết định số 274/QĐ-TTg ngày 12/3/2019.",
        "Thực hiện chủ trương này, Chính phủ ban hành Nghị định số 45/2020/NĐ-CP về thủ tục điện tử.",
        # an order that is spoken of, since when something is so
        "Việc Bộ Tài chính yêu cầu doanh nghiệp xuất hóa đơn điện tử đã đổi thói quen bán hàng.",
        "Từ khi Chính phủ yêu cầu các bộ cắt giảm thủ tục, thời gian thông quan còn một nửa.",
        "Sau khi Bộ Công an yêu cầu các ngân hàng xác thực khuôn mặt, số vụ lừa đảo giảm mạnh.",
        # the name of something
        'Cuốn sách "Chính phủ phải làm gì để phát triển kinh tế số" vừa ra mắt bạn đọc.',
        'Hội thảo với chủ đề "Sở Y tế cần số hóa bệnh án thế nào" diễn ra sáng nay.',
        'Cuộc thi mang tên "Mỗi xã phải có một tổ công nghệ số" kết thúc tuần trước.',
        # what is only expected
        "Dự kiến ngày mai trời có mưa, người dân cần mang theo áo mưa.",
        "Dự kiến tháng 9 tới đội tuyển sang Nhật Bản thi đấu.",
        "Bà Lan, Giám đốc Sở Y tế Hà Nam, nói hội nghị dự kiến diễn ra ở Huế vào tháng 9.",
    ],
)
def test_what_assigns_nothing(text: str) -> None:
    assert not tasks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế quản lý 12 bệnh viện và 150 trạm y tế.",  # what a body has in hand
        "Sở Y tế công bố số ca sốt xuất huyết giảm 12%.",  # what it tells of
        "Trong quý I, Sở Y tế triển khai 12 lớp tập huấn cho các xã.",  # what it did
    ],
)
def test_what_follows_an_order_and_is_none(text: str) -> None:
    assert [task.text for task in tasks(f"{ORDERED} {text}")] == ["rà soát thiết bị"]


def test_an_order_behind_the_name_of_something() -> None:
    (task,) = tasks('Thủ tướng yêu cầu trong chương trình "60 ngày": "Bộ Y tế phải hoàn thành sổ sức khỏe điện tử".')
    assert task.assignees == ("Bộ Y tế",)


def test_a_quarter_is_over_when_its_last_month_is() -> None:
    late, open_ = (
        tasks(f"Sở Y tế chưa ban hành quy chế theo Kế hoạch 12/KH-UBND, thời hạn quý {quarter}/2025.")[0]
        for quarter in ("I", "II")
    )
    assert (late.status, open_.status) == ("overdue", None)


@pytest.mark.parametrize("line", ["1. Trách nhiệm của , khi có sự cố:", "1. Giao , theo thẩm quyền:"])
def test_a_line_that_names_nobody(line: str) -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 12/KH-UBND\nKẾ HOẠCH\nChuyển đổi số năm 2025\nIII. TỔ CHỨC THỰC HIỆN\n"
    (task,) = tasks(f"{line}\n- Xây dựng kho dữ liệu của tỉnh.", head)
    assert not task.assignees


@pytest.mark.parametrize(
    ("text", "work"),
    [
        # "cân" is no "cần", "sẻ" no "sẽ"
        ("Thủ tướng giao Bộ Tài chính cân đối ngân sách cho các xã.", "cân đối ngân sách cho các xã"),
        ("Chủ tịch UBND tỉnh yêu cầu Sở Y tế sẻ chia dữ liệu với các xã.", "sẻ chia dữ liệu với các xã"),
        ("Nhiệm vụ trọng tâm của Sở Tài chính là cân đối vốn cho các xã.", "cân đối vốn cho các xã"),
        ("Chủ tịch tỉnh chốt mốc 20/10 để Sở Tài chính cân đối vốn cho các xã.", "cân đối vốn cho các xã"),
        ("Chu tich UBND tinh yeu cau So Tai chinh can doi von cho cac xa.", "can doi von cho cac xa"),
        # "đề xuất" is no "để", "tự" no "từ", "vệ" no "về"
        ("Chủ tịch UBND tỉnh yêu cầu đề xuất phương án, báo cáo sớm.", "đề xuất phương án, báo cáo sớm"),
        ("Chủ tịch UBND tỉnh yêu cầu tự kiểm tra hệ thống, báo cáo sớm.", "tự kiểm tra hệ thống, báo cáo sớm"),
        ("Chủ tịch UBND tỉnh đề nghị các xã vệ sinh trường lớp.", "vệ sinh trường lớp"),
        # who is only named beside those who have to act
        ("Thủ tướng giao Bộ Y tế, trừ Cục Quản lý Dược, rà soát thủ tục.", "rà soát thủ tục"),
        # the time right behind the colon
        ("Chủ tịch UBND tỉnh yêu cầu: Trong quý III, Sở Tài chính rà soát vốn.", "rà soát vốn"),
        # how it ended
        ("UBND tỉnh giao Sở Xây dựng lập quy hoạch đô thị nhưng không kịp.", "lập quy hoạch đô thị"),
    ],
)
def test_where_work_begins_and_ends(text: str, work: str) -> None:
    assert [task.text for task in tasks(text)] == [work]


@pytest.mark.parametrize("opening", ["nêu ba nhiệm vụ cần làm ngay", "nhấn mạnh ba nhiệm vụ trọng tâm"])
def test_what_is_counted_off_may_begin_like_a_time(opening: str) -> None:
    said = "Một là rà soát kho dữ liệu. Hai là tuân thủ quy định bảo mật. Ba là ký kết thỏa thuận chia sẻ dữ liệu."
    found = tasks(f"Chủ tịch UBND tỉnh Hà Nam Lê Văn An {opening}. {said}")
    works = ["rà soát kho dữ liệu", "tuân thủ quy định bảo mật", "ký kết thỏa thuận chia sẻ dữ liệu"]
    assert [task.text for task in found] == works


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bộ Y tế chứ không phải Sở Nội vụ phải ban hành quy trình khám chữa bệnh.", "Bộ Y tế"),
        ("Ngoài Bộ Công an, Bộ Y tế phải hoàn thành kết nối trong quý III.", "Bộ Y tế"),
    ],
)
def test_a_body_beside_the_one_that_has_to_act(text: str, who: str) -> None:
    assert [task.assignees for task in tasks(text)] == [(who,)]


def test_whose_a_thing_is_does_not_make_it() -> None:
    (task,) = tasks("Dự án của Bộ Tài chính cần hoàn thành trước ngày 30/6, ông Lê Văn An, Giám đốc Sở Y tế, nói.")
    assert task.deliverable is None


GIVEN = [
    # who is meant stands before who orders; nobody is meant
    ("Với Sở Y tế, Chủ tịch UBND tỉnh giao hoàn thành kết nối bệnh án trong tháng 12; với Sở Xây dựng là mở kho ảnh.",
     ("hoàn thành kết nối bệnh án trong tháng 12", ("Sở Y tế",), "2025-12")),
    ("Thủ tướng giao rà soát toàn bộ hồ sơ tồn đọng trước 30/6.",
     ("rà soát toàn bộ hồ sơ tồn đọng trước 30/6", (), "2025-06-30")),
    # so much time
    ("Thủ tướng cho Bộ Tư pháp 10 ngày để thẩm định dự thảo nghị định về sàn dữ liệu.",
     ("thẩm định dự thảo nghị định về sàn dữ liệu", ("Bộ Tư pháp",), "2025-05-25")),
    ("Chủ tịch UBND tỉnh cho các xã thời hạn hai tuần để rà soát danh sách hộ nghèo.",
     ("rà soát danh sách hộ nghèo", ("các xã",), "2025-05-29")),
    ("Chủ tịch UBND tỉnh cho Sở Tài chính ba tháng hoàn thiện phương án thu phí.",
     ("hoàn thiện phương án thu phí", ("Sở Tài chính",), "2025-08")),
    ("Chủ tịch UBND tỉnh cho Sở Tư pháp thêm 10 ngày để rà soát quy chế.",  # from when on, is not told
     ("rà soát quy chế", ("Sở Tư pháp",), None)),
    ("Chủ tịch UBND tỉnh cho Sở Tư pháp 05 ngày làm việc để trả lời kiến nghị của xã.",
     ("trả lời kiến nghị của xã", ("Sở Tư pháp",), None)),
    ("Chủ tịch UBND tỉnh cho Sở Tư pháp 10 ngày để rà soát quy chế, còn sổ công chứng thì các xã tự lo.",
     ("rà soát quy chế", ("Sở Tư pháp",), "2025-05-25")),
    # of a thing, in the passive
    ("Chủ tịch UBND tỉnh Lê Văn An nêu hai việc. Toàn bộ số hồ sơ quá hạn được yêu cầu dứt điểm trước 30/6.",
     ("Toàn bộ số hồ sơ quá hạn được yêu cầu dứt điểm trước 30/6", (), "2025-06-30")),
    # a promise made already of what is to come
    ("Bộ Công an đã nhận lời cung cấp số liệu an ninh mạng trong quý IV/2025.",
     ("cung cấp số liệu an ninh mạng trong quý IV/2025", ("Bộ Công an",), "2025-Q4")),
    # what a thing has to hold; several who promise
    ("Chủ tịch UBND tỉnh giao Sở Nội vụ lập bộ tiêu chí, trong đó mỗi người phải có một sáng kiến.",
     ("lập bộ tiêu chí, trong đó mỗi người phải có một sáng kiến", ("Sở Nội vụ",), None)),
    ("Sở Y tế và Sở Nội vụ cam kết hoàn thành việc số hóa hồ sơ trong tháng 12/2025.",
     ("hoàn thành việc số hóa hồ sơ trong tháng 12/2025", ("Sở Y tế", "Sở Nội vụ"), "2025-12")),
    # whom it concerns, by what is late with them
    ("Chủ tịch UBND tỉnh yêu cầu các sở còn nhiệm vụ quá hạn nghiêm túc kiểm điểm.",
     ("nghiêm túc kiểm điểm", ("các sở",), None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_work_is_given_in_these_words(text: str, expected: tuple[str, tuple[str, ...], str | None]) -> None:
    (task,) = tasks(text)
    assert (task.text, task.assignees, task.deadline) == expected


def test_a_clause_with_a_subject_of_its_own_is_no_part_of_the_work_before() -> None:
    first, *_ = tasks(
        f"{ORDERED} Theo đó, Sở Y tế phải mở kho bệnh án; toàn bộ hồ sơ tồn đọng được yêu cầu xử lý dứt điểm."
    )[1:]
    assert first.text == "mở kho bệnh án"


def test_who_raises_a_difficulty_in_passing_orders_nothing() -> None:
    (task,) = tasks("Bộ Y tế đang soạn thảo thông tư về vướng mắc mà 21/34 Sở Y tế nêu ra trong đợt khảo sát.")
    assert task.directed_by is None


def test_whom_somebody_advises_orders_nothing() -> None:
    advice = (
        "Sở Tư pháp sẽ tham mưu Chủ tịch UBND tỉnh ra công văn yêu cầu các phường nộp sổ hộ tịch cũ. "
        "Sở Nội vụ sẽ tham mưu UBND tỉnh yêu cầu các xã công khai hồ sơ trễ hạn."
    )
    first, second = tasks(advice)
    assert (first.assignees, first.directed_by) == (("Sở Tư pháp",), None)
    assert first.text.endswith("nộp sổ hộ tịch cũ")
    assert (second.assignees, second.directed_by) == (("Sở Nội vụ",), None)
    assert second.text.startswith("tham mưu")


def test_a_verb_of_work_is_no_name_of_who_must() -> None:
    (task,) = tasks("Sở Y tế yêu cầu bảo đảm mỗi hồ sơ trễ hạn phải có thư xin lỗi gửi người dân.")
    assert (task.assignees, task.text.split()[0]) == ((), "bảo")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn An chủ trì cuộc họp, yêu cầu Sở Y tế rà soát kho thuốc.",
            ["rà soát kho thuốc"],
        ),
        (
            "Tại phiên họp, Chủ tịch UBND tỉnh Hà Nam giao Ban Quản lý dự án lập kế hoạch thuê máy.",
            ["lập kế hoạch thuê máy"],
        ),
        ("Công ty Phần mềm Sông Hồng đề nghị các chi nhánh rà soát kho dữ liệu.", ["rà soát kho dữ liệu"]),
        ("Chủ tịch UBND tỉnh Hà Nam yêu cầu Sở Y tế làm đầu mối tổng hợp báo cáo.", ["làm đầu mối tổng hợp báo cáo"]),
        (
            "Hệ thống bệnh án phải được Sở Y tế lắp đặt trước ngày 1/12/2025.",
            ["Hệ thống bệnh án phải được Sở Y tế lắp đặt trước ngày 1/12/2025"],
        ),
        # who does it, at the end of what is quoted
        (
            'Thủ tướng nói: "Đầu mối xây dựng quy chế là Bộ Y tế".',
            ["Đầu mối xây dựng quy chế là Bộ Y tế"],
        ),
        # what another body did stands beside what one is told to do
        ("Chủ tịch UBND tỉnh Hà Nam giao Sở Y tế rà soát hồ sơ cũ; Sở Nội vụ đã mở kho mới.", ["rà soát hồ sơ cũ"]),
        (
            "Chủ tịch UBND tỉnh Hà Nam giao Sở Y tế rà soát hồ sơ cũ; Sở Nội vụ mở kho mới.",
            ["rà soát hồ sơ cũ", "mở kho mới"],
        ),
    ],
)
def test_what_stands_close_to_it_is_work(text: str, wanted: list[str]) -> None:
    assert [task.text for task in tasks(text)] == wanted
