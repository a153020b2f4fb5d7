"""The terms that the graph is written in: ours (`VP`) and those of the standard vocabularies, as plain strings.

A class here holds the IRIs of one namespace that we use, no more; tests check that each of them exists.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_VP = "https://w3id.org/vnpolicy/ontology#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_FOAF = "http://xmlns.com/foaf/0.1/"
_ORG = "http://www.w3.org/ns/org#"
_PROV = "http://www.w3.org/ns/prov#"
_QB = "http://purl.org/linked-data/cube#"
_SDMX = "http://purl.org/linked-data/sdmx/2009/"
_OA = "http://www.w3.org/ns/oa#"
_ELI = "http://data.europa.eu/eli/ontology#"
_PPLAN = "http://purl.org/net/p-plan#"
_SCHEMA = "https://schema.org/"


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


class RDF:
    BASE = _RDF
    type = _RDF + "type"
    Statement = _RDF + "Statement"
    subject = _RDF + "subject"
    predicate = _RDF + "predicate"
    object = _RDF + "object"
    JSON = _RDF + "JSON"


class RDFS:
    BASE = _RDFS
    label = _RDFS + "label"
    comment = _RDFS + "comment"
    seeAlso = _RDFS + "seeAlso"


class XSD:
    BASE = _XSD
    string = _XSD + "string"
    integer = _XSD + "integer"
    decimal = _XSD + "decimal"
    double = _XSD + "double"
    boolean = _XSD + "boolean"
    date = _XSD + "date"
    dateTime = _XSD + "dateTime"
    gYear = _XSD + "gYear"
    gYearMonth = _XSD + "gYearMonth"
    anyURI = _XSD + "anyURI"


class SKOS:
    BASE = _SKOS
    Concept = _SKOS + "Concept"
    ConceptScheme = _SKOS + "ConceptScheme"
    prefLabel = _SKOS + "prefLabel"
    altLabel = _SKOS + "altLabel"
    notation = _SKOS + "notation"
    definition = _SKOS + "definition"
    broader = _SKOS + "broader"
    inScheme = _SKOS + "inScheme"
    exactMatch = _SKOS + "exactMatch"


class DCTERMS:
    BASE = _DCTERMS
    title = _DCTERMS + "title"
    description = _DCTERMS + "description"
    replaces = _DCTERMS + "replaces"
    source = _DCTERMS + "source"
    hasPart = _DCTERMS + "hasPart"
    date = _DCTERMS + "date"


class FOAF:
    BASE = _FOAF
    name = _FOAF + "name"


class ORG:
    BASE = _ORG
    Membership = _ORG + "Membership"
    Role = _ORG + "Role"
    ChangeEvent = _ORG + "ChangeEvent"
    subOrganizationOf = _ORG + "subOrganizationOf"
    hasMember = _ORG + "hasMember"
    hasMembership = _ORG + "hasMembership"
    member = _ORG + "member"
    role = _ORG + "role"
    organization = _ORG + "organization"
    memberDuring = _ORG + "memberDuring"
    resultedFrom = _ORG + "resultedFrom"
    changedBy = _ORG + "changedBy"
    originalOrganization = _ORG + "originalOrganization"
    resultingOrganization = _ORG + "resultingOrganization"
    classification = _ORG + "classification"


class PROV:
    BASE = _PROV
    atTime = _PROV + "atTime"
    generatedAtTime = _PROV + "generatedAtTime"


class QB:
    BASE = _QB
    Observation = _QB + "Observation"
    dataSet = _QB + "dataSet"


class SDMX:
    obsValue = _SDMX + "measure#obsValue"
    refPeriod = _SDMX + "dimension#refPeriod"
    refArea = _SDMX + "dimension#refArea"
    unitMeasure = _SDMX + "attribute#unitMeasure"


class OA:
    BASE = _OA
    SpecificResource = _OA + "SpecificResource"
    TextQuoteSelector = _OA + "TextQuoteSelector"
    TextPositionSelector = _OA + "TextPositionSelector"
    hasSource = _OA + "hasSource"
    hasSelector = _OA + "hasSelector"
    exact = _OA + "exact"
    prefix = _OA + "prefix"
    suffix = _OA + "suffix"
    start = _OA + "start"
    end = _OA + "end"


class ELI:
    BASE = _ELI
    LegalResource = _ELI + "LegalResource"
    LegalResourceSubdivision = _ELI + "LegalResourceSubdivision"
    id_local = _ELI + "id_local"
    type_document = _ELI + "type_document"
    date_document = _ELI + "date_document"
    passed_by = _ELI + "passed_by"
    first_date_entry_in_force = _ELI + "first_date_entry_in_force"
    date_no_longer_in_force = _ELI + "date_no_longer_in_force"
    in_force = _ELI + "in_force"
    has_part = _ELI + "has_part"
    based_on = _ELI + "based_on"
    amends = _ELI + "amends"
    repeals = _ELI + "repeals"
    cites = _ELI + "cites"


class PPLAN:
    BASE = _PPLAN
    Plan = _PPLAN + "Plan"
    Step = _PPLAN + "Step"
    isStepOfPlan = _PPLAN + "isStepOfPlan"


class SCHEMA:
    BASE = _SCHEMA
    CreativeWork = _SCHEMA + "CreativeWork"
    NewsArticle = _SCHEMA + "NewsArticle"
    Organization = _SCHEMA + "Organization"
    headline = _SCHEMA + "headline"
    datePublished = _SCHEMA + "datePublished"
    publisher = _SCHEMA + "publisher"
    name = _SCHEMA + "name"
    url = _SCHEMA + "url"
    encodingFormat = _SCHEMA + "encodingFormat"
    foundingDate = _SCHEMA + "foundingDate"
    dissolutionDate = _SCHEMA + "dissolutionDate"


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
    "rdf": _RDF,
    "rdfs": _RDFS,
    "owl": _OWL,
    "xsd": _XSD,
    "skos": _SKOS,
    "dcterms": _DCTERMS,
    "foaf": _FOAF,
    "org": _ORG,
    "prov": _PROV,
    "qb": _QB,
    "sdmx-measure": _SDMX + "measure#",
    "sdmx-dimension": _SDMX + "dimension#",
    "sdmx-attribute": _SDMX + "attribute#",
    "oa": _OA,
    "eli": _ELI,
    "p-plan": _PPLAN,
    "schema": _SCHEMA,
}
"""The prefixes that queries, exports and pages use."""


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
