"""The heads that the names of bodies begin with ("Cục", "Ban Chỉ đạo", "Tập đoàn"), and the bodies that are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.folding import UPPER
from loaders import tables
from loaders.agencies import known
from loaders.officials import persons
from loaders.words import compounds, marks
from loaders.words.flat import Flat, fold_name, steady

Rule = Literal["unit", "centre", "board", "firm", "society", "local", "part", "ministry", "press"]

# heads that stand in small letters for a body named before, with the verb that shows it
_CALLED = re.compile(
    r"(?:tap doan|to cong tac|ban chi dao|uy ban|tong cong ty|hiep hoi|tong cuc|bo|cuc|vien|cong ty|ngan hang|hoi dong|"
    r"trung tam) (?:da|dang|se|can|phai|duoc|cung|vua|chua|khong|van|con|tiep tuc|chu tri|phoi hop|de nghi|yeu cau|"
    r"cho biet|khang dinh|nhan manh|thong bao|bao cao|trinh|ban hanh|chi dao|giao|dat|co|nay)\b"
)
_NEXT = re.compile(r" (\w+)")
_TWO_WORDS = re.compile(r" \w+ \w+")
_CAPITALISED = re.compile(rf" [{UPPER}][^\W\d_{UPPER}]+ [^\W\d_]")
# heads that without diacritics are other words too: Quý, Đại, Bản, Phong
_DOUBTFUL = frozenset(("quy", "dai", "ban", "hoi", "phong", "truong", "bao", "vu", "to chuc", "co quan"))
# heads in small letters behind which capitals name the body: "công ty cổ phần Giải pháp số", "trung tâm Chứng thực …"
_SMALL_BEFORE_NAME = frozenset(
    ("Công ty cổ phần", "Công ty Cổ phần", "Công ty CP", "Công ty TNHH", "Công ty TNHH Một thành viên", "Tập đoàn",
     "Tổng công ty", "Tổng Công ty", "Ngân hàng TMCP", "Hiệp hội", "Học viện", "Trung tâm", "Trường Đại học",
     "Trường đại học",
     "Ban Chỉ đạo", "Ban chỉ đạo", "Ủy ban", "Tổng cục", "Tổng Cục", "Chi cục")
)  # fmt: skip
_CAPITAL_ONLY = frozenset(("Thi hành án dân sự", "Bộ đội Biên phòng", "Trạm Y tế"))  # else work or people
# heads that are fields elsewhere: a place follows ("Viễn thông Đồng Tháp"), no name leads to them ("Cục Viễn thông")
_OF_PLACES = frozenset(("Viễn thông", "Điện lực", "Bưu điện"))
_REGION = re.compile(r"(?:Nam|Bắc|Trung|Bac) \Z")
_NAME_BEFORE = re.compile(rf"(?<![^\W_])[{UPPER}][^\s,.;:()]* \Z|[-–&/]\s?\Z")
_LEVEL_AFTER = re.compile(r" (?:tinh|thanh pho|tp|huyen|quan|thi xa|phuong|xa)(?![\w-])")
_LED = re.compile(r"\b(?:cuc|quan ly|phong|chi huy|tu lenh) $")  # "Cục Thi hành án dân sự tỉnh …"
_PLURAL = re.compile(r"\b(?:cac|nhung|nhieu|mot so|hai|ba|bon|cap|khu|o|tai) $")
_BEFORE_CAPITALS = frozenset(("nha", "ty", "khoi", "khoa", "cong doan"))  # heads where a capital follows


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office or group in a flat text, with its full name."""

    start: int
    end: int
    name: str
    kind: Literal["agency", "office", "group"] = "agency"
    type: str = ""  # its kind in the registry, or the rule that read it
    role: str | None = None  # of an office
    agency: str | None = None  # the body that an office is a post of
    head: str | None = None  # the head alone, of a body whose name the text leaves to its context


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a body's name in a flat text."""

    start: int
    end: int
    name: str  # as it is written in full: "Ủy ban nhân dân"
    rule: Rule


