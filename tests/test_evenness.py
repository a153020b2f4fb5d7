"""Texts whose spaces, lines and unseen characters are not even: the rules read them even, evidence stays as given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Block, Cell, Source
from loaders.extract import extract
from loaders.layout import evenness
from loaders.read import from_text, read_bytes

ROWS = [
    # justified with double spaces
    ("Bộ  Tư  pháp  trình  Nghị  định.", "Bộ Tư pháp trình Nghị định."),
    # no-break, narrow and thin spaces
    ("Bộ\u00a0Tư\u2009pháp\u202ftrình Nghị định.", "Bộ Tư pháp trình Nghị định."),
    # a soft hyphen within a word; zero-width characters beside and within words
    ("Bộ Tư \u200bpháp trì\u00adnh \u2060Nghị\u200b đị\u200cnh.", "Bộ Tư pháp trình Nghị định."),
    # a wrapped and indented paragraph
    ("Bộ Tư pháp trình Nghị định về hộ tịch điện tử,\n   báo cáo Thủ tướng.", "Bộ Tư pháp trình Nghị định về hộ tịch "
     "điện tử, báo cáo Thủ tướng."),
    # wide gaps part columns and stay
    ("UBND TỈNH    CỘNG HÒA\nSố: 12    Hà Nội", "UBND TỈNH    CỘNG HÒA\nSố: 12    Hà Nội"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "read"), ROWS)
def test_text_is_read_even(printed: str, read: str) -> None:
    source = from_text(printed, "tin.txt")
    assert source.text == printed
    assert evenness.even(source)[0].text == read


def test_cells_stand_where_their_words_went() -> None:
    text = "Sở  Y tế\t\u200bthẩm  định\tquý\u00a0I"
    cells = (Cell(0, 8, 0), Cell(9, 20, 1), Cell(21, 26, 2))
    source = Source("a", text, (Block("row", 0, 26, cells=cells),))
    found = evenness.even(source)[0]
    assert [found.text[cell.start : cell.end] for cell in found.blocks[0].cells] == ["Sở Y tế", "thẩm định", "quý I"]


def test_evidence_is_told_as_the_source_gives_it() -> None:
    text = "Thủ tướng Chính phủ  giao Bộ\u00a0Công\u00ad an trình Nghị định\nvề căn cước điện tử trước ngày 30/6/2021."
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    (task,) = facts.tasks
    assert (task.assignees, task.deadline) == (("Bộ Công an",), "2021-06-30")
    for record in (*facts.tasks, *facts.agencies):
        for one in record.evidence:
            assert one.quote == text[one.start : one.end]
    assert "Bộ\u00a0Công\u00ad an" in [one.quote for agency in facts.agencies for one in agency.evidence]


def test_an_even_text_is_left_alone() -> None:
    source = from_text("Bộ Tư pháp họp.\n\nBộ Y tế báo cáo.", "tin.txt")
    assert evenness.even(source)[0] is source


@given(st.text("ab \u00a0\u200b\u00ad\n", max_size=40))
def test_every_stretch_is_found_again(text: str) -> None:
    words = re.sub(r"[\u200b\u00ad]", "", text)
    if not words.strip():
        return
    source = from_text(text, "tin.txt")
    assert source.text == text
    found, offsets = evenness.even(source)
    for block, given_block in zip(found.blocks, source.blocks, strict=True):
        for at in range(block.start, block.end):
            start, end = offsets.stretch(at, at + 1)
            assert given_block.start <= start < end <= given_block.end
            assert found.text[at] in (text[start], " ")
