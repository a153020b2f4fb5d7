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
