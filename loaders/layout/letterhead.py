"""The letterhead of an official document: its number, date and title, and which of the bodies printed there issues.

Decree 30/2020/NĐ-CP, Annex I, sets the parts and their order; Hướng dẫn 36-HD/VPTW those of Party documents. A source
with a letterhead (national or Party motto, number, place and date) is a document's own text, not an article about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.folding import UPPER, fold
from kg.model import Block, Source
from kg.periods import iso_day
from kg.places import ENCLOSED
from loaders.words.keyed import Keyed

_HEAD = 4000  # the letterhead stands in the first characters of the text
_MOTTOES = "cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doan (?:tncs|thanh nien cong san) ho chi minh"
_MOTTO = Keyed(_MOTTOES, "cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doan t")
_BLANK = r"(?:\s{1,4}\d{1,2}|[\s.…_]{0,24})\s{1,4}"  # a day or month, or the place left for it
_WITHOUT = Keyed(  # the lines that stand one under the other where a page leaves the motto out
    r"(?:^|\n)[ \t]*(?P<body>\w[^\n.:;]{4,80})\n[\s*_-]*"
    rf"(?=so\s*:?\s*\d[^\n]{{2,40}}?(?:\n\s*\w[^\n,]{{1,40}},|,|\s)\s*ngay{_BLANK}thang{_BLANK}"
    r"nam\s+\d{4}[ \t]*\n)",
    "thang",
)
_NUMBER = re.compile(
    r"\b(?:luat\s+)?so\s*:?\s*(?P<n>\d[\w.]*(?:\s*/\s*\d{4})?(?:(?:\s*[/-]|\s(?=[a-z]{2,4}/))\s*[\w.]*[a-z][\w.]*)+)"
)
_UNNUMBERED = re.compile(  # "Số:      /KH-SKHCN", "Số     /2026/NĐ-CP", "Số …-KH/TU": given when it is signed
    r"\bso[ \t]{0,3}:?[ \t.…_-]{0,40}"
    r"(?P<n>/[ \t]?(?:\d{4}/)?[a-z][\w.&]*(?:-[\w.&]+){0,4}|-[a-z]{2,4}/[a-z]{2,10})(?![\w/])"
)
_DATE = re.compile(r"ngay\s+(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})\s+nam\s+(?P<y>\d{4})")
_UNDATED = re.compile(rf",\s*ngay{_BLANK}thang{_BLANK}nam(?:\s{{1,4}}\d{{2,4}}\b)?")  # not signed yet
_TYPE_WORDS = (
    "nghi quyet", "nghi dinh", "quyet dinh", "chi thi", "thong tu lien tich", "thong tu", "ke hoach", "thong bao",
    "ket luan", "chuong trinh hanh dong", "chuong trinh", "de an", "to trinh", "bao cao", "huong dan", "quy che",
    "quy dinh", "cong dien", "phap lenh", "luat", "lenh", "phuong an", "thong cao",
)  # fmt: skip
_OPENS = re.compile(r"(?:^|[\n\t|*_]|\s{3})\s*(?:Luật\s+)?$")
_CITED = re.compile(rf"\b(?:{'|'.join(_TYPE_WORDS)}|cong van)\s+$")
_TYPE = re.compile(rf"(?:{'|'.join(_TYPE_WORDS)})\b")
_FULL_TEXT = Keyed(
    r"\b(?:toan van|nguyen van|toan bo noi dung)\s+[^\n:]{0,200}\d[^\n:]{0,160}:[ \t]*\n",
    "toan van|nguyen van|toan bo noi dung",
)
_KEPT_WITH = re.compile(  # the last line of an annex's title
    rf"\(\s*(?:(?:duoc\s+)?ban hanh\s+)?kem theo\s+(?:{'|'.join(_TYPE_WORDS)}|cong van)\s+(?:so\s*(?::\s*)?)?"
    r"(?P<n>\d[\w.]*+(?:\s*/\s*\d{4})?+(?:\s*[/-]\s*(?=[\d._]*[a-z])[\w.]++)++)[^()]{0,200}\)[\s.]*\Z"
)
_SLASHED = re.compile(r"ngay\s+(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})")
_ANNEX = re.compile(
    rf"(?P<kind>{'|'.join(kind.upper() for kind in ENCLOSED)}|PHỤ LỤC|DANH MỤC|DANH SÁCH|BIỂU|BẢNG|HỆ THỐNG|PHÂN CÔNG"
    r"|LỘ TRÌNH|(?:CÁC )?NHIỆM VỤ|(?:CÁC )?CHỈ TIÊU|NỘI DUNG|HƯỚNG DẪN)\b"
)
_CARRYING_OUT = re.compile(r"(?:thuc\s+hien|trien\s+khai|to\s+chuc)\b")
_BODY = re.compile(
    r"(?:can cu|theo de nghi|tren co so|thuc hien|chuong\s+[ivx]|dieu\s+1|i\.|1\.|ngay\s+\d|trong cac ngay"
    r"|xet de nghi|nham |de |kinh gui|phan (?:thu\b|mot\b|mo dau\b|[a-d\d]\b|[ivx]+\b))"
)


_WHOSE = re.compile(rf"\s*CỦA(?:\s+[{UPPER}]+)+(?=\s+[^\W\d_{UPPER}])")  # "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY về …"
_AFTER_SUBJECT = re.compile(r"\b(?:can cu|dieu 1|chuong i)\b")
_NEAR = 8  # blocks below the number in which the kind stands
_MOST_LINES = 5  # of a subject
_LONGEST = 600  # characters of one of them


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The stretches of a document's number, date, kind and title, with the day and the kind that they tell."""

    number: tuple[int, int]
    date: tuple[int, int] | None
    published: str | None  # YYYY-MM-DD
    type_word: str | None  # folded: "quyet dinh"
    title: tuple[int, int] | None  # the subject, below the type
    type_span: tuple[int, int] | None
    encloses: str | None = None  # "Chương trình": that alone is printed here which the document puts into force


