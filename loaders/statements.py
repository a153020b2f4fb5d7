"""What a sentence says of its numbers: each with its indicator and the stretch that shows both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders import wording
from loaders.abbreviations import spell_out
from loaders.indicators import Clause, Link, clauses, link, subject, without_times
from loaders.reading import Number, Reading, Unit
from loaders.tables import values

_ABBREVIATION = re.compile(r"\s*\(\s*[A-ZĐ][A-ZĐa-z&/ -]{0,11}\)")
_EDGES = " \t\n,;:.\"'“”‘’()-…"
_PLAN = re.compile(r"\s*(?:muc tieu|ke hoach|du toan|chi tieu|kich ban|dinh muc)\b")
_NO_NOUN = re.compile(
    r"\s*(?:so\s+voi|trong|cua|tren|o|tai|cho|ve|tu|den|vao|nam|moi|va|thi|la|vi|do|nen|hang|trung binh|binh quan)\b"
    r"|\s*\Z|\s*[,./]"
)
_BEYOND = re.compile(
    r"\s+(?P<how>dat\s+va\s+vuot|vuot|dat|hoan\s+thanh)\s+(?:muc\s+)?(?:muc\s+tieu|chi\s+tieu|ke\s+hoach|du\s+toan)\b[^,;]*\Z"
)
_COMPARED = re.compile(r"(?:.*?\b)?(?:so\s+voi|cao\s+hon|thap\s+hon|binh\s+quan|trung\s+binh)\b")
_TOPIC = re.compile(r"\bve\s+(?P<topic>[^,;.()]+)")
_LEADS_TO_RANK = re.compile(r"\s*\b(?:thuoc|trong|vao|nam|dung|xep|lot|loc|vuon|phai|can|se|tro thanh|co)\b.*\Z")
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


@dataclass(frozen=True, slots=True)
class _Context:
    reading: Reading
    unit: Unit
    short: Mapping[str, str]  # the abbreviations that the source defines
    previous: Statement | None

    def text(self, start: int, end: int) -> str:
        """A stretch as part of an indicator's name: abbreviations in full, no time at its edges."""
        start, end = without_times(self.reading, start, end)
        printed = _ABBREVIATION.sub(" ", self.reading.source.text[start:end])
        return spell_out(" ".join(printed.split()).strip(_EDGES), self.short)


def read(reading: Reading, unit: Unit, numbers: Sequence[Number], short: Mapping[str, str]) -> list[Statement]:
    """What a unit says of its numbers, in their order; a number that measures nothing nameable is left out."""
    found: list[Statement] = []
    cut = clauses(reading, unit, numbers)
    for clause in cut:
        context = _Context(reading, unit, short, found[-1] if found else None)
        said = _bracketed(context, clause) if clause.outer else _plain(context, clause)
        if said is None:
            continue
        if said.number.comparator == "<=" and counted(said.number):
            said = _ranking(context, said)
        elif said.link.kind == "rank":
            said = replace(said, indicator=_joined("thứ hạng", said.base), base=_joined("thứ hạng", said.base))
        if len(said.indicator.split()) < 2 and said.indicator.lower() != (said.number.unit or "").lower():
            continue
        if (
            clause.outer
            and found
            and not counted(said.number)
            and found[-1].number.start <= said.start < found[-1].number.end
        ):
            found.pop()  # "2 dịch vụ công liên thông (100%)" measures the share, not the count
        found.append(replace(said, indicator=_lower(said.indicator)))
    return _shared_predicates(reading, found)


def counted(number: Number) -> bool:
    """Whether the number counts things, and is not a share, a sum of money, a size or a rank."""
    return number.unit is not None and number.unit.split("/")[0].lower() not in _measures()


def _measures() -> set[str]:
    return {told.rpartition(" ")[0].lower() for told in values("measure_units").values()}


# ── the forms ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(context: _Context, clause: Clause) -> Statement | None:
    tie = link(context.reading, context.unit, *clause.left)
    start, end = subject(context.reading, context.unit, clause.left[0], tie.start)
    noun = _noun(context, clause)
    colon = context.reading.folded[tie.verb : tie.verb + 1] == ":"
    named = start < end or context.previous is not None
    if tie.kind in ("equal", "ratio", "rank", "from") and not (colon and noun):
        follows = start < end or (named and not (noun and not counted(clause.number)))
    elif tie.kind == "change":
        follows = start < end or (named and not noun)
    else:
        follows = not tie.kind and start < end and not noun and not counted(clause.number)
    return _after(context, clause, tie, start, end) if follows else _before(context, clause, tie, start, end)


def _noun(context: _Context, clause: Clause) -> bool:
    """Whether a noun follows the number: what it counts, or what it is a share of."""
    return counted(clause.number) or _NO_NOUN.match(context.reading.folded, *clause.right) is None


