"""Periods of time as the facts write them (SDMX): 2021, 2024-S1, 2024-Q1, 2025-12, 2020-06-15, 2025-01-01/P9M."""

from __future__ import annotations

import calendar
import datetime
import re

_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-(?:S(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>\d\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_FIRST_YEAR = 1945
_LENGTH = re.compile(r"P(?=\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


def first_day(period: str) -> datetime.date:
    """The first day of a period. Raises ValueError on what is none.

    >>> first_day("2024-Q2")
    datetime.date(2024, 4, 1)
    """
    return _days(period)[0]


def last_day(period: str) -> datetime.date:
    """The last day of a period. Raises ValueError on what is none.

    >>> last_day("2024-02"), last_day("2025-01-01/P9M")
    (datetime.date(2024, 2, 29), datetime.date(2025, 9, 30))
    """
    return _days(period)[1]


def check(period: str) -> bool:
    """Whether this is a period that exists.

    >>> check("2024-Q4"), check("2024-Q5"), check("2023-02-29")
    (True, False, False)
    """
    try:
        _days(period)
    except ValueError:
        return False
    return True


def iso_day(year: int, month: int, day: int) -> str | None:
    """A day as the facts write it; None where the calendar has no such day, or it is before the State's first.

    >>> iso_day(2024, 2, 29), iso_day(2024, 2, 31), iso_day(24, 2, 1)
    ('2024-02-29', None, None)
    """
    try:
        return datetime.date(year, month, day).isoformat() if year >= _FIRST_YEAR else None
    except ValueError:
        return None


def _days(period: str) -> tuple[datetime.date, datetime.date]:
    try:
        start, slash, length = period.partition("/")
        if slash:
            if len(start) != 10:
                raise ValueError("a range begins with a day")
            first = datetime.date.fromisoformat(start)
            return first, _after(first, length) - datetime.timedelta(days=1)
        match = _PERIOD.fullmatch(period)
        if not match or not period.isascii():
            raise ValueError("no such form")
        year = int(match["year"])
        if match["week"]:
            return datetime.date.fromisocalendar(year, int(match["week"]), 1), datetime.date.fromisocalendar(
                year, int(match["week"]), 7
            )
        if match["half"]:
            return _months(year, 6 * int(match["half"]) - 5, 6)
        if match["quarter"]:
            return _months(year, 3 * int(match["quarter"]) - 2, 3)
        if match["day"]:
            day = datetime.date(year, int(match["month"]), int(match["day"]))
            return day, day
        return _months(year, int(match["month"]), 1) if match["month"] else _months(year, 1, 12)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{period!r} is not a period such as 2021, 2024-Q1, 2025-12 or 2020-06-15: {error}") from error


def _months(year: int, month: int, count: int) -> tuple[datetime.date, datetime.date]:
    last = month + count - 1
    return datetime.date(year, month, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def _after(day: datetime.date, length: str) -> datetime.date:
    """The day that comes a length of time after another."""
    match = _LENGTH.fullmatch(length)
    if not match or not length.isascii():
        raise ValueError(f"no length of time: {length!r}")
    years, months, weeks, days = (int(match[name] or 0) for name in ("years", "months", "weeks", "days"))
    month = day.month - 1 + months
    year = day.year + years + month // 12
    month = month % 12 + 1
    moved = datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return moved + datetime.timedelta(days=7 * weeks + days)
