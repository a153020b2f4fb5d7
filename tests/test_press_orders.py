"""Orders in the loose words of the press: who goes on after an order, what is counted, by when all of it is due."""

from __future__ import annotations

import pytest

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> tuple[Task, ...]:
    return extract(read_bytes(text.encode(), "tin.txt")).tasks


def said(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(task.assignees, task.text) for task in tasks(text)]


_BEFORE = "Chủ tịch UBND tỉnh Lâm Đồng giao Sở Tài chính bố trí kinh phí. "


@pytest.mark.parametrize(
    ("text", "whose", "work"),
    [
        # "bảo đảm … thông tin", "kết nối với …" at the end of a sentence are no "bà … thông tin", "… nói với …"
        ("Sở Nội vụ mở lớp cho cán bộ xã, bảo đảm an toàn thông tin.", "Sở Nội vụ",
         "mở lớp cho cán bộ xã, bảo đảm an toàn thông tin"),
        ("Sở Y tế hỗ trợ kỹ thuật, bảo đảm kết nối với cổng dịch vụ công.", "Sở Y tế",
         "hỗ trợ kỹ thuật, bảo đảm kết nối với cổng dịch vụ công"),
        # who is the place to turn to, and with whom
        ("Sở Nội vụ là đầu mối, phối hợp với Công an tỉnh đối soát hồ sơ nhân sự.", "Sở Nội vụ",
         "là đầu mối, phối hợp với Công an tỉnh đối soát hồ sơ nhân sự"),
        # right behind an order a body by name does what follows, by a verb that no table knows
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng báo chí mở chuyên mục về chữ ký số.",
         "Ban Tuyên giáo và Dân vận Tỉnh ủy Lâm Đồng", "định hướng báo chí mở chuyên mục về chữ ký số"),
        # the number of a resolution ends a sentence
        ("Sở Y tế rà soát các việc nêu tại Nghị quyết 57. Sở Nội vụ lập danh sách cán bộ.", "Sở Nội vụ",
         "lập danh sách cán bộ"),
        # one looks after what is left
        ("Sở Y tế xây dựng kho hồ sơ sức khỏe, còn Sở Xây dựng lo phần máy chủ.", "Sở Xây dựng", "lo phần máy chủ"),
    ],
)  # fmt: skip
def test_who_goes_on_behind_an_order(text: str, whose: str, work: str) -> None:
    assert ((whose,), work) in said(_BEFORE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ tác động tích cực tới thói quen của người dân vùng cao.",
        "Sở Nội vụ nằm trong nhóm dẫn đầu bảng xếp hạng của tỉnh.",
        "Sở Nội vụ dẫn đầu khối cơ quan chuyên môn về nộp hồ sơ qua mạng.",
        "Sở Nội vụ bày tỏ lo ngại về việc thiếu người ở các xã.",
    ],
)
def test_what_a_body_is_like_is_no_work(text: str) -> None:
    assert said(_BEFORE + text) == [(("Sở Tài chính",), "bố trí kinh phí")]


def test_who_shares_data_does_not_speak() -> None:
    found = tasks("Sở Y tế Hà Nội đề nghị Công an thành phố xác thực hồ sơ, Sở Nội vụ chia sẻ dữ liệu cán bộ.")
    assert [(task.assignees, task.directed_by) for task in found] == [
        (("Công an thành phố Hà Nội",), "Sở Y tế Hà Nội"),
        (("Sở Nội vụ",), "Sở Y tế Hà Nội"),
    ]


def test_tasks_that_are_counted_are_parted_by_commas() -> None:
    plan = "UBND tỉnh Nghệ An vừa ban hành Kế hoạch số 512/KH-UBND. "
    listed = "hoàn thiện thể chế, phát triển hạ tầng số, xây dựng kho dữ liệu, đào tạo nhân lực."
    work = [text for _, text in said(f"{plan}Kế hoạch đặt ra 4 nhóm nhiệm vụ: {listed}")]
    assert work == ["hoàn thiện thể chế", "phát triển hạ tầng số", "xây dựng kho dữ liệu", "đào tạo nhân lực"]
    # where the number is another, the commas part nothing
    assert len(said(f"{plan}Kế hoạch đặt ra 3 nhóm nhiệm vụ: {listed}")) == 1


