"""Work that a sentence names as such: "Nhiệm vụ của Bộ X là hoàn thành …", "Ba việc cần làm ngay. Một là rà soát …".

The noun says that what follows is work, its owner or the one who is heard whose it is; a number of tasks announces the
sentences that count them off.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import Unit
from loaders.tasks import nameless
from loaders.tasks.acting_bodies import HEAD
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words import clauses
from loaders.words.clauses import PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

_NOUNS = (
    "nhiem vu", "trach nhiem", "loi cam ket", "cam ket", "viec can lam", "viec phai lam", "cong viec", "uu tien",
    "trong tam", "ke hoach", "chu truong", "yeu cau", "giai phap", "dinh huong", "viec", "dieu", "khau", "van de",
)  # fmt: skip
_WORK = rf"(?:{'|'.join(_NOUNS)})"
_IS = re.compile(
    rf"\b{_WORK}\b(?P<of>[^.;:,\"]{{0,110}}?)(?:,\s(?:theo\s)?{WHO}[^.;:,\"]{{0,30}},)?(?:\s(?:(?:se|phai|chinh|van)\s+)?"
    r"(?:la|gom|bao gom)\b(?:\s*:|\s+rang)?|(?P<colon>\s*:))\s*\"?\s*"
    rf"{clauses.ORDINAL}?"
    r"(?:(?:viec|phai|can(?! doi\b| nhac\b)|tiep tuc)\s+)*(?=\w)"
)
_NO_ORDER = Pattern(  # what such a noun may tell instead of work to be done
    r"\b(?:mục tiêu|chức năng|quyền hạn|ý nghĩa|mục đích|đáp ứng|theo|trước|nhờ)\s+(?:\w+\s+){0,2}$"
)
_ONLY_PROPOSED = Pattern(r"\b(?:dự thảo|đề xuất|kiến nghị|gợi ý|góp ý)\b[^.;:]*$")  # not yet work
_PRESSING = re.compile(
    r"\b(?:quan trong|trong tam|then chot|hang dau|cap bach|dot pha|truoc mat|can thiet|chu yeu|cot loi|toi day|sap toi"
    r"|thoi gian toi|tiep theo|lon nhat|duoc dat ra|uu tien|nam \d{4}|mau chot|can (?:nhat|lam|thiet)|phai lam|so mot"
    r"|dau tien|truoc (?:tien|het)|lam (?:truoc|ngay))\b"
)
_HABITUAL = re.compile(r"\b(?:moi (?:ngay|sang|toi|tuan)|thuong|hang ngay|lau nay|truoc day)\b")  # no work to come
_LOOSE = re.compile(
    r"giai phap|dinh huong|yeu cau|cong viec|ke hoach|chu truong|trong tam|uu tien"
    r"|(?:viec(?! (?:can|phai) lam)|dieu|khau|van de)\b"
)
_NUMBERS = ("mot so", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "nhung", "cac", *"123456789")
_COUNT = r"(?:[1-9]\d?|mot so|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nhung|cac)"
_ANNOUNCED = re.compile(
    rf"\b{_COUNT}\s+(?:nhom\s+)?(?:nhiem vu|giai phap|viec|cong viec|noi dung|yeu cau|trong tam"
    r"|buoc(?=\s*[.:]|$))\b"
    r"(?P<rest>[^.;\"]{0,160})"
)
_AHEAD = re.compile(
    rf"\b(?:se|can|phai|trong tam|chu yeu|cu the|sau day|nhu sau|uu tien|truoc mat|cap bach|then chot|\bla|gom)\b|{WHO}"
)
_OWNER = re.compile(rf"(?P<who>{WHO})\s+(?:se|can|phai|du kien)\b|\b(?:cua|cho|ma|doi voi)\s+(?P<whose>{WHO})")
_OF_OTHERS = re.compile(r"\bcua\b.*\bdoi voi\s")  # "Yêu cầu của bệnh nhân đối với Bộ X là …": no body's
_ASKED = re.compile(  # "Yêu cầu của Thủ tướng với Bộ X là …", "Điều Chủ tịch tỉnh cần ở Sở Y là …"
    rf"(?:yeu cau|dieu|viec)\s[^.;:,\"]{{0,60}}?(?P<by>{WHOEVER})\s+"
    r"(?:(?:dat ra|danh|gui|can|muon|mong(?: doi| cho)?|cho doi)\s+)?"
    rf"(?:cho|voi|doi voi|o|toi|den)\s+(?:cac\s+)?(?P<to>{WHO})(?=\s)"
)
_ORDINAL = re.compile(
    r"[\s\"]*(?:va\s+)?(?:(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+la"
    r"|buoc\s+(?:mot|hai|ba|bon|nam|cuoi(?: cung)?|\d)(?:\s+la\b|(?=\s*[,:]))"
    r"|thu\s+(?:nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)|(?:dau tien|tiep theo|tiep den|cuoi cung)(?:\s+la|,))"
    r"\b\s*[,:]?\s*(?:(?:la|viec|can|phai)\s+)*"
)
_BEGAN = re.compile(
    r"[:,]\s*\"?\s*(?:thu nhat|mot la|dau tien|truoc het)\b|\A\W*(?:thu|hai|ba|bon|nam)\s+(?:la|hai|ba|tu)\b"
)
_OWN = re.compile(r"\b(?:co|gom|la|cu the|tap trung|vao|lam|trien khai|thuc hien|chung toi|bo|uu tien)\s+$")
_WISHED = re.compile(r"\b(?:kien nghi|de xuat|mong|de nghi|yeu cau|khuyen nghi|khuyen cao|can|phai|nen|da)\b")
_NEAR = 4  # units behind the one that says how many tasks there are
_FAR = 15  # units over which the tasks that were announced are counted off


_NAMED = TRIGGERS.add(_IS, _NOUNS)
_COUNTED = TRIGGERS.add(_ANNOUNCED, _NUMBERS)


class NamedWork:
    """The sentences that call something work, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self._announced: tuple[int, Order] | None = None
        self._names = page.occurrences(_NAMED)
        self._counts = page.occurrences(_COUNTED)

    def read(self, index: int, unit: Unit, end: int) -> Order | None:
        """The work that the unit names, or that it counts off."""
        announced = self._announce(index, unit, end)
        return self._counted(index, unit, end) or self._named(index, unit, end, announced)

    def _speaker(self, index: int) -> str | None:
        heard = self.course.speaker
        return heard[1] if heard is not None and index - heard[0] <= 1 else None

    def _announce(self, index: int, unit: Unit, end: int) -> Order | None:
        """Keeps what a sentence says of the tasks that it announces: whose they are, by when, who says so."""
        found = self._counts.first(unit.start, end)
        if found is None:
            return None
        own = self.course.answering and self._own_plans(unit, found)
        if not own and not found[0].endswith("buoc") and not _AHEAD.search(found["rest"]):
            return None
        owner = _OWNER.search(self.page.mask, found.start("rest"), found.end("rest"))
        group = "who" if owner and owner["who"] else "whose"
        names = self.page.names(owner.start(group), owner.end(group)) if owner else ()
        planned = own or (owner is not None and owner["who"] and owner[0].endswith(" se"))
        names = names or (self.page.speaks_for(self._speaker(index)) if own else ())
        told = Order(
            unit.start,
            end,
            end,
            names,
            self._speaker(index),
            status="planned" if planned else None,
            deadline=self.page.deadline(found.start(), found.end()),
            sure=0.6,
        )
        before = self._announced
        if before is not None and index - before[0] <= _FAR:
            told = replace(
                told,
                assignees=names or before[1].assignees,
                deadline=told.deadline or before[1].deadline,
                status=told.status or before[1].status,
                directed_by=told.directed_by or before[1].directed_by,
            )
        self._announced = (index, told)
        return told

    def _own_plans(self, unit: Unit, found: re.Match[str]) -> bool:
        """Whether who is asked counts off what the own body does: "Cụ thể có ba việc.", nothing that it wishes for."""
        wished = _WISHED.search(self.page.mask, unit.start, found.end())
        opens = not self.page.mask[self.page.after_marker(unit) : found.start()].strip(' "')  # "Hai việc."
        own = opens or _OWN.search(self.page.mask, max(unit.start, found.start() - 40), found.start()) is not None
        return own and wished is None

    def _counted(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Hai là hoàn thiện …" after the sentence that announced so many tasks."""
        ordinal = _ORDINAL.match(self.page.mask, unit.start, end)
        since = self._counting(index, unit) if ordinal else None
        if ordinal is None or since is None:
            return None
        told, start = since[1], ordinal.end()
        if not clauses.does_work(self.page.mask, start, end):
            head = HEAD.match(self.page.mask, start, end)
            doer = None if head else nameless.opening(self.page, start, end)
            start = head.end() if head else doer[1] if doer else end
            if (head and (PERSON in head["who"] or head["colon"])) or not self.page.begins_work(start, end):
                return None
            names = self.page.names(head.start("who"), head.end("who"), head.end("more")) if head else ()
            told = replace(told, assignees=(doer[0],) if doer else names)
        self._announced = (max(since[0], index - _FAR // 2), since[1])
        return replace(told, trigger=start, start=start, end=end)

    def _counting(self, index: int, unit: Unit) -> tuple[int, Order] | None:
        """What announced the tasks that are counted off, and where; else the order whose words began to count."""
        if self._announced is not None and 0 < index - self._announced[0] <= _FAR:
            return self._announced
        before = self.course.context
        if not before.orders or not 0 < index - before.unit <= _NEAR or unit.block - before.block > 1:
            return None
        since = self.page.reading.units[before.unit]
        if not _BEGAN.search(self.page.mask[since.start : since.end]):
            return None  # "… đề nghị Y làm Z. Thứ nhất, …": on what grounds
        whose = (before.assignees, before.directed_by, before.mandate)
        return before.unit, Order(unit.start, unit.end, unit.end, *whose, sure=0.6)

    def _lately(self, index: int) -> Order | None:
        """What a sentence a little before announced, that who is asked goes on to tell."""
        since = self._announced
        return since[1] if since and self.course.answering and 0 < index - since[0] <= _NEAR else None

    def _named(self, index: int, unit: Unit, end: int, announced: Order | None) -> Order | None:
        """ "Nhiệm vụ trọng tâm của Bộ X là hoàn thành …"."""
        for found in self._names.within(unit.start, end):
            if not self.page.begins_work(found.end(), end):
                continue
            if self.page.search(_NO_ORDER, max(unit.start, found.start() - 24), found.start()):
                continue
            if found["colon"] and announced is None:
                announced = self._lately(index)  # "Có hai việc. … Việc kia khó hơn: viết lại …"
            if found["colon"] and announced is None:
                continue
            if self.page.search(_ONLY_PROPOSED, unit.start, found.start()):
                continue
            if _HABITUAL.search(found["of"]):
                continue
            owner = _OWNER.search(self.page.mask, found.start("of"), found.end("of"))
            group = "who" if owner and owner["who"] else "whose"
            names = self.page.names(owner.start(group), owner.end(group)) if owner else ()
            speaker = self._speaker(index)
            asked = _ASKED.match(self.page.mask, found.start(), found.end("of") + 1)
            if asked:
                names = self.page.names(*asked.span("to"))
                speaker = (*self.page.names(*asked.span("by")), speaker)[0]
            elif owner and _OF_OTHERS.match(found["of"][: owner.start(group) - found.start("of")].lstrip()):
                continue
            if not (names or speaker or announced):
                continue
            loose = _LOOSE.match(self.page.mask, found.start())
            if loose and not names and not announced and not _PRESSING.search(found["of"]):
                continue
            base = announced or Order(found.end(), found.end(), end, (), speaker, sure=0.6)
            names = names or base.assignees
            return replace(base, trigger=found.end(), start=found.end(), end=end, assignees=names)
        return None
