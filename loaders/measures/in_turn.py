"""Values that several have in turn: "A và B lần lượt đạt 14% và 18%", "năm 2022, 2023 lần lượt là 45% và 62%".

Each value gets its own place, body or indicator, or its own year, quarter or month; where the text names fewer or more
of these than values, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from kg.folding import fold
from loaders.measures.counting import counted
from loaders.measures.indicators import name, subject
from loaders.measures.ranks import topic_of
from loaders.measures.statements import Statement, joined, lowered, noun_start
from loaders.measures.stretches import body
from loaders.reading import Period
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_IN_TURN = Pattern(r"\b(?:lần lượt|tương ứng|theo thứ tự)\b(?!\s+(?:với|vào|là do))")
_WHERE_BEHIND = Pattern(r"(?:lần lượt|tương ứng)\s+(?P<where>(?:ở|tại|của|cho|với)\s)")
_NEXT = re.compile(r"\s*(?:,|,?\s*va|/)\s*(?:dat|la|chiem|thu|hang|muc|len)?\s*")
_LATER = re.compile(r"[\s,(]*\Z")
_CUT = re.compile(r",\s*(?:va\s+)?|\s+(?:va|cung)\s+|;\s*")
_MARK = re.compile(r"[;:]|\.\s")
_HEAD = Pattern(
    r".*\b(?:của|tại|ở|cho|giữa|trong|đối với|"
    r"(?:(?:hai|ba|bốn|các|2|3|4)\s+)?(?:cấp|khối|nhóm|ngành|vùng|mức độ|mức))\s+"
)
_WHOSE = re.compile(r"\s(?:của|tại|ở|trên|qua|cua|tai|o|tren)\s.*$")
_COUNTED = Pattern(r"\s*(?:hai|ba|bốn|năm|các|2|3|4|5)\s+(?:địa phương|tỉnh|thành phố|đơn vị|bộ|sở)\s+(?:là\s+)?")
_ALL = re.compile(r"\b(?:hai|ba|bốn|các|bon|cac) (cấp|khối|nhóm|ngành|vùng|mức|cap|khoi|nhom|nganh|vung|muc)$")
_SO = re.compile(r"\b(?:lần lượt|tương ứng|theo thứ tự|lan luot|tuong ung|theo thu tu)\b")
_ARE = Pattern(r"\s+(?:đều\s+)?là\s+(?:hai|ba|bốn|năm|những|các|2|3|4|5)\s")  # "A và B là hai tỉnh …, lần lượt …"
_ACTS = Pattern(r"\s+(?:đã|đang|sẽ|hiện)\s")
_MOST = Pattern(
    r"\b(?:có|về)\s+(?:(?:tỷ lệ|số lượng|lượng|tổng số|số)\s+)?(?P<noun>[^,;.]{2,60}?)"
    r"\s+(?:lớn|cao|nhiều|đông|thấp|ít)\s+nhất"
)
_ASPECT = re.compile(r"^(?:(?:đã|đang|sẽ|có|da|dang|se|co)\b\s*)+")
_NUMBER = re.compile(r"\d{1,4}|\b(?:iv|i{1,3})\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENDS = re.compile(
    r"(?:\s*,?\s*\b(?:theo sau|bam sat|bam duoi|xep sau|dung sau|tiep theo|ke tiep|ke do|"
    r"cung|deu|da|se|hien|uoc|du kien|dat|la|chiem|xep|dung|co|tang|giam|vi tri|thu|hang))+\s*,?\s*\Z"
)
_THESE = Pattern(
    r"\b(?:các|hai|ba|bốn)\s+(?:tỷ lệ|tỉ lệ|chỉ tiêu|con số|chỉ số|mức)\s+(?:này|đó|trên|ấy|tương ứng|nêu trên)\b"
)
_LONGEST = 12  # words of one of those named
_LEAST = 2
_BEFORE_TIME = 3  # words before the time that opens a sentence: "trong hai năm 2022 và 2023"


def apart(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
    """The statements of a unit, those with values given in turn each with its own bearer or time."""
    if len(sentence.numbers) < _LEAST or not found:
        return found
    told = _these(sentence, _filled(sentence, found))
    for first, last, at in _runs(sentence, told):
        run = told[first:last]
        times = _times(sentence, run, at)
        since = told[first - 1].number.end if first else body(sentence)
        named = _bearers(sentence, run, since, at) if not times or at < run[0].number.start else []
        if not named and not times and (behind := sentence.match(_WHERE_BEHIND, at, run[0].number.start)):
            named = _bearers(sentence, run, behind.start("where"), run[0].number.start)
        if named:
            run = _of_each(sentence, run, named, since, short)
        elif times:
            run = [replace(said, when=time) for said, time in zip(run, times, strict=True)]
            indicator = " ".join(_SO.sub(" ", run[0].indicator).split())
            run = [replace(said, indicator=indicator, base=indicator) for said in run]
        told[first:last] = _of_one_unit(run) if named or times else run
    return told


def _these(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements, those of "các tỷ lệ này" with the names of as many before: "… 80%, … 60%; … lần lượt 90% và 75%".

    Nothing is changed where fewer are named before.
    """
    told: list[Statement] = list(found)
    named: list[Statement] = []
    index = 0
    while index < len(told):
        stop = index + 1
        while stop < len(told) and _NEXT.fullmatch(sentence.folded, told[stop - 1].number.end, told[stop].number.start):
            stop += 1
        row, since = told[index:stop], told[index - 1].number.end if index else sentence.unit.start
        if sentence.search(_THESE, since, row[0].number.start) is None:
            named += row
        elif len(row) >= _LEAST and len(named) >= len(row):
            names = [one.indicator for one in named[-len(row) :]]
            told[index:stop] = [replace(one, indicator=of, base=of) for one, of in zip(row, names, strict=True)]
        index = stop
    return told


