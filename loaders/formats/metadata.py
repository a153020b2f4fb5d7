"""What a source says of itself in its visible words: headline, day of publication, publisher.

A news text has a headline, a line with the day ("Tin tức - Ngày đăng : 08:05, 21/3/2022") and at its end perhaps
"Theo <publisher>". An official document has its type and subject for a title and the day of signing in its letterhead
(Decree 30/2020/NĐ-CP, Annex I).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import registry
from kg.folding import fold, key
from kg.model import Block
from kg.periods import iso_day
from loaders import tables
from loaders.formats.blocks import MARKER

_HEAD_BLOCKS = 12
_TAIL_BLOCKS = 14
_OFFICIAL_BLOCKS = 30

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DATE = rf"{_DAY}\s*[/.-]\s*(?P<month>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
_WORDED = rf"(?:ng[àa]y\s+)?{_DAY}\s+th[áa]ng\s+(?P<month>0?[1-9]|1[0-2])\s*(?:,|n[ăa]m|-)?\s+(?P<year>(?:19|20)\d\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
_FORMS = tuple(re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE) for form in (_ISO, _DATE, _WORDED))
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = r"(?:\d{1,2}\s*[:hg]\s*\d{2}(?::\d{2})?\s*(?:phút|'|AM|PM|SA|CH)?)"
_LABEL = re.compile(
    r"(?:ng[àa]y\s*:\s|ng[àa]y\s+(?:[đd][ăa]ng|c[ậa]p\s+nh[ậa]t|xu[ấa]t\s+b[ảa]n|t[ạa]o|[đd][ăa]ng\s+t[ảa]i)|"
    r"c[ậa]p\s+nh[ậa]t(?:\s+(?:l[úu]c|ng[àa]y|l[ầa]n\s+cu[ốo]i))?|"
    r"[đd][ăa]ng\s+(?:l[úu]c|ng[àa]y)|xu[ấa]t\s+b[ảa]n|published|updated)\s*[:,-]?\s",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:th[ứu]\s+(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảa]y|[2-7])|ch[ủu]\s+nh[ậa]t|CN)\s*[,:.-]?\s*", re.IGNORECASE
)
# what may stand in a dateline beside the date: a rubric before it, the time, the zone
_AROUND = re.compile(rf"{_CLOCK}|\(?GMT\s*\+?\s*7\)?|ng[àa]y|l[úu]c|[|,;:•·()\[\]–—-]|\s", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    rf"(?:^|[\t,.;]|\b)\s*ngày\s+{_DAY}\s+tháng\s+(?P<month>0?[1-9]|1[0-2])\s+năm\s+(?P<year>(?:19|20)\d\d)\s*$",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\(?\s*(?:Theo|Nguồn(?:\s+tin)?)\s*:?\s+(?P<name>[^.,;:?!()]{2,70}(?:\.[a-z]{2,6}){0,3})\s*\)?\.?"
)
_LEAD_MARK = re.compile(
    r"\s*(?:\((?P<bracketed>[A-ZĐ][^()\n]{2,40})\)|(?P<mark>[A-ZĐ][A-ZĐa-z.]{2,14}))\s*[-–—]\s+(?=[\"“‘]?\s*[A-ZĐÀ-Ỹ])"
)
_SITE = re.compile(r"[\w-]+\.(?:vn|com|net|org|VN|COM|NET)(?:\.vn)?")
_SIGNED = re.compile(  # "Lê Nam - 21/03/2024"
    rf"\s*(?:PV|Nhóm PV|[A-ZĐÀ-Ỹ][^\W\d]*(?: [A-ZĐÀ-Ỹ][^\W\d]*){{1,3}})\s*(?:[-–|•]|,)\s*{_DATE}\s*"
)
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
_SHORT_LINE = 5  # words of a rubric at most
_DATELINE_LENGTH = 140
_LONGEST_DATELINE = 160
_SPOKEN = re.compile(
    r"(?i:trao đổi|chia sẻ|trả lời|nói|cho biết|giải thích|thông tin|khẳng định)(?: thêm| riêng| nhanh)? với "
    r"(?:phóng viên |PV |báo |Báo )*(?P<name>[A-ZĐ][\w.]*(?: [A-ZĐÀ-Ỹ][\w.]*){0,3})"
)
_SPEAKERS = re.compile(
    r"(?:ông|bà|anh|chị|đồng chí|bộ trưởng|thứ trưởng|thủ tướng|phó|chủ tịch|giám đốc|đại diện|đó|kế hoạch|nghị|quyết|"
    r"luật|dự thảo|quy|thống kê|số liệu|báo cáo|đánh giá|khảo sát|kết quả|hướng dẫn|chương trình|đề án|cục|sở|uỷ|ủy)\b",
    re.IGNORECASE,
)
_TYPES = (
    "NGHỊ QUYẾT LIÊN TỊCH", "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "QUYẾT ĐỊNH", "CHỈ THỊ", "THÔNG TƯ LIÊN TỊCH", "THÔNG TƯ",
    "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "THÔNG BÁO", "KẾT LUẬN", "CÔNG ĐIỆN", "TỜ TRÌNH",
    "HƯỚNG DẪN", "BÁO CÁO", "QUY CHẾ", "QUY ĐỊNH", "PHÁP LỆNH", "HIẾN PHÁP", "BỘ LUẬT", "LUẬT", "LỆNH", "PHƯƠNG ÁN",
    "VĂN BẢN HỢP NHẤT", "THÔNG CÁO", "QUY TRÌNH", "DỰ ÁN", "GIẤY MỜI", "BIÊN BẢN", "BẢN GHI NHỚ", "THỎA THUẬN",
)  # fmt: skip
_TYPE = re.compile(rf"(?:DỰ THẢO\s+)?(?:{'|'.join(_TYPES)})\b[\s:.]*")
_MOTTO = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|"
    r"ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH"
)
_NUMBER = re.compile(r"(?:^|\t|\s)(?:Luật\s+)?[Ss]ố\s*:?\s*\d*(?:\s*[/.-]|\s+[A-ZĐ]{2,4}/)")
_AFTER_SUBJECT = re.compile(
    r"(?:căn cứ|thực hiện|triển khai thực hiện|kính gửi|theo đề nghị|xét|để |nhằm |ngày \d|trên cơ sở|điều 1|\(|"
    r"số\s*:|cộng h|quyết định\s*:|quyết nghị\s*:|[ivx]+\.|\d+[.)]|phần |chương )",
    re.IGNORECASE,
)
_AFTER_SUBJECT_IN_CAPITALS = re.compile(
    r"CĂN CỨ|KÍNH GỬI|ĐIỀU 1|\(|SỐ\s*:|CỘNG H|[IVX]+\.|\d+[.)]|(?:PHẦN|CHƯƠNG) [IVX1T]"
)
_NO_HEADLINE = re.compile(
    r"(?:cổng|trang) (?:thông tin|tin) điện tử\b|\W*$|[^>»›\n]{2,40} [>»›] [^>»›\n]{2,60}(?: [>»›] |$)|"
    r"trang chủ\s*[/|]|(?:tin tức|trang chủ|đăng nhập|trang nhất|chuyên mục|home|menu|in trang|thống kê truy cập)\W*$",
    re.IGNORECASE,
)
_REGARDING = re.compile(r"\(?V/v\b.{8,600}$", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(r"Điều \d")
_LONGEST_HEADLINE = 260
_OPENING = 96  # characters of a text that stand in for a headline
_FEWEST_WORDS = 6
_SHORT_TEXT = 600  # characters


def day(text: str) -> str | None:
    """The first date of `text` as YYYY-MM-DD, None where there is none that exists.

    >>> day("Ngày đăng : 15:27, 18/12/2020"), day("Hà Nội, ngày 31 tháng 02 năm 2024")
    ('2020-12-18', None)
    """
    for form in _FORMS:
        for match in form.finditer(text):
            date = _checked(match)
            if date:
                return date
    return None


def _checked(match: re.Match[str]) -> str | None:
    return iso_day(int(match["year"]), int(match["month"]), int(match["day"]))


def published(text: str, blocks: Sequence[Block]) -> str | None:
    """The day on which a news text says that it was published: a dateline near its head, a labelled one at its end."""
    head = blocks[:_HEAD_BLOCKS]
    lines = [text[block.start : block.end] for block in head if block.end - block.start <= _LONGEST_DATELINE]
    labelled = [line for line in lines if _LABEL.search(line)]  # before the clock of the page: "Thứ Ba, 14/05/2024"
    for line in (*labelled, *lines):
        found = _dateline(line)
        if found:
            return found
    for block in blocks[max(len(head), len(blocks) - _TAIL_BLOCKS) :]:
        if block.end - block.start < 120 and _YEAR.search(text, block.start, block.end):
            line = text[block.start : block.end]
            found = day(line) if _LABEL.search(line) else None
            if found:
                return found
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but the day of publication, with a time, a rubric or an author.

    >>> is_dateline("Ban Thời sự - Thứ ba, ngày 14/03/2017 19:23"), is_dateline("Sáng 14/3/2017, tỉnh đã họp.")
    (True, False)
    """
    return len(line) <= _DATELINE_LENGTH and _dateline(line) is not None


