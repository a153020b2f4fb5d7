"""The endpoint's description of itself, and what its editor offers."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from kg import queries
from kg.reader import MEDIA_TYPES
from kg.standards import RDF
from kg.vocabulary import PREFIXES
from web.terms import short
from web.view import current

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_VOID = "http://rdfs.org/ns/void#"
_SH = "http://www.w3.org/ns/shacl#"
_SCHEMA = PREFIXES["schema"]


@dataclass(frozen=True, slots=True)
class Example:
    """A saved query as the editor offers it."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Editor:
    """What the editor page needs: example queries, and what it completes with."""

    examples: tuple[Example, ...]
    settings: dict[str, object]
    first: str

    @property
    def texts(self) -> dict[str, str]:
        """The examples' texts by name."""
        return {example.name: example.text for example in self.examples}


# what the result view of the editor says, in its own English words
_RESULT_WORDS = (
    "Table", "Response", "Boolean", "Error", "Simple view", "Ellipse", "Page size: ", "All", "Filter query results",
    "Download result", "Download Results", "Shows Table view", "Shows Response view", "# results in # seconds",
    "# result in # seconds", "Response in # seconds", "No data available in table", "Showing # to # of # entries",
    "(filtered from # total entries)", "First", "Previous", "Next", "Last",
)  # fmt: skip


def editor() -> Editor:
    """What the editor page needs."""
    view = current()
    t = view.wording
    examples = tuple(
        Example(query.name, t.pick(query.summary) or query.name, filled(query.name))
        for query in queries.saved().values()
    )
    classes, properties = _used()
    settings: dict[str, object] = {
        "base": view.site.base,
        "root": request.script_root,
        "prefixes": PREFIXES | {"void": _VOID},
        "classes": classes,
        "properties": properties,
        "words": {name: t(f"result.{name}") for name in _RESULT_WORDS},
    }
    first = next((e.text for e in examples if e.name == "tasks-of-document"), examples[0].text if examples else "")
    return Editor(examples, settings, first)


def filled(name: str) -> str:
    """A saved query with its example's values bound, without its header: as an editor runs it."""
    from kg.binding import bind
    from kg.errors import KgError

    query = queries.find(name)
    text = query.text
    try:
        given = dict(query.example or {})
        text = bind(text, queries.values(query, given, current().site.release)) if given else text
    except KgError:  # the example's resource is not in this store: the query stands as it is
        pass
    return "\n".join(line for line in text.splitlines() if not line.startswith("#+")).strip() + "\n"


def _used() -> tuple[list[str], list[str]]:
    """The classes and properties that the release uses, by its VoID description."""
    import pyoxigraph as ox

    classes, properties = set(), set()
    for quad in ox.parse(current().site.release.void.read_bytes(), ox.RdfFormat.TURTLE):
        if quad.predicate.value == f"{_VOID}class":
            classes.add(quad.object.value)
        elif quad.predicate.value == f"{_VOID}property":
            properties.add(quad.object.value)
    return sorted(classes, key=short), sorted(properties, key=short)


def description(address: str, form: str, *, writable: bool = False) -> tuple[bytes, str]:
    """The SPARQL 1.1 Service Description with the saved queries as examples (SHACL), and its media type."""
    import pyoxigraph as ox

    from kg.worker import GRAPHS

    view = current()
    iri = ox.NamedNode
    a = iri(RDF.type)
    service, dataset = iri(address), iri(f"{view.site.base}dataset")
    graph = iri(f"{view.site.base}graph/default")

    def count(number: int) -> ox.Literal:
        return ox.Literal(str(number), datatype=iri(f"{PREFIXES['xsd']}integer"))

    found = [
        ox.Triple(service, a, iri(f"{_SD}Service")),
        ox.Triple(service, iri(f"{_SD}endpoint"), service),
        ox.Triple(service, iri(f"{_SD}supportedLanguage"), iri(f"{_SD}SPARQL11Query")),
        ox.Triple(service, iri(f"{_SD}feature"), iri(f"{_SD}EmptyGraphs")),
        ox.Triple(service, iri(f"{_SD}defaultDataset"), dataset),
        ox.Triple(dataset, a, iri(f"{_SD}Dataset")),
        ox.Triple(dataset, a, iri(f"{_VOID}Dataset")),
        ox.Triple(dataset, iri(f"{_SD}defaultGraph"), graph),
        ox.Triple(graph, a, iri(f"{_SD}Graph")),
        ox.Triple(graph, iri(f"{_VOID}triples"), count(view.site.release.counts.get("triples", 0))),
    ]
    found += [
        ox.Triple(service, iri(f"{_SD}resultFormat"), iri(_FORMATS + name))
        for name in (
            "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "JSON-LD", "RDF_XML",
        )
    ]  # fmt: skip
    if writable:
        found.append(ox.Triple(service, iri(f"{_SD}supportedLanguage"), iri(f"{_SD}SPARQL11Update")))
    for query in queries.saved().values():
        example = iri(f"{view.site.base}query/{query.name}")
        kind = "SPARQLSelectExecutable"
        found += [
            ox.Triple(example, a, iri(f"{_SH}SPARQLExecutable")),
            ox.Triple(example, a, iri(_SH + kind)),
            ox.Triple(example, iri(f"{_SH}select"), ox.Literal(filled(query.name))),
            ox.Triple(example, iri(f"{_SCHEMA}target"), service),
        ]
        found += [
            ox.Triple(example, iri(f"{PREFIXES['rdfs']}comment"), ox.Literal(text, language=lang))
            for lang, text in query.summary.items()
        ]
    content = ox.serialize(found, format=GRAPHS[form], prefixes={**PREFIXES, "sd": _SD, "void": _VOID, "sh": _SH})
    assert content is not None
    return content, MEDIA_TYPES[form]
