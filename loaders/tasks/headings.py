"""Who has to do what stands below a heading: the body that it names, or that it can only be by its place."""

from __future__ import annotations

import re

from kg.iris import actor_kind
from loaders.reading import Unit
from loaders.tasks import addressees, doers, duties
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course
from loaders.words.clauses import ACTOR
from loaders.words.flat import Pattern

_HEAD = ("letterhead", "title", "signature", "recipients")  # who signs a decision bears no duty of the plan behind it
_FOR_WHOM = re.compile(rf"doi voi\s+(?:(?:cac|nhung|moi)\s+)?[{ACTOR}]++[^,;:.\d]*")  # "2. Đối với các trường dân lập"
_OF_THINGS = Pattern(  # "4. Chế độ báo cáo", "5. Tổ thường trực và kinh phí" among headings that name bearers
    r"(?:[^,:;]+\bvà\s+(?!tổ chức))?"
    r"(?:về|chế độ|tổ chức|kinh phí|thời gian|hiệu lực|điều khoản|báo cáo|kiểm tra|giám sát|khen thưởng|kỷ luật"
    r"|nguồn lực|lộ trình|tiến độ|giải pháp|nhiệm vụ|mục tiêu|yêu cầu|nội dung|công tác|cơ chế|quy trình|phương thức"
    r"|hạ tầng|dữ liệu|nhân lực|an toàn|phụ lục|căn cứ|nguyên tắc|phạm vi|đối tượng|thi hành|thực hiện|kết quả"
    r"|chỉ tiêu)\b"
)
_NAME = 90  # characters that a heading which is nothing but a name has at most


class Headings:
    """The headings of one source, as bearers of what stands below them."""

    def __init__(self, page: Masked, course: Course) -> None:
        self._page = page
        self._course = course
        self._named: dict[int, tuple[str, ...]] = {}  # by the unit of a heading
        self._lists: dict[int, bool] = {}  # by the unit of a heading: whether those right below it name bearers
        self._sent = addressees.lines(page) if page.reading.own else frozenset[int]()
        self._below: dict[int, list[int]] = {}
        for index, unit in enumerate(page.reading.units):
            if unit.role == "heading" and unit.heading is not None:
                self._below.setdefault(unit.heading, []).append(index)

    def bearers(self, index: int) -> tuple[str, ...]:
        """The bodies that the heading above names as those who have to do what stands below it."""
        heading = self._page.reading.units[index].heading
        depth = 0
        while heading is not None and depth < 4:
            above = self._page.reading.units[heading]
            order = self._course.leads.get(heading)
            if above.role in _HEAD or heading in self._sent or (order and order.giver):
                return ()  # "Thủ tướng Chính phủ yêu cầu:"
            if names := self._named_by(heading) or self._placed(heading):
                return self._nearer(index, names) or names if depth else names
            heading, depth = above.heading, depth + 1
        return ()

    def _named_by(self, heading: int) -> tuple[str, ...]:
        """Those whom a heading names as who has the duties below it, or for whom it says them to be."""
        names = self._named.get(heading)
        if names is None:
            above = self._page.reading.units[heading]
            start = self._page.after_marker(above)
            bearer = duties.of_line(self._page, start, above.end, heading=True)
            names = bearer.names if bearer and bearer.end >= above.end - 2 else ()
            if not names and above.end - start <= _NAME and _FOR_WHOM.fullmatch(self._page.mask, start, above.end):
                names = duties.printed_names(self._page, start, above.end)
            self._named[heading] = names
        return names

    def _placed(self, heading: int) -> tuple[str, ...]:
        """The bearer that a heading can only be by its place among others that name theirs: "4. Báo Hà Nam"."""
        unit = self._page.reading.units[heading]
        start = self._page.after_marker(unit)
        if unit.role != "heading" or unit.heading is None or start == unit.start or unit.end - start > _NAME:
            return ()
        if self._page.begins_work(start, unit.end) or self._page.match(_OF_THINGS, start, unit.end):
            return ()
        if not self._lists_bearers(unit.heading):
            return ()
        return duties.printed_names(self._page, start, unit.end)

    def _nearer(self, index: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """Who of a group that a higher heading names the one right above is: "2. Các cơ sở đào tạo, dạy nghề"."""
        heading = self._page.reading.units[index].heading
        above = self._page.reading.units[heading] if heading is not None else None
        if above is None or above.role != "heading" or any(actor_kind(name) != "group" for name in names):
            return ()
        start = self._page.after_marker(above)
        return duties.printed_names(self._page, start, above.end) if self._begins_with_doer(above) else ()

    def _begins_with_doer(self, unit: Unit) -> bool:
        """Whether a numbered heading is short and begins with somebody who can have duties."""
        start = self._page.after_marker(unit)
        if start == unit.start or unit.end - start > _NAME or self._page.match(_OF_THINGS, start, unit.end):
            return False
        return self._page.mask[start] == ACTOR or doers.is_doer(self._page, start, unit.end)

    def _lists_bearers(self, parent: int) -> bool:
        """Whether most of the headings right below one name who has to do what."""
        found = self._lists.get(parent)
        if found is None:
            below = self._below.get(parent, [])
            units = self._page.reading.units
            named = sum(1 for index in below if self._named_by(index) or self._begins_with_doer(units[index]))
            found = self._lists[parent] = named >= 2 and 2 * named > len(below)
        return found
