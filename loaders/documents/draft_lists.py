"""What a list of drafts says of each: the lines under it, or its row of a table, whose columns have heads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Cell, Relation
from loaders.documents.cited import Units
from loaders.reading import AgencyMention, DocumentMention, Reading, Unit
from loaders.words import ordered

_LEAD = re.compile(r"\b(?:co\s+quan|don\s+vi)\s+(?:chu\s+tri|thuc\s+hien|soan\s+thao|trinh)\s*:\s*")
_CONTENT = re.compile(r"\bnoi\s+dung\s*:")
_NEXT = re.compile(r"[.;]\s+(?:\d{1,2}|[IVX]+)[.)]\s+[A-ZĐÀ-Ỹ]|\n\s*(?:\d{1,2}|[IVX]+)[.)]\s+[A-ZĐÀ-Ỹ]")
_UNDER = 1600  # characters in which the lines under a draft stand
_GUIDES = re.compile(r"\b(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)\b[^.;]{0,400}$")
_LEADS = re.compile(r"\bchu\s+tri\b")
_NARROW = 60  # characters of a column's name


def lines(reading: Reading, units: Units, drafts: list[DocumentMention]) -> Iterator[Relation]:
    """The lines under a draft: "- Cơ quan chủ trì: Bộ Công an", "- Nội dung: quy định chi tiết … Luật …"."""
    for index, draft in enumerate(drafts):
        limit = min(draft.end + _UNDER, drafts[index + 1].start if index + 1 < len(drafts) else len(reading.folded))
        following = _NEXT.search(reading.source.text, draft.end, limit)
        limit = following.start() if following else limit
        lead = _LEAD.search(reading.folded, draft.end, limit)
        unit = units.at(lead.start()) if lead else None
        if lead and unit:
            writer = next(
                (m for m in ordered.within(reading.agencies, lead.end(), lead.end() + 1) if m.kind != "group"), None
            )
            if writer:
                start = draft.start if draft.start >= unit.start else lead.start()
                yield drafted(reading, unit, draft.id, writer, start, writer.end)
        content = _CONTENT.search(reading.folded, draft.end, lead.start() if lead else limit)
        named = ordered.within(reading.documents, content.end(), lead.start() if lead else limit) if content else ()
        unit = units.at(content.start()) if content else None
        if content and unit and named and _GUIDES.search(reading.folded, content.end(), named[0].start):
            yield Relation(
                subject=draft.id,
                relation="guides",
                object=named[0].id,
                evidence=(reading.evidence(content.start(), min(named[0].end, unit.end), unit.place),),
                confidence=0.85,
            )


def column(reading: Reading, cell: Unit, leads: dict[int, Cell]) -> AgencyMention | None:
    """In a table, the first body of the column "cơ quan chủ trì" of the draft's row."""
    lead = leads.get(cell.block) if cell.role == "row" else None
    if lead is None:
        return None
    return next((m for m in ordered.within(reading.agencies, lead.start, lead.end) if m.kind != "group"), None)


def leads(reading: Reading) -> dict[int, Cell]:
    """By block, a row's cell in the column whose head says who leads; of a merged cell the one where it begins.

    A table without such a head goes on with the columns of the one before it where it has as many.
    """
    found: dict[int, Cell] = {}
    table: int | None = None
    lead: tuple[int, int] | None = None  # the column, and how many there are
    latest: Cell | None = None
    for index, block in enumerate(reading.source.blocks):
        if block.table is None:
            continue
        new, table = block.table != table, block.table
        if new or lead is None:
            headed = next((cell.column for cell in block.cells if _says_who_leads(reading, cell)), None)
            if headed is not None:
                lead, latest = (headed, len(block.cells)), None
                continue
            if lead and len(block.cells) != lead[1]:
                lead = None
        cell = next((cell for cell in block.cells if lead and cell.column == lead[0]), None)
        if cell is not None:
            latest = latest if cell.continued and latest else cell
            found[index] = latest
    return found


def _says_who_leads(reading: Reading, cell: Cell) -> bool:
    return cell.end - cell.start < _NARROW and _LEADS.search(reading.folded, cell.start, cell.end) is not None


def drafted(
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
