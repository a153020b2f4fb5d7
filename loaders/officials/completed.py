"""What persons and posts tell each other once all are found: a name broken off, a body told elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.officials import seats
from loaders.officials.tenures import Person, Title, parts
from loaders.words.flat import fold_name

if TYPE_CHECKING:
    from loaders.officials.holders import Search


def join_misprints(search: Search) -> None:
    """Takes a name that is the beginning of another's ("Mai Tiến dũng") for that person's."""
    longer: dict[str, list[str]] = {}
    for key in search.persons:
        for space in range(1, len(key)):
            if key[space] == " ":
                longer.setdefault(key[:space], []).append(key)
    joined: dict[Person, Person] = {}
    for key, person in search.persons.items():
        if len(longer.get(key, ())) == 1:
            whole = joined[person] = search.persons[longer[key][0]]
            search.persons[key] = whole
            for role, agency in person.posts:
                whole.holds(role, agency)
    search.found = [replace(held, person=joined.get(held.person, held.person)) for held in search.found]


_DEPUTIES = {"Thứ trưởng": "Bộ trưởng", "Phó Chủ nhiệm": "Chủ nhiệm", "Phó Thống đốc": "Thống đốc"}


def tell_agencies(search: Search) -> None:
    """Completes a post without its agency by one of the same role whose body is named but not its holder."""
    titles: dict[Person | None, list[Title]] = {}
    for title in search.titles:
        titles.setdefault(title.person, []).append(title)
    unheld: dict[str, set[str]] = {}
    for title in titles.get(None, ()):
        if title.agency:
            unheld.setdefault(fold_name(title.role), set()).add(title.agency)
    for person in search.persons.values():
        for index, (role, agency) in enumerate(person.posts):
            if agency is not None:
                continue
            mine = titles.get(person, [])
            bodies = {t.agency for t in mine if t.agency and fold_name(t.role) == fold_name(role)}
            bodies |= unheld.get(fold_name(role), set())
            above = _DEPUTIES.get(role)
            if not bodies and above:
                heads = {t.agency for t in search.titles if t.agency and above in parts(t.role) and not t.foreign}
                bodies = heads if len(heads) == 1 else bodies
            if len(bodies) == 1:
                person.posts[index] = (role, bodies.pop())
            elif not bodies:
                own = [t for t in mine if t.role == role and not t.foreign]
                told = next((body for t in own if (body := seats.of_board(search, t))), None)
                told = told or next((body for t in own if (body := seats.spoken_of(search, t))), None)
                told = told or next((body for t in own if (body := seats.only_one(search, t))), None)
                person.posts[index] = (role, told)


_COMMITTEES = {"dang uy": "Đảng ủy", "huyen uy": "Huyện ủy", "quan uy": "Quận ủy", "thi uy": "Thị ủy"}
_PLACE = re.compile(
    r"(?:Hội đồng nhân dân|Ủy ban nhân dân) (?P<place>(?P<level>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã) .+)"
)


def tell_committees(search: Search) -> None:
    """Completes the Party committee of who also heads its place: "Bí thư Đảng ủy, Chủ tịch UBND xã Mường Hoa"."""
    for person in search.persons.values():
        places = [found for _, agency in person.posts if agency and (found := _PLACE.fullmatch(agency))]
        if len({found["place"] for found in places}) != 1:
            continue
        place, level = places[0].group("place", "level")
        for index, (role, agency) in enumerate(person.posts):
            head = _COMMITTEES.get(fold_name(agency)) if agency and "í thư" in role else None
            if head == "Đảng ủy":
                person.posts[index] = (role, f"{head} {place}")
            elif head:
                person.posts[index] = (role, f"{head} {place.removeprefix(level).strip()}")
