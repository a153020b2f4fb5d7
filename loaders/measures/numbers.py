"""Quantities in a text: a number with its magnitude worked in, its unit, and how it compares.

`.` groups thousands and `,` marks decimals; a number that names a thing ("Điều 5", "mức độ 4", "142/QĐ-TTg", a date, a
list's own number) is no quantity. A mention spans comparator, number and unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.folding import fold
from loaders.measures import figure_rows, worded_numbers
from loaders.measures.led_rows import LEADS
from loaders.measures.quantities import Figure, Unit, comparator, magnitude, onwards, ranked, unit
from loaders.reading import Number, Reading
from loaders.tables import values
from loaders.words.figures import FIGURE, number
from loaders.words.flat import Flat, flatten
from loaders.words.wording import spoken

_AT_DIGIT = re.compile(rf"\d{{1,3}}, \d{{1,2}}(?= ?%)|{FIGURE}")
_SECOND = re.compile(rf"(?: {{0,2}}- ?| (?:den|toi) )(?P<figure>{FIGURE})")
_TOTAL = re.compile(rf"(?P<by> ?/ ?| tren (?:tong so |tong )?| trong (?:(?:tong so|tong|so) )?)(?P<figure>{FIGURE})")
_SMALLER = re.compile(r" (?P<figure>\d{1,3})(?= (?:trieu|nghin|ngan)\b)")
_CODE = re.compile(
    r"[a-z]|[/-] ?[a-z]|[:/_-]\d|[.,]\d|\.[a-z]{2}\."
)  # what follows a figure that is part of a code, a time, a date
_GROUPED = re.compile(r"\d[.,]\d\d|\d\d[.,]\d")  # "3,4" may be two levels
_YEAR_OR_VERSION = re.compile(r"(?:19|20)\d\d|\d\.0")
_REACHES = ("lên", "xuống", "còn", "đạt", "len", "xuong", "con", "dat")
_NOT_SO_NAMED = frozenset(("tang", "bac"))  # without accents rather "tăng" and "bậc" than "tầng"
_ON = (", ", ",", " va ", " hoac ", "-", " - ")  # between the numbers that share a designator: "mức độ 3, 4"
_OPENS_A_LINE = re.compile(r"\.\s+[^\W\d_]")  # "… văn bản đến 1. Tiếp nhận": two lines that run together
_NEXT_PLACE = re.compile(r"(?:, ?|,? va )(?:(?:vi tri |hang )?thu |hang )?")
_OF_A_CLASS = re.compile(
    r"\b(?:benh vien|phong kham|co so|trung tam|don vi|do thi|thanh pho|truong|doanh nghiep|cong ty|hop tac xa|"
    r"khach san|giao vien|giang vien|vien chuc|ky su|bac si|chuc danh|giay phep|bang lai|cong trinh|cang|di tich|duong|"
    r"nha thau|tuyen)"
    r"(?: (?!(?:xep|dung|dat|len|xuong|o|giu|vao|tang|giam|co|la|lot|tut|lui|vuon|duoc|thu|cua)\b)[a-z]+){0,3} hang \Z"
)
_FROM = " tu "
_RANGED = ("money", "size", "time")
_CHANGED = ("tang tu ", "giam tu ", "gian tu ")  # "giảm từ 15-30 ngày còn 8 ngày": there the change begins
_ENUMERATES = re.compile(r" ?[.)]|[/-]")
_DIALLED = re.compile(r"0\d\d+[.,]\d")  # "024.3843"
_CODED = re.compile(r"(?<!\w)[A-Z]{2,3} \Z")
_LONGEST_PLAIN = 6  # digits without groups, of which more make a telephone number or a code
_CIRCLES = (" khu vuc", " ca nuoc", " the gioi", " toan quoc")  # "đứng thứ 2 khu vực Đông Nam Á"
_MORE = ("cao hon", "thap hon", "nhieu hon", "it hon", "lon hon", "nho hon")
_AT_ONCE = ("trong so ", "tong so ", "con so ")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a table; a `weak` one is a verb or a noun before a count as well."""

    weak: bool


