"""What a sentence says of its numbers: each with its indicator and the stretch that shows both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.folding import fold
from loaders import wording
from loaders.indicators import Clause, Link, clauses, link, name, subject
from loaders.reading import Number, Reading, Unit
from loaders.tables import spellings, values

_PLAN = re.compile(r"\s*(?:muc tieu|ke hoach|du toan|chi tieu|kich ban|dinh muc)\b")
_NO_NOUN = re.compile(
    r"\s*(?:so\s+voi|trong|cua|tren|o|tai|cho|ve|tu|den|vao|nam|moi|va|thi|la|vi|do|nen|hang|trung binh|binh quan|"
    r"ma|nhu|gdp|grdp|theo|duoc|dang|da|se)\b|\s*\Z|\s*[,./]"
)
_BEYOND = re.compile(
    r"\s+(?P<how>dat\s+va\s+vuot|vuot|dat|hoan\s+thanh)\s+(?:muc\s+)?"
    r"(?:muc\s+tieu|chi\s+tieu|ke\s+hoach|du\s+toan)\b[^,;]*\Z"
)
_TO_THE_GOAL = re.compile(
    r"(?:,|\b(?:va|nhung|song))?\s*(?:(?:chua|khong)\s+)?"
    r"(?:dat|vuot|vuot qua|bang|hoan thanh|cao hon|thap hon|so voi|gan)\s*\Z"
)
_COMPARED = re.compile(r"(?:.*?\b)?(?:so\s+voi|cao\s+hon|thap\s+hon|binh\s+quan|trung\s+binh)\b")
_TOPIC = re.compile(r"\bve\s+(?P<topic>[^,;.()]+)")
_RANKED_TOPIC = re.compile(r"\bve\s+(?:xep hang|thu hang)\s+(?P<topic>[^,;.()]+)")
_BEFORE_RANK = re.compile(
    r"\s*\b(?:thuoc|trong|vao|nam|dung|xep|lot|loc|vuon|phai|can|se|tro thanh|co|giu|o|duy tri|nhom)\b.*\Z", re.DOTALL
)
_NEW_CLAUSE = re.compile(
    r",\s*(?:day|do|nay|trong|gop|dat|tang|giam|vuot|cao|thap|gap|bang|chiem|la|tu|voi|qua|giup|tao|theo|ke ca|sau|"
    r"truoc|trong do|dong thoi|con|chua|bao gom|nham|de|rieng|dac biet|hoan thanh|lan dau)\b"
)
_MEAN = re.compile(r"(?:muc\s+|con so\s+)?(?:trung binh|binh quan)\b")
_SERVES = re.compile(r"\s+(?:cua|theo|tai|mà|ma)\s*\Z")
_LONGEST_VERB_PART = 8


@dataclass(frozen=True, slots=True)
class Statement:
    """A number and what it measures; `start`–`end` is the stretch that shows both."""

    number: Number
    clause: Clause
    link: Link
    indicator: str
    base: str  # the indicator without what the value is compared with
    verb: str  # of a thing done to what is counted: "cấp"
    start: int
    end: int
    vague: bool = False  # the indicator is borrowed from another number, or guessed
    beside: bool = False  # a goal named beside what was measured: "vượt mục tiêu 80%"


@dataclass(frozen=True, slots=True)
class _Context:
    reading: Reading
    unit: Unit
    short: Mapping[str, str]  # the abbreviations that the source defines
    previous: Statement | None  # what the unit says of the number before
    base: str  # what the number before measures, in this unit or the one before it

    def name(self, start: int, end: int) -> str:
        """A stretch as part of an indicator's name."""
        return name(self.reading, start, end, self.short)


def read(
    reading: Reading, unit: Unit, numbers: Sequence[Number], short: Mapping[str, str], base: str = ""
) -> list[Statement]:
    """What a unit says of its numbers, in their order; a number that measures nothing nameable is left out.

    `short` are the abbreviations that the source defines, `base` is what the last number before the unit measures.
    """
    found: list[Statement] = []
    for clause in clauses(reading, unit, numbers):
        previous = found[-1] if found else None
        context = _Context(reading, unit, short, previous, previous.base if previous else base)
        said = _bracketed(context, clause) if clause.outer else _plain(context, clause)
        if said is None:
            continue
        if said.number.comparator == "<=" and counted(said.number):
            said = _ranking(context, said)
        elif said.link.kind == "rank" and not said.base.startswith("thứ hạng"):
            said = replace(said, indicator=_joined("thứ hạng", said.base), base=_joined("thứ hạng", said.base))
        if not _tells(said):
            continue
        if (
            clause.outer
            and found
            and not counted(said.number)
            and found[-1].number.start <= said.start < found[-1].number.end
        ):
            found.pop()  # "2 dịch vụ công liên thông (100%)" measures the share, not the count
        found.append(replace(_with_unit(said), indicator=_lower(said.indicator), base=_lower(said.base)))
    return _shared_predicates(reading, found)


