"""Commands that serve: serve, demo."""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kg.config import Config
from kg.errors import KgError, UsageError
from kg.wording import word

_THREADS = 8
SAMPLE = Path(__file__).resolve().parent.parent / "sample"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0 takes a free one.")
@click.option(
    "--query-timeout",
    type=click.FloatRange(0, min_open=True),
    default=10.0,
    show_default=True,
    help="Seconds for a query.",
)
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True, help="Queries that run at once.")
@click.option("--writable", is_flag=True, help="Take SPARQL Update and the Graph Store Protocol; wants --token-file.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path),
    help="The file with the token that a request must bring to write (Authorization: Bearer TOKEN).",
)
@click.pass_obj
def serve(
    config: Config,
    host: str,
    port: int,
    query_timeout: float,
    workers: int,
    writable: bool,
    token_file: Path | None,
) -> None:
    """Serve the site, the SPARQL endpoint and the API over the store's current release, read-only unless --writable."""
    if writable:
        config.folder("kg serve --writable", "serve without it, and send updates to that server itself")
    token = _token(writable, token_file, config.lang)
    with _server(config, host, port, query_timeout=query_timeout, workers=workers, token=token) as server:
        click.echo(f"{_address(server)}  ({word('Ctrl-C stops', config.lang)})")
        server.run()


def _token(writable: bool, path: Path | None, lang: str) -> str | None:
    """The token that lets write; None where the server is to be read-only."""
    if not writable:
        if path:
            raise UsageError("--token-file is for --writable, without which nobody writes; give both or neither")
        return None
    if not path:
        raise UsageError("--writable wants --token-file FILE: who brings the token in it may write")
    from kg import messages, tokens

    token, warning = tokens.read(path)
    if warning:
        click.echo(f"{word('warning', lang)}: {messages.told(KgError(warning), lang)}", err=True)
    return token


@contextmanager
def _server(config: Config, host: str, port: int, **options: Any) -> Iterator[Any]:
    """The web server, listening but not yet answering. Raises KgError where the port is taken or the host not ours."""
    from waitress.server import create_server

    from web.app import create_app

    app = create_app(config, **options)
    try:
        server = create_server(app, host=host, port=port, threads=_THREADS, ident="kg")
    except OSError as error:
        other = "--host 127.0.0.1" if error.errno == errno.EADDRNOTAVAIL else "--port 0"
        raise KgError(f"{host}:{port}: cannot serve there: {error.strerror or error}; try {other}") from error
    except ValueError as error:  # what waitress says of a name that has no address
        raise KgError(f"{host}:{port}: cannot serve there: the host is not known; try --host 127.0.0.1") from error
    try:
        yield server
    finally:
        server.close()
        app.extensions["site"].close()


@contextmanager
def _answering(server: Any) -> Iterator[None]:
    """Answers requests in a thread of its own, as `run` does, until told to stop."""
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set():
            server.asyncore.loop(timeout=0.1, map=server._map, count=1)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        server.task_dispatcher.shutdown()


def _address(server: Any) -> str:
    host = server.effective_host
    return f"http://{f'[{host}]' if ':' in host else host}:{server.effective_port}/"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0 takes a free one.")
@click.pass_obj
def demo(config: Config, port: int) -> None:
    """Build the bundled sample, show the trace of 142/QĐ-TTg, and serve the site.

    The store is a temporary one unless --store or KG_STORE names one. With no terminal it asks its own site for a page
    and a query, and ends.
    """
    config.folder("kg demo", "leave --store and KG_STORE out, or name a folder")
    parent = click.get_current_context().parent
    named = (parent is not None and parent.params.get("store")) or os.environ.get("KG_STORE")
    store = nullcontext(str(config.store)) if named else tempfile.TemporaryDirectory(prefix="kg-demo-")
    with _ended_in_order(), store as folder:
        config = replace(config, store=Path(folder))
        _build(config)
        _trace(config)
        if sys.stdin.isatty() and sys.stdout.isatty():
            with _server(config, "127.0.0.1", port) as server:
                click.echo(f"\n{_address(server)}  ({word('Ctrl-C stops', config.lang)})")
                server.run()
        else:
            _ask_itself(config)
            click.echo(word("site not kept", config.lang))


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Ends on the signals of a closed terminal and of `kill` as on Ctrl-C: a temporary store is cleared away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {one: signal.signal(one, lambda number, _: sys.exit(128 + number)) for one in signals}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _build(config: Config) -> None:
    from kg import build
    from kg.commands.loading import closing

    report = build.build(config, [SAMPLE])
    for line in closing(report, config.lang):
        click.echo(line)
    if report.count("failed"):
        raise KgError("the sample cannot be loaded; the installation is damaged")


def _trace(config: Config) -> None:
    from kg import trace_view
    from kg.commands.asking import open_reader
    from kg.trace import trace

    with open_reader(config) as reader:
        found = trace(reader, "142/QĐ-TTg", base=config.base_iri, date="2024-02-02")
    click.echo("")
    for line in trace_view.tree(found, config.lang):
        click.echo(line)


def _ask_itself(config: Config) -> None:
    """Serves for as long as it takes to fetch a page and a query. Raises KgError where either fails."""
    query = urllib.parse.urlencode({"query": "ASK { ?s ?p ?o }"})
    with _server(config, "127.0.0.1", 0) as server, _answering(server):
        click.echo(f"\n{_address(server)}")
        for path, wanted in (("", "<html"), (f"sparql?{query}", "true")):
            request = urllib.request.Request(f"{_address(server)}{path}", headers={"Accept": "text/html, */*;q=0.5"})
            if path:
                request.add_header("Accept", "application/sparql-results+json")
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    body = answer.read().decode("utf-8")
                    status = answer.status
            except OSError as error:
                raise KgError(f"{request.full_url}: {error}") from error
            if wanted not in body:
                raise KgError(f"{request.full_url}: the answer is not what it should be")
            click.echo(f"{status} {request.full_url} ({len(body.encode())} bytes)")
