"""Named strategies, programmes, schemes (đề án), plans and projects that documents approve and agencies carry out.

What makes a name: a capital ("Chiến lược dữ liệu quốc gia"), a number ("Đề án 06"), years at its end ("chương trình
viễn thông công ích giai đoạn đến 2025"), or a verb that says it is made or carried out. A kind alone, several together
and "kế hoạch của đơn vị" name none. Abbreviations in a name are spelled out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.folding import key
from kg.model import Programme
from loaders import abbreviations, ordered, titles
from loaders.cited import Units
from loaders.heads import occurrences
from loaders.reading import DocumentMention, ProgrammeMention, Reading, Unit

_HEADS = ("chien luoc", "chuong trinh", "de an", "ke hoach", "du an", "quy hoach")
_SEVERAL = re.compile(r"\b(?:cac|nhung|nhieu|mot\s+so|mot|moi|hai|ba|bon|(?<!muc )(?<!dieu )(?<!luc )(?<!so )\d+)\s+$")
_NO_HEAD = re.compile(  # words that "chiến lược", "kế hoạch" belong to, or that make them an adjective
    r"\b(?:mục\s+tiêu|đối\s+tác|tầm\s+nhìn|định\s+hướng|ý\s+nghĩa|có\s+tính|tính|tầm|công\s+nghệ|sản\s+phẩm|công\s+nghiệp|vị\s+trí|bước"
    r"|giải\s+pháp|quan\s+hệ|hợp\s+tác|cấp|hạ\s+tầng|khâu|mặt|văn\s+phòng|học\s+viện|viện|vụ|sở|bộ|phòng|ngành|nghiên\s+cứu|vốn)\s+$",
    re.IGNORECASE,
)
_NO_HEAD_STRIPPED = re.compile(
    r"\b(?:muc\s+tieu|doi\s+tac|tam\s+nhin|dinh\s+huong|y\s+nghia|co\s+tinh|cong\s+nghe|san\s+pham|cong\s+nghiep|vi\s+tri"
    r"|giai\s+phap|quan\s+he|hop\s+tac|ha\s+tang|van\s+phong|hoc\s+vien|nghien\s+cuu)\s+$"
)
_EMPTY = re.compile(  # what follows a kind that names nothing
    r"\s*(?:[,.;:)\"”!?\]/-]|$|(?:này|trên|nói\s+trên|nêu\s+trên|đó|được|đã|sẽ|đang|cần|phải|và|hoặc|hay|thì|để|với|theo|là|có|nếu|nhằm|đạt|như|tại|từ"
    r"|đến\s+năm|riêng|cụ\s+thể|chi\s+tiết\s*[,.;]|khác|của\s+(?:mình|đơn\s+vị|từng|mỗi|các|ngành|cơ\s+quan|họ|tôi|chúng\s+tôi)|liên\s+quan"
    r"|phù\s+hợp|tổng\s+thể\s*[,.;]|tiếp\s+theo|chung|mới|cũ|dựa|hàng\s+năm|hằng\s+năm|hoạt\s+động\s*[,.;]|hành\s+động\s*[,.;]"
    r"|công\s+tác\b(?!\s+(?:của|năm)))(?!\w))",
    re.IGNORECASE,
)
_EMPTY_STRIPPED = re.compile(
    r"\s*(?:[,.;:)\"!?\]/-]|$|(?:nay|tren|noi\s+tren|neu\s+tren|duoc|se|dang|phai|va|hoac|voi|theo|nham|nhu|tai|den\s+nam|rieng|cu\s+the"
    r"|cua\s+(?:minh|don\s+vi|tung|moi|cac|nganh|co\s+quan|ho|toi)|lien\s+quan|phu\s+hop|tiep\s+theo|hang\s+nam)(?!\w))"
)
_OWNED = re.compile(r"\s+cua\s+(?:minh|don\s+vi\s+minh|tung|moi|rieng)\b")
_GENERIC = re.compile(
    r"\b(?:hang\s+nam|cua\s+(?:doanh\s+nghiep|dia\s+phuong|don\s+vi|to\s+chuc|co\s+quan|nganh)|(?<!tu )nay)\b"
    r"|\b(?:nghi\s+quyet|ke\s+hoach|chuong\s+trinh|de\s+an|quy\s+hoach|du\s+an)\s*$"
)
_QUOTED = re.compile(r"\s*\"\s*(?P<name>\w[^\"]{14,220}\w[)]?)\s*\"")  # Đề án "Nâng cao nhận thức …"
_INVESTMENT = re.compile(
    r"\s+(?:va\s+)?dau\s+tu\b(?!\s+\w)|\s+(?:va\s+)?dau\s+tu\s+(?:thanh|tinh|nghien|tham|da|se|cung)\b"
)
_WORK = re.compile(
    r"\s+(?:xay\s+dung|dau\s+tu|nang\s+cap|phat\s+trien|hien\s+dai\s+hoa|ung\s+dung|so\s+hoa|trung\s+tam)\b"
)
_NUMBER = re.compile(
    r"\s*(?:so\s*)?(?P<n>\d{2,4})(?![\d%]|[.,/]\d|\s?[/-]\s?[a-z])(?!\s+(?:nam|thang|ngay|ty|trieu|nguoi|chuyen\s+gia|dong|du\s+an|nghin|ho))"
)
_MADE = re.compile(
    r"\b(?:khoi\s+dong|trien\s+khai|thuc\s+hien|xay\s+dung|ban\s+hanh|phe\s+duyet|so\s+ket|tong\s+ket|trinh|to\s+chuc|lap|theo|soan\s+thao|tai|ve)\s+$"
)
_CONGRESS = re.compile(
    r"\s+(?:nghi\s+su|truyen\s+hinh|phat\s+thanh|phat\s+trien\s+(?:lhq|lien\s+hop\s+quoc)|van\s+nghe|giao\s+duc\s+pho\s+thong)\b"
)
_NATIONAL = re.compile(r"\b(?:quoc\s+gia|chinh\s+phu)\b")
_PERIOD = re.compile(r"\b(?:giai\s+doan|thoi\s+ky|trung\s+han|dai\s+han)\b")
_LAW = re.compile(r"\s+(?:luat|bo\s+luat|phap\s+lenh|nghi\s+quyet)\b")
_ALIAS = re.compile(
    r"\s*\(\s*(?:(?:sau\s+day\s+|duoi\s+day\s+)?(?:goi|viet)\s+(?:tat|gon|chung)\s*(?:la|:)?\s*)?(?P<alias>(?:chien\s+luoc|chuong\s+trinh|de\s+an|ke\s+hoach|du\s+an)\s+[^()]{2,40})\)"
)
_BACK = re.compile(r"\s+(?:nay|noi\s+tren|neu\s+tren|tren(?=\s*[,.;]))\b")
_ACTING = re.compile(r"(?:\s+hanh\s+dong)?\s+(?:thuc\s+hien|trien\s+khai|thay\s+the|cu\s+the\s+hoa)\b")
_CONTENT = re.compile(r"\w+")
_COMPARED = 8  # namings of a programme that a further one is compared with
_LINKS = frozenset(("ve", "cua", "va", "tai", "cho", "trong", "theo", "den", "nam"))


@dataclass(slots=True)
class _Named:
    """One naming of a programme, before it is known which of the article's programmes it is."""

    start: int
    end: int
    head: str
    name: str
    confidence: float
    alias: str | None = None
    decision: int | None = None  # the number of the document that is said to approve it


