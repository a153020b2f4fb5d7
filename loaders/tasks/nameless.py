"""Who has to act, told by a noun only: "Ba công ty cấp nước được giao …", "Cơ quan thuế cần …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading import Unit
from loaders.tasks import doers
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, JOIN, PERSON
from loaders.words.flat import Pattern

_NOUN = re.compile(  # who is given work, by a noun only: "Ba công ty cấp nước được giao …"
    rf"(?:^|[.;:\"]\s*|\b(?:rang|nhan manh|cho biet|khang dinh|neu ro|chi ro"
    r"|noi ro|ghi ro|quan triet|quy dinh|doi hoi|buoc|bat|luu y|yeu cau|thi|con)"
    rf",?\s|(?:^|\s)theo\s[^,;:.]{{2,80}},\s)"
    rf"(?:[^,;:.{ACTOR}{PERSON}]{{0,60}},\s*)?"
    r"(?:(?:ke tu|tu|den|trong|truoc|sau)\s(?:ngay |thang |nam |quy )?[\d/.-]+\s)?"
    r"(?P<who>(?:(?:tat ca|toan bo|cac|nhung|moi|tung|mot trong)\s)*"
    r"(?:cac|nhung|hai|ba|bon|lanh dao|nguoi|can bo|don vi|tap doan|nha|doanh nghiep|chu|co quan|cong ty|nganh"
    r"|chinh quyen|doi ngu|bo phan|doan|luc luong|hiep hoi|hoi dong|hoi|ban to chuc|nha truong|lien doan|lien hiep"
    r"|truong(?! hop)|vien|benh vien|trung tam"
    r"|cong chuc|vien chuc|giao vien|hieu truong|giam doc|pho giam doc|bi thu|to (?:cong tac|cong nghe)"
    r"|nhom cong tac|ban quan ly|hop tac xa"
    r"|(?:\d+(?:/\d+)?|nam|sau|bay|tam|chin|muoi)\s+(?:bo|so|nganh|tinh|huyen|xa|phuong|quan|don vi|co quan|dia phuong"
    r"|truong|benh vien|doanh nghiep|thon|ban|to))\b"
    rf"[^,;:.{ACTOR}{PERSON}]{{0,60}}?)(?:\s*\([^()]*\))?\s+$"
)
_EACH = re.compile(  # "Hai huyện, mỗi nơi phải …"
    rf"(?:^|[.;:\"]\s*|\b(?:rang|nhan manh|yeu cau|thi),?\s)"
    rf"(?P<who>[{ACTOR}]++(?:{JOIN}[{ACTOR}]++)*|[^,;:.]{{4,60}}?),"
    rf"\s+(?:[{ACTOR}]{{5,10}}|(?:moi|tung)\s+\w+(?:\s\w+)?|\d+/\d+\s+\w+)\s+$"
)
_DESCRIBED = re.compile(  # a doer with what tells which: "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"
    rf"(?:^|[.;:)]\s)\s*(?:(?:-|\d{{1,2}}\s?[.)]|[a-z]\))\s*)?(?P<who>[{ACTOR}]++\s"
    r"(?:co|thuoc|duoc|cung cap|van hanh|quan ly|so huu|su dung)"
    rf"\s[^,;:.{ACTOR}]{{3,80}}?)\s+$"
)
_PRIVATE = Pattern(  # who has duties as a citizen, no work that officials speak of
    r"(?:(?:các|những|mọi|từng|tất cả|mỗi)\s)*(?:người(?! đứng đầu)|cá nhân|công dân|nhân dân|hộ |học sinh|sinh viên"
    r"|khách|đại biểu|chuyên gia|luật sư|kiến trúc sư|đối tác|chủ thể|chủ sở hữu|chủ tài khoản|bên |tổ chức|trường hợp)"
)
BODIES = (  # nouns for those of whom a text counts some, or tells some apart, without their names
    "bo|nganh|so|xa|phuong|dac khu|huyen|quan|tinh|thanh pho|thi xa|thi tran|thon|dia phuong|ubnd|dang uy|don vi"
    "|co quan|phong|truong|benh vien|tram|trung tam|cuc|chi cuc|cong ty|tap doan|doanh nghiep|hop tac xa|ban quan ly"
)
_UNITS = rf"(?:{BODIES}|ban|vu|nha mang|noi|to chuc|to|doi|chu dau tu|nha thau|san|nen tang)"
_WHICHEVER = re.compile(
    rf"\s*:?\s*\"?(?P<who>(?:(?:cac|moi|bat ky|nhung)\s+)?(?:[{ACTOR}]++|{_UNITS}(?!\w))"
    rf"(?:(?:,\s+|\s+(?:va|hoac)\s+)(?:[{ACTOR}]++|{_UNITS}(?!\w)))*\s+(?P<which>nao)\s[^.;:\"]{{2,100}}?)"
    r"\s*,?\s+(?:thi\s+)?(?P<must>phai|can phai|co trach nhiem)\s+"
)
_WHICH = Pattern(r"nào\b")
_ITS_LEADER = Pattern(  # "Xã nào chưa nộp thì chủ tịch xã phải …", "Sở nào chậm, giám đốc phải …"
    r"(?:,\s+|\sthì\s+)(?:(?:ở đó|nơi đó)\s+)?"
    r"(?P<who>[\x01\x02]|(?:lãnh đạo|người đứng đầu|thủ trưởng|giám đốc|bộ trưởng|bí thư|chủ tịch|hiệu trưởng"
    r"|cục trưởng|vụ trưởng|trưởng (?:phòng|ban|thôn|bản|công an)|chủ đầu tư|tổ trưởng|viện trưởng)\b)"
)
_AUXILIARY = re.compile(r"\s(?:(?:se|cung|deu|tu|cung deu|cung se)\s+)+$")
_COUNT = r"(?:(?:tất cả|toàn bộ|mọi|từng|các|những|mỗi|\d+(?:/\d+)?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s(?=\w))"
_LEVELS = r"(?:tỉnh|huyện|xã|phường|quận|sở|bộ|thôn|bản|ấp|khu phố|trạm|tổ|ngành|nền tảng|mạng xã hội|sàn)\b"
_BODY = Pattern(
    rf"{_COUNT}+{_LEVELS}"
    r"|(?:báo chí|bí thư|trưởng (?:phòng|ban|thôn|bản|công an)|chi đoàn|ngành|phòng|sở|trạm) \w"
)
_COMPLIES = Pattern(r"(?:tuân thủ|chấp hành|đăng ký|khai báo|kê khai|xuất trình|nộp|cung cấp|thông báo)\b")
_ANYBODY = re.compile(
    rf"(?:^|[.;:\"]\s*|,\s+|\b(?:rang|luu y|nhan manh|cho biet)\s)(?P<who>(?:nguoi|ca nhan|cac|nhung|moi|chu)\s"
    rf"[^,;:.{ACTOR}{PERSON}]{{2,60}}?)\s+(?:(?:van|deu|cung|se)\s+)*$"
)
_RULED = re.compile(
    rf"(?:^|[.;:\"]\s*|,\s+|\b(?:quy dinh|yeu cau|neu ro|noi ro|ghi ro|chi ro|doi hoi|bat buoc|buoc|bat|rang)\s+)"
    rf"(?P<who>[^,;:.\"{PERSON}{DOCUMENT}]{{1,100}}?)\s+(?:(?:van|deu|cung|se)\s+)*$"
)
_OPENS = re.compile(  # where a clause begins
    rf"(?:^|[.;:\"]\s*|\b(?:{clauses.alternation('says_plainly')}|rang|quan triet|quy dinh|luu y|yeu cau|thi|con)"
    r",?\s|(?:^|\s)theo\s[^,;:.]{2,80},\s)\s*"
    r"(?:(?:ke tu|tu|den|trong|truoc|sau|sang)\s(?:ngay |thang |nam |quy )?[\d/.-]+\s)?"
)
_ADVERBIAL = re.compile(rf"(?:[^,;:.{ACTOR}{PERSON}]|(?<=vao )[{ACTOR}]+|(?<=tai )[{ACTOR}]+){{1,60}},\s*")
_FURTHER = re.compile(r"(?:ke tu|tu|den|trong|truoc|sau|sang)\s[^;:.]{0,24}?\d[\d/.-]*,\s+")
_LEVELLED = r"(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|tinh|thanh pho|thanh|bo|nganh|so)"
_PHRASE = re.compile(
    rf"(?P<who>\d+(?:/\d+)? {_LEVELLED}(?:, ?{_LEVELLED})+"  # "102 xã, phường"
    rf"|[^,;:.\"{ACTOR}{PERSON}]{{2,70}}?(?:\s[{ACTOR}]++(?:\s\w+)?)?)(?:\s*\([^()]*\))?\s+"
)
_STEP = re.compile(rf"[^,;:.\"{PERSON}\s]+(?P<gap>\s+(?:\([^()]*\)\s+)?)")
_MUST = re.compile(r"(?:phai|can|se|co trach nhiem)\s|(?:den|toi|len)\s\w+\s")
_REACH = 240  # characters before a trigger in which its clause begins
_TOLD_APART = re.compile(  # "các địa phương chưa ban hành nghị quyết khẩn trương trình …"
    rf"(?P<who>[{ACTOR}]++\s+(?:chua|con|da|dang|co|duoc)\s[^.;:{PERSON}]{{3,120}}?)\s+"
    rf"(?=(?:phai|can|{clauses.alternation('eager_words')})\s)(?:(?:phai|can)\s+)?"
)
_ANY_OF = ("các ", "những ", "mọi ", "mỗi ", "từng ")
_LONGEST = 10  # words that name a body without a name
_VAGUE = Pattern(
    r"\b(?:nào|thì|chỉ|vẫn|thường(?! trực| vụ)|có yêu cầu|khi|nếu|mà|đang|đã|sẽ|luôn|đều|từng|không|chưa)\b"
)
_BARE = Pattern(
    r"\s*(?P<who>quận|huyện|phường|xã|tỉnh|thành phố|nhà thầu|chủ đầu tư|nhà trường|bệnh viện|công ty"
    r"|đơn vị (?:thi công|tư vấn|vận hành|cung cấp)|ban quản lý(?: dự án)?)(?:(?P<colon>\s?:)|\s(?:phải\s|cần\s)?)\s*"
)
_ADDRESSED = re.compile(  # "kêu gọi cộng đồng doanh nghiệp đóng góp …"
    r"\s*(?P<who>(?:cac |nhung |toan the |moi |tung )?(?:cong dong|nguoi dan|nhan dan|doanh nghiep|can bo|cong chuc"
    r"|to chuc|don vi|chu dau tu|nha (?:lanh dao|\w+)|ngan hang|hiep hoi|dia phuong|chuyen gia|dai bieu|nuoc|quoc gia"
    r"|truong)"
    r"(?:\s[^,;:.\x02]{0,60}?)??|(?:cac|moi|tung|nhung|toan the)\s(?:tram|phong|trung tam|benh vien|cang|hang"
    r"|san|to|doi|ban|hoi|hop tac xa|co so|cua hang|nha thuoc|chu|giao vien|hoc sinh|sinh vien|bac si|luat su"
    r"|thanh vien|dang vien"
    r"|doan vien|ho|vien|khu|diem|nen tang|hoc vien|lop|nhom|cau lac bo|toa soan)(?:\s[^,;:.\x02]{0,60}?)??"
    r"|(?:mang xa hoi|nen tang|san|cong ty|hoi dong|ban to chuc|nha truong|hang)(?:\s[^,;:.\x02]{0,40}?)??"
    rf"|(?:cac|moi|tung)\s(?:bo truong|chu tich|giam doc|lanh dao|nguoi dung dau|co quan"
    rf"|bo|nganh|cap|so|quan|huyen|xa|phuong|tinh|thanh pho|tap doan|cong ty)(?:\s[^;:.{PERSON}]{{0,60}}?)??)\s+"
    r"(?=(?:truc tiep |can |phai |hay |tich cuc |chu dong |tiep tuc |cung )*"
    rf"(?:{clauses.alternation('action_verbs')})\b)"
)


def whichever(page: Masked, start: int, end: int) -> tuple[str, int, int] | None:
    """Whoever is in a case, as printed, where "phải" stands and where the work begins: "Xã nào chưa nộp phải …"."""
    found = _WHICHEVER.match(page.mask, start, end)
    if found is None or not page.match(_WHICH, found.start("which"), end):
        return None
    leader = page.search(_ITS_LEADER, *found.span("who"))
    who = (leader.start("who") if leader else found.start("who")), found.end("who")
    return " ".join(page.text[slice(*who)].split()), found.start("must"), found.end()


def whichever_before(page: Masked, unit: Unit, modal: int, end: int) -> tuple[str, int] | None:
    """The same before a modal, as printed, and where the words that say so begin."""
    if page.mask.find(" nao ", unit.start, modal) < 0:
        return None
    comma = page.mask.rfind(", ", unit.start, modal) + 2
    for begin in (*_clauses(page, unit.start, modal), *((comma,) if comma > 1 else ())):
        found = whichever(page, begin, end)
        if found and found[1] == modal:
            return found[0], begin
    return None


def noun(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Who stands before the trigger by a noun only, at the head of a clause, as printed."""
    found = _NOUN.search(_AUXILIARY.sub(" ", page.mask[unit.start : trigger]))
    return _printed(page, unit, found) if found else None


