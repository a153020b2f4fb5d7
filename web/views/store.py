"""The graphs as resources: SPARQL 1.1 Graph Store HTTP Protocol, at /store. Only where writing is on.

A graph is named by `?graph=IRI`, `?default` is the default graph, and an address under /store/ is itself the name of a
graph. Reading is free to all, writing wants the token.
"""

from __future__ import annotations

import uuid
from typing import Any

from flask import Blueprint, Response, request

from kg.errors import KgError, LimitError, QueryError
from web import negotiation, problems
from web.negotiation import RDF
from web.problems import Refusal
from web.site import site
from web.writing import writing

views = Blueprint("store", __name__)

LARGEST = 16 << 20  # bytes of a graph sent
_STATE = "urn:vnpolicy:state"  # the store's own notes
_READ = {**RDF, "application/x-turtle": "turtle"}
_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}


@views.route("/store", methods=["GET", "PUT", "POST", "DELETE"], strict_slashes=False)
@views.route("/store/<path:name>", methods=["GET", "PUT", "POST", "DELETE"])
def graph(name: str | None = None) -> Response:
    """A graph, given, replaced, added to or deleted."""
    reading = request.method in ("GET", "HEAD")
    allowed = writing()
    assert allowed
    refused = None if reading else allowed.refusal()
    if refused:
        return refused
    try:
        target = _target(direct=name is not None)
        response = _given(target) if reading else _changed(target)
    except Refusal as refusal:
        response = problems.problem(refusal.status, "Request refused", refusal.detail)
    except KgError as error:
        response = problems.of(error)
    for header, value in _HEADERS.items():
        response.headers.setdefault(header, value)
    return response


def _target(direct: bool) -> str | None:
    """The IRI of the graph that the request names, a new one for a POST that names none; None is the default graph."""
    import pyoxigraph as ox

    named, default = request.args.getlist("graph"), "default" in request.args
    if direct:
        if named or default:
            raise Refusal(400, "the address names a graph already; send no graph= or default with it")
        iri = request.base_url
    elif len(named) + default > 1:
        raise Refusal(400, "name one graph: graph=IRI or default")
    elif default or named == ["default"]:
        return None
    elif named:
        iri = named[0]
    elif request.method == "POST":
        return f"{request.base_url.rstrip('/')}/{uuid.uuid4()}"
    else:
        raise Refusal(400, "which graph? name it by graph=IRI, or the default graph by default")
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise Refusal(400, f"graph={iri}: not an absolute IRI: {error}") from None
    if iri == _STATE:
        raise Refusal(403, f"{iri} holds the store's own notes; nobody else writes there")
    return iri


def _there(target: str | None) -> bool:
    return target is None or site().endpoint.ask(f"ASK {{ GRAPH <{target}> {{}} }}", trusted=True)


def _given(target: str | None) -> Response:
    chosen = negotiation.best(list(RDF)) or ("text/turtle" if negotiation.wants_html() else None)
    if chosen is None:
        raise Refusal(406, f"a graph can be had as {', '.join(RDF)}; not as {request.headers.get('Accept')}")
    if not _there(target):
        raise Refusal(404, f"no graph <{target}>")
    pattern = "?s ?p ?o" if target is None else f"GRAPH <{target}> {{ ?s ?p ?o }}"
    result = site().endpoint.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", RDF[chosen], trusted=True)
    if result.truncated:
        raise LimitError("the graph is too large to be given at once; take a dump from /data", "size")
    headers = {"X-Release": str(result.release), "Vary": "Accept"}
    return Response(result.content, content_type=result.media_type, headers=headers)


def _changed(target: str | None) -> Response:
    from kg.writing import graph_update

    allowed = writing()
    assert allowed
    there = _there(target)
    if request.method == "DELETE":
        if not there:
            raise Refusal(404, f"no graph <{target}>")
        release = allowed.update(graph_update("DELETE", target), ours=True)
    else:
        method: Any = request.method
        release = allowed.update(graph_update(method, target, _content(target), "ntriples"), ours=True)
    response = Response(status=204 if there else 201, headers={"X-Release": str(release)})
    if not there and target is not None:
        response.headers["Location"] = target
    return response


def _content(target: str | None) -> bytes:
    """The triples sent, as N-Triples: those of all files where a form has several. Raises Refusal or QueryError."""
    request.max_content_length = LARGEST
    base = target or request.base_url
    if request.mimetype != "multipart/form-data":
        return _triples(request.get_data(), request.mimetype, request.mimetype_params, base)
    files = [file for _, file in request.files.items(multi=True)]
    if not files or request.form:
        raise Refusal(400, "a form must hold graphs as files, each with its Content-Type, and nothing else")
    return b"".join(_triples(file.read(), file.mimetype, file.mimetype_params, base) for file in files)


def _triples(content: bytes, kind: str, params: Any, base: str) -> bytes:
    import pyoxigraph as ox

    from kg.worker import GRAPHS

    if kind not in _READ:
        raise Refusal(415, f"send the graph as {', '.join(RDF)}, not as {kind or 'nothing at all'}")
    if params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise Refusal(415, f"the graph must be UTF-8, not {params['charset']}")
    try:
        quads = ox.parse(
            content, GRAPHS[_READ[kind]], base_iri=base, without_named_graphs=True, rename_blank_nodes=True
        )
        made = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the graph cannot be read: {error}") from error
    return made or b""
