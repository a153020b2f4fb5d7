"""HTML pages: main text, tables, lists, metadata, truncated pages, encodings; and real pages against their gold."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.model import Source
from loaders.read import read, read_bytes
from tests.effort import seconds

BLIND = re.compile(r"D(?:08|11|17|19|20|30|48|112|121|124|133|136|156)-")

TITLE = "Hải An công bố bộ chỉ số dữ liệu mở cấp xã"
LEAD = "Lần đầu tiên một tỉnh chấm điểm dữ liệu mở của từng xã, phường và công khai kết quả hằng quý."
ONE = (
    "Chiều 14/4, Ủy ban nhân dân tỉnh Hải An công bố bộ chỉ số dữ liệu mở cấp xã theo Quyết định số 612/QĐ-UBND, với 9 "
    "nhóm tiêu chí và 41 tiêu chí thành phần, áp dụng từ quý II năm nay."
)
TWO = (
    "Theo Sở Khoa học và Công nghệ, 57 trong 68 xã, phường đã có danh mục dữ liệu; tỷ lệ bộ dữ liệu được cập nhật đúng "
    "hạn đạt 72,4%, cao hơn năm trước 11 điểm phần trăm."
)
THREE = (
    "Phó Chủ tịch tỉnh yêu cầu Công an tỉnh chủ trì kết nối dữ liệu dân cư trước ngày 30/9 và đề nghị các xã còn lại "
    "hoàn thành danh mục trong tháng 5."
)
TABLE = """<table><caption>Bảng 1. Việc phải làm</caption>
<thead><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời hạn</th></tr></thead>
<tbody><tr><td rowspan="2">1</td><td>Lập danh mục dữ liệu</td><td>UBND cấp xã</td><td>5/2026</td></tr>
<tr><td>Kết nối dữ liệu dân cư</td><td>Công an tỉnh</td><td>30/9/2026</td></tr>
<tr><td colspan="4">Nhóm việc về nhân lực</td></tr>
<tr><td>2</td><td><p>Tập huấn</p><ul><li>cấp tỉnh</li><li>cấp xã</li></ul></td><td>Sở&nbsp;Nội vụ</td><td></td></tr>
</tbody></table>"""


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang=vi><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(b.kind, source.text[b.start : b.end]) for b in source.blocks]


# a news page as they are: the article in nameless divs among boxes
NEWS = page(
    f"""<div class="topbar"><a href="/">Trang chủ</a> <a href="/login">Đăng nhập</a> Đang online: 27</div>
<div id="main-menu"><ul><li><a href="/a">Thời sự</a></li><li><a href="/b">Kinh tế</a></li>
<li><a href="/c">Số</a></li></ul></div>
<div class="wrap"><div class="l"><div class="crumb"><a href="/">Trang chủ</a> › <a href="/c">Công nghệ</a></div>
<h1 class="t">{TITLE}</h1><div class="m"><span class="date">Thứ Ba, 14/04/2026, 16:40 (GMT+7)</span></div>
<div class="s">{LEAD}</div><div class="c"><p>{ONE}</p><p>{TWO}</p>
<div class="box-related"><b>Tin liên quan</b>
<ul><li><a href="/1">Hà Lam mở sàn dữ liệu đầu tiên của vùng</a></li></ul></div>
<figure><img src="x.jpg" alt="Ảnh chụp"><figcaption>Lễ công bố. Ảnh: Minh An</figcaption></figure>
<p>{THREE}</p>{TABLE}<p>Xem thêm: <a href="/9">Dữ liệu mở là gì và vì sao cần mở?</a></p><p><b>Lê Vân</b></p></div>
<div class="tags">Từ khóa: <a href="/t">dữ liệu mở</a></div><div class="share-box">Chia sẻ</div>
<div class="comment-list"><p>Bài hay, mong các xã sớm công bố số liệu để người dân theo dõi việc thực hiện.</p></div>
<div class="o"><h3>Các tin khác</h3>
<ul><li><a href="/3">Thêm 12 xã có mạng 5G</a></li><li><a href="/4">Nông dân bán hàng
trên sàn</a></li><li><a href="/5">Lịch cắt điện</a></li></ul></div></div>
<div class="r"><h3>Đọc nhiều</h3>
<ul><li><a href="/6">Giá vàng</a></li><li><a href="/7">Thời tiết</a></li></ul></div></div>
<div class="footer">Giấy phép số 77/GP-STTTT ngày 01/02/2020. Lượt truy cập: 1.234.567</div>""",
    f"""<title>{TITLE} - Báo Hải An</title><meta property="og:site_name" content="Báo Hải An điện tử">
