"""The forms in which a sentence gives a number: after its indicator, before what it counts, in a bracket, as a rank."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import fold
from loaders.measures import counts, predicates, tallies
from loaders.measures.counting import counted
from loaders.measures.counts import COMPARED, EVERYWHERE, TO_THE_GOAL
from loaders.measures.indicators import subject, without_times
from loaders.measures.links import Link, link
from loaders.measures.parts import of_part
from loaders.measures.predicates import PLAN, WORTH
from loaders.measures.ranks import leading, placed
from loaders.measures.statements import Context, Statement, joined, noun_start
from loaders.measures.stretches import Clause, body
from loaders.measures.sums import RATE, is_money
from loaders.reading import Number
from loaders.tables import values
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spelled

_WHOLE = 100  # per cent
_BARE = 2  # words of a subject that tells little
_NO_NOUN = re.compile(
    r"\s*(?:gdp|grdp|nam\s+\d+|hang\s+nam|trung binh|binh quan|(?:ma|do|duoc)\s[^,;]*\b(?:giao|dat ra|de ra))\b"
    r"|\s*\Z|\s*[,./]"
)
_BEYOND = re.compile(
    r"\s+(?P<how>dat\s+va\s+vuot|vuot|dat|hoan\s+thanh)\s+(?:muc\s+)?"
    r"(?:muc\s+tieu|chi\s+tieu|ke\s+hoach|du\s+toan)\b[^,;]*\Z"
)
_ROUGHLY = Pattern(
    r"\b(?:(?:hơn |gần |quá |khoảng )?(?:(?:một )?nửa|(?:một|hai|ba) phần (?:hai|ba|tư|năm))|phần lớn|đa số)\s*$"
)
_MARK = re.compile(r"[,;:]|\.(?=\s|\Z)")
_IS = Pattern(r".*(?<!sơn )\blà\s+")
_TOPIC = Pattern(r"\bvề\s+(?P<topic>[^,;.()]+)")
_THAN = Pattern(r"\b(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém) hơn(?: so với)?|so với|vượt)\s+(?=\D*$)")
_NOW = Pattern(r"\s*(?:(?:hiện|hiện nay|hiện tại|đến nay|nay|mới|chỉ|mới chỉ|ước|được|đang|đã)\s+)+")
_AIMED = Pattern(r"\s*(?:phấn đấu|bảo đảm|đảm bảo|hướng tới)\b[^,;]{0,40}")
_OF_THESE = Pattern(r"\s*trong (?:tổng )?số (?:này|đó|trên|ấy)\s")
_GOAL_TOLD = Pattern(
    r"\s*,?\s*(?:trong khi(?: đó)?|còn|so với|nhưng)?,?\s*(?:mục tiêu|chỉ tiêu|kế hoạch)\b(?! của [A-ZĐ])"
)
_TO_A_PLAN = Pattern(r"\b(?:vượt|đạt|hụt|(?:thấp|cao|ít|nhiều) hơn)\s+(?:mức\s+)?(?:kế hoạch|dự toán|kịch bản)\s*$")
_SET = Pattern(r"\s*(?:mà|do|được|đã)\s(?:[^,;]*\s)?(?:giao|đề ra|đặt ra)\b")
_IS_DONE = Pattern(r"\s*(?:được|bị|đã|chưa|không|đều)\s+\w")  # "92% thủ tục được rà soát, 45% được cắt giảm"
_FIRST_NOUN = Pattern(
    r"(?:(?!(?:với|diễn ra|được|đã|là|có|tiếp tục|đạt|đang)\b)\w+\s+){1,7}(?=(?:với|diễn ra|được|đã|tiếp tục|đang)\b)"
)


def read(context: Context, clause: Clause) -> Statement | None:
    """What a clause says of its number; None where it names nothing that the number could measure."""
    said = _bracketed(context, clause) if clause.outer else _plain(context, clause)
    if said is None:
        return None
    if _among_first(said.number):
        return leading(context, said)
    return placed(context, said) if said.link.kind == "rank" else said


def _among_first(number: Number) -> bool:
    """Whether a number is a place among so many: "nhóm 50 nước", but not "tối đa 3 cán bộ"."""
    bounded = fold(number.text).startswith(tuple(values("comparators")))
    return number.comparator == "<=" and not bounded and (counted(number) or number.unit == "hạng")


def _plain(context: Context, clause: Clause) -> Statement | None:
    sentence, number = context.sentence, clause.number
    tie = link(context.sentence, *clause.left)
    these = None if counted(number) else sentence.match(_OF_THESE, *clause.right)
    if these:  # "12.400 hồ sơ bị nghẽn, 85% trong số này đã xử lý xong"
        clause = replace(clause, right=(these.end(), clause.right[1]))
    if tie.kind == "equal" and _is_goal_told(context, clause, tie):
        return Statement(
            number,
            clause,
            tie,
            context.base,
            context.base,
            min(tie.verb, number.start),
            number.end,
            vague=True,
            beside=True,
        )
    multiple = tie.kind in ("equal", "change") or sentence.folded.startswith("gap", number.start)
    if number.unit == "lần" and multiple and tie.kind != "from":
        tie = Link("ratio", tie.start, tie.verb)
    if not tie.kind and sentence.folded.startswith("vuot", number.start):
        by = number.unit == "%" and number.value < _WHOLE and PLAN.match(sentence.folded, *clause.right) is not None
        tie = Link("change" if by else "equal", tie.start, tie.verb)
        number = replace(number, comparator="=") if by else number  # "vượt 12% kế hoạch"
        clause = replace(clause, number=number)
    of_them = not tie.kind and context.previous is not None and sentence.match(_IS_DONE, *clause.right) is not None
    steps = number.unit == "bậc" or RATE.match(sentence.folded, number.end) is not None
    if tie.kind == "from" and number.upper is not None and steps:
        tie = replace(tie, kind="change")  # "tăng từ 15% đến 20% mỗi năm"
    noun = counted(number) or of_them or not _nothing(sentence, *clause.right)
    noun = noun and not (tie.kind == "change" and sentence.folded.startswith("vuot", number.start))
    told = sentence.match(_SET, number.end, sentence.unit.end)
    to_a_plan = sentence.search(_TO_A_PLAN, *clause.left) if told else None
    if to_a_plan:  # "vượt kế hoạch 60% mà tỉnh giao", but "vượt kế hoạch 5%"
        return _beside(context, clause, replace(tie, kind="goal", start=to_a_plan.start()))
    if tie.kind == "goal" and not noun:
        return _beside(context, clause, tie)
    start, end = subject(context.sentence, clause.left[0], tie.start)
    if tie.kind == "equal" and _remains(context, clause, tie, start, end):
        tie = replace(tie, kind="have")
    if noun and tie.kind == "equal" and sentence.folded[clause.left[0] : tie.start].rstrip().endswith(","):
        start = end  # "…, đến 80% khách hàng": nothing stands before the link but another clause
    if start >= end and context.previous is None and tie.kind in ("equal", "ratio", "change", "from"):
        start, end = _earlier_subject(context, clause)
        start, end = (start, end) if start < end else _before_comma(context, clause, tie)
    own, named = start < end, start < end or bool(context.base)
    if tie.kind == "change" and not named and not noun:
        start, end, own, tie = tie.verb, clause.left[1], True, replace(tie, kind="equal")  # "tăng trưởng 7%/năm"
    share = not counted(number)
    colon = sentence.folded[tie.verb : tie.verb + 1] == ":"
    if tie.kind == "rank":
        follows = named
    elif tie.kind in ("equal", "ratio", "from") and not (colon and noun):
        since = sentence.folded[context.previous.number.end : number.start] if context.previous else ""
        at_once = "," in since or since.lstrip().startswith("va ")
        plan = PLAN.match(sentence.folded, *clause.right) is not None
        follows = own or (named and share and (not noun or plan or at_once or tie.kind == "ratio"))
        alone = not sentence.folded[slice(*without_times(sentence, *clause.right))].strip()
        follows = follows or (named and not share and alone)
        if noun and not own and sentence.folded.startswith(("den ", "toi "), tie.verb):
            follows = False  # "…, đến 80% khách hàng vẫn dùng tiền mặt"
        if noun and counted(number) and EVERYWHERE.fullmatch(sentence.folded, start, end):
            follows = False  # "toàn tỉnh duy trì 4.357 tổ công nghệ số"
        if noun and counted(number) and _is_bare(context, clause, start, end):
            follows = False  # "trọng tâm là 40 xã đã công bố tình huống khẩn cấp"
        shares = sentence.folded.startswith("chiem", tie.verb)
        if noun and number.unit == "%" and not shares and any(agency.start == start for agency in sentence.agencies):
            follows = False  # "Bộ Y tế đạt 100% dịch vụ công mức độ 4"
    elif tie.kind == "change":
        follows = own or (named and not noun)
    elif tie.kind == "have" and own and share and not noun and sentence.folded.startswith("voi", tie.verb):
        about = sentence.search(_TOPIC, start, end)  # "dẫn đầu về chỉ số cải cách với 90,1 điểm"
        start, follows = about.start("topic") if about else start, True
    else:
        follows = named and share and not of_them and (number.unit is None or (not tie.kind and not noun))
    read = predicates.read if follows else counts.read
    return read(context, clause, tie, start, end)


def _nothing(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing that a number could be a share of begins a stretch."""
    return _NO_NOUN.match(sentence.folded, start, end) is not None or sentence.first("no_nouns", start, end) is not None


