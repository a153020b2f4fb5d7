"""Later mentions of the persons that a text has named with their posts: by post, full or given name, "ông", "bà"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.folding import UPPER
from loaders.officials import persons
from loaders.officials.holders import Search
from loaders.officials.rosters import says
from loaders.officials.tenures import Held, Person, Title, alike, called_by, has_role
from loaders.words.flat import Pattern, Stretches, fold_name, steady

_NAMESAKE = Pattern(  # who bears an official's name and is called so is somebody else
    r"\b(?:cầu thủ|thủ môn|tiền đạo|tiền vệ|hậu vệ|vận động viên|ca sĩ|diễn viên|nhạc sĩ|hoa hậu|học sinh|sinh viên"
    r"|thí sinh|nạn nhân|bệnh nhân|tài xế|lái xe|công nhân|nông dân|(?<!trẻ )em) $"
)
_CAPITAL = re.compile(rf" [{UPPER}]")


class _Mark(NamedTuple):
    """A place where a person may be meant."""

    start: int
    end: int
    person: Person | None = None
    title: Title | None = None
    counted: bool = False  # a mention already


class _Known:
    """The persons of a text, whose posts are all told, by what they may be called by."""

    def __init__(self, search: Search) -> None:
        self.by_role: dict[str, list[Person]] = {}  # of this country
        self.by_word: dict[str, list[Person]] = {}  # of the name
        self.by_ending: dict[str, list[Person]] = {}  # of the folded name
        for person in search.persons.values():
            posts = [post for post, agency in person.posts if not _is_abroad(post, agency)]
            for role in {fold_name(role) for post in posts for role in called_by(post)}:
                self.by_role.setdefault(role, []).append(person)
            for word in set(person.name.split()):
                self.by_word.setdefault(word, []).append(person)
            words = fold_name(person.name).split(" ")
            for first in range(1, len(words)):
                self.by_ending.setdefault(" ".join(words[first:]), []).append(person)


def find(search: Search) -> Iterator[Held]:
    """The mentions that only those found before explain, from left to right."""
    last: Person | None = None
    recent: dict[str, Person] = {}
    known = _Known(search)
    for mark in sorted(_marks(search), key=lambda mark: (mark.start, mark.end)):
        person = mark.person
        if person is None and mark.title:
            person = _holder(search, mark.title, recent, known)
            if person:
                yield Held(mark.start, mark.title.end, person, mark.title.role)
        elif person is None:
            again = _called(search, mark, last, known)
            if again:
                yield again
                person = again.person
        elif not mark.counted:
            yield Held(mark.start, mark.end, person, None)
        if person:
            last = person
            for role, agency in person.posts:
                if not _is_abroad(role, agency):
                    recent.update(dict.fromkeys(map(fold_name, called_by(role)), person))


def _marks(search: Search) -> Iterator[_Mark]:
    taken = Stretches((held.start, held.end) for held in search.found)
    for held in search.found:
        yield _Mark(held.start, held.end, held.person, counted=True)
    for title in search.titles:
        if title.person is None and not taken.holds(title.start) and not search.is_plural(title):
            yield _Mark(title.start, title.end, title=title)
    for end, start in search.ends.items():
        person = search.persons.get(steady(search.flat.text[start:end]).lower())
        if person and not taken.holds(start) and not _is_namesake(search, start):
            yield _Mark(start, end, person)
    for start, end in search.honorifics.items():
        if not taken.holds(start):
            yield _Mark(start, end)


def _is_namesake(search: Search, start: int) -> bool:
    """Whether somebody of another walk of life is named: "cầu thủ Lê Văn Nam"."""
    flat = search.flat
    accented = flat.accented[flat.line(start)]
    return _NAMESAKE.search(flat.lower, flat.folded, max(0, start - 15), start, accented=accented) is not None


def _is_abroad(role: str, agency: str | None) -> bool:
    """Whether a post is of another country, so that "Thủ tướng" alone does not mean its holder."""
    return agency.startswith("Chính phủ ") if agency else role in ("Tổng thống", "Chủ tịch")


def _holder(search: Search, title: Title, recent: dict[str, Person], known: _Known) -> Person | None:
    """Who is meant by a post without a name: who held it when it was last named, or the only one who does.

    "Thủ tướng Chính phủ" and, in a document's own text, "Thủ tướng" are the office, not the person.
    """
    flat, role = search.flat, fold_name(title.role)
    if title.foreign or title.general:
        return None
    if role == "thu tuong" and (search.reading.own or flat.folded.startswith("thu tuong chinh phu", title.start)):
        return None
    if _CAPITAL.match(flat.text, title.end):
        return _by_last_name(search, title, role, known)
    person = recent.get(role)
    if person is None:
        held = known.by_role.get(role, [])
        person = held[0] if len(held) == 1 else None
    if person and title.agency:
        bodies = [agency for post, agency in person.posts if has_role(post, role)]
        if not any(agency is None or alike(agency, title.agency) for agency in bodies):
            return None
    return person


def _by_last_name(search: Search, title: Title, role: str, known: _Known) -> Person | None:
    """The person of "Tổng thống Putin", whose mention then takes in the name."""
    named = persons.single(search.flat, title.end + 1)
    called = search.flat.text[title.end + 1 : named] if named else ""
    fit = [person for person in known.by_word.get(called, ()) if any(has_role(post, role) for post, _ in person.posts)]
    if named is None or len(fit) != 1:
        return None
    title.end = named
    return fit[0]


def _called(search: Search, mark: _Mark, last: Person | None, known: _Known) -> Held | None:
    """Whom "ông Dũng" or "ông" means."""
    flat, end = search.flat, mark.end
    stop = persons.given(flat, end + 1) if flat.text[end : end + 1] == " " else None
    if stop:
        second = persons.given(flat, stop + 1) if flat.text[stop : stop + 1] == " " else None
        stop = second or stop
        called = fold_name(flat.text[end + 1 : stop])
        fit = known.by_ending.get(called, [])
        person = last if last in fit else fit[-1] if len(fit) == 1 else None
        return Held(mark.start, stop, person, None) if person else None
    if last and flat.folded[mark.start : end] in ("ong", "ba") and says(flat, end):
        return Held(mark.start, end, last, None)
    return None