def described(page: Masked, unit: Unit, trigger: int) -> str | None:
    """A doer with what tells which, as printed: "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"."""
    found = _DESCRIBED.search(page.mask[unit.start : trigger])
    return _printed(page, unit, found) if found else None


def doer(page: Masked, unit: Unit, trigger: int) -> str | None:
    """A body without a name, told apart by its noun: "Cơ quan thuế cần nghiên cứu …"."""
    for start in _clauses(page, unit.start, trigger):
        said = _PHRASE.fullmatch(_AUXILIARY.sub(" ", page.mask[start:trigger]))
        stop = start + said.end("who") if said else start
        if said and not page.search(_VAGUE, start, stop) and is_body(page, start, stop):
            return " ".join(page.text[start:stop].split())
    return None


def beside(page: Masked, unit: Unit, trigger: int) -> tuple[str, int] | None:
    """The body behind the last comma, as printed, and where it begins: "X phải làm A, cơ quan thuế sẽ …"."""
    start = page.mask.rfind(", ", unit.start, trigger) + 2
    said = _PHRASE.fullmatch(_AUXILIARY.sub(" ", page.mask[start:trigger])) if start > 1 else None
    if said is None or page.search(_VAGUE, start, start + said.end("who")) or not is_body(page, start, trigger):
        return None
    return " ".join(page.text[start : start + said.end("who")].split()), start


