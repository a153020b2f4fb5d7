"""Dates, numbers and periods as each language writes them: 02/02/2024 and 30,08 %; 2 Feb 2024 and 30.08%."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation

from babel.dates import format_date
from babel.numbers import format_decimal

from kg import wording
from web import units

_COMPARATORS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "=": ""}


def day(value: str | datetime.date | None, lang: str) -> str:
    """A date, as exact as it is: a day, a month, a year.

    >>> day("2024-02-02", "vi"), day("2024-02-02", "en"), day("2024-02", "vi"), day("2024", "en")
    ('02/02/2024', '2 Feb 2024', '02/2024', '2024')
    """
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, datetime.date) else value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            form = "dd/MM/yyyy" if lang == "vi" else "d MMM yyyy"
            return format_date(datetime.date.fromisoformat(text), form, locale=lang)
        if re.fullmatch(r"\d{4}-\d\d", text):
            form = "MM/yyyy" if lang == "vi" else "MMM yyyy"
            return format_date(datetime.date.fromisoformat(f"{text}-01"), form, locale=lang)
    except ValueError:
        return text
    return text


def number(value: str | int | Decimal | None, lang: str) -> str:
    """A number with the language's separators.

    >>> number("2361", "vi"), number("30.08", "vi"), number(2361, "en")
    ('2.361', '30,08', '2,361')
    """
    if value is None or value == "":
        return ""
    try:
        return str(format_decimal(Decimal(str(value)), format="#,##0.##########", locale=lang))
    except InvalidOperation:
        return str(value)


def period(value: str | None, lang: str) -> str:
    """An SDMX period in words.

    >>> period("2024-Q1", "vi"), period("2024-Q1", "en"), period("2025-12", "vi"), period("2025-01-01/P9M", "vi")
    ('quý I/2024', 'Q1 2024', '12/2025', '9 tháng đầu năm 2025')
    """
    return wording.period(value, lang) if value else ""


def span(value: str | None, lang: str) -> str:
    """The years of a programme, which may be open on a side.

    >>> span("2021/2025", "vi"), span("../2030", "vi"), span("2021/..", "en"), span("2025", "en")
    ('2021–2025', 'đến 2030', 'from 2021', '2025')
    """
    first, between, last = (value or "").partition("/")
    if first in ("", "..") and between:
        return f"{'đến' if lang == 'vi' else 'until'} {period(last, lang)}"
    if last in ("", "..") and between:
        return f"{'từ' if lang == 'vi' else 'from'} {period(first, lang)}"
    return f"{period(first, lang)}–{period(last, lang)}" if between else period(first, lang)


def comparator(value: str) -> str:
    """How a value compares with what is wanted, as people write it.

    >>> comparator(">="), comparator("="), comparator("about")
    ('≥', '=', 'about')
    """
    return _COMPARATORS.get(value, value).strip() or value


def amount(
    value: str | None,
    unit: str | None,
    lang: str,
    *,
    comparator: str | None = None,
    upper: str | None = None,
    total: str | None = None,
) -> str:
    """A value with its comparator, range, whole and unit.

    >>> amount("30.08", "%", "vi"), amount("30", "%", "en", comparator=">="), amount("51", "xã", "vi", total="63")
    ('30,08 %', '≥ 30%', '51/63 xã')
    >>> amount("2418", "xã", "en"), amount("50", "Thứ bậc", "vi", comparator="<="), amount("2", "Tbps", "vi")
    ('2,418 communes', '≤ 50 thứ bậc', '2 Tbps')
    """
    if value is None:
        return ""
    text = number(value, lang)
    if upper:
        text = f"{text}–{number(upper, lang)}"
    if total:
        text = f"{text}/{number(total, lang)}"
    text = _COMPARATORS.get(comparator or "=", "") + text
    if unit == "%":
        return f"{text} %" if lang == "vi" else f"{text}%"
    if unit and lang == "en":
        unit = units.english(unit, total or upper or value)
    return f"{text} {_begun_small(unit)}" if unit else text


def _begun_small(unit: str) -> str:
    """A unit that a table writes with a capital, as it follows its number; a name or a symbol stays as it is.

    >>> [_begun_small(unit) for unit in ("Doanh nghiệp", "Đô la Mỹ", "EUR", "Tbps", "Sở")]
    ['doanh nghiệp', 'Đô la Mỹ', 'EUR', 'Tbps', 'sở']
    """
    if unit.isascii() or unit[1:] != unit[1:].lower():
        return unit
    return unit[:1].lower() + unit[1:]


def quarter(on: datetime.date) -> str:
    """The quarter of a day, as an SDMX period."""
    return f"{on.year:04}-Q{(on.month - 1) // 3 + 1}"
