"""The API for programs: search, saved queries, their description, and whether the site is alive."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from web.frame import href
from web.pages.finds import detail
from web.view import current

views = Blueprint("api", __name__)


@views.get("/api/search")
def search() -> Response:
    """What a text finds: a number in any spelling, a name with or without accents."""
    from kg.search import KINDS

    view = current()
    text = request.args.get("q", "").strip()[:300]
    kinds = [kind for kind in request.args.getlist("kind") if kind in KINDS]
    limit = (
        min(max(1, int(request.args.get("limit", "20"))), 100) if request.args.get("limit", "20").isdecimal() else 20
    )
    hits = view.site.search().find(text, kinds=kinds, limit=limit) if text else []
    found = []
    for hit in hits:
        named = hit.kind not in ("task", "target", "observation", "quote")
        found.append(
            {
                "kind": hit.kind,
                "kind_label": view.wording.of("kind", hit.kind),
                "iri": hit.iri,
                "href": href(hit.iri),
                "label": view.ref(hit.iri).label if named else hit.snippet or hit.label,
                "detail": detail(view, hit),
                "snippet": hit.snippet,
                "score": round(hit.score, 3),
            }
        )
    return jsonify({"query": text, "release": view.site.release.number, "hits": found})


@views.get("/healthz")
def health() -> Response:
    """Whether queries are answered, and over which release."""
    view = current()
    alive = view.site.pages.ask("ASK { ?s ?p ?o }", trusted=True)
    return jsonify({"status": "ok" if alive else "empty", "release": view.site.release.number})
