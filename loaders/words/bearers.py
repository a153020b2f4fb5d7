"""Those outside any agency that a text may give work to: countries, kinds of organisation, branches of the state."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from kg.folding import UPPER, fold
from loaders.reading import AgencyMention, Reading
from loaders.tables import printed
from loaders.words.choices import choice
from loaders.words.clauses import alternation
from loaders.words.flat import Stretches, steady
from loaders.words.triggers import SOURCE, in_source

BEARERS = (*printed("bearers"), *(name for name in printed("countries") if " " in name))  # one word may be any other
_NAMES = {fold(phrase): phrase for phrase in BEARERS if phrase[0].isupper()}
_SPELT = {phrase.lower() for phrase in map(steady, BEARERS)}


def find(reading: Reading) -> tuple[AgencyMention, ...]:
    """Those outside any agency that the text may give work to: a country, two parties, a kind of organisation."""
    taken = [*reading.agencies, *reading.officials, *reading.documents, *reading.programmes]
    starts = sorted((mention.start, mention.end) for mention in taken)
    found = []
    for match in in_source(reading.folded)[_BEARER].within(0, len(reading.folded)):
        index = bisect.bisect_left(starts, (match.end(), 0))
        if any(end > match.start() for _, end in starts[max(0, index - 3) : index]):
            continue
        said = reading.source.text[match.start() : match.end()]
        if not said.isascii() and steady(" ".join(said.lower().split())) not in _SPELT:
            continue  # "đề án do", not "Ấn Độ"
        named = _NAMES.get(" ".join(match[0].split()))
        if named and not said[0].isupper():
            continue  # a name is written large
        found.append(AgencyMention(match.start(), match.end(), said, "agency" if named else "group"))
    free = Stretches((start, end) for start, end in starts)
    found += [one for one in _branches(reading) if not free.holds(one.start)]
    return tuple(found)


_BEFORE_BRANCH = re.compile(  # what stands before a branch or level of the state that acts: "đề nghị ngành y tế …"
    r"(?:^|[.;:\"(,]\s*|\b(?:yeu cau|de nghi|giao|chi dao|va|cung|voi|cho|thi|rang|luu y|doi voi|nhan manh|kien nghi"
    r"|keu goi|phan cong|don doc|nhac)\s+(?:cac\s+|toan\s+)?"
    r"|\b(?:thoi gian toi|sap toi|truoc mat|toi day|thoi gian qua|nam nay|nam toi|nam \d{4}|theo do|vi vay|do do"
    r"|cu the|cuoi nam|hien nay|hien|dong thoi|ben canh do|ngoai ra),\s*(?:toan\s+)?)$"
)


_PLACE = re.compile(
    rf"(?: (?:tỉnh|thành phố|huyện))?(?: [{UPPER}]\w+){{1,4}}(?! [{UPPER}])|(?: của)? (?:tỉnh|thành phố)\b"
)


def _branches(reading: Reading) -> Iterator[AgencyMention]:
    """Branches and levels of the state that act, by a noun only: "ngành giáo dục", "Địa phương phải …"."""
    ends = {mention.end for mention in reading.agencies}
    for match in in_source(reading.folded)[_BRANCH].within(0, len(reading.folded)):
        line = max(reading.folded.rfind("\n", 0, match.start()) + 1, match.start() - 24)
        before = _BEFORE_BRANCH.search(reading.folded[line : match.start()])
        if before is None or (before[0].startswith(",") and line + before.start() not in ends):
            continue  # "thuộc ngành, địa phương …"
        said = reading.source.text[match.start() : match.end()]
        if said.isascii() or said.lower().startswith(("ngành ", "địa phương", "chính quyền", "bộ ngành")):
            place = _PLACE.match(reading.source.text, match.end())
            end = place.end() if place else match.end()
            ends.add(end)
            yield AgencyMention(match.start(), end, reading.source.text[match.start() : end], "group")


_BEARER = SOURCE.add(rf"(?:{choice(sorted(map(fold, BEARERS)))})(?!\w)", sorted(map(fold, BEARERS)))
_OWING = r"\s+(?:(?:cung|deu|thi)\s+)?(?:phai|can|se|co trach nhiem)\b"
_BRANCH = SOURCE.add(  # a branch of the state by its field, or a level of it right before what it has to do
    rf"nganh\s+(?:{alternation('department_fields')})(?!\w)|(?:dia phuong|chinh quyen|bo nganh)(?={_OWING})",
    ("nganh", "dia phuong", "chinh quyen", "bo nganh"),
)
