"""When something is to be done, said between a verb of ordering and who has to act: "yêu cầu trong tháng 10, …"."""

from __future__ import annotations

import re

from loaders.tasks.masked import Masked
from loaders.words import clauses, ordered
from loaders.words.clauses import ACTOR, PERSON
from loaders.words.flat import Pattern

_WHEN = Pattern(
    rf"\s*[,:]?\s+\"?(?:ngay\s+)?(?P<how>trong|khi|sau khi|trước khi|từ|đến|trước|để|nhằm|trên cơ sở|căn cứ|qua|với)\s"
    rf"[^,.;:{ACTOR}{PERSON}]{{2,100}},\s+"
)
_UP_TO = re.compile(r"\s*[,:]?\s*\"?(?:(?:ngay|trong|rieng|cham nhat|muon nhat|la|tu nay|thi|den|ke tu)\s+)*")
_WORDED_TIME = re.compile(rf"\s*[,:]?\s*\"?{clauses.BY_WHEN.pattern}")  # "ngay trong tuần tới "


def behind(page: Masked, start: int, end: int) -> int:
    """Where a stretch goes on behind the words that say when; its start where it begins with none."""
    when = page.match(_WHEN, start, end)
    if when and not page.begins_work(when.start("how"), end):  # "yêu cầu đề xuất phương án, …"
        return when.end() - 1
    time = next(iter(ordered.within(page.reading.periods, start, end)), None)
    if time is not None and _UP_TO.fullmatch(page.mask, start, time.start):
        return time.end + (page.mask[time.end : time.end + 1] == ",")
    worded = _WORDED_TIME.match(page.mask, start, end)
    return worded.end() - 1 if worded else start
