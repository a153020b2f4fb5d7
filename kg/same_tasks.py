"""Which tasks that sources state are one: an order of the original text, its row in the annex, the press, a report.

What is sure is stated; what is nearly so is left open, with the tasks that it may be. A report of how a task stands is
never more than open where its deadline, its bearer or its mandate is another one: it would close the wrong task.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kg import periods
from kg.likeness import contained, likeness
from kg.names import Option
from kg.products import Product

_ALIKE: Final = 0.75
_SURELY: Final = 0.9  # alike so far that another deadline or agency does not set them apart
_WITHIN: Final = 0.95  # of the shorter in the longer, where the press shortens
_LONG: Final = 7  # words; shorter tasks are not told by what they have in common alone
_LEAST: Final = 5  # words that tell a task from the next in its own text
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
    row: bool = False  # a row of a table
    product: Product | None = None  # the document that it is to bring forth
    status: str | None = None
    report: str | None = None  # of its state

    @property
    def orders(self) -> bool:
        """Whether the text gives the task itself, and does not tell how one stands."""
        return self.text_of is not None and self.status is None


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
        elif len(best) == 1 and _share(task, best[0]) and not _loose(task, best[0]):
            shares.add((task.iri, best[0].iri))
            told.add(task.iri)
        elif best:
            others = sorted(best, key=lambda other: other.iri)
            undecided[task.iri] = tuple(_option(task, other, len(others) > 1) for other in others)
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
    return fits and likeness(clause.words, row.words) >= _ALIKE and not _conflict(clause, row)


def _original(task: Said, texts: Mapping[str, Sequence[Said]], groups: _Groups) -> tuple[list[Said], bool]:
    """The tasks of the texts that its source names which this one may be, and whether it surely is the first of them.

    What a text reports of its own tasks is told of after what other texts order.
    """
    documents = sorted({*task.named, *([task.mandate] if task.mandate else [])} - {task.text_of})
    stated = [other for document in documents for other in texts.get(document, ()) if document]
    ordered = _best(task, [other for other in stated if other.orders])
    best = ordered or ([] if task.orders else _best(task, [other for other in stated if not other.orders]))
    if len({groups.top(other) for other in best}) == 1:
        best = best[:1]
    weighed = task.status is not None or task.orders
    short = task.orders and len(task.words) < _LEAST
    sure = (
        len(best) == 1
        and not short
        and not (weighed and (_conflict(task, best[0], later=task.orders) or _loose(task, best[0])))
    )
    return (best if sure or not task.orders or _handed_on(task, best) else []), sure


def _handed_on(task: Said, best: Sequence[Said]) -> bool:
    """Whether an order repeats that of another text, by the same time, to another bearer: a plan's row may hand it to a
    unit of the body that was ordered.
    """
    if len(best) != 1 or len(task.words) < _LEAST or not (task.deadline and best[0].deadline):
        return False
    return likeness(task.words, best[0].words) >= _SURELY and _conflict(task, best[0]) == "doers"


def _loose(task: Said, other: Said) -> bool:
    """Whether only the shorter wording stands in the longer, and no common time tells that they are one."""
    return likeness(task.words, other.words) < _ALIKE and not (task.deadline and other.deadline)


def _best(task: Said, others: Sequence[Said]) -> list[Said]:
    """The tasks that this one may be: one where it is told from the next by a margin, by who must do it, by when."""
    near = [other for other in others if _near(task.words, other.words)]
    scored = sorted(((_score(task, other), other.iri, other) for other in near), key=lambda s: (-s[0], s[1]))
    close = [other for score, _, other in scored if score and score > scored[0][0] - _MARGIN]
    if len(close) > 1 and task.doers:
        close = [other for other in close if other.doers & task.doers] or close
    if len(close) > 1 and task.deadline:
        close = [other for other in close if other.deadline and _nested(task.deadline, other.deadline)] or close
    return close


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
    if _conflict(one, other) and not _share(one, other):
        return 0.0
    if alike >= _ALIKE:
        return alike
    shorter = min(len(one.words), len(other.words))
    return alike if shorter >= _LONG and contained(one.words, other.words) >= _WITHIN else 0.0


def _conflict(one: Said, other: Said, *, later: bool = False) -> str | None:
    """What sets two tasks of like wording apart: "deadline", "doers" or "mandate"; None where nothing does.

    `later`: one order may renew the other with another time.
    """
    if not later and one.deadline and other.deadline and not _nested(one.deadline, other.deadline):
        return "deadline"
    if (one.doers or one.status == "done") and other.doers and not _bearers(one, other):
        return "doers"
    mandate = one.mandate if one.mandate != one.text_of else None
    given = other.text_of if other.orders else other.mandate
    if one.status and mandate and given and all("/document/" in iri for iri in (mandate, given)) and mandate != given:
        return "mandate"
    return None


def _bearers(one: Said, other: Said) -> bool:
    """Whether who bears the one may bear the other. A phrase for a group may mean anybody; but what is reported of one
    of a group, or of so many of it, is not told of all, and what is done by nobody knows whom is not done by all.
    """
    if one.status == "done" and not one.doers:
        return not any(map(is_group, other.doers))
    if one.status == "done" and not any(is_group(doer) and not _counted(doer) for doer in one.doers):
        return all(any(one_body(a, b) for b in one.doers) for a in other.doers)
    whole = any(is_group(doer) and not _counted(doer) for doer in one.doers)
    if one.status and one.doers and not whole and any(map(is_group, other.doers)):
        return one.doers <= other.doers
    if any(map(is_group, (*one.doers, *other.doers))):
        return True
    return any(one_body(a, b) for a in one.doers for b in other.doers)


def _share(one: Said, other: Said) -> bool:
    """Whether a report is of a part of the group that bears a task: of its share, and of nothing else against it."""
    if not (one.status and one.doers and other.doers) or _conflict(one, other) != "doers":
        return False
    groups = [f"-{doer.rpartition('/')[2]}-" for doer in other.doers if is_group(doer)]
    return bool(groups) and all(any(of_group(doer, group) for group in groups) for doer in one.doers)


def of_group(doer: str, group: str) -> bool:
    """Whether a body is of the kind that a group's words name: bo-y-te of -cac-bo-nganh-dia-phuong-."""
    name = doer.rpartition("/")[2]
    if is_group(doer):
        return any(
            re.search(rf"-(?:{nouns})-", f"-{name}-") and re.search(rf"-(?:{nouns})-", group) for nouns, _ in _KINDS
        )
    return any(re.search(rf"-(?:{nouns})-", group) and re.match(heads, name) for nouns, heads in _KINDS)


