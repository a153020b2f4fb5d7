"""Tasks that a sentence counts and then lists between commas: "đặt ra 4 nhóm nhiệm vụ: làm A, lập B, mở C, giữ D".

The commas of such a list part tasks, which they do not do of themselves: that there are as many says so.
"""

from __future__ import annotations

import re

from loaders.tasks.masked import Masked

_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_COUNTED = re.compile(
    rf"(?<![\w/.,])(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?:(?:nhom|dau|phan)\s+)?"
    r"(?:nhiem vu|giai phap|viec|cong viec|noi dung|yeu cau|trong tam|khau|muc tieu)\b[^.;:]{0,80}"
    r"(?::|,?\s(?:gom|bao gom|do la|la)\b:?)\s*$"
)
_BORDER = re.compile(r"\s*,\s+(?:va\s+)?|\s+va\s+")
_PURPOSE = re.compile(r";|\b(?:nham|de|qua do|tu do|gop phan|nhu|gom)\b")
_BEFORE = 140  # characters before a list in which its tasks are counted
_LEAST = 3  # words that a task of it has at least


def parts(page: Masked, start: int, end: int) -> list[tuple[int, int]] | None:
    """Where each task of such a list stands; None where the stretch is none, or holds another number of tasks."""
    counted = _COUNTED.search(page.mask, max(0, start - _BEFORE), start)
    if counted is None or _PURPOSE.search(page.mask, start, end):
        return None
    number = _NUMBERS.get(counted["count"]) or int(counted["count"])
    found: list[tuple[int, int]] = []
    begin = start
    for border in _BORDER.finditer(page.mask, start, end):
        opens = page.begins_work(border.end(), end) and len(page.mask[begin : border.start()].split()) >= _LEAST
        if opens:
            found.append((begin, border.start()))
            begin = border.end()
    found.append((begin, end))
    return found if len(found) == number and page.begins_work(start, end) else None
