"""What a number measures: the phrase before or after it that names the indicator, and how the two are linked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.folding import fold
from loaders import wording
from loaders.abbreviations import spell_out
from loaders.reading import Number, Period, Reading, Unit

_STRONG = re.compile(r"[;!?:]|\)(?=\s*[,;.])|(?:…|\.{3})(?=\s*\Z)|(?<!\.)\.(?=\s)")
_CONJUNCTION = re.compile(r",(?!\d)|\bva\b")
_ENUMERATED = re.compile(r"\s*(?:[-+*•]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-z]{1,2}[.)])\s+")
_DASH = re.compile(r"\s-\s")
_COMPOUND = re.compile(r"(?:kinh te|chinh tri|van hoa|khoa hoc|to chuc|cong nghe|truyen thong|nguoi)\s*\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """A number with the stretches before and after it that belong to it, and the bracket that it stands in."""

    number: Number
    left: tuple[int, int]
    right: tuple[int, int]
    bracket: int | None = None  # where its "(" stands
    outer: tuple[int, int] | None = None  # of the first number of a bracket: what stands before the bracket


@dataclass(frozen=True, slots=True)
class Link:
    """How a number is linked to what stands before it: a kind of link_words.txt, and where the linking words begin."""

    kind: str  # "" where there is none
    start: int
    verb: int  # where the linking phrase itself begins, after its adverbs


def body(reading: Reading, unit: Unit) -> int:
    """Where the text of a unit begins, past the number or dash of a list item."""
    match = _ENUMERATED.match(reading.folded, unit.start, unit.end)
    return match.end() if match else unit.start


def clauses(reading: Reading, unit: Unit, numbers: Sequence[Number]) -> list[Clause]:
    """The numbers of a unit, each with its own stretch of it."""
    folded = reading.folded
    found: list[Clause] = []
    start = body(reading, unit)
    for number in numbers:
        previous = found[-1] if found else None
        since = _past_time(reading, previous.number.end) if previous else start
        opening = folded.rfind("(", since, number.start)
        outer = None
        if opening >= 0 and folded.find(")", opening, number.start) < 0:
            stop = _boundary(reading, unit, previous, _closed(folded, previous, since, opening), opening)
            left, outer = (opening + 1, number.start), (stop, opening)
            bracket: int | None = opening
        else:
            inside = previous is not None and previous.bracket is not None and folded.find(")", since, number.start) < 0
            bracket = previous.bracket if previous and inside else None
            begin = _past_time(reading, since) if inside else _closed(folded, previous, since, number.start)
            stop = _boundary(reading, unit, previous, begin, number.start)
            left = (stop, number.start)
        if previous is not None:
            reach = opening if outer and stop <= since else stop
            found[-1] = replace(previous, right=(previous.number.end, max(previous.number.end, reach)))
        found.append(Clause(number, left, (number.end, unit.end), bracket, outer))
    return [_ended(reading, unit, clause) for clause in found]


def _closed(folded: str, previous: Clause | None, since: int, end: int) -> int:
    """Past the bracket that the number before stands in."""
    if previous is None or previous.bracket is None:
        return since
    return folded.find(")", since, end) + 1 or since


def _past_time(reading: Reading, at: int) -> int:
    """Past the time that stands right after a number, which is that number's: "27% năm 2019 lên 100%"."""
    index = bisect_left(reading.periods, at, key=lambda period: period.start)
    if index < len(reading.periods) and not reading.folded[at : reading.periods[index].start].strip():
        return reading.periods[index].end
    return at


def _ended(reading: Reading, unit: Unit, clause: Clause) -> Clause:
    """The clause with its right stretch cut where what is measured ends."""
    folded = reading.folded
    start, end = clause.right
    if clause.bracket is not None:
        close = folded.find(")", start, end)
        end = close if close >= 0 else end
    for match in _STRONG.finditer(folded, start, end):
        if match[0] != ")" or folded.count("(", start, match.start()) == folded.count(")", start, match.start()):
            end = match.start()
            break
    for match in _DASH.finditer(folded, start, end):
        if not _COMPOUND.search(folded, start, match.start()):
            end = match.start()
            break
    for begin, _, _ in wording.occurrences("phrase_ends", reading, unit, start, end):
        end = begin
        break
    opened = folded.find("(", start, end)
    if opened >= 0 and folded.find(")", opened, end) < 0:
        end = opened
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in ',.;:"'):
        end -= 1
    return replace(clause, right=(start, end))


