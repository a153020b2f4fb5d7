"""The registry: agencies, document types, issuers and other tables of ontology/registry, found by name and date.

A name is not an identity: several agencies may have borne it, each for its time. Lookups therefore take the date and
return every candidate, or the only one; they never choose among several. Names are compared by `kg.folding.key`:
without case, diacritics or punctuation.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from kg.entries import (
    Abbreviation,
    Agency,
    DocumentForm,
    Entry,
    Group,
    Issuer,
    LocalBody,
    Pillar,
    Province,
    Role,
    Succession,
    Unit,
)
from kg.folding import key
from kg.localities import agencies_of, as_agency, province_names, read_local
from kg.lookup import Names, only
from kg.model import DocumentType
from kg.succession import Heir, heirs
from kg.tables import read

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "registry"

_E = TypeVar("_E", bound=Entry)


class Registry:
    """The tables of one folder, each read when it is first asked for."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def _read(self, table: str, entry: type[_E]) -> tuple[_E, ...]:
        return tuple(read(self.folder / f"{table}.csv", entry))

    # ── the tables ───────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """All agencies of agencies.csv, then the provinces."""
        return self._read("agencies", Agency) + tuple(map(as_agency, self.provinces))

    @cached_property
    def provinces(self) -> tuple[Province, ...]:
        """All provinces and cities under the Central Government, before and after July 2025."""
        return self._read("provinces", Province)

    @cached_property
    def local_bodies(self) -> tuple[LocalBody, ...]:
        """The bodies that every province has."""
        return self._read("local_bodies", LocalBody)

    @cached_property
    def forms(self) -> tuple[DocumentForm, ...]:
        """The kinds of document."""
        return self._read("document_types", DocumentForm)

    @cached_property
    def issuers(self) -> tuple[Issuer, ...]:
        """The symbols of issuers."""
        return self._read("issuers", Issuer)

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Who took over what from whom, and when."""
        return self._read("successions", Succession)

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Short forms of terms; an article's own definition goes before them."""
        return self._read("abbreviations", Abbreviation)

    @cached_property
    def pillars(self) -> tuple[Pillar, ...]:
        """The strands of the policy."""
        return self._read("pillars", Pillar)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Units of measure, things counted, magnitudes."""
        return self._read("units", Unit)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Offices, ranks, honorifics, signing capacities."""
        return self._read("roles", Role)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Groups of agencies that texts address."""
        return self._read("groups", Group)

    # ── agencies ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def by_id(self, identity: str) -> Agency | None:
        """The agency with this id."""
        return self._ids.get(identity)

    def names(self) -> Iterator[tuple[str, Agency]]:
        """Every name of every agency, long and short; one name may come with several agencies."""
        return ((name, agency) for agency in self.agencies for name in agency.names)

    def agencies_named(self, name: str, on: datetime.date | None = None) -> tuple[Agency, ...]:
        """All agencies that bear this name, on the day where one is given; those that it is the full name of first.

        A body of a province is found by its pattern ("UBND tỉnh Phú Thọ").

        >>> [agency.name for agency in load().agencies_named("TTCP")]
        ['Thủ tướng Chính phủ', 'Thanh tra Chính phủ']
        >>> [agency.valid_from for agency in load().agencies_named("UBND tỉnh Phú Thọ", datetime.date(2025, 7, 1))]
        [datetime.date(2025, 7, 1)]
        """
        folded = key(name)
        found = [agency for agency in self._names.under(folded) if agency.valid(on)]
        if not found:
            found = [agency for agency in read_local(folded, self._local, self._provinces) if agency.valid(on)]
        return tuple(sorted(found, key=lambda agency: key(agency.name) != folded))

    def agency(self, name: str, on: datetime.date | None = None) -> Agency | None:
        """The only agency that bears this name on the day; None where there is none, or where several do.

        >>> load().agency("Bộ TT&TT").name
        'Bộ Thông tin và Truyền thông'
        >>> load().agency("Bộ TT&TT", datetime.date(2025, 3, 1)) is None
        True
        """
        return only(self.agencies_named(name, on))

    def full_name(self, name: str, on: datetime.date | None = None) -> str | None:
        """The one full name that all bearers of a name have, though they may be several bodies in turn.

        >>> load().full_name("BHXH Việt Nam"), load().full_name("TTCP")
        ('Bảo hiểm xã hội Việt Nam', None)
        """
        return only({agency.name for agency in self.agencies_named(name, on)})

    def provinces_named(self, name: str, on: datetime.date | None = None) -> tuple[Province, ...]:
        """The provinces that bear this name, with its unit or without.

        >>> [province.id for province in load().provinces_named("Phú Thọ")]
        ['tinh-phu-tho', 'tinh-phu-tho-2025']
        """
        return tuple(province for province in self._provinces.named(name) if province.valid(on))

    def members(self, group: Group, on: datetime.date) -> tuple[Agency, ...]:
        """The agencies that a group has on a day."""
        kinds = {member for member in group.members if not member.startswith("local:")}
        found = [agency for agency in self.agencies if agency.kind in kinds and agency.valid(on)]
        for body in self.local_bodies:
            if f"local:{body.id}" in group.members:
                found += agencies_of(body, self.provinces, on)
        return tuple(found)

    # ── successions ──────────────────────────────────────────────────────────────────────────────────────────────────

    def changes_of(self, identity: str) -> tuple[Succession, ...]:
        """What went from this agency to others, in order of the date."""
        return tuple(sorted(self._changes.get(identity, ()), key=lambda change: change.date))

    def heirs(self, identity: str, on: datetime.date) -> tuple[Heir, ...]:
        """Who answers on a day for what this agency was charged with, each with the changes that led there.

        >>> mic = load().agency("Bộ TT&TT")
        >>> [heir.agency for heir in load().heirs(mic.id, datetime.date(2025, 3, 1))][0]
        'bo-khoa-hoc-va-cong-nghe'
        """
        return heirs(identity, on, self.changes_of)

    # ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────

    def forms_by_symbol(self, symbol: str, *, party: bool | None = None) -> tuple[DocumentForm, ...]:
        """The kinds of document with this symbol in their number; `party` keeps those of the Party, or of the State.

        Spelling counts only where it tells two apart.

        >>> [form.name for form in load().forms_by_symbol("ĐA")], [form.name for form in load().forms_by_symbol("DA")]
        (['đề án'], ['dự án'])
        """
        return tuple(form for form in self._symbols.spelt(symbol) if _of(form, party))

    def forms_by_word(self, word: str, *, party: bool | None = None) -> tuple[DocumentForm, ...]:
        """The kinds of document with this Vietnamese name."""
        return tuple(form for form in self._words.named(word) if _of(form, party))

    def type_of_symbol(self, symbol: str, *, party: bool | None = None) -> DocumentType | None:
        """Our type code for a symbol; None where it has none, or where several fit.

        >>> load().type_of_symbol("TTr"), load().type_of_symbol("QĐ", party=False)
        ('submission', 'decision')
        """
        return only({form.type for form in self.forms_by_symbol(symbol, party=party)})

    def type_of_word(self, word: str) -> DocumentType | None:
        """Our type code for the Vietnamese name of a kind of document; None where it has none, or where several fit.

        >>> load().type_of_word("Nghị định")
        'decree'
        """
        return only({form.type for form in self.forms_by_word(word)})

    def issuers_of(self, symbol: str, type_symbol: str | None = None) -> tuple[Issuer, ...]:
        """Who may have issued a document with this issuer symbol (and type symbol), the usual one first.

        >>> [issuer.name for issuer in load().issuers_of("TTg", "QĐ")], [i.name for i in load().issuers_of("QH14")]
        (['Thủ tướng Chính phủ'], ['Quốc hội'])
        >>> [issuer.name for issuer in load().issuers_of("TW", "NQ")]
        ['Bộ Chính trị', 'Ban Chấp hành Trung ương']
        """
        found = self._symbols_of_issuers.spelt(symbol)
        if not found:
            stem = symbol.rstrip("0123456789")
            found = tuple(i for i in self._symbols_of_issuers.spelt(stem) if i.numbered)
        if type_symbol is None:
            return found
        wanted = key(type_symbol)
        return tuple(i for i in found if not i.types or any(key(symbol) == wanted for symbol in i.types))

    # ── terms ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def expansions(self, short: str) -> tuple[str, ...]:
        """What an abbreviation may stand for.

        >>> load().expansions("CĐS")
        ('chuyển đổi số',)
        """
        return tuple(row.long for row in self._shorts.spelt(short))

    def unit(self, name: str) -> Unit | None:
        """The unit, thing counted or magnitude with this name."""
        return only(self._units.spelt(name))

    def pillar(self, name: str) -> Pillar | None:
        """The pillar with this name."""
        return only(self._pillars.named(name))

    def role(self, name: str) -> Role | None:
        """The office, rank, honorific or capacity with this name."""
        return only(self._roles.spelt(name))

    def group(self, name: str) -> Group | None:
        """The group of agencies that a phrase names."""
        return only(self._groups.named(name))

    # ── indexes ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _ids(self) -> dict[str, Agency]:
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def _names(self) -> Names[Agency]:
        return Names(self.agencies, lambda agency: agency.names)

    @cached_property
    def _provinces(self) -> Names[Province]:
        return Names(self.provinces, province_names)

    @cached_property
    def _local(self) -> Names[LocalBody]:
        return Names(self.local_bodies, lambda body: (body.name, *body.short_names))

    @cached_property
    def _changes(self) -> dict[str, list[Succession]]:
        found: dict[str, list[Succession]] = {}
        for change in self.successions:
            found.setdefault(change.predecessor, []).append(change)
        return found

    @cached_property
    def _symbols(self) -> Names[DocumentForm]:
        return Names(self.forms, lambda form: form.symbols)

    @cached_property
    def _words(self) -> Names[DocumentForm]:
        return Names(self.forms, lambda form: (form.name, *form.other_names))

    @cached_property
    def _symbols_of_issuers(self) -> Names[Issuer]:
        return Names(self.issuers, lambda issuer: (issuer.symbol,))

    @cached_property
    def _shorts(self) -> Names[Abbreviation]:
        return Names(self.abbreviations, lambda row: (row.short,))

    @cached_property
    def _units(self) -> Names[Unit]:
        return Names(self.units, lambda unit: (unit.name, *unit.other_names))

    @cached_property
    def _pillars(self) -> Names[Pillar]:
        return Names(self.pillars, lambda pillar: (pillar.name, *pillar.short_names))

    @cached_property
    def _roles(self) -> Names[Role]:
        return Names(self.roles, lambda role: (role.name, *role.other_names))

    @cached_property
    def _groups(self) -> Names[Group]:
        return Names(self.groups, lambda group: (group.name, *group.other_names))


@cache
def load() -> Registry:
    """The registry that ships with the application."""
    return Registry()


def _of(form: DocumentForm, party: bool | None) -> bool:
    return party is None or form.system == "both" or form.system == ("party" if party else "state")
