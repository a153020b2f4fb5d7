"""Saved queries with their forms, dumps, and the description of the data set."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from kg import queries
from kg.errors import QueryError, UsageError
from kg.vocabulary import PREFIXES
from web import export, negotiation, problems
from web.openapi import document
from web.pages import saved
from web.view import current

views = Blueprint("data", __name__)

_DUMPS = ("nt", "nq")


@views.get("/queries")
def library() -> str:
    """The list of saved queries."""
    return render_template("queries.html", groups=saved.library(current()))


@views.get("/queries/<name>")
def asked(name: str) -> Response:
    """A saved query: its form, and its answer where the values suffice."""
    view = current()
    if name not in queries.saved():
        return problems.missing(request.path)
    page = saved.page(view, name, request.args)
    if page.table and request.args.get("format") in export.FORMATS:
        given = [(f.label, f.value) for f in page.filters if f.value]
        return export.response(page.table, view, request.args["format"], given)
    return make_response(render_template("query.html", page=page), 400 if page.error and page.given else 200)


@views.get("/api/queries")
def api_library() -> Response:
    """The saved queries with their parameters."""
    return jsonify({"queries": [saved.described(query) for query in queries.saved().values()]})


@views.get("/api/queries/<name>")
def api_asked(name: str) -> Response:
    """A saved query's answer: JSON, CSV, TSV or XML by Accept or `format`."""
    view = current()
    if name not in queries.saved():
        return problems.problem(404, "Not found", f"no saved query {name!r}; /api/queries lists them")
    query = queries.find(name)
    asked = request.args.get("format", "")
    if asked and asked not in negotiation.RESULTS.values():
        offered = ", ".join(negotiation.RESULTS.values())
        return problems.problem(400, "Unknown format", f"format is one of {offered}; not {asked[:40]!r}")
    if not asked:
        kind = negotiation.best([*negotiation.RESULTS, "application/json"])
        if kind is None and not negotiation.wants_html():
            return problems.problem(406, "Not acceptable", f"offered are {', '.join(negotiation.RESULTS)}")
        asked = negotiation.RESULTS.get(kind or "", "json")
    ours = {"format", "lang", "as_of"} - set(queries.variables(query))
    try:
        args = request.args.items(multi=True)
        given = queries.pairs(((name, value) for name, value in args if name not in ours and value), name)
        result = view.site.endpoint.query(query.text, asked, queries.present(view.site.endpoint, query, given))
    except QueryError:
        raise
    except UsageError as error:
        return problems.problem(400, "Values not understood", problems.on_site(str(error)))
    headers = {"X-Result-Rows": str(result.rows), "X-Release": str(result.release), "Access-Control-Allow-Origin": "*"}
    if result.truncated:
        headers["X-Result-Truncated"] = f"the answer was cut after {result.rows} rows"
    response = Response(result.content, content_type=result.media_type, headers=headers)
    response.vary.add("Accept")
    return response


@views.get("/api/openapi.json")
def api_description() -> Response:
    """The API's description, OpenAPI 3.1."""
    return jsonify(document(current()))


@views.get("/.well-known/void")
def void() -> Response:
    """The VoID description of the data set."""
    content = current().site.release.void.read_bytes()
    wanted = negotiation.best(list(negotiation.RDF)) or "text/turtle"
    if wanted != "text/turtle":
        import pyoxigraph as ox

        from kg.worker import GRAPHS

        form = GRAPHS[negotiation.RDF[wanted]]
        triples = (quad.triple for quad in ox.parse(content, ox.RdfFormat.TURTLE))
        content = ox.serialize(triples, format=form, prefixes=PREFIXES) or b""
    return Response(content, content_type=f"{wanted}; charset=utf-8", headers={"Access-Control-Allow-Origin": "*"})


@views.get("/data")
def dumps() -> str:
    """What can be taken away: dumps, lists, the API."""
    return render_template("data.html", page=saved.dumps(current()))


@views.get("/data/graph.<suffix>")
def dump(suffix: str) -> Response:
    """All triples of the release."""
    view = current()
    if suffix not in _DUMPS:
        return problems.missing(request.path)
    return saved.dump(view, suffix)
