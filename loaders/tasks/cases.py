"""What somebody does in a case: "Xã nào chưa nộp thì Sở nêu tên", "Người ốm thì tổ lưu động phải đến tận nhà".

Told by who is heard, or where orders are told; elsewhere the words only say how things are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import nameless, subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import PERSON, WHOEVER
from loaders.words.flat import Pattern

_THEN = TRIGGERS.add(r"thi(?=\s)", ("thi",))
_SPELT = Pattern(r"thì\b")
_BEGINS = Pattern(rf"[.;:](?=\s|$)|[\"(]|\b(?:{'|'.join(printed('says_plainly'))}|rằng)\b,?")
_CASE = Pattern(
    r"\b(?:nếu|khi|trường hợp|hễ|nào|ai|chưa|không|thiếu|quá|vướng|hỏng|đã|còn|muộn|chậm|cần|muốn|đối với|với|riêng)\b"
)
_OPEN_CASE = Pattern(r"\b(?:nếu|nào|chưa|không|trường hợp|hễ|quá|vướng|sai|thiếu)\b")  # what may be so, or not
_WHICH = Pattern(r"\bnào\b")
_NO_CASE = Pattern(
    r"\b(?:như vậy|thế|sự thật|vấn đề|mà|đó|vậy|lý do)\s*,?\s*$|\bnếu (?:không|thế|vậy)\s*,?\s*$"
    r"|\b(?:khó khăn|vướng mắc)\b"  # the formula with which a document closes
)
BEFORE = Pattern(r"\b(?:trước đây|trước kia|trước giờ|xưa nay|lâu nay|ngày trước|hồi trước|thời trước)\b")
_DOER = re.compile(rf"\s+(?:ngay\s+|chinh\s+)?(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+")
_MUST = Pattern(r"(?:(?:cũng|đều|sẽ|cứ|tự|(?P<owes>phải|cần(?! đối\b| nhắc\b)|có trách nhiệm))\s+)+")
_OWES = re.compile(r"\b(?:phai|can|co trach nhiem)\b")
_GOES = re.compile(  # to a place, to do something there: "lên huyện giải trình", "vào tận nhà"
    r"(?:vao|den|len|xuong|toi|ve|ra|qua)\s+"
    r"(?:(?P<place>tan\s+\w|(?:nha|ban|thon|xa|huyen|tinh|phuong|so|cuc|bo|co so|tru so|hien truong)\b)|(?=\w))"
)
_THOSE = re.compile(rf"(?:con\s+)?(?:rieng\s+)?(?:doi voi|voi)\s+(?P<who>[^,;:.{PERSON}]{{4,80}}?)\s*,?\s*$")
_ONLY = Pattern(r"(?:mới|là|không thể|chưa thể|rất|càng|đã|đang|có thể|còn|vẫn|chỉ còn|được)\b")
_COMES = Pattern(r"(?:\w+\s){1,2}được\s")  # "sẽ tận dụng được …"
_AS_RULED = Pattern(r"(?:bị\s+)?(?:xử lý|thực hiện|áp dụng)\s+(?:nghiêm\s+)?(?:theo|đúng)\s")
_WHEN = Pattern(r"(?:trong\s+)?(?:trường hợp|nếu|khi|mỗi khi|trước khi|sau khi)\b")  # no thing, but a clause of its own
_LONG = 12  # words of a case that is told with its work
_FEW = 2  # words behind "phải" at least


def orders(page: Masked, course: Course, unit: Unit, end: int, speaker: str | None) -> Iterator[Order]:
    """The clauses of a unit that say what is done in a case."""
    told = course.provisions or course.issued or course.announced or course.letter or page.reading.own
    if not (speaker or told):
        return
    for then in page.occurrences(_THEN).within(unit.start, end):
        if not page.match(_SPELT, then.start(), then.end()):
            continue
        begin = _begin(page, page.after_marker(unit), then.start())
        if page.search(_NO_CASE, begin, then.start()) or page.search(BEFORE, unit.start, then.start()):
            continue
        found = _doer(page, speaker, begin, then, end) or _those(page, begin, then, end)
        found = found or _what(page, begin, then, end)
        if found and (page.search(_CASE, begin, then.start()) or _OWES.search(page.mask, then.end(), end)):
            yield found


def _begin(page: Masked, start: int, then: int) -> int:
    """Where the case begins that stands before "thì"."""
    while found := page.search(_BEGINS, start, then):
        start = found.end()
    while page.mask[start] in ' "':
        start += 1
    return start


def _doer(page: Masked, speaker: str | None, begin: int, then: re.Match[str], end: int) -> Order | None:
    """ "… thì Cục báo cáo …", "… thì công chức phải đến tận nhà"."""
    named = _DOER.match(page.mask, then.end(), end)
    if named and PERSON not in named["who"]:
        if not subjects.are_bodies(page, named, groups=True):
            return None
        who, start = subjects.own_or_named(page, named, speaker), named.end()
        bound = subjects.are_bodies(page, named)
        if page.text[named.start("who")].islower() and page.search(_WHICH, begin, then.start()):
            who = (" ".join(page.text[slice(*named.span("who"))].split()),)  # that of each, and nobody named before
    elif speaker and (own := subjects.OWN.match(page.mask, then.end() + 1, end)) and page.begins_work(own.end(), end):
        who, start, bound = page.speaks_for(speaker), own.end(), True
    elif noun := nameless.opening(page, then.end() + 1, end):
        who, start = (noun[0],), noun[1]
        bound = False
    else:
        return None
    must = page.match(_MUST, start, end)
    work = must.end() if must else start
    open_case = page.search(_OPEN_CASE, begin, then.start())
    if must is None and not (bound and open_case) and page.reading.own is None:
        return None  # "nếu có mạng chung thì các trường chia sẻ dữ liệu rất nhanh": what comes of it
    if page.match(_ONLY, work, end) or page.match(_COMES, work, end) or not _works(page, must, work, end):
        return None
    told = len(page.mask[begin : then.start()].split()) > _LONG
    return Order(begin, then.end() + 1 if told else begin, end, who, sure=0.6)


def _works(page: Masked, must: re.Match[str] | None, start: int, end: int) -> bool:
    """Whether work follows who does it: by a known verb, at a place, or behind "phải" by any verb."""
    if page.begins_work(start, end):
        return True
    goes = _GOES.match(page.mask, start, end)
    if goes and (goes["place"] or page.begins_work(goes.end(), end)):
        return True
    owes = must is not None and must["owes"] is not None
    return owes and subjects.any_verb(page, start, end, least=_FEW)


def _those(page: Masked, begin: int, then: re.Match[str], end: int) -> Order | None:
    """ "Đối với ba huyện đã xong thì chuyển sang kiểm tra chéo"."""
    those = _THOSE.match(page.mask, begin, then.start())
    must = page.match(_MUST, then.end() + 1, end) if those else None
    start = must.end() if must else then.end() + 1
    if those is None or not page.begins_work(start, end):
        return None
    who = those.span("who")
    if not nameless.is_body(page, *who):
        return None
    return Order(begin, begin, end, (" ".join(page.text[slice(*who)].split()),), sure=0.6)


def _what(page: Masked, begin: int, then: re.Match[str], end: int) -> Order | None:
    """ "Hồ sơ cấp độ 3 chưa được duyệt thì gửi về Sở X": in an official text the work of whose duties it tells."""
    if page.reading.own is None or not page.search(_OPEN_CASE, begin, then.start()) or page.match(_WHEN, begin, end):
        return None
    if not page.begins_work(then.end() + 1, end) or page.match(_AS_RULED, then.end() + 1, end):
        return None
    return Order(begin, begin, end, (), sure=0.6)
