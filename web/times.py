"""Deadlines and recurrences in English, from the words that sources print: "trước ngày 25 hằng tháng"."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.folding import fold

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_OFTEN = {"ngay": "daily", "tuan": "weekly", "thang": "monthly", "quy": "quarterly", "nam": "yearly"}
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_UNIT = "|".join(_UNITS)
_EACH = r"(?:hang|moi|cua moi)"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LATEST = {"truoc": "before", "cham nhat": "no later than", "muon nhat": "no later than"}

# what stands in such words, the more telling form first, and how English says it
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"(?:ngay )?({_DAY})(?:/| thang )({_MONTH})(?:/| nam )(\d{{4}})", lambda m: _date(m[1], m[2], m[3])),
    (rf"(?:ngay )?({_DAY})(?: ?/ ?| thang )({_MONTH})(?: {_EACH} nam)?(?![\d/])", lambda m: _date(m[1], m[2])),
    (rf"(?:ngay )?({_DAY}) (?:{_EACH} (thang|quy)|cua thang)", lambda m: f"the {_nth(m[1])} of each {_each(m[2])}"),
    (rf"(?:ngay )({_DAY}) thang cuoi (?:{_EACH} )?quy", lambda m: f"the {_nth(m[1])} of the last month of a quarter"),
    (rf"(?:thang )?({_MONTH})(?:/|-| nam )(\d{{4}})", lambda m: f"{_MONTHS[int(m[1]) - 1]} {m[2]}"),
    (r"qu[yi] (i{1,3}|iv|[1-4])(?:/|-| nam )(\d{4})", lambda m: f"Q{_QUARTERS.get(m[1], m[1])} {m[2]}"),
    (r"nam hoc (\d{4}) ?- ?(\d{4})", lambda m: f"the school year {m[1]}–{m[2]}"),
    (r"(?:giai doan |nam )?(\d{4}) ?- ?(\d{4})", lambda m: f"{m[1]}–{m[2]}"),
    (r"(?:nam )?(\d{4})", lambda m: m[1]),
    (r"(?:va )?(?:cac|nhung) nam tiep theo", lambda m: "and the following years"),
    (rf"(?:(?:ngay )?trong )?({_UNIT}) (?:nay)", lambda m: f"this {_UNITS[m[1]]}"),
    (rf"(?:(?:ngay )?trong )?({_UNIT}) (?:toi|sau)", lambda m: f"next {_UNITS[m[1]]}"),
    (rf"moi ({_UNIT}) (?:mot|1|01) lan", lambda m: f"once a {_UNITS[m[1]]}"),
    (rf"(?:dinh ky )?(?:\(?{_EACH}) ({_UNIT})\)?", lambda m: _OFTEN[m[1]]),
    (rf"(?:dinh ky )?(?:moi )?(\d+) lan/(?:01 |1 )?({_UNIT})", lambda m: f"{_times(int(m[1]))} a {_UNITS[m[2]]}"),
    (rf"(?:dinh ky )?(?:moi )?(\d+) ({_UNIT})(?:/(?:0?1 )?lan| mot lan)?", lambda m: f"every {_several(m[1], m[2])}"),
    (r"(?:nhiem vu )?thuong xuyen", lambda m: "continuously"),
    (r"dinh ky", lambda m: "periodically"),
    (r"(?:khi )?dot xuat", lambda m: "when called for"),
    (r"(?:khi co|theo) yeu cau(?: nhiem vu)?", lambda m: "on request"),
    (r"(truoc|cham nhat|muon nhat)(?: (?:vao|la|truoc))?", lambda m: _LATEST[m[1]]),
    (r"(?:ngay )?(?:trong|vao)", lambda m: "in"),
    (r"(?:tu (?:nay|gio) )?(?:den|toi)", lambda m: "by"),
    (r"(?:cuoi|het)", lambda m: "the end of"),
    (r"dau", lambda m: "the start of"),
    (r"(?:ngay )?tu", lambda m: "from"),
    (r"hien(?: nay)?", lambda m: "now"),
    (r"nam(?! \d)", lambda m: "the year"),
    (r"va", lambda m: "and"),
    (r"hoac", lambda m: "or"),
)  # fmt: skip
_FORM = [(re.compile(rf"{pattern}(?!\w)"), say) for pattern, say in _FORMS]


def english(text: str) -> str | None:
    """What a time says in English; None where a word of it is not known.

    >>> english("trước ngày 25 hằng tháng"), english("Định kỳ 06 tháng/lần hoặc đột xuất")
    ('before the 25th of each month', 'every 6 months or when called for')
    >>> english("trong quý III năm 2026"), english("chậm nhất ngày 15 tháng 8 năm 2026")
    ('in Q3 2026', 'no later than 15 Aug 2026')
    >>> english("hằng năm, trước ngày 30/11"), english("năm 2025 và các năm tiếp theo")
    ('yearly, before 30 Nov', '2025 and the following years')
    >>> english("ngay từ đầu năm 2020"), english("trong năm tới"), english("từ nay đến hết ngày 31/12/2025")
    ('from the start of 2020', 'next year', 'by the end of 31 Dec 2025')
    >>> english("mỗi quý một lần"), english("đến cuối năm"), english("từ năm học 2021-2022")
    ('once a quarter', 'by the end of the year', 'from the school year 2021–2022')
    >>> english("theo tiến độ của Luật An ninh mạng") is None
    True
    """
    folded = re.sub(r"\s+", " ", fold(text)).strip(" .")
    said, at = "", 0
    while at < len(folded):
        if folded[at] in " ,;()":
            said += folded[at]
            at += 1
            continue
        found = next((f for f in ((p.match(folded, at), say) for p, say in _FORM) if f[0]), None)
        if found is None or found[0] is None:
            return None
        said += found[1](found[0])
        at = found[0].end()
    return said.strip() or None


def _date(day: str, month: str, year: str = "") -> str:
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}".strip()


def _nth(day: str) -> str:
    number = int(day)
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _each(unit: str | None) -> str:
    return _UNITS[unit or "thang"]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _several(count: str, unit: str) -> str:
    return _UNITS[unit] if int(count) == 1 else f"{int(count)} {_UNITS[unit]}s"
