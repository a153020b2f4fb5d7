"""The search page: what a text finds, by kind."""

from __future__ import annotations

from dataclasses import dataclass

from kg.search import Hit
from web.links import Ref
from web.pages import cells
from web.view import View

FEW, MANY = 6, 100  # hits of a kind beside others, and alone


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind: how many in all, and the best of them."""

    kind: str
    label: str
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """What a text found. `kinds` are all that it found something of, `shown` those on the page."""

    text: str
    total: int = 0
    kinds: tuple[Found, ...] = ()
    shown: tuple[Found, ...] = ()
    kind: str = ""


def finds(view: View, text: str, kind: str = "") -> Finds:
    """What a text finds; more of one kind where the address names it."""
    groups = view.site.search().by_kind(text, limit=MANY if kind else FEW) if text else []
    kinds = tuple(Found(name, view.wording.several(name), count, tuple(hits)) for name, count, hits in groups)
    chosen = tuple(found for found in kinds if found.kind == kind)
    return Finds(text, sum(found.count for found in kinds), kinds, chosen or kinds, kind if chosen else "")


def name(view: View, hit: Hit) -> Ref:
    """A hit by its name in the page's language; a record by its text."""
    if hit.kind in ("task", "target", "observation", "quote"):
        return Ref(hit.iri, hit.label[:1].upper() + hit.label[1:], hit.kind)
    return view.ref(hit.iri)


def detail(view: View, hit: Hit) -> str:
    """What stands beside a hit's name: its date, period or value, as the language writes them."""
    measure = view.catalogue.measure_rows.get(hit.iri) if hit.kind in ("target", "observation") else None
    if measure:
        period = view.period(measure.period)
        return " ".join(filter(None, (cells.measure(view, measure).text, f"({period})" if period else "")))
    if hit.kind == "agency" and " – " in hit.detail:
        first, last = (view.day(day) if day != "…" else "" for day in hit.detail.split(" – "))
        return (
            f"{first} – {last}"
            if first and last
            else view.wording("life.since" if first else "life.until", day=first or last)
        )
    return view.period(hit.detail) if hit.kind in ("document", "task", "source") else view.dated(hit.detail)
