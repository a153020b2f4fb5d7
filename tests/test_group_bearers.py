"""Groups that bear work: their members where the text lists them, their words where it does not, and one of them."""

from __future__ import annotations

import pytest

from kg.model import Facts
from loaders.extract import extract
from loaders.read import read_bytes

UNDER = "theo Quyết định số 31/QĐ-TTg"


def read(text: str) -> Facts:
    return extract(read_bytes(f"Chuyện trồng cây\n{text}\n".encode(), "bao.txt"))


BEARERS = [
    # a list behind what is late, opened by a colon, a word, a bracket
    (f"Các bộ, ngành chậm lập bản đồ cây {UNDER}: Bộ Y tế, Bộ Nội vụ, Bộ Xây dựng.",
     ("Bộ Y tế", "Bộ Nội vụ", "Bộ Xây dựng")),
    (f"Các đơn vị chậm nộp danh sách cây {UNDER} là: Sở Y tế, Sở Xây dựng và UBND phường Cam Đường.",
     ("Sở Y tế", "Sở Xây dựng", "Ủy ban nhân dân phường Cam Đường")),
    (f"5 bộ chưa công bố danh mục cây quý {UNDER} (Bộ Y tế, Bộ Nội vụ, Bộ Xây dựng, Bộ Công Thương, Bộ Tài chính).",
     ("Bộ Y tế", "Bộ Nội vụ", "Bộ Xây dựng", "Bộ Công Thương", "Bộ Tài chính")),
    (f"Có 03 địa phương chưa hoàn thành kiểm kê cây {UNDER} gồm: Lào Cai, Sơn La, Hà Giang.",
     ("Tỉnh Lào Cai", "Tỉnh Sơn La", "Tỉnh Hà Giang")),
    # one of the group, whose share it is
    (f"Bộ Y tế nằm trong 5 bộ chưa lập bản đồ cây {UNDER}.", ("Bộ Y tế",)),
    (f"Lào Cai là một trong 7 tỉnh chậm kiểm kê cây {UNDER}.", ("Tỉnh Lào Cai",)),
    (f"Bộ Y tế và Bộ Nội vụ thuộc nhóm các bộ chậm lập bản đồ cây {UNDER}.", ("Bộ Y tế", "Bộ Nội vụ")),
    # told to those that are listed behind the group
    ("Yêu cầu các bộ, ngành chậm gồm: Bộ Y tế, Bộ Nội vụ khẩn trương lập bản đồ cây trước ngày 30/9/2025.",
     ("Bộ Y tế", "Bộ Nội vụ")),
    ("Bộ trưởng đề nghị các đơn vị chưa gửi số liệu (Cục Kiểm lâm, Cục Viễn thông) hoàn thành báo cáo trước 20/6/2025.",
     ("Cục Kiểm lâm", "Cục Viễn thông")),
    # called again by their number: those that were listed, else the words
    ("Có 03 tỉnh chưa kiểm kê cây, gồm: Lào Cai, Sơn La, Hà Giang. Nguyên nhân là thiếu người. Yêu cầu 03 tỉnh nêu "
     "trên kiểm kê xong trước ngày 30/9/2025.", ("Tỉnh Lào Cai", "Tỉnh Sơn La", "Tỉnh Hà Giang")),
    ("Bộ Y tế, Bộ Nội vụ và Bộ Xây dựng chưa gửi danh sách cây. Đề nghị ba bộ này gửi danh sách trước 15/10/2025.",
     ("Bộ Y tế", "Bộ Nội vụ", "Bộ Xây dựng")),
    ("Đến nay còn 07 địa phương chưa lập vườn ươm. Đề nghị 07 địa phương nêu trên lập vườn ươm trước 15/10/2025.",
     ("07 địa phương nêu trên",)),
    ("Bộ Y tế và Bộ Nội vụ đã gửi danh sách. Đề nghị 5 bộ này trồng thêm cây trước 15/10/2025.", ("5 bộ này",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), BEARERS, ids=[text[:45] for text, _ in BEARERS])
def test_who_of_a_group_bears_the_work(text: str, who: tuple[str, ...]) -> None:
    assert [task.assignees for task in read(text).tasks] == [who]


@pytest.mark.parametrize(
    "text",
    [
        # a list of things, a list of others, no list
        f"Các bộ chưa lập bản đồ cây {UNDER}: cây cổ thụ, cây quý, cây bóng mát.",
        f"Các bộ chưa lập bản đồ cây {UNDER}, khác với Bộ Y tế, Bộ Nội vụ.",
        f"Các bộ chưa lập bản đồ cây {UNDER}.",
    ],
)
def test_a_group_without_a_list_stays_as_printed(text: str) -> None:
    assert [task.assignees for task in read(text).tasks] == [("Các bộ",)]


@pytest.mark.parametrize(
    ("counted", "who"),
    [
        ("Hiện 5 chi cục chưa", "5 chi cục"),
        ("Đến nay sáu hợp tác xã chưa", "sáu hợp tác xã"),
        ("Hiện ba trung tâm, đặc khu vẫn chưa", "ba trung tâm, đặc khu"),
        ("Còn 7 ban quản lý chậm", "7 ban quản lý"),
        ("Bộ Y tế nằm trong bảy tập đoàn, cơ quan chưa", "Bộ Y tế"),
    ],
)
def test_bodies_of_any_kind_are_counted(counted: str, who: str) -> None:
    (task,) = read(f"{counted} gửi danh sách cây {UNDER}.").tasks
    assert task.assignees == (who,)


@pytest.mark.parametrize("counted", ["Hiện 5 người", "Hiện sáu cây cổ thụ", "Còn 7 hồ sơ"])
def test_other_things_that_are_counted_bear_no_work(counted: str) -> None:
    assert read(f"{counted} chưa gửi danh sách cây {UNDER}.").tasks == ()


CHARGED = [
    "các phường được giao chủ trì các nhiệm vụ tại Quyết định này",
    "các sở được phân công làm đầu mối theo Chương trình này",
    "các trường được chỉ định thực hiện nhiệm vụ",
    "các hội được giao phối hợp triển khai nhiệm vụ theo Đề án này",
]


@pytest.mark.parametrize("group", CHARGED)
def test_a_group_is_marked_off_by_the_part_it_is_given(group: str) -> None:
    (task,) = read(f"UBND tỉnh yêu cầu {group} nộp sổ cây trước ngày 15/10/2025.").tasks
    assert (task.assignees, task.text) == ((group,), "nộp sổ cây trước ngày 15/10/2025")


@pytest.mark.parametrize("part", ["phối hợp thực hiện nhiệm vụ theo Kế hoạch này", "được phân công phối hợp đếm cây"])
def test_work_itself_marks_off_no_group(part: str) -> None:
    (task,) = read(f"UBND tỉnh yêu cầu các sở {part} trước ngày 15/10/2025.").tasks
    assert task.text.startswith("phối hợp ")


def test_the_sentence_that_lists_them_is_the_evidence() -> None:
    text, _ = BEARERS[0]
    (task,) = read(text).tasks
    assert task.evidence[0].quote.endswith("Bộ Xây dựng") and task.status == "overdue"


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn đi qua các tỉnh chậm rãi: Lào Cai đón khách, Sơn La tặng hoa.",
        "Nông dân 03 tỉnh nêu trên trồng 5 bộ này thành hàng.",
        "Bò này ăn cỏ ở 3 xã này.",
    ],
)
def test_places_that_bear_nothing(text: str) -> None:
    assert read(text).tasks == ()


def test_how_many_the_group_has_is_nothing_measured_of_one_of_them() -> None:
    assert read(f"Bộ Y tế nằm trong 5 bộ chưa lập bản đồ cây {UNDER}.").observations == ()
