"""Who gives an order: who stands before its verb, or before an earlier verb of the sentence."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, PERSON, WHO

_SECOND = re.compile(r"(?:,|\bva|\bdong thoi|\bnhung|\bsong)\s+(?:(?:dong thoi|va|cung|da|nhung|song|van|con)\s+)*$")
_SPOKEN_OF = re.compile(  # "A phê bình Sở X và yêu cầu …"
    r"\b(?:phe binh|nhac nho|khien trach|kiem diem|canh cao|bieu duong|khen ngoi|khen|cam on|ghi nhan)\s+"
    r"(?:(?:nghiem khac|doi voi|cac)\s+)*\Z"
)
_TOLD_BEFORE = re.compile(  # "A chỉ đạo Tập đoàn B lập phương án và giao …"
    r"\b(?:chi dao|giao|yeu cau|de nghi|phan cong|don doc)\s+(?:(?:cho|cac)\s+)*\Z"
)
_OBJECT_BEFORE = re.compile(r"\s*,?\s*(?:nhung|song|dong thoi|roi)\s+(?:(?:cung|da|dong thoi|con|van)\s+)*")
_FIRST = re.compile(
    rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,60}},\s*)?(?:[^,.;:{ACTOR}{PERSON}]{{0,20}}\s)?(?P<who>{WHO})(?:\s*,[^.;:]{{1,80}}?,|,)?\s+(?=\w)"
)


def near(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Who stands before a verb of ordering, no object of a verb before it: "A khen Bộ X nhưng yêu cầu …"."""
    named = page.actors_in(unit.start, trigger)
    behind = named and (
        _OBJECT_BEFORE.fullmatch(page.mask, named[-1][1], trigger)
        or _SPOKEN_OF.search(page.mask, unit.start, named[-1][0])
    )
    first = of_first_verb(page, unit, trigger) if behind and len(named) > 1 else None
    told = len(named) > 1 and _TOLD_BEFORE.search(page.mask, unit.start, named[-1][0])
    if first is None and told and _SECOND.search(page.mask, max(unit.start, trigger - 24), trigger):
        begin = named[0][0]
        first = None if page.governed(unit, begin) else (*page.names(*named[0]), None)[0]
    return first or page.giver(unit, trigger)


def of_first_verb(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Who gives an order by a second verb: "Chủ tịch A phê bình bốn sở, yêu cầu …"."""
    if not _SECOND.search(page.mask, max(unit.start, trigger - 24), trigger):
        return None
    first = _FIRST.match(page.mask, unit.start, trigger)
    if first is None or page.governed(unit, first.start("who")):
        return None
    return (*page.names(*first.span("who")), None)[0]
