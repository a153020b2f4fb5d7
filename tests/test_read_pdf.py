"""PDF files: paragraphs, page breaks, running heads, tables with and without rules, and what is refused."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_making import Paper

from kg.errors import SourceError
from kg.model import Source
from loaders.extract import extract
from loaders.read import read, read_bytes

LEFT, RIGHT, TOP, BOTTOM = 72, 522, 80, 770
PARAGRAPHS = [
    "Ủy ban nhân dân tỉnh Hải An giao Sở Tài chính chủ trì, phối hợp với Công an tỉnh rà soát toàn bộ kho dữ liệu dùng "
    "chung của tỉnh, báo cáo kết quả trước ngày 30 tháng 6 năm 2026.",
    "Tỷ lệ hồ sơ trực tuyến toàn trình phấn đấu đạt tối thiểu 80%; 100% kết quả giải quyết thủ tục hành chính được trả "
    "dưới dạng điện tử và lưu trong kho của từng người dân, doanh nghiệp.",
    "- Sở Nội vụ đưa kết quả vào việc đánh giá, xếp loại người đứng đầu các cơ quan, đơn vị hằng năm;",
    "Các xã, phường bố trí ít nhất một cán bộ phụ trách dữ liệu.",
    "a) Kinh phí thực hiện lấy từ ngân sách tỉnh giai đoạn 2026-2030 và các nguồn hợp pháp khác theo quy định của pháp "
    "luật về ngân sách nhà nước, đầu tư công.",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công "
    "nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
]


def flow(
    paper: Paper, paragraphs: list[str], *, indent: int = 0, gap: float = 6, step: float = 18, size: float = 12
) -> None:
    """Sets paragraphs as a word processor does, over as many pages as they need."""
    y = float(TOP)
    paper.page()
    for paragraph in paragraphs:
        columns = int((RIGHT - LEFT) / (size / 2))
        for line in textwrap.wrap(" " * indent + paragraph, columns, break_on_hyphens=True):
            if y > BOTTOM:
                paper.page()
                y = TOP
            x = LEFT + (len(line) - len(line.lstrip())) * size / 2
            paper.text(x, y, line.strip(), size)
            y += step
        y += gap


def lines(source: Source) -> list[str]:
    return source.text.splitlines()


@settings(max_examples=60)
@given(
    chosen=st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=40),
    gap=st.sampled_from([6.0, 10.0]),
    size=st.sampled_from([10, 12, 14]),
)
@example([PARAGRAPHS[i] for i in (3, 0, 0, 0, 0, 0, 0, 0, 1, 3)], 6.0, 14)  # a page that begins with "80%; …"
def test_paragraphs_come_back_whole(chosen: list[str], gap: float, size: int) -> None:
    chosen = [p.replace(" ", f" [{number}] ", 1) for number, p in enumerate(chosen)]  # no two pages begin alike
    paper = Paper()
    flow(paper, chosen, gap=gap, size=size, step=1.4 * size)
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == chosen


def test_letters_from_another_font_stand_in_their_words() -> None:
    paper = Paper().page()
    words = textwrap.wrap(" ".join(PARAGRAPHS[:2]), 75)
    for number, line in enumerate(words):
        half = line.rfind(" ", 0, 40) + 1  # a line in two portions
        paper.borrowed(LEFT, TOP + 18 * number, line[:half])
        paper.borrowed(LEFT + 6 * half, TOP + 18 * number, line[half:])
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == [" ".join(words)]


def test_cells_of_a_table_written_in_another_order_stay_apart() -> None:
    paper = Paper().page()
    xs, ys = [LEFT, 200, 360, RIGHT], [100, 130, 160]
    paper.grid(xs, ys)
    for y, row in ((120, ["Chỉ tiêu", "Kế hoạch", "Ước cả năm"]), (150, ["Số xã có mạng", "1.500 xã", "100%"])):
        for column in (1, 0, 2):
            paper.borrowed(xs[column] + 4, y, row[column])
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == [
        "Chỉ tiêu\tKế hoạch\tƯớc cả năm",
        "Số xã có mạng\t1.500 xã\t100%",
    ]


def test_letters_written_over_each_other_are_read_once_a_time() -> None:
    paper = Paper().page()
    for shift in (0.0, 0.4):  # bold by printing twice
        paper.text(LEFT + shift, TOP, "QUYẾT ĐỊNH")
    for number, line in enumerate(textwrap.wrap(PARAGRAPHS[0], 75)):
        paper.text(LEFT, TOP + 40 + 18 * number, line)
    assert "QUYẾT ĐỊNH" in read_bytes(paper.bytes(), "a.pdf").text.split("\n")[0]


def test_a_text_layer_whose_letters_stand_apart_is_refused() -> None:
    paper = Paper()
    flow(paper, ["U ban nhân dân t nh giao S Tài chính rà soát vi c thu phí. ỷ ỉ ệ ở"] * 20)
    with pytest.raises(SourceError, match=r"a\.pdf: letters with marks stand apart"):
        read_bytes(paper.bytes(), "a.pdf")


@settings(max_examples=30)
@given(chosen=st.lists(st.sampled_from(PARAGRAPHS[:2]), min_size=8, max_size=30))
def test_first_line_indents_tell_paragraphs_without_a_wider_step(chosen: list[str]) -> None:
    chosen = [f"Việc {number}: {paragraph}" for number, paragraph in enumerate(chosen)]
    paper = Paper()
    flow(paper, chosen, indent=6, gap=0)
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == chosen


def test_running_heads_and_page_numbers_are_left_out_and_pages_kept() -> None:
    chosen = PARAGRAPHS * 12
    paper = Paper()
    flow(paper, chosen)
    for number, content in enumerate(paper.pages, 1):
        kept = paper.pages
        paper.pages = [content]
        paper.text(290, 45, str(number), 11)
        paper.text(72, 800, "Kế hoạch dữ liệu mở tỉnh Hải An", 9)
        paper.text(460, 800, f"Trang {number}/{len(kept)}", 9)
        paper.pages = kept
    source = read_bytes(paper.bytes(), "a.pdf")
    assert lines(source) == chosen
    pages = [block.page for block in source.blocks]
    assert pages[0] == 1
    assert pages[-1] == len(paper.pages) > 3
    assert pages == sorted(pages, key=lambda page: page or 0)


@pytest.mark.parametrize(
    ("reason", "first", "second", "joined"),
    [
        ("a hyphen of the text", "… giai đoạn 2021-", "2025 và các năm sau.", "2021-2025 và"),
        ("a number cut at its slash", "… Quyết định số 142/", "QĐ-TTg ngày 02/02/2024.", "142/QĐ-TTg ngày"),
        ("a dash keeps its spaces", "… văn hóa -", "xã hội của tỉnh.", "văn hóa - xã hội"),
        ("a number cut within its symbol", "… Nghị định số 80/2020/N", "Đ-CP của Chính phủ.", "80/2020/NĐ-CP của"),
        ("a stop alone below", "… theo quyết định này", "; các sở còn lại báo cáo.", "này; các sở"),
    ],
)
def test_line_ends(reason: str, first: str, second: str, joined: str) -> None:
    wide = (RIGHT - LEFT) // 6
    paper = Paper().page().text(LEFT, 100, first.rjust(wide, "…")).text(LEFT, 116, second).text(LEFT, 150, "Hết.")
    paper.text(LEFT, 170, "x" * wide)
    assert joined in read_bytes(paper.bytes(), "a.pdf").text


def test_headings_and_titles_do_not_run_into_the_text() -> None:
    paper = Paper().page()
    paper.text(250, 100, "KẾ HOẠCH").text(180, 118, "PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026")
    paper.text(LEFT, 150, "I. MỤC ĐÍCH").text(LEFT, 168, "1. Nâng chỉ số").text(
        LEFT, 186, "Tỉnh phấn đấu vào nhóm đầu."
    )
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == [
        "KẾ HOẠCH",
        "PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026",
        "I. MỤC ĐÍCH",
        "1. Nâng chỉ số",
        "Tỉnh phấn đấu vào nhóm đầu.",
    ]


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────

COLUMNS = [72.0, 108.0, 300.0, 420.0, 522.0]
HEAD = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
ROWS = [
    ["1", "Lập danh mục dữ liệu mở của tỉnh và công bố trên Cổng dữ liệu", "Sở Khoa học và Công nghệ", "Quý II/2026"],
    ["2", "Kết nối cơ sở dữ liệu dân cư với kho dùng chung", "Công an tỉnh", "30/9/2026"],
    ["3", "Tập huấn cho cán bộ cấp xã", "Sở Nội vụ; Trường Chính trị tỉnh Hải An", "Hằng năm"],
    ["4", "Xây dựng bảng tin chỉ số, cập nhật theo ngày và gửi lãnh đạo", "Văn phòng UBND tỉnh", "12/2026"],
]


def table(
    paper: Paper, rows: list[list[str]], *, ruled: bool = True, top: float = 120, bottom: float = 700, size: float = 12,
    gap: float = 8, head_again: bool = True,
) -> None:  # fmt: skip
    """Sets a table over pages as Word does: a row may break between its lines, the head stands again overleaf."""
    step = 1.3 * size
    y = top
    begun: list[float] = []

    def close() -> None:
        if ruled and begun:
            paper.grid(COLUMNS, [*begun, y])
        begun.clear()

    def put(row: list[str]) -> None:
        nonlocal y
        cells = [
            textwrap.wrap(cell, int((b - a - 10) / (size / 2)))
            for cell, (a, b) in zip(row, pairwise(COLUMNS), strict=True)
        ]
        begun.append(y)
        y += step if ruled else gap + step
        for number in range(max(map(len, cells))):
            if y > bottom:
                close()
                paper.page()
                y = TOP
                if head_again and row is not HEAD:
                    put(HEAD)
                begun.append(y)
                y += step if ruled else gap + step
            for cell, x in zip(cells, COLUMNS, strict=False):
                if number < len(cell):
                    paper.text(x + 5, y, cell[number], size)
            y += step
        y -= step if not ruled else step / 2

    paper.page()
    put(HEAD)
    for row in rows:
        put(row)
    close()


def cells(source: Source) -> list[list[str]]:
    return [[source.text[c.start : c.end] for c in b.cells] for b in source.blocks if b.kind == "row"]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "only in columns"])
@pytest.mark.parametrize("head_again", [True, False], ids=["head again overleaf", "head once"])
def test_tables_come_back_as_rows_over_page_breaks(ruled: bool, head_again: bool) -> None:
    rows = [[str(n), *row[1:]] for n, row in enumerate(ROWS * 12, 1)]
    paper = Paper()
    table(paper, rows, ruled=ruled, head_again=head_again)
    assert len(paper.pages) > 2
    source = read_bytes(paper.bytes(), "a.pdf")
    assert cells(source) == [HEAD, *rows]
    found = [b for b in source.blocks if b.kind == "row"]
    assert {b.table for b in found} == {0}
    assert found[0].page == 1
    assert found[-1].page == len(paper.pages)
    assert found[0].header == head_again, "a head that the file repeats is known as one"


@settings(max_examples=40, deadline=None)
@given(bottom=st.integers(300, 760), ruled=st.booleans())
def test_a_row_cut_by_a_page_break_is_one_row(bottom: int, ruled: bool) -> None:
    rows = [[str(n), *row[1:]] for n, row in enumerate(ROWS * 4, 1)]
    paper = Paper()
    table(paper, rows, ruled=ruled, bottom=bottom)
    assert cells(read_bytes(paper.bytes(), "a.pdf")) == [HEAD, *rows]


def test_merged_cells_keep_their_columns() -> None:
    paper = Paper().page()
    xs, ys = COLUMNS, [100.0, 130, 160, 190, 220]
    for y in ys:
        if y == 160:
            paper.line(xs[1], y, xs[-1], y)  # the first column's cell reaches over two rows
        else:
            paper.line(xs[0], y, xs[-1], y)
    for x in xs:
        if x in (xs[0], xs[-1]):
            paper.line(x, ys[0], x, ys[-1])
        else:
            paper.line(x, ys[0], x, ys[3])  # the last row is one cell
    for x, word in zip(xs, HEAD, strict=False):
        paper.text(x + 4, 120, word, 9)
    paper.text(xs[0] + 4, 150, "1").text(xs[1] + 4, 150, "Rà soát").text(xs[2] + 4, 150, "Sở Y tế").text(
        xs[3] + 4, 150, "2026"
    )
    paper.text(xs[1] + 4, 180, "Công bố").text(xs[2] + 4, 180, "Sở Nội vụ").text(xs[3] + 4, 180, "2027")
    paper.text(xs[0] + 4, 210, "Nhóm việc về nhân lực của các cơ quan trong tỉnh")
    source = read_bytes(paper.bytes(), "a.pdf")
    rows = [b for b in source.blocks if b.kind == "row"]
    assert cells(source)[1:] == [
        ["1", "Rà soát", "Sở Y tế", "2026"],
        ["", "Công bố", "Sở Nội vụ", "2027"],
        ["Nhóm việc về nhân lực của các cơ quan trong tỉnh"],
    ]
    assert (rows[2].cells[0].column, rows[2].cells[0].continued) == (0, True)
    assert [(c.column, c.colspan) for c in rows[3].cells] == [(0, 4)]


def test_cells_left_open_at_a_page_break_are_closed() -> None:
    paper = Paper()
    for top, words in (
        (100, ("1", "Lập danh mục dữ liệu mở của các", "Sở Y tế", "2026")),
        (60, ("", "cơ quan trong tỉnh", "", "")),
    ):
        paper.page()
        paper.line(72, 100, 522, 100) if top == 100 else paper.line(72, 90, 522, 90)
        for x in COLUMNS:
            paper.line(x, top, x, 160 if top == 100 else 90)
        for x, word in zip(COLUMNS, words, strict=False):
            paper.text(x + 4, top + 20, word, 9)
    assert cells(read_bytes(paper.bytes(), "a.pdf")) == [
        ["1", "Lập danh mục dữ liệu mở của các cơ quan trong tỉnh", "Sở Y tế", "2026"]
    ]


def test_letterhead_and_signature_are_rows_of_two_cells() -> None:
    paper = Paper().page()
    paper.text(80, 80, "ỦY BAN NHÂN DÂN").text(290, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.text(90, 96, "TỈNH HẢI AN").text(310, 96, "Độc lập - Tự do - Hạnh phúc")
    paper.text(80, 120, "Số: 45/KH-UBND").text(300, 120, "Hải An, ngày 05 tháng 3 năm 2026")
    paper.text(250, 160, "KẾ HOẠCH", 14).text(150, 180, "PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026", 14)
    paper.text(72, 210, "Tỉnh giao Sở Tài chính chủ trì ba nhiệm vụ trọng tâm sau đây trong năm.")
    paper.text(72, 260, "Nơi nhận:").text(330, 260, "TM. ỦY BAN NHÂN DÂN")
    paper.text(72, 276, "- Như trên;").text(360, 276, "CHỦ TỊCH").text(72, 292, "- Lưu: VT.").text(
        350, 292, "Trần Văn Bảy"
    )
    source = read_bytes(paper.bytes(), "45.pdf")
    assert lines(source) == [
        "ỦY BAN NHÂN DÂN TỈNH HẢI AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 45/KH-UBND\tHải An, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026",
        "Tỉnh giao Sở Tài chính chủ trì ba nhiệm vụ trọng tâm sau đây trong năm.",
        "Nơi nhận: - Như trên; - Lưu: VT.\tTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Bảy",
    ]
    assert (source.title, source.published) == ("KẾ HOẠCH PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026", "2026-03-05")


def test_cells_of_letterhead_and_signature_wrap_and_have_steps_of_their_own() -> None:
    paper = Paper().page()
    paper.text(110, 80, "BỘ XÂY DỰNG").text(320, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA").text(385, 94, "VIỆT NAM")
    paper.text(135, 105, "-------").text(320, 118, "Độc lập - Tự do - Hạnh phúc").text(370, 142, "---------------")
    paper.text(95, 170, "Số: 77/TB-BXD").text(310, 170, "Hà Nội, ngày 20 tháng 10 năm").text(385, 184, "2026")
    paper.text(260, 220, "THÔNG BÁO").text(72, 250, "Bộ Xây dựng chủ trì rà soát dữ liệu nhà ở trong tháng 11/2026.")
    paper.text(72, 300, "Nơi nhận:", 11).text(350, 302, "KT. BỘ TRƯỞNG", 13)
    paper.text(72, 318, "- Ban Bí thư Trung ương Đảng;", 11).text(350, 325, "THỨ TRƯỞNG", 13)
    paper.text(72, 331, "- Các bộ, cơ quan ngang bộ, cơ quan", 11).text(72, 344, "thuộc Chính phủ;", 11)
    paper.text(72, 357, "- Lưu: VT.", 11).text(360, 365, "(Đã ký)", 13).text(350, 430, "Lê Thu Bình", 13)
    paper.text(270, 452, "PHỤ LỤC", 13).text(235, 470, "DANH MỤC DỮ LIỆU NHÀ Ở", 12)
    source = read_bytes(paper.bytes(), "77.pdf")
    assert lines(source) == [
        "BỘ XÂY DỰNG -------\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------",
        "Số: 77/TB-BXD\tHà Nội, ngày 20 tháng 10 năm 2026",
        "THÔNG BÁO",
        "Bộ Xây dựng chủ trì rà soát dữ liệu nhà ở trong tháng 11/2026.",
        "Nơi nhận: - Ban Bí thư Trung ương Đảng; - Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; - Lưu: VT."
        "\tKT. BỘ TRƯỞNG THỨ TRƯỞNG (Đã ký) Lê Thu Bình",
        "PHỤ LỤC",
        "DANH MỤC DỮ LIỆU NHÀ Ở",
    ]
    assert source.published == "2026-10-20"


def test_the_letterhead_of_a_committee_of_the_party() -> None:
    paper = Paper().page()
    paper.text(110, 80, "TỈNH ỦY PHÚ THỌ", 13).text(330, 82, "ĐẢNG CỘNG SẢN VIỆT NAM", 14).text(150, 96, "*", 13)
    paper.text(110, 112, "Số 45-CT/TU", 13).text(315, 118, "Phú Thọ, ngày 09 tháng 4", 13).text(
        370, 134, "năm 2026", 13
    )
    paper.text(260, 180, "CHỈ THỊ", 14).text(170, 200, "về dữ liệu của các cơ quan Đảng", 14)
    paper.text(72, 240, "Nơi nhận:", 11).text(350, 242, "T/M BAN THƯỜNG VỤ", 13)
    paper.text(72, 255, "- Các huyện ủy,", 11).text(370, 258, "BÍ THƯ", 13).text(360, 320, "Lê Thu Bình", 13)
    source = read_bytes(paper.bytes(), "45.pdf")
    assert lines(source) == [
        "TỈNH ỦY PHÚ THỌ *\tĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 45-CT/TU\tPhú Thọ, ngày 09 tháng 4 năm 2026",
        "CHỈ THỊ",
        "về dữ liệu của các cơ quan Đảng",
        "Nơi nhận: - Các huyện ủy,\tT/M BAN THƯỜNG VỤ BÍ THƯ Lê Thu Bình",
    ]


def test_a_signature_goes_on_overleaf() -> None:
    paper = Paper().page()
    paper.text(72, 700, "Bộ Xây dựng chủ trì rà soát dữ liệu nhà ở trong tháng 11/2026.")
    paper.text(72, 740, "Nơi nhận:").text(350, 740, "KT. BỘ TRƯỞNG")
    paper.text(72, 756, "- Ban Bí thư Trung ương").text(350, 756, "THỨ TRƯỞNG")
    paper.page().text(72, 80, "Đảng;").text(72, 96, "- Lưu: VT.").text(360, 118, "Lê Thu Bình")
    paper.text(270, 150, "PHỤ LỤC")
    assert lines(read_bytes(paper.bytes(), "77.pdf")) == [
        "Bộ Xây dựng chủ trì rà soát dữ liệu nhà ở trong tháng 11/2026.",
        "Nơi nhận: - Ban Bí thư Trung ương Đảng; - Lưu: VT.\tKT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Thu Bình",
        "PHỤ LỤC",
    ]


def test_letters_that_a_browser_prints_on_both_sides_of_a_page_break_count_once() -> None:
    paper = Paper().page().text(72, 780, "Sở Y tế lập danh mục.").text(120, 812, "Ủ")
    paper.page().text(72, 80, "Công an Ủy ban gửi các sở.")
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == ["Sở Y tế lập danh mục.", "Công an Ủy ban gửi các sở."]


def test_a_day_broken_by_a_narrow_cell_is_one_word() -> None:
    paper = Paper().page().grid([60, 200, 262], [80, 120, 160])
    paper.text(64, 100, "Nhiệm vụ").text(204, 100, "Thời hạn")
    paper.text(64, 135, "Công bố dữ liệu mở").text(204, 135, "31/12/202").text(204, 150, "6")
    assert cells(read_bytes(paper.bytes(), "a.pdf"))[-1] == ["Công bố dữ liệu mở", "31/12/2026"]


def test_list_marks_set_apart_by_a_tab_are_no_column() -> None:
    paper = Paper().page()
    for number in range(1, 5):
        paper.text(72, 80 + 40 * number, f"{number}.").text(
            100, 80 + 40 * number, "Sở Tài chính rà soát dữ liệu của các đơn vị thuộc tỉnh và báo"
        )
        paper.text(100, 96 + 40 * number, "cáo hằng quý.")
    source = read_bytes(paper.bytes(), "a.pdf")
    assert lines(source) == [
        f"{n}. Sở Tài chính rà soát dữ liệu của các đơn vị thuộc tỉnh và báo cáo hằng quý." for n in range(1, 5)
    ]
    assert {b.kind for b in source.blocks} == {"item"}


def test_a_turned_page_and_a_legacy_font() -> None:
    paper = Paper(rotate=90).page()
    paper.text(300, 100, "KÕ HO¹CH", font=".VnTimeH").text(72, 140, "Bé Th«ng tin vµ TruyÒn th«ng", font=".VnTime")
    paper.text(72, 180, "Hết.", font="Times")
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == ["KẾ HOẠCH", "Bộ Thông tin và Truyền thông", "Hết."]


def test_characters_that_a_font_tells_in_halves() -> None:
    paper = Paper().page().text(72, 100, "Ký hiệu 𝐀𝐁 và \ud835 của kho dữ liệu dùng chung.")
    paper.title = "Kế hoạch \ud800"
    source = read_bytes(paper.bytes(), "a.pdf")
    assert source.text == "Ký hiệu 𝐀𝐁 và của kho dữ liệu dùng chung.\n"
    assert source.title is None


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────


def _scanned(pages: int, written: tuple[int, ...] = ()) -> bytes:
    paper = Paper()
    for number in range(1, pages + 1):
        paper.page()
        if number in written:
            paper.text(72, 100, "Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì.")
        else:
            paper.picture()
    return paper.bytes()


def _plain() -> bytes:
    return Paper().page().text(72, 100, PARAGRAPHS[3]).bytes()


REFUSED = [
    ("scanned", _scanned(3), "scanned"),
    ("scanned pages among others", _scanned(4, (1, 2, 4)), "pages 3 are scanned"),
    ("locked", Paper().page().text(72, 100, "Mật").bytes(locked=True), "needs a password"),
    ("cut off", _plain()[:-200], "truncated"),
    ("damaged", b"%PDF-1.4\n" + b"\x00\x01 rubbish " * 50 + b"%%EOF", "damaged"),
    ("no text", Paper().page().line(1, 1, 2, 2).bytes(), "no text"),
    ("misnamed", b"Xin ch\xc3\xa0o", "not that of a PDF file"),
]


@pytest.mark.parametrize(("reason", "data", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_unreadable_pdfs_are_refused_with_the_reason(reason: str, data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as error:
        read_bytes(data, "kho/a.pdf")
    assert str(error.value).startswith("kho/a.pdf: ")


def test_a_picture_as_cover_is_no_scan() -> None:
    source = read_bytes(_scanned(3, (2, 3)), "a.pdf")
    assert len(source.blocks) == 2


# ── as real programs write them ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.browser
def test_a_page_printed_by_a_browser_reads_as_the_page_itself(tmp_path: Path) -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    rows = [[str(n), *row[1:]] for n, row in enumerate(ROWS * 15, 1)]
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in [HEAD, *rows])
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS * 4)
    for border in ("border-collapse:collapse", ""):
        markup = (
            f"<!doctype html><html lang=vi><head><meta charset=utf-8><title>x</title>"
            f"<style>table{{{border}}}</style></head><body><main>{paragraphs}"
            f"<table border=1>{body}</table></main></body></html>"
        )
        page = tmp_path / "a.html"
        page.write_text(markup, "utf-8")
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
        subprocess.run(
            [*command, f"--print-to-pdf={tmp_path / 'a.pdf'}", page.as_uri()],
            check=True,
            capture_output=True,
            timeout=90,
        )
        assert lines(read(tmp_path / "a.pdf")) == lines(read(page))


@pytest.mark.shared
def test_gold_quotes_stand_at_their_offsets(shared: Path) -> None:
    gold = json.loads((shared / "gold/corpus/D23-official-2623-QD-TTg.json").read_text("utf-8"))
    source = read(shared / "corpus/official/D23-official-2623-QD-TTg.pdf")
    found: list[tuple[int, int, str]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "quote"} <= value.keys():
                found.append((value["start"], value["end"], value["quote"]))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(gold)
    assert len(found) > 100
    assert [q for q in found if source.text[q[0] : q[1]] != q[2]] == []
    assert source.text_digest == gold["text_sha256"]


def test_evidence_names_the_page_on_which_it_stands() -> None:
    """A paragraph that runs over three pages: each sentence has its own page."""
    paper = Paper()
    names = ("Bộ Xây dựng", "Bộ Y tế", "Bộ Nội vụ")
    for number, name in enumerate(names, 1):
        paper.page()
        y = TOP
        for line in range(40):
            paper.text(LEFT, y, f"dữ liệu mở phần {number}.{line} được ghi rõ trong sổ theo dõi chung,", 11)
            y += 14
        paper.text(LEFT, y, f"và {name} chủ trì kiểm kê kho lưu trữ số {number},", 11)
    source = read_bytes(paper.bytes(), "a.pdf")
    assert len(source.page_starts) == 2
    pages = {agency.name: agency.evidence[0].place for agency in extract(source).agencies}
    assert [(place.page if place else None) for place in (pages[name] for name in names)] == [1, 2, 3]


def test_rows_counted_over_a_page_break_are_no_page_numbers() -> None:
    paper = Paper()
    xs = [LEFT, 110, 380, RIGHT]
    number = 0
    for ys in ([300, 740, 800], [60, 100, 160]):
        paper.page().grid(xs, [float(y) for y in ys])
        for top, bottom in pairwise(ys):
            number += 1
            middle = (top + bottom) / 2
            paper.text(xs[0] + 4, middle, str(number + 16))
            for line in (-1, 1):  # the others stand around the number's line
                paper.text(xs[1] + 4, middle + 7 * line, f"Rà soát dữ liệu phần {'trên' if line < 0 else 'dưới'}")
                paper.text(xs[2] + 4, middle + 7 * line, "Sở Y" if line < 0 else "tế")
    source = read_bytes(paper.bytes(), "a.pdf")
    assert [line.split("\t")[0] for line in lines(source)] == ["17", "18", "19", "20"]
    assert source.text.count("Sở Y tế") == 4


def test_capitals_below_a_full_line_begin_a_paragraph() -> None:
    paper = Paper().page()
    subject = "Quy định mức hỗ trợ tổ công nghệ số ở cơ sở trên địa bàn tỉnh Quảng Trị"
    for number, line in enumerate((subject, "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG TRỊ", "Căn cứ Luật Dữ liệu;")):
        paper.text(LEFT, TOP + 26 * number, line)
    assert lines(read_bytes(paper.bytes(), "a.pdf"))[:2] == [subject, "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG TRỊ"]


def test_a_month_broken_in_a_narrow_cell_is_one() -> None:
    paper = Paper().page().grid([LEFT, 300, 340], [100, 140, 180])
    for y in (115, 155):
        paper.text(LEFT + 4, y, "Xây dựng kho dữ liệu").text(302, y, "06/202").text(302, y + 14, "6")
    assert lines(read_bytes(paper.bytes(), "a.pdf")) == ["Xây dựng kho dữ liệu\t06/2026"] * 2


def test_an_annex_below_the_recipients_is_none_of_them() -> None:
    paper = Paper().page()
    paper.text(LEFT, 100, PARAGRAPHS[3])
    for number, line in enumerate(("Nơi nhận:", "- Bộ Nội vụ;", "- Lưu: VT.", "PHỤ LỤC", "DANH MỤC NHIỆM VỤ")):
        paper.text(LEFT, 140 + 14 * number, line, 11)
    paper.text(400, 140, "CHỦ TỊCH", 11).text(392, 168, "Lê Văn Tám", 11)
    assert lines(read_bytes(paper.bytes(), "a.pdf"))[1:3] == [
        "Nơi nhận: - Bộ Nội vụ; - Lưu: VT.\tCHỦ TỊCH Lê Văn Tám",
        "PHỤ LỤC",
    ]


def test_a_letter_s_subject_stands_with_its_number_though_apart() -> None:
    paper = Paper().page()
    paper.text(126, 80, "BỘ NỘI VỤ").text(300, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.text(330, 96, "Độc lập - Tự do - Hạnh phúc")
    paper.text(105, 120, "Số: 12/BNV-CCHC").text(310, 120, "Hà Nội, ngày 11 tháng 5 năm 2026")
    paper.text(60, 149, "V/v đôn đốc việc rà soát dữ liệu").text(78, 165, "của các bộ, ngành năm 2026")
    paper.text(160, 220, "Kính gửi: Các bộ, cơ quan ngang bộ")
    paper.text(LEFT, 250, "Bộ Nội vụ đề nghị các bộ báo cáo trước ngày 01 tháng 6 năm 2026.")
    source = read_bytes(paper.bytes(), "a.pdf")
    subject = "V/v đôn đốc việc rà soát dữ liệu của các bộ, ngành năm 2026"
    assert lines(source)[1] == f"Số: 12/BNV-CCHC {subject}\tHà Nội, ngày 11 tháng 5 năm 2026"
    assert source.title == subject
