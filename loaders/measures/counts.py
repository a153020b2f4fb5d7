"""The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.folding import fold
from loaders.measures import sums
from loaders.measures.counting import counted
from loaders.measures.indicators import subject
from loaders.measures.links import Link
from loaders.measures.parts import of_part
from loaders.measures.statements import Context, Statement, joined, lowered, noun_start
from loaders.measures.stretches import Clause
from loaders.measures.sums import is_money
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

TO_THE_GOAL = Pattern(  # not "đặt mục tiêu 80%"
    r"(?:,|\b(?:và|nhưng|song))?\s*(?:(?:chưa|không)\s+)?"
    r"(?:đạt|vượt|vượt qua|bằng|hoàn thành|cao hơn|thấp hơn|so với|gần)\s*$"
)
COMPARED = re.compile(r"(?:.*?\b)?(?:so\s+voi|cao\s+hon|thap\s+hon|binh\s+quan|trung\s+binh)\b")
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
_NO_VERB = Pattern(
    r"\s*(?:trong|trong số|trong tổng số|tại|ở|của|với|về|theo|từ|cùng|và|còn|tất cả|cả|toàn bộ|trước|sau|giữa|bởi)\s*"
)
_TURNS = re.compile(r",(?=[^,;]*\b(?:thuc su|that su|ngay cang)\b)")
_RATE = re.compile(r"\b(?:(?:trung binh|binh quan)\s+(?:moi|mot)|moi)\s+(?:ngay|tuan|thang|quy|nam|phut|gio)\b")
_EACH = Pattern(
    r"\s*(?:(?:trung bình|bình quân|phấn đấu|bảo đảm)\s+)*"
    r"(mỗi\s+(?!ngày|tuần|tháng|quý|năm|phút|giờ|lần)\w+(?:\s\w+){0,3}?)"
    r"(?:\s+(?:phải|cần|sẽ|đều|hiện|đã))*\s*"
)
_HOW_IT_IS = re.compile(
    r"\s+(?:rat |khong |chua )?(?:tre han|tre hen|dung han|dung hen|qua han|truoc han|hai long|thanh cong)\b.*"
)
_LOOSE_HEADS = ("thì ", "mà ", "Thì ", "Mà ")  # "…, thì 1/3 thư được trả lại"
_DONE = re.compile(r"\s+(?:(?:đã|chưa|không|da|chua|khong)\s+)?(?:được|bị|duoc|bi)\s.*")
_REACHES = re.compile(
    r"\b(?:trien khai|su dung|ap dung|phu song|nhan rong|van hanh|mo rong|hien dien|phuc vu|co mat)\b"
)
_IS_SO = Pattern(
    r"\s*(?:trễ hạn|trễ hẹn|đúng hạn|đúng hẹn|quá hạn|trước hạn|trước hẹn|chậm|hài lòng|thành công|trực tuyến|qua mạng|"
    r"là|không|chưa|đã|đang|được|bị|đạt|ở mức|mức độ|cấp độ)\b"
)
_HOW = Pattern(r"\s*(?:\w+\s+){0,2}?(?:chậm|trễ|quá hạn|chưa|không|đang|đúng hạn|đúng tiến độ)\b")
_SERVES = Pattern(r"\s+(?:của|theo|tại|mà)\s*$")
_PARTICLES = Pattern(r"\s+(?:thêm|được|ra|mới|lên|về|cho|tới|đến|khoảng|tất cả|toàn bộ)\s*$")
_EVERY = re.compile(r"\s+(?:tất cả|toàn bộ|tat ca|toan bo)$")  # "đã thành lập tất cả 25 tổ"
_ASPECT = Pattern(r"(?:(?:đã|đang|cũng|vừa|sẽ)\s+)+")
_DOING = Pattern(r".*\b(?:đã|đang|vừa|sẽ|phải)\s+(?=\w)")
_LIGHT = Pattern(r"(?:(?:tổ chức|tiến hành|phối hợp|tham gia)\s+)+(?=\w+\s\w)")  # of what follows, "tổ chức tập huấn"
_EVER = Pattern(r"\s*(?:từng|biết|có thể|sẵn sàng)\b")
_AT = Pattern(r"\s+(?:tại|ở|cho|đối với|với|tới|đến)\s*$")
_LEAST_NAME = 2  # words of a thing that tell what is counted: "toàn xã có 26 tổ công nghệ số cộng đồng"
_TERSE = 4  # words of a name that leaves open who does it
_HAVE = ("có", "còn", "đã")
_LONGEST_ACTOR = 9
_LONGEST_WHOSE = 7
_AREAS = ("ha", "m2", "km2")
_LONGEST_NOUN = 3
_LONGEST_VERB_PART = 8


def read(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""
    sentence, number, previous = context.sentence, clause.number, context.previous
    start = _behind_other_numbers(sentence, start, end)
    end = next((max(start, time.start) for time in sentence.periods if time.start < end < time.end), end)
    comma = sentence.folded.find(",", *clause.right) if is_money(number) else -1
    clause = replace(clause, right=(clause.right[0], comma)) if comma >= 0 else clause
    first = noun_start(sentence.reading, number) if counted(number) else clause.right[0]
    stop = max(_end_of_clause(context, *clause.right), number.end)
    thing = context.name(first, stop)
    if not thing:
        return None
    if number.unit in _AREAS and not thing.lower().startswith("diện tích"):
        thing = joined("diện tích", thing)  # "63.000 ha cây trồng"
    since = previous.number.end if previous else clause.left[0]
    bounded = number.comparator in (">=", "<=") and sentence.folded.endswith("cho ", since, number.start)
    where = counted(number) and not bounded and sentence.last("where_words", since, number.start) is not None
    verb, begin = _done_to_it(context, clause, tie, start, end, stop, where=where)
    shown = tie.verb if tie.kind == "change" else begin if begin is not None else number.start
    if not counted(number):
        thing, verb = _of_a_share(context, thing, verb, first, stop)
    told = _Told(joined(verb, thing), verb, shown)
    if is_money(number):
        told = replace(told, indicator=sums.needed(context, clause, thing) or told.indicator)
    told = _alone(context, clause, tie, thing, told, start, end, stop)
    if where:
        told = replace(told, indicator=_with_place(context, clause, thing, told.indicator, start, end))
    if not counted(number) and not tie.kind and (part := _where(context, start, clause.left[1])):
        told = replace(told, indicator=joined(thing, lowered(part)), verb="")
    elif told.verb and begin is not None and len(told.indicator.split()) <= _TERSE:
        told = replace(told, indicator=joined(_actor(context, start, begin), told.indicator))
    plain = told.indicator
    each = sentence.fullmatch(_EACH, start, tie.start) if tie.kind in ("have", "equal") and counted(number) else None
    if each and not plain.lower().endswith(each[1]):
        plain = joined(plain, sentence.printed(*each.span(1)).lower())  # "mỗi xã có tối thiểu 3 điểm …"
    for word in _LOOSE_HEADS:
        plain = plain.removeprefix(word)
    rate = _RATE.search(sentence.folded, clause.left[0], number.start)
    often = sentence.printed(*rate.span()).lower() if rate else ""
    return Statement(
        number,
        clause,
        tie,
        joined(plain, "" if plain.lower().endswith(often) else often),
        plain,
        told.start,
        stop,
        verb=told.verb,
        vague=told.vague,
        beside=tie.kind == "goal" and sentence.search(TO_THE_GOAL, clause.left[0], tie.start) is not None,
        where=where,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a count is of, what is done to the counted, and where the words that show it begin."""

    indicator: str
    verb: str
    start: int
    vague: bool = False


