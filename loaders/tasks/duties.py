"""The line that names who has to do what stands below it: "Đối với Bộ X:", "Trách nhiệm của chủ đầu tư:".

Whoever has a duty need not have a name. Then the whole phrase is read, as printed: "tổ chức cung cấp dịch vụ tin cậy".
"""

from __future__ import annotations

import re
from functools import cache

from loaders.reading import Unit
from loaders.tasks.doers import AFTER, NO_BEARER, WORDS, Bearer, is_doer, is_name, parts
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME
from loaders.words.flat import Pattern

_ASSIGNED = r"(?:phan cong(?: nhiem vu)?|giao(?: nhiem vu)?(?: cho)?|yeu cau|de nghi)"
_ASKED = re.compile(rf"{_ASSIGNED}\s*:\s*")
_HAS = re.compile(r"\b(?:co|chiu)\s+(?:trach nhiem|nhiem vu|nghia vu)\b")
_LONGEST = 260  # characters of such a line
_LIST = Pattern(r"(?:sau|sau đây|như sau|dưới đây|gồm|bao gồm)\s*$")
_OF_LAW = r"\s+(?:quy dinh (?:tai|o|trong)|theo quy dinh|tham muu|giup)\s"
_HAS_DUTIES = re.compile(
    rf"(?:{_OF_LAW}[^,;:]{{3,120}}?)?\s*(?:hoac\s+)?(?:co|chiu|thuc hien|duoc giao|duoc phan cong|dam nhan|dam nhiem)\s"
)
_TOLD_OF = re.compile(_OF_LAW)  # where the name of who has the duties ends: "Trạm X quy định tại …, tham mưu …"
_BEFORE = re.compile(
    r"\s*(?:de|nham|khi|trong|can cu|theo|thuc hien|ngoai ra|dong thoi|ben canh do|tai|tu)\b[^:;]{0,160}?,\s*(?!\s)"
)
_CONCERNING = re.compile(r"\s+(?:trong|khi|doi voi|ve|tai)\s.*$", re.DOTALL)  # "… của Bộ X trong quản lý thuê bao"
_DUTY_OF = re.compile(
    r"\b(?:trach nhiem|nghia vu|nhiem vu)(?:(?:\s*,|\s+va)\s+quyen(?:\s+han|\s+loi)?)?\s+(?:cu the\s+)?"
    r"(?:cua|doi voi)\s"
)
_TOWARD = re.compile(r"\s*(?:rieng\s+)?(?:doi voi|ve phia)\s")
_PRIVATE = re.compile(  # what is done about them, not by them: "Đối với các doanh nghiệp vi phạm: xử phạt …"
    r"[^:]{0,12}?\b(?:doanh nghiep|to chuc|ca nhan|cong ty|ho|nguoi|hoc sinh|sinh vien|cong dan)\b"
)
_SETS = Pattern(
    r"\b(?:xác định|đề ra|đặt ra|nêu|nêu rõ|chỉ ra|đưa ra|thống nhất)\s*$"
)  # "tỉnh đề ra": who sets the duties


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


