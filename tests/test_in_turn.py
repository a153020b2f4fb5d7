# a row of a case table holds a whole sentence
"""Values given in turn: each belongs to one of several places, bodies, indicators or times."""

from __future__ import annotations

import pytest

from kg.model import Observation
from loaders.measures import measures
from tests.texts import reading


def observed(text: str) -> tuple[Observation, ...]:
    return measures.state(reading(text, "2024-11-20"))[1]


BEARERS: list[tuple[str, list[tuple[str, str]]]] = [
    # places, bodies, levels, each with what stands before the first of them
    ("Kinh tế số của Đà Nẵng và Hải Phòng lần lượt chiếm 14% và 18% GRDP.",
     [("kinh tế số của Đà Nẵng", "14"), ("kinh tế số của Hải Phòng", "18")]),
    ("Tỷ lệ hồ sơ trực tuyến của Sở Y tế, Sở Xây dựng và Sở Tài chính lần lượt là 52%, 61% và 70%.",
     [("tỷ lệ hồ sơ trực tuyến của Sở Y tế", "52"), ("tỷ lệ hồ sơ trực tuyến của Sở Xây dựng", "61"),
      ("tỷ lệ hồ sơ trực tuyến của Sở Tài chính", "70")]),
    ("Tỷ lệ chứng thực điện tử tại cấp huyện và cấp xã tương ứng đạt 35% và 22%.",
     [("tỷ lệ chứng thực điện tử tại cấp huyện", "35"), ("tỷ lệ chứng thực điện tử tại cấp xã", "22")]),
    ("Tỷ lệ số hóa kết quả ở ba cấp tỉnh, huyện, xã lần lượt đạt 80%, 65% và 41%.",
     [("tỷ lệ số hóa kết quả ở cấp tỉnh", "80"), ("tỷ lệ số hóa kết quả ở cấp huyện", "65"),
      ("tỷ lệ số hóa kết quả ở cấp xã", "41")]),
    # two indicators of one body
    ("Tỷ lệ hài lòng và tỷ lệ đúng hạn của Bưu điện tỉnh lần lượt đạt 91% và 98%.",
     [("tỷ lệ hài lòng của Bưu điện tỉnh", "91"), ("tỷ lệ đúng hạn của Bưu điện tỉnh", "98")]),
    # what was done by each
    ("Đến hết năm 2023, Sở Tài chính và Sở Y tế đã số hóa lần lượt 12.500 và 31.000 hồ sơ.",
     [("số hóa hồ sơ của Sở Tài chính", "12500"), ("số hóa hồ sơ của Sở Y tế", "31000")]),
    # what is measured stands behind the last value, and its time
    ("Quảng Trị, Đà Nẵng và Huế lần lượt đạt 45%, 52% và 60% hồ sơ trực tuyến năm 2023.",
     [("tỷ lệ hồ sơ trực tuyến của Quảng Trị", "45"), ("tỷ lệ hồ sơ trực tuyến của Đà Nẵng", "52"),
      ("tỷ lệ hồ sơ trực tuyến của Huế", "60")]),
    # a clause between them and their values
    ("Hải Dương, Thái Bình là hai tỉnh có số hồ sơ lớn nhất, lần lượt chiếm 14% và 18% cả nước.",
     [("tỷ lệ hồ sơ của Hải Dương trong cả nước", "14"), ("tỷ lệ hồ sơ của Thái Bình trong cả nước", "18")]),
    # places in a ranking
    ("Huế, Bắc Ninh xếp thứ 3 và thứ 5 toàn quốc về chỉ số cải cách hành chính năm 2023.",
     [("thứ hạng chỉ số cải cách hành chính của Huế", "3"), ("thứ hạng chỉ số cải cách hành chính của Bắc Ninh", "5")]),
    ("Về mức độ sẵn sàng dữ liệu năm 2023, Huế, Đà Nẵng và Cần Thơ lần lượt đứng thứ 2, 3 và 5.",
     [("thứ hạng mức độ sẵn sàng dữ liệu của Huế", "2"), ("thứ hạng mức độ sẵn sàng dữ liệu của Đà Nẵng", "3"),
      ("thứ hạng mức độ sẵn sàng dữ liệu của Cần Thơ", "5")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_each_value_has_its_own_bearer(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fact.indicator, str(fact.value)) for fact in observed(text)] == expected


def test_a_time_behind_the_last_value_is_that_of_all() -> None:
    found = observed("Quảng Trị và Huế lần lượt đạt 45% và 60% hồ sơ trực tuyến năm 2023.")
    assert [fact.period for fact in found] == ["2023", "2023"]


TIMES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("Năm 2021, 2022, tỷ lệ hồ sơ nộp qua mạng của Lâm Đồng lần lượt đạt 41% và 58%.",
     "tỷ lệ hồ sơ nộp qua mạng của Lâm Đồng", [("2021", "41"), ("2022", "58")]),
    ("Trong hai năm 2022 và 2023, số thuê bao chữ ký số đạt lần lượt 1,2 triệu và 2,5 triệu.",
     "số thuê bao chữ ký số", [("2022", "1200000.0"), ("2023", "2500000.0")]),
    ("Quý I và quý II/2024, lượng giao dịch qua cổng lần lượt là 310.000 và 425.000 hồ sơ.",
     "lượng giao dịch qua cổng", [("2024-Q1", "310000"), ("2024-Q2", "425000")]),
    ("Tháng 4 và tháng 5/2024, cổng tiếp nhận lần lượt 21.300 và 25.800 hồ sơ.",
     "cổng tiếp nhận", [("2024-04", "21300"), ("2024-05", "25800")]),
    ("Thuê bao băng rộng cố định đạt 71% và 76% tương ứng trong các năm 2022 và 2023.",
     "thuê bao băng rộng cố định", [("2022", "71"), ("2023", "76")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "indicator", "expected"), TIMES)
def test_each_value_has_its_own_time(text: str, indicator: str, expected: list[tuple[str, str]]) -> None:
    facts = observed(text)
    assert [(fact.period, str(fact.value)) for fact in facts] == expected
    assert {fact.indicator for fact in facts} == {indicator}


def test_what_corresponds_to_a_share_is_no_second_bearer() -> None:
    facts = observed("Hồ sơ trực tuyến chiếm 62%, tương ứng 15.400 hồ sơ.")
    assert [fact.indicator for fact in facts] == ["hồ sơ trực tuyến", "hồ sơ trực tuyến"]


def test_more_values_than_bearers_are_left_as_they_stand() -> None:
    facts = observed("Tỷ lệ đúng hạn của Sở Y tế lần lượt là 91%, 93% và 95%.")
    assert {fact.indicator for fact in facts} == {"tỷ lệ đúng hạn của Sở Y tế"}
