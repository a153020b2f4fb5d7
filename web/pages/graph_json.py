"""A view of the link diagram for programs and for the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from web.links import Ref, short
from web.pages.graph import CAP, GLYPHS, Diagram
from web.view import View


def as_json(view: View, found: Diagram, href: Callable[[Ref], str]) -> dict[str, Any]:
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
                "rank": node.placed.rank,
                "relations": [
                    {"code": r.code, "label": r.label, "count": r.count, "shown": r.shown, "kinds": r.kinds}
                    for r in node.relations
                ],
            }
            for node in found.nodes
        ],
        "edges": [
            {"from": short(e.source, base), "to": short(e.target, base), "relation": e.code, "label": e.label}
            for e in found.edges
        ],
    }
