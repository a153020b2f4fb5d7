"""Documents that a text names without a number: drafts, proposals, and issued ones whose number it leaves out.

"Nghị định về định danh và xác thực điện tử", "dự thảo Nghị quyết của Chính phủ về …", "Khung kiến trúc Chính phủ điện
tử", "bản ghi nhớ hợp tác về …", "Nghị quyết Đại hội đại biểu …". A kind alone ("nghị quyết", "văn bản hướng dẫn") names
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import DocumentType
from loaders.documents import citations, drafting, rarer_documents, statuses, titles
from loaders.documents.cited import Cited
from loaders.reading import Reading, Unit
from loaders.words import ordered
from loaders.words.flat import Pattern

_NAMED: dict[str, DocumentType] = {
    "nghi quyet": "resolution", "nghi dinh": "decree", "quyet dinh": "decision", "chi thi": "directive",
    "thong tu": "circular", "thong tu lien tich": "circular", "quy che": "regulation",
    "cong dien": "dispatch",
}  # fmt: skip
_TREATIES = ("hiep dinh", "hiep uoc", "cong uoc", "nghi dinh thu", "tuyen bo chung")
_AGREEMENTS = ("ban ghi nho", "bien ban ghi nho", "thoa thuan", "ban thoa thuan")
_ORDERED = re.compile(
    r"\s+(?:cua\s+[^,.;:]{3,40}\s+)?(?:phe\s+duyet|ban\s+hanh|ve\s+viec|quy\s+dinh)\b|\s+cua\s+[^,.;:]{3,40}\s+ve\b"
)
_TO_BE_MADE = re.compile(  # the lines under a document that is still to be written
    r"[\s.;,+*-]{1,8}(?:noi\s+dung|(?:co\s+quan|don\s+vi)\s+(?:chu\s+tri|thuc\s+hien|phoi\s+hop)|thoi\s+(?:han|gian)\b[^:]{0,24})\s*:"
)
_COMING = re.compile(  # "… dự kiến ban hành trong quý III", "… Bộ sẽ trình"
    r"(?:\s*,)?\s+(?:(?:bo|so|chinh\s+phu|co\s+quan\s+\w+\s+\w+)\s+)?(?:du\s+kien|se|dang|sap)\s+(?:duoc\s+)?(?:[^,.;:]{0,60}?\s)?"
    r"(?:trinh|ban\s+hanh|soan|xay\s+dung|lay\s+y\s+kien|hoan\s+thien|hoan\s+thanh|tham\s+dinh)\b"
)
_GENERIC = re.compile(
    r"\b(?:chuong\s+trinh|ke\s+hoach|de\s+an|chien\s+luoc|du\s+an|quy\s+che|quy\s+dinh|nay|danh\s+muc)\b"
)
_AMENDS_ONLY = re.compile(  # "Thông tư sửa đổi, bổ sung": of what is not said
    r"(?:\s*(?:,|va)?\s*(?:bo\s+sung|thay\s+the|bai\s+bo|sua\s+doi))+|\bmot\s+so\s+(?:dieu|quy\s+dinh|noi\s+dung|khoan)\b|\bcua\b"
)
_ASKED = re.compile(r"\b(?:tham\s+muu|trinh|de\s+nghi|kien\s+nghi|giup|bao\s+cao)(?:\s+(?:cho|giup|trinh))?\s+$")
_TO_ISSUE = re.compile(r"\s+(?:xem\s+xet,?\s+)?(?:som\s+)?(?:ban\s+hanh|thong\s+qua|ky\s+ban\s+hanh)\s+")
_SETS = re.compile(r"\s+quy\s+dinh\s+(?!chi\s+tiet|ve\b|viec\b)")
_SEVERAL = Pattern(r"\b(?:các|những|một\s+số|nhiều|mọi|mỗi|hàng\s+loạt|\d+)\s+(?:văn\s+bản\s*,?\s*)?$")
_SHARED_ABOUT = re.compile(r"(?:\s+cua\s+chinh\s+phu)?(?:\s+moi)?\s+(?P<ve>ve\s+(?:viec\s+)?)")
_BETWEEN = re.compile(r"\s*,\s*(?:va\s+)?(?:ve\s+)?|\s+va\s+(?:ve\s+)?")
_SENT_ABOUT = re.compile(r"\s+(?:khan\s+)?(?:gui\s+[^.:]{3,200}?\s)?(?P<ve>ve\s+(?:viec\s+)?)")
_OF = re.compile(r"\s+(?:(?:moi\s+)?cua\s+)?")  # "Nghị quyết [của] Chính phủ"
_SHORTEST = 3  # words of a subject in a row of subjects
_ABOUT = re.compile(
    r"\s+(?:moi\s+|rieng\s+)?(?:ve|quy\s+dinh|sua\s+doi|thay\s+the|huong\s+dan|phe\s+duyet|ban\s+hanh|xu\s+phat|lien\s+quan\s+(?:den|toi)"
    r"|thi\s+diem|cong\s+bo|thanh\s+lap|kien\s+toan|giai\s+the|bai\s+bo|dieu\s+chinh|phan\s+cap|phan\s+bo)\b"
)
_REGULATION = re.compile(
    r"\s+(?:quan\s+ly|lam\s+viec\s+cua|hoat\s+dong\s+cua|phoi\s+hop|khai\s+thac|van\s+hanh|ve|cua)\b"
)
_WORK_OF = re.compile(r"\s+(?:hoat\s+dong|lam\s+viec|to\s+chuc\s+va\s+hoat\s+dong)\s+cua\s+")
_NOT_ABOUT = re.compile(
    r"\s+(?:ban\s+hanh\s+(?:cua|ngay|kem|nam|theo|vao|tai|som|se|da|trong)|quy\s+dinh\s+(?:tai|nay|ro|cu\s+the\s+tai|:)|huong\s+dan\s+(?:thi\s+hanh|thuc\s+hien)?\s*[,.;])"
)
_CONGRESS = re.compile(
    r"\s+(?:cua\s+)?(?P<name>(?:dai\s+hoi|hoi\s+nghi\s+(?:lan\s+thu|trung\s+uong)|trung\s+uong\s+\d|trung\s+uong\s+(?:lan\s+thu|khoa))\b)"
)
_CONGRESS_NUMBER = re.compile(
    r"\b(?:lan\s+thu\s+\w+|khoa\s+[xvi]+|dai\s+hoi\s+(?:dang\s+)?[xvi]+\b|trung\s+uong\s+\d+)"
)
_CONGRESS_TAIL = re.compile(
    r"(?:\s+(?:cua\s+)?dang(?:\s+cong\s+san\s+viet\s+nam)?(?:\s+bo\s+tinh)?\b|\s+ban\s+chap\s+hanh\s+trung\s+uong\b"
    r"|\s*,?\s*(?:nhiem\s+ky|khoa)\s+(?:\d{4}\s*-\s*\d{4}|[xvi]+\b))*"
)
_AGREED = re.compile(r"\s+(?:hop\s+tac\s+(?!giua\s+hai)|ve\b|giua\s+(?!hai))")
_BETWEEN_TWO = re.compile(r"\bgiua\s")
_SECOND = re.compile(r"\s+(?:va|voi)\s+")
_SIGNED = re.compile(r"\b(?:ky|ki)(?:\s+ket)?\b")
_IS_SIGNED = re.compile(  # "… được hai bên ký", "… ký kết ngày 12/3/2023"
    r",?\s+(?:da\s+|vua\s+)?(?:duoc\s+(?:[^.;:,]{2,40}\s)?)?ky(?:\s+ket)?\b(?!\s+(?:nang|thuat|luat|nguyen|su|hop))"
)
_VERB_LAST = re.compile(r",?\s+ky(?:\s+ket)?$")
_PARTNER = re.compile(r"\b(?:va|voi|cung)\s+$")
_TERM = re.compile(r"\s*,?\s*(?:nhiem\s+ky|giai\s+doan)\s+\d{4}\s*-\s*\d{4}")
_MADE = re.compile(
    r"\b(?:ra|ban\s+hanh|ky|co|du\s+thao|xay\s+dung|trinh|theo|tai|trien\s+khai|thuc\s+hien|thi\s+hanh)\s+$"
)
_NEW = re.compile(r"\s+m(?:ới|oi)\s")


def read(reading: Reading, unit: Unit, start: int, end: int, head: str, keep: list[tuple[int, int]]) -> Iterator[Cited]:
    """The unnumbered document whose kind is named at `start`–`end`; nothing where no subject follows.

    `keep` are the stretches that its subject is not cut in: agencies and documents named in it.
    """
    if head in _AGREEMENTS:
        yield from _agreement(reading, unit, start, end)
    elif head in _TREATIES:
        yield from rarer_documents.treaty(reading, unit, start, end)
    elif head == "ke hoach" and not statuses.drafted(reading, unit, start):
        yield from rarer_documents.issued_plan(reading, unit, start, end, keep)
    elif head in rarer_documents.PLANS and statuses.drafted(reading, unit, start):
        yield from rarer_documents.drafted_plan(reading, unit, start, end, head, keep)
    elif head == "bao cao":
        yield from rarer_documents.report(reading, unit, start, end, keep)
    elif head in _NAMED:
        yield from _of_kind(reading, unit, start, end, _NAMED[head], keep)


def _of_kind(
    reading: Reading, unit: Unit, start: int, end: int, kind: DocumentType, keep: list[tuple[int, int]]
) -> Iterator[Cited]:
    """A decree, resolution, decision … named by its subject, or what else its kind is named by."""
    text, folded = reading.source.text, reading.folded
    congress = _CONGRESS.match(folded, end, unit.end) if kind == "resolution" else None
    if congress:
        yield from _congress(reading, unit, start, congress.start("name"))
    elif kind == "dispatch":
        yield from _dispatch(reading, unit, start, end, keep)
    elif kind == "decision" and _verb(reading, unit, start, end):
        return
    elif unit.role in ("title", "heading") and _NEW.match(text, end, unit.end):
        return  # a headline, "Nghị quyết mới về dữ liệu", does not name what the text below it does
    elif _SEVERAL.search(text, folded, max(unit.start, start - 30), start, accented=unit.accented):
        yield from _several(reading, unit, start, end, kind, keep)
    else:
        issuer, after = _issuer(reading, unit, end)
        if kind == "regulation" and issuer and after > end:
            term = _TERM.match(reading.folded, after, unit.end)
            if term:  # "quy chế của Ủy ban nhân dân thành phố nhiệm kỳ 2016-2021"
                name = titles.capital(text[start : term.end()])
                yield Cited(start, term.end(), unit, kind, name=name, issuer=issuer, confidence=0.8)
                return
        yield from _with_subject(reading, unit, start, after, kind, issuer, keep)


def _verb(reading: Reading, unit: Unit, start: int, end: int) -> bool:
    """Whether "quyết định" is the verb that it is first of all, and no decision that was made."""
    if start == unit.start and unit.role in ("item", "sentence"):
        return True
    made = _MADE.search(reading.folded, max(unit.start, start - 12), start)
    return not reading.source.text[start].isupper() and not (made and _ORDERED.match(reading.folded, end, unit.end))


def _with_subject(
    reading: Reading, unit: Unit, start: int, after: int, kind: DocumentType, issuer: str | None,
    keep: list[tuple[int, int]],
) -> Iterator[Cited]:  # fmt: skip
    """The document with the subject that stands at `after`, behind its kind and its issuer."""
    text, folded = reading.source.text, reading.folded
    body = _body_of(reading, unit, start, after) if kind == "regulation" else None
    named = kind == "regulation" and (text[start].isupper() or body is not None)
    about = (_REGULATION if named else _ABOUT).match(folded, after, unit.end)
    if not about or _NOT_ABOUT.match(folded, after, unit.end):
        return
    status = statuses.status_of_name(reading, unit, start)
    if status is None and _SETS.match(folded, after, unit.end):
        return  # "Nghị định quy định đối tượng …": the decree named before sets it
    first = about.start() + len(about.group()) - len(about.group().lstrip())
    stop = body or titles.end(text, folded, first, unit.end, accented=unit.accented, keep=keep)
    if len(_GENERIC.sub("", _AMENDS_ONLY.sub("", folded[about.end() : stop])).split()) < 2:
        return
    if status is None and (_TO_BE_MADE.match(folded, stop) or _COMING.match(folded, stop, unit.end)):
        status = "draft"
    issuer = issuer or statuses.submitted_to(reading, unit, start) or _asked_to_issue(reading, unit, start)
    date = None
    if kind == "circular" and status == "draft" and issuer is None:  # a ministry issues what it drafts
        who_drafts = drafting.writer(reading, unit, start)
        issuer = who_drafts.name if who_drafts and who_drafts.name.startswith("Bộ ") else None
    if status is None:
        date, who = citations.before(reading, start, unit.start)
        issuer = issuer or who
    yield Cited(
        start, stop, unit, kind, name=titles.capital(text[start:stop]), issuer=issuer or _usual_issuer(kind), date=date,
        status=status or "issued", subject=(first, stop), confidence=0.85,
    )  # fmt: skip


def _body_of(reading: Reading, unit: Unit, start: int, after: int) -> int | None:
    """Where the body ends whose rules are still to be made: "trình … ban hành quy chế làm việc của Ủy ban X"."""
    work = _WORK_OF.match(reading.folded, after, unit.end)
    whose = ordered.within(reading.agencies, work.end(), work.end() + 1) if work else ()
    end = next((mention.end for mention in whose if mention.kind == "agency"), None)
    return end if end and statuses.status_of_name(reading, unit, start) is not None else None


def _dispatch(reading: Reading, unit: Unit, start: int, end: int, keep: list[tuple[int, int]]) -> Iterator[Cited]:
    """A dispatch that is reported without its number: "Tổng cục X vừa có công điện gửi các cục về siết hoàn thuế"."""
    text, folded = reading.source.text, reading.folded
    about = (
        _SENT_ABOUT.match(folded, end, unit.end) if _MADE.search(folded, max(unit.start, start - 12), start) else None
    )
    who = citations.before(reading, start, unit.start)[1] if about else None
    if about is None or who is None:
        return
    first = about.start("ve")
    stop = titles.end(text, folded, first, unit.end, accented=unit.accented, keep=keep)
    if len(folded[first:stop].split()) > _SHORTEST:
        yield Cited(
            start, stop, unit, "dispatch", name=f"Công điện {titles.clean(text[first:stop])}", issuer=who,
            date=citations.before(reading, start, unit.start)[0], subject=(first, stop), confidence=0.75,
        )  # fmt: skip


def _asked_to_issue(reading: Reading, unit: Unit, start: int) -> str | None:
    """The body whose issuing it is that others prepare: "tham mưu HĐND tỉnh ban hành Nghị quyết về …"."""
    near = [m for m in ordered.within(reading.agencies, max(unit.start, start - 120), start) if m.kind != "group"]
    asked = near and _ASKED.search(reading.folded, max(unit.start, near[-1].start - 20), near[-1].start)
    return near[-1].name if asked and _TO_ISSUE.fullmatch(reading.folded, near[-1].end, start) else None


def _several(
    reading: Reading, unit: Unit, start: int, end: int, kind: DocumentType, keep: list[tuple[int, int]]
) -> Iterator[Cited]:
    """Each of the documents still to be made that share their kind: "xây dựng các nghị định về …, … và …"."""
    text, folded = reading.source.text, reading.folded
    status = statuses.status_of_name(reading, unit, start)
    about = _SHARED_ABOUT.match(folded, end, unit.end)
    if status is None or not about:
        return
    stop = titles.end(text, folded, about.start("ve"), unit.end, accented=unit.accented, keep=keep)
    parts: list[tuple[int, int]] = []
    begin = about.end()
    for joint in [*_BETWEEN.finditer(folded, begin, stop), None]:
        part = (begin, joint.start() if joint else stop)
        begin = joint.end() if joint else stop
        if parts and len(folded[part[0] : part[1]].split()) < _SHORTEST:
            parts[-1] = (parts[-1][0], part[1])  # "của cá nhân, tổ chức"
        else:
            parts.append(part)
    if len(parts) < 2 or any(len(folded[a:b].split()) < _SHORTEST for a, b in parts):
        return
    head = text[start:end].capitalize()
    for index, (first, last) in enumerate(parts):
        yield Cited(
            start if index == 0 else first, last, unit, kind, name=f"{head} về {titles.clean(text[first:last])}",
            issuer=_usual_issuer(kind), status=status, subject=(first, last), confidence=0.8,
        )  # fmt: skip


def _usual_issuer(kind: DocumentType) -> str | None:
    """Who issues documents of this kind where nobody is named."""
    return "Chính phủ" if kind == "decree" else None


def _issuer(reading: Reading, unit: Unit, end: int) -> tuple[str | None, int]:
    """The issuer between the kind and the subject: "Nghị quyết của Chính phủ về", "Nghị quyết Chính phủ về"."""
    of = _OF.match(reading.folded, end, unit.end)
    if of:
        who = citations.issuer_at(reading, of.end(), unit.end)
        if who:
            return who
    return None, end


def _congress(reading: Reading, unit: Unit, start: int, name: int) -> Iterator[Cited]:
    """A resolution of a Party congress or plenum, which texts cite without a number."""
    text, folded = reading.source.text, reading.folded
    stop = titles.end(text, folded, name, min(unit.end, name + 160), accented=unit.accented)
    number = _CONGRESS_NUMBER.search(folded, name, stop)
    if not number:
        return
    tail = _CONGRESS_TAIL.match(folded, number.end(), unit.end)
    stop = tail.end() if tail else number.end()
    printed = titles.capital(text[start:stop])
    plenum = folded.startswith(("trung uong", "hoi nghi"), name)
    yield Cited(
        start, stop, unit, "resolution", name=printed,
        issuer="Ban Chấp hành Trung ương" if plenum else titles.clean(text[name:stop]),
        status="draft" if statuses.drafted(reading, unit, start) else "issued", confidence=0.85,
    )  # fmt: skip


def _agreement(reading: Reading, unit: Unit, start: int, end: int) -> Iterator[Cited]:
    """A memorandum or agreement with its subject: "bản ghi nhớ hợp tác về việc …"."""
    text, folded = reading.source.text, reading.folded
    about = _AGREED.match(folded, end, unit.end)
    if not about:
        return
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented)
    if _BETWEEN_TWO.search(folded, end, stop):  # "giữa Bộ A và Bộ B"
        second = _SECOND.match(folded, stop, unit.end)
        bodies = ordered.within(reading.agencies, second.end(), unit.end) if second else ()
        stop = next((body.end for body in bodies if second and body.start == second.end()), stop)
    verb = _VERB_LAST.search(folded, max(end, stop - 12), stop)
    stop = verb.start() if verb else stop
    signed = _IS_SIGNED.match(folded, stop, unit.end)
    name = titles.capital(text[start:stop])
    if len(name.split()) < 6 or not (signed or _SIGNED.search(folded, max(unit.start, start - 120), start)):
        return
    date, issuer = citations.before(reading, start, unit.start)
    parties = ordered.within(reading.agencies, max(unit.start, start - 160), start)
    if parties and parties[-1].name == issuer and _PARTNER.search(folded, unit.start, parties[-1].start):
        issuer = None  # of both
    signed = None if date else signed
    date = citations.tail(reading, signed.end(), unit.end).date if signed else date
    yield Cited(
        start, stop, unit, "agreement", name=name, date=date, issuer=issuer,
        status=statuses.status_of_name(reading, unit, start) or "issued", confidence=0.8,
    )  # fmt: skip
