"""The frame of official documents: letterhead, title, signature, recipients."""

from __future__ import annotations

from dataclasses import replace

import pytest
from document_making import Part, Sheet, as_pdf, sheet

from kg import rdf
from kg.folding import fold
from kg.iris import BASE_IRI
from kg.model import Block, Source
from kg.standards import DCTERMS, ELI
from kg.vocabulary import VP
from loaders.extract import extract
from loaders.layout import letterhead, structure
from loaders.read import read_bytes
from loaders.reading import Unit


def source(*lines: str) -> Source:
    text, blocks = "\n".join(lines), []
    start = 0
    for line in lines:
        blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source("vb.txt", text, tuple(blocks))


HEAD = (
    "THỦ TƯỚNG CHÍNH PHỦ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 2269/QĐ-TTg",
    "Hà Nội, ngày 31 tháng 12 năm 2021",
)


def test_the_letterhead_tells_number_date_issuer_and_title() -> None:
    doc = source(*HEAD, "QUYẾT ĐỊNH", "Phê duyệt Chương trình viễn thông công ích", "Căn cứ Luật Viễn thông;")
    head = letterhead.find(doc, fold(doc.text))
    assert head is not None
    assert doc.text[slice(*head.number)] == "2269/QĐ-TTg"
    assert (head.published, head.type_word) == ("2021-12-31", "quyet dinh")
    assert head.title and doc.text[slice(*head.title)] == "Phê duyệt Chương trình viễn thông công ích"


@pytest.mark.parametrize("day", ["31 tháng 02 năm 2024", "45 tháng 13 năm 0000", "00 tháng 5 năm 2024"])
def test_a_day_that_does_not_exist_dates_no_document(day: str) -> None:
    text = "\n".join(
        (*HEAD[:3], f"Hà Nội, ngày {day}", "KẾ HOẠCH", "Mở dữ liệu", "Giao Sở Nội vụ báo cáo trong quý này.")
    )
    facts = extract(read_bytes(text.encode(), "vb.txt"))
    assert facts.article.published is None
    assert [document.date for document in facts.documents] == [None]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("BAN HÀNH QUY CHẾ HỌP SỐ", "BỘ TRƯỞNG BỘ Y TẾ"), "BAN HÀNH QUY CHẾ HỌP SỐ"),
        (("BAN HÀNH QUY CHẾ HỌP SỐ TRÊN ĐỊA BÀN", "TỈNH LÀO CAI"), "BAN HÀNH QUY CHẾ HỌP SỐ TRÊN ĐỊA BÀN TỈNH LÀO CAI"),
        (("LẬP TỔ SỐ CỦA HỘI ĐỒNG NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA KHÓA XV, KỲ HỌP THỨ 9"),
         "LẬP TỔ SỐ CỦA HỘI ĐỒNG NHÂN DÂN"),
    ],
)  # fmt: skip
def test_who_decides_is_no_line_of_a_subject_in_capitals(lines: tuple[str, ...], title: str) -> None:
    bodies = "BỘ Y TẾ\nỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nHỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA"
    doc = source(*bodies.split("\n"), *HEAD[1:], "QUYẾT ĐỊNH", *lines, "Căn cứ Luật Viễn thông;")
    head = letterhead.find(doc, fold(doc.text))
    assert head is not None
    assert head.title and " ".join(doc.text[slice(*head.title)].split()) == title


def test_a_subject_in_capitals_may_begin_with_what_is_carried_out() -> None:
    doc = source(*HEAD, "KẾ HOẠCH", "THỰC HIỆN ĐỢT QUÉT SỔ HỘ TỊCH", "Thực hiện Nghị quyết số 57-NQ/TW, tỉnh lập")
    head = letterhead.find(doc, fold(doc.text))
    assert head is not None
    assert head.title and doc.text[slice(*head.title)] == "THỰC HIỆN ĐỢT QUÉT SỔ HỘ TỊCH"


