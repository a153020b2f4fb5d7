"""Counts of a store, and its description in VoID."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from kg.standards import SCHEMA
from kg.vocabulary import PREFIXES, VP

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.reader import Reader

KINDS: dict[str, str] = {
    "sources": VP.Source,
    "documents": VP.Document,
    "programmes": VP.Programme,
    "agencies": VP.Agency,
    "offices": VP.Office,
    "groups": VP.AgencyGroup,
    "officials": VP.Official,
    "tasks": VP.Task,
    "targets": VP.Target,
    "observations": VP.Observation,
    "indicators": VP.Indicator,
    "pillars": VP.Pillar,
    "statements": VP.Statement,
    "mentions": VP.Mention,
}
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
# of what the registry lists as well, only what a source names is counted
_NAMED = {"agencies", "offices", "groups", "pillars"}
_IN_SOURCES = """SELECT ?class (COUNT(DISTINCT ?s) AS ?count) {{
  GRAPH ?source {{ ?source a <{source}> . ?s a ?class }} }} GROUP BY ?class"""
_CLASSES = "SELECT ?class (COUNT(?s) AS ?count) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES = "SELECT ?property (COUNT(*) AS ?count) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"


class Asked(Protocol):
    """What answers a SELECT of ours: a pyoxigraph store, or a server."""

    def query(self, query: str, /, *, prefixes: dict[str, str] | None = None) -> Any:
        """The solutions."""


def counts(store: Asked) -> dict[str, int]:
    """How many resources of each kind the default graph holds, its triples, and its named graphs."""
    by_class = dict(_counted(store, _CLASSES))
    in_sources = dict(_counted(store, _IN_SOURCES.format(source=VP.Source)))
    found = {kind: (in_sources if kind in _NAMED else by_class).get(iri, 0) for kind, iri in KINDS.items()}
    found["triples"] = sum(count for _, count in _counted(store, _PROPERTIES))
    return found


def _counted(store: Asked, query: str) -> list[tuple[str, int]]:
    return [(row[0].value, int(row[1].value)) for row in store.query(query)]


def void(store: Asked, base: str, number: int, created: str) -> bytes:
    """The VoID and DCAT description of a release's default graph, Turtle: classes and properties with their counts."""
    import pyoxigraph as ox

    def iri(name: str) -> ox.NamedNode:
        return ox.NamedNode(name)

    def whole(value: int) -> ox.Literal:
        return ox.Literal(str(value), datatype=iri(f"{PREFIXES['xsd']}integer"))

    dataset = iri(f"{base}dataset")
    a = iri(f"{PREFIXES['rdf']}type")
    classes, properties = _counted(store, _CLASSES), _counted(store, _PROPERTIES)
    triples = [
        ox.Triple(dataset, a, iri(f"{_VOID}Dataset")),
        ox.Triple(
            dataset, iri(f"{PREFIXES['dcterms']}title"), ox.Literal("Đồ thị tri thức chính sách số", language="vi")
        ),
        ox.Triple(
            dataset, iri(f"{PREFIXES['dcterms']}title"), ox.Literal("Digital policy knowledge graph", language="en")
        ),
        ox.Triple(dataset, a, iri(f"{_DCAT}Dataset")),
        ox.Triple(dataset, iri(f"{PREFIXES['owl']}versionInfo"), ox.Literal(str(number))),
        ox.Triple(
            dataset,
            iri(f"{PREFIXES['prov']}generatedAtTime"),
            ox.Literal(created, datatype=iri(f"{PREFIXES['xsd']}dateTime")),
        ),
        ox.Triple(dataset, iri(f"{_VOID}uriSpace"), ox.Literal(f"{base}id/")),
        ox.Triple(dataset, iri(f"{_VOID}triples"), whole(sum(count for _, count in properties))),
        ox.Triple(dataset, iri(f"{_VOID}classes"), whole(len(classes))),
        ox.Triple(dataset, iri(f"{_VOID}properties"), whole(len(properties))),
    ]
    triples += [
        ox.Triple(dataset, iri(f"{_VOID}vocabulary"), iri(namespace))
        for namespace in sorted(set(PREFIXES.values()))
        if any(name.startswith(namespace) for name, _ in (*classes, *properties))
    ]
    for part, link, rows, measure in (
        ("class", "class", classes, "entities"),
        ("property", "property", properties, "triples"),
    ):
        for name, count in rows:
            partition = iri(f"{base}dataset#{part}-{_slug(name)}")
            triples += [
                ox.Triple(dataset, iri(f"{_VOID}{part}Partition"), partition),
                ox.Triple(partition, iri(f"{_VOID}{link}"), iri(name)),
                ox.Triple(partition, iri(f"{_VOID}{measure}"), whole(count)),
            ]
    out = BytesIO()
    ox.serialize(triples, out, ox.RdfFormat.TURTLE, prefixes={**PREFIXES, "void": _VOID, "dcat": _DCAT})
    return out.getvalue()


def _slug(name: str) -> str:
    """A short name for a term: its prefix and local name, else what of its IRI may stand in a fragment."""
    for prefix, namespace in PREFIXES.items():
        if name.startswith(namespace):
            return f"{prefix}-{name.removeprefix(namespace)}"
    return "".join(char if char.isalnum() else "-" for char in name)


_FRESH = f"""
SELECT ?source ?name ?published WHERE {{
  ?source a <{VP.Source}> ; <{VP.sourceName}> ?name . OPTIONAL {{ ?source <{SCHEMA.datePublished}> ?published }}
}} ORDER BY DESC(?published) ?source LIMIT 10
"""
_GAPS: dict[str, str] = {
    "tasks_without_assignee": f"SELECT (COUNT(?t) AS ?n) {{ ?t a <{VP.Task}> MINUS {{ ?t <{VP.leadAgency}> ?a }} }}",
    "tasks_without_mandate": f"SELECT (COUNT(?t) AS ?n) {{ ?t a <{VP.Task}> MINUS {{ ?t <{VP.mandatedBy}> ?m }} }}",
    "tasks_without_deadline": f"""SELECT (COUNT(?t) AS ?n) {{
        ?t a <{VP.Task}> MINUS {{ ?t <{VP.deadline}> ?d }} MINUS {{ ?t <{VP.recurrence}> ?r }} }}""",
    "documents_without_date": f"""SELECT (COUNT(?d) AS ?n) {{
        ?d a <{VP.Document}> MINUS {{ ?d <{PREFIXES["eli"]}date_document> ?day }} }}""",
    "undecided_readings": f"SELECT (COUNT(?u) AS ?n) {{ ?u a <{VP.UndecidedReading}> }}",
    "references_with_candidates": f"""SELECT (COUNT(DISTINCT ?m) AS ?n) {{
        ?m <{VP.candidate}> ?c ; <{VP.name}> ?name MINUS {{ ?m <{VP.candidate}>/<{VP.chosen}> true }}
        MINUS {{ ?m <{VP.refersTo}>/<{VP.draftOf}> ?issued }} }}""",
}


def gaps(reader: Reader) -> dict[str, int]:
    """What is known to be missing: how many tasks lack what, how many references are open."""
    return {name: int(reader.rows(query)[0]["n"]) for name, query in _GAPS.items()}


def newest(reader: Reader) -> list[dict[str, str]]:
    """The sources that were published last."""
    return reader.rows(_FRESH)
