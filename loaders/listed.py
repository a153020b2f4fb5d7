"""Work that is given by where it stands: under a line that opens a list, below a heading, after another order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from loaders import clause_work, clauses, cooperation, duties, issuing, reported_forms
from loaders.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.flat import Pattern
from loaders.headings import Headings
from loaders.masked import Masked
from loaders.named_work import NamedWork
from loaders.orders import ADVERBIAL, BEHIND, OPENINGS, Course, Order
from loaders.reading import Unit
from loaders.tables import phrases, printed

HEAD = re.compile(
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?\s*(?:\([^)]*\))?\s*(?P<colon>:)?"
    r"(?:\s*,?\s*(?:theo|can cu|tren co so|trong(?: pham vi)?)\s+(?:vao\s+)?(?:(?:chuc nang|nhiem vu|quyen han"
    r"|trach nhiem|tham quyen|linh vuc|pham vi|phan cong|phan cap|quan ly)(?:\s*,\s*|\s+va\s+|\s+))+"
    r"(?:(?:duoc giao|duoc phan cong|cua minh|quan ly|phu trach)\b)?\s*,?\s*)?"
    rf"(?:\s*,?\s*(?:theo|can cu|tren co so|thuc hien)\s+(?:vao\s+)?[{DOCUMENT}{PROGRAMME}]+\s*,?\s*)?"
    r"\s*(?:,?\s*(?:theo(?! doi)|can cu|tren co so|bam sat|dua tren|chu dong can cu)\s+(?:vao\s+)?[^,;.:]{0,90}?"
    rf"(?:[{DOCUMENT}{PROGRAMME}]+|cua\s+[{ACTOR}]+|duoc giao|duoc phan cong|tham quyen|quan ly|nhiem vu|linh vuc"
    r"|thuc te|cu the|dia phuong|don vi|(?:chi thi|quyet dinh|nghi quyet|ke hoach|chuong trinh|cong van|thong bao"
    r"|van ban|noi dung|quy che|de an|huong dan|nhiem vu|giai phap|ket qua|danh muc|phu luc)"
    r"(?:\s+(?:kem theo|nay|tren|neu tren|noi tren))+)"
    r"(?:\s+(?:cua minh|nay|tren|neu tren|noi tren|va (?:tinh hinh|dieu kien) thuc te|cua (?:don vi|dia phuong)))*"
    r"\s*,?\s*)?"
)
_ANNOUNCES = re.compile(
    r"\b(?:phan cong (?:ro|cu the|nhiem vu)|giao (?:viec|nhiem vu) (?:cu the|cho tung)|nhiem vu cu the"
    r"|thong nhat mot so (?:viec|nhiem vu)|mot so (?:viec|nhiem vu)[^.:]{0,40}:$)"
)
_HABIT = Pattern(r"\s*(?:là|đã|đang|sẽ|vẫn|cũng đã)\b")
_GOES_ON = re.compile(rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,40}},\s*)?(?P<who>{WHOEVER})\s+(?:cung\s+)?")
_OTHER_SUBJECT = Pattern(
    rf"[^,;]{{0,120}},\s*(?:(?:{WHO}|[^,;]{{3,30}}?)\s+(?:đã|đang|sẽ|cũng|vẫn)\b"
    rf"|[^,;]{{0,40}}?{WHO}[^,;{ACTOR}{PERSON}]{{0,40}}\s(?:{'|'.join(printed('says'))})\b)"
)
_TASK_HEADING = re.compile(clauses.alternation("task_headings"))
_DUTY_HEADING = re.compile(r"\b(?:nhiem vu|giai phap|trach nhiem|phan cong|to chuc thuc hien)\b")
_ARE_TASKS = re.compile(
    r"\bla\s+(?:nhung|cac|mot so|mot trong (?:nhung|cac)|hai|ba|bon|nam|\d+)\s+"
    r"(?:nhom\s+)?(?:nhiem vu|noi dung|giai phap|viec|cong viec)\b"
)
_ALSO = re.compile(r"\s*\"?\s*(?:dong thoi|ngoai ra|ben canh do|cung voi do|song song voi do)\s*,?\s*")
ENTITLED = Pattern(  # what a law gives to those who do something: "doanh nghiệp tuyển dụng … được hỗ trợ …"
    r"(?:(?!để |cho )[^\s,;.:]+\s+){1,14}"
    r"(?:được\s+(?:hỗ trợ|hưởng|miễn|giảm|ưu tiên|ưu đãi|phép|vay|khen thưởng)|có quyền)\b"
)
NO_WORK = Pattern(
    r"(?:việc|trường hợp|căn cứ|lý do|nguyên nhân|về vấn đề|đây là|(?:một|hai|ba|bốn|năm) là|được|không|theo đó"
    r"|trong đó"
    r"|(?:cơ bản )?(?:đồng ý|nhất trí)|ghi nhận|hoan nghênh"  # what the issuer itself decides or thinks
    r"|thống nhất (?:đánh giá|(?:về |với )?(?:chủ trương|đề xuất|kiến nghị|nội dung|báo cáo)))\b"
    r"|nhà nước\s+(?:khuyến khích|có chính sách|tạo điều kiện|ưu tiên|bảo hộ|tôn trọng|bảo đảm quyền)\b"
    r"|[^,;.:]{0,60}\s(?:có quyền|có thể|được hưởng|được quyền|được phép)\b"
)
RIGHT = Pattern(r"\s*(?:được(?! giao| phân công)|có quyền|được quyền)\s")  # an entry that gives a right, no duty
_PLURAL = Pattern(r"(?:các|những)\s")
BURDEN = Pattern(  # below a line that names who has the duties: "Có trách nhiệm …", "Phải …"
    r"(?:có (?:trách nhiệm|nghĩa vụ|nhiệm vụ)|cần phải|phải|cần)\s+(?!là |được |có thể |thiết )"
)
_ADDRESSED = re.compile(r"(?:kinh gui|\bdien|\bgui)\s*:?\s*$")  # "Thủ tướng Chính phủ điện:" before the addressees
_LEADS = re.compile(rf"(?:lanh dao|dinh huong)(?:,\s*(?:chi dao|dinh huong))?\s+(?:cac\s+)?{WHOEVER}\s+")
_FINDING = Pattern(  # how things are or shall become, in an item that goes on
    r"(?:song|tuy nhiên|tuy vậy|đến nay|sau|hiện nay|nguyên nhân|phấn đấu)\b.*(?:\d|\b(?:đã|đang|còn|chưa)\s)"
)
_NUMBERED = re.compile(r"\s*\d{1,2}\s?[.)]\s")
_CLAUSE = 6  # words that a clause has at least whose verb the tables do not know
_NO_VERB = Pattern(  # what follows a body's name without being a verb
    r"(?:của|và|hoặc|tại|ở|trong|theo|về|với|thuộc|cùng|cho|từ|đến|để|do|bởi|khi|nếu|có|không|chưa|còn|các|những|này|đó"
    r"|nêu|như|bị|mà|thì|vừa|mới|phải|cần|trên|dưới|sau|trước|giai đoạn|năm|ngày|lần|số)\b"
)
_BODY = ("heading", "item", "lead")
_UNDER = re.compile(
    rf"\s*(?:cung\s+)?(?:theo|thuc hien|trien khai)\s+(?:noi dung\s+)?(?P<what>[{DOCUMENT}{PROGRAMME}]+)"
    r"[^,;.:]{0,60},\s*"
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+"
)
MAY = Pattern(r"\s*(?:là|đã|đang|sẽ|vẫn|cũng|được|có thể|có quyền|chỉ(?! đạo| dẫn| định))\b")
_DASH = re.compile(r"\s*[-–+*•]")
IS_LEADING = Pattern(
    r"là\s+(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:đầu mối|chủ trì|thường trực|chịu trách nhiệm|giúp|điều phối|tham mưu)\b"
)
_VIEWPOINTS = re.compile(clauses.alternation("viewpoint_headings"))
_OTHER_HEADING = re.compile(clauses.alternation("other_headings"))


_ORDERING_TYPES = ("plan", "notice", "conclusion", "directive", "dispatch", "official-letter")


ABOUT = re.compile(rf"\s*(?:ve|trong linh vuc|doi voi)\s[^.;:{ACTOR}]{{3,160}}?,\s*(?=[{ACTOR}])")
_POINT = re.compile(r"\s*(?:\w\s+)?(?:[a-z]|\d{1,2})\s?[.)]\s+|\s*[-+]\s+")
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]|*\s/]*$")
_FEW = 4  # units over which the duties of one body go on without its name
_FAR = 9  # units: nothing goes on over so many
_INTRODUCTION = 12  # words that may stand between a body and the colon after which its duties are listed
_SCRAP = 40  # characters that a caption or a crosshead has at most


@cache
def _leading() -> frozenset[str]:
    return frozenset(phrases("leading_verbs"))


def _is(one: str, other: str) -> bool:
    """Whether two names can be one body's, the one without its place: "Ủy ban nhân dân Thành phố"."""
    return one.startswith(other) or other.startswith(one)