def test_firms_of_a_kind_have_their_own_day() -> None:
    found = tasks(
        "Theo hướng dẫn, bệnh viện công lập phải hoàn thành bệnh án điện tử trước 30/9/2025; "
        "cơ sở tư nhân hoàn thành trước 31/12/2025."
    )
    assert [(task.assignees, task.deadline) for task in found] == [
        (("bệnh viện công lập",), "2025-09-30"),
        (("cơ sở tư nhân",), "2025-12-31"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thời hạn đặt ra cho các đơn vị là trước ngày 30/10/2025.", "2025-10-30"),
        ("Hạn chót cho tất cả các sở là ngày 15/11/2025.", "2025-11-15"),
        ("Thời hạn sử dụng của thẻ là ngày 30/10/2035.", None),
    ],
)
def test_one_day_for_all(text: str, day: str | None) -> None:
    found = tasks(f"Bộ Nội vụ yêu cầu Cục Hải quan nâng cấp cổng thông quan. {text}")
    assert [task.deadline for task in found] == [day]


def test_viewpoints_are_no_work() -> None:
    head = "Chủ tịch UBND tỉnh Nghệ An nhấn mạnh, cần quán triệt một số quan điểm khi dời chợ: "
    assert not said(head + "việc triển khai phải có trọng tâm, trọng điểm.")
    assert said("Chủ tịch UBND tỉnh Nghệ An nhấn mạnh, cần quán triệt Nghị quyết 57-NQ/TW tới từng chi bộ.")


