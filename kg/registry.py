"""The registry: agencies, document types, issuers and other tables of ontology/registry, found by name and date.

A name is not an identity: several agencies may have borne it, each for its time. Lookups therefore take the date and
return every candidate, or the only one; they never choose among several. Names are compared by `kg.folding.key`:
without case, diacritics or punctuation.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg import tables
from kg.folding import key
from kg.model import DocumentType
from kg.tables import Agency, DocumentForm, Issuer

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "registry"

_T = TypeVar("_T")


class Registry:
    """The tables, read once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.agencies: tuple[Agency, ...] = tuple(map(tables.agency, tables.rows(folder / "agencies.csv")))
        self.forms: tuple[DocumentForm, ...] = tuple(
            map(tables.document_form, tables.rows(folder / "document_types.csv"))
        )
        self.issuers: tuple[Issuer, ...] = tuple(map(tables.issuer, tables.rows(folder / "issuers.csv")))
        self._ids = {agency.id: agency for agency in self.agencies}
        self._names = _index(self.names())
        self._symbols = _index((symbol, form) for form in self.forms for symbol in form.symbols)
        self._words = _index((name, form) for form in self.forms for name in (form.name, *form.other_names))
        self._issuers = _index((issuer.symbol, issuer) for issuer in self.issuers)

    # ── agencies ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def by_id(self, identity: str) -> Agency | None:
        """The agency with this id."""
        return self._ids.get(identity)

    def names(self) -> Iterator[tuple[str, Agency]]:
        """Every name of every agency, long and short; one name may come with several agencies."""
        return ((name, agency) for agency in self.agencies for name in agency.names)

    def agencies_named(self, name: str, on: datetime.date | None = None) -> tuple[Agency, ...]:
        """All agencies that bear this name, on the day where one is given; those that it is the full name of first.

        >>> [agency.name for agency in load().agencies_named("TTCP")]
        ['Thủ tướng Chính phủ', 'Thanh tra Chính phủ']
        """
        folded = key(name)
        found = [agency for agency in self._names.get(folded, ()) if agency.valid(on)]
        return tuple(sorted(found, key=lambda agency: key(agency.name) != folded))

    def agency(self, name: str, on: datetime.date | None = None) -> Agency | None:
        """The only agency that bears this name on the day; None where there is none, or where several do.

        >>> load().agency("Bộ TT&TT").name
        'Bộ Thông tin và Truyền thông'
        >>> load().agency("Bộ TT&TT", datetime.date(2025, 3, 1)) is None
        True
        """
        return _only(self.agencies_named(name, on))

    # ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────

    def forms_by_symbol(self, symbol: str, *, party: bool | None = None) -> tuple[DocumentForm, ...]:
        """The kinds of document with this symbol in their number; `party` keeps those of the Party, or of the State.

        Spelling counts only where it tells two apart.

        >>> [form.name for form in load().forms_by_symbol("ĐA")], [form.name for form in load().forms_by_symbol("DA")]
        (['đề án'], ['dự án'])
        """
        return tuple(form for form in _spelt(self._symbols, symbol, lambda form: form.symbols) if _of(form, party))

    def forms_by_word(self, word: str, *, party: bool | None = None) -> tuple[DocumentForm, ...]:
        """The kinds of document with this Vietnamese name."""
        return tuple(form for form in self._words.get(key(word), ()) if _of(form, party))

    def type_of_symbol(self, symbol: str, *, party: bool | None = None) -> DocumentType | None:
        """Our type code for a symbol; None where it has none, or where several fit.

        >>> load().type_of_symbol("TTr"), load().type_of_symbol("QĐ", party=False)
        ('submission', 'decision')
        """
        return _only({form.type for form in self.forms_by_symbol(symbol, party=party)})

    def type_of_word(self, word: str) -> DocumentType | None:
        """Our type code for the Vietnamese name of a kind of document; None where it has none, or where several fit.

        >>> load().type_of_word("Nghị định")
        'decree'
        """
        return _only({form.type for form in self.forms_by_word(word)})

    def issuers_of(self, symbol: str, type_symbol: str | None = None) -> tuple[Issuer, ...]:
        """Who may have issued a document with this issuer symbol (and type symbol), the usual one first.

        >>> [issuer.name for issuer in load().issuers_of("TTg", "QĐ")], [i.name for i in load().issuers_of("QH14")]
        (['Thủ tướng Chính phủ'], ['Quốc hội'])
        >>> [issuer.name for issuer in load().issuers_of("TW", "NQ")]
        ['Bộ Chính trị', 'Ban Chấp hành Trung ương']
        """
        found = _spelt(self._issuers, symbol, lambda issuer: (issuer.symbol,))
        if not found:
            stem = symbol.rstrip("0123456789")
            found = tuple(i for i in _spelt(self._issuers, stem, lambda issuer: (issuer.symbol,)) if i.numbered)
        if type_symbol is None:
            return found
        wanted = key(type_symbol)
        return tuple(i for i in found if not i.types or any(key(symbol) == wanted for symbol in i.types))


@cache
def load() -> Registry:
    """The registry that ships with the application, read on first use."""
    return Registry()


def _index(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    """The values by the folded key of their names; a value stands once under a key."""
    found: dict[str, dict[int, _T]] = {}
    for name, value in pairs:
        found.setdefault(key(name), {}).setdefault(id(value), value)
    return {name: tuple(values.values()) for name, values in found.items()}


def _spelt(
    index: Mapping[str, tuple[_T, ...]], name: str, spellings: Callable[[_T], tuple[str, ...]]
) -> tuple[_T, ...]:
    """The values under a folded name; only those spelt just so, where there are any."""
    found = index.get(key(name), ())
    return tuple(value for value in found if name in spellings(value)) or found


def _of(form: DocumentForm, party: bool | None) -> bool:
    return party is None or form.system == "both" or form.system == ("party" if party else "state")


def _only(values: Iterable[_T]) -> _T | None:
    found = tuple(values)
    return found[0] if len(found) == 1 else None
