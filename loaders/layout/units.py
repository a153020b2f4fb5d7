"""A source cut into the units that evidence may not leave: sentences, list items and table rows.

Each unit knows its role, its place in an official document (Điều, Khoản, Điểm, Mục, Phụ lục: Decree 30/2020/NĐ-CP,
Annex I), the line that introduces it and the heading above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.folding import UPPER, fold
from kg.model import NOWHERE, Block, Place, Source
from kg.places import within_article
from loaders.formats import metadata
from loaders.layout import site_lines
from loaders.reading import Role, Unit
from loaders.words.keyed import Keyed

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}|l)"
# (level, name of the marker, its pattern on folded text); a lower level stands above a higher one
_MARKERS: tuple[tuple[float, str, re.Pattern[str]], ...] = (
    (0, "annex", re.compile(r"phu luc(?:\s+(?:so\s+)?(?P<n>[ivxl]+|\d{1,2}[a-z]?|[a-z]))?\b(?=\s*(?:$|[.:(\n-]))")),
    (1, "part", re.compile(rf"phan\s+(?:thu\s+)?(?P<n>{_ROMAN}|\d{{1,2}}|nhat|hai|ba|tu|nam)\b")),
    (2, "chapter", re.compile(rf"chuong\s+(?P<n>{_ROMAN}|\d{{1,2}})\b")),
    (3, "section", re.compile(rf"(?:tieu\s+)?muc\s+(?P<n>\d{{1,2}}|{_ROMAN})\b(?=\s*(?:$|[.:\n-]))")),
    (4, "article", re.compile(r"dieu\s+(?P<n>\d{1,3}[a-z]?)\s*(?:[.:]|$)")),
    (3, "roman", re.compile(rf"(?P<n>{_ROMAN})\s*[./)-]\s*(?=\S)")),
    (2.5, "letter", re.compile(r"(?P<n>[a-h])\.\s+(?=\S)")),
    (7, "decimal", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=\S)")),
    (6, "number", re.compile(r"(?P<n>\d{1,3}[a-z]?)\s*[.)/-](?!\d)\s*(?=\S)")),
    (8, "point", re.compile(r"(?P<n>[a-z]\d?)\s*[)]\s*(?=\S)")),
    (8, "bracket", re.compile(rf"\((?P<n>\d{{1,2}}|[a-z]|{_ROMAN})\)\s*(?=\S)")),
    (9, "dash", re.compile(r"[-*\u2022\u25aa\u25cf\u00b7\uf0b7]\s*(?=\S)")),
    (10, "plus", re.compile(r"[+o\u25cb]\s+(?=\S)")),
)
_CAPITAL_ONLY = {"roman", "letter"}  # these markers count only in capitals: "I.", "A."
_FIRST = ("", "1", "a", "i")  # numbers that begin a list; dashes have none
_JUST_ABOVE = 0.05
_HEADING_LEVEL = 3.5  # of a heading without a marker, and of a question
_PAGE_TITLE = 1
_HEAD = 12  # blocks at the head of a text in which its dateline stands
_QUESTION = 300  # characters that a question has at most
_LONGEST = 4000  # characters of a sentence; those of real texts have fewer

_SENTENCE_END = re.compile(
    rf"(?P<mark>[.!?\u2026]+)(?P<close>[\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]*\s*[{UPPER}]|[\"'“‘«(\[-]*\s*\d)"
)
_NO_END = re.compile(
    r"(?:^|[\s(\"“])(?:[A-ZĐ]|TP|Tp|tp|TS|Ths|ThS|PGS|GS|BS|KS|LS|CN|NSND|NSƯT|T\.Ư|KT|TM|TL|TUQ|Q|P|Mr|Mrs|Dr|"
    r"v\.v|vv|tr|No|St|Co|Ltd|Inc|Đ/c|đ/c|[IVX]+|\d{1,2})\\?$"
)
_QUARTER = re.compile(r"\b[Qq]u[ýíy] [IVX]+$|\btháng \d{1,2}$")  # "… trong quý IV. Ngân hàng …"
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\|?\s*$")
_WORD = re.compile(r"\w+")
_DASHED = re.compile(r"\s*[-+*\u2022]\s")
_MARKED = re.compile(
    r"phu luc|phan |chuong |muc |tieu muc|dieu |[ivxl]+\s*[./)-]|[a-z]\d?[.)]|o "
    r"|[\d(*+\u2022\u25aa\u25cf\u00b7\uf0b7\u25cb-]"
)
_NAME_LINE = re.compile(rf"(?:[{UPPER}]\w*\s*){{2,4}}")
_CAPTION = Keyed(r"(?s)^.{0,240}(?:[-.(|]\s*|^)anh(?:\s*:|\s+minh hoa)[^.]{0,40}$", ":|minh hoa")
_DIACRITIC = re.compile("[À-ÖØ-öø-ỹ]")


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of the outline: a heading or a line that introduces others."""

    level: float
    unit: int
    heading: bool
    colon: bool


