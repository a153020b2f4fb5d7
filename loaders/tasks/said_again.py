"""What a clause says of the work just told: whose it is, by when: "Việc này do Sở X làm, xong trong tháng 10"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.folding import fold
from kg.model import Task
from loaders.reading import Period, Unit
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_NOUNS = ("viec", "nhiem vu", "cong viec", "phan viec", "yeu cau", "noi dung", "dau viec")
_DOES = (
    r"(?:\s+(?:(?:tu|truc tiep|se|phai)\s+)*(?:lam|thuc hien|chu tri|phu trach|dam nhan|dam nhiem|lo|xu ly"
    r"|chiu trach nhiem|trien khai|giai quyet|hoan thanh)(?!\s+(?:cac|nhung|viec)\b))?"
)
_THIS = rf"(?:{'|'.join(_NOUNS)})\s+(?:nay|do|tren|noi tren)"
_AGAIN = TRIGGERS.add(
    rf"{_THIS}\s*,?\s*(?:(?:se|phai|duoc|can|deu|cung)\s+)*(?:(?:{WHO})\s+)?"
    rf"(?:(?:giao|phan cong|do|thuoc|la viec cua)(?:\s+(?:cho|ve|trach nhiem(?: cua)?))?\s+(?P<who>{WHOEVER}){_DOES}"
    rf"|(?P<lone>{WHOEVER})\s+(?:(?:tu|truc tiep|se|phai)\s+)*(?:lam|thuc hien|chu tri|phu trach|lo|xu ly|dam nhan)"
    r"(?=[,;.]|$)|(?:(?:du kien|yeu cau)\s+)?(?P<done>xong|hoan thanh|hoan tat|ket thuc))"
    r"|(?:cong viec|viec nay|tat ca|nhiem vu)\s+(?:du kien|phai|se|can)\s+(?P<due>xong|hoan thanh|hoan tat|ket thuc)"
    r"|(?:viec|cong tac)\s+(?P<named>\w+(?:\s+\w+){0,5}?)\s+(?:(?:phai|se|can|du kien|yeu cau|duoc)\s+)+"
    r"(?P<ended>xong|hoan thanh|hoan tat|ket thuc)",
    (*_NOUNS, "tat ca", "cong tac"),
)
_HANDED = Keyed(
    rf"(?<!\w)(?:{WHO}|ong|ba)\s+(?:(?:cung|da)\s+)*(?:giao|phan cong)\s+{_THIS}\s+cho\s+(?P<who>{WHOEVER}){_DOES}",
    "giao|phan cong",
    "nay|do|tren",
)
_SPELT = Pattern(r"(?:[^,;.]*\s)?(?:này|đó|trên|dự kiến|phải|sẽ|cần)\b")
_DONE = Pattern(r"\b(?:đã|vừa|từng|không|chưa)\s")
_BEFORE = re.compile(r"(?:^|[;.]\s|,\s+(?:va\s+)?)[\s\"-]*(?:(?:rieng|rang|dong thoi)\s+)?$")
_REST = re.compile(
    r"[\s,]*(?:(?:va|phai|can|se|du kien|yeu cau|thoi han|thoi gian|han(?: chot| cuoi(?: cung)?)?|la"
    r"|co|voi|moc|hoan thanh|hoan tat|xong|ket thuc|trinh|bao cao|nop|cham nhat|muon nhat|truoc|trong|vao|den|het"
    r"|ngay|thang|quy|nam)\b[\s,:]*)*"
)
_REASON = re.compile(r"[\s,]*(?:(?:de|nham|cho|tranh)\s[^;.]{3,160})?[\s.\"]*")
_SAME_TIME = re.compile(
    r"\W*(?:cung(?: trong| vao)?|cung (?:trong|vao)|trong|vao)\s+(?:moc|thoi han|thoi diem|thoi gian|han|thang|quy"
    r"|dot|ngay)"
    r"(?:\s+(?:nay|do|tren|ay|noi tren))?\s*,"
)
_TOO = re.compile(
    r"[\s,;]*(?:va|dong thoi)\s+(?:(?:yeu cau|de nghi|luu y|nhan manh|quan triet|chi dao)\s+)?(?:rang\s+)?$"
)
_CLAUSE = re.compile(r"[;.](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """Where such words begin, whose the work is and by when, as far as they tell."""

    start: int
    names: tuple[str, ...]
    when: Period | None


def within(page: Masked, start: int, end: int, first: int, work: str) -> Said | None:
    """The words in a stretch that say it of the `work` before, at the beginning of a clause.

    `first` is where their sentence begins.
    """
    told = (*page.occurrences(_AGAIN).within(start, end), *_HANDED.finditer(page.mask, start, end))
    for found in sorted(told, key=re.Match.start):
        group = next((name for name in ("who", "lone") if found.groupdict().get(name)), None)
        before = page.mask[first : found.start()]
        if not (_BEFORE.search(before) or _TOO.search(before)) or not page.match(_SPELT, found.start(), found.end()):
            continue
        named = found.groupdict().get("named")
        if named and not _begins_alike(work, named):
            continue
        if group and (PERSON in found[group] or page.search(_DONE, found.start(), found.start(group))):
            continue
        stop = _CLAUSE.search(page.mask, found.end(), end)
        last = stop.start() if stop else end
        when = page.deadline(found.end(), last)
        rest = _REST.match(page.mask, found.end(), when.start if when else last)
        behind = when.end if when else rest.end() if rest else found.end()
        if (when and rest and rest.end() < when.start) or not _REASON.fullmatch(page.mask, behind, last):
            continue
        if group or when:
            return Said(found.start(), page.names(*found.span(group)) if group else (), when)
    return None


def _begins_alike(work: str, named: str) -> bool:
    """Whether "việc rà soát" can mean a work: what it names is the work's verb."""
    words = f" {work} "
    return f" {' '.join(named.split()[:2])} " in words


