"""Persons that a text lists: several holders of one post, an entry with all posts of one person, names under a post.

"Các Phó Thủ tướng Lê Văn An, Trần Thị Bình"; "- Lê Văn An: nguyên Thứ trưởng …, nguyên Bí thư …"; under the heading
"Bộ trưởng qua các thời kỳ" names alone, with their years.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.folding import UPPER
from loaders import tables
from loaders.agencies import structure_lists
from loaders.officials import persons, seats
from loaders.officials.tenures import TENURE, Held, Title
from loaders.words.flat import Flat

if TYPE_CHECKING:
    from loaders.officials.holders import Search

_COUNTED = re.compile(r"(?<!\w)(?:các|những|cac|nhung|\d{1,2}|hai|ba|bốn|bon)(?: đồng chí| dong chi| vị| ông| bà)? $")
_FIRST = re.compile(
    rf"(?: (?:{TENURE}))?(?:(?: gồm| gom| là| la)? (?:các|cac) (?:ông|bà|đồng chí|ong|ba|dong chi)"
    r"(?:(?:,|/| và| va) ?(?:ông|bà|ba))?:|\n|(?: gồm| gom)?:| gồm| gom| là|(?= ))"
)
_IN_CELL = re.compile(r"(?: \([^()\n]{1,60}\))?(?:,? | - |\n)(?:và )?")
_CAPITALS = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]*(?: [{UPPER}][^\W\d_{UPPER}]*){{1,30}}(?!\w)")
_CAPITALISED = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]*(?!\w)")
_NEXT = re.compile(r"(?: \([^()\n]{1,40}\))?(?:, ?và |, | và | va |; )")
_OPENS = re.compile(r"(?:\[[^\]\n]{1,30}\])?\W*(?:\d{1,2}\W+)?")  # also after a page's "[edit]"
_ALONE = re.compile(r"(?: ?\([^()\n]{4,40}\)|[,:]? ?(?:từ |giai đoạn |nhiệm kỳ )?(?:19|20)\d\d[^\n]{0,30})?[.;]?$")
_ENTRY_ENDS = re.compile(r" ?(?:\([^()\n]{4,40}\))? ?(?:- |– |; |, )")
_AFTER_NAME = re.compile(r"(?:[:,]| -| –| \() ?")
_OF_WHOM = re.compile(r" (?:đến từ|thuộc|của|tại|làm việc tại|công tác tại|đại diện|den tu|thuoc|cua|tai) ")
_APPOSED = re.compile(r"(?:, | - | – |- | \()")
_SMALL = re.compile(rf"[^\W\d_{UPPER}]\w*")
_WORD = re.compile(r"\w+")
_COMMA = re.compile(", ")
_LINK = re.compile(r"(?:của|tại|thuộc|cua|tai|thuoc) $")
_CLOSED = re.compile(r"[,.;)\n|]|$| [-–]|-")
_BULLETS = ("-", "*", "•", "+", "–")
_SAYS = re.compile(
    r" (?:(?:cung|da|con|vua|tiep tuc|thi|tung|lien tuc|nhieu lan) )*"
    rf"(?:{'|'.join((*tables.phrases('says'), *tables.phrases('speaks')))})\b"
)
_MOST_WORDS = 12  # in a post that is told in words


def complete(search: Search) -> None:
    """Adds the holders that lists tell to those found beside their posts."""
    described = structure_lists.described(search.reading)
    ends = {title.end: title for title in search.titles}
    for title in search.titles:
        shared = ends.get(title.start - 2) if search.flat.text.startswith(", ", title.start - 2) else None
        _several(search, title, described, shared if shared and _is_counted(search.flat, shared) else None)
    _entries(search)
    _under_headings(search, described)
    _of_page(search, described)
    _in_words(search)
    _shared_firm(search)


def _is_counted(flat: Flat, title: Title) -> bool:
    """Whether several hold the post: "các Phó Thủ tướng"."""
    begin = max(flat.border(flat.line(title.start))[0], title.start - 16)
    return _COUNTED.search(flat.lower, begin, title.start) is not None


def _several(search: Search, title: Title, described: str | None, shared: Title | None) -> None:
    """The further holders of one post: "hai nguyên Thứ trưởng Lê Văn An và Trần Thị Bình", "Thứ trưởng: …, …".

    `shared` is a post that each of them has as well: "các Phó Thủ tướng, Phó Trưởng ban Lê Văn An và Trần Thị Bình".
    """
    flat = search.flat
    begin, stop = flat.border(flat.line(title.start))
    counted = shared is not None or _is_counted(flat, title)
    gap = _FIRST.match(flat.text, title.end, stop)
    labels = gap is not None and gap.group().endswith(("\n", ":")) and _OPENS.fullmatch(flat.text, begin, title.start)
    cell = labels and gap is not None and gap.group().endswith("\n")
    if gap is None or not (counted or labels) or (title.person is not None and not title.after):
        return
    at = gap.end() + (flat.text[gap.end() : gap.end() + 1] == " ")
    names: list[tuple[int, int, str | None]] = []
    while at >= 0:
        start = search.ranked(at)
        end = _in_cell(flat, start) if cell else persons.vietnamese(flat, start)
        if end is None or end > stop:
            break
        following = (_IN_CELL if cell else _NEXT).match(flat.text, end)
        inner = next((search.bodies[body] for body in range(end + 1, end + 4) if body in search.bodies), None)
        names.append((start, end, inner if flat.text[end : end + 2] == " (" else None))
        at = following.end() if following else -1
    if len(names) < 2 and not (cell and names):
        return
    if labels and title.agency is None:
        title.agency = seats.body_for(title.role, described)
        if title.person is not None and title.agency:
            title.person.holds(title.role, title.agency)
    title.agency = title.agency or seats.spoken_of(search, title) or seats.told_before(search, title)
    for start, end, body in names:
        holder = search.person(start, end)
        if title.person is None and body is None and start == names[0][0]:
            search.give(title, holder, title.start, end)
        elif holder is not title.person:
            holder.holds(title.role, body or title.agency)
            search.found.append(Held(start, end, holder, title.role))
    if shared is not None:  # shown where it stands, for who is named first
        search.give(shared, search.person(*names[0][:2]), shared.start, shared.end)


def _in_cell(flat: Flat, at: int) -> int | None:
    """Where a name ends in a cell that holds several with nothing between: at the next family name."""
    words = _CAPITALS.match(flat.text, at)
    if words is None:
        return None
    end = at
    for count, word in enumerate(_CAPITALISED.finditer(flat.text, at, words.end())):
        if count > 4 or (count > 1 and word.group() in persons.COMMON and word.end() < words.end()):
            break
        end = word.end()
    named = persons.vietnamese(flat, at) is not None or flat.text[end : end + 2] == " ("
    return end if " " in flat.text[at:end] and named else None


def _entries(search: Search) -> None:
    """The posts of an entry that opens with a name, each of which is that person's."""
    flat = search.flat
    by_line: dict[int, list[Title]] = {}
    for title in search.titles:
        by_line.setdefault(flat.line(title.start), []).append(title)
    names = sorted((start, end) for end, start in search.ends.items())
    for line, titles in by_line.items():
        begin, stop = flat.border(line)
        first = next((title for title in titles if title.person is not None and not title.after), None)
        if first is None or first.person is None:
            continue
        index = bisect_right(names, (begin, -1))
        if index == len(names) or names[index][1] > stop:
            continue
        start, end = names[index]
        if not _OPENS.fullmatch(flat.text, begin, start) or not _AFTER_NAME.match(flat.text, end):
            continue
        if first.start - end > 4 or search.person(start, end) is not first.person:
            continue
        limit = min(stop, names[index + 1][0]) if index + 1 < len(names) else stop
        if first.agency is None:
            first.agency = seats.named_beside(search, first.role, begin, stop)
            if first.agency:
                first.person.holds(first.role, first.agency)
        for title in titles:
            if title.person is None and first.end <= title.start < limit and (title.stated or title.agency):
                search.give(title, first.person, title.start, title.end)


