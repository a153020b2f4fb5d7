"""Which documents came of which tasks: what sources say was issued to carry out a document, and what that one orders.

It is sure only where a source says that the one document carries out the other, or that the task is done by it, and
kind, subject and issuer are those that the order wants. What is nearly so is left open, with what is missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.bearers import is_group, of_group, one_body
from kg.likeness import likeness
from kg.products import Product, carries_out_this
from kg.said import Said

_ALIKE: Final = 0.75
_LIKELY: Final = 0.5  # alike enough to be asked about
_LONG: Final = 4  # words of a subject that is told by standing in another
_AKIN: Final = 0.3  # of a title to the subject that its sentence names
_MARGIN: Final = 0.1  # by which the best must be better than the next


@dataclass(frozen=True, slots=True)
class Issued:
    """What a source says of a document: that it carries out, or rests on, another one, or is what a task was done by.

    Documents and instruments are IRIs, their own ones before linking.
    """

    document: str
    ordered_by: str | None = None  # what it carries out
    task: str | None = None  # the report of a task as done that names it
    evidence: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # of the sentence
    carries_out: bool = True  # and does not only rest on it


@dataclass(frozen=True, slots=True)
class Described:
    """What a source tells of a document."""

    document: str
    kinds: frozenset[str] = frozenset()
    subject: tuple[str, ...] = ()
    issuer: str | None = None
    issuer_name: str = ""  # spelled out, without diacritics
    date: str | None = None
    issued: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """A document that came of a task, or may have: with the stretches that say so, and why it is, or is not, sure."""

    task: str
    document: str
    sure: bool
    evidence: tuple[str, ...]
    reason: str
    reason_en: str


@dataclass(slots=True)
class _Document:
    """What all sources tell of a document."""

    kinds: set[str] = field(default_factory=set)
    subjects: set[tuple[str, ...]] = field(default_factory=set)
    issuers: dict[str, str] = field(default_factory=dict)  # with their names
    days: set[str] = field(default_factory=set)
    issued: bool = False

    def learn(self, told: Described) -> None:
        """Adds what one source tells."""
        self.kinds |= told.kinds
        self.subjects |= {told.subject} if told.subject else set()
        if told.issuer:
            self.issuers[told.issuer] = told.issuer_name
        self.days |= {told.date} if told.date else set()
        self.issued |= told.issued


def find(
    tasks: Iterable[Said],
    principal: Mapping[str, str],
    issued: Iterable[Issued],
    described: Iterable[Described],
    approved: Iterable[tuple[str, str]],
) -> tuple[Result, ...]:
    """The documents that came of tasks, or may have. The order of what is given does not matter.

    `principal` names the task that stands for each of several that are one; `approved` are documents with the
    programmes that they put into force.
    """
    documents: dict[str, _Document] = defaultdict(_Document)
    for told in described:
        documents[told.document].learn(told)
    approves, approved_by = defaultdict(set), defaultdict(set)
    for document, programme in approved:
        approves[document].add(programme)
        approved_by[programme].add(document)
    wanted: dict[str, list[Said]] = defaultdict(list)
    by_iri: dict[str, Said] = {}
    for task in sorted(set(tasks), key=lambda task: task.iri):
        by_iri[task.iri] = task
        if task.product and task.mandate and task.status != "done" and task.iri not in principal:
            for mandate in {task.mandate} | approves[task.mandate] | approved_by[task.mandate]:
                wanted[mandate].append(task)
    found: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for said in sorted(set(issued), key=lambda one: (one.document, one.ordered_by or "", one.task or "", one.evidence)):
        for own in sorted(approved_by[said.document]) or [said.document]:
            if said.task:
                order = by_iri.get(principal.get(said.task, ""))
                orders = [order] if order and order.product else []
            else:
                orders = [task for task in wanted[said.ordered_by or ""] if own not in (task.mandate, task.text_of)]
            for result in _weigh(own, said, orders, documents):
                found[result.task, result.document].append(result)
    return tuple(_merged(found[pair]) for pair in sorted(found))


def _merged(found: Sequence[Result]) -> Result:
    """What several sources say of one task and document: what is sure goes before what is open."""
    best = [one for one in found if one.sure] or list(found)
    evidence = tuple(sorted({iri for one in best for iri in one.evidence}))
    return Result(best[0].task, best[0].document, best[0].sure, evidence, best[0].reason, best[0].reason_en)


def _weigh(document: str, said: Issued, orders: Sequence[Said], documents: Mapping[str, _Document]) -> Iterable[Result]:
    """The tasks that a document came of: one where it is told from the next, else all that it may have come of."""
    known = documents.get(document)
    if known is None or not known.issued:
        return
    scored = []
    for task in orders:
        assert task.product is not None
        before = documents.get(task.mandate or "")
        if before and before.days and known.days and _older(max(known.days), min(before.days)):
            continue
        if task.product.kind not in known.kinds and not _may_put_in_force(known, task.product, said):
            continue
        alike = _alike(task.product, known, said)
        if task.product.carries_out and _bearer(task, known) == "issuer":
            alike = 0.0
        scored.append((alike, task.iri, task))
    scored.sort(key=lambda one: (-one[0], one[1]))
    close = [one for one in scored if one[0] >= _LIKELY and one[0] > scored[0][0] - _MARGIN]
    if len(close) > 1:
        close = [one for one in close if not _bearer(one[2], known)] or close
    if not close:
        close = [one for one in scored if said.carries_out and known.issuers.keys() & one[2].doers]
        close = close if len(close) == 1 and not known.subjects else []
    for alike, _, task in close:
        sure, why = _judged(task, known, said, alike, len(close))
        yield Result(task.iri, document, sure, said.evidence, *_WHY[why])


def _older(one: str, other: str) -> bool:
    """Whether a day lies before another, of which one may be known by its year or month only.

    >>> _older("2024", "2024-03-12"), _older("2023-12", "2024"), _older("2024-03-11", "2024-03-12")
    (False, True, True)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def _may_put_in_force(known: _Document, product: Product, said: Issued) -> bool:
    """Whether a decision of which no title is known puts into force what its sentence names."""
    by_decision = not known.kinds or bool(known.kinds & {"quyet dinh", "nghi quyet"})
    return by_decision and not product.numbered and _named(product, said.words)


