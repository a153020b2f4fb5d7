"""Each figure once: what a text says of it again, and what its titles and headings repeat, is more evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.folding import UPPER, key
from kg.model import Observation, Target
from loaders.measures import sums
from loaders.measures.time_spans import TIMES
from loaders.reading import Reading

_TELLING = 6  # words that make an indicator recognisable
_ALIKE = 0.25  # the least that two namings of one indicator share
_TELLING_DIGITS = 3
_LARGE = 10**4
_ROUNDED = Decimal("0.05")
_OPENING = 5  # the words with which two namings of one large count begin alike
_WINDOW = 40  # how many facts of one value back a repetition is looked for
_HEADED = 0.8
TITLES = ("title", "heading")
_CAPITAL = rf"[{UPPER}](?![{UPPER}])[^\W\d_]*"
_BEARER = re.compile(
    rf"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|[Ss]ở|[Bb]ộ|[Cc]ục|[Bb]an)"
    rf"\s+(?P<one>{_CAPITAL}(?:\s+[^\W\d_]+)?)|(?<!^)(?P<name>\b{_CAPITAL}(?:\s+{_CAPITAL})+)"
)
Measured = Target | Observation


def values(reading: Reading) -> Sequence[Decimal]:
    """All that the text below its titles counts or measures."""
    titles = [(unit.start, unit.end) for unit in reading.units if unit.role in TITLES]
    found: set[Decimal] = set()
    index = 0
    for number in reading.numbers:
        while index < len(titles) and titles[index][1] <= number.start:
            index += 1
        if index == len(titles) or number.start < titles[index][0]:
            found.add(number.value)
    return sorted(found)


def with_headings(found: list[Measured], headed: list[Measured], values: Sequence[Decimal]) -> list[Measured]:
    """The facts with those of titles and headings: these repeat the text below, and say more than it only rarely."""
    joined = list(found)
    places: dict[object, list[int]] = {}
    for index, fact in enumerate(found):
        places.setdefault((fact.value, _scale(fact)), []).append(index)
    for fact in headed:
        same = places.get((fact.value, _scale(fact)), [])[-_WINDOW:]
        alike = next((i for i in same if type(joined[i]) is type(fact) and _overlap(joined[i], fact) >= 0.5), None)
        if alike is not None:
            joined[alike] = replace(joined[alike], evidence=(*joined[alike].evidence, *fact.evidence))
        elif not same and (not found or _is_new(fact, values)) and "?" not in fact.evidence[0].quote:
            joined.append(replace(fact, confidence=round(fact.confidence * _HEADED, 3)))
    return joined


def _scale(fact: Measured) -> str | None:
    """The unit, of a share without what it is a share of: "% GDP" is "%"."""
    return "%" if (fact.unit or "").startswith("% ") else fact.unit


def _is_new(fact: Measured, values: Sequence[Decimal]) -> bool:
    """Whether a title gives a share, or a large number, that the text below has not, nor one of which it is rounded."""
    value = fact.value
    if value is None or (fact.unit != "%" and value < _LARGE):
        return False
    near = bisect_left(values, value / (1 + _ROUNDED)), bisect_right(values, value / (1 - _ROUNDED))
    return not any(abs(other - value) <= abs(other) * _ROUNDED for other in values[slice(*near)])


def once(facts: list[Measured]) -> list[Measured]:
    """The facts, those that say the same thing again joined to the fullest, with all evidence."""
    kept: list[Measured] = []
    places: dict[object, list[int]] = {}
    for fact in facts:
        alike = places.setdefault((type(fact), fact.value, fact.upper), [])
        index = next((i for i in alike[-_WINDOW:] if _same(fact, kept[i])), None)
        if index is None:
            alike.append(len(kept))
            kept.append(fact)
            continue
        other = kept[index]
        best = max((other, fact), key=lambda one: (one.confidence, len(one.indicator)))
        kept[index] = _completed(replace(best, evidence=(*other.evidence, *fact.evidence)), other, fact)
    return kept


def _completed(best: Measured, *others: Measured) -> Measured:
    """The best of the facts that say the same, with the agency and the time that only another of them gives."""
    if best.period is None:
        best = replace(best, period=next((other.period for other in others if other.period), None))
    if isinstance(best, Observation) and best.agency is None:
        told = (other.agency for other in others if isinstance(other, Observation) and other.agency)
        return replace(best, agency=next(told, None))
    return best


def _same(one: Measured, other: Measured) -> bool:
    if (one.period and other.period and one.period != other.period) or _of_others(one, other):
        return False
    if one.unit == other.unit and one.period == other.period and _within(one, other):
        return True
    if one.unit == other.unit and _telling(one.value) and _overlap(one, other) >= _ALIKE:
        return True  # a value that no two indicators of a text share by chance
    if (
        one.unit == other.unit
        and _telling(one.value)
        and sums.is_named(one.indicator)
        and sums.is_named(other.indicator)
    ):
        return True
    if one.unit == other.unit != "%" and one.value is not None and _begins(one) == _begins(other):
        return True
    precise = one.upper is not None or one.unit in TIMES
    if precise and one.unit == other.unit and _shared(one, other) >= 1:
        return True  # "thời gian" and "thời gian giải quyết" from 20-45 days
    short, long = sorted((one.unit or "", other.unit or ""), key=len)
    if short == long:
        return _overlap(one, other) >= 0.8 and _shared(one, other) >= 0.9
    return long.startswith(short) and _overlap(one, other) >= 0.6


def _of_others(one: Measured, other: Measured) -> bool:
    """Whether each names a body or place of which the other says nothing: "của xã Bát Xát", "của xã Sa Pa"."""
    first, second = (
        {key(found["one"] or found["name"]) for found in _BEARER.finditer(fact.indicator)} for fact in (one, other)
    )
    if first and second and not first & second:
        return True
    agencies = [fact.agency for fact in (one, other) if isinstance(fact, Observation) and fact.agency]
    short, long = sorted(agencies, key=len) if len(agencies) == 2 else ("", "")
    return not long.startswith(short)  # "Sở Y tế" is "Sở Y tế tỉnh Lào Cai"


def _telling(value: Decimal | None) -> bool:
    """Whether a value is printed with so many digits, or is so large, that it tells what it is a value of."""
    if value is None:
        return False
    digits = len(value.normalize().as_tuple().digits)
    return digits >= _TELLING_DIGITS or (digits > 1 and _is_large(value))


def _is_large(value: Decimal | None) -> bool:
    return value is not None and value >= _LARGE


def _begins(fact: Measured) -> list[str]:
    return key(fact.indicator).split()[:_OPENING]


def _within(one: Measured, other: Measured) -> bool:
    """Whether nearly all words of the shorter indicator stand in the longer: a lead, and the text in full."""
    short, long = sorted((set(key(fact.indicator).split()) for fact in (one, other)), key=len)
    return len(short) >= _TELLING and len(short & long) >= 0.9 * len(short)


def _shared(one: Measured, other: Measured) -> float:
    """How much of the shorter name stands in the longer: "… của cảng biển" and "… của cửa khẩu" are two indicators."""
    first, second = set(key(one.indicator).split()), set(key(other.indicator).split())
    return len(first & second) / max(min(len(first), len(second)), 1)


def _overlap(one: Measured, other: Measured) -> float:
    first, second = set(key(one.indicator).split()), set(key(other.indicator).split())
    return len(first & second) / max(len(first), len(second), 1)
