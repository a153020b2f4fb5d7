"""How the fields of each kind of record stand in the graph: one row a field. kg.rdf writes and reads by these tables.

A link to a named resource may carry its names as text besides (`vocabulary.as_text`), where the labels that the source
gives the linked resources do not say as much: several in an order of their own, two spellings of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kg import model
from kg.iris import RecordKind
from kg.model import Fact
from kg.names import NameKind
from kg.standards import DCTERMS, ELI, ORG, SCHEMA, SDMX
from kg.vocabulary import VP, document_status, document_type, task_status

Form = Literal["text", "uri", "time", "number", "concept", "name", "names"]


@dataclass(frozen=True, slots=True)
class Property:
    """A field and the predicate that carries it.

    text: a string. uri: an xsd:anyURI. time: xsd:date, gYear or gYearMonth, as exact as it is. number: xsd:decimal.
    concept: an individual of the ontology, `concept` being its IRI without the code. name, names: links to what a name
    of kind `of` stands for.
    """

    field: str
    predicate: str
    form: Form = "text"
    of: NameKind | None = None
    concept: str = ""


SOURCE: Final = (
    Property("title", SCHEMA.headline),
    Property("published", SCHEMA.datePublished, "time"),
    Property("publisher", SCHEMA.publisher, "name", "publisher"),
    Property("text_of", VP.textOf, "name", "document"),
    Property("url", SCHEMA.url, "uri"),
)

DOCUMENT: Final = (
    Property("type", ELI.type_document, "concept", concept=document_type("")),
    Property("date", ELI.date_document, "time"),
    Property("issuer", ELI.passed_by, "name", "actor"),
    Property("status", VP.documentStatus, "concept", concept=document_status("")),
    Property("title", DCTERMS.title),
    Property("signer", VP.signer, "name", "official"),
    Property("signed_for", VP.signedFor),
    Property("effective", ELI.first_date_entry_in_force, "time"),
    Property("expires", ELI.date_no_longer_in_force, "time"),
    Property("issued_at", VP.issuedAt),
)

PROVISION: Final = (Property("title", DCTERMS.title),)

MEMBERSHIP: Final = (
    Property("role", ORG.role, "name", "role"),
    Property("agency", ORG.organization, "name", "actor"),
)

STATUS: Final = (
    Property("status", VP.status, "concept", concept=task_status("")),
    Property("status_date", VP.asOf, "time"),
)

TASK: Final = (
    Property("text", DCTERMS.description),
    Property("assignees", VP.leadAgency, "names", "doer"),
    Property("cooperators", VP.cooperatingAgency, "names", "doer"),
    Property("mandate", VP.mandatedBy, "name", "instrument"),
    Property("provision", VP.provisionText),
    Property("directed_by", VP.directedBy, "name", "doer"),
    Property("deadline", VP.deadline),
    Property("deadline_text", VP.deadlineText),
    Property("recurrence", VP.recurrence),
    Property("deliverable", VP.deliverable),
    Property("about", VP.about, "names", "pillar"),
)

_MEASURE: Final = (
    Property("indicator", VP.indicator, "name", "indicator"),
    Property("value", SDMX.obsValue, "number"),
    Property("value_text", VP.valueText),
    Property("unit", SDMX.unitMeasure),
    Property("period", SDMX.refPeriod),
    Property("comparator", VP.comparator),
    Property("upper", VP.upper, "number"),
    Property("scope", VP.scope),
)

TARGET: Final = (
    *_MEASURE,
    Property("responsible", VP.responsible, "names", "doer"),
    Property("set_by", VP.setBy, "name", "instrument"),
    Property("provision", VP.provisionText),
    Property("about", VP.about, "names", "pillar"),
)

OBSERVATION: Final = (
    *_MEASURE,
    Property("total", VP.total, "number"),
    Property("agency", VP.ofAgency, "name", "doer"),
)

NODES: Final[dict[type[Fact], tuple[RecordKind, str, tuple[Property, ...]]]] = {
    model.Task: ("task", VP.Task, TASK),
    model.Target: ("target", VP.Target, TARGET),
    model.Observation: ("observation", VP.Observation, OBSERVATION),
}
"""The records that are resources of their own: kind in their IRI, class, fields."""

SHARED: Final[dict[type[Fact], tuple[Property, ...]]] = {
    model.Document: DOCUMENT,
    model.Provision: PROVISION,
}
"""The records whose fields stand on the resource that they speak of, which a Mention ties to the source."""

NAMED_CLASSES: Final[dict[str, str]] = {
    "document": VP.Document,
    "programme": VP.Programme,
    "agency": VP.Agency,
    "office": VP.Office,
    "group": VP.AgencyGroup,
    "official": VP.Official,
    "indicator": VP.Indicator,
    "pillar": VP.Pillar,
    "role": ORG.Role,
    "publisher": SCHEMA.Organization,
    "provision": ELI.LegalResourceSubdivision,
}
"""The class of a named resource, by the kind in its IRI."""

PLACE: Final = (
    ("part", VP.part),
    ("article", VP.article),
    ("clause", VP.clause),
    ("point", VP.point),
    ("annex", VP.annex),
    ("row", VP.row),
    ("page", VP.page),
)
"""Where evidence stands in its document: the parts of a Place and their predicates."""
