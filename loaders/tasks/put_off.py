"""Work that is put off: "Đồng ý cho Sở X lùi thời hạn trình Đề án Y từ tháng 10/2025 sang tháng 01/2026".

Who grants it says so in a word ("đồng ý cho", "thống nhất", "cho phép"), or an item of a document begins with it
("Gia hạn đến hết quý I …"). What somebody asks for, or is refused, is none.
"""

from __future__ import annotations

import re

from loaders.reading import Period, Unit
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import NEGATED, Order
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, WHOEVER
from loaders.words.flat import Pattern

_VERB = re.compile(
    r"(?:(?P<only>gia han)|(?:lui|keo dai|hoan|gian|doi|dieu chinh|chuyen|thay doi))"
    r"(?P<what>\s+(?:them\s+)?(?:moc\s+)?(?:thoi han|thoi gian|thoi diem|tien do|han|lo trinh)\b)?(?!\w)"
    r"(?P<until>\s+(?:them\s+)?(?:den|sang|toi)\b)?"
)
_VERBS = TRIGGERS.add(_VERB, ("lui", "gia han", "keo dai", "hoan", "gian", "doi", "dieu chinh", "chuyen", "thay doi"))
_SPELT = Pattern(r"(?:gia hạn|lùi|kéo dài|hoãn|giãn|dời|điều chỉnh|chuyển|thay đổi)\b")
_GRANTED = Pattern(r"\b(?:đồng ý|thống nhất|nhất trí|cho phép|chấp thuận|quyết định|cho|phê duyệt)\b[^.;:]{0,160}$")
_ASKED = Pattern(
    r"\b(?:không|không được|chưa|xin|xin phép|nếu|trường hợp|kiến nghị|(?<!về )việc|đề nghị(?! của)|đề xuất(?! của)"
    r"|phải|tránh)"
    r"\s+(?:được\s+|cho\s+|để\s+|tiếp tục\s+|xin\s+|phép\s+)*$"
)
_LEAVE = re.compile(  # "Đề nghị Thủ tướng Chính phủ cho phép gia hạn …": only asked for
    rf"\b(?:de nghi|kien nghi|de xuat|xin)\s+{WHOEVER}\s+(?:(?:xem xet|dong y|cho|phep|chap thuan|thong nhat),?\s+)+$"
)
_TO = re.compile(rf"\b(?:cho|de)\s+(?:phep\s+)?(?:cac\s+)?(?P<who>{WHOEVER})\s+(?:duoc\s+)?(?:tiep tuc\s+)?$")
_TO_AFTER = re.compile(rf"\s*,?\s*(?:doi voi|cho)\s+(?:cac\s+)?(?P<who>{WHOEVER})\s*")
_OF = re.compile(rf"\s+(?:cua|do|giao(?: cho)?)\s+(?P<who>{WHOEVER})(?:\s+(?:chu tri|thuc hien))*\s*$")
_ASKED_BY = re.compile(rf"\b(?:theo|voi)\s+(?:de nghi|de xuat|kien nghi)\s+cua\s+(?P<who>{WHOEVER})")
_AGREED_WITH = re.compile(rf"\b(?:de nghi|de xuat|kien nghi)\s+cua\s+(?P<who>{WHOEVER})")
_PLAIN = re.compile(  # before the work proper: "thời hạn thực hiện nhiệm vụ …", "thời gian của dự án …"
    r"\s*(?:(?:hoan thanh|thuc hien|trien khai)\s+)?(?:(?:cac\s+)?(?:nhiem vu|viec)\s+|(?:doi voi|cua"
    r"|cho)\s+(?:viec|nhiem vu)\s+)"
)
_UNDER = re.compile(rf"\s+(?:duoc\s+)?(?:giao\s+)?(?:tai|theo|neu tai)\s+(?P<what>[{DOCUMENT}]++)[^,;.:]{{0,20}}$")
_TOWARD = re.compile(r"\s*,?\s*(?:(?:(?<!thong )tu|sang|den|toi|thanh|cham nhat|truoc|het|la|vao|trong|them|cho)\s*)*$")
_NEW = re.compile(r"\b(?:den|sang|toi|cham nhat|muon nhat|truoc|het)\b")
_BEFORE_NEW = re.compile(r"\b(?:sang|den|toi|thanh|truoc)\s*$")
_SINCE = re.compile(r"(?<!thong )\btu\s*$")
_FROM = re.compile(r"tu\b")
_STOP = re.compile(r"[;.](?=\s|$)")
_ANOTHER = re.compile(r"\s*,?\s*(?:dong thoi|nhung|song|va|con|yeu cau|giao|de nghi)\b")  # no work that is put off
_SHORTEST = 2  # words of work


