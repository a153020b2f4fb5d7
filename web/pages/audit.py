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
from web.pages import cells
from web.pages.chain import Item, at_once, runs, walk
from web.pages.desk import Citation, Cited, Desk, Found
from web.pages.filters import Filter, Option
from web.rows import Status
from web.tables import Badge, Cell, Row, Table
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
        self.tasks = {row.iri: row for row in view.catalogue.tasks}

    def desk(self) -> Desk:
        view = self.view
        above = tuple(self._items(self.found.above))  # the basis is shown whatever is asked about what rests on it
        below = self._kept(tuple(self._items(self.found.below)))
        if not self.link:
            above, below = self._begun(above, below)
        items = list(walk((*above, *below)))
        chosen = next((item for item in items if item.chosen), None)
        cited, sources = self._citations(items)
        found = self._findings(items, cited)
        few = at_once(len(found))
        node = self.found.node
        document = view.catalogue.document_rows.get(node.iri)
        title = (document.title if document else None) or ""
        counts: dict[str, int] = {}
        for item in items:
            counts[item.ref.kind] = counts.get(item.ref.kind, 0) + 1
        return Desk(
            asked=self.asked,
            filters=self._said(),
            root=self._ref(node),
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
            sources=sources,
            table=self._table(above, below),
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
            ordered = self.found.node.kind in BODIES and row and row.mandate  # elsewhere the chain itself tells it
            mandate = view.ref(row.mandate.iri).label if ordered else ""
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
        due = node.fields.get("due")
        row = self.tasks.get(node.iri)
        statuses = row.statuses if row else [Status(status.status, status.as_of) for status in node.statuses]
        codes = findings.of(
            leads=tuple(node.fields.get("assignees", ())),
            mandated="mandate" in node.fields,
            deadline=bool(node.fields.get("deadline") or node.fields.get("recurrence")),
            due=datetime.date.fromisoformat(str(due)) if due else None,
            statuses=statuses,
            as_of=view.as_of,
            signed=row.signed if row else (),
        )
        now = standing.at(statuses, view.as_of)
        told = (cells.told(view, now),) if now else ()
        if whose == "maybe_same":
            return told  # what is to be cleared up is told of the task that is surely meant
        if row is None:
            return (*told, *findings.badges(codes, t, ""))
        return (*told, *(cells.finding_badges(view, row, codes) if row.principal is None else ()))

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

    # ── what is printed ──────────────────────────────────────────────────────────────────────────────────────────────

    def _citations(self, items: Iterable[Item]) -> tuple[dict[str, Citation], tuple[Cited, ...]]:
        """The quotes of the links, each once, and the sources that they stand in."""
        cited: dict[str, Citation] = {}
        sources: dict[str, Cited] = {}
        for quote in (quote for item in items for quote in (*item.evidence, *item.said)):
            if quote.source not in sources:
                record = self.view.site.record(self.view.site.iris.slug(quote.source))
                sources[quote.source] = Cited(
                    number=len(sources) + 1,
                    ref=Ref(quote.source, quote.source_label, "source"),
                    date=self.view.day(quote.source_date),
                    file=record.name if record else "",
                    file_digest=record.file_digest if record else "",
                    text_digest=record.text if record else "",
                )
            if quote.iri not in cited:
                number = len(cited) + 1
                cited[quote.iri] = Citation(number, quote, self.view.place(quote), sources[quote.source].number)
        return cited, tuple(sources.values())

    def _findings(self, items: Iterable[Item], cited: Mapping[str, Citation]) -> tuple[Found, ...]:
        found: list[Found] = []
        listed: set[str] = set()
        for item in items:
            badges = tuple(badge for badge in item.badges if badge.tone in ("red", "caution"))
            if badges and item.ref.iri not in listed and item.code != "maybe_same":  # which may be another task
                listed.add(item.ref.iri)
                came = [result for result in item.items if result.code == "result" and self._issued(result)]
                told = (quote for one in (item, *came) for quote in (*one.evidence, *one.said))
                numbers = tuple(cited[iri].number for iri in dict.fromkeys(quote.iri for quote in told))
                badges += tuple(self._came(result) for result in came)
                badges += tuple(badge for one in item.items if one.code == "share" for badge in self._of_part(one))
                said = tuple(dict.fromkeys(quote.quote for quote in item.said))
                found.append(Found(len(found) + 1, item.note, item.ref, badges, numbers, said))
        return tuple(found)

    def _issued(self, result: Item) -> bool:
        """Whether a document was signed by the as-of date, as far as its day is known."""
        document = self.view.catalogue.document_rows.get(result.ref.iri)
        return document is None or not document.date or document.date[:10] <= self.view.as_of.isoformat()

    def _of_part(self, share: Item) -> Iterator[Badge]:
        """How what a part of the group does is reported to stand."""
        row = self.tasks.get(share.ref.iri)
        now = standing.at(row.statuses, self.view.as_of) if row else None
        if row and now:
            yield cells.of_share(self.view, row, cells.told(self.view, now))

    def _came(self, result: Item) -> Badge:
        """The document that came of a task with something to be cleared up."""
        day = f" ({result.note})" if result.note else ""
        return Badge(f"{result.relation}: {result.ref.label}{day}", "fine")

    def _table(self, above: Iterable[Item], below: Iterable[Item]) -> Table:
        view, t = self.view, self.view.wording

        def rows(items: Iterable[Item], side: str, level: int) -> Iterator[Row]:
            for item in items:
                row = self.tasks.get(item.ref.iri)
                yield Row(
                    (
                        Cell(side),
                        Cell(view.number(level), value=level),
                        Cell(item.relation),
                        Cell(t.of("kind", item.ref.kind)),
                        Cell(item.ref.label),
                        Cell("; ".join(ref.label for ref in row.leads)) if row else Cell(),
                        Cell("; ".join(ref.label for ref in row.helpers)) if row else Cell(),
                        cells.deadline(view, row) if row and (row.deadline or row.recurrence) else Cell(),
                        Cell(row.deliverable or "") if row else Cell(),
                        Cell(refs=view.own(row.mandate), note=row.provision or "") if row else Cell(),
                        Cell(badges=item.badges),
                        Cell(item.reason),
                        Cell("; ".join(filter(None, map(view.place, item.evidence)))),
                    ),
                    iri=item.ref.iri,
                    evidence=item.evidence,
                    said=item.said,
                )
                yield from rows(item.items, side, level + 1)

        columns = cells.columns(
            view,
            *("side", "level number", "relation", "kind", "item wide"),
            *("lead", "helpers", "deadline", "product", "mandate", "finding", "weighed wide", "place"),
        )
        lines = (*rows(above, t("audit.above"), 1), *rows(below, t("audit.below"), 1))
        title = f"{t('nav.audit')} {self._ref(self.found.node).label}"
        return Table("audit", title, columns, lines, t("empty.section"))
