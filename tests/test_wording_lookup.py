"""Mentions by their place."""

from __future__ import annotations

import pytest

from loaders.reading import Mention
from loaders.words import ordered
from loaders.words.wording import Sentence, covering, on_one_line
from tests.texts import reading

MENTIONS = (Mention(2, 5), Mention(5, 9), Mention(20, 30))


@pytest.mark.parametrize(("at", "start"), [(0, None), (2, 2), (4, 2), (5, 5), (9, None), (29, 20), (30, None)])
def test_the_mention_at_a_place(at: int, start: int | None) -> None:
    found = covering(MENTIONS, at)
    assert (found.start if found else None) == start
    assert found == next((m for m in MENTIONS if m.start <= at < m.end), None)


def test_the_mentions_that_begin_in_a_stretch() -> None:
    assert ordered.within(MENTIONS, 5, 21) == MENTIONS[1:]


def test_a_shorter_phrase_where_the_longer_ends_within_a_word() -> None:
    text = "Mục tiêu là 80%, hiện con số này chỉ là 17%."  # "hiện", not "hiện có"
    sentence = Sentence(made := reading(text), made.units[0], on_one_line(made.folded))
    found = [text[start:end] for start, end, _ in sentence.occurrences("measured_words", 0, len(text))]
    assert found == ["hiện", "con"] or found == ["hiện"]
