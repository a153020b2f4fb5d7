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

from loaders.measures import bearer_rows, designations, figure_rows, worded_numbers
from loaders.measures.designations import YEAR_OR_VERSION
from loaders.measures.quantities import Figure, Unit, comparator, magnitude, onwards, ranked, unit
from loaders.reading import Number, Reading
from loaders.words.figures import FIGURE, number
from loaders.words.flat import Flat, flatten

_AT_DIGIT = re.compile(rf"\d{{1,3}}, \d{{1,2}}(?= ?%)|{FIGURE}")
_SECOND = re.compile(rf"(?: {{0,2}}- ?| (?:den|toi) (?:duoi |gan )?)(?P<figure>{FIGURE})")
_TOTAL = re.compile(rf"(?P<by> ?/ ?| tren (?:tong so |tong )?| trong (?:(?:tong so|tong|so) )?)(?P<figure>{FIGURE})")
_ROW = re.compile(rf"(?:(?:, | va |, va )(?:{FIGURE})){{1,6}}(?![\d/])")
_IN_TURN = "lan luot"
_FAR = 80  # characters of a row and what opens it
_SHARED = ("money", "share", "size", "time")
_SMALLER = re.compile(r" (?P<figure>\d{1,3})(?= (?:trieu|nghin|ngan)\b)")
_CODE = re.compile(
    r"[a-z]|[/-] ?[a-z]|[:/_-]\d|[.,]\d|\.[a-z]{2}\."
)  # what follows a figure that is part of a code, a time, a date
_NEXT_PLACE = re.compile(r"(?:, ?|,? va )(?:(?:vi tri |hang )?thu |hang )?")
_FROM = " tu "
_GROUPED_BY_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_MILLION, _THOUSAND_MILLION = 10**6, 10**9
_RANGED = ("money", "size", "time")
_CHANGED = ("tang tu ", "giam tu ", "gian tu ")  # "giảm từ 15-30 ngày còn 8 ngày": there the change begins
_LATER = re.compile(  # not "trình độ đại học trở lên"
    r"(?: (?!(?:tu|co|dat|trinh|hang|loai|muc|lop|bac|cap|pho|kha|trung|dai|cao|thac|tuoi|dien|va|tro|quy|vua)\b)"
    r"[a-z]+){1,4}"
    r" (?:(?P<up>tro len)|tro xuong)\b"
)
_CIRCLES = (" khu vuc", " ca nuoc", " the gioi", " toan quoc")  # "đứng thứ 2 khu vực Đông Nam Á"
_MORE = tuple(f"{how} hon " for how in ("cao", "thap", "nhieu", "it", "lon", "nho", "dai", "ngan", "lau", "nhanh"))


def find(reading: Reading) -> tuple[Number, ...]:
    """The quantities that the text names, in order, not overlapping."""
    flat = flatten(reading)
    accented = [reading.units[index].accented for index in flat.units]
    dated = [(period.start, period.end) for period in reading.periods]
    found: list[Number] = []
    words = [*worded_numbers.multiples(flat, accented), *worded_numbers.ranks(flat, accented)]
    words += worded_numbers.shares(flat, accented)
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
        if ", " in match[0] and designations.named_before(flat, at, accented=accented[line]):
            match = digits  # "mức độ 4, 80% hồ sơ": no 4,80%
        figure = _read(flat, match, accented=accented[line])
        if figure is None:
            reach = match.end()
            continue
        if whole and _is_part(flat, whole, last or whole, figure):
            figure = replace(figure, end=figure.figure_end, unit=Unit(whole.unit.name, "counted", figure.figure_end))
        elif designations.names(flat, at, figure, named, line, accented=accented[line]):
            if last is None or not (_is_next_place(flat, last, at, figure) or _is_of_next(flat, last, at, figure)):
                reach = named = match.end()
                continue
            figure = replace(figure, end=figure.figure_end, unit=replace(last.unit, end=figure.figure_end))
        elif figure.unit.kind == "counted" and not (whole and _is_of(flat, whole, figure)):
            whole = figure
        if last and _is_upper(flat, last, figure):
            last = replace(last, upper=figure.value, figure_end=figure.figure_end, end=figure.end)
            reach = figure.end
            continue
        rose = last and last.unit.kind == "rank" and figure.unit.name is None and figure.total is None
        if last and rose and figure_rows.next_place(folded, last.figure_end, at):
            figure = replace(figure, end=figure.figure_end, unit=replace(last.unit, end=figure.figure_end))
        if last and figure_rows.rises(folded, last.end, figure.start):
            if last.unit.name is None:
                last = _of_its_unit(last, figure)
            elif figure.unit.name is None and figure_rows.stops(folded, figure.figure_end):
                figure = replace(_of_its_unit(figure, last), end=figure.end)  # "từ 20 ngày xuống còn 12"
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


