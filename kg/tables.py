"""The rows of the registry's tables, and how they are read from ontology/registry/*.csv.

Every table is UTF-8 with one header row; `|` separates several values in one cell; an empty cell is an absent value.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import KgError
from kg.model import DocumentType

AgencyKind = Literal[
    "government", "office", "ministry", "ministerial-agency", "government-agency", "state-body", "national-assembly",
    "court", "procuracy", "audit", "party", "mass-organisation", "committee", "department", "institute", "enterprise",
    "association", "province", "provincial-body", "international",
]  # fmt: skip
Normative = Literal["yes", "no", "either"]
System = Literal["state", "party", "both"]


class RegistryError(KgError):
    """A registry table that cannot be read; the message names the file, the line and the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row carries: the legal source that it rests on."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Row):
    """A row that holds for a time. None: since before, or until after, what the sources tell."""

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
class DocumentForm(Row):
    """A kind of document as decrees name it ("nghị định"), with its symbols in numbers and our type code."""

    name: str
    name_en: str
    symbols: tuple[str, ...]
    other_names: tuple[str, ...]
    type: DocumentType | None  # None: a paper that the facts have no type for (giấy mời, biên bản)
    normative: Normative
    system: System


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer(Row):
    """Whom the symbol of a number names. Where several rows fit, `decided_by` says what tells them apart."""

    symbol: str
    types: tuple[str, ...]  # the type symbols that it stands with; () is any
    agency: str | None  # id; None where only the source tells which body (UBND of which province)
    name: str
    numbered: bool  # a term follows the symbol: QH14, UBTVQH15
    decided_by: str | None


class Cells:
    """One row of a table as it is read: cells by column name, errors that say where."""

    def __init__(self, path: Path, line: int, cells: dict[str, str]) -> None:
        self._path, self._line, self._cells = path, line, cells

    def text(self, column: str) -> str:
        """The cell, "" where it is empty."""
        value = self._cells.get(column)
        if value is None:
            raise self.error(f"the column {column!r} is missing")
        return value.strip()

    def optional(self, column: str) -> str | None:
        """The cell, None where it is empty."""
        return self.text(column) or None

    def several(self, column: str) -> tuple[str, ...]:
        """The values of the cell that `|` separates."""
        return tuple(part for part in (part.strip() for part in self.text(column).split("|")) if part)

    def date(self, column: str) -> datetime.date | None:
        """The day in the cell, YYYY-MM-DD; None where it is empty."""
        value = self.text(column)
        try:
            return datetime.date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(f"{column} is {value!r}, not a day as YYYY-MM-DD") from None

    def error(self, what: str) -> RegistryError:
        """An error that names the file and the line."""
        return RegistryError(f"{self._path.name}, line {self._line}: {what}.")


def rows(path: Path) -> Iterator[Cells]:
    """The rows of a table in their order. Raises RegistryError where the file is missing or not UTF-8."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for cells in reader:
                if None in cells or None in cells.values():
                    raise RegistryError(f"{path.name}, line {reader.line_num}: not as many cells as columns.")
                yield Cells(path, reader.line_num, cells)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegistryError(f"{path}: the registry table cannot be read: {error}.") from error


def agency(row: Cells) -> Agency:
    """A row of agencies.csv."""
    return Agency(
        id=row.text("id"),
        name=row.text("name_vi"),
        name_en=row.text("name_en"),
        short_names=row.several("short_names"),
        kind=row.text("kind"),  # type: ignore[arg-type]  # the tests hold it to AgencyKind
        parent=row.optional("parent"),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        source=row.text("source"),
    )


def document_form(row: Cells) -> DocumentForm:
    """A row of document_types.csv."""
    return DocumentForm(
        name=row.text("name_vi"),
        name_en=row.text("name_en"),
        symbols=row.several("symbols"),
        other_names=row.several("other_names"),
        type=row.optional("type"),  # type: ignore[arg-type]  # the tests hold it to DocumentType
        normative=row.text("normative"),  # type: ignore[arg-type]
        system=row.text("system"),  # type: ignore[arg-type]
        source=row.text("source"),
    )


def issuer(row: Cells) -> Issuer:
    """A row of issuers.csv."""
    return Issuer(
        symbol=row.text("symbol"),
        types=row.several("types"),
        agency=row.optional("agency"),
        name=row.text("name_vi"),
        numbered=row.text("numbered") == "yes",
        decided_by=row.optional("decided_by"),
        source=row.text("source"),
    )