def _behind_other_numbers(sentence: Sentence, start: int, end: int) -> int:
    """Where the words about a number begin, behind a comma after the numbers before it: "có 70 tổ, phủ kín 100%"."""
    inside = [other.end for other in sentence.numbers if start <= other.start and other.end < end]
    comma = sentence.folded.find(",", inside[-1], end) if inside else -1
    return sentence.content(comma + 1, end) if comma >= 0 else start


def _done_to_it(
    context: Context, clause: Clause, tie: Link, start: int, end: int, stop: int, *, where: bool
) -> tuple[str, int | None]:
    """What is done to the counted, and where the words for it begin; borrowed from the number before, None."""
    sentence, number, previous = context.sentence, clause.number, context.previous
    if tie.kind == "change":
        return context.name(tie.verb, clause.left[1]), None
    if tie.kind:
        return "", None
    if start < end and not where:
        begin = _verb(context, start, end)
        if begin is not None and not counted(number) and not any(a.start < begin for a in sentence.agencies):
            begin = sentence.content(start, end)  # "hạ tầng băng rộng phủ trên 80% hộ gia đình"
        if begin is None or sentence.fullmatch(_NO_VERB, begin, end):
            return "", None  # "Trong 12 chỉ tiêu về …"
        return _EVERY.sub("", context.name(begin, end)), begin
    if previous is None or previous.link.kind == "change":
        return "", None
    how = counted(number) and sentence.match(_HOW, number.end, stop) is not None
    apart = not counted(number) or number.total is not None
    if how or (apart and ";" in sentence.folded[previous.number.end : number.start]):
        return "", None
    return previous.verb, None  # "mới hoàn thành 41 nhiệm vụ, 9 nhiệm vụ chậm tiến độ"


