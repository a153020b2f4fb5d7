"""Errors as the client reads them: a page for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from flask import Response, json, make_response, render_template, request
from werkzeug.exceptions import HTTPException, NotFound

from kg import messages
from kg.errors import KgError, LimitError, QueryError, StoreError, UsageError
from web import near
from web.links import Ref
from web.negotiation import wants_html
from web.wording import LANGUAGES

RETRY = {"busy": 2, "time": 30, "memory": 30, "size": 30}  # seconds


class Refusal(Exception):
    """A request that is not one of the protocol: status and what is wrong."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def problem(status: int, title: str, detail: str, **more: Any) -> Response:
    """A problem as JSON, or as plain text where the client takes no JSON."""
    headers = more.pop("headers", {})
    if (
        request.accept_mimetypes
        and not request.accept_mimetypes.accept_json
        and request.accept_mimetypes.quality("text/plain")
    ):
        return Response(f"{title}: {detail}\n", status, headers, content_type="text/plain; charset=utf-8")
    body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail, **more})
    return Response(body, status, headers, content_type="application/problem+json")


_ON_SITE = (
    (re.compile(r" -p (?=\w+=)"), " "),
    (re.compile(r" or --date(?=,)| hoặc --date(?=,)"), ""),
    (re.compile(r"`kg search` finds"), "/api/search?q=… finds"),
    (re.compile(r"bằng `kg search`"), "tại /search"),
    (re.compile(r"`kg queries` (?=lists)"), "/api/queries "),
    (re.compile(r"`kg queries` (?=liệt kê)"), "/queries "),
)


def on_site(message: str) -> str:
    """What a message of the command line says here: addresses for commands and options.

    >>> on_site("x: agency is wanted: any text, as -p agency=Bộ Công an")
    'x: agency is wanted: any text, as agency=Bộ Công an'
    >>> on_site("zz: no agency goes by it; `kg search` finds what the store holds")
    'zz: no agency goes by it; /api/search?q=… finds what the store holds'
    """
    for pattern, here in _ON_SITE:
        message = pattern.sub(here, message)
    return message


def of(error: KgError) -> Response:
    """The problem that one of our errors is; `said` tells it to people where the address asks for a language."""
    said = {"said": on_site(messages.told(error, lang))} if (lang := request.args.get("lang")) in LANGUAGES else {}
    if isinstance(error, LimitError):
        headers = {"Retry-After": str(RETRY.get(error.limit, 30))}
        return problem(503, "Limit reached", str(error), limit=error.limit, headers=headers, **said)
    if isinstance(error, QueryError):
        title = "Query not understood" if "cannot be read" in str(error) else "Query refused"
        return problem(400, title, str(error), **said)
    if isinstance(error, UsageError):
        return problem(400, "Request not understood", on_site(str(error)), **said)
    status = 503 if isinstance(error, StoreError) else 500
    return problem(status, "Store not readable", str(error), headers={"Retry-After": "30"}, **said)


def ours(error: KgError) -> Response:
    """The answer to a request that one of our errors ended."""
    found = of(error)
    if not wants_html():
        return found
    from web.view import language

    return page(found.status_code, on_site(messages.told(error, language())), dict(found.headers))


def http(error: HTTPException) -> Response:
    """The answer to a request that an HTTP error ended."""
    if error.response is not None:
        return make_response(error.response)
    status = error.code or 500
    if not wants_html():
        said = error.description or error.name
        if isinstance(error, NotFound):
            said = f"there is nothing at {request.path}; /api/openapi.json describes what there is"
        return problem(status, error.name, said, headers=_kept(error))
    if isinstance(error, NotFound):
        return missing(request.path)
    from web.view import language

    said = error.description or error.name
    return page(status, said if language() == "en" else "", _kept(error))  # the title says it in Vietnamese


def _kept(error: HTTPException) -> dict[str, str]:
    return {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After", "Location")}


def page(status: int, detail: str, headers: dict[str, str]) -> Response:
    """An error as a page that says what happened and the way out."""
    headers = {name: value for name, value in headers.items() if name in ("Allow", "Retry-After")}
    shown = render_template("error.html", status=status, detail=detail, places=(), suggestions=())
    return make_response(shown, status, headers)


def unnamed(said: str, candidates: Sequence[Ref], status: int) -> Response:
    """The page for a name that nothing bears, or several do, with those to choose from."""
    shown = render_template("error.html", status=status, detail=said, places=(), suggestions=candidates)
    return make_response(shown, status)


def missing(asked: str) -> Response:
    """The page for an address that nothing stands at, with what comes near it."""
    from web.view import current

    view = current()
    places = _places(asked)
    iris = view.site.iris
    named = {(iris.kind(iri) or "", iris.slug(iri)): iri for iri in view.catalogue.labels} if not places else {}
    suggestions = [view.ref(named[one]) for one in near.near(asked, named)]
    detail = view.wording("error.missing", asked=asked)
    shown = render_template("error.html", status=404, detail=detail, places=places, suggestions=suggestions, find=True)
    return make_response(shown, 404)


def _places(asked: str) -> tuple[tuple[str, str], ...]:
    """The section of the site that an address comes near, and its file where the address asks for one: "/tasks.csv"."""
    from web import export, frame
    from web.view import current

    stem, _, suffix = asked.strip("/").casefold().partition(".")
    names = {address.strip("/"): name for name, address in frame.NAVIGATION if address != "/"}
    near = difflib.get_close_matches(stem, names, n=1, cutoff=0.75)
    if not near:
        return ()
    title = current().wording(f"nav.{names[near[0]]}")
    places = [(title, f"/{near[0]}")]
    if suffix in export.FORMATS and near[0] in ("documents", "tasks", "agencies", "indicators"):
        places.append((f"{title}, {suffix.upper()}", f"/{near[0]}?format={suffix}"))
    return tuple(places)
