"""The numbers of a sentence, each with the stretches of it that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.measures.counting import counted
from loaders.measures.links import link
from loaders.reading import Number
from loaders.words.wording import Sentence

_STRONG = re.compile(
    r"[;!?:.)…](?:(?<=[;!?:])|(?<=\d\.)(?=\s[a-z])|(?<=\.)(?=\[\d)|(?<=[a-z]{3}\.)(?=[a-z]{2})|(?<=\))(?=\s*[,;.])"
    r"|(?:(?<=…)|(?<=\.)\.\.)(?=\s*\Z))"
)
_CONJUNCTION = re.compile(
    r",(?!(?<=\d,)\d)(?!\s?\d+\s*(?:[,;.)]|\Z|va\b|chiem\b|la\b|dat\b))|\bva\b|\bcung(?:\s+voi)?(?=\s+\d|\s*\Z)"
)
_ENUMERATED = re.compile(r"\s*(?:[-+*•]|\(?\d{1,2} ?[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-z]{1,2}[.)])\s+")
_DASH = re.compile(r"\s-\s")
_COMPOUND = re.compile(r"(?:kinh te|chinh tri|van hoa|khoa hoc|to chuc|cong nghe|truyen thong|nguoi)\s*\Z")
_DOES = (
    r"(?:chia se|dieu phoi|tich hop|giam sat|dieu hanh|phan tich|xu ly|ket noi|quan ly|luu tru|khai thac|tong hop"
    r"|dong bo|tiep nhan|theo doi|chi dao|bao cao|cung cap|danh gia|thu thap|tra cuu|tac nghiep)"
)
_SYSTEM = re.compile(  # "Nền tảng chia sẻ, điều phối dữ liệu quốc gia": one name
    r"\b(?:nen tang|he thong|truc|cong|kho|trung tam|co so du lieu)(?: (?:so|thong tin|dien tu))?"
    rf" {_DOES}(?:, {_DOES})*(?:,| va|, va) {_DOES} \w"
)
_OF_THESE = ("voi ", "cua ", "tri gia ")  # what stands before these says of what the number before is one
_WITH = re.compile(r"\bvoi\s+\Z")
_IN_TIME = ("", "hoi", "vao", "cua", "luc", "o")  # "51,7% hồi đầu năm lên 62%"
_EACH_TIME = re.compile(r"\s?/\s?(?:nam|thang|quy|tuan|ngay|gio)\b")  # "6,5%/năm"
_EDGES = ',.;:"'


@dataclass(frozen=True, slots=True)
class Clause:
    """A number with the stretches before and after it that belong to it, and the bracket that it stands in."""

    number: Number
    left: tuple[int, int]
    right: tuple[int, int]
    bracket: int | None = None  # where its "(" stands
    outer: tuple[int, int] | None = None  # of the first number of a bracket: what stands before the bracket


def body(sentence: Sentence) -> int:
    """Where the text of a unit begins, past the number or dash of a list item."""
    match = _ENUMERATED.match(sentence.folded, sentence.unit.start, sentence.unit.end)
    return match.end() if match else sentence.unit.start


def clauses(sentence: Sentence, numbers: Sequence[Number]) -> list[Clause]:
    """The numbers of a unit, each with its own stretch of it."""
    folded = sentence.folded
    found: list[Clause] = []
    start = body(sentence)
    for number in numbers:
        previous = found[-1] if found else None
        since = _past_time(sentence, previous.number.end) if previous else start
        opening = folded.rfind("(", since, number.start)
        outer = None
        if opening >= 0 and folded.find(")", opening, number.start) < 0:
            stop = _boundary(sentence, previous, _closed(folded, previous, since, opening), opening, list=True)
            left, outer = (opening + 1, number.start), (stop, opening)
            bracket: int | None = opening
        else:
            inside = previous is not None and previous.bracket is not None and folded.find(")", since, number.start) < 0
            bracket = previous.bracket if previous and inside else None
            begin = since if inside else _closed(folded, previous, since, number.start)
            stop = _boundary(sentence, previous, begin, number.start)
            left = (stop, number.start)
        if previous is not None:
            reach = opening if outer and stop <= since else stop
            found[-1] = replace(previous, right=(previous.number.end, max(previous.number.end, reach)))
        found.append(Clause(number, left, (number.end, sentence.unit.end), bracket, outer))
    return [_ended(sentence, clause) for clause in found]


def _closed(folded: str, previous: Clause | None, since: int, end: int) -> int:
    """Past the bracket that the number before stands in."""
    if previous is None or previous.bracket is None:
        return since
    return folded.find(")", since, end) + 1 or since


def _past_time(sentence: Sentence, at: int) -> int:
    """Past the time that stands right after a number, which is that number's: "27% năm 2019 lên 100%"."""
    following = next((period for period in sentence.periods if period.start >= at), None)
    if following is None or sentence.folded[at : following.start].strip() not in _IN_TIME:
        return at
    return following.end


