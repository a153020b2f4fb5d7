"""Tasks that a text says twice are told once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Evidence, Task
from loaders.tasks.repeated import once


def told(*texts: str) -> list[str]:
    whole = " | ".join(texts)
    tasks, at = [], 0
    for text in texts:
        tasks.append(Task(text=text, evidence=(Evidence(at, at + len(text), text),)))
        at += len(text) + 3
    return [task.text for task in once(tasks, whole)]


def test_the_fuller_text_stays() -> None:
    short, full = "mo kho du lieu dat dai cho nguoi dan", "som mo kho du lieu dat dai cho nguoi dan tra cuu"
    assert told(short, "noi mang cac tram y te", full) == ["noi mang cac tram y te", full]


def test_of_two_alike_one_stays() -> None:
    assert told("mo kho du lieu", "mo kho du lieu") == ["mo kho du lieu"]


words = st.lists(
    st.sampled_from(["mo", "kho", "du", "lieu", "noi", "mang", "tram", "y", "te"]), min_size=3, max_size=6
).map(" ".join)


@given(st.lists(words, max_size=8))
def test_who_is_left_out_is_said_by_one_that_stays(texts: list[str]) -> None:
    """The comparison of all with all, which the rarest pairs spare."""

    def pairs(text: str) -> set[tuple[str, ...]]:
        parts = text.split()
        return {tuple(parts[i : i + 2]) for i in range(len(parts) - 1)}

    def less(i: int, j: int) -> bool:
        return (len(texts[i]), i <= j) < (len(texts[j]), i > j)

    wanted = [
        text
        for i, text in enumerate(texts)
        if not any(
            i != j and len(pairs(text) & pairs(other)) >= 0.85 * len(pairs(text)) and less(i, j)
            for j, other in enumerate(texts)
        )
    ]
    assert told(*texts) == wanted
