"""A sentence that says nothing but by when the work before it is due: "Hoàn thành trước ngày 15/12/2025."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.folding import fold
from kg.model import Task
from loaders.reading import Period, Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR

_DUE = re.compile(
    r"[\s-]*(?:(?:thoi gian|thoi han|tien do|han)(?:\s+(?:hoan thanh|thuc hien|bao cao|trinh|gui|xong|chot|cuoi cung))*"
    r"(?:\s+(?:giai doan|dot|buoc|nhiem vu|cong viec)(?:\s+(?:\d{1,2}|nay|tren))?)?\s*:?"
    r"|hoan thanh|xong|thuc hien)\s*(?:la\s+)?"
    r"(?P<when>(?:truoc|trong|cham nhat|muon nhat|den|vao|xong|hoan thanh)?\b[^:;]{4,60})"
)
_THESE = re.compile(  # "Những việc trên phải xong trước 15/9."
    r"\W*(?:(?:tat ca|toan bo)\s+)?(?:(?:(?:cac|nhung|moi)\s+)?"
    r"(?:nhiem vu|cong viec|phan viec|noi dung|viec|hang muc|giai phap|yeu cau|khau)(?:\s+cong viec)?\s+"
    r"(?:(?:neu\s+|noi\s+)?tren|nay|do|da neu|vua neu)\s+|(?<=tat ca )|(?<=toan bo ))"
    r"(?:(?:se|can|phai|deu|duoc|yeu cau)\s+)*"
    r"(?:hoan thanh|xong|hoan tat|thuc hien(?:\s+xong)?|ket thuc|trien khai(?:\s+xong)?)\b\s*"
    r"(?P<when>[^:;]{4,60})"
)
_FOR_ALL = re.compile(  # "Thời hạn đặt ra cho các đơn vị là trước 30/10."
    r"\W*(?:thoi han|han chot|han cuoi|han|moc thoi gian)(?: hoan thanh)?"
    r"(?:\s+(?:duoc\s+)?(?:dat ra|an dinh|giao|chung|thong nhat|ap dung))?"
    rf"\s+(?:cho|doi voi)\s+(?:tat ca\s+)?"
    rf"(?:[{ACTOR}]+\s+|(?:cac|nhung|ca|moi)\s+(?:\w+\s+){{1,5}}?)(?:deu\s+)?la\s+"
    r"(?P<when>[^:;]{4,60})"
)
_REST = re.compile(r"\W*(?:(?:truoc|trong|cham nhat|muon nhat|den|vao|la|xong|hoan thanh|ngay|het|nam|quy|thang)\W*)*")


_HANDED = re.compile(
    r"(?P<paper>bao cao|ket qua|danh sach|ho so|du toan|y kien|van ban|phuong an|so lieu|ke hoach|du thao|de xuat)\b"
    r"(?:\s+(?!gui\b|nop\b|trinh\b)\w+){0,6}?\s+(?:(?:de nghi|xin|phai|can|duoc|yeu cau|se)\s+)*"
    rf"(?:gui|nop|chuyen|trinh|bao cao)\s+(?:(?:ve|cho|den|toi|qua)\s+)?(?:[{ACTOR}]|don vi|co quan|thuong truc)"
)
_ALSO = re.compile(r",\s+(?:dong thoi|va)\s")


def due(page: Masked, unit: Unit) -> Period | None:
    """The time that a unit gives, where it gives nothing else."""
    return _alone(page, unit, _DUE.match(page.mask, unit.start, unit.end))


def of_these(page: Masked, unit: Unit) -> Period | None:
    """The time that a unit gives all the work before it: "Toàn bộ công việc trên cần xong trong quý II"."""
    said = _THESE.match(page.mask, unit.start, unit.end) or _FOR_ALL.match(page.mask, unit.start, unit.end)
    return _alone(page, unit, said)


def _alone(page: Masked, unit: Unit, found: re.Match[str] | None) -> Period | None:
    """The time in the rest of a unit, where nothing but words that say by when stands beside it."""
    when = page.deadline(found.start("when"), unit.end) if found else None
    if found is None or when is None:
        return None
    beside = page.mask[found.start("when") : when.start] + page.mask[when.end : unit.end]
    return when if _REST.fullmatch(beside) else None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """By when the paper that the work before a unit ends in is handed in, and where the words that say so begin."""

    start: int
    when: Period


def handed_in(page: Masked, unit: Unit, last: Task | None) -> HandedIn | None:
    """The day on which what the last task draws up is to be sent: "Báo cáo gửi về Bộ X trước ngày 15/11"."""
    if last is None or unit.start < last.evidence[0].end or page.reading.own is None:
        return None
    found = _HANDED.match(page.mask, page.after_marker(unit), unit.end)
    if found is None or found["paper"] not in fold(last.text):
        return None
    clause = page.mask.find(";", found.end(), unit.end)
    apart = _ALSO.search(page.mask, found.end(), unit.end)
    ends = [end for end in (clause, apart.start() if apart else -1) if end >= 0]
    when = page.deadline(found.end(), min([*ends, unit.end]))
    return HandedIn(page.after_marker(unit), when) if when and when.value else None


def dated(tasks: list[Task], since: int, when: Period, text: str, *, whoever: bool = False) -> list[Task]:
    """The tasks, those from `since` on without a time with this one: the last one's bearer's, or `whoever` has them."""
    last = tasks[-1].assignees if tasks else ()
    return [
        task
        if task.evidence[0].start < since or not (whoever or task.assignees == last) or task.deadline or task.recurrence
        else due_by(task, when, text)
        for task in tasks
    ]


def due_by(task: Task, when: Period, text: str) -> Task:
    """The task with its time."""
    return replace(
        task,
        deadline=when.value if not when.recurrence else None,
        deadline_text=text[when.start : when.end],
        recurrence=when.recurrence,
    )
