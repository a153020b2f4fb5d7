"""Literals as the graph has them: dates as exact as they are, numbers the shortest way, several names in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from kg import periods
from kg.standards import XSD
from kg.vocabulary import node

if TYPE_CHECKING:
    from pyoxigraph import Literal


def literal(text: str, datatype: str = XSD.string) -> Literal:
    """A literal of a text as it stands."""
    from pyoxigraph import Literal

    return Literal(text) if datatype == XSD.string else Literal(text, datatype=node(datatype))


def time_literal(value: str) -> Literal:
    """A date as exact as it is: xsd:date, xsd:gYearMonth, xsd:gYear; what is no date of these stays a string.

    >>> [time_literal(v).datatype.value.rpartition("#")[2] for v in ("2024-02-02", "2024-02", "2024", "2024-02-30")]
    ['date', 'gYearMonth', 'gYear', 'string']
    """
    if re.fullmatch(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?", value, re.ASCII) and periods.check(value):
        return literal(value, {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(value)])
    return literal(value)


def shortest(number: Decimal) -> str:
    """A decimal as xsd:decimal writes it, the shortest way."""
    if number == 0:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def confidence_literal(confidence: float) -> Literal:
    """A confidence as xsd:decimal; as xsd:double where it has more digits than stores keep."""
    text = shortest(Decimal(repr(float(confidence))))
    exact = len(text.partition(".")[2]) <= 18
    return literal(text, XSD.decimal) if exact else literal(repr(float(confidence)), XSD.double)


def join(names: Iterable[str]) -> str:
    """Several names in one text, as people list them; `\\` before a semicolon that belongs to a name.

    >>> join(("Bộ Công an", "Bộ Tài chính"))
    'Bộ Công an; Bộ Tài chính'
    """
    return "; ".join(re.sub(r"([\\;])", r"\\\1", name) for name in names)


def split(text: str | None) -> tuple[str, ...]:
    """The names that `join` put into one text.

    >>> split("Bộ Công an; Bộ Tài chính")
    ('Bộ Công an', 'Bộ Tài chính')
    """
    if text is None:
        return ()
    if "\\" not in text:
        return tuple(text.split("; "))
    names = [""]
    for piece in re.findall(r"\\.|; |[^\\]", text, re.S):
        if piece == "; ":
            names.append("")
        else:
            names[-1] += piece.removeprefix("\\") if len(piece) > 1 else piece
    return tuple(names)
