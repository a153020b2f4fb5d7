"""Work as reports tell it without a verb of ordering: "Quận 5 được X chọn thí điểm …", "Thời gian tới, Bộ X …"."""

from __future__ import annotations

import re

from kg.periods import first_day
from loaders.reading import Period, Unit
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, JOIN, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_TRUSTING = r"(?:tin tuong|tin cay|tin nhiem|thong nhat|tiep tuc|chinh thuc|truc tiep)"
AGENT = (  # "được Thủ tướng giao": by whom and how; whom it is given to may not follow
    rf"duoc\s+(?:(?:{WHO})\s+(?:{_TRUSTING}\s+)?|{_TRUSTING}\s+(?=giao|phan cong|chi dinh))(?:giao"
    r"(?:\s+(?:them|nhiem vu|trach nhiem|trong trach|phan viec|viec|cho))*:?|phan cong"
    r"|chon|lua chon|chi dinh|uy (?:quyen|nhiem|thac)|yeu cau"
    r"|de nghi|cho phep|dat hang)"
    r"(?:\s+(?:la|lam)\s+(?:mot trong\s+)?(?:(?:nhung|cac)\s+)?(?:don vi|noi|co quan|dia phuong|dau moi))?"
    rf"(?:\s+(?:tai|trong|theo)\s+[{DOCUMENT}]++(?:\s+(?:ngay|nam)\s+[\d/.-]+)?)?"
    rf"(?!\s+(?:cho\s+)?(?:cac\s+)?{WHO})"
)
_PARTIES = re.compile(
    rf"(?:^|[.;:\"]\s*)(?:[^,.;:{ACTOR}{PERSON}]{{0,60}},\s*)?"
    r"(?P<who>(?:hai|ba|bon|cac|lanh dao (?:hai|cac))\s(?:ben|nuoc|phia|(?:nha\s+|vi\s+)?lanh dao|thu tuong|bo truong"
    r"|tong thong|chu tich|nguyen thu|doan|co quan|don vi|chinh phu|doanh nghiep|tap doan|dia phuong|tinh|thanh pho"
    r"|dai bieu|thanh vien|truong|vien|hiep hoi|ngan hang)(?:\s[^,.;:]{1,40}?)??)\s"
    rf"(?:(?:da|cung|deu|se|cung da)\s+)*(?=$|(?:{clauses.alternation('says')}|ky|hoi dam|thao luan|hoan nghenh)\b)"
)
_AHEAD = re.compile(
    r"[\s\"]*(?:(?:va|dong thoi|ben canh do|ngoai ra|theo do|vi vay|do do),?\s+)?"
    r"(?:(?:theo|trong|tai|ve|voi|cung voi|de|nham|ben canh|song song|tren co so|can cu|phat huy)\s[^,.;:]{3,120},\s*"
    r"(?:[^,.;:]{3,100},\s*){0,1}?){0,2}?"
    r"(?P<when>[^,.;:]{4,60}),\s*"
    r"(?:(?:cung voi|ben canh|song song|ngoai|de|nham|tren co so|can cu|phat huy|voi)\s[^,.;:]{3,120},\s*){0,2}"
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+(?:cung\s+)?"
)
_SOON = Pattern(
    r"(?:trong\s+)?(?:thời gian tới|trước mắt|giai đoạn tới|sắp tới|tới đây|năm tới|nhiệm kỳ tới|quý tới|những năm tới"
    r"|thời gian tiếp theo|(?:những|các) tháng (?:cuối năm|tới|còn lại)|từ nay (?:đến|tới)\b.{2,30}"
    r"|giai đoạn tiếp theo)$"
)
_GOES_ON = re.compile(r"(?:tiep tuc|tap trung|day manh|uu tien|chu trong|quyet tam|no luc|phan dau)\b")
_BY_THEN = re.compile(
    r"(?:den (?:het |cuoi )?|truoc |cham nhat |muon nhat |tu nay den "
    r"|(?:phan dau|du kien) (?:den |trong |cuoi |het )?)(?!nay)"
)
_NOT_WORK = Pattern(r"(?:đã|đang|sẽ|vẫn|là|có|được|bị|cần|phải|còn|không|chưa|đặt mục tiêu|phấn đấu)\b")
OWN = (
    *("don vi", "tap doan", "cong ty", "tong cong ty", "ngan hang", "co quan", "nganh", "hang", "quan", "huyen"),
    *("phuong", "xa", "so", "cuc", "vien", "truong", "benh vien", "nha mang", "hiep hoi", "doanh nghiep", "tinh"),
    *("thanh pho", "thi xa", "dia phuong", "trung tam", "phia cong ty", "phia ngan hang", "phia tap doan"),
    "phia don vi",
)
_SELF = Keyed(  # the own body, by a noun only: "Theo bà Lan, đơn vị đang …"
    rf"(?:^|[.;:\"]\s*|,\s*|\b(?:va|rang|thi|{clauses.alternation('says_plainly')})\s)\s*"
    r"(?:(?:hien nay|hien|hien tai|thoi gian toi|sap toi|toi day|(?:trong |tu )?(?:nam|quy|thang) [\w/]+),?\s)?\s*"
    rf"(?:{'|'.join(OWN)})(?:\s+(?:nay|minh|chung toi))?\s+(?:(?:cung|van|hien|da va)\s*)*$",
    ends=(*OWN, "nay", "minh", "chung toi", "cung", "van", "hien", "da va"),
)
_SELF_FIRST = Keyed(  # its second verb: "Bộ xin nghe góp ý, sẽ chỉnh lý …"
    r"(?:^|[.;:\"]\s*)\s*(?:bo|so|cuc|tong cuc|uy ban|ngan hang|tap doan|tong cong ty|don vi|co quan|nganh)\s+"
    rf"(?:xin|da|cung|dang|se|rat|ghi nhan|tiep thu|nhan thay)\s[^.;:{ACTOR}{PERSON}]{{3,120}},"
    r"\s+(?:dong thoi\s+|va\s+)?$",
    ends=(",", "thoi", "va"),
)
_NOMINAL = re.compile(
    rf"(?:^|[.;:,\"]\s*|\b(?:rang|thi|de xuat|{clauses.alternation('says_plainly')}|trong do|{JOIN})\s)\s*"
    r"(?P<what>(?:viec|cong tac|qua trinh|he thong|du an|de an"
    r"|co so du lieu|cac|ho so|thu tuc|nen tang|trung tam|toan bo|tat ca|phan mem|ket qua|nhung"
    r"|moi|tung|du lieu|thong tin"
    rf"|giai doan|cong trinh|cong dich vu|ung dung|mang luoi|ha tang|thiet bi|danh sach"
    rf"|{clauses.alternation('products')})"
    r"\s[^,.;:\"]{3,120}?)(?:,\s+(?:cai|viec|phan)\s+(?:nay|do)(?:\s(?:le ra|dung ra|dang le))?)?\s+$"
)