def find(reading: Reading) -> tuple[ProgrammeMention, ...]:
    """Every mention of a programme, in order of its start."""
    units = Units(reading)
    own = abbreviations.defined(reading.source.text, reading.folded)
    own_text = any(unit.role == "letterhead" for unit in reading.units)
    named: list[_Named] = []
    backs: list[tuple[int, int, str]] = []
    heads_named: set[str] = set()
    for start, end, word in occurrences(reading.folded.replace("\n", " ")):
        head = next((head for head in _HEADS if word.startswith(head)), None)
        unit = units.at(start) if head else None
        if head is None or unit is None or start + len(head) > unit.end:
            continue
        end = start + len(head)
        if _is_document(reading.documents, start) or _inside(reading, start) or (own_text and unit.role == "title"):
            continue
        back = _BACK.match(reading.folded, end, unit.end)
        again = head in heads_named and not own_text
        if again and start == unit.start and unit.role == "sentence" and _ACTING.match(reading.folded, end, unit.end):
            backs.append((start, end, head))  # "Kế hoạch triển khai Quyết định …": what the one named before does
            continue
        one = _read(reading, unit, start, end, head, own)
        if one:
            one.decision = _decision(reading, unit, one)
            heads_named.add(head)
        if one and not (named and start < named[-1].end and named[-1].name.count(" ") > 3):
            named.append(one)
        elif one is None and back:
            backs.append((start, back.end(), head))
        elif (
            one is None
            and reading.source.text[start].isupper()
            and not _SEVERAL.search(reading.folded, unit.start, start)
        ):
            backs.append((start, end, head))
    mentions = list(_together(named))
    of_head = {
        head: sorted((m for m in mentions if key(m.name).startswith(head)), key=lambda m: m.start) for head in _HEADS
    }
    for start, end, head in backs:
        last = next(ordered.before(of_head[head], start), None)
        if last is not None:
            mentions.append(replace(last, start=start, end=end, confidence=0.7, anaphor=True))
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def facts(reading: Reading) -> tuple[Programme, ...]:
    """The programmes that the source names, each once, in order of their first mention."""
    units = Units(reading)
    places: dict[str, list[ProgrammeMention]] = {}
    for mention in reading.programmes:
        if not mention.anaphor:
            places.setdefault(mention.name, []).append(mention)
    found = []
    for name, mentions in places.items():
        evidence = []
        for mention in mentions:
            unit = units.at(mention.start)
            evidence.append(reading.evidence(mention.start, mention.end, unit.place if unit else None))
        confidence = max(mention.confidence for mention in mentions)
        found.append(Programme(name=name, evidence=tuple(evidence), confidence=confidence))
    return tuple(found)