def test_what_a_campaign_is_for() -> None:
    begun = "Thành phố Huế vừa phát động đợt cao điểm 60 ngày đêm về chuyển đổi số. Theo kế hoạch, đợt cao điểm "
    given = tasks(f"{begun}tập trung 2 việc: phổ cập chữ ký số cá nhân, tạo lập kho dữ liệu dùng chung.")
    assert [(task.text, task.directed_by) for task in given] == [
        ("phổ cập chữ ký số cá nhân", "Thành phố Huế"),
        ("tạo lập kho dữ liệu dùng chung", "Thành phố Huế"),
    ]
    assert not tasks(f"{begun}đã hoàn thành 2 việc: phổ cập chữ ký số cá nhân, tạo lập kho dữ liệu dùng chung.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what another sentence says between two orders
        ("Nội dung này nêu trong văn bản vừa gửi các sở. Sở Y tế hỗ trợ kỹ thuật cho các trạm.",
         [(("Sở Y tế",), "hỗ trợ kỹ thuật cho các trạm")]),
        ("Nội dung này nêu trong văn bản vừa gửi các sở. Sở Y tế đã hỗ trợ kỹ thuật cho các trạm.", []),
        ("Nội dung này nêu trong văn bản vừa gửi các sở. Sở Y tế quản lý 120 trạm trên địa bàn.", []),
        # what nobody shall do
        ("Các trường tuyệt đối không yêu cầu phụ huynh nộp thêm bản giấy.",
         [(("Các trường",), "tuyệt đối không yêu cầu phụ huynh nộp thêm bản giấy")]),
        ("Các trường không có máy quét nên phụ huynh nộp thêm bản giấy.", []),
        # who hands a duty on to his own people
        ("Các cấp ủy phân công đảng viên phụ trách từng nhóm hộ.",
         [(("Các cấp ủy",), "phân công đảng viên phụ trách từng nhóm hộ")]),
        ("Chủ tịch UBND tỉnh phân công Sở Y tế rà soát hồ sơ.", [(("Sở Y tế",), "rà soát hồ sơ")]),
    ],
)  # fmt: skip
def test_what_follows_an_order(text: str, found: list[tuple[tuple[str, ...], str]]) -> None:
    assert said(_BEFORE + text)[1:] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who is criticised is who has to act, and not who asks
        ("Cục Thuế tỉnh Lào Cai đã phê bình Chi cục Thuế khu vực Sa Pa và yêu cầu giải quyết dứt điểm 12 hồ sơ hoàn.",
         [(("Chi cục Thuế khu vực Sa Pa",), "giải quyết dứt điểm 12 hồ sơ hoàn", "Cục Thuế tỉnh Lào Cai")]),
        ("UBND tỉnh Lào Cai nhắc nhở Sở Y tế, đồng thời yêu cầu báo cáo nguyên nhân chậm cấp thẻ.",
         [(("Sở Y tế",), "báo cáo nguyên nhân chậm cấp thẻ", "Ủy ban nhân dân tỉnh Lào Cai")]),
        ("UBND tỉnh Lào Cai biểu dương Sở Y tế và yêu cầu các xã rà soát thẻ hỏng.",
         [(("các xã",), "rà soát thẻ hỏng", "Ủy ban nhân dân tỉnh Lào Cai")]),
        # one who holds two posts is heard by the first
        ("Thủ tướng Chính phủ - Trưởng Ban Chỉ đạo yêu cầu các bộ rà soát kho dữ liệu dùng chung.",
         [(("các bộ",), "rà soát kho dữ liệu dùng chung", "Thủ tướng Chính phủ")]),
        ("Thủ tướng Chính phủ, Trưởng Ban Chỉ đạo yêu cầu các bộ rà soát kho dữ liệu dùng chung.",
         [(("các bộ",), "rà soát kho dữ liệu dùng chung", "Thủ tướng Chính phủ")]),
        ("Tại cuộc họp của Chính phủ, Trưởng Ban Chỉ đạo yêu cầu các sở rà soát kho dữ liệu dùng chung.",
         [(("các sở",), "rà soát kho dữ liệu dùng chung", "Trưởng Ban Chỉ đạo")]),
        # behind a word in quotation marks another body goes on
        ("Thủ tướng lưu ý Ngân hàng Nhà nước phải rà soát tài khoản \"rác\", còn Bộ Y tế nhân rộng sổ sức khỏe số.",
         [(("Ngân hàng Nhà nước Việt Nam",), 'rà soát tài khoản "rác"', "Thủ tướng Chính phủ"),
          (("Bộ Y tế",), "nhân rộng sổ sức khỏe số", "Thủ tướng Chính phủ")]),
        # the first of two bodies goes on from the order before, the second is told to lead
        ("Chủ tịch UBND tỉnh Lào Cai giao Sở Tài chính bố trí kinh phí. Công an tỉnh mở lớp cho cán bộ xã, trong khi "
         "Sở Y tế chủ trì rà soát bệnh án giấy.",
         [(("Sở Tài chính",), "bố trí kinh phí", "Chủ tịch UBND tỉnh Lào Cai"),
          (("Công an tỉnh Lào Cai",), "mở lớp cho cán bộ xã", "Chủ tịch UBND tỉnh Lào Cai"),
          (("Sở Y tế",), "chủ trì rà soát bệnh án giấy", "Chủ tịch UBND tỉnh Lào Cai")]),
        ("Chủ tịch UBND tỉnh Lào Cai giao Sở Tài chính bố trí kinh phí. Công an tỉnh đã mở lớp cho cán bộ xã, trong "
         "khi Sở Y tế chủ trì rà soát bệnh án giấy.",
         [(("Sở Tài chính",), "bố trí kinh phí", "Chủ tịch UBND tỉnh Lào Cai"),
          (("Sở Y tế",), "chủ trì rà soát bệnh án giấy", "Chủ tịch UBND tỉnh Lào Cai")]),
        # what was done of it by now is no part of the work
        ("UBND tỉnh Lào Cai giao Sở Y tế số hóa bệnh án giấy, đến nay đã xong 41.000 hồ sơ.",
         [(("Sở Y tế",), "số hóa bệnh án giấy", "Ủy ban nhân dân tỉnh Lào Cai")]),
    ],
)  # fmt: skip
def test_who_asks_whom(text: str, found: list[tuple[tuple[str, ...], str, str]]) -> None:
    assert [(task.assignees, task.text, task.directed_by) for task in tasks(text)] == found


