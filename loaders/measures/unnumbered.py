"""Goals with a time and no number: "đến năm 2028 hoàn thành xây dựng thư viện số"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reading import Period
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_GOAL = Pattern(r"\b(?:mục tiêu|phấn đấu|tầm nhìn|cần|phải|quyết tâm|hướng tới|hướng đến|dự kiến|theo kế hoạch)\b")
_ALL = Pattern(r"\b(?:mọi|tất cả(?: các)?|toàn bộ(?: các)?)\s")
_SHALL = Pattern(r"\b(?:sẽ|phải|cần)\s+(?:được|có|đạt|dùng|sử dụng|là)\b")
_AIMS_AT = Pattern(
    r"\b(?:mục tiêu(?: của [^,;.:]{2,60})? là|đặt mục tiêu(?: là| sẽ)?|phấn đấu(?: sẽ)?|quyết tâm)\s+"
    r"(?=(?:xây dựng|hình thành|hoàn thành|trở thành|đưa|phát triển|thiết lập|chuyển|kết nối|phủ|xóa|hoàn thiện)\b)"
)
_BY = re.compile(r"(?:vao|truoc|den|trong|cham nhat|muon nhat)\b")
_BUILD = re.compile(r"\s*(?:[-+•]\s*)?xay\s+dung\b")
_AHEAD = re.compile(r"(?:tu|(?:tinh )?den|vao|trong|truoc|cuoi|het|nam)\b")
_BETWEEN = re.compile(r"\s*[,:]?\s*(?:(?:se|phai|can|co ban|phan dau|thi|viet nam|nuoc ta|tinh|thanh pho)\s+)*\Z")
_END = re.compile(r"[;…]|\.(?=\s|\Z)|,?\s+(?:va\s+)?(?=(?:den|vao|trong)\s+(?:het\s+|cuoi\s+)?nam\s+\d{4})")
_DIGIT = re.compile(r"\d+ ?%|\d{1,3}(?:\.\d{3})+")
_PROMISED = re.compile(r"\b(?:muc tieu|phan dau|tam nhin|quyet tam)\b[^.;]{0,20}\Z")
_SET = re.compile(r"\b(?:dat muc tieu|dat ra muc tieu|phan dau)(?:\s+(?:la|se|den))?\s+")
_DONE = Pattern(r"\b(?:đã|mặc dù|nhưng)\b")
_EXPECTED = re.compile(r"\b(?:du kien|theo ke hoach)\b[^.;]{0,20}\Z")
_WILL_BE = Pattern(r"\bsẽ\s+(?:được|hoàn thành|trở thành|có)\b")
_PREDICATE = Pattern(r"\b(?:được|trở thành|thuộc nhóm|phủ sóng|cơ bản)\b")
_STOP = re.compile(r"[;.]")
_PART = re.compile(r"[;,]\s*(?:(?:va|dong thoi|phan dau|co ban)\s+)*(?P<text>[^;]+)")
_LEAST = 4  # words that a goal after another has at least
_LONGEST = 160  # characters of what is to become
_PREFIX = re.compile(r"dat muc tieu\s+")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal's words from `start` to `end`; from `shown` on it is seen with its time."""

    start: int
    end: int
    shown: int
    period: str


def find(sentence: Sentence, *, listed: bool) -> Iterator[Goal]:
    """The goals of a unit; `listed` says that the unit before set targets, so that this one may go on with them."""
    folded, unit = sentence.folded, sentence.unit
    if unit.role in ("title", "heading"):
        return
    reach = unit.start
    for period in sentence.periods:
        if period.value is None or period.start < reach or not _AHEAD.match(folded, period.start):
            continue
        promised = sentence.search(_GOAL, unit.start, period.start) or _SET.search(folded, period.end, unit.end)
        promised = promised or sentence.search(_ALL, period.end, unit.end)
        promised = promised or sentence.search(_AIMS_AT, reach, period.start)
        if not listed and not promised and not _BUILD.match(folded, unit.start):
            continue
        goal = _to_do(sentence, period) or _to_become(sentence, period, reach) or _to_be(sentence, period)
        goal = goal or _by_then(sentence, period, reach) or _of_all(sentence, period.start, period.end, period.value)
        if goal is not None:
            yield goal
            reach = goal.end


def after(sentence: Sentence, start: int, period: str) -> Iterator[Goal]:
    """The goals without a number that follow the last wanted number of a sentence: "…; hình thành kho dữ liệu"."""
    folded, unit = sentence.folded, sentence.unit
    for part in _PART.finditer(folded, start, unit.end):
        begin = sentence.content(*part.span("text"))
        verb = next((b for b, _, _ in sentence.occurrences("goal_verbs", begin, part.end()) if b == begin), None)
        ends = (b for b, _, _ in sentence.occurrences("phrase_ends", begin, part.end()))
        end = next(ends, part.end())
        end = begin + len(folded[begin:end].rstrip(" ,.…"))
        if verb is None or len(folded[begin:end].split()) < _LEAST or _numbered(sentence, begin, end):
            continue
        if not any(begin <= other.start < end for other in sentence.periods):
            yield Goal(begin, end, begin, period)


