"""Title and day of signing of an official document: its type and subject, and its letterhead's date.

Decree 30/2020/NĐ-CP, Annex I.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Block
from kg.periods import iso_day

_OFFICIAL_BLOCKS = 30
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_PLACE_AND_DATE = re.compile(
    rf"(?:^|[\t,.;]|\b)\s*ngày\s+{_DAY}\s+tháng\s+(?P<month>0?[1-9]|1[0-2])\s+năm\s+(?P<year>(?:19|20)\d\d)\s*$",
    re.IGNORECASE,
)
_TYPES = (
    "NGHỊ QUYẾT LIÊN TỊCH", "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "QUYẾT ĐỊNH", "CHỈ THỊ", "THÔNG TƯ LIÊN TỊCH", "THÔNG TƯ",
    "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "THÔNG BÁO", "KẾT LUẬN", "CÔNG ĐIỆN", "TỜ TRÌNH",
    "HƯỚNG DẪN", "BÁO CÁO", "QUY CHẾ", "QUY ĐỊNH", "PHÁP LỆNH", "HIẾN PHÁP", "BỘ LUẬT", "LUẬT", "LỆNH", "PHƯƠNG ÁN",
    "VĂN BẢN HỢP NHẤT", "THÔNG CÁO", "QUY TRÌNH", "DỰ ÁN", "GIẤY MỜI", "BIÊN BẢN", "BẢN GHI NHỚ", "THỎA THUẬN",
)  # fmt: skip
_TYPE = re.compile(rf"(?:DỰ THẢO\s+)?(?:{'|'.join(_TYPES)})\b[\s:.]*")
MOTTO = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|"
    r"ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH"
)
NUMBER = re.compile(r"(?:^|\t|\s)(?:Luật\s+)?[Ss]ố\s*:?\s*\d*(?:\s*[/.-]|\s+[A-ZĐ]{2,4}/)")
_AFTER_SUBJECT = re.compile(
    r"(?:căn cứ|thực hiện|triển khai thực hiện|kính gửi|theo đề nghị|xét|để |nhằm |ngày \d|trên cơ sở|điều 1|\(|"
    r"số\s*:|cộng h|quyết định\s*:|quyết nghị\s*:|[ivx]+\.|\d+[.)]|phần |chương )",
    re.IGNORECASE,
)
_CARRYING_OUT = re.compile(r"(?:thực hiện|triển khai)\s", re.IGNORECASE)  # a subject where it is no whole sentence
_AFTER_SUBJECT_IN_CAPITALS = re.compile(
    r"CĂN CỨ|KÍNH GỬI|ĐIỀU 1|\(|SỐ\s*:|CỘNG H|[IVX]+\.|\d+[.)]|(?:PHẦN|CHƯƠNG) [IVX1T]"
)
_REGARDING = re.compile(r"(?:^|(?<=[\w.] ))\(?V/v\b.{8,600}$", re.IGNORECASE | re.DOTALL)  # maybe behind the number


def is_document_type(line: str) -> bool:
    """Whether a line is nothing but the kind of an official document, in capitals: "QUYẾT ĐỊNH"."""
    return _TYPE.fullmatch(line) is not None


def read(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None] | None:
    """Title and day of signing of an official document, None for any other text.

    It is one where the motto or the Party's name stands at its head together with a number. The title is its type and
    its subject ("KẾ HOẠCH" and the lines below it).
    """
    letterhead = blocks[:9]  # a page's own title may stand above it
    if not letterhead or not MOTTO.search(text, 0, letterhead[-1].end):
        return None
    head = [text[block.start : block.end] for block in blocks[:_OFFICIAL_BLOCKS]]
    if not any(NUMBER.search(line) for line in head[:8]):
        return None
    signed = next((found for line in head[:12] for found in [_signing_day(line)] if found), None)
    return _title(head), signed


def _signing_day(line: str) -> str | None:
    for cell in line.split("\t"):
        match = _PLACE_AND_DATE.search(cell.strip(" ()*_"))
        if match and len(cell) < 160:
            return iso_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return None


def _title(head: list[str]) -> str | None:
    cells = (cell.strip() for line in head[:12] for cell in line.split("\t"))
    about = next((found.group() for cell in cells if (found := _REGARDING.search(cell))), None)
    for index, line in enumerate(head):
        match = _TYPE.match(line)
        if not match or "\t" in line:
            continue
        words = " ".join(line.split())
        rest = words[match.end() :].strip()
        if rest:  # type and subject on one line
            return words if len(words) <= 600 and not rest.endswith(";") else None
        issuers = {cell.strip().casefold() for above in head[:index] for cell in re.split(r"\t|\s{3,}", above)}
        subject: list[str] = []
        # "KẾT LUẬN" / "CỦA BAN THƯỜNG VỤ TỈNH ỦY" / "về …": whose it is
        whose = (
            "".join(head[index + 1 : index + 2]).startswith("CỦA ")
            and not "".join(head[index + 2 : index + 3]).isupper()
        )
        for following in head[index + 1 + whose : index + 5]:
            part = " ".join(following.split())
            stop = _AFTER_SUBJECT_IN_CAPITALS if part.isupper() else _AFTER_SUBJECT
            if part.casefold() in issuers or part.endswith((";", ":")) or "\t" in following:
                break
            if stop.match(part) and not (_CARRYING_OUT.match(part) and not subject and part[-1] not in ".,"):
                break
            if subject and part.isupper() != subject[0].isupper():
                break
            if len(part) > 600 or (part.endswith(".") and not part.isupper()):
                break
            subject.append(part)
        kind = words.rstrip(" :.")
        return " ".join([kind, *subject]) if subject else None
    return " ".join(about.split()).rstrip(".") if about else None  # an official letter has no type
