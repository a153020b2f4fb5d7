"""The text of a source with its facts marked, its text alone, and the file as it came."""

from __future__ import annotations

from pathlib import PurePosixPath

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request

from web import negotiation
from web.pages.sources import source
from web.view import current

views = Blueprint("sources", __name__)


@views.get("/source/<slug>")
def shown(slug: str) -> Response:
    """A source as a page; its triples live at its IRI."""
    view = current()
    record = view.site.record(slug)
    if record is None:
        abort(404)
    wanted = negotiation.best(["text/html", *negotiation.RDF])
    if wanted in negotiation.RDF:
        suffix = next(s for s, form in negotiation.SUFFIXES.items() if form == negotiation.RDF[wanted])
        return redirect(f"{request.script_root}/id/source/{slug}.{suffix}", 303)  # type: ignore[return-value]
    page = source(view, record, fact_asked=request.args.get("fact", ""), place=request.args.get("char", ""))
    return make_response(render_template("source.html", page=page))


@views.get("/source/<slug>.txt")
def text(slug: str) -> Response:
    """The text that offsets refer to."""
    view = current()
    record = view.site.record(slug)
    if record is None:
        abort(404)
    return Response(view.site.sources.text(record), content_type="text/plain; charset=utf-8")


@views.get("/source/<slug>/original")
def original(slug: str) -> Response:
    """The file as it came, byte for byte, to save: a file of others is not shown as a page of this site."""
    view = current()
    record = view.site.record(slug)
    if record is None:
        abort(404)
    name = f"{slug}{PurePosixPath(record.original).suffix}"
    return Response(
        view.site.sources.original(record),
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
