"""Work that those who decide, agree or promise it do themselves: "hai bên thống nhất làm Z", "X cam kết làm Z"."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import reported_forms, subjects
from loaders.tasks.calls import Answer, Call
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words import clauses
from loaders.words.clauses import PERSON, WHO
from loaders.words.flat import Pattern

VERBS = frozenset(
    ("nhat tri", "dong y", "quyet dinh", "thong nhat", "cam ket", "cho phep", "chap thuan")
)  # these need their subject
_AGREED = re.compile(  # "đồng ý chủ trương …", "cam kết sẽ …", "cam kết trước Bộ trưởng: …"
    r"(?:\s*(?:voi|truoc)\s+[^.;:,\"]{3,60}:)?\s*"
    r"(?:(?:voi|cho|de|viec|chu truong|phuong an|de xuat|kien nghi|de nghi|se|cung|cung nhau)\s+)*"
)
_NO_DECISION = Pattern(
    r"\b(?:điều phối|đồng bộ|tập trung|phối hợp|quản lý|kết nối|dùng chung|liên thông|chỉ đạo|sự|tính|chưa|ra|các|những"
    r"|hệ thống|quy định|thực hiện|triển khai|sử dụng|áp dụng|và)\s*,?\s*$"
)
_COMMITS = re.compile(  # "cam kết không thu phí …", "cam kết trong quý I xong lớp …"
    rf"(?:{clauses.BY_WHEN.pattern})?(?:(?:khong|xong|lam xong|lo|chiu|dong hanh|danh|cu|mien|giam|hoan tra"
    r"|phu(?= (?:song|du|kin))|tiep tuc)\s+(?!chi\b|ngung\b|the\b|gi\b)\w+\s\w+)"
)
_BOTH = re.compile(  # "Bộ X và Bộ Y thống nhất …"
    rf"(?:^|[.;:,]\s)\s*(?P<who>{WHO}\s+va\s+{WHO})\s+(?:(?:da|cung|deu|vua|se)\s+)*$"
)
_SEVERAL = re.compile(r"(?:hai|ba|bốn|các|lãnh đạo (?:hai|các)) ", re.IGNORECASE)


def order(page: Masked, course: Course, call: Call) -> Answer:
    """ "hai bên thống nhất làm Z", "X cam kết làm Z"; "điều phối thống nhất", "ra quyết định" are no verbs."""
    if call.verb not in VERBS:
        return None
    mask, unit, end = page.mask, call.unit, call.end
    if page.search(_NO_DECISION, max(unit.start, call.trigger - 24), call.trigger):
        return "none"
    agreed = _AGREED.match(mask, call.begin, end)
    call.begin = agreed.end() if agreed else call.begin
    who_agree = _committed(page, course, unit, call.trigger, call.verb)
    works = page.begins_work(call.begin, end)
    if call.verb == "cam ket" and not works:
        works = clauses.does_work(mask, call.begin, end) or _COMMITS.match(mask, call.begin, end) is not None
    if who_agree and works:
        return Order(call.trigger, call.begin, end, who_agree, sure=0.7, giver=True)
    return "none" if page.giver(unit, call.trigger) is None else None


def _committed(page: Masked, course: Course, unit: Unit, verb: int, word: str) -> tuple[str, ...]:
    """Those who bind themselves by what is agreed or promised: two parties, or whoever promises."""
    named = page.giver(unit, verb)
    if named is None and word == "cam ket" and reported_forms.is_self(page, unit, verb):
        return subjects.speakers_body(page, course)
    if named is None:
        parties = reported_forms.parties(page, unit, verb)
        return (parties,) if parties else ()
    if word in ("nhat tri", "thong nhat") and (both := _BOTH.search(page.mask[unit.start : verb])):
        return page.names(unit.start + both.start("who"), unit.start + both.end("who"))
    if word == "cam ket":
        several = subjects.of_clause(page, unit, verb)
        names = page.names(*several.span("who")) if several and PERSON not in several["who"] else ()
        return names if len(names) > 1 else page.speaks_for(named)
    return (named,) if _SEVERAL.match(named) else ()
