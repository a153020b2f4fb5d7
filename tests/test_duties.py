"""Whose duties a list tells: the line above names a body, or says in other words who it is."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> list[Task]:
    return list(extract(read_bytes(text.encode(), "trang.txt")).tasks)


OPENED = [
    # a body is told to do "the following": the line is no task, what stands below it is
    ("Thủ tướng Chính phủ yêu cầu Bộ Y tế triển khai các giải pháp số trong khám bệnh như sau:", ["Bộ Y tế"]),
    ("Trong đó có yêu cầu Bộ Y tế thực hiện một số nội dung trọng tâm sau:", ["Bộ Y tế"]),
    # toward, with and without the duty in so many words
    ("Đối với Bộ Y tế:", ["Bộ Y tế"]),
    ("Đối với các bộ, ngành, địa phương:", ["các bộ, ngành, địa phương"]),
    (
        "Đối với doanh nghiệp cung cấp nền tảng khám bệnh từ xa có trách nhiệm:",
        ["doanh nghiệp cung cấp nền tảng khám bệnh từ xa"],
    ),
    # the duty of somebody without a name
    ("Trách nhiệm của người quản lý kho dữ liệu:", ["người quản lý kho dữ liệu"]),
    ("Nhiệm vụ, quyền hạn của Bộ Y tế được quy định như sau:", ["Bộ Y tế"]),
    ("Đối với trách nhiệm của trưởng nhóm kỹ thuật được quy định như sau:", ["trưởng nhóm kỹ thuật"]),
    ("Trách nhiệm của Bộ Y tế trong quản lý hồ sơ sức khỏe:", ["Bộ Y tế"]),
    ("Bộ Y tế thực hiện các nhiệm vụ theo Luật Khám bệnh, chữa bệnh và các nhiệm vụ cụ thể sau đây:", ["Bộ Y tế"]),
    ("Bên nhận dữ liệu có nghĩa vụ:", ["Bên nhận dữ liệu"]),
    ("Chủ đầu tư có nhiệm vụ sau:", ["Chủ đầu tư"]),
    # the bearer stands at the end of the line that opens the list
    ("Điều 9 Nghị định 13/2023/NĐ-CP quy định trách nhiệm của bên xử lý dữ liệu như sau:", ["bên xử lý dữ liệu"]),
    # a list that shares its head
    ("Các Bộ: Y tế, Tài chính có trách nhiệm:", ["Bộ Y tế", "Bộ Tài chính"]),
]


@pytest.mark.parametrize(("line", "bearers"), OPENED, ids=[line[:40] for line, _ in OPENED])
def test_items_are_the_duties_of_whom_the_line_above_names(line: str, bearers: list[str]) -> None:
    found = tasks(
        f"Hỏi: Ai phải làm gì theo quy định mới?\n{line}\n- Kết nối hồ sơ sức khỏe của từng bệnh viện;\n"
        "- Báo cáo kết quả trước ngày 15/12/2026."
    )
    assert [(task.text, list(task.assignees)) for task in found] == [
        ("Kết nối hồ sơ sức khỏe của từng bệnh viện", bearers),
        ("Báo cáo kết quả trước ngày 15/12/2026", bearers),
    ]


SUBJECTS = [
    ("Người giữ dấu, hồ sơ của cơ quan có trách nhiệm lập sổ theo dõi.", ["Người giữ dấu, hồ sơ của cơ quan"]),
    ("Khi hết hợp đồng, bên nhận dữ liệu có nghĩa vụ xóa bản sao.", ["bên nhận dữ liệu"]),
    ("Tổ chức vận hành sàn giao dịch có nghĩa vụ lưu nhật ký trong 5 năm.", ["Tổ chức vận hành sàn giao dịch"]),
    ("Thủ trưởng đơn vị, Ủy ban nhân dân cấp tỉnh, chủ đầu tư có trách nhiệm ban hành quy chế.",
     ["Thủ trưởng đơn vị", "Ủy ban nhân dân cấp tỉnh", "chủ đầu tư"]),
    ("Công dân có trách nhiệm cập nhật số điện thoại.", ["Công dân"]),
    ("Chủ tài khoản, trong phạm vi quyền hạn của mình, có trách nhiệm đổi mật khẩu mỗi quý.", ["Chủ tài khoản"]),
    ("Các trạm y tế có bác sĩ tổ chức tiêm chủng và chịu trách nhiệm về hồ sơ.", ["Các trạm y tế có bác sĩ"]),
    ("Nhà mạng có trách nhiệm tự khảo sát, lập kế hoạch phủ sóng.", ["Nhà mạng"]),
    ("Thị trường phát triển nhanh thì nhà mạng có trách nhiệm mở rộng băng thông.", ["nhà mạng"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "bearers"), SUBJECTS, ids=[row[0][:40] for row in SUBJECTS])
def test_the_subject_of_a_duty_needs_no_name(sentence: str, bearers: list[str]) -> None:
    found = tasks(f"Quy định mới về dữ liệu của tỉnh ra sao?\n{sentence}\nVăn bản này đăng trên cổng thông tin.")
    assert [list(task.assignees) for task in found] == [bearers]


NO_DUTIES = [
    "Bộ Y tế cho biết việc này thuộc trách nhiệm của ai còn phải bàn.",  # a question passed on
    "“Dữ liệu mở” là dữ liệu mà ai cũng phải dùng được.",  # a definition
    "Người dân được hưởng ưu đãi khi phải nộp hồ sơ trực tuyến.",  # a right
    "Nhà nước khuyến khích người dân dùng chữ ký số.",  # a policy
]


@pytest.mark.parametrize("sentence", NO_DUTIES)
def test_definitions_and_rights_are_no_duties(sentence: str) -> None:
    assert tasks(f"Quy định mới ra sao?\n{sentence}\nVăn bản này đăng trên cổng thông tin.") == []


DOCUMENT = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 912/NQ-CP
Hà Nội, ngày 03 tháng 2 năm 2026
NGHỊ QUYẾT
Về hồ sơ sức khỏe điện tử
Điều 1. Nhiệm vụ và tổ chức thực hiện
1. Bộ Y tế chỉ đạo các bệnh viện kết nối hồ sơ sức khỏe.
2. Trách nhiệm của cơ sở y tế tư nhân: Cập nhật hồ sơ trong ngày.
3. Trung ương Hội Thầy thuốc trẻ phát động phong trào khám bệnh từ xa.
Điều 2. Trách nhiệm của doanh nghiệp cung cấp nền tảng
1. Bảo đảm nền tảng chạy ổn định;
2. Người bệnh có quyền xem hồ sơ của mình.
Điều 3. Trách nhiệm của Bộ Tài chính trong bố trí kinh phí
1. Bố trí kinh phí hằng năm cho Bộ Y tế.
"""