def test_the_conclusions_that_the_government_office_notifies_are_the_prime_minister_s() -> None:
    text = (
        "Văn phòng Chính phủ ban hành Thông báo số 408/TB-VPCP ngày 8/8/2025 kết luận Phiên họp thứ ba của Ban Chỉ đạo "
        "về Đề án 06 - Sơ kết công tác 6 tháng đầu năm 2025.\n"
        "Thủ tướng Chính phủ - Trưởng Ban Chỉ đạo yêu cầu các bộ dừng đòi bản sao giấy tờ trước ngày 30/9/2025.\n"
        "Bộ Tài chính hướng dẫn các sở lập dự toán cho kho dữ liệu.\n"
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert {(task.mandate, task.directed_by) for task in facts.tasks} == {("408/TB-VPCP", "Thủ tướng Chính phủ")}
    assert [task.deliverable for task in facts.tasks] == [None, None]  # "hướng dẫn các sở" is a verb
    assert [one.name for one in facts.programmes] == ["Đề án 06"]


def test_what_the_work_is_for_is_no_mandate() -> None:
    (purpose,) = tasks("Thủ tướng yêu cầu các bộ nối kho dữ liệu dân cư để thực hiện Luật Căn cước công dân.")
    (under,) = tasks("Thủ tướng yêu cầu các bộ nối kho dữ liệu dân cư theo Luật Căn cước công dân.")
    assert (purpose.mandate, under.mandate) == (None, "Luật Căn cước công dân")


def test_how_well_it_is_to_be_done_is_no_part_of_a_name() -> None:
    text = "Thủ tướng yêu cầu Sở Y tế Lào Cai trình Đề án bệnh án điện tử bảo đảm khả thi trước 30/6/2026."
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    (task,) = facts.tasks
    assert [one.name for one in facts.programmes] == ["Đề án bệnh án điện tử"]
    assert (task.deliverable, task.deadline) == ("Đề án bệnh án điện tử", "2026-06-30")
    whole = "Sở Y tế trình Đề án bảo đảm an toàn dữ liệu bệnh án giai đoạn 2026 - 2030."
    assert [one.name for one in extract(read_bytes(whole.encode(), "tin.txt")).programmes] == [
        "Đề án bảo đảm an toàn dữ liệu bệnh án giai đoạn 2026 - 2030"
    ]


def test_a_space_before_a_comma_parts_nothing() -> None:
    text = (
        "Tại hội nghị, trung tướng Nguyễn Duy Sơn , Thứ trưởng Bộ Công an , yêu cầu các xã rà soát thẻ hỏng ; "
        "Sở Y tế mở lớp cho cán bộ."
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert [(one.name, one.agency) for one in facts.officials] == [("Nguyễn Duy Sơn", "Bộ Công an")]
    assert [(one.assignees, one.text, one.directed_by) for one in facts.tasks] == [
        (("các xã",), "rà soát thẻ hỏng", "Nguyễn Duy Sơn"),
        (("Sở Y tế",), "mở lớp cho cán bộ", "Nguyễn Duy Sơn"),
    ]
    assert text[slice(*(facts.officials[0].evidence[0].start, facts.officials[0].evidence[0].end))].count(" , ") == 1


_ASKS_ALL = """Thủ tướng Phạm Minh Chính vừa ký Công điện số 139/CĐ-TTg ngày 28/8/2025 về an ninh mạng dịp lễ.
Để chủ động phòng ngừa, Thủ tướng Chính phủ yêu cầu:
Các bộ, ngành tổ chức trực hệ thống đến hết ngày 3/9/2025.
Các doanh nghiệp viễn thông, Internet dự phòng tối thiểu 20% dung lượng.
Đài Truyền hình Việt Nam tăng thời lượng cảnh báo lừa đảo.
Bộ Y tế ngừng thu bản giấy từ ngày 1/9/2025.
Bộ Tài chính là cơ quan đầu mối.
Văn phòng Chính phủ theo dõi, đôn đốc việc thực hiện Công điện này.
Hôm qua, trời mưa to ở nhiều nơi.
Sở Y tế Lào Cai mở cửa phòng khám mới.
"""


def test_each_paragraph_of_another_body_below_a_line_that_asks_is_its_work() -> None:
    found = [(task.assignees, task.text, task.mandate) for task in tasks(_ASKS_ALL)]
    work = (
        ("Các bộ, ngành", "tổ chức trực hệ thống đến hết ngày 3/9/2025"),
        ("Các doanh nghiệp viễn thông, Internet", "dự phòng tối thiểu 20% dung lượng"),
        ("Đài Truyền hình Việt Nam", "tăng thời lượng cảnh báo lừa đảo"),
        ("Bộ Y tế", "ngừng thu bản giấy từ ngày 1/9/2025"),
        ("Văn phòng Chính phủ", "theo dõi, đôn đốc việc thực hiện Công điện này"),
    )
    assert found == [((who,), text, "139/CĐ-TTg") for who, text in work]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom the sentence is directed to must not do it; another subject ends the words
        ("Với các xã, phường, Phó Chủ tịch UBND tỉnh Lào Cai lưu ý không để hồ sơ trễ hạn; bố trí người trực đến hết "
         "ngày 14/2; nơi nào để trễ hạn, Chủ tịch UBND xã nơi đó chịu trách nhiệm.",
         [(("các xã, phường",), "không để hồ sơ trễ hạn"),
          (("các xã, phường",), "bố trí người trực đến hết ngày 14/2")]),
        # by when the second is due is said before it
        ("Đối với Sở Xây dựng, Phó Chủ tịch UBND tỉnh Lào Cai đề nghị hoàn thiện bản đồ quy hoạch, chậm nhất ngày "
         "10/2/2026 phải đưa vào khai thác.",
         [(("Sở Xây dựng",), "hoàn thiện bản đồ quy hoạch"), (("Sở Xây dựng",), "đưa vào khai thác")]),
        # a commune can only ask a department
        ("Lãnh đạo xã Đạ Tẻh đề nghị Sở Nội vụ bổ sung một biên chế cho mỗi xã.", []),
        ("Sở Nội vụ đề nghị UBND xã Đạ Tẻh sớm nộp danh sách.",
         [(("Ủy ban nhân dân xã Đạ Tẻh",), "sớm nộp danh sách")]),
    ],
)  # fmt: skip
def test_whom_it_is_asked_of(text: str, found: list[tuple[tuple[str, ...], str]]) -> None:
    assert said(text) == found


