"""Firms that nothing but their capitals tells, beside a post: "CEO MISA Lê Hồng Quang", "chủ tịch VINASA"."""

from __future__ import annotations

import re

from kg.folding import UPPER
from loaders.officials import persons
from loaders.officials.tenures import Title
from loaders.words.flat import Flat

_SCOPE = re.compile(r" (?P<of>(?:(?:khu vực|thị trường|phụ trách) [^.,;()]{3,40}? )?của )?")
_FIRM = re.compile(rf"[{UPPER}][\w&.-]*(?: [{UPPER}][\w&.-]*){{0,4}}(?=[,.;)\n]| -| (?!\w)| [^\W\d_{UPPER}])")
_BRANDS = tuple(  # of one to three words
    re.compile(rf" (?P<first>[{UPPER}][\w&.-]+)(?: [{UPPER}][\w&.-]+){{{more}}}(?= [{UPPER}])") for more in range(3)
)


def before_name(flat: Flat, title: Title) -> tuple[int, int] | None:
    """The name behind a brand that the post is then of: "CEO MISA Lê Hồng Quang"."""
    for brand in _BRANDS:
        match = brand.match(flat.text, title.end)
        end = persons.vietnamese(flat, match.end() + 1) if match and flat.text[match.end()] == " " else None
        if match is None or end is None or persons.is_syllable(match["first"]):
            continue
        if not persons.begins_province(flat, flat.text.rfind(" ", 0, match.end()) + 1):
            title.agency, title.end = match.group().strip(), match.end()
            return match.end() + 1, end
    return None


def after(flat: Flat, title: Title) -> None:
    """Takes capitals after a post as the name of its body: "chủ tịch VINASA"."""
    scope = _SCOPE.match(flat.text, title.end) if title.agency is None else None
    match = _FIRM.match(flat.text, scope.end()) if scope else None
    if scope is None or match is None:
        return
    foreign = not persons.is_syllable(match.group().split()[0])
    named = foreign or " " in match.group() or match.group()[1:2].isupper()
    if named and persons.vietnamese(flat, scope.end()) is None and (foreign or not scope["of"]):
        title.agency, title.end = match.group(), match.end()
