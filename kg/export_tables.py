"""The tables of an export: a query for each kind of record, whose rows are in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg import standing
from kg.vocabulary import DECLARED


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, which are the query's variables."""

    columns: tuple[str, ...]
    query: str


def _several(kind: str, name: str, path: str) -> str:
    """A column of several values, one after another in order, parted by " | "."""
    return (
        f'OPTIONAL {{ SELECT ?id (GROUP_CONCAT(?v; separator=" | ") AS ?{name}) '
        f"{{ SELECT DISTINCT ?id ?v {{ {_values(kind, path)} }} ORDER BY ?id ?v }} GROUP BY ?id }}"
    )


def _one(kind: str, name: str, path: str) -> str:
    return f"OPTIONAL {{ SELECT ?id (MIN(?v) AS ?{name}) {{ {_values(kind, path)} }} GROUP BY ?id }}"


def _values(kind: str, path: str) -> str:
    """The pattern that binds ?v: of what is told in two languages only the Vietnamese."""
    only = ' FILTER(LANG(?v) = "vi")' if path.endswith(("skos:prefLabel", "vp:reason")) else ""
    return f"?id a {kind} ; {path} ?v{only}"


# the report that holds, of all that tell of a task (kg.standing)
_GRAVE = " ".join(f'(vp:status-{state} "{grave}")' for grave, state in enumerate(standing.GRAVITY))
_STANDING: dict[tuple[str, ...], str] = {
    ("status", "status_date"): f"""OPTIONAL {{
    {{ SELECT ?id (MAX(?told) AS ?last) {{
      ?id vp:hasStatus ?report . ?report vp:status ?state . VALUES (?state ?grave) {{ {_GRAVE} }}
      OPTIONAL {{ ?report vp:asOf ?day }}
      OPTIONAL {{ ?report vp:evidence/oa:hasSource/schema:datePublished ?published }}
      BIND(CONCAT(SUBSTR(STR(COALESCE(?day, ?published, "")), 1, 10), " ", ?grave, " ", STR(?state)) AS ?told)
    }} GROUP BY ?id }}
    BIND(IRI(STRAFTER(STRAFTER(?last, " "), " ")) AS ?status) BIND(STRBEFORE(?last, " ") AS ?status_date)
  }}"""
}


def _table(
    kind: str,
    columns: dict[str, str],
    *,
    quoted: bool = True,
    also: Mapping[tuple[str, ...], str] = MappingProxyType({}),
) -> Table:
    """The table of a class: `columns` are paths, those that end in s of several values; `also` columns that a pattern
    binds.
    """
    parts = [
        _several(kind, n.rstrip("*"), path) if n.endswith("*") else _one(kind, n, path) for n, path in columns.items()
    ]
    names = ["id", *(name.rstrip("*") for name in columns)]
    for bound, pattern in also.items():
        parts.append(pattern)
        names += bound
    if quoted:
        parts.append(_one(kind, "source", "vp:evidence/oa:hasSource"))
        parts.append(_several(kind, "quotes", "vp:evidence/oa:hasSelector/oa:exact"))
        names += ["source", "quotes"]
    body = "\n  ".join(parts)
    return Table(
        tuple(names),
        f"{DECLARED}\nSELECT {' '.join(f'?{n}' for n in names)} {{\n  ?id a {kind} .\n  {body}\n}} ORDER BY ?id",
    )


_MEASURE = {
    "indicator": "vp:indicator/skos:prefLabel",
    "value": "sdmx-measure:obsValue",
    "upper": "vp:upper",
    "value_text": "vp:valueText",
    "unit": "sdmx-attribute:unitMeasure",
    "period": "sdmx-dimension:refPeriod",
    "comparator": "vp:comparator",
    "scope": "vp:scope",
}
TABLES: dict[str, Table] = {
    "sources": _table(
        "vp:Source",
        {
            "name": "vp:sourceName",
            "title": "schema:headline",
            "published": "schema:datePublished",
            "publisher": "schema:publisher/schema:name",
            "url": "schema:url",
            "text_of": "vp:textOf",
            "text_sha256": "vp:textDigest",
        },
        quoted=False,
    ),
    "documents": _table(
        "vp:Document",
        {
            "number": "eli:id_local",
            "names*": "skos:altLabel",
            "type": "eli:type_document",
            "date": "eli:date_document",
            "issuer": "eli:passed_by/skos:prefLabel",
            "title": "dcterms:title",
            "status": "vp:documentStatus",
            "signer": "vp:signer/foaf:name",
            "effective": "eli:first_date_entry_in_force",
            "expires": "eli:date_no_longer_in_force",
        },
        quoted=False,
    ),
    "programmes": _table("vp:Programme", {"name": "skos:prefLabel", "names*": "dcterms:title"}, quoted=False),
    "agencies": _table("vp:Agency", {"name": "skos:prefLabel", "names*": "skos:altLabel"}, quoted=False),
    "officials": _table(
        "vp:Official",
        {
            "name": "foaf:name",
            "roles*": "org:hasMembership/org:role/skos:prefLabel",
            "agencies*": "org:hasMembership/org:organization/skos:prefLabel",
        },
        quoted=False,
    ),
    "tasks": _table(
        "vp:Task",
        {
            "text": "dcterms:description",
            "assignees*": "vp:leadAgency/skos:prefLabel",
            "cooperators*": "vp:cooperatingAgency/skos:prefLabel",
            "mandate": "vp:mandatedBy",
            "mandate_name": "vp:mandatedBy/skos:prefLabel",
            "directed_by": "vp:directedBy/skos:prefLabel",
            "provision": "vp:provisionText",
            "deadline": "vp:deadline",
            "deadline_text": "vp:deadlineText",
            "due": "vp:due",
            "recurrence": "vp:recurrence",
            "deliverable": "vp:deliverable",
            "confidence": "vp:confidence",
            "told_of": "vp:principalTask",
            "results*": "vp:resultDocument/skos:prefLabel",
        },
        also=_STANDING,
    ),
    "targets": _table(
        "vp:Target",
        {
            **_MEASURE,
            "set_by": "vp:setBy",
            "responsible*": "vp:responsible/skos:prefLabel",
            "confidence": "vp:confidence",
        },
    ),
    "observations": _table(
        "vp:Observation",
        {**_MEASURE, "total": "vp:total", "agency": "vp:ofAgency/skos:prefLabel", "confidence": "vp:confidence"},
    ),
    "relations": _table(
        "vp:Statement",
        {"subject": "rdf:subject", "relation": "rdf:predicate", "object": "rdf:object", "confidence": "vp:confidence"},
    ),
    "results": _table(
        "vp:Candidate ; ^vp:resultCandidate ?of",
        {
            "task": "^vp:resultCandidate",
            "task_text": "^vp:resultCandidate/dcterms:description",
            "document": "vp:option",
            "sure": "vp:chosen",
            "reason": "vp:reason",
        },
    ),
    "pillars": _table("vp:Pillar", {"name": "skos:prefLabel", "names*": "skos:altLabel"}, quoted=False),
}
