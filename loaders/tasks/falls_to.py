"""Work that a clause says falls to somebody, by a noun: "Trách nhiệm giám sát thuộc về Sở X", "Việc quét do Y lo".

The clause as a whole says the task. That a body does something ("do") tells how things are unless a document or an
order is told, or the clause says by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading import Unit
from loaders.tasks import nameless
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, WHOEVER
from loaders.words.flat import Pattern

_OPENS = (
    r"(?:(?<=\n)|(?<=[.;:,\"+*-]\s)|(?<=\")|(?<=\bbiet\s)|(?<=\bmanh\s)|(?<=\brang\s)|(?<=\bthi\s)|(?<=\bcon\s)"
    r"|(?<=\brieng\s))"
)
_BELONGS = TRIGGERS.add(
    rf"{_OPENS}(?P<what>(?:trach nhiem|nhiem vu|ganh nang|viec|cong viec|phan viec|phan|cong tac)"
    rf"\s[^;:.{PERSON}]{{5,160}}?)\s+"
    r"(?:(?:se|phai|van|nay|gio)\s+)*(?:(?:dat|don|de|nam|do)(?: nang)? (?:len|tren) (?:doi )?vai(?: cua)?"
    r"|thuoc (?:ve|trach nhiem(?: cua)?|phan (?:viec )?cua)"
    r"|la (?:viec|phan viec|trach nhiem|nhiem vu) cua)\s+"
    rf"(?P<who>{WHOEVER}|\w[^,;:.\"]{{4,60}})",
    ("trach nhiem", "nhiem vu", "ganh nang", "viec", "cong viec", "phan viec", "phan", "cong tac"),
)
_BODIES = ("nguoi", "co quan", "don vi", "noi", "dia phuong", "luc luong")
_IS = TRIGGERS.add(  # "Đầu mối tổng hợp báo cáo là Văn phòng UBND tỉnh", "Cơ quan phải soạn quy chế là Sở X"
    rf"{_OPENS}(?P<what>(?:(?:lam )?dau moi|chu tri|(?:{'|'.join(_BODIES)})"
    r"(?:\s+(?:se|phai|chiu trach nhiem|co trach nhiem|duoc giao|duoc phan cong|dung ra|ganh viec|lo))+"
    r"(?:\s+(?:viec|nhiem vu|chu tri))*)"
    rf"\s+(?P<work>[^;:.,{PERSON}]{{5,140}}?))\s+(?:(?:se|chinh|van)\s+)*la\s+(?P<who>{WHOEVER})(?=\s*(?:[.,;(\"]|$))",
    ("dau moi", "lam dau moi", "chu tri", *_BODIES),
)
_WORKS = (
    "viec", "cong tac", "cong viec", "phan viec", "nhiem vu", "khau", "phan", "kinh phi", "de an", "du an", "du thao",
)  # fmt: skip
_THINGS = (
    "ha tang", "may chu", "thiet bi", "duong truyen", "phan mem", "he thong", "nen tang", "du lieu", "mat bang",
    "nhan luc", "nguon luc",
)  # fmt: skip
_DONE_BY = TRIGGERS.add(
    rf"{_OPENS}(?P<what>(?:{'|'.join(_WORKS)})\s[^;:.{PERSON}]{{5,200}}?"
    rf"|(?:kinh phi|{'|'.join(_THINGS)})(?:\s[^;:.{PERSON}]{{3,200}}?)?)"
    rf"\s*,?\s+(?P<do>do)\s+(?P<who>{WHOEVER})\s*(?:\([^()]*\))?\s+(?:se\s+)?(?:truc tiep\s+)?(?:tu\s+)?(?=\w)",
    (*_WORKS, *_THINGS),
)
_BEARS = re.compile(  # says by itself that who does it has to
    r"(?:thuc hien|dam nhan|dam nhiem|phu trach|chiu trach nhiem|lo|lam|chi tra|bo tri|trien khai|tien hanh|chu tri"
    r"|bao dam|dam bao|can doi|tham muu)\b"
)
_LEFT_TO = TRIGGERS.add(
    rf"(?:(?<=\n)|(?<=[.;:,\"]\s))(?P<what>(?:viec|phan|kinh phi|nhiem vu|con|rieng)\s[^;:.,{PERSON}]{{3,120}}?)"
    rf"\s+thi\s+(?:do\s+)?(?P<who>{WHOEVER})\s+(?:(?:se|cung|truc tiep|tu|phai)\s+)*"
    r"(?:lo|lam|thuc hien|dam nhan|dam nhiem|phu trach|ganh|chiu trach nhiem|chiu|bo tri|chu tri)\b",
    ("con", "rieng", "viec", "phan", "kinh phi", "nhiem vu"),
)
_NO_WORK = (  # when it is to be done, not what: "Về nhiệm vụ thời gian tới, Thủ tướng yêu cầu Bộ X thực hiện nghiêm …"
    r"(?!\s(?:trong )?(?:thoi gian|sap toi|toi day|tiep theo|truoc mat|trong tam|thang|quy|nam|cuoi nam|\d+ thang)\b)"
)
_GIVEN_TO = TRIGGERS.add(  # "Việc hướng dẫn giá thuê, Thứ trưởng giao Vụ X phối hợp với Bộ Y xử lý"
    rf"(?:(?<=\n)|(?<=[.;:\"]\s))(?:(?:rieng|con|ve|doi voi)\s+)?(?P<what>(?:viec|phan|kinh phi|nhiem vu|khau"
    rf"|cong tac|noi dung){_NO_WORK}"
    rf"\s[^;:.{PERSON}]{{3,160}}?),\s+(?:(?:ong|ba)\s+)?(?P<by>[{ACTOR}{PERSON}{DOCUMENT}]++)\s+(?:(?:cung|da|se)\s+)*"
    rf"(?:giao|phan cong|de nghi|yeu cau)\s+(?:cho\s+)?(?P<who>{WHOEVER})"
    rf"(?:,?\s+(?:chu tri,?\s+)?(?:phoi hop|cung)\s+(?:(?:voi|cung)\s+)?(?P<help>{WHOEVER}))?\s+(?:(?:tu|truc tiep"
    rf"|phai|som)\s+)*"
    r"(?:xu ly|thuc hien|lo|lam|chu tri|phu trach|dam nhan|dam nhiem|trien khai|giai quyet|chiu trach nhiem|tham muu)\b"
    rf"(?P<rest>[^;.:,{ACTOR}{PERSON}]{{0,60}})",
    ("viec", "phan", "kinh phi", "nhiem vu", "khau", "cong tac", "noi dung", "rieng", "con", "ve", "doi voi"),
)
_ASSIGNED = TRIGGERS.add(  # "Việc thuê máy chủ giao Sở X thẩm định giá, xong trong tháng 6"
    rf"{_OPENS}(?P<what>(?:viec|cong tac|cong viec|phan viec|nhiem vu|khau|phan|noi dung|kinh phi|de an|du an|du thao)"
    rf"\s[^;:.,{PERSON}]{{5,160}}?)"
    rf"\s*,?\s+(?:de nghi\s+|thong nhat\s+)?(?<!duoc )(?P<do>giao|phan cong)\s+(?:cho\s+)?"
    rf"(?P<who>{WHOEVER})(?=\s|[,.;]|$)",
    ("viec", "cong tac", "cong viec", "phan viec", "nhiem vu", "khau", "phan", "noi dung", "kinh phi", "de an", "du an",
     "du thao"),
)  # fmt: skip
_WHICH_IS = re.compile(r"\s+(?:chinh\s+)?la\s+(?:phai\s+)?")
_BESIDE = re.compile(rf"\s*,\s+(?:con\s+)?(?P<who>{WHOEVER})\s+(?:thi\s+)?")
_BUT = re.compile(r"(?:con|rieng)\s+")
_DO = Pattern(r"do\b")
_TOLD = Pattern(
    r"\b(?:đã|vừa|từng|đang|trước đây|lâu nay|không|chưa|nếu|khi nào|nhưng)\b|\blà\s+(?!việc|trách|nhiệm|phần)"
)
_DONE = Pattern(r"\b(?:đã|vừa)\s", "đã|vừa")
_REST = re.compile(r"[^;.]*")


def orders(page: Masked, course: Course, unit: Unit, end: int) -> Iterator[Order]:
    """The clauses of a unit that say whose a piece of work is, each up to the next semicolon."""
    given = page.occurrences(_GIVEN_TO).first(unit.start, end)
    if given and not page.search(_TOLD, given.start("what"), given.start("by")):
        yield (order := _given(page, given))
        beside = _BESIDE.match(page.mask, given.end(), end)
        if beside and course.provisions and page.begins_work(beside.end(), end):  # "…, Sở Y kiểm tra"
            names = page.names(*beside.span("who"))
            yield replace(order, trigger=beside.start("who"), start=beside.end(), end=end, assignees=names, helpers=())
        return
    for form in (_BELONGS, _IS, _DONE_BY, _ASSIGNED, _LEFT_TO):
        found = page.occurrences(form).first(unit.start, end)
        if found is None or page.search(
            _TOLD, found.start("what"), found.end("what") if form is _IS else found.start("who")
        ):
            continue
        if form is _IS and not page.begins_work(found.start("work"), found.end("work")):
            continue  # "Cơ quan chủ trì hội thảo là Sở X"
        rest = _REST.match(page.mask, found.end(), end)
        stop = rest.end() if rest else end
        if form is _DONE_BY and not page.match(_DO, found.start("do"), end):
            continue
        due = page.ahead(found.end(), stop)
        if form is _DONE_BY and not _is_to_do(page, found, stop, due=due):
            continue
        told = _WHICH_IS.match(page.mask, found.end(), stop) if form is _ASSIGNED else None
        told = told if told and page.begins_work(told.end(), stop) else None
        if not (due or course.ordering or told or (form in (_BELONGS, _IS) and course.speaker)):
            continue
        but = _BUT.match(page.mask, found.start("what")) if form is _LEFT_TO else None
        what = but.end() if but else found.start("what")
        names = page.names(found.start("who"), found.end("who"))
        if not names and nameless.is_body(page, *found.span("who")):
            names = (" ".join(page.text[slice(*found.span("who"))].split()),)
        if names and told:  # "Nhiệm vụ A giao cho B là làm Z"
            by = (*page.names(what, found.start("do")), None)[0]
            yield Order(what, told.end(), stop, names, by, sure=0.7)
            continue
        if names and PERSON not in found["who"]:
            yield Order(what, what, stop, names, sure=0.6)


def _is_to_do(page: Masked, found: re.Match[str], stop: int, *, due: bool) -> bool:
    """Whether who does something has to: by a verb that says so, a thing only by a time to come in its own sentence."""
    due = due and not page.search(_DONE, found.end(), stop)  # "Dự án do X đầu tư đã hoàn thành năm 2024"
    if due and page.begins_work(found.end(), stop) and not page.mask.endswith(", ", 0, found.start("what")):
        return True
    return not found["what"].startswith(_THINGS) and _BEARS.match(page.mask, found.end(), stop) is not None


def _given(page: Masked, found: re.Match[str]) -> Order:
    """What somebody, or a document, gives to a body that is named behind the work."""
    document = page.document(found.start("by"))
    by = document.issuer if document else (*page.names(*found.span("by")), None)[0]
    helpers = page.names(*found.span("help")) if found["help"] else ()
    what, mandate = found.start("what"), document.id if document else None
    names = page.names(*found.span("who"))
    return Order(what, what, found.end(), names, by, mandate, helpers, sure=0.8, giver=document is None)