@dataclass(frozen=True, slots=True)
class _Digits:
    """A figure with the one behind it that makes it a range, or a part of a whole; no magnitude is worked in."""

    value: Decimal
    end: int
    upper: Decimal | None = None
    total: Decimal | None = None


def _read(flat: Flat, match: re.Match[str], *, accented: bool) -> Figure | None:
    """The quantity at a figure; None where the figure is part of a code or of a time of day."""
    start, end = match.span()
    own, past = magnitude(flat, end, accented=accented)  # of the figure itself, before a second one
    share = unit(flat, past, accented=accented)
    digits = _digits(flat, match, own, share, past, accented=accented)
    if digits is None:
        return None
    alone, has_own = digits.end == end, past > end
    times, past = (own, past) if alone else magnitude(flat, digits.end, accented=accented)
    told = share if alone else unit(flat, past, accented=accented)
    if told.name is None and share.name == "%":
        told = replace(share, end=past)
    value = digits.value
    smaller = _SMALLER.match(flat.folded, past) if times >= _MILLION and alone and told.end == past else None
    if smaller:  # "36 tỷ 500 triệu đồng"
        lesser, after = magnitude(flat, smaller.end(), accented=accented)
        if 1 < lesser < times:
            value, past = value + number(smaller["figure"]) * lesser / times, after
            told = unit(flat, past, accented=accented)
    if told.name is None and alone and times == 1:
        times, told = _of_its_row(flat, start, end, accented=accented)
    if told.kind == "" and times >= _THOUSAND_MILLION:
        told = Unit("đồng", "money", past)  # "6.800 tỷ" without a word is money
    if told.kind == "counted" and times == 1 and _GROUPED_BY_COMMA.fullmatch(match[0]):
        value = Decimal(match[0].replace(",", ""))  # "1,050 hồ sơ" groups as in English: hồ sơ have no fractions
    value *= own if has_own else times
    upper = None if digits.upper is None else digits.upper * times
    total = None if digits.total is None else digits.total * times
    figure = Figure(start, past, told.end, value, told, "=", upper, total, match[0])
    return _bounded(flat, figure, accented=accented)


def _of_its_row(flat: Flat, start: int, end: int, *, accented: bool) -> tuple[int, Unit]:
    """The magnitude and unit that the last of a row has for all: "lần lượt đạt 120, 150 và 190 tỷ đồng"."""
    none = 1, Unit(None, "", end)
    ahead = _ROW.match(flat.folded, end)
    if ahead is None or _IN_TURN not in flat.folded[max(flat.border(flat.line(start))[0], start - _FAR) : start]:
        return none
    times, past = magnitude(flat, ahead.end(), accented=accented)
    shared = unit(flat, past, accented=accented)
    return (times, replace(shared, end=end)) if shared.kind in _SHARED else none


