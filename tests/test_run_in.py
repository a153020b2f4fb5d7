"""Provisions that a page has run together in one paragraph are cut apart, with diacritics or without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Source
from loaders.layout.run_in import apart, listed
from loaders.read import from_text
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


def cut(text: str) -> Source:
    source = from_text(text, "tin.txt")
    return listed(source)


ARTICLE = (
    "Sổ đăng kiểm điện tử là gì? Đây là sổ thay cho sổ giấy mà các trạm vẫn giữ từ trước tới nay, mỗi trạm một quyển. "
    "Lộ trình làm sổ đăng kiểm điện tử ra sao? Lộ trình được nêu tại Mục III Kế hoạch của Cục, cụ thể như sau: - Lập "
    "danh mục xe phải đăng kiểm lại; gửi cho các trạm. - Nối máy của trạm với máy chủ. Trạm chưa có mạng thì dùng máy "
    "của xã. + Cấp chữ ký số cho đăng kiểm viên. - Thôi in sổ giấy từ quý tới. Nguyên tắc ghi sổ: - Đúng. - Đủ. "
    "Bạn đọc cần hỏi thêm thì gọi cho tòa soạn theo số máy ở cuối trang này."
)


@pytest.mark.parametrize("change", [composed_again, stripped])
def test_a_list_that_runs_on_in_an_article_is_cut_at_its_entries(change: Callable[[str], str]) -> None:
    source = cut(change(ARTICLE))
    pieces = [source.text[block.start : block.end].split()[0:2] for block in source.blocks]
    begins = ["Sổ đăng", "Lộ trình", "Lộ trình", "- Lập", "- Nối", "+ Cấp", "- Thôi", "Nguyên tắc", "- Đúng.", "- Đủ."]
    assert [" ".join(piece) for piece in pieces] == [change(begin) for begin in begins]


def test_dashes_without_a_line_that_opens_a_list_cut_nothing() -> None:
    said = ARTICLE.replace(":", ".")
    assert len(cut(said).blocks) == 1


@pytest.mark.parametrize("sign", ["l", ":", "_", "ệ"])
def test_a_sign_that_a_scan_left_before_a_marker_does_not_hide_it(sign: str) -> None:
    text = REGULATION.replace("a) Hồ sơ", f"{sign} a) Hồ sơ").replace("2. Hồ sơ", f"{sign} 2. Hồ sơ")
    source = apart(from_text(text, "quy-che.txt"))
    pieces = [source.text[block.start : block.end] for block in source.blocks]
    assert [piece[:8] for piece, begin in zip(pieces, BEGINS, strict=True) if piece.startswith(begin)] == [
        piece[:8] for piece in pieces
    ]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Có hai việc: (i) lập sổ; (ii) nối mạng. Sở đã họp.", ["Có", "(i)", "(ii)", "Sở"]),
        ("Bộ giao: (1) rà soát phí, (2) bỏ giấy thừa và (3) báo cáo.", ["Bộ", "(1)", "(2)", "(3)"]),
        ("Sở Y tế (1) và Sở Tài chính (2) cùng ký: (a) bản chính.", ["Sở"]),  # one entry is no list
        ("Theo mục (1), (2) của tờ trình, Sở ký.", ["Theo"]),  # nothing opens a list
    ],
)
@pytest.mark.parametrize("change", [composed_again, stripped])
def test_entries_numbered_in_brackets_are_cut(change: Callable[[str], str], text: str, begins: list[str]) -> None:
    source = cut(change(text))
    pieces = [source.text[block.start : block.end].split()[0] for block in source.blocks]
    assert pieces == [change(begin) for begin in begins]
