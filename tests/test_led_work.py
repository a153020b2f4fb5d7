"""Work that one leads and others help with: whose it is, who helps, what its words are."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

SHARED = [
    (  # each with a verb of its own
        "Bộ trưởng Bộ Y tế chủ trì, Bộ Tài chính và các trường phối hợp lập sổ tiêm chủng học đường.",
        ("lập sổ tiêm chủng học đường", ("Bộ trưởng Bộ Y tế",), ("Bộ Tài chính", "các trường")),
    ),
    (  # behind a verb of ordering
        "Thủ tướng giao Bộ Xây dựng chủ trì, Bộ Tài chính, Bộ Công an phối hợp hoàn thiện bản đồ ngập lụt.",
        ("hoàn thiện bản đồ ngập lụt", ("Bộ Xây dựng",), ("Bộ Tài chính", "Bộ Công an")),
    ),
    (  # helpers with their units in brackets
        "Thủ tướng giao Bộ Y tế chủ trì, phối hợp với Bộ Công an (C06, A05), Bộ Tài chính và các tỉnh lập sổ thuốc.",
        (
            "chủ trì, phối hợp với Bộ Công an (C06, A05), Bộ Tài chính và các tỉnh lập sổ thuốc",
            ("Bộ Y tế",),
            ("Bộ Công an", "Bộ Tài chính", "các tỉnh"),
        ),
    ),
    (  # what brackets say before the work itself is no row
        "Thủ tướng giao Bộ Y tế chủ trì, phối hợp với Bộ Công an (khi cần) lập sổ thuốc.",
        ("chủ trì, phối hợp với Bộ Công an (khi cần) lập sổ thuốc", ("Bộ Y tế",), ("Bộ Công an",)),
    ),
    (  # by nouns
        "Phó Thủ tướng giao Bộ Y tế là cơ quan chủ trì, Bộ Công an là cơ quan phối hợp, mở sổ thuốc điện tử.",
        ("mở sổ thuốc điện tử", ("Bộ Y tế",), ("Bộ Công an",)),
    ),
    (  # with the help of
        "Sở Tài chính chủ trì với sự phối hợp của Sở Xây dựng lập bản đồ giá đất.",
        ("lập bản đồ giá đất", ("Sở Tài chính",), ("Sở Xây dựng",)),
    ),
    (
        "Sở Nội vụ chủ trì, cùng Sở Tư pháp rà soát biểu mẫu hộ tịch.",
        ("rà soát biểu mẫu hộ tịch", ("Sở Nội vụ",), ("Sở Tư pháp",)),
    ),
    (  # who directs the others directly leads them
        "Bộ trưởng Bộ Nội vụ trực tiếp chỉ đạo, các tỉnh phối hợp sửa đổi danh mục vị trí việc làm.",
        ("sửa đổi danh mục vị trí việc làm", ("Bộ trưởng Bộ Nội vụ",), ("các tỉnh",)),
    ),
    (  # the one to whom the others turn
        "Sở Y tế là cơ quan đầu mối, phối hợp với Sở Tư pháp rà soát phí khám bệnh từ xa.",
        (
            "là cơ quan đầu mối, phối hợp với Sở Tư pháp rà soát phí khám bệnh từ xa",
            ("Sở Y tế",),
            ("Sở Tư pháp",),
        ),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SHARED)
def test_who_leads_and_who_helps(text: str, wanted: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    (task,) = extract(read_bytes(text.encode(), "bai.txt")).tasks
    assert (task.text, task.assignees, task.cooperators) == wanted