def _of_page(search: Search, described: str | None) -> None:
    """The body that a page describes, for posts that lines of it give without one: "Thứ trưởng: Lê Văn An"."""
    flat = search.flat
    for title in search.titles:
        if title.person is None or title.agency or title.stated:
            continue
        begin = flat.border(flat.line(title.start))[0]
        labels = title.after and flat.text[title.end : title.end + 1] == ":"
        entry = not title.after and flat.text[begin : begin + 1] in _BULLETS
        if labels or entry:
            title.agency = seats.body_for(title.role, described)
            if title.agency:
                title.person.holds(title.role, title.agency)


def _under_headings(search: Search, described: str | None) -> None:
    """The names that stand alone under a line that names their post: "Bộ trưởng qua các thời kỳ"."""
    flat = search.flat
    posts = _post_lines(search)
    if not posts:
        return
    above: tuple[int, Title] | None = None  # the last line of such a list, and its post
    for line in range(len(flat.units)):
        if line in posts:
            above = (line, posts[line])
            continue
        names = _names_alone(search, line) if above and above[0] == line - 1 else []
        if above is None or not names:
            continue
        title = above[1]
        above = (line, title)
        for start, end in names:
            holder = search.person(start, end)
            holder.holds(title.role, title.agency or seats.body_for(title.role, described))
            search.found.append(Held(start, end, holder, title.role))


