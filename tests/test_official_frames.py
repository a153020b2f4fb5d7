"""Official texts whose frame is incomplete or says more than one thing, and how their lists and bodies are told."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes


def facts(text: str) -> Facts:
    return extract(read_bytes(f"{text}\n".encode(), "van-ban.txt"))


def page(text: str) -> Facts:
    return facts(f"Tin cải cách\n15/05/2025 08:30\n{text}")


def plan(
    body: str, day: str = "ngày 12 tháng 5 năm 2025", number: str = "118/KH-UBND", kind: str = "KẾ HOẠCH"
) -> Facts:
    head = f"ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n-------\nSố: {number}\nLạng Sơn, {day}\n"
    return facts(f"{head}\n{kind}\nĐẩy mạnh số hóa hồ sơ lưu trữ\n\n{body}")


def letter(about: str, body: str) -> Facts:
    head = "BỘ NỘI VỤ\n-------\nSố: 3150/BNV-CCHC\nHà Nội, ngày 12 tháng 5 năm 2025\n"
    return facts(f"{head}V/v {about}\n\nKính gửi: Các bộ, cơ quan ngang bộ\n{body}")


def told(read: Facts) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    return [(task.text, task.assignees, task.cooperators, task.deadline) for task in read.tasks]


def links(read: Facts) -> set[tuple[str, str, str]]:
    return {(link.subject, link.relation, link.object) for link in read.relations}


DAYS = ["ngày tháng 5 năm 2025", "ngày … tháng 5 năm 2025", "ngày .... tháng .... năm 2025", "ngày   tháng   năm 2025"]


@pytest.mark.parametrize("day", DAYS)
def test_a_document_whose_day_is_left_open_is_its_own_text(day: str) -> None:
    read = plan("I. NHIỆM VỤ\n1. Sở Nội vụ rà soát kho lưu trữ trước ngày 30/6/2025.", day)
    assert told(read) == [("rà soát kho lưu trữ trước ngày 30/6/2025", ("Sở Nội vụ",), (), "2025-06-30")]
    assert [(task.mandate, task.directed_by) for task in read.tasks] == [
        ("118/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn")
    ]


@pytest.mark.parametrize("day", [*DAYS, "ngày 4 tháng 5 năm 2025"])
def test_where_and_when_an_enclosed_letter_is_signed_is_no_task(day: str) -> None:
    body = f"Bộ Nội vụ đề nghị các bộ cho ý kiến.\n\nDỰ THẢO BÁO CÁO\n\nBỘ NỘI VỤ\nHà Nội, {day}\n"
    assert [work for work, *_ in told(letter("góp ý dự thảo báo cáo", body))] == ["cho ý kiến"]


def test_a_day_in_a_sentence_is_no_line_of_its_own() -> None:
    read = plan("I. NHIỆM VỤ\n1. Sở Nội vụ xây dựng kho lưu trữ số tại Lạng Sơn, ngày 4 tháng 9 năm 2025.")
    assert told(read)[0][0].startswith("xây dựng kho lưu trữ số")


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Bộ trưởng giao Cục Văn thư chủ trì, phối hợp với các vụ, cục.", []),
        ("Thủ tướng yêu cầu Bộ Nội vụ chủ trì, phối hợp với Bộ Công an và các bộ, ngành liên quan.", []),
        (
            "Thủ tướng yêu cầu Bộ Nội vụ chủ trì, phối hợp với Bộ Công an mở kho hồ sơ cán bộ.",
            [("chủ trì, phối hợp với Bộ Công an mở kho hồ sơ cán bộ", ("Bộ Công an",))],
        ),
        (
            "Thủ tướng yêu cầu Bộ Nội vụ phối hợp với Bộ Công an trong quản lý hồ sơ cán bộ.",
            [("phối hợp với Bộ Công an trong quản lý hồ sơ cán bộ", ("Bộ Công an",))],
        ),
    ],
)
def test_with_whom_alone_is_no_work(text: str, works: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(task.text, task.cooperators) for task in page(text).tasks] == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "Thủ tướng giao Bộ Nội vụ: 1) Hoàn thiện kho hồ sơ cán bộ; 2) Kết nối với kho dữ liệu dân cư.",
            ["Hoàn thiện kho hồ sơ cán bộ", "Kết nối với kho dữ liệu dân cư"],
        ),
        (
            "Chủ tịch tỉnh giao Sở Tài chính 1) bố trí kinh phí cho Đề án 06, 2) hướng dẫn các xã lập dự toán.",
            ["bố trí kinh phí cho Đề án 06", "hướng dẫn các xã lập dự toán"],
        ),
        (
            "Bộ trưởng yêu cầu Vụ Pháp chế (1) rà soát các thông tư cũ, (2) trình kế hoạch sửa đổi.",
            ["rà soát các thông tư cũ", "trình kế hoạch sửa đổi"],
        ),
        (
            "Bộ Nội vụ được giao trình Chương trình tổng thể cải cách hành chính 2) rà soát vị trí việc làm.",
            ["trình Chương trình tổng thể cải cách hành chính", "rà soát vị trí việc làm"],
        ),
        # a number said twice, and the provisions that a sentence cites, number no entries
        (
            "Sở Nội vụ được giao bảo đảm ít nhất hai (02) doanh nghiệp cung cấp máy quét.",
            ["bảo đảm ít nhất hai (02) doanh nghiệp cung cấp máy quét"],
        ),
        ("Điểm a) khoản 2 giao Sở Y tế quản lý dữ liệu bệnh viện.", ["quản lý dữ liệu bệnh viện"]),
    ],
)
def test_entries_numbered_inside_a_sentence_are_apart(text: str, works: list[str]) -> None:
    assert [task.text for task in page(text).tasks] == works


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("giám đốc các sở y tế", ("giám đốc các sở y tế",)),
        ("giám đốc các sở Y tế, Nội vụ", ("giám đốc các sở Y tế, Nội vụ",)),
        ("các cơ quan thông tin và truyền thông", ("các cơ quan thông tin và truyền thông",)),
        ("các tổ chức thành viên của MTTQ", ("các tổ chức thành viên của MTTQ",)),
        ("các đoàn thể chính trị - xã hội", ("các đoàn thể chính trị - xã hội",)),
        ("Trung ương Hội Nông dân Việt Nam", ("Hội Nông dân Việt Nam",)),
        ("Trung ương Đoàn", ("Đoàn Thanh niên Cộng sản Hồ Chí Minh",)),
        ("Giám đốc Sở Y tế và Sở Nội vụ", ("Giám đốc Sở Y tế", "Sở Nội vụ")),
    ],
)
def test_groups_and_unions_by_all_their_words(who: str, names: tuple[str, ...]) -> None:
    text = f"Thủ tướng yêu cầu {who} rà soát kho dữ liệu trước ngày 30/9/2025."
    assert told(page(text)) == [("rà soát kho dữ liệu trước ngày 30/9/2025", names, (), "2025-09-30")]


RESTS = [
    ("trên cơ sở hướng dẫn của Bộ Nội vụ tại Công văn số 78/BNV-CCHC ngày 04/3/2025", True),
    ("trên cơ sở ý kiến của Sở Tư pháp tại Công văn số 78/BNV-CCHC", True),
    ("dựa trên Công văn số 78/BNV-CCHC", True),
    ("sau khi nhận Công văn số 78/BNV-CCHC của Bộ Nội vụ", False),
]


@pytest.mark.parametrize(("ground", "rests"), RESTS)
@pytest.mark.parametrize("mark", [";", ","])
def test_a_further_ground_in_the_first_sentence(ground: str, rests: bool, mark: str) -> None:
    body = (
        f"Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021{mark} {ground}, Ủy ban nhân dân tỉnh ban hành kế hoạch này."
    )
    found = links(plan(body))
    assert ("118/KH-UBND", "implements", "76/NQ-CP") in found
    assert (("118/KH-UBND", "based_on", "78/BNV-CCHC") in found) is rests


def test_what_others_rest_their_work_on_is_no_ground_of_the_plan() -> None:
    body = "Ủy ban nhân dân tỉnh ban hành kế hoạch số hóa hồ sơ với những nội dung cụ thể sau đây:\nI. NHIỆM VỤ\n"
    found = links(plan(f"{body}1. Các sở, trên cơ sở hướng dẫn tại Công văn số 78/BNV-CCHC, lập danh mục hồ sơ."))
    assert ("118/KH-UBND", "based_on", "78/BNV-CCHC") not in found


@pytest.mark.parametrize(
    ("about", "body", "back"),
    [
        ("báo cáo kết quả thực hiện Nghị quyết số 76/NQ-CP", "Bộ Nội vụ đã mở ba lớp.", True),
        ("xin ý kiến dự thảo báo cáo kết quả thực hiện Nghị quyết số 76/NQ-CP", "Bộ Nội vụ đã mở ba lớp.", False),
        ("lưu trữ", "Bộ Nội vụ đề nghị các bộ báo cáo tình hình thực hiện Nghị quyết số 76/NQ-CP.", False),
    ],
)
def test_a_letter_that_asks_for_a_report_is_none(about: str, body: str, back: bool) -> None:
    assert (("3150/BNV-CCHC", "reviews", "76/NQ-CP") in links(letter(about, body))) is back


def test_who_sends_a_letter_asks_in_it_beside_what_he_does() -> None:
    body = "Bộ Nội vụ gửi dự thảo báo cáo và đề nghị các bộ cho ý kiến trước ngày 25 tháng 5 năm 2025."
    assert told(letter("góp ý dự thảo", body)) == [
        ("cho ý kiến trước ngày 25 tháng 5 năm 2025", ("các bộ",), (), "2025-05-25")
    ]


GROUPS = (
    "\n+ Tổ công tác cải cách hành chính, do Giám đốc Sở Nội vụ làm Tổ trưởng."
    "\n+ Tiểu ban Hạ tầng số, do Giám đốc Công an tỉnh làm Trưởng tiểu ban."
)


def test_the_groups_of_a_steering_committee_are_part_of_it_and_no_work() -> None:
    read = plan(f"I. TỔ CHỨC\n- Ban Chỉ đạo chuyển đổi số tỉnh Lạng Sơn có 02 tổ giúp việc:{GROUPS}")
    whole = "Ban Chỉ đạo chuyển đổi số tỉnh Lạng Sơn"
    groups = ("Tổ công tác cải cách hành chính", "Tiểu ban Hạ tầng số")
    assert links(read) >= {(group, "part_of", whole) for group in groups}
    assert read.tasks == ()


def test_groups_that_a_committee_only_tells_to_do_something_are_not_said_to_be_part_of_it() -> None:
    said = "- Ban Chỉ đạo chuyển đổi số tỉnh Lạng Sơn yêu cầu:\n+ Tổ công tác cải cách hành chính báo cáo hằng tháng."
    read = plan(f"I. NHIỆM VỤ\n{said}")
    assert not [link for link in links(read) if link[1] == "part_of"]


def test_setting_up_a_group_with_its_head_is_work() -> None:
    read = plan("I. NHIỆM VỤ\n1. Sở Nội vụ thành lập tổ công tác lưu trữ do Phó Giám đốc Sở làm Tổ trưởng.")
    assert [task.assignees for task in read.tasks] == [("Sở Nội vụ",)]


def ids(read: Facts) -> set[tuple[str, str]]:
    return {(document.id, document.status) for document in read.documents if not document.id[0].isdigit()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Bộ Nội vụ trình Thủ tướng dự thảo Quyết định kiện toàn Ủy ban Quốc gia về chuyển đổi số.",
            {("Quyết định kiện toàn Ủy ban Quốc gia về chuyển đổi số", "draft")},
        ),
        (
            "Sở Nội vụ hoàn thiện dự thảo Quyết định giải thể Ban Quản lý dự án huyện.",
            {("Quyết định giải thể Ban Quản lý dự án huyện", "draft")},
        ),
        (
            "Thủ tướng giao Bộ Nội vụ trình ban hành quy chế làm việc của Ủy ban Quốc gia về chuyển đổi số.",
            {("Quy chế làm việc của Ủy ban Quốc gia về chuyển đổi số", "draft")},
        ),
        (
            "Thủ tướng giao Bộ Nội vụ trình ban hành quy chế làm việc của Ủy ban Quốc gia về chuyển đổi số bảo đảm rõ"
            " trách nhiệm của các bộ.",
            {("Quy chế làm việc của Ủy ban Quốc gia về chuyển đổi số", "draft")},
        ),
        # a report's name ends with the number that it tells of, and where another thing is to be written
        (
            "Bộ Tư pháp góp ý dự thảo Báo cáo của Bộ Nội vụ về kết quả thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021"
            " của Chính phủ về cải cách hành chính và xây dựng báo cáo của bộ.",
            {("Báo cáo của Bộ Nội vụ về kết quả thực hiện Nghị quyết số 76/NQ-CP", "draft")},
        ),
        (
            "Bộ Tư pháp góp ý dự thảo Báo cáo của Bộ Nội vụ về tinh giản biên chế"
            " và hoàn thiện dự thảo Nghị định về lưu trữ.",
            {("Báo cáo của Bộ Nội vụ về tinh giản biên chế", "draft"), ("Nghị định về lưu trữ", "draft")},
        ),
        # what is in force goes by no such name, and what a decree is about may be joined by "và"
        ("Cán bộ thực hiện đúng quy chế làm việc của Ủy ban nhân dân tỉnh Lai Châu.", set()),
        (
            "Bộ Nội vụ đang soạn dự thảo Nghị định về lưu trữ và xây dựng kho dữ liệu.",
            {("Nghị định về lưu trữ và xây dựng kho dữ liệu", "draft")},
        ),
    ],
)
def test_documents_without_a_number(text: str, wanted: set[tuple[str, str]]) -> None:
    assert ids(page(text)) == wanted


def test_the_body_told_to_act_last_goes_on_in_its_paragraph() -> None:
    first = "Thủ tướng giao Bộ Nội vụ trình Nghị định về lưu trữ.\n"
    text = "Văn phòng Chính phủ tiếp tục mở rộng Cổng dịch vụ công. Tăng cường đôn đốc các bộ."
    assert [task.assignees for task in page(first + text).tasks][1:] == [("Văn phòng Chính phủ",)] * 2
    assert page(f"{first}Tăng cường đôn đốc các bộ.").tasks[-1].assignees == ("Bộ Nội vụ",)


@pytest.mark.parametrize(
    ("above", "below", "works"),
    [
        ("2. Hoàn thiện hạ tầng số của tỉnh.", "2.1. Sở Nội vụ nâng cấp kho lưu trữ.", ["nâng cấp kho lưu trữ"]),
        ("2. Hoàn thiện hạ tầng số.", "3. Nâng cấp kho lưu trữ.", ["Hoàn thiện hạ tầng số", "Nâng cấp kho lưu trữ"]),
    ],
)
def test_an_entry_whose_parts_are_numbered_by_it_is_a_title(above: str, below: str, works: list[str]) -> None:
    assert [task.text for task in plan(f"I. NHIỆM VỤ\n{above}\n{below}").tasks] == works


@pytest.mark.parametrize(
    ("entry", "works"),
    [
        ("- Theo kế hoạch, có 37 nhiệm vụ đến hạn trong quý II.", []),
        ("- Hiện còn 12 việc chưa hoàn thành.", []),
        ("- Có giải pháp hoàn thành 12 nhiệm vụ còn lại.", ["Có giải pháp hoàn thành 12 nhiệm vụ còn lại"]),
    ],
)
def test_how_many_tasks_there_are_is_none(entry: str, works: list[str]) -> None:
    assert [task.text for task in plan(f"I. NHIỆM VỤ\n{entry}").tasks if task.status is None] == works


def test_a_document_whose_day_is_left_open_tells_the_year_of_a_deadline() -> None:
    read = plan("I. NHIỆM VỤ\n1. Sở Nội vụ gửi danh mục hồ sơ trước ngày 30 tháng 9.", "ngày … tháng 5 năm 2025")
    assert [task.deadline for task in read.tasks] == ["2025-09-30"]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (
            "Người đứng đầu cấp ủy trực tiếp phụ trách công tác lưu trữ, chịu trách nhiệm trước Tỉnh ủy về kết quả.",
            [
                ("trực tiếp phụ trách công tác lưu trữ", ("Người đứng đầu cấp ủy",)),
                ("chịu trách nhiệm trước Tỉnh ủy về kết quả", ("Người đứng đầu cấp ủy",)),
            ],
        ),
        (
            "Sở Nội vụ quản lý kho lưu trữ tỉnh, có trách nhiệm kiểm kê hằng quý.",
            [("quản lý kho lưu trữ tỉnh", ("Sở Nội vụ",)), ("kiểm kê hằng quý", ("Sở Nội vụ",))],
        ),
        (
            "Đề nghị Sở Nội vụ trực tiếp chỉ đạo và chịu trách nhiệm thực hiện các việc về lưu trữ.",
            [("trực tiếp chỉ đạo và chịu trách nhiệm thực hiện các việc về lưu trữ", ("Sở Nội vụ",))],
        ),
        (
            "Đảng ủy Công an tỉnh lãnh đạo các đoàn thể mở lớp học; vận động hội viên tham gia.",
            [
                ("lãnh đạo các đoàn thể mở lớp học", ("Đảng ủy Công an tỉnh Lạng Sơn",)),
                ("vận động hội viên tham gia", ("Đảng ủy Công an tỉnh Lạng Sơn",)),
            ],
        ),
        (
            "Sở Nội vụ và lãnh đạo các xã rà soát kho lưu trữ.",
            [("rà soát kho lưu trữ", ("Sở Nội vụ", "lãnh đạo các xã"))],
        ),
        (
            "Tạp chí Văn thư, Báo điện tử Lạng Sơn tăng thời lượng tin, bài về lưu trữ.",
            [("tăng thời lượng tin, bài về lưu trữ", ("Tạp chí Văn thư", "Báo điện tử Lạng Sơn"))],
        ),
        (
            "Trưởng các thôn và các tổ dân phố lập danh sách hộ gia đình.",
            [("lập danh sách hộ gia đình", ("Trưởng các thôn và các tổ dân phố",))],
        ),
    ],
)
def test_who_acts_in_an_entry_before_a_further_duty(entry: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(task.text, task.assignees) for task in plan(f"IV. TỔ CHỨC THỰC HIỆN\n1. {entry}").tasks] == wanted


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Thủ tướng họp về dự thảo Nghị định quy định lưu trữ số trong cơ quan nhà nước. Thủ tướng giao Bộ Nội vụ"
            " chủ trì, phối hợp với các bộ hoàn thiện dự thảo Nghị định.",
            ("Nghị định quy định lưu trữ số trong cơ quan nhà nước", "drafted_by", "Bộ Nội vụ"),
        ),
        (
            "Bộ trưởng giao Vụ Pháp chế tham mưu Ban Thường vụ Đảng ủy ban hành Quy chế quản lý mạng của Đảng bộ bộ.",
            ("Quy chế quản lý mạng của Đảng bộ bộ", "drafted_by", "Vụ Pháp chế"),
        ),
    ],
)
def test_who_is_told_to_make_a_draft_writes_it(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(page(text))


def test_who_leads_an_appraisal_writes_no_draft() -> None:
    text = "Bộ Tư pháp chủ trì, phối hợp với Bộ Nội vụ, Bộ Công an thẩm định dự thảo Nghị định về lưu trữ số."
    assert links(page(text)) == set()


HELPED = [
    "chủ trì, phối hợp với Sở Tư pháp, Sở Y tế chỉ đạo các xã khôi phục đường truyền",
    "chủ trì, phối hợp với Sở Tư pháp, Sở Y tế hướng dẫn các xã khôi phục đường truyền",
    "phối hợp chặt chẽ với Sở Tư pháp, Sở Y tế khôi phục đường truyền; xong trước 17 giờ ngày 26 tháng 7 năm 2025",
]


@pytest.mark.parametrize("work", HELPED)
def test_a_row_of_helpers_goes_on_to_the_work(work: str) -> None:
    read = plan(f"I. NHIỆM VỤ\n1. Sở Nội vụ {work}.")
    assert [(text, who, helpers) for text, who, helpers, _ in told(read)] == [
        (work, ("Sở Nội vụ",), ("Sở Tư pháp", "Sở Y tế"))
    ]


def test_who_speaks_behind_a_comma_is_no_helper() -> None:
    text = "Sở Nội vụ phải khôi phục đường truyền trước ngày 26/7/2025, Sở Y tế cho biết thêm."
    assert [(task.text, task.cooperators) for task in page(text).tasks] == [
        ("khôi phục đường truyền trước ngày 26/7/2025", ())
    ]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Các doanh nghiệp cung cấp nền tảng số", "Các doanh nghiệp cung cấp nền tảng số"),
        ("Các đơn vị quản lý cơ sở dữ liệu", "Các đơn vị quản lý cơ sở dữ liệu"),
        ("Giám đốc các sở: Nội vụ, Xây dựng", "Giám đốc các sở: Nội vụ, Xây dựng"),
        ("Ban Thường vụ các đảng ủy xã, phường", "Ban Thường vụ các đảng ủy xã, phường"),
        ("Tổ giúp việc Ban Chỉ đạo", "Tổ giúp việc Ban Chỉ đạo"),
    ],
)
def test_those_who_act_are_told_to_their_last_word(who: str, name: str) -> None:
    read = plan(f"I. NHIỆM VỤ\n1. {who} chủ động xây dựng bộ tiêu chí đánh giá kho lưu trữ.")
    assert [(task.text, task.assignees) for task in read.tasks] == [
        ("chủ động xây dựng bộ tiêu chí đánh giá kho lưu trữ", (name,))
    ]


def test_a_first_duty_of_a_group_does_not_tell_it_apart() -> None:
    read = plan("I. NHIỆM VỤ\n1. Các sở quản lý chặt tài khoản, phối hợp với Công an tỉnh xử lý vi phạm.")
    assert read.tasks[0].assignees == ("Các sở",)
    assert read.tasks[0].text.startswith("quản lý chặt tài khoản")


def test_a_committee_does_not_go_by_the_paper_that_it_writes() -> None:
    named = {
        agency.name
        for agency in page("Ban Chỉ đạo xây dựng bộ tiêu chí, Ban Chỉ đạo xây dựng nông thôn mới họp.").agencies
    }
    assert "Ban Chỉ đạo xây dựng nông thôn mới" in named
    assert "Ban Chỉ đạo xây dựng bộ tiêu" not in named


def test_all_whom_a_letter_is_sent_to_do_what_its_list_asks() -> None:
    head = "BỘ NỘI VỤ\n-------\nSố: 3150/BNV-CCHC\nHà Nội, ngày 12 tháng 5 năm 2025\n\nKính gửi:\n"
    sent = "- Các bộ, cơ quan ngang bộ;\n- Ủy ban nhân dân các tỉnh, thành phố.\n\n"
    body = "Bộ Nội vụ đề nghị quý cơ quan thực hiện các nội dung sau:\na) Gửi danh sách trước ngày 8/8/2025.\n"
    read = facts(f"{head}{sent}{body}Trân trọng cảm ơn sự phối hợp của quý cơ quan.")
    to = ("Các bộ, cơ quan ngang bộ", "Ủy ban nhân dân các tỉnh, thành phố")
    assert told(read) == [("Gửi danh sách trước ngày 8/8/2025", to, (), "2025-08-08")]


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        # what the labelled lines call the work, where the title only says what it is about
        (
            "1. Về hạ tầng số\na) Nội dung: Nâng cấp kho lưu trữ số.\nb) Đơn vị chủ trì: Sở Nội vụ.\n"
            "c) Thời gian: Trước ngày 30/9/2025.",
            [("Nâng cấp kho lưu trữ số", ("Sở Nội vụ",), (), "2025-09-30")],
        ),
        (
            "1. Hoàn thiện kho lưu trữ\n- Nội dung: Nâng cấp phần mềm.\n"
            "- Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Tài chính.\n- Thời gian: quý III/2025.",
            [("Hoàn thiện kho lưu trữ", ("Sở Nội vụ",), ("Sở Tài chính",), "2025-Q3")],
        ),
        # a line that leaves the work to its points, though no colon ends it
        (
            "1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính chỉ đạo các xã thực hiện một số nhiệm vụ. Hoàn thành trước"
            " ngày 30/6/2025.\na) Rà soát kho lưu trữ.\nb) Số hóa hồ sơ.",
            [
                ("Rà soát kho lưu trữ", ("Sở Nội vụ",), ("Sở Tài chính",), "2025-06-30"),
                ("Số hóa hồ sơ", ("Sở Nội vụ",), ("Sở Tài chính",), "2025-06-30"),
            ],
        ),
        (
            "1. Sở Nội vụ hướng dẫn các xã thực hiện một số nhiệm vụ.\n2. Sở Tài chính bố trí kinh phí.",
            [
                ("hướng dẫn các xã thực hiện một số nhiệm vụ", ("Sở Nội vụ",), (), None),
                ("bố trí kinh phí", ("Sở Tài chính",), (), None),
            ],
        ),
        # a committee of the Party leads those who act
        (
            "1. Đảng ủy Công an tỉnh:\n- Lãnh đạo Công an tỉnh rà soát kho hồ sơ.",
            [("Lãnh đạo Công an tỉnh rà soát kho hồ sơ", ("Đảng ủy Công an tỉnh Lạng Sơn",), (), None)],
        ),
        (
            "1. Sở Nội vụ:\n- Lãnh đạo Công an tỉnh rà soát kho hồ sơ.",
            [("rà soát kho hồ sơ", ("Lãnh đạo Công an tỉnh",), (), None)],
        ),
        (
            "1. Giao Giám đốc Sở Nội vụ theo dõi tiến độ; đồng chí Giám đốc Sở Tài chính chủ trì giao ban hằng tháng.",
            [
                ("theo dõi tiến độ", ("Giám đốc Sở Nội vụ",), (), None),
                ("chủ trì giao ban hằng tháng", ("Giám đốc Sở Tài chính",), (), None),
            ],
        ),
        # by which seal somebody acts is no work
        (
            "1. Sở Nội vụ có trách nhiệm bảo quản kho lưu trữ; sử dụng con dấu của Ủy ban nhân dân tỉnh.",
            [("bảo quản kho lưu trữ", ("Sở Nội vụ",), (), None)],
        ),
    ],
)
def test_what_lists_of_a_plan_give(
    entries: str, wanted: list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]
) -> None:
    assert told(plan(f"II. NHIỆM VỤ\n{entries}")) == wanted


def test_small_roman_entries_go_on_with_the_list() -> None:
    read = page("Bộ Nội vụ yêu cầu các xã: i) rà soát kho lưu trữ; ii) số hóa hồ sơ; iii) báo cáo trước 30/9/2025.")
    assert [task.text for task in read.tasks] == ["rà soát kho lưu trữ", "số hóa hồ sơ", "báo cáo trước 30/9/2025"]
    assert {task.assignees for task in read.tasks} == {("các xã",)}


@pytest.mark.parametrize(
    ("end", "relation"),
    [
        ("có hiệu lực kể từ ngày ký; bãi bỏ Quyết định số 62/QĐ-UBND.", "repeals"),
        ("có hiệu lực kể từ ngày ký; đồng thời thay thế Quyết định số 62/QĐ-UBND.", "replaces"),
        ("có hiệu lực kể từ ngày ký; các sở căn cứ Quyết định số 62/QĐ-UBND thực hiện.", None),
    ],
)
def test_what_a_document_ends_as_it_comes_into_force(end: str, relation: str | None) -> None:
    read = plan(f"Điều 1. Quyết định này {end}", number="118/QĐ-UBND", kind="QUYẾT ĐỊNH")
    assert {link for link in links(read) if link[2] == "62/QĐ-UBND"} == (
        {("118/QĐ-UBND", relation, "62/QĐ-UBND")} if relation else set()
    )


def test_how_many_tasks_stand_how_is_no_late_work() -> None:
    read = plan(
        "I. ĐÁNH GIÁ\n- Đến ngày 30/4/2025, có 42 nhiệm vụ hoàn thành, 18 nhiệm vụ đang thực hiện.", kind="THÔNG BÁO"
    )
    assert read.tasks == ()


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        # who is told to do something leads others as well
        (
            "Giao Sở Nội vụ lập kế hoạch số hóa và chỉ đạo các trường thực hiện; báo cáo hằng quý.",
            [
                ("lập kế hoạch số hóa và chỉ đạo các trường thực hiện", ("Sở Nội vụ",)),
                ("báo cáo hằng quý", ("Sở Nội vụ",)),
            ],
        ),
        (
            "Sở Nội vụ lập kế hoạch số hóa, đôn đốc các trường thực hiện.",
            [("lập kế hoạch số hóa, đôn đốc các trường thực hiện", ("Sở Nội vụ",))],
        ),
        ("Chỉ đạo các trường lập kế hoạch số hóa.", [("Chỉ đạo các trường lập kế hoạch số hóa", ())]),
        # a post beside another before the colon
        (
            "Đồng chí Giám đốc Sở Nội vụ, Phó Trưởng Ban: Giúp Trưởng Ban điều hành; theo dõi công tác cán bộ.",
            [
                ("Giúp Trưởng Ban điều hành", ("Giám đốc Sở Nội vụ",)),
                ("theo dõi công tác cán bộ", ("Giám đốc Sở Nội vụ",)),
            ],
        ),
        (
            "Ông Lê Văn An, Giám đốc Sở Nội vụ, Ủy viên: Theo dõi công tác cán bộ.",
            [("Theo dõi công tác cán bộ", ("Lê Văn An",))],
        ),
        # bodies of one kind of all places; the same word as a verb is none
        (
            "Đề nghị Thanh tra các tỉnh, thành phố rà soát kho hồ sơ.",
            [("rà soát kho hồ sơ", ("Thanh tra các tỉnh, thành phố",))],
        ),
        (
            "Sở Nội vụ có nhiệm vụ thanh tra các tỉnh, thành phố trong vùng về kho hồ sơ.",
            [("thanh tra các tỉnh, thành phố trong vùng về kho hồ sơ", ("Sở Nội vụ",))],
        ),
        (
            "Hai Ban của Hội đồng nhân dân xã giám sát việc thực hiện.",
            [("giám sát việc thực hiện", ("Hai Ban của Hội đồng nhân dân xã",))],
        ),
    ],
)
def test_whose_the_duties_of_an_entry_are(entry: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(task.text, task.assignees) for task in plan(f"II. NHIỆM VỤ\n1. {entry}").tasks] == wanted


@pytest.mark.parametrize(
    ("entry", "works"),
    [
        ("Thể chế, nhân lực là những nội dung trọng tâm, cần hoàn thiện và đi trước một bước.", []),
        (
            "Sở Nội vụ tuyên truyền dữ liệu là yếu tố then chốt của cải cách.",
            ["tuyên truyền dữ liệu là yếu tố then chốt của cải cách"],
        ),
        (
            "Kho dữ liệu là nền tảng quan trọng, Phòng Kế hoạch - Tổng hợp phải làm sạch dữ liệu cán bộ.",
            ["làm sạch dữ liệu cán bộ"],
        ),
    ],
)
def test_how_a_thing_is_seen_is_no_task(entry: str, works: list[str]) -> None:
    assert [task.text for task in plan(f"II. NHIỆM VỤ\n1. {entry}").tasks] == works


@pytest.mark.parametrize(
    "unit", ["Vụ Kế hoạch - Tổng hợp", "Phòng Hành chính - Tổng hợp", "Phòng Kế hoạch - Tài chính"]
)
def test_a_dash_joins_two_fields_of_a_unit(unit: str) -> None:
    read = plan(f"II. NHIỆM VỤ\n1. {unit} theo dõi, đôn đốc các đơn vị; tổng hợp báo cáo.")
    assert [task.assignees for task in read.tasks] == [(unit,), (unit,)]


def test_a_verb_behind_a_dash_is_no_field() -> None:
    read = plan("II. NHIỆM VỤ\n1. Phòng Lưu trữ - Tổng hợp số liệu kho hồ sơ trước ngày 30/6/2025.")
    assert "Phòng Lưu trữ - Tổng hợp" not in {agency.name for agency in read.agencies}


@pytest.mark.parametrize(
    ("work", "result"),
    [
        ("lập kế hoạch số hóa và chỉ đạo các trường thực hiện", "kế hoạch số hóa"),
        ("xây dựng kế hoạch số hóa và gửi Sở Tài chính", "kế hoạch số hóa"),
        ("ban hành quy chế lưu trữ và tổ chức thực hiện", "quy chế lưu trữ"),
        ("ban hành quy chế quản lý và vận hành kho lưu trữ", "quy chế quản lý và vận hành kho lưu trữ"),
    ],
)
def test_what_is_handed_over_ends_before_further_work(work: str, result: str) -> None:
    assert [task.deliverable for task in plan(f"II. NHIỆM VỤ\n1. Sở Nội vụ {work}.").tasks] == [result]
