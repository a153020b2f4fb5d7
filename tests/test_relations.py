# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Links between documents, programmes and agencies: verb and direction, nested subjects, the frame of official texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders import relations
from tests.texts import CHANGES, reading

Link = tuple[str, str, str]


def links(text: str) -> set[Link]:
    return {(r.subject, r.relation, r.object) for r in relations.state(reading(text))}


DATA = "Chiến lược dữ liệu quốc gia đến năm 2030"
LINKS: list[tuple[str, set[Link]]] = [
    # approves: in the subject, by a clause, turned round, in brackets
    (f"Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ về phê duyệt {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Quyết định số 142/QĐ-TTg đã phê duyệt {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Việc chia sẻ dữ liệu theo {DATA} đã được phê duyệt tại Quyết định số 142/QĐ-TTg.", {("142/QĐ-TTg", "approves", DATA)}),
    # nested subjects: each citation goes to the verb before it
    ("Kế hoạch số 283/KH-UBND ngày 24/9/2025 của Ủy ban nhân dân tỉnh về thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của "
     "Chính phủ và Chương trình hành động số 10-CTr/TU ngày 13/8/2025 của Tỉnh ủy về thực hiện Nghị quyết số 57-NQ/TW "
     "ngày 22/12/2024 của Bộ Chính trị đã giao việc.",
     {("283/KH-UBND", "implements", "71/NQ-CP"), ("283/KH-UBND", "implements", "10-CTr/TU"), ("10-CTr/TU", "implements", "57-NQ/TW")}),
    # amends, both ways round
    ("Nghị định số 09/2010/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 110/2004/NĐ-CP.", {("09/2010/NĐ-CP", "amends", "110/2004/NĐ-CP")}),
    ("Nghị định số 78/2025/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP.", {("187/2025/NĐ-CP", "amends", "78/2025/NĐ-CP")}),
    # where it is amended stands between
    ("Điều 5 Nghị định số 42/2022/NĐ-CP, được sửa đổi bởi điểm a khoản 7 Điều 40 Nghị định số 118/2025/NĐ-CP như sau.",
     {("118/2025/NĐ-CP", "amends", "42/2022/NĐ-CP")}),
    ("Căn cứ Thông tư số 21/2023/TT-BTTTT quy định về tính năng của hệ thống cấp bộ, cấp tỉnh được sửa đổi, bổ sung bởi Thông tư số 11/2025/TT-BKHCN;",
     {("11/2025/TT-BKHCN", "amends", "21/2023/TT-BTTTT")}),
    # measures "để tổ chức, hướng dẫn thi hành": the title goes on
    ("Nghị định số 78/2025/NĐ-CP quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Cư trú.",
     {("78/2025/NĐ-CP", "guides", "Luật Cư trú")}),
    # a council's term between its name and the subject
    ("Nghị quyết số 44/NQ-HĐND 18 ngày 12/4/2017 của Hội đồng nhân dân tỉnh khóa XVIII phê duyệt đề án xây dựng thành phố thông minh giai đoạn 2017-2022.",
     {("44/NQ-HĐND18", "approves", "Đề án xây dựng thành phố thông minh giai đoạn 2017-2022")}),
    # a law that amends another by its own name, whose number stands after the name of that other
    ("Căn cứ Luật Căn cước số 26/2023/QH15; Luật Sửa đổi, bổ sung một số điều của Luật Căn cước số 87/2025/QH15;", {("87/2025/QH15", "amends", "26/2023/QH15")}),
    # replaces and repeals
    ("Nghị định số 30/2020/NĐ-CP về công tác văn thư. Nghị định này thay thế Nghị định số 110/2004/NĐ-CP.", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Quyết định số 72/2025/QĐ-UBND có hiệu lực từ ngày 01/12/2025 và bãi bỏ Quyết định số 23/2019/QĐ-UBND.", {("72/2025/QĐ-UBND", "repeals", "23/2019/QĐ-UBND")}),
    # guides
    ("Thông tư số 03/2025/TT-VPCP hướng dẫn thi hành một số nội dung của Nghị định số 118/2025/NĐ-CP.", {("03/2025/TT-VPCP", "guides", "118/2025/NĐ-CP")}),
    ("Nghị định số 163/2024/NĐ-CP quy định chi tiết một số điều và biện pháp thi hành Luật Viễn thông.", {("163/2024/NĐ-CP", "guides", "Luật Viễn thông")}),
    # rests on, said in prose
    ("Quyết định này căn cứ vào báo cáo; Quyết định số 274/QĐ-TTg căn cứ Nghị định số 61/2018/NĐ-CP và Nghị quyết số 17/NQ-CP.",
     {("274/QĐ-TTg", "based_on", "61/2018/NĐ-CP"), ("274/QĐ-TTg", "based_on", "17/NQ-CP")}),
    # the sentence says what is carried out, then what is issued
    ("Thực hiện Nghị quyết số 17/NQ-CP, Bộ Nội vụ đã ban hành Quyết định số 120/QĐ-BNV.", {("120/QĐ-BNV", "implements", "17/NQ-CP")}),
    # drafting
    ("Bộ Công an đang soạn thảo Nghị định về bảo vệ dữ liệu cá nhân.", {("Nghị định về bảo vệ dữ liệu cá nhân", "drafted_by", "Bộ Công an")}),
    ("Chương trình bảo tồn di sản số (ban hành theo Quyết định số 206/QĐ-TTg) đặt mục tiêu cao.", {("206/QĐ-TTg", "approves", "Chương trình bảo tồn di sản số")}),
    ("Theo Quyết định số 749/QĐ-TTg ngày 03/6/2020, Thủ tướng Chính phủ đã phê duyệt Chương trình chuyển đổi số quốc gia đến năm 2025.",
     {("749/QĐ-TTg", "approves", "Chương trình chuyển đổi số quốc gia đến năm 2025")}),
    (f"{DATA} theo Quyết định số 142/QĐ-TTg của Thủ tướng nêu rõ ba mục tiêu.", {("142/QĐ-TTg", "approves", DATA)}),
    ("Đề án 06 được Thủ tướng Chính phủ phê duyệt ngày 06/01/2022 tại Quyết định số 06/QĐ-TTg.", {("06/QĐ-TTg", "approves", "Đề án 06")}),
    ("Theo Mục VI Quyết định số 2259/QĐ-BTTTT năm 2022 quy định mục tiêu đến năm 2030 của Chiến lược phát triển trí tuệ nhân tạo như sau.",
     {("2259/QĐ-BTTTT", "approves", "Chiến lược phát triển trí tuệ nhân tạo")}),
    ("Kế hoạch hành động số hóa di sản năm 2024 (Kế hoạch di sản) ban hành kèm theo Quyết định số 699/QĐ-BTTTT nêu bốn việc.",
     {("699/QĐ-BTTTT", "approves", "Kế hoạch hành động số hóa di sản năm 2024")}),
    # what stands between the plan and the programme is another document
    ("Tại Kế hoạch số 02-KH/BCĐTW, Nghị quyết số 214/NQ-CP về ban hành Kế hoạch thúc đẩy tạo lập dữ liệu số toàn diện.",
     {("214/NQ-CP", "approves", "Kế hoạch thúc đẩy tạo lập dữ liệu số toàn diện")}),
    # a plan that carries out a programme under a directive: the directive approves nothing
    ("Các tỉnh thực hiện Đề án 06 theo Chỉ thị số 04/CT-TTg của Thủ tướng.", set()),
    # carried out: the purpose of issuing, "cụ thể hóa", a decree "thi hành" its law
    ("Nghị quyết số 71/NQ-CP được Chính phủ ban hành nhằm triển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị.", {("71/NQ-CP", "implements", "57-NQ/TW")}),
    ("Chính phủ đã ban hành Nghị quyết số 71/NQ-CP để thực hiện Nghị quyết số 57-NQ/TW.", {("71/NQ-CP", "implements", "57-NQ/TW")}),
    ("Kế hoạch số 12/KH-UBND cụ thể hóa Nghị quyết số 57-NQ/TW trên địa bàn tỉnh.", {("12/KH-UBND", "implements", "57-NQ/TW")}),
    ("Luật Căn cước và Nghị định số 70/2024/NĐ-CP thi hành Luật này chưa quy định mức thu.", {("70/2024/NĐ-CP", "implements", "Luật Căn cước")}),
    # whose draft: made public, put to comment, the draft "of" a ministry, a document only proposed, several in a row
    ("Bộ Công an công bố dự thảo Luật Căn cước (sửa đổi) để lấy ý kiến nhân dân.", {("Luật Căn cước (sửa đổi)", "drafted_by", "Bộ Công an")}),
    ("Bộ Tư pháp vừa đưa ra lấy ý kiến dự thảo Nghị định về đăng ký biện pháp bảo đảm.", {("Nghị định về đăng ký biện pháp bảo đảm", "drafted_by", "Bộ Tư pháp")}),
    ("Theo dự thảo thông tư của Bộ Tài chính quy định mức thu phí sử dụng đường bộ, mức thu được giảm.",
     {("Thông tư của Bộ Tài chính quy định mức thu phí sử dụng đường bộ", "drafted_by", "Bộ Tài chính")}),
    ("Bộ Tài chính đề xuất xây dựng Nghị định về tài sản mã hóa tại Việt Nam.", {("Nghị định về tài sản mã hóa tại Việt Nam", "drafted_by", "Bộ Tài chính")}),
    ("Bộ Nội vụ nghiên cứu xây dựng các nghị định về vị trí việc làm của công chức, viên chức, đánh giá cán bộ và chế độ tiền lương.",
     {(f"Nghị định về {what}", "drafted_by", "Bộ Nội vụ") for what in ("vị trí việc làm của công chức, viên chức", "đánh giá cán bộ", "chế độ tiền lương")}),
    # a scheme that a body submits is its draft; one that it is told to carry out is not
    ("Phó Thủ tướng giao Bộ Nội vụ trình Thủ tướng Đề án phát triển nhân lực công nghệ số trong quý II.",
     {("Đề án phát triển nhân lực công nghệ số", "drafted_by", "Bộ Nội vụ")}),
    ("Bộ Nội vụ triển khai Đề án phát triển nhân lực công nghệ số tại các tỉnh.", set()),
    # giving comments is not drafting
    ("Bộ Tư pháp góp ý kiến cho dự thảo Nghị định về định danh điện tử của công dân.", set()),
    # whose unit
    ("Ông An, Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông, cho biết kết quả.", {("Cục Tin học hóa", "part_of", "Bộ Thông tin và Truyền thông")}),
    ("Đại diện Cục Viễn thông thuộc Bộ Thông tin và Truyền thông trả lời báo chí.", {("Cục Viễn thông", "part_of", "Bộ Thông tin và Truyền thông")}),
    # beside each other without a word between, and in brackets after the ministry
    ("Theo Cục Kiểm soát thủ tục hành chính Văn phòng Chính phủ, việc kết nối đã xong.", {("Cục Kiểm soát thủ tục hành chính", "part_of", "Văn phòng Chính phủ")}),
    ("Bộ Khoa học và Công nghệ (Cục Chuyển đổi số quốc gia) tổng hợp kết quả.", {("Cục Chuyển đổi số quốc gia", "part_of", "Bộ Khoa học và Công nghệ")}),
    ("Công ty VNPT-IT thuộc Tập đoàn Bưu chính Viễn thông Việt Nam dựng nền tảng.", {("Công ty VNPT-IT", "part_of", "Tập đoàn Bưu chính Viễn thông Việt Nam")}),
    # an abbreviation in brackets between the two
    ("Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư (C 72), Bộ Công an trả lời.",
     {("Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư", "part_of", "Bộ Công an")}),
    # what the first article of a ministry's decree says
    ("Bộ Nội vụ là cơ quan của Chính phủ, thực hiện chức năng quản lý nhà nước.", {("Bộ Nội vụ", "part_of", "Chính phủ")}),
    # beside a person's name
    ("Đầu mối là đồng chí Lê Văn Thức, Cục Chuyển đổi số - Cơ yếu, Văn phòng Trung ương Đảng, điện thoại 098.",
     {("Cục Chuyển đổi số - Cơ yếu", "part_of", "Văn phòng Trung ương Đảng")}),
    # succession
    ("Ủy ban Quốc gia về Chuyển đổi số được kiện toàn từ Ủy ban Quốc gia về Chính phủ điện tử.",
     {("Ủy ban Quốc gia về Chuyển đổi số", "succeeds", "Ủy ban Quốc gia về Chính phủ điện tử")}),
    ("Thủ tướng đồng ý thành lập Ủy ban Quốc gia về Chính phủ điện tử trên cơ sở kiện toàn Ủy ban Quốc gia về ứng dụng công nghệ thông tin.",
     {("Ủy ban Quốc gia về Chính phủ điện tử", "succeeds", "Ủy ban Quốc gia về ứng dụng công nghệ thông tin")}),
    ("Năm 2007 Quốc hội đổi tên Bộ Bưu chính, Viễn thông thành Bộ Thông tin và Truyền thông.",
     {("Bộ Thông tin và Truyền thông", "succeeds", "Bộ Bưu chính, Viễn thông")}),
    # one body split in two, one merged with another
    ("Năm 1965, Ủy ban Khoa học Nhà nước tách thành 2 cơ quan: Ủy ban Khoa học và Kỹ thuật Nhà nước và Viện Khoa học Xã hội Việt Nam.",
     {("Ủy ban Khoa học và Kỹ thuật Nhà nước", "succeeds", "Ủy ban Khoa học Nhà nước"),
      ("Viện Khoa học Xã hội Việt Nam", "succeeds", "Ủy ban Khoa học Nhà nước")}),
    ("Bộ Thông tin và Truyền thông sáp nhập với Bộ Khoa học và Công nghệ theo nghị quyết.",
     {("Bộ Thông tin và Truyền thông", "merged_into", "Bộ Khoa học và Công nghệ")}),
    # a ministry that takes another in keeps its own name
    ("Bộ Khoa học và Công nghệ được thành lập trên cơ sở hợp nhất Bộ Thông tin và Truyền thông và Bộ Khoa học và Công nghệ.",
     {("Bộ Thông tin và Truyền thông", "merged_into", "Bộ Khoa học và Công nghệ")}),
    ("Bộ Kế hoạch và Đầu tư được hợp nhất vào Bộ Tài chính.", {("Bộ Kế hoạch và Đầu tư", "merged_into", "Bộ Tài chính")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LINKS)
def test_links(text: str, wanted: set[Link]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), LINKS)
def test_links_in_every_printing(text: str, wanted: set[Link], change: Callable[[str], str]) -> None:
    assert {tuple(map(key, link)) for link in links(change(text))} == {tuple(map(key, link)) for link in wanted}


def test_a_list_of_bodies_states_no_parts() -> None:
    assert links("Dự họp có Cục Viễn thông, Bộ Công an, Bộ Tài chính và Bộ Tư pháp.") == set()


DECISION = (
    "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 300/QĐ-TTg\nHà Nội, ngày 10 tháng 3 năm 2024\nQUYẾT ĐỊNH\n"
    "PHÊ DUYỆT KẾ HOẠCH TRIỂN KHAI THI HÀNH LUẬT GIAO DỊCH ĐIỆN TỬ\n"
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n"
    "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;\n"
    "Theo đề nghị của Bộ trưởng Bộ Thông tin và Truyền thông.\n"
    "Điều 1. Phê duyệt Kế hoạch triển khai thi hành Luật Giao dịch điện tử.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n"
)


def test_the_units_listed_under_the_structure_of_a_ministry() -> None:
    text = (
        "Bộ Nội vụ\n\nBộ Nội vụ quản lý nhà nước về tổ chức hành chính, công chức, lưu trữ và nhiều lĩnh vực khác.\n\n"
        "Cơ cấu tổ chức\n\n- Vụ Cải cách hành chính\n\n- Cục Văn thư và Lưu trữ nhà nước\n\n"
        "Hoạt động\n\n- Bộ Công an phối hợp với Cục Viễn thông trong năm qua."
    )
    assert {link for link in links(text) if link[1] == "part_of"} == {
        ("Vụ Cải cách hành chính", "part_of", "Bộ Nội vụ"),
        ("Cục Văn thư và Lưu trữ nhà nước", "part_of", "Bộ Nội vụ"),
    }


def test_the_heading_of_a_structure_may_name_the_ministry() -> None:
    text = (
        "Nghị định mới đã được Chính phủ ban hành và có hiệu lực từ đầu tháng này, với nhiều điểm thay đổi.\n\n"
        "Cơ cấu tổ chức của Bộ Nội vụ gồm:\n\n1- Vụ Cải cách hành chính;\n\n2- Cục Văn thư và Lưu trữ nhà nước;\n"
    )
    assert links(text) == {
        ("Vụ Cải cách hành chính", "part_of", "Bộ Nội vụ"),
        ("Cục Văn thư và Lưu trữ nhà nước", "part_of", "Bộ Nội vụ"),
    }


def test_the_frame_of_a_decision() -> None:
    stated = links(DECISION)
    assert ("300/QĐ-TTg", "based_on", "Luật Tổ chức Chính phủ") in stated
    assert ("300/QĐ-TTg", "based_on", "20/2023/QH15") in stated
    assert ("300/QĐ-TTg", "approves", "Kế hoạch triển khai thi hành Luật Giao dịch điện tử") in stated
    assert ("300/QĐ-TTg", "implements", "20/2023/QH15") in stated
    assert ("300/QĐ-TTg", "drafted_by", "Bộ Thông tin và Truyền thông") in stated


def test_the_opening_of_a_plan_says_what_it_carries_out() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 88/KH-UBND\nAn Bình, ngày 05 tháng 5 năm 2025\nKẾ HOẠCH\nCHUYỂN ĐỔI SỐ NGÀNH Y TẾ NĂM 2025\n"
        "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
        "I. MỤC TIÊU\nMọi trạm y tế dùng bệnh án điện tử.\n"
    )
    assert ("88/KH-UBND", "implements", "71/NQ-CP") in links(text)


def test_evidence_is_in_its_unit() -> None:
    read = reading(DECISION)
    for relation in relations.state(read):
        for evidence in relation.evidence:
            assert read.source.text[evidence.start : evidence.end] == evidence.quote
            assert any(unit.start <= evidence.start and evidence.end <= unit.end for unit in read.units)
