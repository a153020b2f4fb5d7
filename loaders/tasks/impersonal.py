"""Provisions whose subject is a thing: "Mức phí do Bộ X quy định", "Tài liệu phải được cơ quan biên soạn duyệt".

The clause as a whole says the task; whose it is the words after "do" or "được" tell.
"""

from __future__ import annotations

import re

from loaders.tasks import list_heads
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHOEVER
from loaders.words.flat import Pattern

_BY = re.compile(
    rf"(?P<what>[^;:.]{{5,260}}?)\s*,?\s+(?P<do>do)\s+(?P<who>{WHOEVER})\s*(?:\([^()]*\))?\s+"
    r"(?:(?:truc tiep|thong nhat|chiu trach nhiem|co trach nhiem)\s+)?(?=\w)"
)
_DO = Pattern(r"do\b")
_DECIDES = re.compile(r"(?:quyet dinh|xem xet|chi tra|giao|cap|lam chu dau tu|dam nhan|dam nhiem)\b")
_TELLS = 3  # words, as many as a verb has that only tells which thing is meant
_DOING = re.compile(r"(?:viec|cong tac|nhiem vu|hoat dong|kinh phi|chuc nang|trinh tu|thu tuc|he thong|du an)\b")
_CITES = re.compile(r"quy dinh (?:tai|o|trong|cua|nay)\b")
_OF_ANOTHER = re.compile(  # "theo mẫu do Bộ X quy định": what is done by another stands in a clause of its own
    r"\b(?:theo|thuoc|gom|la|su dung|dung|bang|thong qua|phu hop|quy dinh|tuan thu|dap ung|can cu|nhu|voi|tren|ap dung"
    r"|mau)\s+(?:[^\s,]+\s+){0,6}[^\s,]*$"
)
_FINITE = Pattern(r"\b(?:là|thì|mà|phải|cần|có|bị|đã|sẽ|nếu|trường hợp|không|gồm|được xác định)\b")
_NO_THING = Pattern(
    r"(?:đồng thời|ngoài ra|bên cạnh đó|trường hợp|nếu|khi|để|đây|đó|việc này|quý khách|bạn|họ|ai|không|chủ|nhà)\b"
)
_MUST = Pattern(r"(?P<what>[^;:.,]{5,160}?)\s+(?:phải|cần)\s+(?!thiết|có thể|kíp|là|chú ý|lưu ý)(?P<passive>được\s+)?")
_BY_HIM = re.compile(rf"(?P<who>{WHOEVER})\s+")


def _is_thing(page: Masked, start: int, end: int) -> bool:
    return (
        page.mask[start] not in (ACTOR, PERSON)
        and not page.match(_NO_THING, start, end)
        and not list_heads.is_doer(page, start, end, accented=page.accented(start))
        and not clauses.begins_work(page.mask, start, end)
    )


def by_whom(page: Masked, start: int, end: int) -> Order | None:
    """ "Mức phí tra cứu bản đồ do Bộ Xây dựng quyết định"."""
    found = _BY.match(page.mask, start, end) if page.mask.find(" do ", start, end) >= 0 else None
    if found is None or not page.match(_DO, found.start("do"), end):
        return None
    alone = page.mask[found.end("who") : found.end()].isspace() and len(page.mask[found.end() : end].split()) <= _TELLS
    decides = _DECIDES.match(page.mask, found.end(), end) or not alone
    if not decides and not _DOING.match(page.mask, start, end) and page.mask[found.start("do") - 2] != ",":
        return None  # "Bản đồ khác do người dân cung cấp"
    if not _DECIDES.match(page.mask, found.end(), end) and not page.begins_work(found.end(), end):
        return None
    if _CITES.match(page.mask, found.end(), end):
        return None
    what = found.span("what")
    apart = page.mask[what[1] : found.start("do")].strip() == ","
    if not _is_thing(page, *what) or page.search(_FINITE, *what) or page.search(_FINITE, found.end(), end):
        return None
    if not apart and _OF_ANOTHER.search(page.mask, *what):
        return None
    return Order(start, start, end, page.names(found.start("who"), found.end("who")), sure=0.6)


def must(page: Masked, start: int, end: int) -> Order | None:
    """ "Kiến trúc phải phù hợp với …", "Tài liệu phải được cơ quan biên soạn duyệt"."""
    found = page.match(_MUST, start, end)
    if found is None or not _is_thing(page, *found.span("what")) or page.search(_FINITE, *found.span("what")):
        return None
    by = _BY_HIM.match(page.mask, found.end(), end) if found["passive"] else None
    return Order(start, start, end, page.names(by.start("who"), by.end("who")) if by else (), sure=0.5)
