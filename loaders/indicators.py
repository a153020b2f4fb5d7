"""The phrase that names an indicator: the noun phrase that a clause is about, cut out of what surrounds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from kg.folding import fold
from loaders import wording
from loaders.abbreviations import spell_out
from loaders.reading import Period, Reading, Unit

_QUOTES = re.compile(r"\s*(?:[:,]|rang\b)")
_GOVERNED = re.compile(r"(?:\b(?:cua|tren|trong|ve|theo|so voi|va|voi|cac|moi|tu)|,)\s*\Z")
_NO_SUBJECT = re.compile(r"(?:duoc|bi)\b")
_OPEN = ' \t\n,:;"-).…'
_CLOSE = ' \t\n,:;"-(.…'
_AT_EDGE = re.compile(r"(?:vao|trong|den|tinh|toi|cuoi|het|luy|giai|tu|ke|truoc|hang|moi)\b")
_ABBREVIATION = re.compile(r"\s*\(\s*[A-ZĐ][A-ZĐa-z&/ -]{0,11}\)")
_EDGES = " \t\n,;:.\"'“”‘’()-…"
_LOOSE_END = re.compile(r"(?:\s+(?:tại|ở|của|cho|với|và|trong|từ|là|do|đã|được|vào|đến|về|tai|cua|voi|va|tu|la))+$")
_SHORT = re.compile(r"(?<![\w/&-])[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ&]+(?![\w/&])")


def subject(reading: Reading, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The noun phrase that a stretch ends in: what the clause is about, without what leads up to it.

    An empty stretch where there is none.
    """
    for _, stop, _ in wording.occurrences("clause_openers", reading, unit, start, end):
        start = stop
    for _, stop, _ in wording.occurrences("says_plainly", reading, unit, start, end):
        start = stop
    for _, stop, _ in wording.occurrences("says", reading, unit, start, end):
        start = stop if _QUOTES.match(reading.folded, stop, end) else start
    heads = wording.occurrences("indicator_heads", reading, unit, start, end)
    head = next((begin for begin, _, _ in heads if not _GOVERNED.search(reading.folded, start, begin)), None)
    start = _past_adverbials(reading, unit, start, end) if head is None else head
    start, end = _trimmed(reading, unit, start, end)
    return (end, end) if _NO_SUBJECT.match(reading.folded, start, end) else (start, end)


def _past_adverbials(reading: Reading, unit: Unit, start: int, end: int) -> int:
    """Past the adverbials and clauses before the subject, each closed by a comma."""
    comma = reading.folded.find(",", start, end)
    while comma >= 0:
        begin = content(reading, start, comma)
        if (
            begin == comma
            or wording.first("adverbials", reading, unit, begin, comma) is not None
            or any(wording.occurrences("finite_words", reading, unit, begin, comma))
        ):
            start = comma + 1
        comma = reading.folded.find(",", comma + 1, end)
    return start


def _trimmed(reading: Reading, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The stretch without times, marks and loose words at its edges."""
    folded = reading.folded
    before = None
    while before != (start, end) and start < end:
        before = start, end
        while start < end and folded[start] in _OPEN:
            start += 1
        while end > start and folded[end - 1] in _CLOSE:
            end -= 1
        for period in periods_in(reading, start, end):
            if period.start <= start + 1:
                start = max(start, period.end)
            elif period.end >= end:
                end = period.start
        start = wording.first("subject_leads", reading, unit, start, end) or start
    return min(start, end), end


def content(reading: Reading, start: int, end: int) -> int:
    """Where the words of a stretch begin."""
    while start < end and reading.folded[start] in _OPEN:
        start += 1
    return start


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
    index = bisect_left(reading.periods, start, key=lambda period: period.start)
    found = []
    while index < len(reading.periods) and reading.periods[index].start < end:
        if reading.periods[index].end <= end:
            found.append(reading.periods[index])
        index += 1
    return found


def name(reading: Reading, start: int, end: int, short: Mapping[str, str]) -> str:
    """A stretch as part of an indicator's name: Vietnamese abbreviations in full, no time at its edges, single spaces.

    Abbreviations of foreign words are left: "nền tảng LGSP", "GRDP".
    """
    start, end = without_times(reading, start, end)
    printed = _ABBREVIATION.sub(" ", reading.source.text[start:end])

    def spelled(match: re.Match[str]) -> str:
        long = spell_out(match[0], short)
        initials = {fold(word[0]) for word in re.findall(r"\w+", long)}
        return long if long[:1].islower() and set(fold(match[0])) <= initials | {"&"} else match[0]

    return _LOOSE_END.sub("", _SHORT.sub(spelled, " ".join(printed.split())).strip(_EDGES))
