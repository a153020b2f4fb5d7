"""A choice of phrases as one pattern, in which what several begin with is written, and tried, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_Tree = dict[str, "_Tree"]


def choice(phrases: Iterable[str], space: str = r"\s+", after: Mapping[str, str] = MappingProxyType({})) -> str:
    """The alternatives of a pattern that match the phrases, of those that begin alike the longest first.

    `after` is what has to follow a phrase, as a pattern.

    >>> choice(["giao", "giao cho", "gửi"])
    'g(?:iao(?:\\\\s+cho|)|ửi)'
    """
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for char in phrase:
            branch = branch.setdefault(space if char == " " else re.escape(char), {})
        branch[""] = {after.get(phrase, ""): {}}
    return "|".join(_branches(tree))


def _branches(tree: _Tree) -> list[str]:
    """What goes on from a branching, the end of a phrase last."""
    return [*(first + _joined(_branches(rest)) for first, rest in tree.items() if first), *tree.get("", ())]


def _joined(branches: list[str]) -> str:
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
