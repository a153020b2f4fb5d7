"""The duties in the part of a page that gives a document's provisions: with a body, or in a list that names none."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import Unit
from loaders.tasks import doers, duties, impersonal, list_heads, openings
from loaders.tasks.acting_bodies import ABOUT, ENTITLED, HEAD, IS_LEADING, MAY
from loaders.tasks.listed import BURDEN, NO_ENTRY, NO_WORK, Lists
from loaders.tasks.orders import Order
from loaders.tasks.relayed import Relay
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, WHO

_ISSUED = re.compile(rf"\s*(?:ky\s+)?(?:ban hanh|phe duyet|cong bo|thong qua|ky)\s+[{DOCUMENT}]")  # reports a document
_LABEL = re.compile(r"(?:giai phap|nhiem vu|noi dung|viec)\s+(?:thu\s+\w+|so\s+\d+|\d{1,2}|[ivx]+)\s*[:.-]\s*")
_MATTER = re.compile(  # what a body's duty is about: "Đối với hồ sơ giấy: Sở Nội vụ rà soát …"
    rf"(?:doi voi|ve|trong|voi|rieng|truong hop)\s[^:;.{ACTOR}]{{3,120}}:\s+(?=[{ACTOR}])"
)
_SAYS = re.compile(  # "Nghị định 12 quy định Sở X …", "Cũng tại Điều 7, dự thảo nêu rõ, …"
    rf"\s*(?:[^.;:{ACTOR}{DOCUMENT}]{{0,60}}\s)?[{DOCUMENT}]++\s+(?:(?:cung|con|da|nay)\s+)*"
    r"(?:quy dinh|neu|xac dinh|noi|chi|ghi|dat ra)(?:\s+(?:ro|cu the))?(?:\s+(?:trach nhiem|viec))?[,:]?\s+"
    r"(?:rang,?\s+)?"
)
_OF_THOSE = re.compile(  # "… đặt ra yêu cầu đối với các bộ, UBND cấp tỉnh: dành …"
    r"[^.:]*?\b(?:yeu cau|trach nhiem|nghia vu|nhiem vu|viec)\s+(?:(?:cu the|chinh)\s+)?(?:doi voi|cua|cho)\s+"
    r"(?P<who>[^.:;]{2,120}?)\s*(?:nhu sau|gom|la)?\s*:\s+"
)
_DOER = re.compile(  # a doer without a name, up to the first verb of work: "Cán bộ dự tập huấn chuẩn bị máy tính"
    r"(?P<who>(?:cac |nhung )?(?:co quan|don vi|can bo|cong chuc|nguoi|doanh nghiep|to chuc|trung tam|van phong|phong"
    r"|ban|chu dau tu|nha|chu quan)\s[^,;:.]{3,90}?)(?<! duoc)(?<! viec)\s+"
    rf"(?=(?:{clauses.alternation('action_verbs')})\b)"
)
_AFTERWARDS = re.compile(  # what comes before a body and its work: "Trên cơ sở đề nghị của …, Bộ X quyết định …"
    r"\s*(?:trong thoi han|sau khi|khi|truoc khi|can cu|tren co so|doi voi|truong hop|ke tu|cham nhat|hang nam|hang quy"
    rf"|dinh ky|de)\b[^.;:]{{3,240}}?,\s*(?:thi\s+)?(?={WHO})"
)
_TOLD_WHICH = re.compile(  # a doer told by what it does: "Đơn vị quản lý phòng máy gửi hồ sơ …"
    r"(?:cac |moi )?(?:don vi|co quan|to chuc(?! thuc hien)|bo phan|doanh nghiep|ca nhan|nguoi|can bo|cong chuc"
    r"|nhan vien)\s(?:quan ly|van hanh|cung cap|su dung|so huu|chu tri|chu quan|tiep nhan|thuc hien|tham gia"
    r"|phu trach|nop|de nghi|khai thac|duoc giao|co|giai quyet|tham dinh|kiem tra)(?=\s)"
)
_WORD = re.compile(r"\s+[^\s,;.:]+(?=\s)")
_MOST_WORDS = 12  # of what tells which doer is meant
_AFTER_CLAUSE = re.compile(
    r"(?:(?:trong|khi|truong hop|neu|sau khi|truoc khi|ke tu|cham nhat|hang nam|hang quy|dinh ky|doi voi|can cu)\b"
    r"[^.;:,]{3,160},\s*){1,3}"
)
_DEEP = 6  # lines above a duty that are asked what they say


class Explained:
    """The duties of the documents that a page explains, read in one source."""

    def __init__(self, lists: Lists) -> None:
        self.page = lists.page
        self.lists = lists
        self._kinds: dict[int, bool | None] = {}  # by the index of the unit
        self._those: tuple[int, tuple[str, ...]] = (-1, ())  # the unit that names whose its clauses' work is, and who

    def read(self, index: int, unit: Unit, end: int, relay: Relay, before: list[Order]) -> Order | None:
        """A duty: "Bộ X xây dựng …", "Có trách nhiệm …" below "Trách nhiệm của X", an entry of a list of work."""
        start = self.page.after_marker(unit)
        label = _LABEL.match(self.page.mask, start, end)
        start = label.end() if label else start
        said = (relay.issuer, relay.document.id)
        if self.page.mask[start:end].rstrip().endswith(":"):
            self.lists.introduced(index, start, end, Order(start, end, end, (), *said, sure=0.7))
            return None
        if its := self._of_those(index, start, end):
            return replace(its, directed_by=said[0], mandate=said[1])
        head = self._headed(start, end)
        if head and _ISSUED.match(self.page.mask, head.end(), end):
            return None
        if head:
            if self.page.match(MAY, head.end(), end) and not self.page.match(IS_LEADING, head.end(), end):
                return None
            if self.page.match(ENTITLED, head.end(), end):
                return None
            names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
            return Order(start, head.end(), end, names, *said, sure=0.7)
        duty, bearers = self._above(index, relay)
        duty = True if label else duty
        burden = self.page.match(BURDEN, start, end) if bearers or duty else None
        work = start = burden.end() if burden else start
        if not burden:
            work = openings.behind(self.page, start, end)
        thing = impersonal.must(self.page, start, end) if duty is not False else None
        if thing:
            return replace(thing, directed_by=said[0], mandate=said[1])
        if duty is False:
            return None
        if relay.codified and (nameless := self._nameless(start, end, said)):
            return nameless
        if self.page.match(NO_WORK, work, end):
            return None
        if not before and list_heads.is_title(self.page, index, end):
            return None
        bearers = bearers or self.lists.borne(index, unit)
        entry = unit.role == "item" or label is not None
        listed = duty or bearers or (relay.work and entry)
        begins = self.page.begins_work(work, end)
        along = work == start and ((duty and label) or self._goes_along(index, unit, start, end, before, sure=duty))
        alike = begins or burden or along
        if listed and alike:
            return Order(start, start, end, before[-1].assignees if before else bearers, *said, sure=0.6)
        doer = _DOER.match(self.page.mask, start, end) if duty else None
        if doer:
            who = " ".join(self.page.text[doer.start("who") : doer.end("who")].split())
            return Order(start, doer.end(), end, (who,), *said, sure=0.5)
        return None

    def _of_those(self, index: int, start: int, end: int) -> Order | None:
        """ "Điều 12 đặt ra yêu cầu đối với các sở: lập …", and the clauses behind a semicolon after it."""
        those = _OF_THOSE.match(self.page.mask, start, end)
        if those and self.page.begins_work(those.end(), end):
            self._those = (index, duties.printed_names(self.page, *those.span("who")))
            start = those.end()
        if self._those[0] != index or not self.page.begins_work(start, end):
            return None
        return Order(start, start, end, self._those[1], sure=0.6)

    def _nameless(self, start: int, end: int, said: tuple[str | None, str]) -> Order | None:
        """What a doer without a name does, also behind the clause that says when: "Khi …, bộ phận X lấy ý kiến …"."""
        opening = _AFTER_CLAUSE.match(self.page.mask, start, end)
        for begin in (start, opening.end() if opening else start):
            told = _TOLD_WHICH.match(self.page.mask, begin, end)
            if told:
                work = self._second_verb(told.end(), end)
                who = " ".join(self.page.text[begin:work].split()) if work else ""
                return Order(start, work, end, (who,), *said, sure=0.5) if work else None
            doer = doers.doer(self.page, begin, end)
            if doer:
                return Order(start, doer.end, end, doer.names, *said, sure=0.6)
        return None

    def _second_verb(self, at: int, end: int) -> int | None:
        """Where the work begins behind the verb that tells which doer is meant."""
        for _ in range(_MOST_WORDS):
            if self.page.begins_work(at + 1, end):
                return at + 1
            word = _WORD.match(self.page.mask, at, end)
            if word is None:
                return None
            at = word.end()
        return None

    def gives_duties(self, index: int, relay: Relay | None) -> bool:
        """Whether a unit gives provisions of a document that may be duties: not its aims, principles or terms."""
        return relay is not None and self._above(index, relay)[0] is not False

    def _headed(self, start: int, end: int) -> re.Match[str] | None:
        """A body with the work that it does, at the head of the stretch or after the clause that says when."""
        says = _SAYS.match(self.page.mask, start, end)
        start = says.end() if says else start
        head = HEAD.match(self.page.mask, start, end)
        if head:
            leading = self.page.match(IS_LEADING, head.end(), end)
            return head if leading or self.page.begins_work(head.end(), end) else None
        opening = _MATTER.match(self.page.mask, start, end) or ABOUT.match(self.page.mask, start, end)
        begin = opening.end() if opening else openings.behind(self.page, start, end)
        if begin == start and (afterwards := _AFTERWARDS.match(self.page.mask, start, end)):
            begin = afterwards.end()
        head = HEAD.match(self.page.mask, begin, end)
        return head if head and self.page.begins_work(head.end(), end) else None

    def _above(self, index: int, relay: Relay) -> tuple[bool | None, tuple[str, ...]]:
        """What the lines above say, the nearest first: whether duties follow or something else, and whose."""
        units = self.page.reading.units
        above = units[index].heading
        for _ in range(_DEEP):
            if above is None:
                break
            lead = self.lists.course.leads.get(above)
            if lead and lead.assignees:
                return True, lead.assignees
            named = duties.of_heading(self.page, units[above])
            if named:
                return True, named
            said = self._kind(above)
            if said is not None and (above >= relay.since or said):
                return said, list_heads.bearers(self.page, units[above])
            if above > relay.since and self.page.mask[units[above].end - 1] == ":":
                break
            above = units[above].heading
        return None, ()

    def _kind(self, index: int) -> bool | None:
        """What a line says of the list below it; what ends in a full stop opens none."""
        if index not in self._kinds:
            unit = self.page.reading.units[index]
            opens = self.page.mask[unit.end - 1] not in ".;,"
            self._kinds[index] = list_heads.kind(self.page, unit) if opens else None
        return self._kinds[index]

    def _goes_along(
        self, index: int, unit: Unit, start: int, end: int, before: list[Order], *, sure: bool | None
    ) -> bool:
        """Whether an entry that begins with no known verb is work: since the others of its list, or its clauses, are.

        Where the lines above are `sure` to announce duties, every entry is one.
        """
        if self.page.match(NO_ENTRY, start, end) or not self.page.mask[start : start + 1].isalpha():
            return False
        if before or (sure and unit.role == "item"):
            return True
        return unit.role == "item" and self.lists.alike(index)
