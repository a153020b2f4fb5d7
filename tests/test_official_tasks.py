"""Tasks in the forms of official texts: preambles, addressees, bearers by their place, clauses beside each other."""

from __future__ import annotations

import pytest

from kg.model import Facts, Task
from loaders.extract import extract
from loaders.read import read_bytes


def document(kind: str, number: str, body: str, issuer: str = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM") -> Facts:
    text = (
        f"{issuer}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n"
        f"Hà Nam, ngày 04 tháng 3 năm 2025\n{kind}\nVề dữ liệu cây xanh đô thị\n{body}"
    )
    return extract(read_bytes(text.encode(), "van-ban.txt"))


def plan(body: str) -> tuple[Task, ...]:
    return document("KẾ HOẠCH", "77/KH-UBND", body).tasks


def directive(body: str) -> tuple[Task, ...]:
    return document("CHỈ THỊ", "19/CT-TTg", body, "THỦ TƯỚNG CHÍNH PHỦ").tasks


ORDER = "Để chấn chỉnh tình trạng trên, Thủ tướng Chính phủ yêu cầu:\n"


def test_a_preamble_gives_no_task() -> None:
    found = plan(
        "Thực hiện Quyết định số 12/QĐ-TTg ngày 03/01/2025 của Thủ tướng Chính phủ; theo đề nghị của Sở Xây dựng, UBND "
        "tỉnh ban hành Kế hoạch về dữ liệu cây xanh như sau:\n"
        "I. NHIỆM VỤ\n1. Lập hồ sơ điện tử cho từng cây cổ thụ.\n"
    )
    assert [task.text for task in found] == ["Lập hồ sơ điện tử cho từng cây cổ thụ"]
    found = directive(
        "Thực hiện Luật Lâm nghiệp, những năm qua các địa phương trồng được nhiều cây xanh.\n"
        f"{ORDER}1. Bộ Xây dựng:\na) Lập hồ sơ điện tử cho từng cây cổ thụ.\n"
    )
    assert [task.text for task in found] == ["Lập hồ sơ điện tử cho từng cây cổ thụ"]


def test_addressees_are_no_tasks() -> None:
    found = document(
        "CÔNG ĐIỆN",
        "31/CĐ-TTg",
        "THỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ: Xây dựng, Công an, Y tế;\n- Chủ tịch UBND các tỉnh.\n"
        "Theo báo cáo của Bộ Xây dựng, các địa phương đã chặt hạ 300 cây.\n"
        f"{ORDER}1. Các Bộ trưởng: Xây dựng, Công an khẩn trương lập hồ sơ cây cổ thụ.\n",
        "THỦ TƯỚNG CHÍNH PHỦ",
    ).tasks
    assert [(task.text, task.assignees) for task in found] == [
        ("khẩn trương lập hồ sơ cây cổ thụ", ("Bộ Xây dựng", "Bộ Công an"))
    ]


@pytest.mark.parametrize(
    ("item", "texts"),
    [
        (
            "a) Số hóa hồ sơ cây xanh; kiên quyết không cấp phép chặt hạ cây cổ thụ.",
            ["Số hóa hồ sơ cây xanh", "kiên quyết không cấp phép chặt hạ cây cổ thụ"],
        ),
        (
            "a) Không yêu cầu người dân nộp lại bản vẽ; công khai bản đồ cây xanh.",
            ["Không yêu cầu người dân nộp lại bản vẽ", "công khai bản đồ cây xanh"],
        ),
        (
            "a) Trồng bù cây gãy đổ; trong quý III năm 2025 hoàn thành bản đồ cây xanh.",
            ["Trồng bù cây gãy đổ", "trong quý III năm 2025 hoàn thành bản đồ cây xanh"],
        ),
        (
            "a) Kiểm tra rễ cây; trường hợp chưa an toàn thì phải rào chắn, bố trí người trực.",
            ["Kiểm tra rễ cây", "trường hợp chưa an toàn thì phải rào chắn, bố trí người trực"],
        ),
        (
            "a) Số hóa hồ sơ cây xanh; quyết liệt đốn tỉa cành khô ở các tuyến phố.",
            ["Số hóa hồ sơ cây xanh", "quyết liệt đốn tỉa cành khô ở các tuyến phố"],
        ),
        # how or by when it is done is part of it
        ("a) Số hóa hồ sơ cây xanh; ưu tiên các tuyến phố cổ.", ["Số hóa hồ sơ cây xanh"]),
        (
            "a) Số hóa hồ sơ cây xanh; hoàn thành trước ngày 15 tháng 9 năm 2025.",
            ["Số hóa hồ sơ cây xanh; hoàn thành trước ngày 15 tháng 9 năm 2025"],
        ),
    ],
)
def test_clauses_beside_each_other_are_tasks_of_one_bearer(item: str, texts: list[str]) -> None:
    found = directive(f"{ORDER}1. Bộ Xây dựng:\n{item}\n2. Bộ Y tế:\na) Thống kê ca dị ứng phấn hoa.\n")
    assert [task.text for task in found[:-1]] == texts
    assert {task.assignees for task in found[:-1]} == {("Bộ Xây dựng",)}


def test_times_are_of_their_own_clause() -> None:
    first, second, third = directive(
        f"{ORDER}1. Bộ Xây dựng:\na) Số hóa hồ sơ cây xanh trước ngày 30 tháng 6 năm 2025; tổ chức thi ảnh cây đẹp.\n"
        "b) Hoàn thành bản đồ cây xanh; thời hạn chậm nhất là ngày 15 tháng 9 năm 2025.\n"
    )
    assert [first.deadline, second.deadline, third.deadline] == ["2025-06-30", None, "2025-09-15"]


def test_what_is_handed_over_is_no_task_of_its_own() -> None:
    (found,) = directive(
        f"{ORDER}1. Bộ Xây dựng soạn thảo Nghị định về cây xanh, trình Chính phủ trong quý IV năm 2025.\n"
    )
    assert found.text == "soạn thảo Nghị định về cây xanh, trình Chính phủ trong quý IV năm 2025"
    assert found.deadline == "2025-Q4"
    two = directive(
        f"{ORDER}1. Bộ Xây dựng số hóa hồ sơ cây xanh trong năm 2025, đưa bản đồ cây xanh vào sử dụng từ ngày 01 "
        "tháng 3 năm 2026.\n"
    )
    assert [task.deadline for task in two] == ["2025", "2026-03-01"]


@pytest.mark.parametrize(
    ("item", "texts"),
    [
        # what is reported is the work itself, and what comes first is no work of its own
        (
            "1. Bộ Xây dựng kiểm đếm cây xanh ở các đô thị, báo cáo Thủ tướng Chính phủ trước ngày 15/6/2025.",
            ["kiểm đếm cây xanh ở các đô thị, báo cáo Thủ tướng Chính phủ trước ngày 15/6/2025"],
        ),
        (
            "1. Bộ Xây dựng xây dựng bản đồ cây xanh của các đô thị, ưu tiên các tuyến phố cổ ở miền núi.",
            ["xây dựng bản đồ cây xanh của các đô thị, ưu tiên các tuyến phố cổ ở miền núi"],
        ),
        # a body by name at the head of an item does what follows by whatever verb, and what follows that
        (
            "1. Bộ Xây dựng đốn tỉa cành khô trên các tuyến phố; chủ trì tổ chức thi ảnh cây đẹp.",
            ["đốn tỉa cành khô trên các tuyến phố", "chủ trì tổ chức thi ảnh cây đẹp"],
        ),
        # since when something holds is part of the work
        (
            "1. Bộ Xây dựng dừng cấp phép chặt cây kể từ ngày Chỉ thị này có hiệu lực.",
            ["dừng cấp phép chặt cây kể từ ngày Chỉ thị này có hiệu lực"],
        ),
        ("1. Chỉ thị này có hiệu lực kể từ ngày ký.", []),
    ],
)
def test_further_forms_of_items(item: str, texts: list[str]) -> None:
    found = directive(f"{ORDER}{item}\n2. Bộ Y tế thống kê ca dị ứng phấn hoa.\n")
    assert [task.text for task in found[:-1]] == texts
    assert all(task.assignees == ("Bộ Xây dựng",) for task in found[:-1])


def test_posts_of_a_group_are_not_those_of_a_person_named_before() -> None:
    (found,) = directive(
        "Ông Trần Văn Lâm, Bộ trưởng Bộ Xây dựng, đã trình bày báo cáo.\n"
        f"{ORDER}1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ tập trung chỉ đạo:\n- Rà soát cây nguy hiểm.\n"
    )
    assert found.assignees == ("Bộ trưởng, Thủ trưởng cơ quan ngang bộ",)


def test_a_word_that_folds_like_a_verb_cuts_nothing() -> None:
    (found,) = directive(
        f"{ORDER}1. Bộ Xây dựng:\na) Chịu trách nhiệm trước Chính phủ, Thủ tướng Chính phủ nếu để cây đổ gây tai nạn.\n"
    )
    assert found.text.endswith("nếu để cây đổ gây tai nạn")


def test_a_line_of_leading_names_who_leads() -> None:
    found = directive(
        f"{ORDER}1. Bộ trưởng các bộ, Chủ tịch UBND các tỉnh tập trung chỉ đạo:\n- Rà soát cây nguy hiểm.\n"
        "2. Bộ Y tế, Bộ Xây dựng theo chức năng, nhiệm vụ được giao thống kê ca dị ứng phấn hoa.\n"
        "3. Bộ trưởng Bộ Công an chỉ đạo đơn vị chức năng điều tiết giao thông khi đốn hạ cây.\n"
        "4. Riêng thành phố Hà Nội, thành phố Huế lập hồ sơ cây di sản.\n"
    )
    assert [task.assignees for task in found] == [
        ("Bộ trưởng các bộ", "Chủ tịch UBND các tỉnh"),
        ("Bộ Y tế", "Bộ Xây dựng"),
        ("Bộ trưởng Bộ Công an",),
        ("Thành phố Hà Nội", "Thành phố Huế"),
    ]


def test_bearers_by_their_place() -> None:
    found = plan(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- Là cơ quan đầu mối, chịu trách nhiệm đôn đốc các sở; lập hồ sơ cây.\n"
        "2. Sở Tài chính\nCân đối kinh phí trồng cây.\n3. Vườn ươm Phù Vân\nƯơm giống cây bản địa.\n"
        "4. Sở Y tế\nThống kê ca dị ứng phấn hoa.\nTrong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo "
        "UBND tỉnh để xem xét.\n"
    )
    assert [task.assignees for task in found] == [
        ("Sở Xây dựng",),
        ("Sở Xây dựng",),
        ("Sở Tài chính",),
        ("Vườn ươm Phù Vân",),
        ("Sở Y tế",),
        ("các đơn vị",),
    ]


def test_a_duty_outside_the_part_of_tasks_has_to_name_its_body() -> None:
    found = plan(
        "I. KINH PHÍ\nKinh phí trồng cây lấy từ ngân sách tỉnh. Các đơn vị được giao chủ trì nhiệm vụ lập dự toán, gửi "
        "Sở Tài chính trước ngày 15/4/2025.\nII. NHIỆM VỤ\n1. Lập hồ sơ điện tử cho từng cây cổ thụ.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("lập dự toán, gửi Sở Tài chính trước ngày 15/4/2025", ("Các đơn vị được giao chủ trì nhiệm vụ",)),
        ("Lập hồ sơ điện tử cho từng cây cổ thụ", ()),
    ]


def test_who_answers_for_a_decision_is_read_over_semicolons() -> None:
    found = document(
        "QUYẾT ĐỊNH",
        "88/QĐ-UBND",
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt danh mục cây di sản.\nĐiều 2. Chánh Văn phòng UBND tỉnh; Giám đốc các sở; Chủ "
        "tịch UBND các xã và các tổ chức, cá nhân liên quan chịu trách nhiệm thi hành Quyết định này./.\n",
    ).tasks
    (task,) = [task for task in found if "thi hành" in task.text]
    assert task.assignees[1:3] == ("Giám đốc các sở", "Chủ tịch UBND các xã")


PARTY = (
    "THÀNH ỦY HUẾ\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nHuế, ngày 12 tháng 8 năm 2025\nSố 21-KL/TU\n\nKẾT LUẬN\n"
    "CỦA BAN THƯỜNG VỤ THÀNH ỦY\nvề số hóa di sản\n-----\n"
    "Sau khi nghe báo cáo kết quả số hóa di sản, Ban Thường vụ Thành ủy kết luận như sau:\n"
    "1. Thống nhất đánh giá: Việc số hóa di sản đạt kết quả tốt. Đến nay, thành phố đã quét 3 lăng.\n"
    "2. Ban Tuyên giáo và Dân vận Thành ủy biên soạn sách ảnh về di sản; chủ trì tổ chức thi vẽ.\n"
    "3. Văn phòng Thành ủy theo dõi, đôn đốc các sở; hằng tháng báo cáo Thường trực Thành ủy.\n"
    "4. Đảng ủy Công an thành phố lãnh đạo Công an thành phố bảo vệ kho ảnh; kiên quyết điều chuyển vốn của dự án chậm "
    "tiến độ.\n"
    "5. Ban Tổ chức Thành ủy phối hợp với Trường Chính trị Nguyễn Chí Thanh mở lớp số hóa.\n"
    "6. Các đảng ủy xã, phường lập kế hoạch số hóa đình làng, gửi Ban Chỉ đạo thành phố về di sản số.\n"
)


def test_bodies_of_a_party_committee_and_their_duties() -> None:
    found = extract(read_bytes(PARTY.encode(), "ket-luan.txt"))
    assert [(task.text, task.assignees) for task in found.tasks] == [
        ("biên soạn sách ảnh về di sản", ("Ban Tuyên giáo và Dân vận Thành ủy Huế",)),
        ("chủ trì tổ chức thi vẽ", ("Ban Tuyên giáo và Dân vận Thành ủy Huế",)),
        ("theo dõi, đôn đốc các sở", ("Văn phòng Thành ủy Huế",)),
        ("hằng tháng báo cáo Thường trực Thành ủy", ("Văn phòng Thành ủy Huế",)),
        ("lãnh đạo Công an thành phố bảo vệ kho ảnh", ("Đảng ủy Công an thành phố Huế",)),
        ("kiên quyết điều chuyển vốn của dự án chậm tiến độ", ("Đảng ủy Công an thành phố Huế",)),
        ("phối hợp với Trường Chính trị Nguyễn Chí Thanh mở lớp số hóa", ("Ban Tổ chức Thành ủy Huế",)),
        (
            "lập kế hoạch số hóa đình làng, gửi Ban Chỉ đạo thành phố về di sản số",
            ("Các đảng ủy xã, phường",),
        ),
    ]
    names = {agency.name for agency in found.agencies}
    assert {"Công an thành phố Huế", "Trường Chính trị Nguyễn Chí Thanh", "Ban Chỉ đạo thành phố về di sản số"} <= names
    assert all(task.status is None for task in found.tasks)


def test_what_stands_in_brackets_before_the_end_is_no_task() -> None:
    found = plan(
        "1. Sở Xây dựng chịu trách nhiệm hướng dẫn chủ đầu tư. Trường hợp từ chối phải nêu lý do (kỹ thuật, an toàn, "
        "hoặc vì lý do khách quan khác).\n2. Sở Tài chính chịu trách nhiệm cấp kinh phí. (Biểu mẫu số 2 đính kèm)."
    )
    assert all(task.text.count(")") == task.text.count("(") for task in found)


def test_a_word_that_folds_like_a_product_is_none_handed_over() -> None:
    found = plan("1. Sở Y tế xây dựng cổng dữ liệu y tế.\n2. Sở Xây dựng xây dựng công trình ngầm tại các khu mới.")
    assert [task.deliverable for task in found] == ["cổng dữ liệu y tế", None]


NOTICE = """VĂN PHÒNG CHÍNH PHỦ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/TB-VPCP

Hà Nội, ngày 12 tháng 3 năm 2027

THÔNG BÁO

Kết luận của Phó Thủ tướng Chính phủ Hồ Đức Phớc tại cuộc họp về dữ liệu rừng

Ngày 10 tháng 3 năm 2027, Phó Thủ tướng Chính phủ Hồ Đức Phớc chủ trì cuộc họp về dữ liệu rừng. Phó Thủ tướng kết luận:

1. Thời gian qua, các tỉnh đã có nhiều cố gắng.

2. Đánh giá cao nỗ lực của các vườn quốc gia.

3. Biểu dương tỉnh Hà Nam đã nối mạng mọi trạm kiểm lâm.

4. Bản đồ rừng là tài sản quý của cả nước.

5. Một số nhiệm vụ thời gian tới:

a) Bộ Công an có văn bản hướng dẫn các tỉnh kết nối trước ngày 20 tháng 4 năm 2027.

b) Bộ Tài chính sớm có ý kiến về nguồn vốn.
"""


def test_a_notice_tells_what_was_found_and_what_is_to_be_done() -> None:
    found = extract(read_bytes(NOTICE.encode(), "tb.txt")).tasks
    assert [(task.text, task.assignees) for task in found] == [
        ("có văn bản hướng dẫn các tỉnh kết nối trước ngày 20 tháng 4 năm 2027", ("Bộ Công an",)),
        ("sớm có ý kiến về nguồn vốn", ("Bộ Tài chính",)),
    ]


def test_to_lead_or_to_have_another_lead_is_one_task() -> None:
    (task,) = plan(
        "1. Trưởng Ban Chỉ đạo có nhiệm vụ:\na) Chủ trì hoặc phân công đồng chí Phó Trưởng Ban Chỉ đạo thay mặt "
        "Ban Chỉ đạo họp với các sở về dữ liệu."
    )
    assert task.text.startswith("Chủ trì hoặc phân công")


def test_a_letter_to_all_gives_each_body_its_own_part() -> None:
    """The line that asks all bodies does not hide those whom the numbered lines below it name."""
    text = (
        "V/v dọn dữ liệu cây xanh trước mùa mưa\nUBND TỈNH HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc\nSố: 615/VP-XD\tHà Nam, ngày 04 tháng 3 năm 2025\n"
        "Kính gửi: Các sở, ban, ngành tỉnh.\n"
        "Văn phòng UBND tỉnh đề nghị các cơ quan, đơn vị thực hiện một số việc sau:\n"
        "1. Các sở, ban, ngành\n- Rà soát hồ sơ cây đã chặt hạ trước ngày 31/3/2025.\n"
        "2. Sở Xây dựng\nChủ trì, phối hợp với Công an tỉnh lập bản đồ cây cổ thụ.\n"
        "3. Sở Tư pháp\na) Thẩm định quy chế quản lý cây xanh.\n"
        "4. Kho bạc Nhà nước khu vực II và các ngân hàng trên địa bàn: đề nghị hỗ trợ thu phí chăm cây qua mạng.\n"
    )
    facts = extract(read_bytes(text.encode(), "van-ban.txt"))
    assert [(task.text.split(" ")[0], task.assignees) for task in facts.tasks] == [
        ("Rà", ("Các sở, ban, ngành",)),
        ("Chủ", ("Sở Xây dựng",)),
        ("Thẩm", ("Sở Tư pháp",)),
        ("hỗ", ("Kho bạc Nhà nước khu vực II", "các ngân hàng trên địa bàn")),
    ]
    assert {task.directed_by for task in facts.tasks} == {"Văn phòng Ủy ban nhân dân tỉnh Hà Nam"}  # beside the motto
    assert facts.documents[0].evidence[0].place is None  # "V/v" is no section V


def test_costs_roles_and_rhythms_are_no_work_of_their_own() -> None:
    found = document(
        "QUYẾT ĐỊNH",
        "88/QĐ-UBND",
        "Điều 1. Phê duyệt Đề án bản đồ cây xanh với các nội dung sau:\n1. Nhiệm vụ và giải pháp\n"
        "a) Tập huấn kỹ năng đo cây cho cán bộ phường; thực hiện hằng năm.\n"
        "2. Kinh phí thực hiện: 12,5 tỷ đồng, trong đó ngân sách tỉnh 9 tỷ đồng.\n"
        "Điều 2. Tổ chức thực hiện\n"
        "1. Sở Xây dựng là cơ quan chủ trì, chịu trách nhiệm lập bản đồ cây cổ thụ. Đồng thời chủ trì, phối hợp với "
        "Sở Tư pháp tham mưu ban hành Quy chế chăm cây.\n",
    ).tasks
    assert [(task.text, task.assignees, task.recurrence) for task in found] == [
        ("Tập huấn kỹ năng đo cây cho cán bộ phường; thực hiện hằng năm", (), "hằng năm"),
        ("lập bản đồ cây cổ thụ", ("Sở Xây dựng",), None),
        ("phối hợp với Sở Tư pháp tham mưu ban hành Quy chế chăm cây", ("Sở Xây dựng",), None),
    ]


LETTER = (
    "SỞ XÂY DỰNG HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 61/SXD-VP\tHà Nam, ngày 04 tháng 3 năm 2025\nV/v đếm cây xanh\n"
)


@pytest.mark.parametrize(
    ("sent_to", "bearers"),
    [
        ("Kính gửi: Ủy ban nhân dân các xã, phường.", ("Ủy ban nhân dân các xã, phường",)),
        ("Kính gửi:\n- Sở Tư pháp;\n- Công an tỉnh (để biết);\n- Các trường học.", ("Sở Tư pháp", "Các trường học")),
        ("Kính gửi: Ông Trần Văn Mơ, thôn Đông.", ()),  # a private person has no duty
    ],
)
def test_what_a_letter_asks_of_nobody_else_is_for_those_whom_it_is_sent_to(
    sent_to: str, bearers: tuple[str, ...]
) -> None:
    text = (
        f"{LETTER}{sent_to}\nThực hiện Kế hoạch số 12/KH-UBND ngày 06/01/2025, Sở Xây dựng đề nghị quý cơ quan:\n"
        "1. Rà soát số cây cổ thụ trước ngày 31/3/2025.\n2. Giao Phòng Đô thị theo dõi, đôn đốc.\n"
    )
    found = extract(read_bytes(text.encode(), "van-ban.txt")).tasks
    assert [task.assignees for task in found] == [bearers, ("Phòng Đô thị",)]
    assert {task.mandate for task in found} == {"61/SXD-VP"}  # by this letter, on the plan's ground


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("Xét đề nghị của Bộ Xây dựng, Phó Thủ tướng Trần Hồng Hà có ý kiến như sau:", "Trần Hồng Hà"),
        ("Về việc trên, Thủ tướng Chính phủ có ý kiến chỉ đạo như sau:", "Thủ tướng Chính phủ"),
        ("Về việc trên, Văn phòng Chính phủ đề nghị:", "Văn phòng Chính phủ"),
    ],
)
def test_an_office_passes_on_whose_orders(words: str, giver: str) -> None:
    text = (
        "VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 901/VPCP-CN\n"
        "V/v đếm cây xanh\nHà Nội, ngày 04 tháng 3 năm 2025\nKính gửi: Bộ Xây dựng.\n"
        f"{words}\n1. Giao Bộ Xây dựng lập bản đồ cây cổ thụ.\n"
    )
    facts = extract(read_bytes(text.encode(), "van-ban.txt"))
    assert [(task.directed_by, task.mandate) for task in facts.tasks] == [(giver, "901/VPCP-CN")]
    assert not [link for link in facts.relations if link.relation == "drafted_by"]  # it answers who proposed


