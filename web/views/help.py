"""The help page and the vocabulary."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, make_response, redirect, render_template

import ontology
from web import frame, negotiation
from web.pages.help import helping, vocabulary
from web.view import current

views = Blueprint("help", __name__)


@views.get("/help")
def shown() -> Response:
    """What can be done here, and what the words mean."""
    return make_response(render_template("help.html", page=helping(current())))


@views.get("/about")
def about() -> Response:
    """The same, by the name that it has elsewhere."""
    return redirect(frame.at("/help"))  # type: ignore[return-value]


@views.get("/ontology")
def terms() -> Response:
    """The vocabulary as a page, or for programs as RDF."""
    wanted = negotiation.best(["text/html", *negotiation.RDF])
    if wanted in negotiation.RDF:
        return _turtle(negotiation.RDF[wanted])
    return make_response(render_template("ontology.html", sections=vocabulary(current())))


@views.get("/ontology.ttl")
def turtle() -> Response:
    """The file of the vocabulary."""
    return _turtle("turtle")


def _turtle(form: str) -> Response:
    import pyoxigraph as ox

    from kg.vocabulary import PREFIXES
    from kg.worker import GRAPHS

    content = (Path(ontology.__path__[0]) / "vnpolicy.ttl").read_bytes()
    if form != "turtle":
        parsed = (quad.triple for quad in ox.parse(content, ox.RdfFormat.TURTLE))
        content = ox.serialize(parsed, format=GRAPHS[form], prefixes=PREFIXES) or b""
    kind = next(media for media, name in negotiation.RDF.items() if name == form)
    response = Response(content, content_type=f"{kind}; charset=utf-8", headers={"Access-Control-Allow-Origin": "*"})
    response.vary.add("Accept")
    return response
