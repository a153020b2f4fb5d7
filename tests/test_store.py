"""The writer's store: whole replacement, the merged view, kills, damage, a full disk, a second writer."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store import Store
from kg.store_files import claim
from kg.store_making import STATE, Load
from kg.store_making import create as create_held


def triple(subject: object, value: object, predicate: str = "p") -> ox.Triple:
    return ox.Triple(ox.NamedNode(f"http://x/{subject}"), ox.NamedNode(f"http://x/{predicate}"), ox.Literal(str(value)))


def load(graph: str, triples: Iterable[ox.Triple], digest: str = "1") -> Load:
    return Load(f"http://g/{graph}", list(triples), digest)


def create(data: Path, loads: Iterable[Load], by_hand: Iterable[ox.Quad] = ()) -> int:
    with claim(data):
        return create_held(data, loads, by_hand)


def merged(store: Store) -> set[ox.Triple]:
    return {q.triple for q in store.quads(graph=ox.DefaultGraph())}


def named(store: Store) -> dict[str, set[ox.Triple]]:
    graphs: dict[str, set[ox.Triple]] = {}
    for quad in store.quads():
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name != STATE:
            graphs.setdefault(quad.graph_name.value.removeprefix("http://g/"), set()).add(quad.triple)
    return graphs


@pytest.fixture(params=[None, 0], ids=["at once", "in parts"])
def amount(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replacement as one transaction, and as what is too large for one is done."""
    if request.param is not None:
        monkeypatch.setattr("kg.store.LARGEST", request.param)


def consistent(store: Store) -> bool:
    return merged(store) == set().union(*named(store).values())


@pytest.mark.usefixtures("amount")
def test_a_graph_is_replaced_whole(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(1, "cũ"), triple(2, "giữ")])])
        change = store.replace([load("a", [triple(2, "giữ"), triple(3, "mới")], "2")])
        assert (change.removed, change.added) == (1, 1)
        assert named(store) == {"a": {triple(2, "giữ"), triple(3, "mới")}}
        assert store.digests() == {"http://g/a": "2"}
        assert consistent(store)


@pytest.mark.usefixtures("amount")
def test_a_triple_stays_as_long_as_one_graph_holds_it(tmp_path: Path) -> None:
    shared = triple("142-qd-ttg", "Chiến lược quốc gia về kinh tế số")
    with Store(tmp_path) as store:
        store.replace([load("a", [shared])])
        store.replace([load("b", [shared, triple(2, "khác")])])
        store.replace([], remove=["http://g/a"])
        assert merged(store) == {shared, triple(2, "khác")}
        store.replace([], remove=["http://g/b"])
        assert merged(store) == set()
        assert named(store) == {}
        assert store.digests() == {}


terms = st.integers(0, 4)
graphs = st.dictionaries(st.sampled_from("abc"), st.sets(st.tuples(terms, terms), max_size=6), max_size=3)


@pytest.mark.usefixtures("amount")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(graphs, st.sets(st.sampled_from("abcd"), max_size=2)), max_size=6))
def test_the_merged_view_is_exact_after_any_replacements(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[dict[str, set[tuple[int, int]]], set[str]]]
) -> None:
    data = tmp_path_factory.mktemp("store")
    expected: dict[str, set[ox.Triple]] = {}
    with Store(data) as store:
        for written, removed in steps:
            loads = {name: {triple(*pair) for pair in pairs} for name, pairs in written.items()}
            gone = removed - loads.keys()
            store.replace(
                [load(n, ts, str(len(ts))) for n, ts in loads.items()], remove=[f"http://g/{n}" for n in gone]
            )
            expected = {n: ts for n, ts in expected.items() if n not in gone} | loads
            assert named(store) == {n: ts for n, ts in expected.items() if ts}
            assert consistent(store)
    with Store(data) as store:  # the count it wrote is the count it finds
        assert named(store) == {n: ts for n, ts in expected.items() if ts}
    shutil.rmtree(data)


@pytest.mark.parametrize(
    ("update", "left"),
    [
        (f"DROP GRAPH {STATE}", {"http://g/1": "1", "http://g/2": "1"}),
        (
            f"INSERT DATA {{ GRAPH {STATE} {{ <http://g/1> <{STATE.value}#digest> 'khác' }} }}",
            {"http://g/1": "1", "http://g/2": "1"},
        ),
        ("DROP GRAPH <http://g/1>", {"http://g/2": "1"}),
        ("DROP ALL", {}),
    ],
)
def test_an_update_cannot_spoil_the_notes_of_the_writer(tmp_path: Path, update: str, left: dict[str, str]) -> None:
    create(tmp_path, [load("1", [triple(1, 1)]), load("2", [triple(2, 2)])])
    with Store(tmp_path) as store:
        before = store.sequence
        store.update(update)
        assert store.digests() == left and store.sequence > before
        assert len(store) == sum(1 for quad in store.quads() if quad.graph_name != STATE)
        store.flush()
    with Store(tmp_path) as store:
        assert store.digests() == left


