"""The queries that a trace is gathered with; each is asked of many resources ?x at once."""

from __future__ import annotations

from kg.vocabulary import DECLARED

_PREDICATES = """eli:based_on vp:implements vp:guides vp:reviews vp:approves eli:amends dcterms:replaces eli:repeals
  org:subOrganizationOf vp:succeeds vp:mergedInto"""

LINKS = f"""{DECLARED}
SELECT DISTINCT ?s ?p ?o WHERE {{
  {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_PREDICATES} }} ?x ?p ?o BIND(?x AS ?s) }}
  UNION
  {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_PREDICATES} }} ?s ?p ?x BIND(?x AS ?o) }}
}} ORDER BY ?s ?p ?o
"""
STATED = f"""{DECLARED}
SELECT DISTINCT ?s ?p ?o ?fact WHERE {{
  {{ VALUES ?x {{ UNDEF }} ?fact rdf:subject ?x }} UNION {{ VALUES ?x {{ UNDEF }} ?fact rdf:object ?x }}
  ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
}} ORDER BY ?fact
"""
_TASK = "OPTIONAL { ?task vp:mandatedBy ?mandate }"
TASKS = {
    "mandate": f"{DECLARED}\nSELECT ?x ?task ?mandate {{ VALUES ?x {{ UNDEF }} ?task vp:mandatedBy ?x {_TASK} }}",
    "lead": f"{DECLARED}\nSELECT ?x ?task ?mandate {{ VALUES ?x {{ UNDEF }} ?task vp:leadAgency ?x {_TASK} }}",
    "cooperating": (
        f"{DECLARED}\nSELECT ?x ?task ?mandate {{ VALUES ?x {{ UNDEF }} ?task vp:cooperatingAgency ?x {_TASK} }}"
    ),
    "task": f"{DECLARED}\nSELECT ?x ?task ?mandate {{ VALUES ?x {{ UNDEF }} ?x a vp:Task BIND(?x AS ?task) {_TASK} }}",
}
_MEASURE = f"""{DECLARED}
SELECT ?x ?measure ?indicator {{ VALUES ?x {{ UNDEF }} ?measure a vp:Target ; vp:indicator ?indicator ;"""
MEASURES = {
    "instrument": f"{_MEASURE} vp:setBy ?x }}",
    "responsible": f"{_MEASURE} vp:responsible ?x }}",
    "task": f"{_MEASURE} vp:ofTask ?x }}",
}
MEASURED = f"""{DECLARED}
SELECT (?x AS ?indicator) ?measure {{ VALUES ?x {{ UNDEF }} ?measure vp:indicator ?x ; a vp:Observation }}
"""
# each field of a resource that a trace shows, and the path to its value
_FIELDS = {
    "number": "eli:id_local",
    "title": "dcterms:title",
    "date": "eli:date_document",
    "text": "dcterms:description",
    "deadline": "vp:deadline",
    "deadline_text": "vp:deadlineText",
    "due": "vp:due",
    "recurrence": "vp:recurrence",
    "deliverable": "vp:deliverable",
    "provision": "vp:provisionText",
    "indicator_iri": "vp:indicator",
    "value": "sdmx-measure:obsValue",
    "value_text": "vp:valueText",
    "unit": "sdmx-attribute:unitMeasure",
    "period": "sdmx-dimension:refPeriod",
    "comparator": "vp:comparator",
    "upper": "vp:upper",
    "total": "vp:total",
    "scope": "vp:scope",
}
# fields whose value is a resource: shown by its name
_NAMED = {
    "issuer": "eli:passed_by",
    "assignees": "vp:leadAgency",
    "cooperators": "vp:cooperatingAgency",
    "directed_by": "vp:directedBy",
    "mandate": "vp:mandatedBy",
    "responsible": "vp:responsible",
    "set_by": "vp:setBy",
    "indicator": "vp:indicator",
    "agency": "vp:ofAgency",
    "about": "vp:about",
}