def test_an_entry_of_duties_may_forbid() -> None:
    found = directive(
        f"{ORDER}1. Bộ Xây dựng:\na) Không tự ý chặt cây cổ thụ trong khu dân cư.\n"
        "b) Không được hỗ trợ kinh phí năm 2025 như đề nghị.\n"
        "2. Các địa phương cập nhật hồ sơ cây hằng tháng; không yêu cầu người dân nộp bản giấy.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("Không tự ý chặt cây cổ thụ trong khu dân cư", ("Bộ Xây dựng",)),
        ("cập nhật hồ sơ cây hằng tháng", ("Các địa phương",)),
        ("không yêu cầu người dân nộp bản giấy", ("Các địa phương",)),
    ]


BOARD = (
    "Điều 1. Kiện toàn Ban Chỉ đạo chuyển đổi số và triển khai Đề án 06 của tỉnh (sau đây gọi là Ban Chỉ đạo), gồm các "
    "ông, bà có tên sau đây:\n1. Ông Trần Quốc Huy, Chủ tịch UBND tỉnh, Trưởng ban;\n"
    "2. Bà Lê Thu Hà, Giám đốc Sở Tư pháp, Ủy viên.\n"
    "Điều 2. Cơ quan thường trực và kinh phí\n"
    "1. Sở Khoa học và Công nghệ là cơ quan thường trực của Ban Chỉ đạo, có nhiệm vụ: lập kế hoạch năm 2025; chuẩn bị "
    "tài liệu các cuộc họp.\n2. Sở Tài chính bố trí kinh phí hoạt động của Ban Chỉ đạo.\n"
    "3. Sở Tư pháp được cử một thành viên.\n"
)


