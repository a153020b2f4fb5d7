"""Tasks and targets of annex tables: every kind of table that clerks make, alike in DOCX, HTML, PDF and tabbed text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from document_making import Box, Part, Sheet, as_docx, as_html, as_pdf, as_stacked_text, as_text, merged, sheet

from kg.model import Facts, Target, Task
from loaders.extract import extract
from loaders.read import read_bytes
from tests.effort import growth

LETTERHEAD: list[Part] = [
    "BỘ KHOA HỌC VÀ CÔNG NGHỆ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 45/KH-BKHCN",
    "Hà Nội, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Phát triển dữ liệu mở của ngành khoa học và công nghệ năm 2026",
    "Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu "
    "số của cơ quan nhà nước;",
    "PHỤ LỤC I",
    "DANH MỤC NHIỆM VỤ",
]
HEAD = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn"]
ROWS = [
    ["1", "Lập danh mục dữ liệu mở của tỉnh", "Sở Khoa học và Công nghệ", "Các sở, ban, ngành", "Danh mục", "6/2026"],
    ["2", "Kết nối kho dữ liệu dân cư với kho dùng chung", "Sở Công Thương", "", "Kết nối được mở", "Quý III/2026"],
    ["3", "Tập huấn cho cán bộ cấp xã về dữ liệu", "Sở Nội vụ", "Sở Tài chính, các địa phương", "", "Hằng năm"],
]

Made = Callable[[Sequence[Part]], bytes]
FORMATS: dict[str, tuple[str, Made]] = {
    "docx": ("a.docx", as_docx),
    "html": ("a.html", as_html),
    "html with thead": ("a.html", lambda parts: as_html(parts, thead=True, paragraphs=True)),
    "pdf": ("a.pdf", as_pdf),
    "pdf in landscape": ("a.pdf", lambda parts: as_pdf(parts, turned=True, head_again=True)),
    "tabbed text": ("a.txt", as_text),
}
formats = pytest.mark.parametrize("format_", FORMATS)
with_merged_cells = pytest.mark.parametrize("format_", [name for name in FORMATS if name != "tabbed text"])


def facts(format_: str, *parts: Part) -> Facts:
    name, made = FORMATS[format_]
    return extract(read_bytes(made([*LETTERHEAD, *parts]), name))


def said(task: Task) -> tuple[object, ...]:
    """What a task's row says, for comparison with the table."""
    place = task.evidence[0].place
    due = task.deadline or task.recurrence
    return place and place.row, task.text, task.assignees, task.cooperators, task.deliverable, due, task.about


def without_place(fact: Task | Target) -> Task | Target:
    """All fields of a fact but its offsets, which each format has its own of."""
    return replace(fact, evidence=())


def test_rows_with_a_line_a_cell_say_what_tabbed_ones_do() -> None:
    rows = [["I", Box("Hạ tầng dữ liệu", 5)], *ROWS, ["II", Box("Nhân lực", 5)], ["4", *ROWS[2][1:]]]
    parts = [*LETTERHEAD, sheet(HEAD, *rows), "Các sở báo cáo kết quả thực hiện trước ngày 15 tháng 12 năm 2026."]
    tabbed, stacked = (extract(read_bytes(made(parts), "a.txt")) for made in (as_text, as_stacked_text))
    assert [said(task) for task in stacked.tasks] == [said(task) for task in tabbed.tasks]


@formats
def test_each_row_is_a_task_with_all_that_its_cells_say(format_: str) -> None:
    found = facts(format_, sheet(HEAD, *ROWS))
    assert [said(task) for task in found.tasks] == [
        ("1", ROWS[0][1], ("Sở Khoa học và Công nghệ",), ("Các sở, ban, ngành",), "Danh mục", "2026-06", ()),
        ("2", ROWS[1][1], ("Sở Công Thương",), (), "Kết nối được mở", "2026-Q3", ()),
        ("3", ROWS[2][1], ("Sở Nội vụ",), ("Sở Tài chính", "các địa phương"), None, "Hằng năm", ()),
    ]
    for task in found.tasks:
        assert (task.mandate, task.directed_by) == ("45/KH-BKHCN", "Bộ Khoa học và Công nghệ")
        assert task.provision == f"Phụ lục I, STT {said(task)[0]}"
        place = task.evidence[0].place
        assert place and place.annex == "Phụ lục I"
        assert place.page == ((2 if "landscape" in format_ else 1) if "pdf" in format_ else None)
    assert found.tasks[2].deadline is None


