"""Who has to act, told by a noun only: "Ba công ty cấp nước được giao …", "Cơ quan thuế cần …"."""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, JOIN, PERSON

_NOUN = re.compile(  # who is given work, by a noun only: "Ba công ty cấp nước được giao …"
    rf"(?:^|[.;:\"]\s*|\b(?:rang|nhan manh|cho biet|khang dinh|neu ro|chi ro|quan triet|quy dinh|luu y|yeu cau|thi|con)"
    rf",?\s|(?:^|\s)theo\s[^,;:.]{{2,80}},\s)"
    rf"(?:[^,;:.{ACTOR}{PERSON}]{{0,60}},\s*)?"
    r"(?:(?:ke tu|tu|den|trong|truoc|sau)\s(?:ngay |thang |nam |quy )?[\d/.-]+\s)?"
    r"(?P<who>(?:(?:tat ca|toan bo|cac|nhung|moi|tung|mot trong)\s)*"
    r"(?:cac|nhung|hai|ba|bon|lanh dao|nguoi|can bo|don vi|tap doan|nha|doanh nghiep|chu|co quan|cong ty|nganh"
    r"|chinh quyen|doi ngu|bo phan|doan|luc luong|hiep hoi|hoi dong|hoi|ban to chuc|nha truong|lien doan|lien hiep"
    r"|truong|vien|benh vien|trung tam"
    r"|cong chuc|vien chuc|giao vien|hieu truong|giam doc|pho giam doc|bi thu|to (?:cong tac|cong nghe)"
    r"|nhom cong tac|ban quan ly|hop tac xa"
    r"|(?:\d+(?:/\d+)?|nam|sau|bay|tam|chin|muoi)\s+(?:bo|so|nganh|tinh|huyen|xa|phuong|quan|don vi|co quan|dia phuong"
    r"|truong|benh vien|doanh nghiep|thon|ban|to))\b"
    rf"[^,;:.{ACTOR}{PERSON}]{{0,60}}?)\s+$"
)
_EACH = re.compile(  # "Hai huyện, mỗi nơi phải …"
    rf"(?:^|[.;:\"]\s*|\b(?:rang|nhan manh|yeu cau|thi),?\s)"
    rf"(?P<who>[{ACTOR}]++(?:{JOIN}[{ACTOR}]++)*|[^,;:.]{{4,60}}?),"
    rf"\s+(?:[{ACTOR}]{{5,10}}|(?:moi|tung)\s+\w+(?:\s\w+)?)\s+$"
)
_DESCRIBED = re.compile(  # a doer with what tells which: "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"
    rf"(?:^|[.;:)]\s)\s*(?:(?:-|\d{{1,2}}\s?[.)]|[a-z]\))\s*)?(?P<who>[{ACTOR}]++\s"
    r"(?:co|thuoc|duoc|cung cap|van hanh|quan ly|so huu|su dung)"
    rf"\s[^,;:.{ACTOR}]{{3,80}}?)\s+$"
)
_BODIES = (  # nouns of bodies and of those who serve in them
    "các cơ quan", "các đơn vị", "các bộ", "các ngành", "các địa phương", "các cấp", "các trường", "các bệnh viện",
    "các cơ sở",
    "các doanh nghiệp", "các công ty", "các tập đoàn", "các ngân hàng", "các nhà mạng", "các tổ chức", "các thành viên",
    "những đơn vị", "những cơ quan", "những doanh nghiệp", "lãnh đạo", "người đứng đầu", "cán bộ", "đơn vị", "tập đoàn",
    "nhà mạng", "nhà đầu tư", "nhà cung cấp", "doanh nghiệp", "chủ đầu tư", "chủ tịch", "chủ quản", "cơ quan",
    "công ty", "ngành", "chính quyền", "đội ngũ", "bộ phận", "đoàn", "lực lượng", "hội đồng", "ban tổ chức",
    "công chức", "viên chức", "giáo viên",
    "hiệu trưởng", "giám đốc", "phó giám đốc", "bí thư", "trưởng phòng", "trưởng ban", "trưởng thôn", "trưởng bản",
    "trưởng công an", "trường", "bệnh viện", "trung tâm", "viện", "tổ công tác", "tổ công nghệ", "ban quản lý",
    "hợp tác xã", "nhà thầu", "nhà trường",
)  # fmt: skip
_LEVELS = ("tỉnh", "huyện", "xã", "phường", "quận", "sở", "bộ")
_AUXILIARY = re.compile(r"\s(?:(?:se|cung|deu|cung deu|cung se)\s+)+$")
_COUNT = r"(?:(?:tat ca|toan bo|moi|tung|cac|nhung)\s|(?:\d+(?:/\d+)?|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s(?=\w))*"
_BODY = re.compile(rf"{_COUNT}(?:{'|'.join(fold(noun) for noun in (*_BODIES, *_LEVELS))})\b")
_COUNTED = re.compile(
    r"^(?:(?:tất cả|toàn bộ|mọi|từng|các|những|\d+(?:/\d+)?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s)+"
)
_VAGUE = re.compile(r"\b(?:nao|thi|chi|van|thuong|co yeu cau|khi|neu|ma|dang|da|se|luon|deu)\b")


def noun(page: Masked, unit: Unit, trigger: int) -> str | None:
    """Who stands before the trigger by a noun only, at the head of a clause, as printed."""
    found = _NOUN.search(page.mask[unit.start : trigger])
    return _printed(page, unit, found) if found else None


def described(page: Masked, unit: Unit, trigger: int) -> str | None:
    """A doer with what tells which, as printed: "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"."""
    found = _DESCRIBED.search(page.mask[unit.start : trigger])
    return _printed(page, unit, found) if found else None


def doer(page: Masked, unit: Unit, trigger: int) -> str | None:
    """A body without a name, told apart by its noun: "Cơ quan thuế cần nghiên cứu …"."""
    found = _NOUN.search(_AUXILIARY.sub(" ", page.mask[unit.start : trigger]))
    if found is None or not _BODY.match(found["who"]) or _VAGUE.search(found["who"]):
        return None
    said = _printed(page, unit, found)
    words = _COUNTED.sub("", said.lower())
    counted = words != said.lower()
    return said if not unit.accented or words.startswith((*_BODIES, *(_LEVELS if counted else ()))) else None


def each(page: Masked, unit: Unit, trigger: int) -> tuple[str, ...]:
    """Those of whom each has to act: "Hai huyện A và B, mỗi nơi phải …"."""
    found = _EACH.search(page.mask[unit.start : trigger]) if page.mask.find(", ", unit.start, trigger) >= 0 else None
    if found is None:
        return ()
    last = page.text[unit.start + found.end("who") + 1 : trigger].strip().lower()
    if not last.startswith(("mỗi ", "từng ", "moi ", "tung ")):
        return ()
    names = page.names(unit.start + found.start("who"), unit.start + found.end("who"))
    return names or ((_printed(page, unit, found),) if _BODY.match(found["who"]) else ())


def _printed(page: Masked, unit: Unit, named: re.Match[str]) -> str:
    """A noun phrase without a name of its own, as printed."""
    return " ".join(page.text[unit.start + named.start("who") : unit.start + named.end("who")].split())
