"""Tasks as speeches and reports of meetings give them: by whom, to whom, in what other words than an order's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes
from tests.effort import growth

Row = tuple[str, tuple[str, ...], str | None]


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


PASSED_ON: list[tuple[str, list[Row]]] = [
    (  # what a body is told it hands on: its duty, no order of its own
        "Thủ tướng Phạm Minh Chính yêu cầu các tỉnh rà soát kho giấy tờ. "
        "Theo đó, Bộ Y tế chỉ đạo các bệnh viện số hóa bệnh án cũ. Bộ Tài chính bố trí kinh phí cho việc quét.",
        [
            ("rà soát kho giấy tờ", ("các tỉnh",), "Phạm Minh Chính"),
            ("chỉ đạo các bệnh viện số hóa bệnh án cũ", ("Bộ Y tế",), "Phạm Minh Chính"),
            ("bố trí kinh phí cho việc quét", ("Bộ Tài chính",), "Phạm Minh Chính"),
        ],
    ),
    (  # told in the speech itself
        "Phó Thủ tướng Hồ Đức Phớc nêu rõ, Bộ Xây dựng đôn đốc các chủ đầu tư nộp bản vẽ điện tử.",
        [("đôn đốc các chủ đầu tư nộp bản vẽ điện tử", ("Bộ Xây dựng",), "Hồ Đức Phớc")],
    ),
    (  # who has done so before reports
        "Sở Y tế Hà Nội đã chỉ đạo Bệnh viện Tim triển khai kê đơn điện tử.",
        [("triển khai kê đơn điện tử", ("Bệnh viện Tim",), "Sở Y tế Hà Nội")],
    ),
    (  # behind what it is for, and behind a caption
        "Thủ tướng yêu cầu sớm ban hành chiến lược dữ liệu y tế.\n\nQuang cảnh cuộc họp. Ảnh: T.L\n\n"
        "Để người bệnh bớt chờ, các bệnh viện, khẩn trương nối phần mềm với quầy thuốc.",
        [
            ("sớm ban hành chiến lược dữ liệu y tế", (), "Thủ tướng Chính phủ"),
            ("khẩn trương nối phần mềm với quầy thuốc", ("các bệnh viện",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # how, where the verb is none that the tables know
        "Bộ trưởng Bộ Y tế yêu cầu mạnh dạn “xé rào” trong mua sắm phần mềm dùng chung.",
        [("mạnh dạn “xé rào” trong mua sắm phần mềm dùng chung", (), "Bộ trưởng Bộ Y tế")],
    ),
    (  # what must become of a thing
        "Thủ tướng lưu ý thành phần tổ thẩm định phải có đại diện bệnh nhân.",
        [("thành phần tổ thẩm định phải có đại diện bệnh nhân", (), "Thủ tướng Chính phủ")],
    ),
    (  # when, between the verb of ordering and the work
        "Bộ trưởng Bộ Y tế đề nghị khi triển khai, các đơn vị bám sát quy trình đã ban hành.",
        [("bám sát quy trình đã ban hành", ("các đơn vị",), "Bộ trưởng Bộ Y tế")],
    ),
    (  # in which case, between the subject and its modal; by whatever verb
        "Thủ tướng yêu cầu các tỉnh rà soát máy in. Các bộ, ngành khi mua sắm máy móc cần trao đổi với Bộ Tài chính.",
        [
            ("rà soát máy in", ("các tỉnh",), "Thủ tướng Chính phủ"),
            ("trao đổi với Bộ Tài chính", ("Các bộ, ngành",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # a proposal that is praised is a noun
        "Thủ tướng đánh giá cao đề xuất mở kho sách nói cho người khiếm thị.",
        [],
    ),
    (  # what somebody needs to have
        "Thủ tướng yêu cầu các tỉnh rà soát máy in. Các bộ, ngành cần cơ chế riêng và thêm kinh phí.",
        [("rà soát máy in", ("các tỉnh",), "Thủ tướng Chính phủ")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PASSED_ON)
def test_what_is_handed_on_and_how_it_is_told(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_what_a_body_has_planned_goes_on_without_its_time() -> None:
    found = tasks(
        "Theo Sở Y tế tỉnh Hà Nam, để giảm giấy tờ, thời gian tới, bên cạnh việc tập huấn, tỉnh tiếp tục mở quầy tự "
        "động. Tỉnh ưu tiên bố trí máy quét cho trạm xá. Đẩy mạnh tuyên truyền tại chợ."
    )
    assert [(task.text, task.assignees) for task in found] == [
        ("tiếp tục mở quầy tự động", ("Tỉnh Hà Nam",)),
        ("ưu tiên bố trí máy quét cho trạm xá", ("Tỉnh Hà Nam",)),
        ("Đẩy mạnh tuyên truyền tại chợ", ("Tỉnh Hà Nam",)),
    ]


COUNTED: list[tuple[str, list[Row]]] = [
    (  # counted off in one sentence
        "Thủ tướng yêu cầu: Thứ nhất, rà soát biểu mẫu thừa; thứ hai, bố trí đủ máy in; thứ ba, kiểm tra trạm xá.",
        [
            ("rà soát biểu mẫu thừa", (), "Thủ tướng Chính phủ"),
            ("bố trí đủ máy in", (), "Thủ tướng Chính phủ"),
            ("kiểm tra trạm xá", (), "Thủ tướng Chính phủ"),
        ],
    ),
    (
        "Bộ trưởng Bộ Y tế đề nghị các bệnh viện tập trung hai việc: một là hoàn thành sổ mổ điện tử; hai là kết nối "
        "máy xét nghiệm.",
        [
            ("hoàn thành sổ mổ điện tử", ("các bệnh viện",), "Bộ trưởng Bộ Y tế"),
            ("kết nối máy xét nghiệm", ("các bệnh viện",), "Bộ trưởng Bộ Y tế"),
        ],
    ),
    (  # behind a noun for the order
        "Chủ tịch UBND tỉnh Hà Nam có ý kiến chỉ đạo như sau: Sở Y tế bố trí máy quét; Sở Nội vụ hoàn thành sổ kho.",
        [
            ("bố trí máy quét", ("Sở Y tế",), "Chủ tịch UBND tỉnh Hà Nam"),
            ("hoàn thành sổ kho", ("Sở Nội vụ",), "Chủ tịch UBND tỉnh Hà Nam"),
        ],
    ),
    (  # on whose word
        "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh Hà Nam tại buổi họp, các sở, ngành khẩn trương cập nhật danh bạ số.",
        [("khẩn trương cập nhật danh bạ số", ("các sở, ngành",), "Chủ tịch UBND tỉnh Hà Nam")],
    ),
    (  # "thủ tục" is no "thứ tư"
        "Thủ tướng yêu cầu thủ tục cấp phép phải gọn hơn.",
        [("thủ tục cấp phép phải gọn hơn", (), "Thủ tướng Chính phủ")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), COUNTED)
def test_orders_counted_off_and_on_whose_word(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_branches_that_a_noun_names_and_speakers_who_agree_in_the_main() -> None:
    (branch,) = tasks("Sắp tới, lực lượng công an sẽ kiểm tra việc cấp thẻ tại các trường học.")
    assert (branch.assignees, branch.status) == (("lực lượng công an",), "planned")
    (asked,) = tasks(
        "Tổng Bí thư Tô Lâm cơ bản nhất trí với bản kê việc mà Văn phòng Trung ương Đảng soạn; "
        "đề nghị trong quá trình làm, tiếp tục bổ sung các việc phát sinh."
    )
    assert (asked.text, asked.directed_by) == ("tiếp tục bổ sung các việc phát sinh", "Tô Lâm")


SAID = "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Sơn La, "

IN_OTHER_WORDS: list[tuple[str, list[tuple[str, list[str], str | None]]]] = [
    # a thing that has to be ready, whosever it is; the milestone of one that was put off
    (
        SAID + "nhấn mạnh cơ sở dữ liệu đất đai của Sở Tài nguyên và Môi trường phải hoàn thành trước 30/6/2031.",
        [("cơ sở dữ liệu đất đai của Sở Tài nguyên và Môi trường phải hoàn thành trước 30/6/2031", [], None)],
    ),
    (
        SAID + 'nói: "Bộ chỉ số đánh giá lẽ ra phải xong từ quý II, chúng tôi xin lùi, nay phải có trước 31/12/2031."',
        [
            (
                "Bộ chỉ số đánh giá lẽ ra phải xong từ quý II, chúng tôi xin lùi, nay phải có trước 31/12/2031",
                ["Ủy ban nhân dân tỉnh Sơn La"],
                "extended",
            )
        ],
    ),
    # a thing that will run from a time on
    (
        SAID + "khẳng định sang quý III/2031 hệ thống mới sẽ chạy chính thức.",
        [("sang quý III/2031 hệ thống mới sẽ chạy chính thức", [], "planned")],
    ),
    # what is needed, and what matters most
    (
        SAID + "cho biết cần có phương án để mạng lưới không gián đoạn.",
        [("có phương án để mạng lưới không gián đoạn", [], None)],
    ),
    (
        SAID + "nói điều quan trọng là phải chuyển dữ liệu về một kho chung.",
        [("chuyển dữ liệu về một kho chung", [], None)],
    ),
    # doers told by their noun: with whose they are, one for another, numbered
    (
        SAID + 'nói: "Muốn vậy, phòng đào tạo các trường lớn phải đưa lịch học lên mạng."',
        [("đưa lịch học lên mạng", ["phòng đào tạo các trường lớn"], None)],
    ),
    (
        SAID + "yêu cầu các thôn, 12/12 thôn phải lập lại tổ công nghệ số cộng đồng.",
        [("lập lại tổ công nghệ số cộng đồng", ["các thôn"], None)],
    ),
    (
        "Công chức phụ trách hộ tịch (Văn phòng UBND xã) phải xin lỗi người dân bằng văn bản, ông Lê Văn An, "
        "Chủ tịch UBND xã yêu cầu.",
        [("xin lỗi người dân bằng văn bản", ["Công chức phụ trách hộ tịch"], None)],
    ),
    (
        "Bộ Y tế đã chỉ đạo cơ quan kiểm nghiệm rà soát các lô thuốc.",
        [("rà soát các lô thuốc", ["cơ quan kiểm nghiệm"], None)],
    ),
    # what the own body will have ready, and what it promises by its head alone
    (
        SAID + "cho biết tỉnh sẽ có văn bản nhắc các nhà mạng trong 5 ngày.",
        [("có văn bản nhắc các nhà mạng trong 5 ngày", ["Tỉnh Sơn La"], "planned")],
    ),
    (
        "Bà Trần Thị Bé, Phó Chủ tịch UBND tỉnh Lào Cai, lo nhất tiền mua máy; bà hứa tỉnh lo hai phần ba.",
        [("tỉnh lo hai phần ba", ["Ủy ban nhân dân tỉnh Lào Cai"], "planned")],
    ),
    (
        "Khi đó, cơ quan đăng ký đất đai sẽ vừa trả kết quả, vừa cập nhật bản đồ.",
        [("vừa trả kết quả, vừa cập nhật bản đồ", ["cơ quan đăng ký đất đai"], "planned")],
    ),
    # a second work with a time of its own
    (
        SAID + "giao việc cho từng sở. Trước hết Sở Y tế và Sở Nội vụ lựa chọn hai bệnh viện chạy thử, "
        "sang năm 2032 đánh giá rồi mở rộng.",
        [
            ("lựa chọn hai bệnh viện chạy thử", ["Sở Y tế", "Sở Nội vụ"], "planned"),
            ("sang năm 2032 đánh giá rồi mở rộng", ["Sở Y tế", "Sở Nội vụ"], "planned"),
        ],
    ),
    # up to another thing than the one worked on
    (
        SAID + "cho hay VNPT Hà Giang đang lắp 6 trạm phát sóng, 2 trạm còn lại vướng đất.",
        [("lắp 6 trạm phát sóng", ["VNPT Hà Giang"], "in-progress")],
    ),
    # whose a piece of work is, where who has it has no name; a verb behind "việc"; a year that the text leaves out
    (
        SAID + 'nói: "Trách nhiệm đôn đốc chung thuộc về văn phòng sở."',
        [("Trách nhiệm đôn đốc chung thuộc về văn phòng sở", ["văn phòng sở"], None)],
    ),
    (
        SAID + "lưu ý việc truyền tải thông điệp về an toàn dữ liệu tới từng hộ dân.",
        [("truyền tải thông điệp về an toàn dữ liệu tới từng hộ dân", [], None)],
    ),
    (SAID + "lưu ý việc sao chép bệnh án có thể gây lộ thông tin.", []),
    (
        SAID + "nhấn mạnh hệ thống báo cáo phải hoàn thành trước 20/8.",
        [("hệ thống báo cáo phải hoàn thành trước 20/8", [], None)],
    ),
    (
        SAID + 'nói: "Bán hàng ở đây, các nền tảng này phải nộp thuế đủ."',
        [("nộp thuế đủ", ["các nền tảng này"], None)],
    ),
    # what one thing does, apart from what others do then
    (
        SAID + "khẳng định sang tháng 7 cả hai sẽ chạy chính thức, người dân sẽ đỡ phải đi lại.",
        [("sang tháng 7 cả hai sẽ chạy chính thức", [], "planned")],
    ),
    # what matters most, called a matter; the speaker between
    (
        "Việc cần làm ngay, Bộ trưởng Nguyễn Mạnh Hùng nói, là rà soát mã định danh giữa các bộ.",
        [("rà soát mã định danh giữa các bộ", [], None)],
    ),
    (SAID + "cho rằng điều cần làm là xây dựng kho dữ liệu chung.", [("xây dựng kho dữ liệu chung", [], None)]),
    (SAID + "nhấn mạnh vấn đề lớn nhất là thiếu người.", []),
    # by whom a thing has to be dealt with in time; a plan whose year is left out; a year to come
    (
        SAID + "nói quy chế phối hợp phải được ba sở ký trước ngày 20/6.",
        [("quy chế phối hợp phải được ba sở ký trước ngày 20/6", [], None)],
    ),
    (
        "Theo tiến độ, Bộ Tư pháp trình Chính phủ dự thảo nghị định trước 15/11.",
        [("trình Chính phủ dự thảo nghị định trước 15/11", ["Bộ Tư pháp"], "planned")],
    ),
    # promises before somebody; orders in so many words
    (
        "Tập đoàn Viettel cam kết trước Bộ trưởng: không để nghẽn mạng trong ngày bầu cử.",
        [("không để nghẽn mạng trong ngày bầu cử", ["Tập đoàn Công nghiệp - Viễn thông Quân đội"], None)],
    ),
    (
        "VNPT nhận sẽ kéo cáp tới 12 bản chưa có sóng.",
        [("kéo cáp tới 12 bản chưa có sóng", ["Tập đoàn Bưu chính Viễn thông Việt Nam"], "planned")],
    ),
    (
        SAID + 'giao thẳng: "Sở Nội vụ viết lại quy trình tiếp dân."',
        [("viết lại quy trình tiếp dân", ["Sở Nội vụ"], None)],
    ),
    # who connects does not speak, though "nối" reads like "nói" without its accent
    (
        "Theo kế hoạch, Bộ Công an nối kho dữ liệu với ngành thuế trước 15/11.",
        [
            ("nối kho dữ liệu với ngành thuế trước 15/11", ["Bộ Công an"], "planned"),
        ],
    ),
    # who speaks, by a colon alone
    (
        'Bà Trần Thị Bé, Giám đốc Sở Y tế Hà Giang: "Chúng tôi sẽ trả thẻ tận nhà cho người bệnh."',
        [("trả thẻ tận nhà cho người bệnh", ["Sở Y tế Hà Giang"], "planned")],
    ),
    # several bodies without names, each with its work; a promise of one
    (
        SAID + "yêu cầu phòng văn hóa rà soát giấy phép; trạm y tế thống kê lại số ca.",
        [("rà soát giấy phép", ["phòng văn hóa"], None), ("thống kê lại số ca", ["trạm y tế"], None)],
    ),
    (
        "Chính quyền phường hứa sẽ trả lời người dân trước 15/8.",
        [("trả lời người dân trước 15/8", ["Chính quyền phường"], "planned")],
    ),
    # what a body announces that it does from then on
    (
        "Sở Tư pháp Hà Giang thông báo từ thứ Hai tuần tới ngừng nhận hồ sơ giấy với 12 thủ tục.",
        [("từ thứ Hai tuần tới ngừng nhận hồ sơ giấy với 12 thủ tục", ["Sở Tư pháp Hà Giang"], "planned")],
    ),
    (
        "Theo bà Nguyễn Thị Minh, Phó Cục trưởng Cục Thương mại điện tử, cơ quan quản lý cần xây dựng chợ trên mạng.",
        [
            ("xây dựng chợ trên mạng", ["cơ quan quản lý"], None),
        ],
    ),
    (
        SAID + "yêu cầu cán bộ được cử đi thực tập phải chăm chỉ.",
        [("cán bộ được cử đi thực tập phải chăm chỉ", ["cán bộ được cử đi thực tập"], None)],
    ),
    # what a body does no longer from a day on
    (
        "Từ ngày 1/10/2031, trường không nhận tiền mặt, hiệu trưởng Nguyễn Văn Tám cho biết.",
        [("Từ ngày 1/10/2031, trường không nhận tiền mặt", ["trường"], None)],
    ),
    (
        "Kể từ ngày 1/10/2031, UBND phường Ba Đình không thu bản sao giấy khai sinh.",
        [
            (
                "Kể từ ngày 1/10/2031, UBND phường Ba Đình không thu bản sao giấy khai sinh",
                ["Ủy ban nhân dân phường Ba Đình"],
                None,
            )
        ],
    ),
    ("Từ ngày 1/10/2019 đến nay phường không nhận được khiếu nại nào.", []),
    # each of several told by a number; a case in the sentence before is none of this one
    (
        SAID + "yêu cầu làm thật. Hai huyện, mỗi nơi phải chọn lấy ba xã khó nhất.",
        [("chọn lấy ba xã khó nhất", ["Hai huyện"], None)],
    ),
    # any thing that has to be dealt with by a time
    (
        SAID + "cho biết tài khoản định danh của tổ chức phải được cấp xong trước 1/7/2031.",
        [("tài khoản định danh của tổ chức phải được cấp xong trước 1/7/2031", [], None)],
    ),
    (
        SAID + "lưu ý kết quả rà soát mã số phải gửi về Bộ trước ngày 5/9/2031.",
        [("kết quả rà soát mã số phải gửi về Bộ trước ngày 5/9/2031", [], None)],
    ),
    (SAID + "cho biết giá thuê đường truyền phải giảm từ năm 2031.", []),
    (SAID + "cho biết bà con phải gửi hồ sơ từ sáng ngày 5/9/2031.", []),
    # what will not be let happen; who does what by the division of work
    (
        "Giám đốc Sở Y tế Trần Thị Nhị Hà khẳng định sẽ không để nghẽn hệ thống đơn thuốc.",
        [("không để nghẽn hệ thống đơn thuốc", ["Sở Y tế"], "planned")],
    ),
    (
        "Theo phân công, Sở Khoa học và Công nghệ lo hạ tầng đường truyền.",
        [("lo hạ tầng đường truyền", ["Sở Khoa học và Công nghệ"], "planned")],
    ),
    # between whom something goes is not who does it; what somebody does every morning is no work to come
    (SAID + "nói văn bản gửi giữa các sở phải ký số hết.", []),
    ("Bà Lê Hoa, Giám đốc Sở Y tế, cho biết việc đầu tiên bà làm mỗi sáng là kiểm tra thư.", []),
    # behind "theo …" and who says so, with no subject; a ban likewise
    (
        "Theo bà Đinh Thị Hà, Phó Giám đốc Sở Nội vụ Sơn La, thời gian tới cần sửa quy chuẩn bản vẽ điện tử.",
        [("sửa quy chuẩn bản vẽ điện tử", [], None)],
    ),
    (SAID + "cho rằng không được đẩy việc khó cho cấp xã.", [("không được đẩy việc khó cho cấp xã", [], None)]),
    (SAID + "cho biết không được cấp kinh phí nên việc chậm.", []),
    (
        "Ông Cao Anh Tuấn, Thứ trưởng Bộ Tài chính, hứa với đại biểu: trong quý III/2031 sẽ trả lời về hoàn thuế.",
        [("trong quý III/2031 sẽ trả lời về hoàn thuế", ["Bộ Tài chính"], "planned")],
    ),
    # reminded, urged on, given so long
    (
        SAID + "nhắc Sở Tài chính nộp báo cáo còn thiếu; đốc thúc các huyện hoàn thành bản đồ thửa.",
        [
            ("nộp báo cáo còn thiếu", ["Sở Tài chính"], None),
            ("hoàn thành bản đồ thửa", ["các huyện"], None),
        ],
    ),
    (
        SAID + "nói tổ rà soát có hai tháng để kiểm kê lại toàn bộ phần mềm.",
        [("có hai tháng để kiểm kê lại toàn bộ phần mềm", ["tổ rà soát"], None)],
    ),
    (SAID + "nhắc lại chuyện các huyện từng nộp chậm.", []),
    # no work: what people do, what waits, what somebody comes to have
    (SAID + "nói các sở phải chờ nhau khá lâu.", []),
    (SAID + "cho biết sang năm 2032 học sinh sẽ kết thúc kỳ thi sớm hơn.", []),
    ("Bộ Tài chính sẽ có thêm nguồn thu từ dịch vụ số.", []),
    ("Trong số tới, chúng tôi sẽ bàn về sổ hộ khẩu giấy.", []),
    ("Trong dự thảo quy chế đang được lấy ý kiến có hai điểm mới.", []),
    ("Đơn vị nào trễ hai kỳ sẽ bị Sở Tư pháp nêu tên trên cổng thông tin.", []),
]


@pytest.mark.parametrize(("text", "wanted"), IN_OTHER_WORDS)
def test_what_officials_want_in_other_words(text: str, wanted: list[tuple[str, list[str], str | None]]) -> None:
    assert [(task.text, list(task.assignees), task.status) for task in tasks(text)] == wanted


def test_a_long_speech_is_read_in_linear_time() -> None:
    def reads(times: int) -> Callable[[], object]:
        speech = SAID + "cho biết " + '"phòng nội vụ phải rà soát sổ" ' * times
        source = read_bytes(f"{speech}.\n".encode(), "thu.txt")
        return lambda: extract(source)

    assert growth(reads, 100, 800, below=16) < 16


@pytest.mark.parametrize(
    ("said", "who", "what"),
    [
        ("kêu gọi các doanh nghiệp trong lĩnh vực giống cây trồng đẩy mạnh lai tạo giống mới", "các doanh nghiệp trong "
         "lĩnh vực giống cây trồng", "đẩy mạnh lai tạo giống mới"),
        ("đề nghị các địa phương có rừng ngập mặn rà soát diện tích đã mất", "các địa phương có rừng ngập mặn",
         "rà soát diện tích đã mất"),
        ("yêu cầu các xã thuộc vùng lõi phải lập tổ tuần tra trước 30/6/2027", "các xã thuộc vùng lõi",
         "lập tổ tuần tra trước 30/6/2027"),
        ("khuyến nghị các doanh nghiệp nên đầu tư vườn ươm công nghệ cao", "các doanh nghiệp",
         "đầu tư vườn ươm công nghệ cao"),
    ],
)  # fmt: skip
def test_which_of_a_group_are_told(said: str, who: str, what: str) -> None:
    text = f"Tin về cây xanh\nThứ trưởng Bộ Nông nghiệp và Môi trường Lê Công Hoan {said}.\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.assignees, task.text) for task in found] == [((who,), what)]


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        # who says so is told in the middle
        (
            "Các trường tiểu học, bà Hoa lưu ý, cần trồng xong vườn rau trước 30/5/2027.",
            [("trồng xong vườn rau trước 30/5/2027", ("Các trường tiểu học",), "Lê Thị Hoa", None)],
        ),
        (
            "Vườn ươm hạng I trở lên, bà nhắc, phải hoàn thành hồ sơ giống cây.",
            [("hoàn thành hồ sơ giống cây", (), "Lê Thị Hoa", None)],  # a thing
        ),
        (
            "Sở Xây dựng, bà Hoa nói, phải gắn biển cho cây cổ thụ.",
            [("gắn biển cho cây cổ thụ", ("Sở Xây dựng",), "Lê Thị Hoa", None)],
        ),
        (
            "Cục Lâm nghiệp, theo Phó Cục trưởng Trần Văn Lâm, đang lập bản đồ rừng và sẽ mở cho dân xem trong quý "
            "II/2027.",
            [
                ("lập bản đồ rừng", ("Cục Lâm nghiệp",), "Trần Văn Lâm", "in-progress"),
                ("mở cho dân xem trong quý II/2027", ("Cục Lâm nghiệp",), "Trần Văn Lâm", "planned"),
            ],
        ),
        (
            "Đại diện Viettel thì hứa: lắp cảm biến cho 20 vườn ươm.",
            [
                (
                    "lắp cảm biến cho 20 vườn ươm", ("Tập đoàn Công nghiệp - Viễn thông Quân đội",),
                    "Tập đoàn Công nghiệp - Viễn thông Quân đội", "planned",
                )
            ],
        ),
    ],
)  # fmt: skip
def test_whose_words_it_is_may_stand_between_a_body_and_its_work(
    sentence: str, want: list[tuple[str, tuple[str, ...], str | None, str | None]]
) -> None:
    text = f"Tin về cây xanh\nBà Lê Thị Hoa, Giám đốc Sở Giáo dục và Đào tạo, chủ trì cuộc họp. {sentence}\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees, task.directed_by, task.status) for task in found] == want


def test_entries_under_an_order_name_their_doers_by_nouns() -> None:
    text = (
        "Tin về cây xanh\nĐồng chí Lò Văn Hà, Chủ tịch UBND xã Mường Bú, phân công:\n"
        "- Đoàn xã lập danh sách hộ trồng cây.\n- Kế toán đối soát tiền mua giống mỗi tháng.\n"
        "- Trạm y tế rà soát vườn thuốc trước 30/6/2027.\n- Nhập sổ theo dõi cây chết.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.assignees, task.text) for task in found] == [
        (("Đoàn xã",), "lập danh sách hộ trồng cây"),
        (("Kế toán",), "đối soát tiền mua giống mỗi tháng"),
        (("Trạm y tế",), "rà soát vườn thuốc trước 30/6/2027"),
        ((), "Nhập sổ theo dõi cây chết"),
    ]


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (
            "Bà Hoa lưu ý không để học sinh phải dọn lá quá hai buổi.",
            [("không để học sinh phải dọn lá quá hai buổi", (), None, None)],
        ),
        (
            "Đối với phần việc của Sở Tài chính, bà Hoa yêu cầu dứt điểm trong tháng 9/2027.",
            [("dứt điểm trong tháng 9/2027", ("Sở Tài chính",), "2027-09", None)],
        ),
        (
            "Sở Xây dựng chịu trách nhiệm trước UBND tỉnh về việc hoàn thiện vườn thực vật, thời hạn lùi đến ngày 10 "
            "tháng 10 năm 2027.",
            [("hoàn thiện vườn thực vật", ("Sở Xây dựng",), "2027-10-10", "extended")],
        ),
        (
            "Trong tháng này, Sở Xây dựng phải xong khâu gắn mã cho cây, bà Hoa chốt lại.",
            [("xong khâu gắn mã cho cây", ("Sở Xây dựng",), None, None)],
        ),
        (  # a complaint
            "Ông Nguyễn Huy Ngọc than tỉnh phải nâng cấp cùng lúc ba vườn ươm.",
            [],
        ),
        (
            "Bà Hoa yêu cầu Trưởng ban Chỉ đạo, Chủ tịch UBND các xã lập hồ sơ cây cổ thụ.",
            [("lập hồ sơ cây cổ thụ", ("Chủ tịch UBND các xã",), None, None)],
        ),
        (
            "Sở Xây dựng được Thủ tướng ủy nhiệm thẩm định đề án cây xanh.",
            [("thẩm định đề án cây xanh", ("Sở Xây dựng",), None, None)],
        ),
        (
            "Bà Hoa yêu cầu Sở Tài chính bố trí vốn, Công an tỉnh lo kỹ thuật.",
            [("bố trí vốn", ("Sở Tài chính",), None, None), ("lo kỹ thuật", ("Công an tỉnh",), None, None)],
        ),
    ],
)  # fmt: skip
def test_further_ways_in_which_officials_give_work(
    sentence: str, want: list[tuple[str, tuple[str, ...], str | None, str | None]]
) -> None:
    text = f"Tin về cây xanh\nBà Lê Thị Hoa, Giám đốc Sở Giáo dục và Đào tạo, chủ trì cuộc họp. {sentence}\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees, task.deadline, task.status) for task in found] == want


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        ("Vào ngày 25 hằng tháng, Sở Xây dựng cập nhật bản đồ cây.", [("cập nhật bản đồ cây", ("Sở Xây dựng",))]),
        ("Vào cuối mỗi quý, Sở Xây dựng kiểm tra các vườn.", [("kiểm tra các vườn", ("Sở Xây dựng",))]),
        ("Vào thứ Sáu hằng tuần, các xã nộp báo cáo cây chết.", [("nộp báo cáo cây chết", ("các xã",))]),
        ("Vào ngày 25 hằng tháng, Sở Xây dựng nhận được 500 đơn xin cây.", []),  # how things are
        ("Vào ngày 25 tháng 3, Sở Xây dựng công bố sách cây xanh.", []),
    ],
)
def test_a_day_of_each_month_opens_a_duty(sentence: str, want: list[tuple[str, tuple[str, ...]]]) -> None:
    found = extract(read_bytes(f"Tin về cây xanh\n{sentence}\n".encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees) for task in found] == want


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Riêng Bộ Tài chính có văn bản trả lời các tỉnh trước ngày 05/12/2031.", "Bộ Tài chính"),
        ("Bộ Nội vụ có báo cáo gửi Văn phòng Chính phủ chậm nhất ngày 05/12/2031.", "Bộ Nội vụ"),
        ("Bộ Công an có phương án dự phòng trong tháng 3/2031.", "Bộ Công an"),
        ("Bộ Tài chính có văn bản ngày 5/1/2024.", None),
        ("Bộ Tài chính có ý kiến khác nhau.", None),
    ],
)
def test_what_a_body_hands_over_by_a_time_behind_an_order(said: str, who: str | None) -> None:
    found = tasks(f"Phó Thủ tướng giao Bộ Y tế rà soát danh mục thuốc. {said}")
    assert [task.assignees for task in found[1:]] == ([(who,)] if who else [])


@pytest.mark.parametrize(
    "text",
    [
        "Chính phủ đã thống nhất để Quốc hội xem xét dự án luật.",
        "Các đại biểu nhất trí để Sở Y tế có thêm thời gian.",
        "Ông Nam không đồng ý để Sở Y tế mở quầy thuốc đêm.",
    ],
)
def test_what_is_not_theirs_to_leave_to_others(text: str) -> None:
    assert tasks(text) == ()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Sở Nội vụ đánh giá mô hình tổ công nghệ xã.", [("đánh giá mô hình tổ công nghệ xã", "Sở Nội vụ")]),
        ("Sở Nội vụ báo cáo UBND tỉnh phương án thi tuyển.", [("báo cáo UBND tỉnh phương án thi tuyển", "Sở Nội vụ")]),
        ("Sở Nội vụ đề xuất mức khoán chi.", [("đề xuất mức khoán chi", "Sở Nội vụ")]),
        ("Sở Nội vụ thông báo lịch thi, Sở Y tế phân tích nguyên nhân.",
         [("thông báo lịch thi", "Sở Nội vụ"), ("phân tích nguyên nhân", "Sở Y tế")]),
        # another one is heard
        ("Sở Nội vụ đánh giá cao cách làm này.", []),
        ("Sở Nội vụ đã báo cáo UBND tỉnh phương án thi tuyển.", []),
        ("Sở Nội vụ nêu rõ cách làm.", []),
    ],
)  # fmt: skip
def test_a_second_body_may_be_told_to_report(said: str, wanted: list[tuple[str, str]]) -> None:
    first, *others = tasks(f"Chủ tịch UBND tỉnh Hà Nam Lê Văn An giao Sở Tư pháp rà soát quy chế, {said}")
    assert (first.text, first.assignees) == ("rà soát quy chế", ("Sở Tư pháp",))
    assert [(one.text, *one.assignees) for one in others] == wanted


def test_who_is_told_to_assess_is_not_heard_after_that() -> None:
    told = tasks(
        "Chủ tịch UBND tỉnh Hà Nam Lê Văn An giao Sở Tư pháp rà soát quy chế, Sở Nội vụ đánh giá mô hình tổ công nghệ. "
        "Các xã phải mở điểm truy cập."
    )
    assert [one.directed_by for one in told] == ["Lê Văn An"] * 3


@pytest.mark.parametrize(
    ("topic", "wanted"),
    [
        ("Về nhiệm vụ thời gian tới", "thực hiện nghiêm quy chế"),
        ("Về công tác sắp tới", "thực hiện nghiêm quy chế"),
        ("Về nhiệm vụ trọng tâm quý IV", "thực hiện nghiêm quy chế"),
        ("Về việc thuê máy chủ của các xã", "việc thuê máy chủ của các xã"),  # what is to be done
    ],
)
def test_a_topic_that_says_only_when_is_no_work(topic: str, wanted: str) -> None:
    tail = "thực hiện nghiêm quy chế" if wanted.startswith("thực") else "thực hiện"
    (task,) = tasks(f"Thủ tướng chủ trì phiên họp. {topic}, Thủ tướng yêu cầu Bộ Y tế {tail}.")
    assert (task.text, task.assignees) == (wanted, ("Bộ Y tế",))