def find(reading: Reading) -> tuple[Number, ...]:
    """The quantities that the text names, in order, not overlapping."""
    flat = flatten(reading)
    accented = [reading.units[index].accented for index in flat.units]
    dated = [(period.start, period.end) for period in reading.periods]
    found: list[Number] = []
    words = [*worded_numbers.multiples(flat, accented), *worded_numbers.ranks(flat, accented)]
    for figure in sorted([*_figures(flat, accented, dated), *words], key=lambda figure: figure.start):
        start, end = flat.place(figure.start, figure.end)
        if found and start < found[-1].end:
            continue
        printed = flat.text[figure.start : figure.figure_end].strip()
        found.append(
            Number(start, end, figure.value, printed, figure.unit.name, figure.comparator, figure.upper, figure.total)
        )
    return tuple(found)


def _figures(flat: Flat, accented: list[bool], dated: list[tuple[int, int]]) -> Iterator[Figure]:
    folded = flat.folded
    last: Figure | None = None
    whole: Figure | None = None  # the last that counts, of which bare figures behind it count parts
    reach = named = 0  # `named`: where the last number that names a thing ends
    for digits in flat.digits:
        at = digits.start()
        if at < reach:
            continue
        before = folded[at - 1] if at else "\n"
        match = _AT_DIGIT.match(folded, at)
        if match is None or before.isalnum() or (before in "/.,-_:" and folded[at - 2 : at - 1].isalnum()):
            reach = digits.end()
            continue
        line = flat.line(at)
        where = flat.place(at, at + 1)[0]
        index = bisect_right(dated, (where, len(folded) + where)) - 1
        if index >= 0 and dated[index][1] > where:
            reach = named = _past(flat, line, dated[index][1], digits.end())
            continue
        if ", " in match[0] and _named_before(flat, at, accented=accented[line]):
            match = digits  # "mức độ 4, 80% hồ sơ": no 4,80%
        figure = _read(flat, match, accented=accented[line])
        if figure is None:
            reach = match.end()
            continue
        if whole and _is_part(flat, whole, last or whole, figure):
            figure = replace(figure, end=figure.figure_end, unit=Unit(whole.unit.name, "counted", figure.figure_end))
        elif _names(flat, at, figure, named, line, accented=accented[line]):
            if last is None or not _is_next_place(flat, last, at, figure):
                reach = named = match.end()
                continue
            figure = replace(figure, end=figure.figure_end, unit=last.unit)
        elif figure.unit.kind == "counted" and not (whole and _is_of(flat, whole, figure)):
            whole = figure
        if last and _is_upper(flat, last, figure):
            last = replace(last, upper=figure.value, figure_end=figure.figure_end, end=figure.end)
            reach = figure.end
            continue
        if last and last.unit.name is None and figure_rows.rises(folded, last.end, figure.start):
            last = _of_its_unit(last, figure)
        if last:
            yield last
        last = figure
        reach = figure.end
    if last:
        yield last


def _is_of(flat: Flat, whole: Figure, figure: Figure) -> bool:
    """Whether a figure counts a part of what one before it in its line counts, and says so: "trực tuyến 518 hồ sơ"."""
    same = whole.unit.name == figure.unit.name and figure.value <= whole.value
    return same and flat.line(whole.start) == flat.line(figure.start)


def _is_part(flat: Flat, whole: Figure, last: Figure, figure: Figure) -> bool:
    """Whether a bare figure counts a part of what one before it in its line counts: "đã giải quyết 601"."""
    bare = figure.unit.name is None or figure_rows.is_so(flat.folded, figure.figure_end)
    bare = bare and figure.total is None and figure.upper is None and figure.value <= whole.value
    near = bare and flat.line(whole.start) == flat.line(figure.start) and last.start >= whole.start
    return near and figure_rows.continues(flat.folded, last.end, figure.start, figure.figure_end)


def _is_upper(flat: Flat, last: Figure, figure: Figure) -> bool:
    """Whether a figure is the upper end of a range with its unit at both: "từ 10 triệu đồng đến 20 triệu đồng"."""
    whole = last.unit.kind in _RANGED and (last.unit.name, last.total) == (figure.unit.name, figure.total)
    if not whole or last.upper is not None or figure.upper is not None or last.value >= figure.value:
        return False
    since = flat.folded.endswith(_FROM, 0, last.start) and not flat.folded.endswith(_CHANGED, 0, last.start)
    return since and flat.folded[last.end : figure.start] in (" den ", " toi ")