def _digits(flat: Flat, match: re.Match[str], times: int, share: Unit, past: int, *, accented: bool) -> _Digits | None:
    """The digits at a figure, whose own magnitude is `times` and ends at `past`; None where they are part of a code."""
    folded, (start, end), value = flat.folded, match.span(), number(match[0])
    second = _SECOND.match(folded, share.end if share.name == "%" else end)
    whole = None if second else _TOTAL.match(folded, share.end if past > end else end)
    if second and not _CODE.match(folded, second.end()) and number(second["figure"]) > value:
        return _Digits(value, second.end(), upper=number(second["figure"]))
    if whole and YEAR_OR_VERSION.fullmatch(whole["figure"]) and share.kind != "counted" and "/" in whole["by"]:
        return None  # "nghị định 72/2013 và 27/2018"
    if (
        whole
        and not _CODE.match(folded, whole.end())
        and (
            whole["by"] != " trong " or designations.ranks(flat, start, accented=accented)
        )  # "đứng thứ 5 trong 11 nước"
        and _is_total(whole, value, times, flat, accented=accented)
    ):
        return _Digits(value, whole.end(), total=number(whole["figure"]))
    if _CODE.match(folded, end):
        glued = unit(flat, end, accented=accented)
        if glued.kind in ("", "counted") or glued.end == end:
            return None
    return _Digits(value, end)


def _bounded(flat: Flat, figure: Figure, *, accented: bool) -> Figure:
    """A figure that begins at its digits and ends with its magnitude, with what compares it and makes it a place."""
    folded, start, past, told = flat.folded, figure.start, figure.figure_end, figure.unit
    compared, begin = comparator(flat, start, accented=accented)
    by_so_much = told.name == "điểm phần trăm" or folded.startswith(" so voi", told.end)
    if by_so_much and folded.endswith(_MORE, 0, start):
        compared, begin = "=", start  # "cao hơn 5,1 điểm phần trăm so với cùng kỳ" is a difference
    if figure.total is not None and folded[begin:start].strip() == "tren":
        compared, begin = "=", start  # "hiện diện trên 63/63 tỉnh"
    if figure.upper is not None and folded.endswith(_FROM, 0, begin) and not folded.endswith(_CHANGED, 0, begin):
        begin -= len(_FROM) - 1  # "từ 20 đến 30%"
    figure_end = told.end if told.kind not in ("counted", "") else past
    if ranked(folded, start, told) or (figure.total is not None and folded.endswith(("nhom ", "top "), 0, start)):
        compared = "<="
    if (told.kind == "" or folded.startswith(_CIRCLES, past)) and designations.ranks(flat, start, accented=accented):
        told = Unit("hạng", "rank", past)
    later = _LATER.match(folded, told.end) if told.kind == "counted" else None
    if later:  # "250 doanh nghiệp công nghệ số trở lên"
        compared = ">=" if later["up"] else "<="
    onward, stop = onwards(folded, told.end)
    if onward:
        compared = onward
        if folded.endswith(_FROM, 0, begin):
            begin -= len(_FROM) - 1  # "đạt từ 85% trở lên"
        figure_end = stop if figure_end == told.end else figure_end
    return replace(figure, start=begin, figure_end=figure_end, end=stop, unit=told, comparator=compared)


def _is_total(whole: re.Match[str], value: Decimal, times: int, flat: Flat, *, accented: bool) -> bool:
    """Whether what follows a figure is the whole that it is part of: "51/63 địa phương", "127 triệu trên 145 triệu"."""
    factor, past = magnitude(flat, whole.end(), accented=accented)
    total = number(whole["figure"])
    if total * factor < value * (times if times > 1 and "tren" in whole["by"] else factor):
        return False
    return "/" in whole["by"] or "tong" in whole["by"] or unit(flat, past, accented=accented).kind == "counted"


def _is_of_next(flat: Flat, last: Figure, at: int, figure: Figure) -> bool:
    """Whether a bare figure is what the next in a row has: "Sở Xây dựng là 1.240, Sở Y tế 865"."""
    plain = figure.total is None and figure.upper is None and last.total is None and last.unit.kind in ("", "counted")
    return plain and bearer_rows.is_next(flat.text, last.end, at, figure.figure_end)


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
