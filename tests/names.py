"""Texts cut into a reading with its bodies and officials, for the tests of names."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from kg.folding import fold
from kg.model import Block, Source
from loaders.agencies import agencies
from loaders.layout import letterhead, structure
from loaders.layout.units import units
from loaders.officials import officials
from loaders.reading import Reading


def reading_of(text: str, name: str = "thu.txt", *, paragraphs: bool = False) -> Reading:
    """The reading of a text whose lines, or with `paragraphs` whose stretches between blank lines, are its blocks."""
    text = unicodedata.normalize("NFC", text)
    blocks = []
    at = 0
    for part in text.split("\n\n" if paragraphs else "\n"):
        if part.strip():
            start = at + len(part) - len(part.lstrip())
            blocks.append(Block("paragraph", start, start + len(part.strip())))
        at += len(part) + (2 if paragraphs else 1)
    source = Source(name, text, tuple(blocks))
    folded = fold(text)
    head = letterhead.find(source, folded)
    cut = units(source, folded, official=head is not None)
    if head:
        cut = structure.mark(cut, source, folded, head)
    reading = Reading(source, folded, cut, None)
    reading = replace(reading, agencies=agencies.find(reading))
    return replace(reading, officials=officials.find(reading))


def agency_names(text: str) -> list[str]:
    """The names of the agencies that the text's facts list, in the order of the text."""
    return [agency.name for agency in agencies.facts(reading_of(text))]


def mentioned(text: str) -> list[tuple[str, str, str]]:
    """Each mention of a body, office or group: what stands there, its name, its kind."""
    reading = reading_of(text)
    return [(reading.source.text[m.start : m.end], m.name, m.kind) for m in reading.agencies]


def posts(text: str) -> list[tuple[str, str | None, str | None]]:
    """The officials of the text's facts: name, role, agency."""
    return [(official.name, official.role, official.agency) for official in officials.facts(reading_of(text))]
