"""What looks like a date or a time in a text: each a part, before it joins its neighbours and gets its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.reading import Reference
from loaders.tables import spellings, values
from loaders.times import dating, spans
from loaders.times.part import SHIFT, Part, lead, relative
from loaders.words.flat import Flat
from loaders.words.keyed import Keyed

_Y = r"(?:19|20)\d\d"
_END = r"(?!\d| ?/ ?[a-z]| ?- ?[a-z]{2}|[.,]\d)"
# What a time may be whose first character is a digit; each form's name says what its numbers are, in their order.
_DIGITS = re.compile(
    r"(?P<every>\d{1,2} (?:thang|nam|tuan|quy) ?(?:/ ?|mot |moi )lan\b"
    r"|(?<!qua )(?<!toi da )\d{1,2} lan ?(?:/ ?|moi |trong |mot )(?:nam|quy|thang|tuan)\b)"
    rf"|(?P<day_month_year>\d{{1,2}} ?(?P<by>[/.-]) ?\d{{1,2}} ?(?P=by) ?{_Y}{_END})"
    rf"|(?P<year_month_day>{_Y}-[01]\d-[0-3]\d{_END})"
    rf"|(?P<worded_day>\d{{1,2}} thang \d{{1,2}}(?:(?: ?, ?nam | nam | ?[/-] ?){_Y})?{_END})"
    rf"|(?P<months>\d{{1,2}} thang(?: (?:dau|cuoi))? nam(?: {_Y}{_END})?)"
    r"|(?P<months_again>\d{1,2} thang\b)"
    rf"|(?P<month_year>\d{{1,2}}(?: ?[/-] ?|\.| nam ){_Y}{_END})"
    r"|(?P<day_month>\d{1,2} ?[/-] ?\d{1,2}(?!\d| ?[/.-] ?\d|[,.]\d| ?/ ?[a-z]))"
    r"|(?P<dotted_day>\d{1,2}\.\d{1,2}(?!\d|[.,]\d|%| ?/ ?[a-z]| (?:%|ty|trieu|nghin|diem|phan tram)\b))"
    rf"|(?P<years>{_Y} ?- ?(?:{_Y}|\d\d){_END})"
    rf"|(?P<year>{_Y}{_END})"
    r"|(?P<small>\d{1,2}(?!\d|[%/]|[.,]\d))"
)
_DIGIT = re.compile(r"\d+")
_QUARTER = re.compile(
    r"qu[yi] ?(?:(?:iv|i{1,3})(?: ?[-\u2013] ?|, ?|,? (?:va|den) )(?=i))*"  # "quý II - IV/2027": up to the last
    rf"(?P<q>iv|i{{1,3}}|0?[1-4])\b(?!\.\d)(?:(?: ?[/-] ?|,? (?:cua )?nam )(?P<y>{_Y}){_END})?"
)
_SHORT_QUARTER = re.compile(rf"q(?P<q>[1-4]) ?[/.-]? ?(?P<y>{_Y}){_END}")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DATE_CUES = {"ngay", "sang", "trua", "chieu", "toi", "dem", "hom", "truoc", "nay", "nhat"}
_WHO_FOLLOWS = re.compile(r" (?:cac|nhung|moi|tat ca|toan) ")  # "từ 1/7 các tổ chức tín dụng phải …"
_RISES = re.compile(r"\b(?:tang|giam|nang|rut|ha) tu \Z")  # "tăng từ 1/3 các xã"
_DOTTED_CUES = {"ngay", "sang", "trua", "chieu", "hom", "truoc"}  # "sáng 15.11", not "tăng tới 5.12 lần"
_YEAR_CUES = {"nam", "doan", "ky", "nhin", "do", "hoc", "het", "cuoi", "dau", "giua"}
_FOLLOWS = re.compile(  # what follows a year that stands without the word "năm"
    r" ?(?:[,;:.)\]\"'…!?-]|\n|\Z)| (?:va|den|toi|la|dat|voi|cua|tai|thi|se|da|co|duoc|theo|tro|vuot|tang|giam|len|"
    r"chiem|ve|cho|khi|trong|cung|chi|uoc|hoac|tam nhin|dinh huong|phai|can|o|do|nham|de|deu|van|lan luot|tinh)\b"
)
_OF_INDEX = re.compile(r"\b(?:chi so [a-z]{3,6}|sipas|pci|papi|par index|dti|egdi|ict index|gii)\)? \Z")  # "PCI 2024"
_NOT_NOW = (" trang", " dai", " truong", " vat", " dien", " huu", " hanh", " thuc")  # "hiện trạng", "hiện đại"
_SPENT = ("chi ", "kinh phí ", "ngân sách ", "dự toán ", "nguồn ", "vốn ", "kinh phi ", "ngan sach ", "du toan ")
_YEAR_AFTER = re.compile(r" (?:(?:19|20)\d\d|hoc|dau|thu)\b")  # "ngay trong năm đầu tiên"
_OF_ANOTHER_YEAR = re.compile(r" (?P<which>nay|ngoai|truoc|sau|toi)\b")
_OF_A_YEAR = re.compile(r" (?:nay|ngoai)\b")  # "9 tháng năm nay"
_YEAR_OF_MONTH = re.compile(r" (?:nam )?(?P<which>(?<=nam )(?:nay|ngoai|truoc|sau|toi)|sang nam)\b")
_DUE = Keyed(  # what leads up to a day by which something is due: "hạn 15/8", "hạn chót là 15/8"
    r"\b(?:thoi han|han|moc(?: thoi gian)?)(?: chot| cuoi| cuoi cung| hoan thanh| dinh)?(?: la| den)?:? \Z"
    r"|\b(?:han|moc) [^.;:\n]{3,110} la \Z|\bkhong (?:muon|cham|tre) hon(?: la)?(?: ngay)? \Z",
    "han|moc|hon",
)
_UP_TO_NOW = ("nay, ", "nay ", "hien ", "hien co ", "da co ")
_COUNTED = re.compile(r" (?:bo|nganh|tinh|dia phuong|xa|co so|nhiem vu|chi tieu|dich vu|don vi|huyen|so|thu tuc)\b")
_DURATION = ("hon ", "vong ", "moi ", "han ", "tren ", "khoang ", "gan ")


def parts(flat: Flat, accented: Sequence[bool], today: Reference) -> list[Part]:
    """The times of a flat text in their order, not overlapping; `accented` tells of each line whether it is."""
    candidates = [
        *_numeric(flat, accented),
        *_quarters(flat, accented),
        *spans.in_words(flat, accented),
        *spans.past(flat, today),
        *spans.every(flat, accented),
        *_worded(flat, accented, today),
    ]
    found: list[Part] = []
    reach = 0
    for part in sorted(candidates, key=lambda part: (part.core, -part.end)):
        if part.core >= reach:
            found.append(part if part.start >= reach else replace(part, start=part.core))
            reach = part.end
    return found


def _numeric(flat: Flat, accented: Sequence[bool]) -> Iterator[Part]:
    folded = flat.folded
    reach = 0
    said: dict[int, int | None] = {}  # after "10 tháng đầu năm 2025" a bare "10 tháng" means these
    for digits in flat.digits:
        at = digits.start()
        before = folded[at - 1] if at else " "
        short = before == "t" and not folded[at - 2 : at - 1].isalnum()  # "T1/2026"
        if at < reach or (before.isalnum() and not short) or (before in "/.,-" and folded[at - 2 : at - 1].isalnum()):
            continue
        match = _DIGITS.match(folded, at)
        if match is None or (short and match.lastgroup != "month_year"):
            continue
        start, word = (at - 1, "thang") if short else lead(flat, at, accented)
        part = _read(match, folded, Part(start, at, match.end()), word, said)
        if part is not None:
            yield part
            reach = part.end


def _read(match: re.Match[str], folded: str, part: Part, word: str, said: dict[int, int | None]) -> Part | None:
    """The time that the digits and the word before them make; None where they are no time."""
    numbers = [int(number) for number in _DIGIT.findall(match[0])]
    following = _FOLLOWS.match(folded, match.end()) is not None
    match match.lastgroup:
        case "every":
            return replace(part, recurs=True)
        case "day_month_year":
            return _day(part, *numbers)
        case "year_month_day":
            return _day(part, *reversed(numbers))
        case "worded_day" if folded.endswith("tuan thu ", 0, match.start()):
            return None  # "tuần thứ 2 tháng 9"
        case "worded_day":
            return _day(part, *numbers) if word == "ngay" or len(numbers) == 3 else None
        case "months":
            return _months_of_year(match[0], folded, part, numbers, said)
        case "months_again":
            if word != "ngay" and folded.endswith(("dinh ky ", "dinh ki "), 0, part.start):
                return replace(part, recurs=True)
            if numbers[0] not in said or word in ("sau", "trong") or folded.endswith(_DURATION, 0, part.start):
                return None
            return replace(part, span=spans.span(numbers[0]), year=said[numbers[0]])
        case "month_year":
            bare = not ("." in match[0] or " nam " in match[0] or folded.endswith("so ", 0, part.start))
            named = word == "thang" or bare
            return replace(part, month=numbers[0], year=numbers[1]) if named and 1 <= numbers[0] <= 12 else None
        case "day_month":
            if (
                numbers[0] <= numbers[1]
                and folded.endswith(_UP_TO_NOW, 0, part.core)
                and _COUNTED.match(folded, part.end)
            ):
                return None  # "đến nay, 09/12 cơ sở dữ liệu"
            found = _day(part, *numbers)
            dated = word in _DATE_CUES or (word in ("den", "tu", "vao") and following)
            rises = word == "tu" and _RISES.search(folded, max(0, part.core - 12), part.core)
            dated = dated or (word == "tu" and not rises and _WHO_FOLLOWS.match(folded, part.end) is not None)
            dated = dated or _DUE.search(folded, max(0, part.core - 120), part.core) is not None
            return _of_year(replace(found, alone=dated), folded) if found else None
        case "dotted_day":
            led = word in _DOTTED_CUES or folded.endswith(("cham nhat ", "muon nhat "), 0, part.core)
            found = _day(part, *numbers) if led else None
            return _of_year(found, folded) if found else None
        case "years":
            first, last = numbers
            last += first // 100 * 100 if last < 100 else 0
            return replace(part, year=last, first=first) if first < last <= first + 60 else None
        case "year":
            told = word in _YEAR_CUES or following or _OF_INDEX.search(folded, max(0, part.core - 20), part.core)
            return replace(part, year=numbers[0]) if told else None
        case "small" if word == "thang" and 1 <= numbers[0] <= 12:
            return _of_year(replace(part, month=numbers[0]), folded)
        case "small" if word == "ngay" and 1 <= numbers[0] <= 31:
            return replace(part, day=numbers[0], alone=False)
    return None


def _day(part: Part, day: int, month: int, year: int | None = None) -> Part | None:
    return replace(part, day=day, month=month, year=year) if dating.valid_day(year or 2024, month, day) else None


def _months_of_year(
    printed: str, folded: str, part: Part, numbers: list[int], said: dict[int, int | None]
) -> Part | None:
    count, year = numbers[0], numbers[1] if len(numbers) == 2 else None
    side = next((word for word in ("dau", "cuoi") if f" {word} " in printed), None)
    now = side or year or _OF_A_YEAR.match(folded, part.end)
    if not 1 <= count <= 12 or not now:
        return None
    if side != "cuoi":
        said[count] = year
    return relative(replace(part, span=spans.span(count, last=side == "cuoi"), year=year), folded)


def _quarters(flat: Flat, accented: Sequence[bool]) -> Iterator[Part]:
    folded = flat.folded
    found = [*_QUARTER.finditer(folded), *(_SHORT_QUARTER.finditer(folded) if "q" in folded else ())]
    for match in found:
        at = match.start()
        if folded[at - 1 : at].isalnum():
            continue
        named = match.re is _QUARTER
        if named and accented[flat.line(at)] and flat.text[at : at + 3].lower() not in ("quý", "quí", "qúy"):
            continue
        number, year = match["q"], match["y"]
        start, _ = lead(flat, at, accented)
        quarter = f"Q{_ROMAN.get(number) or int(number)}"
        yield relative(Part(start, at, match.end(), year=int(year) if year else None, span=quarter), flat.folded)


def _of_year(part: Part, folded: str) -> Part:
    """A month or day with the year that follows it in words: "tháng 8 năm sau"."""
    after = _YEAR_OF_MONTH.match(folded, part.end)
    return replace(part, end=after.end(), shift=SHIFT[after["which"]], said=True) if after else part


@cache
def _words() -> AhoCorasick:
    return AhoCorasick(list(values("times")), matchkind=MatchKind.LeftmostLongest)


def _worded(flat: Flat, accented: Sequence[bool], today: Reference) -> Iterator[Part]:
    folded, means, spelled = flat.folded, values("times"), spellings("times")
    for _, at, end in _words().find_matches_as_indexes(folded):
        if folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum():
            continue
        phrase = folded[at:end]
        if phrase.endswith(" nam") and _YEAR_AFTER.match(folded, end):
            continue
        if accented[flat.line(at)] and flat.text[at:end].lower() not in spelled[phrase]:
            continue
        if phrase == "hien" and folded.startswith(_NOT_NOW, end):
            continue
        if phrase == "thuong xuyen" and flat.text[max(0, at - 12) : at].lower().endswith(_SPENT):
            continue
        if phrase == "hien" and not (folded[at - 2 : at] in ("", ", ", "; ") or folded[at - 1 : at] in ("\n", '"')):
            continue
        kind, _, by = means[phrase].partition(" ")
        start = at if kind in ("recurs", "now") else lead(flat, at, accented)[0]
        another = _OF_ANOTHER_YEAR.match(folded, end) if kind == "year" and phrase.endswith(" nam") else None
        if another and phrase == "sang nam":  # "kéo sang năm tới"
            start, at, by = at + len("sang "), at + len("sang "), "0"
        if another:  # "cuối năm ngoái"
            end, by = another.end(), str(int(by or 0) + SHIFT[another["which"]])
        part = Part(start, at, end, recurs=kind == "recurs", resolved=kind != "recurs")
        yield replace(part, value=_meaning(kind, int(by or 0), today))


def _meaning(kind: str, by: int, today: Reference) -> str | None:
    match kind:
        case "now":
            return dating.now(today)
        case "year":
            return str(today.year + by) if today.year else None
        case "quarter":
            return dating.shifted_quarter(today, by)
        case "month":
            return dating.shifted_month(today, by)
        case "day":
            return dating.shifted_day(today, by)
    return None
