"""Provisions whose subject is a thing: who decides on it, or what it must be."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

PAGE = """Phí dùng kho số liệu được quy định ra sao?
Điều 12 Nghị định 91/2025/NĐ-CP quy định việc dùng kho số liệu như sau:
- {line}
"""


def tasks(line: str) -> dict[str, tuple[str, ...]]:
    return {task.text: task.assignees for task in extract(read_bytes(PAGE.format(line=line).encode(), "h.txt")).tasks}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Mức thu từng năm do Bộ trưởng Bộ Tài chính quyết định.", ("Bộ trưởng Bộ Tài chính",)),
        ("Kho số liệu dùng chung được đặt tại hai nơi, do Bộ Công an trực tiếp vận hành.", ("Bộ Công an",)),
        ("Việc thu hồi quyền truy cập do Ủy ban nhân dân cấp tỉnh xem xét, quyết định.", ("Ủy ban nhân dân cấp tỉnh",)),
        ("Bản đồ số phải được Bộ Nông nghiệp và Môi trường duyệt trước khi in.", ("Bộ Nông nghiệp và Môi trường",)),
        ("Mật khẩu của kho cần đổi sau mỗi quý.", ()),
        ("Hợp đồng thuê máy chủ do hai bên lập phải nêu rõ thời hạn.", None),  # another clause follows
        ("Hồ sơ nộp theo mẫu do Bộ Tài chính ban hành.", None),  # the form is issued, not the file
        ("Doanh nghiệp do Bộ Tài chính quản lý nộp báo cáo riêng.", None),  # tells which firms
        ("Số liệu là tài sản do Bộ Tài chính quản lý.", None),  # says what something is
        ("Trường hợp mức thu do Bộ Tài chính quy định thì không thu thêm.", None),
    ],
)
def test_a_thing_has_who_decides_on_it(line: str, who: tuple[str, ...] | None) -> None:
    assert tasks(line) == ({} if who is None else {line.rstrip("."): who})


def test_what_a_principle_demands_of_a_thing_is_no_task() -> None:
    page = PAGE.replace("việc dùng", "nguyên tắc dùng").format(line="Mật khẩu của kho cần đổi sau mỗi quý.")
    assert not extract(read_bytes(page.encode(), "h.txt")).tasks
