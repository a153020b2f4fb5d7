"""All evidence of a source's facts at once, for what is known of it only in the end: its place and its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from kg.model import Evidence, Facts


def with_evidence(facts: Facts, changed: Callable[[Evidence], Evidence]) -> Facts:
    """The facts with each piece of their evidence changed; nothing else is."""
    lists: dict[str, Any] = {}
    for name in (one.name for one in fields(facts)):
        records = getattr(facts, name)
        if isinstance(records, tuple):  # a list of records, or of plain strings, which carry no evidence
            lists[name] = tuple(
                one if isinstance(one, str) else replace(one, evidence=tuple(map(changed, one.evidence)))
                for one in records
            )
    return replace(facts, **lists)
