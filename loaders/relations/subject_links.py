"""What the subject of a document, or the name of a programme, says that it does to the documents cited in it.

"Quyết định số … sửa đổi Quyết định số …": the verb before a citation makes the link, and a citation inside another's
subject belongs to that one. "Kế hoạch triển khai thi hành Luật …" carries out the law that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import DocumentType, RelationName
from loaders.reading import DocumentMention, ProgrammeMention, Reading
from loaders.words import ordered

REACH = 260  # characters that a clause spans
PARTS = (  # "Điều 4, khoản 2 Điều 6 của"
    r"(?:(?:cac\s+|mot\s+so\s+|toan\s+bo\s+|mot\s+phan\s+)?(?:diem|khoan|dieu|muc|chuong|phu\s+luc|quy\s+dinh|noi\s+dung)"
    r"(?:\s+[\w.]{1,5}\b)?(?:\s*,|\s+va|\s+cua|\s+tai|\s+trong)*\s+)*(?:mot\s+phan\s+)?"
)
_SHORT_NAME = (  # "(Đề án 06)", "(NLS) cho người học (Thông tư 02)"
    r"(?:\s+cua\s+[^.,;:()]{3,160}?(?=\s*[(,;]))?"
    r"(?:\s*\([^()]{2,60}\)(?:\s+(?:cua|cho|doi\s+voi|trong|thuoc|tai|tren)\s[^.,;:()]{1,60}?(?=\s*[,;(]|\s+va\s))?){0,2}"
)
JOINED = re.compile(rf"{_SHORT_NAME}\s*(?:,|;|va|hoac|&|cung(?:\s+voi)?)?\s*(?:va\s+)?(?:cac\s+)?(?:so\s*)?{PARTS}$")
_NO_TELLING = r"(?<!ket qua )(?<!tinh hinh )(?<!tong ket )(?<!so ket )(?<!danh gia )(?<!kiem tra )(?<!giam sat )"
_VERBS: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("guides", re.compile(r"\b(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)\b")),
    (
        "implements",
        re.compile(rf"{_NO_TELLING}\b(?:thuc\s+hien|trien\s+khai|thi\s+hanh)(?:\s+(?:thuc\s+hien|thi\s+hanh))?\b"),
    ),
    ("amends", re.compile(r"\b(?:sua\s+doi|bo\s+sung|dieu\s+chinh|dinh\s+chinh)\b")),
    ("replaces", re.compile(r"\bthay\s+the\b|\bthay\s+(?:cho\s+)?$")),
    ("repeals", re.compile(r"\bbai\s+bo\b")),
)
CHANGED_IN_PART = re.compile(  # "sửa đổi, bổ sung, bãi bỏ một số điều của", "sửa đổi khoản 2 và bãi bỏ Điều 7"
    r"\b(?:sua\s+doi|bo\s+sung)\b[^.;:]{0,40}?\b(?:thay\s+the|bai\s+bo)\s+(?:[^.;:]{0,20}?\b)?(?:mot\s+so|diem|khoan|dieu|phu\s+luc)\b"
)
_APPROVING = re.compile(
    r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+)?\"?\s*$"
)
_CARRIES_ON = re.compile(r"\s*(?:ve\s+(?:viec\s+)?)?(?:trien\s+khai|thuc\s+hien)(?:\s+thuc\s+hien)?\s+")
_PUTTING = re.compile(
    r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua|sua\s+doi|bo\s+sung|dieu\s+chinh)[^.;]{0,40}|\s*ve\s+"
)
_CARRIES_OUT = re.compile(
    r"\s*\"?(?:ve\s+(?:viec\s+)?)?(?:thuc\s+hien|trien\s+khai|day\s+manh|tang\s+cuong|tiep\s+tuc|to\s+chuc|thi\s+hanh|tap\s+trung)\b"
)


_OF_ANOTHER = re.compile(  # "thành lập Tổ soạn thảo Nghị định quy định chi tiết Luật …"
    r"\b(?:xay\s+dung|soan\s+thao|trinh|ban\s+hanh)\s+(?:du\s+thao\s+)?(?:nghi\s+dinh|thong\s+tu|luat|nghi\s+quyet|quyet\s+dinh)\s+\Z"
)
_TELLS: frozenset[DocumentType | None] = frozenset(("report",))  # of how something is carried out


@dataclass(frozen=True, slots=True)
class Link:
    """A link and the stretch of the text that states it."""

    subject: str
    relation: RelationName
    object: str
    start: int
    end: int
    confidence: float = 0.95


def of_subjects(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    for mention in documents:
        if mention.subject is None:
            yield from _amended(reading, mention, documents)
            continue
        start, end = mention.subject
        inner = outermost([d for d in ordered.within(documents, start, end) if d is not mention])
        yield from _joined_to_subject(reading, mention, inner, documents)
        named = ordered.within(reading.programmes, start, end)
        for relation, other in governed(reading, start, inner):
            if relation == "implements" and mention.type in _TELLS:
                continue
            within = next((p for p in named if not p.anaphor and p.start <= other.start < p.end), None)
            putting = within and _PUTTING.fullmatch(reading.folded[start : within.start])
            if within is None or (putting and mention.type != "official-letter"):
                yield Link(mention.id, relation, other.id, mention.start, other.end)
        for programme in named:
            if _within(programme, inner):
                continue
            before = reading.folded[start : programme.start]
            resolved = mention.type in ("resolution", "decision") and re.fullmatch(r"\s*ve\s+", before)
            if programme.anaphor:  # "Kế hoạch số 21/KH-UBND triển khai Đề án", of the one named before
                if _CARRIES_ON.fullmatch(before) and mention.id != programme.name:
                    yield Link(mention.id, "implements", programme.name, mention.start, programme.end, 0.85)
                continue
            if _APPROVING.fullmatch(before) or resolved:
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end)
                continue
            verb = _last_verb(before) if len(before) < REACH else None
            if verb == "implements" and not _CARRIES_OUT.match(before):
                continue
            if verb and not any(
                d.start < programme.start < max(d.end, d.subject[1] if d.subject else 0) for d in inner
            ):
                yield Link(mention.id, verb, programme.name, mention.start, programme.end, 0.9)


def _joined_to_subject(
    reading: Reading, mention: DocumentMention, inner: Sequence[DocumentMention], documents: Sequence[DocumentMention]
) -> Iterator[Link]:
    """What "và" joins behind a draft that is named by what it changes: "dự thảo Nghị định thay thế A và B"."""
    if not inner or mention.subject is None or mention.id[0].isdigit() or inner[-1].end < mention.end:
        return
    verb = _last_verb(reading.folded[mention.subject[0] : inner[0].start])
    after = inner[-1].end
    if verb not in ("replaces", "repeals", "amends"):
        return
    for other in ordered.within(documents, after, after + REACH):
        if not JOINED.fullmatch(reading.folded, after, other.start) or other.type != inner[-1].type:
            return
        yield Link(mention.id, verb, other.id, mention.start, other.end, 0.9)
        after = other.end


def _amended(reading: Reading, mention: DocumentMention, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """What a law amends by its own name: "Luật Sửa đổi, bổ sung một số điều của Luật … số 87/2025/QH15"."""
    if mention.type not in ("law", "code", "ordinance") or mention.anaphor:
        return
    inner = [d for d in ordered.within(documents, mention.start + 1, mention.end) if d.end < mention.end]
    for relation, other in governed(reading, mention.start, outermost(inner)):
        if relation == "amends" and other.id != mention.id:
            yield Link(mention.id, relation, other.id, mention.start, mention.end)


def reach(mention: DocumentMention) -> int:
    """Where a citation ends with its title."""
    return max(mention.end, mention.subject[1] if mention.subject else 0)


def row(folded: str, cited: Sequence[DocumentMention]) -> list[DocumentMention]:
    """The first of the citations with those that commas and "và" join to it."""
    found = [*cited[:1]]
    for mention in cited[1:]:
        after = reach(found[-1])
        if mention.start < after or renames(folded, found[-1], mention):
            continue
        if not JOINED.fullmatch(folded[after : mention.start]):
            break
        found.append(mention)
    return found


def renames(folded: str, last: DocumentMention, mention: DocumentMention) -> bool:
    """Whether brackets only give the last citation a short name: "Kế hoạch số 15/KH-UBND … (Kế hoạch 15)"."""
    return mention.id == last.id and folded.endswith("(", 0, mention.start) and folded.startswith(")", mention.end)


def outermost(mentions: Sequence[DocumentMention]) -> list[DocumentMention]:
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


def governed(
    reading: Reading, start: int, inner: Sequence[DocumentMention]
) -> Iterator[tuple[RelationName, DocumentMention]]:
    """Each citation with the link that the verb before it makes; one joined to the last takes that one's verb."""
    relation: RelationName | None = None
    position = start
    for mention in inner:
        between = reading.folded[position : mention.start]
        if position == start or not JOINED.fullmatch(between):
            relation = _last_verb(between)
        if relation:
            yield relation, mention
        position = max(mention.end, mention.subject[1] if mention.subject else 0)


