# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""By how much a goal is exceeded, whose share a bracket gives, and places told without "thứ"."""

from __future__ import annotations

import pytest

from loaders.measures import measures
from tests.texts import reading

SIDES: list[tuple[str, list[str], list[tuple[str, str]], str]] = [
    ("Toàn huyện có 640 điểm phát sóng, vượt chỉ tiêu được giao 8,5%. Tỷ lệ hộ có mạng đạt 87%.", [],
     [("điểm phát sóng", "640"), ("điểm phát sóng vượt chỉ tiêu được giao", "8.5"), ("tỷ lệ hộ có mạng", "87")],
     "a share beside a count"),
    ("Tỷ lệ chứng thực điện tử đạt 71%, vượt mục tiêu đề ra 6%.", [],
     [("tỷ lệ chứng thực điện tử", "71"), ("tỷ lệ chứng thực điện tử vượt mục tiêu đề ra", "6")], "small beside the result"),
    ("Giải ngân đạt 45%, hụt mục tiêu đề ra 15 điểm phần trăm.", [],
     [("giải ngân", "45"), ("giải ngân hụt mục tiêu đề ra", "15")], "points"),
    ("Tiền phí đạt 5 tỷ đồng, vượt chỉ tiêu năm 2024 tới 8%.", [],
     [("tiền phí", "5000000000"), ("tiền phí vượt chỉ tiêu năm 2024", "8")], "of a year"),
    ("Tỷ lệ chứng thực điện tử đạt 71%, vượt mục tiêu đề ra 65%.", ["65"], [("tỷ lệ chứng thực điện tử", "71")], "the goal itself"),
    ("Tỷ lệ chứng thực điện tử đạt 71%, vượt chỉ tiêu 65% tỉnh giao.", ["65"], [("tỷ lệ chứng thực điện tử", "71")],
     "the goal itself, and who set it"),
    ("Tỉnh kích hoạt 50 triệu tài khoản, vượt mục tiêu 40 triệu tài khoản.", ["40000000"], [("kích hoạt tài khoản", "50000000")],
     "a goal that is counted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "measured", "why"), SIDES, ids=[row[3] for row in SIDES])
def test_the_excess_over_a_goal_is_measured(
    text: str, wanted: list[str], measured: list[tuple[str, str]], why: str
) -> None:
    targets, observations = measures.state(reading(text, "2024-11-20"))
    assert [str(fact.value) for fact in targets] == wanted, why
    assert [(fact.indicator, str(fact.value)) for fact in observations] == measured, why


BRACKETS: list[tuple[str, list[str], str]] = [
    ("Sở Y tế (42%), Sở Xây dựng (38,5%) và xã Tân Lập (29%) là những nơi có tỷ lệ ký số thấp nhất.",
     ["tỷ lệ ký số của Sở Y tế", "tỷ lệ ký số của Sở Xây dựng", "tỷ lệ ký số của xã Tân Lập"], "the row before it"),
    ("Nhiều nơi có tỷ lệ ký số còn thấp: huyện Mê Linh (22%), huyện Mỹ Đức (19%).",
     ["tỷ lệ ký số của huyện Mê Linh", "tỷ lệ ký số của huyện Mỹ Đức"], "the row behind it"),
    ("Tỷ lệ hồ sơ trễ của tỉnh là 2,1%. Trong đó, Sở Y tế (4,2%), Sở Xây dựng (3,5%) còn chậm.",
     ["tỷ lệ hồ sơ trễ của tỉnh", "tỷ lệ hồ sơ trễ của Sở Y tế", "tỷ lệ hồ sơ trễ của Sở Xây dựng"], "the sentence before"),
    ("Các đơn vị trúng thầu gồm Công ty An Bình (42%), Công ty Minh Long (38%).",
     ["công ty An Bình", "công ty Minh Long"], "no rate is named"),
    ("Tỷ lệ trường dùng học bạ số (bao gồm cả trường tư) đạt 96%.",
     ["tỷ lệ trường dùng học bạ số (bao gồm cả trường tư)"], "what a bracket adds is no name"),
    ("Chỉ số cải cách tụt 4 bậc, xuống vị trí 37. Năm sau tỉnh họp.",
     ["chỉ số cải cách tụt", "thứ hạng chỉ số cải cách"], "a place at the end of a sentence"),
    ("Năm 2023, chỉ số PCI của Hà Nam xếp thứ 12/63 với 66,5 điểm, tăng 2 bậc.",
     ["thứ hạng chỉ số PCI của Hà Nam", "chỉ số PCI của Hà Nam", "thứ hạng chỉ số PCI của Hà Nam tăng"], "points beside a place"),
    ("Năm 2023, Hà Nam xếp thứ 4 cả nước về PCI, đạt 71,2 điểm.", ["thứ hạng PCI của Hà Nam", "PCI của Hà Nam"], "and in what"),
    ("Năm 2023, chỉ số PCI của Hà Nam xếp thứ 12 với 5 sở được khen.",
     ["thứ hạng chỉ số PCI của Hà Nam", "sở được khen"], "no points"),
    ("Chỉ số SIPAS 2023 trung bình cả nước là 83,9%. Hà Nam cao nhất với 90,5%, Sơn La thấp nhất với 75%.",
     ["chỉ số SIPAS 2023 trung bình cả nước", "chỉ số SIPAS 2023 của Hà Nam", "chỉ số SIPAS 2023 của Sơn La"], "the first and the last"),
    ("Ghi chú ở phần 37. Năm sau tỉnh họp.", [], "no place"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "indicators", "why"), BRACKETS, ids=[row[2] for row in BRACKETS])
def test_whose_a_value_is(text: str, indicators: list[str], why: str) -> None:
    _, observations = measures.state(reading(text, "2024-11-20"))
    assert [fact.indicator for fact in observations] == indicators, why


def test_a_group_of_so_many_out_of_so_many_is_a_place() -> None:
    targets, _ = measures.state(reading("Phấn đấu chỉ số PCI nằm trong nhóm 20/34 tỉnh.", "2025-11-20"))
    (target,) = targets
    assert (target.indicator, target.value, target.comparator) == ("thứ hạng chỉ số PCI", 20, "<=")
    (counted,) = measures.state(reading("Đến nay 20/34 tỉnh đã nối mạng.", "2025-11-20"))[1]
    assert counted.comparator == "="


def test_a_year_behind_the_letters_of_an_index_is_its_time() -> None:
    for text, period in (
        ("PAPI 2023 bình quân cả nước là 81%.", "2023"),
        ("Quỹ ABC 2023 bình quân góp 81%.", "2024-11"),
    ):
        (fact,) = measures.state(reading(text, "2024-11-20"))[1]
        assert fact.period == period, text


def test_a_bound_that_an_office_asks_for_is_wanted_after_results() -> None:
    text = "Năm qua phí giảm 1.300 tỷ đồng. Thủ tướng {} ít nhất 30% thời gian và 30% chi phí."
    targets, _ = measures.state(reading(text.format("yêu cầu năm 2024 giảm"), "2024-11-20"))
    assert [str(fact.value) for fact in targets] == ["30", "30"]
    targets, _ = measures.state(reading(text.format("cho biết đã giảm"), "2024-11-20"))
    assert not targets


def test_parts_told_by_words_are_parts_of_all_that_there_are() -> None:
    rows = (
        ("Gần hai phần ba số xã đã nối mạng.", [("số xã đã nối mạng", 2, 3, "xã", "<")]),
        ("Hơn một nửa tổng số trường đã dùng học bạ số.", [("tổng số trường đã dùng học bạ số", 1, 2, "trường", ">")]),
        ("Giá thành chỉ bằng một nửa.", []),
        ("Báo cáo gồm ba phần năm số liệu chưa rõ.", []),
        ("Hơn một nửa (52%) số xã đã nối mạng.", [("số xã đã nối mạng", 52, None, "%", "=")]),
    )
    for text, expected in rows:
        _, facts = measures.state(reading(text, "2024-11-20"))
        found = [(fact.indicator, fact.value, fact.total, fact.unit, fact.comparator) for fact in facts]
        assert found == expected, text