<link rel="canonical" href="https://bao.example.vn/chi-so.html">""",
)
ARTICLE = [
    ("title", TITLE),
    ("paragraph", "Thứ Ba, 14/04/2026, 16:40 (GMT+7)"),
    ("paragraph", LEAD),
    ("paragraph", ONE),
    ("paragraph", TWO),
    ("caption", "Lễ công bố. Ảnh: Minh An"),
    ("paragraph", THREE),
    ("caption", "Bảng 1. Việc phải làm"),
    ("row", "TT\tNhiệm vụ\tChủ trì\tThời hạn"),
    ("row", "1\tLập danh mục dữ liệu\tUBND cấp xã\t5/2026"),
    ("row", "\tKết nối dữ liệu dân cư\tCông an tỉnh\t30/9/2026"),
    ("row", "Nhóm việc về nhân lực"),
    ("row", "2\tTập huấn cấp tỉnh cấp xã\tSở Nội vụ\t"),
    ("paragraph", "Lê Vân"),
]


def test_a_news_page_without_landmarks_gives_its_article_and_nothing_else() -> None:
    source = read_bytes(NEWS, "trang.html")
    assert blocks(source) == ARTICLE
    assert source.text == "".join(text + "\n" for _, text in ARTICLE)
    assert (source.title, source.published, source.publisher, source.url, source.media_type) == (
        TITLE,
        "2026-04-14",
        "Báo Hải An điện tử",
        "https://bao.example.vn/chi-so.html",
        "text/html",
    )


def test_characters_that_nobody_sees_are_dropped() -> None:
    hyphenated = NEWS.replace("ữ li".encode(), "ữ&shy; \u200bli".encode()).replace(b"Tin li", "Tin\u200b li".encode())
    source = read_bytes(hyphenated, "trang.html")
    assert (blocks(source), source.title) == (ARTICLE, TITLE)


def test_cells_know_their_columns_and_what_they_cover() -> None:
    rows = [b for b in read_bytes(NEWS, "trang.html").blocks if b.kind == "row"]
    assert [[(c.column, c.colspan, c.continued) for c in row.cells] for row in rows] == [
        [(0, 1, False), (1, 1, False), (2, 1, False), (3, 1, False)],
        [(0, 1, False), (1, 1, False), (2, 1, False), (3, 1, False)],
        [(0, 1, True), (1, 1, False), (2, 1, False), (3, 1, False)],
        [(0, 4, False)],
        [(0, 1, False), (1, 1, False), (2, 1, False), (3, 1, False)],
    ]
    assert [row.header for row in rows] == [True, False, False, False, False]


LANDMARKS = [
    ("<article>{}</article>", "article"),
    ("<main>{}</main>", "main"),
    ('<div itemprop="articleBody">{}</div>', "articleBody"),
    ('<div class="detail-content">{}</div>', "a class by which sites name it"),
    ("<main><div><article>{}</article><div>Bài cùng chuyên mục</div></div></main>", "one within the other"),
]


@pytest.mark.parametrize(("frame", "reason"), LANDMARKS, ids=[c[1] for c in LANDMARKS])
def test_landmarks_hold_the_article(frame: str, reason: str) -> None:
    inner = f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>"
    menu = "<nav><a href=/>Trang chủ</a></nav><div class=side>Giá vàng hôm nay tăng</div>"
    source = read_bytes(page(menu + frame.format(inner) + "<footer>Đang online: 3</footer>"), "a.html")
    assert blocks(source) == [("title", TITLE), ("paragraph", ONE), ("paragraph", TWO)]


def test_a_page_laid_out_with_tables_gives_its_article() -> None:
    links = "".join(f"<tr><td><a href=/{name}>{name}</a></td></tr>" for name in ("Giới thiệu", "Tin tức", "Văn bản"))
    menu = f"<table>{links}</table>"
    body = f"""<table width="100%"><tr><td colspan=3><h2>CỔNG THÔNG TIN ĐIỆN TỬ</h2></td></tr><tr><td>{menu}</td>
