"""The orders that a sentence or an item gives: its clauses by their triggers, by where they stand, by whose they are.

Reads each unit with the heading and the line above it, and keeps what its orders leave behind for the units after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from loaders.reading import AgencyMention, Reading, Unit
from loaders.tasks import (
    acting_bodies,
    clause_borders,
    conclusions,
    continuations,
    cooperation,
    doers,
    duties,
    impersonal,
    issuing,
    joint_duties,
    led_work,
    letters,
    list_heads,
    named_duties,
    put_off,
    said_again,
    speakers,
    told_drafts,
)
from loaders.tasks.completion import Completion
from loaders.tasks.explained import Explained
from loaders.tasks.listed import Lists
from loaders.tasks.masked import Masked
from loaders.tasks.order_forms import Forms
from loaders.tasks.orders import Context, Course, Order
from loaders.tasks.relayed import Relay, relayed
from loaders.tasks.sections import Sections
from loaders.words import ordered
from loaders.words.clauses import WHO
from loaders.words.flat import Pattern

_ANSWER = re.compile(rf",\s+(?=(?:giao|yeu cau|de nghi|dong y|thong nhat)\b|{WHO}\s+[a-z])")
_TOPIC = Pattern(r"(?:về(?! phía)|liên quan đến|đối với (?:kiến nghị|đề xuất|đề nghị))\s")
_RIGHT = Pattern(r"\s*(?:được(?! giao| phân công)|có quyền|được quyền)\s")  # an entry that gives a right, no duty
_ASKS = Pattern(r"(?:yêu cầu|đề nghị|kiến nghị)\s")
_RIGHTS = Pattern(r"\bquyền\b")
_ADDRESSEES = 200  # characters of those whom an entry is addressed to
_BEFORE = 400  # characters before its work in which an order names who acts
_NEAR = 2  # units behind an order in which another is told as handed on
_PASSED_ON = re.compile(  # "yêu cầu các tỉnh chỉ đạo, giao Sở X làm Z": the work is what the last are told
    r"\s*(?:(?:chi dao|don doc|yeu cau|giao|phan cong)(?:,? va |, |\s*$))+$"
)


@dataclass(slots=True)
class _Turn:
    """A unit while it is read: whose words it gives, and the orders found in it, each with its clause."""

    index: int
    unit: Unit
    end: int  # where its words of work end
    speaker: str | None
    relays: Relay | None  # the document whose duties it tells
    passed_on: Order | None
    official: bool = False  # whether it stands in a part of an official text that gives tasks
    own: bool = False  # whether it stands in one of which that is not told
    found: list[Order] = field(default_factory=list)
    clauses: list[Unit] = field(default_factory=list)

    def add(self, order: Order, clause: Unit) -> None:
        """Keeps an order with its clause."""
        self.found.append(order)
        self.clauses.append(clause)


_GIVES = re.compile(rf"(?:,|;)\s+giao\s+(?:cho\s+)?{WHO}\s")  # "Trên cơ sở kết quả đánh giá, giao Sở X …", anywhere


class UnitOrders:
    """The orders of one source, unit by unit, with what each leaves behind for the next."""

    def __init__(self, reading: Reading, page: Masked, closed: Mapping[int, int]) -> None:
        self.page = page
        self.closed = closed
        self.course = Course()
        self.forms = Forms(page, self.course)
        self.sections = Sections(page, self.course)
        self.lists = Lists(page, self.course, self.sections)
        self.completion = Completion(page, self.course)
        self.heard = speakers.heard(reading)  # of the agencies alone: no country speaks
        self.answered = speakers.answered(reading)
        self.relayed = {**told_drafts.told(page, self.heard), **relayed(page)}
        self.issued = issuing.issued(page, self.heard)
        self.announced = issuing.announced(page, self.heard)
        self.letters = letters.told(page, self.heard)
        self.explained = Explained(self.lists)
        self.deputies: tuple[str, ...] = ()  # who handed on an order, and was not heard in doing so
        self.officials = {official.name for official in reading.officials}

    def read(self, index: int, unit: Unit) -> Iterator[Order]:
        """The orders of a unit, completed; the units before it have been read."""
        if clause_borders.is_aside(self.page, unit) or self.sections.is_subtitle(index):
            return
        turn = self._turn(index, unit)
        told = self.sections.gives_tasks(index) if self.page.reading.own else None
        if self.page.reading.own and told is False:
            if not _GIVES.search(self.page.mask, self.page.after_marker(unit), turn.end):
                return  # aims, viewpoints, findings
            told = None
        turn.official, turn.own = bool(told), told is None and self.page.reading.own is not None
        self.course.provisions = turn.official or self.explained.gives_duties(index, turn.relays)
        if turn.official and self.page.match(_TOPIC, self.page.after_marker(unit), turn.end):
            # "Về đề nghị …: Bộ X nghiên cứu …", "Đối với kiến nghị …, giao Bộ X trả lời …"
            answer = self.page.mask.find(":", unit.start, turn.end) + 1
            answered = None if answer else _ANSWER.search(self.page.mask, unit.start, turn.end)
            answer = answered.end() if answered else answer
            if not answer:
                return
            turn.unit = replace(unit, start=answer)
        self._read_clauses(turn)
        self._read_as_opening(turn)
        yield from self._completed(turn)
        lead = self.course.leads.get(index)
        bearer = self._named(index, turn.unit, turn.end) if lead and not lead.assignees and not turn.official else None
        if lead and bearer and bearer.names != (lead.directed_by,):  # "Thủ tướng Chính phủ yêu cầu:" names the giver
            self.course.leads[index] = replace(lead, assignees=bearer.names)

    def _turn(self, index: int, unit: Unit) -> _Turn:
        """Who speaks in a unit, and whose work it relays; what that means for the units after it is kept."""
        speaker, relays = self.heard.get(index), self.relayed.get(index)
        if relays and index in self.issued and self.issued[index].id != relays.document.id:
            relays = None  # the article tells its own document, which cites the other
        if relays and speaker not in self.officials:
            speaker = None  # "Bộ X chỉ đạo các đơn vị …" is a duty there, no speech
        if speaker:
            self.course.speaker = (index, speaker)
        self.course.answering = index in self.answered
        passed_on = None if relays else self._passed_on(index, unit)
        speaker = None if passed_on or speaker in self.deputies else speaker
        self.course.issued = None if relays else self.issued.get(index)
        self.course.announced = None if relays else self.announced.get(index)
        self.course.letter = None if relays or self.course.issued else self.letters.get(index)
        end = clause_borders.last(self.page, unit)
        self.course.reported = end < unit.end
        return _Turn(index, unit, min(end, self.closed.get(index, end)), speaker, relays, passed_on)

    def _read_clauses(self, turn: _Turn) -> None:
        """The orders of each clause, each up to where the next one or another voice begins."""
        unit, whose = turn.unit, self.lists.bearers(turn.index, turn.unit) if turn.official else ()
        several = turn.official or turn.relays
        for start, stop in clause_borders.split(self.page, unit, turn.end) if several else [(unit.start, turn.end)]:
            clause = unit if (start, stop) == (unit.start, unit.end) else replace(unit, start=start, end=stop)
            orders = self._orders(turn, clause, stop)
            chain = pairwise([None, *orders])
            orders = [order for last, order in chain if order and not joint_duties.shares(self.page, last, order)]
            orders = [led_work.apart(self.page, order) if order.assignees else order for order in orders]
            block, last = self.course.latest
            whose = whose or (last if turn.official and block == unit.block else ())
            borne = self.lists.borne(turn.index, unit) if turn.relays else ()
            orders = self._borne(clause, orders, whose or borne)
            for order, following in zip_longest(orders, orders[1:]):
                limit = clause_borders.up_to(self.page, order, following, stop)
                if following and _PASSED_ON.match(self.page.mask, order.start, limit):
                    continue
                order = order if order.end == limit else replace(order, end=limit)
                turn.add(said_again.cut(self.page, unit, order), clause)

    def _orders(self, turn: _Turn, clause: Unit, stop: int) -> list[Order]:
        """What a clause orders: by its words, or by where it stands."""
        index, relays, found = turn.index, turn.relays, turn.found
        several = bool(turn.official or relays)
        duty = several and acting_bodies.leads_work(self.page, clause, stop, self._superior(relays))
        first = self.page.after_marker(turn.unit)
        ruled = (self.page.reading.own or relays) and (found or clause.start <= first)
        if ruled and self.page.match(_RIGHT, self.page.after_marker(clause), stop):
            return []
        if turn.own and self.page.match(_ASKS, self.page.after_marker(clause), stop) and self._among_rights(turn.unit):
            return []
        thing = impersonal.by_whom(self.page, self.page.after_marker(clause), stop) if ruled else None
        later = put_off.order(self.page, clause, stop)
        thing = later or thing or turn.passed_on
        orders = [thing] if thing else [] if duty else self.forms.read(clause, stop, turn.speaker)
        if later or (orders and not continuations.is_quoted(self.page, turn.unit)) or self.forms.asked:
            news = self.page.reading.own is None and not relays
            return self._with_first_duty(turn, clause, orders) if orders and (turn.official or news) else orders
        listed = self.explained.read(index, clause, stop, relays, found) if relays and not orders else None
        if listed is None:
            listed = self.lists.read(index, clause, orders[0].trigger if orders else stop, turn.official, found)
        if listed is None and turn.own and not orders:
            listed = named_duties.order(self.page, self.course, self.sections, index, clause, stop)
        if duty and not listed and index not in self.course.leads:
            return self.forms.read(clause, stop, turn.speaker)
        return [listed, *orders] if listed else orders

    def _with_first_duty(self, turn: _Turn, clause: Unit, orders: list[Order]) -> list[Order]:
        """The orders of an entry, with the duty before them; of news with what goes on from the order before it."""
        if turn.found:
            return orders
        if not turn.official:
            begin = self.page.after_marker(clause)
            end = joint_duties.before_semicolon(self.page, begin, orders[0]) if clause.lead is not None else None
            if end := end or joint_duties.before(self.page, begin, orders[0]):
                first = self.lists.read(turn.index, clause, end, False, [])
            elif end := joint_duties.of_another(self.page, begin, orders[0]):
                first = self.lists.continuations.from_before(turn.index, clause, end)
            else:
                first = None
        else:
            end = joint_duties.before(self.page, self.page.after_marker(clause), orders[0])
            first = self.lists.read(turn.index, clause, end, turn.official, turn.found) if end else None
        return [first, *orders] if first else orders

    def _among_rights(self, unit: Unit) -> bool:
        """Whether a unit stands in a list of rights, not of duties: "Điều 5. Quyền của tổ chức, cá nhân"."""
        above = self.page.reading.units[unit.heading] if unit.heading is not None else None
        if above is None or not self.page.search(_RIGHTS, above.start, above.end):
            return False
        return list_heads.kind(self.page, above) is False

    def _read_as_opening(self, turn: _Turn) -> None:
        """What a unit orders by opening a list: who concludes, or whose duties follow."""
        index, unit, end = turn.index, turn.unit, turn.end
        concluded = None
        if not (turn.found or turn.official or turn.relays):
            concluded = conclusions.opens(self.page, index, unit, turn.speaker)
            concluded = concluded or conclusions.within(self.page, unit, end)
        if concluded and index not in self.course.leads:
            turn.add(concluded, unit)
        if turn.found or turn.official or index in self.course.leads:
            return
        if bearer := self._named(index, unit, end):
            turn.add(Order(end, end, end, bearer.names), unit)  # "… quy định trách nhiệm của Y như sau:"

    def _completed(self, turn: _Turn) -> Iterator[Order]:
        """The orders found, with what the ones before them and the unit's document say of them."""
        index, unit, relays = turn.index, turn.unit, turn.relays
        first: Order | None = None
        for order, clause in zip(turn.found, turn.clauses, strict=True):
            if first and order.status is None and not self.page.reading.own:
                giver = order.directed_by or first.directed_by if order.giver else order.directed_by
                order = replace(order, mandate=order.mandate or first.mandate, directed_by=giver)
            if relays and order.status is None and order.mandate in (None, relays.document.id):
                given = relays.document
                order = replace(order, mandate=given.id, directed_by=order.directed_by or relays.issuer, told=True)
            order = self.completion.complete(order, index, clause, turn.speaker, turn.found[0].start)
            first = first or (order if order.giver else None)
            self._remember(order, index, unit)
            if relays and order.assignees and order.status is None:
                self.course.bearer = (index, self.sections.section(index), order.assignees)
            opens = order.end >= turn.end and list_heads.opens(self.page, index)
            opens = opens or list_heads.announces(self.page, index, order)
            if order.end > order.start and unit.role != "heading" and not opens:
                yield order

    def _passed_on(self, index: int, unit: Unit) -> Order | None:
        """The duty of a body in an article to hand on what another has told it: no order of its own."""
        before = self.course.context
        if index - before.unit > 1:
            self.deputies = ()
        if self.page.reading.own:
            return None
        near = before.orders and index - before.unit <= _NEAR
        found = acting_bodies.passes_on(self.page, unit, unit.end, before.directed_by if near else None)
        if found is None:
            return None
        self.deputies += found.names
        return Order(
            found.start,
            found.work,
            unit.end,
            found.names,
            found.giver,
            before.mandate if near else None,
            sure=0.7,
            giver=not near,
        )

    def _superior(self, relays: Relay | None) -> str | None:
        """Who issued the document whose duties a unit tells."""
        own = self.page.reading.own
        issuer = relays.issuer or relays.document.issuer if relays else own.issuer if own else None
        if issuer is None and relays and "UBND" in relays.document.id:
            return "Ủy ban nhân dân"
        return issuer

    def _borne(self, unit: Unit, orders: list[Order], whose: tuple[str, ...]) -> list[Order]:
        """The orders of an item, those of nobody said as the bearer's whom it names itself, or the line above it."""
        lead = self.course.leads.get(unit.lead) if unit.lead is not None else None
        whose = lead.assignees if lead and lead.assignees else whose
        nobody = ((), ("…",))
        orders = [self._addressed(unit, order) if order.assignees in nobody else order for order in orders]
        helpers = lead.helpers if lead and lead.assignees else ()
        orders = [
            replace(o, assignees=whose)
            if whose and o.assignees in nobody and not impersonal.must(self.page, o.start, o.end)
            else o
            for o in orders
        ]
        return [replace(o, helpers=helpers) if helpers and o.assignees == whose else o for o in orders]

    def _addressed(self, unit: Unit, order: Order) -> Order:
        """The order of an entry with those before its colon: "4. Kho bạc Nhà nước: đề nghị đối soát …"."""
        page, start = self.page, self.page.after_marker(unit)
        said = page.mask[start : order.trigger].rstrip()
        if unit.role != "item" or not said.endswith(":") or len(said) > _ADDRESSEES or ":" in said[:-1]:
            return order
        named = acting_bodies.HEAD.match(page.mask, start, order.trigger)
        if named is None and not doers.is_doer(page, start, order.trigger):
            return order
        return replace(order, assignees=duties.printed_names(page, start, start + len(said) - 1))

    def _before(self, order: Order, unit: Unit) -> tuple[AgencyMention, ...]:
        """The bodies that a unit names before the work of an order."""
        since = max(unit.start, order.start - _BEFORE)
        return tuple(ordered.within(self.page.reading.agencies, since, order.start))

    def _named(self, index: int, unit: Unit, end: int) -> doers.Bearer | None:
        """Whom a line of a page that opens a list of duties names as the one who has them."""
        named = duties.within(self.page, unit, end)
        if named is None and list_heads.opens(self.page, index):
            named = duties.of_line(self.page, self.page.after_marker(unit), end)
        return named

    def _remember(self, order: Order, index: int, unit: Unit) -> None:
        """Keeps what an order leaves behind for the clauses after it, and for the list that it opens."""
        if order.assignees and self.page.reading.own:
            self.course.latest = (unit.block, order.assignees)
        if order.status is None and (
            order.giver or not self.course.context.orders or index - self.course.context.unit > 1
        ):
            said = (order.assignees, order.directed_by, order.mandate, order.deadline)
            self.course.context = Context(index, unit.block, *said, orders=True)
        elif order.status is None:
            self.course.context.unit = index
            if any(
                mention.kind == "agency" and mention.name in order.assignees for mention in self._before(order, unit)
            ):
                self.course.context.last = (unit.block, order.assignees)
        else:
            self.course.promised = (index, order)
        announces = list_heads.announces(self.page, index, order)
        if announces or self.page.mask[unit.start : unit.end].rstrip().endswith(":"):
            helpers = order.helpers or cooperation.helpers(self.page, order.start, unit.end)
            due = announces and self.page.deadline(unit.end, self.page.reading.block(unit).end)
            due = order.deadline or due or None
            self.course.leads[index] = replace(order, status=None, helpers=helpers, deadline=due)