def test_a_letterhead_whose_motto_the_page_leaves_out() -> None:
    doc = source(
        "Thông báo về nhập điểm",
        "PHÒNG GIÁO DỤC\nTRƯỜNG TIỂU HỌC HƯNG LỘC\nSố: 12/TB-THHL\nHưng Lộc, ngày 05 tháng 9 năm 2024",
        "THÔNG BÁO\nVề việc nhập điểm",
    )
    head = letterhead.find(doc, fold(doc.text))
    assert head is not None
    assert (head.published, doc.text[slice(*head.number)]) == ("2024-09-05", "12/TB-THHL")


@pytest.mark.parametrize(
    "lines",
    [
        # an article that names a number and a date has no motto
        ("Ngày 31/12/2021, Quyết định số 2269/QĐ-TTg được ban hành.",),
        # the motto alone, as on a page about the state's insignia
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc là tiêu ngữ."),
    ],
)
def test_what_is_no_document_of_its_own(lines: tuple[str, ...]) -> None:
    doc = source(*lines)
    assert letterhead.find(doc, fold(doc.text)) is None


@pytest.mark.parametrize(
    ("block", "signer", "signed_for"),
    [
        ("CỤC TRƯỞNG\nTô Văn Nam", "Tô Văn Nam", None),
        ("KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\nĐỗ Văn An", "Đỗ Văn An", "KT. Tổng giám đốc"),
        ("KT. CHI CỤC TRƯỞNG\nPHÓ CHI CỤC TRƯỞNG\nĐỗ Văn An", "Đỗ Văn An", "KT. Chi cục trưởng"),
        (
            "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG [đã ký] Lê Minh Khái",
            "Lê Minh Khái",
            "TM. Chính phủ, KT. Thủ tướng",
        ),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Huy Dũng", "Nguyễn Huy Dũng", "KT. Bộ trưởng"),
        ("THỦ TƯỚNG Phạm Minh Chính", "Phạm Minh Chính", None),
        # of the collective's own head only the collective is signed for
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Bảy", "Trần Văn Bảy", "TM. Ủy ban nhân dân"),
        ("TL. BỘ TRƯỞNG CỤC TRƯỞNG Đỗ Công Anh", "Đỗ Công Anh", "TL. Bộ trưởng"),
    ],
)
def test_signatures(block: str, signer: str, signed_for: str | None) -> None:
    doc = Source("vb.txt", block, ())
    assert structure.signature((Unit("signature", 0, len(block), 0),), doc) == (signer, signed_for)


def test_recipients_are_listed_one_by_one() -> None:
    text = "Nơi nhận: - Như Điều 3; - Văn phòng Quốc hội; - Lưu: VT, KGVX."
    doc = Source("vb.txt", text, ())
    assert structure.recipients((Unit("recipients", 0, len(text), 0),), doc) == (
        "Như Điều 3", "Văn phòng Quốc hội", "Lưu: VT, KGVX",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hà Nội, ngày 05 tháng 3 năm 2026", "Hà Nội"),
        ("Số: 12/KH-UBND\tThành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026", "Thành phố Hồ Chí Minh"),
        ("Số: 12/KH-UBND Đồng Tháp, ngày 05 tháng 3 năm 2026", "Đồng Tháp"),
        ("Số: 12/KH-UBND ngày 05 tháng 3 năm 2026", None),
    ],
)
def test_the_place_stands_before_the_day(line: str, place: str | None) -> None:
    units = (Unit("letterhead", 0, len(line), 0),)
    assert structure.issued_at(units, Source("vb.txt", line, ())) == place


def test_recipients_stand_beside_the_signature() -> None:
    text = "Nơi nhận: - Bộ Nội vụ; - Lưu: VT.\tTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Bảy"
    doc = Source("vb.txt", text, ())
    units = (Unit("recipients", 0, len(text), 0),)
    assert structure.recipients(units, doc) == ("Bộ Nội vụ", "Lưu: VT")
    assert structure.signature(units, doc) == ("Trần Văn Bảy", "TM. Ủy ban nhân dân")


