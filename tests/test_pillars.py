# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Pillars: the three of the policy, and those that a text lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders.documents import pillars
from tests.texts import CHANGES, reading


def names(text: str) -> list[str]:
    return [pillar.name for pillar in pillars.find(reading(text))]


CASES = [
    ("Tỉnh phát triển chính phủ số, kinh tế số và xã hội số.", ["chính phủ số", "kinh tế số", "xã hội số"]),
    # beside another pillar, local government counts too
    ("Huyện chú trọng chính quyền số, kinh tế số.", ["chính quyền số", "kinh tế số"]),
    # alone, where it is to be built; in a product's name it is none
    ("Tỉnh đi đầu trong xây dựng chính quyền điện tử, chính quyền số.", ["chính quyền số"]),
    ("Quận ra mắt phần mềm quản lý chính quyền số.", []),
    # what goes on with the series
    ("Đến năm 2030, chính phủ số, kinh tế số, xã hội số, công dân số, nông nghiệp số đạt mức khá; dùng chung hạ tầng số.",
     ["chính phủ số", "kinh tế số", "xã hội số", "công dân số", "nông nghiệp số"]),
    # a heading
    ("1. Chính quyền số\nTỉnh đưa hồ sơ lên mạng.", ["chính quyền số"]),
    # names of bodies
    ("Bộ có Vụ Kinh tế số và Xã hội số, Vụ Pháp chế và Cục Kinh tế số.", []),
    # four that the text lists, parted by dashes, with hyphens and "và" left alone
    ("Chủ đề năm nay có 04 trụ cột: Hạ tầng viễn thông - dữ liệu mở - nhân lực số - an toàn thông tin.",
     ["hạ tầng viễn thông", "dữ liệu mở", "nhân lực số", "an toàn thông tin"]),
    ("Các trụ cột chính gồm: thể chế số, hạ tầng số và nhân lực số, hướng tới quốc gia thông minh.", ["thể chế số", "hạ tầng số", "nhân lực số"]),
    # with figures, parted by semicolons
    ("Ba trụ cột: chính quyền số Gia Lai đạt 0,61 điểm, xếp thứ 9; kinh tế số đạt 0,58 điểm; xã hội số đạt 0,5 điểm.",
     ["chính quyền số", "kinh tế số", "xã hội số"]),
    # no pillar: a number after "số", a law's name, an agency of the same words
    ("Nghị quyết của Chính phủ số 17/NQ-CP được sơ kết.", []),
    ("Một số đại biểu đề xuất xây dựng Luật Chính phủ số.", []),
    ("Nghề gốm là một trong những trụ cột lâu đời của giao thương hai làng.", []),
    # those of an index are none of the policy
    ("Bốn trụ cột của chỉ số rất chênh nhau: công nghệ hạng 38, con người hạng 52, quản trị tụt 3 bậc xuống 57, tác động lên hạng 24.", []),
    ("Chỉ số gồm 4 trụ cột: hạ tầng đạt 0,61 điểm, nhân lực 0,5 điểm, dữ liệu 0,4 điểm và an toàn 0,7 điểm.", []),
    ("Bảng xếp hạng dựa trên ba trụ cột: khả năng chi trả, chất lượng mạng và an ninh mạng.", []),
    ("Đề án dựa trên 3 trụ cột chính là thể chế, con người và công nghệ.", ["thể chế", "con người", "công nghệ"]),
    # pillars are spoken of, and each has its points
    ("Trong 3 trụ cột, chính quyền số cao nhất với 0,6621 điểm ở cấp tỉnh; kế đó là xã hội số 0,4958.",
     ["chính quyền số", "xã hội số"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_pillars(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_pillars_in_every_printing(text: str, wanted: list[str], change: Callable[[str], str]) -> None:
    assert [key(name) for name in names(change(text))] == [key(name) for name in wanted]
