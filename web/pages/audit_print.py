"""What the audit desk prints and exports of a chain: citations with their sources, points to clear up, a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg import standing
from web.links import Ref
from web.pages import cells
from web.pages.chain import Item
from web.pages.desk import Citation, Cited, Found
from web.tables import Badge, Cell, Row, Table
from web.view import View


def citations(view: View, items: Iterable[Item]) -> tuple[dict[str, Citation], tuple[Cited, ...]]:
    """The quotes of the links, each once, and the sources that they stand in."""
    cited: dict[str, Citation] = {}
    sources: dict[str, Cited] = {}
    for quote in (quote for item in items for quote in (*item.evidence, *item.said)):
        if quote.source not in sources:
            record = view.site.record(view.site.iris.slug(quote.source))
            sources[quote.source] = Cited(
                number=len(sources) + 1,
                ref=Ref(quote.source, quote.source_label, "source"),
                date=view.day(quote.source_date),
                file=record.name if record else "",
                file_digest=record.file_digest if record else "",
                text_digest=record.text if record else "",
            )
        if quote.iri not in cited:
            number = len(cited) + 1
            cited[quote.iri] = Citation(number, quote, view.place(quote), sources[quote.source].number)
    return cited, tuple(sources.values())


def points(view: View, items: Iterable[Item], cited: Mapping[str, Citation]) -> tuple[Found, ...]:
    """What is to be cleared up along a chain, each task once, with the numbers of the citations that tell of it."""
    found: list[Found] = []
    listed: set[str] = set()
    for item in items:
        badges = tuple(badge for badge in item.badges if badge.tone in ("red", "caution"))
        if badges and item.ref.iri not in listed and item.code != "maybe_same":  # which may be another task
            listed.add(item.ref.iri)
            came = [result for result in item.items if result.code == "result" and _issued(view, result)]
            told = (quote for one in (item, *came) for quote in (*one.evidence, *one.said))
            numbers = tuple(cited[iri].number for iri in dict.fromkeys(quote.iri for quote in told))
            badges += tuple(_came(result) for result in came)
            badges += tuple(badge for one in item.items if one.code == "share" for badge in _of_part(view, one))
            said = tuple(dict.fromkeys(quote.quote for quote in item.said))
            found.append(Found(len(found) + 1, item.note, item.ref, badges, numbers, said))
    return tuple(found)


def _issued(view: View, result: Item) -> bool:
    """Whether a document was signed by the as-of date, as far as its day is known."""
    document = view.catalogue.document_rows.get(result.ref.iri)
    return document is None or not document.date or document.date[:10] <= view.as_of.isoformat()


def _of_part(view: View, share: Item) -> Iterator[Badge]:
    """How what a part of the group does is reported to stand."""
    row = view.catalogue.task_rows.get(share.ref.iri)
    now = standing.at(row.statuses, view.as_of) if row else None
    if row and now:
        yield cells.of_share(view, row, cells.told(view, now))


def _came(result: Item) -> Badge:
    """The document that came of a task with something to be cleared up."""
    day = f" ({result.note})" if result.note else ""
    return Badge(f"{result.relation}: {result.ref.label}{day}", "fine")


def table(view: View, root: Ref, above: Iterable[Item], below: Iterable[Item]) -> Table:
    """A chain as a table for spreadsheets: a row for each link, on which side and how far from the root it stands."""
    t = view.wording

    def rows(items: Iterable[Item], side: str, level: int) -> Iterator[Row]:
        for item in items:
            row = view.catalogue.task_rows.get(item.ref.iri)
            yield Row(
                (
                    Cell(side),
                    Cell(view.number(level), value=level),
                    Cell(item.relation),
                    Cell(t.of("kind", item.ref.kind)),
                    Cell(item.ref.label),
                    Cell(refs=view.several(row.leads)) if row else Cell(),
                    Cell(refs=view.several(row.helpers)) if row else Cell(),
                    cells.deadline(view, row) if row and (row.deadline or row.recurrence) else Cell(),
                    Cell(row.deliverable or "") if row else Cell(),
                    Cell(refs=view.own(row.mandate)) if row else Cell(),
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
    title = f"{t('nav.audit')} {root.label}"
    return Table("audit", title, columns, lines, t("empty.section"))