def units(source: Source, folded: str | None = None, *, official: bool = False) -> tuple[Unit, ...]:
    """The units of `source` in order of their start; they do not overlap, and every block has at least one.

    `official` says that the source is a document's own text: then repeated clauses are kept, since two agencies may be
    given the same duty in the same words; elsewhere a paragraph that repeats an earlier one is furniture.
    """
    folded = fold(source.text) if folded is None else folded
    repeated = frozenset() if official else _repeats(source, folded)
    found: list[Unit] = []
    outline: list[_Line] = []
    place = NOWHERE
    beside = site_lines.Beside()
    for index, block in enumerate(source.blocks):
        start, end = _trim(folded, block.start, block.end)
        if start >= end:
            continue
        text = folded[start:end]
        role: Role
        accented = _DIACRITIC.search(source.text, start, end) is not None
        if place.page != block.page:
            place = replace(place, page=block.page)
        if block.kind == "boilerplate" or index in repeated or beside.is_line(text, official=official):
            found.append(Unit("boilerplate", start, end, index, place, accented=accented))
            if _asks(text):
                outline = [*_answered(outline), _Line(_HEADING_LEVEL, len(found) - 1, heading=False, colon=False)]
            continue
        if block.kind == "row":
            # a row belongs to the annex or section that it stands in
            role = "header-row" if block.header else "row"
            found.append(
                Unit(
                    role,
                    start,
                    end,
                    index,
                    place,
                    accented=accented,
                    lead=_open_lead(outline),
                    heading=_open_heading(outline),
                )
            )
            continue
        marker, level, number = _marker(source.text, text, start)
        dateline = not official and index < _HEAD and metadata.is_dateline(source.text[start:end])
        if (
            dateline
            or block.kind == "caption"
            or _CAPTION.search(text)
            or (not marker and _is_name(source.text, start, end))
        ):
            named = _is_name(source.text, start, end) or dateline
            role = "byline" if named else "caption"
            found.append(Unit(role, start, end, index, place, accented=accented))
            continue
        heading = _is_heading(source, folded, index, marker)
        place = _place(place, marker, number, source.text[start:end])
        colon, asks = text.rstrip().endswith(":"), not marker and _asks(text)
        if marker:
            outline = _above(outline, level, len(found) - 1, first=number.lower() in _FIRST)
        elif heading:
            level = _HEADING_LEVEL if block.level == 0 else min(_HEADING_LEVEL, block.level)
            outline = [line for line in outline if line.level < level]
        elif asks:
            level = _HEADING_LEVEL
            outline = _answered(outline)
        elif not _continues(source, folded, index):
            while outline and outline[-1].colon and outline[-1].level % 1:
                outline.pop()
        first = len(found)
        role = "heading" if heading else "item" if marker or block.kind == "item" else "sentence"
        stretches = [(start, end)] if heading else _sentences(source.text, start, end)
        for begin, stop in stretches:
            found.append(
                Unit(
                    role,
                    begin,
                    stop,
                    index,
                    place,
                    accented=accented,
                    lead=_open_lead(outline),
                    heading=_open_heading(outline),
                )
            )
        if marker or heading or colon or asks:
            above = outline[-1].level if outline else 5.0
            own = level if marker or heading or asks else above + (0.1 if above % 1 == 0 else 0.01)
            outline.append(_Line(own, len(found) - 1 if colon else first, heading, colon))
    return tuple(found)


