"""A cheap search before a dear one finds what the dear one alone finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.words.triggers import Trigger, Triggers

WORDS = ("can", "can phai", "phai", "giao", "giao cho")
PATTERN = r"(?:can phai|can|phai|giao cho|giao)(?:\s+\w+)?(?!\w)"
TRIGGER = Trigger(re.compile(PATTERN), WORDS)
TOGETHER = Triggers(Trigger("giao bo", ["giao bo"]), TRIGGER)
ALONE = re.compile(rf"(?<!\w){PATTERN}")

texts = st.lists(st.sampled_from([*WORDS, "bo", "scan", "canh", ",", "\n", "  ", "\x01\x01"])).map(" ".join)


@given(texts, st.integers(0, 40), st.integers(0, 80))
def test_the_matches_are_those_of_the_pattern_alone(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1  # a stretch does not end within a word
    found = [match.span() for match in TOGETHER.over(text)[TRIGGER].within(start, end)]
    assert found == [match.span() for match in ALONE.finditer(text, start, end)]


def test_the_first_match_of_a_stretch() -> None:
    found = TOGETHER.over("bo canh bo phai lam")[TRIGGER]
    first = found.first(0, 19)
    assert first
    assert first.span() == (11, 19)
    assert found.first(12, 19) is None
