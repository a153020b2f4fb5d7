"""Work that is given by where it stands: under a line that opens a list, below a heading, after another order.

Reads the entries of a list with the line above them; a sentence in no list is loaders.tasks.continuations'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import acting_bodies, bans, clause_work, cooperation, doers, duties, list_heads, openings
from loaders.tasks.acting_bodies import HEAD, IS_LEADING, MAY
from loaders.tasks.continuations import Continuations
from loaders.tasks.headings import Headings
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.tasks.sections import Sections
from loaders.words.flat import Pattern

NO_WORK = Pattern(
    r"(?:việc|trường hợp|căn cứ|lý do|nguyên nhân|về vấn đề|đây là|(?:một|hai|ba|bốn|năm) là|được|không|theo đó"
    r"|trong đó|(?:trong )?(?:thời gian|những năm|các năm|nhiều năm|nhiệm kỳ|giai đoạn) (?:vừa )?qua"
    r"|(?:đến|tới) nay|hiện nay|tuy nhiên|song|nhìn chung|bên cạnh (?:những |các )?kết quả"
    r"|(?:cơ bản )?(?:đồng ý|nhất trí)|ghi nhận|hoan nghênh"  # what the issuer itself decides or thinks
    r"|(?:cơ bản )?thống nhất với\b|đánh giá cao|(?:biểu dương|khen ngợi|cảm ơn)\b[^.;]{2,120}\sđã"
    r"|thống nhất (?:đánh giá|(?:về |với )?(?:chủ trương|đề xuất|kiến nghị|nội dung|báo cáo)))\b"
    r"|nhà nước\s+(?:khuyến khích|có chính sách|tạo điều kiện|ưu tiên|bảo hộ|tôn trọng|bảo đảm quyền)\b"
    r"|[^,;.:]{0,60}\s(?:có quyền|có thể|được hưởng|được quyền|được phép)\b"
)
_PLURAL = Pattern(r"(?:các|những)\s")
BURDEN = Pattern(  # below a line that names who has the duties: "Có trách nhiệm …", "Phải …"
    r"(?:(?:đồng thời|ngoài ra)\s+)?(?:có (?:trách nhiệm|nghĩa vụ|nhiệm vụ)|cần phải|phải|cần)\s+"
    r"(?!là |được |có thể |thiết )"
)
_STATES = Pattern(  # how things are, in an entry that begins with no verb: "Dữ liệu đất đai là …", "Kết quả … đạt …"
    r"(?!(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|đồng ý|cho phép)\b)"
    r"[^,.;:]{5,160}?\s(?:là|đạt|đạt được|đã|vẫn còn|còn|chưa|đang|có ý nghĩa|có vai trò)\s"
)
_FINDING = Pattern(  # how things are or shall become, in an item that goes on
    r"(?:song|tuy nhiên|tuy vậy|đến nay|sau|hiện nay|nguyên nhân|phấn đấu)\b.*(?:\d|\b(?:đã|đang|còn|chưa)\s)"
)
_THINKS = Pattern(  # what a body thinks, not what it is to do: "Ban Chỉ đạo ghi nhận kết quả …"
    r"(?:ghi nhận|hoan nghênh|đánh giá cao|biểu dương|khen ngợi|cảm ơn|chúc mừng|nhất trí với|đồng tình)\b"
)
_CHARGED = Pattern(  # "… là cơ quan thường trực của Ban Chỉ đạo, có nhiệm vụ: lập kế hoạch …"
    r"\s*(?:là\s[^:;.]{5,90}?,?\s+)?(?:có|thực hiện|chịu)\s+(?:các\s+)?(?:nhiệm vụ|trách nhiệm)(?:\s+sau)?\s*:?\s*"
)
_PROVIDING = ("decision", "resolution")
_DASH = re.compile(r"\s*[-–+*•]")
_POINT = re.compile(r"\s*(?:\w\s+)?(?:[a-z]|\d{1,2})\s?[.)]\s+|\s*[-+]\s+")
NO_ENTRY = Pattern(rf"(?:{'|'.join(sorted(printed('no_work_starts'), key=len, reverse=True))})\b")
_THINGS = Pattern(  # "Dữ liệu không được giao dịch gồm:", "Phí được dùng vào các việc sau:"
    r"(?!việc\b|công tác\b|nhiệm vụ\b|nội dung\b|trách nhiệm\b|giải pháp\b)"
    r"[^:;.]{3,120}?\s(?:không được phép|bị cấm|được (?:dùng|sử dụng|chi|hiểu|phân loại))\s[^:;]*:\s*$"
)
_OWED = Pattern(  # "Sổ theo dõi phải được lập trước …", "có chính sách hỗ trợ …"
    r"[^.;:]{5,260}?\s(?:phải|cần|không để|không được)\s(?!thiết)"
    r"|có\s(?!thể\b|quyền\b|trách nhiệm\b|[^.;]{3,80}\sthì\b)"
)
_OPENER = Pattern(r"(?:trong|đối với|tại|khi|theo|về|từ|nếu)\s")  # "Đối với bản vùng cao, phối hợp với X …"
_ORDERED = Pattern(r"(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|đôn đốc)\s")
_COMMA = re.compile(r",\s+")
_LABEL = re.compile(r"[^:;.]{3,60}:\s*")  # "- Giai đoạn 1 (2026): Lắp đặt …"
_MOST = 2  # of so many entries of a list one begins with a known verb, at the least, where it lists work
_FEW = 4  # units over which the duties of one body go on without its name
_INTRODUCTION = 12  # words that may stand between a body and the colon after which its duties are listed


class Lists:
    """The work that lists, headings and earlier orders give, read in one source."""

    def __init__(self, page: Masked, course: Course, sections: Sections) -> None:
        self.page = page
        self.course = course
        self.sections = sections
        self.continuations = Continuations(page, course)
        self.above = Headings(page, course)
        self._working: dict[int | None, bool] = {}

    def read(self, index: int, unit: Unit, end: int, official: bool, before: list[Order]) -> Order | None:
        """An item under a line that gives work, or a clause in a part of an official text that does."""
        lead = self._lead(index, unit)
        if self.page.reading.own and clause_work.told_as_done(self.page, self.page.after_marker(unit), end):
            return None
        if not lead and not official:
            return self.continuations.read(index, unit, end)
        start = self.page.after_marker(unit)
        if self.page.mask[start:end].rstrip().endswith(":"):
            self.introduced(index, start, end, lead)
            return None
        if self.is_title(index, end) or self._of_other(unit):
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
        opening = openings.before_subject(self.page, start, end)
        subject = acting_bodies.subject(self.page, opening, end) if opening else None
        if subject is None:
            start = openings.behind(self.page, start, end)
            subject = acting_bodies.subject(self.page, start, end) or acting_bodies.behind(self.page, begin, end)
        if subject is None and (label := _LABEL.match(self.page.mask, start, end)):
            subject = acting_bodies.subject(self.page, label.end(), end)  # "Thanh tra, kiểm tra: Vụ X lồng ghép …"
        subject = subject or (doers.eager(self.page, start, end) if official and not before else None)
        if subject:
            self.course.latest = (unit.block, subject[0])
            if self.page.match(_THINKS, subject[1], end):
                return None
            return self._of(base, subject[0], begin, subject[1], end)
        head = HEAD.match(self.page.mask, start, end)
        if head and not before and acting_bodies.acts(self.page, head, unit, end):
            names = self.page.names(head.start("who"), head.end("who"))
            self.course.latest = (unit.block, names)
            return replace(base, trigger=begin, start=head.end(), end=end, assignees=names, status=None)
        leading = self.page.match(IS_LEADING, head.end(), end) if head else None
        if head and leading:
            names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
            self.course.latest = (unit.block, names)
            return self._of(base, names, start, head.end(), end)
        bearer = duties.of_line(self.page, start, end)
        if bearer:  # "Trách nhiệm của chủ đầu tư: a) Lập kế hoạch …"
            found = replace(base, trigger=start, start=self._past_number(bearer.end, end), assignees=bearer.names)
            self.course.leads[index] = found
            return replace(found, end=end, status=None)
        if clause_work.opens_with(self.page, begin, end):
            return replace(base, trigger=begin, start=begin, end=end)
        if base.assignees and bans.opens_with(self.page, start, end):
            return replace(base, trigger=begin, start=start, end=end)
        if self.page.match(NO_WORK, start, end):
            return None
        doer = doers.doer(self.page, start, end) if official and not head else None
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
            told = lead is not None or bool(headed)
            entry = first and (unit.role == "item" or told)
            works = self.page.begins_work(start, end)
            works = works or (entry and self._may_be_work(index, head, start, end, told=told))
        return replace(base, trigger=begin, start=start, end=end) if works else None

    def _of_other(self, unit: Unit) -> bool:
        """Whether the line above opens a list of something else than work: "… trong các trường hợp sau đây:"."""
        above = self.page.reading.units[unit.lead] if unit.lead is not None else None
        if above is None or above.role == "heading":
            return False
        if list_heads.closing_kind(self.page, above) is False:
            return True
        if list_heads.kind(self.page, above):
            return False  # "Trách nhiệm của đơn vị được sử dụng kho:"
        return self.page.match(_THINGS, self.page.after_marker(above), above.end) is not None

    def _lead(self, index: int, unit: Unit) -> Order | None:
        """What the line above says that opens a list, also above the heading of the list's part: "1. Về dữ liệu".

        Where that heading names who bears what stands below it, "2. Sở Xây dựng", that counts.
        """
        if unit.lead is not None:
            return self.course.leads.get(unit.lead)
        if unit.heading is None:
            return None
        part = self.page.reading.units[unit.heading]
        lead = self.course.leads.get(part.lead) if part.lead is not None else None
        headed = self.above.bearers(index) if lead else ()
        if lead and headed:
            return replace(lead, assignees=headed, helpers=())
        if unit.role != "item":
            return None
        return lead if lead and lead.assignees and list_heads.kind(self.page, part) is not False else None

    def _may_be_work(self, index: int, head: re.Match[str] | None, start: int, end: int, *, told: bool) -> bool:
        """Whether an entry of a list of work is work: "Các trách nhiệm khác …" is none.

        One that begins with no known verb is work where the list is `told` to be of work, or the others of it are.
        """
        if head is not None or self.page.match(_PLURAL, start, end):
            return False
        if self.page.begins_work(start, end):
            return True
        if self.page.match(_STATES, start, end):
            return False
        if self.page.match(_OWED, start, end) or self.page.match(_ORDERED, start, end):
            return True
        entry = not self.page.match(NO_ENTRY, start, end)
        label = _LABEL.match(self.page.mask, start, end) if entry else None
        if label and self.page.begins_work(label.end(), end):
            return True
        if self.page.match(_OPENER, start, end):
            commas = _COMMA.finditer(self.page.mask, start, end)
            return any(self.page.begins_work(comma.end(), end) for comma in commas)
        return entry and (told or self.alike(index))

    def alike(self, index: int) -> bool:
        """Whether most entries of the list that an entry stands in begin with a verb of work."""
        heading = self.page.reading.units[index].heading
        if heading not in self._working:
            entries = [self.page.begins_work(*stretch) for stretch in self._entries(index)]
            self._working[heading] = _MOST * sum(entries) >= len(entries)
        return self._working[heading]

    def _entries(self, index: int) -> Iterator[tuple[int, int]]:
        """The entries of the list that an entry stands in."""
        units = self.page.reading.units
        for other in units[(units[index].heading or 0) + 1 :]:
            if other.heading == units[index].heading and other.role == "item":
                yield self.page.after_marker(other), other.end
            elif (other.heading or 0) < (units[index].heading or 0):
                break

    def _of(self, base: Order, names: tuple[str, ...], trigger: int, start: int, end: int) -> Order:
        """The order to a body of its own below a line that may name another."""
        helpers = base.helpers if names == base.assignees else ()
        return replace(base, trigger=trigger, start=start, end=end, assignees=names, helpers=helpers, status=None)

    def _past_number(self, start: int, end: int) -> int:
        """Where the work begins behind the words that name its bearer, past the number of the first point."""
        number = _POINT.match(self.page.mask, start, end)
        return number.end() if number else start

    def named_duty(self, index: int, unit: Unit, end: int) -> Order | None:
        """A duty of a body in a part of an official text that does not say that tasks follow: "Sở Y tế lập dự toán"."""
        own = self.page.reading.own
        provides = own is not None and own.type in _PROVIDING and unit.place.article is not None
        if not (self.sections.is_ordering(index) or provides):
            return None
        start = self.page.after_marker(unit)
        begin = openings.before_subject(self.page, start, end) or start
        head = HEAD.match(self.page.mask, begin, end)
        if head is None or head["colon"]:
            return None
        charged = self.page.match(_CHARGED, head.end(), end)
        work = charged.end() if charged else head.end()
        if (charged is None and self.page.match(MAY, work, end)) or not self.page.begins_work(work, end):
            return None
        names = self.page.names(head.start("who"), head.end("who"), head.end("more"))
        self.course.latest = (unit.block, names)
        return Order(start, work, end, names, sure=0.6)

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

    def bearers(self, index: int, unit: Unit) -> tuple[str, ...]:
        """Those who have to do what stands in a unit, by its lead or the heading above it."""
        lead = self.course.leads.get(unit.lead) if unit.lead is not None else None
        return (lead.assignees if lead else ()) or self.above.bearers(index)

    def borne(self, index: int, unit: Unit) -> tuple[str, ...]:
        """Those whose duties the paragraphs before tell, of which this one goes on."""
        last, section, names = self.course.bearer
        goes_on = unit.role == "sentence" and self.sections.section(index) == section and index - last <= _FEW
        return names if goes_on else ()

    def opens(self, index: int) -> bool:
        """Whether a unit ends in a colon and the list below it says the work: "… triển khai các giải pháp sau:"."""
        units = self.page.reading.units
        unit, below = units[index], units[index + 1 : index + 3]
        if not below or below[0].lead != index or not self.page.mask[unit.start : unit.end].rstrip().endswith(":"):
            return False
        if below[0].role == "heading" and len(below) > 1 and below[1].heading == index + 1:
            below = below[1:]  # "1. Về dữ liệu" opens the first part of the list
        start, end = self.page.after_marker(below[0]), below[0].end
        head = HEAD.match(self.page.mask, start, end)
        return self.page.begins_work(start, end) or (
            head is not None and (head["colon"] is not None or self.page.begins_work(head.end(), end))
        )

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
