"""Whether a clause in a list of work is a piece of work, by how it opens: a time, a case, a ban, a word of zeal."""

from __future__ import annotations

import re

from loaders.tables import printed
from loaders.tasks.masked import Masked
from loaders.words import clauses, ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern

_FORBIDDEN = re.compile(
    r"(?:(?:kien quyet|tuyet doi|nhat thiet)\s+)?khong\s+"
    r"(?!de\b|duoc\b|con\b|co\b|phai\b|chi\b|ngung\b|qua\b|nhung\b|thuoc\b|bao gom\b)"
    rf"(?P<asked>(?:{clauses.alternation('orders')})\b)?"
)
_FROM_NOW = re.compile(  # "Từ nay không thu bản sao …"
    r"(?:ke\s+)?tu (?:nay|(?:ngay )?\d[\d/.-]*|ngay \d{1,2} thang \d{1,2} nam \d{4})(?: tro di)?,?\s+"
    r"(?:kien quyet |tuyet doi )?khong\s+(?!con\b|co\b|phai\b)[a-z]"
)
_OTHERWISE = re.compile(
    r"(?:trong\s+)?truong hop\s[^;.:]{5,160}?\sthi\s+(?P<must>(?:(?:phai|can|kien quyet|chu dong|kip thoi)\s+)*)(?=\w)"
)
_KEENLY = re.compile(  # what only a verb follows: "kiên quyết điều chuyển vốn …"
    r"(?:(?:kien quyet|tuyet doi|tiep tuc|khan truong|chu dong|tich cuc|kip thoi|quyet liet|som|phai|can phai"
    r"|nghiem tuc|tung buoc|thuong xuyen|nhanh chong|dinh ky|truc tiep|khong ngung|dut diem)\s+)+"
    r"(?!la\b|duoc\b|bi\b|co\b)"
)
_TIME_FIRST = re.compile(
    r"(?:phan dau\s+)?(?:(?:trong|den|truoc|cham nhat|muon nhat|vao|tu|het|ngay|thang|quy|nam|cuoi|dau|la|giai doan|moi"
    r"|dinh ky|ke)\s+)*"
)
_AFTER_TIME = re.compile(r"\s*,?\s*(?:(?:phai|se|phai co|co ban)\s+)*")
_PREFERRED = Pattern(r"ưu tiên\b")
_GROUND = re.compile(
    r"(?:thuc hien|trien khai|tiep tuc thuc hien|can cu|tren co so|theo(?! doi)|sau)\b[^;:]{3,400}?"
    rf",\s+(?P<who>{WHOEVER})"
    r"\s*(?:\([^)]*\)\s*)?"
)
_MEETING = re.compile(  # "Ngày 10/3/2026, Phó Thủ tướng X chủ trì cuộc họp …": what a notice conveys the conclusions of
    rf"(?:(?:sang|chieu|toi|trong(?: cac)?)\s+)?(?:ngay\s)?[^;:{ACTOR}{PERSON}]{{0,80}},\s+(?:tai\s[^,;:]{{3,90}},\s+)?"
    rf"(?:dong chi\s+)?{WHO}[^;:]{{0,160}}?\s(?:da\s+)?(?:chu tri|tham du|du|co|to chuc)\s+"
    r"(?:(?:va phat bieu|buoi|cuoc|phien|mot)\s+)*(?:hop|hoi nghi|lam viec|hoi thao|le|toa dam|giao ban)\b"
)
_HAS_DONE = Pattern(r"(?:đã|vừa|luôn|tiếp tục đã)\s")
_SO_FAR = Pattern(  # "Đến nay đã số hóa được …", "Tính đến hết tháng 6, các xã đã lập …"
    r"(?:(?:tính )?(?:đến|tới) (?:nay|thời điểm (?:này|hiện tại)|(?:hết |cuối )?(?:ngày|tháng|quý|năm)\s[^,;:]{1,40}?)"
    r"|thời gian qua|vừa qua|trong những năm qua),?\s+(?:[^,.;:]{2,80}?\s)?(?:đã|mới chỉ|cơ bản đã)\s"
)
_ISSUES = re.compile(
    r"(?:ban hanh|xay dung|bao cao|xin bao cao|kinh trinh)\s+"
    rf"(?:ke hoach|bao cao|chuong trinh|ket qua|[{DOCUMENT}{PROGRAMME}])"
)
_HAD = "|".join(sorted((*printed("products"), *printed("kept_things")), key=len, reverse=True))
_READY = Pattern(
    rf"có (?:bằng được |ngay |thêm |riêng |đủ |các )?(?:{_HAD})\b"
)  # "phải có danh mục …", "sẽ có văn bản …"
_HAVE = Pattern(  # "phải có một đầu mối …"
    r"có (?:thêm|ngay|đủ|sự (?:tham gia|vào cuộc|phối hợp|chỉ đạo)|ít nhất|tối thiểu|một|hai|ba|bốn|năm|\d+)\s\w+ \w"
)
_ALONG = re.compile(rf"(?:cung|phoi hop)(?:\s+(?:voi|cung))?\s+(?:cac\s+)?{WHOEVER}\s+")  # "cùng Sở X kiểm tra …"
_CLAUSE = 4  # words that work by a verb that the tables do not know has at least


