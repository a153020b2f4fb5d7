"""Persons' names: a Vietnamese family name and the capitals after it, or any run of capitals where a role stands by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import registry
from kg.folding import UPPER
from loaders import tables
from loaders.words.flat import Flat, Pattern, fold_name, steady

_SYLLABLE = rf"[{UPPER}][^\W\d_{UPPER}]*(?!\w)"
_FOREIGN = rf"[{UPPER}][\w’'.]*(?:-[{UPPER}]?[\w’']+)*"
_RUN = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}")
_FEW = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE}){{1,3}}(?! {_SYLLABLE})")
_PLAIN_RUN = re.compile(r"[A-Z][a-z]*(?: [A-Z][a-z]*){1,9}")
_CAPITALS = re.compile(rf"[{UPPER}]{{1,8}}(?: [{UPPER}]{{1,8}}){{1,4}}(?!\w)")
_FOREIGN_RUN = re.compile(rf"{_FOREIGN}(?: {_FOREIGN}){{0,4}}")
_HIGHLAND = re.compile(  # "Y Ngọc", "A Pớt", "Y Thanh Hà Niê Kđăm", but "Y Dược"
    rf"[AY] (?!Dược|Tế|Khoa|Học|Sinh){_SYLLABLE}(?: {_SYLLABLE}){{0,3}}"
)
_HYPHENED = re.compile(r"-[^\W\d_]")
_FOREIGN_WORD = re.compile(_FOREIGN)
_GIVEN = re.compile(_SYLLABLE)


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The family names in lower case, spelt and folded."""
    spelt = frozenset(steady(name).lower() for name in tables.printed("surnames"))
    return spelt, frozenset(map(fold_name, spelt)) - {"ba", "ong"}  # "Bà", "Ông" without diacritics


COMMON = frozenset(  # the family names that nine of ten persons bear
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
     "Lý", "Nguyen", "Tran", "Le", "Pham", "Huynh", "Vu", "Vo", "Dang", "Bui", "Do", "Ho", "Ngo", "Duong", "Ly")
)  # fmt: skip


def is_common(flat: Flat, at: int) -> bool:
    """Whether a family name begins at a position that many bear."""
    return flat.text[at : at + 7].split(" ")[0] in COMMON


_VIETNAMESE = re.compile(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"(?:a|e|i|o|u|y|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oai|oan|oay|oe|oi|oo|ua|uai|uan|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|ye|yeu|ieu)"
    r"(?:c|ch|m|n|ng|nh|p|t)?"
)


@cache
def _provinces() -> tuple[str, ...]:
    return tuple({fold_name(row.name) for row in registry.load().provinces} - {"ho chi minh"})


def _province(words: str) -> bool:
    """Whether the words are a province's name: Hà Nội, Cao Bằng begin with family names."""
    return words.startswith(_provinces())


def is_syllable(word: str) -> bool:
    """Whether a word is built as a Vietnamese syllable is.

    >>> is_syllable("Dũng"), is_syllable("Osaka"), is_syllable("Mahathir")
    (True, False, False)
    """
    return _VIETNAMESE.fullmatch(fold_name(word)) is not None


def vietnamese(flat: Flat, at: int) -> int | None:
    """The end of the Vietnamese name that begins at a position; None where none does."""
    text = flat.text
    if not text[at : at + 1].isupper():
        return None
    stop = flat.lower.find(" ", at, at + 9)
    spelt, plain = surnames()
    if stop < 0 or flat.lower[at:stop] not in (spelt if flat.is_accented or flat.accented[flat.line(at)] else plain):
        return None
    match = _RUN.match(text, at) or _CAPITALS.match(text, at)
    if not match or _province(flat.folded[at : match.end()]) or _ends_another(match.group()):
        return None
    return _cut(flat, at, match.end())


def _ends_another(name: str) -> bool:
    """Whether a rare family name before a common one rather ends a place's name: "Hòa Lạc Trần Văn An"."""
    words = name.split(" ", 2)
    return len(words) > 2 and " " in words[2] and words[1] in COMMON and words[0] not in COMMON


def scan(flat: Flat) -> Iterator[tuple[int, int]]:
    """The Vietnamese names in the text, from left to right, names in capitals only left out."""
    for match in _PLAIN_RUN.finditer(flat.cased):
        start = match.start()
        while start < match.end():
            end = vietnamese(flat, start)
            if end:
                yield start, end
                break
            start = flat.text.find(" ", start, match.end()) + 1 or match.end()


