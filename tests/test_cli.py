"""The command line: what each command prints, its exit codes, and errors without a traceback."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import cli, config
from kg.errors import UsageError
from tests.gold_sample import GOLD, ROOT, SAMPLE

ARTICLE = (
    "Quyết định về nền tảng số\n\nNgày 10/3/2024, Thủ tướng Chính phủ ban hành Quyết định số 142/QĐ-TTg "
    "phê duyệt Chiến lược dữ liệu quốc gia. Thủ tướng giao Bộ Công an trình Chính phủ đề án trước ngày 30/6/2024.\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process; its exit code, output and messages."""
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*args: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in args])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article; loaded without the registry, which takes its time."""
    monkeypatch.setattr("kg.registry_graph.triples", lambda *given: iter(()))
    path = tmp_path / "bai-bao.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


# ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_help_names_every_command() -> None:
    done = subprocess.run([sys.executable, "-m", "kg.cli", "--help"], capture_output=True, text=True, cwd=ROOT)
    for name in cli.COMMANDS:
        assert f"\n  {name} " in done.stdout


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, kg.cli; kg.cli.main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    for name in ("pyoxigraph", "rdflib", "networkx", "numpy", "trafilatura", "flask", "spacy", "lxml", "pyshacl"):
        assert f"'{name}'" not in done.stderr


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_each_command_explains_itself(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert "Cách dùng: kg " in out


WRONG = [
    (["trac", "x"], 2, "không có lệnh 'trac'; có phải là trace?"),
    (["trace"], 2, "thiếu tham số 'ID'"),
    (["--store", "ftp://x/kho", "stats"], 2, "không phải thư mục cũng không phải máy chủ"),
    (["--store", "https://x/sparql", "rollback"], 2, "máy chủ không giữ các bản phát hành"),
    (["--data", "kho", "stats"], 2, "--data cho biết nơi giữ nguồn của kho đặt trên máy chủ"),
    (["--base-iri", "x", "stats"], 2, "phải là IRI http(s) tuyệt đối"),
    (["--lang", "fr", "stats"], 2, "không hợp lệ"),
    # no store yet: the way out is named
    (["stats"], 3, "data: chưa có kho dữ liệu; hãy tạo bằng `kg build NGUỒN…`"),
    (["trace", "142/QĐ-TTg"], 3, "kg build"),
    (["search", "a"], 3, "kg build"),
    (["query", "counts-by-kind"], 3, "kg build"),
    (["validate"], 3, "kg build"),
    (["export"], 3, "kg build"),
    (["remove", "x"], 3, "kg build"),
    (["rebuild"], 3, "kg build"),
    (["rollback"], 3, "kg build"),
    (["backup", "b.tar.gz"], 3, "kg build"),
    (["serve", "--port", "0"], 3, "kg build"),
    (["--store", __file__, "stats"], 3, "test_cli.py: đây là tệp, trong khi cần thư mục của kho dữ liệu"),
    (["--store", __file__, "build", __file__], 3, "test_cli.py: đây là tệp, trong khi cần thư mục của kho dữ liệu"),
    (["--lang", "en", "--store", "/proc/kho", "build", __file__], 3, "nothing can be written in /proc; give another"),
    (["restore", "b.tar.gz"], 2, "không có bản sao lưu này"),
    (["evaluate", "none"], 2, "không có thư mục dữ kiện chuẩn này"),
    (["rollback", "hai"], 2, "giá trị của '[SỐ]' không hợp lệ: 'hai' không phải là số nguyên"),
    (["build"], 2, "thiếu tham số 'NGUỒN...'"),
    (["serve", "--store", "kho"], 2, "Lỗi: --store đứng trước tên lệnh: kg --store … serve\n"),
    (["--lang", "en", "stats", "--lang", "en"], 2, "--lang stands before the command: kg --lang … stats\n"),
    (["serve", "--wr"], 2, "không có tùy chọn '--wr'. Có phải là"),
    (["query", "nothing"], 3, "kg build"),
]


@pytest.mark.parametrize(("args", "expected", "message"), WRONG[:-1], ids=lambda value: str(value)[:30])
def test_what_cannot_be_done_is_told(run: Run, args: list[str], expected: int, message: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (expected, "")
    assert message in err
    assert not Path("data").exists() or args[0] == "restore"


# ── build, facts, text, remove ───────────────────────────────────────────────────────────────────────────────────────


def test_a_first_build_where_all_fails_says_that_nothing_is_published(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rong.txt").write_bytes(b"")
    code, out, _ = run("--lang", "en", "build", "rong.txt")
    assert code == 1
    assert "nothing was published" in out and "release" not in out
    code, _, err = run("--lang", "en", "remove", "bai")
    assert (code, err) == (2, "kg: bai: no such source; loaded are none\n")


def test_build_says_what_became_of_each_source(run: Run, article: Path) -> None:
    empty, missing = article.with_name("rong.txt"), article.with_name("khong-co.txt")
    empty.write_bytes(b"")
    code, out, err = run("--lang", "en", "build", article, empty, missing)
    assert code == 1
    assert f"loaded     {article}\n" in out
    assert f"failed     {empty}\n" in out
    assert f"{missing}: there is no such file; check the path" in out
    assert "1 loaded · 0 unchanged · 2 failed\nrelease 1: 1 source, " in out
    assert err == ""
    code, out, _ = run("--lang", "en", "build", article)
    assert code == 0
    assert out == f"unchanged  {article}\n0 loaded · 1 unchanged · 0 failed\n"
    code, out, _ = run("trace", "142/qd-ttg")
    assert code == 0
    assert "└─ phê duyệt: Chiến lược dữ liệu quốc gia" in out
    assert run("--lang", "en", "remove", "bai-bao")[:2] == (
        0,
        "removed    bai-bao.txt  https://w3id.org/vnpolicy/id/source/bai-bao\n",
    )
    assert run("trace", "142/qd-ttg")[0] == 2
    assert run("--lang", "en", "remove", "bai-bao")[0] == 2


BAD = [
    ("empty.txt", b"", "empty"),
    ("white.txt", b" \n\t\n", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ""),
    ("broken.docx", b"PK\x03\x04 but no more", ""),
    ("broken.pdf", b"%PDF-1.7 but no more", ""),
    ("wrong.jsonl", b'{"id": "a"', "no JSON object"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[row[0] for row in BAD])
def test_bad_sources_leave_the_store_as_it_was(
    run: Run, article: Path, name: str, content: bytes, message: str
) -> None:
    run("--lang", "en", "build", article)
    before = run("--lang", "en", "export")[1]
    bad = article.with_name(name)
    bad.write_bytes(content)
    code, out, _ = run("--lang", "en", "build", bad)
    assert code == 1
    assert f"failed     {bad}" in out
    assert message in out
    assert run("--lang", "en", "export")[1] == before


def test_a_folder_without_sources_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rong").mkdir()
    for command in ("build", "facts"):
        code, _, err = run(command, tmp_path / "rong")
        assert code == 2
        assert ".txt, .html, .docx, .pdf" in err


def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")  # opens for nobody, the superuser included
    code, out, _ = run("build", tmp_path / "a.txt")
    assert code == 1
    assert "không đọc được" in out


def test_a_copy_is_named_among_many(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "bai").mkdir()
    for name in (f"{n:02}.txt" for n in range(21)):
        (tmp_path / "bai" / name).write_text(f"Bài số {name} của bản tin.\n", "utf-8")
    (tmp_path / "bai" / "ban-sao.txt").write_text("Bài số 07.txt của bản tin.\n", "utf-8")
    code, out, _ = run("build", tmp_path / "bai")
    assert code == 0
    assert out.splitlines()[:-2] == [f"không đổi  {tmp_path}/bai/ban-sao.txt  cùng nội dung với {tmp_path}/bai/07.txt"]


def test_what_the_system_denies_is_told(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", article)

    is_file = Path.is_file

    def denied(path: Path) -> bool:
        if path.name == "b.tar.gz":
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", denied)
    code, _, err = run("restore", "--force", "b.tar.gz")
    assert (code, err) == (3, "kg: b.tar.gz: không truy cập được: không có quyền đọc\n")


def test_a_store_in_use_and_a_damaged_one(run: Run, article: Path) -> None:
    run("build", article)
    code = """
        import sys
        from pathlib import Path
        from kg.store import Store
        store = Store(Path("data"))
        print("held", flush=True)
        sys.stdin.read()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:
        assert other.stdout and other.stdout.readline()
        code_, _, err = run("build", article)
        assert code_ == 3
        assert f"kho dữ liệu đang được dùng bởi tiến trình {other.pid} trên " in err
        assert run("stats")[0] == 0  # readers read on
        other.kill()
    for path in Path("data/store").glob("CURRENT"):
        path.write_text("garbage")
    code_, _, err = run("build", article)
    assert code_ == 3
    assert "kg rebuild" in err
    assert run("rebuild")[0] == 0
    assert run("build", article)[0] == 0
    Path("data/current").write_text("x")
    code_, _, err = run("stats")
    assert code_ == 3
    assert "kg rebuild" in err
    assert run("rebuild")[0] == 0
    assert run("stats")[0] == 0