def _of_its_unit(figure: Figure, other: Figure) -> Figure:
    """The first of two values of one thing with the unit, and magnitude, that the second names."""
    if other.unit.kind in ("", "counted", "rank") or figure.value != number(figure.printed or "0"):
        return figure  # of what is counted the sentence tells the noun; "1,2 triệu" has its magnitude
    times = other.value / number(other.printed) if other.value else Decimal(1)
    return replace(figure, value=figure.value * times, unit=replace(other.unit, end=figure.end))


def _past(flat: Flat, line: int, end: int, least: int) -> int:
    """Where in the flat text the source's offset `end` lies, at least `least`."""
    begin, stop = flat.border(line)
    origin, _ = flat.place(begin, begin + 1)
    return min(stop, max(least, begin + end - origin)) if flat.place(begin, stop)[1] - origin == stop - begin else least


def _read(flat: Flat, match: re.Match[str], *, accented: bool) -> Figure | None:
    """The quantity at a figure; None where the figure is part of a code or of a time of day."""
    folded = flat.folded
    start, end = match.span()
    value = number(match[0])
    upper = total = None
    first = magnitude(flat, end, accented=accented)
    share = unit(flat, first[1], accented=accented)
    printed_end = end
    second = _SECOND.match(folded, share.end if share.name == "%" else end)
    whole = None if second else _TOTAL.match(folded, share.end if first[1] > end else end)
    if second and not _CODE.match(folded, second.end()) and number(second["figure"]) > value:
        upper, end = number(second["figure"]), second.end()
    elif whole and _YEAR_OR_VERSION.fullmatch(whole["figure"]) and share.kind != "counted" and "/" in whole["by"]:
        return None  # "nghị định 72/2013 và 27/2018"
    elif (
        whole
        and not _CODE.match(folded, whole.end())
        and (whole["by"] != " trong " or _ranks(flat, start, accented=accented))  # "đứng thứ 5 trong 11 nước"
        and _is_total(whole, value, first[0], flat, accented=accented)
    ):
        total, end = number(whole["figure"]), whole.end()
    elif _CODE.match(folded, end):
        glued = unit(flat, end, accented=accented)
        if glued.kind in ("", "counted") or glued.end == end:
            return None
    times, past = first if end == printed_end else magnitude(flat, end, accented=accented)
    told = share if end == printed_end else unit(flat, past, accented=accented)
    if told.name is None and share.name == "%":
        told = replace(share, end=past)
    smaller = _SMALLER.match(folded, past) if times >= 10**6 and end == printed_end else None
    if smaller and told.end == past:  # "36 tỷ 500 triệu đồng"
        lesser, after = magnitude(flat, smaller.end(), accented=accented)
        if 1 < lesser < times:
            value, past = value + number(smaller["figure"]) * lesser / times, after
            told = unit(flat, past, accented=accented)
    if told.kind == "" and times >= 10**9:
        told = Unit("đồng", "money", past)  # "6.800 tỷ" without a word is money
    if (
        match[0].count(",") == 1
        and re.fullmatch(r"[1-9]\d{0,2},\d{3}", match[0])
        and told.kind == "counted"
        and times == 1
    ):
        value = Decimal(match[0].replace(",", ""))  # "1,050 hồ sơ" groups as in English: hồ sơ have no fractions
    lower = first[0] if first[1] > match.end() and upper is not None else times
    if total is not None:
        total *= times
        value *= first[0] if first[1] > match.end() else times
    else:
        value *= lower
    compared, begin = comparator(flat, start, accented=accented)
    by_so_much = told.name == "điểm phần trăm" or folded.startswith(" so voi", told.end)
    if by_so_much and folded[begin:start].strip() in _MORE:
        compared, begin = "=", start  # "cao hơn 5,1 điểm phần trăm so với cùng kỳ" is a difference
    if total is not None and folded[begin:start].strip() == "tren":
        compared, begin = "=", start  # "hiện diện trên 63/63 tỉnh"
    if upper is not None and folded.endswith(_FROM, 0, begin) and not folded.endswith(_CHANGED, 0, begin):
        begin -= len(_FROM) - 1  # "từ 20 đến 30%"
    figure_end = told.end if told.kind not in ("counted", "") else past
    if ranked(folded, start, told):
        compared = "<="
    if (told.kind == "" or folded.startswith(_CIRCLES, past)) and _ranks(flat, start, accented=accented):
        told = Unit("hạng", "rank", past)
    onward, stop = onwards(folded, told.end)
    if onward:
        compared = onward
        if folded.endswith(_FROM, 0, begin):
            begin -= len(_FROM) - 1  # "đạt từ 85% trở lên"
        figure_end = stop if figure_end == told.end else figure_end
    return Figure(
        begin, figure_end, stop, value, told, compared, None if upper is None else upper * times, total, match[0]
    )