def opens_with(page: Masked, start: int, end: int) -> bool:
    """Whether a clause opens with something else than a verb of work, and gives work all the same."""
    return _forbids(page, start, end) or dated(page, start, end) or _otherwise(page, start, end)


def _forbids(page: Masked, start: int, end: int) -> bool:
    """Whether a clause says what is not to be done: "không yêu cầu người dân nộp …"."""
    forbidden = _FORBIDDEN.match(page.mask, start, end)
    if _FROM_NOW.match(page.mask, start, end):
        return True
    return forbidden is not None and bool(forbidden["asked"] or page.begins_work(forbidden.end(), end))


def dated(page: Masked, start: int, end: int) -> bool:
    """Whether work follows a time that opens a clause: "trong quý III năm 2025 hoàn thành …"."""
    opening = _TIME_FIRST.match(page.mask, start, end)
    begin = opening.end() if opening else start
    for period in ordered.within(page.reading.periods, start, min(end, begin + 1)):
        after = _AFTER_TIME.match(page.mask, period.end, end)
        if period.end > begin and after:
            return page.begins_work(after.end(), end) or _forbids(page, after.end(), end)
    return False


def _otherwise(page: Masked, start: int, end: int) -> bool:
    """Whether a clause says what to do in a case: "trường hợp chưa bảo đảm thì phải dừng kết nối"."""
    case = _OTHERWISE.match(page.mask, start, end)
    return case is not None and bool(case["must"] or page.begins_work(case.end(), end))


def has_ready(page: Masked, start: int, end: int) -> bool:
    """Whether a clause says that somebody will have a thing ready: "(sẽ) có văn bản hướng dẫn"."""
    return page.match(_READY, start, end) is not None


def must_have(page: Masked, start: int, end: int) -> bool:
    """The same of what somebody must have, by a number too: "(phải) có hai đầu mối"."""
    return has_ready(page, start, end) or page.match(_HAVE, start, end) is not None


def goes_with(page: Masked, start: int, end: int) -> bool:
    """Whether a clause is work beside that of the clause before it, by whatever verb it begins."""
    if page.begins_work(start, end):
        return not page.match(_PREFERRED, start, end)
    along = _ALONG.match(page.mask, start, end)
    if along and page.begins_work(along.end(), end):
        return True
    keenly = _KEENLY.match(page.mask, start, end)
    return keenly is not None and len(page.mask[keenly.end() : end].split()) >= _CLAUSE


def told_as_done(page: Masked, start: int, end: int) -> bool:
    """Whether a clause of an official text tells on what ground somebody has acted, or issues the text itself.

    "Thực hiện Nghị quyết …, Đảng ủy đã ban hành …", "Thực hiện chỉ đạo của Bộ X, Sở Y ban hành Kế hoạch như sau",
    "Đến nay đã số hóa được …".
    """
    if _MEETING.match(page.mask, start, end) or page.match(_SO_FAR, start, end):
        return True
    ground = _GROUND.match(page.mask, start, end)
    if ground is None or page.match(_HAS_DONE, ground.end(), end):
        return ground is not None
    own = page.reading.own
    issuer = own.issuer if own else None
    itself = issuer is not None and any(issuer.lower() in name.lower() for name in page.names(*ground.span("who")))
    return itself and _ISSUES.match(page.mask, ground.end(), end) is not None