def _names_alone(search: Search, line: int) -> list[tuple[int, int]]:
    """The names that a line consists of, each perhaps with its years: "- Lê Văn An (1996-2005) - Trần Bình"."""
    flat = search.flat
    begin, stop = flat.border(line)
    opening = _OPENS.match(flat.text, begin, stop)
    at = search.ranked(opening.end()) if opening else begin
    found: list[tuple[int, int]] = []
    while end := persons.vietnamese(flat, at):
        found.append((at, end))
        if _ALONE.fullmatch(flat.text, end, stop):
            return found
        following = _ENTRY_ENDS.match(flat.text, end, stop)
        if following is None:
            break
        at = search.ranked(following.end())
    return []


def _post_lines(search: Search) -> dict[int, Title]:
    """The short lines that name a post near their beginning and no holder, each with the post."""
    flat = search.flat
    found: dict[int, Title] = {}
    for title in search.titles:
        line = flat.line(title.start)
        begin, stop = flat.border(line)
        short = title.start - begin < 24 and stop - begin < 90 and flat.text[stop - 1] not in ".;,"
        if short and title.person is None and not title.general:
            found.setdefault(line, title)
    return found


def _in_words(search: Search) -> None:
    """Posts that are told in words beside a name: "bà Mary Jones - điều phối chương trình dữ liệu của UNDP"."""
    flat = search.flat
    ends = search.body_ends
    taken = {held.start for held in search.found}
    for begin, stop in sorted(search.honorifics.items()):
        at = search.ranked(begin)
        end = persons.any_name(flat, at) if at == stop + 1 or at > stop else None
        if end is None or at in taken or begin in taken:
            continue
        gap = _APPOSED.match(flat.text, end)
        body = _worded(search, gap.end(), ends) if gap else None
        if gap is None or body is None or any(held.start <= at < held.end for held in search.found):
            continue
        role = _LINK.sub("", flat.text[gap.end() : body]).strip()
        holder = search.person(at, end)
        holder.holds(role, search.bodies[body])
        search.found.append(Held(begin, ends[body], holder, role))


def _worded(search: Search, at: int, ends: dict[int, int]) -> int | None:
    """Where the body begins that a post in words belongs to; None where the words are none."""
    flat = search.flat
    first = at
    for _ in range(_MOST_WORDS):
        if at in ends:
            said = f" {flat.lower[first:at]}"
            known = any(f" {word} " in said for word in _post_words())
            closed = _CLOSED.match(flat.text, ends[at]) or says(flat, ends[at])
            return at if at > first and known and closed else None
        word = _SMALL.match(flat.text, at) or (_WORD.match(flat.text, at) if at > first else None)
        if word is None or flat.text[word.end() : word.end() + 1] != " ":
            return None
        at = word.end() + 1
    return None


def says(flat: Flat, at: int) -> bool:
    """Whether a verb of speech follows."""
    return _SAYS.match(flat.folded, at) is not None


def _post_words() -> tuple[str, ...]:
    return (*tables.printed("post_words"), *tables.phrases("post_words"))


def _shared_firm(search: Search) -> None:
    """The body of the second of two officers that "và" joins, for the first: "bà A, Phó Giám đốc và ông B, …"."""
    flat = search.flat
    for title, following in zip(search.titles, search.titles[1:], strict=False):
        if title.person is None or title.after or title.agency or not following.agency or following.after:
            continue
        between = flat.text[title.end : following.start]
        if following.person is title.person and following.stated and between in (" kiêm ", " kiem ", ", kiêm "):
            title.agency = following.agency  # "Chủ tịch kiêm Giám đốc điều hành Tập đoàn …"
            title.person.holds(title.role, following.agency)
            continue
        if following.person is None or following.person is title.person or len(between) > 48:
            continue
        if re.match(r",? (?:và|va|cùng|cung) ", between):
            title.agency = following.agency
            title.person.holds(title.role, following.agency)


def from_whom(search: Search, name_end: int) -> str | None:
    """The body that somebody comes from: "chuyên gia John Smith đến từ Đại học …"."""
    match = _OF_WHOM.match(search.flat.text, name_end) or _COMMA.match(search.flat.text, name_end)
    return search.bodies.get(match.end()) if match else None
