"""Work that a sentence gives by a document, or on the word of somebody, that it or one before it names.

"Theo đó, Bộ X xây dựng …" after the report of a document, "Theo kế hoạch này, tỉnh X …", "Theo chỉ đạo của Y, Bộ X …".
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import issuing, nameless, openings
from loaders.tasks.acting_bodies import ENTITLED, HABIT, HEAD, MAY
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern

_UNDER = re.compile(
    rf"\s*(?:cung\s+)?(?:theo|thuc hien|trien khai)\s+(?:noi dung\s+)?"
    r"(?:(?:(?:su )?phan cong|quy dinh|lo trinh|yeu cau|nhiem vu(?: duoc giao)?)\s+(?:neu\s+)?(?:tai|cua|trong)\s+)?"
    rf"(?P<what>[{DOCUMENT}{PROGRAMME}]++)"
    r"[^,;.:]{0,60},\s*"
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+"
)
_NEAR = 2  # units over which what a text orders goes on without a word that says so
_AIMS = re.compile(r"\b(?:muc dich|muc tieu|nguyen tac|quan diem|y nghia)\b")
_HEADING = 160  # characters in which a sentence says what the paragraph is about
_PART = Pattern(  # "Nội dung triển khai, bao gồm: …", "Giai đoạn 1: …"
    r"\W*(?:(?:các|những)\s+)?(?:nội dung|nhiệm vụ|giải pháp|lộ trình|giai đoạn|bước|đợt)\b[^.;:]{0,80}:\s*"
)
_FINDS = Pattern(r"xác định\s+(?:rõ\s+)?(?:đến|rằng|đây|tỷ lệ|mục tiêu|\d|[^,.;:]{3,80}\slà\s)")  # says, does not do
_BY_ORDER = re.compile(  # "Theo chỉ đạo của Thủ tướng, Bộ X rà soát …"
    r"\s*(?:thuc hien|theo|chap hanh)\s+(?:su\s+)?(?:y kien\s+)?(?:chi dao|yeu cau|phan cong|ket luan)\s+(?:moi\s+)?"
    rf"(?:cua|tu)\s+(?P<by>{WHO})[^,;.:{ACTOR}{PERSON}]{{0,80}},\s*(?P<who>{WHOEVER})\s+"
)
_DONE_TO = re.compile(rf"[^.;:,{ACTOR}{PERSON}]{{8,150}}?\s(?:(?:se|phai|can|tiep tuc)\s+)*duoc\s+")
_BENEFIT = Pattern(
    r"(?:các\s+|mọi\s+|những\s+)?(?:người|công dân|cá nhân|hộ|khách hàng|doanh nghiệp|học sinh|trẻ em)\b"
)
_DONE = Pattern(r"(?:cũng )?(?:đã|vừa)\b")
OTHER_SUBJECT = Pattern(
    rf"[^,;]{{0,120}},\s*(?:(?:{WHO}|[^,;]{{3,30}}?)\s+(?:đã|đang|sẽ|cũng|vẫn)\b"
    rf"|[^;.:]{{0,200}}?{WHO}\s+(?:đã|cũng|đều)\s+(?:nêu|phát biểu|có ý kiến|{'|'.join(printed('says'))})\b"
    rf"|[^,;]{{0,40}}?{WHO}[^,;{ACTOR}{PERSON}]{{0,40}}\s(?:{'|'.join(printed('says'))})\b)"
)
CARRYING_OUT = re.compile(  # on what ground the body acts that follows: "Thực hiện chỉ đạo của tỉnh, Sở X làm …"
    rf"\s*(?:thuc hien|trien khai(?:\s+thuc hien)?|can cu|quan triet)\s[^.;:]{{0,240}}?,\s*(?=[{ACTOR}{PERSON}]+\s+\w)"
)
_ON_GROUND = re.compile(r"\s*(?:thuc hien|trien khai|can cu|quan triet)\s[^.;:,]{0,240},")  # and what was reached so
PREDICATED = Pattern(r"[^,.;:]{3,80}?\s(?:sẽ|là|giúp|nhằm mục đích|có trách nhiệm)\s")  # a verb as a subject
LATELY = Pattern(  # what follows is told, not ordered
    r"\s*(?:(?:trong|qua|suốt)\s+)?(?:(?:thời gian|những năm|các năm|năm|tháng|quý|tuần|\w+ năm|\w+ tháng|\w+ tuần)"
    r"\s+(?:qua|vừa qua|trước|gần đây|đầu năm)|vừa qua|đến nay|trước đây|lâu nay|hiện nay)\b"
    r"|\s*(?:trong|năm|quý|tháng)\s[^,.;:]{0,40},[^,.;:]{3,60}\s(?:tốt|hiệu quả)\b"
)
FAR = 9  # units: nothing goes on over so many
_SCRAP = 40  # characters that a caption or a crosshead has at most


class DocumentWork:
    """The sentences of one source that give work by what is reported before them."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course

    def thereby(self, unit: Unit, end: int) -> Order | None:
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

    def of_letter(self, index: int, unit: Unit, end: int) -> Order | None:
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
        carried = _ON_GROUND.match(self.page.mask, unit.start, end)
        if self.page.match(LATELY, carried.end() if carried else unit.start, end):
            return None
        if away(self.page, since, index) > _NEAR:
            return None
        part = self.page.match(_PART, unit.start, end)
        opening = openings.before_subject(self.page, unit.start, end) or openings.behind(self.page, unit.start, end)
        ground = CARRYING_OUT.match(self.page.mask, unit.start, end)
        start = ground.end() if ground else part.end() if part else opening
        if any(self.page.past(one) for one in self.page.times(unit.start, start)):
            return None
        head = HEAD.match(self.page.mask, start, end)
        if self.page.match(PREDICATED, head.end() if head else start, end):
            return None
        if head is None:
            noun = nameless.opening(self.page, start, end) if told else None
            if noun and self.page.begins_work(noun[1], end):
                return Order(start, noun[1], end, (noun[0],), giver, mandate, sure=0.5)
            bare = self.page.begins_work(start, end) and not self.page.match(OTHER_SUBJECT, start, end)
            bare = bare and not self._among_aims(index, unit)
            before = self.course.context
            beside = before.orders and (before.unit, before.block) == (index - 1, unit.block)
            names = before.assignees if beside and start == unit.start else ()
            return Order(start, start, end, names, giver, mandate, sure=0.5) if bare else None
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
        for before in reversed(self.page.reading.units[max(0, index - FAR) : index]):
            if before.block != unit.block:
                return False
            if self.page.begins_work(before.start, before.end):
                continue  # "Rà soát kết quả thực hiện các mục tiêu …"
            if _AIMS.search(self.page.mask, before.start, min(before.end, before.start + _HEADING)):
                return True
        return False

    def by_order(self, unit: Unit, end: int) -> Order | None:
        """ "Theo chỉ đạo của Thủ tướng, Bộ X rà soát …"."""
        page, ordered = self.page, _BY_ORDER.match(self.page.mask, unit.start, end)
        if ordered is None or not page.begins_work(ordered.end(), end) or page.match(HABIT, ordered.end(), end):
            return None
        by = page.names(*ordered.span("by"))
        return Order(ordered.start(), ordered.end(), end, page.names(*ordered.span("who")), by[0], sure=0.6)

    def under(self, unit: Unit, end: int) -> Order | None:
        """What a body does by a document: "Theo kế hoạch này, tỉnh X xây dựng …"."""
        page, under = self.page, _UNDER.match(self.page.mask, unit.start, end)
        if under is None or any(page.match(way, under.end(), end) for way in (_DONE, ENTITLED)):
            return None
        if not page.begins_work(under.end(), end):
            return None
        names = self.page.names(under.start("who"), under.end("who"), under.end("more"))
        document = self.page.document(under.start("what"))
        mandate = self.page.cited(under.start("what"))
        return Order(under.start(), under.end(), end, names, document.issuer if document else None, mandate, sure=0.6)


def away(page: Masked, since: int, index: int) -> int:
    """How many units on from another a unit is, captions and other scraps between them left out."""
    if not 0 <= since < index or index - since > 2 * FAR:
        return FAR
    between = page.reading.units[since + 1 : index]
    return 1 + sum(1 for unit in between if unit.end - unit.start > _SCRAP)
