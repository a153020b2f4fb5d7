# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Figures as news and reports tell them: parts set against each other, counts of papers and of work, times that go on."""

from __future__ import annotations

import pytest

from kg.model import Observation, Target
from loaders.extract import extract
from loaders.measures import measures
from loaders.read import read_bytes
from tests.texts import reading


def state(text: str, published: str | None = "2024-11-20") -> tuple[tuple[Target, ...], tuple[Observation, ...]]:
    return measures.state(reading(text, published))


OBSERVED: list[tuple[str, list[tuple[str, str]], str]] = [
    ("Tỷ lệ thanh toán trực tuyến của cấp tỉnh là 61,2%, còn các xã, phường mới chỉ đạt 18,4%.",
     [("tỷ lệ thanh toán trực tuyến của cấp tỉnh", "61.2"), ("tỷ lệ thanh toán trực tuyến của các xã, phường", "18.4")],
     "a part set against another, with a comma in its name"),
    ("Tháng 8/2024, tỷ lệ trả kết quả đúng hạn ở thành phố là 98%; ở các huyện miền núi là 87%.",
     [("tỷ lệ trả kết quả đúng hạn ở thành phố", "98"), ("tỷ lệ trả kết quả đúng hạn ở các huyện miền núi", "87")],
     "the same at another place"),
    ("Các xã vùng cao chỉ chiếm có 12,5% số hồ sơ nộp trực tuyến của tỉnh.",
     [("các xã vùng cao trong số hồ sơ nộp trực tuyến của tỉnh", "12.5")], "whose share it is"),
    ("Chỉ số hạ tầng của tỉnh cao hơn mức bình quân của vùng (0,5214) và của cả nước (0,4987).",
     [("chỉ số hạ tầng bình quân của vùng", "0.5214"), ("chỉ số hạ tầng bình quân của cả nước", "0.4987")],
     "values in brackets of what something is set against"),
    ("Chỉ số bưu chính của Việt Nam năm 2023 tăng 4 bậc so với năm 2022 và được xếp vào nhóm phát triển cao.",
     [("chỉ số bưu chính của Việt Nam tăng so với năm 2022", "4")], "what is said after the comparison"),
    ("Đến nay, 29/34 địa phương đã nối với Nền tảng chia sẻ, điều phối dữ liệu quốc gia, đạt 85,3%.",
     [("địa phương đã nối với Nền tảng chia sẻ, điều phối dữ liệu quốc gia", "29"),
      ("địa phương đã nối với Nền tảng chia sẻ, điều phối dữ liệu quốc gia", "85.3")], "a platform with a comma in its name"),
    ("Trong khối, Thái Lan vươn lên vị trí thứ 3 trong 10 nước.", [("thứ hạng Thái Lan", "3")],
     "a place of three words"),
    ("Huyện có 18 phòng khám hạng 2 đã dùng bệnh án điện tử, chiếm khoảng 73%.",
     [("phòng khám hạng 2 đã dùng bệnh án điện tử", "18"), ("phòng khám hạng 2 đã dùng bệnh án điện tử", "73")],
     "a class is no place in a ranking"),
    ("Hạ tầng cáp quang phủ trên 85% hộ gia đình, 100% thôn; 75% dân số dùng điện thoại thông minh.",
     [("hạ tầng cáp quang phủ hộ gia đình", "85"), ("hạ tầng cáp quang phủ thôn", "100"),
      ("dân số dùng điện thoại thông minh", "75")], "past a semicolon another thing is told"),
    ("Sở đã hoàn thành xây dựng cơ sở dữ liệu đất đai với 1,2 triệu thửa đất, trên 350.000 hồ sơ.",
     [("thửa đất cơ sở dữ liệu đất đai", "1200000.0"), ("hồ sơ cơ sở dữ liệu đất đai", "350000")],
     "what was made holds all of them"),
    # ── small counts that are results ──
    ("Trong quý I, Hội đồng nhân dân tỉnh đã ban hành 01 nghị quyết, 03 chương trình, 05 quyết định.",
     [("ban hành nghị quyết", "1"), ("ban hành chương trình", "3"), ("ban hành quyết định", "5")],
     "papers issued, one of them a single one"),
    ("Sở Nội vụ đã tham mưu Ủy ban nhân dân tỉnh ban hành 12 kế hoạch, 25 văn bản chỉ đạo.",
     [("ban hành kế hoạch", "12"), ("ban hành văn bản chỉ đạo", "25")], "who helped stands between"),
    ("Tỉnh cung cấp 640 dịch vụ (390 dịch vụ cấp tỉnh, 96 dịch vụ cấp huyện, 14 dịch vụ cấp xã).",
     [("cung cấp dịch vụ", "640"), ("dịch vụ cấp tỉnh", "390"), ("dịch vụ cấp huyện", "96"), ("dịch vụ cấp xã", "14")],
     "the parts of a whole"),
    ("Trong 8 tháng, Ủy ban nhân dân tỉnh giao 71 nhiệm vụ về cải cách hành chính; đã hoàn thành 52 nhiệm vụ.",
     [("giao nhiệm vụ về cải cách hành chính", "71"), ("hoàn thành nhiệm vụ về cải cách hành chính", "52")],
     "work given of which the text tells how much is done"),
    ("Hiện nay, ứng dụng này tích hợp 38 tiện ích.", [("ứng dụng này tích hợp tiện ích", "38")], "how it now stands"),
    ("Có 4 nền tảng số dùng chung được công nhận: bản đồ số, kho dữ liệu, định danh và trợ lý ảo.",
     [("nền tảng số dùng chung được công nhận", "4")], "what is listed has been reached"),
    ("Toàn xã có 26 tổ công nghệ số cộng đồng với 143 thành viên.",
     [("tổ công nghệ số cộng đồng", "26"), ("thành viên tổ công nghệ số cộng đồng", "143")], "what a place has"),
    ("Nhà mạng có 6.000 km cáp, tổng dung lượng 62 Tbps.", [("tổng dung lượng", "62")], "a size, no offer"),
    ("Năm nay có 180 trường mở ngành bán dẫn, tổng chỉ tiêu hơn 2.400.",
     [("trường mở ngành bán dẫn", "180"), ("tổng chỉ tiêu", "2400")], "the sum of what elsewhere is a goal"),
    ("Trong tháng, huyện đã giải quyết 310 đơn thư; 14/14 xã thực hiện tiếp nhận hồ sơ qua mạng.",
     [("giải quyết đơn thư", "310"), ("xã thực hiện tiếp nhận hồ sơ qua mạng", "14")], "another thing past a semicolon"),
    ("Trong đợt thử, 12.400 hồ sơ đất đai bị nghẽn, 85% trong số này đã xử lý xong.",
     [("hồ sơ đất đai bị nghẽn", "12400"), ("hồ sơ đất đai bị nghẽn đã xử lý xong", "85")], "a share of those before"),
    ("Theo Kế hoạch 71/KH-UBND, có 129 nhiệm vụ hạn thực hiện trong quý I.", [("nhiệm vụ hạn thực hiện", "129")],
     "the kind of a paper is no goal"),
    ("Trong tháng, 17/17 xã, thị trấn thực hiện giải quyết hồ sơ trực tuyến.",
     [("xã, thị trấn thực hiện giải quyết hồ sơ trực tuyến", "17")], "towns beside communes"),
    ("Huyện đã thành lập tất cả 125 tổ công nghệ số cấp xã.", [("thành lập tổ công nghệ số cấp xã", "125")],
     "all of them, which the name does not say"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), OBSERVED, ids=[row[2] for row in OBSERVED])
