# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Named programmes: where a name begins and ends, and when the words name none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders.documents import programmes
from loaders.extract import extract
from loaders.read import read_bytes
from tests.effort import growth
from tests.texts import CHANGES, reading


def names(text: str) -> list[str]:
    return [programme.name for programme in programmes.facts(reading(text))]


NAMES = [
    # closed by its years
    ("Các bộ thực hiện Chiến lược dữ liệu quốc gia đến năm 2030, hoàn thành trước hạn.", ["Chiến lược dữ liệu quốc gia đến năm 2030"]),
    ("Triển khai Đề án xây dựng đô thị thông minh giai đoạn 2021-2025, định hướng đến năm 2030 các tỉnh chủ động.",
     ["Đề án xây dựng đô thị thông minh giai đoạn 2021-2025, định hướng đến năm 2030"]),
    # a small letter is enough where years close the name
    ("Xã nhận máy đọc sách theo chương trình thư viện số công cộng giai đoạn đến 2028 từ mùa hè.",
     ["Chương trình thư viện số công cộng giai đoạn đến 2028"]),
    # a verb with a capital is its first word
    ("Kết quả được xác định theo Đề án Xác định Chỉ số cải cách hành chính giai đoạn 2022-2030.",
     ["Đề án Xác định Chỉ số cải cách hành chính giai đoạn 2022-2030"]),
    # called by its number
    ("Cả nước đẩy mạnh Đề án 06 trong năm nay.", ["Đề án 06"]),
    ("Bộ trình Chương trình phát triển công nghiệp số quốc gia thay thế Quyết định số 392/QĐ-TTg trong tháng 9.",
     ["Chương trình phát triển công nghiệp số quốc gia"]),
    ("Sở Y tế triển khai Đề án số hóa bệnh án toàn tỉnh theo QĐ 2117/QĐ-UBND từ tháng 5.", ["Đề án số hóa bệnh án toàn tỉnh"]),
    ("Hai huyện thoát nghèo nhờ Chương trình 30a.", ["Chương trình 30a"]),
    ("Hôm qua Chương trình 30a hỗ trợ hai xã vùng cao.", ["Chương trình 30a"]),
    # in quotation marks
    ("Tỉnh phê duyệt Đề án “Nâng cao kỹ năng số cho cán bộ cấp xã” từ đầu năm.", ["Đề án Nâng cao kỹ năng số cho cán bộ cấp xã"]),
    # a campaign by what it does
    ("Bộ Công an phát động Chiến dịch làm sạch dữ liệu phương tiện từ 1/9.", ["Chiến dịch làm sạch dữ liệu phương tiện"]),
    # abbreviations in full, the article's own first
    ("Bộ triển khai chuyển đổi số (CĐS) từ sớm. Thủ tướng ban hành Chương trình CĐS quốc gia.", ["Chương trình chuyển đổi số quốc gia"]),
    # an agency with commas does not end it
    ("Bộ công bố Chiến lược chuyển đổi số của Bộ Văn hóa, Thể thao và Du lịch giai đoạn 2025-2030.",
     ["Chiến lược chuyển đổi số của Bộ Văn hóa, Thể thao và Du lịch giai đoạn 2025-2030"]),
    # two joined by "và"
    ("Giao Bộ xây dựng Chiến lược phát triển hạ tầng số và Đề án phát triển nhân lực an toàn thông tin.",
     ["Chiến lược phát triển hạ tầng số", "Đề án phát triển nhân lực an toàn thông tin"]),
    # a movement behind "và"
    ("Chiến lược phát triển hạ tầng số và chiến dịch Ngày thứ bảy số được nhắc tới.", ["Chiến lược phát triển hạ tầng số"]),
    # the alias and the full name are one
    ("Tập đoàn công bố Chiến lược phát triển giai đoạn 2018-2025 (gọi tắt là Chiến lược Sao Mai). Theo Chiến lược Sao Mai, doanh thu tăng.",
     ["Chiến lược phát triển giai đoạn 2018-2025"]),
    # small letters: of the State, with a verb that makes it, puts it before somebody, or tells of it
    ("Bà Thu đoán Quốc hội sẽ tuyên bố chiến lược về nguồn nước quốc gia trong năm tới.", ["Chiến lược về nguồn nước quốc gia"]),
    ("Tỉnh mượn kho bạc một khoản cho dự án cơ sở dữ liệu quốc gia về đất đai; tháng sau mới trả.",
     ["Dự án cơ sở dữ liệu quốc gia về đất đai"]),
    ("Bộ Tư pháp trình Thủ tướng đề án thiết lập Cổng pháp luật quốc gia trong quý IV.",
     ["Đề án thiết lập Cổng pháp luật quốc gia"]),
    ("Nêu mục tiêu của đề án bản đồ số quốc gia. Bà Thu bảo còn thiếu người vẽ.", ["Đề án bản đồ số quốc gia"]),
    ("Phụ lục nêu chương trình mục tiêu về nước sạch nông thôn có tổng vốn chừng 640 tỷ đồng.",
     ["Chương trình mục tiêu về nước sạch nông thôn"]),
    ("Ngành công an triển khai dự án sản xuất, cấp và quản lý căn cước công dân.", ["Dự án sản xuất, cấp và quản lý căn cước công dân"]),
    ("Bộ đang hoàn thiện dự thảo đề án nâng cao năng lực giám sát an toàn thông tin.", ["Đề án nâng cao năng lực giám sát an toàn thông tin"]),
    ("Đại sứ kể những việc đang làm chung như dự án thiết lập mô hình Trường học số.", ["Dự án thiết lập mô hình Trường học số"]),
    # an issued plan with its year
    ("Bộ Y tế phê duyệt kế hoạch chuyển đổi số y tế năm 2025.", ["Kế hoạch chuyển đổi số y tế năm 2025"]),
    # a project with a capital
    ("Mô hình Dự án bến thuyền du lịch được trưng bày ở thư viện.", ["Dự án bến thuyền du lịch"]),
    # the years after a comma are the time of what is said next
    ("Theo Chiến lược phát triển Chính phủ số, đến năm 2025 có 80% hồ sơ trực tuyến.", ["Chiến lược phát triển Chính phủ số"]),
    # one project, with the word for what is done and without it
    ("Sở Xây dựng làm chủ đầu tư Dự án xây dựng Kho bản đồ số toàn tỉnh. Vốn của dự án Kho bản đồ số toàn tỉnh đã có.",
     ["Dự án xây dựng Kho bản đồ số toàn tỉnh"]),
    # one scheme, by the number that every text calls it by and by its name
    ("Tỉnh họp về Đề án 06. Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử được khen.",
     ["Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử"]),
    # by a title in another language: quoted, in capitals, beside "sáng kiến", with what it is called in Vietnamese
    ("Chính phủ Thái Lan khởi động chương trình “Thailand 4.0” năm 2016.", ["Thailand 4.0"]),
    ("Ông kể về chương trình thúc đẩy kinh tế số “Thailand 4.0” của Thái Lan.", ["Thailand 4.0"]),
    ("Ấn Độ công bố chiến lược Digital India nhằm đưa dịch vụ tới nông thôn.", ["Digital India"]),
    ("Indonesia có chương trình 100 Smart Cities cho các đảo xa.", ["100 Smart Cities"]),
    ("Bộ đã khởi động chương trình Smart Village Vision (tạm dịch là “Làng thông minh”) 2020, gồm ba bước.",
     ["Smart Village Vision 2020"]),
    ("Singapore có “Smart Nation”, sáng kiến giúp người già dùng dịch vụ số.", ["Smart Nation"]),
    # movements and campaigns by their title
    ("Tỉnh phát động Phong trào “Toàn dân học kỹ năng số” tại các xã.", ["Phong trào Toàn dân học kỹ năng số"]),
    ("Hưởng ứng phong trào thi đua “Cả nước chung tay vì người nghèo”, xã góp 30 triệu đồng.",
     ["Phong trào thi đua Cả nước chung tay vì người nghèo"]),
    ("Chiến dịch “90 ngày làm giàu dữ liệu đất đai” bắt đầu từ tháng 9.", ["Chiến dịch 90 ngày làm giàu dữ liệu đất đai"]),
]  # fmt: skip
NAMES += [
    # what follows the name: more of them, who speaks next; a plan that goes by its edition
    ("Việc nằm trong Chương trình thư viện số quốc gia và ba chiến lược khác.", ["Chương trình thư viện số quốc gia"]),
    ("Trong Chương trình Phát triển Chính phủ số, Chính phủ giao ba việc.", ["Chương trình Phát triển Chính phủ số"]),
    ("Nhà máy bám Quy hoạch điện VIII, khai thác tốt điện gió.", ["Quy hoạch điện VIII"]),
    ("Phường sơ kết Đề án 06 năm 2024.", ["Đề án 06"]),
    ("Theo Đề án 06/CP, xã có 25 dịch vụ; Đề án 06/CP còn chậm.", ["Đề án 06"]),
    ("Kế hoạch chuyển đổi số năm 2024 của Bộ Y tế và Kế hoạch 149 của UBND TP Hà Nội được đối chiếu.",
     ["Kế hoạch chuyển đổi số năm 2024 của Bộ Y tế"]),
    # a scheme's number in the name of the group that carries it out
    ("Tổ công tác triển khai Đề án 06 của xã đi từng ngõ.", ["Đề án 06"]),
]  # fmt: skip

