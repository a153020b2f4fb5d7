"""The application: `create_app` puts the views together over one data folder."""

from __future__ import annotations

import atexit
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from kg.config import Config
from kg.errors import KgError, UsageError
from web import frame, problems
from web.security import secure
from web.site import Site
from web.views import api, audit, data, graph, help, lists, resources, sources, sparql, store
from web.writing import Writing

QUERY_TIMEOUT = 30.0  # seconds


def create_app(
    config: Config, *, query_timeout: float = QUERY_TIMEOUT, workers: int = 2, token: str | None = None
) -> Flask:
    """The site over the data folder `config.store`, whose current release it follows.

    `query_timeout` is the time that a person's query may take, `workers` how many run at once; the pages' own queries
    have as many processes again. Read-only without a `token`; with one, requests that bring it may write: SPARQL Update
    at /sparql, the Graph Store Protocol at /store. Raises StoreError where there is no release. `close` ends its
    processes.
    """
    app = Flask("web", static_url_path="/static")
    site = Site(config, query_timeout=query_timeout, workers=workers)
    site.release  # noqa: B018  (raises here rather than on the first page)
    app.extensions["site"] = site
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config["MAX_CONTENT_LENGTH"] = 1 << 20
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    for view in (lists, resources, sources, data, sparql, api, audit, graph, help):
        app.register_blueprint(view.views)
    if token is not None:
        app.extensions["writing"] = Writing(config, token)
        app.register_blueprint(store.views)
    frame.install(app)
    app.before_request(_check_day)
    app.after_request(secure)
    app.after_request(_remember)
    app.register_error_handler(HTTPException, problems.http)
    app.register_error_handler(KgError, problems.ours)
    atexit.register(site.close)
    return app


def close(app: Flask) -> None:
    """Ends the query processes of an application."""
    site = app.extensions["site"]
    atexit.unregister(site.close)
    site.close()


def _check_day() -> None:
    """Refuses a file of a day that is none; a page says so itself."""
    from web.view import no_day

    if "format" in request.args and (asked := no_day()):
        raise UsageError(f"as_of: {asked!r} is no day; write it as 2024-02-29")


def _remember(response: Response) -> Response:
    """Keeps the reader's choice of language and as-of date, where the address made one; a day that is none is an error
    of the address, which the page tells."""
    from web.view import no_day, read_day
    from web.wording import LANGUAGES

    if response.mimetype == "text/html":
        if response.status_code == 200 and no_day():
            response.status_code = 400
        options: dict[str, Any] = {"samesite": "Lax", "httponly": True, "path": request.script_root or "/"}
        if request.args.get("lang") in LANGUAGES:
            response.set_cookie("lang", request.args["lang"], max_age=365 * 86400, **options)
        if "as_of" in request.args and not request.args["as_of"]:
            response.delete_cookie("as_of", **options)
        elif "as_of" in request.args:
            day = read_day(request.args["as_of"])
            if day:
                response.set_cookie("as_of", day.isoformat(), **options)
        response.vary.update(("Accept", "Cookie"))
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
