"""A document that an article is about, told to its end; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Chuyện số hóa ở tỉnh\n\n{text}".encode(), "thu.txt")).tasks


PLAN = "Vừa qua, UBND tỉnh Hưng Yên ban hành Kế hoạch số 77/KH-UBND về hồ sơ sức khỏe.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        # an order of the body that issued it, with what else its words cite
        "UBND tỉnh giao Sở Y tế lập danh mục bệnh mạn tính theo Thông tư số 13/2025/TT-BYT.",
        # its contents, its stages
        "Nội dung triển khai, bao gồm: Rà soát mã định danh của người bệnh ở các trạm.",
        "Giai đoạn 1: Tập huấn cho nhân viên trạm y tế theo Quyết định số 31/QĐ-BYT của Bộ Y tế.",
        # the document as a subject
        "Kế hoạch yêu cầu các bệnh viện tuyến huyện nối phần mềm trong quý III/2027.",
        # work without a subject, of a thing
        "UBND tỉnh yêu cầu làm nhanh. Chuyển hồ sơ giấy về kho tỉnh trước tháng 9/2027.",
        "Sở Y tế được UBND tỉnh giao việc này. Theo đó, việc bàn giao hồ sơ cần lập biên bản ngay tại trạm.",
    ],
)
def test_what_the_document_of_an_article_orders(told: str) -> None:
    found = tasks(PLAN + told)
    assert found[-1].mandate == "77/KH-UBND"
    assert found[-1].directed_by == "Ủy ban nhân dân tỉnh Hưng Yên"


def test_an_article_tells_its_document_to_the_end() -> None:
    between = "\n\n".join(f"Xã thứ {n} của tỉnh có trạm y tế khang trang." for n in range(2, 12))
    found = tasks(
        f"{PLAN}UBND tỉnh giao Sở Y tế lập danh mục bệnh mạn tính.\n\n{between}\n\nMua sắm máy quét cho 20 xã."
    )
    assert [(task.text, task.mandate) for task in found][1:] == [("Mua sắm máy quét cho 20 xã", "77/KH-UBND")]


def test_the_leader_who_signed_speaks_for_the_document() -> None:
    found = tasks(
        "Thủ tướng Chính phủ Phạm Minh Chính đã ký Công điện số 45/CĐ-TTg về an toàn hồ đập.\n\n"
        "Thủ tướng yêu cầu Bộ Công Thương kiểm tra phần mềm cảnh báo.\n\nRà soát trạm quan trắc ở vùng hạ du.\n\n"
        "Trước đó, ngày 2/3/2027, Thủ tướng dự lễ khánh thành đập.\n\nTổ chức thăm hỏi bà con là nét đẹp của xã."
    )
    assert [(task.assignees, task.mandate) for task in found] == [
        (("Bộ Công Thương",), "45/CĐ-TTg"),
        ((), "45/CĐ-TTg"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        # what it is for
        "Việc triển khai nhằm mục đích giảm phiền hà. Nâng cao ý thức giữ gìn hồ sơ của bà con.",
        # a verb as a subject
        "UBND tỉnh nêu rõ lợi ích của hồ sơ điện tử. Kết nối phần mềm sẽ giúp bác sĩ đỡ vất vả.",
        "UBND tỉnh nêu rõ lợi ích của hồ sơ điện tử. Đầu tư cho trạm y tế là đầu tư cho người nghèo.",
    ],
)
def test_what_a_document_says_without_ordering(told: str) -> None:
    assert tasks(PLAN + told) == ()


def test_a_line_that_opens_a_list_is_no_task() -> None:
    assert not list(tasks(f"{PLAN}UBND tỉnh yêu cầu các xã cập nhật dữ liệu, cụ thể như sau"))


def test_a_stage_and_when_it_is_due() -> None:
    found = tasks(
        f"{PLAN}Giai đoạn 1: Tập huấn cho nhân viên trạm y tế; mua sắm máy quét cho 20 xã. Thời hạn hoàn thành giai "
        "đoạn 01 trước ngày 20/11/2027."
    )
    assert [(task.mandate, task.deadline) for task in found] == [("77/KH-UBND", "2027-11-20")] * 2


def test_what_a_plan_cites_takes_nothing_from_it() -> None:
    found = tasks(
        f"{PLAN}Nội dung triển khai, bao gồm: Lập sổ theo mẫu tại Quyết định số 31/QĐ-BYT ngày 2/5/2024.\n\n"
        "Theo hướng dẫn tại Quyết định số 31/QĐ-BYT của Bộ Y tế, lộ trình như sau:\n\n"
        "Giai đoạn 1: Tập huấn cho nhân viên trạm y tế."
    )
    assert [task.mandate for task in found][:1] == ["77/KH-UBND"]


def test_a_deputy_at_a_meeting_does_not_speak_for_the_document_of_the_ministry() -> None:
    found = tasks(
        "Bộ Y tế vừa ban hành Quyết định số 5316/QĐ-BYT về chương trình y tế số.\n\n"
        "Tại hội nghị hôm nay, Thứ trưởng Bộ Y tế Trần Văn Thuấn yêu cầu Cục Quản lý Dược nộp danh mục thuốc."
    )
    assert [(task.directed_by, task.mandate) for task in found] == [("Trần Văn Thuấn", None)]


@pytest.mark.parametrize(
    ("text", "mandate", "by"),
    [
        # an order that is the document's subject
        ("UBND tỉnh Cao Bằng ban hành Quyết định số 19/QĐ-UBND về việc giao Sở Xây dựng rà soát bản đồ ngập.",
         "19/QĐ-UBND", "Ủy ban nhân dân tỉnh Cao Bằng"),
        ("Bộ Y tế vừa có Công văn số 55/BYT-TTCĐS ngày 3/3/2027 về việc đề nghị các bệnh viện nối mạng xét nghiệm.",
         "55/BYT-TTCĐS", "Bộ Y tế"),
        # and one behind the subject
        ("Thủ tướng ký Công điện số 90/CĐ-TTg về ứng phó hạn mặn; yêu cầu Bộ Y tế lập bản đồ nước sạch.",
         "90/CĐ-TTg", "Thủ tướng Chính phủ"),
        ("Thủ tướng ban hành Chỉ thị số 9/CT-TTg về hạn mặn, đồng thời giao Bộ Xây dựng rà soát nhà máy nước.",
         "09/CT-TTg", "Thủ tướng Chính phủ"),
        # somebody else orders
        ("Thủ tướng ký Công điện số 90/CĐ-TTg về ứng phó hạn mặn; Chủ tịch UBND tỉnh Bến Tre yêu cầu Sở Y tế lập bản "
         "đồ nước sạch.", None, "Chủ tịch UBND tỉnh Bến Tre"),
        # the document is only what it is done by
        ("Dự lễ, bà Phó Chủ tịch UBND tỉnh Bến Tre, theo tinh thần Nghị quyết 57-NQ/TW, yêu cầu Sở Y tế làm sổ số.",
         None, "Phó Chủ tịch UBND tỉnh Bến Tre"),
    ],
)  # fmt: skip
def test_an_order_behind_the_document_that_gives_it(text: str, mandate: str | None, by: str) -> None:
    (task,) = tasks(text)
    assert (task.mandate, task.directed_by) == (mandate, by)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # a time inside what one is asked for is not the next one's
        ("Thủ tướng yêu cầu chậm nhất trong tháng 12/2027, các sở phải số hóa sổ mộ. Bộ Y tế rà soát trạm xá.",
         ["2027-12", None]),
        # one that opens the sentence, or is said of both, is
        ("Trong tháng 12/2027, Thủ tướng yêu cầu các sở phải số hóa sổ mộ. Bộ Y tế rà soát trạm xá.",
         ["2027-12", "2027-12"]),
        ("Thủ tướng yêu cầu trong tháng 12/2027, các sở số hóa sổ mộ; Bộ Y tế rà soát trạm xá.",
         ["2027-12", "2027-12"]),
    ],
)  # fmt: skip
def test_how_far_a_time_reaches(text: str, due: list[str | None]) -> None:
    assert [task.deadline for task in tasks(f"5/3/2027\n{text}")] == due


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what one is to put forward eagerly is one's own work
        ("Phó Thủ tướng giao Bộ Xây dựng chủ trì, phối hợp với Bộ Tài chính khẩn trương đề xuất bố trí vốn làm "
         "cầu.", [("chủ trì, phối hợp với Bộ Tài chính khẩn trương đề xuất bố trí vốn làm cầu", ("Bộ Xây dựng",))]),
        ("Thủ tướng yêu cầu Bộ trưởng, Trưởng ngành, Chủ tịch UBND các tỉnh, thành rà soát kho bản đồ.",
         [("rà soát kho bản đồ", ("Bộ trưởng, Trưởng ngành", "Chủ tịch UBND các tỉnh, thành"))]),
        ("Chủ tịch UBND tỉnh yêu cầu các sở; các cơ quan Trung ương đóng trên địa bàn tỉnh và Chủ tịch UBND các cấp rà "
         "soát kho bản đồ.", [("rà soát kho bản đồ", ("các sở", "các cơ quan Trung ương đóng trên địa bàn tỉnh",
         "Chủ tịch UBND các cấp"))]),
        # which sum, which offer is meant
        ("Kinh phí đề nghị Nhà nước hỗ trợ đóng thuyền gồm bảy phần.", []),
        ("Cách đánh số do doanh nghiệp kiến nghị triển khai ở bến cá đã cũ.", []),
    ],
)  # fmt: skip
def test_whose_an_order_is(text: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(task.text, task.assignees) for task in tasks(text)] == wanted


def test_the_document_that_orders_stays_where_another_is_the_ground() -> None:
    (task,) = tasks(
        "Thủ tướng Chính phủ ban hành Công điện số 31/CĐ-TTg yêu cầu các bộ cắt giảm giấy tờ nhà đất theo Nghị quyết "
        "66/NQ-CP."
    )
    assert task.mandate == "31/CĐ-TTg"


def test_who_has_something_to_say_on_a_ground_gives_the_orders_of_his_own_document() -> None:
    (task,) = tasks(
        "UBND tỉnh Lai Châu ban hành Công văn số 865/UBND-NC. Thực hiện Công văn số 77/BYT-KCB của Bộ Y tế, UBND tỉnh "
        "có ý kiến như sau: Sở Y tế chủ trì rà soát giường bệnh theo Quyết định số 31/QĐ-TTg."
    )
    assert (task.mandate, task.directed_by) == ("865/UBND-NC", "Ủy ban nhân dân tỉnh Lai Châu")


@pytest.mark.parametrize(
    "text",
    [
        "Số lượng hồ sơ dự kiến được tiếp nhận ở xã trong năm 2027.",
        "Khối lượng nhiệm vụ dự kiến triển khai trong năm 2027.",
        "Tổng kinh phí dự kiến được bố trí trong năm 2027.",
    ],
)
def test_how_much_is_expected_is_no_work(text: str) -> None:
    assert not tasks(text)


@pytest.mark.parametrize(
    ("whom", "wanted"),
    [
        (
            "giám đốc sở y tế các tỉnh, thành phố, giám đốc các bệnh viện trực thuộc Bộ",
            ("giám đốc sở y tế các tỉnh, thành phố", "giám đốc các bệnh viện trực thuộc Bộ"),
        ),
        ("các cơ sở khám, chữa bệnh trên toàn quốc", ("các cơ sở khám, chữa bệnh trên toàn quốc",)),
        (
            "hiệu trưởng các trường, thủ trưởng đơn vị và các trạm y tế",
            ("hiệu trưởng các trường", "thủ trưởng đơn vị", "các trạm y tế"),
        ),
    ],
)
def test_heads_and_places_that_a_list_is_for(whom: str, wanted: tuple[str, ...]) -> None:
    (task,) = tasks(f"Bộ trưởng Bộ Y tế yêu cầu {whom}:\n- Lập bản đồ nước sạch.")
    assert (task.text, task.assignees) == ("Lập bản đồ nước sạch", wanted)
