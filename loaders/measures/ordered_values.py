"""Figures in the words of an order: what is yet to be done was not measured.

"giao Sở X bố trí 36,5 tỷ đồng" tells no sum that was spent; a share is wanted ("cấp thẻ cho 100% học sinh").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.folding import fold
from kg.model import Observation, Target, Task
from loaders.words.flat import Pattern

_IS_SO = Pattern(  # the words before a figure that tell how things are: "triển khai dự án với 3.000 tỷ đồng"
    r"\b(?:với|chiếm|đã|đang|hiện|mới|còn|đạt|từng|đến nay|tới nay|có|trị giá|tổng|là|của|gồm|trong số)\b"
)


def told_apart(
    observations: Sequence[Observation], tasks: Sequence[Task]
) -> tuple[tuple[Observation, ...], tuple[Target, ...]]:
    """The observations that are none of an order's words, and the targets that shares in those words are."""
    orders = sorted(_orders(tasks), key=lambda order: order[0])
    starts = [start for start, _, _ in orders]
    measured: list[Observation] = []
    wanted: list[Target] = []
    for one in observations:
        at = one.evidence[0].start + one.evidence[0].quote.find(one.value_text or "")
        index = bisect_right(starts, at) - 1
        start, end, task = orders[index] if index >= 0 else (0, 0, None)
        if task is None or at >= end or one.total is not None or _says_how_it_is(task.text[: at - start]):
            measured.append(one)
        elif one.unit == "%":
            wanted.append(_target(one, task))
    return tuple(measured), tuple(wanted)


def _orders(tasks: Sequence[Task]) -> Iterator[tuple[int, int, Task]]:
    """Where the words of each task begin and end that somebody is told to do, or says that he will."""
    for task in tasks:
        place = task.evidence[0]
        given = task.status is None and (task.directed_by or task.mandate or task.deadline)
        if task.assignees and (given or task.status == "planned"):
            yield place.start, place.start + len(task.text), task


def _says_how_it_is(words: str) -> bool:
    pattern, said = (_IS_SO.plain, fold(words)) if words.isascii() else (_IS_SO.accented, words.lower())
    return pattern.search(said) is not None


def _target(one: Observation, task: Task) -> Target:
    """The share that an order wants, set by what gives it, for those whom it tells."""
    return Target(
        indicator=one.indicator,
        value=one.value,
        value_text=one.value_text,
        unit=one.unit,
        period=task.deadline,
        comparator=one.comparator,
        upper=one.upper,
        scope=one.scope,
        responsible=task.assignees,
        set_by=task.mandate,
        evidence=one.evidence,
        confidence=one.confidence,
    )
