"""A word of undertaking as it stands in its clause: "sẽ", "đang", "dự kiến"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tasks import passives, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON
from loaders.words.flat import Pattern

_ONLY_WHEN = re.compile(
    r"\s*(?:se\s+)?(?:hoan thanh|hoan tat|trinh|ban hanh|xong|cong bo|ket thuc|van hanh|ra mat|khai truong"
    rf"|dua vao (?:su dung|van hanh|khai thac|hoat dong))(?:\s+[{ACTOR}{PERSON}]++)?\s+"
    r"(?=trong|truoc|vao|dau|cuoi|giua|quy|thang|nam|ngay|tu)(?:[\s\d/.,:-]|\b(?:ngay|thang|nam|quy|[ivx]+|truoc|trong"
    r"|den|cham nhat|muon nhat|vao|het|dau|cuoi|giua|nay|toi|sau|tu)\b)*$"
)
ONLY_DONE = re.compile(  # "…, dự kiến hoàn tất trong tháng 9", "… và sẽ hoàn thành vào tháng 11"
    r"\s*(?:se\s+)?(?:hoan thanh|hoan tat|xong|ket thuc)\s+"
    r"(?=trong|truoc|vao|dau|cuoi|giua|quy|thang|nam|ngay)(?:[\s\d/.,:-]|\b(?:ngay|thang|nam|quy|[ivx]+|truoc|trong"
    r"|den|cham nhat|muon nhat|vao|het|dau|cuoi|giua|nay|toi|sau)\b)*$"
)
BEHIND_WORK = re.compile(r"(?:,|\bva)\s+$")
_HAS_SHARE = re.compile(rf"\d\s?%\s(?!trong\b)[^.;:,\"{PERSON}]{{2,120}}$")
_IF = Pattern(r"[\s\"]*(?:nếu|khi(?! (?:đó|ấy)\b)|trường hợp)\b")
_IF_INSIDE = Pattern(r"\bnếu\b[^.;:]*$", "nếu")
_AS_RULED = re.compile(  # what befalls whoever fails
    r"\s*(?:bi\s+)?(?:xu ly\s+(?:nghiem\s+)?(?:theo|dung)\s+(?:dung\s+)?(?:quy dinh|phap luat)\b[^,]*$"
    r"|(?:(?:de xuat|kien nghi|xem xet|kiem diem|truy cuu|quy|xu ly|ap dung|thi hanh)[\s,]+)+(?:\w+\s){0,3}?"
    r"(?:trach nhiem|ky luat)\b)"
)
_THEN = re.compile(r"(?:,|\bthi)\s+[^,]{0,80}$")  # the case is told, and what is done in it follows
_CAN = Pattern(r"(?:\s\w+)?\s+được\s+(?!giao\b|phân công\b)")  # "sẽ tiết kiệm được …": what comes of it, no work
_CANNOT = Pattern(
    r"\b(?:không thể|khó có thể|chưa thể|không có nghĩa)\b[^.;:]*$", "không thể|khó có thể|chưa thể|không có nghĩa"
)
_HOPED = Pattern(
    r"\b(?:hy vọng|hứa hẹn|mong rằng|mong muốn|kỳ vọng|tin rằng|tin tưởng|dự báo)\b[^.;:]*$|\bkỳ vọng\b[^.;]*$",
    "hy vọng|hứa hẹn|mong rằng|mong muốn|kỳ vọng|tin rằng|tin tưởng|dự báo",
)


_QUANTITY = re.compile(  # "số lượng hồ sơ dự kiến tiếp nhận": how much there will be, no work
    r"(?:^|[.;:,(\"]\s*|\)\s*)(?:(?:so luong|san luong|khoi luong|tong (?:so|muc|kinh phi)|muc (?:ho tro|kinh phi|chi)"
    r"|kinh phi|doanh thu|nhu cau|nguon von)(?:\s[^.;:,]{0,120})?\s)(?:duoc\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of undertaking, where it stands and in whose speech."""

    said: str
    status: TaskStatus
    unit: Unit
    start: int
    after: int
    end: int  # of the words that can say the work
    speaker: str | None
    goes_on: bool  # whether an order stands before it in the unit

    @property
    def will(self) -> bool:
        """Whether it is "sẽ"."""
        return self.said.endswith("se")

    @property
    def expects(self) -> bool:
        """Whether it is "dự kiến"."""
        return self.said.startswith("du kien")

    @property
    def work(self) -> int:
        """Where the work begins behind it."""
        return self.after + 1

    def order(self, whose: tuple[str, ...], *, sure: float) -> Order:
        """The undertaking of the work behind it."""
        return Order(self.start, self.work, self.end, whose, status=self.status, sure=sure)


def tells_no_work(page: Masked, word: Word) -> bool:
    """Whether the clause hopes, supposes or counts, or only says when the work before it is to be done."""
    begin = word.unit.start
    case = page.match(_IF, begin, word.start) or page.search(_IF_INSIDE, begin, word.start)
    if page.search(_HOPED, begin, word.start) or (case and not _told_of_case(page, word)):
        return True
    if word.expects and _QUANTITY.search(page.mask[max(begin, word.start - 200) : word.start]):
        return True
    if page.search(_CANNOT, begin, word.start) or is_possible(page, word.after, word.end):
        return True
    if word.goes_on and word.expects and _ONLY_WHEN.match(page.mask, word.after, word.end):
        return True  # "đang soạn thảo nghị định, dự kiến trình trong quý II": when the work is to be done
    beside = word.goes_on and word.will and BEHIND_WORK.search(page.mask, begin, word.start)
    if beside and ONLY_DONE.match(page.mask, word.after, word.end):
        return True  # "đang nâng cấp hệ thống và sẽ hoàn tất vào tháng 11"
    # "90% trường học sẽ dùng học bạ số": a goal with its number
    return _HAS_SHARE.search(page.mask, max(begin, word.start - 160), word.start) is not None


def _told_of_case(page: Masked, word: Word) -> bool:
    """Whether a body undertakes something for a case that is told before it, or a thing will be done by a time."""
    if not (word.will and _THEN.search(page.mask, word.unit.start, word.start)):
        return False
    if _AS_RULED.match(page.mask, word.after, word.end):
        return False
    if page.ahead(word.after, word.end):
        return True
    subject = subjects.of_clause(page, word.unit, word.start)
    acts = subject is None or subjects.are_bodies(page, subject, groups=True)
    return acts and not passives.follows(page, word.after, word.end)


def is_due(page: Masked, word: Word) -> bool:
    """Whether a time to come stands behind the word, or opens the clause."""
    return page.ahead(word.after, word.end) or page.ahead(word.unit.start, word.start)


def is_possible(page: Masked, start: int, end: int) -> bool:
    """Whether the verb says what can be reached, not what is done: "sẽ giảm được 30% chi phí"."""
    verb = clauses.work_verb(page.mask, start + 1, end)
    return verb is not None and page.match(_CAN, verb.end(), end) is not None
