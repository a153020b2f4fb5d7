"""What an address that nothing stands at comes near: its number in another year or form, a name mistyped or begun."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from kg.folding import fold

MOST = 6
_ALIKE = 0.82  # of two names, from 0 to 1
_NAMED = ("document", "programme", "agency", "office", "group", "official", "indicator", "pillar")
_NUMBER = re.compile(r"(?:(?P<year>\d{4})/)?(?P<number>\d+)(?:-(?P<form>[^/]*))?")


def near(asked: str, there: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of some resources (kind and slug) that an address comes near, the nearest first.

    >>> there = [("document", "2024/142-qd-ttg"), ("document", "2026/28-tt-btc"), ("agency", "bo-cong-an")]
    >>> near("/id/document/2023/142-qd-ttg", there), near("/id/agency/bo-cong-ann", there)
    ([('document', '2024/142-qd-ttg')], [('agency', 'bo-cong-an')])
    >>> near("/id/document/2026/999-x", there), near("/142-qd-ttg", there)
    ([], [('document', '2024/142-qd-ttg')])
    """
    kind, _, slug = (
        asked.removeprefix("/id/").partition("/") if asked.startswith("/id/") else ("", "", asked.strip("/"))
    )
    slug = re.sub(r"[\s_.]+", "-", fold(slug))
    if (kind and kind not in _NAMED) or len(slug) < 3:
        return []
    of_kind = [one for one in there if one[0] == kind or (not kind and one[0] in _NAMED)]
    scored = sorted((-_likeness(slug, other), name, other) for name, other in of_kind)
    return [(name, other) for score, name, other in scored if -score >= _ALIKE][:MOST]


def _likeness(asked: str, there: str) -> float:
    """How near two slugs are. A document's number decides alone, and its form what comes first."""
    numbers: Sequence[re.Match[str] | None] = [_NUMBER.fullmatch(slug) for slug in (asked, there)]
    if all(numbers) or numbers[0]:
        one, other = numbers
        if one is None or other is None or one["number"] != other["number"]:
            return 0.0
        return 2.0 if one["form"] == other["form"] else 1.0 if one["year"] in (None, other["year"]) else 0.0
    name = re.sub(r"-[0-9a-f]{6}$", "", there.rpartition("/")[2])  # without what tells apart those of one name
    begun = asked.count("-") and name.startswith(f"{asked}-")
    if begun:
        return 1.0
    matcher = difflib.SequenceMatcher(None, asked, name)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0
