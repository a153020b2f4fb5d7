"""The link diagram: which resources an address shows, the links between them, and what one of them can open.

An address holds where to start (`node`, several may be), what was opened (`open`: a resource, ~, a relation), and what
is hidden; from it the same view comes every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.standards import OA
from kg.trace_gather import Evidence
from kg.vocabulary import VP
from web.layout import Placed, place
from web.links import Ref
from web.pages import resources
from web.pages.cells import law_name, measure
from web.pages.graph_links import CODES, EDGES, LATER, Neighbours
from web.pages.parts import ResourcePage
from web.view import View

CAP = 300  # nodes
AT_ONCE = 40  # neighbours that one opening adds
FIRST = 14  # neighbours of one relation that a view starts with

KINDS = (
    "document",
    "programme",
    "task",
    "target",
    "observation",
    "indicator",
    "agency",
    "official",
    "pillar",
    "source",
)
GLYPHS = {
    "document": "■", "programme": "◖", "agency": "●", "official": "◗", "task": "▲", "target": "◆", "indicator": "◇",
    "observation": "▮", "pillar": "❙", "source": "□",
}  # fmt: skip
_ALIKE = {"office": "agency", "group": "agency"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A link as it is drawn: from the subject to the object."""

    source: str
    code: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What a resource can open: a relation, how many it leads to, and how many of them are shown."""

    code: str
    label: str
    count: int
    shown: int
    kinds: tuple[str, ...] = ()  # of what it leads to


@dataclass(frozen=True, slots=True)
class Shown:
    """A node as it is drawn and listed."""

    ref: Ref
    kind: str
    placed: Placed
    note: str
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A view of the graph."""

    nodes: tuple[Shown, ...]
    edges: tuple[Edge, ...]
    chosen: str | None
    cut: int = 0  # neighbours that were left out
    hidden: tuple[str, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    path: tuple[str, ...] = ()
    way: str = ""  # what became of the way that was asked for
    error: str = ""
    query: str = ""


def diagram(view: View, asked: Mapping[str, Sequence[str]]) -> Diagram:
    """The view that an address asks for."""
    starts, error = _starts(view, asked)
    if not starts:
        return Diagram((), (), None, error=error)
    neighbours = Neighbours(view)
    shown = dict.fromkeys(starts)
    cut = 0
    opened = [tuple(entry.rpartition("~")[::2]) for entry in asked.get("open", ())]
    if not asked.get("bare") and len(starts) == 1:
        for code, found in neighbours.of(starts[0]).items():
            if code not in LATER:
                cut += _add(shown, found, FIRST)
    for name, code in opened[:200]:
        iri = _iri(view, name)
        more = neighbours.of(iri).get(code, []) if iri in shown else []
        cut += _add(shown, more, AT_ONCE)
    path, way = _path(view, starts[0], asked.get("to", [""])[0].strip())
    for iri in path:
        shown.setdefault(iri)
    hidden = tuple(kind for kind in KINDS if kind in asked.get("hide", ()))
    visible = [iri for iri in shown if _kind(view, iri) not in hidden or iri in starts][:CAP]
    neighbours.load(visible)
    edges = _edges(view, neighbours, visible)
    placed = place(
        visible, [(e.source, e.target) if EDGES[CODES[e.code]][1] == "s" else (e.target, e.source) for e in edges]
    )
    counts: dict[str, int] = {}
    for iri in shown:
        counts[_kind(view, iri)] = counts.get(_kind(view, iri), 0) + 1
    names = _labels(view, visible)
    there = set(visible)
    nodes = tuple(_shown(view, iri, names, placed[iri], neighbours, there) for iri in visible)
    chosen = _iri(view, asked["chosen"][0]) if asked.get("chosen") else starts[0]
    return Diagram(
        nodes=nodes,
        edges=edges,
        chosen=chosen if chosen in visible else starts[0],
        cut=cut + max(0, len(shown) - CAP),
        hidden=hidden,
        kinds=tuple((kind, counts[kind]) for kind in KINDS if kind in counts),
        path=tuple(path),
        way=way,
        error=error,
        query=_query(visible),
    )


def _starts(view: View, asked: Mapping[str, Sequence[str]]) -> tuple[list[str], str]:
    """The resources that a view starts from: as asked, else those of a source, else the document with most tasks."""
    known = [_iri(view, name) for name in asked.get("node", ())][:CAP]
    found = [iri for iri in known if _exists(view, iri)]
    if known:
        return found, "" if len(found) == len(known) else view.wording("graph.unknown")
    if asked.get("source"):
        source = view.site.iris.of("source", asked["source"][0])
        rows = (
            view.site.pages.rows(
                f"SELECT DISTINCT ?x {{ {{ ?e <{OA.hasSource}> <{source}> . ?m <{VP.evidence}> ?e ; "
                f"<{VP.refersTo}> ?x }} UNION {{ ?e <{OA.hasSource}> <{source}> . "
                f"?x a <{VP.Task}> ; <{VP.evidence}> ?e }} }} ORDER BY ?x LIMIT 80"
            )
            if _exists(view, source)
            else []
        )
        return [row["x"] for row in rows], "" if rows else view.wording("graph.unknown")
    best = max(view.catalogue.documents, key=lambda row: (row.tasks, row.cited), default=None)
    return ([best.ref.iri] if best else []), ""


def _exists(view: View, iri: str) -> bool:
    import pyoxigraph as ox

    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return False
    return bool(view.site.iris.kind(iri)) and view.site.pages.ask(f"ASK {{ {node} ?p ?o }}", trusted=True)


def _iri(view: View, name: str) -> str:
    return name if name.startswith(("http://", "https://")) else f"{view.site.base}id/{name}"


def _kind(view: View, iri: str) -> str:
    kind = view.site.iris.kind(iri) or "other"
    return _ALIKE.get(kind, kind)


def _add(shown: dict[str, None], found: Iterable[str], most: int) -> int:
    """Shows resources up to a number; how many were left out."""
    new = [iri for iri in found if iri not in shown]
    room = max(0, min(most, CAP - len(shown)))
    shown.update(dict.fromkeys(new[:room]))
    return len(new[room:])


def _edges(view: View, neighbours: Neighbours, visible: Sequence[str]) -> tuple[Edge, ...]:
    there = set(visible)
    found = []
    for iri in visible:
        for code, others in neighbours.of(iri).items():
            if not code.endswith(".in"):
                label = view.wording(f"edge.{code}")
                found += [Edge(iri, code, other, label) for other in others if other in there and other != iri]
    return tuple(found)


def _labels(view: View, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The label and the note of each resource."""
    tasks, measures = view.catalogue.task_rows, view.catalogue.measure_rows
    documents = view.catalogue.document_rows
    found = {}
    for iri in iris:
        if iri in tasks:
            text = tasks[iri].text
            found[iri] = text[:1].upper() + text[1:], view.period(tasks[iri].deadline)
        elif iri in measures:
            row = measures[iri]
            found[iri] = f"{row.indicator.label}: {measure(view, row).text}", view.period(row.period)
        else:
            named = (law_name(documents.get(iri)), view.ref(iri).label)
            found[iri] = " ".join(filter(None, named)), view.day(documents[iri].date if iri in documents else None)
    return found


def _shown(
    view: View, iri: str, names: Mapping[str, tuple[str, str]], placed: Placed, neighbours: Neighbours, there: set[str]
) -> Shown:
    label, note = names[iri]
    relations = tuple(
        Relation(
            code,
            view.wording(f"edge.{code}"),
            len(others),
            sum(other in there for other in others),
            tuple(sorted({_kind(view, other) for other in others})),
        )
        for code, others in neighbours.of(iri).items()
    )
    return Shown(Ref(iri, label, view.site.iris.kind(iri) or "other"), _kind(view, iri), placed, note, relations)


def _path(view: View, start: str, to: str) -> tuple[list[str], str]:
    """The resources on the shortest way to what goes by a name, and what became of looking for it."""
    if not to:
        return [], ""
    from kg import analytics
    from kg.errors import UsageError
    from kg.identify import AmbiguousError, UnknownError, identify

    try:
        end = identify(view.site.release, to).iri
    except (AmbiguousError, UnknownError) as problem:
        said, candidates = view.unnamed(problem)
        return [], " ".join((said, "; ".join(ref.label for ref in candidates))).strip()
    except UsageError as problem:
        return [], view.said(problem)
    steps = analytics.path(view.catalogue.network, start, end)
    if not steps:
        return [], view.wording("graph.no_path")
    return [start, *(step.target for step in steps)], view.wording("graph.path", n=view.number(len(steps)))


def _query(iris: Sequence[str]) -> str:
    """The view as SPARQL."""
    nodes = " ".join(f"<{iri}>" for iri in iris)
    return (
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{\n  VALUES ?s {{ {nodes} }}\n  VALUES ?o {{ {nodes} }}\n  ?s ?p ?o .\n}}\n"
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """What the side panel tells of a resource."""

    page: ResourcePage
    quotes: tuple[Evidence, ...]


def panel(view: View, name: str) -> Panel | None:
    """The facts of one resource; None where the store does not know it."""
    iri = _iri(view, name)
    if not _exists(view, iri):
        return None
    page = resources.resource(view, iri)
    return Panel(page, page.quotes[:2]) if page else None
