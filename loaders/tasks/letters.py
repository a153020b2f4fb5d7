"""A text that the news reports without its number, and the sentences after it that tell what it orders.

"UBND tỉnh vừa có văn bản gửi các sở … Cụ thể, Sở Y tế rà soát …", "Bộ X đã ban hành kế hoạch …. Cục Y cấp …": the
body is heard until somebody else is, or another text is reported. One with its number is loaders.tasks.issuing's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.words.flat import Pattern

_KINDS = (
    "văn bản|công văn|công điện|thông báo|chỉ thị|kế hoạch|phương án|chỉ đạo|hướng dẫn|kết luận|quyết định|quy chế"
    "|ý kiến chỉ đạo|ý kiến|thông tư|nghị định|nghị quyết|lộ trình|chương trình|đề án|thư ngỏ"
)
_SENDS = Pattern(
    rf"(?P<who>{WHO})(?:\s*\([^)]*\))?,?\s+(?:(?:vừa|đã|mới|cũng|vừa qua|tiếp tục|chính thức|đồng loạt)\s+)*"
    r"(?P<how>(?:(?:có|ban hành|ký|ra|gửi|phát đi|phát hành|phê duyệt|thông qua|công bố|xây dựng)\s+)+)"
    rf"(?:(?:các|một|nhiều|{WHO})\s+)*(?:(?P<what>[{DOCUMENT}{PROGRAMME}]++)|(?:{_KINDS})\b)"
    rf"(?:\s+(?:[^,.;:{DOCUMENT}]{{0,50}}\s)?(?:kết luận|ý kiến|chỉ đạo)(?: chỉ đạo)?\s+của\s+(?P<whose>{WHO}))?"
    r"(?!\s+(?:trình|đề xuất|kiến nghị|xin|báo cáo|của|này|trên|đó|hợp tác)\b)"
)
_DONE = Pattern(
    r"\b(?:vừa|đã|mới)\s|\b(?:có|ký|ban hành|phát đi|gửi|ra) (?:ban hành )?(?:văn bản|công văn|công điện|chỉ đạo)\b"
)
_FAR = 8  # units over which the sentences go on with the text


@dataclass(frozen=True, slots=True)
class Letter:
    """Whose text it is, the plan or programme that it is or carries out, and the unit that reports it."""

    giver: str
    mandate: str | None
    unit: int


def told(page: Masked, heard: Mapping[int, str]) -> Mapping[int, Letter]:
    """The text that the news reports on, by the index of each unit that may tell what it orders."""
    if page.reading.own is not None:
        return {}
    found: dict[int, Letter] = {}
    last: Letter | None = None
    for index, unit in enumerate(page.reading.units):
        if sent := _sent(page, index, unit):
            last = sent
            continue
        speaker = heard.get(index)
        if last is None or index - last.unit > _FAR or (speaker and speaker != last.giver):
            last = None
            continue
        found[index] = last
    return found


def _sent(page: Masked, index: int, unit: Unit) -> Letter | None:
    """The text that a sentence reports."""
    actors = page.actors_in(unit.start, unit.end)
    sends = next(filter(None, (page.match(_SENDS, start, unit.end) for start, _ in actors)), None)
    if sends is None or not page.search(_DONE, sends.end("who"), sends.end()):
        return None
    whose = "whose" if sends["whose"] else "who"
    names = page.names(sends.start(whose), sends.end(whose))
    if not names:
        return None
    signed = whose == "who" and PERSON in sends["who"] and re.search(r"\bky\b|\bký\b", sends["how"])
    giver = page.speaks_for(names[0])[0] if signed else names[0]
    return Letter(giver, page.cited(sends.start("what")) if sends["what"] else None, index)
