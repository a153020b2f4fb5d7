"""Names of bodies that are known as wholes, since they have commas, heads or verbs in them: tables/whole_names.txt."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from loaders import tables
from loaders.agencies.bodies import Head
from loaders.words.flat import Flat, fold_name, steady


class _Rest(NamedTuple):
    """What a name goes on with behind its head, folded and in lower case."""

    folded: str
    spelt: str


@cache
def _rests(head: str) -> tuple[_Rest, ...]:
    """How the names of a head go on, the longest first."""
    names = (steady(name).lower() for name in tables.printed("whole_names"))
    rests = {name.removeprefix(head) for name in names if name.startswith(f"{head} ")}
    return tuple(_Rest(fold_name(rest), rest) for rest in sorted(rests, key=len, reverse=True))


def end(flat: Flat, head: Head) -> int | None:
    """Where the known name ends that begins with a head; None where none does."""
    accented = flat.is_accented or flat.accented[flat.line(head.start)]
    for rest in _rests(steady(head.name).lower()):
        stop = head.end + len(rest.folded)
        if not flat.folded.startswith(rest.folded, head.end) or flat.text[stop : stop + 1].isalnum():
            continue
        if not accented or flat.lower.startswith(rest.spelt, head.end):
            return stop
    return None
