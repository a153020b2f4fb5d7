"""Units of values in English: as the registry names them, else put together from general words."""

from __future__ import annotations

import re
from functools import cache

from kg.folding import fold, key
from web import bodies

_A_YEAR = re.compile(r"\s*/\s*năm$", re.IGNORECASE)
_WHOLE = {"people": "person", "staff": "member of staff"}  # of which there is another word for one


@cache
def _registry() -> dict[str, str]:
    from kg.registry import load

    return {key(name): unit.name_en for unit in load().units for name in (unit.name, *unit.other_names) if unit.name_en}


def english(unit: str, value: str = "2") -> str:
    """A unit in English, of one thing where the value is 1; as it stands where its words are not known.

    >>> english("xã"), english("xã", "1"), english("bộ, cơ quan"), english("đồng/năm"), english("ngày"), english("USD")
    ('communes', 'commune', 'ministries and agencies', 'Vietnamese dong a year', 'days', 'USD')
    >>> english("tuyến cáp quang biển")
    'tuyến cáp quang biển'
    """
    if _A_YEAR.search(unit):
        return f"{english(_A_YEAR.sub('', unit), value)} a year"
    if fold(unit) == unit.casefold():  # a symbol, or a word without marks
        return unit
    known = _registry().get(key(unit)) or bodies.english(unit, several=True)
    if known is None:
        return unit
    if value == "1":
        return _WHOLE.get(known) or re.sub(r"(?<=[a-z])s$", "", re.sub(r"ies$", "y", known))
    return f"{known}s" if known in ("day", "month", "year", "hour", "minute", "second", "hectare") else known
