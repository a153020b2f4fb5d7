"""Figures that name a thing and measure nothing ("Điều 5", "mức độ 4"), and those that are a place in a ranking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.folding import fold
from loaders.measures.led_rows import LEADS
from loaders.measures.quantities import Figure
from loaders.tables import values
from loaders.words.flat import Flat
from loaders.words.wording import spoken

_GROUPED = re.compile(r"\d[.,]\d\d|\d\d[.,]\d")  # "3,4" may be two levels
YEAR_OR_VERSION = re.compile(r"(?:19|20)\d\d|\d\.0")
_REACHES = ("lên", "xuống", "còn", "đạt", "là", "la", "len", "xuong", "con", "dat")
_PLACED = (["vị", "trí"], ["vi", "tri"])
_NOT_SO_NAMED = frozenset(("tang", "bac"))  # without accents rather "tăng" and "bậc" than "tầng"
_ON = (", ", ",", " va ", " hoac ", "-", " - ")  # between the numbers that share a designator: "mức độ 3, 4"
_OPENS_A_LINE = re.compile(r"\.\s+[^\W\d_]")  # "… văn bản đến 1. Tiếp nhận": two lines that run together
_OF_A_CLASS = re.compile(
    r"\b(?:benh vien|phong kham|co so|trung tam|don vi|do thi|thanh pho|truong|doanh nghiep|cong ty|hop tac xa|"
    r"khach san|giao vien|giang vien|vien chuc|ky su|bac si|chuc danh|giay phep|bang lai|cong trinh|cang|di tich|duong|"
    r"nha thau|tuyen)"
    r"(?: (?!(?:xep|dung|dat|len|xuong|o|giu|vao|tang|giam|co|la|lot|tut|lui|vuon|duoc|thu|cua)\b)[a-z]+){0,3} hang \Z"
)
_ENUMERATES = re.compile(r" ?[.)]|[/-]")
_DIALLED = re.compile(r"0\d\d+[.,]\d")  # "024.3843"
_CODED = re.compile(r"(?<!\w)[A-Z]{2,3} \Z")
_LONGEST_PLAIN = 6  # digits without groups, of which more make a telephone number or a code
_AT_ONCE = ("trong so ", "tong so ", "con so ")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a table; a `weak` one is a verb or a noun before a count as well."""

    weak: bool


def ranks(flat: Flat, start: int, *, accented: bool) -> bool:
    """Whether the word before a figure makes it a place in a ranking."""
    words = _words_before(flat, start)
    if words[-1:] == ["hạng"] and _is_class(flat, start):
        return False
    return bool(words) and any(_in("rank_words", some, accented) for some in (words, words[-1:]))


def _is_class(flat: Flat, start: int) -> bool:
    """Whether the "hạng" before a figure is the class of a thing: "bệnh viện công hạng 1", not "lên hạng 40"."""
    return _OF_A_CLASS.search(flat.folded, max(0, start - 60), start) is not None


def names(flat: Flat, at: int, figure: Figure, named: int, line: int, *, accented: bool) -> bool:
    """Whether the figure names a thing instead of measuring: by the word before it, or as one of a list of such."""
    folded = flat.folded
    begin, end = flat.border(line)
    grouped = _GROUPED.search(flat.text, at, figure.figure_end) is not None
    strong = figure.unit.kind in ("share", "money", "ratio") or grouped or figure.value >= 10**5
    plain = flat.text[at : figure.figure_end].strip()
    year = YEAR_OR_VERSION.fullmatch(plain.split()[0])
    if year and not (figure.unit.kind == "counted" and (figure.start < at or plain.startswith(("2000", "1900")))):
        return True
    if at == begin or (at == begin + 1 and folded[begin] == "("):  # the number of a list item
        return not strong and _ENUMERATES.match(folded, at + len(plain.split()[0]), end) is not None
    if folded[at - 1] in "([" and folded[figure.figure_end : figure.figure_end + 1] in (")", "]") and not strong:
        led = not year and LEADS.search(folded, begin, at) is not None  # "… dẫn đầu là Bộ X (712), Bộ Y (168)"
        return figure.unit.kind == "" and figure.total is None and not led
    if plain[0] == "0" and len(plain) > 2 and (plain.isdigit() or _DIALLED.match(plain)):
        return True
    if figure.unit.name is None and len(plain) > _LONGEST_PLAIN and plain.isdigit():
        return True
    words = _words_before(flat, at)
    ends = bool(words) and (words[-1] in _REACHES or words in _PLACED)  # "tăng từ 12 lên 20. Đại tá …"
    if plain.isdigit() and len(plain) <= 2 and not ends and _opens_a_line(flat.text, at + len(plain), end):
        return True
    if named and folded[named:at] in _ON and not strong and figure.unit.kind != "counted":
        return True
    if strong or figure.start < at:
        return False
    if figure.unit.name is None and figure.total is None and not (words and _in("links", words[-1:], accented)):
        return True
    if not words:
        return False
    if len(words[-1]) == 1 and words[-1] not in ("ở", "o"):
        return True  # "Q. 4", "G 20", "C 72"
    if figure.unit.kind == "" and figure.total is None and _CODED.search(flat.text, max(begin, at - 6), at):
        return True  # "chuyến bay VN 257 hạ cánh"
    told = _in("designators", words, accented) or _in("designators", words[-1:], accented)
    classed = words[-1] == "hạng" and _is_class(flat, at)
    if told is None or folded.endswith(_AT_ONCE, begin, at) or (_in("rank_words", words, accented) and not classed):
        return False
    if told.weak and not classed and _in("rank_words", words[-1:], accented):
        return False
    return told.weak is False or (figure.unit.kind != "counted" and figure.total is None)


def named_before(flat: Flat, at: int, *, accented: bool) -> bool:
    """Whether the words before a figure make it the number of a thing: "mức độ 4", "cấp 3"."""
    words = _words_before(flat, at)
    return bool(words) and any(_in("designators", some, accented) is not None for some in (words, words[-1:]))


def _opens_a_line(text: str, start: int, end: int) -> bool:
    """Whether a full stop and a capital follow in the line: two lines of the source ran together."""
    opens = _OPENS_A_LINE.match(text, start, end)
    return opens is not None and opens[0][-1].isupper()


def _words_before(flat: Flat, at: int) -> list[str]:
    """The last two words before a place, but no mark between them and it, or the last one."""
    stretch = flat.text[max(0, at - 24) : at].rpartition("\n")[2].lower().rstrip(" -.")
    if stretch and not stretch[-1].isalpha():
        return []
    words = [word.lstrip("(") for word in stretch.split()[-2:]]
    return words if all(word.isalpha() for word in words) else words[-1:] if words[-1:] and words[-1].isalpha() else []


def _in(table: str, words: list[str], accented: bool) -> _Word | None:
    """What the table has for the words as spelled."""
    printed = " ".join(words)
    if not spoken(table, printed, accented=accented):
        return None
    if not accented and printed in _NOT_SO_NAMED:
        return None
    return _Word(values(table)[fold(printed)] == "weak")
