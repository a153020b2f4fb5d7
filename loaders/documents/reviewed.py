"""What a report or notice looks back on: the document or programme whose carrying out it tells of, and as of when.

"Kết quả thực hiện Quyết định số …" in a report's title, "kiểm điểm tình hình triển khai Đề án …" in a notice's
opening: the work whose state such a text tells was given there.
"""

from __future__ import annotations

import re

from loaders.reading import Reading, Unit
from loaders.words import ordered

_TYPES = ("report", "notice", "conclusion", "official-letter", "dispatch")
_OPENING = 3000  # characters
_BEFORE = re.compile(
    r"\b(?:ket qua|tinh hinh|tien do|so ket|tong ket|kiem diem|danh gia)\b[^.;:\n]{0,120}?"
    r"\b(?:thuc hien|trien khai|thi hanh)\b(?:[^.;:\n]{0,50}\b(?:tai|theo|cua|thuoc|neu tai|trong))?\s*$"
)
_ASKED_FOR = re.compile(  # a letter wants a report, or views on one: "đề nghị báo cáo kết quả thực hiện …"
    r"\b(?:y kien|gop y|du thao|(?:de nghi|yeu cau|don doc|giao|huong dan|de cuong|chuan bi|chuan hoa)\b[^.;\n]{0,120})"
    r"[^.;\n]{0,60}$"
)
_LETTERS = ("official-letter", "dispatch")
_AS_OF = re.compile(r"tinh den\b")


def mandate(reading: Reading) -> str | None:
    """The document, by id, or programme, by name, on whose carrying out an official text reports; None where none."""
    told = found(reading)
    return told[0] if told else None


def found(reading: Reading) -> tuple[str, int, int] | None:
    """That document or programme, with where the words that say so begin and end."""
    own = reading.own
    if own is None or own.type not in _TYPES:
        return None
    documents = [(d.start, d.end, d.id) for d in reading.documents if not d.anaphor and d.id != own.id]
    programmes = [(p.start, p.end, p.name) for p in reading.programmes]
    for start, end, name in sorted({*documents, *programmes}):
        if start > _OPENING:
            break
        told = _BEFORE.search(reading.folded, max(0, start - 240), start)
        if told and not (own.type in _LETTERS and _asked_for(reading, told.start())):
            return name, told.start(), end
    return None


def _asked_for(reading: Reading, start: int) -> bool:
    """Whether what looks back is still to be written, or read by others."""
    return _ASKED_FOR.search(reading.folded, max(0, start - 240), start) is not None


def issuer(reading: Reading, document: str | None) -> str | None:
    """Who issued a document that the text names."""
    return next((one.issuer for one in reading.documents if one.id == document and one.issuer), None)


def as_of(reading: Reading, unit: Unit) -> str | None:
    """The day on which what a unit tells holds: the one that it, the line or the heading above it names ("tính đến
    ngày 15/11/2025"), else the source's.
    """
    above = [reading.units[index] for index in (unit.lead, unit.heading) if index is not None]
    for one in (unit, *above):
        if day := _told(reading, one.start, one.end):
            return day
    return reading.today.isoformat() if reading.today else None


def of_table(reading: Reading, start: int) -> str | None:
    """The day on which the states in a table hold: the one that the text before it names, where it names but one."""
    units = [unit for unit in reading.units if unit.start < start]
    days = {day for unit in units if unit.role != "row" and (day := _told(reading, unit.start, unit.end))}
    if len(days) == 1:
        return days.pop()
    return reading.today.isoformat() if reading.today else None


def _told(reading: Reading, start: int, end: int) -> str | None:
    today = reading.today.isoformat() if reading.today else None
    for period in ordered.within(reading.periods, start, end):
        day = period.value or ""
        if len(day) == len("2025-11-15") and _AS_OF.match(reading.folded, period.start):
            return day if today is None or day <= today else today
    return None
