"""The link diagram, its data, and the page of it that stands alone."""

from __future__ import annotations

from collections.abc import Container

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request

from kg.identify import AmbiguousError, UnknownError, identify
from web import frame, links, problems, security, standalone
from web.frame import href
from web.pages import graph, graph_json
from web.view import current

views = Blueprint("graph", __name__)


def _asked() -> dict[str, list[str]]:
    """The state that an address holds."""
    asked = request.args.to_dict(flat=False)
    if "relation" in asked and "node" in asked:  # one relation of one resource
        asked["open"] = [*asked.get("open", []), f"{asked['node'][0]}~{asked['relation'][0]}"]
        asked.setdefault("bare", ["1"])
    return asked


@views.get("/graph")
def shown() -> Response:
    """The diagram: the canvas for those who see it, the same as a list for everybody."""
    view = current()
    named = request.args.get("id", "").strip()
    if named and "node" not in request.args:  # as people name it: by number or name
        try:
            iri = identify(view.site.release, named).iri
        except (AmbiguousError, UnknownError) as problem:
            said, candidates = view.unnamed(problem)
            return problems.unnamed(said, candidates, 300 if isinstance(problem, AmbiguousError) else 404)
        return redirect(frame.with_query(id=None, node=links.short(iri, view.site.base)))  # type: ignore[return-value]
    found = graph.diagram(view, _asked())
    panel = graph.panel(view, found.chosen) if found.chosen else None
    drawn = graph_json.as_json(view, found, href)
    names = {node["id"]: node["label"] for node in drawn["nodes"]}
    page = render_template("graph.html", page=found, data=drawn, names=names, panel=panel, opening=_opening)
    response = make_response(page, 404 if found.error and not found.nodes else 200)
    response.headers["Content-Security-Policy"] = security.policy(**security.CANVAS)
    return response


def _opening(entry: str, kinds: Container[str]) -> str:
    """The address of this view with a relation opened: what it leads to is to be seen, so its kinds are not hidden."""
    hidden = [kind for kind in request.args.getlist("hide") if kind not in kinds]
    return frame.with_query(hide=hidden, open=[*request.args.getlist("open"), entry])


@views.get("/graph/panel")
def panel() -> Response:
    """What the side panel tells of a resource, as a fragment."""
    found = graph.panel(current(), request.args.get("node", ""))
    if found is None:
        return problems.problem(404, "Not found", "no such resource")
    return make_response(render_template("_panel.html", panel=found))


@views.get("/graph/export.html")
def exported() -> Response:
    """The diagram as one file that needs no network."""
    view = current()
    found = graph.diagram(view, _asked())
    content = standalone.page(view, found)
    name = f"graph-{view.site.release.number}.html"
    return Response(
        content,
        content_type="text/html; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": security.STANDALONE,
        },
    )


@views.get("/api/graph")
def data() -> Response:
    """The diagram's nodes and edges: of a view, or of one resource and one relation."""
    view = current()
    found = graph.diagram(view, _asked())
    if found.error and not found.nodes:
        return problems.problem(404, "Not found", found.error)
    return jsonify(graph_json.as_json(view, found, href))
