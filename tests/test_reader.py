"""Queries in killable processes: deadlines, memory, caps, forms, parameters, what is refused, changing releases."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import releases
from kg.binding import bind, parameters
from kg.errors import LimitError, QueryError, StoreError, UsageError
from kg.guard import check_query, check_update
from kg.reader import Reader
from kg.store import Store
from kg.store_making import Load

LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?d && ?g != ?j) }"
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"
NAMES = ["Bộ Khoa học và Công nghệ", 'dấu "ngoặc"\tvà\nxuống dòng', "cộng hòa \\ xã hội", "", "<b>&amp;</b>"]


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"http://x/{name}")


def publish(data: Path, names: list[str]) -> releases.Release:
    triples = [ox.Triple(node(f"n{i:05}"), LABEL, ox.Literal(name, language="vi")) for i, name in enumerate(names)]
    with Store(data) as store:
        store.replace([Load("http://g/a", triples, str(len(names)))])
        return releases.publish(store, "2025-11-24T00:00:00Z", lambda folder, number: {"names": len(names)})


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    publish(folder, NAMES + [f"tên {i}" for i in range(2000)])
    return folder


@pytest.fixture(scope="module")
def reader(data: Path) -> Iterator[Reader]:
    with Reader(data, deadline=10) as open_reader:
        yield open_reader


def test_rows_come_as_they_were_stored(reader: Reader) -> None:
    table = reader.table(ALL)
    assert table.variables == ("s", "o")
    assert [row["o"] for row in table][:5] == [ox.Literal(name, language="vi") for name in NAMES]
    assert len(table) == 2005
    assert not table.truncated


# SELECT in each format, read back by a reader of that format
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_every_form_of_rows(reader: Reader, form: str) -> None:
    result = reader.query(ALL + " LIMIT 5", form)
    assert (result.kind, result.rows, result.format) == ("solutions", 5, form)
    if form == "csv":
        import csv
        import io

        rows = list(csv.reader(io.StringIO(result.content.decode(), newline="")))
        assert [row[1] for row in rows[1:]] == NAMES
    else:
        read = ox.parse_query_results(result.content, format=getattr(ox.QueryResultsFormat, form.upper()))
        assert isinstance(read, ox.QuerySolutions)
        assert [solution["o"].value for solution in read] == NAMES


@pytest.mark.parametrize(
    "value",
    ["1", "-5", "1.50", "1e3", "INF", "NaN", "true", "2024-02-02", "2025-12", '"a"^^<http://x/t>', "'x'@en-GB"],
)
def test_a_value_is_the_same_by_every_way(reader: Reader, value: str) -> None:
    types = {"INF": "double", "NaN": "double", "2024-02-02": "date", "2025-12": "gYearMonth"}
    term = f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{types[value]}>' if value in types else value
    query = f"SELECT ?v ?none {{ BIND({term} AS ?v) }}"
    by_json = json.loads(reader.query(query, "json").content)["results"]["bindings"][0]
    (by_table,) = reader.table(query)
    direct = ox.Store().query(query)
    assert isinstance(direct, ox.QuerySolutions)
    assert by_table["v"] == next(direct)["v"]
    assert by_json["v"]["value"] == by_table["v"].value  # type: ignore[union-attr]
    assert "none" not in by_json


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads"])
def test_every_form_of_triples(reader: Reader, form: str) -> None:
    result = reader.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 5", form)
    formats = {
        "turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD,
        "rdfxml": ox.RdfFormat.RDF_XML, "trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS,
    }  # fmt: skip
    read = {quad.object.value for quad in ox.parse(result.content, formats[form])}  # type: ignore[union-attr]
    assert read == set(NAMES)
    assert (result.kind, result.rows) == ("triples", 5)


def test_ask(reader: Reader) -> None:
    assert reader.ask("ASK { ?s ?p ?o }")
    assert not reader.ask("ASK { ?s <x:none> ?o }")
    assert json.loads(reader.query("ASK { ?s ?p ?o }").content)["boolean"] is True


def test_a_form_that_does_not_fit_gives_the_usual_one(reader: Reader) -> None:
    assert reader.query("CONSTRUCT WHERE { ?s ?p ?o }", "csv").format == "turtle"
    assert reader.query("SELECT * { ?s ?p ?o } LIMIT 1", "turtle").format == "json"


# ── caps ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["json", "tsv", "csv", "xml"])
def test_a_cut_answer_is_whole_in_itself_and_says_so(reader: Reader, form: str) -> None:
    result = reader.query(ALL, form, max_rows=7)
    assert (result.rows, result.truncated) == (7, True)
    if form == "json":
        assert len(json.loads(result.content)["results"]["bindings"]) == 7


def test_an_answer_as_long_as_the_cap_is_not_cut(reader: Reader) -> None:
    assert not reader.query(ALL, max_rows=2005).truncated
    assert reader.query(ALL, max_rows=2004).truncated


def test_bytes_are_capped_at_a_whole_row(data: Path) -> None:
    with Reader(data, max_bytes=5000) as small:
        result = small.query(ALL, "tsv")
        assert result.truncated
        assert len(result.content) <= 5000
        assert result.content.endswith(b"@vi\n")
        triples = small.query("CONSTRUCT WHERE { ?s ?p ?o }", "ntriples")
        assert triples.truncated
        assert len(list(ox.parse(triples.content, ox.RdfFormat.N_TRIPLES))) == triples.rows > 0


# ── deadlines, memory, crashes ───────────────────────────────────────────────────────────────────────────────────────


def test_a_query_is_stopped_at_its_deadline_and_the_next_is_served(reader: Reader) -> None:
    begun = time.monotonic()
    with pytest.raises(LimitError, match=r"stopped after 0\.3 s") as caught:
        reader.query(SLOW, deadline=0.3)
    assert caught.value.limit == "time"
    assert time.monotonic() - begun < 1.5
    assert reader.ask("ASK { ?s ?p ?o }")


def test_memory_is_limited(data: Path) -> None:
    doublings = " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(26))
    with Reader(data, memory=800 << 20) as own:
        with pytest.raises(LimitError) as caught:
            own.query(f"SELECT (STRLEN(?v26) AS ?n) {{ BIND('xxxxxxxxxxxxxxxx' AS ?v0) {doublings} }}", deadline=20)
        assert caught.value.limit == "memory"
        assert own.ask("ASK { ?s ?p ?o }")


def test_nesting_that_breaks_the_parser_breaks_only_its_process(reader: Reader) -> None:
    with pytest.raises((LimitError, QueryError)):
        reader.query("SELECT * { FILTER(" + "(" * 40_000 + "1" + ")" * 40_000 + ") }")
    assert reader.ask("ASK { ?s ?p ?o }")


def test_a_process_that_died_is_replaced(data: Path) -> None:
    with Reader(data) as own:
        assert own.ask("ASK { ?s ?p ?o }")
        process = own._pool.places.get()
        assert process is not None
        os.kill(process._process.pid, signal.SIGKILL)
        process._process.wait()
        own._pool.places.put(process)
        assert own.ask("ASK { ?s ?p ?o }")


def test_no_process_and_no_lock_is_left_after_closing(data: Path) -> None:
    own = Reader(data)
    own.ask("ASK { ?s ?p ?o }")
    process = own._pool.places.get()
    own._pool.places.put(process)
    assert process is not None
    own.close()
    assert process._process.poll() is not None
    assert not list(own.release.folder.glob(f"readers/{process._process.pid}-*"))


def test_several_threads_share_the_processes(data: Path) -> None:
    counts: list[int] = []
    with Reader(data, workers=2) as own:
        threads = [threading.Thread(target=lambda: counts.append(len(own.table(ALL)))) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert counts == [2005] * 6


def test_a_full_pool_says_that_it_is_busy(data: Path) -> None:
    with Reader(data, workers=1, patience=0.05) as own:

        def wait() -> None:
            with pytest.raises(LimitError):
                own.query(SLOW, deadline=0.8)

        slow = threading.Thread(target=wait)
        slow.start()
        time.sleep(0.3)
        with pytest.raises(LimitError, match="busy") as caught:
            own.ask("ASK { ?s ?p ?o }")
        assert caught.value.limit == "busy"
        slow.join()


# ── what is wrong with a query ───────────────────────────────────────────────────────────────────────────────────────


def test_a_syntax_error_says_where(reader: Reader) -> None:
    with pytest.raises(QueryError, match=r"cannot be read: line 1, column \d+, "):
        reader.query("SELECT * { ?s ?p }")


SERVICE = [
    "SELECT * { SERVICE <http://x> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { OPTIONAL { service SILENT ?x { ?s ?p ?o } } } } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://x> { ?s ?p ?o } } }",
    # a keyword written with escapes: Oxigraph does not read it, others do
    "SELECT * { \\u0053ERVICE <http://x> { ?s ?p ?o } }",
    "SELECT * { \\U00000053\\u0045RVICE <http://x> { ?s ?p ?o } }",
    # in an expression
    "SELECT (EXISTS { SERVICE <http://x> { ?s ?p ?o } } AS ?x) {}",
    "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://x> { ?s ?p ?o } })",
    "SELECT (COUNT(EXISTS { SERVICE <http://x> {} }) AS ?c) {} GROUP BY ?s HAVING (EXISTS { SERVICE <http://x> {} })",
    "DESCRIBE ?s { MINUS { SerVice <http://x> { ?s ?p ?o } } }",
    # not closed, or in a dialect: what cannot be checked is refused
    "SELECT * { SERVICE <http://x> { ?s ?p ?o }",
    "SELECT * { LATERAL { SERVICE <http://x> { ?s ?p ?o } } }",
]


@pytest.mark.parametrize("text", SERVICE)
def test_service_is_refused_wherever_it_stands(reader: Reader, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(text)
    with pytest.raises(QueryError):
        reader.query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'public service' } # SERVICE <http://x> {}",
        "SELECT ?service { ?service a <http://x/service> }",
        'ASK { ?s ?p """SERVICE <http://x> {}""" }',
    ],
)
def test_a_text_about_services_is_no_offence(text: str) -> None:
    check_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://x>",
        "INSERT DATA { <a:a> <a:b> <a:c> } ; LOAD SILENT <http://x> INTO GRAPH <http://y>",
        "DELETE WHERE { ?s ?p 'a' } ; lo\\u0061d <file:///etc/passwd>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://x> { ?s ?p ?o } }",
        "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { { SELECT * { SERVICE <http://x> { ?s ?p ?o } } } }",
    ],
)
def test_updates_that_reach_out_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|LOAD"):
        check_update(text)


