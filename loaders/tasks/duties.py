"""The line that names who has to do what stands below it: "Đối với Bộ X:", "Trách nhiệm của chủ đầu tư:".

Whoever has a duty need not have a name. Then the whole phrase is read, as printed: "tổ chức cung cấp dịch vụ tin cậy".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from loaders.reading import Unit
from loaders.tables import printed, printed_values
from loaders.tasks.masked import Masked
from loaders.tasks.orders import ADVERBIAL
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME
from loaders.words.flat import Pattern

_ASSIGNED = r"(?:phan cong(?: nhiem vu)?|giao(?: nhiem vu)?(?: cho)?|yeu cau|de nghi)"
_ASKED = re.compile(rf"{_ASSIGNED}\s*:\s*")
_LONGEST = 260  # characters of such a line
_WORDS = 26  # of the phrase that names the bearer
_SHORT = 14  # of one that begins with no noun for a doer
_BRACKETS = re.compile(r"\([^()]*\)")
_NO_NAME = re.compile(rf"[^{ACTOR}{PERSON}]+")
_JOINING = re.compile(r"(?:\s|,|;|/|&|-|:|\bva\b|\bcac\b|\bcung\b|\bnhu\b|\btoan the\b|\bdong chi\b|\bong\b|\bba\b)*")
_LIST = Pattern(r"(?:sau|sau đây|như sau|dưới đây|gồm|bao gồm)\s*$")
_OF_LAW = r"\s+(?:quy dinh (?:tai|o|trong)|theo quy dinh|tham muu|giup)\s"
_HAS_DUTIES = re.compile(
    rf"(?:{_OF_LAW}[^,;:]{{3,120}}?)?\s*(?:hoac\s+)?(?:co|chiu|thuc hien|duoc giao|duoc phan cong|dam nhan|dam nhiem)\s"
)
_TOLD_OF = re.compile(_OF_LAW)  # where the name of who has the duties ends: "Trạm X quy định tại …, tham mưu …"
_BEFORE = re.compile(
    r"\s*(?:de|nham|khi|trong|can cu|theo|thuc hien|ngoai ra|dong thoi|ben canh do|tai|tu)\b[^:;]{0,160}?,\s*(?!\s)"
)
_AFTER = re.compile(
    r"\s*,\s*(?:trong pham vi|theo(?! doi)|can cu|trong thoi|tuy theo|voi tu cach|khi|de|ngoai)\b.*$", re.DOTALL
)
_CONCERNING = re.compile(r"\s+(?:trong|khi|doi voi|ve|tai)\s.*$", re.DOTALL)  # "… của Bộ X trong quản lý thuê bao"
_DUTY_OF = re.compile(
    r"\b(?:trach nhiem|nghia vu|nhiem vu)(?:(?:\s*,|\s+va)\s+quyen(?:\s+han|\s+loi)?)?\s+(?:cu the\s+)?"
    r"(?:cua|doi voi)\s"
)
_NO_BEARER = Pattern(  # subjects that stand for something said before, or for nobody
    r"\s*(?:đây|đó|điều|việc|nó|ai|không|chưa|họ|chúng|tôi|ta|và|nhưng|song|mà|nếu|khi|để|do|vì|bởi|là|tuy|dù|cũng|thì"
    r"|nhất|nay|còn|theo|trong|tại|từ|trước|sau|ngoài|hiện|mỗi khi|bất kỳ ai|ai cũng|thế nào|quy định|nội dung"
    r"|nghị định|luật|thông tư|quyết định|dự thảo|kế hoạch|chương trình|đề án|chiến lược|chỉ thị|công điện|công văn"
    r"|nghị quyết|thông báo|kết luận|văn bản|có|gồm|bao gồm|nêu|đưa ra"
    r"|(?:hằng|hàng) (?:năm|quý|tháng)|định kỳ|đột xuất)\b"
)
_FINITE = Pattern(r"\b(?:đã|đang|sẽ|là|thì|mà|rằng|cũng|nhận được|bao gồm|cho biết|nhấn mạnh|khẳng định|yêu cầu)\b")

_SETS = Pattern(
    r"\b(?:xác định|đề ra|đặt ra|nêu|nêu rõ|chỉ ra|đưa ra|thống nhất)\s*$"
)  # "tỉnh đề ra": who sets the duties


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who has the duties below or behind a line, and where the words that say so end."""

    names: tuple[str, ...]
    end: int