def test_facts_come_in_the_order_of_the_sources(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"tin-{n}", "text": f"{ARTICLE} Bài số {n}."}) for n in range(70)]
    lines[33] = "{"
    (tmp_path / "tin.jsonl").write_text("\n".join(lines), "utf-8")
    code, out, err = run("facts", "tin.jsonl", "--workers", "2")
    assert code == 1
    assert "tin.jsonl:34: không có đối tượng JSON ở ký tự 1" in err
    found = [json.loads(line) for line in out.splitlines()]
    assert [one["source"] for one in found] == [f"tin-{n}" for n in range(70) if n != 33]
    assert found[0]["tasks"][0]["assignees"] == ["Bộ Công an"]
    assert run("facts", "tin.jsonl", "--workers", "1")[1] == out
    assert not Path("data").exists()


def test_a_fault_of_ours_on_one_source_spares_the_others(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: object) -> object:
        raise ZeroDivisionError("một lỗi")

    other = article.with_name("khac.txt")
    other.write_text("Bộ Y tế báo cáo.", "utf-8")
    run("--lang", "en", "build", article)
    monkeypatch.setattr("loaders.extract.extract", fail)
    code, out, _ = run("--lang", "en", "build", other, article)
    assert code == 1
    assert "khac.txt: a fault in the program: ZeroDivisionError: một lỗi (test_cli.py, line " in out
    assert "0 loaded · 1 unchanged · 1 failed" in out


