"""Which of the forms at hand a client wants, by its Accept header."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

RDF: dict[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}
RESULTS: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
SUFFIXES: dict[str, str] = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "rdf": "rdfxml"}
ALIASES: dict[str, str] = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
}


def best(offered: Sequence[str]) -> str | None:
    """The media type that the client likes best among those offered, the first without a wish; None where none fits."""
    accept = request.accept_mimetypes
    if not accept:
        return offered[0]
    ranked = [(_quality(kind), -at, kind) for at, kind in enumerate(offered)]
    quality, _, kind = max(ranked)
    return kind if quality > 0 else None


def _quality(kind: str) -> float:
    """How much the client likes a media type, also where it names it with the character set that ours have."""
    accept = request.accept_mimetypes
    named = (liked for value, liked in accept if value.lower().replace(" ", "") == f"{kind};charset=utf-8")
    return max(accept.quality(kind), *named, 0.0)


def wants_html() -> bool:
    """Whether a browser asks: HTML comes before every form of data."""
    accept = request.accept_mimetypes
    return (
        bool(accept)
        and best(["application/json", *RDF, "text/html"]) == "text/html"
        and accept.quality("text/html") > 0
    )
