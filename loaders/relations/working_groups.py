"""The groups that work for a steering committee: those that it lists, and those that are named as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Relation
from loaders.documents.cited import Units
from loaders.reading import AgencyMention, Reading, Unit
from loaders.relations.successions import relation
from loaders.words import ordered
from loaders.words.flat import fold_name

_GROUPS = ("to cong tac ", "to giup viec ", "to chuyen gia ", "to thuong truc ", "to tham muu ", "tieu ban ",
           "nhom cong tac ", "nhom chuyen gia ")  # fmt: skip
_COMMITTEES = ("ban chi dao", "uy ban ", "hoi dong ", "ban to chuc ")
_HAS = re.compile(  # "Ban Chỉ đạo có 03 tổ công tác:", "Ban Chỉ đạo thành lập các tiểu ban sau:"
    r"\s*(?:\([^()]{2,60}\)\s*)?(?:(?:da|se|hien)\s+)*(?:co|gom|bao gom|thanh lap|chia thanh|duoc chia thanh)\s+"
    r"(?:(?:\d{1,2}|hai|ba|bon|nam|cac|mot so)\s+){1,2}(?:to|tieu ban|nhom)\b"
)
_OF = re.compile(r"\s+(?:truc thuoc|thuoc|cua|giup viec(?: cho| cua)?)\s+")
_MARKER = re.compile(r"\s*(?:[-+*\u2022]|\d{1,2}[.)]|\(?[a-z\d]{1,2}\))?\s*")


def state(reading: Reading, units: Units) -> Iterator[Relation]:
    """The `part_of` relations between named groups and the committee that they work for."""
    bodies = [m for m in reading.agencies if m.kind == "agency"]
    for unit in reading.units:
        if unit.role == "item" and (entry := _opening(reading, unit, bodies)) and (above := _above(reading, unit)):
            yield relation(reading, unit, entry.start, entry.end, entry.name, "part_of", above, 0.85)
    for group, whole in pairwise(bodies):
        joined = _is_group(group) and fold_name(whole.name).startswith(_COMMITTEES)
        if joined and _OF.fullmatch(reading.folded, group.end, whole.start):
            place = units.at(group.start)
            if place:
                yield relation(reading, place, group.start, whole.end, group.name, "part_of", whole.name, 0.85)


def _is_group(mention: AgencyMention) -> bool:
    return fold_name(mention.name).startswith(_GROUPS)


def _opening(reading: Reading, unit: Unit, bodies: list[AgencyMention]) -> AgencyMention | None:
    """The group with whose name an entry of a list begins."""
    marker = _MARKER.match(reading.folded, unit.start, unit.end)
    begin = marker.end() if marker else unit.start
    return next((m for m in ordered.within(bodies, begin, begin + 1) if _is_group(m)), None)


def _above(reading: Reading, unit: Unit) -> str | None:
    """The committee of which the line above a list says that it has so many groups."""
    lead = reading.units[unit.lead] if unit.lead is not None else None
    for whole in ordered.within(reading.agencies, lead.start, lead.end) if lead else ():
        committee = whole.kind == "agency" and fold_name(whole.name).startswith(_COMMITTEES)
        if lead and committee and _HAS.match(reading.folded, whole.end, lead.end):
            return whole.name
    return None
