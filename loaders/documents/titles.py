"""Where the name of a programme, or the subject of a document, ends.

Vietnamese names have no mark at their end: "về phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030 các đơn vị cần …".
They run to a stop, to the years that close them, or to the word with which the clause goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.folding import fold
from loaders import tables
from loaders.words import compounds
from loaders.words.choices import choice

LONGEST = 420  # characters of a name

_YEARS = (
    r"(?:nam\s+)?(?:19|20)\d\d(?!\d|[./]\d)(?:\s*(?:-|den|va|,|toi)\s*(?:het\s+)?(?:nam\s+)?(?:19|20)\d\d(?!\d|/))*"
)
_SPAN = (
    rf"(?:(?:giai\s+doan|thoi\s+ky|nhiem\s+ky|cac\s+nam|nam)\s+(?:tu\s+)?(?:nam\s+)?(?:den\s+)?{_YEARS}"
    rf"|(?:den|toi)\s+(?:het\s+)?{_YEARS}"
    rf"|(?:dinh\s+huong|tam\s+nhin|huong)\s+(?:(?:den|toi)\s+)?{_YEARS})"
)
YEARS = re.compile(rf"{_SPAN}(?:\s*(?:,|va)?\s*{_SPAN})*")
"""The years that close a name: "giai đoạn 2021-2025, định hướng đến năm 2030"."""

_GOES_ON = re.compile(
    r"\s+(?:tren\s+dia\s+ban|cua|cho|thuoc|ve|trong\s+linh\s+vuc|doi\s+voi)\b|\s+(?:trien\s+khai|thuc\s+hien)\s+(?=(?:chien\s+luoc|de\s+an|nghi\s+quyet|quyet\s+dinh|luat|chuong\s+trinh)\b)"
)
_EVENT = (
    r"(?P<years>\b{span})|(?P<hard>[;:?!()\[\]|\t\u2026\u2022]|\s[+]\s|\s-\s(?=(?:co\s+quan|don\s+vi|thoi\s+gian|thoi\s+han|noi\s+dung|kinh\s+phi|san\s+pham)\b)|\.(?=\s|$|[\"'])|\.\.|\s(?:\d{{1,2}}|[a-h])\)(?=\s))|(?P<quote>[\"])|(?P<comma>,)"
    r"|\b(?P<counts>(?:co|xac\s+dinh|de\s+ra|dat\s+ra|neu|quy\s+dinh|phan\s+dau|huong\s+toi)"
    r"(?=\s+(?:(?:hon|gan|khoang|tren|tong|co|dat|it\s+nhat|toi\s+thieu)\s+)*\d)"
    r"|(?<!theo )(?<!cac )(?<!mot so )(?<!dung )(?<!nhung )quy\s+dinh(?=\s*[,:]|\s+(?:ro|rang)\b)"
    r"|\d+\s+(?:ngay|tuan|thang)(?=\s+so\s+voi\b|\s*(?:[.,;]|$)))"
    r"|\b(?P<due>(?:truoc|den|tu|sau)(?=\s+\d{{1,2}}\s?[/-]\s?\d))"
    r"|\b(?P<how>(?:bao\s+dam|dam\s+bao)(?=\s+(?:hieu\s+qua|dung|thiet\s+thuc|tien\s+do|chat\s+luong|kip\s+thoi|dong\s+bo"
    r"|thong\s+nhat|kha\s+thi)\b))"
    r"|\b(?P<over>thay\s+(?:the|cho)(?=\s+(?:cho\s+)?{documents}\s+(?:so\s+)?\d))"
    r"|\b(?P<day>ngay(?=\s+\d{{1,2}}\s?[/.-]\s?\d{{1,2}}))"
    r"|\b(?P<and>va)\b|\b(?P<end>{ends})\b|(?<!hien )\b(?P<at>(?:tai|theo|trong)"
    r"(?!\s+du\s+an\s+luat\b)(?=\s+(?:{documents}\b|(?:qd|nq|nd|tt|ct)\s+(?:so\s+)?\d)))|\b(?P<to>(?:toi|gui)(?=\s))"
)
_FINITE = frozenset(("da", "dang", "se", "van", "con", "duoc", "bi", "can", "phai", "la", "vua duoc", "vua ban hanh"))
_TRAILING = re.compile(
    r"(?:\s+(?:của|và|về|tại|cho|trong|theo|(?<!nhà\s)(?<!chỗ\s)(?<!nơi\s)ở|cua|va|tai|trên\s+địa\s+bàn|tren\s+dia\s+ban|-)|[\s,.\-–])+$"
)
_JOINED_BEFORE = re.compile(
    r"\b(?:doi|hop|gan|ket|cung|nhat|dac\s+biet|goi)\s+$"
)  # "đối với", "phối hợp với", "nhất là"
_PROCESS = re.compile(r"\b(?:quy|lo|tien|hanh|cong|qua) $")
_MEASURES = re.compile(r"\bbien\s+phap\s+$")  # "… một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật …"
_CARRIES = re.compile(r"\b(?:trien\s+khai|thuc\s+hien)\s+$")
_KINDS = (
    r"(?:nghi\s+quyet|nghi\s+dinh|quyet\s+dinh|chi\s+thi|thong\s+tu|cong\s+van|cong\s+dien|luat|bo\s+luat|"
    r"ke\s+hoach|chuong\s+trinh|chien\s+luoc|de\s+an|du\s+an|quy\s+hoach|thong\s+bao|ket\s+luan|van\s+ban|quy\s+che"
    r"|phong\s+trao|chien\s+dich|cuoc\s+van\s+dong)"
)
_AT_ONCE = re.compile(rf"dong\s+thoi\s+{_KINDS}\b")
_DOCUMENT = re.compile(rf"\s*(?:(?:cac|mot|nhung)\s+)?(?:du\s+(?:thao|an)\s+)?{_KINDS}\b")
_CALLED = ("phong ", "chien dich", "cuoc ")  # movements go by a name: "và phong trào Bình dân học vụ số"
_COUNTED = re.compile(rf"\s*(?:\d+|hai|ba|bon|nam)\s+{_KINDS}\b")
_MADE = re.compile(r"\s*(?:ban\s+hanh|trinh|phe\s+duyet|thong\s+qua|xay\s+dung)(?=\s)")
_WRITTEN = re.compile(  # another thing that is written: "… và xây dựng báo cáo của tỉnh"
    r"\s*(?:xay\s+dung|hoan\s+thien|soan(?:\s+thao)?|chuan\s+bi|gop\s+y|tham\s+dinh|trinh|gui)\s+(?:du\s+thao|bao\s+cao)\b"
)
_NEXT_DRAFT = re.compile(rf"\s*(?:(?:cac|mot\s+so)\s+)?du\s+thao\s+{_KINDS}\b")
_CARRIED = re.compile(r"(?:phan cong|trien khai|to chuc|trinh|bao cao|hoan thanh|giao|chi dao|huong dan|bo tri)\b")
_SPEAKER = re.compile(r"(?:(?:pho\s+)?thu\s+tuong|chinh\s+phu|quoc\s+hoi)\b")
_CITING = re.compile(r"\d-?[a-z]*[/-][a-z]")  # "Kế hoạch thực hiện Nghị quyết số 57-NQ/TW thay thế Kế hoạch số 45"
_REPLACING = re.compile(
    rf"(?:va\s+|dong\s+thoi\s+)?(?:thay\s+the|bai\s+bo|thay\s+cho)\s+(?:cho\s+)?(?:cac\s+)?{_KINDS}\s+(?:so\s+)?\d"
)
_ABOVE_ALL = re.compile(r"(?:nhat|dac\s+biet)\s+la\s")
_BACK = re.compile(r"(?:\w+\s+){1,3}(?:này|đó)\b")
_BACK_STRIPPED = re.compile(r"(?:\w+\s+){1,3}nay\b")
_TIME = re.compile(r"(?:den|toi|nam)\b")
_NEXT_CLAUSE = re.compile(r"\s+(?!(?:cua|duoc|tai|theo|thuoc|do|va|voi|tren|da|nham|la|gom)\b)[a-z]")
_REPEATED = re.compile(r"\w+\s+\w+")
_NUMBERED = re.compile(r"\s*(?:so\s*)?\d")
_ABBREVIATED = re.compile(r"\b(?:tp|tx|p|q|h)$")
_SHORT_SUBJECT = re.compile(r"(?:[^\s,;:.()\"]+\s+){1,3}")


@cache
def _events() -> re.Pattern[str]:
    return re.compile(_EVENT.format(span=YEARS.pattern, ends=_alternatives("title_ends"), documents=_KINDS))


def _alternatives(table: str) -> str:
    """A table's phrases as alternatives of a pattern, the longest first."""
    return choice(tables.values(table))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<word>{_alternatives('title_breaks')})\b")


