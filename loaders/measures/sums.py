"""Money that something costs, needs or has been given: "kinh phí", "tổng mức đầu tư", "phải chi", and for what."""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.measures.indicators import subject
from loaders.measures.statements import Context, Statement, joined, lowered
from loaders.measures.stretches import Clause
from loaders.reading import Number
from loaders.tables import values
from loaders.words import ordered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

_COSTS = Pattern(
    r"\b(?:phải (?:mất|chi|bỏ ra|tốn)|tiêu tốn|tốn kém|tốn|mất|cần(?: có| đến| tới)?|bỏ ra|"
    r"(?:cần|phải) đầu tư)(?: thêm| tới| đến)?\s*$"
)
_HAVING = Pattern(r"(?:\b(?:có|là|với|và|dự kiến|ước|theo|gồm|thì|đạt)|[,:(])\s*$")
_FINITE = re.compile(r"(?:,|\b(?:voi|thuoc|giai doan)\b)")
_WITH = Pattern(r"[,\s]*(?:có|với)\s+")
_IS = re.compile(r"^.* (?:là|la) (?=\S+ \S)")  # "nguyên nhân là mỗi trạm cần …"
_MARK = re.compile(r"[;:]|\. ")
_PURPOSE = Pattern(r"\s*(?:để|cho|vào|nhằm)\s+[^,;:.()]+")
_FOR = Pattern(r"\s*(?:để|cho|thực hiện|xây dựng|triển khai|mua|đầu tư|trang bị|hỗ trợ|nâng cấp|hoàn thiện)\b")
_NEEDS = Pattern(r"\b(?:với|cần|cần có|cần khoảng|dành|bố trí|chi|dự kiến chi)\s*$")
GAIN = re.compile(r"\b(?:tiet kiem|giam chi phi|cat giam chi phi|lam loi|loi ich)\b")  # what something saves, or will
MEANS = re.compile(  # what pays for a plan
    r"(?:tong |so )*(?:nhu cau |muc |nguon |khai toan )*(?:kinh phi|ngan sach|von|du toan|nhu cau|dau tu)\b"
)
RATE = re.compile(r"\s*(?P<rate>(?:moi|hang|/)\s?(?:ngay|tuan|thang|quy|nam))\b")
_VERB = 2  # words of a verb of saving with nothing after it
_BARE = 2  # words of a sum that tell nothing of what it is for
_FULL = 5  # words of a sum that tell enough
_LONGEST_OWNER = 14
_BACK = 6  # units back to the programme that a bare sum is for


def is_money(number: Number) -> bool:
    """Whether a number is a sum of money."""
    return (number.unit or "").split("/")[0] in ("đồng", "USD", "EUR", "JPY", "KRW", "CNY")


def is_sum(said: Statement, *, accented: bool) -> bool:
    """Whether a number says how much money there is for something, or that it costs."""
    words = (said.indicator if accented else fold(said.indicator)).split()
    heads = (" ".join(words[:count]) for count in range(1, 5))
    return is_money(said.number) and any(spoken("sums", head, accented=accented) for head in heads)


def _heads(sentence: Sentence, start: int, end: int) -> list[int]:
    """Where the words for sums begin that open a stretch, or stand after "có", "với" or a comma."""
    return [
        begin
        for begin, _, _ in sentence.occurrences("sums", start, end)
        if begin == start or sentence.search(_HAVING, start, begin)
    ]


def is_named(indicator: str) -> bool:
    """Whether an indicator's name begins with a word for a sum.

    >>> is_named("tổng mức đầu tư của dự án"), is_named("doanh thu")
    (True, False)
    """
    words = fold(indicator).split()
    return any(" ".join(words[:count]) in values("sums") for count in range(1, 5))


def told(context: Context, clause: Clause, end: int) -> tuple[str, int] | None:
    """The name of the sum that a clause tells before its number, and where it begins; None where it tells none."""
    sentence, start = context.sentence, clause.left[0]
    costs = sentence.search(_COSTS, start, end) or sentence.search(_COSTS, start, clause.left[1])
    if costs:
        begin, stop = subject(sentence, start, costs.start())
        purpose = sentence.match(_PURPOSE, clause.number.end, sentence.unit.end)
        what = context.name(*purpose.span()) if purpose else ""
        who = lowered(_IS.sub("", context.name(begin, stop))) if begin < stop else ""
        return (joined("chi phí", who, what), begin) if who else None
    heads = _heads(sentence, start, end)
    if not heads:
        return None
    begin, *others = heads
    core = lowered(context.name(begin, others[0] if others else end))
    if len(core.split()) < _FULL:
        core = joined(core, _owner(context, begin, bare=len(core.split()) <= _BARE))
    return core, begin


def saved(context: Context, clause: Clause, end: int) -> tuple[str, int] | None:
    """What is saved, from the verb on, and where that begins: "tiết kiệm cho ngân sách … mỗi năm"; else None."""
    folded = context.sentence.folded
    gains = [gain.start() for gain in GAIN.finditer(folded, clause.left[0], end)]
    if not gains:
        return None
    rate = RATE.match(folded, clause.number.end)
    if len(folded[gains[-1] : end].split()) <= _VERB:
        return None
    often = context.sentence.printed(*rate.span("rate")).lower() if rate else ""
    return joined(context.name(gains[-1], end), often), gains[-1]


def needed(context: Context, clause: Clause, thing: str) -> str:
    """The name of the sum for what follows it: "cần 3.000 tỷ đồng xây dựng …"; "" where no work follows."""
    sentence = context.sentence
    needs = sentence.search(_NEEDS, *clause.left) and sentence.match(_FOR, clause.number.end, clause.right[1])
    return joined("kinh phí", lowered(thing)) if needs else ""


def _owner(context: Context, begin: int, *, bare: bool) -> str:
    """What a sum is for: the programme named before it in the sentence, else its subject, else the last programme."""
    sentence = context.sentence
    previous = context.previous
    if previous is not None and sentence.fullmatch(_WITH, previous.end, begin):
        return previous.base.removeprefix(previous.verb).strip()  # "5 triệu giao dịch với tổng số tiền …"
    named = [p for p in sentence.programmes if p.end <= begin]
    if named:
        return lowered(named[-1].name)
    owner = holder(context, begin)
    if owner:
        return owner
    if not bare:
        return ""
    reading = sentence.reading
    index = ordered.index(reading.units, sentence.unit.start)
    before = ordered.within(reading.programmes, reading.units[max(0, index - _BACK)].start, sentence.unit.start)
    return lowered(before[-1].name) if before else ""


def holder(context: Context, begin: int) -> str:
    """What the clause is about that a sum, or a size, is told in: "dự án X … với kinh phí", "đề án có tổng vốn"."""
    sentence = context.sentence
    having = sentence.search(_HAVING, sentence.unit.start, begin)
    if having is None:
        return ""
    marks = [mark.end() for mark in _MARK.finditer(sentence.folded, sentence.unit.start, having.start())]
    start, end = subject(sentence, max(marks, default=sentence.unit.start), having.start())
    if sentence.first("adverbials", start, end) is not None:
        return ""
    ends = [begin for begin, _, _ in sentence.occurrences("finite_words", start + 1, end)]
    mark = _FINITE.search(sentence.folded, start, end)
    end = min([*ends, mark.start() if mark else end])
    if any(start <= number.start < end for number in sentence.numbers):
        return ""  # another sum: "ngân sách tỉnh 200 tỷ đồng, vốn doanh nghiệp 120 tỷ đồng"
    owner = lowered(context.name(start, end))
    return owner if len(owner.split()) <= _LONGEST_OWNER else ""