def test_the_articles_of_a_decision_on_a_board() -> None:
    facts = document("QUYẾT ĐỊNH", "77/QĐ-UBND", BOARD)
    board = "Ban Chỉ đạo chuyển đổi số và triển khai Đề án 06"
    assert {(one.name, one.role) for one in facts.officials if one.agency == board} == {
        ("Trần Quốc Huy", "Trưởng ban"),
        ("Lê Thu Hà", "Ủy viên"),
    }
    assert [(task.text, task.assignees) for task in facts.tasks] == [
        ("lập kế hoạch năm 2025", ("Sở Khoa học và Công nghệ",)),
        ("chuẩn bị tài liệu các cuộc họp", ("Sở Khoa học và Công nghệ",)),
        ("bố trí kinh phí hoạt động của Ban Chỉ đạo", ("Sở Tài chính",)),
    ]


def test_parts_for_those_without_a_name_and_labels_before_who_acts() -> None:
    found = directive(
        f"{ORDER}1. Đối với các sở xây dựng\n1.1. Lập bản đồ cây cổ thụ trước ngày 31/12/2025.\n"
        "2. Đối với các trường học dân lập\n2.1. Trồng thêm cây bóng mát; không thu tiền của học sinh.\n"
        "3. Đối với các đơn vị thuộc Bộ\n3.1. Thanh tra: Vụ Vật liệu xây dựng lồng ghép việc này vào kế hoạch năm.\n"
        "4. Chế độ báo cáo\nCác sở xây dựng, trường học báo cáo kết quả về Bộ trước ngày 20/12 hằng năm.\n"
    )
    assert [(task.text.split(" ")[0], task.assignees) for task in found] == [
        ("Lập", ("các sở xây dựng",)),
        ("Trồng", ("các trường học dân lập",)),
        ("không", ("các trường học dân lập",)),
        ("lồng", ("Vụ Vật liệu xây dựng",)),
        ("báo", ("Các sở xây dựng, trường học",)),
    ]


