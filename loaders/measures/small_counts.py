"""Small counts: of which a text says so much by the way that only some words make them results or goals."""

from __future__ import annotations

import re

from loaders.measures.counting import counted
from loaders.measures.led_rows import LEADS
from loaders.measures.senses import strength
from loaders.measures.statements import Statement
from loaders.measures.stretches import body
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

_PREDICATE = Pattern(
    r"\s*(?:[^\s\d.,;:()]+\s+){0,4}?(?:đã|đang|chưa|được|sẽ|không|có|phải|cần|kết nối|sử dụng|tham gia|áp dụng|"
    r"tích hợp|đăng ký|vận hành|ban hành|triển khai|hoàn thành|đạt|quá hạn|đúng hạn|trễ hạn|trễ hẹn|chậm|"
    r"thiếu|vướng)\b"
)
_WHOSE = ("cua ", "gom ", "bao gom ")  # "thị phần của 4 doanh nghiệp", "gồm 25 đơn vị" count no result
_CHANGED = re.compile(r"\btu\s+\Z|\btu\s+\d[^.;:]{0,40}\b(?:len|xuong|ve|con)(?:\s+(?:con|toi|den))?\s+\Z")
_AVERAGE = Pattern(r"\b(?:bình quân|trung bình)\s+(?:mỗi|một)\b")
_ONLY = Pattern(r"\b(?:chỉ|mới|mới chỉ|chỉ mới|mới có|chỉ có|chỉ còn|vẫn còn)\s*$")
_PARTS = re.compile(r"\d[^.;]*\btrong do\s+(?:co\s+|gom\s+)?(?:[^.;:]{0,60}\d[^.;:]{0,60}(?:,|\bva\b)\s*)?\Z")
_ALL = re.compile(r"\btoan bo\s+(?:ca\s+)?\Z")
_PAST = Pattern(r"\b(?:trước đó|(?<!nhỏ và )vừa(?! và nhỏ)|mới đây|hôm qua|nổi bật|kết quả là)\b")
_ISSUES = ("ban hành", "ban hanh", "trình", "phê duyệt", "phe duyet", "thông qua", "thong qua")
_NOW = Pattern(r"\s*(?:hiện|hiện nay|hiện tại|đến nay|tới nay|tính đến nay)\b")
_STILL = Pattern(r"\b(?:đang|sẽ|cần|phải|dự kiến)\b")
_OF_THESE = Pattern(r"[,;(]\s*(?:trong đó|bao gồm|gồm)\b")
_DAY = len("2025-12-31")
_HANDFUL = 10  # fewer, told behind "của", only say whose something is
FEW = 100  # a plain count below this needs words that say it is a result


def is_few(said: Statement) -> bool:
    """Whether a number counts fewer things than a text would give as a result without saying so."""
    number = said.number
    return counted(number) and number.value < FEW and number.total is None and number.comparator in ("=", ">")


def tells(sentence: Sentence, said: Statement, *, wanted: bool, told: bool = False) -> bool:
    """Whether a number is no small plain count, or some word makes it a goal or a result; `told`: some word does."""
    folded, begin = sentence.folded, said.clause.left[0]
    if told or not is_few(said) or (wanted and said.number.upper is not None):
        return True
    if _is_named_part(sentence, said) or (not wanted and (_is_part(sentence, said) or _states(sentence, said))):
        return True
    work = wanted and said.verb != ""  # "rà soát toàn bộ 09 nhiệm vụ"
    if not wanted and (
        (said.clause.outer and LEADS.search(folded, sentence.unit.start, said.number.start))
        or _CHANGED.search(folded, sentence.unit.start, said.number.start)
        or sentence.search(_AVERAGE, begin, said.number.start)
        or _only(sentence, said)
    ):
        return True
    if _of_which(sentence, said) or (not work and _ALL.search(folded, begin, said.number.start)):
        return True
    if not wanted and narrated(sentence, said):
        return True
    whose = folded.startswith(_WHOSE, said.link.verb)
    done = strength("measured_words", sentence, body(sentence), said.number.start)[0] == 2
    done = done and not (whose and said.number.value < _HANDFUL)  # "70% tổng số hồ sơ của 2 địa phương"
    if said.link.kind in ("have", "equal") and (done or not whose):
        return True
    return sentence.match(_PREDICATE, *said.clause.right) is not None


def _only(sentence: Sentence, said: Statement) -> bool:
    """Whether bodies are counted that alone have done, or still lack, something: "mới chỉ 18 địa phương làm xong"."""
    bodies = spoken("counted_bodies", _noun(said), accented=sentence.unit.accented)
    only = sentence.search(_ONLY, said.clause.left[0], said.number.start)
    return bodies and only is not None and said.clause.right[0] < said.clause.right[1]


def _is_part(sentence: Sentence, said: Statement) -> bool:
    """Whether a count breaks down one before it: "500 dịch vụ (390 dịch vụ cấp tỉnh, 96 dịch vụ cấp huyện, …)"."""
    noun = _noun(said)
    before = (other for other in sentence.numbers if other.end <= said.number.start and counted(other))
    return bool(noun) and any(other.value > said.number.value and _head(other.unit) == noun for other in before)


def _is_named_part(sentence: Sentence, said: Statement) -> bool:
    """Whether a count is one of the parts that "trong đó" names of a larger one: "95 người, trong đó 7 công chức"."""
    whole = next((other for other in sentence.numbers if counted(other) and other.value > said.number.value), None)
    return whole is not None and sentence.search(_OF_THESE, whole.end, said.number.start) is not None


def _noun(said: Statement) -> str:
    return _head(said.number.unit)


def _head(unit: str | None) -> str:
    """The noun that a unit begins with: "bộ" of "bộ, ngành"."""
    return (unit or "").partition(",")[0].lower()


def _states(sentence: Sentence, said: Statement) -> bool:
    """Whether the text tells that things are issued, or how they now stand: "đã tham mưu ban hành 12 kế hoạch"."""
    if not said.verb or sentence.unit.lead is not None:
        return False
    verb = said.verb.lower()
    begin = sentence.unit.start
    if verb.startswith(_ISSUES) or verb.endswith(_ISSUES):
        return strength("measured_words", sentence, begin, said.number.start)[0] == 2
    return sentence.match(_NOW, body(sentence), said.number.start) is not None and not sentence.search(
        _STILL, begin, said.number.start
    )


def _of_which(sentence: Sentence, said: Statement) -> bool:
    """Whether a number is one of the parts of a number before it: "…, trong đó 17 bộ và 35 tỉnh"."""
    return _PARTS.search(sentence.folded, sentence.unit.start, said.number.start) is not None


def narrated(sentence: Sentence, said: Statement) -> bool:
    """Whether a number goes with what was done on a day: "ngày 5/9, cổng được khai trương, nối 62 trường"."""
    if not said.verb or sentence.unit.lead is not None:
        return False
    verbs = ("action_verbs", "counting_verbs")
    if not any(sentence.first(table, said.start, said.number.start) for table in verbs):
        return False
    days = [
        period for period in sentence.times(sentence.unit.start, said.number.start) if len(period.value or "") == _DAY
    ]
    return bool(days) or sentence.search(_PAST, sentence.unit.start, said.number.start) is not None
