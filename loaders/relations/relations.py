"""The links that a text states between documents, programmes and agencies, each once with all its places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Relation, Task
from loaders.documents import drafting
from loaders.reading import Reading
from loaders.relations import agency_relations, document_relations


def state(reading: Reading, tasks: Iterable[Task] = ()) -> tuple[Relation, ...]:
    """The relations, in order of their first evidence; what the tasks say of who writes a document is one of them."""
    found: dict[tuple[str, str, str], Relation] = {}
    stated = [*document_relations.state(reading), *drafting.state(reading), *agency_relations.state(reading)]
    written = {relation.subject for relation in stated if relation.relation == "drafted_by"}
    stated += drafting.of_tasks(reading, tasks, written)
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
