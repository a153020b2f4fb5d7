"""The endpoint against the W3C's tests of the SPARQL 1.1 Protocol and Service Description, and our own cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.build import publish
from kg.config import Config
from kg.store import Store
from kg.store_making import Load
from web.app import close, create_app
from web.limits import Budget

XML = "application/sparql-results+xml"
JSON = "application/sparql-results+json"
TABULAR = {JSON, XML, "text/csv", "text/tab-separated-values"}
RDF = {"application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"}
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"


@pytest.fixture(scope="module")
def app(gold_store: Path) -> Iterator[Flask]:
    made = create_app(Config(store=gold_store), query_timeout=3)
    yield made
    close(made)


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


# ── the protocol's own cases ─────────────────────────────────────────────────────────────────────────────────────────

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_HT = "http://www.w3.org/2011/http#"
_CNT = "http://www.w3.org/2011/content#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_UT = "http://www.w3.org/2009/sparql/tests/test-update#"


def _manifest(shared: Path) -> ox.Store:
    store = ox.Store()
    path = shared / "conformance" / "protocol" / "manifest.ttl"
    store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="http://example.org/protocol/manifest")
    return store


_CASES = f"""PREFIX rdf: <{_RDF}> PREFIX ht: <{_HT}> PREFIX cnt: <{_CNT}> PREFIX mf: <{_MF}>
SELECT ?test ?request ?path ?method ?chars ?encoding ?format ?answer (GROUP_CONCAT(STR(?status)) AS ?expected) {{
  ?test mf:action/ht:requests/rdf:rest*/rdf:first ?request .
  ?request ht:absolutePath ?path ; ht:methodName ?method ; ht:resp ?response . ?response mf:expectedStatus ?status .
  OPTIONAL {{ ?request ht:body ?body . ?body cnt:chars ?chars OPTIONAL {{ ?body cnt:characterEncoding ?encoding }} }}
  OPTIONAL {{ ?response mf:expectedFormat ?format }} OPTIONAL {{ ?response mf:expectedBoolean ?answer }}
}} GROUP BY ?test ?request ?path ?method ?chars ?encoding ?format ?answer"""
_HEADERS = f"""PREFIX rdf: <{_RDF}> PREFIX ht: <{_HT}>
SELECT ?r ?name ?value {{ ?r ht:headers/rdf:rest*/rdf:first ?h .
  ?h ht:fieldName ?name ; ht:fieldValue ?value }}"""


def _requests(store: ox.Store) -> dict[str, list[dict[str, Any]]]:
    """The requests of each test of the manifest."""
    found: dict[str, list[dict[str, Any]]] = {}
    solutions = store.query(_CASES)
    names = [variable.value for variable in solutions.variables]  # type: ignore[union-attr]
    for solution in solutions:  # type: ignore[union-attr]
        row = {name: solution[name].value for name in names if solution[name] is not None}
        headers = store.query(_HEADERS, substitutions={ox.Variable("r"): solution["request"]})
        row["headers"] = {h["name"].value: h["value"].value for h in headers}  # type: ignore[union-attr]
        found.setdefault(row["test"].rpartition("#")[2], []).append(row)
    return found


def _send(client: FlaskClient, request: dict[str, Any]) -> Any:
    body = request.get("chars")
    headers = {name.title(): value for name, value in request["headers"].items()}
    data = body.encode(request.get("encoding", "utf-8")) if body is not None else None
    return client.open(request["path"], method=request["method"], data=data, headers=headers)


def test_protocol_conformance(shared: Path, tmp_path: Path) -> None:
    """Every query case of the manifest passes; every update is refused, since the endpoint only reads."""
    manifest = _manifest(shared)
    loads = []
    for row in manifest.query(
        f"SELECT DISTINCT ?file ?label {{ ?t <{_UT}graphData> ?d . ?d <{_UT}graph> ?file ; "
        "<http://www.w3.org/2000/01/rdf-schema#label> ?label }"
    ):
        name, graph = row["file"].value.rpartition("/")[2], row["label"].value  # type: ignore[index, union-attr]
        content = (shared / "conformance" / "protocol" / name).read_bytes()
        triples = [quad.triple for quad in ox.parse(content, ox.RdfFormat.N_TRIPLES, base_iri=graph)]
        loads.append(Load(graph, triples, "w3c"))
    with Store(tmp_path) as store:
        store.fill(loads)
        publish(Config(store=tmp_path), store)
    app = create_app(Config(store=tmp_path))
    try:
        client = app.test_client()
        failed, queries, updates = [], 0, 0
        for name, requests in _requests(manifest).items():
            update = "update" in name
            updates, queries = updates + update, queries + (not update)
            for request in requests:
                answer = _send(client, request)
                status = f"StatusCode{answer.status_code // 100}xx"
                if update:
                    if (
                        "answer" not in request and not 400 <= answer.status_code < 500
                    ):  # the update, not what asks after it
                        failed.append((name, answer.status_code))
                    continue
                if status not in request["expected"]:
                    failed.append((name, answer.status_code, answer.get_data(as_text=True)[:200]))
                    continue
                form = request.get("format")
                kinds = {"boolean": {JSON, XML}, "tabular": TABULAR, "RDF": RDF}
                if form and answer.mimetype not in kinds[form]:
                    failed.append((name, answer.mimetype))
                if "answer" in request and json.loads(answer.data)["boolean"] is not (request["answer"] == "true"):
                    failed.append((name, answer.get_data(as_text=True)))
        assert failed == []
        assert queries >= 17 and updates >= 13
    finally:
        close(app)


def test_service_description(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.mimetype == "text/turtle"
    triples = {(q.subject.value, q.predicate.value, q.object.value) for q in ox.parse(answer.data, ox.RdfFormat.TURTLE)}
    endpoint = "http://localhost/sparql"
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (endpoint, f"{sd}endpoint", endpoint) in triples
    assert (endpoint, f"{sd}supportedLanguage", f"{sd}SPARQL11Query") in triples
    assert any(p == f"{sd}defaultDataset" for _, p, _ in triples)
    examples = [o for _, p, o in triples if p == "http://www.w3.org/ns/shacl#select"]
    assert len(examples) >= 15
    for text in examples:  # each runs as it stands
        assert client.get("/sparql", query_string={"query": text}, headers={"Accept": JSON}).status_code == 200


# ── content negotiation ──────────────────────────────────────────────────────────────────────────────────────────────

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/vnpolicy/ontology#Source> } ORDER BY ?s LIMIT 2"
CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/vnpolicy/ontology#Source> }"


@pytest.mark.parametrize(
    ("query", "accept", "status", "kind"),
    [
        (SELECT, None, 200, JSON),
        (SELECT, "*/*", 200, JSON),
        (SELECT, JSON, 200, JSON),
        (SELECT, "application/json", 200, JSON),
        (SELECT, XML, 200, XML),
        (SELECT, "text/csv", 200, "text/csv"),
        (SELECT, "text/tab-separated-values", 200, "text/tab-separated-values"),
        (SELECT, f"{XML};q=0.3, text/csv;q=0.8", 200, "text/csv"),
        # what rdflib and SPARQLWrapper send: everything they know
        (SELECT, f"{XML}, {JSON}, text/turtle", 200, JSON),
        (SELECT, "text/csv; charset=UTF-8", 200, "text/csv"),
        (SELECT, "image/png", 406, "application/problem+json"),
        ("ASK {}", XML, 200, XML),
        (CONSTRUCT, None, 200, "text/turtle"),
        (CONSTRUCT, "application/n-triples", 200, "application/n-triples"),
        (CONSTRUCT, "application/ld+json", 200, "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", 200, "application/rdf+xml"),
        (CONSTRUCT, JSON, 406, "application/problem+json"),
        ("DESCRIBE <https://w3id.org/vnpolicy/id/agency/bo-cong-an>", "text/turtle", 200, "text/turtle"),
        # a keyword in a comment, a string or a name is none
        (f"# CONSTRUCT\nPREFIX ask: <http://a/construct#> {SELECT}", JSON, 200, JSON),
    ],
)
def test_content_negotiation(client: FlaskClient, query: str, accept: str | None, status: int, kind: str) -> None:
    headers = {"Accept": accept} if accept else {}
    for answer in (
        client.get("/sparql", query_string={"query": query}, headers=headers),
        client.post("/sparql", data={"query": query}, headers=headers),
        client.post("/sparql", data=query.encode(), content_type=DIRECT, headers=headers),
    ):
        assert (answer.status_code, answer.mimetype) == (status, kind), answer.get_data(as_text=True)[:200]
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("method", "arguments", "status", "said"),
    [
        # a query that cannot be read
        ("GET", {"query_string": {"query": "SELECT * WHERE {"}}, 400, "line 1, column 17"),
        ("GET", {"query_string": {"query": ""}}, 400, ""),
        ("GET", {"query_string": "query=ASK%7B%7D&query=ASK%7B%7D"}, 400, "one query"),
        ("GET", {"query_string": {"update": "CLEAR ALL"}}, 400, "never sent by GET"),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403, "read-only"),
        ("POST", {"data": b"CLEAR ALL", "content_type": "application/sparql-update"}, 403, "read-only"),
        ("POST", {"data": b"CLEAR ALL", "content_type": DIRECT}, 400, ""),
        ("POST", {"data": b"ASK {}", "content_type": "text/plain"}, 415, "text/plain"),
        ("POST", {"data": b"ASK {}"}, 415, "nothing"),
        ("POST", {"data": "ASK {}".encode("utf-16"), "content_type": f"{DIRECT}; charset=utf-16"}, 415, "utf-16"),
        ("POST", {"data": b'ASK { ?s ?p "\xff" }', "content_type": DIRECT}, 400, "not UTF-8"),
        ("PUT", {"data": b"ASK {}", "content_type": DIRECT}, 405, ""),
        ("DELETE", {}, 405, ""),
        # what would reach another host
        ("GET", {"query_string": {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
        ("POST", {"data": {"query": "x" * 2_000_000}}, 413, ""),
    ],
)  # fmt: skip
def test_refusals_are_told_to_programs(
    client: FlaskClient, method: str, arguments: dict[str, Any], status: int, said: str
) -> None:
    answer = client.open("/sparql", method=method, headers={"Accept": "application/json"}, **arguments)
    assert answer.status_code == status, answer.get_data(as_text=True)[:300]
    assert answer.mimetype == "application/problem+json"
    problem = answer.get_json()
    assert problem["status"] == status and said in problem["detail"]


def test_problems_come_as_text_where_no_json_is_taken(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=SELEC", headers={"Accept": "text/csv, text/plain"})
    assert answer.status_code == 400 and answer.mimetype == "text/plain"


def test_a_query_that_takes_too_long_is_stopped(client: FlaskClient) -> None:
    triples = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6))
    answer = client.get("/sparql", query_string={"query": f"SELECT (COUNT(*) AS ?n) {{ {triples} }}"})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.get_json()["limit"] in ("time", "memory")


def test_graphs_of_the_protocol(client: FlaskClient) -> None:
    source = "https://w3id.org/vnpolicy/id/source/2025-11-viec-qua-han"
    count = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <https://w3id.org/vnpolicy/ontology#Source> }"
    numbers = []
    for graph in ("", f"&default-graph-uri={quote(source, safe='')}"):
        answer = client.get(f"/sparql?query={quote(count)}{graph}", headers={"Accept": JSON})
        numbers.append(int(answer.get_json(force=True)["results"]["bindings"][0]["n"]["value"]))
    assert numbers == [18, 1]


def test_other_origins_may_ask(client: FlaskClient) -> None:
    answer = client.options("/sparql", headers={"Origin": "http://a.example", "Access-Control-Request-Method": "POST"})
    assert answer.status_code == 204
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_browsers_get_the_editor(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.mimetype == "text/html" and b"yasgui" in answer.data


def test_an_address_has_a_budget_of_query_seconds() -> None:
    now = [0.0]
    budget = Budget(seconds=10, window=10, clock=lambda: now[0])
    budget.spend("a", 15)
    assert budget.wait("a") == 5 and budget.wait("b") == 0
    now[0] = 6.0
    assert budget.wait("a") == 0


def test_clients_that_people_use(app: Flask) -> None:
    """SPARQLWrapper, rdflib's SPARQLStore and another Oxigraph's SERVICE, over a real connection."""
    import threading

    import rdflib
    import SPARQLWrapper
    from rdflib.plugins.stores.sparqlstore import SPARQLStore
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    endpoint = f"http://127.0.0.1:{server.server_port}/sparql"
    try:
        wrapper = SPARQLWrapper.SPARQLWrapper(endpoint)
        for form in (SPARQLWrapper.JSON, SPARQLWrapper.XML, SPARQLWrapper.CSV):
            wrapper.setQuery(SELECT)
            wrapper.setReturnFormat(form)
            assert wrapper.query().convert()
        wrapper.setQuery(CONSTRUCT)
        wrapper.setReturnFormat(SPARQLWrapper.TURTLE)
        assert len(rdflib.Graph().parse(data=wrapper.query().convert(), format="turtle")) == 18
        assert len(list(rdflib.Graph(SPARQLStore(endpoint)).query(SELECT))) == 2
        asked = f"SELECT ?s {{ SERVICE <{endpoint}> {{ ?s a <https://w3id.org/vnpolicy/ontology#Source> }} }}"
        assert len(list(ox.Store().query(asked))) == 18  # type: ignore[arg-type]
    finally:
        server.shutdown()
        thread.join()
