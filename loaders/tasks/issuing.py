"""A document whose issue the news reports, and the sentences after it that tell what it orders.

"Thủ tướng vừa ký Quyết định 12/QĐ-TTg … Theo đó, Bộ X chủ trì …": from "theo đó" on the work is the document's, until
somebody else is heard or another document is named. What an article announces in its opening is what it is about: the
orders below it that name no other document are of that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from loaders.reading import DocumentMention, Unit
from loaders.tasks.masked import Masked
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO

_ISSUES = re.compile(  # what stands between who issues and the document
    rf"(?:{WHO})[^.;:\"{DOCUMENT}]*\b(?:ky|ban hanh|phe duyet|thong qua|cong bo|phat hanh|ra)\b"
    rf"[^.;:\"{DOCUMENT}]{{0,60}}$"
)
_HAS = re.compile(rf"(?:{WHO})\s+(?:(?:vua|da|moi|cung|tiep tuc)\s+)*co\s+$")  # "… có Công văn số …"
_CONVEYED_IN = re.compile(  # "Văn phòng UBND tỉnh truyền đạt ý kiến của Phó Chủ tịch A chỉ đạo … tại Công văn số …"
    rf"(?:[^.;:{ACTOR}]{{0,80}},\s+)?{WHO}\s+(?:(?:vua|da|moi)\s+)*(?:truyen dat|thong bao|chuyen tai)\s+"
    rf"(?:y kien|ket luan|chi dao)\b[^.;:\"{DOCUMENT}]*\s(?:tai|trong|bang|qua)\s+(?=[{DOCUMENT}])"
)
_CONVEYING = frozenset(("official-letter", "notice", "dispatch", "conclusion"))
_CONVEYS = re.compile(r"\b(?:truyen dat|thong bao|chuyen tai)\s+(?:y kien|ket luan|chi dao)\b[^.;]{0,60}$")
_STATES = re.compile(  # "Kế hoạch 45/KH-UBND của UBND tỉnh đặt mục tiêu …", "Tại Kế hoạch số 45, UBND tỉnh yêu cầu …"
    rf"\s*(?:(?:tai|theo|trong)\s+)?(?P<what>[{DOCUMENT}]++)(?:\s+ngay\s+[\d/.-]+)?(?:(?:\s+cua|,)\s+{WHO})?\s*,?\s+"
    r"(?:(?:da|cung)\s+)?(?:dat (?:ra )?muc tieu|dat ra|de ra|xac dinh|neu ro|dat chi tieu|huong toi)\b"
)
_THEREBY = re.compile(
    rf"\s*(?:(?:theo do|cu the)\b|theo (?:[{PROGRAMME}]{{5,13}}(?![{PROGRAMME}])"
    r"|(?:noi dung|quyet dinh|nghi quyet|ke hoach|chi thi|cong dien|van ban|de an|chuong trinh)\b))"
    r"[^,.;:]{0,40},?\s+"
)
_ORDERING = frozenset(
    ("decision", "resolution", "directive", "plan", "dispatch", "official-letter", "notice", "conclusion")
)
_WHO = re.compile(WHO)
_BEFORE = 160  # characters before the document where its issuer stands
_OF_TASKS = re.compile(  # the headings of what a document orders
    r"(?:\W|\d|[ivx]+\.)*(?:cac |mot so |nhung )?(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem)\b"
)
_FAR = 8  # units over which the sentences go on with a document that is reported by the way
_LEDE = 4  # units in which an article says what it is about
_HEAD = 40  # characters at the beginning of a unit in which it names what it is about
_ELSEWHERE = re.compile(
    r"\W*(?:truoc do|truoc day|nam (?:ngoai|truoc)|cung ngay|lien quan (?:den|toi)|ben le|duoc biet|trong khi do"
    r"|nhu da (?:dua|thong tin)|tren day la)\b"
)
_ON_GROUND = re.compile(rf"\W*(?:thuc hien|trien khai|can cu|quan triet)\s+[{DOCUMENT}{PROGRAMME}]")
_OFFICE = re.compile(r"^(?:Phó )?(?:Chủ tịch|Bộ trưởng|Giám đốc|Thủ tướng) (?=\S)")
_OPENS = re.compile(  # "Nội dung triển khai gồm: …", "Giai đoạn 1: …", "Kế hoạch nêu rõ …"
    r"\W*(?:(?:cac|mot so|nhung|ve)\s+)?(?:noi dung|nhiem vu|giai phap|lo trinh|giai doan \d|trong tam|bien phap"
    r"|phan cong|to chuc thuc hien)\b"
    rf"|\W*(?:(?:tai|theo)\s+)?(?:ke hoach|quyet dinh|chi thi|cong dien|nghi quyet|cong van|thong bao|[{DOCUMENT}]++)"
    r"\s+(?:(?:cung|con|nay|tren)\s+)*(?:yeu cau|giao|neu|neu ro|xac dinh|dat|de ra|phan cong|quy dinh)\b"
)
_ORDERS = re.compile(
    rf"[\s\"-]*(?:[^.;:{ACTOR}{PERSON}]{{0,160}},\s+|(?:thuc hien|can cu|theo|xet)\s[^.:]{{4,300}}?[,;]\s+)?"
    rf"(?P<who>{WHO})\s+(?:(?:cung|da|con)\s+)*(?:yeu cau|giao|de nghi|chi dao|phan cong|co y kien)\b"
)


_DEPUTY = ("Phó ", "Thứ trưởng")


def issued(page: Masked, heard: Mapping[int, str]) -> Mapping[int, DocumentMention]:
    """The document that the news reports on, by the index of each unit that tells what it orders."""
    if page.reading.own is not None:
        return {}
    found: dict[int, DocumentMention] = {}
    last: tuple[int, DocumentMention] | None = None
    tells = False
    for index, unit in enumerate(page.reading.units):
        names = [one for one in ordered.within(page.reading.documents, unit.start, unit.end) if not one.anaphor]
        document = next((one for one in names if one.type in _ORDERING), None)
        document = document if document and document.status == "issued" else None
        if document is not None and _reported(page, unit, document):
            last, tells = (index, _in_words_of(page, unit, document)), False
            continue
        states = _STATES.match(page.mask, unit.start, unit.end) if document is not None and index not in heard else None
        if document is not None and states and page.document(states.start("what")) == document:
            last, tells = (index, document), True
            continue
        if last is None or _leaves(page, unit, index, last, names):
            last = None
            continue
        thereby = _THEREBY.match(page.mask, unit.start, unit.end) is not None
        speaker = heard.get(index)
        tells = tells or thereby or _tells(page, unit, last[1])
        if speaker is not None and not thereby and not _is_its(page, speaker, last[1]):
            tells = False
        if tells:
            found[index] = last[1]
    return found


def _leaves(
    page: Masked, unit: Unit, index: int, last: tuple[int, DocumentMention], names: list[DocumentMention]
) -> bool:
    """Whether a unit is of something else than the document reported last, which an article may be about as a whole."""
    if last[0] >= _LEDE:
        return (index - last[0] > _FAR and not _under(page, unit)) or any(one.id != last[1].id for one in names)
    if _ELSEWHERE.match(page.mask, unit.start, unit.end):
        return True
    other = any(one.id != last[1].id and one.start - unit.start < _HEAD for one in names)
    other = other and _ON_GROUND.match(page.mask, unit.start, unit.end) is None
    return other and not _tells(page, unit, last[1])


def _under(page: Masked, unit: Unit) -> bool:
    """Whether a unit stands under a heading of what a document orders."""
    heading = unit.heading
    return heading is not None and _OF_TASKS.match(page.reading.folded, page.reading.units[heading].start) is not None


def _tells(page: Masked, unit: Unit, document: DocumentMention) -> bool:
    """Whether a unit says by how it opens that what the document orders follows."""
    for one in ordered.within(page.reading.documents, unit.start, unit.start + 30):
        if one.anaphor and one.id == document.id:
            return True
    if _under(page, unit) or _OPENS.match(page.mask, unit.start, unit.end):
        return True
    orders = _ORDERS.match(page.mask, unit.start, unit.end)
    return orders is not None and any(
        _is_its(page, name, document) for name in page.names(orders.start("who"), orders.end("who"))
    )


def _is_its(page: Masked, speaker: str | None, document: DocumentMention) -> bool:
    """Whether who is heard is who issued the document: the body, its office, or who holds that office, no deputy."""
    issuer = document.issuer
    if speaker is None or issuer is None:
        return False
    roles = [one.role for one in page.reading.officials if one.name == speaker and one.role]
    if roles and all(role.startswith(_DEPUTY) for role in roles) and not issuer.startswith(_DEPUTY):
        return False
    names = {speaker, *page.speaks_for(speaker)}
    names |= {f"{one.role} {one.agency}" for one in page.reading.officials if one.name == speaker}
    bodies = [_OFFICE.sub("", name).replace("UBND", "Ủy ban nhân dân") for name in (issuer, *names)]
    return any(name.startswith(bodies[0]) or bodies[0].startswith(name) for name in bodies[1:])


def _reported(page: Masked, unit: Unit, document: DocumentMention) -> bool:
    """Whether the sentence says that somebody issued the document."""
    if _says_whose(page, unit, document):
        return True
    begin = max(unit.start, document.start - _BEFORE)
    whose = _WHO.search(page.mask, begin, document.start)
    if whose is None:
        return False
    if _ISSUES.match(page.mask, whose.start(), document.start):
        return True
    has = _HAS.match(page.mask, whose.start(), document.start)
    return has is not None and (
        next(_conveyed(page, unit, document), None) is not None or _opens_with(page, unit, document)
    )


def _says_whose(page: Masked, unit: Unit, document: DocumentMention) -> bool:
    """Whether the sentence says before a letter whose words it passes on."""
    if document.type not in _CONVEYING:
        return False  # "… về vướng mắc trong Nghị quyết 57": what they are about
    conveyed = _CONVEYED_IN.match(page.mask, unit.start, document.start + 1)
    return conveyed is not None and conveyed.end() == document.start


def _in_words_of(page: Masked, unit: Unit, document: DocumentMention) -> DocumentMention:
    """The document as the leader's whose words it passes on, where the sentence names one."""
    leaders = {*_passed_on(page, unit, document)}
    return replace(document, issuer=leaders.pop()) if len(leaders) == 1 else document


