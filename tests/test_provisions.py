"""Duties in pages that print or explain provisions: doers without a name, lists with parts, bearers told at length."""

from __future__ import annotations

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


CODE = """Điều 3.1.TT.9.4. Tiếp nhận hồ sơ

(Điều 4 Thông tư số 09/2027/TT-BYT, có hiệu lực thi hành kể từ ngày 01/07/2027)

1. Đối với phòng máy loại A:

Đơn vị quản lý phòng máy gửi 02 bộ hồ sơ tới bộ phận kiểm định.

2. Trong vòng 07 ngày kể từ ngày nhận hồ sơ, tổ chức tiếp nhận kiểm tra tính hợp lệ. Trường hợp thiếu giấy tờ, \
tổ chức tiếp nhận thông báo bằng thư cho người nộp.

Điều 3.1.TT.9.5. Ghi chép

(Điều 5 Thông tư số 09/2027/TT-BYT, có hiệu lực thi hành kể từ ngày 01/07/2027)

Nhân viên trực máy phải ghi nhật ký mỗi ca.
"""


def test_doers_that_a_provision_tells_by_what_they_do() -> None:
    assert [(task.text, task.assignees) for task in tasks(CODE)] == [
        ("gửi 02 bộ hồ sơ tới bộ phận kiểm định", ("Đơn vị quản lý phòng máy",)),
        ("kiểm tra tính hợp lệ", ("tổ chức tiếp nhận",)),
        ("thông báo bằng thư cho người nộp", ("tổ chức tiếp nhận",)),
        ("ghi nhật ký mỗi ca", ("Nhân viên trực máy",)),
    ]
    assert {task.mandate for task in tasks(CODE)} == {"09/2027/TT-BYT"}


PARTS = """Bộ Y tế vừa ban hành Thông tư 12/2027/TT-BYT ngày 3/2/2027 hướng dẫn Nghị định số 88/2026/NĐ-CP về trạm số.

Trạm Dữ liệu y tế quy định tại Điều 5 Nghị định số 88/2026/NĐ-CP tham mưu Ủy ban nhân dân cấp xã hoặc thực hiện các \
nhiệm vụ sau đây:

1. Về quản lý

a) Xây dựng nội quy phòng máy;

b) Đôn đốc tổ dân phố cập nhật sổ tiêm;

2. Về hỗ trợ người dân

a) Hướng dẫn người già mở sổ sức khỏe.
"""


def test_a_list_with_parts_has_the_bearer_of_the_line_above_it() -> None:
    assert [(task.text, task.assignees) for task in tasks(PARTS)] == [
        ("Xây dựng nội quy phòng máy", ("Trạm Dữ liệu y tế",)),
        ("Đôn đốc tổ dân phố cập nhật sổ tiêm", ("Trạm Dữ liệu y tế",)),
        ("Hướng dẫn người già mở sổ sức khỏe", ("Trạm Dữ liệu y tế",)),
    ]