def _clauses(page: Masked, start: int, trigger: int) -> Iterator[int]:
    """Where the clauses before the trigger begin, and their subjects behind an adverbial."""
    since = max(start, trigger - _REACH)
    for opening in _OPENS.finditer(page.mask[since:trigger]):
        if since > start and opening.start() == 0:
            continue  # the stretch begins there, no clause
        begin = since + opening.end()
        adverbial = _ADVERBIAL.match(page.mask, begin, trigger)
        if adverbial and not is_body(page, begin, trigger):
            if further := _FURTHER.match(page.mask, adverbial.end(), trigger):
                yield further.end()  # "Theo đó, từ 15/1, …"
            yield adverbial.end()
        yield begin


def is_body(page: Masked, start: int, end: int) -> bool:
    """Whether a stretch begins with a noun for a body, or for those who serve in one; citizens are none."""
    if page.match(_BODY, start, end):
        return True
    return doers.is_doer(page, start, end) and page.match(_PRIVATE, start, end) is None


def opening(page: Masked, start: int, end: int) -> tuple[str, int] | None:
    """The body told by a noun with which a clause begins, as printed, and where the words begin that it does."""
    apart = _TOLD_APART.match(page.mask, start, end)
    if apart and page.text[start:end].lower().startswith(_ANY_OF):
        return " ".join(page.text[slice(*apart.span("who"))].split()), apart.end()
    if not is_body(page, start, end) or page.mask.startswith("mot ", start):
        return None  # "một trung tâm của ASEAN": no one body
    at = start
    for _ in range(_LONGEST):
        step = _STEP.match(page.mask, at, end)
        if step is None or page.match(_VAGUE, at, end):
            return None
        at = step.end()
        if page.mask.startswith("giup viec ", at):
            continue  # "Tổ giúp việc Ban Chỉ đạo"
        if _MUST.match(page.mask, at, end) or page.begins_work(at, end):
            return " ".join(page.text[start : step.start("gap")].split()), at
    return None


