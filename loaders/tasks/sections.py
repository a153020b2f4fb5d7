"""Which parts of an official text give tasks: by its headings, the lines that open its lists, its type.

Reads the headings above a unit, and where the body of the text begins behind its addressees and grounds.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import duties
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course
from loaders.words import clauses

_TASK_HEADING = re.compile(  # not "Hồ sơ đề nghị …"
    rf"(?<!ho so )(?<!don )(?<!phieu )(?<!van ban )(?<!thu tuc )(?:{clauses.alternation('task_headings')})"
)
_DUTY_HEADING = re.compile(r"\b(?:nhiem vu|giai phap|trach nhiem|phan cong|to chuc thuc hien)\b")
_FINDINGS = re.compile(  # of a report, whatever the parts below are called: "I. KẾT QUẢ", "1. Công tác chỉ đạo"
    r"[\W\divx]*(?:mot so\s+|nhung\s+)?(?:ket qua|tinh hinh|danh gia|ton tai|han che|nguyen nhan|kho khan|thuan loi"
    r"|uu diem)\b"
    r"(?![^\n]*\b(?:phuong huong|giai phap|kien nghi|de xuat)\b)"
)
_WANTS = re.compile(r"\b(?:kien nghi|de nghi|de xuat|phuong huong|ke hoach|dinh huong)\b")
_ATTACHED = re.compile(r"\s*(?:quy che|quy dinh|ke hoach|de an|phuong an|chuong trinh|dieu le|noi quy|quy trinh)\s*")
_ADDRESSED = re.compile(r"(?:kinh gui|\bdien|\bgui)\s*:?\s*$")  # "Thủ tướng Chính phủ điện:" before the addressees
_BODY = ("heading", "item", "lead")
_VIEWPOINTS = re.compile(clauses.alternation("viewpoint_headings"))
_OTHER_HEADING = re.compile(clauses.alternation("other_headings"))
_ORDERING_TYPES = ("plan", "notice", "conclusion", "directive", "dispatch", "official-letter")
_ORDERING_ANNEXES = ("Kế hoạch", "Chương trình")  # that a decision puts into force


class Sections:
    """The parts of one source under its headings."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self._begins = self._first_of_body()

    def gives_tasks(self, index: int) -> bool | None:
        """Whether the headings above an item of an official text say that tasks follow; None where they do not tell."""
        heading = self.page.reading.units[index].heading
        own, depth = self.page.reading.own, 0
        report = own is not None and own.type == "report"
        if report and self._tells_findings(heading):
            return False
        while heading is not None and depth < 8:
            above = self.page.reading.units[heading]
            if above.role == "title" and index < self._begins:
                return None  # the preamble of "THÔNG BÁO phân công nhiệm vụ …" gives none yet
            text = self.page.reading.folded[above.start : min(above.end, above.start + 160)].partition(" - ")[0]
            opens = above.role in ("sentence", "basis") and self.page.mask[above.end - 1] == ":"
            if opens:  # what its last clause announces
                text = self.page.reading.folded[above.start : above.end].rpartition(",")[2]
            order = self.course.leads.get(heading)
            if order and order.giver and above.role != "heading":
                return True
            if _ADDRESSED.search(text) and depth == 0:
                return False
            if report and not _DUTY_HEADING.search(text) and not _WANTS.search(text):
                heading, depth = above.heading, depth + 1
                continue
            if _TASK_HEADING.search(text) and (
                _DUTY_HEADING.search(text) or not (_VIEWPOINTS.search(text) or _OTHER_HEADING.search(text))
            ):
                return True
            if self._is_work(above):
                heading, depth = above.heading, depth + 1
                continue
            if self.page.after_marker(above) > above.start and duties.of_heading(self.page, above):
                return True  # "Điều 6. Sở Tài chính": what stands below a body's bare name is its work
            if _VIEWPOINTS.search(text) and above.role not in ("title", "letterhead"):
                return False
            if _OTHER_HEADING.search(text):
                return None
            heading, depth = above.heading, depth + 1
        return True if self.is_ordering(index) else None

    def is_ordering(self, index: int) -> bool:
        """Whether a unit stands in an official text of a type that gives orders, behind its preamble."""
        own, annex = self.page.reading.own, self.page.reading.units[index].place.annex
        orders = own is not None and (own.type in _ORDERING_TYPES or annex in _ORDERING_ANNEXES)
        return orders and index >= self._begins

    def is_subtitle(self, index: int) -> bool:
        """Whether a line is what an attached regulation or plan is about: below "QUY CHẾ", without a full stop."""
        units = self.page.reading.units
        unit, above = units[index], units[index - 1]
        if self.page.reading.own is None or unit.role != "sentence" or unit.heading != index - 1:
            return False
        kind = _ATTACHED.fullmatch(self.page.reading.folded, above.start, above.end)
        printed = self.page.text[above.start : above.end]
        return kind is not None and printed.isupper() and self.page.mask[unit.end - 1].isalnum()

    def _tells_findings(self, heading: int | None) -> bool:
        """Whether one of the headings above says that a report tells what was done or found."""
        while heading is not None:
            above = self.page.reading.units[heading]
            if above.role == "heading" and _FINDINGS.match(self.page.reading.folded, above.start, above.end):
                return True
            heading = above.heading
        return False

    def _is_work(self, above: Unit) -> bool:
        """Whether what stands above is no heading but a piece of work itself: "3. Báo cáo tình hình …"."""
        start = self.page.after_marker(above)
        whole = above.role == "item" and self.page.mask[above.end - 1] in ".;"
        return whole and self.page.begins_work(start, above.end)

    def section(self, index: int) -> int | None:
        """The heading above a unit, lines that only open a list left out."""
        units = self.page.reading.units
        above = units[index].heading
        while above is not None and units[above].role != "heading":
            above = units[above].heading
        return above

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
