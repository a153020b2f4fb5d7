"""Whether those who bear two tasks are one: bodies, the offices of who heads them, and phrases for several."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

_KINDS: Final = (  # nouns of a group, and how the names of its members begin
    ("(?<!can-)bo|nganh|co-quan-ngang-bo", "bo-|thanh-tra-chinh-phu|ngan-hang-nha-nuoc|van-phong-chinh-phu"),
    ("tinh|thanh-pho|dia-phuong", "tinh-|thanh-pho-|uy-ban-nhan-dan-(?:tinh|thanh-pho)"),
    ("so", "so-"),
    ("xa|phuong|dac-khu|dia-phuong", "(?:uy-ban-nhan-dan-)?(?:xa|phuong|dac-khu)-"),
)


def is_group(doer: str) -> bool:
    """Whether a bearer's IRI is that of a phrase for several."""
    return "/group/" in doer


def one_body(one: str, other: str) -> bool:
    """Whether two bearers are one, or a body and the office of who heads it: bo-tai-chinh, bo-truong-bo-tai-chinh."""
    if one == other:
        return True
    office, body = (one, other) if "/office/" in one else (other, one)
    return "/office/" in office and "/agency/" in body and office.endswith(f"-{body.rpartition('/')[2]}")


def of_group(doer: str, group: str) -> bool:
    """Whether a body is of the kind that a group's words name: bo-y-te of -cac-bo-nganh-dia-phuong-."""
    name = doer.rpartition("/")[2]
    if is_group(doer):
        return any(
            re.search(rf"-(?:{nouns})-", f"-{name}-") and re.search(rf"-(?:{nouns})-", group) for nouns, _ in _KINDS
        )
    return any(re.search(rf"-(?:{nouns})-", group) and re.match(heads, name) for nouns, heads in _KINDS)


def part_counted(doer: str) -> bool:
    """Whether a group is so many of its kind, and not all: "07 địa phương", "29/34 tỉnh", "UBND 07 tỉnh"; "34/34 tỉnh"
    and "tất cả 34 tỉnh" are all.
    """
    if re.match("tat-ca-|toan-bo-", doer.rpartition("/")[2]):
        return False
    numbers = [int(word) for word in doer.rpartition("/")[2].split("-")[:6] if word.isdecimal()]
    return bool(numbers) and not (len(numbers) == 2 and numbers[0] == numbers[1])


def may_bear(done: bool, reported: bool, one: Set[str], other: Set[str]) -> bool:
    """Whether those who bear the `one` may bear the `other`, an order. A phrase for a group may mean anybody; but what
    is reported of one of a group, of so many of it or of a narrower group, is not told of all, and what is done by
    nobody knows whom is not done by all.
    """
    whole = [doer for doer in one if is_group(doer) and not part_counted(doer)]
    if done and not one:
        return not any(map(is_group, other))
    if done and not whole:
        return all(any(one_body(a, b) for b in one) for a in other)
    if done:
        return all(any(_covers(a, b) for b in one) for a in other)
    if reported and one and not whole and any(map(is_group, other)):
        return one <= other
    if any(map(is_group, (*one, *other))):
        return True
    return any(one_body(a, b) for a in one for b in other)


def _covers(ordered: str, done: str) -> bool:
    """Whether a group's having done something says that one who was ordered has: "các bộ, tỉnh" of "các tỉnh"."""
    if not is_group(done):
        return one_body(ordered, done)
    words = f"-{done.rpartition('/')[2]}-"
    if not is_group(ordered):
        return of_group(ordered, words)
    kinds = [nouns for nouns, _ in _KINDS if re.search(rf"-(?:{nouns})-", f"-{ordered.rpartition('/')[2]}-")]
    return all(re.search(rf"-(?:{nouns})-", words) for nouns in kinds)


def part_of(one: Set[str], other: Set[str]) -> bool:
    """Whether each of these is of a group among the others."""
    groups = [f"-{doer.rpartition('/')[2]}-" for doer in other if is_group(doer)]
    return bool(groups) and all(any(of_group(doer, group) for group in groups) for doer in one)