# what the column is for, a heading, and the field of the task that its cell gives
HEADINGS = [
    ("number", "STT", "place"), ("number", "Số TT", "place"), ("number", "TT", "place"),
    ("task", "Nội dung công việc", "text"), ("task", "NHIỆM VỤ", "text"), ("task", "Tên nhiệm vụ", "text"),
    ("task", "Nhiệm vụ/giải pháp", "text"), ("task", "Nội dung", "text"),
    ("lead", "Đơn vị chủ trì", "assignees"), ("lead", "Cơ quan, đơn vị chủ trì thực hiện", "assignees"),
    ("lead", "Cơ quan chủ trì/theo dõi", "assignees"), ("lead", "Chủ trì", "assignees"),
    ("help", "Đơn vị phối hợp", "cooperators"), ("help", "Cơ quan, đơn vị phối hợp", "cooperators"),
    ("help", "Phối hợp thực hiện", "cooperators"),
    ("result", "Kết quả/Sản phẩm", "deliverable"), ("result", "Sản phẩm, kết quả đầu ra", "deliverable"),
    ("result", "Kết quả", "deliverable"), ("result", "Sản phẩm dự kiến", "deliverable"),
    ("deadline", "Thời gian hoàn thành", "deadline"), ("deadline", "Thời hạn (tháng/năm)", "deadline"),
    ("deadline", "Thời gian", "deadline"), ("deadline", "Thời gian, tiến độ", "deadline"),
    ("mandate", "Văn bản giao nhiệm vụ", "mandate"), ("mandate", "Văn bản giao", "mandate"),
    ("mandate", "Căn cứ giao nhiệm vụ", "mandate"), ("mandate", "Nguồn giao nhiệm vụ", "mandate"),
]  # fmt: skip
ORDINARY = {"number": "TT", "task": "Nhiệm vụ", "lead": "Cơ quan chủ trì", "help": "Cơ quan phối hợp",
            "result": "Kết quả", "deadline": "Thời hạn", "mandate": "Văn bản giao nhiệm vụ"}  # fmt: skip
CELLS = {
    "number": "7", "task": "Mở kho dữ liệu về đất đai cho người dân", "lead": "Sở Xây dựng", "help": "Sở Tài chính",
    "result": "Kho dữ liệu", "deadline": "12/2026", "mandate": "Kế hoạch số 12/KH-UBND ngày 10/01/2026",
}  # fmt: skip


@pytest.mark.parametrize(("column", "heading", "field"), HEADINGS)
def test_headings_have_synonyms(column: str, heading: str, field: str) -> None:
    head = [heading if kind == column else usual for kind, usual in ORDINARY.items()]
    (task,) = facts("html", sheet(head, list(CELLS.values()))).tasks
    got = {
        "place": task.evidence[0].place and task.evidence[0].place.row, "text": task.text, "assignees": task.assignees,
        "cooperators": task.cooperators, "deliverable": task.deliverable, "deadline": task.deadline,
        "mandate": task.mandate,
    }  # fmt: skip
    assert got == {
        "place": "7", "text": CELLS["task"], "assignees": ("Sở Xây dựng",), "cooperators": ("Sở Tài chính",),
        "deliverable": "Kho dữ liệu", "deadline": "2026-12", "mandate": "12/KH-UBND",
    }, field  # fmt: skip


