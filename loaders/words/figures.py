"""Figures as Vietnamese prints them: `.` groups thousands, `,` marks decimals."""

from __future__ import annotations

import re
from decimal import Decimal

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?(?!\d)"
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def number(figure: str) -> Decimal:
    """The value of a figure; one as English groups it, or with a space behind its comma, is read as well.

    >>> number("2.361"), number("30,08"), number("1.219,11"), number("2,631,574"), number("0.709"), number("31, 2")
    (Decimal('2361'), Decimal('30.08'), Decimal('1219.11'), Decimal('2631574'), Decimal('0.709'), Decimal('31.2'))
    """
    figure = figure.replace(", ", ",")
    if _GROUPED.fullmatch(figure):
        return Decimal(figure.replace(".", "").replace(",", "."))
    if figure.count(",") > 1:
        return Decimal(figure.replace(",", ""))
    return Decimal(figure.replace(",", "."))


def is_broken(value: Decimal) -> bool:
    """Whether a value has decimals; `%` fails where there are more digits than the precision.

    >>> is_broken(Decimal("0.6843")), is_broken(Decimal("7.0")), is_broken(Decimal("9" * 40))
    (True, False, False)
    """
    return value != value.to_integral_value()
