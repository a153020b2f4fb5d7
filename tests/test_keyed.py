"""A pattern's keys are words without which it cannot match: told from the pattern itself, for every one declared."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Sequence
from itertools import product
from re import _constants as op
from re import _parser as parser
from typing import Any

import pytest

import loaders
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed
from loaders.words.triggers import Trigger

_MOST = 4000  # spellings of a part up to which they are followed
_FEW = 3  # alternatives that are followed each by itself
_SPACES = " \t\n\r\f\v"


def _declared() -> Iterator[tuple[str, Keyed]]:
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Pattern):
                yield f"{module.name}.{name}", value.accented
                yield f"{module.name}.{name} (plain)", value.plain
            elif isinstance(value, Keyed):
                yield f"{module.name}.{name}", value


def _spellings(part: tuple[Any, Any]) -> set[str] | None:
    """All that a part of a pattern matches, where that is a short list."""
    kind, value = part
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        ranges = [(code, code) if one is op.LITERAL else code for one, code in value]
        if not all(one in (op.LITERAL, op.RANGE) for one, _ in value):
            return None
        return {chr(code) for low, high in ranges for code in range(low, high + 1)}
    if kind is op.SUBPATTERN:
        return _of_all(value[3])
    if kind is op.BRANCH:
        found = [_of_all(branch) for branch in value[1]]
        return None if None in found else set().union(*found)  # type: ignore[arg-type]
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return {""}
    if kind is op.MAX_REPEAT and value[1] == 1:
        once = _of_all(value[2])
        return None if once is None else once | ({""} if value[0] == 0 else set())
    return None


def _of_all(parts: Any) -> set[str] | None:
    found = {""}
    for part in parts:
        own = _spellings(part)
        if own is None or len(own) * len(found) > _MOST:
            return None
        found = {before + after for before, after in product(found, own)}
    return found


def _needs(parts: Sequence[Any], words: tuple[str, ...], run: frozenset[str] = frozenset(("",))) -> bool:
    """Whether every match of a sequence, with one of `run` before it, has one of the words."""
    run = frozenset(one for one in run if not any(word in one for word in words))
    if not run:
        return True
    if not parts:
        return False
    part, *rest = parts
    kind, value = part
    own = _spellings(part)
    if own is not None and len(own) * len(run) <= _MOST:
        looks = kind is op.ASSERT and value[0] == 1 and _needs(value[1], words)
        return looks or _needs(rest, words, frozenset(before + after for before, after in product(run, own)))
    inner = _inner(kind, value)
    if inner and all(_needs(one, words) for one in inner):
        return True
    if kind is op.SUBPATTERN or (kind is op.BRANCH and len(inner) <= _FEW):
        return all(_needs([*one, *rest], words, run) for one in inner)
    return _needs(rest, words)


def _begins(parts: Sequence[Any], phrases: Collection[str], run: frozenset[str] = frozenset(("",))) -> bool:
    """Whether every match of a sequence, with one of `run` before it, begins with one of the phrases."""
    run = frozenset(one for one in run if not any(one.startswith(phrase) for phrase in phrases))
    if not run:
        return True
    if not parts:
        return False
    part, *rest = parts
    own = {" "} if _is_space(part) else _spellings(part)
    if own is not None:
        return _begins(rest, phrases, frozenset(before + after for before, after in product(run, own)))
    if part[0] is op.MAX_REPEAT and part[1][:2] == (0, 1):
        return _begins(rest, phrases, run) and _begins([*part[1][2], *rest], phrases, run)
    inner = _inner(*part)
    return bool(inner) and all(_begins([*one, *rest], phrases, run) for one in inner)


def _inner(kind: Any, value: Any) -> list[Any]:
    """The sequences of which one is matched at least once."""
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] >= 1:
        return [value[2]]
    return []


def _ends(parts: Sequence[Any], words: tuple[str, ...], after: frozenset[str] = frozenset(("",))) -> bool:
    """Whether every match of a sequence, with one of `after` behind it, ends with one of the words, spaces aside."""
    after = frozenset(one for one in after if not one.rstrip().endswith(words))
    if not after:
        return True
    if not parts:
        return False
    *before, part = parts
    own = {" "} if _is_space(part) else {""} if part[0] is op.AT else _spellings(part)
    if own is not None:
        return _ends(before, words, frozenset(f"{said}{one}".lstrip() for said, one in product(own, after)))
    kind, value = part
    if kind is op.MAX_REPEAT and value[0] == 0:
        return _ends(before, words, after) and _ends(list(value[2]), words, after)
    inner = _inner(kind, value)
    return bool(inner) and all(_ends([*before, *one], words, after) for one in inner)


def _is_space(part: tuple[Any, Any]) -> bool:
    kind, value = part
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return all(_is_space(one) for one in value[2])
    return (kind is op.LITERAL and chr(value) in _SPACES) or (
        kind is op.IN and value == [(op.CATEGORY, op.CATEGORY_SPACE)]
    )


def _triggers() -> Iterator[tuple[str, Trigger]]:
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Trigger):
                yield f"{module.name}.{name}", value


@pytest.mark.parametrize(("name", "trigger"), [*_triggers()])
def test_every_match_of_a_trigger_begins_with_its_phrases(name: str, trigger: Trigger) -> None:
    left_out = {"thuong truc"} if name == "loaders.tasks.order_forms._TRIGGERS" else set()  # only behind "là cơ quan"
    assert _begins(list(parser.parse(trigger.pattern.pattern)), trigger.phrases | left_out), name


@pytest.mark.parametrize(("name", "keyed"), sorted(_declared(), key=lambda found: found[0]))
def test_no_pattern_matches_without_its_keys(name: str, keyed: Keyed) -> None:
    parsed = list(parser.parse(keyed.pattern.pattern))
    for words in keyed.keys:
        assert _needs(parsed, words), (name, words)
    assert not keyed.ends or _ends(parsed, keyed.ends), name


@pytest.mark.parametrize(
    ("pattern", "words", "needed"),
    [
        (r"\b(?:giao|yeu cau)\s+bo", ("giao", "yeu cau"), True),
        (r"\b(?:giao|yeu cau)?\s+bo", ("giao", "yeu cau"), False),
        (r"(?:nhiem vu|viec)\s", ("viec",), False),
        (r"con\s+(?=viec)", ("viec",), True),
        (r"con\s+(?!viec)", ("viec",), False),
        (r"[ab]+c", ("a", "b"), True),
        (r"qu[yi]", ("quy", "qui"), True),
        (r"(?:\d thang(?: dau)?|nua dau) nam (20\d)", (" thang nam 20", " thang dau nam 20", "nua dau nam 20"), True),
        (r"(?:\d thang(?: dau)?|nua dau) nam (20\d)", (" thang nam 20", "nua dau nam 20"), False),
    ],
)
def test_what_a_pattern_needs_is_told_from_it(pattern: str, words: tuple[str, ...], needed: bool) -> None:
    assert _needs(list(parser.parse(pattern)), words) is needed


@pytest.mark.parametrize(
    ("pattern", "words", "ended"),
    [
        (r"\b(?:giao|yeu cau)\s*$", ("giao", "cau"), True),
        (r"\b(?:giao|yeu cau)\s*$", ("giao",), False),
        (r"\bgiao\s*(?:,|,?\s+va)\s*$|\bgiup\s+$", (",", "va", "giup"), True),
        (r"\bgiao(?: cho)?\s*$", ("giao",), False),
        (r"\bgiao(?:\s+cho)*$", ("cho",), False),
        (r"\bgiao(?:\s+cho)*\s*$", ("giao", "cho"), True),
    ],
)
def test_what_a_pattern_ends_with_is_told_from_it(pattern: str, words: tuple[str, ...], ended: bool) -> None:
    assert _ends(list(parser.parse(pattern)), words) is ended


def test_a_pattern_without_its_words_is_not_searched() -> None:
    keyed = Keyed(r"giao\s+bo", "giao", "bo|so")
    assert keyed.search("thu tuong giao bo") is not None
    assert keyed.search("thu tuong giao bo", 0, 13) is None
    assert [match.start() for match in keyed.finditer("giao bo, giao bo")] == [0, 9]
    assert not keyed.is_open("giao tinh")
    assert not Keyed(r"giao\s*$", ends=("giao",)).is_open("giao bo ")
    assert Keyed(r"giao\s*$", ends=("giao",)).is_open("bo giao ")