def _described() -> str:
    plain = " ".join(f'("{name}" {path})' for name, path in _FIELDS.items())
    named = " ".join(f'("{name}" {path})' for name, path in _NAMED.items())
    return f"""{DECLARED}
SELECT DISTINCT ?x ?field ?value WHERE {{
  {{ VALUES ?x {{ UNDEF }} ?x ?p ?value . VALUES (?field ?p) {{ {plain} }} }}
  UNION
  {{ VALUES ?x {{ UNDEF }} ?x ?p ?r . VALUES (?field ?p) {{ {named} }}
    OPTIONAL {{ ?r skos:prefLabel ?label FILTER(LANG(?label) = "vi") }} BIND(COALESCE(?label, STR(?r)) AS ?value) }}
  UNION
  {{ VALUES ?x {{ UNDEF }} ?x skos:prefLabel ?value FILTER(LANG(?value) = "vi") BIND("label" AS ?field) }}
}}
"""


DESCRIBED = _described()
PRINCIPALS = f"{DECLARED}\nSELECT ?x ?principal {{ VALUES ?x {{ UNDEF }} ?x vp:principalTask ?principal }}"
SHARES = f"{DECLARED}\nSELECT ?x ?share {{ VALUES ?x {{ UNDEF }} ?share vp:shareOf ?x }} ORDER BY ?x ?share"
TEXTS = f"{DECLARED}\nSELECT ?x ?source {{ VALUES ?x {{ UNDEF }} ?source vp:textOf ?x }}"
STATUSES = f"""{DECLARED}
SELECT DISTINCT ?x ?fact ?status ?day ?published WHERE {{
  VALUES ?x {{ UNDEF }} ?x vp:hasStatus ?fact . ?fact vp:status ?status .
  OPTIONAL {{ ?fact vp:asOf ?day }}
  OPTIONAL {{ ?fact vp:evidence/oa:hasSource/schema:datePublished ?published }}
}} ORDER BY ?x ?day ?published
"""
RESULTS = f"""{DECLARED}
SELECT DISTINCT ?x ?fact ?document ?sure ?vi ?en WHERE {{
  VALUES ?x {{ UNDEF }} ?x vp:resultCandidate ?fact . ?fact vp:option ?document ; vp:chosen ?sure ; vp:reason ?vi, ?en .
  FILTER(LANG(?vi) = "vi" && LANG(?en) = "en")
}} ORDER BY ?x DESC(?sure) ?document
"""
OFFERED = f"""{DECLARED}
SELECT DISTINCT ?x ?task ?vi ?en WHERE {{
  VALUES ?x {{ UNDEF }} ?fact vp:option ?x ; vp:reason ?vi, ?en . ?task vp:candidate ?fact ; a vp:Task .
  FILTER(LANG(?vi) = "vi" && LANG(?en) = "en")
}} ORDER BY ?x ?task
"""
EVIDENCE = f"""{DECLARED}
SELECT DISTINCT ?x ?evidence ?quote ?start ?end ?source ?headline ?name ?published ?file ?text
  ?part ?article ?clause ?point ?annex ?row ?page
WHERE {{
  VALUES ?x {{ UNDEF }} ?x vp:evidence ?evidence . ?evidence oa:hasSource ?source ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?source schema:headline ?headline }} OPTIONAL {{ ?source vp:sourceName ?name }}
  OPTIONAL {{ ?source schema:datePublished ?published }}
  OPTIONAL {{ ?source vp:fileDigest ?file }} OPTIONAL {{ ?source vp:textDigest ?text }}
  OPTIONAL {{ ?evidence vp:part ?part }} OPTIONAL {{ ?evidence vp:article ?article }}
  OPTIONAL {{ ?evidence vp:clause ?clause }} OPTIONAL {{ ?evidence vp:point ?point }}
  OPTIONAL {{ ?evidence vp:annex ?annex }} OPTIONAL {{ ?evidence vp:row ?row }} OPTIONAL {{ ?evidence vp:page ?page }}
}}
"""
