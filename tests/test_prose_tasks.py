"""Tasks in plain news prose: what follows an order, what a body plans, what is under way, from when a thing is done."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(f"Tin về chuyển đổi số\n15/03/2025 08:30\n{text}\n".encode(), "tin.txt")).tasks


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(task.text, task.assignees, task.status) for task in tasks(text)]


MINISTRY = "Bộ Nội vụ"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what somebody says that the own body does from now on, without "sẽ"
        (
            "Ông Lê Văn An, Giám đốc Sở Tư pháp tỉnh Nghệ An, cho hay trong thời gian tới đơn vị tập trung số hóa sổ "
            "hộ tịch.",
            [("tập trung số hóa sổ hộ tịch", ("Sở Tư pháp tỉnh Nghệ An",), "planned")],
        ),
        (
            "Giám đốc Sở Tư pháp Lê Văn An cho biết, trong thời gian tới Sở tiếp tục số hóa sổ hộ tịch.",
            [("tiếp tục số hóa sổ hộ tịch", ("Sở Tư pháp",), "planned")],
        ),
        ("Ông Lê Văn An cho hay trong thời gian tới thị trường tiếp tục mở rộng quy mô.", []),
        ("Giám đốc Sở Tư pháp Lê Văn An cho biết, năm qua Sở tập trung số hóa sổ hộ tịch.", []),
        # who has the rest to do, by a time only
        (
            "Bộ Y tế yêu cầu các bệnh viện hạng I triển khai bệnh án điện tử trước ngày 30/9/2025; các bệnh viện còn "
            "lại hoàn thành trong năm 2026.",
            [
                ("triển khai bệnh án điện tử trước ngày 30/9/2025", ("các bệnh viện hạng I",), None),
                ("các bệnh viện còn lại hoàn thành trong năm 2026", ("các bệnh viện còn lại",), None),
            ],
        ),
        (
            "Bộ Y tế yêu cầu các bệnh viện triển khai bệnh án điện tử, hoàn thành trong năm 2026.",
            [("triển khai bệnh án điện tử, hoàn thành trong năm 2026", ("các bệnh viện",), None)],
        ),
        # how often opens a clause of its own
        (
            "Bộ Nội vụ giao Sở Y tế tỉnh Lào Cai hướng dẫn kỹ thuật, hằng tháng công khai danh sách đơn vị chậm.",
            [
                ("hướng dẫn kỹ thuật", ("Sở Y tế tỉnh Lào Cai",), None),
                ("hằng tháng công khai danh sách đơn vị chậm", ("Sở Y tế tỉnh Lào Cai",), None),
            ],
        ),
        # who only leads is not among those who have the duty
        (
            "Sở Y tế tỉnh Lào Cai được giao chủ trì, các phường, xã có trách nhiệm cung cấp hồ sơ gốc.",
            [("cung cấp hồ sơ gốc", ("các phường, xã",), None)],
        ),
        # work given in the passive, with its time behind
        (
            "Việc hoàn thiện kho dữ liệu được giao cho Bộ Nội vụ, thời hạn trình Chính phủ là tháng 8/2025.",
            [
                (
                    "Việc hoàn thiện kho dữ liệu được giao cho Bộ Nội vụ, thời hạn trình Chính phủ là tháng 8/2025",
                    (MINISTRY,),
                    None,
                )
            ],
        ),
        ("Việc hoàn thiện kho dữ liệu được giao cho Bộ Nội vụ, nhờ đó nhiều xã phấn khởi.", []),
        # a thing that is being worked on, with its time
        (
            "12 xã còn lại đang được lắp đặt thiết bị, dự kiến hoàn thành trước 15/5/2025.",
            [("12 xã còn lại đang được lắp đặt thiết bị, dự kiến hoàn thành trước 15/5/2025", (), "in-progress")],
        ),
        ("12 xã vùng cao đang được lắp đặt thiết bị.", []),
        # not this but that
        (
            "Bộ Nội vụ sẽ không chờ đợi mà chủ động xây dựng kịch bản cho từng tình huống.",
            [("chủ động xây dựng kịch bản cho từng tình huống", (MINISTRY,), "planned")],
        ),
        ("Bộ Nội vụ sẽ không chờ đợi thêm nữa.", []),
        # from a day to come on
        (
            "Theo lộ trình, từ 1/7/2025, mọi hồ sơ được số hóa ngay khi tiếp nhận.",
            [("mọi hồ sơ được số hóa ngay khi tiếp nhận", (), "planned")],
        ),
        (
            "Từ ngày 1/7/2025, Sở Y tế tỉnh Lào Cai dừng tiếp nhận hồ sơ giấy.",
            [("dừng tiếp nhận hồ sơ giấy", ("Sở Y tế tỉnh Lào Cai",), "planned")],
        ),
        ("Từ ngày 1/7/2024, hệ thống cũ dừng tiếp nhận hồ sơ mới.", []),
        ("Từ ngày 1/7/2025, người dân được miễn phí cấp đổi giấy tờ.", []),
        # the second verb of what a body is told to do
        (
            "Bộ Nội vụ yêu cầu Sở Y tế tỉnh Lào Cai đẩy nhanh tiến độ. Vụ Pháp chế tổng hợp vướng mắc, đề xuất sửa đổi "
            "Nghị định trong quý III.",
            [
                ("đẩy nhanh tiến độ", ("Sở Y tế tỉnh Lào Cai",), None),
                ("tổng hợp vướng mắc, đề xuất sửa đổi Nghị định trong quý III", ("Vụ Pháp chế",), None),
            ],
        ),
        # body by body, though nobody is heard
        (
            "Kế hoạch hành động rõ người, rõ việc. Cụ thể, Sở Giáo dục và Đào tạo triển khai học bạ số; Sở Y tế liên "
            "thông dữ liệu giấy khám sức khỏe; Công an tỉnh cấp tài khoản định danh cho doanh nghiệp.",
            [
                ("triển khai học bạ số", ("Sở Giáo dục và Đào tạo",), None),
                ("liên thông dữ liệu giấy khám sức khỏe", ("Sở Y tế",), None),
                ("cấp tài khoản định danh cho doanh nghiệp", ("Công an tỉnh",), None),
            ],
        ),
        ("Năm 2024, Sở Y tế triển khai học bạ số; Sở Nội vụ cấp tài khoản định danh cho công chức.", []),
        ("Cụ thể, Sở Y tế đã triển khai bệnh án điện tử; Sở Nội vụ cấp tài khoản định danh cho công chức.", []),
        ("Cụ thể, Sở Y tế giải quyết hơn 300 hồ sơ; Sở Nội vụ tiếp nhận 120 phản ánh.", []),
        # what some of those who talk propose
        (
            "Bộ Nội vụ yêu cầu Sở Y tế tỉnh Lào Cai đẩy nhanh tiến độ. Một số đại biểu đề xuất xây dựng Luật Chính phủ "
            "số.",
            [("đẩy nhanh tiến độ", ("Sở Y tế tỉnh Lào Cai",), None)],
        ),
        # a ban in a quotation; what has to be done with whatever is so
        (
            "“Không để việc phân cấp trở thành gánh nặng cho cơ sở”, Bộ trưởng Bộ Y tế Đào Hồng Lan nhấn mạnh.",
            [("Không để việc phân cấp trở thành gánh nặng cho cơ sở", (), None)],
        ),
        ("“Không khí ở các trạm y tế rất phấn khởi”, Bộ trưởng Bộ Y tế Đào Hồng Lan nói.", []),
        (
            "Bộ trưởng Bộ Y tế Đào Hồng Lan yêu cầu các trạm rà soát thiết bị. Cái gì chưa làm thì làm theo cách mới.",
            [("rà soát thiết bị", ("các trạm",), None), ("Cái gì chưa làm thì làm theo cách mới", (), None)],
        ),
        ("Bộ trưởng Bộ Y tế Đào Hồng Lan nói những gì đã làm thì rất đáng quý.", []),
        # to whom goes what comes of it
        (
            "Thủ tướng yêu cầu Bộ Y tế thí điểm sổ sức khỏe. Kết quả thí điểm được tổng hợp, báo cáo Thủ tướng.",
            [
                ("thí điểm sổ sức khỏe", ("Bộ Y tế",), None),
                ("Kết quả thí điểm được tổng hợp, báo cáo Thủ tướng", (), None),
            ],
        ),
        ("Thông tư có hai chương. Kết quả thí điểm được tổng hợp, báo cáo Thủ tướng.", []),
        # counted off, the first behind a colon
        (
            "Thủ tướng nhắc lại 3 việc cần làm ngay: Thứ nhất, xóa bỏ tư duy cũ trong chia sẻ dữ liệu. Thứ hai, các bộ "
            "rà soát kho dữ liệu. Thứ ba, đưa tỷ lệ hồ sơ qua mạng vào tiêu chí thi đua.",
            [
                ("xóa bỏ tư duy cũ trong chia sẻ dữ liệu", (), None),
                ("rà soát kho dữ liệu", ("các bộ",), None),
                ("đưa tỷ lệ hồ sơ qua mạng vào tiêu chí thi đua", (), None),
            ],
        ),
        (
            "Thủ tướng yêu cầu Bộ Y tế cấp sổ sức khỏe điện tử dựa trên nhiều căn cứ. Thứ nhất, việc cấp sổ giúp chứng "
            "nhận tình trạng sức khỏe.",
            [("cấp sổ sức khỏe điện tử dựa trên nhiều căn cứ", ("Bộ Y tế",), None)],
        ),
        # what is suggested to a body; what a leader has done without saying by whom
        (
            "Phó Thủ tướng Vũ Đức Đam gợi ý Bộ Y tế nên bắt đầu từ những việc nhỏ như đặt lịch khám qua mạng.",
            [("bắt đầu từ những việc nhỏ như đặt lịch khám qua mạng", ("Bộ Y tế",), None)],
        ),
        ("Nhiều gợi ý của Bộ Y tế được các bệnh viện đánh giá cao.", []),
        (
            "Chủ tịch UBND tỉnh Quảng Ninh Lê Văn An phê bình ba sở. Ông cũng chỉ đạo gắn camera tại các điểm một cửa.",
            [("gắn camera tại các điểm một cửa", (), None)],
        ),
        ("Chủ tịch UBND tỉnh Quảng Ninh Lê Văn An phê bình ba sở. Ban này chỉ đạo gắn kết các phong trào.", []),
        # another body, by a noun, behind the comma
        (
            "Bộ Tài chính cho biết doanh nghiệp phải dùng hóa đơn điện tử, cơ quan thuế sẽ hỗ trợ miễn phí phần mềm.",
            [
                ("dùng hóa đơn điện tử", ("doanh nghiệp",), None),
                ("hỗ trợ miễn phí phần mềm", ("cơ quan thuế",), "planned"),
            ],
        ),
        # in which case the next is done is no part of it
        (
            "Chủ tịch UBND tỉnh Quảng Ninh Lê Văn An giao Sở Y tế kiểm tra thiết bị ngay, nếu hỏng thì phải thay thế "
            "hệ thống máy chủ.",
            [
                ("kiểm tra thiết bị ngay", ("Sở Y tế",), None),
                ("thay thế hệ thống máy chủ", ("Sở Y tế",), None),
            ],
        ),
        # who is told by name after a sentence that only says that work is given
        (
            "Thủ tướng Phạm Minh Chính giao nhiệm vụ cho từng bộ. Bộ Nội vụ phải có bằng được nền tảng kết nối. "
            "Bộ Y tế đưa chỉ số hài lòng vào đánh giá.",
            [
                ("có bằng được nền tảng kết nối", (MINISTRY,), None),
                ("đưa chỉ số hài lòng vào đánh giá", ("Bộ Y tế",), None),
            ],
        ),
        ("Thủ tướng Phạm Minh Chính khen từng bộ. Bộ Y tế đưa chỉ số hài lòng vào đánh giá.", []),
        # what a leader orders in quotation marks, or wants of somebody
        (
            "Phó Chủ tịch UBND tỉnh Lào Cai Lê Văn An “đặt hàng” Sở Y tế nghiên cứu mô hình dự báo dịch. Ông An muốn "
            "các xã chia sẻ hình ảnh về một đầu mối.",
            [
                ("nghiên cứu mô hình dự báo dịch", ("Sở Y tế",), None),
                ("chia sẻ hình ảnh về một đầu mối", ("các xã",), None),
            ],
        ),
        ("Nhiều hộ dân muốn các xã chia sẻ hình ảnh về một đầu mối.", []),
        # what is replaced by a time; what somebody does from then on
        (
            "Bộ Y tế cho biết giấy hẹn điện tử sẽ thay cho giấy hẹn in trong quý II/2025.",
            [("giấy hẹn điện tử sẽ thay cho giấy hẹn in trong quý II/2025", (), "planned")],
        ),
        ("Bộ Y tế cho biết thẻ từ sẽ thay mặt chủ nhân nói lời cảm ơn.", []),
        (
            "Để giảm tải, từ tuần sau Bệnh viện Bạch Mai cho bệnh nhân đặt lịch qua điện thoại.",
            [("cho bệnh nhân đặt lịch qua điện thoại", ("Bệnh viện Bạch Mai",), "planned")],
        ),
        # a counted thing ends a sentence; "này" is no work
        (
            "Chủ tịch UBND tỉnh Lào Cai Lê Văn An yêu cầu Sở Y tế chuyển hồ sơ đối với gói thầu số 5. Sở Nội vụ có ba "
            "phòng.",
            [("chuyển hồ sơ đối với gói thầu số 5", ("Sở Y tế",), None)],
        ),
        # what each party does under what they signed
        (
            "Theo biên bản ghi nhớ, phía Hàn Quốc cử chuyên gia thiết kế hệ thống họp không giấy, phía Việt Nam bố trí "
            "mặt bằng và nhân lực.",
            [
                ("cử chuyên gia thiết kế hệ thống họp không giấy", ("Hàn Quốc",), None),
                ("bố trí mặt bằng và nhân lực", ("Việt Nam",), None),
            ],
        ),
        (
            "Bộ Nội vụ giao Sở Y tế tỉnh Lào Cai theo dõi, hằng tuần công khai danh sách xã còn dùng giấy.",
            [("theo dõi, hằng tuần công khai danh sách xã còn dùng giấy", ("Sở Y tế tỉnh Lào Cai",), None)],
        ),
        # one body by its noun alone, steps that are counted off, those who are in a case
        (
            "Chủ tịch UBND thành phố Huế Lê Văn An yêu cầu nhà thầu: bổ sung thiết bị, làm thêm ca.",
            [("bổ sung thiết bị, làm thêm ca", ("nhà thầu",), None)],
        ),
        ("Chủ tịch UBND thành phố Huế Lê Văn An yêu cầu nhà thầu phụ.", []),
        (
            "Kế hoạch này, theo Giám đốc Sở Y tế tỉnh Lào Cai Lê Văn An, chia làm hai bước. Bước một, rà soát trang "
            "thiết bị của các trạm. Bước cuối là công khai danh sách trạm.",
            [
                ("rà soát trang thiết bị của các trạm", (), None),
                ("công khai danh sách trạm", (), None),
            ],
        ),
        ("Theo Giám đốc Sở Y tế tỉnh Lào Cai Lê Văn An, có hai bước tiến. Bước một, số ca mắc giảm mạnh.", []),
        (
            "Bộ Nội vụ yêu cầu các bộ giải trình bằng văn bản. Những bộ đã ban hành kế hoạch thì phải bố trí vốn.",
            [
                ("giải trình bằng văn bản", ("các bộ",), None),
                ("bố trí vốn", ("Những bộ đã ban hành kế hoạch",), None),
            ],
        ),
        (
            "Bộ Nội vụ yêu cầu các bộ giải trình bằng văn bản. Các quận làm tốt sẽ được thưởng.",
            [("giải trình bằng văn bản", ("các bộ",), None)],
        ),
        # what a body makes known that it stops; what parties strive for by a time
        (
            "Công an tỉnh Lào Cai thông báo từ ngày 1/4 tạm ngừng cấp căn cước để nâng cấp đường truyền.",
            [
                (
                    "từ ngày 1/4 tạm ngừng cấp căn cước để nâng cấp đường truyền",
                    ("Công an tỉnh Lào Cai",),
                    "planned",
                )
            ],
        ),
        (
            "Sở Y tế Đồng Nai ký kết với Tập đoàn FPT. Hai bên phấn đấu đến tháng 9 đưa phần mềm vào sử dụng.",
            [("đến tháng 9 đưa phần mềm vào sử dụng", ("Hai bên",), "planned")],
        ),
        ("Hai bên phấn đấu đạt kim ngạch 20 tỷ USD vào năm 2030.", []),
        # whoever is in a case, behind another's work; an aim before an order; a post that begins like a verb
        (
            "Bộ Nội vụ đề nghị các xã rà lại hợp đồng phần mềm, đơn vị nào ký sai quy định thì phải chấm dứt hợp đồng.",
            [
                ("rà lại hợp đồng phần mềm", ("các xã",), None),
                ("chấm dứt hợp đồng", ("đơn vị nào ký sai quy định",), None),
            ],
        ),
        (
            "Thủ tướng yêu cầu công khai danh mục. Để đẩy nhanh, giao Bộ Công an xây dựng kho dữ liệu dùng chung.",
            [("công khai danh mục", (), None), ("xây dựng kho dữ liệu dùng chung", ("Bộ Công an",), None)],
        ),
        ("Bộ Nội vụ theo dõi, đẩy nhanh, đôn đốc các xã.", []),
        (
            "Bộ Nội vụ lưu ý lãnh đạo xã phải ký số văn bản chứ không giao văn thư ký thay.",
            [("ký số văn bản chứ không giao văn thư ký thay", ("lãnh đạo xã",), None)],
        ),
    ],
)
def test_work_in_plain_prose(text: str, wanted: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "field", "wanted"),
    [
        # with whom another works is not the one called again
        (
            "Bộ Nội vụ đang phối hợp với Bộ Công an làm sạch dữ liệu. Trong quý III/2025, cơ quan này sẽ kết nối hai "
            "cơ sở dữ liệu.",
            "assignees",
            [(MINISTRY,), (MINISTRY,)],
        ),
        (
            "Hiện, Công an tỉnh Lào Cai đang cùng Sở Y tế đồng bộ dữ liệu. Đơn vị phấn đấu hết quý II/2025 hoàn thành "
            "việc đồng bộ cho toàn tỉnh.",
            "assignees",
            [("Công an tỉnh Lào Cai",), ("Công an tỉnh Lào Cai",)],
        ),
        # nor is it who gives the order
        (
            "Thủ tướng yêu cầu công khai danh mục. Giao Bộ Nội vụ chủ trì cùng Bộ Tư pháp đề xuất phương án phân cấp.",
            "directed_by",
            ["Thủ tướng Chính phủ", "Thủ tướng Chính phủ"],
        ),
        # a time to come right behind an order is no plan
        (
            "Phó Thủ tướng Hồ Đức Phớc đề nghị Bộ Nội vụ hoàn thiện bộ chỉ số. Trước mắt, các địa phương bố trí đủ "
            "kinh phí cho cấp xã.",
            "status",
            [None, None],
        ),
        (
            "Bộ Nội vụ vừa công bố bộ chỉ số. Trước mắt, các địa phương bố trí đủ kinh phí cho cấp xã.",
            "status",
            ["planned"],
        ),
        # now is no deadline
        ("Hiện, Bộ Nội vụ đang xây dựng kho dữ liệu cán bộ.", "deadline", [None]),
        ("Hiện, Bộ Nội vụ đang xây dựng kho dữ liệu cán bộ, xong trong quý II.", "deadline", ["2025-Q2"]),
        # what leads to the next order is not part of the work
        (
            "Thủ tướng yêu cầu cắt giảm thời gian giải quyết thủ tục, nêu rõ các bộ phải công bố danh mục trong tháng "
            "6.",
            "text",
            ["cắt giảm thời gian giải quyết thủ tục", "công bố danh mục trong tháng 6"],
        ),
        # in which case is no part of who
        (
            "Thứ trưởng Bộ Nội vụ Trương Hải Long lưu ý các địa phương khi cắt giảm thủ tục phải tính đến khả năng của "
            "cấp xã.",
            "assignees",
            [("các địa phương",)],
        ),
        (
            "Thứ trưởng Bộ Nội vụ Trương Hải Long lưu ý các địa phương còn nợ hồ sơ phải giải trình với cấp trên.",
            "assignees",
            [("các địa phương còn nợ hồ sơ",)],
        ),
        # a quotation of several sentences is that of the one who is named behind it
        (
            "“Tôi yêu cầu Văn phòng UBND tỉnh rà soát toàn bộ văn bản giấy. Các sở cũng phải kiểm tra lại kho lưu trữ”"
            ", Chủ tịch UBND tỉnh Quảng Ninh Lê Văn An nói.",
            "directed_by",
            ["Lê Văn An", "Lê Văn An"],
        ),
        (
            "Bộ Nội vụ yêu cầu các xã rà soát văn bản giấy. Chủ tịch UBND tỉnh Quảng Ninh Lê Văn An nói: “Các sở cũng "
            "phải kiểm tra lại kho lưu trữ”.",
            "directed_by",
            ["Bộ Nội vụ", "Lê Văn An"],
        ),
        # whom somebody wants something of does not speak
        (
            "Doanh nghiệp muốn Sở Y tế chia sẻ dữ liệu. Muốn vậy, các xã phải cung cấp dữ liệu gốc.",
            "directed_by",
            [None],
        ),
        # what another body does is no name
        (
            "Theo đó, Tập đoàn FPT đầu tư toàn bộ hạ tầng, Sở Y tế chịu trách nhiệm chuẩn hóa danh mục dùng chung.",
            "assignees",
            [("Sở Y tế",)],
        ),
    ],
)
def test_fields_in_plain_prose(text: str, field: str, wanted: list[object]) -> None:
    assert [getattr(task, field) for task in tasks(text)] == wanted