@pytest.mark.usefixtures("amount")
def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(1, 1)])])
        store.flush()
        before = (tmp_path / "store.json").read_text()
        assert store.replace([load("a", [triple(1, 1)])]).added == 0
        store.flush()
        assert (tmp_path / "store.json").read_text() == before


@pytest.mark.usefixtures("amount")
def test_blank_nodes_are_refused(tmp_path: Path) -> None:
    with Store(tmp_path) as store, pytest.raises(ValueError, match="blank node"):
        store.replace([load("a", [ox.Triple(ox.BlankNode(), ox.NamedNode("http://x/p"), ox.Literal("1"))])])


def test_a_new_store_takes_the_place_of_the_old(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(1, "cũ")]), load("c", [triple(9, 9)])])
    hand = [
        ox.Quad(ox.NamedNode("http://x/h"), ox.NamedNode("http://x/p"), ox.Literal("tay"), ox.NamedNode("http://g/h"))
    ]
    quads = create(tmp_path, [load("a", [triple(1, "mới")]), load("b", [triple(1, "mới"), triple(2, 2)])], hand)
    with Store(tmp_path) as store:
        assert quads == 5 + 1 + 2 + 2
        assert named(store).keys() == {"a", "b", "h"}
        assert merged(store) == {triple(1, "mới"), triple(2, 2)}
        assert list(store.by_hand()) == hand


@pytest.mark.usefixtures("amount")
def test_what_people_wrote_is_told_from_what_was_made(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(1, 1)])])
        store.update("INSERT DATA { <x:s> <x:p> 'tay' . GRAPH <http://g/sửa> { <x:s> <x:p> 'đúng' } }")
        assert {str(q.object) for q in store.by_hand()} == {'"tay"', '"đúng"'}
    with Store(tmp_path) as store:  # the count is right again after an update
        assert len(store) == 4


def test_an_update_that_is_wrong_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(1, 1)])])
        with pytest.raises(SyntaxError):
            store.update("INSERT DATA { <http://x/s> }")
        assert len(store) == 2
    with Store(tmp_path) as store:
        assert len(store) == 2


# ── in use ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_second_writer_is_told_who_holds_it(tmp_path: Path) -> None:
    code = f"""
        import sys, time
        from pathlib import Path
        from kg.store import Store
        store = Store(Path({str(tmp_path)!r}))
        print("held", flush=True)
        sys.stdin.read()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"in use by process {other.pid} on .* since "):
            Store(tmp_path)
        other.kill()
    with Store(tmp_path) as store:  # a killed process holds nothing
        assert len(store) == 0


def test_a_store_where_a_file_lies(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="data: a file, where the folder of a store is wanted"):
        Store(tmp_path / "data")


# ── damage ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def remove(pattern: str) -> object:
    def act(store: Path) -> None:
        for path in store.glob(pattern):
            path.unlink()

    return act


def no_store(store: Path) -> None:
    shutil.rmtree(store)


def garbage(store: Path) -> None:
    (store / "CURRENT").write_text("garbage\n")


DAMAGE = [
    # the write-ahead log: RocksDB opens without a word, with less in it
    ("log", remove("*.log"), "its last changes are lost"),
    # the pointer to the manifest
    ("current", garbage, "damaged"),
    ("manifest", remove("MANIFEST*"), "damaged"),
    # the whole folder: RocksDB would make an empty one
    ("folder", no_store, "store/ is missing"),
]


@pytest.mark.parametrize(("act", "message"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_damage_is_found_and_the_way_out_named(tmp_path: Path, act: object, message: str) -> None:
    code = f"""
        import os
        from pathlib import Path
        from tests.test_store import load, triple
        from kg.store import Store
        from kg.store_files import write_note
        store = Store(Path({str(tmp_path)!r}))
        store.replace([load("a", [triple(i, i) for i in range(50)])])
        write_note(store.data, store._sequence)  # as after a flush, with the change still in the log
        os._exit(0)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, cwd=Path(__file__).parent.parent)
    act(tmp_path / "store")  # type: ignore[operator]
    with pytest.raises(StoreError, match=message) as caught:
        Store(tmp_path)
    assert "kg rebuild" in str(caught.value)
    create(tmp_path, [load("a", [triple(1, 1)])])
    with Store(tmp_path) as store:
        assert len(store) == 2


def test_a_missing_table_file_is_found(tmp_path: Path) -> None:
    create(tmp_path, [load("a", [triple(i, i) for i in range(50)])])
    max((tmp_path / "store").glob("*.sst"), key=lambda path: path.stat().st_size).unlink()
    with pytest.raises(StoreError, match=r"damaged.*kg rebuild"):
        Store(tmp_path)


def test_a_note_that_is_garbage(tmp_path: Path) -> None:
    Store(tmp_path).close()
    (tmp_path / "store.json").write_text("{")
    with pytest.raises(StoreError, match=r"store\.json: not readable"):
        Store(tmp_path)