@cache
def _heads() -> dict[str, tuple[str, Rule]]:
    """The heads by their lower-case spelling: the first spelling of the table is the one to write, and the rule."""
    found: dict[str, tuple[str, Rule]] = {}
    for head, rule in tables.printed_values("body_heads").items():
        found.setdefault(steady(head).lower(), (_WRITTEN.get(head, head), rule))  # type: ignore[arg-type]
    return found


_WRITTEN = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BCĐ": "Ban Chỉ đạo", "ĐH": "Đại học",
    "Trường ĐH": "Trường Đại học", "Công ty TNHH MTV": "Công ty TNHH Một thành viên",
    "Trường THCS": "Trường Trung học cơ sở", "Trường THPT": "Trường Trung học phổ thông",
    "Công ty CP": "Công ty Cổ phần", "Ủy ban MTTQ": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban MTTQ Việt Nam": "Ủy ban Mặt trận Tổ quốc Việt Nam", "Đoàn ĐBQH": "Đoàn đại biểu Quốc hội",
    "HTX": "Hợp tác xã", "UBKT": "Ủy ban Kiểm tra", "BCH Đảng bộ": "Ban Chấp hành Đảng bộ",
    "BCH Quân sự": "Ban Chỉ huy Quân sự", "Hội LHPN": "Hội Liên hiệp Phụ nữ", "Hội CCB": "Hội Cựu chiến binh",
    "Hội LHTN": "Hội Liên hiệp Thanh niên", "LĐLĐ": "Liên đoàn Lao động",
    "Ủy ban Mặt trận Tổ quốc": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban Mặt trận tổ quốc": "Ủy ban Mặt trận Tổ quốc Việt Nam", "Bộ CHQS": "Bộ Chỉ huy quân sự",
}  # fmt: skip


_WORD_BEFORE = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_]+) \Z")


def heads(flat: Flat) -> list[Head]:
    """Every head in the text, also without a capital, from left to right."""
    found = []
    for start, end, spelling in marks.find(flat)[marks.HEADS]:
        end = _longest(flat, start, end)
        name, rule = _heads()[_spelt(flat, start, end) or spelling]
        small = flat.text[start].islower() and rule != "local" and not _CALLED.match(flat.folded, start)
        if name in _CAPITAL_ONLY and (flat.text[start].islower() or _LED.search(flat.folded, max(0, start - 9), start)):
            continue
        if name == "Bộ" and _REGION.search(flat.text, max(0, start - 6), start):
            continue  # "Nam Bộ"
        if name in _OF_PLACES and not _is_of_place(flat, start, end):
            continue
        if small and not is_named(flat, Head(start, end, name, rule)):
            continue
        if flat.text[start - 2 : start] in (": ", ":") and known.is_credit(flat, start):
            continue
        if _in_persons_name(flat, start, end) or _ends_a_word(flat, start, end):
            continue
        following = _NEXT.match(flat.lower, end)
        if following and _goes_with(flat, following.end(), following[1], _not_after().get(name, frozenset())):
            continue
        if not flat.is_accented and not flat.accented[flat.line(start)] and _is_doubtful(flat, start, end):
            continue
        printed = flat.text[start:end]
        capitals = printed.isupper() and not name.isupper() and name not in _WRITTEN.values()
        if capitals and rule != "part" and flat.roles[flat.line(start)] != "letterhead":
            continue  # nothing tells where the name ends, but where it is another's part or a letterhead's line
        found.append(Head(start, end, name, rule))
    return found


def in_capitals(flat: Flat, head: Head) -> bool:
    """Whether a head stands in a line of capitals, and is no abbreviation: "CỤC", but not "HTX"."""
    printed = flat.text[head.start : head.end]
    return printed.isupper() and not head.name.isupper() and printed not in _WRITTEN