_KINDS: Final = (  # nouns of a group, and how the names of its members begin
    ("(?<!can-)bo|nganh|co-quan-ngang-bo", "bo-|thanh-tra-chinh-phu|ngan-hang-nha-nuoc|van-phong-chinh-phu"),
    ("tinh|thanh-pho|dia-phuong", "tinh-|thanh-pho-|uy-ban-nhan-dan-(?:tinh|thanh-pho)"),
    ("so", "so-"),
    ("xa|phuong|dac-khu|dia-phuong", "(?:uy-ban-nhan-dan-)?(?:xa|phuong|dac-khu)-"),
)


def is_group(doer: str) -> bool:
    """Whether a bearer's IRI is that of a phrase for several."""
    return "/group/" in doer


def _counted(doer: str) -> bool:
    """Whether a group is so many of its kind: "07 địa phương", "29/34 tỉnh", "UBND 07 tỉnh"."""
    return any(word.isdecimal() for word in doer.rpartition("/")[2].split("-")[:6])


def one_body(one: str, other: str) -> bool:
    """Whether two bearers are one, or a body and the office of who heads it: bo-tai-chinh, bo-truong-bo-tai-chinh."""
    if one == other:
        return True
    office, body = (one, other) if "/office/" in one else (other, one)
    return "/office/" in office and "/agency/" in body and office.endswith(f"-{body.rpartition('/')[2]}")


def _nested(one: str, other: str) -> bool:
    """Whether one time lies within the other: 2026-12 in 2026-Q4.

    >>> _nested("2026-12", "2026-Q4"), _nested("2026-11-15", "2026-09-30"), _nested("2026-09", "2026-09-30")
    (True, False, True)
    """
    if not (periods.check(one) and periods.check(other)):
        return one == other
    (first, last), (start, end) = ((periods.first_day(p), periods.last_day(p)) for p in (one, other))
    return (first <= start and end <= last) or (start <= first and last <= end)


_WHY: Final = {
    "deadline": ("thời hạn khác nhau", "another deadline"),
    "doers": ("cơ quan thực hiện khác nhau", "another bearer"),
    "mandate": ("văn bản giao nhiệm vụ khác nhau", "another mandate"),
}


def _option(task: Said, other: Said, several: bool) -> Option:
    apart = None if several else _conflict(task, other)
    if apart:
        vi, en = _WHY[apart]
        return Option(other.iri, f"Nội dung gần như nhau, nhưng {vi}.", f"Nearly the same wording, but {en}.")
    return Option(
        other.iri,
        "Nội dung gần như nhau; chưa đủ căn cứ để biết là nhiệm vụ nào.",
        "Nearly the same wording; not enough to tell which task it is.",
    )