def test_headings_and_points_of_a_document_name_the_bearer() -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(DOCUMENT)] == [
        ("chỉ đạo các bệnh viện kết nối hồ sơ sức khỏe", ("Bộ Y tế",), "Chính phủ"),
        ("Cập nhật hồ sơ trong ngày", ("cơ sở y tế tư nhân",), "Chính phủ"),
        ("phát động phong trào khám bệnh từ xa", ("Trung ương Hội Thầy thuốc trẻ",), "Chính phủ"),
        ("Bảo đảm nền tảng chạy ổn định", ("doanh nghiệp cung cấp nền tảng",), "Chính phủ"),
        ("Bố trí kinh phí hằng năm cho Bộ Y tế", ("Bộ Tài chính",), "Chính phủ"),
    ]


PAGE = """Theo Nghị định, Bộ Y tế là cơ quan của Chính phủ, thực hiện quản lý nhà nước về y tế.
Nhiệm vụ và quyền hạn
Bộ Y tế thực hiện các nhiệm vụ theo luật định và các nhiệm vụ sau đây:
Về y tế dự phòng, tiêm chủng, Bộ Y tế chỉ đạo các địa phương giám sát dịch bệnh; xây dựng kế hoạch tiêm chủng hằng năm.
Hướng dẫn việc kết nối hồ sơ sức khỏe; quản lý kho dữ liệu bệnh án.
Về dược, Bộ Y tế chủ trì, phối hợp với các bộ, ngành xây dựng, công bố và cập nhật danh mục thuốc hiếm.
Cơ cấu tổ chức của Bộ Y tế
Nghị định 77/2026/NĐ-CP quy định cơ cấu tổ chức của Bộ Y tế gồm 19 đơn vị.
Nghị định này có hiệu lực thi hành từ ngày 1/9/2026.
"""


