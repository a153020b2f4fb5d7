"""Resources by their address: a page for people, triples for programs."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request

from web import export, negotiation, problems
from web.frame import href
from web.pages.resources import resource
from web.view import View, current

views = Blueprint("resources", __name__)

HTML = "text/html"
# what is said of a resource, and of its evidence and status reports, which have no meaning without it
_TRIPLES = """
CONSTRUCT {{ <{iri}> ?p ?o . ?o ?q ?v . ?selector ?sp ?so }} WHERE {{
  {{ <{iri}> ?p ?o }} UNION
  {{ <{iri}> vp:evidence ?o . ?o ?q ?v }} UNION
  {{ <{iri}> vp:hasStatus|org:hasMembership|vp:candidate ?o . ?o ?q ?v }} UNION
  {{ <{iri}> vp:evidence/oa:hasSelector ?selector . ?selector ?sp ?so }}
}}
"""
_STATED = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}
"""


@views.get("/id/<kind>/<path:slug>")
def shown(kind: str, slug: str) -> Response:
    """A resource. HTML for browsers; Turtle, JSON-LD, N-Triples or RDF/XML by Accept or by suffix."""
    view = current()
    stem, _, suffix = slug.rpartition(".")
    form = negotiation.SUFFIXES.get(suffix) if stem else None
    iri = _iri(view, kind, stem if form else slug)
    if form is None:
        wanted = negotiation.best([HTML, *negotiation.RDF])
        if wanted is None:
            return problems.problem(406, "Not acceptable", f"offered are {', '.join([HTML, *negotiation.RDF])}")
        form = negotiation.RDF.get(wanted)
    if form:
        return _data(view, iri, form)
    if kind == "source":
        return redirect(href(iri), 303)  # type: ignore[return-value]
    page = resource(view, iri)
    if page is None:
        abort(404)
    table = page.table(request.args.get("table", ""))
    if table and request.args.get("format") in export.FORMATS:
        return export.response(table, view, request.args["format"], [(view.wording.of("kind", page.kind), page.title)])
    return make_response(render_template("resource.html", page=page))


def _iri(view: View, kind: str, slug: str) -> str:
    """The IRI of an address; 404 where it cannot be one."""
    import re

    if not re.fullmatch(r"[\w./~!$&'()*+,;=:@-]+", slug) or not re.fullmatch(r"[a-z-]+", kind):
        abort(404)
    return view.site.iris.of(kind, slug)


def _data(view: View, iri: str, form: str) -> Response:
    query = _STATED if view.site.iris.kind(iri) == "source" else _TRIPLES
    result = view.site.pages.query(query.format(iri=iri), form, trusted=True)
    if not result.rows:
        abort(404)
    response = Response(result.content, content_type=result.media_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response