def _dateline(line: str) -> str | None:
    if len(line) > _LONGEST_DATELINE or not _YEAR.search(line):
        return None
    if _LABEL.search(line):
        return day(line)
    for form in _FORMS:
        match = form.search(line)
        if match:
            # besides the date there may be a time and a short rubric in front, nothing that is a sentence
            rest = _AROUND.sub("", _WEEKDAY.sub("", line[: match.start()] + " " + line[match.end() :]))
            named = _WEEKDAY.search(line) or re.search(_CLOCK, line) or _SIGNED.fullmatch(line)
            if len(rest) <= (30 if named else 0):
                return _checked(match)
    return None


def publisher(text: str, blocks: Sequence[Block]) -> str | None:
    """The newspaper or agency that a line of its own at the end names: "Theo Tạp chí …", "Nguồn: …"."""
    for block in reversed(blocks[-_TAIL_BLOCKS:]):
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
        _before_lead(text, blocks[:_HEAD_BLOCKS])
        or _after_date(text, blocks[:_HEAD_BLOCKS])
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
        if block is not head[0] and len(line) <= _NAME_LENGTH and _PRESS.fullmatch(line) and _dateline(under):
            return line
        if dated and len(line) <= _NAME_LENGTH and _PRESS.fullmatch(line):
            return line
        dated = _dateline(line) is not None
        match = _DATED.match(line) if len(line) <= _DATELINE_LENGTH else None
        if match and _dateline(line[: match.start("name")].rstrip(" -–|")):
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


