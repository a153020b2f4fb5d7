"""The forms in which a sentence gives a number: after its indicator, before what it counts, in a bracket, as a rank."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.indicators import subject
from loaders.links import Link, link
from loaders.ranks import leading, placed
from loaders.statements import Context, Statement, counted, joined, noun_start
from loaders.stretches import Clause

_PLAN = re.compile(r"\s*(?:muc tieu|ke hoach|du toan|chi tieu|kich ban|dinh muc)\b")
_NO_NOUN = re.compile(
    r"\s*(?:so\s+voi|trong|cua|tren|o|tai|cho|ve|tu|den|vao|nam|moi|va|thi|la|vi|do|nen|hang|trung binh|binh quan|"
    r"ma|nhu|gdp|grdp|theo|dang|da|se)\b|\s*\Z|\s*[,./]"
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
_THAN = re.compile(r"\s*so\s+voi\b")
_MEAN = re.compile(r"(?:muc\s+|con so\s+)?(?:trung binh|binh quan)\b")
_PART = re.compile(r"(?:cua|doi voi|muc|muc do|cap|o|tai|khu vuc|nhom|vung|quy|rieng)\b")
_IS = re.compile(r".*\bla\s+", re.DOTALL)
_EVERYWHERE = re.compile(r"\s*(?:ca nuoc|toan (?:quoc|tinh|thanh pho|nganh|huyen|xa)|nuoc ta|viet nam)(?: hien)?\s*")
_TOPIC = re.compile(r"\bve\s+(?P<topic>[^,;.()]+)")
_NEW_CLAUSE = re.compile(
    r",\s*(?:day|do|nay|trong|gop|dat|tang|giam|vuot|cao|thap|gap|bang|chiem|la|tu|voi|qua|giup|tao|theo|ke ca|sau|"
    r"truoc|trong do|dong thoi|con|chua|bao gom|nham|de|rieng|dac biet|hoan thanh|lan dau|muc tieu|phan dau|du kien|ong|ba|lanh dao|"
    r"bo truong|thu truong|pho|chu tich|dai dien)\b"
)
_SERVES = re.compile(r"\s+(?:cua|theo|tai|ma)\s*\Z")
_FIRST_NOUN = re.compile(
    r"(?:(?!(?:voi|dien ra|duoc|da|la|co|tiep tuc|dat|dang)\b)\w+\s+){1,7}(?=(?:voi|dien ra|duoc|da|tiep tuc|dang)\b)"
)
_PARTICLES = re.compile(r"\s+(?:them|duoc|ra|moi|len|ve|cho|toi|den|khoang)\s*\Z")
_ASPECT = re.compile(r"(?:(?:da|dang|cung|vua|se)\s+)+")
_LONGEST_VERB_PART = 8
_SHORT_PART = 4  # words of a subject that only names a part of the indicator before it


def read(context: Context, clause: Clause) -> Statement | None:
    """What a clause says of its number; None where it names nothing that the number could measure."""
    said = _bracketed(context, clause) if clause.outer else _plain(context, clause)
    if said is None:
        return None
    if said.number.comparator == "<=" and (counted(said.number) or said.number.unit == "hạng"):
        return leading(context, said)
    return placed(context, said) if said.link.kind == "rank" else said


def _plain(context: Context, clause: Clause) -> Statement | None:
    sentence, number = context.sentence, clause.number
    tie = link(context.sentence, *clause.left)
    if number.unit == "lần" and tie.kind in ("", "equal", "change"):
        tie = Link("ratio", tie.start, tie.verb)
    noun = counted(number) or _NO_NOUN.match(sentence.folded, *clause.right) is None
    if tie.kind == "goal" and not noun:
        return _beside(context, clause, tie)
    start, end = subject(context.sentence, clause.left[0], tie.start)
    if tie.kind == "equal" and _remains(context, clause, tie, start, end):
        tie = replace(tie, kind="have")
    if noun and tie.kind == "equal" and sentence.folded[clause.left[0] : tie.start].rstrip().endswith(","):
        start = end  # "…, đến 80% khách hàng": nothing stands before the link but another clause
    if start >= end and context.previous is None and tie.kind in ("equal", "ratio", "change", "from"):
        start, end = _earlier_subject(context, clause)
    own, named = start < end, start < end or bool(context.base)
    share = not counted(number)
    colon = sentence.folded[tie.verb : tie.verb + 1] == ":"
    if tie.kind == "rank":
        follows = named
    elif tie.kind in ("equal", "ratio", "from") and not (colon and noun):
        at_once = context.previous is not None and "," in sentence.folded[context.previous.number.end : number.start]
        plan = _PLAN.match(sentence.folded, *clause.right) is not None
        follows = own or (named and share and (not noun or plan or at_once or tie.kind == "ratio"))
        follows = follows or (named and not share and clause.right[0] >= clause.right[1])
    elif tie.kind == "change":
        follows = own or (named and not noun)
    elif tie.kind == "have" and own and share and not noun and sentence.folded.startswith("voi", tie.verb):
        about = _TOPIC.search(sentence.folded, start, end)  # "dẫn đầu về chỉ số cải cách với 90,1 điểm"
        start, follows = about.start("topic") if about else start, True
    else:
        follows = named and share and (number.unit is None or (not tie.kind and not noun))
    return _after(context, clause, tie, start, end) if follows else _before(context, clause, tie, start, end)


def _remains(context: Context, clause: Clause, tie: Link, start: int, end: int) -> bool:
    """Whether "còn" says that there still are such things: "cả nước còn 266 thôn chưa có sóng"."""
    sentence = context.sentence
    if (
        not counted(clause.number)
        or not sentence.folded.startswith("con ", tie.verb)
        or clause.right[0] >= clause.right[1]
    ):
        return False
    return not sentence.occurrences("indicator_heads", start, end)


def _after(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 9% so với năm 2017"."""
    folded, previous = context.sentence.folded, context.previous
    base = context.name(start, end)
    shown = start if base else context.sentence.content(clause.left[0], clause.number.start)
    if base and previous is not None and _MEAN.match(folded, start, end):
        base = joined(previous.base, base.removeprefix("mức ").removeprefix("con số "))
    elif base and previous is not None and _PART.match(folded, start, end) and len(base.split()) <= _SHORT_PART:
        whole = previous.base.rpartition(" của ")[0] if base.startswith("của ") else ""
        base = joined(whole or previous.base, base)
    base = base or context.base
    if not base:
        return None
    indicator = base
    if tie.kind == "change":
        indicator = joined(base, context.name(tie.verb, clause.left[1]).removesuffix(" từ"))
    first, last = clause.right
    comma = folded.find(",", first, last)
    last = comma if comma >= 0 else last
    stop = clause.number.end
    complement = "" if counted(clause.number) else context.name(first, last)
    if tie.kind == "ratio" and not complement:
        complement = next((context.sentence.printed(p.start, p.end) for p in context.sentence.times(first, last)), "")
    number = clause.number
    if complement in ("GDP", "GRDP") and number.unit == "%":
        number, stop = replace(number, unit=f"% {complement}"), last
    elif 1 < len(complement.split()) <= 20 or complement.isupper():
        stop = last
        compared = tie.kind == "ratio" or _PLAN.match(folded, first, last)
        indicator = joined(indicator, "so với" if compared and not _THAN.match(folded, first, last) else "", complement)
    vague = start >= end or not tie.kind
    shown = min(shown, clause.number.start)
    done = None if tie.kind else context.sentence.last("counting_verbs", start, end)
    verb = context.name(done, end) if done is not None else ""
    return Statement(number, clause, tie, indicator, base, shown, stop, verb=verb, vague=vague and not verb)