def test_a_page_about_one_document_tells_its_duties() -> None:
    found = tasks(PAGE)
    assert [task.text for task in found if "quản lý nhà nước" not in task.text] == [
        "chỉ đạo các địa phương giám sát dịch bệnh",
        "xây dựng kế hoạch tiêm chủng hằng năm",
        "Hướng dẫn việc kết nối hồ sơ sức khỏe",
        "quản lý kho dữ liệu bệnh án",
        "chủ trì, phối hợp với các bộ, ngành xây dựng, công bố và cập nhật danh mục thuốc hiếm",
    ]
    assert {(task.assignees, task.mandate, task.directed_by) for task in found} == {
        (("Bộ Y tế",), "77/2026/NĐ-CP", "Chính phủ")
    }


def test_the_document_of_the_page_orders_not_the_one_within_the_duty() -> None:
    found = tasks(
        "Ai làm gì theo Chỉ thị 18/CT-TTg?\nMục 2 Chỉ thị 18/CT-TTg năm 2026 quy định như sau:\n"
        "- Bộ Y tế: Khẩn trương rà soát Nghị định 96/2023/NĐ-CP, Thông tư 32/2023/TT-BYT về “hồ sơ bệnh án” theo hướng "
        "giảm giấy tờ, hoàn thành trong tháng 9 năm 2026."
    )
    assert [(task.assignees, task.mandate, task.directed_by, task.deadline) for task in found] == [
        (("Bộ Y tế",), "18/CT-TTg", "Thủ tướng Chính phủ", "2026-09")
    ]


def test_what_an_answer_gives_of_the_document_that_it_named() -> None:
    found = tasks(
        "Toàn văn Quyết định 77/QĐ-TTg ra sao?\nNgày 2/3/2026, Thủ tướng Chính phủ ban hành Quyết định 77/QĐ-TTg.\n"
        "Theo đó, việc dùng đầu số 115 được thực hiện như sau:\n"
        "- Bộ Y tế chỉ đạo các trung tâm cấp cứu dùng chung đầu số 115.\n"
    )
    assert [(task.text, task.assignees, task.mandate, task.directed_by) for task in found] == [
        (
            "chỉ đạo các trung tâm cấp cứu dùng chung đầu số 115",
            ("Bộ Y tế",),
            "77/QĐ-TTg",
            "Thủ tướng Chính phủ",
        )
    ]


HELPERS = [
    ("phối hợp lực lượng chức năng kiểm tra kho thuốc nổ", ["lực lượng chức năng"]),
    ("phối hợp với các hãng vận tải (đường bộ, đường sắt) chủ động chuyển vắc xin", ["các hãng vận tải"]),
    ("phối hợp với các cơ quan chức năng của Nhà nước tháo gỡ vướng mắc", ["các cơ quan chức năng của Nhà nước"]),
    ("phối hợp với Bộ Công an, lực lượng dân quân hỗ trợ người dân", ["Bộ Công an", "lực lượng dân quân"]),
    ("phối hợp với các bộ, ngành đề xuất bãi bỏ giấy phép con", ["các bộ, ngành"]),
    ("phối hợp với nhau làm tốt việc tiêm chủng", []),
    ("cùng với việc tiêm chủng xây dựng kho thuốc", []),
]  # fmt: skip


@pytest.mark.parametrize(("work", "helpers"), HELPERS, ids=[row[0][:40] for row in HELPERS])
def test_helpers_without_a_name(work: str, helpers: list[str]) -> None:
    found = tasks(f"Họp về y tế cơ sở.\nThủ tướng Chính phủ yêu cầu Bộ Y tế {work}.\nCuộc họp kết thúc lúc 11 giờ.")
    assert [list(task.cooperators) for task in found] == [helpers]


DUE = [
    ("Hoàn thành trước ngày 15/12/2026.", "2026-12-15"),
    ("Thời gian hoàn thành: trước 15/12/2026.", "2026-12-15"),
    ("Thời hạn thực hiện là quý IV năm 2026.", "2026-Q4"),
    ("Xong trong tháng 11/2026.", "2026-11"),
    ("Hoàn thành trước ngày 15/12/2026 việc thu phí ở 12 tỉnh là khó.", None),
]


@pytest.mark.parametrize(("sentence", "deadline"), DUE)
def test_a_sentence_that_only_says_by_when(sentence: str, deadline: str | None) -> None:
    found = tasks(
        "Họp về y tế cơ sở.\nThủ tướng Chính phủ yêu cầu Bộ Tài chính bố trí kinh phí mua thuốc. Thủ tướng giao Bộ Y "
        f"tế kết nối hồ sơ sức khỏe của các trạm y tế. {sentence}\nCuộc họp kết thúc lúc 11 giờ."
    )
    assert [task.deadline for task in found if "hồ sơ sức khỏe" in task.text] == [deadline]
    assert [task.deadline for task in found if "mua thuốc" in task.text] == [None]


