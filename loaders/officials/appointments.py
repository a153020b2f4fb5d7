"""Who is given a post by a clause: "do … làm Trưởng ban", "bổ nhiệm ông … giữ chức …", "do … đứng đầu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.officials import persons, seats
from loaders.officials.tenures import Held, Person, Title
from loaders.words.flat import fold_name

if TYPE_CHECKING:
    from loaders.officials.holders import Search

_MADE = re.compile(
    r"(?:^|,|;)? (?:cũng |được cử |được phân công |trực tiếp )?"
    r"(?:làm|giữ chức(?: vụ| danh)?|kiêm|lam|giu chuc(?: vu| danh)?) $"
)
_APPOINTS = re.compile(
    r"\b(?:bo nhiem(?: lai)?|dieu dong|phan cong|bau|chi dinh|phe chuan|luan chuyen|gioi thieu|cu)(?: va bo nhiem)? "
    r"(?=ong |ba |dong chi )"
)
_WAS = re.compile(  # "ông … được Bộ Chính trị chỉ định", "bà …, Phó Giám đốc Sở X, được điều động, bổ nhiệm"
    r",? (?:(?:da|vua|se|moi|cung|deu|tiep tuc|chinh thuc) )*duoc (?:[^.,;:]{2,60} )?(?:tai )?"
    r"(?:bau|tai cu|bo nhiem|phe chuan|chi dinh|dieu dong|phan cong|luan chuyen|tin nhiem|giao|cu)"
    r"(?:(?:,| va) (?:bo nhiem|chi dinh|phan cong|phe chuan)| lai| bo sung)*$"
)
_LONGEST_WAS = 110
_WITH = re.compile(r"(?:,|,? và|,? cùng|,? va|,? cung) $")
_OPENS = re.compile(
    r"(?:\b(?:cac|nhung) (?:(?:dong chi|ong|ba)(?:(?:,|/| va) ?ba)?:? )?|^|[.;:\n] ?|\n"
    r"|\b(?:dong thoi|cung ngay|theo do|truoc do), )\Z"
)
_LEADING = re.compile(r" (?:đứng đầu|làm người đứng đầu|dung dau)(?!\w)")
_LEADS = (("uy ban ", "Chủ tịch"), ("hoi dong ", "Chủ tịch"), ("ban ", "Trưởng ban"), ("to ", "Tổ trưởng"))


def made(search: Search, title: Title) -> bool:
    """Whether a clause gives the post to somebody: "do Thủ tướng Phạm Minh Chính làm Trưởng ban"."""
    gap = _MADE.search(search.flat.lower, max(0, title.start - 26), title.start)
    start, end = (search.ends.get(gap.start()), gap.start()) if gap else (None, 0)
    if gap is not None and start is None and " gi" in gap.group():
        start, end = _appointed(search, gap.start())
    if gap is not None and start is None and (was := _passive(search, gap.start())) is not None:
        start, end = search.ends.get(was), was
    beside = _holder(search, end or gap.start()) if gap is not None and start is None else None
    agency = title.agency if title.stated else seats.headed(search, title)
    if gap is None or agency is None or (start is None and beside is None):
        return False
    title.agency = agency
    if start is not None:
        for also, stop in _with(search, start):
            search.give(title, search.person(also, stop), also, stop)
    search.give(title, beside or search.person(start or 0, end), title.start, title.end)
    return True


def _passive(search: Search, stop: int) -> int | None:
    """Where those end of whom a clause says that they were given a post: "ông A được bầu giữ chức …"."""
    was = _WAS.search(search.flat.folded, max(0, stop - _LONGEST_WAS), stop)
    return was.start() if was else None


def _with(search: Search, start: int) -> Iterator[tuple[int, int]]:
    """The persons of the row that a clause opens with and that ends with the one at `start`, the nearest first."""
    found, at = [], search.honorific_ends.get(start - 1, start)
    first = start
    while joint := _WITH.search(search.flat.lower, max(0, at - 8), at):
        person = search.ends.get(joint.start())
        if person is None:
            return
        found.append((person, joint.start()))
        first, at = person, search.honorific_ends.get(person - 1, person)
    if at == 0 or any(_OPENS.search(search.flat.folded, max(0, one - 24), one) for one in (at, first)):
        yield from found


def _holder(search: Search, stop: int) -> Person | None:
    """Who has the post that ends before a verb: "do Thiếu tướng Trần Văn An, Thứ trưởng Bộ Công an làm Trưởng ban"."""
    return next((title.person for title in search.titles if title.end == stop), None)


def _appointed(search: Search, stop: int) -> tuple[int | None, int]:
    """The person whom a clause appoints: "bổ nhiệm ông …, Vụ trưởng Vụ Pháp chế, giữ chức …"."""
    begin = search.flat.border(search.flat.line(stop))[0]
    verbs = list(_APPOINTS.finditer(search.flat.folded, begin, stop))
    if not verbs:
        return None, 0
    at = search.ranked(verbs[-1].end())
    end = persons.vietnamese(search.flat, at)
    return (at, end) if end else (None, 0)


def leaders(search: Search) -> None:
    """Who heads a board, by the role that its kind has: "Ủy ban … do Thủ tướng Nguyễn Văn An đứng đầu"."""
    for held in list(search.found):
        leading = _LEADING.match(search.flat.text, held.end)
        if leading is None:
            continue
        begin = search.flat.border(search.flat.line(held.start))[0]
        before = max((start for start in search.bodies if begin <= start < held.start), default=None)
        if before is None:
            continue
        body = search.bodies[before]
        role = next((role for head, role in _LEADS if fold_name(body).startswith(head)), None)
        if role:
            held.person.holds(role, body)
            search.found.append(Held(held.end + 1, leading.end(), held.person, role))
