"""Work told of the thing that it is done to: "Mọi hồ sơ phải được số hóa", "Hệ thống X sẽ được nâng cấp"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tasks import doers, openings, reported_forms
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

_TO_DO = re.compile(
    r"(?:duoc\s+)?(?:dut diem|lam xong|giai quyet (?:xong|dut diem)"
    r"|thuc hien|hoan thanh|hoan tat|trien khai|ket thuc|xong|ban giao|dua vao|van hanh|trinh|ket noi"
    r"|cap nhat|chay thu|nghiem thu|lap dat|ban hanh|cong bo|gui|nop|dua len|hoat dong|co\s+(?=truoc|trong|vao|ngay))"
)
_PASSIVE = re.compile(r"\s*(?:tiep tuc\s+)?duoc\s+")
_BY = re.compile(rf"\s*(?:tiep tuc\s+)?duoc\s+(?P<who>{WHOEVER})\s+")  # "đang được Sở X lắp đặt"
_DONE_BY = re.compile(rf"\bboi\s+(?:cac\s+)?(?P<who>{WHOEVER})")  # "đang được lắp đặt bởi Sở X"
_BY_SOMEBODY = re.compile(rf"\s*duoc\s+(?:{WHO}|(?:hai|ba|cac|lanh dao|cap)\s\w+)\s+\w")  # "phải được ba sở ký trước …"
_STOP = re.compile(rf"(?<!\.)[.;:](?=\s)|\b(?:{clauses.alternation('says_plainly')})\s*,?\s*(?:rang\b)?")
_WHILE = Pattern(r"\b(?:khi|nếu|vì|do)\s")
_IF = re.compile(r"\s(?:va\s+)?neu\s[^,.;:]{3,60},\s+$")  # "… đã góp ý xong và nếu kịp, sẽ được trình …"
_NO_THING = Pattern(  # what stands for nothing that can be worked on
    r"(?:tôi|chúng tôi|chúng ta|ta|họ|ai|nó|mình|điều|đây|đó|việc này|cái này|thế|vậy|nhưng|song|muốn|để|nếu|khi|trước"
    r"|sau|vì|do|bởi|mà|thì|nhất|còn|và|hơn|cũng|không|chưa|có|là|ông|bà|anh|chị|em|con|dân|bà con|nhân dân|thị trường"
    r"|kinh tế|cả nước|giá|tỷ lệ|chi phí|số lượng|năng suất|mọi người|mỗi người|ngày|tháng|năm|quý|từ|đến|hết|trong|tại"
    r"|theo)\b"
)
_FINITE = Pattern(r"\b(?:là|thì|mà|đã|đang|sẽ|có|bị|được|nên|rằng|vì|không|chưa|phải|cần)\b")
_LEAST = 5  # characters that name a thing: "đề án"
_SHORTEST, _LONGEST = 2, 16  # words that name a thing
_SERVED = Pattern(
    r"(?:người (?:dân|dùng|sử dụng|lao động|mua)|công dân|khách hàng|học sinh|cá nhân|các cá nhân|bạn|họ)\b"
)
_SHARE = re.compile(r"(?:(?:co|it nhat|tren|khoang|phan dau|tat ca)\s+)*\d[\d.,]*\s?(?:%|phan tram)")
_WHERE = Pattern(r"\s*(?:trong|tại|theo|qua|từ|với|ở)\s(?!năm|tháng|quý|ngày|tuần|thời gian)")
_SOMEBODY_DOES = re.compile(rf"\s*{WHO}\s[^.;:]*\bva\s*$")
_CONDITION = Pattern(r"\s*(?:nếu|khi|để|muốn|nhưng|việc này|đây|đó|điều này)\b")


def follows(page: Masked, start: int, end: int) -> bool:
    """Whether what follows is work in the passive: "… được số hóa"."""
    passive = _PASSIVE.match(page.mask, start, end)
    return passive is not None and page.begins_work(passive.end(), end)


def done_by(page: Masked, unit: Unit, trigger: int, after: int, end: int, status: TaskStatus | None) -> Order | None:
    """ "Hệ thống X đang được Sở Y lắp đặt": work in the passive, where the text tells who does it."""
    by = _BY.match(page.mask, after, end)
    if by and not page.begins_work(by.end(), end):
        return None
    stop = _STOP.search(page.mask, after, end)
    by = by or _DONE_BY.search(page.mask, after, stop.start() if stop else end)
    if by is None or PERSON in by["who"]:
        return None
    done = done_to(page, unit, trigger, end, status)
    several = any(one.kind == "group" for one in page.mentions(*by.span("who")))
    if done is None or (status == "in-progress" and several):
        return None  # "đang được các sở khai thác": how things are
    return replace(done, assignees=page.names(*by.span("who")), sure=0.6)


def by_body(page: Masked, start: int, end: int) -> bool:
    """Whether what follows is work that a body does, told of its thing: "… được Sở Y lắp đặt"."""
    by = _BY.match(page.mask, start, end)
    return by is not None and page.begins_work(by.end(), end)


def must_be(page: Masked, unit: Unit, modal: re.Match[str], end: int) -> int | None:
    """Where the thing begins that has to be worked on: "Mọi hồ sơ phải được số hóa"."""
    ahead = page.ahead(modal.end(), end)
    by_then = ahead and _BY_SOMEBODY.match(page.mask, modal.end(), end) is not None
    if not by_then and not follows(page, modal.end(), end):
        return None
    return thing(page, unit, modal.start()) if ahead else reported_forms.subject_noun(page, unit, modal.start())


def due(page: Masked, unit: Unit, trigger: int, start: int, end: int) -> int | None:
    """Where the thing begins that has to be done by a time: "Việc phê duyệt phải hoàn thành trước tháng 3"."""
    if not page.ahead(start, end):
        return None
    if not (_TO_DO.match(page.mask, start, end) or page.begins_work(start, end)):
        return None
    return thing(page, unit, trigger)


def thing(page: Masked, unit: Unit, trigger: int) -> int | None:
    """Where the thing begins of which something has to be done by a time: by its noun, else as the clause begins."""
    named = reported_forms.subject_noun(page, unit, trigger)
    if named is not None:
        return named
    begin = _clause(page, unit, trigger)
    said = page.mask[begin:trigger]
    if not said.strip():
        return None
    short = _SHORTEST <= len(said.split()) <= _LONGEST and not any(mark in said for mark in ',()"')
    other = said[0] in (ACTOR, PERSON) or doers.is_doer(page, begin, trigger) or page.match(_NO_THING, begin, trigger)
    return begin if short and not other and not page.search(_FINITE, begin, trigger) else None


def _clause(page: Masked, unit: Unit, trigger: int) -> int:
    """Where the clause begins in which a trigger stands, past its adverbials."""
    stops = [stop.end() for stop in _STOP.finditer(page.mask, unit.start, trigger)]
    begin = stops[-1] if stops else unit.start
    while page.mask[begin] in ' "' and begin < trigger:
        begin += 1
    return openings.behind(page, begin, trigger)


def done_to(page: Masked, unit: Unit, trigger: int, end: int, status: TaskStatus | None) -> Order | None:
    """ "Hệ thống X sẽ được nâng cấp": the work with what it is done to; who does it is not said."""
    begin = _clause(page, unit, trigger)
    if trigger - begin < _LEAST or trigger - begin > 200 or page.match(_CONDITION, begin, trigger):
        return None
    if _SHARE.match(page.mask, begin, trigger):
        return None  # "100% hồ sơ sẽ được số hóa": a goal
    case = _IF.search(page.mask, begin, trigger)
    if page.match(_SERVED, begin, trigger) or page.search(_WHILE, begin, case.start() if case else trigger):
        return None  # "người dân sẽ được hỗ trợ": a benefit, no work
    if page.match(_WHERE, begin, trigger) or _SOMEBODY_DOES.match(page.mask, begin, trigger):
        return None  # "Trong dự thảo đang được góp ý, …", "Sở X đề nghị … và sẽ được …": no thing that it is done to
    return Order(begin, begin, end, (), status=status, sure=0.5)