def _to_do(sentence: Sentence, period: Period) -> Goal | None:
    """A time, then a verb of goals: "đến năm 2028 hoàn thành xây dựng thư viện số"."""
    folded, unit = sentence.folded, sentence.unit
    verbs = {start for start, _, _ in sentence.occurrences("goal_verbs", period.end, unit.end)}
    others = sentence.occurrences("action_verbs", period.end, unit.end) if verbs else ()
    begins = sorted(verbs | {start for start, end, _ in others if end + len(", ") in verbs and folded[end] == ","})
    verb = next((start for start in begins if _BETWEEN.match(folded, period.end, start)), None)
    if verb is None or period.value is None:
        return None
    end = _end(sentence, verb)
    numbered = _DIGIT.search(folded, verb, end)
    if numbered:
        end = max(folded.rfind(",", verb, numbered.start()), verb)
    prefix = _PREFIX.match(folded, verb)
    start = prefix.end() if prefix else verb
    told = len(folded[verb:end].split()) > 2 and not _numbered(sentence, verb, end)
    return Goal(start, end, period.start, period.value) if told else None


def _to_become(sentence: Sentence, period: Period, reach: int) -> Goal | None:
    """A time after what is to become: "trở thành quốc gia số vào năm 2030"."""
    folded = sentence.folded
    start = folded.rfind("tro thanh ", reach, period.start)
    if start < 0 or period.value is None or period.start - start > _LONGEST or _numbered(sentence, start, period.start):
        return None
    return None if _STOP.search(folded, start, period.start) else Goal(start, period.start, start, period.value)


def _to_be(sentence: Sentence, period: Period) -> Goal | None:
    """A time, then what is to be so: "phấn đấu đến năm 2028, việc trông coi đê biển được vận hành từ xa"."""
    folded, unit = sentence.folded, sentence.unit
    start, end = sentence.content(period.end, unit.end), _end(sentence, period.end)
    of_a_plan = any(plan.start <= period.start < plan.end for plan in (*sentence.programmes, *sentence.documents))
    if period.value is None or of_a_plan:
        return None
    later = _SET.search(folded, period.end, end)
    done = later is not None and sentence.search(_DONE, period.end, later.start()) is not None
    if later and not done and not _numbered(sentence, start, end) and len(folded[later.end() : end].split()) >= _LEAST:
        return Goal(sentence.content(later.end(), end), end, period.start, period.value)
    expected = _EXPECTED.search(folded, unit.start, period.start) and sentence.search(_WILL_BE, start, end)
    if not expected and not _PROMISED.search(folded, unit.start, period.start):
        return None
    told = sentence.search(_PREDICATE, start, end) and not _numbered(sentence, start, end)
    return Goal(start, end, period.start, period.value) if told else None


def _by_then(sentence: Sentence, period: Period, reach: int) -> Goal | None:
    """What a plan aims at, then by when: "Mục tiêu của đề án là xây dựng đô thị thông minh vào năm 2030"."""
    aims = sentence.search(_AIMS_AT, reach, period.start)
    if aims is None or period.value is None or not _BY.match(sentence.folded, period.start):
        return None
    start = sentence.content(aims.end(), period.start)
    stretch = sentence.folded[start : period.start]
    whole = not _STOP.search(stretch) and "," not in stretch and not _numbered(sentence, start, period.start)
    if not whole or not len(stretch.split()) >= _LEAST or len(stretch) > _LONGEST:
        return None
    return Goal(start, period.start, start, period.value)


def _of_all(sentence: Sentence, shown: int, begin: int, period: str) -> Goal | None:
    """What all will have or be by a time: "đến cuối năm 2027, tất cả hộ kinh doanh sẽ dùng hóa đơn điện tử"."""
    every = sentence.search(_ALL, begin, sentence.unit.end)
    if every is None or ";" in sentence.folded[begin : every.start()]:
        return None
    end = _end(sentence, every.start())
    if not sentence.search(_SHALL, every.end(), end) or any(
        every.end() <= number.start < end and number.unit != "tuổi" for number in sentence.numbers
    ):
        return None
    return Goal(every.start(), end, shown, period)


def _end(sentence: Sentence, start: int) -> int:
    stop = _END.search(sentence.folded, start, sentence.unit.end)
    return stop.start() if stop else sentence.unit.end


def _numbered(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a quantity stands in the stretch: then it is that number's target."""
    return any(start <= number.start < end for number in sentence.numbers)
