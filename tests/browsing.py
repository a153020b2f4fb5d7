"""A real browser on the site over the gold facts.

Every page visited must fetch from this machine only and write no error to the console.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.config import Config
from web.app import close, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-first-run",
]
DECISION = "/id/document/2024/142-qd-ttg"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        said = "no Chromium on this machine: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(gold_store: Path) -> Iterator[str]:
    """The site served on a free port of this machine."""
    from werkzeug.serving import make_server

    app = create_app(Config(store=gold_store))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    close(app)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test for a request to elsewhere, a failed one, or an error on the console."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="vi-VN")
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    wrong: list[str] = []

    def watch(request: Any) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            wrong.append(f"fetched {request.url}")

    opened.on("request", watch)
    opened.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    opened.on("console", lambda m: wrong.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def until(page: Page, script: str) -> None:
    """Waits until a script gives true; asked from here, since pages forbid scripts that are made of text."""
    end = time.monotonic() + 10
    while not page.evaluate(script):
        assert time.monotonic() < end, f"still false: {script}"
        page.wait_for_timeout(50)
