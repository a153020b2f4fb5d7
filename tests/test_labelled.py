# ruff: noqa: E501  # a text holds whole sentences
"""Tasks in labelled lines, and provisions that run together in one paragraph."""

from __future__ import annotations

from kg.model import Block, Source
from loaders.extract import extract
from loaders.layout.run_in import apart
from loaders.read import read_bytes

PLAN = """BỘ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 512/QĐ-BXD
Hà Nội, ngày 20 tháng 5 năm 2024
QUYẾT ĐỊNH
Ban hành Kế hoạch mở dữ liệu quy hoạch
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch mở dữ liệu quy hoạch.
II. NỘI DUNG
1. Công bố bản đồ quy hoạch đô thị dạng mở trên cổng dữ liệu
- Cơ quan chủ trì: Cục Phát triển đô thị.
- Cơ quan phối hợp: Bộ Tài nguyên và Môi trường.
- Thời hạn: trước ngày 30 tháng 9 năm 2024.
- Sản phẩm: Bộ dữ liệu mở về quy hoạch đô thị.
2. Cập nhật danh mục dữ liệu dùng chung
- Đơn vị thực hiện: Trung tâm Công nghệ thông tin.
- Thời gian thực hiện: hằng năm.
"""


def test_labelled_lines_give_the_fields_of_the_task_above_them() -> None:
    facts = extract(read_bytes(PLAN.encode(), "ke-hoach.txt"))
    publish, update = (t for t in facts.tasks if t.text.startswith(("Công bố", "Cập nhật")))
    assert publish.text == "Công bố bản đồ quy hoạch đô thị dạng mở trên cổng dữ liệu"
    assert publish.assignees == ("Cục Phát triển đô thị",)
    assert publish.cooperators == ("Bộ Tài nguyên và Môi trường",)
    assert (publish.deadline, publish.mandate) == ("2024-09-30", "512/QĐ-BXD")
    assert publish.deliverable == "Bộ dữ liệu mở về quy hoạch đô thị"
    assert (update.deadline, update.recurrence) == (None, "hằng năm")
    assert not any(t.text.startswith(("Cơ quan", "Thời", "Đơn vị")) for t in facts.tasks)  # labels are no tasks


LIST = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-UBND
Hà Nam, ngày 4 tháng 3 năm 2024
KẾ HOẠCH
Nâng cao kỹ năng số cho cán bộ
II. NHIỆM VỤ
1. Nâng cao năng lực cho đội ngũ cán bộ
- Tổ chức thi trực tuyến về an toàn thông tin cho công chức.
- Các cơ quan, đơn vị rà soát nhu cầu đào tạo. Cử người dự tập huấn về dữ liệu.
Đơn vị chủ trì: Sở Nội vụ.
Đơn vị phối hợp: Sở Tài chính; Sở Thông tin và
Truyền thông.
Thời gian thực hiện: hằng năm.
2. Xây dựng bài giảng điện tử về kỹ năng số
- Đơn vị chủ trì: Sở Giáo dục và Đào tạo.
"""


def test_lines_below_a_list_complete_all_its_bullets() -> None:
    found = {task.text.split()[0]: task for task in extract(read_bytes(LIST.encode(), "ke-hoach.txt")).tasks}
    assert list(found) == ["Tổ", "rà", "Cử", "Xây"]  # the list's title is no task
    for word in ("Tổ", "rà", "Cử"):
        assert [name.split(" tỉnh")[0] for name in found[word].assignees] == ["Sở Nội vụ"]
        assert found[word].cooperators[0].startswith("Sở Tài chính")
        assert found[word].recurrence == "hằng năm"
    assert [name.startswith("Sở Giáo dục") for name in found["Xây"].assignees] == [True]


def test_provisions_that_run_together_are_cut_at_their_markers() -> None:
    text = (
        "QUY CHẾ Chương I QUY ĐỊNH CHUNG Điều 1. Phạm vi Quy chế này áp dụng cho hệ thống thư điện tử theo Điều 5. "
        "Điều 2. Trách nhiệm của Sở Nội vụ 1. Quản lý tài khoản của công chức trên hệ thống thư điện tử công vụ. "
        "2. Báo cáo: a) Hằng quý gửi số liệu về Văn phòng; b) Cuối năm gửi báo cáo tổng hợp về Ủy ban nhân dân tỉnh; "
        + "c) Lưu hồ sơ theo quy định. "
        * 8
    )
    cut = apart(Source("quy-che.txt", text, (Block("paragraph", 0, len(text)),)))
    pieces = [text[b.start : b.end] for b in cut.blocks]
    assert [" ".join(p.split()[:2]) for p in pieces[:7]] == [
        "QUY CHẾ", "Chương I", "Điều 1.", "Điều 2.", "1. Quản", "2. Báo", "a) Hằng",
    ]  # fmt: skip
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")  # nothing is lost
    assert all(a.end <= b.start for a, b in zip(cut.blocks, cut.blocks[1:], strict=False))


ONE_LINE = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 91/KH-UBND
Hà Nam, ngày 4 tháng 3 năm 2024
KẾ HOẠCH
Số hóa hồ sơ lưu trữ năm 2024
II. NHIỆM VỤ
1. Chỉnh lý tài liệu lưu trữ của các phòng chuyên môn
Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính, Sở Tư pháp; Thời gian: Quý III/2024.
2. Quét bản đồ giải thửa khổ lớn
- Đơn vị chủ trì: Sở Xây dựng, phối hợp: Sở Y tế; xong trước ngày 15/10/2024.
3. Nhập dữ liệu sổ hộ tịch viết tay
Chủ trì: Sở Tư pháp. Phối hợp: Công an tỉnh; UBND các huyện. Sản phẩm: Cơ sở dữ liệu hộ tịch. Thời hạn: hằng quý.
a) Rà soát, đề xuất mua máy quét cho kho lưu trữ (Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính; hoàn thành trong tháng 9/2024).
"""


