"""The terms of the standard vocabularies that the graph is written in, as plain strings: a class for each namespace.

A class holds the IRIs that we use, no more; tests check that each of them exists.
"""

from __future__ import annotations

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
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
    BASE = _SDMX
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
