"""The wheel: what is in it, and that it works where nothing but it and its dependencies is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("kg", "loaders", "ontology", "sparql", "web")
# one of each kind of file that is no code, without which something would only fail when it is used
DATA = [
    "ontology/vnpolicy.ttl",
    "ontology/shapes.ttl",
    "ontology/registry/agencies.csv",
    "sparql/basis-of-document.rq",
    "kg/sample/2024-02-quyet-dinh-142-tom-luoc.docx",
    "kg/sample/2022-ba-quyet-dinh.jsonl",
    "loaders/tables/action_verbs.txt",
    "web/templates/base.html",
    "web/static/vendor/SHA256SUMS",
    "web/static/vendor/vis-network/vis-network.min.js",
    "web/static/vendor/vis-network/LICENSE-MIT",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def kg(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script in an environment that has the wheel, and of this one the dependencies only."""
    home = tmp_path_factory.mktemp("bare")
    run([sys.executable, "-m", "venv", "--without-pip", str(home)])
    python = home / "bin" / "python"
    # a path file inside a folder that a path file names is not read: our own editable install stays out of sight
    site = Path(run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())
    paths = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site / "dependencies.pth").write_text("".join(f"{path}\n" for path in paths))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--no-deps", "--no-index", "--no-compile", "--ignore-installed", str(wheel)])
    return home / "bin" / "kg"


def run(command: list[str], cwd: Path | None = None, **environment: str) -> str:
    """What a command writes; where it fails, what it complains of."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=kept | environment, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def test_top_level_names(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == set(PACKAGES)
    assert len(names) == len(PACKAGES) + 1


def test_every_file_of_the_packages_is_in_it(wheel: Path) -> None:
    found = {name for name in zipfile.ZipFile(wheel).namelist() if not name.split("/")[0].endswith(".dist-info")}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert found == wanted
    assert set(DATA) <= found


def test_licences_and_entry_points(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    about = {name.partition("/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
    assert "licenses/LICENSE" in about
    assert "licenses/web/static/vendor/vis-network/LICENSE-APACHE-2.0" in about
    points = archive.read(about["entry_points.txt"]).decode()
    assert "kg = kg.cli:main" in points and "vn_policy = loaders.spacy_component:create" in points


def test_the_console_script_starts(kg: Path, tmp_path: Path) -> None:
    assert "build" in run([str(kg), "--help"], tmp_path)
    assert "0." in run([str(kg), "--version"], tmp_path)
    where = "import kg, loaders, ontology, sparql, web; print(*[p.__path__[0] for p in (kg, loaders, web)], sep='\\n')"
    for path in run([str(kg.parent / "python"), "-c", where], tmp_path).splitlines():
        assert Path(path).is_relative_to(kg.parents[1])


def test_it_works_away_from_the_checkout(kg: Path, tmp_path: Path) -> None:
    """Extraction, with its tables; a build with the shapes and saved queries; the page with its templates."""
    article = shutil.copy(ROOT / "kg" / "sample" / "2024-05-quy-i-2024.txt", tmp_path)
    facts = json.loads(run([str(kg), "facts", str(article)], tmp_path))
    assert "142/QĐ-TTg" in {document["id"] for document in facts["documents"]}
    decision = shutil.copy(ROOT / "kg" / "sample" / "2024-02-quyet-dinh-142-tom-luoc.docx", tmp_path)
    run([str(kg), "build", str(decision)], tmp_path, KG_STORE=str(tmp_path / "data"))
    run([str(kg), "validate"], tmp_path, KG_STORE=str(tmp_path / "data"))
    asked = [str(kg), "query", "tasks-of-document", "-p", "document=142/QĐ-TTg", "--format", "csv"]
    assert len(run(asked, tmp_path, KG_STORE=str(tmp_path / "data")).splitlines()) > 5


# what a python answers that cannot be used, and what is said of it
LACKING = {
    # Debian's without the package that makes environments
    "no venv": ('case "$*" in *ensurepip*) exit 1;; esac; exec "$REAL" "$@"', "apt-get install python3-venv"),
    # one that is too old
    "old": ('[ "$1" = -V ] && echo Python 3.9.2; exit 1', r"is Python 3\.9\.2; this project needs Python 3\.11"),
}


@pytest.mark.parametrize("lack", LACKING)
def test_what_a_bare_system_lacks_is_said(lack: str, tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text(f"#!/bin/sh\nREAL={sys.executable}\n{LACKING[lack][0]}\n")
    python.chmod(0o755)
    said = check_python(python)
    assert re.search(LACKING[lack][1], said)
    assert len(said.splitlines()) <= 2


def test_a_python_that_is_not_there(tmp_path: Path) -> None:
    assert "apt-get install python3 python3-venv" in check_python(tmp_path / "python3")


def test_this_python_will_do() -> None:
    run(["sh", str(ROOT / "scripts" / "check-python.sh"), sys.executable])


def check_python(python: Path) -> str:
    """What is said of a python that will not do."""
    script = ["sh", str(ROOT / "scripts" / "check-python.sh"), str(python)]
    done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and not done.stdout
    return done.stderr


def test_the_lock_has_hashes_and_no_address() -> None:
    """And every dependency, as the lock is installed without asking an index what a package needs."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|^-e |file:", lock, re.MULTILINE)
    entries = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    pinned = [re.match(r"([a-z0-9-]+)==\S+( ; .+)? \\\n    --hash=sha256:[0-9a-f]{64}", entry) for entry in entries]
    assert len(pinned) > 50 and all(pinned)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", one)[0]).lower() for one in wanted}
    assert names <= {one[1] for one in pinned if one}
