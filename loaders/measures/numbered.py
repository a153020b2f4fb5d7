"""All that a sentence says of its numbers, each with its indicator and the stretch that shows both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.folding import fold
from loaders.measures import bearer_rows, forms, in_turn, last_things, led_rows, shared_words, tallies
from loaders.measures.counting import counted
from loaders.measures.dismissals import says_nothing
from loaders.measures.statements import Context, Statement, joined, lowered
from loaders.measures.stretches import Clause, clauses
from loaders.measures.time_spans import TIMES
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

_FEW = 100
_MANY = 1000
_AGO = re.compile(
    r"\s+(?:truoc(?! han| hen)|gan day|vua qua|qua(?! han| hen)|lien tiep|lien tuc|nua|toi|thu (?:hai|ba|tu|nam|\d))\b"
)
_ALL = 100
_BACK = 6  # numbers back to what counts the same
_REACHED = Pattern(r"\s*(?:đã\s+)?(?:đạt|có)(?:\s+tỷ lệ)?\s*")
_PASSED = Pattern(  # "5 tỉnh chưa vượt ngưỡng 0,45", "12 bộ dưới 80 điểm"
    r"\s*(?:(?:đã|chưa|không|mới|đều|còn)\s+)*(?:đạt|vượt|qua|ở|chạm)(?:\s+(?:quá|qua|tới|được))?"
    r"(?:\s+(?:ngưỡng|mức|mốc))?\s*|\s*(?:ở )?(?:dưới|trên)(?:\s+(?:ngưỡng|mức|mốc))?\s*"
)
_NOT_YET = Pattern(r"\s*(?:(?:đã|chưa|không|mới|đều|còn|có)\s+)+")
_INDEX = re.compile(r"[A-Z]{3,6}")
_COUNTED_BY = ("tong", "so", "luong")  # "tổng số tài khoản", "số lượng thuê bao"
_KEPT_FROM = Pattern(r"\b(?:không để|không cho|không được|không)\s[^,;.]*?\bvượt\b")
_NONE_BELOW = Pattern(r"\bkhông (?:có )?(?P<who>\w+(?: \w+){0,2}) nào\s+(?:đạt |có )?$")
_PARTS = 2
_LIST_GAP = re.compile(r"(?: [a-z]+){0,8}?(?:,| va| va \w+),? (?:[a-z]+ ){0,3}")
_THEN_CHANGES = re.compile(
    r"(?:\s+(?:da|cung|deu|nay))*\s+(?:tang|giam|nhich|tu|dat|chiem|len|xuong|con|la)\b[^,;.()]{0,20}?\d"
    r"|(?:\s+[a-z]+){0,6}?\s+(?:uoc(?: dat| tinh)?|dat|la)\s\d[\d.,]*\s?(?:%|nghin ty|trieu ty|ty|trieu (?:dong|usd))"
)
_CHANGES_THERE = re.compile(r"(?:\s+[a-z]+){0,4}?\s+(?:tang|giam|rut ngan)\b[^,;.()]{0,24}?\d[\d.,]*\s?(?:%|lan\b)")
_WHERE = re.compile(r"\b(?:cua|tai|o|trong)\s\Z")
_IN_WHOSE_HANDS = re.compile(
    r"\b(?:thuoc|nam trong|do) (?:trach nhiem|tham quyen|chuc nang|pham vi|linh vuc|dia ban|phan viec)"
    r"(?: [a-z]+){0,3}? (?:cua |thuoc )?\Z"
)
_IS_TIME = re.compile(r"\bthoi (?:gian|han|luong)\b|\bso (?:ngay|gio|phut|thang|tuan)\b|\bdo tre\b")
_BOUND = re.compile(r"(?<=\w) tr(?:ở|o) (?:lên|len|xuống|xuong)\b")


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
    told = [number for number in told if not (_is_whose(sentence, number) or _is_ago(sentence, number))]
    left_out = [number for number in numbers if number not in told]
    for clause in clauses(sentence, told):
        clause = _past_others(sentence, clause, left_out)
        before = [said for said in found[-_BACK:][::-1] if not said.where]
        previous = before[0] if before else next((said for said in reversed(found) if not said.where), None)
        if previous is not None and counted(clause.number) and previous.number.unit != clause.number.unit:
            previous = next((said for said in before if _counts_the_same(said.number, clause.number)), previous)
        bare = tallies.is_one(sentence, clause.number) and clause.outer is None
        context = Context(sentence, short, previous, previous.base if previous else base)
        said = tallies.read(sentence, clause) if bare else forms.read(context, clause)
        if said is None or not (_tells(said) or _is_share_of(said, accented=sentence.unit.accented)):
            continue
        if found and found[-1].where and counted(said.number):
            between = sentence.folded[found[-1].clause.right[1] : said.number.start]
            alike = (
                shared_words.is_body(said.number, accented=sentence.unit.accented)
                or said.number.unit == found[-1].number.unit
            )
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
        said = _of_time(_without_bound(said))
        found.append(
            replace(
                _with_unit(said, previous, accented=sentence.unit.accented),
                indicator=lowered(said.indicator),
                base=lowered(said.base),
            )
        )
    led = led_rows.told(sentence, found, base, short)
    found = [_with_unit(said, None, accented=sentence.unit.accented) for said in led]
    found = bearer_rows.told(sentence, found)
    found = shared_words.named_parts(sentence, shared_words.of_one_thing(sentence, found))
    found = shared_words.of_the_whole(sentence, shared_words.past_brackets(sentence, found, short))
    found = shared_words.suffered(sentence, shared_words.rows_of_shares(sentence, found, short))
    found = last_things.told(sentence, [said for said in found if _tells(said)], short)
    return in_turn.apart(sentence, shared_words.shared_predicates(sentence, found), short)


def _past_others(sentence: Sentence, clause: Clause, left_out: Sequence[Number]) -> Clause:
    """The clause without a count before it that is left out: "còn 6 bản sóng yếu, 218 người chưa có định danh"."""
    start, end = clause.left
    inside = [number.end for number in left_out if start <= number.start < end]
    comma = sentence.folded.find(", ", inside[-1], end) if inside else -1
    return replace(clause, left=(comma + 1, end)) if comma >= 0 else clause


def _is_whose(sentence: Sentence, number: Number) -> bool:
    """Whether a count only says of what a share is.

    "tỷ lệ trễ hạn của 8 xã giảm từ 6,2% về 1,1%", "60% hồ sơ thuộc 25 dịch vụ công được nộp trực tuyến".
    """
    many = _MANY if sentence.folded.endswith("cua ", 0, number.start) else _FEW
    if not counted(number) or number.value >= many or number.comparator != "=":
        return False
    if _IN_WHOSE_HANDS.search(sentence.folded, sentence.unit.start, number.start):
        return True  # "còn 15 dịch vụ chưa xong, thuộc trách nhiệm của 6 bộ"
    if sentence.folded.endswith("thuoc ", 0, number.start):
        before = [other for other in sentence.numbers if other.end <= number.start]
        return bool(before) and before[-1].unit == "%" and "," not in sentence.folded[before[-1].end : number.start]
    changes = _THEN_CHANGES if sentence.folded.endswith("cua ", 0, number.start) else _CHANGES_THERE
    where = _WHERE.search(sentence.folded, sentence.unit.start, number.start) is not None
    return where and changes.match(sentence.folded, number.end) is not None


def _is_ago(sentence: Sentence, number: Number) -> bool:
    """Whether years or months only say when: "so với 5 năm trước", "trong 3 năm gần đây"."""
    return number.unit in TIMES and _AGO.match(sentence.folded, number.end) is not None


def _is_listed_one(sentence: Sentence, number: Number) -> bool:
    """Whether a single thing is one count of a list of counts: "đã ban hành 01 nghị quyết, 03 kế hoạch"."""
    if number.value != 1 or not number.text.startswith("0") or not counted(number) or len(sentence.numbers) < _PARTS:
        return False
    others = [other for other in sentence.numbers if other is not number and counted(other)]
    gaps = (sentence.folded[min(number.end, o.end) : max(number.start, o.start)] for o in others)
    return any(_LIST_GAP.fullmatch(gap) for gap in gaps)


def _counts_the_same(one: Number, other: Number) -> bool:
    """Whether a number counts what another counts: "93.000 tổ công nghệ số … với 457.820 thành viên, giảm 300 tổ"."""
    return counted(one) and bool(other.unit) and (one.unit or "").lower().startswith((other.unit or "").lower())


def _tells(said: Statement) -> bool:
    words = said.indicator.split()
    if len(words) == 1 and _INDEX.fullmatch(words[0]) and said.number.unit in ("%", "điểm"):
        return True  # "SIPAS 87,25%"
    return len(words) > 1 or (bool(words) and said.indicator.lower() == (said.number.unit or "").lower())


def _is_share_of(said: Statement, *, accented: bool) -> bool:
    """Whether a number is a share of bodies or people named in one word: "80% huyện"."""
    return said.number.unit == "%" and spoken("counted_nouns", said.indicator.lower(), accented=accented)


def _without_bound(said: Statement) -> Statement:
    """ "Có 250 doanh nghiệp số trở lên": how many at least is told by the number."""
    if not counted(said.number) or said.number.comparator not in (">=", "<="):
        return said
    return replace(said, indicator=_BOUND.sub("", said.indicator, 1), base=_BOUND.sub("", said.base, 1))


def _of_time(said: Statement) -> Statement:
    """ "Thủ tục … rút ngắn từ 20 ngày còn 5 ngày": what is said of a thing's days is of its time."""
    lasts = said.number.unit in TIMES and said.link.kind in ("from", "equal")
    if not lasts or _IS_TIME.search(fold(said.base)):
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
        and shared_words.is_body(one.number, accented=sentence.unit.accented)
        and not any(mark in between for mark in ",;:()")
    )


def _with_share(sentence: Sentence, one: Statement, share: Statement) -> Statement:
    """The count with what says which are counted: "bộ, ngành đạt trên 50% hồ sơ trực tuyến"."""
    end = max(share.number.end, share.clause.right[1])
    told = sentence.printed(one.number.end, end)
    named = one.indicator.removesuffix(sentence.printed(*one.clause.right)).rstrip()
    clause = replace(one.clause, right=(one.clause.right[0], end))
    return replace(one, clause=clause, indicator=joined(named, told), end=end, vague=False)
