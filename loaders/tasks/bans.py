"""What somebody must not do, or has so long to do: "Công chức không được từ chối …", "Cơ quan X có 8 giờ để trả lời".

Told by who is heard, by a document or after an order; elsewhere the words only say how things are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading import Unit
from loaders.tasks import nameless, subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import PERSON, WHOEVER
from loaders.words.flat import Pattern

_NO_BAN = Pattern(  # what somebody does not get, or is not: "không được hỗ trợ", "không được tốt"
    r"\s*(?:hỗ trợ|hưởng|cấp|giao|miễn|giảm|mời|bố trí|trả(?! lại)|thanh toán|đào tạo|đầu tư(?! trùng| dàn trải"
    r"| chồng chéo| riêng)|quan tâm|thông báo"
    r"|giải quyết|phê duyệt|công nhận|chấp thuận|duyệt|biết|như|tốt|cao|lâu|nhiều|bao nhiêu|coi|xem là|gọi|vay|tiếp cận"
    r"|ai|bằng|đáp ứng|đồng bộ|rõ|hay|cập nhật|kết nối|liên thông|nâng cấp|sửa|bổ sung|bảo đảm|đảm bảo)\b"
)
_SO_LONG = re.compile(
    r"\s*(?:toi da\s+|khong qua\s+|dung\s+|chi\s+)*"
    r"(?:\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+(?:gio|ngay|tuan|thang|phut)(?:\s+lam viec)?\s+de\s+"
    r"(?=[a-z])"
)
_NO_LONGER = TRIGGERS.add(  # "Từ ngày 1/10, phường không thu bản sao …"
    r"khong\s+(?:con\s+)?(?:thu|nhan|tiep nhan|yeu cau|cap|in|phat hanh|giai quyet|su dung|dung|ap dung|luu hanh)\s+\w",
    ("khong",),
)
_SPELT = Pattern(
    r"không\s+(?:còn\s+)?(?:thu|nhận|tiếp nhận|yêu cầu|cấp|in|phát hành|giải quyết|sử dụng|dùng|áp dụng|lưu hành)\s"
)
_SINCE = re.compile(
    r"(?:^|[;:.\"]\s*)(?P<since>(?:ke\s+)?tu\s+(?:ngay\s+|thang\s+|nam\s+|quy\s+)?(?:\d[\d/.-]*|nay)"
    rf"(?:\s+(?:tro di|nam \d+))?)\s*,?\s+(?P<who>{WHOEVER}|[^,;:.{PERSON}]{{3,50}}?)\s+(?:(?:se|cung|deu)\s+)*$"
)
_ENTRY = Pattern(  # an entry of a list of duties: "Không tự ý dừng hệ thống …", "không để hồ sơ quá hạn"
    r"(?:tuyệt đối\s+|kiên quyết\s+|dứt khoát\s+|nhất định\s+)?không\s+(?P<allowed>được\s+)?(?:phép\s+)?"
    r"(?:để|tự(?:\s+ý)?|tùy\s+tiện|làm|gây|yêu cầu|đòi hỏi|thu|nhận|tiếp nhận|ban hành|đặt(?:\s+ra)?|phát sinh|dùng"
    r"|sử dụng|cung cấp|chia sẻ|tiết lộ|gỡ(?:\s+bỏ)?|xóa|sao chép|đùn đẩy|né tránh|lợi dụng|can thiệp|đầu tư"
    r"|mua(?:\s+sắm)?|trì hoãn|kéo dài|bỏ sót|từ chối|gộp|cắt|chậm|in|lưu|công bố|chuyển|giao|cấp|kết nối|truy cập"
    r"|phát tán|lắp đặt|cài đặt|vận hành|xử lý|giải quyết)\s"
)
_LEAST = 3  # words that a ban has at least


def is_ban(page: Masked, match: re.Match[str], end: int) -> bool:
    """Whether "không được" forbids what follows, and does not say what somebody is not or does not get."""
    return not page.match(_NO_BAN, match.end(), end) and len(page.mask[match.end() : end].split()) >= _LEAST


def opens_with(page: Masked, start: int, end: int) -> bool:
    """Whether an entry of a list of duties forbids: "Không tự ý dừng hệ thống trong giờ hành chính"."""
    found = page.match(_ENTRY, start, end)
    if found is None or len(page.mask[start:end].split()) <= _LEAST:
        return False
    return not (found["allowed"] and page.match(_NO_BAN, found.end("allowed") - 1, end))


def forbids(page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """ "Y không được làm Z", of a body or of a doer told by a noun."""
    if not is_ban(page, match, end):
        return None
    return _of(page, course, match.start(), unit, end)


def allows_time(page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """ "Y có 8 giờ làm việc để trả lời"."""
    found = _SO_LONG.match(page.mask, match.end(), end)
    if found is None or not page.begins_work(found.end(), end):
        return None
    return _of(page, course, match.start(), unit, end)


def from_then(page: Masked, course: Course, unit: Unit, end: int) -> Iterator[Order]:
    """ "Kể từ ngày 1/10, trường không nhận tiền mặt": what a body does no longer."""
    for found in page.occurrences(_NO_LONGER).within(unit.start, end):
        since = _SINCE.search(page.mask[unit.start : found.start()]) if page.match(_SPELT, found.start(), end) else None
        if since is None:
            continue
        who = unit.start + since.start("who"), unit.start + since.end("who")
        names = page.names(*who)
        if not names and nameless.is_body(page, *who):
            names = (" ".join(page.text[slice(*who)].split()),)
        begin = unit.start + since.start("since")
        if names and not any(page.past(one) for one in page.times(begin, who[0])):
            yield Order(begin, begin, end, names, sure=0.6)


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
