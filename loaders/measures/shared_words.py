"""What a sentence says of one of its counts or shares and means of others: of a whole, a row, a bracket."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.measures.counting import counted
from loaders.measures.indicators import name
from loaders.measures.statements import Statement, joined, noun_start
from loaders.reading import Number
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence, spoken

_PARTS = 2
_LONG = 12  # words of what a share is of, without what is said of it
_SHORT = 6  # words of a count that tells nothing of the counted
_OF_ALL = Pattern(r"\s*(?:trong|trong số|trong tổng số|trên tổng số|với)\s*")
_SAID_OF = Pattern(r"\s+(?:đã|đang|được|chưa|không|có|bị|sẽ|đủ|dùng|sử dụng|thực hiện|hoàn thành|tham gia)\s[^,;:.()]+")
_OF_WHICH = Pattern(r"[,;(]\s*(?:trong đó|bao gồm|gồm)\b")
_WHOLE = re.compile(r"^(?:tổng |tong )?(?:số lượng|số|lượng|so luong|so|luong)\s+")
_DO_SO = Pattern(
    r"\b(?:đã|đang|sẽ|phải|có|được|đều|chưa|không|bị|dùng|sử dụng|ứng dụng|triển khai|áp dụng|kết nối|vận hành|"
    r"hoàn thành|thực hiện|tham gia|đạt|biết|tiếp cận|làm chủ|khai thác)\s+\w.*$"
)
_HOW = re.compile(  # how it is done says enough: "80% hồ sơ trực tuyến toàn trình, 100% xã có …"
    r"\s(?:truc tuyen|toan trinh|mot phan|dung han|truoc han|qua mang|tren mang|khong dung tien mat)\Z"
)
_GAP = re.compile(
    r"\s*(?:[,;]\s*(?:va\s+|cung\s+)?|\bva\s+|\bcung\s+)(?:(?:khoang|gan|hon|tren|it nhat|toi thieu)\s+)?\Z"
)
_SUFFERED = Pattern(r"\b(?:bị|chưa|phải)\s+(?:\w+\s?){1,4}$")


def of_the_whole(sentence: Sentence, found: list[Statement]) -> list[Statement]:
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


def named_parts(sentence: Sentence, found: list[Statement]) -> list[Statement]:
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


def of_one_thing(sentence: Sentence, found: list[Statement]) -> list[Statement]:
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


def past_brackets(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
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


def is_body(number: Number, *, accented: bool) -> bool:
    """Whether a number counts offices, places or firms."""
    return spoken("counted_bodies", (number.unit or "").partition(",")[0], accented=accented)


def suffered(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "63.000 ha lúa, 120.000 lồng bè và 3 triệu gia cầm bị thiệt hại": bare counts share what the last tells."""
    shared, told = list(found), ""
    for index in range(len(found) - 1, -1, -1):
        said = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or sentence.folded[said.end : following.number.start].strip(" ,") not in ("", "va"):
            told = ""
        share = said.number.unit == "%"  # of these rows_of_shares tells
        bare = not share and said.link.kind in ("", "have") and not said.verb and not said.clause.outer
        predicate = None if share else sentence.search(_SUFFERED, *said.clause.right)
        if not bare:
            told = ""
        elif predicate:
            told = sentence.printed(*predicate.span())
        elif told and len(said.indicator.split()) <= _SHORT:
            indicator = joined(said.indicator, told)
            shared[index] = replace(said, indicator=indicator, base=indicator, vague=False)
    return shared


def rows_of_shares(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
    """ "100% sở, 80% huyện, 50% xã có hệ thống": what the last share's bearers do is said of those before it, too."""
    shared = list(found)
    for last in range(len(found) - 1, 0, -1):
        does = _done_by(sentence, found[last])
        index = last - 1 if does else -1
        while index >= 0 and _is_bare_share(sentence, shared[index], shared[index + 1]):
            said = shared[index]
            noun = name(sentence, *said.clause.right, short).rstrip(" ,;")
            indicator = joined(noun, does)
            shared[index] = replace(said, indicator=indicator, base=indicator, vague=False)
            index -= 1
    return shared


def _done_by(sentence: Sentence, said: Statement) -> str:
    """What the bearers of a share do, behind their name; "" where the share names no bearers or says no more."""
    if said.number.unit != "%" or said.link.kind not in ("", "have") or said.clause.outer:
        return ""
    start, end = said.clause.right
    does = sentence.search(_DO_SO, start, end)
    noun = sentence.folded[start : does.start()].split() if does else []
    return sentence.printed(*does.span()) if does and 0 < len(noun) <= _LONG else ""


def _is_bare_share(sentence: Sentence, said: Statement, following: Statement) -> bool:
    """Whether a share right before another says only of whom it is."""
    if said.number.unit != "%" or said.link.kind not in ("", "have") or said.clause.outer:
        return False
    gap = _GAP.search(sentence.folded, said.number.end, following.number.start)
    noun = sentence.folded[said.number.end : gap.start()].split() if gap else []
    if len(said.indicator.split()) > len(noun):
        return False  # "cáp quang phủ 85% hộ, 100% thôn; 75% dân số dùng …": more is said of it before
    if gap and _HOW.search(sentence.folded, said.number.end, gap.start()):
        return False
    return 0 < len(noun) <= _LONG and not sentence.search(_DO_SO, said.number.end, following.number.start)


def shared_predicates(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """ "03 bộ và 11 địa phương chưa nộp danh mục": counts joined by "và" share what is said of one of them."""
    reading, shared, accented = sentence.reading, list(found), sentence.unit.accented
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        between = sentence.folded[max(one.number.end, one.clause.right[1]) : other.number.start].strip()
        bodies = all(is_body(said.number, accented=accented) for said in (one, other))
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