def _boundary(sentence: Sentence, previous: Clause | None, since: int, end: int, *, list: bool = False) -> int:
    """Where, between the number before (or the unit's start) and this one, the stretch of this one begins.

    `list` says that what stands there is a name in a list and no clause: it begins after the last comma.
    """
    folded = sentence.folded
    begin = since
    for match in _STRONG.finditer(folded, since, end):
        if match[0] != ":" or folded[match.end() : end].strip():
            begin = match.end()
    if begin > since or previous is None:
        return begin
    names = [match.span() for match in _SYSTEM.finditer(folded, since, end)]
    joints = [
        match.start()
        for match in _CONJUNCTION.finditer(folded, since, end)
        if not any(begin < match.start() < stop for begin, stop in names)
    ]
    commas = [joint for joint in joints if folded[joint] == ","]
    tie = link(sentence, since, end)
    if list and joints:
        return (commas or joints)[-1]
    if not joints:
        for start, _, _ in sentence.occurrences("indicator_heads", since, end):
            if (preposition := _WITH.search(folded, since, start)) is not None:
                return preposition.start()  # "5 triệu giao dịch với tổng số tiền 4.560 tỷ đồng"
        if folded.startswith(_OF_THESE, tie.verb) and _takes_what_follows(previous):
            return tie.start
        if tie.kind == "equal" and previous.bracket is None and counted(previous.number) and _goes_on(folded, previous):
            return tie.start  # "320 thủ tục trên mạng chiếm gần 40% tổng số"
        goes_on = not tie.kind and folded[since:end].strip() and previous.bracket is None
        return end if goes_on and _takes_what_follows(previous) else since
    if tie.kind in ("", "have"):
        return joints[-1]
    heads = [start for start, _, _ in sentence.occurrences("indicator_heads", since, end)]
    if heads:
        return max((joint for joint in joints if joint < heads[0]), default=joints[0])
    return joints[0]


def _goes_on(folded: str, clause: Clause) -> bool:
    """Whether a word follows the counted at once, so that it belongs to these."""
    return folded[clause.number.end : clause.number.end + 2].strip().isalpha()


def _takes_what_follows(clause: Clause) -> bool:
    """Whether a number is one of a share or of things, so that a noun after it is its own."""
    return clause.number.unit is not None


def _ended(sentence: Sentence, clause: Clause) -> Clause:
    """The clause with its right stretch cut where what is measured ends."""
    folded = sentence.folded
    start, end = clause.right
    each = _EACH_TIME.match(folded, start, end)
    start = each.end() if each else start
    if clause.bracket is not None:
        close = folded.find(")", start, end)
        end = close if close >= 0 else end
    for match in _STRONG.finditer(folded, start, end):
        if match[0] != ")" or folded.count("(", start, match.start()) == folded.count(")", start, match.start()):
            end = match.start()
            break
    quote = folded.find('"', start, end)
    if quote >= 0 and folded.find('"', quote + 1, end) < 0:
        end = quote
    for match in _DASH.finditer(folded, start, end):
        if not _COMPOUND.search(folded, start, match.start()):
            end = match.start()
            break
    end = next((begin for begin, _, _ in sentence.occurrences("phrase_ends", start, end)), end)
    opened = folded.find("(", start, end)
    if opened >= 0 and folded.find(")", opened, end) < 0:
        end = opened
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in _EDGES):
        end -= 1
    return replace(clause, right=(start, end))