def counted(number: Number) -> bool:
    """Whether the number counts things, and is not a share, a sum of money, a size or a rank."""
    return number.unit is not None and number.unit.split("/")[0].lower() not in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset(told.rpartition(" ")[0].lower() for told in values("measure_units").values())


def _tells(said: Statement) -> bool:
    words = said.indicator.split()
    return len(words) > 1 or (bool(words) and said.indicator.lower() == (said.number.unit or "").lower())


def _with_unit(said: Statement) -> Statement:
    """ "giao dịch … tăng từ 647 triệu": the unit is the noun that the indicator begins with."""
    if said.number.unit is not None or said.number.total is not None or said.number.value < 10 or not said.base:
        return said
    words = said.base.split()
    words = words[1:] if words[0].lower() == "số" else words
    for count in range(min(4, len(words)), 0, -1):
        noun = " ".join(words[:count]).lower()
        if noun in spellings("counted_nouns").get(fold(noun), ()):
            return replace(said, number=replace(said.number, unit=noun))
    return said


# ── the forms ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(context: _Context, clause: Clause) -> Statement | None:
    reading, unit, number = context.reading, context.unit, clause.number
    tie = link(reading, unit, *clause.left)
    if number.unit == "lần" and tie.kind in ("", "equal"):
        tie = Link("ratio", tie.start, tie.verb)
    noun = _noun(context, clause)
    if tie.kind == "goal" and not noun:
        return _beside(context, clause, tie)
    start, end = subject(reading, unit, clause.left[0], tie.start)
    if start >= end and context.previous is None and tie.kind in ("equal", "ratio", "change", "from"):
        start, end = _earlier_subject(context, clause)
    colon = reading.folded[tie.verb : tie.verb + 1] == ":"
    named = start < end or bool(context.base)
    joined = context.previous is not None and "," in reading.folded[context.previous.number.end : number.start]
    if tie.kind in ("equal", "ratio", "rank", "from") and not (colon and noun):
        plan = _PLAN.match(reading.folded, *clause.right) is not None
        follows = start < end or (named and (not noun or plan or joined or tie.kind == "ratio") and not counted(number))
        follows = follows or (named and counted(number) and clause.right[0] >= clause.right[1])
    elif tie.kind == "change":
        follows = start < end or (named and not noun)
    else:
        follows = (number.unit is None and named) or (not tie.kind and named and not noun and not counted(number))
    return _after(context, clause, tie, start, end) if follows else _before(context, clause, tie, start, end)


def _noun(context: _Context, clause: Clause) -> bool:
    """Whether a noun follows the number: what it counts, or what it is a share of."""
    return counted(clause.number) or _NO_NOUN.match(context.reading.folded, *clause.right) is None