def any_name(flat: Flat, at: int) -> int | None:
    """The end of any name of two or more words of capitals that begins at a position, foreign ones as well."""
    found = vietnamese(flat, at)
    if found and not _HYPHENED.match(flat.text, found):
        return found  # "Kim Yong-hyun" goes on
    highland = _HIGHLAND.match(flat.text, at)
    if highland:
        return _cut(flat, at, highland.end())
    match = _FOREIGN_RUN.match(flat.text, at)
    if not match or " " not in match.group():
        return None
    end = _cut(flat, at, match.end())
    if end is None:
        return None
    words = flat.text[at:end].split()
    if (words[0].isupper() and len(words[0].strip(".")) > 1) or len(words) < 2 or all(map(is_syllable, words)):
        return None
    return end


def begins_province(flat: Flat, at: int) -> bool:
    """Whether a province's name begins at a position."""
    return _province(flat.folded[at : at + 24])


def syllables(flat: Flat, at: int) -> int | None:
    """The end of a name of two to four capitalised syllables, whatever its family name: "Tập Cận Bình"."""
    match = _FEW.match(flat.text, at)
    end = _cut(flat, at, match.end()) if match else None
    return None if match is None or _province(flat.folded[at : match.end()]) else end


def foreign(flat: Flat, at: int) -> bool:
    """Whether two words of capitals begin here that are no Vietnamese syllables: "Yoshihide Suga"."""
    match = _TWO_FOREIGN.match(flat.text, at)
    return match is not None and not any(is_syllable(word) or word.isupper() for word in match.groups())


_TWO_FOREIGN = re.compile(rf"([{UPPER}][^\W\d_]{{2,}}) ([{UPPER}][^\W\d_]+)")


def single(flat: Flat, at: int) -> int | None:
    """The end of one word of capitals that begins at a position: "Tổng thống Putin"."""
    match = _FOREIGN_WORD.match(flat.text, at)
    return match.end() if match else None


def coined(flat: Flat, at: int) -> bool:
    """Whether a word of capitals begins at a position that no Vietnamese syllable is: "Sonexay"."""
    match = _FOREIGN_WORD.match(flat.text, at)
    return match is not None and not is_syllable(match.group()) and not match.group().isupper()


def given(flat: Flat, at: int) -> int | None:
    """The end of a single capitalised syllable: the given name by which a person is called ("ông Dũng")."""
    match = _GIVEN.match(flat.text, at)
    return match.end() if match else None


_WORD = re.compile(r"\S+")


def _cut(flat: Flat, start: int, end: int) -> int | None:
    """The end of the name without the capitals of a role or body that follow it; None where one word is left."""
    words = list(_WORD.finditer(flat.text, start, end))
    for index, word in enumerate(words):
        if index and _begins_other(flat, word.start()):
            return words[index - 1].end() if index > 1 else None
    stop = words[-1].end()
    return stop - 1 if flat.text[stop - 1] == "." else stop


_OTHER = Pattern(
    r"(?:bộ trưởng|thứ trưởng|phó |chủ tịch|chủ nhiệm|giám đốc|tổng giám đốc|tổng bí thư|cục trưởng|vụ trưởng|"
    r"viện trưởng|thống đốc|thủ tướng|chánh |bí thư|trưởng (?:ban|phòng)|bộ |ủy ban|ubnd|hđnd|sở |cục |vụ |việt nam|"
    r"tập đoàn|công ty|văn phòng|đại biểu|ủy viên|nguyên (?:bộ|thứ|phó|chủ|giám|cục)|tiến sĩ|giáo sư)"
)


def _begins_other(flat: Flat, at: int) -> bool:
    """Whether a post, a body, a country or, in capitals, another phrase begins at a position."""
    if _OTHER.match(flat, at) is not None:
        return True
    if flat.is_accented or flat.accented[flat.line(at)]:
        return _PHRASE.match(flat.lower, at) is not None
    return _PLAIN_PHRASE.match(flat.folded, at) is not None


_PHRASE = re.compile(r"(?:tại|về|với|trong|khi|ngày|theo|ở|và|của) ")
_PLAIN_PHRASE = re.compile(  # "Tài", "Trọng" are names: there the next word has to tell
    r"(?:(?:tai|trong) (?:buoi|cuoc|hoi|phien|chuyen)|ve (?:viec|tinh|cong|ket)|voi|khi|ngay|theo|cua) "
)
