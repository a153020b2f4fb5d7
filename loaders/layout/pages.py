"""The page of each piece of evidence, where a paragraph or a cell of the source runs over several pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from kg.model import Evidence, Facts, Place, Source
from loaders.layout.proofs import with_evidence


def paged(facts: Facts, source: Source) -> Facts:
    """The facts with the page on which each piece of evidence begins; as they are where the source has no pages."""

    def on_its_page(found: Evidence) -> Evidence:
        page = bisect_right(source.page_starts, found.start) + 1
        return replace(found, place=replace(found.place or Place(), page=page))

    return with_evidence(facts, on_its_page) if source.page_starts else facts
