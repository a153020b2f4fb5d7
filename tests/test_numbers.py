"""Quantities: their values, units and comparators; and the figures that name a thing and measure nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import key
from loaders.measures import numbers
from loaders.reading import Number
from tests.effort import growth
from tests.texts import CHANGES, reading, stripped


def found(text: str) -> tuple[Number, ...]:
    return numbers.find(reading(text, "2024-04-18"))


def told(text: str) -> list[tuple[str, str | None, str]]:
    return [(str(number.value), number.unit, number.comparator) for number in found(text)]


VALUES: list[tuple[str, str, str | None, str]] = [
    # a point groups thousands, a comma marks decimals
    ("Cổng có 2.361 dịch vụ công.", "2361", "dịch vụ công", "="),
    ("Tỷ lệ hồ sơ trực tuyến đạt 30,08%.", "30.08", "%", "="),
    ("Chi phí giảm 1.219,5 tỷ đồng.", "1219500000000", "đồng", "="),
    # three groups parted by commas can only be an English number
    ("Hệ thống nhận 2,631,574 hồ sơ.", "2631574", "hồ sơ", "="),
    # a space before the sign, and one that slipped in after the comma
    ("Tỷ lệ này là 45 %.", "45", "%", "="),
    ("Tỷ lệ này là 31, 2%.", "31.2", "%", "="),
    # but the number of a level before a share is no part of it
    ("Dịch vụ công ở mức độ 4, 80% là trực tuyến.", "80", "%", "="),
    # a difference is no bound; a place in a circle of countries
    ("Tỷ lệ này cao hơn 5,1 điểm phần trăm so với năm 2019.", "5.1", "điểm phần trăm", "="),
    ("Tỷ lệ này cao hơn 3,1 điểm % so với năm 2019.", "3.1", "điểm phần trăm", "="),
    ("Huyện mở 20 điểm thu tại chợ.", "20", "điểm thu", "="),
    ("Việt Nam đứng thứ 2 khu vực Đông Nam Á.", "2", "hạng", "="),
    # two magnitudes make one sum
    ("Kinh phí là 36 tỷ 500 triệu đồng.", "36500000000.0", "đồng", "="),
    # a place told by a word; a day of the week is none
    ("Tỉnh đứng thứ ba cả nước.", "3", "hạng", "="),
    # magnitudes are worked in, also of what is counted
    ("Tổng vốn là 15.000 tỷ đồng.", "15000000000000", "đồng", "="),
    ("Công an đã cấp 86 triệu thẻ căn cước.", "86000000", "thẻ", "="),
    ("Ngành thông tin thu 2,6 triệu tỷ đồng.", "2600000000000000", "đồng", "="),
    ("Xuất khẩu đạt 142 tỷ USD.", "142000000000", "USD", "="),
    # a leading zero is the habit of offices
    ("Còn 06 bộ chưa có kế hoạch.", "6", "bộ", "="),
    # comparators
    ("Có hơn 50% xã hoàn thành.", "50", "%", ">"),
    ("Có trên 53 triệu tài khoản.", "53000000", "tài khoản", ">"),
    ("Phải có ít nhất 80% hồ sơ trực tuyến.", "80", "%", ">="),
    ("Phải đạt tối thiểu 70% số giao dịch.", "70", "%", ">="),
    ("Chỉ tiêu là ≥ 55% người dân.", "55", "%", ">="),
    ("Phải từ 90% trở lên mới đạt.", "90", "%", ">="),
    ("Tỷ lệ trễ hạn dưới 5% trong tháng.", "5", "%", "<"),
    ("Tỷ lệ trễ hạn không quá 2% mỗi năm.", "2", "%", "<="),
    ("Tỷ lệ lỗi tối đa 1% là chấp nhận được.", "1", "%", "<="),
    # ratios, money by the head, ranks
    ("Lượng văn bản gấp 2,5 lần năm trước.", "2.5", "lần", "="),
    ("Số truy cập tăng gấp đôi sau một tháng.", "2", "lần", "="),
    ("Thu nhập từ 10 triệu đồng đến 20 triệu đồng mỗi tháng.", "10000000", "đồng", "="),
    ("Thu nhập bình quân 86 triệu đồng/người.", "86000000", "đồng/người", "="),
    ("Việt Nam nằm trong top 3 ASEAN về an toàn thông tin.", "3", "hạng", "<="),
    ("Việt Nam vào nhóm 50 nước dẫn đầu về Chính phủ điện tử.", "50", "nước", "<="),
]


@pytest.mark.parametrize(("text", "value", "unit", "comparator"), VALUES)
def test_value(text: str, value: str, unit: str | None, comparator: str) -> None:
    (number,) = found(text)
    assert number.value == Decimal(value)
    assert (number.unit, number.comparator) == (unit, comparator)


def test_a_range_has_its_lower_end_as_value() -> None:
    for text in ("Chi 20-30% ngân sách.", "Chi từ 20 đến 30% ngân sách.", "Chi 20% - 30% ngân sách."):
        (number,) = found(text)
        assert (number.value, number.upper, number.unit) == (20, 30, "%"), text


def test_a_part_has_its_whole() -> None:
    rows = [
        ("Đã cung cấp 23/25 dịch vụ công thiết yếu.", 23, 25, "dịch vụ công"),
        ("Có 51/63 địa phương báo cáo đúng hạn.", 51, 63, "địa phương"),
        ("Việt Nam xếp thứ 86/193 quốc gia.", 86, 193, "quốc gia"),
    ]
    for text, value, total, unit in rows:
        (number,) = found(text)
        assert (number.value, number.total, number.unit) == (value, total, unit), text


NAMING = [
    "Chuyến bay VN 257 hạ cánh.",
    "Đoàn đã gặp bà Hoa.",
    "Bộ trưởng gặp đối tác.",
    # provisions, documents, programmes
    "Theo Điều 5, khoản 2 và điểm 3 Mục 2.",
    "Căn cứ Quyết định số 142/QĐ-TTg và Đề án 06.",
    "Công văn số 3954/UBND-VX gửi các trường.",
    # levels, versions, generations, names with figures
    "Dịch vụ công mức độ 3, 4 được mở rộng.",
    "Dịch vụ công mức độ 3,4 được mở rộng.",
    "Công nghiệp 4.0 và mạng 5G cần hạ tầng.",
    "Dịch Covid-19 làm chậm tiến độ.",
    "Cư dân quận 3 đã dùng ứng dụng.",
    # dates and times of day
    "Sáng 7/3/2019, lúc 9 giờ 30, phiên họp bắt đầu.",
    "Trong 6 tháng đầu năm 2024.",
    # telephones and codes
    "Gọi tổng đài 18001096 hoặc 024.38432120 để được giúp.",
    # codes of the code of laws
    "Nội dung này liên quan đến Điều 39.12.NĐ.1.4 của Bộ pháp điển.",
    # a list's own number, also where two lines ran together
    "1. Rà soát thủ tục.\n2. Công khai kết quả.",
    "Các bước cho mượn hồ sơ lưu trữ 1. Ghi sổ mượn.",
    "7\\. Hợp tác quốc tế",
]


@pytest.mark.parametrize("text", NAMING)
def test_a_figure_that_names_a_thing(text: str) -> None:
    assert told(text) == []


def test_a_mention_spans_comparator_number_and_unit() -> None:
    text = "Tính đến nay đã cấp hơn 86 triệu thẻ căn cước."
    (number,) = found(text)
    assert text[number.start : number.end] == "hơn 86 triệu thẻ"
    assert number.text == "hơn 86 triệu"


@pytest.mark.parametrize("change", CHANGES)
def test_printed_otherwise_it_is_the_same_quantity(change: Callable[[str], str]) -> None:
    for text, *_ in VALUES:
        wanted = [(value, key(unit or ""), comparator) for value, unit, comparator in told(text)]
        assert [(value, key(unit or ""), sign) for value, unit, sign in told(change(text))] == wanted, text


def test_words_that_fold_alike_are_told_apart_by_what_follows() -> None:
    rows = [("Có 2.361 văn bản được gửi.", "2361"), ("Ngân hàng có 300 trạm giao dịch.", "300")]
    for text, value in rows:
        assert [number for number, *_ in told(stripped(text))] == [value]


@given(st.integers(min_value=2, max_value=10**9))
def test_any_count_with_grouped_thousands(count: int) -> None:
    grouped = f"{count:,}".replace(",", ".")
    if count >= 2000 and count < 2100 and "." not in grouped:
        return
    (number,) = found(f"Hệ thống đã nhận {grouped} hồ sơ của người dân.")
    assert (number.value, number.unit) == (count, "hồ sơ")


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_any_share_with_a_decimal_comma(share: Decimal) -> None:
    printed = str(share).replace(".", ",")
    (number,) = found(f"Tỷ lệ hồ sơ trực tuyến đạt {printed}%.")
    assert (number.value, number.unit) == (share, "%")


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "Đã cấp hơn 86 triệu thẻ, 23/25 dịch vụ công, từ 20 đến 30% hồ sơ, tăng 2,5 lần, mức độ 3, 4.\n"

    def finds(lines: int) -> Callable[[], object]:
        read = reading(line * lines)
        return lambda: numbers.find(read)

    assert growth(finds, 400, 3200, below=12) < 12


@pytest.mark.shared
def test_values_that_people_read(shared: Path) -> None:
    missed = []
    wanted = 0
    for path in sorted((shared / "gold").rglob("*.json")):
        facts = json.loads(path.read_text("utf-8"))
        for record in (*facts["targets"], *facts["observations"]):
            if record.get("value") is None or record.get("optional"):
                continue
            wanted += 1
            shown = record["evidence"] if isinstance(record["evidence"], list) else [record["evidence"]]
            values = {number.value for one in shown for number in found(f"Kết quả là {one['quote']}.")}
            if Decimal(str(record["value"])) not in values:
                missed.append((path.name, shown[0]["quote"], record["value"]))
    assert len(missed) <= wanted // 50, missed
