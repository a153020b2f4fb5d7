"""Numbers of days, hours or minutes: a time of day, or how long something takes."""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.measures.statements import Statement
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

TIMES = frozenset(("tháng", "ngày", "ngày làm việc", "năm", "giờ", "phút", "giây", "tuần", "quý", "thập kỷ"))
"""Units of time, as numbers name them."""
_DURATION = re.compile(r"(?:[a-z]+ ){0,3}thoi gian\b|so (?:ngay|gio|phut|thang|tuan)\b")
_SOONER = Pattern(
    r"\b(?:chậm|trễ|lùi|sớm|(?:nhanh|dài|ngắn|lâu) hơn|rút ngắn|tiết kiệm)"
    r"(?: (?:tiến độ|thời gian|hơn|được|thêm|tới|đến|đi|khoảng))*"
    r"(?:\s+cho\s[^,;]{1,60}?)?\s*$"
)
_COUNTED_FROM = re.compile(r"(?: lam viec)?,? (?:ke|tinh) tu\b")  # a rule: "không quá 5 ngày kể từ ngày nhận hồ sơ"
_SHORTENED = re.compile(r"\b(?:rut ngan|keo dai|(?:giam|tang) thoi gian)\b[^.;]*\Z")
_AT_HOUR = re.compile(r"(?:\b(?:tu|den|luc|hoi|vao|truoc)|[-:,(])\s*\Z")
_HOUR_GOES_ON = re.compile(
    r"\s*(?:\d{1,2}\s*phut\b|(?:den|-)\s*\d{1,2}\s*gio\b|(?:sang|chieu|toi|trua|ngay|hang|cac)\b)"
)
_PAST_THE_HOUR = re.compile(r"(?:\b(?:tu|den|luc|hoi|vao|truoc)|[-:,(])\s*\d{1,2}\s*gio\s*\Z")
_DAY_HOURS = 24


def of_the_clock(sentence: Sentence, number: Number) -> bool:
    """Whether hours, or minutes behind them, are a time of day: "từ 08 giờ 00 phút đến 11 giờ 30 phút"."""
    folded, since = sentence.folded, sentence.unit.start
    if number.unit == "phút":
        return _PAST_THE_HOUR.search(folded, since, number.start) is not None
    if number.unit != "giờ" or number.value > _DAY_HOURS:
        return False
    return (
        _AT_HOUR.search(folded, since, number.start) is not None and _HOUR_GOES_ON.match(folded, number.end) is not None
    )


def lasts(sentence: Sentence, said: Statement) -> bool:
    """Whether a number of days or months is how long something takes, or by how much it comes sooner or later.

    "thời gian giải quyết giảm còn 5 ngày", "rút ngắn từ 20 ngày xuống 5 ngày", "chậm 7 tháng so với dự kiến".
    """
    if sentence.search(_SOONER, said.clause.left[0], said.number.start):
        return True
    if said.link.kind not in ("from", "equal", "change") or _COUNTED_FROM.match(sentence.folded, said.number.end):
        return False
    shortened = _SHORTENED.search(sentence.folded, sentence.unit.start, said.number.start)
    return shortened is not None or _DURATION.match(fold(said.indicator)) is not None
