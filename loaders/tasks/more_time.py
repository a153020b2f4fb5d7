"""More time that somebody gets, or does not: "Sở X được gia hạn đến hết quý I", "Bộ Y có thêm ba tháng để …".

Told where orders are told. Where it is refused, the clause orders: "Đề án không lùi nữa mà trình luôn trong tháng 10".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading import Unit
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Context, Course, Order
from loaders.words.clauses import ACTOR, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

_SPAN = (
    r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua)\s+(?:ngay|tuan|thang|quy|nam)(?:\s+(?:nua|lam viec))?"
)
_MORE = TRIGGERS.add(
    rf"(?:(?P<granted>gia han|(?:lui|gian|keo dai)(?=\s+(?:thoi han|thoi gian|han|tien do|moc|den|sang|them|nua"
    rf"|lai)\b))"
    rf"|co them\s+(?P<span>{_SPAN})(?=\s*(?:[,;.]|(?:de|nham|cho|nua)\b|$)))"
    r"(?P<what>\s+(?:them\s+)?(?:thoi han|thoi gian|han|tien do|moc)\b)?"
    rf"(?P<more>\s+(?:lan (?:cuoi(?: cung)?|nua|thu \w+|nay)|them(?:\s+{_SPAN})?|nua))*(?!\w)",
    ("gia han", "lui", "gian", "keo dai", "co them"),
)
_SPELT = Pattern(r"(?:gia hạn|lùi|giãn|kéo dài|có thêm)\b")
_GETS = re.compile(
    rf"(?P<who>{WHOEVER})(?:\s*\([^()]*\))?\s+(?:(?:se|da|cung|chi|deu|tiep tuc)\s+)*"
    rf"duoc\s+(?:{WHO}\s+)?(?:(?:dong y|cho|phep|tiep tuc)\s+)*$"
)
_HAS = re.compile(rf"(?P<who>{WHOEVER})(?:\s*\([^()]*\))?\s+(?:(?:se|cung|chi|con|deu)\s+)*$")
_NOT = Pattern(r"\bkhông (?:được |thể |cho |còn )*$")
_TO = re.compile(r"\s*,?\s*(?:(?:den|sang|toi|vao|truoc|trong)\s[^,;.]{2,40}?\s)?(?:de|nham)\s+(?:phai\s+)?")
_BESIDE = re.compile(r"[^,;.]{0,60},\s*(?:va\s+)?(?:nghia la|tuc la|tuc|co nghia la)?\s*(?:(?:phai|can|se)\s+)*")
_SO = re.compile(r",\s*(?:nghia la|tuc la|tuc|co nghia la)\s")
_INSTEAD = re.compile(rf"\s*,?\s*(?:ma\s+|(?P<who>{WHOEVER})\s+|(?=(?:phai|can)\s))(?:(?:phai|can|se)\s+)*")
_ANSWERS = re.compile(
    rf",\s*(?:(?:trach nhiem|dau moi|viec nay)\s+)?(?:thuoc(?:\s+ve)?|la|do|giao(?:\s+cho)?)\s+(?P<who>{WHOEVER})"
)
_THING = re.compile(
    rf"(?:^|[.;:]\s|,\s+(?:rieng|con)\s)\s*(?:(?:rieng|con|voi|doi voi)\s+)*"
    rf"(?P<what>[^,;:.{ACTOR}{PERSON}]{{4,120}}?)\s+(?:thi\s+)?(?:se\s+)?$"
)
_OPENING = re.compile(r"(?:voi|doi voi|rieng|con|ve)\s[^,;.:]{3,80},\s*$")
_STOP = re.compile(r"[.;](?=\s|$)")


def orders(page: Masked, course: Course, unit: Unit, end: int, speaker: str | None) -> Iterator[Order]:
    """The work for which a unit gives more time, or refuses it."""
    if not (speaker or course.ordering) or page.reading.own is not None:
        return
    for match in page.occurrences(_MORE).within(unit.start, end):
        if not page.match(_SPELT, match.start(), match.end()):
            continue
        stop = _STOP.search(page.mask, match.end(), end)
        order = _refused(page, unit, match, stop.start() if stop else end)
        order = order or _given(page, unit, match, stop.start() if stop else end)
        if order:
            yield _by(order, course.context, unit)


def _by(order: Order, before: Context, unit: Unit) -> Order:
    """The order on the word, and by the document, of the one before it in the paragraph."""
    if not before.orders or before.block != unit.block:
        return order
    return replace(order, directed_by=before.directed_by, mandate=before.mandate)


def _given(page: Masked, unit: Unit, match: re.Match[str], end: int) -> Order | None:
    """ "X được gia hạn đến …", "X có thêm ba tháng để …": the work that the clause names, else the whole clause."""
    gets = (_GETS if match["granted"] else _HAS).search(page.mask[unit.start : match.start()])
    if gets is None or PERSON in gets["who"]:
        return None
    who = unit.start + gets.start("who")
    new = page.deadline(match.end(), end)
    to = _TO.match(page.mask, match.end(), end)
    beside = _BESIDE.match(page.mask, match.end(), end)
    opening = _OPENING.search(page.mask, unit.start, who)
    start = opening.start() if opening else who
    if to and page.begins_work(to.end(), end):
        start = to.end()
    elif new is None and match["granted"]:
        return None
    elif beside and page.begins_work(beside.end(), end):
        start = beside.end()
    elif page.begins_work(match.end() + 1, end) and match["granted"]:
        start = match.end() + 1  # "được gia hạn nộp báo cáo đến 31/12"
    elif not (new and (_SO.search(page.mask, match.end(), end) or match["granted"])):
        return None
    names = page.names(who, unit.start + gets.end("who"))
    return Order(who, start, end, names, status="extended", deadline=new, sure=0.7)


def _refused(page: Masked, unit: Unit, match: re.Match[str], end: int) -> Order | None:
    """ "Đề án không gia hạn nữa mà trình luôn trong tháng 10, trách nhiệm thuộc Bộ X"."""
    none = page.search(_NOT, max(unit.start, match.start() - 24), match.start())
    instead = _INSTEAD.match(page.mask, match.end(), end) if none else None
    if none is None or instead is None or not page.begins_work(instead.end(), end):
        return None
    thing = _THING.search(page.mask[unit.start : none.start()])
    answers = _ANSWERS.search(page.mask, instead.end(), end)
    start = unit.start + thing.start("what") if thing else instead.end()
    refused = _HAS.search(page.mask, unit.start, none.start())
    refused = None if refused is None or PERSON in refused["who"] else refused
    whose = instead if instead["who"] else refused or answers
    names = page.names(*whose.span("who")) if whose else ()
    trigger = refused.start("who") if refused else start
    stop = answers.start() if answers else end
    return Order(trigger, start, stop, names, deadline=page.deadline(instead.end(), stop), sure=0.8)
