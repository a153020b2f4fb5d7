"""The rows of documents and of tasks, as the store tells them."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg import standing
from kg.folding import key
from kg.standards import DCTERMS, ELI, OA, SCHEMA
from kg.vocabulary import VP
from web.rows import DocumentRow, Status, TaskRow
from web.stored import code

if TYPE_CHECKING:
    from web.catalogue import Catalogue


def documents(of: Catalogue) -> tuple[DocumentRow, ...]:
    """All documents, the newest first."""
    properties = (
        ELI.type_document, ELI.passed_by, ELI.date_document, VP.documentStatus,
        ELI.first_date_entry_in_force, ELI.date_no_longer_in_force,
    )  # fmt: skip
    fields = of.stored.fields(VP.Document, properties)
    titles = _titles(of)
    tasks = of.stored.counted(  # once, however often a source tells of it, and what part of a group does not apart
        f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{VP.mandatedBy}> ?x "
        f"MINUS {{ ?t <{VP.principalTask}>|<{VP.shareOf}> ?p . ?p <{VP.mandatedBy}> ?x }} }} GROUP BY ?x"
    )
    targets = of.stored.counted(f"SELECT ?x (COUNT(?t) AS ?n) {{ ?t <{VP.setBy}> ?x }} GROUP BY ?x")
    cited: Counter[str] = Counter()
    for predicate in (VP.refersTo, ELI.based_on, VP.implements, VP.guides):
        cited.update(of.stored.counted(f"SELECT ?x (COUNT(DISTINCT ?m) AS ?n) {{ ?m <{predicate}> ?x }} GROUP BY ?x"))
    rows = []
    for iri in fields.of:
        ref = of.ref(iri)
        issuer = fields.one(iri, ELI.passed_by)
        date = fields.one(iri, ELI.date_document)
        title = titles.get(iri)
        in_slug = of.iris.slug(iri).partition("/")[0]
        rows.append(
            DocumentRow(
                ref=ref,
                name=number_key(ref.label),
                type=code(fields.one(iri, ELI.type_document), "type-"),
                title=title,
                issuer=of.ref(issuer) if issuer else None,
                date=date,
                year=date[:4] if date else (in_slug if in_slug.isdecimal() else None),
                status=code(fields.one(iri, VP.documentStatus), "document-"),
                effective=fields.one(iri, ELI.first_date_entry_in_force),
                expires=fields.one(iri, ELI.date_no_longer_in_force),
                cited=cited[iri],
                tasks=tasks.get(iri, 0),
                targets=targets.get(iri, 0),
                words=key(f"{ref.label} {title or ''} {of.names([issuer]) if issuer else ''}"),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.date or row.year or "", row.name), reverse=True))


def _titles(of: Catalogue) -> dict[str, str]:
    """Each document's title: as its own text has it, else as most documents do, else as most of the press."""
    own, kinds = of.texts, of.source_kinds
    told: dict[str, dict[str, list[tuple[bool, bool]]]] = defaultdict(lambda: defaultdict(list))
    for row in of.stored.rows(f"SELECT ?s ?x ?o {{ GRAPH ?s {{ ?x <{DCTERMS.title}> ?o }} }}"):
        told[row["x"]][row["o"]].append((own.get(row["s"]) == row["x"], kinds.get(row["s"]) == "original"))

    def rank(titles: Mapping[str, list[tuple[bool, bool]]], title: str) -> tuple[int, int, int, str]:
        by = titles[title]
        return -sum(mine for mine, _ in by), -sum(official for _, official in by), -len(by), title

    return {iri: min(titles, key=lambda title: rank(titles, title)) for iri, titles in told.items()}


def tasks(of: Catalogue) -> tuple[TaskRow, ...]:
    """All tasks, by source and position."""
    properties = (
        DCTERMS.description, VP.leadAgency, VP.cooperatingAgency, VP.mandatedBy, VP.provisionText, VP.directedBy,
        VP.deadline, VP.deadlineText, VP.due, VP.recurrence, VP.deliverable, VP.about, VP.order, VP.evidence,
        VP.principalTask, VP.shareOf,
    )  # fmt: skip
    fields = of.stored.fields(VP.Task, properties)
    statuses, signed = _statuses(of), _signed(of)
    rows = []
    for iri in fields.of:
        evidence = fields.one(iri, VP.evidence)
        source = evidence.partition("#")[0] if evidence else None
        leads, helpers = (
            of.refs(fields.all(iri, VP.leadAgency)),
            of.refs(fields.all(iri, VP.cooperatingAgency)),
        )
        mandate = fields.one(iri, VP.mandatedBy)
        director = fields.one(iri, VP.directedBy)
        text = fields.one(iri, DCTERMS.description) or ""
        due = fields.one(iri, VP.due)
        order = fields.one(iri, VP.order)
        names = of.names([ref.iri for ref in (*leads, *helpers)] + ([mandate] if mandate else []))
        rows.append(
            TaskRow(
                iri=iri,
                text=text,
                leads=leads,
                helpers=helpers,
                mandate=of.ref(mandate) if mandate else None,
                provision=fields.one(iri, VP.provisionText),
                director=of.ref(director) if director else None,
                deadline=fields.one(iri, VP.deadline),
                deadline_text=fields.one(iri, VP.deadlineText),
                due=_date(due),
                recurrence=fields.one(iri, VP.recurrence),
                deliverable=fields.one(iri, VP.deliverable),
                statuses=tuple(standing.in_order(statuses.get(iri, ()))),
                pillars=of.refs(fields.all(iri, VP.about)),
                source=of.ref(source) if source else None,
                principal=fields.one(iri, VP.principalTask),
                share_of=fields.one(iri, VP.shareOf),
                signed=tuple(sorted(signed[iri].values())),
                position=(source or "", int(order) if order else 0),
                words=key(f"{text} {names} {fields.one(iri, VP.deliverable) or ''}"),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.position))


def _statuses(of: Catalogue) -> dict[str, list[Status]]:
    """How each task stood, as the sources report."""
    statuses: dict[str, list[Status]] = defaultdict(list)
    for row in of.stored.rows(
        f"SELECT DISTINCT ?x ?s ?d ?p ?source {{ ?x <{VP.hasStatus}> ?r . ?r <{VP.status}> ?s "
        f"OPTIONAL {{ ?r <{VP.asOf}> ?d }} OPTIONAL {{ ?r <{VP.evidence}>/<{OA.hasSource}> ?source "
        f"OPTIONAL {{ ?source <{SCHEMA.datePublished}> ?p }} }} }} ORDER BY ?source"
    ):
        by = of.ref(row["source"]) if "source" in row else None
        status = Status(code(row["s"], "status-") or row["s"], row.get("d") or row.get("p"), by)
        if status not in statuses[row["x"]]:
            statuses[row["x"]].append(status)
    return statuses


def _signed(of: Catalogue) -> dict[str, dict[str, str]]:
    """The documents that surely came of each task, with their day as far as it is known."""
    signed: dict[str, dict[str, str]] = defaultdict(dict)
    for row in of.stored.rows(
        f"SELECT ?x ?r ?d {{ ?x <{VP.resultDocument}> ?r OPTIONAL {{ ?r <{ELI.date_document}> ?d }} }} ORDER BY ?d"
    ):
        signed[row["x"]].setdefault(row["r"], row.get("d", ""))
    return signed


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def number_key(label: str) -> str:
    """A document's number as it sorts: 52-NQ/TW before 142/QĐ-TTg."""
    digits = label[: len(label) - len(label.lstrip("0123456789"))]
    return f"{int(digits):08}{key(label[len(digits) :])}" if digits else f"~{key(label)}"
