"""The lists of one release, held in memory: labels of all that is named, and a row for each document, task, body and
indicator. Each part is read once for a release, by a few plain queries, when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from kg.folding import key
from kg.iris import Iris
from kg.reader import Reader
from kg.releases import Release
from kg.standards import SCHEMA
from kg.vocabulary import VP
from web import listed, listed_bodies, provisions
from web.labels import Naming
from web.links import Ref
from web.rows import BodyRow, DocumentRow, IndicatorRow, MeasureRow, TaskRow
from web.stored import Stored, code

if TYPE_CHECKING:
    import networkx as nx

NAMED = 160  # characters of a task that name it


class Catalogue:
    """The lists of one release."""

    def __init__(self, reader: Reader, release: Release, iris: Iris) -> None:
        self.reader, self.release, self.iris = reader, release, iris
        self.stored = Stored(reader)

    @property
    def truncated(self) -> bool:
        """Whether the release has more than the lists hold."""
        return self.stored.truncated

    # ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.stored.rows, self.stored.terms, self.iris)

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The label of each named resource, by language; Vietnamese is always there."""
        return self._naming.labels

    def ref(self, iri: str, lang: str = "vi") -> Ref:
        """A resource with its label."""
        kind = self.iris.kind(iri) or ""
        labels = self.labels.get(iri)
        if labels is None:
            return Ref(iri, self._fallback(iri), kind)
        if lang in labels:
            return Ref(iri, labels[lang], kind, lang)
        return Ref(iri, labels["vi"], kind)

    def refs(self, iris: Iterable[str]) -> tuple[Ref, ...]:
        """Several resources by their labels."""
        return tuple(sorted((self.ref(iri) for iri in iris), key=lambda ref: key(ref.label)))

    def names(self, iris: Iterable[str]) -> str:
        """The labels of some resources in all languages, to find them by."""
        return " ".join(label for iri in iris for label in {self.ref(iri).label, *self.labels.get(iri, {}).values()})

    @property
    def coined(self) -> set[str]:
        """The bodies that only texts name."""
        return self._naming.coined

    def _fallback(self, iri: str) -> str:
        task = self._task_names.get(iri) if self.iris.kind(iri) == "task" else None
        if task:
            return task
        if self.iris.kind(iri) == "provision":  # of a document whose text is not there
            return provisions.path(iri, self.iris)
        return iri.removeprefix(f"{self.iris.base}id/") if self.iris.kind(iri) else iri

    # ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def documents(self) -> tuple[DocumentRow, ...]:
        """All documents, the newest first."""
        return listed.documents(self)

    @cached_property
    def document_rows(self) -> Mapping[str, DocumentRow]:
        """The documents by their IRIs."""
        return {row.ref.iri: row for row in self.documents}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The document that each source is the own text of."""
        return {row["s"]: row["x"] for row in self.stored.rows(f"SELECT ?s ?x {{ ?s <{VP.textOf}> ?x }}")}

    @cached_property
    def source_kinds(self) -> Mapping[str, str | None]:
        """What each source is: press, original or reprint."""
        rows = self.stored.rows(f"SELECT ?s ?k {{ ?s <{VP.sourceKind}> ?k }}")
        return {row["s"]: code(row["k"], "source-") for row in rows}

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """Who published each source, by name."""
        query = f"SELECT ?s ?n {{ ?s <{SCHEMA.publisher}>/<{SCHEMA.name}> ?n }} ORDER BY DESC(?n)"
        return {row["s"]: row["n"] for row in self.stored.rows(query)}

    @cached_property
    def tasks(self) -> tuple[TaskRow, ...]:
        """All tasks, by source and position."""
        return listed.tasks(self)

    @cached_property
    def task_rows(self) -> Mapping[str, TaskRow]:
        """The tasks by their IRIs."""
        return {row.iri: row for row in self.tasks}

    @cached_property
    def _task_names(self) -> Mapping[str, str]:
        """What each task is, short enough to be the text of a link."""
        found = {}
        for row in self.tasks:
            text = row.text[:1].upper() + row.text[1:]
            found[row.iri] = text if len(text) <= NAMED else f"{text[:NAMED].rpartition(' ')[0]} …"
        return found

    @cached_property
    def bodies(self) -> tuple[BodyRow, ...]:
        """All agencies, offices and groups by name."""
        return listed_bodies.bodies(self)

    @cached_property
    def bodies_named(self) -> Mapping[str, tuple[str, ...]]:
        """The bodies of each Vietnamese name, folded."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.bodies:
            name = key(self.labels.get(row.ref.iri, {}).get("vi", ""))
            found[name] = (*found.get(name, ()), row.ref.iri)
        return found

    @cached_property
    def documents_named(self) -> Mapping[str, tuple[str, ...]]:
        """The documents of each number or name, folded."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.documents:
            name = key(row.ref.label.partition(" (")[0])
            found[name] = (*found.get(name, ()), row.ref.iri)
        return found

    @cached_property
    def roles_named(self) -> Mapping[str, str]:
        """The roles of officials by their Vietnamese names, folded; the first where several bear one."""
        roles = sorted((iri for iri in self.labels if self.iris.kind(iri) == "role"), reverse=True)
        return {key(self.labels[iri]["vi"]): iri for iri in roles}

    @cached_property
    def measures(self) -> tuple[MeasureRow, ...]:
        """All targets and measured values, by period."""
        return listed_bodies.measures(self)

    @cached_property
    def measure_rows(self) -> Mapping[str, MeasureRow]:
        """The targets and measured values by their IRIs."""
        return {row.iri: row for row in self.measures}

    @cached_property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        """All indicators by name, with their targets and measured values."""
        targets: dict[str, list[MeasureRow]] = defaultdict(list)
        observations: dict[str, list[MeasureRow]] = defaultdict(list)
        for row in self.measures:
            (targets if row.target else observations)[row.indicator.iri].append(row)
        rows = []
        for row_iri in {row["x"] for row in self.stored.rows(f"SELECT ?x {{ ?x a <{VP.Indicator}> }}")}:
            ref = self.ref(row_iri)
            rows.append(IndicatorRow(ref, tuple(targets[row_iri]), tuple(observations[row_iri]), key(ref.label)))
        return tuple(sorted(rows, key=lambda row: row.words))

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The resources and their links, to find ways through them."""
        from kg import analytics

        return analytics.graph(self.reader)
