"""Whom "Phòng này", "đơn vị này", "hai bên" mean that have to act, and where they stay as printed."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes


def bearers(text: str) -> list[tuple[str, ...]]:
    return [task.assignees for task in extract(read_bytes(text.encode(), "thu.txt")).tasks]


CALLED = [
    # whatever body, by a noun for any: the one that was told something
    (
        "Chủ tịch UBND quận yêu cầu Phòng Nội vụ rà soát 40 thủ tục. Đơn vị này phải công bố kết quả trên mạng.",
        ("Phòng Nội vụ",),
    ),
    (
        "Sở Khoa học và Công nghệ được giao quản lý quỹ. Cơ quan này cần ban hành quy chế chi tiêu.",
        ("Sở Khoa học và Công nghệ",),
    ),
    # by the noun with which its name begins
    (
        "Trung tâm Phục vụ hành chính công tỉnh Lai Châu nhận 900 hồ sơ. Trung tâm này phải số hóa toàn bộ kết quả.",
        ("Trung tâm Phục vụ hành chính công tỉnh Lai Châu",),
    ),
    # the body of who speaks
    (
        "Ông Lê Văn Tám, Giám đốc Sở Y tế cho biết, đơn vị này đang xây dựng kho bệnh án chung với các huyện.",
        ("Sở Y tế",),
    ),
    # by its head alone, written large
    (
        "Trong buổi làm việc với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu Sở tập trung xử lý 300 hồ sơ tồn.",
        ("Sở Y tế",),
    ),
    (
        "Cục Viễn thông vừa thu hồi 100 đầu số. Chủ tịch UBND tỉnh đề nghị Cục kiểm tra thêm 20 đại lý.",
        ("Cục Viễn thông",),
    ),
    # two that stood joined
    (
        "Bộ Y tế và Bộ Công an đã thử sổ sức khỏe điện tử. Hai bộ phải ban hành quy chế phối hợp.",
        ("Bộ Y tế", "Bộ Công an"),
    ),
    (
        "Công ty Sao Mai và UBND tỉnh Bến Tre ký thỏa thuận. Hai bên sẽ lập tổ công tác chung trong quý IV/2026.",
        ("Công ty Sao Mai", "Ủy ban nhân dân tỉnh Bến Tre"),
    ),
]


@pytest.mark.parametrize(("text", "who"), CALLED)
def test_a_body_called_again(text: str, who: tuple[str, ...]) -> None:
    assert bearers(text)[-1] == who


AS_PRINTED = [
    # several of a kind
    (
        "Thủ tướng nhắc Bộ Y tế về tiến độ. Bảy xã chưa có kế hoạch. Thủ tướng yêu cầu các cơ quan này gửi báo cáo.",
        ("các cơ quan này",),
    ),
    # nobody joined before
    (
        "Bộ Y tế họp với các tỉnh. Hai bên sẽ xây dựng quy chế phối hợp trong năm 2026.",
        ("Hai bên",),
    ),
]


@pytest.mark.parametrize(("text", "who"), AS_PRINTED)
def test_what_could_mean_one_or_another_stays(text: str, who: tuple[str, ...]) -> None:
    assert bearers(text)[-1] == who


def test_a_room_and_a_number_are_no_body() -> None:
    assert bearers("Phòng Văn hóa có 3 phòng họp. Phòng này rộng 40 m2. Sở Y tế có 5 xe. Số này sẽ bán đi.") == []


def test_what_is_late_may_be_what_is_dealt_with() -> None:
    text = "Sở Nội vụ đang phối hợp với Sở Tư pháp rà soát toàn bộ 17 nhiệm vụ quá hạn để trình tỉnh."
    (task,) = extract(read_bytes(text.encode(), "thu.txt")).tasks
    assert task.status == "in-progress"
