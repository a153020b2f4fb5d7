"""Work assigned to the subject of a clause: "Y chủ trì, phối hợp với Z làm …", "Y được X giao làm Z"."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import led_work, nameless, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Context, Course, Order
from loaders.words.clauses import ACTOR, DOCUMENT, WHO
from loaders.words.flat import Pattern

_GIVES = re.compile(r"\b(?:giao|phan cong)(?:\s+(?:them|nhiem vu|trach nhiem|trong trach|phan viec|viec))*:?$")
_DONE = Pattern(r"\b(?:đã|vừa|từng)\s")
_ONCE = Pattern(r"\btừng\s+$")  # "người từng được Bộ X giao …": of a time before
_BY = Pattern(r"\bdo\s*$")
_THEN = re.compile(r"\s*(?:,|\bva\b)?\s*")
_TOGETHER = re.compile(r",?\s+(?:va\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)\b")


class Assignments:
    """The assignments to their subjects, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course

    def led(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Y chủ trì, phối hợp với Z làm …": how documents assign, also where no verb of ordering stands."""
        subject = subjects.of_clause(self.page, unit, match.start())
        if not subject or ACTOR not in subject["who"] or self.page.search(_DONE, subject.start(), match.start()):
            return None
        if self.page.search(_BY, unit.start, subject.start()):
            return None  # "đề án do Bộ X chủ trì xây dựng"
        if match.group().startswith("la ") and self.page.mask[unit.start : unit.end].rstrip().endswith(":"):
            return None  # "Bộ X là cơ quan đầu mối và có trách nhiệm sau đây:"
        helped = led_work.shared(self.page, match.start(), end)
        together = helped or _TOGETHER.match(self.page.mask, match.end(), end)
        then = _THEN.match(self.page.mask, match.end(), end) if match.group().startswith(("la ", "lam ")) else None
        if not together and not self.page.begins_work(then.end() if then else match.end() + 1, end):
            return None
        names = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        near = self.course.context
        if not near.orders or near.block != unit.block:
            near = Context()
        return Order(subject.start(), match.start(), end, names, near.directed_by, near.mandate, sure=0.7)

    def given(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "Y được X giao làm Z", "Y được X chọn thí điểm Z"."""
        start = match.end() + 1
        if self.page.search(_ONCE, max(unit.start, match.start() - 8), match.start()):
            return None
        subject = subjects.of_clause(self.page, unit, match.start())
        works = self.page.begins_work(start, end)
        if not works and not (subject and _GIVES.search(match.group()) and subjects.any_verb(self.page, start, end)):
            return None
        names: tuple[str, ...] = ()
        if subject:
            names = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        elif named := nameless.noun(self.page, unit, match.start()):
            names = (named,)
        elif speaker:
            names = subjects.speakers_body(self.page, self.course)  # "Là một trong ba quận được chọn …, ông X cho biết"
        by = re.search(WHO, match.group())
        told = re.search(f"[{DOCUMENT}]", match.group())
        mandate = self.page.cited(match.start() + told.start()) if told else None
        givers = self.page.names(match.start() + by.start(), match.start() + by.end()) if by else ()
        begin = subject.start() if subject else match.start()
        return Order(begin, start, end, names, givers[0] if givers else None, mandate, sure=0.7)