@pytest.mark.parametrize(
    "who",
    ["Các địa phương nêu tại điểm b khoản 1", "Các bộ, ngành nêu tại Phụ lục kèm theo", "Các sở nêu tại mục II"],
)
def test_a_group_told_by_the_provision_that_lists_it_bears_work(who: str) -> None:
    (task,) = directive(f"{ORDER}1. {who} gửi hồ sơ cây cổ thụ về Bộ Xây dựng chậm nhất ngày 05 tháng 11 năm 2025.\n")
    assert (task.assignees, task.deadline) == ((who,), "2025-11-05")


def test_what_a_report_asks_of_a_ministry_is_a_proposal() -> None:
    found = document(
        "BÁO CÁO",
        "88/BC-BXD",
        "I. KẾT QUẢ\n1. Bộ đã lập 21 hồ sơ.\nII. KIẾN NGHỊ\n1. Đề nghị Bộ Tài chính sớm bố trí kinh phí năm 2026.\n"
        "2. Đề nghị các địa phương gửi hồ sơ cây cổ thụ trước ngày 05 tháng 12 năm 2025.\n",
        "BỘ XÂY DỰNG",
    ).tasks
    assert [(task.assignees, task.deadline) for task in found] == [(("các địa phương",), "2025-12-05")]


def test_a_heading_of_things_bears_nothing() -> None:
    found = directive(
        f"{ORDER}1. Bộ Xây dựng\na) Lập bản đồ cây cổ thụ.\n2. Bộ Y tế\na) Trồng cây thuốc trong vườn trạm.\n"
        "3. Chế độ báo cáo\nChỉ thị này thay thế Chỉ thị số 6/CT-TTg ngày 14/7/2023 và có hiệu lực từ ngày ký.\n"
    )
    assert [task.assignees for task in found] == [("Bộ Xây dựng",), ("Bộ Y tế",)]


