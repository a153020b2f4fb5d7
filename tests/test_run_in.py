"""Provisions that a page has run together in one paragraph are cut apart, with diacritics or without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.read import from_text
from loaders.run_in import apart
from tests.texts import composed_again, stripped

REGULATION = (
    "Điều 4. Sổ theo dõi 1. Mỗi phòng lập một sổ điện tử để ghi hồ sơ đến, ghi đủ ngày giờ nhận và người nhận; sổ được "
    "khóa vào cuối ngày làm việc và lưu trên máy chủ của cơ quan. 2. Hồ sơ nhận theo Điều 3. được ghi riêng, gồm: "
    "a) Hồ sơ nộp trực tuyến; đ) Hồ sơ nộp qua bưu chính. Điều 5. Báo cáo 1. Phòng báo cáo trước ngày 25 hằng tháng, "
    "nêu rõ số hồ sơ đã nhận trong kỳ, số hồ sơ trả đúng hẹn và số hồ sơ quá hạn kèm lý do; báo cáo gửi bản điện tử. "
    "CHƯƠNG III TỔ CHỨC THỰC HIỆN - Thời hạn hoàn thành: tháng 12."
)
BEGINS = ["Điều 4.", "1. Mỗi", "2. Hồ sơ", "a) Hồ sơ", "đ) Hồ sơ", "Điều 5.", "1. Phòng", "CHƯƠNG III", "- Thời hạn"]


@pytest.mark.parametrize("change", [composed_again, stripped])
def test_provisions_are_cut_apart(change: Callable[[str], str]) -> None:
    source = apart(from_text(change(REGULATION), "quy-che.txt"))
    pieces = [source.text[block.start : block.end] for block in source.blocks]
    assert len(pieces) == len(BEGINS)
    assert all(piece.startswith(change(begin)) for piece, begin in zip(pieces, BEGINS, strict=True)), pieces
