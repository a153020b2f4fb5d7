"""What stands around a document's number or name: its date, its issuer and its subject.

"Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược …": date and issuer come in any
order, or before it ("Ngày 12/8/2023, Bộ Y tế ra Thông tư số …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg import registry
from kg.model import DocumentType
from kg.periods import iso_day
from loaders.documents import titles
from loaders.reading import Reading, Unit
from loaders.words import ordered

_DAY = r"(?P<d>\d{1,2})\s?(?P<s>[/.-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>(?:19|20)\d\d)(?!\d)"
_WORDED = r"(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})\s*(?:nam|,|/|-)?\s*(?P<y>(?:19|20)\d\d)(?!\d)"
_ENACTED = (
    r"(?:(?:da\s+|vua\s+)?(?:duoc|do)\s+(?:(?!(?:den|het|tu|ap|hieu|sua|thay|bai|bo\s+sung)\s)[^,.;:()\"/\s]{1,20}\s+){0,12}?)?(?:da\s+)?"
    r"(?:(?:ky|ban\s+hanh|phe\s+duyet|thong\s+qua|cong\s+bo)\s+){0,2}(?:vao\s+)?"
)
_DATES = (
    re.compile(rf"[\s,]*\(?(?:{_ENACTED})ngay\s+{_DAY}\)?"),
    re.compile(rf"[\s,]*\(?(?:{_ENACTED})ngay\s+{_WORDED}\)?"),
    re.compile(rf"[\s,]*\(\s*{_DAY}\s*\)"),
    re.compile(rf"[\s,]+{_DAY}"),
)
_PARTIAL = re.compile(rf"[\s,]*\(?(?:{_ENACTED})ngay\s+(?=(?P<d>\d{{1,2}})\s?[/-]\s?(?P<m>\d{{1,2}})(?!\d|\s?[/-]))")
_YEAR = re.compile(r"[\s,]*\(?(?:ban\s+hanh\s+)?(?:nam\s+)?(?P<y>(?:19|20)\d\d)\)?(?![\d/%]|\s?-\s?\d)")
_OF = re.compile(r"[\s,]*(?:cua|do)\s+(?:dong\s+chi\s+|cac\s+)?")
_COUNCIL_TERM = re.compile(  # "… của Hội đồng nhân dân thành phố khóa XVI, kỳ họp thứ ba"
    r"\s*,?\s*khoa\s+(?:[ivxl]+|\d{1,2})\b(?:\s*,?\s*(?:tai\s+)?ky\s+hop\s+thu\s+\w+)?"
)
_OF_OLD = re.compile(  # "UBND tỉnh Đắk Nông cũ", "… (trước sáp nhập) về việc …"
    r"\s+(?:cu\b|\((?:cu|truoc\s+(?:day|kia|khi\b|sap\b|hop\b|ngay\b)[^()]{0,40}|nay\s+la\s[^()]{2,60})\))"
)
_BY = re.compile(r"\s+(?:da\s+)?(?:ky|ban\s+hanh|phe\s+duyet)\b")
_RULED = (  # what a document says, and no subject: "quy định các cơ quan không được yêu cầu …"
    r"\s+(?:(?:ro|cu\s+the)\b|(?:(?:cac|moi|nhung)\s+)?(?:thu\s+truong|nguoi|co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan|doanh\s+nghiep"
    r"|bo|uy\s+ban|ubnd)\b[^.;:\"\n]{0,120}?\b(?:phai|khong\s+duoc|co\s+trach\s+nhiem)\b)"
)
_SUBJECT = re.compile(
    rf"[\s,:]*(?P<title>\"|(?:ve\s+viec|v/v|ve|phe\s+duyet|ban\s+hanh(?!\s+(?:ngay|kem|nam|theo|vao|tai))|quy\s+dinh(?!\s+tai|\s+nay|\s*[,:]|{_RULED})"
    r"|sua\s+doi|huong\s+dan|thong\s+qua|cong\s+bo|dieu\s+chinh|bai\s+bo|thay\s+the|thi\s+diem|xu\s+phat|tang\s+cuong"
    r"|day\s+manh|thanh\s+lap|kien\s+toan|thuc\s+hien|trien\s+khai|quan\s+ly|hop\s+tac|tap\s+trung|nang\s+cao)\b)"
)
_ABOUT = re.compile(r"(?:ve\s+viec|v/v|ve)\s+")
_WORDED_BEFORE = re.sub(r"\?P<([dmy])>", r"?P<\1w>", _WORDED)
_BEFORE_DATE = re.compile(
    rf"\b(?:ngay|sang|trua|chieu|toi|hom)\s+(?:{_WORDED_BEFORE}|{_DAY}|(?P<dm>\d{{1,2}}\s?[/-]\s?\d{{1,2}})(?![\d/-]))(?:\s+vua\s+qua)?\s*,?\s*"
    r"(?:(?P<who>(?:[^.;:]|(?<=\btp)\.){2,90}?)\s+)?(?:da\s+|vua\s+|chinh\s+thuc\s+)*"
    r"(?:ky\s+ban\s+hanh|ban\s+hanh|ky|co|ra|phe\s+duyet|thong\s+qua|cong\s+bo)\s+(?:cac\s+)?$"
)
_AT_PROPOSAL = re.compile(
    r"\b(?:de\s+(?:nghi|xuat)|kien\s+nghi|bao\s+cao|tham\s+muu|y\s+kien)\s+cua\s+[^.;:]{3,100}?\s+tai\s+(?:cac\s+)?(?:(?:[a-z]+\s+){1,4}so\s+)?$"
)
_ALSO_PROPOSED = re.compile(  # "… và Giám đốc Sở Tài chính tại Văn bản số", behind another's proposal
    r"\b(?:de\s+(?:nghi|xuat)|kien\s+nghi|tham\s+muu|y\s+kien)\s+cua\s+[^.;:]{3,320}?(?:\bva|[,;])\s+$"
)
_AT_PAPER = re.compile(r"\s+tai\s+(?:cac\s+)?(?:(?:[a-z]+\s+){1,4}so\s+)?$")
_KIND_WORDS: dict[str, DocumentType] = {
    "ke hoach": "plan", "quyet dinh": "decision", "chuong trinh": "programme", "chi thi": "directive",
    "cong van": "official-letter", "quy che": "regulation", "huong dan": "guideline",
}  # fmt: skip
_REPLACES = re.compile(
    rf"(?:thay\s+the|bai\s+bo)\s+(?:cho\s+)?(?:cac\s+)?(?P<kind>{'|'.join(_KIND_WORDS)})\s+(?:so\s+)?\d"
)
_BEHALF = re.compile(r"thay\s+mat\s+|thua\s+uy\s+quyen\s+")
_WHO_ISSUES = re.compile(
    r"\b(?:(?:da|vua|chinh\s+thuc|se|ban)\s+)*(?:ky\s+ban\s+hanh|ban\s+hanh|ky|ra|co|hanh|cong\s+bo|phat\s+hanh)\s+(?:cac\s+)?$"
    r"|\b(?:da|vua|chinh\s+thuc|bieu\s+quyet|nhat\s+tri)\s+(?:bieu\s+quyet\s+)?thong\s+qua\s+(?:cac\s+)?$"
)
_SAID_IN = re.compile(  # "mục tiêu mà Chính phủ đã đề ra tại Nghị quyết 19"
    r"(?:\s+(?:da|vua|cung|dang))*\s+(?:de\s+ra|dat\s+ra|neu(?:\s+ro)?|yeu\s+cau|giao|xac\s+dinh|quy\s+dinh|khang\s+dinh|chi\s+dao|thong\s+qua"
    r"|(?:phe\s+duyet|ban\s+hanh|ky)(?:\s+(?:vao|hoi|tu|ngay|thang|nam|cuoi|dau|giua)\s[^.;:]{1,40}?,?)?)"
    r"\s+(?:ro\s+)?(?:tai|trong|theo|o|bang)\s+(?:cac\s+)?"
)
_WORD = re.compile(r"\w+")
_LOCAL = re.compile(
    r"(?P<body>uy\s+ban\s+nhan\s+dan|ubnd|hoi\s+dong\s+nhan\s+dan|hdnd|(?:ban\s+thuong\s+vu\s+)?(?:tinh\s+uy|thanh\s+uy))"
    r"(?:\s+(?:tinh|thanh\s+pho|tp\.?))?(?=\W|$)"
)
_BODIES = {"ubnd": "Ủy ban nhân dân", "uy ban nhan dan": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân",
           "hoi dong nhan dan": "Hội đồng nhân dân", "tinh uy": "Tỉnh ủy", "thanh uy": "Thành ủy",
           "ban thuong vu tinh uy": "Ban Thường vụ Tỉnh ủy",
           "ban thuong vu thanh uy": "Ban Thường vụ Thành ủy"}  # fmt: skip
_PROPER = re.compile(r"\s+(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*\s*){1,3}")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a reference: date (YYYY-MM-DD), year where only that is said, issuer, and where they end."""

    end: int
    date: str | None = None
    year: str | None = None
    issuer: str | None = None


