"""A body as a letterhead prints it, all in capitals, where it is none that the rules for names know there."""

from __future__ import annotations

import re

from kg import registry
from kg.folding import fold
from loaders import tables
from loaders.layout import letterhead
from loaders.reading import Reading
from loaders.words.abbreviations import spell_out

_LEVELS = frozenset(("tỉnh", "huyện", "quận", "xã", "phường", "thị", "trấn"))
_VOWELS = frozenset("aeiouy")
_CENTRAL = "ban chap hanh trung uong"
_MOTTO = re.compile(
    r"dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doan (?:tncs|thanh nien cong san) ho chi minh|"
    r"doc lap\b.*|ban (?:thuong vu|thuong truc)|[\W_]*"
)
_GAP = re.compile(r"\t|(?<=\S) {4,}")
_ORGAN = re.compile(r"ban (?:thuong vu|thuong truc|chap hanh)\b(?! doan)")
_COMMISSION = re.compile(rf"(?P<whole>(?:tinh|thanh|huyen|quan|thi|dang) uy .+?|{_CENTRAL}) (?P<own>(?:uy )?ban .+)")
_YOUTH = re.compile(
    r"(?:(?:bch|ban chap hanh) )?doan (?:(?:tncs|thanh nien cong san) ho chi minh |thanh nien )?"
    r"(?P<level>tinh|thanh pho|huyen|quan|xa|phuong) "
)
_YOUTH_OF = {"tinh": "Tỉnh đoàn", "thanh pho": "Thành đoàn", "huyen": "Huyện đoàn", "quan": "Quận đoàn",
             "xa": "Đoàn Thanh niên xã", "phuong": "Đoàn Thanh niên phường"}  # fmt: skip
_COMMITTEE = re.compile(r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b")
_OF_THE_CENTRE = " Trung ương"


def tells_little(name: str | None) -> bool:
    """Whether what a letterhead names above its number is nobody, a motto, or the Party's Central Committee.

    The Party's and the Youth Union's names are mottoes there, and the Central Committee stands above its commissions.
    """
    return name is None or fold(name) in (*letterhead.MOTTOES, _CENTRAL)


def commission(text: str, number: int) -> str | None:
    """The commission of a Party committee that the last two lines above a number name; None where they name none.

    >>> commission("THÀNH ỦY HẢI PHÒNG\\nBAN TỔ CHỨC\\nĐẢNG CỘNG SẢN VIỆT NAM\\nSố: 7-CV/BTC", 54)
    'Ban Tổ chức Thành ủy Hải Phòng'
    """
    whole, own = _last_lines(text, number)
    if parted := _COMMISSION.fullmatch(fold(own)):  # in one cell
        whole, own = own[: parted.end("whole")], own[parted.start("own") :]
    named_so = whole and fold(own).startswith(("ban ", "uy ban "))
    central = registry.load().full_name(f"{own}{_OF_THE_CENTRE}") if named_so else None
    if central is None or fold(whole) == _CENTRAL:
        return central
    committee = _named(whole) if _COMMITTEE.match(fold(whole)) else None
    return f"{central.removesuffix(_OF_THE_CENTRE)} {committee}" if committee else None


def lower(reading: Reading, number: int, name: str) -> str | None:
    """The body that issues under the one that a letterhead names last; None where `name`, of those named, does."""
    text = reading.source.text
    printed = [a for a in reading.agencies if a.end <= number and a.kind != "group"]
    printed = [a for a in printed if text[a.start : a.end].isupper() and fold(a.name) not in letterhead.MOTTOES]
    under = above(text, number, text[printed[-1].start : printed[-1].end]) if printed else None
    return under if under and letterhead.issuing([name, under]) == under else None


def above(text: str, number: int, behind: str = "") -> str | None:
    """The body in the last line above a document's number, as it is written elsewhere; None where that names none.

    With `behind`, a body's name as it is printed there, the one whose name follows it in that line or below it.

    >>> above("PHÒNG GD&ĐT HUYỆN KIM SƠN\\nTRƯỜNG THCS KIM ĐÔNG\\nSố: 7/TB-THCS", 47)
    'Trường THCS Kim Đông'
    >>> above("THÀNH ỦY HÀ NỘI QUẬN ỦY BA ĐÌNH\\nSố: 7-KH/QU", 32, "THÀNH ỦY HÀ NỘI")
    'Quận ủy Ba Đình'
    """
    own = _last_lines(text, number)[1]
    if behind:  # a page's menu may stand before it
        line = _lines(text, number)[-1:]
        rest = line[0].partition(behind)[2].strip() if line and behind in line[0] else own
        own = rest if rest.isupper() else ""
    return _named(own, text) if own and not _ORGAN.match(fold(own)) else None


def _last_lines(text: str, number: int) -> tuple[str, str]:
    """The last two lines above a number, without mottos and a body's standing organ; "" for one not in capitals."""
    whole, own = (line if line.isupper() else "" for line in ("", "", *_lines(text, number))[-2:])
    return whole, own


def _lines(text: str, number: int) -> list[str]:
    lines = [_GAP.split(line)[0].strip(" *_-") for line in text[:number].split("\n")[:-1]]
    return [line for line in lines if not _MOTTO.fullmatch(fold(line))]


def _named(line: str, text: str = "") -> str | None:
    """The body that a line in capitals names, known to the registry or by the head of its name.

    Syllables that the text has small behind the ones before them are so in the name: "Điện lực", "Tin học và Thống kê".
    """
    known = registry.load().full_name(line)
    if known:
        return known
    if union := _YOUTH.match(fold(line)):
        return f"{_YOUTH_OF[union['level']]} {' '.join(map(_written, line[union.end() :].split()))}"
    heads = (head for head in tables.printed("body_heads") if line.lower().startswith(f"{head.lower()} "))
    head = max(heads, key=len, default=None)
    if head is None:
        return None
    words = [_written(word) for word in line[len(head) :].split()]
    for at in range(1, len(words)):
        before, small = words[at - 1], words[at].lower().rstrip(",")
        pair = re.compile(rf"\b(?:{re.escape(before)}|{re.escape(before.lower())}) {re.escape(small)}(?!\w)")
        words[at] = words[at].lower() if pair.search(text) else words[at]
    return spell_out(" ".join((head, *words)), {})


def _written(word: str) -> str:
    """A word in capitals as a name has it: an abbreviation as it is, a level of places small."""
    if word.lower() in _LEVELS:
        return word.lower()
    return word.capitalize() if _VOWELS & set(fold(word)) and "&" not in word else word