@cache
def _opening() -> re.Pattern[str]:
    duty = clauses.alternation("duty_nouns")
    return re.compile(
        rf"\s*(?:(?:rieng\s+)?(?:doi voi|ve phia|rieng|cac)\s+)?(?:(?P<assigned>{_ASSIGNED})\s+)?"
        rf"(?P<duty>(?:(?:{duty}|quyen|quyen loi)(?:\s*,\s*|\s+va\s+|\s+))+(?:cu the\s+)?(?:cua|doi voi|thuoc ve)\s+)?"
    )


@cache
def _line() -> re.Pattern[str]:
    """A bearer, shortest first, with nothing but words of duty behind it."""
    return re.compile(
        rf"(?P<who>\S.*?)(?P<duty>(?:[\s,]+(?:{clauses.alternation('duty_words')})\b)*)[\s:.,-]*$", re.DOTALL
    )


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{clauses.alternation('duty_nouns')})\b")


@cache
def _doer() -> Pattern:
    others = printed_values("group_not")
    nouns = "|".join(
        noun + (rf"(?!\s+(?:{'|'.join(others[noun].split())})\b)" if noun in others else "")
        for noun in sorted(printed("doer_nouns"), key=len, reverse=True)
    )
    return Pattern(rf"(?:(?:các|những|mọi|từng|tất cả|toàn thể|một)\s+)*(?:{nouns})\b")


def is_doer(page: Masked, start: int, end: int) -> bool:
    """Whether a stretch begins with a noun for somebody who can have a duty."""
    return page.match(_doer(), start, end) is not None


def of_line(page: Masked, start: int, end: int, *, heading: bool = False) -> Bearer | None:
    """The bearer that a line names, or the words up to the first colon of it; None where it names none.

    A `heading` needs no colon, but has to say that it is about duties or to be nothing but a name.
    """
    colon = page.mask.find(":", start, min(end, start + _LONGEST))
    while colon >= 0 and page.mask[colon + 1 : colon + 2].strip() == "" and _listed(page, colon, end):
        colon = page.mask.find(":", colon + 1, min(end, start + _LONGEST))  # "Các Bộ: Y tế, Tài chính: …"
    if colon < 0 and not heading:
        return None
    stop = colon if colon >= 0 else end
    clause = _BEFORE.match(page.mask, start, stop)
    opening = _opening().match(page.mask, clause.end() if clause else start, stop)
    begin = opening.end() if opening else start
    found = _line().match(page.mask[begin:stop])
    if found is None or opening is None or stop - start > _LONGEST:
        return None
    said = opening["duty"] or _duty().search(found["duty"])
    about = said or opening["assigned"]
    last = _AFTER.search(page.mask, begin, begin + found.end("who"))
    last = last or _TOLD_OF.search(page.mask, begin, begin + found.end("who"))
    if last is None and opening["duty"]:
        last = _CONCERNING.search(page.mask, begin, begin + found.end("who"))
    told = bool(opening["duty"] if heading else about)
    names = _names(page, begin, last.start() if last else begin + found.end("who"), nameless=told)
    if not names and (said or page.search(_LIST, begin, stop)):
        names = _of_long_line(page, begin, stop)
    plain = not (opening["duty"] if heading else about) and not is_name(page, begin, stop)
    if not names or (plain and (heading or page.mask[stop + 1 : end].strip())):
        return None
    return Bearer(names, colon + 1 if colon >= 0 else end)