def _is_document(documents: tuple[DocumentMention, ...], start: int) -> bool:
    """Whether a document's number or name begins here: "Kế hoạch số 283/KH-UBND"."""
    index = bisect_right(documents, start, key=lambda mention: mention.start) - 1
    return any(
        mention.start == start and (mention.id[0].isdigit() or not (mention.anaphor or mention.subject))
        for mention in documents[max(0, index - 2) : index + 1]
    )


def _inside(reading: Reading, start: int) -> bool:
    """Whether the word is part of a body's name: "Bộ Kế hoạch và Đầu tư"."""
    index = bisect_right(reading.agencies, start, key=lambda mention: mention.start) - 1
    return any(m.start < start < m.end for m in reading.agencies[max(0, index - 2) : index + 1])


def _read(reading: Reading, unit: Unit, start: int, end: int, head: str, own: Mapping[str, str]) -> _Named | None:
    """The name that begins with the head at `start`–`end`; None where the head names nothing."""
    text, folded = reading.source.text, reading.folded
    floor = max(unit.start, start - 24)
    number = _NUMBER.match(folded, end, unit.end)
    if number and head in ("de an", "chuong trinh", "du an"):
        name = f"{text[start].upper()}{text[start + 1 : end]} {number['n']}"
        return _Named(start, number.end(), head, titles.clean(name), 0.95)
    capital = text[start].isupper()
    quoted = _QUOTED.match(folded, end, unit.end)
    if quoted and not _SEVERAL.search(folded, floor, start):
        name = f"{text[start].upper()}{text[start + 1 : end]} {text[quoted.start('name') : quoted.end('name')]}"
        return _Named(start, quoted.end(), head, abbreviations.spell_out(" ".join(name.split()), own), 0.9)
    empty = _EMPTY.match(text, end, unit.end) if unit.accented else _EMPTY_STRIPPED.match(folded, end, unit.end)
    if empty or _CONGRESS.match(folded, end, unit.end):
        return None
    part = _NO_HEAD.search(text, floor, start) if unit.accented else _NO_HEAD_STRIPPED.search(folded, floor, start)
    if part or _SEVERAL.search(folded, floor, start):
        return None
    if head == "du an" and _LAW.match(folded, end, unit.end):
        return None
    inside = ordered.within(reading.documents, end, unit.end)
    keep = [(m.start, m.subject[1] if m.subject else m.end) for m in inside]
    keep += [(m.start, m.end) for m in ordered.within(reading.agencies, unit.start, unit.end)]
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented, keep=sorted(keep))
    if _OWNED.search(folded, end, min(unit.end, stop + 12)) or _GENERIC.search(folded, end, stop):
        return None
    if text[start:stop].isupper() or _INVESTMENT.match(folded, end, unit.end):
        return None
    content = [word for word in _CONTENT.findall(titles.YEARS.sub(" ", folded[end:stop])) if word not in _LINKS]
    if len(content) < 2 or (
        len(content) < 3 and not titles.YEARS.search(folded, end, stop) and text[end:stop].islower()
    ):
        return None
    confidence = _confidence(reading, unit, start, end, stop, head, capital, len(content))
    if confidence is None:
        return None
    name = abbreviations.spell_out(titles.clean(text[start:stop]), own)
    alias = _ALIAS.match(folded, stop, unit.end)
    return _Named(
        start, stop, head, name[:1].upper() + name[1:], confidence,
        abbreviations.spell_out(titles.clean(text[alias.start("alias") : alias.end("alias")]), own) if alias else None,
    )  # fmt: skip


