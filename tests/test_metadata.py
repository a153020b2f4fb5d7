"""Headline, day and publisher as a source's own lines tell them, and title and signing day of official documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.formats import headlines, official, plain
from loaders.read import read, read_bytes

BODY = "\n\nTỉnh ủy vừa giao Sở Khoa học và Công nghệ chủ trì đề án dữ liệu mở, hoàn thành trong quý II năm 2026.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Diễn đàn - Ngày đăng : 08:05, 21/10/2024", "2024-10-21"),
        ("Thứ Tư, 21/10/2024, 08:05 (GMT+7)", "2024-10-21"),
        ("Thu Tu, 21/10/2024, 08:05 (GMT+7)", "2024-10-21"),
        ("Ngay dang: 08:05 ngay 21 thang 10 nam 2024", "2024-10-21"),
        ("Chủ nhật, ngày 3 tháng 11 năm 2024 | 17:20", "2024-11-03"),
        ("Cập nhật: 7-9-2024", "2024-09-07"),
        ("Cập nhật lúc 10h30 ngày 07.09.2024", "2024-09-07"),
        ("08:05 | 21/10/2024", "2024-10-21"),
        ("21/10/2024", "2024-10-21"),
        ("2024-10-21T08:05:00+07:00", "2024-10-21"),
        ("Xuất bản: Thứ hai, 21/10/2024", "2024-10-21"),
        ("Lê Nam - 21/10/2024", "2024-10-21"),
        ("Buôn Ma Thuột, ngày 21/10/2024 - Sở Nội vụ mở đợt thi đua về hồ sơ số.", "2024-10-21"),
        ("(TP. Hồ Chí Minh, 21/10/2024) – Sở Nội vụ mở đợt thi đua về hồ sơ số.", "2024-10-21"),
    ],
)
def test_datelines(line: str, day: str) -> None:
    source = read_bytes(f"Tỉnh Hải An mở kho dữ liệu dùng chung\n{line}{BODY}".encode(), "a.txt")
    assert source.published == day


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("a date in a sentence is of what it tells", "Ngày 21/10/2024, Bộ trưởng đã họp với các địa phương."),
        ("a day that does not exist", "Ngày đăng: 31/02/2024"),
        ("a day beside a place within a sentence", "Hà Nội, ngày 21/10/2024 đã đón đoàn công tác của Bộ."),
        ("a day of a paper", "Quyết định số 12, ngày 21/10/2024 - văn bản đầu tiên về kho dữ liệu."),
        ("a decree's date", "Nghị định 13/2023/NĐ-CP ngày 17/4/2023"),
        ("a licence", "Giấy phép số 12/GP-TTĐT cấp ngày 02/01/2021 của Sở"),
        ("no date", "Chuyên mục: Chuyển đổi số"),
        ("a period", "giai đoạn 2021 - 2025"),
    ],
)
def test_what_is_no_dateline(reason: str, line: str) -> None:
    source = read_bytes(f"Tỉnh Hải An mở kho dữ liệu dùng chung\n{line}{BODY}".encode(), "a.txt")
    assert source.published is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Theo Tạp chí Đô thị số", "Tạp chí Đô thị số"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Nguồn: Cổng thông tin điện tử tỉnh Hải An", "Cổng thông tin điện tử tỉnh Hải An"),
        ("Theo haian.gov.vn", "haian.gov.vn"),
        ("Nguồn tin: Báo Lao động thủ đô.", "Báo Lao động thủ đô"),
        ("Theo báo Nhân dân", "Báo Nhân dân"),
    ],
)
def test_publisher_on_a_line_of_its_own(line: str, publisher: str) -> None:
    source = read_bytes(f"Tỉnh Hải An mở kho dữ liệu dùng chung{BODY}\n{line}\n\nĐăng nhập\n".encode(), "a.txt")
    assert source.publisher == publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        # in brackets, or as the paper's own mark, before the first words
        ("Ngày đăng: 12/3/2019\n\n(Bản tin Đô thị số) - Sáng 12/3, tỉnh khai trương kho dữ liệu.", "Bản tin Đô thị số"),
        ("\nTTO - Sáng 12/3, tỉnh khai trương kho dữ liệu.", "Tuổi Trẻ Online"),
        ("\nHaian.vn - UBND xã vừa mở kho dữ liệu. Tỉnh khai trương kho thứ hai.", "Haian.vn"),
        # behind the day, and on the line under it
        ("Thứ Tư, 02/10/2019 - Bản tin Đô thị số", "Bản tin Đô thị số"),
        ("15:30, 18/12/2020\nTạp chí Đô thị số", "Tạp chí Đô thị số"),
        ("Báo Hải An\n12/03/2024 08:15", "Báo Hải An"),
        ("\nTác giả: Ngọc Vy   Nguồn: Báo Hải An   Ngày: 05/04/2024", "Báo Hải An"),
        # whom somebody speaks to
        ("\nTrao đổi với phóng viên VnExpress, ông Tám nói việc này đã xong.", "VnExpress"),
        # a place, a rubric, a body that somebody speaks to
        ("\n(Hải Phòng) - Sáng 12/3, tỉnh khai trương kho dữ liệu.", None),
        ("Diễn đàn - 02/10/2019", None),
        ("\nTrao đổi với Bộ Nội vụ, ông Tám nói việc này đã xong.", None),
    ],
)
def test_publisher_at_the_head(head: str, publisher: str | None) -> None:
    source = read_bytes(f"Tỉnh Hải An mở kho dữ liệu dùng chung\n{head}{BODY}".encode(), "a.txt")
    assert source.publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        "Theo Thứ trưởng Lê Văn Tám",
        "Theo kế hoạch của Bộ Tài chính",
        "Theo ông Tám, việc này còn chậm.",
        "Theo Bộ Y tế, có 12 tỉnh đã xong, 4 tỉnh còn chậm",
        "Theo Nghị quyết số 57-NQ/TW",
        "Lê Văn Tám",
    ],
)
def test_who_says_something_is_no_publisher(line: str) -> None:
    source = read_bytes(f"Tỉnh Hải An mở kho dữ liệu dùng chung{BODY}\n{line}\n".encode(), "a.txt")
    assert source.publisher is None


@pytest.mark.parametrize(
    ("reason", "line", "title"),
    [
        ("a headline", "Tỉnh Hải An mở kho dữ liệu dùng chung", True),
        ("a question", "Vì sao hồ sơ trực tuyến còn ít?", True),
        ("capitals", "HẢI AN MỞ KHO DỮ LIỆU DÙNG CHUNG", True),
        ("an unfinished one", "Dữ liệu mở sẽ là vàng, nếu...", True),
        ("words in quotes", "' Chậm một ngày là mất một cơ hội '", True),
        ("a sentence: the lead of a text that lost its headline", "Sáng 3/3, tỉnh Hải An mở kho dữ liệu.", False),
        ("a dateline", "Thứ Tư, 21/10/2024, 08:05 (GMT+7)", False),
        ("a lead that ends in a colon", "Các việc trọng tâm gồm:", False),
        ("one word", "Blog", False),
        ("far too long", "Tỉnh Hải An mở kho dữ liệu dùng chung " * 8, False),
    ],
)
def test_what_can_be_a_headline(reason: str, line: str, title: bool) -> None:
    source = read_bytes(f"{line}{BODY}".encode(), "a.txt")
    assert source.title == (" ".join(line.split()) if title else None)
    assert (source.blocks[0].kind == "title") == title


@pytest.mark.parametrize(
    ("reason", "markup", "title"),
    [
        ("a full stop", "<h1>Tỉnh Hải An mở kho dữ liệu.</h1>", "Tỉnh Hải An mở kho dữ liệu"),
        ("two words", "<h1>Chuyển đổi số</h1>", "Chuyển đổi số"),
        ("capitals with a full stop", "<p>TỈNH HẢI AN MỞ KHO DỮ LIỆU.</p>", "TỈNH HẢI AN MỞ KHO DỮ LIỆU"),
        ("a part of a text", "<h1>I. Kết quả</h1>", None),
        ("a lead", "<p>Tỉnh Hải An vừa mở kho dữ liệu.</p>", None),
    ],
)
def test_a_heading_as_the_page_marks_it_up_is_the_title(reason: str, markup: str, title: str | None) -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n") if line)
    page = f"<html><head><title></title></head><body>{markup}{body}</body></html>"
    assert read_bytes(page.encode(), "a.html").title == title


LONG = "\n".join(f"Xã số {number} đã đưa hồ sơ lên kho dữ liệu của tỉnh Hải An, nhờ CĐS sớm." for number in range(12))


@pytest.mark.parametrize(
    ("reason", "head", "title"),
    [
        ("capitals", "TỈNH HẢI AN MỞ KHO DỮ LIỆU NHỜ CĐS", "Tỉnh Hải An mở kho dữ liệu nhờ CĐS"),
        ("a province that is named nowhere else", "LÀO CAI MỞ KHO DỮ LIỆU", "Lào Cai mở kho dữ liệu"),
        ("no capitals", "Tỉnh Hải An MỞ kho dữ liệu", "Tỉnh Hải An MỞ kho dữ liệu"),
        ("none: the first words", "Theo đó, tỉnh mở kho dữ liệu.", "Theo đó, tỉnh mở kho dữ liệu"),
        (
            "none: as many as fit",
            f"Theo đó, tỉnh Hải An mở kho dữ liệu{', xã cũng mở' * 12}.",
            "Theo đó, tỉnh Hải An mở kho dữ liệu, xã cũng mở, xã cũng mở, xã cũng mở, xã cũng mở, xã cũng …",
        ),
    ],
)
def test_what_an_article_is_called(reason: str, head: str, title: str) -> None:
    assert extract(read_bytes(f"{head}\n{LONG}".encode(), "a.txt")).article.title == title


def test_a_few_lines_without_a_headline_have_no_title() -> None:
    assert extract(read_bytes("Sáng 3/3, tỉnh Hải An mở kho dữ liệu.".encode(), "a.txt")).article.title is None


def test_a_title_is_found_whatever_its_tone_marks() -> None:
    text = "Kinh tế số\nSố hoá hồ sơ: việc của năm nay\nUBND xã báo cáo."
    assert headlines.stands_at("Số hóa hồ sơ: Việc của  năm nay", text, plain.blocks(text)) == 1


def test_a_menu_line_before_the_headline_is_passed_over() -> None:
    source = read_bytes(f"Trang chủ\nTin tức\nTỉnh Hải An mở kho dữ liệu dùng chung{BODY}".encode(), "a.txt")
    assert source.title == "Tỉnh Hải An mở kho dữ liệu dùng chung"


PLAN = """ỦY BAN NHÂN DÂN TỈNH HẢI AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
Số: {number}\tHải An, ngày {day} tháng 3 năm 2026
{title}
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
I. MỤC ĐÍCH
1. Nâng chỉ số chuyển đổi số của tỉnh.
"""

OFFICIAL = [
    (
        "type and subject below it",
        "KẾ HOẠCH\nPHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026",
        "KẾ HOẠCH PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026",
    ),
    ("subject of two lines", "KẾ HOẠCH\nPHÁT TRIỂN DỮ LIỆU MỞ\nNĂM 2026", "KẾ HOẠCH PHÁT TRIỂN DỮ LIỆU MỞ NĂM 2026"),
    (
        "subject in small letters",
        "QUYẾT ĐỊNH\nVề việc ban hành Quy chế chia sẻ dữ liệu",
        "QUYẾT ĐỊNH Về việc ban hành Quy chế chia sẻ dữ liệu",
    ),
    (
        "on one line",
        "CHỈ THỊ Về tăng cường chữ ký số trong cơ quan nhà nước",
        "CHỈ THỊ Về tăng cường chữ ký số trong cơ quan nhà nước",
    ),
    (
        "a subject that begins as a basis does",
        "KẾ HOẠCH\nTHỰC HIỆN ĐỀ ÁN 06 NĂM 2026",
        "KẾ HOẠCH THỰC HIỆN ĐỀ ÁN 06 NĂM 2026",
    ),
    (
        "the issuer below the subject is no part",
        "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ DỮ LIỆU\nỦY BAN NHÂN DÂN TỈNH HẢI AN",
        "QUYẾT ĐỊNH BAN HÀNH QUY CHẾ DỮ LIỆU",
    ),
    ("no type: an official letter", "Kính gửi: Sở Tài chính", None),
    (
        "an official letter's subject",
        "V/v nâng cấp kho dữ liệu mở\nKính gửi: Sở Tài chính",
        "V/v nâng cấp kho dữ liệu mở",
    ),
    (
        "who decides, below a subject in small letters",
        "QUYẾT ĐỊNH\nBan hành Kế hoạch dữ liệu mở năm 2026\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI AN",
        "QUYẾT ĐỊNH Ban hành Kế hoạch dữ liệu mở năm 2026",
    ),
]


@pytest.mark.parametrize(("reason", "lines", "title"), OFFICIAL, ids=[c[0] for c in OFFICIAL])
def test_title_and_signing_day_of_an_official_document(reason: str, lines: str, title: str | None) -> None:
    text = PLAN.format(number="45/KH-UBND", day="05", title=lines)
    source = read_bytes(text.encode(), "45.txt")
    assert source.title == title
    assert source.published == "2026-03-05"


def test_a_draft_without_a_day_has_none() -> None:
    text = PLAN.format(number="   /KH-UBND", day="  ", title="KẾ HOẠCH\nPHÁT TRIỂN DỮ LIỆU MỞ")
    assert read_bytes(text.encode(), "45.txt").published is None


def test_news_about_a_document_is_no_official_document() -> None:
    text = "Hải An ban hành kế hoạch dữ liệu mở\nTỉnh vừa ban hành Kế hoạch số 45/KH-UBND.\nKẾ HOẠCH nêu 6 việc.\n"
    source = read_bytes(text.encode(), "a.txt")
    assert official.read(source.text, source.blocks) is None
    assert source.title == "Hải An ban hành kế hoạch dữ liệu mở"


def _gold(shared: Path) -> list[tuple[Path, dict[str, str | None]]]:
    found = []
    for gold in [*sorted((shared / "gold").glob("0*.json")), *sorted((shared / "gold/corpus").glob("*.json"))]:
        article = json.loads(gold.read_text("utf-8"))
        stem = Path(article["source"]).stem if article["source"].endswith(".txt") else article["source"]
        for folder in ("articles", "corpus"):
            for path in (shared / folder).rglob(f"{stem}.*"):
                found.append((path, article["article"]))
    return found


@pytest.mark.shared
def test_real_sources_have_the_title_day_and_publisher_that_readers_noted(shared: Path) -> None:
    pairs = _gold(shared)
    assert len(pairs) >= 14
    wrong = []
    for path, article in pairs:
        source = read(path)
        for field in ("title", "published", "publisher"):
            right = [article.get(field), *(article.get(f"accept_{field}") or [])]
            if getattr(source, field) not in right:
                wrong.append((path.name, field, getattr(source, field), right))
    assert wrong == []


def test_the_day_on_which_an_article_was_put_up_counts_before_the_page_s_own() -> None:
    head = "Tỉnh Hải An mở kho dữ liệu dùng chung\n\nThứ Ba, 09/12/2025\nNgày đăng: 04/03/2025 - Lượt xem: 88\n"
    assert read_bytes(f"{head}{BODY}".encode(), "a.txt").published == "2025-03-04"


def test_a_trail_of_sections_is_no_headline() -> None:
    text = f"Trang chủ > Tin tức > Đô thị số\nTỉnh Hải An mở kho dữ liệu dùng chung\n15:30, 18/12/2020{BODY}"
    assert read_bytes(text.encode(), "a.txt").title == "Tỉnh Hải An mở kho dữ liệu dùng chung"


@pytest.mark.parametrize(
    "above",
    ["15:30, 18/12/2020\n", "Đô thị số\n", "Trang chủ / Tin tức / Đô thị số\n"],
    ids=["its day", "its section", "a trail of sections"],
)
def test_what_stands_above_the_headline(above: str) -> None:
    text = f"{above}Tỉnh Hải An mở kho dữ liệu dùng chung\n15:30, 18/12/2020{BODY}"
    assert read_bytes(text.encode(), "a.txt").title == "Tỉnh Hải An mở kho dữ liệu dùng chung"