def _filled(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements with those of the numbers that stand in a row with one of them and name nothing themselves."""
    if sentence.search(_IN_TURN, sentence.unit.start, sentence.unit.end) is None:
        return list(found)
    told = list(found)
    for one, other in zip(reversed(sentence.numbers[:-1]), reversed(sentence.numbers[1:]), strict=True):
        places = {said.number.start: index for index, said in enumerate(told)}
        if other.start not in places or one.start in places:
            continue
        if _NEXT.fullmatch(sentence.folded, one.end, other.start) and sentence.search(
            _IN_TURN, sentence.unit.start, one.start
        ):
            said = told[places[other.start]]
            told.insert(places[other.start], replace(said, number=one, start=one.start))
    return told


def _runs(sentence: Sentence, found: list[Statement]) -> list[tuple[int, int, int]]:
    """The statements whose values stand in a row, first and last past, and where the text says that they are in turn.

    Places in a ranking that stand in a row are always so: "xếp thứ 3 và thứ 5".
    """
    runs: list[tuple[int, int, int]] = []
    first = 0
    for index in range(1, len(found) + 1):
        if index < len(found) and _NEXT.fullmatch(
            sentence.folded, found[index - 1].number.end, found[index].number.start
        ):
            continue
        if index - first >= _LEAST:
            at = _says_so(sentence, found[first:index], found[first - 1].number.end if first else sentence.unit.start)
            runs += [(first, index, at)] if at >= 0 else []
        first = index
    return runs


def _says_so(sentence: Sentence, run: list[Statement], since: int) -> int:
    start, end = run[0].number.start, run[-1].number.end
    before = sentence.search(_IN_TURN, since, start)
    if before and not _MARK.search(sentence.folded, before.end(), start):
        return before.start()
    after = sentence.search(_IN_TURN, end, sentence.unit.end)
    if after and _LATER.fullmatch(sentence.folded, end, after.start()):
        return after.start()
    return start if all(said.link.kind == "rank" or said.number.unit == "hạng" for said in run) else -1


# ── times ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _times(sentence: Sentence, run: list[Statement], at: int) -> list[Period]:
    """As many times as values, from before the values or from right after "lần lượt trong …"."""
    for period in sentence.periods:
        inside = any(one.start <= period.start < one.end for one in (*sentence.documents, *sentence.programmes))
        if not inside and (parts := _parts(sentence, period)) and len(parts) == len(run):
            return parts
    single = [p for p in sentence.periods if p.value and p.first is None]
    for index in range(len(single) - len(run) + 1):
        row = single[index : index + len(run)]
        gaps = pairwise(row)
        if all(_CUT.fullmatch(sentence.folded, one.end, other.start) for one, other in gaps):
            return row
    return []


def _parts(sentence: Sentence, period: Period) -> list[Period]:
    """Each of several years, quarters or months named together: "năm 2022, 2023", "quý I và quý II/2024"."""
    pieces = _CUT.split(sentence.folded[period.start : period.end])
    if period.value is None or len(pieces) < _LEAST:
        return []
    figures = [figure[0] for piece in pieces if (figure := _NUMBER.search(piece))]
    if len(figures) < len(pieces):
        return []
    if all(len(figure) == 4 for figure in figures):
        return [replace(period, value=figure, first=None) for figure in figures]
    year, _, part = period.value.partition("-")
    numbers = [_ROMAN.get(figure) or int(figure) for figure in figures]
    if part.startswith("Q") and max(numbers) <= 4:
        return [replace(period, value=f"{year}-Q{number}", first=None) for number in numbers]
    if len(part) == 2 and part.isdigit() and max(numbers) <= 12:
        return [replace(period, value=f"{year}-{number:02d}", first=None) for number in numbers]
    return []


# ── bearers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _bearers(sentence: Sentence, run: list[Statement], since: int, at: int) -> list[tuple[int, int]]:
    """Those that have the values, before "lần lượt" or the verb; as many as values, else none."""
    folded = sentence.folded
    end = min(at, run[0].link.start, run[0].number.start)
    begin = sentence.content(since, end)
    for mark in _MARK.finditer(folded, begin, end):
        begin = mark.end()
    opening = next(
        (p for p in sentence.times(begin, end) if len(folded[begin : p.start].split()) <= _BEFORE_TIME), None
    )
    begin = opening.end if opening else begin
    verb = _ENDS.search(folded, begin, end)
    end = verb.start() if verb else end
    told = sentence.search(_ARE, begin, end) or sentence.search(_ACTS, begin, end)
    end = told.start() if told else end
    joints = [
        joint
        for joint in _CUT.finditer(folded, begin, end)
        if joint.start() > begin
        and not any(named.start < joint.start() < named.end for named in (*sentence.agencies, *sentence.periods))
    ][-len(run) + 1 :]
    if len(joints) < len(run) - 1:
        return []
    starts = [begin, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), end]
    previous = [joint.end() for joint in _CUT.finditer(folded, begin, ends[0])]
    first = previous[-1] if previous and not sentence.match(_HEAD, previous[-1], ends[0]) else begin
    heads = sentence.occurrences("indicator_heads", starts[-1], ends[-1])
    if not (heads and heads[0][0] == starts[-1]):
        head = sentence.match(_HEAD, first, ends[0]) or sentence.match(_COUNTED, first, ends[0])
        first = _with_its_level(folded, head.end(), starts[1]) if head else first
    starts[0] = first
    spans = list(zip(starts, ends, strict=True))
    return spans if all(0 < len(folded[slice(*span)].split()) <= _LONGEST for span in spans) else []


def _with_its_level(folded: str, start: int, other: int) -> int:
    """Where the first of several begins, with the word before it that the others have, too: "cấp huyện và cấp xã"."""
    word = folded[:start].rstrip().rpartition(" ")[2]
    return start - len(word) - 1 if folded.startswith(f"{word} ", other) else start


def _of_each(
    sentence: Sentence, run: list[Statement], spans: list[tuple[int, int]], since: int, short: Mapping[str, str]
) -> list[Statement]:
    """Each value with the indicator of its own bearer."""
    names = [name(sentence, *span, short) for span in spans]
    before, after = _around(sentence, run, spans, since, short)
    heads = sentence.occurrences("indicator_heads", *spans[-1])
    # "tỷ lệ hài lòng và tỷ lệ đúng hạn của Bưu điện tỉnh": what the last one says of whose it is holds for all
    whose = _WHOSE.search(names[-1]) if heads and heads[0][0] == spans[-1][0] else None
    tail = whose[0].strip() if whose else ""
    told: list[Statement] = []
    mark = _MARK.search(sentence.folded, run[-1].number.end, sentence.unit.end)
    end = mark.start() if mark else sentence.unit.end
    later = next((p for p in sentence.times(run[-1].number.end, end) if p.value), None)
    for said, printed, span in zip(run, names, spans, strict=True):
        mine = printed if not tail or printed.endswith(tail) else joined(printed, tail)
        indicator = lowered(joined(before, mine, after))
        when = said.when or later
        told.append(replace(said, indicator=indicator, base=indicator, whose=span, vague=False, when=when))
    return told


def _around(
    sentence: Sentence, run: list[Statement], spans: list[tuple[int, int]], since: int, short: Mapping[str, str]
) -> tuple[str, str]:
    """What an indicator's name says before and after the name of who has the value."""
    start, end = spans[0][0], spans[-1][1]
    listed = name(sentence, start, end, short)
    most = sentence.search(_MOST, end, run[0].number.start)
    if most:
        noun = name(sentence, *most.span("noun"), short)
        share = (run[-1].number.unit or "").startswith("%")
        whole = name(sentence, *run[-1].clause.right, short) if share else ""
        return joined("tỷ lệ" if share else "", noun, "của"), f"trong {whole}" if whole else ""
    if counted(run[-1].number) and run[0].link.kind in ("", "have"):
        done = _SO.sub("", name(sentence, end, min(run[0].number.start, run[0].link.start), short))
        thing = name(sentence, noun_start(sentence.reading, run[-1].number), run[-1].clause.right[1], short)
        return joined(_ASPECT.sub("", done.strip()), thing, "của"), ""
    if run[0].link.kind == "rank" or run[0].number.unit == "hạng":
        about = topic_of(sentence, run[-1].number.end, run[0].number.start, short)
        head, _ = subject(sentence, since, start)
        lead = name(sentence, head, start, short)
        if fold(lead).startswith(("thu hang", "xep hang")):
            return lead, ""
        return (joined("thứ hạng", about, "của"), "") if about or not lead else (joined("thứ hạng", lead), "")
    for said in (run[0], run[-1]):
        before, found, after = said.indicator.partition(listed)
        if not found:
            before, found, after = said.indicator.partition(lowered(listed))
        if found and (before.strip() or _SO.sub("", after).strip()):
            return _ALL.sub(r"\1", before.strip()), _SO.sub("", after).strip()
    head, _ = subject(sentence, since, start)
    lead = name(sentence, head, start, short)
    thing = "" if lead or run[-1].number.unit != "%" else name(sentence, *run[-1].clause.right, short)
    return (joined("tỷ lệ", thing, "của") if thing else lead), ""  # "A và B lần lượt đạt 45% và 60% hồ sơ trực tuyến"


def _of_one_unit(run: list[Statement]) -> list[Statement]:
    """ "lần lượt chiếm 14% và 18% GRDP", "310.000 và 425.000 hồ sơ": the last one's unit is that of all."""
    unit = run[-1].number.unit
    if unit is None:
        return run
    same = [said.number.unit is None or (said.number.unit == "%" and unit.startswith("% ")) for said in run]
    return [
        replace(said, number=replace(said.number, unit=unit)) if lacks else said
        for said, lacks in zip(run, same, strict=True)
    ]
