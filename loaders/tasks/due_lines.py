"""A sentence that says nothing but by when the work before it is due: "Hoàn thành trước ngày 15/12/2025."."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Task
from loaders.reading import Period, Unit
from loaders.tasks.masked import Masked

_DUE = re.compile(
    r"[\s-]*(?:(?:thoi gian|thoi han|tien do|han)(?:\s+(?:hoan thanh|thuc hien|bao cao|trinh|gui|xong))*"
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
_REST = re.compile(r"\W*(?:(?:truoc|trong|cham nhat|muon nhat|den|vao|la|xong|hoan thanh|ngay|het|nam|quy|thang)\W*)*")


def due(page: Masked, unit: Unit) -> Period | None:
    """The time that a unit gives, where it gives nothing else."""
    found = _DUE.match(page.mask, unit.start, unit.end)
    when = page.deadline(found.start("when"), unit.end) if found else None
    if found is None or when is None:
        return None
    beside = page.mask[found.start("when") : when.start] + page.mask[when.end : unit.end]
    return when if _REST.fullmatch(beside) else None


def of_these(page: Masked, unit: Unit) -> Period | None:
    """The time that a unit gives all the work before it: "Toàn bộ công việc trên cần xong trong quý II"."""
    found = _THESE.match(page.mask, unit.start, unit.end)
    when = page.deadline(found.start("when"), unit.end) if found else None
    if found is None or when is None:
        return None
    beside = page.mask[found.start("when") : when.start] + page.mask[when.end : unit.end]
    return when if _REST.fullmatch(beside) else None


def dated(tasks: list[Task], since: int, when: Period, text: str, *, whoever: bool = False) -> list[Task]:
    """The tasks, those from `since` on without a time with this one: the last one's bearer's, or `whoever` has them."""
    last = tasks[-1].assignees if tasks else ()
    return [
        task
        if task.evidence[0].start < since or not (whoever or task.assignees == last) or task.deadline or task.recurrence
        else replace(
            task,
            deadline=when.value if not when.recurrence else None,
            deadline_text=text[when.start : when.end],
            recurrence=when.recurrence,
        )
        for task in tasks
    ]
