"""What a clause says of documents and programmes: it approves, changes, replaces, rests on, in either direction.

"… đã được phê duyệt tại Quyết định số …", "Nghị định này thay thế Nghị định số …", "căn cứ của Quyết định … có …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.folding import fold
from kg.model import DocumentType
from loaders.documents.cited import Units
from loaders.reading import DocumentMention, ProgrammeMention, Reading
from loaders.relations import verb_links
from loaders.relations.subject_links import REACH, Link, reach, row
from loaders.relations.verb_links import BY_MEANS, CARRIED, CARRIES_OUT, CARRYING
from loaders.words import ordered

_WHEN = (  # "hồi tháng 5 năm ngoái,"
    r"(?:,?\s*(?:(?:vao|hoi|tu)\s+)?(?:ngay|thang|nam|cuoi|dau|giua)\s[^.;:(),]{1,40}?)?,?\s+"
)
_APPROVED_BY = re.compile(
    r"(?:,?\s+(?:giai\s+doan|tam\s+nhin|dinh\s+huong)\s[^.;:()]{4,60}?)?(?:\s*\([^()]{2,60}\))?"  # its name's end
    r"[^.;:()]{0,30}?\b(?:duoc|do)\s+(?:[^.;:()]{0,60}?\s)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s*"
    rf"{_WHEN}(?:kem\s+theo\s+|tai\s+|theo\s+|bang\s+|trong\s+)+$"
    r"|(?:\s*\([^()]{2,60}\))?\s*[(,]?\s*(?:(?:ban\s+hanh\s+)?kem\s+theo|(?:ban\s+hanh|phe\s+duyet)\s+(?:tai|theo))\s+$|\s*\(\s*$"
)
_PROPOSES: frozenset[DocumentType | None] = frozenset(("submission", "official-letter", "report"))  # others decide
_UNDER = re.compile(  # "Chiến lược dữ liệu quốc gia theo Quyết định số …", "Phong trào … (theo Quyết định …)"
    r"\s*(?:,|\()?\s*(?:(?:duoc\s+)?(?:[^.;:()]{0,40}\s)?phat\s+dong\s+)?(?:theo|tai)\s+$"
)
_ALSO_CALLED = re.compile(r"\s*[,(]?\s*(?:hay\s+|thuong\s+)?(?:con\s+|duoc\s+)*goi\s+(?:tat\s+|chung\s+)?la\s+")
_IN_PLACE_OF = re.compile(r",?\s+thay\s+the\s+(?:cho\s+)?")
_PUTS_IN_FORCE: frozenset[DocumentType | None] = frozenset(("decision", "resolution"))
_APPROVED_WITH = re.compile(  # "Theo Quyết định số …, Thủ tướng Chính phủ đã phê duyệt Chương trình …"
    r"\s*,\s*[^.;:,]{2,70}?\s+(?:da\s+|vua\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+"
)
_SETS_OUT = re.compile(  # "Quyết định số … nêu mục tiêu đến năm 2030 của Chiến lược …"
    r"\s+(?:da\s+)?(?:quy\s+dinh|neu|dat\s+ra|de\s+ra|xac\s+dinh)(?:\s+ro)?(?:\s+ve)?\s+(?:cac\s+)?"
    r"(?:muc\s+tieu|quan\s+diem|nhiem\s+vu|giai\s+phap|tam\s+nhin|noi\s+dung|nguyen\s+tac)\b[^.;:]{0,60}?\s(?:cua|trong)\s+"
)
_BY_WHICH = re.compile(r"\b(?:theo|tai|bang|voi|trong)\s+(?:viec\s+(?:ky\s+|ban\s+hanh\s+)+)?$")
_WITH_IT = re.compile(r"\b(?:ban\s+hanh\s+)?kem\s+theo\s+$")
_IS = re.compile(r"\s*(?:la|:|gom)\s+$")  # "Ban hành kèm theo Quyết định … là Chiến lược …"
_ALONG = re.compile(r"\s*,?\s*(?:va\s+)?(?:ban\s+hanh\s+)?kem\s+theo(?:\s+(?:do|no))?(?:\s+(?:la|ban))?\s+$")
_APPROVES = re.compile(
    r"\s*(?:,?\s*(?:da|vua|se|chinh\s+thuc)\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+)?$"
)
_PROGRAMME_CARRIED_OUT = re.compile(CARRYING)
_HEADS = re.compile(r"(?:\s+hanh\s+dong)?\s+(?:thuc\s+hien|trien\s+khai)\b[^.;:,]{0,70}")
_MADE_FOR = re.compile(rf"(?=\s+(?:nay\s+)?(?:da\s+)?(?:duoc|do|nham|cu\s+the|the\s+che)\b)(?:\s+nay)?(?:{CARRYING})")
_MADE_ON = re.compile(  # "Đề án được xây dựng trên cơ sở Nghị quyết …"
    r"(?:\s+nay)?(?:\s+da)?\s+duoc\s+(?:[^.;:,]{2,40}?\s)?(?:xay\s+dung|ban\s+hanh|lap)\s+"
    r"(?:can\s+cu|dua\s+tren|dua\s+vao|tren\s+co\s+so)\s+(?:vao\s+)?(?:cac\s+)?"
)
_AND_CARRIES = re.compile(
    r"\s*,?\s+(?:va|nham|de)\s+(?:nham\s+|de\s+)?(?:cu\s+the\s+hoa|the\s+che\s+hoa)\s+(?:cac\s+)?"
)
_BY_NUMBER = re.compile(r"(?:de an|du an|chuong trinh) 0*(\d+)")  # "Đề án 06", of 06/QĐ-TTg


def stated(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The links that clauses state."""
    yield from verb_links.stated(reading, units, documents)
    yield from _approvals(reading, units, documents)
    yield from _grounds(reading, units, documents)
    yield from _carried_out(reading, units, documents)
    yield from _of_programmes(reading, units, documents)


