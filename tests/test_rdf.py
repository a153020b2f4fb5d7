"""Facts as quads and back, and the shape of the graph."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
import strategies
from hypothesis import given

from kg import facts as facts_format
from kg import rdf, releases
from kg.errors import SourceError, StoreError
from kg.model import (
    Agency,
    Article,
    Document,
    Evidence,
    Facts,
    Official,
    Place,
    Programme,
    Provision,
    Relation,
    Source,
    Target,
    Task,
)
from kg.names import Choice, Option, Resolution
from kg.sources import Sources
from kg.standards import DCTERMS, ELI, OA, ORG, QB, RDF, SCHEMA, SDMX
from kg.vocabulary import VP, node

BASE = "https://w3id.org/vnpolicy/"


def link(iri):
    return node(BASE + "id/" + iri)


# ── round trips ──────────────────────────────────────────────────────────────────────────────────────────────────────


@given(strategies.facts())
def test_quads_and_a_store_give_back_the_facts(facts):
    quads = list(rdf.quads(facts))
    assert rdf.facts(quads) == facts_format.settled(facts)
    store = ox.Store()  # which writes numbers and dates its own way, and keeps no order
    store.extend(quads)
    assert rdf.facts(store) == facts_format.settled(facts)


@given(strategies.facts())
def test_the_graph_is_sound(facts):
    quads = list(rdf.quads(facts))
    assert len(set(quads)) == len(quads)
    assert quads == list(rdf.quads(facts))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    (graph,) = {quad.graph_name for quad in quads}
    typed = {quad.subject for quad in quads if quad.predicate.value == RDF.type}
    assert graph in typed
    # every link leads to a resource with a class
    links = {q.object for q in quads if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(f"{BASE}id/")}
    assert links <= typed


def test_the_store_gives_back_the_facts_of_each_source_after_linking(gold_store):
    sources = Sources(gold_store)
    store = ox.Store.read_only(str(releases.current(gold_store).store))
    for record in sources.records():
        graph = store.quads_for_pattern(None, None, None, node(record.iri))
        assert rdf.facts(graph) == facts_format.settled(sources.facts(record)), record.name


@pytest.mark.shared
def test_gold_facts_go_there_and_back(shared):
    for path in sorted((shared / "gold").rglob("*.json")):
        facts = facts_format.from_json(json.loads(path.read_text("utf-8")))
        quads = list(rdf.quads(facts))
        assert rdf.facts(quads) == facts, path.name
        # what is only there for odd facts is not needed for real ones
        assert not [quad for quad in quads if quad.predicate.value == VP.asStated], path.name
        kinds = Counter(quad.object.value for quad in quads if quad.predicate.value == RDF.type)
        counts = len(facts.tasks), len(facts.targets), len(facts.observations)
        assert (kinds[VP.Task], kinds[VP.Target], kinds[VP.Observation]) == counts, path.name


# ── the shape of the graph ───────────────────────────────────────────────────────────────────────────────────────────

SENTENCE = "Thủ tướng Chính phủ giao Bộ Công an chủ trì, phối hợp với Bộ Tài chính hoàn thành kho dữ liệu trong 2025."
HERE = (Evidence(0, len(SENTENCE), SENTENCE, Place(article="2", clause="1", page=3)),)
TASK = Task(
    "hoàn thành kho dữ liệu", ("Bộ Công an",), ("Bộ Tài chính", "Bộ Công an"), "142/QĐ-TTg", "Điều 2 / Khoản 1",
    "Thủ tướng Chính phủ", "2025", "trong 2025", status="overdue", status_date="2026-01-05", evidence=HERE,
)  # fmt: skip
DECISION = Document(
    "142/QĐ-TTg", "decision", "2024-02-02", "Thủ tướng Chính phủ", title="Phê duyệt Chiến lược dữ liệu quốc gia",
    signer="Trần Văn Bình", signed_for="KT. THỦ TƯỚNG", evidence=HERE, confidence=0.93,
)  # fmt: skip


def graph(facts, resolution=None, **more):
    """The triples of a source's graph, by subject and predicate: values of literals, IRIs without their base."""
    found = {}
    for quad in rdf.quads(facts, resolution, **more):
        subject = quad.subject.value.removeprefix(f"{BASE}id/")
        value = quad.object.value.removeprefix(f"{BASE}id/")
        found.setdefault((subject, quad.predicate.value), set()).add(value)
    return found


def the(found, cls):
    (subject,) = {s for (s, p), values in found.items() if p == RDF.type and cls in values}
    return subject