def _asks(text: str) -> bool:
    """Whether an unmarked line is a question, under which its answer stands."""
    return text.rstrip().endswith("?") and len(text) < _QUESTION


def _answered(outline: list[_Line]) -> list[_Line]:
    """The outline where a page asks anew: what stood above is answered."""
    return [line for line in outline if line.level <= _PAGE_TITLE]


def _above(outline: list[_Line], level: float, before: int, *, first: bool) -> list[_Line]:
    """The lines that a marked line stands below: those of a higher level, and the unmarked one that opens its list.

    "Sở X làm những việc sau:" right above a dash opens the list, also where it stands among the dashes of another one.
    """
    opening = outline[-1] if outline and first and outline[-1].unit == before else None
    above = [line for line in outline if line.level < level]
    if opening and opening.colon and not opening.heading and opening.level % 1 and opening.level >= level:
        above = [line for line in above if line.level != level - _JUST_ABOVE]
        above.append(_Line(level - _JUST_ABOVE, opening.unit, heading=False, colon=True))
    return above


def _open_lead(outline: list[_Line]) -> int | None:
    return outline[-1].unit if outline and outline[-1].colon else None


def _open_heading(outline: list[_Line]) -> int | None:
    return outline[-1].unit if outline else None


def _continues(source: Source, folded: str, index: int) -> bool:
    """Whether an unmarked block goes on with the list of the block before it."""
    if index == 0:
        return False
    before = source.blocks[index - 1]
    return folded[before.start : before.end].rstrip().endswith((":", ";", ","))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but a name, as below an article or a signature."""
    return end - start < 40 and _NAME_LINE.fullmatch(text, start, end) is not None and not text[start:end].isupper()


def _marker(original: str, text: str, start: int) -> tuple[str | None, float, str]:
    """The outline marker that a block begins with: its name, level and number."""
    if not _MARKED.match(text):
        return None, 0.0, ""
    for level, name, pattern in _MARKERS:
        match = pattern.match(text)
        if not match:
            continue
        number = match.groupdict().get("n") or ""
        printed = original[start + match.start("n") : start + match.end("n")] if number else ""
        if name in _CAPITAL_ONLY and not printed.isupper():
            continue
        if name == "decimal" and number.count(".") > 1:
            level += 0.3
        if name == "annex" and not original[start : start + 7].isupper() and len(text) > 80:
            continue
        return name, level, printed
    return None, 0.0, ""


def _place(place: Place, marker: str | None, number: str, text: str) -> Place:
    match marker:
        case "annex":
            return Place(annex=f"Phụ lục {number}".strip(), page=place.page)
        case "part":
            return Place(part=f"Phần {number}", annex=place.annex, page=place.page)
        case "chapter":
            return Place(part=f"Chương {number}", annex=place.annex, page=place.page)
        case "section" | "roman" | "letter":
            # a section inside "Điều 1. Phê duyệt …" is part of that article
            return Place(part=f"Mục {number}", article=place.article, annex=place.annex, page=place.page)
        case "article":
            part = place.part if place.article is None else _chapter(place.part)
            return replace(place, part=part, article=number, clause=None, point=None)
        case "number" | "decimal":
            return replace(place, clause=number, point=None)
        case "point":
            return replace(place, point=number)
    return place


def _chapter(part: str | None) -> str | None:
    """The chapter or section that goes on over the next article; a section inside the article before ends with it."""
    return part if part and not within_article(part) else None


def _is_heading(source: Source, folded: str, index: int, marker: str | None) -> bool:
    block = source.blocks[index]
    text = source.text[block.start : block.end].strip()
    if block.kind in ("title", "heading"):
        return True
    if marker in ("annex", "part", "chapter", "section"):
        return len(text) < 200
    if marker == "article":
        return len(text) < 200 and not _TERMINAL.search(text)
    if block.kind == "item" and marker is None:
        return False
    if marker in ("dash", "plus", "point", "bracket") or len(text) > 160 or _TERMINAL.search(text):
        return False
    letters = [char for char in text if char.isalpha()]
    if letters and all(char.isupper() for char in letters):
        return True
    if marker in ("roman", "letter", "number", "decimal"):
        return len(text.split()) <= 25 and not text.endswith(",")
    following = source.blocks[index + 1] if index + 1 < len(source.blocks) else None
    return (
        following is not None
        and len(text) <= 110
        and text[0].isupper()
        and not text.endswith(",")
        and following.kind in ("paragraph", "item")
        and (following.end - following.start > 1.4 * len(text) or _opens_dashes(source, folded, index))
    )


def _opens_dashes(source: Source, folded: str, index: int) -> bool:
    """Whether a line stands between a closed one and a dash: it heads the dashes, as long as they may be."""
    before, after = source.blocks[index - 1] if index else None, source.blocks[index + 1]
    closed = before is not None and folded[before.start : before.end].rstrip().endswith((".", ";", ":", "?"))
    return closed and _DASHED.match(folded, after.start, after.end) is not None


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the sentences of `text[start:end]`.

    >>> text = "Ông A, TP. Huế, nói rõ. Tỷ lệ đạt 30.5%. Bộ giao việc."
    >>> [text[a:b] for a, b in _sentences(text, 0, len(text))]
    ['Ông A, TP. Huế, nói rõ.', 'Tỷ lệ đạt 30.5%.', 'Bộ giao việc.']
    """
    stretches = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        before = text[max(begin, match.start() - 8) : match.start()]
        if match["mark"] == "." and _NO_END.search(before) and not _QUARTER.search(before):
            continue
        stretches.append((begin, match.end("close")))
        begin = match.end()
    stretches.append((begin, end))
    return [piece for a, b in stretches if a < b for piece in _bounded(text, a, b)]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, one that runs on for pages in pieces, so that a text without full stops is read in linear time."""
    while end - start > _LONGEST:
        stop = start + _LONGEST
        cuts = (text.rfind(mark, start + _LONGEST // 2, stop) for mark in ("; ", ", ", " "))
        cut = next((at + 1 for at in cuts if at > 0), stop)
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


def _repeats(source: Source, folded: str) -> frozenset[int]:
    """The blocks that say again what others say; of an accented and a stripped copy, the stripped one.

    A block that gives another number ("80% cán bộ …", a year later "100% cán bộ …") says something new, and so does an
    entry of a list with a word of its own. Only a text in which some line stands twice word for word is compared
    further, by shingles of four words.
    """
    long = [
        i
        for i, block in enumerate(source.blocks)
        if block.kind != "row"
        and block.end - block.start > 40
        and not folded[block.start : block.end].rstrip().endswith(":")  # it opens what follows
    ]
    lines = {folded[source.blocks[i].start : source.blocks[i].end].strip() for i in long}
    if len(lines) == len(long):
        return frozenset()
    seen: set[tuple[str, ...]] = set()
    repeats: set[int] = set()
    for index in sorted(long, key=lambda i: (not _accented(source, i), i)):
        block = source.blocks[index]
        words = _WORD.findall(folded, block.start, block.end)
        own: list[tuple[str, ...]] = list(zip(words, words[1:], words[2:], words[3:], strict=False)) or [tuple(words)]
        new = [shingle for shingle in own if shingle not in seen]
        if len(new) <= 0.2 * len(own) and (not new or not _distinct(source, folded, index, new)):
            repeats.add(index)
        seen.update(own)
    return frozenset(repeats)


def _distinct(source: Source, folded: str, index: int, new: list[tuple[str, ...]]) -> bool:
    """Whether a line that is much like others says something else; never a copy without accents."""
    block = source.blocks[index]
    if not _accented(source, index) and _DIACRITIC.search(source.text):
        return False
    text = folded[block.start : block.end].strip()
    counts = any(char.isdigit() for shingle in new for word in shingle for char in word)
    return counts or _marker(source.text, text, block.start)[0] is not None


def _accented(source: Source, index: int) -> bool:
    block: Block = source.blocks[index]
    return _DIACRITIC.search(source.text, block.start, block.end) is not None
