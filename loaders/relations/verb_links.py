"""What a verb between two citations of a sentence says that the one does to the other, in either direction.

"Nghị định A …, thay thế Nghị định B và bãi bỏ Nghị định C", "Nghị định B được sửa đổi bởi Nghị định A", "thay thế cho
Nghị định B là Nghị định A". A verb that commas or "và" join to the one before has the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.model import DocumentType, RelationName
from loaders.documents.cited import Units
from loaders.reading import DocumentMention, Reading, Unit
from loaders.relations.subject_links import CHANGED_IN_PART, JOINED, PARTS, REACH, Link, governed, outermost, renames
from loaders.words import clauses, ordered


def _words(table: str, *parts: str) -> str:
    """The phrases of a table that have one of these values, as a group of a pattern."""
    return f"(?:{clauses.alternation(table, *parts)})"


_CHANGE: tuple[tuple[RelationName, str], ...] = (
    (
        "amends",
        rf"(?:(?:{_words('change_verbs', 'amends')}|sua(?=\s+(?:dieu|khoan|diem|mot|quy)\b))(?:\s*(?:,|va)\s+)?)+",
    ),
    ("replaces", _words("change_verbs", "replaces")),
    ("repeals", _words("change_verbs", "repeals")),
    ("guides", rf"{_words('change_verbs', 'guides')}(?:\s+(?:va\s+)?(?:thi\s+hanh|thuc\s+hien))?"),
)
_CONCRETE = _words("carrying_out", "concrete")
_CARRIES = _words("carrying_out", "concrete", "does")
_AUXILIARY = rf"(?:(?:{clauses.alternation('link_auxiliaries')})\s+)*"
_BY = rf"[^.;:]{{0,40}}?\b(?:boi|theo|bang|tai|trong)\s+(?:cac\s+)?{PARTS}"
_AMONG = r"[^.;:,]{0,20}(?:\s*[,:(]\s*(?:(?:trong\s+do|gom|nhu|la|co)\s+)*|\s+(?:la|gom|nhu)\s+)"  # "…, trong đó có"
_AGENT = r"(?:(?:chinh\s+phu|thu\s+tuong|quoc\s+hoi|bo|uy\s+ban|ubnd|hdnd)\b[^.;:,()]{0,40}?\s)?"
_THEN_TOO = re.compile(r"\s*,?\s*(?:va|dong\s+thoi|sau\s+do|roi)\s")  # "…, được hướng dẫn bởi B và được thay thế bởi C"
_PASSIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    *(
        (name, re.compile(rf"(?:[^.;:()]{{0,60}},)?[\s,(]*{_AUXILIARY}(?:duoc|bi)\s+{_AGENT}{verb}{_BY}$"))
        for name, verb in _CHANGE
    ),
    (
        "based_on",
        re.compile(
            r"\s+(?:chinh\s+)?la\s+(?:mot\s+trong\s+(?:nhung|cac)\s+)?(?:can\s+cu|co\s+so)\b[^.;:,()]{0,30}?\s(?:de|cho)\s[^.;:()]{0,60}?"
            r"(?:ban\s+hanh|ky|xay\s+dung|ra|lap)\s+$"
        ),
    ),
    (
        "replaces",
        re.compile(
            r"[^.;]{0,40}?\bhet\s+hieu\s+luc[^.;]{0,30}[;,.]\s*(?:va\s+)?(?:duoc\s+)?thay\s+(?:vao\s+do|the)\s+(?:la|bang)\s+$"
        ),
    ),
    (
        "implements",
        re.compile(
            rf"(?:[^.;:()]{{0,60}},)?[\s,(]*{_AUXILIARY}(?:duoc|do)\s+(?:[^.;:()]{{0,50}}?\s)?(?:{_CONCRETE}|trien\s+khai)"
            r"\s+(?:bang|qua|thong\s+qua)\s+"
            r"(?:(?:cac|nhieu|mot\s+so|hang\s+loat)\s+(?:ke\s+hoach|van\s+ban|chuong\s+trinh|de\s+an)[^.;:()]{0,20}?(?:trong\s+do\s+co|nhu|gom|la)\s+)?$"
        ),
    ),
    ("guides", re.compile(rf"\s+{_AUXILIARY}co\s+[^.;:]{{0,40}}?\b{_CHANGE[3][1]}{_AMONG}$")),
    ("repeals", re.compile(r"[^.;]{0,20}?\bhet\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?tu\s+(?:ngay\s+)?$")),
)
_REST_OF_TITLE = re.compile(r"^[^.;:]{1,200}?(?=\s(?:da\s+)?duoc\s+(?:sua\s+doi|bo\s+sung|thay\s+the)\b)")
_RESTS = r"(?:can\s+cu|dua\s+tren|dua\s+vao|tren\s+co\s+so)\s+(?:vao\s+)?(?:cac\s+)?$"
_MADE = r"(?:\s+(?:duoc\s+)?(?:ban\s+hanh|xay\s+dung|lap))?"
_IN_FORCE = (
    r"(?:\s*,?\s*(?:nay\s+)?(?:(?:da|se|chinh\s+thuc|bat\s+dau)\s+)*co\s+hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?(?:tu|vao)\s+"
    r"(?:ngay\s+|thang\s+)?[\d/.-]+(?:\s+thang\s+\d+)?(?:\s+nam\s+\d+)?)?"
)
_THEN = (
    rf"{_IN_FORCE}[\s,;(]*(?:(?:va|de|nham|dong\s+thoi|(?:la\s+)?van\s+ban|duoc\s+ban\s+hanh|ra\s+doi)\s*,?\s+)*"
    r"(?:(?:da|se|vua|cung|dong\s+thoi|chinh\s+thuc)\s+)*"
)
_ISSUED_BY = r"(?:(?:\s+(?:do|duoc)\s[^.;:,]{2,60}?)?\s(?:ky\s+)?(?:ban\s+hanh|thong\s+qua)(?=[\s,]))?"
CARRYING = (  # "… nhằm cụ thể hóa", "được ban hành để tổ chức thực hiện hiệu quả các nhiệm vụ của"
    r"(?:(?:\s+(?:duoc|do)\s+[^.;:]{2,60}?)?(?:\s+(?:ban\s+hanh|xay\s+dung|lap))?,?\s+(?:nham|de|gop\s+phan)|\s+(?:da\s+)?)"
    rf"\s*(?:{_words('carrying_out', 'before', 'around')}(?:,|\s+va)?\s+)*"
    rf"{_words('carrying_out', 'concrete', 'does', 'heeds')}"
    r"(?:(?:\s+va|,)?\s+(?:thuc\s+hien|thi\s+hanh|cu\s+the\s+hoa|trien\s+khai|to\s+chuc\s+thuc\s+hien))*"
    rf"(?:\s+{_words('carrying_out', 'after', 'around')})*"
    r"(?:\s+(?:cac\s+)?(?:nhiem\s+vu|muc\s+tieu|noi\s+dung|chu\s+truong|quan\s+diem|giai\s+phap)[^.;:()]{0,60}?\s(?:cua|tai|trong|theo))?\s+(?:cac\s+)?$"
    r"|\s+(?:chinh\s+)?(?:la|duoc\s+xem\s+la|duoc\s+coi\s+la)\s+(?:mot\s+)?(?:buoc|van\s+ban|hanh\s+dong|giai\s+phap|viec\s+lam)\b[^.;:,()]{0,30}?"
    rf"\b{_CARRIES}\s+(?:cac\s+)?$"
    r"|,\s+(?:qua\s+do\s+|tu\s+do\s+|gop\s+phan\s+|nham\s+|la\s+)*(?:[^.;:,()]{0,40}?\b(?:nham|de|buoc|khau|viec)\s+)?"
    rf"{_CONCRETE}(?:\s+[^.;:,()]{{0,60}}?\s(?:cua|tai|trong|theo))?\s+(?:cac\s+)?$"
    r"|[\s,]+(?:qua\s+do\s+|nham\s+|de\s+)?(?:hoan\s+thanh|dap\s+ung)\s+(?:cac\s+)?(?:nhiem\s+vu|yeu\s+cau)\b[^.;:()]{0,80}?\s(?:tai|trong|theo|cua)\s+$"
)
_AMENDED_ITSELF = re.compile(  # "Luật A sửa đổi, Luật B sửa đổi": each of them is amended
    r"\s*\(?sua\s+doi(?:,?\s+bo\s+sung)?\)?\s*(?:[,;]|,?\s+va)\s*"
)
_CHANGING = ("replaces", "repeals", "amends")
_GROUND = re.compile(r"\b(?:thuc\s+hien|trien\s+khai|thi\s+hanh|theo|can\s+cu)\s+(?:cac\s+)?$")
_LABEL = 12  # characters of a clause's number
_OPENS = re.compile(r"(?:^|[.;:\n])\s*(?:\d{1,2}[.)]\s*|[a-z]\)\s*)?(?:cac\s+)?$")
_TOGETHER = re.compile(r"\b(?:va|cung(?:\s+voi)?)\s")
_PUBLISHED = (  # "quy chế ban hành kèm theo", "danh mục do tỉnh công bố tại các quyết định:"
    r"(?:quy\s+(?:che|dinh|trinh|chuan|uoc)|dieu\s+le|noi\s+quy|danh\s+muc|bang\s+gia|don\s+gia|khung\s+gia|dinh\s+muc"
    r"|bo\s+(?:tieu\s+chi|thu\s+tuc|chi\s+so)|thu\s+tuc|tieu\s+chuan|ke\s+hoach|de\s+an|chuong\s+trinh|phuong\s+an)\s"
    r"[^.;:]{0,220}?\b(?:ban\s+hanh|cong\s+bo|phe\s+duyet|thong\s+qua)\s+(?:kem\s+theo|tai|theo|trong|bang)\s+"
    r"(?:(?:cac\s+)?(?:quyet\s+dinh|nghi\s+quyet|thong\s+tu|nghi\s+dinh|van\s+ban)\s*:?\s*)?(?:cac\s+)?(?:so\s+)?"
)
_KIND_OF_SEVERAL = (
    r"(?:quyet\s+dinh|nghi\s+quyet|chi\s+thi|thong\s+tu|nghi\s+dinh|van\s+ban)(?:\s+sau)?\s*:\s*(?:so\s+)?"
)
_ACTIVE: tuple[tuple[RelationName, re.Pattern[str]], ...] = (
    (
        "replaces",
        re.compile(
            r";?[^.;]{0,130}?\bthay(?:\s+the)?\s+(?:cho\s+)?(?:(?:cac|nhung)\s+)?"
            rf"(?:{_KIND_OF_SEVERAL}|quy\s+dinh\s+[^.;:,]{{0,40}}?\b(?:tai|cua|trong)\s+|(?:toan\s+bo\s+)?{_PUBLISHED})?$"
        ),
    ),
    (
        "repeals",
        re.compile(
            r";?[^.;]{0,130}?\b(?:(?:bai|huy)\s+bo|cham\s+dut\s+hieu\s+luc(?:\s+thi\s+hanh)?(?:\s+cua)?)\s+"
            rf"(?:(?:cac|toan\s+bo)\s+)?(?:{PARTS}|{_PUBLISHED}|{_KIND_OF_SEVERAL})$"
        ),
    ),
    ("based_on", re.compile(rf"(?:\s+(?:duoc|do)\s+[^.;:]{{2,60}}?)?{_MADE},?\s+{_RESTS}")),
    (
        "amends",
        re.compile(
            rf"{_ISSUED_BY}{_THEN}"
            r"(?:cap\s+nhat|sua\s+doi|bo\s+sung|dieu\s+chinh|dinh\s+chinh|sua(?=\s+(?:dieu|khoan|diem|mot|quy)\b))\b"
            r"(?:(?!(?<!kem )\btheo\b|\bcho\b)[^.;:]){0,60}$"
        ),
    ),
    (
        "amends",
        re.compile(
            r"[^.;]{0,120}?\b(?:(?:tam\s+)?ngung|keo\s+dai|gia\s+han|lui)\s+(?:thoi\s+han\s+)?hieu\s+luc\b[^.;]{0,90}$"
        ),
    ),
    ("guides", re.compile(rf"{_ISSUED_BY}{_THEN}(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)\b[^.;:]{{0,60}}$")),
    ("implements", re.compile(CARRYING)),
)  # fmt: skip
_DENIED = re.compile(  # "Quyết định A không thay thế Quyết định B"
    r"\b(?:khong|chua|chang)\s+(?:(?:he|duoc|phai|nham|de)\s+)*(?:thay|bai\s+bo|huy\s+bo|cham\s+dut|sua|bo\s+sung"
    r"|dieu\s+chinh|dinh\s+chinh|(?:tam\s+)?ngung|keo\s+dai|gia\s+han|lui|huong\s+dan|quy\s+dinh\s+chi\s+tiet)\b"
)
_ALSO_CARRIES = re.compile(  # "… có Kế hoạch số 19 về thương mại điện tử, thực hiện Quyết định số 411."
    r",\s+(?:tiep\s+tuc\s+)?(?:to\s+chuc\s+)?(?:trien\s+khai|thuc\s+hien)(?:\s+thuc\s+hien)?\s+$"
)
_REACH = REACH + 140  # with the name of what a document puts into force
_CLOSES = re.compile(r"\s*(?:[.;)]|$)")
CARRIES_OUT: frozenset[DocumentType | None] = frozenset(
    ("resolution", "decree", "decision", "directive", "circular", "plan", "programme", "scheme", "notice", "dispatch")
)
_CHANGES = re.compile("|".join(verb for _, verb in _CHANGE))
_ABOVE: frozenset[DocumentType | None] = frozenset(("law", "code", "ordinance", "constitution"))  # decrees rest on them
_ENACTED = re.compile(r"[\s,]*(?:duoc|do)\s")
_GOES_ON = re.compile(
    rf"{_IN_FORCE}\s*(?:,|;)?\s*(?:va|dong\s+thoi|cung\s+nhu)?\s*,?\s*(?:dong\s+thoi\s+)?(?=(?:sua|bo|thay|bai|huy|huong|quy|trien\s+khai|thuc\s+hien|cu\s+the|the\s+che)\s)"
)
_FIRST = tuple(  # "Thay thế cho Nghị định 26 … là Nghị định 23", "Việc sửa đổi … được thực hiện bằng …"
    (name, re.compile(rf"\b{verb}\s+(?:cho\s+)?(?:(?:cac|toan\s+bo)\s+)?{PARTS}$")) for name, verb in _CHANGE
)
_ONE_MORE = re.compile(r"\s*(?:,|;|va\s|dong\s+thoi\s)")
_BY_THIS = re.compile(rf"[\s,(]*{_AUXILIARY}(?:duoc|bi)\s+$")
_DONE = tuple((name, re.compile(rf",?\s+{_AUXILIARY}{verb}")) for name, verb in _CHANGE)
CARRIED = re.compile(rf"\b(?:{_CONCRETE}|trien\s+khai)\s+(?:cac\s+)?$")
BY_MEANS = re.compile(r"\s+(?:bang|qua|thong\s+qua)\s+(?:viec\s+ban\s+hanh\s+)?$")  # "cụ thể hóa A bằng B"
_IS = re.compile(
    r"\s*,?\s+(?:(?:se|chinh|hien)\s+)*(?:la|(?:gom\s+)?co|gom)\s+(?:(?:noi\s+dung|muc\s+dich)\s+(?:chinh\s+)?(?:cua|tai)\s+)?(?:du\s+thao\s+)?$"
)
_DONE_BY = re.compile(
    r"\s+(?:duoc|do)\s[^.;:]{0,50}?(?:thuc\s+hien|quy\s+dinh|tien\s+hanh|neu|ghi|dat)\s+(?:bang|tai|theo|trong)\s+$"
)


def stated(reading: Reading, units: Units, documents: Sequence[DocumentMention]) -> Iterator[Link]:
    """The links that the verbs of each sentence, or cell, state between the documents that it cites."""
    for unit, cited in groupby(documents, key=lambda mention: units.at(mention.start)):
        if unit is not None:
            yield from _Sentence(reading, unit, list(cited)).links()


@dataclass(slots=True)
class _Said:
    """The last verb: who does it, to whom it is done, and whether what is joined next is one more object or subject."""

    relation: RelationName
    subjects: list[DocumentMention]
    objects: list[DocumentMention]
    active: bool

    def links(self, joined: DocumentMention | None = None) -> Iterator[Link]:
        """What it states; of a citation joined to the last one, what it states of that one."""
        for one in [joined] if joined and not self.active else self.subjects:
            for other in [joined] if joined and self.active else self.objects:
                start, end = min(one.start, other.start), max(one.end, other.end)
                yield Link(one.id, self.relation, other.id, start, end, 0.9)


class _Sentence:
    """A sentence, or a cell, with the documents that it cites."""

    def __init__(self, reading: Reading, unit: Unit, cited: Sequence[DocumentMention]) -> None:
        self._reading, self._unit, self._cited = reading, unit, cited
        self._outer = outermost(cited)

    def links(self) -> Iterator[Link]:
        """What its verbs state, from one row of citations to the next."""
        said: _Said | None = None
        opening = ""  # what stands before the row
        row: list[DocumentMention] = []  # citations that commas and "và" join
        for mention in self._outer:
            reach = self._reach(row[-1]) if row else self._unit.start
            if mention.start < reach:
                continue
            if row and renames(self._reading.folded, row[-1], mention):
                continue
            gap = self._reading.folded[reach : mention.start]
            if row and JOINED.fullmatch(gap):
                row.append(mention)
                yield from said.links(mention) if said else self._shared(row)
                continue
            said = self._verb(opening, row, gap, mention, said) if row and len(gap) <= _REACH else None
            if said:
                yield from said.links()
            opening, row = gap, [mention]

    def _shared(self, row: list[DocumentMention]) -> Iterator[Link]:
        """What the first of a row do as well where what ends the sentence reads like the title of the last one."""
        last = row[-1]
        if last.subject is None or not self._together(row):
            return
        start, end = last.subject
        if not _CHANGES.match(self._reading.folded, start) or self._reading.folded[end : self._unit.end].strip(" .;\n"):
            return
        inner = outermost([one for one in ordered.within(self._cited, start, end) if one.end <= end])
        for relation, other in governed(self._reading, start, inner):
            if relation in ("replaces", "repeals") and other.id not in {one.id for one in row}:
                for one in row[:-1]:
                    yield Link(one.id, relation, other.id, one.start, other.end, 0.9)

    def _reach(self, mention: DocumentMention) -> int:
        """Where a citation ends with its title; one that says "thay thế các quy định" and cites none is no title."""
        if mention.subject is None:
            return mention.end
        start, end = mention.subject
        told = _CHANGES.match(self._reading.folded, start) and not ordered.within(self._cited, start, end)
        return mention.end if told else max(mention.end, end)

    def _verb(
        self, opening: str, row: list[DocumentMention], gap: str, mention: DocumentMention, before: _Said | None
    ) -> _Said | None:
        """What the words between a row of citations and the next one say of them."""
        for relation, verb in _PASSIVE:
            rest = _REST_OF_TITLE.sub("", gap)  # "…, cấp tỉnh được sửa đổi bởi"
            if verb.fullmatch(gap) or verb.fullmatch(rest):
                if self._unsure(mention):
                    return None
                if before and not before.active and _THEN_TOO.match(gap):
                    return _Said(relation, [mention], before.objects, active=False)
                whole = relation in ("replaces", "repeals") and not row[-1].subject
                return _Said(relation, [mention], row if whole else [self._changed(row[-1], mention)], active=False)
        if _BY_THIS.fullmatch(gap):  # "Nghị định A đã được Nghị định B sửa đổi"
            for relation, verb in _DONE:
                if verb.match(self._reading.folded, self._reach(mention), self._unit.end):
                    return _Said(relation, [mention], [self._changed(row[-1], mention)], active=False)
        if BY_MEANS.fullmatch(gap) and CARRIED.search(opening) and mention.type in CARRIES_OUT:
            return _Said("implements", [mention], row, active=False)
        for relation, verb in _FIRST:
            if verb.search(opening) and (_IS.fullmatch(gap) or _DONE_BY.fullmatch(gap)):
                return _Said(relation, [mention], row, active=False)
        also = _ALSO_CARRIES.fullmatch(gap) and _CLOSES.match(
            self._reading.folded, self._reach(mention), self._unit.end
        )
        if _DENIED.search(gap) or _AMENDED_ITSELF.fullmatch(gap):
            return None
        in_part = CHANGED_IN_PART.search(gap) is not None
        for relation, verb in _ACTIVE:
            if in_part and relation in ("replaces", "repeals"):
                if verb.fullmatch(gap):
                    subjects = self._subjects("amends", row, gap, mention)
                    return _Said("amends", subjects, [mention], active=True) if subjects else None
                continue
            if verb.fullmatch(gap) or (also and relation == "implements"):
                if before is None and _ONE_MORE.match(gap) and any(first.search(opening) for _, first in _FIRST):
                    return None  # "…, thay thế Thông tư A và bãi bỏ Thông tư B", of one that the sentence does not name
                on = before if before and before.active and _GOES_ON.match(gap) else None
                done = [*row[-1:]] if before and before.active else row  # what a verb was done to does nothing
                subjects = on.subjects if on else self._subjects(relation, done, gap, mention)
                return _Said(relation, subjects, [mention], active=True) if subjects else None
        return None

    def _subjects(
        self, relation: RelationName, row: list[DocumentMention], gap: str, mention: DocumentMention
    ) -> list[DocumentMention]:
        """Of the citations before an active verb those that do what it says."""
        last = row[-1]
        if relation == "implements":
            return [last] if last.type in CARRIES_OUT and not last.anaphor else []
        aside = gap.lstrip().startswith(("(", ","))  # "Quyết định A (thay thế Thông tư B)", of that one alone
        if relation in ("replaces", "repeals") and last.type != mention.type and not aside and self._is_ground(last):
            return []  # "Kế hoạch thực hiện Nghị quyết A thay thế Kế hoạch B"
        together = relation in _CHANGING and self._together(row)
        if relation in _CHANGING and last.type != mention.type and not together:
            earlier = ordered.within(self._outer, self._unit.start, last.start)
            alike = [d for d in earlier if d.type == mention.type and d.id != mention.id]
            if alike and last.type in _ABOVE:
                return alike[-1:]
            if ordered.within(self._reading.agencies, self._reach(last), mention.start) and not _ENACTED.match(gap):
                return []  # "Theo Nghị quyết …, Bộ X soạn nghị định thay thế Nghị định …"
        if self._unit.role == "basis" or gap.lstrip().startswith("("):
            return [last]
        return row if together else [one for one in row if one.type == last.type]

    def _is_ground(self, document: DocumentMention) -> bool:
        """Whether a document is named as what another one carries out or rests on."""
        return (
            _GROUND.search(self._reading.folded, max(self._unit.start, document.start - 40), document.start) is not None
        )

    def _together(self, row: list[DocumentMention]) -> bool:
        """Whether a row begins the sentence and "và" closes it: "Nghị định này và Thông tư số … thay thế …"."""
        folded, begin = self._reading.folded, max(self._unit.start, row[0].start - _LABEL)
        opens = _OPENS.search(folded[begin : row[0].start]) if row[1:] else None
        return opens is not None and _TOGETHER.search(folded[self._reach(row[-2]) : row[-1].start]) is not None

    def _changed(self, last: DocumentMention, by: DocumentMention) -> DocumentMention:
        """What is changed: the citation that ends the last one's subject, where it is of the kind that changes it."""
        if last.subject is None:
            return last
        start, end = last.subject
        inner = [d for d in ordered.within(self._cited, start, end) if d.type == by.type and not d.anaphor]
        return next((d for d in inner if self._reach(d) >= end - 1), last)

    def _unsure(self, mention: DocumentMention) -> bool:
        """Whether "Nghị định này" may as well mean the text itself as the decree that the sentence names."""
        return mention.anaphor and any(d.id == mention.id and not d.anaphor for d in self._cited)
