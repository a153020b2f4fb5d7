"""How strongly a stretch of a sentence speaks of goals, or of what was measured."""

from __future__ import annotations

import re

from loaders.words import ordered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_VERB = re.compile(r"(?:phat trien|hinh thanh|nang|dua)\b")  # verbs of goals, else parts of names
_THEREBY = re.compile(r"\W*(?:qua do|nho do|nho vay|nho the|nho \w+ \w+)\b")
_BY_THEN = re.compile(r"(?:den|vao|truoc|trong) ")
_LOOKS_TO = re.compile(r"huong (?:toi|den)\b")  # "…, hướng tới ký kết hiệp định, Việt Nam sẽ …": another clause
_ASKS = re.compile(r"(?:muon thay|mong(?: muon)?) (?:ro|biet|hieu|hoi|duoc) ")  # "muốn thấy rõ vì sao …"
_MEANWHILE = re.compile(
    r"\btrong khi\b[^;]{0,60}?\b(?:moi|chi|hien|van|dang)\b"
)  # "cần 7 vạn người trong khi … mới có"
_NEARBY = 200  # characters behind a word of goals in which its clause ends
_FAR = 6  # words between "phải" and a number beyond which something else must be done
_NAMES_ONE = (
    Pattern(  # what is measured, not what is wanted: "ở cấp chỉ tiêu", "chỉ tiêu này", "53 chỉ tiêu mà họ chấm"
        r"(?<=cấp )chỉ tiêu\b|(?<=từng )chỉ tiêu\b|(?<=mỗi )chỉ tiêu\b"
        r"|chỉ tiêu (?:thành phần|con|đo lường|đánh giá|xếp hạng|thống kê|chấm điểm|(?:mà |được |do )?[^,;.:]{0,40}?"
        r"\b(?:chấm|đo|tính toán|xếp hạng|đánh giá))\b"
    )
)
_REACH = 16  # characters that hold one of these and the space behind it
_GIVEN = re.compile(r"giao\s*,\s+(?:da\s+|hien\s+)?co\s")  # "Về các nhiệm vụ được Chính phủ giao, có 12 …"
_GIVEN_TO = re.compile(r"\bduoc\s+(?:[^,.;:]{2,60}\s)?$")
_GIVER = 72  # characters that name who gave them
_REACHED = Pattern(r"\b(?:đạt|vượt|hoàn thành)\s+$")


def strength(table: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """How strongly a stretch speaks the words of a table (0, 1, 2), and where the last strongest stands."""
    best = (0, -1)
    for begin, stop, told in sentence.occurrences(table, start, end):
        if sentence.folded.endswith(("chuong trinh ", "tong "), start, begin):
            continue  # a "chương trình mục tiêu" is a programme, "tổng chỉ tiêu" a number of places
        if _inside(sentence, begin):
            continue  # "đã hoàn thành 18 chỉ tiêu"
        if told == "weak" and table == "goal_words" and any(d.start <= begin < d.end for d in sentence.documents):
            continue  # "Theo Kế hoạch 71/KH-UBND, có 29 nhiệm vụ": a paper's kind
        far = len(sentence.folded[stop:end].split()) > _FAR
        if table == "goal_words" and far and sentence.folded[begin:stop] in ("phai", "can", "can phai"):
            continue  # what must be done is something else
        if table == "goal_words" and _says_no_goal(sentence, start, begin, end):
            continue
        best = max(best, (2 if told == "strong" else 1, begin))
    return best


def _inside(sentence: Sentence, at: int) -> bool:
    """Whether a position lies within a number and its unit."""
    later = ordered.index(sentence.numbers, at)
    return later > 0 and at < sentence.numbers[later - 1].end


def _says_no_goal(sentence: Sentence, start: int, begin: int, end: int) -> bool:
    """Whether a word of goals that begins at `begin` is part of a name, or of a result: "chưa đạt chỉ tiêu, như …"."""
    folded = sentence.folded
    if folded.startswith("chi tieu", begin) and sentence.match(_NAMES_ONE, begin, end):
        return True
    if _GIVEN.match(folded, begin) and _GIVEN_TO.search(folded, max(start, begin - _GIVER), begin):
        return True
    if _ASKS.match(folded, begin) or _MEANWHILE.search(folded, begin, min(end, begin + _NEARBY)):
        return True
    if _LOOKS_TO.match(folded, begin):
        comma = folded.find(",", begin, end)
        return comma >= 0 and any(sentence.occurrences("finite_words", comma, end))
    if _VERB.match(folded, begin):
        came_of = _THEREBY.match(folded, sentence.unit.start)
        if came_of and not any(_BY_THEN.match(folded, period.start) for period in sentence.periods):
            return True  # "Nhờ đó, nâng tỷ lệ … lên 85%"
        return sentence.content(start, begin) < begin and folded[:begin].rstrip()[-1:] not in (",", ";", ":")
    return sentence.search(_REACHED, max(start, begin - _REACH), begin) is not None and "," in folded[begin:end]