LISTED = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 12/KH-UBND
Hà Nam, ngày 12 tháng 3 năm 2025
KẾ HOẠCH
Triển khai chuyển đổi số năm 2025
II. NHIỆM VỤ
1. Về dữ liệu
- {entry}
- Xây dựng kho dữ liệu của tỉnh.
"""


@pytest.mark.parametrize(
    "entry",
    [  # verbs that begin, or fold, like the words that say when, by what or about what
        "Cung cấp tài khoản cho các xã, hướng dẫn sử dụng",
        "Theo dõi tiến độ của các xã, đôn đốc việc thực hiện",
        "Củng cố tổ công nghệ số, cấp kinh phí hoạt động",
        "Từ chối hồ sơ giấy không đúng quy định, hướng dẫn nộp trực tuyến",
        "Tự đánh giá kết quả, báo cáo tỉnh",
        "Tải dữ liệu lên kho dùng chung, cập nhật hằng ngày",
        "Vẽ bản đồ địa giới các xã, công bố trên cổng thông tin",
        "Vệ sinh phòng máy chủ, ghi nhật ký",
    ],
)
def test_an_entry_that_opens_with_a_verb_is_read_from_it(entry: str) -> None:
    text = LISTED.format(entry=entry)
    found = extract(read_bytes(text.encode(), "ke-hoach.txt")).tasks
    assert [task.text for task in found] == [entry, "Xây dựng kho dữ liệu của tỉnh"]


GROUNDS = [
    # what stands on a ground in the body of a plan is ordered; the lines before the body are its basis
    (
        "Căn cứ Kế hoạch này, các sở, ngành lập danh sách giếng khoan trước ngày 15/4/2025.",
        [("lập danh sách giếng khoan trước ngày 15/4/2025", ("các sở, ngành",))],
    ),
    (
        "Căn cứ nhiệm vụ được giao, các sở và UBND các xã, phường kiểm tra bể nước trong tháng 4/2025.",
        [("kiểm tra bể nước trong tháng 4/2025", ("các sở và UBND các xã, phường",))],
    ),
    (
        "Căn cứ Nghị định số 9/2024/NĐ-CP và hướng dẫn của Bộ Công an, Công an tỉnh cập nhật sổ theo dõi giếng.",
        [("cập nhật sổ theo dõi giếng", ("Công an tỉnh Lào Cai",))],
    ),
    (
        "Căn cứ Luật Tài nguyên nước, Sở Tài chính bố trí kinh phí đo đạc.",
        [("bố trí kinh phí đo đạc", ("Sở Tài chính",))],
    ),
    ("Căn cứ Luật Tài nguyên nước ngày 27/11/2023;", []),
    ("Căn cứ Nghị quyết số 5/NQ-HĐND ngày 2/2/2025 của HĐND tỉnh về giếng khoan, bể nước, hồ chứa và đập dâng.", []),
]


@pytest.mark.parametrize(("line", "wanted"), GROUNDS, ids=[line[:40] for line, _ in GROUNDS])
def test_an_order_on_a_ground_in_the_body_is_no_basis(line: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 61/KH-UBND\nLào Cai, ngày 21 tháng 3 năm 2025\nKẾ HOẠCH\nBảo vệ nguồn nước năm 2025\n"
        "Căn cứ Quyết định số 31/QĐ-TTg ngày 3/2/2025 của Thủ tướng Chính phủ;\n"
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Nước sạch cho mọi nhà.\n"
        f"II. NHIỆM VỤ\n{line}\n"
    )
    found = extract(read_bytes(text.encode(), "ke-hoach.txt"))
    assert [(task.text, task.assignees) for task in found.tasks] == wanted
    assert ("61/KH-UBND", "based_on", "31/QĐ-TTg") in {(r.subject, r.relation, r.object) for r in found.relations}


def test_rights_and_papers_of_an_application_are_no_tasks() -> None:
    text = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 12/2025/QĐ-UBND
Hà Nam, ngày 12 tháng 3 năm 2025
QUYẾT ĐỊNH
Ban hành Quy chế quản lý kho dữ liệu dùng chung
Điều 5. Quyền của tổ chức, cá nhân
1. Khai thác dữ liệu mở.
2. Yêu cầu Sở Khoa học và Công nghệ cung cấp dữ liệu.
Điều 7. Hồ sơ đề nghị kết nối gồm:
a) Đơn đề nghị;
b) Báo cáo kết quả kiểm tra.
Điều 8. Trách nhiệm của Sở Khoa học và Công nghệ
1. Vận hành kho dữ liệu.
"""
    found = extract(read_bytes(text.encode(), "quyet-dinh.txt")).tasks
    assert [task.text for task in found] == ["Vận hành kho dữ liệu"]


