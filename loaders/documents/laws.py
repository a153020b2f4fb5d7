"""Laws, codes, ordinances and the constitution, which texts cite by their names: "Luật Giao dịch điện tử năm 2023"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import registry
from kg.folding import key
from kg.model import DocumentType
from loaders import tables
from loaders.documents import citations, statuses, titles
from loaders.documents.cited import Cited
from loaders.reading import Reading, Unit
from loaders.words.abbreviations import spell_out
from loaders.words.flat import Pattern

HEADS: dict[str, DocumentType] = {
    "luat": "law", "bo luat": "code", "phap lenh": "ordinance", "hien phap": "constitution",
}  # fmt: skip
_NO_LAW_BEFORE = re.compile(r"\b(?:phap|ky|quy|khoa|nganh|hoc|cong\s+ty|van\s+phong)\s+$")
_SEVERAL = Pattern(r"\b(?:vụ|giáo|định|các|một\s+số|những|nhiều|\d+)\s+$")
_NO_LAW_AFTER = re.compile(
    r"\s+(?:su|gia|phap|le|choi|dinh|khoa|nay|do|tren|moi|duoc|khong|da|co|cua|va|quoc\s+te|chuyen)\b"
)
_AMENDING = re.compile(
    r"\s+(?:sua\s+doi|bo\s+sung)[\s,]+(?:bo\s+sung\s+)?(?:mot\s+so\s+)?(?:dieu|noi\s+dung)?\s*(?:cua\s+)?"
)
_REVISED = re.compile(
    r"\s*\(\s*(?:sua\s+doi|thay\s+the)(?:\s*,\s*bo\s+sung)?\s*\)|\s+sua\s+doi(?=\W)(?!\s+(?:nam|ngay))"
)
_OF_STATE = re.compile(r"\s+(?:nuoc\s+)?(?:cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|viet\s+nam)")
_STOP = Pattern(
    r"[^\w\s]|\b(?:và|hoặc|năm(?=\s+\d)|số(?=\s*:?\s*\d)|\d{1,4}(?=\s?/\s?(?:19|20)\d\d\s?/)|ngày|về|của|tại|theo|để|thì"
    r"|quy\s+định|này|hiện\s+hành|mới|cùng|cũng|như)\b"
)
_PREVENTS = re.compile(r"phong\s*,\s*chong\b")  # "Luật Phòng, chống …"
_IN_ROW = re.compile(r"\bluat\s*:\s*$|\bluat\b[^.;:]{3,60}(?:,|\bva)\s*$")  # "một số luật: Luật …, Luật kinh tế số"
_PASSES = re.compile(r"\bthong\s+qua\s+$")  # "Sáng 27/11, Quốc hội đã thông qua Luật …"
_PASSED = re.compile(  # "Quốc hội đã biểu quyết thông qua Luật … (sửa đổi)", not "trình Quốc hội thông qua"
    r"(?:\b(?:da|vua|chinh\s+thuc)|(?<!trinh )(?<!de )(?<!kien )(?<!nghi )(?<!toi )\bquoc\s+hoi(?:\s+khoa\s+\w+)?)"
    r"(?:\s+(?:chinh\s+thuc|bieu\s+quyet))*\s+thong\s+qua\s+(?:du\s+an\s+)?$"
)
_LONGEST = 120
_A_VERB = 2  # words


@cache
def _listed() -> dict[str, str]:
    """The names of the table by the keys of their spellings, in full and with abbreviations ("… văn bản QPPL")."""
    found = {key(name): name for name in tables.printed("law_names")}
    for row in registry.load().abbreviations:
        for name in tables.printed("law_names"):
            if f" {row.long}" in name:
                found.setdefault(key(name.replace(row.long, row.short)), name)
    return found


@cache
def _spellings() -> frozenset[str]:
    """The accented spellings of the listed names; an abbreviation has none to compare."""
    return frozenset(_spelled(name) for name in tables.printed("law_names"))


def _spelled(name: str) -> str:
    """A name with its accents, wherever in a syllable the tone mark stands: "luật gia" is not "Luật Giá"."""
    words = unicodedata.normalize("NFD", name.lower().replace("đ", "d-")).split()
    return " ".join("".join(sorted(word, key=lambda char: unicodedata.combining(char) > 0)) for word in words)


@cache
def _names() -> AhoCorasick:
    return AhoCorasick(sorted({*tables.phrases("law_names"), *_listed()}), matchkind=MatchKind.LeftmostLongest)


def read(reading: Reading, unit: Unit, start: int, end: int, head: str) -> Iterator[Cited]:
    """The law, code or ordinance whose kind is named at `start`–`end`; nothing where no name follows."""
    text, folded = reading.source.text, reading.folded
    floor = max(unit.start, start - 16)
    if _NO_LAW_BEFORE.search(folded, floor, start):
        return
    if not text[start].isupper() and _SEVERAL.search(text, folded, floor, start, accented=unit.accented):
        return
    if head == "hien phap":
        if text[start].isupper():
            state = _OF_STATE.match(folded, end, unit.end)
            yield _law(reading, unit, start, state.end() if state else end, "Hiến pháp", head)
        return
    amending = _AMENDING.match(folded, end, unit.end)
    if amending and amending.group().strip() and _LAW_AFTER.match(folded, amending.end(), unit.end):
        stop = _amended(reading, unit, amending.end())
        rest = titles.clean(text[end:stop])
        cited = _law(reading, unit, start, stop, f"{_word(head)} {rest[:1].lower()}{rest[1:]}", head)
        cited.subject = (end, stop)
        yield cited
        return
    named = _name_end(reading, unit, start, end)
    if named is None:
        return
    stop = named
    printed = spell_out(titles.clean(text[end:stop]), {})
    name = _listed().get(key(printed), printed)
    revised = _REVISED.match(folded, stop, unit.end)
    if revised and (revised.group().strip().startswith("(") or statuses.drafted(reading, unit, start)):
        stop = revised.end()
        name += " (sửa đổi)"
    cited = _law(reading, unit, start, stop, f"{_word(head)} {name[:1].upper()}{name[1:]}", head)
    if name.endswith("(sửa đổi)"):
        cited.status = "issued" if _PASSED.search(folded, max(unit.start, start - 60), start) else "draft"
    yield cited


_LAW_AFTER = re.compile(r"(?:luat|bo\s+luat|phap\s+lenh)\b")


def _word(head: str) -> str:
    return {"luat": "Luật", "bo luat": "Bộ luật", "phap lenh": "Pháp lệnh"}[head]


def _amended(reading: Reading, unit: Unit, start: int) -> int:
    """Where the name of a law that amends others ends: after the last law named in a row."""
    folded = reading.folded
    stop = start
    while True:
        head = _LAW_AFTER.match(folded, stop, unit.end)
        if not head:
            return stop
        end = _name_end(reading, unit, head.start(), head.end())
        if end is None:
            return head.end()
        stop = end
        joint = re.compile(r"\s*(?:,|va|;)\s*(?=(?:luat|bo\s+luat)\b)").match(folded, stop, unit.end)
        if not joint:
            return stop
        stop = joint.end()


def _name_end(reading: Reading, unit: Unit, start: int, end: int) -> int | None:
    """Where the name after "Luật" ends: a listed name, else a capital name up to the first stop; None where none is."""
    text, folded = reading.source.text, reading.folded
    begin = end
    while begin < unit.end and folded[begin].isspace():
        begin += 1
    if begin == end or begin >= unit.end:
        return None
    window = folded[begin : min(unit.end, begin + _LONGEST)].replace("\n", " ")
    for _, first, last in _names().find_matches_as_indexes(window):
        if first > 0:
            break
        printed = text[begin : begin + int(last)]
        spelled = _spelled(spell_out(printed, {}))
        if folded.startswith("phap lenh", start) and text[begin + int(last) : begin + int(last) + 2].strip().islower():
            break  # "Pháp lệnh Lưu trữ quốc gia": the names are those of laws
        if not window[last : last + 1].isalnum() and (not unit.accented or spelled in _spellings()):
            return begin + int(last)
    if _NO_LAW_AFTER.match(folded, end, unit.end):
        return None
    about = re.compile(r"ve\s+").match(folded, begin, unit.end)
    if about and text[start].isupper() and text[about.end()].isupper():
        begin = about.end()  # foreign laws: "Luật về Chữ ký số năm 2000"
    if not text[begin].isupper() and not (text[start].isupper() and _IN_ROW.search(folded, unit.start, start)):
        return None  # "luật chơi", "Luật thuộc phạm vi …"
    stop = titles.end(text, folded, begin, min(unit.end, begin + _LONGEST), accented=unit.accented)
    prevents = _PREVENTS.match(folded, begin, stop)
    inner = _stopped(reading, unit, prevents.end() if prevents else begin, stop)
    one_verb = folded[slice(*inner)] == "va" and len(folded[begin : inner[0]].split()) <= _A_VERB
    if one_verb and text[inner[1] + 1].islower():
        inner = _stopped(reading, unit, inner[1], stop)  # one verb more: "Luật Quản lý và sử dụng …"
    stop = inner[0]
    while stop > begin and folded[stop - 1].isspace():
        stop -= 1
    return stop if stop - begin > 2 else None


def _stopped(reading: Reading, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The first word or mark in a stretch that stands in no law's name; its end where there is none."""
    found = _STOP.search(reading.source.text, reading.folded, start, end, accented=unit.accented)
    return (start + found.start(), start + found.end()) if found else (end, end)


def _law(reading: Reading, unit: Unit, start: int, stop: int, name: str, head: str) -> Cited:
    after = citations.tail(reading, stop, unit.end)
    status = statuses.status_of_law(reading, unit, start, stop)
    if after.year and not statuses.drafted(reading, unit, start):
        status = "issued"  # "soạn thảo Luật An ninh mạng, hợp nhất Luật An toàn thông tin mạng năm 2015 và …"
    passed = _PASSES.search(reading.folded, max(unit.start, start - 16), start)
    date = after.date or (citations.before(reading, start, unit.start)[0] if passed else None)
    return Cited(start, after.end, unit, HEADS[head], name=name, year=after.year, date=date, status=status)