def test_observed(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert [(fact.indicator, str(fact.value)) for fact in state(text)[1]] == expected, why


WANTED: list[tuple[str, list[tuple[str, str | None, str | None]], str]] = [
    ("Mục tiêu là nâng thứ hạng năng lực cạnh tranh số tăng từ 3 đến 5 bậc năm 2025.",
     [("thứ hạng năng lực cạnh tranh số tăng", "3", "2025")], "so many steps, from no earlier place"),
    ("Yêu cầu các sở:\n+ Cung cấp ít nhất 40% dịch vụ công trực tuyến toàn trình;\n+ Số hóa tối thiểu 60% hồ sơ lưu trữ.",
     [("cung cấp dịch vụ công trực tuyến toàn trình", "40", None), ("số hóa hồ sơ lưu trữ", "60", None)],
     "a bound in a list of orders"),
    ("Theo Đề án phát triển kinh tế số tỉnh đến năm 2030, tỷ trọng kinh tế số đạt 30% GRDP.",
     [("tỷ trọng kinh tế số", "30", "2030")], "what a plan wants by its last year"),
    ("Ủy ban nhân dân tỉnh ban hành Kế hoạch số 45/KH-UBND về ứng dụng dữ liệu năm 2025.\nMục tiêu của kế hoạch: 100% cơ quan dùng chữ ký số; 80% hồ sơ được xử lý trên mạng.",
     [("cơ quan dùng chữ ký số", "100", "2025"), ("hồ sơ được xử lý trên mạng", "80", "2025")], "the year of the plan"),
    ("Bộ Tài chính phấn đấu đến cuối năm 2027, tất cả hộ kinh doanh sẽ dùng hóa đơn điện tử.",
     [("tất cả hộ kinh doanh sẽ dùng hóa đơn điện tử", None, "2027")], "what all will have"),
    ("Dự kiến số người nghỉ chế độ trong năm 2027 là 95 người, trong đó, 07 công chức; 60 viên chức.",
     [("số người nghỉ chế độ", "95", "2027"), ("công chức nghỉ chế độ", "7", "2027"), ("viên chức nghỉ chế độ", "60", "2027")],
     "the parts of what is expected"),
    ("Bố trí ít nhất 3% ngân sách cho khoa học và nâng tỷ lệ lên 4% vào năm 2030.",
     [("bố trí ngân sách cho khoa học", "3", "2030"), ("bố trí ngân sách cho khoa học", "4", "2030")],
     "a rate without its name is the one before"),
    ("Bảo đảm đến năm 2027 sáp nhập tối thiểu 5% đối với trường tiểu học và ít nhất 10% trạm y tế.",
     [("sáp nhập đối với trường tiểu học", "5", "2027"), ("trạm y tế", "10", "2027")], "bounds, by any verb"),
    ("Mục tiêu của chương trình là xây dựng một đô thị thông minh vào năm 2030.",
     [("xây dựng một đô thị thông minh", None, "2030")], "an aim, then by when"),
    ("Tỉnh đặt mục tiêu hình thành trung tâm tính toán vùng trước năm 2028.",
     [("hình thành trung tâm tính toán vùng", None, "2028")], "an aim of its own, then by when"),
    ("Phấn đấu hoàn thành việc số hóa sổ hộ khẩu cũ vào cuối năm 2026.",
     [("hoàn thành việc số hóa sổ hộ khẩu cũ", None, "2026")], "work aimed at, then by when"),
    ("Tỷ lệ hồ sơ trực tuyến đạt 33%, trong khi chỉ tiêu của Ủy ban đề ra cho cả năm là 50%.",
     [("tỷ lệ hồ sơ trực tuyến", "50", None)], "the goal of what was measured"),
    ("I. MỤC TIÊU\n- Tỷ lệ khai thác, dùng lại thông tin, dữ liệu đất đai đạt tối thiểu 60% vào năm 2027.",
     [("tỷ lệ khai thác, dùng lại thông tin, dữ liệu đất đai", "60", "2027")], "nobody speaks"),
    ("Ông Lâm cho rằng mục tiêu 80% hồ sơ được số hóa vào cuối năm 2026 là khó đạt.",
     [("hồ sơ được số hóa vào cuối năm 2026 là khó đạt", "80", "2026")], "a goal of which somebody thinks something"),
    ("Đến năm 2030, 100% hồ sơ hội viên (hiện có 58.450 hội viên) được số hóa và nhập vào kho.",
     [("hồ sơ hội viên được số hóa và nhập vào kho", "100", "2030")], "what is said past a bracket"),
    ("Bộ được giao cấp tài khoản định danh điện tử cho người dân, phấn đấu đến hết năm 2026 đạt ít nhất 70 triệu tài khoản.",
     [("tài khoản định danh điện tử", "70000000", "2026")], "things named in full before"),
    ("Quyết định 942/QĐ-TTg do Thủ tướng ban hành tháng 6/2021 có những mục tiêu khó, như 100% cơ sở dữ liệu được kết nối.",
     [("cơ sở dữ liệu được kết nối", "100", None)], "the day of a paper"),
    ("Theo dự thảo Đề án, đến năm 2028, 100% thủ tục của Bộ được làm trên mạng.",
     [("thủ tục của Bộ được làm trên mạng", "100", "2028")], "a time past a plan's name"),
    ("Nghị quyết đề ra đến năm 2027, 80% người dân có chữ ký số, hiện con số này chỉ là 17,6%; ít nhất 90% hồ sơ được xử lý trên mạng, nay mới đạt 74%.",
     [("người dân có chữ ký số", "80", "2027"), ("hồ sơ được xử lý trên mạng", "90", "2027")], "now is not when a goal is for"),
    ("Trước ngày 30/6/2026, toàn bộ trường học phải được kết nối mạng băng rộng.",
     [("toàn bộ trường học phải được kết nối mạng băng rộng", None, "2026-06-30")], "what all must be"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), WANTED, ids=[row[2] for row in WANTED])
def test_wanted(text: str, expected: list[tuple[str, str | None, str | None]], why: str) -> None:
    found = [(fact.indicator, fact.value and str(fact.value), fact.period) for fact in state(text)[0]]
    assert found == expected, why


def test_what_a_report_says_is_measured_even_below_goals() -> None:
    text = (
        "Tỉnh phấn đấu 100% cơ quan có phần mềm diệt mã độc. "
        "Thống kê của Cục An toàn thông tin cho thấy số cuộc tấn công mạng là 2.323 cuộc, giảm 12% so với cùng kỳ."
    )
    targets, observations = state(text, None)
    assert [str(fact.value) for fact in targets] == ["100"]
    assert [str(fact.value) for fact in observations] == ["2323", "12"]


TIMES = [
    ("Chín tháng qua tỉnh làm nhiều việc. Trong 9 tháng năm 2024, tỉnh nhận 41.000 hồ sơ. Đến nay, 96% thôn có sóng 4G.", "2024-11",
     "now is now in a text that reports on a time"),
    ("Tốc độ tải về tăng hơn 22%, đạt 64 Mbps, xếp thứ 38 toàn cầu ngay trong tháng 3/2024. Tỷ lệ lỗi là 2% trong tháng 4/2024.",
     "2024-04", "a time at the end"),
    ("Tốc độ tải về tăng hơn 22%, đạt 64 Mbps trong tháng 3/2024.", "2024-03", "a time at the end, of both"),
    ("Năm 2024, điểm dữ liệu mở là 0,71. So với 0,6125 điểm ở kỳ công bố vào năm 2022, tỉnh tăng 4 bậc.", "2024",
     "a time of what something is set against"),
    ("Từ năm 2021, trung tâm đã tiếp nhận 125.000 hồ sơ trực tuyến.", "2024-11", "since when is not for when"),
    ("Viettel đã lắp 500 trạm. Thêm 320 trạm của năm 2023, mạng có 5.820 trạm. Sóng phủ 92% dân số.", "2024-11",
     "a time that only says which are meant does not go on"),
    ("Chiều 12/7, Bộ công bố chỉ số chuyển đổi số năm 2022. Phú Thọ xếp hạng 20/63. Trong đó chính quyền số đạt 0,65 điểm.",
     "2022", "an index is of its year"),
    ("Đến ngày 15/11, huyện có 49 xã xong việc, nhiều hơn quý trước 6 xã. Công an đã cấp 87.000 thẻ.", "2024-11-15",
     "what is set against another time is not of that time"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "why"), TIMES, ids=[row[2] for row in TIMES])
def test_the_time_of_the_last_figure(text: str, period: str, why: str) -> None:
    assert state(text)[1][-1].period == period, why


def test_the_labelled_day_is_that_of_publication_not_the_clock_of_the_page() -> None:
    text = (
        "Huyện Yên Bình số hóa hồ sơ đất đai\n\nThứ Ba, 14/05/2024\nNgày đăng: 06/02/2024 - Lượt xem: 311\n\n"
        "Sáng 5/2, Ủy ban nhân dân huyện Yên Bình khai trương kho dữ liệu đất đai dùng chung cho các xã.\n"
    )
    assert read_bytes(text.encode(), "a.txt").published == "2024-02-06"


@pytest.mark.parametrize(
    ("text", "period", "why"),
    [
        ("Tỷ lệ số hóa tháng 6/2023 đạt 51%. Sở cho biết tháng 6/2023 là tháng cao điểm. Trong tháng 7, tỷ lệ này là 58%.",
         "2023-07", "months with their year tell the year of the text"),
        ("Xếp hạng năm 2021 của xã Tân Lập. Kết quả năm 2021 được nêu tại hội nghị sơ kết 6 tháng đầu năm 2022. Trong tháng 7, xã có 4.500 lượt nộp hồ sơ trực tuyến.",
         "2022-07", "a half-year that is over is of the text's own year"),
    ],
)  # fmt: skip
def test_the_year_of_a_source_without_a_date(text: str, period: str, why: str) -> None:
    assert state(text, None)[1][-1].period == period, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Huyện hỗ trợ lên tới 100% kinh phí mua thiết bị đọc cho các xã.", "a grant"),
        ("Thông tư này thay thế thông tư 15/2016 và 27/2018 về lưu trữ.", "numbers of papers with their years"),
        ("Tỉnh đã yêu cầu Chủ tịch Ủy ban nhân dân 7 xã kiểm điểm.", "whose heads are told something"),
        ("Đại diện 12 sở đã dự hội nghị.", "whose people came"),
    ],
)
def test_passed_over(text: str, why: str) -> None:
    assert state(text) == ((), ()), why


