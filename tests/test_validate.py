"""The shapes: a sound graph has no findings, and each way of spoiling it has its own."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.model import (
    Agency,
    Article,
    Document,
    Evidence,
    Facts,
    Observation,
    Official,
    Pillar,
    Place,
    Programme,
    Provision,
    Relation,
    Target,
    Task,
)  # fmt: skip
from kg.standards import DCTERMS, ELI, OA, ORG, QB, RDF, SCHEMA, SDMX, SKOS, XSD
from kg.validate import conforms, validate
from kg.vocabulary import VP, node

TEXT = (
    "Ngày 02/02/2024, Thủ tướng Chính phủ ký Quyết định số 142/QĐ-TTg phê duyệt Chiến lược dữ liệu quốc gia đến năm "
    "2030. Bộ Công an chủ trì, phối hợp với Bộ Tài chính hoàn thành cơ sở dữ liệu trong năm 2025, đạt 80% hồ sơ; "
    "đến nay mới đạt 51/63 địa phương. Ông Trần Văn Bình, Cục trưởng, nêu rõ mục tiêu chính phủ số."
)


def stretch(quote, place=None):
    start = TEXT.index(quote)
    return (Evidence(start, start + len(quote), quote, place),)


FACTS = Facts(
    source="tin.txt",
    text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    article=Article("Tin", "2024-02-05", "Báo Thử", url="https://vi-du.vn/tin"),
    documents=(
        Document(
            "142/QĐ-TTg", "decision", "2024-02-02", "Thủ tướng Chính phủ", signer="Trần Văn Bình", effective="2024",
            expires="2030-12", evidence=stretch("Quyết định số 142/QĐ-TTg"),
        ),
    ),
    programmes=(
        Programme("Chiến lược dữ liệu quốc gia đến năm 2030", evidence=stretch("Chiến lược dữ liệu quốc gia")),
    ),
    agencies=(Agency("Bộ Công an", evidence=stretch("Bộ Công an", Place(page=2))),),
    officials=(Official("Trần Văn Bình", "Cục trưởng", "Bộ Công an", evidence=stretch("Trần Văn Bình, Cục trưởng")),),
    relations=(
        Relation(
            "142/QĐ-TTg", "approves", "Chiến lược dữ liệu quốc gia đến năm 2030",
            evidence=stretch("phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030"),
        ),
    ),
    tasks=(
        Task(
            "hoàn thành cơ sở dữ liệu", ("Bộ Công an",), ("Bộ Tài chính",), "142/QĐ-TTg", "Điều 2", "Trần Văn Bình",
            "2025", "trong năm 2025", status="in-progress", status_date="2024-02-05", about=("chính phủ số",),
            evidence=stretch("hoàn thành cơ sở dữ liệu"),
        ),
    ),
    targets=(
        Target(
            "tỷ lệ hồ sơ", Decimal(80), "80%", "%", "2025", responsible=("Bộ Công an",), set_by="142/QĐ-TTg",
            evidence=stretch("đạt 80% hồ sơ"),
        ),
    ),
    observations=(
        Observation("địa phương đạt", Decimal(51), unit="địa phương", total=Decimal(63), evidence=stretch("51/63")),
    ),
    pillars=(Pillar("chính phủ số", evidence=stretch("chính phủ số")),),
    provisions=(Provision("Điều 2", evidence=stretch("Bộ Công an chủ trì")),),
    extractor="rules 0.1.0",
)  # fmt: skip


def store_of(*all_facts):
    store = ox.Store()
    for facts in all_facts:
        for quad in rdf.quads(facts):
            store.add(quad)
            store.add(ox.Quad(*quad.triple))
    return store


def one(store, cls):
    """A resource of a class."""
    return sorted(store.quads_for_pattern(None, node(RDF.type), node(cls), ox.DefaultGraph()), key=str)[0].subject


def spoil(store, cls, predicate, *values):
    """Puts other values in place of a property's."""
    subject = one(store, cls)
    for quad in list(store.quads_for_pattern(subject, node(predicate), None, None)):
        store.remove(quad)
    for value in values:
        store.add(ox.Quad(subject, node(predicate), value))
    return subject.value


def text(value, datatype=None):
    return ox.Literal(value, datatype=node(datatype)) if datatype else ox.Literal(value)


NOTHING = node("https://w3id.org/vnpolicy/id/nothing/x")


def test_a_sound_graph_has_no_findings():
    assert validate(store_of(FACTS).quads_for_pattern) == ()