def _inside(reading: Reading, programme: ProgrammeMention) -> bool:
    """Whether the naming stands in that of another programme, of which the clause then speaks."""
    around = ordered.within(reading.programmes, programme.start - REACH, programme.start)
    return any(other.start < programme.start and programme.end <= other.end for other in around)


def _may_approve(mention: DocumentMention, programme: ProgrammeMention) -> bool:
    """Whether a programme called by a number only, "Đề án 06", has that of the document: 06/QĐ-TTg approved it."""
    called = _BY_NUMBER.fullmatch(fold(programme.name))
    return called is None or mention.id.lstrip("0").startswith(f"{called[1]}/")


def _approvals(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    folded = reading.folded
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if unit is None or _inside(reading, programme):
            continue
        if programme.anaphor:  # "đã ký Quyết định số … phê duyệt chương trình này"
            for mention in ordered.within(documents, unit.start, programme.start):
                if mention.type in _PUTS_IN_FORCE and _APPROVES.fullmatch(folded, mention.end, programme.start):
                    yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.85)
            continue
        for mention in ordered.within(documents, unit.start, unit.end):
            if mention.type in _PROPOSES or not _may_approve(mention, programme):
                continue
            between = folded[programme.end : mention.start].removeprefix('"')
            if 0 <= mention.start - programme.end < REACH and (
                _APPROVED_BY.fullmatch(between) or (mention.type in _PUTS_IN_FORCE and _UNDER.fullmatch(between))
            ):
                yield Link(mention.id, "approves", programme.name, programme.start, mention.end, 0.93)
            also = mention.type in _PUTS_IN_FORCE and 0 <= programme.start - mention.end < REACH
            if also and _ALSO_CALLED.fullmatch(folded, mention.end, programme.start):
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.9)
            called = mention.type in _PUTS_IN_FORCE and folded[mention.end : programme.start].strip() == "("
            if called and folded[programme.end : programme.end + 1] == ")":  # "Quyết định số 06/QĐ-TTg (Đề án 06)"
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.9)
            gap = folded[mention.end : programme.start] if 0 <= programme.start - mention.end < 100 else "."
            others = ordered.within(documents, mention.end, programme.start)
            acting = ordered.within(reading.agencies, mention.end, programme.start) and not others
            with_it = acting and _APPROVED_WITH.fullmatch(gap) and _BY_WHICH.search(folded, unit.start, mention.start)
            sets_out = mention.type in _PUTS_IN_FORCE and _SETS_OUT.fullmatch(gap)
            along = _ALONG.fullmatch(gap) or (_IS.fullmatch(gap) and _WITH_IT.search(folded, unit.start, mention.start))
            if with_it or sets_out or along or (len(gap) < 60 and _APPROVES.fullmatch(gap)):
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.93)
            if _IN_PLACE_OF.fullmatch(between) and not any(
                one.subject and one.subject[0] <= programme.start < one.subject[1]
                for one in ordered.within(documents, unit.start, programme.start)
            ):
                yield Link(programme.name, "replaces", mention.id, programme.start, mention.end, 0.9)


