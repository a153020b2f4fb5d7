"""The day against which a source's relative dates resolve, and what a relative date then means.

An article that does not give its date may still tell it: by a dateline ("sáng 23/7/2024", "Huế, ngày 5/6/2023 - …"), by
a day without its year beside a full one ("từ 21-23/3/2023. Chiều 22/3 …") or named in full elsewhere, by the time up to
which it reports or the year that it speaks of most. Where that leaves a doubt there is no year, and relative dates stay
unresolved.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections import Counter

from loaders.reading import Reading, Reference
from loaders.words.keyed import Keyed

_HEAD = 1200  # a dateline stands in the first characters of the text
_DATELINE = re.compile(
    r"\b(?:sang|trua|chieu|toi|dem|hom|ngay|hom nay)\s*,?\s*\(?(?:ngay\s+)?"
    r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\b(?!\s?[/.-]\s?\d)"
)
_FULL = r"(?P<d>\d{1,2})(?: ?[/.-] ?| thang )(?P<m>\d{1,2})(?: ?[/.-] ?|,? nam )(?P<y>20\d\d)\b"
_TOLD = re.compile(  # the day that an article is of, or that its news is of
    rf"\b(?:sang|trua|chieu|toi|dem|hom nay|hom qua)\s*,?\s*\(?(?:ngay\s+)?{_FULL}"
    rf"|(?:\A|(?<=\n))[^\n.:;]{{0,60}}(?:,|\bngay)\s*{_FULL.replace('<', '<p')}\s*[-\u2013\u2014]\s"
    rf"|(?:\A|(?<=\n))[^\n:;]{{0,80}}(?:,|(?<!truoc )(?<!den )(?<!nhat )(?<!tu )\bngay)\s*"
    rf"{_FULL.replace('<', '<l')}\)?\s*(?=\n)"
)
_ISSUE = re.compile(r"(?<=\n)[^\S\n]*(?:thang )?(?P<m>\d{1,2})[/.-](?P<y>20\d\d)[^\S\n]*(?=\n)")  # "06/2021"
# "Ngày 31/3/2022, … đã ký …"
_NEWS = re.compile(rf"(?:\A|(?<=\n)|(?<=[.\-\u2013\u2014] ))(?:vao )?ngay {_FULL}(?=,| tai\b)")
_JUST = re.compile(  # what has only now happened: a document just issued, what it was signed on, an event
    rf"\b(?:vua|moi)\s(?:\w+\s){{0,4}}?(?:ban hanh|ky|phe duyet|cong bo|co|ra|thong qua|gui)\s"
    rf"(?:\w+\s){{1,5}}?(?:so\s)?\d+/[\w/-]+,?"
    rf"\s(?:cua\s[^.;,\n]{{3,60}}?\s)?ngay\s{_FULL}"
    rf"|\b(?:ky|ky thay|ky ban hanh)\s(?:vao\s)?ngay\s{_FULL.replace('<', '<p')}"
    r"|\b(?:hoi nghi|hoi thao|dien dan|le|phien hop|cuoc hop|ky hop"
    r"|buoi lam viec|hop bao|toa dam|trien lam|ngay hoi|lop tap huan|cuoc thi)"
    r"\s[^.;\n]{0,160}?\b(?:to chuc|dien ra|khai mac|chu tri)\b[^.;\n\d]{0,60}?"
    rf"\b(?:ngay|sang|chieu)\s{_FULL.replace('<', '<l')}"
    r"|(?:\A|(?<=\n)|(?<=\. ))(?:phat bieu (?:ket luan )?)?(?:tai|ket luan|chu tri) (?:hoi (?:nghi|thao)|phien hop"
    rf"|cuoc hop|buoi (?:hop|lam viec)|hop bao)\b[^.;\n\d]{{0,120}}?\bngay\s{_FULL.replace('<', '<t')}(?=,)"
)
_NUMBER = re.compile(r"\bso \d|\d/")  # of a document, whose own day follows
_DAY = re.compile(_FULL)
_ANY_DAY = Keyed(_FULL.replace(r"\d{1,2})", r"\d(?<!\w\d)\d?)", 1), "20")
_MONTHS = 12
_NEAR = 10  # days between two days of one event
_UP_TO = Keyed(  # "đến hết tháng 9/2024 toàn tỉnh đã có …", "tính đến 15/9/2024, … vẫn còn …"
    r"\b(?:tinh (?:den|toi) (?:het |cuoi |ngay |thang )*|den (?:het |cuoi )?(?:thang|ngay) )"
    r"(?:\d{1,2}/)?(?P<m>\d{1,2})/(?P<y>20\d\d)\b[^.;\n]{0,60}?(?: da |(?<=,)[^.;\n]{0,200}? (?:da|van|con|moi|co"
    r"|chi) )",
    "tinh den|tinh toi|den thang|den ngay|den het |den cuoi ",
    "/20",
)
# the day of a document by its number
_SIGNED = Keyed(rf"\d/(?:20\d\d/)?[a-z][a-z0-9-]{{1,12}},? ngay {_FULL}", "ngay", "20")
_DATED = Keyed(r"(?:\d{1,2}/|\b(?:thang|quy) )[\divx]{1,3}/(?P<y>20\d\d)\b", "/20")
_BARE_DAY = Keyed(  # "từ 01/7"
    r"\b(?:ngay|tu|den|toi|truoc|sau|sang|chieu|hom) (?:ngay )?(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/.]|,\d|-\w)", "/"
)
_YEAR = re.compile(r"20\d\d\b(?<![\w/.,]20\d\d)")
_AHEAD = re.compile(r"\b(?:den|toi|vao|nham|ky|doan|tam nhin)\s+(?:het\s+|cuoi\s+)?(?:nam\s+)?\Z")
_WILL = re.compile(r"\b(?:se|phan dau|quyet tam|dat muc tieu|du kien)\b[^.;\n]{0,100}\Z")  # "… sẽ xong trong năm 2027"
_PLANNED = re.compile(  # "kế hoạch năm 2026", "trước ngày 15/3/2026", "xong trong quý I/2026"
    r"\b(?:(?:muc tieu|ke hoach|nhiem vu|phuong huong|du toan|chi tieu|trong tam|giai phap|lo trinh)(?: \w+){0,3}?"
    r"|(?:truoc|cham nhat|muon nhat|xong|trong)(?: (?:ngay|thang|quy|het|la|trong|vao|cuoi|dau))*)"
    r" (?:(?:ngay|thang|quy|nam) )?(?:[\divx]{1,3}/){0,2}\Z"
)
_NUMBERED = re.compile(r" ?[/-]\s?[a-z]| ?[.,]\d")
_RANGED = re.compile(r"\d{4}\s?-\s?\Z")
_RANGE = re.compile(r"\s?-\s?20\d\d\b")
_CITED = re.compile(r"/(?P<year>20\d\d)/[a-z][a-z-]{1,12} ngay \d{1,2}/\d{1,2}\b(?!/)")  # a day of the text's own year
_TELLING = 2
_MONTH = Keyed(r"\bthang \d{1,2}/(?P<year>20\d\d)\b", "/20")
_HALF = Keyed(  # nobody tells of it before it begins
    r"\b(?:\d{1,2} thang(?: dau)?|nua dau) nam (?P<year>20\d\d)\b",
    " thang nam 20| thang dau nam 20|nua dau nam 20",
)


_SO_FAR = Keyed(r"\b(?:tu|ke tu|tinh tu) dau nam (?P<y>20\d\d) (?:den|toi) (?:nay|thoi diem)\b", "dau nam 20")
_OPEN = re.compile(  # a document's day, left open: "Hà Nội, ngày … tháng 8 năm 2025"
    r",[ \t]{0,4}ngay[\s.…_]{1,24}thang(?:\s{1,4}(?P<m>\d{1,2})|[\s.…_]{0,24})\s{1,4}nam\s{1,4}(?P<y>20\d\d)\s"
)


def reference(reading: Reading) -> Reference:
    """The source's date: as the source gives it, else as far as its text tells it."""
    if reading.today is not None:
        return Reference(reading.today.year, reading.today.month, reading.today.day)
    if signed := _OPEN.search(reading.folded, 0, _HEAD):
        month = int(signed["m"]) if signed["m"] else None
        return Reference(int(signed["y"]), month if month and 0 < month <= _MONTHS else None)
    told = _told(reading.folded) or _of_the_news(reading.folded) or _just_now(reading.folded)
    if told is not None:
        return told
    days = [(int(match["d"]), int(match["m"])) for match in _DATELINE.finditer(reading.folded, 0, _HEAD)]
    if issue := _ISSUE.search(reading.folded, 0, _HEAD):  # a line below the title with nothing but a month
        told_year, month = int(issue["y"]), int(issue["m"])
        day = next((d for d, m in days if m == month and valid_day(told_year, m, d)), None)
        return Reference(told_year, month, day) if month <= _MONTHS else Reference(told_year)
    beside = _beside(reading.folded, days) if days else None
    year = _this_year(reading.folded) or beside or _year(reading)
    reported = _reported(reading.folded) if year is None else None
    year = year or (reported.year if reported else _again(reading.folded) or _latest(reading.folded))
    if year is None:
        return Reference()
    for day, month in days:
        if valid_day(year, month, day):
            return Reference(year, month, day)
    return reported or Reference(year)


