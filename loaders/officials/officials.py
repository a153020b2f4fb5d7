"""Persons with their posts: role, agency, rank and name in every order, and later mentions by role or given name.

A person is named beside a post ("Thứ trưởng Bộ Công an Lê Quốc Hùng", "bà Lê Thu Hà, Giám đốc Sở Nội vụ tỉnh
An Bình"); where the post leaves its agency to the context, another mention of the person or of the post tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kg.model import Evidence, Official
from loaders.layout import beside
from loaders.officials import recalls
from loaders.officials.holders import Search
from loaders.reading import OfficialMention, Reading
from loaders.words.flat import flatten


def find(reading: Reading) -> tuple[OfficialMention, ...]:
    """The mentions of officials in order, none within another; a mention spans post and name, where both stand there.

    Each carries the person's full name and the post that fits the mention. "Thủ tướng" is the person where the source
    names who that is, but not in a document's own text, where the office speaks.
    """
    flat = flatten(reading)
    search = Search(reading, flat)
    search.run()
    if not search.persons:
        return ()
    found = []
    after = -1
    mentions = [*search.found, *recalls.find(search)]
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start < after:
            continue
        after = mention.end
        start, end = flat.place(mention.start, mention.end)
        role, agency = mention.person.post(mention.role, mention.agency)
        found.append(OfficialMention(start, end, mention.person.name, role, agency))
    return tuple(found)


def facts(reading: Reading) -> tuple[Official, ...]:
    """The officials that the source names, each post of a person once, with all places as evidence."""
    places: dict[tuple[str, str | None, str | None], list[Evidence]] = {}
    introduced: dict[str, int] = {}  # where a person is first named
    index = 0
    for mention in reading.officials:
        while index < len(reading.units) and reading.units[index].end <= mention.start:
            index += 1
        key = (mention.name, mention.role, mention.agency)
        if mention.name.split()[-1] in reading.source.text[mention.start : mention.end]:
            introduced.setdefault(mention.name, mention.start)
        places.setdefault(key, []).extend(_shown(reading, index, mention))
    return tuple(
        Official(name=name, role=role, agency=agency, evidence=tuple(found), confidence=0.97 if agency else 0.9)
        for (name, role, agency), found in sorted(
            places.items(), key=lambda item: _told(item[1], introduced.get(item[0][0], 0))
        )
    )


def _shown(reading: Reading, index: int, mention: OfficialMention) -> Iterator[Evidence]:
    """Where a mention stands: of one over several lines, as of a signature, each line but "(Đã ký)" between them."""
    for unit in islice(reading.units, index, None):
        if unit.start >= mention.end:
            return
        start, end = max(mention.start, unit.start), min(mention.end, unit.end)
        if unit.role == "recipients":  # the cell beside them, if any
            start = beside.last_cell(reading.source.text, start, end)
            if reading.folded.startswith("-", start) or start >= end:
                continue
        if not reading.folded.startswith(("(", "["), start):
            yield reading.evidence(start, end, unit.place)


def _told(found: list[Evidence], introduced: int) -> int:
    """Where a post is first told from where its holder is named on: two posts come in the order of the text."""
    return next((one.start for one in found if one.start >= introduced), found[0].start)
