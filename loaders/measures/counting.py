"""Whether a number counts things."""

from __future__ import annotations

from functools import cache

from loaders.reading import Number
from loaders.tables import values


def counted(number: Number) -> bool:
    """Whether the number counts things, and is not a share, a sum of money, a size or a rank."""
    if number.unit and number.unit.startswith("%"):
        return False
    return number.unit is not None and number.unit.split("/")[0].lower() not in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset(told.rpartition(" ")[0].lower() for told in values("measure_units").values())