SPOILT = [
    # (class, property, what stands there instead, severity)
    # a fact without evidence
    (VP.Task, VP.evidence, (), "violation"),
    (VP.Target, VP.evidence, (), "violation"),
    (VP.Observation, VP.evidence, (), "violation"),
    (VP.StatusReport, VP.evidence, (), "violation"),
    (VP.Mention, VP.evidence, (), "violation"),
    (VP.Statement, VP.evidence, (), "violation"),
    (ORG.Membership, VP.evidence, (), "violation"),
    # evidence that is none
    (VP.Task, VP.evidence, (NOTHING,), "violation"),
    # a confidence that is missing, double, out of range
    (VP.Task, VP.confidence, (), "violation"),
    (VP.Task, VP.confidence, (text("0.5", XSD.decimal), text("0.6", XSD.decimal)), "violation"),
    (VP.Task, VP.confidence, (text("1.2", XSD.decimal),), "violation"),
    (VP.Mention, VP.confidence, (text("-0.1", XSD.decimal),), "violation"),
    (VP.Task, VP.extractor, (text("a"), text("b")), "violation"),
    (VP.Task, VP.order, (), "violation"),
    # evidence
    (OA.SpecificResource, OA.hasSource, (), "violation"),
    (OA.SpecificResource, OA.hasSource, (NOTHING,), "violation"),
    (OA.SpecificResource, OA.hasSelector, (), "violation"),
    (OA.SpecificResource, VP.page, (text("0", XSD.integer),), "violation"),
    (OA.TextQuoteSelector, OA.exact, (), "violation"),
    (OA.TextQuoteSelector, OA.exact, (text(""),), "violation"),
    # a quote of another length than its position
    (OA.TextQuoteSelector, OA.exact, (text("ngắn"),), "violation"),
    (OA.TextPositionSelector, OA.start, (text("-1", XSD.integer),), "violation"),
    (OA.TextPositionSelector, OA.start, (text("99999", XSD.integer),), "violation"),
    (OA.TextPositionSelector, OA.end, (), "violation"),
    # sources
    (VP.Source, VP.sourceName, (), "violation"),
    (VP.Source, VP.textDigest, (text("abc"),), "violation"),
    (VP.Source, VP.sourceKind, (NOTHING,), "violation"),
    (VP.Source, VP.textOf, (NOTHING,), "violation"),
    (VP.Source, SCHEMA.datePublished, (text("hôm qua"),), "violation"),
    (VP.Source, SCHEMA.url, (text("javascript:alert(1)", XSD.anyURI),), "warning"),
    (VP.Source, SCHEMA.datePublished, (text("2024-02-05", XSD.date), text("2024-02-06", XSD.date)), "violation"),
    # what a statement or a task cannot lack
    (VP.Statement, RDF.object, (), "violation"),
    (VP.Task, DCTERMS.description, (), "violation"),
    (VP.Task, VP.order, (text("0"),), "violation"),
    (OA.SpecificResource, VP.page, (text("2"),), "violation"),
    # documents
    (VP.Document, ELI.type_document, (node(VP.BASE + "type-edict"),), "violation"),
    (VP.Document, ELI.type_document, (node(VP.BASE + "type-law"), node(VP.BASE + "type-plan")), "warning"),
    (VP.Document, VP.documentStatus, (node(VP.BASE + "document-old"),), "violation"),
    # a date that is none, a partial date as xsd:date, and two sources that differ
    (VP.Document, ELI.date_document, (text("2024-02-30"),), "violation"),
    (VP.Document, ELI.date_document, (text("2024-02", XSD.date),), "violation"),
    (VP.Document, ELI.date_document, (text("2024-02-02", XSD.date), text("2024-02-03", XSD.date)), "warning"),
    (VP.Document, ELI.id_local, (text("50/NQ-CP@2020-04-17"),), "violation"),
    (VP.Document, ELI.passed_by, (NOTHING,), "violation"),
    (VP.Document, VP.signer, (NOTHING,), "violation"),
    (VP.Document, ELI.first_date_entry_in_force, (text("sắp tới"),), "violation"),
    (VP.Document, ELI.date_no_longer_in_force, (text("2030-12", XSD.date),), "violation"),
    # mentions, statements, memberships
    (VP.Mention, VP.refersTo, (), "violation"),
    (VP.Mention, VP.name, (text(""),), "violation"),
    (VP.Mention, VP.candidate, (NOTHING,), "violation"),
    (VP.Statement, RDF.subject, (), "violation"),
    (VP.Statement, RDF.predicate, (node(VP.BASE + "likes"),), "violation"),
    (VP.Statement, RDF.object, (text("chữ"),), "violation"),
    (ORG.Membership, ORG.member, (NOTHING,), "violation"),
    (ORG.Membership, ORG.role, (NOTHING,), "violation"),
    (ORG.Membership, ORG.organization, (NOTHING,), "violation"),
    # relation ends of the wrong class
    (VP.Document, VP.approves, (node("https://w3id.org/vnpolicy/id/agency/bo-cong-an"),), "violation"),
    (VP.Document, VP.draftedBy, (node("https://w3id.org/vnpolicy/id/document/2024/142-qd-ttg"),), "violation"),
    (VP.Agency, ELI.based_on, (node("https://w3id.org/vnpolicy/id/document/2024/142-qd-ttg"),), "violation"),
    (VP.Document, ORG.subOrganizationOf, (node("https://w3id.org/vnpolicy/id/agency/bo-cong-an"),), "violation"),
    (VP.Document, DCTERMS.replaces, (text("chữ"),), "violation"),
    # tasks
    (VP.Task, DCTERMS.description, (text(""),), "violation"),
    (VP.Task, VP.leadAgency, (NOTHING,), "violation"),
    (VP.Task, VP.cooperatingAgency, (NOTHING,), "violation"),
    (VP.Task, VP.mandatedBy, (node("https://w3id.org/vnpolicy/id/agency/bo-cong-an"),), "violation"),
    (VP.Task, VP.directedBy, (NOTHING,), "violation"),
    (VP.Task, VP.deadline, (text("năm 2025"),), "violation"),
    (VP.Task, VP.due, (text("2025", XSD.gYear),), "violation"),
    (VP.Task, VP.hasStatus, (NOTHING,), "violation"),
    (VP.Task, VP.inProvision, (NOTHING,), "violation"),
    (VP.Task, VP.sameTaskAs, (NOTHING,), "violation"),
    (VP.Task, VP.about, (NOTHING,), "violation"),
    (VP.StatusReport, VP.status, (node(VP.BASE + "status-late"),), "violation"),
    (VP.StatusReport, VP.asOf, (text("2024-13"),), "violation"),
    # targets and observations
    (VP.Target, VP.indicator, (), "violation"),
    (VP.Observation, VP.indicator, (NOTHING,), "violation"),
    (VP.Target, SDMX.obsValue, (text("nhiều"),), "violation"),
    (VP.Target, VP.upper, (text("20", XSD.decimal),), "violation"),
    (VP.Target, VP.comparator, (text("~"),), "violation"),
    (VP.Target, SDMX.refPeriod, (text("2025-Q5"),), "violation"),
    (VP.Target, VP.statedIn, (), "violation"),
    (VP.Target, VP.setBy, (NOTHING,), "violation"),
    (VP.Target, VP.responsible, (NOTHING,), "violation"),
    (VP.Observation, VP.ofAgency, (NOTHING,), "violation"),
    (QB.Observation, QB.dataSet, (NOTHING,), "violation"),
    (QB.Observation, SDMX.obsValue, (), "violation"),
    (QB.Observation, SDMX.refPeriod, (), "violation"),
    # names
    (VP.Programme, DCTERMS.title, (), "violation"),
    (VP.Agency, SKOS.prefLabel, (ox.Literal("a", language="vi"), ox.Literal("b", language="vi")), "violation"),
    (VP.Agency, SCHEMA.foundingDate, (text("xưa"),), "violation"),
    (VP.Agency, SCHEMA.dissolutionDate, (text("2025-02-30"),), "violation"),
]  # fmt: skip


