"""Words that say that somebody concludes or gives directions, before what is to be done: a line, or a clause's opening.

"Sau khi nghe ý kiến, đồng chí Giám đốc Trung tâm kết luận:" opens orders, also where the one who concludes is told by
the post alone: then it is the last person named before who holds such a post.
"""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.reading import Unit
from loaders.tasks import list_heads, subjects
from loaders.tasks.acting_bodies import HEAD, MAY
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import ACTOR, WHO
from loaders.words.keyed import Keyed

_CONCLUDES = re.compile(
    r"\b(?:ket luan|chi dao|giao nhiem vu|phan cong|yeu cau|thong nhat|luu y|de nghi)"
    r"(?:\s+(?:hoi nghi|cuoc hop|buoi lam viec|phien hop|giao ban|cac don vi|cac phong))?"
    r"(?:\s+(?:nhu sau|mot so (?:noi dung|nhiem vu|viec)(?: sau)?|cac (?:noi dung|nhiem vu|viec) sau|cu the"
    r"|sau))*\s*:\s*$"
)
_WITHIN = Keyed(  # "Ông X, Phó Chủ tịch, chốt: Sở Nội vụ nộp danh sách …"
    rf"(?P<by>{WHO})\s*(?:,[^,.;:]{{3,80}},|,)?\s*(?:(?:da|cung|dong chi|ong|ba)\s+)*"
    r"(?:ket luan|chot(?: lai)?|phan cong(?: cu the)?|giao viec|quyet dinh|thong nhat)[^.;:]{0,50}:\s*\"?\s*"
    rf"(?=[{ACTOR}])",
    ":",
    "ket luan|chot|phan cong|giao viec|quyet dinh|thong nhat",
)
_SOMEBODY = re.compile(r"[\x01\x02]|\b(?:dong chi|ong|ba|chu tri|giam doc|chu tich|bi thu|truong|chu toa|thu truong)\b")


def opens(page: Masked, index: int, unit: Unit, speaker: str | None) -> Order | None:
    """The order that such a line opens; None where it says something else or no list stands below it."""
    units = page.reading.units
    below = units[index + 1] if index + 1 < len(units) else None
    if below is None or below.lead != index or page.mask[unit.end - 1] not in ": ":
        return None
    found = _CONCLUDES.search(page.mask, unit.start, unit.end)
    if found is None or not _SOMEBODY.search(page.mask, unit.start, found.start()):
        return None
    if list_heads.kind(page, unit, found.end()) is False:
        return None
    giver = speaker or page.giver(unit, found.start()) or _holder(page, unit, found.start())
    return Order(unit.end, unit.end, unit.end, (), giver, sure=0.8, giver=True)


def within(page: Masked, unit: Unit, end: int) -> Order | None:
    """The work that a sentence gives behind a colon to bodies that it names: "… chốt: Sở Nội vụ nộp danh sách"."""
    found = _WITHIN.search(page.mask, unit.start, end)
    head = HEAD.match(page.mask, found.end(), end) if found else None
    if found is None or head is None or page.match(MAY, head.end(), end):
        return None
    if not (page.begins_work(head.end(), end) or subjects.any_verb(page, head.end(), end)):
        return None
    givers = page.names(*found.span("by"))
    names = page.names(head.start("who"), head.end("who"), head.end("more"))
    return Order(found.start(), head.end(), end, names, (*givers, None)[0], sure=0.7, giver=True)


def _holder(page: Masked, unit: Unit, verb: int) -> str | None:
    """The last person named before the line who holds the post that it names."""
    said = page.reading.folded[unit.start : verb]
    for official in reversed(page.reading.officials):
        if official.start < unit.start and official.role and re.search(rf"\b{re.escape(fold(official.role))}\b", said):
            return official.name
    return None
