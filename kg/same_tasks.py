"""Which tasks that sources state are one: an order of the original text, its row in the annex, the press, a report.

What is sure is stated; what is nearly so is left open, with the tasks that it may be. A report of how a task stands is
never more than open where its deadline, its bearer or its mandate is another one: it would close the wrong task.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kg.conflicts import conflict, nested, option, renewal, renews, share
from kg.likeness import contained, likeness
from kg.names import Option
from kg.said import Said

_ALIKE: Final = 0.75
_SURELY: Final = 0.9  # alike so far that another deadline or agency does not set them apart
_WITHIN: Final = 0.95  # of the shorter in the longer, where the press shortens
_MOSTLY: Final = 0.8  # of the shorter in the longer, where mandate and day are the same
_LONG: Final = 7  # words; shorter tasks are not told by what they have in common alone
_LEAST: Final = 5  # words that tell a task from the next in its own text
_MARGIN: Final = 0.1  # by which the best must be better than the next


@dataclass(frozen=True, slots=True)
class Same:
    """Tasks found to be one, as pairs, each of them with the one that stands for all; the tasks that carry out an
    order of another text; and for a task that may be one of several those others, with the reason.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    undecided: tuple[tuple[str, tuple[Option, ...]], ...] = ()
    principal: tuple[tuple[str, str], ...] = ()
    carried: tuple[tuple[str, str], ...] = ()
    reports: tuple[tuple[str, str], ...] = ()  # a task with the reports of its state that others gave
    shares: tuple[tuple[str, str], ...] = ()  # what a part of a group did, with the task of the group


def find(tasks: Iterable[Said]) -> Same:
    """The tasks that are one. A task of the press, or one whose state a text reports, is compared with those of the
    texts that its source names; those of the press with each other under the same document; a clause with the rows of
    its own text. The order of the tasks does not matter.
    """
    tasks = sorted(set(tasks), key=lambda task: task.iri)
    groups = _Groups(tasks)
    _told_twice(tasks, groups)
    texts = _by(tasks, lambda task: task.text_of)
    undecided: dict[str, tuple[Option, ...]] = {}
    carried: set[tuple[str, str]] = set()
    shares: set[tuple[str, str]] = set()
    told: set[str] = set()
    for task in tasks:
        best, sure = _original(task, texts, groups)
        if task.orders and sure:
            carried.add((task.iri, best[0].iri))
        elif sure:
            groups.join(task, best[0])
            told.add(task.iri)
        elif len(best) == 1 and share(task, best[0]) and (_shortened(task, best[0]) or not _loose(task, best[0])):
            shares.add((task.iri, best[0].iri))
            told.add(task.iri)
        elif best:
            others = sorted(best, key=lambda other: other.iri)
            undecided[task.iri] = tuple(option(task, other, len(others) > 1) for other in others)
    undecided |= _renewed([task for task in tasks if task.iri not in undecided.keys() | dict(carried)], texts, groups)
    press = [task for task in tasks if not task.text_of and task.iri not in told]
    for rest in _by(press, lambda task: task.mandate if "/undated/" not in (task.mandate or "") else None).values():
        for i, task in enumerate(rest):
            for other in rest[i + 1 :]:
                if other.source != task.source and _near(task.words, other.words) and _score(task, other):
                    groups.join(task, other)
    found = groups.found()
    tops = {task.iri: groups.top(task) for task in tasks}
    principal = {task.iri: group[0].iri for group in found for task in group[1:]}
    left = {task: options for task, options in undecided.items() if {tops[o.iri] for o in options} != {tops[task]}}
    return Same(
        tuple(sorted(pair for group in found for pair in _pairs(group))),
        tuple(sorted(left.items())),
        tuple(sorted(principal.items())),
        tuple(sorted(carried)),
        tuple(sorted((task.iri, report) for group in found for task in group for report in _reports(group, task))),
        tuple(sorted((share, principal.get(order, order)) for share, order in shares)),
    )