def test_who_only_agrees_on_a_plan_does_not_write_it() -> None:
    text = "Các đại biểu thống nhất trình Chủ tịch UBND tỉnh Lào Cai ban hành Kế hoạch chuyển đổi số năm 2026."
    assert [
        one for one in extract(read_bytes(text.encode(), "tin.txt")).relations if one.relation == "drafted_by"
    ] == []


def test_a_plan_that_strives_for_a_share_has_no_name_of_it() -> None:
    text = (
        "Kế hoạch phấn đấu 80% hồ sơ trực tuyến toàn trình, 70% thanh toán trực tuyến và 100% xã có tổ công nghệ số "
        "vào năm 2026."
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert (facts.documents, facts.programmes) == ((), ())
    assert [one.indicator.endswith("có tổ công nghệ số") for one in facts.targets] == [False, False, True]


_DEPUTY_SIGNS = """UBND TP Cần Thơ triển khai Nghị quyết 214/NQ-CP
Ngày 15/8/2025, Phó Chủ tịch UBND thành phố Nguyễn Văn Khởi ký Quyết định số 1102/QĐ-UBND ban hành Kế hoạch triển khai \
Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ về tạo lập dữ liệu.
Theo đó, đến hết năm 2025, thành phố số hóa 95% hồ sơ lưu trữ.
Kế hoạch giao Sở Y tế tổng hợp kết quả trước ngày 25/10. Sở Tư pháp làm sạch sổ hộ tịch trong tháng 11/2025, \
kinh phí lấy từ nguồn sự nghiệp năm 2025.
"""


def test_a_decision_that_a_deputy_signs_is_the_committee_s_and_gives_what_its_plan_gives() -> None:
    facts = extract(read_bytes(_DEPUTY_SIGNS.encode(), "tin.txt"))
    committee = "Ủy ban nhân dân thành phố Cần Thơ"
    assert [one.issuer for one in facts.documents if one.id == "1102/QĐ-UBND"] == [committee]
    assert {(one.mandate, one.directed_by) for one in facts.tasks} == {("1102/QĐ-UBND", committee)}
    due = {one.assignees: one.deadline for one in facts.tasks}
    assert (due[("Sở Y tế",)], due[("Sở Tư pháp",)]) == ("2025-10-25", "2025-11")
    assert {one.set_by for one in facts.targets} == {"1102/QĐ-UBND"}
    assert not [one for one in facts.programmes if one.name.startswith("Kế hoạch giao")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông Đỗ Văn Duy, Giám đốc Sở Y tế Lào Cai, báo cáo. PGS.TS Lương Ngọc Sơn đề nghị sớm có cơ chế giá.", []),
        ("Ông Đỗ Văn Duy, Giám đốc Sở Y tế Lào Cai, đề nghị các xã cần sớm nộp danh sách.", ["sớm nộp danh sách"]),
    ],
)
def test_who_holds_no_post_only_wishes(text: str, found: list[str]) -> None:
    assert [task.text for task in tasks(text)] == found