def headline(text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the block that is the headline of a news text: its first line, where it reads as one.

    A first line that ends as a sentence does is the lead of a text whose headline was lost, unless it is marked up as a
    heading or in capitals.
    """
    for index, block in enumerate(blocks[:4]):
        line = text[block.start : block.end]
        if _NO_HEADLINE.match(line) or block.kind in ("boilerplate", "caption") or _dateline(line):
            continue
        if _is_rubric(text, blocks[index : index + 3]):
            continue
        later = next((b for b in blocks[index + 1 :] if b.kind != "boilerplate"), None)
        marked = block.kind in ("title", "heading") or (line.isupper() and len(line) <= _LONGEST_HEADLINE)
        reads_so = is_headline(line) or (marked and is_headline(f"{line.rstrip(' .')} …"))
        return index if later and block.kind != "row" and reads_so else None
    return None


def as_title(line: str) -> str:
    """A headline without line breaks and the full stop at its end."""
    return re.sub(r"(?<!\.)\.$", "", " ".join(line.split()))


def opening(text: str, blocks: Sequence[Block]) -> str | None:
    """The first words of a text, by which to call one that has no headline; None for a text of a few lines."""
    paragraphs = (block for block in blocks if block.kind == "paragraph")
    first = next((b for b in paragraphs if len(text[b.start : b.end].split()) >= _FEWEST_WORDS), None)
    if first is None or len(text) < _SHORT_TEXT:
        return None
    words = text[first.start : min(first.end, first.start + 4 * _OPENING)].split()
    told = " ".join(words)
    if len(told) <= _OPENING:
        return as_title(told)
    return f"{told[: told.rfind(' ', 0, _OPENING)].rstrip(' ,;:–-')} …"


def _is_rubric(text: str, head: Sequence[Block]) -> bool:
    """Whether the first of three lines is the section that an article stands in: a headline and its day follow."""
    if len(head) < 3:
        return False
    first, second, third = (text[block.start : block.end] for block in head)
    short = len(first.split()) < _SHORT_LINE and len(second.split()) > _SHORT_LINE
    return short and is_headline(second) and _dateline(third) is not None


def stands_at(title: str, text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the block near the head that says the title, None where none does."""
    wanted = key(title)
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if key(text[block.start : block.end]) == wanted:
            return index
    return None


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: some words, no full stop at its end, no dateline.

    >>> is_headline("Bộ Công an lấy ý kiến về dự thảo Luật Dữ liệu"), is_headline("Sáng 3/6, Bộ đã họp.")
    (True, False)
    """
    line = " ".join(line.split())
    if not 8 <= len(line) <= _LONGEST_HEADLINE or len(line.split()) < 3:
        return False
    if MARKER.match(line) or _ARTICLE.match(line):  # "I. MỤC TIÊU": the head is missing, a part stands first
        return False
    if line.endswith((";", ",", ":", "|")) or re.search(r"(?<!\.)\.[\"'”’»)]*$", line):
        return False
    return not _MOTTO.search(line) and _dateline(line) is None and not _NUMBER.match(line)


def is_document_type(line: str) -> bool:
    """Whether a line is nothing but the kind of an official document, in capitals: "QUYẾT ĐỊNH"."""
    return _TYPE.fullmatch(line) is not None


def official(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None] | None:
    """Title and day of signing of an official document, None for any other text.

    It is one where the motto or the Party's name stands at its head together with a number. The title is its type and
    its subject ("KẾ HOẠCH" and the lines below it).
    """
    letterhead = blocks[:9]  # a page's own title may stand above it
    if not letterhead or not _MOTTO.search(text, 0, letterhead[-1].end):
        return None
    head = [text[block.start : block.end] for block in blocks[:_OFFICIAL_BLOCKS]]
    if not any(_NUMBER.search(line) for line in head[:8]):
        return None
    signed = next((found for line in head[:12] for found in [_signing_day(line)] if found), None)
    return _title(head), signed


def _signing_day(line: str) -> str | None:
    for cell in line.split("\t"):
        match = _PLACE_AND_DATE.search(cell.strip(" ()*_"))
        if match and len(cell) < 160:
            return _checked(match)
    return None


def _title(head: list[str]) -> str | None:
    cells = (cell.strip() for line in head[:12] for cell in line.split("\t"))
    about = next((cell for cell in cells if _REGARDING.match(cell)), None)
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
        for following in head[index + 1 : index + 5]:
            part = " ".join(following.split())
            stop = _AFTER_SUBJECT_IN_CAPITALS if part.isupper() else _AFTER_SUBJECT
            if part.casefold() in issuers or stop.match(part) or part.endswith((";", ":")) or "\t" in following:
                break
            if subject and part.isupper() != subject[0].isupper():
                break
            if len(part) > 600 or (part.endswith(".") and not part.isupper()):
                break
            subject.append(part)
        kind = words.rstrip(" :.")
        return " ".join([kind, *subject]) if subject else None
    return " ".join(about.split()).rstrip(".") if about else None  # an official letter has no type
