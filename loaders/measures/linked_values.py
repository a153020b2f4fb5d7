"""A value that a verb, a colon or nothing links to its indicator before it, or to what it counts behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.measures import counts, exceeded, predicates, ranks
from loaders.measures.count_words import EVERYWHERE
from loaders.measures.counting import counted
from loaders.measures.counts import TO_THE_GOAL
from loaders.measures.indicators import subject, without_times
from loaders.measures.links import Link, link
from loaders.measures.predicates import PLAN
from loaders.measures.statements import Context, Statement
from loaders.measures.stretches import Clause, body
from loaders.measures.sums import RATE
from loaders.measures.time_spans import TIMES
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

BARE = 2  # words of a subject that tells little
_WHOLE = 100  # per cent
_NO_NOUN = re.compile(
    r"\s*(?:gdp|grdp|nam\s+\d+|hang\s+nam|trung binh|binh quan|(?:ma|do|duoc|tinh|trung uong)\s(?:[^,;]*\s)?"
    r"(?:giao|dat ra|de ra))\b"
    r"|\s*\Z|\s*[,./]|\s*\((?:[^()]*\d|(?:quy|thang|nam|ky)\b)[^()]*\)\s*(?:[,;.]|va\b|len\b|con\b|xuong\b|\Z)"
)
_TIME = re.compile(r"[,;] (?=thoi gian [^,;]*\Z)")
_TOPIC = Pattern(r"\bvề\s+(?P<topic>[^,;.()]+)")
_NOW = Pattern(r"\s*(?:(?:hiện|hiện nay|hiện tại|đến nay|nay|mới|chỉ|mới chỉ|ước|được|đang|đã)\s+)+")
_AIMED = Pattern(r"\s*(?:phấn đấu|bảo đảm|đảm bảo|hướng tới)\b[^,;]{0,40}")
_OF_THESE = Pattern(r"\s*trong (?:tổng )?số (?:này|đó|trên|ấy)\s")
_GOAL_TOLD = Pattern(
    r"\s*,?\s*(?:trong khi(?: đó)?|còn|so với|nhưng)?,?\s*(?:mục tiêu|chỉ tiêu|kế hoạch)\b(?! của [A-ZĐ])"
)
_TO_A_PLAN = Pattern(
    r"\b(?:vượt|đạt|hụt|chạm|gần|cách(?: xa)?|so với|(?:thấp|cao|ít|nhiều) hơn)\s+(?:xa\s+)?"
    r"(?:(?:mức\s+)?(?:kế hoạch|dự toán|kịch bản)|mốc|mức|ngưỡng|con số)\s*$"
)
_SET = Pattern(r"\s*(?:(?:mà|do|được|đã)\s(?:[^,;]*\s)?(?:giao|đề ra|đặt ra)|đề ra|đặt ra)\b")
_IS_DONE = Pattern(r"\s*(?:được|bị|đã|đang|chưa|không|đều)\s+\w")  # "92% thủ tục được rà soát, 45% được cắt giảm"
_CARRIES_OUT = Pattern(r"(?:(?:tập trung|phấn đấu|phải|cần|sẽ|hoàn thành|triển khai|thực hiện|đẩy mạnh)\s+)+")
_LEAST_WORK = 3  # words
_FIRST_NOUN = Pattern(
    r"(?:(?!(?:với|diễn ra|được|đã|là|có|tiếp tục|đạt|đang)\b)\w+\s+){1,7}(?=(?:với|diễn ra|được|đã|tiếp tục|đang)\b)"
)


def read(context: Context, clause: Clause) -> Statement | None:
    """What a clause says of its number outside a bracket: by the indicator before it, or by the counted behind it."""
    sentence = context.sentence
    tie = link(sentence, *clause.left)
    if told := exceeded.read(context, clause) or ranks.score(context, clause):
        return told
    these = None if counted(clause.number) else sentence.match(_OF_THESE, *clause.right)
    if these:  # "12.400 hồ sơ bị nghẽn, 85% trong số này đã xử lý xong"
        clause = replace(clause, right=(these.end(), clause.right[1]))
    if tie.kind == "equal" and _is_goal_told(context, clause, tie):
        return _goal(clause, tie, context.base)
    clause, tie = _linked(sentence, clause, tie)
    number = clause.number
    rest = not tie.kind or sentence.folded.startswith("con ", tie.verb)  # "28% đang triển khai, còn 35% chưa quan tâm"
    of_them = rest and context.previous is not None and sentence.match(_IS_DONE, *clause.right) is not None
    tie = replace(tie, kind="") if of_them else tie
    steps = number.unit == "bậc" or RATE.match(sentence.folded, number.end) is not None
    if tie.kind == "from" and number.upper is not None and steps:
        tie = replace(tie, kind="change")  # "tăng từ 15% đến 20% mỗi năm"
    noun = counted(number) or of_them or not _nothing(sentence, *clause.right)
    noun = noun and not (tie.kind == "change" and sentence.folded.startswith("vuot", number.start))
    set_by = sentence.match(_SET, number.end, sentence.unit.end)
    to_a_plan = sentence.search(_TO_A_PLAN, *clause.left) if set_by else None
    if to_a_plan:  # "vượt kế hoạch 60% mà tỉnh giao", but "vượt kế hoạch 5%"
        return _beside(context, clause, replace(tie, kind="goal", start=to_a_plan.start()))
    if tie.kind == "goal" and not noun:
        return _beside(context, clause, tie)
    start, end, tie = _stretch_before(context, clause, tie, noun=noun)
    share = not counted(number)
    if tie.kind == "have" and start < end and share and not noun and sentence.folded.startswith("voi", tie.verb):
        about = sentence.search(_TOPIC, start, end)  # "dẫn đầu về chỉ số cải cách với 90,1 điểm"
        return predicates.read(context, clause, tie, about.start("topic") if about else start, end)
    follows = _follows(context, clause, tie, start, end, noun=noun, of_them=of_them)
    return (predicates.read if follows else counts.read)(context, clause, tie, start, end)


def _goal(clause: Clause, tie: Link, base: str) -> Statement:
    """A goal named beside what was measured, of which the indicator is told before."""
    number = clause.number
    return Statement(number, clause, tie, base, base, min(tie.verb, number.start), number.end, vague=True, beside=True)


def _linked(sentence: Sentence, clause: Clause, tie: Link) -> tuple[Clause, Link]:
    """A clause and its link where the number's own words say how it is linked: "gấp", "vượt"."""
    number = clause.number
    multiple = tie.kind in ("equal", "change") or sentence.folded.startswith("gap", number.start)
    if number.unit == "lần" and multiple and tie.kind != "from":
        tie = Link("ratio", tie.start, tie.verb)
    bound = not tie.kind and number.comparator == "<="
    if number.unit in TIMES and (bound or tie.kind in ("from", "equal")):
        time = _TIME.search(sentence.folded, clause.left[0], clause.left[1] if bound else tie.start)
        clause = replace(clause, left=(time.end(), clause.left[1])) if time else clause
    if number.unit in TIMES and bound:
        tie = replace(tie, kind="equal")  # "giữ thông suốt, thời gian khắc phục không quá 2 giờ"
    if tie.kind or not sentence.folded.startswith("vuot", number.start):
        return clause, tie
    by = number.unit == "%" and number.value < _WHOLE and PLAN.match(sentence.folded, *clause.right) is not None
    number = replace(number, comparator="=") if by else number  # "vượt 12% kế hoạch"
    return replace(clause, number=number), Link("change" if by else "equal", tie.start, tie.verb)


