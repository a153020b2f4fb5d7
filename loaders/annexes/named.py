"""What the cells of a row name: the bodies, groups in full, and the document that orders; and where the row stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.folding import fold
from kg.model import Cell, Evidence
from loaders.annexes import columns
from loaders.annexes.tablerows import Row
from loaders.reading import AgencyMention, Reading
from loaders.tables import phrases
from loaders.words.ordered import within

_TOLD_FOR_MANY = ("lead", "help", "deadline", "status", "mandate", "result", "indicator", "unit")
_SEPARATOR = re.compile(r"\s*[;,/\n\t]\s*|\s+và\s+|\s+-\s+")
_LONGEST_TAIL = 12  # words by which a group is marked off: "các cơ quan đại diện Việt Nam ở nước ngoài"


def evidence_of(reading: Reading, row: Row) -> tuple[Evidence, ...]:
    """The row, and the merged cells of rows above that reach down to it, which its own stretch does not hold."""
    unit = row.unit
    above = {(c.start, c.end) for kind, c in row.cells.items() if c.end <= unit.start and kind in _TOLD_FOR_MANY}
    return (
        reading.evidence(unit.start, unit.end, unit.place),
        *(reading.evidence(start, end, unit.place) for start, end in sorted(above)),
    )


def mandate_of(reading: Reading, row: Row) -> str | None:
    """The document that a column names as the one that gives the task, else the document of the table."""
    cell = row.cells.get("mandate")
    named = next(iter(within(reading.documents, cell.start, cell.end)), None) if cell else None
    return named.id if named else reading.own.id if reading.own else None


def bodies(reading: Reading, cell: Cell | None) -> tuple[str, ...]:
    """The bodies that a cell names, groups in full; the cell as printed where none is known."""
    if cell is None:
        return ()
    mentions = list(within(reading.agencies, cell.start, cell.end))
    if not mentions:
        printed = columns.text(reading, cell).strip(" -./")
        return (printed,) if printed else ()
    names: list[str] = []
    at = cell.start
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        names += _unnamed(reading, at, mention.start)
        stop = following.start if following else cell.end
        end = _end(reading, mention, stop, last=following is None) if mention.kind == "group" else mention.end
        names.append(mention.name if end == mention.end else " ".join(reading.source.text[mention.start : end].split()))
        at = end
    names += _unnamed(reading, at, cell.end)
    return tuple(dict.fromkeys(names))


_LEADS = re.compile(r"(?:-\s*)?(?:(?:co quan|don vi)\s+)?chu tri(?: thuc hien)?\s*:\s*")
_HELPS = re.compile(r"(?:[;,.\n(-]|(?<=\s))\s*(?:(?:co quan|don vi)\s+)?phoi hop(?: thuc hien)?\s*(?::|\bvoi\b)\s*")


def parted(reading: Reading, cell: Cell | None) -> tuple[Cell | None, Cell | None]:
    """Of a cell of bodies the part that leads and the one that helps: "Chủ trì: Vụ A; phối hợp: Vụ B"."""
    if cell is None:
        return None, None
    leads = _LEADS.match(reading.folded, cell.start, cell.end)
    start = leads.end() if leads else cell.start
    helps = _HELPS.search(reading.folded, start, cell.end)
    if helps is None or helps.start() == start:
        return replace(cell, start=start), None
    return replace(cell, start=start, end=helps.start()), replace(cell, start=helps.end())


def _end(reading: Reading, group: AgencyMention, stop: int, *, last: bool) -> int:
    """Where a group ends that the cell marks off further: "các bộ, ngành, địa phương là chủ quản cơ sở dữ liệu"."""
    text = reading.source.text[group.end : stop]
    if not text[:1].isspace() or not text.strip() or text.lstrip()[0] in "(-+•;,/" or text.lstrip().startswith("và "):
        return group.end
    cut = text.find(";")
    if cut < 0 and not last:  # up to the separator before the next body
        cut = max((found.start() for found in _SEPARATOR.finditer(text)), default=len(text))
    tail = text[: cut if cut >= 0 else None].rstrip(" .,;-\n\t")
    return group.end + len(tail) if len(tail.split()) <= _LONGEST_TAIL else group.end


def _unnamed(reading: Reading, start: int, end: int) -> Iterator[str]:
    """The items between two bodies that name one without being known: "doanh nghiệp viễn thông"."""
    nouns = phrases("group_nouns")
    for piece in re.split(r"[;,\n\t]", reading.source.text[start:end]):
        item = " ".join(piece.split()).strip(" .-+•")
        item = re.sub(r"^(?:và|cùng)\s+", "", item)
        words = without_plural(item)
        if 1 < len(words.split()) <= _LONGEST_TAIL and any(words.startswith(f"{noun} ") for noun in nouns):
            yield item


def without_plural(text: str) -> str:
    """A phrase folded, without the plural before it."""
    return re.sub(r"^(?:cac|mot so|nhung)\s+", "", fold(text))
