"""The day against which a source's relative dates resolve, and what a relative date then means.

An article that does not tell its date may still tell its year: by a dateline ("sáng 23/7") and by the year that it
speaks of most. Where that leaves a doubt there is no year, and relative dates stay unresolved.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections import Counter

from loaders.reading import Reading, Reference
from loaders.words.keyed import Keyed

_HEAD = 1200  # a dateline stands in the first characters of the text
_DATELINE = re.compile(
    r"\b(?:sang|trua|chieu|toi|dem|hom|ngay|hom nay)\s*,?\s*\(?(?:ngay\s+)?"
    r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\b(?!\s?[/.-]\s?\d)"
)
_YEAR = re.compile(r"20\d\d\b(?<![\w/.,]20\d\d)")
_AHEAD = re.compile(r"\b(?:den|toi|vao|nham|ky|doan|tam nhin)\s+(?:het\s+|cuoi\s+)?(?:nam\s+)?\Z")
_NUMBERED = re.compile(r"\s?[/-]\s?[a-z]|\s?[.,]\d")
_RANGED = re.compile(r"\d{4}\s?-\s?\Z")
_RANGE = re.compile(r"\s?-\s?20\d\d\b")
_CITED = re.compile(r"/(?P<year>20\d\d)/[a-z][a-z-]{1,12} ngay \d{1,2}/\d{1,2}\b(?!/)")  # a day of the text's own year
_TELLING = 2
_MONTH = Keyed(r"\bthang \d{1,2}/(?P<year>20\d\d)\b", "/20")
_HALF = Keyed(  # nobody tells of it before it begins
    r"\b(?:\d{1,2} thang(?: dau)?|nua dau) nam (?P<year>20\d\d)\b",
    " thang nam 20| thang dau nam 20|nua dau nam 20",
)


def reference(reading: Reading) -> Reference:
    """The source's date: as the source gives it, else as far as its text tells it."""
    if reading.today is not None:
        return Reference(reading.today.year, reading.today.month, reading.today.day)
    year = _year(reading)
    if year is None:
        return Reference()
    for match in _DATELINE.finditer(reading.folded, 0, _HEAD):
        day, month = int(match["d"]), int(match["m"])
        if valid_day(year, month, day):
            return Reference(year, month, day)
    return Reference(year)


def _year(reading: Reading) -> int | None:
    """The year that the text speaks of most; None where two come close, none is named twice, or a later one is named.

    Years that a text looks forward to ("đến năm 2030"), ranges and document numbers do not count; a year in the title
    counts three times.
    """
    folded = reading.folded
    seen: Counter[int] = Counter()
    later = 0
    title_end = next((unit.end for unit in reading.units if unit.role != "boilerplate"), 0)
    for match in _YEAR.finditer(folded):
        at = match.start()
        year = int(match[0])
        if (
            _NUMBERED.match(folded, match.end())
            or _RANGE.match(folded, match.end())
            or (folded[at - 1 : at] in "- " and _RANGED.search(folded, max(0, at - 8), at))
        ):
            continue
        if _AHEAD.search(folded, max(0, at - 24), at):
            later = max(later, year if year % 5 else 0)  # goals are set for years that end in 0 or 5
            continue
        seen[year] += 3 if match.start() < title_end else 1
    seen.update([int(cited["year"]) for cited in _CITED.finditer(folded)] * _TELLING)
    if "thang " in folded:
        seen.update(
            int(month["year"])
            for month in _MONTH.finditer(folded)
            if not _AHEAD.search(folded, max(0, month.start() - 24), month.start())
        )
        halves = [int(half["year"]) for half in _HALF.finditer(folded)]
        if halves and later <= max(halves) == max(seen):
            return max(halves)  # what a year brought is told in the next
    ranked = seen.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0] if ranked[0][0] >= later else None


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    return day <= 28 or day <= calendar.monthrange(year, month)[1]


def year_of(today: Reference, month: int | None, day: int | None, *, ahead: bool) -> int | None:
    """The year of a date that is printed without one: the source's own, unless that lies far from its day.

    `ahead`: the text looks forward ("trước ngày 15/1"), so a date well past is next year's; otherwise a date more than
    half a year ahead is last year's.
    """
    if today.year is None or month is None or today.month is None:
        return today.year
    now = datetime.date(today.year, today.month, today.day or 15)
    then = datetime.date(today.year, month, min(day or 15, 28))
    distance = (then - now).days
    if ahead:
        return today.year + (distance < -180)
    return today.year - (distance > 180)


def shifted_month(today: Reference, by: int) -> str | None:
    """The month `by` months from the source's."""
    if today.year is None or today.month is None:
        return None
    index = today.year * 12 + today.month - 1 + by
    return f"{index // 12}-{index % 12 + 1:02d}"


def shifted_quarter(today: Reference, by: int) -> str | None:
    """The quarter `by` quarters from the source's."""
    if today.year is None or today.month is None:
        return None
    index = today.year * 4 + (today.month - 1) // 3 + by
    return f"{index // 4}-Q{index % 4 + 1}"


def shifted_day(today: Reference, by: int) -> str | None:
    """The day `by` days from the source's."""
    if today.year is None or today.month is None or today.day is None:
        return None
    return (datetime.date(today.year, today.month, today.day) + datetime.timedelta(by)).isoformat()


def now(today: Reference) -> str | None:
    """The time that "hiện nay" means: the source's month, else its year."""
    return shifted_month(today, 0) or (str(today.year) if today.year else None)