def _opens_with(page: Masked, unit: Unit, document: DocumentMention) -> bool:
    """Whether the document is the first that an article names, in its opening: "UBND tỉnh vừa có Văn bản số 12 …"."""
    first = next((one for one in page.reading.documents if one.type in _ORDERING), None)
    begun = unit in page.reading.units[:_LEDE] and not _ELSEWHERE.match(page.mask, unit.start, unit.end)
    return begun and first is not None and first.id == document.id


_LEADS = ("Thủ tướng", "Phó Thủ tướng", "Phó Thủ tướng Thường trực")
_OPENING = 3  # sentences in which an article says what it is about


@dataclass(frozen=True, slots=True)
class Announced:
    """The document that an article is about, and those in whose words its orders are given."""

    document: DocumentMention
    givers: frozenset[str]

    def given_by(self, page: Masked, speaker: str | None) -> bool:
        """Whether an order is the document's on whose word it is given; one on nobody's is."""
        return speaker is None or speaker in self.givers or _is_its(page, speaker, self.document)


def announced(page: Masked, heard: Mapping[int, str]) -> Mapping[int, Announced]:
    """What an article announces in its opening, by the index of each unit below it that nobody else is heard in."""
    reading = page.reading
    if reading.own is not None:
        return {}
    found: dict[int, Announced] = {}
    about: Announced | None = None
    told = 0
    for index, unit in enumerate(reading.units):
        named = ordered.within(reading.documents, unit.start, unit.end)
        document = next((one for one in named if one.type in _ORDERING and not one.anaphor), None)
        if document is not None and document.status == "issued" and _reported(page, unit, document):
            signers = (one.name for one in ordered.within(reading.officials, unit.start, document.start))
            issuer = (document.issuer,) if document.issuer else ()
            heard_in = (*issuer, *signers, *_conveyed(page, unit, document))
            whose = _in_words_of(page, unit, document)
            about = Announced(whose, frozenset(heard_in)) if told < _OPENING else None
        elif about is not None and _ELSEWHERE.match(page.mask, unit.start, unit.end):
            about = None
        elif about is not None and about.given_by(page, heard.get(index)):
            found[index] = about
        told += unit.role in ("sentence", "lead")
    return found


def _conveyed(page: Masked, unit: Unit, document: DocumentMention) -> Iterator[str]:
    """Whose words a letter or notice passes on: "Công văn số … truyền đạt ý kiến chỉ đạo của Phó Thủ tướng A".

    The conclusions of which the Government Office gives notice are the Prime Minister's, or a deputy's.
    """
    if document.type == "notice" and document.issuer == "Văn phòng Chính phủ":
        yield "Thủ tướng Chính phủ"
        yield from (one.name for one in page.reading.officials if one.role in _LEADS)
    yield from _passed_on(page, unit, document)


def _passed_on(page: Masked, unit: Unit, document: DocumentMention) -> Iterator[str]:
    """Those whose words a sentence says that the document passes on."""
    if _says_whose(page, unit, document):
        yield from (one.name for one in ordered.within(page.reading.officials, unit.start, document.start))
    for one in ordered.within(page.reading.officials, document.end, unit.end):
        if _CONVEYS.search(page.reading.folded, document.end, one.start):
            yield one.name


def thereby(page: Masked, start: int, end: int) -> int | None:
    """Where the sentence begins that "theo đó" opens."""
    found = _THEREBY.match(page.mask, start, end)
    return found.end() if found else None
