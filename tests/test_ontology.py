"""The vocabulary and the shapes: every term that is used exists, every term of ours is defined in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef, namespace

from kg import entries, mapping, model, standards, vocabulary
from kg.vocabulary import RELATIONS, VP, as_text

FOLDER = Path(__file__).resolve().parents[1] / "ontology"
ELI, OA = "http://data.europa.eu/eli/ontology#", "http://www.w3.org/ns/oa#"

# the terms that we may use of vocabularies which neither rdflib nor the folder of vocabularies has
LISTED = {
    *(f"http://purl.org/net/p-plan#{term}" for term in ("Plan", "Step", "isStepOfPlan")),
    "http://purl.org/linked-data/sdmx/2009/measure#obsValue",
    "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod",
    "http://purl.org/linked-data/sdmx/2009/dimension#refArea",
    "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
}
CLOSED = ["RDF", "RDFS", "OWL", "XSD", "SKOS", "DCTERMS", "FOAF", "ORG", "PROV", "QB", "SDO", "SH", "TIME", "VOID"]
CLOSED += ["DCAT"]


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(FOLDER / "vnpolicy.ttl")


@pytest.fixture(scope="module")
def shapes():
    return rdflib.Graph().parse(FOLDER / "shapes.ttl")


def in_code():
    """The IRIs of kg.vocabulary and kg.standards."""
    for name, cls in {**vars(standards), **vars(vocabulary)}.items():
        if isinstance(cls, type) and name.isupper():
            for value in vars(cls).values():
                if isinstance(value, str) and value.startswith("http") and value != getattr(cls, "BASE", None):
                    yield value


def terms(*graphs):
    """The IRIs in graphs that are terms of a vocabulary: not a licence, a namespace, or ours to define."""
    for graph in graphs:
        for triple in graph:
            for term in triple:
                if isinstance(term, URIRef) and not str(term).startswith((VP.BASE, "https://w3id.org/vnpolicy/")):
                    yield str(term)


def known(iri):
    """Whether rdflib knows the term; None where it does not have its vocabulary."""
    for closed in (getattr(namespace, name) for name in CLOSED):
        if iri.startswith(str(closed)):
            local = iri.removeprefix(str(closed))
            return local in closed if local else True
    return None


def test_external_terms_exist(ontology, shapes):
    used = {*in_code(), *terms(ontology, shapes)}
    elsewhere = {iri for iri in used if known(iri) is None and not iri.startswith((ELI, OA, VP.BASE))}
    assert {iri for iri in used if known(iri) is False} == set()
    assert elsewhere - LISTED == {"http://www.apache.org/licenses/LICENSE-2.0"}


def test_what_the_check_would_catch():
    assert known("http://www.w3.org/ns/org#subOrganisationOf") is False
    assert known("http://purl.org/dc/terms/titel") is False


@pytest.mark.shared
@pytest.mark.parametrize(("file", "base"), [("eli-1.2.nt", ELI), ("oa.nt", OA)])
def test_terms_of_eli_and_web_annotation_exist(shared, ontology, shapes, file, base):
    published = rdflib.Graph().parse(shared / "vocabularies" / file)
    defined = {str(subject) for subject in published.subjects(RDF.type)}
    used = {iri for iri in {*in_code(), *terms(ontology, shapes)} if iri.startswith(base)} - {base}
    assert used and used - defined == set()
    assert f"{ELI}date_entry_in_force" not in defined  # a term that is often taken for one


def test_our_terms_in_code_and_ontology_are_the_same(ontology):
    defined = {str(s) for s in ontology.subjects(RDF.type) if str(s).startswith(VP.BASE)}
    texts = {
        as_text(prop.predicate)
        for properties in (
            mapping.SOURCE, mapping.DOCUMENT, mapping.MEMBERSHIP, mapping.TASK, mapping.TARGET, mapping.OBSERVATION,
        )
        for prop in properties
        if prop.of
    }  # fmt: skip
    texts |= {as_text(iri) for iri in (VP.evidence, standards.RDF.subject, standards.RDF.object)}
    concepts = {
        *map(vocabulary.document_type, get_args(model.DocumentType)),
        *map(vocabulary.document_status, get_args(model.DocumentStatus)),
        *map(vocabulary.task_status, get_args(model.TaskStatus)),
        *map(vocabulary.source_kind, ("original", "reprint", "press")),
        *map(vocabulary.agency_kind, get_args(entries.AgencyKind)),
    }
    code = {iri for iri in in_code() if iri.startswith(VP.BASE)} | texts | concepts
    schemes = {
        VP.BASE + name for name in ("DocumentTypes", "DocumentStatuses", "TaskStatuses", "SourceKinds", "AgencyKinds")
    }
    structure = {iri for iri in defined if re.search(r"#component-|#MeasureStructure$", iri)}
    assert code - defined == set()
    assert defined - code - schemes - structure == set()


def test_every_term_of_ours_speaks_both_languages(ontology):
    for term in sorted({s for s in ontology.subjects(RDF.type) if str(s).startswith(VP.BASE)}):
        if "#component-" in term:
            continue
        is_concept = (term, RDF.type, SKOS.Concept) in ontology
        for predicate in [SKOS.prefLabel] if is_concept else [RDFS.label]:
            assert sorted(o.language for o in ontology.objects(term, predicate)) == ["en", "vi"], term
        if not is_concept and (term, RDF.type, SKOS.ConceptScheme) not in ontology:
            assert sorted(o.language for o in ontology.objects(term, SKOS.definition)) == ["en", "vi"], term


def test_every_term_has_one_kind_of_use(ontology):
    kinds = [
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        SKOS.Concept,
        SKOS.ConceptScheme,
        namespace.QB.DataSet,
    ]
    for term in {s for s in ontology.subjects(RDF.type) if str(s).startswith(VP.BASE)}:
        found = [kind for kind in kinds if (term, RDF.type, kind) in ontology]
        assert len(found) == (0 if re.search(r"#component-|#MeasureStructure$", term) else 1), term


def test_relations_are_defined(ontology):
    assert set(RELATIONS) == set(get_args(model.RelationName))
    for iri in RELATIONS.values():
        assert not iri.startswith(VP.BASE) or (URIRef(iri), RDF.type, OWL.ObjectProperty) in ontology, iri


def test_no_blank_nodes_in_the_ontology(ontology):
    assert not any(isinstance(term, rdflib.BNode) for triple in ontology for term in triple)


def test_the_design_says_neither_of_two_eli_terms(ontology, shapes):
    # eli:implements is deprecated, eli:title belongs to the expression
    used = {*in_code(), *terms(ontology, shapes)}
    assert not used & {ELI + "implements", ELI + "title"}
