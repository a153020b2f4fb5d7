"""Which tasks that two sources state are one: a task of the original text as the press tells it, or of two articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.likeness import contained, likeness
from kg.names import Option

_ALIKE: Final = 0.75
_SURELY: Final = 0.9  # alike so far that another deadline or agency does not set them apart
_WITHIN: Final = 0.95  # of the shorter in the longer, where the press shortens
_LONG: Final = 7  # words; shorter tasks are not told by what they have in common alone
_MARGIN: Final = 0.1  # by which the best must be better than the next


@dataclass(frozen=True, slots=True)
class Said:
    """A task as one source states it, its references resolved."""

    iri: str
    source: str
    words: tuple[str, ...]
    mandate: str | None
    doers: frozenset[str]
    deadline: str | None
    text_of: str | None  # the document whose own text the source is
    named: frozenset[str]  # the documents that the source names


@dataclass(frozen=True, slots=True)
class Same:
    """Tasks found to be one, as pairs; and for a task that may be one of several those others, with the reason."""

    pairs: tuple[tuple[str, str], ...]
    undecided: tuple[tuple[str, tuple[Option, ...]], ...]


def find(tasks: Iterable[Said]) -> Same:
    """The tasks that are one. A task of the press is compared with those of the texts that its source names, and with
    those of other sources under the same document; the order of the tasks does not matter.
    """
    tasks = sorted(set(tasks), key=lambda task: task.iri)
    of_text: dict[str, list[Said]] = defaultdict(list)
    of_mandate: dict[str, list[Said]] = defaultdict(list)
    for task in tasks:
        if task.text_of:
            of_text[task.text_of].append(task)
        elif task.mandate and "/undated/" not in task.mandate:
            of_mandate[task.mandate].append(task)
    pairs: set[tuple[str, str]] = set()
    undecided: dict[str, tuple[Option, ...]] = {}
    told = set()
    for task in tasks:
        if task.text_of:
            continue
        documents = sorted({*task.named, *([task.mandate] if task.mandate else [])})
        originals = [other for document in documents for other in of_text.get(document, ())]
        best = _best(task, originals)
        if len(best) == 1:
            pairs.add((task.iri, best[0].iri))
            told.add(task.iri)
        elif best:
            undecided[task.iri] = tuple(_option(other) for other in sorted(best, key=lambda other: other.iri))
    for mandate in sorted(of_mandate):
        rest = [task for task in of_mandate[mandate] if task.iri not in told]
        for i, task in enumerate(rest):
            pairs |= {
                (task.iri, other.iri) for other in rest[i + 1 :] if other.source != task.source and _score(task, other)
            }
    return Same(tuple(sorted(pairs)), tuple(sorted(undecided.items())))


def _best(task: Said, others: Sequence[Said]) -> list[Said]:
    """The tasks that this one may be: one where it is told from the next by a margin, or by who must do it."""
    scored = sorted(((_score(task, other), other.iri, other) for other in others), key=lambda s: (-s[0], s[1]))
    close = [other for score, _, other in scored if score and score > scored[0][0] - _MARGIN]
    if len(close) > 1 and task.doers:
        shared = [other for other in close if other.doers & task.doers]
        close = shared or close
    return close


def _score(one: Said, other: Said) -> float:
    """How alike two tasks are; 0 where they are not the same."""
    alike = likeness(one.words, other.words)
    if alike >= _SURELY:
        return alike
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return 0.0
    if one.doers and other.doers and not one.doers & other.doers:
        return 0.0
    if alike >= _ALIKE:
        return alike
    shorter = min(len(one.words), len(other.words))
    return alike if shorter >= _LONG and contained(one.words, other.words) >= _WITHIN else 0.0


def _option(task: Said) -> Option:
    return Option(
        task.iri,
        "Nội dung gần như nhau; chưa đủ căn cứ để biết là nhiệm vụ nào.",
        "Nearly the same wording; not enough to tell which task it is.",
    )
