"""Work that is given by where it stands: under a line that opens a list, below a heading, after another order.

Reads the entries of a list with the line above them; a sentence in no list is loaders.tasks.continuations'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.folding import fold
from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import acting_bodies, bans, clause_work, cooperation, doers, duties, fronted, list_heads, openings
from loaders.tasks.acting_bodies import HEAD, IS_LEADING, MAY
from loaders.tasks.continuations import Continuations
from loaders.tasks.headings import Headings
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.tasks.sections import Sections
from loaders.words.clauses import ONLY_DUE
from loaders.words.flat import Pattern

NO_WORK = Pattern(
    r"(?:việc|trường hợp|căn cứ|lý do|nguyên nhân|về vấn đề|đây là|là chủ|(?:một|hai|ba|bốn|năm) là|được|không|theo đó"
    r"|trong đó|(?:trong )?(?:thời gian|những năm|các năm|nhiều năm|nhiệm kỳ|giai đoạn) (?:vừa )?qua"
    r"|(?:đến|tới) nay|hiện nay|tuy nhiên|song|nhìn chung|bên cạnh (?:những |các )?kết quả"
    r"|(?:cơ bản )?(?:đồng ý|nhất trí|chấp thuận)|ghi nhận|hoan nghênh"  # what the issuer itself decides or thinks
    r"|(?:cơ bản )?thống nhất với\b|đánh giá cao|(?:biểu dương|khen ngợi|cảm ơn)\b[^.;]{2,120}\sđã"
    r"|sau (?:hơn |gần )?\w+ (?:năm|tháng|quý) (?:triển khai|thực hiện|vận hành|hoạt động)"
    r"|(?:vẫn )?còn (?:một số|nhiều|những)"
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
_THINKS = Pattern(  # what a body thinks or tells, not what it is to do: "Ban Chỉ đạo ghi nhận …", "Bộ X báo cáo đã …"
    r"(?:(?:ghi nhận|hoan nghênh|đánh giá cao|biểu dương|khen ngợi|cảm ơn|chúc mừng|nhất trí với|đồng tình)\b"
    r"|sử dụng con dấu\b|(?:báo cáo|thông báo|xác nhận)\s+(?:là|rằng|đã)\s)"
)
_POINT = re.compile(r"\s*(?:\w\s+)?(?:[a-z]|\d{1,2})\s?[.)]\s+|\s*[-+]\s+")
NO_ENTRY = Pattern(rf"(?:{'|'.join(sorted(printed('no_work_starts'), key=len, reverse=True))})\b")
_OWED = Pattern(  # "Sổ theo dõi phải được lập trước …", "có chính sách hỗ trợ …"
    r"[^.;:]{5,260}?\s(?:phải|cần|không để|không được)\s(?!thiết)"
    r"|có\s(?!thể\b|quyền\b|trách nhiệm\b|[^.;]{3,80}\sthì\b)"
)
_OPENER = Pattern(r"(?:trong|đối với|tại|khi|theo|về|từ|nếu)\s")  # "Đối với bản vùng cao, phối hợp với X …"
_ORDERED = Pattern(r"(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|đôn đốc)\s")
_COMMA = re.compile(r",\s+")
_LABEL = re.compile(r"[^:;.]{3,100}:\s*")  # "- Giai đoạn 1 (2026): Lắp đặt …"
_FIELD = Pattern(r"(?:dữ liệu|hệ thống|thông tin|hoạt động|nguồn nhân lực|hồ sơ)(?: (?:số|thông tin|điện tử))?:\s")
_CIRCUMSTANCE = Pattern(  # how, where and for whom the work is done: "Hình thức: tập huấn trực tiếp"
    r"(?:hình thức|địa điểm|đối tượng|thành phần|quy mô|phương thức|số lượng)\b[^:;.]{0,40}:\s"
)
_OF_PARTY = re.compile(  # committees, which lead those who act
    r"(?:cac |ban thuong vu |ban chap hanh )*(?:dang uy|tinh uy|thanh uy|huyen uy|cap uy|chi bo|dang bo|dang doan)\b"
)
_MOST = 2  # of so many entries of a list one begins with a known verb, at the least, where it lists work
_FEW = 4  # units over which the duties of one body go on without its name
_INTRODUCTION = 12  # words that may stand between a body and the colon after which its duties are listed


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list, or a further clause of one: its words, and what stands above or before it says of it."""

    index: int  # of its unit
    unit: Unit
    begin: int  # past its number
    end: int
    base: Order
    official: bool  # whether it stands in a part of an official text that gives tasks
    first: bool  # whether no order stands before it in the unit
    told: bool  # whether the line or a heading above says that the list is of work


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
        if not before and (front := fronted.order(self.page, unit, end)):
            return front
        if not lead and not official:
            return self.continuations.read(index, unit, end)
        begin = self.page.after_marker(unit)
        if self.page.mask[begin:end].rstrip().endswith(":"):
            self.introduced(index, begin, end, lead)
            return None
        if list_heads.is_title(self.page, index, end) or list_heads.of_other(self.page, unit):
            return None
        entry = self._entry(index, unit, end, lead, before, official=official)
        if self._leads(entry):
            return replace(entry.base, trigger=entry.begin, start=entry.begin, end=end, status=None)
        subject, start = self._subject(entry)
        if subject:
            return self._of_subject(entry, *subject)
        head = HEAD.match(self.page.mask, start, end)
        led = (head and self._of_body(entry, head)) or self._of_line(entry, start)
        return led or self._of_words(entry, head, start)

    def _entry(
        self, index: int, unit: Unit, end: int, lead: Order | None, before: list[Order], *, official: bool
    ) -> _Entry:
        """An entry with what the order before it says, or the line, the heading and the names above it."""
        begin, headed = self.page.after_marker(unit), self.above.bearers(index)
        told = lead is not None or bool(headed)
        if before:
            base = replace(before[-1], status=None, deadline=None)
            return _Entry(index, unit, begin, end, base, official=official, first=False, told=told)
        block, names = self.course.latest
        base = lead or Order(begin, begin, end, headed)
        if not base.assignees and block == unit.block:
            base = replace(base, assignees=names)
        return _Entry(index, unit, begin, end, base, official=official, first=True, told=told)

    def _leads(self, entry: _Entry) -> bool:
        """Whether an entry tells a committee of the Party to lead others: "Đảng ủy X: Lãnh đạo Ủy ban …"."""
        leads = self.page.reading.folded.startswith("lanh dao ", entry.begin)
        return leads and any(_OF_PARTY.match(fold(name)) for name in entry.base.assignees)

    def _subject(self, entry: _Entry) -> tuple[tuple[tuple[str, ...], int] | None, int]:
        """Who acts by name and where that work begins, if anybody; and where the words go on behind what opens them."""
        page, begin, end = self.page, entry.begin, entry.end
        opening = openings.before_subject(page, begin, end)
        if opening and (subject := acting_bodies.subject(page, opening, end)):
            return subject, begin
        start = openings.behind(page, begin, end)
        subject = acting_bodies.subject(page, start, end) or acting_bodies.behind(page, begin, end)
        if subject is None and (label := _LABEL.match(page.mask, start, end)):
            opened = openings.before_subject(page, label.end(), end) or label.end()
            subject = acting_bodies.subject(page, opened, end)  # "Đối soát sổ: Sau khi số hóa, Vụ X lồng ghép …"
        if subject is None and entry.official and entry.first:
            subject = doers.eager(page, start, end)
        return subject, start

    def _of_subject(self, entry: _Entry, names: tuple[str, ...], start: int) -> Order | None:
        """The work of a body by name; what it thinks of something is none."""
        self.course.latest = (entry.unit.block, names)
        if self.page.match(_THINKS, start, entry.end):
            return None
        return self._of(entry.base, names, entry.begin, start, entry.end)

    def _of_body(self, entry: _Entry, head: re.Match[str]) -> Order | None:
        """Work of a body by a verb that no table knows, or in a lead: "Sở X là cơ quan đầu mối …"."""
        page, end = self.page, entry.end
        if entry.first and acting_bodies.acts(page, head, entry.unit, end):
            names = page.names(head.start("who"), head.end("who"))
            self.course.latest = (entry.unit.block, names)
            return replace(entry.base, trigger=entry.begin, start=head.end(), end=end, assignees=names, status=None)
        if not page.match(IS_LEADING, head.end(), end):
            return None
        names = page.names(head.start("who"), head.end("who"), head.end("more"))
        self.course.latest = (entry.unit.block, names)
        return self._of(entry.base, names, head.start(), head.end(), end)

    def _of_line(self, entry: _Entry, start: int) -> Order | None:
        """ "Trách nhiệm của chủ đầu tư: a) Lập kế hoạch …", which opens a list as well."""
        bearer = duties.of_line(self.page, start, entry.end)
        if bearer is None:
            return None
        begin = self._past_number(bearer.end, entry.end)
        found = replace(entry.base, trigger=start, start=begin, assignees=bearer.names)
        self.course.leads[entry.index] = found
        return replace(found, end=entry.end, status=None)

    def _of_words(self, entry: _Entry, head: re.Match[str] | None, start: int) -> Order | None:
        """The work of whoever bears that of the list, by the words alone; or of a doer without a name."""
        page, base, begin, end = self.page, entry.base, entry.begin, entry.end
        if clause_work.opens_with(page, begin, end):
            return replace(base, trigger=begin, start=begin, end=end)
        if base.assignees and bans.opens_with(page, start, end):
            return replace(base, trigger=begin, start=start, end=end)
        if page.match(NO_WORK, start, end):
            return None
        told_whom = entry.official or (entry.first and base.giver and not base.assignees)
        doer = doers.doer(page, start, end) if told_whom and not head else None
        if doer:
            return self._of(base, doer.names, start, doer.end, end)
        burden = page.match(BURDEN, start, end) if base.assignees else None
        start = burden.end() if burden else start
        works = self._works(entry, head, start) if entry.first else clause_work.goes_with(page, start, end)
        return replace(base, trigger=begin, start=start, end=end) if works else None

    def _works(self, entry: _Entry, head: re.Match[str] | None, start: int) -> bool:
        """Whether the first words of a unit are work: what else a further sentence of an item says is a finding."""
        page, units = self.page, self.page.reading.units
        goes_on = entry.index > 0 and units[entry.index - 1].block == entry.unit.block
        if goes_on and page.match(_FINDING, entry.begin, entry.end):
            return False
        if page.begins_work(start, entry.end):
            return True
        opens = entry.unit.start <= page.after_marker(units[entry.index])
        entered = opens and (entry.unit.role == "item" or entry.told)
        return entered and self._may_be_work(entry, head, start)

    def _lead(self, index: int, unit: Unit) -> Order | None:
        """What the line above says that opens a list, also above the heading of the list's part: "1. Về dữ liệu".

        Where that heading names who bears what stands below it, "2. Sở Xây dựng", that counts.
        """
        if unit.lead is not None:
            return self.course.leads.get(unit.lead)
        if unit.heading is None:
            return None
        part = self.page.reading.units[unit.heading]
        if unit.role == "item" and unit.heading in self.course.leads and not part.lead and part.role == "item":
            return self.course.leads[unit.heading]  # "… thực hiện một số nhiệm vụ." above its points
        lead = self.course.leads.get(part.lead) if part.lead is not None else None
        headed = self.above.bearers(index) if lead else ()
        if lead and headed:
            return replace(lead, assignees=headed, helpers=())
        if unit.role != "item":
            return None
        return lead if lead and lead.assignees and list_heads.kind(self.page, part) is not False else None

    def _may_be_work(self, entry: _Entry, head: re.Match[str] | None, start: int) -> bool:
        """Whether an entry of a list of work that begins with no known verb is work: "Các trách nhiệm khác …" is none.

        It is where the list is told to be of work, or the others of it are.
        """
        end = entry.end
        if head is not None or self.page.match(_PLURAL, start, end):
            return False
        if self.page.match(_STATES, start, end):
            return False
        if self.page.match(_OWED, start, end) or self.page.match(_ORDERED, start, end):
            return True
        none = self.page.match(NO_ENTRY, start, end) is not None
        # "Thời gian: Tổ chức lớp từ ngày …", "Dữ liệu: Xây dựng bản đồ …"
        timed = self.page.mask.startswith("thoi gian", start) or self.page.match(_FIELD, start, end)
        label = _LABEL.match(self.page.mask, start, end) if timed or not none else None
        if label and self.page.match(_CIRCUMSTANCE, start, end):
            return False
        if label and self.page.begins_work(label.end(), end):
            return ONLY_DUE.match(self.page.mask, label.end(), end) is None
        if self.page.match(_OPENER, start, end):
            commas = _COMMA.finditer(self.page.mask, start, end)
            return any(self.page.begins_work(comma.end(), end) for comma in commas)
        return not none and (entry.told or self.alike(entry.index))

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