def _ranks(flat: Flat, start: int, *, accented: bool) -> bool:
    """Whether the word before a figure makes it a place in a ranking."""
    words = _words_before(flat, start)
    if words[-1:] == ["hạng"] and _is_class(flat, start):
        return False
    return bool(words) and any(_in("rank_words", some, accented) for some in (words, words[-1:]))


def _is_class(flat: Flat, start: int) -> bool:
    """Whether the "hạng" before a figure is the class of a thing: "bệnh viện công hạng 1", not "lên hạng 40"."""
    return _OF_A_CLASS.search(flat.folded, max(0, start - 60), start) is not None


def _is_total(whole: re.Match[str], value: Decimal, times: int, flat: Flat, *, accented: bool) -> bool:
    """Whether what follows a figure is the whole that it is part of: "51/63 địa phương", "127 triệu trên 145 triệu"."""
    factor, past = magnitude(flat, whole.end(), accented=accented)
    total = number(whole["figure"])
    if total * factor < value * (times if times > 1 and "tren" in whole["by"] else factor):
        return False
    return "/" in whole["by"] or "tong" in whole["by"] or unit(flat, past, accented=accented).kind == "counted"


def _names(flat: Flat, at: int, figure: Figure, named: int, line: int, *, accented: bool) -> bool:
    """Whether the figure names a thing instead of measuring: by the word before it, or as one of a list of such."""
    folded = flat.folded
    begin, end = flat.border(line)
    grouped = _GROUPED.search(flat.text, at, figure.figure_end) is not None
    strong = figure.unit.kind in ("share", "money", "ratio") or grouped or figure.value >= 10**5
    plain = flat.text[at : figure.figure_end].strip()
    year = _YEAR_OR_VERSION.fullmatch(plain.split()[0])
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
    ends = bool(words) and words[-1] in _REACHES  # "tăng từ 12 lên 20. Đại tá …"
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


def _is_next_place(flat: Flat, last: Figure, at: int, figure: Figure) -> bool:
    """Whether a bare figure is a place like the one before it: "lần lượt xếp thứ 2, 3 và 5", "thứ 3 và thứ 5"."""
    if (
        last.unit.kind != "rank"
        or figure.unit.kind not in ("", "rank")
        or not (
            _NEXT_PLACE.fullmatch(flat.folded, last.figure_end, at)
            or figure_rows.next_place(flat.folded, last.figure_end, at)
        )
    ):
        return False
    return figure.unit.name is None or flat.folded.startswith((*_CIRCLES, " ve "), figure.figure_end)


def _named_before(flat: Flat, at: int, *, accented: bool) -> bool:
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
    words = stretch.split()[-2:]
    return words if all(word.isalpha() for word in words) else words[-1:] if words[-1:] and words[-1].isalpha() else []


def _in(table: str, words: list[str], accented: bool) -> _Word | None:
    """What the table has for the words as spelled."""
    printed = " ".join(words)
    if not spoken(table, printed, accented=accented):
        return None
    if not accented and printed in _NOT_SO_NAMED:
        return None
    return _Word(values(table)[fold(printed)] == "weak")
