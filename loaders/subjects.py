"""Who a clause says has to act: a name as its subject, no name inside another noun phrase, and nameless doers.

"Sức mạnh của ASEAN sẽ tăng" and "cơ sở không hiện diện tại Việt Nam đang bán hàng" name ASEAN and Việt Nam, but
neither of them does anything there.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders import clauses
from loaders.clauses import ACTOR, PERSON, WHOEVER
from loaders.flat import Pattern
from loaders.masked import Masked

_PLACED = Pattern(r"[\w)]\s+(?:tại|ở|trước|(?<!đối )với|vào|từ|trong|trên|ngoài|khắp|so với|về|như)\s+(?:các\s+)?$")
_OWNED = re.compile(
    rf"(?:^|[,.;:\"(]|\b(?:va|rang|la|thi|ma|nhung|song|nham|de|khi|cho biet|cho rang|khang dinh|nhan manh|yeu cau)\s)"
    rf"\s*(?P<head>[^,.;:\"({ACTOR}{PERSON}]{{2,70}}?)\s+(?:cua|thuoc(?:\s+tham quyen)?)\s+(?:cac\s+)?$"
)
_DOER = re.compile(  # whose it is said to be may act: "đoàn chuyên gia của Ngân hàng Thế giới sẽ …"
    r"(?:(?:tat ca|toan bo|toan the|cac|nhung|moi|tung|hai|ba|mot so)\s+)*"
    rf"(?:{clauses.alternation('group_nouns')}|{clauses.alternation('group_starts')}|doan|phia|nhom|to|luc luong"
    r"|chuyen gia|nguoi dung dau|nha lanh dao|thanh vien|doi ngu|bo phan|trung tam|quan chuc)\b"
)
_RELATIVE = Pattern(
    r"\b(?:nhiệm vụ|công việc|những việc|việc|nội dung|giải pháp|điều|những gì|cái|mục tiêu|chỉ tiêu|dự án|phần việc"
    r"|thành tựu|mô hình|vấn đề|thách thức|khó khăn|yêu cầu)\s+(?:mà\s+)?$"
)
_BARE_VERB = re.compile(
    r"\s*(?:(?:tiep tuc|tap trung|phai|can|uu tien)\s+)*(?:thuc hien|trien khai|lam|hoan thanh|giai quyet|tien hanh"
    r"|huong toi|huong den|thuc thi|dat duoc|doi mat|doi dien|gap phai|trai qua|ap dung)\b(?!\s+cac\b)"
)


_LEADING = re.compile(rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+(?!(?:va|hoac)\b)\w")
_CLAUSE = re.compile(
    rf"(?:^|[.;:\"]\s*|\b(?:{clauses.alternation('says_plainly')}|thong tin)(?: them)?\s*,?\s*(?:rang,?\s*)?"
    r"|\b(?:rang|trong khi do|thi|tuy nhien|dong thoi|ngoai ra|nhung|song)\s*,?\s*|^[^,.;:]{2,58},\s*)$"
)


def acts(page: Masked, begin: int, start: int) -> bool:
    """Whether the actor at `start` can be a subject: neither governed by a preposition nor the owner of a thing."""
    if page.search(_PLACED, max(begin, start - 14), start):
        return False
    owned = _OWNED.search(page.mask[max(begin, start - 90) : start])
    return owned is None or _DOER.match(owned["head"]) is not None


def leading(page: Masked, begin: int, trigger: int) -> re.Match[str] | None:
    """The last actor with which a clause begins before the trigger: "Bộ X đã cấp …, sắp tới sẽ …", "… cho biết Y …"."""
    runs = page.actors
    for start, _ in reversed(runs[bisect_left(runs, (begin, 0)) : bisect_left(runs, (trigger, 0))]):
        found = _LEADING.match(page.mask, start, trigger)
        if found and _CLAUSE.search(page.mask[max(begin, start - 60) : start]) and PERSON not in found["who"]:
            return found
    return None


def relative(page: Masked, begin: int, start: int, verb: int, end: int) -> bool:
    """Whether the clause only tells which: "một trong năm việc Chính phủ sẽ thực hiện trong năm tới"."""
    return (
        page.search(_RELATIVE, max(begin, start - 24), start) is not None
        and _BARE_VERB.match(page.mask, verb, end) is not None
    )
