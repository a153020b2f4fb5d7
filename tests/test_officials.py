"""Persons with their posts: the orders of role, agency, rank and name, what the context adds, and later mentions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from kg.folding import fold
from loaders.extract import extract
from loaders.officials import officials
from loaders.read import read_bytes
from tests.effort import seconds
from tests.names import posts, reading_of

POSTS = [
    ("Ông Patrick Haverman, Phó Trưởng đại diện thường trú UNDP, dự.",
     [("Patrick Haverman", "Phó Trưởng đại diện thường trú", "Chương trình Phát triển Liên hợp quốc")]),
    # who is given a post, by whom or not, also several at once, and the next in the row with a post of his own
    ("Hội đồng nhân dân tỉnh Hà Nam họp. Ông Lê Văn Tám và bà Trần Thị Bình được bầu giữ chức Phó Chủ tịch HĐND tỉnh.",
     [("Lê Văn Tám", "Phó Chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam"),
      ("Trần Thị Bình", "Phó Chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam")]),
    ("Theo ông Đỗ Văn Sáu, bà Trần Thị Bình được bổ nhiệm làm Phó Giám đốc Sở Nội vụ.",
     [("Trần Thị Bình", "Phó Giám đốc", "Sở Nội vụ")]),
    ("Ông Lê Văn Tám được Bộ Chính trị chỉ định giữ chức Bí thư Tỉnh ủy Cà Mau.",
     [("Lê Văn Tám", "Bí thư", "Tỉnh ủy Cà Mau")]),
    ("Quốc hội phê chuẩn bổ nhiệm ông Lê Văn Tám giữ chức Bộ trưởng Bộ Xây dựng, ông Đỗ Văn Sáu làm Bộ trưởng Bộ Y "
     "tế.",
     [("Lê Văn Tám", "Bộ trưởng", "Bộ Xây dựng"), ("Đỗ Văn Sáu", "Bộ trưởng", "Bộ Y tế")]),
    ("Quyết định kiện toàn Ban Chỉ đạo chuyển đổi số thành phố Huế (gọi tắt là Ban Chỉ đạo). Căn cứ Kế hoạch của Ban "
     "Chỉ đạo Trung ương về chuyển đổi số.\nKiện toàn Ban Chỉ đạo chuyển đổi số thành phố Huế (gọi tắt là Ban Chỉ "
     "đạo):\nTrưởng Ban: Ông Lê Văn Tám.",
     [("Lê Văn Tám", "Trưởng ban", "Ban Chỉ đạo chuyển đổi số thành phố Huế")]),
    # deputies of the body whose head the sentence names, with a form of address for all
    ("UBND tỉnh Cà Mau họp. Ông Lê Văn Tám làm Giám đốc Sở Y tế; các Phó Giám đốc gồm các ông: Đỗ Văn Sáu, Hồ Văn "
     "Chín.",
     [("Lê Văn Tám", "Giám đốc", "Sở Y tế"), ("Đỗ Văn Sáu", "Phó Giám đốc", "Sở Y tế"),
      ("Hồ Văn Chín", "Phó Giám đốc", "Sở Y tế")]),
    # several who are given one post; posts held before it; two posts of one sort in two bodies
    ("Các đồng chí Lê Văn Tám, Đỗ Văn Sáu và Trần Thị Bình giữ chức Phó Bí thư Tỉnh ủy Cà Mau.",
     [("Lê Văn Tám", "Phó Bí thư", "Tỉnh ủy Cà Mau"), ("Đỗ Văn Sáu", "Phó Bí thư", "Tỉnh ủy Cà Mau"),
      ("Trần Thị Bình", "Phó Bí thư", "Tỉnh ủy Cà Mau")]),
    ("Đại tá Lê Văn Tám, Giám đốc Công an tỉnh Trà Vinh được Bộ trưởng Bộ Công an điều động, bổ nhiệm giữ chức Giám "
     "đốc Công an tỉnh Cà Mau.",
     [("Lê Văn Tám", "Giám đốc", "Công an tỉnh Trà Vinh"), ("Lê Văn Tám", "Giám đốc", "Công an tỉnh Cà Mau")]),
    ("Ban Chỉ đạo Đề án 06 do Thủ tướng Phạm Minh Chính làm Trưởng ban, Bộ trưởng Bộ Công an làm Phó Trưởng ban.",
     [("Phạm Minh Chính", "Thủ tướng", "Chính phủ"), ("Phạm Minh Chính", "Trưởng ban", "Ban Chỉ đạo Đề án 06")]),
    # a row of persons, each with a post behind a dash or a comma; short words for posts
    ("Ông Lê Văn Tám - Chủ tịch HĐQT Vietcombank, ông Đỗ Văn Sáu, Phó TGĐ ACB; Phó Thống đốc Thường trực NHNN Hồ Văn "
     "Chín chủ trì.",
     [("Lê Văn Tám", "Chủ tịch HĐQT", "Ngân hàng TMCP Ngoại thương Việt Nam"),
      ("Đỗ Văn Sáu", "Phó Tổng giám đốc", "Ngân hàng TMCP Á Châu"),
      ("Hồ Văn Chín", "Phó Thống đốc Thường trực", "Ngân hàng Nhà nước Việt Nam")]),
    # a body by an abbreviation behind its head; who leads a delegation as his work
    ("PGS Lê Văn Tám, nguyên Viện trưởng Viện CNTT; Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh Đồng Tháp Đỗ Văn "
     "Sáu dự.",
     [("Lê Văn Tám", "Nguyên Viện trưởng", "Viện Công nghệ thông tin"),
      ("Đỗ Văn Sáu", "Phó Trưởng đoàn chuyên trách", "Đoàn đại biểu Quốc hội tỉnh Đồng Tháp")]),
    # of the body that came of a merger; of the committee named before; in a title of capitals
    ("Sở Y tế thành phố Huế ra mắt trên cơ sở hợp nhất Sở Y tế thành phố Huế và Sở Y tế tỉnh Quảng Trị. Giám đốc Sở là "
     "bà Trần Thị Bình.",
     [("Trần Thị Bình", "Giám đốc", "Sở Y tế thành phố Huế")]),
    ("Ủy ban Quốc gia về Biển đảo họp. Bộ trưởng Bộ Y tế, Phó Chủ tịch Thường trực Ủy ban Lê Văn Tám dự.",
     [("Lê Văn Tám", "Bộ trưởng", "Bộ Y tế"),
      ("Lê Văn Tám", "Phó Chủ tịch Thường trực", "Ủy ban Quốc gia về Biển đảo")]),
    # a post told beside one name is not that of the next; whose post it is told in brackets; a city that is no province
    ("Ông Lê Văn Tám, Phó Tổng Giám đốc Tập đoàn FPT, bà Trần Thị Bình (Trưởng phòng Chuyển đổi số) chia sẻ.",
     [("Lê Văn Tám", "Phó Tổng giám đốc", "Công ty Cổ phần FPT"),
      ("Trần Thị Bình", "Trưởng phòng", "Phòng Chuyển đổi số")]),
    ("Thứ trưởng Đỗ Văn Sáu (Bộ Y tế) gửi thư; Bí thư Thành ủy Phổ Yên Hồ Văn Chín dự.",
     [("Đỗ Văn Sáu", "Thứ trưởng", "Bộ Y tế"), ("Hồ Văn Chín", "Bí thư", "Thành ủy Phổ Yên")]),
    # whose decision it is holds no post of the one whom it names; a deputy of the one minister named
    ("Theo Quyết định của Chủ tịch UBND tỉnh Cà Mau, ông Lê Văn Tám, nguyên Giám đốc Sở Y tế Cà Mau, nghỉ hưu.",
     [("Lê Văn Tám", "Nguyên Giám đốc", "Sở Y tế Cà Mau")]),
    ("Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc Hầu A Lềnh dự. Cùng đi có Thứ trưởng, Phó Chủ nhiệm Y Vinh Tơr; Dư Văn Tám, "
     "Cục trưởng Cục Viễn thông.",
     [("Hầu A Lềnh", "Bộ trưởng, Chủ nhiệm", "Ủy ban Dân tộc"), ("Y Vinh Tơr", "Phó Chủ nhiệm", "Ủy ban Dân tộc"),
      ("Y Vinh Tơr", "Thứ trưởng", "Ủy ban Dân tộc"), ("Dư Văn Tám", "Cục trưởng", "Cục Viễn thông")]),
    # committees of the Party by their short names
    ("Bà Trần Thị Bình, Ủy viên BCH Đảng bộ thành phố Huế; ông Lê Văn Tám, Chủ nhiệm UBKT Quận ủy Ba Đình, dự.",
     [("Trần Thị Bình", "Ủy viên", "Ban Chấp hành Đảng bộ thành phố Huế"),
      ("Lê Văn Tám", "Chủ nhiệm", "Ủy ban Kiểm tra Quận ủy Ba Đình")]),
    # two posts of one person, joined by words; several with two posts
    ("Thiếu tướng Lê Văn Tám, Cục trưởng Cục Công nghiệp an ninh kiêm Giám đốc Trung tâm Dữ liệu quốc gia, dự.",
     [("Lê Văn Tám", "Cục trưởng", "Cục Công nghiệp an ninh"),
      ("Lê Văn Tám", "Giám đốc", "Trung tâm Dữ liệu quốc gia")]),
    ("Theo Bộ trưởng Bộ Tài chính (BTC) – Phó Trưởng Ban Chỉ đạo Đề án 06 – Lê Văn Tám, việc này còn chậm.",
     [("Lê Văn Tám", "Bộ trưởng", "Bộ Tài chính"), ("Lê Văn Tám", "Phó Trưởng ban", "Ban Chỉ đạo Đề án 06")]),
    ("Ông Lê Văn Tám, nguyên Thứ trưởng Bộ Giao thông vận tải, nay là Thứ trưởng Bộ Xây dựng, dự.",
     [("Lê Văn Tám", "Nguyên Thứ trưởng", "Bộ Giao thông vận tải"), ("Lê Văn Tám", "Thứ trưởng", "Bộ Xây dựng")]),
    ("Ban Chỉ đạo chuyển đổi số tỉnh Cà Mau họp. Các Phó Chủ tịch UBND tỉnh Cà Mau, Phó Trưởng Ban Chỉ đạo Lê Văn Tám "
     "và Trần Thị Bình dự.",
     [("Lê Văn Tám", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"),
      ("Lê Văn Tám", "Phó Trưởng ban", "Ban Chỉ đạo chuyển đổi số tỉnh Cà Mau"),
      ("Trần Thị Bình", "Phó Trưởng ban", "Ban Chỉ đạo chuyển đổi số tỉnh Cà Mau")]),
    ("Đại tá Lê Văn Tám, Chỉ huy trưởng Bộ CHQS tỉnh Lào Cai, dự.",
     [("Lê Văn Tám", "Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Lào Cai")]),
    # names of other peoples and countries, whole
    ("Thượng tá Y Thanh Hà Niê Kđăm, Phó Giám đốc Công an tỉnh Đắk Lắk, dự.",
     [("Y Thanh Hà Niê Kđăm", "Phó Giám đốc", "Công an tỉnh Đắk Lắk")]),
    ("Ông A Pớt, Phó Bí thư Tỉnh ủy Kon Tum; bà Tráng Thị Xuân, Phó Chủ tịch UBND tỉnh Sơn La dự.",
     [("A Pớt", "Phó Bí thư", "Tỉnh ủy Kon Tum"),
      ("Tráng Thị Xuân", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La")]),
    ("Ông Kao Kim Hourn, Tổng Thư ký ASEAN dự.", [("Kao Kim Hourn", "Tổng thư ký", "ASEAN")]),
    ("Ông Ito Naoki, Đại sứ Nhật Bản tại Việt Nam; Thứ trưởng Bộ Công nghệ và Truyền thông Lào Sonexay dự.",
     [("Ito Naoki", "Đại sứ", None)]),
    ("Hiệu trưởng Trường Đại học Y Dược Lê Văn Tám dự.", [("Lê Văn Tám", "Hiệu trưởng", "Trường Đại học Y Dược")]),
    # a committee's secretary who also heads the place; where another body stands by, it stays as told
    ("Ông Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch UBND xã Mường Hoa, dự.",
     [("Lê Văn Tám", "Bí thư", "Đảng ủy xã Mường Hoa"), ("Lê Văn Tám", "Chủ tịch", "Ủy ban nhân dân xã Mường Hoa")]),
    ("Bà Lê Thị Năm, Bí thư Huyện ủy, Chủ tịch HĐND huyện Mai Châu, dự.",
     [("Lê Thị Năm", "Bí thư", "Huyện ủy Mai Châu"),
      ("Lê Thị Năm", "Chủ tịch", "Hội đồng nhân dân huyện Mai Châu")]),
    ("Ông Trần Sáu, Phó Bí thư Đảng ủy, Giám đốc Sở Y tế Lào Cai, dự.",
     [("Trần Sáu", "Phó Bí thư", "Đảng ủy"), ("Trần Sáu", "Giám đốc", "Sở Y tế Lào Cai")]),
    # a commune's division by its field, a paper
    ("Trưởng phòng Văn hóa - Xã hội xã Tân Thanh Hoàng Thị Bích Ngọc dự.",
     [("Hoàng Thị Bích Ngọc", "Trưởng phòng", "Phòng Văn hóa - Xã hội xã Tân Thanh")]),
    ("Tổng Biên tập Báo Thanh tra Nguyễn Văn Hải dự; bà Trần Kim Hoa, Phó Tổng biên tập Tạp chí Thanh tra nêu số liệu.",
     [("Nguyễn Văn Hải", "Tổng biên tập", "Báo Thanh tra"),
      ("Trần Kim Hoa", "Phó Tổng biên tập", "Tạp chí Thanh tra")]),
    # the body's kind alone, or nothing of it: the one named before
    (
        "Sở Y tế Hà Nam mở lớp. Phó Giám đốc Sở Lê Văn Bình giảng, Giám đốc Sở Nguyễn Thị Thu Hà khai mạc.",
        [("Lê Văn Bình", "Phó Giám đốc", "Sở Y tế Hà Nam"), ("Nguyễn Thị Thu Hà", "Giám đốc", "Sở Y tế Hà Nam")],
    ),
    ("Sở Y tế Hà Nam mở lớp. Ông Lê Văn Bình, Giám đốc Sở cho biết.", [("Lê Văn Bình", "Giám đốc", "Sở Y tế Hà Nam")]),
    ("Bộ Xây dựng họp báo. Thứ trưởng Bộ Phạm Minh Hà chủ trì.", [("Phạm Minh Hà", "Thứ trưởng", "Bộ Xây dựng")]),
    ("Cục Viễn thông mở lớp. Phó Cục trưởng Nguyễn Phong Nhã giảng.",
     [("Nguyễn Phong Nhã", "Phó Cục trưởng", "Cục Viễn thông")]),
    (
        "Cục Viễn thông mở lớp với Cục Báo chí. Các bên vỗ tay. Phó Cục trưởng Nguyễn Phong Nhã giảng.",
        [("Nguyễn Phong Nhã", "Phó Cục trưởng", None)],  # of which, the text does not tell
    ),
    (
        "UBND phường Bến Thành họp. Chủ tịch UBND phường Nguyễn Tấn Phát chủ trì, Phó Chủ tịch phường Lê Thị Hoa dự.",
        [("Nguyễn Tấn Phát", "Chủ tịch", "Ủy ban nhân dân phường Bến Thành"),
         ("Lê Thị Hoa", "Phó Chủ tịch", "Ủy ban nhân dân phường Bến Thành")],
    ),
    ("Chủ tịch UBND phường Nguyễn Cư Trinh cho biết phường mở hai điểm.", []),  # a ward of that name
    # post before the name: ministry in full, by short name, by its field, with its abbreviation between
    (
        "Thứ trưởng Bộ Thông tin và Truyền thông Phan Tâm dự họp.",
        [("Phan Tâm", "Thứ trưởng", "Bộ Thông tin và Truyền thông")],
    ),
    ("Thống đốc NHNN Nguyễn Thị Hồng nói.", [("Nguyễn Thị Hồng", "Thống đốc", "Ngân hàng Nhà nước Việt Nam")]),
    ("Bộ trưởng Ngoại giao Bùi Thanh Sơn tiếp đoàn.", [("Bùi Thanh Sơn", "Bộ trưởng", "Bộ Ngoại giao")]),
    (
        "Bộ trưởng Nông nghiệp và Phát triển nông thôn (NN&PTNT) Lê Minh Hoan thăm trại giống.",
        [("Lê Minh Hoan", "Bộ trưởng", "Bộ Nông nghiệp và Phát triển nông thôn")],
    ),
    # without diacritics: a title's next words are no syllables of the name, a given name is none of the next words
    (
        "KET LUAN CUA BO TRUONG BO NOI VU TRAN THI MAI TAI BUOI LAM VIEC VOI SO NOI VU",
        [("Tran Thi Mai", "Bộ trưởng", "Bộ Nội vụ")],
    ),
    ("Bo truong Bo Noi vu Tran Duc Trong ky ban hanh.", [("Tran Duc Trong", "Bộ trưởng", "Bộ Nội vụ")]),
    # a rank between
    ("Bộ trưởng Bộ Công an, Đại tướng Tô Lâm kiến nghị.", [("Tô Lâm", "Bộ trưởng", "Bộ Công an")]),
    # whom he meets is another; two ministers of two countries side by side
    (
        "Tiếp Phó Thủ tướng sáng qua, Thống đốc Nguyễn Thị Hồng xin hai việc.",
        [("Nguyễn Thị Hồng", "Thống đốc", "Ngân hàng Nhà nước Việt Nam")],
    ),
    (
        "Theo lời mời của Bộ trưởng Ngoại giao Bùi Thanh Sơn, Bộ trưởng Ngoại giao Phần Lan Elina Valtonen sang thăm.",
        [("Bùi Thanh Sơn", "Bộ trưởng", "Bộ Ngoại giao"), ("Elina Valtonen", "Bộ trưởng", "Bộ Ngoại giao Phần Lan")],
    ),
    # a country before a name that could go on with it, a given name with its hyphen
    ("Bộ trưởng Quốc phòng Hàn Quốc Kim Yong-hyun đến.", [("Kim Yong-hyun", "Bộ trưởng", "Bộ Quốc phòng Hàn Quốc")]),
    # two roles of one post, two posts of one person
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Trần Văn Sơn trình bày.",
        [("Trần Văn Sơn", "Bộ trưởng, Chủ nhiệm", "Văn phòng Chính phủ")],
    ),
    (
        "Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Phạm Bình Minh chủ trì.",
        [("Phạm Bình Minh", "Phó Thủ tướng", "Chính phủ"), ("Phạm Bình Minh", "Bộ trưởng", "Bộ Ngoại giao")],
    ),
    (
        "Thủ tướng Phạm Minh Chính, Chủ tịch Ủy ban Quốc gia về Chuyển đổi số, kết luận.",
        [("Phạm Minh Chính", "Thủ tướng", "Chính phủ"),
         ("Phạm Minh Chính", "Chủ tịch", "Ủy ban Quốc gia về Chuyển đổi số")],
    ),
    # one who is given a post is told by another of theirs first
    (
        "Tổ giúp việc do ông Lê Minh Quý, Giám đốc Sở Nội vụ làm Tổ trưởng, bà Trần Thị Lan, Phó Chánh Thanh tra làm "
        "Tổ phó.",
        [("Lê Minh Quý", "Giám đốc", "Sở Nội vụ"), ("Lê Minh Quý", "Tổ trưởng", "Tổ giúp việc"),
         ("Trần Thị Lan", "Phó Chánh Thanh tra", None), ("Trần Thị Lan", "Tổ phó", "Tổ giúp việc")],
    ),
    (
        "Ông Phan Tâm, Trưởng Tiểu ban Điều trị, ký kế hoạch.",
        [("Phan Tâm", "Trưởng tiểu ban", "Tiểu ban Điều trị")],
    ),
    # the name before the post, with commas, dashes, brackets; the body above is no second one
    (
        "Ông Nguyễn Huy Tiến, Phó Cục trưởng Cục Viễn thông, Bộ TT&TT cho biết.",
        [("Nguyễn Huy Tiến", "Phó Cục trưởng", "Cục Viễn thông")],
    ),
    (
        "Bà Trần Thị Quốc Hiền - phó giám đốc Sở Khoa học và Công nghệ - nêu ví dụ.",
        [("Trần Thị Quốc Hiền", "Phó Giám đốc", "Sở Khoa học và Công nghệ")],
    ),
    (
        "Ông Lê Anh Tuấn (Vụ trưởng Vụ Pháp chế) trả lời.",
        [("Lê Anh Tuấn", "Vụ trưởng", "Vụ Pháp chế")],
    ),
    # a firm by its capitals alone, which are not the person's name
    ("Ông Phan Đức Lộc, tổng giám đốc Vietnam Airlines, mở đầu.",
     [("Phan Đức Lộc", "Tổng giám đốc", "Vietnam Airlines")]),
    ("Chủ tịch FPT Trương Gia Bình ra đề bài.", [("Trương Gia Bình", "Chủ tịch", "Công ty Cổ phần FPT")]),
    # a post of a place, a post that a clause gives
    ("Chủ tịch Hà Nội Trần Sỹ Thanh yêu cầu.", [("Trần Sỹ Thanh", "Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội")]),
    (
        "Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai do Bí thư Tỉnh ủy Đặng Xuân Phong làm Trưởng ban.",
        [("Đặng Xuân Phong", "Bí thư", "Tỉnh ủy Lào Cai"),
         ("Đặng Xuân Phong", "Trưởng ban", "Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai")],
    ),
    # staff with what they do between the word and the body
    ("Chuyên gia cao cấp của Ngân hàng Thế giới Lý Thu Cúc góp ý.",
     [("Lý Thu Cúc", "Chuyên gia cao cấp", "Ngân hàng Thế giới")]),
    ("Anh Mai Văn Khải - cán bộ địa chính UBND quận 9 - nhớ lại.",
     [("Mai Văn Khải", "Cán bộ địa chính", "Ủy ban nhân dân quận 9")]),
    # a post "is" somebody; a region of a firm; a body above in brackets with its abbreviation
    ("Tổng giám đốc là Bùi Quang Huy bỏ trốn.", [("Bùi Quang Huy", "Tổng giám đốc", None)]),
    ("Ông Nguyễn Văn Mạnh, Chủ tịch khu vực châu Á của Qualcomm cho biết.",
     [("Nguyễn Văn Mạnh", "Chủ tịch", "Qualcomm")]),
    ("Cục trưởng Cục Xuất bản (Bộ Thông tin và Truyền thông - TT&TT) Hồ Thanh Mai cắt băng.",
     [("Hồ Thanh Mai", "Cục trưởng", "Cục Xuất bản")]),
    # a department by its field in small letters
    ("Đại tá Vũ Quốc Bảo, Cục phó cảnh sát quản lý hành chính về trật tự xã hội, trực tổng đài.",
     [("Vũ Quốc Bảo", "Cục phó", "Cục Cảnh sát quản lý hành chính về trật tự xã hội")]),
    # who heads a board; the next sentence gives a further post of it; another post begins after "và"
    ("Ủy ban Quốc gia về Biển đảo do Thủ tướng Lê Văn Thành đứng đầu.",
     [("Lê Văn Thành", "Thủ tướng", "Chính phủ"),
      ("Lê Văn Thành", "Chủ tịch", "Ủy ban Quốc gia về Biển đảo")]),
    ("Ủy ban Quốc gia về Biển đảo họp. Phó thủ tướng Hoàng Minh Châu làm Phó chủ tịch và Bộ trưởng Bộ Y tế làm "
     "Ủy viên.",
     [("Hoàng Minh Châu", "Phó Thủ tướng", "Chính phủ"),
      ("Hoàng Minh Châu", "Phó Chủ tịch", "Ủy ban Quốc gia về Biển đảo")]),
    # former posts, other countries' posts
    ("Nguyên Bộ trưởng Bộ Tư pháp Hà Hùng Cường dự lễ.", [("Hà Hùng Cường", "Nguyên Bộ trưởng", "Bộ Tư pháp")]),
    ("Thủ tướng Nhật Bản Abe Shinzo phát biểu.", [("Abe Shinzo", "Thủ tướng", "Chính phủ Nhật Bản")]),
    # the body that the post leaves out is told by the post named without its holder, or by the other mention
    (
        "Bộ trưởng Bộ Y tế phát biểu khai mạc.\nTheo Bộ trưởng Đào Hồng Lan, ngành y tế số cần dữ liệu.",
        [("Đào Hồng Lan", "Bộ trưởng", "Bộ Y tế")],
    ),
    (
        "Thứ trưởng Phạm Đức Long chủ trì họp.\nThứ trưởng Bộ Khoa học và Công nghệ Phạm Đức Long nói thêm.",
        [("Phạm Đức Long", "Thứ trưởng", "Bộ Khoa học và Công nghệ")],
    ),
    # "là" with the time of the post before it; the body before the post, or spoken of in the sentence
    ("Bộ trưởng đầu tiên của Bộ Tài chính là ông Phạm Văn Đồng.", [("Phạm Văn Đồng", "Bộ trưởng", "Bộ Tài chính")]),
    (
        "Bộ Lâm nghiệp lập năm 1976, Bộ trưởng khi đó là ông Hoàng Văn Kiểu.",
        [("Hoàng Văn Kiểu", "Bộ trưởng", "Bộ Lâm nghiệp")],
    ),
    (
        "Bộ trưởng Bộ Thủy sản lúc ấy là bà Nguyễn Thị Hồng Minh.",
        [("Nguyễn Thị Hồng Minh", "Bộ trưởng", "Bộ Thủy sản")],
    ),
    ("Bộ Kinh tế được lập với Phan Anh là Bộ trưởng đầu tiên.", [("Phan Anh", "Bộ trưởng", "Bộ Kinh tế")]),
    # several holders of one post
    (
        "Hai nguyên Thứ trưởng Bộ Công Thương Hồ Thị Kim Thoa và Trần Quốc Khánh có mặt.",
        [
            ("Hồ Thị Kim Thoa", "Nguyên Thứ trưởng", "Bộ Công Thương"),
            ("Trần Quốc Khánh", "Nguyên Thứ trưởng", "Bộ Công Thương"),
        ],
    ),
    (
        "Các Phó Thủ tướng Trần Hồng Hà, Lê Thành Long và Bùi Thanh Sơn cùng dự.",
        [
            ("Trần Hồng Hà", "Phó Thủ tướng", "Chính phủ"),
            ("Lê Thành Long", "Phó Thủ tướng", "Chính phủ"),
            ("Bùi Thanh Sơn", "Phó Thủ tướng", "Chính phủ"),
        ],
    ),
    (
        "Thứ trưởng: Phan Tâm, Phạm Đức Long.",
        [("Phan Tâm", "Thứ trưởng", None), ("Phạm Đức Long", "Thứ trưởng", None)],
    ),
    # entries that open with a name, all posts of which are that person's; a Party body takes its ministry from the next
    (
        "- Trần Đình Khiển: nguyên Thứ trưởng Bộ Xây dựng (2001-2008); Tiến sĩ; nguyên Bí thư Đảng ủy Bộ Xây dựng.",
        [
            ("Trần Đình Khiển", "Nguyên Thứ trưởng", "Bộ Xây dựng"),
            ("Trần Đình Khiển", "Nguyên Bí thư", "Đảng ủy Bộ Xây dựng"),
        ],
    ),
    (
        "- Lê Bá Sơn: Nguyên Ủy viên Ban Cán sự Đảng, nguyên Thứ trưởng Bộ Nội vụ.",
        [("Lê Bá Sơn", "Nguyên Ủy viên", "Ban Cán sự Đảng Bộ Nội vụ"), ("Lê Bá Sơn", "Nguyên Thứ trưởng", "Bộ Nội vụ")],
    ),
    (
        "- Trần Văn Bình - Tổng cục trưởng; Phó Bí thư Ban Cán sự Đảng Tổng cục Hải quan (1997 - 2002).",
        [
            ("Trần Văn Bình", "Tổng cục trưởng", "Tổng cục Hải quan"),
            ("Trần Văn Bình", "Phó Bí thư", "Ban Cán sự Đảng Tổng cục Hải quan"),
        ],
    ),
    # posts of other countries, and posts that are told in words
    (
        "Ông Tan Wei Ming, bộ trưởng ngoại giao Malaysia, nói.",
        [("Tan Wei Ming", "Bộ trưởng", "Bộ Ngoại giao Malaysia")],
    ),
    (
        "Bà Maria Gomez - điều phối dự án Chính quyền số của UNDP - trình bày.",
        [("Maria Gomez", "điều phối dự án Chính quyền số", "Chương trình Phát triển Liên hợp quốc")],
    ),
    (
        "Chuyên gia John Smith đến từ Đại học Quốc gia Singapore nhận định.",
        [("John Smith", "Chuyên gia", "Đại học Quốc gia Singapore")],
    ),
    (
        "Ông Nguyễn Văn Thể, chuyên gia kinh tế, Đại học Fulbright Việt Nam, phân tích.",
        [("Nguyễn Văn Thể", "Chuyên gia kinh tế", "Đại học Fulbright Việt Nam")],
    ),
    # two officers of one firm that only the second names
    (
        "Bà Phạm Thị Hoa, Phó Tổng Giám đốc và ông Cao Văn Hải, Tổng Giám đốc MobiFone đã ký.",
        [
            ("Phạm Thị Hoa", "Phó Tổng giám đốc", "Tổng công ty Viễn thông MobiFone"),
            ("Cao Văn Hải", "Tổng giám đốc", "Tổng công ty Viễn thông MobiFone"),
        ],
    ),
    # posted in the country; another country's head by any family name; two posts of one firm
    ("Đại sứ Hàn Quốc tại Việt Nam Choi Youngsam khẳng định.", [("Choi Youngsam", "Đại sứ", None)]),
    (
        "Giám đốc quốc gia Ngân hàng Thế giới tại Việt Nam, bà Carolyn Turk, cho rằng.",
        [("Carolyn Turk", "Giám đốc quốc gia", "Ngân hàng Thế giới")],
    ),
    ("Chủ tịch Trung Quốc Tập Cận Bình tới Hà Nội.", [("Tập Cận Bình", "Chủ tịch", None)]),
    (
        "Ông Nguyễn Trung Chính, Chủ tịch HĐQT kiêm Tổng giám đốc Tập đoàn Công nghệ CMC, chia sẻ.",
        [("Nguyễn Trung Chính", "Chủ tịch HĐQT", "Tập đoàn Công nghệ CMC"),
         ("Nguyễn Trung Chính", "Tổng giám đốc", "Tập đoàn Công nghệ CMC")],
    ),
    # who is appointed to a post, who has one by its label in a board, a brand between post and name
    (
        "Quyết định bổ nhiệm ông Phạm Quang Hiệu, Vụ trưởng Vụ Pháp chế, giữ chức Phó Chủ nhiệm Văn phòng Chính phủ.",
        [("Phạm Quang Hiệu", "Vụ trưởng", "Vụ Pháp chế"),
         ("Phạm Quang Hiệu", "Phó Chủ nhiệm", "Văn phòng Chính phủ")],
    ),
    (
        "Ban Chỉ đạo gồm: Trưởng ban: ông Lê Văn Hùng; Phó Trưởng ban: bà Trần Thị Nga, Giám đốc Sở Nội vụ.",
        [("Lê Văn Hùng", "Trưởng ban", "Ban Chỉ đạo"), ("Trần Thị Nga", "Phó Trưởng ban", "Ban Chỉ đạo"),
         ("Trần Thị Nga", "Giám đốc", "Sở Nội vụ")],
    ),
    ("Giám đốc CDC Nam Định Lê Văn Sơn báo cáo.", [("Lê Văn Sơn", "Giám đốc", "CDC Nam Định")]),
    ("CEO MISA Lê Hồng Quang chia sẻ.", [("Lê Hồng Quang", "CEO", "MISA")]),
    # a dash before the holder, with an abbreviation's brackets before it; a Prime Minister who heads a committee
    (
        "Thủ tướng Chính phủ, Chủ tịch Hội đồng Thi đua Trung ương (TĐTW) - Trần Văn Lâm trao quà.",
        [("Trần Văn Lâm", "Thủ tướng", "Chính phủ"), ("Trần Văn Lâm", "Chủ tịch", "Hội đồng Thi đua Trung ương")],
    ),
    ("Chủ tịch UBND TP Đà Nẵng – ông Lê Hải Triều cho biết.",
     [("Lê Hải Triều", "Chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng")]),
    # committee members, the Party committee of a body that the other post names, the police of a commune
    (
        "Ông Hồ Văn Sáu – Tỉnh ủy viên, Phó chủ tịch UBND, đi thực tế. UBND tỉnh sẽ họp.",
        [("Hồ Văn Sáu", "Tỉnh ủy viên", None), ("Hồ Văn Sáu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh")],
    ),
    (
        "Bà Vũ Thị Lan, Bí thư Đảng ủy, Giám đốc Sở Y tế, nêu ý kiến.",
        [("Vũ Thị Lan", "Bí thư", "Đảng ủy"), ("Vũ Thị Lan", "Giám đốc", "Sở Y tế")],
    ),
    ("Trưởng Công an xã Bình Minh, Thiếu tá Lê Văn Tới dặn.",
     [("Lê Văn Tới", "Trưởng Công an", "Công an xã Bình Minh")]),
    # a district that its own paper never names; the ministry that the sentence speaks of
    (
        "Chủ tịch UBND huyện Hoàng Văn Tư chủ trì. Có bà Lê Thị Đào, Phó Chủ tịch UBND huyện.",
        [("Hoàng Văn Tư", "Chủ tịch", "Ủy ban nhân dân huyện"),
         ("Lê Thị Đào", "Phó Chủ tịch", "Ủy ban nhân dân huyện")],
    ),
    (
        "Tại họp báo của Bộ Nội vụ do Thứ trưởng Hồ Văn Lâm chủ trì, có ba câu hỏi.",
        [("Hồ Văn Lâm", "Thứ trưởng", "Bộ Nội vụ")],
    ),
    # who leads a body for the time being; the head of a division; a standing secretary; where a city's chairman begins
    ("Bà Lê Thị Hiên, Phó Cục trưởng phụ trách Cục Báo chí, nói.", [("Lê Thị Hiên", "Phó Cục trưởng", "Cục Báo chí")]),
    ("Trưởng phòng Công nghệ thông tin Lê Minh Tú trực ca.",
     [("Lê Minh Tú", "Trưởng phòng", "Phòng Công nghệ thông tin")]),
    (
        "Thành phố Hà Nội họp. Phó Bí thư Thường trực Thành ủy Hồ Văn Phong, Phó Chủ tịch UBND TP Lê Hồng Sâm cùng dự.",
        [("Hồ Văn Phong", "Phó Bí thư Thường trực", "Thành ủy Hà Nội"),
         ("Lê Hồng Sâm", "Phó Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội")],
    ),
    # a board whose head the post shares; a place's name before a person's; the office of a ministry named before
    (
        "Trưởng ban Quản lý Khu công nghệ cao Hòa Lạc Trần Đắc Tâm dự; Trưởng ban Chỉ đạo chuyển đổi số tỉnh Phú Thọ "
        "Bùi Văn Quân kết luận.",
        [("Trần Đắc Tâm", "Trưởng ban", "Ban Quản lý Khu công nghệ cao Hòa Lạc"),
         ("Bùi Văn Quân", "Trưởng ban", "Ban Chỉ đạo chuyển đổi số tỉnh Phú Thọ")],
    ),
    (
        "Bộ Nội vụ họp báo. Chánh Văn phòng Bộ Vũ Đăng Mẫn chủ trì.",
        [("Vũ Đăng Mẫn", "Chánh Văn phòng", "Văn phòng Bộ Nội vụ")],
    ),
    # deputies by their delegation; who answers them is none
    (
        "Đại biểu Lê Thị Thu (Đoàn ĐBQH tỉnh Lào Cai) hỏi về trạm y tế. Trả lời đại biểu, Bộ trưởng Bộ Y tế Vũ Văn Hải "
        "hứa. ĐBQH Trần Văn Ngà, đoàn TP.HCM, và đại biểu Hồ Văn Sáu (Gia Lai) tranh luận.",
        [
            ("Lê Thị Thu", "Đại biểu", "Đoàn đại biểu Quốc hội tỉnh Lào Cai"),
            ("Vũ Văn Hải", "Bộ trưởng", "Bộ Y tế"),
            ("Trần Văn Ngà", "Đại biểu", "Đoàn đại biểu Quốc hội thành phố Hồ Chí Minh"),
            ("Hồ Văn Sáu", "Đại biểu", "Đoàn đại biểu Quốc hội tỉnh Gia Lai"),
        ],
    ),
    # the body named before by its kind
    (
        "Trung tâm Chuyển đổi số Hà Nội ra mắt. Phó Giám đốc Trung tâm Lê Thị Hoa và Giám đốc Trung tâm dự lễ.",
        [("Lê Thị Hoa", "Phó Giám đốc", "Trung tâm Chuyển đổi số Hà Nội")],
    ),
    # where a commune's name ends and its chairman's begins
    (
        "Bí thư Đảng ủy xã Phú An Lê Văn Tám và Chủ tịch UBND xã Trần Văn Chín đến từng hộ.",
        [("Lê Văn Tám", "Bí thư", "Đảng ủy xã Phú An"), ("Trần Văn Chín", "Chủ tịch", "Ủy ban nhân dân xã Phú An")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), POSTS)
def test_posts(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert sorted(posts(text)) == sorted(found)


NOBODY = [
    "Lớp trưởng Lê Văn Tám và nhóm trưởng Trần Văn Bình phát biểu.",
    # no person, a place, a body, several holders, a reader without a post
    "Thủ tướng giao các Bộ trưởng, Chủ tịch UBND các tỉnh thực hiện.",
    "Phó Chủ tịch UBND TP Hà Nội dự họp.",
    "Tổng Bí thư Ban Chấp hành Trung ương Đảng ký ban hành.",
    "Anh Đỗ Anh Tú đến làm thủ tục; chị Lan chờ.",
    "Chức danh Giám đốc do Hội đồng bầu.",
    "Trình bày với Phó Thủ tướng, ông Phạm Hồng Quang nêu số liệu.",
    "Ông Lê Văn Tám, khách hàng của Viettel, phàn nàn.",
    "Lê Văn Tám: Thứ trưởng đã nói gì với anh?",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert posts(text) == []


LATER = [
    # by the post alone, by the given name, by "ông" before a verb of speech, by the post with its body
    ("Thứ trưởng Bộ Nội vụ Trương Hải Long chủ trì.\nTheo Thứ trưởng, việc này cần sớm.", "Thứ trưởng"),
    ("Thứ trưởng Bộ Nội vụ Trương Hải Long chủ trì.\nCần làm sớm, ông Long nói.", "ông Long"),
    ("Thứ trưởng Bộ Nội vụ Trương Hải Long chủ trì.\nÔng cho biết số liệu mới.", "Ông"),
    ("Thứ trưởng Bộ Nội vụ Trương Hải Long chủ trì.\nThứ trưởng Bộ Nội vụ yêu cầu báo cáo.", "Thứ trưởng Bộ Nội vụ"),
    ("Thứ trưởng Bộ Nội vụ Trương Hải Long chủ trì.\nÔng Trương Hải Long nói thêm.", "Trương Hải Long"),
]


@pytest.mark.parametrize(("text", "printed"), LATER)
def test_later_mentions_are_the_same_person(text: str, printed: str) -> None:
    reading = reading_of(text)
    last = reading.officials[-1]
    assert reading.source.text[last.start : last.end] == printed
    assert (last.name, last.role, last.agency) == ("Trương Hải Long", "Thứ trưởng", "Bộ Nội vụ")


def test_two_posts_come_as_the_text_gives_them() -> None:
    text = (
        "KẾT LUẬN CỦA CHÁNH VĂN PHÒNG TRUNG ƯƠNG ĐẢNG\n"
        "Đồng chí Lê Văn Túc, Ủy viên Trung ương Đảng, Chánh Văn phòng Trung ương Đảng dặn các tỉnh ba điều."
    )
    assert [role for _, role, _ in posts(text)] == ["Ủy viên Trung ương Đảng", "Chánh Văn phòng"]


def test_names_alone_under_their_post_hold_it() -> None:
    text = (
        "Bộ Thủy lợi\nBộ trưởng qua các thời kỳ\n- Nguyễn Thanh Bình (1973 - 1976)\n- Nguyễn Cảnh Dinh\n"
        "Trụ sở đặt tại Hà Nội.\n- Trần Đăng Khoa"
    )
    assert posts(text) == [
        ("Nguyễn Thanh Bình", "Bộ trưởng", "Bộ Thủy lợi"),
        ("Nguyễn Cảnh Dinh", "Bộ trưởng", "Bộ Thủy lợi"),
    ]


def test_a_cell_on_a_page_about_a_body_gives_its_posts() -> None:
    text = "Bộ Thủy lợi\nThứ trưởng\tLê Văn Hùng Bùi Thế Anh"
    assert posts(text) == [("Lê Văn Hùng", "Thứ trưởng", "Bộ Thủy lợi"), ("Bùi Thế Anh", "Thứ trưởng", "Bộ Thủy lợi")]


def test_names_on_one_line_under_their_post_hold_it() -> None:
    text = "Thứ trưởng qua các thời kỳ\n- Trần Bá Lâm (1991-1997) - Lê Văn Thực (1994-2003)"
    assert posts(text) == [("Trần Bá Lâm", "Thứ trưởng", None), ("Lê Văn Thực", "Thứ trưởng", None)]


def test_a_cell_beside_its_post_may_hold_several_names() -> None:
    text = (
        "Thứ trưởng\tLê Văn Hùng (Th.trực) Bùi Thế Anh Lê Xuân Sơn\n"
        "Tổng cục trưởng đầu tiên\tTôn Gia Huyên (Tổng cục Địa chính) Bùi Xuân Sơn"
    )
    assert posts(text) == [
        ("Lê Văn Hùng", "Thứ trưởng", None),
        ("Bùi Thế Anh", "Thứ trưởng", None),
        ("Lê Xuân Sơn", "Thứ trưởng", None),
        ("Tôn Gia Huyên", "Tổng cục trưởng", "Tổng cục Địa chính"),
        ("Bùi Xuân Sơn", "Tổng cục trưởng", None),
    ]


def test_the_office_is_not_the_person() -> None:
    """Decisions are the Prime Minister's office's; "Thủ tướng" speaking is the person whom the article names."""
    reading = reading_of(
        "Thủ tướng Phạm Minh Chính chủ trì phiên họp.\nQuyết định của Thủ tướng Chính phủ có hiệu lực.\n"
        "Thủ tướng Malaysia gửi thư.\nThủ tướng nhấn mạnh ba việc."
    )
    assert [reading.source.text[m.start : m.end] for m in reading.officials] == [
        "Thủ tướng Phạm Minh Chính",
        "Thủ tướng",
    ]


SIGNED = """VĂN PHÒNG CHÍNH PHỦ	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/TB-VPCP	Hà Nội, ngày 12 tháng 3 năm 2024
THÔNG BÁO
KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TRẦN HỒNG HÀ TẠI CUỘC HỌP VỀ CỔNG DỊCH VỤ CÔNG
Phó Thủ tướng Trần Hồng Hà kết luận: Bộ Tư pháp báo cáo trước ngày 30/6/2024.
Nơi nhận: - Như trên; - Lưu: VT.
KT. BỘ TRƯỞNG, CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Nguyễn Sỹ Hiệp
"""


def test_signer_in_the_name_of_the_issuer() -> None:
    assert sorted(posts(SIGNED)) == [
        ("Nguyễn Sỹ Hiệp", "Phó Chủ nhiệm", "Văn phòng Chính phủ"),
        ("Trần Hồng Hà", "Phó Thủ tướng", "Chính phủ"),
    ]


PROSE = (
    "Thứ trưởng Bộ TT&TT Nguyễn Huy Dũng mở đầu buổi làm việc.\n"
    "Ông Đỗ Công Anh, Phó Cục trưởng Cục Tin học hoá, báo cáo.\n"
    "Thống đốc Ngân hàng Nhà nước Nguyễn Thị Hồng và Bộ trưởng Bộ Công an, Đại tướng Tô Lâm góp ý.\n"
)


def _stripped(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@pytest.mark.parametrize(
    "change",
    [
        _stripped,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("hoá", "hóa"),
    ],
    ids=["stripped", "NFD", "no-break spaces", "moved tone marks"],
)
def test_spelling_does_not_change_the_officials(change: Callable[[str], str]) -> None:
    expected = {tuple(fold(part or "") for part in post) for post in posts(PROSE)}
    assert len(expected) == 4
    assert {tuple(fold(part or "") for part in post) for post in posts(change(PROSE))} == expected


def test_a_signature_over_several_lines_is_shown_line_by_line() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 91/KH-UBND\n"
        "Hà Nam, ngày 4 tháng 3 năm 2024\nKẾ HOẠCH\nSố hóa thư viện\n1. Sở Nội vụ lập thư mục.\n"
        "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nTrương Quốc Huy\n"
    )
    (signer,) = officials.facts(reading_of(text))
    assert [one.quote for one in signer.evidence] == ["CHỦ TỊCH", "Trương Quốc Huy"]


HEAD = (
    "UBND TỈNH LÀO CAI\n{body}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-{code}\n"
    "Lào Cai, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\nCấp chữ ký số năm 2025\n1. Văn phòng cấp chữ ký số.\n"
)
SKHCN = HEAD.format(body="SỞ KHOA HỌC\nVÀ CÔNG NGHỆ", code="SKHCN")  # its name over two lines
BOARD = HEAD.format(body="BAN CHỈ ĐẠO\nCHUYỂN ĐỔI SỐ", code="BCĐ")
SCIENCE, DIGITAL = "Sở Khoa học và Công nghệ", "Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai"


@pytest.mark.parametrize(
    "head, foot, expected",
    [
        # the signature begins beside the last line of the recipients and goes on below it
        (SKHCN, "Nơi nhận:\n- Lưu: VT.\tKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nVàng A Páo", [("Phó Giám đốc", SCIENCE)]),
        (SKHCN, "Nơi nhận:\n- Lưu: VT.\tGIÁM ĐỐC\n[đã ký]\nGiàng Thị Mỷ", [("Giám đốc", SCIENCE)]),
        # columns that spaces alone keep apart, row by row or not
        (SKHCN, "Nơi nhận:          GIÁM ĐỐC\n- Các phòng;\n- UBND tỉnh;          Lý Seo Dìn\n- Lưu: VT.",
         [("Giám đốc", SCIENCE)]),
        (SKHCN, "Nơi nhận:          GIÁM ĐỐC\n- UBND tỉnh;\n- Các phòng;          (đã ký)\n\n          Lý Seo Dìn",
         [("Giám đốc", SCIENCE)]),
        # a board's post beside the signer's own, but not the post for which a deputy signs
        (BOARD, "Nơi nhận:\n- Lưu: VT.\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH\n\nLý Seo Dìn",
         [("Phó Trưởng ban", DIGITAL), ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")]),
    ],
)  # fmt: skip
def test_signatures_in_every_layout(head: str, foot: str, expected: list[tuple[str, str]]) -> None:
    signed = [(one.role, one.agency) for one in officials.facts(reading_of(f"{head}{foot}\n"))]
    assert signed == expected


def test_who_bears_an_officials_name_is_not_the_official() -> None:
    text = "Cầu thủ Lê Văn Nam ghi bàn. Ông Lê Văn Nam, Giám đốc Sở Y tế tỉnh Phú Thọ, dự. Lê Văn Nam nói."
    (one,) = extract(read_bytes(text.encode(), "a.txt")).officials
    assert [evidence.start for evidence in one.evidence] == [text.index("Lê", 20), text.rindex("Lê")]


def test_a_long_roster_is_read_in_time() -> None:
    given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Sơn",
             "Phong", "Quân", "Tâm", "Thủy", "Tuấn", "Vinh", "Yến", "Long", "Hải", "Hòa", "Thắng", "Linh"]  # fmt: skip
    names = [f"{first} {middle} {last}" for first in ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
             for middle in ("Văn", "Thị", "Đức", "Minh", "Quang", "Hữu", "Ngọc", "Xuân") for last in given]  # fmt: skip
    text = "\n".join(f"Đồng chí {name} - chuyên viên Sở Xây dựng dự; Giám đốc báo cáo với Bộ trưởng." for name in names)
    source = read_bytes(text.encode(), "a.txt")
    assert len(extract(source).officials) == len(names)
    assert seconds(lambda: extract(source), below=3) < 3


def test_deputies_without_their_delegation_speak_for_themselves() -> None:
    text = (
        "Quốc hội bàn về dữ liệu\n28/11/2025\nĐại biểu Nguyễn Văn An (đoàn Lào Cai) đề nghị Chính phủ sớm trình luật. "
        "Đại biểu Lê Thị Hoa cho rằng Bộ Y tế cần rà soát quy định.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt"))
    assert [(one.name, one.agency) for one in found.officials] == [
        ("Nguyễn Văn An", "Đoàn đại biểu Quốc hội tỉnh Lào Cai"),
        ("Lê Thị Hoa", "Quốc hội"),
    ]
    assert [task.directed_by for task in found.tasks] == ["Nguyễn Văn An", "Lê Thị Hoa"]


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Đại biểu Quốc hội Lê Thị Hoa hỏi về phí thẻ.", [("Lê Thị Hoa", "Quốc hội")]),
        ("Đại biểu Lê Thị Hoa hỏi về phí thẻ; câu trả lời sẽ được gửi tới Quốc hội.", []),  # of a people's council
    ],
)
def test_a_bare_deputy_sits_in_the_assembly_only_where_that_is_told(sentence: str, holders: list[tuple[str]]) -> None:
    text = f"Hội đồng nhân dân tỉnh Lào Cai họp về dữ liệu\n28/11/2025\n{sentence}\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).officials
    assert [(one.name, one.agency) for one in found] == holders


@pytest.mark.parametrize(
    ("post", "holder"),
    [
        ("Trưởng phòng Chuyển đổi số Sở KH&CN tỉnh Lào Cai", ("Trần Thị Lan", "Trưởng phòng", "Phòng Chuyển đổi số")),
        ("Giám đốc Trung tâm Công nghệ số Sở KH&CN", ("Trần Thị Lan", "Giám đốc", "Trung tâm Công nghệ số")),
        (
            "Phó Cục trưởng Cục Viễn thông Bộ Khoa học và Công nghệ",
            ("Trần Thị Lan", "Phó Cục trưởng", "Cục Viễn thông"),
        ),
    ],
)
def test_a_name_behind_the_body_that_its_own_is_part_of(post: str, holder: tuple[str, str, str]) -> None:
    text = f"Tin về dữ liệu\n28/11/2025\n{post} Trần Thị Lan nói hệ thống đã sẵn sàng.\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).officials
    assert [(one.name, one.role, one.agency) for one in found] == [holder]


def test_a_city_with_two_syllables_before_its_chairman_s_name_of_two() -> None:
    text = "Tin về dữ liệu\n28/11/2024\nChủ tịch UBND TP Thủ Đức Hoàng Tùng tiếp thu ý kiến.\n"
    found = extract(read_bytes(text.encode(), "tin.txt"))
    assert [(one.name, one.agency) for one in found.officials] == [("Hoàng Tùng", "Ủy ban nhân dân thành phố Thủ Đức")]
