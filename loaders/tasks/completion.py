"""What completes an order that leaves a field unsaid: who has to do it, who directs it, its mandate, its deadline.

Reads the opening of its sentence, the line that opens its list, the orders before it, and the document itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import DocumentMention, Period, Unit
from loaders.tasks import addressees
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Context, Course, Order
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.words.keyed import Keyed
from loaders.words.wording import covering

_ONLY_TIME = re.compile(
    r"\W*(?:den |trong |giai doan |truoc )?(?:het )?(?:nam|quy|thang|giai doan)\b[^a-z]*(?:nam[^a-z]*)?"
)
_LAST = re.compile(  # behind a time, nothing but what opens a list
    r"\s*[,)]?\s*(?:(?:gom|bao gom|nhu sau|sau day|sau|cu the|la|cac|nhung|noi dung|nhiem vu|viec)\s*)*:\s*"
)
_WORK = re.compile(r"\b(?:viec|nhiem vu|noi dung|giai phap|hang muc|hoan thanh|xong|thoi han)\b")
_HAS_GIVEN = re.compile(r"\b(?:da|vua|tung)\s+(?:(?:dua|neu)\s+ra\s+|co\s+)?$")
_DAY = re.compile(r"(?:truoc|den|cham nhat|han|muon nhat)\b")
_ANNUAL = re.compile(r"\bnăm\s+(20\d\d)\s*$")
_BY_WORD = re.compile(  # "Theo chỉ đạo của Thủ tướng, …"
    r"\s*(?:thuc hien\s+|theo\s+)+(?:su\s+)?(?:y kien\s+)?(?:chi dao|yeu cau|ket luan|phan cong|chi thi)\s+(?:moi\s+)?"
    rf"(?:cua|tu)\s+(?P<who>{WHO}),"
)
_BEHIND = Keyed(  # "…, theo chỉ đạo của Chủ tịch UBND tỉnh"
    r"\btheo\s+(?:su\s+|dung\s+)?(?:y kien\s+)?(?:chi dao|yeu cau|ket luan|phan cong|menh lenh)\s+"
    rf"(?:moi\s+|moi nhat\s+|truc tiep\s+)?(?:cua|tu)\s+(?P<who>{WHO})\s*[,.;]?\s*$",
    "theo",
)
_RELAYED = Keyed(  # whose words an office passes on: "Phó Thủ tướng A có ý kiến như sau:"
    rf"(?P<who>{WHO})\s+(?:da\s+)?(?:co|cho)\s+(?:y kien|ket luan)(?:\s+chi dao)?\s*(?:nhu sau|sau day)?\s*:"
    rf"|(?:truyen dat|thong bao)\s+(?:y kien(?:\s+chi dao)?|ket luan)\s+cua\s+(?P<by>{WHO})",
    "y kien|ket luan",
)
_PREAMBLE = 4000  # characters in which a letter says whose words it passes on
_SENDER = re.compile(rf"(?:^|,\s*)(?P<who>{WHO})\s+(?:vua|da|dang|se|cung)\b")
_UNDER = re.compile(
    r"\s*(?:[^,.;:]{0,40},?\s)?(?:tai|theo|thuc hien|can cu|de thuc hien|trien khai)\s+(?:noi dung\s+)?"
    r"(?:(?:(?:su )?phan cong|quy dinh|lo trinh|yeu cau|chi dao|nhiem vu(?: duoc giao)?)\s+(?:neu\s+)?"
    r"(?:tai|cua|trong)\s+)?"
    rf"(?P<what>[{DOCUMENT}{PROGRAMME}]++)"
)
_STATES = re.compile(  # "Nghị quyết 71 xác định Bộ X là cơ quan chủ trì …"
    rf"\s*(?P<what>[{DOCUMENT}{PROGRAMME}]++)(?:\s+cua\s+[{ACTOR}{PERSON}]++)?\s+(?:da\s+|cung\s+)?(?:xac dinh|neu ro"
    r"|quy dinh|chi ro|noi ro|ghi ro|khang dinh|yeu cau)\s+(?:ro\s+)?"
)
_BY = re.compile(
    rf"\s*(?:cung\s+)?(?:theo|tai)\s+(?:quy dinh\s+(?:tai|cua|trong)\s+)?(?P<what>[{DOCUMENT}]++)[^.;:]*?,\s"
)
_ISSUES = re.compile(r"\b(?:ban hanh|ky|thong qua|phe duyet|co|ra|trien khai)\s+(?:cac\s+)?$")
_NEAR = 40
_THEREBY = Keyed(  # "Chính phủ ban hành Nghị quyết X …, theo đó mỗi sở phải …"
    rf"(?P<what>[{DOCUMENT}]++)[^.;{DOCUMENT}]*[,;]\s+(?:theo do|trong do|qua do|tai do)\b",
    "theo do|trong do|qua do|tai do",
)
_THEN = re.compile(  # "Thủ tướng ký Công điện X về …; yêu cầu Bộ Y …"
    rf"(?P<what>[{DOCUMENT}]++)[^.;{DOCUMENT}{ACTOR}{PERSON}]*[,;]\s+(?:dong thoi,?\s+|va\s+)?$"
)
_SAYS_SO = Keyed(  # "Thực hiện Công văn của Bộ X, UBND tỉnh có ý kiến như sau: Sở Y …"
    rf"(?P<who>{WHO})\s+(?:(?:da|vua|cung)\s+)*(?:co\s+)?(?:y kien|yeu cau|chi dao|de nghi|giao|phan cong|thong bao)"
    r"(?:\s+chi dao)?\s+(?:mot so noi dung\s+)?(?:nhu sau|sau day|cu the)\s*:",
    "nhu sau|sau day|cu the",
)
_MEETING = Keyed(rf"lam viec (?:voi|tai)\s+(?:lanh dao\s+)?(?P<who>[{ACTOR}]++)", "lam viec voi|lam viec tai")


_PEERS = ("Bộ ", "Sở ")  # none of them orders another one


def _are_peers(giver: str | None, order: Order) -> bool:
    """Whether who gave an order before is no more than those whose work this is: "Bộ X yêu cầu …", then "Bộ Y …"."""
    rank = next((head for head in _PEERS if giver and giver.startswith(head) and giver != "Bộ Chính trị"), None)
    return rank is not None and any(name.startswith(rank) for name in order.assignees)


class Completion:
    """What completes the orders of one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.visited = self._visited()
        self.addressees = addressees.find(page)

    def complete(self, order: Order, index: int, unit: Unit, speaker: str | None, first: int) -> Order:
        """The order with what its sentence, its lead and the clauses before it tell.

        `first` is where the work of the sentence's first order begins.
        """
        own, before = self.page.reading.own, self.course.context
        near = before if index - before.unit <= 3 and not own else Context()
        same = near if (near.block == unit.block or index - near.unit <= 1) else Context()
        if order.assignees == ("…",):
            order = replace(order, assignees=near.assignees)
        if own:
            order, others = self._of_own(order, index, unit, own)
        else:
            order, others = self._of_news(order, index, unit, speaker, near, same), False
        opening = None if others and not order.giver else self._due_first(order, unit, first)
        goes_on = same.orders and (self._opens(same, unit) or order.assignees in ((), same.assignees))
        deadline = order.deadline or opening or (same.deadline if goes_on else None)
        deadline = deadline or self._annual(unit, order) or self._dated_lead(unit)
        addressed = self.addressees if not order.assignees and order.status is None else order.assignees
        return replace(order, assignees=addressed, deadline=deadline)

    def _opens(self, before: Context, unit: Unit) -> bool:
        """Whether a time opens the sentence of the order before, in one paragraph: the sentences after it go on in it.

        A time inside it is that order's own: "Thủ tướng yêu cầu chậm nhất trong tháng 12, các bộ …. Bộ X …".
        """
        if before.block != unit.block or before.deadline is None:
            return False
        first = covering(self.page.reading.units, before.deadline.start)
        if first is None or first.block != unit.block:
            return False
        return first.start == unit.start or not self.page.actors_in(first.start, before.deadline.start)

    def _of_own(self, order: Order, index: int, unit: Unit, own: DocumentMention) -> tuple[Order, bool]:
        """The order of an official text with who directs it and by what, and whether it is another document's."""
        reported = self._reported(unit, order) if order.giver else None
        cited = None if reported else self._cited(unit, order)
        if reported:
            order = replace(order, mandate=reported)
        elif cited:
            order = replace(order, mandate=cited.id, directed_by=cited.issuer)
        else:
            mandate = own.id  # "Thực hiện Kế hoạch số 5, Cục A đề nghị …" orders by this letter, on that ground
            if order.status is not None:
                mandate = order.mandate or self._mandate(unit, order) or own.id
            order = replace(order, mandate=mandate, directed_by=self._own_director())
        if order.directed_by is None and order.passive:
            order = replace(order, directed_by=self._sender(index, unit))
        if own.type in ("notice", "conclusion") and not order.assignees:
            order = replace(order, assignees=self.visited)
        return order, bool(reported or cited)

    def _of_news(
        self, order: Order, index: int, unit: Unit, speaker: str | None, near: Context, same: Context
    ) -> Order:
        """The order of an article with who directs it and by what: as it says, as was said before, as is reported."""
        directed, mandate = self._before(order, index, unit, speaker, near, same)
        directed = self._worded(order, unit, directed)
        if directed in order.assignees and order.status is None:
            directed = None
        under = self._mandate(unit, order)
        thereby = None if mandate or under else self._thereby(unit, order)
        mandate = mandate or under or (thereby.id if thereby else None)
        directed = directed or (thereby.issuer if thereby and thereby.issuer not in order.assignees else None)
        if directed is None and under == mandate and order.status is None:
            directed = self._issuer(unit, order)
        issued, about, letter = self.course.issued, self.course.announced, self.course.letter
        on_ground = issued is not None and mandate == under and directed is not None and directed == issued.issuer
        if issued is not None and (on_ground or mandate in (None, issued.id) or self._is_of(mandate, issued)):
            mandate, directed = issued.id, directed or issued.issuer
        if about and mandate is None and order.status is None and about.given_by(self.page, directed):
            mandate, directed = about.document.id, directed or about.document.issuer
        if directed is None and mandate and order.giver and order.status is None:
            cited = ordered.within(self.page.reading.documents, unit.start, order.trigger)
            issuers = (one.issuer for one in cited if one.id == mandate and one.issuer not in order.assignees)
            directed = next(issuers, None)  # "UBND tỉnh ban hành Kế hoạch X, trong đó giao Sở Y …"
        told_of = issued or (about.document if about else None)
        told = order.told or (told_of is not None and mandate == told_of.id)  # what else it cites is how, not by what
        if letter is not None and order.status is None and directed in (None, letter.giver):
            mandate, directed = mandate or letter.mandate, letter.giver
        return replace(order, directed_by=directed, mandate=mandate, told=told)

    def _before(
        self, order: Order, index: int, unit: Unit, speaker: str | None, near: Context, same: Context
    ) -> tuple[str | None, str | None]:
        """Who directs an order that does not say so, by the order before it or who is heard, and by what."""
        before, directed, mandate = self.course.context, order.directed_by, order.mandate
        if directed is not None:
            return directed, mandate
        if before.orders and index - before.unit <= 1 and not (speaker and self._heard_in(unit, speaker)):
            if before.block == unit.block and (order.passive or self._provides(before)):
                mandate = mandate or before.mandate
            directed = before.directed_by
        elif not ((order.status or order.passive) and order.assignees and self._heard_before(unit, speaker)):
            directed = speaker or (near.directed_by if order.sure < 0.9 or order.giver else same.directed_by)
        if _are_peers(directed, order) and self._heard_before(unit, directed):
            directed = None
        if directed is None and order.passive:
            directed = self._sender(index, unit)
        return directed, mandate

    def _worded(self, order: Order, unit: Unit, directed: str | None) -> str | None:
        """Who directs it by the words around it: "…, theo yêu cầu của X", before it if nobody else does."""
        page = self.page
        so = None if order.giver else _SAYS_SO.search(page.mask, unit.start, order.trigger)
        if so and (names := page.names(so.start("who"), so.end("who"))):
            return names[0]
        if directed is None and (told := _BY_WORD.match(page.mask, unit.start, order.trigger)):
            directed = (*page.names(told.start("who"), told.end("who")), None)[0]
        if not order.giver and (behind := _BEHIND.search(page.mask, order.start, order.end)):
            directed = (*page.names(behind.start("who"), behind.end("who")), directed)[0]
        return directed

    def _due_first(self, order: Order, unit: Unit, first: int) -> Period | None:
        """The time with which it opens, but the day on which somebody spoke or met."""
        opening = self._opening(unit, order, first)
        month = opening is not None and order.giver and self.page.mask.startswith("thang ", opening.start)
        if opening and month and _HAS_GIVEN.search(self.page.mask, opening.end, order.trigger):
            return None  # "Tháng 3/2027, Thủ tướng đã yêu cầu …": when it was given
        day = opening is not None and opening.first is None and len(opening.value or "") == len("2024-06-30")
        return None if opening and day and not _DAY.match(self.page.mask, opening.start) else opening

    def _reported(self, unit: Unit, order: Order) -> str | None:
        """The other document by which somebody else gives an order that an official text reports."""
        own = self.page.reading.own
        if own is None or order.directed_by is None or order.directed_by == own.issuer:
            return None
        if order.mandate:
            return order.mandate if order.mandate != own.id else None
        before = ordered.within(self.page.reading.documents, unit.start, order.trigger)
        return next((one.id for one in before if one.issuer == order.directed_by and one.id != own.id), None)

    def _cited(self, unit: Unit, order: Order) -> DocumentMention | None:
        """The other document whose order the preamble of an official text tells: "… Nghị quyết X, theo đó mỗi sở …"."""
        own = self.page.reading.own
        if own is None or order.giver or order.status is not None or self.course.provisions:
            return None
        if order.mandate not in (None, own.id) and order.directed_by:
            return next((one for one in self.page.reading.documents if one.id == order.mandate), None)
        under = _THEREBY.search(self.page.mask, unit.start, order.trigger)
        under = under or _BY.match(self.page.mask, unit.start, order.trigger)
        cited = self.page.document(under.start("what")) if under else None
        return cited if cited and cited.id != own.id and cited.issuer not in (None, *order.assignees) else None

    def _opening(self, unit: Unit, order: Order, first: int) -> Period | None:
        """The time with which the order's clause opens, else its sentence: not that of an order between."""
        if order.start <= first:
            return self.page.deadline(unit.start, order.start)
        mask = self.page.mask
        clause = max(mask.rfind(";", first, order.trigger), mask.rfind(",", first, order.trigger)) + 1
        near = self.page.deadline(clause or order.trigger, order.start)
        return near or self.page.deadline(unit.start, first)

    def _is_of(self, mandate: str, issued: DocumentMention) -> bool:
        """Whether a plan or programme is the one that the reported document issues: its name stands in one sentence."""
        unit = next((one for one in self.page.reading.units if one.start <= issued.start < one.end), None)
        if unit is None:
            return False
        return any(one.name == mandate for one in ordered.within(self.page.reading.programmes, issued.end, unit.end))

    def _heard_before(self, unit: Unit, speaker: str | None) -> bool:
        """Whether it is a body that was heard, and in another paragraph: what others undertake here is their own."""
        if speaker is None or any(one.name == speaker for one in self.page.reading.officials):
            return False
        first = next(one for one in self.page.reading.units if one.block == unit.block)
        return speaker not in {one.name for one in ordered.within(self.page.reading.agencies, first.start, unit.end)}

    def _heard_in(self, unit: Unit, speaker: str) -> bool:
        """Whether a speaker is named in the paragraph, not only in one before it."""
        if self.course.context.block != unit.block or self.course.context.directed_by is None:
            return True  # no order in the paragraph tells who gives it
        first = next(one for one in self.page.reading.units if one.block == unit.block)
        officials = ordered.within(self.page.reading.officials, first.start, unit.end)
        bodies = ordered.within(self.page.reading.agencies, first.start, unit.end)
        return speaker in {one.name for one in officials} | {one.name for one in bodies}

    def _provides(self, before: Context) -> bool:
        """Whether the order before was a document's own, on the word of its issuer."""
        return before.mandate is not None and any(
            one.id == before.mandate and one.issuer == before.directed_by for one in self.page.reading.documents
        )

    def _sender(self, index: int, unit: Unit) -> str | None:
        """Who acts in the sentence before: the one that "được đề nghị" leaves unsaid."""
        before = self.page.reading.units[index - 1] if index else None
        if before is None or before.block != unit.block:
            return None
        found = _SENDER.search(self.page.mask[before.start : before.end])
        names = self.page.names(before.start + found.start("who"), before.start + found.end("who")) if found else ()
        return names[0] if names else None

    def _mandate(self, unit: Unit, order: Order) -> str | None:
        """The document or programme that the sentence's opening names as the one that orders."""
        opening = self._under(unit, order)
        return self.page.cited(opening.start("what")) if opening else None

    def _under(self, unit: Unit, order: Order) -> re.Match[str] | None:
        stated = _STATES.match(self.page.mask, unit.start, order.trigger)
        if stated and stated.end() == order.trigger:
            return stated
        return _UNDER.match(self.page.mask, unit.start, order.trigger)

    def _thereby(self, unit: Unit, order: Order) -> DocumentMention | None:
        """The document whose issue the clause before tells: "Chính phủ ban hành Nghị quyết X, trong đó Bộ Y cần …"."""
        if order.status is not None:
            return None
        found = _THEREBY.search(self.page.mask, unit.start, order.trigger)
        if not found and order.giver:
            found = _THEN.search(self.page.mask, unit.start, order.trigger)
        document = self.page.document(found.start("what")) if found else None
        issued = found and _ISSUES.search(self.page.mask, max(unit.start, found.start() - _NEAR), found.start())
        return document if issued else None

    def _issuer(self, unit: Unit, order: Order) -> str | None:
        """Who issued the document that the sentence's opening names: "Theo Quyết định … của Bộ Y tế, Sở X phải …"."""
        opening = self._under(unit, order)
        document = self.page.document(opening.start("what")) if opening else None
        return document.issuer if document and document.issuer not in order.assignees else None

    def _annual(self, unit: Unit, order: Order) -> Period | None:
        """The year of the yearly resolution or plan under which the order is given."""
        opening = _UNDER.match(self.page.mask, unit.start, order.trigger)
        if not opening:
            return None
        document = self.page.document(opening.start("what"))
        year = _ANNUAL.search(document.title) if document and document.title else None
        if document is None or year is None:
            return None
        said = list(re.finditer(rf"\bnam\s+{year[1]}\b", self.page.reading.folded[document.start : order.trigger]))
        if not said:
            return None  # its name is told elsewhere: here stands at most the day on which it was issued
        return Period(document.start + said[-1].start(), document.start + said[-1].end(), year[1])

    def _dated_lead(self, unit: Unit) -> Period | None:
        """The time that a line gives the list below it: "Năm 2025:", "Các việc phải xong trước ngày 30/11 gồm:"."""
        above = self.page.reading.units[unit.lead] if unit.lead is not None else None
        if above is None:
            return None
        due = self.page.deadline(above.start, above.end)
        last = due is not None and _LAST.fullmatch(self.page.mask, due.end, above.end)
        work = last and _WORK.search(self.page.mask, above.start, above.end)
        return due if work or _ONLY_TIME.fullmatch(self.page.mask, above.start, above.end) else None

    def _own_director(self) -> str | None:
        """Who directs the work of an official text: the leader whose words a notice gives, else who issued it."""
        own = self.page.reading.own
        if own is None:
            return None
        if own.type in ("notice", "conclusion"):
            signed = min(
                (u.start for u in self.page.reading.units if u.role in ("signature", "recipients")), default=3000
            )
            leader = next((o.name for o in self.page.reading.officials if o.start < min(3000, signed)), None)
            if leader:
                return leader
        if own.type in ("notice", "official-letter"):
            relayed = _RELAYED.search(self.page.mask, 0, _PREAMBLE)
            group = "who" if relayed and relayed["who"] else "by"
            names = self.page.names(relayed.start(group), relayed.end(group)) if relayed else ()
            return names[0] if names else own.issuer
        return own.issuer

    def _visited(self) -> tuple[str, ...]:
        """The People's Committee of the province with whose leaders a leader met, as a notice's opening says."""
        met = _MEETING.search(self.page.mask, 0, 4000)
        names = self.page.names(met.start("who"), met.end("who")) if met else ()
        return tuple(
            name if name.startswith("Ủy ban") else f"Ủy ban nhân dân {name[0].lower()}{name[1:]}"
            for name in names[:1]
            if name.startswith(("Ủy ban nhân dân", "Tỉnh", "tỉnh", "Thành phố", "thành phố"))
        )