ITEMS = [
    # owners in a list are no bodies with work of their own
    "Bảo vệ quyền lợi của người bệnh, tổ chức cung cấp hồ sơ theo quy định",
    # verbs that share an object, one of them before "và"
    "Soạn thảo, hướng dẫn và tổ chức thực hiện quy chế dùng chung hồ sơ sức khỏe",
    # what the bearer asks of others is the bearer's duty
    "Chỉ đạo các trạm y tế cấp sổ sức khỏe điện tử cho người dân",
    "Đôn đốc các bệnh viện gửi dữ liệu đúng hạn",
]


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_is_one_duty(item: str) -> None:
    found = tasks(f"Ai làm gì?\nĐiều 3 Nghị định 96/2023/NĐ-CP quy định trách nhiệm của Bộ Y tế như sau:\n- {item};")
    assert [(task.text, task.assignees, task.directed_by) for task in found] == [(item, ("Bộ Y tế",), "Chính phủ")]


def test_who_helps_gives_no_order() -> None:
    found = tasks(
        "Họp về y tế cơ sở.\nBộ Y tế chủ trì, phối hợp với Bộ Công an chỉ đạo các bệnh viện kết nối dữ liệu.\n"
        "Cuộc họp kết thúc lúc 11 giờ."
    )
    assert [(task.assignees, task.cooperators, task.directed_by) for task in found] == [
        (("Bộ Y tế",), ("Bộ Công an",), None)
    ]


def test_a_line_right_above_a_list_opens_it_among_the_items_of_another() -> None:
    found = tasks(
        "Ai làm gì theo Nghị định 96/2023/NĐ-CP?\nNghị định 96/2023/NĐ-CP quy định như sau:\n"
        "- Bộ Tài chính bố trí kinh phí mua thuốc.\nBộ Y tế có trách nhiệm:\n- Cấp sổ sức khỏe điện tử;\n"
        "- Giám sát các bệnh viện."
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("bố trí kinh phí mua thuốc", ("Bộ Tài chính",)),
        ("Cấp sổ sức khỏe điện tử", ("Bộ Y tế",)),
        ("Giám sát các bệnh viện", ("Bộ Y tế",)),
    ]


def test_a_page_that_gives_a_whole_document_below_its_repeated_question() -> None:
    question = "Toàn văn Quyết định 77/QĐ-TTg về dùng chung đầu số cấp cứu 115 ra sao?"
    found = tasks(
        f"{question}\n{question}\nNgày 2/3/2026, Thủ tướng Chính phủ ban hành Quyết định 77/QĐ-TTg.\n"
        ">>> Tải về văn bản\n"
        "- Bộ Y tế chủ trì, phối hợp với Bộ Công an lập đầu số cấp cứu 115.\n"
    )
    assert [(task.assignees, task.mandate, task.directed_by) for task in found] == [
        (("Bộ Y tế",), "77/QĐ-TTg", "Thủ tướng Chính phủ")
    ]


def test_bodies_in_a_list_with_semicolons_share_a_duty() -> None:
    found = tasks(
        "Ai làm gì?\nCông văn 915/UBND-KT năm 2026 của Ủy ban nhân dân tỉnh Bắc Ninh nêu như sau:\n"
        "- Giao các sở, ban, ngành; Ủy ban nhân dân các xã, phường cập nhật hồ sơ sức khỏe của cán bộ."
    )
    assert [task.assignees for task in found] == [("các sở, ban, ngành", "Ủy ban nhân dân các xã, phường")]