def test_what_somebody_tells_of_now_does_not_go_on_with_the_goals_before() -> None:
    text = (
        "Huyện phấn đấu có 20 doanh nghiệp số vào năm 2030.\n"
        "Theo ông Trần Văn Hải, huyện có khoảng 120 doanh nghiệp làm phần mềm."
    )
    targets, observations = state(text)
    assert [str(fact.value) for fact in targets] == ["20"]
    assert [str(fact.value) for fact in observations] == ["120"]


def test_the_year_of_a_document_whose_day_has_none_is_that_of_the_text() -> None:
    text = "Thông tư số 12/2023/TT-BTTTT ngày 15/8 nói về thuê bao. Đến ngày 20/8, mạng còn 1,4 triệu thuê bao cũ."
    assert state(text, None)[1][-1].period == "2023-08-20"


def test_the_year_that_a_headline_looks_to_is_not_that_of_all_the_article() -> None:
    text = "Xã Tân Lập: năm 2026, hồ sơ không giấy\n\n05/06/2024 07:00\n\nTỷ lệ hồ sơ nộp qua mạng là 43%.\n"
    facts = extract(read_bytes(text.encode(), "a.txt"))
    assert not facts.targets and [str(fact.value) for fact in facts.observations] == ["43"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # initials with a stroke are what is counted
        ("Tổng số C/O do Việt Nam gửi đi là 15.536 C/O.", [("tổng số C/O do Việt Nam gửi đi", 15536, "C/O")]),
        # what came of work is no goal
        ("Nhờ đó, nâng tỷ lệ hồ sơ trực tuyến lên 85%.", [("tỷ lệ hồ sơ trực tuyến", 85, "%")]),
    ],
)
def test_what_was_counted_and_what_came_of_work(sentence: str, told: list[tuple[str, int, str]]) -> None:
    found = extract(read_bytes(f"Tin về chuyển đổi số\n28/11/2021\n{sentence}\n".encode(), "tin.txt"))
    assert [(one.indicator, one.value, one.unit) for one in found.observations] == told
    assert found.targets == ()