RESOLUTION = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 88/NQ-CP
Hà Nội, ngày 12 tháng 5 năm 2026
NGHỊ QUYẾT
Về việc mở dữ liệu của cơ quan nhà nước
Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ.
QUYẾT NGHỊ:
Điều 1. Ban hành kèm theo Nghị quyết này Kế hoạch mở dữ liệu.
Điều 2. Tổ chức thực hiện
1. Bộ Công an có trách nhiệm:
a) Mở kho dữ liệu dân cư trước ngày 30 tháng 9 năm 2026;
b) Báo cáo Thủ tướng Chính phủ hằng quý.
2. Các bộ, ngành rà soát danh mục dữ liệu.
Điều 3. Nghị quyết này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Thủ tướng, các Phó Thủ tướng Chính phủ;
- Các bộ, cơ quan ngang bộ;
- Lưu: VT, KSTT.
TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Nguyễn Thanh Bình
PHỤ LỤC I
CHỈ TIÊU
TT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan chủ trì
1\tTỷ lệ bộ dữ liệu được mở\t%\t≥ 60\tBộ Khoa học và Công nghệ
PHỤ LỤC II
NHIỆM VỤ
TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn
1\tLập danh mục dữ liệu mở\tBộ Nội vụ\t12/2026
"""


def test_a_whole_document_with_all_its_parts() -> None:
    facts = extract(read_bytes(RESOLUTION.encode(), "88.txt"))
    own = next(d for d in facts.documents if d.id == facts.article.text_of)
    assert (own.id, own.type, own.date, own.issued_at) == ("88/NQ-CP", "resolution", "2026-05-12", "Hà Nội")
    assert (own.issuer, own.title) == ("Chính phủ", "Về việc mở dữ liệu của cơ quan nhà nước")
    assert (own.signer, own.signed_for) == ("Nguyễn Thanh Bình", "TM. Chính phủ, KT. Thủ tướng")
    assert facts.recipients == (
        "Thủ tướng, các Phó Thủ tướng Chính phủ", "Các bộ, cơ quan ngang bộ", "Lưu: VT, KSTT",
    )  # fmt: skip
    based_on = {r.object for r in facts.relations if (r.subject, r.relation) == ("88/NQ-CP", "based_on")}
    assert "47/2020/NĐ-CP" in based_on and len(based_on) == 2
    assert [p.path for p in facts.provisions] == [
        "Điều 1", "Điều 2", "Điều 2 / Khoản 1", "Điều 2 / Khoản 1 / Điểm a", "Điều 2 / Khoản 1 / Điểm b",
        "Điều 2 / Khoản 2", "Điều 3", "Phụ lục I", "Phụ lục II", "Phụ lục II / STT 1", "Phụ lục I / STT 1",
    ]  # fmt: skip
    places = [task.evidence[0].place for task in facts.tasks]
    assert [(p.article, p.clause, p.point, p.annex, p.row) for p in places if p][:2] == [
        ("2", "1", "a", None, None), ("2", "1", "b", None, None),
    ]  # fmt: skip
    assert [(p.annex, p.row) for p in places if p and p.annex] == [("Phụ lục II", "1")]


def test_each_part_of_a_document_is_in_the_graph() -> None:
    found: dict[tuple[str, str], set[str]] = {}
    for quad in rdf.quads(extract(read_bytes(RESOLUTION.encode(), "88.txt"))):
        found.setdefault((quad.subject.value, quad.predicate.value), set()).add(quad.object.value)
    iri, parts = f"{BASE_IRI}id/document/2026/88-nq-cp", f"{BASE_IRI}id/provision/2026/88-nq-cp"
    assert found[iri, VP.issuedAt] == {"Hà Nội"}
    assert found[iri, VP.signedFor] == {"TM. Chính phủ, KT. Thủ tướng"}
    assert found[iri, ELI.has_part] == {
        f"{parts}/{path}" for path in ("dieu-1", "dieu-2", "dieu-3", "phu-luc-i", "phu-luc-ii")
    }
    assert found[f"{parts}/phu-luc-ii", ELI.has_part] == {f"{parts}/phu-luc-ii/dong-1"}
    assert found[f"{parts}/phu-luc-ii/dong-1", DCTERMS.title] == {"Lập danh mục dữ liệu mở"}
    assert {iri for (_, p), iris in found.items() if p == VP.inProvision for iri in iris} == {
        f"{parts}/dieu-2/khoan-1/diem-a", f"{parts}/dieu-2/khoan-1/diem-b", f"{parts}/dieu-2/khoan-2",
        f"{parts}/phu-luc-i/dong-1", f"{parts}/phu-luc-ii/dong-1",
    }  # fmt: skip


DECISION = """THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 951/QĐ-TTg
Hà Nội, ngày 12 tháng 5 năm 2026
QUYẾT ĐỊNH
Phê duyệt Chương trình mở dữ liệu
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Chương trình mở dữ liệu với các nội dung sau:
I. MỤC TIÊU
1. Đến năm 2028, 70% bộ dữ liệu được mở.
II. TỔ CHỨC THỰC HIỆN
1. Bộ Công an có trách nhiệm mở kho dữ liệu dân cư trước ngày 30 tháng 9 năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""


