"""Links that a text states between documents and programmes: what one approves, carries out, rests on, changes, guides.

Mostly a document's own subject says it ("Quyết định số … sửa đổi Quyết định số …"): the verb that governs a citation
inside a subject gives the link. The frame of an official text gives more: "Căn cứ" lines, its first sentence, its
articles. A clause may turn it round: "… đã được phê duyệt tại Quyết định số …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Relation, RelationName
from loaders import ordered
from loaders.cited import Units
from loaders.reading import DocumentMention, ProgrammeMention, Reading, Unit

_VERBS: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("guides", re.compile(r"\b(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)\b")),
    ("implements", re.compile(r"\b(?:thuc\s+hien|trien\s+khai|thi\s+hanh)(?:\s+(?:thuc\s+hien|thi\s+hanh))?\b")),
    ("amends", re.compile(r"\b(?:sua\s+doi|bo\s+sung|dieu\s+chinh|dinh\s+chinh)\b")),
    ("replaces", re.compile(r"\bthay\s+the\b")),
    ("repeals", re.compile(r"\bbai\s+bo\b")),
)
_APPROVING = re.compile(r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+)?$")
_PUTTING = re.compile(
    r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua|sua\s+doi|bo\s+sung|dieu\s+chinh)[^.;]{0,40}|\s*ve\s+"
)
_CARRIES_OUT = re.compile(
    r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:thuc\s+hien|trien\s+khai|day\s+manh|tang\s+cuong|tiep\s+tuc|to\s+chuc|thi\s+hanh|tap\s+trung)\b"
)
_JOINED = re.compile(r"\s*(?:,|;|va|hoac|&)?\s*(?:va\s+)?(?:cac\s+)?(?:so\s*)?$")
_APPROVED_BY = re.compile(
    r"[^.;:()]{0,30}?\b(?:duoc|do)\s+(?:[^.;:()]{0,60}?\s)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+|tai\s+|theo\s+|bang\s+|trong\s+)+$"
    r"|\s*\(?\s*(?:ban\s+hanh\s+)?kem\s+theo\s+$|\s*\(\s*$"
)
_APPROVES = re.compile(
    r"\s*(?:,?\s*(?:da|vua|se|chinh\s+thuc)\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+)?$"
)
_RESTS = r"(?:can\s+cu|dua\s+tren|dua\s+vao|tren\s+co\s+so)\s+(?:vao\s+)?(?:cac\s+)?$"
_ACTIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("replaces", re.compile(r"[^.;]{0,130}?\bthay\s+the\s+(?:cho\s+)?(?:cac\s+)?$")),
    ("repeals", re.compile(r"[^.;]{0,130}?\bbai\s+bo\s+(?:cac\s+)?$")),
    ("based_on", re.compile(rf"(?:\s+duoc\s+[^.;:]{{2,60}}?)?\s+{_RESTS}")),
    ("amends", re.compile(r"\s+(?:da\s+|se\s+)?(?:sua\s+doi|bo\s+sung)[^.;:]{0,50}$")),
    ("guides", re.compile(r"\s+(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)[^.;:]{0,60}$")),
)
_BY = r"[^.;:]{0,40}?\b(?:boi|theo|bang|tai|trong)\s+(?:cac\s+)?$"
_PASSIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("amends", re.compile(rf"[\s,(]*(?:da\s+)?duoc\s+(?:sua\s+doi|bo\s+sung){_BY}")),
    ("replaces", re.compile(rf"[\s,(]*(?:da\s+|se\s+)?(?:duoc|bi)\s+thay\s+the{_BY}")),
    ("repeals", re.compile(rf"[\s,(]*(?:da\s+|se\s+)?(?:duoc|bi)\s+bai\s+bo{_BY}")),
    ("repeals", re.compile(r"[^.;]{0,20}?\bhet\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu\s+(?:ngay\s+)?$")),
)
_CARRYING_OUT = re.compile(
    r"(?:de\s+|nham\s+|tiep\s+tuc\s+)?(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?|can\s+cu)\s+(?:cac\s+)?$"
)
_ISSUED = re.compile(r"\b(?:ban\s+hanh|ky|phe\s+duyet)\s+(?:kem\s+theo\s+)?$")
_ISSUES_PLAN = re.compile(
    r"\b(?:ban\s+hanh|phe\s+duyet)(?:\s+kem\s+theo\s+(?:nghi\s+quyet|quyet\s+dinh|ke\s+hoach)\s+nay)?\s+$"
)
_OPENING = 14  # units under the title in which an official text says what it carries out
_REACH = 260


@dataclass(frozen=True, slots=True)
class _Link:
    subject: str
    relation: RelationName
    object: str
    start: int
    end: int
    confidence: float = 0.95


def state(reading: Reading) -> Iterator[Relation]:
    """The relations between documents and programmes, each with the stretch that says it."""
    units = Units(reading)
    documents = reading.documents
    for link in (
        *_subjects(reading, documents),
        *_of_programmes(reading, documents),
        *_clauses(reading, units, documents),
        *_grounds(reading, units, documents),
        *_carried_out(reading, units, documents),
        *_frame(reading, units, documents),
    ):
        unit = units.at(link.start)
        if unit is None or link.subject == link.object:
            continue
        yield Relation(
            subject=link.subject,
            relation=link.relation,
            object=link.object,
            evidence=(reading.evidence(link.start, min(link.end, unit.end), unit.place),),
            confidence=link.confidence,
        )


# ── what a subject says ──────────────────────────────────────────────────────────────────────────────────────────────


def _subjects(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    for mention in documents:
        if mention.subject is None:
            continue
        start, end = mention.subject
        inner = _outermost([d for d in ordered.within(documents, start, end) if d is not mention])
        named = [p for p in ordered.within(reading.programmes, start, end) if not p.anaphor]
        for relation, other in _governed(reading, start, inner):
            within = next((p for p in named if p.start <= other.start < p.end), None)
            putting = within and _PUTTING.fullmatch(reading.folded[start : within.start])
            if within is None or (putting and mention.type != "official-letter"):
                yield _Link(mention.id, relation, other.id, mention.start, other.end)
        for programme in named:
            if _within(programme, inner):
                continue
            before = reading.folded[start : programme.start]
            resolved = mention.type in ("resolution", "decision") and re.fullmatch(r"\s*ve\s+", before)
            if _APPROVING.fullmatch(before) or resolved:
                yield _Link(mention.id, "approves", programme.name, mention.start, programme.end)
                continue
            relation = _last_verb(before) if len(before) < _REACH else None
            if relation == "implements" and not _CARRIES_OUT.match(before):
                continue
            if relation and not any(
                d.start < programme.start < max(d.end, d.subject[1] if d.subject else 0) for d in inner
            ):
                yield _Link(mention.id, relation, programme.name, mention.start, programme.end, 0.9)


def _outermost(mentions: Sequence[DocumentMention]) -> list[DocumentMention]:
    """The citations that do not stand in the subject, or the name, of another of them."""
    return [
        one
        for one in mentions
        if not any(
            other is not one
            and (
                (other.subject is not None and other.subject[0] <= one.start < other.subject[1])
                or (other.start < one.start and one.end <= other.end)
            )
            for other in mentions
        )
    ]


def _within(programme: ProgrammeMention, documents: Sequence[DocumentMention]) -> bool:
    return any(d.subject and d.subject[0] <= programme.start < d.subject[1] for d in documents)


def _governed(
    reading: Reading, start: int, inner: Sequence[DocumentMention]
) -> Iterator[tuple[RelationName, DocumentMention]]:
    """Each citation with the link that the verb before it makes; one joined to the last takes that one's verb."""
    relation: RelationName | None = None
    position = start
    for mention in inner:
        between = reading.folded[position : mention.start]
        if position == start or not _JOINED.fullmatch(between):
            relation = _last_verb(between)
        if relation:
            yield relation, mention
        position = max(mention.end, mention.subject[1] if mention.subject else 0)


