"""Work whose object stands before who does it: "Nghị định này Bộ X sẽ trình …", "Đề án do Sở Y chủ trì, trình …"."""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern

_THING = (
    r"(?:(?:du thao|du an|ban du thao|ho so)\s+)?"
    rf"(?:[{DOCUMENT}{PROGRAMME}]++|(?:chi thi|danh muc|{clauses.alternation('products')})\b)"
    rf"[^,.;:{ACTOR}{PERSON}]{{0,120}}?"
    r"(?<! cua)(?<! thuoc)(?<! cho)(?<! voi)"  # "dự án của Bộ X": whose it is, not who does it
)
_AS_TO = r"(?:(?:rieng|con|doi voi|ve)\s+)?"
_BEFORE = re.compile(rf"(?:^|[.;:,]\s+|\b(?:rang|va)\s+){_AS_TO}(?P<thing>{_THING})\s*,?\s*$")
_TOPIC = re.compile(  # "còn khung vị trí việc làm ở cấp xã thì"
    rf"(?:^|[.;:,]\s+|\brang\s+){_AS_TO}(?!(?:neu|khi|muon|trong|sau|truoc|do|vi|tu|de|hien|theo|luc)\b)"
    rf"(?P<thing>\w[^,.;:{ACTOR}{PERSON}]{{7,120}}?)\s+thi\s+$"
)
_AT_ONCE = re.compile(  # a verb without an object: "phải mở trước ngày 15/12"
    r"(?:\w+\s+){1,3}?(?=(?:trong|truoc|vao|cham nhat|muon nhat|cuoi|dau|giua|tu|den|xong)\b)"
    r"|(?:\w+\s*){1,2}(?=[,.;]|$)"
)
_HANDED = Pattern(  # what is done with it, without another object
    rf"(?:trình|gửi|báo cáo|ban hành|công bố|hoàn thành|hoàn thiện|phê duyệt|thông qua|ký|xong)\b"
    rf"(?:\s+(?:{WHO}|cấp có thẩm quyền|cơ quan có thẩm quyền|cấp trên|chính thức))*"
    r"(?:\s+(?:xem xét|ban hành|phê duyệt|thông qua|quyết định|ký|cho ý kiến|và|,))*"
    r"\s*(?=[,.;]|$|(?:trong|trước|vào|tại|đến|chậm nhất|muộn nhất|cuối|đầu|giữa|ngay|theo|để)\b)"
)
_LED = re.compile(rf"{_AS_TO}(?P<thing>{_THING})\s+(?:(?:se|duoc)\s+)?do\s+(?P<who>{WHOEVER})\s+")
_DOES = re.compile(rf"{_AS_TO}(?P<thing>{_THING})\s*,\s+(?P<who>{WHOEVER})\s+(?:(?:phai|can|co trach nhiem)\s+)?")
_OPENS = re.compile(
    rf"(?P<thing>{_THING})(?<! ve)(?<! toi)(?<! gui)(?<! tu)\s*,?\s+"
    rf"(?:(?:thi|se|dang|duoc)\s+)*(?:do\s+)?{WHOEVER}\s+(?!va\b)"
)
_OWING = re.compile(r"\s(?:phải|phai|cần|can|sẽ|se|dự kiến|du kien|được|duoc)$")
_AGAIN = re.compile(r"\b(?:nay|do|tren)$")
_NAMED = 3  # words that a kind has with what it is called, at least
_FAR = 200  # characters from the object to who does the work
_PAST = Pattern(r"\b(?:đã|vừa|từng)\s")


def thing(page: Masked, unit: Unit, who: int, work: int, end: int) -> tuple[int, int] | None:
    """Where the clause and its object begin that stands before who does the work, where its verb names none behind."""
    begin = max(page.after_marker(unit), who - _FAR)
    topic = _TOPIC.search(page.mask[begin:who])
    if topic and _AT_ONCE.match(page.mask, work, end):
        return begin + topic.start(), begin + topic.start("thing")
    if not page.match(_HANDED, work, end):
        return None
    found = _BEFORE.search(page.mask[begin:who])
    return (begin + found.start("thing"), begin + found.start("thing")) if found else None


def product(page: Masked, start: int, end: int) -> str | None:
    """The object with which work begins, where it is named: "Nghị định về cấp nước Bộ X sẽ trình …"."""
    found = _OPENS.match(page.mask, start, end)
    named = page.text[slice(*found.span("thing"))] if found else ""
    named = _OWING.sub("", named)
    bare = len(named.split()) < _NAMED or _AGAIN.search(fold(named))  # "hướng dẫn các sở …": a verb
    return None if bare else named


def order(page: Masked, unit: Unit, end: int) -> Order | None:
    """ "Đề án này do Bộ X chủ trì, trình trước 30/6", "Quy chế Z, Sở Y trình trước 15/8": with its time to come."""
    begin = page.after_marker(unit)
    for way in (_LED, _DOES):
        found = way.match(page.mask, begin, end)
        if found is None or PERSON in found["who"] or not page.ahead(found.end(), end):
            continue
        if page.search(_PAST, begin, end) or not page.begins_work(found.end(), end):
            continue
        if way is _DOES and not page.match(_HANDED, found.end(), end):
            continue
        return Order(begin, found.start("thing"), end, page.names(*found.span("who")), sure=0.6)
    return None