<td><table><tr><td><b>{TITLE}</b></td></tr><tr><td>Cập nhật: 14/04/2026 16:40</td></tr>
<tr><td>{ONE}<br><br>{TWO}<br>- lập danh mục dữ liệu;<br>- kết nối dữ liệu<br>dân cư.<br>{TABLE}</td></tr></table></td>
<td>Lượt truy cập: 1.234</td></tr></table>"""
    source = read_bytes(page(body, "<title>Cổng thông tin điện tử tỉnh Hải An</title>"), "a.html")
    assert blocks(source)[:6] == [
        ("title", TITLE),
        ("paragraph", "Cập nhật: 14/04/2026 16:40"),
        ("paragraph", ONE),
        ("paragraph", TWO),
        ("item", "- lập danh mục dữ liệu;"),
        ("item", "- kết nối dữ liệu dân cư."),
    ]
    assert [text for kind, text in blocks(source) if kind == "row"] == [t for k, t in ARTICLE if k == "row"]
    assert (source.title, source.published) == (TITLE, "2026-04-14")


def test_headings_lists_and_breaks() -> None:
    body = f"""<main><h1>{TITLE}</h1><h2>Việc<br>cần làm</h2><p>{ONE}</p>
<ol><li>Lập danh mục<ul><li>dữ liệu đất đai</li>
</ul></li><li><p>Kết nối</p></li></ol><ol type="a" start="3"><li>rà soát</li></ol><ol><li>1. Có số sẵn</li></ol>
<ul><li>không số</li></ul><p>Gồm:<br>a) dữ liệu dân cư;<br>b) dữ liệu<br/>hộ tịch.</p><pre>Dòng một
- mục một
- mục hai</pre></main>"""
    source = read_bytes(page(body), "a.html")
    assert [(b.kind, b.level, source.text[b.start : b.end]) for b in source.blocks][1:] == [
        ("heading", 2, "Việc cần làm"),
        ("paragraph", 0, ONE),
        ("item", 1, "1. Lập danh mục"),
        ("item", 2, "dữ liệu đất đai"),
        ("item", 1, "2. Kết nối"),
        ("item", 1, "c. rà soát"),
        ("item", 1, "1. Có số sẵn"),
        ("item", 1, "không số"),
        ("paragraph", 0, "Gồm:"),
        ("item", 3, "a) dữ liệu dân cư;"),
        ("item", 3, "b) dữ liệu hộ tịch."),
        ("paragraph", 0, "Dòng một"),
        ("item", 4, "- mục một"),
        ("item", 4, "- mục hai"),
    ]


def test_an_official_document_is_kept_whole_and_in_order() -> None:
    body = """<nav><a href=/>Trang chủ</a></nav><main>
<table><tr><td>ỦY BAN NHÂN DÂN TỈNH HẢI AN</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td>Số: 612/QĐ-UBND</td><td>Hải An, ngày 14 tháng 4 năm 2026</td></tr></table>
<p>QUYẾT ĐỊNH</p><p>BAN HÀNH BỘ CHỈ SỐ DỮ LIỆU MỞ CẤP XÃ</p><p>Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;</p>
<p>Điều 1. Ban hành kèm theo Quyết định này bộ chỉ số dữ liệu mở cấp xã.</p>
<table><tr><td>Nơi nhận:<br>- Như Điều 3;<br>- Lưu: VT.</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br>
Trần Văn Bảy</td></tr></table>
</main><footer>Đang online: 3</footer>"""
    source = read_bytes(page(body, "<title>QUYẾT ĐỊNH</title>"), "612.html")
    assert source.text == (
        "ỦY BAN NHÂN DÂN TỈNH HẢI AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 612/QĐ-UBND\tHải An, ngày 14 tháng 4 năm 2026\n"
        "QUYẾT ĐỊNH\nBAN HÀNH BỘ CHỈ SỐ DỮ LIỆU MỞ CẤP XÃ\nCăn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;\n"
        "Điều 1. Ban hành kèm theo Quyết định này bộ chỉ số dữ liệu mở cấp xã.\n"
        "Nơi nhận: - Như Điều 3; - Lưu: VT.\tTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Bảy\n"
    )
    assert (source.title, source.published) == ("QUYẾT ĐỊNH BAN HÀNH BỘ CHỈ SỐ DỮ LIỆU MỞ CẤP XÃ", "2026-04-14")


def test_a_document_saved_as_html_by_word_keeps_its_numbers() -> None:
    markup = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><o:Author>A</o:Author></xml><![endif]--></head>
<body><div class=WordSection1><p class=MsoNormal align=center><b>Phát triển dữ
liệu mở<o:p></o:p></b></p><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;
</span></span><![endif]>Sở Tài chính chủ trì rà
soát dữ liệu&nbsp;của các xã.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"""
    source = read_bytes(markup.encode(), "ke-hoach.doc")  # portals hand such pages out as .doc
    assert blocks(source) == [
        ("title", "Phát triển dữ liệu mở"),
        ("item", "1. Sở Tài chính chủ trì rà soát dữ liệu của các xã."),
    ]


