"""Tasks that a text says twice: once in its summary, once in full."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.folding import fold
from kg.model import Task
from kg.periods import first_day, last_day

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d[\d.,]*")
_SHARED = 0.85  # of the pairs of neighbouring words of the shorter text
_SUMMED_UP = 0.5  # likewise, of a summary's text
_COMPARED = 50  # tasks on either side that share a pair of words
_SAME_HEAD = 3  # words with which both begin
_Pair = tuple[str, str]


def once(tasks: Sequence[Task], folded: str, opening: int = 0) -> Iterator[Task]:
    """The tasks, in their order, without those that another says with more. `folded` is the source's folded text.

    Up to `opening` the source sums up what it tells below: fewer words in common make one of two tasks there.
    """
    pairs = [_pairs(folded[task.evidence[0].start : task.evidence[0].end]) for task in tasks]
    told: set[_Pair] = set()
    shared: set[_Pair] = set()
    for own in pairs:
        shared |= own & told
        told |= own
    having: defaultdict[_Pair, list[int]] = defaultdict(list)
    for index, own in enumerate(pairs):
        for pair in own & shared:
            having[pair].append(index)
    for index, task in enumerate(tasks):
        own = pairs[index]
        if task.evidence[0].end <= opening and _told_below(index, pairs, tasks):
            continue
        if own and len(own & shared) < _SHARED * len(own):
            yield task  # nobody shares so many
            continue
        # whoever shares most pairs has one of the few rarest: only those are compared
        rarest = sorted(own, key=lambda pair: len(having[pair]))[: len(own) - int(_SHARED * len(own)) + 1]
        others = {other for pair in rarest for other in _nearest(having[pair], index)} - {index}
        if not any(
            _says_less(task, tasks[other], index > other) and len(own & pairs[other]) >= _SHARED * len(own)
            for other in others
        ):
            yield task


def _nearest(having: Sequence[int], index: int) -> Sequence[int]:
    """Of the tasks that have a pair, those before and after `index` that are compared with it: a form that a text fills
    in thousands of times makes each like each."""
    at = bisect_left(having, index)
    return having[max(0, at - _COMPARED) : at + _COMPARED + 1]


def _told_below(index: int, pairs: Sequence[frozenset[_Pair]], tasks: Sequence[Task]) -> bool:
    """Whether a later task tells what this one of the opening sums up: it begins alike, and shares half its words."""
    own, status = pairs[index], tasks[index].status
    head = _beginning(tasks[index], _SAME_HEAD)
    return any(
        f" {head} "
        in f" {_beginning(tasks[other], 2 * _SAME_HEAD)} "  # "xây dựng cổng …" in "tập trung xây dựng cổng …"
        and len(own & pairs[other]) >= _SUMMED_UP * len(own)
        and (tasks[other].status == status or None in (tasks[other].status, status))
        for other in range(index + 1, len(tasks))
    )


def _beginning(task: Task, words: int) -> str:
    return " ".join(_WORD.findall(fold(task.text))[:words])


def _pairs(text: str) -> frozenset[_Pair]:
    return frozenset(itertools.pairwise(_WORD.findall(text)))


def _says_less(task: Task, other: Task, later: bool) -> bool:
    """Whether a task that shares its words with another is the summary, or the repetition, of it."""
    if task.assignees and task.assignees != other.assignees:
        return False
    less = (len(task.assignees), len(task.text), not later) < (len(other.assignees), len(other.text), later)
    return less and not _apart(task, other)


def _apart(task: Task, other: Task) -> bool:
    """Whether two tasks of like words are two all the same: by other documents, by other days, or with other figures.

    What stands word for word again is one, whatever document stands nearest.
    """
    if task.mandate and other.mandate and task.mandate != other.mandate and fold(task.text) != fold(other.text):
        return True
    if task.deadline and other.deadline and not _meet(task.deadline, other.deadline):
        return True
    figures, others = (set(_FIGURE.findall(one.text)) for one in (task, other))
    return bool(figures - others) and bool(others - figures)


def _meet(one: str, other: str) -> bool:
    """Whether a time lies in another: "trong năm 2026" sums up "trước ngày 30/6/2026"."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
