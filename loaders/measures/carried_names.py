"""What a figure is of, where only the text before it names that: the index of a ranking, the things of a bare noun.

"Bộ công bố chỉ số X. Phú Thọ xếp thứ 12": the place is one in chỉ số X. "… tổ công nghệ số cộng đồng. Đến nay đã lập
145 tổ": these are such tổ.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.folding import UPPER, fold
from loaders.measures.counting import counted, is_fraction
from loaders.measures.courses import FAR, READ, Course
from loaders.measures.indicators import name
from loaders.measures.statements import Statement, joined, lowered
from loaders.measures.stretches import body
from loaders.measures.timing import is_ranked
from loaders.reading import Number, Reading
from loaders.tables import printed
from loaders.words.figures import is_broken
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_INDEX = Pattern(
    r"\b(?P<head>(?:bộ |bảng )?(?:chỉ số|xếp hạng))\s+(?!này|đó|trên|thành phần)[^,;.:()\d]{4,90}", "chỉ số|xếp hạng"
)
_ENDS = Pattern(
    r"\s(?:năm|của|đạt|là|được|xếp|do|tại|vừa|cho|với|từ|theo|trong|ở|có|tăng|giảm|trên|giai đoạn|đã|mới|công bố|"
    r"đứng|giữ|lên|xuống|tụt|lùi|vươn|dẫn đầu|vào|lần|hạng|về|thấp|cao|hơn|so với|chỉ|còn|hiện|đang|thì|luôn)\b"
)
_OF_MANY = re.compile(r" cua (?:nguoi|doanh nghiep|cong dan|can bo|to chuc)\b")  # "chỉ số hài lòng của người dân"
_PLACES = (
    "tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã", "quận", "nước ta", "bộ", "sở",
    "tinh", "huyen", "xa", "phuong", "thanh pho", "thi xa", "quan", "nuoc ta", "bo", "so",
)  # fmt: skip
_RANK = ("thứ hạng ", "xếp hạng ", "vị trí ", "thu hang ", "xep hang ", "vi tri ")
_NAMES_ONE = re.compile(
    r"\b(?:chi so|index|xep hang (?!cua)|bang xep hang|ve|diem|muc do|chinh quyen|chinh phu|kinh te|xa hoi"
    r"|dti|pci|papi|sipas|egdi|gii|gci|pgi|ddci)\b"
)
_MOVES = re.compile(
    r"\s*\b(?:tăng|giảm|tụt|lùi|vươn|giữ|đứng|dẫn đầu|bứt phá|xếp|nhất|về (?:nhất|nhì|ba|thứ)|đầu bảng|theo sau"
    r"|(?:ở )?vị trí|thứ (?:nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d)"
    r"|tang|giam|tut|lui|vuon|giu|dung|dan dau|but pha|xep|nhat|ve (?:nhat|nhi|ba|thu)|dau bang|theo sau)\b.*$"
)
_NAMES_ITSELF = re.compile(r"(?:thứ hạng )?(?:(?:bộ |bảng )?(?:chỉ số|xếp hạng)|điểm|tỷ lệ|mức|tổng|số )")
_LED = re.compile(r"\b(?:dẫn đầu|đứng đầu|(?:đứng|xếp) thứ)\b")
_STANDS = re.compile(r"(?:dẫn đầu|đứng|xếp|nhất|(?:ở )?vị trí|thứ|đầu bảng|theo sau|giữ|về)\b")
_LEADS = re.compile(  # "Đà Nẵng dẫn đầu bảng xếp hạng DTI"; of another behind it: "… của Hà Nội"
    rf"(?P<head>thứ hạng )?(?P<who>[{UPPER}][^,;:]{{2,60}}?) (?:tiếp tục )?(?:dẫn đầu|đứng đầu|đứng nhất|giữ vững) "
    r"(?:về |trong )?(?P<what>(?:bảng )?xếp hạng (?:(?!của )[^,;:]){2,60}?|chỉ số (?:(?!của )[^,;:]){2,60}?)"
    r"(?: của (?P<last>[^,;:]{2,60}))?"
)
_DONE_LABEL = re.compile(r"(?:da|dang|chua) (?P<done>[a-z]+(?: [a-z]+){0,4}) ?: ?")
_LEAST = 3  # words of an index that name it
_LONGEST_WHO = 4
_BACK = 700  # characters back to where the things of a bare noun are named in full
_FULLY = re.compile(
    r" ([^\W\d]+(?: [^\W\d]+){0,5}?)"
    r"(?=[,.;:()\n]| (?:cho|của|và|được|đã|đang|ở|tại|trên|với|để|là|có|theo|trong|khi|hoặc|sẽ|phải|bị|chưa|không|này|"
    r"đó|do|về|từ|đến|cấp|mới|năm|đạt|nằm|thuộc|gồm)\b)"
)
_BARE = 2


def follow(sentence: Sentence, index: int, course: Course) -> None:
    """Take note of the indexes and the rankings that a unit names, each with where it does."""
    for start, end in _found(sentence):
        told = name(sentence, start, end, {})
        if len(told.split()) >= _LEAST:
            course.indexes.append((start, index, lowered(told)))


def opening(reading: Reading, folded: str, course: Course) -> None:
    """Take note of the index that the first lines of a source name."""
    for index, unit in enumerate(reading.units[: course.opening]):
        if unit.role in READ and (
            "chi so " in folded[unit.start : unit.end] or "xep hang " in folded[unit.start : unit.end]
        ):
            follow(Sentence(reading, unit, folded), index, course)


def _found(sentence: Sentence) -> list[tuple[int, int]]:
    begin, stretches = sentence.unit.start, []
    while (match := sentence.search(_INDEX, begin, sentence.unit.end)) is not None:
        end = sentence.search(_ENDS, match.end("head"), match.end())
        if end and _OF_MANY.match(sentence.folded, end.start()):
            end = sentence.search(_ENDS, end.end(), match.end())
        stretches.append((match.start(), end.start() if end else match.end()))
        begin = match.end()
    return stretches


def completed(sentence: Sentence, said: Statement, index: int, course: Course) -> Statement:
    """The statement with the name that it lacks."""
    if label := _labelled(sentence, said):
        return replace(said, indicator=label, base=label)
    said = _scored(said)
    ranked = is_ranked(said) or _is_score(said)
    indicator = _ranked(sentence, said, index, course) if ranked else _of_full_noun(sentence, said)
    return replace(said, indicator=indicator) if indicator else said


def _scored(said: Statement) -> Statement:
    """The points of an index in the bracket behind a place in it: "Bộ Tư pháp xếp thứ hai (91,84%)"; who leads it."""
    unit, indicator = said.number.unit, said.indicator
    points = unit in ("%", "điểm") or is_fraction(said.number)
    if (unit == "điểm" or (said.clause.outer and points)) and indicator.startswith("thứ hạng "):
        indicator = indicator.removeprefix("thứ hạng ")
    if leads := _LEADS.fullmatch(indicator):
        indicator = f"{leads['head'] or ''}{leads['what']} của {leads['last'] or leads['who']}"
    return replace(said, indicator=indicator)


def _labelled(sentence: Sentence, said: Statement) -> str:
    """ "- Đã giải quyết: 4.180 hồ sơ": what was done to the counted is said by the label before it; "" else."""
    label = _DONE_LABEL.fullmatch(sentence.folded, body(sentence), said.number.start) if counted(said.number) else None
    return joined(sentence.printed(*label.span("done")), (said.number.unit or "").lower()) if label else ""


def _ranked(sentence: Sentence, said: Statement, index: int, course: Course) -> str:
    """ "thứ hạng chỉ số X của Phú Thọ" for "thứ hạng Phú Thọ"; "" where the indicator says in what."""
    head = next((head for head in _RANK if said.indicator.startswith(head)), "")
    rest = said.indicator.removeprefix(head).removeprefix("của ")
    _, index_at, index_name = next((one for one in reversed(course.indexes) if one[0] < said.number.start), (0, 0, ""))
    bodies = {sentence.printed(agency.start, agency.end).lower() for agency in sentence.agencies}
    other, _, last = rest.rpartition(" của ")
    here = said.vague and index_at == index  # "Riêng chỉ số X của Oxford Insights, Việt Nam lùi xuống hạng 55"
    led = _is_name(other) and _LED.search(other) is not None  # "thứ hạng Bộ A dẫn đầu với số điểm của Bộ B"
    rest = _bearer(sentence, said) or (last if led else rest)
    if not index_name or index - index_at > FAR or (rest.lower() not in bodies and _NAMES_ONE.search(fold(rest))):
        return ""
    rest = last if head and (here or _is_name(other)) and rest.endswith(last) else rest
    rest = rest.rpartition(", ")[2]  # "Ở khối sở, ban, ngành, Sở Tài chính dẫn đầu với 0,92 điểm"
    moves = _MOVES.search(f" {rest}")
    who = f" {rest}"[: moves.start()].strip() if moves else rest
    tail = rest.removeprefix(who).strip() if head == "" or said.link.kind == "change" else ""
    tail = "" if _STANDS.match(tail) else tail
    if who.lower() not in bodies and (len(who.split()) > _LONGEST_WHO or (who and not _is_name(who))):
        return ""
    told = index_name.startswith(("xếp hạng", "bảng", "xep hang", "bang"))
    rank = "" if told or said.number.unit in ("điểm", None) else head.strip() or "thứ hạng"
    return joined(rank, index_name, f"của {who}" if who else "", tail)


def _bearer(sentence: Sentence, said: Statement) -> str:
    """The one body between two scores that the second is of: "A có 0,77 điểm; xếp thứ ba là B (0,74)"; "" else."""
    scored = is_fraction(said.number) or (said.number.unit == "điểm" and is_broken(said.number.value))
    if _NAMES_ITSELF.match(said.indicator.lower()):
        return ""
    since = max((one.end for one in sentence.numbers if one.end <= said.number.start and _counts_on(one)), default=0)
    named = [a for a in sentence.agencies if since <= a.start and a.end <= said.number.start] if scored else []
    return sentence.printed(named[0].start, named[0].end) if len(named) == 1 else ""


def _counts_on(number: Number) -> bool:
    """Whether a number before is points or a share, no place in the ranking."""
    return number.unit in ("điểm", "%", None) and is_broken(number.value)


def _is_score(said: Statement) -> bool:
    """Whether a number can only be points of an index: "Bộ Tư pháp dẫn đầu, đạt 0,6843"."""
    number = said.number
    bare = number.unit is None and number.total is None and is_broken(number.value)
    return bare and (said.link.kind == "equal" or is_fraction(number))


def _is_name(who: str) -> bool:
    """Whether a phrase names a place or a body."""
    return who[:1].isupper() or who.startswith(_PLACES)


@cache
def _longer(noun: str) -> re.Pattern[str] | None:
    """The counted things whose name begins with a noun: "tổ công nghệ số cộng đồng" for "tổ"."""
    names = [fold(thing) for thing in printed("counted_nouns") if fold(thing).startswith(f"{noun} ")]
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b") if names else None


def _of_full_noun(sentence: Sentence, said: Statement) -> str:
    noun = (said.number.unit or "").lower()
    thing = said.indicator.removeprefix(said.verb).strip().lower()
    another = said.vague and counted(said.number) and said.number.comparator != "<=" and bool(noun)
    another = another and noun.split()[0] not in thing.split()
    if not noun or (thing != noun and not another) or len(noun.split()) > _BARE:
        return ""
    since, end = max(0, said.number.start - _BACK), said.number.start
    longer = _longer(fold(noun))
    told = list(longer.finditer(sentence.folded, since, end)) if longer else []
    if told:
        full = " ".join(sentence.reading.source.text[told[-1].start() : told[-1].end()].split()).lower()
    else:
        full = _as_told(sentence.reading.source.text[since:end], noun) if sentence.unit.accented else ""
    if not full.startswith(f"{noun} "):
        return ""
    return joined("" if another else said.verb, full)


def _as_told(before: str, noun: str) -> str:
    """The noun with what follows it where a text last names it more fully: "tài khoản định danh điện tử"."""
    small = before.lower()
    at = small.rfind(f"{noun} ")
    while at >= 0:
        full = _FULLY.match(before, at + len(noun))
        if full and len(full[1].split()) > 1 and not before[at - 1 : at].isalnum():
            return " ".join(f"{noun} {full[1]}".split())
        at = small.rfind(f"{noun} ", 0, at)
    return ""
