"""Plain text: encodings, what is refused, and the blocks of hard-wrapped prose, lists and drawn tables."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.model import Source
from loaders.extract import extract
from loaders.formats import encoding, legacy
from loaders.layout.evenness import seen
from loaders.read import read, read_bytes
from tests.effort import growth

PROSE = (
    "Ngày 06/4/2022, Thủ tướng Chính phủ ban hành Quyết định số 505/QĐ-TTg, lấy ngày 10 tháng 10 hằng năm làm Ngày "
    "Chuyển đổi số quốc gia. Bộ Thông tin và Truyền thông chủ trì, phối hợp với các bộ, ngành hướng dẫn tổ chức thực "
    "hiện; tỷ lệ hồ sơ trực tuyến phấn đấu vượt mức bình quân, giữ vững kỷ luật ở nơi ấy, ẩn dấu bất cập cũ, dọn sạch "
    "những chỗ nghẽn và mở rộng dữ liệu."
)
# what the readers of one text may not look at
BLIND = re.compile(r"D(?:08|11|17|19|20|30|48|112|121|124|133|136|156)-")


def in_tcvn3(text: str) -> bytes:
    letters = {letter: ord(code) for code, letter in legacy.TCVN3.items()}
    return b"".join(bytes([letters[c]]) if c in letters else c.encode("cp1252") for c in text)


def in_vni(text: str) -> str:
    codes = {letter: code for code, letter in legacy.VNI.items() if code == code.lower() or letter.isupper()}
    return "".join(codes.get(c, c) for c in text)


def in_windows_1258(text: str) -> bytes:
    """Quality marks stay on the letter, tone marks follow it."""
    found = b""
    for char in text:
        try:
            found += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
            letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tone))
            found += (letter + tone).encode("cp1258")
    return found


def texts(source: Source, kind: str | None = None) -> list[str]:
    return [" ".join(source.text[b.start : b.end].split()) for b in source.blocks if kind in (None, b.kind)]


# ── encodings ────────────────────────────────────────────────────────────────────────────────────────────────────────

ENCODINGS = {
    "UTF-8": PROSE.encode(),
    "UTF-8 with a byte-order mark": PROSE.encode("utf-8-sig"),
    "UTF-8, decomposed (macOS)": unicodedata.normalize("NFD", PROSE).encode(),
    "UTF-16 with a mark, little end first": b"\xff\xfe" + PROSE.encode("utf-16-le"),
    "UTF-16 with a mark, big end first": b"\xfe\xff" + PROSE.encode("utf-16-be"),
    "UTF-16 without a mark": PROSE.encode("utf-16-le"),
    "UTF-16 without a mark, big end first": PROSE.encode("utf-16-be"),
    "UTF-32": PROSE.encode("utf-32"),
    "windows-1258, tone marks of their own": in_windows_1258(PROSE),
    "TCVN3 bytes": in_tcvn3(PROSE),
    "TCVN3 read as Latin-1 and saved as UTF-8": in_tcvn3(PROSE).decode("cp1252").encode(),
    "VNI bytes": in_vni(PROSE).encode("cp1252"),
    "VNI read as Latin-1 and saved as UTF-8": in_vni(PROSE).encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert encoding.decode(data, "f.txt") == PROSE


# written out by hand from the charts, not through our own maps
SPOTS = [
    ("TCVN 5712 VN3", b"Vi\xd6t Nam, H\xb5 N\xe9i, \xae\xad\xeang l\xe8i", "Việt Nam, Hà Nội, đường lối"),
    ("VNI", b"Vie\xe4t Nam, \xf1\xf6\xf4\xf8ng cao to\xe1c, chu\xfb tr\xec", "Việt Nam, đường cao tốc, chủ trì"),
    (
        "windows-1258",
        b"Vi\xea\xf2t Nam, \xf0\xfd\xf5\xccng t\xf4\xecc, chu\xd2 tri\xcc",
        "Việt Nam, đường tốc, chủ trì",
    ),
]


@pytest.mark.parametrize(("name", "data", "expected"), SPOTS, ids=[s[0] for s in SPOTS])
def test_spot_values_of_the_legacy_charts(name: str, data: bytes, expected: str) -> None:
    assert encoding.decode(data, "f.txt") == expected


def test_vni_and_tcvn3_maps_have_every_vietnamese_letter() -> None:
    letters = set()
    for base in "aăâeêioôơuưy":
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            letters.add(unicodedata.normalize("NFC", base + tone))
    letters = letters - set("aeiouy") | {"đ"}
    assert letters <= set(legacy.TCVN3.values())
    assert letters | {letter.upper() for letter in letters} == set(legacy.VNI.values())


def misread(data: bytes) -> str:
    """UTF-8 as a program shows it that takes it for windows-1252; the five bytes without a letter there stay codes."""
    return "".join(chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in data)


MISREAD = [
    ("windows-1252", misread(PROSE.encode())),
    ("Latin-1", PROSE.encode().decode("latin-1")),
    ("twice", misread(misread(PROSE.encode()).encode())),
    ("with a mark before it", "\ufeff" + misread(PROSE.encode())),
]


@pytest.mark.parametrize("text", [row[1] for row in MISREAD], ids=[row[0] for row in MISREAD])
def test_utf_8_that_a_program_misread_is_read_as_it_was(text: str) -> None:
    assert encoding.decode(text.encode(), "f.txt") == PROSE


@pytest.mark.parametrize(
    "text",
    [PROSE.encode().decode("cp1252", "replace"), misread(PROSE.encode()).replace("\u00a0", " ")],
    ids=["bytes without a letter", "no-break spaces made plain"],
)
def test_letters_lost_in_misreading_are_told(text: str) -> None:
    with pytest.raises(SourceError, match=r"f\.txt: this is UTF-8 that was read as windows-1252 and saved so"):
        encoding.decode(text.encode(), "f.txt")


def test_letters_that_stand_apart_from_their_words_are_told() -> None:
    apart = "U ban nhân dân t nh giao S Tài chính rà soát vi c thu phí. ỷ ỉ ở ệ\n" * 20
    with pytest.raises(SourceError, match=r"f\.txt: letters with marks stand apart from their words"):
        encoding.decode(apart.encode(), "f.txt")
    heading = f"Q U Y Ế T Đ Ị N H\n{PROSE}"
    assert encoding.decode(heading.encode(), "f.txt") == heading


SOUND = [
    ("quoted misreadings", f"{PROSE} Tệp mở ra chỉ thấy “Bá»™”, “Ä‘á»™i”, “Æ°u” và “Há»™i”."),
    ("closing quotation marks", f"{PROSE} Ai nấy đều nói «khá», «há», «quá», «đá», «lá»."),
    ("French misread", "Le dÃ©cret relatif Ã\u00a0 la dÃ©matÃ©rialisation a Ã©tÃ© publiÃ© Ã\u00a0 GenÃ¨ve."),
]


@pytest.mark.parametrize("text", [row[1] for row in SOUND], ids=[row[0] for row in SOUND])
def test_what_reads_as_vietnamese_or_never_was_stays(text: str) -> None:
    assert encoding.decode(text.encode(), "f.txt") == text


NOT_LEGACY = [
    ("accented Vietnamese in UTF-8 is never converted", PROSE),
    ("French", "Le décret relatif à la dématérialisation a été publié à Genève après délibération."),
    (
        "German",
        "Die Behörden müssen die Anträge künftig elektronisch annehmen, ausschließlich über Schlüsselverfahren.",
    ),
    ("no letters beyond ASCII", "Bo Tai chinh chu tri, bao cao truoc 30/6/2026."),
    ("typographic marks only", "“GDP” tăng 7% – 8% … theo «GSO» ± 0,1 §"),
    ("Vietnamese without any letter that only Unicode has", "Cháu mình là cô giáo, còn bà là bác sĩ và có vé."),
]


@pytest.mark.parametrize(("reason", "text"), NOT_LEGACY, ids=[c[0] for c in NOT_LEGACY])
def test_what_is_no_legacy_text_stays(reason: str, text: str) -> None:
    assert encoding.decode(text.encode(), "f.txt") == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"a\r\nb\r\n", "a\nb\n"), (b"a\rb", "a\nb"), ("Hoa\u0300 nha\u0323c\r\n".encode(), "Hoà nhạc\n")],
)
def test_line_ends_and_composed_letters(data: bytes, expected: str) -> None:
    assert encoding.decode(data, "f.txt") == expected


REFUSED = [
    ("empty", b"", "empty"),
    ("white space only", b" \n\t\r\n", "empty"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG image"),
    ("a program", b"\x7fELF\x02\x01\x01\x00\x00\x00", "program"),
    ("binary", bytes(range(256)) * 4, "binary data"),
    ("one broken byte in UTF-8", PROSE.encode()[:40] + b"\xff" + PROSE.encode()[40:], "invalid UTF-8"),
    ("one broken byte in ASCII", b"Bo Tai chinh \xfe bao cao", "byte 13"),
    ("cut in the middle of a character", PROSE.encode() + "ế".encode()[:2], "middle of a character"),
    ("UTF-16 cut in the middle", b"\xff\xfe" + PROSE.encode("utf-16-le")[:-1], "UTF-16"),
]


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\t", "\t "])
def test_more_than_a_hundred_blanks_say_no_more(blank: str) -> None:
    text = read_bytes(f"Sở Y tế{blank * 5000}rà soát{blank * 20}sổ{' ' * 100}khám\n\n\n".encode(), "a.txt").text
    assert text == f"Sở Y tế{(blank * 100)[:100]}rà soát{blank * 20}sổ{' ' * 100}khám\n\n\n"


def test_a_run_of_blanks_is_read_in_linear_time() -> None:
    def reads(count: int) -> Callable[[], object]:
        work = f"Sở Y tế chủ trì{' ' * count}rà soát sổ khám và{' ' * count}báo cáo{' ' * count}trước ngày 30/6/2026.\n"
        return lambda: extract(read_bytes(work.encode(), "a.txt"))

    assert growth(reads, 250, 2000, below=12) < 12, "eight times the blanks; in proportion to their square 64"


@pytest.mark.parametrize(("reason", "data", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_what_cannot_be_read_is_refused_with_file_and_reason(reason: str, data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as error:
        read_bytes(data, "tin/bai-1.txt")
    assert "tin/bai-1.txt" in str(error.value)
    assert says in str(error.value)
    assert ";" in str(error.value), "the message says what to do"


@pytest.mark.parametrize("charset", ["hex", "idna", "undefined", "x\x00y"])
def test_a_declared_charset_that_is_none_of_text_is_passed_over(charset: str) -> None:
    with pytest.raises(SourceError, match="invalid UTF-8"):
        encoding.decode(b"B\xe9 T\xf8i ch\xdd nh", "f.txt", charset)


def test_the_offset_of_the_broken_byte_is_named() -> None:
    data = PROSE.encode()[:40] + b"\xff" + PROSE.encode()[40:]
    with pytest.raises(SourceError, match=r"byte 3\d|byte 40"):
        encoding.decode(data, "f.txt")


# ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

NEWS = """Hà Nội đặt mục tiêu 80% hồ sơ nộp trực tuyến

