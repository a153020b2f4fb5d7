"""Who has not done, has done or is doing what they were given: before the words of a state, or listed behind them."""

from __future__ import annotations

import re

from kg.iris import actor_kind
from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.tasks.nameless import BODIES
from loaders.words.clauses import ACTOR, JOIN, WHOEVER
from loaders.words.flat import Pattern

_SPELT = Pattern(
    r"(?:chưa|không(?= hoàn thành| thực hiện| kịp| ban hành| gửi| nộp| trình)|còn nợ|đã|đang|được|mới"
    r"|(?:(?:còn|để|bị|thực hiện|triển khai|hoàn thành) )?chậm)\b"
)
_BESIDE = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:,[^,.;:]{2,70},\s*)?(?:(?:co\s+)?(?:lien quan|truc thuoc)\s+)?"
    r"(?:(?:hien|hien nay|den nay|toi nay|nay|van|con|cung|deu|moi|da|nhieu lan|tinh den nay|cho den nay"
    r"|so voi yeu cau)\s*,?\s*)*"
)
_NUMBER = r"(?:\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_COUNTED = re.compile(
    r"(?:^|[.;:,]\s|^\s*[-+*•]\s*|\b(?:con|co|hien co|hien con|hien|den nay|toi nay|van con"
    rf"|trong do)\s+)(?P<who>(?:{_NUMBER}(?:/\d{{1,3}})?|mot so|nhieu|cac)"
    rf"\s+(?:{BODIES})\b(?:{JOIN}(?:{BODIES}|ban)\b)*)"
    r"(?P<which>\s*\([^()]*\))?\s*(?:(?:hien|hien nay|den nay|van|con|cung|deu)\s*,?\s*)*$"
)
_GOES_ON = re.compile(rf"(?<=[{ACTOR}])\s+(?:da|moi|chua)\s[^;:.]*,\s+(?:(?:hien|nay|va|hien nay)\s+)*$")
_AMONG = re.compile(  # one of a group: "Bộ Y tế nằm trong 5 bộ chưa …", "Lào Cai là một trong các tỉnh chậm …"
    rf"(?P<who>{WHOEVER})\s+(?:cung\s+|van\s+|la\s+)?(?:(?:mot|{_NUMBER})\s+trong|nam trong|thuoc|trong)\s+"
    rf"(?:(?:so|nhom|danh sach)\s+)*(?:(?:{_NUMBER}|nhung|cac)\s+)?"
    rf"(?:[{ACTOR}]+|(?:{BODIES})\b(?:,\s*(?:{BODIES}|ban|thanh)\b)*)\s+(?:(?:con|van|hien|dang|bi)\s+)*$"
)
_LISTING = re.compile(r"[\s,]*(?:(?:cu the\s+)?(?:gom|bao gom|la|do la)\s*:?|:|\()\s*(?:cac\s+)?")
_LIST_ENDS = re.compile(r"\s*(?:va\s+(?:mot so|nhieu|cac)\s[^.;:()]{2,40}?\s?khac\s*)?\)?\s*[.;]?\s*")
_PLACES = re.compile(r",?\s+(?:và\s+)?(?P<name>[^\W\d_][^\s,.;:()]*)")
_PLACE = re.compile(r"(?:(?:thành phố|thị xã|thị trấn|huyện|quận|phường|xã|tỉnh|đặc khu|UBND)\s)+[^\W\d_a-z]")
_SOME = re.compile(r"(?<!\w)(?P<many>\d{1,3}(?:/\d{1,3})?|mot so|nhieu)\s+$")
_OTHERS = re.compile(r"\s*,?\s*va\s+(?:mot so|nhieu|cac)\s+(?:\S+\s){1,3}?khac\b")
_COMMITTEE = re.compile(r"(?<!\w)(?P<what>ubnd|uy ban nhan dan|dang uy|hdnd)\s+$")
_ONLY_SOME = Pattern(r"[^.;:]{0,60}?\bmới (?:chỉ )?có \d{1,3}(?:/\d{1,3})? (?!%)", "mới")
_NOT_DONE = Pattern(r"\bchưa\b", "chưa")