@pytest.mark.parametrize(
    "bearers",
    [
        ("Chánh Văn phòng Bộ", "Cục trưởng Cục Viễn thông", "Thủ trưởng các đơn vị thuộc Bộ"),
        ("Chánh Văn phòng Bộ", "Vụ trưởng Vụ Pháp chế", "Thủ trưởng các đơn vị có liên quan"),
        ("Chánh Thanh tra Bộ", "Tổng cục trưởng Tổng cục Thống kê", "Thủ trưởng các đơn vị"),
    ],
)
def test_all_who_carry_a_decision_out_lead_it(bearers: tuple[str, ...]) -> None:
    body = f"QUYẾT ĐỊNH:\nĐiều 2. {', '.join(bearers)} chịu trách nhiệm thi hành Quyết định này.\n"
    found = document("QUYẾT ĐỊNH", "88/QĐ-BXD", body, "BỘ XÂY DỰNG").tasks
    assert [task.assignees for task in found] == [bearers]


@pytest.mark.parametrize(
    ("named", "who"),
    [
        (
            "các tỉnh Lai Châu, Sơn La, Gia Lai và Cà Mau",
            ("Tỉnh Lai Châu", "Tỉnh Sơn La", "Tỉnh Gia Lai", "Tỉnh Cà Mau"),
        ),
        ("các tỉnh Nghệ An, Hà Tĩnh", ("Tỉnh Nghệ An", "Tỉnh Hà Tĩnh")),
        ("tỉnh Lào Cai", ("Tỉnh Lào Cai",)),
    ],
)
def test_provinces_that_a_clause_is_told_to_lead_it(named: str, who: tuple[str, ...]) -> None:
    found = directive(
        f"{ORDER}1. Bộ Xây dựng lập hồ sơ cây cổ thụ.\n2. Đối với {named}: khẩn trương trồng cây trước 20/11/2025.\n"
    )
    assert found[-1].assignees == who
    assert found[-1].text == "khẩn trương trồng cây trước 20/11/2025"


def test_what_stands_below_the_bare_name_of_a_body_is_its_work() -> None:
    found = document(
        "QUYẾT ĐỊNH",
        "14/QĐ-UBND",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nXét đề nghị của Sở Xây dựng tại Tờ trình số 8/TTr-SXD,\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế chăm sóc cây xanh.\nQUY CHẾ\nChăm sóc cây xanh\nĐiều 1. "
        "Nguyên tắc\n"
        "1. Cây nào cũng có mã số.\nĐiều 2. Sở Xây dựng\n1. Lập hồ sơ điện tử cho từng cây.\n"
        "2. Hướng dẫn các phường đo đường kính thân.\nĐiều 3. Kho bạc Nhà nước khu vực III\nThanh toán tiền cắt tỉa.\n",
    ).tasks
    assert [(task.text, task.assignees) for task in found] == [
        ("Lập hồ sơ điện tử cho từng cây", ("Sở Xây dựng",)),
        ("Hướng dẫn các phường đo đường kính thân", ("Sở Xây dựng",)),
        ("Thanh toán tiền cắt tỉa", ("Kho bạc Nhà nước khu vực III",)),
    ]


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("Các trường nghề của tỉnh", "Các trường nghề của tỉnh"),
        ("Chủ đầu tư các khu đô thị", "Chủ đầu tư các khu đô thị"),
        ("Tổ chức, cá nhân được giao vườn ươm", "Tổ chức, cá nhân được giao vườn ươm"),
        ("Vườn ươm dùng chung", "các đơn vị"),  # a thing
    ],
)
def test_the_heading_right_above_tells_who_of_a_group_is_meant(heading: str, whose: str) -> None:
    found = plan(
        f"I. TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ\n1. {heading}\na) Lập hồ sơ cây giống.\nb) Cập nhật số cây mới trồng.\n"
    )
    assert [tuple(name.lower() for name in task.assignees) for task in found] == [(whose.lower(),)] * 2