def _after(context: _Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 9% so với năm 2017"."""
    base = context.name(start, end)
    shown = start if base else _content(context, clause.left[0], clause.number.start)
    if base and context.previous is not None and _MEAN.match(context.reading.folded, start, end):
        base = _joined(context.previous.base, base.removeprefix("mức ").removeprefix("con số "))
    base = base or context.base
    if not base:
        return None
    indicator = base
    if tie.kind == "change":
        indicator = _joined(base, context.name(tie.verb, clause.left[1]))
    first, last = clause.right
    comma = context.reading.folded.find(",", first, last)
    last = comma if comma >= 0 else last
    stop = clause.number.end
    complement = "" if counted(clause.number) else context.name(first, last)
    if complement and len(complement.split()) <= 20:
        stop = last
        compared = tie.kind == "ratio" or _PLAN.match(context.reading.folded, first, last)
        prefix = "so với " if compared and not complement.startswith("so với") else ""
        indicator = _joined(indicator, prefix + complement)
    vague = start >= end or not tie.kind
    return Statement(clause.number, clause, tie, indicator, base, "", min(shown, clause.number.start), stop, vague)


def _before(context: _Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""
    first = noun_start(context.reading, clause.number) if counted(clause.number) else clause.right[0]
    stop = max(_end_of_clause(context, *clause.right), clause.number.end)
    thing = context.name(first, stop)
    if not thing:
        return None
    verb, shown = "", clause.number.start
    if tie.kind == "change":
        verb, shown = context.name(tie.verb, clause.left[1]), tie.verb
    elif not tie.kind and start < end:
        begin = _verb(context, start, end)
        if begin is not None:
            verb, shown = context.name(begin, end), begin
    elif not tie.kind and context.previous is not None:
        verb = context.previous.verb
    alone = counted(clause.number) and not context.reading.folded[clause.number.end : stop].strip()
    vague = alone and not verb
    noun = (clause.number.unit or "").lower()
    if alone and context.previous is not None and noun in context.previous.base.lower():
        indicator = (
            context.previous.base
            if context.previous.base.lower().startswith(verb.lower())
            else _joined(verb, context.previous.base)
        )
    elif vague and tie.kind == "have" and (about := _bearer(context, tie, start, end)):
        indicator, shown, vague = _joined(thing, about), start, False
    else:
        indicator = _joined(verb, thing)
    lead = _TO_THE_GOAL.search(context.reading.folded, clause.left[0], tie.start) if tie.kind == "goal" else None
    return Statement(
        clause.number, clause, tie, indicator, indicator, verb, shown, stop, vague, beside=lead is not None
    )


def _bearer(context: _Context, tie: Link, start: int, end: int) -> str:
    """Whose the counted things are, or what was done with them: before "có", "với", and before "… của 15 bộ"."""
    if context.reading.folded[tie.verb : tie.verb + 3] == "cua":
        for begin, _, strength in wording.occurrences("measured_words", context.reading, context.unit, start, end):
            if strength == "strong":
                return context.name(begin, end)
    return context.name(start, end)


def _verb(context: _Context, start: int, end: int) -> int | None:
    """Where the verb begins whose object the number and its noun are; None where the stretch ends in none."""
    folded = context.reading.folded
    words = wording.last_words(folded, start, end, 5)
    for begin, _ in words:
        if wording.at("action_verbs", context.reading, context.unit, begin, end) is not None:
            return begin
    agency = next((a for a in context.reading.agencies if a.start <= start < a.end <= end), None)
    start = agency.end if agency else start
    return _content(context, start, end) if len(folded[start:end].split()) <= _LONGEST_VERB_PART else None


def _beside(context: _Context, clause: Clause, tie: Link) -> Statement | None:
    """A goal named beside what was measured: "đạt 45% nhưng chưa đạt mục tiêu 80%"."""
    lead = _TO_THE_GOAL.search(context.reading.folded, clause.left[0], tie.start)
    start, end = subject(context.reading, context.unit, clause.left[0], lead.start() if lead else tie.start)
    base = context.name(start, end) if lead and context.previous is None else ""
    base = base or context.base
    if not base:
        return None
    return Statement(clause.number, clause, tie, base, base, "", tie.verb, clause.number.end, vague=True, beside=True)


def _bracketed(context: _Context, clause: Clause) -> Statement | None:
    """A value in a bracket after its indicator: "thông báo lưu trú (99,98%)", "(mục tiêu là 30%)"."""
    assert clause.outer is not None
    reading, unit, previous, number = context.reading, context.unit, context.previous, clause.number
    folded = reading.folded
    tie = link(reading, unit, *clause.left)
    inner = context.name(*subject(reading, unit, clause.left[0], tie.start))
    if len(inner.split()) > 4:
        return _plain(replace(context, previous=None, base=""), clause)
    beyond = _BEYOND.search(folded, *clause.outer)
    start, end = subject(reading, unit, clause.outer[0], beyond.start() if beyond else clause.outer[1])
    outer = context.name(start, end)
    borrowed = previous is not None and clause.outer[0] <= previous.number.end
    if borrowed and previous is not None:
        if counted(previous.number) and number.unit == "%" and tie.kind != "goal":
            start = noun_start(reading, previous.number)  # "2 dịch vụ công liên thông (100%)"
            outer = context.name(start, end)
            borrowed = False
        else:
            outer = previous.indicator
    elif previous is not None and outer and _COMPARED.match(folded, *clause.outer):
        outer = _joined(previous.base, outer)
    outer = outer or context.base
    if not outer:
        return None
    if counted(number) and not inner:
        thing = context.name(noun_start(reading, number), max(clause.right[1], number.end))
        indicator = _joined(thing, outer)
    else:
        indicator = _joined(outer, inner)
    if beyond:
        exceeds = "vuot" in beyond["how"]
        number = replace(number, comparator=">" if beyond["how"] == "vuot" else ">=" if exceeds else "=")
    shown = _content(context, *clause.left) if borrowed else start
    return Statement(
        number, clause, tie, indicator, outer, "", min(shown, number.start), number.end,
        vague=borrowed, beside=tie.kind == "goal",
    )  # fmt: skip


def _ranking(context: _Context, said: Statement) -> Statement:
    """A place among the first: what "thuộc nhóm 50 nước dẫn đầu về Chính phủ điện tử" says is a rank in a topic."""
    folded, clause = context.reading.folded, said.clause
    topic = _TOPIC.search(folded, clause.number.end, max(clause.right[1], clause.number.end))
    topic = topic or _RANKED_TOPIC.search(folded, context.unit.start, clause.number.start)
    begin = clause.left[0]
    document = next((d for d in context.reading.documents if begin <= d.start < said.number.start), None)
    start, end = subject(context.reading, context.unit, document.end if document else begin, clause.left[1])
    lead = _BEFORE_RANK.search(folded, start, end)
    who = context.name(start, lead.start() if lead else end)
    about = context.name(topic.start("topic"), topic.end("topic")) if topic else ""
    if not about and len(who.split()) > 3:
        about, who = who, ""
    if not about:
        if not context.base:
            return said
        return replace(said, indicator=context.base, base=context.base, vague=True)
    prefix = "" if about.startswith("thứ hạng") else "thứ hạng"
    indicator = _joined(prefix, _lower(about)) + (f" của {who}" if who else "")
    end = max(topic.end("topic") if topic else 0, said.number.end)
    return replace(said, indicator=indicator, base=indicator, start=min(start, said.number.start), end=end)


def _shared_predicates(reading: Reading, found: list[Statement]) -> list[Statement]:
    """ "06 bộ và 07 địa phương chưa ban hành kế hoạch": the first count shares what is said of the second."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        between = reading.folded[max(one.number.end, one.clause.right[1]) : other.number.start]
        if not (counted(one.number) and counted(other.number)) or between.strip() not in (
            "va",
            ",",
            "cung",
            "cung voi",
        ):
            continue
        noun = reading.source.text[noun_start(reading, one.number) : one.number.end]
        if one.vague and not one.verb and other.clause.right[0] < other.clause.right[1]:
            indicator = _joined(noun, " ".join(reading.source.text[slice(*other.clause.right)].split()))
            shared[index] = replace(one, indicator=indicator, base=indicator, vague=False)
        elif other.vague and not other.verb and not one.vague:
            mine = reading.source.text[noun_start(reading, other.number) : other.number.end]
            rest = one.indicator.partition(noun)[2]
            shared[index + 1] = replace(other, indicator=_joined(mine, rest.strip()), link=one.link)
    return shared


# ── stretches ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _earlier_subject(context: _Context, clause: Clause) -> tuple[int, int]:
    """What the part of the sentence before a colon or a semicolon is about, for a part without a subject."""
    folded = context.reading.folded
    mark = clause.left[0] - 1
    if mark <= context.unit.start or folded[mark] not in ":;":
        return mark, mark
    begin = max(folded.rfind(sign, context.unit.start, mark) for sign in ":;.") + 1 or context.unit.start
    about = _TOPIC.search(folded, begin, mark)
    if folded[mark] == ":" and about:
        return subject(context.reading, context.unit, about.start("topic"), mark)
    start, end = subject(context.reading, context.unit, begin, mark)
    first = _FIRST_NOUN.match(folded, start, end)
    return (start, first.end()) if first else (mark, mark)


_FIRST_NOUN = re.compile(
    r"(?:(?!(?:voi|dien ra|duoc|da|la|co|tiep tuc|dat|dang)\b)\w+\s+){1,7}(?=(?:voi|dien ra|duoc|da|tiep tuc|dang)\b)"
)


def _end_of_clause(context: _Context, start: int, end: int) -> int:
    """Where the clause that a number begins ends: at a comma before another clause, or before "của" and a document."""
    folded = context.reading.folded
    cut = _NEW_CLAUSE.search(folded, start, end)
    end = cut.start() if cut else end
    for mention in (*context.reading.documents, *context.reading.programmes):
        last = not folded[mention.end : end].strip(" ,.")
        if last and start <= mention.start < end and (serves := _SERVES.search(folded, start, mention.start)):
            end = serves.start()
    return end


def _content(context: _Context, start: int, end: int) -> int:
    folded = context.reading.folded
    while start < end and (folded[start].isspace() or folded[start] in ',:;"-)'):
        start += 1
    return start


def noun_start(reading: Reading, number: Number) -> int:
    """Where the noun begins that a number counts, within its mention."""
    left = len("".join(number.text.split()))
    position = number.start
    while left and position < number.end:
        left -= not reading.source.text[position].isspace()
        position += 1
    while position < number.end and reading.source.text[position].isspace():
        position += 1
    return position


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _lower(phrase: str) -> str:
    """A name without the capital that it has as the first word of a sentence."""
    head = phrase.split(" ", 1)[0]
    return phrase[0].lower() + phrase[1:] if len(head) > 1 and head[1:].islower() and head not in _PROPER else phrase


_PROPER = frozenset(
    (
        "Việt",
        "Internet",
        "Chính",
        "Bộ",
        "Cổng",
        "Đảng",
        "Nhà",
        "Trục",
        "Quốc",
        "Ủy",
        "Thủ",
        "Đề",
        "Đà",
        "Hà",
        "Cục",
        "Sở",
    )
)
