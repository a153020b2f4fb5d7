"""An order's work cut into tasks, one a piece: where each piece begins and ends, and which words are no work.

Reads the masked text of one order; what each piece tells of itself is loaders.tasks.task_fields'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Task
from loaders.reading import Unit
from loaders.tasks import clause_work, counted_lists, nameless, no_pieces, task_fields
from loaders.tasks.acting_bodies import HEAD, acts_too
from loaders.tasks.labelled import completed, of_brackets
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHO
from loaders.words.coordination import SENDS
from loaders.words.flat import SPACES, Pattern
from loaders.words.keyed import Keyed

_GIVEN = re.compile(rf"(?:^|[.;:,]\s|^-\s)\s*(?:-\s*)?(?P<what>\w[^.;:,]{{5,120}}?\s+duoc\s+(?:{WHO}\s+)?)$")
_LISTED_AFTER = re.compile(rf"[^;.,:\"]{{0,60}}:\s*\"?\s*{clauses.ORDINAL}?")
_STRIVES = Keyed(  # a goal with a number beside the work: "… và phấn đấu đạt 95%"
    r"(?:(?:\s*[,;]|\s+va|\s+dong thoi)\s+)?(?:tiep tuc\s+)?\b(?:phan dau|dat (?:ra )?muc tieu)\b",
    "phan dau|muc tieu",
)
_MOTTO = Keyed(  # "… với phương châm: quyết liệt trong hành động; kết quả là thước đo": how, no work of its own
    r"\s*,?\s+(?:voi|theo|tren|dung)\s+(?:cac\s+|dung\s+)?(?:phuong cham|tinh than|nguyen tac|quan diem)\b"
    r"[^.;:\"]{0,60}:(?=[^.]*;)",
    "phuong cham|tinh than|nguyen tac|quan diem",
)
_TAIL = "….,;:\"'|*/!?-" + SPACES
_CONJUNCTION = Pattern(
    r"\s(?:và|nêu rõ|chỉ rõ|nhấn mạnh|khẳng định|cho rằng|lưu ý|vì|bởi|đồng thời|rồi|nhưng|song|mà|thì|còn|riêng"
    r"|(?:trước |sau |trong )khi)$|,\s(?:giao|yêu cầu|đề nghị)$"
)
_LONGEST_CONJUNCTION = 12  # characters
_LEADING = Pattern(r"(?:và\s+|cũng\s+(?:sẽ\s+|phải\s+|cần\s+|đang\s+)?)")
_ALL_OF = Pattern(r"\d+/\d+\s\w+\s(?:đều\s)?(?:phải|cần)\s")  # "yêu cầu các xã, 12/12 xã phải …"
_WITH_HELP = re.compile(r"(?:chu tri\s*,?\s*)?(?:va\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)?\b")
_CLAUSE = 6  # words that a clause has at least
_FROM_NOW = Pattern(r"\bnay\s(?:sẽ|phải)\s")
_THEN, _BY_THEN = re.compile(clauses.THEN), re.compile(rf"\s*{clauses.BY_THEN}")
_SEMICOLON = re.compile(r"\s*;\s+(?:va\s+|rieng\s+|con\s+)?")
_LINKS = (
    r"(?:phoi hop|cung|voi|cho|cua|gui|giua|nhu|gom|bao cao|trinh|giup|tu|den|tai|o|va|de nghi|yeu cau|giao|kien nghi"
    r"|xin|theo|hoac|boi|do|khi|neu|sau|truoc|de|nham|trong|can cu)\b"
)
_PLAIN = rf"(?!{_LINKS})[^\s,;.:({ACTOR}{PERSON}]++"
_WHEN = r"(?:cham|muon|som|ngay|thang|quy|nam|cuoi|dau|giua|het)\s"  # "chậm nhất ngày 5/8, Bộ X …": a time, no work
_BESIDE = re.compile(  # before a clause of another body, unless it is named for what is done with it or to it
    rf"(?!{_WHEN})(?P<work>(?:{_PLAIN}\s+){{2,}}{_PLAIN}),\s+(?=[{ACTOR}])"
)
_ANSWERS = re.compile(  # "tổ chức thực hiện Quy chế và chịu trách nhiệm trước Chủ tịch xã"
    r"(?P<work>(?:[^\s;]+\s){4,60}?[^\s;]+)\s+va\s+(?=chiu trach nhiem (?:truoc|ve|toan dien)\b)"
)
_NUMBER = re.compile(rf"\W*(?:(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\)\s+|{clauses.ORDINAL})")
_LISTED = re.compile(r"(?:(?!nham |de |gom |nhu )\w+,? ){0,9}(?!nham|gom)\w+: \(?[1ai]\) ")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_TOLD = Pattern(r"(?:đã|vừa|từng)\s")  # what another did
_FIRST_THEN = Pattern(  # "làm ngay việc này thì mới …": a ground, no order
    r"\bthì (?:\w+ ){0,3}(?<!cách )(?<!hướng )(?<!kiểu )mới\b", "thì", "mới"
)
_SINCE = re.compile(r"(?:kể )?từ\b", re.IGNORECASE)
_CLOSING = re.compile(r"[”\"]")
_QUOTATION = Keyed(r"\"[^\"]{30,}\"?[.\s]*$", '"')


def cut(page: Masked, unit: Unit, order: Order) -> list[Task]:
    """The tasks that an order gives, in the order of the text; what is too short or a formula gives none.

    A chain of an official text has the day with which it ends: "cử người, gửi danh sách về Sở X trước 15/9".
    """
    found = _helped(page, list(_pieces(page, unit, order)))
    for index in range(len(found) - 1, 0, -1):
        before, sent = found[index - 1], found[index]
        between = page.mask[before.evidence[0].end : sent.evidence[0].start].strip()
        undated = sent.deadline and not (before.deadline or before.recurrence)
        if undated and between in (",", "va") and page.reading.own and _ends_dated(page, sent):
            found[index - 1] = replace(before, deadline=sent.deadline, deadline_text=sent.deadline_text)
    places = [(task, task.evidence[0]) for task in found]
    return [task for task, at in places if not no_pieces.only_with(page, at.start, at.end)]


def _helped(page: Masked, found: list[Task]) -> list[Task]:
    """The pieces of a chain that opens by saying who helps, each with those helpers: "X chủ trì, phối hợp với Y …"."""
    for index in range(1, len(found)):
        before, this = found[index - 1], found[index]
        between = page.mask[before.evidence[0].end : this.evidence[0].start].strip()
        opens = _WITH_HELP.match(page.mask, found[0].evidence[0].start)
        if opens and between in (",", "va") and this.assignees == before.assignees and not this.cooperators:
            found[index] = replace(this, cooperators=before.cooperators)
    return found


def _ends_dated(page: Masked, task: Task) -> bool:
    """Whether the last of a chain is what is sent, or its words end with the day by which it is due."""
    by = task.deadline_text or ""
    last = task.text.endswith(by) and not _SINCE.match(by)
    return last or SENDS.match(page.mask, task.evidence[0].start) is not None


def _pieces(page: Masked, unit: Unit, order: Order) -> Iterator[Task]:
    """The tasks of an order's pieces, each by itself."""
    how = _MOTTO.search(page.mask, order.start, order.end)
    order = replace(order, end=how.start()) if how else order
    listed = _LISTED_AFTER.match(page.mask, order.start, order.end)
    begin = listed.end() if listed and page.begins_work(listed.end(), order.end) else order.start
    counted = counted_lists.parts(page, begin, order.end)
    last, since = order, begin
    for start, end in counted or _apart(page, page.split(begin, order.end)):
        end = _before_aim(page, unit, start, end)
        first = start
        own, start = _whose(page, order, start, end)
        if own is order and last is not order and ";" not in page.mask[since:start]:
            own = replace(last, deadline=order.deadline)  # "…; Sở Y theo dõi, đôn đốc, hằng tuần báo cáo …"
        last, since = own, end
        if own is not order and page.match(_TOLD, start, end):
            continue  # "…; Sở Y đã mở kho dữ liệu"
        start = _past_leading(page, start, end)
        rest = own.assignees != order.assignees and any(
            due.fullmatch(page.mask, start, end) for due in (no_pieces.DUE_ALONE, clauses.DUE_THEN)
        )
        if rest and (due := page.deadline(start, end)):  # "…; các xã còn lại hoàn thành trong quý III"
            yield task_fields.task(page, unit, replace(own, deadline=due), first, end)
            continue
        if order.giver and len(page.text[start:end].split()) < 3:
            start = _passive(page, unit, order, start)
        if len(_WORDS.findall(page.text, start, end)) < 2 or len(page.text[start:end].split()) < 3:
            continue
        end = _closing_quote(page, start, end)
        if no_pieces.is_one(page, unit, own, start, end):
            continue
        end = _before_ground(page, start, end)
        if page.search(_FIRST_THEN, start, end) or _ends_aside(page, unit, start, end):
            continue
        closes = page.mask[end - 1] == ")"
        beside = of_brackets(page.reading, start, end, whose=_of_nobody(page, own, start, end)) if closes else None
        if beside:  # "Lập hồ sơ (Sở A, quý I/2026); đo tán cây (Sở B)"
            yield completed(task_fields.task(page, unit, own, start, _trimmed(page, start, beside[0])), beside[1])
        else:
            yield task_fields.task(page, unit, own, start, end)