def _of_a_share(context: Context, thing: str, verb: str, first: int, stop: int) -> tuple[str, str]:
    """What a share is of, where the words after it leave that to the number before, and what is done to it."""
    sentence, previous = context.sentence, context.previous
    if previous is not None and sentence.match(_IS_SO, first, stop):
        done = _DONE.match(f" {thing}") is not None
        return joined(_of_whom(previous, done=done), thing), ""  # "…, chỉ 2% trễ hẹn", "45% được cắt giảm"
    if context.base and sentence.first("no_nouns", first, stop) is not None:
        return of_part(context.base, thing), ""  # "chỉ có 30% được làm tại nhà", "60% tại cấp huyện"
    if previous is not None and _does(context, first, stop):
        return joined(counted_noun(sentence, previous), thing), ""  # "…; 30% sử dụng nền tảng số"
    return thing, verb


def _alone(
    context: Context, clause: Clause, tie: Link, thing: str, told: _Told, start: int, end: int, stop: int
) -> _Told:
    """A count whose words end with the counted: what it is of, of the number before or of whom has it."""
    sentence, number, previous = context.sentence, clause.number, context.previous
    if not counted(number):
        return told
    if number.end < stop and COMPARED.match(sentence.folded, number.end, stop) is None:
        return told
    holds_here = tie.kind == "have" and EVERYWHERE.fullmatch(sentence.folded, start, end) is not None
    vague = not told.verb and not (holds_here and len(thing.split()) > _LEAST_NAME)
    holds = tie.kind == "have" and start < end and sentence.first("adverbials", start, end) is None
    left = sentence.folded.startswith("con ", tie.verb) and start >= end and previous is not None
    known = previous is not None and (number.unit or "").lower() in previous.base.lower()
    if known and not holds and not left and previous is not None:
        noun = previous.base.removeprefix(previous.verb).strip()
        noun = noun[max(0, noun.lower().find((number.unit or "").lower())) :] if told.verb else noun
        named = joined(told.verb or previous.verb, noun, context.name(number.end, stop))
        return replace(told, indicator=named, vague=vague)
    if left:
        return replace(told, indicator=joined(thing, "còn lại"))  # "phủ sóng 2.451 điểm, còn 761 điểm"
    if start >= end and previous is not None and not told.verb and sentence.folded.startswith("voi ", tie.verb):
        whose = _of_whom(previous)  # "40 tổ lưu động với 120 thành viên"
        whose = whose if len(whose.split()) <= _LONGEST_WHOSE else counted_noun(sentence, previous)
        return replace(told, indicator=joined(thing, whose))
    if vague and tie.kind == "have" and (about := _bearer(context, tie, start, end)):
        if sentence.folded.startswith("cua", tie.verb):
            return _Told(joined(f"{about} của", thing), f"{about} của", start)
        return _Told(joined(thing, lowered(about)), told.verb, start)
    return replace(told, vague=vague)


def _with_place(context: Context, clause: Clause, thing: str, indicator: str, start: int, end: int) -> str:
    """What the number of places or receivers is of: "triển khai tại 16 địa phương"."""
    sentence, previous = context.sentence, context.previous
    if _REACHES.search(sentence.folded, start, end):
        return joined(thing, context.name(start, end))
    for_them = start < end and sentence.folded[start : clause.number.start].rstrip().endswith(" cho")
    if for_them and (done := _done_for_them(context, start, end)):
        return joined(thing, "được", done)
    if previous is not None and not previous.where:
        return joined(thing, previous.indicator)
    return joined(thing, context.name(start, end)) if for_them else indicator


def _done_for_them(context: Context, start: int, end: int) -> str:
    """What a clause says is done for those it counts: "cấp chữ ký số" of "tỉnh đã cấp chữ ký số cho 4.560 cán bộ"."""
    sentence = context.sentence
    doing = sentence.match(_DOING, start, end)
    verbs = sentence.occurrences("action_verbs", start, end)
    begin = doing.end() if doing else next((verb for verb, _, _ in verbs), None)
    light = sentence.match(_LIGHT, begin, end) if begin is not None else None
    begin = light.end() if light else begin
    return lowered(context.name(begin, end)) if begin is not None and begin < end else ""


