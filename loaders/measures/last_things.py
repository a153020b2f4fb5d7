"""Shares of one thing that only the last of them names: "cấp tỉnh 100%, cấp huyện 90%, cấp xã 70% hồ sơ công việc"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.measures.indicators import name
from loaders.measures.statements import Statement, joined, lowered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_LEAD = Pattern(r"(?:(?:giao|yêu cầu|trong đó|riêng|và|còn|nhưng)\s+)+")
_AT = ("cấp ", "khối ", "cap ", "khoi ")
_MARK = re.compile(r"\s*(?:,|;|va)\s")
_LONGEST = 8  # words of who has a share
_LEAST = 2


def told(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
    """The statements, each share of such a row with the thing and its own bearer."""
    shares = list(found)
    for last in range(len(found) - 1, 0, -1):
        thing = name(sentence, *found[last].clause.right, short)
        if sentence.folded.startswith((",", ";"), found[last].number.end):
            continue  # "Sở Công Thương 30%, Sở Nông nghiệp và Môi trường 12%"
        if len(thing.split()) < _LEAST or not _bearer(sentence, found[last], short):
            continue
        first = last
        while first and _goes_before(sentence, found[first - 1], found[first], short):
            first -= 1
        for index in range(first, last + 1) if first < last else ():
            bearer = _bearer(sentence, found[index], short)
            of = "ở" if bearer.lower().startswith(_AT) else "của"
            indicator = joined(lowered(thing), of, lowered(bearer))
            shares[index] = replace(found[index], indicator=indicator, base=indicator, vague=False)
    return shares


def _goes_before(sentence: Sentence, one: Statement, other: Statement, short: Mapping[str, str]) -> bool:
    """Whether a share stands right before another and names no thing of its own."""
    bare = one.number.unit == other.number.unit == "%" and one.clause.right[0] >= one.clause.right[1]
    if not bare or not _MARK.match(sentence.folded, one.number.end):
        return False
    heads = [_bearer(sentence, said, short).lower().partition(" ")[0] for said in (one, other)]
    return bool(heads[0]) and heads[0] == heads[1]


def _bearer(sentence: Sentence, said: Statement, short: Mapping[str, str]) -> str:
    """Who has the share, before it; "" where that is no short name, or names the thing as well."""
    start, end = sentence.content(*said.clause.left), min(said.link.start, said.number.start)
    lead = sentence.match(_LEAD, start, end)
    start = lead.end() if lead else start
    if said.clause.outer or said.number.unit != "%" or sentence.occurrences("indicator_heads", start, end):
        return ""
    bearer = name(sentence, start, end, short)
    return bearer if len(bearer.split()) <= _LONGEST else ""
