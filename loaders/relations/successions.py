"""How bodies changed into one another: renamed, merged, split, founded on others, moved under another.

Read from the words between two bodies of a sentence and before them. A clause without a subject ("Năm 1956 đổi tên
thành …", "lại tách ra hai Bộ …") goes on with the body that the change told last led to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg import registry
from kg.model import Relation, RelationName
from loaders.documents.cited import Units
from loaders.reading import AgencyMention, Reading, Unit
from loaders.words.triggers import SOURCE, in_source

_CHANGE = SOURCE.add(
    r"(?:doi\s+ten|doi\s+thanh|doi\s+lai|sap\s+nhap|sat\s+nhap|hop\s+nhat|nhap\s+vao|tach|chia|thanh\s+lap|hinh\s+thanh|kien\s+toan"
    r"|to\s+chuc\s+lai|nang\s+cap|chuyen|tien\s+than|ten\s+(?:cu|goi|moi)|truoc\s+(?:day|kia)|ke\s+thua|thay\s+(?:cho|the)|tiep\s+noi"
    r"|nay\s+la|lay\s+ten|mang\s+ten|tro\s+thanh)\b",
    ("doi ten", "doi thanh", "doi lai", "sap nhap", "sat nhap", "hop nhat", "nhap vao", "tach", "chia", "thanh lap",
     "hinh thanh", "kien toan", "to chuc lai", "nang cap", "chuyen", "tien than", "ten cu", "ten goi", "ten moi",
     "truoc day", "truoc kia", "ke thua", "thay cho", "thay the", "tiep noi", "nay la", "lay ten", "mang ten",
     "tro thanh"),
)  # fmt: skip
_DONE = r"(?:(?:da|duoc|se|chinh\s+thuc|tiep\s+tuc|lai|roi|sau\s+do|tiep\s+do)\s+)*"
_MERGED = r"(?:sap\s+nhap|sat\s+nhap|hop\s+nhat|nhap)"
_ENDED = (  # "giải thể, sáp nhập vào …", "chấm dứt hoạt động để hợp nhất với …"
    r"(?:(?:(?:ket\s+thuc|cham\s+dut|ngung|dung)\s+hoat\s+dong|giai\s+the)(?:\s*,)?\s+(?:(?:va|de|roi)\s+)?)?"
)
_CALLED = (
    r"(?:lay\s+ten|mang\s+ten|voi\s+ten|voi\s+ten\s+goi|co\s+ten(?:\s+goi)?|ten\s+goi)(?:\s+(?:goi|moi|chung))*(?:\s+lan\s+luot)?"
    r"(?:\s+(?:la|thanh))?\s*:?"
)
_FROM = re.compile(
    r"[^.;:]{0,60}?\b(?:duoc\s+)?(?:kien\s+toan|doi\s+ten|nang\s+cap|thanh\s+lap|hinh\s+thanh|to\s+chuc\s+lai|chuyen\s+doi|ra\s+(?:mat|doi))"
    r"\s*,?\s+(?:lai\s+)?(?:tu|tren\s+co\s+so)(?:\s+(?:viec\s+)?(?:hop\s+nhat|sap\s+nhap|to\s+chuc\s+lai|sat\s+nhap|nang\s+cap|tach))?\s+(?:cac\s+)?$"
)
_APPOSED = re.compile(r"\s*,\s+[^.;:,]{0,50}\b(?:thuoc|cua)\s+")
_FOUNDED = re.compile(r"\b(?:thanh\s+lap|hinh\s+thanh|kien\s+toan|to\s+chuc\s+lai)\s+(?:moi\s+)?$")
_OUT_OF = re.compile(
    r"[\s,]+(?:tren\s+co\s+so|tu)\s+(?:viec\s+)?"
    r"(?:kien\s+toan|hop\s+nhat|sap\s+nhap|sat\s+nhap|to\s+chuc\s+lai|nang\s+cap|chuyen\s+doi|doi\s+ten)\s+(?:cac\s+)?"
)
_RENAMING = re.compile(r"\b(?:doi\s+ten|nang\s+cap|chuyen\s+doi|to\s+chuc\s+lai|kien\s+toan)\s+(?:cua\s+)?$")
_BECAME = re.compile(
    rf"\s*\(?\s*(?:,\s*)?{_DONE}(?:kien\s+toan\s*(?:,|va)\s+)?(?:(?:doi\s+ten|kien\s+toan|nang\s+cap|to\s+chuc\s+lai|doi|chuyen(?:\s+doi)?)\s+(?:moi\s+)?(?:lai\s+)?(?:thanh|la)"
    rf"|tro\s+thanh|{_CALLED})\s+$|\s*[(,]\s*nay\s+la\s+$"
)
_NOW = re.compile(r"\bnay\s+la\s+$")
_SPLIT = re.compile(
    r"\s+(?:da\s+|duoc\s+)*(?:tach|chia\s+tach|chia)\s+(?:ra\s+)?thanh\s+(?:(?:\d|hai|ba)\s+)?(?:(?:co\s+quan|don\s+vi|bo)\b)?\s*:?\s*"
)
_OUT = re.compile(rf"\s+{_DONE}tach\s+(?:ra\s+)?(?:tu|khoi)\s+$")
_PARTING = re.compile(r"\btach\s+$")
_MERGED_WITH = re.compile(rf"\s+{_DONE}{_ENDED}{_DONE}{_MERGED}(?:\s*(?:,|va)\s*{_MERGED})?\s+(?:voi|cung)\s+")
_FORMERLY = re.compile(
    r"\s*[(,]\s*(?:ten\s+(?:goi\s+)?(?:cu|truoc\s+(?:day|kia))|truoc\s+(?:day|kia)|tien\s+than|nguyen)(?:\s+(?:co\s+ten\s+)?(?:goi\s+)?la)?\s*:?\s+$"
    r"|\s+(?:co\s+)?tien\s+than\s+la\s+$"
)
_BEFORE_IT = re.compile(r"\btien\s+than\s+(?:cua\s+)?$")
_IS = re.compile(r"\s+(?:chinh\s+)?la\s+(?:mot\s+)?$")
_INTO = re.compile(rf"\s+{_DONE}{_ENDED}(?:ve\s+)?{_MERGED}(?:\s*,\s*{_MERGED})?\s+(?:vao|ve)\s+$|\s+vao\s+$|\s+ve\s+$")
_MERGING = re.compile(rf"\b{_MERGED}\s+(?:cac\s+)?$")
_MAKING = re.compile(rf"\s+(?:va\s+)?(?:{_DONE}doi\s+ten\s+)?thanh\s+(?:lap\s+)?$|\s*,?\s*{_CALLED}\s+$")
_INHERITS = re.compile(
    r"\s+(?:da\s+|se\s+)?(?:ke\s+thua|thay\s+cho|thay\s+the|tiep\s+noi)(?:\s+(?:chuc\s+nang|nhiem\s+vu)[^.;:]{0,40}\s+cua)?\s+"
)
_WITH = re.compile(rf"\s+(?:{_DONE}{_MERGED}\s+)?(?:cung|voi|va)(?:\s+voi)?\s+")
_NAMED = re.compile(
    rf"(?:\s+cu)?\s*,?\s*(?:{_CALLED}|(?:de\s+)?thanh(?:\s+lap)?|{_DONE}(?:cung\s+)?{_MERGED}(?:\s+lai)?(?:\s+(?:thanh|lam)\s+mot)?\s*,?\s*"
    rf"(?:{_CALLED}|(?:de\s+)?thanh(?:\s+lap)?))\s+"
)
_ROW_MERGED = re.compile(
    rf"\s+{_DONE}(?:cung\s+)?{_MERGED}(?:\s*,\s*{_MERGED})?(?:\s+(?:lai|voi\s+nhau))*"
    r"(?:\s+(?:thanh|lam)\s+mot)?(?:\s+thanh\s+(?:\w+\s+){1,2}moi)?\s*,?\s*"
    rf"(?:{_CALLED}|(?:de\s+)?(?:thanh|hinh\s+thanh)(?:\s+lap)?|vao|ve)\s+$"
)
_AND = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:,|va|voi|cung(?:\s+voi)?)\s+(?:va\s+)?$")
_IN_TURN = re.compile(r"\blan\s+luot\b")
_MOVED = re.compile(
    rf"\s+{_DONE}(?:dieu\s+chuyen|chuyen|dat|giao)\s+(?:nguyen\s+trang\s+)?(?:sang|ve|vao|cho)?\s*(?:truc\s+thuoc|thuoc|duoi\s+quyen)\s+$"
)
_MOVED_TO = re.compile(
    r"\s+(?:da\s+|se\s+)?duoc\s+(?:dieu\s+chuyen|chuyen\s+giao|chuyen)\s+(?:nguyen\s+trang\s+)?(?:ve|sang)\s+$"
)
_MOVED_FROM = re.compile(rf"\s+{_DONE}(?:dieu\s+)?chuyen\s+(?:nguyen\s+trang\s+)?tu\s+$")
_TO = re.compile(r"\s+(?:sang|ve)\s+(?:(?:truc\s+)?thuoc\s+)?$")
_TAKEN_OVER = re.compile(r"\b(?:chuyen|nhap)\s+(?:sang|ve|vao|cho)\s+$")
_SUBJECTLESS = re.compile(
    rf"(?:^|[\d,;.)]\s*|\bthi\s+|\bsau\s+do\s+){_DONE}(?:doi\s+ten|doi|chuyen)\s+(?:moi\s+)?(?:lai\s+)?(?:thanh|la)\s+$"
)
_PARTED = re.compile(
    rf"(?:^|[\d,;.)]\s*|\bthi\s+){_DONE}tach\s+(?:ra\s+)?(?:rieng\s+)?(?:thanh\s+)?(?:(?:\d|hai|ba)\s+)?$"
)
_FAR = 120  # characters between two bodies


def state(reading: Reading, units: Units, bodies: list[AgencyMention]) -> Iterator[Relation]:
    """The changes that the text tells between the given bodies."""
    topic: str | None = None  # the body that the last change led to
    index = 0
    while index < len(bodies):
        unit = units.at(bodies[index].start)
        stop = index + 1
        while unit is not None and stop < len(bodies) and bodies[stop].end <= unit.end:
            stop += 1
        if unit is not None and in_source(reading.folded)[_CHANGE].first(unit.start, unit.end):
            for change, leads_to in _of_unit(reading, unit, bodies[index:stop], topic):
                topic = leads_to
                yield change
        index = stop


def _of_unit(
    reading: Reading, unit: Unit, mentions: list[AgencyMention], topic: str | None
) -> Iterator[tuple[Relation, str]]:
    """The changes of one sentence, each with the body that it led to."""
    told = unit.start  # up to where changes have been read
    for index, mention in enumerate(mentions):
        changes = list(_changes(reading, unit, mentions, index)) if index + 1 < len(mentions) else []
        if not changes and mention.start >= told and topic:
            changes = list(_goes_on(reading, unit, mentions, index, topic))
        for change in changes:
            topic = change.object if change.relation == "merged_into" else change.subject
            if change.relation == "part_of":
                topic = change.subject
            elif _BEFORE_IT.search(
                reading.folded, max(unit.start, change.evidence[0].start - 20), change.evidence[0].start
            ):
                topic = change.object
            told = max(told, change.evidence[0].end)
            yield change, topic


def _changes(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> Iterator[Relation]:
    """What the words between a body and the next say of their change."""
    mention, other = mentions[index], mentions[index + 1]
    between = reading.folded[mention.end : other.start]
    before = reading.folded[max(unit.start, mention.start - 32) : mention.start]
    row = _row(reading, unit, mentions, index)
    if len(row) > 1 and not (index and _AND.fullmatch(reading.folded[mentions[index - 1].end : mention.start])):
        merged = list(_row_merged(reading, unit, mentions, index, row))
        if merged:
            yield from merged
            return
    founded = _FOUNDED.search(before) and _OUT_OF.fullmatch(between)
    again = founded or _FROM.fullmatch(between)  # "Sở A trên cơ sở hợp nhất Sở A và Sở B"
    if (mention.name == other.name and not again) or len(between) > _FAR or _TAKEN_OVER.search(before):
        return
    if index and between.startswith(","):
        earlier = mentions[index - 1]  # "Trung tâm A, đơn vị sự nghiệp thuộc Sở B, được thành lập từ …"
        mention = earlier if _APPOSED.fullmatch(reading.folded, earlier.end, mention.start) else mention
    if again:
        merging = re.search(r"\b(?:hop\s+nhat|sap\s+nhap|sat\s+nhap)\b", between)
        for source in _row(reading, unit, mentions, index + 1):
            if source.name == mention.name:
                continue
            if merging:
                yield relation(reading, unit, mention.start, source.end, source.name, "merged_into", mention.name, 0.9)
            else:
                yield relation(reading, unit, mention.start, source.end, mention.name, "succeeds", source.name, 0.9)
    elif _BEFORE_IT.search(before) and _IS.fullmatch(between):
        yield relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.9)
    elif (_RENAMING.search(before) and _MAKING.fullmatch(between)) or _BECAME.fullmatch(between):
        if _NOW.search(between) and _taken_in(mention.name, other.name):
            yield relation(reading, unit, mention.start, other.end, mention.name, "merged_into", other.name, 0.9)
        else:
            yield relation(reading, unit, mention.start, other.end, other.name, "succeeds", mention.name, 0.9)
        if _IN_TURN.search(between):
            yield from _in_turn(reading, unit, _row(reading, unit, mentions, index + 1))
    elif _SPLIT.fullmatch(between) or (_PARTING.search(before) and _MAKING.fullmatch(between)):
        for part in _row(reading, unit, mentions, index + 1):
            yield relation(reading, unit, mention.start, part.end, part.name, "succeeds", mention.name, 0.85)
    elif _OUT.fullmatch(between) or (_PARTING.search(before) and re.fullmatch(r"\s+(?:ra\s+)?khoi\s+", between)):
        yield relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.8)
    elif _INHERITS.fullmatch(between):
        yield relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.9)
    elif _MOVED.fullmatch(between) or (
        _MOVED_TO.fullmatch(between) and not before.endswith("cua ")
    ):  # "được chuyển sang trực thuộc Bộ C"
        yield relation(reading, unit, mention.start, other.end, mention.name, "part_of", other.name, 0.85)
    elif _MOVED_FROM.fullmatch(between) and index + 2 < len(mentions):  # "chuyển từ Bộ B sang Bộ C"
        third = mentions[index + 2]
        if _TO.fullmatch(reading.folded[other.end : third.start]) and third.name != other.name:
            yield relation(reading, unit, mention.start, third.end, mention.name, "part_of", third.name, 0.85)
    elif _WITH.fullmatch(between) or _MERGED_WITH.fullmatch(between):
        yield from _joined(reading, unit, mentions, index)
    elif _FORMERLY.fullmatch(between):
        yield relation(reading, unit, mention.start, other.end, mention.name, "succeeds", other.name, 0.9)
    elif _MERGING.search(before):
        last = index + len(row)
        result = mentions[last] if last < len(mentions) else None
        if result is None:
            return
        joint = reading.folded[row[-1].end : result.start]
        if _MAKING.fullmatch(joint) or _INTO.fullmatch(joint):
            for one in row:
                yield relation(reading, unit, one.start, result.end, one.name, "merged_into", result.name, 0.9)
    elif _INTO.fullmatch(between) and re.search(r"nhap|nhat", between):
        yield relation(reading, unit, mention.start, other.end, mention.name, "merged_into", other.name, 0.9)


@cache
def _taken_in(name: str, into: str) -> bool:
    """Whether the registry knows that a body which "nay là" another was merged into it."""
    known = registry.load()
    ids = {agency.id for agency in known.agencies_named(name)}, {agency.id for agency in known.agencies_named(into)}
    merged = [change for change in known.successions if change.relation == "merged_into"]
    return any(change.predecessor in ids[0] and change.successor in ids[1] for change in merged)


def _row_merged(
    reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int, row: list[AgencyMention]
) -> Iterator[Relation]:
    """ "Bộ A, Bộ B và Bộ C hợp nhất thành Bộ D", "… thành một với tên gọi lần lượt là Bộ D, Bộ E"."""
    last = index + len(row)
    result = mentions[last] if last < len(mentions) else None
    joint = reading.folded[row[-1].end : result.start] if result else ""
    if result is None or not _ROW_MERGED.fullmatch(joint):
        return
    for one in row:
        if one.name != result.name:
            yield relation(reading, unit, one.start, result.end, one.name, "merged_into", result.name, 0.9)
    if _IN_TURN.search(joint):
        yield from _in_turn(reading, unit, _row(reading, unit, mentions, last))


def _in_turn(reading: Reading, unit: Unit, row: list[AgencyMention]) -> Iterator[Relation]:
    """Names that a body bore one after the other."""
    for earlier, later in pairwise(row):
        yield relation(reading, unit, earlier.start, later.end, later.name, "succeeds", earlier.name, 0.85)


def _goes_on(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int, topic: str) -> Iterator[Relation]:
    """What a clause without a subject says of the body spoken of last."""
    mention = mentions[index]
    begin = max(unit.start, mention.start - 60, mentions[index - 1].end if index else 0)
    before = reading.folded[begin : mention.start]
    if _SUBJECTLESS.search(before) and mention.name != topic:
        yield relation(reading, unit, mention.start, mention.end, mention.name, "succeeds", topic, 0.75)
    elif _PARTED.search(before):
        for part in _row(reading, unit, mentions, index):
            if part.name != topic:
                yield relation(reading, unit, mention.start, part.end, part.name, "succeeds", topic, 0.75)
    elif _TAKEN_OVER.search(before) and index + 1 < len(mentions):
        called = reading.folded[mention.end : mentions[index + 1].start]
        if not re.fullmatch(rf"\s*,?\s*{_CALLED}\s+", called):
            return
        row = _row(reading, unit, mentions, index + 1)
        yield relation(reading, unit, mention.start, row[0].end, row[0].name, "succeeds", topic, 0.75)
        yield from _in_turn(reading, unit, row)
        for part in row:
            yield relation(reading, unit, mention.start, part.end, part.name, "part_of", mention.name, 0.75)


def _joined(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> Iterator[Relation]:
    """ "Bộ A hợp nhất với Bộ B, lấy tên là Bộ C"; "Bộ A cùng Bộ B thành Bộ C" where the sentence speaks of mergers."""
    first, second = mentions[index], mentions[index + 1]
    third = mentions[index + 2] if index + 2 < len(mentions) else None
    merging = re.search(r"\b(?:hop|sap|sat)\s+nhap\b|\bhop\s+nhat\b", reading.folded[unit.start : second.start])
    alone = third is None or not _NAMED.fullmatch(reading.folded[second.end : third.start])
    if alone and _MERGED_WITH.fullmatch(reading.folded[first.end : second.start]):
        yield relation(reading, unit, first.start, second.end, first.name, "merged_into", second.name, 0.8)
        return
    if third is None or not merging or not _NAMED.fullmatch(reading.folded[second.end : third.start]):
        return
    for one in (first, second):
        if one.name != third.name:
            yield relation(reading, unit, first.start, third.end, one.name, "merged_into", third.name, 0.85)


def _row(reading: Reading, unit: Unit, mentions: list[AgencyMention], index: int) -> list[AgencyMention]:
    """The bodies from `index` on that "và" and commas join."""
    row = [mentions[index]]
    for following in mentions[index + 1 :]:
        if following.end > unit.end or not _AND.fullmatch(reading.folded[row[-1].end : following.start]):
            break
        row.append(following)
    return row


def relation(
    reading: Reading,
    unit: Unit,
    start: int,
    end: int,
    subject: str,
    name: RelationName,
    object_: str,
    confidence: float,
) -> Relation:
    """A relation with the stretch of a unit that says it."""
    return Relation(
        subject=subject,
        relation=name,
        object=object_,
        evidence=(reading.evidence(start, end, unit.place),),
        confidence=confidence,
    )
