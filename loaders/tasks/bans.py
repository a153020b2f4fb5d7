"""What somebody must not do, or has so long to do: "Công chức không được từ chối …", "Cơ quan X có 8 giờ để trả lời".

Told by who is heard, by a document or after an order; elsewhere the words only say how things are.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import nameless, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words.flat import Pattern

_NO_BAN = Pattern(  # what somebody does not get, or is not: "không được hỗ trợ", "không được tốt"
    r"\s*(?:hỗ trợ|hưởng|cấp|giao|miễn|giảm|mời|bố trí|trả(?! lại)|thanh toán|đào tạo|đầu tư|quan tâm|thông báo"
    r"|giải quyết|phê duyệt|công nhận|chấp thuận|duyệt|biết|như|tốt|cao|lâu|nhiều|bao nhiêu|coi|xem là|gọi|vay|tiếp cận"
    r"|ai|bằng|đáp ứng|đồng bộ|rõ|hay|cập nhật|kết nối|liên thông|nâng cấp|sửa|bổ sung|bảo đảm|đảm bảo)\b"
)
_SO_LONG = re.compile(
    r"\s*(?:toi da\s+|khong qua\s+|dung\s+|chi\s+)*\d{1,3}\s+(?:gio|ngay|tuan|thang|phut)(?:\s+lam viec)?\s+de\s+"
    r"(?=[a-z])"
)
_LEAST = 3  # words that a ban has at least


def forbids(page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """ "Y không được làm Z", of a body or of a doer told by a noun."""
    if page.match(_NO_BAN, match.end(), end) or len(page.mask[match.end() : end].split()) < _LEAST:
        return None
    return _of(page, course, match.start(), unit, end)


def allows_time(page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """ "Y có 8 giờ làm việc để trả lời"."""
    found = _SO_LONG.match(page.mask, match.end(), end)
    if found is None or not page.begins_work(found.end(), end):
        return None
    return _of(page, course, match.start(), unit, end)


def _of(page: Masked, course: Course, start: int, unit: Unit, end: int) -> Order | None:
    """The order to the subject before `start`, where somebody gives orders."""
    under = subjects.under(page, unit, start)
    if not (course.speaker or course.ordering or under):
        return None
    subject = subjects.of_clause(page, unit, start)
    if subject:
        names = page.names(subject.start("who"), subject.end("who"), subject.end("more"))
    else:
        doer = nameless.doer(page, unit, start)
        names = (doer,) if doer else ()
    issuer, mandate = (under.issuer, under.id) if under else (None, None)
    return Order(start, start, end, names, issuer, mandate, sure=0.5) if names else None
