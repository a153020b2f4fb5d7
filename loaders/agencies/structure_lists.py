"""The units of a ministry as the list under "Cơ cấu tổ chức" gives them: each is part of the body described."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.folding import fold
from kg.model import Relation
from loaders.reading import AgencyMention, Reading, Unit
from loaders.words import ordered
from loaders.words.triggers import SOURCE, in_source

_STRUCTURE = SOURCE.add(
    r"co\s+cau\s+to\s+chuc\b|cac\s+(?:don\s+vi|to\s+chuc)\s+(?:hanh\s+chinh|su\s+nghiep|truc\s+thuoc|giup\s+viec|tham\s+muu)\b"
    r"|(?:don\s+vi|co\s+quan)\s+truc\s+thuoc\b|khoi\s+(?:cac\s+)?(?:don\s+vi|co\s+quan)\b|co\s+cau\s+bo\s+may\b",
    ("co cau to chuc", "co cau bo may", "cac don vi", "cac to chuc", "don vi truc thuoc", "co quan truc thuoc", "khoi"),
)
_ENTRY = re.compile(r"(?:^|[-*\u2022;|]\s*|(?:^|[.;\s])\d{1,2}[.)-]\s*|(?:^|[;\s])[a-z]{1,2}[)]\s*)$")
_OF = re.compile(r"\bco\s+cau\s+to\s+chuc\s+cua\s+")
_UNITS = (
    "cuc ", "vu ", "trung tam ", "vien ", "phong ", "tong cuc ", "hoc vien ", "chi cuc ", "thanh tra ", "van phong ",
    "uy ban ", "ban ", "quy ", "truong ", "nha xuat ban ", "bao ", "tap chi ", "so ", "kho bac ", "tong cong ty ",
)  # fmt: skip
_NOTE = re.compile(r"\s*(?:[(\[][^()\[\]]{0,40}[)\]]\s*)*[.;,]?\s*")
_SHORT_LINE = 120  # characters of a line that opens the part on the structure
_GAP = 2  # units without an entry after which that part has ended
_BESIDE_NAME = 24  # characters that a page's title may have beside the name of the body that it describes


def _shows(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """The words that open the part on the structure, in a stretch."""
    return in_source(reading.folded)[_STRUCTURE].first(start, end)


def state(reading: Reading) -> Iterator[Relation]:
    """The `part_of` relations of the entries of such lists; none where the page or document describes no one body."""
    if _shows(reading, 0, len(reading.folded)) is None:
        return
    whole_page = described(reading)
    opened: str | None = None  # the body in the part of whose structure the units stand
    without = 0  # how many of them in a row name no entry
    for unit in reading.units:
        if unit.role == "boilerplate":
            continue
        if unit.end - unit.start < _SHORT_LINE and _shows(reading, unit.start, unit.end):
            opened, without = _of_whom(reading, unit) or whole_page, 0
        above = _structure_above(reading, unit) if unit.role in ("item", "sentence", "row") else None
        whole = (_of_whom(reading, above) or whole_page) if above else opened
        if whole is None:
            continue
        entries = list(_entries(reading, unit, whole))
        without = 0 if entries else without + 1
        if without > _GAP:
            opened = None
        if above is None and len(entries) < 2 and unit.role == "sentence" and not _is_line(reading, unit, entries):
            continue  # prose between such lists
        for mention in entries:
            yield Relation(
                subject=mention.name,
                relation="part_of",
                object=whole,
                evidence=(reading.evidence(mention.start, mention.end, unit.place),),
                confidence=0.85,
            )


def _entries(reading: Reading, unit: Unit, whole: str) -> Iterator[AgencyMention]:
    """The bodies that entries of a unit open with."""
    for mention in ordered.within(reading.agencies, unit.start, unit.end):
        if mention.kind != "agency" or mention.name == whole or not fold(mention.name).startswith(_UNITS):
            continue
        if _ENTRY.search(reading.folded, max(unit.start, mention.start - 8), mention.start):
            yield mention


def _is_line(reading: Reading, unit: Unit, entries: list[AgencyMention]) -> bool:
    """Whether a unit consists of one entry and, at most, an abbreviation or a note."""
    return bool(entries) and _NOTE.fullmatch(reading.folded, entries[0].end, unit.end) is not None


def _structure_above(reading: Reading, unit: Unit) -> Unit | None:
    """The line or heading above a unit that says that units of a body follow."""
    for index in (unit.lead, unit.heading):
        above = reading.units[index] if index is not None else None
        if above is not None and _shows(reading, above.start, min(above.end, above.start + 160)):
            return above
    return None


def _of_whom(reading: Reading, above: Unit) -> str | None:
    """The body whose structure a line says to follow: "Cơ cấu tổ chức của Bộ Nội vụ gồm:"."""
    said = _OF.search(reading.folded, above.start, above.end)
    if said is None:
        return None
    return next((m.name for m in ordered.within(reading.agencies, said.end(), above.end) if m.kind == "agency"), None)


def described(reading: Reading) -> str | None:
    """The body that a page's title names and nothing else, or whose structure a document's title says to set out."""
    for unit in reading.units[:12]:
        if unit.role not in ("title", "heading"):
            continue
        inside = [m for m in ordered.within(reading.agencies, unit.start, unit.end) if m.kind == "agency"]
        if not inside:
            continue
        only = _is_title(unit, inside[0]) and len(inside) == 1
        if only or _shows(reading, unit.start, unit.end):
            return inside[-1].name
    return None


def _is_title(unit: Unit, mention: AgencyMention) -> bool:
    return mention.start == unit.start and unit.end - mention.end < _BESIDE_NAME
