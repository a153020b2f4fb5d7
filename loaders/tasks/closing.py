"""Words that close an item and say who does it and by when: "(Sở Y tế chủ trì, xong trước 30/9)".

They stand in brackets, behind a semicolon or as a sentence of their own: "Bộ Công an chủ trì, trình Chính phủ trong
năm 2026." What they say is of the work before them: who leads ("Sở A chủ trì", "giao Sở A", "Sở A thực hiện"), with
whom ("phối hợp với Sở B", "Sở B phối hợp"), until when ("hoàn thành trong quý II", "tháng 6/2026") or how often
("thường xuyên").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reading import Reading, Unit
from loaders.words import ordered

MARKER = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+(?=\s+[^\d\s])(?!\s+(?:ty|trieu|nghin|diem|lan)\b)|[-*+\u2022\u25aa\u25cf\u00b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)(?:[.)/]|-(?=\s+\D)))\s*"
)
_TO_WHOM = re.compile(r"(?:(?:giao|phan cong|yeu cau|de nghi|rieng|doi voi|ve phia|cac|cho|lanh dao|thu truong)\s+)*")
_CLOSING = re.compile(r"\([^()]*\)(?=[\s.,;/]*$)")
_GIVEN = re.compile(
    r"[\s-]*(?:(?:nhiem vu|noi dung|cong viec|viec)\s+(?:nay|tren|noi tren)\s+)?"
    r"(?:(?:giao|phan cong|trach nhiem|don vi|co quan|do|thuc hien|chu tri|cac|la)\b\s*:?\s*)*"
)
_MOST = 8  # sentences of an item that its last one may speak of
_SENT = re.compile(r"[\s,;]*(?:(?:va|de)\s+)?(?:trinh|bao cao|tham muu(?:\s+trinh)?|gui)\s+")
_FOR_WHAT = re.compile(r"(?:[\s,]*\b(?:xem xet|ban hanh|phe duyet|quyet dinh|thong qua|cho y kien)\b)+")
_WITH = re.compile(
    r"[\s,;]*(?:(?:va|co su)\s+)?(?:(?:cung )?phoi hop(?: chat che)?(?:\s*,?\s*(?:voi|cung))?|cung voi|cung)\b\s*"
)
_HELPS = re.compile(r"\s+(?:cung\s+)?phoi hop(?:\s+(?:thuc hien|trien khai))?\b[\s,;]*")  # "…, Sở B phối hợp"
_LEADS = re.compile(
    r"[\s,;:-]*(?:(?:la\s+)?(?:(?:co quan|don vi)\s+)?(?:chu tri|dau moi|thuc hien|chiu trach nhiem(?: thuc hien)?"
    r"|tham muu|trien khai|to chuc thuc hien|theo doi|phu trach)\b[\s,;]*)+"
)
_TIED = re.compile(
    r"(?:\s|,|;|/|&|-|\bva\b|\bcac\b|\bco lien quan\b|\blien quan\b|\btruc thuoc\b|\bco quan\b|\bdon vi\b)*"
)
_WHICH = re.compile(r"\s+(?:co )?(?:lien quan|truc thuoc)\b")
_DUE = re.compile(
    r"[\s,;:.-]*(?:(?:va|can|phai|de|thuc hien|trien khai|hoan thanh|xong|bao cao|trinh|ket qua|thoi (?:gian|han)|han"
    r"|tien do|la|ban hanh|gui|duoc|ngay|som)\b[\s,;:]*)*"
)
_AROUND = re.compile(
    r"(?:[\s,;:.-]|\b(?:hoan thanh|xong|thuc hien|trien khai|trong|truoc|thoi gian|thoi han|han|tien do|la|dot \d"
    r"|giai doan \d|ky \d|va|den het|cham nhat|muon nhat|vao|tu|den|bao cao|trinh|ban hanh|cuoi|dau|giua|nam|quy|thang"
    r"|ngay)\b)*"
)
_TOLD = re.compile(
    r"\b(?:hoan thanh|xong|truoc|trong|cham nhat|muon nhat|thoi (?:gian|han)|han|tien do|thuong xuyen)\b"
)
_DATED = re.compile(
    r"(?:thang|quy)\s+(?:\d{1,2}|[iv]+)(?:\s*[/-]\s*|\s+nam\s+)\d{4}|(?:thang|quy)\s+(?:\d{1,2}|[iv]+)$"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing brackets say, as fields with their offsets, and where they begin."""

    start: int
    fields: tuple[tuple[str, int, int], ...]


def particulars(reading: Reading, start: int, end: int, *, whose: bool = False) -> Closing | None:
    """Who and when, as the brackets at the end of a stretch say it; None where they say anything else.

    `whose`: brackets that only name bodies tell whose the work is.
    """
    opened = reading.folded.rfind("(", start, end)
    brackets = _CLOSING.match(reading.folded, opened, end) if opened > start else None
    if brackets is None:
        return None
    fields = tuple(_fields(reading, opened + 1, brackets.end() - 1, whose=whose))
    return Closing(opened, fields) if fields else None