def of_heading(page: Masked, unit: Unit) -> tuple[str, ...]:
    """The bodies that a heading is nothing but the names of."""
    start = page.after_marker(unit)
    if unit.role != "heading" or page.mask[start : start + 1] != ACTOR:
        return ()
    bearer = of_line(page, start, unit.end, heading=True)
    return bearer.names if bearer and bearer.end >= unit.end - 1 else ()


def within(page: Masked, unit: Unit, end: int) -> Bearer | None:
    """The bearer that a line names at its end: "Điều 5 Luật X quy định trách nhiệm của bên nhận dữ liệu như sau:"."""
    if not page.mask[unit.start : end].rstrip().endswith(":"):
        return None
    said = list(_DUTY_OF.finditer(page.mask, unit.start, end))
    return of_line(page, said[-1].start(), end) if said else None


def doer(page: Masked, start: int, end: int) -> Bearer | None:
    """A doer without a name that the rules know, up to the verb of work: "Trung ương Hội X chủ trì …"."""
    return _led(page, start, end) if is_doer(page, start, end) else None


def _led(page: Masked, start: int, end: int) -> Bearer | None:
    if page.begins_work(start, end):
        return None
    at = start
    for count in range(_SHORT):
        word = _WORD.match(page.mask, at, end)
        if word is None or page.match(_FINITE, at, end):
            return None
        at = word.end("gap")
        if (count or page.mask[start] == ACTOR) and page.begins_work(at, end):
            return Bearer(_parts(page, start, word.end("word")), at)
    return None


def _listed(page: Masked, colon: int, end: int) -> bool:
    """Whether a name follows a colon that does not close the line, and another colon after it."""
    return colon + 1 < end and page.mask[colon - 1] == ACTOR and page.mask[colon + 2 : colon + 3] == ACTOR


def is_name(page: Masked, start: int, end: int) -> bool:
    """Whether a stretch is nothing but names."""
    return _JOINING.fullmatch(_without_names(page.mask[start:end])) is not None


def _without_names(said: str) -> str:
    return "".join(_NO_NAME.findall(_BRACKETS.sub(" ", said)))


def _names(page: Masked, start: int, end: int, *, nameless: bool) -> tuple[str, ...]:
    """Those whom a phrase names; the phrase itself, where it names nobody but can only be a doer."""
    said = page.mask[start:end]
    names = page.names(start, end)
    if names and is_name(page, start, end):
        return names
    doer = is_doer(page, start, end)
    if len(said.split()) > _WORDS or (clauses.begins_work(page.mask, start, end) and not (doer and nameless)):
        return ()
    if said[0] in (ACTOR, PERSON) and next(page.mentions(start, end)).kind != "group":
        return ()  # a name with more behind it: a clause of its own
    nameless = nameless and "," not in said and not page.match(_NO_BEARER, start, end)
    nameless = nameless and said[0] not in (DOCUMENT, PROGRAMME)
    if page.search(_SETS, start, end):
        return ()
    if said[0] == ACTOR or doer or nameless:
        return _parts(page, start, end)
    return ()


def _of_long_line(page: Masked, start: int, end: int) -> tuple[str, ...]:
    """Of a line that says at length which duties are meant: "Bộ X thực hiện các nhiệm vụ theo … và các việc sau:"."""
    runs = [(first, last) for first, last in page.actors if start <= first < end]
    if not runs or runs[0][0] != start or not _HAS_DUTIES.match(page.mask, runs[0][1], end):
        return ()
    return page.names(*runs[0]) if page.search(_LIST, start, end) and _duty().search(page.mask, runs[0][1], end) else ()


def printed_names(page: Masked, start: int, end: int) -> tuple[str, ...]:
    """Those whom a line names that can be nothing but a bearer by its place: each by its name, or as printed."""
    opening = _opening().match(page.mask, start, end)
    begin = opening.end() if opening else start
    asked = _ASKED.match(page.mask, begin, end)
    return tuple(name.rstrip(" .:;") for name in _parts(page, asked.end() if asked else begin, end))


