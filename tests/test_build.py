"""From sources to releases: the same whatever the order, the interruptions and the number of runs."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import archive, build, rebuilding, releases
from kg.config import Config
from kg.errors import StoreError, UsageError
from kg.reader import Reader
from kg.sources import Sources
from kg.store import Store
from kg.store_making import STATE
from tests import gold_sample
from tests.gold_sample import ROOT, SAMPLE, load


@pytest.fixture(autouse=True)
def gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extraction.extract", gold_sample.extract)
    monkeypatch.setattr("kg.extraction.extractor", lambda: "gold")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four sources of the sample, in a folder of their own; loaded without the registry, which takes its time."""
    monkeypatch.setattr("kg.registry_graph.triples", lambda *given: iter(()))
    folder = tmp_path / "corpus"
    folder.mkdir()
    for path in sorted(SAMPLE.glob("20*.txt"))[:4]:
        shutil.copy(path, folder)
    return folder


def content(data: Path) -> set[str]:
    """All quads of the current release, the writer's notes and the day of loading left out."""
    store = ox.Store.read_only(str(releases.current(data).store))
    return {str(quad) for quad in store if quad.graph_name != STATE and "retrieved" not in quad.predicate.value}


def test_loading_again_changes_nothing(gold_store: Path) -> None:
    report = load(gold_store)
    assert (report.count("unchanged"), report.count("loaded"), report.release) == (18, 0, None)
    assert releases.numbers(gold_store) == [1]


def test_what_is_in_the_facts_is_in_the_graph(gold_store: Path) -> None:
    sources = Sources(gold_store)
    facts = [sources.facts(record) for record in sources.records()]
    counts = releases.current(gold_store).counts
    assert counts["sources"] == len(facts) == 18
    for kind in ("tasks", "targets", "observations"):
        assert counts[kind] == sum(len(getattr(one, kind)) for one in facts) > 50


def test_the_default_graph_holds_each_triple_once(gold_store: Path) -> None:
    store = ox.Store.read_only(str(releases.current(gold_store).store))
    quads = [quad for quad in store if quad.graph_name != STATE]
    merged = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert merged == {quad.triple for quad in quads if not isinstance(quad.graph_name, ox.DefaultGraph)}


def test_one_by_one_in_any_order_gives_what_all_at_once_gives(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "whole", corpus)
    paths = sorted(corpus.iterdir())
    random.Random(17).shuffle(paths)
    for path in paths:
        load(tmp_path / "one-by-one", path)
    assert content(tmp_path / "one-by-one") == content(tmp_path / "whole")


def test_a_source_that_changed_is_replaced_whole(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "data", corpus)
    changed = corpus / "2019-10-nghi-quyet-52.txt"
    changed.write_text(changed.read_text("utf-8") + "\nBản tin được cập nhật.\n", "utf-8")
    report = load(tmp_path / "data", corpus)
    assert [Path(o.where).name for o in report.outcomes if o.state == "loaded"] == [changed.name]
    load(tmp_path / "fresh", corpus)
    assert content(tmp_path / "data") == content(tmp_path / "fresh")


def test_a_removed_source_leaves_nothing(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "data", corpus)
    gone = corpus / "2019-10-nghi-quyet-52.txt"
    build.remove(Config(tmp_path / "data"), str(gone))
    gone.unlink()
    load(tmp_path / "fresh", corpus)
    assert content(tmp_path / "data") == content(tmp_path / "fresh")
    with pytest.raises(UsageError, match="no such source; loaded are 2019-03"):
        build.remove(Config(tmp_path / "data"), "2019-10-nghi-quyet-52")


@pytest.mark.parametrize("name", ["2019-10-nghi-quyet-52", "2019-10-nghi-quyet-52.txt"])
def test_a_source_is_removed_by_any_of_its_names(corpus: Path, tmp_path: Path, name: str) -> None:
    load(tmp_path / "data", corpus)
    assert build.remove(Config(tmp_path / "data"), name).slug == "2019-10-nghi-quyet-52"


