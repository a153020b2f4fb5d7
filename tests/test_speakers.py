"""Who is heard in which sentence."""

from __future__ import annotations

import pytest

from loaders.tasks import speakers
from tests.names import reading_of

ROWS = [
    # a verb after its subject, with adverbs, an aside or an acronym between
    ("Bộ Y tế (BYT) cũng nhấn mạnh vai trò của dữ liệu.", ["Bộ Y tế"]),
    (
        "Thứ trưởng Bộ Nội vụ Trương Hải Long, thay mặt lãnh đạo Bộ, đề nghị các tỉnh sớm triển khai.",
        ["Trương Hải Long"],
    ),
    ("Ông Trương Hải Long, Thứ trưởng Bộ Nội vụ, cho rằng cần sớm triển khai.", ["Trương Hải Long"]),
    # a quotation that stays open over several lines
    (
        'Bộ trưởng Bộ Tài chính Hồ Đức Phớc nói: "Dữ liệu là tài nguyên.\nThủ tục phải gọn.\nMáy phải nhanh.\nMọi '
        'việc phải rõ.\nChúng ta không chậm được".',
        ["Hồ Đức Phớc"] * 5,
    ),
    # "theo" before a body speaks for it, before a document it does not
    ("Theo đánh giá của Bộ Tư pháp, hành lang pháp lý đã đủ.", ["Bộ Tư pháp"]),
    ("Theo Quyết định của Thủ tướng Chính phủ, đề án kết thúc năm 2025.", [None]),
    # a quotation with its speaker behind it, and the sentence that goes on with it
    (
        'Bộ trưởng Bộ Tài chính Hồ Đức Phớc dự họp.\n"Phải làm ngay", Bộ trưởng nói.\n"Không chờ đợi thêm nữa."',
        [None, "Hồ Đức Phớc", "Hồ Đức Phớc"],
    ),
    # the next sentences of the paragraph, until another one is heard
    (
        "Bộ Công an cho biết đã cấp xong thẻ. Việc tiếp theo là dữ liệu. Bộ Tư pháp đề nghị chia sẻ.",
        ["Bộ Công an", "Bộ Công an", "Bộ Tư pháp"],
    ),
    # the next paragraph, whether an empty line stands before it or not, and none after that
    (
        "Bộ Công an cho biết đã cấp xong thẻ.\nViệc tiếp theo là dữ liệu.\nKho dữ liệu đặt tại Hà Nội.",
        ["Bộ Công an", "Bộ Công an", None],
    ),
    (
        "Bộ Công an cho biết đã cấp xong thẻ.\n\nViệc tiếp theo là dữ liệu.\n\nKho dữ liệu đặt tại Hà Nội.",
        ["Bộ Công an", "Bộ Công an", None],
    ),
    # a list that a speaker opens
    (
        "Thủ tướng Chính phủ yêu cầu:\n- Rà soát thủ tục hành chính;\n- Kết nối dữ liệu.",
        ["Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"],
    ),
    # who is told to report does not speak
    ("Thủ tướng Chính phủ giao Bộ Y tế báo cáo kết quả trước tháng 6.", ["Thủ tướng Chính phủ"]),
    # somebody who is only spoken of
    ("Bộ Xây dựng và Sở Nội vụ dự hội nghị.", [None]),
]


@pytest.mark.parametrize(("text", "names"), ROWS)
def test_heard(text: str, names: list[str | None]) -> None:
    reading = reading_of(text)
    found = speakers.heard(reading)
    assert [found.get(index) for index in range(len(reading.units))] == names