def subject(page: Masked, unit: Unit, trigger: int, *, sure: bool) -> tuple[str, ...]:
    """The subject right before words of duty, named or not: "Người quản lý hệ thống có trách nhiệm …", as printed.

    Where it is not `sure` that work follows, it has to begin with a noun for a doer.
    """
    begin = _clause(page, unit.start, trigger)
    for pattern in (_MARKED, ADVERBIAL, _TOWARD):
        before = pattern.match(page.mask, begin, trigger)
        begin = before.end() if before else begin
    last = _AFTER.search(page.mask, begin, trigger)
    said = page.mask[begin : last.start() if last else trigger].rstrip(" ,")
    end = begin + len(said)
    if said.endswith(" va"):  # "X tổ chức thực hiện và chịu trách nhiệm …"
        led = _led(page, begin, end)
        first = page.actors[bisect_left(page.actors, (begin, 0)) :][:1]
        named = page.names(*first[0]) if first and first[0][0] == begin else ()  # "X là cơ quan đầu mối và có …"
        return led.names if led else named
    if not 0 < len(said.split()) <= _WORDS or any(mark in said for mark in '.:"'):
        return ()
    if page.match(_NO_BEARER, begin, end) or page.search(_FINITE, begin, end):
        return ()
    known = is_doer(page, begin, end) or said[0] == ACTOR
    short = sure and "," not in said and len(said.split()) <= _SHORT and not clauses.begins_work(page.mask, begin, end)
    return _parts(page, begin, end) if known or short else ()


def _clause(page: Masked, start: int, trigger: int) -> int:
    """Where the clause before a trigger begins: after the last mark, but a semicolon in a list of names is none."""
    begin = start
    for stop in _STOPS.finditer(page.mask, start, trigger):
        marker = _MARKED.match(page.mask, begin, stop.start())
        if (
            stop["word"]
            and not page.text[stop.start("word") : stop.end("word")].isascii()
            and not page.match(_THEN, *stop.span("word"))
        ):
            continue  # "thị trường" is no "thì"
        if stop[0][0] != ";" or not is_name(page, marker.end() if marker else begin, stop.start()):
            begin = stop.end()
    return begin


def _parts(page: Masked, start: int, end: int) -> tuple[str, ...]:
    """Those whom a list of names and nameless doers tells, each by its name or as printed."""
    begins = [start]
    for comma in _COMMA.finditer(page.mask, start, end):
        named = page.mask[comma.end() : comma.end() + 1] in (ACTOR, PERSON)
        if named or (is_doer(page, comma.end(), end) and not _OWNER.search(page.mask, start, comma.start())):
            begins.append(comma.end())
    found: list[str] = []
    for first, last in zip(begins, [*begins[1:], end], strict=True):
        if is_name(page, first, last):
            found.extend(page.names(first, last))
        else:
            found.append(_COMMA_LAST.sub("", " ".join(page.text[first:last].split())))
    return tuple(dict.fromkeys(found))


_OWNER = re.compile(r"\b(?:cua|thuoc|voi|cho|tai|trong)\s[^,;\x01]{2,30}$")  # "… công việc của cơ quan, tổ chức"
_COMMA = re.compile(r"\s*(?:;|,(?:\s*va\b)?|\bva\b|\bcung\b)\s*")
_COMMA_LAST = re.compile(r"\s*(?:;|,(?:\s*và)?|\bvà|\bcùng)$")
_THEN = Pattern(r"(?:thì|rằng)\b")
_WORD = re.compile(r"(?P<word>[^\s,;.:()\"]+)(?P<gap>,?\s+)")
_STOPS = re.compile(r"[.;:]\s+|\s(?P<word>thi|rang)\s+")
_MARKED = re.compile(r"\s*(?:[-–+*•]\s*|\(?\d{1,2}\s?[.)]\s+|[a-z]\)\s+|dieu\s+\d+[a-z]?[.:]\s*)")
_TOWARD = re.compile(r"\s*(?:doi voi|rieng)\s+")
