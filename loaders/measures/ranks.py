"""A place among the first: "thuộc nhóm 50 nước dẫn đầu về Chính phủ điện tử", "top 3 ASEAN"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.folding import fold
from loaders.measures.indicators import name, subject
from loaders.measures.links import Link
from loaders.measures.statements import Context, Statement, joined, lowered
from loaders.measures.stretches import Clause, body
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spelled

_TOPIC = Pattern(
    r"[^;:.()]*?\bvề\s+(?P<topic>[^,;.()]+(?:(?:,[^,;.()\d]{3,60})*?,[^,;.()\d]{3,60}\bvà\b[^,;.()\d]+(?=[,;.])"
    r"|,(?:\s+(?!tăng|giảm|đạt|cao|xếp|đứng)[^\s\d,;.()]+){1,5}(?=\s*[;.]))?)"
)
_TOPIC_HAD = Pattern(  # "nhóm 40 quốc gia có chỉ số đổi mới sáng tạo cao nhất thế giới"
    r"\s*(?:có|với)\s+(?P<topic>[^,;.()]+?)\s+"
    r"(?:dẫn đầu|đứng đầu|hàng đầu|(?:cao|tốt|lớn|nhanh|mạnh|phát triển) nhất)\b"
)
_TOPIC_AFTER = Pattern(r"\s*(?:[^\s\d,;.()]+\s+){0,5}?(?:về|trong\s+(?:bảng\s+)?xếp hạng)\s+(?P<topic>[^,;.()]+)")
_TOPIC_FIRST = Pattern(r"(?:riêng(?: về)?|về|đối với|với)\s+(?P<topic>[^,;.]+),(?!\d)")
_RANKED_TOPIC = Pattern(r"\bvề\s+(?:xếp hạng|thứ hạng)\s+(?P<topic>[^,;.()]+)")
_NEXT = re.compile(r"\s+va\s+(?:top|nhom|thuoc|xep|dung|lot|vao)\b|\s+nhu\s|\s+vao\s+(?:cuoi\s+)?nam\b")
CLIMBED = re.compile(
    r"(?:\s+(?:lên|xuống|đứng|xếp|giữ|giữ nguyên|vẫn|lùi|tụt|rớt|trượt|rơi|sụt|"
    r"vươn|vọt|leo|nhảy|tăng|giảm|cải thiện))+$"
)
_MOVES = re.compile(  # "chỉ số … xếp Việt Nam", "chỉ số …, Việt Nam lùi"
    r"(?:,\s*|\s+xếp\s+)(?:Việt Nam|nước ta|cả nước|tỉnh|thành phố)"
    r"(?:\s+(?:lên|xuống|đứng|xếp|giữ|lùi|tụt|tăng|giảm|vươn lên))*$"
)
_SAME = re.compile(r"(?:(?:và|vẫn|đồng thời|cũng|còn|tiếp tục|giữ|giữ vững|duy trì|đứng|xếp|lên|xuống)\b ?)+")
_REGION = Pattern(
    r"\s*(?:(?:ở|tại|trong|của|khu vực|toàn)\s+)*"
    r"(?:asean|đông nam á|châu á|thế giới|toàn cầu|cả nước|toàn quốc|(?:vùng|miền|nhóm|khối)(?:\s[^\s,;.:()]+){1,5})"
)
_BROUGHT = re.compile(r"^(?:.*\b(?:đưa|giúp|nâng hạng)|để)\s+", re.IGNORECASE)
_INDEX = re.compile(r"(?:chi so|xep hang|thu hang|bang xep hang|diem)\b")  # what is ranked, not who
_WITH = Pattern(
    r"\s*(?:(?:cả nước|toàn quốc|khu vực|(?:tỉnh(?:, thành(?: phố)?)?|địa phương|quốc gia|nước)(?: cả nước)?)\s*)?,?\s*"
    r"(?P<with>(?:với|(?:và )?đạt)\s+(?:(?:tổng )?(?:số )?điểm(?: số)?(?: là)?\s+)?)$"
)
_PLACE_IN = re.compile(r"^(?:thứ hạng|xếp hạng|thu hang|xep hang)\s+")
_IS_NAME = re.compile(
    r"[A-ZĐÀ-Ỹ]|(?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận|bộ|sở|nước ta|ta|cả nước|tinh|huyen|xa|phuong|thanh pho"
    r"|thi xa|quan|bo|so|nuoc ta|ca nuoc)\b"
)
_LONGEST_WHO = 4  # words of a name that tells only who is ranked
_BEFORE_RANK = Pattern(
    r"\s*\b(?:đạt|thuộc|trong|vào|(?<!việt )nằm|đứng|xếp(?! hạng)|lọt|vươn|phải|cần|sẽ|trở thành|có|giữ|ở|"
    r"duy trì|nhóm|top|tốp)\b.*$"
)


def leading(context: Context, said: Statement) -> Statement:
    """A place among the first: what "thuộc nhóm 50 nước dẫn đầu về Chính phủ điện tử" says is a rank in a topic."""
    folded, clause = context.sentence.folded, said.clause
    topic = context.sentence.match(_TOPIC_HAD, clause.number.end, context.sentence.unit.end)
    topic = topic or context.sentence.match(_TOPIC, clause.number.end, context.sentence.unit.end)
    topic = topic or context.sentence.search(_RANKED_TOPIC, context.sentence.unit.start, clause.number.start)
    begin = clause.left[0]
    documents = context.sentence.documents
    document = next((d for d in documents if begin <= d.start < said.number.start), None)
    start, end = subject(context.sentence, document.end if document else begin, clause.left[1])
    start = max(
        (p.end for p in context.sentence.times(start, end)), default=start
    )  # "… trên giấy là năm 2025 Việt Nam"
    lead = context.sentence.search(_BEFORE_RANK, start, end)
    who = _BROUGHT.sub("", context.name(start, lead.start() if lead else end))
    who = "" if context.sentence.unit.accented and who.lower() in spelled("no_nouns") else who
    next_rank = _NEXT.search(folded, topic.start("topic"), topic.end("topic")) if topic else None
    about = context.name(topic.start("topic"), next_rank.start() if next_rank else topic.end("topic")) if topic else ""
    if not about and (len(who.split()) > 3 or _INDEX.match(fold(who))):
        about, who = who, ""
    if not about:
        return replace(said, indicator=context.base, base=context.base, vague=True) if context.base else said
    indicator = joined(
        "" if fold(about).startswith(("thu hang", "xep hang")) else "thứ hạng",
        lowered(about),
        f"của {who}" if who else "",
    )
    end = max(topic.end("topic") if topic else 0, said.number.end)
    return replace(said, indicator=indicator, base=indicator, start=min(start, said.number.start), end=end)


def topic_of(sentence: Sentence, after: int, before: int, short: Mapping[str, str]) -> str:
    """In what a sentence ranks, said after its places or at its head; "" where it does not tell."""
    topic = sentence.match(_TOPIC_AFTER, after, sentence.unit.end)
    topic = topic or sentence.match(_TOPIC_FIRST, body(sentence), before)
    return lowered(name(sentence, topic.start("topic"), topic.end("topic"), short)) if topic else ""


def score(context: Context, clause: Clause) -> Statement | None:
    """The points with which somebody has the place told before: "xếp thứ 3/63, với 72,6 điểm"; else None."""
    before, number = context.previous, clause.number
    if before is None or before.link.kind != "rank" or number.unit not in ("điểm", None):
        return None
    if number.unit is None and (number.total is not None or number.value == int(number.value)):
        return None
    tie = context.sentence.match(_WITH, *clause.left)
    name = _PLACE_IN.sub("", before.base) if tie else ""
    if tie is None or not name:
        return None
    start = tie.start("with")
    return Statement(number, clause, Link("equal", start, start), name, before.base, start, number.end, vague=True)


def as_rank(phrase: str) -> str:
    """The name of a place in what a phrase names, or of the place that it names."""
    return phrase if phrase.startswith(("thứ hạng ", "thu hang ")) else joined("thứ hạng", phrase)


def placed(context: Context, said: Statement) -> Statement:
    """A place in a ranking: "Việt Nam xếp thứ 86/193 quốc gia về Chính phủ điện tử" is a rank in a topic."""
    if fold(said.base).startswith(("thu hang", "xep hang", "hang ")):
        return said
    before = context.previous
    if before is not None and before.link.kind == "rank" and _SAME.fullmatch(said.base.rpartition(", ")[2]):
        region = context.sentence.match(_REGION, *said.clause.right)
        where = context.name(*region.span()) if region else ""
        where = f"ở {where}" if where and not where.startswith(("ở ", "tại ", "trong ", "của ")) else where
        base = joined(before.base, where)
        return replace(said, indicator=base, base=base, vague=True)  # "xếp thứ 41, và giữ hạng 5 ASEAN"
    about, _, who = said.base.rpartition(", ")
    if (
        about and len(who.split()) <= _LONGEST_WHO and _IS_NAME.match(who)
    ):  # "Riêng chỉ số X, Việt Nam lùi xuống hạng 55"
        base = joined(as_rank(lowered(about)), f"của {CLIMBED.sub('', ' ' + who).strip()}")
        return replace(said, indicator=base, base=base)
    topic = context.sentence.match(_TOPIC_AFTER, *said.clause.right)
    if topic is None and _IS_NAME.match(said.base):
        topic = context.sentence.match(_TOPIC_FIRST, body(context.sentence), said.number.start)
    names_it = fold(said.base).startswith("chi so ")
    if topic is None or names_it or len(said.base.split()) > _LONGEST_WHO:
        named = as_rank(lowered(CLIMBED.sub("", _MOVES.sub("", said.base))))
        return replace(said, indicator=named, base=named)
    about = lowered(context.name(topic.start("topic"), topic.end("topic")))
    base = joined(as_rank(about), f"của {CLIMBED.sub('', said.base)}")
    return replace(said, indicator=base, base=base, end=max(said.end, topic.end("topic")))
