"""A server as the store: its address, what goes over the line, and each way in which it can fail, and the remedy."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import cli, config
from kg.errors import KgError, LimitError, QueryError, StoreError, UsageError
from kg.remote import Endpoint, prologue
from kg.remote_address import Server, parse
from kg.remote_http import BrokenError
from kg.remote_store import RemoteStore
from tests.gold_sample import SAMPLE
from tests.server import Request, free_port, oxigraph, scripted

JSON = {"Content-Type": "application/sparql-results+json"}
NO_ROWS = b'{"head":{"vars":["in","p","o"]},"results":{"bindings":[]}}'
Reply = Callable[[Request], tuple[int, dict[str, str], bytes]]


def reply(status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> Reply:
    return lambda request: (status, headers or {}, body)


# ── addresses ────────────────────────────────────────────────────────────────────────────────────────────────────────

WRONG = [
    # a user in the address would be shown, and kept in the shell's history
    ("https://an:mat-khau@kho.vn/sparql", {}, "no user or password in the address"),
    ("https://an@kho.vn/sparql", {}, "KG_STORE_USER"),
    ("ftp://kho.vn/", {}, "neither a folder nor a server"),
    ("http:///sparql", {}, "neither a folder nor a server"),
    ("http://kho.vn:cong/", {}, "not an address"),
    ("http://kho.vn/sparql?x=1", {}, "without ?"),
    ("http://kho.vn/a b", {}, "blanks"),
    ("https://kho.vn/", {"KG_STORE_TOKEN": "a", "KG_STORE_USER": "b", "KG_STORE_PASSWORD": "c"}, "both set"),
    ("https://kho.vn/", {"KG_STORE_USER": "b"}, "together"),
    ("https://kho.vn/", {"KG_STORE_TOKEN": "a\r\nHost: x"}, "line end"),
    # what everybody on the way could read
    ("http://kho.vn/", {"KG_STORE_TOKEN": "a"}, "its https address"),
    ("https://kho.vn/", {"KG_STORE_TOKEN": "a", "KG_STORE_UPDATE": "http://kho.vn/update"}, "KG_STORE_UPDATE"),
]


@pytest.mark.parametrize(("url", "env", "message"), WRONG)
def test_an_address_that_cannot_be_meant(url: str, env: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        parse(url, env)
    assert "mat-khau" not in str(caught.value)


def test_credentials_come_from_the_environment_and_are_not_shown() -> None:
    bearer = parse("http://localhost:7878", {"KG_STORE_TOKEN": "bi-mat"})
    assert bearer.authorization == "Bearer bi-mat"
    assert "bi-mat" not in f"{bearer!r} {bearer}"
    basic = parse("https://kho.vn/", {"KG_STORE_USER": "an", "KG_STORE_PASSWORD": "mở"})
    assert basic.authorization == "Basic YW46beG7nw=="


def test_environment_and_file_name_a_server(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('store = "https://kho.vn/ds"\ndata = "nguon"\n')
    found = config.load(env={}, folder=tmp_path)
    assert found.store == Server("https://kho.vn/ds")
    assert found.data == tmp_path / "nguon"
    found = config.load(env={"KG_STORE": "http://localhost:1/", "KG_DATA": "/kho"}, folder=tmp_path)
    assert (found.store, found.data) == (Server("http://localhost:1/"), Path("/kho"))
    found = config.load("http://localhost:2/", data="o-day", env={}, folder=tmp_path)
    assert (str(found.store), found.data) == ("http://localhost:2/", Path("o-day"))
    assert config.load("mot-kho", env={"KG_DATA": "/kho"}, folder=tmp_path).data == Path("mot-kho")


# ── what is asked where ──────────────────────────────────────────────────────────────────────────────────────────────

# how servers lay out their addresses: what is given, where queries are answered, where updates are taken
LAYOUTS = [
    ("", "/query", "/update"),  # Oxigraph
    ("/", "/query", "/update"),
    ("/query", "/query", "/update"),
    ("/ds", "/ds/query", "/ds/update"),  # Fuseki
    ("/ds", "/ds/sparql", "/ds/sparql"),  # one address for both
    ("/sparql", "/sparql", "/sparql"),  # as `kg serve --writable`
    ("/sparql", "/sparql", "/update"),
    ("/repositories/kho", "/repositories/kho", "/repositories/kho/update"),
]


@pytest.mark.parametrize(("given", "queries", "updates"), LAYOUTS)
def test_queries_and_updates_are_found_under_an_address(given: str, queries: str, updates: str) -> None:
    def answer(request: Request) -> tuple[int, dict[str, str], bytes]:
        is_update = request.headers["Content-Type"] == "application/sparql-update"
        if is_update:
            return (204, {}, b"") if request.path == updates else (404, {}, b"")
        if request.path == queries:
            return 200, JSON, b'{"head":{},"boolean":true}' if b"ASK" in request.body else NO_ROWS
        return 404, {}, b""

    with scripted(answer) as server:
        endpoint = Endpoint(Server(f"{server.url}{given}"))
        assert endpoint.notes().change is None
        endpoint.update("INSERT DATA { <x:a> <x:b> <x:c> }")
        assert (server.requests[-1].path, server.requests[-1].body) == (updates, b"INSERT DATA { <x:a> <x:b> <x:c> }")


def test_every_request_brings_the_token() -> None:
    with scripted(reply(200, JSON, NO_ROWS)) as server:
        Endpoint(parse(server.url, {"KG_STORE_TOKEN": "bi-mat"})).notes()
    assert {request.headers["Authorization"] for request in server.requests} == {"Bearer bi-mat"}


PREFIXES = {"vp": "http://a/", "skos": "http://b/"}
PROLOGUES = [
    ("SELECT * { ?s vp:lead ?o }", "PREFIX vp: <http://a/> "),
    ("PREFIX vp: <http://other/> SELECT * { ?s vp:lead ?o }", ""),
    ("SELECT * { ?s ?p ?o }", ""),
]


@pytest.mark.parametrize(("query", "expected"), PROLOGUES)
def test_a_query_takes_its_prefixes_along(query: str, expected: str) -> None:
    assert prologue(query, PREFIXES, None) == expected
    assert prologue(query, PREFIXES, "http://c/") == f"BASE <http://c/> {expected}"


# ── what goes wrong ──────────────────────────────────────────────────────────────────────────────────────────────────

HTML = {"Content-Type": "text/html"}
# what a server answers to every request, the kind of error, and what the message says
FAILURES = [
    (reply(401), "wants credentials (401); set KG_STORE_TOKEN"),
    (reply(403, {}, b"khong duoc"), "wants credentials (403)"),
    (reply(404), "no SPARQL there (404); give the address of the server's SPARQL endpoint; tried http"),
    (reply(200, HTML, b"<html>a shop</html>"), "answers a query with text/html, so it is no SPARQL endpoint"),
    (reply(200, JSON, b'{"hang": 1}'), "holds no SPARQL results"),
    (reply(200, {}, b""), "no media type"),
    (reply(301, {"Location": "https://moi.vn/"}), "leads on to https://moi.vn/; give that address"),
    (reply(500, HTML, b"<h1>Hong \x1b[31m</h1>"), "answers 500: Hong [31m"),
    (reply(503, {}, b"nghi"), "busy (503); try again later: nghi"),
    (reply(429), "busy (429)"),
]


@pytest.mark.parametrize(("answer", "message"), FAILURES, ids=[message[:30] for _, message in FAILURES])
def test_what_a_server_says_is_told(
    answer: Reply, message: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.remote_http.PAUSES", (0.01, 0.01))
    for args in (["query", "counts-by-kind"], ["trace", "142/QĐ-TTg"], ["build", str(SAMPLE)], ["remove", "x"]):
        with scripted(answer) as server:
            code = cli.main(["--store", server.url, *args])
        out, err = capsys.readouterr()
        assert (code, out) == (3, "")
        assert err.startswith(f"kg: {server.url}")
        assert message in err
        assert "\x1b" not in err
        assert not Path("data").exists()


def test_nobody_is_there(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    address = f"http://127.0.0.1:{free_port()}"
    assert cli.main(["--store", address, "stats"]) == 3
    assert f"kg: {address}/query: không kết nối được máy chủ (" in (err := capsys.readouterr().err)
    assert "Connection refused" in err
    assert "object at" not in err
    assert cli.main(["--store", "http://khong-co-dau.invalid/", "stats"]) == 3
    assert "khong-co-dau.invalid/query: không kết nối được máy chủ" in capsys.readouterr().err


def test_a_token_that_is_not_taken_is_told_as_such() -> None:
    with scripted(reply(401)) as server, pytest.raises(StoreError, match="refuses the credentials of KG_STORE_TOKEN"):
        Endpoint(parse(server.url, {"KG_STORE_TOKEN": "bi-mat"})).notes()


def test_reads_are_asked_again_and_changes_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.remote_http.PAUSES", (0.01, 0.01))
    failing = 2

    def answer(request: Request) -> tuple[int, dict[str, str], bytes]:
        nonlocal failing
        if request.headers["Content-Type"] == "application/sparql-update":
            return (204, {}, b"") if request.body == b"INSERT DATA { }" else (503, {}, b"")
        failing -= 1
        return (503, {}, b"") if failing >= 0 else (200, JSON, NO_ROWS)

    with scripted(answer) as server:
        endpoint = Endpoint(Server(server.url))
        assert endpoint.notes().sequence == 0
        with pytest.raises(StoreError, match="busy"):
            endpoint.update("INSERT DATA { <x:a> <x:b> <x:c> }")
    assert sum(b"x:a" in request.body for request in server.requests) == 1


def test_an_answer_that_does_not_come_in_time() -> None:
    def answer(request: Request) -> tuple[int, dict[str, str], bytes]:
        if b"ASK" not in request.body:
            time.sleep(0.6)
        return 200, JSON, NO_ROWS

    with scripted(answer) as server:
        endpoint = Endpoint(Server(server.url))
        start = time.monotonic()
        with pytest.raises(LimitError, match=r"no whole answer within 0\.2 s"):
            list(endpoint.select("SELECT * { ?s ?p ?o }", seconds=0.2))
        assert time.monotonic() - start < 0.5


def test_a_server_that_never_answers_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: Request) -> tuple[int, dict[str, str], bytes]:
        time.sleep(0.6)
        return 200, JSON, NO_ROWS

    monkeypatch.setattr("kg.remote.FIRST", 0.2)
    with scripted(answer) as server:
        start = time.monotonic()
        with pytest.raises(StoreError, match=r"answered nothing within 0\.2 s; see that a SPARQL server runs there"):
            Endpoint(Server(server.url)).notes()
        assert time.monotonic() - start < 0.5


def test_an_answer_that_breaks_off() -> None:
    with scripted(reply(200, JSON, NO_ROWS)) as server:
        endpoint = Endpoint(Server(server.url))
        endpoint.notes()
        server.cut, server.reply = 10, reply(200, JSON, NO_ROWS[:-9])
        with pytest.raises(BrokenError, match="broke off"):
            list(endpoint.query("SELECT * { ?s ?p ?o }"))
        server.cut, server.reply = 0, reply(200, JSON, b'{"head":{"vars":["s"]},"results":{"bindings":[')
        for ask in (endpoint.select, endpoint.query):  # a server's own limit, told as its answer's end
            with pytest.raises(StoreError, match="cut off or damaged"):
                list(ask("SELECT * { ?s ?p ?o }"))


# how a server that answers queries refuses updates
REFUSALS = [
    (403, b"chi doc", "takes no updates (403): chi doc"),
    (404, b"", "takes no updates (404)"),
    (405, b"", "takes no updates (405)"),
    (401, b"", "wants credentials (401)"),
    (400, b"sai", "refused the update (400): sai; nothing of it was written"),
    (413, b"", "refused the update (413)"),
    (500, b"", "answers 500"),
]


@pytest.mark.parametrize(("status", "said", "message"), REFUSALS)
def test_a_server_that_takes_no_updates(status: int, said: bytes, message: str, tmp_path: Path) -> None:
    def answer(request: Request) -> tuple[int, dict[str, str], bytes]:
        update = request.headers["Content-Type"] == "application/sparql-update"
        return (status, {}, said) if update else (200, JSON, NO_ROWS)

    with scripted(answer) as server, pytest.raises(StoreError) as caught:
        RemoteStore(Server(server.url), tmp_path / "data")
    assert message in str(caught.value)
    assert not (tmp_path / "data" / "lock.json").exists()


def test_updates_that_go_elsewhere_are_noticed(tmp_path: Path) -> None:
    with scripted(reply(200, JSON, NO_ROWS)) as server, pytest.raises(StoreError, match="one and the same data set"):
        RemoteStore(Server(server.url), tmp_path / "data")


def test_a_query_that_the_server_cannot_read_is_the_users_error() -> None:
    with oxigraph() as url:
        endpoint = Endpoint(Server(url))
        with pytest.raises(QueryError, match="the query cannot be read: error at 1:"):
            endpoint.ask("SELECT WHERE")
        with pytest.raises(StoreError, match="refused the update"):
            endpoint.update("DELETE EVERYTHING")


def test_a_default_graph_that_is_the_union_is_refused(tmp_path: Path) -> None:
    with oxigraph("--union-default-graph") as url:
        with pytest.raises(KgError, match="would count twice"):
            RemoteStore(Server(url), tmp_path / "data")
        with pytest.raises(KgError, match="would count twice"):
            Endpoint(Server(url)).notes()


def test_one_connection_serves_all(monkeypatch: pytest.MonkeyPatch) -> None:
    from urllib3.connection import HTTPConnection

    made, connect = 0, HTTPConnection.connect

    def counted(self: HTTPConnection) -> None:
        nonlocal made
        made += 1
        connect(self)

    monkeypatch.setattr(HTTPConnection, "connect", counted)
    with oxigraph() as url:
        endpoint = Endpoint(Server(url))
        for _ in range(5):
            endpoint.update("INSERT DATA { <x:a> <x:b> <x:c> }")
            assert endpoint.count() == 1
            endpoint.notes()
    assert made == 1
