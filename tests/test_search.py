"""Search and ids: numbers in every spelling, names without accents, what is meant and what is near."""

from __future__ import annotations

import pytest

from kg import snippets
from kg.errors import UsageError
from kg.folding import fold
from kg.identify import AmbiguousError, UnknownError, identify
from kg.reader import Reader
from kg.search import Search
from tests.effort import seconds

FIRST = [
    # a number: as printed, folded, glued, with a long dash, turned round, without its slash
    ("17/NQ-CP", "document", "17/NQ-CP"),
    ("17/nq-cp", "document", "17/NQ-CP"),
    ("17/NQ–CP", "document", "17/NQ-CP"),
    ("17nqcp", "document", "17/NQ-CP"),
    ("17 nq cp", "document", "17/NQ-CP"),
    ("số 17/NQ-CP", "document", "17/NQ-CP"),
    ("52-nq/tw", "document", "52-NQ/TW"),
    ("47/2020-NĐCP", "document", "47/2020/NĐ-CP"),
    # names: whole, without accents, begun only
    ("Bộ Công an", "agency", "Bộ Công an"),
    ("bo cong an", "agency", "Bộ Công an"),
    ("Nguyễn Mạnh H", "official", "Nguyễn Mạnh Hùng"),
    ("chinh phu so", "pillar", "chính phủ số"),
    ("de an 06", "programme", "Đề án 06"),
]


@pytest.mark.parametrize(("text", "kind", "label"), FIRST)
def test_what_is_asked_for_comes_first(gold_reader: Reader, text: str, kind: str, label: str) -> None:
    hit = Search(gold_reader.release).find(text)[0]
    assert (hit.kind, hit.label) == (kind, label)


def test_words_of_a_task_and_of_a_quote_are_found(gold_reader: Reader) -> None:
    hits = Search(gold_reader.release).find("trung tam du lieu quoc gia", kinds=["task"])
    assert all(hit.kind == "task" for hit in hits)
    assert any("Trung tâm dữ liệu quốc gia" in hit.label for hit in hits)
    quotes = Search(gold_reader.release).find("Căn cứ Nghị quyết số 52-NQ/TW", kinds=["quote"])
    assert quotes[0].iri.endswith("#char=" + quotes[0].iri.rpartition("=")[2])


def test_the_asked_for_words_are_marked(gold_reader: Reader) -> None:
    hit = Search(gold_reader.release).find("du lieu dat dai", kinds=["task"])[0]
    assert {fold(hit.snippet[start:end]) for start, end in hit.marks} == {"du", "lieu", "dat", "dai"}
    assert "đất đai" in hit.snippet


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        # whole words only: "du" is none of "duyệt" and "được"
        ("Phê duyệt Chiến lược dữ liệu được giao", "du lieu", ["dữ", "liệu"]),
        # the last word may still be being typed
        ("Chiến lược dữ liệu", "chien luoc d", ["Chiến", "lược", "dữ"]),
        ("Quyết định 142/QĐ-TTg và 1421/QĐ-TTg", "142 ttg", ["142", "TTg", "TTg"]),
        ("Quyết định 142/QĐ-TTg và 1421/QĐ-TTg", "qd 142", ["142", "QĐ", "1421", "QĐ"]),
        # a word with its marks is not one with others, where the text has it so
        ("Giá đất của xã đạt chuẩn", "xã đất", ["đất", "xã"]),
        ("Bốn xã đạt chuẩn", "xã đất", ["xã", "đạt"]),
        # words that stand together are meant together
        ("Ba xã làm xong sổ đất đai, đạt 61 %", "dat dai", ["đất", "đai"]),
        ("Kho dữ liệu về đất đạt chuẩn", "du lieu dat", ["dữ", "liệu", "đất", "đạt"]),
    ],
)
def test_words_are_marked_whole(text: str, asked: str, marked: list[str]) -> None:
    snippet, marks = snippets.snippet(text, snippets.sought(asked))
    assert [snippet[start:end] for start, end in marks] == marked


def test_finds_are_counted_by_kind_and_quotes_come_last(gold_reader: Reader) -> None:
    search = Search(gold_reader.release)
    found = search.by_kind("chinh phu so", limit=2)
    assert found[0][0] == "pillar"  # just what was asked for
    assert found[-1][0] == "quote" and found[-1][1] > 2
    assert all(len(hits) == min(count, 2) and {hit.kind for hit in hits} == {kind} for kind, count, hits in found)
    for kind, count, _ in found:
        assert len(search.find("chinh phu so", kinds=[kind], limit=300)) == count
    assert search.by_kind("142/QĐ-TTg")[0][0] == "document"
    assert search.by_kind("") == search.by_kind("qwertyuiop") == []


