"""Abbreviations that an article defines, and their spelling out."""

from __future__ import annotations

import pytest

from kg.folding import fold
from loaders.words import abbreviations

DEFINED = [
    ("thúc đẩy chuyển đổi số (CĐS) ở cơ sở", {"CĐS": "chuyển đổi số"}),
    # a link word that gives a letter, and one that gives none
    ("doanh nghiệp nhỏ và vừa (DNNVV)", {"DNNVV": "doanh nghiệp nhỏ và vừa"}),
    ("Bộ Thông tin và Truyền thông (TT&TT)", {"TT&TT": "Thông tin và Truyền thông"}),
    # said at length
    ("hệ thống thông tin (sau đây gọi tắt là HTTT)", {"HTTT": "hệ thống thông tin"}),
    # letters of another language define nothing
    ("Trung tâm giám sát an toàn mạng (SOC) và quỹ (IMF)", {}),
    # a bracket is not always a definition
    ("họp tại Hà Nội (VGP) sáng nay", {}),
]


@pytest.mark.parametrize(("text", "wanted"), DEFINED)
def test_definitions(text: str, wanted: dict[str, str]) -> None:
    assert abbreviations.defined(text, fold(text)) == wanted


def test_the_first_definition_counts() -> None:
    text = "công nghệ thông tin (CNTT); cán bộ nòng cốt tại thôn (CNTT)"
    assert abbreviations.defined(text, fold(text)) == {"CNTT": "công nghệ thông tin"}


def test_the_articles_own_goes_before_the_registrys() -> None:
    assert (
        abbreviations.spell_out("Đề án CPĐT của xã", {"CPĐT": "chợ phiên điện tử"}) == "Đề án chợ phiên điện tử của xã"
    )
    assert abbreviations.spell_out("Đề án CPĐT", {}) == "Đề án Chính phủ điện tử"


def test_a_documents_symbol_is_no_abbreviation() -> None:
    assert abbreviations.spell_out("Nghị quyết 17/NQ-CP", {"CP": "Chính phủ"}) == "Nghị quyết 17/NQ-CP"