def ruled(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Those of whatever kind for whom a document rules: "Nghị định 70 quy định hộ kinh doanh có … phải …"."""
    found = _RULED.search(page.mask[unit.start : trigger])
    if found is None:
        return None
    start, stop = (unit.start + at for at in found.span("who"))
    known = page.mask[start] == ACTOR or doers.is_doer(page, start, stop)
    return _printed(page, unit, found) if known and not page.search(_VAGUE, start, stop) else None


def complying(page: Masked, unit: Unit, trigger: int, start: int, end: int) -> str | None:
    """Those of whatever kind who have to comply: "người có thẻ xanh vẫn phải tuân thủ …"."""
    if not page.match(_COMPLIES, start, end):
        return None
    found = _ANYBODY.search(page.mask[unit.start : trigger])
    return _printed(page, unit, found) if found else None


def addressed(page: Masked, start: int, end: int) -> tuple[str, int] | None:
    """Who is called upon, of whatever kind, and where the work begins: "kêu gọi cộng đồng doanh nghiệp đóng góp …"."""
    found, offset = _ADDRESSED.match(page.mask, start, end), 0
    if found and not page.begins_work(found.end(), end):  # "chủ đầu tư hạ tầng …": "tầng" folds like "tăng"
        found, offset = _ADDRESSED.match(page.with_verbs(start, end)), start
    if found is None:
        return None
    first, last = found.span("who")
    return " ".join(page.text[offset + first : offset + last].split()), offset + found.end()


def bare(page: Masked, start: int, end: int) -> tuple[str, int] | None:
    """The one body that an order means by its noun alone, and where the work begins: "yêu cầu quận: dẹp ngay …"."""
    found = page.match(_BARE, start, end)
    if found is None or not (found["colon"] or page.begins_work(found.end(), end)):
        return None
    if found["colon"] and not page.mask[found.end() : end].strip():
        return None
    return " ".join(page.text[slice(*found.span("who"))].split()), found.end()


def each(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Those of whom each has to act: "Hai huyện A và B, mỗi nơi phải …"."""
    found = _EACH.search(page.mask[unit.start : trigger]) if page.mask.find(", ", unit.start, trigger) >= 0 else None
    if found is None:
        return ()
    last = page.text[unit.start + found.end("who") + 1 : trigger].strip().lower()
    if not last.startswith(("mỗi ", "từng ", "moi ", "tung ")) and not last[0].isdigit():
        return ()
    names = page.names(unit.start + found.start("who"), unit.start + found.end("who"))
    who = (unit.start + found.start("who"), unit.start + found.end("who"))
    return names or ((_printed(page, unit, found),) if is_body(page, *who) else ())


def _printed(page: Masked, unit: Unit, named: re.Match[str]) -> str:
    """A noun phrase without a name of its own, as printed."""
    return " ".join(page.text[unit.start + named.start("who") : unit.start + named.end("who")].split())
