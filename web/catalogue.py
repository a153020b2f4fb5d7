"""The lists of one release, held in memory: labels of all that is named, and a row for each document, task, body and
indicator. Each part is read once for a release, by a few plain queries, when it is first asked for."""

from __future__ import annotations

import datetime
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg import standing
from kg.folding import key
from kg.iris import Iris
from kg.reader import Reader
from kg.releases import Release
from kg.vocabulary import DCTERMS, ELI, OA, RDF, SCHEMA, SDMX, SKOS, VP
from web import bodies
from web.labels import Naming
from web.links import Ref
from web.rows import BodyRow, DocumentRow, IndicatorRow, MeasureRow, Status, TaskRow

if TYPE_CHECKING:
    import networkx as nx

MOST = 100_000  # rows of one query
NAMED = 160  # characters of a task that name it


@dataclass(slots=True)
class _Fields:
    """What a query of properties found, by subject and property."""

    of: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def one(self, subject: str, predicate: str) -> str | None:
        values = self.of[subject].get(predicate)
        return min(values) if values else None

    def all(self, subject: str, predicate: str) -> list[str]:
        return sorted(self.of[subject].get(predicate, ()))


class Catalogue:
    """The lists of one release."""

    def __init__(self, reader: Reader, release: Release, iris: Iris) -> None:
        self.reader, self.release, self.iris = reader, release, iris
        self.truncated = False
        self._lock = threading.RLock()

    # ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self._rows, self._terms, self.iris)

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

    def _fallback(self, iri: str) -> str:
        task = self._task_names.get(iri) if self.iris.kind(iri) == "task" else None
        if task:
            return task
        return iri.removeprefix(f"{self.iris.base}id/") if self.iris.kind(iri) else iri

    # ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def documents(self) -> tuple[DocumentRow, ...]:
        """All documents, the newest first."""
        properties = (
            ELI.type_document, ELI.passed_by, ELI.date_document, VP.documentStatus,
            ELI.first_date_entry_in_force, ELI.date_no_longer_in_force,
        )  # fmt: skip
        fields = self._fields(VP.Document, properties)
        titles = self._titles()
        tasks = self._counted(  # once, however often a source tells of it, and what part of a group does not apart
            f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{VP.mandatedBy}> ?x "
            f"MINUS {{ ?t <{VP.principalTask}>|<{VP.shareOf}> ?p . ?p <{VP.mandatedBy}> ?x }} }} GROUP BY ?x"
        )
        targets = self._counted(f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{VP.setBy}> ?x }} GROUP BY ?x")
        cited: Counter[str] = Counter()
        for predicate in (VP.refersTo, ELI.based_on, VP.implements, VP.guides):
            cited.update(self._counted(f"SELECT ?x (COUNT(DISTINCT ?m) AS ?n) {{ ?m <{predicate}> ?x }} GROUP BY ?x"))
        rows = []
        for iri in fields.of:
            ref = self.ref(iri)
            issuer = fields.one(iri, ELI.passed_by)
            date = fields.one(iri, ELI.date_document)
            title = titles.get(iri)
            in_slug = self.iris.slug(iri).partition("/")[0]
            rows.append(
                DocumentRow(
                    ref=ref,
                    number=self.labels.get(iri, {}).get("vi", ref.label),
                    name=_number_key(ref.label),
                    type=_code(fields.one(iri, ELI.type_document), "type-"),
                    title=title,
                    issuer=self.ref(issuer) if issuer else None,
                    date=date,
                    year=date[:4] if date else (in_slug if in_slug.isdecimal() else None),
                    status=_code(fields.one(iri, VP.documentStatus), "document-"),
                    effective=fields.one(iri, ELI.first_date_entry_in_force),
                    expires=fields.one(iri, ELI.date_no_longer_in_force),
                    cited=cited[iri],
                    tasks=tasks.get(iri, 0),
                    targets=targets.get(iri, 0),
                    words=key(f"{ref.label} {title or ''} {self.ref(issuer).label if issuer else ''}"),
                )
            )
        return tuple(sorted(rows, key=lambda row: (row.date or row.year or "", row.name), reverse=True))

    def _titles(self) -> dict[str, str]:
        """Each document's title: as its own text has it, else as most documents do, else as most of the press."""
        own = {(row["s"], row["x"]) for row in self._rows(f"SELECT ?s ?x {{ ?s <{VP.textOf}> ?x }}")}
        kinds = self.source_kinds
        told: dict[str, dict[str, list[tuple[bool, bool]]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows(f"SELECT ?s ?x ?o {{ GRAPH ?s {{ ?x <{DCTERMS.title}> ?o }} }}"):
            told[row["x"]][row["o"]].append(((row["s"], row["x"]) in own, kinds.get(row["s"]) == "original"))

        def rank(titles: Mapping[str, list[tuple[bool, bool]]], title: str) -> tuple[int, int, int, str]:
            by = titles[title]
            return -sum(mine for mine, _ in by), -sum(official for _, official in by), -len(by), title

        return {iri: min(titles, key=lambda title: rank(titles, title)) for iri, titles in told.items()}

    @cached_property
    def document_rows(self) -> Mapping[str, DocumentRow]:
        """The documents by their IRIs."""
        return {row.ref.iri: row for row in self.documents}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The document that each source is the own text of."""
        return {row["s"]: row["x"] for row in self._rows(f"SELECT ?s ?x {{ ?s <{VP.textOf}> ?x }}")}

    @cached_property
    def source_kinds(self) -> Mapping[str, str | None]:
        """What each source is: press, original or reprint."""
        rows = self._rows(f"SELECT ?s ?k {{ ?s <{VP.sourceKind}> ?k }}")
        return {row["s"]: _code(row["k"], "source-") for row in rows}

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """Who published each source, by name."""
        query = f"SELECT ?s ?n {{ ?s <{SCHEMA.publisher}>/<{SCHEMA.name}> ?n }} ORDER BY DESC(?n)"
        return {row["s"]: row["n"] for row in self._rows(query)}

    @cached_property
    def tasks(self) -> tuple[TaskRow, ...]:
        """All tasks, by source and position."""
        properties = (
            DCTERMS.description, VP.leadAgency, VP.cooperatingAgency, VP.mandatedBy, VP.provisionText, VP.directedBy,
            VP.deadline, VP.deadlineText, VP.due, VP.recurrence, VP.deliverable, VP.about, VP.order, VP.evidence,
            VP.principalTask, VP.shareOf,
        )  # fmt: skip
        fields = self._fields(VP.Task, properties)
        statuses: dict[str, list[Status]] = defaultdict(list)
        for row in self._rows(
            f"SELECT DISTINCT ?x ?s ?d ?p ?source {{ ?x <{VP.hasStatus}> ?r . ?r <{VP.status}> ?s "
            f"OPTIONAL {{ ?r <{VP.asOf}> ?d }} OPTIONAL {{ ?r <{VP.evidence}>/<{OA.hasSource}> ?source "
            f"OPTIONAL {{ ?source <{SCHEMA.datePublished}> ?p }} }} }} ORDER BY ?source"
        ):
            by = self.ref(row["source"]) if "source" in row else None
            status = Status(_code(row["s"], "status-") or row["s"], row.get("d") or row.get("p"), by)
            if status not in statuses[row["x"]]:
                statuses[row["x"]].append(status)
        signed: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self._rows(
            f"SELECT ?x ?r ?d {{ ?x <{VP.resultDocument}> ?r OPTIONAL {{ ?r <{ELI.date_document}> ?d }} }} ORDER BY ?d"
        ):
            signed[row["x"]].setdefault(row["r"], row.get("d", ""))
        rows = []
        for iri in fields.of:
            evidence = fields.one(iri, VP.evidence)
            source = evidence.partition("#")[0] if evidence else None
            leads, helpers = (
                self._refs(fields.all(iri, VP.leadAgency)),
                self._refs(fields.all(iri, VP.cooperatingAgency)),
            )
            mandate = fields.one(iri, VP.mandatedBy)
            director = fields.one(iri, VP.directedBy)
            text = fields.one(iri, DCTERMS.description) or ""
            due = fields.one(iri, VP.due)
            order = fields.one(iri, VP.order)
            names = " ".join(ref.label for ref in (*leads, *helpers, *([self.ref(mandate)] if mandate else [])))
            rows.append(
                TaskRow(
                    iri=iri,
                    text=text,
                    leads=leads,
                    helpers=helpers,
                    mandate=self.ref(mandate) if mandate else None,
                    provision=fields.one(iri, VP.provisionText),
                    director=self.ref(director) if director else None,
                    deadline=fields.one(iri, VP.deadline),
                    deadline_text=fields.one(iri, VP.deadlineText),
                    due=_date(due),
                    recurrence=fields.one(iri, VP.recurrence),
                    deliverable=fields.one(iri, VP.deliverable),
                    statuses=tuple(standing.in_order(statuses.get(iri, ()))),
                    pillars=self._refs(fields.all(iri, VP.about)),
                    source=self.ref(source) if source else None,
                    principal=fields.one(iri, VP.principalTask),
                    share_of=fields.one(iri, VP.shareOf),
                    signed=tuple(sorted(signed[iri].values())),
                    position=(source or "", int(order) if order else 0),
                    words=key(f"{text} {names} {fields.one(iri, VP.deliverable) or ''}"),
                )
            )
        return tuple(sorted(rows, key=lambda row: row.position))

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
        once = "SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{0}> ?x MINUS {{ ?t <{1}> ?p . ?p <{0}> ?x }} }} GROUP BY ?x"
        led = self._counted(once.format(VP.leadAgency, VP.principalTask))
        helped = self._counted(once.format(VP.cooperatingAgency, VP.principalTask))
        issued = self._counted(f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{ELI.passed_by}> ?x }} GROUP BY ?x")
        rows = []
        for cls, kind in ((VP.Agency, "agency"), (VP.Office, "office"), (VP.AgencyGroup, "group")):
            fields = self._fields(cls, (SKOS.altLabel, SCHEMA.foundingDate, SCHEMA.dissolutionDate))
            told = {
                row["x"]
                for row in self._rows(f"SELECT DISTINCT ?x {{ GRAPH ?s {{ ?s a <{VP.Source}> . ?x a <{cls}> }} }}")
            }
            for iri in fields.of:
                ref = self.ref(iri)
                names = " ".join([ref.label, *fields.all(iri, SKOS.altLabel)])
                rows.append(
                    BodyRow(
                        ref=ref,
                        kind=kind,
                        general=kind == "group" or (iri in self._naming.coined and bodies.general(ref.label)),
                        led=led.get(iri, 0),
                        helped=helped.get(iri, 0),
                        issued=issued.get(iri, 0),
                        since=fields.one(iri, SCHEMA.foundingDate),
                        until=fields.one(iri, SCHEMA.dissolutionDate),
                        told=iri in told,
                        words=key(names),
                    )
                )
        return tuple(sorted(rows, key=lambda row: key(row.ref.label)))

    @cached_property
    def bodies_named(self) -> Mapping[str, tuple[str, ...]]:
        """The bodies of each Vietnamese name, folded."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.bodies:
            name = key(self.labels.get(row.ref.iri, {}).get("vi", ""))
            found[name] = (*found.get(name, ()), row.ref.iri)
        return found

    @cached_property
    def measures(self) -> tuple[MeasureRow, ...]:
        """All targets and measured values, by period."""
        properties = (
            VP.indicator, SDMX.obsValue, SDMX.unitMeasure, SDMX.refPeriod, VP.comparator, VP.upper, VP.total,
            VP.valueText, VP.scope, VP.setBy, VP.responsible, VP.ofAgency, VP.statedIn,
        )  # fmt: skip
        rows = []
        for cls, target in ((VP.Target, True), (VP.Observation, False)):
            fields = self._fields(cls, properties)
            for iri in fields.of:
                indicator = fields.one(iri, VP.indicator)
                if indicator is None:
                    continue
                set_by, source = fields.one(iri, VP.setBy), fields.one(iri, VP.statedIn)
                rows.append(
                    MeasureRow(
                        iri=iri,
                        target=target,
                        indicator=self.ref(indicator),
                        value=fields.one(iri, SDMX.obsValue),
                        unit=fields.one(iri, SDMX.unitMeasure),
                        period=fields.one(iri, SDMX.refPeriod),
                        comparator=fields.one(iri, VP.comparator),
                        upper=fields.one(iri, VP.upper),
                        total=fields.one(iri, VP.total),
                        printed=fields.one(iri, VP.valueText),
                        scope=fields.one(iri, VP.scope),
                        set_by=self.ref(set_by) if set_by else None,
                        agency=self._refs(fields.all(iri, VP.responsible if target else VP.ofAgency)),
                        source=self.ref(source) if source else None,
                    )
                )
        return tuple(sorted(rows, key=lambda row: (row.period or "", row.iri)))

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
        for row_iri in {row["x"] for row in self._rows(f"SELECT ?x {{ ?x a <{VP.Indicator}> }}")}:
            ref = self.ref(row_iri)
            rows.append(IndicatorRow(ref, tuple(targets[row_iri]), tuple(observations[row_iri]), key(ref.label)))
        return tuple(sorted(rows, key=lambda row: row.words))

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The resources and their links, to find ways through them."""
        from kg import analytics

        return analytics.graph(self.reader)

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rows(self, query: str) -> list[dict[str, str]]:
        table = self.reader.table(query, max_rows=MOST, trusted=True)
        self.truncated = self.truncated or table.truncated
        return [{name: term.value for name, term in row.items()} for row in table]  # type: ignore[union-attr]

    def _terms(self, query: str) -> Iterable[tuple[str, str, str, str]]:
        """Rows of subject, predicate, text and its language."""
        table = self.reader.table(query, max_rows=MOST, trusted=True)
        self.truncated = self.truncated or table.truncated
        for subject, predicate, label in table.rows:
            if subject is not None and predicate is not None and label is not None:
                lang = getattr(label, "language", None) or ""
                yield subject.value, predicate.value, label.value, lang  # type: ignore[union-attr]

    def _fields(self, cls: str, properties: tuple[str, ...]) -> _Fields:
        found = _Fields()
        for row in self._rows(f"SELECT ?x {{ ?x <{RDF.type}> <{cls}> }}"):
            found.of[row["x"]] = defaultdict(list)
        for predicate in properties:  # one plain join each: the fastest way through the store
            for row in self._rows(f"SELECT ?x ?o {{ ?x <{RDF.type}> <{cls}> . ?x <{predicate}> ?o }}"):
                found.of[row["x"]][predicate].append(row["o"])
        return found

    def _counted(self, query: str) -> dict[str, int]:
        return {row["x"]: int(row["n"]) for row in self._rows(query) if "x" in row}

    def _refs(self, iris: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(sorted((self.ref(iri) for iri in iris), key=lambda ref: key(ref.label)))


def _code(iri: str | None, prefix: str) -> str | None:
    """The code of a concept of the ontology: "decision" of vp:type-decision."""
    return iri.rpartition("#")[2].removeprefix(prefix) if iri else None


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _number_key(label: str) -> str:
    """A document's number as it sorts: 52-NQ/TW before 142/QĐ-TTg."""
    digits = label[: len(label) - len(label.lstrip("0123456789"))]
    return f"{int(digits):08}{key(label[len(digits) :])}" if digits else f"~{key(label)}"
