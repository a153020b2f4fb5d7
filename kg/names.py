"""Which resource each name in one source's facts stands for, and what the source calls each resource.

A source alone gives every name an IRI (`Iris`); linking may have found a better one (`Resolution`). The names are kept
as labels of the resources, so that facts can be read back from the graph whatever the links were resolved to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kg.iris import Iris, is_number
from kg.model import Document, Facts
from kg.standards import DCTERMS, ELI, FOAF, SCHEMA, SKOS

NameKind = Literal[
    "document", "programme", "instrument", "actor", "official", "doer", "indicator", "pillar", "role", "publisher"
]
"""What a name is of. An instrument is a document or a programme, a doer an actor or an official."""

AGENCY_RELATIONS = ("part_of", "succeeds", "merged_into")


class Reference(NamedTuple):
    """A name in the facts, and what it is of."""

    kind: NameKind
    name: str


@dataclass(frozen=True, slots=True)
class Option:
    """A resource that a reference may stand for, and what speaks for or against it, in Vietnamese and English."""

    iri: str
    reason: str
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reference was found to stand for; `iri` is None where it stays undecided between the options."""

    iri: str | None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What linking found for one source: by the IRI that a name has from the source alone."""

    choices: Mapping[str, Choice] = field(default_factory=dict)

    def iri(self, iri: str) -> str:
        """The resource that the IRI stands for: itself where nothing else was found."""
        choice = self.choices.get(iri)
        return choice.iri if choice and choice.iri else iri


class Names:
    """The names of one source. `iri` gives a name's resource after linking, `own` the one from the source alone."""

    def __init__(self, facts: Facts, iris: Iris, resolution: Resolution | None = None) -> None:
        self.iris = iris
        self.resolution = resolution or Resolution()
        self._documents: dict[str, str] = {}
        for document in facts.documents:
            self._documents.setdefault(document.id, self.document(document))
        self._programmes = {programme.name for programme in facts.programmes}
        self._officials = {official.name for official in facts.officials}
        self._agencies = {agency.name for agency in facts.agencies}
        self._labels: dict[str, set[str]] = {}
        for document in facts.documents:
            iri = self.resolution.iri(self.document(document))
            self._labels.setdefault(iri, set()).add(self.label(iri, document.id))
        for reference in references(facts):
            iri = self.iri(*reference)
            self._labels.setdefault(iri, set()).add(self.label(iri, reference.name))

    def document(self, document: Document) -> str:
        """The IRI that a document's record has from the source alone."""
        return self.iris.document(document.id, document.date, document.issuer)

    def own(self, kind: NameKind, name: str) -> str:
        """The IRI that the source alone gives a name."""
        match kind:
            case "document":
                return self._documents.get(name) or self.iris.document(name)
            case "instrument":
                if name in self._documents or (name not in self._programmes and is_number(name)):
                    return self.own("document", name)
                return self.iris.programme(name)
            case "doer":
                person = name in self._officials and name not in self._agencies
                return self.iris.official(name) if person else self.iris.actor(name)
            case "programme":
                return self.iris.programme(name)
            case "actor":
                return self.iris.actor(name)
            case "official":
                return self.iris.official(name)
            case "indicator":
                return self.iris.indicator(name)
            case "pillar":
                return self.iris.pillar(name)
            case "role":
                return self.iris.role(name)
            case "publisher":
                return self.iris.publisher(name)

    def iri(self, kind: NameKind, name: str) -> str:
        """The IRI of what a name stands for, after linking."""
        return self.resolution.iri(self.own(kind, name))

    def labels(self) -> Iterator[tuple[str, str]]:
        """Each resource that the source names, with each of its labels, in a fixed order."""
        for iri in sorted(self._labels):
            for label in sorted(self._labels[iri]):
                yield iri, label

    def label(self, iri: str, name: str) -> str:
        """A name as it stands on its resource: a document's number without the day that sets two apart."""
        return name.partition("@")[0] if self.iris.kind(iri) == "document" and is_number(name) else name

    def plain(self, names: tuple[str, ...], iris: set[str]) -> bool:
        """Whether the resources' labels in this source, in order of their IRIs, are just these names."""
        found = [self._labels.get(iri, ()) for iri in sorted(iris)]
        return tuple(label for labels in found if len(labels) == 1 for label in labels) == names


def label_property(kind: str | None, label: str) -> str:
    """The property that holds what a source calls a resource of this kind."""
    match kind:
        case "document":
            return ELI.id_local if is_number(label) else SKOS.altLabel
        case "programme":
            return DCTERMS.title
        case "official":
            return FOAF.name
        case "publisher":
            return SCHEMA.name
    return SKOS.altLabel


def references(facts: Facts) -> Iterator[Reference]:
    """Every name in the facts, as often as it stands there; documents' own records apart."""
    article = facts.article
    if article.publisher is not None:
        yield Reference("publisher", article.publisher)
    if article.text_of is not None:
        yield Reference("document", article.text_of)
    for document in facts.documents:
        yield from _optional("actor", document.issuer)
        yield from _optional("official", document.signer)
    for programme in facts.programmes:
        yield Reference("programme", programme.name)
    for agency in facts.agencies:
        yield Reference("actor", agency.name)
    for official in facts.officials:
        yield Reference("official", official.name)
        yield from _optional("role", official.role)
        yield from _optional("actor", official.agency)
    for relation in facts.relations:
        subject, object_ = ends(relation.relation)
        yield Reference(subject, relation.subject)
        yield Reference(object_, relation.object)
    for task in facts.tasks:
        for name in (*task.assignees, *task.cooperators):
            yield Reference("doer", name)
        yield from _optional("instrument", task.mandate)
        yield from _optional("doer", task.directed_by)
        for name in task.about:
            yield Reference("pillar", name)
    for target in facts.targets:
        yield Reference("indicator", target.indicator)
        for name in target.responsible:
            yield Reference("doer", name)
        yield from _optional("instrument", target.set_by)
        for name in target.about:
            yield Reference("pillar", name)
    for observation in facts.observations:
        yield Reference("indicator", observation.indicator)
        yield from _optional("doer", observation.agency)
    for pillar in facts.pillars:
        yield Reference("pillar", pillar.name)


def ends(relation: str) -> tuple[NameKind, NameKind]:
    """What the two ends of a relation are."""
    if relation in AGENCY_RELATIONS:
        return "actor", "actor"
    return ("instrument", "actor") if relation == "drafted_by" else ("instrument", "instrument")


def _optional(kind: NameKind, name: str | None) -> Iterator[Reference]:
    if name is not None:
        yield Reference(kind, name)