def test_a_document():
    found = graph(Facts("a.txt", "", documents=(DECISION,)))
    iri = "document/2024/142-qd-ttg"
    assert found[iri, ELI.id_local] == {"142/QĐ-TTg"}
    assert found[iri, ELI.type_document] == {VP.BASE + "type-decision"}
    assert found[iri, ELI.date_document] == {"2024-02-02"}
    assert found[iri, ELI.passed_by] == {"office/thu-tuong-chinh-phu"}
    assert found[iri, VP.documentStatus] == {VP.BASE + "document-issued"}
    assert found[iri, DCTERMS.title] == {"Phê duyệt Chiến lược dữ liệu quốc gia"}
    (signer,) = found[iri, VP.signer]
    assert signer.startswith("official/tran-van-binh-") and found[iri, VP.signedFor] == {"KT. THỦ TƯỚNG"}
    mention = the(found, VP.Mention)
    assert found[mention, VP.refersTo] == {iri} and found[mention, VP.name] == {"142/QĐ-TTg"}
    assert found[mention, VP.confidence] == {"0.93"}


def test_a_task():
    found = graph(Facts("a.txt", "", documents=(DECISION,), tasks=(TASK,), extractor="rules 1"))
    iri = the(found, VP.Task)
    assert iri.startswith("task/a/")
    assert found[iri, VP.leadAgency] == {"agency/bo-cong-an"}
    assert found[iri, VP.cooperatingAgency] == {"agency/bo-cong-an", "agency/bo-tai-chinh"}
    # an order of their own is kept as text; where the links tell all, there is none
    assert found[iri, VP.BASE + "cooperatingAgencyText"] == {"Bộ Tài chính; Bộ Công an"}
    assert (iri, VP.BASE + "leadAgencyText") not in found
    assert found[iri, VP.mandatedBy] == {"document/2024/142-qd-ttg"}
    assert found[iri, VP.inProvision] == {"provision/2024/142-qd-ttg/dieu-2/khoan-1"}
    assert found[iri, VP.directedBy] == {"office/thu-tuong-chinh-phu"}
    assert found[iri, VP.deadline] == {"2025"} and found[iri, VP.due] == {"2025-12-31"}
    assert found[iri, VP.extractor] == {"rules 1"}
    (report,) = found[iri, VP.hasStatus]
    assert found[report, VP.status] == {VP.BASE + "status-overdue"} and found[report, VP.asOf] == {"2026-01-05"}
    assert found[report, VP.evidence] == found[iri, VP.evidence]
    # the article has the clause, the document the article
    assert found["document/2024/142-qd-ttg", ELI.has_part] == {"provision/2024/142-qd-ttg/dieu-2"}
    assert found["provision/2024/142-qd-ttg/dieu-2", ELI.has_part] == {"provision/2024/142-qd-ttg/dieu-2/khoan-1"}


def test_evidence_is_shared_and_stands_in_its_place():
    text = "Mở đầu. " + SENTENCE + " Kết thúc."
    here = (Evidence(8, 8 + len(SENTENCE), SENTENCE, HERE[0].place),)
    facts = Facts("a.txt", "", tasks=(Task("x", evidence=here),), agencies=(Agency("Bộ Công an", evidence=here),))
    found = graph(facts, source=Source("a.txt", text, ()))
    evidence = f"source/a#char=8,{8 + len(SENTENCE)}"
    assert found[the(found, VP.Task), VP.evidence] == found[the(found, VP.Mention), VP.evidence] == {evidence}
    assert found[evidence, RDF.type] == {OA.SpecificResource} and found[evidence, OA.hasSource] == {"source/a"}
    assert (found[evidence, VP.article], found[evidence, VP.clause], found[evidence, VP.page]) == ({"2"}, {"1"}, {"3"})
    (selector,) = found[evidence, OA.hasSelector]
    assert found[selector, RDF.type] == {OA.TextQuoteSelector, OA.TextPositionSelector}
    assert found[selector, OA.exact] == {SENTENCE}
    assert found[selector, OA.prefix] == {"Mở đầu. "} and found[selector, OA.suffix] == {" Kết thúc."}
    assert found[selector, OA.start] == {"8"} and found[selector, OA.end] == {str(8 + len(SENTENCE))}


def test_a_relation_has_its_direct_triple_and_its_statement():
    name = "Chiến lược dữ liệu quốc gia đến năm 2030"
    facts = Facts(
        "a.txt", "", documents=(DECISION,), programmes=(Programme(name, evidence=HERE),),
        relations=(Relation("142/QĐ-TTg", "approves", name, evidence=HERE), Relation("Cục X", "part_of", "Bộ Công an")),
    )  # fmt: skip
    found = graph(facts)
    (programme,) = found["document/2024/142-qd-ttg", VP.approves]
    assert found[programme, DCTERMS.title] == {name} and found[programme, VP.period] == {"../2030"}
    statements = {s for (s, p), values in found.items() if VP.Statement in values}
    stated = {tuple(min(found[s, p]) for p in (RDF.subject, RDF.predicate, RDF.object)) for s in statements}
    assert stated == {
        ("document/2024/142-qd-ttg", VP.approves, programme),
        ("agency/cuc-x", ORG.subOrganizationOf, "agency/bo-cong-an"),
    }
    assert found["agency/cuc-x", ORG.subOrganizationOf] == {"agency/bo-cong-an"}


