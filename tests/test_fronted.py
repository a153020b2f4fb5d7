"""Work told the other way round: its object first, its time behind it, the thing that it is done to."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Chuyện nguồn nước\n{text}\n".encode(), "bao.txt")).tasks


FRONTED = [
    # "thì" behind the object; who does it behind "sẽ do"
    (
        "Chủ tịch UBND tỉnh yêu cầu báo cáo đúng hẹn, còn sổ hồ chứa thì Sở Xây dựng phải mở trước ngày 30/6/2025.",
        ("sổ hồ chứa thì Sở Xây dựng phải mở trước ngày 30/6/2025", ("Sở Xây dựng",), "2025-06-30", None,
         None),
    ),
    (
        "Chủ tịch UBND tỉnh Lê Văn An cho biết kho số liệu lũ sẽ do Sở Tư pháp lập, xong trong quý IV/2025.",
        ("kho số liệu lũ sẽ do Sở Tư pháp lập, xong trong quý IV/2025", ("Sở Tư pháp",), "2025-Q4", "planned",
         "kho số liệu lũ"),
    ),
    (
        "Bộ Xây dựng đang hoàn thiện nghị định về cấp nước, nghị định này Bộ sẽ trình Chính phủ vào tháng 6/2025.",
        ("nghị định này Bộ sẽ trình Chính phủ vào tháng 6/2025", ("Bộ Xây dựng",), "2025-06", "planned", None),
    ),
    (
        "Dự thảo nghị định về thoát nước Bộ Xây dựng sẽ trình vào tháng 6/2025.",
        ("Dự thảo nghị định về thoát nước Bộ Xây dựng sẽ trình vào tháng 6/2025", ("Bộ Xây dựng",), "2025-06",
         "planned", "Dự thảo nghị định về thoát nước"),
    ),
    (
        "Riêng nghị định về hồ chứa, Bộ Công Thương sẽ ban hành hướng dẫn.",
        ("ban hành hướng dẫn", ("Bộ Công Thương",), None, "planned", "hướng dẫn"),  # it has an object of its own
    ),
    (
        "Về Đề án chống hạn, Sở Nông nghiệp và Môi trường sẽ trình UBND tỉnh phê duyệt trong quý IV/2025.",
        ("Đề án chống hạn, Sở Nông nghiệp và Môi trường sẽ trình UBND tỉnh phê duyệt trong quý IV/2025",
         ("Sở Nông nghiệp và Môi trường",), "2025-Q4", "planned", "Đề án chống hạn"),
    ),
    (
        "Đề án này do Bộ Nội vụ chủ trì, trình Thủ tướng Chính phủ trước 30/6/2025.",
        ("Đề án này do Bộ Nội vụ chủ trì, trình Thủ tướng Chính phủ trước 30/6/2025", ("Bộ Nội vụ",), "2025-06-30",
         None, None),
    ),
    (
        "Kế hoạch cấp nước sạch sẽ do Sở Tài chính tham mưu, trình UBND tỉnh trong tháng 7/2025.",
        ("Kế hoạch cấp nước sạch sẽ do Sở Tài chính tham mưu, trình UBND tỉnh trong tháng 7/2025",
         ("Sở Tài chính",), "2025-07", None, "Kế hoạch cấp nước sạch"),
    ),
    (
        "Quy chế vận hành hồ chứa, Sở Tư pháp trình UBND tỉnh ban hành trước 15/8/2025.",
        ("Quy chế vận hành hồ chứa, Sở Tư pháp trình UBND tỉnh ban hành trước 15/8/2025", ("Sở Tư pháp",),
         "2025-08-15", None, "Quy chế vận hành hồ chứa"),
    ),
    # its time behind a comma, or "và"
    (
        "Bộ Công an xây dựng Nghị định về đê điều, dự kiến hoàn tất trong tháng 9/2025.",
        ("xây dựng Nghị định về đê điều, dự kiến hoàn tất trong tháng 9/2025", ("Bộ Công an",), "2025-09", "planned",
         "Nghị định về đê điều"),
    ),
    (
        "Thủ tướng yêu cầu Bộ Tài chính hoàn thiện bản đồ hồ chứa, dự kiến hoàn tất vào ngày 30/6/2025.",
        ("hoàn thiện bản đồ hồ chứa, dự kiến hoàn tất vào ngày 30/6/2025", ("Bộ Tài chính",), "2025-06-30", None,
         None),
    ),
    (
        "Sở Y tế đang lắp máy đo nước, dự kiến hoàn thành trong quý III/2025.",
        ("lắp máy đo nước, dự kiến hoàn thành trong quý III/2025", ("Sở Y tế",), "2025-Q3", "in-progress", None),
    ),
    (
        "Sở Y tế đang nâng cấp hệ thống đo nước và sẽ hoàn tất vào tháng 11/2025.",
        ("nâng cấp hệ thống đo nước và sẽ hoàn tất vào tháng 11/2025", ("Sở Y tế",), "2025-11", "in-progress",
         "hệ thống đo nước"),
    ),
    # under way in the passive, where somebody is told to do it
    (
        "Hệ thống báo lũ đang được Sở Xây dựng lắp đặt tại 20 cống.",
        ("Hệ thống báo lũ đang được Sở Xây dựng lắp đặt tại 20 cống", ("Sở Xây dựng",), None, "in-progress",
         "Hệ thống báo lũ"),
    ),
    (
        "Bản đồ hồ chứa đang được xây dựng bởi Cục Thủy lợi.",
        ("Bản đồ hồ chứa đang được xây dựng bởi Cục Thủy lợi", ("Cục Thủy lợi",), None, "in-progress", None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FRONTED, ids=[text[:40] for text, _ in FRONTED])
def test_work_told_the_other_way_round(text: str, wanted: tuple[object, ...]) -> None:
    last = tasks(text)[-1]
    assert (last.text, last.assignees, last.deadline, last.status, last.deliverable) == wanted


def test_the_work_before_a_fronted_object_ends_before_it() -> None:
    first, _ = tasks(FRONTED[2][0])
    assert first.text == "hoàn thiện nghị định về cấp nước"


@pytest.mark.parametrize(
    "text",
    [
        "Hệ thống báo lũ đang được lắp đặt tại 20 cống.",  # by nobody that is told
        "Việc nạo vét đang được các xã thực hiện.",  # how things are
        "Phần mềm đo nước được Bộ Y tế phát triển năm 2020.",
        "Dự án cấp nước do VNPT đầu tư đã hoàn thành năm 2024.",
        "Đề án cấp nước do Bộ Y tế xây dựng gồm 5 nhóm giải pháp.",
        "Công trình cao 5 tầng, dự kiến hoàn thành trong tháng 9/2025.",
        "Bộ Công an đã ban hành Nghị định về đê điều, dự kiến có hiệu lực trong tháng 9/2025.",
    ],
)
def test_what_is_told_of_a_thing_and_is_nobodys_work(text: str) -> None:
    assert tasks(text) == ()
