"""A decision printed by an office program or a browser, in any type size and width, states the facts of its DOCX."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import letter_making
import pytest

from loaders.extract import extract
from loaders.read import read_bytes

# type size, the left column's part of the width, margins in centimetres, space below lines in points, annex on a page
OFFICE: list[tuple[float, float, float, float, bool]] = [
    (9, 0.38, 2, 10, False),
    (10, 0.35, 2.5, 0, True),
    (11, 0.5, 3, 0, False),
    (13, 0.42, 2.5, 0, True),
    (14, 0.45, 3.5, 6, True),
    (15, 0.5, 3, 0, False),
]
BROWSER: list[tuple[float, float]] = [(9, 0.35), (11, 0.5), (13, 0.42), (14, 0.35), (15, 0.5)]


def stated(data: bytes, name: str) -> dict[str, Any]:
    """What a reader of the decision must not lose: whose it is, who signed it, whom it goes to, what it orders."""
    facts = extract(read_bytes(data, name))
    own = facts.documents[0]
    return {
        "source": (facts.article.text_of, facts.article.published, facts.article.title),
        "document": (own.id, own.date, own.issuer, own.signer, own.signed_for, own.issued_at),
        "officials": [(o.name, o.role, o.agency) for o in facts.officials],
        "recipients": facts.recipients,
        "tasks": [
            (t.text, t.assignees, t.cooperators, t.mandate, t.directed_by, t.deadline, t.provision) for t in facts.tasks
        ],
    }


@cache
def wanted() -> dict[str, Any]:
    return stated(letter_making.as_docx(), "a.docx")


def test_the_docx_states_them() -> None:
    found = wanted()
    assert found["source"][:2] == ("1274/QĐ-UBND", "2026-04-09")
    assert found["document"] == (
        "1274/QĐ-UBND", "2026-04-09", "Ủy ban nhân dân tỉnh Phú Thọ", "Phùng Thị Kim Nga", "KT. Chủ tịch", "Phú Thọ",
    )  # fmt: skip
    assert found["officials"] == [("Phùng Thị Kim Nga", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ")]
    assert len(found["recipients"]) == 4
    assert [(task[3], task[5], task[6]) for task in found["tasks"]] == [
        ("1274/QĐ-UBND", "2026-11-30", "khoản 1 Điều 2"),
        ("1274/QĐ-UBND", "2026-Q3", "khoản 2 Điều 2"),
        ("1274/QĐ-UBND", "2026-Q2", "Phụ lục, STT 1"),
        ("1274/QĐ-UBND", "2026-12-31", "Phụ lục, STT 2"),
        ("1274/QĐ-UBND", "2027", "Phụ lục, STT 3"),
    ]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the decision as LibreOffice prints it, a file for each look."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice")
    folder = tmp_path_factory.mktemp("office")
    originals = []
    for number, (size, left, margin, space, leaf) in enumerate(OFFICE):
        originals.append(folder / f"{number}.docx")
        originals[-1].write_bytes(letter_making.as_docx(size, left, margin, space, leaf=leaf))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, originals)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("look", range(len(OFFICE)), ids=lambda number: str(OFFICE[number]))
def test_an_office_program_prints_them(printed: Path, look: int) -> None:
    assert stated((printed / f"{look}.pdf").read_bytes(), "a.pdf") == wanted()


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("needs chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started.new_page()
        started.close()


@pytest.mark.parametrize("look", BROWSER, ids=str)
def test_a_browser_prints_them(browser_page: Any, look: tuple[float, float]) -> None:
    browser_page.set_content(letter_making.as_print_page(*look))
    assert stated(browser_page.pdf(prefer_css_page_size=True), "a.pdf") == wanted()
