"""A real SPARQL server as the store: what it holds and answers is what a folder holds and answers."""

from __future__ import annotations

import json
import re
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import analytics, build, cli, export, identify, queries, rebuilding, remote_store, search, stats, trace_view
from kg import validate as checking
from kg.config import Config
from kg.errors import LimitError, StoreError, UsageError
from kg.reader import Reader
from kg.remote import Endpoint
from kg.remote_address import Server
from kg.remote_http import BrokenError
from kg.remote_store import RemoteStore
from kg.store_making import STATE, Load
from kg.stores import GraphStore, opened
from kg.trace import trace
from kg.vocabulary import PREFIXES
from tests import gold_sample
from tests.gold_sample import SAMPLE
from tests.server import oxigraph

ARTICLE = (
    "Quyết định về nền tảng số\n\nNgày 10/3/2024, Thủ tướng Chính phủ ban hành Quyết định số 142/QĐ-TTg "
    "phê duyệt Chiến lược dữ liệu quốc gia. Thủ tướng giao Bộ Công an trình Chính phủ đề án trước ngày 30/6/2024.\n"
)
A, B, P = "http://a/g1", "http://a/g2", ox.NamedNode("http://a/p")


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's cache of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("kg.remote_reader.FRESH", -1.0)
        yield


@pytest.fixture(scope="module")
def sample(gold_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Config]:
    """A server with the bundled sample, of the facts that the folder of the other fixtures has."""
    location = tmp_path_factory.mktemp("server")  # on the disk, as servers that matter are
    with oxigraph("--location", str(location)) as url:
        config = Config(Server(url), beside=tmp_path_factory.mktemp("beside"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kg.extraction.extract", gold_sample.extract)
            patch.setattr("kg.extraction.extractor", lambda: "gold")
            report = build.build(config, [SAMPLE], workers=1)
        assert report.count("failed") == 0
        yield config


@pytest.fixture(scope="module")
def remote(sample: Config) -> Iterator[Reader]:
    with Reader(sample.store, prefixes=PREFIXES, data=sample.data) as reader:
        yield reader


@pytest.fixture
def server() -> Iterator[str]:
    """A server that holds nothing yet."""
    with oxigraph() as url:
        yield url


def dump(over: Path | Server | str) -> list[str]:
    """All quads of a store but the notes of loading, in order."""
    with Reader(Server(over) if isinstance(over, str) else over) as reader:
        out = BytesIO()
        export.rdf(reader, "nquads", out)
    return out.getvalue().decode().splitlines()


def ask(url: str, update: str) -> None:
    """An update by somebody else."""
    request = urllib.request.Request(f"{url}/update", update.encode(), {"Content-Type": "application/sparql-update"})
    urllib.request.urlopen(request).close()


# ── the same as a folder ─────────────────────────────────────────────────────────────────────────────────────────────


def test_both_hold_the_same(gold_store: Path, sample: Config) -> None:
    here = dump(gold_store)
    assert len(here) > 10_000
    assert dump(sample.store) == here


EXAMPLES = [name for name, query in queries.saved().items() if query.example is not None]


@pytest.mark.parametrize("name", EXAMPLES)
def test_saved_queries_give_the_same_rows(gold_reader: Reader, remote: Reader, name: str) -> None:
    query = queries.saved()[name]
    for form in ("tsv", "json", "csv", "xml"):
        here, there = (queries.run(reader, query, query.example or {}, form) for reader in (gold_reader, remote))
        assert (there.kind, there.rows, there.truncated) == (here.kind, here.rows, here.truncated)
        assert there.media_type == here.media_type
        assert sorted(there.content.splitlines()) == sorted(here.content.splitlines())
    assert here.rows


TRACED = ["142/QĐ-TTg@2024-02-02", "Đề án 06", "Bo Cong an", "52-NQ/TW"]


@pytest.mark.parametrize("asked", TRACED)
def test_traces_are_the_same(gold_reader: Reader, remote: Reader, asked: str) -> None:
    here, there = (trace(reader, asked, base=Config().base_iri) for reader in (gold_reader, remote))
    assert trace_view.as_json(there) == trace_view.as_json(here)
    assert list(trace_view.tree(there)) == list(trace_view.tree(here))
    assert there.below


def test_search_counts_gaps_and_findings_are_the_same(gold_reader: Reader, remote: Reader) -> None:
    for asked in ("chien luoc du lieu", "142/qdttg", "Bộ Công an", "không có gì như thế"):
        assert search.Search(remote.release).find(asked) == search.Search(gold_reader.release).find(asked)
    assert remote.release.counts == gold_reader.release.counts
    assert stats.gaps(remote) == stats.gaps(gold_reader)
    assert stats.newest(remote) == stats.newest(gold_reader)
    with remote.snapshot() as there, gold_reader.snapshot() as here:
        assert checking.validate(there.quads_for_pattern) == checking.validate(here.quads_for_pattern)
    with pytest.raises(identify.AmbiguousError) as caught:
        identify.identify(remote.release, "50/NQ-CP")
    assert len(caught.value.candidates) == 2


def test_tables_and_graphs_are_the_same(gold_reader: Reader, remote: Reader, tmp_path: Path) -> None:
    counts = [export.tables(reader, tmp_path / name) for reader, name in ((gold_reader, "here"), (remote, "there"))]
    assert counts[0] == counts[1]
    for path in (tmp_path / "here").iterdir():
        assert (tmp_path / "there" / path.name).read_bytes() == path.read_bytes()
    assert analytics.graphml(analytics.graph(remote)) == analytics.graphml(analytics.graph(gold_reader))


ANSWERS = [
    ("SELECT * { ?s a vp:Task } LIMIT 5", "json", 5, False),
    ("SELECT * { ?s ?p ?o }", "csv", 50, True),
    ("CONSTRUCT WHERE { ?s a vp:Document }", "ntriples", 50, True),
    ("CONSTRUCT WHERE { <http://nowhere/> ?p ?o }", "turtle", 0, False),
    ("DESCRIBE <http://nowhere/>", "jsonld", 0, False),
    ("ASK { ?s a vp:Task }", "xml", 1, False),
    ("SELECT (1 AS ?one) { FILTER(false) }", "tsv", 0, False),
]


@pytest.mark.parametrize(("query", "form", "rows", "truncated"), ANSWERS)
def test_answers_have_the_same_caps_and_forms(
    gold_reader: Reader, remote: Reader, query: str, form: str, rows: int, truncated: bool
) -> None:
    here, there = (reader.query(query, form, max_rows=50) for reader in (gold_reader, remote))
    assert (there.rows, there.truncated, there.kind) == (rows, truncated, here.kind)
    assert there.media_type == here.media_type
    if not truncated and rows < 2:
        assert there.content == here.content


def test_what_is_refused_here_is_refused_there(remote: Reader) -> None:
    with pytest.raises(UsageError, match="SERVICE is not served here"):
        remote.query("SELECT * { SERVICE <http://a/> { ?s ?p ?o } }")
    with pytest.raises(UsageError, match="cannot be read"):
        remote.query("SELECT")
    with pytest.raises(UsageError, match="is not an IRI"):
        remote.query("SELECT * { ?s ?p ?o }", default_graphs=["a b"])
    with pytest.raises(LimitError):
        remote.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", deadline=0.5)


def test_a_query_over_named_graphs(gold_reader: Reader, remote: Reader) -> None:
    graph = f"{Config().base_iri}id/source/2024-02-quyet-dinh-142-tom-luoc"
    counts = [
        reader.table("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default_graphs=[graph]).rows[0][0].value  # type: ignore
        for reader in (gold_reader, remote)
    ]
    assert counts[0] == counts[1] != "0"


# ── loading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that say the same of one decision; loaded without the registry, which takes its time."""
    monkeypatch.setattr("kg.registry_graph.triples", lambda *given: iter(()))
    folder = tmp_path / "bai"
    folder.mkdir()
    (folder / "mot.txt").write_text(ARTICLE, "utf-8")
    (folder / "hai.txt").write_text(f"{ARTICLE}\nBộ Tài chính chủ trì, hoàn thành trong quý III/2024.\n", "utf-8")
    return folder


def test_sources_are_replaced_and_removed_as_in_a_folder(texts: Path, tmp_path: Path, server: str) -> None:
    here, there = Config(tmp_path / "here"), Config(Server(server), beside=tmp_path / "there")
    for step in (
        lambda config: build.build(config, [texts], workers=1),
        lambda config: (texts / "mot.txt").write_text(ARTICLE.replace("30/6", "30/9"), "utf-8"),
        lambda config: build.build(config, [texts], workers=1),
        lambda config: build.remove(config, "hai"),
        lambda config: build.remove(config, "mot"),
    ):
        for config in (here, there):
            step(config)
        assert dump(Server(server)) == dump(here.store)
    assert RemoteStore(Server(server), there.data).sources() == set()


def test_what_has_not_changed_is_not_written_again(texts: Path, tmp_path: Path, server: str) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    first = build.build(config, [texts], workers=1)
    before = Endpoint(Server(server)).notes()
    again = build.build(config, [texts], workers=1)
    assert (first.count("loaded"), again.count("unchanged"), again.release) == (2, 2, None)
    assert Endpoint(Server(server)).notes() == before


def test_a_load_that_was_cut_short_is_finished_by_the_next(
    texts: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, whole = Config(Server(server), beside=tmp_path / "data"), Config(tmp_path / "here")
    build.build(whole, [texts], workers=1)
    monkeypatch.setattr(remote_store, "LARGEST", 1)  # a request for each graph
    asked, update = 0, Endpoint.update

    def fails(self: Endpoint, text: str, seconds: float = 60) -> None:
        nonlocal asked
        asked += 1
        if asked == 4:
            raise BrokenError("the line is cut")
        update(self, text, seconds)

    with monkeypatch.context() as patch:
        patch.setattr(Endpoint, "update", fails)
        with pytest.raises(BrokenError):
            build.build(config, [texts], workers=1)
    graphs = {line.rpartition(" <")[2] for line in dump(Server(server)) if line.count("> <") or line.count('" <')}
    assert graphs  # some graphs are there, each of them whole
    assert build.build(config, [texts], workers=1).release is not None
    assert dump(Server(server)) == dump(whole.store)


def test_a_change_whose_answer_was_lost_counts(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    update = Endpoint.update

    def loses_the_answer(self: Endpoint, text: str, seconds: float = 60) -> None:
        update(self, text, seconds)
        raise BrokenError("the line is cut")

    with RemoteStore(Server(server), tmp_path) as store:
        monkeypatch.setattr(Endpoint, "update", loses_the_answer)
        store.replace([Load(A, [triple("x")], "1")])
        assert store.digests() == {A: "1"}


def test_of_two_writers_one_begins_again(tmp_path: Path, server: str) -> None:
    with RemoteStore(Server(server), tmp_path / "a") as one, RemoteStore(Server(server), tmp_path / "b") as other:
        one.replace([Load(A, [triple("x")], "1")])
        with pytest.raises(StoreError, match="changed by somebody else"):
            other.replace([Load(A, [triple("y")], "2")], remove=[B])
        assert one.digests() == {A: "1"}
        assert dump(server) == [f"{triple('x')} .", f"{triple('x')} <{A}> ."]
        other.replace([Load(A, [triple("y")], "2")])
        assert dump(server) == [f"{triple('y')} .", f"{triple('y')} <{A}> ."]


def triple(value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode("http://a/s"), P, ox.Literal(value))


def contract(store: GraphStore) -> list[tuple[str, int]]:
    """What a store does, step by step: its digests and how many quads it holds."""
    seen = []
    for loads, gone in (
        ([Load(A, [triple("x"), triple("y")], "1"), Load(B, [triple("y"), triple("z")], "1")], []),
        ([Load(A, [triple("x")], "2")], []),  # y stays, since B states it
        ([Load(A, [], "3")], []),
        ([Load(A, [triple("z"), triple("z")], "4")], [B]),  # in one go: z stays, y goes
        ([], [A, "http://a/unknown"]),
    ):
        store.replace(loads, remove=gone)
        seen.append((str(sorted(store.digests().items())), len(store)))
    return seen


def test_both_stores_keep_one_contract(tmp_path: Path, server: str) -> None:
    with opened(Config(tmp_path / "here")) as here, opened(Config(Server(server), beside=tmp_path / "there")) as there:
        assert contract(there) == contract(here)
        for store in (here, there):
            with pytest.raises(ValueError, match="blank node"):
                store.replace([Load(A, [ox.Triple(ox.BlankNode(), P, ox.Literal("x"))], "1")])


def test_one_writer_for_the_folder_of_sources(tmp_path: Path, server: str) -> None:
    with (
        RemoteStore(Server(server), tmp_path),
        pytest.raises(StoreError, match="in use"),
        RemoteStore(Server(server), tmp_path),
    ):
        pass


def test_what_others_wrote_stays(texts: Path, tmp_path: Path, server: str) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    ask(server, "INSERT DATA { <x:s> <x:p> <x:o> GRAPH <x:g> { <x:s> <x:p> <x:other> } }")
    build.build(config, [texts], workers=1)
    build.remove(config, "mot")
    rebuilding.rebuild(config)
    kept = [line for line in dump(server) if "<x:s>" in line]
    assert kept == ["<x:s> <x:p> <x:o> .", "<x:s> <x:p> <x:other> <x:g> ."]


def test_a_folder_that_does_not_keep_the_sources_does_not_take_them_out(
    texts: Path, tmp_path: Path, server: str
) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    build.build(config, [texts], workers=1)
    before = dump(server)
    stranger = replace(config, beside=tmp_path / "another")
    for change in (lambda: build.build(stranger, [texts / "mot.txt"]), lambda: build.remove(stranger, "mot")):
        with pytest.raises(StoreError, match=r"holds 2 sources that are not kept in .*another .*--data"):
            change()
    assert dump(server) == before
    with pytest.raises(StoreError, match="no sources are kept here"):
        rebuilding.rebuild(stranger)
    build.build(Config(stranger.data), [texts / "mot.txt"], workers=1)
    rebuilding.rebuild(stranger)  # the way out that the message names
    assert dump(server) == dump(stranger.data)


def test_a_source_that_the_server_keeps_is_kept_here(
    texts: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    build.build(config, [texts], workers=1)

    def refuses(self: Endpoint, text: str, seconds: float = 60) -> None:
        raise StoreError("the server is full")

    with monkeypatch.context() as patch:
        patch.setattr(Endpoint, "update", refuses)
        with pytest.raises(StoreError, match="full"):
            build.remove(config, "mot")
    assert build.build(config, [texts], workers=1).count("unchanged") == 2  # its owner is still known
    build.remove(config, "mot")
    assert [iri.rpartition("/")[2] for iri in RemoteStore(Server(server), config.data).sources()] == ["hai"]


def test_rebuild_repairs_what_was_spoilt(texts: Path, tmp_path: Path, server: str) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    build.build(config, [texts], workers=1)
    before = dump(server)
    ask(server, f"DELETE WHERE {{ GRAPH ?g {{ ?s a ?c }} }} ; DROP GRAPH {STATE} ; DELETE WHERE {{ ?s a ?c }}")
    assert dump(server) != before
    rebuilding.rebuild(config)
    assert dump(server) == before


def test_a_server_that_gives_less_than_it_counts_is_noticed(
    sample: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(sample.store, Server)
    monkeypatch.setattr("kg.remote._ALL", "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
    select = Endpoint.select

    def capped(self: Endpoint, text: str, seconds: float = 60) -> object:
        return select(self, f"{text} LIMIT 100" if "COUNT" not in text and "?g ?s" in text else text, seconds)

    monkeypatch.setattr(Endpoint, "select", capped)
    with pytest.raises(StoreError, match=r"gave 100 of .* quads; raise the limit"):
        Endpoint(sample.store).snapshot(tmp_path / "store")


def test_a_dump_that_somebody_loaded_can_be_asked(gold_store: Path, gold_reader: Reader, server: str) -> None:
    content = "\n".join(dump(gold_store)).encode()
    request = urllib.request.Request(f"{server}/store", content, {"Content-Type": "application/n-quads"}, method="PUT")
    urllib.request.urlopen(request).close()
    with Reader(Server(server), prefixes=PREFIXES) as reader:
        assert reader.release.number == 0
        there = list(trace_view.tree(trace(reader, "Đề án 06", base=Config().base_iri)))
    assert there == list(trace_view.tree(trace(gold_reader, "Đề án 06", base=Config().base_iri)))


# ── the command line ─────────────────────────────────────────────────────────────────────────────────────────────────

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample: Config) -> Run:
    """Runs a command over the server with the sample; its exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(sample.store))
    monkeypatch.setenv("KG_DATA", str(sample.data))

    def run(*args: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in args])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


# of every command, what it does with a server: its arguments, exit code and a pattern of what it says
SOURCE = "2024-02-quyet-dinh-142-tom-luoc"
COMMANDS: dict[str, tuple[list[str], int, str]] = {
    "build": (["khong-co"], 1, "khong-co: không có tệp này"),
    "facts": ([str(SAMPLE / "2019-03-truc-lien-thong-van-ban.txt")], 0, '"article"'),
    "text": ([SOURCE], 0, "QUYẾT ĐỊNH"),
    "remove": (["khong-co"], 2, "không có nguồn này; các nguồn đã nạp"),
    "trace": (["142/QĐ-TTg", "--date", "2024-02-02"], 0, "Chiến lược dữ liệu quốc gia"),
    "query": (["counts-by-kind"], 0, "Nhiệm vụ"),
    "queries": ([], 0, "tasks-of-document"),
    "search": (["de an 06"], 0, "Đề án 06"),
    "stats": ([], 0, "18 nguồn"),
    "analyze": (["central", "--limit", "3"], 0, "cơ quan: Chính phủ"),
    "validate": ([], 1, "bản phát hành 1: .* vi phạm · 0 cảnh báo"),  # the gold pillars have no evidence
    "evaluate": ([str(gold_sample.GOLD)], 0, "1.000"),
    "export": ([], 0, "<https://w3id.org/vnpolicy/id/source/"),
    "backup": (["b.tar.gz"], 2, "chỉ chạy với kho dữ liệu trong thư mục, còn kho đang dùng là máy chủ http.*kg export"),
    "restore": (["b.tar.gz"], 2, "hãy khôi phục vào một thư mục"),
    "rollback": ([], 2, "máy chủ không giữ các bản phát hành"),
    "rebuild": ([], 0, "bản phát hành 2: .* bộ bốn từ 18 nguồn"),
    "serve": (["--writable", "--token-file", "t"], 2, "gửi lệnh sửa thẳng tới máy chủ đó"),
    "demo": ([], 2, "hãy bỏ --store và KG_STORE"),
}


def test_every_command_has_its_row() -> None:
    assert set(COMMANDS) == set(cli.COMMANDS)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "rebuild"])
def test_a_command_over_a_server(run: Run, command: str) -> None:
    args, expected, said = COMMANDS[command]
    code, out, err = run(command, *args)
    assert code == expected, err
    assert re.search(said, out + err), out + err
    assert not Path("data").exists()


def test_rebuild_over_a_server(capfd: pytest.CaptureFixture[str], texts: Path, tmp_path: Path, server: str) -> None:
    args = ["--store", server, "--data", str(tmp_path / "data")]
    assert cli.main([*args, "build", str(texts)]) == 0
    assert cli.main([*args, "rebuild"]) == 0
    out, err = capfd.readouterr()
    assert re.search(r"bản phát hành 2: [\d.]+ bộ bốn từ 2 nguồn", out)
    assert f"kg: đọc các tên để tìm kiếm: {server} → " in err
    assert cli.main([*args, "stats", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["release"], told["counts"]["sources"]) == (2, 2)


# ── the site ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_site_over_a_server(sample: Config, tmp_path: Path) -> None:
    from web.app import close, create_app

    app = create_app(sample)
    try:
        client = app.test_client()
        for address, wanted in (
            ("/", "Trích dẫn|142"),
            ("/documents", "142/QĐ-TTg"),
            ("/tasks", "Bộ Công an"),
            (f"/source/{SOURCE}", "<mark|QUYẾT ĐỊNH"),
            ("/.well-known/void", "void"),
            ("/healthz", '"ok"'),
        ):
            answer = client.get(address, headers={"Accept": "text/html, */*;q=0.5"})
            assert answer.status_code in (200, 303), (address, answer.get_data(as_text=True)[:300])
            if answer.status_code == 200:
                assert re.search(wanted, answer.get_data(as_text=True)), address
        answer = client.get("/sparql", query_string={"query": "ASK { ?s a vp:Task }"}, headers={"Accept": "text/csv"})
        assert (answer.status_code, answer.text.strip()) == (200, "true")
    finally:
        close(app)


def test_the_site_without_the_sources_at_hand(sample: Config, tmp_path: Path) -> None:
    from web.app import close, create_app

    app = create_app(replace(sample, beside=tmp_path / "none"))
    try:
        client = app.test_client()
        assert client.get("/documents").status_code == 200
        assert client.get("/audit").status_code == 200
        assert client.get(f"/source/{SOURCE}").status_code == 404
    finally:
        close(app)


def test_the_site_of_a_server_that_went_away(texts: Path, tmp_path: Path) -> None:
    from web.app import close, create_app

    with oxigraph() as url:
        config = Config(Server(url), beside=tmp_path / "data")
        with pytest.raises(StoreError, match="the default graph there is empty"):
            create_app(config)
        build.build(config, [texts], workers=1)
        app = create_app(config)
        assert app.test_client().get("/documents").status_code == 200
    try:
        answer = app.test_client().get("/documents")
        assert answer.status_code == 503
        answer = app.test_client().get("/sparql?query=ASK+%7B%7D", headers={"Accept": "application/json"})
        assert answer.status_code == 503
        assert "cannot be reached" in answer.text
    finally:
        close(app)


def test_names_are_read_anew_after_a_load(texts: Path, tmp_path: Path, server: str) -> None:
    config = Config(Server(server), beside=tmp_path / "data")
    build.build(config, [texts / "mot.txt"], workers=1)
    with Reader(config.store, prefixes=PREFIXES) as reader:
        assert len(search.Search(reader.release).find("nen tang so", kinds=["source"])) == 1
        build.build(config, [texts], workers=1)
        assert reader.release.number == 2
        assert len(search.Search(reader.release).find("nen tang so", kinds=["source"])) == 2
        first = reader.release.folder
    assert len(list(first.parent.glob("[!.]*"))) == 2
    shutil.rmtree(first)
    with Reader(config.store, prefixes=PREFIXES) as reader:
        assert len(search.Search(reader.release).find("nen tang so", kinds=["source"])) == 2
