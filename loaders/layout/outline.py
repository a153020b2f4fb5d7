"""What stands above a unit: the line that introduces it, its headings, the sentence with a colon before its list."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.reading import Reading, Unit
from loaders.words import ordered

_NEAR = 12  # how many units back a line that introduces a list may stand


def above(reading: Reading, unit: Unit) -> Iterator[Unit]:
    """The units above, nearest first: leads before headings, each with what stands above it; the title is left out."""
    seen: set[int] = set()
    index = ordered.index(reading.units, unit.start + 1) - 1
    queue = [unit.lead, _introduction(reading, index), unit.heading]
    while queue:
        index_above = queue.pop(0)
        if index_above is None or index_above in seen:
            continue
        seen.add(index_above)
        other = reading.units[index_above]
        if other.role != "title" and other.end <= unit.start:
            yield other
        queue += [other.lead, _introduction(reading, index_above) if other.role == "item" else None, other.heading]


def _introduction(reading: Reading, index: int) -> int | None:
    """The sentence with a colon at its end that a list item follows, where no heading stands between."""
    if reading.units[index].role != "item":
        return None
    for other in range(index - 1, max(-1, index - _NEAR), -1):
        unit = reading.units[other]
        if unit.role == "heading":
            return None
        if unit.role == "sentence":
            return other if reading.folded[unit.end - 1 : unit.end] == ":" else None
    return None
