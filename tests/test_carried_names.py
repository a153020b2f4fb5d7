# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""What a figure is of, where only the text before it names that."""

from __future__ import annotations

import pytest

from loaders.measures import measures
from tests.texts import reading

NAMED: list[tuple[str, list[tuple[str, str]], str]] = [
    ("Chỉ số sẵn sàng chính phủ số năm 2023 vừa được công bố. Việt Nam đạt 0,71 điểm, xếp thứ 59 thế giới, tăng 5 bậc so với kỳ trước.",
     [("chỉ số sẵn sàng chính phủ số của Việt Nam", "0.71"), ("thứ hạng chỉ số sẵn sàng chính phủ số của Việt Nam", "59"),
      ("thứ hạng chỉ số sẵn sàng chính phủ số của Việt Nam tăng so với kỳ trước", "5")], "the sentence before"),
    ("Về chỉ số cải cách hành chính năm 2023, Quảng Ninh đứng đầu. Phú Thọ xếp thứ 12/63, tăng 3 bậc.",
     [("thứ hạng chỉ số cải cách hành chính của Phú Thọ", "12"),
      ("thứ hạng chỉ số cải cách hành chính của Phú Thọ tăng", "3")], "a topic"),
    ("Bộ Nội vụ công bố Bảng xếp hạng PAR INDEX năm 2022. Theo đó, Hải Phòng đứng thứ 2; Lào Cai đứng thứ 17.",
     [("bảng xếp hạng PAR INDEX của Hải Phòng", "2"), ("bảng xếp hạng PAR INDEX của Lào Cai", "17")], "a table of ranks"),
    ("Kết quả xếp hạng chuyển đổi số khối huyện năm 2023: huyện Lục Yên xếp thứ nhất; thành phố Yên Bái xếp thứ 3.",
     [("xếp hạng chuyển đổi số khối huyện của huyện Lục Yên", "1"),
      ("xếp hạng chuyển đổi số khối huyện của thành phố Yên Bái", "3")], "the line itself"),
    ("Chỉ số hài lòng của người dân năm 2023 của tỉnh đạt 86,4 điểm. Như vậy, tỉnh xếp thứ 14 toàn quốc.",
     [("chỉ số hài lòng của người dân năm 2023 của tỉnh", "86.4"),
      ("thứ hạng chỉ số hài lòng của người dân của tỉnh", "14")], "what was concluded"),
    ("Về hạ tầng viễn thông năm 2023, nước ta xếp thứ 72; chỉ số bưu chính năm 2023 xếp thứ 31.",
     [("thứ hạng hạ tầng viễn thông của nước ta", "72"), ("thứ hạng chỉ số bưu chính", "31")], "each names its own"),
    ("Năm 2023, Việt Nam xếp thứ 25 về an toàn thông tin. Riêng chỉ số đọc sách của Hội Xuất bản, Việt Nam lùi xuống hạng 55.",
     [("thứ hạng an toàn thông tin của Việt Nam", "25"), ("thứ hạng chỉ số đọc sách của Hội Xuất bản của Việt Nam", "55")],
     "named here, not the one before"),
    ("Huyện vận động mở tổ công nghệ số cộng đồng ở các thôn. Đến nay đã lập 145 tổ.",
     [("lập tổ công nghệ số cộng đồng", "145")], "a bare noun"),
    ("Nhà mạng đầu tư trạm phát sóng di động ở vùng cao. Năm nay đã lắp 320 trạm.",
     [("lắp trạm phát sóng di động", "320")], "a bare noun that only the text names in full"),
    ("Huyện mở lớp ở các thôn. Đến nay đã lập 145 tổ.", [("lập tổ", "145")], "a noun that nothing before names in full"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NAMED, ids=[row[2] for row in NAMED])
def test_named_before(text: str, expected: list[tuple[str, str]], why: str) -> None:
    _, observations = measures.state(reading(text, "2024-11-20"))
    assert [(fact.indicator, str(fact.value)) for fact in observations] == expected, why


def test_an_index_named_far_above_is_no_name_of_what_follows() -> None:
    between = "Tỉnh đã họp bàn nhiều việc về giao thông và thủy lợi.\n" * 9
    text = f"Chỉ số hạ tầng năm 2023 của tỉnh được công bố.\n{between}Năm 2023, Phú Thọ xếp thứ 12."
    _, observations = measures.state(reading(text, "2024-11-20"))
    assert observations[-1].indicator == "thứ hạng Phú Thọ"
