"""How the registry's tables are read: UTF-8 with one header row, a column for each field of the entry.

`|` separates several values in one cell; an empty cell is an absent value; what is or is not so says "yes" or "no".
"""

from __future__ import annotations

import csv
import datetime
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar, get_args

from kg.entries import Entry
from kg.errors import KgError

_E = TypeVar("_E", bound=Entry)


class RegistryError(KgError):
    """A registry table that cannot be read; the message names the file, the line and the value."""


def read(path: Path, entry: type[_E]) -> Iterator[_E]:
    """The entries of a table in their order.

    Raises RegistryError where the file is missing or not UTF-8, lacks a column, or a cell says what its field cannot
    hold; it names file, line and value.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, strict=True)
            header = next(lines, [])
            columns = [(name, _column(path, header, name), read_cell) for name, read_cell in _readers(entry)]
            for cells in lines:
                if len(cells) != len(header):
                    raise RegistryError(f"{path.name}, line {lines.line_num}: not as many cells as columns.")
                try:
                    values = {name: read_cell(cells[column]) for name, column, read_cell in columns}
                except ValueError as error:
                    raise RegistryError(f"{path.name}, line {lines.line_num}: {error}.") from None
                yield entry(**values)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegistryError(f"{path}: the registry table cannot be read: {error}.") from error


def _column(path: Path, header: list[str], name: str) -> int:
    for column in (name, f"{name}_vi"):
        if column in header:
            return header.index(column)
    raise RegistryError(f"{path.name}: the column {name!r} is missing; there are {', '.join(header) or 'none'}.")


def _readers(entry: type[Entry]) -> list[tuple[str, Callable[[str], Any]]]:
    """For each field of an entry what makes its value of a cell; ValueError where the cell does not fit."""
    module = vars(sys.modules[entry.__module__])
    found: list[tuple[str, Callable[[str], Any]]] = []
    for field in fields(entry):
        name = str(field.type)
        absent = name.endswith(" | None")
        name = name.removesuffix(" | None")
        read_cell = _PLAIN[name] if name in _PLAIN else _one_of(get_args(module[name]))
        found.append((field.name, _or_none(read_cell) if absent else read_cell))
    return found


def _text(cell: str) -> str:
    return cell.strip()


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, cell.split("|")) if part)


def _day(cell: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(cell.strip())
    except ValueError:
        raise ValueError(f"{cell!r} is not a day as YYYY-MM-DD") from None


def _decimal(cell: str) -> Decimal:
    try:
        return Decimal(cell)
    except InvalidOperation:
        raise ValueError(f"{cell!r} is not a number") from None


def _yes_or_no(cell: str) -> bool:
    return _one_of(("yes", "no", ""))(cell) == "yes"


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    def read_cell(cell: str) -> str:
        if cell not in allowed:
            raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
        return cell

    return read_cell


def _or_none(read_cell: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: read_cell(cell) if cell.strip() else None


_PLAIN: dict[str, Callable[[str], Any]] = {
    "str": _text,
    "tuple[str, ...]": _several,
    "datetime.date": _day,
    "Decimal": _decimal,
    "int": int,
    "bool": _yes_or_no,
}
