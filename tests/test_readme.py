"""README and docs say what is so: commands and queries in them run on the bundled sample, links and pictures exist.

In the pages, a `console` block holds `$ ` commands and what they print: each printed line must come, figures apart,
save where a line or its end reads "…". A `sparql` block must answer with a row. A `python` block runs as it stands.
The address http://127.0.0.1:8080 stands for the server's. Blocks of other kinds (sh, text) are not run.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ADDRESS = "http://127.0.0.1:8080"
LONG = 120  # seconds that a command may take on a busy machine
LARGEST = 300_000  # bytes of a picture


def blocks(page: Path, kind: str) -> list[tuple[int, str]]:
    """The fenced blocks of a kind with the line where each begins."""
    text = page.read_text("utf-8")
    found = re.finditer(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(text.count("\n", 0, match.start()) + 1, match[1]) for match in found]


def steps(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines that it prints; "> " goes on with a command."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> ") and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        else:
            found[-1][1].append(line)
    return found


def cases(kind: str) -> list[object]:
    return [pytest.param(page, block, id=f"{page.stem}-{line}") for page in PAGES for line, block in blocks(page, kind)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the pages suppose it: the sample as `articles`, a store `data` built from it."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "kg" / "sample", folder / "articles")
    run("kg --lang en build articles", folder)
    return folder


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONIOENCODING": "utf-8",
    }


def run(command: str, folder: Path) -> str:
    """What a command prints. Fails where it fails."""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
        timeout=LONG, check=False,
    )  # fmt: skip
    # a pipe into `head` ends the writer early; an ambiguous id is shown with its message and exit code 2
    expected = {0, 141} if "| head" in command else {2} if "# exit code 2" in command else {0}
    assert done.returncode in expected, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[str]:
    """The address of a server over the sample, as the pages' commands start one."""
    with serving("kg serve", built) as address:
        yield address


class serving:
    """A `kg serve` command at work, on a free port."""

    def __init__(self, command: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [*command.split(), "--port", "0"],
            cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def __enter__(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.startswith("http://"), line
        return line.split()[0].rstrip("/")

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=LONG)


def figures_apart(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def compare(command: str, wanted: list[str], printed: str) -> None:
    """Every line that the page shows is printed, in this order."""
    rest = [figures_apart(line) for line in printed.splitlines()]
    for line in wanted:
        shown = figures_apart(line)
        if shown in ("…", ""):
            continue
        cut = shown.removesuffix("…").rstrip()
        at = next((n for n, got in enumerate(rest) if got == shown or (cut != shown and got.startswith(cut))), None)
        assert at is not None, f"$ {command}\ndoes not print\n{line}\nbut\n{printed[:4000]}"
        rest = rest[at + 1 :]


@pytest.mark.parametrize(("page", "block"), cases("console"))
def test_commands_run_and_print_what_is_shown(page: Path, block: str, built: Path, server: str, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    shutil.copytree(built, folder)  # commands may change the store
    for command, wanted in steps(block):
        if re.match(r"kg\b.* serve\b|kg serve\b", command):
            with serving(command, folder) as address, urlopen(f"{address}/healthz", timeout=LONG) as answer:
                assert answer.status == 200
                assert all(line.startswith(f"{ADDRESS}/") for line in wanted)
        else:
            if command.startswith("curl") and not shutil.which("curl"):
                pytest.skip("no curl here")
            if command.endswith(" build articles"):  # the pages begin with it
                shutil.rmtree(folder / "data")
            compare(command, wanted, run(command.replace(ADDRESS, server), folder).replace(server, ADDRESS))


@pytest.mark.parametrize(("page", "block"), cases("sparql"))
def test_queries_have_answers(page: Path, block: str, server: str) -> None:
    asked = Request(
        f"{server}/sparql",
        data=block.encode(),
        headers={"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"},
    )
    with urlopen(asked, timeout=LONG) as answer:
        found = json.load(answer)
    assert found.get("boolean") or found["results"]["bindings"]


@pytest.mark.parametrize(("page", "block"), cases("python"))
def test_python_runs(page: Path, block: str, built: Path, server: str, tmp_path: Path) -> None:
    for name in re.findall(r"^(?:import|from) (\w+)", block, re.MULTILINE):
        pytest.importorskip(name)
    folder = tmp_path / "work"
    shutil.copytree(built, folder)
    script = folder / "example.py"
    script.write_text(block.replace(ADDRESS, server), "utf-8")
    assert run(f'"{sys.executable}" example.py', folder).strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_and_pictures_exist(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if urlsplit(target).scheme:
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / unquote(path)).resolve() if path else page
        assert file.exists() and file.is_relative_to(ROOT), f"{page.name}: {target}"
        if anchor:
            assert anchor in anchors(file), f"{page.name}: {target}"


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_paths_that_are_named_exist() -> None:
    """What README names in code marks and looks like a path of the project is there."""
    text = re.sub(r"^```.*?^```$", "", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    tops = {path.name for path in ROOT.iterdir()} - {"data", ".venv"}
    named = [name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name and name.split("/")[0] in tops]
    assert len(named) > 30
    missing = [name for name in named if name != "sparql/NAME.rq" and not (ROOT / name).exists()]
    assert not missing


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "images").glob("*.png")), ids=lambda picture: picture.stem)
def test_pictures_are_small_and_used(picture: Path) -> None:
    assert picture.stat().st_size < LARGEST
    width = int.from_bytes(picture.read_bytes()[16:20], "big")
    assert width == 1440
    assert any(f"images/{picture.name}" in page.read_text("utf-8") for page in PAGES), "no page shows it"


def test_pages_in_two_languages_have_the_same_parts() -> None:
    """The Vietnamese page has a part for each of the English one."""
    for english, vietnamese in (("staff", "can-bo"), ("auditor", "kiem-toan")):
        counts = [
            len(re.findall(r"^## ", (ROOT / "docs" / f"{name}.md").read_text("utf-8"), re.MULTILINE))
            for name in (english, vietnamese)
        ]
        assert counts[0] == counts[1] > 4, english
