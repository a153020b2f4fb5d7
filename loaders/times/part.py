"""A time as a text prints it, the words that lead up to it, and the "nay" or "năm ngoái" behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.words.flat import Flat
from loaders.words.keyed import Keyed

_RELATIVE = re.compile(r" (?:nam )?(?P<which>nay|ngoai|truoc|sau|toi|sang nam)\b")
SHIFT = {"nay": 0, "ngoai": -1, "truoc": -1, "sau": 1, "toi": 1, "sang nam": 1}
_CUES = (  # the last words of what leads up to a time's digits
    "nam", "hoc", "ngay", "thang", "quy", "qui", "doan", "ky", "do", "nhin", "nhat", "truoc", "den", "toi", "tu",
    "trong", "vao", "het", "cuoi", "dau", "giua", "sau", "sang", "trua", "chieu", "dem", "hom", "nay",
)  # fmt: skip
_LEAD = Keyed(
    r"\b(?:(?:(?:cham|muon) nhat(?: la)?|som nhat|truoc|sau|cho den|cho toi|den|toi|(?<!may )tinh|ke tu|ngay tu|"
    r"ngay trong|tu|trong|vao|hoi|thoi diem|cuoi|dau|giua|het|tron) )*"
    r"(?:(?:(?:cac|nhung|hai|ba|bon) )?nam(?: hoc)?|ngay|(?:cac )?thang|(?:cac )?qu[yi]|giai doan|thoi ky|nhiem ky|"
    r"nien do|tam nhin|cham nhat|muon nhat|truoc|den|toi|tu|trong|vao|het|cuoi|dau|giua|sau|sang|trua|chieu|dem|hom|"
    r"nay),? ?\(?\Z",
    ends=(*_CUES, *(f"{cue}," for cue in _CUES), "("),
)
_WORD = re.compile(r"[a-z]+")
_SECOND_SYLLABLES = {"tu": ("dien ", "dau ", "vat ", "thu ", "lanh "), "dau": ("phan ", "doi ")}
# The patterns' words that are other words too once folded: how these are spelled where the text has its accents.
_SPELLED = {
    "nam": {"năm"}, "thang": {"tháng"}, "ngay": {"ngày", "ngay"}, "quy": {"quý", "qúy"}, "qui": {"quí"},
    "cuoi": {"cuối"}, "tu": {"từ"}, "den": {"đến"}, "dau": {"đầu"}, "toi": {"tới", "tối"}, "sang": {"sáng"},
    "vao": {"vào"}, "doan": {"đoạn"}, "hoi": {"hồi"}, "tinh": {"tính"}, "nay": {"nay"}, "hom": {"hôm"},
    "chieu": {"chiều"}, "dem": {"đêm"}, "trua": {"trưa"}, "sau": {"sau"}, "ky": {"kỳ", "kì"}, "het": {"hết"},
    "khoa": {"khóa", "khoá"}, "giua": {"giữa"}, "tron": {"trọn", "tròn"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A time as printed; offsets in the flat text, `core` past its prepositions."""

    start: int
    core: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: str | None = None  # of a year: "Q1", "S2", "M9" (months from January), "Y" (of no name in SDMX)
    first: int | None = None  # of a range of years, the first
    shift: int = 0  # years from the source's: "quý I năm ngoái"
    said: bool = False  # whether words say which year it is of: "tháng 8 năm nay"
    resolved: bool = False  # `value` is all that there is to know
    value: str | None = None
    recurs: bool = False
    alone: bool = True  # False: says nothing alone, as the 5 of "từ ngày 5 đến 7/8"

    @property
    def grain(self) -> str:
        """What it names: a day, a month, a year, a quarter."""
        return "d" if self.day else "m" if self.month else (self.span or "Y")[0]


def lead(flat: Flat, at: int, accented: Sequence[bool]) -> tuple[int, str]:
    """Where the prepositions before `at` begin, and the last of them or the noun ("nam"); `at` and "" without any."""
    found = _LEAD.search(flat.folded, max(0, at - 48), at)
    if found is None:
        return at, ""
    start, last = at, ""
    spells = accented[flat.line(at)]
    for word in reversed(list(_WORD.finditer(flat.folded, found.start(), at))):
        spelled = _SPELLED.get(word[0])
        if spelled and spells and flat.text[word.start() : word.end()].lower() not in spelled:
            break
        if not spells and flat.folded.endswith(_SECOND_SYLLABLES.get(word[0], ()), 0, word.start()):
            break  # "điện tử năm 2020", "phấn đấu đến năm 2030" without their accents
        last = last or word[0]
        start = word.start()
    return start, last


def relative(part: Part, folded: str) -> Part:
    """The part with the "nay" or "năm ngoái" that follows it."""
    after = _RELATIVE.match(folded, part.end) if part.year is None else None
    return replace(part, end=after.end(), shift=SHIFT[after["which"]]) if after else part
