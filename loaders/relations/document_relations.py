"""Links that a text states between documents and programmes, from their subjects, from clauses and from the frame."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Relation
from loaders.documents.cited import Units
from loaders.reading import Reading
from loaders.relations import clause_links, frame_links, subject_links


def state(reading: Reading) -> Iterator[Relation]:
    """The relations between documents and programmes, each with the stretch that says it."""
    units = Units(reading)
    documents = reading.documents
    for link in (
        *subject_links.of_subjects(reading, documents),
        *subject_links.of_programmes(reading, documents),
        *clause_links.stated(reading, units, documents),
        *frame_links.stated(reading, units, documents),
    ):
        unit = units.at(link.start)
        if unit is None or link.subject == link.object:
            continue
        yield Relation(
            subject=link.subject,
            relation=link.relation,
            object=link.object,
            evidence=(reading.evidence(link.start, min(link.end, unit.end), unit.place),),
            confidence=link.confidence,
        )
