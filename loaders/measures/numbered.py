"""All that a sentence says of its numbers, each with its indicator and the stretch that shows both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.folding import fold
from loaders.measures import forms, in_turn, last_things, led_rows, tallies
from loaders.measures.counting import counted
from loaders.measures.dismissals import TIMES, says_nothing
from loaders.measures.indicators import name
from loaders.measures.statements import Context, Statement, joined, lowered, noun_start
from loaders.measures.stretches import clauses
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

_FEW = 100
_ALL = 100
_BACK = 6  # numbers back to what counts the same
_REACHED = Pattern(r"\s*(?:đã\s+)?(?:đạt|có)(?:\s+tỷ lệ)?\s*")
_PASSED = Pattern(  # "5 tỉnh chưa vượt ngưỡng 0,45", "12 bộ dưới 80 điểm"
    r"\s*(?:(?:đã|chưa|không|mới|đều|còn)\s+)*(?:đạt|vượt|qua|ở|chạm)(?:\s+(?:quá|qua|tới|được))?"
    r"(?:\s+(?:ngưỡng|mức|mốc))?\s*|\s*(?:ở )?(?:dưới|trên)(?:\s+(?:ngưỡng|mức|mốc))?\s*"
)
_NOT_YET = Pattern(r"\s*(?:(?:đã|chưa|không|mới|đều|còn|có)\s+)+")
_COUNTED_BY = ("tong", "so", "luong")  # "tổng số tài khoản", "số lượng thuê bao"
_LONG = 12  # words of what a share is of, without what is said of it
_SHORT = 6  # words of a count that tells nothing of the counted
_ARE_SO = Pattern(r"\b(?:được|đều)\s+\w.*$")
_KEPT_FROM = Pattern(r"\b(?:không để|không cho|không được|không)\s[^,;.]*?\bvượt\b")
_NONE_BELOW = Pattern(r"\bkhông (?:có )?(?P<who>\w+(?: \w+){0,2}) nào\s+(?:đạt |có )?$")
_OF_ALL = Pattern(r"\s*(?:trong|trong số|trong tổng số|trên tổng số|với)\s*")
_PARTS = 2
_SAID_OF = Pattern(r"\s+(?:đã|đang|được|chưa|không|có|bị|sẽ|đủ|dùng|sử dụng|thực hiện|hoàn thành|tham gia)\s[^,;:.()]+")
_LIST_GAP = re.compile(r"(?: [a-z]+){0,8}?(?:,| va| va \w+),? (?:[a-z]+ ){0,3}")
_OF_WHICH = Pattern(r"[,;(]\s*(?:trong đó|bao gồm|gồm)\b")
_WHOLE = re.compile(r"^(?:tổng |tong )?(?:số lượng|số|lượng|so luong|so|luong)\s+")
_THEN_CHANGES = re.compile(
    r"(?:\s+(?:da|cung|deu|nay))*\s+(?:tang|giam|nhich|tu|dat|chiem|len|xuong|con|la)\b[^,;.()]{0,12}?\d"
)
_SUFFERED = Pattern(r"\b(?:bị|chưa|phải)\s+(?:\w+\s?){1,4}$")


def read(sentence: Sentence, numbers: Sequence[Number], short: Mapping[str, str], base: str = "") -> list[Statement]:
    """What a unit says of its numbers, in their order; a number that measures nothing nameable is left out.

    `short` are the abbreviations that the source defines, `base` is what the last number before the unit measures.
    """
    found: list[Statement] = []
    told = [
        number
        for number in numbers
        if _is_listed_one(sentence, number) or not says_nothing(number, accented=sentence.unit.accented)
    ]
    told = [number for number in told if not _is_whose(sentence, number)]
    for clause in clauses(sentence, told):
        before = [said for said in found[-_BACK:][::-1] if not said.where]
        previous = before[0] if before else next((said for said in reversed(found) if not said.where), None)
        if previous is not None and counted(clause.number) and previous.number.unit != clause.number.unit:
            previous = next((said for said in before if _counts_the_same(said.number, clause.number)), previous)
        bare = tallies.is_one(sentence, clause.number) and clause.outer is None
        context = Context(sentence, short, previous, previous.base if previous else base)
        said = tallies.read(sentence, clause) if bare else forms.read(context, clause)
        if said is None or not _tells(said):
            continue
        if found and found[-1].where and counted(said.number):
            between = sentence.folded[found[-1].clause.right[1] : said.number.start]
            alike = _is_body(said.number, accented=sentence.unit.accented) or said.number.unit == found[-1].number.unit
            listed = between.strip() in (",", "va", "") and alike
            said = replace(said, where=said.where or listed)
        whole = found[-1].number if found else None
        if found and _is_predicate(sentence, found[-1], said):
            found[-1] = _with_share(sentence, found[-1], said)
            continue
        inside = clause.outer and whole and not counted(said.number) and whole.start <= said.start < whole.end
        if inside and whole and whole.value < _FEW and clause.number.value == _ALL:
            found.pop()  # "2 dịch vụ công liên thông (100%)" measures the share, not the count
        if said.number.comparator == ">" and sentence.search(_KEPT_FROM, said.clause.left[0], said.number.end):
            said = replace(said, number=replace(said.number, comparator="<="))  # "không để … vượt quá 2%"
        none = said.number.comparator == "<" and sentence.search(_NONE_BELOW, said.clause.left[0], said.number.start)
        if none:  # "không xã nào dưới 80%"
            each = joined(context.base or "tỷ lệ", f"ở mỗi {none['who']}")
            said = replace(said, number=replace(said.number, comparator=">="), indicator=each, base=each)
        number, noun = said.number, found[-1].number.unit if found else None
        if number.unit is None and number.total is not None and found and found[-1].number.total == number.total:
            said = replace(said, number=replace(number, unit=noun))  # "1/3 thư được trả lại, 1/3 không được phản hồi"
        said = _of_time(said)
        found.append(
            replace(
                _with_unit(said, previous, accented=sentence.unit.accented),
                indicator=lowered(said.indicator),
                base=lowered(said.base),
            )
        )
    found = [_with_unit(said, None, accented=sentence.unit.accented) for said in led_rows.told(sentence, found, short)]
    found = _named_parts(sentence, _of_one_thing(sentence, found))
    found = _of_the_whole(sentence, _past_brackets(sentence, found, short))
    found = last_things.told(sentence, _suffered(sentence, found), short)
    return in_turn.apart(sentence, _shared_predicates(sentence, found), short)


def _is_whose(sentence: Sentence, number: Number) -> bool:
    """Whether a count only says of what a share is.

    "tỷ lệ trễ hạn của 8 xã giảm từ 6,2% về 1,1%", "60% hồ sơ thuộc 25 dịch vụ công được nộp trực tuyến".
    """
    if not counted(number) or number.value >= _FEW or number.comparator != "=":
        return False
    if sentence.folded.endswith("thuoc ", 0, number.start):
        before = [other for other in sentence.numbers if other.end <= number.start]
        return bool(before) and before[-1].unit == "%" and "," not in sentence.folded[before[-1].end : number.start]
    whose = sentence.folded.endswith("cua ", 0, number.start)
    return whose and _THEN_CHANGES.match(sentence.folded, number.end) is not None


def _is_listed_one(sentence: Sentence, number: Number) -> bool:
    """Whether a single thing is one count of a list of counts: "đã ban hành 01 nghị quyết, 03 kế hoạch"."""
    if number.value != 1 or not number.text.startswith("0") or not counted(number) or len(sentence.numbers) < _PARTS:
        return False
    others = [other for other in sentence.numbers if other is not number and counted(other)]
    gaps = (sentence.folded[min(number.end, o.end) : max(number.start, o.start)] for o in others)
    return any(_LIST_GAP.fullmatch(gap) for gap in gaps)


def _of_the_whole(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "Trong 12 chỉ tiêu của Đề án, 7 chỉ tiêu đạt": what all are is said of the parts, too."""
    if len(found) < _PARTS or sentence.fullmatch(_OF_ALL, found[0].clause.left[0], found[0].number.start) is None:
        return found
    whole, told = found[0], list(found)
    noun = (whole.number.unit or "").lower()
    if not noun or len(whole.indicator.split()) <= len(noun.split()):
        return found
    for index, said in enumerate(found[1:], 1):
        rest = said.indicator.removeprefix(noun)
        if counted(said.number) and rest != said.indicator and not said.verb and len(said.indicator.split()) <= _SHORT:
            indicator = joined(whole.indicator.removeprefix(whole.verb).strip(), rest.strip())
            told[index] = replace(said, indicator=indicator, base=indicator, vague=False)
    return told


