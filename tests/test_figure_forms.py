"""Figures in more forms: anaphors, bounds behind the noun, times of day, comparisons, places in a subject."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

DATED = "Tin về chuyển đổi số\n(Ngày 10/6/2024)\n"


def told(text: str, head: str = DATED) -> tuple[set[str], set[str]]:
    """The targets and the observations, each as "indicator comparator value unit period"."""
    facts = extract(read_bytes((head + text + "\n").encode(), "a.txt"))
    return tuple(
        {f"{f.indicator} {f.comparator} {f.value.normalize():f} {f.unit} {f.period}" for f in kind if f.value}
        for kind in (facts.targets, facts.observations)
    )  # type: ignore[return-value]


TARGETS = [
    ("Riêng tỷ lệ hộ có cáp quang là 61%; chỉ tiêu này phấn đấu nâng lên 90% vào năm 2026.",
     "tỷ lệ hộ có cáp quang = 90 % 2026"),
    ("Kế hoạch số 38/KH-UBND vừa được ban hành. Năm 2024, tỉnh lo hạ tầng: 100% xã được kết nối trước 31/12.",
     "xã được kết nối = 100 % 2024-12-31"),
    ("Kinh tế số đóng góp 12,6% GRDP, gần chạm mốc 15% đề ra.", "kinh tế số = 15 % None"),
    ("Tỉnh đặt mục tiêu đến năm 2027 có 250 doanh nghiệp công nghệ số trở lên.",
     "doanh nghiệp công nghệ số >= 250 doanh nghiệp 2027"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TARGETS)
def test_wanted(text: str, wanted: str) -> None:
    assert wanted in told(text)[0]


TARGETS_OF_A_PLAN = "Kế hoạch nêu: 100% xã được trang bị đủ máy tính trước 31/12."


def test_a_word_that_ends_as_a_time_begins_is_none() -> None:
    assert told(TARGETS_OF_A_PLAN)[0] == {"xã được trang bị đủ máy tính = 100 % 2024-12-31"}


def test_the_past_year_told_early_in_a_year_is_the_last() -> None:
    text = "Năm qua, tỷ lệ số hóa của xã đạt 45%."
    assert told(text, "Tin về chuyển đổi số\n(Ngày 6/3/2026)\n")[1] == {"tỷ lệ số hóa của xã = 45 % 2025"}


OBSERVED = [
    ("Đến tháng 5/2024, mỗi xã đã có 3 tổ công nghệ số trở lên.", "tổ công nghệ số mỗi xã >= 3 tổ 2024-05"),
    ("Hồ sơ nộp trực tuyến của xã từ chỗ 37% của quý III/2023 lên 52% ở quý IV.",
     "hồ sơ nộp trực tuyến của xã = 37 % 2023-Q3"),
    ("Năm 2023, tỷ trọng kinh tế số của tỉnh nâng từ mức 9% lên 12%.", "tỷ trọng kinh tế số của tỉnh = 9 % 2023"),
    ("Thời gian giải quyết thủ tục đất đai tại 5 quận làm điểm giảm bình quân 30%.",
     "thời gian giải quyết thủ tục đất đai tại 5 quận làm điểm giảm bình quân = 30 % 2024-06"),
    ("Chi phí đi lại của người dân ở 12 xã vùng cao giảm 40%.",
     "chi phí đi lại của người dân ở 12 xã vùng cao giảm = 40 % 2024-06"),
    ("Số ngày xử lý một hồ sơ giảm từ 20 ngày còn 12 ngày.", "số ngày xử lý một hồ sơ = 12 ngày 2024-06"),
    ("Thời gian phản hồi là 26 giờ, nhanh hơn 6 giờ so với quý I.",
     "thời gian phản hồi nhanh hơn so với quý I = 6 giờ 2024-06"),
    ("Thời gian giải quyết một hồ sơ đất đai là 19 ngày, dài hơn 4 ngày so với trước đây.",
     "thời gian giải quyết một hồ sơ đất đai dài hơn so với trước đây = 4 ngày 2024-06"),
    ("Tỷ lệ số hóa hồ sơ đạt 83%, thấp hơn bình quân cả nước 9 điểm phần trăm.",
     "tỷ lệ số hóa hồ sơ thấp hơn bình quân cả nước = 9 điểm phần trăm 2024-06"),
    ("Tỉnh tiếp nhận hơn 1,2 triệu hồ sơ, trong đó hơn 900 nghìn nộp trực tuyến.",
     "tiếp nhận hồ sơ nộp trực tuyến > 900000 hồ sơ 2024-06"),
    ("Đến hết tháng 5, 21 tỉnh đạt từ 50% đến dưới 80% khối lượng số hóa.",
     "tỉnh đạt từ 50% đến dưới 80% khối lượng số hóa = 21 tỉnh 2024-05"),
    ("Trong 14 nhiệm vụ được giao tại Thông báo số 205/TB-VPCP ngày 07 tháng 5 năm 2024, mới hoàn thành 8, còn 2 nhiệm "
     "vụ trong hạn.", "nhiệm vụ được giao hoàn thành = 8 nhiệm vụ 2024-06"),
    ("Mô hình kiosk giúp thời gian làm thủ tục rút ngắn từ 15 phút xuống 5 phút.",
     "thời gian làm thủ tục = 5 phút 2024-06"),
    ("Vẫn còn 6 bản sóng yếu, 218 người cao tuổi chưa có định danh.",
     "người cao tuổi chưa có định danh = 218 người 2024-06"),
    ("Tính đến tháng 5, mới 12 trạm y tế bỏ sổ giấy; cuối năm 2022 con số là 4. Khoảng 700 nghìn người dân đã có sổ.",
     "người dân đã có sổ = 700000 người dân 2024-06"),
    ("Trong 5 tháng đầu năm, xã cấp 120 thẻ. Tuy vậy vẫn còn 218 người cao tuổi chưa có định danh.",
     "người cao tuổi chưa có định danh = 218 người 2024-06"),
    ("Tỷ lệ số hóa giữa các sở rất chênh lệch: Sở Văn hóa, Thể thao và Du lịch 31%, Sở Y tế 62%.",
     "tỷ lệ số hóa của Sở Văn hóa, Thể thao và Du lịch = 31 % 2024-06"),
    ("Ba tỉnh có tỷ lệ hồ sơ giấy trên 40%, gồm Sơn La 47%, Điện Biên 45,5% và Cao Bằng 41%.",
     "tỷ lệ hồ sơ giấy của Điện Biên = 45.5 % 2024-06"),
    ("Tỷ lệ thu phí điện tử tại Hà Nội đạt 72%, Đà Nẵng 81%.", "tỷ lệ thu phí điện tử của Đà Nẵng = 81 % 2024-06"),
    ("Chỉ số PAPI của tỉnh đứng thứ 17, tăng 2 bậc; PCI đạt 66,9 điểm.", "PCI = 66.9 điểm 2024-06"),
    ("Toàn tỉnh có 31 xã thiếu máy quét.", "xã thiếu máy quét = 31 xã 2024-06"),
    ("Số thuê bao cố định 5 tháng ước đạt 12.400 thuê bao.",
     "số thuê bao cố định = 12400 thuê bao 2024-01-01/P5M"),
    ("Lũy kế 5 tháng, cổng nhận 12.400 hồ sơ.", "nhận hồ sơ = 12400 hồ sơ 2024-01-01/P5M"),
    ("Trong ba quý đầu năm 2023, cổng nhận 12.400 hồ sơ.", "nhận hồ sơ = 12400 hồ sơ 2023-01-01/P9M"),
    ("Điểm hài lòng từ 81,5% (năm 2021) lên 90,4% (năm 2022) và 93% (năm 2023).",
     "điểm hài lòng = 90.4 % 2022"),
    ("Tỷ lệ đúng hạn lần lượt ở cấp huyện và cấp xã là 99,4% và 98,1%.", "tỷ lệ đúng hạn ở cấp xã = 98.1 % 2024-06"),
    ("Tốc độ tải tăng 25 bậc so với 5 năm trước.", "tốc độ tải tăng so với 5 năm trước = 25 bậc 2024-06"),
    ("Tỷ lệ số hóa của cấp tỉnh đạt 91%, cấp xã đạt 84%, bình quân toàn tỉnh đạt 86%.",
     "tỷ lệ số hóa bình quân toàn tỉnh = 86 % 2024-06"),
    ("Trong số 9 nhiệm vụ chậm, Sở Tài chính có 4 nhiệm vụ, Sở Xây dựng 3 nhiệm vụ.",
     "nhiệm vụ chậm Sở Xây dựng = 3 nhiệm vụ 2024-06"),
    # months of work, not those of the year so far; how long something takes
    ("Tổ công nghệ số ba tháng đạt 900 lượt hỗ trợ.", "tổ công nghệ số ba tháng = 900 lượt 2024-06"),
    ("Thời gian cấp phép từ 5 tháng còn 2 tháng.", "thời gian cấp phép = 2 tháng 2024-06"),
    ("Việt Nam đứng thứ 41 thế giới về chỉ số mở dữ liệu, tăng 8 bậc, đứng thứ 3 trong ASEAN.",
     "thứ hạng chỉ số mở dữ liệu của Việt Nam = 3 hạng 2024-06"),
    ("Phấn đấu năm 2026 số hóa 100% sổ hộ tịch (còn 1.870 sổ).", "sổ số hóa sổ hộ tịch = 1870 sổ 2024-06"),
    ("Cả nước cần thêm 70.000 kỹ sư trong khi các trường mới đào tạo 7.000 cử nhân.",
     "cả nước cần thêm cử nhân = 7000 cử nhân 2024-06"),
    ("Tỷ lệ hồ sơ giấy trung bình cả nước là 39%; khối bộ 51%, khối tỉnh 15%.",
     "tỷ lệ hồ sơ giấy khối tỉnh = 15 % 2024-06"),
    ("- Tổng số hồ sơ tiếp nhận: 915 hồ sơ.\n- Đã giải quyết: 880 hồ sơ.", "giải quyết hồ sơ = 880 hồ sơ 2024-06"),
    ("Doanh thu của 214 hợp tác xã số ước 870 tỷ đồng.",
     "doanh thu của 214 hợp tác xã số = 870000000000 đồng 2024-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measured"), OBSERVED)
def test_observed(text: str, measured: str) -> None:
    assert measured in told(text)[1]


def test_a_row_shares_the_unit_that_its_last_value_has() -> None:
    text = "Doanh thu số của thành phố trong ba năm 2021, 2022, 2023 lần lượt đạt 120, 150 và 190 nghìn tỷ đồng."
    assert {one.removeprefix("doanh thu số của thành phố = ") for one in told(text)[1]} == {
        "120000000000000 đồng 2021",
        "150000000000000 đồng 2022",
        "190000000000000 đồng 2023",
    }
    text = "Tỷ lệ số hóa của Sở Y tế, Sở Tư pháp và Sở Nội vụ lần lượt là 45, 52 và 61%."
    assert "tỷ lệ số hóa của Sở Tư pháp = 52 % 2024-06" in told(text)[1]


def test_the_second_of_two_values_takes_the_unit_of_the_first() -> None:
    text = "Thời gian cấp phép giảm từ 20 ngày xuống còn 12, doanh thu tăng từ 120 tỷ đồng lên 190."
    assert {"thời gian cấp phép = 12 ngày 2024-06", "doanh thu = 190000000000 đồng 2024-06"} <= told(text)[1]


def test_a_name_alone_is_one_more_bearer_of_what_was_said_of_another() -> None:
    text = "Tỷ lệ hồ sơ trực tuyến của thành phố Vinh đạt 80%, Quỳ Châu 45% và Kỳ Sơn thấp nhất với 31%."
    assert {
        "tỷ lệ hồ sơ trực tuyến của Quỳ Châu = 45 % 2024-06",
        "tỷ lệ hồ sơ trực tuyến của Kỳ Sơn = 31 % 2024-06",
    } <= (told(text)[1])


def test_the_time_past_a_conjunction_is_the_next_ones() -> None:
    text = "Năm 2022 tỉnh có 12 mô hình điểm, năm 2023 có 40 mô hình và đến nay là 66 mô hình."
    assert {one.rpartition(" = ")[2] for one in told(text)[1]} == {
        "12 mô hình 2022",
        "40 mô hình 2023",
        "66 mô hình 2024-06",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian: từ 08 giờ 00 phút đến 11 giờ 30 phút ngày 15/6/2024 tại nhà văn hóa.",
        "Lớp học bắt đầu lúc 7 giờ 30 phút, Trung tâm mở cửa từ 7 giờ đến 17 giờ hằng ngày.",
    ],
)
def test_a_time_of_day_measures_nothing(text: str) -> None:
    assert told(text) == (set(), set())


def test_from_which_rank_on_is_no_bound_of_the_count() -> None:
    assert told("Năm 2023 sở có 5 cán bộ trình độ đại học trở lên.")[1] == {
        "cán bộ trình độ đại học trở lên = 5 cán bộ 2023"
    }


def test_a_plan_that_issues_goals_as_follows_states_no_rule() -> None:
    text = (
        "SỞ TƯ PHÁP\nSố: 46/KH-STP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Huế, ngày 28 tháng 3 năm 2023\n\nKẾ HOẠCH\nSố hóa sổ gốc năm 2023\n\n"
        "Thực hiện Nghị định số 23/2015/NĐ-CP của Chính phủ quy định về chứng thực, Sở Tư pháp ban hành Kế hoạch "
        "như sau:\n\nI. HIỆN TRẠNG\nĐến ngày 15/3/2023, toàn tỉnh có hơn 390 nghìn bản ghi chứng thực.\n"
    )
    assert told(text, "")[1] == {"bản ghi chứng thực > 390000 bản ghi 2023-03-15"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Sở vừa ban hành Kế hoạch số 38/KH-STP ngày 22/8/2023 về số hóa. Năm ngoái, tỷ lệ số hóa là 40%.", "2022"),
        ("Được Phó Chủ tịch ký ngày 31-3-2022, đề án có 5 phần. Năm ngoái, tỷ lệ số hóa là 40%.", "2021"),
        ("Tại Hội nghị sơ kết tổ chức tại Huế ngày 12/7/2024, sở báo cáo: tỷ lệ số hóa hiện là 40%.", "2024-07"),
        # the day of what is carried out, or of an older meeting, is not the article's
        ("Sở vừa có Kế hoạch số 5/KH-STP triển khai Quyết định số 749/QĐ-TTg ngày 3/6/2020. Năm ngoái, tỷ lệ số hóa là "
         "40%.", None),
        ("Hội nghị năm ngoái tổ chức ngày 12/7/2023; ngày 5/6/2024 sở họp lại. Hiện tỷ lệ số hóa là 40%.", None),
    ],
)  # fmt: skip
def test_what_an_article_tells_as_news_dates_it(text: str, period: str | None) -> None:
    (fact,) = extract(read_bytes(f"Tin về số hóa\n{text}\n".encode(), "a.txt")).observations
    assert fact.period == period


def test_a_goal_beside_what_was_reached_before_is_of_the_plans_time() -> None:
    text = (
        "UBND TỈNH LÀO CAI\nSố: 119/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Lào Cai, ngày 12 tháng 02 năm 2025\n\nKẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. CHỈ TIÊU\n"
        "1. Tỷ trọng kinh tế số: 12% (năm 2024: 9,8%).\n"
    )
    assert told(text, "") == ({"tỷ trọng kinh tế số = 12 % 2025"}, {"tỷ trọng kinh tế số = 9.8 % 2024"})


def test_what_a_regulation_strives_for_is_a_goal_and_what_it_rules_is_none() -> None:
    text = (
        "UBND THÀNH PHỐ HUẾ\nSố: 19/2026/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Huế, ngày 12 tháng 02 năm 2026\n\nQUYẾT ĐỊNH\nBan hành Quy chế vận hành Trung tâm điều hành\n\n"
        "Điều 5. Văn phòng\n1. Theo dõi phản ánh; phấn đấu trong năm 2026 tỷ lệ trả lời đúng hạn đạt 97% trở lên.\n"
        "2. Cảnh báo khi chỉ số vượt ngưỡng 20%; hồ sơ trả lại không quá 5%.\n"
    )
    assert told(text, "") == ({"tỷ lệ trả lời đúng hạn >= 97 % 2026"}, set())


def test_who_is_heard_after_a_day_is_no_part_of_the_indicator() -> None:
    text = "Ngày 5/6, theo Sở Công Thương, doanh thu bán hàng qua mạng ước đạt 1.250 tỷ đồng."
    assert {one.partition(" = ")[0] for one in told(text)[1]} == {"doanh thu bán hàng qua mạng"}


LOOKS_AHEAD = "Yên Bái đặt nhiều chỉ tiêu cho năm tới\n\nNăm 2027, 90% hồ sơ được nộp trực tuyến.\n\n"


@pytest.mark.parametrize(
    ("text", "wanted", "measured"),
    [
        ("Nhìn lại kết quả năm 2025, tỉnh khá thuận lợi. Có 92/99 xã đã bỏ hồ sơ giấy.", set(),
         {"xã đã bỏ hồ sơ giấy = 92 xã 2025"}),
        ("Về hạ tầng, 92/99 xã bỏ hồ sơ giấy.", {"xã bỏ hồ sơ giấy = 92 xã 2027"}, set()),
        ("Đến nay, tỉnh đã làm nhiều việc. Tuy vậy, năm 2027 phải có 80% thôn nối cáp quang.",
         {"thôn nối cáp quang = 80 % 2027"}, set()),
    ],
)  # fmt: skip
def test_an_article_of_goals_turns_to_what_was_reached(text: str, wanted: set[str], measured: set[str]) -> None:
    targets, observations = told(text, LOOKS_AHEAD)
    assert targets - {"hồ sơ được nộp trực tuyến = 90 % 2027"} == wanted
    assert observations == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Hội thi thu hút 356 sản phẩm, trao 2 giải nhì và 5 giải ba.", {356}),
        # two reached by different things: no row of one rate
        ("Sở Công Thương giảm 30%, Sở Nông nghiệp và Môi trường tăng 12% chi phí.", {30, 12}),
    ],
)
def test_prizes_are_no_results(text: str, measured: set[int]) -> None:
    facts = extract(read_bytes((DATED + text + "\n").encode(), "a.txt"))
    assert {int(one.value) for one in facts.observations if one.value} == measured
    assert not any("tỷ lệ" in one.indicator for one in facts.observations)


def test_a_province_that_strives_is_not_told_to_by_what_it_carries_out() -> None:
    text = "Tỉnh họp về Đề án 06. Tỉnh phấn đấu năm 2026 có 80% hồ sơ trực tuyến."
    facts = extract(read_bytes((DATED + text + "\n").encode(), "a.txt"))
    assert [(int(one.value or 0), one.set_by) for one in facts.targets] == [(80, None)]


def test_a_paper_named_once_in_passing_sets_no_goals() -> None:
    lines = (
        "Tỉnh họp về chữ ký số.\n\nHội trường đông người.\n\nNhiều xã kêu khó.\n\nCác sở đều dự.\n\n"
        "Điểm phục vụ người dân tính theo Quyết định số 766/QĐ-TTg đạt 78 điểm.\n\n"
        "Trong năm 2026, phấn đấu 95% hồ sơ nộp trực tuyến."
    )
    facts = extract(read_bytes((DATED + lines + "\n").encode(), "a.txt"))
    assert [(int(one.value or 0), one.set_by) for one in facts.targets] == [(95, None)]