def led(reading: Reading, index: int) -> tuple[Closing, int] | None:
    """What the last clause or sentence of an item says of who does it, and the first unit of whose work it says so."""
    unit = reading.units[index]
    goes_on = index > 0 and reading.units[index - 1].block == unit.block
    said = _sentence(reading, unit.start, unit.end) if goes_on else None
    first = index
    while said and first and reading.units[first - 1].block == unit.block and index - first < _MOST:
        first -= 1
    said = said or _clause(reading, unit.start, unit.end)
    if said is None:
        return None
    return None if names_its_doer(reading, reading.units[first]) else (said, first)


def names_its_doer(reading: Reading, unit: Unit) -> bool:
    """Whether an item begins with who does it: "Bộ Công an …", "Giao Sở Y tế …", "a) Các bộ, ngành: …"."""
    marker = MARKER.match(reading.folded, unit.start, unit.end)
    start = marker.end() if marker else unit.start
    told = _TO_WHOM.match(reading.folded, start, unit.end)
    begins = told.end() if told else start
    return any(True for _ in ordered.within(reading.agencies, begins, begins + 1))


def _sentence(reading: Reading, start: int, end: int) -> Closing | None:
    """Who leads and when, where a sentence says nothing else; None where nobody is named in it."""
    fields = tuple(_fields(reading, start, end, whose=False))
    return Closing(start, fields) if fields and fields[0][0] == "lead" else None


def _clause(reading: Reading, start: int, end: int) -> Closing | None:
    """The same of the last clause of a sentence, behind its semicolon."""
    apart = reading.folded.rfind(";", start, end - 1)
    said = _sentence(reading, apart + 1, end) if apart > start else None
    return Closing(apart, said.fields) if said else None


def _fields(reading: Reading, start: int, end: int, *, whose: bool) -> Iterator[tuple[str, int, int]]:
    """The fields, where the whole stretch is nothing but who and when."""
    folded = reading.folded
    given = _GIVEN.match(folded, start, end)
    begin = given.end() if given else start
    last = _bodies(reading, begin, end)
    found: list[tuple[str, int, int]] = []
    told = begin > start
    at = begin
    if last > begin:
        leads = _LEADS.match(folded, last, end)
        found.append(("lead", begin, last))
        at = leads.end() if leads else last
        helps = _WITH.match(folded, at, end)
        if helps:
            stop = _bodies(reading, helps.end(), end)
            if stop == helps.end():
                return
            found.append(("help", helps.end(), stop))
            at = stop
        elif leads and (beside := _HELPS.match(folded, _bodies(reading, at, end), end)):
            found.append(("help", at, beside.start()))
            at = beside.end()
        at = _sent(reading, at, end)
        told = told or whose or leads is not None or helps is not None
    elif told:
        return
    if folded[at:end].strip(" ,;."):
        if not _when(reading, at, end, alone=not found):
            return
        found.append(("deadline", at, end))
        told = True
    if told:
        yield from found


def _sent(reading: Reading, start: int, end: int) -> int:
    """Where the words end that say to whom the result goes: "trình Thủ tướng Chính phủ xem xét, quyết định"."""
    sent = _SENT.match(reading.folded, start, end)
    stop = _bodies(reading, sent.end(), end) if sent else start
    if sent is None or stop == sent.end():
        return start
    decided = _FOR_WHAT.match(reading.folded, stop, end)
    return decided.end() if decided else stop


def _bodies(reading: Reading, start: int, end: int) -> int:
    """Where the bodies end that a stretch begins with, joined by commas and words; `start` where there are none."""
    agencies = reading.agencies
    at = start
    for mention in ordered.after(agencies, start):
        if mention.start >= end or _TIED.fullmatch(reading.folded, at, mention.start) is None:
            break
        at = mention.end
    if at > start:
        which = _WHICH.match(reading.folded, at, end)
        at = which.end() if which else at
    return at


def _when(reading: Reading, start: int, end: int, *, alone: bool) -> bool:
    """Whether a stretch says only by when or how often; `alone` in its brackets it has to say so in words."""
    periods = [p for p in reading.periods if start <= p.start and p.end <= end]
    if not periods:
        return False
    due = _DUE.match(reading.folded, start, end)
    at = due.end() if due else start
    for period in periods:
        if period.start > at and _AROUND.fullmatch(reading.folded, at, period.start) is None:
            return False
        at = max(at, period.end)
    if _AROUND.fullmatch(reading.folded, at, end) is None:
        return False
    if not alone:
        return True
    said = reading.folded[start:end].strip()
    return _TOLD.search(said) is not None or _DATED.fullmatch(said) is not None
