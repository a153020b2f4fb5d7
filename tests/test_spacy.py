"""The spaCy component: spans that cover their quotes in every tokenization, facts that survive writing and reading."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from kg.facts import from_json
from loaders import spacy_component
from loaders.extract import extract
from loaders.read import read

ROOT = Path(__file__).resolve().parents[1]
KINDS = set(spacy_component.LABELS)
TEXT = (
    "Ngày 12/3/2024, Thủ tướng Chính phủ ban hành Quyết định số 188/QĐ-TTg phê duyệt Chương trình phát triển dữ liệu "
    "mở quốc gia đến năm 2030. Năm 2023, tỷ lệ hồ sơ trực tuyến của cả nước đạt 47,5%. "
    "Thủ tướng Chính phủ giao Bộ Tài chính trình Nghị định về mua sắm dữ liệu trước ngày "
    "30/9/2024. Phấn đấu đến năm 2030, tỷ lệ hồ sơ trực tuyến đạt 80%; kinh tế số chiếm 30% GDP."
)


def blank(lang: str, **config: Any) -> Language:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}}) if lang == "vi" else spacy.blank(lang)
    nlp.add_pipe("vn_policy", config=config)
    return nlp


@pytest.fixture(scope="module", params=["xx", "vi"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return blank(request.param)


def quotes(doc: Doc, kind: str = "vn_policy") -> list[str]:
    return [doc.text[slice(*span._.vn_policy_quote)] for span in doc.spans[kind]]


def check(doc: Doc) -> None:
    """What holds of every document: each evidence is a span of the right label, which covers it and wastes no token."""
    facts = doc._.vn_policy_facts
    assert KINDS | {"vn_policy"} == set(doc.spans)
    assert len(doc.spans["vn_policy"]) == sum(len(doc.spans[kind]) for kind in KINDS)
    for kind in KINDS - {"pillars"}:
        assert len(doc.spans[kind]) == sum(len(record["evidence"]) for record in facts[kind])
    for kind in KINDS:
        for span in doc.spans[kind]:
            start, end = span._.vn_policy_quote
            assert span.label_ == spacy_component.LABELS[kind]
            assert span.start_char <= start < end <= span.end_char
            assert span[0].idx + len(span[0]) > start and span[-1].idx < end
            quoted = [entry["quote"] for entry in span._.vn_policy_fact["evidence"]]
            assert doc.text[start:end] in quoted
            assert 0 < span._.vn_policy_confidence <= 1
            assert span._.vn_policy_id == span.kb_id_ != ""
            if kind != "pillars":
                assert span._.vn_policy_fact in facts[kind]


def test_the_facts_are_those_of_our_own_extraction(nlp: Language) -> None:
    source = read(ROOT / "kg" / "sample" / "2024-05-quy-i-2024.txt")
    doc = nlp(source.text)
    check(doc)
    facts = extract(source)
    assert [record["id"] for record in doc._.vn_policy_facts["documents"]] == [one.id for one in facts.documents]
    assert [record["text"] for record in doc._.vn_policy_facts["tasks"]] == [one.text for one in facts.tasks]
    assert {span._.vn_policy_id for span in doc.spans["agencies"]} == {one.name for one in facts.agencies}
    assert sorted(quotes(doc, "tasks")) == sorted(e.quote for one in facts.tasks for e in one.evidence)
    assert sorted(quotes(doc, "pillars")) == sorted(e.quote for one in facts.pillars for e in one.evidence)


def test_each_kind_has_its_group(nlp: Language) -> None:
    doc = nlp(TEXT)
    check(doc)
    assert {span.kb_id_ for span in doc.spans["documents"]} >= {"188/QĐ-TTg"}
    task = doc.spans["tasks"][0]
    assert task._.vn_policy_fact["assignees"] == ["Bộ Tài chính"]
    assert task._.vn_policy_fact["deadline"] == "2024-09-30"
    assert doc.spans["targets"][0]._.vn_policy_fact["value"] == 80
    assert doc.spans["observations"][0]._.vn_policy_fact["value"] == 47.5
    assert "approves" in {relation["relation"] for relation in doc._.vn_policy_facts["relations"]}
    assert doc.ents == ()


# each with a name that a token of spaCy's does not begin or end with
GLUED = [
    # two sentences run together where a page lost its line break
    ("Các đơn vị rà soát việc tra cứuCơ sở dữ liệu quốc gia về dân cư.Bộ Công an chủ trì.", "Bộ Công an"),
    # a comma without a space after it
    ("Hội nghị có sự tham dự của Bộ Tài chính,Bộ Y tế,Bộ Nội vụ.", "Bộ Y tế"),
    # a number between brackets
    ("Theo kế hoạch(Quyết định số 188/QĐ-TTg), việc này hoàn thành trong năm 2024.", "Quyết định số 188/QĐ-TTg"),
    # a name in quotation marks, against the next word
    ("“Bộ Tài chính”nêu rõ: kho dữ liệu đã mở.", "Bộ Tài chính"),
]


@pytest.mark.parametrize(("text", "quote"), GLUED)
@pytest.mark.parametrize("before", ["", "   ", "\n\n\t ", "\u00a0"])
def test_glued_words_and_leading_white_space(nlp: Language, text: str, quote: str, before: str) -> None:
    doc = nlp(before + text)
    check(doc)
    assert quote in quotes(doc)


def test_a_span_grows_to_whole_tokens() -> None:
    doc = blank("vi")("Kho dữ liệu do,Bộ Y tế,quản lý.")
    (span,) = doc.spans["agencies"]
    assert span.text == "do,Bộ Y tế,quản"
    assert quotes(doc) == ["Bộ Y tế"]


def test_a_name_glued_to_the_word_before() -> None:
    """What `char_span` alone would answer with None."""
    text = "Nên mở cho dân tra cứuCơ sở dữ liệu quốc gia về dân cư."
    doc = blank("vi").make_doc(text)
    start, end = text.index("Cơ sở"), text.index(".")
    assert doc.char_span(start, end) is None
    facts = spacy_component.facts_of(text)
    facts["programmes"] = [
        {"name": "Cơ sở dữ liệu", "evidence": [{"start": start, "end": end, "quote": text[start:end]}]}
    ]
    (span,) = spacy_component._spans(doc, "programmes", facts)
    assert span.text == "cứuCơ sở dữ liệu quốc gia về dân cư."


# ways in which one text is written; offsets refer to the text as it came
WRITINGS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "windows-lines": lambda text: text.replace(". ", ".\r\n"),
    "both": lambda text: unicodedata.normalize("NFD", text.replace(". ", ".\r\n")),
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_offsets_are_those_of_the_text_as_it_came(nlp: Language, writing: str) -> None:
    doc, plain = nlp(WRITINGS[writing](TEXT)), nlp(TEXT.replace(". ", ".\n") if writing != "decomposed" else TEXT)
    check(doc)
    composed = [unicodedata.normalize("NFC", quote).replace("\r\n", "\n") for quote in quotes(doc)]
    assert composed == quotes(plain) != []
    assert [span.kb_id_ for span in doc.spans["vn_policy"]] == [span.kb_id_ for span in plain.spans["vn_policy"]]


@given(st.text(st.sampled_from("ệếđa ̣́̂.\r\n") | st.characters(codec="utf-8"), max_size=40), st.data())
def test_offsets_lead_back_to_what_they_came_from(text: str, data: st.DataObject) -> None:
    offsets = spacy_component._Offsets(text)
    assert offsets.normal == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    start = data.draw(st.integers(0, len(offsets.normal)))
    end = data.draw(st.integers(start, len(offsets.normal)))
    if start < end:
        first, last = offsets.original(start, end)
        lines = text[first:last].replace("\r\n", "\n").replace("\r", "\n")
        assert offsets.normal[start:end] in unicodedata.normalize("NFC", lines)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*TEXT.split(), " ", "\n", ",", "(", "Bộ Y tế", "số 17/NQ-CP", "🙂"]), max_size=30))
def test_no_text_leaves_a_quote_without_its_span(words: list[str]) -> None:
    check(BLANK["xx"]("".join(words)))
    check(BLANK["vi"](" ".join(words)))


BLANK = {lang: blank(lang) for lang in ("xx", "vi")}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "."])
def test_a_text_without_facts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    check(doc)
    assert not doc.spans["vn_policy"] and doc._.vn_policy_facts["tasks"] == []


def test_entities_are_left_alone_unless_asked_for() -> None:
    ruler = {"label": "ORG", "pattern": "Bộ Tài chính"}
    nlp = blank("xx")
    nlp.add_pipe("entity_ruler", before="vn_policy").add_patterns([ruler])
    assert [(ent.text, ent.label_) for ent in nlp(TEXT).ents] == [("Bộ Tài chính", "ORG")]
    doc = blank("xx", set_ents=True)(TEXT)
    assert {"Bộ Tài chính": "AGENCY", "Quyết định số 188/QĐ-TTg": "DOCUMENT"}.items() <= {
        ent.text: ent.label_ for ent in doc.ents
    }.items()
    assert not {"TASK", "TARGET", "OBSERVATION"} & {ent.label_ for ent in doc.ents}
    longest = max((span for kind in spacy_component.NAMED for span in doc.spans[kind]), key=len)
    assert (longest.start, longest.end) in {(ent.start, ent.end) for ent in doc.ents}


def test_two_facts_on_the_same_words_keep_their_own_attributes() -> None:
    """spaCy itself would give both spans the attributes of the second."""
    doc = BLANK["xx"](TEXT)
    facts = doc._.vn_policy_facts
    facts["targets"] = [facts["targets"][0], {**facts["targets"][0], "indicator": "tỷ lệ khác", "value": 90}]
    both = list(spacy_component._spans(doc, "targets", facts))
    assert [(span.start, span.end) for span in both] == [(both[0].start, both[0].end)] * 2
    assert [span._.vn_policy_fact["value"] for span in both] == [80, 90]


def test_spans_of_others_have_no_facts_of_ours() -> None:
    doc = BLANK["xx"](TEXT)
    stranger: Span = doc[0:2]
    assert stranger._.vn_policy_fact is stranger._.vn_policy_quote is stranger._.vn_policy_id is None
    assert stranger._.vn_policy_confidence is None
    bare = Doc(doc.vocab, ["Bộ"])
    assert bare._.vn_policy_facts is None
    assert Span(bare, 0, 1, span_id="tasks/0/0")._.vn_policy_fact is None


def test_relative_dates_need_the_day_of_the_text() -> None:
    text = "Thủ tướng Chính phủ giao Bộ Tài chính trình Nghị định về mua sắm dữ liệu trước ngày 30/6."
    doc = BLANK["xx"].make_doc(text)
    doc._.vn_policy_published = "2024-03-12"
    (told,) = BLANK["xx"](doc)._.vn_policy_facts["tasks"]
    (untold,) = BLANK["xx"](text)._.vn_policy_facts["tasks"]
    assert (told["deadline"], untold["deadline"]) == ("2024-06-30", None)


def seen(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (span.start, span.end, span.label_, span.kb_id_, span._.vn_policy_quote, json.dumps(span._.vn_policy_fact))
        for span in doc.spans["vn_policy"]
    ]


def test_documents_are_written_and_read_back(tmp_path: Path) -> None:
    doc = BLANK["xx"](TEXT)
    fresh = spacy.blank("xx").vocab
    assert seen(Doc(fresh).from_bytes(doc.to_bytes())) == seen(doc)
    DocBin(store_user_data=True, docs=[doc]).to_disk(tmp_path / "docs.spacy")
    (back,) = DocBin(store_user_data=True).from_disk(tmp_path / "docs.spacy").get_docs(spacy.blank("xx").vocab)
    assert seen(back) == seen(doc)
    assert json.dumps(back._.vn_policy_facts) == json.dumps(doc._.vn_policy_facts)
    assert from_json(back._.vn_policy_facts) == from_json(doc._.vn_policy_facts)


def test_a_pipeline_is_written_and_read_back(tmp_path: Path) -> None:
    nlp = blank("vi", spans_key="chinh_sach", set_ents=True)
    nlp.to_disk(tmp_path / "pipeline")
    for back in (spacy.load(tmp_path / "pipeline"), blank("vi", spans_key="chinh_sach", set_ents=True)):
        doc = back.from_bytes(nlp.to_bytes())(TEXT)
        assert back.get_pipe("vn_policy").set_ents is True
        assert len(doc.spans["chinh_sach"]) > 5 and len(doc.ents) > 3
        assert "vn_policy" not in doc.spans


def test_many_texts_at_once(nlp: Language) -> None:
    texts = [TEXT, "", TEXT.replace("188", "189")]
    docs = list(nlp.pipe(texts, n_process=1))
    assert [seen(doc) for doc in docs] == [seen(nlp(text)) for text in texts]


def test_displacy_draws_the_spans() -> None:
    doc = BLANK["xx"](TEXT)
    page = displacy.render(doc, style="span", options={"spans_key": "vn_policy"}, jupyter=False)
    assert "188/QĐ-TTg" in page
    for label in ("DOCUMENT", "AGENCY", "PROGRAMME", "TASK", "TARGET", "OBSERVATION"):
        assert f"{label}\n" in page or f"{label}<" in page, label


def test_the_pipe_is_found_without_importing_it() -> None:
    """By its entry point; and the model and the loaders do without spaCy."""
    found = "import spacy; print(spacy.blank('xx').add_pipe('vn_policy'))"
    answer = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, cwd="/", check=True)
    assert "spacy_component.Component" in answer.stdout
    core = "import sys, kg.rdf, kg.build, loaders.extract, web.app; print('spacy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", core], capture_output=True, text=True, cwd=ROOT, check=True)
    assert answer.stdout.strip() == "False"
