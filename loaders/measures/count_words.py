"""The words around a count: who has it, where it is, what is done to it, and where what it counts ends."""

from __future__ import annotations

import re

from loaders.measures.indicators import subject
from loaders.measures.links import Link
from loaders.measures.statements import Context, lowered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

EVERYWHERE = re.compile(
    r"\s*(?:ca nuoc|toan (?:quoc|tinh|thanh pho|nganh|huyen|xa|quan|phuong|vung)|nuoc ta|viet nam)(?: hien)?\s*"
    r"|\s*nuoc\s*"
)
_NEW_CLAUSE = Pattern(
    r",\s*(?:đây|đó|do|này|trong|góp|đạt|tăng|"
    r"giảm(?! (?:phí|giá|lệ phí|thuế|nghèo|thời gian|chi phí))|"
    r"vượt|cao|thấp|gấp|bằng|chiếm|là|từ|với|qua|giúp|tạo|theo|kể cả|sau|"
    r"trước|đồng thời|còn|chưa|bao gồm|nhằm|để|riêng|đặc biệt|hoàn thành|lần đầu|mục tiêu|tức|tức là|nghĩa là|"
    r"phấn đấu|dự kiến|thuộc (?:trách nhiệm|thẩm quyền|phần việc|địa bàn)|"
    r"ông|bà|lãnh đạo|bộ trưởng|thứ trưởng|phó|chủ tịch|đại diện|(?:cho |tính )?(?:đến|tới) nay|hiện|"
    r"(?:\w+\s){1,6}?(?:cam kết|hứa|hẹn|khẳng định|cho biết|yêu cầu|đề nghị))\b"
)
_TURNS = re.compile(r",(?=[^,;]*\b(?:thuc su|that su|ngay cang)\b)")
RATE = re.compile(r"\b(?:(?:trung binh|binh quan)\s+(?:moi|mot)|moi)\s+(?:ngay|tuan|thang|quy|nam|phut|gio)\b")
_SERVES = Pattern(r"\s+(?:của|theo|tại|mà)\s*$")
_PARTICLES = Pattern(r"\s+(?:thêm|được|ra|mới|lên|về|cho|tới|đến|khoảng|tất cả|toàn bộ)\s*$")
_ASPECT = Pattern(r"(?:(?:đã|đang|cũng|vừa|sẽ)\s+)+")
_DOING = Pattern(r".*\b(?:đã|đang|vừa|sẽ|phải)\s+(?=\w)")
_LIGHT = Pattern(r"(?:(?:tổ chức|tiến hành|phối hợp|tham gia)\s+)+(?=\w+\s\w)")  # of what follows, "tổ chức tập huấn"
_EVER = Pattern(r"\s*(?:từng|biết|có thể|sẵn sàng)\b")
_AT = Pattern(r"\s+(?:tại|ở|cho|đối với|với|tới|đến)\s*$")
LEAST_NAME = 2  # words of a thing that tell what is counted: "toàn xã có 26 tổ công nghệ số cộng đồng"
_HAVE = ("có", "còn", "đã")
_LONGEST_ACTOR = 9
_LONGEST_NOUN = 3
_LONGEST_VERB_PART = 8


def done_for_them(context: Context, start: int, end: int) -> str:
    """What a clause says is done for those it counts: "cấp chữ ký số" of "tỉnh đã cấp chữ ký số cho 4.560 cán bộ"."""
    sentence = context.sentence
    doing = sentence.match(_DOING, start, end)
    verbs = sentence.occurrences("action_verbs", start, end)
    begin = doing.end() if doing else next((verb for verb, _, _ in verbs), None)
    light = sentence.match(_LIGHT, begin, end) if begin is not None else None
    begin = light.end() if light else begin
    return lowered(context.name(begin, end)) if begin is not None and begin < end else ""


def does(context: Context, start: int, end: int) -> bool:
    """Whether what follows a share is what its part of the counted does, without a noun."""
    sentence = context.sentence
    return sentence.first("action_verbs", start, end) is not None or sentence.match(_EVER, start, end) is not None


def where_done(context: Context, start: int, end: int) -> str:
    """What is done where a share is: "…, làm xong trên mạng tại 100% bến tàu"; "" where nothing is."""
    sentence = context.sentence
    place = sentence.search(_AT, start, end)
    if place is None:
        return ""
    begin = sentence.content(max(start, sentence.folded.rfind(",", start, place.start()) + 1), place.start())
    verb = sentence.first("action_verbs", begin, place.start())
    return context.name(begin, place.start()) if verb is not None else ""


