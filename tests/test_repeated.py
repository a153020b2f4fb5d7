"""What a text says twice is told once: tasks, and figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import fold
from kg.model import Evidence, Task
from loaders.extract import extract
from loaders.read import read_bytes
from loaders.tasks.repeated import once
from tests.effort import growth


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


def _task(text: str, **fields: str) -> Task:
    return Task(text=text, evidence=(Evidence(0, len(text), text),), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (_task("rà soát 15 hồ sơ của xã"), _task("rà soát 16 hồ sơ của xã"), 2),
        (_task("rà soát và đóng dấu hồ sơ đất của xã"), _task("rà soát và đóng dấu hồ sơ đất của xã trong 16 tuần"), 1),
        (_task("nối mạng trạm y tế", deadline="2026-06"), _task("nối mạng trạm y tế", deadline="2026-12"), 2),
        (_task("nối mạng trạm y tế"), _task("nối mạng trạm y tế", deadline="2026-12"), 1),
        (_task("nối mạng trạm y tế", deadline="2026"), _task("nối mạng trạm y tế", deadline="2026-06-30"), 1),
        (_task("nối mạng trạm y tế", deadline="2026-Q3"), _task("nối mạng trạm y tế", deadline="2026-06-30"), 2),
        (_task("rà soát sổ của xã", mandate="7/QĐ-UBND"), _task("rà soát sổ của xã Vân Hồ", mandate="8/QĐ-UBND"), 2),
        (_task("rà soát sổ của xã", mandate="7/QĐ-UBND"), _task("rà soát sổ của xã", mandate="8/QĐ-UBND"), 1),
    ],
)
def test_like_words_of_other_documents_days_and_figures_are_other_tasks(one: Task, other: Task, kept: int) -> None:
    texts = one.text, other.text
    at = len(one.text) + 1
    second = replace(other, evidence=(Evidence(at, at + len(other.text), other.text),))
    assert len(list(once([one, second], fold(" ".join(texts))))) == kept


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tỷ lệ hồ sơ trực tuyến của xã Mường Hum đạt 95,2%. Tỷ lệ hồ sơ trực tuyến của xã Y Tý đạt 95,2%.", 2),
        ("Phường Hoa Lư có 1.250 hồ sơ quá hạn. Phường Tam Chúc có 1.250 hồ sơ quá hạn.", 2),
        ("Tỷ lệ hồ sơ trực tuyến của Sở Nội vụ đạt 95,2%, của Sở Y tế đạt 95,2%.", 2),
        ("Tỷ lệ hồ sơ trực tuyến của xã Mường Hum đạt 95,2%. Như vậy, tỷ lệ hồ sơ trực tuyến đạt 95,2%.", 1),
        ("Sở Y tế có 1.250 hồ sơ quá hạn. Như vậy, Sở Y tế tỉnh Sơn La có 1.250 hồ sơ quá hạn.", 1),
        ("Tỷ lệ hồ sơ trực tuyến của UBND TP đạt 95,2%. Tỷ lệ hồ sơ trực tuyến của UBND Thành phố đạt 95,2%.", 1),
    ],
)
def test_one_figure_of_two_bodies_is_two(text: str, named: int) -> None:
    source = read_bytes(f"Tin trong tỉnh\n28/11/2025\n{text}\n".encode(), "tin.txt")
    assert len(extract(source).observations) == named


def test_a_form_filled_in_again_and_again_is_compared_with_those_near_it() -> None:
    """A list of decisions that give each their office the same work: nine words of ten are shared by all."""
    work = "ra soat ho so dat dai va cap nhat vao kho du lieu chung cua tinh truoc ky hop gan nhat"

    def work_of(count: int) -> Callable[[], object]:
        tasks, at = [], 0
        for number in range(count):
            text = f"{work} theo muc {number}"
            evidence = (Evidence(at, at + len(text), text),)
            tasks.append(Task(text=text, mandate=f"{number}/QĐ-UBND", evidence=evidence))
            at += len(text) + 1
        whole = "|".join(task.text for task in tasks)
        assert len(list(once(tasks, whole))) == count
        return lambda: list(once(tasks, whole))

    assert growth(work_of, 200, 1600, below=16) < 16, "eight times the tasks; in proportion to their square 64"


def test_what_is_said_word_for_word_again_is_one_however_often() -> None:
    assert told(*["mo kho du lieu dat dai cho nguoi dan"] * 200) == ["mo kho du lieu dat dai cho nguoi dan"]