def test_nothing_is_found_without_words(gold_reader: Reader) -> None:
    search = Search(gold_reader.release)
    assert search.find("") == search.find('"*()^') == search.find("zzzz không đâu zzzz", kinds=["pillar"]) == []


@pytest.mark.parametrize(
    "text", ['"', "a AND", "NEAR(a b)", "name:x", "a* OR *", "{x}", "-", "a\x00b", "'; DROP TABLE item"]
)
def test_no_text_is_a_fault(gold_reader: Reader, text: str) -> None:
    Search(gold_reader.release).find(text)


def test_unknown_kinds_are_told(gold_reader: Reader) -> None:
    with pytest.raises(UsageError, match="unknown kind 'law'; allowed are document, programme"):
        Search(gold_reader.release).find("a", kinds=["law"])


IDS = [
    ("17/NQ-CP", "document/2019/17-nq-cp"),
    ("17/nq-cp", "document/2019/17-nq-cp"),
    ("17/2019/NQ-CP", "document/2019/17-nq-cp"),  # sites invent the year
    ("17/NQ-CP@2019-03-07", "document/2019/17-nq-cp"),
    ("50/NQ-CP@2020", "document/2020/50-nq-cp"),
    ("50/NQ-CP@2021-05-20", "document/2021/50-nq-cp"),
    ("document/2019/17-nq-cp", "document/2019/17-nq-cp"),
    ("https://w3id.org/vnpolicy/id/document/2019/17-nq-cp", "document/2019/17-nq-cp"),
    ("Bộ Công an", "agency/bo-cong-an"),
    ("Bộ TT&TT", "agency/bo-thong-tin-va-truyen-thong"),
    # one name, two bodies after each other
    ("Tỉnh Phú Thọ@2024", "agency/tinh-phu-tho"),
    ("tinh phu tho@2025-12-01", "agency/tinh-phu-tho-2025"),
    ("BO CONG AN", "agency/bo-cong-an"),
]


@pytest.mark.parametrize(("text", "slug"), IDS)
def test_an_id_as_people_write_it(gold_reader: Reader, text: str, slug: str) -> None:
    assert identify(gold_reader.release, text).iri == f"https://w3id.org/vnpolicy/id/{slug}"


def test_several_candidates_are_listed(gold_reader: Reader) -> None:
    with pytest.raises(AmbiguousError, match=r"add a date.*\n.*2020-04-17.*\n.*2021-05-20") as caught:
        identify(gold_reader.release, "50/NQ-CP")
    assert [thing.detail for thing in caught.value.candidates] == ["2020-04-17", "2021-05-20"]
    assert identify(gold_reader.release, "50/NQ-CP", date="2021").iri.endswith("2021/50-nq-cp")


def test_a_long_text_that_names_nothing_is_soon_told_so(gold_reader: Reader) -> None:
    def ask() -> None:
        with pytest.raises(UnknownError):
            identify(gold_reader.release, "a" * 5000)

    assert seconds(ask, below=0.5) < 0.5


def test_what_is_near_is_suggested(gold_reader: Reader) -> None:
    with pytest.raises(UnknownError, match="near it come") as caught:
        identify(gold_reader.release, "143/QĐ-TTg")
    assert "142/QĐ-TTg" in [thing.label for thing in caught.value.suggestions]
    with pytest.raises(UnknownError) as caught:
        identify(gold_reader.release, "Bộ Công ann", ["agency"])
    assert caught.value.suggestions[0].label == "Bộ Công an"
    with pytest.raises(UnknownError, match="no document of that date"):
        identify(gold_reader.release, "17/NQ-CP@2020-01-01")
    with pytest.raises(UsageError, match="hôm qua: no date"):
        identify(gold_reader.release, "17/NQ-CP", date="hôm qua")
    for text in ("///", "nope", "xyz abc"):  # two letters in common with an abbreviation are not near it
        with pytest.raises(UnknownError, match="`kg search`"):
            identify(gold_reader.release, text)
    with pytest.raises(UnknownError) as caught:
        identify(gold_reader.release, "Bô Kông ân")
    assert caught.value.suggestions[0].label == "Bộ Công an"
