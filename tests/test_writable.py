"""Writing over HTTP by SPARQL Update and the Graph Store Protocol: the W3C's tests and ours."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg import build, tokens
from kg.config import Config
from kg.errors import QueryError, UsageError
from kg.store import Store
from tests.test_sparql_protocol import _manifest, _requests, _send
from web import using
from web.app import close, create_app

TOKEN = "k3y-of-the-editors"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
JSON = "application/sparql-results+json"
UPDATE = "application/sparql-update"
TURTLE = "text/turtle"
ROOT = Path(__file__).resolve().parents[1]
GRAPH = "http://example.org/ghi-chu"
AT = f"/store?graph={quote(GRAPH, safe='')}"
SD_UPDATE = b"SPARQL11Update"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store of one article, without the registry, which takes its time."""
    folder = tmp_path_factory.mktemp("writable")
    (folder / "bai.txt").write_text("Bộ Công an trình Chính phủ Nghị định về dữ liệu trước ngày 30/6/2024.", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.registry_graph.triples", lambda *given: iter(()))
        build.build(Config(folder / "data"), [folder / "bai.txt"])
        yield folder / "data"


@pytest.fixture(scope="module")
def app(data: Path) -> Iterator[Flask]:
    made = create_app(Config(store=data), token=TOKEN, workers=1)
    yield made
    close(made)


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[FlaskClient]:
    """A writable site over a store that holds nothing."""
    with Store(tmp_path) as store:
        build.publish(Config(store=tmp_path), store)
    app = create_app(Config(store=tmp_path), token=TOKEN, workers=1)
    yield app.test_client()
    close(app)


def ask(client: FlaskClient, query: str) -> bool:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": JSON})
    return bool(json.loads(answer.data)["boolean"])


# ── the standards' own cases ─────────────────────────────────────────────────────────────────────────────────────────


def _expected(request: dict[str, Any]) -> set[str]:
    return {status.rpartition("#")[2] for status in request["expected"].split()}


def test_updates_of_the_protocol(shared: Path, empty: FlaskClient) -> None:
    """Every update case of the manifest, with what it asks afterwards."""
    failed, seen = [], 0
    for name, requests in sorted(_requests(_manifest(shared)).items()):
        if "update" not in name:
            continue
        seen += 1
        for request in sorted(requests, key=lambda r: "answer" in r):  # the update, then what asks after it
            request["headers"] |= BEARER
            answer = _send(empty, request)
            if f"StatusCode{answer.status_code // 100}xx" not in _expected(request):
                failed.append((name, answer.status_code, answer.get_data(as_text=True)[:200]))
            elif "answer" in request and json.loads(answer.data)["boolean"] is not (request["answer"] == "true"):
                failed.append((name, 200, answer.get_data(as_text=True)))
    assert failed == []
    assert seen >= 14


_HT = "http://www.w3.org/2011/http#"
_STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_RESPONSES = f"""PREFIX ht: <{_HT}> PREFIX cnt: <http://www.w3.org/2011/content#>
PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
SELECT ?r ?chars ?location {{ ?r ht:resp ?resp .
  OPTIONAL {{ ?resp ht:body/cnt:chars ?chars }} OPTIONAL {{ ?resp mf:expectedLocation ?location }} }}"""


def _in_order(store: ox.Store) -> dict[str, list[str]]:
    """The requests of each test, in the order of its list."""
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    def one(subject: Any, predicate: str) -> Any:
        return next(store.quads_for_pattern(subject, ox.NamedNode(predicate), None)).object

    found: dict[str, list[Any]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(f"{_HT}requests"), None):
        connection, node, requests = quad.subject, quad.object, []
        while node != ox.NamedNode(f"{rdf}nil"):
            requests.append(one(node, f"{rdf}first").value)
            node = one(node, f"{rdf}rest")
        test = next(store.quads_for_pattern(None, None, connection)).subject
        found[str(test).rpartition("#")[2].rstrip(">")] = requests
    return found


def _same(one: str | bytes, other: str | bytes) -> bool:
    sets = [ox.Dataset(ox.parse(text, ox.RdfFormat.TURTLE, base_iri="http://a/")) for text in (one, other)]
    for each in sets:
        each.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return sets[0] == sets[1]


@pytest.mark.parametrize(("kind", "least"), [("direct", 5), ("indirect", 9)])
def test_graph_store_protocol(shared: Path, empty: FlaskClient, kind: str, least: int) -> None:
    """Every case of the Graph Store Protocol, each over graphs of its own: statuses, places and content."""
    manifest = ox.Store()
    path = shared / "conformance" / "graph-store-protocol" / f"manifest-{kind}.ttl"
    manifest.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="http://example.org/manifest")
    records = {record["request"]: record for requests in _requests(manifest).values() for record in requests}
    responses = {row["r"].value: row for row in manifest.query(_RESPONSES)}  # type: ignore[union-attr, misc]
    failed, tests = [], _in_order(manifest)
    for name, requests in tests.items():
        empty.post("/sparql", data={"update": "DROP ALL"}, headers=BEARER)
        place = ""
        for node in requests:
            record, response = records[node], responses[node]
            record["path"] = record["path"].replace("/gsp", "/store", 1).replace("$LOCATION$", place)
            record["headers"] |= BEARER
            answer = _send(empty, record)
            told = (name, record["method"], record["path"], answer.status_code, answer.get_data(as_text=True)[:300])
            met = answer.status_code in {_STATUS[one] for one in _expected(record)}
            wanted = response["chars"]
            if not met or (wanted is not None and not _same(wanted.value, answer.data)):
                failed.append(told)
            if response["location"] is not None:
                place = answer.headers["Location"]
    assert failed == []
    assert len(tests) >= least


