"""Facts read back from the quads of one source's graph, whatever its references were resolved to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kg import model
from kg.errors import StoreError
from kg.iris import Iris
from kg.literals import split
from kg.mapping import MEMBERSHIP, NODES, PLACE, SHARED, SOURCE, STATUS, Property
from kg.model import Article, Candidate, Evidence, Fact, Facts, Place
from kg.names import label_property
from kg.standards import DCTERMS, OA, RDF
from kg.vocabulary import RELATIONS, VP, as_text

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad

_KINDS: Final[dict[str, tuple[str, type[Fact], str]]] = {
    "document": ("documents", model.Document, "id"),
    "programme": ("programmes", model.Programme, "name"),
    "agency": ("agencies", model.Agency, "name"),
    "office": ("agencies", model.Agency, "name"),
    "group": ("agencies", model.Agency, "name"),
    "official": ("officials", model.Official, "name"),
    "pillar": ("pillars", model.Pillar, "name"),
    "provision": ("provisions", model.Provision, "path"),
}
"""By the kind of resource that a mention refers to: the list, the record, the field that its name is."""

_LISTS: Final = {model.Task: "tasks", model.Target: "targets", model.Observation: "observations"}
_RELATION_NAMES: Final = {predicate: name for name, predicate in RELATIONS.items()}
_MISSING: Final = "the graph does not hold a source's facts as kg.rdf.quads writes them"

_Record = TypeVar("_Record")


def facts(quads: Iterable[Quad]) -> Facts:
    """The facts of a source, from the quads of its graph. Raises StoreError where they are not those of one source."""
    reader = _Reader(quads)
    lists: dict[str, Any] = reader.records()
    return Facts(
        source=reader.need(reader.source, VP.sourceName),
        text_sha256=reader.need(reader.source, VP.textDigest),
        article=Article(**reader.fields(reader.source, SOURCE)),
        recipients=split(reader.text(reader.source, VP.recipients)),
        extractor=reader.need(reader.source, VP.extractor),
        **lists,
    )


class _Reader:
    """The triples of one source's graph, by subject and predicate."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._objects: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self._instances: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject: Any = quad.subject
            object_: Any = quad.object
            self._objects[subject.value][quad.predicate.value].append(object_)
            if quad.predicate.value == RDF.type:
                self._instances[object_.value].append(subject.value)
        sources = self._instances[VP.Source]
        if len(sources) != 1:
            raise StoreError(f"{_MISSING}: it has {len(sources)} resources of class vp:Source")
        self.source = sources[0]
        self.iris = Iris(self.source[: self.source.rindex("id/source/")])

    def records(self) -> dict[str, tuple[object, ...]]:
        """The records of each list, in their order."""
        found: dict[str, list[tuple[int, object]]] = {name: [] for name in _LISTS.values()}
        for mention in self._instances[VP.Mention]:
            kind = self.iris.kind(self.need(mention, VP.refersTo))
            name, record = self._mention(mention, *_KINDS[kind or ""])
            found.setdefault(name, []).append((self._order(mention), record))
        for statement in self._instances[VP.Statement]:
            found.setdefault("relations", []).append((self._order(statement), self._relation(statement)))
        for record_class, (_, cls, properties) in NODES.items():
            for iri in self._instances[cls]:
                record = record_class(**self.fields(iri, properties), **self._task_status(iri), **self._stated(iri))
                found[_LISTS[record_class]].append((self._order(iri), record))
        for iri in self._instances[VP.UndecidedReading]:
            reason = self.told(iri, VP.reason)
            candidate = Candidate(
                self.need(iri, VP.readingKind),
                reason.get("en", ""),
                self.need(iri, DCTERMS.description),
                self._evidence(iri),
                reason.get("vi", ""),
            )
            found.setdefault("candidates", []).append((self._order(iri), candidate))
        return {
            name: tuple(record for _, record in sorted(records, key=lambda pair: pair[0]))
            for name, records in found.items()
        }

    def _mention(self, mention: str, name: str, cls: type[Any], field: str) -> tuple[str, object]:
        values: dict[str, Any] = {field: self.need(mention, VP.name), **self._stated(mention)}
        if cls in SHARED:
            stated = self.text(mention, VP.asStated)
            resource = self.need(mention, VP.refersTo)
            values |= self.fields(resource, SHARED[cls]) if stated is None else json.loads(stated)
        membership = self.text(mention, VP.statesMembership)
        if membership:
            values |= self.fields(membership, MEMBERSHIP)
        return name, cls(**values)

    def _relation(self, iri: str) -> model.Relation:
        subject, object_ = (self._names(iri, Property("", p, "name")) for p in (RDF.subject, RDF.object))
        name: Any = _RELATION_NAMES[self.need(iri, RDF.predicate)]
        return model.Relation(subject[0], name, object_[0], **self._stated(iri))

    def _task_status(self, iri: str) -> dict[str, Any]:
        report = self.text(iri, VP.hasStatus)
        return self.fields(report, STATUS) if report else {}

    def _stated(self, iri: str) -> dict[str, Any]:
        return {"evidence": self._evidence(iri), "confidence": float(self.need(iri, VP.confidence))}

    def _evidence(self, iri: str) -> tuple[Evidence, ...]:
        found = [self._stretch(object_.value) for object_ in self._all(iri, VP.evidence)]
        order = self.text(iri, as_text(VP.evidence))
        if order is None:
            return tuple(sorted(found, key=lambda e: (e.start, e.end)))
        spans = {f"{e.start}-{e.end}": e for e in found}
        return tuple(spans[span] for span in order.split(" "))

    def _stretch(self, iri: str) -> Evidence:
        selector = self.need(iri, OA.hasSelector)
        parts: dict[str, Any] = {part: self.text(iri, predicate) for part, predicate in PLACE}
        if parts["page"] is not None:
            parts["page"] = int(parts["page"])
        start, end = int(self.need(selector, OA.start)), int(self.need(selector, OA.end))
        return Evidence(start, end, self.need(selector, OA.exact), Place(**parts))

    def _order(self, iri: str) -> int:
        return int(self.need(iri, VP.order))

    # ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def fields(self, iri: str, properties: Iterable[Property]) -> dict[str, Any]:
        """The values of a record's fields; one that the graph does not have is left out."""
        values: dict[str, Any] = {}
        for prop in properties:
            if prop.form in ("name", "names"):
                names = self._names(iri, prop)
                if names:
                    values[prop.field] = names if prop.form == "names" else names[0]
                continue
            text = self.text(iri, prop.predicate)
            if text is not None:
                values[prop.field] = Decimal(text) if prop.form == "number" else text.removeprefix(prop.concept)
        return values

    def _names(self, iri: str, prop: Property) -> tuple[str, ...]:
        """The names of what a link leads to, as the source gives them."""
        text = self.text(iri, as_text(prop.predicate))
        if text is not None:
            return split(text)
        names: list[str] = []
        for target in sorted(object_.value for object_ in self._all(iri, prop.predicate)):
            kind = self.iris.kind(target)
            labels = {
                o.value for p in {label_property(kind, "1/A"), label_property(kind, "")} for o in self._all(target, p)
            }
            if len(labels) != 1:
                raise StoreError(f"{_MISSING}: {target} has {len(labels)} names and {iri} does not say which")
            names += labels
        return tuple(names)

    def text(self, iri: str, predicate: str) -> str | None:
        """The only value of a property as a string; None where there is none."""
        found = self._all(iri, predicate)
        if len(found) > 1:
            raise StoreError(f"{_MISSING}: {iri} has several values of {predicate}")
        return found[0].value if found else None

    def need(self, iri: str, predicate: str) -> str:
        """The only value of a property, which must be there."""
        found = self.text(iri, predicate)
        if found is None:
            raise StoreError(f"{_MISSING}: {iri} has no {predicate}")
        return found

    def told(self, iri: str, predicate: str) -> dict[str, str]:
        """The values of a property by language; one without a language is English. Raises StoreError where none is."""
        found = {getattr(term, "language", None) or "en": term.value for term in self._all(iri, predicate)}
        if not found:
            raise StoreError(f"{_MISSING}: {iri} has no {predicate}")
        return found

    def _all(self, iri: str, predicate: str) -> list[NamedNode | Literal]:
        return self._objects[iri][predicate] if iri in self._objects else []
