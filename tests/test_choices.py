"""A choice of phrases matches what the phrases one by one match, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.words.choices import choice

phrases = st.lists(st.sampled_from(["giao", "giao cho", "giao cho so", "giao cả", "cho", "c.ho", "bo"]), min_size=1)
texts = st.lists(st.sampled_from(["giao", "cho", "so", "cả", "bo", "c.ho", "xcho", " ", "\n", "  "])).map("".join)


@given(phrases, texts)
def test_a_choice_finds_what_its_phrases_find(said: list[str], text: str) -> None:
    longest_first = sorted(said, key=len, reverse=True)
    plain = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    for ending in ("", r"(?!\w)", r"\s+cho\b"):
        found = [match.span() for match in re.finditer(f"(?:{choice(said)}){ending}", text)]
        assert found == [match.span() for match in re.finditer(f"(?:{plain}){ending}", text)]


def test_what_has_to_follow_a_phrase() -> None:
    pattern = re.compile(rf"(?:{choice(['bộ', 'bộ đội', 'sở'], ' ', {'bộ': '(?! máy)', 'bộ đội': '(?= biên)'})})\b")
    assert [match[0] for match in pattern.finditer("bộ máy, bộ đội, bộ đội biên phòng, sở")] == [
        "bộ",
        "bộ đội",
        "sở",
    ]