def _decision(reading: Reading, unit: Unit, one: _Named) -> int | None:
    """The number of the document that approves it: "… phê duyệt Đề án …", "Đề án … (Quyết định số 06/QĐ-TTg …)"."""
    for mention in ordered.within(reading.documents, unit.start, unit.end):
        number = re.match(r"\d+", mention.id)
        within = mention.subject is not None and mention.subject[0] <= one.start <= mention.subject[0] + 40
        beside = 0 <= mention.start - one.end < 4 and reading.folded[one.end : mention.start].strip() == "("
        if number and (within or beside):
            return int(number.group())
    return None


def _confidence(
    reading: Reading, unit: Unit, start: int, end: int, stop: int, head: str, capital: bool, length: int
) -> float | None:
    """How sure it is that the words are a name; None where they are not."""
    text, folded = reading.source.text, reading.folded
    years = titles.YEARS.search(folded, end, stop)
    named_inside = text[end + 1 : end + 2].isupper() and not text[end + 1 : stop].split()[0].isupper()
    if head == "quy hoach" and not (years or _NATIONAL.search(folded, end, stop)):
        return None
    if head == "du an" and not (named_inside or years or _WORK.match(folded, end, stop)):
        return None
    if capital and start > unit.start:
        return 0.95
    if capital:
        return 0.85 if length >= 3 else None
    if head in ("ke hoach", "quy hoach"):
        period = bool(years) and length >= 4 and _PERIOD.search(folded, end, stop) is not None
        return 0.7 if years and (period or _NATIONAL.search(folded, end, stop)) else None
    if years:
        return 0.85
    if head == "chien luoc":
        return None
    if re.search(r"\bquoc\s+gia\b", folded[end:stop]) and _MADE.search(folded, max(unit.start, start - 24), start):
        return 0.75
    if head in ("de an", "du an") and named_inside:
        return 0.75
    if head != "du an" and length >= 4 and _MADE.search(folded, max(unit.start, start - 24), start):
        return 0.6
    return None


# ── the namings of one article, put together ─────────────────────────────────────────────────────────────────────────