def _is_bare(context: Context, clause: Clause, start: int, end: int) -> bool:
    """Whether a subject tells less of what is counted than what follows the number."""
    folded = context.sentence.folded
    words = context.sentence.occurrences("finite_words", *clause.right)
    told = any(folded[begin:stop] in ("da", "duoc", "dang") for begin, stop, _ in words)
    headed = context.sentence.occurrences("indicator_heads", start, end) or context.name(start, end).startswith(
        ("số ", "Số ")
    )
    return told and not headed and start < end and len(context.name(start, end).split()) <= _BARE


def _is_goal_told(context: Context, clause: Clause, tie: Link) -> bool:
    """Whether a clause names the goal of what was just measured: "…, trong khi chỉ tiêu đề ra cho cả năm là 50%"."""
    previous, sentence = context.previous, context.sentence
    if previous is None or counted(clause.number) or _scale(previous.number) != _scale(clause.number):
        return False
    told = sentence.match(_GOAL_TOLD, clause.left[0], tie.start)
    return told is not None and not sentence.occurrences("indicator_heads", told.start(), tie.start)


def _scale(number: Number) -> str | None:
    """The unit; of a share without what it is a share of: "% GRDP" is "%"."""
    return "%" if (number.unit or "").startswith("% ") else number.unit


