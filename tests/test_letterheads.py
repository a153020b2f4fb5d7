"""Letterheads of every kind of body: its number, its issuer and its title, in one cell, in lines, and without motto."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import from_text

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
YOUTH = "ĐOÀN TNCS HỒ CHÍ MINH"
# the lines above the number, the number as printed, the motto, the number and the issuer that are meant
HEADS = [
    # a Party committee under another one
    ("THÀNH ỦY HẢI PHÒNG\nQUẬN ỦY KIẾN AN\n*", "Số 310-KH/QU", PARTY, "310-KH/QU", "Quận ủy Kiến An"),
    ("TỈNH ỦY PHÚ THỌ\nHUYỆN ỦY TAM NÔNG", "Số: 91-KH/HU", PARTY, "91-KH/HU", "Huyện ủy Tam Nông"),
    ("TỈNH ỦY NGHỆ AN\nTHỊ ỦY THÁI HÒA", "Số 12-KH/TXU", PARTY, "12-KH/TXU", "Thị ủy Thái Hòa"),
    ("ĐẢNG BỘ TỈNH NGHỆ AN\nĐẢNG ỦY XÃ YÊN NA", "Số 06-KH/ĐU", PARTY, "06-KH/ĐU", "Đảng ủy xã Yên Na"),
    # its commission, in one cell with it
    ("TỈNH ỦY LAI CHÂU\nBAN NỘI CHÍNH", "Số 05-KH/BNCTU", PARTY, "05-KH/BNCTU", "Ban Nội chính Tỉnh ủy Lai Châu"),
    # the Youth Union, whose motto is its name; a number with a space for the hyphen
    ("THÀNH ĐOÀN CẦN THƠ\nBAN THƯỜNG VỤ\n***", "Số: 27 KH/TĐTN", YOUTH, "27-KH/TĐTN", "Thành đoàn Cần Thơ"),
    ("BCH ĐOÀN TỈNH LÀO CAI", "Số: 45-KH/TĐTN-XDĐ", YOUTH, "45-KH/TĐTN-XDĐ", "Tỉnh đoàn Lào Cai"),
    ("TỈNH ĐOÀN SƠN LA\nHUYỆN ĐOÀN MƯỜNG LA", "Số: 08-KH/HĐTN", YOUTH, "08-KH/HĐTN", "Huyện đoàn Mường La"),
    # the Fatherland Front and the unions; what follows may be an organ of the body above
    ("ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM", "Số: 19/KH-MTTW", STATE, "19/KH-MTTW",
     "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH AN GIANG\nBAN THƯỜNG TRỰC", "Số: 03/KH-MTTQ", STATE, "03/KH-MTTQ",
     "Mặt trận Tổ quốc Việt Nam tỉnh An Giang"),
    ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG", "Số: 04-KH/HNDTW", STATE, "04-KH/HNDTW",
     "Hội Nông dân Việt Nam"),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH BẾN TRE\nBAN THƯỜNG VỤ", "Số: 02/KH-LĐLĐ", STATE, "02/KH-LĐLĐ",
     "Liên đoàn Lao động tỉnh Bến Tre"),
    # enterprises, schools, the army; common words in a name are as in the text
    ("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM\nTỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", "Số: 88/KH-EVNNPC", STATE, "88/KH-EVNNPC",
     "Tổng công ty Điện lực Miền Bắc"),
    ("TẬP ĐOÀN CÔNG NGHIỆP\nTHAN - KHOÁNG SẢN VIỆT NAM", "Số: 09/KH-TKV", STATE, "09/KH-TKV",
     "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam"),
    ("ĐẠI HỌC QUỐC GIA HÀ NỘI\nTRƯỜNG ĐẠI HỌC GIÁO DỤC", "Số: 77/KH-ĐHGD", STATE, "77/KH-ĐHGD",
     "Trường Đại học Giáo dục"),
    ("BỘ QUỐC PHÒNG\nQUÂN KHU 5", "Số: 61/KH-QK", STATE, "61/KH-QK", "Quân khu 5"),
    # a commune whose name begins as a body's does; what was told before
    ("HUYỆN KIM SƠN\nUBND XÃ THANH LÂM", "Số: 15/KH-UBND", STATE, "15/KH-UBND", "Ủy ban nhân dân xã Thanh Lâm"),
    ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "Số: 70/KH-SNV", STATE, "70/KH-SNV", "Sở Nội vụ"),
]  # fmt: skip
BODY = (
    "KẾ HOẠCH\nđưa dữ liệu lên môi trường số năm 2026\n\nI. NHIỆM VỤ\n"
    "1. Rà soát dữ liệu điện lực, dữ liệu giáo dục trước ngày 30 tháng 9 năm 2026.\n"
)


def own(text: str) -> tuple[str | None, str | None, str | None]:
    """The number and the issuer of the document that a text is, and its title."""
    found: Facts = extract(from_text(text, "a.txt"))
    document = next((d for d in found.documents if d.id == found.article.text_of), None)
    return document and document.id, document and document.issuer, found.article.title


@pytest.mark.parametrize(("left", "number", "motto", "told", "issuer"), HEADS, ids=[row[3] for row in HEADS])
def test_a_letterhead_names_its_issuer(left: str, number: str, motto: str, told: str, issuer: str) -> None:
    day = "Nơi này, ngày 5 tháng 6 năm 2025"
    expected = (told, issuer, "KẾ HOẠCH đưa dữ liệu lên môi trường số năm 2026")
    in_cells = f"{' '.join(left.split())}\t{' '.join(motto.split())}\n{number}\t{day}\n{BODY}"
    assert own(in_cells) == expected, "two cells beside each other"
    assert own(f"{left}\n{number}\n{motto}\n{day}\n\n{BODY}") == expected, "lines below each other"
    assert own(f"{left}\n{number}\n{day}\n{BODY}")[:2] == expected[:2], "without the motto"


def test_a_name_with_a_comma_and_a_menu_before_it() -> None:
    head = "Trang chủ BỘ NỘI VỤ CỤC KHOA HỌC, CÔNG NGHỆ VÀ LƯU TRỮ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    body = BODY.replace("dữ liệu điện lực", "việc khoa học, công nghệ và lưu trữ")
    text = f"{head}Số: 55/KH-KHCNLT\tHà Nội, ngày 7 tháng 1 năm 2026\n{body}"
    assert own(text)[:2] == ("55/KH-KHCNLT", "Cục Khoa học, công nghệ và lưu trữ")


@pytest.mark.parametrize(
    ("left", "number", "post", "agency"),
    [
        ("ĐẠI HỌC QUỐC GIA HÀ NỘI TRƯỜNG ĐẠI HỌC GIÁO DỤC", "Số: 77/KH-ĐHGD", "HIỆU TRƯỞNG", "Trường Đại học Giáo dục"),
        ("BỘ QUỐC PHÒNG QUÂN KHU 5", "Số: 61/KH-QK", "TƯ LỆNH", "Quân khu 5"),
        ("UBND TỈNH LẠNG SƠN SỞ NỘI VỤ", "Số: 70/KH-SNV", "GIÁM ĐỐC", "Sở Nội vụ"),
    ],
)
def test_who_signs_leads_the_body_that_issues(left: str, number: str, post: str, agency: str) -> None:
    head = f"{left}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{number}\tNơi này, ngày 5 tháng 6 năm 2025\n"
    text = f"{head}{BODY}\nNơi nhận: - Như trên; - Lưu: VT.\t{post} Lê Văn Tám\n"
    found = extract(from_text(text, "a.txt"))
    assert [(person.name, person.agency) for person in found.officials] == [("Lê Văn Tám", agency)]


IN_ONE_CELL = (
    "ỦY BAN NHÂN DÂN TỈNH HÀ NAM SỞ NỘI VỤ Số: 835/SNV-CCHC V/v sắp xếp hồ sơ, giảm giấy tờ\t"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Nam, ngày 11 tháng 8 năm 2025\n"
    "Kính gửi: Các sở, ban, ngành.\nSở Nội vụ đề nghị các sở báo cáo trước ngày 25/8/2025.\n"
)


def test_a_letter_s_number_and_subject_in_one_cell_with_who_sends_it() -> None:
    facts = extract(from_text(IN_ONE_CELL, "835.txt"))
    assert facts.article.text_of == "835/SNV-CCHC"
    found = [(one.type, one.issuer, one.title) for one in facts.documents]
    assert found == [("official-letter", "Sở Nội vụ", "sắp xếp hồ sơ, giảm giấy tờ")]


@pytest.mark.parametrize("cited", ["theo văn bản số 835/SNV-CCHC", "Hồ sơ số 12/AB-CD của SỞ NỘI VỤ số 7/AB-CD"])
def test_a_number_of_no_kind_in_the_text_is_no_letterhead_s(cited: str) -> None:
    facts = extract(from_text(IN_ONE_CELL + f"Các sở gửi {cited} về Sở.\n", "835.txt"))
    assert [one.id for one in facts.documents] == ["835/SNV-CCHC"]


CARRIES_OUT = (
    "{first}\nSố 12-CTr/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nam, ngày 08 tháng 8 năm 2025\nCHƯƠNG TRÌNH HÀNH ĐỘNG\n"
)
SUBJECT = "thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về chuyển đổi số quốc gia"


def test_a_subject_says_what_is_carried_out_and_a_first_sentence_is_none() -> None:
    head = CARRIES_OUT.format(first="TỈNH ỦY HÀ NAM")
    body = f"{SUBJECT[:1].upper()}{SUBJECT[1:]}, Tỉnh ủy ban hành Chương trình hành động như sau:\nI- MỤC TIÊU\n"
    titled, bare = (extract(from_text(head + text, "12.txt")).article.title for text in (f"{SUBJECT}\n{body}", body))
    assert titled == f"CHƯƠNG TRÌNH HÀNH ĐỘNG {SUBJECT}"
    assert bare is None or SUBJECT[10:] not in bare


def test_a_commune_s_plan_is_not_issued_by_the_committee_that_it_cites() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nXÃ HÒA TIẾN\nSố: 48/KH-UBND\n{STATE}\nHòa Tiến, ngày 18 tháng 7 năm 2025\n{BODY}"
        "Căn cứ Quyết định số 1565/QĐ-UBND ngày 30/6/2025 của Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng về dữ liệu.\n"
    )
    issuers = {one.id: one.issuer for one in extract(from_text(text, "48.txt")).documents}
    assert issuers == {
        "48/KH-UBND": "Ủy ban nhân dân xã Hòa Tiến",
        "1565/QĐ-UBND": "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng",
    }
