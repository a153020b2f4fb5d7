"""What a body does by a time or again and again: "Định kỳ hằng tháng, Sở X gửi …", "Sở X gửi … trước ngày 5/6".

Reads a sentence that opens with the time, whoever told it; one that ends with it only where orders are told.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import nameless, subjects
from loaders.tasks.acting_bodies import HEAD, MAY
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_OPENS = re.compile(
    rf"(?:dinh ky|truoc|cham nhat|muon nhat|cu|hang|moi|vao (?:ngay|thu|cuoi|dau|chieu|sang))\s"
    rf"[^,.;:{ACTOR}{PERSON}]{{2,60}}?(?:,\s*|\s+(?=[{ACTOR}]))"
)
_EVERY = Pattern(  # "Cứ hai tuần một lần công chức …", "…, mỗi tháng một lần, tổ …"
    r"(?<!\w )(?<!\w)(?:cứ\s(?:\w+\s)?(?:giờ|ngày|tuần|tháng|quý|năm)(?:\s(?:một|hai|\d+)\slần)?"
    r"|(?:mỗi\s|định kỳ\s)?(?:\w+\s)?(?:ngày|tuần|tháng|quý|năm)\s(?:một|hai|\d+)\slần),?\s+(?=\S)",
    "cứ|lần",
)
_ANNOUNCES = re.compile(
    rf"(?P<who>[{ACTOR}]++)\s*(?:\([^()]*\)\s*)?(?:(?:vua|da|cung|moi)\s+)*"
    r"(?P<says>thong bao|cho biet|quyet dinh|cho hay)\s*,?\s*(?:rang\s+)?(?=(?:ke tu|tu|trong|den|bat dau)\s)"
)
_SPELT = Pattern(r"(?:thông báo|cho biết|quyết định|cho hay)\b")
_RULED = re.compile(
    rf"(?:hang|moi|dinh ky(?: hang)?)\s(?:ngay|tuan|thang|quy|nam|\d+ thang)\s*,\s+"
    rf"(?P<done>[^,.;:{PERSON}{DOCUMENT}]{{6,90}}?"
    rf"\s(?:phai\s+|se\s+)?duoc\s+)[^.;:{DOCUMENT}]{{4,80}}?\s(?:theo|tai|quy dinh tai)\s+(?P<what>[{DOCUMENT}]++)"
)
_THEN = re.compile(r"(?:\s+(?:toi|nay|tro di|sang nam))?\s*,?\s*(?:se\s+)?")
_SOON = re.compile(r"(?:ke\s+)?tu\s+(?:thu\s\w+|hom nay|ngay mai|nay|dau\s\w+|tuan)(?:\s+(?:tuan|thang|toi|nay|sau))*")
_NEXT = re.compile(r"\b(?:(?:tuan|thang|quy|nam|nien hoc|nam hoc)\s(?:sau|toi)|ngay mai|hom nay)\b")
_AT_ONCE = 12  # characters between the announcement and its time
_WHEN = Pattern(
    r"(?:định kỳ|vào [^,.;:]{3,24} (?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)"
    r"|(?:chậm|muộn) nhất|trước (?:ngày|tháng|\d)|cứ \d+ (?:ngày|tuần|tháng)"
    r"|(?:hằng|hàng) (?:ngày|tuần|tháng|quý)\b[^,.;:]{0,30},)"
)
_HABIT = Pattern(
    r"(?:vào [^,.;:]{3,24} )?(?:hằng|hàng|mỗi)\s"
)  # "Hằng tháng, Sở X nhận được hơn 200 phản ánh": how things are
_HANDS_UP = re.compile(  # what goes to another by a time
    r"(?:tong hop,?\s+)?(?:gui|trinh|nop|bao cao|ban giao|hoan thanh|cong bo|cong khai|chuyen|cung cap|thong bao"
    r"|doi chieu|doi soat|ra soat|cap nhat|tong hop|nhap|hop|kiem tra)\s"
)
_PARTS = Keyed(r"(?<=\w)[:;]\s+", ":|;")  # a clause further on
_BY_PLAN = re.compile(
    rf"(?:du kien,?\s(?=[^,.;:]*\b(?:ngay|thang|quy|nam|tuan|cuoi|dau|giua)\b)[^,.;:{ACTOR}{PERSON}]{{2,40}},\s*"
    r"|theo (?:chuong trinh|ke hoach|lo trinh|lich(?: trinh)?|tien do|du kien)"
    rf"[^,.;:{ACTOR}{PERSON}]{{0,40}},\s*"
    rf"|(?P<soon>theo phan cong[^,.;:{ACTOR}{PERSON}]{{0,30}},\s*"
    rf"|(?:truoc mat|truoc het|thoi gian toi|sap toi)\s+(?=[{ACTOR}])))"
)


_SINCE = re.compile(
    rf"(?:(?:theo|thuc hien|de|nham)\s[^,.;:{PERSON}]{{2,60}},\s*)?(?:ke\s+)?tu\s+"
    r"(?=ngay|\d|thang|nam|quy|dau|cuoi|hom nay|tuan)[^,.;:]{2,40}?(?:,\s*|\s+(?=[\x01]))"
)
_STOPS = Pattern(
    r"(?:sẽ\s)?(?:chính thức\s)?(?:cho\s\w+\s\w+"
    r"|không (?:thu|yêu cầu|tiếp nhận|giải quyết|cấp)|(?:tạm )?(?:dừng|ngừng)|chấm dứt)\s"
)
_OF_THINGS = Pattern(
    r"(?:(?:toàn bộ|tất cả|mọi|các|những|mỗi)\s(?:\w+\s){0,2}?)?(?:thủ tục|hồ sơ|cổng|hệ thống|phần mềm|nền tảng"
    r"|văn bản|báo cáo|giấy tờ|kết quả|dữ liệu|cơ sở dữ liệu|hóa đơn|chứng từ|học bạ|bệnh án|dịch vụ|ứng dụng)"
    r"(?:\s[^,.;:]{2,80}?)?"
    r"(?:\s(?:sẽ|đều|phải|chính thức))*\s(?P<done>được\s|dừng\s|ngừng\s|chấm dứt\s)"
)

_HANDED = Pattern(
    r"(?:(?:mọi|các|những|toàn bộ)\s)?(?:kết quả|báo cáo|danh sách|hồ sơ|phương án|ý kiến|kế hoạch|khó khăn|vướng mắc)"
    rf"(?:[\s,][^.;:{ACTOR}{PERSON}]{{2,80}}?)?\s(?:(?:phải|cần|sẽ|đề nghị|được)\s)+(?:tổng hợp\s?,?\s)?"
    rf"(?:gửi|báo cáo|trình|phản ánh|chuyển)(?:\s(?:về|cho|đến|tới|lên|kịp thời))*\s[{ACTOR}{PERSON}]"
)


def order(page: Masked, course: Course, unit: Unit, end: int) -> Order | None:
    """The work of a sentence that says by when a body does it; None where it says something else."""
    if unit.role not in ("sentence", "item"):
        return None
    start = page.after_marker(unit)
    someone = bool(page.actors_in(start, end))
    if someone and (own := _planned_within(page, start, end) or _from_now(page, start, end)):
        return own
    if ruled := _ruled(page, start, end) or _since(page, start, end):
        return ruled
    if course.ordering and page.reading.own is None and _handed_up(page, start, end):
        return Order(start, start, end, (), sure=0.5)
    if (course.speaker or course.ordering) and (again := _again(page, start, end)):
        return again
    if not someone:
        return None
    opening = _OPENS.match(page.mask, start, end)
    head = HEAD.match(page.mask, opening.end() if opening else start, end)
    if head is None or head["colon"] or PERSON in head["who"] or page.match(MAY, head.end(), end):
        return None
    hands_up = _HANDS_UP.match(page.mask, head.end(), end) is not None
    if opening:
        due = page.match(_WHEN, start, end) is not None and (hands_up or not page.match(_HABIT, start, end))
    else:
        told = course.ordering or course.speaker is not None
        due = told and hands_up and page.ahead(head.end(), end)
    if not due or not (hands_up or page.begins_work(head.end(), end)):
        return None
    if any(page.past(one) for one in page.times(start, end)):
        return None
    names = page.names(head.start("who"), head.end("who"), head.end("more"))
    return Order(start, head.end(), end, names, sure=0.6)


def _planned_within(page: Masked, start: int, end: int) -> Order | None:
    """What is planned in one of a sentence's parts."""
    begins = (start, *(part.end() for part in _PARTS.finditer(page.mask, start, end)))
    return next(filter(None, (planned(page, begin, end) for begin in begins)), None)