def end(
    text: str,
    folded: str,
    start: int,
    limit: int,
    *,
    accented: bool = True,
    keep: Sequence[tuple[int, int]] = (),
) -> int:
    """Where the name that begins at `start` ends, at most at `limit` (its unit's end).

    `keep` are stretches that are never cut, in order: agencies with commas in their names.

    >>> text = "Chiến lược dữ liệu quốc gia đến năm 2030; nâng cấp hệ thống"
    >>> text[: end(text, fold(text), 0, len(text))]
    'Chiến lược dữ liệu quốc gia đến năm 2030'
    >>> text = "phát triển du lịch, dịch vụ và nghề thủ công, các xã cần chọn"
    >>> text[: end(text, fold(text), 0, len(text))]
    'phát triển du lịch, dịch vụ và nghề thủ công'
    """
    limit = min(limit, start + LONGEST)
    if folded[start : start + 1] == '"':
        close = folded.find('"', start + 1, limit)
        return close + 1 if close > 0 else _trim(text, start, limit)
    position = start
    while position < limit and (event := _events().search(folded, position, limit)):
        where = event.start()
        beyond = next((b for a, b in keep if a < where < b), None)
        if beyond is None:
            beyond = _passed(text, folded, start, event, limit, accented, keep)
        if beyond is None:
            if event.lastgroup == "end":
                where = _before_doer(text, folded, start, where, keep)
            return _trim(text, start, event.end() if event.lastgroup == "years" else where)
        position = beyond
    return _trim(text, start, limit)