def test_an_official_has_a_membership_as_of_the_article():
    facts = Facts(
        "a.txt", "", Article(published="2024-03-01"), officials=(Official("Lê Văn An", "Vụ trưởng", "Bộ Y tế"),)
    )
    found = graph(facts)
    membership = the(found, ORG.Membership)
    (person,) = found[membership, ORG.member]
    assert person.startswith("official/le-van-an-") and found[person, ORG.hasMembership] == {membership}
    assert found[membership, ORG.role] == {"role/vu-truong"}
    assert found[membership, ORG.organization] == {"agency/bo-y-te"} and found[membership, VP.asOf] == {"2024-03-01"}


MEASURES = [
    # (reason, target, whether it is a qb:Observation)
    ("all is known", Target("tỷ lệ hồ sơ", Decimal(80), unit="%", period="2025"), True),
    ("no value", Target("tỷ lệ hồ sơ", None, unit="%", period="2025"), False),
    ("a number without a unit", Target("tỷ lệ hồ sơ", Decimal(80), period="2025"), True),
    ("no period", Target("tỷ lệ hồ sơ", Decimal(80), unit="%"), False),
]


@pytest.mark.parametrize(("why", "target", "complete"), MEASURES)
def test_a_cube_observation_is_complete(why, target, complete):
    found = graph(Facts("a.txt", "", targets=(target,)))
    iri = the(found, VP.Target)
    assert (QB.Observation in found[iri, RDF.type]) == complete, why
    assert found.get((iri, QB.dataSet), set()) == ({VP.TargetDataSet} if complete else set())
    (indicator,) = found[iri, VP.indicator]
    assert found.get((indicator, SDMX.unitMeasure), {None}) == {target.unit}


KINDS = [
    # (reason, article, kind, whether it is a news article)
    ("an article", Article(url="https://bao.vn/a"), "press", True),
    ("a file that is a document's text", Article(text_of="142/QĐ-TTg"), "original", False),
    ("on a page of the Government", Article(text_of="1/KL", url="https://chinhphu.gov.vn/a"), "original", False),
    ("the text on another page", Article(text_of="142/QĐ-TTg", url="https://thuvien.vn/a"), "reprint", False),
    ("whose host only begins like one", Article(text_of="1/KL", url="https://gov.vn.example.com"), "reprint", False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "article", "kind", "news"), KINDS)
def test_official_text_is_told_from_press(why, article, kind, news):
    found = graph(Facts("a.txt", "", article))
    iri = the(found, VP.Source)
    assert found[iri, VP.sourceKind] == {VP.BASE + f"source-{kind}"}, why
    assert (SCHEMA.NewsArticle in found[iri, RDF.type]) == news


def test_a_documents_own_text_cites_what_it_names():
    facts = Facts("a.txt", "", Article(text_of="142/QĐ-TTg"), documents=(DECISION, Document("47/2020/NĐ-CP")))
    found = graph(facts)
    assert found["source/a", VP.textOf] == {"document/2024/142-qd-ttg"}
    assert found["document/2024/142-qd-ttg", ELI.cites] == {"document/2020/47-2020-nd-cp"}
    press = graph(Facts("a.txt", "", documents=(DECISION, Document("47/2020/NĐ-CP"))))
    assert not [subject for subject, predicate in press if predicate == ELI.cites]


def test_subdivisions_of_a_documents_own_text():
    paths = ("Điều 1", "Điều 1 / Khoản 2", "Điều 1 / Khoản 2 / Điểm d", "Điều 1 / Khoản 2 / Điểm đ", "Phụ lục I / 14")
    facts = Facts(
        "a.txt", "", Article(text_of="142/QĐ-TTg"), documents=(DECISION,), provisions=tuple(map(Provision, paths))
    )
    found = graph(facts)
    clause = "provision/2024/142-qd-ttg/dieu-1/khoan-2"
    assert found[clause, ELI.has_part] == {f"{clause}/diem-d", f"{clause}/diem-dd"}
    assert found["provision/2024/142-qd-ttg/phu-luc-i", ELI.has_part] == {"provision/2024/142-qd-ttg/phu-luc-i/dong-14"}
    assert found[clause, VP.provisionPath] == {"Điều 1 / Khoản 2"}


