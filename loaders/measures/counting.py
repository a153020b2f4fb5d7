"""Whether a number counts things."""

from __future__ import annotations

import re
from functools import cache

from loaders.reading import Number
from loaders.tables import values


def counted(number: Number) -> bool:
    """Whether the number counts things, and is not a share, a sum of money, a size or a rank."""
    if number.unit and number.unit.startswith("%"):
        return False
    return number.unit is not None and number.unit.split("/")[0].lower() not in _measures()


_FRACTION = re.compile(r"0[.,]\d{3,4}")


def is_fraction(number: Number) -> bool:
    """Whether the number is printed as the points of an index are that run from 0 to 1: "0,7986"."""
    return number.unit is None and number.total is None and _FRACTION.fullmatch(number.text) is not None


@cache
def _measures() -> frozenset[str]:
    return frozenset(told.rpartition(" ")[0].lower() for told in values("measure_units").values())
