"""The day on which a text or a page says that it was published: a dateline ("Ngày đăng : 08:05, 21/3/2022")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Block
from kg.periods import iso_day

HEAD = 12
TAIL = 14
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DATE = rf"{_DAY}\s*[/.-]\s*(?P<month>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
_WORDED = rf"(?:ng[àa]y\s+)?{_DAY}\s+th[áa]ng\s+(?P<month>0?[1-9]|1[0-2])\s*(?:,|n[ăa]m|-)?\s+(?P<year>(?:19|20)\d\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
_FORMS = tuple(re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE) for form in (_ISO, _DATE, _WORDED))
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = r"(?:\d{1,2}\s*[:hg]\s*\d{2}(?::\d{2})?\s*(?:phút|'|AM|PM|SA|CH)?)"
_LABEL = re.compile(
    r"(?:ng[àa]y\s*:\s|ng[àa]y\s+(?:[đd][ăa]ng|c[ậa]p\s+nh[ậa]t|xu[ấa]t\s+b[ảa]n|t[ạa]o|[đd][ăa]ng\s+t[ảa]i)|"
    r"c[ậa]p\s+nh[ậa]t(?:\s+(?:l[úu]c|ng[àa]y|l[ầa]n\s+cu[ốo]i))?|"
    r"[đd][ăa]ng\s+(?:l[úu]c|ng[àa]y)|xu[ấa]t\s+b[ảa]n|published|updated)\s*[:,-]?\s",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:th[ứu]\s+(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảa]y|[2-7])|ch[ủu]\s+nh[ậa]t|CN)\s*[,:.-]?\s*", re.IGNORECASE
)
# what may stand in a dateline beside the date: a rubric before it, the time, the zone
_AROUND = re.compile(rf"{_CLOCK}|\(?GMT\s*\+?\s*7\)?|ng[àa]y|l[úu]c|[|,;:•·()\[\]–—-]|\s", re.IGNORECASE)
_SIGNED = re.compile(  # "Lê Nam - 21/03/2024"
    rf"\s*(?:PV|Nhóm PV|[A-ZĐÀ-Ỹ][^\W\d]*(?: [A-ZĐÀ-Ỹ][^\W\d]*){{1,3}})\s*(?:[-–|•]|,)\s*{_DATE}\s*"
)
_LEFT = r"\s{0,4}(?:\d{1,2}|[.…_]{0,12})\s{0,4}"  # a day or month, or the place left for it
_PLACED = re.compile(  # "Hà Nội, ngày … tháng 5 năm 2025"
    rf"[\s*_(]{{0,4}}[A-ZĐÀ-Ỹ][^\W\d]*(?:[ .-]{{1,2}}[A-ZĐÀ-Ỹ][^\W\d]*){{0,5}},\s{{0,4}}ng[àa]y{_LEFT}th[áa]ng{_LEFT}"
    r"n[ăa]m\s{0,4}(?:(?:19|20)?\d{0,2}[.…_]{0,12})[\s.)*_]{0,4}"
)
_RUN_IN = re.compile(  # "Cần Thơ, ngày 5/3/2024 - Sở Nội vụ …", "(Huế, 5/3/2024) – …"
    rf"[\s(]{{0,3}}(?:TP\.? ?)?(?:HCM|[A-ZĐÀ-Ỹ][^\W\d]*(?:[ .-]{{1,2}}[A-ZĐÀ-Ỹ][^\W\d]*){{1,4}}|Huế),\s{{0,2}}"
    rf"(?:ng[àa]y\s)?{_DATE}(?!\d)\s{{0,2}}\)?\s{{0,2}}[-–—:]\s"
)
LONGEST = 140
_LONGEST_DATELINE = 160


def day(text: str) -> str | None:
    """The first date of `text` as YYYY-MM-DD, None where there is none that exists.

    >>> day("Ngày đăng : 15:27, 18/12/2020"), day("Hà Nội, ngày 31 tháng 02 năm 2024")
    ('2020-12-18', None)
    """
    for form in _FORMS:
        for match in form.finditer(text):
            date = _checked(match)
            if date:
                return date
    return None


def _checked(match: re.Match[str]) -> str | None:
    return iso_day(int(match["year"]), int(match["month"]), int(match["day"]))


def published(text: str, blocks: Sequence[Block]) -> str | None:
    """The day on which a news text says that it was published: a dateline near its head, a labelled one at its end."""
    head = blocks[:HEAD]
    lines = [text[block.start : block.end] for block in head if block.end - block.start <= _LONGEST_DATELINE]
    labelled = [line for line in lines if _LABEL.search(line)]  # before the clock of the page: "Thứ Ba, 14/05/2024"
    for line in (*labelled, *lines):
        found = day_of_line(line)
        if found:
            return found
    for block in head:
        opened = _RUN_IN.match(text, block.start, block.end)
        found = _checked(opened) if opened else None
        if found:
            return found
    for block in blocks[max(len(head), len(blocks) - TAIL) :]:
        if block.end - block.start < 120 and _YEAR.search(text, block.start, block.end):
            line = text[block.start : block.end]
            found = day(line) if _LABEL.search(line) else None
            if found:
                return found
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but the day of publication, with a time, a rubric or an author.

    >>> is_dateline("Ban Thời sự - Thứ ba, ngày 14/03/2017 19:23"), is_dateline("Sáng 14/3/2017, tỉnh đã họp.")
    (True, False)
    """
    return len(line) <= LONGEST and day_of_line(line) is not None


def is_placed(line: str) -> bool:
    """Whether a line is nothing but where and when a document is signed, maybe with the day left open.

    >>> is_placed("Lai Châu, ngày … tháng 5 năm 2025"), is_placed("Hà Nội, ngày 3 tháng 5 năm 2025, bộ đã họp.")
    (True, False)
    """
    return len(line) <= LONGEST and _PLACED.fullmatch(line) is not None


def day_of_line(line: str) -> str | None:
    """The day that a line names which is a dateline; None for any other line."""
    if len(line) > _LONGEST_DATELINE or not _YEAR.search(line):
        return None
    if _LABEL.search(line):
        return day(line)
    for form in _FORMS:
        match = form.search(line)
        if match:
            # besides the date there may be a time and a short rubric in front, nothing that is a sentence
            rest = _AROUND.sub("", _WEEKDAY.sub("", line[: match.start()] + " " + line[match.end() :]))
            named = _WEEKDAY.search(line) or re.search(_CLOCK, line) or _SIGNED.fullmatch(line)
            if len(rest) <= (30 if named else 0):
                return _checked(match)
    return None