def tail(reading: Reading, start: int, limit: int) -> Tail:
    """The date and issuer printed right after `start`, in any order."""
    folded = reading.folded
    date = year = issuer = None
    position = start
    while True:
        if date is None:
            match = next((m for m in (form.match(folded, position, limit) for form in _DATES) if m), None)
            day = iso_day(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
            if match and day:
                date, position = day, match.end()
                continue
            partial = _PARTIAL.match(folded, position, limit)
            if partial:  # a day without its year ("ngày 15-1"), as the periods resolve it
                found = _day_at(reading, partial.end(), limit)
                date, position = found or (None, partial.end("m"))
                continue
            match = _YEAR.match(folded, position, limit) if year is None else None
            if match:
                year, position = match["y"], match.end()
                continue
        if issuer is None:
            match = _OF.match(folded, position, limit)
            if match:
                who = issuer_at(reading, match.end(), limit)
                by = "do" in match.group().split()
                if who and (not by or _BY.match(folded, who[1], limit)):
                    issuer, position = who
                    term = _COUNCIL_TERM.match(folded, position, limit) or _OF_OLD.match(folded, position, limit)
                    position = term.end() if term else position
                    continue
        break
    return Tail(position, date, year or (date[:4] if date else None), issuer)


def day_in_year(reading: Reading, position: int, limit: int, year: str) -> tuple[str | None, int]:
    """The day without its year that follows, in the year that the document's number gives, and where it ends."""
    match = _PARTIAL.match(reading.folded, position, limit)
    day = iso_day(int(year), int(match["m"]), int(match["d"])) if match else None
    return (day, match.end("m")) if match and day else (None, position)


def _day_at(reading: Reading, position: int, limit: int) -> tuple[str, int] | None:
    for period in ordered.within(reading.periods, position - 30, position + 1):
        if position < period.end <= limit and period.value and len(period.value) == 10:
            return period.value, period.end
    return None


def issuer_at(reading: Reading, position: int, limit: int) -> tuple[str, int] | None:
    """The body named at `position` and where its name ends: a mention found before, else a name of the registry."""
    starts = reading.agencies
    index = ordered.index(starts, position + 1) - 1
    for mention in starts[max(0, index - 1) : index + 1]:
        if mention.start <= position < mention.end and mention.kind != "group":
            return mention.name, min(mention.end, limit)
    local = _LOCAL.match(reading.folded, position, limit)
    if local:
        body = _BODIES[" ".join(local["body"].split())]
        proper = _PROPER.match(reading.source.text, local.end(), limit)
        if proper:
            where = proper.group().strip(" .,\n")
            unit = reading.source.text[local.end("body") : local.end()].strip()
            return " ".join(f"{body} {unit} {where}".split()), local.end() + len(proper.group().rstrip())
        return body, local.end()
    ends = [word.end() for word in _WORD.finditer(reading.folded, position, min(limit, position + 70))][:12]
    for end in reversed(ends):
        agency = registry.load().agency(reading.source.text[position:end])
        if agency:
            return agency.name, end
    return None


def before(reading: Reading, start: int, floor: int) -> tuple[str | None, str | None]:
    """The date and issuer of a clause that ends at `start`: "Ngày 12/8/2023, Bộ Y tế ban hành"."""
    window = max(floor, start - 160)
    match = _BEFORE_DATE.search(reading.folded, window, start)
    # "Thực hiện Quyết định số 512/QĐ-TTg ngày 12/3/2024, Bộ X ban hành …": another document's day
    its = match and _NUMBER_ENDS.search(reading.folded, max(floor, match.start() - _LONGEST_NUMBER), match.start())
    if match and its and (later := _BEFORE_DATE.search(reading.folded, match.start() + 1, start)):
        match, its = later, None
    if match:
        if match["dm"]:
            found = _day_at(reading, match.start("dm"), start)
            date = found[0] if found else None
        else:
            date = _iso_of_groups(match)
        who = _issuer_within(reading, match.start("who"), match.end("who")) if match["who"] else None
        return (None if its else date), who[0] if who else None
    proposed = _AT_PROPOSAL.search(reading.folded, window, start)
    if proposed:  # "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …"
        for mention in reversed(ordered.within(reading.agencies, proposed.start(), start)):
            if mention.kind != "group":
                return None, mention.agency or mention.name
    bodies = [m for m in ordered.within(reading.agencies, window, start) if m.kind != "group"]
    if bodies and _AT_PAPER.fullmatch(reading.folded, bodies[-1].end, start):
        said = reading.folded[max(floor, bodies[-1].start - _CLAUSE) : bodies[-1].start]
        if _ALSO_PROPOSED.search(said):
            return None, bodies[-1].agency or bodies[-1].name
    if bodies and _SAID_IN.fullmatch(reading.folded, bodies[-1].end, start):
        return None, bodies[-1].name
    match = _WHO_ISSUES.search(reading.folded, window, start)
    if match:
        near = ordered.within(reading.agencies, window, match.start())
        last = [m for m in near if m.end <= match.start() and m.kind != "group"]
        if last and not re.search(r"[.;:]", reading.folded[last[-1].end : match.start()]):
            return None, last[-1].name
    if reading.folded.endswith(_BY_THIS, window, start):
        for mention in ordered.within(reading.agencies, max(floor, start - _CLAUSE), start):
            if mention.kind != "group" and _DONE_BY_THIS.fullmatch(reading.folded, mention.end, start):
                return None, mention.name
    return None, None


_NUMBER_ENDS = re.compile(r"\d[\w.]*\s?/\s?[\w/&-]*[a-z]\s*,?\s*\Z")
_LONGEST_NUMBER = 40
_BY_THIS = ("tai ", "kem theo ", "bang ")
_CLAUSE = 260  # characters
_DONE_BY_THIS = re.compile(  # "HĐND huyện đã thông qua Đề án … tại Nghị quyết số …"
    r"\s+(?:(?:da|vua|cung|se)\s+)*(?:thong qua|phe duyet|(?:ky )?ban hanh|quyet nghi|quyet dinh|cong bo)\b[^.;:]*"
)


def _issuer_within(reading: Reading, start: int, end: int) -> tuple[str, int] | None:
    """The body that acts, or the one on whose behalf ("thay mặt Bộ Chính trị, Tổng Bí thư … ký")."""
    behalf = _BEHALF.match(reading.folded, start, end)
    return issuer_at(reading, behalf.end() if behalf else start, end)


def _iso_of_groups(match: re.Match[str]) -> str | None:
    day, month, year = (match["d"] or match["dw"], match["m"] or match["mw"], match["y"] or match["yw"])
    return iso_day(int(year), int(month), int(day))


def subject(
    reading: Reading, unit: Unit, position: int, keep: list[tuple[int, int]], kind: DocumentType | None = None
) -> tuple[int, int] | None:
    """The stretch of the subject (trích yếu) of a document that begins at `position`, None where none does."""
    match = _SUBJECT.match(reading.folded, position, unit.end)
    if not match:
        return None
    start = match.start("title")
    if match["title"] in ("bai bo", "thay the") and "," in reading.folded[position:start]:
        return None  # "(thay thế Nghị định A, bãi bỏ Nghị định B)": one verb more
    other = _REPLACES.match(reading.folded, start, unit.end)
    if kind and other and _KIND_WORDS.get(other["kind"], kind) != kind:
        return None  # "Kế hoạch thực hiện Nghị quyết A thay thế Kế hoạch B"
    end = titles.end(reading.source.text, reading.folded, start, unit.end, accented=unit.accented, keep=keep)
    return (start, end) if end - start > 8 else None


def title(reading: Reading, span: tuple[int, int]) -> str | None:
    """A subject as a title: without the "về" before it and the quotation marks around it.

    None where the stretch begins by closing a quotation: what follows is told of the document, not its title.
    """
    start, end = span
    about = _ABOUT.match(reading.folded, start, end)
    printed = titles.clean(reading.source.text[about.end() if about else start : end])
    return printed if printed[:1].isalnum() else None
