"""Whose a number is: who set a target, whose figure it is, where it holds, where it stands."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from kg.folding import UPPER
from loaders.documents import pillars
from loaders.layout.outline import above
from loaders.measures.courses import FAR, READ, Course
from loaders.measures.statements import Statement
from loaders.reading import DocumentMention, Reading
from loaders.words import ordered
from loaders.words.flat import fold_name
from loaders.words.keyed import Keyed
from loaders.words.wording import Sentence, covering

_SHORTLY = 80  # characters after a target in which its setter still stands
_SCOPE = Keyed(
    r"\b(?:tren dia ban|ca nuoc|toan quoc|toan cau|the gioi|dong nam a|chau a|asean|"
    r"toan (?:tinh|thanh pho|nganh))\b",
    "dia ban|ca nuoc|toan quoc|toan cau|the gioi|dong nam a|chau a|asean|toan tinh|toan thanh pho|toan nganh",
)
_AREA = re.compile(  # of "trên địa bàn tỉnh Đồng Tháp có …"
    r"\s+(?:toàn\s+|cả\s+)?(?P<level>(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu))?"
    rf"(?P<name>(?:[ -]?[{UPPER}]\w*)+)?"
)
_SETS = re.compile(r"(?:Kế hoạch|Chiến lược|Chương trình|Đề án|Quy hoạch)\b", re.IGNORECASE)
_MENTIONED = re.compile(  # a goal that was set somewhere, beside what was reached: "thấp hơn mục tiêu 60% đề ra"
    r"\b(?:thap hon|cao hon|vuot(?: qua| xa)?|chua dat(?: duoc)?|khong dat(?: duoc)?|so voi|kem|hut|gan)\s+"
    r"(?:so voi\s+|xa\s+|nhieu\s+)*(?:cac\s+)?(?:muc tieu|chi tieu|ke hoach|muc)\s+"
    r"[^;:\n]{0,40}?\d[\d.,]*[^;:\n]{0,30}?"
    r"\b(?:de ra|dat ra|duoc giao|da giao|da xac dinh)\b"
)
_GIVEN = frozenset(("duoc", "tieu", "hoach", "toan", "ma", "do"))  # "vượt chỉ tiêu Chính phủ giao 6%"
_TELLS = ("giao ", "yeu cau ", "phan cong ", "an dinh ")
_REPORTER = frozenset(("theo", "cua", "tai", "voi", "boi"))
_ASKS = re.compile(
    r"\b(?P<passive>duoc (?:yeu cau|giao|de nghi))\b"
    r"|\b(?:(?:noi|khang dinh|nhan manh|luu y|tuyen bo)(?: ro)?\s*:\s*\"|"
    r"yeu cau|de nghi|chi dao|muon thay|mong|mong muon|doi hoi|quan triet|luu y|nhan manh|ky vong|giao)\b"
)
_PERSON = re.compile(
    r"\b(?:ong|ba|dong chi|thu tuong|bi thu|chu tich|giam doc|(?:bo|thu|cuc|vu|vien) truong"
    r"|truong ban|thong doc|chanh|chu nhiem)\b[^,;.:]*\Z"
)
_NEAR = 100  # characters before what is asked in which who asks stands
_GONE = re.compile(  # a document that another takes the place of, or changes, sets nothing any more
    r"\b(?:thay(?: the)?(?: cho)?|bai bo|sua doi(?:, bo sung)?|bo sung)(?: [a-z]+){0,6} \Z"
)
_TO_COME = re.compile(  # before a document that is asked for and sets nothing yet: "giao Bộ X trình Khung kiến trúc …"
    r"\b(?:trinh|xay dung|ban hanh|hoan thien|soan thao|nghien cuu|tham muu|chuan bi)\b[^.;:\n]{0,60}\Z"
)
_CARRIES_OUT = re.compile(r"\b(?:trien khai|thuc hien|thi hanh)\s+(?:(?:cac|hieu qua|thang loi)\s+)*\Z")
_LISTED = re.compile(r"\s*(?:,|va|;|,\s*va|cung)\s+")
_OPENING = 4  # units in which an article says what it is about
_BEFORE = 120  # characters before a document in which its issue is told
_ISSUES = re.compile(r"\b(?:ban hanh|da ky|vua ky|ky ban hanh|phe duyet|thong qua|cong bo)\b[^.;:\n]{0,60}$|\bky\s+$")
_OWN_GOAL = re.compile(  # "Mục tiêu năm 2026 của tỉnh là …": set by no document of the State's that is carried out
    r"\b(?:muc tieu|chi tieu)(?:\s+(?:nam|den nam|trong nam|quy|thang)\s+[\divx/]+)?\s+(?:cua|ma)\s+"
    r"(?:toan\s+)?(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|nganh|so|dia phuong|don vi)\b"
    r"|\b(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)(?: (?:se|cung|tiep tuc|dang|da|con))* phan dau\b"
)
_OF_THE_STATE = frozenset(("Bộ Chính trị", "Ban Chấp hành Trung ương", "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"))
_NOUNS = {"nghi quyet": "resolution", "ke hoach": "plan", "quyet dinh": "decision", "chi thi": "directive"}
_BY_NOUN = re.compile(rf"\b(?:theo|cua|tai)\s+(?P<noun>{'|'.join(_NOUNS)})(?=\s*(?:,|la\b|den\b|dat\b|tren\b|nay\b))")
_SETTERS = frozenset(
    (
        "resolution",
        "decision",
        "directive",
        "plan",
        "programme",
        "scheme",
        "conclusion",
        "notice",
        "dispatch",
        "agreement",
    )
)


def set_by(sentence: Sentence, index: int, start: int, end: int, course: Course) -> str | None:
    """What sets a target; a sentence that goes on with the goals before it has their setter."""
    going_on = index - course.last <= 1 and course.sense == "target" and course.set_by is not None
    going_on = going_on and (sentence.reading.own is not None or _asked_by_somebody(sentence, start) < 0)
    if not going_on or sentence.documents or sentence.programmes:
        course.set_by = _setter(sentence, index, start, end, course)
    return course.set_by


def _setter(sentence: Sentence, index: int, start: int, end: int, course: Course) -> str | None:
    """The document, else the programme, that sets a target: the nearest in its sentence or before it."""
    reading, unit = sentence.reading, sentence.unit
    asked = _asked_by_somebody(sentence, start) if reading.own is None else -1
    inside = [document for document in sentence.documents if document.type != "report" and document.start > asked]
    before = [document for document in inside if document.end <= start]
    after = [document for document in inside if start <= document.start <= end + _SHORTLY]
    if before or after:
        return before[-1].id if before else after[0].id
    if reading.own is not None:
        told = _MENTIONED.search(sentence.folded, max(unit.start, start - 40), unit.end)
        if told and told.start() <= start <= told.end():
            return None
        return reading.own.id
    if (typed := _of_its_type(sentence)) is not None:
        return typed
    programmes = [one for one in sentence.programmes if asked < one.start <= end + _SHORTLY]
    approving = next((_approving(reading, programme.name) for programme in programmes if programme.anaphor), None)
    named = approving or next((programme.name for programme in programmes if not programme.anaphor), None)
    if named or asked >= 0:
        return named
    own_goal = _OWN_GOAL.search(sentence.folded, unit.start, end) is not None
    announced = _announced(reading)
    paragraph = [other for other in reading.units[max(0, index - FAR) : index] if other.block == unit.block]
    for other in (*reversed(paragraph), *above(reading, unit)):
        documents = ordered.within(reading.documents, other.start, other.end) if other.role in READ else []
        if own_goal:
            documents = [one for one in documents if not (one.issuer in _OF_THE_STATE or one.id.endswith("/TW"))]
        standing = [one for one in documents if _stands(reading, one) and not _carried_out(reading, one, announced)]
        if standing:
            return standing[-1].id
    if announced is not None and announced.end <= unit.start:
        return announced.id
    if own_goal:
        return None
    document = _foremost(reading, course)[ordered.index(reading.documents, unit.start)]
    return document or _foremost_programmes(reading, course)[ordered.index(reading.programmes, unit.start)]


def _stands(reading: Reading, document: DocumentMention) -> bool:
    """Whether a document can set anything where it is named: no other takes its place there, and it is not to come."""
    begin = max(0, document.start - _NEAR)
    if document.status == "draft" and _TO_COME.search(reading.folded, begin, document.start):
        return False
    return _GONE.search(reading.folded, begin, document.start) is None


def _carried_out(reading: Reading, document: DocumentMention, announced: DocumentMention | None) -> bool:
    """Whether a document is named as what the announced one carries out: "phân công việc triển khai Nghị quyết 214"."""
    if announced is None or announced.id == document.id:
        return False
    return _CARRIES_OUT.search(reading.folded, max(0, document.start - _NEAR), document.start) is not None


def _asked_by_somebody(sentence: Sentence, start: int) -> int:
    """Where somebody asks for what begins at `start`, or a body is asked for it; -1 where nobody is told to.

    What is named before is then not what sets it: "Tại hội nghị sơ kết Nghị quyết X, Bí thư … yêu cầu 70% …".
    """
    begin, folded = sentence.unit.start, sentence.folded
    stop = next((number.start for number in sentence.numbers if number.end > start), start)
    for asks in reversed(list(_ASKS.finditer(folded, begin, max(begin, stop)))):
        if asks["passive"] or _PERSON.search(folded, max(begin, asks.start() - _NEAR), asks.start()):
            return asks.start()
    return begin if folded.startswith('"', begin) else -1


def _of_its_type(sentence: Sentence) -> str | None:
    """The document that a bare noun means: "mục tiêu theo nghị quyết" is that of the resolution named last."""
    noun = _BY_NOUN.search(sentence.folded, sentence.unit.start, sentence.unit.end)
    if noun is None:
        return None
    announced = _announced(sentence.reading)
    if announced is not None and announced.type == _NOUNS[noun["noun"]]:
        return announced.id
    before = ordered.before(sentence.reading.documents, sentence.unit.start)
    return next((one.id for one in before if one.type == _NOUNS[noun["noun"]]), None)


def _announced(reading: Reading) -> DocumentMention | None:
    """The document whose issue an article reports in its opening: its goals are what the article tells."""
    body = (unit for unit in reading.units if unit.role in READ or unit.role in ("title", "heading"))
    stop = max((unit.end for unit in islice(body, _OPENING)), default=0)
    for document in ordered.within(reading.documents, 0, stop):
        issued = document.type in _SETTERS and document.status == "issued" and not document.anaphor
        if issued and _ISSUES.search(reading.folded, max(0, document.start - _BEFORE), document.start):
            return document
    return None


def _foremost(reading: Reading, course: Course) -> list[str | None]:
    """Of the first n documents, for each n from 0 on: the one that can set targets and is named most in the source."""
    if not course.foremost:
        best: str | None = None
        opening = reading.units[course.opening].start if course.opening < len(reading.units) else len(reading.folded)
        course.foremost.append(best)
        for document in reading.documents:
            sets = document.type in _SETTERS and document.status == "issued"
            sets = sets and (course.named[document.id] > 1 or document.start < opening)
            if sets and (best is None or course.named[document.id] > course.named[best]):
                best = document.id
            course.foremost.append(best)
    return course.foremost


def _foremost_programmes(reading: Reading, course: Course) -> list[str | None]:
    """Of the first n programmes, for each n from 0 on: the plan or strategy that is named most among them.

    One in the name of a body ("Ban Chỉ đạo … và Đề án 06") sets nothing.
    """
    if not course.foremost_programmes:
        named: Counter[str] = Counter()
        course.foremost_programmes.append(None)
        for programme in reading.programmes:
            if _SETS.match(programme.name) and covering(reading.agencies, programme.start) is None:
                named[programme.name] += 1
            course.foremost_programmes.append(max(named, key=named.__getitem__, default=None))
    return course.foremost_programmes


def _approving(reading: Reading, programme: str) -> str | None:
    """The document that the text names together with a programme when it first names it."""
    first = next((mention for mention in reading.programmes if mention.name == programme), None)
    if first is None:
        return None
    index = ordered.index(reading.documents, first.end) - 1
    document = reading.documents[index] if index >= 0 else None
    near = document is not None and first.start - document.start < 300
    return document.id if near and document is not None and document.type in _SETTERS else None


def about(sentence: Sentence, indicator: str) -> tuple[str, ...]:
    """The pillars that a target serves: those that its indicator names, else the nearest line above that names any."""
    named = pillars.named_in(fold_name(indicator))
    if named:
        return named
    lines = (sentence.folded[line.start : line.end] for line in above(sentence.reading, sentence.unit))
    return next(filter(None, map(pillars.named_in, lines)), ())


def doer(sentence: Sentence, said: Statement) -> str | None:
    """The agency whose figure it is: the subject of the sentence, not who reports it."""
    if said.whose:
        own = ordered.within(sentence.agencies, *said.whose)
        return own[0].name if own and own[0].kind == "agency" else None
    for agency in reversed(sentence.agencies):
        if agency.end <= said.number.start and agency.kind == "agency":
            before = sentence.folded[max(sentence.unit.start, agency.start - 12) : agency.start].split()
            if before and before[-1] in _GIVEN and sentence.folded.startswith(_TELLS, agency.end + 1):
                continue  # "Sở A được UBND tỉnh giao số hóa …": Sở A's
            reports = before and before[-1] in _REPORTER
            printed = sentence.printed(agency.start, agency.end)
            return None if reports or _is_anothers(said, printed) else agency.name
    return None


def _is_anothers(said: Statement, body: str) -> bool:
    """Whether the points of an index, or a place in it, are by name another's: "… điểm DTI của Hà Nội"."""
    _, of, whose = fold_name(said.indicator).rpartition(" cua ")
    named = fold_name(body)
    return bool(of) and said.number.unit in ("điểm", "hạng", None) and whose not in named and named not in whose