def share(page: Masked, names: tuple[str, ...], start: int, end: int) -> tuple[tuple[str, ...], TaskStatus]:
    """Who is late by the words behind work that was due, and how it stands.

    Of a group only those that are named or counted are: "… song vẫn còn 6 tỉnh chưa làm", "… mới có 8/20 sở nộp".
    """
    if len(names) != 1 or actor_kind(names[0]) != "group":
        return names, "overdue"
    if page.match(_ONLY_SOME, start, end):
        return names, "in-progress"
    behind = page.search(_NOT_DONE, start, end)
    if behind is None:
        return names, "overdue"
    named = tuple(one.name for one in page.mentions(start, behind.start()) if one.kind == "agency")
    counted = _COUNTED.search(page.mask[start : behind.start()])
    said = page.text[start + counted.start("who") : start + counted.end("who")] if counted else ""
    return tuple(dict.fromkeys(named)) or ((" ".join(said.split()),) if said else names), "overdue"


def find(page: Masked, unit: Unit, match: re.Match[str]) -> tuple[int, tuple[str, ...]] | None:
    """Who stands before the words of a state, and where that begins."""
    if not page.match(_SPELT, match.start(), match.end()):
        return None
    mask = page.mask
    among = _AMONG.search(mask, max(unit.start, match.start() - 160), match.start())
    if among and (own := page.names(*among.span("who"))):
        return among.start("who"), own
    runs = page.actors_in(max(unit.start, match.start() - 240), match.start())
    if runs:
        last = runs[-1]
        behind = _called(page, last[1], match.start())
        if _BESIDE.fullmatch(mask, behind, match.start()):
            first = last[0]
            some = _SOME.search(mask, max(unit.start, first - 16), first)
            if some and behind == last[1]:  # "4/18 sở, ngành"
                return some.start("many"), (" ".join(page.text[some.start("many") : behind].split()),)
            if behind > last[1]:
                return _with_places(page, unit, first, behind)
            for run in reversed(runs[:-1]):
                if re.fullmatch(JOIN, mask[run[1] : first]) is None:
                    break
                first = run[0]
            names = page.names(first, last[1])
            return (first, names) if names else None
    begins = page.after_marker(unit)
    if match["lam"] and runs and runs[0][0] == begins and _GOES_ON.search(mask, begins, match.start()):
        names = page.names(*runs[0])  # "Sở X mới làm được 118 xã, đang thuê tư vấn làm tiếp …"
        return (begins, names) if names else None
    near = max(unit.start, match.start() - 160)
    counted = _COUNTED.search(mask[near : match.start()])
    if counted is None:
        return None
    if counted["which"] and (names := page.names(near + counted.start("which"), near + counted.end("which"))):
        return near + counted.start("who"), names
    if counted["which"] and (
        listed := _by_name(page.text[near + counted.start("which") : near + counted.end("which")])
    ):
        return near + counted.start("who"), listed
    printed = " ".join(page.text[near + counted.start("who") : near + counted.end("who")].split())
    return near + counted.start("who"), (printed,)


def members(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """The bodies of a group that the end of its clause lists, and where the list begins: "…: Bộ X, Bộ Y", "(A, B)"."""
    runs = page.actors_in(start, end)
    while runs:
        first, stop = runs[0]
        last = 0
        while last + 1 < len(runs) and re.fullmatch(JOIN, page.mask[stop : runs[last + 1][0]]):
            last += 1
            stop = runs[last][1]
        opening = next((one for one in _LISTING.finditer(page.mask, start, first) if one.end() == first), None)
        if opening and last and _LIST_ENDS.fullmatch(page.mask, stop, end):
            return page.names(first, stop), opening.start()
        runs = runs[last + 1 :]
    return None


def _by_name(brackets: str) -> tuple[str, ...]:
    """Those whom brackets list, each by a noun of a place and its name: "(huyện Bình Lục, xã Liêm Tuyền)"."""
    pieces = re.split(r"\s*(?:,|;|\bvà\b)\s*", brackets.strip(" ()"))
    return tuple(pieces) if all(_PLACE.match(piece) for piece in pieces) else ()


def _called(page: Masked, start: int, end: int) -> int:
    """The end of the proper names behind a group: "các xã Phù Vân, Liêm Tuyền và một số xã khác"."""
    stop = start
    while (word := _PLACES.match(page.text, stop, end)) and word["name"][0].isupper():
        stop = word.end()
    others = _OTHERS.match(page.mask, stop, end) if stop > start else None
    return others.end() if others else stop


def _with_places(page: Masked, unit: Unit, first: int, end: int) -> tuple[int, tuple[str, ...]]:
    """A group with the proper names behind it, as printed: "UBND các xã Phù Vân, Liêm Tuyền"."""
    before = _COMMITTEE.search(page.mask, max(unit.start, first - 30), first)
    first = before.start("what") if before else first
    return first, (" ".join(page.text[first:end].split()),)
