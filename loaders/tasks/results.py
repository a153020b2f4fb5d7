"""What a report on the carrying out of a document says is done: "Ngày 10/11, Bộ X đã ban hành … tại Quyết định số …".

Elsewhere finished work is no task; here it answers one of the document that the report is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Task
from loaders.documents import reviewed
from loaders.reading import Unit
from loaders.tasks import standing
from loaders.tasks.masked import Masked
from loaders.words.clauses import DOCUMENT, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_DONE = Keyed(
    rf"(?P<who>{WHOEVER})\s+(?:hien\s+|den nay\s+|cung\s+)?da\s+(?:(?:co ban|chu tri|phoi hop)\s+)*",
    "da",
)
_PRODUCES = Pattern(
    r"(?:(?:xây dựng|soạn thảo|hoàn thiện|hoàn thành|trình)(?: và|,) )*(?:ban hành|phê duyệt|công bố|thành lập"
    r"|hoàn thành|khai trương|đưa vào (?:vận hành|sử dụng|khai thác)|trình|ký ban hành|gửi|nộp|tổ chức)\b"
)
_BY = re.compile(rf"\s*,?\s+(?:tai|bang|theo|kem theo)\s+(?:cac\s+)?[{DOCUMENT}]")
_CUT = re.compile(r"\s*[;.]|\s*,\s+(?:qua do|gop phan|tao|dat|trong do|dong thoi|nham|theo do|nhung|song)\b")
_LEAST = 4  # words


def state(page: Masked) -> Iterator[Task]:
    """The tasks that an own text reports as done, in the order of the text."""
    reading = page.reading
    mandate = reviewed.mandate(reading)
    if mandate is None or reading.own is None or reading.own.type != "report":
        return
    for unit in reading.units:
        if unit.role not in ("sentence", "item", "lead"):
            continue
        found = _DONE.search(page.mask, unit.start, unit.end)
        if found and (task := _done(page, unit, found, mandate)):
            yield task


def _done(page: Masked, unit: Unit, found: re.Match[str], mandate: str) -> Task | None:
    """The task that "… đã …" answers, up to the document in which it is done or what came of it."""
    start = found.end()
    if not page.match(_PRODUCES, start, unit.end):
        return None
    names = page.names(found.start("who"), found.end("who"))
    ends = [match.start() for way in (_BY, _CUT) if (match := way.search(page.mask, start + 1, unit.end))]
    end = min([*ends, unit.end])
    text = page.text[start:end].rstrip(" .,;:")
    if not names or len(text.split()) < _LEAST:
        return None
    due = standing.due_time(page, start, unit.end)[0]
    return Task(
        text=text,
        assignees=names,
        mandate=mandate,
        deadline=due.value if due else None,
        deadline_text=page.text[due.start : due.end] if due else None,
        status="done",
        status_date=_day(page, unit) or reviewed.as_of(page.reading, unit),
        evidence=(page.reading.evidence(found.start("who"), unit.end, unit.place),),
        confidence=0.7,
    )


def _day(page: Masked, unit: Unit) -> str | None:
    """The day with which the sentence opens: when it was done."""
    start = page.after_marker(unit)
    for period in page.moments(start, min(unit.end, start + 60)):
        if len(period.value or "") == len("2025-11-15") and period.start - start < len("Vào ngày "):
            today = page.reading.today
            return period.value if today is None or (period.value or "") <= today.isoformat() else None
    return None
