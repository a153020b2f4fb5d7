"""The endpoint: SPARQL 1.1 Protocol for programs, the editor for browsers, and the endpoint's description of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, make_response, render_template, request

from kg.errors import KgError
from web import negotiation, problems, security, using
from web.limits import Budget
from web.negotiation import ALIASES, RDF, RESULTS
from web.pages import service
from web.problems import Refusal
from web.query_form import form
from web.site import site
from web.wording import LANGUAGES, Wording
from web.writing import writing

views = Blueprint("sparql", __name__)

_METHODS = ["GET", "POST", "OPTIONS"]
_NAMES = {name: kind for kind, name in {**RESULTS, **RDF}.items()}
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "X-Result-Rows, X-Result-Truncated, X-Release, Retry-After",
    "Cache-Control": "no-cache",
}
budget = Budget(seconds=120, window=60)


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update with its data set, as the protocol sends it."""

    text: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    writes: bool = False


@views.route("/sparql", methods=_METHODS, strict_slashes=False)
@views.route("/sparql/", methods=_METHODS)
def endpoint() -> Response:
    """A query's answer, or an update's; without either the editor, or the service description for programs."""
    if request.method == "OPTIONS":
        return _preflight()
    try:
        operation = _read()
    except Refusal as refusal:
        return _with_headers(problems.problem(refusal.status, "Request refused", refusal.detail))
    if operation is None:
        return _without_query()
    return _with_headers(_written(operation) if operation.writes else _answer(operation))


def _read() -> Operation | None:
    """The operation of a request; None where it has no query at all. Raises Refusal."""
    args = request.args
    if request.method in ("GET", "HEAD"):
        if "update" in args:
            raise Refusal(400, "an update is never sent by GET" + ("" if writing() else "; this endpoint is read-only"))
        return _operation(args.getlist("query"), args.getlist) if "query" in args else None
    kind = request.mimetype
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if kind == "application/sparql-update":
        _check_writer()
    elif kind not in ("application/sparql-query", "application/x-www-form-urlencoded"):
        raise Refusal(
            415,
            "send the query as application/x-www-form-urlencoded (query=…) or as application/sparql-query, "
            f"not as {kind or 'nothing at all'}",
        )
    if charset not in ("utf-8", "utf8"):
        raise Refusal(415, f"the query must be UTF-8, not {charset}")
    if kind != "application/x-www-form-urlencoded":
        try:
            text = request.get_data().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal(400, f"the query is not UTF-8: {error.reason} at byte {error.start}") from None
        return _operation([text], args.getlist, writes=kind == "application/sparql-update")
    if "update" in request.form:
        _check_writer()

    def values(name: str) -> list[str]:
        return [*args.getlist(name), *request.form.getlist(name)]

    if "update" in request.form:
        return _operation([*request.form.getlist("update"), *values("query")], values, writes=True)
    return _operation(values("query"), values)


def _check_writer() -> None:
    """Ends the request where the endpoint is read-only, or where it does not bring the token."""
    allowed = writing()
    if allowed is None:
        raise Refusal(403, "this endpoint is read-only: updates are not served")
    refused = allowed.refusal()
    if refused:
        abort(refused)


def _operation(queries: Sequence[str], values: object, *, writes: bool = False) -> Operation:
    assert callable(values)
    if len(queries) != 1:
        raise Refusal(400, f"one query {'or update ' if writes else ''}is wanted, {len(queries)} were sent")
    if "\ufffd" in queries[0]:
        raise Refusal(400, "the query is not UTF-8")
    default, named = (
        ("using-graph-uri", "using-named-graph-uri") if writes else ("default-graph-uri", "named-graph-uri")
    )
    return Operation(queries[0], tuple(values(default)), tuple(values(named)), writes)


def _written(operation: Operation) -> Response:
    allowed = writing()
    assert allowed
    try:
        text = using.over(operation.text, operation.default_graphs, operation.named_graphs)
        release = allowed.update(text)
    except KgError as error:
        return problems.of(error)
    return Response(status=204, headers={"X-Release": str(release)})


def _answer(operation: Operation) -> Response:
    wait = budget.wait(request.remote_addr or "")
    if wait:
        return problems.problem(
            429,
            "Too many requests",
            f"this address has used its time for queries; try again in {wait} s, or take a dump from /data",
            headers={"Retry-After": str(wait)},
            **(
                {"said": Wording(lang)("sparql.wait", n=wait)}
                if (lang := request.args.get("lang", "")) in LANGUAGES
                else {}
            ),
        )
    graph = form(operation.text) in ("CONSTRUCT", "DESCRIBE")
    names = RDF if graph else RESULTS
    offered = list(names)
    chosen = _chosen(offered, names)
    asked = request.values.get("format")
    if chosen is None and asked:
        detail = f"this query's answer can be had with format={', '.join(names.values())}; not {asked[:40]!r}"
        return problems.problem(406, "Not acceptable", detail)
    if chosen is None:
        detail = f"this query's answer can be had as {', '.join(offered)}; not as {request.headers.get('Accept')}"
        return problems.problem(406, "Not acceptable", detail)
    try:
        result = site().endpoint.query(
            operation.text,
            chosen,
            default_graphs=operation.default_graphs,
            named_graphs=operation.named_graphs,
        )
    except KgError as error:
        budget.spend(request.remote_addr or "", site().query_timeout if getattr(error, "limit", "") == "time" else 0.1)
        return problems.of(error)
    budget.spend(request.remote_addr or "", result.seconds)
    headers = {"X-Result-Rows": str(result.rows), "X-Release": str(result.release), "Vary": "Accept"}
    if result.truncated:
        headers["X-Result-Truncated"] = f"the answer was cut after {result.rows} rows; use LIMIT and OFFSET, or a dump"
    if request.values.get("download"):
        headers["Content-Disposition"] = f'attachment; filename="result.{result.format}"'
    kind = result.media_type
    return Response(result.content, content_type=kind, headers=headers)


def _chosen(offered: list[str], names: dict[str, str]) -> str | None:
    """The name of the format to answer in: by `format` in the address, else by Accept."""
    asked = request.values.get("format")
    if asked:
        return asked if _NAMES.get(asked) in names else None
    kind = negotiation.best(offered)
    if kind is None:
        alias = negotiation.best([a for a, of in ALIASES.items() if of in names])
        kind = ALIASES.get(alias or "")
    if kind is None and negotiation.wants_html():
        kind = offered[0]
    return names.get(kind or "")


def _without_query() -> Response:
    offered = ["text/html", *RDF] if request.accept_mimetypes.quality("text/html") else [*RDF, "text/html"]
    wanted = negotiation.best(offered)
    if wanted is None:
        return _with_headers(problems.problem(406, "Not acceptable", f"offered are {', '.join(offered)}"))
    if wanted == "text/html":
        response = make_response(render_template("sparql.html", page=service.editor()))
        response.headers["Content-Security-Policy"] = security.policy(**security.EDITOR)
        return response
    content, kind = service.description(request.base_url, RDF[wanted], writable=writing() is not None)
    response = Response(content, content_type=kind)
    response.vary.add("Accept")
    return _with_headers(response)


def _preflight() -> Response:
    return Response(
        status=204,
        headers={
            **_HEADERS,
            "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
            "Access-Control-Allow-Headers": "Accept, Content-Type",
            "Access-Control-Max-Age": "86400",
            "Allow": "GET, POST, HEAD, OPTIONS",
        },
    )


def _with_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