def _stretch_before(context: Context, clause: Clause, tie: Link, *, noun: bool) -> tuple[int, int, Link]:
    """The stretch before a number that may name its indicator, empty where none does, and the link as that makes it.

    `noun` says that what the number counts, or is a share of, follows it.
    """
    sentence = context.sentence
    start, end = subject(sentence, clause.left[0], tie.start)
    if tie.kind == "equal" and _remains(context, clause, tie, start, end):
        tie = replace(tie, kind="have")
    if noun and tie.kind == "equal" and sentence.folded[clause.left[0] : tie.start].rstrip().endswith(","):
        start = end  # "…, đến 80% khách hàng": nothing stands before the link but another clause
    if start >= end and context.previous is None and tie.kind in ("equal", "ratio", "change", "from"):
        start, end = _earlier_subject(context, clause)
        start, end = (start, end) if start < end else _before_comma(context, clause, tie)
    if tie.kind == "change" and start >= end and not context.base and not noun:
        return tie.verb, clause.left[1], replace(tie, kind="equal")  # "tăng trưởng 7%/năm"
    return start, end, tie


def _follows(context: Context, clause: Clause, tie: Link, start: int, end: int, *, noun: bool, of_them: bool) -> bool:
    """Whether a number follows its indicator, named in a stretch before it or with the number before."""
    sentence, number, share = context.sentence, clause.number, not counted(clause.number)
    own = start < end
    named = own or bool(context.base)
    if tie.kind == "rank":
        return named
    if tie.kind == "change":
        return own or (named and (not noun or _by_so_many(context, clause)))
    colon = sentence.folded[tie.verb : tie.verb + 1] == ":"
    if tie.kind not in ("equal", "ratio", "from") or (colon and noun):
        return named and share and not of_them and (number.unit is None or (not tie.kind and not noun))
    since = sentence.folded[context.previous.number.end : number.start] if context.previous else ""
    at_once = "," in since or since.lstrip().startswith("va ")
    plan = PLAN.match(sentence.folded, *clause.right) is not None
    alone = not sentence.folded[slice(*without_times(sentence, *clause.right))].strip()
    known = share and (not noun or plan or at_once or tie.kind == "ratio")
    before = context.previous  # "tăng từ 15.200 lên 186.000 hồ sơ"
    rises = before is not None and tie.kind == "equal" and before.link.kind == "from" and not at_once
    rises = rises and before is not None and before.number.unit in (None, number.unit)
    follows = own or (named and (known or rises or (not share and alone)))
    return follows and not (noun and _counts_what_follows(context, clause, tie, start, end))