def _by(tasks: Iterable[Said], name: Callable[[Said], str | None]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for task in tasks:
        named = name(task)
        if named:
            found[named].append(task)
    return dict(sorted(found.items()))


class _Groups:
    """Tasks that are one, as they are found."""

    def __init__(self, tasks: Iterable[Said]) -> None:
        self._tasks = {task.iri: task for task in tasks}
        self._above: dict[str, str] = {}

    def top(self, task: Said) -> str:
        """What all tasks of a group have in common."""
        iri = task.iri
        while iri in self._above:
            iri = self._above[iri]
        return iri

    def join(self, one: Said, other: Said) -> None:
        """Says that two tasks are one."""
        first, second = sorted((self.top(one), self.top(other)))
        if first != second:
            self._above[second] = first

    def found(self) -> list[list[Said]]:
        """The groups of several, in each first the one that stands for all: what its own text orders, the row before
        the clause, else what names its mandate.
        """
        members: dict[str, list[Said]] = defaultdict(list)
        for task in self._tasks.values():
            members[self.top(task)].append(task)
        several = [sorted(group, key=_rank) for group in members.values() if len(group) > 1]
        return sorted(several, key=lambda group: group[0].iri)


def _rank(task: Said) -> tuple[bool, bool, bool, bool, bool, str]:
    return (
        not task.orders,
        task.status is not None,
        task.text_of is None,
        not task.row,
        task.mandate is None,
        task.iri,
    )


def _pairs(group: Sequence[Said]) -> Iterator[tuple[str, str]]:
    for i, task in enumerate(group):
        for other in group[i + 1 :]:
            yield min(task.iri, other.iri), max(task.iri, other.iri)


def _reports(group: Sequence[Said], task: Said) -> Iterator[str]:
    return (other.report for other in group if other.report and other.iri != task.iri)


def _told_twice(tasks: Sequence[Said], groups: _Groups) -> None:
    """Joins the clauses of a text with the rows of its tables that tell the same: each is the other's best."""
    for said in _by(tasks, lambda task: task.source).values():
        rows = [task for task in said if task.row and len(task.words) >= _LEAST]
        clauses = [task for task in said if not task.row and len(task.words) >= _LEAST]
        for row in rows:
            best = _best(row, [clause for clause in clauses if _twice(clause, row)])
            if len(best) == 1 and _best(best[0], [other for other in rows if _twice(best[0], other)]) == [row]:
                groups.join(best[0], row)


def _twice(clause: Said, row: Said) -> bool:
    fits = clause.status == row.status and _near(clause.words, row.words)
    return fits and likeness(clause.words, row.words) >= _ALIKE and not conflict(clause, row)


def _original(task: Said, texts: Mapping[str, Sequence[Said]], groups: _Groups) -> tuple[list[Said], bool]:
    """The tasks of the texts that its source names which this one may be, and whether it surely is the first of them.

    What a text reports of its own tasks is told of after what other texts order.
    """
    told = texts.keys() & task.named | texts.keys() & {task.mandate}
    stated = [other for document in sorted(filter(None, told - {task.text_of})) for other in texts[document]]
    ordered = _best(task, [other for other in stated if other.orders])
    best = ordered or ([] if task.orders else _best(task, [other for other in stated if not other.orders]))
    if len({groups.top(other) for other in best}) == 1:
        best = best[:1]
    weighed = task.status is not None or task.orders
    short = task.orders and len(task.words) < _LEAST
    sure = (
        len(best) == 1
        and not short
        and not (weighed and (conflict(task, best[0], later=task.orders) or _loose(task, best[0])))
    )
    return (best if sure or not task.orders or _handed_on(task, best) else []), sure


def _renewed(
    tasks: Iterable[Said], texts: Mapping[str, Sequence[Said]], groups: _Groups
) -> dict[str, tuple[Option, ...]]:
    """The orders of texts that look back on another one which may set a later time for a task of that one."""
    found = {}
    for task in tasks if texts else ():
        given = (other for document in sorted(task.looks_back) if task.orders for other in texts.get(document, ()))
        near = {groups.top(other): other for other in given if other.orders and renews(task, other)}
        if len(near) == 1:
            found[task.iri] = tuple(renewal(other) for other in near.values())
    return found


def _handed_on(task: Said, best: Sequence[Said]) -> bool:
    """Whether an order repeats that of another text, by the same time, to another bearer: a plan's row may hand it to a
    unit of the body that was ordered.
    """
    if len(best) != 1 or len(task.words) < _LEAST or not (task.deadline and best[0].deadline):
        return False
    return likeness(task.words, best[0].words) >= _SURELY and conflict(task, best[0]) == "doers"


def _loose(task: Said, other: Said) -> bool:
    """Whether only the shorter wording stands in the longer, and no common time tells that they are one."""
    fits = likeness(task.words, other.words) >= _ALIKE or _issued(task, other)
    return not fits and not (task.deadline and other.deadline)


def _shortened(report: Said, order: Said) -> bool:
    """Whether what is reported under an order's document stands in the order word for word. Enough for the share of a
    part, which changes nothing of the whole.
    """
    within = f" {' '.join(report.words)} " in f" {' '.join(order.words)} "
    return within and len(report.words) >= _LONG and report.mandate == order.text_of


def _best(task: Said, others: Sequence[Said]) -> list[Said]:
    """The tasks that this one may be: one where it is told from the next by a margin, by who must do it, by when."""
    near = [other for other in others if _near(task.words, other.words)]
    scored = sorted(((_score(task, other), other.iri, other) for other in near), key=lambda s: (-s[0], s[1]))
    close = [other for score, _, other in scored if score and score > scored[0][0] - _MARGIN]
    if len(close) > 1 and task.doers:
        close = [other for other in close if other.doers & task.doers] or close
    if len(close) > 1 and task.deadline:
        close = [other for other in close if other.deadline and nested(task.deadline, other.deadline)] or close
    return close


def _issued(report: Said, order: Said) -> bool:
    """Whether a report tells as done the very document that an order is to bring forth, in however many words."""
    done, wanted = report.product, order.product
    if report.status != "done" or done is None or wanted is None or done.kind != wanted.kind or wanted.carries_out:
        return False
    pairs = ((a, b) for a in done.subjects for b in wanted.subjects if min(len(a), len(b)) >= _LEAST)
    return any(likeness(a, b) >= _SURELY for a, b in pairs)


def _same_day(one: Said, other: Said) -> bool:
    """Whether another source tells of an order in fewer words, under its document and with the very day of its end."""
    if not other.orders or one.source == other.source or one.mandate != other.text_of or one.deadline != other.deadline:
        return False
    whole_day = len(one.deadline or "") == len("2026-08-15")
    told = min(len(one.words), len(other.words)) >= _LONG and one.words[:2] == other.words[:2]
    return whole_day and told and contained(one.words, other.words) >= _MOSTLY


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two wordings share enough words to be compared: many are not, and this is quickly told."""
    words, others = _set(one), _set(other)
    return 2 * len(words & others) >= min(len(words), len(others))


@lru_cache(maxsize=1 << 18)
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _score(one: Said, other: Said) -> float:
    """How alike two tasks are; 0 where they are not the same."""
    alike = likeness(one.words, other.words)
    if alike >= _SURELY:
        return alike
    if one.orders and other.orders and one.source != other.source:
        other = replace(other, deadline=None)  # an order that is renewed has another time
    if conflict(one, other) not in (None, "step", "product") and not share(one, other):
        return 0.0
    if alike >= _ALIKE:
        return alike
    if _issued(one, other) or _same_day(one, other):
        return _ALIKE
    shorter = min(len(one.words), len(other.words))
    return alike if shorter >= _LONG and contained(one.words, other.words) >= _WITHIN else 0.0
