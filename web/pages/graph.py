"""The link diagram: which resources an address shows, the links between them, and what one of them can open.

An address holds where to start (`node`, several may be), what was opened (`open`: a resource, ~, a relation), and what
is hidden; from it the same view comes every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.trace_gather import Evidence
from kg.vocabulary import DCTERMS, ELI, OA, ORG, PPLAN, VP
from web import evidence
from web.layout import Placed, place
from web.links import Ref, short
from web.pages import resources
from web.pages.cells import law_name, measure
from web.pages.parts import ResourcePage
from web.view import View

CAP = 300  # nodes
AT_ONCE = 40  # neighbours that one opening adds
FIRST = 14  # neighbours of one relation that a view starts with

# each predicate that is an edge: its code, and which end stands above ("o": what the subject rests on)
EDGES: dict[str, tuple[str, str]] = {
    ELI.based_on: ("based_on", "o"),
    VP.implements: ("implements", "o"),
    VP.guides: ("guides", "o"),
    VP.reviews: ("reviews", "o"),
    VP.approves: ("approves", "s"),
    ELI.amends: ("amends", "o"),
    DCTERMS.replaces: ("replaces", "o"),
    ELI.repeals: ("repeals", "o"),
    VP.mandatedBy: ("mandated_by", "o"),
    PPLAN.isStepOfPlan: ("step_of", "o"),
    VP.setBy: ("set_by", "o"),
    VP.ofTask: ("of_task", "o"),
    VP.carriesOut: ("carries_out", "o"),
    VP.shareOf: ("share_of", "o"),
    VP.sameTaskAs: ("same_as", "s"),
    VP.resultDocument: ("result", "s"),
    VP.draftOf: ("draft_of", "o"),
    ELI.passed_by: ("issued_by", "s"),
    VP.draftedBy: ("drafted_by", "s"),
    VP.signer: ("signed_by", "s"),
    VP.leadAgency: ("led_by", "s"),
    VP.cooperatingAgency: ("helped_by", "s"),
    VP.directedBy: ("directed_by", "s"),
    VP.responsible: ("answered_by", "s"),
    VP.ofAgency: ("of_agency", "s"),
    VP.indicator: ("measures", "s"),
    VP.about: ("about", "s"),
    ELI.cites: ("cites", "o"),
    VP.textOf: ("text_of", "o"),
    ORG.subOrganizationOf: ("part_of", "o"),
    VP.succeeds: ("succeeds", "o"),
    VP.mergedInto: ("merged_into", "s"),
}
_CODES = {code: predicate for predicate, (code, _) in EDGES.items()}
# relations that a view does not start with: they lead to much, or say little at first sight
_LATER = {"cites", "cites.in", "part_of.in", "about", "about.in", "text_of.in", "directed_by", "measures.in"}
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
_VALUES = " ".join(f"<{predicate}>" for predicate in EDGES)
_NEXT = f"""SELECT ?x ?p ?y ?back WHERE {{
  {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_VALUES} }} ?x ?p ?y BIND(0 AS ?back) }}
  UNION {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_VALUES} }} ?y ?p ?x BIND(1 AS ?back) }}
}}"""


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
    neighbours = _Neighbours(view)
    shown = dict.fromkeys(starts)
    cut = 0
    opened = [tuple(entry.rpartition("~")[::2]) for entry in asked.get("open", ())]
    if not asked.get("bare") and len(starts) == 1:
        for code, found in neighbours.of(starts[0]).items():
            if code not in _LATER:
                cut += _add(shown, found, FIRST)
    for name, code in opened[:200]:
        iri = _iri(view, name)
        more = neighbours.of(iri).get(code, []) if iri in shown else []
        cut += _add(shown, more, AT_ONCE)
    path = _path(view, starts[0], asked)
    way = ""
    if asked.get("to") and asked["to"][0].strip():
        way = view.wording("graph.path", n=view.number(len(path) - 1)) if path else view.wording("graph.no_path")
    for iri in path:
        shown.setdefault(iri)
    hidden = tuple(kind for kind in KINDS if kind in asked.get("hide", ()))
    visible = [iri for iri in shown if _kind(view, iri) not in hidden or iri in starts][:CAP]
    neighbours.load(visible)
    edges = _edges(view, neighbours, visible)
    placed = place(
        visible, [(e.source, e.target) if EDGES[_CODES[e.code]][1] == "s" else (e.target, e.source) for e in edges]
    )
    counts: dict[str, int] = {}
    for iri in shown:
        counts[_kind(view, iri)] = counts.get(_kind(view, iri), 0) + 1
    names = _labels(view, visible)
    nodes = tuple(_shown(view, iri, names, placed[iri], neighbours, set(visible)) for iri in visible)
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
    known = [_iri(view, name) for name in asked.get("node", ())]
    found = [iri for iri in known if _exists(view, iri)]
    if known:
        return found, "" if len(found) == len(known) else view.wording("graph.unknown")
    if asked.get("source"):
        source = view.site.iris.of("source", asked["source"][0])
        rows = view.site.pages.rows(
            f"SELECT DISTINCT ?x {{ {{ ?e <{OA.hasSource}> <{_checked(source)}> . ?m <{VP.evidence}> ?e ; "
            f"<{VP.refersTo}> ?x }} UNION {{ ?e <{OA.hasSource}> <{_checked(source)}> . "
            f"?x a <{VP.Task}> ; <{VP.evidence}> ?e }} }} LIMIT 80"
        )
        return [row["x"] for row in rows], "" if rows else view.wording("graph.unknown")
    best = max(view.catalogue.documents, key=lambda row: (row.tasks, row.cited), default=None)
    return ([best.ref.iri] if best else []), ""


def _checked(iri: str) -> str:
    import pyoxigraph as ox

    return str(ox.NamedNode(iri))[1:-1]


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


class _Neighbours:
    """The neighbours of resources by relation, read for many at once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._of: dict[str, dict[str, list[str]]] = {}

    def load(self, iris: Iterable[str]) -> None:
        """Reads the neighbours of these."""
        wanted = [iri for iri in iris if iri not in self._of]
        for iri in wanted:
            self._of[iri] = {}
        for row in evidence.asked(self.view.site.pages, _NEXT, wanted):
            if self.view.site.iris.kind(row["y"]) is None:
                continue
            code = EDGES[row["p"]][0] + (".in" if row["back"] == "1" else "")
            self._of[row["x"]].setdefault(code, []).append(row["y"])

    def of(self, iri: str) -> dict[str, list[str]]:
        """The neighbours of one by relation, in a fixed order."""
        self.load([iri])
        order = [code + end for code in _CODES for end in ("", ".in")]
        found = self._of[iri]
        return {code: sorted(found[code]) for code in order if code in found}