def _before_aim(page: Masked, unit: Unit, start: int, end: int) -> int:
    """Where a piece ends before a quotation that goes on from it, or a goal with a number beside the work."""
    quoted = _QUOTATION.search(page.mask, start, end)
    if quoted and _opens(page, unit, quoted.start()) and len(page.mask[start : quoted.start()].split()) >= _CLAUSE:
        end = quoted.start()
    aim = _STRIVES.search(page.mask, start, end) if page.reading.own is None else None
    if aim and aim.start() == start and page.begins_work(aim.end() + 1, end) and "%" not in page.mask[start:end]:
        aim = None  # "yêu cầu các bệnh viện phấn đấu hoàn thành … trước 30/9"
    if aim and not re.search(r"\d", page.mask[aim.start() : end]):
        aim = None
    if aim and clauses.ONLY_DUE.match(page.mask, aim.end() + 1, end):
        aim = None  # "…, phấn đấu xong trong quý I"
    return _trimmed(page, start, aim.start() if aim else end)


def _whose(page: Masked, order: Order, start: int, end: int) -> tuple[Order, int]:
    """The order with the body that a piece of it names as its own, by which time; and where its work begins."""
    further = start > order.start
    when = (clauses.BY_WHEN.match(page.mask, start, end) or _THEN.match(page.mask, start, end)) if further else None
    head = HEAD.match(page.mask, when.end() if when else start, end)
    by_then = _BY_THEN.match(page.mask, head.end(), end) if head and further else None
    if head and by_then and page.begins_work(by_then.end(), end):
        whose = page.names(head.start("who"), head.end("who"), head.end("more"))
        return replace(order, assignees=whose, deadline=page.deadline(head.end(), by_then.end())), by_then.end()
    works = head and (page.begins_work(head.end(), end) or clause_work.dated(page, head.end(), end))
    dated = head is not None and further and clauses.DUE_THEN.match(page.mask, head.end(), end) is not None
    works = works or dated or (further and acts_too(page, head.start() if head else start, end) is not None)
    if head and works and (further or not order.assignees):
        whose = page.names(head.start("who"), head.end("who"), head.end("more"))
        own = replace(order, assignees=whose, helpers=() if further else order.helpers)
        if when and (due := page.deadline(start, head.start())):
            own = replace(own, deadline=due)  # "…; chậm nhất 30/10, Sở X nghiệm thu"
        return own, head.end()
    doer = _another(page, order, start, end)
    return (replace(order, assignees=(doer[0],)), doer[1]) if doer else (order, start)


