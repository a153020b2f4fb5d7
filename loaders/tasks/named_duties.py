"""A duty that an official text gives a body by its name alone: "Sở Y tế lập dự toán"."""

from __future__ import annotations

from loaders.reading import Unit
from loaders.tasks import openings
from loaders.tasks.acting_bodies import HEAD, MAY
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.tasks.sections import Sections
from loaders.words.flat import Pattern

_PROVIDING = ("decision", "resolution")
_CHARGED = Pattern(  # "… là cơ quan thường trực của Ban Chỉ đạo, có nhiệm vụ: lập kế hoạch …"
    r"\s*(?:là\s[^:;.]{5,90}?,?\s+)?(?:có|thực hiện|chịu)\s+(?:các\s+)?(?:nhiệm vụ|trách nhiệm)(?:\s+sau)?\s*:?\s*"
)


def order(page: Masked, course: Course, sections: Sections, index: int, unit: Unit, end: int) -> Order | None:
    """A duty of a body in a part of an official text that does not say that tasks follow: "Sở Y tế lập dự toán"."""
    own = page.reading.own
    provides = own is not None and own.type in _PROVIDING and unit.place.article is not None
    if not (sections.is_ordering(index) or provides):
        return None
    start = page.after_marker(unit)
    begin = openings.before_subject(page, start, end) or start
    head = HEAD.match(page.mask, begin, end)
    if head is None or head["colon"]:
        return None
    charged = page.match(_CHARGED, head.end(), end)
    work = charged.end() if charged else head.end()
    if (charged is None and page.match(MAY, work, end)) or not page.begins_work(work, end):
        return None
    names = page.names(head.start("who"), head.end("who"), head.end("more"))
    course.latest = (unit.block, names)
    return Order(start, work, end, names, sure=0.6)