def _before_doer(text: str, folded: str, start: int, stop: int, keep: Sequence[tuple[int, int]]) -> int:
    """Where a name ends before a body that stands behind it as the subject: "nghị định về cấp nước Bộ X sẽ trình"."""
    last = _trim(text, start, stop)
    body = next((first for first, end in keep if end == last and first > start), None)
    if (
        body is None
        or _DOCUMENT.match(folded, body)
        or not _WILL.match(folded, stop)
        or _LINKED.search(folded, start, body)
    ):
        return stop
    return body


_WILL = re.compile(r"\s*(?:se|da|dang|du kien|vua|phai)\b")
_LINKED = re.compile(r"(?:\b(?:cua|cho|tai|giua|va|voi|thuoc|o|do|boi|tu|giao|trong|cung|hoac|la)|[,/&-])\s*$")


def _passed(
    text: str,
    folded: str,
    start: int,
    event: re.Match[str],
    limit: int,
    accented: bool,
    keep: Sequence[tuple[int, int]],
) -> int | None:
    """Where to read on behind a mark or word with which the name does not end; None where it ends there."""
    kind, where, position = event.lastgroup, event.start(), event.end()
    before_body = any(first == position + 1 for first, _ in keep)
    if before_body and event.group() in ("toi", "gui", "ma"):
        return None  # "gửi dự thảo Thông tư về … tới Bộ Y tế", "… mà Bộ Y tế soạn"
    if kind == "end":  # "tư do" is not "từ đó", but "do" may stand there
        return None if _ends(text, folded, *event.span("end"), accented=accented) else where + 1
    if kind == "quote":
        close = folded.find('"', position, min(limit, position + 160))
        opens = where > start and folded[where - 1].isspace() and folded[position : position + 1].isalnum()
        return close + 1 if close > 0 and opens else None
    goes_on = (
        kind == "to"
        or (kind == "over" and not _CITING.search(folded, start, where))
        or (kind == "hard" and _inner_point(folded, where))
        or (kind == "years" and _GOES_ON.match(folded, position, limit) is not None)
        or (kind == "comma" and not _stops_at_comma(text, folded, start, position, limit, accented))
        or (kind == "and" and not _stops_at_and(text, folded, position, limit, accented))
    )
    return position if goes_on else None