def _is_of_place(flat: Flat, start: int, end: int) -> bool:
    """Whether a field with a capital stands for the firm that has it in a place: "Điện lực Lâm Đồng"."""
    if flat.text[start].islower() or _NAME_BEFORE.search(flat.text, max(0, start - 12), start):
        return False
    return persons.begins_province(flat, end + 1) or _LEVEL_AFTER.match(flat.folded, end) is not None


def _ends_a_word(flat: Flat, start: int, end: int) -> bool:
    """Whether a head is the second syllable of a word printed with two capitals: "Dịch Vụ Công"."""
    before = _WORD_BEFORE.search(flat.text, max(0, start - 8), start)
    if before is None or not before["word"][0].isupper():
        return False
    accented = flat.is_accented or flat.accented[flat.line(start)]
    return compounds.holds(flat.text, flat.folded, start, end, accented=accented, behind=False)


def _in_persons_name(flat: Flat, start: int, end: int) -> bool:
    """Whether a head of one word is a syllable of a person's name: "Lê Trường Lưu"."""
    if not flat.text.startswith(" ", start - 1) or " " in flat.text[start:end]:
        return False
    begin = max(flat.text.rfind(" ", 0, start - 1), flat.text.rfind("\n", 0, start - 1)) + 1
    name = persons.vietnamese(flat, begin) if flat.text[begin].isupper() else None
    return name is not None and name > end


def is_named(flat: Flat, head: Head) -> bool:
    """Whether a name begins behind a head in small letters: "công ty cổ phần Giải pháp số"."""
    led = head.name.startswith("Ban") and flat.folded.endswith("truong ", 0, head.start)  # "Trưởng ban Quản lý …"
    if not (led or head.name in _SMALL_BEFORE_NAME) or not flat.text[head.start].islower():
        return False
    if led and not flat.text[head.start : head.end].islower():
        return True
    following = _CAPITALISED.match(flat.text, head.end)
    if following is None or _PLURAL.search(flat.folded, max(0, head.start - 8), head.start):
        return False
    if known.country_at(flat, head.end) or persons.begins_province(flat, head.end + 1):
        return False
    return persons.vietnamese(flat, head.end + 1) is None


def _goes_with(flat: Flat, end: int, word: str, others: frozenset[str]) -> bool:
    """Whether the next word, or the next two, make another word of a head: "bộ máy", "bộ công cụ"."""
    if word in others:
        return True
    second = _NEXT.match(flat.lower, end)
    return second is not None and f"{word}_{second[1]}" in others


def _longest(flat: Flat, start: int, end: int) -> int:
    """Where the longest head ends that begins as the one here: "Trưởng Ban Chỉ đạo" hides "Ban Chỉ đạo"."""
    following = _TWO_WORDS.match(flat.lower, end)
    return following.end() if following and _spelt(flat, start, following.end()) else end


def _spelt(flat: Flat, start: int, end: int) -> str | None:
    """The head of the table that stands in a stretch, by its spelling there."""
    if flat.lower[start:end] in _heads():
        return flat.lower[start:end]
    accented = flat.is_accented or flat.accented[flat.line(start)]
    return None if accented else _plain_heads().get(flat.folded[start:end])


@cache
def _plain_heads() -> dict[str, str]:
    return {fold_name(head): head for head in _heads()}


def _is_doubtful(flat: Flat, start: int, end: int) -> bool:
    """Whether a head without diacritics rather is another word, or a family name ("Vu Duc Dam")."""
    said = flat.folded[start:end]
    if said in _BEFORE_CAPITALS:
        return not flat.text[end + 1 : end + 2].isupper()
    if said != "vu":
        return said in _DOUBTFUL
    name = persons.vietnamese(flat, start)
    return name is not None and (flat.text.count(" ", start, name) > 1 or not _NEXT.match(flat.lower, name))


@cache
def _not_after() -> dict[str, frozenset[str]]:
    pairs = tables.printed_values("body_not").items()
    return {head: frozenset(words.split()) | frozenset(map(fold_name, words.split())) for head, words in pairs}
