"""One fold of Vietnamese text for matching: lower case, no diacritics, one code point for one.

Because the fold keeps the length, an offset into the folded text is the same offset into the text, and one set of
patterns reads accented, stripped and capital text alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
_APOSTROPHES = "\u2018\u2019\u00b4"

# The capital letters of Vietnamese (and of Latin at large), for use inside a regular expression's character class.
UPPER = "A-Z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1F00)) if chr(code).isupper())
LOWER = "a-z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1F00)) if chr(code).islower())


def _fold_char(char: str) -> str:
    if char in "đĐÐð":
        return "d"
    if char in _SPACES or char == "\\":  # some converters leave a backslash before "-" and "."
        return " "
    if char in _DASHES:
        return "-"
    if char in _QUOTES:
        return '"'
    if char in _APOSTROPHES:
        return "'"
    base = unicodedata.normalize("NFD", char)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else base


_LIMIT = 0x3100  # letters that fold, spaces and marks lie below
_CHARS = tuple(_fold_char(chr(code)) for code in range(_LIMIT))
_CASED = tuple(char.upper() if chr(code).isupper() and "a" <= char <= "z" else char for code, char in enumerate(_CHARS))
_WORD = re.compile(r"[\w/&-]+")


def fold(text: str) -> str:
    """`text` in lower-case letters without diacritics, of the same length.

    >>> fold("Nghị quyết số 17/NQ–CP của Chính phủ")
    'nghi quyet so 17/nq-cp cua chinh phu'
    """
    return text.translate(_CHARS)


def cased(text: str) -> str:
    """The same with the capitals of the text.

    >>> cased("Điều 5. QUẢN LÝ")
    'Dieu 5. QUAN LY'
    """
    return text.translate(_CASED)


@lru_cache(maxsize=1 << 12)  # a text names few things, each of them again and again
def key(name: str) -> str:
    """The form under which two spellings of one name are the same: folded, punctuation but `/ - &` as one space.

    >>> key("Cục Tin học hoá") == key("cục tin học  hóa")
    True
    """
    return " ".join(_WORD.findall(fold(unicodedata.normalize("NFC", name))))


def slug(name: str) -> str:
    """A name as it stands in an IRI: folded, hyphens between words.

    >>> slug("142/QĐ-TTg"), slug("Bộ Thông tin và Truyền thông")
    ('142-qd-ttg', 'bo-thong-tin-va-truyen-thong')
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(unicodedata.normalize("NFC", name))))
