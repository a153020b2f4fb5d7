"""What the extraction stages share: one source being read, and what has been found in it so far."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeVar

from kg.model import NOWHERE, Block, Comparator, DocumentStatus, DocumentType, Evidence, Place, Source

Role = Literal[
    "title",
    "lead",
    "byline",
    "heading",
    "sentence",
    "item",
    "row",
    "header-row",
    "basis",
    "preamble",
    "signature",
    "recipients",
    "letterhead",
    "caption",
    "boilerplate",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """The stretch that a fact's evidence may not leave: a sentence, a list item or a table row.

    `lead` is the index of the unit that introduces it (the line ending in ":" above a list, the heading above an
    item), `block` the index of its block in `source.blocks`.
    """

    role: Role
    start: int
    end: int
    block: int
    place: Place = NOWHERE
    lead: int | None = None
    heading: int | None = None  # index of the nearest heading unit above
    accented: bool = True  # its paragraph carries diacritics: check a folded hit against them


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of the source's date: a day, a month, a year, or nothing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names something."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Period(Mention):
    """A date or time, resolved against the source's date where it is relative.

    `value` is an SDMX period ("2020", "2024-Q1", "2025-12", "2020-06-15") or None where it cannot be told; of a range
    the last year, `first` the first. `recurrence` is the phrase where it recurs ("hằng năm").
    """

    value: str | None
    first: str | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number with its unit; magnitude worked in. `start`–`end` spans comparator, number and unit."""

    value: Decimal
    text: str
    unit: str | None = None
    comparator: Comparator = "="
    upper: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AgencyMention(Mention):
    """An agency, office or group by its full name; `kind` tells a named body from an office and from a nameless group.

    Of an office ("Bộ trưởng Bộ Tài chính") `role` is the post and `agency` the body that it is a post of.
    """

    name: str
    kind: Literal["agency", "office", "group"] = "agency"
    role: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class OfficialMention(Mention):
    """A person with the role and agency that the text gives, here or earlier."""

    name: str
    role: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class DocumentMention(Mention):
    """A document by number or by name; `id` is canonical. The stretch goes to its date and issuer, not to its title."""

    id: str
    type: DocumentType | None
    status: DocumentStatus = "issued"
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    confidence: float = 1.0
    subject: tuple[int, int] | None = None  # the stretch of the title where it follows the mention
    anaphor: bool = False  # "Nghị quyết này", "Kế hoạch": the document as named before


@dataclass(frozen=True, slots=True)
class ProgrammeMention(Mention):
    """A strategy, programme, scheme, plan or project by its name, in full."""

    name: str
    confidence: float = 1.0
    anaphor: bool = False  # "Chương trình này", "Đề án": the programme as named before


_P = TypeVar("_P", bound=Mention | Unit)


class InOrder(tuple[_P, ...]):
    """Those of a source in order of their start; where each begins is gathered once, as they are asked for by place."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each of them begins."""
        return [item.start for item in self]


_ASKED_BY_PLACE = ("units", "periods", "numbers", "agencies", "officials", "documents", "programmes")


@dataclass(frozen=True, slots=True)
class Reading:
    """A source being read: its folded text (same length), units, and mentions in order of their start."""

    source: Source
    folded: str
    units: tuple[Unit, ...]
    today: datetime.date | None  # the source's date, against which relative dates resolve
    told: Reference = Reference()  # the same as far as the text tells it where the source does not give it
    own: DocumentMention | None = None  # the document whose own text the source is
    periods: tuple[Period, ...] = ()
    numbers: tuple[Number, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()
    officials: tuple[OfficialMention, ...] = ()
    documents: tuple[DocumentMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()

    def __post_init__(self) -> None:
        for name in _ASKED_BY_PLACE:
            if not isinstance(getattr(self, name), InOrder):
                object.__setattr__(self, name, InOrder(getattr(self, name)))

    def text(self, unit: Unit) -> str:
        """The unit's stretch of the text."""
        return self.source.text[unit.start : unit.end]

    def block(self, unit: Unit) -> Block:
        """The block that the unit stands in."""
        return self.source.blocks[unit.block]

    def evidence(self, start: int, end: int, place: Place | None = None) -> Evidence:
        """The evidence for a stretch of this source."""
        return Evidence(start, end, self.source.text[start:end], place)