def test_headings_that_begin_with_doers_name_bearers_under_any_heading() -> None:
    found = plan(
        "I. TỔ CHỨC THỰC HIỆN\n1. Các phòng thuộc Sở Xây dựng\na) Lập hồ sơ cây giống.\n"
        "2. Các cơ sở đào tạo, bồi dưỡng nghề làm vườn\na) Cập nhật số cây mới trồng.\n"
        "3. Vườn ươm\na) Đo đường kính thân.\n"
    )
    assert [task.assignees for task in found][:2] == [
        ("Các phòng thuộc Sở Xây dựng",),
        ("Các cơ sở đào tạo, bồi dưỡng nghề làm vườn",),
    ]


@pytest.mark.parametrize(
    ("item", "who", "work"),
    [
        # what it is about comes first, and who answers behind it
        (
            "5. Đối với kiến nghị của các xã về bổ sung máy tính, giao Sở Tài chính nghiên cứu, trả lời.",
            ("Sở Tài chính",),
            "nghiên cứu, trả lời",
        ),
        (
            "5. Về đề xuất của Sở Xây dựng, yêu cầu Sở Tư pháp thẩm định trước 30/4/2025.",
            ("Sở Tư pháp",),
            "thẩm định trước 30/4/2025",
        ),
        (
            "2. Về hạ tầng, Sở Xây dựng chủ trì lập bản đồ ống ngầm.",
            ("Sở Xây dựng",),
            "chủ trì lập bản đồ ống ngầm",
        ),
        # whose work is late has to do it
        (
            "3. Các sở có nhiệm vụ quá hạn (Phụ lục kèm theo) phải kiểm điểm, báo cáo trước ngày 10/4/2025.",
            ("Các sở",),
            "kiểm điểm, báo cáo trước ngày 10/4/2025",
        ),
    ],
)
def test_entries_that_begin_with_what_they_are_about(item: str, who: tuple[str, ...], work: str) -> None:
    (task,) = plan(f"I. NHIỆM VỤ\n{item}\n")
    assert (task.assignees, task.text) == (who, work)


def test_what_an_attached_document_is_about_is_no_task() -> None:
    found = document(
        "QUYẾT ĐỊNH",
        "14/QĐ-UBND",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế chăm sóc cây xanh.\n"
        "Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.\nQUY CHẾ\n"
        "Quản lý, chăm sóc và khai thác cây xanh\nĐiều 1. Trách nhiệm của Sở Xây dựng\n"
        "1. Là chủ quản vườn ươm.\n2. Lập hồ sơ điện tử cho từng cây.\n",
    ).tasks
    assert [task.text for task in found][1:] == ["Lập hồ sơ điện tử cho từng cây"]


def test_in_what_role_a_body_acts_stands_before_its_work() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Sở Xây dựng, với vai trò cơ quan thường trực, lập hồ sơ cây cổ thụ.\n"
        "2. Sở Y tế, vai trò phối hợp, nâng cấp vườn thuốc nam.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("lập hồ sơ cây cổ thụ", ("Sở Xây dựng",)),
        ("nâng cấp vườn thuốc nam", ("Sở Y tế",)),
    ]


@pytest.mark.parametrize("date", [", ngày 12 tháng 8 năm 2026", " ngày 12 tháng 8 năm 2026"])
def test_a_page_gives_a_plan_whose_day_stands_beside_its_number(date: str) -> None:
    text = (
        "Kế hoạch số 01/KH-UBND: Phủ xanh các thôn\n\nMỗi thôn trồng một vườn cây thuốc trong năm nay.\n\n"
        f"ỦY BAN NHÂN DÂN XÃ MƯỜNG BÚ\nSố: 01/KH-UBND{date}\n\nKẾ HOẠCH PHỦ XANH CÁC THÔN\n\n"
        "I. NỘI DUNG:\n1. Nội dung thực hiện:\n- Lập hồ sơ vườn cây.\n- Hướng dẫn các hộ ươm giống.\n"
        "II. LỢI ÍCH CỦA MÔ HÌNH:\n- Giảm bụi cho các thôn.\n"
    )
    found = extract(read_bytes(text.encode(), "trang.txt"))
    assert found.article.published == "2026-08-12"
    assert [(task.text, task.mandate) for task in found.tasks] == [
        ("Lập hồ sơ vườn cây", "01/KH-UBND"),
        ("Hướng dẫn các hộ ươm giống", "01/KH-UBND"),
    ]


def test_a_closing_paragraph_is_no_part_of_the_last_entry() -> None:
    *_, last, closing = document(
        "CÔNG VĂN",
        "88/UBND-NC",
        "Kính gửi: Các sở, ban, ngành.\nĐể bảo đảm tiến độ, Ủy ban nhân dân tỉnh đề nghị:\n"
        "1. Rà soát hồ sơ cây xanh trước ngày 30/4/2025.\n"
        "2. Cập nhật bản đồ cây xanh. Trong quá trình thực hiện, phối hợp với Sở Xây dựng đối chiếu số liệu.\n"
        "Trong quá trình triển khai, nếu có vướng mắc, đề nghị các sở phản ánh về Sở Xây dựng để được hướng dẫn.\n",
    ).tasks
    assert (last.provision, closing.provision) == ("khoản 2", None)


def test_what_a_body_says_that_it_has_done_is_no_order() -> None:
    told = "1. Sở Xây dựng báo cáo đã lập hồ sơ cây cổ thụ nhưng chưa gửi các phường."
    asked = "2. Sở Xây dựng báo cáo Ủy ban nhân dân tỉnh kết quả trước ngày 30/4/2025."
    assert [task.text[:7] for task in plan(f"I. NHIỆM VỤ\n{told}\n{asked}\n")] == ["báo cáo"]
    assert not plan(f"I. NHIỆM VỤ\n{told}\n")


def _decided(body: str) -> list[tuple[str, tuple[str, ...]]]:
    found = document("QUYẾT ĐỊNH", "88/QĐ-UBND", body).tasks
    return [(task.text, task.assignees) for task in found]


def test_work_beside_answering_for_it_is_two_tasks() -> None:
    told = _decided(
        "Điều 3. Trách nhiệm\n1. Thủ trưởng các cơ quan, đơn vị tổ chức trồng lại cây bóng mát và chịu trách "
        "nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về kết quả.\n"
    )
    heads = ("Thủ trưởng các cơ quan, đơn vị",)
    assert told == [
        ("tổ chức trồng lại cây bóng mát", heads),
        ("chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về kết quả", heads),
    ]


