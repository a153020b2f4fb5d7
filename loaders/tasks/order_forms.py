"""The clauses that give work, each by its trigger: a verb of ordering, a modal, a word of undertaking.

What stands to the left of the trigger tells who speaks or who has to act, what stands to its right is the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading import Unit
from loaders.tables import phrases, spellings
from loaders.tasks import bans, cases, deadlines, falls_to, more_time, reported_forms
from loaders.tasks.assignments import Assignments
from loaders.tasks.commands import Commands
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.modals import Modals
from loaders.tasks.orders import UNREAL, Course, Order
from loaders.tasks.undertakings import Undertakings
from loaders.words import clauses
from loaders.words.clauses import ACTOR

_LEADS = (  # "chủ trì", "là cơ quan đầu mối"
    r"(?:la\s+(?:co quan|don vi|bo phan)\s+)?(?:chu tri|(?<=quan )(?:dau moi|thuong truc)|(?<=vi )dau moi)"
    rf"|(?:(?:lam|la)\s+|(?<=[{ACTOR}] ))dau moi(?=,?\s+[a-z])"
)
_TRIGGER = re.compile(
    rf"(?:(?P<lead>{_LEADS})|(?P<agent>{reported_forms.AGENT})"
    rf"|(?P<time>co(?=\s(?:\w+\s\w+\s)?(?:\d{{1,3}}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s(?:gio|ngay|tuan|thang"
    rf"|phut)\b))|(?P<modal>{clauses.alternation('modals')})|(?P<order>{clauses.alternation('orders')})"
    rf"|(?P<doing>{clauses.alternation('undertakings')}))(?!\w)"
)
_TRIGGERS = TRIGGERS.add(
    _TRIGGER,
    (
        "chu tri",
        "la co quan",
        "la don vi",
        "la bo phan",
        "lam dau moi",
        "la dau moi",
        "dau moi",
        "co",
        "duoc",
        *phrases("modals"),
        *phrases("orders"),
        *phrases("undertakings"),
    ),
)


class Forms:
    """The clause forms, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.commands = Commands(page, course)
        self.modals = Modals(page, course)
        self.assignments = Assignments(page, course)
        self.undertakings = Undertakings(page, course)
        self._triggers = page.occurrences(_TRIGGERS)

    @property
    def asked(self) -> bool:
        """Whether the clause last read asks a superior."""
        return self.commands.asked

    @property
    def undecided(self) -> list[tuple[int, int]]:
        """Where a body and a word of duty stand, but no work that the rules know."""
        return [*self.commands.undecided, *self.modals.undecided]

    def read(self, unit: Unit, end: int, speaker: str | None) -> list[Order]:
        """The orders of a unit up to `end`, without those that only repeat in a modal what the one before says."""
        found: list[Order] = []
        self.commands.asked = False
        for match in self._triggered(unit, end):
            order = self._read(match, unit, end, speaker, goes_on=bool(found))
            if self.asked:
                break  # what follows is part of the request
            if order and found and order.assignees == ("…",):
                order = replace(order, assignees=found[-1].assignees)
            found += [order] if order else []
            if order and order.end <= match.start():
                break  # the work was said before who does it: what follows says no more
        if not self.asked:
            falling = [
                *falls_to.orders(self.page, self.course, unit, end),
                *deadlines.orders(self.page, unit, end),
                *deadlines.allowed(self.page, unit, end),
                *more_time.orders(self.page, self.course, unit, end, speaker),
            ]
            found = [one for one in found if not any(its.start <= one.trigger < its.end for its in falling)] + falling
            spans = [(one.trigger, one.end) for one in found]
            found += [
                case
                for case in (
                    *cases.orders(self.page, self.course, unit, end, speaker),
                    *bans.from_then(self.page, self.course, unit, end),
                )
                if not any(start < case.end and case.start < stop for start, stop in spans)
            ]
        if not found:
            return found
        kept: list[Order] = []
        for order in sorted(found, key=lambda order: order.trigger):
            if kept and order.trigger == kept[-1].start:
                if order.assignees and order.giver and kept[-1].status:  # "đang chỉ đạo Y làm Z"
                    directed = (*kept[-1].assignees, None)[0]
                    kept[-1] = replace(order, status=kept[-1].status, directed_by=directed)
                continue  # "sẽ đề xuất sửa đổi …": the verb of ordering is itself the work
            if kept and order.trigger < kept[-1].start:
                kept[-1] = replace(kept[-1], start=max(order.start, kept[-1].start))
                continue
            if kept and order.assignees == kept[-1].assignees and self._of_thing(kept[-1], order.trigger):
                continue  # "lưu ý kết quả phải gửi về …": the modal of what the thing before it is for
            if kept and order.sure < kept[-1].sure and order.start - kept[-1].start < 30:
                continue
            first = clauses.work_verb(self.page.mask, kept[-1].start, kept[-1].end) if kept else None
            if first and first.start("verb") == order.trigger and not order.assignees:
                continue  # "có trách nhiệm chủ động đề xuất …"
            kept.append(order)
        return kept

    def _of_thing(self, order: Order, trigger: int) -> bool:
        """Whether a trigger stands in the one clause of an order whose words begin with a thing, not with work."""
        said = self.page.mask[order.start : trigger]
        return (
            bool(said) and not any(mark in said for mark in ",;:") and not self.page.begins_work(order.start, trigger)
        )

    def _triggered(self, unit: Unit, end: int) -> Iterator[re.Match[str]]:
        for match in self._triggers.within(unit.start, end):
            if self.page.aside(unit, match.start()) or self.page.entitled(unit, match.start()):
                continue
            if self.page.search(UNREAL, unit.start, match.start()):
                continue
            if match.lastgroup in ("lead", "agent", "time"):
                yield match
                continue
            table = "undertakings" if match.lastgroup == "doing" else f"{match.lastgroup}s"
            printed = " ".join(self.page.text[match.start() : match.end()].lower().split())
            if unit.accented and printed not in spellings(table).get(" ".join(match.group().split()), ()):
                continue
            yield match

    def _read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        match match.lastgroup:
            case "order":
                return self.commands.read(match, unit, end, speaker)
            case "modal" | "time":
                return self.modals.read(match, unit, end, speaker, goes_on=goes_on)
            case "lead":
                return self.assignments.led(match, unit, end)
            case "agent":
                return self.assignments.given(match, unit, end, speaker)
            case _:
                return self.undertakings.read(match, unit, end, speaker, goes_on=goes_on)