_DONE_TO = re.compile(rf"[^.;:,{ACTOR}{PERSON}]{{8,150}}?\s(?:(?:se|phai|can|tiep tuc)\s+)*duoc\s+")
_BENEFIT = Pattern(
    r"(?:các\s+|mọi\s+|những\s+)?(?:người|công dân|cá nhân|hộ|khách hàng|doanh nghiệp|học sinh|trẻ em)\b"
)


class Lists:
    """The work that lists, headings and earlier orders give, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.named = NamedWork(page, course)
        self._begins = self._first_of_body()
        self._starts = [unit.start for unit in page.reading.units]
        self.above = Headings(page, course)

    def read(self, index: int, unit: Unit, end: int, official: bool, before: list[Order]) -> Order | None:
        """An item under a line that gives work, or a clause in a part of an official text that does."""
        lead = self.course.leads.get(unit.lead) if unit.lead is not None else None
        if not lead and not official:
            return self._goes_on(index, unit, end)
        start = self.page.after_marker(unit)
        if self.page.mask[start:end].rstrip().endswith(":"):
            self.introduced(index, start, end, lead)
            return None
        if self.is_title(index, end):
            return None
        headed = self.above.bearers(index)
        if before:
            base = replace(before[-1], status=None, deadline=None)
        else:
            block, names = self.course.latest
            base = lead or Order(start, start, end, headed)
            if not base.assignees and block == unit.block:
                base = replace(base, assignees=names)
        begin = start
        opening = OPENINGS.match(self.page.mask, start, end)
        subject = self._subject(opening.end(), end) if opening else None
        if subject is None:
            opening = ADVERBIAL.match(self.page.mask, start, end)
            start = opening.end() if opening else start
            subject = self._subject(start, end)
        if subject:
            self.course.latest = (unit.block, subject[0])
            return self._of(base, subject[0], begin, subject[1], end)
        head = HEAD.match(self.page.mask, start, end)
        if head and not before and self._acts(head, unit, end):
            names = self.page.names(head.start("who"), head.end("who"))
            self.course.latest = (unit.block, names)
            return replace(base, trigger=begin, start=head.end(), end=end, assignees=names, status=None)
        leading = self.page.match(IS_LEADING, head.end(), end) if head else None
        if head and leading:
            names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
            return self._of(base, names, start, head.end(), end)
        bearer = duties.of_line(self.page, start, end)
        if bearer:  # "Trách nhiệm của chủ đầu tư: a) Lập kế hoạch …"
            found = replace(base, trigger=start, start=self._past_number(bearer.end, end), assignees=bearer.names)
            self.course.leads[index] = found
            return replace(found, end=end, status=None)
        if clause_work.opens_with(self.page, begin, end):
            return replace(base, trigger=begin, start=begin, end=end)
        if self.page.match(NO_WORK, start, end):
            return None
        doer = duties.doer(self.page, start, end) if official and not head else None
        if doer:
            return self._of(base, doer.names, start, doer.end, end)
        burden = self.page.match(BURDEN, start, end) if base.assignees else None
        start = burden.end() if burden else start
        if before:
            works = clause_work.goes_with(self.page, start, end)
        else:
            units = self.page.reading.units
            goes_on = index > 0 and units[index - 1].block == unit.block  # a further sentence of an item
            if goes_on and self.page.match(_FINDING, begin, end):
                return None
            first = unit.start <= self.page.after_marker(units[index])
            bullet = first and (unit.role == "item" or lead or headed)
            works = self._may_be_work(head, start, end) if bullet else self.page.begins_work(start, end)
        return replace(base, trigger=begin, start=start, end=end) if works else None

    def _may_be_work(self, head: re.Match[str] | None, start: int, end: int) -> bool:
        """Whether an entry of a list of work is work: "Các trách nhiệm khác …" is none."""
        return head is None and not self.page.match(_PLURAL, start, end)

    def _of(self, base: Order, names: tuple[str, ...], trigger: int, start: int, end: int) -> Order:
        """The order to a body of its own below a line that may name another."""
        helpers = base.helpers if names == base.assignees else ()
        return replace(base, trigger=trigger, start=start, end=end, assignees=names, helpers=helpers, status=None)

    def _subject(self, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
        """Who acts, where a clause begins with a body and a verb of work or a colon, and where the work begins."""
        head = HEAD.match(self.page.mask, start, end)
        which = BEHIND.match(self.page.mask, head.end(), end) if head else None
        if head and which and self.page.begins_work(which.end(), end):
            return self.page.names(head.start("who"), head.end("who"), head.end("more")), which.end()
        if head is None or not (head["colon"] or self._works(head.end(), end)):
            return None
        if not head["colon"] and self.page.match(_HABIT, head.end(), end):
            return None  # "Bộ X đã kết nối …"
        return self.page.names(head.start("who"), head.end("who"), head.end("more")), head.end()

    def _acts(self, head: re.Match[str], unit: Unit, end: int) -> bool:
        """Whether a numbered item opens with bodies by name that do what follows, by whatever verb."""
        rest = head.end()
        item = self.page.reading.units[bisect_right(self._starts, unit.start) - 1]
        if head["colon"] or head["more"] or not _NUMBERED.match(self.page.mask, item.start, unit.end):
            return False
        bodies = self.page.mentions(head.start("who"), head.end("who"))
        if not all(body.kind == "agency" and body.name not in printed("bearers") for body in bodies):
            return False
        return (
            self.page.mask[rest - 1] == " "
            and self.page.mask[rest : rest + 1].isalpha()
            and len(self.page.mask[rest:end].split()) >= _CLAUSE
            and self.page.match(_NO_VERB, rest, end) is None
            and self.page.match(MAY, rest, end) is None
        )

    def _works(self, start: int, end: int) -> bool:
        """Whether work follows a subject, also where it leads others to it: "lãnh đạo Công an tỉnh bảo vệ …"."""
        if self.page.begins_work(start, end):
            return True
        led = _LEADS.match(self.page.mask, start, end)
        return led is not None and self.page.begins_work(led.end(), end)

    def named_duty(self, index: int, unit: Unit, end: int) -> Order | None:
        """A duty of a body in a part of an official text that does not say that tasks follow: "Sở Y tế lập dự toán"."""
        own = self.page.reading.own
        if own is None or own.type not in _ORDERING_TYPES or index < self._begins:
            return None
        start = self.page.after_marker(unit)
        opening = OPENINGS.match(self.page.mask, start, end)
        begin = opening.end() if opening else start
        head = HEAD.match(self.page.mask, begin, end)
        if head is None or head["colon"] or self.page.match(MAY, head.end(), end):
            return None
        if not self.page.begins_work(head.end(), end):
            return None
        names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
        return Order(start, head.end(), end, names, sure=0.6)

    def bearers(self, index: int, unit: Unit) -> tuple[str, ...]:
        """Those who have to do what stands in a unit, by its lead or the heading above it."""
        lead = self.course.leads.get(unit.lead) if unit.lead is not None else None
        return (lead.assignees if lead else ()) or self.above.bearers(index)

    def _first_of_body(self) -> int:
        """The first unit of an official text behind its preamble: a heading, an item, or a line that opens a list."""
        addressing = -1
        for index, unit in enumerate(self.page.reading.units):
            if addressing >= 0 and unit.lead == addressing:
                continue
            colon = self.page.mask[unit.start : unit.end].rstrip().endswith(":")
            if colon and _ADDRESSED.search(self.page.mask[unit.start : unit.end]):
                addressing = index
            elif colon and unit.role == "sentence":
                return index + 1
            elif unit.role in _BODY:
                return index
        return 0

    def leads_work(self, unit: Unit, end: int, superior: str | None) -> bool:
        """Whether a clause begins with a verb of ordering that is itself its subject's duty: "Bộ X chỉ đạo …".

        Where the subject is the `superior` who gives the duties it is an order.
        """
        start = self.page.after_marker(unit)
        opening = ABOUT.match(self.page.mask, start, end) or ADVERBIAL.match(self.page.mask, start, end)
        start = opening.end() if opening else start
        head = HEAD.match(self.page.mask, start, end)
        verb = clauses.work_verb(self.page.mask, head.end() if head else start, end)
        if verb is None or verb["verb"] not in _leading():
            return False
        return head is None or not any(
            superior and _is(superior.lower(), (mention.agency or mention.name).lower().removeprefix("chủ tịch "))
            for mention in self.page.mentions(head.start("who"), head.end("who"))
        )

    def opens(self, index: int) -> bool:
        """Whether a unit ends in a colon and the list below it says the work: "… triển khai các giải pháp sau:"."""
        unit, below = self.page.reading.units[index], self.page.reading.units[index + 1 : index + 2]
        if not below or below[0].lead != index or not self.page.mask[unit.start : unit.end].rstrip().endswith(":"):
            return False
        start, end = self.page.after_marker(below[0]), below[0].end
        head = HEAD.match(self.page.mask, start, end)
        return self.page.begins_work(start, end) or (
            head is not None and (head["colon"] is not None or self.page.begins_work(head.end(), end))
        )

    def borne(self, index: int, unit: Unit) -> tuple[str, ...]:
        """Those whose duties the paragraphs before tell, of which this one goes on."""
        last, section, names = self.course.bearer
        return names if unit.role == "sentence" and self.section(index) == section and index - last <= _FEW else ()

    def section(self, index: int) -> int | None:
        """The heading above a unit, lines that only open a list left out."""
        units = self.page.reading.units
        above = units[index].heading
        while above is not None and units[above].role != "heading":
            above = units[above].heading
        return above

    def _past_number(self, start: int, end: int) -> int:
        """Where the work begins behind the words that name its bearer, past the number of the first point."""
        number = _POINT.match(self.page.mask, start, end)
        return number.end() if number else start

    def gives_tasks(self, index: int) -> bool | None:
        """Whether the headings above an item of an official text say that tasks follow; None where they do not tell."""
        heading = self.page.reading.units[index].heading
        depth = 0
        while heading is not None and depth < 8:
            above = self.page.reading.units[heading]
            text = self.page.reading.folded[above.start : min(above.end, above.start + 160)].partition(" - ")[0]
            if above.role == "sentence" and self.page.mask[above.end - 1] == ":":  # what its last clause announces
                text = self.page.reading.folded[above.start : above.end].rpartition(",")[2]
            order = self.course.leads.get(heading)
            if order and order.giver and above.role != "heading":
                return True
            if _ADDRESSED.search(text) and depth == 0:
                return False
            if _TASK_HEADING.search(text) and (
                _DUTY_HEADING.search(text) or not (_VIEWPOINTS.search(text) or _OTHER_HEADING.search(text))
            ):
                return True
            if _VIEWPOINTS.search(text):
                return False
            if _OTHER_HEADING.search(text):
                return None
            heading, depth = above.heading, depth + 1
        own = self.page.reading.own
        return True if own is not None and own.type in _ORDERING_TYPES and index >= self._begins else None

    def is_title(self, index: int, end: int) -> bool:
        """Whether an item is the title of the bullets below it: no full stop ends it."""
        units, folded = self.page.reading.units, self.page.reading.folded
        below = units[index + 1] if index + 1 < len(units) else None
        return (
            below is not None
            and end == units[index].end
            and folded[end - 1] not in ".;,"
            and below.heading == index
            and (below.role == "sentence" or _DASH.match(folded, below.start) is not None)
            and _DASH.match(folded, units[index].start) is None
        )

    def introduced(self, index: int, start: int, end: int, lead: Order | None) -> None:
        """Keeps what a line ending in ":" says of the items below it: "Sở Tài chính:", "Giao các sở:"."""
        head = HEAD.match(self.page.mask, start, end)
        if head and (
            head.end() >= end - 1 or (self._is_short(head.end(), end) and not self.page.match(MAY, head.end(), end))
        ):
            names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
            helpers = cooperation.helpers(self.page, head.end(), end)
            self.course.leads[index] = replace(lead or Order(start, end, end), assignees=names, helpers=helpers)
        elif bearer := duties.of_line(self.page, start, end):
            self.course.leads[index] = replace(lead or Order(start, end, end), assignees=bearer.names)

    def _is_short(self, start: int, end: int) -> bool:
        """Whether a few words of work stand before the colon: "Bộ trưởng các bộ tập trung chỉ đạo:"."""
        return len(self.page.mask[start:end].split()) <= _INTRODUCTION and self.page.begins_work(start, end)

    def _goes_on(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Tổ công tác cũng nghiên cứu …" after an order to the same body in the same paragraph."""
        near = self.course.speaker is not None and index - self.course.speaker[0] <= 1
        quoted = self.quoted(unit) and (self.course.reported or near)  # "…", Thủ tướng chỉ đạo
        spoken = unit.start + 1 + (self.page.mask[unit.start + 1 : unit.start + 2] == " ")
        if quoted and self.course.speaker and self.page.begins_work(spoken, end):
            return Order(unit.start, spoken, end, (), self.course.speaker[1], sure=0.6)
        named = self.named.read(index, unit, end)
        if named:
            return named
        listing = _ARE_TASKS.search(self.page.mask, unit.start, end)
        begin = spoken if self.quoted(unit) else unit.start
        if listing and self.page.begins_work(begin, listing.start()):
            return self._called_tasks(unit, begin, listing, end)  # "Hoàn thiện …; xây dựng … là những nhiệm vụ …"
        if _ANNOUNCES.search(self.page.mask, unit.start, end):
            return self._announced(unit, end)
        told = self._thereby(unit, end)
        if told:
            return told
        ahead = reported_forms.ahead(self.page, unit, end, heard=near)
        if ahead:
            return Order(ahead[0], ahead[0], end, ahead[1], status="planned", sure=0.6)
        under = _UNDER.match(self.page.mask, unit.start, end)
        if under and self.page.begins_work(under.end(), end) and not self.page.match(ENTITLED, under.end(), end):
            return self._under(under, end)
        promised = self.course.promised
        also = _ALSO.match(self.page.mask, unit.start, end) if promised and index - promised[0] == 1 else None
        if promised and also and self.page.begins_work(also.end(), end):
            return replace(promised[1], trigger=also.end(), start=also.end(), end=end)
        before = self.course.context
        away = self._away(before.unit, index) if before.orders else _FAR
        if away > 2:
            return None
        opening = ADVERBIAL.match(self.page.mask, unit.start, end)
        start = opening.end() if opening else unit.start
        own_subject = self.page.match(_OTHER_SUBJECT, start, end)
        if away <= 1 and not own_subject and self.page.begins_work(start, end):
            return Order(start, start, end, before.assignees, before.directed_by, sure=0.6)
        head = _GOES_ON.match(self.page.mask, unit.start, end)
        closed = end < unit.end or _TERMINAL.search(self.page.text, max(unit.start, end - 6), end)  # no caption
        if head and closed and PERSON not in head["who"] and self.page.begins_work(head.end(), end):
            names = self.page.names(head.start("who"), head.end("who"))
            chained = away <= 1 or names == before.assignees
            if chained and not (self.page.match(_HABIT, head.end(), end) or self.page.match(ENTITLED, head.end(), end)):
                return Order(head.start("who"), head.end(), end, names, before.directed_by, before.mandate, sure=0.6)
        return None

    def _away(self, since: int, index: int) -> int:
        """How many units on from another a unit is, captions and other scraps between them left out."""
        if not 0 <= since < index or index - since > 2 * _FAR:
            return _FAR
        between = self.page.reading.units[since + 1 : index]
        return 1 + sum(1 for unit in between if unit.end - unit.start > _SCRAP)

    def quoted(self, unit: Unit) -> bool:
        return self.page.mask[unit.start : unit.start + 1] in ('"', "“")

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
        names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
        return Order(start, head.end(), end, names, document.issuer, document.id, sure=0.6)

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
        match = _ANNOUNCES.search(self.page.mask, unit.start, end)
        place = match.start() if match else end
        cited = self.page.giving(unit, place)
        director = cited.issuer if cited else self.page.giver(unit, place)
        return Order(place, end, end, (), director, cited.id if cited else None, giver=True)