def of_line(page: Masked, start: int, end: int, *, heading: bool = False) -> Bearer | None:
    """The bearer that a line names, or the words up to the first colon of it; None where it names none.

    A `heading` needs no colon, but has to say that it is about duties or to be nothing but a name.
    """
    colon = page.mask.find(":", start, min(end, start + _LONGEST))
    while colon >= 0 and page.mask[colon + 1 : colon + 2].strip() == "" and _listed(page, colon, end):
        colon = page.mask.find(":", colon + 1, min(end, start + _LONGEST))  # "Các Bộ: Y tế, Tài chính: …"
    if colon < 0 and not heading:
        return None
    stop = colon if colon >= 0 else start + len(page.mask[start:end].rstrip(" ."))
    clause = _BEFORE.match(page.mask, start, stop)
    opening = _opening().match(page.mask, clause.end() if clause else start, stop)
    begin = opening.end() if opening else start
    found = _line().match(page.mask[begin:stop])
    if found is None or opening is None or stop - start > _LONGEST:
        return None
    said = opening["duty"] or _duty().search(found["duty"])
    about = said or opening["assigned"]
    last = AFTER.search(page.mask, begin, begin + found.end("who"))
    last = last or _TOLD_OF.search(page.mask, begin, begin + found.end("who"))
    if last is None and opening["duty"]:
        last = _CONCERNING.search(page.mask, begin, begin + found.end("who"))
    headed = opening["duty"] or _HAS.search(found["duty"])
    told = bool(headed if heading else about)
    names = _names(page, begin, last.start() if last else begin + found.end("who"), nameless=told)
    if not names and (said or page.search(_LIST, begin, stop)):
        names = _of_long_line(page, begin, stop)
    plain = not told and not is_name(page, begin, stop) and not _toward_bodies(page, start, begin, stop, end)
    if not names or (plain and (heading or page.mask[stop + 1 : end].strip())):
        return None
    return Bearer(names, colon + 1 if colon >= 0 else end)


def _toward_bodies(page: Masked, start: int, begin: int, colon: int, end: int) -> bool:
    """Whether a line says which of some public bodies do the work behind it: "Đối với các xã chưa kết nối: rà soát"."""
    toward = _TOWARD.match(page.mask, start, begin)
    if toward is None or page.mask[begin] != ACTOR or _PRIVATE.match(page.reading.folded, begin, colon):
        return False
    return page.begins_work(colon + 1 + (page.mask[colon + 1 : colon + 2] == " "), end)


def of_heading(page: Masked, unit: Unit) -> tuple[str, ...]:
    """The bodies that a heading is nothing but the names of, or whoever it says has duties: "Thủ quỹ có nhiệm vụ"."""
    start = page.after_marker(unit)
    if unit.role != "heading" or not (page.mask[start] == ACTOR or _HAS.search(page.mask, start, unit.end)):
        return ()
    bearer = of_line(page, start, unit.end, heading=True)
    return bearer.names if bearer and bearer.end >= unit.end - 1 else ()


def within(page: Masked, unit: Unit, end: int) -> Bearer | None:
    """The bearer that a line names at its end: "Điều 5 Luật X quy định trách nhiệm của bên nhận dữ liệu như sau:"."""
    if not page.mask[unit.start : end].rstrip().endswith(":"):
        return None
    said = list(_DUTY_OF.finditer(page.mask, unit.start, end))
    return of_line(page, said[-1].start(), end) if said else None


def _listed(page: Masked, colon: int, end: int) -> bool:
    """Whether a name follows a colon that does not close the line, and another colon after it."""
    return colon + 1 < end and page.mask[colon - 1] == ACTOR and page.mask[colon + 2 : colon + 3] == ACTOR


def _names(page: Masked, start: int, end: int, *, nameless: bool) -> tuple[str, ...]:
    """Those whom a phrase names; the phrase itself, where it names nobody but can only be a doer."""
    said = page.mask[start:end]
    if not said.strip():
        return ()
    names = page.names(start, end)
    if names and is_name(page, start, end):
        return names
    doer = is_doer(page, start, end)
    if len(said.split()) > WORDS or (clauses.begins_work(page.mask, start, end) and not (doer and nameless)):
        return ()
    if said[0] in (ACTOR, PERSON) and next(page.mentions(start, end)).kind != "group":
        return ()  # a name with more behind it: a clause of its own
    nameless = nameless and "," not in said and not page.match(NO_BEARER, start, end)
    nameless = nameless and said[0] not in (DOCUMENT, PROGRAMME)
    if page.search(_SETS, start, end):
        return ()
    if said[0] == ACTOR or doer or nameless:
        return parts(page, start, end)
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
    return tuple(name.rstrip(" .:;") for name in parts(page, asked.end() if asked else begin, end))
