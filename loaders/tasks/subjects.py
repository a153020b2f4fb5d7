"""Who a clause says has to act: a name as its subject, no name inside another noun phrase, or whom it is about.

"Sức mạnh của ASEAN sẽ tăng" and "cơ sở không hiện diện tại Việt Nam đang bán hàng" name ASEAN and Việt Nam, but
neither of them does anything there.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.iris import actor_kind
from loaders.reading import DocumentMention, Unit
from loaders.tables import printed
from loaders.tasks.masked import Masked
from loaders.tasks.orders import BEHIND, Course
from loaders.words import clauses
from loaders.words.bearers import BEARERS
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_PLACED = Pattern(
    r"[\w)]\s+(?:tại|ở|trước|giữa|(?<!đối )với|vào|từ|trong|trên|ngoài|khắp|so với|về|như|do|không phải)\s+"
    r"(?:các\s+)?$"
)
_OWNED = re.compile(
    rf"(?:^|[,.;:\"(]|\b(?:va|rang|la|thi|ma|nhung|song|nham|de|khi|cho biet|cho rang|khang dinh|nhan manh|yeu cau)\s)"
    rf"\s*(?P<head>[^,.;:\"({ACTOR}{PERSON}]{{2,70}}?)\s+(?:cua|thuoc(?:\s+tham quyen)?)\s+(?:cac\s+)?$"
)
_DOER = re.compile(  # whose it is said to be may act: "đoàn kỹ sư của Sở Xây dựng sẽ …"
    r"(?:(?:tat ca|toan bo|toan the|cac|nhung|moi|tung|hai|ba|mot so)\s+)*"
    rf"(?:{clauses.alternation('group_nouns')}|{clauses.alternation('group_starts')}|doan|phia|nhom|to|luc luong"
    r"|chuyen gia|nguoi dung dau|nha lanh dao|thanh vien|doi ngu|bo phan|trung tam|quan chuc)\b"
)
_ON_BEHALF = re.compile(rf",\s+[{ACTOR}]")
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
_SUBJECT = re.compile(
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren|nay|tren)"
    r"|\s+(?:chu tri|chu quan|phu trach|quan ly|dau moi|thuong truc|duoc giao)(?=\s*$)"
    rf"|\s+(?:tai|o|cua|thuoc|tren dia ban)\s+[{ACTOR}]++"
    r"|\s+(?:sau|moi|vua)\s(?:khi\s)?(?:sap nhap|hop nhat|thanh lap|chia tach|sap xep)"
    r"|\s+[-–]\s+\w+(?:\s\w+)?(?=\s*$)"  # "… Đồng Đăng - Lạng Sơn"
    rf"|\s*,?\s+chu khong phai\s+(?:cac\s+)?[{ACTOR}]++"
    r"|\s+(?:hang|loai|nhom|khoi|tuyen|vung|khu vuc|trong|ngoai|tren dia ban|quy mo)(?:\s\w+){1,3}?)?"
    rf"\s*(?:\([^)]*\))?\s*(?:,(?:[^,.;:{ACTOR}{PERSON}]{{0,90}}|\s+theo\s[^,.;:{ACTOR}]{{0,40}}[{PERSON}]++),)?"
    rf"(?:la\s(?:co quan|don vi|bo phan|dau moi|thanh vien)\s[^.;:{PERSON}]{{0,90}}?,)?"  # "…, có nhiệm vụ"
    r"(?:(?:khi|sau khi|truoc khi|trong khi|trong qua trinh|trong thoi gian|neu"
    rf"|de(?! (?:nghi|xuat|an|ra|cap|cao|tai)\b))\s[^,.;:{ACTOR}{PERSON}]{{3,90}}?\s)?"
    r"\s*(?:-\s*)?(?:(?:cung|da|van|con|deu|chi|thi|se|dang|nhat thiet|truoc het|truoc mat|luon|moi)\s*)*$"
)
_OWN_HEADS = frozenset(
    ("bộ", "sở", "cục", "vụ", "viện", "tổng cục", "tập đoàn", "ngân hàng", "tổng công ty", "trung tâm")
)
OWN = re.compile(  # the own body by a noun only, as its head says it: "huyện cam kết …"
    r"(?:ngan sach\s+)?(?:tinh|thanh pho|huyen|xa|phuong|quan|so|bo|cuc|nganh|truong|nha truong|don vi|cong ty|tap doan"
    r"|ngan hang|doanh nghiep)\s+(?:(?:nay|cung|se)\s+)*(?=\w)"
)
JOINED = re.compile(  # what leads to a second verb
    rf"(?:,[^,.;:{ACTOR}{PERSON}]{{0,30}}|\bva|\bdong thoi|\bma(?: con)?)\s*(?:cung\s*)?$"
)
_BEARERS = frozenset(bearer.lower() for bearer in BEARERS)
_SIGNING = frozenset(("hai bên", "ba bên", "các bên"))
_BECOMES = Pattern(
    rf"(?:{'|'.join(sorted(printed('states'), key=len, reverse=True))})\b|[^\w]|\d|\w+(?:\s\w+)?\s+được\b"
)
_NAME = re.compile(r"[\x01-\x05]")
_FAR = 260  # characters before a verb of ordering in which it is told who is late
_LEAST = 4  # words that work by a verb that the tables do not know has at least
WE = Keyed(r"\b(?:chung ta|chung toi)\s+(?:cung\s+|van\s+)?$", "chung ta|chung toi")
WE_IN = Keyed(r"\bchung toi\b", "chung toi")
_TOPIC = re.compile(rf"(?:^|,|[.;:]\s)\s*(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+(?=\w)")
_TOWARD = re.compile(  # "Đối với Bộ X, Thủ tướng đề nghị …", "Về phía Bộ X, cần …"
    rf"(?:^|[.;:]\s)[\s\"]*(?:con\s+|rieng\s+)?(?:doi voi|ve phia|voi|rieng|phia)\s+"
    r"(?:(?:nhiem vu|phan viec|viec|trach nhiem|noi dung) cua\s+)?(?:cac\s+)?"
    rf"(?P<who>{WHOEVER})"
    r"(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s*,[^,;:]{0,90}$"
)
_LATE = re.compile(  # "Thành phố Hà Nội chậm số hóa …; yêu cầu báo cáo trước 20/9"
    rf"(?P<who>{WHOEVER})\s+(?:(?:con|van|bi)\s+)*(?:cham|chua)\s[^.:{ACTOR}{PERSON}]{{4,160}}?[;,]\s+$"
)
_CRITICISED = re.compile(  # "Cục X phê bình Chi cục Y và yêu cầu giải quyết …"
    r"\b(?:phe binh|nhac nho|khien trach|kiem diem|canh cao)\s+(?:(?:nghiem khac|doi voi|cac)\s+)*"
    rf"(?P<who>{WHOEVER})[^.:{ACTOR}{PERSON}]{{0,160}}?(?:[;,]|\bva|\bdong thoi)\s+(?:(?:dong thoi|va|cung|da)\s+)*$"
)
_BY_DOCUMENT = re.compile(
    rf"\s*(?:cung\s+)?(?:theo|can cu|tai)\s+(?:quy dinh\s+(?:tai|cua|trong)\s+)?(?:dieu \S+\s+)?"
    rf"(?P<what>[{DOCUMENT}]++)"
)
_SUCH = re.compile(
    rf"\s+(?:co|thuoc|dang|duoc|tham gia|cung cap|quan ly|su dung|van hanh)\s[^.;:,{ACTOR}{PERSON}]{{3,80}}\s"
)
_ACCORDING = re.compile(r"\b(?:theo|ngoai|tru|ben canh)(?:\s+\w+){0,3}\s*$")


def late(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Those of whom the clause before a verb of ordering says that they are late: the work is theirs."""
    found = _LATE.search(page.mask, max(unit.start, trigger - _FAR), trigger)
    return page.names(*found.span("who")) if found else ()


