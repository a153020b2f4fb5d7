"""The lists of work that is late, done or under way: what the line above an entry, or a sentence before it, says."""

from __future__ import annotations

import re

from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import DOCUMENT, PROGRAMME
from loaders.words.flat import Pattern

_LIST = Pattern(
    r"\b(?:nhiệm vụ|việc|nội dung|công việc|đơn vị|cơ quan|địa phương|sở, ngành|bộ, ngành|văn bản|đề án|xã|phường)\b"
)
_BEHIND = Pattern(
    r"\b(?:chậm(?! nhất)|quá hạn|trễ hạn|tồn đọng|nợ đọng|không đúng hạn|không đúng tiến độ|chưa hoàn thành"
    r"|chưa thực hiện|chưa đạt tiến độ"
    r"|chưa bảo đảm tiến độ|chưa đúng hạn|chưa đúng tiến độ|chưa triển khai|chưa xong)\b"
)
_LISTS_LATE = Pattern(  # where a sentence lists late work itself: "còn 3 nhiệm vụ chậm tiến độ: Bộ Y tế chưa …"
    r"\b(?:nhiệm vụ|đầu việc|việc|nội dung|văn bản|đề án)\s[^.;:]{0,60}?"
    r"(?:chậm(?! nhất)|quá hạn|trễ hạn|trễ hẹn|tồn đọng|nợ đọng|chưa hoàn thành|chưa thực hiện|chưa triển khai"
    r"|chưa xong)"
    r"[^.;:]{0,40}?(?:\s*,?\s*(?:gồm|bao gồm|đó là|là|cụ thể)\b\s*:?|\s*:)\s",
    "chậm|hạn|hẹn|đọng|chưa",
)
_GIVEN_IN = re.compile(  # "Trong 14 nhiệm vụ được giao tại Thông báo số 205, …"
    rf"\b(?:giao|neu|de ra|quy dinh|phan cong|dat ra)\s+(?:tai|theo|trong|o)\s+(?P<what>[{DOCUMENT}{PROGRAMME}]+)"
)
_FINISHED = Pattern(r"\b(?:nhiệm vụ|việc|công việc)\b[^.:]{0,40}\b(?:đã|cơ bản|được) hoàn thành\b")
_UNDER_WAY = Pattern(
    r"\b(?:nhiệm vụ|việc|công việc)\b[^.:]{0,40}\bđang (?:triển khai|thực hiện|trong hạn|được triển khai"
    r"|được thực hiện)\b"
)
WANTED = Pattern(  # work that is only wanted, or handled
    r"\b(?:phải|cần|yêu cầu|đề nghị|(?<!bàn )giao|nếu|trường hợp|khi|kiên quyết|không để|xử lý|rà soát"
    r"|phê bình)\b[^.;:]{0,80}$",
    "phải|cần|yêu cầu|đề nghị|giao|nếu|trường hợp|khi|kiên quyết|không để|xử lý|rà soát|phê bình",
)


def above(page: Masked, unit: Unit) -> TaskStatus | None:
    """How the work stands that is listed below the line or heading above a unit."""
    for index in (unit.lead, unit.heading):
        if index is None:
            continue
        line = page.reading.units[index]
        if line.end - line.start > 400 or page.search(WANTED, line.start, line.end):
            continue
        start = max(line.start, page.mask.rfind(". ", line.start, line.end))
        if page.search(_LIST, start, line.end) and page.search(_BEHIND, start, line.end):
            return "overdue"
        if page.search(_FINISHED, start, line.end):
            return "done"
        if page.search(_UNDER_WAY, start, line.end):
            return "in-progress"
    return None


def within(page: Masked, unit: Unit) -> re.Match[str] | None:
    """Where a sentence says that what follows in it is late."""
    late = page.search(_LISTS_LATE, unit.start, unit.end)
    if late is None:
        return None
    clause = max(unit.start, page.mask.rfind(",", unit.start, late.start()))
    return None if page.search(WANTED, clause, late.start()) else late


def given_in(page: Masked, unit: Unit, late: re.Match[str]) -> str | None:
    """The document in which the late work that a sentence lists was given."""
    given = _GIVEN_IN.search(page.mask, unit.start, late.end())
    return page.cited(given.start("what")) if given else None