def test_heads_of_departments_stand_first_among_those_who_answer() -> None:
    told = _decided(
        "Điều 3. Giám đốc Sở, Thủ trưởng các ban, ngành; Chủ tịch Ủy ban nhân dân xã, phường chịu trách nhiệm thi hành "
        "Quyết định này./.\n"
    )
    assert [whose for _, whose in told] == [
        ("Giám đốc Sở", "Thủ trưởng các ban, ngành", "Chủ tịch Ủy ban nhân dân xã, phường")
    ]


def test_what_a_superior_is_asked_to_decide_is_no_task() -> None:
    told = _decided(
        "Điều 3. Sở Xây dựng tổng hợp vướng mắc về hồ sơ cây xanh, báo cáo đề xuất Ủy ban nhân dân tỉnh xem xét, quyết "
        "định.\n"
    )
    assert all(whose == ("Sở Xây dựng",) for _, whose in told)


def test_orders_on_a_ground_and_work_behind_a_label() -> None:
    found = plan(
        "III. NỘI DUNG\n3. Tiêu chí đánh giá, xếp loại\n"
        "a) Trên cơ sở kết quả kiểm đếm cây ở từng thôn, giao Sở Nội vụ thành lập đoàn kiểm tra các xã;\n"
        "b) Trên cơ sở kết quả họp xét của hội đồng thi đua.\n"
        "IV. NHIỆM VỤ\n"
        "a) Thực hiện đối soát dữ liệu hộ tịch: Sau khi số hóa sổ gốc, Ủy ban nhân dân xã phối hợp với Công an xã đối "
        "soát từng trường hợp.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("thành lập đoàn kiểm tra các xã", ("Sở Nội vụ",)),
        ("phối hợp với Công an xã đối soát từng trường hợp", ("Ủy ban nhân dân xã",)),
    ]


@pytest.mark.parametrize(("roman", "number", "letter"), [("I- ", "{}- ", "a- "), ("I. ", "{}. ", "a) ")])
def test_numbers_with_a_dash_head_duties_as_those_with_a_stop_do(roman: str, number: str, letter: str) -> None:
    found = plan(
        f"{roman}NHIỆM VỤ\n{number.format(1)}Sở Y tế\n- Lập sổ theo dõi cây thuốc tại 5 vườn.\n"
        f"{letter}Đánh số từng vườn thuốc nam.\n"
        f"{number.format(2)}Đảng ủy các phường, xã\n{number.format('2.1')}Lãnh đạo các thôn trồng cây bóng mát.\n"
        f"{number.format(3)}Hội Nông dân tỉnh vận động hội viên góp cây giống.\n"
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("Lập sổ theo dõi cây thuốc tại 5 vườn", ("Sở Y tế",)),
        ("Đánh số từng vườn thuốc nam", ("Sở Y tế",)),
        ("Lãnh đạo các thôn trồng cây bóng mát", ("Đảng ủy các phường, xã",)),
        ("vận động hội viên góp cây giống", ("Hội Nông dân tỉnh Hà Nam",)),
    ]


def test_a_number_that_a_range_begins_heads_nothing() -> None:
    found = plan("I. NHIỆM VỤ\n1. Sở Y tế\n15 - 20 cây mỗi thôn là mức thấp nhất.\n- Lập sổ theo dõi cây thuốc.\n")
    assert [(task.text, task.assignees) for task in found] == [("Lập sổ theo dõi cây thuốc", ("Sở Y tế",))]


OFTEN = [
    ("định kỳ 6 tháng, hằng năm báo cáo Chủ tịch", "định kỳ 6 tháng, hằng năm"),
    ("hằng quý, 6 tháng và hằng năm kiểm tra vườn ươm", "hằng quý, 6 tháng và hằng năm"),
    ("báo cáo định kỳ hằng tháng, quý, 6 tháng và năm về vườn ươm", "định kỳ hằng tháng, quý, 6 tháng và năm"),
    ("báo cáo định kỳ tháng, quý, năm", "định kỳ tháng, quý, năm"),
    ("hằng năm, quý IV kiểm tra vườn ươm", "hằng năm"),
    ("báo cáo hằng quý, năm học mới mở lớp trồng cây", "hằng quý"),
]


@pytest.mark.parametrize(("work", "often"), OFTEN)
def test_times_that_recur_are_told_together(work: str, often: str) -> None:
    found = plan(f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng rà soát cây; {work}.\n")
    assert [task.recurrence for task in found] == [None, often]
    assert found[1].text.startswith(work.split(", năm học")[0])


def test_what_a_bearer_does_on_a_ground_begins_at_its_verb() -> None:
    found = plan(
        "II. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị thuộc Sở\n"
        "Căn cứ nhiệm vụ được giao, lập danh mục cây quý, gửi Sở Xây dựng trước ngày 31/8/2025.\n"
        "2. Chi cục Kiểm lâm\n- Căn cứ chức năng, nhiệm vụ của mình, kiểm tra cây đầu dòng.\n"
        "3. Sở Tài chính\nCăn cứ Luật Lâm nghiệp ngày 15/11/2017 của Quốc hội, sửa đổi năm 2023.\n"
    )
    assert [(task.text, task.assignees, task.deadline) for task in found] == [
        ("lập danh mục cây quý, gửi Sở Xây dựng trước ngày 31/8/2025", ("Các đơn vị thuộc Sở",), "2025-08-31"),
        ("kiểm tra cây đầu dòng", ("Chi cục Kiểm lâm",), None),
    ]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("triển khai: (i) rà soát cây già; (ii) lập sổ theo dõi", ["rà soát cây già", "lập sổ theo dõi"]),
        ("thực hiện các việc sau: 1) kiểm tra cây; 2) lập bản đồ cây", ["kiểm tra cây", "lập bản đồ cây"]),
        ("tổ chức họp nhằm: (i) lập danh sách cây; (ii) chốt giá", ["tổ chức họp nhằm: (i) lập danh sách cây"]),
    ],
)
def test_a_word_before_numbered_work_is_no_part_of_the_first(line: str, texts: list[str]) -> None:
    assert [task.text for task in plan(f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng {line}.\n")] == texts
