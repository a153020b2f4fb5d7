"""The newspaper or agency that a text names as its own: "Theo Tạp chí …", "(Chinhphu.vn) - …", "02/10/2019 - Báo …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import registry
from kg.folding import fold
from kg.model import Block
from loaders import tables
from loaders.formats import datelines

_PUBLISHER = re.compile(
    r"\(?\s*(?:Theo|Nguồn(?:\s+tin)?)\s*:?\s+(?P<name>[^.,;:?!()]{2,70}(?:\.[a-z]{2,6}){0,3})\s*\)?\.?"
)
_LEAD_MARK = re.compile(
    r"\s*(?:\((?P<bracketed>[A-ZĐ][^()\n]{2,40})\)|(?P<mark>[A-ZĐ][A-ZĐa-z.]{2,14}))\s*[-–—]\s+(?=[\"“‘]?\s*[A-ZĐÀ-Ỹ])"
)
_SITE = re.compile(r"[\w-]+\.(?:vn|com|net|org|VN|COM|NET)(?:\.vn)?")
_TOLD = re.compile(  # "Tác giả: …   Nguồn: Báo Hải An   Ngày: …"
    r"\bNguồn(?: tin)?\s*:\s*(?P<name>(?:Báo|Tạp chí|Bản tin|Cổng|Trang|Đài|Thông tấn xã)\s[^|\t:;]{2,50}?|"
    r"[\w-]+\.(?:vn|com|net|org)(?:\.vn)?)(?=\s{2,}|\s*[|\t;]|$)"
)
_DATED = re.compile(
    r".*\d{4}(?:\s*[,|-]?\s*\d{1,2}[:h]\d{2})?\s*[-–|]\s*"
    r"(?P<name>(?:Báo|Tạp chí|Bản tin|Cổng|Trang|Đài|Thông tấn xã)\s[^|]{3,60}|[\w.-]+\.(?:vn|com|net|org)(?:\.vn)?)"
    r"\s*$"
)
_PRESS = re.compile(r"(?:Báo|Tạp chí|Bản tin|Cổng|Trang|Đài|Thông tấn xã)\s[^|.;:?!]{3,60}")
_NAME_LENGTH = 60
_SPOKEN = re.compile(
    r"(?i:trao đổi|chia sẻ|trả lời|nói|cho biết|giải thích|thông tin|khẳng định)(?: thêm| riêng| nhanh)? với "
    r"(?:phóng viên |PV |báo |Báo )*(?P<name>[A-ZĐ][\w.]*(?: [A-ZĐÀ-Ỹ][\w.]*){0,3})"
)
_SPEAKERS = re.compile(
    r"(?:ông|bà|anh|chị|đồng chí|bộ trưởng|thứ trưởng|thủ tướng|phó|chủ tịch|giám đốc|đại diện|đó|kế hoạch|nghị|quyết|"
    r"luật|dự thảo|quy|thống kê|số liệu|báo cáo|đánh giá|khảo sát|kết quả|hướng dẫn|chương trình|đề án|cục|sở|uỷ|ủy)\b",
    re.IGNORECASE,
)


def find(text: str, blocks: Sequence[Block]) -> str | None:
    """The newspaper or agency that a line of its own at the end names: "Theo Tạp chí …", "Nguồn: …"."""
    for block in reversed(blocks[-datelines.TAIL :]):
        if block.end - block.start > 100:
            continue
        match = _PUBLISHER.fullmatch(text[block.start : block.end].strip())
        if match and not _SPEAKERS.match(match["name"]):
            name = match["name"].strip()
            if name.lower().startswith(("báo ", "tạp chí ", "trang ", "cổng ", "đài ")):
                return name[0].upper() + name[1:]
            if name[0].isupper() or "." in name:
                return name
    return (
        _before_lead(text, blocks[: datelines.HEAD])
        or _after_date(text, blocks[: datelines.HEAD])
        or _spoken_to(text, blocks)
    )


def _before_lead(text: str, head: Sequence[Block]) -> str | None:
    """The paper that marks its lead: "(Chinhphu.vn) - Sáng 12/3, …", "TTO - Bộ Công an …"."""
    for block in head:
        match = _LEAD_MARK.match(text, block.start, block.end)
        if match is None:
            continue
        name = (match["bracketed"] or match["mark"]).strip()
        known = tables.values("press_marks").get(fold(name))
        places = {fold(row.name) for row in registry.load().provinces}
        elsewhere = fold(name).removeprefix("tp.").strip() not in places
        if known or _SITE.fullmatch(name) or (match["bracketed"] and elsewhere):
            return known or name
    return None


def _after_date(text: str, head: Sequence[Block]) -> str | None:
    """The paper behind the day in the dateline, or on the line under it: "02/10/2019 - Bản tin Chính sách số"."""
    dated = False  # whether the line above is a dateline
    for block, following in zip(head, (*head[1:], None), strict=True):
        line = text[block.start : block.end].strip()
        if told := _TOLD.search(line):
            return told["name"].strip()
        under = text[following.start : following.end].strip() if following else ""
        named = len(line) <= _NAME_LENGTH and _PRESS.fullmatch(line)
        if named and (dated or (block is not head[0] and datelines.day_of_line(under))):
            return line
        dated = datelines.day_of_line(line) is not None
        match = _DATED.match(line) if len(line) <= datelines.LONGEST else None
        if match and datelines.day_of_line(line[: match.start("name")].rstrip(" -–|")):
            return match["name"].strip()
    return None


def _spoken_to(text: str, blocks: Sequence[Block]) -> str | None:
    """The paper to which somebody speaks in its own article: "trao đổi với VnExpress"."""
    end = blocks[-1].end if blocks else 0
    if not any(name in text for name in tables.printed("press")):
        return None
    for match in _SPOKEN.finditer(text, 0, end):
        for length in (3, 2, 1):
            name = " ".join(match["name"].split()[:length])
            if name in tables.printed("press"):
                return name
    return None