def _told(folded: str) -> Reference | None:
    """The day that the head of an article tells in full as its own, or as its news's."""
    if not _DAY.search(folded, 0, _HEAD):
        return None
    for match in _TOLD.finditer(folded, 0, _HEAD):
        groups = {name[-1]: int(value) for name, value in match.groupdict().items() if value}
        day = Reference(groups["y"], groups["m"], groups["d"])
        first = min(match.start(name) for name, value in match.groupdict().items() if value)
        if valid_day(groups["y"], groups["m"], groups["d"]) and not _NUMBER.search(folded, match.start(), first):
            return day
    return None


def _just_now(folded: str) -> Reference | None:
    """The day of what the head of an article tells as news, where the article gives no later day."""
    for match in _JUST.finditer(folded, 0, _HEAD):
        year, month, day = (int(value) for value in _DAY.findall(match.group())[-1][::-1])
        days = [tuple(int(other[part]) for part in "ymd") for other in _ANY_DAY.finditer(folded)]
        if valid_day(year, month, day) and max(days) <= (year, month, day):
            return Reference(year, month, day)
    return None


def _of_the_news(folded: str) -> Reference | None:
    """The day with which a sentence in the head of an article begins, where the article names no later year."""
    found = next(_NEWS.finditer(folded, 0, _HEAD), None)
    if found is None or _goes_past(folded, int(found["y"])):
        return None
    if any(
        int(match["y"]) > int(found["y"]) and not _lies_ahead(folded, match.start())
        for match in _ANY_DAY.finditer(folded)
    ):
        return None
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    return Reference(year, month, day) if valid_day(year, month, day) else None