HALVES = [  # words of two syllables of which the second alone would end the name
    "Kế hoạch vận động chi trả trợ giúp xã hội",
    "Kế hoạch mua sắm thiết bị dạy học số",
    "Chương trình trang bị kỹ năng số cho thanh niên",
    "Kế hoạch chuẩn bị bầu cử đại biểu Quốc hội",
    "Đề án bảo vệ các giá trị sống còn của di sản",
]


@pytest.mark.parametrize("name", HALVES)
def test_words_of_two_syllables_in_names(name: str) -> None:
    assert names(f"UBND tỉnh vừa phê duyệt {name}, giao Sở Nội vụ làm.") == [name]
    assert names(f"UBND tỉnh vừa phê duyệt {name} được chờ đợi.") == [name]


NONE = [
    "Chương trình nghệ thuật chào mừng và chương trình khuyến mãi đông khách.",
    "Chúng ta cần một chiến lược quốc gia rõ ràng.",
    "Tiền dự trù cho đề án khoảng 640 tỷ đồng, chia làm ba đợt.",
    "Hai kỹ sư, Dự án trả lương theo giờ, nay chuyển sang phòng khác.",
    "Bộ sẽ tổ chức chương trình đào tạo cho cán bộ các tỉnh.",
    "Doanh nghiệp rót vốn cho dự án trung tâm dữ liệu tại khu công nghệ cao.",
    "Đơn vị nào chưa có kế hoạch thì phải lập; chương trình này kéo dài ba tháng.",
    "Các bộ, tỉnh đang xây dựng Đề án chuyển đổi số của mình.",
    "Vẫn còn sáu bộ chưa ban hành kế hoạch thực hiện chuyển đổi số năm 2024.",
    "Bộ Kế hoạch và Đầu tư họp với Vụ Kế hoạch - Tài chính về các dự án đầu tư.",
    "Đây là mục tiêu chiến lược của ngành trong các chương trình, kế hoạch, đề án.",
    "Báo nêu sai phạm trong dự án Công ty Sao Mai mua cổ phần của Công ty Hải Âu.",
    "Chương trình truyền hình “Chào buổi sáng” phát lúc 6 giờ; phong trào đọc sách lan rộng.",
    "Các phong trào “Ba sẵn sàng”, “Ba đảm đang” được nhắc lại.",
    "Máy cài chương trình Windows và vài trò chơi.",
    "Tập đoàn nói về Chiến lược VNPT 4.0 của mình.",
    "Kế hoạch số 47/KH-UBND của tỉnh giao việc cho các sở.",
    "Đến nay 22/22 bộ đã ban hành Kế hoạch hành động thực hiện.",
    "Ủy ban nhân dân tỉnh cụ thể hóa Chương trình hành động bằng kế hoạch với lộ trình, phân công rõ trách nhiệm.",
    "Huyện ưu tiên vốn cho chương trình, kế hoạch, dự án ứng dụng phần mềm phù hợp với vùng cao.",
    "Chương trình cũng nhấn mạnh vai trò của thôn bản và hợp tác xã.",
    "Xã hoàn thiện Kế hoạch trình Ủy ban nhân dân tỉnh phê duyệt trong tháng.",
    "Chỉ tiêu nằm trong các Chương trình, Chiến lược của Quốc gia về thư viện số.",
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("text", NONE)
def test_words_that_name_none(text: str) -> None:
    assert names(text) == []


ACCENTED = [  # what only the accents tell
    ("Xã mở chiến dịch làm sạch đường làng, rồi Chiến dịch giúp các hộ có việc.", []),
    # what is said of it, or of those who carry it out
    (
        "Các xã dựa vào Chương trình phổ cập chữ ký số cá nhân chưa giải ngân hết.",
        ["Chương trình phổ cập chữ ký số cá nhân"],
    ),
    ("Các xã thực hiện Kế hoạch nghiêm túc, hiệu quả; huyện làm Kế hoạch kịp thời, sát dân.", []),
    ("Dự án thực hiện theo Quyết định số 12/QĐ-UBND có 3 phần.", []),
    ("Mỗi đảng viên viết Chương trình hành động của cá nhân.", []),
    # "nhưng" is not "những", and a capital after "mục tiêu" begins a name
    ("Nhưng Chiến lược phát triển thư viện số đặt mục tiêu cao hơn.", ["Chiến lược phát triển thư viện số"]),
    (
        "Kết quả đúng như mục tiêu Chương trình bảo tồn di sản số quốc gia đã đề ra.",
        ["Chương trình bảo tồn di sản số quốc gia"],
    ),
    # a clause with its own subject goes on behind the comma
    (
        "So với mức của Chương trình bảo tồn di sản số quốc gia, chặng đường còn dài.",
        ["Chương trình bảo tồn di sản số quốc gia"],
    ),
    # one who leads it makes a scheme of words in small letters
    ("Riêng đề án xây dựng kho ảnh vệ tinh do Sở Xây dựng chủ trì thì chậm.", ["Đề án xây dựng kho ảnh vệ tinh"]),
]


@pytest.mark.parametrize(("text", "wanted"), ACCENTED)
def test_names_that_accents_tell(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names_in_every_printing(text: str, wanted: list[str], change: Callable[[str], str]) -> None:
    assert {key(name) for name in names(change(text))} == {key(name) for name in wanted}


def test_a_longer_name_with_the_same_years_is_the_same_programme() -> None:
    text = (
        "Sở được giao soạn Chiến lược phát triển thư viện điện tử giai đoạn 2022-2026, định hướng đến năm 2031. "
        "Tại hội nghị, Chủ tịch tỉnh nhắc lại Chiến lược phát triển thư viện điện tử hướng tới thư viện số "
        "giai đoạn 2022-2026, định hướng đến năm 2031."
    )
    assert len(names(text)) == 1


def test_a_bare_kind_refers_back() -> None:
    text = "Thủ tướng phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030. Theo Chiến lược, dữ liệu là tài nguyên."
    mentions = reading(text).programmes
    assert [mention.anaphor for mention in mentions] == [False, True]
    assert len({mention.name for mention in mentions}) == 1


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Chương trình mục tiêu quốc gia xây dựng nông thôn mới có nội dung về chuyển đổi số.",
            "Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        ),
        (
            "Chiến lược quốc gia phát triển kinh tế số và xã hội số xác định 4 nhóm giải pháp.",
            "Chiến lược quốc gia phát triển kinh tế số và xã hội số",
        ),
        ("Đề án chuyển đổi số ngành y tế có hơn 20 nhiệm vụ.", "Đề án chuyển đổi số ngành y tế"),
        ("Kế hoạch phát triển dữ liệu mở đề ra 12 mục tiêu.", "Kế hoạch phát triển dữ liệu mở"),
        (
            "Bộ đang thực hiện dự án Xây dựng hệ thống thông tin đất đai quốc gia bằng vốn vay Ngân hàng Thế giới.",
            "Dự án Xây dựng hệ thống thông tin đất đai quốc gia",
        ),
        (
            "Đề án “Hỗ trợ hệ sinh thái khởi nghiệp sáng tạo vùng” (Đề án 844) đã chạy; năm nay Đề án 844 có thêm vốn.",
            "Đề án Hỗ trợ hệ sinh thái khởi nghiệp sáng tạo vùng",
        ),
    ],
)
def test_a_name_ends_before_what_it_holds(sentence: str, name: str) -> None:
    text = f"Tin về tỉnh\n28/11/2025\n{sentence}\n"
    assert [one.name for one in extract(read_bytes(text.encode(), "tin.txt")).programmes] == [name]