def _edges(view: View, neighbours: _Neighbours, visible: Sequence[str]) -> tuple[Edge, ...]:
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
    tasks = {row.iri: row for row in view.catalogue.tasks}
    measures = {row.iri: row for row in view.catalogue.measures}
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
    view: View, iri: str, names: Mapping[str, tuple[str, str]], placed: Placed, neighbours: _Neighbours, there: set[str]
) -> Shown:
    label, note = names[iri]
    relations = tuple(
        Relation(code, view.wording(f"edge.{code}"), len(others), sum(other in there for other in others))
        for code, others in neighbours.of(iri).items()
    )
    return Shown(Ref(iri, label, view.site.iris.kind(iri) or "other"), _kind(view, iri), placed, note, relations)


def _path(view: View, start: str, asked: Mapping[str, Sequence[str]]) -> list[str]:
    """The resources on the shortest way from the start to the resource that is asked for."""
    if not asked.get("to") or not asked["to"][0].strip():
        return []
    from kg import analytics
    from kg.errors import UsageError
    from kg.identify import identify

    try:
        end = identify(view.site.release, asked["to"][0].strip()).iri
    except UsageError:
        return []
    steps = analytics.path(view.catalogue.network, start, end)
    return [start, *(step.target for step in steps)] if steps else []


def _query(iris: Sequence[str]) -> str:
    """The view as SPARQL."""
    nodes = " ".join(f"<{iri}>" for iri in iris)
    return (
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{\n  VALUES ?s {{ {nodes} }}\n  VALUES ?o {{ {nodes} }}\n  ?s ?p ?o .\n}}\n"
    )


# ── for programs and for the canvas ──────────────────────────────────────────────────────────────────────────────────


def as_json(view: View, found: Diagram, href: Any) -> dict[str, Any]:
    """A view as the canvas draws it."""
    base = view.site.base
    return {
        "release": view.site.release.number,
        "chosen": short(found.chosen, base) if found.chosen else None,
        "cut": found.cut,
        "cap": CAP,
        "error": found.error,
        "query": found.query,
        "way": found.way,
        "path": [short(iri, base) for iri in found.path],
        "kinds": [
            {"kind": kind, "label": view.wording.several(kind), "count": count, "hidden": kind in found.hidden}
            for kind, count in found.kinds
        ],
        "nodes": [
            {
                "id": short(node.ref.iri, base),
                "iri": node.ref.iri,
                "label": node.ref.label,
                "note": node.note,
                "kind": node.kind,
                "glyph": GLYPHS.get(node.kind, ""),
                "kind_label": view.wording.of("kind", node.ref.kind),
                "href": href(node.ref),
                "x": node.placed.x,
                "y": node.placed.y,
                "relations": [
                    {"code": r.code, "label": r.label, "count": r.count, "shown": r.shown} for r in node.relations
                ],
            }
            for node in found.nodes
        ],
        "edges": [
            {"from": short(e.source, base), "to": short(e.target, base), "relation": e.code, "label": e.label}
            for e in found.edges
        ],
    }


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
