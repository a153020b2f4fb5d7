"""Who has not done, has done or is doing what they were given: "Sở X chưa ban hành … theo Kế hoạch số …, hạn 30/9".

A clause of this kind answers a task, and so states one, where it says which document gave the work, by when it was due
or that it is late, or where it stands in a list of such work ("còn một số nhiệm vụ chậm so với yêu cầu:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.iris import actor_kind
from kg.model import Task, TaskStatus
from loaders.documents import reviewed
from loaders.reading import Unit
from loaders.tasks import clause_borders, doers, late_bearers, late_lists, standing
from loaders.tasks.acting_bodies import RUNS
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import BEHIND
from loaders.words.clauses import WHOEVER
from loaders.words.flat import Pattern

_STATE = re.compile(
    r"(?:(?P<chua>(?:chua|khong)(?:\s+(?:kip|the))?(?:\s+(?:hoan thanh|thuc hien|hoan tat)(?:\s+xong)?\s+(?:viec"
    r"|nhiem vu"
    r"|cong tac)|\s+hoan thanh nhiem vu)?|con no(?: dong)?(?: lai)?)"
    r"|(?P<cham>(?:(?:con|de|bi|thuc hien|trien khai|hoan thanh) )?cham(?: tre| muon)?(?:\s+(?:trong|o"
    r"|tien do)(?:\s+(?:viec"
    r"|cong tac))?|\s+viec)?)"
    r"|(?P<xong>(?:da\s+)(?:co ban\s+)?hoan thanh(?:\s+(?:som|xong|tot|dung han|truoc (?:thoi )?han))*(?:\s+(?:viec"
    r"|nhiem vu|cong tac))?)"
    r"|(?P<da>da)|(?P<giao>(?:da )?duoc\s+(?P<by>[\x01\x02]+\s+)?giao"
    r"(?:\s+(?:tai|theo|trong)\s+(?P<under>[\x03\x05]+)(?:\s*,)?)?(?:\s+(?:nhiem vu|trach nhiem|viec|chu tri"
    r"|thuc hien))*)"
    r"|(?P<phan>moi\s+(?:chi\s+)?(?:hoan thanh|thuc hien|dat|xong)\s+(?:duoc\s+)?(?:khoang\s+|gan\s+"
    r"|hon\s+)?\d[\d.,]*\s?%"
    r"(?:\s+(?:khoi luong|cong viec|ke hoach|tien do|viec|nhiem vu|cua)\b)*)"
    r"|(?P<lam>dang(?:\s+(?:tiep tuc|khan truong|tich cuc|trong qua trinh))?))(?!\w)\s*"
)
_STATES = TRIGGERS.add(
    _STATE,
    ("chua", "khong", "con no", "cham", "con cham", "de cham", "bi cham", "thuc hien cham", "trien khai cham",
     "hoan thanh cham", "da", "dang", "duoc", "moi"),
)  # fmt: skip
_MANNER = Pattern(  # how something is done, not whether: "chưa kịp thời", "chậm đổi mới"
    r"(?:kịp thời|chủ động|tích cực|quyết liệt|nghiêm|nghiêm túc|thường xuyên|đồng bộ|đồng đều|thực sự|quan tâm"
    r"|chú trọng|đáp ứng"
    r"|đạt|cao|tốt|có nhiều|rõ|sâu|triệt để|bảo đảm|đúng|đủ|được|hết|biết|thể|phải|bao giờ|từng|khai thác|phát huy"
    r"|nhất|hơn|so|đến)\b"
)
_WANTING = re.compile(r"\b(?:ton tai|han che|kho khan|vuong mac|yeu kem|chua lam duoc)\b")
_FURTHER = Pattern(  # what bodies are late with, beside the verbs of work
    r"(?:nộp|có (?:báo cáo|văn bản|kế hoạch|phương án|quyết định|quy chế|nghị quyết|hướng dẫn|đề án|ý kiến|tiêu chuẩn"
    r"|quy chuẩn|danh mục|định mức|quy định|quy trình|lộ trình|khung|bộ )|thi công"
    r"|đưa|làm|mở|lắp|mua|ký|chi|thu hồi|trả|thu|nhập|cử|họp|đăng tải|khởi công|nghiệm thu|quyết toán)\b"
)
_ON_TIME = Pattern(
    r"\b(?:đúng (?:thời )?hạn(?!\s(?:(?:đạt|là|trên|hơn|gần|chiếm)\s)*\d)"
    r"|trước (?:thời )?hạn|đúng tiến độ|vượt tiến độ|sớm\b[^.;:]{0,30}\b(?:so với|hạn"
    r"|tiến độ|kế hoạch))\b"
    r"|\bhoàn thành sớm\b",
    "hạn|tiến độ|sớm",
)
_AGAINST = Pattern(
    r"\b(?:so với|theo) (?:kế hoạch|yêu cầu|tiến độ|thời hạn|lộ trình|quy định|cam kết)\b|\b\d+ (?:ngày|tuần|tháng"
    r"|quý|năm)\b"
)
_YET = Pattern(
    r"\b(?:nhưng|song|tuy nhiên|đến nay|tới nay)\b[^.;:]{0,60}\b(?:chưa|mới|vẫn|còn|không|chậm|quá hạn|trễ)\b"
)
_SO_FAR = re.compile(  # "Mới có 25/34 địa phương gửi báo cáo theo …; các tỉnh A, B chưa báo cáo"
    r"(?<!\w)(?:moi|chi|da)\s+(?:chi\s+)?co\s+\d{1,3}(?:/\d{1,3})?\s+"
)
_NEXT = re.compile(r"[^\s,.;:()]+\s+")
_CLAUSE = re.compile(r"[;.](?=\s|$)|,\s+(?=(?:de nghi|yeu cau)\s)")
_HEAD = re.compile(rf"(?P<who>{WHOEVER})(?:\s+(?:da|dang|chua|van)\b)*\s+")
_WORK_NOUNS = ("viec", "nhiem vu", "cong tac")
_TOWARD = re.compile(r"\bdoi voi\s+(?:cac\s+)?$")
_FEW = 6  # words that name who did it
_LEAST = 3  # words of work


def state(page: Masked) -> Iterator[Task]:
    """The tasks that clauses answer in saying how far their bearers have come, in the order of the text."""
    states = page.occurrences(_STATES)
    lists: dict[tuple[int | None, int | None], TaskStatus | None] = {}  # by the lines above
    for unit in page.reading.units:
        if unit.role not in ("sentence", "item", "heading", "lead"):
            continue
        above = (unit.lead, unit.heading)
        if above not in lists:
            lists[above] = late_lists.above(page, unit)
        listed = lists[above]
        found = False
        if listed and _is_entry_of_report(page, unit):
            yield from _entry(page, unit, listed)
            continue
        told = list(states.within(unit.start, unit.end))
        late = late_lists.within(page, unit) if told and not listed else None
        if late:
            for task in _answers(page, unit, [match for match in told if match.start() >= late.end()], "overdue"):
                yield replace(task, mandate=task.mandate or late_lists.given_in(page, unit, late))
            told = [match for match in told if match.start() < late.start()]
        for task in _answers(page, unit, told, listed) if _may_answer(page, unit, told, listed) else ():
            found = True
            yield task
        if listed and not found and unit.role == "item":
            yield from _entry(page, unit, listed)


def _may_answer(page: Masked, unit: Unit, states: list[re.Match[str]], listed: TaskStatus | None) -> bool:
    """Whether any state of a unit can answer a task: what is only "đã" has to be on time, what is "đang" listed."""
    if any(match.lastgroup not in ("da", "lam") for match in states):
        return True
    under_way = bool(listed) or page.reading.own is not None
    if under_way and any(match["lam"] for match in states):
        return True
    return any(match["da"] for match in states) and page.search(_ON_TIME, unit.start, unit.end) is not None


def _answers(page: Masked, unit: Unit, states: list[re.Match[str]], listed: TaskStatus | None) -> Iterator[Task]:
    """The tasks that the states of a unit answer, each of whom stands before it, up to where the next begins."""
    told = [(bearer, match) for match in states if (bearer := late_bearers.find(page, unit, match))]
    for position, (bearer, match) in enumerate(told):
        last = clause_borders.last(page, unit)
        stop = _CLAUSE.search(page.mask, match.end(), last)
        end = stop.start() if stop else last
        if position + 1 < len(told):
            end = min(end, told[position + 1][0][0])
        group = len(bearer[1]) == 1 and actor_kind(bearer[1][0]) == "group"
        members = late_bearers.members(page, match.end(), end) if group else None
        if members:
            task = _answer(page, unit, (bearer[0], members[0]), match, members[1], listed)
            task = task and replace(task, evidence=(page.reading.evidence(bearer[0], end, unit.place),))
        else:
            task = _answer(page, unit, bearer, match, end, listed)
        if task:
            yield task


def _answer(
    page: Masked,
    unit: Unit,
    bearer: tuple[int, tuple[str, ...]],
    match: re.Match[str],
    end: int,
    listed: TaskStatus | None,
) -> Task | None:
    """The task that a state answers, up to `end`; what is done so often, or is only wanted, answers none."""
    first, names = bearer
    start = match.end()
    behind = match["chua"] is not None or match["cham"] is not None
    if behind and (page.match(_MANNER, start, end) or page.match(BEHIND, match.start(), end)):
        return None
    if page.search(late_lists.WANTED, max(unit.start, first - 60), first):
        return None
    if behind and ":" in page.mask[start:end] and _TOWARD.search(page.mask, max(unit.start, first - 20), first):
        return None  # "Đối với các xã chưa kết nối: hoàn thành …" tells what they are to do
    told = standing.of(page, start, end)
    named = match[0].rstrip().endswith(_WORK_NOUNS)
    said = any(match[kind] for kind in ("xong", "giao", "phan")) or match[0].startswith("con no")
    works = named or said or page.begins_work(start, end) or page.match(_FURTHER, start, end)
    if works and behind and len(page.text[start : told.end].split()) < _LEAST:
        so_far = _SO_FAR.search(page.mask, unit.start, first)
        begin = _work_of(page, so_far.end(), first) if so_far else None
        if so_far is None or begin is None:
            return None
        start = begin
        told = standing.of(page, start, first)
        return _task(page, unit, so_far.start(), (start, told.end), end, names, told, "overdue" if told.late else None)
    if not works or len(page.text[start : told.end].split()) < _LEAST:
        return None
    if match["under"]:
        told = replace(told, mandate=page.cited(match.start("under")))
    if match["da"] and not (told.mandate or told.due) and not _named(page, first):
        return None  # "Đánh giá cao các sở đã nộp báo cáo đúng hạn"
    if not (_is_answer(page, match, start, end, told, listed) or _reports(page, unit, first, match, end)):
        return None
    task = _task(page, unit, first, (start, told.end), end, names, told, _status(page, match, start, end, told, listed))
    giver = page.names(match.start("by"), match.end("by")) if match["by"] else ()
    return replace(task, directed_by=giver[0]) if giver else task


def _is_answer(
    page: Masked, match: re.Match[str], start: int, end: int, told: standing.Standing, listed: TaskStatus | None
) -> bool:
    """Whether a state answers a task: by what gave it, by when it was due, that it is late, or the list it is in."""
    given, own = bool(told.mandate or told.due), page.reading.own is not None
    if match["xong"]:
        on_time = own and page.search(_ON_TIME, match.start(), end) is not None
        return bool(told.mandate) or on_time or listed == "done"
    if match["da"]:
        return (given or own) and page.search(_ON_TIME, start, end) is not None
    if match["giao"]:
        return given and page.search(_YET, told.end, end) is not None
    if match["phan"]:  # not "… của các bộ mới đạt 45%, của địa phương 17%"
        return page.mask[start : start + 1].isalnum() and bool(told.mandate or listed or told.late)
    if match["lam"]:
        return bool(listed) or (own and given)
    against = match["cham"] is not None and page.search(_AGAINST, match.start(), end) is not None
    return given or told.late or against or listed == "overdue"


def _named(page: Masked, first: int) -> bool:
    """Whether a body by name, no group, begins at a place."""
    return any(one.kind != "group" for one in page.mentions(first, first + 1))


def _reports(page: Masked, unit: Unit, first: int, match: re.Match[str], end: int) -> bool:
    """Whether an official report tells of a body by name what it is at, no running system, or is late with.

    What is late stands under a heading of what is wanting: "II. TỒN TẠI, HẠN CHẾ".
    """
    own = page.reading.own
    if own is None or own.type != "report" or not _named(page, first):
        return False
    if match["lam"]:
        return RUNS.match(page.mask, match.end(), end) is None
    heading = unit.heading if match["cham"] else None
    while heading is not None:
        above = page.reading.units[heading]
        if above.role == "heading" and _WANTING.search(page.reading.folded, above.start, above.end):
            return True
        heading = above.heading
    return False


def _status(
    page: Masked, match: re.Match[str], start: int, end: int, told: standing.Standing, listed: TaskStatus | None
) -> TaskStatus | None:
    """How far the work has come by such a state."""
    if match["xong"] or match["da"]:
        return "done"
    if match["giao"]:
        return "overdue" if told.late else None
    if match["phan"]:
        return "overdue" if told.late or listed == "overdue" else "in-progress"
    if match["lam"]:
        return "overdue" if told.late and standing.says_late(page, start, end) else "in-progress"
    never = match["cham"] or match[0].startswith(("khong", "con no"))
    return "overdue" if told.late or listed == "overdue" or never else None


def _work_of(page: Masked, start: int, end: int) -> int | None:
    """Where the work begins behind a few words that say who did it."""
    for _ in range(_FEW):
        if page.begins_work(start, end):
            return start
        word = _NEXT.match(page.mask, start, end)
        if word is None:
            return None
        start = word.end()
    return None


def _entry(page: Masked, unit: Unit, listed: TaskStatus) -> Iterator[Task]:
    """An entry of a list of late, done or current work: "Sở X: Đề án …, hạn 30/9", "Ban hành … (Sở X)"."""
    start = page.after_marker(unit)
    colon = page.mask.find(":", start, unit.end)
    names: tuple[str, ...] = ()
    if colon > 0 and doers.is_name(page, start, colon):
        names = page.names(start, colon)
        start = colon + 1
        while start < unit.end and page.mask[start] == " ":
            start += 1
    elif head := _HEAD.match(page.mask, start, unit.end):
        names, start = page.names(head.start("who"), head.end("who")), head.end()
        if not page.begins_work(start, unit.end):
            return
    told = standing.of(page, start, unit.end)
    if not names:
        names, until = standing.beside(page, start, unit.end)
        told = replace(told, end=min(told.end, until))
    answers = names or told.mandate or told.due or _is_entry_of_report(page, unit)
    if not answers or len(page.text[start : told.end].split()) < _LEAST:
        return
    if not page.begins_work(start, unit.end) and not (told.mandate or told.due):
        return
    yield _task(page, unit, page.after_marker(unit), (start, told.end), unit.end, names, told, listed)


def _is_entry_of_report(page: Masked, unit: Unit) -> bool:
    """Whether an entry of a report on what its author was told to do names work, be it said whose or not."""
    own = page.reading.own
    return (
        own is not None
        and own.type == "report"
        and unit.role == "item"
        and page.begins_work(page.after_marker(unit), unit.end)
    )


def _task(
    page: Masked,
    unit: Unit,
    begin: int,
    work: tuple[int, int],
    end: int,
    names: tuple[str, ...],
    told: standing.Standing,
    status: TaskStatus | None,
) -> Task:
    """A task whose evidence goes from `begin` to `end`, with what is told of it beside its work."""
    return Task(
        text=page.text[slice(*work)].rstrip(" .,;:").removesuffix(" và"),
        assignees=names,
        mandate=told.mandate or reviewed.mandate(page.reading),
        deadline=told.due.value if told.due else None,
        deadline_text=page.text[told.due.start : told.due.end] if told.due else None,
        status=status,
        status_date=reviewed.as_of(page.reading, unit) if status else None,
        evidence=(page.reading.evidence(begin, end, unit.place),),
        confidence=0.7,
    )