def test_the_outlook_in_the_name_of_a_scheme_is_no_goal() -> None:
    text = (
        "Tin về chuyển đổi số\n28/11/2021\nTỉnh triển khai Đề án số hóa kho lưu trữ giai đoạn "
        "2023-2026, tầm nhìn đến năm 2035 (Đề án 12) mà Chính phủ đã giao.\n"
    )
    assert extract(read_bytes(text.encode(), "tin.txt")).targets == ()


@pytest.mark.parametrize(
    "sentence",
    [
        # of whom a rule is told
        "Nghị định quy định hộ kinh doanh có doanh thu trên 1 tỷ đồng phải dùng hóa đơn từ máy tính tiền.",
        "Doanh nghiệp có trên 50 lao động phải kết nối bảo hiểm xã hội điện tử.",
        "Các xã có tỷ lệ dưới 50% phải giải trình.",
        # what work is about
        "Chủ tịch UBND tỉnh yêu cầu các sở rà soát lại 18 chỉ tiêu chưa đạt.",
        "Thủ tướng yêu cầu các bộ báo cáo 34 nhiệm vụ chậm tiến độ.",
    ],
)
def test_bounds_of_rules_and_objects_of_orders_measure_nothing(sentence: str) -> None:
    found = extract(read_bytes(f"Tin về chuyển đổi số\n28/11/2021\n{sentence}\n".encode(), "tin.txt"))
    assert (found.observations, found.targets) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "wanted", "measured"),
    [
        (
            "Chủ tịch UBND tỉnh Lào Cai chỉ đạo Sở Tài chính bố trí 36,5 tỷ đồng mua sắm thiết bị trong tháng 12.",
            [],
            [],
        ),
        (
            "Chủ tịch UBND tỉnh Lào Cai giao Công an tỉnh cấp tài khoản cho 97% học sinh đủ 14 tuổi trong tháng 12.",
            [("97%", "2024-12", ("Công an tỉnh Lào Cai",))],
            [],
        ),
        (
            "Chủ tịch UBND tỉnh Lào Cai giao Sở Y tế rà soát kho dữ liệu, đến nay đã có 4.120 hồ sơ được số hóa.",
            [],
            ["4.120"],
        ),
        ("UBND tỉnh Lào Cai đã bố trí 36,5 tỷ đồng mua sắm thiết bị.", [], ["36,5 tỷ đồng"]),
        ("Nhân Ngày Chuyển đổi số quốc gia 10/10, tỉnh Lào Cai khai trương cổng mới.", [], []),
    ],
)
def test_what_an_order_wants_was_not_measured(
    sentence: str, wanted: list[tuple[str, str, tuple[str, ...]]], measured: list[str]
) -> None:
    facts = extract(read_bytes(f"Tin về dữ liệu\n20/11/2024\n{sentence}\n".encode(), "tin.txt"))
    assert [(one.value_text, one.period, one.responsible) for one in facts.targets] == wanted
    assert [one.value_text for one in facts.observations] == measured


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("Từ 1/7 các tổ chức tín dụng ở Lào Cai phải xác thực bằng khuôn mặt.", set()),
        ("Tỷ lệ này tăng từ 1/3 các xã lên 2/3 các xã.", {"1/3", "2/3"}),
    ],
)
def test_a_day_before_a_group_is_no_part_of_it(sentence: str, measured: set[str]) -> None:
    facts = extract(read_bytes(f"Tin về dữ liệu\n20/11/2024\n{sentence}\n".encode(), "tin.txt"))
    assert {one.value_text for one in facts.observations} == measured