def test_the_clauses_of_an_articles_sections_are_kept_apart() -> None:
    facts = extract(read_bytes(DECISION.encode(), "951.txt"))
    assert [p.path for p in facts.provisions] == [
        "Điều 1", "Điều 1 / Mục I", "Điều 1 / Mục I / Khoản 1", "Điều 1 / Mục II", "Điều 1 / Mục II / Khoản 1",
        "Điều 2",
    ]  # fmt: skip
    assert [task.provision for task in facts.tasks] == ["khoản 1 Mục II Điều 1"]
    placed = {q.object.value for q in rdf.quads(facts) if q.predicate.value == VP.inProvision}
    parts = f"{BASE_IRI}id/provision/2026/951-qd-ttg/dieu-1"
    assert placed == {f"{parts}/muc-i/khoan-1", f"{parts}/muc-ii/khoan-1"}


def test_a_laws_section_goes_on_over_its_articles() -> None:
    lines = RESOLUTION.replace("Điều 2. Tổ", "Mục 1\nTRÁCH NHIỆM\nĐiều 2. Tổ")
    facts = extract(read_bytes(lines.encode(), "88.txt"))
    paths = [p.path for p in facts.provisions]
    assert "Mục 1 / Điều 2 / Khoản 1" in paths and "Mục 1 / Điều 3" in paths


def test_evidence_in_a_pdf_names_its_page_besides_its_place() -> None:
    parts: list[Part] = []
    for line in RESOLUTION.splitlines():
        if "\t" not in line:
            parts.append(line)
        elif parts and isinstance(parts[-1], Sheet):
            parts[-1] = sheet(*parts[-1].rows, line.split("\t"))
        else:
            parts.append(sheet(line.split("\t")))
    in_text = extract(read_bytes(RESOLUTION.encode(), "88.txt"))
    in_pdf = extract(read_bytes(as_pdf(parts, foot=430), "88.pdf"))
    for one, other in zip(in_text.tasks + in_text.targets, in_pdf.tasks + in_pdf.targets, strict=True):
        place, paged = one.evidence[0].place, other.evidence[0].place
        assert place and paged and paged.page and replace(paged, page=None) == place
        assert replace(one, evidence=()) == replace(other, evidence=())
    pages = [place.page for task in in_pdf.tasks if (place := task.evidence[0].place)]
    assert len({*pages}) > 1 and pages == sorted(pages, key=lambda page: page or 0)
    assert [p.path for p in in_pdf.provisions] == [p.path for p in in_text.provisions]
    assert in_pdf.recipients == in_text.recipients


