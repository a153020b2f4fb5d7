"""Figures of a row, of which the text names unit and kind once.

"Trung tâm tiếp nhận 642 hồ sơ; đã giải quyết 601, quá hạn 04": each counts hồ sơ. "Chính quyền số đứng thứ 19, kinh tế
số thứ 34": each is a place. "Tăng từ 6.100 lên 7.750 tỷ đồng": both are sums. Offsets are those of a flat folded text.
"""

from __future__ import annotations

import re

_PART = re.compile(  # from the last mark on: what is said of a part of the counted; dates and numbers of papers before
    r"(?:[^.:;\d(]|\([^()]*\)|\d+[-/.][\w/-]+|\d{1,2} thang \d{1,2} nam \d{4})*(?:[,;(]|\b(?:va|nhung|song|con)\b)\s*"
    r"(?P<said>(?:[^\W\d_]+\s+){1,9})\Z"
)
_FAR = 200  # characters in which a part follows
_OF_THEM = re.compile(
    r"\b(?:da|chua|dang|duoc|bi|khong)\s+[a-z]|\b(?:truoc|dung|qua|tre|som|trong)\s+(?:han|hen)\s+\Z|"
    r"\b(?:truc\s+(?:tuyen|tiep)|qua\s+mang)\s+\Z|\b(?:hoan thanh|xong|cham|moi (?:co|duoc|xong))\s+\Z"
)
_ARE = re.compile(
    r"\s+(?:(?:da|dang|chua|duoc|bi|khong|con)\s+[a-z]|(?:truoc|dung|qua|tre|som|trong|den)\s+(?:han|hen)\b|cham\b)"
)
_NEXT = re.compile(r"[^.;\d]*[:,;]\s*(?:va\s+|con\s+|moi\s+|chi\s+)*\Z|[^.:;,\d]{0,80}\bva\s+\Z")
_STOPS = re.compile(r"\s*(?:[,;.)(\n]|\Z|va\b)")
_CHANGED = re.compile(
    r"(?: (?:hoi|vao|cuoi|dau|nam|giua|thang|quy)\b[^,;.:]{0,25}?)? (?:len|xuong|ve|con)(?: (?:con|toi|den|muc))* \Z"
)
_NEXT_PLACE = re.compile(
    r"(?:[^\d,;.:()]{0,60}[,;] ?|,? va )(?:con )?(?:[^\d,;.:()]{2,45} )?(?:(?:vi tri |hang )?thu |hang |vi tri )\Z"
)

_ROSE = re.compile(  # "từ vị trí 41 vươn lên 33"
    r" (?:(?:da |nay )?(?:vuon|tang|nhay|leo|vot|tut|lui|roi|giam|rot) )?(?:len|xuong)(?: (?:vi tri|hang|thu))* \Z"
)


def continues(folded: str, last: int, at: int, end: int) -> bool:
    """Whether a bare figure, by what is said before or behind it, counts a part of what the one before it counts.

    That one ends at `last`.
    """
    if is_so(folded, end) and _NEXT.match(folded, last, at):
        return True  # "trong 86 nhiệm vụ: 41 đã hoàn thành, 9 quá hạn"
    part = _PART.match(folded, last, at) if at - last < _FAR else None
    return part is not None and _OF_THEM.search(part["said"]) is not None and _STOPS.match(folded, end) is not None


def is_so(folded: str, end: int) -> bool:
    """Whether what follows a figure says how those are that it counts: "41 đã hoàn thành", "9 quá hạn"."""
    return _ARE.match(folded, end) is not None


def stops(folded: str, end: int) -> bool:
    """Whether a mark or the end of the text follows a figure."""
    return _STOPS.match(folded, end) is not None


def next_place(folded: str, last: int, at: int) -> bool:
    """Whether a figure is a place as the one before it is: "chính quyền số đứng thứ 19, kinh tế số thứ 34"."""
    if _NEXT_PLACE.match(folded, last, at):
        return True
    by_so_many = folded.endswith(" bac", 0, last)  # "tụt 3 bậc xuống 57"
    return not by_so_many and _ROSE.match(folded, last, at) is not None


def rises(folded: str, last: int, at: int) -> bool:
    """Whether a value goes from the one figure to the next: "từ 6.100 lên 7.750 tỷ đồng"."""
    return _CHANGED.match(folded, last, at) is not None