# ── what a page says of itself ───────────────────────────────────────────────────────────────────────────────────────

LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2026-04-14T16:40:00+07:00",
            "publisher": {"@type": "Organization", "name": "Báo Hải An"},
        }
    ],
}
META = [
    ("JSON-LD", f'<script type="application/ld+json">{json.dumps(LD)}</script>', "2026-04-14", "Báo Hải An"),
    (
        "Open Graph",
        '<meta property="article:published_time" content="2026-04-14T16:40">'
        '<meta property="og:site_name" content="Báo Hải An">',
        "2026-04-14",
        "Báo Hải An",
    ),
    (
        "Dublin Core",
        '<meta name="DC.date.issued" content="2026-04-14"><meta name="DC.publisher" content="Báo Hải An">',
        "2026-04-14",
        "Báo Hải An",
    ),
    ("the day written as people write it", '<meta name="pubdate" content="14/04/2026 16:40">', "2026-04-14", None),
    ("broken JSON-LD does no harm", '<script type="application/ld+json">{"@type": "NewsArticle",</script>', None, None),
    (
        "half a character in JSON-LD",
        f'<script type="application/ld+json">{json.dumps(LD, ensure_ascii=False)}</script>'.replace(
            "Hải An", r"\ud83d Hải An"
        ),
        "2026-04-14",
        "Báo Hải An",
    ),
    ("nothing", "", None, None),
    ("a day of the prose is not the page's", "<meta name=description content='Họp ngày 13/9/2025'>", None, None),
]


@pytest.mark.parametrize(("reason", "head", "day", "publisher"), META, ids=[c[0] for c in META])
def test_day_and_publisher_from_markup(reason: str, head: str, day: str | None, publisher: str | None) -> None:
    source = read_bytes(page(f"<main><h1>{TITLE}</h1><p>{ONE}</p><p>Ngày 13/9/2025, {TWO}</p></main>", head), "a.html")
    assert (source.published, source.publisher) == (day, publisher)
    assert source.title == TITLE


@pytest.mark.parametrize(
    ("reason", "head", "body", "title"),
    [
        ("the headline before the window's title", "<title>Báo Hải An</title>", f"<h1>{TITLE}</h1>", TITLE),
        ("without the site's name", f"<title>{TITLE} | Báo Hải An</title>", "", TITLE),
        ("a logo in h1 is no headline", f"<title>{TITLE}</title>", "<h1>Báo Hải An điện tử</h1>", TITLE),
        ("a sentence is none", f"<title>{TWO}</title>", f"<p>{TWO}</p>", None),
        ("a site's name alone is none", "<title>Trang thông tin điện tử xã Hải Bình</title>", "", None),
    ],
)
def test_title(reason: str, head: str, body: str, title: str | None) -> None:
    assert read_bytes(page(f"<main>{body}<p>{ONE}</p></main>", head), "a.html").title == title