# ── kills and full disks ─────────────────────────────────────────────────────────────────────────────────────────────

WRITER = """
    import sys
    from pathlib import Path
    from tests.test_store import create, load, triple
    from kg.store import Store
    import kg.store
    data, start = Path(sys.argv[1]), int(sys.argv[2])
    for i in range(start, start + 1000):
        kg.store.LARGEST = i % 2 * 20_000  # in parts, and at once
        if i % 7 == 6:
            create(data, [load(str(n), [triple(n, i), triple("chung", 0)], str(i)) for n in range(5)])
        else:
            with Store(data) as store:
                store.replace([load(str(n), [triple(n, i), triple("chung", 0)], str(i)) for n in range(5)])
        print(i, flush=True)
"""


def test_kills_at_any_moment_leave_the_last_reported_change_and_nothing_half(tmp_path: Path) -> None:
    """Each change writes its number into five graphs; after a kill all five hold one number, at least that reported."""
    chance = random.Random(142)
    reported = 0
    begun = time.monotonic()
    for _round in range(40):
        if _round >= 6 and time.monotonic() - begun > 3:
            break
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path), str(reported + 1)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent,
        ) as writer:
            assert writer.stdout
            first = writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
            writer.send_signal(signal.SIGKILL)
            lines = [first, *writer.stdout.readlines()]
        reported = max(int(line) for line in lines if line.endswith("\n"))
        with Store(tmp_path) as store:
            digests = set(store.digests().values())
            assert len(digests) == 1, "a change is half there"
            (found,) = map(int, digests)
            assert found >= reported, "a reported change is lost"
            assert named(store) == {str(n): {triple(n, found), triple("chung", 0)} for n in range(5)}
            assert consistent(store)
        reported = found


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
@pytest.mark.parametrize("largest", [20_000, 0], ids=["at once", "in parts"])
def test_a_full_disk_keeps_what_was_there(tmp_path: Path, largest: int) -> None:
    code = f"""
        import resource, signal
        from pathlib import Path
        import kg.store
        from tests.test_store import load, triple
        from kg.errors import StoreError
        from kg.store import Store
        kg.store.LARGEST = {largest}
        data = Path({str(tmp_path)!r})
        with Store(data) as store:
            store.replace([load("a", [triple(1, "có trước")])])
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
        try:
            with Store(data) as store:
                for i in range(100):
                    store.replace([load("b", [triple(n, "đầy" * 50) for n in range(i * 100, i * 100 + 100)], str(i))])
                    store.flush()
        except StoreError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, cwd=Path(__file__).parent.parent
    )
    assert "the disk is full" in done.stdout, done
    with Store(tmp_path) as store:
        assert triple(1, "có trước") in merged(store)
        assert consistent(store)
        assert len(named(store).get("b", ())) in (0, 100)
        assert not (tmp_path / "store.making").exists()
        store.replace([load("c", [triple(1, "ghi được")])])


def test_a_swap_that_was_interrupted_is_finished(tmp_path: Path) -> None:
    create(tmp_path / "new", [load("a", [triple(1, "mới")])])
    create(tmp_path / "data", [load("a", [triple(1, "cũ")])])
    (tmp_path / "new" / "store").rename(tmp_path / "data" / "store.new")
    (tmp_path / "data" / "store").rename(tmp_path / "data" / "store.old")  # killed between the two renames
    (tmp_path / "data" / "store.json").write_text(json.dumps({"sequence": 1}))
    with Store(tmp_path / "data") as store:
        assert merged(store) == {triple(1, "mới")}
    assert not (tmp_path / "data" / "store.old").exists()


def test_what_breaks_off_in_parts_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.LARGEST", 0)
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(n, "cũ") for n in range(30)])])
        before = store.sequence
        with monkeypatch.context() as broken, pytest.raises(StoreError, match="nothing of this change was kept"):
            broken.setattr("kg.store_changes.pour", lambda store, lines: (_ for _ in ()).throw(OSError("đĩa hỏng")))
            store.replace([load("a", [triple(n, "mới") for n in range(30)], "2")])
        assert named(store) == {"a": {triple(n, "cũ") for n in range(30)}} and consistent(store)
        assert store.sequence == before and store.digests() == {"http://g/a": "1"}
        store.replace([load("a", [triple(1, "ghi được")], "3")])
    with Store(tmp_path) as store:
        assert named(store) == {"a": {triple(1, "ghi được")}}


@pytest.mark.usefixtures("amount")
def test_nothing_but_the_store_is_left(tmp_path: Path) -> None:
    create(tmp_path, [load("a", [triple(1, 1)])])
    with Store(tmp_path) as store:
        store.replace([load("a", [triple(2, 2)])])
    assert {path.name for path in tmp_path.iterdir()} == {"lock", "store", "store.json"}
    assert os.access(tmp_path / "store.json", os.R_OK)