def _does(context: Context, start: int, end: int) -> bool:
    """Whether what follows a share is what its part of the counted does, without a noun."""
    sentence = context.sentence
    return sentence.first("action_verbs", start, end) is not None or sentence.match(_EVER, start, end) is not None


def _of_whom(said: Statement, *, done: bool = False) -> str:
    """What a number measures without how it is said to be: "hồ sơ" of "hồ sơ đúng hạn"; or, `done`, what was done."""
    base = said.base.removeprefix(said.verb).strip()
    how = _HOW_IT_IS.search(fold(base)) or (_DONE.search(base) if done else None)
    return base[: how.start()] if how else base


def counted_noun(sentence: Sentence, said: Statement) -> str:
    """The noun that what a number measures begins with: "người dân" of "người dân biết đến cổng dịch vụ"."""
    words = said.base.removeprefix(said.verb).split()
    nouns = (" ".join(words[:count]) for count in range(5, 0, -1))
    return next((one for one in nouns if spoken("counted_nouns", one, accented=sentence.unit.accented)), "")


def _where(context: Context, start: int, end: int) -> str:
    """What is done where a share is: "…, làm xong trên mạng tại 100% bến tàu"; "" where nothing is."""
    sentence = context.sentence
    place = sentence.search(_AT, start, end)
    if place is None:
        return ""
    begin = sentence.content(max(start, sentence.folded.rfind(",", start, place.start()) + 1), place.start())
    verb = sentence.first("action_verbs", begin, place.start())
    return context.name(begin, place.start()) if verb is not None else ""


def _actor(context: Context, start: int, end: int) -> str:
    """Who or what does what a short name tells: "kho bản đồ số tạo ra 150 công ty"; "" of an agency."""
    sentence = context.sentence
    if start >= end and context.previous is not None:
        start, end = subject(sentence, sentence.unit.start, context.previous.start)
    if any(start <= agency.start < end for agency in sentence.agencies):
        return ""
    rate = _RATE.match(sentence.folded, sentence.content(start, end), end)
    words = context.name(rate.end() if rate else start, end).split()
    while words and words[-1] in _HAVE:
        words.pop()
    of_all = bool(words) and words[0].lower() == "trong"  # "trong tổng số 40 việc"
    return lowered(" ".join(words)) if 1 < len(words) <= _LONGEST_ACTOR and not of_all else ""


def _bearer(context: Context, tie: Link, start: int, end: int) -> str:
    """Whose the counted things are, or what was done with them: before "có", "với", and before "… của 15 bộ"."""
    if context.sentence.folded[tie.verb : tie.verb + 3] == "cua":
        for begin, _, strength in context.sentence.occurrences("measured_words", start, end):
            if strength == "strong":
                aspect = context.sentence.match(_ASPECT, begin, end)
                return context.name(aspect.end() if aspect else begin, end)
    if context.sentence.folded.startswith("voi ", tie.verb):
        start = _object(context, start, end)
    return "" if EVERYWHERE.fullmatch(context.sentence.folded, start, end) else context.name(start, end)


def _object(context: Context, start: int, end: int) -> int:
    """Where what was made begins: "đã xây dựng cơ sở dữ liệu đất đai" "với 1,2 triệu thửa đất"."""
    for _, stop, _ in context.sentence.occurrences("action_verbs", start, end):
        if stop < end and len(context.sentence.folded[stop:end].split()) >= _LEAST_NAME:
            start = stop
    return start


def _verb(context: Context, start: int, end: int) -> int | None:
    """Where the verb begins whose object the number and its noun are; None where the stretch ends in none."""
    sentence = context.sentence
    particle = sentence.search(_PARTICLES, start, end)
    for stop in (end, particle.start()) if particle else (end,):
        begins = (context.sentence.last(table, start, stop, 5) for table in ("action_verbs", "counting_verbs"))
        known = [begin for begin in begins if begin is not None]
        if known:
            return min(known)
    named = (*sentence.agencies, *sentence.documents)
    ends = [mention.end for mention in named if start <= mention.start and mention.end <= end]
    start = max(ends, default=start)
    if len(sentence.folded[start:end].split()) > _LONGEST_VERB_PART:
        return None
    doing = sentence.match(_DOING, start, end)
    return doing.end() if doing else sentence.content(start, end)


def _end_of_clause(context: Context, start: int, end: int) -> int:
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
    return end


def _listed(context: Context, start: int, end: int) -> bool:
    """Whether a comma right after a count goes on with a list of the counted: "15 bộ, cơ quan, tập đoàn"."""
    begin = context.sentence.content(start, end)
    return context.sentence.first("counted_nouns", begin, end) is not None