def _boundary(reading: Reading, unit: Unit, previous: Clause | None, since: int, end: int) -> int:
    """Where, between the number before (or the unit's start) and this one, the stretch of this one begins."""
    folded = reading.folded
    begin = since
    for match in _STRONG.finditer(folded, since, end):
        if match[0] == ":" and not folded[match.end() : end].strip():
            continue
        if match[0] == "." and folded[match.start() - 1].isdigit() and folded[match.end() :][:1].isdigit():
            continue
        begin = match.end()
    if begin > since or previous is None:
        return begin
    joints = [match.start() for match in _CONJUNCTION.finditer(folded, since, end)]
    if not joints:
        return since
    if link(reading, unit, since, end).kind in ("", "have"):
        return joints[-1]
    heads = [start for start, _, _ in wording.occurrences("indicator_heads", reading, unit, since, end)]
    if heads:
        return max((joint for joint in joints if joint < heads[0]), default=joints[0])
    return joints[0]


def link(reading: Reading, unit: Unit, start: int, end: int) -> Link:
    """The link that ends a stretch: "đã đạt", "hiện chiếm", "tăng từ", ":"."""
    folded = reading.folded
    end = start + len(folded[start:end].rstrip())
    if end > start and folded[end - 1] == ":":
        return Link("equal", end - 1, end - 1)
    after = _past_adverbs(reading, unit, start, end)
    kind, verb = _longest(reading, unit, start, after)
    if not kind:
        return Link("", end, end)
    return Link(kind, _past_adverbs(reading, unit, start, verb), verb)


def _longest(reading: Reading, unit: Unit, start: int, end: int) -> tuple[str, int]:
    """The longest linking phrase that ends at `end`, by its kind and beginning."""
    words = wording.last_words(reading.folded, start, end, 3)
    for begin, _ in words:
        kind = wording.at("link_words", reading, unit, begin, words[-1][1])
        if kind and kind != "adverb":
            return kind, begin
    return "", end


def _past_adverbs(reading: Reading, unit: Unit, start: int, end: int) -> int:
    """Where the adverbs begin that end at `end`."""
    while words := wording.last_words(reading.folded, start, end, 2):
        stop = words[-1][1]
        begins = (begin for begin, _ in words if wording.at("link_words", reading, unit, begin, stop) == "adverb")
        begin = next(begins, None)
        if begin is None:
            break
        end = begin
    return end