def _by_so_many(context: Context, clause: Clause) -> bool:
    """Whether a count is by how many what was just counted changed: "… là 265.106 người, giảm 4.978 người"."""
    sentence, previous, number = context.sentence, context.previous, clause.number
    if previous is None or previous.number.unit != number.unit or previous.link.kind not in ("equal", "change"):
        return False
    rest = sentence.folded[slice(*without_times(sentence, *clause.right))].strip(" ,.;)")
    return not rest or rest.startswith(("so voi", "tuong ung", "tuong duong", "va "))


def _counts_what_follows(context: Context, clause: Clause, tie: Link, start: int, end: int) -> bool:
    """Whether a number linked to a stretch before it is still one of what follows it."""
    sentence, number, own = context.sentence, clause.number, start < end
    if not own and sentence.folded.startswith(("den ", "toi "), tie.verb):
        return True  # "…, đến 80% khách hàng vẫn dùng tiền mặt"
    if counted(number) and EVERYWHERE.fullmatch(sentence.folded, start, end):
        return True  # "toàn tỉnh duy trì 4.357 tổ công nghệ số"
    if counted(number) and _is_bare(context, clause, start, end):
        return True  # "trọng tâm là 40 xã đã công bố tình huống khẩn cấp"
    shares = sentence.folded.startswith("chiem", tie.verb)
    # "Bộ Y tế đạt 100% dịch vụ công mức độ 4"
    return number.unit == "%" and not shares and any(agency.start == start for agency in sentence.agencies)


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
    return told and not headed and start < end and len(context.name(start, end).split()) <= BARE


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
    return _goal(clause, tie, base) if base else None


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


def _work(sentence: Sentence, clause: Clause, start: int, mark: int) -> tuple[int, int] | None:
    """The work before a colon behind which its steps stand by time: "Sở cấp thẻ cho dân: quý III đạt 70%, …"."""
    opens = sentence.content(*clause.left)
    if not any(one.start <= opens < one.end for one in sentence.times(opens, clause.number.start)):
        return None
    start = sentence.content(max(start, body(sentence)), mark)
    start = next((one.end for one in sentence.agencies if one.start == start and one.end < mark), start)
    done = sentence.match(_CARRIES_OUT, start, mark)
    start = sentence.content(done.end() if done else start, mark)
    return (start, mark) if len(sentence.folded[start:mark].split()) >= _LEAST_WORK else None


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
    if folded[mark] == ":" and (work := _work(context.sentence, clause, begin, mark)):
        return work
    start, end = subject(context.sentence, begin, mark)
    first = context.sentence.match(_FIRST_NOUN, start, end)
    heads = context.sentence.occurrences("indicator_heads", start, end) if folded[mark] == ":" else []
    if heads and heads[0][0] == start:
        return start, end  # "Tỷ lệ …: năm 2023 là 84%; năm 2024 là 88%"
    return (start, first.end()) if first else (mark, mark)
