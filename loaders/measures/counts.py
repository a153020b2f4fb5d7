"""The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.folding import fold
from loaders.measures import sums
from loaders.measures.count_words import (
    EVERYWHERE,
    LEAST_NAME,
    RATE,
    actor,
    bearer,
    does,
    done_for_them,
    end_of_clause,
    verb_of,
    where_done,
)
from loaders.measures.counting import counted
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
_NO_VERB = Pattern(
    r"\s*(?:trong|trong số|trong tổng số|tại|ở|của|với|về|theo|từ|cùng|và|còn|tất cả|cả|toàn bộ|trước|sau|giữa|bởi)\s*"
)
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
_STATE = Pattern(
    r"(?:\s*\([^()]*)?\)?\s*(?:hồ sơ|trường hợp|nhiệm vụ|việc|thủ tục)?\s*[,;]\s*(?:trong đó,? |còn |và )?"
    r"(?P<how>(?:giải quyết )?(?:quá hạn|trễ hạn|trễ hẹn|trước hạn|đúng hạn|trong hạn|còn hạn|chưa đến hạn"
    r"|đang giải quyết|đang xử lý|chờ bổ sung))(?: là| có)?\s*"
)
_ACTS = re.compile(r"\s*(?:dang|chua|khong|da|se|co)\s")
_ACTING = re.compile(
    r"\s+(?:có|đã|đang|sẽ|chưa|không|biết|muốn|sử dụng|dùng|ứng dụng|co|da|dang|se|chua|khong|su dung|dung)\s"
)
_HOW = Pattern(  # "9 nhiệm vụ chậm tiến độ", "148 xã, phường đã thành lập tổ": with words of its own for what is done
    r"\s*(?:(?:\w+\s+){0,2}?(?:chậm|trễ|quá hạn|chưa|không|đang|đúng hạn|đúng tiến độ)"
    r"|(?:\w+,?\s+){0,7}?(?:đã|sẽ|vẫn)\s\w+)\b"
)
_EVERY = re.compile(r"\s+(?:tất cả|toàn bộ|tat ca|toan bo)$")  # "đã thành lập tất cả 25 tổ"
_TERSE = 4  # words of a name that leaves open who does it
_LONGEST_WHOSE = 7
_WHOLE = re.compile(r"[\s,;]*trong (?:tong )?so ")  # "Trong số 5.000 học viên, …": parts of it are told
_AREAS = ("ha", "m2", "km2")


def read(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The value stands before what it counts, or is a share of: "đã cấp 86 triệu thẻ", "70% thuê bao dùng 4G"."""
    sentence, number, previous = context.sentence, clause.number, context.previous
    start = _behind_other_numbers(sentence, start, end)
    end = next((max(start, time.start) for time in sentence.periods if time.start < end < time.end), end)
    comma = sentence.folded.find(",", *clause.right) if is_money(number) else -1
    clause = replace(clause, right=(clause.right[0], comma)) if comma >= 0 else clause
    first = noun_start(sentence.reading, number) if counted(number) else clause.right[0]
    state = sentence.fullmatch(_STATE, previous.number.end, number.start) if previous and counted(number) else None
    stop = max(end_of_clause(context, *clause.right), number.end)
    thing = context.name(first, stop)
    if not thing:
        return None
    if number.unit in _AREAS and not thing.lower().startswith("diện tích"):
        thing = joined("diện tích", thing)  # "63.000 ha cây trồng"
    since = previous.number.end if previous else clause.left[0]
    bounded = number.comparator in (">=", "<=") and sentence.folded.endswith("cho ", since, number.start)
    whole = _WHOLE.fullmatch(sentence.folded, since, number.start) is not None
    where = counted(number) and not (bounded or whole) and sentence.last("where_words", since, number.start) is not None
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
    if not counted(number) and not tie.kind and (part := where_done(context, start, clause.left[1])):
        told = replace(told, indicator=joined(thing, lowered(part)), verb="")
    elif told.verb and begin is not None and len(told.indicator.split()) <= _TERSE:
        told = replace(told, indicator=joined(actor(context, start, begin), told.indicator))
    plain = told.indicator
    each = sentence.fullmatch(_EACH, start, tie.start) if tie.kind in ("have", "equal") and counted(number) else None
    if each and not plain.lower().endswith(each[1]):
        plain = joined(plain, sentence.printed(*each.span(1)).lower())  # "mỗi xã có tối thiểu 3 điểm …"
    if state and (noun := (number.unit or "").lower()):
        plain = joined(noun, state["how"].lower())  # "đúng hạn 12.300 hồ sơ, quá hạn 450 hồ sơ"
    for word in _LOOSE_HEADS:
        plain = plain.removeprefix(word)
    rate = RATE.search(sentence.folded, clause.left[0], number.start)
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
        begin = verb_of(context, start, end)
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
        noun = counted_noun(sentence, previous) if previous.number.unit == "%" else ""
        acts = noun and _ACTS.match(sentence.folded, first, stop)
        if acts and _ACTING.match(previous.base.removeprefix(previous.verb).strip().removeprefix(noun)):
            return joined(noun, thing), ""  # "37% doanh nghiệp có kế hoạch …, 28% đang triển khai"
        return joined(_of_whom(previous, done=done), thing), ""  # "…, chỉ 2% trễ hẹn", "45% được cắt giảm"
    if context.base and sentence.first("no_nouns", first, stop) is not None:
        return of_part(context.base, thing), ""  # "chỉ có 30% được làm tại nhà", "60% tại cấp huyện"
    if previous is not None and does(context, first, stop):
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
    vague = not told.verb and not (holds_here and len(thing.split()) > LEAST_NAME)
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
    if vague and tie.kind == "have" and (about := bearer(context, tie, start, end)):
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
    if for_them and (done := done_for_them(context, start, end)):
        return joined(thing, "được", done)
    if previous is not None and not previous.where:
        return joined(thing, previous.indicator)
    return joined(thing, context.name(start, end)) if for_them else indicator


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
