"""Work whose deadline a clause gives by its noun: "Hạn chót để các nhà mạng hoàn tất … là ngày 31/10".

Whoever sets it stands before: "A chốt mốc 20/10 để Sở X bàn giao …", "A cho Sở Y thời hạn đến 20/10 để sửa …".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading import Period, Unit
from loaders.tasks import nameless, subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import ACTOR, PERSON, WHOEVER
from loaders.words.flat import Pattern

_NOUNS = ("han chot", "han cuoi cung", "han cuoi", "thoi han", "han", "moc thoi gian", "moc")
_NOUN = TRIGGERS.add(rf"(?:{'|'.join(_NOUNS)})(?!\w)", _NOUNS)
_NONE = re.compile(r"\b(?:qua|het|gia|keo dai|lui|chua den|dung|truoc|vo|co|ngan|dai|sau)\s+$")
_TO_WHOM = re.compile(rf"\b(?:cho|giao|danh cho)\s+(?:cac\s+)?(?P<who>{WHOEVER})\s+(?:mot\s+)?$")
_GAP = rf"[^.;:{ACTOR}{PERSON}]{{0,40}}?\bde\s+(?:cac\s+)?"
_BUT_WHO = re.compile(_GAP)
_WHO = re.compile(rf"{_GAP}(?P<who>{WHOEVER})\s+")
_FOR = re.compile(r"[^.;:,]{0,30}?\b(?:cho|doi voi)\s+(?=\w|[\x01])")  # "chốt hạn 31/12 cho các bộ công bố …"
_THOSE = re.compile(rf"(?:cac\s+)?(?P<who>{WHOEVER})\s+(?:(?:phai|can)\s+)?")
_OWES = Pattern(r"(?:phải|cần(?! đối\b| nhắc\b))\s+")
_OF = re.compile(
    r"\s+(?P<work>(?:hoan thanh|hoan tat|thuc hien|trinh|nop|gui|cong bo|trien khai)\s[^.;:]{3,160}?)"
    rf"\s+(?:cua|doi voi)\s+(?:cac\s+)?(?P<who>{WHOEVER})\s+(?=(?:la|vao)\b)"
)
_NAMED = re.compile(rf"\s+(?:de\s+)?(?P<work>[^.;:{ACTOR}{PERSON}][^.;:]{{7,160}}?)\s*(?::|\b(?:la|vao))\s")
_CLAUSE = re.compile(r"[^.;\"]*")
_FEW = 3  # words of work by a verb that no table knows
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_LAST_YEAR = 9900  # a date beyond the calendar is a misprint
_DAYS = {"ngay": 1, "tuan": 7}
_ALLOWED = TRIGGERS.add(  # "X cho Bộ Y 10 ngày để thẩm định …"
    rf"cho\s+(?:cac\s+)?(?P<who>{WHOEVER})\s+(?:(?:thoi han|thoi gian|toi da|dung|(?P<more>them))\s+)*"
    rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?P<unit>ngay|tuan|thang)(?P<working>\s+lam viec)?"
    r"\s*,?\s+(?:de\s+)?(?:phai\s+)?",
    ("cho",),
)
_BESIDE = re.compile(r"[;.](?=\s|$)|,\s+(?:con|rieng|trong khi)\s")  # what is said of something else
_IS = re.compile(r"\s+(?:la|vao)\s+$")


def orders(page: Masked, unit: Unit, end: int) -> Iterator[Order]:
    """The pieces of work that a unit gives a deadline by its noun, each with who has to do it."""
    for noun in page.occurrences(_NOUN).within(unit.start, end):
        if _NONE.search(page.mask, max(unit.start, noun.start() - 10), noun.start()):
            continue
        begin = 1 + max(page.mask.rfind(mark, unit.start, noun.start()) for mark in '.;"')
        clause = _CLAUSE.match(page.mask, noun.end(), end)
        stop = clause.end() if clause else end
        due = page.deadline(max(begin, unit.start), stop)
        order = _order(page, unit, noun, stop) if due else None
        if due is None or order is None or not _works(page, order):
            continue
        said = _IS.search(page.mask, order.start, due.start)
        yield replace(order, end=min(order.end, said.start()) if said else order.end, deadline=due)


def allowed(page: Masked, unit: Unit, end: int) -> Iterator[Order]:
    """The work for which somebody gives a body so much time: "Thủ tướng cho Bộ X 10 ngày để thẩm định …"."""
    for span in page.occurrences(_ALLOWED).within(unit.start, end):
        giver, names = page.giver(unit, span.start()), page.names(*span.span("who"))
        if giver is None or giver in names or not page.begins_work(span.end(), end):
            continue
        due = Period(span.start("count"), span.end("unit"), _then(page, span))
        beside = _BESIDE.search(page.mask, span.end(), end)
        stop = beside.start() if beside else end
        yield Order(span.start(), span.end(), stop, names, giver, deadline=due, sure=0.7, giver=True)


def _then(page: Masked, span: re.Match[str]) -> str | None:
    """The day on which the time is over that is given on the source's day; None of working days or more time."""
    count = _COUNTS.get(span["count"]) or int(span["count"])
    today = page.reading.today
    if today is None or today.year > _LAST_YEAR or span["working"] or span["more"]:
        return None
    if span["unit"] in _DAYS:
        return (today + datetime.timedelta(days=count * _DAYS[span["unit"]])).isoformat()
    months = today.year * 12 + today.month - 1 + count
    return f"{months // 12}-{months % 12 + 1:02d}"


def _works(page: Masked, order: Order) -> bool:
    return page.begins_work(order.start, order.end) or subjects.any_verb(page, order.start, order.end, least=_FEW)


def _order(page: Masked, unit: Unit, noun: re.Match[str], stop: int) -> Order | None:
    """Who has to act, on whose word, and where the work begins and ends."""
    at = noun.start()
    whose, work, last = _TO_WHOM.search(page.mask, max(unit.start, at - 200), at), None, stop
    if whose:
        at, work = whose.start(), _BUT_WHO.match(page.mask, noun.end(), stop)
    elif whose := _OF.match(page.mask, noun.end(), stop):
        return Order(at, whose.start("work"), whose.end("work"), page.names(*whose.span("who")), sure=0.6)
    elif whose := _WHO.match(page.mask, noun.end(), stop):
        work = page.match(_OWES, whose.end(), stop) or whose
    elif given := _FOR.match(page.mask, noun.end(), stop):
        return _given(page, unit, noun, given.end(), stop)
    elif (own := page.reading.own is not None) and (named := _NAMED.match(page.mask, noun.end(), stop)):
        begin, ends = named.span("work")  # "Hạn chót gửi danh sách người trực: ngày 12/6"
        return Order(at, begin, ends, (), sure=0.6) if own and page.begins_work(begin, ends) else None
    if work is None or whose is None:
        return None
    names, giver = page.names(*whose.span("who")), page.giver(unit, at)
    return Order(noun.start(), work.end(), last, names, giver if giver not in names else None, sure=0.6)


def _given(page: Masked, unit: Unit, noun: re.Match[str], start: int, stop: int) -> Order | None:
    """The work of those for whom a deadline is set, by their name or by a noun."""
    giver, whose = page.giver(unit, noun.start()), _THOSE.match(page.mask, start, stop)
    if giver is None:
        return None
    if whose:
        names, work = page.names(*whose.span("who")), whose.end()
    elif noun_told := nameless.opening(page, start, stop):
        names, work = (noun_told[0],), noun_told[1]
    else:
        return None
    if not page.begins_work(work, stop):
        return None
    return Order(noun.start(), work, stop, names, giver if giver not in names else None, sure=0.6)
