"""What is said of a task beside its work: where it was given, by when, how it stands, where the work's words end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading import Period
from loaders.tasks.masked import Masked
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern

_NAMED = rf"[{DOCUMENT}{PROGRAMME}]"
_GIVEN = re.compile(  # "được Thủ tướng giao tại …", "theo yêu cầu của UBND tỉnh tại …"
    rf"\s*,?\s*(?:(?:nhu\s+)?(?:da\s+)?(?:duoc\s+)?(?:[{ACTOR}{PERSON}]++\s+)?(?:giao|phan cong|yeu cau|neu|quy dinh"
    rf"|de ra|xac dinh)"
    r"(?:\s+(?:nhiem vu|cu the|ro))?\s+(?:tai|theo|trong|o)|theo|tai|thuoc|trong|so voi)\s+"
    r"(?:(?:dung\s+)?(?:yeu cau|noi dung|chi dao|ket luan|quy dinh|tien do|tinh than|phan cong|nhiem vu|lo trinh"
    r"|ke hoach)"
    rf"(?:\s+(?:cua|tu)\s+[{ACTOR}{PERSON}]++)?(?:\s+(?:neu\s+)?(?:tai|trong|theo|cua))?\s+)?(?P<what>{_NAMED}+)"
    rf"|\s*,\s*(?:(?:mot\s+)?(?:nhiem vu|viec|noi dung|phan viec|dieu)\s+)?(?:ma\s+)?"
    rf"(?P<by>{_NAMED}+)"  # "…, việc mà NQ 5 giao"
    r"\s+(?:da\s+)?(?:giao|yeu cau|quy dinh|an dinh|buoc|dat ra|de ra|doi)"
)
_DUE = re.compile(
    r"(?:\s*[,(;]\s*|\s+)(?:voi\s+|co\s+)?(?P<noun>(?:thoi han|han(?: chot| cuoi)?|thoi gian|tien do|ke hoach|lo trinh)"
    r"(?:\s+(?:hoan thanh|thuc hien|trinh|ban hanh|bao cao|gui|yeu cau|quy dinh|duoc giao|giao|de ra|cuoi cung|la"
    r"|den|truoc|trong|goc|ban dau|cu"
    r"|cham nhat|vao|:))*|(?:(?:phai|yeu cau|can|giao)\s+)(?:hoan thanh|xong|trinh|ban hanh|gui"
    r"|bao cao)[^,;.()]{0,30}?|(?:le ra|dang le|dang ra|dung ra)(?:\s+(?:da|phai|duoc))*\s+"
    r"(?:xong|hoan thanh|hoan tat|nop|gui|trinh|ban hanh|ban giao|lam xong)[^,;.()]{0,20}?)\s*:?\s*$"
)
_LATE_SINCE = re.compile(
    r"(?:qua han|tre han|het han|cham|han(?: chot| cuoi)?,? da (?:qua|het|troi qua))\s+(?:ke\s+)?(?:tu)?\s*"
    r"(?:ngay|thang|quy)?\s*$|(?:qua han|tre han|het han)\s*$"
)
_NEXT = re.compile(r"(?:cam ket|phan dau|du kien|hua|se|muc tieu|quyet tam|dang ky|hen)\b[^,;.()]{0,60}$")
_LATE = Pattern(
    r"\b(?:quá hạn|trễ hạn|trễ hẹn|lỡ hẹn|chậm muộn|chậm trễ|chậm tiến độ|chậm so với|chậm (?:hơn )?\d+"
    r"|quá thời hạn|chưa đúng hạn"
    r"|(?:hạn|hạn chót|hạn cuối|thời hạn) đã (?:qua|hết)|không đúng hạn"
    r"|không đúng tiến độ|không bảo đảm tiến độ|không kịp tiến độ|đã hết hạn|chậm hơn|đã quá"
    r"|chưa bảo đảm tiến độ)\b"
)
_NOT_LATE = Pattern(r"\b(?:không|chưa|không bị|không tính là|chưa bị|nếu|khi)\s+(?:bị\s+|tính là\s+|để\s+)?$")
_HANDLED = re.compile(  # what is late is handled: "rà soát toàn bộ 17 nhiệm vụ quá hạn"
    r"\b(?:ra soat|giai quyet|xu ly|go|thao go|don doc|kiem tra|thong ke|cong khai|khac phuc)\s[^,.;:]{0,30}?"
    r"\b(?:nhiem vu|dau viec|viec|ho so|van ban|hang muc|noi dung|don thu)\s+(?:con\s+|dang\s+|bi\s+)?$"
)
_CUT = Pattern(  # where what follows tells how the work stands, no more what it is
    r"\s*[:;]\s*(?:đã\s|đang\s|hiện\s|đến nay|mới\s|vẫn\s|còn\s|chưa\s|hoàn thành\s|đạt\s|dự kiến|chờ\s|do\s)"
    r"|\s*\(\s*(?:hoàn thành|xong|đạt)\s"
    r"|\s*[,(]\s*(?:nhưng\s+|song\s+|tuy nhiên,?\s+|trong khi\s+)?(?:đã\s|đang\s|hiện\s|đến nay|tới nay|nay\s|quá hạn"
    r"|trễ hạn|chậm(?:\s|\))|phấn đấu|cam kết|dự kiến|hứa\s|sẽ\s|mới\s|vẫn\s|còn\s|chưa\s|song\s|nhưng\s|làm ảnh hưởng"
    r"|gây\s|dẫn đến|nguyên nhân|do\s|dù\s|mặc dù|sớm\s|đúng (?:hạn|tiến độ)|trước (?:thời )?hạn|vượt)"
    r"|\s+(?:đã\s+|đang\s+|vẫn\s+|bị\s+)*(?:quá hạn|trễ hạn|chậm (?:tiến độ|muộn|trễ|\d+)|chậm so với)\b"
    r"|\s+(?:nhưng|song|tuy nhiên,?)\s+(?:đến nay|tới nay|hiện|mới|chưa|vẫn|còn|đã|không)\b"
    r"|\s+(?:dù|mặc dù|cho dù)\s"
    r"|\s+(?:đúng hạn|đúng tiến độ|trước (?:thời )?hạn|sớm hơn)\b"
)
OWNER = re.compile(
    rf"(?<!truoc day)(?<!truoc do)(?<!ban dau)\s*,?\s+(?:cua|do|(?:duoc\s+)?giao(?:\s+cho)?"
    rf"|duoc(?=\s+(?:cac\s+)?{WHOEVER}\s+(?:chu tri|thuc hien|trien khai)))"
    rf"\s+(?:cac\s+)?(?P<who>{WHOEVER})(?:\s+(?:chu tri|thuc hien))?"
)
_ANSWER = re.compile(r"/(?:TTr|BC)\b")  # a submission or a report orders nothing
_BY = re.compile(r"(?:truoc|trong|cham nhat|muon nhat|den het|xong)\b")
_TAIL = re.compile(r"[\s,;:(]+$")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the words of a work end, and what the text tells of it behind them."""

    end: int
    mandate: str | None
    due: Period | None
    late: bool  # as the text says, or by its time


