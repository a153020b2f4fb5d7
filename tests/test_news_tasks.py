"""Tasks as journalists report them: what is work, whose it is, and what is none; each text failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "thu.txt")).tasks


@pytest.mark.parametrize(
    "text",
    [
        # a name inside another noun phrase does nothing
        "Doanh thu của ASEAN sẽ tăng nhanh nhờ dịch vụ số.",
        "Nhiều cửa hàng không đăng ký tại Việt Nam đang cung cấp phim cho người xem trong nước.",
        "Khoản phí thuộc thẩm quyền của Bộ Tài chính sẽ giảm một nửa sau khi đổi cách tính.",
        # what can be reached is no work
        "Bộ Y tế sẽ tiết kiệm được hàng chục tỷ đồng tiền in phim X-quang.",
        "Với nền tảng này, tỉnh Thanh Hóa sẽ rút ngắn được thời gian trả kết quả.",
        "Không thể chắc rằng ngay năm đầu Bộ Tài chính sẽ triển khai đầy đủ ở mọi nơi.",
        # what something is for
        "Mức thu mới nhằm giảm giấy tờ, khuyến khích các doanh nghiệp nộp hồ sơ qua mạng.",
        # an opinion without anybody behind it
        "Bài toán còn dài. Cần phát triển thêm nhiều ứng dụng hữu ích.",
        # a clause that only tells which
        "Đó là một trong ba nhiệm vụ Bộ Nội vụ sẽ thực hiện trong quý tới.",
        # what a province, a firm or those without a name ask of their superiors, to the end of the request
        "Lãnh đạo Cần Thơ kiến nghị Thủ tướng chỉ đạo các bộ gỡ vướng về thuê mạng; Chính phủ sớm ra nghị định.",
        "Chủ tịch UBND tỉnh Hà Nam đề nghị Bộ Tài chính bố trí vốn cho trung tâm dữ liệu.",
        "Các doanh nghiệp đề xuất Chính phủ xây dựng khung thử nghiệm cho tài sản số.",
        "Nhiều địa phương kiến nghị Bộ Nội vụ cần xây dựng quy định về vị trí việc làm số.",
        # what a draft proposes, what is agreed in being coordinated
        "Dự thảo cũng đề xuất sáu nhóm giải pháp trọng tâm gồm: phát triển nhân lực số; tăng cường hợp tác quốc tế.",
        "Bộ Nội vụ là nơi điều phối thống nhất, giữ cân bằng giữa các tỉnh.",
        "Cổng dữ liệu của Bộ Y tế cho phép các bệnh viện tra cứu lịch sử tiêm chủng.",
        # what a citizen proposes
        "Ông Trần Văn Bảy kể chuyện đi lại nhiều lần và đề xuất cho phép lập đội tình nguyện hướng dẫn.",
        # what comes of a change; what is so day by day
        "Sở Y tế tỉnh Hà Nam đã mở 20 dịch vụ mới, dự kiến giảm thời gian chờ từ 9 ngày còn 3 ngày.",
        "Chủ tịch UBND quận 5 chia sẻ, mỗi ngày quận phải giải quyết hơn 300 hồ sơ giấy.",
        "Theo Bộ Công an, doanh nghiệp đang phải chi trả nhiều khoản khi làm thủ tục.",
        # what things do for others is no work on them; what a thing is for
        "Bộ trưởng Bộ Nội vụ cho biết các văn bản này sẽ tạo nền tảng cho dịch vụ số.",
        # a goal with a number is a target
        "Theo kế hoạch, tỉnh Hà Nam phấn đấu 95% hồ sơ được xử lý trên mạng.",
        # advertising
        "Công ty ABC ra mắt phần mềm bán hàng, hứa hẹn sẽ giúp tiểu thương tăng doanh thu.",
        # a need of something is no work
        "Bộ trưởng Bộ Y tế nhấn mạnh cần một cách làm mới, ít giấy tờ hơn.",
        # "nhà nước" and "đơn vị nào" are no body with a duty
        "Theo Bộ Nội vụ, nhà nước vẫn phải duy trì nhiều tầng nấc giấy tờ gây tốn kém.",
        "Bộ Y tế cho biết đơn vị nào có yêu cầu cần xác nhận thông tin thì viết phiếu.",
    ],
)
def test_what_is_no_task(text: str) -> None:
    assert not tasks(text)


WORK = [
    # a time to come before the verb, nobody named
    ("Theo lộ trình đã công bố, từ quý III/2026 sẽ cấp thẻ mới cho học sinh.", "cấp thẻ mới cho học sinh", ()),
    # a purpose that opens the sentence is no condition
    (
        "Để giảm giấy tờ, Bộ Nội vụ sẽ xây dựng kho hồ sơ điện tử cán bộ.",
        "xây dựng kho hồ sơ điện tử cán bộ",
        ("Bộ Nội vụ",),
    ),
    # a second verb of the same subject, which stands before what was said
    (
        "Giám đốc Sở Y tế cho biết Bộ Y tế đã mở kho dữ liệu tiêm chủng, sắp tới sẽ kết nối các trạm y tế xã.",
        "kết nối các trạm y tế xã",
        ("Bộ Y tế",),
    ),
    # work named by a noun
    (
        "Nhiệm vụ trọng tâm của Bộ Nội vụ trong năm tới là hoàn thiện cơ sở dữ liệu cán bộ.",
        "hoàn thiện cơ sở dữ liệu cán bộ",
        ("Bộ Nội vụ",),
    ),
    (
        "Thứ trưởng nhắc lại cam kết của Bộ Y tế là rà soát toàn bộ biểu mẫu đang dùng.",
        "rà soát toàn bộ biểu mẫu đang dùng",
        ("Bộ Y tế",),
    ),
    # what is left to somebody by those who agree to it
    *(
        (f"{who} để Sở Y tế mở quầy thuốc đêm.", "mở quầy thuốc đêm", ("Sở Y tế",))
        for who in (
            "Phó Thủ tướng đồng ý",
            "Chủ tịch UBND tỉnh Hà Nam đồng ý về nguyên tắc",
            "Bộ trưởng Bộ Y tế đã thống nhất",
            "Thủ tướng nhất trí với chủ trương",
            "UBND tỉnh Hà Nam vừa quyết định",
        )
    ),
    # what somebody asks of a body, by a noun: the body has to do it
    *(
        (f"{asked} là hoàn thiện kho dữ liệu tiêm chủng.", "hoàn thiện kho dữ liệu tiêm chủng", ("Sở Y tế",))
        for asked in (
            "Yêu cầu của Thủ tướng với Sở Y tế",
            "Yêu cầu của Chủ tịch UBND tỉnh Hà Nam đối với Sở Y tế",
            "Điều Thủ tướng cần ở Sở Y tế",
            "Điều Thủ tướng muốn ở Sở Y tế",
            "Điều Chủ tịch UBND tỉnh Hà Nam mong đợi ở Sở Y tế",
        )
    ),
    # the passive with who gives the work
    (
        "Sở Y tế được UBND tỉnh Hà Nam giao xây dựng kho dữ liệu tiêm chủng.",
        "xây dựng kho dữ liệu tiêm chủng",
        ("Sở Y tế",),
    ),
    *(
        (f"Sở Y tế được {how} xây dựng kho dữ liệu tiêm chủng.", "xây dựng kho dữ liệu tiêm chủng", ("Sở Y tế",))
        for how in (
            "tin tưởng giao",
            "chính thức giao",
            "UBND tỉnh Hà Nam tin cậy giao trọng trách",
            "UBND tỉnh Hà Nam giao thêm nhiệm vụ",
            "UBND tỉnh Hà Nam giao thêm việc:",
            "trực tiếp giao nhiệm vụ",
        )
    ),
    ("Quận 5 được UBND TP HCM chọn thí điểm bản đồ số hộ dân.", "thí điểm bản đồ số hộ dân", ("Quận 5",)),
    # the speaker's own body, by a noun only
    (
        "Theo đại diện Sở Y tế tỉnh Hà Nam, đơn vị đang rà soát danh mục thuốc trên mạng.",
        "rà soát danh mục thuốc trên mạng",
        ("Sở Y tế tỉnh Hà Nam",),
    ),
    # who allows, promises, agrees
    (
        "Chính phủ cho phép Bộ Tài chính thí điểm hóa đơn điện tử trong bán lẻ.",
        "thí điểm hóa đơn điện tử trong bán lẻ",
        ("Bộ Tài chính",),
    ),
    (
        "Bộ Y tế cam kết sẽ công khai toàn bộ giá thuốc trên cổng dữ liệu.",
        "công khai toàn bộ giá thuốc trên cổng dữ liệu",
        ("Bộ Y tế",),
    ),
    (
        "Hai Bộ trưởng nhất trí đẩy mạnh trao đổi dữ liệu hải quan.",
        "đẩy mạnh trao đổi dữ liệu hải quan",
        ("Hai Bộ trưởng",),
    ),
    (
        "Thủ tướng đồng ý chủ trương thành lập trung tâm dữ liệu vùng.",
        "thành lập trung tâm dữ liệu vùng",
        (),
    ),
    # a time to come, and work in the present tense
    (
        "Thời gian tới, Bộ Y tế tiếp tục hoàn thiện hồ sơ sức khỏe điện tử.",
        "tiếp tục hoàn thiện hồ sơ sức khỏe điện tử",
        ("Bộ Y tế",),
    ),
    (
        "Trong những tháng cuối năm, tỉnh Hà Nam tập trung xây dựng trung tâm dữ liệu.",
        "tập trung xây dựng trung tâm dữ liệu",
        ("Tỉnh Hà Nam",),
    ),
    # a body told apart by its noun, and whoever must: by any verb
    (
        "Bộ trưởng Bộ Nội vụ cho rằng cơ quan lưu trữ cần rà soát lại danh mục tài liệu mật.",
        "rà soát lại danh mục tài liệu mật",
        ("cơ quan lưu trữ",),
    ),
    (
        "Thủ tướng chỉ đạo các bộ cần lắng nghe đầy đủ ý kiến của địa phương.",
        "lắng nghe đầy đủ ý kiến của địa phương",
        ("các bộ",),
    ),
    # a thing that has to be done by a time
    (
        "Bộ Nội vụ cho biết việc chỉnh lý hồ sơ phải hoàn thành trước tháng 6/2027.",
        "việc chỉnh lý hồ sơ phải hoàn thành trước tháng 6/2027",
        (),
    ),
    # who must be foremost
    (
        "Thủ tướng yêu cầu đổi cách làm. Bộ Nội vụ phải là cơ quan đi đầu trong việc bỏ giấy tờ.",
        "phải là cơ quan đi đầu trong việc bỏ giấy tờ",
        ("Bộ Nội vụ",),
    ),
    # a day to come without its year
    ("Kế hoạch tiếp theo là đến ngày 10/8, sẽ mở rộng ra các phường còn lại.", "mở rộng ra các phường còn lại", ()),
    # the goal beside the work is no part of it
    (
        "Sở Y tế tỉnh Hà Nam sẽ nối mạng các trạm y tế xã trong quý 1/2027 và phấn đấu đạt 100% vào quý 2/2027.",
        "nối mạng các trạm y tế xã trong quý 1/2027",
        ("Sở Y tế tỉnh Hà Nam",),
    ),
    # not only one thing but another
    (
        "Chủ tịch UBND tỉnh Hà Nam nói rõ hướng đi. Đây không chỉ là mua máy mà sẽ xây dựng kho dữ liệu chung.",
        "xây dựng kho dữ liệu chung",
        (),
    ),
    # on whose word, in front of who has to act
    (
        "Theo chỉ đạo của Thủ tướng, Bộ Xây dựng phải công bố giá vật liệu trên cổng dữ liệu.",
        "công bố giá vật liệu trên cổng dữ liệu",
        ("Bộ Xây dựng",),
    ),
    # by a letter
    (
        "UBND TP.HCM vừa có văn bản chỉ đạo các quận, huyện rà soát mức phí gửi xe.",
        "rà soát mức phí gửi xe",
        ("các quận, huyện",),
    ),
    (
        "UBND thành phố Cần Thơ vừa ban hành công văn yêu cầu các sở, ngành cập nhật dữ liệu đất đai.",
        "cập nhật dữ liệu đất đai",
        ("các sở, ngành",),
    ),
    # an order in quotation marks, to several
    (
        'Thủ tướng chỉ đạo: "Bộ Công an hoàn thiện trung tâm dữ liệu; Bộ Tài chính bố trí đủ vốn".',
        "bố trí đủ vốn",
        ("Bộ Tài chính",),
    ),
    # what is given to whom, by the passive
    (
        "Việc soạn thảo nghị định được giao Bộ Công an chủ trì.",
        "Việc soạn thảo nghị định được giao Bộ Công an chủ trì",
        ("Bộ Công an",),
    ),
    # a group with what tells which, and a time without a comma
    (
        "Theo Bộ Y tế, từ 1/10 các bệnh viện hạng I sẽ phải triển khai bệnh án điện tử.",
        "triển khai bệnh án điện tử",
        ("các bệnh viện hạng I",),
    ),
    # by a time to come
    (
        "Theo kế hoạch, đến cuối năm 2027, Hà Nội hoàn thành việc kết nối camera giao thông.",
        "hoàn thành việc kết nối camera giao thông",
        ("Thành phố Hà Nội",),
    ),
    # two bodies agree; each of many is told
    (
        "Bộ Công an và Bộ Tư pháp thống nhất sẽ liên thông dữ liệu hộ tịch.",
        "liên thông dữ liệu hộ tịch",
        ("Bộ Công an", "Bộ Tư pháp"),
    ),
    (
        "Thủ tướng đề nghị mỗi bộ trưởng, mỗi chủ tịch tỉnh trực tiếp chỉ đạo một dự án chuyển đổi số.",
        "trực tiếp chỉ đạo một dự án chuyển đổi số",
        ("mỗi bộ trưởng, mỗi chủ tịch tỉnh",),
    ),
    # what must not be
    (
        "Thủ tướng yêu cầu tuyệt đối không để hồ sơ tồn đọng qua tháng sau.",
        "tuyệt đối không để hồ sơ tồn đọng qua tháng sau",
        (),
    ),
    # things that will be, and must be, worked on, as somebody says
    (
        "Bộ trưởng Bộ Nội vụ nói những hồ sơ còn lại sẽ số hóa trong quý sau.",
        "những hồ sơ còn lại sẽ số hóa trong quý sau",
        (),
    ),
    (
        "Bộ trưởng Bộ Nội vụ nhấn mạnh: Mọi quyết định phải được công khai trên cổng thông tin.",
        "Mọi quyết định phải được công khai trên cổng thông tin",
        (),
    ),
    # a body that must, by any verb
    (
        "Các bộ, ngành phải soi lại từng dòng chi cho phần mềm.",
        "soi lại từng dòng chi cho phần mềm",
        ("Các bộ, ngành",),
    ),
    # who is about to do it, and plans to; making ready is work too
    (
        "Bộ Y tế đang chuẩn bị hạ tầng cho kho dữ liệu tiêm chủng.",
        "chuẩn bị hạ tầng cho kho dữ liệu tiêm chủng",
        ("Bộ Y tế",),
    ),
    ("Bộ Y tế sắp khai trương cổng tra cứu giá thuốc.", "khai trương cổng tra cứu giá thuốc", ("Bộ Y tế",)),
    (
        "Sở Y tế tỉnh Hà Nam lên kế hoạch xây dựng kho ảnh chụp dùng chung.",
        "xây dựng kho ảnh chụp dùng chung",
        ("Sở Y tế tỉnh Hà Nam",),
    ),
    # an office speaks for its body
    (
        "Cục trưởng Cục Viễn thông cho hay, năm 2027 cục sẽ đấu giá thêm một băng tần.",
        "đấu giá thêm một băng tần",
        ("Cục Viễn thông",),
    ),
    # what has to be answered for is the work itself
    (
        "Thủ tướng yêu cầu người đứng đầu các cấp ủy chịu trách nhiệm trực tiếp về kết quả chuyển đổi số.",
        "chịu trách nhiệm trực tiếp về kết quả chuyển đổi số",
        ("người đứng đầu các cấp ủy",),
    ),
    # a list behind the number of tasks
    (
        "Phó Thủ tướng chỉ rõ một số việc cần làm ngay: hoàn thiện pháp lý; bố trí đủ vốn; đào tạo nhân lực.",
        "bố trí đủ vốn",
        (),
    ),
    # work as the subject, carried out
    (
        "Sở Tài chính cho biết việc thu học phí sẽ thực hiện hoàn toàn qua ví điện tử.",
        "việc thu học phí sẽ thực hiện hoàn toàn qua ví điện tử",
        (),
    ),
]


@pytest.mark.parametrize(("text", "work", "who"), WORK, ids=[work for _, work, _ in WORK])
def test_work(text: str, work: str, who: tuple[str, ...]) -> None:
    assert [(task.text, task.assignees) for task in tasks(text) if task.text == work] == [(work, who)]


def test_announced_tasks_are_counted_off() -> None:
    found = tasks(
        "Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà cho biết có ba nhiệm vụ Bộ Nội vụ sẽ thực hiện trong năm 2027. "
        "Một là hoàn thiện hồ sơ điện tử của viên chức. Hai là kết nối kho lưu trữ của các tỉnh. "
        "Và ba là xây dựng trợ lý ảo cho cán bộ xã."
    )
    assert [(task.text, task.assignees, task.deadline, task.status) for task in found] == [
        ("hoàn thiện hồ sơ điện tử của viên chức", ("Bộ Nội vụ",), "2027", "planned"),
        ("kết nối kho lưu trữ của các tỉnh", ("Bộ Nội vụ",), "2027", "planned"),
        ("xây dựng trợ lý ảo cho cán bộ xã", ("Bộ Nội vụ",), "2027", "planned"),
    ]


def test_we_are_the_speakers_body() -> None:
    (task,) = tasks(
        'Ông Lê Văn Hà, Giám đốc Sở Y tế tỉnh Hà Nam, cho biết: "Chúng tôi sẽ nối mạng các trạm y tế xã trong tháng".'
    )
    assert task.assignees == ("Sở Y tế tỉnh Hà Nam",)


def test_who_works_together_is_a_cooperator() -> None:
    (task,) = tasks("Bộ Y tế đang hợp tác với Bộ Công an làm sạch dữ liệu tiêm chủng toàn quốc.")
    assert (task.assignees, task.cooperators) == (("Bộ Y tế",), ("Bộ Công an",))


def test_what_a_body_is_having_done_is_the_others_work() -> None:
    (task,) = tasks("Bộ Nội vụ đang chỉ đạo các tỉnh rà soát vị trí việc làm.")
    assert (task.assignees, task.directed_by, task.status) == (("các tỉnh",), "Bộ Nội vụ", "in-progress")


def test_a_request_below_another_is_of_the_same_giver() -> None:
    found = tasks(
        "Phó Thủ tướng đề nghị Nhật Bản tăng cường trao đổi chuyên gia về dữ liệu.\n\n"
        "Về đào tạo, đề nghị Nhật Bản mở thêm các lớp ngắn hạn và dài hạn cho kỹ sư trẻ về trung tâm dữ liệu.\n\n"
        "Trong lĩnh vực y tế, đề nghị Nhật Bản chia sẻ mô hình bệnh án điện tử."
    )
    assert [task.assignees for task in found] == [("Nhật Bản",)] * 3
    assert len({task.directed_by for task in found}) == 1 and found[0].directed_by


def test_what_a_proposal_is_put_forward_by_is_its_speaker() -> None:
    found = tasks(
        "Ông Lê Văn Hà, Giám đốc Sở Y tế tỉnh Hà Nam, phát biểu đầu tiên.\n"
        'Bộ trưởng Bộ Y tế Đào Hồng Lan đưa ra đề xuất, đó là "chúng ta sẽ xây dựng kho ảnh chụp dùng chung".'
    )
    assert [(task.text, task.directed_by) for task in found] == [("xây dựng kho ảnh chụp dùng chung", "Đào Hồng Lan")]


def test_what_the_opening_sums_up_is_told_once() -> None:
    body = "Cuộc họp diễn ra sáng nay. Nhiều đại biểu phát biểu. Không khí sôi nổi. "
    found = tasks(
        "Bộ Y tế xây kho chung\n\nBộ Y tế sẽ thành lập trung tâm dữ liệu y tế vùng do Bộ trưởng phụ trách.\n\n"
        f"{body}Bộ trưởng cho biết Bộ Y tế sẽ thành lập trung tâm dữ liệu y tế vùng trên cơ sở các bệnh viện hiện có."
        f" {body}"
    )
    assert [task.text for task in found] == ["thành lập trung tâm dữ liệu y tế vùng trên cơ sở các bệnh viện hiện có"]


def test_a_brand_in_brackets_is_the_firm() -> None:
    found = tasks(
        "Ngân hàng Bắc Á (BacABank) ký thỏa thuận với tỉnh Hà Nam. "
        "BacABank cam kết hỗ trợ tỉnh mở rộng điểm giao dịch số."
    )
    assert [task.assignees for task in found] == [("Ngân hàng Bắc Á",)]


def test_on_whose_word_is_who_directs() -> None:
    (task,) = tasks("Theo chỉ đạo của Thủ tướng, Bộ Xây dựng phải công bố giá vật liệu trên cổng dữ liệu.")
    assert task.directed_by == "Thủ tướng Chính phủ"


ISSUED = [
    (
        "Thủ tướng Chính phủ vừa ký Quyết định số 1012/QĐ-TTg phê duyệt chương trình dữ liệu quốc gia.\n"
        "Theo đó, Thủ tướng giao Bộ Công an chủ trì xây dựng sàn dữ liệu.\n"
        "Bộ Tài chính có trách nhiệm bố trí kinh phí hằng năm.",
        [("Bộ Công an", "1012/QĐ-TTg"), ("Bộ Tài chính", "1012/QĐ-TTg")],
    ),
    (
        "Chính phủ ban hành Nghị quyết 80/NQ-CP về đơn giản hóa thủ tục.\n"
        "Theo đó, Bộ Giao thông vận tải sửa đổi quy định về giấy phép lái xe.",
        [("Bộ Giao thông vận tải", "80/NQ-CP")],
    ),
    (
        "UBND tỉnh Nghệ An vừa ban hành Kế hoạch số 210/KH-UBND về chuyển đổi số năm 2026.\n"
        "Kế hoạch giao Sở Nội vụ tập huấn cho cán bộ xã.\nUBND tỉnh yêu cầu các huyện bố trí cán bộ chuyên trách.",
        [("Sở Nội vụ", "210/KH-UBND"), ("các huyện", "210/KH-UBND")],
    ),
    # another one who is heard closes what the document tells
    (
        "Thủ tướng Chính phủ vừa ký Quyết định số 1012/QĐ-TTg phê duyệt chương trình dữ liệu quốc gia.\n"
        "Theo đó, Bộ Công an xây dựng sàn dữ liệu.\n"
        "Bộ Y tế đề nghị các bệnh viện sớm nối mạng.",
        [("Bộ Công an", "1012/QĐ-TTg"), ("các bệnh viện", None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ISSUED)
def test_from_thereby_on_the_work_is_the_documents(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(task.assignees[0], task.mandate) for task in tasks(text)] == wanted


def test_what_is_done_to_a_thing_by_the_document() -> None:
    (task,) = tasks(
        "Chính phủ ban hành Nghị quyết 80/NQ-CP về đơn giản hóa thủ tục.\n"
        "Theo đó, hồ sơ cấp thẻ nhà báo được bãi bỏ quy định nộp ảnh."
    )
    assert (task.text, task.mandate, task.directed_by) == (
        "hồ sơ cấp thẻ nhà báo được bãi bỏ quy định nộp ảnh",
        "80/NQ-CP",
        "Chính phủ",
    )


def test_this_years_work_as_somebody_tells_it() -> None:
    found = tasks(
        "Thủ tướng Nguyễn Xuân Phúc khẳng định kết quả đến từ cải cách. "
        "Và trong năm 2027, Việt Nam tiếp tục hoàn thiện thể chế số."
    )
    assert [(task.text, task.assignees, task.deadline) for task in found] == [
        ("tiếp tục hoàn thiện thể chế số", ("Việt Nam",), "2027")
    ]


Row = tuple[str, tuple[str, ...], str | None]
TOLD: list[tuple[str, list[Row]]] = [
    (  # of whom the sentence speaks that tells nobody by name
        "Đối với Bộ Y tế, Thủ tướng đề nghị công bố danh sách bệnh viện chưa có bệnh án điện tử.",
        [
            (
                "công bố danh sách bệnh viện chưa có bệnh án điện tử",
                ("Bộ Y tế",),
                "Thủ tướng Chính phủ",
            )
        ],
    ),
    (
        "Riêng Bộ Tư pháp, Thủ tướng yêu cầu sớm hoàn thiện kho dữ liệu hộ tịch.",
        [("sớm hoàn thiện kho dữ liệu hộ tịch", ("Bộ Tư pháp",), "Thủ tướng Chính phủ")],
    ),
    (  # a semicolon, then when, then what
        "Thủ tướng giao Bộ Công an rà soát dữ liệu dân cư; trong tháng 9 công bố kết quả trên cổng của bộ.",
        [
            ("rà soát dữ liệu dân cư", ("Bộ Công an",), "Thủ tướng Chính phủ"),
            ("trong tháng 9 công bố kết quả trên cổng của bộ", ("Bộ Công an",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # a person and bodies in one list
        "Thủ tướng giao Chính phủ, Bộ trưởng Bộ Nội vụ Lê Văn Tám và các bộ khắc phục các lỗi kết nối.",
        [("khắc phục các lỗi kết nối", ("Lê Văn Tám", "Chính phủ", "các bộ"), "Thủ tướng Chính phủ")],
    ),
    (  # the verb of work ends the name of the body
        "Thủ tướng yêu cầu:\n\n- Vụ Ngân sách cân đối nguồn vốn cho kho dữ liệu.\n\n"
        "- Trung tâm Tin học tiếp thu góp ý của các đơn vị.",
        [
            ("cân đối nguồn vốn cho kho dữ liệu", ("Vụ Ngân sách",), "Thủ tướng Chính phủ"),
            ("tiếp thu góp ý của các đơn vị", ("Trung tâm Tin học",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # who speaks in the paragraph before gives no order in this one
        "Ông Trần Văn Bảy, Giám đốc Sở Nội vụ, cho biết hồ sơ còn chậm.\n"
        "Tại Kế hoạch số 12/KH-UBND, tỉnh đặt mục tiêu cao hơn. UBND các huyện được giao bố trí máy quét cho từng xã.",
        [("bố trí máy quét cho từng xã", ("UBND các huyện",), None)],
    ),
    (  # those of a group that are behind, by what they have not done
        "UBND tỉnh Cà Mau yêu cầu các sở nộp kế hoạch số. Các xã chưa làm xong cần tập trung nhân lực làm trong quý. "
        "Các xã đạt dưới 50% phải báo cáo giải trình trước 5/12. Các xã chưa có máy phải mang hồ sơ lên tỉnh quét.",
        [
            ("nộp kế hoạch số", ("các sở",), "Ủy ban nhân dân tỉnh Cà Mau"),
            ("tập trung nhân lực làm trong quý", ("Các xã chưa làm xong",), "Ủy ban nhân dân tỉnh Cà Mau"),
            ("báo cáo giải trình trước 5/12", ("Các xã đạt dưới 50%",), "Ủy ban nhân dân tỉnh Cà Mau"),
        ],
    ),
    (  # each has what follows its name, up to the next semicolon
        "Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu Sở Y tế rà soát hồ sơ, giải quyết xong trước 31/8; người đứng đầu các "
        "đơn vị có hồ sơ trễ hạn phải thực hiện xin lỗi bằng văn bản. Sở Tài chính bố trí đủ kinh phí; Sở Tư pháp theo "
        "dõi tiến độ, hằng tuần báo cáo Chủ tịch UBND tỉnh. Sở Nội vụ trực tiếp chấm điểm các xã, chịu trách nhiệm về "
        "số liệu báo cáo.",
        [
            ("rà soát hồ sơ, giải quyết xong trước 31/8", ("Sở Y tế",), "Lê Văn Tám"),
            ("thực hiện xin lỗi bằng văn bản", ("người đứng đầu các đơn vị có hồ sơ trễ hạn",), "Lê Văn Tám"),
            ("bố trí đủ kinh phí", ("Sở Tài chính",), "Lê Văn Tám"),
            ("theo dõi tiến độ", ("Sở Tư pháp",), "Lê Văn Tám"),
            ("hằng tuần báo cáo Chủ tịch UBND tỉnh", ("Sở Tư pháp",), "Lê Văn Tám"),
            ("trực tiếp chấm điểm các xã", ("Sở Nội vụ",), "Lê Văn Tám"),
            ("chịu trách nhiệm về số liệu báo cáo", ("Sở Nội vụ",), "Lê Văn Tám"),
        ],
    ),
    (  # paragraphs below a line that asks, each of a body before a colon; one of them with a list of its own
        "Thủ tướng yêu cầu:\n\nCác bộ, ngành:\n- Công khai dữ liệu mở trước 15/12.\n- Bố trí cán bộ trực.\n\n"
        "Bộ Công an: Chủ trì, phối hợp với Bộ Y tế số hóa sổ tiêm chủng; trình Chính phủ dự thảo nghị định.\n\n"
        "Bộ Tài chính: Hướng dẫn các tỉnh sử dụng kinh phí.\n\nBộ Y tế: 98% bệnh viện đã có bệnh án điện tử.",
        [
            ("Công khai dữ liệu mở trước 15/12", ("Các bộ, ngành",), "Thủ tướng Chính phủ"),
            ("Bố trí cán bộ trực", ("Các bộ, ngành",), "Thủ tướng Chính phủ"),
            ("Chủ trì, phối hợp với Bộ Y tế số hóa sổ tiêm chủng", ("Bộ Công an",), "Thủ tướng Chính phủ"),
            ("trình Chính phủ dự thảo nghị định", ("Bộ Công an",), "Thủ tướng Chính phủ"),
            ("Hướng dẫn các tỉnh sử dụng kinh phí", ("Bộ Tài chính",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # what is agreed ends with a verb of work, and an order follows; with whom before the work
        "Chủ tịch UBND tỉnh Cà Mau thống nhất chủ trương mua bổ sung, giao Sở Y tế rà soát nguồn vốn. Sở Nội vụ cần "
        "cùng Sở Y tế rà soát danh sách.",
        [
            ("rà soát nguồn vốn", ("Sở Y tế",), "Chủ tịch UBND tỉnh Cà Mau"),
            ("cùng Sở Y tế rà soát danh sách", ("Sở Nội vụ",), "Chủ tịch UBND tỉnh Cà Mau"),
        ],
    ),
    (  # in whose case it is, and whose work: not the whole clause
        "Thủ tướng yêu cầu các bộ rà soát thủ tục. Bệnh viện nào chưa nối mạng thì giám đốc bệnh viện đó phải báo cáo "
        "Sở Y tế. Xã nào chưa nộp sổ phải giải trình trước 5/12.",
        [
            ("rà soát thủ tục", ("các bộ",), "Thủ tướng Chính phủ"),
            ("báo cáo Sở Y tế", ("giám đốc bệnh viện đó",), "Thủ tướng Chính phủ"),
            ("giải trình trước 5/12", ("Xã nào chưa nộp sổ",), "Thủ tướng Chính phủ"),
        ],
    ),
    (  # groups by their rank and by who owns them
        "Bộ Y tế yêu cầu các bệnh viện đa khoa hạng I và các bệnh viện công lập số hóa hồ sơ. Các trung tâm y tế tuyến "
        "huyện rà soát thiết bị. Bộ Y tế giao các trường trung học phổ thông nhập sổ sức khỏe.",
        [
            ("số hóa hồ sơ", ("các bệnh viện đa khoa hạng I", "các bệnh viện công lập"), "Bộ Y tế"),
            ("rà soát thiết bị", ("Các trung tâm y tế tuyến huyện",), "Bộ Y tế"),
            ("nhập sổ sức khỏe", ("các trường trung học phổ thông",), "Bộ Y tế"),
        ],
    ),
    (  # what who orders does beside
        "Chủ tịch UBND tỉnh Lê Văn Tám giao các xã phân tích nguyên nhân, gửi Sở Nội vụ trước 31/1; phê bình 21 xã có "
        "điểm thấp.",
        [("phân tích nguyên nhân, gửi Sở Nội vụ trước 31/1", ("các xã",), "Lê Văn Tám")],
    ),
    (
        "Các bộ, ngành chưa kết nối phải hoàn thành kết nối trước ngày 1/7/2026.",
        [("hoàn thành kết nối trước ngày 1/7/2026", ("Các bộ, ngành chưa kết nối",), None)],
    ),
    (
        "Các sở có thủ tục không phát sinh hồ sơ phải rà soát, cắt bỏ trước ngày 30/6/2027. Các trường có nhiều học "
        "sinh phải học ca ba.",
        [("rà soát, cắt bỏ trước ngày 30/6/2027", ("Các sở có thủ tục không phát sinh hồ sơ",), None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_who_is_told_what_by_whom(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


def test_the_document_in_which_somebody_orders() -> None:
    found = tasks(
        "Thủ tướng trong Công điện 71/CĐ-TTg ngày 5/6 yêu cầu Bộ Y tế bổ sung máy chủ cho cổng tiêm chủng. "
        "Bộ Công an được giao rà soát các điểm mất kết nối.\n"
        "Bộ Nội vụ được Thủ tướng giao tại Chỉ thị số 08/CT-TTg ngày 2/3/2027 hoàn thành kho dữ liệu cán bộ."
    )
    assert [(task.assignees, task.mandate) for task in found] == [
        (("Bộ Y tế",), "71/CĐ-TTg"),
        (("Bộ Công an",), "71/CĐ-TTg"),
        (("Bộ Nội vụ",), "08/CT-TTg"),
    ]


LATE = [
    (
        "Việc soạn thảo nghị định về dữ liệu mở được giao cho Bộ Tư pháp, phải trình trong tháng 3/2027 "
        "nhưng đã lùi sang tháng 9/2027.",
        ("soạn thảo nghị định về dữ liệu mở", ("Bộ Tư pháp",), "2027-09", "extended"),
    ),
    (
        "Đề án xây dựng kho dữ liệu đất đai do Sở Nội vụ chủ trì, theo kế hoạch phải xong trước tháng 5/2027, "
        "đến nay vẫn chưa được thẩm định.",
        ("Đề án xây dựng kho dữ liệu đất đai", ("Sở Nội vụ",), "2027-05", "overdue"),
    ),
    (  # who had it before is not who has it now; what was put off is not late
        "Nhiệm vụ lập sổ tay giống cây bản địa, trước đây giao Bộ Y tế, nay do Bộ Tư pháp thực hiện, đã gia hạn đến "
        "hết năm 2027.",
        ("lập sổ tay giống cây bản địa", ("Bộ Tư pháp",), "2027", "extended"),
    ),
    (
        "Bộ Y tế chưa ban hành hướng dẫn về bệnh án điện tử, chậm 30 ngày so với yêu cầu.",
        ("ban hành hướng dẫn về bệnh án điện tử", ("Bộ Y tế",), None, "overdue"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LATE)
def test_what_is_late(text: str, wanted: tuple[str, tuple[str, ...], str | None, str]) -> None:
    assert [(task.text, task.assignees, task.deadline, task.status) for task in tasks(text)] == [wanted]


def test_when_the_work_is_to_be_handed_over_is_part_of_it() -> None:
    (task,) = tasks("Bộ Tư pháp đang soạn thảo hai thông tư về chữ ký số, dự kiến ban hành trong quý II/2027.")
    assert (task.status, task.deadline) == ("in-progress", "2027-Q2")
    assert task.text.endswith("dự kiến ban hành trong quý II/2027")


INTERVIEW = (
    "Thứ trưởng Bộ Nội vụ Lê Văn Tám trả lời báo chí\n\n"
    "Phóng viên có cuộc trò chuyện với Thứ trưởng Bộ Nội vụ Lê Văn Tám.\n\n"
    "- Thưa ông, năm qua bộ làm được gì?\n\n"
    "Chúng tôi đã số hóa 40% hồ sơ. Bộ đã kiến nghị giảm phí cho người dân.\n\n"
    "- Vậy năm tới bộ ưu tiên điều gì?\n\n"
    "Dữ liệu cán bộ. Cụ thể có ba việc. Một là, trình Chính phủ nghị định về hồ sơ số trước tháng 11. Hai là, "
    "chúng tôi sẽ cùng Bộ Công an ban hành danh mục dữ liệu dùng chung. Ba là, mỗi tháng công bố danh sách đơn vị "
    "chưa kết nối.\n\n"
    "- Ông mong gì ở người dân?\n\n"
    "Mong người dân góp ý nhiều hơn.\n"
)


def test_who_is_interviewed_speaks_for_the_own_body() -> None:
    found = tasks(INTERVIEW)
    assert [task.text.split(",")[0] for task in found] == [
        "trình Chính phủ nghị định về hồ sơ số trước tháng 11",
        "cùng Bộ Công an ban hành danh mục dữ liệu dùng chung",
        "mỗi tháng công bố danh sách đơn vị chưa kết nối",
    ]
    for task in found:
        assert (task.assignees, task.directed_by, task.status) == (("Bộ Nội vụ",), "Lê Văn Tám", "planned")
    assert found[1].cooperators == ("Bộ Công an",)


def test_a_promise_before_somebody_is_not_that_ones() -> None:
    (task,) = tasks(
        "Bộ trưởng Bộ Nội vụ Lê Văn Tám nói: "
        '"Với các xã còn lại, tôi xin hứa trước Quốc hội sẽ hoàn thành kết nối trong năm nay".'
    )
    assert (task.assignees, task.directed_by, task.status) == (("Bộ Nội vụ",), "Lê Văn Tám", "planned")


def test_a_caption_is_no_task() -> None:
    assert not tasks(
        "Thủ tướng yêu cầu các tỉnh nâng cao chất lượng phục vụ.\n\n"
        "Tổ công nghệ số cộng đồng xã Yên Trạch hướng dẫn người dân quét mã\n"
    )[1:]


def test_an_answer_about_one_document_tells_its_duties() -> None:
    found = tasks(
        "Nghị định 77/2027/NĐ-CP quy định về dữ liệu cán bộ có gì mới?\n\n"
        "1. Nghị định 77/2027/NĐ-CP có hiệu lực khi nào?\n\n"
        "Nghị định 77/2027/NĐ-CP có hiệu lực từ ngày 1/7/2027.\n\n"
        "2. Các cơ quan có trách nhiệm gì?\n\n"
        "Nghị định 77/2027/NĐ-CP giao Bộ Nội vụ quản lý kho dữ liệu cán bộ.\n\n"
        "Bộ Quốc phòng chỉ đạo Ban Cơ yếu Chính phủ triển khai giải pháp mật mã. "
        "Văn phòng Chính phủ chủ trì, phối hợp với Bộ Công an hoàn thành việc kết nối."
    )
    assert {task.mandate for task in found} == {"77/2027/NĐ-CP"}
    assert "Bộ Quốc phòng" not in {task.directed_by for task in found}
    assert ("Bộ Quốc phòng",) in {task.assignees for task in found}


def test_tasks_that_are_late_in_a_list() -> None:
    found = tasks(
        "Hai nhiệm vụ thuộc Kế hoạch số 12/KH-UBND đang chậm so với tiến độ, gồm: nâng cấp nền tảng dùng chung, hạn "
        "tháng 3/2027 và xây dựng kiến trúc số của tỉnh, hạn ngày 30/4/2027, đều do Trung tâm Tin học chủ trì."
    )
    assert [(task.text, task.assignees, task.deadline, task.status, task.mandate) for task in found] == [
        (
            "nâng cấp nền tảng dùng chung, hạn tháng 3/2027",
            ("Trung tâm Tin học",),
            "2027-03",
            "overdue",
            "12/KH-UBND",
        ),
        (
            "xây dựng kiến trúc số của tỉnh, hạn ngày 30/4/2027",
            ("Trung tâm Tin học",),
            "2027-04-30",
            "overdue",
            "12/KH-UBND",
        ),
    ]


FURTHER: list[tuple[str, list[Row]]] = [
    (  # "thông tin" as the verb of saying; who is heard next speaks for itself
        "Đại diện Cục Chăn nuôi đề nghị Bộ sớm thống nhất mã trại. "
        "Tổng cục Thủy sản thông tin đang triển khai nhật ký tàu cá tại bốn tỉnh.",
        [("triển khai nhật ký tàu cá tại bốn tỉnh", ("Tổng cục Thủy sản",), "Tổng cục Thủy sản")],
    ),
    (
        "Cục Công nghệ thông tin đang soạn thảo đề án số hóa kho hồ sơ.",
        [("soạn thảo đề án số hóa kho hồ sơ", ("Cục Công nghệ thông tin",), None)],
    ),
    (  # a report that somebody has to make is no document
        "Thủ tướng nêu rõ các cơ quan chủ trì phải báo cáo giải trình trước tháng 5/2027.",
        [("báo cáo giải trình trước tháng 5/2027", ("các cơ quan chủ trì",), "Thủ tướng Chính phủ")],
    ),
    (  # what is handed up is the end of the same work
        "Thủ tướng giao Bộ Y tế hoàn thiện dự thảo Đề án, lấy ý kiến các địa phương và trình Bộ trưởng trước ngày "
        "15/5/2027.",
        [
            (
                "hoàn thiện dự thảo Đề án, lấy ý kiến các địa phương và trình Bộ trưởng trước ngày 15/5/2027",
                ("Bộ Y tế",),
                "Thủ tướng Chính phủ",
            )
        ],
    ),
    ("VNPT đang vận hành 12 trung tâm dữ liệu trên cả nước.", []),  # how things are
    (
        "Ban Quản lý Khu kinh tế Đồng Đăng - Lạng Sơn đang giải phóng mặt bằng cho bãi xe số.",
        [("giải phóng mặt bằng cho bãi xe số", ("Ban Quản lý Khu kinh tế Đồng Đăng - Lạng Sơn",), None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), FURTHER)
def test_who_acts_and_who_only_tells(text: str, wanted: list[Row]) -> None:
    assert [(task.text, task.assignees, task.directed_by) for task in tasks(text)] == wanted


TOLD_OF: list[tuple[str, list[tuple[tuple[str, ...], str | None, str | None]]]] = [
    (  # the plan that the reported decision issues; a time is only that of its own paragraph
        "Phó Thủ tướng Trần Văn Chín vừa ký Quyết định số 301/QĐ-TTg ban hành Kế hoạch số hóa kho lưu trữ.\n\n"
        "Theo Kế hoạch, trong quý II/2027, Bộ Nội vụ chủ trì, phối hợp với Bộ Tư pháp tổ chức hội nghị tập huấn.\n\n"
        "Bộ Tài chính được giao hướng dẫn sử dụng kinh phí.",
        [
            (("Bộ Nội vụ",), "301/QĐ-TTg", "2027-Q2"),
            (("Bộ Tài chính",), "301/QĐ-TTg", None),
        ],
    ),
    (  # a document that the article opens with
        "Kế hoạch số 45/KH-UBND ngày 10/2/2027 của UBND tỉnh Lào Cai đặt mục tiêu 100% hồ sơ qua mạng.\n\n"
        "Để đạt mục tiêu trên, Sở Nội vụ có nhiệm vụ đôn đốc, tổng hợp kết quả trước ngày 20/12/2027. "
        "Sở Tài chính ưu tiên bố trí kinh phí cho cấp xã.",
        [
            (("Sở Nội vụ",), "45/KH-UBND", "2027-12-20"),
            (("Sở Tài chính",), "45/KH-UBND", None),
        ],
    ),
    (  # who leads by being the contact, with a comma
        "Bộ Y tế vừa ký ban hành Chỉ thị số 17/CT-BYT về bệnh án điện tử.\n\n"
        "Vụ Pháp chế là đầu mối, chủ trì hướng dẫn, kiểm tra; Vụ Bảo hiểm y tế soạn định mức, trình Bộ trưởng trong "
        "quý III/2027. Cục Khám chữa bệnh làm đầu mối, tổng hợp kết quả.",
        [
            (("Vụ Pháp chế",), "17/CT-BYT", None),
            (("Vụ Bảo hiểm y tế",), "17/CT-BYT", "2027-Q3"),
            (("Cục Khám chữa bệnh",), "17/CT-BYT", None),
        ],
    ),
    (  # a body by its head alone, on a ground of another's
        "Sở Xây dựng tỉnh Cà Mau họp. Thực hiện Kế hoạch số 45/KH-UBND của UBND tỉnh, Sở đề nghị các xã số hóa hồ sơ.",
        [(("các xã",), "45/KH-UBND", None)],
    ),
    (  # a document that a body "has", the ground that it names, and what was reached on it
        "Bộ Y tế vừa có Chỉ thị số 17/CT-BYT về bệnh án điện tử.\n\n"
        "Chỉ thị nêu rõ, thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị, đến nay mới có 153 cơ sở làm xong.\n\n"
        "Theo đó, Bộ trưởng Bộ Y tế yêu cầu các bệnh viện làm xong bệnh án điện tử trước ngày 30/9/2027.",
        [(("các bệnh viện",), "17/CT-BYT", "2027-09-30")],
    ),
    (
        "Bộ Y tế vừa ban hành Chỉ thị số 17/CT-BYT về bệnh án điện tử.\n\n"
        "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị, đến nay mới có 153 cơ sở làm xong.\n\n"
        "Bộ trưởng Bộ Y tế yêu cầu các bệnh viện làm xong bệnh án điện tử trước ngày 30/9/2027.",
        [(("các bệnh viện",), "17/CT-BYT", "2027-09-30")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD_OF)
def test_the_document_that_an_article_tells(
    text: str, wanted: list[tuple[tuple[str, ...], str | None, str | None]]
) -> None:
    assert [(task.assignees, task.mandate, task.deadline) for task in tasks(text)] == wanted


def test_an_interview_with_labels_and_the_own_body_by_its_head() -> None:
    found = tasks(
        "Phỏng vấn Cục trưởng Cục Viễn thông Lê Văn Tám về tắt sóng\n\n"
        "PV: Xin ông cho biết lộ trình?\n\n"
        "Ông Lê Văn Tám: Chúng tôi đang rà soát các thuê bao cũ. Bộ Công an đã cấp dữ liệu. "
        "Trong quý II, Cục sẽ công bố danh sách vùng lõm.\n\n"
        "PV: Các nhà mạng phải làm gì?\n\n"
        "Ông Lê Văn Tám: Các nhà mạng phải hỗ trợ máy cho người nghèo.\n"
    )
    assert [(task.assignees, task.status) for task in found] == [
        (("Cục Viễn thông",), "in-progress"),
        (("Cục Viễn thông",), "planned"),
        (("Các nhà mạng",), None),
    ]
    assert found[2].directed_by == "Lê Văn Tám"


def test_a_further_duty_of_a_body_is_no_order_of_its_own() -> None:
    found = tasks(
        "Thủ tướng phê duyệt Đề án dữ liệu y tế\n\n"
        "Ngày 3/2/2027, Thủ tướng Chính phủ ký Quyết định số 205/QĐ-TTg phê duyệt Đề án dữ liệu y tế.\n\n"
        "Nhiệm vụ, giải pháp chủ yếu\n\n"
        "Hoàn thiện thể chế về dữ liệu y tế. Song song với đó, đào tạo 2.000 cán bộ cho tuyến huyện.\n\n"
        "Tổ chức thực hiện\n\n"
        "Bộ Y tế chủ trì, hằng năm báo cáo Thủ tướng Chính phủ. Việc đánh giá mức độ số hóa của bệnh viện do Cục Quản "
        "lý Khám, chữa bệnh đảm nhiệm. UBND cấp tỉnh bố trí ngân sách cho y tế cơ sở, chỉ đạo các bệnh viện thực hiện."
    )
    assert {task.mandate for task in found} == {"205/QĐ-TTg"}
    assert ("Cục Quản lý Khám, chữa bệnh",) in {task.assignees for task in found}
    assert any(task.text.startswith("Song song với đó, đào tạo") for task in found)
    assert "Ủy ban nhân dân cấp tỉnh" not in {task.directed_by for task in found}


def test_a_time_between_an_order_and_its_modal() -> None:
    (task,) = tasks("Thủ tướng phê bình ba bộ chậm xử lý hồ sơ, yêu cầu trước ngày 20/6/2027 phải giải quyết dứt điểm.")
    assert task.directed_by == "Thủ tướng Chính phủ"
    assert task.text == "giải quyết dứt điểm"


@pytest.mark.parametrize(
    ("text", "who", "deadline"),
    [
        # what is expected or planned, by whatever verb
        ("Sở Y tế Nghệ An dự kiến trao 40 bộ máy tính cho các trạm vùng cao trong tháng 8/2027.", "Sở Y tế", "2027-08"),
        ("VNPT có kế hoạch lắp 120 quầy tự phục vụ tại các bến xe trong năm 2027.", "Tập đoàn Bưu chính", "2027"),
        ("Theo lộ trình đến tháng 10/2027, Bộ Công an dự kiến cấp thẻ cho trẻ em.", "Bộ Công an", "2027-10"),
        # what a body strives for, also with the time between
        (
            "Sở Tư pháp Nghệ An phấn đấu ngay trong quý IV/2027 sẽ khép lại việc đối soát sổ gốc.",
            "Sở Tư pháp",
            "2027-Q4",
        ),
        ("Bộ Nội vụ đặt mục tiêu trong năm 2027 xây dựng xong kho hồ sơ cán bộ.", "Bộ Nội vụ", "2027"),
    ],
)
def test_what_a_body_plans(text: str, who: str, deadline: str) -> None:
    (task,) = tasks(text)
    assert task.assignees[0].startswith(who)
    assert (task.deadline, task.status) == (deadline, "planned")


@pytest.mark.parametrize(
    "text",
    [
        # a sum, a share, a number to be reached
        "Bộ Tư pháp dự kiến kinh phí số hóa sổ gốc là 90 tỷ đồng.",
        "Sở Tư pháp Nghệ An phấn đấu trong năm 2027 hoàn thành số hóa 95% sổ gốc.",
        "Bộ Nội vụ đặt mục tiêu đến năm 2027 đạt 80 điểm hài lòng.",
        # nobody in particular
        "Phấn đấu hoàn thành mọi việc sớm hơn mong đợi của người dân.",
    ],
)
def test_what_is_a_goal_and_no_plan(text: str) -> None:
    assert tasks(text) == ()


BY_A_NOUN = [
    # branches and levels of the state, by a noun only
    ("Thủ tướng yêu cầu ngành ngân hàng, ngành thuế và các địa phương nối dữ liệu.", ["ngành ngân hàng", "ngành thuế"]),
    ("Chủ tịch nước đề nghị ngành giáo dục rà soát học bạ của học sinh vùng cao.", ["ngành giáo dục"]),
    ("Phó Thủ tướng yêu cầu làm thật. Địa phương phải bố trí máy quét cho bộ phận một cửa.", ["Địa phương"]),
    ("Phó Thủ tướng yêu cầu làm thật. Chính quyền cần lắng nghe phản ánh của bà con.", ["Chính quyền"]),
    # each of them has to have something
    ("Phó Thủ tướng yêu cầu làm thật. Mỗi xã phải có ít nhất hai cán bộ rành công nghệ.", ["Mỗi xã"]),
    ("Phó Thủ tướng yêu cầu các bộ đi trước. Mỗi bộ phải có một đầu mối về dữ liệu.", ["Mỗi bộ"]),
    # departments of all places, as one group
    ("Cục Quản lý Dược yêu cầu Sở Y tế các tỉnh, thành phố thanh tra nhà thuốc.", ["Sở Y tế các tỉnh, thành phố"]),
    (
        "Bộ Nội vụ yêu cầu các sở nội vụ tỉnh, thành phố trực thuộc trung ương đối soát hồ sơ.",
        ["các sở nội vụ tỉnh, thành phố trực thuộc trung ương"],
    ),
    ("Tổng cục Thuế chỉ đạo Cục Thuế các tỉnh đối soát mã số thuế của tiểu thương.", ["Cục Thuế các tỉnh"]),
]


@pytest.mark.parametrize(("text", "who"), BY_A_NOUN)
def test_who_acts_by_a_noun(text: str, who: list[str]) -> None:
    assert list(tasks(text)[-1].assignees)[: len(who)] == who


@pytest.mark.parametrize(
    "text",
    [
        "Phó Thủ tướng cho rằng chuyển đổi số ngành y tế phải đi nhanh hơn.",
        "Việc này thuộc ngành, địa phương nào thì nơi ấy trả lời cho dân.",
        "Bộ Tài chính xác định đến năm 2027 hồ sơ giấy là ngoại lệ.",
    ],
)
def test_a_noun_that_does_nothing(text: str) -> None:
    assert tasks(text) == ()


@pytest.mark.parametrize(
    ("case", "who"),
    [
        ("Trường hợp đường truyền gián đoạn thì kịp thời báo nhà mạng để khắc phục.", "các sở"),
        ("Nếu các xã chưa có máy quét, thì chủ động mượn của trường học.", "các xã"),
        ("Khi hồ sơ bị trùng thì chuyển ngay về Sở Tư pháp để đối chiếu.", "các sở"),
    ],
)
def test_an_order_for_a_case(case: str, who: str) -> None:
    found = tasks(f"Thủ tướng yêu cầu các sở cập nhật tiến độ hằng tuần. {case}")
    assert [task.assignees for task in found] == [("các sở",), (who,)]
    assert found[1].directed_by == "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    "told",
    [
        "Trong quý I, các địa phương thực hiện tốt việc tuyên truyền nộp thuế điện tử.",
        "Thời gian qua, các địa phương triển khai nhiều lớp tập huấn cho tiểu thương.",
        "Sáu tháng đầu năm, các địa phương tổ chức 40 lớp tập huấn.",
    ],
)
def test_what_was_done_is_no_order_though_one_stands_before(told: str) -> None:
    assert len(tasks(f"Thủ tướng yêu cầu các bộ gửi báo cáo về chuyển đổi số. {told}")) == 1


def test_what_others_undertake_is_not_on_the_word_of_a_body_heard_before() -> None:
    (task,) = tasks(
        "Theo Cục Thống kê, có 30 triệu người dùng ví điện tử.\n\n"
        "Ngân hàng Nhà nước sẽ sửa quy định về ví trong năm 2027."
    )
    assert task.directed_by is None


ANNOUNCED = (
    "Thủ tướng Phạm Minh Chính vừa ký Chỉ thị số 31/CT-TTg về dữ liệu đất đai.\n"
    "Thủ tướng giao Bộ Tài chính giảm các loại phí mà Nghị định 165/2025/NĐ-CP nêu.\n"
    "Về hạ tầng, Thủ tướng Chính phủ yêu cầu Bộ Công an nâng cấp trung tâm dữ liệu.\n"
    "{later}\n"
)


@pytest.mark.parametrize(
    ("later", "mandate"),
    [
        ("Thủ tướng Chính phủ cũng yêu cầu Bộ Tư pháp công khai dữ liệu hộ tịch.", "31/CT-TTg"),
        # somebody else is heard
        ("Bộ trưởng Bộ Nông nghiệp và Môi trường Trần Đức Thắng yêu cầu các sở rà soát hồ sơ.", None),
        # the answer is over
        ("Trên đây là nội dung của Chỉ thị.\nBộ Xây dựng có trách nhiệm rà soát quy hoạch.", None),
        # what was before
        ("Trước đó, Thủ tướng Chính phủ yêu cầu Bộ Xây dựng rà soát quy hoạch.", None),
    ],
)
def test_what_an_article_announces_orders_what_is_told_below(later: str, mandate: str | None) -> None:
    found = tasks(ANNOUNCED.format(later=later))
    assert [task.mandate for task in found] == ["31/CT-TTg", "31/CT-TTg", mandate]


NOUNS = [
    # whom an order addresses, by a noun only
    ("Sở Y tế Nghệ An đề nghị các trạm y tế báo cáo số thẻ đã quét.", "các trạm y tế"),
    ("Bộ Công Thương yêu cầu các cửa hàng xăng dầu lập hóa đơn điện tử từng lần bán.", "các cửa hàng xăng dầu"),
    ("Thủ tướng yêu cầu mạng xã hội xuyên biên giới gỡ bỏ tin giả trong ngày.", "mạng xã hội xuyên biên giới"),
    ("Bộ Công an yêu cầu nhà cung cấp phần mềm cần xác thực khách hàng.", "nhà cung cấp phần mềm"),
    # who will do it, by a noun only, in a speech
    (
        "Phó Thủ tướng Lê Văn Hòa cho biết, từ tháng 11, trung tâm điều hành y tế sẽ tiếp nhận dữ liệu của các trạm.",
        "trung tâm điều hành y tế",
    ),
    # what it has to have
    (
        "Phó Thủ tướng Lê Văn Hòa lưu ý hội đồng thẩm định cần có thêm đại diện của người khuyết tật.",
        "hội đồng thẩm định",
    ),
]


@pytest.mark.parametrize(("text", "who"), NOUNS)
def test_whom_an_order_addresses_by_a_noun(text: str, who: str) -> None:
    (task,) = tasks(text)
    assert task.assignees == (who,)


@pytest.mark.parametrize(
    "text",
    [
        # a noun, no order
        "Đường truyền đạt chất lượng đúng yêu cầu đã đề ra cho Bộ Y tế và các bệnh viện.",
        # fields of a form are no schools
        "Hồ sơ phải có các trường thông tin cơ bản.",
        # a number, a share
        "Dự kiến số lượng máy cấp cho xã trong năm 2027 là 115 chiếc.",
        "Theo kế hoạch, 100% hồ sơ sẽ được số hóa vào năm 2027.",
        # what a thing brings about, a verb as a subject
        "Ông Lê Văn Tám, Giám đốc Sở Y tế Nghệ An, cho biết hệ thống mới sẽ hạn chế việc xếp hàng.",
        '"Xác thực tài khoản sẽ hạn chế tin giả trên mạng", Giám đốc Sở Công Thương Lê Văn Tám cho biết.',
        # how many tasks there are
        "Bộ Nội vụ được giao chủ trì thực hiện trong năm là 45 nhiệm vụ.",
    ],
)
def test_what_looks_like_work_and_is_none(text: str) -> None:
    assert tasks(text) == ()


def test_a_body_that_carries_out_what_others_said() -> None:
    found = tasks(
        "Thủ tướng yêu cầu các bộ nối dữ liệu. Thực hiện chỉ đạo của Chính phủ, Bộ Y tế đã họp với các bệnh viện."
    )
    assert len(found) == 1


LOCAL = [
    # a branch of the state with its place; a time with a quarter in Roman numerals
    (
        "Ngành thuế Hà Nam đặt mục tiêu đến hết quý III/2027 rà soát xong mã số thuế của hộ kinh doanh.",
        "Ngành thuế Hà Nam",
        "2027-Q3",
    ),
    ("Thị xã Duy Tiên phấn đấu trong quý II/2027 đưa trung tâm điều hành vào vận hành.", "Thị xã Duy Tiên", "2027-Q2"),
    # the goal's time before its subject
    ("Phấn đấu cuối năm 2027, xã An Vĩ hoàn thành các tiêu chí xã thông minh.", "Xã An Vĩ", "2027"),
    # to hand over is no order
    (
        "Bộ Nội vụ đang gấp rút hoàn thiện phần mềm và sẽ bàn giao cho các tỉnh trong quý IV/2027.",
        "Bộ Nội vụ",
        "2027-Q4",
    ),
    # who does what, behind a colon
    ("UBND tỉnh Hà Nam phân công rõ: Sở Tài chính thẩm định dự toán trong tháng 3/2027.", "Sở Tài chính", "2027-03"),
    ("UBND tỉnh phân công cụ thể: Sở Nội vụ là cơ quan thường trực, theo dõi tiến độ.", "Sở Nội vụ", None),
    # what tells which departments are meant
    (
        "Chủ tịch UBND huyện Kim Động đề nghị các phòng, ban chuyên môn chấm điểm cải cách hành chính.",
        "các phòng, ban chuyên môn",
        None,
    ),
]


@pytest.mark.parametrize(("text", "who", "deadline"), LOCAL)
def test_work_of_local_bodies(text: str, who: str, deadline: str | None) -> None:
    task = tasks(text)[-1]
    assert (task.assignees, task.deadline) == ((who,), deadline)


def test_each_order_of_a_sentence_has_its_own_time() -> None:
    found = tasks(
        "Thủ tướng giao Bộ Y tế lập danh mục thuốc, báo cáo trong tháng 5/2027; giao Bộ Tài chính bố trí vốn mua; "
        "giao Bộ Công an trước ngày 30/9/2027 cấp tài khoản cho dược sĩ."
    )
    assert [(task.assignees, task.deadline) for task in found] == [
        (("Bộ Y tế",), "2027-05"),
        (("Bộ Tài chính",), None),
        (("Bộ Công an",), "2027-09-30"),
    ]


def test_a_time_before_the_first_order_is_that_of_all() -> None:
    found = tasks("Trong tháng 5/2027, Thủ tướng giao Bộ Y tế lập danh mục thuốc; giao Bộ Tài chính bố trí vốn.")
    assert [task.deadline for task in found] == ["2027-05", "2027-05"]


def test_when_work_is_meant_to_be_finished_is_no_goal_beside_it() -> None:
    (task,) = tasks("Bộ Nội vụ sẽ đối soát dữ liệu cán bộ, phấn đấu xong trong quý I/2027.")
    assert task.deadline == "2027-Q1"


def test_standing_committees_of_the_party_below() -> None:
    (task,) = tasks(
        "Bí thư Tỉnh ủy Ninh Thuận đề nghị Ban Thường vụ các huyện ủy đưa chuyển đổi số vào đánh giá cuối năm."
    )
    assert task.assignees == ("Ban Thường vụ các huyện ủy",)


def test_departments_by_their_field_in_small_letters() -> None:
    (task,) = tasks("Đối với các sở giáo dục và đào tạo, Bộ Giáo dục và Đào tạo yêu cầu bố trí cán bộ chuyên trách.")
    assert task.assignees == ("các sở giáo dục và đào tạo",)
    (task,) = tasks("Bảo hiểm xã hội Việt Nam chỉ đạo bảo hiểm xã hội các tỉnh đẩy nhanh liên thông giấy ra viện.")
    assert task.assignees == ("bảo hiểm xã hội các tỉnh",)


def test_whose_document_a_sentence_goes_by() -> None:
    found = tasks(
        "Theo Quyết định số 211/QĐ-BTP của Bộ trưởng Bộ Tư pháp, Cục Công nghệ thông tin phải nâng cấp cổng hộ tịch; "
        "các Sở Tư pháp hoàn thành đối soát sổ gốc trước ngày 31/12/2027."
    )
    assert [(task.assignees, task.mandate, task.directed_by) for task in found] == [
        (("Cục Công nghệ thông tin",), "211/QĐ-BTP", "Bộ Tư pháp"),
        (("Sở Tư pháp",), "211/QĐ-BTP", "Bộ Tư pháp"),
    ]


def test_what_a_ministry_asks_of_the_government_is_no_task() -> None:
    assert tasks("Bộ Nội vụ kiến nghị Thủ tướng cho phép kéo dài thời gian thí điểm chấm công bằng khuôn mặt.") == ()


def test_how_many_tasks_are_done_is_no_task() -> None:
    assert tasks("Hiện Bộ Công an đã hoàn thành 38/42 nhiệm vụ được giao tại Đề án 06.") == ()


def test_the_thing_that_is_expected() -> None:
    (task,) = tasks("Việc xây dựng trung tâm dữ liệu số 2 dự kiến khởi công trong quý II/2027.")
    assert task.text.startswith("Việc xây dựng trung tâm dữ liệu số 2")


@pytest.mark.parametrize(
    ("said", "deadline"),
    [("trong tháng 3.2027", "2027-03"), ("trước tháng 11.2027", "2027-11"), ("trước ngày 5.3.2027", "2027-03-05")],
)
def test_a_month_with_a_dot_before_its_year(said: str, deadline: str) -> None:
    (task,) = tasks(f"Thủ tướng giao Bộ Y tế lập danh mục thuốc cho giai đoạn 2027-2030, hoàn thành {said}.")
    assert task.deadline == deadline


def test_whom_an_order_addresses_ends_before_the_first_verb() -> None:
    (task,) = tasks("Thủ tướng yêu cầu các chuyên gia nghiên cứu đề xuất mức thu phí đường bộ.")
    assert (task.assignees, task.text) == (("các chuyên gia",), "nghiên cứu đề xuất mức thu phí đường bộ")


def test_who_is_given_a_thing_in_a_clause_that_tells_which() -> None:
    assert tasks("Trạm y tế nối dữ liệu với kho do Bộ Công an được giao quản lý theo mẫu chung.") == ()


def test_whom_a_call_is_made_to_is_named_whole() -> None:
    (task,) = tasks("Thủ tướng Nhật Bản kêu gọi các nhà lãnh đạo châu Á hợp tác về dữ liệu xuyên biên giới.")
    assert task.text == "hợp tác về dữ liệu xuyên biên giới"


def test_what_something_must_be_for_is_no_work() -> None:
    assert not tasks("Thủ tướng Phạm Minh Chính nhấn mạnh công nghệ mới trước hết phải vì người dân và vì cuộc sống.")


@pytest.mark.parametrize("told", ["được lưu ý", "được nhắc", "được chỉ đạo"])
def test_who_is_told_in_the_passive_has_the_work(told: str) -> None:
    (task,) = tasks(f"Kết luận cuộc họp, Sở Tài chính {told} bố trí đủ vốn mua cây giống.")
    assert (task.text, task.assignees, task.directed_by) == ("bố trí đủ vốn mua cây giống", ("Sở Tài chính",), None)


@pytest.mark.parametrize("place", ["Thị xã Sông Mây", "Xã Đồng Tâm", "Phường Bến Đá", "Đặc khu Hòn Me"])
def test_a_level_alone_acts_for_the_place_named_before(place: str) -> None:
    level = " ".join(place.split()[:2] if place.split()[1].islower() else place.split()[:1]).lower()
    (task,) = tasks(
        f"{place} có 14 trường học. Hiện {level} đang lập hồ sơ thuê bản đồ số, dự kiến hoàn tất cuối năm 2026."
    )
    assert (task.text.split(",")[0], task.assignees) == ("lập hồ sơ thuê bản đồ số", (place,))


def test_what_is_said_of_one_thing_apart_ends_the_work_before_it() -> None:
    found = tasks(
        "Phó Chủ tịch UBND tỉnh Trần Văn Hải yêu cầu Sở Xây dựng rà soát hồ sơ cây xanh trước ngày 10/10; riêng "
        "việc đo đạc, tỷ lệ đạt 80% trước 31/12/2024."
    )
    assert [task.text for task in found] == ["rà soát hồ sơ cây xanh trước ngày 10/10"]
    assert found[0].deadline != "2024-12-31"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Văn phòng Quốc hội là cơ quan thường trực, có nhiệm vụ xây dựng kho tư liệu số trong tháng 3/2025.",
            [("xây dựng kho tư liệu số trong tháng 3/2025", ("Văn phòng Quốc hội",))],
        ),
        (
            "Sở Y tế tỉnh Lào Cai là đơn vị thường trực của Ban Chỉ đạo, có trách nhiệm lập kế hoạch hằng quý.",
            [("lập kế hoạch hằng quý", ("Sở Y tế tỉnh Lào Cai",))],
        ),
        ("Phó Chủ tịch Quốc hội Lê Minh Hoan được phân công làm Phó Trưởng ban thường trực.", []),
        ("Ông Lê Văn An được giao giữ chức Giám đốc Sở Y tế tỉnh Lào Cai.", []),
        (
            "UBND tỉnh Lào Cai vừa có Công văn 128/UBND-KSTTHC. Theo đó, từ 15/1/2026, 99 xã, phường phải xử lý văn "
            "bản trên hệ thống chung.",
            [("xử lý văn bản trên hệ thống chung", ("99 xã, phường",))],
        ),
    ],
)
def test_who_has_a_duty_beside_what_he_is(sentence: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    facts = extract(read_bytes(f"Tin về dữ liệu\n18/02/2025\n{sentence}\n".encode(), "tin.txt"))
    assert [(task.text, task.assignees) for task in facts.tasks] == wanted
    assert facts.targets == ()


def test_those_told_apart_have_their_own_part_of_an_order() -> None:
    text = (
        "Tin về dữ liệu\n03/08/2023\nPhó Thủ tướng Trần Lưu Quang yêu cầu: Bảo hiểm xã hội Việt Nam làm sạch dữ liệu; "
        "các địa phương chưa có nghị quyết giảm phí khẩn trương trình HĐND cùng cấp; những xã còn hồ sơ quá hạn phải "
        "giải quyết trong tháng 8; Bộ Tư pháp trình dự thảo Nghị định.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees) for task in found] == [
        ("làm sạch dữ liệu", ("Bảo hiểm xã hội Việt Nam",)),
        ("khẩn trương trình HĐND cùng cấp", ("các địa phương chưa có nghị quyết giảm phí",)),
        ("giải quyết trong tháng 8", ("những xã còn hồ sơ quá hạn",)),
        ("trình dự thảo Nghị định", ("Bộ Tư pháp",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Chủ tịch UBND tỉnh Lào Cai Lê Văn An lưu ý các xã không để người dân phải đi lại nhiều lần.",
            [("không để người dân phải đi lại nhiều lần", ("các xã",))],
        ),
        (
            "UBND xã Thanh An vừa ban hành Kế hoạch số 07/KH-UBND về chuyển đổi số. Mục tiêu: 85% hồ sơ trực tuyến. "
            "Trưởng bản vận động mỗi hộ có một người biết dùng dịch vụ công. Người dân phấn khởi đón nhận.",
            [("vận động mỗi hộ có một người biết dùng dịch vụ công", ("Trưởng bản",))],
        ),
    ],
)
def test_whom_a_ban_or_a_plan_tells(sentence: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    facts = extract(read_bytes(f"Tin về dữ liệu\n18/02/2025\n{sentence}\n".encode(), "tin.txt"))
    assert [(task.text, task.assignees) for task in facts.tasks] == wanted


@pytest.mark.parametrize(
    ("sentence", "text", "assignees"),
    [
        (
            "Bộ Công an đang dự thảo Thông tư quy định lệ phí cấp thẻ.",
            "dự thảo Thông tư quy định lệ phí cấp thẻ",
            ("Bộ Công an",),
        ),
        (
            "Phó Chủ tịch UBND tỉnh Lào Cai Lê Văn An yêu cầu các đơn vị chậm tiến độ làm rõ nguyên nhân.",
            "làm rõ nguyên nhân",
            ("các đơn vị chậm tiến độ",),
        ),
        (
            "Phó Chủ tịch UBND tỉnh Lào Cai Lê Văn An yêu cầu các đơn vị chậm nhất 30/11 làm rõ nguyên nhân.",
            "chậm nhất 30/11 làm rõ nguyên nhân",
            ("các đơn vị",),
        ),
    ],
)
def test_drafting_and_those_who_are_late(sentence: str, text: str, assignees: tuple[str, ...]) -> None:
    (task,) = extract(read_bytes(f"Tin về dữ liệu\n18/02/2025\n{sentence}\n".encode(), "tin.txt")).tasks
    assert (task.text, task.assignees) == (text, assignees)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (  # the comma within a number ends no work; branches of all places act
            "BHXH Việt Nam đã ký Kế hoạch phối hợp số 305/KHPH-BHXH-C06 về dữ liệu. Theo kế hoạch, hai bên xác thực "
            "98,5 triệu nhân khẩu đang tham gia. BHXH các tỉnh phối hợp Công an cùng cấp hoàn thành trước ngày "
            "31/12/2024.",
            [
                ("xác thực 98,5 triệu nhân khẩu đang tham gia", ("hai bên",), "305/KHPH-BHXH-C06"),
                (
                    "phối hợp Công an cùng cấp hoàn thành trước ngày 31/12/2024",
                    ("BHXH các tỉnh",),
                    "305/KHPH-BHXH-C06",
                ),
            ],
        ),
        (  # a letter gives what it passes on, in the words of who is called by the shorter role
            "Văn phòng Chính phủ có Công văn số 109/VPCP-KSTT truyền đạt ý kiến chỉ đạo của Phó Thủ tướng Thường trực "
            "Nguyễn Hòa Bình về dịch vụ công. Phó Thủ tướng giao các bộ rà soát 76 dịch vụ công.",
            [("rà soát 76 dịch vụ công", ("các bộ",), "109/VPCP-KSTT")],
        ),
        (  # a part of the ministry that acts
            "Bộ trưởng Bộ Nội vụ ký Quyết định số 14/QĐ-BNV về số hóa. Theo đó, Văn phòng Bộ kiểm soát thủ tục mới.",
            [("kiểm soát thủ tục mới", ("Văn phòng Bộ Nội vụ",), "14/QĐ-BNV")],
        ),
        (  # a share that is on time answers no task
            "Sở Y tế tỉnh Lào Cai đã giải quyết 241.000 hồ sơ trong quý I, đúng hạn 99,2%, sẽ lắp thêm 40 ki-ốt tự "
            "phục vụ.",
            [("lắp thêm 40 ki-ốt tự phục vụ", ("Sở Y tế tỉnh Lào Cai",), None)],
        ),
    ],
)
def test_what_a_plan_a_letter_and_a_report_give(
    told: str, wanted: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    facts = extract(read_bytes(f"Tin về dữ liệu\n18/04/2024\n{told}\n".encode(), "tin.txt"))
    assert [(task.text, task.assignees, task.mandate) for task in facts.tasks] == wanted
    assert not [one for one in facts.observations if one.value == 40]


@pytest.mark.parametrize(
    ("when", "deadline"),
    [
        ("từ năm 2027", None),
        ("từ năm học 2026-2027", None),
        ("bắt đầu từ ngày 01/7/2026", "2026-07-01"),
        ("từ nay đến tháng 6/2027", "2027-06"),
        ("từ năm 2026 đến năm 2028", "2028"),
        ("trong năm 2027", "2027"),
    ],
)
def test_from_when_on_is_no_time_by_which(when: str, deadline: str | None) -> None:
    text = (
        f"Tin về dữ liệu\n18/02/2026\nBộ trưởng Bộ Y tế giao Cục Quản lý khám chữa bệnh áp dụng quy chế mới {when}.\n"
    )
    (task,) = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert task.deadline == deadline
    assert task.deadline_text and when.endswith(task.deadline_text)


def test_committees_of_the_party_and_departments_of_all_places() -> None:
    text = (
        "Tin về dữ liệu\n05/08/2022\nBan Thường vụ Tỉnh ủy Nghệ An ban hành Nghị quyết số 09-NQ/TU về dữ liệu. "
        "Ban Thường vụ yêu cầu Văn phòng Tỉnh ủy xây dựng Đề án chuyển đổi số, phân công việc cho các sở. Các "
        "huyện, thành, thị ủy lập kế hoạch trước 30/9/2022. Bà Nguyễn Thị Thúy, Phó Giám đốc Sở Tư pháp, đề nghị "
        "các phòng Tư pháp mở lớp tại từng ấp. Ông Lê Ngọc Tuấn, Chủ tịch UBND tỉnh, mong muốn VNPT sớm hiện "
        "thực hóa cam kết, giao Sở Tư pháp làm đầu mối phối hợp.\n"
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert [programme.name for programme in facts.programmes] == ["Đề án chuyển đổi số"]
    told = {task.text: task.assignees for task in facts.tasks}
    assert told["lập kế hoạch trước 30/9/2022"] == ("Các huyện, thành, thị ủy",)
    assert told["mở lớp tại từng ấp"] == ("các phòng Tư pháp",)
    assert "sớm hiện thực hóa cam kết" in told


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (  # a ministry does not order another one in the next paragraph
            "Bộ Tư pháp yêu cầu các sở tư pháp rà soát dữ liệu hộ tịch.\n\nBộ Y tế chủ trì xây dựng sổ sức khỏe số.",
            [
                ("rà soát dữ liệu hộ tịch", ("các sở tư pháp",), "Bộ Tư pháp"),
                ("chủ trì xây dựng sổ sức khỏe số", ("Bộ Y tế",), None),
            ],
        ),
        (
            "Thủ tướng yêu cầu các bộ rà soát dữ liệu.\n\nBộ Y tế chủ trì xây dựng sổ sức khỏe số.",
            [
                ("rà soát dữ liệu", ("các bộ",), "Thủ tướng Chính phủ"),
                ("chủ trì xây dựng sổ sức khỏe số", ("Bộ Y tế",), "Thủ tướng Chính phủ"),
            ],
        ),
        (  # who is late is told to make up for it
            "Thành phố Hà Nội chậm số hóa hồ sơ đất đai; yêu cầu kiểm điểm, báo cáo trước ngày 20/9/2025.",
            [("kiểm điểm, báo cáo trước ngày 20/9/2025", ("Thành phố Hà Nội",), None)],
        ),
        (
            '"Bộ Xây dựng chậm trình nghị định, đề nghị báo cáo trước ngày 15/9", Phó Thủ tướng Nguyễn Chí Dũng nói.',
            [("báo cáo trước ngày 15/9", ("Bộ Xây dựng",), "Nguyễn Chí Dũng")],
        ),
    ],
)
def test_peers_and_those_who_are_late(told: str, wanted: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    found = extract(read_bytes(f"Tin về dữ liệu\n20/08/2025\n{told}\n".encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees, task.directed_by) for task in found] == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (  # the Secretary General tells the Prime Minister what to do, no minister does
            "Tổng Bí thư Tô Lâm yêu cầu Ban Tổ chức Trung ương rà soát cán bộ.\n\nThủ tướng Chính phủ chỉ đạo các cơ "
            "quan phát động thi đua; xây dựng phương án sắp xếp các viện.",
            [
                (("Ban Tổ chức Trung ương",), "Tô Lâm", ()),
                (("Thủ tướng Chính phủ",), "Tô Lâm", ()),
                (("Thủ tướng Chính phủ",), "Tô Lâm", ()),
            ],
        ),
        (
            "Bộ trưởng Bộ Y tế yêu cầu các sở y tế rà soát dữ liệu.\n\nThủ tướng Chính phủ chỉ đạo các bộ phát động "
            "thi đua.",
            [(("các sở y tế",), "Bộ trưởng Bộ Y tế", ()), (("các bộ",), "Thủ tướng Chính phủ", ())],
        ),
        (  # "đề xuất" behind "về" is a noun; who helps does so in the whole chain
            "Thủ tướng giao Bộ Công an chủ trì, phối hợp với Bộ Y tế lấy ý kiến bệnh viện về đề xuất dựng kho phim "
            "chụp.",
            [(("Bộ Công an",), "Thủ tướng Chính phủ", ("Bộ Y tế",))],
        ),
        (
            "Thủ tướng giao Bộ Công an chủ trì phối hợp với Bộ Y tế hướng dẫn thu phiếu, nhập dữ liệu vào hệ thống và "
            "xây dựng phương án đồng bộ dữ liệu.",
            [
                (("Bộ Công an",), "Thủ tướng Chính phủ", ("Bộ Y tế",)),
                (("Bộ Công an",), "Thủ tướng Chính phủ", ("Bộ Y tế",)),
            ],
        ),
    ],
)
def test_who_is_above_whom_and_who_helps_with_what(
    told: str, wanted: list[tuple[tuple[str, ...], str, tuple[str, ...]]]
) -> None:
    found = extract(read_bytes(f"Tin về dữ liệu\n20/01/2025\n{told}\n".encode(), "tin.txt")).tasks
    assert [(task.assignees, task.directed_by, task.cooperators) for task in found] == wanted