def find(source: Source, folded: str) -> Letterhead | None:
    """The letterhead of a source that is a document's own text; None for anything else.

    The motto, a number after "Số" and, below them, a line with the kind of document have all to be there; where a page
    leaves the motto out, lines with the body, the number, and the place and date. An annex printed alone has a title
    and, in brackets below it, the document that it belongs to.
    """
    return _numbered(source, folded) or _enclosed(source, folded)


def _numbered(source: Source, folded: str) -> Letterhead | None:
    head = folded[:_HEAD]
    motto = next((m for m in _MOTTO.finditer(head) if source.text[m.start() : m.end()].isupper()), None)
    motto = motto or next((m for m in _WITHOUT.finditer(head) if source.text[slice(*m.span("body"))].isupper()), None)
    if motto is None:
        return None
    begin = max(0, motto.start() - 300)
    number = _own_number(source, head, begin)
    blank = _UNNUMBERED.search(head, begin, motto.end() + 400)
    if blank and (number is None or blank.start() < number.start()) and source.text[blank.start()].isupper():
        number = blank
    if number is None or number.start("n") - motto.end() > 400:
        return None
    near = max(0, number.start() - 120), max(number.end(), motto.end()) + 160
    date = _DATE.search(head, *near)
    published = iso_day(int(date["y"]), int(date["m"]), int(date["d"])) if date else None
    dated = date or _UNDATED.search(head, *near)
    after = max(number.end(), dated.end() if dated else 0)
    type_span, title = _title(source, folded, after)
    return Letterhead(
        number=number.span("n"),
        date=dated.span() if dated else None,
        published=published,
        type_word=folded[slice(*type_span)] if type_span else None,
        title=title,
        type_span=type_span,
    )


def _enclosed(source: Source, folded: str) -> Letterhead | None:
    """The title and the line below it of an annex, plan or regulation that is printed without what puts it into force.

    "KẾ HOẠCH" / "TRIỂN KHAI …" / "(Kèm theo Quyết định số 15/QĐ-UBND ngày … của …)".
    """
    for position, block in enumerate(source.blocks[:_NEAR]):
        line = _KEPT_WITH.search(folded, block.start, block.end)
        if line is None:
            continue
        above = source.blocks[max(0, position - _MOST_LINES) : position + (line.start() > block.start)]
        titles = [(one.start, source.text[one.start : min(one.end, line.start())].strip()) for one in above]
        kinds = ((begin, _ANNEX.match(title)) for begin, title in titles if title.isupper())
        begin, kind = next(((begin, kind) for begin, kind in kinds if kind), (0, None))
        if kind is None:
            return None
        date = _DATE.search(folded, line.end("n"), line.end()) or _SLASHED.search(folded, line.end("n"), line.end())
        return Letterhead(
            number=line.span("n"),
            date=date.span() if date else None,
            published=iso_day(int(date["y"]), int(date["m"]), int(date["d"])) if date else None,
            type_word=None,
            title=(begin, begin + len(source.text[begin : line.start()].rstrip(" \t\n.:;-_*"))),
            type_span=None,
            encloses=kind["kind"].capitalize(),
        )
    return None


def _own_number(source: Source, head: str, begin: int) -> re.Match[str] | None:
    """The number that stands after "Số" in the letterhead, not one that a page's title above it cites."""
    numbers = list(_NUMBER.finditer(head, begin))
    opening = [n for n in numbers if source.text[n.start()].isupper() and _OPENS.search(source.text, 0, n.start())]
    if opening:
        return opening[0]
    return next((n for n in numbers if not _CITED.search(head, max(0, n.start() - 40), n.start())), None)


def reprinted(folded: str) -> int | None:
    """Where a page begins to give the full text of a document ("… giới thiệu toàn văn Nghị quyết số …:"); else None.

    >>> reprinted("xin gioi thieu toan van chi thi so 05/ct-ttg:" + chr(10) + "noi dung cua chi thi")
    46
    """
    found = _FULL_TEXT.search(folded, 0, _HEAD)
    return found.end() if found else None


