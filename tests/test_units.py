"""The cut into units: sentences, items, outline, furniture, repeated halves."""

import pytest

from kg.folding import fold
from kg.model import Block, Source
from loaders.layout.sentences import split
from loaders.layout.units import units
from loaders.read import read_bytes
from tests.effort import seconds


def lines(text: str) -> Source:
    """A source with one block a line, as the reader of plain text makes it for unwrapped text."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source("thu.txt", text, tuple(blocks))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # a full stop inside an abbreviation or a number ends nothing
        ("UBND TP. Huế họp. Tỷ lệ đạt 30.5%.", ["UBND TP. Huế họp.", "Tỷ lệ đạt 30.5%."]),
        # a closing quotation mark belongs to the sentence that it closes
        ("“Phải làm ngay.” Ông nói vậy.", ["“Phải làm ngay.”", "Ông nói vậy."]),
        # a lower-case letter goes on with the sentence
        ("Các nền tảng v.v. đều chạy tốt. Bộ giao việc.", ["Các nền tảng v.v. đều chạy tốt.", "Bộ giao việc."]),
        # dots that trail off end a sentence where a capital follows
        ("Có y tế, giáo dục... Tỉnh sẽ làm tiếp.", ["Có y tế, giáo dục...", "Tỉnh sẽ làm tiếp."]),
        # text without diacritics is cut alike
        ("Bo da trinh de an. Chinh phu se xem xet.", ["Bo da trinh de an.", "Chinh phu se xem xet."]),
    ],
)
def testsplit(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split(text, 0, len(text))] == sentences


def test_the_outline_gives_an_item_its_lead_and_its_heading() -> None:
    source = lines(
        "II. NHIỆM VỤ\n1. Sở Khoa học và Công nghệ\na) Theo dõi tiến độ.\nb) Báo cáo Ủy ban nhân dân tỉnh.\n"
        "2. Đề nghị các sở, ngành:\n- Rà soát thủ tục.\n- Công khai kết quả.\nĐoạn này đứng riêng."
    )
    cut = units(source)
    text = [source.text[u.start : u.end] for u in cut]
    by = dict(zip(text, cut, strict=True))
    report = by["b) Báo cáo Ủy ban nhân dân tỉnh."]
    assert text[report.heading or 0] == "1. Sở Khoa học và Công nghệ"
    assert (report.place.part, report.place.clause, report.place.point) == ("Mục II", "1", "b")
    assert report.lead is None
    publish = by["- Công khai kết quả."]
    assert text[publish.lead or 0] == "2. Đề nghị các sở, ngành:"


def test_articles_clauses_and_points_have_their_place() -> None:
    source = lines(
        "Chương II\nQUẢN LÝ\nĐiều 5. Trách nhiệm\n2. Bộ Công an:\na) Chủ trì xây dựng nền tảng.\nPHỤ LỤC III\nDanh mục"
    )
    point = next(u for u in units(source) if source.text[u.start] == "a")
    assert (point.place.part, point.place.article, point.place.clause, point.place.point) == (
        "Chương II",
        "5",
        "2",
        "a",
    )
    assert units(source)[-1].place.annex == "Phụ lục III"


@pytest.mark.parametrize(
    "line",
    [
        "Đang online: 12",
        "Giấy phép số 33/GP-TTĐT",
        "Giấy phép số 512/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 3/10/2019; cấp lại ngày 5/2/2023",
        "Giấy phép hoạt động báo điện tử do Sở Thông tin và Truyền thông tỉnh cấp ngày 03/10/2019",
        "Bình luận",
        "• Tất cả: 1",
        "***",
    ],
)
def test_furniture_states_nothing(line: str) -> None:
    assert units(lines(f"Bộ Công an đã hoàn thành nền tảng định danh.\n{line}"))[-1].role == "boilerplate"


@pytest.mark.parametrize("head", ["Tin liên quan", "Tham khảo thêm", "Có thể bạn quan tâm", "Bài mới nhất"])
def test_headlines_in_a_box_of_other_news_state_nothing(head: str) -> None:
    text = (
        f"Bộ Nội vụ họp về hồ sơ số.\n\n{head}\nBộ Y tế lập sổ sức khỏe\nSở Tư pháp có giám đốc mới\n\n"
        "Bộ Nội vụ sẽ báo cáo trong tháng này.\nBộ Nội vụ và các tỉnh"
    )
    roles = [unit.role for unit in units(lines(text))]
    assert roles[1:5] == ["boilerplate", "boilerplate", "boilerplate", "sentence"]
    assert "boilerplate" not in roles[4:]


def test_a_sentence_about_a_licence_is_no_imprint() -> None:
    text = (
        "Giấy phép số 12 do Bộ Công Thương cấp cho doanh nghiệp bị thu hồi từ hôm nay vì không bảo đảm an toàn dữ liệu."
    )
    assert [unit.role for unit in units(lines(text))] == ["sentence"]


def test_of_two_copies_the_one_without_diacritics_is_furniture() -> None:
    accented = "Bộ Nội vụ trình Chính phủ đề án số hóa hồ sơ cán bộ trong năm 2022"
    stripped = "Bo Noi vu trinh Chinh phu de an so hoa ho so can bo trong nam 2022"
    for text in (f"{accented}\n{stripped}", f"{stripped}\n{accented}"):
        kept = [u for u in units(lines(text)) if u.role != "boilerplate"]
        assert [u.accented for u in kept] == [True]


ALIKE = [
    # entries of two lists that differ in a number
    ("- 60% hộ kinh doanh dùng hóa đơn điện tử có mã", "- 90% hộ kinh doanh dùng hóa đơn điện tử có mã"),
    # entries that two bodies are given in almost the same words
    ("+ Từ quý sau, hướng dẫn toàn bộ khách làm thủ tục bằng căn cước tại quầy",
     "+ Từ quý sau, hướng dẫn tất cả khách làm thủ tục bằng căn cước tại quầy"),
    # lines that open two lists
    ("Nghị định quy định bên nhận dữ liệu như sau:", "Nghị định quy định về bên nhận dữ liệu như sau:"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_lines_that_are_much_alike_say_two_things(first: str, second: str) -> None:
    title = "Hộ kinh doanh dùng hóa đơn điện tử ra sao trong hai năm tới?"
    roles = [unit.role for unit in units(lines(f"{title}\n{first}\nPhần sau.\n{title}\n{second}"))]
    assert roles[3:] == ["boilerplate", roles[1]]


QUESTIONS = """(1) Điều kiện chung
- Có tài khoản.
Ai phải nộp báo cáo?
Theo Điều 4 có những việc sau:
- Lập báo cáo quý."""


def test_a_question_closes_what_stands_above_it() -> None:
    cut = units(lines(QUESTIONS))
    assert (cut[3].heading, cut[4].lead) == (2, 3)


def test_dashes_hang_on_the_line_before_them_and_not_on_the_dash_before_that() -> None:
    cut = units(lines("- Có tài khoản.\nCác việc phải làm:\n- Lập báo cáo quý.\n- Gửi báo cáo."))
    assert [unit.lead for unit in cut[2:]] == [1, 1]


def test_a_line_between_a_closed_one_and_a_dash_heads_the_dashes() -> None:
    text = "Phòng Văn thư huyện\n- Ghi sổ.\nPhòng Quản lý tàu thuyền của huyện đảo\n- Đếm tàu."
    assert [unit.heading for unit in units(lines(f"Phân công như sau:\n{text}"))][-1] == 3


def test_a_document_keeps_a_duty_that_two_bodies_share() -> None:
    duty = "- Gửi danh sách máy hỏng về Trung tâm lưu trữ trước ngày 20 tháng 8"
    source = lines(f"1. Sở Tài chính\n{duty}\n2. Sở Nội vụ\n{duty}")
    assert sum(u.role == "item" for u in units(source, official=True)) == 2


def test_units_lie_inside_their_blocks_and_do_not_overlap(shared_texts: list[str]) -> None:
    for text in shared_texts:
        source = lines(text)
        end = 0
        for unit in units(source):
            assert end <= unit.start < unit.end
            block = source.blocks[unit.block]
            assert block.start <= unit.start
            assert unit.end <= block.end
            end = unit.end


def test_a_line_with_another_number_repeats_nothing() -> None:
    line = "cán bộ các cảng cá dọc bờ biển phía nam đọc được bản đồ số của vùng mình."
    twice = "Những người đi biển ở đây đã quen với tấm bản đồ trên điện thoại của họ."
    source = lines(f"{twice}\n80% {line}\n95% {line}\n{twice}")
    assert [unit.role == "boilerplate" for unit in units(source)] == [False, False, False, True]


def test_a_figure_that_a_verb_leads_to_may_end_a_sentence() -> None:
    text = "Tỉnh tăng từ 12 lên 20. Đại tá An cho biết con số là 4. Mục 5. Hiệu lực"
    assert [text[a:b] for a, b in split(text, 0, len(text))] == [
        "Tỉnh tăng từ 12 lên 20.",
        "Đại tá An cho biết con số là 4.",
        "Mục 5. Hiệu lực",
    ]


def test_a_quarter_in_roman_numerals_may_end_a_sentence() -> None:
    text = "Sở nộp báo cáo trong quý IV. Ngân hàng góp vốn. Xem Mục IV. Tổ chức thực hiện."
    assert len(split(text, 0, len(text))) == 3


def test_a_text_without_full_stops_comes_in_pieces_that_lose_nothing() -> None:
    text = "Sở Y tế số hóa hồ sơ bệnh án, " * 900
    doc = read_bytes(text.encode(), "dai.txt")
    found = units(doc, fold(doc.text))
    assert max(unit.end - unit.start for unit in found) <= 4000
    assert " ".join(doc.text[unit.start : unit.end].strip() for unit in found) == doc.text.strip()


def test_a_title_in_capitals_says_in_brackets_what_encloses_it() -> None:
    source = lines("PHỤ LỤC\nDANH MỤC VIỆC CẦN LÀM (Kèm theo Kế hoạch số 31/KH-UBND ngày 5/3/2025)\nMở sổ chợ.")
    assert [unit.role for unit in units(source)] == ["heading", "heading", "sentence"]


def test_a_line_of_dots_is_looked_through_once() -> None:
    text = "Họ và tên" + "." * 60000 + " sinh ngày"
    assert len(split(text, 0, len(text))) > 1  # in pieces: it is too long for a sentence
    assert seconds(lambda: split(text, 0, len(text)), below=2) < 2