def _together(named: list[_Named]) -> Iterator[ProgrammeMention]:
    """The mentions with one name for one programme: the most frequent of its full names."""
    groups: list[list[_Named]] = []
    likely: defaultdict[str, list[list[_Named]]] = defaultdict(list)  # by the words that names of one programme share
    for one in sorted(named, key=lambda one: -len(one.name)):
        marks = _marks(one)
        group = next(
            (
                group
                for mark in marks
                for group in likely[mark]
                if any(_same(other, one) for other in group[:_COMPARED])
            ),
            None,
        )
        if group is None:
            groups.append(group := [])
        group.append(one)
        for mark in marks:
            if not any(group is known for known in likely[mark][-1:]):
                likely[mark].append(group)
    for group in groups:
        name = _fullest(group)
        for one in group:
            yield ProgrammeMention(one.start, one.end, name, one.confidence)


def _marks(one: _Named) -> tuple[str, ...]:
    """What a naming shares with others of its programme: its first words, its alias, the number of its decision."""
    words = key(one.name).split()
    marks = [" ".join(words[:4])]
    if one.alias:
        marks.append(" ".join(key(one.alias).split()[:4]))
    if one.decision is not None:
        marks.append(f"{one.head} {one.decision}")
    if re.fullmatch(r"\d+", words[-1]) and len(words) == len(one.head.split()) + 1:
        marks.append(f"{one.head} {int(words[-1])}")
    return tuple(marks)


def _fullest(group: list[_Named]) -> str:
    """The name that a programme goes by: what an alias shortens, else the longest, the most frequent of these."""
    printed = Counter(one.name for one in group)
    years = any(_has_years(one.name) for one in group)
    numbered = [one for one in group if re.fullmatch(r"\D+ \d+", one.name)]
    if numbered and not years and printed[numbered[0].name] * 2 > len(group):
        return numbered[0].name  # "Đề án 06"
    longest = max(_core_length(one.name) for one in group)
    full = [one for one in group if _core_length(one.name) == longest and _has_years(one.name) == years] or group
    full = [one for one in group if one.alias] or full  # "… (gọi tắt là Chiến lược X)"
    return max(full, key=lambda one: (printed[one.name], -one.start)).name


def _core_length(name: str) -> int:
    return len(_core(name).split())


@lru_cache(maxsize=8192)
def _has_years(name: str) -> bool:
    return titles.YEARS.search(key(name)) is not None


@lru_cache(maxsize=8192)
def _core(name: str) -> str:
    """A name's words without the years that close it."""
    folded = key(name)
    years = titles.YEARS.search(folded)
    return (folded[: years.start()] if years else folded).strip()


@lru_cache(maxsize=8192)
def _years(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?:19|20)\d\d", key(name)))


def _same(longer: _Named, shorter: _Named) -> bool:
    """Whether two namings are of one programme: by the alias, or as one name is how the other begins."""
    if longer.head != shorter.head:
        return False
    for one, other in ((longer, shorter), (shorter, longer)):
        if one.alias and f"{key(other.name)} ".startswith(f"{key(one.alias)} "):
            return True
    for one, other in ((longer, shorter), (shorter, longer)):
        called = re.fullmatch(r"\D+ (\d+)", other.name)
        if called and one.decision == int(called[1]):
            return True  # a scheme goes by the number of its decision: "Đề án 06"
    first, second = _core(longer.name), _core(shorter.name)
    years, others = _years(longer.name), _years(shorter.name)
    if years and others and not (years <= others or others <= years):
        return False
    short, long = sorted((first, second), key=len)
    if short == long or (long.startswith(f"{short} ") and len(short.split()) >= 5):
        return True
    return bool(years) and years == others and _within(short.split(), long.split()) and len(short.split()) >= 6


def _within(short: Iterable[str], long: Iterable[str]) -> bool:
    """Whether the words of one name stand in the other in their order."""
    rest = iter(long)
    return all(word in rest for word in short)
