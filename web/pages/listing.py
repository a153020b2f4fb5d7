"""One page of a list: what all lists share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from web import evidence
from web.pages.filters import Filter
from web.tables import Column, Row, Table
from web.view import View, read_day

PAGE = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list as it is shown: one page of its rows, the filters, and where it stands."""

    name: str
    title: str
    intro: str
    filters: tuple[Filter, ...]
    table: Table
    page: int
    pages: int
    total: int
    sort: str
    active: int  # filters in use
    truncated: bool
    unheard: tuple[str, ...] = ()  # what the address asks for that cannot be done
    tabs: str = ""  # the filter whose values stand above the list as well
    refused: bool = False  # whether one of these is a value of a filter, so that there is nothing to show


def page(
    view: View,
    name: str,
    columns: tuple[Column, ...],
    rows: Sequence[T],
    line: Callable[[T], Row],
    filters: Sequence[Filter],
    asked: Mapping[str, str],
    sort: str,
    every: bool,
) -> ListPage:
    """The page of a list that the address asks for, or all of it; a row of tasks brings its quotes."""
    t = view.wording
    pages = max(1, -(-len(rows) // PAGE))
    number = min(max(1, int(asked["page"])), pages) if asked.get("page", "").isdecimal() else 1
    start = 0 if every else (number - 1) * PAGE
    lines = [line(row) for row in (rows if every else rows[start : start + PAGE])]
    if name == "tasks":
        quotes = evidence.of(view.site.pages, (made.iri for made in lines if made.iri))
        lines = [replace(made, evidence=quotes.get(made.iri or "", ())) for made in lines]
    search = Filter("q", t("filter.text"), "search", asked.get("q", ""))
    used = sum(1 for f in (search, *filters) if f.value)
    table = Table(
        name=name,
        title=t(f"nav.{name}"),
        columns=columns,
        rows=tuple(lines),
        empty=t("empty.filtered") if used else t("empty.store"),
        numbered=start + 1,
    )
    return ListPage(
        name=name,
        title=t(f"nav.{name}"),
        intro=t(f"intro.{name}"),
        filters=(search, *filters),
        table=table,
        page=number,
        pages=pages,
        total=len(rows),
        sort=sort,
        active=used,
        truncated=view.catalogue.truncated,
        unheard=unheard(view, (search, *filters), asked),
        refused=any(f.unknown for f in filters),
    )


# what addresses of lists hold beside filters
_COMMON = frozenset({"page", "sort", "lang", "as_of", "format", "all", "table"})


def unheard(view: View, filters: Sequence[Filter], asked: Mapping[str, str]) -> tuple[str, ...]:
    """What the address asks for that cannot be done: values that are none, a time that ends before it begins, filters
    that there are not."""
    t = view.wording
    said = [
        t(f"filter.no_{'day' if f.kind == 'date' else 'value'}", filter=f.label, value=f.value[:80])
        for f in filters
        if f.unknown
    ]
    first, last = (next((read_day(f.value) for f in filters if f.name == name), None) for name in ("from", "to"))
    if first and last and first > last:
        said.append(t("filter.order", first=view.day(first), last=view.day(last)))
    offered = ", ".join(f.name for f in filters)
    others = set(asked) - _COMMON - {f.name for f in filters}
    said += [t("filter.no_filter", name=name[:40], offered=offered) for name in sorted(others)]
    return tuple(said)


def in_order(rows: list[T], asked: str, orders: Mapping[str, Callable[[T], Any]]) -> tuple[str, list[T]]:
    """The rows in the order asked for (a name, with - for falling), the first of them where it is unknown. Rows that an
    order has nothing to go by (its key is None) come last, rising and falling alike."""
    name = asked.removeprefix("-")
    if name not in orders:
        asked = name = next(iter(orders))
    by = orders[name]
    known = sorted((row for row in rows if by(row) is not None), key=by, reverse=asked.startswith("-"))
    return asked, [*known, *(row for row in rows if by(row) is None)]