def subject(reading: Reading, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The noun phrase that a stretch ends in: what the clause is about, without what leads up to it."""
    folded = reading.folded
    for _, stop, _ in wording.occurrences("clause_openers", reading, unit, start, end):
        start = stop
    for begin, stop, _ in wording.occurrences("says", reading, unit, start, end):
        if _QUOTES.match(folded, stop, end) or " ".join(folded[begin:stop].split()) in _SAYS_PLAINLY:
            start = stop
    heads = wording.occurrences("indicator_heads", reading, unit, start, end)
    head = next((begin for begin, _, _ in heads if not _GOVERNED.search(folded, start, begin)), None)
    start = _past_adverbial(reading, start, end) if head is None else head
    start, end = _trimmed(reading, start, end)
    return (end, end) if _NO_SUBJECT.match(folded, start, end) else (start, end)


_QUOTES = re.compile(r"\s*(?:[:,]|rang\b)")
_SAYS_PLAINLY = frozenset(  # what is said follows at once; the other verbs of speech have an object too
    (
        "cho biet",
        "cho biet them",
        "cho hay",
        "cho rang",
        "nhan manh",
        "khang dinh",
        "neu ro",
        "nhan dinh",
        "chi ro",
        "chi ra",
        "noi",
        "nhan xet",
        "uoc tinh",
        "cong bo",
    )
)
_GOVERNED = re.compile(r"\b(?:cua|tren|trong|ve|theo|so voi|va|voi|,|cac|moi|tu)\s*\Z")
_ADVERBIAL = re.compile(
    r"\s*(?:theo|trong|tai|voi|ve|den|tinh den|tu|nam|hien|nho|do|truoc|sau|qua|ben canh|ngoai|cung|nhu vay|rieng|con|"
    r"o|va|ma|dong thoi|them|moi|nhan|de|khi|bang|thong qua|dang|da|luy ke|neu tinh|dac biet|"
    r"ngoai ra|cu the)\b"
)
_FINITE = re.compile(r"\b(?:da|dang|se|duoc|la|dat|co|dien ra|cho|cua minh)\b")


_NO_SUBJECT = re.compile(r"(?:duoc|bi)\b")


def _past_adverbial(reading: Reading, start: int, end: int) -> int:
    """Where the subject begins after adverbials and clauses that a comma closes, and after a time."""
    folded = reading.folded
    comma = folded.find(",", start, end)
    while comma >= 0:
        piece = folded[start:comma]
        if _ADVERBIAL.match(piece) or _FINITE.search(piece) or not piece.strip():
            start = comma + 1
        comma = folded.find(",", comma + 1, end)
    moved = True
    while moved:
        moved = False
        while start < end and (folded[start].isspace() or folded[start] in ',:;"-)'):
            start += 1
        for period in periods_in(reading, start, end):
            if period.start <= start + 1:
                start, moved = period.end, True
                break
    return start


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    folded = reading.folded
    moved = True
    while moved:
        moved = False
        while start < end and (folded[start].isspace() or folded[start] in ',:;"-).…'):
            start += 1
        while end > start and (folded[end - 1].isspace() or folded[end - 1] in ',:;"-(….'):
            end -= 1
        for period in reversed(periods_in(reading, start, end)):
            if period.end >= end:
                end, moved = period.start, True
                break
        lead = _LOOSE.match(folded, start, end)
        if lead:
            start, moved = lead.end(), True
    return start, end


_LOOSE = re.compile(
    r"(?:so voi|va|ma|thi|nhung|co|co the|tu do|trong do|do|da|dang|se|can|phai|ca|khoang|them)(?:\s+|\Z)"
)


_AT_EDGE = re.compile(r"(?:vao|trong|den|tinh|toi|cuoi|het|luy|giai|tu|ke|truoc|hang|moi)\b")


def without_times(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The stretch without a time that begins it, or that ends it with a preposition ("… vào năm 2025")."""
    for period in periods_in(reading, start, end):
        if not reading.folded[start : period.start].strip(" ,:"):
            start = period.end
        elif not reading.folded[period.end : end].strip(" ,.") and _AT_EDGE.match(reading.folded, period.start):
            end = period.start
    return start, end


def periods_in(reading: Reading, start: int, end: int) -> list[Period]:
    """The times that stand within a stretch."""
    first = bisect_left(reading.periods, start, key=lambda period: period.start)
    found = []
    for period in reading.periods[first:]:
        if period.start >= end:
            break
        if period.end <= end:
            found.append(period)
    return found


_ABBREVIATION = re.compile(r"\s*\(\s*[A-ZĐ][A-ZĐa-z&/ -]{0,11}\)")
_EDGES = " \t\n,;:.\"'“”‘’()-…"
_SHORT = re.compile(r"(?<![\w/&-])[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ&]+(?![\w/&])")


def name(reading: Reading, start: int, end: int, short: Mapping[str, str]) -> str:
    """A stretch as part of an indicator's name: Vietnamese abbreviations in full, no time at its edges, single spaces.

    Abbreviations of foreign words are left: "nền tảng LGSP", "GRDP".
    """
    start, end = without_times(reading, start, end)
    printed = _ABBREVIATION.sub(" ", reading.source.text[start:end])

    def spelled(match: re.Match[str]) -> str:
        long = spell_out(match[0], short)
        initials = fold("".join(word[0] for word in re.findall(r"\w+", long)))
        return long if long[:1].islower() and set(fold(match[0])) <= set(initials) | {"&"} else match[0]

    return _SHORT.sub(spelled, " ".join(printed.split())).strip(_EDGES)
