"""Our own terms of the graph (`VP`), the relations' predicates and the prefixes; kg.standards has the others' terms."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.standards import DCTERMS, ELI, FOAF, OA, ORG, PPLAN, PROV, QB, RDF, RDFS, SCHEMA, SDMX, SKOS, XSD

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_VP = "https://w3id.org/vnpolicy/ontology#"


class VP:
    """Our own terms; ontology/vnpolicy.ttl defines them."""

    BASE = _VP
    # classes
    Document = _VP + "Document"
    Programme = _VP + "Programme"
    Actor = _VP + "Actor"
    Agency = _VP + "Agency"
    Office = _VP + "Office"
    AgencyGroup = _VP + "AgencyGroup"
    Official = _VP + "Official"
    Task = _VP + "Task"
    StatusReport = _VP + "StatusReport"
    Indicator = _VP + "Indicator"
    Measure = _VP + "Measure"
    Target = _VP + "Target"
    Observation = _VP + "Observation"
    Pillar = _VP + "Pillar"
    Source = _VP + "Source"
    Mention = _VP + "Mention"
    Statement = _VP + "Statement"
    Candidate = _VP + "Candidate"
    UndecidedReading = _VP + "UndecidedReading"
    # a fact and where it is stated
    evidence = _VP + "evidence"
    confidence = _VP + "confidence"
    extractor = _VP + "extractor"
    order = _VP + "order"
    statedIn = _VP + "statedIn"
    asStated = _VP + "asStated"
    name = _VP + "name"
    refersTo = _VP + "refersTo"
    statesMembership = _VP + "statesMembership"
    candidate = _VP + "candidate"
    option = _VP + "option"
    chosen = _VP + "chosen"
    reason = _VP + "reason"
    readingKind = _VP + "readingKind"
    # the place of evidence
    part = _VP + "part"
    article = _VP + "article"
    clause = _VP + "clause"
    point = _VP + "point"
    annex = _VP + "annex"
    row = _VP + "row"
    page = _VP + "page"
    # sources
    sourceName = _VP + "sourceName"
    sourceKind = _VP + "sourceKind"
    textOf = _VP + "textOf"
    textDigest = _VP + "textDigest"
    fileDigest = _VP + "fileDigest"
    retrievedOn = _VP + "retrievedOn"
    recipients = _VP + "recipients"
    # documents
    documentStatus = _VP + "documentStatus"
    signer = _VP + "signer"
    signedFor = _VP + "signedFor"
    issuedAt = _VP + "issuedAt"
    provisionPath = _VP + "provisionPath"
    approves = _VP + "approves"
    implements = _VP + "implements"
    guides = _VP + "guides"
    reviews = _VP + "reviews"
    draftedBy = _VP + "draftedBy"
    draftOf = _VP + "draftOf"
    period = _VP + "period"
    # agencies and officials
    succeeds = _VP + "succeeds"
    mergedInto = _VP + "mergedInto"
    scope = _VP + "scope"
    changeKind = _VP + "changeKind"
    symbolOf = _VP + "symbolOf"
    Units = _VP + "Units"
    Abbreviations = _VP + "Abbreviations"
    DocumentForms = _VP + "DocumentForms"
    IssuerSymbols = _VP + "IssuerSymbols"
    LocalBodies = _VP + "LocalBodies"
    asOf = _VP + "asOf"
    # tasks
    leadAgency = _VP + "leadAgency"
    cooperatingAgency = _VP + "cooperatingAgency"
    mandatedBy = _VP + "mandatedBy"
    directedBy = _VP + "directedBy"
    inProvision = _VP + "inProvision"
    provisionText = _VP + "provisionText"
    deadline = _VP + "deadline"
    deadlineText = _VP + "deadlineText"
    due = _VP + "due"
    recurrence = _VP + "recurrence"
    deliverable = _VP + "deliverable"
    shareOf = _VP + "shareOf"
    resultDocument = _VP + "resultDocument"
    resultCandidate = _VP + "resultCandidate"
    hasStatus = _VP + "hasStatus"
    status = _VP + "status"
    about = _VP + "about"
    sameTaskAs = _VP + "sameTaskAs"
    principalTask = _VP + "principalTask"
    carriesOut = _VP + "carriesOut"
    # measures
    indicator = _VP + "indicator"
    valueText = _VP + "valueText"
    comparator = _VP + "comparator"
    total = _VP + "total"
    upper = _VP + "upper"
    responsible = _VP + "responsible"
    setBy = _VP + "setBy"
    ofTask = _VP + "ofTask"
    ofAgency = _VP + "ofAgency"
    TargetDataSet = _VP + "TargetDataSet"
    MeasurementDataSet = _VP + "MeasurementDataSet"


RELATIONS: dict[str, str] = {
    "approves": VP.approves,
    "implements": VP.implements,
    "based_on": ELI.based_on,
    "amends": ELI.amends,
    "replaces": DCTERMS.replaces,
    "repeals": ELI.repeals,
    "guides": VP.guides,
    "reviews": VP.reviews,
    "drafted_by": VP.draftedBy,
    "part_of": ORG.subOrganizationOf,
    "succeeds": VP.succeeds,
    "merged_into": VP.mergedInto,
}
"""The predicate of each relation of the facts format."""

PREFIXES: dict[str, str] = {
    "vp": _VP,
    "rdf": RDF.BASE,
    "rdfs": RDFS.BASE,
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": XSD.BASE,
    "skos": SKOS.BASE,
    "dcterms": DCTERMS.BASE,
    "foaf": FOAF.BASE,
    "org": ORG.BASE,
    "prov": PROV.BASE,
    "qb": QB.BASE,
    "sdmx-measure": SDMX.BASE + "measure#",
    "sdmx-dimension": SDMX.BASE + "dimension#",
    "sdmx-attribute": SDMX.BASE + "attribute#",
    "oa": OA.BASE,
    "eli": ELI.BASE,
    "p-plan": PPLAN.BASE,
    "schema": SCHEMA.BASE,
}
"""The prefixes that queries, exports and pages use."""

DECLARED = "\n".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items())
"""Their declarations, with which a query begins."""


def document_type(code: str) -> str:
    """The concept of a document type of the facts format."""
    return f"{_VP}type-{code}"


def document_status(code: str) -> str:
    """The concept of a document's status: issued, draft, proposed."""
    return f"{_VP}document-{code}"


def task_status(code: str) -> str:
    """The concept of a task's status: overdue, done, …"""
    return f"{_VP}status-{code}"


def agency_kind(code: str) -> str:
    """The concept of a kind of agency: ministry, province, party, …"""
    return f"{_VP}agency-{code}"


def source_kind(code: str) -> str:
    """The concept of a source's kind: original, reprint, press."""
    return f"{_VP}source-{code}"


def as_text(link: str) -> str:
    """The property that holds a link's names as the source gives them, where the linked resources do not say as much.

    >>> as_text(VP.leadAgency).removeprefix(VP.BASE), as_text(ELI.passed_by).removeprefix(VP.BASE)
    ('leadAgencyText', 'passedByText')
    """
    first, *rest = link.replace("#", "/").rpartition("/")[2].split("_")
    return f"{_VP}{first}{''.join(map(str.capitalize, rest))}Text"


@lru_cache(maxsize=4096)
def node(iri: str) -> NamedNode:
    """The node of an IRI."""
    from pyoxigraph import NamedNode

    return NamedNode(iri)
