"""Errors speak the reader's language, at the command line and on the site."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg import cli, guard, messages
from kg.errors import KgError, UsageError
from kg.queries import _VALUES, saved
from tests.site_pages import HTML, client

ROOT = Path(__file__).parent.parent
SOURCES = "\n".join(
    path.read_text("utf-8") for folder in ("kg", "web", "loaders") for path in (ROOT / folder).rglob("*.py")
)

__all__ = ["client"]


def test_each_row_is_of_a_message_that_is_raised() -> None:
    """The letters of the English messages stand in the code, so that a change there is not forgotten here."""
    joined = re.sub(r'"\s*\n\s*f?"', "", SOURCES)  # a message may be written over several lines
    for part, en, vi in messages.table():
        if part in (
            "what",
            "file",
            "expected",
            "type",
            "names",
            "usage",  # what click says, which the test of usage errors calls up
            "reason",
            "number",
            "path",
            "system",  # what the system says, and the parser of JSON
            "error",
            "help",  # which is the commands' own text, tested below
            "extra",
        ):  # names; what may be is tested below
            continue
        for phrase in re.split(r"\{\w+\}|[;:,?] ?", en):
            assert phrase.strip() in joined, (en, phrase)
        assert vi != en or "{message}" in en, en


def test_each_row_fills_in_what_the_message_has() -> None:
    for _, en, vi in messages.table():
        assert set(re.findall(r"\{(\w+)\}", vi)) <= set(re.findall(r"\{(\w+)\}", en)), en


@pytest.mark.parametrize(
    "kind", sorted({p.type for query in saved().values() for p in query.parameters} | _VALUES.keys())
)
def test_what_a_parameter_may_be_is_told_in_vietnamese(kind: str) -> None:
    from kg.queries import Parameter

    error = UsageError(f"x: y is {Parameter('y', kind, {}).expected()}, not 'z'")
    told = messages.told(error, "vi")
    assert told.startswith("x: y phải là ") and told.endswith(", không phải 'z'")
    assert not re.search(r"\b(a|an|the|such|any|of)\b", told)


WRONG = [
    (
        ["trace", "50/NQ-CP"],
        "kg: 50/NQ-CP: có nhiều mục cùng mang tên này; hãy thêm ngày",
        "several go by it; add a date",
    ),
    (["trace", "xyzzy"], "nào mang tên này; hãy tìm trong kho dữ liệu bằng `kg search`", "goes by it; `kg search`"),
    (["trace", "142/QĐ-TTg@2001"], "không có văn bản của ngày đó nào mang tên này; gần giống:\n", "near it come:\n"),
    (["trace", "142/QĐ-TTg", "--date", "x"], "x: không phải ngày; hãy viết như", "x: no date; write it as"),
    (["query", "tasks-of"], "có phải là tasks-of-document", "did you mean tasks-of-document"),
    (["query", "tasks-of-document"], "còn thiếu document: số/ký hiệu, tên hoặc IRI của", "document is wanted"),
    (
        ["query", "tasks-due-of-agency", "-p", "agency=Bộ Công an", "-p", "from=x"],
        "from phải là ngày, ví dụ",
        "from is a day",
    ),
    (["--store", "none", "stats"], "none: chưa có kho dữ liệu; hãy tạo bằng `kg build NGUỒN…`", "none: no store here"),
    (["query", "none.rq"], "none.rq: không đọc được: không có tệp này", "none.rq: cannot be read: No such file"),
    (["queries", "--tag", "zz"], "không có truy vấn nào mang thẻ 'zz'; các thẻ là ", "no saved query with the tag"),
    (["search", "x", "--kind", "zz"], "không có loại 'zz'; các loại là document", "unknown kind 'zz'"),
    (["analyze", "path", "x"], "kg analyze path cần hai ID", "kg analyze path takes two ids"),
    (["export", "--format", "csv"], "csv là một thư mục các bảng", "csv is a folder of tables"),
    (["serve", "--writable"], "--writable cần --token-file TỆP", "--writable wants --token-file FILE"),
    (["evaluate", "none"], "none: không có thư mục dữ kiện chuẩn này", "none: no such folder of gold facts"),
]


@pytest.mark.parametrize(("args", "vi", "en"), WRONG, ids=lambda value: str(value)[:40])
def test_the_command_says_what_is_wrong_in_its_language(
    args: list[str],
    vi: str,
    en: str,
    gold_store: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KG_STORE", str(gold_store))
    monkeypatch.delenv("KG_LANG", raising=False)
    for options, said in (([], vi), (["--lang", "en"], en)):
        assert cli.main([*options, *args]) in (2, 3)
        assert said in capfd.readouterr().err


USAGE = [
    (["trace"], "thiếu tham số 'ID'.", "Missing argument 'ID'."),
    (["trace", "x", "--jsn"], "không có tùy chọn '--jsn'.", "No such option"),
    (["queries", "--jsonn"], "Có phải là '--json'?", "--json"),
    (["queries", "x"], "thừa tham số (x).", "Got unexpected extra argument (x)"),
    (["queries", "x", "y"], "thừa các tham số (x y).", "Got unexpected extra arguments (x y)"),
    (["query", "q", "-p"], "tùy chọn '-p' cần một giá trị.", "Option '-p' requires an argument."),
    (["queries", "--json=1"], "tùy chọn '--json' không nhận giá trị.", "Option '--json' does not take a value."),
    (["trac"], "không có lệnh 'trac'; có phải là trace?", "no command 'trac'; did you mean trace?"),
    (["xyzzy"], "không có lệnh 'xyzzy'; `kg --help` liệt kê tất cả các lệnh", "no command 'xyzzy'"),
    (["facts", "--workers", "x", "y"], "'x' không phải là số nguyên.", "'x' is not a valid integer range."),
    (["facts", "--workers", "0", "y"], "0 nằm ngoài khoảng x>=1.", "0 is not in the range x>=1."),
    (["export", "--format", "z"], "giá trị của '--format' không hợp lệ: 'z' không thuộc", "is not one of"),
    (
        ["--store", "ftp://x/kho", "stats"],
        "không phải thư mục cũng không phải máy chủ",
        "neither a folder nor a server",
    ),
    (["--base-iri", "x", "stats"], "IRI gốc 'x': phải là IRI http(s) tuyệt đối", "must be an absolute http(s) IRI"),
    (["--data", "kho", "stats"], "--data cho biết nơi giữ nguồn", "--data says where the sources"),
]


@pytest.mark.parametrize(("args", "vi", "en"), USAGE, ids=lambda value: str(value)[:40])
def test_how_a_command_is_to_be_written_is_told_in_its_language(
    args: list[str],
    vi: str,
    en: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_LANG", "KG_DATA"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(args) == 2
    told = capfd.readouterr().err
    assert vi in told and not re.search(r"\b(?:Usage|Error|Try|argument)\b", told)
    assert cli.main(["--lang", "en", *args]) == 2
    told = capfd.readouterr().err
    assert en in told and "Lỗi" not in told


def test_the_language_of_usage_errors_is_the_one_that_is_set(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_LANG", "en")
    assert cli.main(["trace"]) == 2
    assert "Error: Missing argument" in capfd.readouterr().err
    assert cli.main(["--lang=vi", "trace"]) == 2
    assert "Cách dùng: kg trace [TÙY CHỌN] ID\nGõ 'kg trace --help' để xem trợ giúp." in capfd.readouterr().err
    monkeypatch.delenv("KG_LANG")
    (tmp_path / "kg.toml").write_text('lang = "en"\n', "utf-8")
    assert cli.main(["trace"]) == 2
    assert "Error: Missing argument" in capfd.readouterr().err


def test_what_validate_finds_is_counted_in_the_readers_language(
    gold_store: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE", str(gold_store))
    monkeypatch.delenv("KG_LANG", raising=False)
    cli.main(["validate"])
    assert re.search(r"^bản phát hành 1: \d+ vi phạm · \d+ cảnh báo · \d+ lưu ý$", capfd.readouterr().out, re.MULTILINE)
    cli.main(["--lang", "en", "validate"])
    assert re.search(r"^release 1: \d+ violation · \d+ warning · \d+ info$", capfd.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize(
    ("query", "vi"),
    [
        ("", "không đọc được truy vấn: câu hỏi để trống"),
        ("SELECT * { ?s ?p ", "không đọc được truy vấn: dòng 1, cột 18, cuối câu: có chỗ thiếu hoặc sai vị trí"),
        (
            '# the rest: of it\nSELECT * { ?s foo:bar ?o FILTER(?o != "a:b") }',
            "không đọc được truy vấn: tiền tố foo: chưa được khai báo; hãy mở đầu bằng PREFIX foo: <…>",
        ),
        (
            "PREFIX foo: <http://e.x/> SELECT * { ?s foo:bar 'a:b', <x:y>, _:b1 ",
            "không đọc được truy vấn: dòng 1, cột 18, trước",
        ),
        ("DROP ALL", "không đọc được truy vấn: DROP mở đầu một lệnh sửa dữ liệu"),
    ],
)
def test_a_query_that_cannot_be_read(query: str, vi: str) -> None:
    said = guard.unreadable(query, "error at 1:18: expected one of [_]")
    assert vi in messages.told(KgError(said), "vi")
    within = messages.told(KgError(f"standard input: {said}"), "vi")
    assert within.startswith("đầu vào chuẩn: ") and vi in within


@pytest.mark.parametrize(
    ("address", "vi", "en"),
    [
        ("/audit?id=142/QĐ-TTg@2024-99x", None, None),
        ("/queries/targets-in-period?from=soon", "from phải là kỳ, ví dụ 2024", "from is a time such as 2024"),
        ("/queries/tasks-due-of-agency?agency=Bộ Công an&from=x", "from phải là ngày", "from is a day"),
    ],
)
def test_the_site_says_what_is_wrong_in_its_language(
    client: FlaskClient, address: str, vi: str | None, en: str | None
) -> None:
    for lang, said, other in (("vi", vi, en), ("en", en, vi)):
        found = html.fromstring(client.get(f"{address}&lang={lang}", headers=HTML).text)
        (notice,) = found.cssselect(".notice")
        if said and other:
            assert said in notice.text_content() and other not in notice.text_content()
        else:
            assert notice.text_content().isascii() == (lang == "en")


def test_a_method_that_is_not_allowed_is_told_without_foreign_words(client: FlaskClient) -> None:
    for lang, said in (("vi", ""), ("en", "The method is not allowed")):
        found = html.fromstring(client.post(f"/tasks?lang={lang}", headers=HTML).text)
        details = [one.text_content() for one in found.cssselect(".error .detail")]
        assert details == [] if lang == "vi" else said in details[0]
    assert client.post("/tasks", headers={"Accept": "application/json"}).get_json()["detail"]


def test_what_only_looks_like_a_value_that_is_wrong_is_not_told_in_two_languages() -> None:
    said = "a.bin: this is a thing of its own, not a text; give another"
    assert messages.told(KgError(said), "vi") == said


def test_what_the_parser_of_json_says_is_told_in_vietnamese(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tin.jsonl").write_text("{}\n", "utf-8")
    for line, said in (("khong", "ở ký tự 0 (thiếu giá trị)"), ('{"id": 1} x', "ở ký tự 10 (thừa dữ liệu)")):
        (tmp_path / "tin.jsonl").write_text(f"{line}\n", "utf-8")
        assert cli.main(["facts", str(tmp_path / "tin.jsonl")]) == 1
        assert f"không có đối tượng JSON {said}" in capfd.readouterr().err


def commands() -> Iterator[tuple[click.Context, click.Command]]:
    top = click.Context(cli.kg, info_name="kg")
    yield top, cli.kg
    for name in cli.COMMANDS:
        command = cli.kg.get_command(top, name)
        assert command is not None
        yield click.Context(command, info_name=name, parent=top), command


def test_the_help_of_every_command_is_told_in_vietnamese() -> None:
    said = {line for _, line in cli.COMMANDS.values()} | {"Usage", "Options", "Commands"}
    for context, command in commands():
        said |= {" ".join(part.split()) for part in (command.help or "").split("\n\n")}
        said |= {
            (one.get_help_record(context) or ("", ""))[1].partition("[")[0].strip()
            for one in command.get_params(context)
        }
    said.discard("")
    assert [text for text in said if messages.helped(text, "vi") == text] == []
    rows = {en for part, en, _ in messages.table() if part == "help" and "{" not in en}
    assert rows - said == set()  # no row for what no help says


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_speaks_the_language_of_answers(
    command: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_LANG", raising=False)
    asked = [command] if command else []
    assert cli.main([*asked, "--help"]) == 0
    told = capfd.readouterr().out
    assert told.startswith("Cách dùng: kg") and "Tùy chọn:" in told
    assert not re.search(r"Usage|Options|Commands|OPTIONS|\b(?:the|and|of|with|Show|default|TEXT|RANGE)\b", told)
    assert cli.main(["--lang", "en", *asked, "--help"]) == 0
    assert capfd.readouterr().out.startswith("Usage: kg")
    monkeypatch.setenv("KG_LANG", "en")
    assert cli.main([*asked, "--help"]) == 0
    assert "Show this message and exit." in capfd.readouterr().out


RAISED = ("kg/archive.py", "kg/evaluate.py", "kg/releases.py", "kg/tokens.py", "kg/commands", "loaders")


def raised() -> Iterator[tuple[str, str]]:
    """The messages of errors that these modules raise, with something in each place that is filled in."""
    for path in (
        file for name in RAISED for file in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("*.py"))
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args):
                continue
            said = node.exc.args[0]
            if getattr(node.exc.func, "id", "") not in ("KgError", "UsageError", "StoreError", "SourceError"):
                continue
            if isinstance(said, ast.Constant):
                yield f"{path.name}:{node.lineno}", str(said.value)
            elif isinstance(said, ast.JoinedStr):
                parts = (str(part.value) if isinstance(part, ast.Constant) else "x1" for part in said.values)
                yield f"{path.name}:{node.lineno}", "".join(parts)


@pytest.mark.parametrize(("place", "said"), [pytest.param(*one, id=one[0]) for one in raised()])
def test_what_the_commands_refuse_is_told_in_vietnamese(place: str, said: str) -> None:
    inner = said in ("x1 is damaged", "x1: x1")  # told within another message, or by it
    assert inner or messages.told(KgError(said), "vi") != said