def test_an_update_that_speaks_of_loading_is_none() -> None:
    check_update("INSERT DATA { <http://a/load> <http://a/b> 'LOAD <http://x>' }")


def test_a_query_may_not_be_endless() -> None:
    with pytest.raises(QueryError, match="characters"):
        check_query("ASK {}" + " " * 200_000)


# ── parameters ───────────────────────────────────────────────────────────────────────────────────────────────────────


BOUND = [
    # a block in the query, and one in a sub-select
    ("SELECT ?s { VALUES ?x { UNDEF } ?s ?p ?x }", "SELECT ?s { VALUES ?x { <http://x/n> } ?s ?p ?x }"),
    (
        "SELECT ?s { { SELECT ?s { values $x {undef} ?s ?p ?x } } VALUES ?x { UNDEF } }",
        "SELECT ?s { { SELECT ?s { values $x { <http://x/n> } ?s ?p ?x } } VALUES ?x { <http://x/n> } }",
    ),
    # no block: at the start of the outermost WHERE, not in a comment, string or IRI
    ("# {\nSELECT ('{' AS ?b) { ?s ?p ?x }", "# {\nSELECT ('{' AS ?b) { VALUES ?x { <http://x/n> }  ?s ?p ?x }"),
    ("ASK { ?s <http://x/VALUES> ?x }", "ASK { VALUES ?x { <http://x/n> }  ?s <http://x/VALUES> ?x }"),
    (
        "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?x }",
        "CONSTRUCT { ?s ?p ?x } WHERE { VALUES ?x { <http://x/n> }  ?s ?p ?x }",
    ),
    ("CONSTRUCT WHERE { ?s ?p ?x }", "CONSTRUCT WHERE { VALUES ?x { <http://x/n> }  ?s ?p ?x }"),
    # another parameter's block is left alone
    ("ASK { VALUES ?xx { UNDEF } ?s ?xx ?x }", "ASK { VALUES ?x { <http://x/n> }  VALUES ?xx { UNDEF } ?s ?xx ?x }"),
]