def test_the_number_in_a_letterhead_below_a_page_s_title_is_the_document_s() -> None:
    text = """CÔNG VĂN góp ý Nghị quyết số 12-NQ/TW về dữ liệu mở
ĐẢNG ỦY BỘ XÂY DỰNG
VĂN PHÒNG
*
Số 77-CV/VPĐU
V/v góp ý dự thảo báo cáo về dữ liệu mở, kho lưu trữ và cách chia sẻ giữa các đơn vị trực thuộc Đảng ủy

ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 06 tháng 5 năm 2025

Kính gửi: Các chi bộ trực thuộc
Đề nghị gửi ý kiến trước ngày 15 tháng 5 năm 2025.
"""
    facts = extract(read_bytes(text.encode(), "77.txt"))
    assert facts.article.text_of == "77-CV/VPĐU"
    own = next(one for one in facts.documents if one.id == "77-CV/VPĐU")
    assert (own.date, own.issuer) == ("2025-05-06", "Văn phòng Đảng ủy Bộ Xây dựng")


COMMUNE = """{head}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 31/KH-{symbol}
Bình Minh, ngày 06 tháng 02 năm 2026
KẾ HOẠCH
Dọn kho hồ sơ giấy năm 2026
1. Công an xã rà soát sổ hộ khẩu cũ trước ngày 28/02/2026.
2. Tổ công tác Đề án 06 xã báo cáo hằng tuần.
TM. {head_line}
CHỦ TỊCH
Lê Văn Tới
"""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH", "Ủy ban nhân dân xã Bình Minh"),
        ("UBND QUẬN TÂN BÌNH\nỦY BAN NHÂN DÂN PHƯỜNG 13", "Ủy ban nhân dân phường 13"),
        ("THÀNH PHỐ ĐÀ NẴNG\nUBND PHƯỜNG AN HẢI", "Ủy ban nhân dân phường An Hải"),
        ("ĐẢNG BỘ TỈNH PHÚ THỌ\nĐẢNG ỦY XÃ BÌNH MINH", "Đảng ủy xã Bình Minh"),
    ],
)
def test_a_commune_in_the_capitals_of_a_letterhead_issues(head: str, issuer: str) -> None:
    text = COMMUNE.format(head=head, symbol="UBND", head_line="ỦY BAN NHÂN DÂN")
    facts = extract(read_bytes(text.encode(), "31.txt"))
    assert next(one.issuer for one in facts.documents if one.id == "31/KH-UBND") == issuer


def test_the_bodies_of_the_commune_whose_document_it_is() -> None:
    text = COMMUNE.format(head="ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH", symbol="UBND", head_line="ỦY BAN NHÂN DÂN")
    facts = extract(read_bytes(text.encode(), "31.txt"))
    names = {agency.name for agency in facts.agencies}
    assert {"Công an xã Bình Minh", "Tổ công tác triển khai Đề án 06 xã Bình Minh"} <= names
    assert [(one.name, one.agency) for one in facts.officials] == [("Lê Văn Tới", "Ủy ban nhân dân xã Bình Minh")]


LETTER = """SỞ Y TẾ TỈNH PHÚ THỌ
TRUNG TÂM KIỂM SOÁT BỆNH TẬT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 212/KSBT-CNTT
V/v mở sổ tiêm chủng điện tử
Phú Thọ, ngày 11 tháng 3 năm 2025
Kính gửi: Các trạm y tế.
Trung tâm Kiểm soát bệnh tật đề nghị các trạm mở sổ trước ngày 20/3/2025.
GIÁM ĐỐC
Trần Quốc Hưng
"""


def test_a_letter_of_a_body_that_no_table_knows() -> None:
    facts = extract(read_bytes(LETTER.encode(), "212.txt"))
    assert facts.article.text_of == "212/KSBT-CNTT"
    assert [(d.id, d.type, d.issuer) for d in facts.documents] == [
        ("212/KSBT-CNTT", "official-letter", "Trung tâm Kiểm soát bệnh tật")
    ]
    assert [(one.name, one.agency) for one in facts.officials] == [("Trần Quốc Hưng", "Trung tâm Kiểm soát bệnh tật")]


