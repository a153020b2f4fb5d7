"""The flat text and the gazetteer: places that lead back, borders of words, accents, capitals, speed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.words.flat import Flat, Stretches, flatten, steady
from loaders.words.gazetteer import Gazetteer, Name, variants
from tests.names import reading_of

NAMES = Gazetteer(
    [
        Name("Đảng", "Đảng Cộng sản Việt Nam", any_case=False),
        Name("Bộ Công an", "Bộ Công an"),
        Name("Bộ TT&TT", "Bộ Thông tin và Truyền thông"),
        Name("Bộ Công Thương", "Bộ Công Thương"),
        Name("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        Name("Ủy ban Quốc gia về Chính phủ điện tử", "Ủy ban Quốc gia về Chính phủ điện tử"),
        Name("Ủy ban Quốc gia", "Ủy ban Quốc gia"),
    ]
)


def flat(text: str) -> Flat:
    return flatten(reading_of(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one fold, three words: only the one that is meant
        ("Đảng lãnh đạo, ông Đặng nói, công việc đang làm.", ["Đảng"]),
        # an abbreviation counts in its capitals only
        ("NHNN công bố; nhnn thì không.", ["NHNN"]),
        ("Bộ TT&TT và bộ tt&tt", ["Bộ TT&TT"]),
        # the longest name wins; where it is cut short, the shorter one
        ("Ủy ban Quốc gia về Chính phủ điện tử họp.", ["Ủy ban Quốc gia về Chính phủ điện tử"]),
        ("Ủy ban Quốc gia về Chính phủ thì không.", ["Ủy ban Quốc gia"]),
        # words have borders, but a capital after a small letter begins one where the space is lost
        ("Bộ Công anh hùng", []),
        ("đã khai thácBộ Công an", ["Bộ Công an"]),
        # a page without its marks, a name with its tone mark on the other vowel, a misprint in a long name
        (
            "Bo Cong an va Uy ban Quoc gia ve Chinh phu dien tu hop",
            ["Bo Cong an", "Uy ban Quoc gia ve Chinh phu dien tu"],
        ),
        ("Uỷ ban Quốc gia về Chính phủ điện tử", ["Uỷ ban Quốc gia về Chính phủ điện tử"]),
        ("Ủy ban Quốc gia vế Chính phủ điện tử", ["Ủy ban Quốc gia vế Chính phủ điện tử"]),
        # a small letter alone does not make a name of a common word, nor do other marks
        ("bộ công an", ["bộ công an"]),
        ("bò công an", []),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    whole = flat(text)
    assert [whole.text[hit.start : hit.end] for hit in NAMES.find(whole)] == found


def test_variants_of_separators() -> None:
    written = variants("Bộ Văn hóa, Thể thao và Du lịch")
    assert {"Bộ Văn hóa - Thể thao và Du lịch", "Bộ Văn hóa, Thể thao & Du lịch", "Bộ Văn hóa Thể thao Du lịch"} <= set(
        written
    )
    assert variants("Bộ Công an") == ("Bộ Công an",)


def test_an_empty_table_finds_nothing() -> None:
    assert list(Gazetteer([]).find(flat("Bộ Công an"))) == []


@given(st.text(alphabet="aâà óòuủyqBộ C\u00a0\t\n", max_size=60))
def test_places_lead_back(text: str) -> None:
    """A word's stretch in the flat text is the same word in the source, whatever the spaces between."""
    reading = reading_of(f"Câu {text} hết")
    whole = flatten(reading)
    for line in range(len(whole.units)):
        begin, end = whole.border(line)
        at = begin
        for word in whole.text[begin:end].split():
            start = whole.text.index(word, at)
            at = start + len(word)
            first, last = whole.place(start, at)
            assert reading.source.text[first:last] == word
            assert whole.at(first) == start


@given(st.text(max_size=80))
def test_steady_keeps_the_length_and_is_settled(text: str) -> None:
    assert len(steady(text)) == len(text)
    assert steady(steady(text)) == steady(text)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=12), st.integers(0, 80))
def test_stretches(spans: list[tuple[int, int]], at: int) -> None:
    stretches = [(start, start + length) for start, length in spans]
    assert Stretches(stretches).holds(at) is any(start <= at < end for start, end in stretches)