# ── encodings and entities ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_declared_charset_the_mark_and_the_bytes_tell_the_encoding() -> None:
    from test_read_text import in_tcvn3, in_vni, in_windows_1258

    body = "<html><head><meta charset={}><title>x</title></head><body><main><p>{}</p></main></body></html>"
    one = ONE.replace("Ủy ban nhân dân", "chính quyền")  # TCVN3 has no capital letters with a tone mark
    for charset, data in (
        ("utf-8", body.format("utf-8", one).encode()),
        ("a wrong one over valid UTF-8", body.format("iso-8859-1", one).encode()),
        ("utf-16", b"\xff\xfe" + body.format("utf-16", one).encode("utf-16-le")),
        ("windows-1258", in_windows_1258(body.format("windows-1258", one))),
        ("TCVN3 under a wrong name", in_tcvn3(body.format("iso-8859-1", one))),
        ("VNI as numbered entities", body.format("utf-8", in_vni(one)).encode("ascii", "xmlcharrefreplace")),
    ):
        assert read_bytes(data, "a.html").text == one + "\n", charset


@given(st.text(st.sampled_from("Bộ TàichínhđăƠ&<>\"'0 .,"), min_size=1, max_size=60).filter(str.strip))
def test_escaping_does_not_change_the_text(text: str) -> None:
    wanted = " ".join(text.split())
    if re.search(r"&(?:#|\w+;)", text):
        return
    for escaped in (html.escape(text), html.escape(text).encode("ascii", "xmlcharrefreplace").decode()):
        source = read_bytes(page(f"<main><p>{ONE}</p><p>{escaped}</p><p>{TWO}</p></main>"), "a.html")
        assert source.text == f"{ONE}\n{wanted}\n{TWO}\n"


def test_entities_escaped_twice_are_decoded() -> None:
    source = read_bytes(page(f"<main><p>{ONE} Sở KH&amp;amp;CN &amp;quot;chủ trì&amp;quot;</p></main>"), "a.html")
    assert source.text.endswith('Sở KH&CN "chủ trì"\n')


# ── pages that cannot be relied on ───────────────────────────────────────────────────────────────────────────────────

WHOLE = page(f"<main><h1>{TITLE}</h1><p>{ONE}</p><table><tr><td>1</td></tr></table></main>").decode()
CUT = [
    ("inside a tag", WHOLE[: WHOLE.index("<table>") + 4]),
    ("inside a closing tag", WHOLE[: WHOLE.index("</p>") + 2]),
    ("in mid-sentence", WHOLE[: WHOLE.index("theo Quyết định")]),
    ("after a row", WHOLE[: WHOLE.index("</table>")]),
    ("inside a comment", WHOLE[: WHOLE.index("<table>")] + "<!-- quảng cáo"),
    ("inside a script", WHOLE[: WHOLE.index("<table>")] + "<script>var a = 1;"),
    (
        "a script speaks of the end before",
        WHOLE[: WHOLE.index("</p>")].replace("<main>", "<script>'</body>'</script><main>"),
    ),
    ("inside an attribute", WHOLE[: WHOLE.index("<table>")] + '<a href="https://bao.example.vn/'),
]


@pytest.mark.parametrize(("reason", "markup"), CUT, ids=[c[0] for c in CUT])
def test_a_truncated_page_is_refused(reason: str, markup: str) -> None:
    with pytest.raises(SourceError, match=r"tin/a\.html: the page is truncated.*fetch it again"):
        read_bytes(markup.encode(), "tin/a.html")