def order(page: Masked, unit: Unit, end: int) -> Order | None:
    """The work that a clause puts off, with its new time."""
    for verb in page.occurrences(_VERBS).within(unit.start, end):
        if not verb["only"] and not verb["what"] and not (verb[0].startswith("lui") and verb["until"]):
            continue
        if not page.match(_SPELT, verb.start(), verb.end()):
            continue
        granted = _granted(page, unit, verb, end)
        if granted:
            return granted
    return None


def _granted(page: Masked, unit: Unit, verb: re.Match[str], end: int) -> Order | None:
    """The work whose time a verb of putting off moves, where that is granted: whose, what, until when."""
    begin = page.after_marker(unit)
    near = max(begin, verb.start() - 200)
    opens = verb.start() == begin and page.reading.own is not None
    granted = page.search(_GRANTED, near, verb.start())
    if not (opens or granted) or page.search(_ASKED, near, verb.start()):
        return None
    if _LEAVE.search(page.mask, near, verb.start()):
        return None
    if granted and page.search(NEGATED, near, granted.start()):
        return None  # "không đồng ý cho Sở X lùi thời hạn …"
    stop = _STOP.search(page.mask, verb.end(), end)
    last = stop.start() if stop else end
    new = _new(page, verb.end() - len(verb["until"] or ""), last)
    if new is None:
        return None
    at = verb.end("what") if verb["what"] else verb.end("only") if verb["only"] else verb.end()
    to = _TO.search(page.mask, near, verb.start())
    start, until = _work(page, at, new, last)
    names = page.names(to.start("who"), to.end("who")) if to else ()
    after = _TO_AFTER.match(page.mask, start, until)
    if after:
        names = names or page.names(after.start("who"), after.end("who"))
        start = after.end()
    plain = _PLAIN.match(page.mask, start, until)
    if plain and len(page.mask[plain.end() : until].split()) >= _SHORTEST:
        start = plain.end()
    under = _UNDER.search(page.mask, start, until)
    until = under.start() if under else until
    owner = _OF.search(page.mask, start, until)
    if owner:
        names = names or page.names(owner.start("who"), owner.end("who"))
        until = owner.start()
    asked = (
        None
        if names
        else _AGREED_WITH.search(page.mask, near, verb.start()) or _ASKED_BY.search(page.mask, verb.end(), last)
    )
    if asked:
        names = page.names(asked.start("who"), asked.end("who"))
    while (
        start < until and not page.mask[start].isalnum() and page.mask[start] not in (ACTOR, PERSON, DOCUMENT, "\x05")
    ):
        start += 1
    if len(page.mask[start:until].split()) < _SHORTEST and len(page.text[start:until].split()) < _SHORTEST:
        return None
    giver = page.giver(unit, granted.start()) if granted else None
    mandate = page.cited(under.start("what")) if under else None
    return Order(verb.start(), start, until, names, giver, mandate, status="extended", deadline=new, sure=0.8)


def _times(page: Masked, start: int, end: int) -> list[Period]:
    """The times in a stretch, also those that a name beside them has swallowed; a document's date is none."""
    return [
        period
        for period in ordered.within(page.reading.periods, start, end)
        if period.end <= end and period.value and page.mask[period.end - 1] not in (DOCUMENT, ACTOR, PERSON)
    ]


def _new(page: Masked, start: int, end: int) -> Period | None:
    """The new time: the last that the clause names with a word of direction."""
    folded = page.reading.folded
    for period in reversed(_times(page, start, end)):
        if _NEW.search(folded, period.start, period.end) or _BEFORE_NEW.search(folded, start, period.start):
            return period
    return None


def _work(page: Masked, start: int, new: Period, end: int) -> tuple[int, int]:
    """The words of the work: before the new time and the old, or after them where nothing stands before."""
    until, folded = new.start, page.reading.folded
    for period in _times(page, start, new.start):
        since = _FROM.match(folded, period.start) or _SINCE.search(folded, start, period.start)
        if since and len(folded[period.end : new.start].split()) <= 3:
            until = period.start
    tail = _TOWARD.search(folded, start, until)
    until = tail.start() if tail else until
    if len(page.text[start:until].split()) < _SHORTEST:
        return (new.end, new.end) if _ANOTHER.match(folded, new.end, end) else (new.end, end)
    return start, until