def test_headings_that_are_names_in_a_page_about_one_document() -> None:
    found = tasks(
        "Chính phủ ban hành Nghị quyết số 88/NQ-CP về nhân lực số\nNghị quyết nêu rõ nhiệm vụ của từng cơ quan.\n"
        "Bộ Giáo dục và Đào tạo\nSoạn thảo chương trình dạy kỹ năng số ở bậc phổ thông cho cả nước.\n"
        "Các trường đại học\nMở rộng chỉ tiêu ngành bán dẫn; liên kết với doanh nghiệp để đào tạo kỹ sư.\n"
        "Nghị quyết cũng yêu cầu các địa phương báo cáo kết quả về Bộ Nội vụ.\n"
        "Theo Nghị quyết, doanh nghiệp tuyển dụng kỹ sư số được hỗ trợ 30% chi phí đào tạo."
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("Soạn thảo chương trình dạy kỹ năng số ở bậc phổ thông cho cả nước", ("Bộ Giáo dục và Đào tạo",)),
        ("Mở rộng chỉ tiêu ngành bán dẫn", ("Các trường đại học",)),
        ("liên kết với doanh nghiệp để đào tạo kỹ sư", ("Các trường đại học",)),
        ("báo cáo kết quả về Bộ Nội vụ", ("các địa phương",)),
    ]
    assert {(task.mandate, task.directed_by) for task in found} == {("88/NQ-CP", "Chính phủ")}


def test_numbers_within_a_sentence_and_a_body_with_two_predicates() -> None:
    found = tasks(
        "Ai làm gì?\nĐiều 21 Luật Khám bệnh, chữa bệnh năm 2023 quy định như sau:\n"
        "1. Bảo hiểm xã hội Việt Nam chịu trách nhiệm: (1) Cung cấp dữ liệu khám bệnh; (2) Rà soát mã thẻ trùng lặp.\n"
        "2. Bộ Y tế là cơ quan đầu mối giúp Chính phủ quản lý hồ sơ và có trách nhiệm sau đây:\n"
        "a) Ban hành quy chuẩn hồ sơ;\nb) Kiểm tra việc thực hiện."
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("Cung cấp dữ liệu khám bệnh", ("Bảo hiểm xã hội Việt Nam",)),
        ("Rà soát mã thẻ trùng lặp", ("Bảo hiểm xã hội Việt Nam",)),
        ("Ban hành quy chuẩn hồ sơ", ("Bộ Y tế",)),
        ("Kiểm tra việc thực hiện", ("Bộ Y tế",)),
    ]


def test_who_carries_out_the_one_document_that_a_page_names() -> None:
    found = tasks(
        "Bộ Y tế vừa ban hành Quyết định 77/QĐ-BYT ngày 3/2/2026 về Kế hoạch số hóa bệnh án.\nTổ chức thực hiện\n"
        "Cục Quản lý khám chữa bệnh là đầu mối, theo dõi việc thực hiện; báo cáo Bộ trưởng trước ngày 15/12 hằng năm.\n"
        "Vụ Kế hoạch - Tài chính: Cân đối kinh phí; hướng dẫn các đơn vị lập dự toán.\n"
        "Giám đốc các bệnh viện chịu trách nhiệm trước Bộ trưởng về tiến độ số hóa bệnh án.\n"
        "Các bệnh viện căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị."
    )
    assert [(task.text, task.assignees, task.deadline, task.recurrence) for task in found] == [
        ("là đầu mối, theo dõi việc thực hiện", ("Cục Quản lý khám chữa bệnh",), None, None),
        (
            "báo cáo Bộ trưởng trước ngày 15/12 hằng năm",
            ("Cục Quản lý khám chữa bệnh",),
            None,
            "trước ngày 15/12 hằng năm",
        ),
        ("Cân đối kinh phí", ("Vụ Kế hoạch - Tài chính",), None, None),
        ("hướng dẫn các đơn vị lập dự toán", ("Vụ Kế hoạch - Tài chính",), None, None),
        (
            "chịu trách nhiệm trước Bộ trưởng về tiến độ số hóa bệnh án",
            ("Giám đốc các bệnh viện",),
            None,
            None,
        ),
        ("xây dựng kế hoạch của đơn vị", ("Các bệnh viện",), None, None),
    ]
    assert {(task.mandate, task.directed_by) for task in found} == {("77/QĐ-BYT", "Bộ Y tế")}


def test_a_time_counted_from_when_the_document_takes_effect() -> None:
    text = DOCUMENT.replace(
        "1. Bảo đảm nền tảng chạy ổn định;",
        "1. Công bố giá trong 30 ngày kể từ ngày Nghị quyết này có hiệu lực;\n"
        "2. Nghị quyết này có hiệu lực từ 1/7/2026;",
    )
    found = [task.text for task in tasks(text) if "hiệu lực" in task.text]
    assert found == ["Công bố giá trong 30 ngày kể từ ngày Nghị quyết này có hiệu lực"]
