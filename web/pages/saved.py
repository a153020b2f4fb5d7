"""The library of saved queries, each with a form and its answer; and the dumps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Response

from kg import queries
from kg.errors import KgError, UsageError
from kg.folding import key
from kg.identify import AmbiguousError, UnknownError
from kg.queries import Parameter, SavedQuery
from web import frame
from web.links import Ref
from web.pages.answers import answer
from web.pages.filters import Filter, Option
from web.pages.service import filled
from web.tables import Table
from web.view import View, read_day

if TYPE_CHECKING:
    import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Entry:
    """A query of the library."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Group:
    """The queries of one tag."""

    tag: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class QueryPage:
    """A saved query: what it asks, its form, and its answer."""

    name: str
    title: str
    description: str
    filters: tuple[Filter, ...]
    required: tuple[str, ...]
    hints: Mapping[str, str]
    text: str  # as the editor runs it
    given: bool
    example: str | None  # the address's query for its example
    asked: str  # the address's query for what is asked here, else for the example
    table: Table | None = None
    total: int = 0
    truncated: bool = False
    error: str = ""
    candidates: tuple[Ref, ...] = ()
    unclear: str = ""  # the parameter whose value several go by, or none


def library(view: View) -> tuple[Group, ...]:
    """All saved queries by their first tag."""
    t = view.wording
    groups: dict[str, list[Entry]] = {}
    for query in queries.saved().values():
        tag = query.tags[0] if query.tags else ""
        entry = Entry(query.name, t.pick(query.summary) or query.name, t.pick(query.description))
        groups.setdefault(tag, []).append(entry)
    return tuple(
        Group(t.of("tag", tag)[:1].upper() + t.of("tag", tag)[1:], tuple(sorted(of, key=lambda e: key(e.title))))
        for tag, of in sorted(groups.items(), key=lambda group: key(t.of("tag", group[0])))
    )


def page(view: View, name: str, asked: Mapping[str, str]) -> QueryPage:
    """A saved query with its form, and its answer where the values suffice."""
    query = queries.find(name)
    t = view.wording
    given = {p.name: asked[p.name].strip() for p in query.parameters if asked.get(p.name, "").strip()}
    for parameter in query.parameters:
        day = read_day(given.get(parameter.name, "")) if parameter.type == "date" else None
        if day:
            given[parameter.name] = day.isoformat()
    if any(p.name == "date" and p.name not in given and not p.default for p in query.parameters):
        given.setdefault("date", view.as_of.isoformat())
    if any(p.name == "lang" for p in query.parameters):
        given["lang"] = view.lang
    filters = tuple(
        _control(view, p, given.get(p.name) or p.default or "") for p in query.parameters if p.name != "lang"
    )
    missing = [p for p in query.parameters if p.required and not given.get(p.name) and not p.default]
    table, error, truncated, total = None, "", False, 0
    candidates: tuple[Ref, ...] = ()
    unclear = ""
    if not missing:
        try:
            found = queries.table(view.site.endpoint, query, given)
            total, truncated = len(found), found.truncated
            table = answer(view, query, found.variables, found.rows)
        except (AmbiguousError, UnknownError) as problem:
            error, candidates = view.unnamed(problem)
            unclear = next((name for name, value in given.items() if value == problem.text), "")
        except UsageError as problem:
            error = view.said(problem)
    from urllib.parse import urlencode

    example = urlencode(query.example) if query.example and query.parameters else None
    return QueryPage(
        name=name,
        title=t.pick(query.summary) or name,
        description=t.pick(query.description),
        filters=filters,
        required=tuple(p.name for p in query.parameters if p.required),
        hints={p.name: p.example for p in query.parameters if p.example},
        text=_bound(view, query, given) if not missing and not error else filled(name),
        given=bool(given),
        example=example,
        asked=urlencode(given) if table else example or "",
        table=table,
        total=total,
        truncated=truncated,
        error=error,
        candidates=candidates,
        unclear=unclear,
    )


def _bound(view: View, query: SavedQuery, given: Mapping[str, str]) -> str:
    from kg.binding import bind

    text = bind(query.text, queries.values(query, given, view.site.release))
    return "\n".join(line for line in text.splitlines() if not line.startswith("#+")).strip() + "\n"