def _last_verb(words: str) -> RelationName | None:
    """The link of the last verb; "quy định chi tiết … thi hành Luật" guides all the same."""
    found = [(match.start(), relation) for relation, verb in _VERBS for match in verb.finditer(words)]
    if not found:
        return None
    last = max(found)[1]
    return "guides" if last == "implements" and any(relation == "guides" for _, relation in found) else last


def _of_programmes(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    """What a programme's own name says that it carries out, where no document is said to put it into force."""
    approved = {link.object for link in _subjects(reading, documents) if link.relation == "approves"}
    for programme in reading.programmes:
        if programme.anaphor or programme.name in approved:
            continue
        inner = _outermost([d for d in ordered.within(documents, programme.start + 1, programme.end) if not d.anaphor])
        for relation, other in _governed(reading, programme.start, inner):
            if relation == "implements":
                yield _Link(programme.name, relation, other.id, programme.start, max(other.end, programme.end))


# ── what a clause says ───────────────────────────────────────────────────────────────────────────────────────────────


def _clauses(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    folded = reading.folded
    for index, mention in enumerate(documents):
        unit = units.at(mention.start)
        if unit is None:
            continue
        reach = max(mention.end, mention.subject[1] if mention.subject else 0)
        for other in documents[index + 1 : index + 40]:
            if other.start >= unit.end or other.start - mention.end > _REACH:
                break
            if other.start < mention.end:
                continue
            for gap in {folded[mention.end : other.start], folded[reach : other.start] if reach <= other.start else ""}:
                for relation, verb in _PASSIVE:
                    if verb.fullmatch(gap) and not _unsure(documents, unit, other):
                        changed = _of_its_kind(documents, unit, mention, other)
                        yield _Link(other.id, relation, changed.id, changed.start, other.end, 0.9)
                for relation, verb in _ACTIVE:
                    if verb.fullmatch(gap) and not mention.subject:
                        for one in _row(reading, documents, index, other):
                            yield _Link(mention.id, relation, one.id, mention.start, one.end, 0.9)
    yield from _approvals(reading, units, documents)


def _of_its_kind(
    documents: Sequence[DocumentMention], unit: Unit, mention: DocumentMention, other: DocumentMention
) -> DocumentMention:
    """What is changed: a decree changes no law, but the decree about that law that the sentence names."""
    if mention.type not in ("law", "code", "ordinance") or other.type in ("law", "code", "ordinance", "resolution"):
        return mention
    for outer in ordered.within(documents, unit.start, mention.start):
        if outer.subject and outer.subject[0] <= mention.start < outer.subject[1]:
            return outer
    return mention


def _unsure(documents: Sequence[DocumentMention], unit: Unit, mention: DocumentMention) -> bool:
    """Whether "Nghị định này" may as well mean the text itself as the decree that the sentence names."""
    return mention.anaphor and any(
        d.id == mention.id and not d.anaphor for d in ordered.within(documents, unit.start, unit.end)
    )


def _row(
    reading: Reading, documents: Sequence[DocumentMention], index: int, first: DocumentMention
) -> Iterator[DocumentMention]:
    """A citation and those that commas and "và" join to it."""
    yield first
    last = first
    for following in documents[index + 1 : index + 40]:
        if following.start <= last.start:
            continue
        reach = max(last.end, last.subject[1] if last.subject else 0)
        if following.start < reach:
            continue
        if not _JOINED.fullmatch(reading.folded[reach : following.start]):
            return
        yield following
        last = following


def _approvals(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    folded = reading.folded
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if unit is None or programme.anaphor:
            continue
        for mention in ordered.within(documents, unit.start, unit.end):
            if 0 <= mention.start - programme.end < _REACH and _APPROVED_BY.fullmatch(
                folded[programme.end : mention.start]
            ):
                yield _Link(mention.id, "approves", programme.name, programme.start, mention.end, 0.93)
            if 0 <= programme.start - mention.end < 60 and _APPROVES.fullmatch(folded[mention.end : programme.start]):
                yield _Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.93)


def _grounds(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    """ "Căn cứ của Quyết định … có Nghị quyết …"; "một trong các căn cứ là Nghị định …" of the one named before."""
    for index, mention in enumerate(documents):
        unit = units.at(mention.start)
        if unit is None or unit.role == "basis" or mention.anaphor:
            continue
        ground = re.search(
            r"\bcan\s+cu\s+(?P<how>cua|la|gom)\s+(?:cac\s+)?$", reading.folded[unit.start : mention.start]
        )
        if not ground:
            continue
        following = documents[index + 1] if index + 1 < len(documents) else None
        if ground["how"] == "cua":
            gap = reading.folded[mention.end : following.start] if following and following.start < unit.end else ""
            if following and re.fullmatch(r"\s+(?:co|gom|la|bao\s+gom)\s*:?\s+", gap):
                for one in _row(reading, documents, index, following):
                    yield _Link(mention.id, "based_on", one.id, unit.start, one.end, 0.9)
            continue
        near = ordered.within(documents, mention.start - 3 * _REACH, mention.start)
        before = [d for d in near if not d.anaphor and d.subject is not None]
        if before:
            for one in _row(reading, documents, index, mention):
                yield _Link(before[-1].id, "based_on", one.id, unit.start, one.end, 0.8)


def _carried_out(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    """ "Kế hoạch hành động triển khai Quyết định …", said at the head of a sentence of the programme named before."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if not programme.anaphor or unit is None or programme.start != unit.start:
            continue
        other = next(iter(ordered.within(documents, programme.end, unit.end)), None)
        gap = reading.folded[programme.end : other.start] if other else ""
        if other and re.fullmatch(r"(?:\s+hanh\s+dong)?\s+(?:thuc\s+hien|trien\s+khai)\b[^.;:,]{0,70}", gap):
            yield _Link(programme.name, "implements", other.id, programme.start, other.end, 0.8)


# ── what the frame of an official text says ──────────────────────────────────────────────────────────────────────────


def _frame(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    own = reading.own
    for unit in reading.units:
        if unit.role == "basis" and own:
            inner = _outermost([d for d in ordered.within(documents, unit.start, unit.end) if not d.anaphor])
            position = unit.start
            for mention in inner:
                if not re.search(r"\bboi\s+$", reading.folded[position : mention.start]):
                    start = unit.start if position == unit.start else mention.start
                    yield _Link(own.id, "based_on", mention.id, start, mention.end, 0.97)
                position = mention.end
        elif unit.role == "title" and own:
            inner = _outermost(ordered.within(documents, unit.start, unit.end))
            for relation, mention in _governed(reading, unit.start, inner):
                yield _Link(own.id, relation, mention.id, unit.start, mention.end, 0.95)
    yield from _openings(reading, documents)
    if own:
        yield from _own_programmes(reading, units, own)


def _openings(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[_Link]:
    """ "Thực hiện Nghị quyết X, UBND ban hành Kế hoạch …": the document whose text this is, or the one then named."""
    own = reading.own
    body = [u for u in reading.units if u.role not in ("letterhead", "title", "boilerplate", "caption", "byline")]
    for position, unit in enumerate(body):
        inside = ordered.within(documents, unit.start, unit.end)
        first = next((d for d in inside if not d.anaphor), None)
        if first is None or not _CARRYING_OUT.fullmatch(reading.folded[unit.start : first.start]):
            continue
        outer = _outermost([d for d in inside if not d.anaphor])
        carried = [first]
        for mention in outer[1:]:
            reach = max(carried[-1].end, carried[-1].subject[1] if carried[-1].subject else 0)
            if mention.start < reach or not _JOINED.fullmatch(reading.folded[reach : mention.start]):
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
                yield _Link(issuing, "implements", mention.id, unit.start, mention.end, 0.93)


def _issued_then(reading: Reading, unit: Unit, outer: Sequence[DocumentMention], last: DocumentMention) -> str | None:
    """The document or programme that the same sentence then says is issued."""
    reach = max(last.end, last.subject[1] if last.subject else 0)
    plans = ordered.within(reading.programmes, reach, unit.end)
    named = [(d.start, d.id) for d in outer] + [(p.start, p.name) for p in plans if not p.anaphor]
    for start, name in named:
        if reach < start < unit.end and _ISSUED.search(reading.folded, reach, start):
            return name
    return None


def _own_programmes(reading: Reading, units: Units, own: DocumentMention) -> Iterator[_Link]:
    """The programme that the document puts into force: "Ban hành kèm theo Quyết định này Kế hoạch …"."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if programme.anaphor or unit is None or unit.role in ("basis", "row", "title"):
            continue
        floor = max(unit.start, programme.start - 70)
        said = _ISSUES_PLAN.search(reading.folded, floor, programme.start)
        near = programme.start < own.end + 2500 or (unit.place.article is not None and floor == unit.start)
        if said and (near or "kem theo" in said.group()):
            start = max(said.start(), unit.start)
            yield _Link(own.id, "approves", programme.name, start, programme.end, 0.93)
            for relation, document in _inside(reading, programme):
                yield _Link(own.id, relation, document, start, programme.end, 0.9)


def _inside(reading: Reading, programme: ProgrammeMention) -> Iterator[tuple[RelationName, str]]:
    inner = _outermost(
        [d for d in ordered.within(reading.documents, programme.start + 1, programme.end) if not d.anaphor]
    )
    for relation, mention in _governed(reading, programme.start, inner):
        if relation == "implements":
            yield relation, mention.id