@pytest.mark.parametrize(("text", "expected"), BOUND)
def test_where_a_parameter_enters(text: str, expected: str) -> None:
    assert bind(text, {"x": node("n")}) == expected


def test_several_values_of_one_parameter(reader: Reader) -> None:
    table = reader.table("SELECT ?o { VALUES ?s { UNDEF } ?s ?p ?o }", {"s": [node("n00000"), node("n00004")]})
    assert sorted(row["o"].value for row in table) == sorted([NAMES[0], NAMES[4]])  # type: ignore[union-attr]


def test_parameters_are_found() -> None:
    text = "SELECT * { VALUES ?a { UNDEF } # VALUES ?no { UNDEF }\n VALUES ?b { 1 } values ?c { undef } }"
    assert parameters(text) == ["a", "c"]


def test_a_query_without_where_takes_no_parameter() -> None:
    with pytest.raises(QueryError, match="no place for the parameter x"):
        bind("DESCRIBE <http://x/y>", {"x": node("n")})


@settings(deadline=None, max_examples=60)
@given(value=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_value_can_leave_its_place(value: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(node("s"), LABEL, ox.Literal(value)))
    store.add(ox.Quad(node("t"), LABEL, ox.Literal(value + "x")))
    found = store.query(bind("SELECT ?s { VALUES ?v { UNDEF } ?s ?p ?v }", {"v": ox.Literal(value)}))
    assert [row["s"] for row in found] == [node("s")]  # type: ignore[union-attr]


# ── releases ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reader_follows_the_current_release(tmp_path: Path) -> None:
    publish(tmp_path, ["một"])
    with Reader(tmp_path) as following, Reader(releases.current(tmp_path)) as fixed:
        assert len(following.table(ALL)) == len(fixed.table(ALL)) == 1
        publish(tmp_path, ["một", "hai"])
        assert len(following.table(ALL)) == 2
        assert len(fixed.table(ALL)) == 1
        assert following.query(ALL).release == 2


def test_old_releases_go_unless_somebody_reads_them(tmp_path: Path) -> None:
    publish(tmp_path, ["0"])
    with Reader(releases.get(tmp_path, 1)) as old:
        assert old.ask("ASK { ?s ?p ?o }")
        for n in range(1, 8):
            publish(tmp_path, [str(n)] * (n + 1))
        assert releases.numbers(tmp_path) == [1, 4, 5, 6, 7, 8]
        assert len(old.table(ALL)) == 1
    publish(tmp_path, ["cuối"])
    assert releases.numbers(tmp_path) == [5, 6, 7, 8, 9]


def test_rolling_back_takes_the_store_along(tmp_path: Path) -> None:
    publish(tmp_path, ["một"])
    publish(tmp_path, ["một", "hai"])
    releases.rollback(tmp_path)
    assert releases.current(tmp_path).number == 1
    with Store(tmp_path) as store:
        assert len(store) == 2
    assert publish(tmp_path, ["một", "hai", "ba"]).number == 3
    assert releases.rollback(tmp_path, 2).number == 2
    with pytest.raises(UsageError, match=r"no release 9; there are 1, 2, 3"):
        releases.rollback(tmp_path, 9)


def test_rolling_back_goes_to_the_release_before_the_current_one_and_that_one_stays(tmp_path: Path) -> None:
    for labels in (["một"], ["một", "hai"], ["một", "hai", "ba"]):
        publish(tmp_path, labels)
    assert releases.rollback(tmp_path).number == 2
    assert releases.rollback(tmp_path).number == 1
    assert releases.prune(tmp_path, keep=1) == [2]  # not the current one, though it is the oldest
    assert releases.numbers(tmp_path) == [1, 3]
    assert releases.current(tmp_path).number == 1


def test_an_interrupted_rollback_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    publish(tmp_path, ["một"])
    publish(tmp_path, ["một", "hai"])
    (tmp_path / "rollback").write_text("1\n")
    with Store(tmp_path) as store:
        assert len(store) == 2
    assert releases.current(tmp_path).number == 1


def test_a_release_is_never_half_there(tmp_path: Path) -> None:
    publish(tmp_path, ["một"])

    def fail(folder: Path, number: int) -> dict[str, int]:
        raise OSError(28, "No space left on device")

    with Store(tmp_path) as store:
        store.replace([Load("http://g/b", [ox.Triple(node("b"), LABEL, ox.Literal("b"))], "b")])
        with pytest.raises(StoreError, match=r"cannot publish.*No space"):
            releases.publish(store, "2025-11-24T00:00:00Z", fail)
    assert releases.current(tmp_path).number == 1
    assert [path.name for path in (tmp_path / "releases").iterdir()] == ["1"]


DAMAGE = [
    ("garbage in current", lambda data: (data / "current").write_text("xyz"), "should hold the number"),
    ("current is binary", lambda data: (data / "current").write_bytes(b"\xff\xfe"), "not readable"),
    ("current names none", lambda data: (data / "current").write_text("77"), "missing or not whole"),
    ("current is missing", lambda data: (data / "current").unlink(), "missing"),
    ("a table file is missing", lambda data: next((data / "releases/1/store").glob("*.sst")).unlink(), "is missing"),
    ("the log is missing", lambda data: next((data / "releases/1/store").glob("*.log")).unlink(), "is missing"),
    ("the index is cut", lambda data: (data / "releases/1/sources.jsonl").write_text("x"), "has 1 bytes of 0"),
    ("counts are garbage", lambda data: (data / "releases/1/counts.json").write_text("[]"), "not readable"),
]


@pytest.mark.parametrize(("act", "message"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_a_damaged_release_is_found_before_it_is_read(tmp_path: Path, act: object, message: str) -> None:
    publish(tmp_path, ["một"])
    act(tmp_path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=message) as caught:
        Reader(tmp_path)
    assert "kg rebuild" in str(caught.value)


def test_no_store_at_all(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        Reader(tmp_path / "nowhere")


def test_a_bit_that_flipped_is_an_error_and_no_short_answer(tmp_path: Path) -> None:
    publish(tmp_path, [f"tên {i}" for i in range(3000)])
    for path in (tmp_path / "releases/1/store").glob("*.sst"):
        content = bytearray(path.read_bytes())
        for at in range(0, max(0, len(content) - 3000), 211):
            content[at] ^= 0xFF
        path.write_bytes(content)
    with Reader(tmp_path) as own, pytest.raises((StoreError, LimitError)):
        own.table(ALL, deadline=1)
