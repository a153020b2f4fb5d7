"""Who has a duty in a clause by no name that the tables know, as printed: "tổ chức bán dữ liệu bản đồ".

What tells which of them is meant may have a verb of its own: the modal behind it ends the phrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from loaders.reading import Unit
from loaders.tables import printed, printed_values
from loaders.tasks import openings
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON
from loaders.words.flat import Pattern

WORDS = 26  # of the phrase that names the bearer
_BRACKETS = re.compile(r"\([^()]*\)")
_NO_NAME = re.compile(rf"[^{ACTOR}{PERSON}]+")
_JOINING = re.compile(r"(?:\s|,|;|/|&|-|:|\bva\b|\bcac\b|\bcung\b|\bnhu\b|\btoan the\b|\bdong chi\b|\bong\b|\bba\b)*")
_SHORT = 14  # of one that begins with no noun for a doer
_MODAL = Pattern(  # where the name of who has the duties ends at the latest
    r"\s(?:(?:cần )?phải|(?:có|chịu) trách nhiệm|có (?:nghĩa vụ|nhiệm vụ|quyền|thể))"
    r"(?:\s(?:có|chịu) trách nhiệm)?(?:\s|$)"
)
_GIVEN = Pattern(r"\s(?:được giao|được phân công)\s")  # … of one that has a name
_WHICH = Pattern(r"\s(?:được|có|phụ trách|trực tiếp|chịu)\s")  # words that tell which doer is meant
_FINITE = Pattern(r"\b(?:đã|đang|sẽ|là|thì|mà|rằng|cũng|nhận được|bao gồm|cho biết|nhấn mạnh|khẳng định|yêu cầu)\b")
NO_BEARER = Pattern(  # subjects that stand for something said before, or for nobody
    r"\s*(?:đây|đó|điều|việc|nó|ai|không|chưa|họ|chúng|tôi|ta|và|nhưng|song|mà|nếu|khi|để|do|vì|bởi|là|tuy|dù|cũng|thì"
    r"|nhất|nay|còn|theo|trong|tại|từ|trước|sau|ngoài|hiện|mỗi khi|bất kỳ ai|ai cũng|thế nào|quy định|nội dung"
    r"|nghị định|luật|thông tư|quyết định|dự thảo|kế hoạch|chương trình|đề án|chiến lược|chỉ thị|công điện|công văn"
    r"|nghị quyết|thông báo|kết luận|văn bản|có|gồm|bao gồm|nêu|đưa ra|nguồn|kinh phí|chi phí|vốn"
    r"|(?:hằng|hàng) (?:năm|quý|tháng)|định kỳ|đột xuất)\b"
)
AFTER = re.compile(
    r"\s*,\s*(?:trong pham vi|theo(?! doi)|can cu|trong thoi|tuy theo|voi tu cach|khi|de|ngoai)\b.*$", re.DOTALL
)
_EAGER = re.compile(rf"(?P<who>[^.;:\"()]{{6,90}}?)\s+(?=(?:{clauses.alternation('eager_words')})\b)")
_ORDERS = Pattern(rf"(?:{'|'.join(sorted(printed('orders'), key=len, reverse=True))})\b")
_CAPITALS = 3  # words with a capital that the name of such a body has at least
_WORD = re.compile(r"(?P<word>[^\s,;.:()\"]+)(?P<gap>,?\s+(?:\([^()]*\)\s+)?)")
_CLAUSE_END = re.compile(r"[.;:](?:\s|$)")
_STOPS = re.compile(r"[.;:]\s+|\s(?P<word>thi|rang)\s+")
_THEN = Pattern(r"(?:thì|rằng)\b")
_MARKED = re.compile(r"\s*(?:[-–+*•]\s*|\(?\d{1,2}\s?[.)]\s+|[a-z]\)\s+|dieu\s+\d+[a-z]?[.:]\s*)")
_LEADS = re.compile(  # "Sở X được giao chủ trì, các xã có trách nhiệm …": the duty is that of the xã
    rf"[{ACTOR}]++\s+(?:duoc (?:giao|phan cong)\s+)?(?:la\s+|lam\s+)?(?:(?:co quan|don vi)\s+)?(?:chu tri|dau moi)"
    r"(?:\s[^,;:.]{2,60})?,\s+(?!phoi hop|va\b)"
)
_TOWARD = re.compile(r"\s*(?:doi voi|rieng)\s+")
_PROVIDED = re.compile(  # "Khoản 2 Điều 8 dự thảo quy định cơ quan thuế có trách nhiệm …"
    rf"[^.;:,{ACTOR}{PERSON}{DOCUMENT}]{{0,30}}[{DOCUMENT}]++\s+(?:(?:cung|con)\s+)?"
    r"(?:quy dinh|neu ro|yeu cau|buoc|xac dinh)\s+"
)
_OWNER = re.compile(r"\b(?:cua|thuoc|voi|cho|tai|trong)\s[^,;\x01]{2,30}$")  # "… công việc của cơ quan, tổ chức"
_COMMA = re.compile(r"\s*(?:;|,(?:\s*va\b)?|\bva\b|\bcung\b)\s*")
_COMMA_LAST = re.compile(r"\s*(?:;|,(?:\s*và)?|\bvà|\bcùng)$")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who has the duties below or behind a line, and where the words that say so end."""

    names: tuple[str, ...]
    end: int


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