def _judged(task: Said, known: _Document, said: Issued, alike: float, several: int) -> tuple[bool, str]:
    """Whether a document surely came of a task, and the name of the reason."""
    if several > 1:
        return False, "several"
    if alike < _ALIKE:
        return False, "content" if alike >= _LIKELY else "silent"
    if (bearer := _bearer(task, known)) and not (said.task and bearer == "unknown"):
        return False, bearer
    if not said.carries_out:
        return False, "basis"
    return True, "report" if said.task else "carries-out"


def _alike(product: Product, known: _Document, said: Issued) -> float:
    """How surely the document is about what the task wants: 1 where the sentence names the task's own subject, and no
    title is quite another.
    """
    if said.carries_out and carries_out_this(product) and _of_this(known):
        return 1.0
    pairs = [(one, other) for one in product.subjects for other in known.subjects]
    alike = max((1.0 if _holds(*pair) else _in_order(*pair) for pair in pairs), default=None)
    if _named(product, said.words) and (alike is None or alike >= _AKIN):
        return 1.0
    return alike or 0.0


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two subjects are; no more than likely where less than half stands in one run."""
    shorter, longer = sorted((one, other), key=len)
    half, said = (len(shorter) + 1) // 2, f" {' '.join(longer)} "
    runs = (f" {' '.join(shorter[at : at + half])} " for at in range(len(shorter) - half + 1))
    return likeness(one, other) if any(run in said for run in runs) else min(likeness(one, other), _LIKELY)


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two subjects, of some words at least, stands in the longer, in its order."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LONG and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _named(product: Product, words: Sequence[str]) -> bool:
    """Whether a sentence has what the task is to bring forth, in its words and their order."""
    return any(len(one) <= len(words) and _holds(one, words) for one in product.subjects)


def _of_this(known: _Document) -> bool:
    """Whether a document is, by its title, there to carry out another one, and not some work of its own."""
    return any(_CARRYING.match(f"{' '.join(one)} ") for one in known.subjects)


def _bearer(task: Said, known: _Document) -> str:
    """What does not fit between who issued a document and who bears a task: "" where all does."""
    assert task.product is not None
    if task.product.fixed_issuer:
        return ""
    if not known.issuers:
        return "unknown"
    if any(one_body(issuer, doer) for issuer in known.issuers for doer in task.doers):
        return ""
    said = f" {task.product.said} "
    if any(f" {name} " in said for name in known.issuers.values() if name):
        return ""  # who is to put it into force by the words of the order
    groups = [f"-{doer.rpartition('/')[2]}-" for doer in task.doers if is_group(doer)]
    if any(of_group(issuer, group) for issuer in known.issuers for group in groups):
        return "part"
    return "issuer" if task.doers else "nobody"


_CARRYING: Final = re.compile(
    r"(?:(?:to chuc|trien khai|thuc hien|thi hanh|cu the hoa) )+"
    r"(?:luat|nghi|quyet|chi thi|ket luan|thong|chuong trinh|chien luoc|de an|ke hoach|cong dien|qui hoach|phap lenh)\b"
)
_WHY: Final = {
    "unknown": (
        "Nội dung đúng như nhiệm vụ yêu cầu, nhưng nguồn không nêu nơi ban hành.",
        "Its subject is the task's, but the source does not say who issued it.",
    ),
    "nobody": (
        "Nội dung đúng như nhiệm vụ yêu cầu, nhưng nhiệm vụ không nêu cơ quan thực hiện.",
        "Its subject is the task's, but the task names nobody who bears it.",
    ),
    "carries-out": (
        "Nguồn nói văn bản được ban hành để thực hiện văn bản giao nhiệm vụ; loại văn bản, nội dung và nơi ban hành "
        "đúng như nhiệm vụ yêu cầu.",
        "The source says that it was issued to carry out the document that orders the task; its kind, subject and "
        "issuer are those that the task wants.",
    ),
    "report": (
        "Nguồn báo cáo nhiệm vụ đã hoàn thành bằng văn bản này.",
        "The source reports the task as done by this document.",
    ),
    "several": (
        "Nội dung gần với nhiều nhiệm vụ; nguồn không nói rõ nhiệm vụ nào.",
        "Its subject is near those of several tasks; the source does not say which.",
    ),
    "content": (
        "Nguồn nói văn bản thực hiện văn bản giao nhiệm vụ, nhưng nội dung chỉ trùng một phần với nhiệm vụ.",
        "The source says that it carries out the document that orders the task, but its subject is only partly the "
        "task's.",
    ),
    "silent": (
        "Nguồn không nêu nội dung văn bản; đây là nhiệm vụ duy nhất cùng loại văn bản giao cho nơi ban hành.",
        "The source does not tell its subject; this is the only task of its kind that is given to its issuer.",
    ),
    "part": (
        "Văn bản của một cơ quan trong nhóm được giao: chỉ là phần việc của cơ quan đó.",
        "It is of one body of the group that bears the task: that body's share only.",
    ),
    "issuer": (
        "Nội dung gần như nhau, nhưng nơi ban hành không phải là cơ quan được giao hay cấp phê duyệt nêu trong nhiệm "
        "vụ.",
        "Nearly the same subject, but its issuer neither bears the task nor is named in it.",
    ),
    "basis": (
        "Văn bản chỉ nêu văn bản giao nhiệm vụ làm căn cứ ban hành, không nói là kết quả của nhiệm vụ.",
        "It only rests on the document that orders the task; nothing says that it came of the task.",
    ),
}