def _last_verb(words: str) -> RelationName | None:
    """The link of the last verb; "quy định chi tiết … thi hành Luật" guides all the same."""
    found = [(match.start(), relation) for relation, verb in _VERBS for match in verb.finditer(words)]
    if not found or _OF_ANOTHER.search(words, 0, max(found)[0]):
        return None
    last = max(found)[1]
    if last in ("replaces", "repeals") and CHANGED_IN_PART.search(words):
        return "amends"
    return "guides" if last == "implements" and any(relation == "guides" for _, relation in found) else last


def of_programmes(reading: Reading, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """What a programme's own name says that it carries out, where no document is said to put it into force."""
    approved = {link.object for link in of_subjects(reading, documents) if link.relation == "approves"}
    for programme in reading.programmes:
        if programme.anaphor:
            continue
        for inner in ordered.within(reading.programmes, programme.start + 1, programme.end):
            said = _last_verb(reading.folded[programme.start : inner.start])
            if any(d.subject for d in ordered.within(documents, programme.start + 1, inner.start)):
                continue  # "Kế hoạch triển khai Quyết định số … phê duyệt Chiến lược …"
            if said == "implements" and not inner.anaphor:
                yield Link(programme.name, said, inner.name, programme.start, programme.end, 0.9)
        if programme.name in approved:
            continue
        for relation, name in carried_out_by(reading, programme):
            yield Link(programme.name, relation, name, programme.start, programme.end)


def carried_out_by(reading: Reading, programme: ProgrammeMention) -> Iterator[tuple[RelationName, str]]:
    """What the programme's name says that it carries out, by id."""
    inner = outermost(
        [d for d in ordered.within(reading.documents, programme.start + 1, programme.end) if not d.anaphor]
    )
    for relation, mention in governed(reading, programme.start, inner):
        if relation == "implements":
            yield relation, mention.id
