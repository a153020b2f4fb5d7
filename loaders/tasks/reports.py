"""How tasks stand, as a text reports it: "Nhiệm vụ ban hành … của Bộ X theo Nghị quyết … đã quá hạn".

A report names the work as a noun phrase ("nhiệm vụ …", "việc …"), often whose it is and the document that gave it; the
status holds on the source's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Task, TaskStatus
from loaders.documents import reviewed
from loaders.reading import Period, Reading, Unit
from loaders.tables import values
from loaders.tasks import standing
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.words import clauses, ordered
from loaders.words.clauses import DOCUMENT, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_WORK = TRIGGERS.add(
    re.compile(r"(?:nhiem vu|viec|tien do|thoi han|han)\s+(?P<work>[^.;:]+)"),
    ("nhiem vu", "viec", "tien do", "thoi han", "han"),
)
_STATUS = re.compile(rf"(?<!\w)(?P<status>{clauses.alternation('task_status')})(?!\w)")
_STILL = TRIGGERS.add(
    r"(?:den nay|toi nay|song|nhung|tuy nhien|hien|hien nay)\b[^.;]{0,60}?"
    r"\b(?:chua|van|moi (?:chi|xong|dat|co|hoan thanh)|lui|gia han)\b",
    ("den nay", "toi nay", "song", "nhung", "tuy nhien", "hien", "hien nay"),
)
_LATE = re.compile(
    rf"(?P<work>[{PROGRAMME}]++|\b(?P<noun>viec|nhiem vu|de an|du an)\s[^.;]{{8,220}}?)"
    r"(?<!truoc day)(?<!truoc do)(?<!ban dau),?\s+"
    r"(?:do|duoc giao(?:\s+cho)?|giao(?:\s+cho)?)\s+"
    rf"(?:cac\s+)?(?P<who>{WHOEVER})(?=\s+(?:chu tri|thuc hien|xay dung|soan thao|lam|dam nhiem|dau tu)|\s*,)"
)
_PUT_OFF = re.compile(r"\b(?:da\s+|xin\s+|duoc\s+)?(?:lui|gia han|doi)\s+(?:thoi han\s+)?(?:sang|den|toi)\b")
_LATE_ONES = Keyed(
    r"\b(?:\d{1,3}|mot so|cac|nhung|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+"
    r"(?:nhiem vu|viec|dau viec|noi dung)\b[^.;:]{0,260}?"
    r"\b(?:cham(?:\s+so voi)?\s+(?:tien do|ke hoach|yeu cau)|qua han|tre han"
    r"|chua (?:hoan thanh|xong|lam xong|thuc hien))"
    r"[^.;:]{0,60}?(?:\bgom|\bla|\bbao gom|\bdo la|:)\s*:?\s*",
    "cham|qua han|tre han|chua",
    "nhiem vu|viec|noi dung",
)
_ALL_BY = re.compile(rf",?\s*(?:deu|cung)\s+(?:do|thuoc)\s+(?P<who>{WHOEVER})")
_LISTS = re.compile(r"\s*(?:;|,)\s*(?:va\s+)?|\s+va\s+")
_LAST_JOIN = re.compile(r"\s*(?:;|,)?\s*(?:và)?\s*$")
_NOT_YET = Keyed(
    rf"(?P<who>{WHOEVER})\s+(?:(?:den nay|hien|van|hien nay|cung)\s+)*chua\s+(?P<work>[^.;]{{10,200}}?)\s*,\s*"
    r"(?:da\s+|bi\s+)?(?:cham|qua han|tre|tre han)\b",
    "chua",
    "cham|qua han|tre",
)
_APART = Keyed(
    r"\s*,?\s*\b(?:con|trong khi(?: do)?|rieng)\s+(?=(?:viec|nhiem vu)\b)", "viec|nhiem vu", "con|rieng|trong khi"
)
_WHOSE = re.compile(  # "Với Bộ X, nhiệm vụ …"
    rf"(?<!\w)(?:doi voi|voi|rieng|ve phia)\s+(?P<who>{WHOEVER})\s*,\s*$"
)
_GRANTED_BY = re.compile(rf"\s*,?\s*(?:da\s+)?duoc\s+(?P<who>{WHOEVER})\s+(?:dong y\s+|thong nhat\s+)?(?:cho|giao)\b")
_DONE_BY = Keyed(
    rf"\s*,?\s+da\s+duoc\s+(?P<who>{WHOEVER})\s+(?:co ban\s+)?(?:hoan thanh|thuc hien xong|hoan tat)(?!\w)",
    "hoan thanh|thuc hien xong|hoan tat",
)
_OPEN = Pattern(  # not done: late where its time is over
    r"(?<!\w)(?:chưa (?:được )?(?:hoàn thành|hoàn tất|xong|thực hiện|ban hành|trình|phê duyệt|có kết quả)"
    r"|(?:vẫn |còn |đang |mới )*(?:nằm |dừng )?ở (?:khâu|bước|giai đoạn)"
    r"|mới (?:chỉ )?(?:đạt|được|hoàn thành|thực hiện|xong) (?:[^\W\d]+ ){0,2}\d+)(?!\w)",
    "chưa|ở khâu|ở bước|ở giai đoạn|mới",
)
_UNDER = re.compile(rf"\s+(?:theo|tai|thuoc|neu tai|giao tai)\s+(?P<what>[{DOCUMENT}{PROGRAMME}]++)")
_PART = Pattern(
    r"\s+(?:xong\s+|được\s+)?(?:(?:tại|ở|với|đối với|cho|trên)\s+)?(?:(?:khoảng|hơn|gần)\s+)?"
    r"(?:(?:một (?:số|phần|nửa|vài)|nhiều|vài|phần lớn|phần nhiều|đa số|hầu hết)\s?\b(?!năm\b|lần\b)"
    r"|(?P<many>\d{1,3})(?:/(?P<all>\d{1,3})(?!\d|/)|(?:,\d+)?\s?%))"
)
_ATTRIBUTE = re.compile(r"\b(?:du an|de an|cong trinh|goi thau|ho so|van ban|truong hop)\s$")
_WANTED = Pattern(r"\b(?:phải|sẽ|cần)\s(?![^.;:]{0,80}\b(?:nhưng|song|tuy nhiên)\b)")
_BREAK = re.compile(
    r"\s*,\s*(?:truoc day|nay|den nay)\b|\s*,?\s+(?:thoi han|han|moc)\s*$"
    r"|\s*,?(?:\s+(?:da|van|con|chua|dang|duoc|bi))+\s*$"
)


def state(page: Masked) -> Iterator[Task]:
    """The tasks whose state the prose reports, in the order of the text."""
    reading, mask = page.reading, page.mask
    works = page.occurrences(_WORK)
    for unit in reading.units:
        if unit.role in ("sentence", "item"):
            late = (_unfinished(page, unit) or _not_yet(page, unit)) if page.reading.own is None else None
            if late:
                yield late
                continue
            listed = list(_late_list(page, unit))
            if listed:
                yield from listed
                continue
            begin = unit.start
            for cut in [*_APART.finditer(mask, unit.start, unit.end), None]:
                end = cut.start() if cut else unit.end
                task = _report(page, unit, works.first(begin, end), begin, end)
                if task:
                    yield task
                begin = cut.end() if cut else end


def _unfinished(page: Masked, unit: Unit) -> Task | None:
    """What was due and is not done: "Việc X do Bộ Y chủ trì, phải xong trong tháng 6, đến nay vẫn chưa …"."""
    reading, mask = page.reading, page.mask
    still = page.occurrences(_STILL).first(unit.start, unit.end)
    found = _LATE.search(mask, unit.start, unit.end) if still else None
    if still is None or found is None:
        return None
    start = found.start("work")
    begin = found.end("noun") if found["noun"] in ("viec", "nhiem vu") else start
    later = _PUT_OFF.search(mask, found.end(), unit.end)
    new = _until(reading, later.start(), unit.end) if later else None
    due = new or _until(reading, found.end(), still.start())
    if (due is None and found["noun"] is None) or (
        found["noun"] and not page.begins_work(found.end("noun") + 1, found.end("work"))
    ):
        return None
    owners = ordered.within(reading.agencies, found.start("who"), found.end("who"))
    broken = _BREAK.search(mask, begin, found.end("work"))
    text = reading.source.text[begin : broken.start() if broken else found.end("work")].strip(" ,")
    return Task(
        text=text,
        assignees=tuple(dict.fromkeys(mention.name for mention in owners)),
        deadline=due.value if due else None,
        deadline_text=reading.source.text[due.start : due.end] if due else None,
        status="extended" if new else "overdue" if due else "in-progress",
        status_date=reviewed.as_of(reading, unit),
        evidence=(reading.evidence(start, unit.end, unit.place),),
        confidence=0.6,
    )


def _late_list(page: Masked, unit: Unit) -> Iterator[Task]:
    """The tasks that are late, counted and listed: "Hai nhiệm vụ chậm tiến độ, gồm: A, hạn tháng 3 và B, …"."""
    reading, mask = page.reading, page.mask
    head = _LATE_ONES.search(mask, unit.start, unit.end)
    if head is None or not page.begins_work(head.end(), unit.end):
        return
    owner = _ALL_BY.search(mask, head.end(), unit.end)
    end = owner.start() if owner else unit.end
    named = [one for one in ordered.within(reading.documents, head.start(), head.end()) if not one.anaphor]
    begins = [head.end()]
    for join in _LISTS.finditer(mask, head.end(), end):
        if page.begins_work(join.end(), end):
            begins.append(join.end())
    for start, stop in zip(begins, [*begins[1:], end], strict=True):
        names, until = standing.beside(page, start, stop)
        names = page.names(owner.start("who"), owner.end("who")) if owner else names
        dates = [p for p in ordered.within(reading.periods, start, stop) if p.end <= stop and p.value]
        text = _LAST_JOIN.sub("", reading.source.text[start:until]).strip(" ,.;")
        whole = _LAST_JOIN.sub("", reading.source.text[start:stop]).rstrip(" ,.;")
        yield Task(
            text=text,
            assignees=names,
            mandate=named[-1].id if named else None,
            deadline=dates[-1].value if dates else None,
            deadline_text=reading.source.text[dates[-1].start : dates[-1].end] if dates else None,
            status="overdue",
            status_date=reviewed.as_of(reading, unit),
            evidence=(reading.evidence(start, start + len(whole), unit.place),),
            confidence=0.6,
        )


def _not_yet(page: Masked, unit: Unit) -> Task | None:
    """What a body is late with: "Bộ X chưa ban hành …, chậm 45 ngày so với yêu cầu"."""
    reading, mask = page.reading, page.mask
    found = _NOT_YET.search(mask, unit.start, unit.end)
    if found is None or not page.begins_work(found.start("work"), found.end("work")):
        return None
    owners = ordered.within(reading.agencies, found.start("who"), found.end("who"))
    return Task(
        text=reading.source.text[found.start("work") : found.end("work")].strip(" ,"),
        assignees=tuple(dict.fromkeys(mention.name for mention in owners)),
        status="overdue",
        status_date=reviewed.as_of(reading, unit),
        evidence=(reading.evidence(found.start("work"), unit.end, unit.place),),
        confidence=0.6,
    )


def _report(page: Masked, unit: Unit, work: re.Match[str] | None, begin: int, end: int) -> Task | None:
    reading, mask = page.reading, page.mask
    told = _told(page, work.start("work"), end) if work else None
    if work is None or told is None or not page.begins_work(work.start("work"), told.start()):
        return None
    if told.start() > work.end("work") or (
        not told[0].startswith("da ")
        and told.re is _STATUS
        and _ATTRIBUTE.search(mask, work.start("work"), told.start())
    ):
        return None  # "… vốn của dự án chậm tiến độ": which ones are meant
    if page.search(_WANTED, begin, told.start()):
        return None  # what is to be so is no report
    start, stop = work.start("work"), told.start()
    end = _order_behind(page, unit, told.end(), end)
    owner, under = standing.OWNER.search(mask, start, stop), _UNDER.search(mask, start, stop)
    broken, granted = _BREAK.search(mask, start, stop), _GRANTED_BY.search(mask, start, told.end())
    stands = standing.of(page, start, end)
    ends = (found.start() for found in (owner, under, broken, granted) if found)
    stop = min([stop, max(stands.end, start), *ends])
    text = reading.source.text[start:stop].rstrip(" ,")
    if len(text.split()) < 3:
        return None
    done = told.re is _DONE_BY.pattern
    owner = told if done else owner or _WHOSE.search(mask, max(unit.start, work.start() - 120), work.start())
    owners = ordered.within(reading.agencies, owner.start("who"), owner.end("who")) if owner else []
    givers = page.names(granted.start("who"), granted.end("who")) if granted else ()
    given = "done" if done else values("task_status").get(" ".join(told[0].split()))
    status: TaskStatus = given or ("overdue" if stands.late else "in-progress")  # type: ignore[assignment]
    if status == "done" and _in_part(page, told.end(), end):
        status = "in-progress"
    due = _until(reading, told.start(), end) if status == "extended" else None
    due = due or standing.due_time(page, start, end)[0]
    mandate = page.cited(under.start("what")) if under else stands.mandate or reviewed.mandate(reading)
    if status == "done" and work[0].startswith("viec") and not (mandate or due or owners):
        return None  # finished work that answers no task
    return Task(
        text=text,
        assignees=tuple(dict.fromkeys(mention.name for mention in owners)),
        mandate=mandate,
        directed_by=givers[0] if givers else None,
        deadline=due.value if due else None,
        deadline_text=reading.source.text[due.start : due.end] if due else None,
        status=status,
        status_date=reviewed.as_of(reading, unit),
        evidence=(reading.evidence(begin, end, unit.place),),
        confidence=0.7,
    )


def _in_part(page: Masked, start: int, end: int) -> bool:
    """Whether only a part is done: "… đã hoàn thành ở một số bộ", "… tại 12/20 xã", "… 70%"."""
    part = page.match(_PART, start, end)
    if part is None or part["many"] is None:
        return part is not None
    return int(part["many"]) < int(part["all"] or 100)


def _order_behind(page: Masked, unit: Unit, start: int, end: int) -> int:
    """Where the words on a task end before an order that follows it: "… đã quá hạn; báo cáo kết quả trước 30/6"."""
    mark = page.mask.find("; ", start, end)
    return mark if mark >= 0 and page.begins_work(mark + 2, unit.end) else end


def _told(page: Masked, start: int, end: int) -> re.Match[str] | None:
    """The words that say how a task stands."""
    ways = (
        _STATUS.search(page.mask, start, end),
        page.search(_OPEN, start, end),
        _DONE_BY.search(page.mask, start, end),
    )
    found = [match for match in ways if match]
    return min(found, key=lambda match: (match.start(), -match.end()), default=None)


def _until(reading: Reading, start: int, end: int) -> Period | None:
    """The new time of a task that was put off."""
    return next((p for p in ordered.within(reading.periods, start - 1, end) if p.end <= end and p.value), None)