def _compared(context: Context, start: int, end: int, other: str) -> str:
    """What a value in a bracket is of that something is set against: "chỉ số của tỉnh cao hơn mức bình quân (0,52)"."""
    if any(other.lower().startswith(head) for head in spelled("indicator_heads")):
        return other
    mine = context.name(start, end)
    head = next((mine.partition(of)[0] for of in (" của ", " cua ") if of in mine), mine)
    return joined(head, other.removeprefix("mức ").removeprefix("muc "))


def _remains(context: Context, clause: Clause, tie: Link, start: int, end: int) -> bool:
    """Whether there still are such things: "cả nước còn 266 thôn chưa có sóng", "tỉnh duy trì 40 tổ lưu động"."""
    sentence = context.sentence
    still = sentence.folded.startswith("con ", tie.verb)
    still = still and (clause.right[0] < clause.right[1] or (start >= end and context.previous is not None))
    still = still or sentence.folded.startswith("duy tri ", tie.verb)
    return still and counted(clause.number) and not sentence.occurrences("indicator_heads", start, end)


def _beside(context: Context, clause: Clause, tie: Link) -> Statement | None:
    """A goal named beside what was measured: "đạt 45% nhưng chưa đạt mục tiêu 80%"."""
    lead = context.sentence.search(TO_THE_GOAL, clause.left[0], tie.start)
    base = ""
    if lead and context.previous is None:
        base = context.name(*subject(context.sentence, clause.left[0], lead.start()))
    base = base or context.base
    if not base:
        return None
    number = clause.number
    return Statement(number, clause, tie, base, base, min(tie.verb, number.start), number.end, vague=True, beside=True)


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


