"""Work that somebody promises or takes on: "Y hứa làm Z", "Y nhận lời làm Z", "ông Y hứa Z sẽ xong trước ngày …".

Reads the words behind the promise; whose it is is its subject, the body of a person who makes it.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import nameless, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words import clauses
from loaders.words.clauses import PERSON, WHOEVER
from loaders.words.flat import Pattern

WORDS = frozenset(
    ("hua", "hua se", "nhan se", "nhan loi", "cam doan", "nhan phan viec", "nhan trach nhiem", "nhan nhiem vu")
)
_NO_PLEDGE = Pattern(r"\b(?:lời|thất|không|chưa|từng|như|giữ)\s+$", "lời|thất|không|chưa|từng|như|giữ")
_BEFORE_NOW = Pattern(r"\bđã\s+$", "đã")
_TO_WHOM = re.compile(
    rf"\s*(?:(?:voi|truoc|cung(?! cap\b))\s+(?:cac\s+)?(?:{WHOEVER}|\w+(?:\s\w+){{0,4}}?(?=:)|\w+(?:\s\w+){{0,2}}?)"
    r"(?:\s*:)?\s+(?:rang\s+|la\s+|se\s+)*)?(?::\s+)?"
    r"(?:(?:rang|la|se|cung(?! cap\b)|co gang)\s+)*"
)
_GOES_ON = re.compile(r"(?:va|nhung|song)\b")
_BY_SPEAKER = re.compile(
    r"(?:^|[.;:,\"]\s*|\b(?:dong thoi|va|cung)\s)(?:(?:ong|ba|toi|chung toi|ong cung|ba cung)\s+)?"
    r"(?:(?:xin|cung|con)\s+)*$"
)
_BODY = re.compile(rf"(?P<who>{WHOEVER})\s+(?:se\s+)?(?=\w)")
_FEW = 3  # words of what is promised behind who will do it
_THEY = re.compile(r"\bho\s+(?:(?:cung|da)\s+)?$")
_WILL_BE = re.compile(r"[^,.;:]{4,90}?\s(?:se|di vao|dua vao)\s")


def order(page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """The work that the words promise; None where they are no promise, or what is promised is no work."""
    if page.search(_NO_PLEDGE, max(unit.start, match.start() - 16), match.start()):
        return None
    if page.search(_BEFORE_NOW, max(unit.start, match.start() - 8), match.start()) and not page.ahead(match.end(), end):
        return None
    rest = _TO_WHOM.match(page.mask, match.end(), end)
    start = rest.end() if rest else match.end()
    names = _whose(page, course, match, unit)
    by_own = subjects.OWN.match(page.mask, start, end)
    named = _BODY.match(page.mask, start, end)
    if names and (by_own or named):  # "hứa tỉnh lo một nửa": who will do it is said behind
        own = subjects.speakers_body(page, course) or names
        whose = page.names(*named.span("who")) if named else own
        begin = (named or by_own).end()  # type: ignore[union-attr]
        if page.begins_work(begin, end) or subjects.any_verb(page, begin, end, least=_FEW):
            return Order(match.start(), start, end, whose, status="planned", sure=0.6)
    will = match.group().endswith("se") and subjects.any_verb(page, start, end)
    if not names or not (will or _is_work(page, start, end)):
        return None
    return Order(match.start(), start, end, names, status="planned", sure=0.6)


def _whose(page: Masked, course: Course, match: re.Match[str], unit: Unit) -> tuple[str, ...]:
    """Whose promise it is: the subject's, that of who is heard, or that of who begins the clause."""
    subject = subjects.of_clause(page, unit, match.start())
    if subject:
        names = page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        return page.speaks_for(names[0]) if PERSON in subject["who"] and names else names
    before = page.mask[unit.start : match.start()]
    if _THEY.search(before):
        return _last(page, unit, match.start())
    giver = page.giver(unit, match.start()) or _first(page, unit, match.start())
    if giver and subjects.JOINED.search(before):
        return page.speaks_for(giver)
    if doer := nameless.doer(page, unit, match.start()):
        return (doer,)
    return subjects.speakers_body(page, course) if _BY_SPEAKER.search(before) else ()


def _last(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """The body that "họ" means: the one named last before it."""
    runs = page.actors_in(unit.start, trigger)
    return page.names(*runs[-1]) if runs and page.mask[runs[-1][0]] != PERSON else ()


def _first(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Who begins the sentence whose further verb stands at the trigger: "Bộ trưởng X nhận lỗi, đồng thời hứa …"."""
    runs = page.actors_in(unit.start, trigger)
    names = page.names(*runs[0]) if runs else ()
    return names[0] if names else None


def _is_work(page: Masked, start: int, end: int) -> bool:
    """Whether what is promised is work, or that a thing will be ready by a time."""
    if _GOES_ON.match(page.mask, start, end):
        return False  # "nhận lời và cho biết …"
    if clauses.does_work(page.mask, start, end):
        return True
    ready = page.ahead(start, end) or _WILL_BE.match(page.mask, start, end) is not None
    return ready and subjects.any_verb(page, start, end)