def _past_leading(page: Masked, start: int, end: int) -> int:
    """Where the words of a piece begin past what only leads to them, its number and marks."""
    leading = page.match(_LEADING, start, end)
    if page.match(no_pieces.CONTRASTS, start, end):  # "nhưng lâu nay làm thuê thì nay sẽ tự thiết kế …"
        leading = page.search(_FROM_NOW, start, end)
    start = leading.end() if leading else start
    listed = _LISTED.match(page.mask, start, end)  # "… triển khai: (i) rà soát …"
    start = listed.end() if listed and page.begins_work(listed.end(), end) else start
    number = _NUMBER.match(page.mask, start, end)  # "… chịu trách nhiệm: (1) Cung cấp …"
    start = number.end() if number else start
    while start < end and not (page.mask[start].isalnum() or page.mask[start] in "\x01\x02\x03\x05"):
        start += 1
    each = page.match(_ALL_OF, start, end)
    return each.end() if each else start


def _before_ground(page: Masked, start: int, end: int) -> int:
    """Where work ends before a further clause that says what only then comes of it: "…, có thế thì máy mới chạy"."""
    ground = page.search(_FIRST_THEN, start, end)
    if ground and page.ahead(start, ground.start()):  # "phải trình trong tháng 5 thì mới kịp …"
        return len(page.mask[: ground.start()].rstrip(" ,"))
    comma = page.mask.rfind(",", start, ground.start()) if ground else -1
    return comma if comma > start and len(page.mask[start:comma].split()) >= _CLAUSE else end


