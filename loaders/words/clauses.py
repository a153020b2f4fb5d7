"""Clauses over a masked text: the folded text with the mentions of each kind covered by one mark a character.

The mask keeps offsets, and lets a rule say "an actor, then 'yêu cầu', then an actor" as a short regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.reading import Mention, Reading
from loaders.tables import phrases, values
from loaders.words.choices import choice

ACTOR, PERSON, DOCUMENT, PROGRAMME = "\x01", "\x02", "\x03", "\x05"
WHO = f"[{ACTOR}{PERSON}][{ACTOR}{PERSON}]*+"
JOIN = r"(?:\s*(?:,\s*va|,|;|/|&|-|\bva\b|\bcung voi\b|\bcung\b)\s*)"
WHOEVER = rf"(?:[{ACTOR}]++(?:{JOIN}(?:cac\s+|cung\s+)?[{ACTOR}]++)*|[{PERSON}]++(?:\s+va\s+[{PERSON}]++)*)"

ADVERBS = (
    r"(?:(?:tam thoi|"
    r"khan truong|chu dong|tich cuc|quyet liet|kip thoi|thuong xuyen|tiep tuc|tap trung|som|nhanh chong|trien de|"
    r"nghiem tuc|sang tao|phai|can|se|cung|da|dang|hay|duoc|ngay|truc tiep|cung nhau|day manh|quyet tam|no luc|uu tien|"
    r"dac biet|hon nua|chinh thuc|dong loat|buoc dau|lan luot|ban dau|dong bo|linh hoat|tung buoc|mot mat|"
    r"mat khac|tren co so do|tu do|qua do|theo do|chi|kien quyet|gap rut|rao riet|tuyet doi|khong ngung|manh dan|"
    r"dinh ky(?: \d+ thang)?|(?:hang|moi) (?:nam|quy|thang|tuan|ngay)(?: (?:it nhat )?(?:mot|hai|\d{1,2}) lan)?|"
    r"(?:hai|ba|bon|sau|\d{1,2}) (?:tuan|thang|nam) mot lan)\s*,?\s*)"
)


def masked(reading: Reading) -> str:
    """The folded text with actors, persons, documents and programmes covered, the longer and more telling on top."""
    chars = list(reading.folded)

    def cover(mentions: Iterable[Mention], mark: str) -> None:
        for mention in mentions:
            chars[mention.start : mention.end] = mark * (mention.end - mention.start)

    cover(reading.agencies, ACTOR)
    cover(reading.programmes, PROGRAMME)
    cover((one for one in reading.documents if not _reports(reading.folded, one)), DOCUMENT)
    cover(reading.officials, PERSON)
    return "".join(chars)


_COVERED = re.compile(f"[{ACTOR}{PERSON}{DOCUMENT}{PROGRAMME}][{ACTOR}{PERSON}{DOCUMENT}{PROGRAMME}]*")


def covered(text: str, mask: str) -> str:
    """A text as long as a mask, covered as it is."""
    parts: list[str] = []
    after = 0
    for run in _COVERED.finditer(mask):
        parts += (text[after : run.start()], run[0])
        after = run.end()
    return "".join((*parts, text[after:]))


def _reports(folded: str, document: Mention) -> bool:
    """Whether a report is the verb of a clause: "các cơ quan phải báo cáo …"."""
    if not folded.startswith("bao cao", document.start) or _NUMBERED.match(folded, document.start):
        return False
    return _MODAL_BEFORE.search(folded, max(0, document.start - 16), document.start) is not None


_NUMBERED = re.compile(r"bao cao\s+(?:so\s+)?\d")
_MODAL_BEFORE = re.compile(
    r"\b(?:phai|can|se|dang|hay|duoc giao|trach nhiem|nhiem vu|dinh ky|hang thang|hang quy)\s+$|[;:]\s+$|\n\s*[-+]\s+$"
)


@cache
def alternation(table: str, *told: str) -> str:
    """A table's phrases, or those with one of the values `told`, as one alternation; the longest first, any space."""
    if not told:
        return choice(phrases(table))
    return choice(phrase for phrase, value in values(table).items() if value in told)


NO_VERBS = (  # that begin like a verb of work
    rf"(?!(?<![{ACTOR}]\s)lanh dao\s+[{ACTOR}]|trinh\s+(?:tu|do)\b|nghien cuu khoa hoc\b"
    r"|to chuc\s+(?:khoa hoc|chinh tri|xa hoi|quoc te|tin dung|phi chinh phu|kinh te|su nghiep|hanh chinh"
    r"|nghe nghiep|trong nuoc|nuoc ngoai)\b)"
)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{ADVERBS}){{0,4}}{NO_VERBS}(?P<verb>{alternation('action_verbs')})\b(?!\s+cua\b)")


