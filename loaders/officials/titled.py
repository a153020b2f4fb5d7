"""The posts that a text names, each with its body where that is named: of offices, and of roles alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.officials import brands, persons, posts, rosters, seats, staff
from loaders.officials.tenures import Title, usual
from loaders.reading import AgencyMention
from loaders.words.flat import Stretches

if TYPE_CHECKING:
    from loaders.officials.holders import Search

_POSTED = re.compile(r" (?:tại|ở|tai|o) (?:Việt Nam|Viet Nam|VN)(?!\w)")
_BARE = re.compile(  # "Giám đốc Sở Lê Văn An", "Thứ trưởng Bộ,", "Phó Chủ tịch phường Lê Thị An"
    r" (?:(?P<head>Sở|Bộ|Cục|Vụ|Viện|Trung tâm|Tập đoàn|Tổng cục|Học viện|Bệnh viện)(?=[ ,.;)]|$)"
    r"|(?P<level>phường|xã|huyện|quận|thị xã|thị trấn|đặc khu)(?= ))"
)
_GOVERNMENT = ("Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ")  # offices that name their body themselves


def read(search: Search) -> Iterator[Title]:
    """The posts of a text whose bodies the search knows already."""
    offices: list[tuple[int, int]] = []
    for start, end, mention in placed(search):
        if mention.kind == "office" and mention.role:
            offices.append((start, end))
            yield _of_office(search, mention, mention.role, start, end)
    covered = Stretches(offices)
    bodies = {start: (end, search.bodies[start]) for start, end in search.body_ends.items()}
    for role in posts.roles(search.flat):
        if not covered.holds(role.start):
            yield _of_role(search, role, bodies)


def placed(search: Search) -> Iterator[tuple[int, int, AgencyMention]]:
    """The bodies and offices that stand whole in the flat text, with where they stand there."""
    for mention in search.reading.agencies:
        start, last = search.flat.at(mention.start), search.flat.at(mention.end - 1)
        if mention.kind != "group" and start is not None and last is not None:
            yield start, last + 1, mention


def _of_office(search: Search, mention: AgencyMention, role: str, start: int, end: int) -> Title:
    """The post of an office that is named with its body: "Bộ trưởng Bộ Công an"."""
    government = mention.name in _GOVERNMENT
    agency = mention.agency or ("Chính phủ" if government else None)
    abroad = mention.agency is None and not government and end - start > len(role) + 1  # "… Hàn Quốc"
    foreign = abroad or (mention.agency or "").startswith("Chính phủ ")
    if agency is not None:
        end = posts.whole(search.flat, end, search.body_ends)
    there = _POSTED.match(search.flat.text, end)  # "Đại sứ … tại Việt Nam"
    return Title(start, there.end() if there else end, usual(role), agency, agency is not None, foreign)


def _of_role(search: Search, role: posts.Role, bodies: dict[int, tuple[int, str]]) -> Title:
    """The post of a role without an office; a general one ("cán bộ") has the body that stands beside it."""
    flat = search.flat
    name, agency, end = role.name, role.implied, role.end
    beside = staff.body_after(flat, end, bodies) if role.general else None
    come = None
    if beside:
        name += staff.duty(flat.text[end : beside[0]])
        _, end, agency = beside
    elif role.general and flat.text[end : end + 1] == " ":
        named = persons.any_name(flat, search.ranked(end + 1))
        come = rosters.from_whom(search, named) if named else None
        agency = come or agency
    bare = None if role.general or agency else _BARE.match(flat.text, end)
    if bare and _ends_post(search, bare):
        kind = f"{bare['head']} " if bare["head"] else f"Ủy ban nhân dân {bare['level']} "
        end, agency = bare.end(), seats.last_before(search, role.start, kind)
    paper = None if agency else brands.paper(flat, end)
    if paper:
        end, agency = paper
    foreign = role.unique and persons.foreign(flat, role.end + 1)
    stated = beside is not None or come is not None or paper is not None
    return Title(role.start, end, usual(name), None if foreign else agency, stated, foreign, role.general)


def _ends_post(search: Search, bare: re.Match[str]) -> bool:
    """Whether a post ends here: before a person's name; behind a kind of body too before a mark or small letters."""
    flat, end = search.flat, bare.end()
    if bare["level"] and "hủ tịch" not in flat.text[max(0, bare.start() - 20) : bare.start()]:
        return False
    if bare["head"] and (flat.text[end : end + 1] != " " or flat.text[end + 1 : end + 2].islower()):
        return True
    return persons.vietnamese(flat, search.ranked(end + 1)) is not None
