"""The links that a text states between documents, programmes and agencies, each once with all its places."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Relation
from loaders import agency_relations, document_relations, drafting
from loaders.reading import Reading


def state(reading: Reading) -> tuple[Relation, ...]:
    """The relations, in order of their first evidence."""
    found: dict[tuple[str, str, str], Relation] = {}
    stated = [*document_relations.state(reading), *drafting.state(reading), *agency_relations.state(reading)]
    for relation in sorted(stated, key=lambda relation: (relation.evidence[0].start, relation.evidence[0].end)):
        link = (relation.subject, relation.relation, relation.object)
        known = found.get(link)
        if known is None:
            found[link] = relation
        elif relation.evidence[0] not in known.evidence:
            found[link] = replace(
                known,
                evidence=known.evidence + relation.evidence,
                confidence=max(known.confidence, relation.confidence),
            )
    return tuple(found.values())
