"""Where the words of work in a unit end, and where its clauses and the words of each order in it do.

What stands in brackets or defines a word is no work; a closing report of speech, another voice, or what is said of
something else ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading import Unit
from loaders.tables import phrases, printed
from loaders.tasks import doers, nameless
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHO
from loaders.words.coordination import HELPERS
from loaders.words.flat import Pattern

_SAYS = clauses.alternation("says")
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+|dong thoi,?\s+)?")
_SAYING = (
    rf"(?<!ket )(?:{_SAYS})(?:\s*(?:khi|tai|trong|them|cu the|voi)\b(?:(?!\s(?:phai|can)\s)[^.;:\"]){{0,120}})?[.\s]*$"
)
_SAID = TRIGGERS.add(_SAYING, phrases("says"))
_REPORT = re.compile(
    rf"\s*(?:\"\s*,?|,\"?|\s-)\s*(?:ong|ba|dong chi)?\s*(?:{WHO}|(?:ong|ba)\b)(?P<how>[^.;:{ACTOR}{PERSON}\"]{{0,40}}?)"
    rf"\s{_SAYING}|\s*\(anh[^)]*\)[.|\s]*$"
)
_TURNS = re.compile(r"\s*[;,]\s*(?:rieng|con|doi voi)\s[^;,.]{2,80}\sthi\s*$")  # "…; riêng kinh phí thì Sở X phải …"
_OWES = re.compile(r"\s(?:phai|can|se|co trach nhiem|duoc giao)\b")
_ALSO_WORK = (  # what a second body is told to do by a verb of speech: "…, Sở Y báo cáo UBND tỉnh phương án …"
    r"(?:báo cáo|chia sẻ|đánh giá|đề xuất|kiến nghị|phân tích|thông báo)\s(?!(?:rằng|là|cao|như|thêm|tại|khi|nhanh)\b)"
    rf"[\w{ACTOR}]"
)
_BROKEN_OFF = Pattern(
    r"\s*(?=[,;])(?:,\s*(?:tuy nhiên|nhưng|song(?! phương| song))\b"
    r"|;\s*(?:đến nay|tới nay|hiện nay|hiện|nay|kết quả)\s[^;.]*?\sđã\s"
    r"|[,;]\s*(?:đến nay|tới nay|(?:tính )?đến (?:hết )?ngày \d[\d/]*)(?:\s[^,;.]{1,40}?)?\s(?:đã|mới)\s"
    r"|;\s*(?:nơi|đơn vị|địa phương|cơ quan|xã|phường|ai)\snào\s"
    r"|;\s*(?:nếu|khi)\s[^;,.]{2,60},\s[^;,.]{2,60}?\s(?:có hiệu lực|sẽ)\s"
    r"|;\s*riêng\s[^;,.]{2,60},\s"
    rf"|;\s*(?:còn\s+)?(?:đối\s+)?với\s+{WHO}"
    r"|,\s*(?:\d+|một|hai|ba|số|phần|những|các)\s[^,.;:]{0,20}?(?:kia|còn lại|khác)\s"
    r"|[,;]\s+(?:(?:hơn|gần|trên|khoảng|có)\s)?(?:\d[\d.,/]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s"
    r"[^,.;:]{2,40}?\s(?:đã|đang|vướng|chưa|mới)\s"
    r"|;\s[^;.]{2,80}?\s(?:có thể|được khuyến khích)\s"
    r"|,\s*(?:(?:và )?(?:coi|xem|xác định) )?(?:đây|đó)\s+(?:cũng |chính |vừa )?là\s"
    rf"|,\s*(?:(?:ông|bà)\s+{WHO}|{WHO}(?:(?<={PERSON})|(?=\s+(?:cũng|đã)\b)|(?!\s+{_ALSO_WORK})))"
    rf"\s+(?:(?:cũng|đã)\s+)?(?:{'|'.join(sorted(printed('says'), key=len, reverse=True))})\b"
    r"(?!\s(?:dữ liệu|hồ sơ|số liệu|danh sách|kho dữ liệu|cơ sở dữ liệu|kết quả)\b))",
    "tuy nhiên|nhưng|song|đây|đó|riêng|kia|còn lại|khác|đã|đang|vướng|chưa|mới|sẽ|hiệu lực|có thể|khuyến khích|nào"
    "|\x01|\x02",
    ",|;",
)
_ONLY_OPENS = re.compile(r"\s*(?:ve|tai|trong|theo|ben canh|cung voi|sau|truoc|de|nham|doi voi|lien quan|ngoai)\s[^,]*")
_BY_WORD_OF = re.compile(rf"\s*,\s*theo\s+(?:(?:loi|ong|ba|dong chi)\s+)?{WHO}[\s.]*$")  # "…, theo Bộ trưởng X."
_OF_ITS_OWN = Pattern(  # "…; toàn bộ số việc quá hạn được yêu cầu dứt điểm trước 30/11"
    r"\s*;\s+(?P<subject>(?!(?:đồng thời|và|cũng|ngoài ra|trong đó|đặc biệt|nhất là|đây|từ đó|nếu|khi)\b)"
    r"[^;,.:]{8,80}?)\s(?:được (?:yêu cầu|đề nghị)|phải)\s",
    "phải|được",
    ";",
)
_DEFINES = re.compile(r"[\s\d.)]*\"[^\":;]{2,80}\"\s+(?:la|duoc hieu la)\s")
_LEFT = re.compile(  # in which case, or when, the next is done
    r",\s+(?:(?:neu|truong hop|khi nao|cham nhat|muon nhat)\s[^,;.]{3,80}"
    r"|(?:(?:trong|tu|den|vao|sang|cuoi|dau|giua|het)\s+)*(?:thang|quy|nam|tuan|ngay)\s[^,;.]{1,24})\s*$"
)
_AMONG = re.compile(r"\s*,?\s+trong do,?\s*$")
_SUBJECT = 40  # characters behind a semicolon that only lead to the next order


def is_aside(page: Masked, unit: Unit) -> bool:
    """Whether a unit stands in brackets, "(Điều này liên quan đến Điều 5 …)", or defines a word."""
    start = page.after_marker(unit)
    paragraph = page.reading.block(unit)
    whole = page.mask[paragraph.start : paragraph.end].strip(" .\n")
    if whole.startswith("(") and whole.endswith(")"):
        return True
    quoted = page.mask[start : start + 1] == '"'
    return quoted and _DEFINES.match(page.mask, start, unit.end) is not None


def last(page: Masked, unit: Unit) -> int:
    """Where the words end that can say a task: before a closing report of speech and before a source's name."""
    closes = page.occurrences(_SAID).first(unit.start, unit.end) is not None
    closes = closes or page.mask.find("(anh", unit.start, unit.end) >= 0
    report = _REPORT.search(page.mask, unit.start, unit.end) if closes else None
    how = report.start("how") + 1 if report and report["how"] else None
    if report and _ONLY_OPENS.fullmatch(page.mask, unit.start, report.start()):
        return unit.end  # "Về tiến độ, Bộ trưởng yêu cầu …": nothing is said yet
    if report and how and (_OWES.match(report["how"]) or page.begins_work(how, report.end("how"))):
        return unit.end  # "…, Sở X nâng cấp cổng thông tin.", "…, Sở X phải nộp báo cáo."
    return report.start() if report else unit.end


