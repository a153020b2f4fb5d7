"""What may still be part of a body's name at its end: a verb, a second field; names that are printed on their own."""

from __future__ import annotations

import re

from loaders.agencies import known
from loaders.agencies.bodies import Head
from loaders.agencies.name_words import LETTERS, NameWords
from loaders.officials.persons import is_syllable
from loaders.words.flat import Flat

_TELLING = " thông tin"
_TELLS = re.compile(r",? (?:dang|da|se|rang|them|ve viec|cho biet|hien)\b|:")
_FIELD_OF_NEWS = re.compile(  # "Cục Công nghệ thông tin" is a name
    r"(?: va|cong nghe|an toan|an ninh|he thong|ha tang|du lieu|dich vu|quan ly|bao chi|truyen thong|thong ke|ung dung"
    r"|phat trien|nghien cuu|trung tam|cuc|vu|so|bo|phong|ban)$"
)
_FIELD_TOO = re.compile(  # and one behind a scheme's number: "… Đề án 06 và chuyển đổi số"
    r",? va (?:ve )?(?:chuyen doi so|cai cach (?:thu tuc )?hanh chinh|chinh (?:phu|quyen) (?:so|dien tu))"
    r"(?= (?:tinh|thanh pho|tp|cua|xa|phuong|cap|bo|nganh|quoc gia)\b|[^\w ]|\Z)"
)
_ALONE = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)] |[-+•] )?"
    r"(?P<name>(?P<first>(?:Cục|Vụ|Viện|Ban|Phòng|Trung tâm) [^\W\d_]+(?: [^\W\d_]+){0,5})"
    r"(?P<more>(?:, [^\W\d_]+(?: [^\W\d_]+){1,3}){2,3}| - [^\W\d_]+(?: [^\W\d_]+){1,4}))[:.]?"
)
_LONGEST_ALONE = 90


def printed_alone(flat: Flat) -> list[str]:
    """The names with commas or a dash that fill a line or cell of their own: "Cục Hộ tịch, quốc tịch, chứng thực"."""
    found, words = set(), NameWords(flat)
    for begin, stop in flat.lines():
        alone = _ALONE.fullmatch(flat.text, begin, stop) if stop - begin < _LONGEST_ALONE else None
        more = LETTERS.finditer(flat.lower, *alone.span("more")) if alone else ()
        if alone and alone["more"].islower() and not any(words.closes(one.start(), one.group()) for one in more):
            found.add(alone["name"])
    return sorted(found, key=len, reverse=True)


def before_telling(flat: Flat, head: Head, end: int) -> int:
    """Where a name ends that "thông tin" follows as a verb: "Tổng cục Thuế thông tin đang …"."""
    short = end - len(_TELLING)
    if short <= head.end or not flat.lower.startswith(_TELLING, short) or flat.text[short + 1].isupper():
        return end
    if not _TELLS.match(flat.folded, end) or _FIELD_OF_NEWS.search(flat.folded, head.start, short):
        return end
    return short


def with_field_too(flat: Flat, end: int) -> int:
    """Where a board's name ends whose scheme a field of its follows: "Ban Chỉ đạo Đề án 06 và chuyển đổi số"."""
    field = _FIELD_TOO.match(flat.folded, end)
    return field.end() if field else end


_ABROAD = frozenset(("ministry", "society", "centre", "unit"))
_OF_COUNTRY = re.compile(r"(?! (?:hoc|o|tai)\b) [a-z]")  # not "Trung tâm … Hàn Quốc học"


def country(flat: Flat, at: int, head: Head) -> int | None:
    """Where a name ends with the country that stands at a position, a verb behind it: "Bộ … Phần Lan gặp gỡ"."""
    found = known.country_at(flat, at) if head.rule in _ABROAD else None
    if found and head.rule == "ministry":
        return found[0]
    if found is None or not _OF_COUNTRY.match(flat.folded, found[0]) or flat.text[found[0] + 1].isupper():
        return None
    return found[0]


_LAST_WORD = re.compile(r"[^\W\d_]+$")


def coined(text: str, start: int) -> bool:
    """Whether a word is built as no Vietnamese syllable is: "Qualcomm"."""
    word = re.compile(r"[^\W\d_]+").match(text, start)
    return word is not None and not is_syllable(word.group())


def coined_before(text: str, end: int) -> bool:
    word = _LAST_WORD.search(text, max(0, end - 24), end - 1)
    return word is not None and not is_syllable(word.group())


_LETTERS_ONLY = re.compile(r" [A-ZĐ]{1,5}")
_EXAMPLE = re.compile(r"\b(?:vi|thi) du\b")


def is_example(flat: Flat, head: Head, end: int) -> bool:
    """Whether letters that stand for any body follow the head of one in an example: "Ví dụ: Sở AB …"."""
    if _LETTERS_ONLY.fullmatch(flat.text, head.end, end) is None:
        return False
    begin = flat.border(flat.line(head.start))[0]
    return _EXAMPLE.search(flat.folded, begin, head.start) is not None
