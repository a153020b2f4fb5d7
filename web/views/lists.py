"""The overview, the search page and the lists."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request

from web import export
from web.pages import finds, lists, overview
from web.view import current

views = Blueprint("lists", __name__)


@views.get("/")
def home() -> str:
    """The overview."""
    return render_template("overview.html", page=overview.overview(current()))


@views.get("/<any(documents, tasks, agencies, indicators):name>")
def listed(name: str) -> Response:
    """A list as a page, or whole as a file."""
    view = current()
    form = request.args.get("format", "")
    if form in export.FORMATS:
        table, said = lists.export(view, name, request.args)
        return export.response(table, view, form, said)
    page = lists.LISTS[name](view, request.args)
    return make_response(render_template("list.html", page=page), 400 if page.refused else 200)


@views.get("/search")
def search() -> str:
    """What a text finds, by kind."""
    text = request.args.get("q", "").strip()[:300]
    page = finds.finds(current(), text, request.args.get("kind", ""))
    return render_template("search.html", page=page, name=finds.name, detail=finds.detail)
