"""Where the name of a programme or the subject of a document ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import fold
from loaders.documents import titles

# the name, then what follows it
ENDS = [
    ("Chiến lược dữ liệu quốc gia đến năm 2030", "; nâng cấp hệ thống"),
    ("Đề án đào tạo nhân lực giai đoạn 2021 - 2025, tầm nhìn đến năm 2030", " đã được phê duyệt"),
    ("phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia", ", các đơn vị cần tập trung"),
    ("hỗ trợ hộ nuôi tôm, nhất là hộ nuôi trên biển, tổ hợp tác", ", với các nội dung sau"),
    ("kết nối và chia sẻ dữ liệu trên địa bàn tỉnh", " nhằm phục vụ người dân"),
    ("giám sát, đánh giá đầu tư", " do Bộ Tài chính trình"),
    ("quản lý đô thị tại TP. Đà Nẵng", ". Cuộc họp kết thúc"),
    ("xây dựng kho dữ liệu dùng chung", " theo Quyết định số 10"),
    ("nâng cao năng lực quản trị quốc gia", " và Kế hoạch số 12"),
    ("phối hợp với các tổ chức quốc tế về dữ liệu", " là văn bản đầu tiên"),
    ("tiếp nhận và trả kết quả hồ sơ", " quy định, cơ quan tiếp nhận phải hẹn ngày trả"),
    ("danh mục dữ liệu mở", " dự kiến trong năm nay"),
    # a word that ends a name, unless it is part of a longer one
    ("cải cách hành chính", " đang lấy ý kiến các bộ"),
    ("bảo vệ lợi ích chính đáng của hộ nghèo", " đang lấy ý kiến các bộ"),
    ("trợ giúp pháp lý và mua sắm trang bị mới", " giúp các xã"),
    # tone marks on either vowel
    ("quản lý đất đai", ", ủy ban nhân dân phải báo cáo"),
    ("quản lý đất đai", ", uỷ ban nhân dân phải báo cáo"),
]


# without diacritics: a word that looks like another one is told by the next
PLAIN_ENDS = [
    ("De an benh an dien tu", ", ong Tran Van Nam cho biet"),
    ("Chien luoc y te so", " se duoc trinh thang sau"),
    ("Chuong trinh chia se du lieu y te", " nhu ho so, don thuoc"),
    ("Du an ho so suc khoe", " de nang cao chat luong kham benh"),
    ("Du an cap nuoc tai Son La theo nhu cau va van de an toan", ". Du an"),
]


@pytest.mark.parametrize(("name", "rest"), PLAIN_ENDS)
def test_ends_without_diacritics(name: str, rest: str) -> None:
    text = name + rest
    assert text[: titles.end(text, fold(text), 0, len(text), accented=False)] == name


@pytest.mark.parametrize(("name", "rest"), ENDS)
def test_ends(name: str, rest: str) -> None:
    text = name + rest
    assert text[: titles.end(text, fold(text), 0, len(text))] == name


@given(st.text('aăâbcđeêghiklmnoôơpqrstuưvxy ,.;:-()"“”0123456789\n', max_size=80), st.integers(0, 20))
def test_an_end_is_inside_its_limits(text: str, start: int) -> None:
    start = min(start, len(text))
    end = titles.end(text, fold(text), start, len(text))
    assert start <= end <= len(text)