def of(page: Masked, start: int, end: int) -> Standing:
    """What stands in a stretch that begins with the words of a work."""
    mask = page.mask
    given = _GIVEN.search(mask, start + 1, end)
    cut = page.search(_CUT, start + 1, end)
    due, said = due_time(page, start, end)
    ends = [end, *(found.start() for found in (given, cut) if found), *([said] if said is not None else [])]
    stop = min(ends)
    tail = _TAIL.search(mask, start, stop)
    stop = tail.start() if tail else stop
    stop = _closed(page, start, stop)
    if due is None:
        due = _of_work(page, start, stop)
    mandate = page.cited(given.start("what" if given["what"] else "by")) if given else None
    mandate = None if mandate and _ANSWER.search(mandate) else mandate
    return Standing(stop, mandate, due, says_late(page, start, end) or passed(page, due))


def passed(page: Masked, due: Period | None) -> bool:
    """Whether a time was over when the source was written."""
    return due is not None and page.past(due)


def says_late(page: Masked, start: int, end: int) -> bool:
    """Whether a stretch says that something is late."""
    found = page.search(_LATE, start, end)
    if found is None or _HANDLED.search(page.mask, max(start, found.start() - 60), found.start()):
        return False
    return page.search(_NOT_LATE, max(start, found.start() - 20), found.start()) is None


def due_time(page: Masked, start: int, end: int) -> tuple[Period | None, int | None]:
    """By when a task was due, as a stretch tells it, and where the words that tell it begin; else its new time."""
    mask, folded = page.mask, page.reading.folded  # a name may have swallowed the words beside it
    since: tuple[Period, int] | None = None
    ahead: Period | None = None
    for period in ordered.within(page.reading.periods, start, end):
        if period.end > end or period.value is None or mask[period.end - 1] in (DOCUMENT, ACTOR, PERSON):
            continue
        told = _DUE.search(folded, max(start, period.start - 70), period.start)
        if told:
            return period, told.start()
        if mask[period.end - 1] == PROGRAMME:
            continue
        late = _LATE_SINCE.search(mask, max(start, period.start - 30), period.start)
        if late and since is None:
            since = (period, late.start())
        elif _NEXT.search(mask, max(start, period.start - 90), period.start):
            ahead = ahead or period
    return since or (ahead, None)


def _of_work(page: Masked, start: int, end: int) -> Period | None:
    """A time by which the work's own words say that it was to be done: "… trong tháng 6"."""
    for period in reversed(page.times(start, end)):
        if _BY.match(page.mask, period.start):
            return period
    return None


def _closed(page: Masked, start: int, stop: int) -> int:
    """The end without brackets that were only opened."""
    opened = page.mask.rfind("(", start, stop)
    if opened >= 0 and page.mask.find(")", opened, stop) < 0:
        while opened > start and page.mask[opened - 1] in " ,;":
            opened -= 1
        return opened
    return stop


def beside(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Who does the work of an entry by the words behind it: "…, do Sở X chủ trì", "… (Sở X)"; and where these begin."""
    owner = OWNER.search(page.mask, start, end)
    if owner:
        return page.names(owner.start("who"), owner.end("who")), owner.start()
    opened = page.mask.find("(", start, end)
    shut = page.mask.find(")", opened, end) if opened >= 0 else -1
    names = page.names(opened, shut if shut >= 0 else end) if opened >= 0 else ()
    return (names, len(page.mask[:opened].rstrip(" ,"))) if names else ((), end)