Kinh tế số - Ngày đăng : 09:15, 04/02/2026

Theo kế hoạch vừa ban hành, Sở Khoa học và Công nghệ chủ trì ba nhiệm vụ:
- rà soát danh mục dịch vụ công;
- nâng cấp Cổng dịch vụ công, hoàn thành
trước ngày 30/6/2026;
1. Báo cáo UBND thành phố hằng quý.
Quang cảnh cuộc họp. Ảnh: Thu Trang
Tỷ lệ này năm 2025 là 64,2%.
Theo Tạp chí Đô thị số
"""


def test_news_text_is_cut_into_its_blocks() -> None:
    source = read_bytes(NEWS.encode(), "ha-noi.txt")
    assert [(b.kind, " ".join(source.text[b.start : b.end].split())[:24].strip()) for b in source.blocks] == [
        ("title", "Hà Nội đặt mục tiêu 80%"),
        ("paragraph", "Kinh tế số - Ngày đăng :"),
        ("paragraph", "Theo kế hoạch vừa ban hà"),
        ("item", "- rà soát danh mục dịch"),
        ("item", "- nâng cấp Cổng dịch vụ"),
        ("item", "1. Báo cáo UBND thành ph"),
        ("caption", "Quang cảnh cuộc họp. Ảnh"),
        ("paragraph", "Tỷ lệ này năm 2025 là 64"),
        ("paragraph", "Theo Tạp chí Đô thị số"),
    ]
    assert (source.title, source.published, source.publisher) == (
        "Hà Nội đặt mục tiêu 80% hồ sơ nộp trực tuyến",
        "2026-02-04",
        "Tạp chí Đô thị số",
    )
    assert source.text == NEWS, "the text of a .txt file is its content, nothing trimmed"


PARAGRAPHS = [
    "Sở Nội vụ tham mưu đề án vị trí việc làm cho công chức phụ trách dữ liệu ở cấp xã, trình UBND tỉnh trong quý III.",
    "Ngân hàng Nhà nước Việt Nam cho biết 87% người trưởng thành có tài khoản thanh toán; giá trị giao dịch không dùng "
    "tiền mặt gấp 25 lần GDP. Mục tiêu cho năm 2030 là 95%, theo chiến lược phát triển ngành đã được phê duyệt.",
    "- Cục Chuyển đổi số quốc gia công bố chỉ số trước ngày 15 tháng 12 hằng năm, kèm phương pháp tính và dữ liệu gốc;",
    "a) Các doanh nghiệp bưu chính giao nhận hồ sơ tại nhà, không thu thêm phí ngoài mức đã công khai tại bưu cục;",
    "2. Đài Phát thanh và Truyền hình tỉnh mở chuyên mục hằng tuần về kỹ năng số cho người cao tuổi và đồng bào.",
    "Giai đoạn 2026 - 2030, ngân sách bố trí 1.250 tỷ đồng cho hạ tầng; 40% trong số đó dành cho vùng khó khăn nhất.",
]


@given(
    chosen=st.lists(st.sampled_from(PARAGRAPHS), min_size=4, max_size=6, unique=True),
    width=st.integers(60, 110),
    blank=st.booleans(),
)
def test_wrapping_lines_does_not_change_the_blocks(chosen: list[str], width: int, blank: bool) -> None:
    between = "\n\n" if blank else "\n"
    wrapped = between.join(textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False) for p in chosen)
    joined = between.join(chosen)
    assert _sentences(read_bytes(wrapped.encode(), "a.txt")) == _sentences(read_bytes(joined.encode(), "a.txt"))


def _sentences(source: Source) -> list[str]:
    """Words of the blocks, a block that ends as a sentence joined with the next: where a paragraph's last line happens
    to be full, two paragraphs cannot be told apart, and no sentence is lost by that."""
    found: list[str] = []
    for text in texts(source):
        found.extend(re.split(r"(?<=[.;])\s+(?=[\dA-ZĐa-z-])", text))
    return found


LINES = [
    ("a heading is no part of the paragraph below", "Kết quả bước đầu\nNăm 2025, tỉnh có 12 nền tảng.", 2),
    ("a line cut in mid-sentence goes on", "Bộ Công an và\ncác địa phương cùng triển khai.", 1),
    ("a comma never ends a paragraph", "Tham dự có Bộ trưởng,\nThứ trưởng và các vụ trưởng.", 1),
    ("a blank line always does", "Tham dự có Bộ trưởng\n\nvà các vụ trưởng.", 2),
    ("items stay apart", "- một việc\n- hai việc\n+ ba việc", 3),
    ("a small letter with a bracket is an item", "Gồm:\na) dữ liệu dân cư\nb) dữ liệu đất đai\nđ) dữ liệu hộ tịch", 4),
    ("a button below a button", "Tin tức\nĐăng nhập\nThống kê truy cập", 3),
]


@pytest.mark.parametrize(("reason", "text", "count"), LINES, ids=[c[0] for c in LINES])
def test_lines_and_paragraphs(reason: str, text: str, count: int) -> None:
    assert len(read_bytes(text.encode(), "a.txt").blocks) == count


MARKED = [
    ("- việc", "item"), ("• việc", "item"), ("+ việc", "item"), ("-Việc", "item"), ("– việc", "item"),
    ("a) việc", "item"), ("đ) việc", "item"), ("(1) việc", "item"), ("(iv) việc", "item"), ("12. Việc", "item"),
    ("1/ Việc", "item"), ("2- Việc", "item"), ("1.2. Việc", "item"), ("II. Nhiệm vụ", "item"),
    ("II. NHIỆM VỤ", "heading"), ("A. MỤC TIÊU CHUNG", "heading"), ("Chương II", "heading"),
    ("Mục 3. Quản lý dữ liệu", "heading"), ("PHỤ LỤC I", "heading"), ("Phụ lục II ban hành kèm theo", "paragraph"),
    ("2.361 hồ sơ đã nộp.", "paragraph"), ("30/11, Thủ tướng họp.", "paragraph"), ("-5% so với năm trước", "paragraph"),
    ("4.0 là tên gọi quen thuộc.", "paragraph"), ("Mục tiêu là 80%.", "paragraph"), ("Ảnh: Hải Yến", "caption"),
    ("Phần lớn việc đã xong.", "paragraph"), ("Chương trình 5 năm", "paragraph"),
    ("C. Mác và Ph. Ăng-ghen", "paragraph"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), MARKED)
def test_what_a_line_says_of_itself(line: str, kind: str) -> None:
    source = read_bytes(f"Tỉnh vừa họp xong hôm nay.\n\n{line}\n\nKết thúc cuộc họp.".encode(), "a.txt")
    assert source.blocks[1].kind == kind


TABLES = [
    (
        "pipes",
        "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Rà soát | Sở Tài chính |\n",
        ["TT", "Nhiệm vụ", "Chủ trì"],
    ),
    (
        "pipes without the outer ones",
        "TT | Nhiệm vụ | Chủ trì\n---|---|---\n1 | Rà soát | Sở Tài chính",
        ["TT", "Nhiệm vụ", "Chủ trì"],
    ),
    ("tabs", "TT\tNhiệm vụ\tChủ trì\n1\tRà soát\tSở Tài chính", ["TT", "Nhiệm vụ", "Chủ trì"]),
    (
        "wide gaps",
        "UBND TỈNH HẢI AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nSố: 12/KH-UBND       Hải An, ngày 3",
        ["UBND TỈNH HẢI AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"],
    ),
    ("an empty cell keeps its column", "1\t\tSở Y tế\n2\tKhám từ xa\tSở Y tế", ["1", "", "Sở Y tế"]),
]


@pytest.mark.parametrize(("reason", "text", "first"), TABLES, ids=[c[0] for c in TABLES])
def test_drawn_tables_are_rows_of_cells(reason: str, text: str, first: list[str]) -> None:
    source = read_bytes(text.encode(), "bang.txt")
    rows = [b for b in source.blocks if b.kind == "row"]
    assert len(rows) == 2 == len(source.blocks)
    assert [source.text[c.start : c.end] for c in rows[0].cells] == first
    assert [c.column for c in rows[0].cells] == list(range(len(first)))
    assert rows[0].table == rows[1].table == 0
    assert rows[0].header == ("---" in text)


HEADS = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Ghi chú"]
STACKED: list[tuple[str, list[list[str]]]] = [
    # a blank line is a blank cell, a title has the row to itself, below the last row the text goes on
    (
        "I\nVề thể chế\n1\nLập danh mục dữ liệu\n\nQuý I/2027\nGấp\n2\nCông bố dữ liệu\nSở Y tế\n30/6/2027\n\n"
        "Các sở báo cáo kết quả.",
        [["I", "Về thể chế"], ["1", "Lập danh mục dữ liệu", "", "Quý I/2027", "Gấp"],
         ["2", "Công bố dữ liệu", "Sở Y tế", "30/6/2027", ""]],
    ),
    # a cell of two paragraphs, and blank cells at the end that are left out
    (
        "1\nLập danh mục dữ liệu\nSở Y tế;\nSở Nội vụ\nQuý I/2027\n2\nCông bố dữ liệu\nSở Y tế\n30/6/2027\nGấp",
        [["1", "Lập danh mục dữ liệu", "Sở Y tế;\nSở Nội vụ", "Quý I/2027"],
         ["2", "Công bố dữ liệu", "Sở Y tế", "30/6/2027", "Gấp"]],
    ),
    # which of two lines is whose is not told: no lead is better than a wrong one
    (
        "1\nLập danh mục dữ liệu\nSở Y tế\nSở Nội vụ\nQuý I/2027\n2\nCông bố dữ liệu\nSở Y tế\n30/6/2027\nGấp",
        [["1", "Lập danh mục dữ liệu", "Quý I/2027"], ["2", "Công bố dữ liệu", "Sở Y tế", "30/6/2027", "Gấp"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), STACKED)
@pytest.mark.parametrize("spaced", [False, True])
def test_cells_below_each_other_are_rows(rows: str, wanted: list[list[str]], spaced: bool) -> None:
    """An office program saves a table as text with a line a cell; web pages copied have blank lines between them."""
    if spaced and "\n\n" in rows:
        return
    text = "\n".join(["PHỤ LỤC", *HEADS, rows])
    text = text.replace("\n", "\n\n") if spaced else text
    source = read_bytes(text.encode(), "a.txt")
    found = [b for b in source.blocks if b.kind == "row"]
    assert [[source.text[c.start : c.end].replace("\n\n", "\n") for c in b.cells] for b in found] == [HEADS, *wanted]
    columns = [[c.column for c in b.cells] for b in found]
    assert all(row == [0, 1, 3] or row == list(range(len(row))) for row in columns)
    assert [b.header for b in found] == [True, *[False] * len(wanted)]


def test_a_line_stt_above_other_lines_is_no_table() -> None:
    source = read_bytes("STT\nDữ liệu mở\nCổng tỉnh\n1\nLập danh mục\nSở Y tế\n2\nCông bố".encode(), "a.txt")
    assert not any(b.kind == "row" for b in source.blocks)


def test_a_bar_at_the_end_of_a_caption_is_no_table() -> None:
    source = read_bytes("Thủ tướng thăm gian hàng. |\nSau đó, đoàn dự phiên họp.".encode(), "a.txt")
    assert texts(source, "row") == []


@given(st.text(st.sampled_from("ab Đé.,;:-–•|\t\n()1aIV/ "), max_size=300))
@example("1\t1\n\t|")
def test_blocks_are_ordered_stretches_that_leave_out_only_white_space_and_rules(text: str) -> None:
    try:
        source = read_bytes(text.encode(), "a.txt")
    except SourceError:
        assert not text.strip()
        return
    at = 0
    for block in source.blocks:
        left_out = source.text[at : block.start]
        assert not re.search(r"\w", left_out), left_out
        assert at <= block.start < block.end
        assert all(block.start <= c.start <= c.end <= block.end for c in block.cells)
        at = block.end
    assert not re.search(r"\w", source.text[at:])


def test_digests_are_of_the_bytes_and_of_the_text() -> None:
    import hashlib

    for data in (b"Bo Tai chinh.\n", "Bộ Tài chính.\n".encode(), "Bộ Tài chính.\r\n".encode("utf-8-sig")):
        source = read_bytes(data, "a.txt")
        assert source.file_digest == hashlib.sha256(data).hexdigest()
        assert source.text_digest == hashlib.sha256(source.text.encode()).hexdigest()


def test_reading_text_imports_no_heavy_library() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from loaders.read import read_bytes; read_bytes('Bộ Y tế họp.'.encode(), 'a.txt');"
        "sys.exit(any(m in sys.modules for m in ('lxml','trafilatura','docx','pypdfium2','pdfplumber','htmldate')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent, check=False).returncode == 0


@pytest.mark.shared
def test_real_texts_are_kept_whole_and_wrapping_them_changes_no_sentence(shared: Path) -> None:
    paths = [*sorted((shared / "articles").glob("*.txt")), *sorted((shared / "corpus/news").glob("*.txt"))]
    paths = [path for path in paths if not BLIND.match(path.name)]
    assert len(paths) > 50
    for path in paths:
        source = read(path)
        assert source.text == unicodedata.normalize("NFC", path.read_bytes().decode("utf-8")).replace("\r\n", "\n")
        assert source.name == path.name
        words = seen("".join(texts(source)).replace(" ", ""))
        assert words == "".join(seen(source.text).split())
        paragraphs = [" ".join(line.split()) for line in source.text.split("\n")]
        wrapped = "\n".join(textwrap.fill(p, 78, break_on_hyphens=False, break_long_words=False) for p in paragraphs)
        again = read_bytes(wrapped.encode(), path.name)
        assert again.title == source.title
        plain = [" ".join(t.split()) for t in texts(source)]
        mended = texts(again)
        # a sentence broken over two blocks would be lost to extraction; two paragraphs in one block are not
        assert all(any(line in block for block in mended) for line in plain if line[-1:] in ".;"), path.name


def test_a_wrapped_document_is_joined_though_its_letterhead_is_of_short_lines() -> None:
    body = (
        "2. Giao Thường trực Hội đồng nhân dân, các Ban Hội đồng nhân dân, các Tổ đại biểu và\n"
        "Hội đồng nhân dân các xã giám sát việc trồng cây; báo cáo kết quả tại kỳ họp cuối năm\n"
        "sau khi kiểm đếm xong.\n"
    )
    head = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 9/NQ-HĐND\tHà Nam, ngày 11 tháng 7 năm 2025, bản sao gửi kèm theo hồ sơ trồng cây của "
        "tỉnh, lưu tại Văn phòng Hội đồng\n"
        "NGHỊ QUYẾT\nVề việc trồng cây\n"
    )
    source = read_bytes((head + body).encode(), "9.txt")
    assert source.text[source.blocks[-1].start : source.blocks[-1].end] == body.rstrip("\n")


def test_a_text_broken_by_hand_has_a_ragged_margin() -> None:
    words, lines = " ".join([PROSE[0]] * 3).split(" "), [""]
    for word in words:  # now a word sooner, now a word later
        if len(lines[-1]) + 1 + len(word) > 66 + 5 * (len(lines) % 2):
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    wrapped = "\n".join(lines)
    assert texts(read_bytes(wrapped.encode(), "a.txt")) == [wrapped]
