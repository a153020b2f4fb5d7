"""Dates and times in a text, as SDMX time periods, relative ones resolved against the source's date.

A mention spans its preposition ("trước ngày 15/6/2020", "đến hết năm 2025"), so that it is the time as printed. Of a
range, and of several years together, the value is the last ("giai đoạn 2021-2025" is 2025, from 2021).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.reading import Period, Reading, Reference
from loaders.times import dating
from loaders.times.part import Part
from loaders.times.times import parts
from loaders.words.flat import Flat, flatten

_NAME = r"(?:nam |thang |ngay |qu[yi] )?"
_JOIN = re.compile(
    rf" ?, (?:va )?{_NAME}| va {_NAME}| hoac {_NAME}| ?[&-] ?{_NAME}|(?P<to> (?:den|toi) (?:het |cuoi |dau )?{_NAME})"
)
_LONGEST_JOIN = 20
_SHORT = r"(?:\d{1,2} thang|thang|quy|nam|tuan)"  # a further time that recurs: "hằng quý, 6 tháng và năm"
_TO_OFTEN = re.compile(rf"(?:,? (?:va |hoac )?{_SHORT})?(?: |, | va | hoac |, va | \()")
_MORE_OFTEN = re.compile(
    rf"(?:,(?: va| hoac)?| va| hoac|(?<=dinh ky)) {_SHORT}\b(?! ?(?:\d|[ivx]+\b|nay|sau|toi|truoc|hoc|tiep|thu|ban))"
)
_ONGOING = re.compile(r",? (?:va|cho) (?:cac |nhung )?nam (?:tiep theo|ke tiep|sau do|sau|toi)\b")
_AHEAD = ("truoc", "den", "toi", "cham", "muon", "cho")  # a time that begins so lies ahead


def find(reading: Reading) -> tuple[Period, ...]:
    """The times that the text names, in order, not overlapping; `value` is None where the text cannot tell it."""
    flat = flatten(reading)
    accented = [reading.units[unit].accented for unit in flat.units]
    blocks = [reading.units[unit].block for unit in flat.units]
    return tuple(_periods(flat, blocks, reading.told, parts(flat, accented, reading.told)))


def _periods(flat: Flat, blocks: Sequence[int], today: Reference, found: Sequence[Part]) -> Iterator[Period]:
    folded = flat.folded
    index = reach = 0
    told: Part | None = None  # the last quarter or month that has its year
    while index < len(found):
        group = [found[index]]
        while index + len(group) < len(found) and _joined(folded, group[-1], found[index + len(group)]):
            group.append(found[index + len(group)])
        index += len(group)
        first, last = group[0], group[-1]
        if first.start < reach or not any(part.alone for part in group):
            continue
        ongoing = _ONGOING.match(folded, last.end) if last.grain == "Y" and not last.recurs else None
        reach = ongoing.end() if ongoing else _closed(folded, first.start, last.end)
        start, end = flat.place(first.start, reach)
        recurring = [part for part in group if part.recurs]
        if ongoing:
            noun = folded.rfind("nam", first.start, first.core)
            begin = first.core if noun < 0 else noun
            yield Period(start, end, None, recurrence=flat.text[begin:reach].lower())
        elif recurring and folded[recurring[0].core : last.end] != "dot xuat":
            dated = not first.recurs and first.grain in ("d", "m", "Q")  # "trước ngày 30 tháng 6 hằng năm"
            begin = first.start if dated else recurring[0].core
            stop = _closed(folded, begin, recurring[-1].end)
            while more := _MORE_OFTEN.match(folded, stop):
                stop = more.end()
            reach = max(reach, stop)
            start, end = flat.place(first.start, reach)
            yield Period(start, end, None, recurrence=flat.text[begin:stop].lower())
        elif not recurring:
            ahead = folded[first.start : first.core].startswith(_AHEAD)
            if told is not None and _shares_year(flat, blocks, told, last):
                group[-1] = replace(last, year=told.year)
            yield Period(start, end, *_values(today, group, ahead=ahead))
            told = group[-1] if group[-1].year and group[-1].grain in ("Q", "m") else told


def _closed(folded: str, begin: int, end: int) -> int:
    """Where a time ends, with the bracket that closes one it opens: "hằng năm (trước ngày 15/11)"."""
    return end + (folded.find("(", begin, end) >= 0 and folded[end : end + 1] == ")")


def _shares_year(flat: Flat, blocks: Sequence[int], one: Part, other: Part) -> bool:
    """Whether a quarter or month without a year has that of one before it in its paragraph: "quý 1-2018 … quý 2"."""
    bare = other.year is None and other.shift == 0 and other.day is None and not other.said and not other.resolved
    return bare and one.grain == other.grain and blocks[flat.line(one.core)] == blocks[flat.line(other.core)]


def _joined(folded: str, one: Part, other: Part) -> bool:
    """Whether two neighbours make one time: a range, a list, or a date that recurs."""
    gap = folded[one.end : other.core]
    if len(gap) > _LONGEST_JOIN or one.resolved or other.resolved:
        return False
    if one.recurs and other.recurs:
        return _TO_OFTEN.fullmatch(gap) is not None
    if other.recurs:
        return gap == " " and one.year is None
    if one.recurs:
        return other.year is None and folded[one.end : other.start] in (" ", ", ", " (")
    join = _JOIN.fullmatch(gap)
    if join is None:
        return False
    return bool(join["to"]) or not one.alone or (one.grain == other.grain and one.first is None and other.first is None)


def _values(today: Reference, group: Sequence[Part], *, ahead: bool) -> tuple[str | None, str | None]:
    """The value of a time, and where it is a range or a list the first; a year said once holds for all."""
    first, last = group[0], group[-1]
    if last.resolved:
        return last.value, None
    year = last.year
    if year is None:
        told = next((part.year for part in reversed(group) if part.year), None)
        year = told or (today.year if last.said else dating.year_of(today, last.month, last.day, ahead=ahead))
        year = None if year is None else year + last.shift
    value = _sdmx(year, last)
    if last.first is not None:
        return value, str(last.first)
    if len(group) == 1:
        return value, None
    if first.day and not first.month:
        first = replace(first, month=last.month)
    return value, _sdmx(first.year or year, first)


def _sdmx(year: int | None, part: Part) -> str | None:
    """The SDMX time period of a part: 2020, 2020-06, 2020-06-15, 2024-Q1, 2024-S2, 2025-01-01/P9M."""
    if year is None:
        return None
    if part.span and part.span.startswith("M"):
        return f"{year}-01-01/P{part.span[1:]}M"
    if part.span and part.span != "Y":
        return f"{year}-{part.span}"
    if part.month is None:
        return str(year)
    return f"{year}-{part.month:02d}" + (f"-{part.day:02d}" if part.day else "")


_SINCE = re.compile(r"(?:(?:bat )?dau |ke )?tu (?!nay\b)")


def begins(reading: Reading, period: Period) -> bool:
    """Whether a year tells from when on something is so, not by when: "từ năm 2026", "từ năm học 2026-2027"."""
    school = "năm học" in reading.source.text[period.start : period.end].lower()
    year = len(period.value or "") == len("2026") and (period.first is None or school)
    return year and _SINCE.match(reading.folded, period.start) is not None