def actor(context: Context, start: int, end: int) -> str:
    """Who or what does what a short name tells: "kho bản đồ số tạo ra 150 công ty"; "" of an agency."""
    sentence = context.sentence
    if start >= end and context.previous is not None:
        start, end = subject(sentence, sentence.unit.start, context.previous.start)
    if any(start <= agency.start < end for agency in sentence.agencies):
        return ""
    if any(start <= number.start < end for number in sentence.numbers):
        return ""  # "gồm 27 máy chủ, dung lượng 500 TB, đáp ứng 50.000 người": nobody
    rate = RATE.match(sentence.folded, sentence.content(start, end), end)
    words = context.name(rate.end() if rate else start, end).split()
    while words and words[-1] in _HAVE:
        words.pop()
    of_all = bool(words) and words[0].lower() == "trong"  # "trong tổng số 40 việc"
    return lowered(" ".join(words)) if 1 < len(words) <= _LONGEST_ACTOR and not of_all else ""


def bearer(context: Context, tie: Link, start: int, end: int) -> str:
    """Whose the counted things are, or what was done with them: before "có", "với", and before "… của 15 bộ"."""
    if context.sentence.folded[tie.verb : tie.verb + 3] == "cua":
        for begin, _, strength in context.sentence.occurrences("measured_words", start, end):
            if strength == "strong":
                aspect = context.sentence.match(_ASPECT, begin, end)
                return context.name(aspect.end() if aspect else begin, end)
    if context.sentence.folded.startswith("voi ", tie.verb):
        start = _object(context, start, end)
    if context.sentence.folded.startswith("dia ban ", start):
        return f"trên {lowered(context.name(start, end))}"  # what leads a subject is left off it
    return "" if EVERYWHERE.fullmatch(context.sentence.folded, start, end) else context.name(start, end)


def _object(context: Context, start: int, end: int) -> int:
    """Where what was made begins: "đã xây dựng cơ sở dữ liệu đất đai" "với 1,2 triệu thửa đất"."""
    for _, stop, _ in context.sentence.occurrences("action_verbs", start, end):
        if stop < end and len(context.sentence.folded[stop:end].split()) >= LEAST_NAME:
            start = stop
    return start


def verb_of(context: Context, start: int, end: int) -> int | None:
    """Where the verb begins whose object the number and its noun are; None where the stretch ends in none."""
    sentence = context.sentence
    particle = sentence.search(_PARTICLES, start, end)
    for stop in (end, particle.start()) if particle else (end,):
        begins = (context.sentence.last(table, start, stop, 5) for table in ("action_verbs", "counting_verbs"))
        known = [begin for begin in begins if begin is not None and not _in_a_body(sentence, begin)]
        if known:
            return min(known)
    named = (*sentence.agencies, *sentence.documents)
    ends = [mention.end for mention in named if start <= mention.start and mention.end <= end]
    start = max(ends, default=start)
    if len(sentence.folded[start:end].split()) > _LONGEST_VERB_PART:
        return None
    doing = sentence.match(_DOING, start, end)
    return doing.end() if doing else sentence.content(start, end)


def _in_a_body(sentence: Sentence, at: int) -> bool:
    """Whether a place lies within the name of a body: "Sở Xây dựng 46 thủ tục" builds nothing."""
    return any(body.start < at < body.end for body in sentence.agencies)


def end_of_clause(context: Context, start: int, end: int) -> int:
    """Where what a number counts ends: before another clause, before speech, before "của" and a document."""
    sentence, folded = context.sentence, context.sentence.folded
    if folded[start:end].lstrip().startswith(",") and not _listed(context, start, end):
        return start
    cut = sentence.search(_NEW_CLAUSE, start, end) or _TURNS.search(folded, start, end)
    end = cut.start() if cut else end
    said = next((begin for begin, _, _ in sentence.occurrences("says_plainly", start, end)), end)
    passive = re.search(r"\bduoc\b", folded[start:said]) is not None  # "đã được UBND tỉnh công bố"
    end = (
        said if len(folded[start:said].split()) > _LONGEST_NOUN and not passive else end
    )  # "65% doanh nghiệp cho biết …"
    for mention in (*sentence.documents, *sentence.programmes):
        last = start <= mention.start < end and not folded[mention.end : end].strip(" ,.")
        serves = sentence.search(_SERVES, start, mention.start) if last else None
        end = serves.start() if serves else end
    for group in sentence.agencies:  # "142 nhiệm vụ …, các sở, ngành đã hoàn thành 98": its comma ends nothing
        comma = group.start - len(", ")
        if start < comma and group.start < end <= group.end and folded.startswith(", ", comma):
            return end if any(other.end == comma for other in sentence.agencies) else comma
    return end


def _listed(context: Context, start: int, end: int) -> bool:
    """Whether a comma right after a count goes on with a list of the counted: "15 bộ, cơ quan, tập đoàn"."""
    begin = context.sentence.content(start, end)
    return context.sentence.first("counted_nouns", begin, end) is not None
