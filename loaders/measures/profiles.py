"""Figures in the box at the head of a page about one body: "Ngân sách2024 | 928.240 triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Observation
from loaders.measures.indicators import LOOSE_END
from loaders.reading import Reading
from loaders.tables import values
from loaders.words import ordered
from loaders.words.wording import covering

_HEAD = 40  # units in which such a box stands
_FIELD = re.compile(
    r"(?P<label>[a-z][a-z ]{2,30}?)\s*\(?(?P<year>(?:19|20)\d\d)?\)?(?:\[\d+\])?\s*[|\t:]\s*"
    r"(?=[\d<>~]|khoang|hon|gan|tren)"
)
_YEAR = re.compile(r"[^\n|]{0,20}?\((?P<year>(?:19|20)\d\d)\)")


def figures(reading: Reading) -> Iterator[Observation]:
    """The figures of the body that the page is about, in their order; none of a document's own text."""
    if reading.own is not None or not reading.units:
        return
    body = covering(reading.agencies, reading.units[0].start)
    if body is None:
        return
    for unit in reading.units[1:_HEAD]:
        match = _FIELD.match(reading.folded, unit.start, unit.end)
        if match is None or match["label"] not in values("profile_labels"):
            continue
        number = next(iter(ordered.within(reading.numbers, match.end(), match.end() + 1)), None)
        if number is None:
            continue
        after = _YEAR.match(reading.folded, number.end, unit.end)
        label = reading.source.text[unit.start : match.end("label")]
        yield Observation(
            indicator=f"{LOOSE_END.sub('', label[0].lower() + label[1:])} của {body.name}",
            value=number.value,
            value_text=number.text,
            unit=number.unit,
            period=match["year"] or (after["year"] if after else None),
            comparator=number.comparator,
            upper=number.upper,
            agency=body.name,
            evidence=(reading.evidence(unit.start, number.end, unit.place),),
            confidence=0.8,
        )
