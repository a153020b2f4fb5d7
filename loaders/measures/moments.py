"""Times that stand beside a figure and are not its own, and words that say it is of now without being a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.periods import first_day, last_day
from loaders.measures.stretches import body
from loaders.reading import Period, Reading, Role
from loaders.words import ordered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_PRESENT = Pattern(
    r"(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!biểu )(?<!tái )\b"
    r"hiện(?:\s+(?:có|còn|đang|mới|chỉ|đã|vẫn|là|ở|đạt)\b|\s*$)"
    r"|(?<!năm )(?<!hôm )(?<!ngày )(?<!tháng )(?<!sau )(?<!lâu )(?<!xưa )\bnay\s+"
    r"(?:đã|có|còn|mới|là|đạt|vẫn|lại|lên|tăng|giảm|chỉ|vượt)\b"
    r"|\bthì\s+(?:nay|giờ)\b"
)
_PUBLISHED = Pattern(r"\b(?:công bố|phát hành|ra mắt)(?: (?:hồi|vào|trong|ngày|đầu|cuối|giữa))*\s*$")
_BEGAN = Pattern(
    r"(?:được )?(?:thành lập|ra đời|ra mắt|khai trương|bắt đầu|khởi công|"
    r"(?:đi vào |chính thức )+(?:hoạt động|vận hành))(?: (?:từ|vào|hồi|trong|ngày))*\s*"
)
_AGO = Pattern(r"\b(?:cách đây|cách nay)\s+(?:khoảng\s+)?(?P<years>\d{1,2})\s+năm\b")
_LAST_YEAR = Pattern(r"(?:trong |cả )?năm (?:vừa )?qua\b")  # told early in the next
_MARCH = "03"
_YEAR_BEFORE = Pattern(
    r"\b(?P<same>cùng kỳ |cùng thời điểm )?năm (?:(?P<year>20\d\d)|ngoái|trước|liền trước)\b(?! đó (?:đã|từng))"
)
_THAN = Pattern(r"\b(?:so với|hơn|kém|gấp|bằng|như|của|từ|kể từ|những|các|nhiều|mọi|hai|ba|hằng|hàng)(?: cùng kỳ)?\s*$")
_OF_OTHERS = re.compile(r"\W*(?:thuc hien|can cu|trien khai|theo|thi hanh|xet)\b")
_DUE = ("den ", "toi ", "vao ", "trong ", "truoc ", "het ")
_YEAR = len("2025")


def is_present(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch says of what follows it that it is so now: "Cổng dữ liệu mở hiện có …"."""
    return sentence.search(_PRESENT, start, end) is not None


def is_of_an_event(sentence: Sentence, begin: int, period: Period) -> bool:
    """Whether something began at a time, or what another time has was published then.

    "Thành lập năm 2009, …", "Chỉ số … năm 2023 công bố hồi tháng 7".
    """
    if sentence.search(_PUBLISHED, begin, period.start):
        return any(one.value for one in sentence.times(begin, period.start))
    since = max(sentence.folded.rfind(mark, sentence.unit.start, period.start) + 1 for mark in ":;,(")
    return tells_when_it_began(sentence, max(since, body(sentence)), period.end) and sentence.folded.startswith(
        ",", period.end
    )


def tells_when_it_began(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch says when something began, and no more: "Thành lập năm 2009", "ra mắt từ tháng 3/2022"."""
    times = sentence.times(start, end)
    last = times[-1] if times else None
    return (
        last is not None
        and last.end == end
        and sentence.fullmatch(_BEGAN, sentence.content(start, last.start), last.start) is not None
    )


def is_aside(sentence: Sentence, period: Period, number: int) -> bool:
    """Whether a time belongs to other numbers, in a bracket that closes before this one: "(năm 2016 là 93,8%); …"."""
    closed = sentence.folded.find(")", period.end, number)
    opened = sentence.folded.find("(", period.end, number)
    return (
        closed >= 0
        and not 0 <= opened < closed
        and any(period.end <= other.start < closed for other in sentence.numbers)
    )


def goals_own(sentence: Sentence, periods: Sequence[Period]) -> Sequence[Period]:
    """Of a line's times those that goals can have: of one that tells which papers are carried out, what is due by then.

    "Thực hiện Kế hoạch … năm 2026; Nghị quyết … giai đoạn 2025 - 2030, …": none; "Theo Kế hoạch …, đến năm 2027:".
    """
    if not sentence.documents or not _OF_OTHERS.match(sentence.folded, sentence.unit.start):
        return periods
    folded = sentence.folded
    return [one for one in periods if folded.startswith(_DUE, one.start) and folded.endswith(", ", 0, one.start)]


def years_ago(sentence: Sentence, start: int, end: int, today: str | None) -> str | None:
    """The year that a stretch counts back to: "Cách đây 5 năm, …"; None where it does not."""
    if today and _MARCH >= today[_YEAR + 1 :] > "" and sentence.match(_LAST_YEAR, start, end):
        return str(int(today[:_YEAR]) - 1)
    ago = sentence.search(_AGO, start, end) if today else None
    return str(int(today[:4]) - int(ago["years"])) if ago and today else None


def year_before(sentence: Sentence, start: int, end: int, base: str | None) -> str | None:
    """The time a year before `base` that a stretch names: "cùng kỳ năm ngoái là", "năm trước đó"; else None.

    Not where something is more or less than then: "tăng 5% so với cùng kỳ năm trước".
    """
    told = sentence.search(_YEAR_BEFORE, start, end) if base else None
    if told is None or base is None or sentence.search(_THAN, start, told.start()):
        return None
    if told["year"] and not told["same"]:
        return None  # a year of its own
    year = int(told["year"] or int(base[:_YEAR]) - 1)
    return f"{year}{base[_YEAR:]}" if told["same"] else str(year)


def is_to_come(period: Period, today: str | None) -> bool:
    """Whether a time begins after the source's own."""
    return today is not None and period.value is not None and first_day(period.value) > last_day(today)


def of_the_title(reading: Reading, roles: frozenset[Role], lines: int) -> str | None:
    """The time in the title of a document's own text: its letterhead's, else that of its first lines.

    "Kế hoạch … năm 2026" is of 2026 whatever the papers are of that it carries out: their lines are passed over.
    """
    if reading.own is None:
        return None
    told: list[Period] = []
    for unit in reading.units:
        if unit.role == "letterhead":
            told += _of_title(reading, unit.start, unit.end)
        elif unit.role in roles:
            lines -= 1
            if not _OF_OTHERS.match(reading.folded, unit.start):
                found = ordered.within(reading.periods, unit.start, unit.end)
                told += [one for one in found if one.first or (unit.role == "title" and len(one.value or "") == _YEAR)]
        if lines < 0:
            break
    first = next((one for one in told if one.first), told[0] if told else None)
    return first.value if first else None


def _of_title(reading: Reading, start: int, end: int) -> list[Period]:
    """The years, and ranges of years, of a letterhead's line that no document named there has."""
    found = ordered.within(reading.periods, start, end)
    named = ordered.within(reading.documents, start, end)
    return [
        one
        for one in found
        if len(one.value or "") == _YEAR and not any(document.start <= one.start < document.end for document in named)
    ]
