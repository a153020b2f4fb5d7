"""What a clause says of documents and programmes: it approves, changes, replaces, rests on, in either direction.

"… đã được phê duyệt tại Quyết định số …", "Nghị định này thay thế Nghị định số …", "căn cứ của Quyết định … có …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.folding import fold
from kg.model import DocumentType, RelationName
from loaders.documents.cited import Units
from loaders.reading import DocumentMention, ProgrammeMention, Reading, Unit
from loaders.relations.subject_links import JOINED, REACH, Link
from loaders.words import ordered

_APPROVED_BY = re.compile(
    r"[^.;:()]{0,30}?\b(?:duoc|do)\s+(?:[^.;:()]{0,60}?\s)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+"
    r"(?:(?:vao\s+)?ngay\s+[\d/.-]+\s+)?(?:kem\s+theo\s+|tai\s+|theo\s+|bang\s+|trong\s+)+$"
    r"|(?:\s*\([^()]{2,60}\))?\s*\(?\s*(?:(?:ban\s+hanh\s+)?kem\s+theo|(?:ban\s+hanh|phe\s+duyet)\s+(?:tai|theo))\s+$|\s*\(\s*$"
)
_PROPOSES: frozenset[DocumentType | None] = frozenset(("submission", "official-letter", "report"))  # others decide
_UNDER = re.compile(  # "Chiến lược dữ liệu quốc gia theo Quyết định số …", "Phong trào … (theo Quyết định …)"
    r"\s*(?:,|\()?\s*(?:(?:duoc\s+)?(?:[^.;:()]{0,40}\s)?phat\s+dong\s+)?(?:theo|tai)\s+$"
)
_IN_PLACE_OF = re.compile(r",?\s+thay\s+the\s+(?:cho\s+)?")
_PUTS_IN_FORCE: frozenset[DocumentType | None] = frozenset(("decision", "resolution"))
_APPROVED_WITH = re.compile(  # "Theo Quyết định số …, Thủ tướng Chính phủ đã phê duyệt Chương trình …"
    r"\s*,\s*[^.;:,]{2,70}?\s+(?:da\s+|vua\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+"
)
_SETS_OUT = re.compile(  # "Quyết định số … nêu mục tiêu đến năm 2030 của Chiến lược …"
    r"\s+(?:da\s+)?(?:quy\s+dinh|neu|dat\s+ra|de\s+ra|xac\s+dinh)(?:\s+ro)?(?:\s+ve)?\s+(?:cac\s+)?"
    r"(?:muc\s+tieu|quan\s+diem|nhiem\s+vu|giai\s+phap|tam\s+nhin|noi\s+dung|nguyen\s+tac)\b[^.;:]{0,60}?\s(?:cua|trong)\s+"
)
_BY_WHICH = re.compile(r"\b(?:theo|tai|bang|voi|trong)\s+$")
_APPROVES = re.compile(
    r"\s*(?:,?\s*(?:da|vua|se|chinh\s+thuc)\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua)\s+(?:kem\s+theo\s+)?$"
)
_RESTS = r"(?:can\s+cu|dua\s+tren|dua\s+vao|tren\s+co\s+so)\s+(?:vao\s+)?(?:cac\s+)?$"
_CARRYING = (  # "… nhằm cụ thể hóa", "được ban hành để tổ chức thực hiện hiệu quả các nhiệm vụ của"
    r"(?:(?:\s+(?:duoc|do)\s+[^.;:]{2,60}?)?(?:\s+ban\s+hanh)?,?\s+(?:nham|de|gop\s+phan)|\s+(?:da\s+)?)"
    r"\s*(?:(?:to\s+chuc|tiep\s+tuc|day\s+manh|quyet\s+liet)\s+)*(?:trien\s+khai|thuc\s+hien|cu\s+the\s+hoa|the\s+che\s+hoa|thi\s+hanh|quan\s+triet)"
    r"(?:(?:\s+va|,)?\s+(?:thuc\s+hien|thi\s+hanh|cu\s+the\s+hoa|trien\s+khai|to\s+chuc\s+thuc\s+hien))*"
    r"(?:\s+(?:co\s+hieu\s+qua|hieu\s+qua|day\s+du|nghiem\s+tuc|kip\s+thoi|thang\s+loi|tot))*"
    r"(?:\s+(?:cac\s+)?(?:nhiem\s+vu|muc\s+tieu|noi\s+dung|chu\s+truong|quan\s+diem|giai\s+phap)[^.;:()]{0,60}?\s(?:cua|tai|trong|theo))?\s+(?:cac\s+)?$"
)
_ACTIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("replaces", re.compile(r"[^.;]{0,130}?\bthay\s+the\s+(?:cho\s+)?(?:cac\s+)?$")),
    ("repeals", re.compile(r"[^.;]{0,130}?\bbai\s+bo\s+(?:cac\s+)?$")),
    ("based_on", re.compile(rf"(?:\s+(?:duoc|do)\s+[^.;:]{{2,60}}?)?(?:\s+(?:ban\s+hanh|xay\s+dung))?,?\s+{_RESTS}")),
    ("amends", re.compile(r"\s+(?:da\s+|se\s+)?(?:sua\s+doi|bo\s+sung)[^.;:]{0,50}$")),
    (
        "amends",
        re.compile(
            r"[^.;]{0,120}?\b(?:(?:tam\s+)?ngung|keo\s+dai|gia\s+han|lui)\s+(?:thoi\s+han\s+)?hieu\s+luc\b[^.;]{0,90}$"
        ),
    ),
    ("guides", re.compile(r"\s+(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)[^.;:]{0,60}$")),
    ("implements", re.compile(_CARRYING)),
)
_PROGRAMME_CARRIED_OUT = re.compile(_CARRYING)
_CARRIES_OUT: frozenset[DocumentType | None] = frozenset(
    ("resolution", "decree", "decision", "directive", "circular", "plan", "programme", "scheme", "notice", "dispatch")
)
_BY = (
    r"[^.;:]{0,40}?\b(?:boi|theo|bang|tai|trong)\s+(?:cac\s+)?"
    r"(?:(?:diem|khoan|dieu|muc|chuong)\s+[\w.]{1,5}(?:\s*,|\s+va)?\s+)*$"
)
_REST_OF_TITLE = re.compile(r"^[^.;:]{1,200}?(?=\s(?:da\s+)?duoc\s+(?:sua\s+doi|bo\s+sung|thay\s+the)\b)")
_PASSIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    ("amends", re.compile(rf"[\s,(]*(?:da\s+)?duoc\s+(?:sua\s+doi|bo\s+sung){_BY}")),
    ("replaces", re.compile(rf"[\s,(]*(?:da\s+|se\s+)?(?:duoc|bi)\s+thay\s+the{_BY}")),
    ("repeals", re.compile(rf"[\s,(]*(?:da\s+|se\s+)?(?:duoc|bi)\s+bai\s+bo{_BY}")),
    ("guides", re.compile(rf"[\s,(]*(?:da\s+)?duoc\s+(?:huong\s+dan|quy\s+dinh\s+chi\s+tiet){_BY}")),
    ("repeals", re.compile(r"[^.;]{0,20}?\bhet\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu\s+(?:ngay\s+)?$")),
)
_BY_NUMBER = re.compile(r"(?:de an|du an|chuong trinh) 0*(\d+)")  # "Đề án 06", of 06/QĐ-TTg


def stated(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The links that clauses state."""
    folded = reading.folded
    for index, mention in enumerate(documents):
        unit = units.at(mention.start)
        if unit is None:
            continue
        reach = max(mention.end, mention.subject[1] if mention.subject else 0)
        for other in documents[index + 1 : index + 40]:
            if other.start >= unit.end or other.start - reach > REACH:
                break
            if other.start < mention.end:
                continue
            for gap in {folded[mention.end : other.start], folded[reach : other.start] if reach <= other.start else ""}:
                direct = not ordered.within(documents, mention.end, other.start)
                for relation, verb in _PASSIVE:
                    rest = _REST_OF_TITLE.sub("", gap) if direct else gap  # "…, cấp tỉnh được sửa đổi bởi"
                    if (verb.fullmatch(gap) or verb.fullmatch(rest)) and not _unsure(documents, unit, other):
                        changed = _of_its_kind(documents, unit, mention, other)
                        yield Link(other.id, relation, changed.id, changed.start, other.end, 0.9)
                for relation, verb in _ACTIVE:
                    if relation == "implements" and (mention.type not in _CARRIES_OUT or mention.anaphor):
                        continue
                    if verb.fullmatch(gap) and not mention.subject:
                        for one in _row(reading, documents, index, other):
                            yield Link(mention.id, relation, one.id, mention.start, one.end, 0.9)
    yield from _approvals(reading, units, documents)
    yield from _grounds(reading, units, documents)
    yield from _carried_out(reading, units, documents)
    yield from _of_programmes(reading, units, documents)


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
        if not JOINED.fullmatch(reading.folded[reach : following.start]):
            return
        yield following
        last = following


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
        if unit is None or programme.anaphor or _inside(reading, programme):
            continue
        for mention in ordered.within(documents, unit.start, unit.end):
            if mention.type in _PROPOSES or not _may_approve(mention, programme):
                continue
            between = folded[programme.end : mention.start]
            if 0 <= mention.start - programme.end < REACH and (
                _APPROVED_BY.fullmatch(between) or (mention.type in _PUTS_IN_FORCE and _UNDER.fullmatch(between))
            ):
                yield Link(mention.id, "approves", programme.name, programme.start, mention.end, 0.93)
            called = mention.type in _PUTS_IN_FORCE and folded[mention.end : programme.start].strip() == "("
            if called and folded[programme.end : programme.end + 1] == ")":  # "Quyết định số 06/QĐ-TTg (Đề án 06)"
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.9)
            gap = folded[mention.end : programme.start] if 0 <= programme.start - mention.end < 100 else "."
            others = ordered.within(documents, mention.end, programme.start)
            acting = ordered.within(reading.agencies, mention.end, programme.start) and not others
            with_it = acting and _APPROVED_WITH.fullmatch(gap) and _BY_WHICH.search(folded, unit.start, mention.start)
            sets_out = mention.type in _PUTS_IN_FORCE and _SETS_OUT.fullmatch(gap)
            if with_it or sets_out or (len(gap) < 60 and _APPROVES.fullmatch(gap)):
                yield Link(mention.id, "approves", programme.name, mention.start, programme.end, 0.93)
            if _IN_PLACE_OF.fullmatch(between):
                yield Link(programme.name, "replaces", mention.id, programme.start, mention.end, 0.9)


