"""Work that goes on from what was said before: from an order, a speech, a report of a document, an undertaking.

Reads sentences of prose outside lists, with what the units before them left behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import agreements, issuing, openings, reported_forms, schedules
from loaders.tasks.acting_bodies import ENTITLED, HABIT, HEAD, IS_LEADING, MAY, RUNS
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.named_work import NamedWork
from loaders.tasks.orders import Course, Order
from loaders.tasks.task_lists import TaskLists
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER, alternation
from loaders.words.flat import Pattern

_ANNOUNCES = TRIGGERS.add(
    r"(?:phan cong (?:ro|cu the|nhiem vu)|giao (?:viec|nhiem vu) (?:cu the|cho tung)|nhiem vu cu the"
    r"|thong nhat mot so (?:viec|nhiem vu)|mot so (?:viec|nhiem vu)[^.:]{0,40}:$)",
    (
        "phan cong",
        "giao viec",
        "giao nhiem vu",
        "nhiem vu cu the",
        "thong nhat mot so",
        "mot so viec",
        "mot so nhiem vu",
    ),
)
_GOES_ON = re.compile(
    rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,40}},\s*)?(?P<who>{WHOEVER})"
    rf"(?:\s*,(?=\s+(?:{alternation('eager_words')})\b))?\s+(?:cung\s+)?"
    r"(?:thi\s+(?!hanh|dua|cong|tuyen|dau|sinh|diem|truong|hao))?"  # "các bộ, ngành, khẩn trương …"
)
_EAGER = re.compile(rf"(?:{alternation('eager_words')})\b")
_OTHER_SUBJECT = Pattern(
    rf"[^,;]{{0,120}},\s*(?:(?:{WHO}|[^,;]{{3,30}}?)\s+(?:đã|đang|sẽ|cũng|vẫn)\b"
    rf"|[^;.:]{{0,200}}?{WHO}\s+(?:đã|cũng|đều)\s+(?:nêu|phát biểu|có ý kiến|{'|'.join(printed('says'))})\b"
    rf"|[^,;]{{0,40}}?{WHO}[^,;{ACTOR}{PERSON}]{{0,40}}\s(?:{'|'.join(printed('says'))})\b)"
)
_ARE_TASKS = TRIGGERS.add(
    r"la\s+(?:nhung|cac|mot so|mot trong (?:nhung|cac)|hai|ba|bon|nam|[0-9]+)\s+"
    r"(?:nhom\s+)?(?:nhiem vu|noi dung|giai phap|viec|cong viec)\b",
    (
        "la nhung",
        "la cac",
        "la mot so",
        "la mot trong",
        "la hai",
        "la ba",
        "la bon",
        "la nam",
        *(f"la {digit}" for digit in "0123456789"),
    ),
)
_ALSO = re.compile(r"\s*\"?\s*(?:dong thoi|ngoai ra|ben canh do|cung voi do|song song voi do)\s*,?\s*")
_UNDER = re.compile(
    rf"\s*(?:cung\s+)?(?:theo|thuc hien|trien khai)\s+(?:noi dung\s+)?(?P<what>[{DOCUMENT}{PROGRAMME}]++)"
    r"[^,;.:]{0,60},\s*"
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+"
)
_DONE = Pattern(r"(?:cũng )?(?:đã|vừa)\b")
_NEAR = 2  # units over which what a text orders goes on without a word that says so
_CARRYING_OUT = re.compile(  # on what ground the body acts that follows: "Thực hiện chỉ đạo của tỉnh, Sở X làm …"
    rf"\s*(?:thuc hien|trien khai(?:\s+thuc hien)?|can cu|quan triet)\s[^.;:]{{0,240}}?,\s*(?=[{ACTOR}{PERSON}]+\s+\w)"
)
_AIMS = re.compile(r"\b(?:muc dich|muc tieu|nguyen tac|quan diem|y nghia)\b")
_HEADING = 160  # characters in which a sentence says what the paragraph is about
_PREDICATED = Pattern(r"[^,.;:]{3,80}?\s(?:sẽ|là|giúp|nhằm mục đích|có trách nhiệm)\s")  # a verb as a subject
_PART = Pattern(  # "Nội dung triển khai, bao gồm: …", "Giai đoạn 1: …"
    r"\W*(?:(?:các|những)\s+)?(?:nội dung|nhiệm vụ|giải pháp|lộ trình|giai đoạn|bước|đợt)\b[^.;:]{0,80}:\s*"
)
_LATELY = Pattern(  # what follows is told, not ordered
    r"\s*(?:(?:trong|qua|suốt)\s+)?(?:(?:thời gian|những năm|các năm|năm|tháng|quý|tuần|\w+ năm|\w+ tháng|\w+ tuần)"
    r"\s+(?:qua|vừa qua|trước|gần đây|đầu năm)|vừa qua|đến nay|trước đây|lâu nay|hiện nay)\b"
    r"|\s*(?:trong|năm|quý|tháng)\s[^,.;:]{0,40},[^,.;:]{3,60}\s(?:tốt|hiệu quả)\b"
)
_IN_CASE = re.compile(  # "Trường hợp đường truyền gián đoạn thì kịp thời báo …"
    r"\s*(?:trong\s+|doi voi\s+)?(?:truong hop|neu|khi)\s[^.;:]{8,240}?,?\sthi\s+(?=\w)"
)
_IN_WHOSE = re.compile(rf"\s*(?:trong\s+)?(?:truong hop|neu|khi)\s+(?P<who>{WHOEVER})\s")
_FINDS = Pattern(r"xác định\s+(?:rõ\s+)?(?:đến|rằng|đây|tỷ lệ|mục tiêu|\d|[^,.;:]{3,80}\slà\s)")  # says, does not do
_REPORTS = Pattern(r"(?:công bố|thông báo|báo cáo)\s[^.;:]{3,80}\s(?:giảm|tăng)\s(?:\w+\s){0,2}\d")  # figures, no work
_BY_ORDER = re.compile(  # "Theo chỉ đạo của Thủ tướng, Bộ X rà soát …"
    r"\s*(?:thuc hien|theo|chap hanh)\s+(?:su\s+)?(?:y kien\s+)?(?:chi dao|yeu cau|phan cong|ket luan)\s+(?:moi\s+)?"
    rf"(?:cua|tu)\s+(?P<by>{WHO})[^,;.:{ACTOR}{PERSON}]{{0,80}},\s*(?P<who>{WHOEVER})\s+"
)
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]|*\s/]*$")
_FAR = 9  # units: nothing goes on over so many
_SCRAP = 40  # characters that a caption or a crosshead has at most
_DONE_TO = re.compile(rf"[^.;:,{ACTOR}{PERSON}]{{8,150}}?\s(?:(?:se|phai|can|tiep tuc)\s+)*duoc\s+")
_BENEFIT = Pattern(
    r"(?:các\s+|mọi\s+|những\s+)?(?:người|công dân|cá nhân|hộ|khách hàng|doanh nghiệp|học sinh|trẻ em)\b"
)


class Continuations:
    """The sentences of one source that go on from what was said before."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.named = NamedWork(page, course)
        self.listed = TaskLists(page, course)

    def read(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Tổ công tác cũng nghiên cứu …" after an order to the same body in the same paragraph."""
        near = self.course.speaker is not None and index - self.course.speaker[0] <= 1
        quoted = is_quoted(self.page, unit) and (self.course.reported or near)  # "…", Thủ tướng chỉ đạo
        spoken = unit.start + 1 + (self.page.mask[unit.start + 1 : unit.start + 2] == " ")
        predicated = self.page.match(_PREDICATED, spoken, end)
        if quoted and self.course.speaker and not predicated and self.page.begins_work(spoken, end):
            return Order(unit.start, spoken, end, (), self.course.speaker[1], sure=0.6)
        named = self.named.read(index, unit, end) or self.listed.read(index, unit, end)
        if named:
            return named
        listing = self.page.occurrences(_ARE_TASKS).first(unit.start, end)
        begin = spoken if is_quoted(self.page, unit) else unit.start
        if listing and self.page.begins_work(begin, listing.start()):
            return self._called_tasks(unit, begin, listing, end)  # "Hoàn thiện …; xây dựng … là những nhiệm vụ …"
        if self.page.occurrences(_ANNOUNCES).first(unit.start, end):
            return self._announced(unit, end)
        told = self._thereby(unit, end)
        if told:
            return told
        told = self._of_letter(index, unit, end)
        if told:
            return told
        ahead = reported_forms.ahead(self.page, unit, end, heard=near)
        if ahead:
            return Order(ahead[0], ahead[0], end, ahead[1], status="planned", sure=0.6)
        ordered = _BY_ORDER.match(self.page.mask, unit.start, end)
        if ordered and self.page.begins_work(ordered.end(), end) and not self.page.match(HABIT, ordered.end(), end):
            by = self.page.names(*ordered.span("by"))
            return Order(ordered.start(), ordered.end(), end, self.page.names(*ordered.span("who")), by[0], sure=0.6)
        agreed = agreements.order(self.page, unit, end)
        if agreed:
            return agreed
        under = _UNDER.match(self.page.mask, unit.start, end)
        reported = under and any(self.page.match(way, under.end(), end) for way in (_DONE, ENTITLED))
        if under and not reported and self.page.begins_work(under.end(), end):
            return self._under(under, end)
        promised = self.course.promised
        also = _ALSO.match(self.page.mask, unit.start, end) if promised and index - promised[0] == 1 else None
        if promised and also and self.page.begins_work(also.end(), end):
            return replace(promised[1], trigger=also.end(), start=also.end(), end=end)
        timed = schedules.order(self.page, self.course, unit, end)
        if timed:
            return timed
        planned = self._planned(index, unit, end)
        if planned:
            return planned
        before = self.course.context
        away = self._away(before.unit, index) if before.orders else _FAR
        if away > 2 or self.page.match(_LATELY, unit.start, end):
            return None
        case = _IN_CASE.match(self.page.mask, unit.start, end)
        if case and self.page.begins_work(case.end(), end):
            whose = _IN_WHOSE.match(self.page.mask, unit.start, case.end())
            names = self.page.names(whose.start("who"), whose.end("who")) if whose else before.assignees
            return Order(case.end(), case.end(), end, names, before.directed_by, before.mandate, sure=0.6)
        start = openings.behind(self.page, unit.start, end)
        own_subject = self.page.match(_OTHER_SUBJECT, start, end) or _CARRYING_OUT.match(self.page.mask, start, end)
        own_subject = own_subject or self.page.match(_PREDICATED, start, end)
        if away <= 1 and not own_subject and self.page.begins_work(start, end):
            return Order(start, start, end, before.assignees, before.directed_by, sure=0.6)
        head = self._body(unit.start, end)
        closed = end < unit.end or _TERMINAL.search(self.page.text, max(unit.start, end - 6), end)  # no caption
        if head and closed and PERSON not in head["who"] and self.page.begins_work(head.end(), end):
            names = self.page.names(head.start("who"), head.end("who"))
            chained = away <= 1 or names == before.assignees or _EAGER.match(self.page.mask, head.end(), end)
            if chained and not self._is_told(unit, head, end):
                return Order(head.start("who"), head.end(), end, names, before.directed_by, before.mandate, sure=0.6)
        return None

    def _is_told(self, unit: Unit, head: re.Match[str], end: int) -> bool:
        """Whether a sentence tells what a body is, has in hand or may, or what it did at a time before."""
        page, start = self.page, head.end()
        if page.match(HABIT, start, end) or page.match(ENTITLED, start, end) or page.match(_REPORTS, start, end):
            return True
        return RUNS.match(page.mask, start, end) is not None or any(
            page.past(one) for one in page.times(unit.start, head.start("who"))
        )

    def _planned(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Sở tiếp tục làm Z.", "Đẩy mạnh Z." after the sentence that told what the same body has planned."""
        promised = self.course.promised
        if promised is None or promised[1].status != "planned" or self._away(promised[0], index) > 1:
            return None
        start = openings.behind(self.page, unit.start, end)
        head = _GOES_ON.match(self.page.mask, unit.start, end)
        if head and PERSON not in head["who"] and self.page.names(*head.span("who")) == promised[1].assignees:
            start = head.end()
        elif head or unit.block != self.page.reading.units[promised[0]].block:
            return None
        if not _EAGER.match(self.page.mask, start, end) or not self.page.begins_work(start, end):
            return None
        return replace(promised[1], trigger=start, start=start, end=end, deadline=None)

    def _body(self, start: int, end: int) -> re.Match[str] | None:
        """A body at the head of a sentence, also behind a clause that says what for or when: "Để …, các sở làm …"."""
        opening = openings.before_subject(self.page, start, end)
        behind = _GOES_ON.match(self.page.mask, opening, end) if opening else None
        return _GOES_ON.match(self.page.mask, start, end) or behind

    def _away(self, since: int, index: int) -> int:
        """How many units on from another a unit is, captions and other scraps between them left out."""
        if not 0 <= since < index or index - since > 2 * _FAR:
            return _FAR
        between = self.page.reading.units[since + 1 : index]
        return 1 + sum(1 for unit in between if unit.end - unit.start > _SCRAP)

    def _thereby(self, unit: Unit, end: int) -> Order | None:
        """ "Theo đó, Bộ X xây dựng …", of the document whose issue was reported."""
        document = self.course.issued
        start = issuing.thereby(self.page, unit.start, end) if document else None
        head = HEAD.match(self.page.mask, start, end) if start else None
        if document is not None and start is not None and head is None:
            done_to = _DONE_TO.match(self.page.mask, start, end)
            if done_to and self.page.begins_work(done_to.end(), end) and not self.page.match(_BENEFIT, start, end):
                return Order(start, start, end, (), document.issuer, document.id, sure=0.5)
        if document is None or start is None or head is None or PERSON in head["who"]:
            return None
        if self.page.match(MAY, head.end(), end) or not self.page.begins_work(head.end(), end):
            return None
        if self.page.match(_FINDS, head.end(), end):
            return None
        names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
        return Order(start, head.end(), end, names, document.issuer, document.id, sure=0.6)

    def _of_letter(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Cụ thể, Sở Y tế rà soát …", "Xây dựng …" after the report of a text that orders it."""
        issued, letter = self.course.issued, self.course.letter
        about = self.course.announced.document if self.course.announced else None
        told = issued or about
        if told is None and letter is None:
            return None
        giver, mandate, since = (told.issuer, told.id, index - 1) if told else (None, None, index)
        if letter is not None:
            giver, mandate, since = letter.giver, letter.mandate, letter.unit
        since = max(since, self.course.context.unit if self.course.context.orders else since)
        if self.page.match(_LATELY, unit.start, end):
            return None
        if self._away(since, index) > _NEAR:
            return None
        part = self.page.match(_PART, unit.start, end)
        opening = openings.before_subject(self.page, unit.start, end) or openings.behind(self.page, unit.start, end)
        ground = _CARRYING_OUT.match(self.page.mask, unit.start, end)
        start = ground.end() if ground else part.end() if part else opening
        if any(self.page.past(one) for one in self.page.times(unit.start, start)):
            return None
        head = HEAD.match(self.page.mask, start, end)
        if self.page.match(_PREDICATED, head.end() if head else start, end):
            return None
        if head is None:
            bare = self.page.begins_work(start, end) and not self.page.match(_OTHER_SUBJECT, start, end)
            bare = bare and not self._among_aims(index, unit)
            return Order(start, start, end, (), giver, mandate, sure=0.5) if bare else None
        if issued is None and letter is None:
            return None  # an article on a document tells other things of bodies as well
        if PERSON in head["who"] or head["colon"] or not self.page.begins_work(head.end(), end):
            return None
        if any(self.page.match(no, head.end(), end) for no in (MAY, ENTITLED, _FINDS)):
            return None
        names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
        return Order(start, head.end(), end, names, giver, mandate, sure=0.6) if names != (giver,) else None

    def _among_aims(self, index: int, unit: Unit) -> bool:
        """Whether the sentence says before a colon, or one of its paragraph before it, what the whole is for."""
        colon = self.page.mask.find(":", unit.start, min(unit.end, unit.start + _HEADING))
        if colon >= 0 and _AIMS.search(self.page.mask, unit.start, colon):
            return True
        for before in reversed(self.page.reading.units[max(0, index - _FAR) : index]):
            if before.block != unit.block:
                return False
            if _AIMS.search(self.page.mask, before.start, min(before.end, before.start + _HEADING)):
                return True
        return False

    def _called_tasks(self, unit: Unit, begin: int, listing: re.Match[str], end: int) -> Order:
        """What a sentence lists first and then calls tasks, of whom and by what it says after that."""
        documents = [d for d in self.page.reading.documents if listing.end() <= d.start < end]
        names = self.page.names(listing.end(), end)
        mandate = documents[0].id if documents else None
        director = documents[0].issuer if documents else (names[0] if names else None)
        return Order(begin, begin, listing.start(), (), director, mandate, sure=0.6)

    def _under(self, under: re.Match[str], end: int) -> Order:
        """What a body does by a document: "Theo kế hoạch này, tỉnh X xây dựng …"."""
        names = self.page.names(under.start("who"), under.end("who"), under.end("more"))
        document = self.page.document(under.start("what"))
        mandate = self.page.cited(under.start("what"))
        return Order(under.start(), under.end(), end, names, document.issuer if document else None, mandate, sure=0.6)

    def _announced(self, unit: Unit, end: int) -> Order:
        """A sentence that says that work is given, and leaves it to the next ones: "… phân công cụ thể"."""
        match = self.page.occurrences(_ANNOUNCES).first(unit.start, end)
        place = match.start() if match else end
        colon = self.page.mask.find(":", place, end) + 1
        head = HEAD.match(self.page.mask, colon + 1, end) if colon else None
        leads = head and self.page.match(IS_LEADING, head.end(), end)
        cited = self.page.giving(unit, place)
        director = cited.issuer if cited else self.page.giver(unit, place)
        if head and (leads or self.page.begins_work(head.end(), end)):
            names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
            return Order(place, head.end(), end, names, director, cited.id if cited else None, sure=0.7, giver=True)
        return Order(place, end, end, (), director, cited.id if cited else None, giver=True)


def is_quoted(page: Masked, unit: Unit) -> bool:
    """Whether a unit begins with what somebody says in quotation marks."""
    return page.mask[unit.start : unit.start + 1] in ('"', "“")
