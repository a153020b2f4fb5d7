"""When two texts are one for a score: however they are spelled, marked, shortened or numbered."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

ALIKE = 0.75  # share of words that two names of one thing have in common

# either spelling counts as the other
_SHORT = {
    "cccd": "căn cước công dân",
    "cđs": "chuyển đổi số",
    "cntt": "công nghệ thông tin",
    "cps": "chính phủ số",
    "cpđt": "chính phủ điện tử",
    "csdl": "cơ sở dữ liệu",
    "dn": "doanh nghiệp",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "httt": "hệ thống thông tin",
    "kh&cn": "khoa học và công nghệ",
    "khcn": "khoa học và công nghệ",
    "kts": "kinh tế số",
    "nhnn": "ngân hàng nhà nước việt nam",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "qg": "quốc gia",
    "tt&tt": "thông tin và truyền thông",
    "tthc": "thủ tục hành chính",
    "ubnd": "ủy ban nhân dân",
    "xhs": "xã hội số",
}
# a tone mark on the second vowel, moved to the first
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_MOVED = re.compile("|".join(_TONES))
_WORD = re.compile(r"[\w&/%.,-]+")
_CODE = re.compile(r"(?:số )?(\d{1,5}(?:/\d{4})?[/-][a-zđ0-9/&-]+)")
_UNIT_WORD = re.compile(r"^(?:tỉnh|thành phố|tp|xã|huyện|quận|phường) ")


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A text in lower case, its words parted by one space, short forms spelled out, tone marks on the first vowel."""
    text = unicodedata.normalize("NFC", text).casefold().replace("–", "-").replace("—", "-")
    text = _MOVED.sub(lambda match: _TONES[match[0]], text)
    words = (word.strip(".,-/") for word in _WORD.findall(text))
    return " ".join(_SHORT.get(word, word) for word in words if word)


@lru_cache(maxsize=100_000)
def bare(text: str) -> str:
    """`plain` without diacritics."""
    marked = unicodedata.normalize("NFD", plain(text).replace("đ", "d"))
    return "".join(char for char in marked if not unicodedata.combining(char))


@lru_cache(maxsize=100_000)
def _words(text: str) -> Counter[str]:
    return Counter(bare(text).replace("-", " ").split())


def overlap(one: object, other: object) -> float:
    """The share of words that two texts have in common (F1 of their bags of words)."""
    a, b = _words(as_text(one)), _words(as_text(other))
    common = (a & b).total()
    return 2 * common / (a.total() + b.total()) if common else 0.0


def number_of(text: object) -> str | None:
    """A document's number without its word and zeros in front; None of what is no number."""
    match = _CODE.fullmatch(plain(as_text(text)).replace(" / ", "/"))
    return match[1].lstrip("0") if match else None


def same_name(one: object, other: object) -> bool:
    """Whether two ids or names stand for one document or programme; a day after @ must not differ."""
    a, _, day = as_text(one).partition("@")
    b, _, other_day = as_text(other).partition("@")
    if day and other_day and day != other_day:
        return False
    numbers = number_of(a), number_of(b)
    if any(numbers):
        return numbers[0] == numbers[1]
    return plain(a) == plain(b) or overlap(a, b) >= ALIKE


def _agency(name: object) -> str:
    return _UNIT_WORD.sub("", plain(as_text(name)))


def same_agency(one: object, other: object) -> bool:
    """Whether two names are one agency's, with or without the word for its kind of place."""
    return _agency(one) == _agency(other)


def same_agencies(some: Iterable[object], others: Iterable[object]) -> bool:
    """Whether two lists name the same agencies."""
    return {_agency(name) for name in some} == {_agency(name) for name in others}


def as_text(value: object) -> str:
    """A value as text; "" of None and what else is empty."""
    return str(value or "")
