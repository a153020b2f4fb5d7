"""What the frame of an official text says: its "Căn cứ" lines, its title, its first sentence, its first articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from kg.model import RelationName
from loaders.documents import reviewed
from loaders.documents.cited import Units
from loaders.reading import DocumentMention, Reading, Unit
from loaders.relations.subject_links import JOINED, PARTS, Link, carried_out_by, governed, outermost, reach, row
from loaders.words import ordered

_AT_FIRST = (
    r"(?:(?:ngay|moi|truoc|theo|cung|thang|sang|chieu|trong|tu|tai|nam)\b[^.;:,]{0,40},\s+(?:de\s+)?)?"  # "Ngày 12/3,"
)
_TOLD_THAT = (
    r"(?:[^.;:]{2,90}?\s(?:cho\s+biet|cho\s+hay|bao\s+cao|neu\s+ro|khang\s+dinh|thong\s+tin)(?:\s+rang)?\s*[,:]\s+)?"
)
_AND_SO = (  # "Nhằm khắc phục những hạn chế nêu trên và", "Để kịp thời … , đồng thời"
    r"(?:(?:de|nham)\s+[^.;:]{3,140}?(?:\s+va|,)\s+(?:dong\s+thoi\s+)?)?"
)
_HOW = r"(?:tot|nghiem(?:\s+tuc)?|(?:co\s+)?hieu\s+qua|kip\s+thoi|dong\s+bo|day\s+du|quyet\s+liet|thong\s+nhat)"
_CARRYING_OUT = re.compile(
    rf"{_AT_FIRST}(?P<rests>can\s+cu|tren\s+co\s+so|dua\s+tren|dua\s+theo)\s+(?:vao\s+)?"
    r"(?:(?:huong\s+dan|y\s+kien|noi\s+dung|chi\s+dao|ket\s+luan|yeu\s+cau|thong\s+nhat)\b[^.;:,]{0,90}?"
    r"\s(?:tai|trong|theo|cua)\s+)?(?:cac\s+)?$|"
    rf"{_AT_FIRST}(?P<guides>(?:de|nham)\s+(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)(?:\s+(?:va\s+)?(?:thi\s+hanh|thuc\s+hien))?"
    rf"\s+(?:[^.;:,]{{2,60}}?\s(?:cua|tai)\s+)?)$|"
    rf"{_AT_FIRST}(?:theo|hoan\s+thanh)\s+(?:su\s+|cac\s+)?(?:phan\s+cong|nhiem\s+vu|yeu\s+cau|chi\s+dao)\b[^.;:,]{{0,70}}?"
    r"(?:\s(?:tai|trong|theo|cua))\s+$|"
    r"[-+*\u2013\u2022]\s*(?:quan\s+triet|cu\s+the\s+hoa|the\s+che\s+hoa)\s+(?:cac\s+)?$|"  # one of its viewpoints
    rf"{_TOLD_THAT}{_AT_FIRST}{_AND_SO}(?:de\s+|nham\s+|tiep\s+tuc\s+)*(?:to\s+chuc\s+)?"
    r"(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?|cu\s+the\s+hoa|the\s+che\s+hoa|quan\s+triet|chap\s+hanh|thi\s+hanh|thuc\s+thi|hien\s+thuc\s+hoa|huong\s+ung|(?:som\s+)?dua)"
    rf"(?:\s+{_HOW}(?:(?:\s*,|\s+va)\s+{_HOW})*)?"
    r"(?:\s+(?:(?:cac|nhung)\s+)?(?:y\s+kien\s+)?(?:chi\s+dao|ket\s+luan|yeu\s+cau|tinh\s+than|nhiem\s+vu|muc\s+tieu|noi\s+dung)"
    r"\b[^.;:,]{0,70}?\s(?:tai|trong|theo|cua))?"
    r"\s+(?:cac\s+)?$"
)
_FURTHER = re.compile(r";\s+(?:va\s+|dong\s+thoi\s+)?|,\s+(?:va\s+)?(?=(?:tren\s+co\s+so|dua\s+tren|dua\s+theo)\s)")
_ISSUED = re.compile(r"\b(?:ban\s+hanh|ky|phe\s+duyet|co|ra|xay\s+dung|lap|thong\s+qua)\s+(?:(?:kem\s+theo|cac)\s+)?$")
_THIS_IS = re.compile(  # "Đây là bước cụ thể hóa nhiệm vụ của tỉnh trong …", of what the sentence before names
    r"day\s+(?:chinh\s+)?(?:la|duoc\s+xem\s+la)\s+[^.;:,]{0,40}?\b(?:nham\s+|de\s+)?(?:cu\s+the\s+hoa|trien\s+khai|thuc\s+hien|the\s+che\s+hoa)\b"
    r"(?:[^.;:]{0,80}?\s(?:tai|trong|theo|cua))?\s+(?:cac\s+)?$"
)
_NEXT_ONE = re.compile(r"\s*\)?\s*(?:,|va)\s*(?:va\s+)?")  # "Đề án 06 (Quyết định số …) và Chỉ thị …"
_ISSUES_PLAN = re.compile(
    r"\b(?:ban\s+hanh|phe\s+duyet)(?:\s+kem\s+theo\s+(?:nghi\s+quyet|quyet\s+dinh|ke\s+hoach)\s+nay)?\s+$"
)
_PASSES_PLAN = re.compile(r"(?:dieu\s+\d+[a-z]?[.:]\s*)?thong\s+qua\s+$")  # what an article of a resolution does
_SUBMITTED = re.compile(r"\btrinh\s[^.;]{0,60}$")
_ENDS = re.compile(
    rf"(?:dieu\s+\d+[a-z]?[.:]\s*)?(?:\d{{1,2}}[.)]\s*)?(?P<verb>bai\s+bo|huy\s+bo|thay\s+the)\s+(?:(?:toan\s+bo|cac)\s+)?{PARTS}"
)
_IN_FORCE = re.compile(  # "Quyết định này có hiệu lực kể từ ngày ký; bãi bỏ …"
    r"(?:dieu\s+\d+[a-z]?[.:]\s*)?(?:\d{1,2}[.)]\s*)?[^.;:]{4,40}\snay\s+co\s+hieu\s+luc\b[^;:]{0,160};\s+(?:dong\s+thoi,?\s+)?"
)
_OF = re.compile(r"\s+(?:cua|do)\s+")
_OWNER = 12  # characters to the body whose plan it is: "Thực hiện Đề án 06 của Chính phủ, tỉnh ban hành …"
_DECIDES = 30  # characters of "QUYẾT ĐỊNH:"
_SHORTEST = 60  # characters of the first sentence, which may say on what the document rests
_CLAUSES = 6  # of it that are looked at
_OPENING = 14  # units under the title in which an official text says what it carries out


def stated(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The links that the frame states of the document whose text this is."""
    own, reviews = reading.own, reviewed.found(reading)
    if own and reviews:
        yield Link(own.id, "reviews", *reviews, 0.93)
    for unit in reading.units:
        if unit.role == "basis" and own:
            inner = outermost([d for d in ordered.within(documents, unit.start, unit.end) if not d.anaphor])
            position = unit.start
            for mention in inner:
                if not re.search(r"\bboi\s+$", reading.folded[position : mention.start]):
                    start = unit.start if position == unit.start else mention.start
                    yield Link(own.id, "based_on", mention.id, start, mention.end, 0.97)
                position = mention.end
        elif unit.role == "title" and own:
            inner = outermost(ordered.within(documents, unit.start, unit.end))
            for relation, mention in governed(reading, unit.start, inner):
                told_of = own.type == "report" or (reviews and mention.id == reviews[0])
                if not (relation == "implements" and told_of):  # it tells how that was carried out
                    yield Link(own.id, relation, mention.id, unit.start, mention.end, 0.95)
    yield from _openings(reading, documents)
    yield from _pointed_at(reading, documents)
    if own:
        yield from _own_programmes(reading, units, own)
        yield from _ended(reading, documents, own)


