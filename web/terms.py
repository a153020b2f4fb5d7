"""Names of classes and properties: from the ontology, and from wording.csv for terms of other vocabularies."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from kg.vocabulary import PREFIXES, RDFS
from web.wording import Wording, table


class Terms:
    """The labels of terms in both languages."""

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        import pyoxigraph as ox

        import ontology

        found: dict[str, dict[str, str]] = {}
        content = (Path(ontology.__path__[0]) / "vnpolicy.ttl").read_bytes()
        for quad in ox.parse(content, ox.RdfFormat.TURTLE):
            if quad.predicate.value == RDFS.label and isinstance(quad.object, ox.Literal):
                assert isinstance(quad.subject, ox.NamedNode)
                found.setdefault(quad.subject.value, {})[quad.object.language or "vi"] = quad.object.value
        return found

    def label(self, iri: str, wording: Wording) -> str:
        """The name of a class, property or individual; its short form where it has none."""
        known = table().get(f"term.{short(iri)}")
        if known:
            return known[wording.lang]
        return wording.pick(self._labels[iri]) if iri in self._labels else short(iri)

    def own(self) -> list[str]:
        """The terms that the ontology defines or names."""
        return sorted(self._labels)


def short(iri: str) -> str:
    """A term by its prefix: eli:id_local."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
