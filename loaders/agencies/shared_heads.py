"""Bodies of several places that share their head: "UBND các phường Hải Châu, Thanh Khê", "Sở Y tế hai tỉnh A và B".

The head and the level stand once, the places follow in a list; each place has a body of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.folding import UPPER
from loaders.agencies import registered
from loaders.agencies.bodies import Body
from loaders.agencies.survey import Survey
from loaders.officials import persons
from loaders.words.flat import Flat, steady

_LEVEL = (
    r"(?:tinh, ?thanh(?: pho)?|tinh|thanh pho|tp|thi xa|thi tran|dac khu|huyen|quan|phuong, ?xa|xa, ?phuong|phuong|xa)"
)
_SEVERAL = re.compile(rf" (?:cac|hai|ba|bon|nam|sau|\d{{1,2}}) (?P<level>{_LEVEL}):? (?=[a-z\d])")
_HEAD = re.compile(r"\b(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|cong an|dang uy|quan uy|huyen uy)$")
_LED = re.compile(r"\b(?:chu tich|bi thu|giam doc|truong|thu truong|nguoi dung dau)(?: cac)? $")  # officers act
_SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}]|[^\W\d_{UPPER}])*(?:['’][{UPPER}][^\W\d_{UPPER}]*)?"
_NAME = re.compile(rf"{_SYLLABLE}(?:(?: |-| - ){_SYLLABLE}){{0,3}}(?: \d{{1,2}})?(?![\w/])|\d{{1,2}}(?![\w/%])")
_JOINT = re.compile(r", ?(?:và|va) |, | (?:và|va) |; ?")
_LEVELS = {"tp": "thành phố", "thanh pho": "thành phố", "tinh": "tỉnh", "thi xa": "thị xã", "thi tran": "thị trấn",
           "dac khu": "đặc khu", "huyen": "huyện", "quan": "quận", "phuong": "phường", "xa": "xã"}  # fmt: skip
_COMMUNES = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
# levels of places beside each other; a commune before a district, or that before a province, lies in it
_FAMILIES = (_COMMUNES, frozenset(("huyện",)), frozenset(("quận",)), frozenset(("tỉnh",)))
_FULL = {"ubnd": "Ủy ban nhân dân", "uy ban nhan dan": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân",
         "hoi dong nhan dan": "Hội đồng nhân dân", "cong an": "Công an", "dang uy": "Đảng ủy", "quan uy": "Quận ủy",
         "huyen uy": "Huyện ủy"}  # fmt: skip


def find(flat: Flat, survey: Survey, named: dict[int, Body]) -> Iterator[Body]:
    """The bodies, from left to right: the first with the shared head, the others by their places alone."""
    ends = {body.end: body for body in named.values() if body.type == registered.LOCAL}
    for several in _SEVERAL.finditer(flat.folded):
        if flat.text[several.end()].islower():
            continue
        begin, head = _head(flat, several.start(), ends)
        places = list(_places(flat, survey, several.end())) if head else []
        if len(places) < 2 or (head and _LED.search(flat.folded, max(0, begin - 16), begin)):
            continue
        level = _LEVELS.get(several["level"])
        for index, (start, end) in enumerate(places):
            spot = survey.spots.get(start)
            if spot and spot.level in _COMMUNES:
                yield Body(start, end, f"{head} {spot.level} {spot.name}", type=registered.LOCAL)
                continue
            name = steady(flat.text[start:end])
            rank = (spot.rank if spot and spot.province and level in (None, "tỉnh") else level) or "xã"
            full = f"{head} {name}" if head.endswith("ủy") and head != "Đảng ủy" else f"{head} {rank} {name}"
            yield Body(begin if index == 0 else start, end, full, type=registered.LOCAL)
    for body in sorted(ends.values(), key=lambda body: body.start):
        yield from _beside(flat, survey, body)


def _beside(flat: Flat, survey: Survey, body: Body) -> Iterator[Body]:
    """Those of further places behind a body with its own: "UBND xã Hướng Lập, xã Tà Rụt và phường Nam Đông Hà"."""
    own = survey.spot_of.get(body.start)
    family = next((levels for levels in _FAMILIES if own and own.level in levels), None)
    if own is None or family is None or own.end != body.end:
        return
    head = body.name.removesuffix(f" {own.level} {own.name}")
    at = body.end
    while (joint := _JOINT.match(flat.text, at)) and (spot := survey.spots.get(joint.end())) and spot.level in family:
        yield Body(spot.start, spot.end, f"{head} {spot.level} {spot.name}", type=registered.LOCAL)
        at = spot.end


def _head(flat: Flat, end: int, ends: dict[int, Body]) -> tuple[int, str]:
    """Where the shared head begins that ends at a position, and how it is written in full; empty where none does."""
    body = ends.get(end)
    if body is not None:
        return body.start, body.name
    match = _HEAD.search(flat.folded, max(0, end - 20), end)
    return (match.start(), _FULL[match.group()]) if match else (end, "")


def _places(flat: Flat, survey: Survey, at: int) -> Iterator[tuple[int, int]]:
    """The names of places that a list goes on with, those behind the first maybe with a level of their own."""
    first: int | None = None
    while True:
        spot = survey.spots.get(at)
        match = _NAME.match(flat.text, at)
        if spot is not None and (spot.level is None or (first is not None and spot.level in _COMMUNES)):
            end = spot.end
        elif match is not None and spot is None and at not in survey.starts:
            end = match.end()
        else:
            return
        person = persons.vietnamese(flat, at)
        if person is not None and spot is None and flat.text.count(" ", at, person) > 1:
            return
        yield at, end
        first = at if first is None else first
        joint = _JOINT.match(flat.text, end)
        if joint is None:
            return
        at = joint.end()
