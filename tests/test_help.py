"""The help page and the page of the vocabulary, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from kg.config import Config
from kg.vocabulary import VP
from tests.site_pages import page, text_of
from web.app import close, create_app


@pytest.fixture(scope="module")
def client(gold_store: Path) -> Iterator[FlaskClient]:
    app = create_app(Config(store=gold_store))
    yield app.test_client(use_cookies=False)
    close(app)


def test_each_page_leads_to_help_and_vocabulary(client: FlaskClient) -> None:
    home = page(client, "/")
    assert home.cssselect(".nav a[href='/help']")
    assert {link.get("href") for link in home.cssselect(".foot a")} >= {"/help", "/ontology"}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_can_be_done_leads_to_where_it_is_done(client: FlaskClient, lang: str) -> None:
    told = page(client, f"/help?lang={lang}")
    links = [link.get("href") for link in told.cssselect(".steps a")]
    assert len(links) > 10
    for link in links:
        assert client.get(link, headers={"Accept": "text/html"}).status_code == 200, link
    words = [text_of(word) for word in told.cssselect("#words dt")]
    for word in ("Mức giao", "Bộ ba", "Điểm cần làm rõ", "Bản phát hành"):  # beside its name in the other language
        assert any(word in one for one in words), word


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_each_term_is_explained_in_the_language_of_the_page(client: FlaskClient, lang: str) -> None:
    told = page(client, f"/ontology?lang={lang}")
    shown = {term.get("id") for term in told.cssselect("dt")}
    wanted = {name for name in vars(VP).values() if isinstance(name, str) and name.startswith(VP.BASE)} - {VP.BASE}
    defined = set(_subjects())
    assert {iri.removeprefix(VP.BASE) for iri in wanted & defined} <= shown
    said = text_of(told.cssselect("#Task + dd")[0])
    assert said.startswith({"vi": "Việc mà ai đó được giao", "en": "Something that somebody is told"}[lang])
    for link in told.cssselect(".terms .note a"):
        assert link.get("href")[1:] in shown


def _subjects() -> Iterator[str]:
    content = (Path(__file__).parent.parent / "ontology" / "vnpolicy.ttl").read_bytes()
    for quad in ox.parse(content, ox.RdfFormat.TURTLE):
        if "definition" in quad.predicate.value:
            yield quad.subject.value


def test_the_vocabulary_can_be_had_as_data(client: FlaskClient) -> None:
    for address, accept in (("/ontology.ttl", "*/*"), ("/ontology", "text/turtle")):
        answer = client.get(address, headers={"Accept": accept})
        assert answer.content_type == "text/turtle; charset=utf-8"
        assert b"vp:Task a owl:Class" in answer.data
    answer = client.get("/ontology", headers={"Accept": "application/n-triples"})
    assert len(list(ox.parse(answer.data, ox.RdfFormat.N_TRIPLES))) > 500
    assert client.get("/about").location == "/help"