def test_a_source_that_fails_leaves_what_was_there(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "data", corpus)
    before = content(tmp_path / "data")
    (corpus / "2019-10-nghi-quyet-52.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (corpus / "rong.txt").write_bytes(b"")
    report = load(tmp_path / "data", corpus, tmp_path / "khong-co.txt")
    assert [(Path(o.where).name, o.state) for o in report.outcomes if o.state != "unchanged"] == [
        ("2019-10-nghi-quyet-52.txt", "failed"),
        ("rong.txt", "failed"),
        ("khong-co.txt", "failed"),
    ]
    assert content(tmp_path / "data") == before


def test_two_texts_of_one_name_are_told_apart(corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    twin = other / "2019-10-nghi-quyet-52.txt"
    twin.write_text("Một bài khác hẳn, cùng tên tệp.\n", "utf-8")
    report = load(tmp_path / "data", corpus, other)
    (failed,) = [o for o in report.outcomes if o.state == "failed"]
    assert str(twin) in failed.reason
    assert str(corpus / twin.name) in failed.reason
    shutil.copy(corpus / twin.name, twin)  # the same text from another place is no second source
    report = load(tmp_path / "data", corpus, other)
    assert {o.state for o in report.outcomes} == {"unchanged"}
    lines = [f'{{"id": "mot-bai", "text": "Bộ {name} báo cáo."}}' for name in ("Y tế", "Công an", "Y tế")]
    (tmp_path / "tin.jsonl").write_text("\n".join(lines), "utf-8")
    report = load(tmp_path / "data", tmp_path / "tin.jsonl")
    assert [o.state for o in report.outcomes] == ["loaded", "failed", "unchanged"]
    assert "tin.jsonl:2: would have the same name (mot-bai) as" in report.outcomes[1].reason
    facts = Sources(tmp_path / "data").records()[0].facts
    for _ in range(2):  # the first of them counts again, though it needs no reading
        again = load(tmp_path / "data", tmp_path / "tin.jsonl")
        assert [outcome.state for outcome in again.outcomes] == ["unchanged", *(o.state for o in report.outcomes[1:])]
        assert again.outcomes[1].reason == report.outcomes[1].reason
        assert Sources(tmp_path / "data").records()[0].facts == facts


def test_a_text_under_two_names_counts_once(corpus: Path, tmp_path: Path) -> None:
    first, copied = corpus / "2019-10-nghi-quyet-52.txt", tmp_path / "ban-sao.txt"
    load(tmp_path / "data", corpus)
    whole = content(tmp_path / "data")
    shutil.copy(first, copied)
    for _ in range(2):
        (outcome,) = load(tmp_path / "data", copied).outcomes
        assert (outcome.state, outcome.reason) == ("unchanged", f"the same text as {first}")
        assert content(tmp_path / "data") == whole
    build.remove(Config(tmp_path / "data"), first.stem)  # nothing else has the text now
    assert load(tmp_path / "data", copied).count("loaded") == 1
    assert load(tmp_path / "data", corpus, copied).count("loaded") == 0


def test_what_cannot_be_loaded_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="nothing to read in it; give files"):
        load(tmp_path / "data", tmp_path / "empty")
    (tmp_path / "empty" / "bang.xlsx").write_bytes(b"PK")
    with pytest.raises(UsageError, match=r"only files of other formats \(bang.xlsx\); give files"):
        load(tmp_path / "data", tmp_path / "empty")
    assert not (tmp_path / "data").exists()


def test_a_first_load_where_all_fails_publishes_nothing(corpus: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (tmp_path / "rong.txt").write_bytes(b"")
    report = load(data, tmp_path / "rong.txt", tmp_path / "khong-co.txt")
    assert (report.count("failed"), report.release, releases.numbers(data)) == (2, None, [])
    for ask in (lambda: releases.current(data), lambda: rebuilding.rebuild(Config(data))):
        with pytest.raises(StoreError, match="no store here; `kg build"):
            ask()
    load(data, corpus)
    load(tmp_path / "usual", corpus)
    assert content(data) == content(tmp_path / "usual")


def test_a_store_in_the_folder_that_is_loaded_is_passed_over(corpus: Path) -> None:
    data = corpus / "data"
    load(data, corpus)
    before = content(data)
    again = load(data, corpus)
    assert (again.count("unchanged"), len(again.outcomes), again.ignored) == (4, 4, [])
    assert content(data) == before
    (tmp := corpus / "tren-may-chu").mkdir()  # what is kept beside a server: there is no store
    shutil.copytree(data / "sources", tmp / "sources")
    shutil.copy(data / "lock", tmp)
    assert len(load(data, corpus).outcomes) == 4
    with pytest.raises(UsageError, match="nothing to read in it"):
        load(corpus.parent / "another", data)
    assert len(load(corpus.parent / "another", data / "sources" / "originals").outcomes) == 4  # asked for by name


def test_the_base_of_the_iris_is_configured(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "data", corpus, base_iri="https://vi-du.vn/kg/")
    load(tmp_path / "usual", corpus)
    (other, usual) = content(tmp_path / "data"), content(tmp_path / "usual")
    assert len(other) == len(usual)
    assert not any("w3id.org/vnpolicy/id/" in quad or "w3id.org/vnpolicy/graph/" in quad for quad in other)


# ── rebuild, backup, rollback ────────────────────────────────────────────────────────────────────────────────────────


def damage(data: Path) -> None:
    for path in (data / "store").glob("*.sst"):
        path.write_bytes(b"damaged")


DAMAGE = [
    ("the store is gone", lambda data: shutil.rmtree(data / "store")),
    ("its files are garbage", damage),
    ("current is gone", lambda data: (data / "current").unlink()),
    ("the releases are gone", lambda data: shutil.rmtree(data / "releases")),
    ("all but the sources is gone", lambda data: [shutil.rmtree(data / d) for d in ("store", "releases")]),
]


@pytest.mark.parametrize("act", [row[1] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_rebuilding_gives_the_same_whatever_was_wrong(corpus: Path, tmp_path: Path, act: object) -> None:
    data = tmp_path / "data"
    load(data, corpus)
    before = content(data)
    act(data)  # type: ignore[operator]
    rebuilding.rebuild(Config(data))
    assert content(data) == before
    assert load(data, corpus).count("unchanged") == 4


def test_what_people_wrote_outlives_a_rebuild(corpus: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    load(data, corpus)
    with Store(data) as store:
        store.update("INSERT DATA { GRAPH <https://w3id.org/vnpolicy/graph/curation> { <x:a> <x:b> 'sửa tay' } }")
        rebuilding.save_by_hand(store, Sources(data))
    for spoil in (lambda: None, lambda: damage(data)):
        spoil()
        rebuilding.rebuild(Config(data))
        assert any("sửa tay" in quad for quad in content(data))


def test_a_backup_restores_all(gold_store: Path, tmp_path: Path) -> None:
    archive.backup(gold_store, tmp_path / "b.tar.gz")
    release = archive.restore(tmp_path / "data", tmp_path / "b.tar.gz")
    assert release.number == 1
    assert content(tmp_path / "data") == content(gold_store)
    assert load(tmp_path / "data").count("unchanged") == 18
    with Reader(tmp_path / "data") as reader:
        assert reader.ask("ASK { ?s ?p ?o }")


def test_a_backup_replaces_only_by_force_and_can_be_undone(gold_store: Path, corpus: Path, tmp_path: Path) -> None:
    archive.backup(gold_store, tmp_path / "b.tar.gz")
    data = tmp_path / "data"
    load(data, corpus)
    before = content(data)
    with pytest.raises(UsageError, match="holds sources already"):
        archive.restore(data, tmp_path / "b.tar.gz")
    archive.restore(data, tmp_path / "b.tar.gz", force=True)
    assert content(data) == content(gold_store)
    releases.rollback(data)
    assert content(data) == before
    assert len(Sources(data).records()) == 4


def test_a_file_whose_name_is_no_utf8_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "nguồn"
    folder.mkdir()
    try:
        for name in (b"/b\xe9.txt", b"/b\xe9.bin"):
            Path(os.fsdecode(os.fsencode(str(folder)) + name)).write_text("Bộ Y tế báo cáo Chính phủ.\n", "utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    config = Config(tmp_path / "data")
    for state in ("loaded", "unchanged"):
        report = build.build(config, [folder], workers=1)
        assert [outcome.state for outcome in report.outcomes] == [state]
    assert Sources(config.data).records()[0].name == "b\ufffd.txt"


def test_a_damaged_backup_changes_nothing(gold_store: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.tar.gz"
    archive.backup(gold_store, target)
    with pytest.raises(UsageError, match="is there already"):
        archive.backup(gold_store, target)
    packed = target.read_bytes()
    for spoilt in (
        packed[: len(packed) // 2],
        packed[:5000] + b"\0" * 50 + packed[5050:],
        packed[:-8] + b"12345678",
        b"no archive",
    ):
        target.write_bytes(spoilt)
        with pytest.raises(StoreError, match="nothing was changed"):
            archive.restore(tmp_path / "data", target)
    assert not releases.numbers(tmp_path / "data")
    with pytest.raises(UsageError, match="no such backup"):
        archive.restore(tmp_path / "data", tmp_path / "none.tar.gz")


# ── kills ────────────────────────────────────────────────────────────────────────────────────────────────────────────

BUILD = """
    import sys
    from pathlib import Path
    from tests import gold_sample
    from kg import build, registry_graph
    from kg.config import Config
    gold_sample.use_gold()
    registry_graph.triples = lambda *given: iter(())
    report = build.build(Config(Path(sys.argv[1])), [sys.argv[2]], workers=1, told=lambda o: print(o.slug, flush=True))
    print("done", flush=True)
"""


def test_a_build_that_is_killed_anywhere_is_finished_by_the_next(corpus: Path, tmp_path: Path) -> None:
    load(tmp_path / "whole", corpus)
    data, chance, begun = tmp_path / "data", random.Random(52), time.monotonic()
    kept: set[str] = set()
    for _round in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(BUILD), str(data), str(corpus)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as process:
            assert process.stdout
            first = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            lines = [first, *process.stdout.readlines()]
        told = {line.strip() for line in lines if line.endswith("\n")} - {"", "done"}
        kept |= told
        assert kept <= {record.slug for record in Sources(data).records()}, "what was reported is not there"
        if _round >= 3 and time.monotonic() - begun > 3:
            break
    report = load(data, corpus)
    assert report.count("failed") == 0
    assert content(data) == content(tmp_path / "whole")
    assert [path.name for path in (data / "releases").glob(".*")] == []
