"""To whom a letter or dispatch is sent ("Kính gửi: …", "Thủ tướng Chính phủ điện: …"): who does what it asks of nobody.

Decree 30/2020/NĐ-CP, Annex I, point 9 puts them between the head and the text, in one line or a list of dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.tasks import doers
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, PERSON

_LETTERS = ("official-letter", "dispatch")
_SENT_TO = re.compile(r"\s*(?:kinh gui|[^.;:]{3,60}\sdien)\s*:\s*")
_ENTRY = re.compile(r"\s*[-+*•–]\s*")
_COPY = re.compile(r"\((?:de )?(?:b/?c|bao cao|biet)[^)]*\)")
_MOST = 12  # entries of a list of addressees


def find(page: Masked) -> tuple[str, ...]:
    """Those to whom the source is sent, where it is a letter's or dispatch's own text; no private persons."""
    own = page.reading.own
    if own is None or own.type not in _LETTERS:
        return ()
    return tuple(dict.fromkeys(name for _, start, end in _entries(page) for name in _names(page, start, end)))


def lines(page: Masked) -> frozenset[int]:
    """The units that name them, by index: no headings of what stands below."""
    return frozenset(index for index, _, _ in _entries(page))


def _entries(page: Masked) -> Iterator[tuple[int, int, int]]:
    """The entries: the unit of each, by its index, and where its words begin and end."""
    units = page.reading.units
    for index, unit in enumerate(units):
        sent = _SENT_TO.match(page.mask, unit.start, unit.end)
        if sent is None:
            continue
        if sent.end() < unit.end:
            yield index, sent.end(), unit.end
        for number, below in enumerate(units[index + 1 : index + 1 + _MOST], index + 1):
            entry = _ENTRY.match(page.mask, below.start, below.end)
            if entry is None:
                break
            yield number, entry.end(), below.end
        return


def _names(page: Masked, start: int, end: int) -> tuple[str, ...]:
    end = start + len(page.mask[start:end].rstrip(" ;.,"))
    if page.mask[start : start + 1] not in (ACTOR, PERSON) and not doers.is_doer(page, start, end):
        return ()
    if _COPY.search(page.mask, start, end):
        return ()
    return doers.parts(page, start, end)