BESIDE = """UBND TỈNH HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ XÂY DỰNG\tĐộc lập - Tự do - Hạnh phúc
Số: 61/SXD-VP\tHà Nam, ngày 04 tháng 3 năm 2025
Kính gửi: Các phòng, ban.
Sở Xây dựng đề nghị các phòng rà soát hồ sơ cây xanh trước ngày 31/3/2025.
Nơi nhận:\tKT. GIÁM ĐỐC
- Như trên;\tPHÓ GIÁM ĐỐC
- Lãnh đạo Sở (để b/c);\t
- Lưu: VT, QLĐT.\tLê Quang Vịnh
"""


def test_a_signature_beside_the_recipients_row_by_row() -> None:
    facts = extract(read_bytes(BESIDE.encode(), "61.txt"))
    assert [(one.name, one.role, one.agency) for one in facts.officials] == [
        ("Lê Quang Vịnh", "Phó Giám đốc", "Sở Xây dựng")
    ]
    assert [(one.id, one.signer, one.signed_for) for one in facts.documents] == [
        ("61/SXD-VP", "Lê Quang Vịnh", "KT. Giám đốc")
    ]
    assert facts.recipients == ("Như trên", "Lãnh đạo Sở (để b/c)", "Lưu: VT, QLĐT")


REGULATION = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-BNV
Hà Nội, ngày 14 tháng 5 năm 2025
QUYẾT ĐỊNH
Ban hành Quy chế dùng sổ điện tử
Điều 1. Ban hành kèm theo Quyết định này Quy chế dùng sổ điện tử.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
BỘ TRƯỞNG
Trần Văn Bảy
QUY CHẾ
Dùng sổ điện tử
(Ban hành kèm theo Quyết định số 77/QĐ-BNV ngày 14 tháng 5 năm 2025)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định việc dùng sổ điện tử.
Điều 2. Trách nhiệm của Cục Văn thư
1. Sao lưu sổ hằng ngày.
"""


def test_what_a_decision_encloses_has_articles_of_its_own() -> None:
    facts = extract(read_bytes(REGULATION.encode(), "77.txt"))
    assert [p.path for p in facts.provisions] == [
        "Điều 1", "Điều 2", "Quy chế", "Quy chế / Chương I", "Quy chế / Chương I / Điều 1",
        "Quy chế / Chương I / Điều 2", "Quy chế / Chương I / Điều 2 / Khoản 1",
    ]  # fmt: skip
    assert [(task.text, task.assignees, task.provision) for task in facts.tasks] == [
        ("Sao lưu sổ hằng ngày", ("Cục Văn thư",), "khoản 1 Điều 2 Quy chế")
    ]


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("HUYỆN ỦY SÔNG THAO",), "Huyện ủy Sông Thao"),
        (("BAN CHẤP HÀNH TRUNG ƯƠNG",), "Ban Chấp hành Trung ương"),
        (("BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN NỘI CHÍNH"), "Ban Nội chính Trung ương"),
        (("THÀNH ỦY HẢI PHÒNG", "BAN TỔ CHỨC"), "Ban Tổ chức Thành ủy Hải Phòng"),
    ],
)
def test_a_body_of_the_party_issues_by_its_letterhead_alone(lines: tuple[str, ...], issuer: str) -> None:
    text = "\n".join(
        (*lines, "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12-KH/ABC", "Phú Thọ, ngày 3 tháng 2 năm 2025", "KẾ HOẠCH",
         "mở sổ dữ liệu năm 2025", "", "Các cơ quan rà soát hồ sơ giấy trước ngày 30/6/2025.")
    )  # fmt: skip
    assert [document.issuer for document in extract(read_bytes(text.encode(), "vb.txt")).documents] == [issuer]