def test_the_comma_in_the_name_of_a_group_ends_no_indicator() -> None:
    text = (
        "Tin về dữ liệu\n20/11/2024\nTrong 142 nhiệm vụ giao theo Kế hoạch 552/KH-UBND, các sở, ngành đã hoàn thành 98 "
        "nhiệm vụ.\n"
    )
    indicators = [one.indicator for one in extract(read_bytes(text.encode(), "tin.txt")).observations]
    assert indicators == ["hoàn thành nhiệm vụ giao theo Kế hoạch 552/KH-UBND"]


def test_a_plan_says_how_many_goals_it_sets_before_it_tells_them() -> None:
    text = (
        "Bộ Nội vụ công bố kế hoạch cải cách hành chính 2026\n30/12/2025\nBộ Nội vụ đã ban hành Quyết định số 145/QĐ-BNV "
        "ban hành Kế hoạch cải cách hành chính năm 2026. Kế hoạch đặt ra 6 mục tiêu, 38 nhiệm vụ. Trong đó: 97% văn bản "
        "được ký số; tối thiểu 95% hồ sơ đúng hạn. Đến nay mới có 60% hồ sơ trực tuyến.\n"
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert [(one.value_text, one.set_by) for one in facts.targets] == [
        ("97%", "145/QĐ-BNV"),
        ("tối thiểu 95%", "145/QĐ-BNV"),
    ]
    assert [one.value_text for one in facts.observations] == ["60%"]
    assert [(one.id, one.type) for one in facts.documents] == [("145/QĐ-BNV", "decision")]


def test_the_number_of_an_article_s_own_list_is_no_provision_of_the_document() -> None:
    text = (
        "Bộ Nội vụ đặt 2 nhóm chỉ tiêu\n28/03/2025\nBộ Nội vụ ban hành Kế hoạch số 45/KH-BNV nêu các mục tiêu:\n"
        "1. Hồ sơ: 95% hồ sơ trực tuyến vào năm 2026.\n2. Văn bản: 97% văn bản được ký số vào năm 2026.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).targets
    assert [(one.value_text, one.set_by, one.provision) for one in found] == [
        ("95%", "45/KH-BNV", None),
        ("97%", "45/KH-BNV", None),
    ]


@pytest.mark.parametrize(
    ("text", "wanted", "measured"),
    [
        # up to a day of the year for which a goal was given: what was reached of it
        ("Năm 2023, ngành thuế huyện được Cục Thuế giao thu 620 tỷ đồng, đến ngày 30/11 thu đạt 480 tỷ đồng, bằng 77,4% "
         "dự toán, tăng 4% so với cùng kỳ.",
         ["ngành thuế huyện thu"],
         ["ngành thuế huyện thu", "ngành thuế huyện thu so với dự toán", "ngành thuế huyện thu tăng so với cùng kỳ"]),
        ("UBND tỉnh giao Sở Y tế số hóa 60.000 bệnh án trong năm 2023; đến ngày 30/11 Sở mới số hóa 41.000 bệnh án, bằng "
         "68,3% kế hoạch. Có 92% người dân đã mở sổ sức khỏe điện tử.",
         ["số hóa bệnh án"],
         ["số hóa bệnh án", "số hóa bệnh án so với kế hoạch", "người dân đã mở sổ sức khỏe điện tử"]),
        # a step on the way to what is striven for
        ("Năm 2023, tỉnh phấn đấu số hóa 60.000 bệnh án, đến ngày 30/6 đạt 70% kế hoạch.",
         ["số hóa bệnh án", "số hóa bệnh án so với kế hoạch"], []),
    ],
)  # fmt: skip
def test_what_was_reached_of_a_goal_up_to_a_day(text: str, wanted: list[str], measured: list[str]) -> None:
    targets, observations = state(text, None)
    assert [target.indicator for target in targets] == wanted
    assert [one.indicator for one in observations] == measured


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Cục đã triển khai ứng dụng nộp thuế tới 35.274 người nộp thuế.", "triển khai ứng dụng nộp thuế"),
        ("Đến nay, 5 Sở đã được thành phố xác định lại cơ cấu tổ chức bộ máy và biên chế.",
         "Sở đã được thành phố xác định lại cơ cấu tổ chức bộ máy và biên chế"),
    ],
)  # fmt: skip
def test_a_bare_body_that_does_it_is_no_part_of_the_indicator(text: str, indicator: str) -> None:
    assert [one.indicator for one in state(text)[1]] == [indicator]


def test_who_gives_a_figure_to_reach_does_not_answer_for_it() -> None:
    (target,), _ = state("Năm 2025, Sở Y tế tỉnh Lào Cai được UBND tỉnh Lào Cai giao số hóa 60.000 bệnh án.")
    assert target.responsible == ("Sở Y tế tỉnh Lào Cai",)


def test_a_headline_that_strives_for_one_thing_makes_no_goals_of_results_and_dates_nothing() -> None:
    text = (
        "Phấn đấu cấp mã số cho 100% công dân trước ngày 1-7-2021\n"
        "Đến nay đã nhập 98.713.820 nhân khẩu, với mục tiêu cấp mã số cho 100% công dân trước ngày 1-7-2021. Tính đến ngày "
        "27-4, tổng số hồ sơ thu nhận VNeID của công an 63 địa phương là 33.920.141 hồ sơ.\n"
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert {one.value_text for one in facts.targets} == {"100%"}
    assert [(one.indicator, one.period) for one in facts.observations][-1] == ("hồ sơ thu nhận VNeID", "2021-04-27")
