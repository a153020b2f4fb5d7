# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""What stays open about documents: second days, years that do not fit, numbers without symbol, empty captions."""

from __future__ import annotations

import pytest

from loaders.documents import doubts
from tests.texts import reading

CASES = [
    # two days of one document
    ("Nghị quyết số 99/NQ-CP ngày 02/6/2023. Nghị quyết số 99/NQ-CP ngày 02/6/2023. Báo ghi Nghị quyết số 99/NQ-CP ngày 02/7/2023.",
     ["99/NQ-CP@2023-07-02"]),
    # one number of two provinces, without a day
    ("Quyết định số 17/QĐ-UBND của UBND tỉnh Lào Cai lập tổ số hóa. Quyết định số 17/QĐ-UBND của UBND tỉnh Sơn La lập quỹ.",
     ["17/QĐ-UBND"]),
    ("Quyết định số 17/QĐ-UBND của UBND tỉnh Lào Cai lập tổ số hóa. Quyết định số 17/QĐ-UBND của Chủ tịch UBND tỉnh Lào Cai.", []),
    ("Quyết định số 17/QĐ-UBND ngày 3/2/2025 của UBND tỉnh Lào Cai. Quyết định số 17/QĐ-UBND ngày 5/2/2025 của UBND tỉnh Sơn La.", []),
    # the day is not of the number's year
    ("Theo Nghị quyết số 193/2025/QH15 ngày 19/2/2026 về cơ chế đặc biệt.", ["193/2025/QH15@2026-02-19"]),
    # a decree whose year nobody tells
    ("Nghị định 113 thi hành Luật Lưu trữ còn thiếu hướng dẫn.", ["Nghị định 113"]),
    # nothing open
    ("Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ có hiệu lực từ ngày ký.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_doubts(text: str, wanted: list[str]) -> None:
    assert [candidate.text for candidate in doubts.of_documents(reading(text))] == wanted


def test_a_caption_without_its_number_makes_no_second_document() -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 300/QĐ-TTg\nHà Nội, ngày 10 tháng 3 năm 2024\nQUYẾT ĐỊNH\nPHÊ DUYỆT KẾ HOẠCH DỮ LIỆU MỞ\n"
        "Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch dữ liệu mở của các bộ.\n"
        "KẾ HOẠCH DỮ LIỆU MỞ\n(Kèm theo Quyết định số /QĐ-TTg ngày tháng năm 2024 của Thủ tướng Chính phủ)\n"
    )
    read = reading(text)
    assert {mention.id for mention in read.documents} == {"300/QĐ-TTg"}
    assert [(candidate.text, "caption" in candidate.reason) for candidate in doubts.of_documents(read)] == [
        ("300/QĐ-TTg", True)
    ]
