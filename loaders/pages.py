"""The page of each piece of evidence, where a paragraph or a cell of the source runs over several pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from kg.model import Evidence, Facts, Place, Source


def paged(facts: Facts, source: Source) -> Facts:
    """The facts with the page on which each piece of evidence begins; as they are where the source has no pages."""
    if not source.page_starts:
        return facts
    lists: dict[str, Any] = {
        one.name: tuple(_records(getattr(facts, one.name), source))
        for one in fields(facts)
        if isinstance(getattr(facts, one.name), tuple)
    }
    return replace(facts, **lists)


def _records(records: Iterable[Any], source: Source) -> Iterator[Any]:
    for record in records:
        if isinstance(record, str):
            yield record
        else:
            yield replace(record, evidence=tuple(_evidence(one, source) for one in record.evidence))


def _evidence(found: Evidence, source: Source) -> Evidence:
    page = bisect_right(source.page_starts, found.start) + 1
    return replace(found, place=replace(found.place or Place(), page=page))