def _title(source: Source, folded: str, after: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The stretches of the kind of document and of its subject, below the number and date."""
    blocks = [b for b in source.blocks if b.end > after and b.kind != "row"]
    for position, block in enumerate(blocks[:_NEAR]):
        start = max(block.start, after)
        while start < block.end and not source.text[start].isalnum():
            start += 1
        kind = _TYPE.match(folded, start, block.end)
        if not kind or not source.text[kind.start() : kind.end()].isupper():
            continue
        if folded[kind.end() : block.end].strip(" \t\n:.-_*"):
            stop = _AFTER_SUBJECT.search(folded, kind.end(), block.end)
            whose = _WHOSE.match(source.text, kind.end(), block.end)
            begin, end = whose.end() if whose else kind.end(), stop.start() if stop else block.end
        else:  # the subject stands in the blocks below
            begin, end = _below(source, folded, blocks[position + 1 : position + 1 + _MOST_LINES], block.end)
        while begin < end and not source.text[begin].isalnum():
            begin += 1
        while end > begin and source.text[end - 1] in " \t\n.:;-_*":
            end -= 1
        return kind.span(), (begin, end) if end > begin else None
    return None, None


def _below(source: Source, folded: str, blocks: Sequence[Block], after: int) -> tuple[int, int]:
    """The stretch of the lines below the kind that are the subject; empty, at `after`, where none is."""
    begin = end = after
    for position, block in enumerate(blocks):
        text = folded[block.start : block.end].strip()
        capital, opens = source.text[block.start : block.end].isupper(), begin == end
        following = source.text[blocks[position + 1].start : blocks[position + 1].end] if blocks[position + 1 :] else ""
        if opens and capital and text.startswith("cua ") and not following.isupper():
            continue  # "KẾT LUẬN" / "CỦA BAN THƯỜNG VỤ TỈNH ỦY": whose it is
        # "THỰC HIỆN LỘ TRÌNH …", "thực hiện Nghị quyết số …" are the subject; a text's first sentence ends as one
        titled = opens and _CARRYING_OUT.match(text) and (capital or text[-1] not in ".:;,")
        if (_BODY.match(text) and not titled) or (not opens and not capital) or len(text) > _LONGEST:
            break
        if capital and not opens and not source.text[begin:end].isupper():
            break  # who decides, below a subject in small letters
        if capital and not opens and _same_issuer(source, block.start, block.end):
            break
        whose = _WHOSE.match(source.text, block.start, block.end) if opens else None
        begin, end = (whose.end() if whose else block.start) if opens else begin, block.end
    return begin, end


def _same_issuer(source: Source, start: int, end: int) -> bool:
    """Whether a line of capitals under the title names the body that decides, or its head: "BỘ TRƯỞNG BỘ Y TẾ"."""
    line, above = " ".join(source.text[start:end].split()).strip(" .:"), source.text[: min(start, _HEAD)]
    return not _PLACE.match(line) and _TERM.sub("", _HEAD_OF.sub("", line)) in " ".join(above.split())


_HEAD_OF = re.compile(
    r"^(?:CHỦ TỊCH|BỘ TRƯỞNG|(?:TỔNG )?GIÁM ĐỐC|(?:TỔNG )?CỤC TRƯỞNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TRƯỞNG BAN"
    r"|HIỆU TRƯỞNG) "
)
_TERM = re.compile(r",? (?:KHÓA|KHOÁ|NHIỆM KỲ|KỲ HỌP) [^\n]*$")
_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU) ")


# bodies that stand in a letterhead under the one that they are part of, and what stands above all others
_BELOW = re.compile(
    r"(?:so|(?:chi |tong )?cuc|vu|trung tam|vien|hoc vien|truong|dai hoc|benh vien|thanh tra|ban(?! chap hanh)|"
    r"van phong|to cong tac|(?:tinh|thanh|quan|huyen|thi) doan|chi bo|(?:dang|thanh|thi|quan|huyen) uy|cong an|"
    r"quan khu|bo (?:tu lenh|chi huy)|tong cong ty|cong ty|"
    r"uy ban nhan dan (?:phuong|xa|thi tran|huyen|quan|thi xa|dac khu)) "
)
_COMMITTEE = "ban chap hanh trung uong"
MOTTOES = ("dang cong san viet nam", "doan thanh nien cong san ho chi minh")
"""Bodies whose names stand above letterheads as mottoes, folded."""


def issuing(names: Sequence[str]) -> str:
    """Of the bodies that a letterhead prints in turn the one that issues: the lower one, where it is a part.

    >>> issuing(["Ủy ban nhân dân tỉnh Phú Thọ", "Sở Y tế"])
    'Sở Y tế'
    """
    names = [name for name in names if fold(name) not in MOTTOES] or names
    if fold(names[-1]) == _COMMITTEE and len(names) > 1:
        return names[-2]  # the central committee of a union
    lower = _BELOW.match(fold(names[-1])) or fold(names[0]) == _COMMITTEE
    return names[-1] if lower else names[0]
