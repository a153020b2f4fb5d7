"""Duties in a page that explains a document: whose they are, and where the document's part ends."""

from __future__ import annotations

from kg.model import Task
from loaders.extract import extract
from loaders.read import read_bytes

PAGE = """Ai phải báo cáo sự cố mạng theo Nghị định 85/2016/NĐ-CP?
Trách nhiệm báo cáo được quy định tại Điều 22 Nghị định 85/2016/NĐ-CP như sau:
- Bộ Công an tổng hợp báo cáo về sự cố mạng của các cơ quan.
- Bộ Quốc phòng cũng có thể cử người tham gia.
- Doanh nghiệp viễn thông có trách nhiệm sau đây:
+ Báo ngay cho khách hàng khi mất liên lạc;
+ Lưu nhật ký hệ thống ít nhất ba tháng.
Yêu cầu kỹ thuật
- Rà soát lỗ hổng của hệ thống mỗi quý.
Bộ Y tế có được miễn không?
- Bộ Y tế hướng dẫn người bệnh dùng sổ sức khỏe điện tử.
"""


def tasks(text: str) -> list[Task]:
    return list(extract(read_bytes(text.encode(), "hoi-dap.txt")).tasks)


def test_duties_are_the_documents_that_the_page_gives() -> None:
    found = {task.text: task for task in tasks(PAGE)}
    assert {text: task.assignees for text, task in found.items()} == {
        "tổng hợp báo cáo về sự cố mạng của các cơ quan": ("Bộ Công an",),
        "Báo ngay cho khách hàng khi mất liên lạc": ("Doanh nghiệp viễn thông",),
        "Lưu nhật ký hệ thống ít nhất ba tháng": ("Doanh nghiệp viễn thông",),
        "Rà soát lỗ hổng của hệ thống mỗi quý": (),
    }
    assert {(task.mandate, task.directed_by) for task in found.values()} == {("85/2016/NĐ-CP", "Chính phủ")}


def test_a_page_without_a_question_relays_nothing() -> None:
    lines = PAGE.replace("?", ".").splitlines()
    assert not [task for task in tasks("\n".join(lines[1:4])) if task.mandate]


LIST = """Lộ trình làm kho dữ liệu hợp tác xã thế nào?
Lộ trình theo Quyết định 2074/QĐ-TTg ngày 20/9/2025 cụ thể như sau:
Năm 2026:
- Kết nối kho dữ liệu hợp tác xã với cổng thuế.
Ai được hưởng ưu đãi?
Điều kiện hưởng ưu đãi theo Quyết định 2074/QĐ-TTg như sau:
- Nộp báo cáo tài chính đúng hạn cho cơ quan thuế.
"""


def test_a_list_is_work_unless_its_line_says_what_else_it_lists() -> None:
    (task,) = tasks(LIST)
    assert task.text == "Kết nối kho dữ liệu hợp tác xã với cổng thuế"
    assert (task.mandate, task.deadline) == ("2074/QĐ-TTg", "2026")


def test_a_time_alone_opens_a_plan_below_whatever_the_line_above_lists() -> None:
    page = LIST.replace("Lộ trình theo", "Mục tiêu theo")
    assert [task.deadline for task in tasks(page)] == ["2026"]


def test_verbs_that_fold_like_particles_are_duties() -> None:
    page = PAGE.replace("- Bộ Công an tổng hợp", "- Bộ Nội vụ cung cấp chữ ký số.\n- Bộ Công an tổng hợp")
    assert "cung cấp chữ ký số" in [task.text for task in tasks(page)]


SHARED = """Quyền và trách nhiệm của bên dùng chung kho số liệu ra sao?
Điều 9 Nghị định 91/2025/NĐ-CP quy định quyền và trách nhiệm của các bên như sau:
(1) Quyền và trách nhiệm của bên được dùng chung kho số liệu:
- Được đọc số liệu không mất phí.
- Có trách nhiệm nêu rõ mục đích và thời hạn dùng số liệu.
- Phải báo trước cho bên giữ kho khi thay người dùng; không được chia lại số liệu; sớm trả lại quyền khi hết việc.
(2) Quyền và trách nhiệm của Bộ Tài chính:
- Lập sổ theo dõi việc dùng chung.
Kho số liệu gồm những gì?
Điều 10 Nghị định 91/2025/NĐ-CP quy định kho số liệu bao gồm:
- Quản lý số liệu đất đai theo tờ bản đồ.
Nguyên tắc dùng chung là gì?
Nguyên tắc được nêu tại Điều 3 Nghị định 91/2025/NĐ-CP như sau:
- Bảo đảm an toàn số liệu; dùng đúng mục đích đã báo.
"""


