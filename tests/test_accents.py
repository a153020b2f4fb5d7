"""Words that are alike without their accents: what stands in an accented text is read by its accents."""

from __future__ import annotations

import pytest

from loaders.measures import measures
from tests.texts import reading

MEASURED = [  # a sentence, what its last number measures, and the word that it was once read as
    ("Năm 2024, hãng viễn thông này chiếm 30% thị trường cáp quang của tỉnh.",
     "hãng viễn thông này trong thị trường cáp quang của tỉnh", "thị, not thì"),
    ("Năm 2024, ngành gỗ chiếm 45% nền công nghiệp chế biến của vùng.",
     "ngành gỗ trong nền công nghiệp chế biến của vùng", "nền, not nên"),
    ("Năm 2024, tỷ lệ hồ sơ nộp trực tuyến của tỉnh đạt 62%; tỷ lệ đô thị hóa đạt 45%.",
     "tỷ lệ đô thị hóa", "tỷ lệ đô thị, not tỷ lệ đó"),
    ("Năm 2024, doanh thu viễn thông tăng 8%, cáp quang tăng 12%.", "cáp quang tăng", "cáp, not cấp"),
    ("Năm 2024, 70% hộ dân có ti vi, 60% đất vườn bị ngập.", "đất vườn bị ngập", "đất, not đạt"),
    ("Năm 2024, 80% người dân dùng thẻ, 95% đảng viên biết dùng ứng dụng.",
     "đảng viên biết dùng ứng dụng", "đảng, not đang"),
    ("Năm 2024, các hộ trong xã thanh toán tiền nước bằng tiền mặt 5 tỷ đồng.",
     "các hộ trong xã thanh toán tiền nước bằng tiền mặt", "tiền mặt, not mất"),
    ("Tỷ lệ người dân Sơn La hài lòng (95%) cao hơn năm 2023.", "tỷ lệ người dân Sơn La hài lòng", "Sơn La, not là"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "indicator", "why"), MEASURED, ids=[row[2] for row in MEASURED])
def test_what_a_number_measures(text: str, indicator: str, why: str) -> None:
    _, observations = measures.state(reading(text, "2025-03-01"))
    assert observations[-1].indicator == indicator, why


def test_a_goal_of_many_is_no_exception() -> None:
    """ "những" is not "nhưng", after which a goal would be one that was not reached."""
    text = "Đến năm 2028, những xã miền núi đặt mục tiêu phủ kín sóng di động ở mọi thôn bản."
    targets, _ = measures.state(reading(text, "2025-03-01"))
    assert [target.indicator for target in targets] == ["phủ kín sóng di động ở mọi thôn bản"]


def test_a_line_of_the_ministry_of_education_gives_no_orders() -> None:
    """ "Giáo dục" is not "giao", whose lines below are work to be done."""
    text = "Bộ Giáo dục và Đào tạo cho biết:\nHơn 90% trường học dùng học bạ số."
    targets, observations = measures.state(reading(text, "2025-03-01"))
    assert targets == ()
    assert [observation.indicator for observation in observations] == ["trường học dùng học bạ số"]


def test_the_age_of_a_child_is_no_delay() -> None:
    """ "trẻ 6 tháng" is not "trễ 6 tháng"."""
    assert measures.state(reading("Vắc xin này dùng cho trẻ 6 tháng.", "2025-03-01")) == ((), ())
