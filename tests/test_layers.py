"""Which module may import which, and when: data goes one way, and what is heavy is imported where it is used."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = {"kg", "loaders", "ontology", "sparql", "web"}
HEAVY = {
    "docx",
    "flask",
    "lxml",
    "networkx",
    "numpy",
    "openpyxl",
    "pdfplumber",
    "pyoxigraph",
    "pypdfium2",
    "pyshacl",
    "pyvis",
    "rdflib",
    "readability",
    "spacy",
    "trafilatura",
    "waitress",
}


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def test_the_contracts_of_pyproject_are_kept() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout and "0 kept" not in done.stdout


# modules on which everything else rests
BASES: dict[str, set[str]] = {
    "kg/model.py": set(),
    "kg/errors.py": set(),
    "kg/folding.py": set(),
    "loaders/reading.py": {"kg.model"},
}


@pytest.mark.parametrize("path", BASES)
def test_what_the_bases_import_of_ours(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not any(node.level for node in froms)
    names |= {node.module or "" for node in froms}
    assert {name for name in names if name.partition(".")[0] in OURS} == BASES[path]


LIGHT = (
    "kg.cli",  # every command, and the help of them all
    "kg.model, kg.facts, kg.evaluate",  # what the stages hand to each other
    "loaders.read, loaders.extract",  # extraction of plain text
    "kg.commands.serving",  # the program that serves starts its readers before anything is drawn
)


@pytest.mark.parametrize("modules", LIGHT)
def test_heavy_packages_are_imported_where_they_are_used(modules: str) -> None:
    loaded = set(python(f"import sys, {modules}; print(*sys.modules)").split())
    assert not loaded & HEAVY


def test_only_the_component_knows_spacy() -> None:
    for package in OURS:
        for path in (ROOT / package).rglob("*.py"):
            imports = [
                name
                for node in ast.walk(ast.parse(path.read_text("utf-8")))
                for name in (
                    [alias.name for alias in node.names]
                    if isinstance(node, ast.Import)
                    else [node.module or ""]
                    if isinstance(node, ast.ImportFrom)
                    else []
                )
            ]
            if any(name.partition(".")[0] == "spacy" for name in imports):
                assert path.name == "spacy_component.py"
            assert "loaders.spacy_component" not in imports


def test_help_comes_at_once() -> None:
    best = 10.0
    for _ in range(5):  # the best of several, and its own time alone, as other work on the machine only ever adds
        start = os.times()
        done = subprocess.run([sys.executable, "-m", "kg.cli", "--help"], cwd=ROOT, capture_output=True, text=True)
        end = os.times()
        best = min(best, end.children_user + end.children_system - start.children_user - start.children_system)
        assert done.returncode == 0 and "trace" in done.stdout
    assert best < 0.5
