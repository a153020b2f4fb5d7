"""Short forms: numbers without their symbol ("Nghị quyết 17 của Chính phủ") and words that refer back.

What surrounds a short form makes it whole: the same number in full elsewhere in the article, else its kind,
issuer and year. What these do not settle keeps its printed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import registry
from kg.folding import key
from kg.model import DocumentType
from loaders.documents import citations, numbering, statuses, symbols
from loaders.documents.cited import Cited
from loaders.documents.heads import heads, type_of_head
from loaders.reading import Reading, Unit
from loaders.words import ordered

_NUMBERS = re.compile(
    r"\s*(?P<label>so\s*:?\s*)?(?P<n>\d{1,5}(?:\.\d{1,2}|[a-e](?!\w))?)(?:/(?P<y>(?:19|20)\d\d))?(?![\d%]|[./,]\d|\s?[-/]\s?[a-z]{2})"
    r"(?P<more>(?:\s*(?:,|va)\s*(?:so\s+)?\d{1,5}(?:/(?:19|20)\d\d)?(?![\d%]|[./,]\d))*)"
)
_LOST_POINT = re.compile(r"\s\d{1,2}\b(?!\s?[/%])")  # "Nghị quyết 66 10" for 66.10
_ONE = re.compile(r"(?<![/\d])(?P<n>\d{1,5})(?:/(?P<y>(?:19|20)\d\d))?")
_SHORT: frozenset[DocumentType] = frozenset(
    ("resolution", "decree", "decision", "directive", "circular", "conclusion", "dispatch")
)  # kinds that people call by their number alone
_LABELLED: frozenset[DocumentType] = frozenset(
    ("notice", "plan", "programme", "official-letter", "guideline", "submission")
)
_FIRST_YEAR, _LAST_YEAR = "1945", "2050"
_COUNTED = re.compile(
    r"\s+(?:nam(?!\s+(?:19|20)\d\d)|thang|ngay(?!\s+\d)|gio|phut|lan|nguoi|viec|nhiem\s+vu|nhom|chi\s+tieu|giai\s+phap|muc\s+tieu|noi\s+dung|ty|trieu|nghin"
    r"|dong|bo(?!\s+truong)|tinh|thanh\s+pho|xa|huyen|don\s+vi|co\s+quan|doanh\s+nghiep|du\s+an|de\s+an|cap|buoc|khoan|muc\b|dieu|diem|chuong"
    r"|chuyen\s+gia|ho\s+so|linh\s+vuc|truong\s+hop|van\s+ban|can\s+bo|vu|phuong|chinh\s+sach)\b"
)
_BACK = re.compile(
    r"\s+(?P<word>nay|noi\s+tren|neu\s+tren|tren(?!\s+(?:dia|co|ca|linh|toan|moi|\d))|do(?=\W)|vua\s+neu)\b"
)
_NEW = re.compile(  # "Nghị quyết mới thay cho …"
    r"\s+m(?:ới|oi)\s+(?=(?:thay|sửa|sua|bãi|bai|quy|yêu|yeu|giao|nêu|neu|có hiệu|co hieu|được|duoc|sẽ|se|đã|da|bổ|bo"
    r"|cũng|cung|xác|xac|đặt|dat|là|la|gồm|gom|áp|ap|cho phép|cho phep|bắt|bat)\s)"
)
_OPENS = re.compile(r"(?:[.;:\n\"]\s*|\b(?:theo|tai|trong)\s+)$")
_ALONE = re.compile(
    r"\s*(?:[,;.:)?!\"]|$|(?:duoc|da|se|cung|nay|neu|quy\s+dinh|xac\s+dinh|dat|yeu\s+cau|giao|la|gom|co\s+hieu\s+luc|de\s+ra|"
    r"chua|khong|tren|theo|tren\s+dia\s+ban|thuoc|va|voi|trong|nhan\s+manh|khang\s+dinh|huong\s+toi|cho\s+phep|bao\s+gom|den\s+nam)\b)"
)
_SEVERAL = re.compile(r"\b(?:cac|nhung|nhieu|mot\s+so)\s+$")  # "tại các Quyết định: số 12/QĐ-UBND, số 15/QĐ-UBND"
_CAME = re.compile(
    r"\s*,?\s*(?:(?:da|duoc|vua)\s+)*(?:ra\s+doi|ban\s+hanh|co\s+hieu\s+luc)"
    r"(?:\s+(?:(?:vao|tu|hoi)\s+)?(?:thang\s+)?(?:\d{1,2}\s?/\s?)?(?:nam\s+)?(?P<y>20\d\d)(?!\d))?"
)
_IN_MONTH = re.compile(r"(?:(?:vao|tu|hoi)\s+)?(?:thang\s+\d{1,2}\s?/\s?|nam\s+)(?P<y>20\d\d)\s*,\s*(?:khi\s+)?")
_ISSUERS: dict[tuple[DocumentType, str], tuple[str, str]] = {
    # type and issuer as people say them, and the symbols of such documents
    ("resolution", "Chính phủ"): ("NQ", "CP"),
    ("resolution", "Bộ Chính trị"): ("NQ", "TW"),
    ("resolution", "Ban Chấp hành Trung ương"): ("NQ", "TW"),
    ("resolution", "Ban Chấp hành Trung ương Đảng"): ("NQ", "TW"),
    ("resolution", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"): ("NQ", "TW"),
    ("decree", "Chính phủ"): ("NĐ", "CP"),
    ("decision", "Thủ tướng Chính phủ"): ("QĐ", "TTg"),
    ("directive", "Thủ tướng Chính phủ"): ("CT", "TTg"),
    ("directive", "Bộ Chính trị"): ("CT", "TW"),
    ("directive", "Ban Bí thư"): ("CT", "TW"),
    ("directive", "Ban Bí thư Trung ương Đảng"): ("CT", "TW"),
    ("conclusion", "Bộ Chính trị"): ("KL", "TW"),
    ("conclusion", "Ban Bí thư"): ("KL", "TW"),
    ("dispatch", "Thủ tướng Chính phủ"): ("CĐ", "TTg"),
}
_PROVINCIAL = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND", "Tỉnh ủy": "TU", "Thành ủy": "TU",
               "Ban Thường vụ Tỉnh ủy": "TU", "Ban Thường vụ Thành ủy": "TU"}  # fmt: skip
_TERMS = (
    (2002, 11),
    (2007, 12),
    (2011, 13),
    (2016, 14),
    (2021, 15),
    (2026, 16),
)  # the National Assembly's, by first year


def read(reading: Reading, unit: Unit, start: int, end: int, head: str) -> Iterator[Cited]:
    """The documents cited by number alone after the kind at `start`–`end`: "Nghị quyết 57, 59, 66 của Bộ Chính trị"."""
    kind = type_of_head(head)
    match = _NUMBERS.match(reading.folded, end, unit.end)
    if kind is None or not match or (match.start("n") == end and head in heads()):
        return
    capital = reading.source.text[start].isupper()
    after = citations.tail(reading, match.end(), unit.end)
    if kind in _SHORT:
        if not (capital or match["label"] or after.issuer or after.date or match["y"]):
            about = re.compile(r"\s+(?:ve|cua)\b").match(reading.folded, match.end(), unit.end)
            if not about:
                return
    elif kind not in _LABELLED or not (match["label"] or after.issuer or capital):
        return
    known_only = kind in _LABELLED and not (match["label"] or after.issuer)  # "Công văn 2816" after its full number
    dated = after.year is not None or after.date is not None
    if not match["label"] and not match["y"] and _COUNTED.match(reading.folded, match.end("n"), unit.end):
        return
    if len(match["n"]) == 4 and _FIRST_YEAR <= match["n"] <= _LAST_YEAR and not (match["label"] or dated):
        return  # a year: "Luật 2025", "Kế hoạch 2024"; not "Quyết định 2083", "Quyết định 1998 năm 2015"
    date, issuer = after.date, after.issuer
    if issuer is None or date is None:
        earlier_date, earlier_issuer = citations.before(reading, start, unit.start)
        date = date or (earlier_date if after.year in (None, (earlier_date or "")[:4]) else None)
        issuer = issuer or earlier_issuer or _speaker(reading, unit, after.end, kind)
    year = match["y"] or after.year or (date[:4] if date else None)
    keep = [(m.start, m.end) for m in ordered.within(reading.agencies, unit.start, unit.end)]
    subject = citations.subject(reading, unit, after.end, keep, kind)
    if subject and date is None:  # "Nghị định 88 về …, được Chính phủ ban hành ngày 9/11"
        later = citations.tail(reading, subject[1], unit.end)
        date, year, issuer = later.date, year or later.year, issuer or later.issuer
    year = year or _year_told(reading, unit, start, subject[1] if subject else after.end)
    end = match.start("more") if match["more"] else after.end
    first = Cited(start, end, unit, kind, match["n"], year=year, date=date, issuer=issuer, subject=subject)
    first.confidence = 0.9
    first.year_printed = match["y"] is not None
    first.known_only = known_only
    rest = _LOST_POINT.match(reading.folded, match.end("n"), unit.end)
    first.rest = rest.group().strip() if rest else None
    yield first
    for other in _ONE.finditer("" if known_only else match["more"]):
        begin = match.start("more") + other.start()
        yield Cited(
            begin,
            match.start("more") + other.end(),
            unit,
            kind,
            other["n"],
            year=other["y"] or year,
            issuer=issuer,
            confidence=0.85,
            year_printed=other["y"] is not None or match["y"] is not None,
        )


def _year_told(reading: Reading, unit: Unit, start: int, end: int) -> str | None:
    """The year in which it is said to have come: "Nghị định 47 về … ra đời tháng 4/2020", "Tháng 4/2020, … ra đời"."""
    come = _CAME.match(reading.folded, end, unit.end)
    when = come and not come["y"] and _IN_MONTH.fullmatch(reading.folded, unit.start, start)
    return (come["y"] or (when["y"] if when else None)) if come else None


def _speaker(reading: Reading, unit: Unit, position: int, kind: DocumentType) -> str | None:
    """The body that speaks in the clause after: "Tại Nghị quyết 31 ngày 5/4/2018 về …, Chính phủ nêu rõ"."""
    for mention in ordered.within(reading.agencies, position, unit.end):
        if (kind, mention.name) not in _ISSUERS:
            continue
        gap = reading.folded[position : mention.start]
        if len(gap) < 300 and re.search(r",\s*$", gap) and not re.search(r"[.;:]", gap):
            return mention.name
    return None


def complete(cited: Cited, full: Sequence[Cited]) -> str:
    """The canonical number of a short form: that of the article's own full citation, else made from kind and issuer.

    `full` are the article's full citations of its kind and number.
    """
    same = {
        other.id: other
        for other in full
        if (not cited.issuer or not other.issuer or _alike(cited.issuer, other.issuer))
        and (not cited.year or not other.year or cited.year == other.year)
    }
    if same:
        nearest = max(same.values(), key=lambda other: (other.start < cited.start, -abs(other.start - cited.start)))
        if len(same) > 1:
            cited.confidence = 0.6
        cited.issuer = cited.issuer or nearest.issuer
        return nearest.id
    assert cited.number is not None
    symbol = _symbol(cited)
    if symbol is not None:
        year = cited.year
        if year and not cited.year_printed and numbering.comes_in_both(symbol, int(year)):
            year = None  # "Nghị quyết 71 ngày 01/4/2025"
        made = numbering.canonical(symbol, cited.number, year)
        if not (numbering.always_carries_year(symbol) and not cited.year):
            return made
    cited.confidence = min(cited.confidence, 0.7)
    word = {"resolution": "Nghị quyết", "decree": "Nghị định", "decision": "Quyết định", "directive": "Chỉ thị",
            "circular": "Thông tư", "conclusion": "Kết luận", "dispatch": "Công điện", "notice": "Thông báo",
            "plan": "Kế hoạch", "programme": "Chương trình", "official-letter": "Công văn",
            "guideline": "Hướng dẫn", "submission": "Tờ trình"}.get(cited.type or "", "Văn bản")  # fmt: skip
    number = numbering.padded(cited.number)
    return (
        f"{word} {number}/{cited.year}" if cited.year and cited.type in ("decree", "circular") else f"{word} {number}"
    )


def _alike(one: str, other: str) -> bool:
    first, second = key(one), key(other)
    return first in second or second in first


def _symbol(cited: Cited) -> symbols.Symbol | None:
    """The symbol that a kind and an issuer make together; None where they do not tell it."""
    kind, issuer = cited.type, cited.issuer
    if kind == "decree":
        cited.issuer = issuer = "Chính phủ"
    if kind is None or issuer is None:
        return None
    pair = _ISSUERS.get((kind, issuer))
    if pair:
        return symbols.symbol_of(*pair)
    if kind == "resolution" and issuer in ("Quốc hội", "Ủy ban Thường vụ Quốc hội") and cited.year:
        term = [number for first, number in _TERMS if first <= int(cited.year)]
        if term:
            return symbols.Symbol(None, ("QH" if issuer == "Quốc hội" else "UBTVQH") + str(term[-1]))
    word = {"resolution": "NQ", "decision": "QĐ", "directive": "CT", "plan": "KH", "programme": "CTr",
            "conclusion": "KL", "circular": "TT", "notice": "TB", "dispatch": "CĐ"}.get(kind)  # fmt: skip
    if word is None:
        return None
    for name, code in sorted(_PROVINCIAL.items(), key=lambda item: -len(item[0])):
        if issuer.startswith(name):
            return symbols.symbol_of(word, code)
    for row in registry.load().issuers:
        if row.name == issuer and not row.numbered and not row.decided_by:
            return symbols.symbol_of(word, row.symbol)
    return None


def back(reading: Reading, unit: Unit, start: int, end: int, head: str) -> tuple[int, bool] | None:
    """Where a reference back to a document named before ends, and whether it says so ("Nghị quyết này", "trên")."""
    match = _BACK.match(reading.folded, end, unit.end)
    if match:
        return match.end(), True
    text = reading.source.text
    opens = start == unit.start or _OPENS.search(reading.folded, max(unit.start, start - 8), start)
    new = _NEW.match(text, end, unit.end) if opens else None
    if new:
        return new.end() - 1, True  # the one just reported
    if statuses.drafted(reading, unit, start):
        return end, False
    if _SEVERAL.search(reading.folded, max(unit.start, start - 8), start):
        return None
    if text[start].isupper() and not text[start:end].isupper() and _ALONE.match(reading.folded, end, unit.end):
        return end, False
    return None