def cut(page: Masked, unit: Unit, order: Order) -> Order:
    """An order without the clause that says so of its own work, and with what that tells."""
    said = within(page, order.start + 1, order.end, unit.start, page.mask[order.start : order.end])
    if said is None or (order.assignees and said.names):
        return order
    end = len(page.mask[: said.start].rstrip(" ;,"))
    return replace(order, end=end, assignees=order.assignees or said.names, deadline=order.deadline or said.when)


def of_last(page: Masked, unit: Unit, last: Task) -> Task | None:
    """The last task with what a unit says of it, where the unit says nothing else."""
    return _added(page, unit.start, unit.end, unit.start, last)


def joined(page: Masked, unit: Unit, last: Task | None, tasks: list[Task]) -> list[Task]:
    """The last task and those of a unit, what only says of the one before it whose it is or by when joined to it."""
    found = [last] if last else []
    for task in tasks:
        start, end = task.evidence[0].start, task.evidence[0].end
        again = _added(page, start, end, unit.start, found[-1]) if found and not task.assignees else None
        found = [*found[:-1], again] if again else [*found, task]
    if found and unit.start <= found[-1].evidence[0].start and not found[-1].deadline:
        behind = found[-1].evidence[0].end
        said = within(page, behind, unit.end, behind, fold(found[-1].text))
        if said and _TOO.fullmatch(page.mask, behind, said.start):
            found[-1] = _with(page, found[-1], said)
    return found


def _added(page: Masked, start: int, end: int, first: int, last: Task) -> Task | None:
    """The last task with what a stretch says of it, where the stretch says nothing else."""
    said = within(page, start, end, first, fold(last.text))
    if said is None or page.mask[start : said.start].strip(' "-'):
        return None
    return None if last.assignees and said.names else _with(page, last, said)


def _with(page: Masked, last: Task, said: Said) -> Task:
    """The last task with what is said of it."""
    due = said.when if said.when and not last.deadline else None
    return replace(
        last,
        assignees=last.assignees or said.names,
        deadline=due.value if due else last.deadline,
        deadline_text=page.text[due.start : due.end] if due else last.deadline_text,
    )


def at_the_same_time(page: Masked, unit: Unit, tasks: list[Task], last: Task) -> list[Task]:
    """The tasks of a unit that opens with "Cùng mốc này, …", due when the one before them is."""
    if last.deadline is None or not _SAME_TIME.match(page.mask, unit.start, unit.end):
        return tasks
    due = (last.deadline, last.deadline_text)
    return [one if one.deadline else replace(one, deadline=due[0], deadline_text=due[1]) for one in tasks]
