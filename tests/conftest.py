"""What several test modules share."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import settings

from kg.reader import Reader

settings.register_profile("project", deadline=None)  # a busy machine is no failure
settings.load_profile("project")

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the tables that tests recorded as `scores`, whether they passed or not."""
    reports = [one for outcome in ("passed", "failed") for one in terminalreporter.stats.get(outcome, [])]
    tables = [value for one in reports for name, value in getattr(one, "user_properties", ()) if name == "scores"]
    if tables:
        terminalreporter.section("scores of the extraction, and what they gained or lost")
        terminalreporter.write("\n\n".join("\n".join(table) for table in tables) + "\n")


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_counts() -> None:
    """Servers under test can be stopped by SIGINT also where the tests run in the background of a shell.

    Shells let background jobs ignore it, and what these start inherits that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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


@pytest.fixture(scope="session")
def gold_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the bundled sample with its gold facts, so that what it holds does not hang on the extraction."""
    from tests import gold_sample

    data = tmp_path_factory.mktemp("gold")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.extraction.extract", gold_sample.extract)
        patch.setattr("kg.extraction.extractor", lambda: "gold")
        gold_sample.load(data)
    return data


@pytest.fixture(scope="session")
def gold_reader(gold_store: Path) -> Iterator[Reader]:
    """Queries over that store."""
    from kg.vocabulary import PREFIXES

    with Reader(gold_store, prefixes=PREFIXES) as reader:
        yield reader


@pytest.fixture(scope="module")
def reader(store: Path) -> Iterator[Reader]:
    """Queries over the store that a module builds as its own `store`."""
    from kg.vocabulary import PREFIXES

    with Reader(store, prefixes=PREFIXES) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[FlaskClient]:
    """The pages of that store."""
    from kg.config import Config
    from web.app import close, create_app

    app = create_app(Config(store=store))
    app.testing = True
    yield app.test_client(use_cookies=False)
    close(app)