def _inner_point(folded: str, where: int) -> bool:
    """Whether a point ends an abbreviation and no sentence ("TP. Hà Nội")."""
    return folded[where] == "." and _ABBREVIATED.search(folded, max(0, where - 3), where) is not None


def _ends(text: str, folded: str, start: int, stop: int, *, accented: bool) -> bool:
    """Whether words of the table end the name here, and are no part of a longer expression."""
    if _JOINED_BEFORE.search(folded, max(0, start - 10), start) and folded.startswith(("voi", "la", "de"), start):
        return False
    if folded.startswith("trinh", start) and _PROCESS.search(folded, max(0, start - 6), start):
        return False  # "quy trình cấp thẻ"
    if _MEASURES.search(folded, max(0, start - 10), start):
        return False
    if _CARRIES.search(folded, max(0, start - 12), start) and _AT_ONCE.match(folded, start):
        return False  # "Kế hoạch … triển khai thực hiện đồng thời Nghị quyết A và Nghị quyết B"
    before = (text[max(0, start - 3) : start].lower(), "tự ") if accented else (folded[:start][-14:], "thuong mai tu ")
    if folded.startswith("do", start) and before[0] == before[1]:
        return False  # "thương mại tự do"
    return _said(text, folded, start, stop, "title_ends", accented)


def _said(text: str, folded: str, start: int, stop: int, table: str, accented: bool) -> bool:
    """Whether the words of a table that the folded text shows are the words of the text, and no half of a word."""
    phrase = " ".join(folded[start:stop].split())
    if compounds.holds(text, folded, start, stop, accented=accented, behind=False):
        return False
    if not accented:
        return tables.values(table).get(phrase) != "accented" or _told_by_next(text, folded, start, stop, phrase)
    printed = " ".join(text[start:stop].lower().split())
    return printed in tables.spellings(table).get(phrase, ())


_TOLD = {  # words of the tables that other words look like, by what follows where they are meant
    "ong": re.compile(r" [A-Z]"),
    "ba": re.compile(r" [A-Z]"),
    "nhu": re.compile(r"(?: (?!cau\b|yeu\b)|:)"),
    "gom": re.compile(r"[ :]"),
    "se": re.compile(r" "),
    "la": re.compile(r" "),
}


def _told_by_next(text: str, folded: str, start: int, stop: int, phrase: str) -> bool:
    """Whether a word without its diacritics is the one of the table, by the word behind it."""
    if not text[start].islower():
        return False  # a name: "Sơn La"
    if phrase == "se" and folded.endswith("chia ", 0, start):
        return False  # "chia sẻ"
    if phrase == "de":  # "để xây dựng", but "vấn đề", "đề án"
        return folded[stop : stop + 1] == " " and _verbs().match(folded, stop + 1) is not None
    told = _TOLD.get(phrase)
    return told is not None and told.match(text, stop) is not None


