"""Documents by name of rarer kinds: treaties, reports on bills, plans without their number, standards, frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.folding import UPPER
from kg.model import DocumentType
from loaders.documents import citations, statuses, titles
from loaders.documents.cited import Cited, Units
from loaders.reading import Reading, Unit
from loaders.words import ordered
from loaders.words.keyed import Keyed

_TREATY_FIELD = re.compile(
    r"\s+(?:doi\s+tac|thuong\s+mai|ve\b|khung|hop\s+tac|(?:cua\s+)?lien\s+hop\s+quoc|kinh\s+te|bao\s+ho|song\s+phuong|tranh\s+danh\s+thue"
    r"|giua\b|viet\s+nam\s*[-–]|asean\b)"
)
_PAIR = re.compile(  # the parties of a treaty: "… Việt Nam – EU"
    rf"\b[{UPPER}]\w*\s*[-–]\s*[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}"
)
_CALLED = re.compile(rf"\s+(?:(?P<short>[{UPPER}]{{3,8}})|Hà Nội|Hà nội)(?![\w-])(?!\s*[–-]\s)")
_ABOUT_WHAT = re.compile(r"\s+ve\b")
_TO_BE_SIGNED = re.compile(r"\b(?:huong\s+toi|dam\s+phan|se|chuan\s+bi|som|tien\s+toi|thuc\s+day)\b[^.;,]{0,40}$")
_NUMBERED = re.compile(r"(?:\s+[a-z]+){0,6}\s+so\s*:?\s*\d+[a-z]?(?:/\d{4})?\s*[/-]\s*[a-z]")
_REPORTED = re.compile(
    r"\s+(?:tham\s+tra|tham\s+dinh|danh\s+gia\s+tac\s+dong|giai\s+trinh|tiep\s+thu|giam\s+sat|tong\s+ket\s+thi\s+hanh)\b"
)
PLANS: dict[str, DocumentType] = {
    "ke hoach": "plan", "de an": "scheme", "chien luoc": "programme", "chuong trinh": "programme",
    "quy hoach": "plan",
}  # fmt: skip
_TO_BE_MADE = re.compile(r"\b(?:phai|can|nen|se)\s+(?:co|lap|gui|trinh)\s+(?:ban\s+)?$")
_PUBLISHES = re.compile(r"\b(?:cong\s+bo|phat\s+hanh|ra\s+mat)\s+(?:cuon\s+|ban\s+)?$")
_REPORT_OF = re.compile(
    r"\b(?:co|trong|tai|theo|nghe|xem|xet|ve|gui|trinh|lap|xay\s+dung|ban\s+hanh|hoan\s+thien|cua|la|thong\s+qua)\s+$"
)
_OF = re.compile(r"\s+cua\s+")
_CITED = re.compile(
    r"\b\d{1,5}(?:/\d{4})?[/-][a-z]+(?:[/-][a-z]+)*\d{0,2}(?=\s+(?:ngay\s|cua\s|ve\s|va\s))"
)  # a number
_ISSUED_BY = re.compile(r"\s*,?\s*(?:(?:vua|da|moi)\s+)?(?:duoc|do)\s+")
_ISSUING = re.compile(
    r"(?:\s+(?:da|vua|moi|chinh\s+thuc|cung|vua\s+qua))*\s+(?:ky\s+)?(?:ban\s+hanh|cong\s+bo|phe\s+duyet|co)\s+$"
)
_BEFORE_ISSUING = re.compile(r"(?:\s+[a-z]+(?:\s[a-z]+){1,4})?(?:,\s+ngay\s[^,]{3,30},)?")  # who signs: "Lê Văn An"
_PLAN_ABOUT = re.compile(
    r"\s+(?:nham|de|ve(?:\s+viec)?|trien\s+khai|thuc\s+hien|hanh\s+dong|cai\s+thien|nang\s+cao|chuyen\s+doi|ung\s+dung|cai\s+cach|phat\s+trien"
    r"|to\s+chuc|day\s+manh|tang\s+cuong|xay\s+dung|cong\s+nghe|so\s+hoa|dao\s+tao|bao\s+dam|dam\s+bao|kiem\s+tra|tuyen\s+truyen|hoat\s+dong)\b"
)
_PLAN_NUMBER = re.compile(r"\d\s*/\s*kh\s*-|\bke\s+hoach\s+so\s+\d")
_HAS_ISSUED = re.compile(r"\s+(?:(?:vua|da|moi)\s+)?(?:ky\s+)?ban\s+hanh\b")
_STANDARD = Keyed(r"\b(?:tcvn|qcvn)\s?\d{1,5}(?:-\d{1,2})?\s?:\s?(?:19|20)\d\d(?:/[a-z]{2,8})?\b", "tcvn|qcvn")
_FRAMEWORK = re.compile(
    r"\bkien\s+truc(?=\s+chinh\s+(?:quyen|phu)\s+(?:dien\s+tu|so)\b)|\bkhung\s+(?:kien\s+truc|nang\s+luc|tieu\s+chuan|phap\s+ly\s+ve|danh\s+muc)\b"
)
_VERSION = re.compile(r"\s*,?\s*(?:phien\s+ban|ban)\s+\d+(?:[.,]\d+)?")


def treaty(reading: Reading, unit: Unit, start: int, end: int) -> Iterator[Cited]:
    """A treaty by its full name: "Hiệp định Đối tác kinh tế số và thương mại không giấy tờ (DEPA)"."""
    text, folded = reading.source.text, reading.folded
    limit = min(unit.end, end + 160)
    called = _CALLED.match(text, end, limit)
    if called and text[start].isupper():
        yield from _called_treaty(reading, unit, start, called)
        return
    pair = _PAIR.search(text, end, min(limit, end + 60))
    if not (text[start].isupper() or pair) or not _TREATY_FIELD.match(folded, end, unit.end):
        return
    stop = titles.end(text, folded, end, limit, accented=unit.accented)
    if pair and pair.start() <= stop:  # the parties end it, or what it is about, which follows them
        about = _ABOUT_WHAT.match(folded, pair.end(), limit)
        stop = titles.end(text, folded, pair.end(), limit, accented=unit.accented) if about else pair.end()
    if len(folded[end:stop].split()) < 4:
        return
    coming = _TO_BE_SIGNED.search(folded, max(unit.start, start - 60), start)
    yield Cited(
        start, stop, unit, "agreement", name=titles.capital(text[start:stop]), status="draft" if coming else "issued",
        confidence=0.8,
    )  # fmt: skip


def _called_treaty(reading: Reading, unit: Unit, start: int, called: re.Match[str]) -> Iterator[Cited]:
    """A treaty by its short name, or its place: "Hiệp định CPTPP", "Công ước Hà Nội"; none whose full name is there."""
    text, stop = reading.source.text, called.end()
    if re.search(rf"\([^()\n]{{0,30}}{re.escape(called.group().strip())}\)", text):
        return
    if _ABOUT_WHAT.match(reading.folded, stop):
        stop = titles.end(text, reading.folded, stop, min(unit.end, stop + 160), accented=unit.accented)
    yield Cited(start, stop, unit, "agreement", name=titles.capital(text[start:stop]), status="issued", confidence=0.8)


def issued_plan(reading: Reading, unit: Unit, start: int, end: int, keep: list[tuple[int, int]]) -> Iterator[Cited]:
    """A plan in force whose number an article leaves out, but not who issued it: "Kế hoạch … được UBND ban hành"."""
    text, folded = reading.source.text, reading.folded
    if any(other.role == "letterhead" for other in reading.units[:4]):
        return  # in a document of its own the plan is the document, or what it puts into force
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented, keep=keep)
    if who := _issues(reading, unit, start, end, stop):
        yield Cited(
            start, stop, unit, "plan", name=titles.capital(text[start:stop]), issuer=who, subject=(end, stop),
            date=citations.before(reading, start, unit.start)[0], confidence=0.75,
        )  # fmt: skip
        return
    issued = _ISSUED_BY.match(folded, stop, unit.end)
    if issued is None or len(folded[end:stop].split()) < 3 or not text[start].isupper():
        return
    issuer = citations.issuer_at(reading, issued.end(), unit.end)
    done = _HAS_ISSUED.match(folded, issuer[1], unit.end) if issuer else None
    if issuer and done:
        yield Cited(
            start, stop, unit, "plan", name=titles.capital(text[start:stop]), issuer=issuer[0],
            date=citations.tail(reading, done.end(), unit.end).date, subject=(end, stop), confidence=0.8,
        )  # fmt: skip


def drafted_plan(
    reading: Reading, unit: Unit, start: int, end: int, head: str, keep: list[tuple[int, int]]
) -> Iterator[Cited]:
    """A plan, scheme or strategy that is being drafted: "dự thảo Đề án Chuyển đổi số ngành thủy sản"."""
    text, folded = reading.source.text, reading.folded
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented, keep=keep)
    words = folded[end:stop].split()
    if len(words) < 3 or not (text[start].isupper() or len(words) > 4):
        return
    yield Cited(
        start, stop, unit, PLANS[head], name=titles.capital(text[start:stop]), status="draft", subject=(end, stop),
        confidence=0.75,
    )  # fmt: skip


@lru_cache(maxsize=1)  # the plans of one source come one after the other
def _numbers_a_plan(folded: str) -> bool:
    """Whether a text tells the number of any plan."""
    return _PLAN_NUMBER.search(folded) is not None


def _issues(reading: Reading, unit: Unit, start: int, end: int, stop: int) -> str | None:
    """The body that a clause says has issued the plan behind it, whose number the article tells nowhere."""
    folded = reading.folded
    issuing = _ISSUING.search(folded, max(unit.start, start - 40), start)
    about = _PLAN_ABOUT.match(folded, end, unit.end)
    if issuing is None or about is None or len(folded[about.end() : stop].split()) < 3 or _numbers_a_plan(folded):
        return None
    before = ordered.within(reading.agencies, max(unit.start, issuing.start() - 90), issuing.start() + 1)
    body = next((m for m in reversed(before) if m.kind != "group"), None)
    if body is None or not _BEFORE_ISSUING.fullmatch(folded, body.end, issuing.start()):
        return None
    return body.agency or body.name


def report(reading: Reading, unit: Unit, start: int, end: int, keep: list[tuple[int, int]]) -> Iterator[Cited]:
    """A report that goes with a bill or that a committee makes: "Báo cáo thẩm tra …", "dự thảo Báo cáo …"."""
    text, folded = reading.source.text, reading.folded
    drafted = statuses.drafted(reading, unit, start)
    if not drafted and text[start].islower() and not _REPORT_OF.search(folded, max(unit.start, start - 24), start):
        return  # "phải báo cáo giải trình": a verb
    if not drafted and _TO_BE_MADE.search(folded, max(unit.start, start - 24), start):
        return  # "phải có báo cáo đánh giá tác động": work to be done
    published = text[start].isupper() and _PUBLISHES.search(folded, max(unit.start, start - 24), start)
    if not (drafted or published or _REPORTED.match(folded, end, unit.end)):
        return
    if _NUMBERED.match(folded, end, unit.end):
        return  # "Báo cáo thẩm định số 21/BC-BTP" has its number
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented, keep=keep)
    cited = _CITED.search(folded, end, stop)  # the report is named by what it tells of, not by that one's title
    stop = cited.end() if cited else stop
    if len(folded[end:stop].split()) < 5:
        return
    of = _OF.match(folded, end, unit.end)
    whose = citations.issuer_at(reading, of.end(), unit.end) if of else None
    by = citations.before(reading, start, unit.start)[1] if published else None
    yield Cited(
        start, stop, unit, "report", issuer=whose[0] if whose else by, name=titles.capital(text[start:stop]),
        status="draft" if drafted else "issued", subject=(end, stop), confidence=0.8,
    )  # fmt: skip


def standards(reading: Reading, units: Units) -> Iterator[Cited]:
    """The national standards and regulations that a text names by number: "TCVN 14423:2025"."""
    for match in _STANDARD.finditer(reading.folded):
        unit = units.at(match.start())
        if unit is not None:
            printed = " ".join(reading.source.text[match.start() : match.end()].split())
            yield Cited(match.start(), match.end(), unit, "regulation", name=printed, confidence=0.9)


_SPOKEN_OF = re.compile(r"\s+(?:nay|do|noi|tren|cac|ma|se|da|thi|la)\b")  # "Khung kiến trúc này nói …", no name


def frameworks(reading: Reading, unit: Unit, start: int) -> Iterator[Cited]:
    """An architecture or competence framework at `start`, which guides how systems are built."""
    text, folded = reading.source.text, reading.folded
    head = _FRAMEWORK.match(folded, start, unit.end)
    if not head or (folded.startswith("kien", start) and not text[start].isupper()):
        return
    stop = titles.end(text, folded, head.end(), min(unit.end, head.end() + 120), accented=unit.accented)
    spoken_of = _SPOKEN_OF.search(folded, head.end(), stop)
    stop = spoken_of.start() if spoken_of else stop
    words = text[head.end() : stop].split()
    version = _VERSION.match(folded, stop, unit.end)
    if version:
        stop = version.end()
    if not words or not (version or words[0][0].isupper() or (text[start].isupper() and start > unit.start)):
        return
    name = titles.capital(text[start:stop])
    yield Cited(
        start, stop, unit, "guideline", name=name, issuer=citations.before(reading, start, unit.start)[1],
        status=statuses.status_of_name(reading, unit, start) or "issued", confidence=0.8,
    )  # fmt: skip
