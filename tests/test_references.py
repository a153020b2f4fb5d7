"""Numbers of documents: every real spelling, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import fold
from loaders.documents import numbering, references, symbols
from tests.texts import stripped


def numbers(text: str) -> list[str]:
    return [numbering.canonical(found.symbol, found.number, found.year) for found in references.scan(text, fold(text))]


SPELLINGS = [
    # as issued
    ("Nghị quyết số 17/NQ-CP", ["17/NQ-CP"]),
    ("Quyết định số 142/QĐ-TTg", ["142/QĐ-TTg"]),
    ("Nghị định số 30/2020/NĐ-CP", ["30/2020/NĐ-CP"]),
    # the Party puts the hyphen after the number
    ("Nghị quyết số 52-NQ/TW", ["52-NQ/TW"]),
    ("Chương trình hành động số 10-CTr/TU", ["10-CTr/TU"]),
    # the Party's, printed as the State does
    ("Nghị quyết số 27/NQ-TW", ["27-NQ/TW"]),
    # laws and resolutions of the National Assembly
    ("Luật An ninh mạng số 24/2018/QH14", ["24/2018/QH14"]),
    ("Nghị quyết số 70/2025/UBTVQH15", ["70/2025/UBTVQH15"]),
    # letters have no symbol of their kind
    ("Công văn số 3954/UBND-VX", ["3954/UBND-VX"]),
    ("công văn số 83/BKHCN-BTTTT-VP", ["83/BKHCN-BTTTT-VP"]),
    # joint documents
    ("Thông tư liên tịch số 05/2015/TTLT-BTP-BCA-BYT", ["05/2015/TTLT-BTP-BCA-BYT"]),
    # a number with a point is one of a series of resolutions
    ("Nghị quyết 66.7/2025/NQ-CP", ["66.7/2025/NQ-CP"]),
    ("Nghị quyết 66 10/2025/NQ-CP", ["66.10/2025/NQ-CP"]),
    # other symbols
    ("Kế hoạch 141/KH-BCĐTKNQ18", ["141/KH-BCĐTKNQ18"]),
    ("Kế hoạch số 02-KH/BCĐTW", ["02-KH/BCĐTW"]),
    ("Văn bản hợp nhất 26/VBHN-NHNN", ["26/VBHN-NHNN"]),
    ("Quy định số 11-QĐi/TW", ["11-QĐi/TW"]),
    ("Quyết định số 03-QĐ/BCĐ", ["03-QĐ/BCĐ"]),
    # a site adds the year to an administrative number
    ("Nghị quyết 17/2019/NQ-CP", ["17/NQ-CP"]),
    ("Chỉ thị 24/2025/CT-TTg", ["24/CT-TTg"]),
    ("Quyết định 2259/2022/QĐ-BTTTT", ["2259/QĐ-BTTTT"]),
    # where the year belongs: legal resolutions of 2025, directives of 2008, legal decisions
    ("Nghị quyết 05/2025/NQ-CP", ["05/2025/NQ-CP"]),
    ("Chỉ thị số 34/2008/CT-TTg", ["34/2008/CT-TTg"]),
    ("Quyết định 23/2018/QĐ-TTg", ["23/2018/QĐ-TTg"]),
    ("Quyết định số 99/2025/QĐ-UBND", ["99/2025/QĐ-UBND"]),
    # spaces, dashes, letters that look alike
    ("17 /NQ-CP", ["17/NQ-CP"]),
    ("17/NQ–CP", ["17/NQ-CP"]),
    ("Quyết định số 08/QĐ - TTg", ["08/QĐ-TTg"]),
    ("10- CTr/TU", ["10-CTr/TU"]),
    ("QÐ số 142/QÐ-TTg", ["142/QĐ-TTg"]),
    ("QĐ số 142/QD-TTg", ["142/QĐ-TTg"]),
    # hyphen lost, letters run together
    ("Nghị định 47/2020-NĐCP", ["47/2020/NĐ-CP"]),
    ("Nghị định 47/2020/NĐ CP", ["47/2020/NĐ-CP"]),
    # a misspelt kind is mended by the word before it
    ("Chỉ thị số 15/CTT-TTg", ["15/CT-TTg"]),
    # below ten: two digits
    ("Thông tư 4/2020/TT-BNV", ["04/2020/TT-BNV"]),
    # several in a row
    ("số 008/CĐ-UBND và số 009/CĐ-UBND", ["008/CĐ-UBND", "009/CĐ-UBND"]),
    # a dash that opens a new phrase ends the symbol
    ("Kế hoạch 617/KH-UBND - Sở Tài chính", ["617/KH-UBND"]),
]
NO_DOCUMENTS = [
    "Giấy phép số 30/GP-TTĐT do Sở cấp",  # a site's licence
    "Điện thoại: 024/39433456, máy lẻ 12/B",
    "ngày 30/11 và ngày 01/12/2021",
    "đạt 51/63 địa phương, 23/25 dịch vụ",
    "5 triệu đồng/tháng, 12/người",
    "Hợp đồng số 12/HĐ-ABC",
    "Biên bản số 07/BB-HĐTV",
    "Giấy mời số 15/GM-UBND",
    "TCVN 7217-1:2007, tỷ lệ 1/500",
    "mức độ 3-4, giai đoạn 2021-2025",
]


@pytest.mark.parametrize(("text", "wanted"), SPELLINGS)
def test_spellings(text: str, wanted: list[str]) -> None:
    assert numbers(text) == wanted


@pytest.mark.parametrize("text", NO_DOCUMENTS)
def test_what_is_no_document(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(("text", "wanted"), SPELLINGS)
def test_stripped_text_reads_alike(text: str, wanted: list[str]) -> None:
    assert [fold(number) for number in numbers(stripped(text))] == [fold(number) for number in wanted]


KINDS = st.sampled_from(["NQ", "QĐ", "CT", "KH", "TB", "TTr", "BC", "CTr", "CĐ", "HD"])
ISSUERS = st.sampled_from(["CP", "TTg", "BTTTT", "BKHCN", "UBND", "VPCP", "NHNN", "HĐND"])


@given(number=st.integers(1, 9999), kind=KINDS, issuer=ISSUERS, space=st.sampled_from(["", " "]))
def test_any_number_is_found_whole(number: int, kind: str, issuer: str, space: str) -> None:
    printed = f"theo văn bản số {number}{space}/{kind}-{issuer}, các đơn vị"
    assert numbers(printed) == [f"{numbering.padded(str(number))}/{kind}-{issuer}"]


@given(number=st.integers(1, 999), year=st.integers(2009, 2030), kind=st.sampled_from(["NĐ", "TT"]))
def test_decrees_keep_their_year(number: int, year: int, kind: str) -> None:
    issuer = "CP" if kind == "NĐ" else "BTC"
    assert numbers(f"số {number}/{year}/{kind}-{issuer}.") == [
        f"{numbering.padded(str(number))}/{year}/{kind}-{issuer}"
    ]


def test_a_symbol_tells_party_from_state() -> None:
    party = symbols.read(["NQ", "TW"], ["/", "-"])
    state = symbols.read(["KH", "UBND"], ["-", "/"])
    assert party is not None and party.party
    assert state is not None and state.number("617") == "617/KH-UBND"
