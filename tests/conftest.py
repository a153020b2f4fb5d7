"""What several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the project; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(f"no folder of real texts: {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def shared_texts(shared: Path) -> list[str]:
    """The real articles and news texts, decoded."""
    files = [*sorted((shared / "articles").glob("*.txt")), *sorted((shared / "corpus" / "news").glob("*.txt"))]
    return [path.read_text("utf-8") for path in files]
