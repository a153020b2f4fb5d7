"""Sentences that announce tasks and list them: who sets them, who does them, and which lists are none of work."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

Row = tuple[str, tuple[str, ...], str | None, str | None]


def rows(text: str) -> list[Row]:
    found = extract(read_bytes(text.encode(), "bai.txt")).tasks
    return [(task.text, task.assignees, task.directed_by, task.mandate) for task in found]


LISTED: list[tuple[str, list[Row]]] = [
    (  # who carries them out
        "Trong năm 2027, tỉnh Hà Nam triển khai 12 nhiệm vụ, gồm: hoàn thiện kho ảnh vệ tinh; mở cổng đất đai.",
        [
            ("hoàn thiện kho ảnh vệ tinh", ("Tỉnh Hà Nam",), None, None),
            ("mở cổng đất đai", ("Tỉnh Hà Nam",), None, None),
        ],
    ),
    (  # who sets them
        "Hội đồng nhân dân tỉnh Hà Nam thống nhất một số nhiệm vụ chính như: nâng cấp bến xe; lắp đặt bảng tin số.",
        [
            ("nâng cấp bến xe", (), "Hội đồng nhân dân tỉnh Hà Nam", None),
            ("lắp đặt bảng tin số", (), "Hội đồng nhân dân tỉnh Hà Nam", None),
        ],
    ),
    (  # the document that sets them, by its number
        "Chỉ thị số 41/CT-TTg của Thủ tướng Chính phủ nêu 7 nhiệm vụ, bao gồm: rà soát bản đồ; mở dữ liệu mưa.",
        [
            ("rà soát bản đồ", (), "Thủ tướng Chính phủ", "41/CT-TTg"),
            ("mở dữ liệu mưa", (), "Thủ tướng Chính phủ", "41/CT-TTg"),
        ],
    ),
    (  # by its kind, after it was named
        "UBND tỉnh Hà Nam nhận được Kế hoạch số 77/KH-BYT của Bộ Y tế. "
        "Kế hoạch đề ra 5 nhóm nhiệm vụ, giải pháp: hoàn thiện hồ sơ bệnh án; đào tạo điều dưỡng về dữ liệu.",
        [
            ("hoàn thiện hồ sơ bệnh án", (), "Bộ Y tế", "77/KH-BYT"),
            ("đào tạo điều dưỡng về dữ liệu", (), "Bộ Y tế", "77/KH-BYT"),
        ],
    ),
    (  # by the sentence before, where nobody is named
        "UBND thành phố Hải Phòng đặt mục tiêu có 80% hồ sơ qua mạng. "
        "Riêng quý I/2027, thực hiện 6 nhiệm vụ, như: mở chuyên mục hỏi đáp; đồng bộ dữ liệu trường học.",
        [
            ("mở chuyên mục hỏi đáp", ("Ủy ban nhân dân thành phố Hải Phòng",), None, None),
            ("đồng bộ dữ liệu trường học", ("Ủy ban nhân dân thành phố Hải Phòng",), None, None),
        ],
    ),
    (  # on lines of their own; who sets duties has none
        "UBND tỉnh Hà Nam ban hành Kế hoạch số 12/KH-UBND. Theo đó, huyện Thanh Liêm đề ra các nhiệm vụ sau:\n"
        "- Nâng cấp trạm y tế xã.\n- Tập huấn kỹ năng số cho trưởng thôn.",
        [
            ("Nâng cấp trạm y tế xã", (), "Huyện Thanh Liêm", "12/KH-UBND"),
            ("Tập huấn kỹ năng số cho trưởng thôn", (), "Huyện Thanh Liêm", "12/KH-UBND"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_tasks_that_a_sentence_lists(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        # done already, only proposed, choices, contents of a thing, what a body is there for
        "Năm qua, tỉnh Hà Nam đã triển khai nhiều nhiệm vụ, gồm: hoàn thiện kho ảnh vệ tinh; mở cổng đất đai.",
        "Dự thảo của Bộ Y tế đề ra 5 nhiệm vụ: hoàn thiện thể chế; phát triển hạ tầng.",
        "Để giảm hàng chờ, Bộ Y tế đưa ra 2 giải pháp: thực hiện gọi số tự động; mở thêm quầy tiếp nhận.",
        "Phần mềm của Bộ Y tế gồm các nội dung: quản lý hồ sơ; theo dõi tiến độ; báo cáo tự động.",
        "Sở Nội vụ có các nhiệm vụ: tham mưu công tác tổ chức; quản lý hồ sơ cán bộ.",
    ],
)
def test_lists_that_give_no_tasks(text: str) -> None:
    assert not rows(text)


def test_the_document_that_a_body_issues_with_its_tasks_orders_them() -> None:
    found = rows(
        "Bộ Y tế ban hành Kế hoạch số 210/KH-BYT triển khai 3 nhiệm vụ, gồm: chuẩn hóa danh mục dùng chung; kết nối dữ "
        "liệu các bệnh viện; kiểm tra an toàn thông tin."
    )
    assert [(directed_by, mandate) for _, _, directed_by, mandate in found] == [("Bộ Y tế", "210/KH-BYT")] * 3
