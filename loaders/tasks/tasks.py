"""Tasks in prose: who tells whom to do what by when, in every clause form in which Vietnamese texts assign work.

Reads the source unit by unit: its orders (unit_orders), each cut into one task a piece (pieces), and beside them what
is reported as done (reports, results) or late (late_work).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Candidate, Task
from loaders import reasons
from loaders.reading import Reading, Unit
from loaders.tasks import due_lines, lapsed, late_work, pieces, reports, results, said_again
from loaders.tasks.labelled import Labelled
from loaders.tasks.masked import Masked
from loaders.tasks.repeated import once
from loaders.tasks.unit_orders import UnitOrders
from loaders.words.flat import Pattern, Stretches


def state(reading: Reading, labelled: Labelled) -> tuple[tuple[Task, ...], tuple[Candidate, ...]]:
    """The tasks that the prose of the source gives, in the order of the text; rows of tables are loaders.annexes'.

    `labelled` is what labelled lines tell: whole tasks, and what they add to those of the prose above them.
    """
    prose = _Prose(reading, labelled)
    found = tuple(prose.tasks())
    return found, tuple(prose.undecided(found))


_COUNTED = re.compile(
    r"(?:[^\d;]{1,30},\s*)?\d+(?:/\d+)?\s+(?:nhóm )?(?:nhiệm vụ|đầu việc|việc|nội dung|chỉ tiêu)"
)  # how much is done


def _addressed(task: Task) -> bool:
    """Whether anybody gives the work, has to do it or reports on it: "cần phát triển hơn nữa" alone is an opinion."""
    return bool(task.assignees or task.directed_by or task.mandate or task.status)


_COMPLETES = Pattern(  # what is told to be late is what is to be done: "khẩn trương hoàn tất việc …", no inquiry
    r"(?:(?:khẩn trương|tập trung|sớm|tiếp tục|phải|cần|chủ trì|chỉ đạo|đẩy nhanh|giải quyết|xử lý|thực hiện|triển khai"
    r"|tháo gỡ để)\s*,?\s+)*(?:dứt điểm|hoàn thành|hoàn tất|hoàn thiện|làm xong|xong|tiến độ|bàn giao|ban hành"
    r"|trình|nộp)\b"
)


def _stretches(tasks: list[Task]) -> Stretches:
    """Where the tasks stand."""
    return Stretches((task.evidence[0].start, task.evidence[0].end) for task in tasks)


class _Prose:
    """One reading of a source's prose, unit by unit."""

    def __init__(self, reading: Reading, labelled: Labelled) -> None:
        self.labelled = labelled
        self.page = Masked(reading)
        self.orders = UnitOrders(reading, self.page, labelled.closed)

    def tasks(self) -> Iterator[Task]:
        """The tasks in the order of the text: what the orders give, but where a report says it already."""
        found = self._given()
        found.sort(key=lambda task: task.evidence[0].start)
        reported = [self._ordered(report, found) for report in self._reported(found)]
        told = _stretches(reported)  # say it already
        found = [task for task in found if not told.holds(task.evidence[0].start)] + reported
        found.sort(key=lambda task: task.evidence[0].start)
        # a document may give two bodies one duty in the same words
        if self.page.reading.own is None:
            found = list(once([task for task in found if _addressed(task)], self.page.reading.folded, self._opening()))
        yield from found

    def _given(self) -> list[Task]:
        """The tasks that orders give, with the times that lines behind them tell."""
        found: list[Task] = []
        for index, unit in enumerate(self.page.reading.units):
            if unit.role not in ("sentence", "item", "heading", "lead") or index in self.labelled.taken:
                continue
            if when := due_lines.due(self.page, unit):
                found = due_lines.dated(found, self.page.reading.block(unit).start, when, self.page.text)
                continue
            if when := due_lines.of_these(self.page, unit):
                since = self._since(found, unit)
                found = due_lines.dated(found, since, when, self.page.text, whoever=True)
                continue
            if self.page.mask[max(unit.start, unit.end - 3) : unit.end].rstrip('" )').endswith("?"):
                continue  # a question tells nobody to do anything
            last = found[-1] if found and self._is_near(found[-1], index) else None
            if last and (again := said_again.of_last(self.page, unit, last)):
                found[-1] = again
                continue
            new = [
                self.labelled.complete(index, task)
                for order in self.orders.read(index, unit)
                for task in pieces.cut(self.page, unit, order)
            ]
            told = said_again.joined(self.page, unit, last, new)
            found[-1:], new = (told[:1], told[1:]) if last else (found[-1:], told)
            handed = due_lines.handed_in(self.page, unit, found[-1] if found else None)
            if handed:
                found[-1:] = [due_lines.due_by(found[-1], handed.when, self.page.text)]
                new = due_lines.dated(new[1:], unit.start, handed.when, self.page.text, whoever=True)
            found += said_again.at_the_same_time(self.page, unit, new, last) if last else new
        return found

    def _reported(self, found: list[Task]) -> list[Task]:
        """The tasks that are reported to stand somehow, each by the first of these ways that tells it."""
        reported = list(lapsed.state(self.page))
        gone = _stretches(reported)
        told = [task for task in reports.state(self.page) if not _COUNTED.fullmatch(task.text)]
        reported += [task for task in told if not gone.holds(task.evidence[0].start)]
        named = _stretches(reported)
        under_way = [task.evidence[0].start for task in found if task.status == "in-progress"]
        for task in late_work.state(self.page):
            here = task.evidence[0]
            known = (
                task.status == "in-progress"
                and not task.mandate
                and any(here.start <= start < here.end for start in under_way)
            )
            if not known and not named.holds(here.start):
                reported += [] if _COUNTED.fullmatch(task.text) else [task]
        known_now = _stretches(reported)
        done = [(task, task.evidence[0]) for task in results.state(self.page)]
        return reported + [task for task, at in done if not any(map(known_now.holds, (at.start, at.end - 1)))]

    def _ordered(self, report: Task, orders: list[Task]) -> Task:
        """A report of nobody's task as the order in whose words it stands: "Sở X hoàn tất việc … đã quá hạn"."""
        said = report.evidence[0]
        if report.status in ("done", None) or report.assignees:
            return report
        first, last = (
            bisect_left(orders, at, key=lambda task: task.evidence[0].start) for at in (said.start, said.end)
        )
        for order in orders[first:last]:
            start, end = order.evidence[0].start, order.evidence[0].end
            if order.status or not order.assignees or not said.start <= start < end <= said.end:
                continue
            if report.status == "extended":  # "X chịu trách nhiệm về việc …, thời hạn lùi đến ngày …"
                return replace(
                    order,
                    text=report.text,
                    deadline=report.deadline,
                    deadline_text=report.deadline_text,
                    status="extended",
                    status_date=report.status_date,
                )
            stop = self.page.text.find(report.text, start, end) + len(report.text)
            if stop < start + len(report.text) or not self.page.match(_COMPLETES, start, stop):
                return order
            return replace(
                order,
                text=self.page.text[start:stop],
                mandate=report.mandate or order.mandate,
                status=report.status,
                status_date=report.status_date,
                evidence=(self.page.reading.evidence(start, stop), *order.evidence[1:]),
            )
        return report

    def _is_near(self, task: Task, index: int) -> bool:
        """Whether a task stands in the unit before another, or in its paragraph."""
        units = self.page.reading.units
        return task.evidence[0].start >= min(units[index - 1].start, self.page.reading.block(units[index]).start)

    def _since(self, found: list[Task], unit: Unit) -> int:
        """Where the work begins that "các nhiệm vụ này" means: in its paragraph, else in the one before."""
        here = self.page.reading.block(unit).start
        if not found or found[-1].evidence[0].start >= here:
            return here
        last = next(one for one in reversed(self.page.reading.units) if one.start <= found[-1].evidence[0].start)
        return self.page.reading.block(last).start

    def _opening(self) -> int:
        """Where the first two sentences end, in which an article sums up what it tells."""
        told = [unit.end for unit in self.page.reading.units if unit.role in ("lead", "sentence")]
        return told[1] if len(told) > 5 else 0

    def undecided(self, found: tuple[Task, ...]) -> Iterator[Candidate]:
        """The clauses that name a body and a duty, but no work that the rules know, where no task was found."""
        stated = Stretches((task.evidence[0].start, task.evidence[0].end) for task in found)
        for start, end in sorted(set(self.orders.forms.undecided)):
            if not any(stated.holds(at) for at in (start, (start + end) // 2, end - 1)):
                evidence = self.page.reading.evidence(start, end)
                yield reasons.candidate("tasks", "no-work", evidence.quote, evidence)