def _schemes(count: int) -> str:
    return "".join(f"UBND tỉnh duyệt Đề án nâng cao chất lượng dữ liệu đất đai xã số {n} mới. " for n in range(count))


def test_many_schemes_whose_names_begin_alike_take_no_more_time_each() -> None:
    def finds(count: int) -> Callable[[], object]:
        made = reading(_schemes(count))
        return lambda: programmes.find(made)

    assert growth(finds, 150, 1200, below=16) < 16


def test_a_short_name_is_that_of_the_one_it_begins_however_many_stand_between() -> None:
    text = "Tỉnh có Đề án mở rộng kho dữ liệu hộ tịch giai đoạn 2021-2025. "
    others = "".join(
        f"Tỉnh có Đề án mở rộng kho dữ liệu {a} {b}. " for a in ("hồ", "rừng", "biển", "núi", "sông", "đồi", "đảo", "đê")
        for b in ("xanh", "sạch", "sâu", "rộng", "cao", "thấp", "dài")
    )  # fmt: skip
    found = names(f"{text}{others}Đề án mở rộng kho dữ liệu hộ tịch đã xong.")
    assert len(found) == 1 + 8 * 7


@pytest.mark.parametrize(
    ("until", "name"),
    [
        ("đến ngày 31/3/2026", "Đề án Đô thị xanh ven sông"),
        ("đến hết tháng 12/2026", "Đề án Đô thị xanh ven sông"),
        ("đến năm 2030", "Đề án Đô thị xanh ven sông đến năm 2030"),
    ],
)
def test_a_day_until_which_work_goes_on_is_no_part_of_a_name(until: str, name: str) -> None:
    assert names(f"Sở Xây dựng hoàn thành Đề án Đô thị xanh ven sông {until}.") == [name]