def _closing_quote(page: Masked, start: int, end: int) -> int:
    """Where the words end, with the mark that closes a name in quotation marks: "… vận hành nền tảng “Sổ tay số”"."""
    closing = _CLOSING.match(page.text, end)
    if closing is None:
        return end
    said = page.text[start:end]
    opened = said.count("“") > said.count("”") if closing[0] == "”" else said.count('"') % 2 == 1
    return closing.end() if opened else end


def _apart(page: Masked, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, cut where after a semicolon one without a name does work of its own: "…; phòng nội vụ gửi …"."""
    for start, end in pieces:
        for mark in _SEMICOLON.finditer(page.mask, start, end):
            doer = nameless.opening(page, mark.end(), end)
            if (doer and page.begins_work(doer[1], end)) or acts_too(page, mark.end(), end):
                yield start, mark.start()
                start = mark.end()
        while (beside := _BESIDE.match(page.mask, start, end)) and acts_too(page, beside.end(), end):
            yield start, beside.end("work")
            start = beside.end()
        if page.reading.own and (answers := _ANSWERS.match(page.mask, start, end)):
            yield start, answers.end("work")
            start = answers.end()
        yield start, end


def _another(page: Masked, order: Order, start: int, end: int) -> tuple[str, int] | None:
    """Who, by a noun, does a further piece of work in an article, and where its words begin."""
    if start <= order.start or page.reading.own is not None:
        return None
    doer = nameless.opening(page, start, end)
    return doer if doer and page.begins_work(doer[1], end) else None


def _of_nobody(page: Masked, order: Order, start: int, end: int) -> bool:
    """Whether work is given with its time, but without saying to whom."""
    return not order.assignees and page.deadline(start, end) is not None


def _ends_aside(page: Masked, unit: Unit, start: int, end: int) -> bool:
    """Whether words stand in brackets that open before them: "(kỹ thuật, tải trọng)"."""
    closed = page.mask.count(")", start, end) - page.mask.count("(", start, end)
    return closed > 0 and page.mask.count("(", unit.start, start) > page.mask.count(")", unit.start, start)


def _opens(page: Masked, unit: Unit, mark: int) -> bool:
    """Whether a quotation mark opens what it stands before; the one after a name in quotation marks does not."""
    printed = page.text[mark]
    return printed != "”" and (printed != '"' or page.mask.count('"', unit.start, mark) % 2 == 0)


def _trimmed(page: Masked, start: int, end: int) -> int:
    """Where the words end, without marks and conjunctions after them."""
    while True:
        end = start + len(page.mask[start:end].rstrip(_TAIL))
        conjunction = page.search(_CONJUNCTION, max(start, end - _LONGEST_CONJUNCTION), end)
        if conjunction is None:
            return end
        end = conjunction.start()


def _passive(page: Masked, unit: Unit, order: Order, start: int) -> int:
    """Where the clause begins that says what somebody is given: "Kho dữ liệu được giao cho Bộ X quản lý"."""
    clause = _GIVEN.search(page.mask[unit.start : order.trigger])
    return unit.start + clause.start("what") if clause else start