@formats
def test_rows_with_a_title_alone_group_those_below(format_: str) -> None:
    table = sheet(
        HEAD, ["I", "Hoàn thiện thể chế về dữ liệu", "", "", "", ""], ROWS[0],
        ["II", "PHÁT TRIỂN HẠ TẦNG", "", "", "", ""], ROWS[1], ["B", "Đào tạo nhân lực", "", "", "", ""], ROWS[2],
    )  # fmt: skip
    groups = [("Hoàn thiện thể chế về dữ liệu",), ("PHÁT TRIỂN HẠ TẦNG",), ("Đào tạo nhân lực",)]
    assert [task.about for task in facts(format_, table).tasks] == groups
    if format_ != "tabbed text":
        assert [task.about for task in facts(format_, merged(table)).tasks] == groups


def test_a_title_and_its_number_may_stand_in_one_cell_or_have_rows_numbered_below_it() -> None:
    table = sheet(
        HEAD, [Box("I. Thể chế dữ liệu", 6)], ["1", "Quy chế quản trị dữ liệu", "", "", "", ""],
        ["1.1", *ROWS[0][1:]], ["1.2", *ROWS[1][1:]], ["2", *ROWS[2][1:]],
    )  # fmt: skip
    about = [(said(task)[0], task.about) for task in facts("html", table).tasks]
    assert about == [
        ("1.1", ("Thể chế dữ liệu", "Quy chế quản trị dữ liệu")),
        ("1.2", ("Thể chế dữ liệu", "Quy chế quản trị dữ liệu")),
        ("2", ("Thể chế dữ liệu", "Quy chế quản trị dữ liệu")),
    ]


@formats
def test_what_runs_over_into_the_row_of_a_title_does_not_name_the_group(format_: str) -> None:
    table = sheet(HEAD, ROWS[0], ["II", "Hạ tầng dữ liệu", "", "", "", "và các năm sau"], ROWS[1])
    assert facts(format_, table).tasks[1].about == ("Hạ tầng dữ liệu",)


@with_merged_cells
def test_a_merged_cell_counts_for_each_row_that_it_covers(format_: str) -> None:
    table = sheet(
        HEAD,
        ["1", "Rà soát kho dữ liệu hộ tịch", Box("Sở Tư pháp", 1, 3), "Công an tỉnh", "", Box("9/2026", 1, 2)],
        ["2", "Công bố dữ liệu hộ tịch", Box("", 1, 2), "Dữ liệu mở"],
        ["3", "Đánh giá chất lượng dữ liệu", "Báo cáo", "12/2026"],
    )
    found = facts(format_, table).tasks
    assert [task.assignees for task in found] == [("Sở Tư pháp",)] * 3
    assert [task.deadline for task in found] == ["2026-09", "2026-09", "2026-12"]
    assert [task.deliverable for task in found] == [None, "Dữ liệu mở", "Báo cáo"]
    assert [[evidence.quote for evidence in task.evidence[1:]] for task in found] == [
        [], ["Sở Tư pháp", "9/2026"], ["Sở Tư pháp"],
    ]  # fmt: skip


@formats
def test_a_cell_may_repeat_the_one_above(format_: str) -> None:
    rows = [
        ["1", "Lập danh mục dữ liệu", "Sở Công Thương", "Sở Nội vụ", "", "Tháng 9/2026"],
        ["2", "Cập nhật danh mục dữ liệu", "nt", "-", "", "-nt-"],
        ["3", "Kiểm tra danh mục dữ liệu", "Như trên", "Sở Tài chính", "", "Tháng 10/2026"],
    ]
    found = facts(format_, sheet(HEAD, *rows)).tasks
    assert [(task.assignees, task.cooperators, task.deadline) for task in found] == [
        (("Sở Công Thương",), ("Sở Nội vụ",), "2026-09"),
        (("Sở Công Thương",), (), "2026-09"),
        (("Sở Công Thương",), ("Sở Tài chính",), "2026-10"),
    ]