_EACH_UNIT = """Bộ trưởng Bộ Y tế Lê Văn An giao nhiệm vụ cho từng đơn vị:
- Sở Y tế: tham mưu phương án bố trí cán bộ cho các trạm.
- UBND các xã miền núi: rà soát, xử lý dứt điểm hồ sơ trễ hạn; người đứng đầu phải xin lỗi dân bằng văn bản.
"""


def test_what_an_item_gives_before_a_duty_of_another_is_kept() -> None:
    assert said(_EACH_UNIT) == [
        (("Sở Y tế",), "tham mưu phương án bố trí cán bộ cho các trạm"),
        (("UBND các xã miền núi",), "rà soát, xử lý dứt điểm hồ sơ trễ hạn"),
        (("người đứng đầu",), "xin lỗi dân bằng văn bản"),
    ]


def test_the_ground_of_an_order_is_no_work_before_it() -> None:
    text = (
        "Ngày 08/12/2023, UBND tỉnh Lào Cai ban hành Công văn số 865/UBND-NC. Thực hiện Công văn số 602/BTTTT-CBC của "
        "Bộ Thông tin và Truyền thông về báo chí số; UBND tỉnh có ý kiến như sau: Sở Y tế chủ trì rà soát trang tin."
    )
    assert said(text) == [(("Sở Y tế",), "chủ trì rà soát trang tin")]


def test_who_helps_one_does_not_help_the_next() -> None:
    text = (
        "Thủ tướng giao Bộ Tư pháp chủ trì, cùng Bộ Tài chính sửa luật về dữ liệu; Bộ Y tế phối hợp Bộ Công an làm "
        "sạch thẻ căn cước."
    )
    assert [(one.assignees, one.cooperators) for one in tasks(text)] == [
        (("Bộ Tư pháp",), ("Bộ Tài chính",)),
        (("Bộ Y tế",), ("Bộ Công an",)),
    ]


def test_an_indicator_does_not_begin_with_who_asks_for_it() -> None:
    text = (
        "Trước đó, tại phiên họp Chính phủ sáng cùng ngày, Thủ tướng yêu cầu các bộ trưởng trực tiếp chỉ đạo cắt giảm, "
        "không được đẻ thêm thủ tục, phấn đấu hết năm 2025 giảm ít nhất 30% thời gian giải quyết."
    )
    assert [one.indicator for one in extract(read_bytes(text.encode(), "tin.txt")).targets] == [
        "giảm thời gian giải quyết"
    ]
