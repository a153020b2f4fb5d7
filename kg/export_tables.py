"""The tables of an export: a query for each kind of record, whose rows are in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary import PREFIXES

_PREFIXES = "\n".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, which are the query's variables."""

    columns: tuple[str, ...]
    query: str


def _several(name: str, path: str) -> str:
    """A column of several values, one after another in order, parted by " | "."""
    return (
        f'OPTIONAL {{ SELECT ?id (GROUP_CONCAT(?v; separator=" | ") AS ?{name}) '
        f"{{ SELECT DISTINCT ?id ?v {{ ?id {path} ?v }} ORDER BY ?id ?v }} GROUP BY ?id }}"
    )


def _one(name: str, path: str) -> str:
    return f"OPTIONAL {{ SELECT ?id (MIN(?v) AS ?{name}) {{ ?id {path} ?v }} GROUP BY ?id }}"


def _table(kind: str, columns: dict[str, str], *, quoted: bool = True) -> Table:
    """The table of a class: `columns` are paths, those that end in s of several values."""
    parts = [_several(n.rstrip("*"), path) if n.endswith("*") else _one(n, path) for n, path in columns.items()]
    names = ["id", *(name.rstrip("*") for name in columns)]
    if quoted:
        parts.append(_one("source", "vp:evidence/oa:hasSource"))
        parts.append(_several("quotes", "vp:evidence/oa:hasSelector/oa:exact"))
        names += ["source", "quotes"]
    body = "\n  ".join(parts)
    return Table(
        tuple(names),
        f"{_PREFIXES}\nSELECT {' '.join(f'?{n}' for n in names)} {{\n  ?id a {kind} .\n  {body}\n}} ORDER BY ?id",
    )


_NAME = "skos:prefLabel|skos:altLabel|eli:id_local|dcterms:title|foaf:name"
_MEASURE = {
    "indicator": "vp:indicator/(skos:prefLabel|skos:altLabel)",
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
            "issuer": f"eli:passed_by/({_NAME})",
            "title": "dcterms:title",
            "status": "vp:documentStatus",
            "signer": "vp:signer/foaf:name",
            "effective": "eli:first_date_entry_in_force",
            "expires": "eli:date_no_longer_in_force",
        },
        quoted=False,
    ),
    "programmes": _table("vp:Programme", {"names*": "dcterms:title"}, quoted=False),
    "agencies": _table("vp:Agency", {"names*": "skos:prefLabel|skos:altLabel"}, quoted=False),
    "officials": _table(
        "vp:Official",
        {
            "name": "foaf:name",
            "roles*": "org:hasMembership/org:role/(skos:prefLabel|skos:altLabel)",
            "agencies*": f"org:hasMembership/org:organization/({_NAME})",
        },
        quoted=False,
    ),
    "tasks": _table(
        "vp:Task",
        {
            "text": "dcterms:description",
            "assignees*": f"vp:leadAgency/({_NAME})",
            "cooperators*": f"vp:cooperatingAgency/({_NAME})",
            "mandate": "vp:mandatedBy",
            "mandate_name": f"vp:mandatedBy/({_NAME})",
            "directed_by": f"vp:directedBy/({_NAME})",
            "provision": "vp:provisionText",
            "deadline": "vp:deadline",
            "deadline_text": "vp:deadlineText",
            "due": "vp:due",
            "recurrence": "vp:recurrence",
            "deliverable": "vp:deliverable",
            "status": "vp:hasStatus/vp:status",
            "status_date": "vp:hasStatus/vp:asOf",
            "confidence": "vp:confidence",
        },
    ),
    "targets": _table(
        "vp:Target",
        {**_MEASURE, "set_by": "vp:setBy", "responsible*": f"vp:responsible/({_NAME})", "confidence": "vp:confidence"},
    ),
    "observations": _table(
        "vp:Observation",
        {**_MEASURE, "total": "vp:total", "agency": f"vp:ofAgency/({_NAME})", "confidence": "vp:confidence"},
    ),
    "relations": _table(
        "vp:Statement",
        {"subject": "rdf:subject", "relation": "rdf:predicate", "object": "rdf:object", "confidence": "vp:confidence"},
    ),
    "pillars": _table("vp:Pillar", {"names*": "skos:prefLabel|skos:altLabel"}, quoted=False),
}
