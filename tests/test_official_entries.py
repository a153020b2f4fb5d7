"""Entries of official texts in their own layout: who bears them, what they are, and what they only tell."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes

HEAD = (
    "SỞ XÂY DỰNG\nSố: 318/QĐ-SXD\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nam, ngày 12 tháng 8 năm 2025\nQUYẾT ĐỊNH\nBan hành Kế hoạch đếm cây xanh\n"
)
DUTIES = "Điều 2. Trách nhiệm thực hiện\n"


def read(text: str) -> Facts:
    return extract(read_bytes(text.encode(), "318.txt"))


def entries(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tasks of a decision that has this text below its article on duties, each with who bears it."""
    return [(task.text, task.assignees) for task in read(f"{HEAD}{DUTIES}{text}\n").tasks]


BORNE = [
    # whom an annex charges
    ("1. Các đơn vị được giao chủ trì nhiệm vụ tại Phụ lục chủ động lập kế hoạch chi tiết.",
     [("chủ động lập kế hoạch chi tiết", ("Các đơn vị được giao chủ trì nhiệm vụ tại Phụ lục",))]),
    # whom the entry tells apart, before its colon
    ("1. Đối với các xã chưa kết nối: khẩn trương hoàn thành kết nối.",
     [("khẩn trương hoàn thành kết nối", ("các xã chưa kết nối",))]),
    ("1. Đối với các cơ quan có hồ sơ quá hạn: thực hiện nghiêm việc xin lỗi bằng văn bản.",
     [("thực hiện nghiêm việc xin lỗi bằng văn bản", ("các cơ quan có hồ sơ quá hạn",))]),
    # … but what is done about private ones is not their work
    ("1. Đối với các doanh nghiệp vi phạm: xử phạt theo quy định.", []),
    # to hand out work is a body's own
    ("1. Sở Nội vụ phân công công chức trực hỗ trợ người dân.",
     [("phân công công chức trực hỗ trợ người dân", ("Sở Nội vụ",))]),
    ("1. Đối với Ủy ban nhân dân các xã: phân công công chức trực hỗ trợ người dân.",
     [("phân công công chức trực hỗ trợ người dân", ("Ủy ban nhân dân các xã",))]),
    # … that of the text where it names nobody else
    ("1. Phân công Phòng Hạ tầng theo dõi việc đếm cây.", [("theo dõi việc đếm cây", ("Phòng Hạ tầng",))]),
    # two posts of one group
    ("Yêu cầu Giám đốc, Thủ trưởng các ban, ngành; Chủ tịch, Phó Chủ tịch Ủy ban nhân dân các xã triển khai thực hiện "
     "Quyết định này.",
     [("triển khai thực hiện Quyết định này",
       ("Giám đốc, Thủ trưởng các ban, ngành", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân các xã"))]),
    # a case whose comma parts two names of one thing
    ("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Hạ tầng.",
     [("phản ánh về Phòng Hạ tầng", ("các đơn vị",))]),
    ("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về Phòng Hạ tầng.",
     [("kịp thời phản ánh về Phòng Hạ tầng", ())]),
    ("Quá trình thực hiện nếu phát sinh vướng mắc, các đơn vị báo cáo Sở để xem xét.",
     [("báo cáo Sở để xem xét", ("các đơn vị",))]),
    # how far things are is no work, but work may be due by a day
    ("1. Ghi nhận nỗ lực của các xã. Đến nay đã đếm được 4.000 cây tại 12 xã.", []),
    ("1. Đến hết tháng 12 năm 2025, hoàn thành đếm cây.",
     [("Đến hết tháng 12 năm 2025, hoàn thành đếm cây", ())]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "wanted"), BORNE, ids=[entry[:50] for entry, _ in BORNE])
def test_who_bears_an_entry(entry: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert entries(entry) == wanted


@pytest.mark.parametrize(
    ("whom", "helper"),
    [
        # a verb tells which of them is meant
        ("cơ quan đăng ký đất đai", "cơ quan đăng ký đất đai"),
        ("nhà trường", "nhà trường"),
    ],
)
def test_a_helper_without_a_name_is_whole(whom: str, helper: str) -> None:
    found = read(f"{HEAD}{DUTIES}1. Phòng Hạ tầng phối hợp với {whom} xây dựng bản đồ cây.\n").tasks
    assert [task.cooperators for task in found] == [(helper,)]
