"""Entries of official texts in their own layout: who bears them, what they are, and what they only tell."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes

HEAD = (
    "SỞ XÂY DỰNG\nSố: 318/QĐ-SXD\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nam, ngày 12 tháng 8 năm 2025\nQUYẾT ĐỊNH\nBan hành Kế hoạch đếm cây xanh\n"
)
DUTIES = "Điều 2. Trách nhiệm thực hiện\n"


def read(text: str) -> Facts:
    return extract(read_bytes(text.encode(), "318.txt"))


def entries(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tasks of a decision that has this text below its article on duties, each with who bears it."""
    return [(task.text, task.assignees) for task in read(f"{HEAD}{DUTIES}{text}\n").tasks]


BORNE = [
    # whom an annex charges
    ("1. Các đơn vị được giao chủ trì nhiệm vụ tại Phụ lục chủ động lập kế hoạch chi tiết.",
     [("chủ động lập kế hoạch chi tiết", ("Các đơn vị được giao chủ trì nhiệm vụ tại Phụ lục",))]),
    # whom the entry tells apart, before its colon
    ("1. Đối với các xã chưa kết nối: khẩn trương hoàn thành kết nối.",
     [("khẩn trương hoàn thành kết nối", ("các xã chưa kết nối",))]),
    ("1. Đối với các cơ quan có hồ sơ quá hạn: thực hiện nghiêm việc xin lỗi bằng văn bản.",
     [("thực hiện nghiêm việc xin lỗi bằng văn bản", ("các cơ quan có hồ sơ quá hạn",))]),
    # … but what is done about private ones is not their work
    ("1. Đối với các doanh nghiệp vi phạm: xử phạt theo quy định.", []),
    # to hand out work is a body's own
    ("1. Sở Nội vụ phân công công chức trực hỗ trợ người dân.",
     [("phân công công chức trực hỗ trợ người dân", ("Sở Nội vụ",))]),
    ("1. Đối với Ủy ban nhân dân các xã: phân công công chức trực hỗ trợ người dân.",
     [("phân công công chức trực hỗ trợ người dân", ("Ủy ban nhân dân các xã",))]),
    # … that of the text where it names nobody else
    ("1. Phân công Phòng Hạ tầng theo dõi việc đếm cây.", [("theo dõi việc đếm cây", ("Phòng Hạ tầng",))]),
    # two posts of one group
    ("Yêu cầu Giám đốc, Thủ trưởng các ban, ngành; Chủ tịch, Phó Chủ tịch Ủy ban nhân dân các xã triển khai thực hiện "
     "Quyết định này.",
     [("triển khai thực hiện Quyết định này",
       ("Giám đốc, Thủ trưởng các ban, ngành", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân các xã"))]),
    # a case whose comma parts two names of one thing
    ("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Hạ tầng.",
     [("phản ánh về Phòng Hạ tầng", ("các đơn vị",))]),
    ("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về Phòng Hạ tầng.",
     [("kịp thời phản ánh về Phòng Hạ tầng", ())]),
    ("Quá trình thực hiện nếu phát sinh vướng mắc, các đơn vị báo cáo Sở để xem xét.",
     [("báo cáo Sở để xem xét", ("các đơn vị",))]),
    # who leads, told behind a dash
    ("1. Sở Nội vụ - cơ quan thường trực Tổ công tác Đề án 06: rà soát các việc chậm tiến độ.",
     [("rà soát các việc chậm tiến độ", ("Sở Nội vụ",))]),
    ("1. Phòng Hạ tầng - cơ quan của Sở tại tầng hai.", []),
    # bodies without a name that an order names
    ("1. Giao Cơ quan thường trực Ban Chỉ đạo kiểm tra 20% số xã.",
     [("kiểm tra 20% số xã", ("Cơ quan thường trực Ban Chỉ đạo",))]),
    ("1. Giao Tổ giúp việc Ban Chỉ đạo tổng hợp báo cáo.", [("tổng hợp báo cáo", ("Tổ giúp việc Ban Chỉ đạo",))]),
    ("1. Phân công lãnh đạo phụ trách theo dõi dự án.", [("Phân công lãnh đạo phụ trách theo dõi dự án", ())]),
    # what somebody does himself
    ("1. Các chi bộ, đảng bộ tự chấm điểm theo mẫu.", [("tự chấm điểm theo mẫu", ("Các chi bộ, đảng bộ",))]),
    # of what kind a policy is
    ("1. Hoàn thiện cơ chế, chính sách khuyến khích doanh nghiệp đầu tư.",
     [("Hoàn thiện cơ chế, chính sách khuyến khích doanh nghiệp đầu tư", ())]),
    ("1. Sở Nội vụ khuyến khích doanh nghiệp đầu tư.",
     [("khuyến khích doanh nghiệp đầu tư", ("Sở Nội vụ",))]),
    # to whom a thing goes, and by when it is hoped to be ready
    ("1. Sở Nội vụ tham mưu mức phí khi nộp hồ sơ, trình kỳ họp Hội đồng nhân dân tỉnh cuối năm 2025.",
     [("tham mưu mức phí khi nộp hồ sơ, trình kỳ họp Hội đồng nhân dân tỉnh cuối năm 2025", ("Sở Nội vụ",))]),
    ("1. Sở Nội vụ đẩy nhanh dự án; phấn đấu nghiệm thu trước 30/10/2026.",
     [("đẩy nhanh dự án; phấn đấu nghiệm thu trước 30/10/2026", ("Sở Nội vụ",))]),
    ("1. Sở Nội vụ đẩy nhanh dự án; nghiệm thu các phần việc đã xong.",
     [("đẩy nhanh dự án", ("Sở Nội vụ",)), ("nghiệm thu các phần việc đã xong", ("Sở Nội vụ",))]),
    # what is agreed to, found, or a matter of form
    ("1. Chấp thuận để Sở Nội vụ tổ chức hội thi.", []),
    ("1. Sau 3 năm thực hiện Nghị quyết, việc đếm cây có chuyển biến tích cực.", []),
    ("1. Bên cạnh đó, còn một số hạn chế: nguồn lực phân tán, nhân lực thiếu.", []),
    ("1. Sở Nội vụ sử dụng con dấu của mình.", []),
    ("1. Sở Nội vụ sử dụng kho hồ sơ của mình.", [("sử dụng kho hồ sơ của mình", ("Sở Nội vụ",))]),
    ("Quyết định này thay thế các Quyết định: số 150/QĐ-SXD ngày 02/6/2023, số 43/QĐ-SXD ngày 18/02/2025.", []),
    # bodies that several programmes share, groups by whose they are, and on what ground they act
    ("1. Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh kiểm tra, giám sát việc đếm cây.",
     [("kiểm tra, giám sát việc đếm cây", ("Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Hà Nam",))]),
    ("1. Thủ trưởng các đơn vị thuộc, trực thuộc Sở chủ động đếm cây.",
     [("chủ động đếm cây", ("Thủ trưởng các đơn vị thuộc, trực thuộc Sở",))]),
    ("1. Doanh nghiệp viễn thông trên địa bàn ưu tiên đầu tư trạm phát sóng.",
     [("ưu tiên đầu tư trạm phát sóng", ("Doanh nghiệp viễn thông trên địa bàn",))]),
    ("1. Các đơn vị căn cứ Kế hoạch này để xây dựng kế hoạch chi tiết.",
     [("xây dựng kế hoạch chi tiết", ("Các đơn vị",))]),
    ("1. Các đơn vị tạm thời sử dụng thư điện tử công vụ.",
     [("tạm thời sử dụng thư điện tử công vụ", ("Các đơn vị",))]),
    ("1. Sở Nội vụ cụ thể hóa Kế hoạch này và phân công đảng viên phụ trách hộ.",
     [("cụ thể hóa Kế hoạch này và phân công đảng viên phụ trách hộ", ("Sở Nội vụ",))]),
    ("1. Giao Sở TC rà soát mức chi trong T1/2026.", [("rà soát mức chi trong T1/2026", ("Sở Tài chính",))]),
    # work behind the name of a field, but no cost and no definition
    ("1. Dữ liệu: Xây dựng bản đồ cây; hoàn thành năm 2028.",
     [("Xây dựng bản đồ cây; hoàn thành năm 2028", ())]),
    ("1. Kinh phí: Cân đối từ nguồn ngân sách.", []),
    ("1. Dữ liệu: là tài sản của Sở.", []),
    # how far things are is no work, but work may be due by a day
    ("1. Ghi nhận nỗ lực của các xã. Đến nay đã đếm được 4.000 cây tại 12 xã.", []),
    ("1. Đến hết tháng 12 năm 2025, hoàn thành đếm cây.",
     [("Đến hết tháng 12 năm 2025, hoàn thành đếm cây", ())]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "wanted"), BORNE, ids=[entry[:50] for entry, _ in BORNE])
def test_who_bears_an_entry(entry: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert entries(entry) == wanted


@pytest.mark.parametrize(
    ("whom", "helper"),
    [
        # a verb tells which of them is meant
        ("cơ quan đăng ký đất đai", "cơ quan đăng ký đất đai"),
        ("nhà trường", "nhà trường"),
    ],
)
def test_a_helper_without_a_name_is_whole(whom: str, helper: str) -> None:
    found = read(f"{HEAD}{DUTIES}1. Phòng Hạ tầng phối hợp với {whom} xây dựng bản đồ cây.\n").tasks
    assert [task.cooperators for task in found] == [(helper,)]


def test_what_a_decision_replaces_may_be_listed_behind_its_kind() -> None:
    text = f"{HEAD}Điều 5. Quyết định này thay thế các Quyết định: số 150/QĐ-SXD ngày 02/6/2023, số 43/QĐ-SXD.\n"
    found = [(one.relation, one.object) for one in read(text).relations]
    assert found == [("replaces", "150/QĐ-SXD"), ("replaces", "43/QĐ-SXD")]


COUNCIL = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nSố: 27/NQ-HĐND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Hà Nam, ngày 29 tháng 8 năm 2025\nNGHỊ QUYẾT\nVề kinh tế số\n"
)


@pytest.mark.parametrize(
    ("article", "objects"),
    [
        ("Điều 1. Thông qua Đề án phát triển kinh tế số giai đoạn 2025 - 2030.",
         ["Đề án phát triển kinh tế số giai đoạn 2025 - 2030"]),
        # by means of it
        ("Điều 1. Hỗ trợ các xã thông qua Đề án phát triển kinh tế số giai đoạn 2025 - 2030.", []),
    ],
)  # fmt: skip
def test_an_article_of_a_resolution_passes_a_scheme(article: str, objects: list[str]) -> None:
    found = read(f"{COUNCIL}{article}\n").relations
    assert [one.object for one in found if one.relation == "approves"] == objects


PARTY = "TỈNH ỦY NGHỆ AN\n*\nSố 145-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nam, ngày 18 tháng 9 năm 2025\nKẾT LUẬN\n"
BODY = (
    "Ban Thường vụ Tỉnh ủy kết luận như sau:\n1. Giao Văn phòng Tỉnh ủy theo dõi việc thực hiện Kết luận này.\n"
    "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHoàng Văn Hiếu\n"
)


def test_a_committee_s_conclusion_is_no_word_of_who_signs_it() -> None:
    found = read(f"{PARTY}CỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tình hình đếm cây trên địa bàn tỉnh\n{BODY}")
    assert found.article.title == "KẾT LUẬN về tình hình đếm cây trên địa bàn tỉnh"
    assert [(task.text, task.directed_by) for task in found.tasks] == [
        ("theo dõi việc thực hiện Kết luận này", "Tỉnh ủy Nghệ An")
    ]


def test_whose_a_conclusion_is_stays_in_a_title_in_capitals() -> None:
    found = read(f"{PARTY}CỦA ĐỒNG CHÍ BÍ THƯ TỈNH ỦY\nTẠI HỘI NGHỊ ĐẾM CÂY\n{BODY}")
    assert found.article.title == "KẾT LUẬN CỦA ĐỒNG CHÍ BÍ THƯ TỈNH ỦY TẠI HỘI NGHỊ ĐẾM CÂY"


REPORT = HEAD.replace("QĐ-SXD", "BC-SXD").replace("QUYẾT ĐỊNH\nBan hành Kế hoạch", "BÁO CÁO\nKết quả")


def test_what_a_department_asks_of_its_province_is_no_task_nor_measured() -> None:
    found = read(f"{REPORT}IV. KIẾN NGHỊ\n1. Đề nghị UBND tỉnh bố trí bổ sung 12 tỷ đồng để đếm cây.\n")
    assert (found.tasks, found.observations) == ((), ())


def test_what_a_department_asks_of_communes_is_a_task() -> None:
    found = read(f"{REPORT}IV. KIẾN NGHỊ\n1. Đề nghị UBND các xã, phường bố trí người đếm cây.\n").tasks
    assert [task.assignees for task in found] == [("UBND các xã, phường",)]


def test_a_month_may_be_told_by_a_letter() -> None:
    found = read(f"{HEAD}{DUTIES}1. Sở Nội vụ rà soát mức chi trong T1/2026.\n2. Sở Nội vụ đo lô A1/2026.\n").tasks
    assert [task.deadline for task in found][:1] == ["2026-01"]
    assert "2026-01" not in [task.deadline for task in found][1:]


PLAN = HEAD.replace("QĐ-SXD", "KH-SXD").replace("QUYẾT ĐỊNH\nBan hành Kế hoạch", "KẾ HOẠCH\nTổ chức")


def test_who_draws_up_the_plan_itself_does_not_bear_all_of_it() -> None:
    text = (
        f"{PLAN}Thực hiện Kế hoạch số 12/KH-UBND ngày 15/7/2025 của UBND tỉnh, Sở Xây dựng xây dựng kế hoạch thực hiện "
        "như sau:\nI. NHIỆM VỤ\n1. Đẩy mạnh tuyên truyền về cây xanh.\n"
    )
    assert [(task.text, task.assignees) for task in read(text).tasks] == [("Đẩy mạnh tuyên truyền về cây xanh", ())]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Theo báo cáo của Sở Y tế tại Văn bản số 33/SYT-NV ngày 08/10/2025, còn 3 xã.", ("33/SYT-NV", "Sở Y tế")),
        ("Theo ý kiến của Sở Tư pháp tại Báo cáo thẩm định số 21/BC-STP ngày 14/8/2025.", ("21/BC-STP", "Sở Tư pháp")),
        ("Theo báo cáo của Sở Y tế về Báo cáo số 22/BC-STP.", ("22/BC-STP", None)),
    ],
)
def test_whose_a_document_is_by_who_says_so_in_it(words: str, wanted: tuple[str, str | None]) -> None:
    found = extract(read_bytes(words.encode(), "tin.txt")).documents
    assert [(one.id, one.issuer) for one in found] == [wanted]


def test_a_list_of_documents_to_be_drafted_is_one_of_tasks() -> None:
    rows = (
        "Số TT\tTên văn bản\tCơ quan trình/soạn thảo\tThời gian trình\n"
        "1\tThông tư hướng dẫn đếm cây\tVụ Pháp chế\tTháng 11/2025\n"
    )
    found = read(f"{HEAD}PHỤ LỤC\nDANH MỤC VĂN BẢN\n{rows}").tasks
    assert [(task.text, task.assignees, task.deadline) for task in found] == [
        ("Thông tư hướng dẫn đếm cây", ("Vụ Pháp chế",), "2025-11")
    ]
