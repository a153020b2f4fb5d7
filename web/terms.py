"""Names of classes and properties: from the ontology, and from wording.csv for terms of other vocabularies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.standards import RDF, RDFS, SKOS
from kg.vocabulary import PREFIXES
from web.wording import Wording, table


@dataclass(slots=True)
class Entry:
    """What the ontology says of a term: by language its labels and definitions; its types and what it leads to."""

    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    types: list[str] = field(default_factory=list)
    leads: dict[str, list[str]] = field(default_factory=dict)  # by the last part of the property's name


class Terms:
    """The labels of terms in both languages."""

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The terms that the ontology speaks of."""
        import pyoxigraph as ox

        import ontology

        found: dict[str, Entry] = {}
        content = (Path(ontology.__path__[0]) / "vnpolicy.ttl").read_bytes()
        for quad in ox.parse(content, ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode):
                continue
            entry, predicate = found.setdefault(quad.subject.value, Entry()), quad.predicate.value
            if isinstance(quad.object, ox.Literal):
                said = {RDFS.label: entry.labels, SKOS.prefLabel: entry.labels, SKOS.definition: entry.definitions}
                if predicate in said:
                    said[predicate].setdefault(quad.object.language or "vi", quad.object.value)
            elif predicate == RDF.type and isinstance(quad.object, ox.NamedNode):
                entry.types.append(quad.object.value.rpartition("#")[2])
            elif isinstance(quad.object, ox.NamedNode):
                entry.leads.setdefault(re.split(r"[#/]", predicate)[-1], []).append(quad.object.value)
        return found

    def label(self, iri: str, wording: Wording) -> str:
        """The name of a class, property or individual; its short form where it has none."""
        known = table().get(f"term.{short(iri)}")
        if known:
            return known[wording.lang]
        labels = self.entries[iri].labels if iri in self.entries else {}
        return wording.pick(labels) if labels else short(iri)

    def own(self) -> list[str]:
        """The terms that the ontology defines or names."""
        return sorted(iri for iri, entry in self.entries.items() if entry.labels)


def short(iri: str) -> str:
    """A term by its prefix: eli:id_local."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
