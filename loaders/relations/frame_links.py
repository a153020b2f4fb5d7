"""What the frame of an official text says: its "Căn cứ" lines, its title, its first sentence, its first articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents.cited import Units
from loaders.reading import DocumentMention, Reading, Unit
from loaders.relations.subject_links import JOINED, Link, carried_out_by, governed, outermost
from loaders.words import ordered

_CARRYING_OUT = re.compile(
    r"(?:de\s+|nham\s+|tiep\s+tuc\s+)?(?:to\s+chuc\s+)?(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?|cu\s+the\s+hoa|quan\s+triet|can\s+cu)"
    r"(?:\s+(?:tot|nghiem\s+tuc|co\s+hieu\s+qua|hieu\s+qua|kip\s+thoi))?"
    r"(?:\s+(?:y\s+kien\s+)?(?:chi\s+dao|ket\s+luan|yeu\s+cau|tinh\s+than|nhiem\s+vu)\b[^.;:,]{0,70}?\s(?:tai|trong|theo|cua))?"
    r"\s+(?:cac\s+)?$"
)
_ISSUED = re.compile(r"\b(?:ban\s+hanh|ky|phe\s+duyet|co|ra)\s+(?:kem\s+theo\s+)?$")
_ISSUES_PLAN = re.compile(
    r"\b(?:ban\s+hanh|phe\s+duyet)(?:\s+kem\s+theo\s+(?:nghi\s+quyet|quyet\s+dinh|ke\s+hoach)\s+nay)?\s+$"
)
_SUBMITTED = re.compile(r"\btrinh\s[^.;]{0,60}$")
_OPENING = 14  # units under the title in which an official text says what it carries out


def stated(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The links that the frame states of the document whose text this is."""
    own = reading.own
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
                yield Link(own.id, relation, mention.id, unit.start, mention.end, 0.95)
    yield from _openings(reading, documents)
    if own:
        yield from _own_programmes(reading, units, own)


def _openings(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Thực hiện Chỉ thị X, Sở lập Kế hoạch …": the document whose text this is, or the one then named."""
    own = reading.own
    body = [u for u in reading.units if u.role not in ("letterhead", "title", "boilerplate", "caption", "byline")]
    for position, unit in enumerate(body):
        inside = ordered.within(documents, unit.start, unit.end)
        first = next((d for d in inside if not d.anaphor), None)
        if first is None or not _CARRYING_OUT.fullmatch(reading.folded[unit.start : first.start]):
            continue
        outer = outermost([d for d in inside if not d.anaphor])
        carried = [first]
        for mention in outer[1:]:
            reach = max(carried[-1].end, carried[-1].subject[1] if carried[-1].subject else 0)
            if mention.start < reach or not JOINED.fullmatch(reading.folded[reach : mention.start]):
                break
            carried.append(mention)
        if reading.folded.startswith("can cu", unit.start):
            continue
        if own and position < _OPENING:
            issuing: str | None = own.id
        else:
            issuing = _issued_then(reading, unit, outer, carried[-1])
        for mention in carried:
            if issuing and issuing != mention.id:
                yield Link(issuing, "implements", mention.id, unit.start, mention.end, 0.93)


def _issued_then(reading: Reading, unit: Unit, outer: Sequence[DocumentMention], last: DocumentMention) -> str | None:
    """The document or programme that the same sentence then says is issued."""
    reach = max(last.end, last.subject[1] if last.subject else 0)
    plans = ordered.within(reading.programmes, reach, unit.end)
    named = [(d.start, d.id) for d in outer] + [(p.start, p.name) for p in plans if not p.anaphor]
    for start, name in named:
        if reach < start < unit.end and _ISSUED.search(reading.folded, reach, start):
            return name
    return None


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
        if said and _SUBMITTED.search(reading.folded, unit.start, said.start() + 1):
            continue  # "trình Thủ tướng Chính phủ phê duyệt Chương trình …": work to be done
        near = programme.start < own.end + 2500 or (unit.place.article is not None and floor == unit.start)
        if said and (near or "kem theo" in said.group()):
            start = max(said.start(), unit.start)
            yield Link(own.id, "approves", programme.name, start, programme.end, 0.93)
            for relation, document in carried_out_by(reading, programme):
                yield Link(own.id, relation, document, start, programme.end, 0.9)
