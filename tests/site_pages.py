"""The site over the gold facts, and its pages as tests read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.config import Config
from web.app import close, create_app

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
DECISION = "/id/document/2024/142-qd-ttg"
AS_OF = "as_of=2025-06-01"


@pytest.fixture(scope="module")
def client(gold_store: Path) -> Iterator[FlaskClient]:
    app = create_app(Config(store=gold_store))
    app.testing = True
    yield app.test_client(use_cookies=False)
    close(app)


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200, (address, answer.status_code, answer.get_data(as_text=True)[:500])
    return html.fromstring(answer.get_data(as_text=True))


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