def _grounds(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Căn cứ của Quyết định … có Nghị quyết …"; "một trong các căn cứ là Nghị định …" of the one named before."""
    folded = reading.folded
    for index, mention in enumerate(documents):
        unit = units.at(mention.start)
        if unit is None or unit.role == "basis" or mention.anaphor:
            continue
        ground = re.search(
            r"\bcan\s+cu\s+(?:(?:de|cho\s+viec|khi)\s+)?(?P<how>cua|ban\s+hanh|xay\s+dung|la|gom)\s+(?:cac\s+)?$",
            folded[unit.start : mention.start],
        )
        if not ground:
            continue
        following = documents[index + 1] if index + 1 < len(documents) else None
        if ground["how"] not in ("la", "gom"):
            gap = folded[mention.end : following.start] if following and following.start < unit.end else ""
            if following and re.fullmatch(r"\s+(?:co|gom|la|bao\s+gom)\s*:?\s+", gap):
                for one in row(folded, [following, *documents[index + 2 : index + 40]]):
                    yield Link(mention.id, "based_on", one.id, unit.start, one.end, 0.9)
            continue
        near = ordered.within(documents, mention.start - 3 * REACH, mention.start)
        before = [d for d in near if not d.anaphor and d.subject is not None]
        if before:
            for one in row(folded, [mention, *documents[index + 1 : index + 40]]):
                yield Link(before[-1].id, "based_on", one.id, unit.start, one.end, 0.8)


def _carried_out(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Đề án được xây dựng nhằm cụ thể hóa Quyết định …"; at a sentence's head "Kế hoạch hành động triển khai …"."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        other = next(iter(ordered.within(documents, programme.end, unit.end)), None) if unit else None
        if unit is not None and not programme.anaphor:
            for mention in ordered.within(documents, unit.start, programme.start)[-1:]:
                by = BY_MEANS.fullmatch(reading.folded, mention.end, programme.start)
                if by and CARRIED.search(reading.folded, unit.start, mention.start):
                    yield Link(programme.name, "implements", mention.id, mention.start, programme.end, 0.85)
        if unit is None or other is None or _inside(reading, programme):
            continue
        gap = reading.folded[programme.end : other.start]
        if _MADE_ON.fullmatch(gap):
            yield from _rests(reading, programme, ordered.within(documents, other.start, unit.end))
            continue
        heads = programme.anaphor and programme.start == unit.start and _HEADS.fullmatch(gap)
        if heads or _MADE_FOR.fullmatch(gap):
            for one in row(reading.folded, ordered.within(documents, other.start, unit.end)):
                yield Link(programme.name, "implements", one.id, programme.start, one.end, 0.8)


def _rests(reading: Reading, programme: ProgrammeMention, cited: Sequence[DocumentMention]) -> Iterator[Link]:
    """What a programme is made on, and then what it carries out: "… trên cơ sở Nghị quyết A và cụ thể hóa B"."""
    grounds = row(reading.folded, cited)
    for one in grounds:
        yield Link(programme.name, "based_on", one.id, programme.start, one.end, 0.8)
    after = reach(grounds[-1])
    rest = [one for one in cited if one.start >= after]
    if rest and _AND_CARRIES.fullmatch(reading.folded, after, rest[0].start):
        for one in row(reading.folded, rest):
            yield Link(programme.name, "implements", one.id, programme.start, one.end, 0.8)


def _of_programmes(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The programmes that a document is said to carry out: "Nghị quyết … cụ thể hóa Chiến lược …"."""
    for mention in documents:
        unit = units.at(mention.start)
        if unit is None or mention.anaphor or mention.subject or mention.type not in CARRIES_OUT:
            continue
        programme = next(iter(ordered.within(reading.programmes, mention.end, unit.end)), None)
        if programme is None or programme.start - mention.end > REACH:
            continue
        if _PROGRAMME_CARRIED_OUT.fullmatch(reading.folded, mention.end, programme.start):
            yield Link(mention.id, "implements", programme.name, mention.start, programme.end, 0.85)
