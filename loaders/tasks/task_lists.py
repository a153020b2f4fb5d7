"""A sentence that announces tasks and lists them itself: "Kế hoạch đề ra 5 nhiệm vụ: A; B; C", "… việc, gồm: A; B".

Reads who or what sets the tasks, or who carries them out, before the noun that calls them tasks.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import ACTOR, DOCUMENT, ORDINAL, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern

_NOUNS = (
    "nhiem vu",
    "giai phap",
    "dau viec",
    "phan viec",
    "cong viec",
    "viec",
    "noi dung",
    "nhom",
    "hoat dong",
    "yeu cau",
    "trong tam",
)
_LISTS = re.compile(
    rf"(?:nhom\s+)?(?:{'|'.join(_NOUNS)})\b(?P<of>[^.;:\"?{ACTOR}]{{0,110}}?)"
    r"(?:(?P<colon>\s*(?:,\s*)?(?:(?:cu the|chu yeu|trong do|nhu|la|nhu sau|sau|sau day)\s*)?:)"
    r"|\s*,?\s+(?:bao gom|gom(?:\s+co)?|do la|nhu|la)\b\s*(?P<mark>:)?)"
    rf"\s*\"?\s*(?:\(?\d{{1,2}}\s?[).]\s*|-\s+|{ORDINAL})?"
)
_TASKS = TRIGGERS.add(_LISTS, _NOUNS)
_LOOSE = re.compile(r"(?:nhom\s+)?(?:nhom|yeu cau|viec|noi dung|hoat dong|cong viec)\b")
_COUNT = re.compile(
    r"\b(?:\d{1,3}|mot so|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nhung|cac|loat|hang loat|nhieu|tung)\s+"
    r"(?:(?:nhom|dau|phan)\s+)?$"
)
_SETS = re.compile(
    r"\b(?P<verb>de ra|(?:dua ra|ra)(?=\s+(?:\w+\s+){0,3}yeu cau)|dat ra"
    r"|xac dinh(?: ro)?|neu(?: ro)?|chi ro|chi ra|thong nhat|quyet dinh|quy dinh|nhan manh"
    r"|phan cong|giao|yeu cau|luu y|quan triet|ban hanh|xay dung|chot)\s+[^.;:]{0,60}$"
)
_STARTS = re.compile(  # "… đã phát động phong trào X, với các nội dung: …"
    r"\b(?P<verb>phat dong|trien khai|to chuc)\s+(?:ke hoach|chuong trinh|phong trao|chien dich"
    r"|dot (?:cao diem|ra quan)|mo hinh)\b[^.;:]{0,160}?\s(?:voi|gom|tap trung(?: vao)?)\s+(?:\w+\s+){0,3}$"
)
_DOES = re.compile(
    r"\b(?P<verb>trien khai|thuc hien|tap trung|uu tien|tien hanh|lam|no luc|quyet tam|day manh|hoan thanh|theo duoi)\b"
    r"[^.;:,\x01\x02]{0,60}$"
)
_NOT_AHEAD = Pattern(  # what was done, is proposed, or is no work of anybody
    r"\b(?:đã|vừa|từng|được đánh giá|chưa|không|chậm|dự thảo|đề xuất|kiến nghị|góp ý|gợi ý|kết quả|hạn chế|tồn tại"
    r"|báo cáo|tổng kết|sơ kết|hoàn thành \d+)\s[^.;:]{0,160}$"
)
_SET_BEFORE = Pattern(
    r"\bđã\s+(?:phát động|(?:triển khai|tổ chức) (?:kế hoạch|chương trình|phong trào|chiến dịch|đợt|mô hình)"
    r"|đề ra|đặt ra|xác định|nêu|chỉ rõ|chỉ ra|thống nhất|quyết định|phân công|giao|yêu cầu)\b"
)
_SETTER = re.compile(rf"(?P<what>[{DOCUMENT}{PROGRAMME}]++)(?:\s+(?:ngay\s+[\d/.-]+|cua\s+{WHO}|nay|tren))*\s*,?\s*")
_CITED = re.compile(rf"[{DOCUMENT}{PROGRAMME}]++")
_SUBJECT = re.compile(rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s*,?\s+(?=\w)")
_DOER = re.compile(rf"(?:{WHOEVER}|(?:nha thau|chu dau tu|don vi thi cong|nha truong|co quan chu tri))\s+")
_PAPER = re.compile(
    r"(?:^|[.;,]\s*)\s*(?:ban\s+|noi dung\s+)?(?:ke hoach|chuong trinh|de an|quyet dinh|nghi quyet|chi thi|chien luoc"
    r"|van ban|cong dien|cong van|thong bao|ket luan)(?:\s+(?:nay|tren|cung|con|hanh dong))*\s+$"
)
_SUBJECTLESS = re.compile(
    r"\s*(?:rieng\s+)?(?:trong|nam|quy|thang|den|tu|thoi gian toi|sap toi|theo do|cu the|trong do)\b[^.;:]*,\s*$"
)
_DRIVE = Pattern(  # "Đợt cao điểm tập trung 4 việc: …"
    r"(?:đợt (?:cao điểm|ra quân|tổng rà soát)|chiến dịch|phong trào|cuộc vận động)"
    r"(?:\s(?:này|lần này|sẽ|năm nay))*\s+$"
)
_HELPED = re.compile(r"\b(?:tham muu|giup|ho tro|voi|cung|cho|giup viec)\s+(?:cac\s+|cho\s+)?$")
_MOST_BACK = 6  # units over which a document that is only called "kế hoạch" is looked for


class TaskLists:
    """The sentences of one source that list tasks."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self._nouns = page.occurrences(_TASKS)

    def read(self, index: int, unit: Unit, end: int) -> Order | None:
        """The tasks that a sentence lists, or that the list below it gives, with who sets or does them."""
        for found in self._nouns.within(unit.start, end):
            order = self._of(index, unit, found, end)
            if order is not None:
                return order
        return None

    def _of(self, index: int, unit: Unit, found: re.Match[str], end: int) -> Order | None:
        colon = found["colon"] or found["mark"]
        below = colon is not None and not self.page.mask[found.end() : end].strip()
        if not below and not self._work(found, end):
            return None
        counted = _COUNT.search(self.page.mask, max(unit.start, found.start() - 24), found.start())
        if _LOOSE.match(self.page.mask, found.start()) and not counted:
            return None
        if not (colon or counted):
            return None
        lead = counted.start() if counted else found.start()
        verbs = (form.search(self.page.mask, unit.start, lead) for form in (_SETS, _STARTS, _DOES))
        verb = next((found for found in verbs if found), None)
        if verb is None:
            return None
        told = lead if verb.re is _STARTS else verb.end("verb")
        sets = self.page.search(_SET_BEFORE, unit.start, told) is not None
        if not sets and self.page.search(_NOT_AHEAD, unit.start, lead):
            return None
        start = end if below else found.end()
        setting = verb.re is not _DOES
        if document := self._document(index, unit, verb.start("verb")):
            return Order(found.start(), start, end, (), document[1], document[0], sure=0.7, giver=True)
        names = self._subject(unit, verb.start("verb"))
        issued = _CITED.search(self.page.mask, verb.end("verb"), lead) if setting and names else None
        if issued and (document := self._cited(issued.start())):  # "Bộ X ban hành Kế hoạch số 8 với 5 nhiệm vụ: …"
            return Order(found.start(), start, end, (), names[0], document[0], sure=0.7, giver=True)
        if not names and _SUBJECTLESS.fullmatch(self.page.mask, unit.start, verb.start("verb")):
            before = self._before(index, unit)
            return Order(found.start(), start, end, before, (*before, None)[0], sure=0.5) if before else None
        if not names and self.page.search(_DRIVE, unit.start, verb.start("verb")):
            before = self._before(index, unit)
            return Order(found.start(), start, end, (), (*before, None)[0], sure=0.6, giver=True)
        if names and setting:
            return Order(found.start(), start, end, (), names[0], sure=0.7, giver=True)
        if names:
            return Order(found.start(), start, end, names, sure=0.6, giver=True)
        if setting and self.course.issued is not None:
            return Order(found.start(), start, end, (), sure=0.6, giver=True)
        if self.course.speaker is not None and index - self.course.speaker[0] <= 1:
            return Order(found.start(), start, end, (), self.course.speaker[1], sure=0.6, giver=True)
        return None

    def _work(self, found: re.Match[str], end: int) -> bool:
        """Whether work follows, behind a colon also with who has to do it: "ra ba yêu cầu: Sở X cấp vốn; …"."""
        if self.page.begins_work(found.end(), end):
            return True
        doer = _DOER.match(self.page.mask, found.end(), end) if found["colon"] else None
        return doer is not None and self.page.begins_work(doer.end(), end)

    def _document(self, index: int, unit: Unit, verb: int) -> tuple[str, str | None] | None:
        """The document or programme that sets the tasks, with its issuer: by its name, or as "kế hoạch" alone."""
        runs = [match for match in _SETTER.finditer(self.page.mask, unit.start, verb) if match.end() == verb]
        if runs:
            return self._cited(runs[-1].start("what"))
        if not _PAPER.search(self.page.mask, unit.start, verb):
            return None
        units = self.page.reading.units
        for other in reversed(units[max(0, index - _MOST_BACK) : index]):
            names = [
                run.start()
                for run in re.finditer(f"[{DOCUMENT}{PROGRAMME}]++", self.page.mask[other.start : other.end])
            ]
            if names:
                return self._cited(other.start + names[0])
        return None

    def _cited(self, position: int) -> tuple[str, str | None] | None:
        document = self.page.document(position)
        cited = self.page.cited(position)
        return (cited, document.issuer if document else None) if cited else None

    def _subject(self, unit: Unit, verb: int) -> tuple[str, ...]:
        """The bodies or the person with which the clause before the verb begins."""
        runs = list(_SUBJECT.finditer(self.page.mask, unit.start, verb + 1))
        for run in reversed(runs):
            if _HELPED.search(self.page.mask, max(unit.start, run.start() - 20), run.start()):
                continue
            if run.end() <= verb and subjects.acts(self.page, unit.start, run.start()):
                return self.page.names(run.start("who"), run.end("who"), run.end("more"))
        return ()

    def _before(self, index: int, unit: Unit) -> tuple[str, ...]:
        """Who does what the sentence before says, in one paragraph."""
        before = self.page.reading.units[index - 1] if index else None
        if before is None or before.block != unit.block:
            return ()
        runs = [m for m in _SUBJECT.finditer(self.page.mask, before.start, before.end) if PERSON not in m["who"]]
        first = next((run for run in runs if subjects.acts(self.page, before.start, run.start())), None)
        return self.page.names(first.start("who"), first.end("who")) if first else ()