def test_labels_on_one_line_or_in_brackets_are_told_apart() -> None:
    told = {
        task.text.split()[0]: (
            [name.removesuffix(" tỉnh Hà Nam") for name in task.assignees],
            [name.removesuffix(" tỉnh Hà Nam") for name in task.cooperators],
            task.deadline or task.recurrence,
            task.deliverable,
        )
        for task in extract(read_bytes(ONE_LINE.encode(), "ke-hoach.txt")).tasks
    }
    assert told == {
        "Chỉnh": (["Sở Nội vụ"], ["Sở Tài chính", "Sở Tư pháp"], "2024-Q3", None),
        "Quét": (["Sở Xây dựng"], ["Sở Y tế"], "2024-10-15", None),
        "Nhập": (["Sở Tư pháp"], ["Công an", "UBND các huyện"], "hằng quý", "Cơ sở dữ liệu hộ tịch"),
        "Rà": (["Sở Nội vụ"], ["Sở Tài chính"], "2024-09", None),
    }


def test_an_item_that_names_its_doer_keeps_it_and_an_order_behind_the_label_is_its_own() -> None:
    item = (
        "3. Trung tâm Công nghệ thông tin tổng kết thí điểm bản đồ số. Thời hạn gửi báo cáo: trước ngày 15 tháng 12 năm 2024. "
        "Giao Cục Phát triển đô thị thẩm định báo cáo này.\n"
    )
    found = extract(read_bytes((PLAN + item).encode(), "ke-hoach.txt")).tasks
    first, second = (t for t in found if t.text.startswith(("tổng kết", "thẩm định")))
    assert (first.assignees, first.deadline) == (("Trung tâm Công nghệ thông tin",), "2024-12-15")
    assert (second.assignees, second.text) == (("Cục Phát triển đô thị",), "thẩm định báo cáo này")


def test_labels_that_dashes_part_in_one_line_give_the_fields_of_its_task() -> None:
    head = PLAN.partition("1. Công bố")[0]
    text = (
        f"{head}1. Vẽ bản đồ hồ nước - Đơn vị chủ trì: Cục Phát triển đô thị - Đơn vị phối hợp: Bộ Tài chính - Thời "
        "gian: Quý III/2024.\n"
        "2. Lập sổ ao hồ; + Chủ trì: Vụ Pháp chế; + Thời hạn: 30/9/2024; + Sản phẩm: sổ điện tử.\n"
        "3. Lập danh mục bến sông. – Chủ trì: Vụ Pháp chế. – Hoàn thành: tháng 11/2024.\n"
        "4. Vụ Pháp chế rà soát quy định - Đây là việc cấp bách: không để chậm.\n"
    )
    found = extract(read_bytes(text.encode(), "ke-hoach.txt")).tasks
    assert [
        (t.text, t.assignees, t.cooperators, t.deadline) for t in sorted(found, key=lambda t: t.evidence[0].start)
    ] == [
        ("Vẽ bản đồ hồ nước", ("Cục Phát triển đô thị",), ("Bộ Tài chính",), "2024-Q3"),
        ("Lập sổ ao hồ", ("Vụ Pháp chế",), (), "2024-09-30"),
        ("Lập danh mục bến sông", ("Vụ Pháp chế",), (), "2024-11"),
        ("rà soát quy định - Đây là việc cấp bách: không để chậm", ("Vụ Pháp chế",), (), None),
    ]