def test_facts_in_files_of_their_own(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("facts", article, "--out", "out")[:2] == (0, "")
    facts = json.loads(Path("out/bai-bao.json").read_text("utf-8"))
    for task in facts["tasks"]:
        for evidence in task["evidence"]:
            assert ARTICLE[evidence["start"] : evidence["end"]] == evidence["quote"]
    twin = tmp_path / "khac" / "bai-bao.html"
    twin.parent.mkdir()
    twin.write_text("<p>Bài khác</p>", "utf-8")
    code, _, err = run("facts", article, twin, "--out", "out2")
    assert code == 2
    assert f"{article} và {twin} sẽ cùng ghi vào bai-bao.json" in err
    assert not Path("out2").exists()


def test_text_is_exactly_what_offsets_refer_to(run: Run, article: Path) -> None:
    article.write_bytes(ARTICLE.rstrip().replace("\n", "\r\n").encode("utf-16"))
    assert run("--lang", "en", "text", article)[:2] == (0, ARTICLE.rstrip())
    run("--lang", "en", "build", article)
    assert run("--lang", "en", "text", "bai-bao")[1] == ARTICLE.rstrip()
    code, _, err = run("--lang", "en", "text", "khong-co.txt")
    assert code == 1
    assert "there is no such file, and no loaded source of that name" in err
    lines = "\n".join(json.dumps({"id": name, "text": f"Bộ {name}"}) for name in "ab")
    Path("tin.jsonl").write_text(lines, "utf-8")
    code, _, err = run("--lang", "en", "text", "tin.jsonl")
    assert code == 2
    assert "2 sources in it; name one with --id: a, b" in err
    assert run("--lang", "en", "text", "tin.jsonl", "--id", "b")[1] == "Bộ b"


# ── asking ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def ask(run: Run, gold_store: Path) -> Run:
    return lambda *args: run("--store", gold_store, *args)


def test_trace(ask: Run) -> None:
    code, out, _ = ask("trace", "142/qđ-ttg@2024-02-02")
    assert code == 0
    assert out.startswith("142/QĐ-TTg – phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030 (02/02/2024")
    assert json.loads(ask("trace", "142/QĐ-TTg", "--date", "2024", "--format", "json")[1])["label"] == "142/QĐ-TTg"
    rows = list(csv.reader(ask("trace", "Đề án 06", "--format", "csv")[1].splitlines()))
    assert rows[0][0] == "\ufeffHướng"
    code, out, err = ask("trace", "50/NQ-CP")
    assert (code, out) == (2, "")
    assert "2020-04-17" in err
    assert "2021-05-20" in err
    code, _, err = ask("trace", "145/QĐ-TTg")
    assert code == 2
    assert "gần giống:\n  142/QĐ-TTg" in err


def test_trace_in_english(run: Run, gold_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", str(gold_store))
    assert "RESTS ON" in run("--lang", "en", "trace", "142/QĐ-TTg")[1]
    Path("kg.toml").write_text('lang = "en"\n')
    assert "RESTS ON" in run("trace", "142/QĐ-TTg")[1]


def test_query(ask: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code, out, _ = ask("query", "tasks-of-document", "-p", "document=142/QĐ-TTg", "--format", "csv")
    assert code == 0
    assert "Thí điểm sàn dữ liệu" in out
    code, _, err = ask("query", "tasks-of-document")
    assert code == 2
    assert "còn thiếu document: số/ký hiệu, tên hoặc IRI của văn bản" in err
    code, _, err = ask("query", "tasks-of-document", "-p", "doc=1")
    assert code == 2
    assert "các tham số là document" in err
    assert ask("query", "tasks-of-document", "-p", "document")[0] == 2
    code, _, err = ask("query", "tasks-of-documents")
    assert code == 2
    assert "có phải là tasks-of-document" in err
    (tmp_path / "own.rq").write_text("SELECT ?t { ?t a vp:Task } ORDER BY ?t")
    code, out, _ = ask("query", "own.rq")
    assert code == 0
    assert out.splitlines()[2].startswith("task/2019-03")
    (tmp_path / "own.rq").write_text("CONSTRUCT { ?t a vp:Task } WHERE { ?t a vp:Task } LIMIT 2")
    assert ask("query", "own.rq")[1].count(" a vp:Task") == 2
    (tmp_path / "own.rq").write_text("ASK { ?t a vp:Task }")
    assert ask("query", "own.rq")[1] == "true\n"
    (tmp_path / "own.rq").write_text("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    code, _, err = ask("query", "own.rq")
    assert code == 2
    assert "không phục vụ SERVICE" in err
    (tmp_path / "own.rq").write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }")
    code, _, err = ask("query", "own.rq", "--timeout", "0.3")
    assert code == 1
    assert "bị dừng sau 0.3 giây" in err


UNREADABLE = [
    ("", "it is empty"),
    ("SELECT * {\n  ?a ?b }}", "line 2, column "),
    ("PREFIX x: <http://x/>\n# away with it\nDELETE WHERE { ?s ?p ?o }", "DELETE begins an update"),
]


@pytest.mark.parametrize(("text", "message"), UNREADABLE, ids=lambda value: value[:20])
def test_a_query_that_cannot_be_read_is_told_with_its_place(ask: Run, text: str, message: str) -> None:
    Path("own.rq").write_text(text)
    code, out, err = ask("--lang", "en", "query", "own.rq")
    assert (code, out) == (2, "")
    assert err.startswith("kg: own.rq: the query cannot be read: ")
    assert message in err
    assert len(err) < 250


def test_an_answer_in_a_form_that_cannot_hold_it_is_refused(ask: Run) -> None:
    code, out, err = ask("query", "counts-by-kind", "--format", "turtle")
    assert (code, out) == (2, "")
    assert "kết quả là các dòng, không ghi được theo --format turtle; hãy dùng json, csv, tsv, xml" in err
    Path("own.rq").write_text("CONSTRUCT { ?t a vp:Task } WHERE { ?t a vp:Task } LIMIT 2")
    assert "kết quả là một đồ thị" in ask("query", "own.rq", "--format", "csv")[2]


@pytest.mark.parametrize("width", [70, 120, 200])
def test_a_table_keeps_to_the_width_and_leaves_nothing_out(ask: Run, width: int) -> None:
    given = ("query", "tasks-due-of-agency", "-p", "agency=Bộ Công an")
    whole = ask(*given)[1]
    fitted = ask(*given, "--width", width)[1]
    assert max(map(len, whole.splitlines())) > 200
    assert max(map(len, fitted.splitlines())) <= width
    marks = str.maketrans("", "", " \n─")
    assert sorted(whole.translate(marks)) == sorted(fitted.translate(marks)) or "─── 1 ─" in fitted
    for cell in ("task/2024-02-quyet-dinh-142-tom-luoc/5acbdd9b839a", "2025-Q4", "142/QĐ-TTg"):
        assert cell in fitted, "an id is not broken"


def test_query_from_standard_input(gold_store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg.cli", "--store", str(gold_store), "query", "-", "--format", "tsv"],
        input="SELECT ?n { ?d eli:id_local ?n } ORDER BY ?n LIMIT 1",
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('?n\n"')


def test_queries_are_listed(ask: Run) -> None:
    out = ask("queries")[1]
    assert "tasks-of-document: " in out
    assert "    -p document=…" in out
    told = json.loads(ask("queries", "--json")[1])
    assert len(told) >= 15
    assert ask("queries", "--tag", "none")[0] == 2


def test_search(ask: Run) -> None:
    code, out, _ = ask("search", "bo", "cong", "an")
    assert code == 0
    assert out.startswith("cơ quan: Bộ Công an\n")
    assert json.loads(ask("search", "17/nq-cp", "--json")[1])[0]["label"] == "17/NQ-CP"
    code, out, err = ask("search", "qwertyuiop")
    assert (code, out) == (1, "")
    assert "không tìm thấy gì cho" in err
    assert ask("search", "a", "--kind", "law")[0] == 2


def test_an_absurdly_long_text_is_answered_at_once(ask: Run) -> None:
    absurd = " ".join(f"dữ liệu số {n}" for n in range(9_000))
    start = time.monotonic()
    assert ask("search", absurd)[0] == 0
    code, _, err = ask("trace", absurd)
    assert (code, len(err) < 300) == (2, True)
    assert time.monotonic() - start < 20


def test_stats(ask: Run) -> None:
    assert "        18 nguồn\n" in ask("stats")[1]
    english = ask("--lang", "en", "stats")[1]
    assert "        18 sources\n" in english
    assert " tasks without a deadline\n" in english
    told = json.loads(ask("stats", "--json")[1])
    assert told["counts"]["sources"] == 18
    assert told["gaps"].keys() >= {"tasks_without_mandate", "references_with_candidates"}


def test_analyze(ask: Run) -> None:
    assert "52-NQ/TW" in ask("analyze", "order", "--kind", "document")[1]
    assert "52-NQ/TW" in ask("analyze", "central", "--kind", "document")[1]
    assert ask("analyze", "cycles")[0] == 0
    out = ask("analyze", "path", "200/KH-UBND", "52-NQ/TW")[1]
    assert out.splitlines()[0] == "200/KH-UBND"
    assert out.splitlines()[-1].endswith("52-NQ/TW")
    assert ask("analyze", "path", "200/KH-UBND")[0] == 2
    assert ask("analyze", "order", "x")[0] == 2
    code, out, err = ask("analyze", "central", "--kind", "law")
    assert (code, out) == (2, "")
    assert "--kind law: kho dữ liệu không có mục nào thuộc loại này; các loại có là agency, " in err
    assert "─ căn cứ ─→ 52-NQ/TW" in ask("analyze", "path", "142/QĐ-TTg", "52-NQ/TW")[1]
    assert "─ based on ─→ 52-NQ/TW" in ask("--lang", "en", "analyze", "path", "142/QĐ-TTg", "52-NQ/TW")[1]
    assert json.loads(ask("analyze", "path", "200/KH-UBND", "52-NQ/TW", "--json")[1])[0]["relation"]


def test_evaluate(ask: Run) -> None:
    code, out, _ = ask("evaluate", GOLD)
    assert code == 0
    assert out.splitlines()[-1].startswith("macro F1 1.000")
    assert ask("evaluate", GOLD, "--save-baseline", "kept.json")[0] == 0
    code, out, err = ask("evaluate", GOLD, SAMPLE / "2019-10-nghi-quyet-52.txt", "--baseline", "kept.json", "--misses")
    assert code == 0
    assert "-" in out.splitlines()[-1]
    assert "no facts of it" in err
    assert json.loads(ask("evaluate", GOLD, "--json")[1])["macro_f1"] == 1.0
    code, _, err = ask("evaluate", GOLD, "--baseline", "none.json")
    assert code == 2
    assert "none.json: không có số liệu để so sánh (không có tệp này); --save-baseline" in err
    code, _, err = ask("evaluate", GOLD, "--save-baseline", "khong/co.json")
    assert (code, err) == (3, "kg: khong/co.json: không ghi được: không có thư mục khong\n")


def test_evaluate_tells_of_a_source_that_cannot_be_read(ask: Run) -> None:
    code, out, err = ask("evaluate", GOLD, "khong-co.txt")
    assert (code, err) == (1, "kg: khong-co.txt: không có tệp này; hãy kiểm tra lại đường dẫn\n")
    assert "macro F1" in out


def test_what_became_of_sources_is_told_in_vietnamese(run: Run, article: Path) -> None:
    missing = article.with_name("khong-co.txt")
    code, out, _ = run("build", article, missing)
    assert (code, out.splitlines()[0]) == (1, f"đã nạp     {article}")
    assert f"{missing}: không có tệp này; hãy kiểm tra lại đường dẫn" in out
    assert "1 đã nạp · 0 không đổi · 1 lỗi\nbản phát hành 1: 1 nguồn, " in out
    assert run("text", missing)[2].startswith(f"kg: {missing}: không có tệp này, cũng không có nguồn nào")
    assert run("rollback")[2] == "kg: data: không có bản phát hành nào trước bản hiện hành\n"
    assert run("remove", "bai-bao")[1].startswith("đã gỡ      bai-bao.txt  ")
    assert re.fullmatch(r"bản phát hành 1 lập lúc [\d/]+ \d\d:\d\d là bản hiện hành\n", run("rollback")[1])


# ── keeping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_fact_that_is_not_there_is_told(run: Run, article: Path) -> None:
    run("build", str(article))
    code, out, err = run(
        "--lang", "en", "query", "evidence-of-fact", "-p", "fact=https://w3id.org/vnpolicy/id/task/x/y"
    )
    assert (code, out) == (2, "") and "id/task/x/y: nothing in the store has this IRI" in err


@pytest.mark.parametrize("out", ["data", "data/tables", "./data/../data/g.ttl"])
def test_an_export_stays_out_of_the_store(run: Run, article: Path, out: str) -> None:
    run("build", str(article))
    before = sorted(Path("data").rglob("*"))
    code, _, err = run("--lang", "en", "export", "--out", out)
    assert code == 2 and "lies in the folder of the store (data); give another place" in err
    assert "nằm trong thư mục kho dữ liệu (data)" in run("export", "--out", out)[2]
    assert sorted(Path("data").rglob("*")) == before
    assert run("export", "--out", "data-tables")[0] == 0


def test_export_backup_restore_rollback(run: Run, article: Path) -> None:
    run("--lang", "en", "build", article)
    assert run("--lang", "en", "export", "--out", "g.ttl") == (0, "", "")
    assert Path("g.ttl").read_bytes().startswith(b"@prefix")
    assert run("--lang", "en", "export", "--format", "csv")[0] == 2
    assert run("--lang", "en", "export", "--out", "tables")[0] == 0
    assert Path("tables/tasks.csv").is_file()
    assert run("--lang", "en", "export", "--out", "g.xyz")[0] == 2
    for out in ("new/one/g.nq", "new/tables"):  # folders are made, for a file as for tables
        assert run("--lang", "en", "export", "--out", out)[0] == 0
    assert Path("new/one/g.nq").stat().st_size
    for out in ("g.ttl/tables", "g.ttl", "g.ttl/g.nq"):  # a file, where a folder is to be
        form = "nquads" if out.endswith(".nq") else "csv"
        code, _, err = run("--lang", "en", "export", "--format", form, "--out", out)
        assert (code, err) == (3, f"kg: {out}: cannot be written: a file is in the way where a folder is wanted\n")
    assert run("--lang", "en", "facts", article, "--out", "g.ttl/facts")[0] == 3
    before = run("--lang", "en", "export")[1]
    assert run("--lang", "en", "backup", "b.tar.gz")[0] == 0
    assert run("--lang", "en", "backup", "b.tar.gz")[0] == 2
    run("--lang", "en", "remove", "bai-bao")
    assert run("--lang", "en", "export")[1] != before
    assert run("--lang", "en", "rollback")[1].startswith("release 1 of ")
    assert run("--lang", "en", "export")[1] == before
    assert run("--lang", "en", "rollback", 9)[0] == 2
    assert run("--lang", "en", "restore", "b.tar.gz")[0] == 2
    shutil.rmtree("data")
    assert run("--lang", "en", "restore", "b.tar.gz")[1].startswith("restored as release 1: ")
    assert run("--lang", "en", "export")[1] == before
    Path("b.tar.gz").write_bytes(b"none")
    assert run("--store", "other", "restore", "b.tar.gz")[0] == 3


def test_output_that_nobody_reads_on_is_no_error(gold_store: Path) -> None:
    command = f"{sys.executable} -m kg.cli --store {gold_store} export | head -1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")


# ── serving ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_serve_where_the_port_is_taken(ask: Run) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = ask("serve", "--port", taken.getsockname()[1])
    assert code == 1
    assert "không chạy được ở đó: cổng này đang được dùng" in err
    assert "--port 0" in err


@pytest.mark.parametrize("host", ["khong co", "192.0.2.1"])  # no name, an address of others
def test_serve_where_the_host_is_not_ours(ask: Run, host: str) -> None:
    code, _, err = ask("serve", "--host", host, "--port", "0")
    assert code == 1
    assert f"{host}:0: không chạy được ở đó: " in err
    assert "hãy thử --host 127.0.0.1" in err


def test_serve_answers_and_stops_at_once(gold_store: Path) -> None:
    import urllib.request

    with subprocess.Popen(
        [sys.executable, "-m", "kg.cli", "--store", str(gold_store), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as server:
        assert server.stdout and server.stderr
        address = server.stdout.readline().split()[0]
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert answer.status == 200
        server.send_signal(2)  # Ctrl-C
        try:
            assert server.wait(20) in (0, 130)
        except subprocess.TimeoutExpired:
            server.kill()  # else leaving the block would wait for ever
            raise
        assert "Traceback" not in server.stderr.read()


def test_demo_without_a_terminal_asks_itself(run: Run) -> None:
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    assert "142/QĐ-TTg" in out
    assert "\n200 http://127.0.0.1:" in out
    assert out.endswith("hoặc `kg build NGUỒN…` rồi `kg serve`\n")  # the site is gone: it says how to have it
    assert not Path("data").exists()


def test_a_terminal_gets_a_progress_bar(article: Path, tmp_path: Path) -> None:
    """On a terminal standard error shows a bar; elsewhere it stays empty (above)."""
    command = [sys.executable, "-m", "kg.cli", "--store", str(tmp_path / "data"), "build", str(article)]
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=follower, cwd=ROOT) as process:
        os.close(follower)
        shown = b""
        while select.select([leader], [], [], 30)[0]:
            try:
                part = os.read(leader, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        assert process.wait() == 0
    os.close(leader)
    assert b"reading" in shown
    assert b"100%" in shown


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_settings_come_from_the_nearest(tmp_path: Path) -> None:
    assert config.load(env={}, folder=tmp_path) == config.Config(Path("data"), config.BASE_IRI, "vi")
    (tmp_path / "kg.toml").write_text('store = "kho"\nbase_iri = "https://vi-du.vn/"\nlang = "en"\n')
    found = config.load(env={}, folder=tmp_path)
    assert found == config.Config(tmp_path / "kho", "https://vi-du.vn/", "en")
    env = {"KG_STORE": "/kho", "KG_BASE_IRI": "http://a/b#"}
    assert config.load(env=env, folder=tmp_path) == config.Config(Path("/kho"), "http://a/b#", "en")
    assert config.load("x", "http://c/", "vi", env=env, folder=tmp_path) == config.Config(Path("x"), "http://c/", "vi")


SETTINGS = [
    ("stor = 'x'", "unknown setting 'stor'; allowed are store, data, base_iri, lang"),
    ("store = 1", "store must be a text in quotes"),
    ("store =", "not valid TOML"),
    ("base_iri = 'x'", "must be an absolute http"),
    ("base_iri = 'https://a'", "ends in / or #"),
    ("lang = 'fr'", "allowed are vi, en"),
    ("store = 'ftp://a/'", "neither a folder nor a server"),
    ("data = 'https://a/'", "the sources are kept in a folder"),
]


@pytest.mark.parametrize(("text", "message"), SETTINGS)
def test_wrong_settings_are_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "kg.toml").write_text(textwrap.dedent(text))
    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        config.load(env={}, folder=tmp_path)
