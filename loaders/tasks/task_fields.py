"""The fields of a task: what a piece of work tells of its deadline, mandate, deliverable and cooperators.

Reads the words of the piece; where they leave a field unsaid, the order that gives the work tells it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Task
from loaders.layout import structure
from loaders.reading import Period, Unit
from loaders.tasks import cooperation, fronted, late_bearers
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.times import periods
from loaders.words import clauses, ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PROGRAMME
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed
from loaders.words.wording import covering, spoken

_YEAR = re.compile(r"\d{4}")
_GOAL = Pattern(  # "… phù hợp với mục tiêu trở thành đô thị loại I vào năm 2030": when another aim is reached
    r"\b(?:phù hợp|gắn|song hành|hướng tới|hướng đến|phục vụ)\s(?:với\s)?(?:các\s)?mục tiêu\s[^,;.]*$"
)
_OUTLOOK = re.compile(r"\b(?:tam nhin|dinh huong|chien luoc)\b")
_CITED = Keyed(
    r"(?<!\bde )(?<!\bnham )(?<!\bsua doi )(?<!\bbo sung )(?<!\bbai bo )(?<!\bthay the )"  # how it was changed before
    r"\b(?:theo|tai|trong|thuc hien|trien khai|neu tai|quy dinh tai|giao tai|can cu|cua)\s+(?:cac\s+)?"
    rf"(?:nhiem vu[^,;.]{{0,40}}\s)?(?P<what>[{DOCUMENT}{PROGRAMME}]++)",
    "\x03|\x05",
)
UNDONE = Pattern(  # "… trước 30/6 nhưng đến nay chưa xong", not "những việc mới đặt ra"
    r"\s*[,;]?\s*(?:(?:nhưng|song|tuy nhiên,?)\s+)?\b(?:đến nay|tới nay|hiện nay|đến giờ|nhưng|song)\s+[^.;:]{0,40}?"
    r"\b(?:chưa|mới (?:chỉ|có|đạt|xong|được)|không (?:được|đạt|kịp|xong|hoàn thành))\b",
    "chưa|mới|không",
)
_BY_THEN = (  # "trước ngày 30/9", not "trong giáo dục"
    r"(?:truoc|trong|cham nhat|muon nhat|vao|tu)\s+(?:(?:het|cuoi|dau|giua|la)\s+)?"
    r"(?:(?:ngay|thang|quy|nam|tuan)\b|\d)"
)
_STOP = re.compile(r"\s*[.;](?=\s|$)")
_DELIVERED = re.compile(
    r"(?:[^;.]{0,90}?\b)?(?:xay dung|ban hanh|hoan thien|trinh|soan thao|lap|thiet lap|cap nhat|nang cap|de xuat)"
    r"(?:\s*,\s*(?:ban hanh|hoan thien|trinh|trien khai|nang cap|bo sung)|\s+va\s+(?:ban hanh|trinh|trien khai))*"
    rf"\s+(?:[{ACTOR}]++\s+(?:ban hanh\s+|phe duyet\s+|xem xet,?\s*)*)?"
    rf"(?P<what>(?:(?P<product>{clauses.alternation('products')})\b|[{DOCUMENT}{PROGRAMME}])[^,;.:(]{{0,160}}?)"
    r"(?=\s+(?:de|nham|(?<! va )(?:bao dam|dam bao)|trinh|gui|thay the|duoc|du kien|giao cho|thuoc (?:ve|trach nhiem)"
    r"|(?:nay |gio |se )?(?:dat|don|de|nam) (?:len|tren|nang))\b"
    rf"|\s+(?:do|ve|la)\s+[{ACTOR}]|\s+va\s+(?:se|khai truong|dua vao|cong bo|trinh|ban hanh|nghiem thu|gui|chi dao"
    r"|don doc|to chuc (?:thuc hien|trien khai))\b"
    rf"|\s+{_BY_THEN}|\s*[,;.:(]|$)"
)


def task(page: Masked, unit: Unit, order: Order, start: int, end: int) -> Task:
    """The task whose work a stretch says, with what the order tells that gives it."""
    undone = page.search(UNDONE, start, end) or page.match(UNDONE, end, unit.end)
    end = min(end, undone.start()) if undone else end
    own = page.deadline(start, end) if order.status != "extended" else None  # the new time holds
    opening = page.deadline(unit.start, start) if own and not own.recurrence and not _dated(page, own) else None
    own = opening if opening and opening.recurrence else own  # "Hằng năm, X báo cáo trước ngày 11/12"
    if own and page.search(_GOAL, start, own.start):
        own = None
    told = end  # where the words end that tell of it
    if undone and own and page.past(own):
        stop = _STOP.search(page.mask, undone.end(), unit.end)
        told = stop.start() if stop else unit.end
        late, status = late_bearers.share(page, order.assignees, undone.start(), told)
        order = replace(order, status=status, assignees=late)
    deadline = own or order.deadline
    mandate = order.mandate
    if page.reading.own is None and not order.told:
        inside = [match.start("what") for match in _CITED.finditer(page.mask, start, end)]
        inside = [place for place in inside if not _reports(page, place)]
        if inside:
            inside = [place for place in inside if page.mask[place] == DOCUMENT] or inside
            mandate = page.cited(inside[0]) or mandate
            deadline = deadline or _year_of(page, inside[0])
    printed = page.text[deadline.start : deadline.end] if deadline else None
    recurrence = deadline.recurrence if deadline else None
    if recurrence and (day := page.day_each_time(start, end)):  # "hằng năm báo cáo trước ngày 15/12"
        recurrence, printed = f"{recurrence}, {day}", f"{printed}, {day}"
    since = deadline and periods.begins(page.reading, deadline)
    helpers = (*cooperation.helpers(page, start, end), *order.helpers)
    return Task(
        text=page.text[start:end],
        assignees=order.assignees,
        cooperators=tuple(dict.fromkeys(c for c in helpers if c not in order.assignees)),
        mandate=mandate,
        directed_by=order.directed_by,
        deadline=deadline.value if deadline and not recurrence and not since else None,
        deadline_text=printed,
        recurrence=recurrence,
        deliverable=_deliverable(page, start, end),
        provision=structure.provision(unit.place) if page.reading.own else None,
        status=order.status,
        status_date=page.reading.today.isoformat() if order.status and page.reading.today else None,
        evidence=(page.reading.evidence(start, told, unit.place),),
        confidence=order.sure,
    )


def _reports(page: Masked, position: int) -> bool:
    """Whether what is cited at a position can order nothing: "các nội dung tại Báo cáo số 77/BC-SKHCN"."""
    document = page.document(position)
    return document is not None and document.type in ("report", "submission")


def _dated(page: Masked, period: Period) -> bool:
    """Whether a time is told with its year."""
    return _YEAR.search(page.text, period.start, period.end) is not None


def _year_of(page: Masked, position: int) -> Period | None:
    """The year that a plan's or programme's name gives as its own ("Kế hoạch … năm 2024"), not as an outlook."""
    programme = covering(page.reading.programmes, position)
    if programme is None:
        return None
    inside = [p for p in ordered.within(page.reading.periods, programme.start, programme.end) if p.end <= programme.end]
    name = page.reading.folded[programme.start : programme.end]
    one = len(inside) == 1 and not _OUTLOOK.search(name) and not page.past(inside[0])
    return inside[0] if one else None


def _deliverable(page: Masked, start: int, end: int) -> str | None:
    """What the work hands over: the thing that is drawn up, issued or submitted."""
    found = _DELIVERED.match(page.mask, start, end)
    if not found:
        return fronted.product(page, start, end)
    product = page.text[slice(*found.span("product"))] if found["product"] else None
    if product and not spoken("products", product, accented=page.accented(start)):
        return None  # "công trình" is no "cổng"
    last = found.end()
    while last > found.start("what") and page.mask[last - 1] in " ,.;":
        last -= 1
    return page.text[found.start("what") : last]
