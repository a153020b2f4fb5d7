# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Links whose documents stand in longer rows or clauses: short names between them, appositions, drafts told of by the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders.relations import relations
from tests.texts import CHANGES, reading

Link = tuple[str, str, str]


def links(text: str) -> set[Link]:
    return {(r.subject, r.relation, r.object) for r in relations.state(reading(text))}


def carried(by: str, *what: str) -> set[Link]:
    return {(by, "implements", one) for one in what}


CENSUS = "Đề án phát triển ứng dụng dữ liệu về dân cư"
CASES: list[tuple[str, set[Link]]] = [
    # a short name in brackets, or an abbreviation in the title, does not end the row of what is carried out
    (f"Thực hiện Chỉ thị số 05/CT-TTg, Quyết định số 06/QĐ-TTg phê duyệt {CENSUS} (Đề án 06) và Nghị định số 87/2020/NĐ-CP, Bộ Tư pháp ban hành Kế hoạch số 77/KH-BTP.",
     {("06/QĐ-TTg", "approves", CENSUS), *carried("77/KH-BTP", "05/CT-TTg", "06/QĐ-TTg", "87/2020/NĐ-CP")}),
    ("Triển khai Kế hoạch số 15/KH-UBND của UBND tỉnh (Kế hoạch 15), Công văn số 220/STTTT-CĐS và Nghị quyết số 03-NQ/TU, huyện lập Kế hoạch số 99/KH-UBND.",
     carried("99/KH-UBND", "15/KH-UBND", "220/STTTT-CĐS", "03-NQ/TU")),
    ("Thực hiện Thông tư số 08/2025/TT-BNV quy định bộ tiêu chí công chức số (CCS) cho cấp xã (Thông tư 08), Chỉ thị số 11/CT-UBND, phường ra Kế hoạch số 31/KH-UBND.",
     carried("31/KH-UBND", "08/2025/TT-BNV", "11/CT-UBND")),
    # what a document carries out, told behind its title and a comma
    ("Bộ Y tế ban hành Quyết định số 88/QĐ-BYT phê duyệt Đề án bệnh án điện tử, cụ thể hoá Quyết định số 749/QĐ-TTg.",
     {("88/QĐ-BYT", "approves", "Đề án bệnh án điện tử"), *carried("88/QĐ-BYT", "749/QĐ-TTg")}),
    ("Tỉnh vừa có Quyết định số 91/QĐ-UBND phê duyệt Đề án bản đồ số, qua đó thể chế hóa Nghị quyết số 12-NQ/TU.",
     {("91/QĐ-UBND", "approves", "Đề án bản đồ số"), *carried("91/QĐ-UBND", "12-NQ/TU")}),
    ("Sở ra Kế hoạch số 27/KH-SGTVT về vé xe điện tử, bước đi đầu tiên nhằm hiện thực hóa Nghị quyết số 50/NQ-CP.", carried("27/KH-SGTVT", "50/NQ-CP")),
    ("Sở Công Thương có Kế hoạch số 19/KH-SCT về chợ số năm 2024, thực hiện Quyết định số 411/QĐ-TTg.", carried("19/KH-SCT", "411/QĐ-TTg")),
    # a draft that a body is at work on, is late with, or proposes
    ("Việc này nằm trong dự thảo Nghị định thay thế Nghị định số 45/2020/NĐ-CP mà Bộ Công an đang hoàn thiện.",
     {("Nghị định thay thế Nghị định số 45/2020/NĐ-CP", "replaces", "45/2020/NĐ-CP"), ("Nghị định thay thế Nghị định số 45/2020/NĐ-CP", "drafted_by", "Bộ Công an")}),
    ("Đây là dự án Luật Giao dịch số được Bộ Công Thương chuẩn bị từ năm ngoái.", {("Luật Giao dịch số", "drafted_by", "Bộ Công Thương")}),
    ("Bộ Xây dựng vẫn chưa trình dự thảo Nghị định về cơ sở dữ liệu nhà ở, dù hạn là tháng 6.", {("Nghị định về cơ sở dữ liệu nhà ở", "drafted_by", "Bộ Xây dựng")}),
    ("Đến nay Bộ Nội vụ chậm trình Nghị định quy định về vị trí việc làm số.", {("Nghị định quy định về vị trí việc làm số", "drafted_by", "Bộ Nội vụ")}),
    ("Phó Thủ tướng đồng ý với đề xuất của Bộ Y tế về xây dựng Đề án sổ sức khỏe điện tử.", {("Đề án sổ sức khỏe điện tử", "drafted_by", "Bộ Y tế")}),
    ("Chính phủ thống nhất đề nghị của Bộ Tư pháp về việc xây dựng Luật Kinh tế số.", {("Luật Kinh tế số", "drafted_by", "Bộ Tư pháp")}),
    ("Bộ Công an gửi dự thảo Nghị định về xác thực điện tử tới Bộ Tài chính để lấy ý kiến.", {("Nghị định về xác thực điện tử", "drafted_by", "Bộ Công an")}),
    # whose unit, in brackets
    ("Trung tâm Chuyển đổi số (đơn vị thuộc Sở Khoa học và Công nghệ) cử người trực.", {("Trung tâm Chuyển đổi số", "part_of", "Sở Khoa học và Công nghệ")}),
    # none of it
    ("Nghị định số 13/2023/NĐ-CP được Bộ Công an công bố rộng rãi trên cổng thông tin.", set()),
    ("Bộ Xây dựng chưa thực hiện Nghị định số 10/2022/NĐ-CP.", set()),
    ("Quốc hội xem xét dự án Luật Trí tuệ nhân tạo được Chính phủ trình tại kỳ họp này.", set()),
    ("Chuyên gia góp ý dự thảo Luật An ninh dữ liệu mà Bộ Công an nhận được từ các bộ.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_links(text: str, wanted: set[Link]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_links_in_every_printing(text: str, wanted: set[Link], change: Callable[[str], str]) -> None:
    assert {tuple(map(key, link)) for link in links(change(text))} == {tuple(map(key, link)) for link in wanted}
