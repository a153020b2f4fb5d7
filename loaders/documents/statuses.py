"""Whether a document is in force, being drafted or only proposed, by the words that stand before it."""

from __future__ import annotations

import re

from kg.model import DocumentStatus
from loaders.reading import Reading, Unit
from loaders.words import ordered

_DRAFT_OF = re.compile(r"\s*(?:(?:ho\s+so\s+)?(?:du\s+thao|du\s+an)\s+)?")
_DRAFT = re.compile(r"\b(?:du\s+thao|du\s+an)\s+(?:cac\s+|mot\s+so\s+)?$")
_PROPOSED = re.compile(
    r"\b(?:de\s+xuat|kien\s+nghi|de\s+nghi|nghien\s+cuu|xem\s+xet)\b[^.;]{0,40}?"
    r"\b(?:xay\s+dung|ban\s+hanh|soan\s+thao)\b(?P<between>[^.;]{0,60})$"
)
_WRITING = re.compile(
    r"\b(?:xay\s+dung|soan(?:\s+thao)?|du\s+thao|lay\s+y\s+kien|hoan\s+thien|trinh|gop\s+y|dong\s+gop\s+y\s+kien|tham\s+dinh|"
    r"tham\s+muu|(?:se|som|phai|can|khan\s+truong)\s+ban\s+hanh|tiep\s+thu)\b(?P<between>[^.;]{0,90})$"
    r"|(?:\bva|,|\bde)\s+ban\s+hanh\s+$"
)
_LAW_WRITING = re.compile(
    r"\b(?:xay\s+dung|soan\s+thao|trinh(?:\s+quoc\s+hoi)?(?:\s+(?:thong\s+qua|ban\s+hanh|xem\s+xet))?|lay\s+y\s+kien)"
    r"(?P<between>\s+(?:moi\s+)?(?:(?:du\s+an|mot\s+so|cac)\s+)*(?:luat\b[^.;:]{0,80}|\w+\s+luat\s*:[^.;]{0,80})?)$"
)
_SUBMITTED = re.compile(
    r"[\s,]*(?:de\s+)?trinh\s+(?:quoc\s+hoi|chinh\s+phu|uy\s+ban)"
    r"|\s+(?:hien\s+)?dang\s+duoc\s+(?:[^.;:,]{2,40}?\s)?(?:soan|xay\s+dung|du\s+thao|lay\s+y\s+kien|hoan\s+thien)\b"
)
_OTHER_KIND = re.compile(
    r"\b(?:nghi\s+quyet|nghi\s+dinh|quyet\s+dinh|thong\s+tu|chi\s+thi|phap\s+luat|ke\s+hoach|de\s+an)\b"
)
_MAKING_HEADING = re.compile(r"\b(?:xay\s+dung|soan\s+thao|ban\s+hanh)\b")


def submitted_to(reading: Reading, unit: Unit, start: int) -> str | None:
    """The body right before a document that is submitted to it for issue: "trình Quốc hội Nghị quyết …"."""
    index = ordered.index(reading.agencies, start + 1) - 1
    if index < 0:
        return None
    mention = reading.agencies[index]
    near = mention.start >= unit.start and _DRAFT_OF.fullmatch(reading.folded, mention.end, start) is not None
    return mention.name if near and re.search(r"trinh\s+$", reading.folded[unit.start : mention.start]) else None


def drafted(reading: Reading, unit: Unit, start: int) -> bool:
    """Whether the words right before say that a document is being drafted: "dự thảo", "dự án"."""
    return _DRAFT.search(reading.folded, max(unit.start, start - 40), start) is not None


def status_of_name(reading: Reading, unit: Unit, start: int) -> DocumentStatus | None:
    """The status that the words before an unnumbered document give; None where they give none.

    xây dựng, soạn thảo, lấy ý kiến, trình → draft; đề xuất xây dựng, nghiên cứu ban hành → proposed. The line above a
    list may say it for its items.
    """
    folded = reading.folded
    floor = max(unit.start, start - 150)
    if _DRAFT.search(folded, floor, start):
        return "draft"
    if _PROPOSED.search(folded, floor, start):
        return "proposed"
    if _WRITING.search(folded, floor, start):
        return "draft"
    if unit.role == "row" and _MAKING_HEADING.search(folded, unit.start, min(start, unit.start + 40)):
        return "draft"
    above = unit.lead if unit.lead is not None else unit.heading
    if above is not None and start - unit.start < 8:
        head = reading.units[above]
        if _MAKING_HEADING.search(folded, head.start, min(head.end, head.start + 40)):
            return "draft"
    return None


def status_of_law(reading: Reading, unit: Unit, start: int, end: int) -> DocumentStatus:
    """The same for a law by its name, where only words that govern it count: most texts cite laws in force."""
    folded = reading.folded
    floor = max(unit.start, start - 150)
    if _DRAFT.search(folded, floor, start) or _SUBMITTED.match(folded, end, unit.end):
        return "draft"
    proposed = _PROPOSED.search(folded, floor, start)
    if proposed and not _OTHER_KIND.search(proposed["between"]):
        return "proposed"
    writing = _LAW_WRITING.search(folded, floor, start)
    return "draft" if writing and not _OTHER_KIND.search(writing["between"] or "") else "issued"