def test_a_list_says_whose_duties_it_gives() -> None:
    bearer = ("bên được dùng chung kho số liệu",)
    assert {task.text: task.assignees for task in tasks(SHARED)} == {
        "nêu rõ mục đích và thời hạn dùng số liệu": bearer,
        "báo trước cho bên giữ kho khi thay người dùng": bearer,
        "sớm trả lại quyền khi hết việc": bearer,
        "Lập sổ theo dõi việc dùng chung": ("Bộ Tài chính",),
    }


WORK = """Kế hoạch 15/KH-BNV năm 2025 có những gì?
Nội dung Kế hoạch 15/KH-BNV năm 2025 như sau:
(1) Thời gian, địa điểm
- Tổ chức tại Trụ sở Bộ trong tháng 3.
(2) Triển khai tại các vụ
- Rà soát hồ sơ giấy còn lại của từng vụ; gắn mã cho từng hồ sơ.
- Thi đua viết sổ tay hỏi đáp cho người mới.
- Mở lớp học buổi tối về chữ ký số.
- Hồ sơ mật do người giữ kho trông coi.
"""


def test_an_entry_of_a_list_of_work_may_begin_with_any_verb() -> None:
    assert [task.text for task in tasks(WORK)] == [
        "Rà soát hồ sơ giấy còn lại của từng vụ",
        "gắn mã cho từng hồ sơ",
        "Thi đua viết sổ tay hỏi đáp cho người mới",
        "Mở lớp học buổi tối về chữ ký số",
    ]


def test_a_body_after_the_clause_that_says_when_has_the_duty() -> None:
    page = PAGE.replace(
        "- Bộ Công an tổng hợp",
        "- Sau khi nhận đủ hồ sơ của các bên, Bộ Tư pháp thẩm định phương án.\n- Bộ Công an tổng hợp",
    )
    found = {task.text: task.assignees for task in tasks(page)}
    assert found["thẩm định phương án"] == ("Bộ Tư pháp",)


CODE = """Điều 9.1.NĐ.3. Giải thích từ ngữ
(Điều 3 Nghị định số 91/2025/NĐ-CP về kho số liệu dùng chung, có hiệu lực từ ngày 01/7/2025)
1. “Sổ kho” là bảng kê những số liệu dự kiến được đưa vào kho.
Điều 9.1.NĐ.7. Giữ sổ kho
(Điều 7 Nghị định số 91/2025/NĐ-CP về kho số liệu dùng chung, có hiệu lực từ ngày 01/7/2025)
1. Người giữ sổ của cơ quan có trách nhiệm ghi sổ mỗi ngày.
2. Sổ kho do Bộ Tài chính thống nhất quản lý.
Điều 9.1.TT.2. Khóa sổ
(Điều 2 Thông tư số 45/2025/TT-BTC hướng dẫn giữ sổ kho, có hiệu lực từ ngày 01/9/2025)
1. Thủ quỹ phải khóa sổ trước ngày 05 hằng tháng.
"""


def test_a_codification_names_the_source_of_each_provision() -> None:
    assert [(task.text, task.assignees, task.mandate) for task in tasks(CODE)] == [
        ("ghi sổ mỗi ngày", ("Người giữ sổ của cơ quan",), "91/2025/NĐ-CP"),
        ("Sổ kho do Bộ Tài chính thống nhất quản lý", ("Bộ Tài chính",), "91/2025/NĐ-CP"),
        ("Thủ quỹ phải khóa sổ trước ngày 05 hằng tháng", (), "45/2025/TT-BTC"),
    ]


def test_whoever_must_do_something_need_have_no_name() -> None:
    page = PAGE.replace("Bộ Y tế có", "- Khi hết việc thì người thuê máy chủ phải xóa dữ liệu.\nBộ Y tế có")
    assert ("xóa dữ liệu", ("người thuê máy chủ",)) in [(task.text, task.assignees) for task in tasks(page)]


def test_what_a_page_reports_of_a_document_and_the_titles_of_its_parts_are_no_duties() -> None:
    lines = (
        "- Chính phủ ban hành Nghị định 85/2016/NĐ-CP ngày 01/7/2016.\n"
        "(4) Giám sát sự cố mạng\n"
        "Lập sổ ghi mọi sự cố trong ngày.\n"
    )
    found = [task.text for task in tasks(PAGE.replace("- Bộ Quốc phòng cũng", lines + "- Bộ Quốc phòng cũng"))]
    assert "Lập sổ ghi mọi sự cố trong ngày" in found
    assert not [text for text in found if "85/2016" in text or "Giám sát" in text]