@formats
@pytest.mark.parametrize(
    ("cell", "lead", "help_"),
    [
        ("Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế", ("Sở Nội vụ",), ("Sở Y tế",)),
        (
            "Đơn vị chủ trì: Sở Nội vụ. Đơn vị phối hợp: Sở Y tế, Sở Tài chính",
            ("Sở Nội vụ",),
            ("Sở Y tế", "Sở Tài chính"),
        ),
        ("Sở Nội vụ, Sở Y tế", ("Sở Nội vụ", "Sở Y tế"), ()),
    ],
)
def test_a_cell_may_tell_who_leads_and_who_helps(
    format_: str, cell: str, lead: tuple[str, ...], help_: tuple[str, ...]
) -> None:
    heads = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]
    found = facts(format_, sheet(heads, ["1", "Lập danh mục dữ liệu", cell, "Tháng 9/2026"])).tasks
    assert [(task.assignees, task.cooperators) for task in found] == [(lead, help_)]


@with_merged_cells
def test_headings_may_stand_in_two_rows(format_: str) -> None:
    table = sheet(
        [Box("TT", 1, 2), Box("Nội dung nhiệm vụ", 1, 2), Box("Cơ quan thực hiện", 2), Box("Thời hạn", 1, 2)],
        ["Chủ trì", "Phối hợp"],
        ["1", "Lập danh mục dữ liệu mở của tỉnh", "Sở Y tế", "Sở Nội vụ", "6/2026"],
        heads=2,
    )
    (task,) = facts(format_, table).tasks
    assert (task.assignees, task.cooperators, task.deadline) == (("Sở Y tế",), ("Sở Nội vụ",), "2026-06")


@formats
def test_a_row_without_a_number_goes_on_with_the_one_above(format_: str) -> None:
    table = sheet(
        HEAD,
        ["1", "Rà soát kho dữ liệu hộ tịch, bao gồm: (1) khai sinh;", "Sở Tư pháp", "Sở Y tế", "Báo cáo", "9/2026"],
        ["", "(2) kết hôn", "", "Sở Công Thương", "kèm dữ liệu", ""],
        ROWS[1],
    )
    first, second = facts(format_, table).tasks
    assert first.text == "Rà soát kho dữ liệu hộ tịch, bao gồm: (1) khai sinh; (2) kết hôn"
    assert first.cooperators == ("Sở Y tế", "Sở Công Thương")
    assert (first.deliverable, first.deadline, second.text) == ("Báo cáo kèm dữ liệu", "2026-09", ROWS[1][1])
    assert {e.place.row for e in first.evidence if e.place} == {"1"}, "both rows are evidence of one"


def test_a_row_without_a_number_but_with_lead_and_deadline_stands_for_itself() -> None:
    table = sheet(HEAD, ROWS[0], ["", *ROWS[1][1:]])
    assert [task.text for task in facts("docx", table).tasks] == [ROWS[0][1], ROWS[1][1]]


def test_a_very_long_cell_is_still_one_row() -> None:
    listed = " ".join(f"- Sửa đổi quy định số {n} về quản lý, chia sẻ dữ liệu của ngành." for n in range(1, 60))
    table = sheet(HEAD, ROWS[0], ["2", f"Rà soát các quy định: {listed}", *ROWS[1][2:]], ROWS[2])
    found = facts("html", table).tasks
    assert [said(task)[0] for task in found] == ["1", "2", "3"]
    assert len(found[1].text) > 3000


def test_a_regulation_in_one_cell_of_a_ragged_table_is_no_row() -> None:
    articles = " ".join(
        f"Điều {n}. Dữ liệu của ngành thứ {n}. 1. Sở Nội vụ mở dữ liệu của ngành trước ngày {n}/9/2026. "
        "2. Các cơ quan khác cung cấp dữ liệu đã có cho người dân theo quy định của pháp luật."
        for n in range(1, 25)
    )
    table = sheet(["QUY CHẾ", "Mở dữ liệu", articles, "x"], ["Nơi nhận", "Như trên"], ["a", "b", "c", "d", "e"])
    even = sheet(["QUY CHẾ", "Mở dữ liệu", 2 * articles], ["Số", "12", "2026"], ["a", "b", "c"])  # no cell is as long
    for found in (facts("html", table), facts("html", even)):
        assert {p.path for p in found.provisions} >= {f"Phụ lục I / Điều {n}" for n in range(1, 25)}