def criticised(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Those whom the clause before a verb of ordering says to be criticised: what is asked then is asked of them."""
    found = _CRITICISED.search(page.mask, max(unit.start, trigger - _FAR), trigger)
    return page.names(*found.span("who")) if found else ()


def of_clause(page: Masked, unit: Unit, trigger: int) -> re.Match[str] | None:
    """Who has to act, right before the trigger; in "Theo X, Y phải …", "Ngoài X, Y phải …" that is Y alone."""
    begin = unit.start
    while subject := _actor(page, begin, trigger):
        comma = page.mask.find(",", subject.start("who"), subject.end("who"))
        if comma < 0 or not _ACCORDING.search(page.mask, unit.start, subject.start("who")):
            return subject
        begin = comma
    return None


def _actor(page: Masked, begin: int, trigger: int) -> re.Match[str] | None:
    """The first actor in the stretch from which nothing but an aside and adverbs lead to the trigger."""
    runs, governed = page.actors, False
    for start, stop in runs[bisect_left(runs, (begin, 0)) : bisect_left(runs, (trigger, 0))]:
        if _ON_BEHALF.match(page.mask, stop, trigger) and page.mask.endswith("ve phia ", begin, start):
            governed = True  # "Về phía Bộ X, Cục Y sẽ …": Cục Y acts
            continue
        if governed and not page.mask.endswith(", ", begin, start):
            continue  # of the one that only says where or whose
        found = _SUBJECT.match(page.mask, start, trigger)
        if found and acts(page, begin, start):
            return found
        governed = governed or found is not None
    return None


def coordinated(page: Masked, unit: Unit, trigger: int) -> re.Match[str] | None:
    """The subject of a second verb: "Bộ X đã cấp … và đang xây dựng …"."""
    if not JOINED.search(page.mask, unit.start, trigger):
        return None
    return leading(page, unit.start, trigger)


def acts(page: Masked, begin: int, start: int) -> bool:
    """Whether the actor at `start` can be a subject: neither governed by a preposition nor the owner of a thing."""
    if page.search(_PLACED, max(begin, start - 14), start):
        return False
    owned = _OWNED.search(page.mask[max(begin, start - 90) : start])
    return owned is None or _DOER.match(owned["head"]) is not None


def told_apart(page: Masked, unit: Unit, trigger: int, *, due: bool) -> tuple[str, ...]:
    """A group with the words that tell those of it who are meant, as printed: "Các xã chưa nộp báo cáo phải …".

    Where the work is due, by a day or beside an order, by whatever words: "Các sở có việc phải báo trước 30/6".
    """
    runs = page.actors
    for start, stop in reversed(runs[bisect_left(runs, (unit.start, 0)) : bisect_left(runs, (trigger, 0))]):
        which = page.match(BEHIND, stop + 1, unit.end)
        meant = (which and which.end() == trigger) or (due and _SUCH.fullmatch(page.mask, stop, trigger))
        if meant and acts(page, unit.start, start):
            groups = all(actor_kind(name) == "group" for name in page.names(start, stop))
            return (" ".join(page.text[start:trigger].split()),) if groups else ()
    return ()


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


def topic(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Who does what the clauses before the trigger say: "Căn cứ …, Y cụ thể hóa …"."""
    for match in _TOPIC.finditer(page.mask, unit.start, trigger):
        if page.begins_work(match.end(), trigger):
            return page.names(match.start("who"), match.end("who"), match.end("more"))
    return ()


def toward(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Those of whom a sentence speaks that tells nobody by name what to do: "Đối với Bộ X, Thủ tướng đề nghị …"."""
    found = _TOWARD.search(page.mask[unit.start : trigger])
    if found is None or PERSON in found["who"]:
        return ()
    at = unit.start
    return page.names(at + found.start("who"), at + found.end("who"), at + found.end("more"))


def _in_general(name: str) -> bool:
    """Whether a name stands for no body: a country, firms in general; the parties that sign something are bodies."""
    return name in _BEARERS and name not in _SIGNING


def are_bodies(page: Masked, subject: re.Match[str], *, groups: bool = False) -> bool:
    """Whether the subject is bodies alone: no country, no firms in general."""
    bodies = list(page.mentions(subject.start("who"), subject.end("who")))
    kinds = ("agency", "group") if groups else ("agency",)
    return all(body.kind in kinds and not _in_general(body.name.lower()) for body in bodies)


def act_by_any_verb(page: Masked, subject: re.Match[str], start: int, end: int, *, groups: bool = False) -> bool:
    """Whether named bodies do what follows, by whatever verb: "Bộ X sẽ cấp thẻ …", not "Bộ X sẽ có thêm …"."""
    if not are_bodies(page, subject, groups=groups):
        return False
    return any_verb(page, start, end)


def any_verb(page: Masked, start: int, end: int, *, least: int = _LEAST) -> bool:
    """Whether a stretch can be work by a verb that no table knows: it tells no state, and has an object."""
    words = len(page.mask[start:end].split()) + (2 if _NAME.search(page.mask, start, end) else 0)
    return words >= least and page.match(_BECOMES, start, end) is None


def under(page: Masked, unit: Unit, trigger: int) -> DocumentMention | None:
    """The document by which a sentence says what has to be done: "Theo Nghị định 12, cơ quan tiếp nhận phải …"."""
    found = _BY_DOCUMENT.match(page.mask, unit.start, trigger)
    return page.document(found.start("what")) if found else None


def own_or_named(page: Masked, subject: re.Match[str], speaker: str | None) -> tuple[str, ...]:
    """The bodies of a subject; one called by its head alone is the body of who is heard: "Bộ sẽ …"."""
    said = page.text[subject.start("who") : subject.end("who")].lower()
    own = page.speaks_for(speaker) if said in _OWN_HEADS and speaker else ()
    if own and own[0].lower().startswith(f"{said} "):
        return own
    return page.names(subject.start("who"), subject.end("who"), subject.end("more"))


def speakers_body(page: Masked, course: Course) -> tuple[str, ...]:
    """The body for which the one who is heard speaks."""
    return page.speaks_for(course.speaker[1] if course.speaker else None)
