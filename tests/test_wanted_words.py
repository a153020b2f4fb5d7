# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""What is wanted and what is so, told by words that may mean either; what a bare figure is of."""

from __future__ import annotations

import pytest

from loaders.measures import measures
from tests.texts import reading

WANTED: list[tuple[str, list[tuple[str, str]]]] = [
    ("Giám đốc Sở muốn thấy tỷ lệ người dân dùng căn cước điện tử vượt 70% trong năm 2026.", [("tỷ lệ người dân dùng căn cước điện tử", "70")]),
    ("Thủ tướng mong muốn tỷ lệ hồ sơ trực tuyến đạt 60% vào cuối năm 2026.", [("tỷ lệ hồ sơ trực tuyến", "60")]),
    ("Bà mong tỷ lệ hồ sơ trực tuyến của huyện lên trên 65% trong quý tới.", [("tỷ lệ hồ sơ trực tuyến của huyện", "65")]),
    ("Chủ tịch đòi hỏi tỷ lệ đúng hạn không dưới 98% trong tháng 12.", [("tỷ lệ đúng hạn", "98")]),
    ("Bộ Y tế yêu cầu bệnh viện giữ máy chạy liên tục, thời gian khôi phục không quá 2 giờ.", [("thời gian khôi phục", "2")]),
    ("Tỉnh phấn đấu thời gian chờ của người dân không quá 15 phút.", [("thời gian chờ của người dân", "15")]),
    ("Mục tiêu của Chương trình Phát triển nông thôn là kinh tế số đạt 20% GRDP trong năm 2030.", [("kinh tế số", "20")]),
    ("Hiện Cổng dữ liệu có 47 bộ dữ liệu. Hai năm nữa, con số phải là 200.", [("bộ dữ liệu Cổng dữ liệu", "200")]),
    ("Ở cấp chỉ tiêu, tốc độ mạng cố định trung vị đạt 152,6 Mbps.", []),
    ("Xét theo từng chỉ tiêu, tỷ lệ hộ dùng cáp quang đạt 79%.", []),
    ("Trong số các chỉ tiêu mà tổ chức này chấm, tỷ lệ người dùng Internet đạt 79,1%.", []),
    ("Theo các chỉ tiêu thành phần, tỷ lệ hộ có máy tính là 61%.", []),
    ("Doanh nghiệp muốn thấy rõ vì sao tỷ lệ từ chối năm ngoái vượt 40%.", []),
    ("Thời gian họp không quá 90 phút.", []),
    ("Thời gian giải quyết không quá 5 ngày làm việc kể từ ngày nhận đủ hồ sơ.", []),
]  # fmt: skip
MEASURED: list[tuple[str, list[tuple[str, str]]]] = [
    ("Dù thế, tỷ lệ hồ sơ trực tuyến mới đạt 21%.", [("tỷ lệ hồ sơ trực tuyến", "21")]),
    ("Trái lại, tỷ lệ hài lòng giảm còn 71%.", [("tỷ lệ hài lòng", "71")]),
    ("Hiện còn 15 dịch vụ chưa hoàn thành, thuộc trách nhiệm của 6 bộ.", [("dịch vụ chưa hoàn thành", "15")]),
    ("Tỉnh còn 42 thủ tục chưa số hóa, thuộc thẩm quyền giải quyết của 9 sở.", [("thủ tục chưa số hóa", "42")]),
    ("Kinh tế số chiếm 18,3% GDP năm 2024, và theo ước tính mới nhất, 9 tháng năm nay đã vào khoảng 19,5%.", [("kinh tế số", "18.3"), ("kinh tế số", "19.5")]),
    ("100% sở, ngành, 80% huyện, 50% xã có hệ thống họp trực tuyến.", [("sở, ngành có hệ thống họp trực tuyến", "100"), ("huyện có hệ thống họp trực tuyến", "80"), ("xã có hệ thống họp trực tuyến", "50")]),
    ("90% cơ quan cấp tỉnh; 70% cơ quan cấp xã sử dụng nền tảng trợ lý ảo.", [("cơ quan cấp tỉnh sử dụng nền tảng trợ lý ảo", "90"), ("cơ quan cấp xã sử dụng nền tảng trợ lý ảo", "70")]),
    ("Toàn tỉnh có 95% sở, 82% huyện và 47% xã đã triển khai chữ ký số.", [("sở đã triển khai chữ ký số", "95"), ("huyện đã triển khai chữ ký số", "82"), ("xã đã triển khai chữ ký số", "47")]),
    ("Theo khảo sát, 40% người dân, 55% doanh nghiệp chưa biết cổng dịch vụ.", [("người dân chưa biết cổng dịch vụ", "40"), ("doanh nghiệp chưa biết cổng dịch vụ", "55")]),
    ("Tỉnh đã tập huấn; 80% huyện đạt chuẩn, 50% xã có sóng 5G.", [("huyện đạt chuẩn", "80"), ("xã có sóng 5G", "50")]),
    ("Tỷ lệ hồ sơ trực tuyến đạt 60%, 80% xã có sóng 5G.", [("tỷ lệ hồ sơ trực tuyến", "60"), ("xã có sóng 5G", "80")]),
    ("Tỷ lệ hồ sơ trực tuyến đạt 71%, trong đó các phường Trần Phú, Bắc Lý vượt 80%.", [("tỷ lệ hồ sơ trực tuyến", "71"), ("tỷ lệ hồ sơ trực tuyến của các phường Trần Phú, Bắc Lý", "80")]),
    ("Tỷ lệ trả kết quả đúng hạn đạt 95,2%; riêng các xã Tân An, Phú Lộc chỉ đạt 71%.", [("tỷ lệ trả kết quả đúng hạn", "95.2"), ("tỷ lệ trả kết quả đúng hạn của các xã Tân An, Phú Lộc", "71")]),
    ("Tỷ lệ số hóa của tỉnh là 62%, thấp nhất là xã Yên Lập mới được 31%.", [("tỷ lệ số hóa của tỉnh", "62"), ("tỷ lệ số hóa của xã Yên Lập", "31")]),
    ("Tỷ lệ hồ sơ trực tuyến đạt 71%, trong đó tỉnh Bắc Ninh cũ có tỷ lệ thanh toán số đạt 60%.", [("tỷ lệ hồ sơ trực tuyến", "71"), ("tỷ lệ thanh toán số", "60")]),
    ("Kết quả không đều: quản trị tụt 3 bậc xuống 57, con người leo 5 bậc lên 38.", [("quản trị tụt", "3"), ("thứ hạng quản trị", "57"), ("con người leo", "5"), ("thứ hạng con người", "38")]),
    ("Chỉ số PCI của Hải Phòng xếp thứ 2 cả nước, đồng thời giữ hạng 1 vùng đồng bằng sông Hồng.", [("thứ hạng chỉ số PCI của Hải Phòng", "2"), ("thứ hạng chỉ số PCI của Hải Phòng ở vùng đồng bằng sông Hồng", "1")]),
    ("Với 55,7 điểm, Việt Nam đứng thứ hai trong nhóm này, chỉ sau Lào, và giữ hạng 5 ASEAN.", [("thứ hạng Việt Nam", "2"), ("thứ hạng Việt Nam ở ASEAN", "5")]),
    ("Lào Cai xếp thứ 3, Đà Nẵng giữ hạng 1.", [("thứ hạng Lào Cai", "3"), ("thứ hạng Đà Nẵng", "1")]),
    ("Chỉ số cạnh tranh giảm 2 bậc, đạt 61,5 điểm.", [("chỉ số cạnh tranh giảm", "2"), ("chỉ số cạnh tranh", "61.5")]),
    ("Đứng đầu là Lào Cai với 86,5 điểm, Sơn La và Lai Châu bám sát, lần lượt 85,1 và 84,7 điểm.", [("Lào Cai", "86.5"), ("Sơn La", "85.1"), ("Lai Châu", "84.7")]),
]  # fmt: skip
ORDERS = """THỦ TƯỚNG CHÍNH PHỦ
-------
Số: 120/CĐ-TTg
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 12 tháng 3 năm 2025

CÔNG ĐIỆN
Về việc khắc phục sự cố hệ thống dịch vụ công

Thủ tướng Chính phủ yêu cầu:
1. Bộ Công an chấm dứt việc nhận hồ sơ giấy; tỷ lệ hồ sơ được ký số khi tiếp nhận đạt 100%.
2. Tập đoàn Viễn thông Quân đội bảo đảm đường truyền, thời gian khôi phục mỗi sự cố không quá 20 phút.
3. Bộ Khoa học và Công nghệ tăng gấp ba năng lực máy chủ.
"""


@pytest.mark.parametrize(("text", "expected"), WANTED)
def test_wanted(text: str, expected: list[tuple[str, str]]) -> None:
    targets, _ = measures.state(reading(text, "2025-11-20"))
    assert [(fact.indicator, str(fact.value)) for fact in targets] == expected


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_measured(text: str, expected: list[tuple[str, str]]) -> None:
    _, observations = measures.state(reading(text, "2025-11-20"))
    assert [(fact.indicator, str(fact.value)) for fact in observations] == expected


def test_rates_and_bounds_in_orders_are_wanted() -> None:
    targets, _ = measures.state(reading(ORDERS, None))
    assert [(fact.indicator, str(fact.value), fact.unit) for fact in targets] == [
        ("tỷ lệ hồ sơ được ký số khi tiếp nhận", "100", "%"),
        ("thời gian khôi phục mỗi sự cố", "20", "phút"),
    ]
