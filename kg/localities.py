"""Provinces as agencies, and the bodies that every province has, each for its time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from kg.entries import Agency, LocalBody, Province
from kg.lookup import Names

_UNITS = {"tinh": "tỉnh", "t": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố"}  # folded, as texts write them


def province_names(province: Province) -> tuple[str, ...]:
    """Its full name, its bare name, the city's with "TP", and what the table adds."""
    cut = (f"TP {province.name}",) if province.unit == "thành phố" else ()
    return (province.full_name, province.name, *cut, *province.short_names)


def as_agency(province: Province) -> Agency:
    """The province as a body that plans and acts."""
    name, *others = province_names(province)
    return Agency(
        id=province.id,
        name=name,
        name_en=province.name_en if province.unit == "thành phố" else f"{province.name_en} Province",
        short_names=tuple(others),
        kind="province",
        parent=None,
        valid_from=province.valid_from,
        valid_to=province.valid_to,
        source=province.source,
    )


def local_agency(body: LocalBody, province: Province) -> Agency | None:
    """The body of one province, for as long as there are both; None where they never were together."""
    if body.unit not in (None, province.unit):
        return None
    starts = [day for day in (body.valid_from, province.valid_from) if day]
    ends = [day for day in (body.valid_to, province.valid_to) if day]
    start, end = max(starts, default=None), min(ends, default=None)
    if start and end and start > end:
        return None
    return Agency(
        id=f"{body.id}-{province.id}",
        name=body.name_in(province),
        name_en=f"{body.name_en} of {province.name_en}",
        short_names=tuple(replace(body, name=short).name_in(province) for short in body.short_names),
        kind="provincial-body",
        parent=province.id,
        valid_from=start,
        valid_to=end,
        source=f"{body.source}; {province.source}",
    )


def read_local(folded: str, bodies: Names[LocalBody], provinces: Names[Province]) -> Iterator[Agency]:
    """The local agencies that a folded name says: a body, the unit or not, a province ("ubnd tinh phu tho")."""
    words = folded.split()
    for cut in range(len(words) - 1, 0, -1):
        found = bodies.under(" ".join(words[:cut]))
        if not found:
            continue
        for unit, place in _readings(words[cut:]):
            here = [province for province in provinces.under(place) if unit in (None, province.unit)]
            if here:
                yield from (agency for at in here for body in found if (agency := local_agency(body, at)))
                break


def _readings(words: list[str]) -> Iterator[tuple[str | None, str]]:
    """What the words after a body may say: a place, or a unit and its place ("tp hcm" is a name of its own)."""
    yield None, " ".join(words)
    for length in (2, 1):
        unit = _UNITS.get(" ".join(words[:length]))
        if unit and len(words) > length:
            yield unit, " ".join(words[length:])


def agencies_of(body: LocalBody, provinces: tuple[Province, ...], on: datetime.date) -> Iterator[Agency]:
    """The body in every province that has it on a day."""
    for province in provinces:
        agency = local_agency(body, province)
        if agency and agency.valid(on):
            yield agency