STRATEGY = """Chiến lược số liệu thủy sản có mấy giải pháp?
Tại Phần III Chiến lược ban hành kèm theo Quyết định 300/QĐ-TTg năm 2025 có nêu các giải pháp chủ yếu:
Giải pháp 1: Dựng kho số liệu tàu cá.
Giải pháp 2: Bồi dưỡng ngư dân dùng máy định vị; thu hút chuyên gia.
Nghĩa vụ của chủ tàu thế nào?
Căn cứ Điều 31 Luật Thủy sản 2017 quy định nghĩa vụ của chủ tàu như sau:
- Treo biển số điện tử;
- Giữ máy định vị luôn bật;
- Các nghĩa vụ khác theo quy định.
Mục tiêu đến năm 2030 ra sao?
Phần II Quyết định 300/QĐ-TTg năm 2025 nêu rõ mục tiêu đến năm 2030 như sau:
- Xây dựng kho số liệu cho mọi cảng cá.
Việc khai báo tàu cá được chia thế nào?
Theo đó, Quyết định 300/QĐ-TTg năm 2025 đưa ra các nhiệm vụ sau:
- Đối với tàu vỏ gỗ: Bộ Nông nghiệp và Môi trường rà soát sổ đăng ký.
"""


def test_a_list_of_duties_takes_any_verb_and_any_label() -> None:
    assert [(task.text, task.assignees) for task in tasks(STRATEGY)] == [
        ("Dựng kho số liệu tàu cá", ()),
        ("Bồi dưỡng ngư dân dùng máy định vị", ()),
        ("thu hút chuyên gia", ()),
        ("Treo biển số điện tử", ("chủ tàu",)),
        ("Giữ máy định vị luôn bật", ("chủ tàu",)),
        ("rà soát sổ đăng ký", ("Bộ Nông nghiệp và Môi trường",)),
    ]


def test_what_is_ordered_in_a_case_is_no_order() -> None:
    line = "- Trường hợp Thủ tướng giao Bộ Công an quyết định mức thu, Bộ Công an báo cáo Chính phủ.\n"
    found = tasks(PAGE.replace("- Bộ Quốc phòng cũng", line + "- Bộ Quốc phòng cũng"))
    assert "báo cáo Chính phủ" in [task.text for task in found]
    assert not [task for task in found if "mức thu" in task.text]


def test_a_letters_page_answers_by_one_document() -> None:
    text = (
        "Nộp qua mạng rồi có phải nộp giấy?\n\n"
        "Bạn đọc Trần Thị Tư (Huế) hỏi: Tôi nộp hồ sơ qua mạng thì có phải nộp bản giấy nữa không?\n\n"
        "Luật sư Nguyễn Văn Hai trả lời:\n\n"
        "Không. Nghị định 107/2021/NĐ-CP có hiệu lực từ 6/12/2021. Theo Nghị định 107/2021/NĐ-CP, kết quả điện tử có "
        "giá trị như bản giấy.\n"
        "Vậy ai phải số hóa? Bộ phận một cửa phải số hóa hồ sơ ngay khi tiếp nhận. Nghị định nói rõ hơn: người đứng "
        "đầu phải xin lỗi bằng văn bản nếu trễ hẹn.\n"
    )
    found = extract(read_bytes(text.encode(), "thu.txt")).tasks
    assert [(task.assignees, task.mandate) for task in found] == [
        (("Bộ phận một cửa",), "107/2021/NĐ-CP"),
        (("người đứng đầu",), "107/2021/NĐ-CP"),
    ]


ANSWER = """Có phải nộp lại bản sao bằng cấp không?
Về câu hỏi của bà Lan, Bộ Tư pháp có ý kiến như sau:
Khoản 4 Điều 3 Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về một cửa, một cửa liên thông quy định, \
cơ quan tiếp nhận phải tự tra cứu giấy tờ đã có trong kho dữ liệu.
Văn phòng Chính phủ có trách nhiệm vận hành Cổng Dịch vụ công quốc gia.
Cũng theo Nghị định này, Bộ Công an hướng dẫn cách dùng VNeID thay giấy tờ.
"""


def test_who_answers_a_question_passes_on_what_a_document_orders() -> None:
    facts = extract(read_bytes(ANSWER.encode(), "hoi-dap.txt"))
    assert [(task.assignees[0], task.mandate, task.directed_by) for task in facts.tasks] == [
        (who, "118/2025/NĐ-CP", "Chính phủ") for who in ("cơ quan tiếp nhận", "Văn phòng Chính phủ", "Bộ Công an")
    ]
    (decree,) = facts.documents
    assert decree.title == "một cửa, một cửa liên thông"


def test_what_a_document_says_is_no_subject_of_it() -> None:
    text = "Quyết định số 1565/QĐ-UBND của UBND tỉnh Vĩnh Long quy định thủ trưởng đơn vị để chậm phải xin lỗi dân."
    (decision,) = extract(read_bytes(text.encode(), "tin.txt")).documents
    assert decision.title is None
    named = "Nghị định số 15/2025/NĐ-CP quy định cơ quan đăng ký phương tiện và hồ sơ đăng ký có hiệu lực từ 01/3/2025."
    (decree,) = extract(read_bytes(named.encode(), "tin.txt")).documents
    assert decree.title == "quy định cơ quan đăng ký phương tiện và hồ sơ đăng ký"