def _openings(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Thực hiện Chỉ thị X, Sở lập Kế hoạch …": the document whose text this is, or the one then named."""
    own = reading.own
    told_of = reviewed.mandate(reading)
    body = [u for u in reading.units if u.role not in ("letterhead", "title", "boilerplate", "caption", "byline")]
    first = next((unit.block for unit in body if unit.role == "sentence" and unit.end - unit.start > _SHORTEST), None)
    sentences = [(position, clause) for position, unit in enumerate(body) for clause in _clauses(reading, unit, first)]
    for position, unit in sentences:
        inside = [d for d in ordered.within(documents, unit.start, unit.end) if own is None or not d.anaphor]
        outer = outermost(inside)
        opens, carried, after = _carried(reading, unit, outer)
        opening = own is not None and position < _OPENING
        if opens is None or (opens["rests"] and own and unit.block != first):
            continue  # a "Căn cứ" line
        issuing = [(own.id, 0)] if own and opening else _issued_then(reading, unit, outer, after)
        relation: RelationName = "based_on" if opens["rests"] else "guides" if opens["guides"] else "implements"
        for other, end in carried:
            for name, stop in issuing:
                if name != other and not (own and name == own.id and other == told_of):
                    yield Link(name, relation, other, unit.start, max(stop, end), 0.93)


def _clauses(reading: Reading, unit: Unit, first: int | None) -> Iterator[Unit]:
    """A sentence; in the first one of a document's own text also what stands behind "; " and before ", trên cơ sở"."""
    yield unit
    if reading.own and unit.block == first:
        for further in islice(_FURTHER.finditer(reading.folded, unit.start, unit.end), _CLAUSES):
            yield replace(unit, start=further.end())


def _carried(
    reading: Reading, unit: Unit, outer: Sequence[DocumentMention]
) -> tuple[re.Match[str] | None, list[tuple[str, int]], int]:
    """What opens a sentence with what is carried out, the row of that, each with its end, and where the row ends."""
    opens = _CARRYING_OUT.fullmatch(reading.folded, unit.start, outer[0].start) if outer else None
    if opens:
        told = row(reading.folded, outer)
        return opens, [(one.id, one.end) for one in told], reach(told[-1])
    plan = next(iter(ordered.within(reading.programmes, unit.start, unit.end)), None)
    if plan is None or plan.anaphor:
        return None, [], unit.start
    owner = next(iter(ordered.within(reading.agencies, plan.end, plan.end + _OWNER)), None)
    end = owner.end if owner and _OF.fullmatch(reading.folded, plan.end, owner.start) else plan.end
    if not reading.folded.startswith((",", " ("), end):
        return None, [], unit.start
    return _CARRYING_OUT.fullmatch(reading.folded, unit.start, plan.start), [(plan.name, plan.end)], plan.end


def _issued_then(reading: Reading, unit: Unit, outer: Sequence[DocumentMention], after: int) -> list[tuple[str, int]]:
    """The documents or programmes that the same sentence then says are issued, with where their naming ends."""
    plans = ordered.within(reading.programmes, after, unit.end)
    named = [(d.start, reach(d), d.id) for d in outer] + [(p.start, p.end, p.name) for p in plans if not p.anaphor]
    issued: list[tuple[str, int]] = []
    for start, end, name in sorted(named):
        if start < after:
            continue
        joined = issued and JOINED.fullmatch(reading.folded, after, start)
        if joined or _ISSUED.search(reading.folded, after, start):
            issued.append((name, min(end, unit.end)))
        after = end
    return issued


def _pointed_at(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Đây là văn bản cụ thể hóa Nghị quyết …": what the sentence before says is issued carries it out."""
    for before, unit in pairwise(reading.units):
        if not reading.folded.startswith("day ", unit.start, unit.end):
            continue
        outer = outermost([d for d in ordered.within(documents, unit.start, unit.end) if not d.anaphor])
        plans = [p for p in ordered.within(reading.programmes, unit.start, unit.end) if not p.anaphor]
        named = [(d.start, reach(d), d.id) for d in outer] + [(p.start, p.end, p.name) for p in plans]
        after, carried = unit.start, list[str]()
        for start, end, name in sorted(named):
            gap = reading.folded[after:start]
            if _THIS_IS.fullmatch(gap) or (carried and _NEXT_ONE.fullmatch(gap)):
                carried.append(name)
            after = end
        issued = _issued_in(reading, before, documents) if carried else None
        if issued:
            for name in carried:
                yield Link(issued, "implements", name, unit.start, min(after, unit.end), 0.85)


def _issued_in(reading: Reading, unit: Unit, documents: Sequence[DocumentMention]) -> str | None:
    """The programme, else the document, that a sentence says last is issued."""
    plans = [(p.start, p.name) for p in ordered.within(reading.programmes, unit.start, unit.end)]
    cited = [(d.start, d.id) for d in outermost(ordered.within(documents, unit.start, unit.end))]
    for start, name in reversed(cited + plans):
        if _ISSUED.search(reading.folded, unit.start, start):
            return name
    return None


def _ended(reading: Reading, documents: Sequence[DocumentMention], own: DocumentMention) -> Iterator[Link]:
    """What a sentence of an article ends that names no other subject: "Bãi bỏ Quyết định A và Quyết định B."."""
    for unit in reading.units:
        lead = reading.units[unit.lead] if unit.lead is not None else None
        if unit.place.article is None or (lead and lead.end - lead.start > _DECIDES):
            continue  # one of the duties that a line gives somebody
        start = _IN_FORCE.match(reading.folded, unit.start, unit.end)
        begin = start.end() if start else unit.start
        outer = outermost([d for d in ordered.within(documents, begin, unit.end) if not d.anaphor])
        ends = _ENDS.fullmatch(reading.folded, begin, outer[0].start) if outer else None
        for mention in row(reading.folded, outer) if ends else ():
            relation: RelationName = "replaces" if ends and ends["verb"].startswith("thay") else "repeals"
            yield Link(own.id, relation, mention.id, unit.start, mention.end, 0.93)


def _own_programmes(reading: Reading, units: Units, own: DocumentMention) -> Iterator[Link]:
    """The programme that the document puts into force: "Ban hành kèm theo Quyết định này Kế hoạch …"."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if programme.anaphor or unit is None or unit.role in ("basis", "row", "title"):
            continue
        floor = max(unit.start, programme.start - 70)
        others = ordered.within(reading.documents, unit.start, programme.start)
        if any(d.subject and d.subject[1] > programme.start and d.id != own.id for d in others):
            continue  # another document puts it into force
        said = _ISSUES_PLAN.search(reading.folded, floor, programme.start)
        if own.type == "resolution" and unit.place.article:
            said = said or _PASSES_PLAN.match(reading.folded, unit.start, programme.start)
        if said and _SUBMITTED.search(reading.folded, unit.start, said.start() + 1):
            continue  # "trình Thủ tướng Chính phủ phê duyệt Chương trình …": work to be done
        near = (programme.start < own.end + 2500 and unit.role != "item") or (
            unit.place.article is not None and floor == unit.start
        )
        if said and (near or "kem theo" in said.group()):
            start = max(said.start(), unit.start)
            yield Link(own.id, "approves", programme.name, start, programme.end, 0.93)
            for relation, document in carried_out_by(reading, programme):
                yield Link(own.id, relation, document, start, programme.end, 0.9)