@pytest.fixture(scope="module")
def quads():
    return list(store_of(FACTS))


@pytest.mark.parametrize(("cls", "predicate", "values", "severity"), SPOILT)
def test_each_way_of_spoiling_it_is_found(quads, cls, predicate, values, severity):
    store = ox.Store()
    store.extend(quads)
    focus = spoil(store, cls, predicate, *values)
    findings = validate(store.quads_for_pattern)
    about = {focus, *(value.value for value in values)}
    assert {finding.severity for finding in findings if finding.focus in about} == {severity}
    assert conforms(findings) == (severity == "warning")
    assert all(finding.vi and finding.en for finding in findings)


def test_evidence_whose_iri_says_another_position_is_found(quads):
    store = ox.Store()
    store.extend(quads)
    evidence = [q.subject for q in store.quads_for_pattern(None, node(RDF.type), node(OA.SpecificResource), None)]
    first, second = sorted(set(evidence), key=str)[:2]
    (selector,) = store.quads_for_pattern(second, node(OA.hasSelector), None, ox.DefaultGraph())
    spoil_quads = list(store.quads_for_pattern(first, node(OA.hasSelector), None, None))
    for quad in spoil_quads:
        store.remove(quad)
    store.add(ox.Quad(first, node(OA.hasSelector), selector.object))
    (finding,) = validate(store.quads_for_pattern)
    assert finding.focus == first.value and finding.violation


def test_a_finding_names_its_sources(quads):
    store = ox.Store()
    store.extend(quads)
    spoil(store, VP.Task, VP.deadline, text("năm tới"))
    (finding,) = validate(store.quads_for_pattern)
    assert finding.sources == ("https://w3id.org/vnpolicy/id/source/vi-du-vn-tin",)
    assert finding.path == VP.deadline and finding.value == "năm tới"
    assert "Thời hạn" in finding.vi and "period" in finding.en
