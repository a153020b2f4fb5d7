"""Verbs of ordering that are nouns, "ý kiến chỉ đạo", "có yêu cầu", and whom the words behind such a verb name."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, JOIN, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

_BEFORE_NOUN = Pattern(rf"\b(?:{'|'.join(sorted(printed('before_nouns'), key=len, reverse=True))})\s*$")
_COUNTED = re.compile(r"\s(?:\d{1,3}|hai|ba|bon|sau|bay|tam|chin|muoi)\s$")  # "đã ban hành 2 quyết định thành lập …"
_BY_LETTER = re.compile(  # "vừa có văn bản chỉ đạo …", "ban hành công văn số 5 yêu cầu …"
    rf"\b(?:co|ban hanh|ky|gui|phat|ra|phat di)\s+(?:(?:cac|mot|ngay|toi|den|{WHO})\s+){{0,3}}"
    rf"(?:van ban|cong van|cong dien|thong bao|thu|y kien|to trinh|ke hoach|chi thi|ket luan|[{DOCUMENT}]++)"
    rf"(?:\s+(?:so\s+\S+|hoa toc|khan|ngay\s+[\d/.-]+)){{0,3}}\s*(?:,\s*)?(?:trong do,?\s*)?$"
)
ASSIGNEE = re.compile(
    r"\"?\s*(?:(?:thang|ngay|gon)\s*)?(?::\s*\"?|,|rang|toi|den|voi)?\s*"
    r"(?:(?:tat ca|doi voi|cho|dong chi|ong|ba|cac|voi|(?:pho )?truong ban chi dao(?:,| va)"
    r"|(?:bo truong|giam doc|thu truong|cuc truong|nguoi dung dau)(?= cac))\s+)*"
    rf"(?P<who>{WHOEVER}(?:{JOIN}(?:cac\s+)?[{ACTOR}{PERSON}]++)*)"
    r"(?:\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?"
)
_SUBJECTS = frozenset(("de xuat", "kien nghi", "yeu cau", "de nghi"))
_AGREE = frozenset(("nhat tri", "dong y", "thong nhat", "quyet dinh"))
_LEAVE_TO = re.compile(  # "đồng ý về nguyên tắc để tỉnh X làm …"
    r"\s+(?:(?:ve|voi) (?:nguyen tac|chu truong)\s+)?de\b"
)
_PARLIAMENT = ("Quốc hội", "Ủy ban Thường vụ Quốc hội")  # is left nothing by others
AFTER_ASSIGNEE = Pattern(  # "… (Bộ X), trong năm nay, cần …", not "… cân đối vốn"
    rf"\s*(?:\([^)]*\))?(?:\s(?:này|nói trên|nêu trên)(?=\s))?\s*"
    rf"(?:,\s*(?:[^,;.:{ACTOR}]{{0,60}}|(?:trừ|bên cạnh|ngoài|kể cả|nhất là)\s(?:các\s)?[{ACTOR}]+),)?\s*"
    rf"(?:là\s(?:(?:cơ quan|đơn vị|bộ phận)\s)?đầu mối(?:\scủa\s[{ACTOR}]+)?,?\s(?=chịu trách nhiệm|có trách nhiệm))?"
    r"(?:(?:(?:trong )?thời gian tới|sẽ|hãy|tiếp tục|(?P<obliged>phải|cần(?! đối\b| nhắc\b)|nên|có trách nhiệm))\s+)*"
)
_OPENS = re.compile(rf"\s*(?:cu the|nhu sau|sau day|sau)?\s*:\s*\"?\s*{clauses.ORDINAL}?")


def is_one(page: Masked, match: re.Match[str], unit: Unit, end: int) -> bool:
    """Whether a verb of ordering is a noun here, without work behind it: "ý kiến chỉ đạo", "các yêu cầu"."""
    if match.group() in _SUBJECTS and page.mask.endswith(" ve ", unit.start, match.start()):
        return True  # "xin ý kiến Chính phủ về đề xuất xây dựng …"
    begin = max(unit.start, match.start() - 8)
    if match.group() == "quyet dinh" and _COUNTED.search(page.mask, begin, match.start()):
        return True
    noun = page.search(_BEFORE_NOUN, max(unit.start, match.start() - 24), match.start())
    return noun is not None and not _with_work(page, match, unit, end)


def assignee(page: Masked, match: re.Match[str], after: int, end: int) -> re.Match[str] | None:
    """Whom the words behind a verb name, also those to whom work is left: "đồng ý để tỉnh X làm …"."""
    leave = _LEAVE_TO.match(page.mask, after, end) if match.group() in _AGREE else None
    who = ASSIGNEE.match(page.mask, leave.end() if leave else after, end)
    return None if leave and who and any(name in _PARLIAMENT for name in page.names(*who.span("who"))) else who


def opens_clauses(page: Masked, match: re.Match[str], unit: Unit, end: int) -> int | None:
    """Where the clauses begin that give work behind a noun: "Thủ tướng cho ý kiến chỉ đạo: Bộ X rà soát …"."""
    opening = _OPENS.match(page.mask, match.end(), end)
    if opening is None or page.giver(unit, match.start()) is None:
        return None
    who = ASSIGNEE.match(page.mask, opening.end(), end)
    work = page.match(AFTER_ASSIGNEE, who.end(), end) if who else None
    works = page.begins_work(work.end() if work else opening.end(), end)
    return opening.end() if works else None


def _with_work(page: Masked, match: re.Match[str], unit: Unit, end: int) -> bool:
    """Whether "có yêu cầu Bộ X làm …" tells somebody to do something, though "có yêu cầu" mostly is a noun."""
    who = ASSIGNEE.match(page.mask, match.end(), end)
    work = page.match(AFTER_ASSIGNEE, who.end(), end) if who else None
    having = page.mask.endswith(("co ", "dua ra "), max(unit.start, match.start() - 8), match.start())
    having = having or _BY_LETTER.search(page.mask, max(unit.start, match.start() - 90), match.start()) is not None
    return having and work is not None and page.begins_work(work.end(), end)