def _control(view: View, parameter: Parameter, value: str) -> Filter:
    t = view.wording
    label = t.pick(parameter.label) or parameter.name
    kind = "date" if parameter.type == "date" else "text"
    options: Sequence[tuple[str, str]] = ()
    with suppress(KgError):  # then any value may be typed
        options = queries.choices(view.site.pages, parameter) or _offered(view, parameter)
    if parameter.choices:
        kind = "select"
    return Filter(parameter.name, label, kind, value, tuple(Option(v, name) for v, name in options))


def _offered(view: View, parameter: Parameter) -> list[tuple[str, str]]:
    """The values that a form suggests for a resource: names that the store knows."""
    catalogue = view.catalogue
    if parameter.type in ("document", "instrument"):
        names = [row.ref.label for row in catalogue.documents if " (" not in row.ref.label]
    elif parameter.type == "agency":
        names = [row.ref.label for row in sorted(catalogue.bodies, key=lambda r: -(r.led + r.helped + r.issued))]
    elif parameter.type == "indicator":
        names = [row.ref.label for row in catalogue.indicators]
    else:
        return []
    return [(name, "") for name in names[:400]]


def described(query: SavedQuery) -> dict[str, Any]:
    """A saved query as the API lists it."""
    return {
        "name": query.name,
        "href": frame.at(f"/api/queries/{query.name}"),
        "summary": dict(query.summary),
        "description": dict(query.description),
        "tags": list(query.tags),
        "parameters": [
            {
                "name": p.name,
                "type": p.type,
                "label": dict(p.label),
                "required": p.required,
                "default": p.default,
                "choices": list(p.choices),
                "example": p.example,
            }
            for p in query.parameters
        ],
        "example": dict(query.example or {}),
    }


@dataclass(frozen=True, slots=True)
class Dump:
    """Something that can be taken away, with its forms: each a name and an address."""

    label: str
    note: str
    forms: tuple[tuple[str, str], ...]


def dumps(view: View) -> tuple[Dump, ...]:
    """The whole graph, the lists, and what describes and answers for them."""
    t = view.wording
    graph = tuple((name, f"/data/graph.{suffix}") for suffix, name in _FORMS)
    return (
        Dump(t("dump.graph"), t("dump.graph.note"), graph),
        *(
            Dump(
                t(f"nav.{name}"),
                t(f"dump.{name}.note"),
                tuple((form.upper(), f"/{name}?format={form}") for form in ("xlsx", "csv")),
            )
            for name in ("documents", "tasks", "agencies", "indicators")
        ),
        Dump("SPARQL", t("dump.sparql.note"), (("SPARQL", "/sparql"),)),
        Dump("API", t("dump.api.note"), (("OpenAPI", "/api/openapi.json"),)),
        Dump(t("dump.void"), t("dump.void.note"), (("VoID", "/.well-known/void"),)),
    )


_FORMS = (("nt", "N-Triples"), ("nq", "N-Quads"))


def dump(view: View, suffix: str) -> Response:
    """All triples of the current release, as they are read: N-Triples of the default graph, N-Quads of the sources'."""
    import pyoxigraph as ox

    from kg.reader import MEDIA_TYPES
    from kg.releases import reading

    release = view.site.release
    quads = suffix == "nq"

    def parts() -> Iterator[bytes]:
        with reading(release):
            store = ox.Store.read_only(str(release.store))
            found = store.quads_for_pattern(None, None, None, None if quads else ox.DefaultGraph())
            lines = (f"{quad} .\n" if quads else f"{quad.triple} .\n" for quad in found if not quads or _named(quad))
            while batch := "".join(itertools.islice(lines, 4000)):
                yield batch.encode()

    headers = {"Content-Disposition": f'attachment; filename="graph-{release.number}.{suffix}"'}
    return Response(parts(), content_type=MEDIA_TYPES["nquads" if quads else "ntriples"], headers=headers)


def _named(quad: ox.Quad) -> bool:
    import pyoxigraph as ox

    return not isinstance(quad.graph_name, ox.DefaultGraph) and not quad.graph_name.value.startswith("urn:")
