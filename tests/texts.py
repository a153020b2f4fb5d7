"""Readings made from a piece of text, and the ways in which one text is printed differently."""

from __future__ import annotations

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
    paragraphs = []
    for line in (*text.split("\n"), _MORE):
        lines: list[str] = [""]
        for word in line.split(" "):
            if len(lines[-1]) + len(word) > _WIDTH:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


CHANGES: tuple[Callable[[str], str], ...] = (stripped, tones_moved, spaces_kept, composed_again, wrapped)
"""Each leaves what the text says as it was."""
