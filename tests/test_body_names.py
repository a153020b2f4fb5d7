"""Names of bodies: where they end, what only looks like one, whose part one is, which place is meant."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

HEAD = (
    "BỘ TƯ PHÁP\nSố: 146/KH-BTP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nội, ngày 28 tháng 3 năm 2023\n\nKẾ HOẠCH\nSố hóa sổ gốc năm 2023\n\n"
)


def named(text: str) -> set[str]:
    return {agency.name for agency in extract(read_bytes((text + "\n").encode(), "a.txt")).agencies}


NAMES: list[tuple[str, set[str]]] = [
    # words that a title prints with a capital at each syllable
    ("Mô hình Dịch Vụ Công Đến Mọi Nhà, Cơ Sở Dữ Liệu Quốc Gia Về Dân Cư, Nhiệm Vụ Trọng Tâm Năm 2025.", set()),
    ("Kế Hoạch Nghiệp Vụ Hành Chính Công Và Công Vụ Trực Tuyến.", set()),
    # fields that name a firm before a place, and nothing else
    ("Viễn thông Lâm Đồng và Điện lực Đà Lạt họp với Bưu điện tỉnh Lâm Đồng.",
     {"Viễn thông Lâm Đồng", "Bưu điện tỉnh Lâm Đồng"}),
    ("Luật Viễn thông Việt Nam giao Cục Viễn thông. Trung tâm Viễn thông mở lớp.",
     {"Cục Viễn thông", "Trung tâm Viễn thông"}),
    ("HTX Rau sạch Tân Phú, Hợp tác xã Nông nghiệp Bình Thành mở gian hàng; Luật Hợp tác xã và tổ hợp tác mới.",
     {"Hợp tác xã Rau sạch Tân Phú", "Hợp tác xã Nông nghiệp Bình Thành"}),
    # wards that bear the name of their former city as well
    ("UBND phường Cam Ly - Đà Lạt mở điểm hỗ trợ.", {"Ủy ban nhân dân phường Cam Ly - Đà Lạt"}),
    ("UBND phường Cam Ly - Ông Lê Văn Tám trực.", {"Ủy ban nhân dân phường Cam Ly"}),
    # two bodies, one of another country; a ministry of another country
    ("Bộ Công an và Đại sứ quán Nhật Bản ký kết hợp tác.", {"Bộ Công an", "Đại sứ quán Nhật Bản"}),
    ("Bộ Giáo dục và Thể thao Lào gửi thư.", {"Bộ Giáo dục và Thể thao Lào"}),
    ("Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao trực.",
     {"Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao"}),
    # an abbreviation behind a head, and in a name that goes on; what a board manages besides
    ("Trường ĐH CNTT và Truyền thông Việt - Hàn, Ban Quản lý Khu công nghệ cao và các KCN Đà Nẵng dự.",
     {"Trường Đại học Công nghệ thông tin và Truyền thông Việt - Hàn",
      "Ban Quản lý Khu công nghệ cao và các KCN Đà Nẵng"}),
    # a part of the country is no ministry; a border post
    ("Trường Cao đẳng Nam Bộ và Đồn Biên phòng Vĩnh Hải mở lớp.",
     {"Trường Cao đẳng Nam Bộ", "Đồn Biên phòng Vĩnh Hải"}),
    # a standing board beside another body; a board by its number with whose it is; a Party branch of an office
    ("Thành ủy Hải Phòng họp. Đến nay, Ban Thường vụ Thành ủy, Ban Chỉ đạo 57 của Thành ủy Hải Phòng họp.",
     {"Thành ủy Hải Phòng", "Ban Thường vụ Thành ủy Hải Phòng", "Ban Chỉ đạo 57 Thành ủy Hải Phòng"}),
    ("Đảng viên thuộc Đảng bộ cơ quan Văn phòng Quốc hội học nghị quyết.", {"Đảng bộ cơ quan Văn phòng Quốc hội"}),
    # schools called after a person, one of two countries in a place; whose head it is, bears a name of his own
    ("Trường Đại học Tôn Đức Thắng, Trường THPT Lê Quý Đôn và Trường Cao đẳng Việt Nam - Hàn Quốc - Quảng Ngãi mở lớp.",
     {"Trường Đại học Tôn Đức Thắng", "Trường Trung học phổ thông Lê Quý Đôn",
      "Trường Cao đẳng Việt Nam - Hàn Quốc - Quảng Ngãi"}),
    # committees by their short names, also with the short name in brackets; that of the assembly
    ("Ủy ban Kiểm tra (UBKT) Tỉnh ủy Hà Tĩnh họp. UBKT của Quốc hội thẩm tra. BCH Quân sự xã Tân Phú trực.",
     {"Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh", "Ủy ban Kinh tế", "Quốc hội",
      "Ban Chỉ huy Quân sự xã Tân Phú"}),
    # a level before the youth union of the province
    ("UBND tỉnh Lào Cai đề nghị Ủy ban MTTQ Việt Nam tỉnh, Tỉnh đoàn Lào Cai tham gia.",
     {"Ủy ban nhân dân tỉnh Lào Cai", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai", "Tỉnh đoàn Lào Cai"}),
    # verbs that end a name
    ("Phòng Văn hóa - Xã hội soạn tài liệu, Phòng Kinh tế in 500 tờ rơi.",
     {"Phòng Văn hóa - Xã hội", "Phòng Kinh tế"}),
    ("Phòng Tư pháp biên soạn sổ tay; Phòng Nội vụ ghi hình bài giảng.", {"Phòng Tư pháp", "Phòng Nội vụ"}),
    # a word that is an adverb elsewhere
    ("Cục Giáo dục nghề nghiệp và Giáo dục thường xuyên chủ trì.",
     {"Cục Giáo dục nghề nghiệp và Giáo dục thường xuyên"}),
    ("Trung tâm Giáo dục thường xuyên tỉnh Hà Nam mở lớp.", {"Trung tâm Giáo dục thường xuyên tỉnh Hà Nam"}),
    # a class of hospitals is none; one of a university is one
    ("Bệnh viện hạng I trở lên phải có bệnh án điện tử.", set()),
    ("Bệnh viện Đại học Y Hà Nội và Bệnh viện Bạch Mai thí điểm.",
     {"Bệnh viện Đại học Y Hà Nội", "Bệnh viện Bạch Mai"}),
    ("Đoàn xã lập danh sách người học.", {"Đoàn xã"}),
    # a place that another has taken in is not meant
    ("UBND tỉnh Lâm Đồng họp. Sau hợp nhất với Bình Thuận và Đắk Nông, tỉnh có 124 xã. Công an tỉnh lo dữ liệu.",
     {"Ủy ban nhân dân tỉnh Lâm Đồng", "Công an tỉnh Lâm Đồng"}),
    ("Sau hợp nhất với Bình Phước, tỉnh Đồng Nai có 95 xã. Công an tỉnh lo dữ liệu.",
     {"Tỉnh Đồng Nai", "Công an tỉnh Đồng Nai"}),
    # a name with commas, or a small word behind a dash, that a heading or cell prints alone
    (f"{HEAD}1. Cục Hộ tịch, quốc tịch, chứng thực\nBáo cáo kết quả.\n2. Vụ Pháp luật dân sự - kinh tế\nGóp ý.\n"
     "3. Cục Hộ tịch, quốc tịch, chứng thực và Vụ Pháp luật dân sự - kinh tế cùng kiểm tra.",
     {"Bộ Tư pháp", "Cục Hộ tịch, quốc tịch, chứng thực", "Vụ Pháp luật dân sự - kinh tế"}),
    # one name over a second body's head, and over commas
    ("Hiệp hội Ngân hàng Việt Nam gửi ý kiến.", {"Hiệp hội Ngân hàng Việt Nam"}),
    ("Học viện Ngân hàng và Trường Đại học Ngân hàng TP. Hồ Chí Minh cùng mở lớp.",
     {"Học viện Ngân hàng", "Trường Đại học Ngân hàng thành phố Hồ Chí Minh"}),
    ("Trường Cán bộ Thanh tra mở lớp cho Thanh tra tỉnh Cà Mau.", {"Trường Cán bộ Thanh tra", "Thanh tra tỉnh Cà Mau"}),
    ("Cục Quản lý, giám sát bảo hiểm trả lời; Vụ Học sinh, sinh viên góp ý.",
     {"Cục Quản lý, giám sát bảo hiểm", "Vụ Học sinh, sinh viên"}),
    ("Cục Quản lý, giáo viên và học sinh cùng dự.", {"Cục Quản lý"}),
    ("Hội đồng Khoa học ngành Thủy sản tỉnh Bạc Liêu họp.", {"Hội đồng Khoa học ngành Thủy sản tỉnh Bạc Liêu"}),
    ("Hội đồng Khoa học ngành nào cũng có.", {"Hội đồng Khoa học"}),
    ("Hội đồng Thi đua, Khen thưởng tỉnh Hưng Yên xét hồ sơ.", {"Hội đồng Thi đua, Khen thưởng tỉnh Hưng Yên"}),
    ("Ban Quản lý Khu công nghệ cao và các khu công nghiệp Đà Nẵng báo cáo.",
     {"Ban Quản lý Khu công nghệ cao và các khu công nghiệp Đà Nẵng"}),
    ("Ban Quản lý Khu công nghệ cao và các sở cùng báo cáo.", {"Ban Quản lý Khu công nghệ cao"}),
    ("Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi tỉnh Sơn La nộp hồ sơ.",
     {"Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi tỉnh Sơn La"}),
    # a short form in brackets within a board's name; the number of its resolution
    ("Ban Chỉ đạo phòng thủ dân sự (PTDS), ứng phó thiên tai và cứu nạn tỉnh Cà Mau họp.",
     {"Ban Chỉ đạo phòng thủ dân sự, ứng phó thiên tai và cứu nạn tỉnh Cà Mau"}),
    ("Tổ giúp việc Ban Chỉ đạo 57 tỉnh Nghệ An họp.", {"Tổ giúp việc Ban Chỉ đạo 57 tỉnh Nghệ An"}),
    ("Ban Chỉ đạo giao 57 tỉnh báo cáo; Ban Chỉ đạo 57 xã chưa có.", {"Ban Chỉ đạo"}),
    ("UBND tỉnh Lào Cai họp. Ban Chỉ đạo 57 của tỉnh báo cáo.",
     {"Ủy ban nhân dân tỉnh Lào Cai", "Ban Chỉ đạo 57 tỉnh Lào Cai"}),
    # another country's province is no word for the one spoken of; that country lends no body its name
    ("UBND tỉnh Lào Cai tiếp đoàn. Sở Thương mại tỉnh Vân Nam và Công an tỉnh cùng ký.",
     {"Ủy ban nhân dân tỉnh Lào Cai", "Sở Thương mại tỉnh Vân Nam", "Công an tỉnh Lào Cai"}),
    ("Đoàn Trung ương gặp Tổng cục Hải quan. Tổng cục Hải quan Trung Quốc cử đại diện.",
     {"Tổng cục Hải quan", "Tổng cục Hải quan Trung Quốc"}),
    ("Ủy ban của Tổng thống Hàn Quốc về nền tảng Chính phủ số chia sẻ mô hình.",
     {"Ủy ban của Tổng thống Hàn Quốc về nền tảng Chính phủ số"}),
    ("Chính phủ nhân dân tỉnh Vân Nam cử đoàn.", set()),
    # one firm in two spellings
    ("Công ty TNHH MTV Cấp nước Sao Mai và Công ty TNHH Một thành viên Cấp nước Sao Mai là một.",
     {"Công ty TNHH Một thành viên Cấp nước Sao Mai"}),
    # what the heads of commissions are called is no commission; levels in a row are of any places
    ("Bà Lê Thị Ba, Phó Trưởng ban Chuyên trách Ban Pháp chế HĐND tỉnh Cà Mau, và Ban Pháp chế cùng ký.",
     {"Ban Pháp chế Hội đồng nhân dân tỉnh Cà Mau"}),
    ("Phòng Văn hóa - Xã hội xã, phường theo dõi; Phòng Văn hóa - Xã hội xã Mường Hoa nộp báo cáo.",
     {"Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội xã Mường Hoa"}),
    # called after a place, or a country
    ("Trường THPT Sa Pa và Trường Đại học Cần Thơ thi đấu.",
     {"Trường Trung học phổ thông Sa Pa", "Trường Đại học Cần Thơ"}),
    ("Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam và Phái đoàn Liên minh châu Âu tại Việt Nam dự.",
     {"Hiệp hội Doanh nghiệp Hàn Quốc", "Phái đoàn Liên minh châu Âu"}),
    ("Đại sứ quán Việt Nam tại Hàn Quốc hỗ trợ công dân.", {"Đại sứ quán Việt Nam tại Hàn Quốc"}),
    ("Hai bên lập Nhóm công tác chung về trí tuệ nhân tạo.", {"Nhóm công tác chung về trí tuệ nhân tạo"}),
    ("Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh Sơn La nộp hồ sơ.",
     {"Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh Sơn La"}),
    # branches and helpers go with the body that they are of
    ("Ngân hàng Nhà nước Chi nhánh Khu vực 4 và Ngân hàng Nhà nước khu vực 6 họp.",
     {"Ngân hàng Nhà nước Chi nhánh Khu vực 4", "Ngân hàng Nhà nước khu vực 6"}),
    ("Ngân hàng Nhà nước - Chi nhánh Khu vực IX giám sát.", {"Ngân hàng Nhà nước Chi nhánh Khu vực IX"}),
    ("Chi nhánh số 2 Trung tâm Phục vụ hành chính công tỉnh Cà Mau tiếp dân.",
     {"Chi nhánh số 2 Trung tâm Phục vụ hành chính công tỉnh Cà Mau"}),
    ("Tổ giúp việc Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng soạn báo cáo.",
     {"Tổ giúp việc Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng"}),
    ("Đảng ủy cơ quan Văn phòng Quốc hội ra nghị quyết.", {"Đảng ủy cơ quan Văn phòng Quốc hội"}),
    # forces and offices that each place has; in small letters they are people and work
    ("Bộ đội Biên phòng tỉnh Lạng Sơn, Thi hành án dân sự tỉnh Tây Ninh và Trạm Y tế xã Mường Lát cùng ký.",
     {"Bộ đội Biên phòng tỉnh Lạng Sơn", "Thi hành án dân sự tỉnh Tây Ninh", "Trạm Y tế xã Mường Lát"}),
    ("Công tác thi hành án dân sự có tiến bộ, bộ đội biên phòng giúp dân.", set()),
    ("Cục Thi hành án dân sự tỉnh Long An nộp báo cáo.", {"Cục Thi hành án dân sự tỉnh Long An"}),
    ("Bộ Tư lệnh Bộ đội Biên phòng có Công văn trả lời.", {"Bộ Tư lệnh Bộ đội Biên phòng"}),
    # a country ends a name, and an embassy is called after it
    ("Bộ Phát triển số và Thông tin Singapore gặp gỡ đoàn.", {"Bộ Phát triển số và Thông tin Singapore"}),
    ("Đại sứ quán Hoa Kỳ tại Việt Nam trao tặng thiết bị.", {"Đại sứ quán Hoa Kỳ"}),
    ("Cơ quan phát triển thông tin truyền thông Singapore (IMDA) chia sẻ mô hình.",
     {"Cơ quan phát triển thông tin truyền thông Singapore"}),
    ("Cơ quan quản lý nhà nước về Dược cấp phép.", set()),
    ("Tổ chức kiểm tra việc thi hành Luật Dữ liệu.", set()),
    # in a ministry's own text its inspectorate and office are its own, whatever ministry was named last
    (f"{HEAD}1. Phối hợp với Bộ Công an đối soát; giao Văn phòng Bộ, Thanh tra Bộ kiểm tra.",
     {"Bộ Tư pháp", "Bộ Công an", "Văn phòng Bộ Tư pháp", "Thanh tra Bộ Tư pháp"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: set[str]) -> None:
    assert named(text if text.startswith(HEAD) else f"Tin về chuyển đổi số\n{text}") == wanted


def test_a_line_of_several_bodies_is_no_name() -> None:
    text = f"{HEAD}1. Vụ Pháp chế, các đơn vị liên quan, văn phòng bộ\nBáo cáo kết quả."
    assert "Vụ Pháp chế" in named(text)


def test_a_viewpoint_of_a_plan_says_what_it_carries_out() -> None:
    text = (
        HEAD + "I. QUAN ĐIỂM\n- Người dân là trung tâm.\n- Quán triệt Nghị quyết số 52-NQ/TW, ngày 27/9/2019 của "
        "Bộ Chính trị."
    )
    facts = extract(read_bytes(text.encode(), "a.txt"))
    assert ("146/KH-BTP", "implements", "52-NQ/TW") in {(r.subject, r.relation, r.object) for r in facts.relations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND TT Phố Lu đã mở quầy tiếp dân.", {"Ủy ban nhân dân thị trấn Phố Lu"}),
        ("UBND TT. Sông Đốc đã mở quầy tiếp dân.", {"Ủy ban nhân dân thị trấn Sông Đốc"}),
        ("Công an TT Phố Lu đã cấp thẻ tại trường.", {"Công an thị trấn Phố Lu"}),
        ("HĐND TX Sơn Tây đã họp về ngân sách.", {"Hội đồng nhân dân thị xã Sơn Tây"}),
        ("UBND TX. Hoàng Mai đã mở quầy tiếp dân.", {"Ủy ban nhân dân thị xã Hoàng Mai"}),
        # "TT" is much else: a province's short name, a circular, a centre, "thông tin"
        ("UBND TT Huế đã mở quầy tiếp dân.", {"Ủy ban nhân dân tỉnh Thừa Thiên Huế"}),
        ("Đội làm theo TT Phố Lu in sẵn.", set()),
        ("Đoàn xem TT Nghiên cứu trưng bày.", set()),
    ],
)
def test_towns_by_their_short_word(text: str, names: set[str]) -> None:
    assert {agency.name for agency in extract(read_bytes(text.encode(), "thu.txt")).agencies} == names