def _stops_at_comma(text: str, folded: str, start: int, position: int, limit: int, accented: bool) -> bool:
    begin = position
    while begin < limit and folded[begin].isspace():
        begin += 1
    if begin >= limit:
        return True
    years = YEARS.match(folded, begin, limit)
    if years:  # "Chiến lược …, đến năm 2025 có 80% hồ sơ": the time of what is said next
        return _TIME.match(folded, begin) is not None and _NEXT_CLAUSE.match(folded, years.end(), limit) is not None
    if not text[begin].islower():
        if _SPEAKER.match(folded, begin, limit):
            return True  # "… Chính phủ số, Chính phủ yêu cầu …"
        if _DOCUMENT.match(folded, begin, limit):
            return True
        again = _REPEATED.match(folded, begin, limit)  # "Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước"
        return not (again and re.search(rf"\b{again.group()}\b", folded[max(0, begin - 120) : position]))
    if _ABOVE_ALL.match(folded, begin, limit):
        return False
    if _REPLACING.match(folded, begin, limit):
        return True  # "… về thanh toán, thay thế Nghị định 101"
    if _clause(text, folded, position, limit, accented) or _DOCUMENT.match(folded, position, limit):
        return True
    if (_BACK if accented else _BACK_STRIPPED).match(text, begin, limit):
        return True  # ", dữ liệu này gồm …"
    if _verbs().match(folded, begin, limit):
        # one more thing to do, "về xây dựng, phát triển …"; but "Đề án chuyển đổi số, phân công …" names nothing to do
        return _CARRIED.match(folded, begin, limit) is not None and not _is_of_work(folded[start:position])
    segment = _SHORT_SUBJECT.match(folded, begin, limit)  # and its verb
    for event in _events().finditer(folded, begin, min(limit, segment.end() + 8) if segment else begin):
        if event.lastgroup == "end" and segment and event.start() <= segment.end():
            first, last = event.span("end")
            finite = " ".join(folded[first:last].split()) in _FINITE
            return finite and _said(text, folded, first, last, "title_ends", accented)
    return False


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('action_verbs')})\b")


def _is_of_work(name: str) -> bool:
    """Whether a name tells what is to be done: "đề án xây dựng …", not "Đề án chuyển đổi số"."""
    return _verbs().search(name.replace("chuyen doi so", "")) is not None


def _stops_at_and(text: str, folded: str, position: int, limit: int, accented: bool) -> bool:
    made = _MADE.match(folded, position, limit)
    if _WRITTEN.match(folded, position, limit) or _NEXT_DRAFT.match(folded, position, limit):
        return True
    if _COUNTED.match(folded, position, limit):
        return True  # "Chương trình … và 3 chiến lược"
    document = _DOCUMENT.match(folded, made.end() if made else position, limit)
    if document:
        head = document.group().lstrip()
        first = text[document.end() - len(head)]
        return (
            first.isupper()
            or (head.startswith(_CALLED) and text[document.end() : document.end() + 2].strip()[:1].isupper())
            or head.startswith(("cac ", "nhung "))
            or _NUMBERED.match(folded, document.end(), limit) is not None
        )
    return _clause(text, folded, position, limit, accented)


def _clause(text: str, folded: str, position: int, limit: int, accented: bool) -> bool:
    found = _starts().match(folded, position, limit)
    return found is not None and _said(text, folded, found.start("word"), found.end("word"), "title_breaks", accented)


def _trim(text: str, start: int, stop: int) -> int:
    trailing = _TRAILING.search(text, start, stop)
    return trailing.start() if trailing else stop


def clean(name: str) -> str:
    """A name without line breaks, doubled spaces and the quotation marks around it."""
    name = " ".join(name.split()).strip(" ,.;:-–")
    if len(name) > 1 and fold(name[0]) == fold(name[-1]) == '"':
        name = name[1:-1].strip()
    return name


def capital(name: str) -> str:
    """A name, cleaned, with a capital at its beginning."""
    name = clean(name)
    return name[:1].upper() + name[1:]
