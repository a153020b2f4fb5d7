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
    # giving comments is not drafting
    ("Bộ Tư pháp góp ý kiến cho dự thảo Nghị định về định danh điện tử của công dân.", set()),
    # whose unit
    ("Ông An, Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông, cho biết kết quả.", {("Cục Tin học hóa", "part_of", "Bộ Thông tin và Truyền thông")}),
    ("Đại diện Cục Viễn thông thuộc Bộ Thông tin và Truyền thông trả lời báo chí.", {("Cục Viễn thông", "part_of", "Bộ Thông tin và Truyền thông")}),
    # succession
    ("Ủy ban Quốc gia về Chuyển đổi số được kiện toàn từ Ủy ban Quốc gia về Chính phủ điện tử.",
     {("Ủy ban Quốc gia về Chuyển đổi số", "succeeds", "Ủy ban Quốc gia về Chính phủ điện tử")}),
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
