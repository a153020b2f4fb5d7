"""The entries of the registry: what a row of each table of ontology/registry/*.csv says.

A column is called as its field here, `name_vi` and `scope_vi` where an English one stands beside it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kg.model import DocumentType

AgencyKind = Literal[
    "government", "office", "ministry", "ministerial-agency", "government-agency", "state-body", "national-assembly",
    "court", "procuracy", "audit", "party", "mass-organisation", "committee", "department", "institute", "enterprise",
    "association", "province", "provincial-body", "international",
]  # fmt: skip
Normative = Literal["yes", "no", "either"]
System = Literal["state", "party", "both"]
ProvinceUnit = Literal["tỉnh", "thành phố"]
Change = Literal["succeeds", "merged_into", "split", "renamed"]
UnitKind = Literal[
    "magnitude", "percent", "currency", "time", "measure", "ratio", "score", "rank", "count"
]  # fmt: skip
RoleKind = Literal["role", "rank", "honorific", "capacity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry carries: the legal source that it rests on."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Entry):
    """An entry that holds for a time. None: since before, or until after, what the sources tell."""

    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None  # the last day

    def valid(self, on: datetime.date | None) -> bool:
        """Whether it holds on a day; True where the day is not known."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Dated):
    """A body that issues, directs or carries out. `parent` is the id of the body that it belongs to."""

    id: str
    name: str
    name_en: str
    short_names: tuple[str, ...]
    kind: AgencyKind
    parent: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """Its full name, then the shorter ones."""
        return (self.name, *self.short_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentForm(Entry):
    """A kind of document as decrees name it ("nghị định"), with its symbols in numbers and our type code."""

    name: str
    name_en: str
    symbols: tuple[str, ...]
    other_names: tuple[str, ...]
    type: DocumentType | None  # None: a paper that the facts have no type for (giấy mời, biên bản)
    normative: Normative
    system: System


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer(Entry):
    """Whom the symbol of a number names. Where several fit, `decided_by` says what tells them apart."""

    symbol: str
    types: tuple[str, ...]  # the type symbols that it stands with; () is any
    agency: str | None  # id; None where only the source tells which body (UBND of which province)
    name: str
    numbered: bool  # a term follows the symbol: QH14, UBTVQH15
    decided_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Province(Dated):
    """A province or city under the Central Government, for as long as it had this unit, name and territory."""

    id: str
    name: str  # without "tỉnh", "thành phố"
    name_en: str
    unit: ProvinceUnit
    short_names: tuple[str, ...]
    code: str  # of the national list (Decisions 124/2004/QĐ-TTg, 19/2025/QĐ-TTg)

    @property
    def full_name(self) -> str:
        """The name with its unit as it opens a sentence: "Tỉnh Phú Thọ"."""
        return f"{self.unit.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalBody(Dated):
    """A body that every province has (or every city, or some): its People's Committee, its departments."""

    id: str
    name: str
    name_en: str
    short_names: tuple[str, ...]
    unit: ProvinceUnit | None  # only in such a unit
    with_unit: bool  # "Sở Tài chính tỉnh Phú Thọ", but "Tỉnh ủy Phú Thọ"
    successor: str | None  # id of the local body that took its work over

    def name_in(self, province: Province) -> str:
        """Its full name in one province."""
        return f"{self.name} {province.unit} {province.name}" if self.with_unit else f"{self.name} {province.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Entry):
    """What one body took over from another, and when.

    `merged_into` and `succeeds`: the predecessor ended, the successor answers for `scope`; `split`: only `scope` went
    there; `renamed`: the same body under a new name or rank. Never "the same as": it holds from `date` and for `scope`.
    """

    predecessor: str
    successor: str
    date: datetime.date
    relation: Change
    scope: str
    scope_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Entry):
    """A short form and what it stands for; one short form may stand for several."""

    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar(Entry):
    """A strand of the policy that a decision names as one."""

    id: str
    name: str
    name_en: str
    short_names: tuple[str, ...]
    broader: str | None  # id


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entry):
    """A unit of measure, a thing counted, or a magnitude, which has a factor."""

    name: str
    name_en: str
    other_names: tuple[str, ...]
    kind: UnitKind
    factor: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entry):
    """An office, rank, honorific or signing capacity; `bodies` are the kinds of agency that have it."""

    name: str
    name_en: str
    other_names: tuple[str, ...]
    kind: RoleKind
    bodies: tuple[str, ...]
    order: int  # of precedence, 1 highest


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Entry):
    """A group of agencies that texts address; `members` are kinds of agency, or "local:" and a local body's id."""

    id: str
    name: str
    name_en: str
    other_names: tuple[str, ...]
    members: tuple[str, ...]