def _after(context: _Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 9% so với năm 2017"."""
    folded, previous = context.reading.folded, context.previous
    base = context.text(start, end)
    shown = start if base else tie.start
    if not base and previous is not None:
        base = previous.base
    if not base:
        return None
    first, last = clause.right
    stop = clause.number.end
    indicator = base
    if tie.kind == "change":
        indicator = _joined(base, context.text(tie.verb, clause.left[1]))
    if first < last and folded[first:last].strip() and not counted(clause.number):
        complement = context.text(first, last)
        stop = last
        if tie.kind == "ratio" or _PLAN.match(folded, first, last):
            indicator = _joined(indicator, complement if complement.startswith("so với") else f"so với {complement}")
        elif len(complement.split()) <= 20:
            indicator = _joined(indicator, complement)
    return Statement(clause.number, clause, tie, indicator, base, "", shown, stop, vague=start >= end or not tie.kind)


def _before(context: _Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""
    first = noun_start(context.reading, clause.number) if counted(clause.number) else clause.right[0]
    thing = context.text(first, max(clause.right[1], clause.number.end))
    verb = ""
    shown = clause.number.start
    if tie.kind == "change":
        verb, shown = context.text(tie.verb, clause.left[1]), tie.verb
    elif not tie.kind and start < end:
        begin = _verb(context, start, end)
        if begin is not None:
            verb, shown = context.text(begin, end), begin
    elif not tie.kind and context.previous is not None and context.previous.verb and clause.outer is None:
        verb = context.previous.verb
    alone = counted(clause.number) and clause.right[0] >= clause.right[1]
    if alone and not verb and start < end and tie.kind in ("have", "equal"):
        thing, shown = _joined(thing, context.text(start, end)), start
    if not thing:
        return None
    indicator = _joined(verb, thing)
    return Statement(
        clause.number, clause, tie, indicator, indicator, verb, shown, max(clause.right[1], clause.number.end),
        vague=alone and not verb,
    )  # fmt: skip


def _verb(context: _Context, start: int, end: int) -> int | None:
    """Where the verb begins whose object the number and its noun are; None where the stretch ends in none."""
    folded = context.reading.folded
    words = wording.last_words(folded, start, end, 5)
    for begin, _ in words:
        if wording.at("action_verbs", context.reading, context.unit, begin, end) is not None:
            return begin
    agency = next((a for a in context.reading.agencies if a.start <= start < a.end), None)
    if agency is not None:
        start = agency.end
    if len(folded[start:end].split()) <= _LONGEST_VERB_PART:
        return start + len(folded[start:end]) - len(folded[start:end].lstrip())
    return None


def _bracketed(context: _Context, clause: Clause) -> Statement | None:
    """A value in a bracket after its indicator: "thông báo lưu trú (99,98%)", "(mục tiêu là 30%)"."""
    assert clause.outer is not None
    reading, unit, previous = context.reading, context.unit, context.previous
    folded = reading.folded
    tie = link(reading, unit, *clause.left)
    inner_start, inner_end = subject(reading, unit, clause.left[0], tie.start)
    outer_start, outer_end = clause.outer
    beyond = _BEYOND.search(folded, outer_start, outer_end)
    start, end = subject(reading, unit, outer_start, beyond.start() if beyond else outer_end)
    if previous is not None and outer_start <= previous.number.end and folded[previous.number.end : outer_end].strip():
        start = noun_start(reading, previous.number) if counted(previous.number) else start
    inner = context.text(inner_start, inner_end)
    outer = context.text(start, end)
    if previous is not None and outer and _COMPARED.match(folded, *clause.outer):
        outer = _joined(previous.base, outer)
    borrowed = not outer
    if not outer and previous is not None:
        outer = previous.base
    if inner and len(inner.split()) > 4:
        return _plain(replace(context, previous=None), clause)
    if counted(clause.number) and not inner:
        thing = context.text(noun_start(reading, clause.number), max(clause.right[1], clause.number.end))
        indicator = _joined(thing, outer)
    else:
        indicator = _joined(outer, inner)
    if not outer:
        return None
    number = clause.number
    if beyond:
        number = replace(
            number, comparator={"v": ">", "d": ">=" if "vuot" in beyond["how"] else "="}.get(beyond["how"][0], "=")
        )
    shown = clause.left[0] if borrowed else start
    return Statement(number, clause, tie, indicator, outer, "", shown, number.end, vague=borrowed)


def _ranking(context: _Context, said: Statement) -> Statement:
    """A place among the first: what "thuộc nhóm 50 nước dẫn đầu về Chính phủ điện tử" says is a rank in a topic."""
    folded, clause = context.reading.folded, said.clause
    topic = _TOPIC.search(folded, clause.number.end, max(clause.right[1], clause.number.end))
    start, end = subject(context.reading, context.unit, *clause.left)
    lead = _LEADS_TO_RANK.search(folded, start, end)
    who = context.text(start, lead.start() if lead else end)
    about = context.text(topic.start("topic"), topic.end("topic")) if topic else ""
    if not about and who and len(who.split()) > 3:
        about, who = who, ""
    if not about and context.previous is not None:
        base = context.previous.base
        return replace(said, indicator=base, base=base, vague=True)
    indicator = _joined("thứ hạng", about) + (f" của {who}" if who else "")
    return replace(
        said, indicator=indicator, base=indicator, start=min(start, said.start) if who or about else said.start
    )


def _shared_predicates(reading: Reading, found: list[Statement]) -> list[Statement]:
    """ "06 bộ và 07 địa phương chưa ban hành kế hoạch": the first count shares what is said of the second."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        between = reading.folded[max(one.number.end, one.clause.right[1]) : other.number.start]
        if (
            counted(one.number)
            and counted(other.number)
            and one.clause.right[0] >= one.clause.right[1]
            and between.strip() in ("va", ",", "cung", "cung voi")
            and other.clause.right[0] < other.clause.right[1]
            and not one.verb
        ):
            rest = reading.source.text[slice(*other.clause.right)]
            indicator = _joined(one.number.unit or "", " ".join(rest.split()))
            shared[index] = replace(one, indicator=indicator, base=indicator, vague=False)
    return shared


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


def _lower(name: str) -> str:
    """A name without the capital that it has as the first word of a sentence."""
    head = name.split(" ", 1)[0]
    return name[0].lower() + name[1:] if len(head) > 1 and head[1:].islower() and head not in _PROPER else name


_PROPER = frozenset(
    ("Việt", "Internet", "Chính", "Bộ", "Cổng", "Đảng", "Nhà", "Trục", "Quốc", "Ủy", "Thủ", "Đề", "Đà", "Hà")
)
