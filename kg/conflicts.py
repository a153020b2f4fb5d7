"""What sets two tasks of like wording apart, and how that is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg import periods
from kg.bearers import may_bear, one_body, part_of
from kg.names import Option
from kg.products import Product
from kg.said import Said


def conflict(one: Said, other: Said, *, later: bool = False) -> str | None:
    """What sets two tasks of like wording apart, by its name; None where nothing does.

    `later`: one order may renew the other with another time.
    """
    if not later and one.deadline and other.deadline and not nested(one.deadline, other.deadline):
        return "deadline"
    if (
        (one.doers or one.status == "done")
        and other.doers
        and not may_bear(one.status == "done", one.status is not None, one.doers, other.doers)
    ):
        return "doers"
    if apart := _not_the_result(one, other):
        return apart
    mandate = one.mandate if one.mandate != one.text_of else None
    given = other.text_of if other.orders else other.mandate
    if one.status and mandate and given and all("/document/" in iri for iri in (mandate, given)) and mandate != given:
        return "mandate"
    return None


def share(one: Said, other: Said) -> bool:
    """Whether a report is of a part of the group that bears a task: of its share, and of nothing else against it."""
    if not (one.status and one.doers and other.doers) or conflict(one, other) != "doers":
        return False
    return part_of(one.doers, other.doers) and not _not_the_result(one, other)


def nested(one: str, other: str) -> bool:
    """Whether one time lies within the other: 2026-12 in 2026-Q4.

    >>> nested("2026-12", "2026-Q4"), nested("2026-11-15", "2026-09-30"), nested("2026-09", "2026-09-30")
    (True, False, True)
    """
    if not (periods.check(one) and periods.check(other)):
        return one == other
    (first, last), (start, end) = ((periods.first_day(p), periods.last_day(p)) for p in (one, other))
    return (first <= start and end <= last) or (start <= first and last <= end)


def _not_the_result(report: Said, order: Said) -> str | None:
    """Why what is reported as done is not what was ordered: it is a "step" towards it, or another "product"."""
    if report.status != "done":
        return None
    if _steps(report.words) - _steps(order.words):
        return "step"
    return "product" if _other_kind(report.product, order.product) else None


def _steps(words: Sequence[str]) -> set[str]:
    """The steps on the way to what is wanted that a wording names: a draft, its submission."""
    said = f" {' '.join(words)} "
    return {name for name, step in _STEPS.items() if step.search(said)}


_STEPS: Final = {
    "draft": re.compile(r" (?:du thao|lay i kien|tham dinh|xin i kien) "),
    "submitted": re.compile(r"(?<! chuong)(?<! lo)(?<! cong)(?<! qui)(?<! qua)(?<! giao)(?<! tien)(?<! to) trinh "),
}


def _other_kind(done: Product | None, wanted: Product | None) -> bool:
    """Whether another kind of document was brought forth: a plan, and not the guideline. A decision may enclose any."""
    if done is None or wanted is None or {done.kind, wanted.kind} & {"quyet dinh", "nghi quyet"}:
        return False
    return done.kind != wanted.kind


_WHY: Final = {
    "product": ("loại văn bản khác nhau", "another kind of document"),
    "step": (
        "nguồn mới báo cáo một bước (dự thảo, trình)",
        "the source tells only of a step (a draft, its submission)",
    ),
    "deadline": ("thời hạn khác nhau", "another deadline"),
    "doers": ("cơ quan thực hiện khác nhau", "another bearer"),
    "mandate": ("văn bản giao nhiệm vụ khác nhau", "another mandate"),
}


def renews(task: Said, other: Said) -> bool:
    """Whether an order of a text that looks back on another one may set a later time for a task of that one."""
    if len(task.recalls) < 2 or not (task.deadline and other.deadline and _after(task.deadline, other.deadline)):
        return False
    said, recalled = f" {' '.join(other.words)} ", f" {' '.join(task.recalls)} "
    bears = any(one_body(a, b) for a in task.doers for b in other.doers) or part_of(task.doers, other.doers)
    return bool(task.doers) and bears and recalled in said


def _after(one: str, other: str) -> bool:
    return periods.check(one) and periods.check(other) and periods.last_day(one) > periods.last_day(other)


def renewal(other: Said) -> Option:
    """A task for which a later text may have set another time."""
    return Option(
        other.iri,
        "Văn bản xem xét việc thực hiện giao lại việc này với thời hạn muộn hơn: có thể là thời hạn mới của nhiệm vụ.",
        "A text that looks back on the document orders this again by a later time: it may be the task's new deadline.",
    )


def option(task: Said, other: Said, several: bool) -> Option:
    """A task that another one may be, with the reason why it is not said to be."""
    apart = None if several else conflict(task, other)
    if apart == "doers" and share(task, other):
        return Option(
            other.iri,
            "Nội dung gần như nhau, nhưng nguồn chỉ báo cáo về một phần của nhóm được giao.",
            "Nearly the same wording, but the source tells only of a part of the group that bears it.",
        )
    if apart:
        vi, en = _WHY[apart]
        return Option(other.iri, f"Nội dung gần như nhau, nhưng {vi}.", f"Nearly the same wording, but {en}.")
    return Option(
        other.iri,
        "Nội dung gần như nhau; chưa đủ căn cứ để biết là nhiệm vụ nào.",
        "Nearly the same wording; not enough to tell which task it is.",
    )
