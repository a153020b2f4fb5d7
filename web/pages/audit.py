"""The audit desk: the chain from a document, programme, task or agency, its findings, and the evidence of each link."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from kg import standing, wording
from kg.errors import UsageError
from kg.folding import key
from kg.identify import BODIES, AmbiguousError, UnknownError, identify
from kg.trace import Link, Trace, trace
from kg.trace_gather import Evidence, Node
from web import findings, formats
from web.links import Ref, short
from web.pages import audit_print, cells
from web.pages.chain import Item, at_once, runs, walk
from web.pages.desk import Desk
from web.pages.filters import Filter, Option
from web.rows import Status
from web.tables import Badge
from web.view import View

SHOWN = ("all", "tasks", "targets", "findings")
_PLURALS = {"agency": "agencies"}
DEPTHS = ("1", "2", "3", "4", "5")


def desk(view: View, asked: Mapping[str, str]) -> Desk:
    """The desk as the address says."""
    t = view.wording
    text = asked.get("id", "").strip()[:300]
    depth = asked.get("depth", "3") if asked.get("depth") in DEPTHS else "3"
    show = asked.get("show", "all") if asked.get("show") in SHOWN else "all"
    filters = (
        Filter("id", t("audit.id"), "search", text),
        Filter("show", t("audit.show"), "select", show, tuple(Option(s, t(f"audit.show.{s}")) for s in SHOWN)),
        Filter("depth", t("audit.depth"), "select", depth, tuple(Option(d, d) for d in DEPTHS)),
        Filter("agency", t("column.lead"), "text", asked.get("agency", "")),
    )
    if not text:
        return Desk("", filters, suggestions=_suggestions(view))
    try:
        found = trace(view.site.pages, text, base=view.site.base, depth=int(depth))
    except (AmbiguousError, UnknownError) as problem:
        several = isinstance(problem, AmbiguousError)
        error, candidates = view.unnamed(problem)
        return Desk(
            text,
            filters,
            error=error,
            status=300 if several else 404,
            candidates=candidates,
            suggestions=() if several else _suggestions(view),
        )
    except UsageError as problem:
        return Desk(text, filters, error=view.said(problem), status=400, suggestions=_suggestions(view))
    return _Chain(view, found, text, filters, show, key(asked.get("agency", "")), asked.get("link", "")).desk()


def _suggestions(view: View) -> tuple[tuple[Ref, str], ...]:
    t = view.wording
    rows = sorted(view.catalogue.documents, key=lambda row: -row.tasks)[:8]
    return tuple((view.ref(row.ref.iri), t("count.tasks", n=view.number(row.tasks))) for row in rows if row.tasks)


class _Chain:
    """Names the links of a trace and tells what is remarkable about each."""

    def __init__(
        self, view: View, found: Trace, asked: str, filters: tuple[Filter, ...], show: str, agency: str, link: str
    ) -> None:
        self.view, self.found, self.asked, self.filters = view, found, asked, filters
        self.show, self.agency = show, agency
        self.link = link
        self.tasks = view.catalogue.task_rows

    def desk(self) -> Desk:
        view = self.view
        above = tuple(self._items(self.found.above))  # the basis is shown whatever is asked about what rests on it
        below = self._kept(tuple(self._items(self.found.below)))
        if not self.link:
            above, below = self._begun(above, below)
        items = list(walk((*above, *below)))
        chosen = next((item for item in items if item.chosen), None)
        cited, sources = audit_print.citations(view, items)
        found = audit_print.points(view, items, cited)
        few = at_once(len(found))
        node = self.found.node
        root = self._ref(node)
        document = view.catalogue.document_rows.get(node.iri)
        title = (document.title if document else None) or ""
        counts: dict[str, int] = {}
        for item in items:
            counts[item.ref.kind] = counts.get(item.ref.kind, 0) + 1
        return Desk(
            asked=self.asked,
            filters=self._said(),
            root=root,
            kind=node.kind,
            subject=title[:1].upper() + title[1:],
            above=runs(above),
            below=runs(below),
            chosen=chosen,
            lost=bool(self.link) and chosen is None,
            counts=tuple(
                wording.counted(_PLURALS.get(kind, f"{kind}s"), count, view.lang) for kind, count in counts.items()
            ),
            findings=found[:few],
            more=found[few:],
            citations=tuple(cited.values()),
            numbers={iri: citation.number for iri, citation in cited.items()},
            sources=sources,
            table=audit_print.table(view, root, above, below),
        )

    def _begun(self, above: tuple[Item, ...], below: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Both sides with the first link chosen that brings its sentence: of what is ordered, else of the basis."""
        first = next((item for item in (*below, *above) if item.evidence), None)
        chosen = ((replace(item, chosen=item is first) for item in side) for side in (above, below))
        return tuple(next(chosen)), tuple(next(chosen))

    def _said(self) -> tuple[Filter, ...]:
        """The controls, with the document named as people name it rather than by its address."""
        first, *others = self.filters
        for name in (self.found.node.label, f"{self.found.node.label}@{self.found.node.fields.get('date', '')}"):
            with suppress(UsageError):
                if identify(self.view.site.release, name).iri == self.found.node.iri:
                    return (replace(first, value=name), *others)
        return self.filters

    def _items(self, links: Iterable[Link], parent: str = "") -> Iterator[Item]:
        t, base = self.view.wording, self.view.site.base
        for link in links:
            name = short(link.node.iri, base)
            named = "~".join(filter(None, (parent, link.relation, name)))
            yield Item(
                key=named,
                code=link.relation,
                relation=t.of("relation", link.relation),
                ref=self._ref(link.node),
                note=self._note(link.node),
                badges=self._badges(link.node, whose=link.relation),
                evidence=link.evidence,
                items=tuple(self._items(link.links, name)),
                seen=link.seen,
                chosen=named == self.link,
                reason=link.reason[self.view.lang == "en"],
                said=self._said_of(link.node),
            )

    def _ref(self, node: Node) -> Ref:
        if node.iri in self.view.catalogue.labels:
            ref = self.view.ref(node.iri)
            if node.kind not in ("target", "observation"):
                return ref
        label = node.label
        if node.kind in ("target", "observation"):
            amount = self._amount(node)
            label = f"{label}: {amount}" if amount else label
        return Ref(node.iri, label[:1].upper() + label[1:], node.kind)

    def _amount(self, node: Node) -> str:
        fields = {name: value for name, value in node.fields.items() if isinstance(value, str)}
        return formats.amount(
            fields.get("value"),
            fields.get("unit"),
            self.view.lang,
            comparator=fields.get("comparator"),
            upper=fields.get("upper"),
            total=fields.get("total"),
        )

    def _note(self, node: Node) -> str:
        view, fields = self.view, node.fields
        if node.kind == "task":
            row = self.tasks.get(node.iri)
            leads = "; ".join(self._leads(node.iri) or fields.get("assignees", ()))
            when = cells.deadline(view, row).text if row and (row.deadline or row.recurrence) else ""
            ordered = row.mandate if row and self.found.node.kind in BODIES else None  # elsewhere the chain tells it
            mandate = view.ref(ordered.iri).label if ordered else ""
            return " · ".join(part for part in (leads, when, mandate) if part)
        if node.kind in ("target", "observation"):
            return view.period(str(fields["period"])) if "period" in fields else ""
        day = view.day(str(fields["date"])) if "date" in fields else ""
        day = "" if f"({day})" in self._ref(node).label else day  # told already, where several bear the name
        return " · ".join(filter(None, (cells.law_name(view.catalogue.document_rows.get(node.iri)), day)))

    def _leads(self, task: str) -> tuple[str, ...]:
        """The names of the bodies that lead a task."""
        row = self.tasks.get(task)
        return tuple(ref.label for ref in self.view.several(row.leads)) if row else ()

    def _badges(self, node: Node, whose: str) -> tuple[Badge, ...]:
        view, t = self.view, self.view.wording
        if node.kind != "task":
            return ()
        row = self.tasks.get(node.iri)
        statuses = row.statuses if row else [Status(status.status, status.as_of) for status in node.statuses]
        now = standing.at(statuses, view.as_of)
        told = (cells.told(view, now),) if now else ()
        if whose == "maybe_same":
            return told  # what is to be cleared up is told of the task that is surely meant
        if row:
            return (*told, *cells.finding_badges(view, row, findings.of_row(row, view.as_of)))
        due = node.fields.get("due")
        codes = findings.of(  # beyond what the lists hold
            leads=tuple(node.fields.get("assignees", ())),
            mandated="mandate" in node.fields,
            deadline=bool(node.fields.get("deadline") or node.fields.get("recurrence")),
            due=datetime.date.fromisoformat(str(due)) if due else None,
            statuses=statuses,
            as_of=view.as_of,
        )
        return (*told, *findings.badges(codes, t, ""))

    def _said_of(self, node: Node) -> tuple[Evidence, ...]:
        """The sentences of the report that tells how a task stands now: those of the source that the badge names."""
        now = standing.at(node.statuses, self.view.as_of)
        return now.evidence if now else ()

    # ── filters ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _kept(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items that the filters keep, and those above them."""
        kept = []
        for item in items:
            inner = self._kept(item.items)
            if inner or self._fits(item):
                kept.append(replace(item, items=inner))
        return tuple(kept)

    def _fits(self, item: Item) -> bool:
        if self.agency and not any(self.agency in key(name) for name in self._leads(item.ref.iri)):
            return False
        if self.show == "tasks":
            return item.ref.kind == "task"
        if self.show == "targets":
            return item.ref.kind in ("target", "observation")
        if self.show == "findings":
            return any(badge.tone in ("red", "caution") for badge in item.badges)
        return True
