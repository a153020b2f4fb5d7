"""Who writes a document that is not yet issued: a clause says it, the lines under it, or the table that lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Relation
from loaders.cited import Units
from loaders.reading import AgencyMention, DocumentMention, Reading, Unit

_MAKES = re.compile(
    r"\s*(?:\([^()]{2,30}\)\s*)?(?:,\s*)?(?:(?:da|dang|vua|se|cung|tiep\s+tuc|khan\s+truong|chu\s+tri|chu\s+dong|duoc\s+giao|phai|can|co\s+trach\s+nhiem|nghien\s+cuu|gap\s+rut"
    r"|tich\s+cuc|da\s+va\s+dang|hien|moi|va|phoi\s+hop|som|to\s+chuc)\s*,?\s+)*(?:phoi\s+hop\s+voi\s+[^.;:]{3,80}?,?\s+)?"
    r"(?:xay\s+dung|soan\s+thao|hoan\s+thien|hoan\s+tat|lay\s+y\s+kien|du\s+thao|gui|trinh|tham\s+muu|hoan\s+chinh|chu\s+tri)\b"
)
_LEAD = re.compile(r"\b(?:co\s+quan|don\s+vi)\s+(?:chu\s+tri|thuc\s+hien|soan\s+thao|trinh)\s*:\s*")
_CONTENT = re.compile(r"\bnoi\s+dung\s*:")
_NEXT = re.compile(r"[.;]\s+(?:\d{1,2}|[IVX]+)[.)]\s+[A-ZĐÀ-Ỹ]|\n\s*(?:\d{1,2}|[IVX]+)[.)]\s+[A-ZĐÀ-Ỹ]")
_UNDER = 1600  # characters in which the lines under a draft stand
_GUIDES = re.compile(r"\b(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)\b[^.;]{0,400}$")
_AT_PROPOSAL = re.compile(r"[\s*+-]*(?:xet|theo)\s+de\s+nghi\s+cua\s+$")
_OTHERS = re.compile(r"[;:]|\.\s|\b(?:gop\s+y|y\s+kien|theo|tai|thuc\s+hien)\b")  # the draft is another clause's object
_AND = re.compile(r"\s*(?:,|va)\s+(?:va\s+)?")
_HEAD = 12000  # characters in which the head of an official text stands
_REACH = 240


def state(reading: Reading) -> Iterator[Relation]:
    """The `drafted_by` links, and what the lines under a draft say that it guides."""
    units = Units(reading)
    drafts = [d for d in reading.documents if d.status == "draft" and not d.anaphor and not d.id[0].isdigit()]
    for draft in drafts:
        unit = units.at(draft.start)
        if unit is None:
            continue
        writer = _writer(reading, unit, draft) or _column(reading, units, unit, draft)
        if writer:
            yield _drafted(reading, unit, draft.id, writer, min(writer.start, draft.start), max(writer.end, draft.end))
    yield from _lines(reading, units, drafts)
    if reading.own:
        yield from _proposer(reading, reading.own)


def _drafted(
    reading: Reading, unit: Unit, document: str, writer: AgencyMention, start: int, end: int, confidence: float = 0.9
) -> Relation:
    start, end = max(start, unit.start), min(end, unit.end)
    if start >= end:
        start, end = writer.start, writer.end
    return Relation(
        subject=document,
        relation="drafted_by",
        object=writer.agency or writer.name,
        evidence=(reading.evidence(start, end, unit.place),),
        confidence=confidence,
    )


def _writer(reading: Reading, unit: Unit, draft: DocumentMention) -> AgencyMention | None:
    """The body of whose making the draft is the object: the nearest before it that a verb of drafting follows."""
    before = [m for m in reading.agencies if unit.start <= m.start and m.end <= draft.start and m.kind != "group"]
    for mention in reversed(before):
        if draft.start - mention.end > _REACH:
            return None
        match = _MAKES.match(reading.folded, mention.end, draft.start)
        if match and not _OTHERS.search(reading.folded, match.end(), draft.start):
            return mention
    return None


def _column(reading: Reading, units: Units, cell: Unit, draft: DocumentMention) -> AgencyMention | None:
    """In a table, the first body of the column "cơ quan chủ trì" of the draft's row."""
    if cell.role != "row":
        return None
    block = reading.block(cell)
    lead = _lead_column(reading, block.table)
    if lead is None:
        return None
    for column in block.cells:
        if column.column == lead:
            return next(
                (m for m in reading.agencies if column.start <= m.start < column.end and m.kind != "group"), None
            )
    return None


def _lead_column(reading: Reading, table: int | None) -> int | None:
    """The column of a table whose head says who leads."""
    if table is None:
        return None
    for unit in reading.units:
        block = reading.block(unit)
        if block.table != table:
            continue
        for cell in block.cells:
            if re.search(r"\bchu\s+tri\b", reading.folded[cell.start : cell.end]) and cell.end - cell.start < 60:
                return cell.column
        return None
    return None


def _lines(reading: Reading, units: Units, drafts: list[DocumentMention]) -> Iterator[Relation]:
    """The lines under a draft: "- Cơ quan chủ trì: Bộ Công an", "- Nội dung: quy định chi tiết … Luật …"."""
    for index, draft in enumerate(drafts):
        limit = min(draft.end + _UNDER, drafts[index + 1].start if index + 1 < len(drafts) else len(reading.folded))
        following = _NEXT.search(reading.source.text, draft.end, limit)
        limit = following.start() if following else limit
        lead = _LEAD.search(reading.folded, draft.end, limit)
        unit = units.at(lead.start()) if lead else None
        if lead and unit:
            writer = next((m for m in reading.agencies if m.start == lead.end() and m.kind != "group"), None)
            if writer:
                start = draft.start if draft.start >= unit.start else lead.start()
                yield _drafted(reading, unit, draft.id, writer, start, writer.end)
        content = _CONTENT.search(reading.folded, draft.end, lead.start() if lead else limit)
        named = [
            d for d in reading.documents if content and content.end() <= d.start < (lead.start() if lead else limit)
        ]
        unit = units.at(content.start()) if content else None
        if content and unit and named and _GUIDES.search(reading.folded, content.end(), named[0].start):
            yield Relation(
                subject=draft.id,
                relation="guides",
                object=named[0].id,
                evidence=(reading.evidence(content.start(), min(named[0].end, unit.end), unit.place),),
                confidence=0.85,
            )


def _proposer(reading: Reading, own: DocumentMention) -> Iterator[Relation]:
    """Who proposed the document whose text this is: "Theo đề nghị của Bộ trưởng Bộ Công an"."""
    last: AgencyMention | None = None
    for mention in reading.agencies:
        if mention.kind == "group" or mention.start > own.end + _HEAD:
            continue
        unit = next((u for u in reading.units if u.start <= mention.start < u.end), None)
        if unit is None or unit.place.article:
            continue
        joined = (
            last is not None and last.start >= unit.start and _AND.fullmatch(reading.folded[last.end : mention.start])
        )
        if joined or _AT_PROPOSAL.fullmatch(reading.folded[unit.start : mention.start]):
            yield _drafted(reading, unit, own.id, mention, unit.start, mention.end, 0.8)
            last = mention
