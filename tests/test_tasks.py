"""Who tells whom to do what by when: every clause form, each with the text that failed before its rule."""

from __future__ import annotations

import pytest

from kg.model import Facts, Task
from loaders.extract import extract
from loaders.read import read_bytes


def facts(text: str) -> Facts:
    return extract(read_bytes(text.encode(), "thu.txt"))


def tasks(text: str) -> tuple[Task, ...]:
    return facts(text).tasks


ROWS = [
    # an order with its giver, its addressee and the day by which
    (
        "Thủ tướng Chính phủ giao Bộ Công an chủ trì xây dựng nền tảng định danh điện tử trước ngày 30/6/2022.",
        [
            (
                "chủ trì xây dựng nền tảng định danh điện tử trước ngày 30/6/2022",
                ["Bộ Công an"],
                "Thủ tướng Chính phủ",
                "2022-06-30",
            )
        ],
    ),
    # two bodies share one task; the phrase after "phối hợp với" helps and does not lead
    (
        "Chính phủ yêu cầu Bộ Tài chính, Bộ Nội vụ rà soát quy định về phí dịch vụ công trực tuyến trong quý II/2023.",
        [
            (
                "rà soát quy định về phí dịch vụ công trực tuyến trong quý II/2023",
                ["Bộ Tài chính", "Bộ Nội vụ"],
                "Chính phủ",
                "2023-Q2",
            )
        ],
    ),
    # a modal after its subject, with an adverbial between
    (
        "Bộ Y tế, trong năm 2024, cần hoàn thành kết nối hồ sơ sức khỏe điện tử của các bệnh viện.",
        [("hoàn thành kết nối hồ sơ sức khỏe điện tử của các bệnh viện", ["Bộ Y tế"], None, "2024")],
    ),
    # the passive leaves the giver unsaid
    (
        "Bộ Tư pháp được giao thẩm định dự thảo nghị định về chia sẻ dữ liệu.",
        [("thẩm định dự thảo nghị định về chia sẻ dữ liệu", ["Bộ Tư pháp"], None, None)],
    ),
    # one verb, a colon, and a list whose items are tasks of their own
    (
        "Bộ Xây dựng yêu cầu các đơn vị: số hóa hồ sơ cấp phép còn hiệu lực; công khai tiến độ xử lý trên cổng dịch vụ "
        "công; gửi báo cáo trước ngày 15/12/2023.",
        [
            ("số hóa hồ sơ cấp phép còn hiệu lực", ["các đơn vị"], "Bộ Xây dựng", None),
            ("công khai tiến độ xử lý trên cổng dịch vụ công", ["các đơn vị"], "Bộ Xây dựng", None),
            ("gửi báo cáo trước ngày 15/12/2023", ["các đơn vị"], "Bộ Xây dựng", "2023-12-15"),
        ],
    ),
    # verbs that share one object are one task
    (
        "Bộ Công Thương có trách nhiệm rà soát, sửa đổi, bổ sung quy định về hóa đơn điện tử trong bán lẻ xăng dầu.",
        [
            (
                "rà soát, sửa đổi, bổ sung quy định về hóa đơn điện tử trong bán lẻ xăng dầu",
                ["Bộ Công Thương"],
                None,
                None,
            )
        ],
    ),
    # who is quoted gives the order, although the name stands at the end
    (
        "“Bộ Giáo dục và Đào tạo phải hoàn thiện cơ sở dữ liệu ngành ngay trong năm học này”, "
        "Phó Thủ tướng Vũ Đức Đam chỉ đạo.",
        [("hoàn thiện cơ sở dữ liệu ngành ngay trong năm học này", ["Bộ Giáo dục và Đào tạo"], "Vũ Đức Đam", None)],
    ),
    # "Theo X, Y cần …": X speaks, Y acts
    (
        "Theo Bộ Thông tin và Truyền thông, các địa phương cần bố trí kinh phí duy trì nền tảng tích hợp dữ liệu.",
        [
            (
                "bố trí kinh phí duy trì nền tảng tích hợp dữ liệu",
                ["các địa phương"],
                "Bộ Thông tin và Truyền thông",
                None,
            )
        ],
    ),
    # a body that leads the work, though nobody tells it to in so many words
    (
        "Bộ Công an chủ trì giám sát hệ thống và đường truyền mạng.",
        [("chủ trì giám sát hệ thống và đường truyền mạng", ["Bộ Công an"], None, None)],
    ),
    # a second modal goes on with the bodies of the first order
    (
        "Chính phủ giao Bộ Xây dựng rà soát kỹ dự án bản đồ số, và phải có phương án tránh lãng phí.",
        [
            ("rà soát kỹ dự án bản đồ số", ["Bộ Xây dựng"], "Chính phủ", None),
            ("có phương án tránh lãng phí", ["Bộ Xây dựng"], "Chính phủ", None),
        ],
    ),
    # who does what stands before "trong đó" has to do what stands after it
    (
        "Căn cứ chỉ tiêu được giao, Bộ Nội vụ cụ thể hóa chương trình để tổ chức thực hiện, trong đó, "
        "cần rà soát vị trí việc làm.",
        [("rà soát vị trí việc làm", ["Bộ Nội vụ"], None, None)],
    ),
    # a noun is given work where it has no name
    (
        "Hai tập đoàn bưu chính được giao thử nghiệm phòng họp trực tuyến.",
        [("thử nghiệm phòng họp trực tuyến", ["Hai tập đoàn bưu chính"], None, None)],
    ),
    # "chúng ta phải" has a speaker and no body
    (
        "Ông Nguyễn Văn Nam, Giám đốc Sở Nội vụ tỉnh Hà Nam, cho rằng khi dữ liệu đã đủ, "
        "chúng ta phải xây dựng quy chế dùng chung.",
        [("xây dựng quy chế dùng chung", [], "Nguyễn Văn Nam", None)],
    ),
    # two verbs, each with its own time
    (
        "Chính phủ giao Bộ Tài chính trình đề án trong năm 2024 và khai trương cổng trước ngày 1/11/2025.",
        [
            ("trình đề án trong năm 2024", ["Bộ Tài chính"], "Chính phủ", "2024"),
            ("khai trương cổng trước ngày 1/11/2025", ["Bộ Tài chính"], "Chính phủ", "2025-11-01"),
        ],
    ),
    # "sẽ" before a verb of ordering: that verb is the work
    (
        "Bộ Nội vụ sẽ đề xuất sửa đổi quy định về lưu trữ.",
        [("đề xuất sửa đổi quy định về lưu trữ", ["Bộ Nội vụ"], None, None)],
    ),
    # what "tuy nhiên" adds is not the work
    (
        "Bộ Tài chính đề nghị Bộ Nội vụ ưu tiên kinh phí cho dự án, tuy nhiên ngân sách rất hạn chế.",
        [("ưu tiên kinh phí cho dự án", ["Bộ Nội vụ"], "Bộ Tài chính", None)],
    ),
    # a country told from a word that folds alike
    (
        "Việt Nam và Ấn Độ cần thúc đẩy hợp tác về hạ tầng số.",
        [("thúc đẩy hợp tác về hạ tầng số", ["Việt Nam", "Ấn Độ"], None, None)],
    ),
    # an undertaking without a body, told with its month
    (
        "Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà cho biết tháng 6/2026 sẽ khai trương cổng đào tạo công chức.",
        [("khai trương cổng đào tạo công chức", ["Bộ Nội vụ"], "Phạm Thị Thanh Trà", "2026-06")],
    ),
    # an order that places work with a firm
    (
        "Chủ tịch UBND tỉnh Hà Nam Trương Quốc Huy đặt hàng Tập đoàn Viettel nghiên cứu kho dữ liệu của tỉnh.",
        [("nghiên cứu kho dữ liệu của tỉnh", ["Tập đoàn Công nghiệp - Viễn thông Quân đội"], "Trương Quốc Huy", None)],
    ),
    # a point inside a number ends no clause; "đơn vị" does not end in "vì"
    (
        "Toàn bộ gần 2.400 trang hướng dẫn sẽ được xây dựng lại tại các đơn vị.",
        [("Toàn bộ gần 2.400 trang hướng dẫn sẽ được xây dựng lại tại các đơn vị", [], None, None)],
    ),
    # a verb whose object is still to come is not cut off from it
    (
        "Chính phủ giao Bộ Quốc phòng phối hợp với Bộ Công an xây dựng, triển khai mạng phao báo bão.",
        [
            (
                "phối hợp với Bộ Công an xây dựng, triển khai mạng phao báo bão",
                ["Bộ Quốc phòng"],
                "Chính phủ",
                None,
            )
        ],
    ),
    # "day la" opens the sentence, and a body undertakes something in its second half
    (
        "Đây là hội nghị đầu tiên và Bộ Ngoại giao sẽ tổ chức các hội thảo tiếp theo.",
        [("tổ chức các hội thảo tiếp theo", ["Bộ Ngoại giao"], None, None)],
    ),
    # nothing but when: who is heard speaks of what goes on
    (
        "Ông Lê Văn Hà, Giám đốc Sở Nội vụ tỉnh Hà Nam, cho biết hồ sơ đã đủ.\nHiện đang tập huấn cho văn thư các xã "
        "và sẽ tập huấn cho lãnh đạo phòng.",
        [
            ("tập huấn cho văn thư các xã", [], "Lê Văn Hà", None),
            ("tập huấn cho lãnh đạo phòng", [], "Lê Văn Hà", None),
        ],
    ),
    # a doer with what tells which
    (
        "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm lập kế hoạch ngầm hóa cáp.",
        [("lập kế hoạch ngầm hóa cáp", ["Doanh nghiệp có hạ tầng viễn thông"], None, None)],
    ),
    # a verb of ordering that is one of a list gives no order of its own
    (
        "Bộ Công an có trách nhiệm theo dõi, kiểm tra, đôn đốc các bộ triển khai hồ sơ điện tử.",
        [("theo dõi, kiểm tra, đôn đốc các bộ triển khai hồ sơ điện tử", ["Bộ Công an"], None, None)],
    ),
    # bodies that each do their part
    (
        "Chính phủ giao Bộ Nội vụ rà soát biên chế của các trung tâm, Bộ Tài chính bố trí kinh phí và Bộ Công an "
        "hướng dẫn bảo vệ dữ liệu.",
        [
            ("rà soát biên chế của các trung tâm", ["Bộ Nội vụ"], "Chính phủ", None),
            ("bố trí kinh phí", ["Bộ Tài chính"], "Chính phủ", None),
            ("hướng dẫn bảo vệ dữ liệu", ["Bộ Công an"], "Chính phủ", None),
        ],
    ),
    # a verb that says how often is a task of its own
    (
        "Bộ Chính trị giao Ban Kinh tế Trung ương theo dõi việc mở dữ liệu ruộng đất, "
        "định kỳ 4 tháng báo cáo Ban Bí thư.",
        [
            ("theo dõi việc mở dữ liệu ruộng đất", ["Ban Kinh tế Trung ương"], "Bộ Chính trị", None),
            ("định kỳ 4 tháng báo cáo Ban Bí thư", ["Ban Kinh tế Trung ương"], "Bộ Chính trị", None),
        ],
    ),
    # work that was given before is an object here
    (
        "Chính phủ yêu cầu Bộ Y tế rà soát các nhiệm vụ đã giao Cục Quản lý khám chữa bệnh.",
        [("rà soát các nhiệm vụ đã giao Cục Quản lý khám chữa bệnh", ["Bộ Y tế"], "Chính phủ", None)],
    ),
    # a list that its sentence then calls tasks
    (
        "Hoàn thiện kho dữ liệu đất đai; mở rộng bản đồ số là những nhiệm vụ trọng tâm được "
        "Bộ Nông nghiệp và Môi trường xác định.",
        [
            ("Hoàn thiện kho dữ liệu đất đai", [], "Bộ Nông nghiệp và Môi trường", None),
            ("mở rộng bản đồ số", [], "Bộ Nông nghiệp và Môi trường", None),
        ],
    ),
    # what goes on from an undertaking
    (
        "Bộ Y tế sẽ nối mạng các trạm y tế xã.\nĐồng thời, từng bước triển khai bệnh án điện tử ở tuyến huyện.",
        [
            ("nối mạng các trạm y tế xã", ["Bộ Y tế"], None, None),
            ("từng bước triển khai bệnh án điện tử ở tuyến huyện", ["Bộ Y tế"], None, None),
        ],
    ),
    # a thing that is given to a body: the clause says the task
    (
        "Kho dữ liệu hộ tịch được Quốc hội giao cho Bộ Tư pháp vận hành.",
        [
            (
                "Kho dữ liệu hộ tịch được Quốc hội giao cho Bộ Tư pháp vận hành",
                ["Bộ Tư pháp"],
                "Quốc hội",
                None,
            )
        ],
    ),
    # nouns that begin like verbs of work: "trình tự", "chỉ đạo của"
    (
        "Chính phủ giao Bộ Tư pháp rà soát quy định về thẩm quyền, trình tự, thủ tục đăng ký kinh doanh theo "
        "chủ trương của Đảng, chỉ đạo của Quốc hội.",
        [
            (
                "rà soát quy định về thẩm quyền, trình tự, thủ tục đăng ký kinh doanh theo chủ trương "
                "của Đảng, chỉ đạo của Quốc hội",
                ["Bộ Tư pháp"],
                "Chính phủ",
                None,
            )
        ],
    ),
    # whoever is called upon, without a name
    (
        "Thủ tướng Chính phủ kêu gọi cộng đồng doanh nghiệp ven biển tích cực đóng góp cho bản đồ luồng lạch.",
        [
            (
                "tích cực đóng góp cho bản đồ luồng lạch",
                ["cộng đồng doanh nghiệp ven biển"],
                "Thủ tướng Chính phủ",
                None,
            )
        ],
    ),
    # a country is a body with a name
    (
        "Việt Nam đang tích cực mở rộng mạng lưới trạm 5G.",
        [("tích cực mở rộng mạng lưới trạm 5G", ["Việt Nam"], None, None)],
    ),
    # what a body does by a document
    (
        "Theo Quyết định số 749/QĐ-TTg ngày 03/6/2020, Bộ Y tế xây dựng kho dữ liệu tiêm chủng.",
        [("xây dựng kho dữ liệu tiêm chủng", ["Bộ Y tế"], "Thủ tướng Chính phủ", None)],
    ),
    # the same verb again begins a piece however short
    (
        "Chính phủ giao các bộ xây dựng chiến lược tham gia thị trường số, xây dựng kho dữ liệu mở.",
        [
            ("xây dựng chiến lược tham gia thị trường số", ["các bộ"], "Chính phủ", None),
            ("xây dựng kho dữ liệu mở", ["các bộ"], "Chính phủ", None),
        ],
    ),
    # the second half of "không …, mà sẽ …"
    (
        "Bộ Tài chính không tăng thuế mà sẽ tập trung xử lý hóa đơn giả.",
        [("tập trung xử lý hóa đơn giả", ["Bộ Tài chính"], None, None)],
    ),
    # who is ready to do something undertakes it
    (
        "Bộ Ngoại giao sẵn sàng hỗ trợ các địa phương mời gọi đầu tư.",
        [("hỗ trợ các địa phương mời gọi đầu tư", ["Bộ Ngoại giao"], None, None)],
    ),
    # a caption between does not break the chain; "trong đó" adds a piece
    (
        "Thủ tướng yêu cầu Bộ Tư pháp vận hành cổng pháp luật thông suốt, trong đó, tập trung trả lời phản ánh của "
        "dân.\nToàn cảnh buổi lễ.\nNghiên cứu dùng máy dịch để tra cứu văn bản.",
        [
            ("vận hành cổng pháp luật thông suốt", ["Bộ Tư pháp"], "Thủ tướng Chính phủ", None),
            ("tập trung trả lời phản ánh của dân", ["Bộ Tư pháp"], "Thủ tướng Chính phủ", None),
            ("Nghiên cứu dùng máy dịch để tra cứu văn bản", ["Bộ Tư pháp"], "Thủ tướng Chính phủ", None),
        ],
    ),
    # a province that acts is a body, also where its level is not said
    (
        "Năm tới, Thanh Hóa dự kiến xây dựng bản đồ số về cảng cá.",
        [("xây dựng bản đồ số về cảng cá", ["Tỉnh Thanh Hóa"], None, None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_clause_forms(text: str, wanted: list[tuple[str, list[str], str | None, str | None]]) -> None:
    found = [(t.text, list(t.assignees), t.directed_by, t.deadline) for t in tasks(text)]
    assert found == wanted


def test_an_imperative_goes_on_from_the_order_before_it() -> None:
    found = tasks(
        "Chính phủ yêu cầu Bộ Nội vụ trình đề án dữ liệu cán bộ. "
        "Khẩn trương kết nối với cơ sở dữ liệu quốc gia về dân cư."
    )
    assert [(t.assignees, t.directed_by) for t in found] == [(("Bộ Nội vụ",), "Chính phủ")] * 2


def test_a_duty_without_known_work_is_kept_as_a_candidate() -> None:
    text = "Bộ Xây dựng cần một cách nhìn mới về nhà ven biển. Bộ Y tế cần xây dựng kho dữ liệu tiêm chủng."
    found = facts(text)
    assert [task.text for task in found.tasks] == ["xây dựng kho dữ liệu tiêm chủng"]
    (candidate,) = found.candidates
    assert candidate.kind == "tasks"
    assert candidate.text == candidate.evidence[0].quote == "Bộ Xây dựng cần một cách nhìn mới về nhà ven biển."


def test_an_imperative_in_a_quotation_is_the_speakers() -> None:
    found = tasks(
        "Thủ tướng nhấn mạnh vai trò của dữ liệu.\n"
        "“Khẩn trương lập sổ theo dõi hồ sơ trễ hẹn; cần có giải pháp bảo vệ người tố giác.”"
    )
    assert [(t.text, t.directed_by) for t in found] == [
        ("Khẩn trương lập sổ theo dõi hồ sơ trễ hẹn", "Thủ tướng Chính phủ"),
        ("có giải pháp bảo vệ người tố giác", "Thủ tướng Chính phủ"),
    ]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        # words that fold like others are told by their accents: "ban hành" is no "căn bản", "cử" no "căn cứ"
        ("Bộ Y tế cần ban hành quy chế dùng chung dữ liệu.", "ban hành quy chế dùng chung dữ liệu"),
        ("Bộ Y tế phải cử người trực tổng đài.", "cử người trực tổng đài"),
        ("Bộ Công an phải điện tử hóa hồ sơ cư trú.", "điện tử hóa hồ sơ cư trú"),
        # "nêu" is no "nếu"
        ("Thủ tướng nêu rõ Bộ Y tế sẽ xây dựng sổ tiêm chủng.", "xây dựng sổ tiêm chủng"),
        # "hồ sơ" and "bản đồ" are no "họ" and "bạn"; "tốc độ" and "đơn vị" hold no "do" and "vì"
        ("Hồ sơ điện tử sẽ được xây dựng lại.", "Hồ sơ điện tử sẽ được xây dựng lại"),
        ("Bản đồ số ngành thủy sản sẽ được cập nhật.", "Bản đồ số ngành thủy sản sẽ được cập nhật"),
        ("Tốc độ mạng của các đơn vị sẽ được nâng cấp.", "Tốc độ mạng của các đơn vị sẽ được nâng cấp"),
        ("Do đó Bộ Y tế chủ trì xây dựng kho dữ liệu.", "chủ trì xây dựng kho dữ liệu"),
        ("Bộ Nội vụ có trách nhiệm rà soát chức danh và địa vị.", "rà soát chức danh và địa vị"),
        # "thí điểm … mới" is no "thì … mới"
        ("Chính phủ giao Bộ Tài chính thí điểm cách trả trợ cấp mới.", "thí điểm cách trả trợ cấp mới"),
        # "vấn đề" is no "để": the second piece is cut off
        (
            "Chính phủ giao Bộ Nội vụ rà soát các vấn đề về biên chế, ban hành quy chế luân chuyển cán bộ xã.",
            "rà soát các vấn đề về biên chế",
        ),
    ],
)
def test_words_that_fold_alike_are_told_by_their_accents(text: str, work: str) -> None:
    assert work in [task.text for task in tasks(text)]


def test_a_cadre_is_no_must_in_a_report() -> None:
    (task,) = tasks("Nhiệm vụ đào tạo cán bộ xã về dữ liệu của Bộ Nội vụ đã hoàn thành.")
    assert task.status == "done"


def test_an_undertaking_has_its_status() -> None:
    planned, running = tasks(
        "Bộ Ngoại giao sẽ xây dựng cổng thông tin lãnh sự. Bộ Quốc phòng đang triển khai hệ thống văn bản điện tử."
    )
    assert (planned.status, planned.assignees) == ("planned", ("Bộ Ngoại giao",))
    assert (running.status, running.assignees) == ("in-progress", ("Bộ Quốc phòng",))


def test_cooperators_stand_apart_from_assignees() -> None:
    (task,) = tasks("Giao Bộ Công an chủ trì, phối hợp với Bộ Tư pháp xây dựng dự thảo nghị định về căn cước.")
    assert task.assignees == ("Bộ Công an",)
    assert task.cooperators == ("Bộ Tư pháp",)
    assert task.deliverable == "dự thảo nghị định về căn cước"


def test_a_document_named_in_the_clause_is_the_mandate() -> None:
    (task,) = tasks(
        "Các bộ, ngành, địa phương cần thực hiện các nhiệm vụ được giao tại Quyết định số 749/QĐ-TTg ngày 03/6/2020."
    )
    assert task.mandate == "749/QĐ-TTg"


@pytest.mark.parametrize(
    "text",
    [
        # a viewpoint orders nothing
        "Chuyển đổi số phải lấy người dân làm trung tâm.",
        # "yêu cầu" as a noun, "cần thiết", "ban chỉ đạo" are no triggers
        "Hệ thống đáp ứng yêu cầu của người dùng và rất cần thiết, theo đánh giá của ban chỉ đạo.",
        # folded, "căn cứ" and "cán bộ" look like "cần": their accents say otherwise
        "Bộ Nội vụ căn cứ tiêu chuẩn để xếp loại cán bộ.",
        # what a nameless group is doing is a state of things
        "Các địa phương đang triển khai nhiều mô hình khác nhau.",
        # a condition promises nothing
        "Nếu chậm trễ, Bộ Tài chính sẽ xử lý theo quy định.",
        # what nobody has to do any more
        "Theo Bộ Công an, khi có kho dữ liệu, người dân không còn phải nộp bản sao giấy tờ.",
        # what something is
        'Ông Lê Văn An, Chủ tịch UBND tỉnh nhấn mạnh: "Chuyển đổi số là việc của người đứng đầu".',
        # nor does a threat
        "Nếu không xong trước ngày 15/12, Sở Nội vụ sẽ đề xuất hình thức kỷ luật.",
        "Trường hợp để chậm, Chủ tịch UBND tỉnh sẽ xem xét trách nhiệm người đứng đầu.",
        # who drew up a scheme is no order, nor is what a body led before
        "Đề án do Bộ Công an chủ trì xây dựng đã hoàn thành.",
        "Bộ Y tế đã chủ trì xây dựng hồ sơ sức khỏe điện tử.",
        # a noun after "trước"
        "Trước đề xuất mở phiên chợ trên mạng, Phó Thủ tướng chưa cho ý kiến.",
        # those whom something is done for
        "Người dân sẽ được hỗ trợ cài đặt ứng dụng miễn phí tại bộ phận một cửa.",
        # a noun that folds like a verb of work
        "Các hãng truyền thống sẽ không đứng ngoài. Bộ Y tế cần mô hình khám bệnh tại nhà.",
        # what only goes before something else
        "Phải cùng một thước đo thì hai xã mới kết nối được sổ.",
        # a question, a hope, a case that may never come
        "Thời gian tới chúng ta cần tập trung hoàn thiện thể chế nào?",
        "Ông Lê Minh hy vọng các nước sẽ chia sẻ kinh nghiệm về dữ liệu.",
        "Trường hợp hệ thống gặp sự cố, kế hoạch sẽ được xem xét lại từ đầu.",
        '"Nếu giữ được nhân tài thì Việt Nam sẽ làm chủ con chip."',
        # a person who reports is no body that goes on with the work
        "Thủ tướng yêu cầu Bộ Y tế sớm nối mạng. Bộ trưởng Nguyễn Hải Ninh báo cáo vắn tắt cách làm cổng.",
        # whom a policy puts in the middle is told nothing
        "Chính quyền số lấy người dân, doanh nghiệp làm trung tâm.",
        # what was so when something else happened
        "Nghị quyết ra đời khi bộ máy đang được sắp xếp lại theo hướng tinh gọn.",
        # what is to be so is no report of its state
        "Năm 2030, mạng 5G phải phủ khắp nơi và việc xây dựng hạ tầng số được hoàn thành.",
        # "lãnh đạo" as a noun
        "Thủ tướng yêu cầu Bộ Y tế sớm nối mạng. Lãnh đạo Bộ Y tế giới thiệu hai mô hình đã triển khai.",
    ],
)
def test_what_is_no_task(text: str) -> None:
    assert not [task for task in tasks(text) if task.text != "sớm nối mạng"]


def test_every_piece_of_evidence_is_the_text_at_its_place(shared_texts: list[str]) -> None:
    for text in shared_texts[:12]:
        source = read_bytes(text.encode(), "thu.txt")
        for task in extract(source).tasks:
            for evidence in task.evidence:
                assert source.text[evidence.start : evidence.end] == evidence.quote


PLAN = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 215/KH-UBND
Lào Cai, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
ỨNG DỤNG DỮ LIỆU TRONG QUẢN LÝ RỪNG NĂM 2024
Căn cứ Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao hiệu quả quản lý rừng.
II. NHIỆM VỤ
1. Xây dựng bản đồ số về hiện trạng rừng, hoàn thành trong quý III năm 2024.
2. Tổ chức tập huấn cho kiểm lâm địa bàn; cấp tài khoản truy cập cho các hạt kiểm lâm.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Phát triển nông thôn
a) Là đầu mối triển khai Kế hoạch; hằng quý báo cáo Ủy ban nhân dân tỉnh.
2. Giao Sở Tài chính thẩm định dự toán trước ngày 30 tháng 4 năm 2024.
"""


def test_a_plan_gives_its_tasks_by_its_sections() -> None:
    found = facts(PLAN)
    assert found.article.text_of == "215/KH-UBND"
    assert all(t.mandate == "215/KH-UBND" for t in found.tasks)
    assert all((t.directed_by or "").startswith("Ủy ban nhân dân") for t in found.tasks)
    by = {t.text: t for t in found.tasks}
    assert not any(text.startswith("Nâng cao hiệu quả") for text in by)  # an aim is no task
    assert by["Xây dựng bản đồ số về hiện trạng rừng, hoàn thành trong quý III năm 2024"].deadline == "2024-Q3"
    report = by["hằng quý báo cáo Ủy ban nhân dân tỉnh"]
    assert (report.recurrence, report.deadline) == ("hằng quý", None)
    assert [name.startswith("Sở Nông nghiệp") for name in report.assignees] == [True]
    assert report.provision == "điểm a khoản 1 Mục III"
    estimate = next(t for t in found.tasks if t.text.startswith("thẩm định dự toán"))
    assert estimate.deadline == "2024-04-30"
    assert [name.startswith("Sở Tài chính") for name in estimate.assignees] == [True]


def test_an_official_list_is_cut_at_each_verb_of_duty() -> None:
    plan = PLAN.replace(
        "2. Tổ chức tập huấn cho kiểm lâm địa bàn;",
        "2. Tổ chức tập huấn cho kiểm lâm địa bàn, huy động sinh viên hỗ trợ người dân, đẩy mạnh phong trào học số;",
    )
    found = [t.text for t in facts(plan).tasks]
    assert {"huy động sinh viên hỗ trợ người dân", "đẩy mạnh phong trào học số"} <= set(found)


def test_what_a_document_encloses_is_no_task() -> None:
    plan = PLAN.replace("II. NHIỆM VỤ\n", "II. NHIỆM VỤ\n1. Ban hành kèm theo Kế hoạch này danh mục dữ liệu rừng.\n")
    assert not any("danh mục dữ liệu rừng" in task.text for task in facts(plan).tasks)


@pytest.mark.parametrize(
    "clause",
    [
        "Chính phủ đã ban hành Nghị định về phí rừng",  # done already
        "Được yêu cầu chủ rừng nộp bản đồ giấy",  # a right
        "Việc thu phí phải công khai; nộp một lần mỗi năm",  # goes on with a thing
    ],
)
def test_what_a_list_of_work_holds_besides_is_no_task(clause: str) -> None:
    plan = PLAN.replace("II. NHIỆM VỤ\n", f"II. NHIỆM VỤ\n1. Lập sổ thu phí rừng. {clause}.\n")
    texts = [task.text for task in facts(plan).tasks]
    assert "Lập sổ thu phí rừng" in texts
    assert not any(word in text for text in texts for word in ("Nghị định về phí", "chủ rừng nộp", "một lần"))


def test_a_row_of_doers_is_one_subject() -> None:
    plan = PLAN.replace(
        "II. NHIỆM VỤ\n", "II. NHIỆM VỤ\n1. Mở cổng số liệu cho phép người dân, doanh nghiệp tra cứu quy hoạch rừng.\n"
    )
    found = next(task for task in facts(plan).tasks if task.text.startswith("Mở cổng"))
    assert found.text.endswith("tra cứu quy hoạch rừng")


def test_viewpoints_and_titles_of_lists_are_no_tasks() -> None:
    plan = PLAN.replace("1. Nâng cao hiệu quả quản lý rừng.", "1. Các sở cần xác định dữ liệu là tài sản.").replace(
        "2. Tổ chức tập huấn cho kiểm lâm địa bàn;", "2. Nâng cao năng lực kiểm lâm\n- Tổ chức tập huấn;"
    )
    found = [t.text for t in facts(plan).tasks]
    assert not any("xác định dữ liệu" in text or text.startswith("Nâng cao") for text in found)
    assert any(text.startswith("cấp tài khoản") for text in found)


@pytest.mark.parametrize(
    ("text", "work", "who", "mandate", "status", "deadline"),
    [
        # late, with its owner and the document that gave it
        (
            "Việc xây dựng kho dữ liệu dùng chung do Bộ Xây dựng chủ trì theo Nghị quyết số 17/NQ-CP ngày 07/3/2019 "
            "vẫn chậm tiến độ.",
            "xây dựng kho dữ liệu dùng chung", ("Bộ Xây dựng",), "17/NQ-CP", "overdue", None,
        ),
        # done
        (
            "Nhiệm vụ kết nối hệ thống văn bản của Bộ Ngoại giao theo Quyết định số 28/2018/QĐ-TTg đã hoàn thành.",
            "kết nối hệ thống văn bản", ("Bộ Ngoại giao",), "28/2018/QĐ-TTg", "done", None,
        ),
        # put off, with the new time
        (
            "Thời hạn trình đề án trợ lý ảo cho cán bộ, công chức được lùi sang năm 2026.",
            "trình đề án trợ lý ảo cho cán bộ, công chức", (), None, "extended", "2026",
        ),
    ],
)  # fmt: skip
def test_reports_of_how_a_task_stands(
    text: str, work: str, who: tuple[str, ...], mandate: str | None, status: str, deadline: str | None
) -> None:
    (task,) = tasks(text)
    assert (task.text, task.assignees, task.mandate, task.status, task.deadline) == (
        work,
        who,
        mandate,
        status,
        deadline,
    )


def test_the_year_of_a_yearly_resolution_is_printed_as_its_name_has_it() -> None:
    found = tasks(
        "Tại Nghị quyết 02 ngày 5/1/2026 về giải pháp cải thiện môi trường kinh doanh năm 2026, Chính phủ nêu rõ: "
        '"Ưu tiên nguồn lực xây dựng cổng dữ liệu; đẩy mạnh số hóa hồ sơ".'
    )
    assert [(task.deadline, task.deadline_text) for task in found] == [("2026", "năm 2026")] * 2


def test_the_day_of_a_resolution_under_which_work_is_done_is_no_deadline() -> None:
    (task,) = tasks("Theo Nghị quyết 02/NQ-CP ngày 5/1/2026 của Chính phủ, Bộ Y tế phải xây dựng cổng dữ liệu mở.")
    assert (task.deadline, task.deadline_text) == (None, None)


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("Sở Y tế tỉnh Hà Nam kiến nghị UBND tỉnh bố trí vốn cho trung tâm dữ liệu.", []),
        ("Giám đốc Sở Y tế tỉnh Hà Nam Trần Văn Ba đề nghị UBND tỉnh Hà Nam bố trí vốn cho trung tâm dữ liệu.", []),
        ("Sở Y tế thành phố Đà Nẵng đề xuất UBND thành phố xây dựng kho dữ liệu sức khỏe.", []),
        # those below, and who stands above the province
        ("Sở Y tế tỉnh Nghệ An đề nghị UBND thành phố Vinh rà soát dữ liệu các trạm.", ["thành phố Vinh"]),
        ("Sở Y tế tỉnh Hà Nam đề nghị UBND các huyện rà soát dữ liệu các trạm y tế.", ["các huyện"]),
        ("Bộ Y tế đề nghị UBND tỉnh Hà Nam rà soát dữ liệu các trạm y tế.", ["tỉnh Hà Nam"]),
        ("UBND tỉnh Hà Nam đề nghị Sở Y tế rà soát dữ liệu các trạm y tế.", ["Sở Y tế"]),
    ],
)
def test_who_proposes_to_the_committee_above_gives_no_task(text: str, bearers: list[str]) -> None:
    found = [name for task in tasks(text) for name in task.assignees]
    assert len(found) == len(bearers) and all(map(str.endswith, found, bearers))