# ── who may write ────────────────────────────────────────────────────────────────────────────────────────────────────

INSERT = f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <x:s> <x:p> 'không được ghi' }} }}"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        # another scheme is no token at all
        ({"Authorization": "Basic YTpi"}, 401),
        ({"Authorization": TOKEN}, 401),
        ({"Authorization": "Bearer "}, 401),
        ({"Authorization": "Bearer wrong"}, 403),
        # a beginning of the token, or more than it
        ({"Authorization": f"Bearer {TOKEN[:-1]}"}, 403),
        ({"Authorization": f"Bearer {TOKEN}x"}, 403),
        ({"Authorization": "Bearer kh\xf3a"}, 403),
    ],
)
def test_nobody_writes_without_the_token(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    for method, path, arguments in (
        ("POST", "/sparql", {"data": INSERT.encode(), "content_type": UPDATE}),
        ("POST", "/sparql", {"data": {"update": INSERT}}),
        # a token is nowhere but in the header
        ("POST", f"/sparql?token={TOKEN}&access_token={TOKEN}", {"data": {"update": INSERT, "access_token": TOKEN}}),
        ("PUT", AT, {"data": b"<x:s> <x:p> 'ghi' .", "content_type": TURTLE}),
        ("POST", AT, {"data": b"<x:s> <x:p> 'ghi' .", "content_type": TURTLE}),
        ("POST", "/store", {"data": b"<x:s> <x:p> 'ghi' .", "content_type": TURTLE}),
        ("PUT", "/store/ghi-chu", {"data": b"<x:s> <x:p> 'ghi' .", "content_type": TURTLE}),
        ("DELETE", "/store?default", {}),
        # what is wrong with the request is not told to strangers
        ("POST", "/sparql", {"data": b"\xff", "content_type": UPDATE}),
        ("PUT", "/store", {}),
    ):
        answer = client.open(path, method=method, headers=headers, **arguments)  # type: ignore[arg-type]
        assert answer.status_code == status, (method, path)
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert TOKEN not in answer.get_data(as_text=True)
    assert not ask(client, "ASK { GRAPH ?g { <x:s> <x:p> ?o } }")
    assert ask(client, "ASK { ?s ?p ?o }")


def test_the_scheme_may_be_written_in_any_case(client: FlaskClient) -> None:
    headers = {"Authorization": f"bEARER  {TOKEN}"}
    assert client.post("/sparql", data={"update": "CLEAR SILENT GRAPH <x:none>"}, headers=headers).status_code == 204


def test_without_a_token_the_site_only_reads(data: Path) -> None:
    app = create_app(Config(store=data), workers=1)
    try:
        client = app.test_client()
        assert client.post("/sparql", data={"update": INSERT}, headers=BEARER).status_code == 403
        assert client.post("/sparql", data=INSERT, content_type=UPDATE, headers=BEARER).status_code == 403
        for method in ("GET", "PUT", "POST", "DELETE"):
            assert client.open(AT, method=method, headers=BEARER).status_code in (404, 405)
        assert SD_UPDATE not in client.get("/sparql", headers={"Accept": TURTLE}).data
    finally:
        close(app)


def test_an_empty_token_is_none(data: Path) -> None:
    with pytest.raises(ValueError, match="empty token"):
        create_app(Config(store=data), token="")


# ── updates ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_change_is_seen_by_queries_and_pages(client: FlaskClient) -> None:
    query = "SELECT ?s { ?s a <https://w3id.org/vnpolicy/ontology#Agency> } LIMIT 1"
    rows = client.get("/sparql", query_string={"query": query}, headers={"Accept": JSON}).get_json(force=True)
    agency = rows["results"]["bindings"][0]["s"]["value"]
    name = "Cục Kiểm thử biên mục"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    old = f"<{agency}> <{label}> ?old"
    update = f"DELETE {{ {old} }} INSERT {{ <{agency}> <{label}> '{name}'@vi }} WHERE {{ {old} }}"
    page = "/id/" + agency.rpartition("/id/")[2]
    browser = {"Accept": "text/html"}
    before = client.get(page, headers=browser)
    assert before.status_code == 200 and name not in before.get_data(as_text=True)
    answer = client.post("/sparql", data=update.encode(), content_type=UPDATE, headers=BEARER)
    assert answer.status_code == 204 and int(answer.headers["X-Release"]) > 1
    assert ask(client, f"ASK {{ <{agency}> ?p '{name}'@vi }}")
    assert name in client.get(page, headers=browser).get_data(as_text=True)


def test_prefixes_and_base_are_those_of_queries(client: FlaskClient) -> None:
    update = f"INSERT DATA {{ GRAPH <{GRAPH}/co-so> {{ <mot> a vp:Task }} }}"
    assert client.post("/sparql", data={"update": update}, headers=BEARER).status_code == 204
    assert ask(client, f"ASK {{ GRAPH <{GRAPH}/co-so> {{ <https://w3id.org/vnpolicy/mot> a vp:Task }} }}")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ({"data": {"update": "INSERT DATA { <x:a> }"}}, 400, "cannot be read"),
        ({"data": {"update": ["CLEAR NAMED", "CLEAR DEFAULT"]}}, 400, "2 were sent"),
        # which of the two is meant?
        ({"data": {"update": "CLEAR NAMED", "query": "ASK {}"}}, 400, "2 were sent"),
        ({"data": b"\xff", "content_type": UPDATE}, 400, "not UTF-8"),
        ({"data": b"CLEAR NAMED", "content_type": f"{UPDATE}; charset=utf-16"}, 415, "utf-16"),
        ({"data": b"CLEAR NAMED", "content_type": "text/plain"}, 415, "text/plain"),
        # what would reach another host or a file
        ({"data": {"update": "LOAD <file:///etc/passwd>"}}, 400, "LOAD"),
        ({"data": {"update": "INSERT { ?s ?p ?o } WHERE { SERVICE <http://[::1]/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
        ({"data": {"update": "DELETE WHERE { ?s ?p ?o }", "using-graph-uri": "no iri"}}, 400, "not an IRI"),
        ({"data": {"update": "WITH <x:g> DELETE { ?s ?p ?o } WHERE {}", "using-graph-uri": "x:h"}}, 400, "WITH"),
        ({"data": {"update": "x" * 200_000}}, 400, "at most"),
        ({"query_string": {"update": "CLEAR ALL"}, "method": "GET"}, 400, "never sent by GET"),
    ],
)  # fmt: skip
def test_updates_that_are_refused(client: FlaskClient, arguments: dict[str, Any], status: int, said: str) -> None:
    answer = client.open("/sparql", **{"method": "POST", "headers": BEARER, **arguments})
    assert answer.status_code == status, answer.get_data(as_text=True)[:300]
    assert said in answer.get_json()["detail"]
    assert ask(client, "ASK { ?s ?p ?o }")


def test_a_store_in_use_is_told_and_may_be_tried_again(client: FlaskClient, data: Path) -> None:
    with Store(data):
        answer = client.post("/sparql", data={"update": INSERT}, headers=BEARER)
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0


USING = [
    # several operations, each with its own WHERE; a WHERE within a pattern, a comment or a text is none
    (
        "INSERT { ?s a <x:C> } WHERE { { SELECT ?s WHERE { ?s a <x:B> } } } ; # WHERE\n"
        "DELETE { ?s a 'WHERE' } WHERE {}",
        "INSERT { ?s a <x:C> } USING <x:g> WHERE { { SELECT ?s WHERE { ?s a <x:B> } } } ; # WHERE\n"
        "DELETE { ?s a 'WHERE' } USING <x:g> WHERE {}",
    ),
    # the short form has no place for USING
    ("delete where { ?s ?p '}' }; DROP ALL", "delete { ?s ?p '}' } USING <x:g> WHERE { ?s ?p '}' }; DROP ALL"),
    ("PREFIX where: <x:> INSERT DATA { where:a a 'x' }", "PREFIX where: <x:> INSERT DATA { where:a a 'x' }"),
]


@pytest.mark.parametrize(("update", "wanted"), USING)
def test_updates_over_other_graphs(update: str, wanted: str) -> None:
    made = using.over(update, ["x:g"], [])
    assert made == wanted
    ox.Store().update(made)
    assert using.over(update, [], []) == update


def test_a_graph_cannot_smuggle_in_an_operation() -> None:
    with pytest.raises(QueryError, match="not an IRI"):
        using.over("DELETE WHERE { ?s ?p ?o }", [], ["x:g> WHERE {} ; DROP ALL #"])


# ── graphs ───────────────────────────────────────────────────────────────────────────────────────────────────────────

THREE = [
    (TURTLE, "<x:a> <x:b> 'chữ Việt' ."),
    ("application/n-triples", "<x:a> <x:b> 'chữ Việt' .".replace("'", '"')),
    ("application/ld+json", '{"@id": "x:a", "x:b": "chữ Việt"}'),
    (
        "application/rdf+xml",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">'
        '<r:Description r:about="x:a"><x:b>chữ Việt</x:b></r:Description></r:RDF>',
    ),
]


@pytest.mark.parametrize(("kind", "content"), THREE)
def test_graphs_come_and_go_in_each_form(client: FlaskClient, kind: str, content: str) -> None:
    assert client.put(AT, data=content.encode(), content_type=kind, headers=BEARER).status_code in (201, 204)
    answer = client.get(AT, headers={"Accept": kind})
    assert (answer.status_code, answer.mimetype) == (200, kind)
    found = list(ox.parse(answer.data, ox.RdfFormat.from_media_type(kind)))
    assert [quad.object for quad in found] == [ox.Literal("chữ Việt")]
    assert client.head(AT).status_code == 200 and client.head(AT).data == b""


def test_addresses_in_a_graph_are_relative_to_it_and_its_nodes_its_own(client: FlaskClient) -> None:
    place = {"path": "/store/mot/hai"}
    sent = b"<> <x:b> <ba>, _:nut . _:nut <x:b> 1 ."
    assert client.put(**place, data=sent, content_type=TURTLE, headers=BEARER).headers["Location"].endswith("/mot/hai")
    assert ask(client, "ASK { GRAPH <http://localhost/store/mot/hai> { ?g <x:b> <http://localhost/store/mot/ba> } }")
    files = {"a": (io.BytesIO(sent), "a.ttl", TURTLE), "b": (io.BytesIO(sent), "b.ttl", TURTLE)}
    assert client.put(**place, data=files, headers=BEARER).status_code == 204
    pattern = "GRAPH <http://localhost/store/mot/hai> { ?n <x:b> 1 . ?m <x:b> 1 FILTER(?n != ?m) }"
    assert ask(client, f"ASK {{ {pattern} }}")


def test_an_empty_graph_is_a_graph(client: FlaskClient) -> None:
    at = "/store?graph=x:trong"
    assert client.put(at, data=b"", content_type=TURTLE, headers=BEARER).status_code == 201
    assert client.get(at).status_code == 200
    assert client.delete(at, headers=BEARER).status_code == 204
    assert client.get(at).status_code == client.delete(at, headers=BEARER).status_code == 404


def test_a_graph_that_speaks_of_loading_and_services_is_long(client: FlaskClient) -> None:
    lines = "".join(f"<x:{n}> <x:b> 'LOAD {n} SERVICE }} ; DROP ALL' .\n" for n in range(5000))
    assert client.put(AT, data=lines.encode(), content_type=TURTLE, headers=BEARER).status_code in (201, 204)
    assert client.get(AT, headers={"Accept": "application/n-triples"}).headers["X-Release"]
    assert len(client.get(AT, headers={"Accept": "application/n-triples"}).data.splitlines()) == 5000


DATA_SET = b'{"@id": "x:g", "@graph": [{"@id": "x:a", "x:b": 1}]}'


@pytest.mark.parametrize(
    ("method", "path", "arguments", "status", "said"),
    [
        ("GET", "/store", {}, 400, "which graph"),
        ("GET", "/store?default&graph=x:g", {}, 400, "one graph"),
        ("GET", "/store?graph=x:g&graph=x:h", {}, 400, "one graph"),
        ("GET", "/store?graph=relative", {}, 400, "absolute"),
        ("GET", "/store?graph=", {}, 400, "absolute"),
        ("GET", f"/store?graph={quote('x:g> {} } ; #', safe='')}", {}, 400, "absolute"),
        ("GET", "/store/mot?graph=x:g", {}, 400, "names a graph already"),
        ("GET", "/store?graph=x:nowhere", {}, 404, "x:nowhere"),
        ("DELETE", "/store?graph=x:nowhere", {}, 404, "x:nowhere"),
        ("GET", "/store?default", {"headers": {"Accept": "image/png, application/json"}}, 406, "image/png"),
        ("PUT", AT, {"data": b"<x:a> <x:b>", "content_type": TURTLE}, 400, "cannot be read"),
        ("PUT", AT, {"data": b"\xff", "content_type": TURTLE}, 400, "cannot be read"),
        # a graph, not a data set
        ("PUT", AT, {"data": DATA_SET, "content_type": "application/ld+json"}, 400, "cannot be read"),
        ("PUT", AT, {"data": b"a,b", "content_type": "text/csv"}, 415, "text/csv"),
        ("PUT", AT, {"data": b"<x:a> <x:b> 1 ."}, 415, "nothing"),
        ("PUT", AT, {"data": b"<x:a> <x:b> 1 .", "content_type": f"{TURTLE}; charset=utf-16"}, 415, "utf-16"),
        ("POST", AT, {"data": {"a": (io.BytesIO(b"a,b"), "a.csv", "text/csv")}}, 415, "text/csv"),
        ("POST", AT, {"data": {"a": "<x:a> <x:b> 1 ."}, "content_type": "multipart/form-data"}, 400, "files"),
        # the store's own notes
        ("DELETE", "/store?graph=urn:vnpolicy:state", {}, 403, "own notes"),
        ("PATCH", AT, {"data": b"DROP ALL", "content_type": UPDATE}, 405, ""),
    ],
)  # fmt: skip
def test_requests_for_graphs_that_are_refused(
    client: FlaskClient, method: str, path: str, arguments: dict[str, Any], status: int, said: str
) -> None:
    headers = {"Accept": "application/json"} if method != "GET" else {}
    given = {**arguments, "headers": {**headers, **BEARER, **arguments.get("headers", {})}}
    answer = client.open(path, method=method, **given)
    assert answer.status_code == status, answer.get_data(as_text=True)[:300]
    assert said in answer.get_json()["detail"]


def test_too_large_a_graph_is_refused(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.views.store.LARGEST", 1000)
    sent = b"# " + b"x" * 2000
    assert client.put(AT, data=sent, content_type=TURTLE, headers=BEARER).status_code == 413


def test_the_endpoint_says_that_it_takes_updates(client: FlaskClient) -> None:
    assert SD_UPDATE in client.get("/sparql", headers={"Accept": TURTLE}).data


# ── the token's file, and the command ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        (None, 0, "no such token file"),
        (b"", 0o600, "empty"),
        (b" \n\t\n", 0o600, "empty"),
        (b"two words", 0o600, "one word"),
        (b"a\nb", 0o600, "one word"),
        ("khóa".encode(), 0o600, "one word"),
        (b"\xff\xfe", 0o600, "one word"),
        (b"x" * 5000, 0o600, "one word"),
        # anybody could put a token of their own there
        (b"secret", 0o602, "may change"),
    ],
)
def test_token_files_that_are_refused(tmp_path: Path, content: bytes | None, mode: int, said: str) -> None:
    path = tmp_path / "token"
    if content is not None:
        path.write_bytes(content)
        path.chmod(mode)
    with pytest.raises(UsageError, match=said) as raised:
        tokens.read(path)
    assert str(path) in str(raised.value) and "secret" not in str(raised.value)


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True)])
def test_a_token_that_others_may_read(tmp_path: Path, mode: int, warned: bool) -> None:
    path = tmp_path / "token"
    path.write_text(f"\n {TOKEN} \r\n")
    path.chmod(mode)
    token, warning = tokens.read(path)
    assert token == TOKEN
    assert bool(warning) is warned and (not warning or "chmod 600" in warning)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--writable"], "cần --token-file TỆP"),
        (["--token-file", "t"], "--writable"),
        (["--writable", "--token-file", "t"], "không có tệp mã truy cập này"),
    ],
)
def test_options_that_do_not_go_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    from kg import cli

    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        sys.exit(cli.main(["serve", "--port", "0", *options]))  # type: ignore[func-returns-value]
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_serve_writable(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(f"{TOKEN}\n")
    path.chmod(0o644)
    options = ["--port", "0", "--writable", "--token-file", str(path)]
    with subprocess.Popen(
        [sys.executable, "-m", "kg.cli", "--store", str(data), "serve", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as server:
        assert server.stdout and server.stderr
        try:
            address = server.stdout.readline().split()[0]
            request = urllib.request.Request(f"{address}store?graph=x:lenh", b"<x:a> <x:b> 1 .", method="PUT")
            request.add_header("Content-Type", TURTLE)
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(request, timeout=20)
            request.add_header("Authorization", f"Bearer {TOKEN}")
            with urllib.request.urlopen(request, timeout=60) as answer:
                assert answer.status == 201
        finally:
            server.send_signal(2)  # Ctrl-C
            try:
                assert server.wait(20) in (0, 130)
            except subprocess.TimeoutExpired:
                server.kill()  # else leaving the block would wait for ever
                raise
        said = server.stderr.read()
        assert "người khác đọc được mã truy cập" in said and TOKEN not in said and "Traceback" not in said
