"""First and last days of periods."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import periods

DAYS = [
    # (period, first day, last day)
    ("2021", "2021-01-01", "2021-12-31"),
    ("2024-S1", "2024-01-01", "2024-06-30"),
    ("2024-S2", "2024-07-01", "2024-12-31"),
    ("2024-Q1", "2024-01-01", "2024-03-31"),
    ("2024-Q4", "2024-10-01", "2024-12-31"),
    ("2025-12", "2025-12-01", "2025-12-31"),
    # a leap year, and the century that is none
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2020-06-15", "2020-06-15", "2020-06-15"),
    # the first nine months of a year
    ("2025-01-01/P9M", "2025-01-01", "2025-09-30"),
    ("2021-01-01/P5Y", "2021-01-01", "2025-12-31"),
    ("2024-01-31/P1M", "2024-01-31", "2024-02-28"),
    ("2024-03-01/P10D", "2024-03-01", "2024-03-10"),
    ("2024-W01", "2024-01-01", "2024-01-07"),
]


@pytest.mark.parametrize(("period", "first", "last"), DAYS)
def test_days(period, first, last):
    assert periods.first_day(period).isoformat() == first
    assert periods.last_day(period).isoformat() == last
    assert periods.check(period)


@pytest.mark.parametrize(
    "text",
    ["", "năm 2025", "2024-Q5", "2024-S3", "2024-13", "2024-00", "2023-02-29", "2024-W60", "20240101", "2024-1", "0000",
     "2025-01-01/", "2025-01-01/P", "2025-01/P9M", "2025-01-01/P99999999999Y", "2025/2026", "２０２５"],
)  # fmt: skip
def test_what_is_no_period(text):
    assert not periods.check(text)
    with pytest.raises(ValueError, match="is not a period"):
        periods.first_day(text)


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_day_lies_in_its_periods(day, form):
    period = day.isoformat()[: {"%Y": 4, "%Y-%m": 7, "%Y-%m-%d": 10}[form]]
    assert periods.first_day(period) <= day <= periods.last_day(period)


@given(st.integers(1, 9998), st.integers(1, 4))
def test_quarters_follow_one_another(year, quarter):
    following = f"{year:04}-Q{quarter + 1}" if quarter < 4 else f"{year + 1:04}-Q1"
    assert periods.first_day(following) - periods.last_day(f"{year:04}-Q{quarter}") == datetime.timedelta(days=1)
