"""Readings made from a piece of text, and the ways in which one text is printed differently."""

from __future__ import annotations

import html.entities
import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from loaders.read import from_text
from loaders.reading import Reading

_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "úy": "uý", "ủy": "uỷ", "Ủy": "Uỷ", "òe": "oè"}
_WIDTH = 78
_MORE = (
    "Buổi sáng trời nhiều mây, đến trưa thì hửng nắng và gió nhẹ thổi từ phía biển vào trong các con phố "
    "nhỏ của thị trấn. Người đi chợ về muộn, mang theo rau xanh và cá tươi; trẻ em tan trường rủ nhau ra "
    "bãi cỏ thả diều cho tới khi trời tối. Quán nước đầu ngõ vẫn đông khách quen, ai cũng kể chuyện mùa "
    "màng, chuyện nhà cửa và những chuyến đi xa sắp tới của mình."
)  # enough lines for a reader to see the margin; it names nothing


def reading(text: str, published: str | None = None) -> Reading:
    """The reading of a text, as extraction makes it, up to all mentions."""
    from loaders import extract  # the whole way, which tables and spellings alone do not need

    source = from_text(text, "van-ban.txt")
    return extract.read(replace(source, published=published) if published else source)[0]


def stripped(text: str) -> str:
    """Without diacritics, đ as d."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def tones_moved(text: str) -> str:
    """With the tone marks on the other vowel: "hoá" for "hóa"."""
    for one, other in _TONES.items():
        text = text.replace(one, other)
    return text


def spaces_kept(text: str) -> str:
    """With no-break spaces between words."""
    return re.sub(r"(?<=\w) (?=\w)", "\u00a0", text)


def composed_again(text: str) -> str:
    """Through NFD and back, as a reader normalises it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))


def wrapped(text: str) -> str:
    """With lines of a fixed width, paragraphs parted by an empty line, below them one more of plain prose."""
    return lines_wrapped(f"{text}\n{_MORE}")


def lines_wrapped(text: str) -> str:
    """The same without that paragraph, for a text long enough to show its margin."""
    paragraphs = []
    for line in text.split("\n"):
        lines: list[str] = [""]
        for word in line.split(" "):
            if len(lines[-1]) + len(word) > _WIDTH:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def decomposed(text: str) -> str:
    """In NFD, marks behind their letters."""
    return unicodedata.normalize("NFD", text)


def thinly_spaced(text: str) -> str:
    """With thin, narrow and figure spaces between words."""
    spaces = itertools.cycle("\u2009\u202f\u2007")
    return re.sub(r"(?<=\S) (?=\S)", lambda _: next(spaces), text)


def doubly_spaced(text: str) -> str:
    """Justified with two spaces between words."""
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def windows_lines(text: str) -> str:
    """With the line ends of Windows."""
    return text.replace("\n", "\r\n")


def hyphenated(text: str) -> str:
    """With a soft hyphen within each longer word; character references stay as they are."""
    return re.sub(r"&#?\w+;|(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", lambda at: at[0] or "\u00ad", text)


def with_zero_widths(text: str) -> str:
    """With zero-width spaces before words, joiners within them, and a byte-order mark in front."""
    joined = re.sub(r"&#?\w+;|(?<=[^\W\d_]{3})(?=[^\W\d_])", lambda at: at[0] or "\u200d", text)
    return "\ufeff" + re.sub(r"(?<=\S) (?=\w)", " \u200b", joined)


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_TEXT = re.compile(r"(<!--.*?-->|<(script|style|textarea|pre)\b.*?</\2\s*>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
_NAMED = {chr(code): f"&{name};" for code, name in html.entities.codepoint2name.items() if code > 127}


def between_tags(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of the text of a page, which leaves its markup alone."""

    def changed(page: str) -> str:
        parts, at = [], 0
        for markup in _NOT_TEXT.finditer(page):
            parts += (change(page[at : markup.start()]), markup[0])
            at = markup.end()
        return "".join((*parts, change(page[at:])))

    return changed


def numeric_references(text: str) -> str:
    """With every letter beyond ASCII as a character reference, decimal and hexadecimal in turn."""
    forms = itertools.cycle(("&#{};", "&#x{:X};"))
    return "".join(char if char.isascii() else next(forms).format(ord(char)) for char in text)


def named_references(text: str) -> str:
    """With character references by name where HTML has one, and each ampersand escaped."""
    text = re.sub(r"&(?!#?\w+;)", "&amp;", text)
    return "".join(_NAMED.get(char, char) for char in text)


def lines_broken(text: str) -> str:
    """With the markup's lines broken and indented between words."""
    return re.sub(r"((?:\S+ ){7}\S+) (?=\S)", r"\1\n      ", text)


def in_paragraphs(text: str) -> str:
    """A plain text as a page, each of its lines a paragraph."""
    lines = (html.escape(line) for line in text.split("\n") if line.strip())
    return "<html><body><article>" + "\n".join(f"<p>{line}</p>" for line in lines) + "</article></body></html>"


_OTHER_NEWS = (
    "Bộ Xây dựng phải số hóa 100% hồ sơ trong năm 2029",
    "Quyết định 7777/QĐ-TTg giao Bộ Y tế lập sổ sức khỏe điện tử",
    "Ông Đào Văn Tấn làm Giám đốc Sở Tư pháp",
)
_IMPRINT = (
    "Cơ quan chủ quản: Bộ Văn hóa, Thể thao và Du lịch",
    "Giấy phép số 7788/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 15/8/2021",
    "Tổng Biên tập: Đào Văn Tấn. Điện thoại: 024.3999.8888",
    "Đang online: 27",
    "Lượt truy cập: 1.234.567",
    "© Bản quyền thuộc Báo Hải An",
)
_MENU = ("Thủ tướng Chính phủ chỉ đạo", "Bộ Công an", "Chính phủ số", "Văn bản mới")


def above_an_imprint(text: str) -> str:
    """A plain text as it is copied from a site, with the headlines of other news and the imprint below it."""
    return "\n".join((text.rstrip(), "", "Tin liên quan", *_OTHER_NEWS, "", *_IMPRINT, ""))


def in_a_site(page: str) -> str:
    """A page among the menu, the other news and the imprint of a site."""
    body = re.search(r"<body[^>]*>(.*)</body>", page, re.DOTALL | re.IGNORECASE)
    if body is None:
        raise ValueError("the page has no body")
    menu, others = ("".join(f'<li><a href="/x">{line}</a></li>' for line in lines) for lines in (_MENU, _OTHER_NEWS))
    imprint = "".join(f"<p>{line}</p>" for line in _IMPRINT)
    return (
        f'{page[: body.start(1)]}<div class="top"><a href="/">Trang chủ</a> <a href="/in">Đăng nhập</a></div>'
        f'<div><ul>{menu}</ul></div><div class="c"><div class="m">{body[1]}<div><h3>Tin liên quan</h3><ul>{others}</ul>'
        f'</div></div></div><div class="b">{imprint}</div>{page[body.end(1) :]}'
    )


CHANGES: tuple[Callable[[str], str], ...] = (stripped, tones_moved, spaces_kept, composed_again, wrapped)
"""Each leaves what the text says as it was."""
