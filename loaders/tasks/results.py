"""What is told as done of what a document gave: "Ngày 10/11, Bộ X đã ban hành … tại Quyết định số …".

Elsewhere finished work is no task; here it answers one. So it is in a text that looks back on a document, and in a
sentence that names what it carries out: "Thực hiện Chỉ thị 27, Bộ X đã ban hành hướng dẫn …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.iris import is_number
from kg.model import Task
from loaders.documents import reviewed
from loaders.reading import Unit
from loaders.tasks import standing
from loaders.tasks.masked import Masked
from loaders.tasks.nameless import BODIES
from loaders.words import ordered
from loaders.words.clauses import DOCUMENT, JOIN, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_HOW = (
    r"(?:(?:chu tri|phoi hop(?! (?:voi|cung|chat))|kip thoi|chu dong|khan truong|tich cuc|som|chinh thuc|nghiem tuc"
    r"|dong loat)\s*,?\s+)*"
)
_WITH = rf"(?:(?:chu tri,?\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)\s+(?:cac\s+)?{WHOEVER}\s*,?\s+)?"
_SOME = (
    rf"(?:(?:tat ca|toan bo)\s+(?:\d{{1,3}}(?:/\d{{1,3}})?\s+)?(?:cac\s+)?|(?<![\w/])\d{{1,3}}/\d{{1,3}}\s+)"
    rf"(?:{BODIES})\b(?:{JOIN}(?:{BODIES})\b)*"
)
_DONE = Keyed(
    rf"(?P<who>{_SOME}|{WHOEVER})"
    rf"\s+(?:(?:hien|den nay|toi nay|cung|deu)\s*,?\s+)*(?:da|vua)\s+{_HOW}{_WITH}"
    rf"(?P<nearly>(?:ve\s+)?co ban\s+)?{_HOW}",
    "da|vua",
)
_THEN = re.compile(  # on a day that is over
    rf"(?:vao\s+)?ngay\s+\d[\d/.-]*(?:\s+thang\s+\d+\s+nam\s+\d+)?,\s+(?P<who>{WHOEVER})\s+(?P<nearly>co ban\s+)?"
)
_PASSIVE = Keyed(
    rf"\s+(?P<da>da\s+)?duoc\s+(?P<who>{WHOEVER})\s+(?:(?:ky\s+)?(?:ban hanh|phe duyet|cong bo)|hoan thanh)\b", "duoc"
)
_PRODUCES = Pattern(
    r"(?:(?:xây dựng|soạn thảo|hoàn thiện|hoàn thành|trình)(?: và|,) )*(?:ban hành|phê duyệt|công bố|công khai"
    r"|thành lập|hoàn thành|hoàn tất|khai trương|đưa vào (?:vận hành|sử dụng|khai thác)|trình|ký ban hành|gửi|nộp"
    r"|tổ chức)\b"
)
_BY = re.compile(rf"\s*,?\s+(?:tai|bang|theo|kem theo)\s+(?:cac\s+)?[{DOCUMENT}{PROGRAMME}]")
_WHEN = re.compile(r"\s*,?\s+(?:(?:vao|tu|trong|hoi|cuoi|dau|giua)\s+)*(?:ngay|thang|quy|nam)\s+(?:\d|[iv]+/)")
_CUT = re.compile(
    r"\s*[;.(]|\s*,\s+(?:qua do|gop phan|tao|dat|trong do|dong thoi|nham|theo do|nhung|song|tuy nhien|hoan thanh"
    r"|dung (?:han|tien do)|som hon|truoc han)\b|\s+(?:nhung|song|tuy nhien)\s"
)
_PARTLY = re.compile(r"\b(?:mot (?:so|phan)|phan lon|\d{1,2}(?:,\d+)?\s?%|nhung|song|tuy nhien|nhieu|hon|gan)\b")
_MANY = re.compile(  # a figure, or nobody knows which: "đã ban hành nhiều chính sách", "hoàn thành 38, đang làm 12"
    r"\s+(?:(?:duoc|rat|hon|gan|tren|khoang|toi|den)\s+)*"
    r"(?:nhieu|mot so|hang loat|mot loat|hang (?:tram|chuc)|cac loai|\d)"
)
_ACTS = re.compile(r"\b(?:to chuc|gui|nop|tổ chức|gửi|nộp)$")  # what is done on the way
_OF_ALL = re.compile(r"(?<![\w/])(\d{1,4})/(\d{1,4})(?![\w/])")
_ORDERS = re.compile(r"\s*;|\s*,\s+(?:yeu cau|giao|de nghi|dong thoi|tiep tuc|khan truong|can|phai)\b")
_NOT_SO = re.compile(r"\b(?:neu|khi|sau khi|truoc khi|viec|de|can|phai|se|duoc biet|khong|chua)\s+(?:cac\s+)?$")
_ANSWERS = re.compile(
    r"\b(?:thuc hien|trien khai|chap hanh|thi hanh|hoan thanh nhiem vu"
    r"|theo(?= (?:su )?(?:phan cong|nhiem vu|yeu cau|chi dao)))"
    rf"\s+(?:[^.;,]{{0,60}}?\s)?(?P<what>[{DOCUMENT}{PROGRAMME}]++)[^.;{DOCUMENT}{PROGRAMME}]{{0,160}}?,\s+[^.;]{{0,60}}?$"
)
_NO_ANSWER = re.compile(r"\b(?:sau|qua|viec|trong qua trinh|ket qua|tinh hinh|de|nham)\b[^,.;:]{0,30}$")
_PRAISED = Pattern(r"\b(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|khen ngợi|cảm ơn)\s")
_GIVE = ("directive", "decision", "resolution", "dispatch", "notice", "conclusion", "programme", "plan", "scheme")
_LEAST = 4  # words


def state(page: Masked) -> Iterator[Task]:
    """The tasks that the text tells as done, in its order."""
    reviews = reviewed.mandate(page.reading)
    if reviews is None and page.reading.own is not None:
        return
    for unit in page.reading.units:
        if unit.role in ("sentence", "item", "lead"):
            told, start = list(_DONE.finditer(page.mask, unit.start, unit.end)), page.after_marker(unit)
            if (
                reviews
                and not told
                and (then := _THEN.match(page.mask, start, unit.end))
                and _day(page, unit, unit.end)
            ):
                told = [then]
            ends = [*(found.start() for found in told[1:]), unit.end]
            done = [_done(page, unit, found, end, reviews) for found, end in zip(told, ends, strict=False)]
            yield from filter(None, done)
            if reviews and not any(done) and (task := _passive(page, unit, reviews)):
                yield task


def _done(page: Masked, unit: Unit, found: re.Match[str], end: int, reviews: str | None) -> Task | None:
    """The task that "… đã …" answers, up to the document in which it is done, its day, or what came of it."""
    start, mask = found.end(), page.mask
    made = page.match(_PRODUCES, start, end)
    if not made or _MANY.match(mask, made.end(), end) or _NOT_SO.search(mask, unit.start, found.start()):
        return None
    stop = min([match.start() for way in (_BY, _WHEN, _CUT) if (match := way.search(mask, start + 1, end))] or [end])
    answers, begins = _answered(page, unit, found.start()), found.start("who")
    praised = page.search(_PRAISED, unit.start, found.start())
    if answers or praised or found.re is _THEN:
        begins = page.after_marker(unit)
    if not reviews:
        if _ACTS.search(made[0]):
            return None
        given = any(one.type in _GIVE for one in page.reading.documents)
        named = ordered.within(page.reading.documents, start, end)
        if not (answers or (praised and given)) or any(is_number(one.id) for one in named):
            return None  # what is numbered is a document issued to carry out the other
    names = page.names(*found.span("who")) or (" ".join(page.text[slice(*found.span("who"))].split()),)
    return _task(page, unit, (begins, start, stop, end), names, answers or reviews, partly=bool(found["nearly"]))


def _passive(page: Masked, unit: Unit, mandate: str) -> Task | None:
    """ "Hướng dẫn kỹ thuật về … đã được Bộ X ban hành"."""
    found = _PASSIVE.search(page.mask, unit.start, unit.end)
    start = page.after_marker(unit)
    names = page.names(*found.span("who")) if found else ()
    if found is None or not names or any(mark in page.mask[start : found.start()] for mark in ",;:"):
        return None
    if not (found["da"] or _day(page, unit, found.end())):
        return None  # by a day to come, or nobody knows when
    return _task(page, unit, (start, start, found.start(), unit.end), names, mandate, done=found.end(), partly=False)


def _task(
    page: Masked,
    unit: Unit,
    span: tuple[int, int, int, int],
    names: tuple[str, ...],
    mandate: str | None,
    *,
    partly: bool,
    done: int | None = None,
) -> Task | None:
    """The work told as done between the second and third of these places; its telling from the first to the last.

    `done` is where the words that tell it end, if not with the work.
    """
    begins, start, stop, end = span
    text = page.text[start:stop].rstrip(" .,;:")
    if len(text.split()) < _LEAST:
        return None
    due = standing.due_time(page, start, end)[0]
    partly = partly or any(int(one[1]) < int(one[2]) for one in _OF_ALL.finditer(page.mask, start, stop))
    partly = partly or _PARTLY.search(page.mask, stop, min(end, stop + 60)) is not None
    behind = _ORDERS.search(page.mask, stop, end)
    end = begins + len(page.text[begins : behind.start() if behind else end].rstrip(" ,;"))
    return Task(
        text=text,
        assignees=names,
        mandate=mandate,
        deadline=due.value if due else None,
        deadline_text=page.text[due.start : due.end] if due else None,
        status="in-progress" if partly else "done",
        status_date=_day(page, unit, done or stop) or reviewed.as_of(page.reading, unit),
        evidence=(page.reading.evidence(begins, end, unit.place),),
        confidence=0.7,
    )


def _answered(page: Masked, unit: Unit, end: int) -> str | None:
    """The document or programme that the words before the doer say is carried out."""
    start = page.after_marker(unit)
    found = _ANSWERS.search(page.mask, start, end)
    if found is None or _NO_ANSWER.search(page.mask[start : found.start()]):
        return None
    return page.cited(found.start("what"))


def _day(page: Masked, unit: Unit, stop: int) -> str | None:
    """The day on which it was done: that with which the sentence opens, or that behind the work."""
    start = page.after_marker(unit)
    today, said = page.reading.today, _WHEN.match(page.mask, stop, unit.end)
    for period in page.moments(start, unit.end):
        opens = period.start - start < len("Vào ngày ")
        behind = said is not None and stop <= period.start < said.end()
        if len(period.value or "") == len("2025-11-15") and (opens or behind):
            return period.value if today is None or (period.value or "") <= today.isoformat() else None
    return None
