"""Dates and times in a text: their values, what they recur by, whose year an unsaid year is, and what is no time."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import Period
from loaders.times import periods
from tests.effort import growth
from tests.texts import CHANGES, reading

TODAY = "2024-04-18"


def found(text: str, published: str | None = TODAY) -> tuple[Period, ...]:
    return periods.find(reading(text, published))


VALUES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # days with slashes, hyphens, dots, words
    ("Nghị quyết được ký ngày 07/3/2019.", [("ngày 07/3/2019", "2019-03-07")]),
    ("Hội nghị diễn ra 7-3-2019 tại Huế.", [("7-3-2019", "2019-03-07")]),
    ("Sáng 15.4, tỉnh họp về 3.20 điểm tăng thêm.", [("Sáng 15.4", "2024-04-15")]),
    ("Điểm tăng tới 5.12 lần, cao nhất 9.10; chậm nhất 25.11 xong.", [("chậm nhất 25.11", "2024-11-25")]),
    ("Gửi trước ngày 25.11.", [("trước ngày 25.11", "2024-11-25")]),
    ("Văn bản ký ngày 02 tháng 02 năm 2024.", [("ngày 02 tháng 02 năm 2024", "2024-02-02")]),
    # months
    ("Cổng khai trương tháng 12/2019, sau đó mở rộng.", [("tháng 12/2019", "2019-12")]),
    ("Tính đến 12-2020, mọi huyện đã kết nối.", [("Tính đến 12-2020", "2020-12")]),
    ("Đến tháng 9 năm 2022 hệ thống mới chạy thử.", [("Đến tháng 9 năm 2022", "2022-09")]),
    # quarters: Roman, Arabic, short
    ("Tập huấn trong quý II - IV/2027.", [("trong quý II - IV/2027", "2027-Q4")]),
    ("Tập huấn trong quý I, II năm 2028.", [("trong quý I, II năm 2028", "2028-Q2")]),
    ("Trong quý III/2027, 2 bộ họp.", [("Trong quý III/2027", "2027-Q3")]),
    ("Trình Thủ tướng trong quý IV năm 2025.", [("trong quý IV năm 2025", "2025-Q4")]),
    ("Hoàn thành trong quý 4/2025.", [("trong quý 4/2025", "2025-Q4")]),
    ("Số liệu Q1/2024 cho thấy đà tăng.", [("Q1/2024", "2024-Q1")]),
    # months of this year, or those past up to now; a season of another year
    ("Xã đã cấp 2 tháng năm nay hơn nghìn thẻ.", [("2 tháng năm nay", "2024-01-01/P2M")]),
    ("Bốn tháng qua, xã đã cấp nghìn thẻ.", [("Bốn tháng qua", "2024-01-01/P4M")]),
    ("Hệ thống chạy thử từ cuối năm ngoái.", [("từ cuối năm ngoái", "2023")]),
    # the first months of a year are the quarter or half that has a name, else a span of months
    ("Trong 6 tháng đầu năm 2024, hồ sơ tăng mạnh.", [("Trong 6 tháng đầu năm 2024", "2024-S1")]),
    ("3 tháng đầu năm 2024 có thêm hai tỉnh.", [("3 tháng đầu năm 2024", "2024-Q1")]),
    ("Trong sáu tháng đầu năm 2024, hồ sơ tăng mạnh.", [("Trong sáu tháng đầu năm 2024", "2024-S1")]),
    ("Nửa cuối năm 2023, hồ sơ tăng mạnh.", [("Nửa cuối năm 2023", "2023-S2")]),
    ("Chín tháng năm 2025, xuất khẩu tăng.", [("Chín tháng năm 2025", "2025-01-01/P9M")]),
    ("Trong 9 tháng năm 2025, xuất khẩu tăng.", [("Trong 9 tháng năm 2025", "2025-01-01/P9M")]),
    ("6 tháng cuối năm 2023 dồn nhiều việc.", [("6 tháng cuối năm 2023", "2023-S2")]),
    # years, with what stands before them
    ("Đến năm 2030, mọi xã có băng rộng.", [("Đến năm 2030", "2030")]),
    ("Phải xong trước năm 2027.", [("trước năm 2027", "2027")]),
    ("Ngay từ đầu năm 2020, các sở đã họp.", [("Ngay từ đầu năm 2020", "2020")]),
    ("Cùng kỳ năm 2023 chỉ có một nửa.", [("năm 2023", "2023")]),
    # the last of a list of years
    ("Các năm 2021, 2022 đều vượt kế hoạch.", [("Các năm 2021, 2022", "2022")]),
    # what the article's own date makes of a time without a year
    ("Chiều 16/4, Bộ trưởng chủ trì cuộc họp.", [("Chiều 16/4", "2024-04-16")]),
    ("Phiên họp thường kỳ.\nSáng 16/4, Bộ trưởng chủ trì.", [("Sáng 16/4", "2024-04-16")]),
    ("Báo cáo gửi trước ngày 30/6.", [("trước ngày 30/6", "2024-06-30")]),
    ("Quý I năm nay có bước tiến.", [("Quý I năm nay", "2024-Q1")]),
    ("Trong tháng 3, thành phố cấp thêm thẻ.", [("Trong tháng 3", "2024-03")]),
    # a quarter has the year of the one before it in its sentence
    ("Làm vào quý I/2025 và xong trong quý II.", [("vào quý I/2025", "2025-Q1"), ("trong quý II", "2025-Q2")]),
    # a date that lies far ahead is last year's, unless the text looks forward
    ("Ngày 20/12, cổng bị gián đoạn.", [("Ngày 20/12", "2023-12-20")]),
    ("Nộp trước ngày 20/12.", [("trước ngày 20/12", "2024-12-20")]),
    # words
    ("Đến nay, 60 tỉnh đã kết nối.", [("Đến nay", "2024-04")]),
    ("Hiện nay còn ba xã chưa có mạng.", [("Hiện nay", "2024-04")]),
    ("Năm ngoái tỉnh xếp cuối bảng.", [("Năm ngoái", "2023")]),
    ("Trong năm nay phải xong.", [("Trong năm nay", "2024")]),
    ("Việc này kéo sang năm tới.", [("năm tới", "2025")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    told = found(text)
    assert [(text[period.start : period.end], period.value) for period in told] == expected


RANGES = [
    # a range is its last year, from its first
    ("Giai đoạn 2021-2025 đặt trọng tâm vào dữ liệu.", "2025", "2021"),
    ("Nhiệm kỳ 2020 - 2025 đã qua nửa chặng.", "2025", "2020"),
    ("Từ năm 2018 đến năm 2020, số hồ sơ tăng đều.", "2020", "2018"),
    # one year, its end in two digits
    ("Năm học 2023-24 khai giảng muộn.", "2024", "2023"),
    # days that share a month
    ("Hội thảo từ ngày 5 đến 7/8/2023 tại Huế.", "2023-08-07", "2023-08-05"),
]


@pytest.mark.parametrize(("text", "value", "first"), RANGES)
def test_range(text: str, value: str, first: str) -> None:
    (period,) = found(text)
    assert (period.value, period.first) == (value, first)


AHEAD = [
    ("Các sở phải xong trong 3 tháng tới.", "2020-10"),
    ("Các sở phải xong trước khi hết năm.", "2020"),
    ("Các sở phải xong trong quý I sang năm.", "2021-Q1"),
    ("Các sở phải xong không muộn hơn 15/11.", "2020-11-15"),
]


@pytest.mark.parametrize(("text", "value"), AHEAD)
def test_a_time_ahead(text: str, value: str) -> None:
    (period,) = found(text, "2020-07-15")
    assert period.value == value


RECURRING = [
    ("Các bộ báo cáo hằng năm cho Thủ tướng.", "hằng năm"),
    ("Kết quả được công bố hàng quý.", "hàng quý"),
    ("Sở rà soát định kỳ 6 tháng.", "6 tháng"),
    ("Việc này làm thường xuyên.", "thường xuyên"),
    # a bracket that it opens is closed
    ("Sở đánh giá định kỳ (hằng năm) tiến độ.", "định kỳ (hằng năm)"),
    # a day that comes every year is no day of this year
    ("Báo cáo trước ngày 15/12 hằng năm.", "hằng năm"),
    ("Từ năm 2026 và các năm tiếp theo, tỉnh bố trí kinh phí.", "năm 2026 và các năm tiếp theo"),
]


def test_a_time_with_a_bracket_ends_with_it() -> None:
    text = "Các sở báo cáo hằng năm (trước ngày 15 tháng 11) về Sở Nội vụ."
    (period,) = found(text)
    assert text[period.start : period.end] == "hằng năm (trước ngày 15 tháng 11)"


@pytest.mark.parametrize(("text", "recurrence"), RECURRING)
def test_recurrence(text: str, recurrence: str) -> None:
    (period,) = found(text)
    assert period.value is None
    assert period.recurrence is not None
    assert recurrence in period.recurrence


NO_TIMES = [
    # parts of a whole, scores, numbers of documents and versions
    "Có 23/25 dịch vụ công đã hoàn thành.",
    "Tỉnh đạt 30/63 điểm về hạ tầng.",
    "Căn cứ Quyết định số 142/QĐ-TTg.",
    "Trung tâm trực 24/7 để hỗ trợ người dân.",
    "Cuộc cách mạng công nghiệp 4.0 mở ra cơ hội.",
    # a count of things and of money
    "Có 2019 hồ sơ bị trả lại và 2.020 hồ sơ mới.",
    # how long something takes
    "Hồ sơ được trả sau 15 ngày làm việc.",
    # "quy" that is no "quý", "nam" that is no "năm"
    "Quy trình 4 bước do Công ty Phương Nam 3 soạn.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert [text[period.start : period.end] for period in found(text)] == []


def test_without_the_articles_date_a_relative_time_has_no_value() -> None:
    periods_found = found("Đến nay, 60 tỉnh đã kết nối. Trước ngày 30/6, số còn lại phải xong.", None)
    assert [period.value for period in periods_found] == [None, None]


def test_the_year_that_a_text_speaks_of_stands_for_its_date() -> None:
    text = (
        "Kết quả chuyển đổi số năm 2021\n"
        "Sáng 23/7, Bộ họp báo. Trong 6 tháng đầu năm 2021, số hồ sơ tăng. Đến năm 2025, mục tiêu là gấp đôi. "
        "Trước ngày 30/9 các tỉnh báo cáo."
    )
    values = {text[period.start : period.end]: period.value for period in found(text, None)}
    assert values["Sáng 23/7"] == "2021-07-23"
    assert values["Trước ngày 30/9"] == "2021-09-30"


def test_the_year_so_far_is_the_texts_own() -> None:
    text = (
        "Chiều 14/11, xã họp về Nghị quyết 57-NQ/TW, ngày 22/11/2024. Từ đầu năm 2025 đến nay đã có 7 buổi họp. "
        "Trước ngày 30/11 các thôn báo cáo; năm 2026 họp tiếp."
    )
    values = {text[period.start : period.end]: period.value for period in found(text, None)}
    assert values["Chiều 14/11"] == "2025-11-14"
    elsewhere = text.replace("Từ đầu năm 2025 đến nay", "Đến nay")
    values = {elsewhere[period.start : period.end]: period.value for period in found(elsewhere, None)}
    assert values["Chiều 14/11"] != "2025-11-14"


def test_months_that_reach_up_to_the_texts_own_begin_with_its_year() -> None:
    for text, value in (
        ("Trong 7 tháng, cả nước cấp thẻ.", "2025-01-01/P7M"), ("Trong bảy tháng, cả nước cấp thẻ.", "2025-01-01/P7M"),
        ("Trong 3 tháng, sở phải xong.", None), ("Trong 7 tháng tới, sở phải xong.", None),
    ):  # fmt: skip
        assert [period.value for period in found(text, "2025-07-25") if period.value == "2025-01-01/P7M"] == (
            [value] if value else []
        ), text


def test_two_years_spoken_of_alike_leave_a_doubt() -> None:
    text = "Năm 2020 có 5 tỉnh, năm 2021 có 9 tỉnh. Chiều 3/8, đoàn công tác về Huế."
    values = {text[period.start : period.end]: period.value for period in found(text, None)}
    assert values["Chiều 3/8"] is None


TOLD_DAYS = [
    # a dateline with its year, or a place and a day before the news begins
    ("Phường nộp báo cáo\nSáng 12/9/2023, phường họp. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    ("Phường nộp báo cáo\nChiều ngày 12 tháng 9 năm 2023, phường họp. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    ("Phường nộp báo cáo\nVinh, ngày 12 tháng 9 năm 2023 - Công ty ra mắt. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    ("Phường nộp báo cáo\nVinh, ngày 12/9/2023 - Công ty ra mắt. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    # a line below the title that ends with a day
    ("Phường nộp báo cáo\n(Mục Nhịp sống phố, 12/9/2023)\nCác tổ gửi phiếu trước 25/9.", "2023-09-25"),
    # a day without its year, a full one beside it
    ("Từ ngày 10-14/9/2023 đoàn về Huế. Chiều 12/9, đoàn họp. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    # the time up to which it reports
    (
        "Phường nộp báo cáo\nĐến hết tháng 8/2023 phường đã có 9 tổ, năm 2022 có 4. Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    (
        "Nợ việc\nTính đến 15/8/2023, theo thanh tra tỉnh, phường vẫn còn 9 việc của kế hoạch 2021 - 2025. Hạn 25/9.",
        "2023-09-25",
    ),
    # the year of a document that it cites, and of another day
    (
        "Hỏi về sổ đỏ\nNghị định số 12/2023/NĐ-CP ngày 5/3/2023 thay Nghị định số 8/2019/NĐ-CP ngày 1/2/2019, áp dụng"
        " từ ngày 20/4/2023. Cổng xong trước 25/9.",
        "2023-09-25",
    ),
    # the day with which the news begins
    (
        "Ngày 8/9/2023, phường mở điểm hỗ trợ. Năm 2022 có 5 điểm, 2022 thêm 2. Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    # the day of the meeting with which it opens, or of the one that somebody holds
    (
        "Phường nộp báo cáo\nPhát biểu tại cuộc họp Ban Chỉ đạo phường ngày 8/9/2023, bà Hoa khen các tổ. "
        "Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    ("Tại hội nghị sơ kết ngày 8/9/2023, phường khen ba tổ. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
    # behind a paper's name; what is planned for the next year is no later year of its own
    (
        "Phường nộp báo cáo\n(BNB) - Ngày 8/9/2023, phường họp. Kế hoạch năm 2024 gửi trước ngày 15/3/2024, mục tiêu "
        "năm 2024 giữ nguyên, xong trong quý I/2024. Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    # a line with nothing but the month
    (
        "Phường nộp báo cáo\n09/2023\nNgày 12/9, phường xét chỉ số năm 2022, năm 2022. Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    (
        "Phường nộp báo cáo\nTháng 9/2023\nPhường xét chỉ số năm 2022, năm 2022 giảm. Các tổ gửi phiếu trước 25/9.",
        "2023-09-25",
    ),
    # a day named in full, and again without its year
    ("Thẻ mới có từ ngày 01/7/2023, thay thẻ cũ. Từ 1/7, phường phát thẻ. Các tổ gửi phiếu trước 25/9.", "2023-09-25"),
]


@pytest.mark.parametrize(("text", "due"), TOLD_DAYS)
def test_a_text_tells_its_day(text: str, due: str) -> None:
    assert found(text, None)[-1].value == due


def test_a_meeting_before_another_day_dates_nothing() -> None:
    text = "Tại hội nghị ngày 8/9/2021, phường khen ba tổ. Ngày 5/3/2023 có tổ mới. Các tổ gửi phiếu trước 25/9."
    assert found(text, None)[-1].value is None


NO_TOLD_DAYS = [
    # the days of documents alone
    "Hỏi về sổ đỏ\nTheo Nghị định số 12/2022/NĐ-CP ngày 5/3/2022, cổng chạy thử. Các tổ gửi phiếu trước 25/9.",
    # an aim past the last of its days
    "Hỏi\nNghị định số 12/2022/NĐ-CP ngày 5/3/2022 áp dụng từ 1/4/2022; năm 2024 sửa. Các tổ gửi phiếu trước 25/9.",
    # the day with which the story begins
    "Ngày 8/9/2020, phường mở điểm hỗ trợ. Năm 2021 có 5 điểm, năm 2023 thêm 2. Các tổ gửi phiếu trước 25/9.",
    # a day named in full twice, of two years
    "Quỹ mở ngày 2/9/2021, đổi tên ngày 2/9/2023. Từ 2/9, phường phát thẻ. Các tổ gửi phiếu trước 25/9.",
    # the day of a document that is cited, in a line of its own or in the text
    "Phường nộp báo cáo\nThực hiện Kế hoạch số 12/KH-UBND, ngày 5/6/2022\nCác tổ gửi phiếu trước 25/9.",
    "Chiều 12/9, đoàn họp về Nghị định số 47/2020/NĐ-CP ngày 9/4/2020. Các tổ gửi phiếu trước 25/9.",
    # the year for which a headline promises
    "Phường sẽ mở 12 điểm trong năm 2023\nTrong quý I/2023, phường phát thẻ. Các tổ gửi phiếu trước 25/9.",
    # a later year is told of
    "Phường nộp báo cáo\nĐến hết tháng 8/2022 phường đã có 9 tổ; nay, sang năm 2023, thêm 4. Phiếu gửi trước 25/9.",
]


@pytest.mark.parametrize("text", NO_TOLD_DAYS)
def test_a_text_that_does_not_tell_its_day(text: str) -> None:
    assert found(text, None)[-1].value is None


@pytest.mark.parametrize("change", CHANGES)
def test_printed_otherwise_it_is_the_same_time(change: Callable[[str], str]) -> None:
    for text, _ in VALUES:
        told = [(period.value, period.first) for period in found(text)]
        assert [(period.value, period.first) for period in found(change(text)) if period.value] == told, text


@given(st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2049, 12, 31)))
def test_any_day_in_any_form(day: datetime.date) -> None:
    forms = (
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d} tháng {day.month:02d} năm {day.year}",
        f"{day.day}-{day.month}-{day.year}",
    )
    for form in forms:
        assert [period.value for period in found(f"Văn bản ký ngày {form}.")] == [day.isoformat()]


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "Từ ngày 5 đến 7/8/2023 và trong quý II, các năm 2021, 2022, tháng 3/2024 có 23/25 việc xong.\n"

    def finds(lines: int) -> Callable[[], object]:
        read = reading(line * lines, TODAY)
        return lambda: periods.find(read)

    assert growth(finds, 400, 3200, below=12) < 12


@pytest.mark.shared
def test_deadlines_that_people_read(shared: Path) -> None:
    checked = 0
    for path in sorted((shared / "gold").rglob("*.json")):
        for task in json.loads(path.read_text("utf-8"))["tasks"]:
            printed, value = task.get("deadline_text"), task.get("deadline")
            if printed and value and value[:4] in printed:
                checked += 1
                told = found(f"Việc này phải xong {printed}, theo kế hoạch.", None)
                assert value in [period.value for period in told], (path.name, printed)
    assert checked > 20
