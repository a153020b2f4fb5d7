"""What a person means by an id or a name: a document by its number in any spelling, a body by any of its names."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.iris import is_number
from kg.search import KINDS, indexed, opened, words

if TYPE_CHECKING:
    from kg.releases import Release

INSTRUMENTS = ("document", "programme")
BODIES = ("agency", "office", "group")
_LONGEST = 300  # words of a name; longer ones are none
_LIKENED = 1000  # characters of what was asked for that are compared with names
_ALIKE, _ALIKE_ALONE = 0.5, 0.7  # from when on a name is near: one that shares a word with the text, one that does not
_REPEATED = 80  # characters of what was asked for that a message repeats
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_SELECT = (
    "SELECT item.kind, item.iri, item.label, item.detail, item.names FROM words JOIN item ON item.id = words.rowid"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A resource: its kind, IRI, label, and what else sets it apart (a document's date, a task's deadline)."""

    kind: str
    iri: str
    label: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.label}{f' ({self.detail})' if self.detail else ''} <{self.iri}>"


def _quoted_short(text: str) -> str:
    """What was asked for, as a message repeats it: on one line, the end of a long one left out."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return (line if len(line) <= _REPEATED else f"{line[: _REPEATED - 1]}…") or repr(text)


def _either(kinds: Sequence[str]) -> str:
    """The kinds as a message names them: "document, programme or task"."""
    return " or ".join(filter(None, (", ".join(kinds[:-1]), *kinds[-1:])))


class AmbiguousError(UsageError):
    """An id that several resources go by; `candidates` are these."""

    def __init__(self, text: str, candidates: Sequence[Thing]) -> None:
        self.text, self.candidates = text, tuple(candidates)
        lines = "".join(f"\n  {thing}" for thing in candidates)
        dated = len({thing.detail for thing in candidates}) > 1
        hint = "add a date, as in ID@2024-02-02 or --date, or give the IRI" if dated else "give the IRI"
        super().__init__(f"{_quoted_short(text)}: several go by it; {hint}:{lines}")


class UnknownError(UsageError):
    """An id that nothing goes by; `suggestions` are what comes near."""

    def __init__(self, text: str, suggestions: Sequence[Thing], what: str = "") -> None:
        self.text, self.suggestions = text, tuple(suggestions)
        lines = "".join(f"\n  {thing}" for thing in suggestions)
        near = f"; near it come:{lines}" if suggestions else "; `kg search` finds what the store holds"
        super().__init__(f"{_quoted_short(text)}: no {what or 'resource'} goes by it{near}")


def identify(release: Release, text: str, kinds: Sequence[str] = (), date: str | None = None) -> Thing:
    """The one resource of these kinds that goes by an IRI, number, name or slug; a day may follow a number after @.

    Raises AmbiguousError with the candidates, UnknownError with the nearest, UsageError where the date is none.
    """
    wanted = text.strip()
    name, at, day = wanted.rpartition("@")
    if at and _DAY.fullmatch(day):
        wanted, date = name, date or day
    if date is not None and not _DAY.fullmatch(date):
        raise UsageError(f"{date}: no date; write it as 2024-02-02, 2024-02 or 2024")
    with closing(opened(release)) as index:
        found = _exact(index, wanted, kinds)
        if date is not None:
            dated = [thing for thing in found if _of_day(thing, date)]
            if not dated and any(thing.kind == "document" for thing in found):
                raise UnknownError(f"{wanted}@{date}", found, "document of that date")
            found = dated or found
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(text, found)
        raise UnknownError(text, _near(index, wanted, kinds), _either(kinds))


def _of_day(thing: Thing, date: str) -> bool:
    """Whether a document is of that day, month or year, or a body was there then."""
    first, dash, last = thing.detail.partition(" – ")
    if not dash:
        return thing.detail.startswith(date)
    return (first == "…" or first[: len(date)] <= date) and (last == "…" or date <= last[: len(date)])


def _exact(index: sqlite3.Connection, text: str, kinds: Sequence[str]) -> list[Thing]:
    if text.startswith(("http://", "https://", "urn:")):
        return _things(index, "iri = ?", (text,), kinds)
    if re.fullmatch(r"[\w-]+(/[\w.-]+)+", text) and not is_number(text):  # kind and slug, as an IRI ends
        found = _things(index, "iri LIKE ? ESCAPE '!'", (f"%/id/{_like(text)}",), kinds)
        found = found or _things(index, "iri LIKE ? ESCAPE '!'", (f"%/id/%/{_like(text)}",), kinds)
        if found:
            return found
    same = _joined(index, words(text), kinds)
    without_year = re.sub(r"^(\d+)/((?:19|20)\d\d)(?=[/-])", r"\1", text)
    if not same and is_number(text) and without_year != text:  # sites invent the year in numbers that carry none
        year = text.split("/")[1]
        same = [t for t in _joined(index, words(without_year), kinds) if not t.detail or t.detail.startswith(year)]
    return same


def _joined(index: sqlite3.Connection, asked: list[str], kinds: Sequence[str]) -> list[Thing]:
    """What has a name that is these words, whatever stands between them."""
    if not asked or len(asked) > _LONGEST:
        return []
    joined = "".join(asked)
    rows = index.execute(
        f"{_SELECT} WHERE words MATCH ? AND item.kind NOT IN ('quote', 'source')",
        (f"name : ({' AND '.join(map(_quoted, asked))})",),
    )
    found = [
        Thing(kind, iri, label, detail)
        for kind, iri, label, detail, names in rows
        if (not kinds or kind in kinds) and any("".join(words(name)) == joined for name in names.split(" | "))
    ]
    order = list(KINDS)
    return sorted(found, key=lambda thing: (order.index(thing.kind), thing.detail, thing.iri))


def _things(index: sqlite3.Connection, where: str, values: tuple[str, ...], kinds: Sequence[str]) -> list[Thing]:
    rows = index.execute(f"SELECT kind, iri, label, detail FROM item WHERE {where} ORDER BY iri LIMIT 20", values)
    return [Thing(*row) for row in rows if (not kinds or row[0] in kinds) and row[0] != "quote"]


def _quoted(word: str) -> str:
    return f'"{word}"'


def _like(text: str) -> str:
    return re.sub(r"([!%_])", r"!\1", text)


def _near(index: sqlite3.Connection, text: str, kinds: Sequence[str], count: int = 5) -> list[Thing]:
    """The resources whose names come nearest: among those that share a word, else among all."""
    asked = words(text)[:_LONGEST]
    if not asked:
        return []
    allowed = [kind for kind in (kinds or KINDS) if kind not in ("quote", "source", "target", "observation")]
    marks = ", ".join("?" * len(allowed))
    rows = index.execute(
        f"{_SELECT} WHERE words MATCH ? AND item.kind IN ({marks}) ORDER BY bm25(words, 6.0, 1.0) LIMIT 200",
        (" OR ".join(f"{_quoted(word)}*" for word in asked), *allowed),
    ).fetchall()
    sharing = {row[1] for row in rows}
    if len(rows) < count:
        rows += index.execute(
            f"SELECT kind, iri, label, detail, names FROM item WHERE kind IN ({marks}) ORDER BY weight DESC LIMIT 5000",
            allowed,
        ).fetchall()
    wanted = indexed(" ".join(asked))[:_LIKENED]
    ranked = []
    for row in {row[1]: row for row in rows}.values():
        least = _ALIKE if row[1] in sharing else _ALIKE_ALONE
        like = max(_likeness(wanted, indexed(name), least) for name in row[4].split(" | "))
        if like >= least:
            ranked.append((like, row))
    return [Thing(*row[:4]) for _, row in sorted(ranked, key=_nearest_first)[:count]]


def _likeness(wanted: str, name: str, least: float) -> float:
    """How near a name is, from 0 to 1; 0 where its length or letters alone put it below what is asked of it."""
    if 2 * min(len(wanted), len(name)) < least * (len(wanted) + len(name)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, wanted, name)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def _nearest_first(entry: tuple[float, tuple[str, ...]]) -> tuple[float, str]:
    return -entry[0], entry[1][1]
