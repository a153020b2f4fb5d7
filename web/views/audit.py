"""The audit desk."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request

from web import export
from web.pages.audit import desk
from web.view import current

views = Blueprint("audit", __name__)


@views.get("/audit")
def shown() -> Response:
    """The chain from what the address names, or its rows as a file."""
    view = current()
    page = desk(view, request.args)
    if page.table and request.args.get("format") in export.FORMATS:
        said = [(f.label, f.said) for f in page.filters if f.value]
        return export.response(page.table, view, request.args["format"], said)
    return make_response(render_template("audit.html", page=page), page.status)
