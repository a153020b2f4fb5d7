"""The times that a source tells, as the rules for tasks ask for them: by when work is due, what is over or to come."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.periods import last_day
from loaders.reading import Period, Reading
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME
from loaders.words.flat import Stretches

_UNTIL_NOW = re.compile(
    r"^(?:(?:tu truoc |cho |tinh )?(?:den|toi|hom|hien) )?(?:nay|gio)$|^hien$|\b(?:den|toi|hom) nay$"
    r"|\b(?:qua|cung ky|vua roi|hien tai|hien nay)\b(?! nam)"
)
_YEAR = re.compile(r"\d{4}")
_RECENT = 9  # months
_LONG_OVER = 3  # months
_NEXT = re.compile(r"\d{4}-(?:\d\d|Q\d)")
_SIDE = 120  # characters around a time in which it is told to be over
_LATE = re.compile(
    r"\b(?:chua|cham (?:tien do|tre|so voi)|bi cham|con cham|qua han|tre han|tre hen|le ra|dang le|den nay|toi nay"
    r"|lui|gia han)\b"
)
_WITHIN = re.compile(r"(?:trong|truoc|cham nhat|muon nhat)\b")
_OF_YEAR = re.compile(  # which year's money or figures are meant, not by when
    r"\b(?:kinh phi|ngan sach(?: nha nuoc)?|du toan|von(?: dau tu cong)?)\s$"
    r"|\b(?:tinh hinh|ket qua|so lieu|chi so|xep hang|xep loai|muc do|thi dua"
    r"|quyet toan|tong ket|so ket)\b[^,;.:]{0,60}\s$"
    r"|\bso voi\s(?:cung ky\s)?$"
    r"|\b(?:kinh phi|nguon)\s[^,;.:]{0,40}(?:, (?:doi moi sang tao|chuyen doi so|cong nghe)\b[^,;.:]{0,30})*\s$"
    r"|\b(?:de|nham)\s(?:[a-z]+\s){1,4}(?:chi tieu|muc tieu|nhiem vu|ke hoach)\s(?:[a-z]+\s){0,4}$"
)
_CONDITION = re.compile(  # by when another has to act first: "…, miễn là tỉnh gửi danh sách trước ngày 25/10"
    r"\b(?:mien (?:la|sao)|voi dieu kien|(?<!da )(?<!vua )(?<!nhu )(?<!duoc )neu(?! (?:tren|ro|tai|o|trong|cu the)\b)"
    r"|(?:trong )?truong hop)\s[^.;:]*$"
)
_BY_A_DAY = re.compile(r"(?:truoc|cham nhat|muon nhat|vao)\b.*\d", re.DOTALL)
_BY_DAY = re.compile(r"(?:truoc|cham nhat|muon nhat)\b")
_DUE_DAY = re.compile(r"\bhan(?: chot| cuoi| cuoi cung)?(?: la)?:? (?:ngay )?$")


@lru_cache(maxsize=1024)  # the rules ask several times after a time
def _last_day(period: str) -> str:
    return last_day(period).isoformat()


class Times:
    """The times of one reading. `mask` is its folded text in which each name is covered."""

    reading: Reading
    mask: str
    text: str
    in_title: Stretches  # the titles of documents behind their numbers

    def deadline(self, start: int, end: int) -> Period | None:
        """The time in the stretch by which something is due; a time of the past, or one inside a name, is none."""
        due = recurring = None
        for told in ordered.within(self.reading.periods, start, end):
            if told.end > end or self.mask[told.start] in (DOCUMENT, PROGRAMME, ACTOR, PERSON):
                continue
            if self.in_title.holds(told.start):
                continue  # "Nghị quyết 49-NQ/TU về chuyển đổi số đến năm 2030"
            period = self._to_come(told)
            gone = period.value is not None and self.past(period) and not self._was_due(period)
            if period.recurrence is None and (period.value is None or gone):
                continue
            if self.mask.startswith("ke tu", period.start) and period.first is None:
                continue  # "trong 10 ngày, kể từ ngày 12/9"
            if self.mask.startswith("nam ", period.start) and _OF_YEAR.search(self.mask, start, period.start):
                continue  # "bố trí kinh phí năm 2027", "báo cáo tình hình nhân lực năm 2019"
            if due and _CONDITION.search(self.mask, due.end, period.start):
                break
            due = period
            recurring = period if period.recurrence else recurring
        if due and recurring and not _YEAR.search(self.text, due.start, due.end):
            return recurring  # "hằng năm báo cáo trước ngày 15/12"
        return due

    def _to_come(self, period: Period) -> Period:
        """A month or quarter without its year that would be long over is the next one: "xong trong tháng 12" in May."""
        now, value = self.reading.told, period.value or ""
        if now.year is None or now.month is None or not _NEXT.fullmatch(value) or not self.past(period):
            return period
        if _YEAR.search(self.text, period.start, period.end) or not _WITHIN.match(self.mask, period.start, period.end):
            return period
        stop = self.mask.find("\n", period.end)
        if _LATE.search(
            self.mask, max(0, period.start - _SIDE), min(period.end + _SIDE, stop if stop >= 0 else len(self.mask))
        ):
            return period  # "… trong tháng 2 nhưng đến nay chưa xong"
        over = (now.year - int(value[:4])) * 12 + now.month - int(_last_day(value)[5:7])
        return replace(period, value=f"{int(value[:4]) + 1}{value[4:]}") if _LONG_OVER < over < 12 else period

    def day_each_time(self, start: int, end: int) -> str | None:
        """The day without a year by which something that recurs is due each time: "trước ngày 15/12"."""
        for period in ordered.within(self.reading.periods, start, end):
            if period.recurrence or period.end > end or _YEAR.search(self.text, period.start, period.end):
                continue
            if _BY_A_DAY.match(self.mask, period.start, period.end):
                return " ".join(self.text[period.start : period.end].split())
        return None

    def _was_due(self, period: Period) -> bool:
        """Whether a time of the last months is told as the one by which something was due: "hạn 30/6", "trước 30/6"."""
        day, now = period.value or "", self.reading.told
        if self.reading.own is not None or len(day) != len("2024-06-30") or now.year is None or now.month is None:
            return False
        recent = (now.year - int(day[:4])) * 12 + now.month - int(day[5:7]) <= _RECENT
        by = _BY_DAY.match(self.mask, period.start, period.end)
        return recent and (by or _DUE_DAY.search(self.mask, max(0, period.start - 24), period.start)) is not None

    def moments(self, start: int, end: int) -> list[Period]:
        """The times that stand in the stretch outside names, "ngày 10/8" without its year too."""
        return [
            period
            for period in ordered.within(self.reading.periods, start, end)
            if period.end <= end
            and period.recurrence is None
            and self.mask[period.start] not in (DOCUMENT, PROGRAMME, ACTOR, PERSON)
        ]

    def times(self, start: int, end: int) -> list[Period]:
        """Those of them whose value is known."""
        return [period for period in self.moments(start, end) if period.value is not None]

    def ahead(self, start: int, end: int) -> bool:
        """Whether the stretch tells a time that is not over, be its year known or not: "trước 20/8"."""
        return any(not self.past(period) for period in self.moments(start, end))

    def past(self, period: Period) -> bool:
        """Whether the period ended before the source was written, or is told as "until now"."""
        if _UNTIL_NOW.search(" ".join(self.mask[period.start : period.end].split())):
            return True
        now = self.reading.told
        if now.year is None or period.value is None:
            return False
        today = f"{now.year}-{now.month:02d}" if now.month else str(now.year)
        if self.reading.today and self.reading.today.isoformat().startswith(today):
            today = self.reading.today.isoformat()
        return _last_day(period.value)[: len(today)] < today
