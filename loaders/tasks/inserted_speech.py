"""Who has a duty in the middle of which is said whose words it gives: "Các trường tiểu học, bà Hoa lưu ý, cần …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading import Unit
from loaders.tasks import nameless
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON
from loaders.words.flat import Pattern

_INSERTED = re.compile(
    rf"(?:^|[.;:]\s|\n)[\s\"]*(?:(?:con|rieng|va)\s+)?(?P<who>[^,;:.\"{PERSON}]{{3,90}}?)\s*,\"?\s+"
    rf"(?:(?:theo\s+)?(?:(?:ong|ba|dong chi|vi)\s+)?(?P<by>[{ACTOR}{PERSON}]++|ong|ba|\w+)\s+)?"
    rf"(?:(?:cung|da|con)\s+)?(?P<says>{clauses.alternation('says')}|nhac|nhac nho|dan)(?:\s+(?:them|ro))?,\s+\"?$"
)
_SPELT = Pattern(r"(?!nhạc|dân\b|dàn\b|bảo\b)")
_REACH = 220  # characters before the duty
_MARKS = re.compile(rf"[{ACTOR}{PERSON}]")


@dataclass(frozen=True, slots=True)
class Told:
    """Whose the duty is, and who says so, where that is told."""

    names: tuple[str, ...]
    by: str | None


def before(page: Masked, unit: Unit, modal: int) -> Told | None:
    """Who has the duty of a modal behind such an insertion."""
    begin = max(unit.start, modal - _REACH)
    if not page.mask.endswith((", ", ', "'), begin, modal):
        return None
    found = _INSERTED.search(page.mask[begin:modal])
    if found is None or not page.match(_SPELT, begin + found.start("says"), modal):
        return None
    first, last = (begin + at for at in found.span("who"))
    if page.mask[first] == ACTOR:
        names = page.names(first, last)
        names = names if _MARKS.sub("", page.mask[first:last]).strip() == "" else (page.text[first:last],)
    elif nameless.is_body(page, first, last):
        names = (" ".join(page.text[first:last].split()),)
    else:
        return None
    by = page.names(begin + found.start("by"), begin + found.end("by")) if found["by"] else ()
    return Told(names, by[0] if by else None)
