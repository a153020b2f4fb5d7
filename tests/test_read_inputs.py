"""What is given to be read: files, folders, archives, JSON Lines; names, order, and what cannot be opened."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import unicodedata
import zipfile
from pathlib import Path

import pytest

from kg.errors import SourceError
from loaders.read import expand, read

TEXT = "Hải An mở kho dữ liệu dùng chung\n\nTỉnh giao Sở Tài chính chủ trì, xong trước 30/6/2026.\n"


def record(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_a_folder_is_read_in_a_fixed_order_with_its_unknown_files_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "con/c.txt", "con/d.md", "MANIFEST.json", ".hidden.txt", "~$a.docx", "con/logo.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    ignored: list[Path] = []
    found = list(expand([tmp_path], ignored))
    assert [i.path.relative_to(tmp_path).as_posix() for i in found] == ["a.TXT", "b.txt", "con/c.txt", "con/d.md"]
    assert sorted(path.name for path in ignored) == ["MANIFEST.json", "logo.png"]
    assert [i.name for i in found] == ["a.TXT", "b.txt", "c.txt", "d.md"]
    assert read(found[0]).name == "a.TXT"


def test_a_file_reached_twice_comes_once_and_one_stem_twice_can_be_seen(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "x/a.html").write_text(f"<main><p>{TEXT}</p></main>", "utf-8")
    found = list(expand([tmp_path / "a.txt", tmp_path]))
    assert [i.name for i in found] == ["a.txt", "a.html"]
    assert [i.stem for i in found] == ["a", "a"]
    assert len({i.where for i in found}) == 2


def test_a_missing_path_is_an_input_whose_reading_fails_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found = list(expand([tmp_path / "nowhere.txt", tmp_path / "a.txt"]))
    with pytest.raises(SourceError, match=r"nowhere\.txt: there is no such file; check the path"):
        read(found[0])
    assert read(found[1]).title == "Hải An mở kho dữ liệu dùng chung"


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="this is a folder"):
        read(tmp_path)


def test_a_file_without_a_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "bai").write_text(f"<!DOCTYPE html><body><main><p>{TEXT}</p></main></body>", "utf-8")
    (tmp_path / "bai2").write_text(TEXT, "utf-8")
    assert [read(i).media_type for i in expand([tmp_path / "bai", tmp_path / "bai2"])] == ["text/html", "text/plain"]


def test_names_are_composed_and_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / unicodedata.normalize("NFD", "kế hoạch.txt")
    path.write_text(TEXT, "utf-8")
    assert read(path).name == "kế hoạch.txt"
    assert read(path, name="bao-cao").name == "bao-cao"


def test_a_name_in_other_bytes_than_utf8_can_be_written(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/b\xe9.txt")).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    (source,) = (read(i) for i in expand([tmp_path]))
    assert (source.name, source.text) == ("b\ufffd.txt", TEXT)


def test_inputs_go_to_other_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text(record(id="x1", text=TEXT) + "\n", "utf-8")
    found = list(expand([tmp_path]))
    again = pickle.loads(pickle.dumps(found))
    assert [read(i) for i in again] == [read(i) for i in found]
    assert pickle.loads(pickle.dumps(read(found[0]))) == read(found[0])


def test_the_members_of_an_archive_are_sources(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kho.zip", "w") as archive:
        archive.writestr("tin/b.txt", TEXT)
        archive.writestr("tin/a.html", f"<main><p>{TEXT}</p></main>")
        archive.writestr("tin/anh.png", b"\x89PNG")
    found = list(expand([tmp_path]))
    assert [(i.name, i.where) for i in found] == [
        ("a.html", f"{tmp_path}/kho.zip!tin/a.html"),
        ("b.txt", f"{tmp_path}/kho.zip!tin/b.txt"),
    ]
    assert read(found[1]).text == TEXT


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kho.zip").write_bytes(b"PK\x03\x04 cut")
    with pytest.raises(SourceError, match=r"kho\.zip"):
        read(next(expand([tmp_path / "kho.zip"])))


def test_an_archive_with_damaged_bytes_inside_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kho.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT * 40)
    data = bytearray((tmp_path / "kho.zip").read_bytes())
    data[40:60] = b"\xff" * 20
    (tmp_path / "kho.zip").write_bytes(data)
    with pytest.raises(SourceError, match=r"kho\.zip!a\.txt: the archive cannot be unpacked"):
        read(next(expand([tmp_path / "kho.zip"])))


# ── JSON Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_line_is_a_source_with_what_it_says_of_itself(tmp_path: Path) -> None:
    page = f"<article><h1>Hải An mở kho dữ liệu</h1><p>{TEXT}</p></article>"
    lines = [
        record(
            id="bai-1",
            text=TEXT,
            title="Tên khác",
            published="2026-04-14T08:00:00",
            publisher="Báo Hải An",
            url="https://bao.example.vn/1",
        ),
        record(url="https://bao.example.vn/2", html=page, published="14/04/2026"),
        record(id=7, text=unicodedata.normalize("NFD", TEXT).replace("\n", "\r\n")),
    ]
    path = tmp_path / "kho.jsonl"
    path.write_text("\ufeff" + "\n\n".join(lines) + "\n", "utf-8")
    inputs = list(expand([path]))
    assert [(i.name, i.line, i.stem) for i in inputs] == [
        ("bai-1", 1, "bai-1"), ("https://bao.example.vn/2", 3, "https://bao.example.vn/2"), ("7", 5, "7"),
    ]  # fmt: skip
    one, two, three = (read(i) for i in inputs)
    assert (one.name, one.title, one.published, one.publisher, one.url) == (
        "bai-1", "Tên khác", "2026-04-14", "Báo Hải An", "https://bao.example.vn/1",
    )  # fmt: skip
    assert (two.title, two.published, two.url, two.media_type) == (
        "Hải An mở kho dữ liệu", "2026-04-14", "https://bao.example.vn/2", "text/html",
    )  # fmt: skip
    assert three.text == TEXT
    assert three.title == "Hải An mở kho dữ liệu dùng chung"
    assert one.file_digest == hashlib.sha256(lines[0].encode()).hexdigest()
    assert one.text_digest == hashlib.sha256(one.text.encode()).hexdigest()


BAD = [
    ("no JSON", "{'id': 1}", "no JSON object at character 1"),
    ("cut off", '{"id": "a", "text": "Tỉnh', "no JSON object"),
    ("a list", '["a"]', "this is a list; give an object"),
    ("no name", record(text=TEXT), "neither `id` nor `url`"),
    ("no text", record(id="a", title="x"), "neither `text` nor `html`"),
    ("blank text", record(id="a", text="  \n"), "neither `text` nor `html`"),
    ("a number for text", record(id="a", text=5), "`text` is a number; give it as a string"),
    ("no date", record(id="a", text=TEXT, published="hôm qua"), "`published` is 'hôm qua', no date"),
    ("markup without text", record(id="a", html="<script>x()</script>"), "no text in the page"),
    ("a number of thousands of digits", '{"id": ' + "1" * 5000 + "}", "the JSON cannot be read"),
    ("half a character", r'{"id": "a", "text": "T\ud800"}', r"`text` has half a character \(.ud800 at 1\)"),
    ("a deep nest", "[" * 100_000, "nested too deeply|no JSON"),
]


@pytest.mark.parametrize(("reason", "line", "says"), BAD, ids=[c[0] for c in BAD])
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, reason: str, line: str, says: str) -> None:
    path = tmp_path / "kho.jsonl"
    path.write_text(f"{record(id='tot', text=TEXT)}\n{line}\n{record(id='tot2', text=TEXT)}\n", "utf-8")
    inputs = list(expand([path]))
    assert len(inputs) == 3
    assert read(inputs[0]).name == "tot"
    with pytest.raises(SourceError, match=says) as error:
        read(inputs[1])
    assert f"{path}:2" in str(error.value)
    assert read(inputs[2]).name == "tot2"


def test_a_line_of_invalid_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kho.ndjson"
    path.write_bytes(b'{"id": "a", "text": "T\xff"}\n')
    with pytest.raises(SourceError, match=r"kho\.ndjson:1: invalid UTF-8 at byte 22"):
        read(next(expand([path])))


def test_lines_are_taken_up_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    path.write_text("\n".join(record(id=f"bai-{n}", text=TEXT) for n in range(5000)), "utf-8")
    inputs = expand([path])
    assert read(next(inputs)).name == "bai-0"
    assert sum(1 for _ in inputs) == 4999


def test_what_may_not_be_read_is_an_input_and_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ngan").mkdir()
    (tmp_path / "a.jsonl").write_text(record(id="bai", text=TEXT), "utf-8")
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("ngan"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith(".jsonl"))
    assert [(one.path.name, one.line) for one in expand([tmp_path])] == [
        ("a.jsonl", None),
        ("z.txt", None),
        ("ngan", None),
    ]


def test_members_of_other_formats_are_counted(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("con/bai.txt", "con/bang.xlsx", "kho.jsonl", ".an.txt"):
            archive.writestr(name, TEXT)
    ignored: list[Path] = []
    assert [one.member for one in expand([tmp_path], ignored)] == ["con/bai.txt"]
    assert [path.relative_to(tmp_path).as_posix() for path in ignored] == ["a.zip!con/bang.xlsx", "a.zip!kho.jsonl"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe, ignored = tmp_path / "ong.txt", []
    os.mkfifo(pipe)
    (tmp_path / "mat.txt").symlink_to(tmp_path / "khong-co.txt")  # a link that leads nowhere is told when it is read
    assert [one.name for one in expand([tmp_path], ignored)] == ["mat.txt"]
    assert ignored == [pipe]
    with pytest.raises(SourceError, match=r"ong\.txt: this is a pipe or a device; write what it gives into a file"):
        read(pipe)