def _grounds(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
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
                    yield Link(mention.id, "based_on", one.id, unit.start, one.end, 0.9)
            continue
        near = ordered.within(documents, mention.start - 3 * REACH, mention.start)
        before = [d for d in near if not d.anaphor and d.subject is not None]
        if before:
            for one in _row(reading, documents, index, mention):
                yield Link(before[-1].id, "based_on", one.id, unit.start, one.end, 0.8)


def _carried_out(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """ "Kế hoạch hành động triển khai Quyết định …", said at the head of a sentence of the programme named before."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if not programme.anaphor or unit is None or programme.start != unit.start:
            continue
        other = next(iter(ordered.within(documents, programme.end, unit.end)), None)
        gap = reading.folded[programme.end : other.start] if other else ""
        if other and re.fullmatch(r"(?:\s+hanh\s+dong)?\s+(?:thuc\s+hien|trien\s+khai)\b[^.;:,]{0,70}", gap):
            yield Link(programme.name, "implements", other.id, programme.start, other.end, 0.8)


def _of_programmes(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The programmes that a document is said to carry out: "Nghị quyết … cụ thể hóa Chiến lược …"."""
    for mention in documents:
        unit = units.at(mention.start)
        if unit is None or mention.anaphor or mention.subject or mention.type not in _CARRIES_OUT:
            continue
        programme = next(iter(ordered.within(reading.programmes, mention.end, unit.end)), None)
        if programme is None or programme.anaphor or programme.start - mention.end > REACH:
            continue
        if _PROGRAMME_CARRIED_OUT.fullmatch(reading.folded, mention.end, programme.start):
            yield Link(mention.id, "implements", programme.name, mention.start, programme.end, 0.85)
