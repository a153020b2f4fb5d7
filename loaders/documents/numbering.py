"""Canonical numbers: which documents carry the year in their number, and which only in the press.

Legal documents number as number/year/symbol, administrative ones as number/symbol. What counts as legal has changed
(Laws on the promulgation of legal documents of 1996/2002, 17/2008/QH12, 80/2015/QH13 and 64/2025/QH15), so a year
inside a number may be right, or an addition of the site that prints it: "17/2019/NQ-CP" is 17/NQ-CP.
"""

from __future__ import annotations

from functools import cache

from kg import registry
from kg.folding import fold
from loaders.documents.symbols import Symbol

# (kind, beginning of the issuer's symbol): years in which such documents were legal ones, and the highest number that
# a legal one of a later year has reached, where both sorts are issued beside each other
_LEGAL_YEARS: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {
    ("NQ", "CP"): ((1997, 2008), (2025, 9999)),
    ("CT", "TTg"): ((1997, 2008),),
    ("CT", "UBND"): ((2004, 2016),),
    ("CT", "B"): ((1997, 2008),),
    ("QĐ", "B"): ((1997, 2008),),
    ("QĐ", "NHNN"): ((1997, 2010),),
}
_HIGHEST_LEGAL = {("QĐ", "TTg", 2010): 100}  # from 2010 on: fewer than a hundred legal decisions a year


def canonical(symbol: Symbol, number: str, year: str | None) -> str:
    """The number as the issuer writes it: two digits at least, the year only in a legal document.

    >>> from loaders.documents.symbols import read
    >>> canonical(read(["NQ", "CP"], ["/", "-"]), "17", "2019"), canonical(read(["NQ", "CP"], ["/", "-"]), "5", "2025")
    ('17/NQ-CP', '05/2025/NQ-CP')
    """
    if year and not carries_year(symbol, number, int(year)):
        year = None
    return symbol.number(padded(number), year)


def padded(number: str) -> str:
    """A number below ten takes a nought (Decree 30/2020/NĐ-CP, Annex I)."""
    return f"0{number}" if len(number) == 1 else number


def carries_year(symbol: Symbol, number: str, year: int) -> bool:
    """Whether a document of this symbol and year carries the year in its number."""
    if symbol.kind is None:
        return symbol.issuer.startswith(("QH", "UBTVQH"))
    if symbol.party:
        return False
    for (kind, issuer), years in _LEGAL_YEARS.items():
        if symbol.kind == kind and symbol.issuer.startswith(issuer):
            return any(first <= year <= last for first, last in years)
    for (kind, issuer, since), most in _HIGHEST_LEGAL.items():
        if (symbol.kind, symbol.issuer) == (kind, issuer) and year >= since:
            return number.isdigit() and int(number) <= most
    return "no" not in _normative(symbol.kind)


def comes_in_both(symbol: Symbol, year: int) -> bool:
    """Whether numbers with and without the year stand beside each other, so that a year told apart settles nothing.

    Law 64/2025/QH15 lets the Government issue legal resolutions too; most are administrative still: 71/NQ-CP.
    """
    return symbol.kind == "NQ" and symbol.issuer.startswith("CP") and year >= 2025


def always_carries_year(symbol: Symbol) -> bool:
    """Whether every document of this kind carries it: decrees, circulars, laws."""
    if symbol.kind is None:
        return symbol.issuer.startswith(("QH", "UBTVQH"))
    return not symbol.party and _normative(symbol.kind) == {"yes"}


@cache
def _normative(kind: str) -> frozenset[str]:
    forms = registry.load().forms_by_symbol(kind, party=False)
    return frozenset(form.normative for form in forms if form.type)


def whole(number: str) -> str:
    """A number as it is compared: without leading noughts."""
    return number.lstrip("0") or number


def bare(identity: str) -> str:
    """A form under which two spellings of one number are equal: folded, without leading noughts.

    >>> bare("04/2020/TT-BNV") == bare("4/2020/TT-BNV")
    True
    """
    return fold(identity).lstrip("0")
