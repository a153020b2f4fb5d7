"""Errors as the client reads them: a page for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

from typing import Any

from flask import Response, json, make_response, render_template, request
from werkzeug.exceptions import HTTPException, NotFound

from kg import messages
from kg.errors import KgError, LimitError, QueryError, StoreError, UsageError
from web.negotiation import wants_html

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


def of(error: KgError) -> Response:
    """The problem that one of our errors is."""
    if isinstance(error, LimitError):
        headers = {"Retry-After": str(RETRY.get(error.limit, 30))}
        return problem(503, "Limit reached", str(error), limit=error.limit, headers=headers)
    if isinstance(error, QueryError):
        return problem(400, "Query not understood", str(error))
    if isinstance(error, UsageError):
        return problem(400, "Request not understood", str(error))
    status = 503 if isinstance(error, StoreError) else 500
    return problem(status, "Store not readable", str(error), headers={"Retry-After": "30"})


def ours(error: KgError) -> Response:
    """The answer to a request that one of our errors ended."""
    found = of(error)
    if not wants_html():
        return found
    from web.view import language

    return page(found.status_code, messages.told(error, language()), dict(found.headers))


def http(error: HTTPException) -> Response:
    """The answer to a request that an HTTP error ended."""
    if error.response is not None:
        return make_response(error.response)
    status = error.code or 500
    if not wants_html():
        return problem(status, error.name, error.description or error.name, headers=_kept(error))
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
    return make_response(render_template("error.html", status=status, detail=detail, suggestions=()), status, headers)


def missing(asked: str) -> Response:
    """The page for an address that nothing stands at, with what comes near it."""
    from web.view import current

    view = current()
    words = asked.rpartition("/id/")[2].replace("-", " ").replace("/", " ")
    hits = view.site.search().find(words, limit=12)
    suggestions = [view.ref(hit.iri) for hit in hits if hit.kind not in ("quote", "task", "target", "observation")]
    detail = view.wording("error.missing", asked=asked)
    return make_response(render_template("error.html", status=404, detail=detail, suggestions=suggestions[:6]), 404)