@given(st.integers(len(WHOLE) // 2, len(WHOLE) - len("</body></html>") - 1))
def test_a_page_cut_anywhere_is_refused_or_misses_nothing(at: int) -> None:
    try:
        source = read_bytes(WHOLE[:at].encode(), "a.html")
    except SourceError:
        return
    assert source.text == read_bytes(WHOLE.encode(), "a.html").text


WHOLE_ALL_THE_SAME = [
    ("body and html may be left open", f"<!doctype html><html><body><main><p>{ONE}<p>{TWO}</main>"),
    ("a box after the end", f"<html><body><main><p>{ONE}</p></main></body></html><div>Quảng cáo</div>"),
    ("a fragment", f"<div><p>{ONE}</p></div>"),
    ("paragraphs never closed", f"<html><body><p>{ONE}<p>{TWO}</body></html>"),
    ("a sign for less", f"<html><body><main><p>{ONE} Tỷ lệ còn < 5%, cần cố gắng</main></body></html>"),
]


@pytest.mark.parametrize(("reason", "markup"), WHOLE_ALL_THE_SAME, ids=[c[0] for c in WHOLE_ALL_THE_SAME])
def test_sloppy_markup_is_no_truncation(reason: str, markup: str) -> None:
    assert ONE in read_bytes(markup.encode(), "a.html").text


@pytest.mark.parametrize(
    ("reason", "data", "says"),
    [
        ("empty", b"", "empty"),
        ("no text", page("<img src=a.png>"), "no text in the page"),
        ("built by a script", page("<div id=app></div><script>render()</script>"), "no text in the page"),
        ("markup only", b"<html></html>", "no text in the page"),
        ("invalid UTF-8", page(f"<p>{ONE}</p>").replace("tỉnh".encode(), b"t\xe1\xff\xff"), "invalid UTF-8"),
        ("nested beyond measure", page("<div>" * 5000 + ONE + "</div>" * 5000), "too deep"),
        ("a picture misnamed", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
    ],
)
def test_pages_without_readable_text_are_refused(reason: str, data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read_bytes(data, "a.html")


@pytest.mark.parametrize(
    ("reason", "markup"),
    [
        ("tags within a script's tag", "<p>{}</p>" + "<script " * 8000 + "/>"),
        ("tags within an abbreviation's", "<p>{}</p>" + "<abbr " * 8000 + ">"),
        ("landmarks within each other", '<div class="noidung">' * 1200 + "<p>{}</p>" + "</div>" * 1200),
        ("tables within each other", "<table><tr><td>a</td><td>" * 250 + "<p>{}</p>" + "</td></tr></table>" * 250),
        (
            "cells that cover all",
            "<p>{}</p><table>" + "<tr><td rowspan=9999 colspan=200>x<td>y</tr>" * 150 + "</table>",
        ),
    ],
)
def test_markup_made_to_be_slow_is_read_all_the_same(reason: str, markup: str) -> None:
    written = page(markup.format(ONE))
    assert ONE in read_bytes(written, "a.html").text
    assert seconds(lambda: read_bytes(written, "a.html"), below=3) < 3


def test_html_is_known_by_its_content_too() -> None:
    assert read_bytes(page(f"<main><p>{ONE}</p></main>"), "a.txt").media_type == "text/html"
    assert read_bytes(f"Theo <b>Sở</b>: {ONE}".encode(), "a.txt").media_type == "text/plain"


# ── real pages ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _quotes(value: object) -> list[tuple[int, int, str]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"], value["quote"])] if {"start", "end", "quote"} <= value.keys() else []
        return own + [q for v in value.values() for q in _quotes(v)]
    return [q for v in value for q in _quotes(v)] if isinstance(value, list) else []


@pytest.mark.shared
@pytest.mark.parametrize("stem", ["D05-official-617-KH-UBND", "D10-official-636-TB-VPCP", "D45-article-aff0d021"])
def test_gold_quotes_stand_at_their_offsets(shared: Path, stem: str) -> None:
    gold = json.loads((shared / "gold/corpus" / f"{stem}.json").read_text("utf-8"))
    source = read(next((shared / "corpus").rglob(f"{stem}.html")))
    found = _quotes(gold)
    assert len(found) > 10
    assert [q for q in found if source.text[q[0] : q[1]] != q[2]] == []
    assert gold.get("text_sha256") in (None, source.text_digest)


@pytest.mark.shared
def test_real_pages_lose_nothing_of_their_main_part_and_carry_no_furniture(shared: Path) -> None:
    from lxml.html import HTMLParser, parse

    paths = [path for path in sorted((shared / "corpus").rglob("*.html")) if not BLIND.match(path.name)]
    assert len(paths) > 30
    for path in paths:
        source = read(path)
        root = parse(str(path), parser=HTMLParser(encoding="utf-8")).getroot()
        main = root.find(".//main") if root.find(".//main") is not None else root.find(".//article")
        there = len(re.sub(r"\s", "", main.text_content()))
        assert 0.96 * there < len(re.sub(r"\s", "", source.text)) <= there, path.name
        assert "Đang online" not in source.text
        assert "\nTrang chủ" not in source.text
