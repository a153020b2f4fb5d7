"""A value in a bracket after its indicator: "thông báo lưu trú (99,98%)", "(mục tiêu là 30%)"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.measures import linked_values, tallies
from loaders.measures.counting import counted
from loaders.measures.counts import COMPARED
from loaders.measures.indicators import subject
from loaders.measures.linked_values import BARE
from loaders.measures.links import Link, link
from loaders.measures.parts import of_part
from loaders.measures.predicates import WORTH
from loaders.measures.statements import Context, Statement, joined, noun_start
from loaders.measures.stretches import Clause
from loaders.measures.sums import is_money
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spelled

_SHORT = 4  # words of what a bracket says of its value
_BEYOND = re.compile(
    r"\s+(?P<how>dat\s+va\s+vuot|vuot|dat|hoan\s+thanh)\s+(?:muc\s+)?"
    r"(?:muc\s+tieu|chi\s+tieu|ke\s+hoach|du\s+toan)\b[^,;]*\Z"
)
_ROUGHLY = Pattern(
    r"\b(?:(?:hơn |gần |quá |khoảng )?(?:(?:một )?nửa|(?:một|hai|ba) phần (?:hai|ba|tư|năm))|phần lớn|đa số)\s*$"
)
_MARK = re.compile(r"[,;:]|\.(?=\s|\Z)")
_IS = Pattern(r".*(?<!sơn )\blà\s+")
_THAN = Pattern(r"\b(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém) hơn(?: so với)?|so với|vượt)\s+(?=\D*$)")


def _compared(context: Context, start: int, end: int, other: str) -> str:
    """What a value in a bracket is of that something is set against: "chỉ số của tỉnh cao hơn mức bình quân (0,52)"."""
    if any(other.lower().startswith(head) for head in spelled("indicator_heads")):
        return other
    mine = context.name(start, end)
    head = next((mine.partition(of)[0] for of in (" của ", " cua ") if of in mine), mine)
    return joined(head, other.removeprefix("mức ").removeprefix("muc "))


def _roughly(sentence: Sentence, clause: Clause) -> Clause | None:
    """ "hơn một nửa (52%) thành viên là …": the share in the bracket as if it stood in the place of the words."""
    opened = clause.outer[1] if clause.outer else clause.number.start
    closed = sentence.folded.find(")", clause.number.end, sentence.unit.end)
    said = clause.number.unit == "%" and closed >= 0 and clause.outer and sentence.search(_ROUGHLY, *clause.outer)
    if not said:
        return None
    end = _MARK.search(sentence.folded, closed + 1, sentence.unit.end)
    right = (closed + 1, end.start() if end else sentence.unit.end)
    return replace(clause, left=(opened, opened), right=right, bracket=None, outer=None)


def read(context: Context, clause: Clause) -> Statement | None:
    """What a value in a bracket measures, named before the bracket, within it, or with the number before."""
    assert clause.outer is not None
    sentence, number = context.sentence, clause.number
    if rough := _roughly(sentence, clause):
        return linked_values.read(context, rough)
    tie = link(sentence, *clause.left)
    inner = context.name(*subject(sentence, clause.left[0], tie.start))
    full = counted(number) and len(sentence.folded[slice(*clause.right)].split()) > 1
    if full or len(inner.split()) > _SHORT:
        return linked_values.read(replace(context, previous=None, base=""), clause)
    beyond = _BEYOND.search(sentence.folded, *clause.outer)
    start, end = subject(sentence, clause.outer[0], beyond.start() if beyond else clause.outer[1])
    equated = sentence.match(_IS, start, end)
    start = equated.end() if equated else start
    outer, start, borrowed = _named(context, clause, tie, start, end)
    if not outer:
        return None
    if beyond:
        exceeds = "vuot" in beyond["how"]
        number = replace(number, comparator=">" if beyond["how"] == "vuot" else ">=" if exceeds else "=")
    indicator = _with_label(context, clause, tie, outer, inner, borrowed=borrowed)
    shown = min(sentence.content(*clause.left) if borrowed else start, number.start)
    beside = tie.kind == "goal"
    return Statement(number, clause, tie, indicator, outer, shown, number.end, vague=borrowed, beside=beside)


def _named(context: Context, clause: Clause, tie: Link, start: int, end: int) -> tuple[str, int, bool]:
    """What is named before a bracket, where that begins, and whether it is borrowed from the number before."""
    assert clause.outer is not None
    sentence, previous = context.sentence, context.previous
    outer = context.name(start, end)
    than = sentence.search(_THAN, start, end)
    if than and len(outer.split()) > BARE:
        outer = _compared(context, start, than.start(), context.name(than.end(), end))
    elif previous is not None and previous.clause.outer and outer.startswith(("của ", "cua ")):
        outer = of_part(previous.base, outer)  # "chỉ số của vùng (0,52) và của cả nước (0,49)"
    if previous is None:
        return outer or context.base, start, False
    empty = clause.outer[0] >= clause.outer[1]
    if clause.outer[0] >= previous.number.end and not empty and outer:
        if COMPARED.match(sentence.folded, *clause.outer):
            outer = joined(previous.base, outer)
        return outer, start, False
    named_before = previous.link.kind in ("equal", "rank") and len(previous.indicator.split()) > BARE
    if not counted(previous.number) or clause.number.unit != "%" or tie.kind == "goal" or named_before:
        return previous.indicator or context.base, start, True
    start = noun_start(sentence.reading, previous.number)  # "2 dịch vụ công liên thông (100%)"
    outer = joined(previous.verb, context.name(start, end)) or previous.indicator
    outer = previous.indicator if tallies.is_one(sentence, previous.number) else outer
    return outer or context.base, start, False


def _with_label(context: Context, clause: Clause, tie: Link, outer: str, inner: str, *, borrowed: bool) -> str:
    """What is named before a bracket with what the bracket says of its value: "(trị giá 3 tỷ)", "(tăng 5%)"."""
    sentence, previous, number = context.sentence, context.previous, clause.number
    if tie.kind == "change":
        inner = context.name(tie.verb, clause.left[1])
    if not set(inner.split()) <= set(outer.split()):
        return joined(outer, inner)
    worth = sentence.printed(tie.verb, clause.left[1]).lower() if is_money(number) else ""
    worth = worth if worth in WORTH else ""
    if not worth and not borrowed and previous is not None and previous.number.unit == number.unit:
        label = previous.indicator.removesuffix(previous.base).strip() if previous.clause.outer else ""
        worth = label if label in WORTH else ""  # "A (trị giá 3 tỷ), B (2 tỷ)"
    noun = (noun_start(sentence.reading, number), max(clause.right[1], number.end))
    return joined(worth, context.name(*noun) if counted(number) else "", outer)