def begins_work(mask: str, start: int, end: int) -> bool:
    """Whether the stretch begins with a verb of work, adverbs before it allowed."""
    return work_verb(mask, start, end) is not None


def work_verb(mask: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of work (group `verb`) with which the stretch begins, adverbs before it allowed."""
    return _verb().match(mask, start, end)


ORDINAL = (  # "thứ nhất, ", "hai là "
    r"(?:(?:thu\s+(?:nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+la\b"
    r"|(?:truoc het|truoc tien|dau tien|cuoi cung)(?:\s+la|(?=,)))\s*[,:]?\s*(?:la\s+)?)"
)
BY_WHEN = re.compile(  # "trong tháng 8 ", "từ tháng 5, ", "chậm nhất ngày 30/6 ", "đến 30/6 ", "năm sau "
    r"(?:(?:(?:ngay|trong|truoc|tu|den|vao|sang|sau|ke|dau|cuoi|giua|het|cham nhat|muon nhat|la|dinh ky|hang"
    r"|moi)\s+){0,4}"
    r"(?:ngay|thang|quy|nam|tuan|ky|giai doan)\b|(?:truoc|den|cham nhat|muon nhat)(?=\s+\d{1,2}[/-]\d))"
    r"(?:\s+(?:[\d/.-]+|[ivx]+(?:[/.-]\d+)?|nam|thang|quy|dau|cuoi|mot lan|sau|toi|nay|tiep theo|hang|la)){0,5}\s*,?\s+"
)
BY_THEN = (  # between a body and its work: "Sở X, trong vòng sáu tháng tiếp theo, làm …"
    r",\s+(?:trong|truoc|den|tu|ke tu|cham nhat|muon nhat|sau)\s[^,;:.]{2,40},\s+"
)
THEN = (  # when, before the body whose turn it then is: "có chuẩn rồi thì Sở X làm …", "khi có chuẩn, Sở X làm …"
    rf"(?:(?:sau khi|khi|co)\s[^,;:.{ACTOR}]{{3,60}},|[^,;:.{ACTOR}]{{4,50}}\sthi)\s+(?=(?:cac\s+)?[{ACTOR}])"
)
ONLY_DUE = re.compile(  # a clause that only says by when or how often: "hoàn thành trước ngày 15/9"
    r"(?:(?:(?:du kien|phan dau)\s+)?(?:hoan tat|hoan thanh|xong|thoi han|thoi gian|tien do|han)"
    r"|(?:du kien|phan dau)\s+(?:nghiem thu|ket thuc|dua vao (?:van hanh|su dung|khai thac|hoat dong)))\b"
    r"(?:[\s\d/.,:-]|\b(?:hoan thanh|thuc hien|la|gio|\d+h\d*|ngay|thang|nam|quy|[ivx]+|truoc|trong|den|cham nhat"
    r"|muon nhat|vao|het|cuoi|dau|va)\b)*(?=;|$)"
    r"|(?:thuc hien|trien khai|tien hanh|duy tri)\s+(?:(?:thuong xuyen|lien tuc|dinh ky|\d+|hang|moi|tung|nam|quy|thang"
    r"|tuan|ngay|mot lan),?\s*)+\.?(?=;|$)"
)

DUE_THEN = re.compile(  # of a further body: "các xã khác không chậm hơn quý II/2027", "các xã trước 31/12"
    r"\s*(?:thi\s+)?(?:(?:khong\s+(?:cham|muon)\s+(?:hon|qua)|cham nhat|muon nhat|truoc|xong|den het|han|la|trong)\b"
    r"(?=[^,;]*\d))(?:[\s\d/.-]|\b(?:ngay|thang|nam|quy|[ivx]+|truoc|trong|den|vao|het|cuoi|dau|giua|la)\b)+(?=[;,]|$)"
)


def does_work(mask: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a verb of work, also behind the words that say when: "trong tháng 8 ban hành …"."""
    if begins_work(mask, start, end):
        return True  # "ký kết …", "nắm bắt …": no day, no year
    when = BY_WHEN.match(mask, start, end)
    return when is not None and bool(begins_work(mask, when.end(), end) or _must_have().match(mask, when.end(), end))


@cache
def _must_have() -> re.Pattern[str]:
    return re.compile(rf"phai\s+co\s+(?:{alternation('products')}|{alternation('kept_things')})\b")
