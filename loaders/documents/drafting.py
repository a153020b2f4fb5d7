"""Who writes a document that is not yet issued: a clause says it, the lines under it, or the table that lists it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from kg.folding import fold
from kg.model import Relation, Task
from loaders.documents import draft_lists, statuses
from loaders.documents.cited import Units
from loaders.documents.draft_lists import drafted
from loaders.reading import AgencyMention, DocumentMention, Reading, Unit
from loaders.words import clauses, ordered

_LEADS = rf"(?:{clauses.alternation('drafting_leads')})"
_MAKES = re.compile(
    rf"\s*(?:\([^()]{{2,30}}\)\s*)?(?:,\s*)?(?:{_LEADS}\s*,?\s+)*(?:phoi\s+hop\s+voi\s+[^.;:]{{3,80}}?,?\s+)?"
    rf"(?:{clauses.alternation('drafting_verbs')})\b"
)
_STRAIGHT = re.compile(  # what stands between the verb and a programme that is its object
    rf"(?:[\s,]|\b(?:{clauses.alternation('draft_ways')}"
    r"|(?:uy\s+ban\s+nhan\s+dan|ubnd|hoi\s+dong\s+nhan\s+dan|hdnd|tinh\s+uy|thanh\s+uy|dang\s+uy|ban\s+thuong\s+vu"
    r"|thuong\s+truc|bo\s+truong|chu\s+tich|lanh\s+dao)(?:\s+(?:tinh|thanh\s+pho|tp\.?|bo))?(?:\s+hcm)?)\b)*"
)
_SUBMITS = re.compile(r"\b(?:trinh|soan\s+thao|du\s+thao|de\s+xuat|nghien\s+cuu)\b")  # to be told to make one is none
_OWN_DRAFT = re.compile(r"(?:\w+\s+){1,3}cua\s+|\s+cua\s+")  # "dự thảo Thông tư của Bộ Y tế"
_IN_IT = re.compile(r"\b(?:tai|trong)\s+(?:ban\s+)?du\s+thao\s+$")
_PROPOSES = re.compile(  # "Tại dự thảo Luật …, Bộ X đề xuất …"
    r"\s+(?:(?:da|cung|dang|tiep\s+tuc)\s+)*(?:de\s+xuat|du\s+kien\s+quy\s+dinh)\b"
)
_PROPOSAL = re.compile(  # "đồng ý với đề xuất của Bộ X về việc xây dựng Luật …"
    r"(?:,?\s+(?:ve|lien\s+quan\s+den|doi\s+voi)(?:\s+viec)?\s+|\s+)?(?:nghien\s+cuu,?\s+)?(?:xay\s+dung|ban\s+hanh|soan\s+thao|lap|sua\s+doi|trinh|phe\s+duyet|thong\s+qua)"
    r"(?:\s+(?:ban\s+hanh|du\s+thao|du\s+an|ho\s+so|chinh\s+phu|quoc\s+hoi|moi|de\s+nghi|cua))*\s+"
)
_PROPOSED_BY = re.compile(r"\b(?:de\s+xuat|de\s+nghi|kien\s+nghi|to\s+trinh|y\s+kien\s+de\s+xuat)\s+(?:nay\s+)?cua\s+$")
_ABOVE = frozenset(("Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Ủy ban Thường vụ Quốc hội", "Bộ Chính trị",
                    "Ban Bí thư", "Chủ tịch nước", "Ban Chấp hành Trung ương"))  # fmt: skip  # others draft for these
_BY = re.compile(
    r"(?:\b(?P<draft>(?:ban\s+)?du\s+thao(?:\s+nay)?)\s+|,?\s+)(?:nay\s+)?(?:(?:da|vua|dang|se|sap)\s+)*(?:do|duoc|ma)\s+$"
)
_STILL = r"(?:(?:chu\s+tri|dang|da|vua|moi|se|tiep\s+tuc|cung)\s+)*+"
_WRITES = re.compile(
    rf"(?:\s*\([^()]{{2,20}}\))?\s+{_STILL}(?:phoi\s+hop\s+[^.;:]{{3,60}}\s+{_STILL})?"
    rf"(?:(?P<writes>{clauses.alternation('drafted_by_verbs', 'writes')})"
    rf"|{clauses.alternation('drafted_by_verbs', 'has')})\b"
)
_ANSWERS = ("official-letter", "dispatch", "notice")  # these answer a proposal; it is not theirs
_AT_PROPOSAL = re.compile(r"[\s*+-]*(?:xet|theo)\s+de\s+nghi\s+cua\s+$")
_RECEIVES = re.compile(rf"\b(?:{clauses.alternation('before_receivers')})(?:\s+len)?\s+$")
_HELPS = re.compile(r"\bphoi\s+hop\s+(?:voi|cung)\s+[^.;:]{0,90}$")
_OTHERS = re.compile(  # the draft is another clause's object
    r"[;:]|\.\s|\bbao\s+cao\s+(?:tham|danh\s+gia|giai\s+trinh|tong\s+ket)\b|\b(?:gop\s+y|y\s+kien|theo|tai|thuc\s+hien)\b"
)
_APPRAISES = re.compile(
    r"\b(?:tham\s+(?:dinh|tra)|phan\s+bien)\s+(?:(?:cac|noi\s+dung|ho\s+so)\s+){0,2}du\s+(?:thao|an)\s"
)
_WRITTEN = ("de an ", "chien luoc ", "chuong trinh ", "quy hoach ", "ke hoach ")  # programmes that are first written
_AND = re.compile(r"\s*(?:,|va)\s+(?:va\s+)?")
_HEAD = 12000  # characters in which the head of an official text stands
_REACH = 240


def state(reading: Reading) -> Iterator[Relation]:
    """The `drafted_by` links, and what the lines under a draft say that it guides."""
    units = Units(reading)
    drafts = [d for d in reading.documents if d.status != "issued" and not d.anaphor and not d.id[0].isdigit()]
    leads = draft_lists.leads(reading) if drafts else {}
    for draft in drafts:
        unit = units.at(draft.start)
        if unit is None:
            continue
        who = (
            _owner(reading, unit, draft)
            or writer(reading, unit, draft.start)
            or draft_lists.column(reading, unit, leads)
        )
        if who and who.name != "Thủ tướng Chính phủ":  # who tells others to submit it
            yield drafted(reading, unit, draft.id, who, min(who.start, draft.start), max(who.end, draft.end))
    yield from _programmes(reading, units)
    yield from _passive(reading, units)
    yield from draft_lists.lines(reading, units, drafts)
    if reading.own:
        yield from _proposer(reading, reading.own)


def _programmes(reading: Reading, units: Units) -> Iterator[Relation]:
    """Who writes a strategy, scheme or programme: "Bộ Y tế đang soạn thảo Đề án …", "giao Sở … trình … Đề án …"."""
    for programme in reading.programmes:
        unit = units.at(programme.start)
        if programme.anaphor or unit is None or not fold(programme.name).startswith(_WRITTEN):
            continue
        who = writer(reading, unit, programme.start, _STRAIGHT)
        said = who and (
            _SUBMITS.search(reading.folded, who.end, programme.start) or _proposes(reading, unit, who, programme.start)
        )
        if who and said and who.name not in _ABOVE:
            yield drafted(reading, unit, programme.name, who, who.start, programme.end, 0.8)


_NO_WRITERS = ("cac dai bieu", "dai bieu", "hai ben", "cac ben", "cac thanh vien")  # they agree on it


def of_tasks(reading: Reading, tasks: Iterable[Task], told: Collection[str]) -> Iterator[Relation]:
    """Who writes a document or programme that is the first object of a task: those that the task is given to.

    `told` are the documents whose writers the text itself names.
    """
    units = Units(reading)
    for task in tasks:
        start, end = task.evidence[0].start, task.evidence[0].end
        unit = units.at(start)
        made = _MAKES.match(reading.folded, start, end) if unit and task.assignees else None
        if unit is None or made is None or _APPRAISES.search(reading.folded, start, made.end() + 1):
            continue
        drafts = [d for d in ordered.within(reading.documents, start, end) if d.status != "issued"]
        named = [(d.start, d.end, d.id) for d in drafts[:1] if not d.id[0].isdigit()]
        for plan in [p for p in ordered.within(reading.programmes, start, end) if not p.anaphor][:1]:
            if fold(plan.name).startswith(_WRITTEN) and _SUBMITS.search(reading.folded, start, plan.start):
                named.append((plan.start, plan.end, plan.name))
        for begin, stop, name in named:
            if name in told or not _STRAIGHT.fullmatch(reading.folded, made.end(), begin):
                continue
            for body in (one for one in task.assignees if not fold(one).startswith(_NO_WRITERS)):
                evidence = reading.evidence(start, min(stop, unit.end), unit.place)
                yield Relation(name, "drafted_by", body, evidence=(evidence, *task.evidence[1:]), confidence=0.85)


def _owner(reading: Reading, unit: Unit, draft: DocumentMention) -> AgencyMention | None:
    """The body whose draft it is said to be: "dự thảo Thông tư của Bộ Y tế", "Tại dự thảo Luật …, Bộ X đề xuất …"."""
    if draft.status != "draft" or not statuses.drafted(reading, unit, draft.start):
        return None
    inside = _IN_IT.search(reading.folded, unit.start, draft.start)
    for mention in ordered.within(reading.agencies, draft.start, min(unit.end, draft.end + _REACH)):
        if mention.kind == "group" or mention.name in _ABOVE:
            continue
        proposes = inside and reading.folded[draft.end : mention.start].strip() == ","
        if proposes and _PROPOSES.match(reading.folded, mention.end, unit.end):
            return mention
        begin = draft.end if mention.start >= draft.end else draft.start
        if mention.end == draft.end and reading.folded.endswith(" cua ", draft.start, mention.start):
            return mention  # at the end of what its name was read as
        if _OWN_DRAFT.fullmatch(reading.folded, begin, mention.start):
            return mention
    return None


def writer(reading: Reading, unit: Unit, start: int, between: re.Pattern[str] | None = None) -> AgencyMention | None:
    """The body of whose making the draft is the object: the nearest before it that a verb of drafting follows.

    `between` is what the words from the verb to the draft consist of, where they may not be just any.
    """
    inside = ordered.within(reading.agencies, max(unit.start, start - 2 * _REACH), start)
    before = [m for m in inside if m.end <= start and m.kind != "group"]
    helper: AgencyMention | None = None  # one of a row after "phối hợp với", where no other is told
    for mention in reversed(before):
        if start - mention.end > _REACH:
            break
        if _RECEIVES.search(reading.folded, max(unit.start, mention.start - 24), mention.start):
            continue
        if _proposes(reading, unit, mention, start):
            return mention
        match = _MAKES.match(reading.folded, mention.end, start)
        if match is None or _APPRAISES.search(reading.folded, mention.end, start):
            continue
        if (
            between.fullmatch(reading.folded, match.end(), start)
            if between
            else not _OTHERS.search(reading.folded, match.end(), start)
        ):
            if not _HELPS.search(reading.folded, unit.start, mention.start):
                return mention
            helper = helper or mention
    return helper


def _proposes(reading: Reading, unit: Unit, mention: AgencyMention, start: int) -> bool:
    """Whether what begins at `start` is what the body proposes: "đề xuất của Bộ X về việc xây dựng Luật …"."""
    proposal = _PROPOSED_BY.search(reading.folded, max(unit.start, mention.start - 40), mention.start)
    return proposal is not None and _PROPOSAL.fullmatch(reading.folded, mention.end, start) is not None


def _passive(reading: Reading, units: Units) -> Iterator[Relation]:
    """ "Dự thảo do Bộ … xây dựng", "Chiến lược được Bộ … soạn thảo": of the document or programme named before."""
    for mention in reading.agencies:
        unit = units.at(mention.start)
        if unit is None or mention.kind == "group":
            continue
        writes = _WRITES.match(reading.folded, mention.end, unit.end)
        if not writes or (mention.name in _ABOVE and not writes["writes"]):
            continue
        by = _BY.search(reading.folded, max(unit.start, mention.start - 40), mention.start)
        if not by:
            continue
        start = by.start()
        last = _whole([*islice(ordered.before(reading.documents, mention.start), 8)])
        named: list[tuple[int, int, str]] = [
            (d.start, d.end, d.id) for d in last if writes["writes"] or d.status != "issued"
        ]
        plans = islice(ordered.before(reading.programmes, mention.start), 1 if writes["writes"] else 0)
        named += [(p.start, p.end, p.name) for p in plans]
        named.sort()
        subject = [one for one in named if one[0] >= unit.start and one[1] >= start - 2]
        if not subject and writes["writes"] and by[0].startswith(","):
            subject = [one for one in named if one[0] == unit.start]  # "Nghị định này …, do Bộ X soạn thảo"
        if not subject and (by["draft"] is None or not named):
            continue
        yield drafted(reading, unit, (subject or named)[-1][2], mention, start, mention.end, 0.85)


def _whole(before: list[DocumentMention]) -> list[DocumentMention]:
    """The nearest of the documents before a place, or the one in whose name it stands: a decree names its law."""
    return [d for d in before if before[0].start < d.end or d is before[0]][-1:]


def _proposer(reading: Reading, own: DocumentMention) -> Iterator[Relation]:
    """Who proposed the document whose text this is: "Theo đề nghị của Bộ trưởng Bộ Công an"."""
    if own.type in _ANSWERS:
        return
    units = Units(reading)
    last: AgencyMention | None = None
    for mention in ordered.within(reading.agencies, 0, own.end + _HEAD):
        unit = units.at(mention.start)
        if unit is None or unit.place.article or mention.kind == "group":
            continue
        joined = (
            last is not None and last.start >= unit.start and _AND.fullmatch(reading.folded[last.end : mention.start])
        )
        if joined or _AT_PROPOSAL.fullmatch(reading.folded[unit.start : mention.start]):
            yield drafted(reading, unit, own.id, mention, unit.start, mention.end, 0.8)
            last = mention