def _beside(folded: str, days: list[tuple[int, int]]) -> int | None:
    """The year of the first day told without one, where a full date of a few days around it stands in the text."""
    for match in _ANY_DAY.finditer(folded):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        if not valid_day(year, month, day) or not valid_day(year, days[0][1], days[0][0]):
            continue
        if abs((datetime.date(year, month, day) - datetime.date(year, days[0][1], days[0][0])).days) <= _NEAR:
            return year
    return None


def _this_year(folded: str) -> int | None:
    """The year whose beginning an article counts from up to its own day: "từ đầu năm 2025 đến nay"."""
    return max((int(match["y"]) for match in _SO_FAR.finditer(folded)), default=None)


def _reported(folded: str) -> Reference | None:
    """The time up to which an article reports, where it names no year past it but as an aim."""
    times = [(int(match["y"]), int(match["m"])) for match in _UP_TO.finditer(folded)]
    if not times:
        return None
    year, month = max(times)
    return None if _goes_past(folded, year) else Reference(year, month if month <= _MONTHS else None)


def _latest(folded: str) -> int | None:
    """The last year of which an article gives a day, in which a document that it cites was signed.

    Another day or month of that year has to stand beside: a document may be cited for years.
    """
    signed = {int(match["y"]) for match in _SIGNED.finditer(folded)}
    dated = Counter(int(match["y"]) for match in _DATED.finditer(folded)) if signed else Counter()
    year = max(dated, default=0)
    return year if year in signed and dated[year] > 1 and not _goes_past(folded, year) else None


def _goes_past(folded: str, year: int) -> bool:
    """Whether a text names a year past another, but as an aim or the end of a range."""
    return any(
        int(match[0]) > year
        and not _AHEAD.search(folded, max(0, match.start() - 24), match.start())
        and not (int(match[0]) == year + 1 and _lies_ahead(folded, match.start()))
        and not _RANGED.search(folded, max(0, match.start() - 8), match.start())
        for match in _YEAR.finditer(folded)
    )