def parties(page: Masked, unit: Unit, verb: int) -> str | None:
    """Those who agree, by a noun only, at the head of the sentence: "Hai nhà lãnh đạo"."""
    found = _PARTIES.search(page.mask[unit.start : verb])
    return (
        " ".join(page.text[unit.start + found.start("who") : unit.start + found.end("who")].split()) if found else None
    )


def ahead(page: Masked, unit: Unit, end: int, *, heard: bool = False) -> tuple[int, tuple[str, ...]] | None:
    """Where the work of "Thời gian tới, Bộ X hoàn thiện …" begins, and who does it."""
    found = _AHEAD.match(page.mask, unit.start, end)
    if found is None or PERSON in found["who"] or not page.begins_work(found.end(), end):
        return None
    if page.match(_NOT_WORK, found.end(), end):
        return None
    soon = page.search(_SOON, found.start("when"), found.end("when")) is not None
    times = page.times(found.start("when"), found.end("when"))
    coming = bool(times) and not page.past(times[-1])
    by_then = coming and _BY_THEN.match(page.mask, found.start("when"), found.end("when")) is not None
    dated = (
        coming and (heard or page.reading.today is not None) and _GOES_ON.match(page.mask, found.end(), end) is not None
    )
    later = heard and coming and _later(page, times[-1])
    if not (soon or by_then or dated or later):
        return None
    return found.end(), page.names(found.start("who"), found.end("who"), found.end("more"))


def _later(page: Masked, time: Period) -> bool:
    """Whether a time is after the source's: "Năm 2027, các bộ rà lại …"."""
    today = page.reading.today
    return today is not None and time.value is not None and first_day(time.value) > today


def is_self(page: Masked, unit: Unit, trigger: int) -> bool:
    """Whether the speaker's own body, by a noun only, stands before the trigger."""
    before = page.mask[unit.start : trigger]
    return _SELF.search(before) is not None or _SELF_FIRST.search(before) is not None


def subject_noun(page: Masked, unit: Unit, trigger: int) -> int | None:
    """Where the thing begins that stands before the trigger as its subject: "Việc phê duyệt dự án phải …"."""
    found = _NOMINAL.search(page.mask[max(unit.start, trigger - 150) : trigger])
    return max(unit.start, trigger - 150) + found.start("what") if found else None
