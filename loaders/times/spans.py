"""Stretches of a year and frequencies in words: "sáu tháng đầu năm 2024", "chín tháng qua", "hai tuần một lần"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.reading import Reference
from loaders.times.part import Part, lead, relative
from loaders.words.flat import Flat
from loaders.words.keyed import Keyed

_Y = r"(?:19|20)\d\d"
_END = r"(?!\d| ?/ ?[a-z]| ?- ?[a-z]{2}|[.,]\d)"
_TIMES = r"(?:it nhat |toi thieu )?(?:mot|hai|ba|bon|\d{1,2}) lan\b"
_EVERY = Keyed(  # "hai tuần một lần", "mỗi tháng ít nhất hai lần"
    rf"\b(?:(?:(?:cu|moi) )?(?:mot|hai|ba|bon|nam|sau|chin|muoi) (?:ngay|tuan|thang|quy|nam)|moi (?:ngay|tuan|thang|quy"
    rf"|nam)) {_TIMES}|\b(?:tuan|thang|quy|nam) mot lan\b",
    " lan",
)
_SPAN = Keyed(
    rf"\b(?:(?P<n>hai|ba|bon|nam|sau|bay|tam|chin|muoi mot|muoi) thang"
    rf"|(?P<q>hai|ba|[23]) quy|nua)(?: (?P<side>dau|cuoi))?(?: cua)? nam"
    rf"(?: (?P<y>{_Y}){_END})?",
    "hai thang|ba thang|bon thang|nam thang|sau thang|bay thang|tam thang|chin thang|muoi thang|muoi mot thang|nua"
    "|hai quy|ba quy|2 quy|3 quy",
)
_SPAN_SPELLED = re.compile(
    r"(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) tháng|(?:hai|ba|[23]) quý|nửa)(?: đầu| cuối)?(?: của)? năm\b"
)
_WORDED = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11}
_UP_TO = (
    Keyed(  # "chín tháng qua", "trong 9 tháng,", "doanh thu 9 tháng ước đạt", of which the year begins with the first
        r"\b(?:(?P<n>\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi mot|muoi) thang (?:vua )?qua\b"
        r"|(?<=trong )(?P<m>[1-9]\d?|bay|tam|chin|muoi mot|muoi) thang(?=, [a-z\d])"
        r"|(?<=luy ke )(?P<k>[2-9]|1[01]) thang\b(?! cuoi)|(?P<o>[2-9]|1[01]) thang(?= (?:uoc|dat|cua)\b))",
        " thang",
    )
)


def span(count: int, *, last: bool = False) -> str:
    """The span of a year's first or last months: "Q1", "S2", "M9"; "Y" where SDMX has no name for it.

    >>> span(3), span(6, last=True), span(9), span(2, last=True)
    ('Q1', 'S2', 'M9', 'Y')
    """
    if count in (3, 6):
        return {3: "Q4" if last else "Q1", 6: "S2" if last else "S1"}[count]
    return "Y" if last or count == 12 else f"M{count}"


def in_words(flat: Flat, accented: Sequence[bool]) -> Iterator[Part]:
    """Months and halves of a year in words: "sáu tháng đầu năm 2024", "nửa cuối năm nay"."""
    for match in _SPAN.finditer(flat.folded):
        count, side, year = _WORDED.get(match["n"] or ""), match["side"], match["y"]
        if match["q"] and side == "dau":
            count = 6 if match["q"] in ("hai", "2") else 9
        printed = flat.text[match.start() : match.end()].lower()
        if (accented[flat.line(match.start())] and not _SPAN_SPELLED.match(printed)) or not (side or (count and year)):
            continue
        named = span(count, last=side == "cuoi") if count else "S2" if side == "cuoi" else "S1"
        start, _ = lead(flat, match.start(), accented)
        yield relative(
            Part(start, match.start(), match.end(), year=int(year) if year else None, span=named), flat.folded
        )


def past(flat: Flat, today: Reference) -> Iterator[Part]:
    """The months of the source's year up to its own, or to the one before: in October "chín tháng qua"."""
    for match in _UP_TO.finditer(flat.folded):
        told = match["n"] or match["m"] or match["k"] or match["o"]
        count = _WORDED.get(told) or int(told)
        if today.year and today.month and count in (today.month, today.month - 1):
            yield Part(match.start(), match.start(), match.end(), year=today.year, span=span(count))


def every(flat: Flat, accented: Sequence[bool]) -> Iterator[Part]:
    """How often in words: "hai tuần một lần"."""
    for match in _EVERY.finditer(flat.folded):
        if not accented[flat.line(match.start())] or flat.text[match.end() - 3 : match.end()].lower() == "lần":
            yield Part(match.start(), match.start(), match.end(), recurs=True)