def _from_now(page: Masked, start: int, end: int) -> Order | None:
    """ "UBND phường X thông báo từ thứ Hai tuần tới ngừng nhận …": what a body says that it does from then on."""
    says = _ANNOUNCES.match(page.mask, start, end)
    if says is None or not page.match(_SPELT, says.start("says"), end):
        return None
    since = next((one for one in page.moments(says.end(), end) if one.start - says.end() <= _AT_ONCE), None)
    soon = _SOON.match(page.mask, says.end(), end)
    if (since is None or page.past(since)) and soon is None:
        return None
    after = soon.end() if soon else since.end if since else end
    gap = _THEN.match(page.mask, after, end)
    work = gap.end() if gap else after
    if page.match(MAY, work, end) or not (page.begins_work(work, end) or page.match(_STOPS, work, end)):
        return None
    return Order(start, says.end(), end, page.names(*says.span("who")), status="planned", sure=0.6)


def _ruled(page: Masked, start: int, end: int) -> Order | None:
    """ "Hằng quý, danh sách dự án chậm được công bố … theo Chỉ thị số 12": what a document has done again and again."""
    ruled = _RULED.match(page.mask, start, end)
    document = page.document(ruled.start("what")) if ruled else None
    if ruled is None or document is None or not page.begins_work(ruled.end("done"), end):
        return None
    return Order(start, start, end, (), document.issuer, document.id, sure=0.6)