def test_two_records_that_differ_on_one_document_are_both_kept():
    other = Document("142/QĐ-TTg", "decision", "2024-02-02", title="Tên khác")
    facts = Facts("a.txt", "", documents=(DECISION, other, other))
    quads = list(rdf.quads(facts))
    assert rdf.facts(quads) == facts
    assert len([quad for quad in quads if quad.predicate.value == VP.asStated]) == 3


def test_facts_are_read_back_though_references_were_resolved():
    facts = Facts("a.txt", "", documents=(Document("142/QĐ-TTg"), Document("Quyết định 142")), tasks=(TASK,))
    own, final = f"{BASE}id/document/undated/142-qd-ttg", f"{BASE}id/document/2024/142-qd-ttg"
    named = f"{BASE}id/document/undated/quyet-dinh-142"
    why = (Option(final, "Văn bản duy nhất đã biết.", "The only one known."),)
    resolution = Resolution({own: Choice(final, why), named: Choice(final, why)})
    found = graph(facts, resolution)
    assert found[the(found, VP.Task), VP.mandatedBy] == {"document/2024/142-qd-ttg"}
    assert not [subject for subject, _ in found if subject.startswith("document/undated")]
    assert rdf.facts(rdf.quads(facts, resolution)) == facts


def test_a_reference_that_stays_open_keeps_its_own_resource():
    facts = Facts("a.txt", "", documents=(Document("50/NQ-CP"),))
    options = tuple(Option(f"{BASE}id/document/{year}/50-nq-cp", "Cùng số.", "Same.") for year in (2020, 2021))
    found = graph(facts, Resolution({f"{BASE}id/document/undated/50-nq-cp": Choice(None, options)}))
    mention = the(found, VP.Mention)
    assert found[mention, VP.refersTo] == {"document/undated/50-nq-cp"}
    assert {next(iter(found[c, VP.option])) for c in found[mention, VP.candidate]} == {
        "document/2020/50-nq-cp",
        "document/2021/50-nq-cp",
    }
    assert all(found[c, VP.chosen] == {"false"} for c in found[mention, VP.candidate])


def test_iris_do_not_depend_on_what_linking_found():
    facts = Facts("a.txt", "", documents=(Document("142/QĐ-TTg", evidence=HERE),), tasks=(TASK,))
    own, final = f"{BASE}id/document/undated/142-qd-ttg", f"{BASE}id/document/2024/142-qd-ttg"
    before, after = graph(facts), graph(facts, Resolution({own: Choice(final)}))
    for cls in (VP.Mention, VP.Task, VP.StatusReport):
        assert the(before, cls) == the(after, cls)


def test_another_base_moves_every_resource():
    quads = list(rdf.quads(Facts("a.txt", "", documents=(DECISION,), tasks=(TASK,)), base="http://localhost:8000/kg/"))
    assert {quad.graph_name for quad in quads} == {node("http://localhost:8000/kg/id/source/a")}
    assert not [quad for quad in quads if "w3id.org/vnpolicy/id/" in str(quad)]
    assert rdf.facts(quads).tasks == (TASK,)


def test_one_stretch_has_one_quote():
    facts = Facts("a.txt", "", agencies=(Agency("A", evidence=(Evidence(0, 1, "a"), Evidence(0, 1, "b"))),))
    with pytest.raises(SourceError, match="0-1 has two quotes: 'a' and 'b'"):
        list(rdf.quads(facts))


def test_quads_that_are_no_sources_graph_are_refused():
    with pytest.raises(StoreError, match="0 resources of class vp:Source"):
        rdf.facts([])
    both = [*rdf.quads(Facts("a.txt", "")), *rdf.quads(Facts("b.txt", ""))]
    with pytest.raises(StoreError, match="2 resources of class vp:Source"):
        rdf.facts(both)
    cut = [q for q in rdf.quads(Facts("a.txt", "", tasks=(TASK,))) if q.predicate.value != VP.confidence]
    with pytest.raises(StoreError, match=r"has no http.*confidence"):
        rdf.facts(cut)


def test_moderate_size():
    """What a fact costs: a typical task, with its evidence, stays within these numbers of triples."""
    empty = len(list(rdf.quads(Facts("a.txt", "", documents=(DECISION,), agencies=(Agency("Bộ Công an"),)))))
    text = Source("a.txt", SENTENCE, ())
    base = Facts("a.txt", "", documents=(DECISION,), agencies=(Agency("Bộ Công an"), Agency("Bộ Tài chính")))
    one = replace(base, tasks=(replace(TASK, status=None, status_date=None),))
    two = replace(base, tasks=(*one.tasks, replace(one.tasks[0], text="khác")))
    sizes = [len(list(rdf.quads(facts, source=text))) for facts in (base, one, two)]
    assert empty < sizes[0]
    assert sizes[2] - sizes[1] <= 19  # a task whose evidence and resources are there already
    assert sizes[1] - sizes[0] <= 25  # with its evidence and its provision
