"""Tasks in prose: who tells whom to do what by when, in every clause form in which Vietnamese texts assign work.

A clause is found by its trigger (loaders.order_forms) or by where it stands (loaders.listed); here its work is cut into
one task a piece, and each task gets what its sentence, its list and the clauses before it tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Candidate, Task
from loaders import (
    clauses,
    cooperation,
    due_lines,
    duties,
    impersonal,
    issuing,
    late_work,
    put_off,
    reasons,
    reports,
    speakers,
    structure,
)
from loaders.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.explained import Explained
from loaders.flat import Pattern, Stretches
from loaders.labelled import Labelled, completed, of_brackets
from loaders.listed import HEAD, RIGHT, Lists
from loaders.masked import Masked
from loaders.order_forms import Forms
from loaders.orders import Context, Course, Order
from loaders.reading import DocumentMention, Period, Reading, Unit
from loaders.relayed import Relay, relayed
from loaders.repeated import once
from loaders.tables import printed
from loaders.wording import between, covering


def state(reading: Reading, labelled: Labelled) -> tuple[tuple[Task, ...], tuple[Candidate, ...]]:
    """The tasks that the prose of the source gives, in the order of the text; rows of tables are loaders.annexes'.

    `labelled` is what labelled lines tell: whole tasks, and what they add to those of the prose above them.
    """
    prose = _Prose(reading, labelled)
    found = tuple(prose.tasks())
    return found, tuple(prose.undecided(found))


_SAYS = clauses.alternation("says")
_TOPIC = re.compile(r"(?:ve|lien quan den|doi voi (?:kien nghi|de xuat|de nghi))\s")
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+|dong thoi,?\s+)?")
_GIVEN = re.compile(rf"(?:^|[.;:,]\s|^-\s)\s*(?:-\s*)?(?P<what>\w[^.;:,]{{5,120}}?\s+duoc\s+(?:{WHO}\s+)?)$")
_LISTED_AFTER = re.compile(r"[^;.,:\"]{0,60}:\s*\"?")
_REPORT = re.compile(
    rf"\s*(?:\"\s*,?|,\"?|\s-)\s*(?:ong|ba|dong chi)?\s*(?:{WHO}|ong|ba)[^.;:{ACTOR}{PERSON}\"]{{0,40}}?\s(?:{_SAYS})"
    r"(?:\s*(?:khi|tai|trong|them|cu the|voi)\b[^.;:\"]{0,120})?[.\s]*$|\s*\(anh[^)]*\)[.|\s]*$"
)
_BROKEN_OFF = Pattern(
    rf"\s*,\s*(?:tuy nhiên|nhưng|song)\b|\s*,\s*(?:ông|bà)?\s*{WHO}\s+(?:(?:cũng|đã)\s+)?"
    rf"(?:{'|'.join(sorted(printed('says'), key=len, reverse=True))})\b"
)
_STRIVES = re.compile(  # a goal with a number beside the work: "… và phấn đấu đạt 95%"
    r"(?:(?:\s*[,;]|\s+va|\s+dong thoi)\s+)?(?:tiep tuc\s+)?\b(?:phan dau|dat (?:ra )?muc tieu)\b"
)
_TAIL = re.compile(r"\s*(?:\.{3}|…|[.,;:\"'|*/!?-]|\s)+$")
_CONJUNCTION = Pattern(r"\s(?:và|vì|bởi)$")
_NUMBER = re.compile(r"\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_RIGHT = Pattern(r"được\s+(?!giao\b|phân công\b|yêu cầu\b|triển khai\b|thực hiện\b)")  # "được hưởng …": no work
_DEFINES = re.compile(r"[\s\"“'(]*[^\"”:;.]{2,80}[\"”]\s*(?:la|duoc hieu la|nghia la|bao gom)\b")  # "“Dữ liệu mở” là …"
_FIRST_THEN = Pattern(r"\bthì (?:\w+ ){0,3}mới\b")  # "làm ngay việc này thì mới …": a ground, no order
_FORMULA = re.compile(  # words that open a list, or close a document, and give no work
    r"(?<!ngay )(?:(?<!\x03)\x03+|\b(?:nay|tren))\s+co hieu luc\b"
    r"|\b(?:nhiem vu|giai phap|noi dung|cong viec|viec)\s+(?:\w+\s+){0,3}(?:sau|sau day|nhu sau)\s*$"
    rf"|\bban hanh kem theo (?:[{DOCUMENT}]+|(?:quyet dinh|nghi quyet|thong tu|ke hoach|cong van|thong bao) nay)"
    r"|\b(?:nhu the nao|ra sao)\b"
    r"|\b(?:xin )?(?:tran trong )?thong bao (?:de|toi|den|cac|nhu)\b.*\bbiet\b|\btran trong thong bao\b"
)
_DEFINES = re.compile(r"[\s\d.)]*[\"“][^\"”:;]{2,80}[\"”]\s+(?:la|duoc hieu la)\s")
_OUTLOOK = re.compile(r"\b(?:tam nhin|dinh huong|chien luoc)\b")
_ONLY_TIME = re.compile(
    r"\W*(?:den |trong |giai doan |truoc )?(?:het )?(?:nam|quy|thang|giai doan)\b[^a-z]*(?:nam[^a-z]*)?"
)
_BY = re.compile(r"(?:truoc|den|cham nhat|han|muon nhat)\b")
_ANNUAL = re.compile(r"\bnăm\s+(20\d\d)\s*$")
_BY_WORD = re.compile(  # "Theo chỉ đạo của Thủ tướng, …"
    r"\s*(?:thuc hien\s+|theo\s+)+(?:su\s+)?(?:y kien\s+)?(?:chi dao|yeu cau|ket luan|phan cong|chi thi)\s+(?:moi\s+)?"
    rf"(?:cua|tu)\s+(?P<who>{WHO}),"
)
_SENDER = re.compile(rf"(?:^|,\s*)(?P<who>{WHO})\s+(?:vua|da|dang|se|cung)\b")
_QUOTATION = re.compile(r"\"[^\"]{30,}\"?[.\s]*$")
_NAMED = rf"(?P<what>[{DOCUMENT}{PROGRAMME}]+)"
_CITED = re.compile(
    r"\b(?:theo|tai|trong|thuc hien|trien khai|neu tai|quy dinh tai|giao tai|can cu|cua)\s+(?:cac\s+)?"
    rf"(?:nhiem vu[^,;.]{{0,40}}\s)?{_NAMED}"
)
_UNDER = re.compile(
    r"\s*(?:[^,.;:]{0,40}\s)?(?:tai|theo|thuc hien|can cu|de thuc hien|trien khai)\s+(?:noi dung\s+)?" + _NAMED
)
_DELIVERED = re.compile(
    r"(?:[^;.]{0,90}?\b)?(?:xay dung|ban hanh|hoan thien|trinh|soan thao|lap|thiet lap|cap nhat|nang cap|de xuat)"
    r"(?:\s*,\s*(?:ban hanh|hoan thien|trinh|trien khai|nang cap|bo sung)|\s+va\s+(?:ban hanh|trinh|trien khai))*"
    rf"\s+(?:[{ACTOR}]+\s+(?:ban hanh\s+|phe duyet\s+|xem xet,?\s*)*)?"
    rf"(?P<what>(?:(?:{clauses.alternation('products')})\b|[{DOCUMENT}{PROGRAMME}])[^,;.:(]{{0,160}}?)"
    r"(?=\s+(?:de|nham|trinh|gui|thay the)\b|\s*[,;.:(]|$)"
)
_MEETING = re.compile(rf"lam viec (?:voi|tai)\s+(?:lanh dao\s+)?(?P<who>[{ACTOR}]+)")


def _addressed(task: Task) -> bool:
    """Whether anybody gives the work, has to do it or reports on it: "cần phát triển hơn nữa" alone is an opinion."""
    return bool(task.assignees or task.directed_by or task.mandate or task.status)


class _Prose:
    """One reading of a source's prose, unit by unit, with what each order leaves behind for the next."""

    def __init__(self, reading: Reading, labelled: Labelled) -> None:
        self.labelled = labelled
        self.page = Masked(reading)
        self.course = Course()
        self.forms = Forms(self.page, self.course)
        self.lists = Lists(self.page, self.course)
        self.heard = speakers.heard(reading)
        self.answered = speakers.answered(reading)
        self.relayed = relayed(self.page)
        self.issued = issuing.issued(self.page, self.heard)
        self.explained = Explained(self.lists)
        self.later = put_off.verbs(self.page)
        self.officials = {official.name for official in reading.officials}
        self.visited = self._visited()

    def tasks(self) -> Iterator[Task]:
        found: list[Task] = []
        for index, unit in enumerate(self.page.reading.units):
            if unit.role not in ("sentence", "item", "heading", "lead") or index in self.labelled.taken:
                continue
            if when := due_lines.due(self.page, unit):
                found = due_lines.dated(found, self.page.reading.block(unit).start, when, self.page.text)
                continue
            if self.page.mask[unit.end - 1] != "?":  # a question tells nobody to do anything
                for order in self._orders(index, unit):
                    found.extend(self.labelled.complete(index, task) for task in self._pieces(unit, order))
        reported = list(reports.state(self.page))
        named = Stretches((report.evidence[0].start, report.evidence[0].end) for report in reported)
        under_way = [task.evidence[0].start for task in found if task.status == "in-progress"]
        for task in late_work.state(self.page):
            here = task.evidence[0]
            known = (
                task.status == "in-progress"
                and not task.mandate
                and any(here.start <= start < here.end for start in under_way)
            )
            if not known and not named.holds(here.start):
                reported.append(task)
        told = Stretches((report.evidence[0].start, report.evidence[0].end) for report in reported)  # say it already
        found = [task for task in found if not told.holds(task.evidence[0].start)] + reported
        found.sort(key=lambda task: task.evidence[0].start)
        # a document may give two bodies one duty in the same words
        if self.page.reading.own is None:
            found = list(once([task for task in found if _addressed(task)], self.page.reading.folded, self._opening()))
        yield from found

    def _opening(self) -> int:
        """Where the first two sentences end, in which an article sums up what it tells."""
        told = [unit.end for unit in self.page.reading.units if unit.role in ("lead", "sentence")]
        return told[1] if len(told) > 5 else 0

    def undecided(self, found: tuple[Task, ...]) -> Iterator[Candidate]:
        """The clauses that name a body and a duty, but no work that the rules know, where no task was found."""
        stated = Stretches((task.evidence[0].start, task.evidence[0].end) for task in found)
        for start, end in sorted(set(self.forms.undecided)):
            if not any(stated.holds(at) for at in (start, (start + end) // 2, end - 1)):
                evidence = self.page.reading.evidence(start, end)
                yield reasons.candidate("tasks", "no-work", evidence.quote, evidence)

    def _orders(self, index: int, unit: Unit) -> Iterator[Order]:
        start = self.page.after_marker(unit)
        if self.page.mask[start : start + 1] == '"' and _DEFINES.match(self.page.mask, start, unit.end):
            return
        speaker = self.heard.get(index)
        relays = self.relayed.get(index)
        if relays and speaker not in self.officials:
            speaker = None  # "Bộ X chỉ đạo các đơn vị …" is a duty there, no speech
        if speaker:
            self.course.speaker = (index, speaker)
        self.course.answering = index in self.answered
        self.course.issued = None if relays else self.issued.get(index)
        end = self._end(unit)
        self.course.reported = end < unit.end
        end = min(end, self.labelled.closed.get(index, end))
        found: list[Order] = []
        clauses_of: list[Unit] = []
        told = self.lists.gives_tasks(index) if self.page.reading.own else None
        if self.page.reading.own and told is False:
            return  # aims, viewpoints, findings
        official = bool(told)
        self.course.provisions = official or self.explained.gives_duties(index, relays)
        if official and _TOPIC.match(self.page.mask, self.page.after_marker(unit), end):
            answer = self.page.mask.find(":", unit.start, end) + 1  # "Về đề nghị …: Bộ X nghiên cứu …"
            if not answer:
                return
            unit = replace(unit, start=answer)
        own = told is None and self.page.reading.own is not None
        whose = self.lists.bearers(index, unit) if official else ()
        for start, stop in self._clauses(unit, end) if official or relays else [(unit.start, end)]:
            clause = unit if (start, stop) == (unit.start, unit.end) else replace(unit, start=start, end=stop)
            duty = bool(official or relays) and self.lists.leads_work(clause, stop, self._superior(relays))
            ruled = (self.page.reading.own or relays) and (found or start <= self.page.after_marker(unit))
            if ruled and self.page.match(RIGHT, self.page.after_marker(clause), stop):
                continue
            thing = impersonal.by_whom(self.page, self.page.after_marker(clause), stop) if ruled else None
            later = put_off.order(self.page, self.later, clause, stop)
            thing = later or thing
            orders = [thing] if thing else [] if duty else self.forms.read(clause, stop, speaker)
            if not later and (not orders or self.lists.quoted(unit)) and not self.forms.asked:
                listed = self.explained.read(index, clause, stop, relays, found) if relays and not orders else None
                if listed is None:
                    listed = self.lists.read(index, clause, orders[0].trigger if orders else stop, official, found)
                listed = listed or (self.lists.named_duty(index, clause, stop) if own and not orders else None)
                orders = [listed, *orders] if listed else orders
                if duty and not listed and index not in self.course.leads:
                    orders = self.forms.read(clause, stop, speaker)
            orders = self._borne(unit, orders, whose or (self.lists.borne(index, unit) if relays else ()))
            for position, order in enumerate(orders):
                limit = min(order.end, orders[position + 1].trigger if position + 1 < len(orders) else stop)
                broken = self.page.search(_BROKEN_OFF, order.start, limit)
                limit = broken.start() if broken else limit
                found.append(order if order.end == limit else replace(order, end=limit))
                clauses_of.append(clause)
        first: Order | None = None
        if not found and not official and index not in self.course.leads and (bearer := self._named(index, unit, end)):
            found.append(Order(end, end, end, bearer.names))  # "… quy định trách nhiệm của Y như sau:"
            clauses_of.append(unit)
        for order, clause in zip(found, clauses_of, strict=True):
            if first and order.status is None and not self.page.reading.own:
                giver = order.directed_by or first.directed_by if order.giver else order.directed_by
                order = replace(order, mandate=order.mandate or first.mandate, directed_by=giver)
            if relays and order.status is None and order.mandate in (None, relays.document.id):
                given = relays.document
                order = replace(order, mandate=given.id, directed_by=order.directed_by or relays.issuer, told=True)
            order = self._complete(order, index, clause, speaker)
            first = first or (order if order.giver else None)
            self._remember(order, index, unit)
            if relays and order.assignees and order.status is None:
                self.course.bearer = (index, self.lists.section(index), order.assignees)
            opens = order.end >= end and self.lists.opens(index)
            if order.end > order.start and unit.role != "heading" and not opens:
                yield order
        lead = self.course.leads.get(index)
        bearer = self._named(index, unit, end) if lead and not lead.assignees and not official else None
        if lead and bearer and bearer.names != (lead.directed_by,):  # "Thủ tướng Chính phủ yêu cầu:" names the giver
            self.course.leads[index] = replace(lead, assignees=bearer.names)

    def _own_duty(self, clause: Unit, end: int, orders: list[Order]) -> bool:
        """Whether what reads as an order is a further duty of the subject: "UBND tỉnh bố trí vốn, chỉ đạo các sở …"."""
        start = self.page.after_marker(clause)
        head = HEAD.match(self.page.mask, start, end)
        if head is None or head["colon"] or not self.page.begins_work(head.end(), end):
            return False
        names = self.page.names(head.start("who"), head.end("who"))
        return all(order.giver and order.trigger > head.end() and order.directed_by in names for order in orders)

    def _named(self, index: int, unit: Unit, end: int) -> duties.Bearer | None:
        """Whom a line of a page that opens a list of duties names as the one who has them."""
        named = duties.within(self.page, unit, end)
        if named is None and self.lists.opens(index):
            named = duties.of_line(self.page, self.page.after_marker(unit), end)
        return named

    def _borne(self, unit: Unit, orders: list[Order], whose: tuple[str, ...]) -> list[Order]:
        """The orders of an item, those of nobody said as the bearer's whom the line or heading above it names."""
        lead = self.course.leads.get(unit.lead) if unit.lead is not None else None
        whose = lead.assignees if lead and lead.assignees else whose
        nobody = ((), ("…",))
        helpers = lead.helpers if lead and lead.assignees else ()
        orders = [replace(o, assignees=whose) if whose and o.assignees in nobody else o for o in orders]
        return [replace(o, helpers=helpers) if helpers and o.assignees == whose else o for o in orders]

    def _superior(self, relays: Relay | None) -> str | None:
        """Who issued the document whose duties a unit tells."""
        own = self.page.reading.own
        issuer = relays.issuer or relays.document.issuer if relays else own.issuer if own else None
        if issuer is None and relays and "UBND" in relays.document.id:
            return "Ủy ban nhân dân"
        return issuer

    def _clauses(self, unit: Unit, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a provision's sentence between semicolons: each may have a subject of its own."""
        begin = self.page.after_marker(unit) if self.page.reading.own else unit.start
        for match in _SEMICOLON.finditer(self.page.mask, begin, end):
            if self.page.mask.count("(", begin, match.start()) > self.page.mask.count(")", begin, match.start()):
                continue
            if self.page.mask[match.start() - 1] == ACTOR == self.page.mask[match.end() : match.end() + 1]:
                continue  # bodies in a list: "giao các sở; Ủy ban nhân dân các xã …"
            if duties.is_name(self.page, begin, match.start()):
                continue  # "Chánh Văn phòng; Giám đốc các sở chịu trách nhiệm …"
            if clauses.ONLY_DUE.match(self.page.mask, match.end(), end):
                continue  # "…; hoàn thành trước ngày 15/9"
            yield begin, match.start()
            begin = match.end()
        yield begin, end

    def _end(self, unit: Unit) -> int:
        """Where the words end that can say a task: before a closing report of speech and before a source's name."""
        report = _REPORT.search(self.page.mask, unit.start, unit.end)
        return report.start() if report else unit.end

    def _complete(self, order: Order, index: int, unit: Unit, speaker: str | None) -> Order:
        """The order with what its sentence, its lead and the clauses before it tell."""
        near = self.course.context if index - self.course.context.unit <= 3 and not self.page.reading.own else Context()
        same = near if (near.block == unit.block or index - near.unit <= 1) else Context()
        assignees = order.assignees
        if assignees == ("…",):
            assignees = near.assignees
        directed = order.directed_by
        own = self.page.reading.own
        if own and own.type in ("notice", "conclusion") and not assignees:
            assignees = self.visited
        if own:
            directed = self._own_director(order)
        elif (
            directed is None
            and index - self.course.context.unit <= 1
            and self.course.context.orders
            and not (speaker and self._heard_in(unit, speaker))
        ):
            directed = self.course.context.directed_by
            if order.passive and self.course.context.block == unit.block:
                order = replace(order, mandate=order.mandate or self.course.context.mandate)
        elif directed is None:
            directed = speaker or (near.directed_by if order.sure < 0.9 or order.giver else same.directed_by)
        if directed is None and order.passive:
            directed = self._sender(index, unit)
        if directed is None and not own and (told := _BY_WORD.match(self.page.mask, unit.start, order.trigger)):
            directed = (*self.page.names(told.start("who"), told.end("who")), None)[0]
        if directed in assignees and order.status is None and not own:
            directed = None
        mandate = order.mandate or self._mandate(unit, order) or (own.id if own else None)
        if self.course.issued is not None and (mandate is None or self._is_of(mandate, self.course.issued)):
            mandate, directed = self.course.issued.id, directed or self.course.issued.issuer
        opening = self.page.deadline(unit.start, order.start)
        ranged = opening is not None and opening.first is not None
        if opening and len(opening.value or "") == 10 and not ranged and not _BY.match(self.page.mask, opening.start):
            opening = None  # the day of the meeting, not of the task
        goes_on = same.orders and (same.block == unit.block or not assignees or assignees == same.assignees)
        deadline = order.deadline or opening or (same.deadline if goes_on else None)
        deadline = deadline or self._annual(unit, order) or self._dated_lead(unit)
        return replace(order, assignees=assignees, directed_by=directed, mandate=mandate, deadline=deadline)

    def _is_of(self, mandate: str, issued: DocumentMention) -> bool:
        """Whether a plan or programme is the one that the reported document issues: its name stands in one sentence."""
        unit = next((one for one in self.page.reading.units if one.start <= issued.start < one.end), None)
        if unit is None:
            return False
        return any(one.name == mandate for one in between(self.page.reading.programmes, issued.end, unit.end))

    def _heard_in(self, unit: Unit, speaker: str) -> bool:
        """Whether a speaker is named in the paragraph, not only in one before it."""
        if self.course.context.block != unit.block or self.course.context.directed_by is None:
            return True  # no order in the paragraph tells who gives it
        first = next(one for one in self.page.reading.units if one.block == unit.block)
        officials = between(self.page.reading.officials, first.start, unit.end)
        bodies = between(self.page.reading.agencies, first.start, unit.end)
        return speaker in {one.name for one in officials} | {one.name for one in bodies}

    def _dated_lead(self, unit: Unit) -> Period | None:
        """The time that a line gives which is nothing else, of the list below it: "Năm 2025:"."""
        above = self.page.reading.units[unit.lead] if unit.lead is not None else None
        if above is None or not _ONLY_TIME.fullmatch(self.page.mask, above.start, above.end):
            return None
        return self.page.deadline(above.start, above.end)

    def _visited(self) -> tuple[str, ...]:
        """The People's Committee of the province with whose leaders a leader met, as a notice's opening says."""
        met = _MEETING.search(self.page.mask, 0, 4000)
        names = self.page.names(met.start("who"), met.end("who")) if met else ()
        return tuple(
            name if name.startswith("Ủy ban") else f"Ủy ban nhân dân {name[0].lower()}{name[1:]}"
            for name in names[:1]
            if name.startswith(("Ủy ban nhân dân", "Tỉnh", "tỉnh", "Thành phố", "thành phố"))
        )

    def _own_director(self, order: Order) -> str | None:
        own = self.page.reading.own
        if own is None:
            return None
        if own.type in ("notice", "conclusion"):
            leader = next((o.name for o in self.page.reading.officials if o.start < 3000), None)
            if leader:
                return leader
        return own.issuer

    def _remember(self, order: Order, index: int, unit: Unit) -> None:
        if order.status is None and (
            order.giver or not self.course.context.orders or index - self.course.context.unit > 1
        ):
            said = (order.assignees, order.directed_by, order.mandate, order.deadline)
            self.course.context = Context(index, unit.block, *said, orders=True)
        elif order.status is None:
            self.course.context.unit = index
        else:
            self.course.promised = (index, order)
        if self.page.mask[unit.start : unit.end].rstrip().endswith(":"):
            helpers = order.helpers or cooperation.helpers(self.page, order.start, unit.end)
            self.course.leads[index] = replace(order, status=None, helpers=helpers)

    def _mandate(self, unit: Unit, order: Order) -> str | None:
        """The document or programme that the sentence's opening names as the one that orders."""
        opening = _UNDER.match(self.page.mask, unit.start, order.trigger)
        return self.page.cited(opening.start("what")) if opening else None

    def _annual(self, unit: Unit, order: Order) -> Period | None:
        """The year of the yearly resolution or plan under which the order is given."""
        opening = _UNDER.match(self.page.mask, unit.start, order.trigger)
        if not opening:
            return None
        document = self.page.document(opening.start("what"))
        year = _ANNUAL.search(document.title) if document and document.title else None
        return Period(document.start, document.end, year[1]) if document and year else None

    def _sender(self, index: int, unit: Unit) -> str | None:
        """Who acts in the sentence before: the one that "được đề nghị" leaves unsaid."""
        before = self.page.reading.units[index - 1] if index else None
        if before is None or before.block != unit.block:
            return None
        found = _SENDER.search(self.page.mask[before.start : before.end])
        names = self.page.names(before.start + found.start("who"), before.start + found.end("who")) if found else ()
        return names[0] if names else None

    def _pieces(self, unit: Unit, order: Order) -> Iterator[Task]:
        listed = _LISTED_AFTER.match(self.page.mask, order.start, order.end)
        begin = listed.end() if listed and self.page.begins_work(listed.end(), order.end) else order.start
        for start, end in self.page.split(begin, order.end):
            quoted = _QUOTATION.search(self.page.mask, start, end)
            if (
                quoted
                and self._opens(unit, quoted.start())
                and len(self.page.mask[start : quoted.start()].split()) >= 6
            ):
                end = quoted.start()
            aim = _STRIVES.search(self.page.mask, start, end) if self.page.reading.own is None else None
            if aim and not re.search(r"\d", self.page.mask[aim.start() : end]):
                aim = None
            end = self._trimmed(start, aim.start() if aim else end)
            head = HEAD.match(self.page.mask, start, end)
            own = order
            if head and self.page.begins_work(head.end(), end) and start > order.start:
                own = replace(order, assignees=self.page.names(head.start("who"), head.end("who"), head.end("more")))
                start = head.end()
            number = _NUMBER.match(self.page.mask, start, end)  # "… chịu trách nhiệm: (1) Cung cấp …"
            start = number.end() if number else start
            while start < end and not (self.page.mask[start].isalnum() or self.page.mask[start] in "\x01\x02\x03\x05"):
                start += 1
            if order.giver and len(self.page.text[start:end].split()) < 3:
                start = self._passive(unit, order, start)
            if len(_WORDS.findall(self.page.text, start, end)) < 2 or len(self.page.text[start:end].split()) < 3:
                continue
            if _FORMULA.search(self.page.mask, start, end):
                continue
            if self.page.match(_RIGHT, start, end):
                continue
            if self.page.search(_FIRST_THEN, start, end):
                continue
            beside = of_brackets(self.page.reading, start, end) if self.page.mask[end - 1] == ")" else None
            if beside:  # "Lập hồ sơ (Sở A, quý I/2026); đo tán cây (Sở B)"
                yield completed(self._task(unit, own, start, self._trimmed(start, beside[0])), beside[1])
            else:
                yield self._task(unit, own, start, end)

    def _opens(self, unit: Unit, mark: int) -> bool:
        """Whether a quotation mark opens what it stands before; the one after a name in quotation marks does not."""
        printed = self.page.text[mark]
        return printed != "”" and (printed != '"' or self.page.mask.count('"', unit.start, mark) % 2 == 0)

    def _trimmed(self, start: int, end: int) -> int:
        """Where the words end, without marks and conjunctions after them."""
        while (
            tail := _TAIL.search(self.page.mask, start, end) or self.page.search(_CONJUNCTION, start, end)
        ) is not None:
            end = tail.start()
        return end

    def _passive(self, unit: Unit, order: Order, start: int) -> int:
        """Where the clause begins that says what somebody is given: "Kho dữ liệu được giao cho Bộ X quản lý"."""
        clause = _GIVEN.search(self.page.mask[unit.start : order.trigger])
        return unit.start + clause.start("what") if clause else start

    def _year_of(self, position: int) -> Period | None:
        """The year that a plan's or programme's name gives as its own ("Kế hoạch … năm 2024"), not as an outlook."""
        programme = covering(self.page.reading.programmes, position)
        if programme is None:
            return None
        inside = [
            p for p in between(self.page.reading.periods, programme.start, programme.end) if p.end <= programme.end
        ]
        name = self.page.reading.folded[programme.start : programme.end]
        one = len(inside) == 1 and not _OUTLOOK.search(name) and not self.page.past(inside[0])
        return inside[0] if one else None

    def _deliverable(self, start: int, end: int) -> str | None:
        """What the work hands over: the thing that is drawn up, issued or submitted."""
        found = _DELIVERED.match(self.page.mask, start, end)
        if not found:
            return None
        last = found.end()
        while last > found.start("what") and self.page.mask[last - 1] in " ,.;":
            last -= 1
        return self.page.text[found.start("what") : last]

    def _task(self, unit: Unit, order: Order, start: int, end: int) -> Task:
        own = self.page.deadline(start, end) if order.status != "extended" else None  # the new time holds
        deadline = own or order.deadline
        mandate = order.mandate
        if self.page.reading.own is None and not order.told:
            inside = [match.start("what") for match in _CITED.finditer(self.page.mask, start, end)]
            if inside:
                inside = [place for place in inside if self.page.mask[place] == DOCUMENT] or inside
                mandate = self.page.cited(inside[0]) or mandate
                deadline = deadline or self._year_of(inside[0])
        recurrence = deadline.recurrence if deadline else None
        helpers = (*cooperation.helpers(self.page, start, end), *order.helpers)
        return Task(
            text=self.page.text[start:end],
            assignees=order.assignees,
            cooperators=tuple(dict.fromkeys(c for c in helpers if c not in order.assignees)),
            mandate=mandate,
            directed_by=order.directed_by,
            deadline=deadline.value if deadline and not recurrence else None,
            deadline_text=self.page.text[deadline.start : deadline.end] if deadline else None,
            recurrence=recurrence,
            deliverable=self._deliverable(start, end),
            provision=structure.provision(unit.place) if self.page.reading.own else None,
            status=order.status,
            status_date=self.page.reading.today.isoformat() if order.status and self.page.reading.today else None,
            evidence=(self.page.reading.evidence(start, end, unit.place),),
            confidence=order.sure,
        )