def _since(page: Masked, start: int, end: int) -> Order | None:
    """ "Từ 1/7, Sở X dừng nhận hồ sơ giấy", "Từ 1/7, mọi hồ sơ được số hóa": what is done from a day to come on."""
    opening = _SINCE.match(page.mask, start, end)
    times = page.moments(start, opening.end()) if opening else []
    soon = opening is not None and _NEXT.search(opening[0]) is not None
    if opening is None or not (times or soon) or (times and page.past(times[-1])):
        return None
    head = HEAD.match(page.mask, opening.end(), end)
    if head and not head["colon"] and PERSON not in head["who"]:
        works = page.begins_work(head.end(), end) and not page.match(MAY, head.end(), end)
        if works or page.match(_STOPS, head.end(), end):
            names = page.names(head.start("who"), head.end("who"), head.end("more"))
            return Order(start, head.end(), end, names, status="planned", sure=0.6)
        return None
    thing = page.match(_OF_THINGS, opening.end(), end)
    if thing is None or (thing["done"].startswith(("được", "duoc")) and not page.begins_work(thing.end(), end)):
        return None
    return Order(start, opening.end(), end, (), status="planned", sure=0.5)


def _handed_up(page: Masked, start: int, end: int) -> bool:
    """ "Kết quả thí điểm được tổng hợp, báo cáo Thủ tướng": to whom goes what comes of the work told before it."""
    handed = page.match(_HANDED, start, end)
    return handed is not None and not any(page.past(one) for one in page.times(start, end))


def _again(page: Masked, start: int, end: int) -> Order | None:
    """ "Cứ hai tuần một lần công chức hộ tịch đối chiếu sổ với công an"."""
    every = page.search(_EVERY, start, end)
    head = HEAD.match(page.mask, every.end(), end) if every else None
    if every is None or (head and (head["colon"] or PERSON in head["who"])):
        return None
    if head:
        names, work = page.names(head.start("who"), head.end("who"), head.end("more")), head.end()
    elif noun := nameless.opening(page, every.end(), end):
        names, work = (noun[0],), noun[1]
    else:
        return None
    if page.match(MAY, work, end) or not page.begins_work(work, end):
        return None
    return Order(every.start(), every.start(), end, names, sure=0.6)


def planned(page: Masked, start: int, end: int) -> Order | None:
    """ "Theo chương trình, Quốc hội biểu quyết … ngày 26/6", "Dự kiến quý I/2025, Sở X đưa …", "Trước mắt Sở X …"."""
    opening = _BY_PLAN.match(page.mask, start, end)
    head = HEAD.match(page.mask, opening.end(), end) if opening else None
    if opening is None or head is None or head["colon"] or PERSON in head["who"] or page.match(MAY, head.end(), end):
        return None
    times = page.moments(start, end)
    if any(page.past(one) for one in times) or not (times or opening["soon"]):
        return None
    if not (page.begins_work(head.end(), end) or subjects.any_verb(page, head.end(), end)):
        return None
    names = page.names(head.start("who"), head.end("who"), head.end("more"))
    return Order(start, head.end(), end, names, status="planned", sure=0.6)