def doers(sentence: Sentence, said: Statement) -> tuple[str, ...]:
    """The agencies that answer for a target: the subject of the sentence, with those listed before it."""
    last = doer(sentence, said)
    listed = [agency for agency in sentence.agencies if agency.end <= said.number.start and agency.kind == "agency"]
    if last is None or said.whose or not listed or listed[-1].name != last:
        return (last,) if last else ()
    first = len(listed) - 1
    while first and _LISTED.fullmatch(sentence.folded, listed[first - 1].end, listed[first].start):
        first -= 1
    return tuple(dict.fromkeys(agency.name for agency in listed[first:]))


def scope(sentence: Sentence, said: Statement) -> str | None:
    """The area that the sentence gives to a number: "cả nước", "Đông Nam Á"."""
    end = max(said.clause.right[1], said.number.end)
    match = _SCOPE.search(sentence.folded, said.clause.left[0], end)
    while match and (body := next((a.end for a in sentence.agencies if a.start < match.start() < a.end), 0)):
        match = _SCOPE.search(sentence.folded, body, end)  # not of "Ngân hàng Thế giới"
    if match is None:
        return None
    text = sentence.reading.source.text
    if match.group().endswith("dia ban"):
        area = _AREA.match(text, match.end(), end)
        if area is None or not (area["level"] or area["name"]):
            return None  # of which area is not said here
        return " ".join((area.group() if area["name"] else text[match.start() : area.end()]).split())
    return " ".join(text[match.start() : match.end()].split())