def test_numbers_that_begin_anew_in_each_group_and_rows_with_a_dash_have_places_of_their_own() -> None:
    table = sheet(
        HEAD, ["I", "Thể chế", "", "", "", ""], ["1", *ROWS[0][1:]], ["-", *ROWS[1][1:]], ["-", *ROWS[2][1:]],
        ["II", "Hạ tầng", "", "", "", ""], ["1", *ROWS[1][1:]], ["2", *ROWS[2][1:]],
    )  # fmt: skip
    rows = [said(task)[0] for task in facts("docx", table).tasks]
    assert rows == ["1", "1, gạch đầu dòng 1", "1, gạch đầu dòng 2", "II.1", "2"]


@pytest.mark.parametrize("repeated", [HEAD, None], ids=["head again", "head once"])
def test_a_table_cut_in_two_by_a_page_break_of_its_source_is_one(repeated: list[str] | None) -> None:
    first = sheet(HEAD, ["I", "Thể chế dữ liệu", "", "", "", ""], ROWS[0])
    second = sheet(*([repeated] if repeated else []), ROWS[1], ROWS[2])
    found = facts("html", first, second).tasks
    assert [(said(task)[0], task.about) for task in found] == [(n, ("Thể chế dữ liệu",)) for n in "123"]


def test_a_second_annex_begins_anew() -> None:
    first = sheet(HEAD, ["I", "Thể chế dữ liệu", "", "", "", ""], ROWS[0])
    found = facts("docx", first, "PHỤ LỤC II", "DANH MỤC ĐỀ ÁN", sheet(HEAD, ROWS[1])).tasks
    assert [(task.provision, task.about) for task in found] == [
        ("Phụ lục I, STT 1", ("Thể chế dữ liệu",)),
        ("Phụ lục II, STT 2", ()),
    ]


# why, the cell as printed, the bodies that it names
BODIES = [
    ("a group as far as the cell marks it off", "Các sở, ban, ngành là chủ quản cơ sở dữ liệu, kho dữ liệu",
     ("Các sở, ban, ngành là chủ quản cơ sở dữ liệu, kho dữ liệu",)),
    ("a group after a body", "Sở Y tế và các bệnh viện công lập hạng I", ("Sở Y tế", "các bệnh viện công lập hạng I")),
    ("a group before a body", "Các địa phương ven biển; Sở Xây dựng", ("Các địa phương ven biển", "Sở Xây dựng")),
    ("two groups", "Các sở, ngành, doanh nghiệp liên quan, các cơ quan đại diện ở nước ngoài",
     ("Các sở, ngành, doanh nghiệp liên quan", "các cơ quan đại diện ở nước ngoài")),
    ("several leads", "Sở Tài chính, Sở Nội vụ", ("Sở Tài chính", "Sở Nội vụ")),
    ("what no list knows, as printed", "Tổ chuyên viên dữ liệu", ("Tổ chuyên viên dữ liệu",)),
    ("a firm's kind beside a body", "Sở Công Thương; doanh nghiệp hạ tầng số",
     ("Sở Công Thương", "doanh nghiệp hạ tầng số")),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "cell", "bodies"), BODIES, ids=[case[0] for case in BODIES])
def test_the_bodies_of_a_cell(reason: str, cell: str, bodies: tuple[str, ...]) -> None:
    (task,) = facts("html", sheet(HEAD, ["1", "Mở kho dữ liệu của ngành", cell, "", "", "2026"])).tasks
    assert task.assignees == bodies


# ── targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

AIMS = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Cơ quan chủ trì, theo dõi"]