def _before(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""
    sentence, number, previous = context.sentence, clause.number, context.previous
    first = noun_start(context.sentence.reading, number) if counted(number) else clause.right[0]
    stop = max(_end_of_clause(context, *clause.right), number.end)
    thing = context.name(first, stop)
    if not thing:
        return None
    since = previous.number.end if previous else clause.left[0]
    where = counted(number) and sentence.last("where_words", since, number.start) is not None
    verb, shown = "", number.start
    if tie.kind == "change":
        verb, shown = context.name(tie.verb, clause.left[1]), tie.verb
    elif not tie.kind and start < end and not where:
        begin = _verb(context, start, end)
        if begin is not None:
            verb, shown = context.name(begin, end), begin
    elif not tie.kind and previous is not None:
        verb = previous.verb
    alone = counted(number) and (number.end >= stop or _COMPARED.match(sentence.folded, number.end, stop) is not None)
    vague = alone and not verb
    indicator = joined(verb, thing)
    if alone and previous is not None and (number.unit or "").lower() in previous.base.lower():
        fits = previous.base.lower().startswith(verb.lower())
        indicator = joined("" if fits else verb, previous.base, context.name(number.end, stop))
    elif vague and tie.kind == "have" and (about := _bearer(context, tie, start, end)):
        indicator, shown, vague = joined(thing, about), start, False
    beside = tie.kind == "goal" and _TO_THE_GOAL.search(sentence.folded, clause.left[0], tie.start) is not None
    return Statement(
        number, clause, tie, indicator, indicator, shown, stop, verb=verb, vague=vague, beside=beside, where=where
    )


def _bearer(context: Context, tie: Link, start: int, end: int) -> str:
    """Whose the counted things are, or what was done with them: before "có", "với", and before "… của 15 bộ"."""
    if context.sentence.folded[tie.verb : tie.verb + 3] == "cua":
        for begin, _, strength in context.sentence.occurrences("measured_words", start, end):
            if strength == "strong":
                return context.name(begin, end)
    return "" if _EVERYWHERE.fullmatch(context.sentence.folded, start, end) else context.name(start, end)


def _verb(context: Context, start: int, end: int) -> int | None:
    """Where the verb begins whose object the number and its noun are; None where the stretch ends in none."""
    sentence = context.sentence
    particle = _PARTICLES.search(sentence.folded, start, end)
    for stop in (end, particle.start()) if particle else (end,):
        for table in ("action_verbs", "counting_verbs"):
            begin = context.sentence.last(table, start, stop, 5)
            if begin is not None:
                return begin
    ends = [agency.end for agency in sentence.agencies if start <= agency.start and agency.end <= end]
    start = max(ends, default=start)
    if len(sentence.folded[start:end].split()) > _LONGEST_VERB_PART:
        return None
    begin = sentence.content(start, end)
    aspect = _ASPECT.match(sentence.folded, begin, end)
    return aspect.end() if aspect else begin


def _beside(context: Context, clause: Clause, tie: Link) -> Statement | None:
    """A goal named beside what was measured: "đạt 45% nhưng chưa đạt mục tiêu 80%"."""
    lead = _TO_THE_GOAL.search(context.sentence.folded, clause.left[0], tie.start)
    base = ""
    if lead and context.previous is None:
        base = context.name(*subject(context.sentence, clause.left[0], lead.start()))
    base = base or context.base
    if not base:
        return None
    number = clause.number
    return Statement(number, clause, tie, base, base, min(tie.verb, number.start), number.end, vague=True, beside=True)


def _bracketed(context: Context, clause: Clause) -> Statement | None:
    """A value in a bracket after its indicator: "thông báo lưu trú (99,98%)", "(mục tiêu là 30%)"."""
    assert clause.outer is not None
    sentence, previous, number = context.sentence, context.previous, clause.number
    tie = link(context.sentence, *clause.left)
    inner = context.name(*subject(context.sentence, clause.left[0], tie.start))
    full = counted(number) and len(sentence.folded[slice(*clause.right)].split()) > 2
    if full or len(inner.split()) > 4:
        return _plain(replace(context, previous=None, base=""), clause)
    beyond = _BEYOND.search(sentence.folded, *clause.outer)
    start, end = subject(context.sentence, clause.outer[0], beyond.start() if beyond else clause.outer[1])
    equated = _IS.match(sentence.folded, start, end)
    start = equated.end() if equated else start
    outer = context.name(start, end)
    borrowed = previous is not None and (clause.outer[0] <= previous.number.end or clause.outer[0] == clause.outer[1])
    if borrowed and previous is not None:
        if counted(previous.number) and number.unit == "%" and tie.kind != "goal":
            start, borrowed = (
                noun_start(context.sentence.reading, previous.number),
                False,
            )  # "2 dịch vụ công liên thông (100%)"
            outer = context.name(start, end)
        else:
            outer = previous.indicator
    elif previous is not None and outer and _COMPARED.match(sentence.folded, *clause.outer):
        outer = joined(previous.base, outer)
    outer = outer or context.base
    if not outer:
        return None
    thing = (
        context.name(noun_start(context.sentence.reading, number), max(clause.right[1], number.end))
        if counted(number)
        else ""
    )
    inner = "" if set(inner.split()) <= set(outer.split()) else inner
    indicator = joined(outer, inner) if inner else joined(thing, outer)
    if beyond:
        exceeds = "vuot" in beyond["how"]
        number = replace(number, comparator=">" if beyond["how"] == "vuot" else ">=" if exceeds else "=")
    shown = min(context.sentence.content(*clause.left) if borrowed else start, number.start)
    beside = tie.kind == "goal"
    return Statement(number, clause, tie, indicator, outer, shown, number.end, vague=borrowed, beside=beside)


# ── stretches ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _earlier_subject(context: Context, clause: Clause) -> tuple[int, int]:
    """What the part of the sentence before a colon or a semicolon is about, for a part without a subject."""
    folded = context.sentence.folded
    mark = clause.left[0] - 1
    if mark <= context.sentence.unit.start or folded[mark] not in ":;":
        return mark, mark
    begin = (
        max(folded.rfind(sign, context.sentence.unit.start, mark) for sign in ":;.") + 1 or context.sentence.unit.start
    )
    about = _TOPIC.search(folded, begin, mark)
    if folded[mark] == ":" and about:
        return subject(context.sentence, about.start("topic"), mark)
    start, end = subject(context.sentence, begin, mark)
    first = _FIRST_NOUN.match(folded, start, end)
    return (start, first.end()) if first else (mark, mark)


def _end_of_clause(context: Context, start: int, end: int) -> int:
    """Where what a number counts ends: before another clause, before speech, before "của" and a document."""
    sentence, folded = context.sentence, context.sentence.folded
    if folded[start:end].lstrip().startswith(",") and not _listed(context, start, end):
        return start
    cut = _NEW_CLAUSE.search(folded, start, end)
    end = cut.start() if cut else end
    end = next((begin for begin, _, _ in context.sentence.occurrences("says_plainly", start, end)), end)
    for mention in (*sentence.documents, *sentence.programmes):
        last = start <= mention.start < end and not folded[mention.end : end].strip(" ,.")
        serves = _SERVES.search(folded, start, mention.start) if last else None
        end = serves.start() if serves else end
    return end


def _listed(context: Context, start: int, end: int) -> bool:
    """Whether a comma right after a count goes on with a list of the counted: "15 bộ, cơ quan, tập đoàn"."""
    begin = context.sentence.content(start, end)
    return context.sentence.first("counted_nouns", begin, end) is not None
