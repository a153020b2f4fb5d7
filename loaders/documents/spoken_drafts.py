"""A draft that a text goes on to speak of by that word alone: "Dự thảo quy định …", "Theo dự thảo, …".

It is the draft named last before. Where no draft was named the word refers to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.documents.cited import Cited, Units
from loaders.reading import Reading
from loaders.words import ordered
from loaders.words.flat import Pattern, lowered_source

_ALONE = re.compile(
    r"(?:(?<=[.;:,\"(]\s)|(?<=[\n\"(])|(?<=\bra )|(?<=\bthi )"
    r"|\b(?P<where>theo|tai|trong|cua|noi dung|(?:dieu|chuong|muc)\s+[\divxl]{1,5})\s+)(?P<what>(?:ban\s+)?du\s+thao"
    r"(?:\s+(?:nay|tren))?)"
    r"(?P<end>\s*[,;.:)])?(?!\w)"
)
_PROVIDES = Pattern(  # what a draft does
    r"\s+(?:(?:lần này|mới nhất|cũng|còn|đã|mới|sẽ|tiếp tục)\s+)*(?:quy định|nêu|yêu cầu|giao|phân công|đặt|đề ra"
    r"|đề xuất"
    r"|dự kiến|xác định|bổ sung|sửa đổi|buộc|bắt|cho phép|gồm|bao gồm|dành|chia|hướng tới|nói rõ|ghi rõ|chỉ rõ|thay thế"
    r"|bãi bỏ|đòi hỏi|ràng buộc|siết|cấm|mở rộng|giữ|thiết kế|ấn định|áp dụng|trao|có)\b"
)


def mentions(reading: Reading, units: Units, cites: Sequence[Cited]) -> Iterator[Cited]:
    """The places where one of `cites`, in order of their start, is spoken of as "dự thảo"."""
    drafts = [cited for cited in cites if cited.status == "draft" and cited.name and not cited.anaphor]
    if not drafts:
        return
    lower = lowered_source(reading.source.text)
    for found in _ALONE.finditer(reading.folded, drafts[0].end):
        start, end = found.span("what")
        unit = units.at(start)
        if unit is None or end > unit.end:
            continue
        pattern, text = (_PROVIDES.accented, lower) if unit.accented else (_PROVIDES.plain, reading.folded)
        if (found["where"] and found["end"]) or pattern.match(text, end, unit.end):
            draft = next(ordered.before(drafts, start))
            yield replace(draft, start=start, end=end, unit=unit, subject=None, anaphor=True, confidence=0.75)