# why, unit and value as printed, then comparator, value, upper, unit, scope and period of each target
VALUES = [
    ("a number alone", "%", "80", [("=", "80", None, "%", None, None)]),
    ("a bound", "%", "≥ 55", [(">=", "55", None, "%", None, None)]),
    ("two ranks", "Thứ bậc", "≤ 4 Đông Nam Á; ≤ 60 Thế giới",
     [("<=", "4", None, "Thứ bậc", "Đông Nam Á", None), ("<=", "60", None, "Thứ bậc", "Thế giới", None)]),
    ("a range", "%", "40 - 50", [("=", "40", "50", "%", None, None)]),
    ("what goes on in small letters is no scope", "% tổng chi", "≥ 3% và tăng dần",
     [(">=", "3", None, "% tổng chi", None, None)]),
    ("a percent sign over another unit", "Tỷ lệ", "100%", [("=", "100", None, "%", None, None)]),
    ("words", "", "Đạt mức trung bình khá", [("=", None, None, None, None, None)]),
    ("a year is no value", "", "Hoàn thành trong năm 2027", [("=", None, None, None, None, "2027")]),
    ("nor is a generation of networks", "", "Phủ sóng 5G toàn tỉnh", [("=", None, None, None, None, None)]),
    ("a value by its year", "%", "Năm 2026: 60; năm 2027: 85",
     [("=", "60", None, "%", None, "2026"), ("=", "85", None, "%", None, "2027")]),
    ("a unit beside the number", "", "Tối thiểu 12 trạm", [(">=", "12", None, "trạm", None, None)]),
    ("a magnitude in the unit", "Tỷ đồng", "1,5", [("=", "1500000000", None, "đồng", None, None)]),
    ("thousands", "Hồ sơ", "12.500", [("=", "12500", None, "Hồ sơ", None, None)]),
    ("a part of a whole", "xã", "45/45", [("=", "45", None, "xã", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "unit", "printed", "wanted"), VALUES, ids=[case[0] for case in VALUES])
def test_values_as_printed(reason: str, unit: str, printed: str, wanted: list[tuple[str | None, ...]]) -> None:
    filler = ["9", "Tỷ lệ hộ dân có chữ ký số", "%", "50", "Sở Y tế"]
    found = facts("html", sheet(AIMS, ["1", "Mức độ mở của dữ liệu", unit, printed, "Sở Nội vụ"], filler)).targets[:-1]
    assert [(t.comparator, t.value, t.upper, t.unit, t.scope, t.period) for t in found] == [
        (c, v and Decimal(v), u and Decimal(u), *rest) for c, v, u, *rest in wanted
    ]
    assert {(t.value_text, t.responsible, t.set_by) for t in found} == {(printed, ("Sở Nội vụ",), "45/KH-BKHCN")}


@formats
def test_targets_have_the_year_of_their_group_and_rows_numbered_below_them(format_: str) -> None:
    table = sheet(
        AIMS,
        ["I", "Đến năm 2027", "", "", ""],
        ["1", "Mức độ trưởng thành dữ liệu", "", "", ""],
        ["1.1", "Tỷ lệ bộ dữ liệu được mở", "%", "≥ 60", "Sở Khoa học và Công nghệ"],
        ["1.2", "Số giao diện lập trình được công bố", "Giao diện", "45", "Sở Khoa học và Công nghệ"],
        ["II", "Đến năm 2030", "", "", ""],
        ["2", "Tỷ lệ bộ dữ liệu được mở", "%", "100", "Văn phòng Ủy ban nhân dân tỉnh"],
    )
    found = [(t.provision, t.value, t.period, bool(t.responsible)) for t in facts(format_, table).targets]
    assert found == [
        ("Phụ lục I, STT 1", None, "2027", False),
        ("Phụ lục I, STT 1.1", 60, "2027", True),
        ("Phụ lục I, STT 1.2", 45, "2027", True),
        ("Phụ lục I, STT 2", 100, "2030", True),
    ]
    assert {t.about for t in facts(format_, table).targets} == {()}  # a time is no subject


@with_merged_cells
def test_each_column_headed_by_a_year_sets_a_target(format_: str) -> None:
    one_row = sheet(
        ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2025", "Năm 2026", "Mục tiêu năm 2027", "Cơ quan theo dõi"],
        ["1", "Tỷ lệ hồ sơ trực tuyến toàn trình", "%", "45", "60", "≥ 75", "Sở Nội vụ"],
    )
    two_rows = sheet(
        [Box("TT", 1, 2), Box("Chỉ tiêu", 1, 2), Box("ĐVT", 1, 2), Box("Lộ trình", 2), Box("Cơ quan theo dõi", 1, 2)],
        ["2026", "2027"],
        ["1", "Tỷ lệ hồ sơ trực tuyến toàn trình", "%", "60", "≥ 75", "Sở Nội vụ"],
        heads=2,
    )
    for table in (one_row, two_rows):
        found = facts(format_, table).targets
        assert [(t.period, t.value, t.comparator) for t in found] == [("2026", 60, "="), ("2027", 75, ">=")]
        assert {t.responsible for t in found} == {("Sở Nội vụ",)}


@pytest.mark.parametrize("made", [as_docx, as_html, as_text, as_stacked_text])
def test_columns_of_results_beside_those_of_aims_are_measured(made: Made) -> None:
    table = sheet(
        ["Chỉ tiêu", "Kế hoạch năm 2026", "Thực hiện 9 tháng", "Đơn vị chủ trì"],
        ["Tỷ lệ sổ khám được số hóa", "≥ 80%", "71,5%", "Sở Y tế"],
        ["Số trạm quan trắc tự động", "15 trạm", "6 trạm", "Sở Nông nghiệp và Môi trường"],
    )
    name = "a.docx" if made is as_docx else "a.html" if made is as_html else "a.txt"
    found = extract(read_bytes(made([*LETTERHEAD, table, "Trên đây là kết quả."]), name))
    assert [(t.value, t.unit, t.comparator, t.period) for t in found.targets] == [
        (80, "%", ">=", "2026"), (15, "trạm", "=", "2026"),
    ]  # fmt: skip
    assert [(o.value, o.unit, o.period) for o in found.observations] == [
        (Decimal("71.5"), "%", "2026-01-01/P9M"), (6, "trạm", "2026-01-01/P9M"),
    ]  # fmt: skip


def test_lines_that_only_begin_as_a_table_of_indicators_are_none() -> None:
    lines = ["Chỉ tiêu", "Kế hoạch năm 2026", "Kết quả", "Ban chỉ đạo họp.", "Các sở báo cáo.", "Tỉnh tổng hợp."]
    found = extract(read_bytes("\n".join([*map(str, LETTERHEAD), *lines, ""]).encode(), "a.txt"))
    assert found.targets == found.observations == ()


def test_an_indicator_cut_in_two_is_one() -> None:
    table = sheet(AIMS, ["1", "Tỷ lệ cán bộ được tập huấn về quản trị", "%", "90", "Sở Nội vụ"],
                  ["", "dữ liệu và an toàn thông tin", "", "", ""])  # fmt: skip
    (target,) = facts("docx", table).targets
    assert target.indicator == "Tỷ lệ cán bộ được tập huấn về quản trị dữ liệu và an toàn thông tin"
    assert len(target.evidence) == 2


# ── page breaks ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_value_that_is_no_number_is_kept_as_printed() -> None:
    table = sheet(
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2030"],
        ["1", "Phiên bản khung kiến trúc dữ liệu", "bản", "1.2.3"],
        ["2", "Tỷ lệ hồ sơ nộp qua mạng", "%", "85"],
    )
    targets = facts("html", table).targets
    assert [(target.value, target.value_text) for target in targets] == [(None, "1.2.3"), (Decimal(85), "85")]


def _long(rows: int) -> Sheet:
    """A table of tasks in groups, with blank cells, long cells and neighbours that have one lead."""
    leads = ["Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", "Công an tỉnh", "Các sở, ban, ngành, địa phương"]
    found: list[list[str]] = [HEAD]
    for number in range(1, rows + 1):
        if number % 9 == 1:
            found.append(["I" * (number // 9 % 3 + 1), f"Nhóm nhiệm vụ về dữ liệu ngành thứ {number}", *[""] * 4])
        work = f"Mở bộ dữ liệu số {number}" + " và công bố trên cổng dữ liệu của tỉnh" * (number % 4)
        due = "Hằng năm" if number % 7 == 0 else f"{number % 12 + 1}/2026"
        helps, result = "Sở Tài chính" * (number % 3 != 0), "Bộ dữ liệu được mở" * (number % 2)
        found.append([str(number), work, leads[number % 4], helps, result, due])
    return sheet(*found)


PRINTED = {
    "rows cut, head once": {},
    "rows cut, head again": {"head_again": True},
    "rows whole": {"cut_rows": False},
    "rows whole, head again, landscape": {"cut_rows": False, "head_again": True, "turned": True},
    "landscape": {"turned": True},
    "without rules, head again": {"ruled": False, "head_again": True},
    "without rules, rows whole": {"ruled": False, "head_again": True, "cut_rows": False},
    "without rules, head once": {"ruled": False},
}


@cache
def _as_docx(*, joined: bool) -> tuple[list[Part], list[Task]]:
    """A document with the long table, its neighbours of one lead joined or not, and its tasks as the docx has them."""
    parts = [*LETTERHEAD, merged(_long(40), down=[2]) if joined else _long(40)]
    return parts, [without_place(task) for task in extract(read_bytes(as_docx(parts), "a.docx")).tasks]


@pytest.mark.parametrize("foot", [0, 31, 77, 140, 215])
@pytest.mark.parametrize("how", PRINTED)
def test_tables_over_page_breaks_give_the_facts_of_the_docx(how: str, foot: int) -> None:
    for joined in (False, True) if PRINTED[how].get("ruled", True) else (False,):
        parts, wanted = _as_docx(joined=joined)
        found = extract(read_bytes(as_pdf(parts, foot=foot, **PRINTED[how]), "a.pdf"))
        assert len(wanted) == 40
        assert [without_place(task) for task in found.tasks] == wanted
        pages = [place.page or 0 for task in found.tasks if (place := task.evidence[0].place)]
        assert pages == sorted(pages)
        assert pages[-1] > pages[0] > 0


def test_long_tables_take_time_in_proportion() -> None:
    def reads(rows: int) -> Callable[[], object]:
        source = read_bytes(as_html([*LETTERHEAD, _long(rows)]), "a.html")
        assert len(extract(source).tasks) == rows
        return lambda: extract(source)

    assert growth(reads, 400, 1600, below=7) < 7, "four times the rows; in proportion to their square it were sixteen"


@pytest.mark.parametrize(
    ("cell", "deadline"),
    [
        ("Theo lộ trình của Luật Dữ liệu 2024", None),
        ("Theo quy định tại Luật Giao dịch điện tử năm 2023", None),
        ("Theo Nghị quyết số 17/NQ-CP ngày 02/3/2026", None),
        ("Theo Quyết định số 9/QĐ-TTg ngày 05 tháng 01 năm 2026", None),
        ("Theo Luật Dữ liệu 2024, chậm nhất 30/11/2026", "2026-11-30"),
        ("Năm 2026, theo Luật Dữ liệu 2024", "2026"),
        ("Theo kế hoạch năm 2026", "2026"),
    ],
)
def test_the_year_in_the_name_of_a_document_is_no_deadline(cell: str, deadline: str | None) -> None:
    (task,) = facts("html", sheet(HEAD, ["1", "Mở kho dữ liệu về đất đai", "Sở Xây dựng", "", "", cell])).tasks
    assert (task.deadline, task.deadline_text) == (deadline, cell)
    lines = "\n".join(["- Mở kho dữ liệu về đất đai:", "+ Cơ quan chủ trì: Sở Xây dựng.", f"+ Thời hạn: {cell}."])
    head = "\n".join(str(part) for part in LETTERHEAD[:7])
    (task,) = extract(read_bytes(f"{head}\nI. NHIỆM VỤ\n{lines}\n".encode(), "a.txt")).tasks
    assert task.deadline == deadline
