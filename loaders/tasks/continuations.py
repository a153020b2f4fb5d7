"""Work that goes on from what was said before: from an order, a speech, a report of a document, an undertaking.

Reads sentences of prose outside lists, with what the units before them left behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import Unit
from loaders.tasks import agreements, bans, by_turns, openings, reported_forms, said_plans, schedules, stated, whatever
from loaders.tasks.acting_bodies import ENTITLED, HABIT, HEAD, IS_LEADING, RUNS, acts_too
from loaders.tasks.document_work import CARRYING_OUT, FAR, LATELY, OTHER_SUBJECT, PREDICATED, DocumentWork, away
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.named_work import NamedWork
from loaders.tasks.orders import Course, Order
from loaders.tasks.subjects import any_verb
from loaders.tasks.task_lists import TaskLists
from loaders.words.clauses import ACTOR, PERSON, WHOEVER, alternation
from loaders.words.flat import Pattern

_ANNOUNCES = TRIGGERS.add(
    r"(?:phan cong (?:ro|cu the|nhiem vu)|giao (?:viec|nhiem vu) (?:cu the|cho tung|cho [\x01]+\W*$)"
    r"|(?<!tung )nhiem vu cu the|thong nhat mot so (?:viec|nhiem vu)|mot so (?:viec|nhiem vu)[^.:]{0,40}:$)",
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
_LABEL = re.compile(rf"\s*(?P<who>{WHOEVER})\s*(?:\([^()]*\))?\s*:\s+(?=\w)")  # "Sở Y tế: Lập sổ …"
_THERE = re.compile(  # at what happened a body did something: "Tại hội nghị, Sở X công bố …", "Sáng 28/6, …"
    r"\s*(?:cung )?(?:tai|trong|ben le|o)\s+(?:khuon kho\s+)?(?:hoi nghi|phien hop|buoi|cuoc hop|le|su kien|hoi thao"
    r"|dien dan|toa dam|chuong trinh lam viec)\b|\s*(?:sang|trua|chieu|toi)(?: (?:nay|qua|cung ngay|ngay))?(?: \d|\s*,)"
)
_EAGER = re.compile(rf"(?:{alternation('eager_words')})\b")
_ARE_TASKS = TRIGGERS.add(
    r"la\s+(?:nhung|cac|mot so|hai|ba|bon|nam|[0-9]+)\s+"
    r"(?:nhom\s+)?(?:nhiem vu|noi dung|giai phap|viec|cong viec)\b",
    (
        "la nhung",
        "la cac",
        "la mot so",
        "la hai",
        "la ba",
        "la bon",
        "la nam",
        *(f"la {digit}" for digit in "0123456789"),
    ),
)
_ALSO = re.compile(r"\s*\"?\s*(?:dong thoi|ngoai ra|ben canh do|cung voi do|song song voi do)\s*,?\s*")
_HANDS_OVER = re.compile(  # by a time to come: "Bộ X có văn bản trả lời trước ngày 5/12"
    r"co\s+(?:van ban|cong van|bao cao|y kien|to trinh|de an|ket qua)\b"
    r"[^.;:]{0,160}?\b(?:truoc|cham nhat|muon nhat|trong)\s+(?:(?:vao|het|la)\s+)?(?:ngay|thang|quy|tuan|\d)"
)
_IN_CASE = re.compile(  # "Trường hợp đường truyền gián đoạn thì kịp thời báo …"
    r"\s*(?:trong\s+|doi voi\s+)?(?:truong hop|neu|khi)\s[^.;:]{8,240}?,?\sthi\s+(?=\w)"
)
_IN_WHOSE = re.compile(rf"\s*(?:trong\s+)?(?:truong hop|neu|khi)\s+(?P<who>{WHOEVER})\s")
_REPORTS = Pattern(r"(?:công bố|thông báo|báo cáo)\s[^.;:]{3,80}\s(?:giảm|tăng)\s(?:\w+\s){0,2}\d")  # figures, no work
_GETS = Pattern(r"(?:[^\s,;:.]+\s){1,6}sẽ\s(?:được|bị)\s")  # "Các quận làm tốt sẽ được thưởng"
_BANNED = Pattern(  # "Các trường tuyệt đối không thu thêm giấy tờ"
    r"\s*(?:(?:tuyệt đối|kiên quyết|dứt khoát)\s+không"
    r"|không\s+(?:được\s+)?(?:tự ý|để xảy ra|đặt thêm|đùn đẩy|né tránh))\s"
    r"(?:[^\s.;:]+\s){2}"
)
_TELLS = Pattern(  # what a body is like, has got, or says
    r"\s*(?:(?:tác động|ảnh hưởng|góp phần|giúp|mang|không|rất|khá|luôn|hiện|nằm|thuộc|đạt|đứng"
    r"|dẫn đầu|trở thành|vươn|ghi nhận|cho biết|cho hay|cho rằng|nhận"
    r"|phát hiện|nêu|nhấn mạnh|khẳng định|bày tỏ|đồng tình|nhất trí|ủng hộ|mong|kỳ vọng|hy vọng|tin|coi|xem|thấy"
    r"|gặp|mất|chiếm|tăng|giảm|hơn|gần|khoảng|trên|mỗi|vốn|chính|tự|bắt đầu|kết thúc|ra mắt|khai trương|tiếp|đón|ký"
    r"|trao|tặng"
    r"|chia sẻ|thông tin|kiến nghị|đề xuất|đề nghị|yêu cầu|báo cáo|phản ánh|giải thích|lý giải|thừa nhận|cam kết"
    r"|ghi|đánh giá|có|dự(?! phòng| báo| thảo)|phát biểu|chủ trì (?:buổi|cuộc|hội nghị|phiên))\b"
    r"|[^.;:,]{0,80}\s(?:được|bị)\s)"
)
_OF_A_BODY = re.compile(rf"\s*(?:(?:cac|rieng)\s+)?[{ACTOR}{PERSON}]")
_LONGEST_LIST = 40  # sentences below a line that asks
_NEAR = 30  # characters behind a body in which a figure tells what it has
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]|*\s/]*$")


class Continuations:
    """The sentences of one source that go on from what was said before."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.named = NamedWork(page, course)
        self.listed = TaskLists(page, course)
        self.documents = DocumentWork(page, course)

    def read(self, index: int, unit: Unit, end: int) -> Order | None:
        """The work of a sentence in no list, by the first of these ways that knows it."""
        heard = self.course.speaker is not None and index - self.course.speaker[0] <= 1
        return (
            self._spoken(unit, end, heard=heard)
            or self.listed.read(index, unit, end)
            or self.named.read(index, unit, end)
            or whatever.order(self.page, self.course, unit, end, heard=heard)
            or self._called_tasks(unit, end)
            or self._announced(unit, end)
            or self.documents.thereby(unit, end)
            or stated.order(self.page, unit, end)
            or self.documents.of_letter(index, unit, end)
            or self._ahead(index, unit, end, heard=heard)
            or said_plans.order(self.page, self.course, unit, end)
            or self.documents.by_order(unit, end)
            or agreements.order(self.page, unit, end)
            or self.documents.under(unit, end)
            or self._promised_too(index, unit, end)
            or schedules.order(self.page, self.course, unit, end)
            or self._planned(index, unit, end)
            or self.from_before(index, unit, end)
            or by_turns.order(self.page, unit, end)
        )

    def _spoken(self, unit: Unit, end: int, *, heard: bool) -> Order | None:
        """An imperative in a quotation: "“Hoàn thiện kho dữ liệu …”, Thủ tướng chỉ đạo"."""
        if self.course.speaker is None or not is_quoted(self.page, unit) or not (self.course.reported or heard):
            return None
        start = _past_mark(self.page, unit)
        works = self.page.begins_work(start, end) or bans.opens_with(self.page, start, end)
        if self.page.match(PREDICATED, start, end) or not works:
            return None
        return Order(unit.start, start, end, (), self.course.speaker[1], sure=0.6)

    def _ahead(self, index: int, unit: Unit, end: int, *, heard: bool) -> Order | None:
        """ "Thời gian tới, Bộ X hoàn thiện …"; right behind an order one more: "Trước mắt, các xã bố trí …"."""
        ahead = reported_forms.ahead(self.page, unit, end, heard=heard)
        before = self.course.context
        if ahead and before.orders and before.directed_by and (before.unit, before.block) == (index - 1, unit.block):
            return Order(ahead[0], ahead[0], end, ahead[1], before.directed_by, before.mandate, sure=0.6)
        return Order(ahead[0], ahead[0], end, ahead[1], status="planned", sure=0.6) if ahead else None

    def _promised_too(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Đồng thời, mở …" after the sentence that tells what somebody undertakes."""
        promised = self.course.promised
        also = _ALSO.match(self.page.mask, unit.start, end) if promised and index - promised[0] == 1 else None
        if promised is None or also is None or not self.page.begins_work(also.end(), end):
            return None
        return replace(promised[1], trigger=also.end(), start=also.end(), end=end)

    def from_before(self, index: int, unit: Unit, end: int) -> Order | None:
        """What goes on from the order before: with no body of its own, in a case, or with a body that acts."""
        before = self.course.context
        if listed := self._among_bodies(index, unit, end):
            return listed
        distance = away(self.page, before.unit, index) if before.orders else FAR
        if distance > 2 or self.page.match(LATELY, unit.start, end):
            return None
        case = _IN_CASE.match(self.page.mask, unit.start, end)
        if case and self.page.begins_work(case.end(), end):
            whose = _IN_WHOSE.match(self.page.mask, unit.start, case.end())
            names = self.page.names(whose.start("who"), whose.end("who")) if whose else before.assignees
            return Order(case.end(), case.end(), end, names, before.directed_by, before.mandate, sure=0.6)
        start = openings.behind(self.page, unit.start, end)
        if distance <= 1 and not self._other_subject(start, end) and self.page.begins_work(start, end):
            names = before.last[1] if before.last[0] == unit.block else before.assignees
            return Order(start, start, end, names, before.directed_by, sure=0.6)
        head = self._body(unit.start, end)
        closed = end < unit.end or _TERMINAL.search(self.page.text, max(unit.start, end - 6), end)  # no caption
        if not head or not closed or PERSON in head["who"]:
            return None
        hands_over = _HANDS_OVER.match(self.page.mask, head.end(), end) and self.page.ahead(head.end(), end)
        names = self.page.names(head.start("who"), head.end("who"))
        banned = distance <= 1 and self.page.match(_BANNED, head.end(), end)
        if not hands_over and not banned and not self.page.begins_work(head.end(), end):
            told = distance > 1 or before.block != unit.block or not before.directed_by
            if told or not self._acts_too(unit, head, end):
                return None
        beside = before.block == unit.block and before.directed_by is not None and self.page.reading.own is None
        chained = distance <= 1 or beside or names == before.assignees or _EAGER.match(self.page.mask, head.end(), end)
        if not chained or self._is_told(unit, head, end):
            return None
        return Order(head.start("who"), head.end(), end, names, before.directed_by, before.mandate, sure=0.6)

    def _among_bodies(self, index: int, unit: Unit, end: int) -> Order | None:
        """One of the paragraphs, each of another body, below a line that asks: "Thủ tướng yêu cầu:", "Bộ X lập …"."""
        page = self.page
        if page.reading.own is not None or unit.lead is not None or unit.start != page.reading.block(unit).start:
            return None
        head = _GOES_ON.match(page.mask, unit.start, end) or _LABEL.match(page.mask, unit.start, end)
        if head is None:
            return None
        told = page.match(_TELLS, head.end("who"), end) or not any_verb(page, head.end(), end)
        if (told and not page.begins_work(head.end(), end)) or self._is_told(unit, head, end):
            return None
        lead = self._asking_line(index)
        if lead is None or any(page.past(one) for one in page.times(unit.start, end)):
            return None
        names = page.names(head.start("who"), head.end("who"))
        return Order(head.start("who"), head.end(), end, names, lead.directed_by, lead.mandate, sure=0.6)

    def _asking_line(self, index: int) -> Order | None:
        """The order of the line above with a colon, where all paragraphs between begin with a body."""
        page, units = self.page, self.page.reading.units
        for before in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
            one = units[before]
            lead = self.course.leads.get(before)
            asks = lead is not None and (lead.giver or not lead.assignees)
            if lead and asks and page.mask[one.start : one.end].rstrip().endswith(":"):
                return lead if lead.directed_by else None
            if one.lead is not None:
                continue  # of the list of one of them: "Các xã:", "- Lập sổ …"
            opens = one.start == page.reading.block(one).start
            if one.role != "sentence" or (opens and not _OF_A_BODY.match(page.mask, one.start, one.end)):
                return None
        return None

    def _acts_too(self, unit: Unit, head: re.Match[str], end: int) -> bool:
        """Whether bodies by name do what follows right behind an order, by whatever verb: "Sở X làm việc với …"."""
        start = head.end("who")
        bodies = self.page.mentions(head.start("who"), start)
        return (
            self.page.reading.own is None
            and acts_too(self.page, head.start("who"), end) is not None
            and all(body.kind == "agency" for body in bodies)
            and not re.search(r"\d", self.page.mask[start : start + _NEAR])
            and not self.page.match(_TELLS, start, end)
            and not any(self.page.past(one) for one in self.page.times(unit.start, end))
        )

    def _other_subject(self, start: int, end: int) -> bool:
        """Whether what begins like work has a subject of its own behind it, or is one itself."""
        page = self.page
        if page.match(OTHER_SUBJECT, start, end) or CARRYING_OUT.match(page.mask, start, end):
            return True
        return page.match(PREDICATED, start, end) is not None

    def _is_told(self, unit: Unit, head: re.Match[str], end: int) -> bool:
        """Whether a sentence tells what a body is, has in hand or may, or what it did at a time before."""
        page, start = self.page, head.end()
        if _THERE.match(page.mask, unit.start, head.start("who")):
            return True
        if (
            page.match(_GETS, start, end)
            or page.match(HABIT, start, end)
            or page.match(ENTITLED, start, end)
            or page.match(_REPORTS, start, end)
        ):
            return True
        return RUNS.match(page.mask, start, end) is not None or any(
            page.past(one) for one in page.times(unit.start, head.start("who"))
        )

    def _planned(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Sở tiếp tục làm Z.", "Đẩy mạnh Z." after the sentence that told what the same body has planned."""
        promised = self.course.promised
        if promised is None or promised[1].status != "planned" or away(self.page, promised[0], index) > 1:
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

    def _called_tasks(self, unit: Unit, end: int) -> Order | None:
        """ "Hoàn thiện …; xây dựng … là những nhiệm vụ …": listed first, of whom and by what it says after that."""
        listing = self.page.occurrences(_ARE_TASKS).first(unit.start, end)
        begin = _past_mark(self.page, unit) if is_quoted(self.page, unit) else unit.start
        if listing is None or not self.page.begins_work(begin, listing.start()):
            return None
        documents = [d for d in self.page.reading.documents if listing.end() <= d.start < end]
        names = self.page.names(listing.end(), end)
        mandate = documents[0].id if documents else None
        director = documents[0].issuer if documents else (names[0] if names else None)
        return Order(begin, begin, listing.start(), (), director, mandate, sure=0.6)

    def _announced(self, unit: Unit, end: int) -> Order | None:
        """A sentence that says that work is given, and leaves it to the next ones: "… phân công cụ thể"."""
        announces = self.page.occurrences(_ANNOUNCES).first(unit.start, end)
        if announces is None:
            return None
        place = announces.start()
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
    return page.mask[unit.start : unit.start + 1] == '"'


def _past_mark(page: Masked, unit: Unit) -> int:
    """Where the words of a quotation begin."""
    return unit.start + 1 + (page.mask[unit.start + 1 : unit.start + 2] == " ")
