"""Values of one thing that several have one after the other, each told by who has it alone.

"Số hồ sơ của Sở A là 1.240, Sở B 865 và Sở C 97", "Đà Nẵng dẫn đầu với 0,48 điểm, tiếp theo là Huế 0,46".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.agencies.registered import countries
from loaders.measures.counting import counted
from loaders.measures.statements import Statement, joined
from loaders.words.wording import Sentence

_BODY = r"(?:[Tt]ỉnh|[Hh]uyện|[Xx]ã|[Pp]hường|[Qq]uận|[Tt]hị xã|[Tt]hành phố|TP\.?|Sở|Bộ|Cục|Ban|Ngành|UBND|Công an)"
_CAPITAL = r"[A-ZĐÀ-Ỹ][^\W\d_]*"
_WHO = rf"(?:{_BODY}(?: [^\W\d_]+,?){{1,9}}?|{_CAPITAL}(?:[ -]{_CAPITAL}){{1,4}})"
_THEN = (
    r"(?:và|va|còn|con|cùng|kế đến|tiếp đến|tiếp theo|tiếp sau|sau đó|rồi đến|theo sau"
    r"|ke den|tiep den|tiep theo|sau do)"
)
_NEXT = re.compile(
    rf"\s*(?:[,;]|\b(?:và|va|còn|con)\b)\s*(?:{_THEN}\s+)?(?:(?:là|la)\s+)?(?P<who>{_WHO})\s+"
    r"(?:(?:có|đạt|với|là|được|chỉ|co|dat|voi|la|duoc|chi)\s+){0,2}"
)
_STOPS = re.compile(r"\s*(?:[,;.)(\n]|\Z|(?:và|va|còn|con)\b)")
_WHOSE = re.compile(rf"(?P<head>.*\S) (?:của|tại|ở) (?P<who>{_WHO})(?: (?:dẫn đầu|đứng đầu|cao nhất|nhiều nhất))?")
_WITH_WHOM = re.compile(rf"(?P<head>[a-zđ]\S*(?: [^A-ZĐ\s]\S*){{0,9}}) (?P<who>{_WHO})")  # "nhiệm vụ chậm Sở Y tế"
_ALONE = re.compile(rf"(?P<who>{_WHO})(?: (?:dẫn đầu|đứng đầu|cao nhất|đứng thứ nhất|nhiều nhất|về nhất))?")
_FAR = 120  # characters from one value to the next


def is_next(text: str, last: int, at: int, end: int) -> bool:
    """Whether a bare figure is the value of the next in a row: "…, Sở Y tế 865 và …". The one before ends at `last`."""
    return at - last < _FAR and _STOPS.match(text, end) is not None and _NEXT.fullmatch(text, last, at) is not None


def told(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements, each of such a row with the thing that the first names, its unit and its own bearer."""
    rows = list(found)
    of = "của"
    head: str | None = None  # what the row is of; "" where the text before it tells that
    for index, said in enumerate(found[1:], 1):
        before = rows[index - 1]
        bearer = _bearer(sentence, before, said)
        if not bearer:
            head = None
            continue
        if head is None:
            whose = _WHOSE.fullmatch(before.base) or _WHOSE.fullmatch(before.indicator)
            of = "của" if whose else ""
            whose = whose or (_WITH_WHOM.fullmatch(before.base) if counted(before.number) else None)
            alone = None if whose else _ALONE.fullmatch(before.base)
            head = whose["head"] if whose else "" if alone and before.number.unit == "điểm" else None
        if head is None:
            continue
        name = joined(head, of, bearer) if head else bearer
        link = replace(said.link, kind=before.link.kind)
        number = replace(said.number, unit=before.number.unit)
        rows[index] = replace(said, number=number, indicator=name, base=name, link=link, verb="", vague=False)
    return rows


def _bearer(sentence: Sentence, before: Statement, said: Statement) -> str:
    """Who has a value, where no more than that is said of it; "" else."""
    text, start = sentence.reading.source.text, before.number.end
    if said.clause.outer or said.number.unit not in (None, before.number.unit) or said.number.start - start > _FAR:
        return ""
    named = _NEXT.fullmatch(text, start, said.number.start)
    if named is None or (
        said.number.unit is not None and not counted(said.number) and said.number.unit not in ("điểm", "%")
    ):
        return ""
    return " ".join(named["who"].split()) if _STOPS.match(text, said.number.end) else ""


@cache
def _countries() -> frozenset[str]:
    return frozenset(countries().values())


def is_country(name: str) -> bool:
    """Whether a phrase is the name of a country."""
    return name in _countries()