def split(page: Masked, unit: Unit, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a provision's sentence between semicolons: each may have a subject of its own."""
    begin = page.after_marker(unit) if page.reading.own else unit.start
    for match in _SEMICOLON.finditer(page.mask, begin, end):
        if page.mask.count("(", begin, match.start()) > page.mask.count(")", begin, match.start()):
            continue
        if page.mask[match.start() - 1] == ACTOR == page.mask[match.end() : match.end() + 1]:
            continue  # bodies in a list: "giao các sở; Ủy ban nhân dân các xã …"
        if doers.is_name(page, begin, match.start()):
            continue  # "Chánh Văn phòng; Giám đốc các sở chịu trách nhiệm …"
        if clauses.ONLY_DUE.match(page.mask, match.end(), end):
            continue  # "…; hoàn thành trước ngày 15/9"
        yield begin, match.start()
        begin = match.end()
    yield begin, end


def up_to(page: Masked, order: Order, following: Order | None, stop: int) -> int:
    """Where the words of an order end in its clause, which goes up to `stop` and may hold a further one."""
    limit = min(_before_next(page, order, following) if following else order.end, stop)
    turned = _TURNS.search(page.mask, order.start, limit) if limit < stop else None
    broken = turned or page.search(_BROKEN_OFF, order.start, limit)
    if broken and HELPERS.search(page.mask, order.start, broken.start()):
        broken = None  # "chủ trì, phối hợp với Sở A, Sở B chỉ đạo …"
    limit = broken.start() if broken else limit
    theo = page.mask.find(", theo ", order.start, limit)
    by = _BY_WORD_OF.match(page.mask, theo, limit) if theo > 0 else None
    limit = by.start() if by else limit
    apart = page.search(_OF_ITS_OWN, order.start, limit)
    begins = apart.start("subject") if apart else limit
    acts = apart and (page.mask[begins] == ACTOR or nameless.is_body(page, begins, limit))
    return apart.start() if apart and not acts and not page.begins_work(begins, apart.end("subject")) else limit


def _before_next(page: Masked, order: Order, following: Order) -> int:
    """Where the words of an order end before the next one's: "… mở lớp; kinh phí, bà hứa …"."""
    limit = min(order.end, following.trigger)
    among = _AMONG.search(page.mask, max(order.start, limit - 12), limit)
    limit = among.start() if among else limit  # "… vào cuộc, trong đó Sở X phải …"
    left = _LEFT.search(page.mask, order.start, limit)
    limit = left.start() if left else limit  # "… kiểm tra, nếu có lỗi thì phải …", "…, tháng sau sẽ …"
    mark = page.mask.rfind("; ", order.start, limit)
    theirs = following.assignees[:1] == (" ".join(page.text[mark + 2 : limit].split()),)  # "…; người đứng đầu … phải"
    return mark if mark >= 0 and (theirs or limit - mark < _SUBJECT) else limit