def is_name(page: Masked, start: int, end: int) -> bool:
    """Whether a stretch is nothing but names."""
    return _JOINING.fullmatch(_without_names(page.mask[start:end])) is not None


def _without_names(said: str) -> str:
    return "".join(_NO_NAME.findall(_BRACKETS.sub(" ", said)))


def doer(page: Masked, start: int, end: int) -> Bearer | None:
    """A doer without a name that the rules know, up to the verb of work: "Trung ương Hội X chủ trì …"."""
    return _led(page, start, end) if is_doer(page, start, end) else None


def eager(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """A body that no table knows, by its capitals, and where its work begins: "Nhà hát Sao Mai chủ động mở …"."""
    named = _EAGER.match(page.mask, start, end)
    if named is None or page.mask[start] == ACTOR or page.begins_work(start, end):
        return None
    if page.match(NO_BEARER, start, end):
        return None
    words = page.text[start : named.end("who")].split()
    if page.text[named.end()].isupper() or page.match(_ORDERS, start, end):
        return None  # "… Ban Chỉ đạo …", "Yêu cầu Chủ tịch …"
    if not words[0][:1].isupper() or sum(word[:1].isupper() for word in words) < _CAPITALS:
        return None
    return (" ".join(words),), named.end()


def _led(page: Masked, start: int, end: int) -> Bearer | None:
    """The doer before the first modal or verb of work of a clause, at most so many words on."""
    if page.begins_work(start, end):
        return None
    at = start
    for count in range(_SHORT):
        word = _WORD.match(page.mask, at, end)
        if word is None or page.match(_FINITE, at, end):
            return None
        at = word.end("gap")
        owed = page.match(_MODAL, word.end("word"), end)
        if owed:
            return Bearer(parts(page, start, word.end("word")), owed.end())
        if (count or page.mask[start] == ACTOR) and page.begins_work(at, end):
            if "," in word["gap"]:  # "Cá nhân mở, xem bản đồ …": a verb before it that no table knows
                noun = page.match(_doer(), start, end)
                return Bearer((page.text[start : noun.end()],), noun.end() + 1) if noun else None
            return _told_which(page, start, at, end) or Bearer(parts(page, start, word.end("word")), at)
    return None


def _told_which(page: Masked, start: int, at: int, end: int) -> Bearer | None:
    """The doer whom a verb only tells apart, before the one of duty: "Người được giao giữ kho … phải kiểm kê"."""
    stop = _CLAUSE_END.search(page.mask, at, end)
    owed = page.search(_MODAL, at, stop.start() if stop else end) if page.mask[start] != ACTOR else None
    if owed is None or ("," in page.mask[at : owed.start()] and not page.search(_WHICH, start, at)):
        return None
    return Bearer((" ".join(page.text[start : owed.start()].split()),), owed.end())


def subject(page: Masked, unit: Unit, trigger: int, *, sure: bool) -> tuple[str, ...]:
    """The subject right before words of duty, named or not: "Người quản lý hệ thống có trách nhiệm …", as printed.

    Where it is not `sure` that work follows, it has to begin with a noun for a doer.
    """
    begin = _clause(page, unit.start, trigger)
    numbered = _MARKED.match(page.mask, begin, trigger)
    begin = openings.behind(page, numbered.end() if numbered else begin, trigger)
    leads = _LEADS.match(page.mask, begin, trigger)
    begin = leads.end() if leads else begin
    begin = _past_another(page, begin, trigger)
    toward = _TOWARD.match(page.mask, begin, trigger) or _PROVIDED.match(page.mask, begin, trigger)
    begin = toward.end() if toward else begin
    last = AFTER.search(page.mask, begin, trigger)
    said = page.mask[begin : last.start() if last else trigger].rstrip(" ,")
    end = begin + len(said)
    owed = page.search(_MODAL, begin, end) if said.endswith(" va") else None
    if owed:  # "X phải kiểm tra và chịu trách nhiệm …"
        end = owed.start()
        said = page.mask[begin:end]
    if said.endswith(" va"):  # "X tổ chức thực hiện và chịu trách nhiệm …"
        led = _led(page, begin, end)
        first = page.actors[bisect_left(page.actors, (begin, 0)) :][:1]
        named = page.names(*first[0]) if first and first[0][0] == begin else ()  # "X là cơ quan đầu mối và có …"
        return led.names if led else named
    if page.mask[end:trigger].strip() == "," and (acting := _acting(page, begin, end)):
        return acting  # "Người đứng đầu cấp ủy trực tiếp phụ trách …, chịu trách nhiệm …"
    known = is_doer(page, begin, end) or said[:1] == ACTOR
    after = begin + said.rfind(", ") + 2
    if not known and after > begin + 1 and is_doer(page, after, end):  # "Khi mất kết nối, bên nhận phải …"
        begin, said, known = after, page.mask[after:end], True
    if not 0 < len(said.split()) <= WORDS or any(mark in said for mark in '.:"'):
        return ()
    if page.match(NO_BEARER, begin, end) or page.search(_FINITE, begin, end):
        return ()
    direct = last is not None or not page.mask[end:trigger].strip()  # "Khi cải tạo, mở rộng kho, có trách nhiệm …"
    short = (
        sure
        and direct
        and "," not in said
        and len(said.split()) <= _SHORT
        and not clauses.begins_work(page.mask, begin, end)
    )
    return parts(page, begin, end) if known or short else ()


def _acting(page: Masked, begin: int, end: int) -> tuple[str, ...]:
    """The bodies with whose names a stretch begins and who do something in it."""
    first = page.actors_in(begin, begin + 1)
    if not first or not page.begins_work(first[0][1] + 1, end):
        return ()
    return page.names(*first[0])


def _past_another(page: Masked, begin: int, trigger: int) -> int:
    """Where the subject begins behind what another body does: "Sở X lo hạ tầng, Sở Y chịu trách nhiệm …"."""
    first = page.actors_in(begin, trigger)[:1]
    if not first or first[0][0] != begin or not page.begins_work(first[0][1] + 1, trigger):
        return begin
    comma = page.mask.rfind(", ", begin, trigger) + 2
    last = page.actors_in(comma, trigger)[:1] if comma > 1 else []
    return comma if last and last[0][0] == comma else begin


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


def parts(page: Masked, start: int, end: int) -> tuple[str, ...]:
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
            modal = page.search(_MODAL, first, last)
            modal = modal or (page.search(_GIVEN, first, last) if page.mask[first] == ACTOR else None)
            stop = modal.start() if modal else last
            said = _COMMA_LAST.sub("", " ".join(page.text[first:stop].split()))
            found.extend(page.names(first, stop) if modal and is_name(page, first, stop) else (said,))
    return tuple(dict.fromkeys(found))
