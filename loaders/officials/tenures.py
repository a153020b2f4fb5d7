"""Persons, their posts, and the places where a text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders import tables
from loaders.words.flat import fold_name

# what says when somebody held a post, as alternatives of a pattern: "lúc đó", "hiện nay"
TENURE = "|".join(sorted(map(re.escape, tables.printed("tenure_words")), key=len, reverse=True))
_PARTS = re.compile(r", | kiêm | - ")
_SIMPLE = {"Thủ tướng Chính phủ": "Thủ tướng", "Phó Thủ tướng Chính phủ": "Phó Thủ tướng", "TTg": "Thủ tướng",
           "TGĐ": "Tổng giám đốc", "Phó TGĐ": "Phó Tổng giám đốc",
           "Người đứng đầu Chính phủ": "Thủ tướng", "Phó Thủ tướng thường trực": "Phó Thủ tướng Thường trực",
           "Phó Thủ tướng Thường trực Chính phủ": "Phó Thủ tướng Thường trực"}  # fmt: skip


@dataclass(slots=True, eq=False)
class Person:
    """A person by the full name, with the posts that the text tells."""

    name: str
    posts: list[tuple[str, str | None]] = field(default_factory=list)

    def holds(self, role: str, agency: str | None) -> None:
        """Adds a post, or completes one that is known without its agency or only in part."""
        for index, (known, body) in enumerate(self.posts):
            if agency is not None and body is not None and not alike(agency, body):
                continue
            mine, other = set(map(fold_name, parts(role))), set(map(fold_name, parts(known)))
            if mine <= other or other <= mine:
                bodies = [name for name in (body, agency) if name]
                self.posts[index] = (known if mine <= other else role, max(bodies, key=len) if bodies else None)
                return
        self.posts.append((role, agency))

    def post(self, role: str | None, of: str | None = None) -> tuple[str | None, str | None]:
        """The post that a mention by this role, `of` a body, means; the first where it names none."""
        own = [(known, agency) for known, agency in self.posts if of and agency and alike(of, agency)]
        for known, agency in (*own, *self.posts):
            if role and has_role(known, fold_name(role)):
                return known, agency
        return self.posts[0] if self.posts else (role, None)


def alike(one: str, other: str) -> bool:
    """Whether one name of a body is how the other begins."""
    one, other = fold_name(one), fold_name(other)
    return one.startswith(other) or other.startswith(one)


@dataclass(slots=True)
class Title:
    """A post in the flat text and who holds it."""

    start: int
    end: int
    role: str
    agency: str | None
    stated: bool  # the body is named here, or the State has one such post
    foreign: bool = False
    general: bool = False
    person: Person | None = None
    after: bool = False  # its holder is named after it


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of a person in the flat text; `role` is the post named there, of `agency` where that is said."""

    start: int
    end: int
    person: Person
    role: str | None
    agency: str | None = None


def parts(role: str) -> list[str]:
    """The roles that a role joins: "Bộ trưởng, Chủ nhiệm"."""
    return _PARTS.split(role)


_STANDING = re.compile(r" [Tt]hường trực$")


def called_by(role: str) -> tuple[str, ...]:
    """By which roles its holder is called again: "Phó Thủ tướng" for "Phó Thủ tướng Thường trực"."""
    return (role, *parts(role), *(_STANDING.sub("", part) for part in parts(role) if _STANDING.search(part)))


def has_role(known: str, role: str) -> bool:
    """Whether a role consists of another one, folded, has it among its parts, or is its standing one."""
    return role in map(fold_name, called_by(known))


def usual(role: str) -> str:
    """A role by its usual name: "Thủ tướng" for "Thủ tướng Chính phủ"."""
    return _SIMPLE.get(role, role)
