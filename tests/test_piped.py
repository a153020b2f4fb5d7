# ruff: noqa: E501  # a table that a page prints run together is one long line
"""Tables whose rows a page has run together: each row's values become targets."""

from __future__ import annotations

from loaders.measures import measures
from tests.texts import reading

HEAD = "Nghị quyết số 88/NQ-CP của Chính phủ đặt ra các chỉ tiêu đến năm 2030 như sau:\n"


def told(text: str) -> list[tuple[str, str, str | None, str | None, str]]:
    targets, observations = measures.state(reading(text, "2025-03-01"))
    assert observations == ()
    return [(one.indicator, str(one.value), one.unit, one.period, one.comparator) for one in targets]


def test_rows_are_told_by_their_numbers() -> None:
    text = HEAD + (
        "1 | Tỷ lệ hồ sơ nộp trực tuyến | % | ≥ 80 | Văn phòng Chính phủ | 2 | Xếp hạng thư viện số | Thứ bậc | ≤ 4 Đông Nam Á; ≤ 60 Thế giới"
        " | Bộ Nội vụ | 3 | Quy mô kinh tế số | % GDP | 30 | Bộ Tài chính |"
    )
    assert told(text) == [
        ("tỷ lệ hồ sơ nộp trực tuyến", "80", "%", "2030", ">="),
        ("xếp hạng thư viện số", "4", "Thứ bậc", "2030", "<="),
        ("xếp hạng thư viện số", "60", "Thứ bậc", "2030", "<="),
        ("quy mô kinh tế số", "30", "% GDP", "2030", "="),
    ]


def test_who_answers_and_who_sets() -> None:
    text = (
        HEAD
        + "1 | Tỷ lệ hồ sơ nộp trực tuyến | % | 80 | Bộ Nội vụ | 2 | Quy mô kinh tế số | % GDP | 30 | Bộ Tài chính |"
    )
    targets, _ = measures.state(reading(text, "2025-03-01"))
    assert [target.responsible for target in targets] == [("Bộ Nội vụ",), ("Bộ Tài chính",)]
    assert {target.set_by for target in targets} == {"88/NQ-CP"}
    assert targets[0].evidence[0].quote == "Tỷ lệ hồ sơ nộp trực tuyến | % | 80"


def test_a_part_of_a_row_with_a_number_of_two_levels() -> None:
    text = HEAD + (
        "5 | Chỉ tiêu về thủ tục hành chính | ||| 5.1 | Tỷ lệ số hóa hồ sơ | % | 100 | Bộ Nội vụ | 5.2 | Tỷ lệ thanh toán trực tuyến | % | 80 | Bộ Nội vụ |"
    )
    assert [one[:2] for one in told(text)] == [("tỷ lệ số hóa hồ sơ", "100"), ("tỷ lệ thanh toán trực tuyến", "80")]


def test_two_columns_of_values_have_the_two_times_of_the_line_above() -> None:
    text = (
        "Kế hoạch hành động năm 2026 và tầm nhìn đến năm 2030 quy định các chỉ tiêu như sau:\n"
        "1 | Dịch vụ công có trợ lý ảo. | 30% | 100% | Số dịch vụ có trợ lý ảo. | 2 | Cán bộ được tập huấn dữ liệu | tối thiểu 120 người | tối thiểu 900 người | Danh sách lớp."
    )
    assert told(text) == [
        ("dịch vụ công có trợ lý ảo", "30", "%", "2026", "="),
        ("dịch vụ công có trợ lý ảo", "100", "%", "2030", "="),
        ("cán bộ được tập huấn dữ liệu", "120", "người", "2026", ">="),
        ("cán bộ được tập huấn dữ liệu", "900", "người", "2030", ">="),
    ]


def test_a_row_that_says_in_words_what_is_to_be() -> None:
    text = HEAD + (
        "1 | Tay nghề của thợ đóng tàu | Thứ bậc | Đạt mức khá của khu vực | Bộ Công Thương"
        " | 2 | Quy mô kinh tế số | % GDP | 30 | Bộ Tài chính |"
    )
    assert told(text)[0] == ("tay nghề của thợ đóng tàu", "None", "Thứ bậc", "2030", "=")


def test_a_menu_and_a_table_without_goals_set_none() -> None:
    assert told("Trang chủ | Tin tức | Văn bản | Liên hệ | 1 | 2 | 3 | 4") == []
    assert (
        told(
            "Ngân sách chi thường xuyên của bộ:\n1 | Lương và phụ cấp | tỷ đồng | 120 | 2 | Mua sắm máy chủ | tỷ đồng | 30 |"
        )
        == []
    )