def _bracketed(context: Context, clause: Clause) -> Statement | None:
    """A value in a bracket after its indicator: "thông báo lưu trú (99,98%)", "(mục tiêu là 30%)"."""
    assert clause.outer is not None
    sentence, previous, number = context.sentence, context.previous, clause.number
    if rough := _roughly(sentence, clause):
        return _plain(context, rough)
    tie = link(context.sentence, *clause.left)
    inner = context.name(*subject(context.sentence, clause.left[0], tie.start))
    full = counted(number) and len(sentence.folded[slice(*clause.right)].split()) > 1
    if full or len(inner.split()) > 4:
        return _plain(replace(context, previous=None, base=""), clause)
    beyond = _BEYOND.search(sentence.folded, *clause.outer)
    start, end = subject(context.sentence, clause.outer[0], beyond.start() if beyond else clause.outer[1])
    equated = sentence.match(_IS, start, end)
    start = equated.end() if equated else start
    outer = context.name(start, end)
    than = sentence.search(_THAN, start, end)
    if than and len(outer.split()) > _BARE:
        outer = _compared(context, start, than.start(), context.name(than.end(), end))
    elif previous is not None and previous.clause.outer and outer.startswith(("của ", "cua ")):
        outer = of_part(previous.base, outer)  # "chỉ số của vùng (0,52) và của cả nước (0,49)"
    named = sentence.folded[slice(*clause.outer)].startswith(",") or clause.outer[0] < clause.outer[1]
    borrowed = previous is not None and (clause.outer[0] < previous.number.end or not named or not outer)
    if borrowed and previous is not None:
        named_before = previous.link.kind in ("equal", "rank") and len(previous.indicator.split()) > _BARE
        if counted(previous.number) and number.unit == "%" and tie.kind != "goal" and not named_before:
            start, borrowed = noun_start(sentence.reading, previous.number), False  # "2 dịch vụ công liên thông (100%)"
            outer = joined(previous.verb, context.name(start, end)) or previous.indicator
            outer = previous.indicator if tallies.is_one(sentence, previous.number) else outer
        else:
            outer = previous.indicator
    elif previous is not None and outer and COMPARED.match(sentence.folded, *clause.outer):
        outer = joined(previous.base, outer)
    outer = outer or context.base
    if not outer:
        return None
    thing = (
        context.name(noun_start(context.sentence.reading, number), max(clause.right[1], number.end))
        if counted(number)
        else ""
    )
    if tie.kind == "change":
        inner = context.name(tie.verb, clause.left[1])
    inner = "" if set(inner.split()) <= set(outer.split()) else inner
    worth = sentence.printed(tie.verb, clause.left[1]).lower() if is_money(number) else ""
    worth = worth if worth in WORTH else ""
    if not inner and not worth and not borrowed and previous is not None and previous.number.unit == number.unit:
        label = previous.indicator.removesuffix(previous.base).strip() if previous.clause.outer else ""
        worth = label if label in WORTH else ""  # "A (trị giá 3 tỷ), B (2 tỷ)"
    indicator = joined(outer, inner) if inner else joined(worth, thing, outer)
    if beyond:
        exceeds = "vuot" in beyond["how"]
        number = replace(number, comparator=">" if beyond["how"] == "vuot" else ">=" if exceeds else "=")
    shown = min(context.sentence.content(*clause.left) if borrowed else start, number.start)
    beside = tie.kind == "goal"
    return Statement(number, clause, tie, indicator, outer, shown, number.end, vague=borrowed, beside=beside)


# ── stretches ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _before_comma(context: Context, clause: Clause, tie: Link) -> tuple[int, int]:
    """What "…, hiện được định giá 1,3 tỷ USD", "…, phấn đấu hết quý IV đạt 85%" is said of: what the comma closes."""
    sentence = context.sentence
    folded, unit = sentence.folded, sentence.unit
    comma = folded.rfind(",", unit.start, tie.verb)
    if comma < 0:
        return comma, comma
    if not counted(clause.number) and sentence.fullmatch(_AIMED, comma + 1, tie.verb):
        return sentence.content(max(body(sentence), clause.left[0]), comma), comma
    if sentence.fullmatch(_NOW, comma + 1, tie.verb) is None:
        return comma, comma
    opening = folded.rfind("(", unit.start, comma)
    end = opening if opening >= 0 and folded[unit.start : comma].rstrip().endswith(")") else comma
    return subject(sentence, max(folded.rfind(mark, unit.start, end) + 1 for mark in ";:") or unit.start, end)


def _earlier_subject(context: Context, clause: Clause) -> tuple[int, int]:
    """What the part of the sentence before a colon or a semicolon is about, for a part without a subject."""
    folded = context.sentence.folded
    mark = clause.left[0] - 1
    if mark <= context.sentence.unit.start or folded[mark] not in ":;":
        return mark, mark
    begin = (
        max(folded.rfind(sign, context.sentence.unit.start, mark) for sign in ":;.") + 1 or context.sentence.unit.start
    )
    about = context.sentence.search(_TOPIC, begin, mark)
    if folded[mark] == ":" and about:
        return subject(context.sentence, about.start("topic"), mark)
    start, end = subject(context.sentence, begin, mark)
    first = context.sentence.match(_FIRST_NOUN, start, end)
    heads = context.sentence.occurrences("indicator_heads", start, end) if folded[mark] == ":" else []
    if heads and heads[0][0] == start:
        return start, end  # "Tỷ lệ …: năm 2023 là 84%; năm 2024 là 88%"
    return (start, first.end()) if first else (mark, mark)