def _lies_ahead(folded: str, start: int) -> bool:
    """Whether a time is one that is planned for: "kế hoạch năm 2026", "trước ngày 15/3/2026"."""
    return _PLANNED.search(folded, max(0, start - 48), start) is not None


def _again(folded: str) -> int | None:
    """The year of a day that an article names in full and again without its year: "từ ngày 01/7/2025 … từ 01/7"."""
    full = [(int(match["d"]), int(match["m"]), int(match["y"])) for match in _ANY_DAY.finditer(folded)]
    bare = {(int(match["d"]), int(match["m"])) for match in _BARE_DAY.finditer(folded)} if full else set()
    years = {year for day, month, year in full if (day, month) in bare}
    return years.pop() if len(years) == 1 else None


def _year(reading: Reading) -> int | None:
    """The year that the text speaks of most; None where two come close, none is named twice, or a later one is named.

    Years that a text looks forward to ("đến năm 2030"), ranges and document numbers do not count; a year in the title
    counts three times.
    """
    folded = reading.folded
    seen: Counter[int] = Counter()
    later = 0
    title_end = next((unit.end for unit in reading.units if unit.role != "boilerplate"), 0)
    for match in _YEAR.finditer(folded):
        at = match.start()
        year = int(match[0])
        if (
            _NUMBERED.match(folded, match.end())
            or _RANGE.match(folded, match.end())
            or (folded[at - 1 : at] in "- " and _RANGED.search(folded, max(0, at - 8), at))
        ):
            continue
        promised = at < title_end and folded.endswith(" nam ", 0, at) and _WILL.search(folded, 0, at)
        if promised or _AHEAD.search(folded, max(0, at - 24), at):
            later = max(later, year if year % 5 else 0)  # goals are set for years that end in 0 or 5
            continue
        seen[year] += 3 if match.start() < title_end else 1
    seen.update([int(cited["year"]) for cited in _CITED.finditer(folded)] * _TELLING)
    if "thang " in folded:
        seen.update(
            int(month["year"])
            for month in _MONTH.finditer(folded)
            if not _AHEAD.search(folded, max(0, month.start() - 24), month.start())
        )
        halves = [int(half["year"]) for half in _HALF.finditer(folded)]
        if halves and later <= max(halves) == max(seen, default=None):
            return max(halves)  # what a year brought is told in the next
    ranked = seen.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0] if ranked[0][0] >= later else None


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    return day <= 28 or day <= calendar.monthrange(year, month)[1]


def year_of(today: Reference, month: int | None, day: int | None, *, ahead: bool) -> int | None:
    """The year of a date that is printed without one: the source's own, unless that lies far from its day.

    `ahead`: the text looks forward ("trước ngày 15/1"), so a date well past is next year's; otherwise a date more than
    half a year ahead is last year's.
    """
    if today.year is None or month is None or today.month is None:
        return today.year
    now = datetime.date(today.year, today.month, today.day or 15)
    then = datetime.date(today.year, month, min(day or 15, 28))
    distance = (then - now).days
    if ahead:
        return today.year + (distance < -180)
    return today.year - (distance > 180)


def shifted_month(today: Reference, by: int) -> str | None:
    """The month `by` months from the source's."""
    if today.year is None or today.month is None:
        return None
    index = today.year * 12 + today.month - 1 + by
    return f"{index // 12}-{index % 12 + 1:02d}"


def shifted_quarter(today: Reference, by: int) -> str | None:
    """The quarter `by` quarters from the source's."""
    if today.year is None or today.month is None:
        return None
    index = today.year * 4 + (today.month - 1) // 3 + by
    return f"{index // 4}-Q{index % 4 + 1}"


def shifted_day(today: Reference, by: int) -> str | None:
    """The day `by` days from the source's."""
    if today.year is None or today.month is None or today.day is None:
        return None
    return (datetime.date(today.year, today.month, today.day) + datetime.timedelta(by)).isoformat()


def now(today: Reference) -> str | None:
    """The time that "hiện nay" means: the source's month, else its year."""
    return shifted_month(today, 0) or (str(today.year) if today.year else None)