def _named_parts(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "Số người nghỉ chế độ là 95 người, trong đó, 7 công chức": what is said of all is said of the parts."""
    told, whole = list(found), None
    for index, said in enumerate(found):
        before = found[index - 1] if index else None
        if before is not None and sentence.search(_OF_WHICH, before.number.end, said.number.start):
            whole = before if before.link.kind == "equal" and counted(before.number) else None
        thing = said.indicator
        if whole is None or not counted(said.number) or said.verb or said.link.kind not in ("", "have"):
            continue
        if len(thing.split()) > _SHORT or said.number.value >= whole.number.value:
            continue
        mine = _WHOLE.sub("", whole.base)
        noun = (whole.number.unit or "").lower()
        indicator = joined(thing, mine.removeprefix(noun).strip())
        told[index] = replace(said, indicator=indicator, base=indicator, vague=False)
    return told


def _of_one_thing(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "cơ sở dữ liệu đất đai với 1,2 triệu thửa, 350.000 hồ sơ": what the first is of, the next ones are of, too."""
    told, whose, end = list(found), "", -1
    for index, said in enumerate(found):
        thing = sentence.printed(noun_start(sentence.reading, said.number), max(said.clause.right[1], said.number.end))
        if said.link.kind == "have" and sentence.folded.startswith("voi ", said.link.verb) and counted(said.number):
            whose, end = said.indicator.removeprefix(thing).strip(), said.end
            whose = whose if whose != said.indicator else ""
            continue
        gap = sentence.folded[end : said.number.start].strip() if end >= 0 else "."
        bare = counted(said.number) and not said.link.kind and not said.verb and len(said.indicator.split()) <= _SHORT
        if not whose or gap not in (",", "va", ", va") or not bare:
            whose = ""
            continue
        indicator, end = joined(thing, whose), said.end
        told[index] = replace(said, indicator=indicator, base=indicator, vague=False)
    return told


def _counts_the_same(one: Number, other: Number) -> bool:
    """Whether a number counts what another counts: "93.000 tổ công nghệ số … với 457.820 thành viên, giảm 300 tổ"."""
    return counted(one) and bool(other.unit) and (one.unit or "").lower().startswith((other.unit or "").lower())


def _past_brackets(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
    """ "1.120 thủ tục (62%) đã trực tuyến": what follows the bracket is said of the count and of its share."""
    told = list(found)
    for index in range(1, len(found)):
        one, share = found[index - 1], found[index]
        outer = share.clause.outer
        if outer is None:
            continue
        inside = outer[0] <= one.number.end and share.number.unit == "%" and counted(one.number)
        beside = (
            not one.link.kind and one.number.end < one.end <= outer[1] <= one.end + 1
        )  # "hồ sơ (có 58.450 hội viên)"
        if not inside and not beside:
            continue
        closed = sentence.folded.find(")", share.number.end, sentence.unit.end)
        if closed < 0:
            continue
        end = found[index + 1].clause.left[0] if index + 1 < len(found) else sentence.unit.end
        said = sentence.match(_SAID_OF, closed + 1, end)
        if said is None:
            continue
        end = next((begin for begin, _, _ in sentence.occurrences("phrase_ends", closed + 1, said.end())), said.end())
        predicate = name(sentence, closed + 1, end, short)
        for at, which in ((index - 1, one), (index, share))[: 1 + inside]:
            indicator = joined(which.indicator, predicate)
            told[at] = replace(which, indicator=indicator, base=indicator, vague=False, end=max(which.end, end))
    return told


def _tells(said: Statement) -> bool:
    words = said.indicator.split()
    return len(words) > 1 or (bool(words) and said.indicator.lower() == (said.number.unit or "").lower())


def _of_time(said: Statement) -> Statement:
    """ "Thủ tục … rút ngắn từ 20 ngày còn 5 ngày": what is said of a thing's days is of its time."""
    lasts = said.number.unit in TIMES and said.link.kind in ("from", "equal")
    if not lasts or "thoi gian" in fold(said.base) or "thoi han" in fold(said.base):
        return said
    return replace(
        said, indicator=joined("thời gian", lowered(said.indicator)), base=joined("thời gian", lowered(said.base))
    )


def _with_unit(said: Statement, previous: Statement | None, *, accented: bool) -> Statement:
    """ "giao dịch … tăng từ 647 triệu": the unit is the noun that the indicator begins with, or that was counted."""
    number = said.number
    if number.unit is not None or number.total is not None or number.value < 10 or not said.base:
        return said
    if previous is not None and said.base == previous.base:
        return replace(said, number=replace(number, unit=previous.number.unit)) if counted(previous.number) else said
    words = said.base.split()
    if accented and words[0][0].isupper():
        return said  # "Bộ Tư pháp đạt 89,95": a name
    while len(words) > 1 and fold(words[0]) in _COUNTED_BY:
        words = words[1:]
    for count in range(min(4, len(words)), 0, -1):
        noun = " ".join(words[:count]).lower()
        if spoken("counted_nouns", noun, accented=accented):
            return replace(said, number=replace(number, unit=noun))
    return said


def _is_predicate(sentence: Sentence, one: Statement, share: Statement) -> bool:
    """Whether a share says which of the counted offices are meant: "12 địa phương đạt tỷ lệ giải ngân trên 70%"."""
    between = sentence.folded[one.number.end : share.number.start]
    reached = sentence.fullmatch(_REACHED, one.number.end, share.number.start) is not None and share.number.unit == "%"
    borrowed = share.vague and share.clause.outer is None and share.number.unit == "%"
    passed = share.number.unit in (None, "điểm") and share.number.total is None and share.clause.outer is None
    bound = share.number.comparator != "=" and sentence.fullmatch(_NOT_YET, one.number.end, share.number.start)
    passed = passed and (bound or sentence.fullmatch(_PASSED, one.number.end, share.number.start)) is not None
    return (
        (borrowed or reached or passed)
        and _is_body(one.number, accented=sentence.unit.accented)
        and not any(mark in between for mark in ",;:()")
    )


def _with_share(sentence: Sentence, one: Statement, share: Statement) -> Statement:
    """The count with what says which are counted: "bộ, ngành đạt trên 50% hồ sơ trực tuyến"."""
    end = max(share.number.end, share.clause.right[1])
    told = sentence.printed(one.number.end, end)
    named = one.indicator.removesuffix(sentence.printed(*one.clause.right)).rstrip()
    clause = replace(one.clause, right=(one.clause.right[0], end))
    return replace(one, clause=clause, indicator=joined(named, told), end=end, vague=False)


def _is_body(number: Number, *, accented: bool) -> bool:
    """Whether a number counts offices, places or firms."""
    return spoken("counted_bodies", (number.unit or "").partition(",")[0], accented=accented)


def _suffered(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "63.000 ha lúa, 120.000 lồng bè và 3 triệu gia cầm bị thiệt hại": bare counts share what the last tells."""
    shared, told = list(found), ""
    for index in range(len(found) - 1, -1, -1):
        said = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or sentence.folded[said.end : following.number.start].strip(" ,") not in ("", "va"):
            told = ""
        bare = said.link.kind in ("", "have") and not said.verb and not said.clause.outer
        share = said.number.unit == "%"
        told = told if following is None or share == (following.number.unit == "%") else ""
        predicate = sentence.search(_ARE_SO if share else _SUFFERED, *said.clause.right)
        if not bare:
            told = ""
        elif predicate:
            told = sentence.printed(*predicate.span())
        elif told and len(said.indicator.split()) <= (_LONG if share else _SHORT):
            indicator = joined(said.indicator, told)
            shared[index] = replace(said, indicator=indicator, base=indicator, vague=False)
    return shared


def _shared_predicates(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "03 bộ và 11 địa phương chưa nộp danh mục": counts joined by "và" share what is said of one of them."""
    reading, shared, accented = sentence.reading, list(found), sentence.unit.accented
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        between = sentence.folded[max(one.number.end, one.clause.right[1]) : other.number.start].strip()
        bodies = all(_is_body(said.number, accented=accented) for said in (one, other))
        if not bodies or between not in ("va", ",", "cung", "cung voi"):
            continue
        noun = sentence.printed(noun_start(reading, one.number), one.number.end)
        if one.vague and not one.verb and other.clause.right[0] < other.clause.right[1]:
            indicator = joined(noun, sentence.printed(*other.clause.right))
            clause = replace(one.clause, right=other.clause.right)
            shared[index] = replace(one, clause=clause, indicator=indicator, base=indicator, vague=False)
        elif other.vague and not other.verb and not one.vague:
            mine = sentence.printed(noun_start(reading, other.number), other.number.end)
            rest = one.indicator.partition(noun)[2]
            shared[index + 1] = replace(other, indicator=joined(mine, rest.strip(" ,")), link=one.link)
    return shared
